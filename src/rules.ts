/** Every rule there is: those of `rules/`, and one for each file of constraints. Their code is loaded when something is met that they look at: see `parts/`. */
import type { Category, Preset, RuleHead } from './engine/define-rule.ts'
import type { Severity } from './diagnostic.ts'
import { RULE_HEADS } from './parts/rule-heads.ts'

let heads: readonly RuleHead[] | undefined

/** By category and id. */
export const allRules = (): readonly RuleHead[] => (heads ??= RULE_HEADS.split('\n').map(readHead))

function readHead(line: string): RuleHead {
  const [id, category, severity, presets = '', crossObject] = line.split(' ') as [string, Category, Severity, string | undefined, string | undefined]
  return { id, category, severity, presets: presetsOf(presets), crossObject: crossObject !== undefined }
}

const presetLists = new Map<string, readonly Preset[]>()

function presetsOf(text: string): readonly Preset[] {
  let list = presetLists.get(text)
  if (list === undefined) presetLists.set(text, (list = text === '' ? [] : (text.split(',') as Preset[])))
  return list
}
