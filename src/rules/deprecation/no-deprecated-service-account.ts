import { defineRule, yaml } from '../../engine/define-rule.ts'
import { atKey } from '../../model/place.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow the old field `serviceAccount`.',
  why: 'It is an alias of `serviceAccountName` that is there for old clients only. Where both are set the new one counts, and whoever reads the other is misled.',
  howToFix: 'Rename it to `serviceAccountName`.',
  references: ['https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec'],
  peers: {
    'kube-linter': ['deprecated-service-account-field'],
    kubescape: ['C-0294'],
    kubeaudit: ['AutomountServiceAccountTokenDeprecated'],
  },
  fixable: 'safe',
  bad: [
    {
      title: 'the old name',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          serviceAccount: shop # ✖ serviceAccount is deprecated: serviceAccountName takes its place
          containers:
            - name: app
              image: example.com/app:1.0
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          serviceAccountName: shop
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
    {
      title: 'both',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          serviceAccount: old # ✖ serviceAccount is deprecated and ignored: serviceAccountName is shop
          serviceAccountName: shop
          containers:
            - name: app
              image: example.com/app:1.0
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          serviceAccountName: shop
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'the new name',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          serviceAccountName: shop
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    podSpec(pod, { report }) {
      const { serviceAccount, serviceAccountName } = pod.value
      if (serviceAccount === undefined) return
      const place = pod.at('serviceAccount')
      if (serviceAccountName === undefined) report(atKey(place), 'serviceAccount is deprecated: serviceAccountName takes its place', (fix) => fix.renameKey(place, 'serviceAccountName'))
      // Programs that write back what they read have both, and they agree.
      else if (serviceAccountName !== '' && serviceAccountName !== serviceAccount) report(atKey(place), `serviceAccount is deprecated and ignored: serviceAccountName is ${serviceAccountName}`, (fix) => fix.removeField(place))
    },
  },
})
