#!/usr/bin/env node
// Makes src/schema/tables/<minor>.txt, and the types that kubernetes-types lacks, from the facts of Kubernetes' OpenAPI documents.
// usage: node scripts/generate-schema.mjs FOLDER
// Minors after the LATEST of src/versions.ts are previews. docs/new-minor.md says how a minor is added.
//   FOLDER/<minor>.json  {kinds: [{group, version, kind, plural, namespaced, type}], types: {<OpenAPI name>: {properties, required, …}}},
//                        where a property is a JSON schema whose references are {ref: <OpenAPI name>}
// The format of a table is described in src/schema/table.ts.
import fs from 'node:fs'
import path from 'node:path'
import { loadTypeScript } from './load-typescript.mjs'

const OLDEST = 28
const root = path.resolve(import.meta.dirname, '..')
const tables = path.join(root, 'src/schema/tables')

const SCALARS = { string: '', boolean: 'b', number: 'n', int32: 'i', int64: 'l', double: 'n', byte: 'y' }

// Types with a JSON form of their own, which OpenAPI cannot tell.
const SPECIAL = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': 'q',
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': 'x',
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': 't',
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': 'm',
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1': 'a',
  'io.k8s.apimachinery.pkg.runtime.RawExtension': 'f',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON': 'a',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrArray': '?[JSONSchemaProps',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool': '?bJSONSchemaProps',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrStringArray': '?sJSONSchemaProps',
}

/** `io.k8s.api.core.v1.Container` → ['core/v1', 'Container'] */
function split(openApiName) {
  const [name, version, group] = openApiName.split('.').reverse()
  return [`${group}/${version}`, name]
}

/** The types that a manifest can reach, by OpenAPI name: no lists of objects, no options of requests. */
function reachable({ kinds, types }) {
  const reached = new Set(kinds.map((kind) => kind.type))
  const see = (schema) => {
    if (schema.ref && !SPECIAL[schema.ref]) reached.add(schema.ref)
    for (const below of [schema.items, schema.additionalProperties]) if (below) see(below)
  }
  for (const name of reached) {
    if (!types[name]) throw new Error(`No type ${name}`)
    Object.values(types[name].properties ?? {}).forEach(see)
  }
  return [...reached].map((name) => [name, types[name]])
}

function code(schema, home) {
  if (schema.ref) {
    if (SPECIAL[schema.ref]) return SPECIAL[schema.ref]
    const [typePackage, name] = split(schema.ref)
    return typePackage === home ? name : `${typePackage} ${name}`
  }
  if (schema.type === 'array') {
    const set = schema['x-kubernetes-list-type'] === 'set' ? '=' : ''
    const keys = (schema['x-kubernetes-list-map-keys'] ?? []).map((key) => `${key};`).join('')
    return `[${set}${keys}${code(schema.items, home)}`
  }
  if (schema.additionalProperties) return `{${code(schema.additionalProperties, home)}`
  const scalar = SCALARS[schema.format ?? schema.type]
  if (scalar === undefined) throw new Error(`No code for ${JSON.stringify(schema)}`)
  return scalar
}

/** Documents of older minors require fields that their servers do without; the newest release's has been put right. What a preview requires beyond that is not known to be enforced. */
function requiredFields(openApiName, type, newest) {
  const known = newest.types[openApiName]
  return new Set((type.required ?? []).filter((field) => !known?.properties?.[field] || known.required?.includes(field)))
}

function table(facts, newest) {
  const kindOf = new Map(facts.kinds.map((kind) => [kind.type, kind]))
  const bodies = new Map()
  const packages = new Map()
  for (const [openApiName, type] of reachable(facts)) {
    const [home, name] = split(openApiName)
    const required = requiredFields(openApiName, type, newest)
    const kind = kindOf.get(openApiName)
    const fields = []
    for (const [field, schema] of Object.entries(type.properties ?? {})) {
      if (kind && (field === 'apiVersion' || field === 'kind')) continue
      const fieldCode = code(schema, home)
      fields.push(`${field}${required.has(field) ? '!' : ''}${fieldCode && ':'}${fieldCode}`)
    }
    if (!packages.has(home)) packages.set(home, { apiVersion: '', lines: [] })
    const entry = packages.get(home)
    if (kind) entry.apiVersion = kind.group === '' ? kind.version : `${kind.group}/${kind.version}`
    entry.lines.push([name, kind ? scopeAndPlural(kind) : '', fields.sort().join(',')])
  }
  const sections = [...packages].sort(byFirst).map(([home, { apiVersion, lines }]) => {
    const [group, version] = home.split('/')
    const text = lines.sort(byFirst).map(([name, kind, body]) => {
      // Versions of a group have much in common: a type that reads the same is written once.
      const known = `${group} ${name}\t${body}`
      const same = bodies.get(known)
      if (same === undefined) bodies.set(known, version)
      return `${name}${kind}\t${same !== undefined && body.length > 5 ? `=${same}` : body}`
    })
    return `${home} ${apiVersion}\n${text.join('\n')}\n`
  })
  return sections.join('\n')
}

function scopeAndPlural({ kind, plural, namespaced }) {
  const scope = namespaced ? '\tn' : '\tc'
  return plural === `${kind.toLowerCase()}s` ? scope : `${scope} ${plural}`
}

const byFirst = ([a], [b]) => (a < b ? -1 : 1)

const TYPESCRIPT = {
  ...Object.fromEntries(['Quantity', 'Time', 'MicroTime'].map((name) => [name, 'string'])),
  IntOrString: 'number | string',
  RawExtension: 'object',
  FieldsV1: 'object',
  JSON: 'unknown',
}

const declarations = (home) => path.join(root, 'node_modules/kubernetes-types', `${home}.d.ts`)

