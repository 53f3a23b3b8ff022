import { defineRule, yaml } from '../../engine/define-rule.ts'
import { referenceOptions, reportUses } from '../../engine/reference-rule.ts'
import type { KubernetesObject } from '../../model/object.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow a Certificate, or an Ingress, whose issuer is not there.',
  why: 'The certificate is never issued: cert-manager waits for the issuer.',
  howToFix: 'Write the name of an Issuer in the same namespace, or of a ClusterIssuer with `kind: ClusterIssuer`. What lives elsewhere can be named in the setting `external`: `Issuer/shop/*`.',
  references: ['https://cert-manager.io/docs/usage/certificate/'],
  peers: { kubevious: ['certificate-to-issuer-ref', 'ingress-to-cert-issuer-ref'] },
  fixable: 'unsafe',
  crossObject: true,
  needsSeveral: true,
  options: referenceOptions('unit'),
  bad: [
    {
      title: 'a misspelled name',
      yaml: yaml`
        apiVersion: cert-manager.io/v1
        kind: Certificate
        metadata:
          name: shop
        spec:
          secretName: shop-tls
          issuerRef:
            name: letsencyrpt # ✖ Issuer "letsencyrpt" is not in these manifests; did you mean "letsencrypt"?
        ---
        apiVersion: cert-manager.io/v1
        kind: Issuer
        metadata:
          name: letsencrypt
        spec:
          selfSigned: {}
      `,
      fixed: yaml`
        apiVersion: cert-manager.io/v1
        kind: Certificate
        metadata:
          name: shop
        spec:
          secretName: shop-tls
          issuerRef:
            name: letsencrypt
        ---
        apiVersion: cert-manager.io/v1
        kind: Issuer
        metadata:
          name: letsencrypt
        spec:
          selfSigned: {}
      `,
    },
  ],
  good: [
    {
      title: 'an Issuer that is there',
      yaml: yaml`
        apiVersion: cert-manager.io/v1
        kind: Certificate
        metadata:
          name: shop
        spec:
          secretName: shop-tls
          issuerRef:
            name: letsencrypt
        ---
        apiVersion: cert-manager.io/v1
        kind: Issuer
        metadata:
          name: letsencrypt
        spec:
          selfSigned: {}
      `,
    },
    {
      title: 'an Issuer that is elsewhere',
      yaml: yaml`
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
    Certificate: (object, context) => reportUses(object, ISSUERS, context),
    Ingress: (object, context) => reportUses(object as KubernetesObject, ISSUERS, context),
  },
})

const ISSUERS: ReadonlySet<string> = new Set(['Issuer', 'ClusterIssuer'])
