/** A misspelt field is one mistake: whatever would miss it is silent. */
import { describe, expect, test } from 'vitest'
import { isScalar, parseAllDocuments, visit, type Document } from 'yaml'
import { exampleText } from '../../src/engine/define-rule.ts'
import { documentedRules } from '../../src/rule-docs.ts'
import { lintText } from '../lint-text.ts'

const rules = documentedRules().filter(({ presets }) => presets.includes('api-server')).map(({ id }) => id)

/** `port` → `poort` */
const twice = (name: string) => name.slice(0, 2) + name.slice(1)

const printed = (documents: readonly Document.Parsed[]) => documents.map((document) => document.toString()).join('---\n')

describe.each(documentedRules().flatMap(({ id, good }) => good.map((example) => [`${id}: ${example.title}`, exampleText(example.yaml)] as const)))('%s', (_, text) => {
  test('each field with a letter twice gives one finding', async () => {
    const read = () => parseAllDocuments(text, { version: '1.1' }) as Document.Parsed[]
    const before = new Set((await lintText(printed(read()), { rules })).diagnostics.map(({ rule, path }) => `${rule} ${path}`))
    let count = 0
    for (const document of read()) visit(document, { Pair: () => void count++ })
    for (let at = 0; at < count; at++) {
      const documents = read()
      let next = 0
      for (const document of documents) {
        visit(document, {
          Pair(_index, pair) {
            if (next++ === at && isScalar(pair.key) && typeof pair.key.value === 'string') pair.key.value = twice(pair.key.value)
          },
        })
      }
      const spoiled = printed(documents)
      const { diagnostics } = await lintText(spoiled, { rules })
      if (!diagnostics.some(({ message }) => message.includes('did you mean'))) continue
      const found = diagnostics.filter(({ rule, path }) => !before.has(`${rule} ${path}`))
      if (found.length !== 1) expect.fail(`${found.map(({ rule, path, message }) => `${rule} ${path}: ${message}`).join('\n')}\n${spoiled}`)
    }
  })
})
