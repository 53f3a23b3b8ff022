// Compiles src/assembly, which is written in AssemblyScript, to the WebAssembly module src/parser/core.wasm.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { main } from 'assemblyscript/asc'

const root = join(import.meta.dirname, '..')

/** The bytes of the module: the same sources give the same. A megabyte of memory to begin with, so that small runs need no more; nobody pays for what is not touched. */
export async function compileCore() {
  const outputs = new Map()
  const { error, stderr } = await main(['src/assembly/index.ts', '--outFile', 'core.wasm', '-O3', '--noAssert', '--runtime', 'stub', '--use', 'abort=', '--initialMemory', '16'], {
    readFile: (name) => {
      try {
        return readFileSync(join(root, name), 'utf8')
      } catch {
        // The compiler tries several names for a module.
        return null
      }
    },
    writeFile: (name, content) => outputs.set(name, content),
    listFiles: () => [],
  })
  if (error) throw new Error(`src/assembly: ${stderr.toString()}`)
  return outputs.get('core.wasm')
}
