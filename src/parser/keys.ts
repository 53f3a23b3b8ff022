/** Interned map keys: every distinct key of a run exists once, so that comparing keys is comparing numbers. The core has them; their texts are made here when somebody asks. */
import { core, coreHost, readUnits, writeUnits } from './core.ts'
import { isFloatText, resolveKey, resolvePlain } from './scalar.ts'

/** By id. */
const texts: string[] = []

/** The id of a key's text. */
export function internKey(text: string): number {
  const address = core.reserveKey(text.length) >>> 0
  writeUnits(text, address)
  return core.intern(address, text.length)
}

export const keyText = (id: number): string => (texts[id] ??= readUnits(core.keyAddress(id) >>> 0, core.keyLength(id)))

/** What a plain key with the text `id` is read as: `on` as "true", `0x1` as "1". -1 when it is no ordinary key: a merge, null, a number that no key can be. */
coreHost.resolvePlainKey = (id) => {
  const text = keyText(id)
  if (text === '<<') return -1
  const value = resolvePlain(text)
  if (value === text) return id
  const key = resolveKey(value, typeof value === 'number' && isFloatText(text))
  return typeof key === 'string' ? -1 : internKey(key.text)
}
