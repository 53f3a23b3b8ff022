import { defineRule, yaml } from '../../engine/define-rule.ts'
import { lowId } from '../../model/security-context.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow numbers of users that the node may have too.',
  why: 'A user of the container with the number of one of the node has its rights to files that the two share. On OpenShift, which gives each namespace numbers of its own, a number in the manifest is refused.',
  howToFix: 'Set `runAsUser` to 10000 or more.',
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  peers: {
    'kube-score': ['container-security-context-user-group-id'],
    trivy: ['KSV-0020'],
    checkov: ['CKV_K8S_40'],
    kubesec: ['RunAsUser'],
    datree: ['CONTAINERS_INCORRECT_RUNASUSER_VALUE_LOWUID'],
  },
  options: {
    min: { default: 10000, description: 'The lowest number that is fine.' },
    unset: { default: true, description: 'Whether a container without a number, which runs as the user of its image, is reported.' },
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
            - name: app # ✖ Container "app" sets no runAsUser
              image: example.com/app:1.0
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                runAsUser: 1000 # ✖ runAsUser of container "proxy" is 1000, should be at least 10000
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
            runAsUser: 10001
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    container(container, { kubernetesVersion, options, report }) {
      const found = lowId(container, 'runAsUser', options, kubernetesVersion)
      if (found !== undefined) report(found.place, found.message)
    },
  },
})
