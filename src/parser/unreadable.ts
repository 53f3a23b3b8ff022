/**
 * A value has three states: absent, unreadable, or a value. An unreadable one (of a wrong type, which has been reported) is left out of plain values; but whoever looks for it is
 * noted, and what a check says after that rests on something that nobody knows, so it is not said. Checks need not know of this.
 */
let reads = 0

/** How often an unreadable value was looked for so far. */
export const unreadableReads = (): number => reads

/** Makes something once that others will ask for, too: it is not for whoever asks first to learn of what is unreadable in it. */
export function unnoted<T>(make: () => T): T {
  const before = reads
  const made = make()
  reads = before
  return made
}

/** Counts as a look at something unreadable: what is known rests on that. */
export const noteUnreadable = (): void => void reads++

/** Makes something when it is first asked for. Whoever asks learns of what is unreadable in it. */
export function once<T>(make: () => T): () => T {
  let made: { value: T; isUnclear: boolean } | undefined
  return () => {
    if (made === undefined) {
      const before = reads
      const value = make()
      made = { value, isUnclear: reads !== before }
      reads = before
    }
    if (made.isUnclear) reads++
    return made.value
  }
}

/** Names of what is left out of plain values. */
export const leftOut = (values: object): ReadonlySet<string | symbol> => left.get(values) ?? NOTHING

const left = new WeakMap<object, ReadonlySet<string | symbol>>()
const NOTHING: ReadonlySet<string> = new Set()

/** Plain values, some of which, by key or index, are left out because they are unreadable. */
export function withUnreadable<T extends object>(values: T, names: ReadonlySet<string | symbol>): T {
  const note = (name: string | symbol): void => void (names.has(name) && reads++)
  const proxy = new Proxy(values, {
    get(target, name) {
      note(name)
      return Reflect.get(target, name) as unknown
    },
    has(target, name) {
      note(name)
      return Reflect.has(target, name)
    },
    getOwnPropertyDescriptor(target, name) {
      note(name)
      return Reflect.getOwnPropertyDescriptor(target, name)
    },
    // All keys: one of them may be missing here.
    ownKeys(target) {
      reads++
      return Reflect.ownKeys(target)
    },
  })
  left.set(proxy, names)
  return proxy
}
