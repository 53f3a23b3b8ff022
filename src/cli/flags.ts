import { LATEST } from '../versions.ts'

/** Every flag: the one table that parsing, `--help`, the environment variables and the docs are made of. */
export interface Flag {
  /** `switch` stands alone; `value` takes one value, the last counts; `list` may be repeated, and takes several values with commas where `commas` is set. */
  type: 'switch' | 'value' | 'list'
  /** One letter. */
  short?: string
  /** Other spellings that are accepted, hidden from the help text. */
  aliases?: readonly string[]
  /** What the value is, in the help text: `FILE`. */
  metavar?: string
  /** The values there are, when they are few. */
  choices?: readonly string[]
  commas?: true
  /** The heading it stands under in the help text; without one it is hidden. */
  group?: Group
  summary: string
  /** A flag of kubeconform, accepted with one dash too. */
  kubeconform?: true
  /** Accepted, and this said on standard error; empty: nothing needs to be said. */
  note?: string
  /** Refused, and this said. */
  refusal?: string
}

export const GROUPS = ['Rules', 'Files', 'What is new', 'Output', 'Exit code', 'Fixes', 'General'] as const
export type Group = (typeof GROUPS)[number]

const RULES = { type: 'list', metavar: 'RULE', commas: true, group: 'Rules' } as const

