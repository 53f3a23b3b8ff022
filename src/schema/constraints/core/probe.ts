import type { Container, ExecAction, GRPCAction, HTTPGetAction, HTTPHeader, LifecycleHandler, Probe, TCPSocketAction } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import type { Loose } from '../../../model/kinds.ts'
import { atLeast, checkedElsewhere, constraints, on, type Check, type TypeCheckContext } from '../../constraints.ts'
import { httpHeaderName } from '../../../formats/names.ts'
import { portNumber, portNumberOrName } from '../../../formats/ports.ts'

const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'] as const
type Handler = Loose<Probe> & Loose<LifecycleHandler>

/** The first handler, in the order of the server; the others are only refused, whatever is in them. */
export function firstHandler(handler: Handler): (typeof HANDLERS)[number] | undefined {
  return HANDLERS.find((name) => handler[name] !== undefined)
}

/** What a probe does, or a hook: exec, httpGet, tcpSocket and grpc mean the same in both. */
export function checkHandler(handler: Handler, { path, report }: Pick<TypeCheckContext, 'path' | 'report'>): void {
  const checkPort = (name: string, port: string | number | undefined, textAllowed: boolean) => {
    const reasons = textAllowed ? portNumberOrName(port ?? 0) : portNumber(Number(port ?? 0))
    for (const reason of reasons === undefined ? [] : [reasons].flat()) report([name, 'port'], 'Invalid', reason)
  }
  switch (firstHandler(handler)) {
    case 'exec':
      if ((handler.exec!.command?.length ?? 0) === 0) report(['exec', 'command'], 'Required', 'is required')
      return
    case 'httpGet': {
      const { port, scheme = '', httpHeaders = [] } = handler.httpGet!
      checkPort('httpGet', port, true)
      if (scheme !== '' && scheme !== 'HTTP' && scheme !== 'HTTPS') report(['httpGet', 'scheme'], 'NotSupported', 'must be "HTTP" or "HTTPS"')
      for (const [index, { name = '' }] of httpHeaders.entries()) {
        const reason = httpHeaderName(name)
        if (reason !== undefined) report(['httpGet', 'httpHeaders', index, 'name'], 'Invalid', `Header name "${name}" ${reason as string}`, { path: `${path}.httpGet.httpHeaders` })
      }
      return
    }
    case 'tcpSocket':
      return checkPort('tcpSocket', handler.tcpSocket!.port, true)
    case 'grpc':
      return checkPort('grpc', handler.grpc!.port, false)
  }
}

/** Only one success can end a failure that restarts the container. 0 counts as 1. */
const onlyOne: Check = {
  describes: 'exactly 1',
  test: (value) => (typeof value === 'number' && value !== 0 && value !== 1 ? { code: 'Invalid', message: 'must be 1 for this probe' } : undefined),
}

export default constraints(
  {
    id: 'valid-probe',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require probes with exactly one handler and sensible timings.',
    why: 'The API server refuses a probe with no handler or with several, with an invalid port, or with a threshold that has no meaning for it.',
    howToFix: 'Keep one of `exec`, `grpc`, `httpGet` and `tcpSocket`. A port is a number or the name of a container port; a number in quotes is neither.',
    references: ['https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/'],
    bad: [
      {
        title: 'no handler, two handlers, a port in quotes',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: nginx:1.27
                startupProbe: # ✖ startupProbe must have exec, httpGet, tcpSocket or grpc
                  periodSeconds: 5
                livenessProbe:
                  successThreshold: 2 # ✖ successThreshold is 2, must be 1 for this probe
                  httpGet:
                    port: "8080" # ✖ port is "8080", must be a number: remove the quotes
                readinessProbe:
                  exec:
                    command: ['true']
                  tcpSocket: # ✖ tcpSocket cannot be set together with exec
                    port: 80
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
                readinessProbe:
                  httpGet:
                    port: 8443
                    scheme: https # ✖ scheme is "https", must be "HTTP" or "HTTPS"
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
                readinessProbe:
                  httpGet:
                    port: 8443
                    scheme: HTTPS
        `,
      },
    ],
    good: [
      {
        title: 'one handler each',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: nginx:1.27
                livenessProbe:
                  httpGet:
                    path: /healthz
                    port: http
                readinessProbe:
                  successThreshold: 2
                  tcpSocket:
                    port: 80
        `,
      },
    ],
  },
  [
    on<Probe>('core/v1 Probe', () => ({
      fields: {
        initialDelaySeconds: atLeast(0),
        timeoutSeconds: atLeast(0),
        periodSeconds: atLeast(0),
        successThreshold: atLeast(0),
        failureThreshold: atLeast(0),
        terminationGracePeriodSeconds: atLeast(1),
      },
      exactlyOneOf: ['exec', 'httpGet', 'tcpSocket', 'grpc'],
      check(probe, context) {
        checkHandler(probe as Handler, context)
        if (context.field === 'readinessProbe' && probe.terminationGracePeriodSeconds !== undefined) context.report(['terminationGracePeriodSeconds'], 'Invalid', 'cannot be set on a readiness probe, which stops nothing')
      },
    })),
    on<Container>('core/v1 Container', () => ({ fields: { livenessProbe: { successThreshold: onlyOne }, startupProbe: { successThreshold: onlyOne } } })),
    // What OpenAPI calls required is Invalid, or checked with the handler.
    on<ExecAction>('core/v1 ExecAction', () => ({ fields: { command: checkedElsewhere } })),
    on<HTTPGetAction>('core/v1 HTTPGetAction', () => ({ fields: { port: checkedElsewhere }, dropped: { protocol: 'always' } })),
    on<HTTPHeader>('core/v1 HTTPHeader', () => ({ fields: { name: checkedElsewhere, value: checkedElsewhere } })),
    on<TCPSocketAction>('core/v1 TCPSocketAction', () => ({ fields: { port: checkedElsewhere } })),
    on<GRPCAction>('core/v1 GRPCAction', () => ({ fields: { port: checkedElsewhere }, dropped: { mode: 'always' } })),
  ],
)
