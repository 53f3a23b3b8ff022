#!/usr/bin/env node
// Makes the files of the catalogue, one for each group, from the CustomResourceDefinitions of operators' releases: see src/schema/crd/catalogue.ts.
// usage: node scripts/generate-catalogue.mjs LIST FOLDER
//   LIST    a JSON file: [{ "release": "cert-manager v1.19.1", "license": "Apache-2.0", "source": "https://…", "path": "FILE or FOLDER with its definitions" }]; of two that have a kind the first counts
//   FOLDER  is emptied, and gets <group>.json and SOURCES.md
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { loadTypeScript } from './load-typescript.mjs'

const LICENSES = new Set(['Apache-2.0', 'MIT', 'BSD-2-Clause', 'BSD-3-Clause'])
/** Text for people, what clients do with it, and what structural schemas cannot have. */
const LEFT_OUT = new Set(['description', 'title', 'example', 'externalDocs', '$schema', 'x-kubernetes-map-type', 'x-kubernetes-patch-strategy', 'x-kubernetes-patch-merge-key'])
/** Shorter ones are as short as the number that would stand for them. */
const SHORTEST_SHARED = 12

const { KEYWORDS, WORDS } = await loadTypeScript('src/schema/crd/catalogue.ts')
const SHORT = new Map(Object.entries(KEYWORDS).map(([short, keyword]) => [keyword, short]))
const WORD = new Map(Object.entries(WORDS).map(([word, schema]) => [sorted(schema), word]))

const [list, folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: node scripts/generate-catalogue.mjs LIST FOLDER')
const groups = new Map()
const sources = []
for (const { release, license, source, path } of JSON.parse(readFileSync(list, 'utf8'))) {
  if (!LICENSES.has(license)) throw new Error(`${release}: its license is ${license}, not one of ${[...LICENSES].join(', ')}`)
  let kinds = 0
  for (const definition of definitionsIn(resolve(dirname(list), path))) if (take(definition, release)) kinds++
  sources.push(`| ${release} | ${license} | ${source} | ${kinds} |`)
}
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
for (const [group, kinds] of groups) writeFileSync(join(folder, `${group}.json`), groupText([...kinds.values()]))
writeFileSync(join(folder, 'SOURCES.md'), `# Where the catalogue comes from\n\nMade by scripts/generate-catalogue.mjs. Names, types and rules of fields are those of the definitions of these releases; text for people is left out.\n\n| release | license | source | kinds |\n|---|---|---|--:|\n${sources.join('\n')}\n`)
console.log(`${[...groups.values()].reduce((sum, kinds) => sum + kinds.size, 0)} kinds of ${groups.size} groups`)

/** Every definition in a file or a folder. */
function* definitionsIn(path) {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) if (statSync(join(path, name)).isDirectory() || /\.(ya?ml|json)$/.test(name)) yield* definitionsIn(join(path, name))
    return
  }
  for (const document of parseAllDocuments(readFileSync(path, 'utf8'), { logLevel: 'silent' })) {
    if (document.errors.length > 0) continue
    const value = document.toJS({ maxAliasCount: -1 })
    for (const each of value?.kind === 'List' ? (value.items ?? []) : [value]) if (each?.kind === 'CustomResourceDefinition' && each.apiVersion === 'apiextensions.k8s.io/v1') yield each
  }
}

/** Whether it is the first of its kind, and has a version to speak of. */
function take({ spec }, release) {
  const { group, names, scope, versions = [] } = spec ?? {}
  const kinds = groups.get(group) ?? new Map()
  if (names?.kind === undefined || kinds.has(names.kind)) return false
  const served = versions.filter((version) => version.served && version.schema?.openAPIV3Schema !== undefined).map((version) => versionOf(version, group, names.kind, versions))
  if (served.length === 0) return false
  kinds.set(names.kind, {
    kind: names.kind,
    ...(names.listKind === undefined || names.listKind === `${names.kind}List` ? {} : { list: names.listKind }),
    ...(scope === 'Cluster' ? { cluster: true } : {}),
    release,
    versions: served,
  })
  groups.set(group, kinds)
  return true
}

function versionOf({ name, schema, deprecated, deprecationWarning, subresources }, group, kind, all) {
  const successor = all.find((each) => each.served && !each.deprecated)?.name
  const { specReplicasPath, statusReplicasPath } = subresources?.scale ?? {}
  return {
    name,
    schema: plain(schema.openAPIV3Schema),
    ...(deprecated ? { deprecation: deprecationWarning ?? `${group}/${name} ${kind} is deprecated${successor === undefined ? '' : `; use ${group}/${successor}`}` } : {}),
    ...(subresources?.status === undefined ? {} : { status: true }),
    ...(specReplicasPath === undefined ? {} : { scale: { specReplicasPath, statusReplicasPath } }),
  }
}

/** Schemas that are there more than once are written once. */
function groupText(kinds) {
  const counts = new Map()
  const count = (schema) => {
    const key = sorted(schema)
    counts.set(key, (counts.get(key) ?? 0) + 1)
    if (counts.get(key) === 1) for (const below of schemasIn(schema)) count(below)
  }
  for (const { versions } of kinds) for (const { schema } of versions) count(schema)
  const shared = []
  const indices = new Map()
  const write = (schema) => {
    const key = sorted(schema)
    if (WORD.has(key)) return WORD.get(key)
    if (counts.get(key) === 1 || key.length < SHORTEST_SHARED) return written(schema, write)
    if (!indices.has(key)) {
      const index = shared.push(null) - 1
      indices.set(key, index)
      shared[index] = written(schema, write)
    }
    return indices.get(key)
  }
  const made = kinds.map(({ versions, ...kind }) => ({ ...kind, versions: versions.map(({ schema, ...version }) => ({ ...version, schema: write(schema) })) }))
  return `${JSON.stringify({ kinds: made, shared })}\n`
}

/** With short names for its keywords, and what `write` makes of the schemas in it. */
function written(schema, write) {
  const short = {}
  for (const [keyword, value] of Object.entries(schema)) short[SHORT.get(keyword) ?? keyword] = mapSchemas(keyword, value, write)
  return short
}

/** Without what is left out, all the way down. */
function plain(schema) {
  const own = {}
  for (const [keyword, value] of Object.entries(schema)) if (!LEFT_OUT.has(keyword) && value !== null) own[keyword] = mapSchemas(keyword, value, plain)
  return own
}

function mapSchemas(keyword, value, map) {
  if (keyword === 'properties') return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, map(each)]))
  if (keyword === 'items' || keyword === 'not' || (keyword === 'additionalProperties' && typeof value === 'object')) return map(value)
  if (keyword === 'allOf' || keyword === 'anyOf' || keyword === 'oneOf') return value.map(map)
  return value
}

function schemasIn(schema) {
  const found = []
  for (const [keyword, value] of Object.entries(schema)) mapSchemas(keyword, value, (each) => (found.push(each), each))
  return found
}

/** The same text for the same schema. */
function sorted(value) {
  return JSON.stringify(value, (_, each) => (typeof each === 'object' && each !== null && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each))
}
