/** docs/output-formats.md: the samples are what is printed (`npx vitest run test/output-formats.test.ts -u` writes them anew), every format has one, and commands of all pages have flags that there are. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseArguments } from '../src/cli/arguments.ts'
import { VERSION } from '../src/project.ts'
import { FORMATS } from '../src/reporters/index.ts'
import { folder, podlint } from './cli/run-cli.ts'

const docs = join(import.meta.dirname, '../docs')
const path = join(docs, 'output-formats.md')
const page = readFileSync(path, 'utf8')
const SELECTED = /`podlint (--select [^`]+)`/.exec(page)![1]!.split(' ')
/** Lines of a sample. */
const MOST = 40

/** `<!-- NAME -->`, and the fence below it. */
const blocks = new Map([...page.matchAll(/^<!-- (\S+) -->\n\n```(\w+)\n([^]*?)```\n/gm)].map((match) => [match[1]!, match[3]!]))

test('samples are what is printed', async () => {
  const files = { 'shop.yaml': blocks.get('shop.yaml')!, 'report.liquid': blocks.get('report.liquid')! }
  let written = page
  for (const name of Object.keys(FORMATS).filter((format) => format !== 'html')) {
    const template = name === 'template' ? ['--template', 'report.liquid'] : []
    const { stdout, code } = await podlint([...SELECTED, '--format', name, ...template, 'shop.yaml'], { cwd: folder(files) })
    expect(code).toBe(1)
    const lines = stdout.replaceAll(`"${VERSION}"`, '"0.1.0"').replace(`podlint ${VERSION}`, 'podlint 0.1.0').replace(/^ {2}\S.*\/(?=shop\.yaml)/m, '  ').split('\n')
    const sample = lines.length > MOST ? [...lines.slice(0, MOST - 1), '…', ''].join('\n') : lines.join('\n')
    expect(blocks.has(name), `a sample of ${name}`).toBe(true)
    written = written.replace(new RegExp(`(^<!-- ${name} -->\\n\\n\`\`\`\\w+\\n)[^]*?(?=\`\`\`\\n)`, 'm'), (_, head: string) => head + sample)
  }
  await expect(written).toMatchFileSnapshot(path)
})

test('every format has a section, and is listed by what it is for', () => {
  for (const name of Object.keys(FORMATS)) {
    expect(page).toContain(`\n### ${name}\n`)
    expect(page).toContain(`[${name}](#${name})`)
  }
})

test('commands on all pages have flags that there are', () => {
  const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md') && !/^(rules|decisions|integrations)[\\/]/.test(name))
  const commands = pages.flatMap((name) => {
    const text = readFileSync(join(docs, name), 'utf8')
    const inline = [...text.matchAll(/`(?:[^`\n]*\| )?podlint ([^`\n]+)`/g)].map(([, command]) => command!)
    const inFences = [...text.matchAll(/^(?:[^#\n`]*\| )?podlint ([^\n]+?)(?: +#.*)?$/gm)].map(([, command]) => command!)
    return [...inline, ...inFences].map((command) => [name, command] as const)
  })
  expect(commands.length).toBeGreaterThan(60)
  for (const [name, command] of commands) expect(() => parseArguments(command.split(' '), {}), `${name}: podlint ${command}`).not.toThrow()
})
