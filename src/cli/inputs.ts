/** What a run reads: files, or standard input. */
import { join } from 'node:path'
import { findFiles, notManifestReason } from '../files/find.ts'
import { decode, readText, UnreadableText, type TextFile } from '../files/read.ts'
import { systemReason } from '../files/system-error.ts'
import { UsageError } from '../usage-error.ts'
import type { Host } from './host.ts'
import type { Settings } from './settings.ts'

export interface Input {
  /** As it is shown. */
  file: string
  /** Absolute; absent for standard input. */
  path?: string
  named: boolean
  /** Throws an InputError. */
  read(): TextFile
}

/** One input cannot be read; the others still can. */
export class InputError extends UsageError {}

export interface Inputs {
  inputs: Input[]
  leftAlone: Map<string, string>
  problems: string[]
}

/** Throws a UsageError. */
export async function findInputs(operands: readonly string[], stdinName: string | undefined, { find, ignoredNames }: Settings, host: Host): Promise<Inputs> {
  if (operands.includes('-') || (stdinName !== undefined && operands.length === 0)) {
    if (operands.length > 1) throw new UsageError('Standard input ("-") cannot be linted together with files')
    return stdin(stdinName, host)
  }
  if (stdinName !== undefined) throw new UsageError('--stdin-filename is for standard input: podlint --stdin-filename NAME -')
  const { files, leftAlone, problems } = await findFiles(operands.length === 0 ? ['.'] : operands, find)
  const inputs: Input[] = []
  for (const { file, path, named } of files) {
    if (ignoredNames.some((pattern) => pattern.test(file))) leftAlone.set(file, 'left out by --ignore-filename-pattern')
    else inputs.push({ file, path, named, read: () => attempt(file, () => readText(path)) })
  }
  return { inputs, leftAlone, problems }
}

async function stdin(name: string | undefined, host: Host): Promise<Inputs> {
  const leftAlone = new Map<string, string>()
  const reason = name === undefined ? undefined : await notManifestReason(join(host.cwd, name))
  if (name !== undefined && reason !== undefined) leftAlone.set(name, reason)
  const file = name ?? '<stdin>'
  let text: TextFile | undefined
  const read = () => (text ??= attempt('standard input', () => decode(host.readStdin())))
  return { inputs: reason === undefined ? [{ file, named: true, read }] : [], leftAlone, problems: [] }
}

function attempt(name: string, read: () => TextFile): TextFile {
  try {
    return read()
  } catch (error) {
    throw new InputError(error instanceof UnreadableText ? `${name} ${error.message}` : `Cannot read ${name}: ${systemReason(error)}`)
  }
}
