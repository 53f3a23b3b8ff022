import { yaml } from '../../../engine/define-rule.ts'
import { dns1035Label, dnsSubdomain } from '../../../formats/names.ts'
import type { Loose } from '../../../model/kinds.ts'
import type { Step } from '../../../model/field-path.ts'
import type { Tape } from '../../../parser/tape.ts'
import { checkedElsewhere, constraints, format, on, oneOf, required, type ErrorType, type TypeCheckContext } from '../../constraints.ts'
import { printedWay, SchemaReader } from '../../crd/schema-node.ts'
import { schemaWarnings } from '../../crd/schema-warnings.ts'
import { selectedType } from '../../crd/selectable-field.ts'
import { StructuralSchema } from '../../crd/structural-schema.ts'
import { anyOf, mustBe } from '../../sentence.ts'
import { checkWebhookClientConfig, type WebhookClientConfig } from '../../webhook-client-config.ts'

type Names = Loose<{
  plural: string
  singular: string
  kind: string
  listKind: string
  shortNames: string[]
  categories: string[]
}>

type Conversion = Loose<{
  strategy: string
  webhook: { clientConfig: WebhookClientConfig; conversionReviewVersions: string[] }
}>

type Column = Loose<{
  name: string
  type: string
  format: string
  jsonPath: string
}>

type Scale = Loose<{
  specReplicasPath: string
  statusReplicasPath: string
  labelSelectorPath: string
}>

type Version = Loose<{
  name: string
  storage: boolean
  deprecated: boolean
  deprecationWarning: string
}>

const APPROVAL = 'api-approved.kubernetes.io'
const COLUMN_TYPES = ['integer', 'number', 'string', 'boolean', 'date']
const COLUMN_FORMATS = ['int32', 'int64', 'float', 'double', 'byte', 'date', 'date-time', 'password']
const MOST_SELECTABLE = 8

function checkNames({ plural = '', singular, kind = '', listKind, shortNames = [], categories = [] }: Names, { path, report }: TypeCheckContext): void {
  const judge = (steps: readonly Step[], name: string, printed = steps) => {
    for (const reason of dns1035Label(name) ?? []) report(steps, 'Invalid', reason, { path: `${path}${printedWay(printed)}` })
  }
  // Those that are not there are made of the kind, and then as wrong as that.
  const made = [singular ?? '', listKind ?? ''].flatMap((name, index) => (name === '' ? [index === 0 ? 'singular' : 'listKind'] : []))
  if (plural === '') report(['plural'], 'Required', 'is required')
  else judge(['plural'], plural)
  if (kind === '') {
    report(['kind'], 'Required', 'is required')
    for (const field of made) report(['kind'], 'Required', 'is required', { path: `${path}.${field}`, echo: true })
  } else {
    judge(['kind'], kind.toLowerCase())
    for (const [reason] of [dns1035Label(kind.toLowerCase()) ?? []]) if (reason !== undefined) for (const field of made) report(['kind'], 'Invalid', reason, { path: `${path}.${field}`, echo: true })
  }
  if (kind !== '' && (listKind ?? '') === '' && dns1035Label(kind.toLowerCase()) === undefined) judge(['kind'], `${kind.toLowerCase()}list`, ['listKind'])
  // What is made of the kind is wrong where that is.
  if ((singular ?? '') !== '') judge(['singular'], singular!)
  if ((listKind ?? '') !== '') judge(['listKind'], listKind!.toLowerCase())
  if (kind !== '' && listKind === kind) report(['listKind'], 'Invalid', 'must not equal the kind')
  for (const [index, name] of shortNames.entries()) judge(['shortNames', index], name)
  for (const [index, name] of categories.entries()) judge(['categories', index], name)
}

