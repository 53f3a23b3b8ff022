import { defineRule, yaml } from '../../engine/define-rule.ts'
import { parseImage } from '../../formats/image.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow Tiller, the server of Helm 2.',
  why: 'It does what anybody in the cluster asks it to, with rights to everything, and has had no fixes since November 2020.',
  howToFix: 'Move to Helm 3, which needs no server, with the plugin helm-2to3, and delete Tiller.',
  references: ['https://helm.sh/docs/topics/v2_v3_migration/'],
  peers: {
    trivy: ['KSV-0102'],
    checkov: ['CKV_K8S_34', 'CKV_K8S_44', 'CKV_K8S_45'],
    kics: ['Tiller (Helm v2) Is Deployed', 'Tiller Service Is Not Deleted', 'Tiller Deployment Is Accessible From Within The Cluster'],
    kyverno: ['disallow-helm-tiller'],
  },
  bad: [
    {
      title: 'its image',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: helm
        spec:
          containers:
            - name: app
              image: ghcr.io/helm/tiller:v2.17.0 # ✖ Container "app" is Tiller, the server of Helm 2
      `,
    },
    {
      title: 'its Service',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: tiller-deploy
        spec:
          selector:
            app: helm
            name: tiller # ✖ Service "tiller-deploy" leads to Tiller, the server of Helm 2
          ports:
            - port: 44134
      `,
    },
  ],
  good: [
    {
      title: 'something else of Helm',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: exporter
        spec:
          containers:
            - name: app
              image: example.com/tiller-exporter:1.0
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      const image = parseImage(container.value.image ?? '')
      if (typeof image !== 'string' && /(?:^|\/)tiller$/.test(image.repository)) report(container.at('image'), `Container "${container.name}" is Tiller, the server of Helm 2`)
    },
    podSpec(pod, { report }) {
      // By its labels, when the image has another name.
      const { app, name } = pod.labels
      if (pod.containers.some((container) => container.value.image?.includes('tiller'))) return
    if (app === 'helm' && name === 'tiller') report(pod.atMetadata('labels', 'name'), 'The pod is Tiller, the server of Helm 2')
    else if (/^tiller(?:-deploy)?$/.test(pod.object.name)) report(pod.object.at('metadata', 'name'), 'The pod is Tiller, the server of Helm 2')
    },
    Service(service, { report }) {
      const { selector = {} } = service.value.spec ?? {}
      if (selector['name'] === 'tiller' && selector['app'] === 'helm') report(service.at('spec', 'selector', 'name'), `Service "${service.name}" leads to Tiller, the server of Helm 2`)
      else if (service.name === 'tiller-deploy') report(service.at('metadata', 'name'), 'Service "tiller-deploy" leads to Tiller, the server of Helm 2')
    },
  },
})
