import { defineRule, yaml } from '../../engine/define-rule.ts'
import { matchesWhole } from '../../formats/re2-whole.ts'
import { isOfKinds } from '../../model/kind-pattern.ts'
import { atKey, below } from '../../model/place.ts'

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Forbid an annotation of your choice.',
  why: 'An annotation can switch off what protects the cluster: the injection of a sidecar, a policy, the shutdown by the autoscaler.',
  howToFix: 'Delete the annotation.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/'],
  peers: { 'kube-linter': ['forbidden-annotation'], kyverno: ['restrict-annotations', 'allowed-annotations', 'enforce-pod-duration', 'prevent-disabling-injection-pods', 'prevent-linkerd-pod-injection-override', 'prevent-linkerd-port-skipping'] },
  fixable: 'unsafe',
  needs: ['key'],
  options: {
    key: { default: '', format: 'pattern', description: 'The whole key, a regular expression of RE2.' },
    allow: { default: [], description: 'Keys that are fine even if they match.' },
    pattern: { default: '', format: 'pattern', description: 'Only with a value that matches as a whole; empty for any.' },
    kinds: { default: [], description: 'Only of these kinds, such as Deployment, apps/Deployment or batch/*; empty for all.' },
  },
  bad: [
    {
      title: 'a mesh that is switched off',
      options: { key: 'sidecar\\.istio\\.io/inject', pattern: 'false' },
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          annotations:
            note: shop
            sidecar.istio.io/inject: 'false' # ✖ Annotation "sidecar.istio.io/inject" is not allowed
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          annotations:
            note: shop
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
    {
      title: 'all of a product but one',
      options: { key: 'fluxcd\\.io/.*', allow: ['fluxcd.io/cow'] },
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          annotations:
            fluxcd.io/cow: moo
            fluxcd.io/dog: woof # ✖ Annotation "fluxcd.io/dog" is not allowed
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'another value',
      options: { key: 'sidecar\\.istio\\.io/inject', pattern: 'false' },
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          annotations:
            sidecar.istio.io/inject: 'true'
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    object(object, { options: { allow, key, kinds, pattern }, report }) {
      if (key === '' || !isOfKinds(object, kinds)) return
      const metadata = [{ place: object.at('metadata'), annotations: object.value.metadata?.annotations ?? {} }]
      if (object.pod !== undefined && object.kind !== 'Pod') metadata.push({ place: object.pod.atMetadata(), annotations: object.pod.annotations })
      for (const { place, annotations } of metadata) {
        for (const [name, text] of Object.entries(annotations)) {
          if (allow.includes(name) || !matchesWhole(key, name) || (pattern !== '' && !matchesWhole(pattern, text ?? ''))) continue
          const entry = below(place, 'annotations', name)
          report(atKey(entry), `Annotation "${name}" is not allowed`, (fix) => fix.removeField(entry))
        }
      }
    },
  },
})
