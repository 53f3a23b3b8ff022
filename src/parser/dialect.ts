/** What kubectl's reader refuses in a document but the package `yaml` lets through, looked for in its concrete syntax tree. */
import type { CST } from 'yaml'
import { Fault } from './fault.ts'

const VERSION = /^%YAML[ \t]+0*1\.0*1[ \t]*(?:#.*)?$/
const TAG_HANDLE = /^%TAG[ \t]+![A-Za-z0-9_-]*!?[ \t]+[^ \t]+[ \t]*(?:#.*)?$/
const ANCHOR = /^[&*][A-Za-z0-9_-]+$/
const AFTER_ANCHOR = /^(?:[ \t\r\n?:,\]}%@`]|$)/
const AFTER_TAG = /^(?:[ \t\r\n]|$)/

/** The first thing that kubectl refuses; offsets are those of `source`. */
export function findDialectFault(tokens: readonly CST.Token[], source: string): Fault | undefined {
  try {
    check(tokens, source)
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
  return undefined
}

function check(tokens: readonly CST.Token[], source: string): void {
  let hasVersion = false
  for (const token of tokens) {
    if (token.type === 'directive') {
      const isVersion = token.source.startsWith('%YAML')
      if (!(isVersion ? VERSION : TAG_HANDLE).test(token.source) || (isVersion && hasVersion)) throw new Fault('directive', token.offset, token.offset + token.source.length)
      hasVersion ||= isVersion
    } else if (token.type === 'document') {
      checkBetween(token.start, false, source)
      checkNode(token.value, false, source)
    }
  }
}

function checkNode(token: CST.Token | null | undefined, inFlow: boolean, source: string): void {
  switch (token?.type) {
    case 'alias':
      checkAnchor(token, source)
      break
    case 'scalar':
      // In flow style a question mark ends a plain value and begins a key, and a colon begins a value.
      if (inFlow) refuse(/^:|\?/, token, 'bad-start')
      break
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      // Where `yaml` says so is the end of the text.
      if (token.source.length === 1 || !token.source.endsWith(token.source[0]!)) throw new Fault('unclosed-quote', token.offset, token.offset + 1)
      if (token.type === 'double-quoted-scalar') checkEscapes(token)
      break
    case 'block-map':
    case 'block-seq':
    case 'flow-collection': {
      const isFlow = token.type === 'flow-collection'
      for (const item of token.items as CST.CollectionItem[]) {
        checkBetween(item.start, isFlow, source)
        checkNode(item.key, isFlow, source)
        if (item.sep !== undefined) {
          checkBetween(item.sep, isFlow, source)
          if (isFlow && item.key?.type === 'scalar') checkFlowColon(item.sep, source)
        }
        checkNode(item.value, isFlow, source)
      }
      if (isFlow && !/^[\]}]/.test(token.end[0]?.source ?? '')) throw new Fault('unclosed', token.offset, token.offset + 1)
    }
  }
  if (!inFlow && token !== null && token !== undefined && 'end' in token && token.end !== undefined && token.type !== 'scalar') checkBetween(token.end, false, source)
}

function refuse(pattern: RegExp, token: CST.FlowScalar, code: 'bad-start'): void {
  const found = token.source.search(pattern)
  if (found !== -1) throw new Fault(code, token.offset + found, token.offset + found + 1)
}

/** Properties, indicators and white space before a node, or after it. */
function checkBetween(tokens: readonly CST.SourceToken[], inFlow: boolean, source: string): void {
  // Where a key may begin, no tab may stand before it.
  let isFresh = false
  for (const token of tokens) {
    if (token.type === 'space') {
      const tab = token.source.indexOf('\t')
      if (tab !== -1 && isFresh && !inFlow) throw new Fault('tab', token.offset + tab, token.offset + tab + 1)
      continue
    }
    isFresh = token.type === 'newline' || token.type === 'seq-item-ind' || token.type === 'explicit-key-ind'
    if (token.type === 'anchor') checkAnchor(token, source)
    if (token.type === 'tag' && !AFTER_TAG.test(source.slice(token.offset + token.source.length, token.offset + token.source.length + 1))) {
      throw new Fault('after-tag', token.offset, token.offset + token.source.length)
    }
  }
}

function checkAnchor(token: { offset: number; source: string }, source: string): void {
  const end = token.offset + token.source.length
  if (!ANCHOR.test(token.source) || !AFTER_ANCHOR.test(source.slice(end, end + 1))) throw new Fault('anchor', token.offset, end)
}

/** `{a:}` has a key "a:" for kubectl and a key "a" for `yaml`. */
function checkFlowColon(sep: readonly CST.SourceToken[], source: string): void {
  const first = sep[0]
  if (first?.type === 'map-value-ind' && !AFTER_TAG.test(source.slice(first.offset + 1, first.offset + 2))) throw new Fault('flow-colon', first.offset, first.offset + 1)
}

function checkEscapes(token: CST.FlowScalar): void {
  for (const match of token.source.matchAll(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|.)/gs)) {
    const start = token.offset + match.index
    const code = parseInt(match[1] ?? match[2] ?? '0', 16)
    if (match[0] === '\\/') throw new Fault('bad-escape', start, start + 2)
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) throw new Fault('bad-code-point', start, start + match[0].length)
  }
}
