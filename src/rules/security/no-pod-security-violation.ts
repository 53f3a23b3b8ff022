import { defineRule, yaml } from '../../engine/define-rule.ts'
import { remedyOf } from '../../engine/pod-security.ts'
import { violationsOf } from '../../model/pod-security/checks.ts'
import { policiesOf } from '../../model/pod-security/namespace.ts'
import { minorNumber } from '../../versions.ts'

const CONSEQUENCES = {
  enforce: { verb: 'enforces', severity: 'error' },
  warn: { verb: 'warns below', severity: 'warning' },
  audit: { verb: 'audits below', severity: 'info' },
} as const

export default defineRule({
  severity: 'error',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow pods that their namespace forbids by the Pod Security Standards.',
  why: 'A Deployment whose pods are forbidden is taken, but no pod ever starts: the reason stands only in the events of its ReplicaSet.',
  howToFix: 'Change the pod, or move it into a namespace of its own whose labels allow it. What a namespace only warns about or audits is reported as a warning or an info.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-admission/', 'https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  peers: {
    kyverno: ['psa'],
  },
  options: {
    exemptNamespaces: { default: [], description: 'Namespaces that the configuration of the admission plugin exempts.' },
    exemptRuntimeClasses: { default: [], description: 'Runtime classes that the configuration of the admission plugin exempts.' },
  },
  fixable: 'unsafe',
  crossObject: true,
  bad: [
    {
      title: 'a namespace that refuses the pods, and warns about more',
      yaml: yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: baseline
            pod-security.kubernetes.io/warn: restricted
            pod-security.kubernetes.io/warn-version: v1.20
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              securityContext:
                runAsNonRoot: true
                seccompProfile:
                  type: RuntimeDefault
              containers:
                - name: app # ✖ Container "app" does not forbid privilege escalation; namespace "shop" warns below restricted
                  image: example.com/app:1.0
                  ports:
                    - containerPort: 8080
                      hostPort: 80 # ✖ Container "app" takes port 80 of the node; namespace "shop" enforces baseline
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: baseline
            pod-security.kubernetes.io/warn: restricted
            pod-security.kubernetes.io/warn-version: v1.20
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              securityContext:
                runAsNonRoot: true
                seccompProfile:
                  type: RuntimeDefault
              containers:
                - name: app
                  image: example.com/app:1.0
                  ports:
                    - containerPort: 8080
                  securityContext:
                    allowPrivilegeEscalation: false
      `,
    },
  ],
  good: [
    {
      title: 'a pod as its namespace wants it, and one of another namespace',
      yaml: yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: baseline
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          namespace: shop
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: agent
          namespace: nodes
        spec:
          hostPID: true
          containers:
            - name: agent
              image: example.com/agent:1.0
      `,
    },
  ],
  visit: {
    podSpec(pod, { index, kubernetesVersion, options, report }) {
      const { namespace } = pod.object
      if (options.exemptNamespaces.includes(namespace) || options.exemptRuntimeClasses.includes(pod.value.runtimeClassName ?? '')) return
      const object = index.find('Namespace', '', namespace)
      if (object === undefined) return
      const told = new Set<string>()
      for (const { mode, level, minor, place } of policiesOf(object)) {
        const { verb, severity } = CONSEQUENCES[mode]
        for (const violation of violationsOf(pod, level, minor ?? minorNumber(kubernetesVersion))) {
          // The first label has the worst consequence.
          if (told.has(violation.place.path)) continue
          told.add(violation.place.path)
          report(violation.place, `${violation.message}; namespace "${namespace}" ${verb} ${level}`, (fixer) => remedyOf(fixer, violation), { severity, related: [{ place, message: 'by this label' }] })
        }
      }
    },
  },
})
