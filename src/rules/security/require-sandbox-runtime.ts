import { defineRule, yaml } from '../../engine/define-rule.ts'
import { below } from '../../model/place.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Require a sandbox of agents to run in a hardened runtime.',
  why: 'A SandboxTemplate is for code that nobody has read, such as that of an AI agent. In an ordinary container one hole in the kernel is enough to leave it.',
  howToFix: 'Set `runtimeClassName` to a class that stands for gVisor, Kata Containers or the like, and name your own in `allow`.',
  references: ['https://agent-sandbox.sigs.k8s.io/', 'https://kubernetes.io/docs/concepts/containers/runtime-class/'],
  peers: {
    kubescape: ['C-0297'],
  },
  options: {
    allow: { default: ['gvisor', 'runsc', 'kata', 'kata-qemu', 'kata-clh', 'kata-fc', 'kata-containers'], description: 'Runtime classes that are hardened.' },
  },
  bad: [
    {
      title: 'the usual runtime',
      yaml: yaml`
        apiVersion: extensions.agents.x-k8s.io/v1beta1
        kind: SandboxTemplate
        metadata:
          name: python
        spec:
          podTemplate:
            spec:
              runtimeClassName: runc # ✖ Runtime class "runc" of SandboxTemplate "python" is not known to be hardened
              containers:
                - name: python
                  image: example.com/python:3.13
      `,
    },
  ],
  good: [
    {
      title: 'gVisor',
      yaml: yaml`
        apiVersion: extensions.agents.x-k8s.io/v1beta1
        kind: SandboxTemplate
        metadata:
          name: python
        spec:
          podTemplate:
            spec:
              runtimeClassName: gvisor
              containers:
                - name: python
                  image: example.com/python:3.13
      `,
    },
  ],
  visit: {
    object(object, { options, report }) {
      if (object.kind !== 'SandboxTemplate' || !object.apiVersion.startsWith('extensions.agents.x-k8s.io/')) return
      const { podTemplate } = (object.value['spec'] ?? {}) as { podTemplate?: { spec?: { runtimeClassName?: unknown } } }
      const name = podTemplate?.spec?.runtimeClassName
      if (typeof name === 'string' && options.allow.includes(name)) return
      report(below(object.at('spec'), 'podTemplate', 'spec', 'runtimeClassName'), name === undefined || name === '' ? `SandboxTemplate "${object.name}" names no runtime class` : `Runtime class "${String(name)}" of SandboxTemplate "${object.name}" is not known to be hardened`)
    },
  },
})
