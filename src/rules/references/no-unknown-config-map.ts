import { defineRule, yaml } from '../../engine/define-rule.ts'
import { referenceOptions, reportKeys, reportUsesOfPod } from '../../engine/reference-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow a ConfigMap, or a key of it, that is not there.',
  why: 'The container does not start: the pod waits in CreateContainerConfigError or ContainerCreating until somebody makes it.',
  howToFix: 'Write the name and a key of a ConfigMap in the same namespace, or `optional: true`. What lives elsewhere can be named in the setting `external`: `ConfigMap/shop/*`.',
  references: ['https://kubernetes.io/docs/concepts/configuration/configmap/#configmaps-and-pods'],
  peers: { 'kube-linter': ['env-value-from'], popeye: ['304', '407', '401'], kubevious: ['env-config-map-ref', 'env-from-config-map-ref', 'volume-config-map-ref'], monokle: ['LNK001', 'LNK002'] },
  fixable: 'unsafe',
  crossObject: true,
  needsSeveral: true,
  options: referenceOptions('unit'),
  bad: [
    {
      title: 'a misspelled name',
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
                      name: setings # ✖ ConfigMap "setings" is not in these manifests; did you mean "settings"?
                      key: level
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          level: info
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
    {
      title: 'a key that it does not have',
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
                      key: format # ✖ ConfigMap "settings" has no key "format", only "level"
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          level: info
      `,
    },
    {
      title: 'a file that is mounted alone, of a key that there is not',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              volumeMounts:
                - name: settings
                  mountPath: /etc/app.yml
                  subPath: app.yml # ✖ ConfigMap "settings" has no key "app.yml"; did you mean "app.yaml"?
          volumes:
            - name: settings
              configMap:
                name: settings
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          app.yaml: 'level: info'
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
              volumeMounts:
                - name: settings
                  mountPath: /etc/app.yml
                  subPath: app.yaml
          volumes:
            - name: settings
              configMap:
                name: settings
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          app.yaml: 'level: info'
      `,
    },
  ],
  good: [
    {
      title: 'a key that is there',
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
    {
      title: 'one that may be missing',
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
                      name: tuning
                      key: speed
                      optional: true
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          level: info
      `,
    },
    {
      title: 'one that is elsewhere',
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
                      name: other
                      key: level
      `,
    },
  ],
  visit: {
    podSpec: (pod, context) => reportUsesOfPod(pod, CONFIG_MAP, context, judge),
  },
})

const CONFIG_MAP: ReadonlySet<string> = new Set(['ConfigMap'])
const judge = reportKeys('key')
