#!/usr/bin/env node
// Prints how podlint compares with a live kube-apiserver, by area.
// usage: node scripts/conformance.mjs [--minor 1.30] [--show N] [AREA…]      --show: the first N cases of each kind of difference
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { minor: { type: 'string', default: '1.37' }, show: { type: 'string', default: '0' } } })

/** Bundled modules must still find the files that lie beside them. */
const keepFolders = {
  name: 'keep-folders',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({ loader: 'ts', contents: readFileSync(path, 'utf8').replaceAll('import.meta.dirname', JSON.stringify(dirname(path))) }))
  },
}

const folder = mkdtempSync(join(tmpdir(), 'podlint-conformance-'))
const outfile = join(folder, 'run.cjs')
await build({ entryPoints: [join(import.meta.dirname, '../conformance/run.ts')], outfile, bundle: true, platform: 'node', format: 'cjs', plugins: [keepFolders], logLevel: 'error' })
const { areas, runArea } = await import(outfile)
rmSync(folder, { recursive: true })

const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`)
const print = (area, f, falselyRefused) =>
  console.log(
    [area.padEnd(40), f.cases, f.refused, percent(f.found, f.refused), falselyRefused, f.causes, percent(f.causesFound, f.causes), percent(f.errorsRight, f.errors), percent(f.warnedFound, f.warned)]
      .map((cell) => String(cell).padStart(9))
      .join(''),
  )
console.log(['area'.padEnd(40), 'cases', 'refused', 'found', 'false', 'causes', 'placed', 'exact', 'warnings'].map((cell) => cell.padStart(9)).join(''))
const total = {}
let falseTotal = 0
const differences = []
for (const area of positionals.length > 0 ? positionals : areas()) {
  const { figures, missed, falselyRefused, crashed } = await runArea(area, values.minor)
  print(area, figures, falselyRefused.length)
  for (const name of Object.keys(figures)) total[name] = (total[name] ?? 0) + figures[name]
  falseTotal += falselyRefused.length
  for (const crash of crashed) differences.push(`crashed ${crash}`)
  for (const id of missed.slice(0, Number(values.show))) differences.push(`missed  ${id}`)
  for (const id of falselyRefused.slice(0, Number(values.show))) differences.push(`false   ${id}`)
}
print('all', total, falseTotal)
if (differences.length > 0) console.log(`\n${differences.join('\n')}`)
