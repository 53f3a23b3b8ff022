import { isMap, type Fields } from '../../model/untyped.ts'
import { format, listOf, lost, needless, nothing, type FlagTable } from './flag-table.ts'
import type { Level, Migration } from './migration.ts'
import { asList } from './values.ts'

const CLUSTER = 'podlint looks at files, not at a cluster'

export const POLARIS: FlagTable = {
  commands: ['audit'],
  aliases: { c: 'config', f: 'format' },
  switches: {
    'set-exit-code-on-danger': (_, migration) => void (migration.failOn = 'error'),
    'only-show-failed-tests': needless('--only-show-failed-tests', 'what is right is not printed'),
    color: (_, migration) => migration.flag('color', 'always'),
    'merge-config': nothing,
    'disallow-exemptions': (_, migration) => migration.flag('no-inline-config'),
    'disallow-annotation-exemptions': (_, migration) => migration.flag('no-inline-config'),
    'disallow-config-exemptions': lost('--disallow-config-exemptions', 'podlint.yaml is the settings of whoever runs it'),
    'quiet': nothing,
    'skip-ssl-validation': needless('--skip-ssl-validation', 'nothing is downloaded'),
    'upload-insights': lost('--upload-insights', 'nothing is sent anywhere'),
  },
  values: {
    'audit-path': (value, migration) => migration.paths.push(value),
    checks: (value, migration) => {
      migration.makeNone()
      listOf(value).forEach((id) => migration.make(id))
    },
    severity: (value, migration) => (value === 'danger' ? migration.flag('quiet') : undefined),
    format: format({ json: 'json', yaml: 'json', pretty: 'text' }),
    'output-file': (value, migration) => migration.flag('output-file', value),
    'set-exit-code-below-score': lost('--set-exit-code-below-score', 'there is no score; --fail-on and --max-warnings say when a run fails'),
    'helm-chart': (value, migration) => migration.paths.push(value),
    'helm-values': lost('--helm-values', 'render the chart with these values: helm template CHART -f VALUES | podlint -'),
    namespace: lost('--namespace', CLUSTER),
    resource: lost('--resource', CLUSTER),
    'display-name': nothing,
    kubeconfig: lost('--kubeconfig', CLUSTER),
    context: lost('--context', CLUSTER),
    'log-level': nothing,
  },
}

const LEVELS: Readonly<Record<string, Level>> = { danger: 'error', error: 'error', warning: 'warning', ignore: 'off' }

/** Polaris ends with 0 unless it is told when to fail. */
export function finishPolaris(args: readonly string[], migration: Migration): void {
  if (args.length > 0) migration.failOn ??= 'never'
}

/** The file of `--config`: `checks`, `exemptions`, `customChecks`. */
export function polarisSettings(file: Fields, migration: Migration): void {
  const { checks, exemptions, customChecks, mutations, disallowExemptions, disallowConfigExemptions, disallowAnnotationExemptions, ...rest } = file
  if (isMap(checks)) {
    migration.makeNone()
    for (const [id, level] of Object.entries(checks)) {
      const known = typeof level === 'string' && Object.hasOwn(LEVELS, level) ? LEVELS[level]! : undefined
      if (known === undefined) migration.lost(`checks.${id}: ${String(level)}`, `a level is ${Object.keys(LEVELS).join(', ')}`)
      else if (known !== 'off' && !isMap(customChecks?.[id as keyof typeof customChecks])) migration.make(id, known)
    }
  }
  for (const exemption of asList(exemptions)) if (isMap(exemption)) exempt(exemption, migration)
  if (isMap(customChecks)) for (const id of Object.keys(customChecks)) migration.lost(`the custom check ${id}`, 'a rule with options can say much of it: docs/rules-of-your-own.md, and one in JavaScript the rest: docs/writing-rules.md')
  if (disallowExemptions === true || disallowAnnotationExemptions === true) migration.note('to take no exemptions from manifests: podlint --no-inline-config')
  if (disallowConfigExemptions === true) migration.lost('disallowConfigExemptions', 'podlint.yaml is the settings of whoever runs it')
  if (mutations !== undefined) migration.lost('mutations', 'podlint --fix fixes what can be fixed safely')
  for (const name of Object.keys(rest)) migration.lost(name, 'podlint does not know it')
}

function exempt(exemption: Fields, migration: Migration): void {
  const { namespace, controllerNames, containerNames, rules } = exemption
  const ids = asList(rules).map(String)
  const off = ids.flatMap((id) => migration.covering(id))
  if (ids.length > 0 && off.length === 0) return
  // There a name is the beginning of one.
  const names = asList(controllerNames).map((name) => `${String(name)}*`)
  const place = typeof namespace === 'string' ? `*/${namespace}` : '*'
  const objects = (names.length === 0 ? ['*'] : names).map((name) => `${place}/${name}`)
  if (asList(containerNames).length > 0) migration.note(`an exemption of the containers ${asList(containerNames).join(', ')} is one of their whole pods here; a comment in the manifest can be of one container`)
  migration.suppressions.push({ ...(ids.length > 0 && { rules: off }), objects })
}
