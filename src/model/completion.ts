/**
 * What is done to an object between its file and the cluster: a kustomization patches it, and gives it a namespace, names and labels. What may be added there is not missing,
 * and everything else is judged as it stands.
 */
import type { Diagnostic } from '../diagnostic.ts'

/** Where something would have to be added for a finding to be wrong: to the object itself, or to another one. */
export type Lack = 'here' | 'elsewhere'

/** Objects, by regular expressions for the whole of their kind and name; any without them. */
export interface Target {
  kind?: string
  name?: string
}

export interface Completion {
  /** Objects that get fields from patches, replacements or transformers. */
  targets: Target[]
  /** Fields that hold a namespace are set. */
  namespace: boolean
  /** `_` is the name of a resource until it is given one. */
  standIns: boolean
  /** Labels are added, to selectors and pods, too. */
  labels: boolean
  annotations: boolean
  /** `$(NAME)` is replaced by a value. */
  variables: boolean
}

export const noCompletion = (): Completion => ({ targets: [], namespace: false, standIns: false, labels: false, annotations: false, variables: false })

/** All that can be done. */
export const ANYTHING: Completion = { targets: [{}], namespace: true, standIns: true, labels: true, annotations: true, variables: true }

/** Adds what `more` does. */
export function addCompletion(to: Completion, more: Completion): void {
  for (const target of more.targets) to.targets.push(target)
  for (const does of ['namespace', 'standIns', 'labels', 'annotations', 'variables'] as const) to[does] ||= more[does]
}

/** Whether a finding may be untrue of what becomes of the object. */
export function isCompleted({ object, path, sourceLine, start, end }: Diagnostic, lack: Lack | undefined, by: Completion): boolean {
  const [kind = '', fullName = ''] = object.split(' ')
  const value = start.line === end.line ? sourceLine.slice(start.column - 1, end.column - 1) : ''
  const isName = path === 'metadata.name'
  if (by.namespace && (/(?:^|\.)namespace$/.test(path) || (isName && kind === 'Namespace'))) return true
  if (isName && (by.standIns || by.targets.some((target) => matches(target, kind, fullName))) && !/[a-z0-9]/.test(value)) return true
  if (by.variables && /\$\([^()]+\)/.test(value)) return true
  if (lack === undefined) return false
  if (by.labels && /[lL]abels\b|[sS]elector\b/.test(path)) return true
  if (by.annotations && /(?:^|\.)annotations\b/.test(path)) return true
  return by.targets.some((target) => lack === 'elsewhere' || matches(target, kind, fullName))
}

/** Kustomize compares with the name in the file and with those that it gets on the way, which are longer. */
function matches(target: Target, kind: string, fullName: string): boolean {
  const name = fullName.slice(fullName.indexOf('/') + 1)
  return isWhole(target.kind, kind) && (isWhole(target.name, name) || target.name!.includes(name))
}

/** Whether a target is for an object of exactly this name. */
export const matchesTarget = (target: Target, kind: string, name: string): boolean => isWhole(target.kind, kind) && isWhole(target.name, name)

/** Alternatives with `.*` in them. What else an expression may have takes JavaScript as long as its author likes, and counts as anything. */
function isWhole(pattern: string | undefined, text: string): boolean {
  if (pattern === undefined || pattern === '') return true
  if (!/^[\w.*|^$-]*$/.test(pattern) || /[^.]\*|^\*/.test(pattern)) return true
  return pattern.replace(/[$^]/g, '').split('|').some((alternative) => {
    const parts = alternative.split('.*')
    if (parts.length === 1) return alternative === text
    let at = 0
    for (const part of parts.slice(0, -1)) {
      const found = text.indexOf(part, at)
      if (found === -1 || (part === parts[0] && at === 0 && found !== 0)) return false
      at = found + part.length
    }
    const last = parts.at(-1)!
    return text.length - last.length >= at && text.endsWith(last)
  })
}
