/** Paths from a folder. */
import { relative, sep } from 'node:path'

/** As `path.relative`, of absolute paths. Nearly always one is inside of the other, which can be seen without all that Node looks at. */
export function relativePath(folder: string, path: string): string {
  const inside = folder + sep
  return path.startsWith(inside) ? path.slice(inside.length) : relative(folder, path)
}
