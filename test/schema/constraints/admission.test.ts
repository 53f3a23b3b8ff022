/** What the admission of every cluster refuses. */
import { expect, test } from 'vitest'
import { lintText } from '../../lint-text.ts'

async function found(text: string): Promise<string[]> {
  const { diagnostics } = await lintText(text, { rules: ['valid-pod', 'valid-certificate-signing-request'] })
  return diagnostics.map(({ path, code, severity }) => `${path} ${code ?? severity}`).sort()
}

const pod = (spec: string, annotations = '') => `{apiVersion: v1, kind: Pod, metadata: {name: web, annotations: {${annotations}}}, spec: {containers: [{name: app, image: a}], ${spec}}}`

test('priorities', async () => {
  expect(await found(pod('priorityClassName: system-node-critical, priority: 2000001000'))).toEqual([])
  expect(await found(pod('priorityClassName: system-cluster-critical, priority: 0, preemptionPolicy: Never'))).toEqual(['spec.preemptionPolicy Forbidden', 'spec.priority Forbidden'])
  // A class of the cluster may say so.
  expect(await found(pod('priorityClassName: mine, priority: 7, preemptionPolicy: Never'))).toEqual([])
  expect(await found(pod('priority: 7'))).toEqual(['spec.priority warning'])
  expect(await found(pod('priority: 0, preemptionPolicy: PreemptLowerPriority'))).toEqual([])
})

test('overhead', async () => {
  expect(await found(pod('overhead: {}'))).toEqual(['spec.overhead Forbidden'])
  expect(await found(pod('overhead: {cpu: 1}, runtimeClassName: kata'))).toEqual([])
})

test('mirror pods know nothing of the cluster', async () => {
  const spec = 'nodeName: a, serviceAccountName: web, volumes: [{name: a, secret: {secretName: a}}, {name: b, projected: {sources: [{serviceAccountToken: {path: a}}]}}], imagePullSecrets: [{name: a}]'
  expect(await found(pod(spec))).toEqual([])
  expect(await found(pod(spec, 'kubernetes.io/config.mirror: a'))).toEqual([
    'spec.imagePullSecrets Forbidden', 'spec.serviceAccountName Forbidden', 'spec.volumes[0].secret Forbidden', 'spec.volumes[1].projected.sources[0].serviceAccountToken Forbidden',
  ])
})

test('nobody becomes a master by a certificate of the API server', async () => {
  const text = (signer: string) => `{apiVersion: certificates.k8s.io/v1, kind: CertificateSigningRequest, metadata: {name: a}, spec: {usages: [client auth], signerName: ${signer}, request: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlIeE1JR1lBZ0VBTURZeEZ6QVZCZ05WQkFvTURuTjVjM1JsYlRwdFlYTjBaWEp6TVF3d0NnWURWUVFLREFOawpaWFl4RFRBTEJnTlZCQU1NQkdwaGJtVXdXVEFUQmdjcWhrak9QUUlCQmdncWhrak9QUU1CQndOQ0FBUWw1WkFrCm1IeHJKbXF5dmVidVV3NktXZmRkdy9kQ21DaXBDQzM4VVZDUUwyUzBoeC9qckNuMllORWc2VzdwRlhUODFWUnkKZk5TNy85YzNSRHE4ZElpMG9BQXdDZ1lJS29aSXpqMEVBd0lEU0FBd1JRSWhBTVNkRlRGNG10TmxpVDRrSDQ0TwpNYVpta2hueVB4Tldpd3JNemtNRGlLZnlBaUJBNnYrdVErcFJhODZzT2ZEY3ZVWXhVTUtYWnZObWpuOSs4VDFGCkEwcGlIQT09Ci0tLS0tRU5EIENFUlRJRklDQVRFIFJFUVVFU1QtLS0tLQo=}}`
  expect(await found(text('kubernetes.io/kube-apiserver-client'))).toEqual(['spec.request Forbidden'])
  expect(await found(text('example.com/client'))).toEqual([])
})
