/** What the API server has no answer to: it breaks off the connection, or computes without an end. */
import { expect, test } from 'vitest'
import { lintText } from '../lint-text.ts'

const JOB = 'completionMode: Indexed, parallelism: 2, successPolicy: {rules: [{succeededIndexes: "0"}]}, template: {spec: {restartPolicy: Never, containers: [{name: a, image: "a:1"}]}}'
const MISSING = 'completions is missing, but required where completionMode is Indexed'
const node = (controller: string) => `apiVersion: v1\nkind: Node\nmetadata: {name: a, annotations: {scheduler.alpha.kubernetes.io/preferAvoidPods: '{"preferAvoidPods":[{"podSignature":{"podController":{"kind":"RC"${controller}}}}]}'}}\n`
const pod = (memory: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: shop}\nspec: {containers: [{name: a, image: "a:1", resources: {limits: {memory: ${memory}}}}]}\n`

test.each([
  ['a Job without completions', `apiVersion: batch/v1\nkind: Job\nmetadata: {name: a, namespace: shop}\nspec: {${JOB}}\n`, MISSING],
  ['a CronJob without completions', `apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a, namespace: shop}\nspec: {schedule: "0 3 * * *", jobTemplate: {spec: {${JOB}}}}\n`, MISSING],
  ['a Node whose pods to avoid have no controller', node(''), 'Entry 0 of the annotation "scheduler.alpha.kubernetes.io/preferAvoidPods" must have controller: true in its podController'],
  ['an amount with a huge exponent', pod('1e99999999999'), 'memory is "1e99999999999", has an exponent at which the API server computes for minutes and then gives up'],
])('%s is one error', async (_, text, message) => {
  const { diagnostics } = await lintText(text)
  expect(diagnostics.filter(({ severity }) => severity === 'error').map((each) => each.message)).toEqual([message])
})

test('what it does answer is no error', async () => {
  // Without parallelism, completions is 1.
  for (const text of [`apiVersion: batch/v1\nkind: Job\nmetadata: {name: a, namespace: shop}\nspec: {${JOB.replace('parallelism: 2, ', '')}}\n`, node(',"controller":true'), pod('1e9')]) {
    expect((await lintText(text)).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  }
})
