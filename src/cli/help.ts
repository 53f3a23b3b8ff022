import { FORMATS } from '../reporters/index.ts'
import { FLAG_ENTRIES, GROUPS, variableOf, type Flag } from './flags.ts'

const WIDTH = 110
const COLUMN = 34
const USAGE_COLUMN = 38

/** Commands, and what each does. */
export const USAGE: readonly (readonly [command: string, summary: string])[] = [
  ['podlint [check] [PATH | GLOB | -]...', 'lint files, folders (here by default) or standard input'],
  ['podlint fix [--diff] [PATH]...', 'the same as --fix: fix what can be fixed safely'],
  ['podlint rules [--json]', 'list the rules: all, of a --preset, or with --peer TOOL for each check of that tool'],
  ['podlint rule NAME', 'explain a rule'],
  ['podlint kinds [GROUP]... [--json]', 'list the kinds that are known, with those of --crd'],
  ['podlint explain KIND.FIELD [--json]', 'explain a field, also of a kind of --crd: deploy.spec.strategy'],
  ['podlint pss [--json] [PATH]...', 'say which level of the Pod Security Standards each namespace and workload meets'],
  ['podlint render [PATH]...', 'print what charts and kustomizations become, with the place that each line comes from'],
  ['podlint test-rules [PLUGIN]...', 'try the examples of rules of your own'],
  ['podlint trust [FOLDER]', 'run the plugins that settings in this folder name, from now on'],
  ['podlint init [FOLDER]', 'write a settings file that fits what is found'],
  ['podlint config [PATH] [--json]', 'show the settings that hold, and where each value comes from'],
  ['podlint files [PATH]... [--json]', 'list what is linted, and why the rest is not'],
  ['podlint baseline write|prune [PATH]...', 'write what is found now into a file, to leave it out; take out of it what is gone'],
  ['podlint baseline show [--json]', 'say what that file has'],
  ['podlint policy test [--json] [PATH]...', 'hold admission policies against the cases beside them'],
  ['podlint policy export RULE...', 'write rules as ValidatingAdmissionPolicies'],
  ['podlint migrate TOOL [FILE | COMMAND]', 'rewrite settings or a command line of another linter, or list which: podlint migrate'],
  ['podlint completion SHELL', 'print what completes words in bash, zsh, fish or powershell'],
  ['podlint help | version', 'print this, or the version'],
]

export const EXIT_CODES: readonly (readonly [code: number, meaning: string])[] = [
  [0, 'nothing to complain of'],
  [1, 'findings'],
  [2, 'the work could not be done'],
]

/** Those that are not flags. */
export const VARIABLES: readonly (readonly [name: string, meaning: string])[] = [
  ['PODLINT_CACHE_DIR', 'The folder for what Node has compiled of podlint, for verdicts on CEL expressions, and for what charts and kustomizations give, which are kept for the next run; by default podlint among your caches.'],
  ['NODE_DISABLE_COMPILE_CACHE', 'Set to 1: nothing is kept.'],
]

/** What `podlint --help` prints. */
export function helpText(): string {
  return `podlint: lints Kubernetes manifests

Usage:
${USAGE.map(([command, summary]) => `  ${command.padEnd(USAGE_COLUMN)} ${summary}\n`).join('')}
${GROUPS.map((group) => `${group}:\n${FLAG_ENTRIES.filter(([, flag]) => flag.group === group).map(([name, flag]) => row(spellings(name, flag), flag.summary)).join('')}`).join('\n')}
Formats:
${Object.entries(FORMATS).map(([name, { summary }]) => row(`  ${name}`, summary)).join('')}${row('  NAME or PATH', 'An ESLint formatter that is installed.')}
Flags with a value, and most others, can be set by a variable: ${variableOf('fail-on', FLAG_ENTRIES.find(([name]) => name === 'fail-on')![1])} for --fail-on. The command line comes before
variables, and those before podlint.yaml. The flags of kubeconform are accepted, with one dash too.

${VARIABLES.map(([name, meaning]) => row(name, meaning)).join('')}
Exit code: ${EXIT_CODES.map(([code, meaning]) => `${code} ${meaning}`).join(', ')}.
`
}

function spellings(name: string, { short, metavar }: Flag): string {
  return `  ${short === undefined ? '    ' : `-${short}, `}--${name}${metavar === undefined ? '' : ` ${metavar}`}`
}

/** Two columns; the second one wraps. */
function row(left: string, right: string): string {
  const lines: string[] = []
  let line = left.length < COLUMN - 1 ? left.padEnd(COLUMN) : `${left}\n${' '.repeat(COLUMN)}`
  let used = COLUMN
  for (const word of right.split(' ')) {
    if (used + word.length > WIDTH) {
      lines.push(line.trimEnd())
      line = ' '.repeat(COLUMN)
      used = COLUMN
    }
    line += `${word} `
    used += word.length + 1
  }
  return [...lines, line.trimEnd(), ''].join('\n')
}
