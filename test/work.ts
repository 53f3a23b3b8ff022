/**
 * How much work something is, counted and not timed: how often V8 enters the blocks of our sources (functions, branches, bodies of loops), and how much its built-in searches
 * look through. The same on every machine, under any load. Import this file before all others: blocks are counted only of what V8 compiles from then on.
 */
import { Session } from 'node:inspector/promises'

const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })

/** Counts since the last time. */
async function blocksEntered(): Promise<number> {
  const { result } = await session.post('Profiler.takePreciseCoverage')
  let entered = 0
  for (const { url, functions } of result) if (/\/src\/.*\.ts$/.test(url)) for (const { ranges } of functions) for (const { count } of ranges) entered += count
  return entered
}

export async function workOf(action: () => Promise<unknown>): Promise<number> {
  await blocksEntered()
  const searches = countSearches()
  try {
    await action()
  } finally {
    searches.stop()
  }
  return searches.length + (await blocksEntered())
}

/** The characters and items that built-in searches look through. */
function countSearches(): { length: number; stop(): void } {
  const { indexOf, includes } = String.prototype
  const { exec } = RegExp.prototype
  const ofArray = { indexOf: Array.prototype.indexOf, includes: Array.prototype.includes }
  const searches = {
    length: 0,
    stop() {
      Object.assign(String.prototype, { indexOf, includes })
      Object.assign(RegExp.prototype, { exec })
      Object.assign(Array.prototype, ofArray)
    },
  }
  const count = (from: number, to: number) => (searches.length += Math.max(to - from, 0))
  Object.assign(String.prototype, {
    indexOf(this: string, wanted: string, from = 0) {
      const found = indexOf.call(this, wanted, from)
      count(from, found === -1 ? this.length : found)
      return found
    },
    includes(this: string, wanted: string, from = 0) {
      return this.indexOf(wanted, from) !== -1
    },
  })
  Object.assign(Array.prototype, {
    indexOf(this: unknown[], wanted: unknown, from = 0) {
      const found = ofArray.indexOf.call(this, wanted, from)
      count(from, found === -1 ? this.length : found)
      return found
    },
    includes(this: unknown[], wanted: unknown) {
      const found = ofArray.includes.call(this, wanted)
      count(0, found ? ofArray.indexOf.call(this, wanted) : this.length)
      return found
    },
  })
  // `test`, `match`, `replace` and `split` end here, too, once it is not the built-in one.
  Object.assign(RegExp.prototype, {
    exec(this: RegExp, text: string) {
      const from = this.global || this.sticky ? this.lastIndex : 0
      const match = exec.call(this, text)
      count(from, match === null ? (this.sticky ? from : text.length) : match.index + match[0].length)
      return match
    },
  })
  return searches
}
