/** What is said to the user of what the engine answers: in which words, and at which place within the expression. */
import { offsetInScalar } from '../parser/scalar-offset.ts'
import type { Tape } from '../parser/tape.ts'
import type { ReportOptions } from '../schema/constraints.ts'
import type { Reported } from '../schema/checker.ts'
import type { Answer, ExpressionFault, Question } from '../schema/expressions.ts'

export function reportsOf({ about }: Question, { faults = [], failure }: Answer): Reported[] {
  if (failure !== undefined) return [{ steps: [], message: `Its expressions were not checked: ${failure}`, options: { severity: 'warning' } }]
  return faults.flatMap((fault) => {
    const found = about(fault)
    if (found === undefined) return []
    const { message, line, column } = mistakeOf(fault)
    const options: ReportOptions = {}
    if (isEcho(fault, faults)) options.echo = true
    if (found.path !== undefined) options.path = found.path
    if (line !== undefined) options.within = (tape, node) => rangeWithin(tape, node, line, column!)
    return { steps: found.steps, code: fault.type, message, options }
  })
}

/** One thing that is wrong with an expression. Its lines and columns begin at 1, and columns count code points. */
const OF_TOTAL = /estimated rule cost total/
const CONTRIBUTED = /^contributed to estimated rule cost total/
const TOO_COSTLY = /^estimated \w+ cost exceeds budget/

/** One expression that costs too much makes all of them together cost too much; and of all together it is enough to say it once. */
const isEcho = ({ detail }: ExpressionFault, all: readonly ExpressionFault[]): boolean => CONTRIBUTED.test(detail) || (OF_TOTAL.test(detail) && all.some((other) => TOO_COSTLY.test(other.detail)))

interface Mistake {
  message: string
  line?: number
  column?: number
}

/** The engine lists what the compiler says one below the other, each with the line that it is about. */
const LISTED = /ERROR: <input>:(-?\d+):(\d+): ([^]*?)(?=\n \| |\nERROR: |$)/

/** Of several the first: others often follow from it. */
function mistakeOf({ detail }: ExpressionFault): Mistake {
  const [, line, column, text] = LISTED.exec(detail) ?? []
  if (text === undefined) return { message: reworded(detail) }
  // Of what is too large as a whole there is no line.
  return Number(line) < 1 ? { message: reworded(text) } : { message: reworded(text), line: Number(line), column: Number(column) }
}

/** What the user has written may be in a message, however long. */
const LONGEST = 300

