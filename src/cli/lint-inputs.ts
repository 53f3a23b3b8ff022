/** Lints what a run reads. */
import { resolve } from 'node:path'
import type { Report } from '../diagnostic.ts'
import type { Rule } from '../engine/define-rule.ts'
import { ExpressionEngine } from '../expression-engine.ts'
import { diskTree } from '../files/disk-tree.ts'
import type { Watch } from '../engine/watch.ts'
import { foreignName } from '../files/other-tools.ts'
import type { FileTree } from '../model/file-tree.ts'
import { Linter } from '../lint.ts'
import type { LintOptions } from '../lint-options.ts'
import { usesRules } from '../reporters/index.ts'
import type { Followed } from './gitops/follow.ts'
import { cacheFolder } from './cache-folder.ts'
import { InputError, isLeftOut, type Input, type Inputs } from './inputs.ts'
import { refuseOverwriting } from './outputs.ts'
import type { Progress } from './progress.ts'
import { renderEngineOf } from './render-engine.ts'
import type { Settings } from './settings.ts'

/** `custom` makes rules beside our own, anew for each attempt. What cannot be read is a problem, and is tried only once. `changed` stand in place of what is on the disk, by shown name. */
export async function lintInputs(found: Inputs, changed: ReadonlyMap<string, string>, settings: Settings, progress: Progress, custom: () => readonly Rule[] = () => [], watch?: Watch): Promise<Report> {
  const engine = new ExpressionEngine(cacheFolder)
  try {
    return await lintWith(engine, found, changed, settings, progress, custom, watch)
  } finally {
    await engine.end()
    found.renderEngine?.end()
  }
}

