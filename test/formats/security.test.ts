/** Accounts of Windows and parameters of the kernel. */
import { expect, test } from 'vitest'
import { sysctlName, sysctlWithDots } from '../../src/formats/sysctl.ts'
import { windowsUserName } from '../../src/formats/windows-user-name.ts'

test.each(['ContainerUser', 'NT AUTHORITY\\SYSTEM', 'domain\\user', 'a.example.com\\user', 'a_b\\user', 'u'.repeat(104), 'über\\user'])('account %j', (name) => expect(windowsUserName(name)).toBeUndefined())

test.each([
  ['', 'must not be empty'],
  ['a\tb', 'must not contain control characters'],
  ['a\\b\\c', 'must have at most one backslash, between the domain and the user'],
  ['.domain\\user', 'must have a NetBIOS or DNS name before the backslash'],
  ['a_bcdefghijklmnop\\user', 'must have a NetBIOS or DNS name before the backslash'],
  ['\\user', 'must have a NetBIOS or DNS name before the backslash'],
  ['domain\\', 'must have a user after the backslash'],
  ['u'.repeat(105), 'must have a user of at most 104 bytes'],
  [' . ', 'must have a user of more than periods and spaces'],
  ['a:b', 'must have a user without any of "/\\:;|=,+*?<>@[]'],
])('%j is not an account', (name, reason) => expect(windowsUserName(name)).toEqual([reason]))

test('a domain can be too long, too', () => {
  expect(windowsUserName(`${'d.'.repeat(128)}d\\user`)).toEqual(['must have a domain of at most 255 bytes'])
})

test.each(['kernel.sem', 'net/core/somaxconn', 'net.ipv4.conf.eno2/100.rp_filter', 'a', 'a-_b'])('kernel parameter %j', (name) => expect(sysctlName(name)).toBeUndefined())
test.each(['-a', 'a-', 'a..b', 'a//b', 'Kernel.sem', 'kernel sem', 'kernel.*', '.a', 'a:b', 'a'.repeat(254)])('%j is not a kernel parameter', (name) => expect(sysctlName(name)).toEqual(expect.any(String)))

test.each([
  ['net.ipv4.conf.eno2/100.rp_filter', 'net.ipv4.conf.eno2/100.rp_filter'],
  ['net/ipv4/conf/eno2.100/rp_filter', 'net.ipv4.conf.eno2/100.rp_filter'],
  ['fs/mqueue/msg_max', 'fs.mqueue.msg_max'],
  ['a', 'a'],
])('%j with dots', (name, dotted) => expect(sysctlWithDots(name)).toBe(dotted))
