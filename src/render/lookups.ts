/** Where templates ask the cluster, with `lookup`. It finds nothing without one, so what hangs on its answer may be another in a cluster. */
import { actionsOf, type Action } from './template-actions.ts'
import type { Range } from './values.ts'

interface Part extends Range {
  /** What asks. */
  lookup: Place
}

interface Place extends Range {
  name: string
}

export class Lookups {
  private readonly parts = new Map<string, Part[]>()
  /** The first of the chart. */
  first: Place | undefined

  /** `texts` are the files of a chart. */
  constructor(texts: Readonly<Record<string, string>>) {
    const templates = Object.entries(texts).filter(([name]) => /(?:^|\/)templates\//.test(name))
    if (!templates.some(([, text]) => text.includes('lookup'))) return
    const parsed = templates.map(([name, text]) => [name, actionsOf(text)] as const)
    const asking = new Map<string, Place>()
    // Helpers that ask make those ask that decide something by them.
    for (let known = -1; known < asking.size; ) {
      known = asking.size
      this.parts.clear()
      for (const [name, actions] of parsed) this.read(name, actions, asking)
    }
  }

  /** What decided whether the text at a place is there, or what it says. `isCall`: it only came through this place. */
  deciding(name: string, at: number, isCall: boolean): Place | undefined {
    return this.parts.get(name)?.find(({ start, end }) => at < end && (isCall ? start < at : start <= at))?.lookup
  }

  private read(name: string, actions: readonly Action[], asking: Map<string, Place>): void {
    const parts: Part[] = []
    const open: { start: number; lookup: Place | undefined; defines: string | undefined }[] = []
    let variables = new Map<string, Place>()
    for (const { start, end, words } of actions) {
      const [first, second] = words.map(({ text }) => text)
      if (first === 'end') {
        const block = open.pop()
        if (block?.lookup !== undefined) parts.push({ start: block.start, end, lookup: block.lookup })
        continue
      }
      if (first === 'define' || first === 'block') {
        variables = new Map()
        open.push({ start, lookup: undefined, defines: second })
        continue
      }
      let lookup: Place | undefined
      for (const { text, isString } of words) {
        if (!isString && text === 'lookup') lookup = this.met({ name, start, end })
        lookup ??= isString ? (words.some((word) => /^(?:include|template)$/.test(word.text)) ? asking.get(text) : undefined) : variables.get(text.split('.')[0]!)
      }
      const inner = open.findLast((block) => block.lookup !== undefined)?.lookup
      if ((second === ':=' || second === '=') && (lookup ?? inner) !== undefined) variables.set(first!, (lookup ?? inner)!)
      const defines = open.find((block) => block.defines !== undefined)?.defines
      if (lookup !== undefined && defines !== undefined) asking.set(defines, asking.get(defines) ?? lookup)
      if (first === 'if' || first === 'with' || first === 'range') open.push({ start, lookup, defines: undefined })
      else if (first === 'else') {
        const block = open.at(-1)
        if (block !== undefined) block.lookup ??= lookup
      }
      else if (lookup !== undefined && second !== ':=' && second !== '=') parts.push({ start, end, lookup })
    }
    if (parts.length > 0) this.parts.set(name, parts)
  }

  private met(place: Place): Place {
    this.first ??= place
    return place
  }
}
