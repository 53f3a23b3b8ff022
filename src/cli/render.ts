/** `podlint render`: prints what is linted in place of files, each line with the place where it was written. */
import { plural } from '../reporters/plural.ts'
import { diskTree } from '../files/disk-tree.ts'
import type { BuiltText } from '../files/built-places.ts'
import type { Arguments } from './arguments.ts'
import { buildKustomizations, type NotBuilt } from './built-kustomizations.ts'
import { cacheFolder } from './cache-folder.ts'
import type { ExitCode } from './exit-code.ts'
import type { Host } from './host.ts'
import { findInputs } from './inputs.ts'
import { readSettings } from './settings.ts'
import { tell } from './tell.ts'

/** Throws a UsageError. */
export async function render({ operands, flags }: Arguments, host: Host): Promise<ExitCode> {
  const settings = await readSettings(flags, host)
  const { charts, kustomizations, problems } = await findInputs(operands, [], undefined, settings, host)
  const { texts, faults } = charts.length === 0 ? { texts: [], faults: [] } : await (await import('./charts/print-rendered.ts')).renderedTexts(charts, settings)
  host.stdout.write(texts.join(''))
  const { built, failed } = await buildKustomizations(kustomizations, diskTree(settings.find), cacheFolder(), { isWhole: true, cwd: settings.find.cwd, minor: settings.kubernetesVersions.at(-1)! })
  for (const { closure, text } of built) host.stdout.write(`# ${closure.folder}: built by Kustomize from ${plural(closure.texts.size, 'file')}\n${await withPlaces(text)}---\n`)
  for (const problem of [...problems, ...faults, ...failed.map(sentence)]) tell(host.stderr, problem)
  if (charts.length + built.length + failed.length === 0 && problems.length === 0) tell(host.stderr, 'Neither a chart nor a kustomization is here')
  return problems.length + faults.length > 0 || texts.length + built.length === 0 || failed.some(({ isFailure }) => isFailure) ? 2 : 0
}

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
