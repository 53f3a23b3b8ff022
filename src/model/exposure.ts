/** How pods of a run are reached from outside the cluster. */
import { addTo } from '../parser/grouped-by.ts'
import type { Service } from 'kubernetes-types/core/v1'
import type { Ingress } from 'kubernetes-types/networking/v1'
import type { KubernetesObject, PodView } from './object.ts'
import type { PodGroup } from './pod-groups.ts'
import { mayShareNamespace } from './service-selector.ts'

export interface Exposure {
  service: KubernetesObject<Service>
  /** What leads to the Service; the Service itself when its type does. */
  by: KubernetesObject
  /** `Service "web" of type LoadBalancer`, `Ingress "web"`. */
  text: string
}

interface RunObjects {
  ofKind(kind: 'Service' | 'Ingress'): readonly KubernetesObject[]
  podsOf(service: KubernetesObject<Service>): readonly PodGroup[]
  groupOf(pod: PodView): PodGroup | undefined
}

export class Exposures {
  private readonly byGroup = new Map<PodGroup, Exposure>()
  private readonly run: RunObjects

  constructor(run: RunObjects) {
    this.run = run
    const ingresses = new Map<string, KubernetesObject<Ingress>[]>()
    for (const ingress of run.ofKind('Ingress') as readonly KubernetesObject<Ingress>[]) for (const name of servicesOf(ingress)) addTo(ingresses, name, ingress)
    for (const service of run.ofKind('Service') as readonly KubernetesObject<Service>[]) {
      const exposure = exposureOf(service, ingresses.get(service.name) ?? [])
      if (exposure === undefined) continue
      for (const group of run.podsOf(service)) if (!this.byGroup.has(group)) this.byGroup.set(group, exposure)
    }
  }

  /** The first thing by which a pod is reached. */
  of(pod: PodView): Exposure | undefined {
    const group = this.run.groupOf(pod)
    return group === undefined ? undefined : this.byGroup.get(group)
  }
}

function exposureOf(service: KubernetesObject<Service>, ingresses: readonly KubernetesObject<Ingress>[]): Exposure | undefined {
  const { type } = service.value.spec ?? {}
  if (type === 'LoadBalancer' || type === 'NodePort') return { service, by: service as unknown as KubernetesObject, text: `Service "${service.name}" of type ${type}` }
  const ingress = ingresses.find(({ namespace }) => mayShareNamespace(namespace, service.namespace))
  return ingress === undefined ? undefined : { service, by: ingress as unknown as KubernetesObject, text: `Ingress "${ingress.name}"` }
}

/** The names of the Services that an Ingress leads to, each once. */
function servicesOf({ value: { spec = {} } }: KubernetesObject<Ingress>): ReadonlySet<string> {
  const backends = [spec.defaultBackend, ...(spec.rules ?? []).flatMap(({ http }) => (http?.paths ?? []).map(({ backend }) => backend))]
  return new Set(backends.flatMap((backend) => backend?.service?.name ?? []))
}
