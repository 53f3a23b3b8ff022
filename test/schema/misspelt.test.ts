/** A misspelt field is one mistake: whatever would miss it is silent. */
import { describe, expect, test } from 'vitest'
import { exampleText } from '../../src/engine/define-rule.ts'
import { documentedRules } from '../../src/rule-docs.ts'
import { lintText } from '../lint-text.ts'
import { fieldNames, printed } from './spoiled.ts'

const rules = documentedRules().filter(({ presets }) => presets.includes('api-server')).map(({ id }) => id)

/** `port` → `poort` */
const twice = (name: string) => name.slice(0, 2) + name.slice(1)

describe.each(documentedRules().flatMap(({ id, good }) => good.map((example) => [`${id}: ${example.title}`, exampleText(example.yaml)] as const)))('%s', (_, text) => {
  test('each field with a letter twice gives one finding', async () => {
    const before = new Set((await lintText(printed(text), { rules })).diagnostics.map(({ rule, path }) => `${rule} ${path}`))
    for (const { name, place } of fieldNames(text)) {
      const spoiled = place.with(twice(name))
      const { diagnostics } = await lintText(spoiled, { rules })
      // What the server drops without a word, it misses all the same.
      if (!diagnostics.some(({ rule, severity, message }) => rule === 'no-unknown-field' && severity === 'error' && message.includes('did you mean'))) continue
      const found = diagnostics.filter(({ rule, path }) => !before.has(`${rule} ${path}`))
      if (found.length !== 1) expect.fail(`${found.map(({ rule, path, message }) => `${rule} ${path}: ${message}`).join('\n')}\n${spoiled}`)
    }
  })
})
