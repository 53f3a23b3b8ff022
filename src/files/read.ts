/** Reads a file as text, whichever of YAML's encodings it has. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { readLatin1, readUtf16, readUtf8 } from '../parser/raw-buffer.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

export interface TextFile {
  /** A byte order mark stays in it. */
  text: string
  encoding: Encoding
}

/** The file is not text that anyone could lint. The message goes on from its name: `is a binary file`. */
export class UnreadableText extends Error {}

/** Bytes: a string of V8 cannot be longer. */
const LARGEST = 2 ** 29 - 24
/** Of a file that podlint reads for itself. */
const LARGEST_OWN = 2 ** 24
const FIRST = 2 ** 16
/** What may be kept for the next file. */
const KEPT = 2 ** 26

let buffer = Buffer.allocUnsafe(FIRST)

/** Throws what the system reports, or `UnreadableText`. Pipes such as `/dev/stdin` or `<(helm template .)` can be read too. */
export function readText(path: string | Buffer): TextFile {
  const descriptor = openSync(path, 'r')
  try {
    return decode(readAll(descriptor, LARGEST))
  } finally {
    closeSync(descriptor)
    if (buffer.length > KEPT) buffer = Buffer.allocUnsafe(FIRST)
  }
}

/** The same for what nobody has named: settings and kustomizations. A pipe or a device in the place of one, or a link to one, might never end. */
export function readOwnText(path: string): string {
  return readOwn(path, 0, (bytes) => decode(bytes).text)
}

/** Patterns of an ignore file, where each byte is one character: git compares bytes. `follow`: through a symbolic link, which git does outside of the work tree only. */
export function readPatternText(path: string, follow: boolean): string {
  return readOwn(path, follow ? 0 : (constants.O_NOFOLLOW ?? 0), (bytes) => readLatin1(bytes, 0, bytes.length))
}

function readOwn(path: string, flags: number, read: (bytes: Uint8Array) => string): string {
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | flags)
  try {
    if (!fstatSync(descriptor).isFile()) throw new UnreadableText('is not a file')
    return read(readAll(descriptor, LARGEST_OWN))
  } finally {
    closeSync(descriptor)
  }
}

/** Good until the next file is read. */
function readAll(descriptor: number, most: number): Uint8Array {
  let size = 0
  for (let read = -1; read !== 0; ) {
    // What is known of the size of a file spares reading all of one that is too large; that of a pipe is only known at its end.
    if (size === buffer.length) {
      if (Math.max(size, fstatSync(descriptor).size) > most) break
      buffer = Buffer.concat([buffer], Math.min(buffer.length * 4, LARGEST + 1))
    }
    read = readSync(descriptor, buffer, size, buffer.length - size, null)
    size += read
    if (read === 0 && size <= most) return new Uint8Array(buffer.buffer, buffer.byteOffset, size)
  }
  throw new UnreadableText(`has more than ${Math.ceil(most / 2 ** 20)} MiB`)
}

/** Throws `UnreadableText`. */
export function decode(bytes: Uint8Array): TextFile {
  if (bytes.length > LARGEST) throw new UnreadableText(`has more than ${Math.ceil(LARGEST / 2 ** 20)} MiB`)
  const first = bytes[0]
  const isUtf16 = (first === 0xff && bytes[1] === 0xfe) || (first === 0xfe && bytes[1] === 0xff)
  if ((isUtf16 && bytes[2] === 0 && bytes[3] === 0) || (first === 0 && bytes[1] === 0 && bytes[2] === 0xfe && bytes[3] === 0xff)) throw new UnreadableText('is UTF-32, which kubectl cannot read: save it as UTF-8')
  if (isUtf16 && bytes.length % 2 === 1) throw new UnreadableText('is UTF-16 and ends in the middle of a character')
  if (isUtf16) return first === 0xff ? { text: readUtf16(bytes, 0, bytes.length), encoding: 'utf-16le' } : { text: swapped(bytes).toString('utf16le'), encoding: 'utf-16be' }
  const text = readUtf8(bytes, 0, bytes.length)
  if (text.includes('\0')) throw new UnreadableText('is a binary file')
  // Looking for the replacement character first is cheaper than validating every file: it is hardly ever there.
  if (text.includes('\ufffd') && !Buffer.from(text).equals(bytes)) throw new UnreadableText(`is not valid UTF-8 (${placeOf(firstInvalid(bytes, text), bytes)})`)
  return { text, encoding: 'utf-8' }
}

export function encode({ text, encoding }: TextFile): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text)
  const bytes = Buffer.from(text, 'utf16le')
  return encoding === 'utf-16le' ? bytes : swapped(bytes)
}

const swapped = (bytes: Uint8Array): Buffer => Buffer.from(bytes).swap16()

/** The offset of the first byte that no character begins or continues with. */
function firstInvalid(bytes: Uint8Array, text: string): number {
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) {
    const offset = Buffer.byteLength(text.slice(0, at))
    // U+FFFD itself may stand in the file.
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) return offset
  }
  return 0
}

function placeOf(offset: number, bytes: Uint8Array): string {
  const before = readLatin1(bytes, 0, offset)
  const line = before.split('\n').length
  return `byte 0x${bytes[offset]!.toString(16)} in line ${line}, column ${offset - before.lastIndexOf('\n')}`
}
