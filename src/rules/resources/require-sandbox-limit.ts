import { defineRule, yaml } from '../../engine/define-rule.ts'
import { parseQuantity } from '../../formats/quantity.ts'
import { valuesAt } from '../../model/value-path.ts'

const CONTAINERS = ['spec', 'podTemplate', 'spec', 'containers', '*']

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Require limits for CPU and memory on the containers of a sandbox for agents.',
  why: 'Code that nobody has read can take all of a node, on purpose or not, and what runs beside it goes without.',
  howToFix: 'Set `resources.limits.cpu` and `resources.limits.memory`; the options say how much a sandbox may have.',
  references: ['https://agent-sandbox.sigs.k8s.io/', 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/'],
  peers: { kubescape: ['C-0303'] },
  options: {
    maxCpu: { default: '', format: 'quantity', description: 'The highest limit for CPU; empty for any.' },
    maxMemory: { default: '', format: 'quantity', description: 'The highest limit for memory; empty for any.' },
  },
  bad: [
    {
      title: 'only one limit, and that one too high',
      options: { maxMemory: '4Gi' },
      yaml: yaml`
        apiVersion: extensions.agents.x-k8s.io/v1beta1
        kind: SandboxTemplate
        metadata:
          name: python
        spec:
          podTemplate:
            spec:
              containers:
                - name: python
                  image: example.com/python:3.13
                  resources:
                    limits: # ✖ Container "python" of SandboxTemplate "python" sets no CPU limit
                      memory: 64Gi # ✖ Container "python" of SandboxTemplate "python" has a memory limit of 64Gi, must be at most 4Gi
      `,
    },
  ],
  good: [
    {
      title: 'both',
      yaml: yaml`
        apiVersion: extensions.agents.x-k8s.io/v1beta1
        kind: SandboxTemplate
        metadata:
          name: python
        spec:
          podTemplate:
            spec:
              containers:
                - name: python
                  image: example.com/python:3.13
                  resources:
                    limits:
                      cpu: "1"
                      memory: 1Gi
      `,
    },
  ],
  visit: {
    object(object, { options: { maxCpu, maxMemory }, report }) {
      if (object.kind !== 'SandboxTemplate' || !object.apiVersion.startsWith('extensions.agents.x-k8s.io/')) return
      const names = valuesAt(object, [...CONTAINERS, 'name'])
      for (const [resource, title, max] of [['cpu', 'CPU', maxCpu], ['memory', 'memory', maxMemory]] as const) {
        for (const [index, { isMissing, place, scalar }] of valuesAt(object, [...CONTAINERS, 'resources', 'limits', resource]).entries()) {
          const container = `Container "${names[index]?.scalar ?? ''}" of SandboxTemplate "${object.name}"`
          const [limit, most] = [parseQuantity(scalar ?? ''), parseQuantity(max)]
          if (isMissing) report(place, `${container} sets no ${title} limit`)
          else if (limit !== undefined && most !== undefined && limit.nanos > most.nanos) report(place, `${container} has a ${title} limit of ${scalar}, must be at most ${max}`)
        }
      }
    },
  },
})
