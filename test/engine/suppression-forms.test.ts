import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic.ts'
import type { SuppressionOptions } from '../../src/engine/suppression-text.ts'
import { Linter } from '../../src/lint.ts'
import { applyFixes } from '../../src/engine/fixes.ts'

const RULES = ['no-host-namespace', 'no-privileged-container', 'no-floating-image-tag', 'valid-suppression'] as const

async function lint(text: string, options: Partial<SuppressionOptions> | 'none' = {}, file = 'a.yaml'): Promise<readonly Diagnostic[]> {
  const linter = new Linter({
    kubernetesVersions: ['1.37'],
    severities: new Map(RULES.map((id) => [id, 'warning'])),
    suppression: options === 'none' ? 'none' : { requireReason: false, unsuppressible: new Set(), today: () => '2027-01-31', peers: false, ...options },
  })
  await linter.add({ file, text, named: true })
  return (await linter.finish()).diagnostics
}

const found = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ rule, start, message }) => `${start.line} ${rule === 'valid-suppression' ? message : rule}`)

const pod = ({ annotations = '', spec = '', app = '', proxy = '' } = {}) => `apiVersion: v1
kind: Pod
metadata:
  name: web
${annotations}spec:
${spec}  containers:
    - name: app
      image: example.com/app:latest
${app}      securityContext:
        privileged: true
    - name: proxy
      image: example.com/proxy:1.0
${proxy}      securityContext:
        privileged: true
`

// datree#726, #398, kubeconform#162, #255, #169, trivy#3900, #2961, rhysd/actionlint#237, snese/sample-openclaw-multi-tenant-platform#206
describe('a comment', () => {
  test('above a field covers what is in it', async () => {
    expect(found(await lint(pod({ app: '      # podlint-ignore no-privileged-container: needed\n' })))).toEqual(['8 no-floating-image-tag', '15 no-privileged-container'])
    expect(found(await lint(pod({ spec: '  # podlint-ignore no-privileged-container, no-floating-image-tag: needed\n' })))).toEqual([])
  })

  test('above an item of a list covers the item, and above an object all of it', async () => {
    const text = pod()
    expect(found(await lint(text.replace('    - name: app', '    # podlint-ignore no-privileged-container, no-floating-image-tag\n    - name: app')))).toEqual(['15 no-privileged-container'])
    expect(found(await lint(`# podlint-ignore security, no-floating-image-tag\n${text}---\n${text}`))).toHaveLength(3)
    expect(found(await lint(`# podlint-ignore security, no-floating-image-tag\n---\n${text}`))).toEqual([])
  })

  test('behind a key whose value is below covers the value', async () => {
    expect(found(await lint(pod().replace('      securityContext:\n', '      securityContext: # podlint-ignore no-privileged-container\n')))).toEqual(['8 no-floating-image-tag', '14 no-privileged-container'])
  })

  test('stacks with others', async () => {
    expect(found(await lint(pod({ app: '      # podlint-ignore no-privileged-container\n      # a word\n      # podlint-ignore-next-line no-host-namespace\n' })))).toEqual(['8 no-floating-image-tag', '11 no-host-namespace finds nothing here that the comment could ignore', '17 no-privileged-container'])
  })

  test('for the next line covers nothing else', async () => {
    expect(found(await lint(pod({ app: '      # podlint-ignore-next-line no-privileged-container\n' })))).toEqual(['8 no-floating-image-tag', '9 no-privileged-container finds nothing here that the comment could ignore', '11 no-privileged-container', '15 no-privileged-container'])
    expect(found(await lint(pod().replace('        privileged', '        # podlint-ignore-next-line no-privileged-container\n        privileged')))).toEqual(['8 no-floating-image-tag', '15 no-privileged-container'])
  })

  test('for a block, which may reach over documents', async () => {
    const text = pod({ app: '      # podlint-ignore-start no-privileged-container: an old chart\n', proxy: '      # podlint-ignore-end no-privileged-container\n' })
    expect(found(await lint(text))).toEqual(['8 no-floating-image-tag', '16 no-privileged-container'])
    expect(found(await lint(`# podlint-ignore-start security, best-practice, reliability\n${pod()}---\n${pod()}# podlint-ignore-end\n---\n${pod()}`))).toHaveLength(3)
  })

  test('for a block of which there is no use goes with both of its comments', async () => {
    const text = pod({ app: '      # podlint-ignore-start no-host-namespace\n', proxy: '      # podlint-ignore-end\n' })
    const [unused] = (await lint(text)).filter(({ rule }) => rule === 'valid-suppression')
    expect(unused!.message).toBe('no-host-namespace finds nothing here that the comment could ignore')
    expect(applyFixes(text, [unused!.edits]).text).toBe(pod())
  })

  test('for the file, wherever it is', async () => {
    expect(found(await lint(`${pod()}---\n${pod()}# podlint-ignore-file no-privileged-container, no-floating-image-tag: made by a tool\n`))).toEqual([])
  })

  test('in flow style and JSON-like text covers its line', async () => {
    expect(found(await lint('apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: app, image: "a:latest", # podlint-ignore no-floating-image-tag\n  securityContext: {privileged: true}}]}\n'))).toEqual(['5 no-privileged-container'])
  })

  test('names categories and the checks of other tools', async () => {
    for (const name of ['security', 'CKV_K8S_16', 'KSV-0017', 'KSV017', 'AVD-KSV-0017', 'privileged-container', 'runAsPrivileged', 'C-0057']) {
      expect(found(await lint(pod({ spec: `  # podlint-ignore ${name}\n` }))), name).toEqual(['9 no-floating-image-tag'])
    }
    expect(found(await lint(pod({ spec: '  # podlint-ignore CKV_K8S_9999\n' })))).toContain('6 Unknown rule "CKV_K8S_9999"')
  })
})

