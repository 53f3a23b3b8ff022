// How fast the parser is: against the package yaml over a folder of manifests, and on texts that are large in one way.
// usage: node bench/parser.mjs [FOLDER]
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { loadTypeScript } from '../scripts/load-typescript.mjs'

const { parse, Tape } = await loadTypeScript('bench/parser-entry.ts')
const tape = new Tape()
const folder = process.argv[2]
if (folder !== undefined) await race(folder)
await growth()

async function race(folder) {
  const texts = readdirSync(folder, { recursive: true })
    .filter((name) => /\.(ya?ml|json)$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
  console.log(`${texts.length} files, ${megabytes.toFixed(1)} MB`)
  const ours = async () => {
    for (const text of texts) {
      const documents = await parse(text, tape)
      for (let node = 0; node < tape.size; node++) if (tape.isScalar(node)) tape.scalar(node)
      if (documents.length === 0) throw new Error('no document')
    }
  }
  const theirs = () => {
    for (const text of texts) for (const document of parseAllDocuments(text, { version: '1.1', logLevel: 'silent', uniqueKeys: false })) if (document.errors.length === 0) document.toJS({ maxAliasCount: -1 })
  }
  for (const [name, run] of [['podlint', ours], ['yaml', theirs]]) {
    const speeds = []
    for (let pass = 0; pass < (name === 'yaml' ? 2 : 5); pass++) {
      const start = performance.now()
      await run()
      speeds.push(megabytes / ((performance.now() - start) / 1000))
    }
    console.log(`${name}: ${speeds[0].toFixed(1)} MB/s cold, ${Math.max(...speeds).toFixed(1)} MB/s warm`)
  }
}

/** Twice the size has to take about twice the time. */
async function growth() {
  const item = (n) => `- name: item-${n}\n  labels: {app: web, tier: "front end"}\n  args: [a, 'b', 3]\n  text: |\n    line\n    another\n`
  const bomb = (n) => ['a0: &a0 [x, x]', ...Array.from({ length: n }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)].join('\n')
  const kinds = {
    'one large document': (size) => Array.from({ length: size * 45_000 }, (_, n) => item(n)).join(''),
    'many documents': (size) => Array.from({ length: size * 20_000 }, (_, n) => `---\nkind: A\nname: n-${n}\n`).join(''),
    'one large map': (size) => Array.from({ length: size * 100_000 }, (_, n) => `key-${n}: ${n}\n`).join(''),
    'deep lists': (size) => '- '.repeat(size * 5_000),
    'deep brackets': (size) => '['.repeat(size * 5_000) + ']'.repeat(size * 5_000),
    'deep maps': (size) => Array.from({ length: size * 1_000 }, (_, n) => `${' '.repeat(n)}a:\n`).join(''),
    'one long line': (size) => `a: "${'x'.repeat(size * 5_000_000)}"\n`,
    'a long folded text': (size) => `a: "${'x\n  '.repeat(size * 500_000)}"\n`,
    'blank lines': (size) => `a: |\n  x${'\n'.repeat(size * 2_000_000)}b: 1\n`,
    comments: (size) => '# c\n'.repeat(size * 500_000) + 'a: 1\n',
    'open quotes': (size) => '---\n"a\n'.repeat(size * 2_000),
    'closed documents': (size) => 'a: 1\n...\n---\n'.repeat(size * 5_000),
    'aliases, halved each time': (size) => bomb(size * 15),
  }
  for (const [name, make] of Object.entries(kinds)) {
    const times = []
    for (const size of [1, 2]) {
      const text = make(size)
      let best = Infinity
      for (let pass = 0; pass < 2; pass++) {
        const start = performance.now()
        await parse(text, tape)
        best = Math.min(best, performance.now() - start)
      }
      times.push(`${(text.length / 1e6).toFixed(2)} MB ${best.toFixed(0)} ms`)
    }
    console.log(`${name}: ${times.join(', ')}`)
  }
}
