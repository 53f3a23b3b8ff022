/** Has the expressions of a document judged, and says what the findings are. */
import type { Reported } from '../schema/checker.ts'
import type { Questions } from '../schema/layer.ts'
import type { Engine } from './engine.ts'
import { reportsOf } from './mistakes.ts'

export { brokenRules } from './custom-resources.ts'
export { Engine } from './engine.ts'

export async function reportsOn(engine: Engine, all: readonly Questions[]): Promise<Reported[][][]> {
  const reports: Reported[][][] = []
  for (const { minor, asked } of all) {
    const answers = await engine.answers({ minor, tasks: asked.map(({ task }) => task) })
    reports.push(asked.map((question, index) => reportsOf(question, answers[index]!)))
  }
  return reports
}
