/** Memory is taken and never given back: what grows, grows by half at least, so the places that it has left are no more than twice what it has now. */
import { exhausted } from './host'

let top: usize = __heap_base

/** Addresses end here: the last page of four gigabytes stays free, so that sums of them are numbers. */
const LIMIT: usize = 0xffff0000

/** So many bytes, all zero. */
export function take(bytes: usize): usize {
  if (bytes > LIMIT - top - 15) exhausted()
  const taken = top
  const end = top + ((bytes + 15) & ~15)
  const pages = memory.size()
  const missing = <i32>((end + 0xffff) >> 16) - pages
  if (missing > 0 && memory.grow(min(max(missing, pages >> 2), 0xffff - pages)) < 0 && memory.grow(missing) < 0) exhausted()
  top = end
  return taken
}

/** Moves what is at `address` to where it has room for `bytes` instead of `used`. */
export function move(address: usize, used: usize, bytes: usize): usize {
  const larger = take(bytes)
  memory.copy(larger, address, used)
  return larger
}
