/** Expands patterns. Loaded only when there is one: plain files and folders do not pay for the library. */
import { globby } from 'globby'

/** Absolute paths of the files that the pattern matches, sorted. A relative pattern counts from `cwd`. */
export async function expandGlob(pattern: string, cwd: string): Promise<string[]> {
  const options = { cwd, absolute: true, dot: true, expandDirectories: false, followSymbolicLinks: false, ignore: ['**/node_modules/**', '**/.git/**'], suppressErrors: true }
  return (await globby(pattern, options)).sort()
}
