import { yaml } from '../../../engine/define-rule.ts'
import type { Step } from '../../../model/field-path.ts'
import { internKey } from '../../../parser/keys.ts'
import type { Tape } from '../../../parser/tape.ts'
import { constraints, on, type TypeCheckContext } from '../../constraints.ts'
import type { JsonSchema } from '../../crd/custom-schema.ts'
import { ruleSchema } from '../../crd/rule-schema.ts'
import { printedWay, SchemaReader } from '../../crd/schema-node.ts'
import type { ExpressionFault } from '../../expressions.ts'

const RULES = 'x-kubernetes-validations'
/** What the engine calls the root of a schema. */
const ROOT = 'schema.openAPIV3Schema'

/** Whether there is a rule below, and nothing that cannot be read: the server does not get past that. */
function hasRules(tape: Tape, schema: number, id: number): boolean {
  for (let node = schema, end = tape.next(schema); node < end; node++) if (tape.keyId(node) === id && tape.isScalar(node) && tape.parentsBelow(schema).isKey(node)) return tape.isReadable(schema)
  return false
}

/** What a path of the engine's ends in: the schema, one of its rules, or its default. */
function stepsTo(reader: SchemaReader, schema: number, path: string): readonly Step[] | undefined {
  if (path === ROOT) return []
  const pending: { node: number; steps: readonly Step[] }[] = [{ node: schema, steps: [] }]
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const { node, steps } = visit
    const keywords = reader.keywords(node)
    const before = `${ROOT}${printedWay(steps)}.${RULES}`
    if (keywords.has(RULES) && path.startsWith(before)) {
      const rest = /^(?:\[(\d+)\](?:\.(\w+))?)?$/.exec(path.slice(before.length))
      if (rest !== null) return [...steps, RULES, ...(rest[1] === undefined ? [] : [Number(rest[1])]), ...(rest[2] === undefined ? [] : [rest[2]])]
    }
    if (keywords.has('default') && path.startsWith(`${ROOT}${printedWay(steps)}.default`)) return [...steps, 'default']
    for (const [way, below] of reader.below(keywords)) pending.push({ node: below, steps: [...steps, ...way] })
  }
  return undefined
}

function ask(tape: Tape, spec: number, context: TypeCheckContext): void {
  const id = internKey(RULES)
  const reader = new SchemaReader(tape)
  const versions = reader.items(reader.keywords(spec), 'versions')
  const schemas = versions.map((version) => reader.schema(reader.keywords(reader.schema(reader.keywords(version), 'schema')), 'openAPIV3Schema'))
  const isAsked = schemas.map((schema) => schema !== -1 && hasRules(tape, schema, id))
  if (!isAsked.includes(true)) return
  // The server prints what all versions share where it was before there were several, and judges it once.
  const texts = schemas.length === 1 ? [''] : schemas.map((schema) => (schema === -1 ? '' : JSON.stringify(tape.toJS(schema), (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))))
  const isShared = texts.every((text) => text === texts[0])
  for (const [index, schema] of schemas.entries()) {
    if (!isAsked[index] || (isShared && index > 0)) continue
    context.ask({ schema: ruleSchema(tape.toJS(schema) as JsonSchema) }, ({ path = '', type }: ExpressionFault) => {
      const steps = stepsTo(reader, schema, path)
      // Where no rules may be at all, the rule about structural schemas says.
      if (steps === undefined || (type === 'Forbidden' && steps.at(-1) === RULES)) return undefined
      return { steps: ['versions', index, 'schema', 'openAPIV3Schema', ...steps], path: path.replace(/^schema/, isShared ? 'spec.validation' : `spec.versions[${index}].schema`) }
    })
  }
}

export default constraints(
  {
    id: 'valid-validation-rule',
    since: '0.1.0',
    summary: 'Require rules in the schemas of custom resources that compile and cannot cost too much.',
    why: 'The API server compiles every rule of `x-kubernetes-validations` with the types of its schema when a definition is created. It refuses one that reads a field the schema does not have, and one that could take too long because nothing limits the lists and strings that it goes through.',
    howToFix: 'Read fields of `self` that the schema declares, and set `maxItems`, `maxProperties` and `maxLength` where rules go through lists, maps and strings.',
    references: ['https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules', 'https://kubernetes.io/docs/reference/using-api/cel/'],
    bad: [
      {
        title: 'a field that the schema does not have, a rule whose cost nothing limits',
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
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec:
                        type: object
                        x-kubernetes-validations:
                          - rule: self.min <= self.maximum # ✖ Field "maximum" does not exist
                          - rule: self.names.all(a, self.names.exists_one(b, a == b)) # ✖ The expression may cost more than 100x what the API server allows: limit what it goes through with maxItems, maxProperties and maxLength
                        properties:
                          min:
                            type: integer
                          max:
                            type: integer
                          names:
                            type: array
                            items:
                              type: string
        `,
      },
    ],
    good: [
      {
        title: 'limits for what rules go through',
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
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec:
                        type: object
                        x-kubernetes-validations:
                          - rule: self.min <= self.max
                            messageExpression: "self.max < 0 ? 'max must not be negative' : 'min must be at most max'"
                          - rule: self.names.all(a, self.names.exists_one(b, a == b))
                            message: names must differ
                        properties:
                          min:
                            type: integer
                          max:
                            type: integer
                          names:
                            type: array
                            maxItems: 20
                            items:
                              type: string
                              maxLength: 63
        `,
      },
    ],
  },
  [on<object>('apiextensions/v1 CustomResourceDefinitionSpec', () => ({ checkTape: ask }))],
)
