import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow ports below 1024.',
  why: 'Only root, or a program with the capability NET_BIND_SERVICE, can listen there, unless the runtime allows it to all, as containerd and CRI-O of today do.',
  howToFix: 'Listen on a port above 1023; the Service can have the usual one.',
  references: ['https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/'],
  peers: {
    'kube-linter': ['privileged-ports'],
    trivy: ['KSV-0117'],
    monokle: ['KBP113'],
  },
  options: {
    allow: { default: [], description: 'Ports that are fine: `["80", "443"]`.' },
  },
  bad: [
    {
      title: 'port 80',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              ports:
                - containerPort: 80 # ✖ Container "app" has port 80, which only root may open
      `,
    },
  ],
  good: [
    {
      title: 'a high port',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              ports:
                - containerPort: 8080
      `,
    },
    {
      title: 'a pod that lets everybody open low ports',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            sysctls:
              - name: net.ipv4.ip_unprivileged_port_start
                value: "0"
          containers:
            - name: app
              image: example.com/app:1.0
              ports:
                - containerPort: 80
      `,
    },
  ],
  visit: {
    container(container, { options, report }) {
      const start = container.pod.value.securityContext?.sysctls?.find(({ name }) => name === 'net.ipv4.ip_unprivileged_port_start')?.value
      const lowest = start === undefined || !/^\d+$/.test(start) ? 1024 : Number(start)
      for (const [index, { containerPort }] of (container.value.ports ?? []).entries()) {
        if (containerPort === undefined || containerPort < 1 || containerPort >= lowest || options.allow.includes(String(containerPort))) continue
        report(container.at('ports', index, 'containerPort'), `Container "${container.name}" has port ${containerPort}, which only root may open`)
      }
    },
  },
})
