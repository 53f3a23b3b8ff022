/** What the program needs of the process around it. Files are not part of it. */
export interface Host {
  /** Absolute. */
  cwd: string
  env: Readonly<Record<string, string | undefined>>
  stdout: Stream
  stderr: Stream
  /** Everything on standard input. */
  readStdin(): Buffer
  /** Another program writes into standard input. */
  isStdinPiped(): boolean
  /** Called when something was linted, which is what most runs do. */
  onLinted?(): void
}

export interface Stream {
  isTerminal: boolean
  /** Nothing happens when nobody reads any more. */
  write(text: string): void
}
