/** Rules about images and resources. */
import { eachContainer, type ExportedRule, type ExportedValidation } from './exported-rule.ts'
import { MOVING_TAGS, TAG_COMMIT, TAG_VARIANT } from '../../formats/image-tag.ts'

const fixed = (...validations: ExportedValidation[]): ExportedRule => ({ on: 'pods', validations: () => validations })

/** A tag moves when one of its parts does, and no other pins it. */
const MOVES = `(?i):(${TAG_VARIANT}[-_])*(${MOVING_TAGS.join('|')})([-_]${TAG_VARIANT})*$`
const IS_PINNED = `(?i):([^:/]*[-_])?${TAG_COMMIT}([-_][^:/]*)?$`
const IS_SNAPSHOT = '(?i):([^:/]*[-._])?snapshot$'
const IS_MOVING = `(c.image.matches('${IS_SNAPSHOT}') || (c.image.matches('${MOVES}') && !c.image.matches('${IS_PINNED}')))`

/** Before 1.34 the API server drops `resources` of a pod. */
const has = (list: 'limits' | 'requests', resource: string, minor: number): string =>
  `c.?resources.?${list}[?'${resource}'].hasValue()${minor >= 34 ? ` || variables.spec.?resources.?${list}[?'${resource}'].hasValue()` : ''}`

/** An init container is gone before the pod serves, and a hook says less than what runs in the end. */
const required = (list: 'limits' | 'requests', resource: string, problem: string): ExportedRule => ({
  on: 'pods',
  validations: (minor) => [eachContainer(['variables.isHook', '!has(c.image)', has('limits', resource, minor), ...(list === 'requests' ? [has('requests', resource, minor)] : [])].join(' || '), problem, 'longRunning')],
})

export const CONTAINERS: Readonly<Record<string, ExportedRule>> = {
  'no-cpu-limit': fixed(eachContainer("!c.?resources.?limits[?'cpu'].hasValue()", 'has a CPU limit')),
  'no-floating-image-tag': fixed(eachContainer(`!has(c.image) || c.image.contains('@') || (c.image.matches(':[^:/]*$') && !${IS_MOVING})`, 'has an image without a tag, or with a tag that moves')),
  'no-implicit-registry': fixed(eachContainer("!has(c.image) || c.image.matches('^([^/]*[.:A-Z][^/]*|localhost)/')", 'has an image without a registry')),
  'require-cpu-limit': required('limits', 'cpu', 'sets no CPU limit'),
  'require-cpu-request': required('requests', 'cpu', 'sets no CPU request'),
  'require-ephemeral-storage': fixed(eachContainer("!has(c.image) || c.?resources.?limits[?'ephemeral-storage'].hasValue()", 'sets no ephemeral-storage limit', 'longRunning')),
  'require-equal-request': fixed(
    eachContainer("!has(c.image) || (c.?resources.?limits[?'memory'].hasValue() ? quantity(c.?resources.?requests[?'memory'].orValue(c.resources.limits['memory'])).compareTo(quantity(c.resources.limits['memory'])) == 0 : !c.?resources.?requests[?'memory'].hasValue())", 'requests another amount of memory than its limit'),
  ),
  'require-image-digest': fixed(eachContainer("!has(c.image) || c.image.contains('@')", 'has an image without a digest')),
  'require-memory-limit': required('limits', 'memory', 'sets no memory limit'),
  'require-memory-request': required('requests', 'memory', 'sets no memory request'),
  'require-pull-always': fixed(eachContainer("!has(c.image) || c.image.contains('@') || c.imagePullPolicy == 'Always'", 'is not pulled with Always')),
  'require-read-only-root-filesystem': fixed(
    eachContainer("!has(c.image) || variables.spec.?os.?name.orValue('') == 'windows' || variables.spec.?nodeSelector[?'kubernetes.io/os'].orValue('') == 'windows' || c.?securityContext.?readOnlyRootFilesystem.orValue(false)", 'has a writable root file system'),
  ),
}
