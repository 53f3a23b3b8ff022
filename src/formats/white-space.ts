/** White space as Go has it: JavaScript's without the byte order mark, and with the next-line character. */
const SPACES = '(?:(?!\\uFEFF)\\s|\\x85)+'
const AT_ENDS = new RegExp(`^${SPACES}|${SPACES}$`, 'g')
const BETWEEN = new RegExp(SPACES)

export const trimSpace = (text: string): string => text.replace(AT_ENDS, '')

/** The words of a text; none for a blank one. */
export const splitAtSpace = (text: string): string[] => text.split(BETWEEN).filter((word) => word !== '')
