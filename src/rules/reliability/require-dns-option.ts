import { defineRule, yaml } from '../../engine/define-rule.ts'
import { atKey } from '../../model/place.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require an option of the resolver, such as `ndots`.',
  why: 'With the default `ndots` of 5, a name such as `api.example.com` is looked up in every search domain of the cluster first: five questions in place of one.',
  howToFix: 'Set `dnsConfig.options` to `name: ndots` and a `value` of 2.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-dns-config'],
  peers: { 'kube-linter': ['dnsconfig-options'], kyverno: ['add-ndots'] },
  options: {
    name: { default: 'ndots', description: 'The option of resolv.conf.' },
    value: { default: '2', description: 'What it has to be; empty for any.' },
  },
  bad: [
    {
      title: 'no option',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers: # ✖ Pod sets no dnsConfig option ndots of 2
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'two dots',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          dnsConfig:
            options:
              - name: ndots
                value: '2'
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    podSpec(pod, { options: { name, value }, report }) {
      const { containers = [], dnsConfig } = pod.value
      if (containers.length === 0) return
      const index = (dnsConfig?.options ?? []).findIndex((option) => option.name === name)
      if (index !== -1 && (value === '' || dnsConfig!.options![index]!.value === value)) return
      report(index === -1 ? atKey(pod.at('containers')) : pod.at('dnsConfig', 'options', index, 'value'), `Pod sets no dnsConfig option ${name}${value === '' ? '' : ` of ${value}`}`)
    },
  },
})
