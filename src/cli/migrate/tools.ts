/** The tools that podlint can take over from. */
import type { Fields } from '../../model/untyped.ts'
import type { FlagTable } from './flag-table.ts'
import { CHECKOV, checkovSettings, finishCheckov } from './checkov.ts'
import { finishKubeconform, KUBECONFORM } from './kubeconform.ts'
import { finishKubeLinter, KUBE_LINTER, kubeLinterSettings } from './kube-linter.ts'
import { KUBE_SCORE } from './kube-score.ts'
import type { Migration } from './migration.ts'
import { finishPolaris, POLARIS, polarisSettings } from './polaris.ts'
import { finishTrivy, TRIVY, trivyIgnoreFile, trivyIgnores, trivySettings } from './trivy.ts'

export interface Tool {
  flags: FlagTable
  /** Flags that name a file of settings. */
  settingsFlags: readonly string[]
  /** Where such a file is by default. */
  files: readonly string[]
  /** `file` is its name. Absent for tools without settings. */
  settings?(file: string, value: Fields, text: string, migration: Migration): void
  /** After the flags. `args` is empty for settings alone. */
  finish(args: readonly string[], isPiped: boolean, migration: Migration): void
  /** Files that are no YAML. */
  isText?(file: string): boolean
}

const isTrivyIgnore = (file: string): boolean => file.endsWith('.trivyignore')

export const TOOLS: Readonly<Record<string, Tool>> = {
  kubeconform: { flags: KUBECONFORM, settingsFlags: [], files: [], finish: finishKubeconform },
  'kube-linter': {
    flags: KUBE_LINTER,
    settingsFlags: ['config'],
    files: ['.kube-linter.yaml', '.kube-linter.yml'],
    settings: (_, value, __, migration) => kubeLinterSettings(value, migration),
    finish: (args, _, migration) => finishKubeLinter(args, migration),
  },
  'kube-score': { flags: KUBE_SCORE, settingsFlags: [], files: [], finish: () => undefined },
  polaris: {
    flags: POLARIS,
    settingsFlags: ['config'],
    files: ['polaris.yaml', '.polaris.yaml', 'polaris-config.yaml'],
    settings: (_, value, __, migration) => polarisSettings(value, migration),
    finish: (args, _, migration) => finishPolaris(args, migration),
  },
  checkov: {
    flags: CHECKOV,
    settingsFlags: ['config-file'],
    files: ['.checkov.yaml', '.checkov.yml'],
    settings: (_, value, __, migration) => checkovSettings(value, migration),
    finish: (_, __, migration) => finishCheckov(migration),
  },
  trivy: {
    flags: TRIVY,
    settingsFlags: ['config', 'ignorefile'],
    files: ['trivy.yaml', '.trivyignore', '.trivyignore.yaml'],
    settings(file, value, text, migration) {
      if (isTrivyIgnore(file)) trivyIgnores(text, migration)
      else if (/trivyignore/.test(file)) trivyIgnoreFile(value, migration)
      else trivySettings(value, migration)
    },
    finish: (args, _, migration) => finishTrivy(args, migration),
    isText: isTrivyIgnore,
  },
}

