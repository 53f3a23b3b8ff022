/** Whether what an object names is there: one engine for every reference by name. Looking one up takes no longer however many objects there are. */
import { unnoted } from '../parser/unreadable.ts'
import { isPassive, type Definition } from './definition.ts'
import { External } from './external.ts'
import { isBuiltIn } from './built-in-objects.ts'
import type { Use } from './references.ts'
import { RenderUnits } from './render-unit.ts'
import type { RunIndex } from './run-index.ts'
import { mayShareNamespace } from './service-selector.ts'
import { SlipIndex } from './slip.ts'

/** How sure a rule has to be that a name leads nowhere; `false` is `off` without quotes. */
export type ReferenceMode = 'off' | 'near' | 'unit' | 'strict' | false

/** What is named is not there. */
export interface Absence {
  /** What was meant: almost the same name, or the same one in another namespace. */
  readonly meant?: Definition
  readonly isElsewhere?: boolean
}

/** Names of other letters are filled in later, or refused. */
const NAME = /^[a-z0-9][a-z0-9.:-]*$/

/** Custom resources of these kinds make objects of any name. */
const MAKERS: ReadonlySet<string> = new Set(['HelmRelease', 'HelmChart', 'HelmChartConfig', 'Application', 'ApplicationSet', 'Kustomization', 'ClusterHelmRelease', 'App', 'PackageInstall', 'ResourceGraphDefinition', 'ClusterResourceSet', 'Bundle'])

const known = new WeakMap<RunIndex, KnownObjects>()

/** Those of a run; made when the first rule asks. */
export function knownObjects(index: RunIndex): KnownObjects {
  let objects = known.get(index)
  if (objects === undefined) known.set(index, (objects = unnoted(() => new KnownObjects(index.definitions, new RenderUnits(index.kustomizations, new Set(index.definitions.map(({ file }) => file))), new External(index.external, index.usedExternal)))))
  return objects
}

/** Objects of one name that are looked at. */
const MOST_NAMESAKES = 100

/** The objects of one unit. */
class UnitObjects {
  /** By kind and name. */
  readonly byName = new Map<string, Definition[]>()
  readonly byKind = new Map<string, Definition[]>()
  /** Kinds with objects whose name is filled in later. */
  readonly unclear = new Set<string>()
  private readonly slips = new Map<string, SlipIndex<Definition>>()

  add(id: string, definition: Definition): void {
    add(this.byKind, definition.kind, definition, Infinity)
    add(this.byName, id, definition)
  }

  /** Made once somebody asks. */
  slipsOf(kind: string): SlipIndex<Definition> | undefined {
    const objects = this.byKind.get(kind)
    let slips = this.slips.get(kind)
    if (slips === undefined && objects !== undefined) this.slips.set(kind, (slips = new SlipIndex(objects, ({ name }) => name)))
    return slips
  }
}

export class KnownObjects {
  /** By kind and name, wherever. */
  private readonly byName = new Map<string, Definition[]>()
  /** By kind, name and namespace, wherever. */
  private readonly byNamespace = new Map<string, Definition>()
  private readonly inUnits = new Map<string, UnitObjects>()
  private readonly mentioned = new Set<string>()
  private readonly counts = new Map<string, number>()
  private readonly customFiles = new Set<string>()
  private readonly customNames = new Set<string>()
  readonly units: RenderUnits
  private readonly external: External

  constructor(definitions: readonly Definition[], units: RenderUnits, external: External) {
    this.units = units
    this.external = external
    for (const definition of [...definitions, ...units.generated]) {
      if (!definition.builtin && !isPassive(definition)) this.addCustom(definition)
      const { kind, name, namespace, file } = definition
      this.counts.set(key(file, kind), this.count(kind, file) + 1)
      const id = key(kind, name)
      if (name !== '') {
        add(this.byName, id, definition)
        if (!this.byNamespace.has(key(kind, name, namespace))) this.byNamespace.set(key(kind, name, namespace), definition)
      }
      for (const unit of units.of(file)) {
        let objects = this.inUnits.get(unit)
        if (objects === undefined) this.inUnits.set(unit, (objects = new UnitObjects()))
        if (name === '') objects.unclear.add(kind)
        else objects.add(id, definition)
      }
    }
  }

