// Links of a built site that lead nowhere: to a file that is not there, or to a place that no heading has.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

export function brokenLinks(folder) {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
  const idsOf = new Map()
  const ids = (path) => {
    if (!idsOf.has(path)) idsOf.set(path, new Set([...readFileSync(path, 'utf8').matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)))
    return idsOf.get(path)
  }
  return pages.flatMap((page) =>
    [...new Set([...readFileSync(join(folder, page), 'utf8').matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, href]) => href))].flatMap((href) => {
      if (/^[a-z]+:/i.test(href)) return []
      const [path, hash] = href.replaceAll('&amp;', '&').split('#')
      const target = path === '' ? join(folder, page) : join(folder, dirname(page), decodeURIComponent(path))
      if (!existsSync(target) || statSync(target).isDirectory()) return [`${page}: ${href} is not there`]
      if (hash && !ids(target).has(decodeURIComponent(hash))) return [`${page}: ${href} names no heading`]
      return []
    }),
  )
}
