/** What the parser says about a document beside its nodes. */

/** What is wrong with the text itself. */
export interface Problem {
  /** `merge-override`: a key that a merge has set is set again; `ambiguous-key`: two are one in JSON; `document-start`: what only kubectl refuses; `syntax` is whatever else is refused. */
  kind: 'syntax' | 'duplicate-key' | 'merge-override' | 'ambiguous-key' | 'document-start' | 'alias-expansion' | 'too-deep'
  message: string
  start: number
  end: number
  related?: { message: string; start: number; end: number }
  /** What to insert to make it right, with no doubt. */
  edits?: { start: number; end: number; text: string }[]
}

export interface Document {
  /**
   * The root node, or -1 when there is nothing to read: an empty document, or one whose structure cannot be told. A document of which only a value is wrong
   * (a NaN, a tag that does not fit) has a problem and a root: the value is then marked `Flag.hidden`.
   */
  root: number
  /** The documents of a text cover it without gaps: comments before `---` belong to the document after it. */
  start: number
  end: number
  problems: Problem[]
}
