// The program is what every run evaluates: this leaves out what esbuild adds for programs that it does not know.

const NAME = '[\\w$]+'
/** A module whose exports others use: an object with a getter for each, since an export may change later. None of ours does. */
const MODULE = new RegExp(`var (${NAME})=\\{\\};${NAME}\\(\\1,\\{((?:${NAME}:\\(\\)=>${NAME},?)+)\\}\\);`, 'g')

/** The program as it is bundled and minified → the same with less to do at its start. */
export function lean(text) {
  // That would copy all of a built-in for every module that imports it.
  if (/[\w$]\(require\("node:/.test(text)) throw new Error('A module of the program imports a built-in as a whole: import by name what is needed of it')
  // Each built-in is required once, for Node goes through all that it exports every time.
  const names = new Map()
  const modules = new Map()
  const rest = text
    .replaceAll(/\brequire\("node:(\w+)"\)/g, (whole, name) => {
      names.set(`node_${name}`, whole)
      return `node_${name}`
    })
    .replaceAll(MODULE, (_, name, getters) => {
      modules.set(name, getters.split(',').map((getter) => getter.split(':()=>')))
      return ''
    })
  // A copy of the exports, marked as those of an ECMAScript module.
  const [copy, exported] = new RegExp(`\\bmodule\\.exports=${NAME}\\((${NAME})\\);?`).exec(rest) ?? []
  if (copy === undefined || !modules.has(exported)) throw new Error('esbuild ends a program in another way than before: no `module.exports=f(x)`')
  const object = (name) => `{${modules.get(name).map(([key, value]) => `${key}:${modules.has(value) ? object(value) : value}`).join()}}`
  return `var ${[...names].map((pair) => pair.join('=')).join()};${rest.replace(copy, '').trimEnd()};module.exports=${object(exported)};\n`
}
