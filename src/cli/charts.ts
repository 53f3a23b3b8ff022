/** Helm charts among what is left alone: their templates are no manifests until Helm has rendered them. */
import { dirname, resolve } from 'node:path'
import { shownPath } from '../files/shown-path.ts'

/** The folders of charts that the user has asked for, or, where nothing else was found, of any: how to lint each. */
export function chartHints(leftAlone: ReadonlyMap<string, string>, operands: readonly string[], cwd: string, isEmpty: boolean): string[] {
  const charts = new Set([...leftAlone].flatMap(([file, reason]) => chartOf(file, reason) ?? []))
  const asked = (operands.length === 0 ? ['.'] : operands).map((operand) => shownPath(resolve(cwd, operand), cwd))
  const named = [...charts].filter((chart) => asked.some((path) => chart === '.' || path === chart || path.startsWith(`${chart}/`)))
  const shown = named.length > 0 ? named : isEmpty ? [...charts].slice(0, 1) : []
  return shown.map((chart) => `${chart === '.' ? 'This folder' : chart} is a Helm chart, whose templates are left alone; to lint what they render: helm template ${quoted(chart)} | podlint -`)
}

function chartOf(file: string, reason: string): string | undefined {
  if (reason === 'helm chart' || reason === 'helm values') return dirname(file)
  const [, chart] = reason === 'helm template' ? /^(.*?)\/?\btemplates\//.exec(file) ?? [] : []
  return chart === '' ? '.' : chart
}

/** For a shell. */
const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`)
