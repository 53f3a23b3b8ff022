import { defineRule, yaml } from '../../engine/define-rule.ts'

/** Kueue starts such a Job when there is room for it. */
const QUEUE = 'kueue.x-k8s.io/queue-name'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow Jobs and CronJobs that are suspended.',
  why: 'Often it is left over from an incident, and nobody notices that the backup has not run since.',
  howToFix: 'Delete `suspend`, or the whole Job. A queue such as Kueue suspends Jobs on purpose: switch the rule off there.',
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-suspension'],
  peers: { popeye: ['1500'] },
  bad: [
    {
      title: 'never runs',
      yaml: yaml`
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: report
        spec:
          schedule: 0 3 * * *
          suspend: true # ✖ CronJob "report" is suspended
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
      title: 'runs',
      yaml: yaml`
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: report
        spec:
          schedule: 0 3 * * *
          suspend: false
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
      if (job.value.spec?.suspend === true) report(job.at('spec', 'suspend'), `CronJob "${job.name}" is suspended`)
    },
    Job(job, { report }) {
      if (job.value.spec?.suspend === true && job.value.metadata?.labels?.[QUEUE] === undefined) report(job.at('spec', 'suspend'), `Job "${job.name}" is suspended`)
    },
  },
})
