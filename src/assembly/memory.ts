/** Memory is taken and never given back: what grows, grows by half at least, so the places that it has left are no more than twice what it has now. */

let top: usize = __heap_base

/** So many bytes, all zero. */
export function take(bytes: usize): usize {
  const taken = top
  top += (bytes + 15) & ~15
  const pages = memory.size()
  const missing = <i32>((top + 0xffff) >> 16) - pages
  if (missing > 0 && memory.grow(max(missing, pages >> 2)) < 0) unreachable()
  return taken
}

/** Moves what is at `address` to where it has room for `bytes` instead of `used`. */
export function move(address: usize, used: usize, bytes: usize): usize {
  const larger = take(bytes)
  memory.copy(larger, address, used)
  return larger
}
