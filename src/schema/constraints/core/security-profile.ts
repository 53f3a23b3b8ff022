import type { AppArmorProfile, Pod, PodTemplateSpec, SeccompProfile, SecurityProfileOCI } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { localDescendingPath } from '../../../formats/paths.ts'
import type { Step } from '../../../model/field-path.ts'
import type { Container, Loose } from '../../../model/kinds.ts'
import { checkedElsewhere, constraints, on, required, type TypeCheckContext } from '../../constraints.ts'
import { mustBe } from '../../sentence.ts'

const TYPES = ['Localhost', 'RuntimeDefault', 'Unconfined']
const MAX_PROFILE_BYTES = 4095
const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod'
const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/'
const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/'
const LOCALHOST = 'localhost/'

type Profile = Loose<SeccompProfile> | Loose<AppArmorProfile>
type Annotated = Loose<Pod> | Loose<PodTemplateSpec>

/** Whether it is for a profile of the node. `alone` says that the server looks at the profile whatever the type is. */
function checkType(profile: Profile, alone: boolean, { report }: TypeCheckContext): boolean {
  const { type = '', localhostProfile } = profile
  if (type === '') report(['type'], 'Required', 'is required')
  else if (!TYPES.includes(type)) report(['type'], 'NotSupported', mustBe(TYPES, type))
  if (type === 'Localhost') return true
  if (localhostProfile !== undefined && (alone || TYPES.includes(type))) report(['localhostProfile'], 'Invalid', 'can be set only for the type Localhost', { echo: !TYPES.includes(type) })
  return false
}

function checkSeccomp(profile: Loose<SeccompProfile>, context: TypeCheckContext): void {
  // The field is there since 1.38, while the type is still behind a gate.
  if (profile.oci !== undefined && profile.type !== 'OCI') context.report(['oci'], 'Invalid', 'can be set only for the type OCI')
  if (!checkType(profile, true, context)) return
  const { localhostProfile } = profile
  if (localhostProfile === undefined) context.report(['localhostProfile'], 'Required', 'is required for the type Localhost')
  else for (const reason of localDescendingPath(localhostProfile) ?? []) context.report(['localhostProfile'], 'Invalid', reason)
}

function checkAppArmor(profile: Loose<AppArmorProfile>, context: TypeCheckContext): void {
  if (!checkType(profile, false, context)) return
  const { localhostProfile = '' } = profile
  if (localhostProfile === '') return context.report(['localhostProfile'], 'Required', 'is required for the type Localhost')
  if (localhostProfile !== localhostProfile.trim()) context.report(['localhostProfile'], 'Invalid', 'must not begin or end with white space')
  if (Buffer.byteLength(localhostProfile) > MAX_PROFILE_BYTES) context.report(['localhostProfile'], 'TooLong', `must be at most ${MAX_PROFILE_BYTES} bytes`)
}

/** Every container with the way to it. */
function* containersOf({ spec }: Annotated): Generator<[Container, readonly Step[]]> {
  for (const field of ['initContainers', 'containers', 'ephemeralContainers'] as const) for (const [index, container] of (spec?.[field] ?? []).entries()) yield [container as Container, ['spec', field, index]]
}

/** The annotations of old, for a pod or a template. */
class Annotations {
  private readonly pod: Annotated
  private readonly isTemplate: boolean
  private readonly context: TypeCheckContext

  constructor(pod: Annotated, isTemplate: boolean, context: TypeCheckContext) {
    this.pod = pod
    this.isTemplate = isTemplate
    this.context = context
  }

  checkSeccomp(key: string, text: string): void {
    const { report } = this.context
    // The server leaves "metadata" of a template out of the path, and puts a dot before the key.
    const printed = { path: `${this.context.path === '' ? 'metadata' : this.context.path}.annotations.${key}` }
    const place = ['metadata', 'annotations', key]
    if (text.startsWith(LOCALHOST)) for (const reason of localDescendingPath(text.slice(LOCALHOST.length)) ?? []) report(place, 'Invalid', `Annotation "${key}" has the path "${text.slice(LOCALHOST.length)}", which ${reason}`, printed)
    else if (typeOfSeccomp(text) === undefined) report(place, 'Invalid', `Annotation "${key}" must be "runtime/default", "docker/default", "unconfined" or "localhost/" and a path, not "${text}"`, printed)
    const found = key === SECCOMP_POD ? [[['spec'], this.pod.spec?.securityContext?.seccompProfile] as const] : this.containerNamed(key.slice(SECCOMP_CONTAINER.length)).map(([{ securityContext }, steps]) => [steps, securityContext?.seccompProfile] as const)
    for (const [at, profile] of found) {
      if (profile === undefined) this.context.warn(place, `Annotation "${key}" does nothing since 1.27: seccompProfile takes its place`)
      else this.compare([...at, 'securityContext', 'seccompProfile'], profile, typeOfSeccomp(text), text)
    }
  }

