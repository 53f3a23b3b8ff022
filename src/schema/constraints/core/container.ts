import type { Container, EphemeralContainer, PodSpec } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import type { Loose } from '../../../model/kinds.ts'
import { checkedElsewhere, constraints, format, on, oneOf, required, type TypeCheckContext } from '../../constraints.ts'
import { Seen } from '../../seen.ts'
import { dnsLabel } from '../../../formats/names.ts'
import { mustBe } from '../../sentence.ts'

/** Fields newer than the package of types. */
interface RestartRule {
  readonly action?: string
  readonly exitCodes?: { readonly operator?: string; readonly values?: readonly number[] }
}
type AnyContainer = Loose<Container> & { readonly restartPolicyRules?: readonly RestartRule[] }

const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'] as const
const MESSAGE_POLICIES = ['File', 'FallbackToLogsOnError'] as const
const RESTART_POLICIES = ['Always', 'Never', 'OnFailure']

function checkRestart(container: AnyContainer, { minor, field, report }: TypeCheckContext): void {
  const { restartPolicy, restartPolicyRules = [] } = container
  const init = field === 'initContainers'
  if (minor >= 35) {
    if (restartPolicy !== undefined && !RESTART_POLICIES.includes(restartPolicy)) report(['restartPolicy'], 'NotSupported', mustBe(RESTART_POLICIES, restartPolicy))
  } else if (restartPolicy !== undefined && !init) report(['restartPolicy'], 'Forbidden', 'can be set on init containers only')
  else if (restartPolicy !== undefined && restartPolicy !== 'Always' && minor >= 29) report(['restartPolicy'], 'NotSupported', 'must be "Always", which makes a sidecar')
  if (minor < 35) return
  if (restartPolicyRules.length > 0 && restartPolicy === undefined) report(['restartPolicy'], 'Required', 'is required when restartPolicyRules is set')
  if (restartPolicyRules.length > 20) report(['restartPolicyRules'], minor === 35 ? 'TooLong' : 'TooMany', 'must have at most 20 items')
  if (minor === 35 && init && restartPolicy === 'Always' && restartPolicyRules.length > 0) report(['restartPolicyRules'], 'Forbidden', 'cannot be set on a sidecar')
  const actions = minor >= 36 ? ['Restart', 'RestartAllContainers'] : ['Restart']
  for (const [index, { action = '', exitCodes }] of restartPolicyRules.entries()) {
    const at = ['restartPolicyRules', index]
    if (!actions.includes(action)) report([...at, 'action'], 'NotSupported', mustBe(actions, action))
    if (exitCodes === undefined) {
      report([...at, 'exitCodes'], 'Required', 'is required')
      continue
    }
    if (exitCodes.operator !== 'In' && exitCodes.operator !== 'NotIn') report([...at, 'exitCodes', 'operator'], 'NotSupported', 'must be "In" or "NotIn"')
    if ((exitCodes.values?.length ?? 0) > 255) report([...at, 'exitCodes', 'values'], minor === 35 ? 'TooLong' : 'TooMany', 'must have at most 255 items')
  }
}

/** Behind a gate until then. */
const DROPPED = { resizePolicy: '1.32', restartPolicyRules: '1.34' }
/** What an ephemeral container cannot have. */
const NOT_EPHEMERAL = ['ports', 'resources', 'livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle', 'resizePolicy', 'restartPolicy', 'restartPolicyRules'] as const
const NOT_PLAIN_INIT = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const
/** A lifecycle of nothing but a stop signal, which is behind a gate. */
const isDropped = (value: object): boolean => Object.keys(value).join() === 'stopSignal'

function checkImage(image: string | undefined, { pod, report }: TypeCheckContext): void {
  if (image !== undefined && image !== '' && pod?.template !== true && image !== image.trim()) report(['image'], 'Invalid', 'must not begin or end with white space')
}

