import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow deadlines that the CronJob controller cannot keep.',
  why: 'The controller looks at its CronJobs every 10 seconds: with a shorter deadline, runs are skipped at random.',
  howToFix: 'Set `startingDeadlineSeconds` to 10 or more; it is how late a run is still of use.',
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#starting-deadline'],
  peers: {},
  options: {
    min: { default: 10, description: 'The fewest seconds that are fine.' },
  },
  bad: [
    {
      title: 'five seconds',
      yaml: yaml`
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: report
        spec:
          schedule: 0 3 * * *
          startingDeadlineSeconds: 5 # ✖ startingDeadlineSeconds is 5, below 10 runs are skipped at random
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
      title: 'a minute',
      yaml: yaml`
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: report
        spec:
          schedule: 0 3 * * *
          startingDeadlineSeconds: 60
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
      const { startingDeadlineSeconds: seconds } = job.value.spec ?? {}
      // The API server refuses what is below zero.
      if (seconds !== undefined && seconds >= 0 && seconds < options.min) report(job.at('spec', 'startingDeadlineSeconds'), `startingDeadlineSeconds is ${seconds}, below ${options.min} runs are skipped at random`)
    },
  },
})