  checkAppArmor(key: string, text: string): void {
    const { minor, path, report, warn } = this.context
    const place = ['metadata', 'annotations', key]
    const printed = { path: `${path === '' ? 'metadata' : path}.annotations[${key}]` }
    const name = key.slice(APP_ARMOR.length)
    const containers = this.containerNamed(name)
    if (containers.length === 0 && name !== '') report(place, 'Invalid', `Annotation "${key}" is for a container that the pod does not have`, printed)
    if (text !== '' && typeOfAppArmor(text) === undefined) report(place, 'Invalid', `Annotation "${key}" must be "runtime/default", "unconfined" or "localhost/" and the name of a profile, not "${text}"`, printed)
    if (minor < 30) return
    const ofPod = this.pod.spec?.securityContext?.appArmorProfile
    for (const [container, steps] of containers) {
      const own = container.securityContext?.appArmorProfile
      if (own === undefined && ((this.isTemplate && minor < 34) || ofPod === undefined || !agree(ofPod, typeOfAppArmor(text), text))) warn(place, `Annotation "${key}" is deprecated since 1.30: appArmorProfile takes its place`)
      // In a Pod the annotation is copied into the container.
      const isCopied = !this.isTemplate && own === undefined && typeOfAppArmor(text) !== undefined && text !== LOCALHOST
      const profile = own ?? ofPod
      if (profile !== undefined && !isCopied && this.pod.spec?.os?.name !== 'windows') this.compare([...steps, 'securityContext', 'appArmorProfile'], profile, typeOfAppArmor(text), text)
    }
  }

  private containerNamed(name: string): [Container, readonly Step[]][] {
    return [...containersOf(this.pod)].filter(([container]) => container.name === name)
  }

  private compare(steps: readonly Step[], profile: Profile, type: string | undefined, text: string): void {
    if (agree(profile, type, text)) return
    const field = profile.type === type ? 'localhostProfile' : 'type'
    this.context.report([...steps, field], 'Forbidden', `must agree with the annotation, which is "${text}"`)
  }
}

const agree = ({ type, localhostProfile = '' }: Profile, written: string | undefined, text: string): boolean =>
  !TYPES.includes(type ?? '') || (type === written && (type !== 'Localhost' || `${LOCALHOST}${localhostProfile}` === text))

const typeOfAppArmor = (text: string): string | undefined => (text === 'runtime/default' ? 'RuntimeDefault' : text === 'unconfined' ? 'Unconfined' : text.startsWith(LOCALHOST) ? 'Localhost' : undefined)
const typeOfSeccomp = (text: string): string | undefined => (text === 'docker/default' ? 'RuntimeDefault' : typeOfAppArmor(text))

const checkAnnotations = (isTemplate: boolean) => (pod: Annotated, context: TypeCheckContext) => {
  const annotations = pod.metadata?.annotations
  for (const key in annotations) {
    if (key === SECCOMP_POD || key.startsWith(SECCOMP_CONTAINER)) new Annotations(pod, isTemplate, context).checkSeccomp(key, annotations[key]!)
    else if (key.startsWith(APP_ARMOR)) new Annotations(pod, isTemplate, context).checkAppArmor(key, annotations[key]!)
  }
}

export default constraints(
  {
    id: 'valid-security-profile',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require seccomp and AppArmor profiles of a known type, with a path or name where the type needs one.',
    why: 'The API server refuses a profile of an unknown type, and a localhost profile of another type or without its path.',
    howToFix: 'Use the types RuntimeDefault and Unconfined alone, and Localhost with `localhostProfile`.',
    references: ['https://kubernetes.io/docs/tutorials/security/seccomp/', 'https://kubernetes.io/docs/tutorials/security/apparmor/'],
    peers: { kubeaudit: ['SeccompDeprecatedAnnotations', 'AppArmorInvalidAnnotation'] },
    bad: [
      {
        title: 'the name of the annotation of old, and a profile without its path',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            securityContext:
              seccompProfile:
                type: runtime/default # ✖ type is "runtime/default", must be "Localhost", "RuntimeDefault" or "Unconfined"; did you mean "RuntimeDefault"?
            containers:
              - name: app
                image: nginx:1.27
                securityContext:
                  appArmorProfile: # ✖ localhostProfile is missing, but required for the type Localhost
                    type: Localhost
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
            securityContext:
              seccompProfile:
                type: runtimeDefault # ✖ type is "runtimeDefault", must be "Localhost", "RuntimeDefault" or "Unconfined"; did you mean "RuntimeDefault"?
            containers:
              - name: app
                image: example.com/app:1.0
        `,
        fixed: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            securityContext:
              seccompProfile:
                type: RuntimeDefault
            containers:
              - name: app
                image: example.com/app:1.0
        `,
      },
    ],
    good: [
      {
        title: 'the profile of the runtime, and one of the node',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            securityContext:
              seccompProfile:
                type: RuntimeDefault
            containers:
              - name: app
                image: nginx:1.27
                securityContext:
                  appArmorProfile:
                    type: Localhost
                    localhostProfile: nginx
        `,
      },
    ],
  },
  [
    on<SeccompProfile>('core/v1 SeccompProfile', () => ({ fields: { type: checkedElsewhere }, check: checkSeccomp })),
    on<SecurityProfileOCI>('core/v1 SecurityProfileOCI', () => ({ fields: { ref: required() } })),
    on<AppArmorProfile>('core/v1 AppArmorProfile', () => ({ fields: { type: checkedElsewhere }, check: checkAppArmor })),
    on<Pod>('core/v1 Pod', () => ({ check: checkAnnotations(false) })),
    on<PodTemplateSpec>('core/v1 PodTemplateSpec', () => ({ check: checkAnnotations(true) })),
  ],
)
