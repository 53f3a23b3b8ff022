import { defineRule, yaml } from '../../engine/define-rule.ts'
import { External } from '../../model/external.ts'
import { usedNames } from '../../model/used-names.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow a ConfigMap, Secret, ServiceAccount or PersistentVolumeClaim that nothing uses.',
  why: 'What nobody uses is in the way of whoever reads the manifests, and a Secret that nobody uses can still be stolen.',
  howToFix: 'Delete it, or name in `ignore` what is used by programs, or by what is not among the files.',
  references: ['https://kubernetes.io/docs/concepts/configuration/'],
  peers: { popeye: ['400', '401'], clusterlint: ['unused-config-map', 'unused-secret', 'unused-pvc'] },
  crossObject: true,
  needsSeveral: true,
  options: { kinds: { default: ['ConfigMap', 'PersistentVolumeClaim', 'Secret', 'ServiceAccount'], description: 'The kinds that are looked at.' }, ignore: { default: [], description: 'What is used all the same: `KIND/NAME` or `KIND/NAMESPACE/NAME`, with `*` for any letters.' } },
  bad: [
    {
      title: 'a ConfigMap that no pod mounts',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings # ✖ ConfigMap "settings" is not used by anything here
        data:
          level: info
      `,
    },
  ],
  good: [
    {
      title: 'a ConfigMap that a pod reads',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              env:
                - name: LEVEL
                  valueFrom:
                    configMapKeyRef:
                      name: settings
                      key: level
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          level: info
      `,
    },
  ],
  visit: {
    definition({ kind, builtin, namespace, name, spot }, { index, options, report }) {
      if (!builtin || name === '' || spot === undefined || !options.kinds.includes(kind)) return
      if (usedNames(index).has(kind, name) || new External(options.ignore).has(kind, namespace, name)) return
      report({ ...spot, path: 'metadata.name' }, `${kind} "${name}" is not used by anything here`)
    },
  },
})
