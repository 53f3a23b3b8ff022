import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Place } from '../../model/place.ts'
import { isStaticPod } from '../../model/static-pod.ts'

export default defineRule({
  severity: 'error',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow references to API objects in static pods.',
  why: 'A kubelet runs a static pod from a file, without the API server: such references never resolve, and since Kubernetes 1.34 the kubelet refuses the pod.',
  howToFix: 'Mount files of the node with `hostPath`, or write the value into the manifest. What needs a ConfigMap or a Secret is better run by a DaemonSet.',
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/'],
  peers: {},
  bad: [
    {
      title: 'a static pod that mounts a Secret',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: etcd
          namespace: kube-system
          annotations:
            kubeadm.kubernetes.io/etcd.advertise-client-urls: https://10.0.0.1:2379
        spec:
          containers:
            - name: etcd
              image: registry.k8s.io/etcd:3.6.0
              envFrom:
                - configMapRef:
                    name: etcd # ✖ Static pod "etcd" refers to ConfigMap "etcd"
              volumeMounts:
                - name: certs
                  mountPath: /certs
          volumes:
            - name: certs
              secret:
                secretName: etcd-certs # ✖ Static pod "etcd" refers to Secret "etcd-certs"
      `,
    },
  ],
  good: [
    {
      title: 'a static pod with files of its node; another pod with a Secret',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: etcd
          namespace: kube-system
          annotations:
            kubeadm.kubernetes.io/etcd.advertise-client-urls: https://10.0.0.1:2379
        spec:
          priorityClassName: system-node-critical
          containers:
            - name: etcd
              image: registry.k8s.io/etcd:3.6.0
          volumes:
            - name: certs
              hostPath:
                path: /etc/kubernetes/pki
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
          volumes:
            - name: certs
              secret:
                secretName: web
      `,
    },
  ],
  visit: {
    Pod(object, { report }) {
      const { pod } = object
      if (pod === undefined || !isStaticPod(object)) return
      const refer = (kind: string, name: string | undefined, place: Place) => {
        if (name !== undefined && name !== '') report(place, `Static pod "${object.name}" refers to ${kind} "${name}"`)
      }
      refer('ServiceAccount', pod.value.serviceAccountName, pod.at('serviceAccountName'))
      for (const [index, { name }] of (pod.value.imagePullSecrets ?? []).entries()) refer('Secret', name, pod.at('imagePullSecrets', index, 'name'))
      for (const [index, { configMap, secret, persistentVolumeClaim, projected }] of (pod.value.volumes ?? []).entries()) {
        refer('ConfigMap', configMap?.name, pod.at('volumes', index, 'configMap', 'name'))
        refer('Secret', secret?.secretName, pod.at('volumes', index, 'secret', 'secretName'))
        refer('PersistentVolumeClaim', persistentVolumeClaim?.claimName, pod.at('volumes', index, 'persistentVolumeClaim', 'claimName'))
        for (const [at, source] of (projected?.sources ?? []).entries()) {
          refer('ConfigMap', source.configMap?.name, pod.at('volumes', index, 'projected', 'sources', at, 'configMap'))
          refer('Secret', source.secret?.name, pod.at('volumes', index, 'projected', 'sources', at, 'secret'))
        }
      }
      for (const container of pod.containers) {
        for (const [index, { configMapRef, secretRef }] of (container.value.envFrom ?? []).entries()) {
          refer('ConfigMap', configMapRef?.name, container.at('envFrom', index, 'configMapRef', 'name'))
          refer('Secret', secretRef?.name, container.at('envFrom', index, 'secretRef', 'name'))
        }
        for (const [index, { valueFrom }] of (container.value.env ?? []).entries()) {
          refer('ConfigMap', valueFrom?.configMapKeyRef?.name, container.at('env', index, 'valueFrom', 'configMapKeyRef', 'name'))
          refer('Secret', valueFrom?.secretKeyRef?.name, container.at('env', index, 'valueFrom', 'secretKeyRef', 'name'))
        }
      }
    },
  },
})
