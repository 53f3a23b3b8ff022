/** What linting charts gives. */
import type { Diagnostic, Report } from '../../diagnostic.ts'

export interface ChartsLinted {
  diagnostics: Diagnostic[]
  reports: Report[]
  /** What the user may want to know. */
  notes: string[]
  /** What was built, for --verbose. */
  built: string[]
  problems: string[]
  /** Findings that comments of templates silence. */
  suppressed: number
  /** Fixes that are left out, and why, each a line. */
  unproven: string[]
  /** The texts of charts that stood in place of what is on the disk, by shown name. */
  texts: ReadonlyMap<string, string>
}
