/**
 * Keeps what V8 has compiled of the program from one run to the next, in a folder of the user's own. In a short run, compiling takes longer than linting.
 * Node's own compile cache, which is there from 22.1 on, saves less than half as much: it has nothing of what is compiled when a function is first called.
 */
import { closeSync, constants, existsSync, fstatSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeFileSync, type Stats } from 'node:fs'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'
import { cacheFolder } from './cache-folder.ts'
import { fill, sharedBuffer } from './shared-buffer.ts'
import { isTuned } from './tuning.ts'

/** Files that stay, newest first: the parts of a few versions of podlint and Node. A part takes up to a megabyte. */
const MOST = 96
/** How much of the second copy is compared with the first at a time. */
const CHUNK = 65_536
const ENDING = '.podlint-code'

const { arch, env, execArgv, execPath, version } = process
const folder = cacheFolder()
/** V8 refuses what another version of it has compiled, or the same with other flags; not what differs between builds of one version, nor what lies elsewhere, as traces would say then. */
const node = folder && `${version}-${arch}-${statSync(execPath).size}-${place()}${isTuned ? '-tuned' : ''}${flags()}`
/** What V8 has compiled without help in this run, by name in the folder; `seed` ends its file. */
const fresh = new Map<string, Compiled>()
/** The program itself. */
let first: [string, Compiled] | undefined

interface Compiled {
  script: Script
  seed: number
}

/** Where this podlint is, in a few letters. */
function place(): string {
  let hash = 0
  for (let at = 0; at < __dirname.length; at++) hash = (Math.imul(hash, 31) + __dirname.charCodeAt(at)) | 0
  return (hash >>> 0).toString(36)
}

/** As far as they fit into a file's name. */
function flags(): string {
  const given = execArgv.join(' ') + (env['NODE_OPTIONS'] ?? '')
  return given === '' ? '' : `-${given.replaceAll(/\W+/g, '-').slice(0, 80)}`
}

/** Compiles a part of the program. `hash` is that of its source, of which V8 compares no more than the length. */
export function compile(part: string, source: string, hash: string, filename: string): Script {
  if (folder === undefined) return new Script(source, { filename })
  const name = `${part}-${hash}-${node}${ENDING}`
  const seed = Number.parseInt(hash.slice(-8), 16) | 0
  const cachedData = load(join(folder, name), seed)
  const script = new Script(source, { filename, ...(cachedData && { cachedData }) })
  first ??= [name, { script, seed }]
  if (script.cachedDataRejected !== false) fresh.set(name, { script, seed })
  return script
}

/**
 * Undefined without a sound file that nobody else can have written: whoever writes it, writes what the program does. V8 crashes on code with a single wrong bit, so all of it is there twice,
 * and the last word says of which part it is. To compare costs a tenth of what any checksum does that a program can have before it is compiled.
 */
function load(file: string, seed: number): Uint8Array | undefined {
  try {
    // A pipe would wait for somebody to write.
    const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const stats = fstatSync(descriptor)
      if (!stats.isFile() || !isOurs(stats)) return undefined
      const half = (stats.size - 4) / 2
      if (!Number.isInteger(half) || half <= 0) return undefined
      const bytes = sharedBuffer(half + CHUNK)
      if (fill(descriptor, bytes, 0, half) < half) return undefined
      for (let at = 0; at < half; at += CHUNK) {
        const length = Math.min(CHUNK, half - at)
        if (fill(descriptor, bytes, half, length) < length) return undefined
        if (Buffer.compare(bytes.subarray(at, at + length), bytes.subarray(half, half + length)) !== 0) return undefined
      }
      if (fill(descriptor, bytes, half, 4) < 4 || new DataView(bytes.buffer, half).getInt32(0, true) !== seed) return undefined
      return bytes.subarray(0, half)
    } finally {
      closeSync(descriptor)
    }
  } catch {
    return undefined
  }
}

/**
 * For the end of a run: the output is written by then, and what such a run needs is compiled. One that has linted nothing, such as that of `podlint rules`, has called little in the parts that it
 * shares with those that lint: of these only the program itself is kept, for a run that lints writes it again.
 */
export function keepCode(hasLinted: boolean): void {
  if (folder === undefined || fresh.size === 0) return
  if (hasLinted) fresh.set(...first!)
  else for (const name of fresh.keys()) if (!name.startsWith('cli')) fresh.delete(name)
  try {
    // Not more, and not `recursive`: a home that is not there is not for us to make, and in places such as /proc Node would try for ever.
    for (const path of [dirname(folder), folder]) if (!existsSync(path)) mkdirSync(path, 0o700)
    if (!isOurs(statSync(folder))) return
    for (const [name, { script, seed }] of fresh) {
      // Whole or not at all, for other runs may read at the same time.
      const draft = join(folder, `${process.pid}-${Date.now()}-${name}`)
      const data = script.createCachedData()
      const end = Buffer.alloc(4)
      end.writeInt32LE(seed)
      writeFileSync(draft, Buffer.concat([data, data, end]), { flag: 'wx', mode: 0o600 })
      renameSync(draft, join(folder, name))
    }
    const files = readdirSync(folder).filter((name) => name.endsWith(ENDING)).map((name) => join(folder, name))
    const written = new Map(files.map((file) => [file, statSync(file).mtimeMs]))
    for (const file of files.sort((a, b) => written.get(b)! - written.get(a)!).slice(MOST)) rmSync(file)
  } catch {
    // The next run takes as long as this one.
  }
}

const isOurs = ({ uid, mode }: Stats): boolean => process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0)
