/** Asks the API server's own code, which is compiled to WebAssembly and runs in a thread that can be ended: see engine/ and docs/decisions/0009-the-servers-own-expressions.md. */
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Answer, Task } from '../schema/expressions.ts'

/** For all tasks of one request, in seconds. The slowest definitions known take two. */
const PATIENCE = 60

/** The tasks of one minor, all from one document. */
interface Request {
  minor: number
  tasks: readonly Task[]
}

export class Engine {
  private readonly folder: string | undefined
  private readonly patience: number
  private worker: Worker | undefined

  /** `folder` is where the decompressed module is kept from run to run. */
  constructor(folder: string | undefined, patience = PATIENCE) {
    this.folder = folder
    this.patience = patience
  }

  /** One answer for each task. A task that the engine does not survive has a failure for an answer, and no other task suffers. */
  async answers(request: Request): Promise<Answer[]> {
    const answers = await this.send(request)
    if (typeof answers !== 'string') return answers
    if (request.tasks.length === 1) return [{ failure: answers }]
    const each: Answer[] = []
    for (const task of request.tasks) each.push(...(await this.answers({ ...request, tasks: [task] })))
    return each
  }

  async end(): Promise<void> {
    const { worker } = this
    this.worker = undefined
    await worker?.terminate()
  }

  /** The answers, or why there are none. */
  private send(request: Request): Promise<Answer[] | string> {
    // In the sources the thread's file is beside this one, the module in dist.
    const here = import.meta.dirname
    const module = here.endsWith('parts') ? here : join(here, '../../dist/parts')
    const worker = (this.worker ??= new Worker(join(here, 'cel-worker.cjs'), { workerData: { file: join(module, 'cel.wasm.br'), folder: this.folder }, stderr: true }))
    return new Promise((resolve) => {
      const settle = (result: Answer[] | string): void => {
        clearTimeout(timer)
        worker.off('message', answer).off('error', fail).off('exit', exit)
        if (typeof result === 'string') void this.end().then(() => resolve(result))
        else resolve(result)
      }
      const answer = (text: string): void => settle(JSON.parse(text) as Answer[])
      const fail = (error: Error): void => settle(reason(error))
      const exit = (): void => settle('the engine has ended')
      const timer = setTimeout(() => settle(`compiling them took more than ${this.patience} seconds`), this.patience * 1000)
      worker.on('message', answer).on('error', fail).on('exit', exit)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
      worker.postMessage(request)
    })
  }
}

function reason({ message }: Error): string {
  if (/call stack|stack exceeds|memory/i.test(message)) return 'the engine has no memory left'
  return message.replace(/^(?:fatal error|panic): /, '')
}
