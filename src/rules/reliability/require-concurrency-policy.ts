import { defineRule, yaml } from '../../engine/define-rule.ts'
import { shownAt } from '../../model/place.ts'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Require CronJobs to say what happens when a run is not over before the next one.',
  why: 'By default the next run starts beside it: slow runs pile up until they take the node or lock each other out.',
  howToFix: 'Set `concurrencyPolicy: Forbid` to skip the next run, or `Replace` to end the old one.',
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#concurrency-policy'],
  peers: { datree: ['CRONJOB_MISSING_CONCURRENCYPOLICY_KEY'], clusterlint: ['cronjob-concurrency'] },
  fixable: 'unsafe',
  options: {
    allow: { default: ['Forbid', 'Replace'], description: 'The policies that are fine.' },
  },
  bad: [
    {
      title: 'the default',
      yaml: yaml`
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: report # ✖ CronJob "report" runs more than once at a time: concurrencyPolicy is Allow
        spec:
          schedule: 0 3 * * *
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: OnFailure
                  containers:
                    - name: report
                      image: example.com/report:1.0
      `,
      fixed: yaml`
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: report
        spec:
          schedule: 0 3 * * *
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: OnFailure
                  containers:
                    - name: report
                      image: example.com/report:1.0
          concurrencyPolicy: Forbid
      `,
    },
  ],
  good: [
    {
      title: 'one at a time',
      yaml: yaml`
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: report
        spec:
          schedule: 0 3 * * *
          concurrencyPolicy: Forbid
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
    CronJob(job, { options, report }) {
      const { concurrencyPolicy = 'Allow' } = job.value.spec ?? {}
      if (job.value.spec === undefined || options.allow.includes(concurrencyPolicy) || !['Allow', 'Forbid', 'Replace'].includes(concurrencyPolicy)) return
      const place = job.at('spec', 'concurrencyPolicy')
      const [policy] = options.allow
      const message = `CronJob "${job.name}" ${concurrencyPolicy === 'Allow' ? 'runs more than once at a time: ' : ''}concurrencyPolicy is ${concurrencyPolicy}`
      report(shownAt(place, job.at('metadata', 'name')), message, (fix) => (policy === undefined ? undefined : place.node === -1 ? fix.insertBelow(job.at('spec'), ['concurrencyPolicy'], policy) : fix.replaceText(place, policy)))
    },
  },
})
