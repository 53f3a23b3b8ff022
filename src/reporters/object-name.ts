import type { Diagnostic, Report } from '../diagnostic.ts'

/**
 * The object before a message where the line alone does not tell it: `Deployment shop/web: `, and of what `helm template` has rendered also the file that
 * it comes from: `Deployment shop/web (chart/templates/web.yaml): `.
 */
export function objectName({ file, object, origin }: Diagnostic, { severalObjects }: Report): string {
  if (severalObjects?.has(file) !== true) return ''
  const from = origin === undefined ? '' : object === '' ? origin : ` (${origin})`
  return object + from === '' ? '' : `${object}${from}: `
}

/** For formats that have no field for it. */
export const withOrigin = (message: string, origin: string | undefined): string => (origin === undefined ? message : `${message} (rendered from ${origin})`)
