import { defineRule, yaml } from '../../engine/define-rule.ts'
import { placeOf } from '../../model/place.ts'
import { secretForm } from '../../model/secret-value.ts'
import { Flag } from '../../parser/tape.ts'

/** No key or token is shorter. */
const SHORTEST = 20

export default defineRule({
  severity: 'error',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow keys and tokens of known forms anywhere in an object.',
  why: 'Annotations and custom resources are as readable as a ConfigMap. Whoever has the repository has the key.',
  howToFix: 'Revoke it, put the new one into a Secret, and name that in its place.',
  references: ['https://kubernetes.io/docs/concepts/security/secrets-good-practices/'],
  peers: {
    datree: ['ALL_EXPOSED_SECRET_BITBUCKET', 'ALL_EXPOSED_SECRET_GCP', 'ALL_EXPOSED_SECRET_AWS', 'ALL_EXPOSED_SECRET_GITHUB', 'ALL_EXPOSED_SECRET_GITLAB', 'ALL_EXPOSED_SECRET_TERRAFORM', 'ALL_EXPOSED_SECRET_HEROKU', 'ALL_EXPOSED_SECRET_JWT', 'ALL_EXPOSED_SECRET_LAUNCHDARKLY', 'ALL_EXPOSED_SECRET_NEWRELIC', 'ALL_EXPOSED_SECRET_NPM', 'ALL_EXPOSED_SECRET_STRIPE', 'ALL_EXPOSED_SECRET_TWILIO', 'ALL_EXPOSED_SECRET_VAULT', 'ALL_EXPOSED_SECRET_PRIVATEKEY'],
    sonar: ['S6418'],
    semgrep: ['secrets-in-config-file'],
  },
  bad: [
    {
      title: 'in an annotation and in a custom resource',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          annotations:
            example.com/upload-key: AKIAQ3EGRT5ZJ7XWLM4P # ✖ Service "web" holds an AWS access key
        spec:
          selector:
            app: web
        ---
        apiVersion: shop.example.com/v1
        kind: Order
        metadata:
          name: first
        spec:
          key: AKIAQ3EGRT5ZJ7XWLM4P # ✖ Order "first" holds an AWS access key
      `,
    },
  ],
  good: [
    {
      title: 'a Secret is the place for it',
      yaml: yaml`
        apiVersion: v1
        kind: Secret
        metadata:
          name: upload
        stringData:
          key: AKIAQ3EGRT5ZJ7XWLM4P
      `,
    },
  ],
  visit: {
    object(object, { report }) {
      if (object.kind === 'Secret' || object.kind === 'CustomResourceDefinition') return
      const { tape, root } = object
      for (let node = root + 1, end = tape.next(root); node < end; node++) {
        if (!tape.isScalar(node) || tape.end(node) - tape.start(node) < SHORTEST || tape.has(node, Flag.hidden | Flag.shared)) continue
        const text = tape.scalar(node)
        const found = typeof text === 'string' ? secretForm(text) : undefined
        if (found !== undefined) report(placeOf(object, node), `${object.kind} "${object.name}" holds ${found}`)
      }
    },
  },
})
