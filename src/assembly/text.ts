/** The text that is read, in UTF-16 code units. The host writes it; `END` follows it. */
import { take } from './memory'

/** No text has this character: it is refused, and replaced before the text gets here. */
export const END: i32 = 0xffff

/** Address of the first unit. */
let address: usize = 0
let capacity: i32 = 0
let length: i32 = 0

/** Makes room for a text of so many units; the address to write them to. */
export function reserveText(units: i32): usize {
  // Nothing looks further than three units beyond an end.
  const needed = units + 4
  if (needed > capacity) {
    // Texts beyond a few megabytes are rare: no room is kept for larger ones.
    capacity = needed > 1 << 22 ? needed : max(needed + (needed >> 1), 1 << 15)
    address = take(<usize>capacity << 1)
  }
  length = units
  store<u64>(address + (<usize>units << 1), u64.MAX_VALUE)
  return address
}

export function textLength(): i32 {
  return length
}

export function addressOf(offset: i32): usize {
  return address + (<usize>offset << 1)
}

export function unit(offset: i32): i32 {
  return load<u16>(addressOf(offset))
}

export function isBlank(code: i32): bool {
  return code === 32 || code === 9
}

/** A blank, a break, or the end of the text. */
export function isGap(code: i32): bool {
  return code === 32 || code === 10 || code === 13 || code === 9 || code === END
}

/** Neither a blank or control character nor the end of the text. */
export function isVisible(code: i32): bool {
  return <u32>(code - 33) < <u32>(END - 33)
}

/** The offset of the line break, or of the end of the text. */
export function lineEnd(offset: i32): i32 {
  let from = addressOf(offset)
  let code = load<u16>(from)
  while (code !== 10 && code !== END) code = load<u16>((from += 2))
  return <i32>((from - address) >> 1)
}
