import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow an emptyDir on a medium that no kubelet knows.',
  why: 'The API server takes any text; the kubelet fails with "unknown storage medium", and the pod waits in ContainerCreating.',
  howToFix: 'Write `Memory` or `HugePages`, with these capitals, or leave `medium` out for the disk of the node.',
  references: ['https://kubernetes.io/docs/concepts/storage/volumes/#emptydir'],
  peers: {},
  fixable: 'unsafe',
  bad: [
    {
      title: 'in lower case',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
          volumes:
            - name: cache
              emptyDir:
                medium: memory # ✖ medium is "memory", must be "Memory", "HugePages" or "HugePages-<size>"; did you mean "Memory"?
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
          volumes:
            - name: cache
              emptyDir:
                medium: Memory
      `,
    },
  ],
  good: [
    {
      title: 'memory, huge pages, and the disk',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
          volumes:
            - name: cache
              emptyDir:
                medium: Memory
            - name: pages
              emptyDir:
                medium: HugePages-2Mi
            - name: scratch
              emptyDir:
                medium: ""
      `,
    },
  ],
  visit: {
    podSpec(pod, { report }) {
      for (const [index, { emptyDir }] of (pod.value.volumes ?? []).entries()) {
        const { medium = '' } = emptyDir ?? {}
        if (medium === '' || medium === 'Memory' || /^HugePages(?:-.+)?$/.test(medium)) continue
        const meant = ['Memory', 'HugePages'].find((each) => each.toLowerCase() === medium.toLowerCase())
        const place = pod.at('volumes', index, 'emptyDir', 'medium')
        report(place, `medium is "${medium}", must be "Memory", "HugePages" or "HugePages-<size>"${meant === undefined ? '' : `; did you mean "${meant}"?`}`, (fixer) => (meant === undefined ? undefined : fixer.replaceText(place, meant)))
      }
    },
  },
})
