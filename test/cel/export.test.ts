/** What podlint writes as admission policies says the same as its rules: on all of their examples, and on the objects that the conformance cases are made of. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseAllDocuments, stringify } from 'yaml'
import { Engine } from '../../src/cel/engine.ts'
import { EXPORTED, policyText } from '../../src/cel/export/policy-text.ts'
import { judge } from '../../src/cel/policies/judgments.ts'
import { policiesOf } from '../../src/cel/policies/violations.ts'
import { Surroundings } from '../../src/cel/policies/surroundings.ts'
import { exampleText } from '../../src/engine/define-rule.ts'
import { Linter } from '../../src/lint.ts'
import type { KubernetesObject } from '../../src/model/object.ts'
import { POD_TEMPLATES } from '../../src/model/pod.ts'
import { documentedRules } from '../../src/rule-docs.ts'
import { lintText } from '../lint-text.ts'
import { objectsIn } from './objects-in.ts'

const MINOR = '1.37'
const ids = [...EXPORTED.keys()]
const rules = documentedRules().filter(({ id }) => EXPORTED.has(id))
const engine = new Engine(undefined)
afterAll(() => engine.end())

interface Sample {
  text: string
  file: string
}

/** Which objects of a text each rule speaks of: by rule, `file label`. */
async function said(samples: readonly Sample[], of: readonly string[]): Promise<Map<string, Set<string>>> {
  const found = new Map(of.map((id) => [id, new Set<string>()]))
  for (const { file, text } of samples) {
    const linter = new Linter({ kubernetesVersions: [MINOR], severities: new Map(of.map((id) => [id, 'error'])) })
    await linter.add({ file, text, named: true })
    for (const { rule, object } of (await linter.finish()).diagnostics) found.get(rule)?.add(`${file} ${object}`)
  }
  return found
}

async function refused(id: string, objects: readonly KubernetesObject[]): Promise<Set<string>> {
  const rule = rules.find((each) => each.id === id)!
  const policies = await objectsIn(policyText(id, EXPORTED.get(id)!, { summary: rule.summary, severity: 'error', url: '' }, 37))
  const around = new Surroundings([...objects, ...policies], MINOR, () => undefined)
  const { bound } = policiesOf({ objects: policies, isGiven: () => false })
  const { judgments, failures, broken } = await judge(engine, MINOR, bound, objects.flatMap((object) => around.subject(object) ?? []), around)
  expect([...failures.values(), ...[...broken].map(({ name }) => name)]).toEqual([])
  expect(judgments.filter(({ kind }) => kind !== 'broken').map(({ reasons, subject }) => `${subject.object.source.file} ${subject.object.label} ${reasons.join()}`)).toEqual([])
  return new Set(judgments.map(({ subject: { object } }) => `${object.source.file} ${object.label}`))
}

/** A Pod in the other kinds that run one. */
function wrapped({ file, text }: Sample): Sample[] {
  const documents = parseAllDocuments(text, { version: '1.1' }).map((document) => document.toJS() as { kind?: string; metadata?: object; spec?: object })
  const [pod, ...others] = documents
  if (others.length > 0 || pod?.kind !== 'Pod') return []
  return ['Deployment', 'CronJob', 'PodTemplate'].map((kind) => {
    const value = [...POD_TEMPLATES.get(kind)!].reverse().reduce<object>((below, step) => ({ [step]: below }), { metadata: pod.metadata, spec: pod.spec })
    return { file: `${file}-${kind}`, text: stringify({ apiVersion: kind === 'PodTemplate' ? 'v1' : kind === 'CronJob' ? 'batch/v1' : 'apps/v1', kind, metadata: { name: 'wrapped' }, ...value }, { version: '1.1' }) }
  })
}

const examples = (rule: (typeof rules)[number]): Sample[] =>
  [...rule.bad, ...rule.good].filter(({ options, upgrade }) => options === undefined && upgrade === undefined).flatMap(({ yaml }, index) => {
    const sample = { file: `${rule.id}-${index}`, text: exampleText(yaml).split('\n').map((line) => line.replace(/\s*# ✖ .*$/, '')).join('\n') }
    return [sample, ...wrapped(sample)]
  })

/** Where these speak, others are silent about the same rule of a role. */
const TELLING = ['no-full-control-role', 'no-wildcard-role']

let bases: { objects: KubernetesObject[]; said: Map<string, Set<string>> }
beforeAll(async () => {
  const folder = join(import.meta.dirname, '../../conformance/bases')
  const samples = readdirSync(folder).filter((file) => file.endsWith('.yaml')).map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }))
  bases = { objects: (await Promise.all(samples.map(({ file, text }) => objectsIn(text, file)))).flat(), said: new Map([...(await said(samples, TELLING)), ...(await said(samples, ids.filter((id) => !TELLING.includes(id))))]) }
})

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('says the same on its examples', async () => {
    const samples = examples(rule)
    const objects = (await Promise.all(samples.map(({ file, text }) => objectsIn(text, file)))).flat()
    const expected = (await said(samples, [id])).get(id)!
    expect(expected.size).toBeGreaterThan(0)
    expect([...(await refused(id, objects))].sort()).toEqual([...expected].sort())
  })

  test('says the same on the objects of the conformance cases', async () => {
    expect([...(await refused(id, bases.objects))].sort()).toEqual([...bases.said.get(id)!].sort())
  })
})

test('all of them are policies that the API server takes', async () => {
  const text = rules.map((rule) => policyText(rule.id, EXPORTED.get(rule.id)!, { summary: rule.summary, severity: rule.severity, url: '' }, 37)).join('---\n')
  const { diagnostics, summary } = await lintText(text, { rules: documentedRules().filter(({ presets }) => presets.includes('api-server')).map(({ id }) => id) })
  expect(diagnostics).toEqual([])
  expect(summary.resources).toBe(rules.length * 2)
})
