/** Writes files so that a reader never sees half of one, and nothing is lost when the disk is full. */
import { chmodSync, chownSync, closeSync, fstatSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync, type Stats } from 'node:fs'
import { dirname, join } from 'node:path'
import { encode, type TextFile } from './read.ts'

/** Puts `file` in place of the existing file at `path`, with its mode and owner; a symbolic link stays one. Throws what the system reports. */
export function replaceFile(path: string, file: TextFile): void {
  const target = realpathSync(path)
  write(target, encode(file), statSync(target))
}

/** Writes a file of our own, anew or in place of an old one. Pipes and devices such as `/dev/stderr` are written as they are. Throws what the system reports. */
export function writeReport(path: string, text: string): void {
  const old = statSync(path, { throwIfNoEntry: false })
  if (old !== undefined && !old.isFile()) writeFileSync(path, text)
  else write(old === undefined ? path : realpathSync(path), Buffer.from(text), old)
}

/** Where no file can be made beside the old one, or none that belongs to the same user and group, the old one is written over. */
function write(target: string, bytes: Buffer, old: Stats | undefined): void {
  let draft: string | undefined
  try {
    draft = writeDraft(target, bytes, old)
    renameSync(draft, target)
  } catch (error) {
    if (draft !== undefined) rmSync(draft, { force: true })
    if (old === undefined || !isRefusal(error)) throw error
    writeOver(target, bytes)
  }
}

function writeOver(target: string, bytes: Buffer): void {
  const before = readFileSync(target)
  try {
    writeFileSync(target, bytes)
  } catch (error) {
    writeFileSync(target, before)
    throw error
  }
}

/** The name is short, for that of the target may be as long as names can be, and no other run has it. Returns its path; nothing is left behind of one that fails. */
function writeDraft(target: string, bytes: Buffer, old: Stats | undefined): string {
  const draft = join(dirname(target), `.podlint-${Date.now()}-${Math.random().toString(36).slice(2)}`)
  // A secret stays one, also before it has the mode of the old file.
  const descriptor = openSync(draft, 'wx', old === undefined ? 0o666 : 0o600)
  try {
    writeFileSync(descriptor, bytes)
    const made = fstatSync(descriptor)
    if (old !== undefined) {
      if (made.uid !== old.uid || made.gid !== old.gid) chownSync(draft, old.uid, old.gid)
      chmodSync(draft, old.mode & 0o7777)
    }
    return draft
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  } finally {
    closeSync(descriptor)
  }
}

const isRefusal = (error: unknown): boolean => ['EACCES', 'EPERM', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? '')
