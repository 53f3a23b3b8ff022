import { defineRule, yaml } from '../../engine/define-rule.ts'
import { parseImage } from '../../formats/image.ts'
import { accountOf } from '../../model/bindings.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require `imagePullSecrets` for images of private registries.',
  why: 'Without credentials of its own the pod depends on what its node has cached or may read; a registry that asks for a password answers with an error, and the pod hangs in `ImagePullBackOff`.',
  howToFix: 'Name a Secret of type `kubernetes.io/dockerconfigjson` in `imagePullSecrets` of the pod or of its ServiceAccount. Name registries that need none, such as that of the cloud which the nodes are in, in `public`.',
  references: ['https://kubernetes.io/docs/concepts/containers/images/#specifying-imagepullsecrets-on-a-pod'],
  peers: { kyverno: ['require-imagepullsecrets'] },
  crossObject: true,
  options: {
    public: { default: ['docker.io', 'ghcr.io', 'quay.io', 'registry.k8s.io', 'gcr.io', 'k8s.gcr.io', 'mcr.microsoft.com', 'public.ecr.aws', 'nvcr.io'], description: 'Registries that need no credentials.' },
  },
  bad: [
    {
      title: 'an image of a private registry',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec: # ✖ The pod has no imagePullSecrets for images of corp.example.com
          containers:
            - name: app
              image: corp.example.com/app:1.0
            - name: proxy
              image: docker.io/library/nginx:1.29
      `,
    },
  ],
  good: [
    {
      title: 'a secret',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          imagePullSecrets:
            - name: corp
          containers:
            - name: app
              image: corp.example.com/app:1.0
      `,
    },
    {
      title: 'a secret of the service account',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          serviceAccountName: web
          containers:
            - name: app
              image: corp.example.com/app:1.0
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: web
        imagePullSecrets:
          - name: corp
      `,
    },
  ],
  visit: {
    podSpec(pod, { index, options, report }) {
      const account = index.find('ServiceAccount', pod.object.namespace, accountOf(pod))
      if ((pod.value.imagePullSecrets ?? []).length > 0 || (account?.value.imagePullSecrets ?? []).length > 0) return
      const images = pod.containers.flatMap(({ value }) => (value.image === undefined ? [] : [parseImage(value.image)]))
      const registries = new Set(images.flatMap((image) => (typeof image === 'string' || options.public.includes(image.registry) ? [] : [image.registry])))
      if (registries.size > 0) report(pod.at('imagePullSecrets'), `The pod has no imagePullSecrets for images of ${[...registries].sort().join(' and ')}`)
    },
  },
})
