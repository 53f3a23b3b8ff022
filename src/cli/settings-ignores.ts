/** The `suppressions` of settings files. */
import { resolve, sep } from 'node:path'
import { tally, type Diagnostic, type Report } from '../diagnostic.ts'
import { CATEGORIES } from '../engine/define-rule.ts'
import type { SettingsFile } from '../config/load-config.ts'
import type { SuppressionSetting } from '../config/config.ts'
import { PathPatterns } from '../files/path-patterns.ts'
import { External } from '../model/external.ts'
import { ruleUrl } from '../project.ts'
import { allRules } from '../rules.ts'
import type { Settings } from './settings.ts'
import { withFindings, type StaleSetting } from './stale.ts'

interface Entry {
  file: SettingsFile
  /** Of its place: `suppressions.0`. */
  key: string
  setting: SuppressionSetting
  rules: ReadonlySet<string> | undefined
  paths: PathPatterns | undefined
  objects: External | undefined
  isUsed: boolean
}

export class SettingsIgnores {
  private readonly entries: Entry[]
  private readonly settings: Settings

  constructor(settings: Settings) {
    this.settings = settings
    this.entries = [...settings.files, ...settings.nested].flatMap((file) => (file.config.suppressions ?? []).map((setting, index) => ({
      file,
      key: `suppressions.${index}`,
      setting,
      rules: setting.rules === undefined ? undefined : new Set(setting.rules.flatMap((name) => ((CATEGORIES as readonly string[]).includes(name) ? allRules().filter(({ category }) => category === name).map(({ id }) => id) : [name]))),
      paths: setting.paths === undefined ? undefined : new PathPatterns(file.folder, setting.paths),
      objects: setting.objects === undefined ? undefined : new External(setting.objects),
      isUsed: false,
    })))
  }

  /** Without what is ignored, and with what is wrong about that. */
  async apply(report: Report): Promise<Report> {
    if (this.entries.length === 0) return report
    const { unsuppressible, find: { cwd }, rules } = this.settings
    // All findings of a rule about an object are covered by the same.
    const covered = new Map<string, boolean>()
    const kept = report.diagnostics.filter((diagnostic) => {
      const { rule, file, object } = diagnostic
      const key = JSON.stringify([rule, file, object])
      let isCovered = covered.get(key)
      if (isCovered === undefined) {
        const entries = unsuppressible.has(rule) ? [] : this.entries.filter((entry) => covers(entry, diagnostic, cwd))
        for (const entry of entries) entry.isUsed = true
        covered.set(key, (isCovered = entries.length > 0))
      }
      return !isCovered
    })
    const summary = { ...report.summary, suppressed: report.summary.suppressed + report.diagnostics.length - kept.length }
    return withFindings(tally({ ...report, diagnostics: kept, summary }), this.mistakes(), rules)
  }

  /** Those that had nothing to ignore, as far as their rules have run. */
  get unused(): StaleSetting[] {
    const { severities } = this.settings.rules
    return this.entries.filter(({ isUsed, rules }) => !isUsed && (rules === undefined || [...rules].some((id) => severities.has(id)))).map(({ file, key }) => ({ file, key, message: 'These suppressions find nothing to ignore' }))
  }

  /** What has expired, and what gives no reason where one is required. */
  private mistakes(): Diagnostic[] {
    const { suppression, rules } = this.settings
    const severity = rules.severities.get('valid-suppression')
    if (suppression === 'none' || severity === undefined) return []
    return this.entries.flatMap((entry) => {
      const { until, reason } = entry.setting
      const found: Diagnostic[] = []
      if (until !== undefined && until < suppression.today()) found.push(mistake(entry, 'error', `This suppression has expired on ${until}: fix what it ignores, or give a later date`))
      if (suppression.requireReason && reason === undefined) found.push(mistake(entry, severity, 'This suppression gives no reason'))
      return found
    })
  }
}

function covers({ rules, paths, objects, file }: Entry, { rule, file: shown, object }: Diagnostic, cwd: string): boolean {
  if (rules?.has(rule) === false || rule === 'no-stale-setting') return false
  const path = resolve(cwd, shown)
  if (path !== file.scope && !path.startsWith(file.scope.endsWith(sep) ? file.scope : file.scope + sep)) return false
  if (paths?.match(path) === false) return false
  if (objects === undefined) return true
  const [, kind = '', namespace = '', name = ''] = /^(\S+) (?:([^/]*)\/)?(.*)$/.exec(object) ?? []
  return objects.has(kind, namespace, name)
}

function mistake({ file, key }: Entry, severity: Diagnostic['severity'], message: string): Diagnostic {
  const { start, end } = file.places.get(key)!
  const position = file.lines.position(start)
  return { rule: 'valid-suppression', severity, message, file: file.shown, start: position, end: file.lines.position(end), object: '', path: '', edits: [], url: ruleUrl('valid-suppression'), sourceLine: file.lines.text(position.line) }
}
