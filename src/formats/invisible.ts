/** Characters that nobody sees, or that look like another one, in text that people read. */

const PLAIN = /^[ -~]*$/
// White space other than the space, what has no width, what turns the direction of writing, and the tags of Unicode. Made only when it is needed.
const unseen = (): RegExp => /[\u00a0\u00ad\u061c\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu

/** The text with each of them as `<U+00A0>`. */
export const spellOut = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(unseen(), (character) => `<U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`)
