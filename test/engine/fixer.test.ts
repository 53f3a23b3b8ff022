import { describe, expect, test } from 'vitest'
import { applyFixes } from '../../src/engine/fixes.ts'
import { lintText } from '../lint-text.ts'

async function fixed(text: string, rule: string, file?: string): Promise<string> {
  const { diagnostics } = await lintText(text, { rules: [rule], ...(file !== undefined && { file }) })
  expect(diagnostics).not.toEqual([])
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
  expect(await fixed(pod('400'), 'no-decimal-file-mode', 'pod.yaml')).toBe(pod('256'))
  expect(await fixed(pod('400').replaceAll('"', ''), 'no-decimal-file-mode')).toBe(pod('0400').replaceAll('"', ''))
})

test('JSON stays JSON: names, amounts and fields get quotes', async () => {
  const json = '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"web"},"spec":{"containers":[{"name":"app","image":"k8s.gcr.io\\/pause:3.9","resources":{"requests":{"memory":128}}}]}}'
  expect(await fixed(json, 'no-implausible-quantity')).toBe(json.replace('128', '"128Mi"'))
  expect(await fixed(json, 'no-retired-registry')).toBe(json.replace('k8s.gcr.io\\/', 'registry.k8s.io/'))
  expect(await fixed(json, 'require-dropped-capabilities')).toBe(json.replace('128}}', '128}}, "securityContext": {"capabilities": {"drop": ["ALL"]}}'))
  expect(await fixed(json.replace('"containers"', '"containesr"'), 'no-unknown-field')).toBe(json)
  const flow = json.replaceAll('"', '').replaceAll('\\/', '/').replaceAll(':', ': ').replace(': 3.9', ':3.9')
  expect(await fixed(flow, 'require-dropped-capabilities')).toBe(flow.replace('128}}', '128}}, securityContext: {capabilities: {drop: [ALL]}}'))
})

const pod = (spec: string) => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n${spec}`
const CONTAINERS = '  containers:\n    - name: app\n      image: a:1\n'
const BOTH = '    beta.kubernetes.io/os: linux\n    kubernetes.io/os: linux\n'

describe('removes a field', () => {
  const removed = (text: string) => fixed(pod(text + CONTAINERS), 'no-deprecated-node-label')
  const keeps = async (text: string) => expect(await removed(text)).toBe(pod(text + CONTAINERS))

  test('with its lines, between comments that stay', async () => {
    expect(await removed(`  nodeSelector: # a, b,\n    # do not touch: a, {\n${BOTH.replace('linux\n', 'linux # {\n')}`)).toBe(pod(`  nodeSelector: # a, b,\n    # do not touch: a, {\n    kubernetes.io/os: linux\n${CONTAINERS}`))
  })

  test('in flow style with its comma, and no comment', async () => {
    expect(await removed('  nodeSelector: { # pool\n    beta.kubernetes.io/os: linux, kubernetes.io/os: linux}\n')).toBe(pod(`  nodeSelector: { # pool\n    kubernetes.io/os: linux}\n${CONTAINERS}`))
    expect(await removed('  nodeSelector: {kubernetes.io/os: linux, beta.kubernetes.io/os: linux }\n')).toBe(pod(`  nodeSelector: {kubernetes.io/os: linux }\n${CONTAINERS}`))
    await keeps('  nodeSelector: {kubernetes.io/os: linux, # one, two,\n    beta.kubernetes.io/os: linux }\n')
    await keeps('  nodeSelector: {beta.kubernetes.io/os: linux # x\n    , kubernetes.io/os: linux }\n')
  })

  test.each(['\r', '\x85', '\u2028', '\u2029'])('ends its line where the parser does: %j', async (lineBreak) => {
    const selector = (first: string) => pod(`  nodeSelector:\n${first}    disk: ssd\n    kubernetes.io/os: linux\n${CONTAINERS}`)
    expect(await fixed(selector(`    beta.kubernetes.io/os: linux${lineBreak}`), 'no-deprecated-node-label')).toBe(selector(''))
  })

  test('not when its anchor is used elsewhere, nor when it comes through one', async () => {
    await keeps('  nodeSelector:\n    beta.kubernetes.io/os: &os linux\n    kubernetes.io/os: *os\n')
    await keeps('  nodeSelector:\n    kubernetes.io/os: &os linux\n    beta.kubernetes.io/os: *os\n')
    await keeps(`  nodeSelector: &all\n${BOTH}  affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: *all}}\n`)
  })

  test('not after a question mark, a tag or an anchor', async () => {
    await keeps('  nodeSelector:\n    ? beta.kubernetes.io/os\n    : linux\n    kubernetes.io/os: linux\n')
    await keeps('  nodeSelector:\n    !!str beta.kubernetes.io/os: linux\n    kubernetes.io/os: linux\n')
    await keeps('  nodeSelector: {&a beta.kubernetes.io/os: linux, kubernetes.io/os: linux}\n')
  })

  test('not when a block of text before it would go on with what follows', async () => {
    await keeps('  nodeSelector:\n    disk: |+\n      ssd\n    beta.kubernetes.io/os: linux\n\n    kubernetes.io/os: linux\n')
  })
})

