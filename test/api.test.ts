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
    id: 'no-web',
    severity: 'warning',
    why: 'This is a test.',
    visit: {
      podSpec(pod, { report }) {
        if (pod.metadata.name === 'web') report(pod.atMetadata('name'), 'Pod is named "web"')
      },
    },
  })
  const { diagnostics, rules } = await lint([{ file: 'pod.yaml', text: POD }], { rules: { 'no-naked-pod': 'error', 'no-unknown-field': 'off', 'require-memory-limit': 'off', 'require-liveness-probe': 'off' }, plugins: [noWeb] })
  expect(diagnostics.map(({ rule, severity, start }) => [rule, severity, start.line])).toEqual([
    ['no-naked-pod', 'error', 2],
    ['no-web', 'warning', 4],
  ])
  expect(rules.get('no-web')).toMatchObject({ why: 'This is a test.', summary: 'no-web', category: 'custom', url: '' })
})

test('rules run under names of one\'s own, each with a severity, options and a message', async () => {
  const rules = {
    'owner-label': { rule: 'require-label', severity: 'error', message: 'Ask the platform team: {message}', options: { key: 'owner' } },
    'cost-label': { rule: 'require-label' },
  } as const
  const { diagnostics } = await lint([{ file: 'pod.yaml', text: POD }], { preset: 'api-server', rules, options: { 'cost-label': { key: 'cost' } } })
  expect(diagnostics.filter(({ rule }) => rule !== 'no-unknown-field').map(({ rule, severity, message, url }) => [rule, severity, message, url.split('/').at(-1)])).toEqual([
    ['cost-label', 'warning', 'Pod "web" lacks the label "cost"', 'require-label.md'],
    ['owner-label', 'error', 'Ask the platform team: Pod "web" lacks the label "owner"', 'require-label.md'],
  ])
})

test('a rule that says in which presets it is runs with these', async () => {
  const strict = defineRule({ id: 'no-pod', severity: 'info', presets: ['strict'], visit: { Pod: (pod, { report }) => report(pod.at('kind'), 'There is a pod') } })
  const found = async (preset: string) => (await lint([{ file: 'pod.yaml', text: POD }], { preset, plugins: [strict] })).diagnostics.filter(({ rule }) => rule === 'no-pod').length
  expect([await found('recommended'), await found('strict')]).toEqual([0, 1])
})

test.each<[object, string]>([
  [{ rules: { 'no-such-rule': 'error' } }, 'Unknown rule "no-such-rule"'],
  [{ rules: { 'no-naked-pod': 'warn' } }, 'Unknown severity "warn", did you mean "warning"?'],
  [{ rules: { 'no-naked-pod': false } }, 'Unknown severity "false"'],
  [{ preset: 'stric' }, 'Unknown preset "stric", did you mean "strict"?'],
  [{ presets: ['strict'] }, 'Unknown option "presets", did you mean "preset"?'],
  [{ kubernetesVersion: '1.31' }, 'Unknown option "kubernetesVersion", did you mean "kubernetesVersions"?'],
  [{ kubernetesVersions: ['1.2'] }, 'Kubernetes 1.2 is not known'],
  [{ kubernetesVersions: [] }, 'kubernetesVersions must not be empty'],
  [{ options: { 'no-such-rule': {} } }, 'Unknown rule "no-such-rule"'],
  [{ options: { 'no-naked-pod': { a: 1 } } }, 'Unknown option of the rule "no-naked-pod" "a"'],
  [{ options: { 'no-floating-image-tag': { alow: [] } } }, 'did you mean "allow"?'],
  [{ options: { 'no-floating-image-tag': { allow: 'stable' } } }, 'The option "allow" of the rule "no-floating-image-tag" must be a list of strings'],
  [{ options: { 'no-implausible-quantity': { maxCores: '1' } } }, 'The option "maxCores" of the rule "no-implausible-quantity" must be a number'],
  [{ today: '2027-02-30' }, 'today is a date such as 2027-01-31, not "2027-02-30"'],
  [{ plugins: [{}] }, 'A rule needs an id'],
  [{ plugins: [{ id: 'no-naked-pod', severity: 'info', visit: { object() {} } }] }, 'The rule "no-naked-pod" has the name of another, of podlint'],
  [{ rules: { ours: { rule: 'requier-label' } } }, 'Unknown rule "requier-label", did you mean "require-label"?'],
  [{ rules: { ours: { rule: 'require-label' } } }, 'The rule "ours" needs the option "key"'],
  [{ rules: { ours: { rule: 'require-label', level: 'error' } } }, 'Unknown setting of the rule "ours" "level"'],
  [{ rules: { ours: { rule: 'require-label', message: 'a\nb' } } }, 'The message of the rule "ours" must be a string of one line'],
  [{ rules: { ours: { rule: 'require-label', options: { key: 'a', pattern: 'a(?=b)' } } } }, 'The option "pattern" of the rule "ours" must be a regular expression as Go reads it'],
  [{ rules: { security: { rule: 'require-label', options: { key: 'a' } } } }, '"security" stands for several rules'],
  [{ rules: { 'no-naked-pod': { rule: 'require-label' } } }, '"no-naked-pod" is the name of a rule already'],
  [{ rules: { yes: { rule: 'valid-yaml' } } }, 'The rule "valid-yaml" cannot have another name'],
])('senseless options throw: %j', async (options, message) => {
  await expect(lint([], options)).rejects.toThrow(message)
})

test('what is to be ignored until a day is not after it', async () => {
  const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  namespace: b\n# podlint-ignore no-unknown-field until=2026-06-30: soon\ndat: {}\n'
  const found = async (today?: string) => (await lint([{ file: 'a.yaml', text }], today === undefined ? {} : { today })).diagnostics.map(({ rule, severity }) => [rule, severity])
  expect(await found('2026-06-30')).toEqual([])
  expect(await found('2026-07-01')).toEqual([['valid-suppression', 'error']])
  // The day of the machine counts otherwise.
  expect((await lint([{ file: 'a.yaml', text: text.replace('2026-06-30', '2001-01-01') }])).diagnostics.map(({ rule }) => rule)).toEqual(['valid-suppression'])
})

test('a text that is none throws', async () => {
  await expect(lint([{ file: 'a.yaml' } as never])).rejects.toThrow('A text to lint is { file, text }')
})

test('a guideline has the rules that others leave a finding to', async () => {
  const text = `apiVersion: v1
kind: Pod
metadata: {name: a, namespace: b}
spec:
  securityContext: {seccompProfile: {type: Unconfined}}
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext: {capabilities: {add: [SYS_ADMIN]}}
`
  const { diagnostics } = await lint([{ file: 'a.yaml', text }], { preset: 'cis' })
  expect(diagnostics.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['no-dangerous-capability', 'no-unconfined-seccomp']))
})
