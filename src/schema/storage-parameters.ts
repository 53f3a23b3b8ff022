/** Parameters of classes of storage. */
import type { Check, Fault } from './constraints.ts'

const MAX_PARAMETERS = 512
const MAX_BYTES = 256 * 1024

export const storageParameters: Check = {
  describes: `at most ${MAX_PARAMETERS}, with keys that are not empty, of at most ${MAX_BYTES} bytes in all`,
  test(value) {
    const entries = Object.entries(value as Readonly<Record<string, string>>)
    const faults: Fault[] = []
    if (entries.length > MAX_PARAMETERS) faults.push({ code: 'TooLong', message: `must be at most ${MAX_PARAMETERS}` })
    let bytes = 0
    for (const [key, text] of entries) {
      if (key === '') faults.push({ code: 'Invalid', message: 'must not have an empty key' })
      bytes += Buffer.byteLength(key) + Buffer.byteLength(text)
    }
    if (bytes > MAX_BYTES) faults.push({ code: 'TooLong', message: `must be at most ${MAX_BYTES} bytes in all` })
    return faults
  },
}