function checkConversion({ strategy = '', webhook }: Conversion, { path, report }: TypeCheckContext): void {
  const versions = webhook?.conversionReviewVersions ?? []
  const printed = { config: `${path}.webhookClientConfig`, versions: `${path}.conversionReviewVersions` }
  const VERSIONS = ['webhook', 'conversionReviewVersions']
  if (strategy === '') report(['strategy'], 'Required', 'is required')
  else if (strategy !== 'None' && strategy !== 'Webhook') report(['strategy'], 'NotSupported', mustBe(['None', 'Webhook'], strategy))
  if (strategy !== 'Webhook') {
    if (webhook?.clientConfig !== undefined) report(['webhook', 'clientConfig'], 'Forbidden', 'cannot be set without the strategy "Webhook"', { path: printed.config })
    if (versions.length > 0) report(VERSIONS, 'Forbidden', 'cannot be set without the strategy "Webhook"', { path: printed.versions })
    return
  }
  if (webhook?.clientConfig === undefined) report(['webhook', 'clientConfig'], 'Required', 'is required for the strategy "Webhook"', { path: printed.config })
  else checkWebhookClientConfig(webhook.clientConfig, ['webhook', 'clientConfig'], printed.config, { report })
  if (versions.length === 0) report(VERSIONS, 'Required', 'is required for the strategy "Webhook"', { path: printed.versions })
  const seen = new Set<string>()
  for (const [index, version] of versions.entries()) {
    const at = { path: `${printed.versions}[${index}]` }
    if (seen.has(version)) report([...VERSIONS, index], 'Invalid', 'is listed twice', at)
    seen.add(version)
    for (const reason of dns1035Label(version) ?? []) report([...VERSIONS, index], 'Invalid', reason, at)
  }
  if (versions.length > 0 && !versions.some((version) => version === 'v1' || version === 'v1beta1')) report(VERSIONS, 'Invalid', 'must include "v1" or "v1beta1", or the API server cannot talk to the webhook', { path: printed.versions })
}

/** A path of the custom resource below some of its fields. */
function checkPath(path: string, roots: readonly string[]): string | undefined {
  if (!path.startsWith('.')) return 'must begin with "."'
  return roots.some((root) => path.startsWith(`.${root}.`)) ? undefined : `must lead to a field below ${anyOf(roots.map((root) => `".${root}"`))}`
}

/** Whether two nodes hold the same, written alike and in the same order; -1 stands for nothing. */
function isSame(tape: Tape, a: number, b: number): boolean {
  if (a === -1 || b === -1) return a === b
  const length = tape.next(a) - a
  if (tape.next(b) - b !== length) return false
  for (let at = 0; at < length; at++) {
    const [one, other] = [a + at, b + at]
    if (tape.isScalar(one) !== tape.isScalar(other) || tape.isMap(one) !== tape.isMap(other)) return false
    if (tape.isScalar(one) ? tape.source(one) !== tape.source(other) : tape.count(one) !== tape.count(other)) return false
  }
  return true
}

/** All versions of a definition, in its spec on the tape. */
class Versions {
  private readonly reader: SchemaReader
  private readonly context: TypeCheckContext
  private readonly all: readonly number[]

  constructor(tape: Tape, spec: number, context: TypeCheckContext) {
    this.reader = new SchemaReader(tape)
    this.context = context
    this.all = this.reader.items(this.reader.keywords(spec), 'versions')
  }

  check(): void {
    const { tape } = this.reader
    this.checkVersions()
    for (const [index, version] of this.all.entries()) {
      this.reader.isUnclear = false
      const keywords = this.reader.keywords(version)
      const schema = this.reader.schema(this.reader.keywords(this.reader.schema(keywords, 'schema')), 'openAPIV3Schema')
      const subresources = this.reader.keywords(this.reader.schema(keywords, 'subresources'))
      this.checkSchema(index, schema, subresources.has('status'))
      const scale = subresources.get('scale')
      if (scale !== undefined && tape.isMap(scale)) this.checkScale(index, tape.toJS(scale) as Scale)
      for (const [at, column] of this.reader.items(keywords, 'additionalPrinterColumns').entries()) if (tape.isMap(column) || tape.isNull(column)) this.checkColumn(index, at, (tape.toJS(column) ?? {}) as Column)
      this.checkSelectable(index, schema, this.reader.items(keywords, 'selectableFields'))
    }
  }

  private readonly report: TypeCheckContext['report'] = (...found) => {
    if (!this.reader.isUnclear) this.context.report(...found)
  }

  /** The server prints what all versions share where it was before there were several. */
  private printed(index: number, field: string, before: string): string {
    return this.isShared(field) ? `spec.${before}` : `spec.versions[${index}].${field}`
  }

  private readonly shared = new Map<string, boolean>()

