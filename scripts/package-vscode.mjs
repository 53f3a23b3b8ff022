#!/usr/bin/env node
// Packs editors/vscode into an extension for VS Code, with what belongs to the whole project: the license and the schema of podlint.yaml.
// usage: node scripts/package-vscode.mjs [FILE]     FILE instead of editors/vscode/podlint.vsix; the same sources give the same bytes
// Fetches vsce from the registry when npx does not have it yet: it is too large (145 MB) for everybody's `npm ci`.
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { build } from 'esbuild'

const VSCE = '@vscode/vsce@3.9.2'
const FILES = ['editors/vscode/package.json', 'editors/vscode/README.md', 'editors/vscode/icon.png', 'LICENSE', 'schema/podlint.schema.json']

const root = join(import.meta.dirname, '..')
const extension = join(root, 'editors/vscode')
const target = resolve(process.argv[2] ?? join(extension, 'podlint.vsix'))
const staging = mkdtempSync(join(tmpdir(), 'podlint-vscode-'))
try {
  await build({
    absWorkingDir: extension,
    entryPoints: ['src/extension.ts'],
    outfile: join(staging, 'dist/extension.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
  })
  for (const file of FILES) {
    const copy = join(staging, basename(file))
    copyFileSync(join(root, file), copy)
    chmodSync(copy, 0o644)
  }
  chmodSync(join(staging, 'dist/extension.cjs'), 0o644)
  const args = ['--yes', VSCE, 'package', '--no-dependencies', '--out', target]
  // A date makes vsce sort the files and give them all that time, which a zip holds as local time.
  const env = { ...process.env, SOURCE_DATE_EPOCH: '1767225600', TZ: 'UTC' }
  const { status, error } = spawnSync('npx', args, { cwd: staging, env, stdio: 'inherit', shell: process.platform === 'win32' })
  if (error) throw error
  process.exitCode = status ?? 1
} finally {
  rmSync(staging, { recursive: true, force: true })
}
