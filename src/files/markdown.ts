/** Manifests in Markdown: the fences that say they are YAML or JSON. */

export function isMarkdown(file: string): boolean {
  const ending = file.slice(file.lastIndexOf('.')).toLowerCase()
  return ending === '.md' || ending === '.markdown'
}

/** Offsets of a fence's content. */
export interface Fence {
  start: number
  end: number
}

/** Fences of a Markdown text whose info string begins with yaml, yml or json. An indented fence keeps its indentation: YAML reads it all the same. */
export function markdownFences(text: string): Fence[] {
  const fences: Fence[] = []
  let open: { mark: string; start: number; wanted: boolean } | undefined
  for (let at = 0; at < text.length; ) {
    const lineBreak = text.indexOf('\n', at)
    const next = lineBreak === -1 ? text.length : lineBreak + 1
    const line = text.slice(at, next)
    const fence = /^\s*(?:[-*>] *)*(`{3,}|~{3,})\s*([\w-]*)/.exec(line)
    if (open === undefined) {
      if (fence !== null) open = { mark: fence[1]!, start: next, wanted: /^(ya?ml|json)$/i.test(fence[2]!) }
    } else if (fence !== null && fence[2] === '' && fence[1]![0] === open.mark[0] && fence[1]!.length >= open.mark.length) {
      if (open.wanted) fences.push({ start: open.start, end: at })
      open = undefined
    }
    at = next
  }
  // A fence that is never closed ends with the text.
  if (open?.wanted === true) fences.push({ start: open.start, end: text.length })
  return fences
}
