import type { FailLevel } from '../config/config.ts'
import type { Summary } from '../diagnostic.ts'

/** 0: nothing that fails the run. 1: findings that do. 2: the work could not be done. */
export type ExitCode = 0 | 1 | 2

export interface FailWhen {
  /** This severity or a worse one. */
  failOn: FailLevel
  maxWarnings: number
  exitZero: boolean
}

/** Of the findings alone: how they are printed makes no difference. */
export function exitCode({ errors, warnings, infos }: Pick<Summary, 'errors' | 'warnings' | 'infos'>, { failOn, maxWarnings, exitZero }: FailWhen): 0 | 1 {
  if (exitZero) return 0
  const failing = { error: errors, warning: errors + warnings, info: errors + warnings + infos, never: 0 }[failOn]
  return failing > 0 || warnings > maxWarnings ? 1 : 0
}
