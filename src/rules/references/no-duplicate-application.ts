import { defineRule, yaml } from '../../engine/define-rule.ts'
import { twinOptions } from '../../engine/reference-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import { repositoryId, sourcesOf } from '../../model/gitops.ts'
import type { KubernetesObject } from '../../model/object.ts'
import { placeOf } from '../../model/place.ts'
import type { RunIndex } from '../../model/run-index.ts'
import { twins, type Candidate, type TwinScope } from '../../model/twins.ts'
import type { Tape } from '../../parser/tape.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow two applications of Argo CD, or Kustomizations of Flux, that apply the same folder to the same place.',
  why: 'Both own the same objects: each undoes what the other one does, and when one of them is deleted, it takes the objects of the other along.',
  howToFix:
    'Delete one of them, or write another path or namespace. Those with values, patches or parameters of their own are not compared, for they may make other objects. Objects of different folders are compared with `references: strict`: they may be for different clusters.',
  references: ['https://argo-cd.readthedocs.io/en/stable/user-guide/diffing/', 'https://fluxcd.io/flux/components/kustomize/kustomizations/'],
  peers: {},
  crossObject: true,
  needsSeveral: true,
  options: twinOptions('near'),
  bad: [
    {
      title: 'a copy with the old path',
      yaml: yaml`
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata:
          name: shop
          namespace: argocd
        spec:
          project: default
          source:
            repoURL: https://git.example.com/org/deploy.git
            path: apps/shop
          destination:
            server: https://kubernetes.default.svc
            namespace: shop
        ---
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata:
          name: mail
          namespace: argocd
        spec:
          project: default
          source:
            repoURL: https://git.example.com/org/deploy.git
            path: apps/shop # ✖ Application "shop" applies the same folder to the same place
          destination:
            server: https://kubernetes.default.svc
            namespace: shop
      `,
    },
  ],
  good: [
    {
      title: 'another namespace',
      yaml: yaml`
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata:
          name: shop
          namespace: argocd
        spec:
          project: default
          source:
            repoURL: https://git.example.com/org/deploy.git
            path: apps/shop
          destination:
            server: https://kubernetes.default.svc
            namespace: shop
        ---
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata:
          name: shop-test
          namespace: argocd
        spec:
          project: default
          source:
            repoURL: https://git.example.com/org/deploy.git
            path: apps/shop
          destination:
            server: https://kubernetes.default.svc
            namespace: shop-test
      `,
    },
  ],
  visit: { Application: check, Kustomization: check },
})

function check(object: KubernetesObject, { index, options, report }: Context<{ references: string }>): void {
  const own = candidateOf(object)
  if (own === undefined) return
  const first = twins(index, 'applications', options.references as TwinScope, () => candidatesIn(index)).firstOf(own)
  if (first === undefined || first.name === object.name) return
  const [source] = sourcesOf(object)
  report(placeOf(object, source!.pathNode), `${first.kind} "${first.name}" applies the same folder to the same place`, undefined, { related: [{ place: first.at('metadata', 'name'), message: first.label }] })
}

const candidatesIn = (index: RunIndex): Candidate<KubernetesObject>[] => index.objects.flatMap((object) => candidateOf(object) ?? [])

/** Undefined for what is made of more than a folder. */
function candidateOf(object: KubernetesObject): Candidate<KubernetesObject> | undefined {
  const { tape, root, kind, namespace, source: text } = object
  const spec = tape.find(root, 'spec')
  const sources = kind === 'Application' || kind === 'Kustomization' ? sourcesOf(object) : []
  const [source] = sources
  if (sources.length !== 1 || source === undefined || source.path === '' || /[{$]/.test(source.path)) return undefined
  const isPlain = kind === 'Application' ? hasOnly(tape, source.node, ['repoURL', 'path', 'targetRevision', 'directory']) : !['patches', 'patchesStrategicMerge', 'postBuild', 'components', 'images', 'kubeConfig', 'namePrefix', 'nameSuffix', 'suspend'].some((field) => tape.find(spec, field) !== -1)
  if (!isPlain || (kind === 'Application' && tape.find(spec, 'sources') !== -1)) return undefined
  const place = kind === 'Application' ? textsOf(tape, tape.find(spec, 'destination')) : [namespace, ...textsOf(tape, tape.find(spec, 'targetNamespace'))]
  const directory = tape.find(source.node, 'directory')
  return { id: JSON.stringify([kind, repositoryId(source.url), source.revision, source.path.replace(/^\.\/|\/$/g, ''), place, directory === -1 ? '' : tape.source(directory)]), file: text.file, item: object }
}

function hasOnly(tape: Tape, map: number, fields: readonly string[]): boolean {
  for (let key = map + 1; key < tape.next(map); key = tape.next(key + 1)) if (!fields.includes(tape.key(key))) return false
  return true
}

/** All texts below a node, with their keys. */
function textsOf(tape: Tape, node: number): string[] {
  if (node === -1) return []
  if (tape.isScalar(node)) return [String(tape.scalar(node))]
  const texts: string[] = []
  if (tape.isMap(node)) for (let key = node + 1; key < tape.next(node); key = tape.next(key + 1)) texts.push(tape.key(key), ...textsOf(tape, key + 1))
  return texts.sort()
}