export const FLAGS = {
  preset: { type: 'list', metavar: 'NAME', commas: true, aliases: ['profile'], group: 'Rules', summary: 'Rules to run: api-server, recommended (the default), strict, pss-baseline, pss-restricted, nsa, cis, or those that another tool checks by default, such as trivy or kube-linter' },
  select: { ...RULES, summary: 'Run only these; RULE is the name of a rule or category, or "all"' },
  ignore: { ...RULES, summary: 'Do not run these' },
  error: { ...RULES, short: 'D', aliases: ['deny'], summary: 'Run these, and report them as errors' },
  warn: { ...RULES, short: 'W', aliases: ['warning'], summary: 'Run these, and report them as warnings' },
  off: { ...RULES, short: 'A', aliases: ['allow'], summary: 'Do not run these, like --ignore' },
  'kubernetes-version': {
    type: 'list',
    short: 'k',
    metavar: 'VERSION',
    commas: true,
    aliases: ['target-version', 'schema-version'],
    group: 'Rules',
    kubeconform: true,
    summary: 'Version of the cluster: 1.31, v1.31.4 or latest (the default); several are checked at once',
  },
  'pss-version': { type: 'value', metavar: 'VERSION', group: 'Rules', summary: `Version of the Pod Security Standards for pss-baseline and pss-restricted: 1.0 to ${LATEST} or latest; that of the cluster by default` },
  'upgrade-to': {
    type: 'value',
    metavar: 'VERSION',
    group: 'Rules',
    summary: 'Report only what changes with an upgrade to this version, from the one of --kubernetes-version',
  },

  plugins: { type: 'switch', group: 'Rules', summary: 'Run the plugins that the settings name: code of this repository, or of packages' },
  'no-plugins': { type: 'switch', group: 'Rules', summary: 'Go on without the plugins that the settings name' },
  'unknown-kinds': { type: 'list', metavar: '[GROUP=]LEVEL', commas: true, group: 'Rules', summary: 'What a custom resource without a definition is: error, warning or skip (the default); of one group: example.com=error' },

  crd: { type: 'list', metavar: 'PATH', group: 'Files', summary: 'Files or folders with CustomResourceDefinitions that custom resources are held against, in addition to those that are linted' },
  policy: { type: 'list', metavar: 'PATH', group: 'Files', summary: 'Files or folders with ValidatingAdmissionPolicies that objects are held against, beside those that are linted; without a binding they deny' },
  catalogue: { type: 'value', metavar: 'WHEN', choices: ['on', 'off'], aliases: ['catalog'], group: 'Files', summary: 'off: hold custom resources only against definitions of yours, not against the catalogue of operators, which is empty in this version' },
  render: { type: 'value', metavar: 'WHAT', choices: ['all', 'helm', 'kustomize', 'off'], group: 'Files', summary: 'What is rendered and linted as it is deployed: helm for charts only, kustomize for kustomizations only, off for nothing; all (the default)' },
  exclude: { type: 'list', metavar: 'GLOB', aliases: ['ignore-pattern'], group: 'Files', summary: 'Leave out files, with a pattern as in .gitignore' },
  'ignore-filename-pattern': { type: 'list', metavar: 'REGEX', group: 'Files', kubeconform: true, summary: 'Leave out files whose path matches a regular expression' },
  'no-gitignore': { type: 'switch', group: 'Files', summary: 'Lint what .gitignore leaves out' },
  'force-exclude': { type: 'switch', group: 'Files', summary: 'Treat named files as if they were found in a folder: ignore files hold for them, and they need not be manifests' },
  context: { type: 'list', metavar: 'PATH', group: 'Files', summary: 'Report nothing here, but read it for rules that look at several objects' },
  'include-markdown': { type: 'switch', group: 'Files', summary: 'Lint the YAML in Markdown files of folders too' },
  'stdin-filename': { type: 'value', metavar: 'NAME', aliases: ['stdin-file-path'], group: 'Files', summary: 'Name of what is read from standard input' },
  'allow-empty': { type: 'switch', aliases: ['no-error-on-unmatched-pattern'], group: 'Files', summary: 'Nothing found to lint is fine' },

  baseline: { type: 'value', metavar: 'FILE', group: 'What is new', summary: 'Leave out the findings that a file of podlint baseline write has' },
  'no-baseline': { type: 'switch', group: 'What is new', summary: 'Report what the baseline of the settings leaves out, too' },
  'no-inline-config': { type: 'switch', group: 'What is new', summary: 'Report what comments and annotations ignore, too' },
  today: { type: 'value', metavar: 'DATE', group: 'What is new', summary: 'The day by which what is ignored "until" a date expires; that of the clock by default' },
  changed: { type: 'switch', group: 'What is new', summary: 'Lint everything, but report only files that differ from the last commit, as git says' },
  since: { type: 'value', metavar: 'REF', group: 'What is new', summary: 'The same for what has changed since the work branched off from REF, such as origin/main' },
  staged: { type: 'switch', group: 'What is new', summary: 'The same for what is staged for the next commit, as it is staged' },
  'changed-lines': { type: 'switch', group: 'What is new', summary: 'Of changed files, report only the lines that have changed' },

  format: { type: 'list', short: 'f', metavar: 'NAME[:FILE]', commas: true, aliases: ['output-format'], group: 'Output', summary: 'How to print findings (see below), and where to; several at once are fine' },
  'output-file': { type: 'value', short: 'o', metavar: 'FILE', group: 'Output', summary: 'Print the findings, or the patch of --diff, into a file' },
  quiet: { type: 'switch', short: 'q', group: 'Output', summary: 'Print errors only' },
  'min-severity': { type: 'value', metavar: 'LEVEL', choices: ['error', 'warning', 'info'], group: 'Output', summary: 'Print only findings this bad or worse: error, warning or info (the default); the summary and the exit code stay' },
  'max-diagnostics': { type: 'value', metavar: 'N', group: 'Output', summary: 'Print no more findings than this, the worst ones' },
  statistics: { type: 'switch', group: 'Output', summary: 'Print how many findings there are by rule, kind and file in place of findings, as text or, with --format json, as JSON' },
  template: { type: 'value', metavar: 'FILE', group: 'Output', summary: 'Print what a Liquid template makes of the findings' },
  verbose: { type: 'switch', short: 'v', group: 'Output', kubeconform: true, summary: 'Say on standard error what is used, and what is left alone' },
  debug: { type: 'switch', group: 'Output', kubeconform: true, summary: 'Say on standard error where the time goes, rule by rule' },
  color: { type: 'value', metavar: 'WHEN', choices: ['auto', 'always', 'never'], aliases: ['colors'], group: 'Output', summary: 'auto (the default), always or never' },

  'fail-on': { type: 'value', metavar: 'LEVEL', choices: ['error', 'warning', 'info', 'never'], aliases: ['failure-threshold'], group: 'Exit code', summary: 'Exit with 1 when there is a finding this bad or worse: error (the default), warning, info or never' },
  'max-warnings': { type: 'value', metavar: 'N', group: 'Exit code', summary: 'Exit with 1 when there are more warnings' },
  'exit-zero': { type: 'switch', group: 'Exit code', summary: 'Exit with 0 in spite of findings' },

  fix: { type: 'switch', group: 'Fixes', summary: 'Fix what can be fixed without changing what the cluster does' },
  'unsafe-fixes': { type: 'switch', group: 'Fixes', summary: 'With --fix or --diff: also fix what may change what the cluster does' },
  'fix-rule': { ...RULES, group: 'Fixes', summary: 'With --fix or --diff: fix only what these rules found' },
  'add-ignores': { type: 'switch', group: 'Fixes', summary: 'Write a comment for each finding that ignores it' },
  reason: { type: 'value', metavar: 'TEXT', group: 'Fixes', summary: 'With --add-ignores: why' },
  diff: { type: 'switch', group: 'Fixes', summary: 'Write nothing, but print what --fix would change as a patch' },

  config: { type: 'value', short: 'c', metavar: 'FILE', group: 'General', summary: 'Settings; by default podlint.yaml here or in a folder above' },
  'no-config': { type: 'switch', aliases: ['isolated'], group: 'General', summary: 'Use no settings file' },
  'api-version': { type: 'value', metavar: 'VERSION', group: 'General', summary: 'With the command "explain": the API version of the kind, such as autoscaling/v1' },
  peer: { type: 'value', metavar: 'TOOL', group: 'General', summary: 'With the command "rules": the checks of another tool, such as trivy, with the rules that cover them' },
  json: { type: 'switch', group: 'General', summary: 'With the commands "rules", "explain", "kinds", "pss" and "policy test": print JSON' },
  version: { type: 'switch', short: 'V', group: 'General', summary: 'Print the version' },
  help: { type: 'switch', short: 'h', group: 'General', summary: 'Print this' },

  output: { type: 'value', metavar: 'NAME', kubeconform: true, summary: 'The same as --format' },
  recursive: { type: 'switch', short: 'R', note: 'has no effect: folders are linted with all that is in them', summary: 'Folders are linted with all that is in them anyway' },
  filename: { type: 'value', refusal: 'is not needed: podlint FILE', summary: 'Files are named without a flag' },
  'no-color': { type: 'switch', summary: 'The same as --color never' },
  strict: { type: 'switch', kubeconform: true, note: '', summary: 'Unknown fields are errors anyway' },
  summary: { type: 'switch', kubeconform: true, note: '', summary: 'There is a summary anyway' },
  'ignore-missing-schemas': { type: 'switch', kubeconform: true, aliases: ['skip-missing-schemas'], note: '', summary: 'Kinds of third parties without a schema are skipped anyway' },
  'schema-location': { type: 'list', metavar: 'default', kubeconform: true, summary: 'Only "default": the schemas are built in' },
  n: { type: 'value', kubeconform: true, note: 'has no effect: podlint needs no workers', summary: 'Number of workers' },
  cache: { type: 'value', kubeconform: true, note: 'has no effect: podlint downloads nothing', summary: 'Folder for downloads' },
  'insecure-skip-tls-verify': { type: 'switch', kubeconform: true, note: 'has no effect: podlint downloads nothing', summary: 'Download without checking certificates' },
  'exit-on-error': { type: 'switch', kubeconform: true, note: 'has no effect: all files are linted, and the exit code is the same', summary: 'Stop at the first error' },
  skip: { type: 'list', kubeconform: true, refusal: 'has no equivalent: leave out files with --exclude, or rules with --ignore', summary: 'Kinds to skip' },
  reject: { type: 'list', kubeconform: true, refusal: 'has no equivalent', summary: 'Kinds to refuse' },
} as const satisfies Record<string, Flag>

