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
  const proxy = new Proxy(values, new Noting(names))
  left.set(proxy, names)
  return proxy
}

/** A class, for thousands of objects with something unreadable would have as many functions. */
class Noting<T extends object> implements ProxyHandler<T> {
  private readonly names: ReadonlySet<string | symbol>

  constructor(names: ReadonlySet<string | symbol>) {
    this.names = names
  }

  get(target: T, name: string | symbol): unknown {
    if (this.names.has(name)) reads++
    return Reflect.get(target, name)
  }

  has(target: T, name: string | symbol): boolean {
    if (this.names.has(name)) reads++
    return Reflect.has(target, name)
  }

  getOwnPropertyDescriptor(target: T, name: string | symbol): PropertyDescriptor | undefined {
    if (this.names.has(name)) reads++
    return Reflect.getOwnPropertyDescriptor(target, name)
  }

  /** All keys: one of them may be missing here. */
  ownKeys(target: T): (string | symbol)[] {
    reads++
    return Reflect.ownKeys(target)
  }
}
