import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Fixer, OffsetEdit } from '../../engine/fixer.ts'
import type { KubernetesObject } from '../../model/object.ts'
import { atKey, placeOf, type Place } from '../../model/place.ts'
import { Flag, Kind, type Tape } from '../../parser/tape.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow fields of `kustomization.yaml` that Kustomize has given up.',
  why: 'Kustomize warns about them in every build, and a future version no longer reads them.',
  howToFix:
    'Write the new field. `--fix` does it where the meaning stays the same: not for `vars`, which `replacements` do differently, not for a field that is there beside its successor, and not for `patchesJson6902` together with labels, prefixes or a namespace, which are applied before it and after `patches`.',
  references: ['https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/', 'https://github.com/kubernetes-sigs/kustomize/blob/master/api/types/kustomization.go'],
  peers: {},
  fixable: 'safe',
  bad: [
    {
      title: 'fields of older versions',
      yaml: yaml`
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        bases: # ✖ bases is deprecated: it is "resources" now
          - ../base
        commonLabels: # ✖ commonLabels is deprecated: it is "labels" with "includeSelectors: true" now
          app: web
          team: shop
        patchesStrategicMerge: # ✖ patchesStrategicMerge is deprecated: it is "patches" with a "path" now
          - replicas.yaml
          - |-
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
        imageTags: # ✖ imageTags is deprecated: it is "images" now
          - name: example.com/web
            newTag: "1.2"
        configMapGenerator:
          - name: settings
            env: settings.env # ✖ env is deprecated: it is a list "envs" now
      `,
      fixed: yaml`
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
          - ../base
        labels:
          - includeSelectors: true
            pairs:
              app: web
              team: shop
        patches:
          - path: replicas.yaml
          - patch: |-
              apiVersion: apps/v1
              kind: Deployment
              metadata:
                name: web
        images:
          - name: example.com/web
            newTag: "1.2"
        configMapGenerator:
          - name: settings
            envs: [settings.env]
      `,
    },
    {
      title: 'JSON patches',
      yaml: yaml`
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
          - deployment.yaml
        patchesJson6902: # ✖ patchesJson6902 is deprecated: it is "patches" now
          - path: patch.yaml
            target:
              kind: Deployment
              name: web
      `,
      fixed: yaml`
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
          - deployment.yaml
        patches:
          - path: patch.yaml
            target:
              kind: Deployment
              name: web
      `,
    },
    {
      title: 'variables',
      yaml: yaml`
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
          - deployment.yaml
        vars: # ✖ vars is deprecated: "replacements" do the same now
          - name: HOST
            objref:
              apiVersion: v1
              kind: Service
              name: web
      `,
    },
  ],
  good: [
    {
      title: 'fields of today',
      yaml: yaml`
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
          - ../base
        labels:
          - includeSelectors: true
            pairs:
              app: web
        patches:
          - path: replicas.yaml
      `,
    },
  ],
  visit: {
    kustomization({ object }, { report }) {
      const { tape, root } = object
      for (const [field, { instead, fix }] of DEPRECATED) {
        const node = tape.find(root, field)
        if (node === -1 || tape.isNull(node)) continue
        const place = atKey(placeOf(object, node))
        report(place, `${field} is deprecated: ${instead}`, fix === undefined ? undefined : (fixer) => fix(place, fixer, object))
      }
      for (const field of ['configMapGenerator', 'secretGenerator']) {
        const list = tape.find(root, field)
        if (list === -1 || !tape.isSequence(list)) continue
        for (let item = list + 1; item < tape.next(list); item = tape.next(item)) {
          const node = tape.find(item, 'env')
          if (node === -1 || tape.isNull(node)) continue
          const place = atKey(placeOf(object, node))
          report(place, 'env is deprecated: it is a list "envs" now', (fixer) => (isOnlyOne(tape, item) && isInline(tape, node) ? fixer.replaceField(place, `${fixer.isJson(place) ? '"envs"' : 'envs'}: [${tape.source(node)}]`) : undefined))
        }
      }
    },
  },
})

/** Whether a generator names such files once. */
function isOnlyOne(tape: Tape, generator: number): boolean {
  let count = 0
  for (let key = generator + 1; key < tape.next(generator); key = tape.next(key + 1)) if (/^envs?$/.test(tape.key(key))) count++
  return count === 1
}

interface Successor {
  /** Ends the message. */
  instead: string
  fix?: (place: Place, fixer: Fixer, object: KubernetesObject) => OffsetEdit | undefined
}

/** What is applied between `patches` and `patchesJson6902`. */
const BETWEEN = ['namespace', 'namePrefix', 'nameSuffix', 'labels', 'commonLabels', 'commonAnnotations'] as const

