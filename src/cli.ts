/** Hands the process to the program. Nothing else touches `process`. */
import { fstatSync, readFileSync, statSync, writeSync, type Stats } from 'node:fs'
import { devNull } from 'node:os'
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
      // `process.stdout` costs milliseconds, and most that is no terminal is no device either, but for the null device.
      const stats = fstatOf(descriptor)
      if (stats?.isCharacterDevice() !== true || stats.rdev === statSync(devNull, { throwIfNoEntry: false })?.rdev) return false
      return (descriptor === 1 ? process.stdout : process.stderr).isTTY
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

const host: Host = {
  cwd: process.cwd(),
  env: process.env,
  stdout: stream(1),
  stderr: stream(2),
  readStdin: () => readFileSync(0),
  isStdinPiped: () => fstatOf(0)?.isFIFO() === true,
}

/** The bundle calls it, unless it is loaded by another module. */
export function run(): void {
  void main(process.argv.slice(2), host).then((code) => {
    process.exitCode = code
  })
}
