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

/** Reads so many bytes to an offset of the buffer. False when there are not as many. */
export function fill(descriptor: number, bytes: Uint8Array, start: number, length: number): boolean {
  for (let at = 0; at < length; ) {
    const count = readSync(descriptor, bytes, start + at, length - at, null)
    if (count === 0) return false
    at += count
  }
  return true
}
