/** Objects to begin with: those of the conformance cases, all valid, and the examples of all rules. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { exampleText } from '../../src/engine/define-rule.ts'
import { documentedRules } from '../../src/rule-docs.ts'
import type { Value } from './mutate.ts'

const root = join(import.meta.dirname, '../..')
const conformance = join(root, 'conformance/bases')

const documentsOf = (text: string): Value[] => parseAllDocuments(text, { version: '1.1', customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || (tag.tag !== 'tag:yaml.org,2002:timestamp' && tag.format !== 'TIME')) }).map((document) => document.toJS() as Value)

/** Each of them is a list: what stands in one file. */
export function bases(): Value[][] {
  const kept = readdirSync(conformance).sort().map((file) => documentsOf(readFileSync(join(conformance, file), 'utf8')))
  const examples = documentedRules().flatMap(({ good, bad }) => [...good, ...bad]).flatMap(({ yaml }) => {
    try {
      return [documentsOf(exampleText(yaml))]
    } catch {
      // Broken on purpose.
      return []
    }
  })
  return [...kept, ...examples].filter((documents) => documents.length > 0)
}
