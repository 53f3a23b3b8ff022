/** The habits of the house that a machine can hold. */
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CATEGORIES, type Preset } from '../src/engine/define-rule.ts'
import { HOMEPAGE, VERSION } from '../src/project.ts'
import { allRules } from '../src/rules.ts'
import { lintText } from './lint-text.ts'

const root = join(import.meta.dirname, '..')
const sources = readdirSync(join(root, 'src'), { recursive: true })
  .map((name) => String(name).replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'))
  .sort()
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const manifest = JSON.parse(read('package.json')) as { version: string; homepage: string }

const LADDERS: readonly (readonly Preset[])[] = [['api-server', 'recommended', 'strict'], ['pss-baseline', 'pss-restricted']]

/** A file may import from its own layer and from those before it. The first match counts. */
const LAYERS: readonly RegExp[] = [
  /^(project|diagnostic|versions)\.ts$/,
  /^(parser|assembly|wasm)\//,
  /^formats\//,
  /^model\//,
  /^engine\//,
  /^schema\//,
  /^(cel|render)\//,
  /^rules\/|^rule-docs\.ts$/,
  /^part\.ts$/,
  /^parts\//,
  /^rules\.ts$|^part-loader\.ts$/,
  /^(files\/|usage-error\.ts$)/,
  /^(lint|lint-options|expression-engine|kept-objects|run-findings|run-suppressions|rule-infos|suppression-run)\.ts$/,
  /^plugins\//,
  /^(config|reporters|explain)\//,
  /^(cli|api|index|action)/,
]
const layerOf = (file: string) => LAYERS.findIndex((layer) => layer.test(file))

describe('layers', () => {
  test('every file has one', () => {
    expect(sources.filter((file) => layerOf(file) === -1)).toEqual([])
  })

  /** Of types alone, too: who shares a type can have it in a file below both. */
  const importsOf = new Map(
    sources.map((file) => {
      const targets = [...read(`src/${file}`).matchAll(/(?:from|import\()\s*'(\.[^']*)'/g)].map(([, target]) => posix.normalize(posix.join(dirname(file), target!)))
      return [file, targets.filter((target) => !target.startsWith('..'))]
    }),
  )

  test('imports go down', () => {
    const upward = sources.flatMap((file) => importsOf.get(file)!.filter((imported) => layerOf(imported) > layerOf(file)).map((imported) => `${file} imports ${imported}`))
    expect(upward).toEqual([])
  })

  test('imports go in no circle', () => {
    const done = new Set<string>()
    const circles: string[] = []
    const follow = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '))
      if (way.includes(file) || done.has(file)) return
      for (const imported of importsOf.get(file) ?? []) follow(imported, [...way, file])
      done.add(file)
    }
    for (const file of sources) follow(file, [])
    expect(circles).toEqual([])
  })

  test('only the command line touches the process', () => {
    const touching = sources.filter((file) => !/^(cli|action|parts\/peer-checks)/.test(file) && /(?<![\w-])process\./.test(read(`src/${file}`)))
    expect(touching).toEqual([])
  })
})

describe('names that every object of JavaScript has', () => {
  const judging = sources.filter((file) => /^(formats|model|engine|schema|rules|lint|kept-objects|run-findings)\b/.test(file) && !file.endsWith('.d.ts'))
  /** Without comments, and with nothing in the strings. */
  const codeOf = (line: string) => (/^\s*(\*|\/\*|#)|# ✖/.test(line) ? '' : line.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|\/\/.*/g, "''"))

  // `key in data` holds for the key "constructor", too: Object.hasOwn.
  test('are not taken for keys of a manifest', () => {
    const asks = judging.flatMap((file) => read(`src/${file}`).split('\n').filter((line) => /(?<=[ (!])[\w.]+ in \w/.test(codeOf(line).replace(/(?:\bconst |\blet |\[)\w+ in /g, ''))).map((line) => `${file}: ${line.trim()}`))
    expect(asks).toEqual([])
  })

  // `TABLE[text]` gives a function for the text "constructor": a Map, or Object.hasOwn before it.
  test('are not found in tables', () => {
    const tables = judging.flatMap((file) => {
      const code = read(`src/${file}`)
      const names = [...code.matchAll(/^(?:export )?const (\w+): (?:Readonly<)?Record<string,/gm)].map(([, name]) => name!)
      return names.filter((name) => code.includes(`${name}[`) && !code.includes(`hasOwn(${name},`)).map((name) => `${file}: ${name}`)
    })
    expect(tables).toEqual([])
  })
})

describe('names', () => {
  test('files are kebab-case and say what they hold', () => {
    for (const file of sources) {
      expect(file).toMatch(/^([a-z0-9-]+\/)*[a-z0-9-]+(\.generated)?(\.d)?\.ts$/)
      expect(posix.basename(file)).not.toMatch(/^(utils|helpers|common|misc)\.ts$/)
    }
  })

  test('rules are listed by category and id', () => {
    const places = allRules().map(({ category, id }) => `${(CATEGORIES as readonly string[]).indexOf(category)} ${id}`)
    expect(places).toEqual([...places].sort())
  })

  test('rule ids are unique, and each preset of a ladder contains the ones before it', () => {
    const rules = allRules()
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length)
    for (const rule of rules) {
      for (const ladder of LADDERS) {
        const positions = rule.presets.flatMap((preset) => (ladder.includes(preset) ? ladder.indexOf(preset) : []))
        // But for what only an API server refuses that gets the text as it is, which nobody sends it.
        if (rule.id !== 'no-merge-override' && positions.length > 0) expect(rule.presets, rule.id).toEqual(expect.arrayContaining(ladder.slice(Math.min(...positions))))
      }
    }
  })
})

test('the version and the home page are those of package.json', () => {
  expect(VERSION).toBe(manifest.version)
  expect(manifest.homepage).toBe(`${HOMEPAGE}#readme`)
})

describe('every rule survives', () => {
  const everything = { rules: allRules().map((rule) => rule.id) }
  test.each([
    ['nothing', ''],
    ['a comment', '# nothing here\n'],
    ['empty documents', '---\n---\n...\n'],
    ['null', 'null\n'],
    ['an empty first line', '\n# of a Pod\napiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n'],
    ['a list', '- a\n- b\n'],
    ['a byte order mark and CRLF', '\uFEFFapiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: a\r\nspec:\r\n  containers:\r\n  - name: a\r\n    image: b:1\r\n'],
    ['a List with broken items', 'apiVersion: v1\nkind: List\nitems:\n- null\n- 1\n- {}\n- apiVersion: v1\n  kind: Pod\n'],
    ['aliases', 'apiVersion: v1\nkind: Pod\nmetadata: &m\n  name: a\n  labels: &l {a: b}\n  annotations: *l\nspec:\n  containers: [{name: a, image: "b:1", resources: &r {limits: {cpu: 1}}}, {name: c, image: "b:1", resources: *r}]\n'],
    ['wrong types everywhere', 'apiVersion: apps/v1\nkind: Deployment\nmetadata: [1]\nspec:\n  replicas: {}\n  selector: 5\n  template:\n    metadata: x\n    spec:\n      containers:\n      - 1\n      - name: [a]\n        image: {}\n        ports: [1, {containerPort: x}]\n        env: {}\n        resources: {limits: [], requests: {cpu: {}}}\n        securityContext: true\n      volumes: [null, {hostPath: 5}]\n      hostNetwork: "yes"\n'],
    ['nulls everywhere', 'apiVersion: v1\nkind: Pod\nmetadata: null\nspec:\n  containers:\n  - null\n  - name: null\n    image: null\n    ports: [null]\n    env: [null]\n    resources: null\n    volumeMounts: [null]\n  volumes: [null]\n  affinity: null\n'],
    ['a CustomResourceDefinition', 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: a.b.c}\nspec: {group: b.c, names: {kind: A, plural: a}, scope: Namespaced, versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, default: {a: 1}}}}}}]}\n'],
    ['__proto__ and friends', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  labels: {__proto__: x, constructor: y, toString: z}\ndata: {__proto__: x}\n'],
  ])('%s', async (_, text) => {
    const first = await lintText(text, everything)
    const second = await lintText(text, everything)
    expect(JSON.stringify(second)).toBe(JSON.stringify(first))
    for (const { start, end, message } of first.diagnostics) {
      expect(end.offset, message).toBeGreaterThanOrEqual(start.offset)
      expect(start.line).toBeGreaterThan(0)
    }
  })
})

test('a schema of ten thousand levels is followed as far as is sensible', async () => {
  const depth = 9000
  const schema = `{"type":"object","not":${'{"not":'.repeat(depth)}{}${'}'.repeat(depth)}}`
  const text = `{"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"a.b.c"},"spec":{"group":"b.c","names":{"kind":"A","plural":"a"},"scope":"Namespaced","versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":${schema}}}]}}`
  const { diagnostics } = await lintText(text)
  expect(diagnostics.map(({ rule, severity, message }) => [rule, severity, message])).toEqual([['valid-type', 'warning', 'What is nested more than 1000 levels deep is not checked']])
})

test('tests run programs through one place, which shows what they printed', () => {
  const tests = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' }).map((name) => `test/${name.replaceAll('\\', '/')}`)
  const others = tests.filter((file) => file.endsWith('.ts') && /import \{.*Sync.*\} from 'node:child_process'/.test(read(file)))
  expect(others.sort()).toEqual(['test/child-process.ts', 'test/integrations/tools.ts'])
})
