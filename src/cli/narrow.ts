/** `--quiet`, `--min-severity` and `--max-diagnostics`: which findings are printed. */
import { SEVERITIES, type Diagnostic, type Severity } from '../diagnostic.ts'
import { plural } from '../reporters/plural.ts'

export interface Shown {
  /** This severity and worse ones. */
  least: Severity
  most: number
}

/** In their order, but where there are too many the worst ones, and what to say of the others. */
export function narrow(diagnostics: readonly Diagnostic[], { least, most }: Shown): { diagnostics: Diagnostic[]; note?: string } {
  const wanted = SEVERITIES.slice(0, SEVERITIES.indexOf(least) + 1)
  const found = diagnostics.filter(({ severity }) => wanted.includes(severity))
  if (found.length <= most) return { diagnostics: found }
  const kept = new Set(wanted.flatMap((severity) => found.filter((diagnostic) => diagnostic.severity === severity)).slice(0, most))
  return { diagnostics: found.filter((diagnostic) => kept.has(diagnostic)), note: `${plural(found.length - most, 'more finding')} not printed (--max-diagnostics ${most})` }
}
