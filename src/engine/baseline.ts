/** A baseline: what was found before, so that only what is new is reported. A finding is known by its rule, its object and its field, never by its line. */

export interface BaselineKey {
  /** Relative to the folder of the baseline, with forward slashes. */
  file: string
  /** `Deployment shop/web`; empty for what no object has. */
  object: string
  rule: string
  /** With the names of list items in place of their numbers. */
  path: string
}

export interface BaselineEntry extends BaselineKey {
  /** How many such findings are known. */
  count: number
}

export interface BaselineMatch {
  /** Which of the findings are known, by index. */
  known: ReadonlySet<number>
  /** What the baseline has more than was found, with the counts that are left. */
  left: BaselineEntry[]
}

/**
 * First of the same file; then what is left of objects that are not in their file any more, wherever they are now. What is fixed in a file hides nothing new in another one that has an object of the same name.
 * `hasMoved`: whether the object of an entry is not in its file any more.
 */
export async function matchBaseline(findings: readonly BaselineKey[], entries: readonly BaselineEntry[], hasMoved: (entry: BaselineEntry) => Promise<boolean>): Promise<BaselineMatch> {
  const known = new Set<number>()
  const stay = take(findings, entries, known, inFile)
  const [moved, left]: BaselineEntry[][] = [[], []]
  for (const entry of stay) (known.size < findings.length && entry.object !== '' && (await hasMoved(entry)) ? moved! : left!).push(entry)
  return { known, left: [...left!, ...take(findings, moved!, known, anywhere)] }
}

const anywhere = ({ object, rule, path }: BaselineKey): string => JSON.stringify([object, rule, path])
const inFile = (key: BaselineKey): string => JSON.stringify([key.file, anywhere(key)])

/** Adds to `known`, and returns the entries that have more than that. */
function take(findings: readonly BaselineKey[], entries: readonly BaselineEntry[], known: Set<number>, keyOf: (key: BaselineKey) => string): BaselineEntry[] {
  const left = entries.map((entry) => ({ ...entry }))
  /** `next`: the first of those with a key that knows one more finding. */
  const open = new Map<string, { entries: BaselineEntry[]; next: number }>()
  for (const entry of left) {
    const ofKey = open.get(keyOf(entry))
    if (ofKey === undefined) open.set(keyOf(entry), { entries: [entry], next: 0 })
    else ofKey.entries.push(entry)
  }
  for (const [index, finding] of findings.entries()) {
    const ofKey = known.has(index) ? undefined : open.get(keyOf(finding))
    const entry = ofKey?.entries[ofKey.next]
    if (entry === undefined) continue
    if (--entry.count === 0) ofKey!.next++
    known.add(index)
  }
  return left.filter(({ count }) => count > 0)
}

/** Findings as entries, each once. */
export function countEntries(findings: readonly BaselineKey[]): BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>()
  for (const finding of findings) {
    const entry = entries.get(inFile(finding))
    if (entry === undefined) entries.set(inFile(finding), { ...finding, count: 1 })
    else entry.count++
  }
  return [...entries.values()]
}
