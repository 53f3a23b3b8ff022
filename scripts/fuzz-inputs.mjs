// Makes random mistakes in settings, baselines, comments, annotations, Markdown and manifests, and looks whether podlint says what is wrong, at a place, soon, with the same exit code in each format: see test/fuzz/inputs.ts.
// usage: node scripts/fuzz-inputs.mjs [COUNT] [SEED] [SECONDS]     a million is some hours of one core; SECONDS end it before
import { loadTypeScript } from './load-typescript.mjs'

const { fuzzInputs } = await loadTypeScript('test/fuzz/inputs.ts')
const count = Number(process.argv[2] ?? 1_000_000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
const seconds = Number(process.argv[4] ?? Number.POSITIVE_INFINITY)
console.log(`${count} texts, seed ${seed}`)
const began = Date.now()
const { count: done, printed, faults } = await fuzzInputs(count, seed, seconds * 1000, (at) => {
  if (at % 50_000 === 0) console.log(`${at} after ${Math.round((Date.now() - began) / 1000)} s`)
})
for (const { input, kind, fault, text } of faults.slice(0, 20)) console.error(`text ${input} (${kind}): ${fault}\n${JSON.stringify(text)}\n`)
console.log(`${done} texts in ${Math.round((Date.now() - began) / 1000)} s, ${printed} of them printed in every format; ${faults.length} with a fault`)
if (faults.length > 0) process.exitCode = 1
