/** How many pods a Job runs. */
import type { JobSpec } from 'kubernetes-types/batch/v1'
import type { Loose } from '../model/kinds.ts'
import type { TypeCheckContext } from './constraints.ts'

/** A Job itself gets defaults; the template of a CronJob does not. */
export function sizeOf({ completions, parallelism }: Loose<JobSpec>, { kind }: Pick<TypeCheckContext, 'kind'>): { completions: number | undefined; parallelism: number | undefined } {
  return kind === 'Job' && completions === undefined && parallelism === undefined ? { completions: 1, parallelism: 1 } : { completions, parallelism }
}
