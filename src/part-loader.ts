/** Loads the code of rules and constraints when the first object is met that they look at: a run pays for the kinds that it has. */
import type { Part } from './part.ts'
import { everyObject, KIND_PARTS, PARTS } from './parts/index.ts'
import { successorOf } from './schema/removed.ts'

const OPTIONAL = '-optional'
const SEVERAL = 'several-objects'
const KUSTOMIZATION = 'kustomization'
const CHART = 'chart'

export class PartLoader {
  private readonly take: (part: Part) => void
  private readonly taken = new Set<string>()
  /** Of kinds by `apiVersion kind`: whether everything for them is there. */
  private readonly ready = new Set<string>()
  private readonly takesOptional: boolean

  /** `take` gets each part once, before the first object that needs it is looked at; those with the rules outside of the default presets only when `takesOptional` says so. */
  constructor(take: (part: Part) => void, takesOptional: boolean) {
    this.take = take
    this.takesOptional = takesOptional
    take(everyObject)
  }

  /** Loads what objects of this kind need. Undefined when it is there already, so that nobody waits for nothing. */
  prepare(apiVersion: string, kind: string): Promise<void> | undefined {
    const name = `${apiVersion} ${kind}`
    if (this.ready.has(name)) return undefined
    const wanted = this.takesOptional ? [`every-object${OPTIONAL}`, ...partsOf(name)] : partsOf(name).filter((part) => !part.endsWith(OPTIONAL))
    const missing = wanted.filter((part) => !this.taken.has(part))
    this.ready.add(name)
    return missing.length === 0 ? undefined : this.load(missing)
  }

  /** Loads what looks from one object to others. */
  async prepareSeveral(): Promise<void> {
    await this.load([SEVERAL, ...(this.takesOptional ? [`${SEVERAL}${OPTIONAL}`] : [])].filter((part) => !this.taken.has(part)))
  }

  /** Loads what looks at Chart.yaml. */
  async prepareCharts(): Promise<void> {
    await this.load([CHART, ...(this.takesOptional ? [`${CHART}${OPTIONAL}`] : [])].filter((part) => !this.taken.has(part)))
  }

  /** Loads what looks at kustomizations. */
  async prepareKustomizations(): Promise<void> {
    await this.load([KUSTOMIZATION].filter((part) => !this.taken.has(part)))
  }

  private async load(names: readonly string[]): Promise<void> {
    for (const name of names) {
      this.taken.add(name)
      this.take((await PARTS[name]!()).part)
    }
  }
}

/** Loads what most objects in these texts will need, which say it in their first lines: for whoever has nothing else to do until they can be linted. */
export async function readAhead(texts: Iterable<string>): Promise<void> {
  const names = new Set([...texts].flatMap((text) => [...text.matchAll(/^apiVersion: (\S+)\nkind: (\S+)$/gm)].map(([, apiVersion, kind]) => `${apiVersion} ${kind}`)))
  for (const part of new Set([...names].flatMap(partsOf))) if (!part.endsWith(OPTIONAL)) await PARTS[part]!()
}

/** Of `apiVersion kind`. */
function partsOf(name: string): readonly string[] {
  const at = KIND_PARTS.indexOf(`\n${name}: `)
  if (at === -1) {
    const [apiVersion, kind] = name.split(' ') as [string, string]
    const successor = successorOf(apiVersion, kind)
    return successor === undefined ? [] : partsOf(`${successor} ${kind}`)
  }
  const start = at + name.length + 3
  return KIND_PARTS.slice(start, KIND_PARTS.indexOf('\n', start)).split(' ')
}
