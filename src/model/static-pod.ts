/** Static pods: the kubelet of one node runs them from a file, the API server only shows them. */
import type { Pod } from 'kubernetes-types/core/v1'
import type { KubernetesObject } from './object.ts'

/** `config.source` is `api` for every other pod. */
const MARKS = ['kubernetes.io/config.mirror', 'kubernetes.io/config.source', 'kubernetes.io/config.hash']
const FOLDER = /(^|\/)(etc\/kubernetes\/manifests|static-?pods?)\//

/** What a manifest tells: marks that the kubelet or kubeadm writes, or the folder that kubelets read. */
export function isStaticPod(object: KubernetesObject<Pod>): boolean {
  const annotations = object.value.metadata?.annotations ?? {}
  if (annotations['kubernetes.io/config.source'] === 'api') return false
  return MARKS.some((mark) => Object.hasOwn(annotations, mark)) || Object.keys(annotations).some((name) => name.startsWith('kubeadm.kubernetes.io/')) || FOLDER.test(object.source.file)
}
