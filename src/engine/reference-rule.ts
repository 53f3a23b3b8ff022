/** What rules about references have in common: their option, and what they say of a name that leads nowhere. */
import { labelOf, type Definition } from '../model/definition.ts'
import { knownObjects, type ReferenceMode } from '../model/known-objects.ts'
import { nearest } from '../model/nearest.ts'
import type { KubernetesObject, PodView } from '../model/object.ts'
import { usesOf, usesOfPod, type Use } from '../model/references.ts'
import type { Context } from './visitors.ts'

const MODES = ['off', 'near', 'unit', 'strict'] as const

const MEANING =
  'When to report what is not among the linted files. `near`: only where something almost like it is in the same unit, or the same in another namespace. `unit`: also where the unit has other objects of the kind. ' +
  '`strict`: always. `off`: never. A unit is a folder, or all that a kustomization builds; the setting `external` names what lives elsewhere.'

export const referenceOptions = <Mode extends (typeof MODES)[number]>(mode: Mode) => ({ references: { default: mode as string, values: MODES, description: MEANING } })

const TWINS = 'What is compared. `near`: the objects of one file, and those of the files that one kustomization lists. `unit`: also those of one folder, and all that a kustomization builds. `strict`: all that are linted. `off`: nothing.'

export const twinOptions = <Mode extends (typeof MODES)[number]>(mode: Mode) => ({ references: { default: mode as string, values: MODES, description: TWINS } })

export interface ReferenceOptions {
  readonly references: string
}

type Judge = (use: Use, context: Context<ReferenceOptions>) => unknown

/** Says of everything that an object names of these kinds whether it is there. */
export function reportUses(object: KubernetesObject, kinds: ReadonlySet<string>, context: Context<ReferenceOptions>, judge: Judge = reportAbsence): void {
  for (const use of usesOf(object, kinds)) judge(use, context)
}

export function reportUsesOfPod(pod: PodView, kinds: ReadonlySet<string>, context: Context<ReferenceOptions>, judge: Judge = reportAbsence): void {
  // A patch names what is beside the pod that it changes.
  if (pod.containers.every((container) => container.partial)) return
  for (const use of usesOfPod(pod, kinds)) judge(use, context)
}

/** Whether it was there. */
export function reportAbsence(use: Use, { index, options, report }: Context<ReferenceOptions>): boolean {
  const absence = knownObjects(index).absence(use, options.references as ReferenceMode)
  if (absence === undefined) return knownObjects(index).find(use).length > 0
  const { meant, isElsewhere } = absence
  const what = `${use.kind} "${use.name}"`
  if (meant === undefined) report(use.place, `${what} is not in these manifests`)
  else if (isElsewhere === true) report(use.place, `${what} is in namespace "${meant.namespace}", not in "${use.namespace}"`, undefined, related(meant))
  else report(use.place, `${what} is not in these manifests; did you mean "${meant.name}"?`, (fixer) => fixer.replaceText(use.place, meant.name), related(meant))
  return false
}

/** The same, and whether what is there has the wanted keys or ports. */
export function reportKeys(what: 'key' | 'port' | 'listener'): Judge {
  return (use, context) => {
    if (!reportAbsence(use, context) || isOff(context.options)) return
    for (const { value, place } of use.keys) {
      const lack = knownObjects(context.index).lacks(use, value)
      if (lack === undefined) continue
      const { known, of } = lack
      const meant = typeof value === 'string' ? nearest(value, known) : undefined
      const others = known.length > MOST_SHOWN ? '' : `, only ${known.map((each) => (what === 'port' && /^\d+$/.test(each) ? each : `"${each}"`)).join(', ')}`
      const message = `${use.kind} "${use.name}" has no ${what} ${JSON.stringify(value)}`
      context.report(place, meant === undefined ? message + others : `${message}; did you mean "${meant}"?`, meant === undefined ? undefined : (fixer) => fixer.replaceText(place, meant), related(of))
    }
    for (const group of use.holds) {
      const lacks = group.map((key) => knownObjects(context.index).lacks(use, key))
      if (lacks.includes(undefined)) continue
      return context.report(use.place, `${use.kind} "${use.name}" has no ${what} ${group.map((key) => `"${key}"`).join(' or ')}`, undefined, related(lacks[0]!.of))
    }
  }
}

const MOST_SHOWN = 5

export const isOff = ({ references }: ReferenceOptions): boolean => (references as ReferenceMode) === 'off' || (references as ReferenceMode) === false

const related = (definition: Definition) => (definition.spot === undefined ? {} : { related: [{ place: definition.spot, message: labelOf(definition) }] })
