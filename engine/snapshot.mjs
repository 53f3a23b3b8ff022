/**
 * Makes of a module of Go one that begins where its preparation has ended: the variables that it has then are written into it, and it is given the memory of that moment, a file beside it. So whoever
 * starts it need not wait for all packages to make their tables. The same module gives the same bytes, for what it finds of the world is always the same.
 */
import { createRequire } from 'node:module'
import { setFlagsFromString } from 'node:v8'

const { FIRST_PAGES, MOST_PAGES, PAGE, firstMemory, instantiate } = createRequire(import.meta.url)('../src/wasm/go-world.cjs')

const [CUSTOM, IMPORT, MEMORY, GLOBAL, EXPORT, CODE, DATA] = [0, 2, 5, 6, 7, 10, 11]
const [I32, MUTABLE, I32_CONST, I64_CONST, GLOBAL_SET, END, IS_MEMORY, IS_GLOBAL] = [0x7f, 1, 0x41, 0x42, 0x24, 0x0b, 2, 3]
/** Of the imports of WASI; the memory is one more. */
const WORLD = 'wasi_snapshot_preview1'

const NAME = 'podlint'
/** Until the module is prepared, what is not needed any more shall not lie around. The limit, well below what the module may have, stays. */
const ENVIRONMENT = ['GOGC=20', 'GOMEMLIMIT=300MiB']

/** What is there only for this. */
const CALLED = ['_initialize', 'prepare']

/** The module, and the memory up to its last byte that is not zero. Of `samples`, each has a bit in the hints of what it calls, in their order. */
export function snapshot(bytes, samples) {
  const sections = sectionsOf(bytes)
  const contentOf = (wanted) => sections.find(({ id }) => id === wanted).content
  const globals = globalsOf(contentOf(GLOBAL))
  const exported = exportsOf(contentOf(EXPORT))
  const globalName = (index) => `global ${index}`
  const open = [...exported, ...globals.map((_, index) => ({ name: globalName(index), kind: IS_GLOBAL, index }))]
  setFlagsFromString('--wasm-lazy-validation')
  const instance = instantiate(new WebAssembly.Module(moduleOf(bytes, sections, { [EXPORT]: exportSection(open) })), (words) => process.stderr.write(words), { more: worldAtStart, now: 0n })
  const { memory } = instance
  memory.grow(FIRST_PAGES - memory.buffer.byteLength / PAGE)
  for (const name of CALLED) instance[name]()
  if (memory.buffer.byteLength !== FIRST_PAGES * PAGE) throw new Error('The preparation takes more memory than there is at first')
  const code = moduleOf(bytes, sections, {
    [IMPORT]: withMemory(contentOf(IMPORT)),
    [MEMORY]: undefined,
    [GLOBAL]: [unsigned(globals.length), ...globals.map(({ type }, index) => [type, MUTABLE, type === I32 ? I32_CONST : I64_CONST, ...signed(BigInt(instance[globalName(index)].value)), END])],
    [EXPORT]: exportSection(exported.filter(({ name }) => !CALLED.includes(name))),
    [DATA]: undefined,
  })
  return { code: withHints(code, called(code, memory.buffer, samples)), memory: used(memory.buffer) }
}

/** The name of the program, and the settings of Go's own code: it asks for them only at its start. */
function worldAtStart(view) {
  const list = (words) => ({
    sizes: (count, size) => (view().setUint32(count, words.length, true), view().setUint32(size, bytesOf(words).length, true), 0),
    get(places, at) {
      new Uint8Array(view().buffer).set(bytesOf(words), at)
      for (const [index, word] of words.entries()) {
        view().setUint32(places + index * 4, at, true)
        at += bytesOf([word]).length
      }
      return 0
    },
  })
  const [args, environ] = [list([NAME]), list(ENVIRONMENT)]
  return { args_sizes_get: args.sizes, args_get: args.get, environ_sizes_get: environ.sizes, environ_get: environ.get }
}

/** As a list of C. */
const bytesOf = (words) => Buffer.from(words.map((word) => `${word}\0`).join(''))

/** Zeros within it stay: all is read at once. */
function used(buffer) {
  const bytes = Buffer.from(buffer)
  let end = bytes.length
  while (bytes[end - 1] === 0) end--
  return bytes.subarray(0, end)
}

function withMemory(content) {
  const input = new Input(content)
  const count = input.number()
  return [unsigned(count + 1), input.rest(), nameOf(WORLD), nameOf('memory'), [IS_MEMORY, 1, ...unsigned(FIRST_PAGES), ...unsigned(MOST_PAGES)]]
}

const nameOf = (name) => [...unsigned(name.length), ...Buffer.from(name)]
const exportSection = (list) => [unsigned(list.length), ...list.map(({ name, kind, index }) => [...nameOf(name), kind, ...unsigned(index)])]

