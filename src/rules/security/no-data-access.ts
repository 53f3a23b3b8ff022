import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow volumes with the data of Secrets, ConfigMaps or PersistentVolumeClaims.',
  why: 'An inventory for reviews: it lists what each workload can read.',
  howToFix: 'Switch it on to learn who reads what; it is not meant to be silent.',
  references: ['https://kubernetes.io/docs/concepts/storage/volumes/'],
  peers: { kubescape: ['C-0255', 'C-0257', 'C-0258'] },
  options: {
    kinds: { default: ['Secret', 'ConfigMap', 'PersistentVolumeClaim'], description: 'What is listed.' },
  },
  bad: [
    {
      title: 'a Secret',
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
            - name: database
              secret:
                secretName: database # ✖ The pod reads the Secret "database"
      `,
    },
  ],
  good: [
    {
      title: 'no data of anybody',
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
              emptyDir: {}
      `,
    },
  ],
  visit: {
    podSpec(pod, { options, report }) {
      for (const [index, { secret, configMap, persistentVolumeClaim }] of (pod.value.volumes ?? []).entries()) {
        if (secret !== undefined && options.kinds.includes('Secret')) report(pod.at('volumes', index, 'secret', 'secretName'), `The pod reads the Secret "${secret.secretName ?? ''}"`)
        if (configMap !== undefined && options.kinds.includes('ConfigMap')) report(pod.at('volumes', index, 'configMap', 'name'), `The pod reads the ConfigMap "${configMap.name ?? ''}"`)
        if (persistentVolumeClaim !== undefined && options.kinds.includes('PersistentVolumeClaim')) report(pod.at('volumes', index, 'persistentVolumeClaim', 'claimName'), `The pod reads the PersistentVolumeClaim "${persistentVolumeClaim.claimName ?? ''}"`)
      }
    },
  },
})