async function lintWith(engine: ExpressionEngine, found: Inputs, changed: ReadonlyMap<string, string>, settings: Settings, progress: Progress, custom: () => readonly Rule[], watch: Watch | undefined): Promise<Report> {
  const { inputs, context, crds, policies, kustomizations, leftAlone, pinnedImages, completions, problems } = found
  const texts = found.staged === undefined ? changed : new Map([...found.staged, ...changed])
  let tree: FileTree | undefined
  const { markPlaceholders } = settings
  const scopes = await settings.scopes()
  const own = scopes?.own ?? settings.rules.own
  const treeOfRun = (): FileTree => (tree ??= overlaid(diskTree(settings.find, found.asked), texts))
  const completionOf = (file: string, wide: boolean) => completions.of(resolve(settings.find.cwd, file), wide)
  const options: LintOptions = {
    kubernetesVersions: settings.kubernetesVersions,
    podSecurity: settings.podSecurity,
    isUpgrade: settings.isUpgrade,
    severities: scopes?.severities ?? settings.rules.severities,
    options: settings.rules.options,
    ...(own === undefined ? {} : { own }),
    pinnedImages,
    customResources: { unknownKinds: settings.unknownKinds, catalogue: settings.catalogue },
    tree: treeOfRun,
    kustomizations,
    external: [...settings.external, ...settings.nested.flatMap(({ config }) => config.external ?? [])],
    suppression: settings.suppression,
    ...(scopes === undefined ? {} : { scopes }),
    ...(markPlaceholders === undefined ? {} : { markPlaceholders }),
    completionOf,
    describe: settings.outputs.some(({ format }) => usesRules(format)),
    engine,
    ...(watch !== undefined && { watch }),
    areOpen: settings.skippedPlugins.length > 0,
    ...(policies.length > 0 && { policyFiles: new Set(policies.map(({ file }) => file)) }),
    ...(found.keepsObjects === true && { keepsObjects: true }),
    onLeftAlone: (file, reason) => found.recognized.set(file, reason),
  }
  const rules = () => [...settings.pluginRules, ...custom()]
  const linter = new Linter(options, rules())
  const withObjects = (): Promise<Report> => {
    found.keepsObjects = true
    return lintWith(engine, found, texts, settings, progress, custom, watch)
  }
  const given = new Set<Input>()
  const tried = new Set<Input>()
  progress.start(inputs.length + context.length + crds.length)
  for (const input of policiesFirst(inputs)) {
    const { file, named } = input
    tried.add(input)
    try {
      const text = texts.get(file) ?? input.read().text
      const isManifest = await linter.add({ file, text, named, isStream: input.path === undefined })
      if (isManifest && input.path !== undefined) refuseOverwriting({ file, path: input.path }, settings.outputs)
      given.add(input)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      const reason = named || !/\.(ya?ml|json)$/i.test(file) ? foreignName(file) : undefined
      if (reason === undefined) problems.push(error.message)
      else {
        leftAlone.set(file, reason)
        found.recognized.set(file, reason)
      }
    }
    progress.tick()
    if (linter.wantsObjects) break
  }
  keepOnly(inputs, (input) => given.has(input) || !tried.has(input))
  if (linter.wantsObjects) return withObjects()
  // A kustomization in a file of any name is met when that file is read: then what it uses as a patch may have been taken for a manifest.
  const patches = inputs.filter(({ file }) => linter.usedByKustomizations.has(file))
  if (patches.length > 0) {
    for (const { file } of patches) leftAlone.set(file, linter.usedByKustomizations.get(file)!)
    keepOnly(inputs, ({ file }) => !linter.usedByKustomizations.has(file))
    return lintWith(engine, found, texts, settings, progress, custom, watch)
  }
  if (linter.wantsContext) {
    for (const { file, read } of context) {
      const text = readable(read)
      if (text !== undefined) await linter.addContext(file, text)
      progress.tick()
    }
  }
  if (linter.wantsDefinitions || found.charts.length + kustomizations.length > 0) {
    for (const { file, named, read } of crds) {
      const text = attempt(read, problems)
      if (text !== undefined && (await linter.addDefinitions(file, text)) === 0 && named) problems.push(`${file} has no CustomResourceDefinition of apiextensions.k8s.io/v1 that can be read`)
      progress.tick()
    }
  }
  const linted = new Set(policies.length === 0 ? [] : inputs.map(({ file }) => file))
  for (const { file, named, read } of policies) {
    const text = linted.has(file) ? undefined : attempt(read, problems)
    if (text !== undefined) problems.push(...(await linter.addPolicies(file, text)).map(({ source, start, message }) => `${file}:${source.position(start).line}:${source.position(start).column}: ${message}`).filter((problem) => !problems.includes(problem)))
    if (named && linter.policiesIn(file) === 0) problems.push(`${file} has no ValidatingAdmissionPolicy that can be read`)
    progress.tick()
  }
  if (linter.wantsObjects) return withObjects()
  progress.judge()
  const report = await linter.finish()
  found.failures = linter.failures
  found.usedExternal = linter.usedExternal
  let following: Promise<Followed | undefined> | undefined
  const followed = async (): Promise<Followed | undefined> => {
    if (found.charts.length === 0 && !linter.thirdParties.some(({ apiVersion }) => OF_GITOPS.test(apiVersion))) return undefined
    following ??= import('./gitops/follow.ts').then(({ followRun }) => followRun(linter.thirdParties, { found, texts, tree: treeOfRun(), settings }))
    found.notFollowed = (await following)?.left ?? []
    return following
  }
  const files = new Set(inputs.map(({ file }) => file))
  const usefulInTemplates = new Set<string>()
  const charts = async (others: Report): Promise<Report> => {
    if (found.charts.length === 0) return others
    const { lintCharts, withCharts } = await import('./charts/lint-charts.ts')
    found.rendered = await lintCharts(found, texts, options, rules, settings, linter, (await followed())?.sets)
    found.builtFiles = new Set([...found.builtFiles, ...found.rendered.files].filter((file) => !files.has(file)))
    return withCharts(others, found.rendered, linter, usefulInTemplates)
  }
  if (settings.isUpgrade || (settings.render !== 'all' && settings.render !== 'kustomize')) return charts(report)
  const { deployments = [], known } = (await followed()) ?? {}
  if (kustomizations.length === 0 && deployments.every(({ resources }) => resources === undefined)) return charts(report)
  const { buildKustomizations, buildNotes, unbuiltNote } = await import('./built-kustomizations.ts')
  const builds = await buildKustomizations(kustomizations, treeOfRun(), renderEngineOf(found), { deployments, ...(known && { known }), cwd: settings.find.cwd, minor: settings.kubernetesVersions.at(-1)! })
  found.builds = [...buildNotes(builds)]
  found.unbuilt = unbuiltNote(builds)
  found.builtFiles = new Set(builds.built.flatMap(({ closure }) => [...closure.texts.keys()]).filter((file) => !files.has(file)))
  const isWanted = (file: string, roots: ReadonlySet<string>) => files.has(file) || leftAlone.get(file)?.startsWith('kustomize ') === true || (!isLeftOut(file, found.leftOut) && [...roots].some((root) => files.has(root)))
  const asWritten = builds.failed.length === 0 ? report : (await import('./failed-kustomizations.ts')).withFailures(report, builds.failed, options, treeOfRun(), files)
  const { judgeBuilt } = await import('./judge-built.ts')
  return charts(await judgeBuilt(asWritten, builds, { options, custom: rules, main: linter, isWanted, deployments, usefulInTemplates, completionOf }))
}

/** What points into repositories. */
const OF_GITOPS = /^argoproj\.io\/|\.toolkit\.fluxcd\.io\//

/** With the texts that fixes have changed. */
function overlaid(tree: FileTree, texts: ReadonlyMap<string, string>): FileTree {
  return { ...tree, read: (path) => texts.get(path) ?? tree.read(path) }
}

/** Undefined when it cannot be read, which is a problem. */
function attempt(read: Input['read'], problems: string[]): string | undefined {
  try {
    return read().text
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    problems.push(error.message)
    return undefined
  }
}

/** Undefined for a file that cannot be read: nothing is said about the context. */
function readable(read: Input['read']): string | undefined {
  try {
    return read().text
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}

/** What is read before the first admission policy is met has to be read once more. */
function policiesFirst(inputs: readonly Input[]): readonly Input[] {
  const likely = inputs.filter(({ file }) => LIKE_POLICIES.test(file))
  return likely.length === 0 ? inputs : [...likely, ...inputs.filter(({ file }) => !LIKE_POLICIES.test(file))]
}

const LIKE_POLICIES = /polic(?:y|ies)|(?:^|[^a-z])vap(?:[^a-z]|$)|admission/i

function keepOnly(inputs: Input[], isWanted: (input: Input) => boolean): void {
  let kept = 0
  for (const input of inputs) if (isWanted(input)) inputs[kept++] = input
  inputs.length = kept
}
