import { defineRule, yaml } from '../../engine/define-rule.ts'
import { isStaticPod } from '../../model/static-pod.ts'

export default defineRule({
  severity: 'info',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow long-running pods that no controller owns.',
  why: 'When its node fails or is drained, such a pod is gone for good: nothing starts it anywhere else.',
  howToFix: 'Put the pod into the template of a Deployment; with `restartPolicy: Never` it is taken for one that is meant to end.',
  references: ['https://kubernetes.io/docs/concepts/configuration/overview/#naked-pods-vs-replicasets-deployments-and-jobs'],
  peers: { kubescape: ['C-0073'], datree: ['K8S_INCORRECT_KIND_VALUE_POD'], popeye: ['208'], clusterlint: ['bare-pods'], kyverno: ['prevent-bare-pods'] },
  longRunningOnly: true,
  bad: [
    {
      title: 'a server in a Pod of its own',
      yaml: yaml`
        apiVersion: v1
        kind: Pod # ✖ Pod "web" belongs to no controller
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'a pod that runs to completion',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: debug
        spec:
          restartPolicy: Never
          containers:
            - name: shell
              image: example.com/shell:1.0
      `,
    },
    {
      title: 'a static pod',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: etcd
          namespace: kube-system
          annotations:
            kubeadm.kubernetes.io/etcd.advertise-client-urls: https://10.0.0.1:2379
        spec:
          hostNetwork: true
          containers:
            - name: etcd
              image: registry.k8s.io/etcd:3.6.0
      `,
    },
  ],
  visit: {
    Pod(pod, { report }) {
      if ((pod.value.metadata?.ownerReferences ?? []).length > 0 || isStaticPod(pod)) return
      report(pod.at('kind'), `${pod.name === '' ? 'The Pod' : `Pod "${pod.name}"`} belongs to no controller`)
    },
  },
})
