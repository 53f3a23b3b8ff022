/** The engine for expressions, which starts when the first one is met. The linters of a run share it, and what it has answered: overlays and charts have much in common. */
import type { Engine } from './cel/engine.ts'

export class ExpressionEngine {
  private readonly folder: () => string | undefined
  private started: Promise<Engine> | undefined

  /** `folder` is where it may be kept from run to run, decompressed. */
  constructor(folder: () => string | undefined = () => undefined) {
    this.folder = folder
  }

  get(): Promise<Engine> {
    return (this.started ??= import('./cel/check.ts').then(({ Engine }) => new Engine(this.folder())))
  }

  async end(): Promise<void> {
    const { started } = this
    this.started = undefined
    ;(await started)?.end()
  }
}
