import type { Format } from './format.ts'

const MOST = 0o777

/** Permission bits of a file: no setuid, setgid or sticky bit. */
export const fileMode: Format<number | bigint> = (value) => {
  if (value >= 0 && value <= MOST) return undefined
  return `must be between 0 and 511 (octal 0777)${/^[4-7][04-7]{2}$/.test(String(value)) ? `; did you mean 0${value}?` : ''}`
}
