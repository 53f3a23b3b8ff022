/** What a shell completes. */
export interface CompletedFlag {
  /** With their dashes, the long one first. */
  spellings: readonly string[]
  summary: string
  metavar?: string
  /** What follows it: nothing, one of these, several of these with commas, or a file. */
  takes: 'nothing' | 'word' | 'words' | 'file' | 'anything'
  words: readonly string[]
}

export interface Completed {
  commands: Readonly<Record<string, readonly string[]>>
  flags: readonly CompletedFlag[]
}
