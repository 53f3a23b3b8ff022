/** Hands the process to the program. Nothing else of the program touches `process`, only what loads it. */
import { fstatSync, readFileSync, writeSync, type Stats } from 'node:fs'
import { main } from './cli/main.ts'
import { tell } from './cli/tell.ts'
import { systemReason } from './files/system-error.ts'
import { UsageError } from './usage-error.ts'
export { asUsual, optimiseLate } from './wasm/v8-flags.ts'
import type { ExitCode } from './cli/exit-code.ts'
import type { Host, Stream } from './cli/host.ts'

/** Writes at once. The streams of `process` cost milliseconds to set up, and lose what is in them when the process ends. */
function stream(descriptor: 1 | 2): Stream {
  let isBroken = false
  /** The number of bytes that were taken: all there can be when nobody reads any more. */
  const attempt = (text: string | Buffer, from?: number): number => {
    try {
      return typeof text === 'string' ? writeSync(descriptor, text) : writeSync(descriptor, text, from)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EPIPE') isBroken = true
      // A pipe that is full: whoever reads it needs a moment.
      else if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
      // There is nobody left to tell that nobody can be told.
      else if (descriptor === 2) isBroken = true
      else throw new UsageError(`Cannot write to standard output: ${systemReason(error)}`)
      return isBroken ? Infinity : 0
    }
  }
  const write = (text: string) => {
    if (isBroken) return
    let at = attempt(text)
    // Nearly always that was all.
    if (at === Buffer.byteLength(text)) return
    for (const bytes = Buffer.from(text); at < bytes.length; ) at += attempt(bytes, at)
  }
  return {
    get isTerminal() {
      // No other device minds colours. `process.stdout` knows better, but costs milliseconds; on Windows, it also makes the terminal understand colours.
      const isDevice = fstatOf(descriptor)?.isCharacterDevice() === true
      return isDevice && (process.platform !== 'win32' || (descriptor === 1 ? process.stdout : process.stderr).isTTY)
    },
    write,
  }
}

/** Undefined for a descriptor that is closed. */
function fstatOf(descriptor: number): Stats | undefined {
  try {
    return fstatSync(descriptor)
  } catch {
    return undefined
  }
}

/** Undefined when it was removed. */
function currentFolder(): string | undefined {
  try {
    return process.cwd()
  } catch {
    return undefined
  }
}

/** The launcher calls it. */
export async function run(): Promise<{ code: ExitCode; hasLinted: boolean }> {
  const stderr = stream(2)
  const cwd = currentFolder()
  if (cwd === undefined) {
    tell(stderr, 'The current folder is not there any more')
    return { code: 2, hasLinted: false }
  }
  let hasLinted = false
  const host: Host = {
    cwd,
    env: process.env,
    stdout: stream(1),
    stderr,
    readStdin: () => readFileSync(0),
    isStdinPiped: () => fstatOf(0)?.isFIFO() === true,
    onLinted: () => (hasLinted = true),
  }
  const code = await main(process.argv.slice(2), host)
  return { code, hasLinted }
}
