import type { Diagnostic, Report } from '../diagnostic.ts'
import { toJson } from './clean.ts'

/**
 * `{ version, diagnostics, summary }`, with one finding a line. A finding is
 * `{ rule, severity, code, message, file, origin, start, end, object, path, kubernetesVersions, related, edits, fix, url }`: a `Diagnostic` without its source
 * line, where `code` (the error type of Kubernetes), `origin` (the template that `helm template` names), `fix` (`safe` or `unsafe`) and `kubernetesVersions` (in a run for one version) are null when there is none
 * and lists may be empty, so that every key is always there. Lines and columns count from 1, offsets from 0, both in UTF-16 code units; ends are exclusive. `summary` is a `Summary`.
 */
export default function json({ version, diagnostics, summary }: Report): string {
  return `{"version":${toJson(version)},"diagnostics":[${diagnostics.map((diagnostic) => `\n${findingJson(diagnostic)}`).join(',')}\n],"summary":${toJson(summary)}}\n`
}

export function findingJson({ rule, severity, code, message, file, origin, start, end, object, path, kubernetesVersions, related = [], edits, fix, url }: Diagnostic): string {
  return toJson({ rule, severity, code: code ?? null, message, file, origin: origin ?? null, start, end, object, path, kubernetesVersions: kubernetesVersions ?? null, related, edits, fix: fix ?? null, url })
}
