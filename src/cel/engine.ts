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

interface Waiting {
  request: Request
  resolve: (answers: Answer[] | string) => void
}

export class Engine {
  private readonly folder: string | undefined
  private readonly patience: number
  private worker: Worker | undefined
  /** Sent and not answered yet: the first one is at work. */
  private readonly waiting: Waiting[] = []
  private timer: NodeJS.Timeout | undefined

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
    return (await Promise.all(request.tasks.map((task) => this.answers({ ...request, tasks: [task] })))).flat()
  }

  async end(): Promise<void> {
    const { worker } = this
    this.worker = undefined
    clearTimeout(this.timer)
    worker?.removeAllListeners()
    await worker?.terminate()
  }

  /** The answers, or why there are none. */
  private send(request: Request): Promise<Answer[] | string> {
    return new Promise((resolve) => {
      this.waiting.push({ request, resolve })
      if (this.waiting.length === 1) this.watch()
      this.post(request)
    })
  }

  private post(request: Request): void {
    this.worker ??= this.start()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
    this.worker.postMessage(request)
  }

  private start(): Worker {
    // In the sources the thread's file is beside this one, the module in dist.
    const here = import.meta.dirname
    const module = here.endsWith('parts') ? here : join(here, '../../dist/parts')
    const worker = new Worker(join(here, 'cel-worker.cjs'), { workerData: { file: join(module, 'cel.wasm.br'), folder: this.folder }, stderr: true })
    worker.on('message', (text: string) => this.settle(JSON.parse(text) as Answer[]))
    worker.on('error', (error) => this.fail(reason(error)))
    worker.on('exit', () => this.fail('the engine has ended'))
    return worker
  }

  private watch(): void {
    clearTimeout(this.timer)
    if (this.waiting.length > 0) this.timer = setTimeout(() => this.fail(`compiling them took more than ${this.patience} seconds`), this.patience * 1000)
  }

  private settle(result: Answer[] | string): void {
    const first = this.waiting.shift()
    this.watch()
    first?.resolve(result)
  }

  /** Of the request at work; the others begin anew. */
  private fail(why: string): void {
    void this.end().then(() => {
      this.settle(why)
      for (const { request } of this.waiting) this.post(request)
    })
  }
}

function reason({ message }: Error): string {
  if (/call stack|stack exceeds|memory/i.test(message)) return 'the engine has no memory left'
  return message.replace(/^(?:fatal error|panic): /, '')
}
