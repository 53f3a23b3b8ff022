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

/** What a helper does, or what stands outside of helpers. */
interface Part {
  reads: ReadValue[]
  /** It hands on all values as one. */
  isWhole: boolean
  /** Strings in it: names of other helpers are among them. */
  strings: Set<string>
  /** It calls helpers whose names are put together. */
  isOpen: boolean
}

/** Undefined when they may read anything, for they hand on all values as one. A helper of a library that does so counts only when it is called. */
export function valuesRead(templates: ReadonlyMap<string, string>): ReadValue[] | undefined {
  const parts = new Map<string, Part>()
  for (const [file, text] of templates) readParts(file, text, parts)
  const called = new Set([''])
  for (const name of called) {
    const part = parts.get(name)
    if (part === undefined) continue
    if (part.isWhole) return undefined
    for (const each of part.isOpen ? parts.keys() : part.strings) if (parts.has(each)) called.add(each)
  }
  return [...parts.values()].flatMap(({ reads }) => reads)
}

function readParts(file: string, text: string, parts: Map<string, Part>): void {
  const actions = actionsOf(text)
  const aliases = new Set<string>()
  for (const { words } of actions) if (words.length === 3 && words[1]!.text === ':=' && /^\$?\.Values$/.test(words[2]!.text)) aliases.add(words[0]!.text)
  // Of the blocks around: the name of a helper, or nothing.
  const open: (string | undefined)[] = []
  for (const { start, end, words } of actions) {
    const [first, second] = words.map((word) => word.text)
    if (first === 'end') open.pop()
    else if (first === 'define' || first === 'block') open.push(second)
    else if (first === 'if' || first === 'with' || first === 'range') open.push(undefined)
    const name = open.findLast((each) => each !== undefined) ?? ''
    const part = parts.get(name) ?? { reads: [], isWhole: false, strings: new Set(), isOpen: false }
    parts.set(name, part)
    if (words.length === 3 && aliases.has(first!) && second === ':=') continue
    for (const [index, word] of words.entries()) {
      if (word.isString) {
        part.strings.add(word.text)
        if (word.text === 'Values') part.isWhole = true
        for (const [, chain] of word.text.matchAll(CHAIN)) part.reads.push({ path: chain!.slice(1).split('.'), file, start, end, isPrinted: false })
        continue
      }
      // Whole files are included by their paths.
      if (word.text === 'include' && words[index + 1]?.isString === false && !words.some((each) => each.text.endsWith('Template.BasePath'))) part.isOpen = true
      const steps = stepsBelow(word.text, aliases)
      if (steps === undefined) continue
      const path = [...steps, ...namesAfter(words, index)]
      if (path.length === 0 || METHODS.has(path[0]!)) part.isWhole = true
      else part.reads.push({ path, file, start, end, isPrinted: words.every((each, at) => at === index || PRINTING.test(each.text)) })
    }
  }
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
