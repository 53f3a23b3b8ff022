/** Asks the API server's own code for its judgment: see engine/ and docs/decisions/0009-the-servers-own-expressions.md. */
import type { Answer, Task } from '../schema/expressions.ts'
import { GoThread } from '../wasm/go-thread.ts'
import { engineId } from '../wasm/module-ids.ts'
import { KnownAnswers } from './known-answers.ts'

/** For all tasks of one request, in seconds. The slowest definitions known take two. */
const PATIENCE = 60

/** The tasks of one minor, all from one document. */
interface Request {
  minor: number
  tasks: readonly Task[]
}

export class Engine {
  private readonly thread: GoThread
  private readonly known: KnownAnswers

  /** `folder` is where the decompressed module, and what it has answered, are kept from run to run. */
  constructor(folder: string | undefined, patience = PATIENCE) {
    this.thread = new GoThread('cel', folder, patience)
    this.known = new KnownAnswers(folder, engineId('cel'))
  }

  /** One answer for each task. A task that the engine does not survive has a failure for an answer, and no other task suffers. */
  answers({ minor, tasks }: Request): Promise<Answer[]> {
    return this.known.answers(minor, tasks, (unknown) => this.ask({ minor, tasks: unknown }))
  }

  end(): void {
    this.known.save()
    this.thread.end()
  }

  private async ask(request: Request): Promise<Answer[]> {
    const answers = await this.thread.ask<Answer[]>(request)
    if (!('failure' in answers)) return answers
    if (request.tasks.length === 1) return [answers]
    return (await Promise.all(request.tasks.map((task) => this.ask({ ...request, tasks: [task] })))).flat()
  }
}
