/** The plugins that a settings file names. */
import type { Rule } from '../engine/define-rule.ts'
import type { Tape } from '../parser/tape.ts'
import type { Said } from '../plugins/consent.ts'
import { UsageError } from '../usage-error.ts'
import type { Mistake } from './mistake.ts'

/** What there is to know of a settings file besides its text. */
export interface PluginSource {
  /** Absolute; that of the file. */
  folder: string
  said: Said
  env: Readonly<Record<string, string | undefined>>
}

export interface SettingsPlugins {
  rules: readonly Rule[]
  /** What is named, and not loaded. */
  skipped: readonly string[]
  mistakes: readonly Mistake[]
}

/** `root` is any document: what is not a list of names is the schema's business. */
export async function readPlugins(tape: Tape, root: number, { folder, said, env }: PluginSource): Promise<SettingsPlugins> {
  const named = namesOf(tape, root)
  if (named.length === 0) return { rules: [], skipped: [], mistakes: [] }
  const { isAllowed } = await import('../plugins/consent.ts')
  if (!isAllowed(folder, said, env)) return { rules: [], skipped: named.map(({ text }) => text), mistakes: [] }
  const [{ loadPlugin }, { refuseTwins }] = [await import('../plugins/load.ts'), await import('../plugins/twins.ts')]
  const rules: Rule[] = []
  const mistakes: Mistake[] = []
  for (const { node, text } of named) {
    try {
      const loaded = await loadPlugin(text, folder)
      refuseTwins([...rules, ...loaded])
      rules.push(...loaded)
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      for (const message of error.lines) mistakes.push({ offset: tape.start(node), message })
    }
  }
  return { rules, skipped: [], mistakes }
}

function namesOf(tape: Tape, root: number): { node: number; text: string }[] {
  const list = tape.isMap(root) ? tape.find(root, 'plugins') : -1
  if (list === -1 || !tape.isSequence(list)) return []
  const names: { node: number; text: string }[] = []
  for (let node = list + 1, end = tape.next(list); node < end; node = tape.next(node)) {
    const text = tape.isScalar(node) ? tape.scalar(node) : undefined
    if (typeof text === 'string' && text.trim() !== '') names.push({ node, text })
  }
  return names
}