/** With other contents in place of those whose sections are named, each as a list of parts, or without the section. */
function moduleOf(bytes, sections, others) {
  return Buffer.concat([bytes.subarray(0, 8), ...sections.flatMap(({ id, content }) => {
    const parts = id in others ? others[id] : [content]
    if (parts === undefined) return []
    const whole = Buffer.concat(parts.map((part) => Buffer.from(part)))
    return [Buffer.from([id, ...unsigned(whole.length)]), whole]
  })])
}

/** Bits for each function: which of the samples call it, in a module that begins like this one. Each sets a variable when it is called. */
function called(code, buffer, samples) {
  const sections = sectionsOf(code)
  const contentOf = (wanted) => sections.find(({ id }) => id === wanted).content
  const [globals, bodies] = [new Input(contentOf(GLOBAL)), bodiesOf(contentOf(CODE))]
  const first = globals.number()
  const name = (index) => `called ${index}`
  const noting = new WebAssembly.Module(moduleOf(code, sections, {
    [GLOBAL]: [unsigned(first + bodies.length), globals.rest(), ...bodies.map(() => [I32, MUTABLE, I32_CONST, 0, END])],
    [EXPORT]: exportSection([...exportsOf(contentOf(EXPORT)), ...bodies.map((_, index) => ({ name: name(index), kind: IS_GLOBAL, index: first + index }))]),
    [CODE]: [unsigned(bodies.length), ...bodies.flatMap(({ variables, steps }, index) => {
      const note = [I32_CONST, 1, GLOBAL_SET, ...unsigned(first + index)]
      return [unsigned(variables.length + note.length + steps.length), variables, note, steps]
    })],
  }))
  const bits = new Uint8Array(bodies.length)
  for (const [index, sample] of samples.entries()) {
    const memory = firstMemory()
    new Uint8Array(memory.buffer).set(new Uint8Array(buffer))
    const instance = instantiate(noting, (words) => process.stderr.write(words), { memory })
    new Uint8Array(memory.buffer, instance.reserve(sample.length) >>> 0, sample.length).set(sample)
    const length = instance.answer() >>> 0
    const answer = Buffer.from(memory.buffer, instance.result() >>> 0, length).toString()
    if (/"(?:failure|error|fault)"/.test(answer)) throw new Error(`A sample is not answered: ${answer}`)
    for (let each = 0; each < bits.length; each++) if (instance[name(each)].value === 1) bits[each] |= 1 << index
  }
  return bits
}

/** With a section of hints for V8, which src/wasm/compiled-first.ts completes. */
function withHints(code, bits) {
  const content = Buffer.concat([nameOf('compilationHints'), unsigned(bits.length), bits].map((part) => Buffer.from(part)))
  const sections = sectionsOf(code)
  sections.splice(sections.findIndex(({ id }) => id === CODE), 0, { id: CUSTOM, content })
  return moduleOf(code, sections, {})
}

/** Of each function the declaration of its variables, and the rest. */
function bodiesOf(content) {
  const input = new Input(content)
  return Array.from({ length: input.number() }, () => {
    const body = new Input(input.bytes(input.number()))
    for (let groups = body.number(); groups > 0; groups--) {
      body.number()
      body.byte()
    }
    return { variables: body.all.subarray(0, body.at), steps: body.rest() }
  })
}

function sectionsOf(bytes) {
  const input = new Input(bytes, 8)
  const sections = []
  while (!input.isAtEnd) sections.push({ id: input.byte(), content: input.bytes(input.number()) })
  return sections
}

function globalsOf(content) {
  const input = new Input(content)
  return Array.from({ length: input.number() }, () => {
    const global = { type: input.byte() }
    const [isMutable] = [input.byte(), input.byte(), input.number(), input.byte()]
    if (isMutable !== MUTABLE) throw new Error('The module has another global than those of Go')
    return global
  })
}

function exportsOf(content) {
  const input = new Input(content)
  return Array.from({ length: input.number() }, () => ({ name: input.bytes(input.number()).toString(), kind: input.byte(), index: input.number() }))
}

class Input {
  constructor(bytes, at = 0) {
    this.all = bytes
    this.at = at
  }

  get isAtEnd() {
    return this.at === this.all.length
  }

  rest() {
    return this.all.subarray(this.at)
  }

  byte() {
    return this.all[this.at++]
  }

  bytes(length) {
    this.at += length
    return this.all.subarray(this.at - length, this.at)
  }

  number() {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte()
      value |= (byte & 127) << shift
      if (byte < 128) return value >>> 0
    }
  }
}

function unsigned(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)]
}

function signed(value) {
  const last = Number(value & 127n)
  const rest = value >> 7n
  return (rest === 0n && last < 64) || (rest === -1n && last >= 64) ? [last] : [last | 128, ...signed(rest)]
}
