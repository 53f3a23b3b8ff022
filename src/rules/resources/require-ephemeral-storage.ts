import { defineRule, yaml } from '../../engine/define-rule.ts'

const STORAGE = 'ephemeral-storage'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require containers to say how much of the disk they use.',
  why: 'Logs, caches and files in the container fill the disk of the node; then the kubelet evicts pods, first those that use more than they asked for.',
  howToFix: 'Set `ephemeral-storage` in `resources.requests` and `resources.limits`.',
  references: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#local-ephemeral-storage'],
  peers: {
    'kube-score': ['container-ephemeral-storage-request-and-limit'],
    sonar: ['S6870', 'S6897'],
    gatekeeper: ['ephemeralstoragelimit'],
  },
  options: {
    request: { default: true, description: 'Whether a request is wanted; a limit counts as one.' },
    limit: { default: true, description: 'Whether a limit is wanted.' },
  },
  bad: [
    {
      title: 'only memory',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                limits: # ✖ Container "app" sets no ephemeral-storage limit
                  memory: 128Mi
      `,
    },
  ],
  good: [
    {
      title: 'a limit, which is the request as well',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                limits:
                  ephemeral-storage: 1Gi
      `,
    },
  ],
  visit: {
    container(container, { options, report }) {
      const { requests = {}, limits = {} } = container.value.resources ?? {}
      if (!container.longRunning || container.partial || limits[STORAGE] !== undefined) return
      if (options.limit) report(container.at('resources', 'limits', STORAGE), `Container "${container.name}" sets no ephemeral-storage limit`)
      else if (options.request && requests[STORAGE] === undefined) report(container.at('resources', 'requests', STORAGE), `Container "${container.name}" sets no ephemeral-storage request`)
    },
  },
})
