import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Require a size limit on emptyDir volumes.',
  why: 'Such a volume may fill the disk of its node, or its memory where the medium is Memory, and then other pods are evicted for it.',
  howToFix: 'Set `sizeLimit`: the pod alone is evicted when it writes more.',
  references: ['https://kubernetes.io/docs/concepts/storage/volumes/#emptydir'],
  peers: { kyverno: ['require-emptydir-requests-limits'] },
  options: {
    onlyMemory: { default: false, description: 'Only volumes in memory.' },
  },
  bad: [
    {
      title: 'as large as the disk',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          volumes:
            - name: cache # ✖ Volume "cache" may fill its node: emptyDir sets no sizeLimit
              emptyDir: {}
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'at most a gigabyte',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          volumes:
            - name: cache
              emptyDir:
                sizeLimit: 1Gi
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    podSpec(pod, { options, report }) {
      for (const [index, { name = String(index), emptyDir }] of (pod.value.volumes ?? []).entries()) {
        if (emptyDir === undefined || emptyDir.sizeLimit !== undefined || (options.onlyMemory && emptyDir.medium !== 'Memory')) continue
        // What all containers may use together is a limit as well.
        const resource = emptyDir.medium === 'Memory' ? 'memory' : 'ephemeral-storage'
        if (pod.containers.length > 0 && pod.containers.every(({ value }) => value.resources?.limits?.[resource] !== undefined)) continue
        report(pod.at('volumes', index), `Volume "${name}" may fill its node: emptyDir sets no sizeLimit`)
      }
    },
  },
})
