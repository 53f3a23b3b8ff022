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
}
