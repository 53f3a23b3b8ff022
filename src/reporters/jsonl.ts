import type { Report } from '../diagnostic.ts'
import { findingJson } from './json.ts'

/** One finding a line, each as in `json`, and nothing else: no findings, no lines. */
export default function jsonl({ diagnostics }: Report): string {
  return diagnostics.map((diagnostic) => `${findingJson(diagnostic)}\n`).join('')
}
