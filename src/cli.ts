/** Hands the process to the program. Nothing else of the program touches `process`, only what loads it. */
import { fstatSync, readFileSync, writeSync, type Stats } from 'node:fs'
import { main } from './cli/main.ts'
import type { Host, Stream } from './cli/host.ts'

/** Writes at once. The streams of `process` cost milliseconds to set up, and lose what is in them when the process ends. */
function stream(descriptor: 1 | 2): Stream {
  let isBroken = false
  const write = (text: string) => {
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length && !isBroken; ) {
      try {
        at += writeSync(descriptor, bytes, at)
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException
        // A pipe that is full: whoever reads it needs a moment.
        if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
        else if (code === 'EPIPE') isBroken = true
        else throw error
      }
    }
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

/** The launcher calls it. */
export function run(): void {
  const host: Host = {
    cwd: process.cwd(),
    env: process.env,
    stdout: stream(1),
    stderr: stream(2),
    readStdin: () => readFileSync(0),
    isStdinPiped: () => fstatOf(0)?.isFIFO() === true,
  }
  // All is written by then. Otherwise Node would first take down everything in order, which takes its time.
  void main(process.argv.slice(2), host).then((code) => process.exit(code))
}
