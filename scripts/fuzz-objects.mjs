// Makes random mistakes in objects and looks whether what podlint says of them is sound: see test/fuzz/properties.ts.
// usage: node scripts/fuzz-objects.mjs [COUNT] [SEED]
import { loadTypeScript } from './load-typescript.mjs'

const { fuzz } = await loadTypeScript('test/fuzz/fuzz.ts')
const count = Number(process.argv[2] ?? 20_000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
console.log(`${count} inputs, seed ${seed}`)
const faults = await fuzz(count, seed)
if (faults.length > 0) {
  console.error(faults.slice(0, 20).join('\n\n'))
  console.error(`${faults.length} inputs with a fault`)
  process.exitCode = 1
}
