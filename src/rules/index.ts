// Made by scripts/generate.mjs from the names of the files.
import type { Rule } from '../engine/define-rule.ts'
import deprecationNoRemovedApi from './deprecation/no-removed-api.ts'
import securityNoPrivilegedContainer from './security/no-privileged-container.ts'
import validityNoDuplicateKey from './validity/no-duplicate-key.ts'
import validityNoDuplicateListItem from './validity/no-duplicate-list-item.ts'
import validityNoUnknownField from './validity/no-unknown-field.ts'
import validityNoUnknownKind from './validity/no-unknown-kind.ts'
import validityRequireField from './validity/require-field.ts'
import validityRequireKind from './validity/require-kind.ts'
import validityValidType from './validity/valid-type.ts'
import validityValidYaml from './validity/valid-yaml.ts'

export const rules: readonly Rule[] = [
  { ...deprecationNoRemovedApi, category: 'deprecation', id: 'no-removed-api' },
  { ...securityNoPrivilegedContainer, category: 'security', id: 'no-privileged-container' },
  { ...validityNoDuplicateKey, category: 'validity', id: 'no-duplicate-key' },
  { ...validityNoDuplicateListItem, category: 'validity', id: 'no-duplicate-list-item' },
  { ...validityNoUnknownField, category: 'validity', id: 'no-unknown-field' },
  { ...validityNoUnknownKind, category: 'validity', id: 'no-unknown-kind' },
  { ...validityRequireField, category: 'validity', id: 'require-field' },
  { ...validityRequireKind, category: 'validity', id: 'require-kind' },
  { ...validityValidType, category: 'validity', id: 'valid-type' },
  { ...validityValidYaml, category: 'validity', id: 'valid-yaml' },
]
