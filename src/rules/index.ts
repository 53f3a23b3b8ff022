// Made by scripts/generate.mjs from the names of the files.
import type { Rule } from '../engine/define-rule.ts'
import deprecationNoRemovedApi from './deprecation/no-removed-api.ts'
import networkingNoDuplicatePortName from './networking/no-duplicate-port-name.ts'
import networkingNoPortCollision from './networking/no-port-collision.ts'
import reliabilityNoEndOfLifeImage from './reliability/no-end-of-life-image.ts'
import reliabilityNoFloatingImageTag from './reliability/no-floating-image-tag.ts'
import reliabilityNoNakedPod from './reliability/no-naked-pod.ts'
import reliabilityRequireLivenessProbe from './reliability/require-liveness-probe.ts'
import reliabilityRequireReadinessProbe from './reliability/require-readiness-probe.ts'
import securityNoPrivilegedContainer from './security/no-privileged-container.ts'
import securityNoRetiredRegistry from './security/no-retired-registry.ts'
import validityNoDuplicateEnv from './validity/no-duplicate-env.ts'
import validityNoDuplicateKey from './validity/no-duplicate-key.ts'
import validityNoDuplicateListItem from './validity/no-duplicate-list-item.ts'
import validityNoUnknownField from './validity/no-unknown-field.ts'
import validityNoUnknownKind from './validity/no-unknown-kind.ts'
import validityRequireField from './validity/require-field.ts'
import validityRequireKind from './validity/require-kind.ts'
import validityValidImageReference from './validity/valid-image-reference.ts'
import validityValidType from './validity/valid-type.ts'
import validityValidYaml from './validity/valid-yaml.ts'

export const rules: readonly Rule[] = [
  { ...deprecationNoRemovedApi, category: 'deprecation', id: 'no-removed-api' },
  { ...networkingNoDuplicatePortName, category: 'networking', id: 'no-duplicate-port-name' },
  { ...networkingNoPortCollision, category: 'networking', id: 'no-port-collision' },
  { ...reliabilityNoEndOfLifeImage, category: 'reliability', id: 'no-end-of-life-image' },
  { ...reliabilityNoFloatingImageTag, category: 'reliability', id: 'no-floating-image-tag' },
  { ...reliabilityNoNakedPod, category: 'reliability', id: 'no-naked-pod' },
  { ...reliabilityRequireLivenessProbe, category: 'reliability', id: 'require-liveness-probe' },
  { ...reliabilityRequireReadinessProbe, category: 'reliability', id: 'require-readiness-probe' },
  { ...securityNoPrivilegedContainer, category: 'security', id: 'no-privileged-container' },
  { ...securityNoRetiredRegistry, category: 'security', id: 'no-retired-registry' },
  { ...validityNoDuplicateEnv, category: 'validity', id: 'no-duplicate-env' },
  { ...validityNoDuplicateKey, category: 'validity', id: 'no-duplicate-key' },
  { ...validityNoDuplicateListItem, category: 'validity', id: 'no-duplicate-list-item' },
  { ...validityNoUnknownField, category: 'validity', id: 'no-unknown-field' },
  { ...validityNoUnknownKind, category: 'validity', id: 'no-unknown-kind' },
  { ...validityRequireField, category: 'validity', id: 'require-field' },
  { ...validityRequireKind, category: 'validity', id: 'require-kind' },
  { ...validityValidImageReference, category: 'validity', id: 'valid-image-reference' },
  { ...validityValidType, category: 'validity', id: 'valid-type' },
  { ...validityValidYaml, category: 'validity', id: 'valid-yaml' },
]
