// Builds the site: docs/ and the README, and a page for each type of Kubernetes. It works from a folder, opened as files, and from any server, below any path.
// usage: npm run site [-- FOLDER]     FOLDER instead of site/
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, posix, relative, resolve } from 'node:path'
import { Eleventy } from '@11ty/eleventy'
import { loadTypeScript } from './load-typescript.mjs'
import { brokenLinks } from './site/broken-links.mjs'
import { typePages } from './site/type-pages.mjs'

const root = join(import.meta.dirname, '..')
const out = resolve(process.argv[2] ?? join(root, 'site'))
const own = join(root, 'scripts/site')
const require = createRequire(import.meta.url)
const { HOMEPAGE } = await loadTypeScript('src/project.ts')
const { slugsOf } = await loadTypeScript('test/markdown-headings.ts')
process.chdir(root)

const PARTS = [
  ['Guide', (page) => !page.includes('/') && !['index.html', 'architecture.html', 'new-minor.html', 'releasing.html'].includes(page)],
  ['Coming from', (page) => page.startsWith('coming-from/') && page !== 'coming-from/index.html'],
  ['Elsewhere', (page) => page.startsWith('integrations/') && page !== 'integrations/index.html'],
  ['How it is made', (page) => ['architecture.html', 'new-minor.html', 'releasing.html'].includes(page) || page.startsWith('decisions/')],
]

/** Path of a page in the site → its Markdown. Links in it are from `docs/`. */
const sources = new Map()
for (const name of readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })) {
  const path = name.replaceAll('\\', '/')
  if (path.endsWith('.md')) sources.set(path, readFileSync(join(root, 'docs', path), 'utf8'))
}
const { everyType } = await loadTypeScript('scripts/site/every-type.ts')
for (const [path, text] of Object.entries(typePages(await everyType()))) sources.set(`${path}.md`, text)
// The README is at the root of the repository, one step above.
sources.set('README.md', readFileSync(join(root, 'README.md'), 'utf8').replaceAll(/(\]\()docs\/?/g, '$1./'))

/** `rules/README.md` → `rules/index.html` */
const htmlPath = (path) => path.replace(/(^|\/)README\.md$/, '$1index.md').replace(/\.md$/, '.html')
const titles = new Map([...sources].map(([path, text]) => [htmlPath(path), /^# (.+)$/m.exec(text)?.[1].replaceAll('`', '') ?? path]))
titles.set('index.html', 'podlint')

const pageOf = (url) => url.slice(1).replace(/(^|\/)$/, '$1index.html')
const toRoot = (url) => '../'.repeat(pageOf(url).split('/').length - 1)
const escape = (text) => text.replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character])

function navigation(url) {
  const link = (page, title) => `<li><a href="${toRoot(url)}${page}"${page === pageOf(url) ? ' aria-current="page"' : ''}>${escape(title)}</a></li>`
  const pages = [...titles].sort(([a], [b]) => (a < b ? -1 : 1))
  const part = ([name, belongs]) => `<h2>${name}</h2><ul>${pages.filter(([page]) => belongs(page)).map(([page, title]) => link(page, title.replace(/^Coming from /, ''))).join('')}</ul>`
  return `<ul>${link('index.html', 'Start')}${link('rules/index.html', 'Rules')}${link('rules/peers.html', 'Checks of other tools')}${link('types/index.html', 'Types')}</ul>${PARTS.map(part).join('')}`
}

/** Where a link of a page leads in the site, or in the repository. */
function linkFrom(path, href) {
  if (/^([a-z]+:|#)/i.test(href)) return href
  const [target, hash] = href.split('#')
  const anchor = hash === undefined ? '' : `#${hash}`
  const found = posix.normalize(posix.join(posix.dirname(path), target))
  const page = [found, posix.join(found, 'README.md')].find((each) => sources.has(each))
  if (page !== undefined) return posix.relative(posix.dirname(path), htmlPath(page)) + anchor
  if (existsSync(join(root, 'docs', found)) && found.startsWith('images/')) return href
  const inRepository = path === 'README.md' && !existsSync(join(root, 'docs', found)) ? found : posix.normalize(posix.join('docs', found))
  return `${HOMEPAGE}/blob/main/${inRepository}${anchor}`
}

rmSync(out, { recursive: true, force: true })
const pages = []
// Nothing is read but what is given: an input that is a folder without pages.
const eleventy = new Eleventy(relative(root, own), relative(root, out) || '.', {
  quietMode: true,
  config(site) {
    site.setUseGitIgnore(false)
    site.setLayoutsDirectory('layouts')
    site.setTemplateFormats(['md'])
    site.addGlobalData('layout', 'page.liquid')
    for (const [name, filter] of Object.entries({ toRoot, navigation, titleOf: (url) => escape(titles.get(pageOf(url))) })) site.addFilter(name, filter)
    for (const [path, text] of sources) site.addTemplate(path, text, { permalink: htmlPath(path), path, templateEngineOverride: 'md' })
    site.amendLibrary('md', (markdown) => {
      markdown.set({ html: true, linkify: false })
      markdown.core.ruler.push('podlint', ({ tokens, env }) => {
        const headings = tokens.flatMap((token, at) => (token.type === 'heading_open' ? [{ token, inline: tokens[at + 1] }] : []))
        const slugs = slugsOf(headings.map(({ inline }) => inline.children.map(({ content }) => content).join('')))
        for (const [at, { token }] of headings.entries()) token.attrSet('id', slugs[at])
        for (const token of tokens) for (const child of token.children ?? []) if (child.type === 'link_open') child.attrSet('href', linkFrom(env.path, child.attrGet('href')))
      })
      const fence = markdown.renderer.rules.fence
      markdown.renderer.rules.fence = (...args) => fence(...args).replaceAll(/^.*# ✖.*$/gm, (line) => (line.startsWith('<pre>') ? line.replace(/(<pre><code[^>]*>)(.*)/, '$1<span class="wrong">$2</span>') : `<span class="wrong">${line}</span>`))
      markdown.renderer.rules.heading_close = (tokens, at) => {
        const id = tokens[at - 2].attrGet('id')
        return `${tokens[at].tag === 'h1' ? '' : `<a class="anchor" href="#${id}" aria-label="Link to this heading">#</a>`}</${tokens[at].tag}>\n`
      }
    })
    site.addTransform('pages', function (content) {
      pages.push({ url: pageOf(this.page.url), content })
      return content
    })
  },
})
await eleventy.write()

const textOf = (html) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name]).replaceAll(/\s+/g, ' ').trim()
const entries = pages.sort((a, b) => (a.url < b.url ? -1 : 1)).map(({ url, content }) => {
  const main = content.slice(content.indexOf('<main>'), content.indexOf('</main>'))
  const headings = [...main.matchAll(/<h[23][^>]*>(.*?)<a class="anchor"/g)].map(([, text]) => textOf(text)).join(' ')
  return { url, title: titles.get(url), headings, text: textOf(main.replace(/<h1[^]*?<\/h1>/, '')).slice(0, 800) }
})
writeFileSync(join(out, 'search-index.js'), `window.PODLINT_PAGES = [\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`)
for (const name of ['site.css', 'search.js']) cpSync(join(own, name), join(out, name))
cpSync(join(require.resolve('minisearch'), '../../umd/index.js'), join(out, 'minisearch.js'))
cpSync(join(root, 'docs/images'), join(out, 'images'), { recursive: true })

const broken = brokenLinks(out)
for (const each of broken) console.error(each)
if (broken.length > 0) process.exitCode = 1
else console.log(`${pages.length} pages in ${relative(root, out) || out}`)
