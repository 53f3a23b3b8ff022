/* oxlint-disable unicorn/no-thenable -- JSON Schema has a keyword of that name */
// The JSON schema of podlint.yaml, from the rules and presets, and its validator as plain code, so that no schema is compiled at run time.
import Ajv from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { buildSync } from 'esbuild'

const MADE = '// Made by scripts/generate-config-schema.mjs.'

/** Path → text of schema/podlint.schema.json and src/config/validate.generated.js with its types. */
export function configFiles({ rules, presets, minors, formats, homepage, categories, flags }) {
  const schema = configSchema(rules, presets, minors, formats, homepage, categories, flags)
  return {
    'schema/podlint.schema.json': `${JSON.stringify(schema, null, 1)}\n`,
    'src/config/validate.generated.js': validator(withoutRules(schema)),
    'src/config/validate.generated.d.ts': TYPES,
  }
}

function configSchema(rules, presets, minors, formats, homepage, categories, flags) {
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
      extends: { description: 'Files, relative to this one, and packages whose settings hold where this file says nothing else.', ...oneOrMore({ type: 'string', pattern: '\\S' }) },
      root: { description: 'Settings of folders above do not count. Default: false.', type: 'boolean' },
      categories: { description: 'Severity of the rules of a category that run, or off, and their options.', type: 'object', additionalProperties: false, properties: Object.fromEntries(categories.map((category) => [category, CATEGORY])) },
      references: { description: 'How sure rules have to be that a name leads nowhere: the option "references" of all that have it.', enum: ['off', false, 'near', 'unit', 'strict'] },
      overrides: {
        description: 'Rules for some files or objects. All that is said of them has to fit; what comes later counts more.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          properties: {
            files: { description: 'Patterns as in .gitignore, relative to this file.', ...oneOrMore({ type: 'string', pattern: '\\S' }) },
            kinds: { description: 'Deployment, apps/* or apps/v1/Deployment.', ...oneOrMore({ type: 'string', pattern: '\\S' }) },
            namespaces: { description: 'With * for any letters.', ...oneOrMore({ type: 'string', pattern: '\\S' }) },
            names: { description: 'With * for any letters.', ...oneOrMore({ type: 'string', pattern: '\\S' }) },
            labels: { description: 'Labels that the object has; values with * for any letters.', type: 'object', additionalProperties: { type: 'string' } },
            presets: { description: 'Sets of rules in place of the usual ones.', ...oneOrMore({ enum: presets }) },
            rules: { $ref: '#/properties/rules' },
            categories: { $ref: '#/properties/categories' },
          },
        },
      },
      placeholders: { description: 'What is filled in later, with * for a name: @@*@@, <*>. ${NAME} is known anyway.', ...oneOrMore({ type: 'string', pattern: '\\S' }), examples: [['@@*@@', '<*>']] },
      ...flagKeys(flags),
      kubernetesVersions: {
        description: `Versions of the clusters, ${minors[0]} to ${minors.at(-1)} or latest (the default); several are checked at once.`,
        ...oneOrMore({ type: ['string', 'number'], examples: [minors.at(-1)] }),
      },
      pssVersion: { description: `Version of the Pod Security Standards that the presets pss-baseline and pss-restricted check: 1.0 to ${minors.at(-1)} or latest. Default: that of the cluster.`, type: ['string', 'number'], examples: [minors.at(-1), 'latest'] },
      exclude: { description: 'Files to leave out: patterns as in .gitignore, relative to this file.', type: 'array', items: { type: 'string', pattern: '\\S' } },
      crds: { description: 'Files and folders with CustomResourceDefinitions that custom resources are held against, relative to this file.', type: 'array', items: { type: 'string', pattern: '\\S' } },
      policies: { description: 'Files and folders with ValidatingAdmissionPolicies that objects are held against, relative to this file; without a binding they deny.', type: 'array', items: { type: 'string', pattern: '\\S' } },
      catalogue: { description: 'Whether custom resources are held against the definitions of the operators that podlint knows, where yours are not given. Default: true.', type: 'boolean' },
      unknownKinds: {
        description: 'What a custom resource without a definition is: error, warning or skip (the default), for all or by group; "*" stands for the other groups.',
        if: { type: 'object' },
        then: { additionalProperties: { enum: ['error', 'warning', 'skip'] } },
        else: { enum: ['error', 'warning', 'skip'] },
      },
      external: { description: 'What lives elsewhere, so that nothing is said when it is not among the files: KIND/NAME or KIND/NAMESPACE/NAME, with * for any letters. Pod/NAMESPACE/* is for selectors.', type: 'array', items: { type: 'string', pattern: '\\S' }, examples: [['Secret/*-tls', 'Service/monitoring/*']] },
      render: { description: 'What is rendered and linted as it is deployed: all (the default), helm for charts only, kustomize for kustomizations only, or off.', enum: ['all', 'helm', 'kustomize', 'off', false] },
      charts: {
        description: 'Values that Helm charts are rendered with, in addition to their own and those in their ci folder: each entry is one more time.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['path'],
          properties: {
            path: { description: 'Folder of the chart, relative to this file.', type: 'string', pattern: '\\S' },
            values: { description: 'Files with values, relative to this file; later ones over earlier ones.', type: 'array', items: { type: 'string', pattern: '\\S' } },
            release: { description: 'Name of the release. Default: release.', type: 'string', pattern: '\\S' },
            namespace: { description: 'Namespace of the release. Default: default.', type: 'string', pattern: '\\S' },
            apiVersions: { description: 'APIs beside those of Kubernetes, as --api-versions of helm template takes them: GROUP/VERSION or GROUP/VERSION/KIND.', type: 'array', items: { type: 'string', pattern: '\\S' } },
          },
        },
      },
      baseline: { description: 'Findings to leave out: a file that podlint baseline write has made, relative to this file.', type: 'string', pattern: '\\S' },
      suppressions: {
        description: 'What to ignore without a word in the manifests: findings of some rules, in some files, or of some objects.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          minProperties: 1,
          properties: {
            rules: { description: 'Rules or categories; all without it.', ...oneOrMore({ type: 'string', pattern: '\\S' }) },
            paths: { description: 'Patterns as in .gitignore, relative to this file.', ...oneOrMore({ type: 'string', pattern: '\\S' }) },
            objects: { description: 'KIND/NAME or KIND/NAMESPACE/NAME, with * for any letters.', ...oneOrMore({ type: 'string', pattern: '\\S' }) },
            reason: { description: 'Why.', type: 'string', pattern: '\\S' },
            until: { description: 'The last day of it, such as 2027-01-31; after that it is an error.', type: 'string', pattern: '\\S' },
          },
        },
      },
      requireReason: { description: 'Whether what ignores findings has to say why. Default: false.', type: 'boolean' },
      compatIgnores: { description: 'Whether the marks of kube-linter, kube-score, Polaris, Checkov, Trivy, Datree and Kubescape count. Default: false.', type: 'boolean' },
      inlineConfig: { description: 'Whether comments and annotations can ignore findings. Default: true.', type: 'boolean' },
      failOn: { description: 'The run fails when there is a finding this bad or worse. Default: error.', enum: ['error', 'warning', 'info', 'never'] },
      format: { description: `How findings are printed: NAME or NAME:FILE, where NAME is ${formats.join(', ')}. FILE is relative to this file, and must be below its folder.`, ...oneOrMore({ type: 'string', pattern: '\\S' }) },
    },
    // Any other name may be that of a plugin's rule.
    if: { required: ['plugins'] },
    else: { properties: { rules: { properties: Object.fromEntries(rules.map(({ id }) => [id, true])), additionalProperties: { $ref: '#/definitions/ownRule' } } } },
    definitions: {
      severity: { enum: ['error', 'warning', 'info', 'off', false] },
      suppressible: { description: 'Whether it can be ignored. Default: true.', type: 'boolean' },
      message: { description: 'What findings say; {message} stands for what the rule itself says.', type: 'string', pattern: '^[^\\n\\r]*\\S[^\\n\\r]*$' },
      rule: levelOr({ message: MESSAGE, suppressible: SUPPRESSIBLE }),
      walked: levelOr({ suppressible: SUPPRESSIBLE }),
      ownRule: ownRule(rules),
      ...Object.fromEntries(rules.filter(({ options }) => options !== undefined).map(({ id, options }) => [`${id} options`, optionsSchema(options)])),
    },
  }
}

