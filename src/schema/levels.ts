/** The types on the way down from the root of an object to each map and list in it, each looked up once however many fields are asked about. */
import type { Tape } from '../parser/tape.ts'
import type { FieldsShape, Shape } from './shape.ts'

/** A type on the way down from the root of an object, that way (`spec.template.spec.containers[]`), and the type above it. */
export interface Level {
  readonly type: FieldsShape
  readonly way: string
  readonly above: Level | undefined
}

/** Of a node: the innermost type around it, and what the node is below that; undefined at the type itself. */
interface Stand {
  readonly level: Level
  readonly shape: Shape | undefined
  readonly way: string
  /** No type says what it is, nor what is in it. */
  readonly isUnknown?: true
}

/** As long as paths are. */
const LONGEST_WAY = 1024

export class Levels {
  private readonly tape: Tape
  private readonly root: number
  private readonly stands: Map<number, Stand>

  constructor(tape: Tape, root: number, type: FieldsShape) {
    this.tape = tape
    this.root = root
    this.stands = new Map([[root, { level: { type, way: '', above: undefined }, shape: undefined, way: '' }]])
  }

  /** The innermost type around the value at `node`, its own included. */
  of(node: number): Level {
    const parents = this.tape.parentsBelow(this.root)
    const unknown: number[] = []
    let at = node
    for (; !this.stands.has(at); at = parents.of(at)) unknown.push(at)
    let stand = this.stands.get(at)!
    for (at of unknown.reverse()) this.stands.set(at, (stand = below(stand, parents.step(at))))
    return stand.level
  }
}

function below(stand: Stand, step: string | number): Stand {
  const { level, shape } = stand
  if (stand.isUnknown === true) return stand
  const isField = shape === undefined || shape.object !== undefined
  const found = isField ? level.type.fields.get(String(step))?.type : shape.item
  if (found === undefined) return { level, shape, way: stand.way, isUnknown: true }
  const way = longer(stand.way, !isField && typeof step === 'number' ? '[]' : stand.way === '' ? String(step) : `.${step}`)
  return { level: found.object === undefined ? level : { type: found.object, way, above: level }, shape: found, way }
}

const longer = (way: string, step: string): string => (way.length > LONGEST_WAY ? (way.endsWith('…') ? way : `${way}…`) : way + step)
