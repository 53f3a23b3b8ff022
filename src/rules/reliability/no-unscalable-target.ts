import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow autoscalers of kinds that cannot be scaled.',
  why: 'The API server takes any target, but only a Deployment, StatefulSet, ReplicaSet or ReplicationController has a number of replicas to change: the autoscaler never does anything, and says so only in its status.',
  howToFix: 'Name a workload that has replicas. A DaemonSet runs one pod on each node, which the cluster autoscaler decides; Jobs are scaled by a ScaledJob of KEDA.',
  references: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/'],
  peers: {},
  bad: [
    {
      title: 'a DaemonSet',
      yaml: yaml`
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: agent
        spec:
          scaleTargetRef:
            apiVersion: apps/v1
            kind: DaemonSet # ✖ A DaemonSet has no replicas that could be scaled
            name: agent
          maxReplicas: 3
      `,
    },
  ],
  good: [
    {
      title: 'a Deployment',
      yaml: yaml`
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
          maxReplicas: 3
      `,
    },
    {
      title: 'a custom resource, which may have replicas',
      yaml: yaml`
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          scaleTargetRef:
            apiVersion: argoproj.io/v1alpha1
            kind: Rollout
            name: web
          maxReplicas: 3
      `,
    },
  ],
  visit: {
    HorizontalPodAutoscaler(autoscaler, { report }) {
      const { apiVersion = '', kind = '' } = autoscaler.value.spec?.scaleTargetRef ?? {}
      const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''
      if (WITHOUT_REPLICAS.get(kind)?.includes(group) === true) report(autoscaler.at('spec', 'scaleTargetRef', 'kind'), `A ${kind} has no replicas that could be scaled`)
    },
  },
})

/** Of Kubernetes itself, and without a subresource `scale`: kinds and their groups. */
const WITHOUT_REPLICAS: ReadonlyMap<string, readonly string[]> = new Map([['DaemonSet', ['apps', 'extensions']], ['Job', ['batch']], ['CronJob', ['batch']], ['Pod', ['']], ['Service', ['']], ['Ingress', ['networking.k8s.io', 'extensions']]])
