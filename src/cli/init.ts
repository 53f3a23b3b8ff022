/** `podlint init`: writes a settings file with comments that fits what is found. */
import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findConfig } from '../config/find-config.ts'
import { SETTINGS_NAMES } from '../files/settings-names.ts'
import { shownPath } from '../files/shown-path.ts'
import { systemReason } from '../files/system-error.ts'
import { writeReport } from '../files/write.ts'
import { HOMEPAGE } from '../project.ts'
import { plural } from '../reporters/plural.ts'
import { UsageError } from '../usage-error.ts'
import { LATEST } from '../versions.ts'
import type { Arguments } from './arguments.ts'
import type { ExitCode } from './exit-code.ts'
import type { Host } from './host.ts'
import { findInputs } from './inputs.ts'
import { lintInputs } from './lint-inputs.ts'
import { Progress } from './progress.ts'
import { readSettings } from './settings.ts'
import { tell } from './tell.ts'

/** What a repository has, for the one who writes settings for it. */
interface Repository {
  files: number
  resources: number
  errors: number
  warnings: number
  infos: number
  /** What was left alone: how many files, by reason. */
  leftAlone: readonly [reason: string, count: number][]
  unknownKinds: readonly string[]
  placeholders: number
  /** Files that hold definitions of custom resources beside what is linted. */
  fluxes: boolean
  argo: boolean
  ownPlaceholders: readonly string[]
  marks: boolean
}

/** Throws a UsageError. */
export async function init({ operands: [place = '.', ...more], flags }: Arguments, host: Host): Promise<ExitCode> {
  if (more.length > 0) throw new UsageError('podlint init takes one folder')
  const folder = resolve(host.cwd, place)
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new UsageError(`${place} is not a folder`)
  const known = [...SETTINGS_NAMES].map((name) => join(folder, name)).find((path) => existsSync(path)) ?? (findConfig(folder) === join(folder, 'package.json') ? join(folder, 'package.json') : undefined)
  if (known !== undefined) throw new UsageError(`There are settings already: ${shownPath(known, host.cwd)}; podlint config shows what they say`)
  const path = join(folder, SETTINGS_NAMES[0])
  const repository = await look(place, flags, host)
  try {
    writeReport(path, settingsText(repository))
  } catch (error) {
    throw new UsageError(`Cannot write ${shownPath(path, host.cwd)}: ${systemReason(error)}`)
  }
  const { errors, warnings, infos } = repository
  tell(host.stderr, `${shownPath(path, host.cwd)} is written`)
  if (errors + warnings + infos > 0) tell(host.stderr, `there are ${[count(errors, 'error'), count(warnings, 'warning'), count(infos, 'info')].filter(Boolean).join(', ')}; to see them: podlint; to fix what can be fixed: podlint fix; to begin with what is new only: podlint baseline write`)
  return 0
}

const count = (many: number, noun: string): string => (many === 0 ? '' : plural(many, noun))

async function look(place: string, flags: Arguments['flags'], host: Host): Promise<Repository> {
  const settings = await readSettings({ ...flags, 'no-config': true }, host)
  const found = await findInputs([place], [], undefined, settings, host)
  const progress = new Progress(host.stderr)
  const { summary } = await lintInputs(found, new Map(), settings, progress)
  progress.end()
  for (const reason of found.leftAlone.values()) summary.leftAlone[reason] = (summary.leftAlone[reason] ?? 0) + 1
  const repository: Repository & { fluxes: boolean; argo: boolean; marks: boolean } = {
    files: summary.files,
    resources: summary.resources,
    errors: summary.errors,
    warnings: summary.warnings,
    infos: summary.infos,
    leftAlone: Object.entries(summary.leftAlone).sort(([, a], [, b]) => b - a),
    unknownKinds: Object.keys(summary.unknownKinds).sort(),
    placeholders: summary.placeholders,
    fluxes: false,
    argo: false,
    marks: false,
    ownPlaceholders: [],
  }
  const own = new Set<string>()
  const { PEER_MARK } = await import('../engine/peer-marks.ts')
  for (const input of found.inputs) {
    const { text } = input.read()
    repository.fluxes ||= text.includes('kustomize.toolkit.fluxcd.io/')
    repository.argo ||= text.includes('argoproj.io/') && /^kind: Application(Set)?$/m.test(text)
    repository.marks ||= PEER_MARK.test(text)
    if (/^[^#\n]*: *"?@@\w+@@/m.test(text)) own.add('@@*@@')
    if (/^[^#\n]*: *"?%%\w+%%/m.test(text)) own.add('%%*%%')
    if (/^[^#\n]*: *"?<[A-Za-z][\w-]*>"? *$/m.test(text)) own.add('<*>')
  }
  return { ...repository, ownPlaceholders: [...own] }
}

function settingsText(repository: Repository): string {
  const { files, resources, leftAlone, unknownKinds, placeholders, ownPlaceholders, fluxes, argo, marks, errors, warnings, infos } = repository
  const findings = errors + warnings + infos
  const by = [...(fluxes ? ['Flux'] : []), ...(argo ? ['Argo CD'] : [])]
  return `# yaml-language-server: $schema=${HOMEPAGE}/raw/main/schema/podlint.schema.json
# Settings of podlint; all keys: ${HOMEPAGE}/blob/main/docs/settings.md
# Found here: ${plural(files, 'file')} with ${plural(resources, 'resource')}${by.length === 0 ? '' : `, applied by ${by.join(' and ')}`}; ${findings === 0 ? 'no findings' : plural(findings, 'finding')}.
${leftAlone.length === 0 ? '' : `# Left alone: ${leftAlone.map(([reason, many]) => `${reason} (${many})`).join(', ')}; podlint files says which and why.\n`}
# The versions of your clusters; without it, the newest that podlint knows.
# kubernetesVersions: ["${LATEST}"]

# Which rules run: api-server (what the server refuses), recommended, strict, pss-baseline, pss-restricted, …
presets: recommended

# Another severity than its own for a rule, off, or its options; podlint rules lists them.
# rules:
#   no-floating-image-tag: error
#   require-memory-limit: off

# The same for whole categories: ${['validity', 'reliability', 'resources', 'security', 'networking', 'references', 'deprecation', 'best-practice'].join(', ')}.
# categories:
#   best-practice: info

# Other rules for some files or objects.
# overrides:
#   - files: test/**
#     rules:
#       no-naked-pod: off

# What is not yours, or no manifest of a cluster: patterns as in .gitignore.
# exclude:
#   - vendor/

# What lives elsewhere, so that nobody misses it here: KIND/NAME or KIND/NAMESPACE/NAME.
# external:
#   - Secret/*-tls
${unknownKinds.length === 0 ? '' : `
# Definitions of ${unknownKinds.slice(0, 3).join(', ')}${unknownKinds.length > 3 ? ` and ${plural(unknownKinds.length - 3, 'more kind')}` : ''} would let these be checked, too.
# crds:
#   - crds/
`}${placeholders > 0 ? `
# Values such as \${NAME} (${placeholders} here) are known to be filled in later, and fit any type.
` : ''}${ownPlaceholders.length > 0 ? `
# So are these.
placeholders: ${JSON.stringify(ownPlaceholders)}
` : ''}${marks ? `
# Marks of other tools that ignore findings are among the manifests; they count.
compatIgnores: true
` : ''}
# What is there already, so that only what is new is reported: podlint baseline write
# baseline: podlint-baseline.json

# The run fails when there is a finding this bad or worse: error, warning, info or never.
failOn: error
`
}

