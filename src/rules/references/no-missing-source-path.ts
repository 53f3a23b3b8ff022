import { posix } from 'node:path'
import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import type { FileTree } from '../../model/file-tree.ts'
import { ownRoot, sourcesOf, type GitSource } from '../../model/gitops.ts'
import type { KubernetesObject } from '../../model/object.ts'
import { placeholderIn } from '../../model/placeholder.ts'
import { placeOf } from '../../model/place.ts'
import { isSlip } from '../../model/slip.ts'

export default defineRule({
  severity: 'error',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow objects of Argo CD and Flux that point at a folder or a file of values of this repository that does not exist.',
  why: 'Argo CD shows an error in place of the application, and Flux applies nothing more of it: the cluster stays as it was, and hardly anybody is told.',
  howToFix:
    'Write the path from the root of the repository; files of values from the folder of the chart. Only what certainly points into this repository is looked at: the address is one that git knows for it, or two other objects with the same address, or with the same `GitRepository` of Flux, have paths of at least two steps that exist, and most of them do. A tag or another branch than main or master may have other files, and placeholders any.',
  references: ['https://argo-cd.readthedocs.io/en/stable/user-guide/application-specification/', 'https://fluxcd.io/flux/components/kustomize/kustomizations/#path'],
  peers: {},
  crossObject: true,
  needsSeveral: true,
  bad: [
    {
      title: 'a folder that was moved',
      file: 'clusters/apps.yaml',
      files: { 'apps/shop/kustomization.yaml': 'resources: []\n', 'apps/mail/kustomization.yaml': 'resources: []\n', 'apps/search/kustomization.yaml': 'resources: []\n' },
      yaml: yaml`
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata:
          name: shop
          namespace: flux-system
        spec:
          interval: 1h
          path: ./apps/shop
          prune: true
          sourceRef:
            kind: GitRepository
            name: flux-system
        ---
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata:
          name: mail
          namespace: flux-system
        spec:
          interval: 1h
          path: ./apps/mail
          prune: true
          sourceRef:
            kind: GitRepository
            name: flux-system
        ---
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata:
          name: search
          namespace: flux-system
        spec:
          interval: 1h
          path: ./apps/serach # ✖ path is "./apps/serach", which does not exist in this repository; did you mean "./apps/search"?
          prune: true
          sourceRef:
            kind: GitRepository
            name: flux-system
      `,
    },
  ],
  good: [
    {
      title: 'a path of another repository',
      file: 'clusters/apps.yaml',
      files: { 'apps/shop/kustomization.yaml': 'resources: []\n' },
      yaml: yaml`
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata:
          name: guestbook
          namespace: argocd
        spec:
          project: default
          source:
            repoURL: https://github.com/argoproj/argocd-example-apps.git
            targetRevision: HEAD
            path: guestbook
          destination:
            server: https://kubernetes.default.svc
            namespace: guestbook
      `,
    },
  ],
  visit: {
    Application: check,
    ApplicationSet: check,
    HelmRelease: check,
    Kustomization: check,
  },
})

function check(object: KubernetesObject, context: Context): void {
  const { files, index } = context
  if (files === undefined) return
  const sources = sourcesOf(object)
  for (const source of sources) {
    const root = ownRoot(object, source, index, files)
    if (root === undefined) continue
    const folder = posix.join(root, source.path)
    if (source.pathNode !== -1 && isMissing(files, source.path, folder)) {
      report(object, source.pathNode, source.path, folder, context, 'in this repository')
      continue
    }
    for (const [node, file] of source.valueFiles) {
      if (!/^[$/]|:\/\//.test(file) && isMissing(files, file, posix.join(folder, file))) report(object, node, file, posix.join(folder, file), context, `in ${source.path}`)
    }
  }
  checkBeyond(object, sources, context, files)
}

/** Files of values in another source: `$config/values.yaml`. */
function checkBeyond(object: KubernetesObject, sources: readonly GitSource[], context: Context, files: FileTree): void {
  const roots = new Map(sources.flatMap((source) => (source.ref === undefined ? [] : [[source.ref, ownRoot(object, source, context.index, files)] as const])))
  for (const [node, file] of sources.flatMap(({ valueFiles }) => valueFiles)) {
    const [, ref, rest] = /^\$([^/]+)\/(.+)$/.exec(file) ?? []
    const root = ref === undefined ? undefined : roots.get(ref)
    if (root !== undefined && isMissing(files, file, posix.join(root, rest!))) report(object, node, file, posix.join(root, rest!), context, 'in this repository')
  }
}

/** Argo CD fills in `{{path}}` of an ApplicationSet, Flux `${NAME}`. */
const isMissing = (files: FileTree, written: string, target: string): boolean => placeholderIn(written) === undefined && !/\{\{|\$\{|\*/.test(written) && files.kindOf(target) === undefined

function report(object: KubernetesObject, node: number, written: string, target: string, { report: tell, files }: Context, where: string): void {
  const place = placeOf(object, node)
  const name = posix.basename(target)
  const meant = files!.namesIn(posix.dirname(target)).find((other) => isSlip(name, other))
  const hint = meant === undefined ? '' : `; did you mean "${written.slice(0, written.lastIndexOf(name))}${meant}"?`
  tell(place, `${place.path.slice(place.path.lastIndexOf('.') + 1)} is "${written}", which does not exist ${where}${hint}`)
}