export type FlagName = keyof typeof FLAGS

export const FLAG_ENTRIES = Object.entries(FLAGS) as [FlagName, Flag][]

type ValueOf<F> = F extends { type: 'switch' } ? boolean : F extends { type: 'value' } ? string : string[]

/** What was given; a flag that was not is absent. */
export type FlagValues = { -readonly [Name in FlagName]?: ValueOf<(typeof FLAGS)[Name]> }

/** Flags that cannot be set by a variable. */
const COMMAND_LINE_ONLY: ReadonlySet<FlagName> = new Set(['version', 'help', 'json', 'peer', 'api-version', 'fix', 'unsafe-fixes', 'fix-rule', 'add-ignores', 'reason', 'diff', 'template', 'stdin-filename'])

/** `PODLINT_FAIL_ON` for `fail-on`; undefined for flags without a variable. */
export const variableOf = (name: FlagName, flag: Flag): string | undefined =>
  flag.group === undefined || COMMAND_LINE_ONLY.has(name) ? undefined : `PODLINT_${name.toUpperCase().replaceAll('-', '_')}`

/** Whether only what has changed is to be reported. */
export const asksForChanges = ({ changed, since, staged, 'changed-lines': lines }: FlagValues): boolean => changed === true || since !== undefined || staged === true || lines === true
