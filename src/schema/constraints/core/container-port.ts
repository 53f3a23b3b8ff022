import type { Container as CoreContainer, ContainerPort, PodSpec } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import type { Step } from '../../../model/field-path.ts'
import type { Container, Loose } from '../../../model/kinds.ts'
import { constraints, format, on, oneOf, required, type Check, type ReportOptions, type TypeCheckContext } from '../../constraints.ts'
import { Seen } from '../../seen.ts'
import { portName, portNumber } from '../../../formats/ports.ts'

type Port = Loose<ContainerPort>

const number = (): Check => ({
  describes: '1 to 65535',
  test(value) {
    // 0 is not set.
    const reason = typeof value === 'number' && value !== 0 ? portNumber(value) : undefined
    return reason === undefined ? undefined : { code: 'Invalid', message: reason as string }
  },
})

const protocolOf = ({ protocol = '' }: Port): string => (protocol === '' ? 'TCP' : protocol)

/** The host port that counts: in the network of the node a Pod's ports are host ports, too. A template is not filled in. */
function hostPortOf({ hostPort = 0, containerPort = 0 }: Port, { pod }: TypeCheckContext): number {
  return hostPort === 0 && pod?.spec.hostNetwork === true && !pod.template ? containerPort : hostPort
}

function checkHostPorts(spec: Loose<PodSpec>, context: TypeCheckContext): void {
  const claim = (seen: Seen, port: Port, steps: readonly Step[], printed: ReportOptions): void => {
    const hostPort = hostPortOf(port, context)
    const earlier = hostPort === 0 ? undefined : seen.before(`${protocolOf(port)}/${port.hostIP ?? ''}/${hostPort}`, steps)
    if (earlier !== undefined) context.report(steps, 'Duplicate', `Host port ${hostPort}/${protocolOf(port)} is ${earlier.message}`, { ...earlier, ...printed })
  }
  const taken = new Seen()
  for (const [index, { ports = [] }] of (spec.containers ?? []).entries()) {
    for (const [at, port] of ports.entries()) {
      const hostPort = hostPortOf(port, context)
      const steps = ['containers', index, 'ports', at, 'hostPort']
      claim(taken, port, steps, {})
      if (spec.hostNetwork === true && hostPort !== 0 && hostPort !== (port.containerPort ?? 0)) context.report(steps, 'Invalid', 'must equal containerPort in the network of the host')
    }
  }
  for (const [index, { ports = [] }] of (spec.initContainers ?? []).entries()) {
    // They run one after the other. The server prints every one as the first.
    const own = new Seen()
    for (const [at, port] of ports.entries()) claim(own, port, ['initContainers', index, 'ports', at, 'hostPort'], { path: `${context.path}.initContainers[0].ports[${at}].hostPort` })
  }
}

/** A port that was met before, or is at hand. */
interface SeenPort {
  order: number
  hostPort: number
  hostIP: string
}

/** Ports by what may hide a later one of the same number and protocol: of each kind the first is kept, so that thousands of ports need not be compared with each other. */
class SeenPorts {
  private readonly first = new Map<string, SeenPort>()

  add(id: string, port: SeenPort): void {
    const { hostPort, hostIP } = port
    for (const key of [id, `${id} ${hostPort}`, `${id} ${hostPort} ${hostIP}`]) if (!this.first.has(key)) this.first.set(key, port)
  }

  /** The first that it is the same as, or that has no host port while it has one, or that has no host address while it has one; and the other way round. */
  find(id: string, { hostPort, hostIP }: SeenPort): SeenPort | undefined {
    if (hostPort === 0) return this.first.get(id)
    const keys = hostIP === '' ? [`${id} 0`, `${id} ${hostPort}`] : [`${id} 0`, `${id} ${hostPort} ${hostIP}`, `${id} ${hostPort} `]
    return firstOf(keys.map((key) => this.first.get(key)))
  }

  findSame(id: string, { hostPort, hostIP }: SeenPort): SeenPort | undefined {
    return this.first.get(`${id} ${hostPort} ${hostIP}`)
  }
}

const firstOf = (ports: readonly (SeenPort | undefined)[]): SeenPort | undefined =>
  ports.reduce((first, port) => (first === undefined || (port !== undefined && port.order < first.order) ? port : first), undefined)

