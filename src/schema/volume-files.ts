/** The files that a volume puts together. */
import type { Step } from '../model/field-path.ts'
import type { TypeCheckContext } from './constraints.ts'

export interface File {
  /** From the node at hand. */
  steps: readonly Step[]
  path: string
}

export const filesOf = (items: readonly { readonly path?: string | undefined }[]): File[] => (items.length < 2 ? [] : items.map(({ path = '' }, index) => ({ steps: ['items', index, 'path'], path })))

/** Two files at one path, or one where another needs a directory: the server warns of them since 1.32. */
export function warnOfOverlaps(files: readonly File[], { minor, warn }: TypeCheckContext): void {
  if (files.length < 2 || minor < 32) return
  const seen: string[] = []
  for (const { steps, path } of files) {
    if (path === '') continue
    const directory = `${path.replace(/\/+$/, '')}/`
    const other = seen.find((each) => each.startsWith(directory) || directory.startsWith(each))
    if (other !== undefined) warn(steps, `Path "${path}" overlaps with "${other.slice(0, -1)}"`)
    seen.push(directory)
  }
}
