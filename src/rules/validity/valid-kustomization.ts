import { defineRule, yaml } from '../../engine/define-rule.ts'
import { described, reportUnknownField, reportWrongType } from '../../engine/untyped-fields.ts'
import type { Context } from '../../engine/visitors.ts'
import { fieldsOf, KUSTOMIZE_VALUES, type KustomizeField } from '../../model/kustomization-types.ts'
import { appendStep } from '../../model/field-path.ts'
import { nearest } from '../../model/nearest.ts'
import { textOf, textAt } from '../../model/node-values.ts'
import { atKey, placeOf, type Place } from '../../model/place.ts'
import type { KubernetesObject } from '../../model/object.ts'
import type { Tape } from '../../parser/tape.ts'

export default defineRule({
  severity: 'error',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Require a `kustomization.yaml` that Kustomize can read.',
  why: 'Kustomize reads its file strictly: one unknown field, or a number where a string belongs, and it builds nothing.',
  howToFix: 'Write the field as Kustomize knows it. Values such as tags and labels are strings: put numbers in quotes.',
  references: ['https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/'],
  peers: {},
  fixable: 'unsafe',
  bad: [
    {
      title: 'misspelled fields',
      yaml: yaml`
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resource: # ✖ Unknown field "resource", did you mean "resources"?
          - deployment.yaml
        images:
          - name: example.com/web
            tag: "1.2" # ✖ Unknown field "tag", did you mean "newTag"?
      `,
      fixed: yaml`
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
          - deployment.yaml
        images:
          - name: example.com/web
            newTag: "1.2"
      `,
    },
    {
      title: 'a number where a string belongs',
      yaml: yaml`
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
          - deployment.yaml
        images:
          - name: example.com/web
            newTag: 1.10 # ✖ newTag is the number 1.10, must be a string: add quotes
        commonAnnotations:
          oncall: true # ✖ commonAnnotations[oncall] is the boolean true, must be a string: add quotes
      `,
      fixed: yaml`
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
          - deployment.yaml
        images:
          - name: example.com/web
            newTag: "1.10"
        commonAnnotations:
          oncall: "true"
      `,
    },
    {
      title: 'a patch without a patch',
      yaml: yaml`
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
          - deployment.yaml
        patches:
          - target: # ✖ patches[0] has neither path nor patch
              kind: Deployment
      `,
    },
  ],
  good: [
    {
      title: 'fields that there are',
      yaml: yaml`
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
          - deployment.yaml
        images:
          - name: example.com/web
            newTag: "1.2"
      `,
    },
  ],
  visit: {
    kustomization({ object, isComponent }, context) {
      if (!isMisnamed(object, isComponent, context)) checkFields(object, object.root, 'Kustomization', context)
    },
  },
})

/** A wrong version or kind: what holds of its fields is not known then. */
function isMisnamed(object: KubernetesObject, isComponent: boolean, { report }: Context): boolean {
  const { tape, root } = object
  const wanted = { apiVersion: `kustomize.config.k8s.io/${isComponent ? 'v1alpha1' : 'v1beta1'}`, kind: 'Kustomization' }
  const kind = textAt(tape, root, 'kind')
  if (kind !== undefined && kind !== 'Kustomization' && kind !== 'Component') {
    report(placeOf(object, tape.find(root, 'kind')), `kind is "${kind}", must be "Kustomization" or "Component"`)
    return true
  }
  const version = textAt(tape, root, 'apiVersion')
  if (version === undefined || version === '' || version === wanted.apiVersion) return false
  const place = placeOf(object, tape.find(root, 'apiVersion'))
  report(place, `apiVersion of a ${kind ?? 'Kustomization'} is "${version}", must be "${wanted.apiVersion}"`, (fixer) => fixer.replaceText(place, wanted.apiVersion))
  return false
}

function checkFields(object: KubernetesObject, map: number, type: string, context: Context): void {
  const { tape } = object
  const fields = fieldsOf(type)!
  for (let key = map + 1; key < tape.next(map); key = tape.next(key + 1)) {
    const name = tape.key(key)
    const field = fields.get(name.toLowerCase())
    if (field === undefined) reportUnknown(object, map, key, type, context)
    else if (!tape.isNull(key + 1)) checkValue(object, key + 1, field, `${type}.${field.name}`, context)
  }
}

function reportUnknown(object: KubernetesObject, map: number, key: number, type: string, context: Context): void {
  const { tape } = object
  const name = tape.key(key)
  const fields = [...fieldsOf(type)!.values()]
  const free = fields.filter((field) => tape.find(map, field.name) === -1).map((field) => field.name)
  const meant = MEANT.get(`${type}.${name}`) ?? nearest(name, free)
  reportUnknownField(context, object, key, meant === undefined || !free.includes(meant) ? undefined : meant)
}

