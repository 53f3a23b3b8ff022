import type { HostAlias, PodOS, PodReadinessGate, PodSchedulingGate, PodSpec } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import type { Loose } from '../../../model/kinds.ts'
import { between, checkedElsewhere, constraints, format, on, oneOf, type Check, type TypeCheckContext } from '../../constraints.ts'
import { Seen } from '../../seen.ts'
import { canonicalIp, canonicalIpText, legacyIp, parseIp, strictIp } from '../../../formats/ip.ts'
import { dnsLabel, dnsSubdomain, dnsSubdomainWithUnderscore, labelValue, qualifiedName } from '../../../formats/names.ts'

type Steps = readonly (string | number)[]

const MAX_NAMESERVERS = 3
const MAX_SEARCHES = 32
const MAX_SEARCH_CHARACTERS = 2048
const MAX_HOSTNAME_BYTES = 64

/** Strict since 1.36; a warning before that, and for other ways of writing an address, since 1.33. */
function checkIp(steps: Steps, text: string, { minor, report, warn }: TypeCheckContext): void {
  const reason = (minor >= 36 ? strictIp(text) : legacyIp(text)) as string | undefined
  if (reason !== undefined) report(steps, 'Invalid', reason)
  else if (minor >= 33 && canonicalIpText(text) !== undefined) warn(steps, `Address "${text}" is not in canonical form: write "${canonicalIp(parseIp(text)!)}"`)
}

function checkDns({ dnsPolicy, dnsConfig }: Loose<PodSpec>, context: TypeCheckContext): void {
  const { minor, report } = context
  const { nameservers = [], searches = [], options = [] } = dnsConfig ?? {}
  if (dnsPolicy === 'None' && nameservers.length === 0) {
    report(dnsConfig === undefined ? ['dnsConfig'] : ['dnsConfig', 'nameservers'], 'Required', 'is required when dnsPolicy is "None"')
    return
  }
  if (nameservers.length > MAX_NAMESERVERS) report(['dnsConfig', 'nameservers'], 'Invalid', `must have at most ${MAX_NAMESERVERS} items`)
  for (const [index, address] of nameservers.entries()) checkIp(['dnsConfig', 'nameservers', index], address, context)
  if (searches.length > MAX_SEARCHES) report(['dnsConfig', 'searches'], 'Invalid', `must have at most ${MAX_SEARCHES} items`)
  if (searches.join(' ').length > MAX_SEARCH_CHARACTERS) report(['dnsConfig', 'searches'], 'Invalid', `must have at most ${MAX_SEARCH_CHARACTERS} characters together`)
  for (const [index, search] of searches.entries()) {
    if (minor >= 33 && search === '.') continue
    const name = search.endsWith('.') ? search.slice(0, -1) : search
    for (const reason of (minor >= 33 ? dnsSubdomainWithUnderscore : dnsSubdomain)(name) ?? []) report(['dnsConfig', 'searches', index], 'Invalid', reason)
  }
  for (const [index, { name = '' }] of options.entries()) if (name === '') report(['dnsConfig', 'options', index], 'Required', 'must have a name')
}

function checkHostAliases(aliases: readonly Loose<HostAlias>[], context: TypeCheckContext): void {
  const seen = new Seen()
  for (const [index, { ip = '', hostnames = [] }] of aliases.entries()) {
    checkIp(['hostAliases', index, 'ip'], ip, context)
    const earlier = seen.before(ip, ['hostAliases', index, 'ip'])
    if (earlier !== undefined) context.warn(['hostAliases', index, 'ip'], earlier.message, earlier)
    for (const [at, hostname] of hostnames.entries()) for (const reason of dnsSubdomain(hostname) ?? []) context.report(['hostAliases', index, 'hostnames', at], 'Invalid', reason)
  }
}

