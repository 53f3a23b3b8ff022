// Applies fixes one by one to random manifests in random styles, and prints every one that does more than it should.
// usage: node scripts/fuzz-fixes.mjs [COUNT] [SEED]
import { loadTypeScript } from './load-typescript.mjs'

const { tryFixes } = await loadTypeScript('test/engine/try-fixes.ts')
const count = Number(process.argv[2] ?? 50_000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
console.log(`${count} fixes, seed ${seed}`)

const { files, fixes, faults } = await tryFixes(count, seed)
for (const fault of faults) console.error(`${fault}\n`)
console.log(`${files} files; ${[...fixes].sort(([, a], [, b]) => b - a).map(([rule, number]) => `${rule} ${number}`).join(', ')}`)
if (faults.length > 0) process.exitCode = 1
