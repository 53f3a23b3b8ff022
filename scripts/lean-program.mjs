// The program is what every run evaluates: this leaves out what esbuild adds for programs that it does not know.

/** The program as it is bundled and minified → the same with less to do at its start. */
export function lean(text) {
  // That would copy all of a built-in for every module that imports it.
  if (/[\w$]\(require\("node:/.test(text)) throw new Error('A module of the program imports a built-in as a whole: import by name what is needed of it')
  // Each built-in is required once, for Node goes through all that it exports every time.
  const names = new Map()
  const rest = text.replaceAll(/\brequire\("node:(\w+)"\)/g, (whole, name) => {
    names.set(`node_${name}`, whole)
    return `node_${name}`
  })
  // A copy of the exports, marked as those of an ECMAScript module.
  const [copy, exports] = /\bmodule\.exports=[\w$]+\(([\w$]+)\)/.exec(rest) ?? []
  if (copy === undefined) throw new Error('esbuild ends a program in another way than before: no `module.exports=f(x)`')
  return `var ${[...names].map((pair) => pair.join('=')).join()};${rest.replace(copy, () => `module.exports=${exports}`)}`
}
