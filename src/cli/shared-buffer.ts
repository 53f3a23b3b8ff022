/**
 * One buffer for all files that a start reads, one after the other. The kernel hands out new memory page by page, and for a run of ten milliseconds that takes longer than reading does.
 * Nobody may keep what is in it.
 */
import { readSync } from 'node:fs'

let buffer = new Uint8Array(1 << 20)

/** What is there is lost when it is not large enough. */
export function sharedBuffer(size: number): Uint8Array<ArrayBuffer> {
  if (buffer.length < size) buffer = new Uint8Array(size)
  return buffer
}

/** Reads so many bytes to an offset of the buffer → how many there were. */
export function fill(descriptor: number, bytes: Uint8Array, start: number, length: number): number {
  let at = 0
  for (let count = -1; at < length && count !== 0; at += count) count = readSync(descriptor, bytes, start + at, length - at, null)
  return at
}
