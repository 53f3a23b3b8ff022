/** `podlint policy`: tests policies, and writes rules as policies. */
import { didYouMean, UsageError } from '../usage-error.ts'
import type { Arguments } from './arguments.ts'
import type { ExitCode } from './exit-code.ts'
import type { Host } from './host.ts'

const ACTIONS = ['test', 'export']

/** Throws a UsageError. */
export async function policy({ operands: [action, ...rest], flags }: Arguments, host: Host): Promise<ExitCode> {
  if (action === 'test') return (await import('./policy-test.ts')).policyTest(rest, flags, host)
  if (action === 'export') return (await import('./policy-export.ts')).policyExport(rest, flags, host)
  throw new UsageError(`podlint policy test [PATH]... tests policies, podlint policy export RULE... writes rules as policies${action === undefined ? '' : `; there is no "podlint policy ${action}"${didYouMean(action, ACTIONS)}`}`)
}
