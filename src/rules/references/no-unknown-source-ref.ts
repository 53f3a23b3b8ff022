import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import { valueFilesOf } from '../../model/gitops.ts'
import { nearest } from '../../model/nearest.ts'
import { itemsOf, textAt } from '../../model/node-values.ts'
import type { KubernetesObject } from '../../model/object.ts'
import { placeOf } from '../../model/place.ts'

export default defineRule({
  severity: 'error',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow a `$ref` in the value files of an Argo CD application that none of its sources has.',
  why: 'Argo CD cannot tell where the file is, and does not render the chart.',
  howToFix: 'Give the source with the files a `ref` of that name, or write the name of one that is there. A `$ref` needs `sources`, also for a single chart.',
  references: ['https://argo-cd.readthedocs.io/en/stable/user-guide/multiple_sources/#helm-value-files-from-external-git-repository'],
  peers: {},
  fixable: 'unsafe',
  crossObject: true,
  needsSeveral: true,
  bad: [
    {
      title: 'a ref by another name',
      yaml: yaml`
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata:
          name: prometheus
          namespace: argocd
        spec:
          project: default
          destination:
            server: https://kubernetes.default.svc
            namespace: monitoring
          sources:
            - repoURL: https://prometheus-community.github.io/helm-charts
              chart: prometheus
              targetRevision: 27.0.0
              helm:
                valueFiles:
                  - $value/prometheus.yaml # ✖ "$value" is the ref of none of the sources; did you mean "$values"?
            - repoURL: https://git.example.com/org/value-files.git
              targetRevision: main
              ref: values
      `,
      fixed: yaml`
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata:
          name: prometheus
          namespace: argocd
        spec:
          project: default
          destination:
            server: https://kubernetes.default.svc
            namespace: monitoring
          sources:
            - repoURL: https://prometheus-community.github.io/helm-charts
              chart: prometheus
              targetRevision: 27.0.0
              helm:
                valueFiles:
                  - "$values/prometheus.yaml"
            - repoURL: https://git.example.com/org/value-files.git
              targetRevision: main
              ref: values
      `,
    },
  ],
  good: [
    {
      title: 'a ref that is there',
      yaml: yaml`
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata:
          name: prometheus
          namespace: argocd
        spec:
          project: default
          destination:
            server: https://kubernetes.default.svc
            namespace: monitoring
          sources:
            - repoURL: https://prometheus-community.github.io/helm-charts
              chart: prometheus
              targetRevision: 27.0.0
              helm:
                valueFiles:
                  - $values/prometheus.yaml
            - repoURL: https://git.example.com/org/value-files.git
              targetRevision: main
              ref: values
      `,
    },
  ],
  visit: {
    Application: (object, context) => check(object, object.tape.find(object.root, 'spec'), context),
    ApplicationSet: (object, context) => check(object, object.tape.find(object.tape.find(object.tape.find(object.root, 'spec'), 'template'), 'spec'), context),
  },
})

function check(object: KubernetesObject, spec: number, { report }: Context): void {
  const { tape } = object
  const sources = [...itemsOf(tape, tape.find(spec, 'sources')), ...[tape.find(spec, 'source')].filter((node) => node !== -1)]
  const refs = sources.flatMap((source) => textAt(tape, source, 'ref') ?? [])
  // Of a ref that is filled in later nobody knows the name.
  if (refs.some((ref) => /[{$]/.test(ref))) return
  for (const [node, file] of sources.flatMap((source) => valueFilesOf(tape, source))) {
    // What is left of variables of Argo CD's own is for it: `$ARGOCD_APP_NAME`.
    const [, ref] = /^\$([^/{]+)\//.exec(file) ?? []
    if (ref === undefined || ref.startsWith('ARGOCD_') || refs.includes(ref)) continue
    const place = placeOf(object, node)
    const meant = nearest(ref, refs)
    report(place, `"$${ref}" is the ref of none of the sources${meant === undefined ? '' : `; did you mean "$${meant}"?`}`, meant === undefined ? undefined : (fixer) => fixer.replaceText(place, `$${meant}${file.slice(ref.length + 1)}`))
  }
}
