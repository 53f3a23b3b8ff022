/**
 * Keeps what V8 has compiled of the program from one run to the next, in a folder of the user's own. In a short run, compiling takes longer than linting.
 * Node's own compile cache, which is there from 22.1 on, saves less than half as much: it has nothing of what is compiled when a function is first called.
 */
import { closeSync, fstatSync, openSync, readSync, statSync, type Stats } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { Script } from 'node:vm'
import { isTuned } from './tuning.ts'

export const ENDING = '.podlint-code'

export interface Compiled {
  script: Script
  /** Begins its checksum. */
  seed: number
}

const { arch, env, execArgv, execPath, platform, version } = process
/** Undefined when nothing is to be kept. */
export const folder = cacheFolder()
/** V8 refuses what another version of it has compiled, or the same with other flags; not what differs between builds of one version, nor what lies elsewhere, as traces would say then. */
const node = folder && `${version}-${arch}-${statSync(execPath).size}-${place()}${isTuned ? '-tuned' : ''}${flags()}`
/** What V8 has compiled without help in this run, by name in the folder. */
export const fresh = new Map<string, Compiled>()

function cacheFolder(): string | undefined {
  if (env['NODE_DISABLE_COMPILE_CACHE']) return undefined
  if (env['PODLINT_CACHE_DIR']) return env['PODLINT_CACHE_DIR']
  const base = platform === 'win32' ? env['LOCALAPPDATA'] : env['XDG_CACHE_HOME'] || (env['HOME'] && join(env['HOME'], '.cache'))
  return base && isAbsolute(base) ? join(base, 'podlint') : undefined
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
  const seed = Number.parseInt(hash.slice(-8), 16)
  const cachedData = load(join(folder, name), seed)
  const script = new Script(source, { filename, ...(cachedData && { cachedData }) })
  if (script.cachedDataRejected !== false) fresh.set(name, { script, seed })
  return script
}

/** Undefined without a sound file that nobody else can have written: whoever writes it, writes what the program does. */
function load(file: string, seed: number): Uint8Array | undefined {
  try {
    const { buffer } = readBytes(file, true)
    const data = new Uint8Array(buffer, 0, buffer.byteLength - 4)
    return new DataView(buffer).getInt32(data.length, true) === checksum(data, seed) ? data : undefined
  } catch {
    return undefined
  }
}

/** Reads a file, with fewer functions of Node than `readFileSync`: it compiles them when they are first called. */
export function readBytes(file: string, mustBeOurs: boolean): Uint8Array<ArrayBuffer> {
  const descriptor = openSync(file, 'r')
  try {
    const stats = fstatSync(descriptor)
    if (mustBeOurs && !isOurs(stats)) throw new Error('somebody else can write to it')
    const bytes = new Uint8Array(stats.size)
    let size = 0
    for (let read = -1; read !== 0 && size < bytes.length; size += read) read = readSync(descriptor, bytes, size, bytes.length - size, null)
    return bytes
  } finally {
    closeSync(descriptor)
  }
}

export const isOurs = ({ uid, mode }: Stats): boolean => process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0)

/** Of one word in 128, which is quick and meets every block of a disk: V8 crashes on a file of which a part was lost when the machine stopped. */
export function checksum(data: Uint8Array, seed: number): number {
  const words = new Int32Array(data.buffer, data.byteOffset, data.length >> 2)
  let sum = seed | 0
  for (let at = 0; at < words.length; at += 128) sum = (Math.imul(sum, 31) + words[at]!) | 0
  return sum
}
