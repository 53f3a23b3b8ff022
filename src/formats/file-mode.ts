import type { Format } from './format.ts'

const MOST = 0o777

/** Permission bits of a file: no setuid, setgid or sticky bit. */
export const fileMode: Format<number | bigint> = (value) => (value >= 0 && value <= MOST ? undefined : 'must be between 0 and 511 (octal 0777)')
