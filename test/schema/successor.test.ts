/** Objects of versions that are gone: what has the same fields in the next version is looked at as one of that. */
import { describe, expect, test } from 'vitest'
import { lintText } from '../lint-text.ts'

const JOB = 'apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: a, namespace: shop}\nspec:\n  schedule: "0 3 * * *"\n  jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: "a:1", securityContext: {privileged: true}}]}}}}\n'
const REMOVED = 'no-removed-api'

async function found(text: string) {
  const { diagnostics } = await lintText(text, { rules: [REMOVED, 'no-privileged-container', 'valid-type', 'no-unknown-field', 'valid-cron-job'] })
  return diagnostics.map(({ rule, fix, edits }) => ({ rule, fix, texts: edits.map(({ text: inserted }) => inserted) }))
}

test('a pod is looked at, and the version can be fixed', async () => {
  expect(await found(JOB)).toEqual([
    { rule: REMOVED, fix: 'safe', texts: ['batch/v1'] },
    { rule: 'no-privileged-container', fix: 'unsafe', texts: ['false'] },
  ])
})

describe('there is no fix', () => {
  test.each([
    ['of a field that the new version does not have', JOB.replace('schedule:', 'rollbackTo: {}\n  schedule:')],
    ['of a type that it does not take', JOB.replace('{name: a, image', '{name: 1, image')],
    ['of what it refuses', JOB.replace('0 3 *', '0 30 *')],
  ])('%s', async (_, text) => {
    expect((await found(text)).filter(({ rule }) => rule !== 'no-privileged-container')).toEqual([{ rule: REMOVED, fix: undefined, texts: [] }])
  })

  test('where the fields are others', async () => {
    expect(await found('apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: {name: a}\nspec: {backend: {serviceName: a, servicePort: 80}}\n')).toEqual([{ rule: REMOVED, fix: undefined, texts: [] }])
  })

  test('for a version of Kubernetes that does not have the new one yet', async () => {
    const { diagnostics } = await lintText('apiVersion: networking.k8s.io/v1beta1\nkind: ServiceCIDR\nmetadata: {name: a}\nspec: {cidrs: [10.0.0.0/8]}\n', { kubernetesVersions: ['1.32', '1.37'], rules: [REMOVED] })
    expect(diagnostics.map(({ fix }) => fix)).toEqual([undefined])
  })
})

test('a fix is unsafe where a field that is not set means something else in the new version', async () => {
  expect((await found('apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: a, namespace: shop}\nspec: {minAvailable: 1, selector: {}}\n'))[0]).toMatchObject({ rule: REMOVED, fix: 'unsafe' })
})
