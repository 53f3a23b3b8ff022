/** What a settings file says. `schema/podlint.schema.json` describes the same for editors. */
import type { Severity } from '../diagnostic.ts'
import type { Rule } from '../engine/define-rule.ts'

/** `off` without quotes is false for YAML. */
export type RuleLevel = Severity | 'off' | false

export interface RuleSetting {
  /** Of a rule under a name of the user's own: the id of the rule that it is. */
  rule?: string
  severity?: RuleLevel
  /** In place of what the rule says; `{message}` stands for that. */
  message?: string
  options?: Readonly<Record<string, unknown>>
}

export const FAIL_LEVELS = ['error', 'warning', 'info', 'never'] as const
export type FailLevel = (typeof FAIL_LEVELS)[number]

/** What a custom resource is of which no definition is known. */
export const UNKNOWN_KIND_LEVELS = ['error', 'warning', 'skip'] as const
export type UnknownKindLevel = (typeof UNKNOWN_KIND_LEVELS)[number]

export interface Config {
  presets?: readonly string[]
  /** Files or patterns (`./policies/*.mjs`), relative to the folder of the file, and names of packages. */
  plugins?: readonly string[]
  /** The rules of the plugins, where these may run. */
  pluginRules?: readonly Rule[]
  /** The plugins that are named and not loaded. */
  skippedPlugins?: readonly string[]
  rules?: Readonly<Record<string, RuleLevel | RuleSetting>>
  /** Minors that there is a schema for. */
  kubernetesVersions?: readonly string[]
  /** Version of the Pod Security Standards: `1.28`, `latest`. */
  pssVersion?: string
  /** What lives elsewhere: `KIND/NAME` or `KIND/NAMESPACE/NAME`, with `*` for any letters. */
  external?: readonly string[]
  /** Patterns as in `.gitignore`, relative to the folder of the file. */
  exclude?: readonly string[]
  /** Files and folders with definitions, relative to the folder of the file. */
  crds?: readonly string[]
  /** Whether definitions of the operators that podlint knows count where none of the cluster's own is known. */
  catalogue?: boolean
  /** For all groups, or by group; `*` stands for the others. */
  unknownKinds?: UnknownKindLevel | Readonly<Record<string, UnknownKindLevel>>
  failOn?: FailLevel
  /** `NAME` or `NAME:FILE`: built-in formats, and files below the folder of the settings. */
  format?: readonly string[]
}
