/** The addresses that a Service asks for, the families that they are of, and the ranges that it lets in. */
import type { Service, ServiceSpec } from 'kubernetes-types/core/v1'
import { endpointIp, parseIp } from '../formats/ip.ts'
import type { Loose } from '../model/kinds.ts'
import { judgeAddress, judgeRange } from './addresses.ts'
import type { TypeCheckContext } from './constraints.ts'

type Spec = Loose<ServiceSpec>

/** Warned about since before 1.28, and so in every minor. */
const ALWAYS = 0
const SOURCE_RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges'

export const serviceType = ({ type = '' }: Spec): string => (type === '' ? 'ClusterIP' : type)

const familyOf = (text: string): string | undefined => {
  const family = parseIp(text)?.family
  return family && `IPv${family}`
}

export function checkClusterIps(spec: Spec, { minor, report, warn }: TypeCheckContext): void {
  const { clusterIP = '', ipFamilies = [], ipFamilyPolicy = '' } = spec
  const isList = (spec.clusterIPs ?? []).length > 0
  const ips = isList ? spec.clusterIPs! : clusterIP === '' ? [] : [clusterIP]
  const place = (index?: number) => (isList ? ['spec', 'clusterIPs', ...(index === undefined ? [] : [index])] : ['spec', 'clusterIP'])
  const printed = (index?: number) => ({ path: `spec.clusterIPs${index === undefined ? '' : `[${index}]`}` })
  const invalid = (message: string, index?: number) => report(place(index), 'Invalid', message, printed(index))

  if (isList && clusterIP === '') invalid('must be empty when clusterIP is not set')
  else if (isList && ips[0] !== clusterIP) invalid('must begin with the value of clusterIP')
  let areReadable = true
  for (const [index, ip] of ips.entries()) {
    if (index === 0 && ip === 'None') {
      if (ips.length === 1) continue
      invalid('must not have other values beside "None"')
      areReadable = false
      continue
    }
    const { reasons, advice } = judgeAddress(ip, minor, ALWAYS)
    for (const reason of reasons) invalid(ip.toLowerCase() === 'none' ? 'must be an IP address or "None"' : reason, index)
    if (reasons.length > 0) areReadable = false
    if (advice !== undefined) warn(place(index), advice)
  }
  if (ips.length > 2) invalid(`has ${ips.length} items, and may have 2`)
  if (!areReadable) return
  if (ipFamilyPolicy === '' || ipFamilyPolicy === 'SingleStack') {
    const several = ips.length > 1 ? 'cluster IPs' : new Set(ipFamilies).size > 1 ? 'IP families' : undefined
    if (several !== undefined) report(['spec', 'ipFamilyPolicy'], 'Invalid', `must be "PreferDualStack" or "RequireDualStack" for several ${several}`)
  }
  if (ips[0] === 'None') return
  if (ips.length > 1 && new Set(ips.map(familyOf)).size === 1) invalid('must have at most one address of each IP family')
  for (const [index, ip] of ips.entries()) {
    const family = ipFamilies[index]
    if ((family === 'IPv4' || family === 'IPv6') && familyOf(ip) !== family) invalid(`must be an ${family} address, as "ipFamilies[${index}]" says`, index)
  }
}

export function checkExternalIps({ externalIPs = [] }: Spec, { minor, report, warn }: TypeCheckContext): void {
  for (const [index, text] of externalIPs.entries()) {
    const steps = ['spec', 'externalIPs', index]
    const { reasons, advice } = judgeAddress(text, minor, ALWAYS)
    const unreachable = reasons.length === 0 ? endpointIp(parseIp(text)!) : undefined
    for (const reason of [...reasons, unreachable ?? []].flat()) report(steps, 'Invalid', reason)
    if (advice !== undefined) warn(steps, advice)
  }
}

/** Who may come to a load balancer: a field, and an annotation that is older. */
export function checkSourceRanges({ spec = {}, metadata }: Loose<Service>, { minor, report, warn }: TypeCheckContext): void {
  const { loadBalancerSourceRanges: ranges = [] } = spec
  const written = metadata?.annotations?.[SOURCE_RANGES]
  const isField = ranges.length > 0
  if (!isField && written === undefined) return
  const way = isField ? ['spec', 'loadBalancerSourceRanges'] : ['metadata', 'annotations', SOURCE_RANGES]
  const printed = isField ? 'spec.LoadBalancerSourceRanges' : `metadata.annotations[${SOURCE_RANGES}]`
  if (serviceType(spec) !== 'LoadBalancer') report(way, 'Forbidden', 'can be set only for a Service of type LoadBalancer', { path: printed })
  // An empty annotation stands for every address.
  const texts = isField ? ranges : written!.trim() === '' ? [] : written!.split(',')
  for (const [index, text] of texts.entries()) {
    const { reasons, advice } = judgeRange(text.trim(), minor, ALWAYS)
    const steps = isField ? [...way, index] : way
    for (const reason of reasons) report(steps, 'Invalid', isField ? reason : `Range "${text.trim()}" ${reason}`, { path: isField ? `${printed}[${index}]` : printed })
    if (advice !== undefined && isField) warn(steps, advice)
  }
}
