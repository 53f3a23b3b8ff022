/** What kubectl makes of a scalar with an explicit tag. */
import { TAG_PREFIX } from './directives.ts'
import { isFloatText, resolvePlain, type ScalarValue } from './scalar.ts'

export type TagResult = { value: ScalarValue; float: boolean } | { message: string }

/** Resolves the text of a scalar, quoted or not, by its full tag. Tags without a meaning of their own, and `!`, make it a string. */
export function resolveTag(tag: string, text: string): TagResult {
  const name = tag.startsWith(TAG_PREFIX) ? tag.slice(TAG_PREFIX.length) : ''
  const misfit = { message: `"${text}" is not a value of the type !!${name}` }
  switch (name) {
    case 'binary':
      return decodeBase64(text)
    case 'timestamp':
      return isTimestamp(text) ? { value: text, float: false } : misfit
    case 'null':
    case 'bool':
    case 'int':
    case 'float': {
      const value = isTimestamp(text) ? text : resolvePlain(text)
      const isNumber = typeof value === 'number' || typeof value === 'bigint'
      const float = typeof value === 'number' && (!Number.isFinite(value) || isFloatText(text))
      if (name === 'null' ? value === null : name === 'bool' ? typeof value === 'boolean' : name === 'int' ? isNumber && !float : float) return { value, float }
      // An integer that fits int64 is converted.
      if (name === 'float' && isNumber && value < 2n ** 63n) return { value: Number(value), float: true }
      return misfit
    }
    default:
      return { value: text, float: false }
  }
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

function decodeBase64(text: string): TagResult {
  const code = text.replace(/[\r\n]/g, '')
  if (!BASE64.test(code)) return { message: 'A !!binary value is not valid base64' }
  return { value: Buffer.from(code, 'base64').toString('utf8'), float: false }
}

const TIMESTAMP = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(?:Z|[+-]\d\d:\d\d))|(?: +(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?))?$/

function isTimestamp(text: string): boolean {
  const match = TIMESTAMP.exec(text)
  if (match === null) return false
  const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number]
  const [hour, minute, second] = [match[4] ?? match[7] ?? 0, match[5] ?? match[8] ?? 0, match[6] ?? match[9] ?? 0].map(Number) as [number, number, number]
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate() && hour < 24 && minute < 60 && second < 60
}
