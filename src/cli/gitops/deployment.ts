/** One way in which an object of Argo CD or Flux has a folder of the repository deployed. */
import type { Variables } from '../../files/flux-variables.ts'
import type { ValuesLayer } from '../charts/values-sets.ts'

export interface Deployment {
  /** Of the object, with its file. */
  label: string
  /** As it is shown. */
  folder: string
  namespace?: string
  /** Of a chart: its release, and values over its own. */
  release?: string
  layers?: readonly ValuesLayer[]
  /** Of what Kustomize builds: what is done to it, in the words of a kustomization. */
  kustomize?: Readonly<Record<string, unknown>>
  /** What is filled in afterwards. */
  variables?: Variables
}
