import { defineRule, yaml } from '../../engine/define-rule.ts'
import { isOff, referenceOptions, reportAbsence, reportUses } from '../../engine/reference-rule.ts'
import { knownObjects } from '../../model/known-objects.ts'
import type { KubernetesObject } from '../../model/object.ts'
import { labelOf, missedLabels, wantedLabels } from '../../model/service-selector.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow a StatefulSet whose Service is not there, or does not give its pods names.',
  why: 'Its pods get their host names, such as `web-0.web`, from that headless Service: without it, peers do not find each other.',
  howToFix: 'Write in `serviceName` the name of a Service with `clusterIP: None` that selects the pods of the StatefulSet. What lives elsewhere can be named in the setting `external`: `Service/shop/*`.',
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id'],
  peers: { 'kube-score': ['statefulset-has-servicename'], kics: ['StatefulSets Without Service Name'] },
  fixable: 'unsafe',
  crossObject: true,
  needsSeveral: true,
  options: referenceOptions('unit'),
  bad: [
    {
      title: 'a misspelled name',
      yaml: yaml`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: web
        spec:
          serviceName: wbe # ✖ Service "wbe" is not in these manifests; did you mean "web"?
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          clusterIP: None
          selector:
            app: web
          ports:
            - name: http
              port: 80
      `,
      fixed: yaml`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: web
        spec:
          serviceName: web
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
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
      title: 'a Service that has an address of its own',
      yaml: yaml`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: web
        spec:
          serviceName: web # ✖ Service "web" of StatefulSet "web" is not headless: its pods get no DNS names of their own
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
        ---
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
      `,
    },
    {
      title: 'a Service for other pods',
      yaml: yaml`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: web
        spec:
          serviceName: web # ✖ Service "web" of StatefulSet "web" does not select its pods: "app" is "api", the selector wants "web"
          selector:
            matchLabels:
              app: api
          template:
            metadata:
              labels:
                app: api
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          clusterIP: None
          selector:
            app: web
          ports:
            - name: http
              port: 80
      `,
    },
  ],
  good: [
    {
      title: 'a headless Service',
      yaml: yaml`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: web
        spec:
          serviceName: web
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
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
      title: 'a Service that is elsewhere',
      yaml: yaml`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: web
        spec:
          serviceName: web
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    StatefulSet(set, context) {
      const { index, report } = context
      reportUses(set as KubernetesObject, SERVICE, context, (use) => {
        if (!reportAbsence(use, context) || isOff(context.options)) return
        const service = index.find('Service', set.namespace, use.name)
        if (service === undefined || !knownObjects(index).units.share(service.source.file, use.file)) return
        const of = `Service "${service.name}" of StatefulSet "${set.name}"`
        const related = [{ place: service.at('spec'), message: `Service "${service.name}"` }]
        const [miss] = set.pod === undefined ? [] : missedLabels(Object.entries(wantedLabels(service)), set.pod)
        if (miss !== undefined) {
          const [key, wanted] = miss
          const label = labelOf(set.pod!, key)
          report(use.place, `${of} does not select its pods: ${label === undefined ? `they have no label "${key}"` : `"${key}" is "${label}", the selector wants "${wanted}"`}`, undefined, { related })
        } else if (service.value.spec?.clusterIP !== 'None') report(use.place, `${of} is not headless: its pods get no DNS names of their own`, undefined, { related, severity: 'info' })
      })
    },
  },
})

const SERVICE: ReadonlySet<string> = new Set(['Service'])
