#!/usr/bin/env node
// Makes the commit and the tag of a release; pushing them is left to you. docs/releasing.md has the whole way.
// usage: node scripts/release.mjs VERSION [--dry-run]     such as 1.2.3; --dry-run says what would be done, and does nothing
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const args = process.argv.slice(2)
const isDryRun = args.includes('--dry-run')
const [version, ...rest] = args.filter((arg) => arg !== '--dry-run')
if (!/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(version ?? '') || rest.length > 0) refuse('usage: node scripts/release.mjs VERSION [--dry-run]     such as 1.2.3')

const tag = `v${version}`
const today = new Date().toISOString().slice(0, 10)
const { version: current } = JSON.parse(read('package.json'))
if (isOlder(version, current)) refuse(`${version} is older than ${current}`)
if (git('tag', '--list', tag) !== '') refuse(`The tag ${tag} is there already`)
if (git('status', '--porcelain') !== '') refuse('Commit or stash your changes first: a release has nothing that is not on its branch')

const inJson = `"version": "${current}"`
/** File → what is replaced in it, with what, and how many times if not always. */
const REPLACED = {
  'package.json': [inJson, `"version": "${version}"`],
  // Of the project itself, twice at its head; packages further down may have the same version.
  'package-lock.json': [inJson, `"version": "${version}"`, 2],
  'editors/vscode/package.json': [inJson, `"version": "${version}"`],
  'src/project.ts': [`VERSION = '${current}'`, `VERSION = '${version}'`],
  'docs/integrations/pre-commit.md': [`rev: v${current}\n`, `rev: v${version}\n`],
  'CHANGELOG.md': ['## Unreleased\n', `## Unreleased\n\n## ${version} - ${today}\n`],
}
if (!/^- /m.test(read('CHANGELOG.md').split(/^## /m).find((section) => section.startsWith('Unreleased\n')) ?? '')) refuse('CHANGELOG.md says nothing under "## Unreleased"')
const texts = Object.entries(REPLACED).map(([file, [from, to, times = Number.POSITIVE_INFINITY]]) => {
  const parts = read(file).split(from)
  if (parts.length === 1) refuse(`${file} has no ${from.trim()}`)
  const last = Math.min(times, parts.length - 1)
  return [file, parts.slice(0, last).map((part) => part + to).join('') + parts.slice(last).join(from)]
})

if (isDryRun) {
  console.log(`would change ${Object.keys(REPLACED).join(', ')}, run generate.mjs and build.mjs, commit "podlint ${version}" and tag ${tag}`)
} else {
  for (const [file, text] of texts) writeFileSync(join(root, file), text)
  for (const script of ['generate.mjs', 'build.mjs']) execFileSync(process.execPath, [join(root, 'scripts', script)], { cwd: root, stdio: 'inherit' })
  git('add', '--all')
  git('commit', '--message', `podlint ${version}`)
  git('tag', '--annotate', '--message', `podlint ${version}`, tag)
  console.log(`${tag} is committed and tagged. Look at it with: git show --stat ${tag}\nThen: git push origin HEAD ${tag}`)
}

function read(file) {
  return readFileSync(join(root, file), 'utf8')
}

function git(...parameters) {
  return execFileSync('git', parameters, { cwd: root, encoding: 'utf8' })
}

function isOlder(a, b) {
  const [numbers, others] = [a, b].map((text) => text.split('.').map(Number))
  const at = numbers.findIndex((number, index) => number !== others[index])
  return at !== -1 && numbers[at] < others[at]
}

function refuse(reason) {
  console.error(reason)
  process.exit(2)
}
