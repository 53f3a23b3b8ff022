/** What plain scalars are read as, where that can be told without the whole of Go's rules, which are in `parser/scalar.ts`. */
import { unit } from './text'

// Word 3 of a plain scalar, as in `parser/node.ts`. 0: ask the rules.
export const TEXT: i32 = 1
export const NULL: i32 = 2
export const TRUE: i32 = 3
export const FALSE: i32 = 4
/** In the low three bits; the value is above them. */
export const INTEGER: i32 = 5
/** Beside TRUE and FALSE: it is another word for them. */
const ALIAS: i32 = 8

/** Whether a plain scalar may be read as something else than the text that is written. */
export function isReinterpreted(hint: i32): bool {
  return hint === 0 || (hint & ALIAS) !== 0 && (hint & 7) !== INTEGER
}

/** Word 3 of the plain scalar from `start` to `end`, which has no line break. */
export function plainHint(start: i32, end: i32): i32 {
  const length = end - start
  if (length === 0) return NULL
  const first = unit(start)
  if (isDigit(first)) return numberHint(start, end)
  if (first === 43 || first === 45 || first === 46) {
    // A sign or a point: a number needs a digit, a point or an underscore after it. Arguments of commands begin like this.
    const second = length === 1 ? 45 : unit(start + 1)
    return first !== 46 && (second === 45 || isLetter(second)) ? TEXT : 0
  }
  if (length > 5) return TEXT
  if (first === 126) return length === 1 ? NULL : TEXT
  const letter = first | 32
  // n, y, t, f, o: the words that are booleans or null.
  return letter === 110 || letter === 121 || letter === 116 || letter === 102 || letter === 111 ? wordHint(start, end) : TEXT
}

function isDigit(code: i32): bool {
  return code >= 48 && code <= 57
}

function isLetter(code: i32): bool {
  const letter = code | 32
  return letter >= 97 && letter <= 122
}

/** Of a scalar that begins with a digit. */
function numberHint(start: i32, end: i32): i32 {
  let value = 0
  let isDecimal = end - start <= 8 && (unit(start) !== 48 || end - start === 1)
  for (let offset = start; offset < end; offset++) {
    const code = unit(offset)
    if (isDigit(code)) value = value * 10 + code - 48
    else {
      isDecimal = false
      if (!isInNumbers(code)) return TEXT
    }
  }
  return isDecimal ? INTEGER | (value << 3) : 0
}

/** Whether some number has this character: a hexadecimal digit, x, o, a sign, a point or an underscore. */
function isInNumbers(code: i32): bool {
  const letter = code | 32
  return (letter >= 97 && letter <= 102) || letter === 120 || letter === 111 || code === 43 || code === 45 || code === 46 || code === 95
}

/** Of at most five characters. A word counts in small letters, in capitals, and with a capital in front. */
function wordHint(start: i32, end: i32): i32 {
  let word: u64 = 0
  for (let offset = start; offset < end; offset++) {
    const code = unit(offset)
    if (!isLetter(code)) return TEXT
    word = (word << 8) | code
  }
  const bits = <u64>(end - start) << 3
  const small = word | (0x2020202020 & ((<u64>1 << bits) - 1))
  const capital = small ^ (<u64>0x20 << (bits - 8))
  if (word !== small && word !== capital && word !== (small & 0xdfdfdfdfdf)) return TEXT
  const alias = word === 0x74727565 || word === 0x66616c7365 ? 0 : ALIAS
  // y, on, yes, true
  if (small === 0x79 || small === 0x6f6e || small === 0x796573 || small === 0x74727565) return TRUE | alias
  // n, no, off, false
  if (small === 0x6e || small === 0x6e6f || small === 0x6f6666 || small === 0x66616c7365) return FALSE | alias
  // null
  return small === 0x6e756c6c ? NULL : TEXT
}
