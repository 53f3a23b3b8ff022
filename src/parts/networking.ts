// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import networkingNoIgnoredNetworkRule from '../rules/networking/no-ignored-network-rule.ts'
import networkingNoUnlistedTlsHost from '../rules/networking/no-unlisted-tls-host.ts'
import securityNoAnnotationInjection from '../rules/security/no-annotation-injection.ts'
import networkingIngressClass from '../schema/constraints/networking/ingress-class.ts'
import networkingIngress from '../schema/constraints/networking/ingress.ts'
import networkingIpAddress from '../schema/constraints/networking/ip-address.ts'
import networkingNetworkPolicy from '../schema/constraints/networking/network-policy.ts'
import networkingServiceCidr from '../schema/constraints/networking/service-cidr.ts'

export const part: Part = {
  rules: [
    named(networkingNoIgnoredNetworkRule, 'networking', 'no-ignored-network-rule'),
    named(networkingNoUnlistedTlsHost, 'networking', 'no-unlisted-tls-host'),
    named(securityNoAnnotationInjection, 'security', 'no-annotation-injection'),
  ],
  constraintSets: [
    networkingIngressClass,
    networkingIngress,
    networkingIpAddress,
    networkingNetworkPolicy,
    networkingServiceCidr,
  ],
  constrained: "networking/v1 IngressClassSpec\nnetworking/v1 IngressClassParametersReference\nnetworking/v1 Ingress\nnetworking/v1 IngressSpec\nnetworking/v1 IngressTLS\nnetworking/v1 IngressRule\nnetworking/v1 HTTPIngressRuleValue\nnetworking/v1 HTTPIngressPath\nnetworking/v1 IngressBackend\nnetworking/v1 IngressServiceBackend\nnetworking/v1alpha1 IPAddressSpec\nnetworking/v1alpha1 ParentReference\nnetworking/v1beta1 IPAddressSpec\nnetworking/v1beta1 ParentReference\nnetworking/v1 IPAddressSpec\nnetworking/v1 ParentReference\nnetworking/v1 NetworkPolicySpec\nnetworking/v1 NetworkPolicyPort\nnetworking/v1 NetworkPolicyPeer\nnetworking/v1 IPBlock\nnetworking/v1alpha1 ServiceCIDRSpec\nnetworking/v1beta1 ServiceCIDRSpec\nnetworking/v1 ServiceCIDRSpec",
}
