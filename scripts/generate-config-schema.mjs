/* oxlint-disable unicorn/no-thenable -- JSON Schema has a keyword of that name */
// The JSON schema of podlint.yaml, from the rules and presets, and its validator as plain code, so that no schema is compiled at run time.
import Ajv from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { buildSync } from 'esbuild'

const MADE = '// Made by scripts/generate-config-schema.mjs.'

/** Path → text of schema/podlint.schema.json and src/config/validate.generated.js with its types. */
export function configFiles({ rules, presets, minors, formats, homepage }) {
  const schema = configSchema(rules, presets, minors, formats, homepage)
  return {
    'schema/podlint.schema.json': `${JSON.stringify(schema, null, 1)}\n`,
    'src/config/validate.generated.js': validator(withoutRules(schema)),
    'src/config/validate.generated.d.ts': TYPES,
  }
}

function configSchema(rules, presets, minors, formats, homepage) {
  const oneOrMore = (items) => ({ if: { type: 'array' }, then: { type: 'array', minItems: 1, items }, else: items })
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `${homepage}/raw/main/schema/podlint.schema.json`,
    title: 'Settings of podlint',
    type: 'object',
    additionalProperties: false,
    properties: {
      presets: { description: 'Sets of rules to run. Default: recommended.', ...oneOrMore({ enum: presets }) },
      plugins: { description: 'Rules of your own in JavaScript: files or patterns relative to this file, such as ./policies/*.mjs, and names of packages. They are loaded only where the run allows it: --plugins, or a folder that was trusted with podlint trust.', type: 'array', items: { type: 'string', pattern: '\\S' }, examples: [['./policies/*.mjs']] },
      rules: {
        description: 'Severity of single rules, or off, their options and messages; and rules under names of your own.',
        type: 'object',
        properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
      },
      kubernetesVersions: {
        description: `Versions of the clusters, ${minors[0]} to ${minors.at(-1)} or latest (the default); several are checked at once.`,
        ...oneOrMore({ type: ['string', 'number'], examples: [minors.at(-1)] }),
      },
      pssVersion: { description: `Version of the Pod Security Standards that the presets pss-baseline and pss-restricted check: 1.0 to ${minors.at(-1)} or latest. Default: that of the cluster.`, type: ['string', 'number'], examples: [minors.at(-1), 'latest'] },
      exclude: { description: 'Files to leave out: patterns as in .gitignore, relative to this file.', type: 'array', items: { type: 'string', pattern: '\\S' } },
      crds: { description: 'Files and folders with CustomResourceDefinitions that custom resources are held against, relative to this file.', type: 'array', items: { type: 'string', pattern: '\\S' } },
      catalogue: { description: 'Whether custom resources are held against the definitions of the operators that podlint knows, where yours are not given. Default: true.', type: 'boolean' },
      unknownKinds: {
        description: 'What a custom resource without a definition is: error, warning or skip (the default), for all or by group; "*" stands for the other groups.',
        if: { type: 'object' },
        then: { additionalProperties: { enum: ['error', 'warning', 'skip'] } },
        else: { enum: ['error', 'warning', 'skip'] },
      },
      external: { description: 'What lives elsewhere, so that nothing is said when it is not among the files: KIND/NAME or KIND/NAMESPACE/NAME, with * for any letters. Pod/NAMESPACE/* is for selectors.', type: 'array', items: { type: 'string', pattern: '\\S' }, examples: [['Secret/*-tls', 'Service/monitoring/*']] },
      failOn: { description: 'The run fails when there is a finding this bad or worse. Default: error.', enum: ['error', 'warning', 'info', 'never'] },
      format: { description: `How findings are printed: NAME or NAME:FILE, where NAME is ${formats.join(', ')}. FILE is relative to this file, and must be below its folder.`, ...oneOrMore({ type: 'string', pattern: '\\S' }) },
    },
    // Any other name may be that of a plugin's rule.
    if: { required: ['plugins'] },
    else: { properties: { rules: { properties: Object.fromEntries(rules.map(({ id }) => [id, true])), additionalProperties: { $ref: '#/definitions/ownRule' } } } },
    definitions: {
      severity: { enum: ['error', 'warning', 'info', 'off', false] },
      message: { description: 'What findings say; {message} stands for what the rule itself says.', type: 'string', pattern: '^[^\\n\\r]*\\S[^\\n\\r]*$' },
      rule: levelOr({ message: MESSAGE }),
      walked: levelOr({}),
      ownRule: ownRule(rules),
      ...Object.fromEntries(rules.filter(({ options }) => options !== undefined).map(({ id, options }) => [`${id} options`, optionsSchema(options)])),
    },
  }
}

