import { defineRule, yaml } from '../../engine/define-rule.ts'
import { atKey, below } from '../../model/place.ts'

/** Files of the controller and Lua, as its own list of forbidden words has them. */
const OF_CONTROLLER = /_by_lua|\/etc\/(?:passwd|shadow|group|nginx|ingress-controller)|\/var\/run\/secrets|\/root\/|\/var\/run\/kubernetes\/serviceaccount|\b(?:alias|root)\s+\S+;/
const SNIPPET = /^[\w.-]+\/(?:[\w-]+-)?snippets?$/

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow snippets of nginx configuration in annotations, paths to files of the controller, and the setting that allows snippets.',
  why: 'A snippet becomes part of the configuration of the shared controller: whoever may write an Ingress reads the Secrets of all namespaces with it.',
  howToFix: 'Use the annotations that exist for the purpose, and leave `allow-snippet-annotations` of the controller at `false`, which is the default since 1.9.',
  references: ['https://github.com/kubernetes/kubernetes/issues/126811', 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations-risk/'],
  peers: {
    checkov: ['CKV_K8S_152', 'CKV_K8S_153', 'CKV_K8S_154'],
    kubescape: ['C-0059'],
    datree: ['INGRESS_CVE2021_25742_INCORRECT_SERVER_SNIPPET_KEY', 'CONFIGMAP_CVE2021_25742_INCORRECT_SNIPPET_ANNOTATIONS_VALUE'],
    kyverno: ['disallow-ingress-nginx-custom-snippets', 'nginx-ingress/restrict-annotations', 'restrict-ingress-paths', 'check-ingress-nginx-controller-version-and-annotation-policy'],
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
      title: 'a file of the controller',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          rules:
            - http:
                paths:
                  - path: /var/run/secrets/kubernetes.io # ✖ path reaches into the controller with "/var/run/secrets"
                    pathType: Prefix
                    backend:
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
      for (const [key, value = ''] of Object.entries(ingress.value.metadata?.annotations ?? {})) {
        if (SNIPPET.test(key)) report(atKey(ingress.at('metadata', 'annotations', key)), `"${key}" is part of the configuration of the shared controller`)
        else if (!key.startsWith('kubectl.kubernetes.io/') && OF_CONTROLLER.test(value)) report(ingress.at('metadata', 'annotations', key), `"${key}" reaches into the controller with "${OF_CONTROLLER.exec(value)![0]}"`)
      }
      for (const [index, { http }] of (ingress.value.spec?.rules ?? []).entries()) {
        for (const [at, { path = '' }] of (http?.paths ?? []).entries()) {
          const found = (OF_CONTROLLER.exec(path) ?? /^\/(?:etc|root|var\/run)(?=\/|$)/.exec(path))?.[0]
          if (found !== undefined) report(below(ingress.at('spec', 'rules', index, 'http', 'paths', at), 'path'), `path reaches into the controller with "${found}"`)
        }
      }
    },
    ConfigMap(configMap, { report }) {
      if (configMap.value.data?.['allow-snippet-annotations'] !== 'true') return
      report(configMap.at('data', 'allow-snippet-annotations'), 'allow-snippet-annotations is true: every Ingress can change the configuration of the controller')
    },
  },
})