  private isShared(field: string): boolean {
    const known = this.shared.get(field)
    if (known !== undefined) return known
    const { tape } = this.reader
    const [first, ...others] = this.all.map((version) => tape.find(version, field))
    const isShared = others.every((other) => isSame(tape, first!, other))
    this.shared.set(field, isShared)
    return isShared
  }

  /** Of what all versions share only the first is judged. */
  private reportIn(index: number, field: string, before: string): (steps: readonly Step[], code: ErrorType, message: string) => void {
    return (steps, code, message) => {
      if (index > 0 && this.isShared(field)) return
      this.report(['versions', index, field, ...steps], code, message, { path: `${this.printed(index, field, before)}${printedWay(steps)}` })
    }
  }

  private checkVersions(): void {
    const { report } = this
    const versions = this.all.map((version) => {
      const text = (name: string) => this.reader.text(this.reader.keywords(version), name)
      const flag = (name: string) => this.reader.flag(this.reader.keywords(version), name)
      return { name: text('name'), storage: flag('storage') === true, deprecated: flag('deprecated') === true, warning: this.reader.keywords(version).has('deprecationWarning') ? text('deprecationWarning') : undefined }
    })
    if (versions.filter(({ storage }) => storage).length !== 1) {
      report(['versions'], 'Invalid', 'must have exactly one version with "storage: true"')
      report(['versions'], 'Invalid', 'must have a version that is stored', { path: 'status.storedVersions', echo: true })
    }
    if (new Set(versions.map(({ name }) => name)).size < versions.length) report(['versions'], 'Invalid', 'must have versions of different names')
    for (const [index, { name, deprecated, warning }] of versions.entries()) {
      for (const reason of dns1035Label(name) ?? []) {
        report(['versions', index, 'name'], 'Invalid', reason)
        if (index === 0 && name !== '') report(['versions', index, 'name'], 'Invalid', reason, { path: 'spec.version', echo: true })
      }
      if (warning === undefined) continue
      if (!deprecated) report(['versions', index, 'deprecationWarning'], 'Invalid', 'cannot be set for a version that is not deprecated')
      else if (warning === '') report(['versions', index, 'deprecationWarning'], 'Invalid', 'must not be empty')
      else if (Buffer.byteLength(warning) > 256) report(['versions', index, 'deprecationWarning'], 'Invalid', 'must be at most 256 bytes')
      else if (/[^\P{C}]|[^ \P{Z}]/u.test(warning)) report(['versions', index, 'deprecationWarning'], 'Invalid', 'must consist of printable characters')
    }
  }

  private checkSchema(index: number, schema: number, isStatusOn: boolean): void {
    if (schema === -1) {
      this.report(['versions', index, 'schema', 'openAPIV3Schema'], 'Required', 'is required')
      return
    }
    if (index > 0 && this.isShared('schema')) return
    const { tape } = this.reader
    const { minor } = this.context
    new StructuralSchema(tape, minor, `${this.printed(index, 'schema', 'validation')}.openAPIV3Schema`, (from, steps, code, message, path, echo = false) => this.report(steps, code, message, { from, path, echo })).check(schema, isStatusOn)
    schemaWarnings(tape, schema, minor, (from, field, message) => this.context.warn([field], message, { from }))
  }

  private checkScale(index: number, scale: Scale): void {
    const report = this.reportIn(index, 'subresources', 'subresources')
    const roots = { specReplicasPath: ['spec'], statusReplicasPath: ['status'], labelSelectorPath: ['spec', 'status'] }
    for (const field of ['specReplicasPath', 'statusReplicasPath', 'labelSelectorPath'] as const) {
      const path = scale[field] ?? ''
      const reason = path === '' ? undefined : checkPath(path, roots[field])
      if (path === '' && field !== 'labelSelectorPath') report(['scale', field], 'Required', 'is required')
      else if (reason !== undefined) report(['scale', field], 'Invalid', reason)
    }
  }

