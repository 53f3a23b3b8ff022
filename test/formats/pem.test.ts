import { describe, expect, test } from 'vitest'
import { pemBlocks } from '../../src/formats/pem.ts'

const block = (type: string, body = 'aGVsbG8=', end = type) => `-----BEGIN ${type}-----\n${body}\n-----END ${end}-----\n`
const types = (text: string) => pemBlocks(text).map(({ type }) => type)

describe('blocks', () => {
  test('with text around, and one after the other', () => {
    expect(types(`before\n${block('A')}between\n${block('B')}after`)).toEqual(['A', 'B'])
  })
  test('hold what is between the lines', () => {
    expect(pemBlocks(block('A', 'aGVs\nbG8='))[0]!.bytes.toString()).toBe('hello')
    expect(pemBlocks(block('A', ''))[0]!.bytes).toHaveLength(0)
  })
  test('may end with CRLF, or without a line end', () => {
    expect(types(block('A').replaceAll('\n', '\r\n'))).toEqual(['A'])
    expect(types(block('A').trimEnd())).toEqual(['A'])
  })
  test('may have headers', () => {
    expect(pemBlocks(block('A', 'Proc-Type: 4,ENCRYPTED\n\naGVsbG8='))).toMatchObject([{ type: 'A', headers: true }])
    expect(pemBlocks(block('A'))).toMatchObject([{ headers: false }])
  })
  test('that are malformed are passed over, and what comes after them is not', () => {
    expect(types(block('A', 'aGVsbG8'))).toEqual([])
    expect(types(block('A', '***'))).toEqual([])
    expect(types(`${block('A', undefined, 'B')}${block('C')}`)).toEqual(['C'])
    expect(types('-----BEGIN A-----\naGVsbG8=\n')).toEqual([])
    expect(types(` ${block('A')}`)).toEqual([])
  })
})
