import { defineRule, yaml } from '../../engine/define-rule.ts'
import { below } from '../../model/place.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow a preStop hook that takes all the time that a pod has to end.',
  why: 'The hook counts into `terminationGracePeriodSeconds` (30 unless said otherwise). When it sleeps that long, the program is killed without ever being told to stop.',
  howToFix: 'Sleep less, or raise `terminationGracePeriodSeconds` to the sleep plus the time that the program needs.',
  references: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination'],
  peers: {},
  bad: [
    {
      title: 'half a minute of half a minute',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              lifecycle:
                preStop:
                  exec:
                    command: [sh, -c, sleep 30 && nginx -s quit] # ✖ preStop of container "app" sleeps for 30 of 30 seconds that the pod has to end
      `,
    },
  ],
  good: [
    {
      title: 'time is left',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          terminationGracePeriodSeconds: 60
          containers:
            - name: app
              image: example.com/app:1.0
              lifecycle:
                preStop:
                  exec:
                    command: [sleep, '30']
      `,
    },
  ],
  visit: {
    container({ at, name, pod, value }, { report }) {
      const hook = value.lifecycle?.preStop
      const grace = pod.value.terminationGracePeriodSeconds ?? 30
      const seconds = sleepOf(hook?.exec?.command ?? [])
      // The API server refuses a sleep of its own that is longer.
      const own = (hook as { sleep?: { seconds?: number } } | undefined)?.sleep?.seconds
      const message = (length: number) => `preStop of container "${name}" sleeps for ${length} of ${grace} seconds that the pod has to end`
      if (grace > 0 && seconds !== undefined && seconds >= grace) report(at('lifecycle', 'preStop', 'exec', 'command'), message(seconds))
      else if (grace > 0 && own === grace) report(below(at('lifecycle', 'preStop'), 'sleep', 'seconds'), message(own))
    },
  },
})

/** For how many seconds a command surely sleeps before all else. */
function sleepOf(command: readonly string[]): number | undefined {
  const line = /(?:^|\/)(?:ba|da|k|z)?sh$/.test(command[0] ?? '') ? (command.at(-1) ?? '') : command.join(' ')
  const seconds = /^\s*(?:\/(?:usr\/)?bin\/)?sleep ['"]?(\d{1,6})(?:s\b|\b(?![.mhd]))/.exec(line)?.[1]
  return seconds === undefined ? undefined : Number(seconds)
}