function checkNodeSelector(labels: Readonly<Record<string, string | undefined>>, { path, report }: TypeCheckContext): void {
  const printed = { path: `${path}.nodeSelector` }
  for (const [key, value = ''] of Object.entries(labels)) {
    for (const reason of qualifiedName(key) ?? []) report(['nodeSelector', key], 'Invalid', `Node label key "${key}" ${reason}`, printed)
    for (const reason of labelValue(value) ?? []) report(['nodeSelector', key], 'Invalid', `Node label "${key}" is "${value}", ${reason}`, printed)
  }
}

function checkGates({ schedulingGates = [], nodeName = '' }: Loose<PodSpec>, { pod, report }: TypeCheckContext): void {
  const seen = new Seen()
  for (const [index, { name = '' }] of schedulingGates.entries()) {
    for (const reason of qualifiedName(name) ?? []) report(['schedulingGates', index], 'Invalid', `Gate "${name}" ${reason}`)
    const earlier = seen.before(name, ['schedulingGates', index])
    if (earlier !== undefined) report(['schedulingGates', index], 'Duplicate', `Gate "${name}" is ${earlier.message}`, earlier)
  }
  if (schedulingGates.length > 0 && nodeName !== '' && pod?.template === false) report(['nodeName'], 'Forbidden', 'cannot be set while schedulingGates hold the pod back')
}

function checkHostname(spec: Loose<PodSpec>, { report }: TypeCheckContext): void {
  const { hostnameOverride } = spec as { hostnameOverride?: string }
  if (hostnameOverride === undefined) return
  const at = ['hostnameOverride']
  if (spec.setHostnameAsFQDN === true) report(at, 'Forbidden', 'cannot be set together with setHostnameAsFQDN')
  if (spec.hostNetwork === true) report(at, 'Forbidden', 'cannot be set together with hostNetwork')
  if (Buffer.byteLength(hostnameOverride) > MAX_HOSTNAME_BYTES) report(at, 'TooLong', `must be at most ${MAX_HOSTNAME_BYTES} bytes`)
  for (const reason of dnsSubdomain(hostnameOverride) ?? []) report(at, 'Invalid', reason)
}

function warnOf({ terminationGracePeriodSeconds = 0, imagePullSecrets = [] }: Loose<PodSpec>, { pod, warn }: TypeCheckContext): void {
  if (terminationGracePeriodSeconds < 0 && pod?.template === true) warn(['terminationGracePeriodSeconds'], 'is negative, which counts as 1')
  const seen = new Seen()
  for (const [index, { name = '' }] of imagePullSecrets.entries()) {
    const earlier = name === '' ? undefined : seen.before(name, ['imagePullSecrets', index, 'name'])
    if (name === '') warn(['imagePullSecrets', index, 'name'], 'Pull secret has an empty name')
    else if (earlier !== undefined) warn(['imagePullSecrets', index, 'name'], earlier.message, earlier)
  }
}

/** A StatefulSet gives its pods these fields itself, and the server does not look at what the template has. */
const ofOwnPod = (check: Check): Check => ({ ...check, test: (value, context) => (context.kind === 'StatefulSet' ? undefined : check.test?.(value, context)) })

