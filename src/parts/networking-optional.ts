// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import networkingNoOpenNetworkPolicy from '../rules/networking/no-open-network-policy.ts'
import networkingNoUnlistedIngressClass from '../rules/networking/no-unlisted-ingress-class.ts'
import networkingNoWildcardHost from '../rules/networking/no-wildcard-host.ts'
import networkingRequireIngressTls from '../rules/networking/require-ingress-tls.ts'
import networkingRequirePolicySelector from '../rules/networking/require-policy-selector.ts'
import securityNoIngressSnippet from '../rules/security/no-ingress-snippet.ts'

export const part: Part = {
  rules: [
    named(networkingNoOpenNetworkPolicy, 'networking', 'no-open-network-policy'),
    named(networkingNoUnlistedIngressClass, 'networking', 'no-unlisted-ingress-class'),
    named(networkingNoWildcardHost, 'networking', 'no-wildcard-host'),
    named(networkingRequireIngressTls, 'networking', 'require-ingress-tls'),
    named(networkingRequirePolicySelector, 'networking', 'require-policy-selector'),
    named(securityNoIngressSnippet, 'security', 'no-ingress-snippet'),
  ],
  constraintSets: [
  ],
  constrained: "",
}
