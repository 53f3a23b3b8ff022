import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { podlint } from '../cli/run-cli.ts'
import { fuzzInputs } from './inputs.ts'
import { unsound } from './properties.ts'

// More of it: npm run fuzz:inputs
test('a few hundred texts with mistakes are said to be wrong at a place, or taken', async () => {
  const { faults, printed } = await fuzzInputs(400, 7)
  expect(faults).toEqual([])
  expect(printed).toBeGreaterThan(5)
}, 240_000)

// Each was found by it.
test.each([
  ['a field below one that is missing', 'apiVersion: extensions.agents.x-k8s.io/v1beta1\nkind: SandboxTemplate\nmetadata:\n  name: python\n', 'require-sandbox-runtime'],
  ['a field that is there twice, and empty the second time', 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: open\nspec:\n  podSelector: {}\n  policyTypes: [Egress]\n  egress:\n    - to:\n        - ipBlock:\n            cidr: 0.0.0.0/0\n\nkind: NetworkPolicy\nmetadata:\n  name: open\nspec:\n', 'no-open-network-policy'],
  ['a mount of no volume', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: app\n      image: nginx:1.27\n      volumeMounts:\n        - name:\n          mountPath: /data\n          subPath: data\n', 'no-sub-path'],
  ['a mount without a path', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: app\n      image: nginx:1.27\n      volumeMounts:\n        - name: logs\n          mountPropagation: Bidirectional\n', 'no-mount-propagation'],
  ['a variable without a name', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: app\n      image: nginx:1.27\n      env:\n        - valueFrom: {secretKeyRef: {name: a, key: b}}\n', 'no-secret-as-env'],
])('%s is said with a place and in words', async (_, text, rule) => {
  const { stdout } = await podlint(['-f', 'json', '--select', `${rule},no-duplicate-key`, '-'], { stdin: text })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] }
  expect(diagnostics.map((diagnostic) => unsound({ ...diagnostic, sourceLine: text.split('\n')[diagnostic.start.line - 1]! }, text))).not.toContainEqual(expect.any(String))
  expect(diagnostics.length).toBeGreaterThan(0)
})
