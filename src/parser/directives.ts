/** The lines before `---` that begin with a percent sign. */
import { lineEnd, type Extent } from './document-end.ts'
import { Fault } from './fault.ts'

export const TAG_PREFIX = 'tag:yaml.org,2002:'

const VERSION = /^%YAML[ \t]+0*1\.0*1[ \t]*(?:#.*)?\r?$/
const TAG_HANDLE = /^%TAG[ \t]+(!|![A-Za-z0-9_-]*!)[ \t]+([^ \t\r]+)[ \t]*(?:#.*)?\r?$/

/** What handles of tags stand for. Throws a Fault for what no API server reads. */
export function readDirectives(source: string, { directives, contentEnd, isExplicit }: Extent): Map<string, string> {
  const handles = new Map<string, string>()
  let hasVersion = false
  for (const start of directives) {
    const end = lineEnd(source, start)
    const line = source.slice(start, end)
    const [, handle, prefix] = TAG_HANDLE.exec(line) ?? []
    const isVersion = VERSION.test(line)
    if (isVersion ? hasVersion : handle === undefined || handles.has(handle)) throw new Fault('directive', start, end)
    if (isVersion) hasVersion = true
    else handles.set(handle!, prefix!)
  }
  if (directives.length > 0 && !isExplicit) throw new Fault('no-marker', directives[0]!, Math.min(lineEnd(source, directives[0]!), contentEnd))
  if (!handles.has('!')) handles.set('!', '!')
  if (!handles.has('!!')) handles.set('!!', TAG_PREFIX)
  return handles
}
