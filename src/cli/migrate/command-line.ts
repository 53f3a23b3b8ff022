/** A command line as people have it in scripts and CI: taken apart as a shell does it, and put together again around the part of one tool. */
import { UsageError } from '../../usage-error.ts'

export interface CommandLine {
  /** Up to the tool, and after its arguments; put back as they are. */
  before: string
  after: string
  /** What the tool is given. */
  args: string[]
  /** Its input comes from another program. */
  isPiped: boolean
  /** It runs in a container, which is left out. */
  inContainer: boolean
}

interface Word {
  text: string
  start: number
  end: number
  isOperator: boolean
}

const CONTAINERS: ReadonlySet<string> = new Set(['docker', 'podman', 'nerdctl', 'sudo'])

/** The part of a tool, by one of its names. Throws a UsageError when there is none. */
export function readCommandLine(text: string, names: readonly string[]): CommandLine {
  const words = wordsOf(text)
  const at = words.findIndex((word) => !word.isOperator && names.includes(nameOf(word.text)))
  // Arguments alone.
  if (at === -1 && words[0]?.text.startsWith('-') === true) return { before: '', after: '', args: words.filter((word) => !word.isOperator).map((word) => word.text), isPiped: false, inContainer: false }
  if (at === -1) throw new UsageError(`"${text.trim()}" does not run ${names[0]}`)
  let end = words.findIndex((word, index) => index > at && word.isOperator)
  if (end === -1) end = words.length
  let start = at
  while (start > 0 && !words[start - 1]!.isOperator) start--
  const inContainer = CONTAINERS.has(words[start]!.text)
  const first = inContainer ? start : at
  return {
    before: text.slice(0, words[first]!.start),
    after: end < words.length ? ` ${text.slice(words[end]!.start).trimEnd()}` : '',
    args: words.slice(at + 1, end).map((word) => word.text),
    isPiped: start > 0 && words[start - 1]!.text === '|' && words[start]!.text !== 'xargs',
    inContainer: inContainer && words[start]!.text !== 'sudo',
  }
}

/** `/usr/bin/kubeconform`, `ghcr.io/yannh/kubeconform:v0.6.7@sha256:…` */
const nameOf = (word: string): string => word.split(/[\\/]/).at(-1)!.replace(/[:@].*$/, '').replace(/\.exe$/, '')

function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let word: Word | undefined
  let quote = ''
  const begin = (at: number) => (word ??= { text: '', start: at, end: at, isOperator: false })
  const finish = (at: number) => {
    if (word !== undefined) words.push(Object.assign(word, { end: at }))
    word = undefined
  }
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    if (quote === '' && character === '\\' && /[\n\r]/.test(text[at + 1] ?? '')) {
      finish(at)
      at++
    } else if (quote !== "'" && character === '\\' && at + 1 < text.length) begin(at).text += text[++at]!
    else if (quote !== '') {
      if (character === quote) quote = ''
      else begin(at).text += character
    } else if (character === '"' || character === "'") {
      begin(at)
      quote = character
    } else if (/\s/.test(character) && character !== '\n') finish(at)
    else if (character === '#' && word === undefined) while (at + 1 < text.length && text[at + 1] !== '\n') at++
    else {
      const operator = /^(?:\|\||&&|[|;&\n]|\d?>>?)/.exec(text.slice(at))?.[0]
      if (operator === undefined || (/^\d/.test(operator) && word !== undefined)) begin(at).text += character
      else {
        finish(at)
        words.push({ text: operator, start: at, end: at + operator.length, isOperator: true })
        at += operator.length - 1
      }
    }
  }
  if (quote !== '') throw new UsageError(`The command line has a ${quote} that does not end`)
  finish(text.length)
  return words.filter((each, index) => !(each.isOperator && each.text === '\n' && index === words.length - 1))
}

/** As a shell reads it back. Variables are left to it. */
export const shellWord = (word: string): string => (/^[\w@%+=:,./$(){}*-]+$/.test(word) && !/[*(){}]/.test(word.replace(/\$[({][^)}]*[)}]|\$\w+/g, '')) ? word : /^[^'\n]*$/.test(word) && !word.includes('$') ? `'${word}'` : `"${word.replace(/["\\`]/g, '\\$&')}"`)
