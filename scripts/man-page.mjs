// The man page of podlint, made of what `podlint --help` is made of. scripts/build.mjs writes it to dist/podlint.1.
import { loadTypeScript } from './load-typescript.mjs'

/** Text of roff: a hyphen is one that can be copied, and no line begins with a request. */
const escaped = (text) => text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll(/^(?=[.'])/gm, '\\&')

export async function manPage() {
  const { USAGE, EXIT_CODES, VARIABLES } = await loadTypeScript('src/cli/help.ts')
  const { FLAG_ENTRIES, GROUPS, variableOf } = await loadTypeScript('src/cli/flags.ts')
  const { FORMATS } = await loadTypeScript('src/reporters/index.ts')
  const { HOMEPAGE, VERSION } = await loadTypeScript('src/project.ts')
  const entry = (term, text) => `.TP\n${term}\n${escaped(text)}\n`
  const flag = ([name, { short, metavar, summary }]) => {
    const value = metavar === undefined ? '' : ` \\fI${escaped(metavar)}\\fR`
    return entry(`${short === undefined ? '' : `\\fB\\-${short}\\fR, `}\\fB\\-\\-${escaped(name)}\\fR${value}`, `${summary}.`)
  }
  const variables = FLAG_ENTRIES.flatMap(([name, each]) => variableOf(name, each) ?? [])
  return `.\\" Made by scripts/man-page.mjs.
.TH PODLINT 1 "" "podlint ${VERSION}" "User Commands"
.SH NAME
podlint \\- lint Kubernetes manifests before they reach a cluster
.SH SYNOPSIS
${USAGE.map(([command]) => `.B ${escaped(command)}\n`).join('.br\n')}.SH DESCRIPTION
Finds in manifests what the API server would refuse, what will break at run time and what policy forbids, at the exact line and column,
says why, and fixes what can be fixed safely. It needs no cluster and no network.
.SH COMMANDS
${USAGE.map(([command, text]) => entry(`\\fB${escaped(command)}\\fR`, text)).join('')}${GROUPS.map((group) => `.SH ${group.toUpperCase()}\n${FLAG_ENTRIES.filter(([, each]) => each.group === group).map(flag).join('')}`).join('')}.SH FORMATS
${Object.entries(FORMATS).map(([name, { summary }]) => entry(`\\fB${name}\\fR`, summary)).join('')}.SH EXIT STATUS
${EXIT_CODES.map(([code, text]) => entry(`\\fB${code}\\fR`, text)).join('')}.SH ENVIRONMENT
${entry(`\\fB${variables.map(escaped).join('\\fR, \\fB')}\\fR`, 'The flags of these names; the command line comes before variables, and those before podlint.yaml.')}${VARIABLES.map(([name, text]) => entry(`\\fB${escaped(name)}\\fR`, text)).join('')}.SH FILES
${entry('\\fBpodlint.yaml\\fR', 'Settings, here or in a folder above.')}${entry('\\fB.podlintignore\\fR', 'What is left out, with patterns as in .gitignore.')}.SH SEE ALSO
${escaped(`${HOMEPAGE}/tree/main/docs`)}
`
}
