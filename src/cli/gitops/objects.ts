/** Objects of Argo CD and Flux as their files have them, and what is to be known to follow them. */
import { resolve } from 'node:path'
import type { FileTree } from '../../model/file-tree.ts'
import type { KubernetesObject } from '../../model/object.ts'
import type { KustomizationUnit } from '../../model/kustomization-unit.ts'
import { textAt } from '../../model/node-values.ts'
import type { RunIndex } from '../../model/run-index.ts'
import { lineOf } from '../../parser/lines.ts'
import { parse } from '../../parser/parse.ts'
import { Tape } from '../../parser/tape.ts'
import { objectsOf } from '../../schema/identify.ts'
import type { RenderEngine } from '../../render/engine.ts'
import type { ReadFile } from './part-of-file.ts'

export interface GitopsObject extends ReadFile {
  /** As a run knows it. */
  object: KubernetesObject
  root: number
  kind: 'Application' | 'ApplicationSet' | 'HelmRelease' | 'Kustomization'
  name: string
  namespace: string
  /** `Application shop in apps/shop.yaml` */
  label: string
}

export interface Surroundings {
  index: RunIndex
  tree: FileTree
  cwd: string
  /** Those that are linted. */
  files: readonly string[]
  kustomizations: readonly KustomizationUnit[]
  /** The version of Kubernetes that things are deployed to. */
  minor: string
  engine: RenderEngine
  /** What cannot be followed and why. */
  left: Left[]
}

/** Whether a text may have one of them. */
export const OF_GITOPS = /apiVersion:[^\n]*(?:argoproj\.io|\.toolkit\.fluxcd\.io)\//

const KINDS: ReadonlyMap<string, string> = new Map([
  ['Application', 'argoproj.io/'],
  ['ApplicationSet', 'argoproj.io/'],
  ['HelmRelease', 'helm.toolkit.fluxcd.io/'],
  ['Kustomization', 'kustomize.toolkit.fluxcd.io/'],
])

export const isGitops = ({ kind, apiVersion }: Pick<KubernetesObject, 'kind' | 'apiVersion'>): boolean => KINDS.has(kind) && apiVersion.startsWith(KINDS.get(kind)!)

/** The files are read anew: what a run keeps of them is marked by the rules that have seen it. `templateOf` tells where what is rendered is written. */
export async function readGitops(objects: readonly KubernetesObject[], { tree, cwd }: { tree: Pick<FileTree, 'read'>; cwd: string }, templateOf?: (file: string) => NonNullable<ReadFile['written']>): Promise<GitopsObject[]> {
  const byFile = new Map<string, KubernetesObject[]>()
  for (const object of objects) if (isGitops(object) && /\.(?:ya?ml|json)$/i.test(object.source.file)) byFile.set(object.source.file, [...(byFile.get(object.source.file) ?? []), object])
  const found: GitopsObject[] = []
  for (const [file, own] of byFile) {
    const text = tree.read(file)
    if (text === undefined) continue
    const tape = new Tape()
    const documents = await parse(text, tape, file.endsWith('.json'))
    for (const { root, identity } of documents.flatMap((document) => (document.root === -1 ? [] : objectsOf(tape, document.root)))) {
      const metadata = tape.find(root, 'metadata')
      const name = textAt(tape, metadata, 'name') ?? ''
      const object = own.find((each) => each.kind === identity?.kind && each.apiVersion === identity.apiVersion && each.name === name)
      if (object !== undefined) found.push({ object, path: resolve(cwd, file), tape, root, kind: object.kind as GitopsObject['kind'], name, namespace: textAt(tape, metadata, 'namespace') ?? '', label: `${object.kind} ${name} in ${file}`, ...(templateOf && { written: templateOf(file) }) })
    }
  }
  return found
}

/** Whether a text has something in it that only a cluster or another generator knows. */
export const isOpen = (text: string): boolean => text.includes('{{') || text.includes('${') || text.includes('<no value>')

/** Why something is not followed; `others` says the same of more of them, where the reason names one. */
export type Reason = string | { reason: string; others?: string }

export const VALUES_ELSEWHERE = 'with values from elsewhere'

export interface Left {
  line: string
  /** What it has in common with others. */
  cause: string
  others: string
}

/** Says at the line of a node what is not followed, and why. */
export function leave(of: GitopsObject, node: number, what: string, why: Reason, { left }: Pick<Surroundings, 'left'>): [] {
  const { label, tape, written } = of
  const start = tape.start(node === -1 ? of.root : node)
  const at = written === undefined ? start : written.placeOf({ start, end: start + 1 }).start
  const line = lineOf(written?.text ?? tape.text, at)
  const { reason, others } = typeof why === 'string' ? { reason: why } : why
  left.push({ line: `${label}:${line}: ${what}, ${reason}`, cause: others ?? reason, others: others ?? 'for the same reason' })
  return []
}

/** One line for each reason, with the first of them. */
export function linesOfLeft(left: readonly Left[]): string[] {
  const byCause = new Map<string, { others: string; lines: Set<string> }>()
  for (const { line, cause, others } of left) {
    const known = byCause.get(cause)
    if (known === undefined) byCause.set(cause, { others, lines: new Set([line]) })
    else known.lines.add(line)
  }
  return [...byCause.values()].map(({ others, lines }) => `${[...lines][0]!}${lines.size === 1 ? '' : ` (and ${lines.size - 1} more ${others})`}`)
}
