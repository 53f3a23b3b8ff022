/** What a run reads: files, or standard input. */
import { resolve } from 'node:path'
import { Completions } from '../files/completions.ts'
import { findFiles, leftAloneNote, placeInTree, type FindOptions } from '../files/find.ts'
import { decode, readText, UnreadableText, type TextFile } from '../files/read.ts'
import { systemReason } from '../files/system-error.ts'
import type { Linter } from '../lint.ts'
import type { KustomizationUnit } from '../model/kustomization-unit.ts'
import type { RenderEngine } from '../render/engine.ts'
import { UsageError } from '../usage-error.ts'
import type { ChartsLinted } from './charts/charts-linted.ts'
import type { Host } from './host.ts'
import type { Settings } from './settings.ts'

export interface Input {
  /** As it is shown. */
  file: string
  /** Absolute; absent for standard input. */
  path?: string
  named: boolean
  /** Throws an InputError. */
  read(): TextFile
}

/** One input cannot be read; the others still can. */
export class InputError extends UsageError {}

export interface Inputs {
  inputs: Input[]
  /** What was asked for, absolute: files and folders, of patterns the folder that they begin with. */
  asked: readonly string[]
  /** What `--context` names, without what is among the inputs. */
  context: Input[]
  /** What `--crd` and the settings name. */
  crds: Input[]
  /** What `--policy` and the settings name. */
  policies: Input[]
  /** Whether admission policies are among the inputs, so that every object is kept for them. */
  keepsObjects?: true
  leftAlone: Map<string, string>
  /** Which pattern leaves out each file or folder. */
  leftOut: ReadonlyMap<string, string>
  /** The kustomizations around the files, those of the context too. */
  kustomizations: readonly KustomizationUnit[]
  /** Images that a kustomization gives a tag or a digest. */
  pinnedImages: ReadonlySet<string>
  /** What kustomizations do to the objects of a file, by absolute path. */
  completions: Pick<Completions, 'of'>
  /** Folders of charts that are to be rendered, absolute. */
  charts: readonly string[]
  /** What came of it, for the passes that follow and change no chart. */
  rendered?: ChartsLinted
  /** What is to be committed, where it is not what is on the disk, by shown name. */
  staged?: ReadonlyMap<string, string>
  /** Files of charts that are no manifests alone, by shown name: what they are. */
  ofCharts: ReadonlyMap<string, { reason: string }>
  /** Files that are no inputs, but were rendered or built in the last pass, by shown name: findings may stand in them. */
  builtFiles: ReadonlySet<string>
  /** Templates that fixes change, by shown name. */
  templates?: Map<string, Input>
  problems: string[]
  notes: string[]
  /** What turned out to be something else than a manifest when it was read, and why, by shown name. */
  recognized: Map<string, string>
  /** Once something is rendered or built. */
  renderEngine?: RenderEngine
  /** What was built in the last pass, each a line for `--verbose`. */
  builds?: readonly string[]
  /** What was not built for want of something from elsewhere. */
  unbuilt?: string | undefined
  /** What objects of Argo CD and Flux point at and cannot be followed to, each a line for `--verbose`. */
  notFollowed?: readonly string[]
  /** The patterns of `external` that something was left out for in the last pass. */
  usedExternal: ReadonlySet<string>
  /** Where rules threw in the last pass. */
  failures: Linter['failures']
}

const SETTINGS = 'settings of podlint'
const BASELINE = 'baseline of podlint'
/** Nobody takes these for manifests that were left alone. */
export const isOwnFile = (reason: string): boolean => reason === SETTINGS || reason === BASELINE

const NOWHERE = { reason: undefined, pinnedImages: new Set<string>(), completions: new Completions() }

/** What ignore files leave out, no finding is shown in. */
export const isLeftOut = (file: string, leftOut: ReadonlyMap<string, string>): boolean => [...leftOut.keys()].some((path) => path === file || (path.endsWith('/') && file.startsWith(path)))

