import type { Reporter, TestModule } from 'vitest/node'
import { WANTS } from './want.ts'

/** Ends the output of a run with what was left out and why, and fails a run whose filter matches no test. */
export default class LeftOut implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const byReason = new Map<string, number>()
    for (const test of tests) {
      const result = test.result()
      if (result.state === 'skipped' && result.note?.startsWith(WANTS)) byReason.set(result.note.slice(WANTS.length), (byReason.get(result.note.slice(WANTS.length)) ?? 0) + 1)
    }
    if (byReason.size > 0) {
      const lines = [...byReason].sort().map(([reason, count]) => `  ${count} ${count === 1 ? 'test wants' : 'tests want'} ${reason}`)
      console.log(`Left out:\n${lines.join('\n')}\nCONTRIBUTING.md says how to run them.\n`)
    }
    if (modules.length > 0 && tests.every((test) => test.result().state === 'skipped') && byReason.size === 0) {
      console.error('The filter matches no test. A new rule has its tests once `npm run generate` has found it.\n')
      process.exitCode = 1
    }
  }
}