// kube-linter#1180, #423, #605, kube-score#504, #542, #102, polaris#691, #485, #408, checkov#1780, #6900, #2986
describe('an annotation', () => {
  const annotations = (...lines: string[]) => `  annotations:\n${lines.map((line) => `    ${line}\n`).join('')}`
  const deployment = (onObject: string, onTemplate: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
${onObject}spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
${onTemplate.replace(/^(?=.)/gm, '    ')}    spec:
${pod().split('spec:\n')[1]!.replace(/^(?=.)/gm, '    ')}`

  test.each([
    ['with a reason', 'podlint.dev/ignore: "no-privileged-container, no-floating-image-tag: it is old"'],
    ['without spaces', 'podlint.dev/ignore: no-privileged-container,no-floating-image-tag'],
    ['with too many spaces', 'podlint.dev/ignore: "  no-privileged-container ,  no-floating-image-tag  "'],
    ['of a category', 'podlint.dev/ignore: security, no-floating-image-tag, '],
  ])('%s counts on the object and on the pod template', async (_, line) => {
    expect(found(await lint(pod({ annotations: annotations(line) })))).toEqual([])
    expect(found(await lint(deployment(annotations(line), '')))).toEqual([])
    expect(found(await lint(deployment('', annotations(line))))).toEqual([])
  })

  test('is for one container', async () => {
    expect(found(await lint(pod({ annotations: annotations('podlint.dev/ignore.proxy: no-privileged-container') })))).toEqual(['10 no-floating-image-tag', '12 no-privileged-container'])
    expect(found(await lint(deployment(annotations('podlint.dev/ignore.app: "no-privileged-container, no-floating-image-tag"'), '')))).toEqual(['21 no-privileged-container'])
    expect(found(await lint(pod({ annotations: annotations('podlint.dev/ignore.porxy: no-privileged-container') })))).toContain('6 Unknown container "porxy" here')
  })

  test('does not reach another object, whatever the style', async () => {
    const one = '{apiVersion: v1, kind: Pod, metadata: {name: web, annotations: {podlint.dev/ignore: no-privileged-container}}, spec: {containers: [{name: app, securityContext: {privileged: true}}]}}'
    const other = one.replace('podlint.dev/ignore', 'example.com/other')
    expect(found(await lint(`{apiVersion: v1, kind: List, items: [${one}, ${other}]}`))).toEqual(['1 no-privileged-container'])
    expect(found(await lint(`{"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","annotations":{"podlint.dev/ignore":"no-privileged-container"}},"spec":{"containers":[{"name":"app","securityContext":{"privileged":true}}]}}`, {}, 'a.json'))).toEqual([])
  })

  test.each([
    ['an unknown rule', 'podlint.dev/ignore: no-privileged-containers', '6 Unknown rule "no-privileged-containers", did you mean "no-privileged-container"?'],
    ['nothing', 'podlint.dev/ignore: ""', '6 "podlint.dev/ignore" names no rule, so it ignores nothing'],
    ['another key', 'podlint.dev/ignored: no-host-namespace', '6 Unknown annotation "podlint.dev/ignored", only "podlint.dev/ignore" and "podlint.dev/ignore.CONTAINER"'],
    ['what is not found', 'podlint.dev/ignore: no-host-namespace', '6 no-host-namespace finds nothing here that the annotation could ignore'],
  ])('with %s is told', async (_, line, message) => {
    expect(found(await lint(pod({ annotations: annotations(line, 'a: b') })))).toContain(message)
  })

  test('that is not needed is taken away', async () => {
    const text = pod({ annotations: annotations('a: b', 'podlint.dev/ignore: no-host-namespace') })
    const [unused] = (await lint(text)).filter(({ rule }) => rule === 'valid-suppression')
    expect(applyFixes(text, [unused!.edits]).text).toBe(pod({ annotations: annotations('a: b') }))
    const some = pod({ annotations: annotations('podlint.dev/ignore: "no-host-namespace, no-privileged-container: why"') })
    const [other] = (await lint(some)).filter(({ rule }) => rule === 'valid-suppression')
    expect(applyFixes(some, [other!.edits]).text).toBe(pod({ annotations: annotations('podlint.dev/ignore: "no-privileged-container: why"') }))
  })
})

// kubescape#3390, #3392, biome
describe('a reason and a date', () => {
  const withText = (text: string) => pod({ spec: `  # podlint-ignore ${text}\n` })

  test.each([
    ['to come', 'no-privileged-container, no-floating-image-tag until=2027-01-31: until the next release', []],
    ['over', 'no-privileged-container, no-floating-image-tag until=2027-01-30: until the next release', ['6 The comment has expired on 2027-01-30: fix what it ignores, or give a later date']],
    ['that is none', 'until=2027-02-30 no-privileged-container, no-floating-image-tag', ['6 until is a date such as 2027-01-31, not "2027-02-30"']],
    ['that is empty', 'no-privileged-container, no-floating-image-tag, until=', ['6 until is a date such as 2027-01-31, not ""']],
  ])('a date %s', async (_, text, expected) => {
    const diagnostics = await lint(withText(text))
    expect(found(diagnostics)).toEqual(expected)
    if (text.includes('01-30')) expect(diagnostics.map(({ severity }) => severity)).toEqual(['error'])
  })

  test('a reason may be required', async () => {
    const rules = 'no-privileged-container, no-floating-image-tag'
    expect(found(await lint(withText(rules), { requireReason: true }))).toEqual(['6 The comment gives no reason: write it after a colon'])
    expect(found(await lint(withText(`${rules}:  `), { requireReason: true }))).toHaveLength(1)
    expect(found(await lint(withText(`${rules}: it is old`), { requireReason: true }))).toEqual([])
  })

  // polaris, kube-score: security teams want to forbid what ignores findings.
  test('rules may not be suppressible, and nothing may be', async () => {
    const unsuppressible = new Set(['no-privileged-container'])
    expect(found(await lint(withText('security, no-floating-image-tag'), { unsuppressible }))).toEqual(['6 security finds nothing here that the comment could ignore', '11 no-privileged-container', '15 no-privileged-container'])
    expect(found(await lint(withText('no-privileged-container'), { unsuppressible }))).toContain('6 The settings do not let "no-privileged-container" be ignored')
    expect(found(await lint(withText('no-privileged-container'), 'none'))).toEqual(['9 no-floating-image-tag', '11 no-privileged-container', '15 no-privileged-container'])
  })
})