const MESSAGE = { $ref: '#/definitions/message' }

/** A rule under a name of the user's own. */
function ownRule(all) {
  const rules = all.filter(({ visit }) => visit !== undefined)
  const withOptions = rules.filter(({ options }) => options !== undefined)
  const object = {
    required: ['rule'],
    additionalProperties: false,
    properties: { rule: { description: 'The rule that it is.', enum: rules.map(({ id }) => id) }, severity: { $ref: '#/definitions/severity' }, message: MESSAGE, options: { type: 'object' } },
    allOf: withOptions.map(({ id }) => ({ if: { properties: { rule: { const: id } }, required: ['rule'] }, then: { properties: { options: { $ref: `#/definitions/${id}%20options` } } } })),
  }
  // A level alone would be tried with the options of every rule.
  return { if: { type: 'object' }, then: object, else: { type: 'object' } }
}

const optionsSchema = (options) => ({ type: 'object', additionalProperties: false, properties: Object.fromEntries(Object.entries(options).map(([name, option]) => [name, { description: option.description, default: option.default, ...(option.values === undefined ? typeOf(option.default) : valuesOf(option.values)) }])) })

function ruleSchema({ id, summary, options, visit }) {
  // What the parser or the walk reports has messages of its own for each case.
  if (options === undefined) return { description: summary, allOf: [{ $ref: `#/definitions/${visit === undefined ? 'walked' : 'rule'}` }] }
  return { description: summary, ...levelOr({ ...(visit !== undefined && { message: MESSAGE }), options: { $ref: `#/definitions/${id}%20options` } }) }
}

const levelOr = (properties) => ({
  if: { type: 'object' },
  then: { additionalProperties: false, properties: { severity: { $ref: '#/definitions/severity' }, ...properties } },
  else: { $ref: '#/definitions/severity' },
})

/** `off` without quotes is false for YAML. */
const valuesOf = (values) => ({ enum: values.includes('off') ? [...values, false] : values })

function typeOf(value) {
  if (Array.isArray(value)) return { type: 'array', items: { type: 'string' } }
  if (typeof value !== 'number') return { type: typeof value }
  // Numbers are amounts: no rule counts below zero, or beyond what is counted exactly.
  return { type: Number.isInteger(value) ? 'integer' : 'number', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }
}

/** What src/config/check-rules.ts checks is left to it. */
function withoutRules({ properties, definitions: { severity }, if: _, else: __, ...rest }) {
  const setting = levelOr({ rule: {}, message: {}, options: { type: 'object' } })
  return { ...rest, properties: { ...properties, rules: { type: 'object', additionalProperties: setting } }, definitions: { severity } }
}

function validator(schema) {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false, code: { source: true, esm: true }, inlineRefs: false })
  const validate = ajv.compile(schema)
  // Bundled, because the code asks for parts of ajv.
  const [bundle] = buildSync({ stdin: { contents: standaloneCode(ajv, validate), resolveDir: import.meta.dirname }, bundle: true, format: 'esm', write: false, minifyWhitespace: true, minifySyntax: true }).outputFiles
  return `${MADE}\n${bundle.text}`
}

const TYPES = `${MADE}
export interface ValidationError {
  keyword: string
  instancePath: string
  params: { additionalProperty?: string; missingProperty?: string; allowedValues?: unknown[]; limit?: number; type?: string | string[] }
  message?: string
}
declare const validate: { (value: unknown): boolean; errors?: ValidationError[] | null }
export default validate
`
