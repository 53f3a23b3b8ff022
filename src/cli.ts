/** Hands the process to the program. Nothing else touches `process`. */
import { fstatSync, readFileSync, writeSync } from 'node:fs'
import { isatty } from 'node:tty'
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
  return { isTerminal: isatty(descriptor), write }
}

function isPiped(): boolean {
  try {
    return fstatSync(0).isFIFO()
  } catch {
    return false
  }
}

const host: Host = {
  cwd: process.cwd(),
  env: process.env,
  stdout: stream(1),
  stderr: stream(2),
  readStdin: () => readFileSync(0),
  isStdinPiped: isPiped,
}

void main(process.argv.slice(2), host).then((code) => {
  process.exitCode = code
})
