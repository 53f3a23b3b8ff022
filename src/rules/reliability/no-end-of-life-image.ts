import { defineRule, yaml } from '../../engine/define-rule.ts'
import { parseImage, type ImageReference } from '../../formats/image.ts'

// Image: each line of releases, with the month after which nobody fixes it any more (long-term support that is free counts as fixing). `*` is every tag.
const ENDED = `
alpine: 3.9 2020-11, 3.10 2021-05, 3.11 2021-11, 3.12 2022-05, 3.13 2022-11, 3.14 2023-05, 3.15 2023-11, 3.16 2024-05, 3.17 2024-11, 3.18 2025-05, 3.19 2025-11, 3.20 2026-04
centos: * 2024-06
debian: 8 2020-06, jessie 2020-06, 9 2022-07, stretch 2022-07, 10 2024-06, buster 2024-06
elasticsearch: 5 2019-03, 6 2022-02, 7 2026-01
fedora: 35 2022-12, 36 2023-05, 37 2023-12, 38 2024-05, 39 2024-11, 40 2025-05, 41 2025-12, 42 2026-05
httpd: 2.2 2017-07
java: * 2016-12
kibana: 5 2019-03, 6 2022-02, 7 2026-01
mariadb: 5 2020-04, 10.0 2019-03, 10.1 2020-10, 10.2 2022-05, 10.3 2023-05, 10.4 2024-06, 10.5 2025-07
mongo: 3 2021-04, 4.0 2022-04, 4.2 2023-04, 4 2024-02, 5 2024-10, 6 2025-07
mysql: 5.5 2018-12, 5.6 2021-02, 5 2023-10, 8.0 2026-04
nginx: 1.14 2019-04, 1.15 2019-05, 1.16 2020-04, 1.17 2020-05, 1.18 2021-04, 1.19 2021-05, 1.20 2022-05, 1.21 2022-06, 1.22 2023-04, 1.23 2023-05, 1.24 2024-04, 1.25 2024-05, 1.26 2025-04, 1.27 2025-06, 1.28 2026-04, 1.29 2026-05
node: 4 2018-04, 6 2019-04, 8 2019-12, 10 2021-04, 11 2019-06, 12 2022-04, 13 2020-06, 14 2023-04, 15 2021-06, 16 2023-09, 17 2022-06, 18 2025-04, 19 2023-06, 20 2026-04, 21 2024-06, 23 2025-06, 25 2026-06
openjdk: 7 2022-07, 8 2022-07, 11 2022-07, 16 2022-07, 17 2022-07, 18 2022-07
php: 5 2018-12, 7.0 2019-01, 7.1 2019-12, 7.2 2020-11, 7.3 2021-12, 7 2022-11, 8.0 2023-11, 8.1 2025-12
postgres: 9 2021-11, 10 2022-11, 11 2023-11, 12 2024-11, 13 2025-11
python: 2 2020-01, 3.4 2019-03, 3.5 2020-09, 3.6 2021-12, 3.7 2023-06, 3.8 2024-10, 3.9 2025-10
redis: 3 2018-10, 4 2020-04, 5 2022-04, 6.0 2022-05, 7.0 2024-07
ruby: 2.4 2020-03, 2.5 2021-03, 2.6 2022-03, 2 2023-03, 3.0 2024-04, 3.1 2025-03, 3.2 2026-03
tomcat: 7 2021-03, 8.0 2018-06, 8 2024-03, 10.0 2022-10
ubuntu: 14.04 2019-04, trusty 2019-04, 16.04 2021-04, xenial 2021-04, 18.04 2023-05, bionic 2023-05, 20.04 2025-05, focal 2025-05, 24.10 2025-07, oracular 2025-07, 25.04 2026-01, plucky 2026-01
docker.io/grafana/grafana: 6 2021-06, 7 2022-06, 8 2023-06, 9.0 2022-10, 9.1 2022-11, 9.2 2023-02, 9.3 2023-04, 9.4 2023-06, 9.5 2024-05, 10.0 2023-10, 10.1 2024-01, 10.2 2024-07, 10.3 2024-10, 10.4 2025-06, 11.0 2025-02, 11.1 2025-04, 11.2 2025-05, 11.3 2025-07, 11.4 2025-09, 11.5 2025-10, 11.6 2026-06, 12.0 2026-02, 12.1 2026-04, 12.2 2026-06, 12.3 2026-08
docker.elastic.co/elasticsearch/elasticsearch: 5 2019-03, 6 2022-02, 7 2026-01
docker.elastic.co/kibana/kibana: 5 2019-03, 6 2022-02, 7 2026-01
ghcr.io/kyverno/kyverno: v1.8 2023-11, v1.9 2024-04, v1.10 2024-10, v1.11 2025-04
quay.io/argoproj/argocd: v1 2021-12, v2.0 2022-03, v2.1 2022-06, v2.2 2022-10, v2.3 2023-02, v2.4 2023-05, v2.5 2023-08, v2.6 2023-11, v2.7 2024-02, v2.8 2024-05, v2.9 2024-08, v2.10 2024-11, v2.11 2025-02, v2.12 2025-05, v2.13 2025-08
registry.k8s.io/ingress-nginx/controller: * 2026-03
`