  /** The objects that a name may stand for: those of the same unit if there are any. */
  find({ kind, namespace, name, file }: Pick<Use, 'kind' | 'namespace' | 'name' | 'file'>): readonly Definition[] {
    const names = [name, ...this.bareNames(name)]
    const isMeant = (definition: Definition) => !definition.namespaced || mayShareNamespace(definition.namespace, namespace)
    for (const unit of this.units.of(file)) {
      const found = names.flatMap((each) => this.inUnits.get(unit)?.byName.get(key(kind, each)) ?? []).filter(isMeant)
      if (found.length > 0) return found
    }
    const anywhere = names.flatMap((each) => this.byName.get(key(kind, each)) ?? []).filter(isMeant)
    if (anywhere.length > 0 || namespace === '') return anywhere
    return names.flatMap((each) => this.byNamespace.get(key(kind, each, namespace)) ?? [])
  }

  /** Undefined when it is there, or when nobody can tell. */
  absence(use: Use, mode: ReferenceMode): Absence | undefined {
    const { kind, namespace, name, file, isOfCluster } = use
    if (mode === 'off' || mode === false || !NAME.test(name) || this.find(use).length > 0 || this.isElsewhere(use)) return undefined
    const units = this.units.of(file).flatMap((unit) => this.inUnits.get(unit) ?? [])
    for (const unit of units) {
      const meant = unit.slipsOf(kind)?.find(name, (candidate) => !candidate.namespaced || mayShareNamespace(candidate.namespace, namespace))
      if (meant !== undefined) return { meant }
      const [other] = unit.byName.get(key(kind, name)) ?? []
      if (other !== undefined) return { meant: other, isElsewhere: true }
    }
    if (mode === 'strict') return {}
    // What has no namespace belongs to the cluster, and seldom to those who use it.
    if (mode !== 'unit' || isOfCluster || this.units.isOpen(file) || units.some(({ unclear }) => unclear.has(kind))) return undefined
    return units.some(({ byKind }) => byKind.get(kind)?.some((other) => mayShareNamespace(other.namespace, namespace))) ? {} : undefined
  }

  /** What the objects of the same unit that a name stands for have, when none of them has this key or port. Elsewhere may be another one of that name. */
  lacks(use: Use, wanted: string | number): { known: readonly string[]; of: Definition } | undefined {
    const found = this.find(use).filter(({ file }) => this.units.share(file, use.file))
    const [of] = found
    if (of?.keys === undefined || found.some(({ keys }) => keys === undefined || keys.has(String(wanted)))) return undefined
    return { known: [...of.keys], of }
  }

  /** Objects of a kind in a file. */
  count(kind: string, file: string): number {
    return this.counts.get(key(file, kind)) ?? 0
  }

  /** Whether a file has custom resources, of which controllers may make anything. */
  hasCustom(file: string): boolean {
    return this.customFiles.has(file)
  }

  /** Whether the settings say that objects of this kind and namespace are elsewhere, whatever their name. */
  isExternal(kind: string, namespace: string): boolean {
    return this.external.has(kind, namespace, '')
  }

  /** What it names may have been made by its controller, and is called after it. */
  private addCustom({ kind, name, file, mentions }: Definition): void {
    this.customFiles.add(file)
    if (MAKERS.has(kind)) this.units.openAt(file)
    if (name !== '') this.customNames.add(name)
    for (const mention of mentions ?? []) this.mentioned.add(mention)
  }

  /** The cluster has it, the settings say so, or a controller makes it. */
  private isElsewhere({ kind, namespace, name }: Use): boolean {
    if (isBuiltIn(kind, name) || this.external.has(kind, namespace, name) || this.mentioned.has(name)) return true
    // `shop-app` of a custom resource `shop`.
    for (let end = name.length; end > 0; end = name.lastIndexOf('-', end - 1)) if (this.customNames.has(name.slice(0, end))) return true
    return false
  }

  /** A name without what a kustomization puts around it. */
  private bareNames(name: string): readonly string[] {
    return this.units.affixes.flatMap(([prefix, suffix]) => (name.startsWith(prefix) && name.endsWith(suffix) && name.length > prefix.length + suffix.length ? [name.slice(prefix.length, name.length - suffix.length)] : []))
  }
}

const key = (...parts: readonly string[]): string => parts.join('\n')

function add(lists: Map<string, Definition[]>, key: string, definition: Definition, most = MOST_NAMESAKES): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [definition])
  else if (list.length < most) list.push(definition)
}
