import { existsSync } from 'node:fs'
import { format, listOf, needless, nothing, type FlagTable } from './flag-table.ts'
import type { Migration } from './migration.ts'

export const KUBECONFORM: FlagTable = {
  switches: {
    strict: needless('-strict', 'unknown fields and duplicate keys are errors anyway'),
    summary: needless('-summary', 'there is a summary anyway'),
    verbose: (_, migration) => migration.flag('verbose'),
    debug: (_, migration) => migration.flag('debug'),
    'ignore-missing-schemas': nothing,
    'insecure-skip-tls-verify': needless('-insecure-skip-tls-verify', 'nothing is downloaded'),
    'exit-on-error': needless('-exit-on-error', 'all files are linted, and the exit code is the same'),
    v: (_, migration) => migration.flag('version'),
    h: (_, migration) => migration.flag('help'),
  },
  values: {
    'kubernetes-version': (value, migration) => (value === 'master' ? undefined : migration.kubernetesVersion(value, '-kubernetes-version')),
    output: format({ text: 'text', pretty: 'text', json: 'json', junit: 'junit', tap: 'tap' }),
    'ignore-filename-pattern': (value, migration) => migration.flag('ignore-filename-pattern', value),
    'schema-location': (value, migration) => schemaLocation(value, migration),
    skip: (value, migration) => {
      // A kind may have its group, which names of objects have not.
      migration.suppressions.push({ objects: listOf(value).map((kind) => `${kind.split('/').at(-1)}/*`) })
    },
    reject: (value, migration) => {
      migration.rules['forbidden-kind'] = { severity: 'error', options: { forbid: [...forbidden(migration), ...listOf(value)] } }
    },
    n: needless('-n', 'podlint needs no workers'),
    cache: needless('-cache', 'the schemas are built in, and nothing is downloaded'),
  },
}

const forbidden = ({ rules }: Migration): string[] => {
  const setting = rules['forbidden-kind']
  return typeof setting === 'object' ? (setting.options!['forbid'] as string[]) : []
}

/** Of kubeconform by itself: it looks at schemas and nothing else, at a kind that it cannot find as an error, and without paths at standard input. */
export function finishKubeconform(args: readonly string[], isPiped: boolean, migration: Migration): void {
  migration.presets = ['api-server']
  migration.note('kubeconform looks at schemas only, which --preset api-server is for; without it podlint also finds what breaks at run time')
  if (!args.some((word) => /^--?ignore-missing-schemas(=true)?$/.test(word))) {
    migration.flag('unknown-kinds', 'error')
    migration.note('without -ignore-missing-schemas a kind without a schema is an error: --unknown-kinds=error, with the definitions of your custom resources among the files or in --crd PATH')
  }
  if (migration.paths.length === 0 && isPiped) migration.paths.push('-')
}

function schemaLocation(value: string, migration: Migration): void {
  if (value === 'default') return
  if (/^https?:/.test(value)) return migration.lost(`-schema-location ${value}`, 'nothing is downloaded; custom resources are held against the CustomResourceDefinitions among the files, and those of --crd PATH')
  // The part of the template that is a folder.
  const folder = value.split('{{')[0]!.replace(/[^/]*$/, '').replace(/\/$/, '') || '.'
  migration.lost(`-schema-location ${value}`, `JSON schemas are not read, but CustomResourceDefinitions are: --crd PATH${existsSync(folder) ? '' : `, and there is no ${folder} here`}`)
}
