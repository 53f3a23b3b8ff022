import { defineRule, yaml } from '../../engine/define-rule.ts'
import { odditiesOf } from '../../formats/cron.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow schedules that never come or come more often than they look, and steps that are larger than their range.',
  why: 'The API server takes `0 0 31 2 *`, and the job never runs; `*/60` for the minute runs once an hour, not every 60 minutes from now; `0 3 1-7 * 1` runs on seven days of the month and on every Monday, not on the first Monday.',
  howToFix: 'Name a day that the month has. Write `0` in place of a step that is too large, and put the step into the next field: every other hour is `0 */2 * * *`. Let the job itself look at one of the two kinds of days.',
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax'],
  peers: {},
  bad: [
    {
      title: 'days of the month and of the week, which is meant for both and holds for either',
      yaml: yaml`
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: report
        spec:
          schedule: 0 3 1-7 * 1 # ✖ Schedule "0 3 1-7 * 1" runs on the days "1-7" of the month, and also on the days "1" of the week: either is enough
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: OnFailure
                  containers:
                    - name: report
                      image: example.com/report:1.0
      `,
    },
    {
      title: 'the 30th of February',
      yaml: yaml`
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: report
        spec:
          schedule: 0 3 30 2 * # ✖ Schedule "0 3 30 2 *" never runs: none of its months has such a day
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: OnFailure
                  containers:
                    - name: report
                      image: example.com/report:1.0
      `,
    },
  ],
  good: [
    {
      title: 'the last days of some months',
      yaml: yaml`
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: report
        spec:
          schedule: 0 */3 31 1,3 *
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: OnFailure
                  containers:
                    - name: report
                      image: example.com/report:1.0
      `,
    },
  ],
  visit: {
    CronJob(job, { report }) {
      const { schedule } = job.value.spec ?? {}
      const oddity = schedule === undefined ? undefined : odditiesOf(schedule)
      if (oddity !== undefined) report(job.at('spec', 'schedule'), `Schedule "${schedule}" ${oddity}`)
    },
  },
})
