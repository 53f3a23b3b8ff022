/** What the engine has rendered and built in earlier runs, each answer in a file of its own: it hangs on nothing but the question, so a run about the same files need not start the engine. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { keep, load, prune } from '../wasm/kept-file.cjs'

const ENDING = '.podlint-rendered'
/** Of all files, and of one of them. */
const MOST_BYTES = 64 * 2 ** 20
const LARGEST = 4 * 2 ** 20

export class KnownRenderings {
  private readonly folder: string | undefined
  private readonly engine: string
  /** Of the module, which may answer otherwise in another version. */
  private id: string | undefined
  private isNew = false

  /** `engine` is the file with the module that answers. */
  constructor(folder: string | undefined, engine: string) {
    this.folder = folder === undefined ? undefined : join(folder, 'rendered')
    this.engine = engine
  }

  /** `ask` is called for what is not known. */
  async answer<Answer extends object>(question: object, ask: () => Promise<Answer>): Promise<Answer> {
    const { folder } = this
    if (folder === undefined) return ask()
    this.id ??= hash(readFileSync(this.engine))
    const name = `${hash(this.id, JSON.stringify(question))}${ENDING}`
    const known = load(folder, name)
    if (known !== undefined) return JSON.parse(gunzipSync(known).toString()) as Answer
    const answer = await ask()
    // What took too long today may be answered tomorrow.
    if ('failure' in answer) return answer
    const bytes = gzipSync(JSON.stringify(answer), { level: 1 })
    if (bytes.length <= LARGEST) keep(folder, name, bytes, Infinity)
    this.isNew = true
    return answer
  }

  /** Takes away what was written first, where there is too much. */
  end(): void {
    if (this.isNew) prune(this.folder!, ENDING, MOST_BYTES)
  }
}

function hash(...parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(`${part.length} `).update(part)
  return sum.digest('base64url')
}
