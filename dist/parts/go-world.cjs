/**
 * What a module of Go finds of the world: a clock that stands for no time, the same random numbers every time, and a place for its last words. No file, no network, no environment. Plain JavaScript,
 * for threads begin with files that Node reads as they are.
 */
'use strict'

const PAGE = 2 ** 16
/** A page that is never written to takes no room, and each time that Go takes more of them, V8 would look for garbage. A little less than what makes the thread begin anew. */
const FIRST_PAGES = (192 * 2 ** 20) / PAGE
/** Half a gigabyte: what wants more fails, in place of the machine. */
const MOST_PAGES = 2 ** 29 / PAGE

/** As large as the modules expect it. */
const firstMemory = () => new WebAssembly.Memory({ initial: FIRST_PAGES, maximum: MOST_PAGES })

/** In nanoseconds: any time will do that is after what the module has seen while it was built. */
const LATER = 10n ** 12n

/** `say` gets what the module writes; `memory` is there for a module that has none of its own; `more` makes further functions of WASI, with access to the memory. */
function instantiate(module, say, { memory, more = () => ({}), now = LATER } = {}) {
  const view = () => new DataView(memory.buffer)
  const known = {
    // Always the same: nothing that is said may hang on the time.
    clock_time_get: (id, precision, at) => (view().setBigUint64(at, (now += 1000n), true), 0),
    random_get: (at, length) => (new Uint8Array(memory.buffer, at, length).fill(7), 0),
    poll_oneoff: (subscriptions, events, count, at) => (view().setUint32(at, count, true), 0),
    sched_yield: () => 0,
    fd_write(descriptor, vectors, count, at) {
      let sum = 0
      for (let i = 0; i < count; i++) {
        const length = view().getUint32(vectors + i * 8 + 4, true)
        say(Buffer.from(memory.buffer, view().getUint32(vectors + i * 8, true), length).toString())
        sum += length
      }
      view().setUint32(at, sum, true)
      return 0
    },
    proc_exit() {
      throw new Error('the engine has ended')
    },
    memory,
    ...more(view),
  }
  // 8: no such file; 52: not there.
  const absent = (name) => (name.startsWith('fd_') ? () => 8 : () => 52)
  const imports = Object.fromEntries(WebAssembly.Module.imports(module).map(({ name }) => [name, known[name] ?? absent(name)]))
  const { exports } = new WebAssembly.Instance(module, { wasi_snapshot_preview1: imports })
  memory = exports.memory
  return exports
}

module.exports = { FIRST_PAGES, MOST_PAGES, PAGE, firstMemory, instantiate }
