/** Names and places of storage, and the bits of its files. */
import { expect, test } from 'vitest'
import { fileMode } from '../../src/formats/file-mode.ts'
import { hostPort } from '../../src/formats/host-port.ts'
import { iscsiName } from '../../src/formats/iscsi-name.ts'
import { cleanPath } from '../../src/formats/paths.ts'

test.each(['iqn.2001-04.com.example:a', 'iqn.2001-04.com.example:A/b', 'eui.0123456789abcdef', 'naa.0123456789abcdef0123456789abcdef'])('iSCSI name %j', (name) => expect(iscsiName(name)).toBeUndefined())

test.each(['', 'foo', ' iqn.2001-04.com.example:a', 'IQN.2001-04.com.example:a'])('%j begins with no form of an iSCSI name', (name) => expect(iscsiName(name)).toBe('must begin with iqn, eui or naa'))

test.each(['iqn', 'iqn.2001-4.com.example:a', 'iqn.2001-04.com.example', 'iqn.2001-04.com.example:a*', 'eui.0123456789abcde', 'naa.0123456789abcdef0123456789abcdef0'])('%j has the wrong form for its beginning', (name) =>
  expect(iscsiName(name)).toBe('must be an iSCSI name such as iqn.2001-04.com.example:disk'),
)

test.each(['a:1', ':1', 'a:', ':', '[::1]:7861', '[]:1', 'a:http'])('host and port %j', (text) => expect(hostPort(text)).toBeUndefined())
test.each(['', 'a', '::1:7861', '[::1]', '[::1', 'a:b:c', 'a]:1', '[a]b:1', '[[a]:1', 'a:1]'])('%j is not a host and a port', (text) => expect(hostPort(text)).toBe('must be a host and a port, such as example.com:7861'))

test('file modes', () => {
  for (const right of [0, 0o644, 0o777, 511n]) expect(fileMode(right)).toBeUndefined()
  for (const wrong of [-1, 512, 1777, 888, 10n ** 20n]) expect(fileMode(wrong)).toBe('must be between 0 and 511 (octal 0777)')
  for (const octal of [644, 777]) expect(fileMode(octal)).toBe(`must be between 0 and 511 (octal 0777); did you mean 0${octal}?`)
})

test.each([
  ['//', '/'],
  ['/.', '/'],
  ['/a/../', '/'],
  ['./', '.'],
  ['/a//b/', '/a/b'],
  ['', '.'],
])('the clean form of %j', (path, clean) => expect(cleanPath(path)).toBe(clean))