export default constraints(
  {
    id: 'valid-pod-spec',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require policies, names and addresses of a pod that the API server takes.',
    why: 'The API server refuses a pod with an unknown policy, a malformed host name, node label or address, or DNS settings that leave nothing to ask.',
    howToFix: 'Write policies as the documentation spells them, and names in lower case letters, digits and "-".',
    references: ['https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec'],
    bad: [
      {
        title: 'policies in lower case, no name server, a host name with a dot',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            restartPolicy: always # ✖ restartPolicy is "always", must be "Always", "OnFailure" or "Never"; did you mean "Always"?
            dnsPolicy: None
            dnsConfig: # ✖ nameservers is missing, but required when dnsPolicy is "None"
              searches:
                - example.com
            hostname: web.example # ✖ hostname is "web.example", must consist of lower case letters, digits and "-"
            hostAliases:
              - ip: localhost # ✖ ip is "localhost", must be an IP address such as 10.9.8.7 or 2001:db8::ffff
                hostnames:
                  - web
            containers:
              - name: app
                image: nginx:1.27
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
            dnsPolicy: clusterFirst # ✖ dnsPolicy is "clusterFirst", must be "ClusterFirstWithHostNet", "ClusterFirst", "Default" or "None"; did you mean "ClusterFirst"?
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
            dnsPolicy: ClusterFirst
            containers:
              - name: app
                image: example.com/app:1.0
        `,
      },
    ],
    good: [
      {
        title: 'a name server of its own',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            restartPolicy: Always
            dnsPolicy: None
            dnsConfig:
              nameservers:
                - 10.0.0.10
            containers:
              - name: app
                image: nginx:1.27
        `,
      },
    ],
  },
  [
    on<PodSpec>('core/v1 PodSpec', () => ({
      fields: {
        restartPolicy: oneOf('Always', 'OnFailure', 'Never'),
        dnsPolicy: oneOf('ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'),
        serviceAccountName: format('a DNS subdomain', dnsSubdomain),
        nodeName: format('a DNS subdomain', dnsSubdomain),
        hostname: ofOwnPod(format('a DNS label', dnsLabel)),
        subdomain: ofOwnPod(format('a DNS label', dnsLabel)),
        priorityClassName: format('a DNS subdomain', dnsSubdomain),
        runtimeClassName: format('a DNS subdomain', dnsSubdomain, { empty: true }),
        activeDeadlineSeconds: between(1, 2 ** 31 - 1),
      },
      dropped: { hostnameOverride: '1.34', resources: '1.33', schedulingGroup: 'always', evictionResponders: 'always', workloadRef: 'always' },
      check(spec, context) {
        const { report } = context
        if (spec.preemptionPolicy === '') report(['preemptionPolicy'], 'Required', 'is required')
        else if (spec.preemptionPolicy !== undefined && spec.preemptionPolicy !== 'PreemptLowerPriority' && spec.preemptionPolicy !== 'Never') report(['preemptionPolicy'], 'NotSupported', 'must be "PreemptLowerPriority" or "Never"')
        if (spec.os !== undefined) {
          const name = spec.os.name ?? ''
          if (name === '') report(['os', 'name'], 'Required', 'is required')
          else if (name !== 'linux' && name !== 'windows') report(['os'], 'NotSupported', `Operating system "${name}" must be "linux" or "windows"`)
        }
        if (spec.nodeSelector !== undefined) checkNodeSelector(spec.nodeSelector, context)
        if (spec.hostAliases !== undefined) checkHostAliases(spec.hostAliases, context)
        for (const [index, { conditionType = '' }] of (spec.readinessGates ?? []).entries()) for (const reason of qualifiedName(conditionType) ?? []) report(['readinessGates', index, 'conditionType'], 'Invalid', reason)
        // The field of old stands in for an empty one.
        if ((spec.serviceAccountName ?? '') === '' && spec.serviceAccount !== undefined && spec.serviceAccount !== '') {
          for (const reason of dnsSubdomain(spec.serviceAccount) ?? []) report(['serviceAccount'], 'Invalid', reason, { path: `${context.path}.serviceAccountName` })
        }
        checkDns(spec, context)
        checkGates(spec, context)
        checkHostname(spec, context)
        warnOf(spec, context)
      },
    })),
    on<HostAlias>('core/v1 HostAlias', () => ({ fields: { ip: checkedElsewhere } })),
    on<PodReadinessGate>('core/v1 PodReadinessGate', () => ({ fields: { conditionType: checkedElsewhere } })),
    on<PodSchedulingGate>('core/v1 PodSchedulingGate', () => ({ ownDuplicates: true, fields: { name: checkedElsewhere } })),
    on<PodOS>('core/v1 PodOS', () => ({ fields: { name: checkedElsewhere } })),
  ],
)
