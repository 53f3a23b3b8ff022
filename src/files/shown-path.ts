import { posix, sep } from 'node:path'
import { relativePath } from './relative-path.ts'

/** `../k8s/web.yaml`: how a file is named in all that is printed. */
export const shownPath = (path: string, cwd: string): string => relativePath(cwd, path).replaceAll(sep, '/') || '.'

/** What is below a folder, as it is shown: not `../../shop/web.yaml`, by the root of the repository, when we are in `shop/prod`. */
export const shownBelow = (folder: string, path: string): string => posix.relative('', posix.join(folder, path)) || '.'
