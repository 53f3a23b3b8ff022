import { defineRule, yaml } from '../../engine/define-rule.ts'
import { hasLimit } from '../../model/resources.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require a CPU limit on every container that stays.',
  why: 'Without one a container may use all of its node that nobody else asked for, and how fast it is depends on who its neighbors are. Many teams set none on purpose: a limit slows programs down while the node is idle.',
  howToFix: 'Set `resources.limits.cpu`, or choose `no-cpu-limit` in place of this rule.',
  references: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/'],
  peers: {
    'kube-score': ['container-resources'],
    polaris: ['cpuLimitsMissing'],
    trivy: ['KSV-0011'],
    checkov: ['CKV_K8S_11'],
    kubescape: ['C-0009', 'C-0050', 'C-0270'],
    kubesec: ['LimitsCPU'],
    datree: ['CONTAINERS_MISSING_CPU_LIMIT_KEY'],
    popeye: ['107'],
    kics: ['CPU Limits Not Set'],
    sonar: ['S6869'],
    kyverno: ['require-cpu-limits'],
  },
  options: {
    initContainers: { default: false, description: 'Whether init containers need one, too.' },
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
              resources: # ✖ Container "app" sets no CPU limit
                requests:
                  cpu: 100m
      `,
    },
  ],
  good: [
    {
      title: 'a limit',
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
                  cpu: '1'
      `,
    },
  ],
  visit: {
    container(container, { kubernetesVersion, options, report }) {
      const isWanted = container.longRunning || (options.initContainers && container.role === 'init')
      if (!isWanted || container.partial || container.pod.hook || hasLimit(container, 'cpu', kubernetesVersion)) return
      report(container.at('resources', 'limits'), `Container "${container.name}" sets no CPU limit`)
    },
  },
})