const WORDS: readonly [RegExp, (...found: string[]) => string][] = [
  [/^undefined field '(.*)'$/, (name) => `Field "${name}" does not exist`],
  [/^undeclared reference to '(.*)' \(in container ''\)$/, (name) => `"${name}" is not declared`],
  [/^found no matching overload for '(.*)' applied to '(.*)\.\((.*)\)'$/, (name, on, given) => `Function "${operator(name)}" of ${on} cannot take ${given === '' ? 'no arguments' : given}`],
  [/^found no matching overload for '(.*)' applied to '\((.*)\)'$/, (name, given) => (isOperator(name) ? `Operator "${operator(name)}" cannot be applied to ${given.replace(/, (?=[^,]*$)/, ' and ')}` : `Function "${name}" cannot take ${given === '' ? 'no arguments' : given}`)],
  [/^expected type '(.*)' but found '(.*)'$/, (wanted, found) => `The type must be ${wanted}, not ${found}`],
  [/^(?:expression recursion limit|max recursion depth) exceeded/, () => 'The expression is nested too deep, or has too many operators in a row: at most 250'],
  [/^expression code point size exceeds limit: size: (\d+), limit (\d+)$/, (size, most) => `The expression has ${size} characters, and may have ${most}`],
  [/^Syntax error: (?:mismatched|extraneous) input '<EOF>'/, () => 'Syntax error: the expression ends too early'],
  [/^Syntax error: (?:mismatched|extraneous) input '(.*?)' expecting/, (found) => `Syntax error: "${found}" is not expected here`],
  [/^Syntax error: token recognition error at: '(.*)'$/, (found) => `Syntax error: ${JSON.stringify(found!.trim())} is not expected here`],
  [/^Syntax error: no viable alternative at input '(.*)'$/, (found) => `Syntax error: "${found}" is not expected here`],
  [/^(?:messageE|cel e)xpression must evaluate to a (\w+)$/, (type) => `must evaluate to a ${type}`],
  [/^must evaluate to one of \[(.*)\] but got (.*)$/, (types, found) => `The result must be ${types.replaceAll(' ', ' or ')}, not ${found}`],
  [/^must evaluate to (.*) but got (.*)$/, (type, found) => `The result must be ${type}, not ${found}`],
  [/^must evaluate to bool or the unknown type, not (.*)$/, (found) => `The result must be bool or an attribute, not ${found}`],
  [/^too complex, exceeds cost limit$/, () => 'The expression may cost more than the API server allows'],
  [/^estimated (?:rule|messageExpression) cost exceeds budget by factor of (.*?) \(/, (factor) => `The expression may cost ${factor} what the API server allows: limit what it goes through with maxItems, maxProperties and maxLength`],
  [/^x-kubernetes-validations estimated rule cost total .*? by factor of (.*?) \(/, (factor) => `All rules together may cost ${factor} what the API server allows: limit what they go through with maxItems, maxProperties and maxLength`],
  [/^contributed to estimated rule cost total/, () => 'The expression is one of those that make all rules together cost more than the API server allows'],
  [/^oldSelf cannot be used on the uncorrelatable portion of the schema within (.*)$/, (path) => `oldSelf cannot be used here, for items of ${path.replace(/^schema\.openAPIV3Schema\.?/, '') || 'the list'} have no keys by which old ones are found`],
  [/^may not be set if oldSelf is not used in rule$/, () => 'cannot be set unless the rule uses oldSelf'],
  [/^message must be specified if rule contains line breaks$/, () => 'is required, for the rule has line breaks'],
  [/^must not contain line breaks$/, () => 'must not have line breaks'],
  [/must be non-empty if specified$/, () => 'must not consist of spaces only'],
  [/^failed rule: ([^]*)$/, (rule) => `The default breaks a rule of the schema: ${rule.replaceAll(/\s+/g, ' ')}`],
  [/^rule is not specified$/, () => 'is required'],
  [/^must be a valid path$/, () => 'must be the path of a field below: .spec.replicas'],
  [/unable to convert structural schema to CEL declarations$/, () => 'Rules need a schema with a type'],
]

function reworded(text: string): string {
  for (const [pattern, words] of WORDS) {
    const found = pattern.exec(text)
    if (found !== null) return cut(words(...found.slice(1)))
  }
  const rest = text.replace(/^compilation failed: /, '')
  return cut(rest.charAt(0).toUpperCase() + rest.slice(1))
}

const cut = (message: string): string => (message.length > LONGEST ? `${message.slice(0, LONGEST - 1)}…` : message)

const isOperator = (name: string): boolean => /^@?\W|^_|^@in$/.test(name)
/** As it is written: `_==_`. */
const operator = (name: string): string => (name === '_?_:_' ? '?:' : name === '_[_]' ? '[]' : name.replace(/^[@_]|_$/g, '').replace(/_$/, ''))

/** The words or signs at a place within the value of a scalar. Undefined where it cannot be told. */
function rangeWithin(tape: Tape, node: number, line: number, column: number): [start: number, end: number] | undefined {
  const value = tape.scalar(node)
  if (typeof value !== 'string') return undefined
  let from = 0
  for (let left = line - 1; left > 0; left--) {
    const next = value.indexOf('\n', from)
    if (next === -1) return undefined
    from = next + 1
  }
  for (let left = column - 1; left > 0 && from < value.length; left--) from += value.codePointAt(from)! > 0xffff ? 2 : 1
  let to = from
  const isWord = (at: number): boolean => /[\w"']/.test(value.charAt(at))
  if (value[from] === '.' && isWord(from + 1)) to = ++from
  else if (value[from] === '(') while (from > 0 && isWord(from - 1)) from--
  if (to < from) to = from
  while (isWord(to)) to++
  if (to === from) while (/[=!<>&|+\-*/%?:]/.test(value.charAt(to))) to++
  const start = offsetInScalar(tape, node, Math.min(from, value.length))
  if (start === undefined) return undefined
  // At the end there is nothing to underline: then it is what comes before it.
  if (from >= value.trimEnd().length) return [Math.max(start - 1, tape.start(node)), start]
  const last = offsetInScalar(tape, node, Math.max(to - 1, from))
  return [start, (last ?? start) + 1]
}
