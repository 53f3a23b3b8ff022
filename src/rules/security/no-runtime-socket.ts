import { defineRule, yaml } from '../../engine/define-rule.ts'
import { hostPathsOf, isRuntimeSocket } from '../../model/host-path.ts'

export default defineRule({
  severity: 'error',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: "Disallow mounts of the container runtime's socket.",
  why: 'Whoever can talk to the runtime can start a privileged container that mounts the whole node: it is root access, whatever else the pod forbids, and read-only does not help.',
  howToFix: 'Build images with a tool that needs no runtime (BuildKit rootless, Kaniko, Buildah); read metrics and logs from the kubelet.',
  references: ['https://kubernetes.io/docs/concepts/storage/volumes/#hostpath'],
  peers: {
    'kube-linter': ['docker-sock'],
    trivy: ['KSV-0006', 'KSV-0023'],
    checkov: ['CKV_K8S_27'],
    kubescape: ['C-0048', 'C-0074'],
    polaris: ['hostPathSet'],
    kubesec: ['DockerSock'],
    datree: ['CONTAINERS_INCORRECT_KEY_HOSTPATH', 'CONTAINERS_INCORRECT_PATH_VALUE_DOCKERSOCKET'],
    kyverno: ['disallow-cri-sock-mount', 'disallow-host-path'],
    semgrep: ['exposing-docker-socket-hostpath'],
  },
  bad: [
    {
      title: "Docker's socket, and the directory of containerd's",
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: builder
        spec:
          containers:
            - name: builder
              image: example.com/builder:1.0
              volumeMounts:
                - name: docker
                  mountPath: /var/run/docker.sock
                - name: containerd
                  mountPath: /run/containerd
                  readOnly: true
          volumes:
            - name: docker
              hostPath:
                path: /var/run/docker.sock # ✖ "/var/run/docker.sock" of the node is mounted: it gives root access to the node
            - name: containerd
              hostPath:
                path: /run/containerd # ✖ "/run/containerd" of the node is mounted: it gives root access to the node
            - name: unused
              hostPath:
                path: /run/crio/crio.sock # ✖ "/run/crio/crio.sock" of the node can be mounted: it gives root access to the node
      `,
    },
  ],
  good: [
    {
      title: 'the socket of another program',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: builder
        spec:
          containers:
            - name: builder
              image: example.com/builder:1.0
              volumeMounts:
                - name: spire
                  mountPath: /run/spire/sockets
          volumes:
            - name: spire
              hostPath:
                path: /run/spire/sockets
      `,
    },
  ],
  visit: {
    podSpec(pod, { report }) {
      for (const { path, mounted, place } of hostPathsOf(pod)) {
        if (isRuntimeSocket(path)) report(place, `"${path}" of the node ${mounted === 'nowhere' ? 'can be' : 'is'} mounted: it gives root access to the node`)
      }
    },
  },
})
