import type { LifecycleHandler } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { checkedElsewhere, constraints, on } from '../../constraints.ts'
import { checkHandler, firstHandler } from './probe.ts'

const DEFAULT_GRACE_SECONDS = 30

/** Not in the package of types. */
interface SleepAction {
  seconds: number
}

export default constraints(
  {
    id: 'valid-lifecycle-hook',
    since: '0.1.0',
    summary: 'Require lifecycle hooks with exactly one handler that can end in time.',
    why: 'The API server refuses a hook with no handler or with several, and a sleep that is longer than the time in which the pod must stop.',
    howToFix: 'Keep one of `exec`, `httpGet` and `sleep`, and raise `terminationGracePeriodSeconds` above the sleep.',
    references: ['https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/'],
    bad: [
      {
        title: 'a sleep beyond the grace period, and two handlers',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: nginx:1.27
                lifecycle:
                  postStart:
                    exec:
                      command: ['true']
                    httpGet: # ✖ httpGet cannot be set together with exec
                      port: 80
                  preStop:
                    sleep: # ✖ sleep must be at most the grace period of 30 seconds
                      seconds: 60
        `,
      },
    ],
    good: [
      {
        title: 'a sleep within the grace period',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            terminationGracePeriodSeconds: 90
            containers:
              - name: app
                image: nginx:1.27
                lifecycle:
                  preStop:
                    sleep:
                      seconds: 60
        `,
      },
    ],
  },
  [
    on<LifecycleHandler>('core/v1 LifecycleHandler', () => ({
      exactlyOneOf: ['exec', 'httpGet', 'tcpSocket', 'sleep'],
      check(handler, context) {
        const { minor, pod, report } = context
        checkHandler(handler as never, context)
        // The field was behind a gate before.
        if (firstHandler(handler as never) !== 'sleep' || minor < 30) return
        const seconds = handler.sleep?.seconds ?? 0
        const written = pod?.spec.terminationGracePeriodSeconds ?? DEFAULT_GRACE_SECONDS
        const grace = written < 0 && pod?.template !== true ? 1 : written
        if (seconds < 0 || (seconds === 0 && minor < 33)) report(['sleep'], 'Invalid', `must be at least ${minor < 33 ? 1 : 0} seconds`)
        else if (seconds > grace) report(['sleep'], 'Invalid', `must be at most the grace period of ${grace} seconds`)
      },
    })),
    on<SleepAction>('core/v1 SleepAction', () => ({ fields: { seconds: checkedElsewhere } })),
  ],
)
