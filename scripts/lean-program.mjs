// The program is what every run evaluates, and its parts are loaded by the way: this leaves out what esbuild adds for programs that it does not know.

import { parse } from 'acorn'
import { simple } from 'acorn-walk'

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
  const object = (name) => `{${modules.get(name).map(([key, value]) => `${key}:${value}`).join()}}`
  const [shared, own] = [true, false].map((isShared) => modules.get(exported).filter(([, value]) => modules.has(value) === isShared))
  // Making an object of each module would cost a run that loads few parts more than what it uses of them.
  const ofModule = `name=>{switch(name){${shared.map(([name, value]) => `case"${name}":return${object(value)}`).join(';')}}}`
  return `var ${[...names].map((pair) => pair.join('=')).join()};${rest.replace(copy, '').trimEnd()};module.exports=Object.assign(${ofModule},{${own.map((pair) => pair.join(':')).join()}});\n`
}

/** Of each part that is loaded late (`require("PART?late")`), the variable becomes a function. */
export function late(text) {
  const ast = parse(text, { ecmaVersion: 'latest' })
  const edits = []
  const names = new Set()
  for (const { id, init } of variables(ast)) {
    const part = required(init)
    if (part?.endsWith('?late') !== true) continue
    names.add(id.name)
    edits.push([init.start, init.end, `()=>require("${part.slice(0, -'?late'.length)}")`])
  }
  const isLate = (node) => node.type === 'MemberExpression' && names.has(node.object.name)
  simple(ast, {
    MemberExpression(node) {
      if (isLate(node)) edits.push([node.object.start, node.object.end, `${node.object.name}()`])
    },
    NewExpression({ callee }) {
      if (isLate(callee)) edits.push([callee.start, callee.end, `(${callee.object.name}().${callee.property.name})`])
    },
  })
  return edited(text, edits)
}

/** A part after the program → with each module of the program that it uses (`require("PROGRAM#MODULE")`) asked for once, where esbuild asks once for each import. */
export function askOnce(text, program) {
  const ast = parse(text, { ecmaVersion: 'latest' })
  const moduleOf = (node) => required(node)?.match(new RegExp(`^${program.replaceAll('.', '\\.')}#(.+)`))?.[1]
  const edits = []
  simple(ast, {
    CallExpression(node) {
      const module = moduleOf(node)
      if (module !== undefined) edits.push([node.start, node.end, `require("${program}")("${module}")`])
    },
  })
  const first = new Map()
  const instead = new Map()
  for (const { id, init } of variables(ast)) {
    const module = moduleOf(init)
    if (module === undefined) continue
    if (first.has(module)) {
      instead.set(id.name, first.get(module))
      edits.push([init.start, init.end, '0'])
    } else first.set(module, id.name)
  }
  simple(ast, {
    Identifier({ name, start, end }) {
      if (instead.has(name)) edits.push([start, end, instead.get(name)])
    },
  })
  return edited(text, edits)
}

/** Those of the top level: esbuild uses their names for nothing else in what it minifies. */
const variables = ({ body }) => body.flatMap((node) => (node.type === 'VariableDeclaration' ? node.declarations : []))

const required = (node) => (node?.type === 'CallExpression' && node.callee.name === 'require' ? node.arguments[0]?.value : undefined)

/** With `[start, end, instead]`; of edits at one place, the last one counts. */
function edited(text, edits) {
  const byStart = new Map(edits.map((edit) => [edit[0], edit]))
  for (const [start, end, instead] of [...byStart.values()].sort((a, b) => b[0] - a[0])) text = text.slice(0, start) + instead + text.slice(end)
  return text
}
