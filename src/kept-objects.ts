/** Objects that a run keeps until the end: for rules that look at several, for custom resources, and for admission policies. */
import { definitionOf, type Definition } from './model/definition.ts'
import { isIndexed } from './model/run-index.ts'
import type { Source } from './model/source.ts'
import type { TapeObject } from './model/tape-object.ts'
import type { Document } from './parser/parse.ts'
import type { Tape } from './parser/tape.ts'

const DEFINITION = 'CustomResourceDefinition'
/** With its binding. */
const POLICY = 'ValidatingAdmissionPolicy'

/** Whether a text may hold what is kept even when no rule looks at several objects. */
export const mayDefine = (text: string): boolean => text.includes(DEFINITION)
export const mayHoldPolicy = (text: string): boolean => text.includes(POLICY)
export const isPolicyLabel = (object: string): boolean => object.startsWith(POLICY)
const isPolicy = ({ builtin, kind }: TapeObject): boolean => builtin && kind.startsWith(POLICY)

export class KeptObjects {
  /** For rules that look at several. */
  readonly indexed: TapeObject[] = []
  /** Of all objects, also of those that are not kept. */
  readonly defined: Definition[] = []
  /** Custom resources, and what may define them: in which file that is nobody knows before all are read. */
  readonly customResources: TapeObject[] = []
  readonly definitions: TapeObject[] = []
  /** For admission policies: they themselves, and what they may be about. */
  readonly subjects: TapeObject[] = []
  /** The tapes of custom resources with placeholders beyond what is looked for in objects without a definition. */
  readonly mayHaveMore = new Set<Tape>()
  private readonly needsIndex: boolean
  /** Whether admission policies need every object. */
  needsAll: boolean
  /** Whether there were objects before the first policy, which are not among the subjects. */
  private hasForgotten = false

  constructor(needsIndex: boolean, needsAll: boolean) {
    this.needsIndex = needsIndex
    this.needsAll = needsAll
  }

  get isEmpty(): boolean {
    return !this.hasForgotten && this.customResources.length + this.defined.length + this.subjects.length === 0
  }

  get hasPolicies(): boolean {
    return this.subjects.some(isPolicy)
  }

  /** Whether there are admission policies, and what they are about was not kept. */
  get isIncomplete(): boolean {
    return this.hasForgotten && this.hasPolicies
  }

  policiesIn(file: string): number {
    return this.subjects.filter((object) => isPolicy(object) && object.source.file === file).length
  }

  /** Keeps those objects of a document that will be looked at again. */
  add(objects: readonly TapeObject[], tape: Tape, source: Source, document: Document, { isContext, mayHoldPlaceholder }: { isContext: boolean; mayHoldPlaceholder: boolean }): void {
    if (objects.length === 0) return
    if (this.needsIndex) for (const object of objects) this.defined.push(definitionOf(object))
    if (!this.needsAll) this.hasForgotten = true
    const wanted = objects.filter((object) => !object.builtin || object.kind === DEFINITION || (this.needsIndex && isIndexed(object)) || this.needsAll)
    if (wanted.length === 0) return
    const detached = detach(wanted, tape, source, document)
    for (const own of detached.objects) {
      if (this.needsIndex && isIndexed(own)) this.indexed.push(own)
      if (!own.builtin && !isContext) {
        this.customResources.push(own)
        if (mayHoldPlaceholder) this.mayHaveMore.add(detached.tape)
      }
      if (own.kind === DEFINITION) this.definitions.push(own)
      if (this.needsAll) this.subjects.push(own)
    }
  }

  /** Takes over of another run what objects are held against, and what admission policies may need for that; returns the files that it is of. */
  addJudges(other: KeptObjects, isLeftOut: (file: string) => boolean = () => false): Iterable<string> {
    for (const definition of other.definitions) this.definitions.push(definition)
    for (const subject of other.subjects) if (!isLeftOut(subject.source.file)) this.subjects.push(subject)
    this.needsAll ||= other.hasPolicies
    return this.subjects.map(({ source }) => source.file)
  }

  /** Takes over those of another run, but for some files, and returns the files that they are of. */
  addFrom(other: KeptObjects, isLeftOut: (file: string) => boolean): Iterable<string> {
    for (const object of other.indexed) if (!isLeftOut(object.source.file)) this.indexed.push(object)
    for (const definition of other.defined) if (!isLeftOut(definition.file)) this.defined.push(definition)
    return [...this.addJudges(other, isLeftOut), ...this.indexed.map(({ source }) => source.file), ...this.defined.map(({ file }) => file)]
  }

  /** Puts back what was kept for several objects since a number of them. */
  forget(indexed: number, defined = this.defined.length): void {
    this.indexed.length = indexed
    this.defined.length = defined
  }

  /** Which of several objects a message names must not depend on the order in which files are given. */
  sort(): void {
    for (const objects of [this.indexed, this.definitions, this.subjects]) objects.sort((a, b) => compare(a.source.file, b.source.file))
    this.defined.sort((a, b) => compare(a.file, b.file))
  }
}

/** Of a file of many documents, only the one that holds the objects is kept, for the rest may be megabytes. */
function detach(objects: readonly TapeObject[], tape: Tape, source: Source, { root, start, end }: Document): { objects: TapeObject[]; tape: Tape } {
  const isWhole = end - start > tape.text.length / 2
  // After a line break of YAML's own, a document begins within a line of the file, which a finding shows as a whole.
  const isCut = !isWhole && source.position(start).column === 1
  const kept = isCut ? source.cut(start, end) : source
  const own = isWhole ? tape.detach(!objects.every(({ kind }) => kind === DEFINITION)) : isCut ? tape.detachPart(root, kept.text, start) : tape.detachPart(root, tape.text, 0)
  return { objects: objects.map((object) => object.detach(kept, own, isWhole ? object.root : object.root - root)), tape: own }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