const SUPPRESSIBLE = { $ref: '#/definitions/suppressible' }
const CATEGORY = { if: { type: 'object' }, then: { additionalProperties: false, properties: { severity: { $ref: '#/definitions/severity' }, options: { type: 'object' } } }, else: { $ref: '#/definitions/severity' } }

/** Keys that say what flags say. */
function flagKeys(flags) {
  const types = { switch: { type: 'boolean' }, value: { type: ['string', 'number'] } }
  return Object.fromEntries(flags.map(({ key, kind, summary, choices }) => [key, { description: `${summary}.`, ...(choices !== undefined ? { enum: choices } : kind === 'list' ? { if: { type: 'array' }, then: { items: types.value, minItems: 1 }, else: types.value } : types[kind]) }]))
}

const MESSAGE = { $ref: '#/definitions/message' }

/** A rule under a name of the user's own. */
function ownRule(all) {
  const rules = all.filter(({ visit }) => visit !== undefined)
  const withOptions = rules.filter(({ options }) => options !== undefined)
  const object = {
    required: ['rule'],
    additionalProperties: false,
    properties: { rule: { description: 'The rule that it is.', enum: rules.map(({ id }) => id) }, severity: { $ref: '#/definitions/severity' }, suppressible: SUPPRESSIBLE, message: MESSAGE, options: { type: 'object' } },
    allOf: withOptions.map(({ id }) => ({ if: { properties: { rule: { const: id } }, required: ['rule'] }, then: { properties: { options: { $ref: `#/definitions/${id}%20options` } } } })),
  }
  // A level alone would be tried with the options of every rule.
  return { if: { type: 'object' }, then: object, else: { type: 'object' } }
}

const optionsSchema = (options) => ({ type: 'object', additionalProperties: false, properties: Object.fromEntries(Object.entries(options).map(([name, option]) => [name, { description: option.description, default: option.default, ...(option.values === undefined ? typeOf(option.default) : valuesOf(option.values)) }])) })

function ruleSchema({ id, summary, options, visit }) {
  // What the parser or the walk reports has messages of its own for each case.
  if (options === undefined) return { description: summary, allOf: [{ $ref: `#/definitions/${visit === undefined ? 'walked' : 'rule'}` }] }
  return { description: summary, ...levelOr({ suppressible: SUPPRESSIBLE, ...(visit !== undefined && { message: MESSAGE }), options: { $ref: `#/definitions/${id}%20options` } }) }
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
  const setting = levelOr({ rule: {}, message: {}, suppressible: {}, options: { type: 'object' } })
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
