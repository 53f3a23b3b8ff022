/** Holds podlint against what a live kube-apiserver said of every case: see README.md. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse as parseYaml, type SchemaOptions, type ToJSOptions, type DocumentOptions, type ParseOptions } from 'yaml'
import type { Diagnostic } from '../src/diagnostic.ts'
import { Linter } from '../src/lint.ts'
import { allRules } from '../src/rules.ts'

/** 'accept', 'refuse', or a list of that, 'warned', and every cause as 'field ErrorType'. */
type Verdict = string | readonly string[]

interface Operation {
  op: string
  path: string
  value?: unknown
}

export interface Case {
  id: string
  /** What it tries, for people. */
  aims: string
  /** An object of `bases/`, with the patch applied; or a raw text. */
  base?: string
  patch?: readonly Operation[]
  raw?: unknown
  /** Bases that must exist beside it. */
  with?: readonly string[]
  /** Of the newest minor, and of an older one where it differs. Null: it hangs on the cluster. */
  verdict: Verdict | null
  '1.30'?: Verdict | null
}

export const JUDGED_MINORS = ['1.30', '1.37'] as const
export type JudgedMinor = (typeof JUDGED_MINORS)[number]

/** Areas in which no refusal of the server may be missed without being known; in the others podlint is not complete yet, and only may not refuse more than the server. */
export const COMPLETE_AREAS: readonly string[] = [
  'admission',
  'bases',
  'decoding',
  'metadata',
  'pods-core',
  'pods-dns',
  'pods-env',
  'pods-mounts',
  'pods-ports',
  'pods-probes',
  'pods-resources',
  'pods-scheduling',
  'pods-security',
  'pods-volumes',
  'storage',
  'workloads-controllerrevision',
  'workloads-cronjob',
  'workloads-daemonset',
  'workloads-deployment',
  'workloads-job',
  'workloads-podtemplate',
  'workloads-replicaset',
  'workloads-replicationcontroller',
  'workloads-statefulset',
]

export interface Figures {
  cases: number
  refused: number
  /** Of those, the ones that podlint refuses. */
  found: number
  accepted: number
  /** Causes of the server, and those that podlint reports at that field with that error type. */
  causes: number
  causesFound: number
  /** Errors of podlint on what the server refused with causes, and those that are one of the causes. */
  errors: number
  errorsRight: number
  warned: number
  warnedFound: number
}

export interface AreaResult {
  figures: Figures
  /** Refused by the server alone: ids. */
  missed: string[]
  /** Refused by podlint alone: ids. */
  falselyRefused: string[]
  /** On which podlint broke down: ids and what it said. */
  crashed: string[]
}

const read = (...path: string[]): string => readFileSync(join(import.meta.dirname, ...path), 'utf8')

/** As kubectl reads it: YAML 1.1, but no timestamps and no base 60. */
const reader: ParseOptions & DocumentOptions & SchemaOptions & ToJSOptions = {
  version: '1.1',
  customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || (tag.tag !== 'tag:yaml.org,2002:timestamp' && tag.format !== 'TIME')),
}

/** What `known-differences.json` says of an area. Both lists are sorted. */
export interface Differences {
  missed: string[]
  falselyRefused: string[]
}

/** By minor, then area; an area without differences is not there. */
export type KnownDifferences = Record<string, Record<string, Differences>>

export const differencesOf = (area: string, { missed, falselyRefused }: AreaResult): Differences => ({
  missed: COMPLETE_AREAS.includes(area) ? missed.sort() : [],
  falselyRefused: falselyRefused.sort(),
})

export const readKnownDifferences = (): KnownDifferences => JSON.parse(read('known-differences.json')) as KnownDifferences

export const areas = (): string[] => readdirSync(join(import.meta.dirname, 'cases')).map((file) => basename(file, '.jsonl')).sort()

export const casesOf = (area: string): Case[] => read('cases', `${area}.jsonl`).trimEnd().split('\n').map((line) => JSON.parse(line) as Case)

export const verdictOf = (each: Case, minor: JudgedMinor): Verdict | null => (minor === '1.30' && each[minor] !== undefined ? each[minor] : each.verdict)

/** Lints every case of an area with the preset `api-server` in one run, as a user would a folder. */
export async function runArea(area: string, minor: JudgedMinor): Promise<AreaResult> {
  const cases = casesOf(area).flatMap((each) => {
    const verdict = verdictOf(each, minor)
    return verdict === null ? [] : { ...each, verdict: [verdict].flat() }
  })
  const result: AreaResult = { figures: { cases: 0, refused: 0, found: 0, accepted: 0, causes: 0, causesFound: 0, errors: 0, errorsRight: 0, warned: 0, warnedFound: 0 }, missed: [], falselyRefused: [], crashed: [] }
  const findings = await lint(cases, minor, result.crashed)
  for (const { id, verdict } of cases) compare(id, verdict, findings.get(id) ?? [], result)
  return result
}

