/** Several Kubernetes versions at once. */
import { describe, expect, test } from 'vitest'
import { exampleText } from '../../src/engine/define-rule.ts'
import { documentedRules } from '../../src/rule-docs.ts'
import { lintText, type TestOptions } from '../lint-text.ts'

const found = async (text: string, options: TestOptions) =>
  (await lintText(text, options)).diagnostics.map(({ message, kubernetesVersions }) => `${kubernetesVersions?.join(' ')}: ${message}`)

const pod = (spec: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {${spec}}\n`
const CONTAINER = 'containers: [{name: app, image: "nginx:1.29"}]'

describe('a finding of several versions', () => {
  test('is one finding with all of them', async () => {
    const text = pod('containers: [{name: app, image: "nginx:1.29", prts: [], imagePullPolicy: always}]')
    expect(await found(text, { kubernetesVersions: ['1.31', '1.37'], rules: ['no-unknown-field', 'valid-container'] })).toEqual([
      '1.31 1.37: Container has no field "prts", did you mean "ports"?',
      '1.31 1.37: imagePullPolicy is "always", must be "Always", "IfNotPresent" or "Never"; did you mean "Always"?',
    ])
  })

  test('says which of them it is for', async () => {
    const text = pod(`${CONTAINER}, hostnameOverride: a`)
    expect(await found(text, { kubernetesVersions: ['1.31', '1.33', '1.37'], rules: ['no-unknown-field'] })).toEqual([
      '1.31 1.33: PodSpec has no field "hostnameOverride" in Kubernetes 1.31, only since 1.34 (in 1.31, 1.33)',
    ])
    expect(await found(text, { kubernetesVersions: ['1.33', '1.37'], rules: ['no-unknown-field'] })).toEqual(['1.33: PodSpec has no field "hostnameOverride" in Kubernetes 1.33, only since 1.34'])
  })

  test('has no versions in a run for one', async () => {
    expect(await found(pod(`${CONTAINER}, hostNetwrk: true`), { rules: ['no-unknown-field'] })).toEqual(['undefined: PodSpec has no field "hostNetwrk", did you mean "hostNetwork"?'])
  })

  test('of a wrong type hides nothing from the versions after it', async () => {
    const text = pod('containers: [{name: app, image: "nginx:1.29", ports: [{containerPort: "80"}]}]')
    expect(await found(text, { kubernetesVersions: ['1.30', '1.37'], rules: ['valid-type', 'valid-container-port', 'require-field'] })).toEqual([
      '1.30 1.37: containerPort is the string "80", must be an integer: remove the quotes',
    ])
  })
})

describe('a rule that asks for the version', () => {
  test('speaks for those in which it finds something', async () => {
    const text = pod(`${CONTAINER}, resources: {limits: {memory: 1Gi}}`)
    const [finding, ...others] = await found(text, { kubernetesVersions: ['1.33', '1.37'], rules: ['require-memory-limit'] })
    expect(finding).toMatch(/^1\.33: Container "app" sets no memory limit.* \(in 1\.33\)$/)
    expect(others).toEqual([])
  })

  test('says what is deprecated in one version and gone in another once', async () => {
    const text = 'apiVersion: flowcontrol.apiserver.k8s.io/v1beta3\nkind: FlowSchema\nmetadata: {name: a}\nspec: {priorityLevelConfiguration: {name: b}}\n'
    expect(await found(text, { kubernetesVersions: ['1.31', '1.37'], rules: ['no-deprecated-api', 'no-removed-api', 'require-memory-limit'] })).toEqual([
      '1.37: flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema was removed in Kubernetes 1.32; use flowcontrol.apiserver.k8s.io/v1 (in 1.37)',
    ])
  })
})

test('a run for two versions finds what a run for each of them finds', async () => {
  const texts = documentedRules().flatMap(({ bad }) => bad.map(({ yaml }) => exampleText(yaml)))
  const identity = ({ rule, path, start, end }: { rule: string; path: string; start: { offset: number }; end: { offset: number } }) => `${rule} ${path} ${start.offset} ${end.offset}`
  for (const text of texts) {
    const { diagnostics } = await lintText(text, { kubernetesVersions: ['1.30', '1.38'] })
    for (const version of ['1.30', '1.38']) {
      const alone = (await lintText(text, { kubernetesVersions: [version] })).diagnostics.filter(({ rule }) => rule !== 'no-deprecated-api').map(identity)
      const among = diagnostics.filter(({ rule, kubernetesVersions }) => rule !== 'no-deprecated-api' && kubernetesVersions!.includes(version)).map(identity)
      expect([...new Set(among)], text).toEqual([...new Set(alone)])
    }
  }
})

describe('an upgrade', () => {
  const upgrade = (text: string, rules?: readonly string[]) => found(text, { kubernetesVersions: ['1.31', '1.38'], isUpgrade: true, ...(rules !== undefined && { rules }) })

  test('shows only what it changes', async () => {
    const text = `${pod(`${CONTAINER}, nodName: a`)}---\napiVersion: resource.k8s.io/v1beta1\nkind: DeviceClass\nmetadata: {name: gpu.example.com}\nspec: {}\n`
    expect(await upgrade(text)).toEqual(['1.38: resource.k8s.io/v1beta1 DeviceClass was removed in Kubernetes 1.38; use resource.k8s.io/v1'])
  })

  test('shows values that only the new version refuses', async () => {
    const text = 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}, ports: [{port: 80}], clusterIP: 010.0.0.1}\n'
    expect(await upgrade(text)).toEqual([expect.stringContaining('1.38: clusterIP is "010.0.0.1"')])
  })

  test('shows a text that cannot be read: it is not looked at', async () => {
    expect(await upgrade('apiVersion: v1\nkind: Pod\n  metadata: x\n')).toHaveLength(1)
  })
})
