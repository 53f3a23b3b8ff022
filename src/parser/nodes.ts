/** The slow way to read a document, second step: its nodes, out of tokens. No call goes down a level: a document may be ten thousand deep. */
import { Fault, type FaultCode } from './fault.ts'
import { Kind } from './node.ts'
import type { Token, TokenType } from './tokens.ts'

export interface YamlNode {
  /** `explicit`: an alias. */
  kind: Kind
  start: number
  end: number
  flow: boolean
  /** Word 3 of a block scalar. */
  header: number
  /** In full. */
  tag: string | undefined
  /** Of a map: key, value, key, value, …. */
  children: YamlNode[]
  /** What an alias stands for. */
  target: YamlNode | undefined
}

/** An alias without an anchor before it. */
export class UnknownAlias {
  readonly start: number
  readonly end: number
  readonly name: string
  constructor(start: number, end: number, name: string) {
    this.start = start
    this.end = end
    this.name = name
  }
}

/** What is to be read next. Those with a collection have their own entry on the stack. */
type State = 'end' | 'node' | 'sequence' | 'indentless' | 'map-key' | 'map-value' | 'flow-sequence' | 'flow-map' | 'flow-map-value' | 'flow-map-nothing' | 'pair-key' | 'pair-value'

interface Frame {
  state: State
  node: YamlNode
  /** Whether nothing was read of it so far. */
  first: boolean
}

/** The root of the document; undefined when there is none. Throws a Fault, or an `UnknownAlias`. */
export function parseNodes(tokens: readonly Token[], fault: Fault | undefined): YamlNode | undefined {
  return new Parser(tokens, fault).parse()
}

class Parser {
  private readonly tokens: readonly Token[]
  private readonly fault: Fault | undefined
  private index = 0
  private readonly frames: Frame[] = []
  private readonly anchors = new Map<string, YamlNode>()
  private root: YamlNode | undefined

  constructor(tokens: readonly Token[], fault: Fault | undefined) {
    this.tokens = tokens
    this.fault = fault
  }

  parse(): YamlNode | undefined {
    if (this.peek().type === 'end') return undefined
    this.node(true, false)
    for (let frame = this.frames.at(-1); frame !== undefined; frame = this.frames.at(-1)) this.step(frame)
    const { type, start, end } = this.peek()
    // kubectl drops what is left.
    if (type !== 'end') throw new Fault(type === 'scalar' ? 'after-value' : 'indentation', start, end)
    return this.root
  }

  private peek(): Token {
    const token = this.tokens[this.index]!
    if (token.type === 'fault') throw this.fault!
    return token
  }

  private is(...types: TokenType[]): boolean {
    return types.includes(this.peek().type)
  }

  private take(): Token {
    const token = this.peek()
    this.index++
    return token
  }

  private step(frame: Frame): void {
    const { first } = frame
    frame.first = false
    switch (frame.state) {
      case 'sequence':
      case 'indentless':
        return this.item(frame)
      case 'map-key':
        return this.mapKey(frame)
      case 'map-value':
        return this.mapValue(frame, ['key', 'value', 'block-end'], true, 'map-key')
      case 'flow-sequence':
        return this.flowItem(first)
      case 'flow-map':
        return this.flowKey(frame, first)
      case 'flow-map-value':
        return this.mapValue(frame, ['flow-entry', 'flow-map-end'], false, 'flow-map')
      case 'flow-map-nothing':
        frame.state = 'flow-map'
        return this.missing(frame.node.children.at(-1)!.end)
      case 'pair-key':
        frame.state = 'pair-value'
        return this.node(false, false)
      case 'pair-value':
        frame.state = 'end'
        return this.mapValue(frame, ['flow-entry', 'flow-sequence-end'], false, 'end')
      default:
        this.close(frame.node.children.at(-1)?.end ?? frame.node.end)
    }
  }

  private item(frame: Frame): void {
    const isIndentless = frame.state === 'indentless'
    const token = this.peek()
    if (token.type === 'entry') {
      this.index++
      if (this.is('entry', 'block-end') || (isIndentless && this.is('key', 'value'))) return this.missing(token.end)
      return this.node(true, false)
    }
    if (!isIndentless) {
      if (token.type !== 'block-end') this.unexpected(token)
      this.index++
    }
    this.close(frame.node.children.at(-1)!.end)
  }

  private mapKey(frame: Frame): void {
    const token = this.take()
    if (token.type === 'block-end') return this.close(frame.node.children.at(-1)!.end)
    frame.state = 'map-value'
    if (token.type === 'value') {
      // A value without a key before it.
      this.index--
      return this.missing(token.start)
    }
    if (token.type !== 'key') this.unexpected(token)
    if (this.is('key', 'value', 'block-end')) return this.missing(token.end)
    this.node(true, true)
  }

  /** The value of the key that was read last, or an empty one when one of the tokens `ends` comes first. */
  private mapValue(frame: Frame, ends: TokenType[], inBlock: boolean, next: State): void {
    frame.state = next
    let missingAt = frame.node.children.at(-1)!.end
    if (this.is('value')) {
      missingAt = this.take().end
      if (!this.is(...ends)) return this.node(inBlock, inBlock)
    }
    this.missing(missingAt)
  }

