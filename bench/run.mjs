// Races podlint against its peers: whole processes, measured in turn (A B C A B C …), so that a machine that slows down slows all.
//
//   node bench/run.mjs             everything; writes docs/performance.md
//   node bench/run.mjs tree …      these works only (start-up, manifests, tree); writes nothing
//   node bench/run.mjs --smoke     everything once or twice on the manifests of this repository; fails only when a command crashes
//
// The corpora, the schemas and the peers are made as docs/performance.md tells; what is missing is said and skipped.
// Ratios to `node -e 0` are the figures to compare: milliseconds differ from machine to machine and from day to day.

import { buildSync } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, isAbsolute, join } from 'node:path'
import { limitsTable, performanceDocument, workTable } from './report.mjs'

const root = join(import.meta.dirname, '..')
const cache = join(import.meta.dirname, '.cache')
const schemas = join(cache, 'schemas')
const fluxCatalog = join(cache, 'flux-schema-catalog')
const podlint = join(root, 'dist/podlint.cjs')
const baseline = join(cache, 'baseline.cjs')
const timeProgram = '/usr/bin/time'
const timeFile = join(cache, 'time')

// Reading the certificates that this variable names takes Node longer than everything else of its start.
const { NODE_EXTRA_CA_CERTS, ...env } = process.env

/** Before the timed rounds, `memoryRounds` warm the file cache and measure memory and processor time. */
const WORKS = [
  { name: 'start-up', target: 'bench/deployment.yaml', title: 'One Deployment of 1 KB', rounds: 41, memoryRounds: 3 },
  { name: 'manifests', target: 'bench/.cache/manifests-1000', title: '1,000 manifests of public repositories', rounds: 9, memoryRounds: 3 },
  { name: 'tree', target: 'bench/.cache/kubeflow-manifests', title: 'kubeflow/manifests, 25 MB, mostly CRDs', rounds: 5, memoryRounds: 3 },
]
const SMOKE_WORKS = [
  { name: 'start-up', target: 'bench/deployment.yaml', title: 'One Deployment of 1 KB', rounds: 2, memoryRounds: 1 },
  { name: 'examples', target: 'examples', title: 'The examples', rounds: 2, memoryRounds: 1 },
]

/** `program` is looked for in bench/.cache/bin and PATH; `exits` are the codes that mean that the work was done; `needs` are files. */
const COMMANDS = [
  { name: 'node -e 0', program: process.execPath, arguments: () => ['-e', '0'], exits: [0], needs: [] },
  { name: 'podlint', program: process.execPath, arguments: (target) => [podlint, target], exits: [0, 1], needs: [podlint] },
  {
    name: 'kubeconform',
    program: 'kubeconform',
    arguments: (target) => ['-strict', '-ignore-missing-schemas', '-schema-location', `${schemas}/{{ .ResourceKind }}{{ .KindSuffix }}.json`, target],
    exits: [0, 1],
    needs: [schemas],
  },
  {
    name: 'flux-schema',
    program: 'flux-schema',
    arguments: (target) => ['validate', '--skip-missing-schemas', '--schema-location', fluxCatalog, target],
    exits: [0, 1],
    needs: [fluxCatalog],
  },
  { name: 'kube-linter', program: 'kube-linter', arguments: (target) => ['lint', target], exits: [0, 1], needs: [] },
  {
    name: 'pluto',
    program: 'pluto',
    arguments: (target) => (statSync(target).isFile() ? ['detect', target] : ['detect-files', '-d', target]),
    exits: [0, 2, 3, 4],
    needs: [],
  },
  { name: 'yaml + ajv', program: process.execPath, arguments: (target) => [baseline, schemas, target], exits: [0, 1], needs: [schemas] },
  { name: 'yaml alone', program: process.execPath, arguments: (target) => [baseline, '-', target], exits: [0, 1], needs: [] },
]

function findProgram(name) {
  if (isAbsolute(name)) return name
  return [join(cache, 'bin'), ...process.env.PATH.split(delimiter)].map((folder) => join(folder, name)).find((path) => existsSync(path))
}

/** The commands that can run here; the others are named on stderr. */
function presentCommands() {
  return COMMANDS.flatMap((command) => {
    const program = findProgram(command.program)
    const missing = program === undefined ? command.program : command.needs.find((file) => !existsSync(file))
    if (missing === undefined) return [{ ...command, program }]
    console.error(`${command.name} is left out: ${missing} is missing`)
    return []
  })
}

