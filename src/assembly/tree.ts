/** The nodes of a document that are being written, and the collections that are open. */
import { fail } from './host'
import { keyOf } from './keys'
import { move } from './memory'
import { isScalar, MAP, Node, nodeIn, SEQUENCE } from './node'

export const MAX_DEPTH: i32 = 10_000
/** More than the number of entries in a head can tell, and far more than any server takes. */
const MAX_NODES: i32 = 1 << 24

// Kinds of open collections.
export const BLOCK_MAP: i32 = 0
export const BLOCK_SEQUENCE: i32 = 1
/** A list at the column of the key that it belongs to. */
export const INDENTLESS: i32 = 2
/** The map of one entry that `[a: b]` contains. */
export const PAIR: i32 = 3
export const FLOW_MAP: i32 = 4
export const FLOW_SEQUENCE: i32 = 5

/** One after the last node, and the number of the first. */
export let size: i32 = 0
export let base: i32 = 0
/** Whether some map has a key twice. */
export let hasDuplicates: bool = false
/** The end of the node that was written last. */
export let lastEnd: i32 = 0

/** Four words each. */
let nodes: usize = 0
let capacity: i32 = 0
let maps: i32 = 0

@unmanaged
export class Frame {
  kind: i32
  column: i32
  node: i32
  count: i32
}
const frames: usize = memory.data(MAX_DEPTH * 16, 16)
export let depth: i32 = 0
/** No part of the document so far is deeper. */
export let deepest: i32 = 0

export function frame(index: i32): Frame {
  return changetype<Frame>(frames + <usize>index * offsetof<Frame>())
}

export function nodeAt(node: i32): Node {
  return nodeIn(nodes, node - base)
}

/** Address of the nodes of the document. */
export function nodesAddress(): usize {
  return nodes
}

/** Starts a document whose first node gets the number `first`. */
export function begin(first: i32): void {
  base = size = first
  depth = deepest = 0
  hasDuplicates = false
}

/** Notes that something is so deep. */
export function deepen(level: i32): void {
  if (level > deepest) deepest = level
}

/** What was written last ends here. */
export function endAt(end: i32): void {
  lastEnd = end
}

export function put(head: i32, start: i32, end: i32, link: i32): i32 {
  if (size - base === capacity) growNodes()
  const node = size++
  const written = nodeAt(node)
  written.head = head
  written.start = start
  written.end = end
  written.link = link
  lastEnd = end
  return node
}

function growNodes(): void {
  if (capacity === MAX_NODES) fail('too-large', nodeAt(base).start, nodeAt(base).start)
  const larger = max(capacity * 2, 1 << 12)
  nodes = move(nodes, <usize>capacity << 4, <usize>larger << 4)
  capacity = larger
}

/** Opens a collection; its node. */
export function open(kind: i32, column: i32, start: i32): i32 {
  if (depth >= MAX_DEPTH) fail('too-deep', start, start + 1)
  const node = put(0, start, start, 0)
  const opened = frame(depth++)
  deepen(depth)
  opened.kind = kind
  opened.column = column
  opened.count = 0
  opened.node = node
  return node
}

/** Closes the innermost collection. */
export function finish(end: i32, flags: i32): void {
  const closed = frame(--depth)
  const kind = closed.kind
  const isMap = kind === BLOCK_MAP || kind === PAIR || kind === FLOW_MAP
  const node = nodeAt(closed.node)
  node.head = (isMap ? MAP : SEQUENCE) | flags | (closed.count << 8)
  node.end = lastEnd = end
  node.link = size
  if (isMap && closed.count > 1) noteDuplicates(closed.node)
}

/** Notes whether a map has a key twice. */
function noteDuplicates(map: i32): void {
  maps++
  for (let node = map + 1; node < size; ) {
    const key = keyOf(nodeAt(node).link)
    if (key.map === maps) hasDuplicates = true
    key.map = maps
    const value = nodeAt(node + 1)
    node = isScalar(value) ? node + 2 : value.link
  }
}
