/** Writes a file so that a reader never sees half of it. */
import { chmodSync, chownSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { encode, type TextFile } from './read.ts'

/** Puts `file` in place of the existing file at `path`, with its mode and owner; a symbolic link stays one. Throws what the system reports. */
export function replaceFile(path: string, file: TextFile): void {
  const target = realpathSync(path)
  const { mode, uid, gid } = statSync(target)
  const draft = join(dirname(target), `.${basename(target)}.podlint`)
  try {
    writeFileSync(draft, encode(file), { flag: 'wx' })
    chmodSync(draft, mode & 0o7777)
    const made = statSync(draft)
    if (made.uid !== uid || made.gid !== gid) chownSync(draft, uid, gid)
    renameSync(draft, target)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') rmSync(draft, { force: true })
    throw error
  }
}
