import { defineRule, yaml } from '../../engine/define-rule.ts'
import { twinOptions } from '../../engine/reference-rule.ts'
import { twins, type Candidate, type TwinScope } from '../../model/twins.ts'
import type { KindMap } from '../../model/kinds.ts'
import type { KubernetesObject } from '../../model/object.ts'
import { usesOf } from '../../model/references.ts'
import type { RunIndex } from '../../model/run-index.ts'
import { wantedLabels } from '../../model/service-selector.ts'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow two Services with the same selector and port.',
  why: 'One of them is often left over from a change of names, and clients go on using it.',
  howToFix: 'Delete one of them. A headless Service beside one with an address is fine, and so are Services of different types, or those of an Argo Rollout.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/'],
  peers: { gatekeeper: ['uniqueserviceselector'], kyverno: ['require-unique-service-selector'] },
  crossObject: true,
  needsSeveral: true,
  options: twinOptions('unit'),
  bad: [
    {
      title: 'a second name for the same pods',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - name: http
              port: 80
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: shop
        spec:
          selector: # ✖ Service "web" has the same selector
            app: web
          ports:
            - name: http
              port: 80
      `,
    },
  ],
  good: [
    {
      title: 'a headless one beside another',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - name: http
              port: 80
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web-peers
        spec:
          clusterIP: None
          selector:
            app: web
          ports:
            - name: http
              port: 80
      `,
    },
    {
      title: 'the metrics of the same pods',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - port: 80
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web-metrics
        spec:
          selector:
            app: web
          ports:
            - port: 9090
      `,
    },
    {
      title: 'those that a Rollout sends to different pods',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web-stable
        spec:
          selector:
            app: web
          ports:
            - port: 80
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web-canary
        spec:
          selector:
            app: web
          ports:
            - port: 80
        ---
        apiVersion: argoproj.io/v1alpha1
        kind: Rollout
        metadata:
          name: web
        spec:
          strategy:
            canary:
              stableService: web-stable
              canaryService: web-canary
      `,
    },
  ],
  visit: {
    Service(service, { index, options, report }) {
      if (isOfRollout(index, service)) return
      const services = twins(index, 'Services', options.references as TwinScope, () => index.ofKind('Service').flatMap((each) => (isOfRollout(index, each) ? [] : candidates(each))))
      const first = candidates(service).map((own) => services.firstOf(own)).find((other) => other !== undefined && other.name !== service.name)
      if (first === undefined) return
      report(service.at('spec', 'selector'), `Service "${first.name}" has the same selector`, undefined, { related: [{ place: first.at('spec', 'selector'), message: first.label }] })
    },
  },
})

type Service = KubernetesObject<KindMap['Service']>

const SERVICE: ReadonlySet<string> = new Set(['Service'])
const ofRollouts = new WeakMap<RunIndex, ReadonlySet<string>>()

/** Argo Rollouts adds to the selectors of those that a Rollout names, so that each is for different pods. */
function isOfRollout(index: RunIndex, { name, namespace }: Service): boolean {
  let services = ofRollouts.get(index)
  if (services === undefined) {
    services = new Set(index.objects.filter(({ kind }) => kind === 'Rollout').flatMap((rollout) => usesOf(rollout, SERVICE)).map((use) => `${use.namespace}/${use.name}`))
    ofRollouts.set(index, services)
  }
  return services.has(`${namespace}/${name}`)
}

/** One for each port that it leads to: the metrics of a program are often a Service of their own. */
function candidates(item: Service): Candidate<Service>[] {
  const labels = Object.entries(wantedLabels(item)).sort()
  const { type = 'ClusterIP', clusterIP, ports = [] } = item.value.spec ?? {}
  if (labels.length === 0) return []
  const targets = ports.length === 0 ? [''] : ports.map(({ port, targetPort = port, protocol = 'TCP' }) => `${targetPort}/${protocol}`)
  return targets.map((target) => ({ id: JSON.stringify([item.namespace, labels, type, clusterIP === 'None', target]), file: item.source.file, item }))
}
