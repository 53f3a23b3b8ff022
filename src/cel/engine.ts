/** Asks the API server's own code for its judgment: see engine/ and docs/decisions/0009-the-servers-own-expressions.md. */
import type { Answer, Task } from '../schema/expressions.ts'
import { GoThread } from '../wasm/go-thread.ts'

/** For all tasks of one request, in seconds. The slowest definitions known take two. */
const PATIENCE = 60

/** The tasks of one minor, all from one document. */
interface Request {
  minor: number
  tasks: readonly Task[]
}

/** Each takes a fifth of a second and some 150 MB, so there is a second one only when many requests wait. */
const MOST_THREADS = 2
const MANY = 3

export class Engine {
  private readonly threads: GoThread[] = []
  private readonly folder: string | undefined
  private readonly patience: number

  /** `folder` is where the decompressed module is kept from run to run. */
  constructor(folder: string | undefined, patience = PATIENCE) {
    this.folder = folder
    this.patience = patience
  }

  /** One answer for each task. A task that the engine does not survive has a failure for an answer, and no other task suffers. */
  async answers(request: Request): Promise<Answer[]> {
    const answers = await this.thread().ask<Answer[]>(request)
    if (!('failure' in answers)) return answers
    if (request.tasks.length === 1) return [answers]
    return (await Promise.all(request.tasks.map((task) => this.answers({ ...request, tasks: [task] })))).flat()
  }

  async end(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.end()))
  }

  /** The one that is the first to be done. */
  private thread(): GoThread {
    const [least] = this.threads.toSorted((a, b) => a.waits - b.waits)
    if (least !== undefined && (least.waits < MANY || this.threads.length === MOST_THREADS)) return least
    const thread = new GoThread('cel', this.folder, this.patience)
    this.threads.push(thread)
    return thread
  }
}
