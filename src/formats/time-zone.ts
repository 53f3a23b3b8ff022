import type { Format } from './format.ts'

const PART = /^(?!\.\.?$)(?!-)[A-Za-z0-9._+-]{1,14}$/

/** A name of the tz database, as CronJobs have it. The machine's own zone, "Local", is none. */
export const timeZone: Format = (value) => {
  if (value.toLowerCase() === 'local') return 'must name a time zone, not "Local"'
  return isKnown(value) ? undefined : 'must be a time zone of the tz database, such as Europe/Berlin'
}

function isKnown(name: string): boolean {
  if (!/^[A-Z]/.test(name) || !name.split('/').every((part) => PART.test(part))) return false
  try {
    // The files of the database are case-sensitive, this reader is not; of an alias it tells only what it stands for.
    const { timeZone: canonical } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions()
    return canonical === name || canonical.toLowerCase() !== name.toLowerCase()
  } catch {
    return false
  }
}
