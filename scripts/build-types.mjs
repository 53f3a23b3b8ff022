// The declarations of the library, as TypeScript emits them: those that src/index.ts leads to, each as a `.d.cts`, since the library is CommonJS.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'

const root = join(import.meta.dirname, '..')
const compiler = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc')

const ENTRY = 'index.d.ts'
/** Nothing imports it: it adds to the types of a package. */
const AUGMENTATION = 'model/newer-fields.generated.d.ts'
const RELATIVE_IMPORT = /(?<=\b(?:from |import\(|import )')(\.[^']*)\.ts(?=')/g

/** Path of a declaration → its text. The path of the entry is `index.d.cts`. */
export function declarations() {
  const folder = mkdtempSync(join(tmpdir(), 'podlint-types-'))
  try {
    // Whether the types are right is another step's question.
    const emit = { noEmit: false, noCheck: true, declaration: true, emitDeclarationOnly: true }
    const compilerOptions = { ...emit, rootDir: join(root, 'src'), outDir: folder, typeRoots: [join(root, 'node_modules/@types')] }
    const files = ['src/index.ts', `src/${AUGMENTATION}`].map((file) => join(root, file))
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, files, include: [] }))
    execFileSync(process.execPath, [compiler, '-p', folder], { stdio: ['ignore', 2, 2] })

    const texts = new Map([[AUGMENTATION, readFileSync(join(root, 'src', AUGMENTATION), 'utf8')]])
    const add = (path) => {
      if (texts.has(path)) return
      const text = readFileSync(join(folder, path), 'utf8')
      texts.set(path, text)
      for (const [, target] of text.matchAll(RELATIVE_IMPORT)) add(posix.join(posix.dirname(path), `${target}.d.ts`))
    }
    add(ENTRY)
    texts.set(ENTRY, `/// <reference path="./${AUGMENTATION}" />\n${texts.get(ENTRY)}`)
    return [...texts].map(([path, text]) => [path.replace(/\.ts$/, '.cts'), text.replace(RELATIVE_IMPORT, '$1.cjs').replace(/(?<=reference path=".*)\.ts(?=")/, '.cts')])
  } finally {
    rmSync(folder, { recursive: true })
  }
}
