// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import deprecationNoDeprecatedApi from '../rules/deprecation/no-deprecated-api.ts'
import validityNoAmbiguousKey from '../rules/validity/no-ambiguous-key.ts'
import validityNoAmbiguousScalar from '../rules/validity/no-ambiguous-scalar.ts'
import validityNoLostText from '../rules/validity/no-lost-text.ts'
import validityNoPlaceholder from '../rules/validity/no-placeholder.ts'
import metaLabelSelector from '../schema/constraints/meta/label-selector.ts'
import metaObjectMeta from '../schema/constraints/meta/object-meta.ts'

export const part: Part = {
  rules: [
    named(deprecationNoDeprecatedApi, 'deprecation', 'no-deprecated-api'),
    named(validityNoAmbiguousKey, 'validity', 'no-ambiguous-key'),
    named(validityNoAmbiguousScalar, 'validity', 'no-ambiguous-scalar'),
    named(validityNoLostText, 'validity', 'no-lost-text'),
    named(validityNoPlaceholder, 'validity', 'no-placeholder'),
  ],
  constraintSets: [
    metaLabelSelector,
    metaObjectMeta,
  ],
  constrained: "meta/v1 LabelSelector\nmeta/v1 LabelSelectorRequirement\nmeta/v1 Object\ncore/v1 PodTemplateSpec\ncore/v1 PersistentVolumeClaimTemplate\nresource/v1beta1 ResourceClaimTemplateSpec\nresource/v1beta2 ResourceClaimTemplateSpec\nresource/v1 ResourceClaimTemplateSpec\nmeta/v1 OwnerReference",
}
