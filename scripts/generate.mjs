#!/usr/bin/env node
// Writes every file that is made from others: the parser's core from src/assembly, and from the rules their indices, docs/rules, and what further generators register below.
// usage: node scripts/generate.mjs [--check]     --check writes nothing and fails when a file is not fresh
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { compileCore } from './compile-core.mjs'
import { configFiles } from './generate-config-schema.mjs'
import { rulePages } from './generate-docs.mjs'
import { partFiles, ruleIndices } from './generate-parts.mjs'
import { checkLines } from './generate-peer-docs.mjs'
import { peerPresets } from './peer-presets.mjs'
import { loadTypeScript } from './load-typescript.mjs'

const root = join(import.meta.dirname, '..')
const check = process.argv.includes('--check')
const stale = []

/** Writes a file, or notes that it differs. Paths are relative to the repository. */
function put(path, content) {
  const file = join(root, path)
  if (existsSync(file) && readFileSync(file).equals(Buffer.from(content))) return
  stale.push(path)
  if (check) return
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

/** Files of a folder whose rule or kind is gone. */
function removeOthers(folder, made) {
  for (const file of existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []) {
    const path = `${folder}/${file}`
    if (path in made) continue
    stale.push(path)
    if (!check) rmSync(join(root, path))
  }
}

put('src/parser/core.wasm', await compileCore())
const { CATEGORIES, PRESETS, exampleText } = await loadTypeScript('src/engine/define-rule.ts')
for (const [path, text] of Object.entries(ruleIndices(CATEGORIES))) put(path, text)

const { documentedRules } = await loadTypeScript('src/rule-docs.ts')
const rules = documentedRules()
const morePresets = peerPresets(rules)
const parts = await partFiles(rules, morePresets, checkLines())
for (const [path, text] of Object.entries(parts)) put(path, text)
removeOthers('src/parts', parts)
const { describeConstraints, whenOf } = await loadTypeScript('src/explain/describe.ts')
const { constraintSets } = await loadTypeScript('src/schema/constraints/index.ts')
const pages = rulePages(rules, exampleText, morePresets, describeConstraints(constraintSets), whenOf)
for (const [path, text] of Object.entries(pages)) put(path, text)
removeOthers('docs/rules', pages)

const { MINORS } = await loadTypeScript('src/versions.ts')
const { FORMATS } = await loadTypeScript('src/reporters/index.ts')
const { HOMEPAGE } = await loadTypeScript('src/project.ts')
const { FLAG_KEYS, keyOf } = await loadTypeScript('src/config/flag-keys.ts')
const { FLAGS } = await loadTypeScript('src/cli/flags.ts')
const flags = Object.entries(FLAG_KEYS).map(([name, kind]) => ({ key: keyOf(name), kind, summary: FLAGS[name].summary, choices: FLAGS[name].choices }))
const settings = configFiles({ rules, categories: CATEGORIES, flags, presets: [...PRESETS, ...Object.keys(morePresets)], minors: MINORS, formats: Object.keys(FORMATS), homepage: HOMEPAGE })
for (const [path, text] of Object.entries(settings)) put(path, text)

const { LINE_PATTERNS } = await loadTypeScript('src/reporters/line-patterns.ts')
const pattern = { regexp: LINE_PATTERNS.github, file: 1, line: 2, column: 3, severity: 4, message: 5, code: 6 }
put('editors/github-matcher.json', `${JSON.stringify({ problemMatcher: [{ owner: 'podlint', pattern: [pattern] }] }, null, 2)}\n`)

if (stale.length > 0) console.log(`${check ? 'not fresh' : 'written'}: ${stale.join(', ')}`)
if (check && stale.length > 0) {
  console.log('run: npm run generate')
  process.exitCode = 1
}
