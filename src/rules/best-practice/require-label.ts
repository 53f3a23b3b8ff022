import { defineRule, yaml } from '../../engine/define-rule.ts'
import { matchesWhole } from '../../formats/re2-whole.ts'
import { isOfKinds } from '../../model/kind-pattern.ts'
import { below, placeAt, shownAt } from '../../model/place.ts'
import { POD_TEMPLATES } from '../../model/pod.ts'
import { Flag } from '../../parser/tape.ts'

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Require a label of your choice.',
  why: 'Who owns a workload, and what it costs, is known of labels that every object has: one without them belongs to nobody.',
  howToFix: 'Add the label to `metadata.labels`.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/'],
  peers: {
    'kube-linter': ['required-label-owner', 'required-label'],
    kubescape: ['C-0076'],
    datree: ['WORKLOAD_MISSING_LABEL_OWNER_VALUE', 'DEPLOYMENT_MISSING_LABEL_ENV_VALUE'],
    gatekeeper: ['requiredlabels'],
    kyverno: ['require-labels', 'enforce-ambient-mode-namespace', 'enforce-sidecar-injection-namespace', 'require-kubecost-labels'],
    monokle: ['MTD-custom-labels'],
  },
  needs: ['key'],
  options: {
    key: { default: '', description: 'The key of the label.' },
    pattern: { default: '', format: 'pattern', description: 'What the whole value has to match, a regular expression of RE2; empty for any.' },
    kinds: { default: [], description: 'Only of these kinds, such as Deployment, apps/Deployment or batch/*; empty for all.' },
    template: { default: false, description: 'Whether the label is wanted on the pods, that is in the metadata of the template.' },
  },
  bad: [
    {
      title: 'no owner, and one with another name',
      options: { key: 'owner', pattern: 'team-[a-z]+', kinds: ['Deployment'] },
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web # ✖ Deployment "web" lacks the label "owner"
        spec:
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
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: api
          labels:
            owner: me # ✖ Label "owner" is "me", must match team-[a-z]+
        spec:
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
  good: [
    {
      title: 'a team',
      options: { key: 'owner', pattern: 'team-[a-z]+' },
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          labels:
            owner: team-shop
        spec:
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
    object(object, { options: { key, kinds, pattern, template }, report }) {
      const { name, prefix, root, source, tape } = object
      if (key === '' || !isOfKinds(object, kinds)) return
      const way = template && object.builtin ? POD_TEMPLATES.get(object.kind) : []
      if (way === undefined) return
      const labels = placeAt(source, tape, root, -1, prefix, [...way, 'metadata', 'labels'])
      // What has a wrong type, or is filled in later, may be right in the end.
      if (labels.node !== -1 && tape.has(labels.node, Flag.hidden)) return
      const place = below(labels, key)
      if (place.node === -1) return report(shownAt(place, object.at('metadata', 'name')), `${object.kind} "${name}" lacks the label "${key}"`)
      const text = tape.isScalar(place.node) && !tape.has(place.node, Flag.hidden) ? tape.scalar(place.node) : undefined
      if (typeof text === 'string' && pattern !== '' && !matchesWhole(pattern, text)) report(place, `Label "${key}" is "${text}", must match ${pattern}`)
    },
  },
})
