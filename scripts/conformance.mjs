#!/usr/bin/env node
// Prints how podlint compares with a live kube-apiserver, by area; the columns are explained in conformance/README.md.
// usage: node scripts/conformance.mjs [--minor 1.30] [--show N] [AREA…]     --show: the first N cases of each kind of difference of an area
//        node scripts/conformance.mjs --update     takes the present differences for known: conformance/known-differences.json
//        node scripts/conformance.mjs --write      the same, and records the figures: conformance/figures.json, docs/conformance.md, the summary in README.md
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadTypeScript } from './load-typescript.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minor: { type: 'string', default: '1.37' }, show: { type: 'string', default: '0' }, update: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
})
const root = join(import.meta.dirname, '..')
const { JUDGED_MINORS, areas, differencesOf, runArea } = await loadTypeScript('conformance/run.ts')

/** Lints everything, for every minor: the differences of today and the figures. */
async function measure() {
  const { toRecord } = await loadTypeScript('conformance/figures.ts')
  const known = {}
  const figures = {}
  for (const minor of JUDGED_MINORS) {
    known[minor] = {}
    figures[minor] = {}
    for (const area of areas()) {
      const result = await runArea(area, minor)
      if (result.crashed.length > 0) throw new Error(result.crashed.join('\n'))
      const differences = differencesOf(area, result)
      if (differences.missed.length + differences.falselyRefused.length > 0) known[minor][area] = differences
      figures[minor][area] = toRecord(result)
    }
  }
  return { known, figures }
}

function writeKnown(known) {
  writeFileSync(join(root, 'conformance/known-differences.json'), `${JSON.stringify(known, null, 1)}\n`)
}

/** One line an area, so that changes of several people merge. */
async function writeFigures(figures) {
  const { figuresFile } = await loadTypeScript('conformance/figures.ts')
  const { conformancePage, withSummary } = await loadTypeScript('conformance/page.ts')
  const ofMinor = ([minor, ofAreas]) => ` "${minor}": {\n${Object.entries(ofAreas).map(([area, figure]) => `  "${area}": ${JSON.stringify(figure)}`).join(',\n')}\n }`
  const readme = join(root, 'README.md')
  writeFileSync(readme, withSummary(readFileSync(readme, 'utf8'), figures))
  writeFileSync(join(root, 'docs/conformance.md'), conformancePage(figures))
  writeFileSync(figuresFile, `{\n${Object.entries(figures).map(ofMinor).join(',\n')}\n}\n`)
}

const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`)
const row = (first, cells) => console.log(first.padEnd(38) + cells.map((cell) => String(cell).padStart(9)).join(''))

async function print() {
  row('area', ['cases', 'refused', 'found', 'false', 'causes', 'placed', 'exact', 'warned', 'found'])
  const printFigures = (area, f) =>
    row(area, [f.cases, f.refused, percent(f.found, f.refused), f.falselyRefused, f.causes, percent(f.causesFound, f.causes), percent(f.errorsRight, f.errors), f.warned, percent(f.warnedFound, f.warned)])
  const total = {}
  const shown = []
  for (const area of positionals.length > 0 ? positionals : areas()) {
    const { figures, missed, falselyRefused, crashed } = await runArea(area, values.minor)
    const all = { ...figures, falselyRefused: falselyRefused.length }
    printFigures(area, all)
    for (const [name, figure] of Object.entries(all)) total[name] = (total[name] ?? 0) + figure
    shown.push(...crashed.map((crash) => `crashed ${crash}`))
    for (const [kind, ids] of Object.entries({ missed, false: falselyRefused })) shown.push(...ids.slice(0, Number(values.show)).map((id) => `${kind.padEnd(7)} ${id}`))
  }
  printFigures('all', total)
  if (shown.length > 0) console.log(`\n${shown.join('\n')}`)
}

if (values.update || values.write) {
  const { known, figures } = await measure()
  writeKnown(known)
  if (values.write) await writeFigures(figures)
} else {
  await print()
}
