/** A value of a wrong type is one mistake: whatever would rest on it is silent. */
import { describe, expect, test } from 'vitest'
import { parseAllDocuments, visit, type Document } from 'yaml'
import { exampleText } from '../../src/engine/define-rule.ts'
import { documentedRules } from '../../src/rule-docs.ts'
import { lintText } from '../lint-text.ts'

const rules = documentedRules().filter(({ presets }) => presets.includes('recommended')).map(({ id }) => id)
const TYPE_RULES = ['valid-type', 'require-kind']

/** The values of another type that are tried in place of a leaf. */
const OTHERS = [{ spoiled: 1 }, 5, true, 'spoiled']

/** Of an expression one at a time: the engine for them starts anew each time. */
const others = (text: string, leaf: number) => (/^ *-? *(?:rule|\w*[eE]xpression):/m.test(text) ? [OTHERS[leaf % OTHERS.length]!] : OTHERS)

const printed = (documents: readonly Document.Parsed[]) => documents.map((document) => document.toString()).join('---\n')

/** Charts, their templates and baselines are read by others. */
const isManifest = ([, text]: readonly [string, string]): boolean => /^kind:/m.test(text) && !text.includes('{{ .')

describe.each(documentedRules().flatMap(({ id, good }) => good.map((example) => [`${id}: ${example.title}`, exampleText(example.yaml)] as const)).filter(isManifest))('%s', (_, text) => {
  test('each leaf of another type gives one finding', async () => {
    const read = () => parseAllDocuments(text, { version: '1.1' }) as Document.Parsed[]
    const before = (await lintText(printed(read()), { rules })).diagnostics
    const leaves = read().flatMap((document) => {
      let count = 0
      visit(document, { Scalar: (key) => void (key !== 'key' && count++) })
      return Array.from({ length: count }, (_, leaf) => leaf)
    })
    let total = 0
    for (const [at] of leaves.entries()) {
      for (const other of others(text, at)) {
        const documents = read()
        let next = 0
        for (const document of documents) {
          visit(document, {
            Scalar(key) {
              if (key === 'key' || next++ !== at) return undefined
              return document.createNode(other)
            },
          })
        }
        const spoiled = printed(documents)
        const { diagnostics } = await lintText(spoiled, { rules })
        if (!diagnostics.some(({ rule }) => TYPE_RULES.includes(rule))) continue
        total++
        const known = new Set(before.map(({ rule, path }) => `${rule} ${path}`))
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
