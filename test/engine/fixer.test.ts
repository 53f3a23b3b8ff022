import { expect, test } from 'vitest'
import { applyFixes } from '../../src/engine/fixes.ts'
import { lintText } from '../lint-text.ts'

async function fixed(text: string, rule: string, file?: string): Promise<string> {
  const { diagnostics } = await lintText(text, { rules: [rule], ...(file !== undefined && { file }) })
  return applyFixes(text, diagnostics.map(({ edits }) => edits)).text
}

test('a renamed key and a replaced text keep their quotes, so that JSON stays JSON', async () => {
  const pod = (os: string, zone: string) =>
    `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web"}, "spec": {"nodeSelector": {"${os}": "linux"}, "topologySpreadConstraints": [{"topologyKey": "${zone}"}], "containers": []}}`
  const mended = await fixed(pod('beta.kubernetes.io/os', 'failure-domain.beta.kubernetes.io/zone'), 'no-deprecated-node-label')
  expect(mended).toBe(pod('kubernetes.io/os', 'topology.kubernetes.io/zone'))
})

test('JSON has no octal numbers: a file mode becomes the decimal one', async () => {
  const pod = (mode: string) =>
    `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web"}, "spec": {"containers": [], "volumes": [{"name": "keys", "secret": {"secretName": "keys", "defaultMode": ${mode}}}]}}`
  expect(await fixed(pod('400'), 'no-decimal-file-mode', 'pod.json')).toBe(pod('256'))
  expect(await fixed(pod('400'), 'no-decimal-file-mode', 'pod.yaml')).toBe(pod('0400'))
})
