/** Schedules of a CronJob, as the API server reads them: five fields, or a macro. https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/ */
import type { Format } from './format.ts'
import { parseDuration } from './duration.ts'
import { timeZone } from './time-zone.ts'
import { splitAtSpace, trimSpace } from './white-space.ts'

const MACROS = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

interface Field {
  name: string
  lowest: number
  highest: number
  /** Words for the numbers from `lowest` on. */
  words?: readonly string[]
}
const FIELDS: readonly Field[] = [
  { name: 'minute', lowest: 0, highest: 59 },
  { name: 'hour', lowest: 0, highest: 23 },
  { name: 'day of month', lowest: 1, highest: 31 },
  { name: 'month', lowest: 1, highest: 12, words: MONTHS },
  { name: 'day of week', lowest: 0, highest: 6, words: DAYS },
]

function numberOf(text: string, words: readonly string[] | undefined, lowest: number): number | undefined {
  const word = words?.indexOf(text.toLowerCase()) ?? -1
  if (word !== -1) return word + lowest
  // Numbers may carry a plus, and end where int64 does.
  return /^\+?\d+$/.test(text) && BigInt(text) < 2n ** 63n ? Number(text) : undefined
}

/** `*`, `?`, `5`, `1-5`, each with an optional `/step`. */
function brokenMember(member: string, { name, lowest, highest, words }: Field): string | undefined {
  const [range, step, moreSteps] = member.split('/')
  if (moreSteps !== undefined) return `has "${member}" for the ${name}, which has more than one step`
  if (step !== undefined && !(numberOf(step, undefined, 0)! > 0)) return `has the step "${step}" for the ${name}, which is not a number above 0`
  const [from, to, moreRange] = range!.split('-')
  // Whatever follows "*-" is ignored.
  if (from === '*' || from === '?') return undefined
  if (moreRange !== undefined) return `has "${member}" for the ${name}, which is not one range`
  const start = numberOf(from!, words, lowest)
  if (start === undefined) return `has "${from}" for the ${name}, which is not a number`
  const end = to === undefined ? (step === undefined ? start : highest) : numberOf(to, words, lowest)
  if (end === undefined) return `has "${to}" for the ${name}, which is not a number`
  if (start < lowest || start > highest || end > highest) return `has "${member}" for the ${name}, which is outside ${lowest}–${highest}`
  return start > end ? `has the range "${range}" for the ${name}, which ends before it begins` : undefined
}

/** The schedule; a time zone before it (`TZ=…`) is read as well, which the API server refuses on its own account: see `hasTimeZone`. */
export const cronSchedule: Format = (value) => {
  const zone = /^(?:CRON_)?TZ=([^ ]*)/.exec(value)
  if (zone === null) return brokenSchedule(value)
  const name = zone[1]!
  if (name !== '' && name !== 'Local' && timeZone(name) !== undefined) return `has the unknown time zone "${name}"`
  return brokenSchedule(trimSpace(value.slice(zone[0].length)))
}

function brokenSchedule(text: string): string | undefined {
  if (text.startsWith('@')) {
    if (MACROS.includes(text)) return undefined
    if (!text.startsWith('@every ')) return `must be five fields or one of ${MACROS.join(', ')}, @every <duration>`
    return parseDuration(text.slice('@every '.length)) === undefined ? 'must have a duration such as 1h30m after @every' : undefined
  }
  const fields = splitAtSpace(text)
  if (fields.length !== FIELDS.length) return `must have five fields: minute, hour, day of month, month, day of week; it has ${fields.length}`
  for (const [index, field] of FIELDS.entries()) {
    for (const member of fields[index]!.split(',')) {
      // Empty members are skipped: "," alone is a field.
      if (member === '') continue
      const broken = brokenMember(member, field)
      if (broken !== undefined) return broken
    }
  }
  return undefined
}

/** Whether the schedule names a time zone, which belongs into `timeZone`; the API server refuses the letters anywhere in the text since 1.29. */
export const hasTimeZone = (schedule: string): boolean => schedule.includes('TZ')

/** Days of each month, in a leap year. */
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Why a right schedule does not do what it seems to say: it never comes, or a step is larger than the range that it steps through. */
export function odditiesOf(schedule: string): string | undefined {
  const fields = splitAtSpace(schedule)
  if (fields.length !== FIELDS.length || brokenSchedule(schedule) !== undefined) return undefined
  for (const [index, field] of FIELDS.entries()) {
    for (const member of fields[index]!.split(',')) {
      const step = /^[*?]\/(\d+)$/.exec(member)?.[1]
      if (step !== undefined && Number(step) > field.highest) {
        return `has the step ${step} for the ${field.name}, which is beyond ${field.lowest}–${field.highest}, so it means ${field.lowest} alone`
      }
    }
  }
  const [, , days, months, weekdays] = fields as [string, string, string, string, string]
  // With days of the month and of the week it comes on either.
  if (!isEvery(weekdays) && !isEvery(days)) return `runs on the days "${days}" of the month, and also on the days "${weekdays}" of the week: either is enough`
  const isPossible = [...valuesOf(months, FIELDS[3]!)].some((month) => [...valuesOf(days, FIELDS[2]!)].some((day) => day <= LONGEST[month - 1]!))
  return isPossible ? undefined : 'never runs: none of its months has such a day'
}

/** A star with a step above 1 is a list of days like any other. */
const isEvery = (field: string): boolean => field.split(',').some((member) => /^[*?][^/]*(?:\/\+?0*1)?$/.test(member))

/** The numbers of a field that is right. */
function valuesOf(text: string, { lowest, highest, words }: Field): Set<number> {
  const values = new Set<number>()
  for (const member of text.split(',')) {
    if (member === '') continue
    const [range, step] = member.split('/') as [string, string?]
    const [from, to] = range.split('-') as [string, string?]
    const isAll = from === '*' || from === '?'
    const start = isAll ? lowest : numberOf(from, words, lowest)!
    const end = isAll ? highest : to === undefined ? (step === undefined ? start : highest) : numberOf(to, words, lowest)!
    for (let value = start; value <= end; value += Number(step ?? 1)) values.add(value)
  }
  return values
}
