#!/usr/bin/env node
// Makes conformance/ from manifests judged by a live kube-apiserver.
// usage: node scripts/import-conformance.mjs FOLDER
//   FOLDER/bases/<id>.yaml            valid objects; FOLDER/bases-<minor>/ overrides some of them for an older minor
//   FOLDER/cases/<area>.yaml          [{id, aims, base, patch: RFC 6902} or {id, aims, raw: text}], `with`: bases that must exist beside it
//   FOLDER/verdicts/<minor>.json      {<id>: {code, reason, causes: [{field, reason}], warnings}}
// What it writes is described in conformance/README.md.
import fs from 'node:fs'
import path from 'node:path'
import YAML from 'yaml'
import { reduceVerdict } from './reduce-verdict.mjs'

const NEWEST = '1.37'
const OLDER = '1.30'
/** Read a number of times by kubectl: YAML 1.1, but no timestamps and no base 60. */
const reader = { version: '1.1', maxAliasCount: -1, customTags: (tags) => tags.filter((tag) => tag.tag !== 'tag:yaml.org,2002:timestamp' && tag.format !== 'TIME') }

const from = process.argv[2]
if (!from) {
  console.error('usage: node scripts/import-conformance.mjs FOLDER')
  process.exit(2)
}
const to = path.resolve(import.meta.dirname, '../conformance')
const read = (...names) => fs.readFileSync(path.join(from, ...names), 'utf8')
const verdicts = { [NEWEST]: JSON.parse(read('verdicts', `${NEWEST}.json`)), [OLDER]: JSON.parse(read('verdicts', `${OLDER}.json`)) }

function judged(id) {
  const newest = reduceVerdict(verdicts[NEWEST][id])
  const older = reduceVerdict(verdicts[OLDER][id])
  return JSON.stringify(newest) === JSON.stringify(older) ? { verdict: newest } : { verdict: newest, [OLDER]: older }
}

/** Texts at the limits of a size are one character many times: `{$join: ['{', ['x', 65536]]}`. */
function shorten(value) {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('JSON has no NaN and no infinity')
  if (typeof value === 'string') {
    const runs = [...value.matchAll(/(.)\1{299,}/gsu)]
    if (runs.length === 0) return value
    const parts = []
    let at = 0
    for (const { 0: run, 1: character, index } of runs) {
      parts.push(value.slice(at, index), [character, run.length / character.length])
      at = index + run.length
    }
    return { $join: [...parts, value.slice(at)].filter((part) => part !== '') }
  }
  if (Array.isArray(value)) return value.map(shorten)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, shorten(below)]))
}

function copyYaml(folder) {
  fs.rmSync(path.join(to, folder), { recursive: true, force: true })
  fs.mkdirSync(path.join(to, folder), { recursive: true })
  const files = fs.readdirSync(path.join(from, folder)).filter((file) => file.endsWith('.yaml'))
  for (const file of files) fs.writeFileSync(path.join(to, folder, file), read(folder, file))
  return files.map((file) => file.slice(0, -5))
}

function writeCases(area, cases) {
  const lines = cases.map((each) => JSON.stringify(each))
  fs.writeFileSync(path.join(to, 'cases', `${area}.jsonl`), lines.map((line) => `${line}\n`).join(''))
  return cases.length
}

const bases = copyYaml('bases')
copyYaml(`bases-${OLDER}`)
fs.rmSync(path.join(to, 'cases'), { recursive: true, force: true })
fs.mkdirSync(path.join(to, 'cases'), { recursive: true })
// An object of a custom kind needs the definition of that kind beside it.
const definitionOf = (base) => (base.startsWith('crd-cr-') ? { with: [base.replace(/^crd-cr-([a-z]+?)\d*(-.*)?$/, 'crd-with-$1')] } : {})
let count = writeCases('bases', bases.map((base) => ({ id: `base.${base}`, aims: 'a valid object', base, ...definitionOf(base), ...judged(`base.${base}`) })))
for (const file of fs.readdirSync(path.join(from, 'cases')).sort()) {
  const area = path.basename(file, '.yaml')
  const cases = []
  for (const { id, aims, base, patch, raw, with: needed } of YAML.parse(read('cases', file), reader)) {
    const verdict = judged(id)
    if (verdict.verdict === null && !verdict[OLDER]) continue
    // The sections of a document that is not here.
    const aim = aims.replace(/^\d\d[a-z]?([/-]\w+)? ([A-Z](\/[A-Z])*,? )?/, '')
    cases.push({ id, aims: aim, ...(raw === undefined ? { base, patch: shorten(patch) } : { raw: shorten(raw) }), ...(needed?.length ? { with: needed } : {}), ...verdict })
  }
  count += writeCases(area, cases)
}
console.log(`${count} cases`)
