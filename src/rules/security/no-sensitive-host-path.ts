import { defineRule, yaml } from '../../engine/define-rule.ts'
import { hostPathsOf, resolvePath, type HostPath } from '../../model/host-path.ts'

/** What they hold is secret in itself: keys, tokens, the memory and files of other pods. */
const SECRET = new Set(['/', '/etc', '/home', '/proc', '/root', '/run', '/var', '/var/lib', '/var/lib/containerd', '/var/lib/containers', '/var/lib/docker', '/var/lib/kubelet', '/var/run'])
/** All that is in these too. */
const SECRET_TREES = ['/etc/kubernetes/manifests', '/etc/kubernetes/pki', '/etc/shadow', '/etc/ssh', '/etc/sudoers', '/root/.kube', '/root/.ssh', '/var/lib/etcd', '/var/lib/kubelet/pki']
const KUBECONFIG = /^\/etc\/kubernetes(?:\/[^/]+\.(?:conf|config|json|kubeconfig))?$/
/** Public, but whoever can write there owns the node. */
const PROGRAMS = new Set(['/bin', '/boot', '/lib', '/lib64', '/sbin', '/sys', '/usr', '/usr/bin', '/usr/lib', '/usr/local', '/usr/local/bin', '/usr/sbin'])

/** Where the programs of cloud providers keep their keys. */
const CLOUD = /(?:^|\/)(?:\.aws|\.azure|\.config\/gcloud|gcloud)(?:\/|$)/

const isSensitive = ({ path, mounted }: Pick<HostPath, 'mounted' | 'path'>): boolean =>
  SECRET.has(path) || KUBECONFIG.test(path) || CLOUD.test(path) || SECRET_TREES.some((tree) => path === tree || path.startsWith(`${tree}/`)) || (mounted === 'writable' && PROGRAMS.has(path))

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: "Disallow mounts of the node's system directories.",
  why: 'They hold the keys of the kubelet, the secrets of all pods on the node and the programs that root runs: who breaks into the pod has the node, often the cluster.',
  howToFix: 'Mount the one file or directory that is needed, read-only. An agent that watches the node needs more: say so with a podlint-ignore comment.',
  references: ['https://kubernetes.io/docs/concepts/storage/volumes/#hostpath'],
  peers: { 'kube-linter': ['sensitive-host-mounts'], polaris: ['hostPathSet'], trivy: ['KSV-0023', 'KSV-0121'], kubescape: ['C-0020', 'C-0048'], datree: ['CONTAINERS_INCORRECT_KEY_HOSTPATH'], kyverno: ['disallow-host-path'], kubesec: ['ProcMount'], kubeaudit: ['SensitivePathsMounted'], sonar: ['S6433'] },
  bad: [
    {
      title: 'all of the node, and its credentials',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: agent
        spec:
          containers:
            - name: agent
              image: example.com/agent:1.0
              volumeMounts:
                - name: host
                  mountPath: /host
                  readOnly: true
                - name: pki
                  mountPath: /pki
          volumes:
            - name: host
              hostPath:
                path: / # ✖ "/" of the node is mounted
            - name: pki
              hostPath:
                path: /etc/kubernetes/pki/ # ✖ "/etc/kubernetes/pki" of the node is mounted
            - name: unused
              hostPath:
                path: /root/.aws # ✖ "/root/.aws" of the node can be mounted
      `,
    },
    {
      title: 'a volume of the cluster',
      yaml: yaml`
        apiVersion: v1
        kind: PersistentVolume
        metadata:
          name: settings
        spec:
          capacity:
            storage: 1Gi
          accessModes: [ReadWriteOnce]
          hostPath:
            path: /etc # ✖ "/etc" of the node can be mounted
      `,
    },
  ],
  good: [
    {
      title: 'a folder of its own for a volume of the cluster',
      yaml: yaml`
        apiVersion: v1
        kind: PersistentVolume
        metadata:
          name: data
        spec:
          capacity:
            storage: 1Gi
          accessModes: [ReadWriteOnce]
          hostPath:
            path: /mnt/data
      `,
    },
    {
      title: 'single files, and a read-only /sys',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: agent
        spec:
          containers:
            - name: agent
              image: example.com/agent:1.0
              volumeMounts:
                - name: time
                  mountPath: /etc/localtime
                - name: sys
                  mountPath: /host/sys
                  readOnly: true
          volumes:
            - name: time
              hostPath:
                path: /etc/localtime
            - name: sys
              hostPath:
                path: /sys
      `,
    },
  ],
  visit: {
    PersistentVolume(volume, { report }) {
      const path = volume.value.spec?.hostPath?.path
      const whole = path === undefined ? undefined : resolvePath(path)
      if (whole !== undefined && isSensitive({ path: whole, mounted: 'writable' })) report(volume.at('spec', 'hostPath', 'path'), `"${whole}" of the node can be mounted`)
    },
    podSpec(pod, { report }) {
      for (const hostPath of hostPathsOf(pod)) if (isSensitive(hostPath)) report(hostPath.place, `"${hostPath.path}" of the node ${hostPath.mounted === 'nowhere' ? 'can be' : 'is'} mounted`)
    },
  },
})
