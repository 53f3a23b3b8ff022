import { defineRule, yaml } from '../../engine/define-rule.ts'
import { parseImage } from '../../formats/image.ts'

interface Retired {
  /** Registry and the start of the repository: `quay.io/coreos/flannel`. A slash at the end stands for everything below. */
  prefix: string
  /** What became of it, as the rest of a sentence. */
  fate: string
  /** Everything of the prefix has the same path there. */
  mirror?: string
}

const RETIRED: readonly Retired[] = [
  { prefix: 'k8s.gcr.io/', fate: 'is frozen since 2023-04; registry.k8s.io has the same images', mirror: 'registry.k8s.io/' },
  { prefix: 'gcr.io/google-containers/', fate: 'gets no updates; Kubernetes publishes to registry.k8s.io' },
  { prefix: 'gcr.io/google_containers/', fate: 'gets no updates; Kubernetes publishes to registry.k8s.io' },
  { prefix: 'gcr.io/kubebuilder/', fate: 'is closed since 2025-03; kube-rbac-proxy is in quay.io/brancz' },
  { prefix: 'docker.pkg.github.com/', fate: 'is replaced by ghcr.io' },
  { prefix: 'docker.io/bitnamilegacy/', fate: 'gets no updates since 2025-09' },
  { prefix: 'quay.io/coreos/configmap-reload', fate: 'is replaced by ghcr.io/jimmidyson/configmap-reload' },
  { prefix: 'quay.io/coreos/flannel', fate: 'is replaced by ghcr.io/flannel-io/flannel' },
  { prefix: 'quay.io/coreos/kube-rbac-proxy', fate: 'is replaced by quay.io/brancz/kube-rbac-proxy' },
  { prefix: 'quay.io/coreos/kube-state-metrics', fate: 'is replaced by registry.k8s.io/kube-state-metrics/kube-state-metrics' },
  { prefix: 'quay.io/coreos/prometheus-operator', fate: 'is replaced by quay.io/prometheus-operator/prometheus-operator' },
  { prefix: 'quay.io/kubernetes-ingress-controller/nginx-ingress-controller', fate: 'is replaced by registry.k8s.io/ingress-nginx/controller' },
]
const BITNAMI: Retired = { prefix: 'docker.io/bitnami/', fate: 'has no versioned images since 2025-09; docker.io/bitnamilegacy keeps the last ones without updates' }

function retirementOf(text: string): Retired | undefined {
  const image = parseImage(text)
  if (typeof image === 'string') return undefined
  const name = `${image.registry}/${image.repository}`
  // Its `latest` and pinned digests go on.
  if (name.startsWith(BITNAMI.prefix)) return /^\d/.test(image.tag ?? '') && image.digest === undefined ? BITNAMI : undefined
  return RETIRED.find(({ prefix }) => (prefix.endsWith('/') ? name.startsWith(prefix) : name === prefix))
}

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow images from registries that are frozen or closed.',
  why: 'Nothing new is published there, fixes for vulnerabilities least of all, and one day the pull fails: on the next node that the pod moves to.',
  howToFix: 'Pull from the registry that the message names, or copy the image to one of your own.',
  references: ['https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/', 'https://github.com/bitnami/containers/issues/83267'],
  peers: { kubescape: ['C-0253'], kyverno: ['restrict-deprecated-registry'], clusterlint: ['docker-pkg-github-com-registry'] },
  fixable: 'safe',
  bad: [
    {
      title: 'the former registry of Kubernetes',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: metrics
        spec:
          containers:
            - name: metrics
              image: "k8s.gcr.io/metrics-server/metrics-server:v0.6.1" # ✖ "k8s.gcr.io" is frozen since 2023-04; registry.k8s.io has the same images
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: metrics
        spec:
          containers:
            - name: metrics
              image: "registry.k8s.io/metrics-server/metrics-server:v0.6.1"
      `,
    },
    {
      title: 'a version from Bitnami',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: cache
        spec:
          containers:
            - name: cache
              image: bitnami/redis:7.2.4 # ✖ "docker.io/bitnami" has no versioned images since 2025-09; docker.io/bitnamilegacy keeps the last ones without updates
      `,
    },
  ],
  good: [
    {
      title: 'its successor, and a mirror of one',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: metrics
        spec:
          containers:
            - name: metrics
              image: registry.k8s.io/metrics-server/metrics-server:v0.8.0
            - name: cache
              image: mirror.example.com/bitnami/redis:7.2.4
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      const text = container.value.image
      const retired = text === undefined ? undefined : retirementOf(text)
      if (retired === undefined) return
      const { prefix, fate, mirror } = retired
      const place = container.at('image')
      report(place, `"${prefix.replace(/\/$/, '')}" ${fate}`, (fixer) => (mirror !== undefined && text!.startsWith(prefix) ? fixer.replaceText(place, mirror + text!.slice(prefix.length)) : undefined))
    },
  },
})