  private flowItem(first: boolean): void {
    this.comma('flow-sequence-end', first)
    const token = this.peek()
    if (token.type === 'flow-sequence-end') return this.closeFlow()
    if (token.type !== 'key') return this.node(false, false)
    this.index++
    const start = this.peek().start
    const pair = this.add({ kind: Kind.map, start, end: start, flow: true, header: 0, tag: undefined, children: [], target: undefined })
    this.frames.push({ state: 'pair-key', node: pair, first: false })
  }

  private flowKey(frame: Frame, first: boolean): void {
    this.comma('flow-map-end', first)
    const token = this.peek()
    if (token.type === 'flow-map-end') return this.closeFlow()
    if (token.type === 'key') {
      this.index++
      frame.state = 'flow-map-value'
      if (this.is('value', 'flow-entry', 'flow-map-end')) return this.missing(this.peek().start)
      return this.node(false, false)
    }
    frame.state = 'flow-map-nothing'
    this.node(false, false)
  }

  /** The comma before all but the first entry. */
  private comma(end: TokenType, first: boolean): void {
    const token = this.peek()
    if (first || token.type === end) return
    if (token.type === 'flow-entry') this.index++
    else throw new Fault(token.type === 'flow-map-end' || token.type === 'flow-sequence-end' ? 'wrong-bracket' : token.type === 'value' ? 'nested-map' : 'no-comma', token.start, token.end)
  }

  private unexpected({ type, start, end }: Token): never {
    throw new Fault(CODES[type] ?? 'indentation', start, Math.max(end, start + 1))
  }

  /** Reads the properties of a node, and the node, or what it begins with. */
  private node(inBlock: boolean, mayBeIndentless: boolean): void {
    let token = this.take()
    if (token.type === 'alias') {
      const target = this.anchors.get(token.text)
      if (target === undefined) throw new UnknownAlias(token.start, token.end, token.text)
      this.add({ kind: Kind.explicit, start: token.start, end: token.end, flow: false, header: 0, tag: undefined, children: [], target })
      return
    }
    let anchor: Token | undefined
    let tag: Token | undefined
    for (; token.type === 'anchor' || token.type === 'tag'; token = this.take()) {
      if (token.type === 'anchor' ? anchor !== undefined : tag !== undefined) throw new Fault('properties', token.start, token.end)
      if (token.type === 'anchor') anchor = token
      else tag = token
    }
    const node: YamlNode = { kind: token.kind, start: token.start, end: token.end, flow: false, header: token.header, tag: tag?.text, children: [], target: undefined }
    let state: State | undefined
    switch (token.type) {
      case 'scalar':
        break
      case 'entry':
        if (!mayBeIndentless) this.unexpected(token)
        this.index--
        state = 'indentless'
        break
      case 'flow-sequence':
      case 'flow-map':
        node.flow = true
        state = token.type
        break
      case 'block-sequence':
      case 'block-map':
        if (!inBlock) throw new Fault('block-in-flow', token.start, token.end)
        state = token.type === 'block-map' ? 'map-key' : 'sequence'
        break
      default: {
        this.index--
        const last = tag !== undefined && (anchor === undefined || tag.end > anchor.end) ? tag : anchor
        if (last === undefined) return this.unexpected(token)
        if (token.type === 'alias') throw new Fault('properties', token.start, token.end)
        // Nothing: a tag makes a value of it all the same, and is what one sees of it.
        node.start = tag?.start ?? last.end
        node.end = last.end
      }
    }
    if (state !== undefined) node.kind = state === 'map-key' || state === 'flow-map' ? Kind.map : Kind.sequence
    if (anchor !== undefined) this.anchors.set(anchor.text, node)
    this.add(node)
    if (state !== undefined) this.frames.push({ state, node, first: true })
  }

  /** An empty value. */
  private missing(at: number): void {
    this.add({ kind: Kind.plain, start: at, end: at, flow: false, header: 0, tag: undefined, children: [], target: undefined })
  }

  private add(node: YamlNode): YamlNode {
    const parent = this.frames.at(-1)?.node
    if (parent === undefined) this.root = node
    else parent.children.push(node)
    return node
  }

  private closeFlow(): void {
    this.close(this.take().end)
  }

  private close(end: number): void {
    const { node } = this.frames.pop()!
    node.end = end
    // A block map begins with its first key, without what marks that as one.
    if (node.kind === Kind.map && !node.flow) node.start = node.children[0]!.start
  }
}

/** What is wrong about a token where it cannot be. */
const CODES: Partial<Record<TokenType, FaultCode>> = {
  'flow-entry': 'empty-item',
  'flow-map': 'after-value',
  'flow-map-end': 'wrong-bracket',
  'flow-sequence': 'after-value',
  'flow-sequence-end': 'wrong-bracket',
  alias: 'after-value',
  anchor: 'properties',
  scalar: 'after-value',
  tag: 'properties',
  value: 'no-key',
}
