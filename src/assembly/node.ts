/** The words of a node, as in `parser/node.ts` and `parser/tape.ts`. */

export const MAP: i32 = 1
export const SEQUENCE: i32 = 2
export const PLAIN: i32 = 3
export const SINGLE_QUOTED: i32 = 4
export const DOUBLE_QUOTED: i32 = 5
export const LITERAL: i32 = 6
export const FOLDED: i32 = 7

export const FLOW: i32 = 1 << 4
export const ENCODED: i32 = 1 << 5
export const SHARED: i32 = 1 << 6
export const REINTERPRETED: i32 = 1 << 8

@unmanaged
export class Node {
  head: i32
  start: i32
  end: i32
  link: i32
}

/** A node of those that lie at `nodes`. */
export function nodeIn(nodes: usize, index: i32): Node {
  return changetype<Node>(nodes + (<usize>index << 4))
}

export function isScalar(node: Node): bool {
  return (node.head & 15) > SEQUENCE
}
