/** One way in which an object of Argo CD or Flux has a folder of the repository deployed. */
import type { Outer } from '../../files/built-places.ts'
import type { GivenNamespace } from '../../files/given-namespace.ts'
import type { Variables } from '../../files/flux-variables.ts'
import type { ValuesLayer } from '../charts/values-sets.ts'

export interface Deployment {
  /** Of the object, with its file. */
  label: string
  /** As it is shown. */
  folder: string
  /** Of a chart: its release, and values over its own. */
  chart?: { layers: readonly ValuesLayer[]; release: string; namespace: string }
  /** Of what Kustomize builds. */
  way?: Way
  /** Of a folder without a kustomization: what one is made of, by paths in it. */
  resources?: readonly string[]
  /** Whether variables are filled in, in all that is below it, too. */
  fillsIn?: boolean
}

/** What is done to all that a kustomization builds. */
export interface Way {
  /** In the words of a kustomization. */
  fields: Readonly<Record<string, unknown>>
  /** Their folders, as they are shown. */
  components: readonly string[]
  /** Files that the fields name, by the names that they have there. */
  texts: Readonly<Record<string, string>>
  /** Where it is written. */
  outer: Outer
  /** What is filled in afterwards, as far as it is known. */
  variables?: Variables
  /** What objects get that belong into a namespace, and name none. */
  namespace?: GivenNamespace
}

/** Of objects that deploy something, in one message. */
export const MOST_NAMED = 5

/** Whether what is built of a folder is not what its files say. */
export const changesAnything = ({ fields, components, variables, namespace }: Way): boolean => Object.keys(fields).length + components.length > 0 || variables !== undefined || namespace !== undefined
