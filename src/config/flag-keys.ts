/** Flags that settings can say as well, under the same name without hyphens. A test holds that no flag is forgotten. */

/** `switch`: true or false; `value`: a string or number; `list`: one or more. */
export type FlagKind = 'switch' | 'value' | 'list'

export const FLAG_KEYS: Readonly<Record<string, FlagKind>> = {
  select: 'list',
  ignore: 'list',
  'upgrade-to': 'value',
  'ignore-filename-pattern': 'list',
  'no-gitignore': 'switch',
  'force-exclude': 'switch',
  context: 'list',
  'include-markdown': 'switch',
  'allow-empty': 'switch',
  changed: 'switch',
  since: 'value',
  staged: 'switch',
  'changed-lines': 'switch',
  quiet: 'switch',
  verbose: 'switch',
  color: 'value',
  'min-severity': 'value',
  'max-diagnostics': 'value',
  'max-warnings': 'value',
  'exit-zero': 'switch',
  statistics: 'switch',
  render: 'value',
}

/** Flags that have a key of another name, or one of a kind of its own. */
export const OTHER_KEYS: Readonly<Record<string, string>> = {
  preset: 'presets',
  error: 'rules',
  warn: 'rules',
  off: 'rules',
  'kubernetes-version': 'kubernetesVersions',
  'pss-version': 'pssVersion',
  'unknown-kinds': 'unknownKinds',
  crd: 'crds',
  policy: 'policies',
  catalogue: 'catalogue',
  exclude: 'exclude',
  format: 'format',
  'output-file': 'format',
  'fail-on': 'failOn',
  baseline: 'baseline',
  'no-inline-config': 'inlineConfig',
}

/** `maxWarnings` for `max-warnings`. */
export const keyOf = (flag: string): string => flag.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The flag of a key, or undefined. */
export const flagOf = (key: string): string | undefined => Object.keys(FLAG_KEYS).find((flag) => keyOf(flag) === key)
