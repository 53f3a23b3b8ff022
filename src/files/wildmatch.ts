/**
 * Patterns of names and paths, as git and shells have them. A path is matched step by step, and in a step only the last star is ever tried again, so the time is at most the length of the
 * pattern times that of the path: no pattern of a repository can hold up a run, as a regular expression made of it could.
 */

const ANY = 1
const STAR = 2
/** Steps of any number, none too. */
const ANY_DEPTH = 3

interface CharacterClass {
  negated: boolean
  /** From and to, of code units. */
  ranges: readonly (readonly [number, number])[]
}

/** A character by its code, or what stands for characters. */
type Item = { code: number } | CharacterClass | typeof ANY | typeof STAR

/** One step of a path. Most have no wildcard, or a star in front of an ending. */
interface StepPattern {
  items: readonly Item[]
  literal?: string
  ending?: string
}

export type PathPattern = readonly (StepPattern | typeof ANY_DEPTH)[]

/** Undefined for a pattern that matches nothing, such as one with an open bracket. `**` as a whole step stands for any number of steps; at the end, for at least one. */
export function compilePath(pattern: string): PathPattern | undefined {
  const steps: (StepPattern | typeof ANY_DEPTH)[] = []
  let items: Item[] = []
  let literal = ''
  const endStep = () => {
    if (items.length > 1 && items.every((item) => item === STAR)) steps.push(ANY_DEPTH)
    else steps.push(stepOf(items, literal))
    items = []
    literal = ''
  }
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at]!
    if (character === '/') endStep()
    else if (character === '*') items.push(STAR)
    else if (character === '?') items.push(ANY)
    else if (character === '[') {
      const read = readClass(pattern, at)
      if (read === undefined) return undefined
      items.push(read.found)
      at = read.end
    } else {
      const escaped = character === '\\'
      if (escaped && ++at === pattern.length) return undefined
      if (escaped && pattern[at] === '/') endStep()
      else {
        items.push({ code: pattern.charCodeAt(at) })
        literal += pattern[at]
      }
    }
  }
  endStep()
  if (steps.at(-1) === ANY_DEPTH) steps.push(stepOf([STAR], ''))
  return steps
}

function stepOf(items: readonly Item[], literal: string): StepPattern {
  if (literal.length === items.length) return { items, literal }
  if (items[0] === STAR && literal.length === items.length - 1) return { items, ending: literal }
  return { items }
}

const POSIX_CLASSES: Readonly<Record<string, readonly (readonly [number, number])[]>> = Object.fromEntries(
  Object.entries({ alnum: '09AZaz', alpha: 'AZaz', blank: '  \t\t', cntrl: '\0\x1f\x7f\x7f', digit: '09', graph: '!~', lower: 'az', print: ' ~', punct: '!/:@[`{~', space: '  \t\r', upper: 'AZ', xdigit: '09AFaf' }).map(([name, pairs]) => [
    name,
    Array.from({ length: pairs.length / 2 }, (_, pair) => [pairs.charCodeAt(pair * 2), pairs.charCodeAt(pair * 2 + 1)] as const),
  ]),
)

/** `[a-z]`, `[!a]`, `[[:alpha:]]`; `end` is the offset of the closing bracket. */
function readClass(pattern: string, start: number): { found: CharacterClass; end: number } | undefined {
  const ranges: (readonly [number, number])[] = []
  let at = start + 1
  const negated = pattern[at] === '!' || pattern[at] === '^'
  if (negated) at++
  for (const first = at; at < pattern.length; at++) {
    if (pattern[at] === ']' && at > first) return { found: { negated, ranges }, end: at }
    const close = pattern[at] === '[' && pattern[at + 1] === ':' ? pattern.indexOf(']', at + 2) : -1
    if (close > at + 2 && pattern[close - 1] === ':') {
      const named = pattern.slice(at + 2, close - 1)
      if (!Object.hasOwn(POSIX_CLASSES, named)) return undefined
      ranges.push(...POSIX_CLASSES[named]!)
      at = close
      continue
    }
    if (pattern[at] === '\\') at++
    const from = pattern.charCodeAt(at)
    const isRange = pattern[at + 1] === '-' && at + 2 < pattern.length && pattern[at + 2] !== ']'
    if (isRange) at += pattern[at + 2] === '\\' ? 3 : 2
    // Also of a range that ends before it begins.
    ranges.push([from, from], [from, pattern.charCodeAt(at)])
  }
  return undefined
}

export function matchPath(pattern: PathPattern, path: readonly string[]): boolean {
  let at = 0
  let step = 0
  let retry = -1
  let retryStep = 0
  while (step < path.length) {
    const wanted = pattern[at]
    if (wanted === ANY_DEPTH) {
      retry = ++at
      retryStep = step
    } else if (wanted !== undefined && matchStep(wanted, path[step]!)) {
      at++
      step++
    } else if (retry !== -1) {
      at = retry
      step = ++retryStep
    } else return false
  }
  return at === pattern.length
}

function matchStep({ items, literal, ending }: StepPattern, name: string): boolean {
  if (literal !== undefined) return name === literal
  if (ending !== undefined) return name.endsWith(ending)
  let at = 0
  let character = 0
  let retry = -1
  let retryCharacter = 0
  while (character < name.length) {
    const item = items[at]
    if (item === STAR) {
      retry = ++at
      retryCharacter = character
    } else if (item !== undefined && matchCharacter(item, name.charCodeAt(character))) {
      at++
      character++
    } else if (retry !== -1) {
      at = retry
      character = ++retryCharacter
    } else return false
  }
  while (items[at] === STAR) at++
  return at === items.length
}

function matchCharacter(item: Exclude<Item, typeof STAR>, code: number): boolean {
  if (item === ANY) return true
  if ('code' in item) return item.code === code
  return item.ranges.some(([from, to]) => from <= code && code <= to) !== item.negated
}