test('where a merge is overridden, no key changes', async () => {
  const text = (key: string) => `apiVersion: example.com/v1\nkind: Foo\nmetadata: {name: a}\nspec:\n  a: &a\n    ${key}: on\n  b:\n    <<: *a\n    ${key}: b\n`
  expect(await fixed(text('on'), 'no-ambiguous-key')).toBe(text('on'))
  expect(await fixed(text('on'), 'no-ambiguous-scalar')).toBe(text('on').replace('on: on', 'on: true'))
})

describe('removes an item', () => {
  const removed = (env: string) => fixed(pod(`${CONTAINERS}      env:${env}`), 'no-duplicate-env')
  test('with its dash, or its comma', async () => {
    const item = '        - {name: A, value: b}\n'
    expect(await removed(`\n${item}${item.replace('\n', ' # twice\n')}`)).toBe(pod(`${CONTAINERS}      env:\n${item}`))
    expect(await removed(' [{name: A, value: b}, {name: A, value: b}]\n')).toBe(pod(`${CONTAINERS}      env: [{name: A, value: b}]\n`))
  })
  test('not with an anchor that is used elsewhere', async () => {
    const env = '\n        - {name: A, value: b}\n        - {name: A, value: &b b}\n        - {name: C, value: *b}\n'
    expect(await removed(env)).toBe(pod(`${CONTAINERS}      env:${env}`))
  })
})

describe('adds a field', () => {
  const added = (containers: string) => fixed(pod(`  containers:\n${containers}`), 'require-run-as-non-root')
  test('below the last one, as far in, and with its line break', async () => {
    expect(await fixed(pod(CONTAINERS).replaceAll('\n', '\r\n'), 'require-run-as-non-root')).toBe(`${pod(CONTAINERS)}      securityContext:\n        runAsNonRoot: true\n`.replaceAll('\n', '\r\n'))
    expect(await added('  - image: a:1\n    name: app # c')).toBe(pod('  containers:\n  - image: a:1\n    name: app # c\n    securityContext:\n      runAsNonRoot: true'))
    expect(await added('  - name: app\n    image: a:1\n    securityContext: {}\n')).toBe(pod('  containers:\n  - name: app\n    image: a:1\n    securityContext: {runAsNonRoot: true}\n'))
  })
  test.each([
    ['a comment in braces', '    - { # c\n        name: app, image: a:1}\n', '    - { # c\n        name: app, image: a:1, securityContext: {runAsNonRoot: true}}\n'],
    ['a merge', '    - &base\n            image: a:1\n            name: app\n    - <<: *base\n', undefined],
    ['a question mark', '    - ? name\n      : app\n      image: a:1\n', undefined],
    ['an alias', '    - &c\n      name: app\n      image: a:1\n    - *c\n', undefined],
  ])('beside %s', async (_, before, after = before) => {
    expect(await added(before)).toBe(pod(`  containers:\n${after}`))
  })
})

test('a value with an anchor that is used elsewhere stays', async () => {
  const text = pod(`${CONTAINERS}      securityContext:\n        readOnlyRootFilesystem: &f false\n        runAsNonRoot: *f\n`)
  expect(await fixed(text, 'require-read-only-root-filesystem')).toBe(text)
  expect(await fixed(text, 'require-run-as-non-root')).toBe(text)
})

describe('of a key that is there twice', () => {
  const custom = (spec: string) => `apiVersion: example.com/v1\nkind: Foo\nmetadata: {name: a, namespace: x}\nspec:\n${spec}`
  test('the one is changed that the finding is about', async () => {
    expect(await fixed(custom('  a:\n    debug: on\n  a: {}\n'), 'no-ambiguous-scalar')).toBe(custom('  a:\n    debug: true\n  a: {}\n'))
    expect(await fixed(custom('  debug: on\n  debug: "yes"\n'), 'no-ambiguous-scalar')).toBe(custom('  debug: true\n  debug: "yes"\n'))
  })
  test('a key that would be there twice is left as it is', async () => {
    const { diagnostics } = await lintText(custom('  on: c\n  "on": d\n'), { rules: ['no-ambiguous-key'] })
    expect(diagnostics.map(({ start, edits }) => [start.line, edits])).toEqual([[5, []]])
    expect(await fixed(custom('  on: c\n  "true": d\n'), 'no-ambiguous-key')).toBe(custom('  "on": c\n  "true": d\n'))
  })
  test('two misspelt fields do not get the same name', async () => {
    const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndat: {a: b}\ndta: {c: d}\n'
    expect(await fixed(text, 'no-unknown-field')).toBe(text.replace('dat:', 'data:'))
  })
})

test('a field is not replaced after a question mark, where it would be a key as a whole', async () => {
  const generator = (env: string) => `kind: Kustomization\nconfigMapGenerator:\n- name: settings\n${env}`
  for (const env of ['  ? env\n  : settings.env\n', '  ? &a env\n  : settings.env\n']) expect(await fixed(generator(env), 'no-deprecated-kustomization-field', 'kustomization.yaml')).toBe(generator(env))
  expect(await fixed(generator('  type: what?\n  env: settings.env\n'), 'no-deprecated-kustomization-field', 'kustomization.yaml')).toContain('  envs: [settings.env]\n')
})
