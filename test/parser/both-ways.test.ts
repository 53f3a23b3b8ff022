import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compareBothWays } from './compare.ts'

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.(ya?ml|json)$/.test(path) && statSync(path).isFile())
    .sort()
}

/** What the scanner leaves to the slow way, or finds wrong, on purpose. */
const LEFT: Record<string, string> = {
  'broken.yaml': '0 declined, 5 faults',
  'directives.yaml': '1 declined, 0 faults',
  'document-oddities.yaml': '3 declined, 0 faults',
  'merges.yaml': '1 declined, 0 faults',
  'tags.yaml': '1 declined, 0 faults',
}

describe('both ways read alike', () => {
  test.each(filesIn('fixtures/parser'))('%s', (path) => {
    const { differences, declined, faults } = compareBothWays(readFileSync(path, 'utf8'))
    expect(differences).toEqual([])
    expect(`${declined} declined, ${faults} faults`).toBe(LEFT[path.split('/').at(-1)!] ?? '0 declined, 0 faults')
  })

  test('all other texts of the project', () => {
    for (const path of [...filesIn('fixtures'), ...filesIn('examples')]) expect(compareBothWays(readFileSync(path, 'utf8')).differences, path).toEqual([])
  })
})
