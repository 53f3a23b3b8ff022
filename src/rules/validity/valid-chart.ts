import { defineRule, yaml } from '../../engine/define-rule.ts'
import { reportUnknownField, reportWrongType } from '../../engine/untyped-fields.ts'
import type { Context } from '../../engine/visitors.ts'
import { nearest } from '../../model/nearest.ts'
import { textOf } from '../../model/node-values.ts'
import type { KubernetesObject } from '../../model/object.ts'
import { atKey, placeOf, type Place } from '../../model/place.ts'

export default defineRule({
  severity: 'error',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Require a Helm chart that can be rendered, with a `Chart.yaml` that says what Helm wants to know.',
  why: 'Helm refuses a chart without a name or a version, one whose templates have mistakes, and values that `values.schema.json` does not allow. Fields that it does not know it passes over in silence.',
  howToFix: 'Correct what the finding names. A chart that cannot do without some values gets them for linting in `ci/NAME-values.yaml` or from `charts` in the settings.',
  references: ['https://helm.sh/docs/topics/charts/#the-chartyaml-file', 'https://helm.sh/docs/helm/helm_lint/'],
  peers: {},
  fixable: 'unsafe',
  bad: [
    {
      title: 'misspelled fields, and a number for a version',
      file: 'web/Chart.yaml',
      yaml: yaml`
        apiVersion: v2
        name: web
        version: 1.2.3
        maintainer: [] # ✖ Unknown field "maintainer", did you mean "maintainers"?
        appVersion: 1.10 # ✖ appVersion is the number 1.10, must be a string: add quotes
        dependencies:
          - name: redis
            version: 22.x.x
            repo: https://charts.example.com # ✖ Unknown field "repo", did you mean "repository"?
      `,
      fixed: yaml`
        apiVersion: v2
        name: web
        version: 1.2.3
        maintainers: []
        appVersion: "1.10"
        dependencies:
          - name: redis
            version: 22.x.x
            repository: https://charts.example.com
      `,
    },
    {
      title: 'what Helm refuses',
      file: 'web/Chart.yaml',
      yaml: yaml`
        apiVersion: v3 # ✖ apiVersion is "v3", must be "v1" or "v2"
        name: my web # ✖ name is "my web", must consist of letters, digits, ".", "_" and "-"
        version: one # ✖ version is "one", must be a semantic version such as 1.2.3
        type: app # ✖ type is "app", must be "application" or "library"
      `,
    },
    {
      title: 'what helm lint reports',
      file: 'web/Chart.yaml',
      yaml: yaml`
        apiVersion: v2
        name: web
        version: v1.2 # ✖ version is "v1.2", should have three numbers and no "v", such as 1.2.0
        icon: logo.png # ✖ icon is "logo.png", must be a URL such as https://example.com
        sources:
          - https://github.com/example/web
          - example/charts # ✖ sources[1] is "example/charts", must be a URL such as https://example.com
        maintainers:
          - name: The Web Team
            email: web at example.com # ✖ maintainers[0].email is "web at example.com", must be an e-mail address
          - email: web@example.com # ✖ maintainers[1].name is required but missing
        dependencies:
          - name: redis
            version: 22.x.x
            alias: my redis # ✖ dependencies[0].alias is "my redis", must consist of letters, digits, "_" and "-"
      `,
    },
    {
      title: 'fields of apiVersion v2 in a chart of v1',
      file: 'web/Chart.yaml',
      yaml: yaml`
        apiVersion: v1
        name: web
        version: 1.2.3
        type: application # ✖ type is for charts of apiVersion v2
        dependencies: [] # ✖ dependencies are for charts of apiVersion v2: with v1 they belong in requirements.yaml
      `,
    },
  ],
  good: [
    {
      title: 'a chart',
      file: 'web/Chart.yaml',
      yaml: yaml`
        apiVersion: v2
        name: web
        version: 1.2.3
        appVersion: "4.5"
        dependencies:
          - name: redis
            version: 22.x.x
            repository: https://charts.example.com
            condition: redis.enabled
      `,
    },
  ],
  visit: {
    chart(object, context) {
      checkFields(object, object.root, CHART, context)
      checkMetadata(object, context)
    },
  },
})

const CHART = ['apiVersion', 'name', 'version', 'kubeVersion', 'description', 'type', 'keywords', 'home', 'sources', 'dependencies', 'maintainers', 'icon', 'appVersion', 'deprecated', 'annotations', 'condition', 'tags', 'engine']
const DEPENDENCY = ['name', 'version', 'repository', 'condition', 'tags', 'import-values', 'alias', 'enabled']
const MAINTAINER = ['name', 'email', 'url']
const WORDS: ReadonlyMap<string, string> = new Map([['repo', 'repository'], ['url', 'repository'], ['importValues', 'import-values'], ['maintainer', 'maintainers'], ['dependency', 'dependencies'], ['requirements', 'dependencies']])

/** https://semver.org, with the parts that Helm lets go: a v in front, and less than three numbers. */
const VERSION = /^v?\d+(?:\.\d+){0,2}(?:-[\w.-]+)?(?:\+[\w.-]+)?$/
const FULL_VERSION = /^\d+\.\d+\.\d+(?![\d.])/
/** Of what Helm itself passes over. */
const PASSED = { severity: 'warning' } as const
const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/

function checkFields(object: KubernetesObject, map: number, fields: readonly string[], context: Context): void {
  const { tape } = object
  for (let key = map + 1; key < tape.next(map); key = tape.next(key + 1)) {
    const name = tape.key(key)
    // Helm does not mind the case.
    if (fields.some((field) => field.toLowerCase() === name.toLowerCase())) continue
    const free = fields.filter((field) => tape.find(map, field) === -1)
    const word = WORDS.get(name)
    const meant = word !== undefined && free.includes(word) ? word : nearest(name, free)
    reportUnknownField(context, object, key, meant, PASSED)
  }
}

