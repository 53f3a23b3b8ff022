import { defineRule, yaml } from '../../engine/define-rule.ts'
import { parseImage } from '../../formats/image.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow containers in a Job that never end.',
  why: 'A Job is complete when all its containers have ended. Beside a proxy or log shipper that goes on, the work is done and the Job runs for ever.',
  howToFix: 'Make it a sidecar, which ends with the others: move it to `initContainers` and give it `restartPolicy: Always` (since Kubernetes 1.29).',
  references: ['https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#jobs-with-sidecar-containers'],
  peers: {},
  options: {
    images: { default: ['istio/proxyv2', 'linkerd/proxy', 'cloudsql-docker/gce-proxy', 'cloud-sql-connectors/cloud-sql-proxy', 'envoyproxy/envoy', 'fluent/fluent-bit', 'fluent/fluentd', 'otel/opentelemetry-collector', 'otel/opentelemetry-collector-contrib', 'grafana/promtail', 'grafana/alloy', 'hashicorp/vault-agent', 'datadog/agent'], description: 'The ends of repositories whose programs never end by themselves.' },
  },
  bad: [
    {
      title: 'a proxy that goes on',
      yaml: yaml`
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: report
        spec:
          schedule: 0 3 * * *
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: OnFailure
                  containers:
                    - name: report
                      image: example.com/report:1.0
                    - name: proxy # ✖ Container "proxy" never ends, so the Job is never complete
                      image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
      `,
    },
  ],
  good: [
    {
      title: 'a sidecar',
      yaml: yaml`
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: report
        spec:
          schedule: 0 3 * * *
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: OnFailure
                  initContainers:
                    - name: proxy
                      image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
                      restartPolicy: Always
                  containers:
                    - name: report
                      image: example.com/report:1.0
      `,
    },
  ],
  visit: {
    container({ at, name, pod, role, value }, { options, report }) {
      // Alone in its Job it is what the Job is about, and with a command of its own it may be anything.
      if (!['Job', 'CronJob'].includes(pod.object.kind) || role !== 'main' || value.command !== undefined || (pod.value.containers ?? []).length < 2) return
      const image = parseImage(value.image ?? '')
      if (typeof image !== 'string' && options.images.some((end) => `/${image.repository}`.endsWith(`/${end}`))) report(at(), `Container "${name}" never ends, so the Job is never complete`)
    },
  },
})
