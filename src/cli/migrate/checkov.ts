import type { Fields } from '../../model/untyped.ts'
import { applyFlags, format, listOf, lost, needless, nothing, type Apply, type FlagTable } from './flag-table.ts'
import type { Migration } from './migration.ts'
import { asList } from './values.ts'

const NETWORK = 'nothing is sent or downloaded'
const SEVERITIES = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL', 'INFO', 'NONE']

const checks = (value: string, take: (id: string) => void, migration: Migration): void => {
  for (const id of listOf(value)) {
    if (SEVERITIES.includes(id)) migration.lost(`the severity ${id} in place of a check`, 'rules have severities of their own: podlint rules')
    else if (/^CKV2?_(?!K8S_)/.test(id)) migration.lost(`the check ${id}`, 'it is not about Kubernetes')
    else take(id)
  }
}
const reporter: Apply = (value, migration) => listOf(value).forEach((each) => format({ cli: 'text', json: 'json', junitxml: 'junit', sarif: 'sarif', github_failed_only: 'markdown', gitlab_sast: 'gitlab' })(each, migration))

export const CHECKOV: FlagTable = {
  aliases: { d: 'directory', f: 'file', c: 'check', o: 'output', s: 'soft-fail', b: 'baseline-of' },
  switches: {
    'soft-fail': (_, migration) => migration.flag('exit-zero'),
    compact: needless('--compact', 'only the marked line is printed; --format concise has none'),
    quiet: needless('--quiet', 'what passes is not printed'),
    'no-guide': nothing,
    'skip-download': needless('--skip-download', NETWORK),
    'create-baseline': (_, migration) => migration.note('--create-baseline is a command here: podlint baseline write'),
    'download-external-modules': lost('--download-external-modules', NETWORK),
    'no-fail-on-crash': lost('--no-fail-on-crash', 'what could not be done ends with 2'),
    list: (_, migration) => migration.note('--list is a command here: podlint rules --peer checkov'),
    support: nothing,
  },
  values: {
    directory: (value, migration) => migration.paths.push(value),
    file: (value, migration) => migration.paths.push(value),
    framework: (value, migration) => {
      const others = listOf(value).filter((name) => !['kubernetes', 'all', 'helm', 'kustomize'].includes(name))
      if (others.length > 0) migration.lost(`--framework ${others.join(',')}`, 'podlint is for Kubernetes alone')
    },
    'skip-framework': nothing,
    check: (value, migration) => {
      migration.makeNone()
      checks(value, (id) => migration.make(id), migration)
    },
    'skip-check': (value, migration) => checks(value, (id) => migration.skip(id), migration),
    'skip-path': (value, migration) => migration.flag('ignore-filename-pattern', value),
    output: reporter,
    'output-file-path': (value, migration) => migration.lost(`--output-file-path ${value}`, 'each format has its file: --format sarif:FILE'),
    'soft-fail-on': lost('--soft-fail-on', 'rules that are no errors do not fail a run: podlint --warn RULE'),
    'hard-fail-on': lost('--hard-fail-on', 'rules that are errors fail a run: podlint --error RULE'),
    baseline: (value, migration) => migration.lost(`--baseline ${value}`, 'podlint has baselines of its own: podlint baseline write'),
    'external-checks-dir': lost('--external-checks-dir', 'rules of your own are written in JavaScript: docs/writing-rules.md'),
    'external-checks-git': lost('--external-checks-git', NETWORK),
    'bc-api-key': lost('--bc-api-key', NETWORK),
    'repo-id': lost('--repo-id', NETWORK),
    branch: nothing,
    'var-file': lost('--var-file', 'render the chart with these values: helm template CHART -f VALUES | podlint -'),
    'log-level': nothing,
    'evaluate-variables': nothing,
  },
}

/** There every failed check fails the run. */
export function finishCheckov(migration: Migration): void {
  migration.failOn = 'info'
  migration.note('checkov fails on every failed check: fail-on is info')
}

/** `.checkov.yaml` has the flags by their long names. */
export function checkovSettings(file: Fields, migration: Migration): void {
  const args = Object.entries(file).flatMap(([name, value]) => {
    if (name === 'config-file' || value === false || value === null) return []
    return value === true ? [`--${name}`] : name === 'check' || name === 'skip-check' || name === 'framework' ? [`--${name}=${asList(value).join(',')}`] : asList(value).map((each) => `--${name}=${String(each)}`)
  })
  applyFlags(args, { ...CHECKOV, values: { ...CHECKOV.values, 'skip-path': (value) => migration.exclude.push(value.replace(/^\^|\$$/g, '')) } }, migration)
}
