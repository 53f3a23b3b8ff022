import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { MutatingWebhookConfiguration, ValidatingWebhookConfiguration } from 'kubernetes-types/admissionregistration/v1'
import type { Context } from '../../engine/visitors.ts'
import { selectorMatches, type LabelSelector } from '../../formats/selector.ts'
import type { Loose } from '../../model/kinds.ts'
import type { KubernetesObject } from '../../model/object.ts'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow webhooks that can stop the cluster from healing itself.',
  why: 'When its own pods are gone, a webhook with `failurePolicy: Fail` that is also asked about pods of kube-system keeps the network and DNS from coming back, and so itself.',
  howToFix: 'Leave out `kube-system` with a `namespaceSelector` (`kubernetes.io/metadata.name NotIn (kube-system)`), or set `failurePolicy: Ignore`, and keep `timeoutSeconds` small.',
  references: ['https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/'],
  peers: {
    kubescape: ['C-0036', 'C-0039'],
    clusterlint: ['admission-controller-webhook', 'admission-controller-webhook-replacement', 'admission-controller-webhook-timeout'],
  },
  options: {
    maxTimeout: { default: 29, description: 'The most seconds that a webhook may take.' },
    namespaces: { default: ['kube-system'], description: 'Namespaces that a webhook which fails closed must leave out.' },
  },
  bad: [
    {
      title: 'asked about every pod',
      yaml: yaml`
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata:
          name: policy
        webhooks:
          - name: pods.example.com # ✖ Webhook "pods.example.com" fails closed for pods of kube-system
            admissionReviewVersions: [v1]
            sideEffects: None
            clientConfig:
              service:
                name: policy
                namespace: policy
            rules:
              - apiGroups: ['']
                apiVersions: [v1]
                operations: [CREATE]
                resources: [pods]
      `,
    },
  ],
  good: [
    {
      title: 'not asked about kube-system',
      yaml: yaml`
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata:
          name: policy
        webhooks:
          - name: pods.example.com
            admissionReviewVersions: [v1]
            sideEffects: None
            clientConfig:
              service:
                name: policy
                namespace: policy
            rules:
              - apiGroups: ['']
                apiVersions: [v1]
                operations: [CREATE]
                resources: [pods]
            namespaceSelector:
              matchExpressions:
                - key: kubernetes.io/metadata.name
                  operator: NotIn
                  values: [kube-system]
      `,
    },
    {
      title: 'fails open',
      yaml: yaml`
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata:
          name: policy
        webhooks:
          - name: pods.example.com
            admissionReviewVersions: [v1]
            sideEffects: None
            clientConfig:
              service:
                name: policy
                namespace: policy
            rules:
              - apiGroups: ['']
                apiVersions: [v1]
                operations: [CREATE]
                resources: [pods]
            failurePolicy: Ignore
      `,
    },
  ],
  visit: {
    MutatingWebhookConfiguration: check,
    ValidatingWebhookConfiguration: check,
  },
})

type Webhook = NonNullable<Loose<ValidatingWebhookConfiguration>['webhooks']>[number]

function check(configuration: KubernetesObject<ValidatingWebhookConfiguration> | KubernetesObject<MutatingWebhookConfiguration>, { options, report }: Context<{ maxTimeout: number; namespaces: readonly string[] }>): void {
  const webhooks = (configuration.value.webhooks ?? []) as readonly Webhook[]
  const at = configuration.at as KubernetesObject<ValidatingWebhookConfiguration>['at']
  for (const [index, webhook] of webhooks.entries()) {
    const { failurePolicy = 'Fail', name = '', namespaceSelector = {}, timeoutSeconds = 10 } = webhook
    if (timeoutSeconds > options.maxTimeout) report(at('webhooks', index, 'timeoutSeconds'), `Webhook "${name}" may take ${timeoutSeconds} seconds, more than ${options.maxTimeout}`)
    if (failurePolicy !== 'Fail' || !isAskedAboutPods(webhook)) continue
    const asked = options.namespaces.filter((namespace) => selectorMatches(namespaceSelector as LabelSelector, { 'kubernetes.io/metadata.name': namespace }) === true)
    if (asked.length > 0) report(at('webhooks', index, 'name'), `Webhook "${name}" fails closed for pods of ${asked.join(', ')}`)
  }
}

/** Of any label, and whatever a condition says: nobody can tell what that leaves out. */
function isAskedAboutPods({ objectSelector = {}, rules = [], ...rest }: Webhook): boolean {
  const { matchConditions = [] } = rest as { matchConditions?: readonly unknown[] }
  if (matchConditions.length > 0 || Object.values(objectSelector).some((part) => Object.keys(part ?? {}).length > 0)) return false
  return rules.some(({ apiGroups = [], operations = [], resources = [], scope = '*' }) =>
    scope !== 'Cluster' && apiGroups.some((group) => group === '' || group === '*') && operations.some((operation) => operation === 'CREATE' || operation === '*') && resources.some((resource) => ['*', '*/*', 'pods'].includes(resource)))
}
