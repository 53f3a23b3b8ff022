import type { Severity } from '../diagnostic.ts'

const CODES = { bold: 1, dim: 2, error: 31, warning: 33, info: 36 } as const satisfies Record<Severity | 'bold' | 'dim', number>

export type Paint = (style: keyof typeof CODES, text: string) => string

/** Colours text for a terminal, or leaves it as it is. */
export const painter = (color: boolean): Paint => (color ? (style, text) => `\u001b[${CODES[style]}m${text}\u001b[0m` : (_, text) => text)
