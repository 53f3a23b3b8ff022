import type { Diagnostic, Position, Severity } from '../diagnostic.ts'
import { visible } from './clean.ts'

export const SARIF_LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>

/** UTF-16 code units of source that are worth repeating. */
const LONGEST_SNIPPET = 500

/** A finding as SARIF describes it. Its files are named from the root of the repository. */
export function toSarifResult(diagnostic: Diagnostic, ruleIndex: number, fingerprint: string) {
  const { rule, severity, file, origin, object, path, code, kubernetesVersions, related = [], edits } = diagnostic
  const message = plainText(diagnostic.message)
  return {
    ruleId: rule,
    ruleIndex,
    level: SARIF_LEVEL[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: { artifactLocation: artifact(file), region: { ...region(diagnostic), ...snippet(diagnostic) } },
        ...(object !== '' && { logicalLocations: [{ fullyQualifiedName: object, kind: 'resource' }] }),
      },
    ],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id) => ({
        id,
        message: { text: plainText(place.message) },
        physicalLocation: { artifactLocation: artifact(place.file), region: region(place) },
      })),
    }),
    partialFingerprints: { 'podlintFinding/v1': fingerprint },
    ...(edits.length > 0 && {
      fixes: [
        {
          description: { text: `Apply the ${diagnostic.fix} fix of ${rule}.` },
          artifactChanges: [
            { artifactLocation: artifact(file), replacements: edits.map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.text } })) },
          ],
        },
      ],
    }),
    properties: { path, ...(origin !== undefined && { origin }), ...(code !== undefined && { code }), ...(kubernetesVersions !== undefined && { kubernetesVersions }) },
  }
}

/** Square brackets before parentheses would be a link, whose target a manifest must not choose. */
const plainText = (text: string): string => text.replace(/[\\[\]]/g, (character) => (text.includes('](') ? `\\${character}` : character))

const artifact = (file: string) => ({ uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' })

const region = ({ start, end }: { start: Position; end: Position }) => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
})

function snippet({ start, end, sourceLine }: Diagnostic) {
  if (end.line !== start.line || end.column - start.column > LONGEST_SNIPPET) return {}
  return { snippet: { text: visible(sourceLine.slice(start.column - 1, end.column - 1)) } }
}
