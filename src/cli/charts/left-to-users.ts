/** What is no mistake of a chart, because its users decide it by their values. */
import type { Diagnostic } from '../../diagnostic.ts'
import type { Lack } from '../../model/completion.ts'
import type { Range } from '../../render/values.ts'

/** Fields of a container or pod that a chart offers as a whole: limits are missing where its `resources` are empty. */
const OFFERED = /(?:^|\.)(\w+)(?:\[[^\]]*\])?(?=\.|$)/g
const TESTS = /\/templates\/tests?\//

interface Written {
  /** As it stands there, and not by a value. */
  isText: boolean
  /** In a line that begins with text, such as a key. */
  isInLine: boolean
  /** With values that are there for trying the chart. */
  isTrial: boolean
  /** It names a port of pods, or a Service that a StatefulSet can run without, which templates of the chart have where some values ask for it. */
  isOfferedElsewhere: boolean
}

/** `text` is that of the template, `range` is where the finding stands in it. */
export function isForUsers({ severity, rule, path, file }: Diagnostic, lack: Lack | undefined, text: string, range: Range, { isText, isInLine, isTrial, isOfferedElsewhere }: Written): boolean {
  if (isOfferedElsewhere) return true
  // Keys that values add to those of the template: whoever adds them sees to it that they are others.
  if (rule === 'no-duplicate-key' && isTrial && !isText) return true
  if (severity === 'error') return false
  // Pods that try a release out, and are gone when they have.
  if (TESTS.test(file)) return true
  // The namespace of a release is that of whoever installs it.
  if (rule === 'no-default-namespace' && !isText) return true
  if (lack === 'here') return isOffered(path, isInLine ? around(text, range.start) : text)
  // The name of what is not there is given by a value: there it is where the value comes from.
  if (lack === 'elsewhere' && rule.startsWith('no-unknown-') && !isText) return true
  return isTrial && !isText
}

/** Whether the template can set what is missing: it names the field, so that it is values which leave it out. */
function isOffered(path: string, text: string): boolean {
  const fields = [...path.matchAll(OFFERED)].map(([, field]) => field!).filter((field) => !/^(?:spec|template|containers|initContainers|metadata|jobTemplate)$/.test(field))
  return fields.slice(-3).some((field) => new RegExp(`\\b${field}\\b`, 'i').test(text))
}

/** The lines of the map or item that a place is in: those as far to the right. Lines of actions alone stand anywhere. */
function around(text: string, at: number): string {
  const lines = text.split('\n')
  const index = text.slice(0, at).split('\n').length - 1
  const depth = columnOf(lines[index]!)
  const ends = (line: string): boolean => line.trim() !== '' && !/^\s*\{\{/.test(line) && columnOf(line) < depth
  let first = index
  while (first > 0 && !/^\s*- /.test(lines[first]!) && !ends(lines[first - 1]!)) first--
  let last = index
  while (last + 1 < lines.length && !ends(lines[last + 1]!) && !isNextItem(lines[last + 1]!, depth)) last++
  return lines.slice(first, last + 1).join('\n')
}

/** Of its first key, where a dash stands before it. */
const columnOf = (line: string): number => /^\s*(?:- +)?/.exec(line)![0].length

const isNextItem = (line: string, depth: number): boolean => /^\s*- /.test(line) && columnOf(line) <= depth
