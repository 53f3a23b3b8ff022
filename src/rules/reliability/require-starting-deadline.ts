import { defineRule, yaml } from '../../engine/define-rule.ts'
import { shownAt } from '../../model/place.ts'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Require CronJobs to say until when a missed run may be made up for.',
  why: 'Without `startingDeadlineSeconds`, a CronJob that was suspended, or whose controller was away, starts late at any hour; after 100 missed runs it says nothing but an error.',
  howToFix: 'Set `startingDeadlineSeconds` to how late a run is still of use, not below 10.',
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#starting-deadline'],
  peers: {
    'kube-score': ['cronjob-has-deadline'],
    datree: ['CRONJOB_MISSING_STARTINGDEADLINESECOND_KEY'],
    kics: ['CronJob Deadline Not Configured'],
  },
  fixable: 'unsafe',
  options: {
    suggested: { default: 200, description: 'The seconds that the fix writes.' },
  },
  bad: [
    {
      title: 'no deadline',
      yaml: yaml`
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: report # ✖ CronJob "report" sets no startingDeadlineSeconds
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
          startingDeadlineSeconds: 200
      `,
    },
  ],
  good: [
    {
      title: 'an hour late is fine',
      yaml: yaml`
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: report
        spec:
          schedule: 0 3 * * *
          startingDeadlineSeconds: 3600
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
      if (job.value.spec === undefined || job.value.spec.startingDeadlineSeconds !== undefined) return
      report(shownAt(job.at('spec', 'startingDeadlineSeconds'), job.at('metadata', 'name')), `CronJob "${job.name}" sets no startingDeadlineSeconds`, (fix) => fix.insertBelow(job.at('spec'), ['startingDeadlineSeconds'], options.suggested))
    },
  },
})
