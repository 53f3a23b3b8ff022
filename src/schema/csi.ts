/** What the API server asks of the name of a CSI driver, wherever it stands. */
import { dnsSubdomainCaseless } from '../formats/names.ts'
import { atMostBytes, format, missingAs, required, until } from './constraints.ts'

export const csiDriverName = required(atMostBytes(63), format('a DNS subdomain', dnsSubdomainCaseless), until('1.30', missingAs('', format('not empty', (text) => (text === '' ? 'must not be empty' : undefined), { empty: true }))))
