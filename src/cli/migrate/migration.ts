/** What becomes of another tool's settings: flags, settings and remarks. */
import type { Severity } from '../../diagnostic.ts'
import type { Rule } from '../../engine/define-rule.ts'
import { inOrder, LATEST, MINORS, parseVersion } from '../../versions.ts'
import { normalized } from '../rule-pages.ts'

export type Level = Severity | 'off'

export interface OwnSetting {
  rule?: string
  severity?: Level
  message?: string
  options?: Record<string, unknown>
}

/** What is ignored in some files, or of some objects. */
export interface Suppression {
  /** All without it. */
  rules?: readonly string[]
  paths?: readonly string[]
  /** `KIND/NAME` or `KIND/NAMESPACE/NAME`. */
  objects?: readonly string[]
  /** The last day of it. */
  until?: string
}

interface Check {
  id: string
  byDefault: boolean
  /** Why no rule is like it. */
  reason: string
}

export class Migration {
  readonly tool: string
  /** Flags of podlint. */
  readonly flags: string[] = []
  readonly paths: string[] = []
  /** What to know, a sentence each. */
  readonly notes: string[] = []
  readonly rules: Record<string, Level | OwnSetting> = {}
  readonly suppressions: Suppression[] = []
  readonly exclude: string[] = []
  presets: string[]
  failOn: Severity | 'never' | undefined
  private readonly all: readonly Rule[]
  private readonly checks: readonly Check[]
  /** Those of the preset that has the tool's name. */
  private readonly inPreset: ReadonlySet<string>
  /** By normalized id: checks that are made. */
  private readonly wanted: Map<string, { id: string; level: Level | undefined }>
  private isChanged = false

  constructor(tool: string, all: readonly Rule[], lines: string, inPreset: ReadonlySet<string>) {
    this.tool = tool
    this.all = all
    this.inPreset = inPreset
    this.presets = [tool]
    this.checks = lines === '' ? [] : lines.split('\n').map((line) => {
      const [id = '', byDefault, reason = ''] = line.split('\t')
      return { id, byDefault: byDefault === '*', reason }
    })
    this.wanted = new Map(this.checks.filter(({ byDefault }) => byDefault).map(({ id }) => [normalized(id), { id, level: undefined }]))
  }

  note(text: string): void {
    if (!this.notes.includes(text)) this.notes.push(text)
  }

  flag(name: string, value?: string): void {
    const flag = value === undefined ? `--${name}` : `--${name}=${value}`
    if (!this.flags.includes(flag)) this.flags.push(flag)
  }

  /** What a flag or setting was, and why nothing takes its place. */
  lost(what: string, why: string): void {
    this.note(`${what} has no equivalent: ${why}`)
  }

  needless(what: string, why: string): void {
    this.note(`${what} is not needed: ${why}`)
  }

  /** The rules that cover a check. Without any, that is noted. */
  covering(id: string): readonly string[] {
    const found = this.all.filter(({ peers }) => peers[this.tool]?.some((peer) => normalized(peer) === normalized(id))).map((rule) => rule.id)
    if (found.length > 0) return found
    const check = this.checks.find((each) => normalized(each.id) === normalized(id))
    this.lost(`the check ${id}`, check === undefined ? `${this.tool} ${this.checks.length === 0 ? 'may have it' : 'as podlint knows it does not have it either'}` : check.reason === '' ? 'no rule is like it' : `it ${check.reason}`)
    return []
  }

  make(id: string, level?: Level): void {
    this.isChanged = true
    this.wanted.set(normalized(id), { id, level })
    this.covering(id)
  }

  makeAll(): void {
    this.isChanged = true
    for (const { id } of this.checks) if (!this.wanted.has(normalized(id))) this.wanted.set(normalized(id), { id, level: undefined })
  }

  makeNone(): void {
    this.isChanged = true
    this.wanted.clear()
  }

  skip(id: string): void {
    this.isChanged = true
    if (!this.wanted.delete(normalized(id)) && !this.checks.some((each) => normalized(each.id) === normalized(id))) this.covering(id)
  }

  /** The difference between what is wanted and the preset: a rule is off only when no check that is still made needs it. */
  settle(): void {
    if (!this.isChanged) return
    const on = new Map<string, Level | undefined>()
    for (const { id, level } of this.wanted.values()) {
      for (const rule of this.all) {
        if (!rule.peers[this.tool]?.some((peer) => normalized(peer) === normalized(id))) continue
        if (rule.needs !== undefined && this.rules[rule.id] === undefined) {
          this.note(`the check ${id} is the rule ${rule.id} here, which needs the option ${rule.needs.join(' or ')} in podlint.yaml`)
          continue
        }
        on.set(rule.id, level ?? on.get(rule.id))
      }
    }
    for (const id of [...this.inPreset].sort()) if (id !== 'valid-yaml' && !on.has(id)) this.rules[id] ??= 'off'
    for (const [id, level] of [...on].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (level !== undefined) this.rules[id] ??= level
      else if (!this.inPreset.has(id)) this.rules[id] ??= this.all.find((rule) => rule.id === id)!.severity
    }
  }

  /** The rules that have a name of the tool's among their peers, without a word when there are none. */
  rulesFor(name: string): readonly string[] {
    return this.all.filter(({ peers }) => peers[this.tool]?.includes(name)).map(({ id }) => id)
  }

  /** A name for a rule of the user's own. */
  ownName(name: string): string {
    const plain = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'own'
    const isTaken = (id: string) => this.all.some((rule) => rule.id === id || rule.category === id) || Object.hasOwn(this.rules, id)
    if (!isTaken(plain)) return plain
    let number = 2
    while (isTaken(`${plain}-${number}`)) number++
    return `${plain}-${number}`
  }

  kubernetesVersion(value: string, spelling: string): void {
    const minor = parseVersion(value)
    if (minor !== undefined) return this.flag('kubernetes-version', minor)
    const [oldest = LATEST] = inOrder(MINORS)
    const nearest = Number(/^v?1\.(\d+)/.exec(value)?.[1]) < Number(oldest.split('.')[1]) ? oldest : LATEST
    this.flag('kubernetes-version', nearest)
    this.lost(`${spelling} ${value}`, `podlint has ${oldest} to ${LATEST}, so it is ${nearest}`)
  }
}
