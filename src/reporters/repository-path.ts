import { relative, resolve, sep } from 'node:path'
import type { ReporterOptions } from './reporter.ts'

/** The name of a file as seen from the root of the repository, with forward slashes. */
export function repositoryPath(file: string, { cwd, root = cwd }: ReporterOptions): string {
  return root === cwd ? file : relative(root, resolve(cwd, file)).split(sep).join('/')
}
