/** Texts that become manifests only when another tool has read them. */

const YTT = /^[ \t]*#@(?:$|[ \t]|[a-z]+\/)|[:-][ \t]+#@[ \t]/m

/** Why a text is left alone, whatever is in it. A ytt template is YAML, but with comments that say what belongs in the place of its nulls. */
export const templateReason = (text: string): string | undefined => (text.includes('#@') && YTT.test(text) ? 'ytt template' : undefined)

/** What only charts have: outside of one it is a slip, not a template. What several charts share often lies beside them. */
const HELM = /\.(?:Values|Release|Chart|Capabilities)\b/
const AMONG_CHARTS = /(?:^|\/)charts\//

/** Whether what a reader of YAML stumbles over at `offset` is a tag of a Go or Jinja template. */
export function isTemplateTag(file: string, text: string, offset: number): boolean {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  const line = text.slice(start, end === -1 ? text.length : end)
  return /\{\{|\{%/.test(line) && (AMONG_CHARTS.test(file) || !HELM.test(line))
}