describe('marks of other tools count where the settings say so', () => {
  const annotated = (line: string) => pod({ annotations: `  annotations:\n    ${line}\n` })
  test.each([
    ['kube-linter', annotated('ignore-check.kube-linter.io/privileged-container: needed')],
    ['kube-score', annotated('kube-score/ignore: container-security-context-privileged')],
    ['Polaris', annotated('polaris.fairwinds.com/runAsPrivileged-exempt: "true"')],
    ['Checkov', annotated('checkov.io/skip1: CKV_K8S_16=needed')],
    ['Checkov, as a comment', pod({ spec: '  # checkov:skip=CKV_K8S_16:needed\n' })],
    ['Trivy', pod({ spec: '  #trivy:ignore:KSV-0017\n' })],
    ['Trivy, as it was', pod({ spec: '  # trivy:ignore:AVD-KSV-0017\n' })],
    ['Datree', annotated('datree.skip/CONTAINERS_INCORRECT_PRIVILEGED_VALUE_TRUE: needed')],
    ['Kubescape', annotated('kubescape.io/skip-controls: "C-0016, C-0057"')],
  ])('%s', async (_, text) => {
    const privileged = (diagnostics: readonly Diagnostic[]) => diagnostics.filter(({ rule }) => rule === 'no-privileged-container').length
    expect(privileged(await lint(text))).toBe(2)
    expect(privileged(await lint(text, { peers: true }))).toBe(0)
    expect(found(await lint(text, { peers: true }))).toHaveLength(1)
  })

  test('all checks at once, and what has expired does not', async () => {
    expect(found(await lint(annotated('kube-linter.io/ignore-all: old'), { peers: true }))).toEqual([])
    expect(found(await lint(annotated('polaris.fairwinds.com/exempt: "true"'), { peers: true }))).toEqual([])
    expect(found(await lint(annotated('kubescape.io/skip-controls: C-0057\n    kubescape.io/skip-expiry: "2027-01-30"'), { peers: true }))).toHaveLength(3)
  })
})

test('comments in what is encrypted with SOPS are not called unused', async () => {
  const secret = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\n# podlint-ignore no-host-namespace: it will be needed\nstringData:\n  a: ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]\nsops:\n  mac: ENC[x]\n  version: 3.8.1\n'
  expect(found(await lint(secret))).toEqual([])
})

test('many blocks, annotations and fields take time as their number', async () => {
  const many = (count: number) => `${pod()}---\n`.repeat(count / 10).replaceAll('      image:', '      # podlint-ignore no-host-namespace\n      # podlint-ignore-start security\n      # podlint-ignore-end\n      image:')
  expect((await lint(many(2000))).length).toBeGreaterThan(400)
})
