/** Reads a file as text, whichever of YAML's encodings it has. */
import { closeSync, openSync, readSync } from 'node:fs'
import { readLatin1, readUtf16, readUtf8 } from '../parser/raw-buffer.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

export interface TextFile {
  /** A byte order mark stays in it. */
  text: string
  encoding: Encoding
}

/** The file is not text that anyone could lint. */
export class UnreadableText extends Error {}

let buffer = Buffer.allocUnsafe(1 << 16)

/** Throws what the system reports, or `UnreadableText`. Pipes such as `/dev/stdin` or `<(helm template .)` can be read too. */
export function readText(path: string): TextFile {
  const descriptor = openSync(path, 'r')
  try {
    let size = 0
    for (;;) {
      const read = readSync(descriptor, buffer, size, buffer.length - size, null)
      if (read === 0) break
      size += read
      if (size === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 4)
    }
    return decode(new Uint8Array(buffer.buffer, buffer.byteOffset, size))
  } finally {
    closeSync(descriptor)
  }
}

/** Throws `UnreadableText`. */
export function decode(bytes: Uint8Array): TextFile {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: readUtf16(bytes, 0, bytes.length), encoding: 'utf-16le' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: swapped(bytes).toString('utf16le'), encoding: 'utf-16be' }
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

const swapped = (bytes: Uint8Array): Buffer => Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16()

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
