/**
 * What of a module is compiled with it, for the first request will call it. V8 compiles that with all of its threads, and much sooner than one function after the other as they are called. The section with
 * its hints has a bit for each kind of request (engine/snapshot.mjs); which of them V8 shall see is decided here.
 */
import { versions } from 'node:process'
import { setFlagsFromString } from 'node:v8'

/** By the name of what a request has. */
const KINDS: Readonly<Record<string, number>> = { tasks: 1, chart: 1, kustomization: 2 }

const SECTION = 'compilationHints'
/** V8 has two bits for when, and two for each of how it is compiled at first and in the end: here both times by the compiler that is done soon. */
const [LATER, AT_ONCE] = [0b01_01_01, 0b01_01_10]

/** Of the versions of V8 that are known to read the hints. Another one would compile all functions at once. */
const FLAGS = ['--experimental-wasm-compilation-hints', '--no-wasm-lazy-compilation']
/** That of Node 22 takes the first one for more than it is. With any flag left it would refuse all code from the cache. */
const USUAL = ['--no-experimental-wasm-compilation-hints', '--wasm-lazy-compilation', ...(versions.v8.startsWith('12.') ? ['--no-experimental'] : [])]
const isKnown = /^1[1-3]\./.test(versions.v8)

export function withHints<T>(code: Uint8Array, request: object, compile: () => T): T {
  if (!isKnown) return compile()
  const bit = KINDS[Object.keys(request).find((key) => key in KINDS) ?? ''] ?? 0
  const bytes = Buffer.from(code.buffer, code.byteOffset, code.length)
  let at = bytes.indexOf(SECTION) + SECTION.length
  let count = 0
  for (let shift = 0, byte = 128; byte > 127; shift += 7) {
    byte = bytes[at++]!
    count |= (byte & 127) << shift
  }
  for (const end = at + count; at < end; at++) bytes[at] = (bytes[at]! & bit) === 0 ? LATER : AT_ONCE
  for (const flag of FLAGS) setFlagsFromString(flag)
  try {
    return compile()
  } finally {
    for (const flag of USUAL) setFlagsFromString(flag)
  }
}
