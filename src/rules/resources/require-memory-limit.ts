import { defineRule, yaml } from '../../engine/define-rule.ts'
import { hasLimit } from '../../model/resources.ts'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Require a memory limit on every container that stays.',
  why: 'A leak in it takes the memory of the whole node, and the kernel then kills whichever program it likes, often one that is innocent.',
  howToFix: 'Set `resources.limits.memory` a little above the most that the program has ever used. Where a LimitRange of the namespace does that, switch this rule off.',
  references: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/'],
  peers: {
    'kube-linter': ['unset-memory-requirements'],
    'kube-score': ['container-resources'],
    polaris: ['memoryLimitsMissing'],
    trivy: ['KSV-0018'],
    checkov: ['CKV_K8S_13'],
    kubescape: ['C-0004', 'C-0009', 'C-0271'],
    kubesec: ['LimitsMemory'],
    datree: ['CONTAINERS_MISSING_MEMORY_LIMIT_KEY'],
    kyverno: ['require-pod-requests-limits'],
  },
  bad: [
    {
      title: 'only a request',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources: # ✖ Container "app" sets no memory limit
                requests:
                  memory: 64Mi
      `,
    },
  ],
  good: [
    {
      title: 'a limit; init containers may do without',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          initContainers:
            - name: migrate
              image: example.com/migrate:1.0
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                limits:
                  memory: 128Mi
      `,
    },
    {
      title: 'a limit for the pod as a whole (since Kubernetes 1.34)',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          resources:
            limits:
              memory: 256Mi
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    container(container, { kubernetesVersion, report }) {
      // An init container is gone before the pod serves, and a patch or a hook says less than what runs in the end.
      if (!container.longRunning || container.partial || container.pod.hook || hasLimit(container, 'memory', kubernetesVersion)) return
      report(container.at('resources', 'limits'), `Container "${container.name}" sets no memory limit`)
    },
  },
})
