#!/usr/bin/env node
// Writes every file that is made from others: the parser's core from src/assembly, and from the rules their indices, docs/rules, and what further generators register below.
// usage: node scripts/generate.mjs [--check]     --check writes nothing and fails when a file is not fresh
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { compileCore } from './compile-core.mjs'
import { configFiles } from './generate-config-schema.mjs'
import { rulePages } from './generate-docs.mjs'
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

const sources = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && name.includes('/'))
    .sort()

/** In the order in which rules are listed, so that sorting them takes no time at the start of every run. */
function ruleIndex(categories) {
  const files = categories.flatMap((category) => sources('src/rules').filter((file) => file.startsWith(`${category}/`)))
  const name = (file) => file.replace(/\.ts$/, '').replace(/[/-]+(\w)/g, (_, letter) => letter.toUpperCase())
  const imports = files.map((file) => `import ${name(file)} from './${file}'`)
  const entries = files.map((file) => {
    const [category, id] = file.replace(/\.ts$/, '').split('/')
    return `  named(${name(file)}, '${category}', '${id}'),`
  })
  return `// Made by scripts/generate.mjs from the names of the files.\nimport { named, type Rule } from '../engine/define-rule.ts'\n${imports.join('\n')}\n\nexport const rules: readonly Rule[] = [\n${entries.join('\n')}\n]\n`
}

function constraintIndex() {
  const files = sources('src/schema/constraints')
  const name = (file) => file.replace(/\.ts$/, '').replace(/[/-]+(\w)/g, (_, letter) => letter.toUpperCase())
  const imports = files.map((file) => `import ${name(file)} from './${file}'`)
  return `// Made by scripts/generate.mjs from the names of the files.\nimport type { ConstraintSet } from '../constraints.ts'\n${imports.join('\n')}\n\nexport const constraintSets: readonly ConstraintSet[] = [${files.map(name).join(', ')}]\n`
}

put('src/parser/core.wasm', await compileCore())
const { CATEGORIES, PRESETS, exampleText } = await loadTypeScript('src/engine/define-rule.ts')
put('src/rules/index.ts', ruleIndex(CATEGORIES))
put('src/schema/constraints/index.ts', constraintIndex())

const { allRules } = await loadTypeScript('src/rules.ts')
const rules = allRules()
const pages = rulePages(rules, exampleText)
for (const [path, text] of Object.entries(pages)) put(path, text)
// A page whose rule is gone.
for (const file of existsSync(join(root, 'docs/rules')) ? readdirSync(join(root, 'docs/rules')) : []) {
  const path = `docs/rules/${file}`
  if (path in pages) continue
  stale.push(path)
  if (!check) rmSync(join(root, path))
}

const { MINORS } = await loadTypeScript('src/versions.ts')
const { FORMATS } = await loadTypeScript('src/reporters/index.ts')
const { HOMEPAGE } = await loadTypeScript('src/project.ts')
const settings = configFiles({ rules, presets: PRESETS, minors: MINORS, formats: Object.keys(FORMATS), homepage: HOMEPAGE })
for (const [path, text] of Object.entries(settings)) put(path, text)

const { LINE_PATTERNS } = await loadTypeScript('src/reporters/line-patterns.ts')
const pattern = { regexp: LINE_PATTERNS.github, file: 1, line: 2, column: 3, severity: 4, message: 5, code: 6 }
put('editors/github-matcher.json', `${JSON.stringify({ problemMatcher: [{ owner: 'podlint', pattern: [pattern] }] }, null, 2)}\n`)

if (stale.length > 0) console.log(`${check ? 'not fresh' : 'written'}: ${stale.join(', ')}`)
if (check && stale.length > 0) {
  console.log('run: npm run generate')
  process.exitCode = 1
}