  private checkColumn(index: number, at: number, { name = '', type = '', format: written = '', jsonPath = '' }: Column): void {
    const shown = this.reportIn(index, 'additionalPrinterColumns', 'additionalPrinterColumns')
    if (name === '') shown([at, 'name'], 'Required', 'is required')
    if (type === '') shown([at, 'type'], 'Required', 'is required')
    else if (!COLUMN_TYPES.includes(type)) shown([at, 'type'], 'Invalid', mustBe(COLUMN_TYPES, type))
    if (written !== '' && !COLUMN_FORMATS.includes(written)) shown([at, 'format'], 'Invalid', mustBe(COLUMN_FORMATS, written))
    const reason = jsonPath === '' ? 'is required' : jsonPath.startsWith('.') ? undefined : 'must begin with "."'
    if (reason === undefined || (index > 0 && this.isShared('additionalPrinterColumns'))) return
    this.report(['versions', index, 'additionalPrinterColumns', at, 'jsonPath'], jsonPath === '' ? 'Required' : 'Invalid', reason, { path: `${this.printed(index, 'additionalPrinterColumns', 'additionalPrinterColumns')}[${at}].JSONPath` })
  }

  private checkSelectable(index: number, schema: number, fields: readonly number[]): void {
    // The server forgets them before 1.31, where the gate is off.
    if (fields.length === 0 || this.context.minor < 31) return
    const report = this.reportIn(index, 'selectableFields', 'selectableFields')
    const seen = new Set<string>()
    if (fields.length > MOST_SELECTABLE) report([], 'TooMany', `must have at most ${MOST_SELECTABLE} items`)
    for (const [at, field] of fields.entries()) {
      const path = this.reader.text(this.reader.keywords(field), 'jsonPath')
      if (path === '') report([at, 'jsonPath'], 'Required', 'is required')
      else if (seen.has(path)) report([at, 'jsonPath'], 'Duplicate', 'is listed twice')
      else {
        const reason = selectedType(this.reader, schema, path)
        if (reason !== undefined) report([at, 'jsonPath'], 'Invalid', reason)
      }
      seen.add(path)
    }
  }
}

