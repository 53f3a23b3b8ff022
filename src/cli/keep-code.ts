/** Writes what V8 has compiled in this run to the code cache. For the end of a run: the output is written by then, and what such a run needs is compiled. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Compiled } from './code-cache.ts'

/** Files that stay, newest first: the parts of a few versions of podlint and Node. A part takes up to half a megabyte. */
const MOST = 32

/** The tools are those of `code-cache.ts`. */
export function keepCode(folder: string, fresh: ReadonlyMap<string, Compiled>, { ENDING, checksum, isOurs }: Pick<typeof import('./code-cache.ts'), 'ENDING' | 'checksum' | 'isOurs'>): void {
  try {
    // Not more, and not `recursive`: a home that is not there is not for us to make, and in places such as /proc Node would try for ever.
    for (const path of [dirname(folder), folder]) if (!existsSync(path)) mkdirSync(path, 0o700)
    if (!isOurs(statSync(folder))) return
    for (const [name, { script, seed }] of fresh) {
      // Whole or not at all, for other runs may read at the same time.
      const draft = join(folder, `${process.pid}-${Date.now()}-${name}`)
      const data = script.createCachedData()
      const sum = Buffer.alloc(4)
      sum.writeInt32LE(checksum(data, seed))
      writeFileSync(draft, Buffer.concat([data, sum]), { flag: 'wx', mode: 0o600 })
      renameSync(draft, join(folder, name))
    }
    const files = readdirSync(folder).filter((name) => name.endsWith(ENDING)).map((name) => join(folder, name))
    const written = new Map(files.map((file) => [file, statSync(file).mtimeMs]))
    for (const file of files.sort((a, b) => written.get(b)! - written.get(a)!).slice(MOST)) rmSync(file)
  } catch {
    // The next run takes as long as this one.
  }
}
