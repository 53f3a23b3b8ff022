import type { CronJob, Job } from 'kubernetes-types/batch/v1'
import { yaml } from '../../../engine/define-rule.ts'
import type { Loose } from '../../../model/kinds.ts'
import { constraints, on, type TypeCheckContext } from '../../constraints.ts'
import { dnsLabel, generatedName, labelValue } from '../../../formats/names.ts'
import { selectorMatches, type Labels, type LabelSelector } from '../../../formats/selector.ts'
import { reportLabelsOfObject, reportMismatch, templateLabels, type Workload } from '../../workload.ts'

const NAME_LABELS = ['job-name', 'batch.kubernetes.io/job-name']
const UID_LABELS = ['controller-uid', 'batch.kubernetes.io/controller-uid']
/** Each Job adds eleven characters, and must have no more than 63. */
const LONGEST_CRON_JOB_NAME = 52
/** Stands for the uid that nobody knows before the Job exists. */
const UID = '00000000-0000-0000-0000-000000000000'
const TEMPLATE_LABELS = ['spec', 'template', 'metadata', 'labels']

/** A Job selects its pods by labels that the server makes up. */
function checkGeneratedSelector(job: Loose<Job>, selector: LabelSelector, labels: Labels, context: TypeCheckContext): void {
  const { minor, report } = context
  const generateName = job.metadata?.generateName ?? ''
  const written = job.metadata?.name ?? ''
  const name = written === '' && generateName !== '' ? generatedName(generateName) : written
  const generated: Record<string, string> = {}
  for (const label of NAME_LABELS) generated[label] = name
  for (const label of UID_LABELS) generated[label] = UID
  for (const label of NAME_LABELS) if (labels[label] !== undefined && labels[label] !== name) report([...TEMPLATE_LABELS, label], 'Invalid', `Label "${label}" must be the name of the Job, or left to the API server`, { path: `spec.template.metadata.labels[${label}]` })
  for (const label of UID_LABELS) if (labels[label] !== undefined) report([...TEMPLATE_LABELS, label], 'Invalid', `Label "${label}" must be left to the API server`, { path: `spec.template.metadata.labels[${label}]` })
  const place = written === '' ? 'generateName' : 'name'
  const made = NAME_LABELS.filter((label) => labels[label] === undefined)
  // One error for both by the newer servers.
  for (const label of minor >= 37 ? made.slice(0, 1) : made) {
    for (const reason of labelValue(name) ?? []) report(['metadata', place], 'Invalid', `The name of the Job becomes the label "${label}" of its pods, which ${reason}`, { path: 'spec.template.labels' })
  }
  const effective: LabelSelector = { ...selector, matchLabels: { [UID_LABELS[1]!]: UID, ...selector.matchLabels } }
  if (selectorMatches(effective, generated) === false) report(['spec', 'selector'], 'Invalid', 'must be left to the API server unless manualSelector is true')
  if (selectorMatches(effective, { ...generated, ...labels }) === false) reportMismatch(effective, { ...generated, ...labels }, context, ['spec'])
}

function checkSelector(job: Loose<Job>, context: TypeCheckContext): void {
  const { spec } = job
  if (spec === undefined) return
  const selector = spec.selector as LabelSelector | undefined
  const labels = templateLabels(spec as Workload)
  if (spec.manualSelector !== true) checkGeneratedSelector(job, selector ?? {}, labels, context)
  else if (selector === undefined) {
    context.report(['spec', 'selector'], 'Required', 'is required where manualSelector is true')
    context.report(['spec', 'selector'], 'Invalid', 'is missing, so that no labels match it', { path: 'spec.template.metadata.labels' })
  } else if (selectorMatches(selector, labels) === false) reportMismatch(selector, labels, context, ['spec'])
}

/** The pods of an Indexed Job are named after it. */
function checkPodNames({ metadata, spec }: Loose<Job>, { report }: TypeCheckContext): void {
  const completions = spec?.completions ?? (spec?.parallelism === undefined ? 1 : 0)
  const name = metadata?.name ?? ''
  if (spec?.completionMode !== 'Indexed' || completions <= 0 || name === '') return
  for (const reason of dnsLabel(`${name}-${completions - 1}`) ?? []) report(['metadata', 'name'], 'Invalid', `Name "${name}" makes the pod name "${name}-${completions - 1}", which ${reason}`)
}

export default constraints(
  {
    id: 'valid-job',
    since: '0.1.0',
    summary: 'Require a Job that leaves its selector to the API server, and a name that its pods can have.',
    why: 'The API server selects the pods of a Job by labels of its own, and refuses a selector or labels that disagree with them.',
    howToFix: 'Delete `selector` and the labels `job-name` and `controller-uid`, and keep the name of the Job at 63 characters.',
    references: ['https://kubernetes.io/docs/concepts/workloads/controllers/job/#specifying-your-own-pod-selector'],
    peers: { 'kube-linter': ['mismatching-selector'], 'kube-score': ['deployment-pod-selector-labels-match-template-metadata-labels', 'statefulset-pod-selector-labels-match-template-metadata-labels', 'cronjob-restartpolicy'], kubescape: ['C-0296'], popeye: ['508'] },
    bad: [
      {
        title: 'a selector of its own',
        yaml: yaml`
          apiVersion: batch/v1
          kind: Job
          metadata:
            name: migrate
          spec:
            selector: # ✖ selector must be left to the API server unless manualSelector is true
              matchLabels:
                app: migrate
            template:
              metadata:
                labels:
                  app: migrate
                  job-name: other # ✖ Label "job-name" must be the name of the Job, or left to the API server
              spec:
                restartPolicy: Never
                containers:
                  - name: app
                    image: migrate:2
        `,
      },
    ],
    good: [
      {
        title: 'no selector',
        yaml: yaml`
          apiVersion: batch/v1
          kind: Job
          metadata:
            name: migrate
          spec:
            template:
              spec:
                restartPolicy: Never
                containers:
                  - name: app
                    image: migrate:2
        `,
      },
    ],
  },
  [
    on<Job>('batch/v1 Job', () => ({
      check(job, context) {
        reportLabelsOfObject(job.metadata?.labels as Labels | undefined, templateLabels((job.spec ?? {}) as Workload), TEMPLATE_LABELS, context)
        checkSelector(job, context)
        checkPodNames(job, context)
      },
    })),
    on<CronJob>('batch/v1 CronJob', () => ({
      check({ metadata, spec }, { report }) {
        const [field, name] = (metadata?.name ?? '') === '' ? ['generateName', generatedName(metadata?.generateName ?? '')] : ['name', metadata!.name!]
        if (name.length > LONGEST_CRON_JOB_NAME) report(['metadata', field!], 'Invalid', `makes names of Jobs that are too long: a CronJob can have at most ${LONGEST_CRON_JOB_NAME} characters`, { path: 'metadata.name' })
        const job = spec?.jobTemplate?.spec
        if (job?.selector !== undefined) report(['spec', 'jobTemplate', 'spec', 'selector'], 'Invalid', 'must be left to the API server')
        if (job?.manualSelector === true) report(['spec', 'jobTemplate', 'spec', 'manualSelector'], 'NotSupported', 'cannot be true in a CronJob')
      },
    })),
  ],
)