function checkMetadata(object: KubernetesObject, context: Context): void {
  const { tape, root } = object
  const { report } = context
  const at = (field: string): Place | undefined => {
    const node = tape.find(root, field)
    return node === -1 || tape.isNull(node) ? undefined : placeOf(object, node)
  }
  const text = (place: Place | undefined): string | undefined => (place === undefined ? undefined : textOf(tape, place.node))
  const require = (field: string, isRight: (value: string) => boolean, wanted: string) => {
    const place = at(field)
    const value = text(place)
    if (place === undefined) report(placeOf(object, root), `${field} is required but missing`)
    else if (value === undefined) reportWrongType(context, place, field, 'a string')
    else if (!isRight(value)) report(place, `${field} is ${JSON.stringify(value)}, must ${wanted}`)
  }
  require('apiVersion', (value) => value === 'v1' || value === 'v2', 'be "v1" or "v2"')
  require('name', (value) => /^[\w.-]+$/.test(value), 'consist of letters, digits, ".", "_" and "-"')
  require('version', (value) => VERSION.test(value), 'be a semantic version such as 1.2.3')
  const appVersion = at('appVersion')
  if (appVersion !== undefined && text(appVersion) === undefined) reportWrongType(context, appVersion, 'appVersion', 'a string')
  const version = at('version')
  if (version !== undefined && VERSION.test(text(version) ?? '') && !FULL_VERSION.test(text(version)!)) report(version, `version is ${JSON.stringify(text(version))}, should have three numbers and no "v", such as ${completed(text(version)!)}`, undefined, PASSED)
  const type = at('type')
  if (type !== undefined && !['application', 'library', ''].includes(text(type) ?? '-')) report(type, `type is ${JSON.stringify(text(type) ?? tape.source(type.node))}, must be "application" or "library"`)
  else if (type !== undefined && text(type) !== '' && text(at('apiVersion')) === 'v1') report(atKey(type), 'type is for charts of apiVersion v2', undefined, PASSED)
  checkUrls(object, context)
  checkList(object, 'maintainers', MAINTAINER, context)
  checkList(object, 'dependencies', DEPENDENCY, context)
  const dependencies = at('dependencies')
  if (dependencies !== undefined && text(at('apiVersion')) === 'v1') report(atKey(dependencies), 'dependencies are for charts of apiVersion v2: with v1 they belong in requirements.yaml')
  else if (dependencies !== undefined) checkNames(object, dependencies.node, context)
}

/** `v1.2-x` → `1.2.0-x` */
const completed = (version: string): string => version.replace(/^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/, (_, major: string, minor = '0', patch = '0') => `${major}.${minor}.${patch}`)

/** What Helm would follow must say how. */
function checkUrls(object: KubernetesObject, { report }: Context): void {
  const { tape, root } = object
  const check = (node: number, name: string): void => {
    const value = node === -1 ? undefined : textOf(tape, node)
    if (value !== undefined && value !== '' && !URL.canParse(value)) report(placeOf(object, node), `${name} is ${JSON.stringify(value)}, must be a URL such as https://example.com`, undefined, PASSED)
  }
  check(tape.find(root, 'icon'), 'icon')
  const sources = tape.find(root, 'sources')
  if (sources !== -1 && tape.isSequence(sources)) for (let item = sources + 1, index = 0; item < tape.next(sources); item = tape.next(item), index++) check(item, `sources[${index}]`)
}

function checkList(object: KubernetesObject, field: string, fields: readonly string[], context: Context): void {
  const { tape, root } = object
  const list = tape.find(root, field)
  if (list === -1 || tape.isNull(list)) return
  if (!tape.isSequence(list)) return void context.report(placeOf(object, list), `${field} must be a list`)
  for (let item = list + 1; item < tape.next(list); item = tape.next(item)) {
    const place = placeOf(object, item)
    const name = place.path.slice(place.path.lastIndexOf('.') + 1)
    if (!tape.isMap(item)) context.report(place, `${name} must be a map`)
    else {
      checkFields(object, item, fields, context)
      const named = tape.find(item, 'name')
      if (named === -1 || tape.isNull(named)) context.report(place, `${name}.name is required but missing`)
      const check = (key: string, isRight: (value: string) => boolean, wanted: string, options?: typeof PASSED) => {
        const node = tape.find(item, key)
        const value = node === -1 ? undefined : textOf(tape, node)
        if (value !== undefined && value !== '' && !isRight(value)) context.report(placeOf(object, node), `${name}.${key} is ${JSON.stringify(value)}, must ${wanted}`, undefined, options)
      }
      if (field === 'maintainers') {
        check('email', (value) => EMAIL.test(value), 'be an e-mail address', PASSED)
        check('url', (value) => URL.canParse(/:\/\//.test(value) ? value : `https://${value}`) && /[.:]/.test(value), 'be a URL such as https://example.com', PASSED)
      } else check('alias', (value) => /^[\w-]+$/.test(value), 'consist of letters, digits, "_" and "-"')
    }
  }
}

/** Of two dependencies with one name, Helm takes the values for both. */
function checkNames(object: KubernetesObject, list: number, { report }: Context): void {
  const { tape } = object
  const seen = new Set<string>()
  for (let item = list + 1; item < tape.next(list); item = tape.next(item)) {
    const alias = tape.find(item, 'alias')
    const node = alias === -1 ? tape.find(item, 'name') : alias
    if (node === -1 || !tape.isScalar(node)) continue
    const name = String(tape.scalar(node))
    if (seen.has(name)) report(placeOf(object, node), `A dependency called "${name}" is there already: give one of them an alias`)
    seen.add(name)
  }
}
