/** `podlint completion SHELL`: what the shell has to know of commands, flags and their values. */
import { PRESETS } from '../engine/define-rule.ts'
import { FORMATS } from '../reporters/index.ts'
import { allRules } from '../rules.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import { LATEST, MINORS } from '../versions.ts'
import { COMMANDS } from './arguments.ts'
import { bash } from './completion/bash.ts'
import type { Completed, CompletedFlag } from './completion/completed.ts'
import { fish } from './completion/fish.ts'
import { powershell } from './completion/powershell.ts'
import { zsh } from './completion/zsh.ts'
import { FLAG_ENTRIES, type Flag, type FlagName } from './flags.ts'

export const SHELLS = { bash, zsh, fish, powershell }

/** Throws a UsageError. */
export async function completion([shell = '', ...more]: readonly string[]): Promise<string> {
  const names = Object.keys(SHELLS)
  if (more.length > 0 || !Object.hasOwn(SHELLS, shell)) throw new UsageError(`Name one shell: podlint completion ${names.join('|')}${didYouMean(shell, names)}`)
  return SHELLS[shell as keyof typeof SHELLS](await completed())
}

async function completed(): Promise<Completed> {
  const { PEER_CHECKS } = await import('../parts/peer-checks.ts')
  const { MORE_PRESETS } = await import('../parts/more-presets.ts')
  const rules = allRules().map(({ id }) => id)
  const categories = [...new Set(allRules().map(({ category }) => category as string))]
  const words: Partial<Record<FlagName, readonly string[]>> = {
    preset: [...PRESETS, ...Object.keys(MORE_PRESETS)],
    'kubernetes-version': [...MINORS, 'latest'],
    'pss-version': [...MINORS, 'latest'],
    'upgrade-to': [...MINORS].slice(MINORS.indexOf(LATEST)),
    format: Object.keys(FORMATS),
    peer: Object.keys(PEER_CHECKS),
    'unknown-kinds': ['error', 'warning', 'skip'],
  }
  const flags = FLAG_ENTRIES.filter(([, { group }]) => group !== undefined).map(([name, flag]): CompletedFlag => {
    const { type, short, summary, metavar, choices, commas } = flag
    const known = words[name] ?? choices ?? (metavar === 'RULE' ? [...rules, ...categories, 'all'] : [])
    const takes = type === 'switch' ? 'nothing' : known.length > 0 ? (commas === true ? 'words' : 'word') : isFile(flag) ? 'file' : 'anything'
    return { spellings: [`--${name}`, ...(short === undefined ? [] : [`-${short}`])], summary, ...(metavar === undefined ? {} : { metavar }), takes, words: known }
  })
  const operands: Readonly<Record<string, readonly string[]>> = { rule: rules, explain: rules, migrate: ['kubeconform', 'kube-linter', 'kube-score', 'polaris', 'checkov', 'trivy'], completion: Object.keys(SHELLS) }
  return { commands: Object.fromEntries(COMMANDS.map((command) => [command, operands[command] ?? []])), flags }
}

const isFile = ({ metavar = '' }: Flag): boolean => /FILE|PATH|GLOB|FOLDER/.test(metavar)
