import { defineRule, yaml } from '../../engine/define-rule.ts'
import { hasRequest } from '../../model/resources.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Require a memory request on every container that stays.',
  why: 'The scheduler takes it for a container that needs none, packs the node too full, and under memory pressure such pods are the first to be evicted.',
  howToFix: 'Set `resources.requests.memory` to what the program usually needs; a limit alone counts as a request of the same size.',
  references: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/'],
  peers: {
    'kube-score': ['container-resources'],
    polaris: ['memoryRequestsMissing'],
    trivy: ['KSV-0016'],
    checkov: ['CKV_K8S_12'],
    kubescape: ['C-0004', 'C-0269'],
    kubesec: ['RequestsMemory'],
    datree: ['CONTAINERS_MISSING_MEMORY_REQUEST_KEY'],
    kyverno: ['require-pod-requests-limits'],
  },
  bad: [
    {
      title: 'a request for CPU only',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                requests: # ✖ Container "app" sets no memory request
                  cpu: 50m
      `,
    },
  ],
  good: [
    {
      title: 'a request; init containers may do without',
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
                requests:
                  memory: 64Mi
      `,
    },
    {
      title: 'a limit, which is the request too',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                limits:
                  memory: 128Mi
      `,
    },
  ],
  visit: {
    container(container, { kubernetesVersion, report }) {
      // An init container is gone before the pod serves, and a patch or a hook says less than what runs in the end.
      if (!container.longRunning || container.partial || container.pod.hook || hasRequest(container, 'memory', kubernetesVersion)) return
      report(container.at('resources', 'requests'), `Container "${container.name}" sets no memory request`)
    },
  },
})
