import type { Stream } from './host.ts'

/** Milliseconds before anything is said, and between two updates. */
const PATIENCE = 1000
const INTERVAL = 200

/** On a terminal, one line about a run that takes long; gone at its end. */
export class Progress {
  private readonly stream: Stream
  private count = 0
  private total = 0
  private next = Date.now() + PATIENCE
  private isShown = false

  constructor(stream: Stream) {
    this.stream = stream
  }

  /** All files are read anew, as after a fix. */
  start(total: number): void {
    this.count = 0
    this.total = total
  }

  /** One more file. */
  tick(): void {
    this.count++
    if (Date.now() < this.next) return
    this.next = Date.now() + INTERVAL
    // The system is asked, which takes longer than to lint a small file.
    if (this.stream.isTerminal) this.show(`Linting: ${this.count} of ${this.total} files`)
  }

  /** All are read; what looks at several of them takes a moment. */
  judge(): void {
    if (this.isShown) this.show('Checking references between objects')
  }

  private show(text: string): void {
    this.isShown = true
    this.stream.write(`\r\u001b[K${text}`)
  }

  end(): void {
    if (this.isShown) this.stream.write('\r\u001b[K')
  }
}
