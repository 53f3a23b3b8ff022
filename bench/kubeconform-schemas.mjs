// Makes bench/.cache/schemas, one strict JSON Schema for each kind, which kubeconform and the baseline of yaml and ajv validate with:
//
//   node bench/kubeconform-schemas.mjs FILE
//
// FILE is Kubernetes' own OpenAPI document (api/openapi-spec/swagger.json of a release tag of github.com/kubernetes/kubernetes), or the
// shorter form of it that scripts/generate-schema.mjs reads, with `types` for `definitions` and `ref` for `$ref`.
//
// Every schema has the definitions it needs in itself, each once: the form that is the cheapest to read and to compile.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const file = process.argv[2]
if (file === undefined) {
  console.error('usage: node bench/kubeconform-schemas.mjs FILE')
  process.exit(2)
}
const document = JSON.parse(readFileSync(file, 'utf8'))
const types = document.types ?? document.definitions
const target = join(import.meta.dirname, '.cache/schemas')

const SCALAR_KEYS = ['format', 'enum', 'required']

/** Forms that the document calls strings but the API server reads as numbers too. */
const NUMBER_OR_STRING = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': 'number',
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': 'integer',
}

const definitionName = (reference) => reference.split('/').pop()

/** The strict JSON Schema of one type: no other fields, and null wherever the API server takes it for absent. Adds what it refers to to `needed`. */
function toJsonSchema(schema, needed) {
  const reference = schema.ref ?? schema.$ref
  if (reference !== undefined) {
    needed.add(definitionName(reference))
    return { $ref: `#/definitions/${definitionName(reference)}` }
  }
  const result = {}
  if (schema.type !== undefined) result.type = [schema.type, 'null']
  for (const key of SCALAR_KEYS) if (schema[key] !== undefined) result[key] = schema[key]
  if (schema.items !== undefined) result.items = toJsonSchema(schema.items, needed)
  if (schema.properties !== undefined) {
    result.properties = Object.fromEntries(Object.entries(schema.properties).map(([name, property]) => [name, toJsonSchema(property, needed)]))
    result.additionalProperties = false
  } else if (typeof schema.additionalProperties === 'object') {
    result.additionalProperties = toJsonSchema(schema.additionalProperties, needed)
  }
  return result
}

function schemaOf(name, { group, version, kind }) {
  const needed = new Set()
  const { properties, ...root } = toJsonSchema(types[name], needed)
  const definitions = {}
  // A set can grow while it is walked: types that are first met in here come later.
  for (const type of needed) {
    const other = NUMBER_OR_STRING[type]
    definitions[type] = other === undefined ? toJsonSchema(types[type], needed) : { type: ['string', other, 'null'] }
  }
  const apiVersion = group === '' ? version : `${group}/${version}`
  return { ...root, properties: { ...properties, apiVersion: { enum: [apiVersion] }, kind: { enum: [kind] } }, definitions }
}

rmSync(target, { recursive: true, force: true })
mkdirSync(target, { recursive: true })
let count = 0
for (const [name, type] of Object.entries(types)) {
  const kinds = type['x-kubernetes-group-version-kind'] ?? []
  // DeleteOptions and WatchEvent belong to every group and stand in no manifest.
  if (kinds.length !== 1 || type.properties?.kind === undefined) continue
  const { group, version, kind } = kinds[0]
  const suffix = [...(group === '' ? [] : [group.split('.')[0]]), version].join('-')
  writeFileSync(join(target, `${kind}-${suffix}.json`.toLowerCase()), JSON.stringify(schemaOf(name, kinds[0])))
  count++
}
console.error(`${count} schemas in ${target}`)
