import { defineRule, yaml } from '../../engine/define-rule.ts'
import { twinOptions } from '../../engine/reference-rule.ts'
import { twins, type Candidate, type TwinScope } from '../../model/twins.ts'
import type { Context } from '../../engine/visitors.ts'
import type { ObjectMeta } from '../../model/kinds.ts'
import type { Step } from '../../model/field-path.ts'
import type { KubernetesObject } from '../../model/object.ts'
import type { Place } from '../../model/place.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow two default classes of storage or Ingress.',
  why: 'Which of two StorageClasses a claim gets depends on their age, and with two default IngressClasses no Ingress without a class is accepted.',
  howToFix: 'Annotate only one class with `is-default-class: "true"`.',
  references: ['https://kubernetes.io/docs/concepts/storage/storage-classes/#default-storageclass', 'https://kubernetes.io/docs/concepts/services-networking/ingress/#default-ingress-class'],
  peers: { kubevious: ['multiple-default-ingress-classes'] },
  crossObject: true,
  needsSeveral: true,
  options: twinOptions('unit'),
  bad: [
    {
      title: 'two default StorageClasses',
      yaml: yaml`
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: fast
          annotations:
            storageclass.kubernetes.io/is-default-class: "true"
        provisioner: example.com/disk
        ---
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: slow
          annotations:
            storageclass.kubernetes.io/is-default-class: "true" # ✖ StorageClass "fast" is also the default
        provisioner: example.com/disk
      `,
    },
  ],
  good: [
    {
      title: 'one default',
      yaml: yaml`
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: fast
          annotations:
            storageclass.kubernetes.io/is-default-class: "true"
        provisioner: example.com/disk
        ---
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: slow
          annotations:
            storageclass.kubernetes.io/is-default-class: "false"
        provisioner: example.com/disk
      `,
    },
  ],
  visit: {
    IngressClass: visit,
    StorageClass: visit,
  },
})

type Class = Pick<KubernetesObject, 'kind' | 'name' | 'label' | 'source'> & { readonly at: unknown; readonly value: { readonly metadata?: ObjectMeta | undefined } }

const NAMES: ReadonlyMap<string, string> = new Map([
  ['IngressClass', 'ingressclass.kubernetes.io/is-default-class'],
  ['StorageClass', 'storageclass.kubernetes.io/is-default-class'],
])

function visit(item: Class, { index, options, report }: Context<{ references: string }>): void {
  const own = candidate(item)
  if (own === undefined) return
  const all = () => [...index.ofKind('IngressClass'), ...index.ofKind('StorageClass')].flatMap((each) => candidate(each) ?? [])
  const first = twins(index, 'default classes', options.references as TwinScope, all).firstOf(own)
  if (first === undefined || first.name === item.name) return
  report(annotation(item), `${first.kind} "${first.name}" is also the default`, undefined, { related: [{ place: annotation(first), message: first.label }] })
}

const annotation = (item: Class): Place => (item.at as (...steps: Step[]) => Place)('metadata', 'annotations', NAMES.get(item.kind)!)

const candidate = (item: Class): Candidate<Class> | undefined =>
  item.value.metadata?.annotations?.[NAMES.get(item.kind)!] === 'true' ? { id: item.kind, file: item.source.file, item } : undefined
