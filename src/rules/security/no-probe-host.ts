import { defineRule, yaml } from '../../engine/define-rule.ts'
import { podSecurityVisitors } from '../../engine/pod-security.ts'
import { probeHosts } from '../../model/pod-security/node.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict', 'pss-baseline', 'pss-restricted'],
  since: '0.1.0',
  summary: 'Disallow probes and hooks that call another host.',
  why: 'It is the kubelet that calls: whoever may write pods can have it knock at addresses that only the node reaches. And a probe of another host says nothing about this pod.',
  howToFix: 'Delete `host`: the kubelet then calls the pod. For another name in the request write a `Host` header in `httpHeaders`.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline', 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes'],
  peers: {
    'pod-security-admission': ['hostProbesAndHostLifecycle'],
    gatekeeper: ['host-probes-lifecycle'],
  },
  options: {
    allow: { default: [], description: 'Hosts that may be called: `127.0.0.1`, for what listens there in the network of the node.' },
  },
  fixable: 'unsafe',
  bad: [
    {
      title: 'a probe and a hook',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              readinessProbe:
                httpGet:
                  host: 10.0.0.1 # ✖ readinessProbe of container "app" calls the host "10.0.0.1" instead of the pod
                  path: /ready
                  port: 8080
              lifecycle:
                preStop:
                  httpGet:
                    host: queue.example.com # ✖ preStop of container "app" calls the host "queue.example.com" instead of the pod
                    port: 80
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              readinessProbe:
                httpGet:
                  path: /ready
                  port: 8080
              lifecycle:
                preStop:
                  httpGet:
                    port: 80
      `,
    },
  ],
  good: [
    {
      title: 'the pod, under another name',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              readinessProbe:
                httpGet:
                  path: /ready
                  port: 8080
                  httpHeaders:
                    - name: Host
                      value: shop.example.com
      `,
    },
  ],
  visit: podSecurityVisitors(probeHosts),
})
