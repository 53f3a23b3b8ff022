import { defineRule, yaml } from '../../engine/define-rule.ts'
import { atKey } from '../../model/place.ts'

const SNIPPET = /^[\w.-]+\/(?:[\w-]+-)?snippets?$/

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow snippets of nginx configuration in annotations, and the setting that allows them.',
  why: 'A snippet becomes part of the configuration of the shared controller: whoever may write an Ingress reads the Secrets of all namespaces with it.',
  howToFix: 'Use the annotations that exist for the purpose, and leave `allow-snippet-annotations` of the controller at `false`, which is the default since 1.9.',
  references: ['https://github.com/kubernetes/kubernetes/issues/126811', 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations-risk/'],
  peers: {
    checkov: ['CKV_K8S_152', 'CKV_K8S_153', 'CKV_K8S_154'],
    kubescape: ['C-0059'],
    datree: ['INGRESS_CVE2021_25742_INCORRECT_SERVER_SNIPPET_KEY', 'CONFIGMAP_CVE2021_25742_INCORRECT_SNIPPET_ANNOTATIONS_VALUE'],
    kyverno: ['disallow-ingress-nginx-custom-snippets', 'nginx-ingress/restrict-annotations'],
  },
  bad: [
    {
      title: 'a snippet',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            nginx.ingress.kubernetes.io/server-snippet: | # ✖ "nginx.ingress.kubernetes.io/server-snippet" is part of the configuration of the shared controller
              location /private { deny all; }
        spec:
          ingressClassName: nginx
          defaultBackend:
            service:
              name: web
              port:
                number: 80
      `,
    },
    {
      title: 'a controller that allows them',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: ingress-nginx-controller
        data:
          allow-snippet-annotations: "true" # ✖ allow-snippet-annotations is true: every Ingress can change the configuration of the controller
      `,
    },
  ],
  good: [
    {
      title: 'annotations that do one thing',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            nginx.ingress.kubernetes.io/denylist-source-range: 10.0.0.0/8
        spec:
          ingressClassName: nginx
          defaultBackend:
            service:
              name: web
              port:
                number: 80
      `,
    },
  ],
  visit: {
    Ingress(ingress, { report }) {
      for (const key of Object.keys(ingress.value.metadata?.annotations ?? {})) {
        if (SNIPPET.test(key)) report(atKey(ingress.at('metadata', 'annotations', key)), `"${key}" is part of the configuration of the shared controller`)
      }
    },
    ConfigMap(configMap, { report }) {
      if (configMap.value.data?.['allow-snippet-annotations'] !== 'true') return
      report(configMap.at('data', 'allow-snippet-annotations'), 'allow-snippet-annotations is true: every Ingress can change the configuration of the controller')
    },
  },
})
