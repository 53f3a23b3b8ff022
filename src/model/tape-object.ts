/** A Kubernetes object on a tape: nothing is read of it before somebody asks. */
import type { Tape } from '../parser/tape.ts'
import type { AnyObject, At, KindMap, KnownKind, Loose } from './kinds.ts'
import type { KubernetesObject, PodView } from './object.ts'
import { placeAt, type Place } from './place.ts'
import { podOf } from './pod.ts'
import type { Source } from './source.ts'
import type { Step } from './field-path.ts'

/** A longer one is refused, and every message about the object would repeat it. */
const LONGEST_NAME = 512

export class TapeObject<T = AnyObject> implements KubernetesObject<T> {
  readonly source: Source
  readonly tape: Tape
  /** The root node; an item of a List has its own. */
  readonly root: number
  readonly apiVersion: string
  readonly kind: string
  /** A kind of Kubernetes itself, of any version: only then a visitor named after a kind sees it. */
  readonly builtin: boolean
  readonly namespaced: boolean
  /** Where a List holds it: `items[3]`; empty for an object of its own. */
  readonly prefix: string
  private podView: PodView | undefined | null = null
  // Asked for with every finding, and with every pair of objects that are compared.
  private ownName: string | undefined
  private ownNamespace: string | undefined
  private ownLabel: string | undefined

  constructor(source: Source, tape: Tape, root: number, identity: { apiVersion: string; kind: string; builtin: boolean; namespaced: boolean; prefix: string }) {
    this.source = source
    this.tape = tape
    this.root = root
    this.apiVersion = identity.apiVersion
    this.kind = identity.kind
    this.builtin = identity.builtin
    this.namespaced = identity.namespaced
    this.prefix = identity.prefix
  }

  /** The same object on a tape of its own, for rules that run after other files are read. */
  detach(source: Source, tape: Tape, root: number): TapeObject<T> {
    return new TapeObject<T>(source, tape, root, this)
  }

  /** Plain values, without what has a wrong type. */
  get value(): Loose<T> {
    return this.tape.toJS(this.root) as Loose<T>
  }

  get name(): string {
    return (this.ownName ??= this.text('metadata', 'name'))
  }

  get namespace(): string {
    return (this.ownNamespace ??= this.text('metadata', 'namespace'))
  }

  /** `Deployment shop/web`; a generated name as `Pod web-*`. */
  get label(): string {
    return (this.ownLabel ??= this.makeLabel())
  }

  private makeLabel(): string {
    const generated = this.name === '' ? this.text('metadata', 'generateName') : ''
    const name = generated === '' ? this.name : `${generated}*`
    return `${this.kind} ${this.namespace === '' ? '' : `${this.namespace}/`}${name}`.trimEnd()
  }

  /** Undefined when this kind runs no pod. */
  get pod(): PodView | undefined {
    if (this.podView === null) this.podView = this.builtin ? podOf(this as KubernetesObject) : undefined
    return this.podView
  }

  readonly at = ((...steps: Step[]) => placeAt(this.source, this.tape, this.root, -1, this.prefix, steps)) as At<T, Place>

  is<K extends KnownKind>(kind: K): this is KubernetesObject<KindMap[K]> {
    return this.builtin && this.kind === kind
  }

  private text(...steps: [string, string]): string {
    const node = this.tape.find(this.tape.find(this.root, steps[0]), steps[1])
    const value = node === -1 || !this.tape.isScalar(node) ? null : this.tape.scalar(node)
    return typeof value === 'string' ? value.slice(0, LONGEST_NAME) : ''
  }
}
