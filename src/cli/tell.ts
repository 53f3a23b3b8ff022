/** What a run says beside its findings. All of it goes through here: it may quote file names, settings and flags, which may hold what a terminal or a CI server takes for an order. */
import { cleanLine, visible } from '../reporters/clean.ts'
import type { Stream } from './host.ts'

/** Lines of one message. A line break in one of them is printed as a sign. */
export function tell(stream: Stream, ...[first = '', ...more]: readonly string[]): void {
  stream.write(`podlint: ${visible(first)}\n${more.map((line) => `${cleanLine(line)}\n`).join('')}`)
}
