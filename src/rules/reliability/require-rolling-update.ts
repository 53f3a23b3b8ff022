import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { KubernetesObject } from '../../model/object.ts'
import type { Place } from '../../model/place.ts'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Require rolling updates for workloads behind a Service.',
  why: 'With `Recreate` all pods stop before the first new one starts, and with `OnDelete` new ones start only when somebody deletes the old: in between nobody answers, or the old version does.',
  howToFix: 'Delete `strategy`, or set its type to `RollingUpdate`. Pods with a volume that only one of them may mount need `Recreate`, and are left alone.',
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy'],
  peers: { 'kube-linter': ['no-rolling-update-strategy'], 'kube-score': ['deployment-strategy'], kubescape: ['C-0305'] },
  crossObject: true,
  options: {
    everyWorkload: { default: false, description: 'Also without a Service in front.' },
  },
  bad: [
    {
      title: 'all stop at once',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - port: 80
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          strategy:
            type: Recreate # ✖ Deployment "web" behind Service "web" is updated with Recreate
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
  good: [
    {
      title: 'the default',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - port: 80
        ---
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
    {
      title: 'a volume that cannot be shared',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - port: 80
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          strategy:
            type: Recreate
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              volumes:
                - name: data
                  persistentVolumeClaim:
                    claimName: data
              containers:
                - name: app
                  image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    podSpec(pod, { index, options, report }) {
      const { object } = pod
      const strategy = strategyOf(object)
      if (strategy === undefined || pod.value.volumes?.some(({ persistentVolumeClaim }) => persistentVolumeClaim !== undefined) === true) return
      const service = index.groupOf(pod)?.service
      if (service === undefined && !options.everyWorkload) return
      report(strategy.place, `${object.kind} "${object.name}" ${service === undefined ? '' : `behind Service "${service.name}" `}is updated with ${strategy.type}`)
    },
  },
})

/** One that is not a rolling update. */
function strategyOf(object: KubernetesObject): { type: string; place: Place } | undefined {
  const strategy = object.is('Deployment')
    ? { type: object.value.spec?.strategy?.type, place: object.at('spec', 'strategy', 'type') }
    : object.is('StatefulSet')
      ? { type: object.value.spec?.updateStrategy?.type, place: object.at('spec', 'updateStrategy', 'type') }
      : object.is('DaemonSet')
        ? { type: object.value.spec?.updateStrategy?.type, place: object.at('spec', 'updateStrategy', 'type') }
        : undefined
  return strategy?.type === 'Recreate' || strategy?.type === 'OnDelete' ? { type: strategy.type, place: strategy.place } : undefined
}
