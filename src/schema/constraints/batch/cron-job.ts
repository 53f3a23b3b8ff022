import type { CronJobSpec } from 'kubernetes-types/batch/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { atLeast, constraints, format, on, oneOf, required, since } from '../../constraints.ts'
import { cronSchedule, hasTimeZone } from '../../../formats/cron.ts'
import type { Format } from '../../../formats/format.ts'
import { timeZone } from '../../../formats/time-zone.ts'
import { nearest } from '../../../model/nearest.ts'

/** What is near to a zone with a region is hardly another one. */
const knownZone: Format = (text) => {
  const reason = timeZone(text)
  const meant = reason !== undefined && text.includes('/') ? nearest(text, Intl.supportedValuesOf('timeZone')) : undefined
  return meant === undefined ? reason : `must be a time zone of the tz database; did you mean "${meant}"?`
}

export default constraints(
  {
    id: 'valid-cron-job',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require schedules that a clock can meet.',
    why: 'The API server refuses a CronJob whose schedule no clock meets.',
    howToFix: 'Write five fields (minute, hour, day of month, month, day of week) and name the time zone in `timeZone`.',
    references: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#writing-a-cronjob-spec'],
    peers: { 'kube-linter': ['mismatching-selector'], 'kube-score': ['deployment-pod-selector-labels-match-template-metadata-labels', 'statefulset-pod-selector-labels-match-template-metadata-labels', 'cronjob-restartpolicy'], kubescape: ['C-0296'], popeye: ['508'], datree: ['CRONJOB_INVALID_SCHEDULE_VALUE'] },
    bad: [
      {
        title: 'an hour that no clock has',
        yaml: yaml`
          apiVersion: batch/v1
          kind: CronJob
          metadata:
            name: report
          spec:
            schedule: 0 25 * * 1 # ✖ schedule "0 25 * * 1" has "25" for the hour, which is outside 0–23
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
        title: 'a word in another case',
        yaml: yaml`
          apiVersion: batch/v1
          kind: CronJob
          metadata:
            name: report
          spec:
            schedule: 0 3 * * *
            concurrencyPolicy: forbid # ✖ concurrencyPolicy is "forbid", must be "Allow", "Forbid" or "Replace"; did you mean "Forbid"?
            jobTemplate:
              spec:
                template:
                  spec:
                    restartPolicy: Never
                    containers:
                      - name: app
                        image: example.com/app:1.0
        `,
        fixed: yaml`
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
                    restartPolicy: Never
                    containers:
                      - name: app
                        image: example.com/app:1.0
        `,
      },
    ],
    good: [
      {
        title: 'one o’clock on Mondays',
        yaml: yaml`
          apiVersion: batch/v1
          kind: CronJob
          metadata:
            name: report
          spec:
            schedule: 0 1 * * 1
            timeZone: Europe/Berlin
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
  },
  [
    on<CronJobSpec>('batch/v1 CronJobSpec', () => ({
      fields: {
        schedule: required(
          format('a schedule of five fields', cronSchedule),
          since('1.29', format('without a time zone', (text) => (hasTimeZone(text) ? 'must not name a time zone: that is what timeZone is for' : undefined))),
        ),
        timeZone: format('a time zone of the IANA database', knownZone, { empty: true }),
        startingDeadlineSeconds: atLeast(0),
        successfulJobsHistoryLimit: atLeast(0),
        failedJobsHistoryLimit: atLeast(0),
        concurrencyPolicy: oneOf('Allow', 'Forbid', 'Replace'),
      },
    })),
  ],
)