/** What people write who know another tool, or another version. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['Image.tag', 'newTag'],
  ['Image.newDigest', 'digest'],
  ['Image.image', 'name'],
  ['Replica.replicas', 'count'],
  ['ConfigMapArgs.file', 'files'],
  ['SecretArgs.file', 'files'],
])

function checkValue(object: KubernetesObject, node: number, field: KustomizeField, path: string, context: Context): void {
  const { tape } = object
  if (!field.isList) {
    checkOne(object, node, field.type, path, context)
    return
  }
  if (!tape.isSequence(node)) {
    context.report(placeOf(object, node), `${field.name} is ${described(tape, node)}, must be a list`)
    return
  }
  for (let item = node + 1; item < tape.next(node); item = tape.next(item)) if (!tape.isNull(item)) checkOne(object, item, field.type, path, context)
}

function checkOne(object: KubernetesObject, node: number, type: string, path: string, context: Context): void {
  const { tape } = object
  const place = placeOf(object, node)
  const name = shortName(place)
  const isRight = () => {
    if (fieldsOf(type) !== undefined || type === 'm' || type === 'a') return tape.isMap(node)
    if (!tape.isScalar(node)) return false
    const value = tape.scalar(node)
    return type === 's' ? typeof value === 'string' : type === 'b' ? typeof value === 'boolean' : (typeof value === 'number' && Number.isInteger(value)) || typeof value === 'bigint'
  }
  // What is filled in later may become anything.
  if (!isRight()) {
    if (!tape.isScalar(node) || !/\$\{|\{\{/.test(tape.source(node))) reportWrongType(context, place, name, wantedType(type))
    return
  }
  if (type === 'm') checkStrings(object, node, context)
  else if (type !== 'a' && tape.isMap(node)) checkMap(object, node, type, place, name, context)
  const values = KUSTOMIZE_VALUES.get(path)
  const value = textOf(tape, node)
  if (values === undefined || value === undefined || values.includes(value) || value === '') return
  const meant = nearest(value, values)
  // Of a behavior that it does not know, Kustomize takes no notice.
  context.report(place, `${name} is "${value}", must be ${values.slice(0, -1).map(quoted).join(', ')} or ${quoted(values.at(-1)!)}${meant === undefined ? '' : `; did you mean "${meant}"?`}`, meant === undefined ? undefined : (fixer) => fixer.replaceText(place, meant), path.endsWith('.behavior') ? { severity: 'warning' } : undefined)
}

function checkMap(object: KubernetesObject, map: number, type: string, place: Place, name: string, context: Context): void {
  const { tape } = object
  checkFields(object, map, type, context)
  const has = (field: string) => tape.find(map, field) !== -1 && !tape.isNull(tape.find(map, field))
  if (type === 'Patch' && !has('path') && !has('patch')) {
    // Of a patch that is misspelled, the field is the finding.
    if (hasOnlyKnown(tape, map, type)) context.report(place, `${name} has neither path nor patch`)
  } else if (type === 'Patch' && has('path') && has('patch') && textAt(tape, map, 'patch') !== '') context.report(atKey(placeOf(object, tape.find(map, 'patch'))), `${name} has both path and patch, of which Kustomize takes one`)
}

function hasOnlyKnown(tape: Tape, map: number, type: string): boolean {
  for (let key = map + 1; key < tape.next(map); key = tape.next(key + 1)) if (!fieldsOf(type)!.has(tape.key(key).toLowerCase())) return false
  return true
}

/** A map of strings. */
function checkStrings(object: KubernetesObject, map: number, context: Context): void {
  const { tape } = object
  for (let key = map + 1; key < tape.next(map); key = tape.next(key + 1)) {
    const node = key + 1
    if (tape.isNull(node) || (tape.isScalar(node) && typeof tape.scalar(node) === 'string') || /\$\{|\{\{/.test(tape.source(node))) continue
    const place = placeOf(object, node)
    reportWrongType(context, place, shortName(place, 2), 'a string')
  }
}

const wantedType = (type: string): string => (type === 's' ? 'a string' : type === 'b' ? 'a boolean' : type === 'i' ? 'an integer' : 'a map')

/** The last steps of a path: `patches[0]`, `newTag`, `commonLabels[app]`. */
function shortName({ path, tape, key }: Place, steps = 1): string {
  if (steps === 1) return path.slice(path.lastIndexOf('.') + 1)
  const name = tape.key(key)
  const above = path.slice(0, path.length - appendStep('x', name).length + 1)
  return `${above.slice(above.lastIndexOf('.') + 1)}[${name}]`
}

const quoted = (text: string): string => `"${text}"`
