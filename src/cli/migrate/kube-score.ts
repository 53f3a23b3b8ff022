import { format, nothing, type FlagTable } from './flag-table.ts'
import type { Migration } from './migration.ts'

export const KUBE_SCORE: FlagTable = {
  commands: ['score'],
  aliases: { o: 'output-format', v: 'verbose' },
  switches: {
    'exit-one-on-warning': (_, migration) => void (migration.failOn = 'warning'),
    'ignore-container-cpu-limit': (_, migration) => dropRules(['require-cpu-limit'], migration),
    'ignore-container-memory-limit': (_, migration) => dropRules(['require-memory-limit'], migration),
    'disable-ignore-checks-annotations': (_, migration) => migration.flag('no-inline-config'),
    'disable-optional-checks-annotations': nothing,
    'all-default-optional': (_, migration) => migration.makeAll(),
    verbose: (_, migration) => migration.flag('verbose'),
    help: (_, migration) => migration.flag('help'),
  },
  values: {
    'ignore-test': (value, migration) => migration.skip(value),
    'enable-optional-test': (value, migration) => migration.make(value),
    'kubernetes-version': (value, migration) => migration.kubernetesVersion(value, '--kubernetes-version'),
    'output-format': format({ human: 'text', ci: 'concise', json: 'json', sarif: 'sarif', junit: 'junit' }),
    'output-version': nothing,
    color: (value, migration) => migration.flag('color', value),
    namespace: (value, migration) => migration.lost(`--namespace ${value}`, 'objects are in the namespace that they name'),
  },
}

function dropRules(ids: readonly string[], migration: Migration): void {
  for (const id of ids) migration.rules[id] = 'off'
}
