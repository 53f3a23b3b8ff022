// Times podlint on the worst inputs that are known (bench/worst-inputs.ts), each in several sizes: time that grows faster than the input is a fault, whatever the input.
//
//   node bench/worst.mjs            everything, some three minutes
//   node bench/worst.mjs NAME …     only those whose name has one of these words
//   node bench/worst.mjs --smoke    two sizes, once each, half a minute: for machines that have other work
//
// It prints the processor time of each size, and the exponent: 1 is linear, 2 is quadratic. It fails when an exponent is above 1.3, or a megabyte takes more than a second;
// in smoke mode, where neither a slow machine nor a busy one may count, only for an exponent above 1.6 that measuring again confirms.
import { loadTypeScript } from '../scripts/load-typescript.mjs'

const { WORST_INPUTS } = await loadTypeScript('bench/worst-inputs.ts')
const { lint } = await loadTypeScript('src/index.ts')

const chosen = process.argv.slice(2)
const isSmoke = chosen.includes('--smoke')
const words = chosen.filter((word) => word !== '--smoke')

/** How much of each input there is: of most, the largest is about half a megabyte in smoke mode, and one otherwise. */
const SIZES = isSmoke ? [2, 4] : [1, 2, 4, 8]
const LARGEST_EXPONENT = isSmoke ? 1.6 : 1.3
const MOST_PER_MEGABYTE = isSmoke ? Infinity : 1
/** Seconds that are not worth judging: V8 compiles, and collects garbage, when it likes to. */
const FLOOR = 0.15
/** The time of a size is the least of so many. */
const ROUNDS = 3

async function seconds(text) {
  const before = process.cpuUsage()
  await lint([{ file: 'worst.yaml', text, named: true }], { preset: 'strict' })
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** Measures each size once more. */
async function measure(points) {
  for (const point of points) point.time = Math.min(point.time, await seconds(point.text))
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
console.log(`${'input'.padEnd(width)}  megabytes  seconds (${SIZES.length} sizes, each twice the one before)  exponent  s/MB`)
let failed = 0
for (const { name, size, make } of inputs) {
  const points = SIZES.map((times) => {
    const text = make(size * times)
    return { text, size: text.length, time: Infinity }
  })
  const largest = points.at(-1)
  const perMegabyte = () => Math.max(largest.time - FLOOR, 0) / (largest.size / 1e6)
  const isSlow = () => largest.time > FLOOR && (exponentOf(points) > LARGEST_EXPONENT || perMegabyte() > MOST_PER_MEGABYTE)
  for (let round = 0; round < ROUNDS; round++) {
    await measure(points)
    if (isSmoke && !isSlow()) break
  }
  if (isSlow()) failed++
  console.log(`${name.padEnd(width)}  ${(largest.size / 1e6).toFixed(2).padStart(9)}  ${points.map(({ time }) => time.toFixed(2)).join(' ').padEnd(48)}  ${exponentOf(points).toFixed(2).padStart(8)}  ${perMegabyte().toFixed(2).padStart(4)}${isSlow() ? '  too slow' : ''}`)
}
if (failed > 0) {
  console.error(`${failed} of ${inputs.length} take too long`)
  process.exitCode = 1
}
