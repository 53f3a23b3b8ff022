import { defineRule, yaml } from '../../engine/define-rule.ts'

/** ConfigMaps that Argo CD reads, when they bear its label. */
const CONFIG_MAPS: ReadonlySet<string> = new Set(['argocd-cm', 'argocd-cmd-params-cm', 'argocd-rbac-cm', 'argocd-ssh-known-hosts-cm', 'argocd-tls-certs-cm'])
const KINDS: ReadonlySet<string> = new Set(['AppProject', 'Application', 'ApplicationSet'])
const LABEL = 'app.kubernetes.io/part-of'

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow objects for Argo CD that it does not look at.',
  why: 'Argo CD reads Applications and AppProjects of its own namespace, and settings with its label: others do nothing, and nobody says so.',
  howToFix: `Set \`namespace\` to that of Argo CD, which the option \`namespaces\` names, and the label \`${LABEL}: argocd\` on its ConfigMaps.`,
  references: ['https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/'],
  peers: { datree: ['ARGO_APP_PROJECT_INCORRECT_NAMESPACE_VALUE', 'ARGO_CONFIGMAP_MISSING_PART_OF_LABEL_VALUE_ARGOCD'] },
  options: {
    namespaces: { default: ['argocd'], description: 'Where Argo CD looks for Applications and AppProjects.' },
  },
  bad: [
    {
      title: 'another namespace, and another label',
      yaml: yaml`
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata:
          name: shop
          namespace: shop # ✖ Application "shop" is in namespace "shop", Argo CD looks in "argocd"
        spec:
          project: default
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: argocd-cm
          labels:
            app.kubernetes.io/part-of: argo # ✖ Label "app.kubernetes.io/part-of" is "argo", Argo CD wants "argocd"
        data:
          url: https://argocd.example.com
      `,
    },
  ],
  good: [
    {
      title: 'where it looks',
      yaml: yaml`
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata:
          name: shop
          namespace: argocd
        spec:
          project: default
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: argocd-cm
          labels:
            app.kubernetes.io/part-of: argocd
        data:
          url: https://argocd.example.com
      `,
    },
  ],
  visit: {
    object(object, { options: { namespaces }, report }) {
      const { apiVersion, kind, name, namespace } = object
      if (KINDS.has(kind) && apiVersion.startsWith('argoproj.io/')) {
        const wanted = namespaces.map((each) => `"${each}"`).join(' and ')
        if (!namespaces.includes(namespace)) report(object.at('metadata', 'namespace'), namespace === '' ? `${kind} "${name}" sets no namespace, Argo CD looks in ${wanted}` : `${kind} "${name}" is in namespace "${namespace}", Argo CD looks in ${wanted}`)
      }
      if (kind !== 'ConfigMap' || apiVersion !== 'v1' || !CONFIG_MAPS.has(name)) return
      const label = object.value.metadata?.labels?.[LABEL]
      if (label !== 'argocd') report(object.at('metadata', 'labels', LABEL), label === undefined ? `ConfigMap "${name}" lacks the label "${LABEL}"` : `Label "${LABEL}" is "${label}", Argo CD wants "argocd"`)
    },
  },
})
