/** What the words of a node say. */

export const Kind = { map: 1, sequence: 2, plain: 3, singleQuoted: 4, doubleQuoted: 5, literal: 6, folded: 7, explicit: 8 } as const
export type Kind = (typeof Kind)[keyof typeof Kind]

export const Flag = {
  /** Written in flow style. */
  flow: 1 << 4,
  /** A quoted scalar with escapes or line breaks, or a plain one with line breaks: its value is not a slice of the text. */
  encoded: 1 << 5,
  /** Reached through an alias or a merge key: the text that it points to serves other nodes too, so nothing may be fixed here. */
  shared: 1 << 6,
  /** Of a wrong type, as the parser or the schema walk found: rules do not see it. Set on the value node. */
  hidden: 1 << 7,
} as const
