import { defineRule, yaml } from '../../engine/define-rule.ts'
import { matchesWhole } from '../../formats/re2-whole.ts'
import { isOfKinds } from '../../model/kind-pattern.ts'
import { atKey } from '../../model/place.ts'
import { readValuePath, valuesAt } from '../../model/value-path.ts'

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Forbid a field of your choice, or some of its values.',
  why: 'What a team has agreed not to use comes back with the next example that somebody copies.',
  howToFix: 'Delete the field, or give it another value.',
  references: ['https://kubernetes.io/docs/reference/kubernetes-api/'],
  peers: { kyverno: ['application-prevent-default-project', 'check-env-vars', 'disallow-default-tlsoptions', 'disallow-jenkins-pipeline-strategy', 'disallow-security-context-constraint-anyuid', 'disallow-self-provisioner-binding', 'enforce-tls-hosts-host-subnets', 'require-tekton-namespace-pipelinerun', 'restrict-controlplane-scheduling', 'restrict-node-affinity', 'restrict-node-label-creation', 'restrict-virtual-service-wildcard'] },
  fixable: 'unsafe',
  needs: ['path'],
  options: {
    path: { default: '', format: 'path', description: 'The way to the field: `spec.externalIPs`, `pod.spec.containers[*].tty`; `pod` is the pod of any kind that runs one, `[*]` each item of a list, `[name=web]` the one of that name.' },
    values: { default: [], description: 'Only with these values; empty for any.' },
    pattern: { default: '', format: 'pattern', description: 'Only with a value that matches as a whole, a regular expression of RE2; empty for any.' },
    kinds: { default: [], description: 'Only of these kinds, such as Deployment, apps/Deployment or batch/*; empty for all.' },
  },
  bad: [
    {
      title: 'a field',
      options: { path: 'pod.spec.containers[*].tty', values: ['true'] },
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              tty: true # ✖ spec.containers[0].tty is not allowed to be true
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
    {
      title: 'the value of one variable',
      options: { path: 'pod.spec.containers[*].env[name=DISABLE_AUTH].value', values: ['true'] },
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              env:
                - name: DEBUG
                  value: "true"
                - name: DISABLE_AUTH
                  value: "true" # ✖ spec.containers[0].env[1].value is not allowed to be "true"
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              env:
                - name: DEBUG
                  value: "true"
                - name: DISABLE_AUTH
      `,
    },
  ],
  good: [
    {
      title: 'another value',
      options: { path: 'pod.spec.containers[*].tty', values: ['true'] },
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              tty: false
      `,
    },
  ],
  visit: {
    object(object, { options: { kinds, path, pattern, values }, report }) {
      const steps = readValuePath(path)
      if (steps === undefined || !isOfKinds(object, kinds)) return
      for (const { isMissing, place, scalar, shown } of valuesAt(object, steps)) {
        if (isMissing || scalar === null) continue
        if (values.length === 0 && pattern === '') report(atKey(place), `${place.path} is not allowed`, (fix) => fix.removeField(place))
        else if (scalar !== undefined && (values.includes(scalar) || (pattern !== '' && matchesWhole(pattern, scalar)))) report(place, `${place.path} is not allowed to be ${shown}`, (fix) => fix.removeField(place))
      }
    },
  },
})