/** Throws a UsageError. */
export async function findInputs(operands: readonly string[], contextPaths: readonly string[], stdinName: string | undefined, settings: Settings, host: Host): Promise<Inputs> {
  const operandsFound = await findOperands(operands, stdinName, settings, host)
  const [definitions, policies] = [await findGiven(settings.crds, settings), await findGiven(settings.policies, settings)]
  const found = { ...operandsFound, crds: definitions.inputs, policies: policies.inputs, problems: [...operandsFound.problems, ...definitions.problems, ...policies.problems] }
  if (contextPaths.length === 0) return { ...found, context: [], recognized: new Map(), builtFiles: new Set(), usedExternal: new Set(), failures: [] }
  const linted = new Set(found.inputs.map(({ file }) => resolve(host.cwd, file)))
  const around = await findPaths(contextPaths, { ...settings, find: { ...settings.find, forceExclude: true } })
  const kustomizations = [...new Map([...found.kustomizations, ...around.kustomizations].map((unit) => [unit.file, unit])).values()]
  return { ...found, kustomizations, context: around.inputs.filter(({ path }) => !linted.has(path!)), problems: [...found.problems, ...around.problems], notes: [...found.notes, ...around.notes], recognized: new Map(), builtFiles: new Set(), usedExternal: new Set(), failures: [] }
}

/** What `--crd`, `--policy` and the settings name is read whatever ignore files say. */
export async function findGiven(paths: readonly string[], settings: Settings): Promise<Pick<Found, 'inputs' | 'problems'>> {
  if (paths.length === 0) return { inputs: [], problems: [] }
  return findPaths(paths, { ...settings, ignoredNames: [], find: { ...settings.find, gitignore: false, excludes: [], forceExclude: false } })
}

type Found = Omit<Inputs, 'context' | 'crds' | 'policies' | 'recognized' | 'builtFiles' | 'usedExternal' | 'failures'>

async function findOperands(operands: readonly string[], stdinName: string | undefined, settings: Settings, host: Host): Promise<Found> {
  if (operands.includes('-') || (stdinName !== undefined && operands.length === 0)) {
    if (operands.length > 1) throw new UsageError('Standard input ("-") cannot be linted together with files')
    return stdin(stdinName, settings.find, host)
  }
  if (stdinName !== undefined) throw new UsageError('--stdin-filename is for standard input: podlint --stdin-filename NAME -')
  return findPaths(operands.length === 0 ? ['.'] : operands, settings)
}

async function findPaths(paths: readonly string[], { find, ignoredNames, render, files: settings, nested, baseline }: Settings): Promise<Found> {
  const { files, ...found } = await findFiles(paths, find)
  if (render !== 'all' && render !== 'helm') {
    const { ofCharts } = found
    Object.assign(found, { charts: [], ofCharts: new Map() })
    for (const [file, { reason, named }] of ofCharts) {
      found.leftAlone.set(file, reason)
      if (named) found.notes.push(leftAloneNote(file, reason))
    }
  }
  const own = new Map([...settings, ...nested].filter(({ path }) => !path.endsWith('.json')).map(({ path }) => [path, SETTINGS]))
  if (baseline !== undefined) own.set(baseline, BASELINE)
  const inputs: Input[] = []
  for (const { file, path, bytes = path, named } of files) {
    if (!named && own.has(path)) found.leftAlone.set(file, own.get(path)!)
    else if (ignoredNames.some((pattern) => pattern.test(file))) found.leftAlone.set(file, 'left out by --ignore-filename-pattern')
    else inputs.push({ file, path, named, read: () => attempt(file, () => readText(bytes)) })
  }
  return { inputs, asked: paths.map((path) => resolve(find.cwd, path.replace(/(?:^|\/)[^/]*[*?{[].*$/, ''))), ...found }
}

async function stdin(name: string | undefined, find: FindOptions, host: Host): Promise<Found> {
  const leftAlone = new Map<string, string>()
  const path = name === undefined ? undefined : resolve(host.cwd, name)
  const { reason, pinnedImages, completions } = path === undefined ? NOWHERE : await placeInTree(path, find)
  if (name !== undefined && reason !== undefined) leftAlone.set(name, reason)
  const file = name ?? '<stdin>'
  let text: TextFile | undefined
  const read = () => (text ??= attempt('standard input', () => decode(host.readStdin())))
  return { inputs: reason === undefined ? [{ file, named: !find.forceExclude, read }] : [], asked: [], leftAlone, leftOut: new Map(), kustomizations: [], pinnedImages, completions, charts: [], ofCharts: new Map(), problems: [], notes: [] }
}

function attempt(name: string, read: () => TextFile): TextFile {
  try {
    return read()
  } catch (error) {
    throw new InputError(error instanceof UnreadableText ? `${name} ${error.message}` : `Cannot read ${name}: ${systemReason(error)}`)
  }
}
