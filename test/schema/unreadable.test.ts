/** A value of a wrong type is one mistake: whatever would rest on it is silent. */
import { describe, expect, test } from 'vitest'
import { exampleText } from '../../src/engine/define-rule.ts'
import { documentedRules } from '../../src/rule-docs.ts'
import { lintText } from '../lint-text.ts'
import { leaves, printed } from './spoiled.ts'

const rules = documentedRules().filter(({ presets }) => presets.includes('recommended')).map(({ id }) => id)
const TYPE_RULES = ['valid-type', 'require-kind']

/** The values of another type that are tried in place of a leaf. */
const OTHERS = [{ spoiled: 1 }, 5, true, 'spoiled']

/** Charts, their templates and baselines are read by others. */
const isManifest = ([, text]: readonly [string, string]): boolean => /^kind:/m.test(text) && !text.includes('{{ .')

describe.each(documentedRules().flatMap(({ id, good }) => good.map((example) => [`${id}: ${example.title}`, exampleText(example.yaml)] as const)).filter(isManifest))('%s', (_, text) => {
  test('each leaf of another type gives one finding', async () => {
    const known = new Set((await lintText(printed(text), { rules })).diagnostics.map(({ rule, path }) => `${rule} ${path}`))
    let total = 0
    for (const leaf of leaves(text)) {
      for (const other of OTHERS) {
        const spoiled = leaf.with(other)
        const { diagnostics } = await lintText(spoiled, { rules })
        if (!diagnostics.some(({ rule }) => TYPE_RULES.includes(rule))) continue
        total++
        const found = diagnostics.filter(({ rule, path }) => !known.has(`${rule} ${path}`))
        if (found.length !== 1) expect.fail(`${found.map(({ rule, path, message }) => `${rule} ${path}: ${message}`).join('\n')}\n${spoiled}`)
      }
    }
    expect(total).toBeGreaterThan(0)
  })
})

test('a field in the wrong place hides nothing of where it belongs', async () => {
  const text = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  hostNetwork: true
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      restartPolicy: Never
      containers:
        - name: app
          image: example.com/app:1.0
`
  expect((await lintText(text)).diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([
    'DeploymentSpec has no field "hostNetwork": it belongs in "template.spec"',
    'restartPolicy is "Never", must be "Always" in this kind of workload',
  ])
})
