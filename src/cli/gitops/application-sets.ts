/** The applications that an ApplicationSet makes, as far as the files tell. https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators/ */
import { posix } from 'node:path'
import { ownRoot } from '../../model/gitops.ts'
import { isMap, listOf, mapOf, textOf } from '../../model/untyped.ts'
import { parse } from '../../parser/parse.ts'
import { Tape } from '../../parser/tape.ts'
import type { Application } from './argo-sources.ts'
import { filesLike, foldersLike } from './folders-like.ts'
import { leave, type GitopsObject, type Surroundings } from './objects.ts'
import { plainValue } from './part-of-file.ts'
import { fillIn, flattened, type Parameters } from './set-templates.ts'

/** More of them are more of the same. */
const MOST = 100

/** What other generators are asked for, only a cluster or a server of git knows; what is written for it stays open. */
const OPEN: ReadonlySet<string> = new Set(['clusters', 'scmProvider', 'pullRequest', 'clusterDecisionResource', 'plugin'])
const OF_CLUSTERS = Object.fromEntries(['name', 'nameNormalized', 'server', 'project'].map((name) => [name, `{{${name}}}`]))

export async function applicationsOf(set: GitopsObject, around: Surroundings): Promise<Application[]> {
  const { tape, root } = set
  const specNode = tape.find(root, 'spec')
  const spec = mapOf(plainValue(tape, specNode))
  const generators = new Generators(set, around, spec['goTemplate'] === true)
  const left = (field: string, reason: string): [] => leave(set, tape.find(specNode, field), 'not followed', reason, around)
  if (spec['templatePatch'] !== undefined) return left('templatePatch', 'it has a templatePatch')
  const found = await generators.all(listOf(spec['generators']))
  if (typeof found === 'string') return left('generators', found)
  const template = mapOf(spec['template'])
  const made = await fillIn(template, found.slice(0, MOST), spec['goTemplate'] === true, around.engine)
  if (found.length > MOST) left('generators', `beyond the first ${MOST} of its applications`)
  const node = tape.find(tape.find(specNode, 'template'), 'spec')
  return made.flatMap((each) => {
    if (!isMap(each)) return []
    return [{ of: set, name: textOf(mapOf(each['metadata'])['name']) ?? set.name, spec: mapOf(each['spec']), node }]
  })
}

class Generators {
  private readonly set: GitopsObject
  private readonly around: Surroundings
  private readonly isGo: boolean

  constructor(set: GitopsObject, around: Surroundings, isGo: boolean) {
    this.set = set
    this.around = around
    this.isGo = isGo
  }

  /** What they give one after the other; or why nobody can tell. */
  async all(generators: readonly unknown[]): Promise<Parameters[] | string> {
    const all: Parameters[] = []
    for (const generator of generators) {
      const found = await this.of(mapOf(generator))
      if (typeof found === 'string') return found
      all.push(...found)
    }
    return all
  }

  private async of(generator: Record<string, unknown>): Promise<Parameters[] | string> {
    const { list, git, matrix, merge, selector } = generator
    const kind = Object.keys(generator).find((key) => key !== 'selector') ?? ''
    const own = mapOf(generator[kind])
    if (own['template'] !== undefined) return `its generator "${kind}" has a template of its own`
    let found: Parameters[] | string
    if (isMap(list)) found = list['elementsYaml'] === undefined ? listOf(list['elements']).map(mapOf) : 'its elements are in elementsYaml'
    else if (isMap(git)) found = await this.ofGit(git)
    else if (isMap(matrix)) found = await this.ofMatrix(listOf(matrix['generators']))
    else if (isMap(merge)) found = await this.ofMerge(merge)
    else if (OPEN.has(kind)) found = [kind === 'clusters' && this.isGo ? { ...OF_CLUSTERS } : {}]
    else return `its generator "${kind}" is not known`
    if (typeof found === 'string') return found
    // A matrix of matrices would have no end.
    found = found.slice(0, MOST + 1)
    const values = own['values']
    if (isMap(values)) {
      const filled = await fillIn(values, found, this.isGo, this.around.engine)
      found = found.map((each, index) => ({ ...each, values: mapOf(filled[index]) }))
    }
    return isMap(selector) && !OPEN.has(kind) ? found.filter((each) => isSelected(flattened(each), selector)) : found
  }

