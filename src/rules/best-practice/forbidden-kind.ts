import { defineRule, yaml } from '../../engine/define-rule.ts'
import { isOfKind } from '../../model/kind-pattern.ts'

export default defineRule({
  severity: 'error',
  presets: [],
  since: '0.1.0',
  summary: 'Forbid objects of some kinds.',
  why: 'Some kinds have a better one in their place (ReplicationController), and some are for the administrators of the cluster alone.',
  howToFix: 'Use the kind that takes its place, or ask the administrators.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/'],
  peers: { 'kube-linter': ['disallowed-api-obj'], kubescape: ['C-0026'], kyverno: ['restrict-jobs'] },
  needs: ['forbid'],
  options: {
    forbid: { default: [], description: 'Kinds such as CronJob, batch/Job, extensions/v1beta1/* or rbac.authorization.k8s.io/*.' },
  },
  bad: [
    {
      title: 'an old kind',
      options: { forbid: ['ReplicationController'] },
      yaml: yaml`
        apiVersion: v1
        kind: ReplicationController # ✖ Kind "ReplicationController" is not allowed
        metadata:
          name: web
        spec:
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'the kind in its place',
      options: { forbid: ['ReplicationController'] },
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    object(object, { options, report }) {
      if (options.forbid.some((pattern) => isOfKind(object, pattern))) report(object.at('kind'), `Kind "${object.kind}" is not allowed`)
    },
  },
})
