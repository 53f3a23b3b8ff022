/** What to say of an object whose kind the schema table does not have. */
import { nearest } from '../model/nearest.ts'
import { removedApi } from './removed.ts'
import { LATEST, MINORS } from '../versions.ts'
import { loadTable, type SchemaTable } from './table.ts'

export interface KindProblem {
  /** The rule, when it is not that of unknown kinds. */
  rule?: 'no-removed-api'
  field: 'apiVersion' | 'kind' | 'items'
  message: string
}

/** Files that look like objects but never go to an API server: of kubectl, kubeadm, the kubelet and the API server itself. */
const OTHER_CONFIGURATION = /^(.*\.config\.k8s\.io|kubeadm\.k8s\.io|audit\.k8s\.io|client\.authentication\.k8s\.io|admission\.k8s\.io|imagepolicy\.k8s\.io|apiserver\.k8s\.io|kind\.x-k8s\.io)\//

export const isOtherConfiguration = (apiVersion: string, kind: string): boolean => OTHER_CONFIGURATION.test(apiVersion) || (apiVersion === 'v1' && kind === 'Config')

/**
 * Undefined when it may well be a third party's kind. A kind of Kubernetes' own groups that is not there is an error:
 * misspelt, in the wrong group or version, or removed.
 */
export function unknownKind(table: SchemaTable, minor: string, apiVersion: string, kind: string): KindProblem | undefined {
  // With items that can be read, nothing is left of it.
  if (apiVersion === 'v1' && kind === 'List') return { field: 'items', message: 'items of a List must be a list of objects' }
  const removed = removedApi(apiVersion, kind)
  if (removed?.removedIn !== undefined && minorOf(removed.removedIn) <= minorOf(minor)) {
    const instead = removed.replacement === undefined ? '' : `; use ${removed.replacement}`
    return { rule: 'no-removed-api', field: 'apiVersion', message: `${apiVersion} ${kind} was removed in Kubernetes ${removed.removedIn}${instead}` }
  }
  const openShift = apiVersion === 'v1' ? OPENSHIFT_GROUPS.get(kind) : undefined
  if (openShift !== undefined) return { field: 'apiVersion', message: `${kind} is a kind of OpenShift: its API version is ${openShift}.openshift.io/v1` }
  const kinds = table.kinds()
  const group = groupOf(apiVersion)
  const isOwnGroup = kinds.some((info) => info.group === group)
  // Third parties' kinds are many, and the table of a preview is not read for each of them.
  const later = MINORS.filter((each) => minorOf(each) > minorOf(minor) && (isOwnGroup || minorOf(each) <= minorOf(LATEST)))
  const since = later.find((each) => loadTable(each).kind(apiVersion, kind) !== undefined)
  if (since !== undefined) return { field: 'apiVersion', message: `Kubernetes ${minor} has no ${apiVersion} ${kind}, only since ${since}` }
  const elsewhere = kinds.filter((info) => info.kind === kind).map((info) => info.apiVersion)
  if (!isOwnGroup || !VERSION.test(versionOf(apiVersion))) {
    if (elsewhere.length === 0) return undefined
    // Third parties' groups must be domains, with a dot; many tools have files of their own with an apiVersion, but with kinds of their own, too.
    const near = nearest(apiVersion, elsewhere)
    const isSlip = !group.includes('.') || apiVersion.split('/').length !== 2 || (group.endsWith('.k8s.io') && near !== undefined)
    return isSlip ? { field: 'apiVersion', message: `API version "${apiVersion}" does not exist for ${kind}, did you mean "${near ?? elsewhere[0]!}"?` } : undefined
  }
  if (elsewhere.length > 0) {
    const same = elsewhere.filter((each) => groupOf(each) === group)
    const right = (same.length > 0 ? same : elsewhere).join(' or ')
    return { field: 'apiVersion', message: `Kubernetes ${minor} has no ${kind} in ${apiVersion}: its API version is ${right}` }
  }
  const here = kinds.filter((info) => info.apiVersion === apiVersion).map((info) => info.kind)
  const meant = nearest(kind, here) ?? nearest(kind, kinds.filter((info) => info.group === group).map((info) => info.kind))
  if (here.length === 0) {
    const versions = [...new Set(kinds.filter((info) => info.group === group).map((info) => info.apiVersion))]
    return { field: 'apiVersion', message: `Kubernetes ${minor} has no API version "${apiVersion}", only ${versions.join(' and ')}` }
  }
  return { field: 'kind', message: `${apiVersion} of Kubernetes ${minor} has no kind "${kind}"${meant === undefined ? '' : `, did you mean "${meant}"?`}` }
}

/** Kinds that OpenShift 3 had in `v1`, and the groups they are in now. */
const OPENSHIFT_GROUPS: ReadonlyMap<string, string> = new Map(Object.entries({
  Build: 'build',
  BuildConfig: 'build',
  DeploymentConfig: 'apps',
  Group: 'user',
  Identity: 'user',
  ImageStream: 'image',
  ImageStreamImport: 'image',
  ImageStreamTag: 'image',
  OAuthClient: 'oauth',
  Project: 'project',
  ProjectRequest: 'project',
  Route: 'route',
  SecurityContextConstraints: 'security',
  Template: 'template',
  User: 'user',
}))

const VERSION = /^v\d+((alpha|beta)\d+)?$/

const versionOf = (apiVersion: string): string => apiVersion.slice(apiVersion.lastIndexOf('/') + 1)

const groupOf = (apiVersion: string): string => (apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '')

const minorOf = (version: string): number => Number(version.split('.')[1])
