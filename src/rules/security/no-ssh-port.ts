import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow ports for logging in.',
  why: 'Who needs to get into a pod has `kubectl exec`, which asks for rights and is logged. A server for SSH, Telnet or remote desktops in it is one more door, with keys of its own.',
  howToFix: 'Delete the port and the server behind it. A service that is about SSH, such as git, can say so in `allow`.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  peers: {
    'kube-linter': ['ssh-port'],
    kubescape: ['C-0042'],
    sonar: ['S6473'],
    monokle: ['KBP110'],
  },
  options: {
    ports: { default: ['22', '23', '3389', '5800', '5900'], description: 'Ports for logging in.' },
  },
  bad: [
    {
      title: 'SSH',
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
                - containerPort: 22 # ✖ Container "app" has port 22, which is for logging in
      `,
    },
  ],
  good: [
    {
      title: 'another port',
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
                - containerPort: 8022
      `,
    },
  ],
  visit: {
    Service(object, { options, report }) {
      for (const [index, { port, protocol, targetPort }] of (object.value.spec?.ports ?? []).entries()) {
        const field = targetPort === undefined ? 'port' : 'targetPort'
        const reached = targetPort ?? port
        if ((protocol ?? 'TCP') === 'TCP' && options.ports.includes(String(reached))) report(object.at('spec', 'ports', index, field), `Service "${object.name}" leads to port ${reached}, which is for logging in`)
      }
    },
    container(container, { options, report }) {
      for (const [index, { containerPort, protocol }] of (container.value.ports ?? []).entries()) {
        if (containerPort === undefined || (protocol ?? 'TCP') !== 'TCP' || !options.ports.includes(String(containerPort))) continue
        report(container.at('ports', index, 'containerPort'), `Container "${container.name}" has port ${containerPort}, which is for logging in`)
      }
    },
  },
})
