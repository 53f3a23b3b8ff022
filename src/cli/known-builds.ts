/** What was built in a run, for a second look at it: following objects of Argo CD and Flux asks for much of what is judged afterwards. */
import type { Tape } from '../parser/tape.ts'
import type { Deployment } from './gitops/deployment.ts'

export class KnownBuilds<T> {
  /** By the object that deploys it, and what that does. */
  private readonly known = new Map<Tape | undefined, Map<string, T>>()

  async of(folder: string, deployment: Deployment | undefined, build: () => Promise<T>, isKept: (result: T) => boolean): Promise<T> {
    const { resources, way } = deployment ?? {}
    const { fields, components, texts, variables, namespace, outer } = way ?? {}
    const key = JSON.stringify([folder, resources, fields, components, texts, variables && [...variables], namespace, outer?.root])
    const ofObject = this.known.get(outer?.tape) ?? new Map<string, T>()
    this.known.set(outer?.tape, ofObject)
    const before = ofObject.get(key)
    if (before !== undefined) return before
    const result = await build()
    if (isKept(result)) ofObject.set(key, result)
    return result
  }
}
