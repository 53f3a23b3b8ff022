import { isMap, type Fields } from '../../model/untyped.ts'
import { applyFlags, format, listOf, lost, needless, nothing, type Apply, type FlagTable } from './flag-table.ts'
import type { Migration, Suppression } from './migration.ts'
import { asList } from './values.ts'

const NETWORK = 'nothing is sent or downloaded'
const COMPLIANCE: Readonly<Record<string, string>> = { 'k8s-pss-baseline': 'pss-baseline', 'k8s-pss-restricted': 'pss-restricted', 'k8s-nsa': 'nsa', 'k8s-cis': 'cis' }

const excluded: Apply = (value, migration) => listOf(value).forEach((path) => migration.exclude.push(path.replace(/^\.\//, '/')))

export const TRIVY: FlagTable = {
  commands: ['config', 'conf'],
  aliases: { f: 'format', o: 'output', s: 'severity', q: 'quiet', d: 'debug' },
  switches: {
    quiet: nothing,
    debug: (_, migration) => migration.flag('debug'),
    'include-non-failures': lost('--include-non-failures', 'what is right is not printed'),
    'skip-policy-update': needless('--skip-policy-update', NETWORK),
    'skip-check-update': needless('--skip-check-update', NETWORK),
    'offline-scan': needless('--offline-scan', NETWORK),
    'no-progress': nothing,
  },
  values: {
    severity: (value, migration) => severity(listOf(value), migration),
    'exit-code': (value, migration) => void (migration.failOn = value === '0' ? 'never' : 'info'),
    format: format({ table: 'text', json: 'json', sarif: 'sarif', template: 'template' }),
    output: (value, migration) => migration.flag('output-file', value),
    template: lost('--template', 'templates are written in Liquid: --format template'),
    'skip-dirs': excluded,
    'skip-files': excluded,
    ignorefile: nothing,
    compliance: (value, migration) => {
      const name = Object.keys(COMPLIANCE).find((each) => value.startsWith(each))
      if (name === undefined) migration.lost(`--compliance ${value}`, `there are the presets ${Object.values(COMPLIANCE).join(', ')}`)
      else migration.presets = [COMPLIANCE[name]!]
    },
    'misconfig-scanners': (value, migration) => {
      const others = listOf(value).filter((name) => !['kubernetes', 'helm'].includes(name))
      if (others.length > 0) migration.lost(`--misconfig-scanners ${others.join(',')}`, 'podlint is for Kubernetes alone')
    },
    'k8s-version': (value, migration) => migration.kubernetesVersion(value, '--k8s-version'),
    'helm-values': lost('--helm-values', 'render the chart with these values: helm template CHART -f VALUES | podlint -'),
    'helm-set': lost('--helm-set', 'render the chart with these values: helm template CHART --set … | podlint -'),
    'config-check': lost('--config-check', 'rules of your own are written in JavaScript: docs/writing-rules.md'),
    'check-namespaces': nothing,
    'ignore-policy': lost('--ignore-policy', 'comments, annotations and the settings say what is ignored'),
    'trace': nothing,
    timeout: nothing,
    'cache-dir': needless('--cache-dir', NETWORK),
    report: nothing,
  },
}

/** Trivy ends with 0 unless it is told another code. */
export function finishTrivy(args: readonly string[], migration: Migration): void {
  if (args.length > 0) migration.failOn ??= 'never'
}

function severity(levels: readonly string[], migration: Migration): void {
  if (levels.includes('LOW') || levels.includes('UNKNOWN')) return
  migration.flag('min-severity', levels.includes('MEDIUM') ? 'warning' : 'error')
  migration.note(`the severities ${levels.join(', ')} are those of Trivy; here they are error, warning and info, and may differ from rule to rule`)
}

/** `trivy.yaml` */
export function trivySettings(file: Fields, migration: Migration): void {
  const { format: name, output, severity: levels, scan, misconfiguration, ignorefile: _, cache: __, quiet: ___, debug: ____, timeout: _____, ...rest } = file
  const exitCode = file['exit-code']
  delete (rest as Record<string, unknown>)['exit-code']
  const { 'skip-dirs': folders, 'skip-files': files, scanners: ______, ...otherScan } = isMap(scan) ? scan : {}
  const flag = (flagName: string, value: unknown) => (value === undefined ? [] : [`--${flagName}=${asList(value).join(',')}`])
  applyFlags([...flag('format', name), ...flag('output', output), ...flag('severity', levels), ...flag('exit-code', exitCode), ...flag('skip-dirs', folders), ...flag('skip-files', files)], TRIVY, migration)
  if (isMap(misconfiguration)) for (const [key, value] of Object.entries(misconfiguration)) if (key === 'scanners') TRIVY.values['misconfig-scanners']!(asList(value).join(','), migration); else migration.lost(`misconfiguration.${key}`, 'podlint does not know it')
  for (const key of Object.keys(otherScan)) migration.lost(`scan.${key}`, 'podlint does not know it')
  for (const key of Object.keys(rest)) migration.lost(key, 'podlint does not know it')
}

function suppress(id: string, where: Suppression, migration: Migration): void {
  const rules = migration.covering(id)
  if (rules.length > 0) migration.suppressions.push({ rules, ...(where.paths === undefined && { objects: ['*/*'] }), ...where })
}

/** `.trivyignore`: an id on each line. */
export function trivyIgnores(text: string, migration: Migration): void {
  for (const line of text.split(/\r?\n/)) {
    const [id = '', ...more] = line.replace(/#.*$/, '').trim().split(/\s+/)
    if (id === '') continue
    const until = more.find((word) => word.startsWith('exp:'))?.slice(4)
    if (/^(CVE|GHSA|DLA|DSA)-/i.test(id)) migration.lost(id, 'it is not about manifests')
    else if (until === undefined) migration.skip(id)
    else suppress(id, { until }, migration)
  }
}

/** `.trivyignore.yaml`: `misconfigurations` with paths. */
export function trivyIgnoreFile(file: Fields, migration: Migration): void {
  const { misconfigurations, ...rest } = file
  for (const entry of asList(misconfigurations)) {
    if (!isMap(entry) || typeof entry['id'] !== 'string') continue
    const paths = asList(entry['paths']).map(String)
    const until = entry['expired_at']
    if (paths.length === 0 && until === undefined) migration.skip(entry['id'])
    else suppress(entry['id'], { ...(paths.length > 0 && { paths }), ...(until !== undefined && { until: String(until).slice(0, 10) }) }, migration)
  }
  for (const key of Object.keys(rest)) migration.lost(key, 'it is not about manifests')
}