/** What the server only warns of: ports that hide each other. Of two containers that run at the same time the rule no-port-collision says so. */
function warnOfPorts(spec: Loose<PodSpec>, context: TypeCheckContext): void {
  const { minor, warn } = context
  const ofInit = new SeenPorts()
  const ofPassing = new SeenPorts()
  const ofMain = new SeenPorts()
  const names = new Map<string, readonly [string, number, ...Step[]]>()
  let order = 0
  const visit = (field: string, containers: readonly Container[]): void => {
    for (const [index, container] of containers.entries()) {
      const isLasting = field === 'containers' || (container as { restartPolicy?: string }).restartPolicy === 'Always'
      const own = new SeenPorts()
      for (const [at, port] of (container.ports ?? []).entries()) {
        if (port.containerPort === undefined) continue
        const steps = [field, index, 'ports', at]
        const { containerPort, hostIP = '', name = '' } = port
        // Its absence has been said.
        if (containerPort === undefined) continue
        const hostPort = hostPortOf(port, context)
        if (hostIP !== '' && hostPort === 0) warn(steps, `Port ${containerPort} has a hostIP without hostPort`)
        const owner = names.get(name)
        if (minor >= 33 && name !== '' && owner !== undefined && (owner[0] !== field || owner[1] !== index)) {
          warn([...steps, 'name'], `already used by ${owner[0]}[${owner[1]}]: whoever looks for the port finds only that one`, { related: { steps: [...owner, 'name'], message: 'first here' } })
        } else if (name !== '') names.set(name, [field, index, 'ports', at])
        const id = `${containerPort}/${protocolOf(port)}`
        const self = { order: order++, hostPort, hostIP }
        // Between main containers a host port that is taken is refused as well: then that rule is silent.
        const other = isLasting
          ? firstOf([own.find(id, self), ofPassing.find(id, self), field === 'containers' && hostPort !== 0 ? ofMain.findSame(id, self) : undefined])
          : ofInit.find(id, self)
        if (other !== undefined) warn(steps, `Port ${id} ${describeClash(self, other)}`)
        own.add(id, self)
        if (field === 'containers') ofMain.add(id, self)
        else ofInit.add(id, self)
        if (!isLasting) ofPassing.add(id, self)
      }
    }
  }
  visit('initContainers', spec.initContainers ?? [])
  visit('containers', spec.containers ?? [])
}

function describeClash(port: SeenPort, other: SeenPort): string {
  if (port.hostPort !== other.hostPort) return 'is defined with and without a host port'
  if (port.hostIP === other.hostIP) return 'is defined twice'
  return port.hostPort === 0 ? 'is defined with and without a host port' : 'is defined for one host address and for all'
}

export default constraints(
  {
    id: 'valid-container-port',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require ports that the API server takes, and host ports that do not collide.',
    why: 'The API server refuses a pod with a port out of range, an unknown protocol, a malformed or repeated name, or a host port twice.',
    howToFix: 'Use numbers from 1 to 65535, the protocols TCP, UDP and SCTP in capitals, and names of at most 15 lower case letters, digits and "-".',
    references: ['https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports'],
    peers: { 'kube-score': ['container-ports-check'], 'kube-linter': ['invalid-target-ports'] },
    bad: [
      {
        title: 'a name that is too long, a protocol in lower case, a host port twice',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: nginx:1.27
                ports:
                  - name: application-http # ✖ name is "application-http", must be at most 15 characters
                    containerPort: 8080
                    hostPort: 80
                  - name: dns
                    containerPort: 53
                    protocol: udp # ✖ protocol is "udp", must be "TCP", "UDP" or "SCTP"; did you mean "UDP"?
                  - name: other
                    containerPort: 8081
                    hostPort: 80 # ✖ Host port 80/TCP is already used by ports[0]
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
                ports:
                  - containerPort: 53
                    protocol: udp # ✖ protocol is "udp", must be "TCP", "UDP" or "SCTP"; did you mean "UDP"?
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
                ports:
                  - containerPort: 53
                    protocol: UDP
        `,
      },
    ],
    good: [
      {
        title: 'one host port for each protocol',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: dns
          spec:
            containers:
              - name: app
                image: coredns:1.12
                ports:
                  - name: dns
                    containerPort: 53
                    hostPort: 53
                    protocol: UDP
                  - name: dns-tcp
                    containerPort: 53
                    hostPort: 53
                    protocol: TCP
        `,
      },
    ],
  },
  [
    on<ContainerPort>('core/v1 ContainerPort', () => ({
      ownDuplicates: true,
      fields: {
        name: format('a port name', portName),
        containerPort: required(number()),
        hostPort: number(),
        protocol: oneOf('TCP', 'UDP', 'SCTP'),
      },
      check(port, context) {
        // The host port that a Pod gets is judged like one that is written.
        if ((port.hostPort ?? 0) !== 0 || hostPortOf(port, context) === 0 || !/\.(?:initC|c)ontainers\[/.test(context.path)) return
        const reason = portNumber(hostPortOf(port, context))
        if (reason !== undefined) context.report(['hostPort'], 'Invalid', `defaults to the containerPort ${hostPortOf(port, context)} in the network of the host, ${reason as string}`)
      },
    })),
    // A malformed name is that first of all.
    on<CoreContainer>('core/v1 Container', () => ({ unique: { ports: { key: 'name', of: ({ name }) => (name !== undefined && portName(name) === undefined ? name : undefined) } } })),
    on<PodSpec>('core/v1 PodSpec', () => ({
      check(spec, context) {
        checkHostPorts(spec, context)
        warnOfPorts(spec, context)
      },
    })),
  ],
)
