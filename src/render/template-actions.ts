/** The actions of a Go template, `{{ … }}`, as words. It is not parsed: what is asked of it is which values are named where. */

export interface Action {
  /** Offsets of its braces. */
  start: number
  end: number
  words: readonly Word[]
}

export interface Word {
  text: string
  /** In quotes, which are not part of its text. */
  isString: boolean
}

const WORD = /"(?:\\.|[^"\\\n])*"|`[^`]*`|'(?:\\.|[^'\\\n])*'|[\w$.]+|:=|[^\s\w$."`']/g
const COMMENT = /^\{\{-?\s*\/\*/
/** Whether a comment begins at these braces. */
export const isCommentAt = (text: string, start: number): boolean => COMMENT.test(text.slice(start, start + 100))

/** Actions in the order of the text, without comments. What is broken ends the list: Helm says what is wrong with it. */
export function actionsOf(text: string): Action[] {
  const actions: Action[] = []
  for (let start = text.indexOf('{{'); start !== -1; ) {
    const isComment = isCommentAt(text, start)
    const end = isComment ? after(text, '}}', text.indexOf('*/', start)) : endOf(text, start + 2)
    if (end === -1) break
    if (!isComment) actions.push({ start, end, words: wordsOf(text.slice(start + 2, end - 2)) })
    start = text.indexOf('{{', end)
  }
  return actions
}

function after(text: string, word: string, from: number): number {
  const at = from === -1 ? -1 : text.indexOf(word, from)
  return at === -1 ? -1 : at + word.length
}

/** Braces in strings do not end an action. */
function endOf(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const letter = text[at]!
    if (letter === '}' && text[at + 1] === '}') return at + 2
    if (letter === '`') at = text.indexOf('`', at + 1)
    else if (letter === '"' || letter === "'") for (at++; at < text.length && text[at] !== letter; at++) if (text[at] === '\\') at++
    if (at === -1) return -1
  }
  return -1
}

const wordsOf = (body: string): Word[] => [...body.replace(/^-(?=\s)/, '').replace(/(?<=\s)-$/, '').matchAll(WORD)].map(([word]) => (/^["`]/.test(word) ? { text: word.slice(1, -1), isString: true } : { text: word, isString: false }))
