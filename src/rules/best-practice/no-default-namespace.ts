import { defineRule, yaml } from '../../engine/define-rule.ts'

/** What a cluster itself keeps there. */
const EXEMPT = ['Service kubernetes', 'ServiceAccount default', 'Endpoints kubernetes', 'EndpointSlice kubernetes']

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow the namespace "default".',
  why: 'Everybody who names no namespace ends up there, so its quotas, network policies and permissions fit nobody.',
  howToFix: 'Give the application a namespace of its own. An object without a namespace is left alone: Helm, Kustomize and `kubectl -n` fill it in.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/'],
  peers: {
    'kube-linter': ['use-namespace'],
    trivy: ['KSV-0110'],
    checkov: ['CKV_K8S_21'],
    kubescape: ['C-0061', 'C-0212'],
    kics: ['Using Default Namespace'],
    datree: ['WORKLOAD_INCORRECT_NAMESPACE_VALUE_DEFAULT'],
    clusterlint: ['default-namespace'],
    kyverno: ['disallow-default-namespace'],
  },
  options: {
    kinds: { default: [], description: 'Kinds that are looked at; all when none is named.' },
    unsetMeansDefault: { default: false, description: 'Whether an object without a namespace is in "default", too, because nothing fills it in.' },
  },
  bad: [
    {
      title: 'a ConfigMap in the default namespace',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          namespace: default # ✖ ConfigMap "settings" is in the namespace "default"
        data: {}
      `,
    },
  ],
  good: [
    {
      title: 'a namespace of its own, or one that is filled in later',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          namespace: shop
        data: {}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data: {}
      `,
    },
  ],
  visit: {
    object(object, { options, report }) {
      if (!object.namespaced || EXEMPT.includes(`${object.kind} ${object.name}`) || (options.kinds.length > 0 && !options.kinds.includes(object.kind))) return
      if (object.namespace === 'default') report(object.at('metadata', 'namespace'), `${object.kind} "${object.name}" is in the namespace "default"`)
      else if (object.namespace === '' && options.unsetMeansDefault) report(object.at('metadata', 'name'), `${object.kind} "${object.name}" names no namespace, so it is in "default"`)
    },
  },
})