  private async ofGit(git: Record<string, unknown>): Promise<Parameters[] | string> {
    const { object } = this.set
    const { index, tree } = this.around
    const root = ownRoot(object, { url: textOf(git['repoURL']) ?? '', revision: textOf(git['revision']) ?? '' }, index, tree)
    if (root === undefined) return 'its generator "git" looks into another repository'
    const prefix = textOf(git['pathParamPrefix'])
    const placed = (path: Parameters): Parameters => (prefix === undefined ? { path } : { [prefix]: { path } })
    const patterns = (list: unknown) => listOf(list).map((each) => ({ path: String(mapOf(each)['path']), isExcluded: mapOf(each)['exclude'] === true }))
    if (git['directories'] !== undefined) return foldersLike(tree, root, patterns(git['directories'])).map((folder) => placed(pathParameters(folder)))
    const all: Parameters[] = []
    for (const file of filesLike(tree, root, patterns(git['files'])).slice(0, MOST + 1)) {
      const tape = new Tape()
      const text = tree.read(posix.join(root, file))
      const [document] = text === undefined ? [] : await parse(text, tape, file.endsWith('.json'))
      if (document === undefined || document.root === -1 || document.problems.length > 0) return `its file ${file} cannot be read`
      const content = plainValue(tape, document.root)
      for (const each of Array.isArray(content) ? (content as unknown[]) : [content]) all.push({ ...mapOf(each), ...placed({ ...pathParameters(posix.dirname(file)), filename: posix.basename(file), filenameNormalized: normalized(posix.basename(file)) }) })
    }
    return all
  }

  /** Each of the first with each of the second, which may be written with what the first gives. */
  private async ofMatrix([first, second]: readonly unknown[]): Promise<Parameters[] | string> {
    const outer = await this.of(mapOf(first))
    if (typeof outer === 'string') return outer
    const all: Parameters[] = []
    const inner = await fillIn(mapOf(second), outer.slice(0, MOST), this.isGo, this.around.engine)
    for (const [index, generator] of inner.entries()) {
      const found = await this.of(mapOf(generator))
      if (typeof found === 'string') return found
      all.push(...found.map((each) => ({ ...outer[index], ...each })))
    }
    return all
  }

  /** Those of the first, each with what the others say of the same keys. */
  private async ofMerge({ generators, mergeKeys }: Record<string, unknown>): Promise<Parameters[] | string> {
    const [base, ...others] = await Promise.all(listOf(generators).map((each) => this.of(mapOf(each))))
    if (base === undefined || typeof base === 'string') return base ?? []
    const keyOf = (each: Parameters) => {
      const flat = flattened(each)
      return JSON.stringify(listOf(mergeKeys).map((key) => flat.get(String(key))))
    }
    const merged = new Map(base.map((each) => [keyOf(each), each]))
    for (const other of others) {
      if (typeof other === 'string') return other
      for (const each of other) if (merged.has(keyOf(each))) merged.set(keyOf(each), { ...merged.get(keyOf(each)), ...each })
    }
    return [...merged.values()]
  }
}

function pathParameters(folder: string): Parameters {
  const basename = posix.basename(folder)
  return { path: folder, basename, basenameNormalized: normalized(basename), segments: folder.split('/') }
}

/** As the name of an object may be. */
const normalized = (name: string): string => name.toLowerCase().replaceAll(/[^-a-z0-9.]/g, '-').slice(0, 253).replaceAll(/^[-.]+|[-.]+$/g, '')

function isSelected(flat: ReadonlyMap<string, string>, { matchLabels, matchExpressions }: Record<string, unknown>): boolean {
  if (!Object.entries(mapOf(matchLabels)).every(([key, value]) => flat.get(key) === value)) return false
  return listOf(matchExpressions).map(mapOf).every(({ key, operator, values }) => {
    const value = flat.get(String(key))
    if (operator === 'Exists' || operator === 'DoesNotExist') return (value !== undefined) === (operator === 'Exists')
    const isAmong = value !== undefined && listOf(values).includes(value)
    return operator === 'NotIn' ? !isAmong : isAmong
  })
}
