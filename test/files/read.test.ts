import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { decode, encode, readText, UnreadableText } from '../../src/files/read.ts'
import { folder } from '../cli/run-cli.ts'

test.each([
  ['utf-8', Buffer.from('a: é 😀\n'), 'a: é 😀\n'],
  ['utf-8', Buffer.from('\ufeffa: 1\n'), '\ufeffa: 1\n'],
  ['utf-16le', Buffer.from('\ufeffa: é\n', 'utf16le'), '\ufeffa: é\n'],
  ['utf-16be', Buffer.from('\ufeffa: é\n', 'utf16le').swap16(), '\ufeffa: é\n'],
  ['utf-8', Buffer.from('a: \ufffd\n'), 'a: \ufffd\n'],
  ['utf-8', Buffer.alloc(0), ''],
] as const)('%s text comes back as the same bytes', (encoding, bytes, text) => {
  expect(decode(bytes)).toEqual({ text, encoding })
  expect(encode(decode(bytes)).equals(bytes)).toBe(true)
})

test.each([
  ['Latin-1', Buffer.from('a: 1\nb: caf\xe9 x\n', 'latin1'), 'is not valid UTF-8 (byte 0xe9 in line 2, column 7)'],
  ['a replacement character before it', Buffer.concat([Buffer.from('a: \ufffd\n'), Buffer.from([0xff])]), 'is not valid UTF-8 (byte 0xff in line 2, column 1)'],
  ['cut off in a character', Buffer.from('a: é').subarray(0, 4), 'is not valid UTF-8 (byte 0xc3 in line 1, column 4)'],
  ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 'is UTF-32, which kubectl cannot read: save it as UTF-8'],
  ['UTF-32 the other way round', Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x61]), 'is UTF-32, which kubectl cannot read: save it as UTF-8'],
  ['UTF-16 with half a character', Buffer.concat([Buffer.from('\ufeffa: 1\n', 'utf16le'), Buffer.from('b')]), 'is UTF-16 and ends in the middle of a character'],
  ['a binary file', Buffer.from('PK\x03\x04\0\0'), 'is a binary file'],
])('%s is refused with its place', (_, bytes, message) => {
  expect(() => decode(bytes)).toThrow(new UnreadableText(message))
})

test('files of any size are read whole, one after the other', () => {
  const root = folder({})
  for (const size of [0, 1, 65535, 65536, 65537, 1 << 20, 10]) {
    const text = 'a'.repeat(size)
    writeFileSync(join(root, 'file'), text)
    expect(readText(join(root, 'file')).text === text).toBe(true)
  }
})
