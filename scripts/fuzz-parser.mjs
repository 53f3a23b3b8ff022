// Mutates texts at random, reads each both ways, and what both read with the package yaml as well, and stops at the first difference or crash.
// usage: node scripts/fuzz-parser.mjs [COUNT] [SEED]
import { readdirSync, readFileSync } from 'node:fs'
import { loadTypeScript } from './load-typescript.mjs'

const { compareBothWays } = await loadTypeScript('test/parser/compare.ts')
const count = Number(process.argv[2] ?? 100_000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
console.log(`${count} inputs, seed ${seed}`)

let state = seed
/** A whole number below `limit`: mulberry32. */
function random(limit) {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) % limit
}

const PIECES = [
  '\n', '\n', ' ', '  ', '- ', ': ', ':', '"', "'", '#', ' #', '|', '>', '|-', '>+', '|2', '[', ']', '{', '}', ',', '\t', '&a ', '*a', '<<: *a', '!!str ', '? ', '---', '...',
  '\n---\n', '\n...\n', '%', '@', '\\', '\\n', '\\x41', '\\u00e9', '\r\n', '\r', 'a', '0x1F', 'yes', '~', '1', '\n  ', '\n- ', '\n  - ', 'key: value\n', 'é', '😀', '\u2028', '\ufeff',
] // prettier-ignore
const folder = new URL('../fixtures/parser/', import.meta.url)
const texts = readdirSync(folder).sort().map((name) => readFileSync(new URL(name, folder), 'utf8'))

function mutate(text) {
  const lines = text.split('\n')
  const from = random(lines.length)
  let mutant = random(3) === 0 ? text : lines.slice(from, from + 2 + random(12)).join('\n') + (random(4) > 0 ? '\n' : '')
  for (let i = random(3); i >= 0; i--) {
    const at = random(mutant.length + 1)
    const cut = random(3) === 0 ? random(4) : 0
    const piece = random(5) === 0 ? mutant.slice(at, at + random(20)) : random(4) === 0 ? '' : PIECES[random(PIECES.length)]
    const to = random(6) === 0 ? random(mutant.length + 1) : at
    mutant = mutant.slice(0, to) + piece + mutant.slice(to + cut)
  }
  return mutant
}

const total = { same: 0, declined: 0, faults: 0 }
for (let i = 0; i < count; i++) {
  const text = mutate(texts[random(texts.length)])
  let outcome
  try {
    outcome = compareBothWays(text)
  } catch (error) {
    console.error(`crash, input ${i}: ${JSON.stringify(text)}`)
    throw error
  }
  if (outcome.differences.length > 0) {
    console.error(`input ${i}: ${JSON.stringify(text)}\n${outcome.differences.join('\n')}`)
    process.exitCode = 1
    break
  }
  for (const key of ['same', 'declined', 'faults']) total[key] += outcome[key]
}
console.log(total)