async function lint(cases: readonly Case[], minor: JudgedMinor, crashed: string[]): Promise<Map<string, Diagnostic[]>> {
  const found = new Map<string, Diagnostic[]>()
  const severities = new Map(allRules().filter((rule) => rule.presets.includes('api-server')).map((rule) => [rule.id, rule.severity]))
  const neededBy = (each: Case) => (each.with ?? []).join(' ')
  for (const needed of new Set(cases.map(neededBy))) {
    const linter = new Linter({ kubernetesVersions: [minor], severities })
    const add = async (file: string, text: string) => {
      try {
        await linter.add({ file, text, named: false })
      } catch (error) {
        crashed.push(`${file}: ${error instanceof Error ? error.message : error}`)
      }
    }
    for (const id of needed.split(' ').filter(Boolean)) await add(`needed/${id}.yaml`, baseText(id, minor))
    for (const each of cases) if (neededBy(each) === needed) await add(each.id, textOf(each, minor))
    for (const diagnostic of (await linter.finish()).diagnostics) found.set(diagnostic.file, [...(found.get(diagnostic.file) ?? []), diagnostic])
  }
  return found
}

function compare(id: string, [outcome, ...rest]: readonly string[], diagnostics: readonly Diagnostic[], { figures, missed, falselyRefused }: AreaResult): void {
  const errors = diagnostics.filter((each) => each.severity === 'error')
  figures.cases++
  if (outcome === 'refuse') {
    figures.refused++
    if (errors.length > 0) figures.found++
    else missed.push(id)
  } else {
    figures.accepted++
    if (errors.length > 0) falselyRefused.push(id)
  }
  if (rest[0] === 'warned') {
    rest.shift()
    figures.warned++
    if (diagnostics.some((each) => each.severity === 'warning')) figures.warnedFound++
  }
  if (rest.length === 0 || errors.length === 0) return
  const left = errors.slice()
  for (const cause of rest) {
    const blank = cause.lastIndexOf(' ')
    const at = left.findIndex((each) => each.code === cause.slice(blank + 1) && isSameField(each.path, cause.slice(0, blank)))
    figures.causes++
    if (at === -1) continue
    figures.causesFound++
    left.splice(at, 1)
  }
  figures.errors += errors.length
  figures.errorsRight += errors.length - left.length
}

/** The server prints a map's path for a bad key where podlint may name the key, and has its own ideas of upper and lower case. */
function isSameField(mine: string, theirs: string): boolean {
  const a = mine.toLowerCase()
  const b = theirs.toLowerCase()
  return a === b || (a.startsWith(b) && /^(\.[^.[]*|\[[^\]]*\])$/.test(a.slice(b.length))) || (b.startsWith(a) && /^\[[^\]]*\]$/.test(b.slice(a.length)))
}

/** The manifest. */
export function textOf({ base, patch, raw }: Case, minor: JudgedMinor): string {
  if (raw !== undefined) return expand(raw) as string
  if (patch === undefined) return baseText(base!, minor)
  let object: unknown = structuredClone(baseObject(base!, minor))
  for (const operation of patch) object = apply(object, operation)
  // JSON is YAML but for the characters that YAML wants escaped.
  return JSON.stringify(object).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

export function baseText(id: string, minor: JudgedMinor): string {
  const older = join(import.meta.dirname, `bases-${minor}`, `${id}.yaml`)
  return existsSync(older) ? readFileSync(older, 'utf8') : read('bases', `${id}.yaml`)
}

const objects = new Map<string, unknown>()

function baseObject(id: string, minor: JudgedMinor): unknown {
  const key = `${minor} ${id}`
  if (!objects.has(key)) objects.set(key, parseYaml(baseText(id, minor), reader))
  return objects.get(key)
}

/** Undoes `$join`: texts at the limits of a size are stored as one character many times. */
function expand(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(expand)
  if (typeof value !== 'object' || value === null) return value
  if ('$join' in value) return (value.$join as (string | [string, number])[]).map((part) => (typeof part === 'string' ? part : part[0].repeat(part[1]))).join('')
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, expand(below)]))
}

/** One operation of RFC 6902. */
function apply(document: unknown, { op, path, value }: Operation): unknown {
  const steps = path.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const last = steps.pop()
  if (last === undefined) return expand(value)
  let at = document as Record<string, unknown>
  for (const step of steps) at = at[step] as Record<string, unknown>
  if (Array.isArray(at)) {
    const index = last === '-' ? at.length : Number(last)
    if (op === 'add') at.splice(index, 0, expand(value))
    else if (op === 'replace') at[index] = expand(value)
    else at.splice(index, 1)
  } else if (op === 'remove') delete at[last]
  else Object.defineProperty(at, last, { value: expand(value), enumerable: true, configurable: true, writable: true })
  return document
}
