/** Fixes on manifests that a live API server has judged: the patch is one that git takes, does what --fix does, and leaves nothing that could be fixed. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { areas, casesOf, textOf } from '../../conformance/run.ts'
import { git, gitRepository } from '../child-process.ts'
import { want } from '../want.ts'
import { folder, podlint } from './run-cli.ts'

beforeEach((context) => want(context, 'git'))

/** One of so many. */
const EVERY = 60
const FLAGS = ['--preset', 'strict', '--unsafe-fixes', '--no-config', '--allow-empty'] as const

/** In block style, in flow style, with and without a comment at the end of lines. Texts that are odd in themselves stay as they are. */
function styled(text: string, at: number): string {
  if (!text.startsWith('{') || at % 3 === 0) return text
  const block = stringify(parse(text), at % 3 === 1 ? { lineWidth: 0 } : { lineWidth: 0, defaultStringType: 'QUOTE_SINGLE', indent: 4 })
  return at % 2 === 0 ? block.replaceAll(/^(\s*[\w.]+:)$/gm, '$1 # as it was') : block
}

test('of every kind', { timeout: 300_000 }, async () => {
  const cases = areas().flatMap((area) => casesOf(area)).filter((_, at) => at % EVERY === 0)
  const files = Object.fromEntries(cases.map((each, at) => [`${each.id}.${at % 3 === 0 && textOf(each, '1.37').startsWith('{') ? 'json' : 'yaml'}`, styled(textOf(each, '1.37'), at)]))
  const cwd = folder(files)
  gitRepository(cwd)
  const names = readdirSync(cwd).filter((name) => name !== '.git')
  const texts = () => Object.fromEntries(names.map((name) => [name, readFileSync(join(cwd, name), 'utf8')]))

  const { stdout: patch, stderr } = await podlint(['--diff', ...FLAGS], { cwd })
  expect(Number(/would fix (\d+) findings/.exec(stderr)?.[1])).toBeGreaterThan(120)
  expect(texts()).toEqual(files)
  const file = join(folder({}), 'fix.patch')
  writeFileSync(file, patch)
  git(cwd, 'apply', '--check', file)
  git(cwd, 'apply', file)
  const patched = texts()
  git(cwd, 'checkout', '--quiet', '.')

  const fixed = await podlint(['fix', ...FLAGS, '-f', 'json'], { cwd })
  expect(texts()).toEqual(patched)
  const { diagnostics } = JSON.parse(fixed.stdout) as { diagnostics: { file: string; rule: string; fix: string | null }[] }
  expect(diagnostics.filter(({ fix }) => fix !== null)).toEqual([])
  expect((await podlint(['--diff', ...FLAGS], { cwd })).stdout).toBe('')
  for (const name of names.filter((each) => each.endsWith('.json'))) if (isJson(files[name]!)) expect(isJson(patched[name]!), name).toBe(true)
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