function typescript(schema, home) {
  if (schema.ref) {
    const [typePackage, name] = split(schema.ref)
    if (TYPESCRIPT[name]) return TYPESCRIPT[name]
    if (typePackage === home) return name
    return fs.existsSync(declarations(typePackage)) ? `import('kubernetes-types/${typePackage}').${name}` : 'object'
  }
  if (schema.type === 'array') return `Array<${typescript(schema.items, home)}>`
  if (schema.additionalProperties) return `{ [name: string]: ${typescript(schema.additionalProperties, home)} }`
  return { string: 'string', boolean: 'boolean', integer: 'number', number: 'number', object: 'object' }[schema.type]
}

/** The fields that a module of kubernetes-types declares, by interface. */
function declared(file) {
  const interfaces = new Map()
  let fields
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    const name = /^export (?:interface|type) (\w+)/.exec(line)?.[1]
    if (name) interfaces.set(name, (fields = new Set()))
    const field = /^ {4}(?:readonly )?"?([\w$-]+)"?\??:/.exec(line)?.[1]
    if (field) fields.add(field)
  }
  return interfaces
}

function augmentation(facts) {
  const apiVersions = new Map(facts.kinds.map((kind) => [kind.type, kind.group === '' ? kind.version : `${kind.group}/${kind.version}`]))
  const modules = new Map()
  for (const [openApiName, type] of reachable(facts)) {
    const [home, name] = split(openApiName)
    // Interfaces only merge into modules that exist.
    if (!fs.existsSync(declarations(home))) continue
    if (!modules.has(home)) modules.set(home, { known: declared(declarations(home)), interfaces: [] })
    const { known, interfaces } = modules.get(home)
    const fields = Object.entries(type.properties ?? {})
      .filter(([field]) => !known.get(name)?.has(field))
      .sort(byFirst)
    if (fields.length === 0 && known.has(name)) continue
    const lines = [`  export interface ${name} {`]
    for (const [field, schema] of fields) {
      const literal = { apiVersion: apiVersions.get(openApiName), kind: name }[field]
      lines.push(`    ${/^\w+$/.test(field) ? field : `'${field}'`}?: ${literal && apiVersions.has(openApiName) ? `'${literal}'` : typescript(schema, home)}`)
    }
    interfaces.push([name, [...lines, '  }'].join('\n')])
  }
  const blocks = [...modules].filter(([, { interfaces }]) => interfaces.length > 0).sort(byFirst)
  const text = ([home, { interfaces }]) => `\ndeclare module 'kubernetes-types/${home}' {\n${interfaces.sort(byFirst).map(([, lines]) => lines).join('\n')}\n}\n`
  return `// Generated by scripts/generate-schema.mjs: what newer versions of Kubernetes add to the types of kubernetes-types.
${blocks.map(([home]) => `import type {} from 'kubernetes-types/${home}'\n`).join('')}${blocks.map(text).join('')}`
}

/** What makes one table of another minor's, line by line. Both are sorted alike, so that what they share is in the same order. */
function difference(text, other) {
  const keys = (table) => {
    let home
    // Types of several packages may have the same line.
    return table.split('\n').map((line, at, lines) => {
      if (lines[at - 1] === '' || at === 0) home = line.split(' ')[0]
      return `${home} ${line}`
    })
  }
  const positions = new Map(keys(other).map((key, position) => [key, position]))
  const lines = text.split('\n')
  const steps = []
  let next = 0
  let kept = 0
  const keep = () => {
    if (kept > 0) steps.push(`=${kept}`)
    kept = 0
  }
  for (const [at, key] of keys(text).entries()) {
    const position = positions.get(key) ?? -1
    if (position !== next) keep()
    if (position < next) steps.push(lines[at])
    else {
      if (position > next) steps.push(`-${position - next}`)
      kept++
      next = position + 1
    }
  }
  keep()
  return steps.join('\n')
}

const folder = process.argv[2]
if (!folder) {
  console.error('usage: node scripts/generate-schema.mjs FOLDER')
  process.exit(2)
}
const { LATEST } = await loadTypeScript('src/versions.ts')
const { removedApi } = await loadTypeScript('src/schema/removed.ts')
const minors = fs
  .readdirSync(folder)
  .map((file) => /^1\.(\d+)\.json$/.exec(file)?.[1])
  .filter((minor) => minor !== undefined && Number(minor) >= OLDEST)
  .sort((a, b) => a - b)
/** A beta still has API versions that end with the release. */
const isServed = (minor) => ({ group, version, kind }) => {
  const { removedIn } = removedApi(group === '' ? version : `${group}/${version}`, kind) ?? {}
  return removedIn === undefined || Number(removedIn.slice(2)) > Number(minor)
}
const facts = minors.map((minor) => {
  const { kinds, types } = JSON.parse(fs.readFileSync(path.join(folder, `1.${minor}.json`), 'utf8'))
  return { kinds: kinds.filter(isServed(minor)), types }
})
const latest = minors.indexOf(LATEST.slice(2))
if (latest === -1) {
  console.error(`${folder} has no ${LATEST}.json, the newest release of src/versions.ts`)
  process.exit(2)
}
fs.mkdirSync(tables, { recursive: true })
const texts = facts.map((each) => table(each, facts[latest]))
for (const [at, minor] of minors.entries()) {
  // What every run may read is written out; each other one is what differs from its neighbor on the way there.
  const text = at === latest ? texts[at] : difference(texts[at], texts[at < latest ? at + 1 : at - 1])
  fs.writeFileSync(path.join(tables, `1.${minor}.txt`), text)
  console.log(`1.${minor}: ${text.length} bytes`)
}
fs.writeFileSync(path.join(root, 'src/model/newer-fields.generated.d.ts'), augmentation(facts.at(-1)))
