import type { Format } from './format.ts'

const CLEAN = /^[A-Za-z0-9+/]*={0,2}$/

/** Standard base64 with padding, as Secret data is written; line breaks inside are ignored. */
export const base64: Format = (value) => {
  if (value.length % 4 === 0 && CLEAN.test(value)) return undefined
  const text = value.replace(/[\r\n]/g, '')
  const illegal = /[^A-Za-z0-9+/=]/.exec(text)
  if (illegal !== null) return `must be base64, which has no "${illegal[0]}"`
  if (!CLEAN.test(text)) return 'must be base64, with "=" only as padding at its end'
  return text.length % 4 === 0 ? undefined : 'must be base64, padded with "=" to a multiple of four characters'
}
