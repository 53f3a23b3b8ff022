import type { ReplicationController, ReplicationControllerSpec } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { atLeast, constraints, on } from '../../constraints.ts'
import { labelsMatch, type Labels } from '../../../formats/selector.ts'
import { checkAlwaysRuns, reportLabelsOfObject, reportMismatch, templateLabels, type Workload } from '../../workload.ts'

export default constraints(
  {
    id: 'valid-replication-controller',
    since: '0.1.0',
    summary: 'Require a ReplicationController whose selector matches its pod template.',
    why: 'The API server refuses a ReplicationController that would not select its own pods.',
    howToFix: 'Repeat the labels of `selector` in `template.metadata.labels`.',
    references: ['https://kubernetes.io/docs/concepts/workloads/controllers/replicationcontroller/#pod-selector'],
    peers: { 'kube-linter': ['mismatching-selector', 'restart-policy'], 'kube-score': ['deployment-pod-selector-labels-match-template-metadata-labels', 'statefulset-pod-selector-labels-match-template-metadata-labels'], kubescape: ['C-0296'], popeye: ['508'], datree: ['WORKLOAD_INCORRECT_RESTARTPOLICY_VALUE_ALWAYS'] },
    bad: [
      {
        title: 'labels that the selector does not match',
        yaml: yaml`
          apiVersion: v1
          kind: ReplicationController
          metadata:
            name: web
          spec:
            selector:
              app: web
            template:
              metadata:
                labels:
                  app: website # ✖ Label "app" is "website", the selector wants "web"
              spec:
                containers:
                  - name: app
                    image: nginx:1.27
        `,
      },
    ],
    good: [
      {
        title: 'the selector matches the labels',
        yaml: yaml`
          apiVersion: v1
          kind: ReplicationController
          metadata:
            name: web
          spec:
            selector:
              app: web
            template:
              metadata:
                labels:
                  app: web
                  version: '2'
              spec:
                containers:
                  - name: app
                    image: nginx:1.27
        `,
      },
    ],
  },
  [
    on<ReplicationController>('core/v1 ReplicationController', () => ({
      check({ metadata, spec }, context) {
        const labels = templateLabels({ template: spec?.template as Workload['template'] })
        reportLabelsOfObject(metadata?.labels as Labels | undefined, labels, ['spec', 'template', 'metadata', 'labels'], context)
      },
    })),
    on<ReplicationControllerSpec>('core/v1 ReplicationControllerSpec', () => ({
      fields: { replicas: atLeast(0), minReadySeconds: atLeast(0) },
      check({ selector = {}, template }, context) {
        const labels = templateLabels({ template: template as Workload['template'] })
        const written = Object.keys(selector).length > 0
        if (template === undefined) context.report(['template'], 'Required', 'is required')
        // Without one the labels of the template are the selector.
        if (!written && Object.keys(labels).length === 0) context.report(['selector'], 'Required', 'is required where the template has no labels')
        if (written && template !== undefined && !labelsMatch(selector as Labels, labels)) reportMismatch({ matchLabels: selector as Labels }, labels, context)
        checkAlwaysRuns({ template: template as Workload['template'] }, context)
      },
    })),
  ],
)
