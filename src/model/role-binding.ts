/** Whom a RoleBinding or ClusterRoleBinding gives a role. */
import type { ClusterRoleBinding, Subject as CoreSubject } from 'kubernetes-types/rbac/v1'
import type { Loose, ObjectMeta } from './kinds.ts'
import { placeAt, type Place, type Rooted } from './place.ts'

export type Subject = Loose<CoreSubject>

/** Either kind. */
export interface BindingObject extends Rooted {
  readonly kind: string
  readonly name: string
  readonly namespace: string
  readonly value: Pick<Loose<ClusterRoleBinding>, 'roleRef' | 'subjects'> & { readonly metadata?: ObjectMeta | undefined }
}

export const placeInBinding = ({ source, tape, root, prefix }: BindingObject, ...steps: (string | number)[]): Place => placeAt(source, tape, root, -1, prefix, steps)

export const subjectsOf = ({ value }: BindingObject): readonly Subject[] => value.subjects ?? []

/** A service account, or a group of them. */
export const isProgram = ({ kind, name = '' }: Subject): boolean => kind === 'ServiceAccount' || (kind === 'Group' && /^system:serviceaccounts(?::|$)/.test(name))

/** Bindings that Kubernetes brings along, as `kubectl get -o yaml` writes them. */
export function isBindingOfKubernetes({ name, value }: BindingObject): boolean {
  return name.startsWith('system:') || (value.metadata?.labels ?? {})['kubernetes.io/bootstrapping'] === 'rbac-defaults'
}

/** What a binding reaches. */
export const scopeOf = ({ kind }: BindingObject): string => (kind === 'ClusterRoleBinding' ? 'the whole cluster' : 'its namespace')
