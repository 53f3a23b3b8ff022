/** Whether the files of a chart lie where Helm takes them for what they are. */
import { dependencyEntries, packedIn, type ChartFiles } from '../../files/chart-files.ts'
import { valuesRead } from '../../render/values-read.ts'
import { RULE, type ChartReport } from './chart-report.ts'
import type { Plain } from './template-fixes.ts'

const POLICY = 'helm.sh/resource-policy'
const START = { start: 0, end: 1 }

/** `all` are the ways in which it was rendered. */
export async function judgeLayout(files: ChartFiles, all: readonly Plain[], report: ChartReport): Promise<void> {
  const { folder, texts, binaries } = files
  const within = (part: string) => [...Object.keys(texts), ...Object.keys(binaries)].filter((name) => name.startsWith(`${folder}/${part}/`))
  const chart = `${folder}/Chart.yaml`
  const dependencies = await dependencyEntries(files, folder)
  const templates = within('templates')
  if (templates.length + dependencies.length + within('charts').length + within('crds').length === 0) report.addFinding(RULE, chart, START, 'The chart has no templates, and deploys nothing', { severity: 'warning' })
  if (texts[`${folder}/values.yaml`] === undefined) {
    const [read] = valuesRead(new Map(templates.map((name) => [name, texts[name] ?? '']))) ?? []
    if (read !== undefined) report.addFinding(RULE, chart, START, `The chart has no values.yaml, which would say that there is a value ${read.path.join('.')}`, { severity: 'info' })
  }
  for (const source of new Set(all.flatMap((plain) => plain.files.flatMap((file) => file.source ?? [])))) {
    if (source.startsWith(`${folder}/templates/`) && !/\.(?:ya?ml|tpl|txt)$/.test(source)) report.addFinding(RULE, source, START, 'Helm takes every file in templates for a manifest, and wants it to end with .yaml, .yml, .tpl or .txt')
  }
  for (const { source, text } of all.flatMap((plain) => plain.files)) {
    const at = source === undefined || !/^kind:[ \t]*List\b/m.test(text) || !text.includes(POLICY) ? -1 : texts[source]!.indexOf(POLICY)
    if (at !== -1) report.addFinding(RULE, source!, { start: at, end: at + POLICY.length }, `Helm does not see ${POLICY} of an object in a List`)
  }
  for (const name of within('crds')) {
    if (!/\.(?:ya?ml|json)$/.test(name)) continue
    for (const { 1: kind, index, 0: line } of (texts[name] ?? '').matchAll(/^kind:[ \t]*["']?(\w+)["']?/gm)) {
      if (kind !== 'CustomResourceDefinition') report.addFinding(RULE, name, { start: index, end: index + line.length }, `A ${kind!} in crds is created once, and neither upgraded nor deleted with the release: only definitions belong there`, { severity: 'warning' })
    }
  }
  const known = new Set(dependencies.map(({ name }) => name))
  for (const name of packedIn(files, folder).keys()) if (!known.has(name)) report.addFinding(RULE, chart, START, `${name} is in charts, but not among the dependencies`, { severity: 'warning' })
}
