import { defineRule, yaml } from '../../engine/define-rule.ts'
import { podSecurityVisitors } from '../../engine/pod-security.ts'
import { windowsHostProcess } from '../../model/pod-security/node.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict', 'pss-baseline', 'pss-restricted'],
  since: '0.1.0',
  summary: 'Disallow host processes on Windows nodes.',
  why: 'A host process of Windows is no container at all: it runs on the node itself, with the rights of the user that it names, usually the system.',
  howToFix: 'Delete `hostProcess`. An agent that sets up the node needs it: say so with a podlint-ignore comment.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline', 'https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/'],
  peers: {
    polaris: ['hostProcess'],
    trivy: ['KSV-0103'],
    kubescape: ['C-0211'],
    'pod-security-admission': ['windowsHostProcess'],
    datree: ['EKS_INVALID_HOSTPROCESS_VALUE'],
    kyverno: ['disallow-host-process'],
  },
  fixable: 'unsafe',
  bad: [
    {
      title: 'a whole pod, and one container',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostNetwork: true
          securityContext:
            windowsOptions:
              hostProcess: true # ✖ Pod runs as processes of the Windows node
              runAsUserName: 'NT AUTHORITY\\SYSTEM'
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                windowsOptions:
                  hostProcess: true # ✖ Container "app" runs as a process of the Windows node
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostNetwork: true
          securityContext:
            windowsOptions:
              hostProcess: false
              runAsUserName: 'NT AUTHORITY\\SYSTEM'
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                windowsOptions:
                  hostProcess: false
      `,
    },
  ],
  good: [
    {
      title: 'a container of Windows',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          os:
            name: windows
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                windowsOptions:
                  runAsUserName: ContainerUser
      `,
    },
  ],
  visit: podSecurityVisitors(windowsHostProcess),
})
