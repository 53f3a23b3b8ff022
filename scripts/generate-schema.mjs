#!/usr/bin/env node
// Makes src/schema/tables/<minor>.txt, and the types that kubernetes-types lacks, from the facts of Kubernetes' OpenAPI documents.
// usage: node scripts/generate-schema.mjs FOLDER
//   FOLDER/<minor>.json  {kinds: [{group, version, kind, plural, namespaced, type}], types: {<OpenAPI name>: {properties, required, …}}},
//                        where a property is a JSON schema whose references are {ref: <OpenAPI name>}
// The format of a table is described in src/schema/table.ts.
import fs from 'node:fs'
import path from 'node:path'

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
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1': 'f',
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

/** Calls `see` with every type that the field refers to. */
function code(schema, home, see) {
  if (schema.ref) {
    if (SPECIAL[schema.ref]) return SPECIAL[schema.ref]
    see(schema.ref)
    const [typePackage, name] = split(schema.ref)
    return typePackage === home ? name : `${typePackage} ${name}`
  }
  if (schema.type === 'array') {
    const set = schema['x-kubernetes-list-type'] === 'set' ? '=' : ''
    const keys = (schema['x-kubernetes-list-map-keys'] ?? []).map((key) => `${key};`).join('')
    return `[${set}${keys}${code(schema.items, home, see)}`
  }
  if (schema.additionalProperties) return `{${code(schema.additionalProperties, home, see)}`
  const scalar = SCALARS[schema.format ?? schema.type]
  if (scalar === undefined) throw new Error(`No code for ${JSON.stringify(schema)}`)
  return scalar
}

function table({ kinds, types }) {
  const kindOf = new Map(kinds.map((kind) => [kind.type, kind]))
  const bodies = new Map()
  const packages = new Map()
  // Only what a manifest can reach: no lists, no options of requests.
  const queue = [...kindOf.keys()]
  const seen = new Set(queue)
  for (const openApiName of queue) {
    const type = types[openApiName]
    if (!type) throw new Error(`No type ${openApiName}`)
    const [home, name] = split(openApiName)
    const required = new Set(type.required)
    const see = (ref) => {
      if (!seen.has(ref)) queue.push(ref)
      seen.add(ref)
    }
    const kind = kindOf.get(openApiName)
    const fields = []
    for (const [field, schema] of Object.entries(type.properties ?? {})) {
      if (kind && (field === 'apiVersion' || field === 'kind')) continue
      const type = code(schema, home, see)
      fields.push(`${field}${required.has(field) ? '!' : ''}${type && ':'}${type}`)
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

function typescript(schema, home) {
  if (schema.ref) {
    const [typePackage, name] = split(schema.ref)
    return TYPESCRIPT[name] ?? (typePackage === home ? name : `import('kubernetes-types/${typePackage}').${name}`)
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
    const field = /^ {4}"?([\w$-]+)"?\??:/.exec(line)?.[1]
    if (field) fields.add(field)
  }
  return interfaces
}

function augmentation({ kinds, types }) {
  const apiVersions = new Map(kinds.map((kind) => [kind.type, kind.group === '' ? kind.version : `${kind.group}/${kind.version}`]))
  const modules = new Map()
  for (const [openApiName, type] of Object.entries(types)) {
    const [home, name] = split(openApiName)
    const file = path.join(root, 'node_modules/kubernetes-types', `${home}.d.ts`)
    // Interfaces only merge into modules that exist.
    if (type.type !== 'object' || !fs.existsSync(file)) continue
    if (!modules.has(home)) modules.set(home, { known: declared(file), lines: [] })
    const { known, lines } = modules.get(home)
    const fields = Object.entries(type.properties ?? {})
      .filter(([field]) => !known.get(name)?.has(field))
      .sort(byFirst)
    if (fields.length === 0 && known.has(name)) continue
    lines.push(`  export interface ${name} {`)
    for (const [field, schema] of fields) {
      const literal = { apiVersion: apiVersions.get(openApiName), kind: name }[field]
      lines.push(`    ${/^\w+$/.test(field) ? field : `'${field}'`}?: ${literal && apiVersions.has(openApiName) ? `'${literal}'` : typescript(schema, home)}`)
    }
    lines.push('  }')
  }
  const blocks = [...modules].filter(([, { lines }]) => lines.length > 0).sort(byFirst)
  return `// Generated by scripts/generate-schema.mjs: what newer versions of Kubernetes add to the types of kubernetes-types.
export {}
${blocks.map(([home, { lines }]) => `\ndeclare module 'kubernetes-types/${home}' {\n${lines.join('\n')}\n}\n`).join('')}`
}

const folder = process.argv[2]
if (!folder) {
  console.error('usage: node scripts/generate-schema.mjs FOLDER')
  process.exit(2)
}
const minors = fs
  .readdirSync(folder)
  .map((file) => /^1\.(\d+)\.json$/.exec(file)?.[1])
  .filter((minor) => minor !== undefined && Number(minor) >= OLDEST)
  .sort((a, b) => a - b)
fs.mkdirSync(tables, { recursive: true })
let newest
for (const minor of minors) {
  newest = JSON.parse(fs.readFileSync(path.join(folder, `1.${minor}.json`), 'utf8'))
  const text = table(newest)
  fs.writeFileSync(path.join(tables, `1.${minor}.txt`), text)
  console.log(`1.${minor}: ${text.length} bytes`)
}
fs.writeFileSync(path.join(root, 'src/model/newer-fields.generated.d.ts'), augmentation(newest))