export default constraints(
  {
    id: 'valid-container',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require containers that the API server takes: a name, an image, known policies.',
    why: 'The API server refuses a pod with a container that lacks its name or image, or whose name is taken or no DNS label.',
    howToFix: 'Give every container an image and a name of its own, of lower case letters, digits and "-".',
    references: ['https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container'],
    peers: { kyverno: ['block-ephemeral-containers'] },
    bad: [
      {
        title: 'a malformed name, a name twice, no image, an unknown policy',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            initContainers:
              - name: init-myService # ✖ name is "init-myService", must consist of lower case letters, digits and "-"
                image: busybox:1.37
              - name: app # ✖ name is "app", already used by containers[0]
                image: busybox:1.37
            containers:
              - name: app
                image: nginx:1.27
                imagePullPolicy: always # ✖ imagePullPolicy is "always", must be "Always", "IfNotPresent" or "Never"; did you mean "Always"?
              - name: side # ✖ containers[1].image is required but missing
        `,
      },
      {
        title: 'a word in another case',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: example.com/app:1.0
                imagePullPolicy: always # ✖ imagePullPolicy is "always", must be "Always", "IfNotPresent" or "Never"; did you mean "Always"?
        `,
        fixed: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: example.com/app:1.0
                imagePullPolicy: Always
        `,
      },
    ],
    good: [
      {
        title: 'names, images and policies that exist',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            initContainers:
              - name: init-my-service
                image: busybox:1.37
            containers:
              - name: app
                image: nginx:1.27
                imagePullPolicy: IfNotPresent
        `,
      },
    ],
  },
  [
    on<PodSpec>('core/v1 PodSpec', () => ({
      fields: { containers: required() },
      check({ containers = [], initContainers = [], ephemeralContainers = [] }, { report }) {
        const names = new Seen()
        for (const [field, all] of [['containers', containers], ['initContainers', initContainers], ['ephemeralContainers', ephemeralContainers]] as const) {
          for (const [index, { name = '' }] of all.entries()) {
            // Two that are missing are alike, too.
            const earlier = names.before(name, [field, index, 'name'])
            if (earlier !== undefined) report([field, index, 'name'], 'Duplicate', earlier.message, earlier)
          }
        }
        if (ephemeralContainers.length > 0) report(['ephemeralContainers'], 'Forbidden', 'are added to a running pod, and cannot be there before')
      },
    })),
    on<Container>('core/v1 Container', () => ({
      ownDuplicates: true,
      fields: {
        name: required(format('a DNS label', dnsLabel)),
        image: required(),
        imagePullPolicy: oneOf(...PULL_POLICIES),
        terminationMessagePolicy: oneOf(...MESSAGE_POLICIES),
      },
      dropped: DROPPED,
      check(container, context) {
        checkImage(container.image, context)
        checkRestart(container as AnyContainer, context)
        if (context.field !== 'initContainers' || container.restartPolicy === 'Always') return
        for (const field of NOT_PLAIN_INIT) {
          if (container[field] === undefined || isDropped(container[field])) continue
          context.report([field], 'Forbidden', 'can be set on an init container only when it always restarts')
          context.skip(field)
        }
      },
    })),
    on<RestartRule>('core/v1 ContainerRestartRule', () => ({ fields: { action: checkedElsewhere } })),
    on<NonNullable<RestartRule['exitCodes']>>('core/v1 ContainerRestartRuleOnExitCodes', () => ({ fields: { operator: checkedElsewhere } })),
    on<EphemeralContainer>('core/v1 EphemeralContainer', () => ({
      ownDuplicates: true,
      fields: {
        name: required(format('a DNS label', dnsLabel)),
        image: required(),
        imagePullPolicy: oneOf(...PULL_POLICIES),
        terminationMessagePolicy: oneOf(...MESSAGE_POLICIES),
      },
      dropped: DROPPED,
      check(container, context) {
        const { pod, report } = context
        checkImage(container.image, context)
        const others = [...(pod?.spec.containers ?? []), ...(pod?.spec.initContainers ?? [])]
        const target = container.targetContainerName ?? ''
        if (target !== '' && !others.some(({ name }) => name === target)) report(['targetContainerName'], 'NotFound', 'is not a container of the pod')
        for (const [index, mount] of (container.volumeMounts ?? []).entries()) {
          for (const field of ['subPath', 'subPathExpr'] as const) if ((mount[field] ?? '') !== '') report(['volumeMounts', index, field], 'Forbidden', 'cannot be set on an ephemeral container')
        }
        for (const field of NOT_EPHEMERAL) {
          const value = (container as Record<string, unknown>)[field]
          // An empty list is one for the server, empty resources and an empty text are nothing.
          const isNothing = value === undefined || value === '' || (field === 'resources' && Object.keys(value as object).length === 0)
          if (!isNothing) report([field], 'Forbidden', 'cannot be set on an ephemeral container')
        }
      },
    })),
  ],
)
