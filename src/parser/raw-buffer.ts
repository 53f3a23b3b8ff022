/**
 * What `write` and `toString` of buffers come down to. Those look at the encoding first, in JavaScript that Node has to compile when it is first called: for a run that takes
 * ten milliseconds, that counts.
 */
type Slice = (this: Uint8Array, start: number, end: number) => string

type Write = (this: Uint8Array, text: string, start: number, length: number) => number

const { latin1Slice, latin1Write, ucs2Slice, ucs2Write, utf8Slice } = Buffer.prototype as unknown as {
  latin1Slice: Slice
  ucs2Slice: Slice
  utf8Slice: Slice
  latin1Write: Write
  ucs2Write: Write
}

export const readLatin1 = (bytes: Uint8Array, start: number, end: number): string => latin1Slice.call(bytes, start, end)

export const readUtf8 = (bytes: Uint8Array, start: number, end: number): string => utf8Slice.call(bytes, start, end)

/** `start` and `end` are offsets of bytes. */
export const readUtf16 = (bytes: Uint8Array, start: number, end: number): string => ucs2Slice.call(bytes, start, end)

/** Of a text without other characters. */
export function writeLatin1(bytes: Uint8Array, text: string, start: number): void {
  latin1Write.call(bytes, text, start, text.length)
}

export function writeUtf16(bytes: Uint8Array, text: string, start: number): void {
  ucs2Write.call(bytes, text, start, text.length * 2)
}
