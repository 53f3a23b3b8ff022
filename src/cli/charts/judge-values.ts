/** What values.yaml and the templates of a chart have of each other: docs/helm.md. */
import type { Severity } from '../../diagnostic.ts'
import { dependencyEntries, type ChartFiles } from '../../files/chart-files.ts'
import { misnamedValues, unreadKeys } from '../../render/unread-values.ts'
import { valuesNamed, valuesRead } from '../../render/values-read.ts'
import { ValuesFile } from '../../render/values.ts'
import type { ChartReport } from './chart-report.ts'
import type { ValuesSet } from './values-sets.ts'

const UNREAD = 'no-unused-chart-value'
const UNSET = 'no-unknown-chart-value'

export const wantsValues = (severities: ReadonlyMap<string, Severity>): boolean => severities.has(UNREAD) || severities.has(UNSET)

/** Nothing is said of a chart that is not whole: a dependency that is packed or missing may be a library that reads any value. */
export async function judgeValues(files: ChartFiles, sets: readonly ValuesSet[], report: ChartReport): Promise<void> {
  const { folder, texts } = files
  const name = `${folder}/values.yaml`
  if (texts[name] === undefined || Object.keys(files.binaries).some((each) => each.startsWith(`${folder}/charts/`))) return
  const [templates, others] = [new Map<string, string>(), new Map<string, string>()]
  for (const [file, text] of Object.entries(texts)) {
    if (/(?:^|\/)templates\//.test(file)) templates.set(file, text)
    else if (!/\.(?:md|gotmpl|markdown)$|(?:^|\/)values\.schema\.json$/i.test(file)) others.set(file, text)
  }
  const reads = valuesRead(templates)
  const named = valuesNamed(others)
  if (reads === undefined || named === undefined) return
  const { names, paths } = await dependencies(files)
  const values = await ValuesFile.read(texts[name])
  const unread = unreadKeys(values, [...reads.map(({ path }) => path), ...named, ...paths], (key) => names.has(key) || OF_HELM.has(key))
  const given = await Promise.all(sets.flatMap(({ layers }) => layers).map(async ({ text }) => ValuesFile.read(text)))
  const own = reads.filter(({ file }) => file.startsWith(`${folder}/templates/`))
  const isKnown = (path: readonly string[]) => OF_HELM.has(path[0]!) || names.has(path[0]!) || given.some((file) => file.find(path) !== undefined) || isMentioned(path, texts[name]!)
  const misnamed = misnamedValues(values, own, unread, isKnown)
  for (const { read, meant, range } of misnamed) {
    const wrong = read.path.slice(0, meant.length)
    report.addFinding(UNSET, read.file, read, `Value ${wrong.join('.')} is not set anywhere, did you mean ${meant.join('.')}?`, { related: [{ message: 'this is what values.yaml sets', name, range }] })
  }
  const meant = new Set(misnamed.map((each) => JSON.stringify(each.meant)))
  for (const { path, range } of unread) if (!meant.has(JSON.stringify(path))) report.addFinding(UNREAD, name, range, `No template reads the value ${path.join('.')}`)
}

/** Keys at the top of values.yaml that are for dependencies, and values that decide whether these are there, and that they bring. */
async function dependencies(files: ChartFiles): Promise<{ names: ReadonlySet<string>; paths: string[][] }> {
  const { folder, texts } = files
  const [names, paths] = [new Set<string>(), [] as string[][]]
  for (const { name, alias, condition, 'import-values': imported } of await dependencyEntries(files, folder)) {
    for (const called of [name, alias]) if (typeof called === 'string') names.add(called)
    if (typeof condition === 'string') paths.push(...condition.split(',').map((path) => path.trim().split('.')))
    for (const one of Array.isArray(imported) ? (imported as unknown[]) : []) {
      const { parent } = (one ?? {}) as { parent?: unknown }
      if (typeof parent === 'string') paths.push(parent.split('.'))
    }
  }
  for (const file of Object.keys(texts)) {
    const name = file.startsWith(`${folder}/charts/`) ? /^charts\/([^/]+)\/Chart\.yaml$/.exec(file.slice(folder.length + 1))?.[1] : undefined
    if (name !== undefined) names.add(name)
  }
  return { names, paths }
}

/** Keys that Helm itself reads. */
const OF_HELM: ReadonlySet<string> = new Set(['global', 'tags', 'exports'])

/** Perhaps in a comment, as one that may be set. */
function isMentioned(path: readonly string[], text: string): boolean {
  const name = path.at(-1)!
  return text.split('\n').some((line) => /^\s*#/.test(line) && line.split(/[^\w-]+/).includes(name))
}
