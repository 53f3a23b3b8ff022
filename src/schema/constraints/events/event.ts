import type { Event as CoreEvent } from 'kubernetes-types/core/v1'
import type { Event } from 'kubernetes-types/events/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { longerThan } from '../../../formats/format.ts'
import { qualifiedName } from '../../../formats/names.ts'
import type { Loose } from '../../../model/kinds.ts'
import { checkedElsewhere, constraints, on, type TypeCheckContext } from '../../constraints.ts'

const LONGEST = 128
const LONGEST_NOTE = 1024

const isSet = (time: string | undefined): boolean => time !== undefined && time !== ''

/** The names that fields have in each version; the server prints those of core/v1. */
interface Names {
  readonly about: 'involvedObject' | 'regarding'
  readonly reporter: 'reportingComponent' | 'reportingController'
  readonly note: 'message' | 'note'
}
const CORE: Names = { about: 'involvedObject', reporter: 'reportingComponent', note: 'message' }
const NEWER: Names = { about: 'regarding', reporter: 'reportingController', note: 'note' }

type Fields = Readonly<Record<string, unknown>>
const text = (event: Fields, field: string): string => (typeof event[field] === 'string' ? event[field] : '')

function checkNamespace(event: Fields, { about }: Names, { object, report }: TypeCheckContext): void {
  const own = (object as { metadata?: { namespace?: string } }).metadata?.namespace ?? ''
  const its = (event[about] as { namespace?: string } | undefined)?.namespace ?? ''
  const mayBeEmpty = isSet(event['eventTime'] as string | undefined) ? ['default', 'kube-system'] : ['default']
  // Without a namespace the event goes to one that nobody can see here.
  if (own === '') return
  const isWrong = its === '' ? !mayBeEmpty.includes(own) : !isSet(event['eventTime'] as string | undefined) && its !== own
  if (isWrong) report([about, 'namespace'], 'Invalid', `must be that of the event, "${own}"`, { path: 'involvedObject.namespace' })
}

/** Since events have a time of microseconds, they say who reports what. */
function checkReport(event: Fields, { reporter, note }: Names, { report }: TypeCheckContext): void {
  if (!isSet(event['eventTime'] as string | undefined)) return
  const name = text(event, reporter)
  if (name === '') report([reporter], 'Required', 'is required')
  for (const reason of qualifiedName(name) ?? []) report([reporter], 'Invalid', reason)
  for (const field of ['reportingInstance', 'action', 'reason']) {
    const value = text(event, field)
    if (value === '') report([field], 'Required', 'is required')
    if (longerThan(LONGEST, value)) report([field], 'Invalid', `"${field}" must be at most ${LONGEST} bytes`)
  }
  if (longerThan(LONGEST_NOTE, text(event, note))) report([note], 'Invalid', `"${note}" must be at most ${LONGEST_NOTE} bytes`, { path: 'message' })
}

/** Fields of the past, as the server prints them. */
const REPLACED = { deprecatedFirstTimestamp: 'firstTimestamp', deprecatedLastTimestamp: 'lastTimestamp', deprecatedCount: 'count', deprecatedSource: 'source' } as const

function checkNewer({ series, eventTime, type = '', ...event }: Loose<Event>, { report }: TypeCheckContext): void {
  if (series !== undefined) {
    if ((series.count ?? 0) < 2) report(['series', 'count'], 'Invalid', 'must be at least 2')
    if (!isSet(series.lastObservedTime as string | undefined)) report(['series', 'lastObservedTime'], 'Required', 'is required')
  }
  if (eventTime === undefined) report(['eventTime'], 'Required', 'is required')
  if (type !== 'Normal' && type !== 'Warning') report(['type'], 'Invalid', 'must be "Normal" or "Warning"')
  for (const [field, path] of Object.entries(REPLACED)) {
    const value = event[field as keyof typeof REPLACED] as unknown
    const isEmpty = typeof value === 'object' && value !== null ? Object.values(value).every((each) => each === '') : value === undefined || value === 0
    if (!isEmpty) report([field], 'Invalid', `"${field}" cannot be set`, { path })
  }
}

export default constraints(
  {
    id: 'valid-event',
    since: '0.1.0',
    summary: 'Require an Event that says who reports what about which object.',
    why: 'The API server refuses an event of another namespace than its object, and one without its time, reporter, action or reason.',
    howToFix: 'Give the event the namespace of its object, and set `eventTime`, `reportingController`, `reportingInstance`, `action`, `reason` and `type`.',
    references: ['https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/'],
    bad: [
      {
        title: 'an event of an unknown type, and of another namespace than its object',
        yaml: yaml`
          apiVersion: events.k8s.io/v1
          kind: Event
          metadata:
            name: started
            namespace: shop
          eventTime: "2026-01-02T03:04:05.000000Z"
          reportingController: example.com/controller
          action: Start
          reason: Started
          type: Info # ✖ type is "Info", must be "Normal" or "Warning"
          reportingInstance: controller-0
          regarding: # ✖ namespace is missing, must be that of the event, "shop"
            kind: Pod
            name: web
        `,
      },
    ],
    good: [
      {
        title: 'an event',
        yaml: yaml`
          apiVersion: events.k8s.io/v1
          kind: Event
          metadata:
            name: started
            namespace: shop
          eventTime: "2026-01-02T03:04:05.000000Z"
          reportingController: example.com/controller
          reportingInstance: controller-0
          action: Start
          reason: Started
          type: Normal
          regarding:
            kind: Pod
            name: web
            namespace: shop
        `,
      },
    ],
  },
  [
    on<CoreEvent>('core/v1 Event', () => ({
      fields: { involvedObject: checkedElsewhere, metadata: checkedElsewhere },
      check: [(event, context) => checkNamespace(event as Fields, CORE, context), (event, context) => checkReport(event as Fields, CORE, context)],
    })),
    on<Event>('events/v1 Event', () => ({
      fields: { eventTime: checkedElsewhere },
      check: [(event, context) => checkNamespace(event as Fields, NEWER, context), (event, context) => checkReport(event as Fields, NEWER, context), checkNewer],
    })),
    on<{ count: number; lastObservedTime: string }>('events/v1 EventSeries', () => ({ fields: { count: checkedElsewhere, lastObservedTime: checkedElsewhere } })),
  ],
)
