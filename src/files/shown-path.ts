import { sep } from 'node:path'
import { relativePath } from './relative-path.ts'

/** `../k8s/web.yaml`: how a file is named in all that is printed. */
export const shownPath = (path: string, cwd: string): string => relativePath(cwd, path).replaceAll(sep, '/') || '.'
