/** What the engine has rendered and built in earlier runs, each answer in a file of its own: it hangs on nothing but the question, so a run about the same files need not start the engine. */
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { keep, load, prune } from '../wasm/kept-file.cjs'
import { hash } from '../wasm/question-hash.ts'

const ENDING = '.podlint-rendered'
/** Of all files, and of one of them. */
const MOST_BYTES = 64 * 2 ** 20
const LARGEST = 4 * 2 ** 20

export class KnownRenderings {
  private readonly folder: string | undefined
  private readonly engine: string
  private isNew = false

  /** `engine` is the id of the module that answers, which may answer otherwise in another version. */
  constructor(folder: string | undefined, engine: string) {
    this.folder = folder === undefined ? undefined : join(folder, 'rendered')
    this.engine = engine
  }

  /** `ask` is called for what is not known; `inRun` has what was answered in this run, by names of ours. */
  async answer<Answer extends object>(question: object, ask: () => Promise<Answer>, inRun?: Map<string, object>): Promise<Answer> {
    const { folder } = this
    if (folder === undefined && inRun === undefined) return ask()
    const name = `${hash(this.engine, JSON.stringify(question))}${ENDING}`
    const answer = (inRun?.get(name) as Answer | undefined) ?? this.kept<Answer>(name) ?? (await this.asked(name, ask))
    // What took too long today may be answered tomorrow.
    if (!('failure' in answer)) inRun?.set(name, answer)
    return answer
  }

  private kept<Answer>(name: string): Answer | undefined {
    const known = this.folder === undefined ? undefined : load(this.folder, name)
    return known === undefined ? undefined : (JSON.parse(gunzipSync(known).toString()) as Answer)
  }

  private async asked<Answer extends object>(name: string, ask: () => Promise<Answer>): Promise<Answer> {
    const answer = await ask()
    if (this.folder === undefined || 'failure' in answer) return answer
    const bytes = gzipSync(JSON.stringify(answer), { level: 1 })
    if (bytes.length <= LARGEST) keep(this.folder, name, bytes, Infinity)
    this.isNew = true
    return answer
  }

  /** Takes away what was written first, where there is too much. */
  end(): void {
    if (this.isNew) prune(this.folder!, ENDING, MOST_BYTES)
  }
}
