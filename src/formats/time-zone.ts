import type { Format } from './format.ts'

const PART = /^(?!\.\.?$)(?!-)[A-Za-z0-9._+-]{1,14}$/

/** Zones that this reader knows and the tz database does not have. */
const NOT_IN_DATABASE = /^(?:A[CEGRS]T|AET|B[ES]T|C[ANST]T|CTT|E[AC]T|I[ES]T|JST|MIT|N[ES]T|P[LNRS]T|SST|VST|SystemV\/.*|US\/Pacific-New|Canada\/East-Saskatchewan)$/

/** A name of the tz database, as CronJobs have it. The machine's own zone, "Local", is none. */
export const timeZone: Format = (value) => {
  const unknown = 'must be a time zone of the tz database, such as Europe/Berlin'
  if (value.toLowerCase() !== 'local') return isKnown(value) ? undefined : unknown
  // With another upper or lower case it is not a zone either.
  const local = 'must name a time zone, not "Local"'
  return value === 'Local' ? local : [local, unknown]
}

function isKnown(name: string): boolean {
  if (!/^[A-Z]/.test(name) || NOT_IN_DATABASE.test(name) || !name.split('/').every((part) => PART.test(part))) return false
  try {
    // The files of the database are case-sensitive, this reader is not; of an alias it tells only what it stands for.
    const { timeZone: canonical } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions()
    return canonical === name || canonical.toLowerCase() !== name.toLowerCase()
  } catch {
    return false
  }
}
