/** What the API server asks of the name of a CSI driver, wherever it stands. */
import { dnsSubdomainCaseless } from '../formats/names.ts'
import { atMostBytes, format, required } from './constraints.ts'

export const csiDriverName = required(atMostBytes(63), format('a DNS subdomain', dnsSubdomainCaseless))
