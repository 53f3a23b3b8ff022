/** A module of Go, compiled to WebAssembly, in a thread that can be ended: see engine/ and docs/decisions/0009-the-servers-own-expressions.md. */
import { join } from 'node:path'
import { cpuUsage } from 'node:process'
import { Worker } from 'node:worker_threads'
import type { GoFile } from './go-files.cjs'
import { goModule, type ModuleName } from './go-module.ts'
import { MODULE_IDS } from './module-ids.ts'
import { stayUsual } from './v8-flags.ts'

/** Why there is no answer. */
export interface NoAnswer {
  failure: string
}

interface Waiting {
  request: object
  /** Goes to the module as it is, behind the request. */
  bytes: Uint8Array | undefined
  resolve: (answer: string | NoAnswer) => void
}

/** How often time is added for a request that did not get its share of the processor. */
const MOST_WAITS = 10

export class GoThread {
  private readonly name: ModuleName
  private readonly folder: string | undefined
  private readonly patience: number
  private worker: Worker | undefined
  /** Whether it has its module, before which it can take no request. */
  private isReady = false
  /** Sent and not answered yet: the first one is at work. */
  private readonly waiting: Waiting[] = []
  private timer: NodeJS.Timeout | undefined
  private hasBegun = (): void => {}

  /** `folder` is where the decompressed files of the module are kept from run to run, `patience` how many seconds a request may take. */
  constructor(name: ModuleName, folder: string | undefined, patience: number) {
    this.name = name
    this.folder = folder
    this.patience = patience
  }

  /** Requests are answered one after the other, and what one does not survive costs no other. */
  async ask<Answer extends object>(request: object, bytes?: Uint8Array): Promise<Answer | NoAnswer> {
    const answer = await new Promise<string | NoAnswer>((resolve) => {
      const asked = { request, bytes, resolve }
      this.waiting.push(asked)
      if (this.waiting.length === 1) this.watch()
      this.post(asked)
    })
    return typeof answer === 'string' ? (JSON.parse(answer) as Answer) : answer
  }

  /** Nobody waits for it: a run has more to do meanwhile. */
  end(): void {
    const { worker } = this
    this.worker = undefined
    this.isReady = false
    this.hasBegun()
    clearTimeout(this.timer)
    worker?.removeAllListeners()
    void worker?.terminate()
  }

  private post({ request, bytes }: Waiting): void {
    if (this.worker === undefined) this.start()
    if (this.isReady) this.send({ request, bytes })
  }

  private start(): void {
    this.hasBegun = stayUsual()
    const memory: GoFile = { name: this.name, part: 'memory', id: MODULE_IDS[this.name].memory, folder: this.folder }
    const worker = (this.worker = new Worker(join(import.meta.dirname, 'go-worker.cjs'), { stderr: true, workerData: memory }))
    worker.on('message', (text: string) => this.settle(text))
    worker.on('error', (error) => this.fail(reason(error)))
    worker.on('exit', () => this.fail('the engine has ended'))
    try {
      // While the thread begins, which takes about as long. Compiled, it is while that reads its memory: the flags for it would be in the way of a thread that begins.
      const module = goModule(this.name, this.folder, this.waiting[0]!.request)
      worker.once('online', () => this.equip(module))
    } catch (error) {
      // The request that began it is still on its way to `waiting`.
      queueMicrotask(() => this.fail(reason(error as Error)))
    }
  }

  private equip(module: () => WebAssembly.Module): void {
    this.hasBegun()
    try {
      this.send({ module: module() })
    } catch (error) {
      return this.fail(reason(error as Error))
    }
    this.isReady = true
    for (const { request, bytes } of this.waiting) this.send({ request, bytes })
  }

  private send(message: object): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
    this.worker?.postMessage(message)
  }

  private watch(): void {
    clearTimeout(this.timer)
    if (this.waiting.length > 0) this.wait(this.patience, cpuUsage(), MOST_WAITS)
  }

  /** What counts is the time of the processor: on a machine that others use, a second may be a tenth of one. Little else is at work while an answer is awaited. */
  private wait(seconds: number, before: NodeJS.CpuUsage, waits: number): void {
    this.timer = setTimeout(() => {
      const { user, system } = cpuUsage(before)
      const left = this.patience - (user + system) / 1e6
      if (waits === 0 || left < 1) this.fail(`it took more than ${this.patience} seconds`)
      else this.wait(left, before, waits - 1)
    }, seconds * 1000)
  }

  private settle(answer: string | NoAnswer): void {
    const first = this.waiting.shift()
    this.watch()
    first?.resolve(answer)
  }

  /** Of the request at work; the others begin anew. */
  private fail(failure: string): void {
    this.end()
    this.settle({ failure })
    for (const asked of this.waiting) this.post(asked)
  }
}

function reason({ message }: Error): string {
  if (/call stack|stack exceeds|memory/i.test(message)) return 'the engine has no memory left'
  return message.replace(/^(?:fatal error|panic): /, '')
}
