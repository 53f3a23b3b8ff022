/** The page of `html`, in a browser without a network. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Diagnostic, Report } from '../../src/diagnostic.ts'
import { loadReporter } from '../../src/reporters/index.ts'
import { run } from '../child-process.ts'
import { folder } from '../cli/run-cli.ts'
import { want } from '../want.ts'
import { clean, everyday, hostile } from './reports.ts'

async function page(report: Report): Promise<string> {
  return (await loadReporter('html', '/'))!(report, { color: false, cwd: '/', quiet: false })
}

/** What the browser makes of the page at an address that ends in `hash`. A message on its console is a fault. */
async function dom(report: Report, hash = ''): Promise<string> {
  const cwd = folder({})
  const file = join(cwd, 'report.html')
  writeFileSync(file, await page(report))
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--enable-logging=stderr', `--user-data-dir=${join(cwd, 'profile')}`, '--host-resolver-rules=MAP * ~NOTFOUND', '--disable-dev-shm-usage', '--dump-dom']
  const { stdout, stderr } = run('chromium', [...flags, `${pathToFileURL(file).href}${hash}`], { cwd })
  expect(stderr.split('\n').filter((line) => line.includes(':CONSOLE'))).toEqual([])
  return stdout
}

const tags = (html: string, name: string) => html.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? []
const shown = (html: string) => tags(html, 'article').filter((tag) => !/ hidden/.test(tag))
const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]

test('names nothing that a browser would load', async () => {
  for (const report of [everyday(), clean(), hostile()]) {
    const html = await page(report)
    expect(html).not.toMatch(/<(link|img|iframe|object|embed|base)\b|\bsrc=|@import|url\(/)
    expect(tags(html, 'script')).toHaveLength(1)
    expect(html).toContain("default-src 'none'")
  }
})

test('has the code frame, the place, the object and the fix of each finding, and what its rule is for', async () => {
  const html = await page(everyday())
  expect(html).toContain('<pre><span>23</span>          <mark>resource</mark>: {}</pre>')
  expect(html).toContain('<code>23:11</code> · Deployment shop/web · <code>spec.template.spec.containers[0].resource</code>')
  expect(html).toContain('Fixable with <code>podlint fix</code>')
  expect(html).toContain('Fixable with <code>podlint fix --unsafe-fixes</code>')
  for (const { howToFix } of everyday().rules.values()) expect(html).toContain(howToFix.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
})

describe('in Chromium', { timeout: 120_000 }, () => {
  beforeEach((context) => want(context, 'chromium'))

  test('shows all findings, with filters and charts', async () => {
    const html = await dom(everyday())
    expect(shown(html)).toHaveLength(5)
    expect(tags(html, 'form')).toEqual(['<form class="filters">'])
    expect(html).toContain('<output class="shown">5 findings</output>')
    expect(tags(html, 'figure').map((tag) => attribute(tag, 'data-facet'))).toEqual(['rule', 'namespace', 'kind'])
  })

  const matches: [hash: string, (diagnostic: Diagnostic) => boolean][] = [
    ['#severity=error', ({ severity }) => severity === 'error'],
    ['#severity=error,info', ({ severity }) => severity !== 'warning'],
    ['#rule=pinned-image', ({ rule }) => rule === 'pinned-image'],
    ['#namespace=shop&kind=Service', ({ object }) => object === 'Service shop/web'],
    ['#text=PRIVILEGED', ({ message }) => message.includes('privileged')],
    ['#severity=error&text=nothing+like+this', () => false],
  ]
  test.each(matches)('%s shows what it asks for, and counts it', async (hash, isWanted) => {
    const { diagnostics } = everyday()
    const html = await dom(everyday(), hash)
    expect(shown(html).map((tag) => attribute(tag, 'data-rule'))).toEqual(diagnostics.filter(isWanted).map(({ rule }) => rule))
    expect(html).toContain(`<output class="shown">${diagnostics.filter(isWanted).length} of 5 findings</output>`)
    // A file without any is not there.
    expect(tags(html, 'section').filter((tag) => tag.includes('"file"') && !/ hidden/.test(tag))).toHaveLength(new Set(diagnostics.filter(isWanted).map(({ file }) => file)).size)
  })

  test('a chart counts what its own filter has to choose from', async () => {
    const bars = tags(await dom(everyday(), '#kind=Service'), 'button').filter((tag) => tag.includes('aria-pressed') && !/ hidden/.test(tag))
    expect(bars.map((tag) => attribute(tag, 'data-value'))).toEqual(['service-selects-pod', 'shop', 'Service', 'Deployment'])
    expect(bars.map((tag) => attribute(tag, 'aria-pressed'))).toEqual(['false', 'false', 'true', 'false'])
  })

  test('a manifest cannot add to the page', async () => {
    const html = await dom(hostile())
    expect(shown(html)).toHaveLength(hostile().diagnostics.length)
    expect(tags(html, 'script')).toHaveLength(1)
    expect(html).not.toMatch(/<b a=/)
  })

  test('without findings says so', async () => {
    expect(await dom(clean())).toContain('<p class="empty">No findings.</p>')
    expect(await dom({ ...clean(), summary: { ...clean().summary, resources: 0 } })).toContain('<p class="empty">Nothing was checked.</p>')
  })
})
