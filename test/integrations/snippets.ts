/** The fenced blocks of docs/integrations. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './doors.ts'

export interface Snippet {
  language: string
  /** The file that it belongs into, from the comment in its first line; empty when there is none. */
  name: string
  text: string
}

/** Those of a page, in order. */
export function snippets(page: string): Snippet[] {
  const text = readFileSync(join(repository, 'docs/integrations', page), 'utf8')
  return [...text.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(([, language = '', block = '']) => {
    const name = /^(?:#|\/\/|--|") (\S+)$/m.exec(block.split('\n')[0]!)?.[1] ?? ''
    return { language, name, text: block }
  })
}

/** The one of a page that belongs into a file. */
export function snippet(page: string, name: string): string {
  const found = snippets(page).filter((each) => each.name === name)
  if (found.length !== 1) throw new Error(`${page} has ${found.length} snippets for ${name}`)
  return found[0]!.text
}
