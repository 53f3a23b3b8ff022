/** What kubectl refuses to read, and where: thrown where it is found, worded in `syntax-errors.ts`. */

export type FaultCode =
  | 'after-end'
  | 'after-tag'
  | 'after-value'
  | 'anchor'
  | 'bad-code-point'
  | 'bad-escape'
  | 'bad-hex'
  | 'bad-start'
  | 'block-header'
  | 'block-in-flow'
  | 'block-tab'
  | 'byte-order-mark'
  | 'complex-key'
  | 'dash-in-flow'
  | 'directive'
  | 'empty-item'
  | 'indentation'
  | 'json-colon'
  | 'json-comma'
  | 'json-comment'
  | 'json-control'
  | 'json-key'
  | 'json-nothing'
  | 'json-number'
  | 'json-quote'
  | 'json-value'
  | 'json-word'
  | 'long-key'
  | 'marker-content'
  | 'marker-in-flow'
  | 'marker-in-quotes'
  | 'multiline-key'
  | 'nested-list'
  | 'nested-map'
  | 'no-colon'
  | 'no-comma'
  | 'no-key'
  | 'no-marker'
  | 'nothing-to-end'
  | 'properties'
  | 'stray-bracket'
  | 'tab'
  | 'tag'
  | 'too-deep'
  | 'too-large'
  | 'unclosed'
  | 'unclosed-quote'
  | 'wrong-bracket'

/** No Error: nobody wants its stack trace, and making one is slow. */
export class Fault {
  readonly code: FaultCode
  readonly start: number
  readonly end: number
  constructor(code: FaultCode, start: number, end: number) {
    this.code = code
    this.start = start
    this.end = end
  }
}
