import { defineRule, yaml } from '../../engine/define-rule.ts'
import { matchesWhole } from '../../formats/re2-whole.ts'
import { isOfKinds } from '../../model/kind-pattern.ts'
import { shownAt } from '../../model/place.ts'
import { readValuePath, valuesAt } from '../../model/value-path.ts'

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Require a field of your choice, with a value of your choice.',
  why: 'What a team has agreed on is kept only where something looks after it.',
  howToFix: 'Add the field, or give it a value that is allowed.',
  references: ['https://kubernetes.io/docs/reference/kubernetes-api/'],
  peers: { 'kube-linter': ['statefulset-volumeclaimtemplate-annotation'], kyverno: ['check-routes', 'check-supplemental-groups', 'disallow-host-ports-range', 'enforce-etcd-encryption', 'enforce-instancetype', 'enforce-min-tls-version', 'enforce-strict-mtls', 'restrict-runtimeClassName', 'restrict-secrets-by-name', 'restrict-service-port-range', 'restrict-usergroup-fsgroup-id', 'verify-git-repositories'] },
  needs: ['path'],
  options: {
    path: { default: '', format: 'path', description: 'The way to the field: `spec.replicas`, `metadata.annotations[example.com/owner]`, `pod.spec.containers[*].resources`; `pod` is the pod of any kind that runs one, `[*]` each item of a list, `[name=web]` the one of that name.' },
    onlyIfPresent: { default: false, description: 'Whether the field may be missing, and only its value counts.' },
    values: { default: [], description: 'The values that are allowed; empty for any.' },
    pattern: { default: '', format: 'pattern', description: 'What the whole value has to match, a regular expression of RE2; empty for any.' },
    kinds: { default: [], description: 'Only of these kinds, such as Deployment, apps/Deployment or batch/*; empty for all.' },
  },
  bad: [
    {
      title: 'a scheduler of its own',
      options: { path: 'pod.spec.schedulerName', values: ['shop-scheduler'], kinds: ['Pod'] },
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          schedulerName: other # ✖ spec.schedulerName is "other", must be "shop-scheduler"
          containers:
            - name: app
              image: example.com/app:1.0
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: api # ✖ Pod "api" lacks spec.schedulerName
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
    {
      title: 'a value of a field that may be missing',
      options: { path: 'pod.spec.runtimeClassName', onlyIfPresent: true, values: ['gvisor', 'kata'] },
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          runtimeClassName: nvidia # ✖ spec.runtimeClassName is "nvidia", must be "gvisor" or "kata"
          containers:
            - name: app
              image: example.com/app:1.0
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: api
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'the right one',
      options: { path: 'pod.spec.schedulerName', values: ['shop-scheduler'], kinds: ['Pod'] },
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          schedulerName: shop-scheduler
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    object(object, { options: { kinds, onlyIfPresent, path, pattern, values }, report }) {
      const steps = readValuePath(path)
      if (steps === undefined || !isOfKinds(object, kinds)) return
      for (const { isMissing, place, scalar, shown } of valuesAt(object, steps)) {
        if (scalar === null || (isMissing && onlyIfPresent)) continue
        if (isMissing) report(shownAt(place, object.at('metadata', 'name')), `${object.kind} "${object.name}" lacks ${place.path}`)
        else if (values.length > 0 && (scalar === undefined || !values.includes(scalar))) report(place, `${place.path} is ${shown}, must be ${values.map((value) => `"${value}"`).join(' or ')}`)
        else if (pattern !== '' && (scalar === undefined || !matchesWhole(pattern, scalar))) report(place, `${place.path} is ${shown}, must match ${pattern}`)
      }
    },
  },
})
