/** The npm package: what is in it. `scripts/check-package.mjs` installs and uses it. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadReporter } from '../src/reporters/index.ts'
import { LINE_PATTERNS } from '../src/reporters/line-patterns.ts'
import { run } from './child-process.ts'
import { everyday } from './reporters/reports.ts'

const root = join(import.meta.dirname, '..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

interface Packed {
  files: { path: string; mode: number; size: number }[]
  unpackedSize: number
}
const [packed] = JSON.parse(run('npm', ['pack', '--dry-run', '--json'], { cwd: root, shell: process.platform === 'win32' }).stdout) as [Packed]
const paths = packed.files.map(({ path }) => path)

test('the package has the bundle without the action, the schema, the matcher, and what a reader wants; nothing else', () => {
  const bundle = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
    .map((path) => `dist/${path.replaceAll('\\', '/')}`)
    .filter((path) => statSync(join(root, path)).isFile() && path !== 'dist/action.cjs')
  expect(paths.toSorted()).toEqual([...bundle, 'CHANGELOG.md', 'LICENSE', 'README.md', 'editors/github-matcher.json', 'package.json', 'schema/podlint.schema.json'].sort())
})

test('it is small, but for the engines', () => {
  const sizeOf = (name: string) => packed.files.find(({ path }) => path === `dist/parts/${name}.br`)!.size
  const engines = ['cel', 'render'].map((name) => sizeOf(`${name}.wasm`) + sizeOf(`${name}.memory`))
  for (const size of engines) expect(size).toBeLessThan(4_200_000)
  expect(packed.unpackedSize - engines[0]! - engines[1]!).toBeLessThan(3_850_000)
})

test('what package.json names is there, and the program may be run', () => {
  const { exports, main, types, bin } = manifest
  for (const path of [exports['.'].types, exports['.'].default, exports['./schema.json'], main, types, bin.podlint]) expect(paths).toContain(path.replace('./', ''))
  expect(packed.files.find(({ path }) => path === bin.podlint)!.mode & 0o111).toBe(0o111)
})

test.each(['text', 'concise'])('the matcher for GitHub reads %s', async (name) => {
  const [{ pattern: patterns }] = JSON.parse(readFileSync(join(root, 'editors/github-matcher.json'), 'utf8')).problemMatcher
  const [{ regexp, ...groups }] = patterns
  expect(regexp).toBe(LINE_PATTERNS.github)
  const reporter = await loadReporter(name, root)
  const lines = (await reporter!(everyday(), { color: false, cwd: root, quiet: false })).split('\n')
  const found = lines.flatMap((line) => {
    const match = new RegExp(regexp).exec(line)
    return match === null ? [] : [Object.fromEntries(Object.entries(groups as Record<string, number>).map(([group, index]) => [group, match[index]]))]
  })
  expect(found).toEqual(
    everyday()
      .diagnostics.filter(({ severity }) => severity !== 'info')
      .map(({ file, start, severity, message, rule }) => ({ file, line: String(start.line), column: String(start.column), severity, message, code: rule })),
  )
})
