/** Templates of an ApplicationSet: `{{name}}`, or those of Go, which the engine fills in. https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Template/ */
import type { RenderEngine } from '../../render/engine.ts'
import { isMap } from '../../model/untyped.ts'
import { asYaml } from './part-of-file.ts'

export type Parameters = Record<string, unknown>

/** Started only when there are templates of Go. */

/** The value once for each of the parameters; undefined where that fails. */
export async function fillIn(value: unknown, parameters: readonly Parameters[], isGo: boolean, engine: RenderEngine): Promise<unknown[]> {
  const text = JSON.stringify(value) ?? 'null'
  if (!text.includes('{{')) return parameters.map(() => value)
  return isGo ? fillInGo(value, parameters, engine) : parameters.map((each) => fillInNames(text, flattened(each)))
}

/** In the text of all of it, as Argo CD does; a name that is not known stays. */
function fillInNames(text: string, flat: ReadonlyMap<string, string>): unknown {
  const filled = text.replaceAll(/\{\{([^{}]*)\}\}/g, (whole, name: string) => {
    const known = flat.get(name.trim())
    return known === undefined ? whole : JSON.stringify(known).slice(1, -1)
  })
  return JSON.parse(filled)
}

/** `{a: {b: 1}}` as `a.b`; of a path in git, `path` is the whole, and `path[0]` its first step. */
export function flattened(parameters: Parameters): Map<string, string> {
  const flat = new Map<string, string>()
  const add = (prefix: string, value: unknown): void => {
    if (isMap(value)) {
      const isPath = typeof value['path'] === 'string' && Array.isArray(value['segments'])
      for (const [key, each] of Object.entries(value)) {
        if (isPath && key === 'path') flat.set(prefix, String(each))
        else if (isPath && key === 'segments') for (const [index, step] of (each as string[]).entries()) flat.set(`${prefix}[${index}]`, step)
        else add(prefix === '' ? key : `${prefix}.${key}`, each)
      }
    } else if (Array.isArray(value)) for (const [index, each] of value.entries()) add(`${prefix}[${index}]`, each)
    else if (value !== null && value !== undefined) flat.set(prefix, String(value))
  }
  add('', parameters)
  return flat
}

const NAME = 'set'

/** Each string with an action is a template of a chart, whose values are the parameters. */
async function fillInGo(value: unknown, parameters: readonly Parameters[], engine: RenderEngine): Promise<unknown[]> {
  const leaves: string[] = []
  const marked = mapStrings(value, (text) => (text.includes('{{') ? `${leaves.push(text) - 1}` : undefined))
  const texts: Record<string, string> = { [`${NAME}/Chart.yaml`]: `apiVersion: v2\nname: ${NAME}\nversion: 1.0.0\n` }
  for (const [index, leaf] of leaves.entries()) texts[`${NAME}/templates/${index}.yaml`] = `{{ with .Values.all }}${leaf}{{ end }}`
  const renderings = parameters.map((all) => ({ values: [asYaml({ all })], release: NAME, namespace: NAME, kubeVersion: '1.30.0', apiVersions: [] }))
  const answer = await engine.renderChart({ texts, binaries: {}, folder: NAME, renderings })
  const results = 'results' in answer ? (answer.results ?? []) : []
  return parameters.map((_, index) => {
    const files = results[index]?.files
    if (files === undefined) return undefined
    const made = new Map(files.map(({ name, text }) => [name, text]))
    return mapStrings(marked.value, (text, path) => (marked.paths.has(path) ? (made.get(`${NAME}/templates/${text}.yaml`) ?? '') : undefined)).value
  })
}

/** With other strings in place of some; `paths` are theirs. */
function mapStrings(value: unknown, change: (text: string, path: string) => string | undefined): { value: unknown; paths: Set<string> } {
  const paths = new Set<string>()
  const visit = (each: unknown, path: string): unknown => {
    if (typeof each === 'string') {
      const changed = change(each, path)
      if (changed !== undefined) paths.add(path)
      return changed ?? each
    }
    if (Array.isArray(each)) return each.map((item, index) => visit(item, `${path}/${index}`))
    return isMap(each) ? Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, visit(inner, `${path}/${key}`)])) : each
  }
  return { value: visit(value, ''), paths }
}
