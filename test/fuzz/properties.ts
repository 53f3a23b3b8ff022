/** What holds for every input, whatever is wrong with it. */
import { stringify, type CreateNodeOptions, type DocumentOptions, type ToStringOptions } from 'yaml'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { ExpressionEngine } from '../../src/expression-engine.ts'
import { Linter } from '../../src/lint.ts'
import { allRules } from '../../src/rules.ts'
import { INHERITED_NAME, PLAIN_NAME, spoil, type Value } from './mutate.ts'
import type { Random } from './random.ts'

/** Whether keys are sorted depends on how they are spelled, and names are changed here. */
const severities = new Map(allRules().flatMap(({ id, severity }) => (id === 'require-sorted-keys' ? [] : [[id, severity]])))

/** One for all inputs, as a run has one for all its files: starting one takes longer than linting most inputs. */
export const engine = new ExpressionEngine()

export type Files = readonly { file: string; text: string }[]

/** With all rules there are. */
export async function lintFiles(files: Files): Promise<Diagnostic[]> {
  const linter = new Linter({ kubernetesVersions: ['1.37'], severities, engine, describe: false })
  for (const { file, text } of files) await linter.add({ file, text, named: true })
  return (await linter.finish()).diagnostics
}

/** About how a text is written. */
const OF_WRITING: readonly string[] = ['no-lost-text']

/** Of findings what does not depend on how the objects are written. */
/** What to do about a wrong type, and where something else is: in JSON there are other signs and other lines. */
const AS_WRITTEN = /(?:: (?:remove the (?:dash|brackets)|put (?:a dash before each item|it in (?:brackets|quotes))|write "\|" after the colon to make it a string)| in line \d+)$/

const told = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.filter(({ rule }) => !OF_WRITING.includes(rule)).map(({ rule, severity, code, object, path, message }) => JSON.stringify([rule, severity, code, object, path, message.replace(AS_WRITTEN, '')])).sort()

const placed = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ rule, start, end, path, message }) => JSON.stringify([rule, start.line, start.column, end.line, end.column, path, message]))

/** Undefined when all is well, or else what is not. */
export async function faultOf(objects: readonly Value[], random: Random): Promise<string | undefined> {
  const isFlow = random.below(4) === 0
  const options: DocumentOptions & CreateNodeOptions & ToStringOptions = {
    version: '1.1',
    lineWidth: 0,
    aliasDuplicateObjects: false,
    indent: random.of([2, 4]),
    indentSeq: random.below(2) === 0,
    collectionStyle: isFlow ? 'flow' : 'any',
    // In flow style the package writes some of them plain that are none to kubectl.
    defaultStringType: isFlow ? 'QUOTE_DOUBLE' : 'PLAIN',
    defaultKeyType: 'PLAIN',
  }
  const yaml = objects.map((object) => stringify(object, options)).join('---\n')
  const json = objects.map((object) => JSON.stringify(object, null, random.below(2))).join('\n---\n')
  const found = await lintFiles([{ file: 'a.yaml', text: yaml }])
  const asJson = await lintFiles([{ file: 'a.yaml', text: json }])
  const spoiled = spoil(yaml, random)
  return (
    (await faultOfText(yaml, found)) ??
    (await faultOfText(spoiled, await lintFiles([{ file: 'a.yaml', text: spoiled }]))) ??
    unsoundAmong(asJson, json) ??
    differenceOf('as JSON', told(found), told(asJson), yaml) ??
    (await faultOfName(yaml, found)) ??
    differenceOf('after another file', placed(found), placed((await lintFiles([{ file: 'b.md', text: '```yaml\nkind: [a\n```\n' }, { file: 'a.yaml', text: yaml }])).filter(({ file }) => file === 'a.yaml')), yaml)
  )
}

/** Files are found in any order, and some are read while others are written. */
export async function faultOfOrder(files: Files, random: Random): Promise<string | undefined> {
  const all = (diagnostics: readonly Diagnostic[]) => diagnostics.map((each) => JSON.stringify(each))
  return differenceOf('in another order', all(await lintFiles(files)), all(await lintFiles(random.shuffle(files))), files.map(({ file, text }) => `# ${file}\n${text}`).join('---\n'))
}

/** What every object of JavaScript has is a name like any other. */
async function faultOfName(text: string, found: readonly Diagnostic[]): Promise<string | undefined> {
  if (!text.includes(PLAIN_NAME)) return undefined
  const renamed = await lintFiles([{ file: 'a.yaml', text: text.replaceAll(PLAIN_NAME, INHERITED_NAME) }])
  const plain = (diagnostics: readonly Diagnostic[]) => placed(diagnostics).map((each) => each.replaceAll(INHERITED_NAME, PLAIN_NAME).replace(/, did you mean .*/, ''))
  return differenceOf('with an inherited name', plain(found), plain(renamed), text)
}

async function faultOfText(text: string, found: readonly Diagnostic[]): Promise<string | undefined> {
  return unsoundAmong(found, text) ?? differenceOf('with CRLF', placed(found), placed(await lintFiles([{ file: 'a.yaml', text: text.replaceAll('\n', '\r\n') }])), text)
}

function unsoundAmong(diagnostics: readonly Diagnostic[], text: string): string | undefined {
  for (const diagnostic of diagnostics) {
    const fault = unsound(diagnostic, text)
    if (fault !== undefined) return `${fault}: ${JSON.stringify(diagnostic)}\n${text}`
  }
  return undefined
}

export function differenceOf(how: string, here: readonly string[], there: readonly string[], text: string): string | undefined {
  if (here.length === there.length && here.every((each, at) => each === there[at])) return undefined
  const only = (mine: readonly string[], others: readonly string[]) => mine.filter((each) => !others.includes(each))
  return `${how} it is different:\n- ${only(here, there).join('\n- ')}\n+ ${only(there, here).join('\n+ ')}\n${text}`
}

/** Words of JavaScript that stand in a message only when its code was not prepared for what it met. */
const JAVASCRIPT = /\bundefined\b|\bNaN\b|\bInfinity\b|\[object |\bfunction\b|=>|native code/

export function unsound({ message, start, end, edits, related = [], sourceLine }: Diagnostic, text: string): string | undefined {
  const strange = JAVASCRIPT.exec(message)
  if (strange !== null && !text.includes(strange[0])) return `the message says ${strange[0]}`
  if (message.trim() === '') return 'there is no message'
  // The mark of the byte order is in no line.
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
  for (const place of [{ start, end }, ...related]) {
    if (!(place.start.offset < place.end.offset && place.end.offset <= text.length)) return 'the range is empty or beyond the text'
    for (const { line, column, offset } of [place.start, place.end]) {
      if (![line, column, offset].every(Number.isSafeInteger) || line < 1 || line > lines.length || column < 1 || column > lines[line - 1]!.length + 1) return 'there is no such place'
    }
  }
  if (lines[start.line - 1] !== sourceLine) return 'that is another line'
  for (const edit of edits) if (!(edit.start.offset <= edit.end.offset && edit.end.offset <= text.length)) return 'an edit has no sound range'
  return undefined
}
