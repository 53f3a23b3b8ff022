import { describe, expect, test } from 'vitest'
import {
  annotationKey, asPrefix, cIdentifier, configMapKey, dns1035Label, dnsLabel, dnsSubdomain, dnsSubdomainCaseless, dnsSubdomainWithUnderscore, envVarNameRelaxed, envVarNameStrict,
  fullyQualifiedDomainName, httpHeaderName, labelValue, pathSegmentName, prefixedQualifiedName, qualifiedName, signerName, wildcardDnsSubdomain,
} from '../../src/formats/names.ts'
import type { Format } from '../../src/formats/format.ts'

const a = (length: number) => 'a'.repeat(length)

/** Every text with the number of reasons against it. */
function table(name: string, format: Format, right: readonly string[], wrong: Readonly<Record<string, number>>): void {
  describe(name, () => {
    test.each(right)('takes %j', (value) => expect(format(value)).toBeUndefined())
    test.each(Object.entries(wrong))('refuses %j', (value, reasons) => expect([format(value)].flat().filter((reason) => reason !== undefined)).toHaveLength(reasons))
  })
}

table('dnsLabel', dnsLabel, ['a', '0', 'a-b', 'a--b', '123', a(63)], { '': 1, '-a': 1, 'a-': 1, A: 1, 'a.b': 1, a_b: 1, 'a b': 1, 'a\n': 1, é: 1, [a(64)]: 1, [`${a(63)}-`]: 2, [`A${a(63)}`]: 2, ['é'.repeat(32)]: 2, ['é'.repeat(31)]: 1 })
table('dns1035Label', dns1035Label, ['a', 'a1', 'a-1'], { '': 1, '1a': 1, '-a': 1, 'a.b': 1, [a(64)]: 1 })
table('dnsSubdomain', dnsSubdomain, ['a', '1', 'a.b', 'a-b.c-d', '0.0', `${a(100)}.${a(100)}`, a(253)], { '': 1, 'a..b': 1, '.a': 1, 'a.': 1, 'a.-b': 1, 'a-.b': 1, a_b: 1, A: 1, [a(254)]: 1, [`${a(253)}_`]: 2 })
table('dnsSubdomainCaseless', dnsSubdomainCaseless, ['CSI.Example.COM'], { CSI_: 1 })
table('dnsSubdomainWithUnderscore', dnsSubdomainWithUnderscore, ['_tcp.example', 'a_b', '_a._b', 'a--b'], { __a: 1, 'a_': 1, _: 1, '.': 1, 'a..b': 1, A: 1 })
table('wildcardDnsSubdomain', wildcardDnsSubdomain, ['*.a', '*.a.b'], { '*': 1, '*.': 1, 'a.*': 1, '*.*.a': 1, '*a': 1, [`*.${a(252)}`]: 1 })
table('fullyQualifiedDomainName', fullyQualifiedDomainName, ['a.b', 'a.b.'], { a: 1, 'a.b..': 1, [`a.${a(64)}`]: 1, '': 1 })
table('qualifiedName', qualifiedName, ['a', 'A.b_c-d', 'example.com/A', '1/2', `${a(253)}/${a(63)}`], {
  '': 2, '/': 3, '/a': 1, 'a/': 2, 'a/b/c': 1, 'A/b': 1, 'a_/b': 1, '-a': 1, 'a b': 1, [a(64)]: 1, [`${a(254)}/a`]: 1, [`${a(253)}_/${a(64)}`]: 3, 'a/-': 1,
})
table('prefixedQualifiedName', prefixedQualifiedName, ['a/b'], { b: 1, '/b': 1 })
table('annotationKey', annotationKey, ['Example.COM/Key', 'a', '\u212Ay', '\u0130x'], { 'é/a': 1, '-a': 1, 'a/b/c': 1 })
table('labelValue', labelValue, ['', 'a', '1.0', 'A_b', a(63)], { '-': 1, 'a ': 1, 'a/b': 1, '.a': 1, [a(64)]: 1, [`${a(64)}!`]: 2 })
table('pathSegmentName', pathSegmentName, ['', 'A b:c', '...', a(1000)], { '.': 1, '..': 1, 'a/b': 1, 'a%': 1, '%/': 2 })
table('cIdentifier', cIdentifier, ['_', 'a1', 'A_b'], { '': 1, '1a': 1, 'a-b': 1 })
table('configMapKey', configMapKey, ['a', 'A.b-c_d', '.bashrc', '-', 'a..b', a(253)], { '': 1, '.': 1, '..': 1, '..a': 1, 'a/b': 1, 'a b': 1, [a(254)]: 1, '..a/': 2 })
table('envVarNameStrict', envVarNameStrict, ['A', '_a', '-a', '.a', 'a.1'], { '': 1, '1': 1, '.': 1, '..a': 1, 'a b': 1, 'a=': 1, '..=': 2 })
table('envVarNameRelaxed', envVarNameRelaxed, ['1', 'a b', '..', '!~', ' '], { '': 1, 'a=b': 1, 'a\tb': 1, é: 1, '\x7f': 1 })
table('httpHeaderName', httpHeaderName, ['X-A', '1'], { '': 1, 'a_b': 1, 'a:': 1 })
table('signerName', signerName, ['example.com/a', 'kubernetes.io/kube-apiserver-client', 'a.b/c.d'], { a: 1, 'a.b/c/d': 1, 'a/b': 1, 'a.b/': 1, 'A.b/c': 1, 'a.b/c..d': 1, [`${a(64)}.b/c`]: 1 })

table('generateName of a DNS label', asPrefix(dnsLabel), ['web-', 'web--', 'web', 'webA-', '-'.repeat(2)], { '-': 1, 'Web-': 1, '-a-': 1 })
table('generateName of a DNS subdomain', asPrefix(dnsSubdomain), ['web.-', 'web-'], { 'é-': 1, 'é--': 1 })
table('generateName of a path segment', asPrefix(pathSegmentName), ['.', '..', 'A:-'], { 'a/': 1, '%': 1 })

test('reasons tell what is wrong', () => {
  expect(dnsLabel('my_app')).toEqual(['must consist of lower case letters, digits and "-"'])
  expect(dnsLabel('app-')).toEqual(['must begin and end with a letter or digit'])
  expect(qualifiedName('a/b/c')).toEqual(['must have at most one "/", between a prefix and a name'])
  expect(qualifiedName('Example/b')).toEqual(['must consist of lower case letters, digits, "-" and "." in its prefix'])
})

test('a long wrong text takes no longer than a long right one', () => {
  const long = `${'a-'.repeat(500_000)}_`
  for (const format of [dnsLabel, dnsSubdomain, qualifiedName, labelValue, dnsSubdomainWithUnderscore]) expect(format(long)).toHaveLength(2)
})
