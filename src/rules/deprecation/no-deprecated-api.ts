import { defineRule, yaml } from '../../engine/define-rule.ts'
import { minorNumber } from '../../schema/constraints.ts'
import { removedApi } from '../../schema/removed.ts'

export default defineRule({
  severity: 'warning',
  presets: ['api-server', 'recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow API versions that are deprecated in the targeted Kubernetes.',
  why: 'They still work, and the API server answers with a warning; after an upgrade of the cluster to the version that the message names they do not work any more.',
  howToFix: 'Move to the API version that the message names, if there is one, before the cluster is upgraded.',
  references: ['https://kubernetes.io/docs/reference/using-api/deprecation-guide/', 'https://kubernetes.io/docs/reference/using-api/deprecation-policy/'],
  peers: {
    'kube-score': ['stable-version'],
    trivy: ['KSV-0107'],
    kics: ['Object Is Using A Deprecated API Version'],
    datree: [
      'K8S_DEPRECATED_APIVERSION_1.16',
      'K8S_DEPRECATED_APIVERSION_1.17',
      'K8S_DEPRECATED_APIVERSION_1.19',
      'K8S_DEPRECATED_APIVERSION_1.21',
      'K8S_DEPRECATED_APIVERSION_1.22',
      'K8S_DEPRECATED_APIVERSION_1.23',
      'K8S_DEPRECATED_APIVERSION_1.24',
    ],
    sonar: ['S1874'],
    monokle: ['K8S002'],
    pluto: ['deprecated'],
    kubent: ['deprecated'],
    kyverno: ['check-deprecated-apis'],
  },
  bad: [
    {
      title: 'a beta version that is on its way out',
      yaml: yaml`
        apiVersion: certificates.k8s.io/v1beta1 # ✖ certificates.k8s.io/v1beta1 ClusterTrustBundle is deprecated since Kubernetes 1.37 and removed in 1.40; use certificates.k8s.io/v1
        kind: ClusterTrustBundle
        metadata:
          name: ca
        spec:
          trustBundle: ''
      `,
    },
    {
      title: 'a kind with a successor, which nobody plans to remove',
      yaml: yaml`
        apiVersion: v1 # ✖ v1 Endpoints is deprecated since Kubernetes 1.33; use discovery.k8s.io/v1 EndpointSlice
        kind: Endpoints
        metadata:
          name: database
      `,
    },
  ],
  good: [
    {
      title: 'a stable version',
      yaml: yaml`
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: database
        addressType: IPv4
        endpoints: []
      `,
    },
  ],
  visit: {
    object(object, { kubernetesVersion, report }) {
      const api = removedApi(object.apiVersion, object.kind)
      if (api?.deprecatedIn === undefined) return
      const minor = minorNumber(kubernetesVersion)
      // What is removed already is no-removed-api's.
      if (minor < minorNumber(api.deprecatedIn) || (api.removedIn !== undefined && minor >= minorNumber(api.removedIn))) return
      const removed = api.removedIn === undefined ? '' : ` and removed in ${api.removedIn}`
      const use = api.replacement === undefined ? '' : `; use ${api.replacement}`
      report(object.at('apiVersion'), `${object.apiVersion} ${object.kind} is deprecated since Kubernetes ${api.deprecatedIn}${removed}${use}`)
    },
  },
})