/** Where Docker's own images are found too. */
const OFFICIAL = /^(?:docker\.io|mirror\.gcr\.io|public\.ecr\.aws\/docker)\/library\//
/** Former names: the start, and what it is now. */
const FORMER: readonly [from: string, to: string][] = [
  ['k8s.gcr.io/', 'registry.k8s.io/'],
  ['us.gcr.io/k8s-artifacts-prod/', 'registry.k8s.io/'],
  ['docker.io/grafana/grafana-oss', 'docker.io/grafana/grafana'],
  ['docker.io/argoproj/argocd', 'quay.io/argoproj/argocd'],
  ['quay.io/kubernetes-ingress-controller/nginx-ingress-controller', 'registry.k8s.io/ingress-nginx/controller'],
]

function nameOf({ registry, repository }: ImageReference): string {
  const name = `${registry}/${repository}`
  const former = FORMER.find(([from]) => name.startsWith(from))
  return former === undefined ? name.replace(OFFICIAL, '') : former[1] + name.slice(former[0].length)
}

/** Of the images in the table that were met. */
const known = new Map<string, readonly [line: string, end: string][]>()

function endOf(reference: ImageReference): string | undefined {
  const { tag = '' } = reference
  // Searching the text beats an index: a run has few images.
  const image = `\n${nameOf(reference)}: `
  const start = ENDED.indexOf(image)
  if (start === -1) return undefined
  let lines = known.get(image)
  if (lines === undefined) known.set(image, (lines = ENDED.slice(start + image.length, ENDED.indexOf('\n', start + 1)).split(', ').map((line) => line.split(' ') as [string, string])))
  // Of two lines that hold, the narrower one knows better: `4.2` before `4`. Both are in this order in the table.
  return lines.find(([line]) => line === '*' || tag === line || (tag.startsWith(line) && /[.-]/.test(tag[line.length]!)))?.[1]
}

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow well-known images that get no more fixes.',
  why: 'Every vulnerability that is found in it from now on stays open, in a program that is well known to attackers too.',
  howToFix: 'Move to a release line that is maintained. podlint has a short list of common images and can be out of date: silence does not mean that an image is maintained.',
  references: ['https://kubernetes.io/docs/concepts/containers/images/', 'https://endoflife.date/'],
  peers: { kubescape: ['C-0081', 'C-0090', 'C-0091', 'C-0292'], kyverno: ['check-ingress-nginx-controller-version-and-annotation-policy'] },
  bad: [
    {
      title: 'release lines that have ended',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: node:16.20-alpine # ✖ Image "node:16.20-alpine" has had no fixes since 2023-09
            - name: database
              image: mirror.gcr.io/library/mongo:4.2 # ✖ Image "mirror.gcr.io/library/mongo:4.2" has had no fixes since 2023-04
            - name: tools
              image: centos # ✖ Image "centos" has had no fixes since 2024-06
            - name: dashboards
              image: grafana/grafana:9.2.3 # ✖ Image "grafana/grafana:9.2.3" has had no fixes since 2023-02
            - name: delivery
              image: quay.io/argoproj/argocd:v2.2.3 # ✖ Image "quay.io/argoproj/argocd:v2.2.3" has had no fixes since 2022-10
            - name: policies
              image: ghcr.io/kyverno/kyverno:v1.8.3 # ✖ Image "ghcr.io/kyverno/kyverno:v1.8.3" has had no fixes since 2023-11
            - name: ingress
              image: quay.io/kubernetes-ingress-controller/nginx-ingress-controller:0.32.0 # ✖ Image "quay.io/kubernetes-ingress-controller/nginx-ingress-controller:0.32.0" has had no fixes since 2026-03
      `,
    },
  ],
  good: [
    {
      title: 'maintained lines, and images that are not known',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: node:24-alpine
            - name: cache
              image: redis:6
            - name: database
              image: postgres:17.10
            - name: tools
              image: registry.example.com/library/centos:7
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      const text = container.value.image
      const image = text === undefined ? '' : parseImage(text)
      const end = typeof image === 'string' ? undefined : endOf(image)
      if (end !== undefined) report(container.at('image'), `Image "${text}" has had no fixes since ${end}`)
    },
  },
})
