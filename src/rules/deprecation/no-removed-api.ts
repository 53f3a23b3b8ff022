import { defineRule, yaml } from '../../engine/define-rule.ts'

// Found while the manifest is read: see schema/layer.ts and schema/walk.ts.
export default defineRule({
  severity: 'error',
  presets: ['api-server', 'recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow API versions that the targeted Kubernetes no longer serves.',
  why: 'The API server answers "no matches for kind": nothing is created, and an upgrade of the cluster breaks the deployment.',
  howToFix: 'Move to the API version that the message names; its fields may differ. Where they do not, `--fix` does it, and `--fix --unsafe-fixes` where a field that is not set then means something else.',
  references: ['https://kubernetes.io/docs/reference/using-api/deprecation-guide/'],
  peers: { datree: ['K8S_DEPRECATED_APIVERSION_1.16', 'K8S_DEPRECATED_APIVERSION_1.17', 'K8S_DEPRECATED_APIVERSION_1.19', 'K8S_DEPRECATED_APIVERSION_1.21', 'K8S_DEPRECATED_APIVERSION_1.22', 'K8S_DEPRECATED_APIVERSION_1.23', 'K8S_DEPRECATED_APIVERSION_1.24', 'K8S_REMOVED_APIVERSION_1.22', 'K8S_REMOVED_APIVERSION_1.23', 'K8S_REMOVED_APIVERSION_1.24', 'K8S_REMOVED_APIVERSION_1.25', 'K8S_REMOVED_APIVERSION_1.26', 'K8S_REMOVED_APIVERSION_1.27'], pluto: ['removed'], kubent: ['removed'], 'kube-score': ['stable-version'], 'kube-linter': ['no-extensions-v1beta'], kyverno: ['check-deprecated-apis'] },
  fixable: 'safe',
  bad: [
    {
      title: 'an Ingress of 1.21',
      yaml: yaml`
        apiVersion: extensions/v1beta1 # ✖ extensions/v1beta1 Ingress was removed in Kubernetes 1.22; use networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
      `,
    },
    {
      title: 'a CronJob of 1.24, whose fields have stayed the same',
      yaml: yaml`
        apiVersion: batch/v1beta1 # ✖ batch/v1beta1 CronJob was removed in Kubernetes 1.25; use batch/v1
        kind: CronJob
        metadata:
          name: report
        spec:
          schedule: 0 3 * * *
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers:
                    - name: app
                      image: example.com/app:1.0
      `,
      fixed: yaml`
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: report
        spec:
          schedule: 0 3 * * *
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers:
                    - name: app
                      image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'the version that is served',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: web
      `,
    },
  ],
})
