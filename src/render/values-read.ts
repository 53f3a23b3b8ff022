/** Which values the templates of a chart read, as far as their text tells. */
import { actionsOf, type Word } from './template-actions.ts'

export interface ReadValue {
  /** Below `.Values`. What is below it is read, too. */
  path: readonly string[]
  file: string
  /** Of the action. */
  start: number
  end: number
  /** It is printed as it is: nothing stands in for it, and no condition asks for it. */
  isPrinted: boolean
}

/** Functions that take a map and names in it. */
const BY_NAME: ReadonlySet<string> = new Set(['index', 'get', 'hasKey'])
/** What Helm's own type for values can do: what it reads is in a string. */
const METHODS: ReadonlySet<string> = new Set(['AsMap', 'Table', 'PathValue', 'YAML', 'Encode'])
/** A pipeline of these alone prints nothing when it is given nothing. */
const PRINTING = /^(?:quote|squote|toYaml|toJson|toString|n?indent|int|int64|trim|lower|upper|[|]|\d+)$/
const CHAIN = /\.Values((?:\.\w+)+)/g

/** Undefined when they may read anything, for they hand on all values as one. */
export function valuesRead(templates: ReadonlyMap<string, string>): ReadValue[] | undefined {
  const reads: ReadValue[] = []
  for (const [file, text] of templates) {
    if (!text.includes('Values')) continue
    const actions = actionsOf(text)
    const aliases = new Set<string>()
    for (const { words } of actions) if (words.length === 3 && words[1]!.text === ':=' && /^\$?\.Values$/.test(words[2]!.text)) aliases.add(words[0]!.text)
    for (const { start, end, words } of actions) {
      if (words.length === 3 && aliases.has(words[0]!.text) && words[1]!.text === ':=') continue
      for (const [index, word] of words.entries()) {
        if (word.isString) {
          if (word.text === 'Values') return undefined
          for (const [, chain] of word.text.matchAll(CHAIN)) reads.push({ path: chain!.slice(1).split('.'), file, start, end, isPrinted: false })
          continue
        }
        const steps = stepsBelow(word.text, aliases)
        if (steps === undefined) continue
        const path = [...steps, ...namesAfter(words, index)]
        if (path.length === 0 || METHODS.has(path[0]!)) return undefined
        reads.push({ path, file, start, end, isPrinted: words.every((each, at) => at === index || PRINTING.test(each.text)) })
      }
    }
  }
  return reads
}

/** Other files may be templates for `tpl`, or be spoken of in comments: what they name counts as read. Undefined when that may be anything. */
export function valuesNamed(files: ReadonlyMap<string, string>): string[][] | undefined {
  const paths: string[][] = []
  for (const text of files.values()) {
    if (!text.includes('.Values')) continue
    if (/\{\{[^}]*\.Values(?![\w.])/.test(text)) return undefined
    for (const [, chain] of text.matchAll(CHAIN)) paths.push(chain!.slice(1).split('.'))
  }
  return paths
}

/** `$.Values.image.tag` → `image`, `tag`. */
function stepsBelow(word: string, aliases: ReadonlySet<string>): string[] | undefined {
  const steps = word.split('.')
  if (aliases.has(steps[0]!)) return steps.slice(1)
  const at = steps.indexOf('Values')
  return at <= 0 ? undefined : steps.slice(at + 1)
}

/** `index .Values "a" "b"`. */
function namesAfter(words: readonly Word[], index: number): string[] {
  const names: string[] = []
  if (!BY_NAME.has(words[index - 1]?.text ?? '')) return names
  for (const { text, isString } of words.slice(index + 1)) {
    if (!isString) break
    names.push(text)
  }
  return names
}
