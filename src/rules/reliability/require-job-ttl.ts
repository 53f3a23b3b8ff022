import { defineRule, yaml } from '../../engine/define-rule.ts'
import { shownAt } from '../../model/place.ts'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Require Jobs that are deleted after they finished.',
  why: 'A finished Job stays with its pods until somebody deletes it: they fill up the API server, and the next Job of that name is refused.',
  howToFix: 'Set `ttlSecondsAfterFinished`. A CronJob cleans up by itself, with `successfulJobsHistoryLimit` and `failedJobsHistoryLimit`; there it would delete what those keep.',
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/'],
  peers: { 'kube-linter': ['job-ttl-seconds-after-finished'] },
  fixable: 'unsafe',
  options: {
    seconds: { default: 86400, description: 'What the fix writes.' },
    forbidInCronJob: { default: true, description: 'Whether the Jobs of a CronJob may not have it.' },
  },
  bad: [
    {
      title: 'stays for ever',
      yaml: yaml`
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: migrate # ✖ Job "migrate" stays after it finished: it sets no ttlSecondsAfterFinished
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: migrate
                  image: example.com/migrate:1.0
      `,
      fixed: yaml`
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: migrate
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: migrate
                  image: example.com/migrate:1.0
          ttlSecondsAfterFinished: 86400
      `,
    },
    {
      title: 'deletes what the CronJob keeps',
      yaml: yaml`
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: report
        spec:
          schedule: 0 3 * * *
          failedJobsHistoryLimit: 3
          jobTemplate:
            spec:
              ttlSecondsAfterFinished: 60 # ✖ ttlSecondsAfterFinished deletes Jobs that CronJob "report" keeps as its history
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
          failedJobsHistoryLimit: 3
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
      title: 'gone after an hour',
      yaml: yaml`
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: migrate
        spec:
          ttlSecondsAfterFinished: 3600
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: migrate
                  image: example.com/migrate:1.0
      `,
    },
  ],
  visit: {
    Job(job, { options, report }) {
      if (job.value.spec === undefined || job.value.spec.ttlSecondsAfterFinished !== undefined || job.pod?.hook === true) return
      report(shownAt(job.at('spec', 'ttlSecondsAfterFinished'), job.at('metadata', 'name')), `Job "${job.name}" stays after it finished: it sets no ttlSecondsAfterFinished`, (fix) => fix.insertBelow(job.at('spec'), ['ttlSecondsAfterFinished'], options.seconds))
    },
    CronJob(job, { options, report }) {
      if (!options.forbidInCronJob || job.value.spec?.jobTemplate?.spec?.ttlSecondsAfterFinished === undefined) return
      const place = job.at('spec', 'jobTemplate', 'spec', 'ttlSecondsAfterFinished')
      report(place, `ttlSecondsAfterFinished deletes Jobs that CronJob "${job.name}" keeps as its history`, (fix) => fix.removeField(place))
    },
  },
})
