/** The account that a Windows container runs as: `user` or `DOMAIN\user`. */
import { orNothing } from './format.ts'

const MAX_DOMAIN_BYTES = 255
const MAX_USER_BYTES = 104
const NET_BIOS = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/u
const LABEL = '[a-zA-Z0-9](?:[-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?'
const DNS = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`)
const CONTROL = /[\u0000-\u001f\u007f]/
const NOT_IN_USER = /["/\\:;|=,+*?<>@[\]]/

export function windowsUserName(value: string): readonly string[] | undefined {
  if (value === '') return ['must not be empty']
  if (CONTROL.test(value)) return ['must not contain control characters']
  const parts = value.split('\\')
  if (parts.length > 2) return ['must have at most one backslash, between the domain and the user']
  const domain = parts.length === 2 ? parts[0]! : undefined
  const user = parts.at(-1)!
  const reasons: string[] = []
  if (domain !== undefined && Buffer.byteLength(domain) > MAX_DOMAIN_BYTES) reasons.push(`must have a domain of at most ${MAX_DOMAIN_BYTES} bytes`)
  if (domain !== undefined && !NET_BIOS.test(domain) && !DNS.test(domain)) reasons.push('must have a NetBIOS or DNS name before the backslash')
  if (user === '') reasons.push('must have a user after the backslash')
  else if (Buffer.byteLength(user) > MAX_USER_BYTES) reasons.push(`must have a user of at most ${MAX_USER_BYTES} bytes`)
  if (/^[. ]+$/.test(user)) reasons.push('must have a user of more than periods and spaces')
  if (NOT_IN_USER.test(user)) reasons.push('must have a user without any of "/\\:;|=,+*?<>@[]')
  return orNothing(reasons)
}
