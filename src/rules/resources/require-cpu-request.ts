import { defineRule, yaml } from '../../engine/define-rule.ts'
import { hasRequest } from '../../model/resources.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Require a CPU request on every container that stays.',
  why: 'When the node is busy the container gets next to no CPU time, and an autoscaler that scales on CPU use has nothing to compare with.',
  howToFix: 'Set `resources.requests.cpu` to what the program needs under usual load, such as `50m`. A CPU limit is not needed.',
  references: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/'],
  peers: {
    'kube-linter': ['unset-cpu-requirements'],
    'kube-score': ['container-resources'],
    polaris: ['cpuRequestsMissing'],
    trivy: ['KSV-0015'],
    checkov: ['CKV_K8S_10'],
    kubescape: ['C-0050', 'C-0268'],
    kubesec: ['RequestsCPU'],
    datree: ['CONTAINERS_MISSING_CPU_REQUEST_KEY'],
    kyverno: ['require-pod-requests-limits', 'require-qos-burstable'],
  },
  bad: [
    {
      title: 'memory only',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources: # ✖ Container "app" sets no CPU request
                limits:
                  memory: 128Mi
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
                  cpu: 50m
      `,
    },
    {
      title: 'a request for the pod as a whole (since Kubernetes 1.34)',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          resources:
            requests:
              cpu: 100m
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    container(container, { kubernetesVersion, report }) {
      // An init container is gone before the pod serves, and a patch or a hook says less than what runs in the end.
      if (!container.longRunning || container.partial || container.pod.hook || hasRequest(container, 'cpu', kubernetesVersion)) return
      report(container.at('resources', 'requests'), `Container "${container.name}" sets no CPU request`)
    },
  },
})
