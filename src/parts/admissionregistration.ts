// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import admissionregistrationAdmissionPolicyBinding from '../schema/constraints/admissionregistration/admission-policy-binding.ts'
import admissionregistrationAdmissionPolicy from '../schema/constraints/admissionregistration/admission-policy.ts'
import admissionregistrationAdmissionRule from '../schema/constraints/admissionregistration/admission-rule.ts'
import admissionregistrationWebhookConfiguration from '../schema/constraints/admissionregistration/webhook-configuration.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    admissionregistrationAdmissionPolicyBinding,
    admissionregistrationAdmissionPolicy,
    admissionregistrationAdmissionRule,
    admissionregistrationWebhookConfiguration,
  ],
}
