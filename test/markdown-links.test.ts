/** Links of all Markdown that lead within the repository: to files that are there, and to headings that they have. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { slugsOf } from './markdown-headings.ts'

const root = join(import.meta.dirname, '..')
const folders = ['.', 'docs', 'conformance', 'bench', 'editors', 'engine', 'examples', 'fixtures', '.github'].filter((folder) => existsSync(join(root, folder)))
const pages = folders.flatMap((folder) => readdirSync(join(root, folder), { recursive: folder !== '.', encoding: 'utf8' }).map((name) => join(folder, name).replaceAll('\\', '/'))).filter((path) => path.endsWith('.md') && !path.includes('node_modules/'))

const withoutCode = (text: string) => text.replaceAll(/^( *)(`{3,}|~{3,})[^]*?^\1\2$/gm, '').replaceAll(/`[^`\n]*`/g, '')

const headings = new Map<string, ReadonlySet<string>>()
function headingsOf(path: string): ReadonlySet<string> {
  if (!headings.has(path)) {
    const text = readFileSync(join(root, path), 'utf8').replaceAll(/^( *)(`{3,}|~{3,})[^]*?^\1\2$/gm, '')
    headings.set(path, new Set(slugsOf([...text.matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading]) => heading!.replaceAll(/[`*]/g, '').replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')))))
  }
  return headings.get(path)!
}

test('lead somewhere', () => {
  expect(pages.length).toBeGreaterThan(250)
  const broken = pages.flatMap((page) =>
    [...withoutCode(readFileSync(join(root, page), 'utf8')).matchAll(/\]\(<?([^)\s>]+)/g)].flatMap(([, href]) => {
      if (/^[a-z]+:/i.test(href!)) return []
      const [path = '', hash] = href!.split('#')
      const target = path === '' ? page : join(dirname(page), decodeURI(path)).replaceAll('\\', '/')
      if (target.startsWith('..') || !existsSync(join(root, target))) return [`${page}: ${href} is not there`]
      if (hash !== undefined && statSync(join(root, target)).isFile() && target.endsWith('.md') && !headingsOf(target).has(hash)) return [`${page}: ${href} names no heading`]
      return []
    }),
  )
  expect(broken).toEqual([])
})
