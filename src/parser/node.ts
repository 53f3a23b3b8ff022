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
  /** A plain scalar or key that may be read as something else than the text that is written. Only scalars have it: of collections, this is a bit of the number of entries. */
  reinterpreted: 1 << 8,
} as const

/**
 * The low three bits of word 3 of a plain scalar: what it is read as, where that is plain at first sight. Above them is the value of an integer. `true` and `false` have an
 * `alias` bit when they are written in another way. 0: its text has to be resolved.
 */
export const Hint = { text: 1, null: 2, true: 3, false: 4, integer: 5, alias: 8 } as const
