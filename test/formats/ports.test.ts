import { expect, test } from 'vitest'
import { portName, portNumber, portNumberOrName } from '../../src/formats/ports.ts'

test.each(['http', 'a', '8080a', 'a-b', 'http-8080', 'abcdefghijklmno', '1a'])('port name %j', (name) => expect(portName(name)).toBeUndefined())

test.each([
  ['', ['must not be empty', 'must contain a letter']],
  ['8080', ['must contain a letter']],
  ['Http', ['must consist of lower case letters, digits and "-"']],
  ['a--b', ['must not contain "--"']],
  ['-a', ['must not begin or end with "-"']],
  ['abcdefghijklmnop', ['must be at most 15 characters']],
  ['--------_---------', ['must be at most 15 characters', 'must consist of lower case letters, digits and "-"', 'must contain a letter', 'must not contain "--"', 'must not begin or end with "-"']],
])('one reason for each broken part of %j', (name, reasons) => expect(portName(name)).toEqual(reasons))

test('numbers', () => {
  for (const right of [1, 80, 65535]) expect(portNumber(right)).toBeUndefined()
  for (const wrong of [0, -1, 65536, 10n ** 20n]) expect(portNumber(wrong)).toBe('must be between 1 and 65535')
  expect(portNumberOrName('8080')).toEqual(['must be a number: remove the quotes'])
  expect(portNumberOrName(8080)).toBeUndefined()
})
