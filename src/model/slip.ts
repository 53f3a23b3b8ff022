/** Whether one name was written by mistake for another. Stricter than `nearest`, which looks for the best of few words that are allowed: names of objects often resemble each other. */
import { editDistance } from './nearest.ts'

/** Words that differ by a letter, and mean different things. */
const PAIRS: ReadonlySet<string> = new Set(['http https', 'main mail', 'rest test', 'lead read'])

const LONGEST = 64
/** Names that resemble each other so much that any could be meant. */
const MOST_ALIKE = 20

/** One letter added, left out or changed, or two swapped, but no digit: `web-1` and `web-2` are two things. So are `a` and `b`. */
export function isSlip(wanted: string, has: string): boolean {
  const a = wanted.toLowerCase()
  const b = has.toLowerCase()
  if (a === b) return true
  if (Math.abs(a.length - b.length) > 1 || digitsOf(a) !== digitsOf(b) || editDistance(a, b, 1) > 1) return false
  const words = a.split(/[-._/]/)
  const others = b.split(/[-._/]/)
  const at = words.findIndex((word, index) => word !== others[index])
  // The same words with another sign between them.
  if (at === -1) return true
  const [word, other] = words.length === others.length ? [words[at]!, others[at]!] : [a, b]
  // In a word of two or three letters any other one is near: only that the same ones are swapped tells.
  return Math.max(word.length, other.length) < 4 ? lettersOf(word) === lettersOf(other) : !PAIRS.has([word, other].sort().join(' '))
}

/** The file that a wrong name was meant for, also one with the other ending. */
export const meantFile = (name: string, files: readonly string[]): string | undefined => files.find((other) => isSlip(name, other) || withoutEnding(name) === withoutEnding(other))

const withoutEnding = (name: string): string => name.replace(/\.ya?ml$/, '')

const digitsOf = (word: string): string => word.replaceAll(/\D+/g, '')

const lettersOf = (word: string): string => [...word].sort().join('')

/** Finds slips without comparing with every name: two of them have the same text when a letter is left out of each. */
export class SlipIndex<T> {
  private readonly byRest = new Map<string, { name: string; digits: string; item: T }[]>()

  constructor(items: Iterable<T>, nameOf: (item: T) => string) {
    for (const item of items) {
      const name = nameOf(item)
      const entry = { name, digits: digitsOf(name), item }
      for (const rest of restsOf(name)) {
        const list = this.byRest.get(rest)
        if (list === undefined) this.byRest.set(rest, [entry])
        else if (list.length < MOST_ALIKE) list.push(entry)
      }
    }
  }

  /** The first one that may have been meant, and is fit for it. */
  find(wanted: string, isFit: (item: T) => boolean = () => true): T | undefined {
    const wantedDigits = digitsOf(wanted)
    for (const rest of restsOf(wanted)) {
      const found = this.byRest.get(rest)?.find(({ name, digits, item }) => digits === wantedDigits && isSlip(wanted, name) && isFit(item))
      if (found !== undefined) return found.item
    }
    return undefined
  }
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** A name, and what is left of it without each of its letters. */
function restsOf(name: string): ReadonlySet<string> {
  const lower = name.toLowerCase()
  const rests = new Set<string>()
  if (lower.length > LONGEST) return rests
  rests.add(lower)
  for (let at = 0; at < lower.length; at++) if (!isDigit(lower.charCodeAt(at))) rests.add(lower.slice(0, at) + lower.slice(at + 1))
  return rests
}
