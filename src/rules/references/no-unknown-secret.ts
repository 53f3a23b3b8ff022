import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import type { KubernetesObject } from '../../model/object.ts'
import { type ReferenceOptions, referenceOptions, reportKeys, reportUses, reportUsesOfPod } from '../../engine/reference-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow a Secret, or a key of it, that is not there.',
  why: 'The container does not start, the image cannot be pulled, or the Ingress answers with the certificate of another host.',
  howToFix: 'Write the name and a key of a Secret in the same namespace, or `optional: true`. What lives elsewhere can be named in the setting `external`: `Secret/*-tls`. What cert-manager, External Secrets, Sealed Secrets and other controllers make counts as being there.',
  references: ['https://kubernetes.io/docs/concepts/configuration/secret/#using-a-secret'],
  peers: { 'kube-linter': ['env-value-from'], popeye: ['304', '305', '407', '401'], kubevious: ['env-secret-ref', 'env-from-secret-ref', 'volume-secret-ref', 'gateway/certificate-ref'], monokle: ['LNK001', 'LNK002'] },
  fixable: 'unsafe',
  crossObject: true,
  needsSeveral: true,
  options: referenceOptions('near'),
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
                    secretKeyRef:
                      name: db-credentails # ✖ Secret "db-credentails" is not in these manifests; did you mean "db-credentials"?
                      key: user
        ---
        apiVersion: v1
        kind: Secret
        metadata:
          name: db-credentials
        stringData:
          user: web
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
                    secretKeyRef:
                      name: db-credentials
                      key: user
        ---
        apiVersion: v1
        kind: Secret
        metadata:
          name: db-credentials
        stringData:
          user: web
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
                    secretKeyRef:
                      name: db-credentials
                      key: usr # ✖ Secret "db-credentials" has no key "usr"; did you mean "user"?
        ---
        apiVersion: v1
        kind: Secret
        metadata:
          name: db-credentials
        stringData:
          user: web
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
                    secretKeyRef:
                      name: db-credentials
                      key: user
        ---
        apiVersion: v1
        kind: Secret
        metadata:
          name: db-credentials
        stringData:
          user: web
      `,
    },
    {
      title: 'one that has no certificate, and one that has no credentials',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          tls:
            - hosts: [shop.example.com]
              secretName: web # ✖ Secret "web" has no key "tls.crt"
          rules:
            - host: shop.example.com
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: web
        imagePullSecrets:
          - name: web # ✖ Secret "web" has no key ".dockerconfigjson" or ".dockercfg"
        ---
        apiVersion: v1
        kind: Secret
        metadata:
          name: web
        stringData:
          user: web
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
                    secretKeyRef:
                      name: db-credentials
                      key: user
        ---
        apiVersion: v1
        kind: Secret
        metadata:
          name: db-credentials
        stringData:
          user: web
      `,
    },
    {
      title: 'one that a controller makes',
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
                    secretKeyRef:
                      name: shop-tls
                      key: tls.crt
        ---
        apiVersion: v1
        kind: Secret
        metadata:
          name: db-credentials
        stringData:
          user: web
        ---
        apiVersion: cert-manager.io/v1
        kind: Certificate
        metadata:
          name: shop
        spec:
          secretName: shop-tls
          issuerRef:
            name: letsencrypt
      `,
    },
  ],
  visit: {
    podSpec: (pod, context) => reportUsesOfPod(pod, SECRET, context, judge),
    Gateway: visit,
    Ingress: visit,
    ServiceAccount: visit,
  },
})

const SECRET: ReadonlySet<string> = new Set(['Secret'])
const judge = reportKeys('key')

function visit(object: KubernetesObject, context: Context<ReferenceOptions>): void {
  // cert-manager makes the Secrets that such an Ingress or Gateway names.
  const annotations = Object.keys(object.value.metadata?.annotations ?? {})
  if (!annotations.some((name) => name.startsWith('cert-manager.io/') || name === 'kubernetes.io/tls-acme')) reportUses(object, SECRET, context, judge)
}
