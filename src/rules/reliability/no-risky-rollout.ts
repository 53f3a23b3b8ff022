import { defineRule, yaml } from '../../engine/define-rule.ts'
import { valuesAt } from '../../model/value-path.ts'

/** Proxies of nodes need that long to hear that pods are gone. */
const LEAST_DELAY = 30

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow Argo Rollouts that wait for ever, cannot go back, or stop pods too early.',
  why: 'A pause without a duration waits until somebody comes; without revisions there is nothing to go back to; pods that stop within 30 seconds still get traffic.',
  howToFix: 'Set `duration` of each pause, `revisionHistoryLimit` to at least 1, `scaleDownDelaySeconds` to at least 30, and `progressDeadlineAbort` where there is a deadline.',
  references: ['https://argo-rollouts.readthedocs.io/en/stable/features/specification/'],
  peers: {
    datree: ['ARGO_ROLLOUT_MISSING_PAUSE_DURATION', 'ARGO_WORKFLOW_INCORRECT_REVISION_HISTORY_LIMIT_VALUE_0', 'ARGO_ROLLOUT_INCORRECT_SCALE_DOWN_DELAY_VALUE_BELOW_30', 'ARGO_ROLLOUT_INCORRECT_PROGRESS_DEADLINE_ABORT_VALUE_FALSE'],
  },
  bad: [
    {
      title: 'a pause without an end, and a deadline without consequences',
      yaml: yaml`
        apiVersion: argoproj.io/v1alpha1
        kind: Rollout
        metadata:
          name: web
        spec:
          revisionHistoryLimit: 0 # ✖ revisionHistoryLimit is 0, so no rollback is possible
          progressDeadlineSeconds: 600 # ✖ Rollout "web" is retried after its deadline: progressDeadlineAbort is not true
          strategy:
            canary:
              steps:
                - setWeight: 20
                - pause: {} # ✖ steps[1].pause sets no duration, so it waits until somebody resumes it
      `,
    },
    {
      title: 'pods that stop at once',
      yaml: yaml`
        apiVersion: argoproj.io/v1alpha1
        kind: Rollout
        metadata:
          name: web
        spec:
          strategy:
            blueGreen:
              scaleDownDelaySeconds: 5 # ✖ scaleDownDelaySeconds is 5, must be at least 30
      `,
    },
  ],
  good: [
    {
      title: 'an hour, and the defaults',
      yaml: yaml`
        apiVersion: argoproj.io/v1alpha1
        kind: Rollout
        metadata:
          name: web
        spec:
          progressDeadlineSeconds: 600
          progressDeadlineAbort: true
          strategy:
            canary:
              steps:
                - setWeight: 20
                - pause:
                    duration: 1h
      `,
    },
  ],
  visit: {
    object(object, { report }) {
      if (object.kind !== 'Rollout' || !object.apiVersion.startsWith('argoproj.io/')) return
      const scalarAt = (...steps: string[]) => valuesAt(object, ['spec', ...steps])[0]
      const [limit, delay, deadline, abort] = [scalarAt('revisionHistoryLimit'), scalarAt('strategy', 'blueGreen', 'scaleDownDelaySeconds'), scalarAt('progressDeadlineSeconds'), scalarAt('progressDeadlineAbort')]
      if (limit?.scalar === '0') report(limit.place, 'revisionHistoryLimit is 0, so no rollback is possible')
      if (deadline?.isMissing === false && abort !== undefined && abort.scalar !== 'true' && abort.scalar !== null) report(abort.isMissing ? deadline.place : abort.place, `Rollout "${object.name}" is retried after its deadline: progressDeadlineAbort is not true`)
      if (typeof delay?.scalar === 'string' && Number(delay.scalar) < LEAST_DELAY) report(delay.place, `scaleDownDelaySeconds is ${delay.scalar}, must be at least ${LEAST_DELAY}`)
      const durations = valuesAt(object, ['spec', 'strategy', 'canary', 'steps', '*', 'pause', 'duration'])
      for (const [index, { isMissing, place }] of valuesAt(object, ['spec', 'strategy', 'canary', 'steps', '*', 'pause']).entries()) {
        if (!isMissing && durations[index]?.isMissing === true) report(place, `steps[${index}].pause sets no duration, so it waits until somebody resumes it`)
      }
    },
  },
})
