// Times podlint on the worst inputs that are known (bench/worst-inputs.ts), each in four sizes: time that grows faster than the input is a fault, whatever the input.
//
//   node bench/worst.mjs            everything, some minutes
//   node bench/worst.mjs NAME …     only those whose name has one of these words
//   node bench/worst.mjs --smoke    small sizes, and only what is far too slow counts: for machines that have other work
//
// It prints the processor time of each size, and the exponent: 1 is linear, 2 is quadratic. It fails when an exponent is above 1.3, or a megabyte takes more than a second.
import { loadTypeScript } from '../scripts/load-typescript.mjs'

const { WORST_INPUTS } = await loadTypeScript('bench/worst-inputs.ts')
const { lint } = await loadTypeScript('src/index.ts')

const chosen = process.argv.slice(2)
const isSmoke = chosen.includes('--smoke')
const words = chosen.filter((word) => word !== '--smoke')

const DOUBLINGS = isSmoke ? 2 : 3
const LARGEST_EXPONENT = isSmoke ? 1.6 : 1.3
const MOST_PER_MEGABYTE = isSmoke ? 4 : 1
/** Seconds that are not worth judging: V8 compiles, and collects garbage, when it likes to. */
const FLOOR = 0.15
/** The time of a size is the least of so many. */
const ROUNDS = isSmoke ? 1 : 3

async function seconds(text) {
  let least = Infinity
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage()
    await lint([{ file: 'worst.yaml', text, named: true }], { preset: 'strict' })
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1e6)
  }
  return least
}

/** The slope of a line through the logarithms: to what power of the size the time grows. */
function exponentOf(points) {
  const logs = points.map(({ size, time }) => [Math.log(size), Math.log(time)])
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [mean(logs.map(([x]) => x)), mean(logs.map(([, y]) => y))]
  return mean(logs.map((log) => (log[0] - x) * (log[1] - y))) / mean(logs.map((log) => (log[0] - x) ** 2))
}

const inputs = WORST_INPUTS.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
if (inputs.length === 0) {
  console.error(`no input is called ${words.join(' or ')}; there are ${WORST_INPUTS.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}
const width = Math.max(...inputs.map(({ name }) => name.length))
console.log(`${'input'.padEnd(width)}  megabytes  seconds (${DOUBLINGS + 1} sizes, each twice the one before)  exponent  s/MB`)
let failed = 0
for (const { name, size, make } of inputs) {
  const points = []
  for (let doubling = 0; doubling <= DOUBLINGS; doubling++) {
    const text = make((isSmoke ? Math.ceil(size / 4) : size) * 2 ** doubling)
    points.push({ size: text.length, time: await seconds(text) })
  }
  const largest = points.at(-1)
  const exponent = exponentOf(points)
  const perMegabyte = Math.max(largest.time - FLOOR, 0) / (largest.size / 1e6)
  const isSlow = largest.time > FLOOR && (exponent > LARGEST_EXPONENT || perMegabyte > MOST_PER_MEGABYTE)
  if (isSlow) failed++
  console.log(`${name.padEnd(width)}  ${(largest.size / 1e6).toFixed(2).padStart(9)}  ${points.map(({ time }) => time.toFixed(2)).join(' ').padEnd(48)}  ${exponent.toFixed(2).padStart(8)}  ${perMegabyte.toFixed(2).padStart(4)}${isSlow ? '  too slow' : ''}`)
}
if (failed > 0) {
  console.error(`${failed} of ${inputs.length} take too long`)
  process.exitCode = 1
}
