/** Where a constraint runs; see `CheckContext`. Plain values are made when a check asks for them. */
import { appendStep, type Step } from '../model/field-path.ts'
import type { PodSpec } from '../model/kinds.ts'
import type { KubernetesObject } from '../model/object.ts'
import type { CheckContext, ErrorType, ReportOptions, TypeCheckContext } from './constraints.ts'

type Report = (steps: readonly Step[], code: ErrorType | undefined, message: string, options?: ReportOptions) => void

export class NodeContext implements TypeCheckContext {
  readonly minor: number
  readonly field: string
  private readonly steps: readonly Step[]
  private readonly owner: KubernetesObject
  private readonly podNode: { node: number; template: boolean } | undefined
  private readonly emit: Report

  constructor(minor: number, owner: KubernetesObject, field: string, steps: readonly Step[], podNode: { node: number; template: boolean } | undefined, emit: Report) {
    this.minor = minor
    this.owner = owner
    this.field = field
    this.steps = steps
    this.podNode = podNode
    this.emit = emit
  }

  get path(): string {
    return this.steps.reduce(appendStep, this.owner.prefix)
  }

  get kind(): string {
    return this.owner.kind
  }

  get apiVersion(): string {
    return this.owner.apiVersion
  }

  get object(): CheckContext['object'] {
    return this.owner.value as CheckContext['object']
  }

  get pod(): CheckContext['pod'] {
    return this.podNode && { spec: this.owner.tape.toJS(this.podNode.node) as PodSpec, template: this.podNode.template }
  }

  // Properties, so that a check can take them out of the context.
  readonly report = (steps: readonly Step[], code: ErrorType, message: string, options?: ReportOptions): void => this.emit(steps, code, message, options)

  readonly warn = (steps: readonly Step[], message: string): void => this.emit(steps, undefined, message, { severity: 'warning' })
}
