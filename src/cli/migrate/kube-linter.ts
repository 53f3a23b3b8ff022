import { isMap, type Fields } from '../../model/untyped.ts'
import { format, listOf, needless, nothing, type FlagTable } from './flag-table.ts'
import type { Migration, OwnSetting } from './migration.ts'
import { asList } from './values.ts'

export const KUBE_LINTER: FlagTable = {
  commands: ['lint'],
  aliases: { v: 'verbose', c: 'config' },
  switches: {
    verbose: (_, migration) => migration.flag('verbose'),
    'add-all-built-in': (_, migration) => migration.makeAll(),
    'do-not-auto-add-defaults': (_, migration) => migration.makeNone(),
    'fail-if-no-objects-found': nothing,
    'fail-on-invalid-resource': needless('--fail-on-invalid-resource', 'what cannot be read is an error anyway'),
    'with-color': (_, migration) => migration.flag('color', 'always'),
  },
  values: {
    include: (value, migration) => listOf(value).forEach((id) => migration.make(id)),
    exclude: (value, migration) => listOf(value).forEach((id) => migration.skip(id)),
    'ignore-paths': (value, migration) => migration.exclude.push(...listOf(value).map(relativeGlob)),
    format: format({ plain: 'text', json: 'json', sarif: 'sarif' }),
    output: (value, migration) => {
      const last = migration.flags.findLastIndex((flag) => flag.startsWith('--format='))
      if (last === -1) migration.flag('output-file', value)
      else migration.flags[last] += `:${value}`
    },
  },
}

export function finishKubeLinter(args: readonly string[], migration: Migration): void {
  migration.failOn = 'info'
  migration.note('kube-linter fails on every finding: fail-on is info')
  if (args.length > 0 && !args.some((word) => word.startsWith('--fail-if-no-objects-found'))) migration.flag('allow-empty')
}

/** `.kube-linter.yaml` */
export function kubeLinterSettings(file: Fields, migration: Migration): void {
  const { checks, customChecks, ...rest } = file
  if (isMap(checks)) {
    const { addAllBuiltIn, doNotAutoAddDefaults, include, exclude, ignorePaths, ...others } = checks
    if (doNotAutoAddDefaults === true) migration.makeNone()
    if (addAllBuiltIn === true) migration.makeAll()
    const own = new Set(asList(customChecks).flatMap((check) => (isMap(check) && typeof check['name'] === 'string' ? check['name'] : [])))
    for (const id of asList(include)) if (!own.has(String(id))) migration.make(String(id))
    for (const id of asList(exclude)) migration.skip(String(id))
    migration.exclude.push(...asList(ignorePaths).map((path) => relativeGlob(String(path))))
    for (const name of Object.keys(others)) migration.lost(`checks.${name}`, 'podlint does not know it')
  }
  for (const check of asList(customChecks)) if (isMap(check)) customCheck(check, migration)
  for (const name of Object.keys(rest)) migration.lost(name, 'podlint does not know it')
}

/** Its patterns are of absolute paths, or begin with `~`. */
const relativeGlob = (path: string): string => path.replace(/^~\//, '').replace(/^\.\//, '/').replace(/^\*\*\//, '')

type Make = (params: Fields) => OwnSetting | undefined

const label = (rule: string): Make => (params) => {
  const { key, value } = params
  return typeof key !== 'string' ? undefined : { rule, options: { key, ...(typeof value === 'string' && value !== '' ? { pattern: value } : {}) } }
}

const TEMPLATES: Readonly<Record<string, Make>> = {
  'required-label': label('require-label'),
  'required-annotation': label('require-annotation'),
  'forbidden-annotation': label('forbidden-annotation'),
  'disallowed-api-obj': (params) => {
    const { group, version, kind } = params as Record<string, string | undefined>
    const isPlain = [group, version, kind].every((part) => part === undefined || /^\^?[\w.-]*\$?$|^\.[*+]$/.test(part))
    const step = (part: string | undefined) => (part === undefined || part === '' || /^\.[*+]$/.test(part) ? '*' : part.replace(/^\^|\$$/g, ''))
    return isPlain ? { rule: 'forbidden-kind', options: { forbid: [`${step(group)}/${step(version)}/${step(kind)}`] } } : undefined
  },
  'minimum-replicas': ({ minReplicas }) => (typeof minReplicas === 'number' ? { rule: 'no-single-replica', options: { min: minReplicas, everyDeployment: true } } : undefined),
  'memory-requirements': ({ requirementsType, lowerBoundMB, upperBoundMB }) => range('memory', requirementsType, [lowerBoundMB, upperBoundMB], 'M'),
  'cpu-requirements': ({ requirementsType, lowerBoundMillis, upperBoundMillis }) => range('cpu', requirementsType, [lowerBoundMillis, upperBoundMillis], 'm'),
}

/** There a finding is what lies within the bounds; only "nothing is set" has an equivalent. */
function range(resource: string, kind: unknown, [lower, upper]: readonly unknown[], _unit: string): OwnSetting | undefined {
  if ((lower ?? 0) !== 0 || (upper ?? 0) !== 0) return undefined
  const rules: Record<string, string> = { request: `require-${resource}-request`, limit: `require-${resource}-limit` }
  return typeof kind === 'string' && Object.hasOwn(rules, kind) ? { rule: rules[kind]! } : undefined
}

function customCheck(check: Fields, migration: Migration): void {
  const { name, template, params, description, scope } = check
  if (typeof name !== 'string' || typeof template !== 'string') return migration.lost('a custom check without name or template', 'kube-linter does not take it either')
  const made = Object.hasOwn(TEMPLATES, template) ? TEMPLATES[template]!(isMap(params) ? params : {}) : undefined
  if (made === undefined) {
    const rules = migration.rulesFor(template)
    return migration.lost(`the custom check ${name} (${template})`, rules.length > 0 ? `the nearest is ${rules.join(', ')}; podlint rule NAME shows the options` : 'a rule of your own can say it: docs/writing-rules.md')
  }
  const kinds = isMap(scope) ? asList(scope['objectKinds']).map(String).filter((kind) => kind !== 'Any') : []
  if (kinds.includes('DeploymentLike')) kinds.splice(kinds.indexOf('DeploymentLike'), 1, 'Deployment', 'DaemonSet', 'StatefulSet', 'ReplicaSet', 'Job', 'CronJob', 'Pod')
  const { rule, options = {} } = made
  const takesKinds = ['require-label', 'require-annotation', 'forbidden-annotation'].includes(rule!)
  if (kinds.length > 0 && !takesKinds) migration.note(`the custom check ${name} is for ${kinds.join(', ')} alone, its rule ${rule} is not`)
  const own: OwnSetting = { rule: rule!, severity: 'error', ...(typeof description === 'string' && description.trim() !== '' ? { message: `${description.trim().replaceAll(/\s+/g, ' ')}: {message}` } : {}), options: { ...options, ...(kinds.length > 0 && takesKinds ? { kinds } : {}) } }
  if (Object.keys(own.options!).length === 0) delete own.options
  migration.rules[migration.ownName(name)] = own
}
