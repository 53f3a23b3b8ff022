import { defineRule, yaml } from '../../engine/define-rule.ts'
import { lowId } from '../../model/security-context.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow numbers of groups that the node may have too.',
  why: 'A group of the container with the number of one of the node has its rights to files that the two share. On OpenShift, which gives each namespace numbers of its own, a number in the manifest is refused.',
  howToFix: 'Set `runAsGroup` to 10000 or more.',
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  peers: {
    'kube-score': ['container-security-context-user-group-id'],
    trivy: ['KSV-0021'],
    kubesec: ['RunAsGroup'],
    datree: ['CONTAINERS_INCORRECT_RUNASGROUP_VALUE_LOWGID'],
  },
  options: {
    min: { default: 10000, description: 'The lowest number that is fine.' },
    unset: { default: true, description: 'Whether a container without a number, which runs as the group of its image, is reported.' },
  },
  bad: [
    {
      title: 'no number, and a low one',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app # ✖ Container "app" sets no runAsGroup
              image: example.com/app:1.0
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                runAsGroup: 1000 # ✖ runAsGroup of container "proxy" is 1000, should be at least 10000
      `,
    },
  ],
  good: [
    {
      title: 'a high number, said once for the pod',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            runAsGroup: 10001
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    container(container, { kubernetesVersion, options, report }) {
      const found = lowId(container, 'runAsGroup', options, kubernetesVersion)
      if (found !== undefined) report(found.place, found.message)
    },
  },
})
