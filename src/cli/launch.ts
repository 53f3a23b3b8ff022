/** What dist/podlint.cjs is: loads the parts of the program, each compiled with the help of the code cache. */
import { closeSync, fstatSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { readLatin1 } from '../parser/raw-buffer.ts'
import { compile, keepCode } from './code-cache.ts'
import { fill, sharedBuffer } from './shared-buffer.ts'
import { isTuned } from './tuning.ts'

type Load = (id: string) => object
type Part = (exports: object, require: Load, module: { exports: object }, filename: string, dirname: string) => void

const folder = join(__dirname, 'parts')
const modules = new Map<string, { exports: object }>()
/** That of the program, once it is there. */
let asUsual = <T>(run: () => T): T => run()

const load: Load = (id) => {
  let module = modules.get(id)
  if (module === undefined) {
    if (!id.startsWith('./')) {
      modules.set(id, (module = { exports: asUsual(() => require(id) as object) }))
      return module.exports
    }
    module = { exports: {} }
    modules.set(id, module)
    const file = join(folder, id)
    // It begins with a comment that is its hash.
    const source = readSource(file)
    const part: Part = asUsual(() => compile(id.slice(2, -4), source, source.slice(2, 18), file).runInThisContext())
    part(module.exports, load, module, file, folder)
  }
  return module.exports
}
// In code that Node has not loaded itself, `import()` does not work.
Object.assign(load, { import: (url: string) => import(url) })

/** A part has nothing but ASCII. */
function readSource(file: string): string {
  const descriptor = openSync(file, 'r')
  try {
    const { size } = fstatSync(descriptor)
    const bytes = sharedBuffer(size)
    return readLatin1(bytes, 0, fill(descriptor, bytes, 0, size))
  } finally {
    closeSync(descriptor)
  }
}

function launch(): typeof import('../cli.ts') {
  try {
    return load('./cli.cjs') as typeof import('../cli.ts')
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'CoreError') throw error
    process.stderr.write(`podlint: ${error.message}\n`)
    process.exit(2)
  }
}

const program = launch()
asUsual = program.asUsual
if (isTuned) program.optimiseLate(process.getBuiltinModule('node:v8').setFlagsFromString)
void program.run().then(({ code, hasLinted }) => {
  asUsual(() => keepCode(hasLinted))
  // All is written by now. This is what is left of `process.exit` without the events that it has first, for which nobody waits here.
  ;(process as unknown as { reallyExit(code: number): never }).reallyExit(code)
})
