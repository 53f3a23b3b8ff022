/** The site that `npm run site` builds from docs/. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { allRules } from '../src/rules.ts'
import { loadTable } from '../src/schema/table.ts'
import { LATEST } from '../src/versions.ts'
import { emptyFolder, run, runNode } from './child-process.ts'
import { want } from './want.ts'

const root = join(import.meta.dirname, '..')
const site = join(emptyFolder(), 'site')

// It ends with 1 when a link leads nowhere.
beforeAll(() => void runNode(['scripts/site.mjs', site], { cwd: root }), 240_000)

const read = (page: string) => readFileSync(join(site, page), 'utf8')

test('has a page for every page of docs, every rule and every kind', () => {
  for (const name of readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.md'))) {
    expect(existsSync(join(site, name.replace(/README\.md$/, 'index.md').replace(/\.md$/, '.html'))), name).toBe(true)
  }
  for (const { id } of allRules()) expect(read(`rules/${id}.html`)).toContain(`<h1 id="${id}">${id}</h1>`)
  for (const { kind, type } of loadTable(LATEST).kinds()) expect(read(`types/${type.name.replaceAll(/[^\w.]+/g, '-')}.html`)).toContain(`>${kind}</h1>`)
})

test('loads nothing from elsewhere, and nothing that a page opened as a file may not', () => {
  for (const page of ['index.html', 'rules/index.html', 'types/core-v1-Container.html']) {
    for (const [, address] of read(page).matchAll(/<(?:script|img|link)[^>]* (?:src|href)="([^"]*)"/g)) expect(address).not.toMatch(/^(https?:)?\//)
    expect(read(page)).not.toContain('type="module"')
  }
})

test('says of a type what its fields must be, with the rule', () => {
  const page = read('types/core-v1-Container.html')
  expect(page).toContain('<a href="core-v1-Probe.html">Probe</a>')
  expect(page).toContain('<a href="../rules/valid-container.html">valid-container</a>')
  expect(page).toContain('<code>podlint explain Pod.spec.containers</code>')
})

test('finds rules, types and pages, opened as a file', { timeout: 120_000 }, (context) => {
  want(context, 'chromium')
  const cwd = emptyFolder()
  const titles = (query: string, page = 'index.html') => {
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', `--user-data-dir=${join(cwd, 'profile')}`, '--host-resolver-rules=MAP * ~NOTFOUND', '--dump-dom']
    const { stdout } = run('chromium', [...flags, `${pathToFileURL(join(site, page)).href}?q=${query}`], { cwd })
    const list = /<ol class="results"[^]*?<\/ol>/.exec(stdout)![0]
    return [...list.matchAll(/<a href="([^"]*)">([^<]*)/g)].map(([, href, title]) => [title, href])
  }
  const probe = titles('livenes+probe', 'rules/index.html')
  expect(probe[0]).toEqual(['require-liveness-probe', '../rules/require-liveness-probe.html'])
  expect(titles('PodDisruptionBudgetSpec')).toContainEqual(['PodDisruptionBudgetSpec', 'types/policy-v1-PodDisruptionBudgetSpec.html'])
  expect(titles('coming+kubeconform').map(([title]) => title)).toContain('Coming from kubeconform')
})
