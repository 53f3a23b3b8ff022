/** `podlint render`: prints what is linted in place of files, each line with the place where it was written. */
import { plural } from '../reporters/plural.ts'
import { diskTree } from '../files/disk-tree.ts'
import type { BuiltText } from '../files/built-places.ts'
import { Linter } from '../lint.ts'
import type { FileTree } from '../model/file-tree.ts'
import type { Arguments } from './arguments.ts'
import type { NotBuilt } from './failed-kustomizations.ts'
import type { ExitCode } from './exit-code.ts'
import type { Host } from './host.ts'
import type { Followed } from './gitops/follow.ts'
import { findInputs, InputError, type Inputs } from './inputs.ts'
import { renderEngineOf } from './render-engine.ts'
import { readSettings, type Settings } from './settings.ts'
import { tell } from './tell.ts'

/** Throws a UsageError. */
export async function render({ operands, flags }: Arguments, host: Host): Promise<ExitCode> {
  const settings = await readSettings(flags, host)
  const found = await findInputs(operands, [], undefined, settings, host)
  const { charts, kustomizations, problems } = found
  const tree = diskTree(settings.find, found.asked)
  const engine = renderEngineOf(found)
  const followed = await followedIn(found, tree, settings)
  const { texts, faults } = charts.length === 0 ? { texts: [], faults: [] } : await (await import('./charts/print-rendered.ts')).renderedTexts(charts, settings, engine, followed?.sets)
  host.stdout.write(texts.join(''))
  const { asDeployed, buildKustomizations } = await import('./built-kustomizations.ts')
  const { built, failed } = await buildKustomizations(kustomizations, tree, engine, { isWhole: true, cwd: settings.find.cwd, minor: settings.kubernetesVersions.at(-1)!, deployments: followed?.deployments ?? [] })
  for (const { closure, text, deployedBy } of built) host.stdout.write(`# ${closure.folder}: built by Kustomize from ${plural(closure.texts.size, 'file')}${asDeployed(deployedBy)}\n${await withPlaces(text)}---\n`)
  engine.end()
  for (const problem of [...problems, ...faults, ...failed.map(sentence)]) tell(host.stderr, problem)
  if (flags.verbose === true) for (const line of followed?.left ?? []) tell(host.stderr, line)
  if (charts.length + built.length + failed.length === 0 && problems.length === 0) tell(host.stderr, 'Neither a chart nor a kustomization is here')
  return problems.length + faults.length > 0 || texts.length + built.length === 0 || failed.some(({ isFailure }) => isFailure) ? 2 : 0
}

/** What the objects of Argo CD and Flux among the files do to charts and folders. */
async function followedIn(found: Inputs, tree: FileTree, settings: Settings): Promise<Followed | undefined> {
  const linter = new Linter({ kubernetesVersions: settings.kubernetesVersions, severities: new Map() })
  for (const { file, read } of found.inputs) {
    try {
      const { text } = read()
      if (OF_GITOPS.test(text)) await linter.add({ file, text, named: false })
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      found.problems.push(error.message)
    }
  }
  if (found.charts.length === 0 && linter.thirdParties.length === 0) return undefined
  return (await import('./gitops/follow.ts')).followRun(linter.thirdParties, { found, texts: new Map(), tree, settings })
}

const OF_GITOPS = /argoproj\.io\/|\.toolkit\.fluxcd\.io\//

const sentence = ({ folder, obstacle }: NotBuilt): string => `${folder} is not built: ${obstacle.reason} (${obstacle.file}:${obstacle.line})`

/** As comments, which change nothing of what the YAML says. */
async function withPlaces(built: BuiltText): Promise<string> {
  const { text } = built
  let printed = ''
  let done = 0
  for (const { start, end } of built.lines()) {
    const place = await built.placeOf(start, end)
    const lineEnd = text.indexOf('\n', start)
    // Of a string in quotes that goes on in the next line, a comment would be part.
    if (place === undefined || lineEnd === -1 || (end > lineEnd && !/^[|>]/.test(text.slice(start, start + 1)))) continue
    printed += `${text.slice(done, lineEnd)} # ${place.source.file}:${place.source.position(place.start).line}`
    done = lineEnd
  }
  return printed + text.slice(done)
}
