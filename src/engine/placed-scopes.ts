/** Overrides, for what is built or rendered: options hold where an object comes from, levels where a finding is shown. */
import { milder, type Diagnostic, type Severity } from '../diagnostic.ts'
import type { Profile, ScopedObject, Scopes } from './scoped-runners.ts'

export class PlacedScopes implements Scopes {
  private readonly scopes: Scopes
  private readonly severities: ReadonlyMap<string, Severity>
  private readonly originOf: (file: string, object: ScopedObject) => string | undefined
  private readonly objects = new Map<string, ScopedObject>()
  private readonly profiles = new Map<Profile, Profile>()

  /** `severities` are those of all rules that run anywhere; `originOf` tells the file of an object by the name that is shown. */
  constructor(scopes: Scopes, severities: ReadonlyMap<string, Severity>, originOf: (file: string, object: ScopedObject) => string | undefined) {
    this.scopes = scopes
    this.severities = severities
    this.originOf = originOf
  }

  of(file: string, object: ScopedObject | undefined): Profile {
    if (object === undefined) return this.scopes.of(file, object)
    this.objects.set(labelOf(object), object)
    const own = this.scopes.of(this.originOf(file, object) ?? file, object)
    let profile = this.profiles.get(own)
    if (profile === undefined) this.profiles.set(own, (profile = { ...own, severities: this.severities }))
    return profile
  }

  /** As severe as the rule is where the finding is shown; undefined where it is off. */
  at(file: string, { rule, severity, object }: Diagnostic): Severity | undefined {
    const level = this.scopes.of(file, this.objects.get(object)).severities.get(rule)
    return level === undefined || severity === this.severities.get(rule) ? level : milder(level, severity)
  }
}

const labelOf = ({ kind, namespace, name }: ScopedObject): string => `${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`.trimEnd()
