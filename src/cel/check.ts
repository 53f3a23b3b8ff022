/** Has the expressions of a document judged, and says what the findings are. */
import type { Reported } from '../schema/checker.ts'
import type { Answer } from '../schema/expressions.ts'
import type { Questions } from '../schema/layer.ts'
import type { Engine } from './engine.ts'
import { reportsOf } from './mistakes.ts'

export { brokenRules } from './custom-resources.ts'
export { Engine } from './engine.ts'

/** What the engine answers, in the order of the questions. */
export function answersTo(engine: Engine, all: readonly Questions[]): Promise<Answer[][]> {
  return Promise.all(all.map(({ minor, asked }) => engine.answers({ minor, tasks: asked.map(({ task }) => task) })))
}

export function reportsOn(all: readonly Questions[], answers: readonly Answer[][]): Reported[][][] {
  return all.map(({ asked }, at) => asked.map((question, index) => reportsOf(question, answers[at]![index]!)))
}
