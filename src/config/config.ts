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
  /** Whether comments, annotations and settings can have it ignored; true unless said otherwise. */
  suppressible?: boolean
}

/** What is ignored without a word in the manifests. */
export interface SuppressionSetting {
  /** Rules or categories; all without it. */
  rules?: readonly string[]
  /** Patterns as in `.gitignore`, relative to the folder of the file. */
  paths?: readonly string[]
  /** `KIND/NAME` or `KIND/NAMESPACE/NAME`, with `*` for any letters. */
  objects?: readonly string[]
  reason?: string
  /** The last day of it. */
  until?: string
}

export const FAIL_LEVELS = ['error', 'warning', 'info', 'never'] as const
export type FailLevel = (typeof FAIL_LEVELS)[number]

/** What a custom resource is of which no definition is known. */
export const UNKNOWN_KIND_LEVELS = ['error', 'warning', 'skip'] as const
export type UnknownKindLevel = (typeof UNKNOWN_KIND_LEVELS)[number]

/** Of a whole category: the severity of its rules that run, or off, and options of those that have them. */
export interface CategorySetting {
  severity?: RuleLevel
  options?: Readonly<Record<string, unknown>>
}

/** What holds for some objects or files. All that it says of them has to fit. */
export interface OverrideSetting {
  /** Patterns as in `.gitignore`, relative to the folder of the file. */
  files?: readonly string[]
  /** `Deployment`, `apps/*`, `apps/v1/Deployment`. */
  kinds?: readonly string[]
  /** With `*` for any letters, here and below. */
  namespaces?: readonly string[]
  names?: readonly string[]
  labels?: Readonly<Record<string, string>>
  presets?: readonly string[]
  rules?: NonNullable<Config['rules']>
  categories?: NonNullable<Config['categories']>
}

export const REFERENCE_MODES = ['off', 'near', 'unit', 'strict'] as const

/** What is built before it is linted. */
export const RENDER_CHOICES = ['all', 'helm', 'kustomize', 'off'] as const
export type RenderChoice = (typeof RENDER_CHOICES)[number]

/** One more set of values that a chart is rendered with. Paths are relative to the folder of the settings. */
export interface ChartSetting {
  path: string
  /** Later ones over earlier ones, all over `values.yaml` of the chart. */
  values?: readonly string[]
  release?: string
  namespace?: string
  /** Beside those of Kubernetes. */
  apiVersions?: readonly string[]
}

export interface Config {
  /** Files, relative to the folder of the file, and packages whose settings hold where this file says nothing else. */
  extends?: readonly string[]
  /** Settings of folders above do not count. */
  root?: boolean
  presets?: readonly string[]
  /** Files or patterns (`./policies/*.mjs`), relative to the folder of the file, and names of packages. */
  plugins?: readonly string[]
  /** The rules of the plugins, where these may run. */
  pluginRules?: readonly Rule[]
  /** The plugins that are named and not loaded. */
  skippedPlugins?: readonly string[]
  rules?: Readonly<Record<string, RuleLevel | RuleSetting>>
  categories?: Readonly<Record<string, RuleLevel | CategorySetting>>
  overrides?: readonly OverrideSetting[]
  /** The option `references` of all rules that have it. */
  references?: (typeof REFERENCE_MODES)[number] | false
  /** What is filled in later, with `*` for a name: `@@*@@`. */
  placeholders?: readonly string[]
  /** What flags say, by the names of the flags. */
  flags?: Readonly<Record<string, boolean | string | readonly string[]>>
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
  /** Files and folders with admission policies, relative to the folder of the file. */
  policies?: readonly string[]
  /** Whether definitions of the operators that podlint knows count where none of the cluster's own is known. */
  catalogue?: boolean
  /** For all groups, or by group; `*` stands for the others. */
  unknownKinds?: UnknownKindLevel | Readonly<Record<string, UnknownKindLevel>>
  /** A file of `podlint baseline write`, relative to the folder of the file. */
  baseline?: string
  suppressions?: readonly SuppressionSetting[]
  /** Whether what ignores findings has to say why. */
  requireReason?: boolean
  /** Whether the marks of other tools count. */
  compatIgnores?: boolean
  /** Whether comments and annotations count; they do unless said otherwise. */
  inlineConfig?: boolean
  /** `false` is `off` without quotes. */
  render?: RenderChoice | false
  charts?: readonly ChartSetting[]
  failOn?: FailLevel
  /** `NAME` or `NAME:FILE`: built-in formats, and files below the folder of the settings. */
  format?: readonly string[]
}
