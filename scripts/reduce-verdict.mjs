/** Of a server's answer what is compared: 'accept', 'refuse', or [that, 'warned', 'field ErrorType', …]; null for what hangs on a cluster (403, 404, 409, 500) or was not asked. */
export function reduceVerdict(verdict) {
  if (verdict === undefined) return null
  const { code, reason, causes = [], warnings } = verdict
  const refused = code === 400 || code === 422 || reason === 'NoKind'
  if (!refused && (code < 200 || code >= 300)) return null
  const reduced = [refused ? 'refuse' : 'accept']
  if (warnings) reduced.push('warned')
  if (code === 422) for (const cause of causes) reduced.push(`${cause.field ?? ''} ${cause.reason.replace(/^FieldValue/, '')}`)
  return reduced.length === 1 ? reduced[0] : reduced
}
