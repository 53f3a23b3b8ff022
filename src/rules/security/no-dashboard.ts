import { defineRule, yaml } from '../../engine/define-rule.ts'
import { parseImage } from '../../formats/image.ts'
import type { ContainerView } from '../../model/object.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow the Kubernetes Dashboard, and other pods with its service account.',
  why: 'The Dashboard is a page from which one can do whatever its service account may. It has been the door into clusters again and again, and is not maintained any more since 2026.',
  howToFix: 'Use `kubectl`, or a program that runs on your own computer with your own rights, such as Headlamp.',
  references: ['https://kubernetes.io/docs/tasks/access-application-cluster/web-ui-dashboard/'],
  peers: { checkov: ['CKV_K8S_33'], kubescape: ['C-0014'], kics: ['Dashboard Is Enabled'] },
  bad: [
    {
      title: 'the Dashboard, and a pod that borrows its account',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: dashboard
        spec:
          containers:
            - name: app
              image: kubernetesui/dashboard:v2.7.0 # ✖ Container "app" is the Kubernetes Dashboard
      `,
    },
    {
      title: 'a pod that borrows its account',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          serviceAccountName: kubernetes-dashboard # ✖ The pod runs as the service account of the Kubernetes Dashboard
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'the dashboard of something else',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/sales-dashboard:1.0
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      if (isDashboard(container)) report(container.at('image'), `Container "${container.name}" is the Kubernetes Dashboard`)
    },
    podSpec(pod, { report }) {
      if (pod.value.serviceAccountName === 'kubernetes-dashboard' && !pod.containers.some(isDashboard)) report(pod.at('serviceAccountName'), 'The pod runs as the service account of the Kubernetes Dashboard')
    },
  },
})

function isDashboard({ value, pod: { labels } }: ContainerView): boolean {
  const image = parseImage(value.image ?? '')
  if (typeof image === 'string') return false
  return /(?:^|\/)(?:kubernetesui\/dashboard(?:-\w+)?|kubernetes-dashboard(?:-\w+)*)$/.test(image.repository) || ['k8s-app', 'app', 'app.kubernetes.io/name'].some((key) => labels[key] === 'kubernetes-dashboard')
}
