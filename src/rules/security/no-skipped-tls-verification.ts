import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow APIServices whose certificate nobody checks.',
  why: 'The API server sends the requests, with the name and the groups of who makes them, to whoever answers at the address.',
  howToFix: 'Put the certificate authority into `caBundle`; cert-manager fills it in by the annotation `cert-manager.io/inject-ca-from`.',
  references: ['https://kubernetes.io/docs/tasks/extend-kubernetes/setup-extension-api-server/'],
  peers: { semgrep: ['skip-tls-verify-service', 'skip-tls-verify-cluster'] },
  bad: [
    {
      title: 'a server that may be anybody',
      yaml: yaml`
        apiVersion: apiregistration.k8s.io/v1
        kind: APIService
        metadata:
          name: v1beta1.metrics.k8s.io
        spec:
          group: metrics.k8s.io
          version: v1beta1
          groupPriorityMinimum: 100
          versionPriority: 100
          insecureSkipTLSVerify: true # ✖ APIService "v1beta1.metrics.k8s.io" takes any certificate
          service:
            name: metrics-server
            namespace: kube-system
      `,
    },
  ],
  good: [
    {
      title: 'a certificate that cert-manager vouches for',
      yaml: yaml`
        apiVersion: apiregistration.k8s.io/v1
        kind: APIService
        metadata:
          name: v1beta1.metrics.k8s.io
          annotations:
            cert-manager.io/inject-ca-from: kube-system/metrics-server
        spec:
          group: metrics.k8s.io
          version: v1beta1
          groupPriorityMinimum: 100
          versionPriority: 100
          service:
            name: metrics-server
            namespace: kube-system
      `,
    },
  ],
  visit: {
    APIService(service, { report }) {
      if (service.value.spec?.insecureSkipTLSVerify === true) report(service.at('spec', 'insecureSkipTLSVerify'), `APIService "${service.name}" takes any certificate`)
    },
  },
})
