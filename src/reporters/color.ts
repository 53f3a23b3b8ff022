import type { Severity } from '../diagnostic.ts'

const CODES = { bold: 1, dim: 2, error: 31, warning: 33, info: 36, added: 32 } as const satisfies Record<Severity | 'bold' | 'dim' | 'added', number>

export type Paint = (style: keyof typeof CODES, text: string) => string

/** Colours text for a terminal, or leaves it as it is. */
export const painter = (color: boolean): Paint => (color ? (style, text) => `\u001b[${CODES[style]}m${text}\u001b[0m` : (_, text) => text)

export type Link = (url: string, text: string) => string

/** Makes text a link in a terminal that has them (OSC 8), or leaves it as it is. The address may be that of a plugin. */
export const linker = (links: boolean | undefined): Link => (links === true ? (url, text) => !/^https?:[!-~]+$/.test(url) ? text : `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\` : (_, text) => text)
