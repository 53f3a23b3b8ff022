/** The figures that docs/conformance.md shows, and that no change may lower. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AreaResult } from './run.ts'

/** Of an area: manifests that the server refuses, takes and warns of, and what podlint says of them. */
export interface Recorded {
  refused: number
  found: number
  accepted: number
  falselyRefused: number
  /** Causes that the server gives in the manifests that both refuse, and those that podlint reports at the same field with the same type of error. */
  causes: number
  causesFound: number
  warned: number
  warnedFound: number
}

/** By minor, then area. */
export type RecordedFigures = Record<string, Record<string, Recorded>>

export const figuresFile: string = join(import.meta.dirname, 'figures.json')

export const readRecorded = (): RecordedFigures => JSON.parse(readFileSync(figuresFile, 'utf8')) as RecordedFigures

export function toRecord({ figures: { refused, found, accepted, causes, causesFound, warned, warnedFound }, falselyRefused }: AreaResult): Recorded {
  return { refused, found, accepted, falselyRefused: falselyRefused.length, causes, causesFound, warned, warnedFound }
}

/** What is worse than recorded; empty when nothing is. */
export function drops(measured: Recorded, recorded: Recorded): string[] {
  const faults: string[] = []
  if (measured.found < recorded.found) faults.push(`refusals found: ${measured.found}, were ${recorded.found}`)
  if (measured.falselyRefused > recorded.falselyRefused) faults.push(`refused by podlint alone: ${measured.falselyRefused}, were ${recorded.falselyRefused}`)
  if (measured.warnedFound < recorded.warnedFound) faults.push(`warnings found: ${measured.warnedFound}, were ${recorded.warnedFound}`)
  return faults
}
