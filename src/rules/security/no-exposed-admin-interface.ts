import { defineRule, yaml } from '../../engine/define-rule.ts'
import { parseImage } from '../../formats/image.ts'
import type { PodView } from '../../model/object.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow pages for administrators that are reached from outside the cluster.',
  why: 'Whoever finds them can run code: these programs are made for that, many of them without a login, and scanners look for them all day.',
  howToFix: 'Leave the Service at type ClusterIP and use `kubectl port-forward`, or put a login and a list of addresses in front. What is meant to be reached goes into `allow`.',
  references: ['https://kubernetes.io/docs/concepts/security/', 'https://attack.mitre.org/techniques/T1133/'],
  peers: { kubescape: ['C-0021'] },
  crossObject: true,
  options: {
    interfaces: { default: ['argo-server', 'argocd-server', 'bentoml', 'jenkins', 'jupyterhub', 'kubeflow', 'kubernetes-dashboard', 'mlflow', 'nifi', 'ollama', 'phpmyadmin', 'pgadmin', 'prometheus', 'ray-dashboard', 'ray-head', 'seldon', 'tritonserver', 'vllm', 'weave-scope-app'], description: 'Names of programs, as they stand in the name of the workload or of its image.' },
    allow: { default: [], description: 'Workloads that may be reached.' },
  },
  bad: [
    {
      title: 'a build server',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: jenkins # ✖ Deployment "jenkins" runs "jenkins", which Service "jenkins" of type LoadBalancer makes reachable from outside
          namespace: shop
        spec:
          selector:
            matchLabels:
              app: jenkins
          template:
            metadata:
              labels:
                app: jenkins
            spec:
              containers:
                - name: app
                  image: jenkins/jenkins:2.516.3
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: jenkins
          namespace: shop
        spec:
          type: LoadBalancer
          selector:
            app: jenkins
          ports:
            - port: 80
      `,
    },
  ],
  good: [
    {
      title: 'reached from inside',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: jenkins
          namespace: shop
        spec:
          selector:
            matchLabels:
              app: jenkins
          template:
            metadata:
              labels:
                app: jenkins
            spec:
              containers:
                - name: app
                  image: jenkins/jenkins:2.516.3
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: jenkins
          namespace: shop
        spec:
          selector:
            app: jenkins
          ports:
            - port: 80
      `,
    },
  ],
  visit: {
    podSpec(pod, { index, options, report }) {
      const { object } = pod
      const name = interfaceOf(pod, options.interfaces)
      if (name === undefined || options.allow.includes(object.name)) return
      const exposure = index.exposures.of(pod)
      if (exposure === undefined) return
      report(object.at('metadata', 'name'), `${object.kind} "${object.name}" runs "${name}", which ${exposure.text} makes reachable from outside`, undefined, {
        related: [{ place: exposure.by.at('metadata', 'name'), message: 'reachable by this' }],
      })
    },
  },
})

/** The program of a list that a pod runs, by its own name or that of an image: `jenkins` in `my-jenkins`, not in `jenkinson`. */
function interfaceOf(pod: PodView, interfaces: readonly string[]): string | undefined {
  const names = [pod.object.name]
  for (const { value, longRunning } of pod.containers) {
    const image = longRunning ? parseImage(value.image ?? '') : ''
    if (typeof image !== 'string') names.push(image.repository.slice(image.repository.lastIndexOf('/') + 1))
  }
  // What only brings its numbers, or is brought by it, is another program.
  const own = names.filter((name) => !/(?:exporter|operator|adapter|agent|sidecar|backup|init|client|config|reloader)/.test(name)).map((name) => `-${name}-`)
  return interfaces.find((each) => own.some((name) => name.includes(`-${each}-`)))
}
