/** Memory that is taken and never given back, and memory that grows. */

let shelf: usize = 0
let left: usize = 0

/** So many bytes, all zero, for good. */
export function take(bytes: usize): usize {
  bytes = (bytes + 7) & ~7
  if (bytes > left) {
    left = max(bytes, 1 << 15)
    shelf = heap.alloc(left)
    memory.fill(shelf, 0, left)
  }
  const taken = shelf
  shelf += bytes
  left -= bytes
  return taken
}

/** Moves what is at `address` to where it has room for so many bytes. Nothing is there at 0. */
export function resize(address: usize, bytes: usize): usize {
  return address === 0 ? heap.alloc(bytes) : heap.realloc(address, bytes)
}
