/** What linting charts gives. */
import type { Diagnostic, Report } from '../../diagnostic.ts'

/** Said of the place in a file of values that a finding in a template stems from. */
export const SET_HERE = 'its value is set here'

export interface ChartsLinted {
  diagnostics: Diagnostic[]
  reports: Report[]
  /** What the user may want to know. */
  notes: string[]
  /** What was built, for --verbose. */
  built: string[]
  problems: string[]
  /** All that charts are made of, by shown name. */
  files: Set<string>
  /** Findings that comments of templates silence. */
  suppressed: number
  /** `FILE:LINE` of these comments. */
  usefulComments: Set<string>
  /** Fixes that are left out, and why, each a line. */
  unproven: string[]
  /** The texts of charts that stood in place of what is on the disk, by shown name. */
  texts: ReadonlyMap<string, string>
}
