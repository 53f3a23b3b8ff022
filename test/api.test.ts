/** The library, as its users call it. */
import { expect, test } from 'vitest'
import { applyFixes, defineRule, lint } from '../src/index.ts'

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      resource:
        limits: {memory: 1Gi}
`

test('finds, places and mends', async () => {
  const { diagnostics, summary } = await lint([{ file: 'pod.yaml', text: POD }], { preset: 'api-server' })
  expect(diagnostics.map(({ rule, start, path }) => [rule, start.line, start.column, path])).toEqual([['no-unknown-field', 9, 7, 'spec.containers[0].resource']])
  expect(summary).toMatchObject({ files: 1, resources: 1, errors: 1 })
  expect(applyFixes(POD, diagnostics.map(({ edits }) => edits)).text).toBe(POD.replace('resource:', 'resources:'))
})

test('rules can be switched, and custom ones added', async () => {
  const noWeb = defineRule({
    severity: 'warning',
    presets: [],
    since: '1.0.0',
    summary: 'Disallow pods that are named web.',
    why: 'This is a test.',
    howToFix: 'Name it otherwise.',
    references: [],
    peers: {},
    bad: [],
    good: [],
    visit: {
      podSpec(pod, { report }) {
        if (pod.metadata.name === 'web') report(pod.atMetadata('name'), 'Pod is named "web"')
      },
    },
  })
  const { diagnostics, rules } = await lint([{ file: 'pod.yaml', text: POD }], { rules: { 'no-naked-pod': 'error', 'no-unknown-field': 'off', 'require-memory-limit': 'off', 'require-liveness-probe': 'off' }, customRules: { 'best-practice/no-web': noWeb } })
  expect(diagnostics.map(({ rule, severity, start }) => [rule, severity, start.line])).toEqual([
    ['no-naked-pod', 'error', 2],
    ['no-web', 'warning', 4],
  ])
  expect(rules.get('no-web')?.why).toBe('This is a test.')
})

test.each<[object, string]>([
  [{ rules: { 'no-such-rule': 'error' } }, 'There is no rule "no-such-rule"'],
  [{ rules: { 'no-naked-pod': 'warn' } }, 'There is no severity "warn", did you mean "warning"?'],
  [{ rules: { 'no-naked-pod': false } }, 'There is no severity "false"'],
  [{ preset: 'stric' }, 'There is no preset "stric", did you mean "strict"?'],
  [{ presets: ['strict'] }, 'There is no option "presets", did you mean "preset"?'],
  [{ kubernetesVersion: '1.31' }, 'There is no option "kubernetesVersion", did you mean "kubernetesVersions"?'],
  [{ kubernetesVersions: ['1.2'] }, 'Kubernetes 1.2 is not known'],
  [{ kubernetesVersions: [] }, 'kubernetesVersions must not be empty'],
  [{ options: { 'no-such-rule': {} } }, 'There is no rule "no-such-rule"'],
  [{ options: { 'no-naked-pod': { a: 1 } } }, 'There is no option of the rule "no-naked-pod" "a"'],
  [{ options: { 'no-floating-image-tag': { alow: [] } } }, 'did you mean "allow"?'],
  [{ options: { 'no-floating-image-tag': { allow: 'stable' } } }, 'The option "allow" of the rule "no-floating-image-tag" must be a list of strings'],
  [{ options: { 'no-implausible-quantity': { maxCores: '1' } } }, 'The option "maxCores" of the rule "no-implausible-quantity" must be a number'],
  [{ customRules: { web: {} } }, 'category/id'],
])('senseless options throw: %j', async (options, message) => {
  await expect(lint([], options)).rejects.toThrow(message)
})

test('a text that is none throws', async () => {
  await expect(lint([{ file: 'a.yaml' } as never])).rejects.toThrow('A text to lint is { file, text }')
})
