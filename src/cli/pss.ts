/** `podlint pss`: which level of the Pod Security Standards each namespace and workload meets, and what keeps it from the next one. */
import type { Rule } from '../engine/define-rule.ts'
import type { KindMap } from '../model/kinds.ts'
import type { KubernetesObject, PodView } from '../model/object.ts'
import type { Place } from '../model/place.ts'
import type { PodSecurityLevel } from '../model/pod-security/check.ts'
import { violationsOf, type CheckedViolation } from '../model/pod-security/checks.ts'
import { policiesOf, type NamespacePolicy } from '../model/pod-security/namespace.ts'
import { addTo } from '../parser/grouped-by.ts'
import { unreadableReads } from '../parser/unreadable.ts'
import { plural } from '../reporters/plural.ts'
import { minorNumber } from '../versions.ts'
import type { Arguments } from './arguments.ts'
import type { ExitCode } from './exit-code.ts'
import type { Host } from './host.ts'
import { findInputs } from './inputs.ts'
import { lintInputs } from './lint-inputs.ts'
import { Progress } from './progress.ts'
import { readSettings } from './settings.ts'
import { tell } from './tell.ts'

type Level = 'privileged' | PodSecurityLevel
const LEVELS: readonly Level[] = ['privileged', 'baseline', 'restricted']

interface At {
  file: string
  line: number
  column: number
}

interface Change extends At {
  check: string
  path: string
  message: string
  /** What to do, where there is only one way. */
  change?: string
}

interface Judged {
  level: Level
  /** The next level, and what keeps it from that. */
  next?: { level: Level; changes: readonly Change[] }
}

interface Workload extends Judged, At {
  kind: string
  name: string
}

interface Namespace extends Judged {
  /** Empty for objects that name none. */
  namespace: string
  labels: Partial<Record<NamespacePolicy['mode'], string>>
  workloads: Workload[]
}

/** Throws a UsageError. */
export async function pss({ operands, flags }: Arguments, host: Host): Promise<ExitCode> {
  const settings = await readSettings(flags, host)
  const note = (...lines: readonly string[]) => tell(host.stderr, ...lines)
  const { minor: policy } = settings.podSecurity
  const minors = policy === undefined ? settings.kubernetesVersions.map(minorNumber) : [policy]
  let workloads = new Map<string, Workload[]>()
  let labels = new Map<string, Namespace['labels']>()
  const collect = (): Rule[] => {
    workloads = new Map()
    labels = new Map()
    return [
      {
        ...COLLECTOR,
        visit: {
          Namespace: (object) => void labels.set(object.name, labelsOf(object)),
          podSpec(pod) {
            const { kind, name, namespace, at } = pod.object
            const readsBefore = unreadableReads()
            const workload = { kind, name, ...positionOf(at('metadata', 'name')), ...judge(pod, minors) }
            // What has a wrong type may be anything: that is reported.
            if (unreadableReads() !== readsBefore) return
            addTo(workloads, namespace, workload)
          },
        },
      },
    ]
  }
  const found = await findInputs(operands, [], flags['stdin-filename'], settings, host)
  for (const each of found.notes) note(each)
  const severities = new Map([COLLECTOR.id, 'valid-yaml', 'valid-type'].map((id) => [id, 'error' as const]))
  const progress = new Progress(host.stderr)
  const report = await lintInputs(found, new Map(), { ...settings, kubernetesVersions: settings.kubernetesVersions.slice(-1), outputs: [], rules: { severities, options: new Map() } }, progress, collect)
  progress.end()
  const namespaces = [...new Set([...labels.keys(), ...workloads.keys()])].sort().map((namespace) => ofNamespace(namespace, labels.get(namespace) ?? {}, workloads.get(namespace) ?? []))
  host.stdout.write(flags.json === true ? `${JSON.stringify({ versions: minors.map((minor) => `1.${minor}`), namespaces }, null, 2)}\n` : textOf(namespaces))
  const problems = [...found.problems, ...report.diagnostics.map(({ file, start, message }) => `${file}:${start.line}:${start.column}: ${message}`)]
  if (workloads.size === 0 && problems.length === 0 && flags['allow-empty'] !== true) problems.push('Nothing to judge: no manifest runs a pod (fine with --allow-empty)')
  for (const problem of problems) note(problem)
  return problems.length > 0 ? 2 : 0
}

const COLLECTOR: Omit<Rule, 'visit'> = { id: 'pod-security-level', category: 'security', severity: 'error', presets: [], since: '0.1.0', summary: '', why: '', howToFix: '', references: [], peers: {}, bad: [], good: [] }

const labelsOf = (namespace: KubernetesObject<KindMap['Namespace']>): Namespace['labels'] =>
  Object.fromEntries(policiesOf(namespace).map(({ mode, level, minor }) => [mode, minor === undefined ? level : `${level} 1.${minor}`]))

function positionOf({ source, start }: Place): At {
  const { line, column } = source.position(start)
  return { file: source.file, line, column }
}

function judge(pod: PodView, minors: readonly number[]): Judged {
  for (const level of ['baseline', 'restricted'] as const) {
    // What any of the versions finds, each place once.
    const violations = new Map(minors.flatMap((minor) => violationsOf(pod, level, minor)).map((violation) => [violation.place.path, violation]))
    if (violations.size > 0) return { level: LEVELS[LEVELS.indexOf(level) - 1]!, next: { level, changes: [...violations.values()].map(changeOf) } }
  }
  return { level: 'restricted' }
}

function changeOf({ check, place, message, remedy }: CheckedViolation): Change {
  const change = remedy === undefined ? undefined : remedy === 'remove' ? `remove ${place.path}` : `set ${place.path} to ${JSON.stringify(remedy.set)}`
  return { check: check.id, ...positionOf(place), path: place.path, message, ...(change !== undefined && { change }) }
}

/** A namespace meets what all its workloads meet. */
function ofNamespace(namespace: string, labels: Namespace['labels'], workloads: Workload[]): Namespace {
  const level = LEVELS.find((each) => workloads.some((workload) => workload.level === each)) ?? 'restricted'
  const next = LEVELS[LEVELS.indexOf(level) + 1]
  const changes = workloads.flatMap((workload) => (workload.level === level ? (workload.next?.changes ?? []) : []))
  return { namespace, labels, level, ...(next !== undefined && { next: { level: next, changes } }), workloads }
}

function textOf(namespaces: readonly Namespace[]): string {
  return namespaces
    .map(({ namespace, labels, level, next, workloads }) => {
      const width = Math.max(0, ...workloads.map(({ kind, name }) => kind.length + name.length + 1))
      const asked = Object.entries(labels).map(([mode, wanted]) => `${mode} ${wanted}`)
      const head = `${namespace === '' ? 'No namespace' : `Namespace ${namespace}`}: ${level}${asked.length === 0 ? '' : ` (${asked.join(', ')})`}${liftOf(next)}\n`
      return head + workloads.map((workload) => `  ${`${workload.kind} ${workload.name}`.padEnd(width)}  ${workload.level}${liftOf(workload.next)}\n${(workload.next?.changes ?? []).map(changeLine).join('')}`).join('')
    })
    .join('\n')
}

const liftOf = (next: Judged['next']): string => (next === undefined ? '' : `; ${plural(next.changes.length, 'change')} to ${next.level}`)

const changeLine = ({ file, line, column, message, change }: Change): string => `    ${file}:${line}:${column}: ${message}${change === undefined ? '' : ` (${change})`}\n`