function checkApproval(group: string, annotation: string | undefined, { report }: TypeCheckContext): void {
  if (!/(?:^|\.)(?:k8s|kubernetes)\.io$/.test(group)) return
  const steps = ['metadata', 'annotations', APPROVAL]
  const path = { path: `metadata.annotations[${APPROVAL}]` }
  if ((annotation ?? '') === '') report(steps, 'Required', `Group "${group}" belongs to Kubernetes, so the annotation "${APPROVAL}" is required`, path)
  else if (!annotation!.startsWith('unapproved') && !/^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?#]/.test(annotation!)) report(steps, 'Invalid', `Annotation "${APPROVAL}" must be a URL, or begin with unapproved`, path)
}

export default constraints(
  {
    id: 'valid-custom-resource-definition',
    since: '0.1.0',
    summary: 'Require a CustomResourceDefinition with names, versions and structural schemas that the API server takes.',
    why: 'The API server refuses a definition whose name is not made of its plural and group, that stores no version or several, or whose schemas it cannot prune and default by.',
    howToFix: 'Name it `<plural>.<group>`, store exactly one version, and give every field in every schema a type; keep what `anyOf`, `oneOf`, `allOf` and `not` say to values.',
    references: [
      'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/',
      'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema',
    ],
    bad: [
      {
        title: 'the name of another group, a field without a type, a regular expression that Go does not know',
        yaml: yaml`
          apiVersion: apiextensions.k8s.io/v1
          kind: CustomResourceDefinition
          metadata:
            name: widgets.example.org # ✖ name is "widgets.example.org", must be "widgets.example.com", its plural and group
          spec:
            group: example.com
            scope: Namespaced
            names:
              plural: widgets
              kind: Widget
            versions:
              - name: v1
                served: true
                storage: true
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec:
                        type: object
                        properties:
                          size: # ✖ type is required but missing
                            minimum: 1
                          code:
                            type: string
                            pattern: ^(?!test).* # ✖ pattern is "^(?!test).*", must be a regular expression as Go reads it: "(?!t" is not known: it has no look-around and no back references
        `,
      },
    ],
    good: [
      {
        title: 'a structural schema',
        yaml: yaml`
          apiVersion: apiextensions.k8s.io/v1
          kind: CustomResourceDefinition
          metadata:
            name: widgets.example.com
          spec:
            group: example.com
            scope: Namespaced
            names:
              plural: widgets
              kind: Widget
            versions:
              - name: v1
                served: true
                storage: true
                subresources:
                  status: {}
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec:
                        type: object
                        properties:
                          size:
                            type: integer
                            minimum: 1
                          port:
                            x-kubernetes-int-or-string: true
                      status:
                        type: object
                        x-kubernetes-preserve-unknown-fields: true
        `,
      },
    ],
  },
  [
    on<Record<string, unknown>>('apiextensions/v1 CustomResourceDefinition', () => ({
      checkTape(tape, node, context) {
        const reader = new SchemaReader(tape)
        const object = reader.keywords(node)
        const keywords = reader.keywords(reader.schema(object, 'spec'))
        const names = reader.keywords(reader.schema(keywords, 'names'))
        const plural = reader.text(names, 'plural')
        const group = reader.text(keywords, 'group')
        const metadata = reader.keywords(reader.schema(object, 'metadata'))
        const [name, generateName] = ['name', 'generateName'].map((field) => reader.text(metadata, field))
        if (reader.isUnclear) return
        if (!keywords.has('names') && !tape.isMisnamed(node, 'spec') && keywords.size > 0) for (const field of ['plural', 'kind', 'singular', 'listKind']) context.report(['spec', 'names', field], 'Required', 'is required', { echo: field !== 'plural' && field !== 'kind' })
        for (const [field, given] of Object.entries({ name, generateName })) {
          if (given !== '' && given !== `${plural}.${group}`) context.report(['metadata', field], 'Invalid', plural === '' || group === '' ? 'must be made of its plural and group' : `must be "${plural}.${group}", its plural and group`)
        }
        const approval = reader.text(reader.keywords(reader.schema(metadata, 'annotations')), APPROVAL)
        if (!reader.isUnclear) checkApproval(group, approval, context)
      },
    })),
    on<{ group: string; scope: string; preserveUnknownFields: boolean; names: object; versions: readonly Version[] }>('apiextensions/v1 CustomResourceDefinitionSpec', () => ({
      fields: {
        group: required(
          format('a DNS subdomain with a dot', (text) => dnsSubdomain(text) ?? (text.includes('.') ? undefined : 'must have a dot, as in "example.com"')),
        ),
        scope: required(oneOf('Cluster', 'Namespaced')),
        names: checkedElsewhere,
        versions: checkedElsewhere,
        preserveUnknownFields: { describes: 'false', test: (value) => (value === true ? { code: 'Invalid', message: 'must be false: use x-kubernetes-preserve-unknown-fields in the schemas' } : undefined) },
      },
      checkTape: (tape, node, context) => new Versions(tape, node, context).check(),
    })),
    on<Names>('apiextensions/v1 CustomResourceDefinitionNames', () => ({ fields: { plural: checkedElsewhere, kind: checkedElsewhere }, check: checkNames })),
    on<Conversion>('apiextensions/v1 CustomResourceConversion', () => ({ fields: { strategy: checkedElsewhere }, check: checkConversion })),
    on<{ conversionReviewVersions: readonly string[] }>('apiextensions/v1 WebhookConversion', () => ({ fields: { conversionReviewVersions: checkedElsewhere } })),
    on<Version & { served: boolean }>('apiextensions/v1 CustomResourceDefinitionVersion', () => ({ fields: { name: checkedElsewhere, served: checkedElsewhere, storage: checkedElsewhere } })),
    on<Column>('apiextensions/v1 CustomResourceColumnDefinition', () => ({ fields: { name: checkedElsewhere, type: checkedElsewhere, jsonPath: checkedElsewhere } })),
    on<Scale>('apiextensions/v1 CustomResourceSubresourceScale', () => ({ fields: { specReplicasPath: checkedElsewhere, statusReplicasPath: checkedElsewhere } })),
    on<{ jsonPath: string }>('apiextensions/v1 SelectableField', () => ({ fields: { jsonPath: checkedElsewhere } })),
    on<{ name: string; namespace: string }>('apiextensions/v1 ServiceReference', () => ({ fields: { name: checkedElsewhere, namespace: checkedElsewhere } })),
    on<{ rule: string }>('apiextensions/v1 ValidationRule', () => ({ fields: { rule: checkedElsewhere } })),
  ],
)