const DEPRECATED: ReadonlyMap<string, Successor> = new Map(Object.entries<Successor>({
  bases: { instead: 'it is "resources" now', fix: (place, fixer) => fixer.renameKey(place, 'resources') },
  imageTags: { instead: 'it is "images" now', fix: (place, fixer) => fixer.renameKey(place, 'images') },
  commonLabels: { instead: 'it is "labels" with "includeSelectors: true" now', fix: labelsFor },
  patchesStrategicMerge: { instead: 'it is "patches" with a "path" now', fix: patchesFor },
  patchesJson6902: {
    instead: 'it is "patches" now',
    fix: (place, fixer, { tape, root }) => ([...BETWEEN, 'patchesStrategicMerge'].some((field) => tape.find(root, field) !== -1) ? undefined : fixer.renameKey(place, 'patches')),
  },
  helmChartInflationGenerator: { instead: 'it is "helmCharts" now' },
  vars: { instead: '"replacements" do the same now' },
}))

const isInline = (tape: Tape, node: number): boolean => tape.isScalar(node) && (tape.kind(node) === Kind.plain || tape.kind(node) === Kind.singleQuoted || tape.kind(node) === Kind.doubleQuoted)

function labelsFor(place: Place, fixer: Fixer, { tape, root }: KubernetesObject): OffsetEdit | undefined {
  const { node } = place
  if (hasOddBreak(tape, place) || tape.find(root, 'labels') !== -1 || !tape.isMap(node) || tape.count(node) === 0 || tape.has(root, Flag.flow)) return undefined
  const head = 'labels:\n  - includeSelectors: true\n    pairs:'
  if (tape.has(node, Flag.flow)) return fixer.replaceField(place, `${head} ${tape.source(node)}`)
  const between = tape.text.slice(tape.end(place.key), tape.start(node))
  const margin = columnOf(tape.text, tape.start(node))
  if (!/^: *(?:#[^\n]*)?\n/.test(between) || /&/.test(between) || hasExplicitKey(tape, node)) return undefined
  return fixer.replaceField(place, `${head}${indented(between.slice(1, between.lastIndexOf('\n')), 6 - margin)}\n${' '.repeat(6)}${indented(tape.source(node), 6 - margin)}`)
}

/** Lines that end in another character than a line feed are not moved along. */
const hasOddBreak = (tape: Tape, { key, node }: Place): boolean => /\r(?!\n)|[\x85\u2028\u2029]/.test(tape.text.slice(tape.start(key), tape.end(node)))

/** `? app` */
function hasExplicitKey(tape: Tape, map: number): boolean {
  for (let key = map + 1; key < tape.next(map); key = tape.next(key + 1)) if (/\?\s*$/.test(tape.text.slice(tape.text.lastIndexOf('\n', tape.start(key)) + 1, tape.start(key)))) return true
  return false
}

function patchesFor(place: Place, fixer: Fixer, { tape, root }: KubernetesObject): OffsetEdit | undefined {
  const { node, key } = place
  if (hasOddBreak(tape, place) || tape.find(root, 'patches') !== -1 || !tape.isSequence(node) || tape.count(node) === 0 || tape.has(node, Flag.flow) || tape.has(root, Flag.flow)) return undefined
  let text = ''
  let at = tape.end(key)
  for (let item = node + 1; item < tape.next(node); item = tape.next(item)) {
    const written = tape.scalar(item)
    if (!tape.isScalar(item) || typeof written !== 'string') return undefined
    const isPatch = written.includes('\n') || /^\s*[{[]/.test(written)
    const isBlock = tape.kind(item) === Kind.literal || tape.kind(item) === Kind.folded
    // Of a block, the lines move along with its new key, unless it says how far they are indented.
    if (isPatch && !isBlock) return undefined
    if (isBlock && (!isPatch || /^[|>][+-]?\d/.test(tape.source(item)))) return undefined
    text += `${tape.text.slice(at, tape.start(item))}${isPatch ? 'patch' : 'path'}: ${isBlock ? indented(tape.source(item), 2) : tape.source(item)}`
    at = tape.end(item)
  }
  // Items in the column of their key are items of it, too.
  return /&|!/.test(tape.text.slice(tape.end(key), tape.start(node))) ? undefined : fixer.replaceField(place, `patches${text}`)
}

const columnOf = (text: string, at: number): number => at - text.lastIndexOf('\n', at - 1) - 1

/** All lines but the first one moved to the right, or to the left. */
function indented(text: string, by: number): string {
  const [first, ...rest] = text.split('\n')
  return [first, ...rest.map((line) => (line.trim() === '' ? line : by > 0 ? ' '.repeat(by) + line : line.slice(0, -by).trim() === '' ? line.slice(-by) : line))].join('\n')
}
