import type { MutatingWebhook, MutatingWebhookConfiguration, ServiceReference, ValidatingWebhook, ValidatingWebhookConfiguration, WebhookClientConfig } from 'kubernetes-types/admissionregistration/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { dns1035Label, dnsSubdomain } from '../../../formats/names.ts'
import type { Loose } from '../../../model/kinds.ts'
import { atMostItems, between, checkedElsewhere, constraints, embedded, format, on, oneOfSet, required, requiredSet, type TypeCheckContext } from '../../constraints.ts'
import { refuseStaticName } from '../../static-manifest-names.ts'
import { checkWebhookClientConfig } from '../../webhook-client-config.ts'

const VERSION = 'admissionregistration/v1'
/** Versions of AdmissionReview that the server speaks. */
const SPOKEN = ['v1', 'v1beta1']

/** Unlike other lists of reasons, one error of the server. */
function webhookName(name: string): string | undefined {
  const reasons = dnsSubdomain(name)
  if (reasons !== undefined) return reasons[0]
  return name.split('.').length < 3 ? 'must have at least three parts, such as pods.example.com' : undefined
}

function checkVersions({ admissionReviewVersions = [] }: Loose<ValidatingWebhook>, { report }: TypeCheckContext): void {
  const at = 'admissionReviewVersions'
  for (const [index, version] of admissionReviewVersions.entries()) {
    const first = admissionReviewVersions.indexOf(version)
    if (first < index) report([at, index], 'Invalid', `already used by ${at}[${first}]`, { related: { steps: [at, first], message: 'first here' } })
    else for (const reason of dns1035Label(version) ?? []) report([at, index], 'Invalid', reason)
  }
  if (admissionReviewVersions.length > 0 && !admissionReviewVersions.some((version) => SPOKEN.includes(version))) report([at], 'Invalid', `must have "${SPOKEN.join('" or "')}"`)
}

const fields = {
  name: required(format('a DNS subdomain of at least three parts', webhookName)),
  clientConfig: embedded(`${VERSION} WebhookClientConfig`),
  failurePolicy: oneOfSet('Ignore', 'Fail'),
  matchPolicy: oneOfSet('Exact', 'Equivalent'),
  sideEffects: [requiredSet(oneOfSet('None', 'NoneOnDryRun'))],
  timeoutSeconds: between(1, 30),
  admissionReviewVersions: required(),
  matchConditions: atMostItems(64),
}
const rest = { ownDuplicates: true, unique: { matchConditions: { key: 'name', of: ({ name }: { readonly name?: string | undefined }) => name } } } as const
const unique = { webhooks: { key: 'name', of: ({ name }: { readonly name?: string | undefined }) => name } }

export default constraints(
  {
    id: 'valid-webhook-configuration',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require admission webhooks with a name, an address, and what the API server has to know of them.',
    why: 'The API server refuses a webhook that it could not call: one without a URL or a Service, without a version of AdmissionReview that it speaks, or that does not say whether it has side effects.',
    howToFix: 'Give each webhook a name of at least three parts, `sideEffects: None` or `NoneOnDryRun`, `admissionReviewVersions: [v1]`, and a `clientConfig` with a `url` that begins with "https://" or a `service`.',
    references: ['https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/'],
    bad: [
      {
        title: 'a short name, a time that is too long, a URL without encryption',
        yaml: yaml`
          apiVersion: admissionregistration.k8s.io/v1
          kind: ValidatingWebhookConfiguration
          metadata:
            name: images
          webhooks:
            - name: images # ✖ name is "images", must have at least three parts, such as pods.example.com
              admissionReviewVersions: [v2] # ✖ admissionReviewVersions must have "v1" or "v1beta1"
              sideEffects: Some # ✖ sideEffects is "Some", must be "None" or "NoneOnDryRun"; did you mean "None"?
              timeoutSeconds: 60 # ✖ timeoutSeconds is 60, must be between 1 and 30
              clientConfig:
                url: http://images.example.com # ✖ url is "http://images.example.com", must begin with "https://"
        `,
      },
      {
        title: 'a word in another case',
        yaml: yaml`
          apiVersion: admissionregistration.k8s.io/v1
          kind: ValidatingWebhookConfiguration
          metadata:
            name: policy
          webhooks:
            - name: policy.example.com
              admissionReviewVersions: [v1]
              sideEffects: none # ✖ sideEffects is "none", must be "None" or "NoneOnDryRun"; did you mean "None"?
              failurePolicy: Fail
              clientConfig:
                url: https://policy.example.com/validate
        `,
        fixed: yaml`
          apiVersion: admissionregistration.k8s.io/v1
          kind: ValidatingWebhookConfiguration
          metadata:
            name: policy
          webhooks:
            - name: policy.example.com
              admissionReviewVersions: [v1]
              sideEffects: None
              failurePolicy: Fail
              clientConfig:
                url: https://policy.example.com/validate
        `,
      },
    ],
    good: [
      {
        title: 'a Service of the cluster',
        yaml: yaml`
          apiVersion: admissionregistration.k8s.io/v1
          kind: ValidatingWebhookConfiguration
          metadata:
            name: images
          webhooks:
            - name: images.example.com
              admissionReviewVersions: [v1]
              sideEffects: None
              timeoutSeconds: 5
              clientConfig:
                service:
                  name: images
                  namespace: default
                  path: /validate
        `,
      },
    ],
  },
  [
    on<ValidatingWebhookConfiguration>(`${VERSION} ValidatingWebhookConfiguration`, () => ({ unique, check: refuseStaticName })),
    on<MutatingWebhookConfiguration>(`${VERSION} MutatingWebhookConfiguration`, () => ({ unique, check: refuseStaticName })),
    on<ValidatingWebhook>(`${VERSION} ValidatingWebhook`, () => ({ ...rest, fields, check: checkVersions })),
    on<MutatingWebhook>(`${VERSION} MutatingWebhook`, () => ({ ...rest, fields: { ...fields, reinvocationPolicy: oneOfSet('Never', 'IfNeeded') }, check: checkVersions })),
    on<WebhookClientConfig>(`${VERSION} WebhookClientConfig`, () => ({ check: (config, context) => checkWebhookClientConfig(config, [], context.path, context) })),
    on<ServiceReference>(`${VERSION} ServiceReference`, () => ({ fields: { name: checkedElsewhere, namespace: checkedElsewhere } })),
  ],
)
