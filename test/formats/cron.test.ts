import { expect, test } from 'vitest'
import { cronSchedule, hasTimeZone, odditiesOf } from '../../src/formats/cron.ts'
import { timeZone } from '../../src/formats/time-zone.ts'

test.each([
  '* * * * *', '*/5 * * * *', '0 0 1 1 0', '59 23 31 12 6', '0-30/5 8-18 * * mon-fri', '0 0 * JAN,dec SUN', '? ? ? ? ?', '5/15 * * * *', ', * * * *', '1,,2 * * * *', '*-9-9 * * * *', '+5 * * * *',
  ' 0  0 * * * ', '0\t0 * * *', '@daily', '@hourly', '@every 1h30m', '@every 0', 'TZ=UTC 0 0 * * *', 'CRON_TZ=Europe/Berlin @daily',
])('%j is a schedule', (schedule) => expect(cronSchedule(schedule)).toBeUndefined())

test.each([
  ['', 'must have five fields: minute, hour, day of month, month, day of week; it has 0'],
  ['* * * * * *', 'must have five fields: minute, hour, day of month, month, day of week; it has 6'],
  ['60 * * * *', 'has "60" for the minute, which is outside 0–59'],
  ['* 24 * * *', 'has "24" for the hour, which is outside 0–23'],
  ['* * 0 * *', 'has "0" for the day of month, which is outside 1–31'],
  ['* * * 13 *', 'has "13" for the month, which is outside 1–12'],
  ['* * * * 7', 'has "7" for the day of week, which is outside 0–6'],
  ['70/5 * * * *', 'has "70/5" for the minute, which is outside 0–59'],
  ['30-10 * * * *', 'has the range "30-10" for the minute, which ends before it begins'],
  ['*/0 * * * *', 'has the step "0" for the minute, which is not a number above 0'],
  ['*/x * * * *', 'has the step "x" for the minute, which is not a number above 0'],
  ['1/2/3 * * * *', 'has "1/2/3" for the minute, which has more than one step'],
  ['1-2-3 * * * *', 'has "1-2-3" for the minute, which is not one range'],
  ['-5 * * * *', 'has "" for the minute, which is not a number'],
  ['L * * * *', 'has "L" for the minute, which is not a number'],
  ['* * * * 5#2', 'has "5#2" for the day of week, which is not a number'],
  ['@every 5', 'must have a duration such as 1h30m after @every'],
  ['@reboot', 'must be five fields or one of @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly, @every <duration>'],
  ['TZ=Nowhere/Land * * * * *', 'has the unknown time zone "Nowhere/Land"'],
  ['TZ=UTC', 'must have five fields: minute, hour, day of month, month, day of week; it has 0'],
])('%j is none', (schedule, reason) => expect(cronSchedule(schedule)).toBe(reason))

test('time zones', () => {
  expect(hasTimeZone('TZ=UTC * * * * *')).toBe(true)
  expect(hasTimeZone('@daily')).toBe(false)
  for (const right of ['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'US/Pacific', 'Asia/Calcutta', 'America/Port-au-Prince']) expect(timeZone(right), right).toBeUndefined()
  for (const wrong of ['', 'Local', 'local', 'europe/berlin', 'Europe/../UTC', 'Mars/Base', '+01:00', 'us/pacific', 'Europe/-', 'UTC ']) expect(timeZone(wrong), wrong).toBeDefined()
})

test.each([
  ['0 0 31 2 *', 'never runs'],
  ['0 0 30 feb *', 'never runs'],
  ['0 0 31 2,4,6 ?', 'never runs'],
  ['*/60 * * * *', 'step 60'],
  ['0 */24 * * *', 'step 24'],
  ['0 0 29 2 *', undefined],
  ['0 0 31 2 1', 'either is enough'],
  ['0 0 31 2 */2', 'either is enough'],
  ['0 0 31 2 */1', 'never runs'],
  ['0 0 31 1-2 *', undefined],
  ['0 0 */31 * *', undefined],
  ['*/59 */23 * */12 *', undefined],
  ['@daily', undefined],
  ['not a schedule', undefined],
])('%s: %s', (schedule, oddity) => {
  if (oddity === undefined) expect(odditiesOf(schedule)).toBeUndefined()
  else expect(odditiesOf(schedule)).toContain(oddity)
})
