import { defineRule, yaml } from '../../engine/define-rule.ts'
import { effective, isWindows } from '../../model/security-context.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require a user for containers on Windows.',
  why: 'Without one the image decides, and many Windows images run as ContainerAdministrator, who may do everything in the container.',
  howToFix: 'Set `windowsOptions.runAsUserName: ContainerUser`, or the user that the image is made for.',
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/configure-runasusername/'],
  peers: {
    kubescape: ['C-0211'],
    kyverno: ['require-run-as-containeruser'],
  },
  options: {
    gmsa: { default: false, description: 'Whether a group-managed service account (`gmsaCredentialSpecName`) is required too.' },
  },
  bad: [
    {
      title: 'a container of Windows without a user',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          os:
            name: windows
          containers:
            - name: app # ✖ Container "app" sets no Windows user
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'a user for the pod',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          os:
            name: windows
          securityContext:
            windowsOptions:
              runAsUserName: ContainerUser
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
    {
      title: 'a pod for Linux',
      yaml: yaml`
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
  ],
  visit: {
    container(container, { options, report }) {
      if (!isWindows(container.pod) || container.partial) return
      const windows = effective(container, 'windowsOptions')
      if (windows?.runAsUserName === undefined) report(container.at('securityContext', 'windowsOptions', 'runAsUserName'), `Container "${container.name}" sets no Windows user`)
      if (options.gmsa && windows?.gmsaCredentialSpecName === undefined && windows?.gmsaCredentialSpec === undefined) {
        report(container.at('securityContext', 'windowsOptions', 'gmsaCredentialSpecName'), `Container "${container.name}" sets no group-managed service account`)
      }
    },
  },
})