/** Milliseconds of one run, and how it ended. */
function run(program, commandArguments, folder) {
  const start = process.hrtime.bigint()
  const { status, signal } = spawnSync(program, commandArguments, { cwd: folder, env, stdio: 'ignore' })
  return { milliseconds: Number(process.hrtime.bigint() - start) / 1e6, ended: signal ?? status }
}

/** Peak memory in MiB and processor time in milliseconds. GNU time measures them, because Node tells neither of a child. */
function measureResources(command, commandArguments, folder) {
  const { ended } = run(timeProgram, ['-q', '-o', timeFile, '-f', '%M %U %S', command.program, ...commandArguments], folder)
  const [kibibytes, user, system] = readFileSync(timeFile, 'utf8').trim().split('\n').pop().split(' ').map(Number)
  return { memory: kibibytes / 1024, processor: (user + system) * 1000, ended }
}

function median(list) {
  const sorted = list.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Medians of every command over one work. A command that did not do the work is measured once, and told by `crashed`. */
function measure(work, commands) {
  const target = join(root, work.target)
  // Every command starts where the files are, as its users do, so that it meets no settings of this repository.
  const folder = statSync(target).isFile() ? dirname(target) : target
  const results = commands.map((command) => ({ name: command.name, command, crashed: undefined, times: [], memory: [], processor: [] }))
  const hasTime = existsSync(timeProgram)
  const count = (hasTime ? work.memoryRounds : 1) + work.rounds
  for (let round = 0; round < count; round++) {
    for (const result of results) {
      if (result.crashed !== undefined) continue
      const commandArguments = result.command.arguments(target)
      let ended
      if (round < work.memoryRounds && hasTime) {
        const resources = measureResources(result.command, commandArguments, folder)
        result.memory.push(resources.memory)
        result.processor.push(resources.processor)
        ended = resources.ended
      } else {
        const timed = run(result.command.program, commandArguments, folder)
        if (round > 0) result.times.push(timed.milliseconds)
        ended = timed.ended
      }
      if (!result.command.exits.includes(ended)) result.crashed = ended
    }
  }
  const base = median(results[0].times)
  return results.map(({ name, crashed, times, memory, processor }) => {
    if (crashed !== undefined) return { name, crashed }
    return { name, milliseconds: median(times), ratio: median(times) / base, memory: median(memory), processor: median(processor) }
  })
}

const chosen = process.argv.slice(2)
const smoke = chosen.includes('--smoke')
const unknown = chosen.find((name) => name !== '--smoke' && !WORKS.some((work) => work.name === name))
if (unknown !== undefined) {
  console.error(`no work is called ${unknown}; there are ${WORKS.map((work) => work.name).join(', ')}, and --smoke`)
  process.exit(2)
}

mkdirSync(cache, { recursive: true })
buildSync({ entryPoints: [join(import.meta.dirname, 'baseline.mjs')], outfile: baseline, bundle: true, platform: 'node', format: 'cjs', minify: true })
if (!existsSync(timeProgram)) console.error(`memory is not measured: ${timeProgram} is missing (package time)`)

const commands = presentCommands()
const works = smoke ? SMOKE_WORKS : WORKS.filter((work) => chosen.length === 0 || chosen.includes(work.name))
const measured = []
for (const work of works) {
  if (!existsSync(join(root, work.target))) {
    console.error(`${work.name} is left out: ${work.target} is missing`)
    continue
  }
  const results = measure(work, commands)
  measured.push({ ...work, results })
  console.log(`${work.title}\n\n${workTable(results)}\n`)
}

const crashes = measured.flatMap((work) => work.results.filter((result) => result.crashed !== undefined).map((result) => ({ ...result, work: work.name })))
for (const { name, work, crashed } of crashes) console.error(`${name} did not do the work ${work}: it ended with ${crashed}`)
if (smoke ? crashes.length > 0 : crashes.some((crash) => crash.name === 'podlint')) process.exitCode = 1

if (!smoke && measured.length === WORKS.length && process.exitCode === undefined && commands.some((command) => command.name === 'podlint')) {
  const path = join(root, 'docs/performance.md')
  writeFileSync(path, performanceDocument(measured))
  console.log(`${limitsTable(measured)}\n\nwrote ${path}`)
}
