/** The entries of a folder. */
import { readdirSync, type Dirent } from 'node:fs'

export interface Folder {
  /** By name. A name that is not UTF-8 is given as `caf\xe9.yaml`. */
  entries: Dirent[]
  /** The true paths of the entries that no text can name, by name. */
  bytes: ReadonlyMap<string, Buffer>
}

/** Nobody keeps manifests there. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules'])

const NONE: ReadonlyMap<string, Buffer> = new Map()

/** `bytes`: the true path, where the folder's own is not UTF-8. Throws what the system reports. */
export function readFolder(path: string, bytes: Buffer | undefined): Folder {
  const entries = bytes === undefined ? readdirSync(path, { withFileTypes: true }) : []
  if (bytes !== undefined || entries.some(({ name }) => name.includes('\ufffd'))) return readBytes(bytes ?? Buffer.from(path), bytes !== undefined)
  return { entries: sorted(entries), bytes: NONE }
}

function readBytes(folder: Buffer, isOdd: boolean): Folder {
  const bytes = new Map<string, Buffer>()
  const entries = readdirSync(folder, { withFileTypes: true, encoding: 'buffer' }).map((entry) => {
    const text = entry.name.toString()
    const isText = Buffer.from(text).equals(entry.name)
    const name = isText ? text : entry.name.toString('latin1').replaceAll(/[\x80-\xff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`)
    if (isOdd || !isText) bytes.set(name, Buffer.concat([folder, Buffer.from('/'), entry.name]))
    return Object.assign(entry, { name }) as unknown as Dirent
  })
  return { entries: sorted(entries), bytes }
}

const sorted = (entries: Dirent[]): Dirent[] => entries.sort((a, b) => (a.name < b.name ? -1 : 1))
