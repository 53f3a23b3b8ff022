// Makes the indices of rules and constraints, and src/parts: which of them are loaded for which kinds.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { loadTypeScript } from './load-typescript.mjs'

const src = join(import.meta.dirname, '../src')
const HEADER = '// Made by scripts/generate.mjs.\n'

/** Loaded at the start: what looks at objects of any kind. */
const EVERY = 'every-object'
/** What Pods and Deployments need, and whatever several groups have. Other parts are named after the group of the kinds that need them. */
const WORKLOAD = 'workload'
/** Ends the names of parts with the rules outside of the default presets. */
const OPTIONAL = '-optional'
const DEFAULTS = ['api-server', 'recommended']
/** What only looks from one object to others: loaded at the end, when there are several. */
const SEVERAL = 'several-objects'
/** What looks at kustomizations. */
const KUSTOMIZATION = 'kustomization'
/** What looks at Chart.yaml. */
const CHART = 'chart'
const POD_SPEC = 'core/v1 PodSpec'

const sources = (folder) =>
  readdirSync(join(src, folder), { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && name.includes('/'))
    .sort()

/** `core/pod-spec.ts` → `corePodSpec` */
const variable = (file) => file.replace(/\.ts$/, '').replace(/[/-]+(\w)/g, (_, letter) => letter.toUpperCase())
const imports = (files, folder) => files.map((file) => `import ${variable(file)} from '${folder}/${file}'\n`).join('')
const ruleOf = (file) => {
  const [category, id] = file.replace(/\.ts$/, '').split('/')
  return `  named(${variable(file)}, '${category}', '${id}'),\n`
}

/** All of them, with documentation and examples. */
export function ruleIndices(categories) {
  const rules = categories.flatMap((category) => sources('rules').filter((file) => file.startsWith(`${category}/`)))
  const constraints = sources('schema/constraints')
  return {
    'src/rules/index.ts': `${HEADER}import { named, type Rule } from '../engine/define-rule.ts'\n${imports(rules, '.')}\nexport const rules: readonly Rule[] = [\n${rules.map(ruleOf).join('')}]\n`,
    'src/schema/constraints/index.ts': `${HEADER}import type { ConstraintSet } from '../constraints.ts'\n${imports(constraints, '.')}\nexport const constraintSets: readonly ConstraintSet[] = [\n${constraints.map((file) => `  ${variable(file)},\n`).join('')}]\n`,
  }
}

/** `rules` are all there are, with their visitors, and `morePresets` ids of rules by name. */
export async function partFiles(rules, morePresets, peerChecks) {
  const { THIRD_PARTY_KINDS } = await loadTypeScript('src/model/kinds.ts')
  const { SUBJECTS } = await loadTypeScript('src/engine/visitors.ts')
  const reach = await reachOfKinds()
  for (const [kind, group] of Object.entries(THIRD_PARTY_KINDS)) reach.set({ name: `${group} ${kind}`, kind, type: '' }, new Set())
  const kinds = [...reach.keys()]
  const runsPods = (kind) => reach.get(kind).has(POD_SPEC)
  const partOf = (affected) => {
    const groups = new Set(affected.map(({ type }) => type.slice(0, type.indexOf('/'))))
    const isOfPods = affected.some(runsPods)
    if (isOfPods && (groups.size > 1 || affected.some(({ kind }) => kind === 'Pod' || kind === 'Deployment'))) return WORKLOAD
    return [...groups][0]
  }
  /** Part → its files. */
  const parts = new Map([EVERY, `${EVERY}${OPTIONAL}`, WORKLOAD, SEVERAL, `${SEVERAL}${OPTIONAL}`].map((part) => [part, { rules: [], constraints: [] }]))
  /** `apiVersion kind` → the parts that it needs. */
  const needs = new Map(kinds.map(({ name }) => [name, new Set()]))
  const add = (part, list, file, affected) => {
    if (!parts.has(part)) parts.set(part, { rules: [], constraints: [] })
    parts.get(part)[list].push(file)
    if (!part.startsWith(EVERY)) for (const { name } of affected) needs.get(name).add(part)
  }

  for (const file of sources('rules')) {
    const [category, id] = file.replace(/\.ts$/, '').split('/')
    const { visit, presets, needsSeveral } = rules.find((rule) => rule.category === category && rule.id === id)
    // What the parser or the walk reports has no code of its own.
    if (visit === undefined) continue
    const names = Object.keys(visit)
    const visited = kinds.filter((kind) => names.includes(kind.kind))
    const ofPods = names.includes('podSpec') || names.includes('container')
    const affected = ofPods ? [...new Set([...visited, ...kinds.filter(runsPods)])] : visited
    const unknown = names.filter((name) => !SUBJECTS.includes(name) && !visited.some(({ kind }) => kind === name))
    if (unknown.length > 0) throw new Error(`${file} visits ${unknown.join(', ')}, which is no kind`)
    if (!needsSeveral && (names.includes('definition') || affected.some(({ type }) => type === ''))) throw new Error(`${file} needs several objects, and does not say so`)
    const part = needsSeveral ? SEVERAL : names.includes(KUSTOMIZATION) ? KUSTOMIZATION : names.includes(CHART) ? CHART : names.includes('object') ? EVERY : partOf(affected)
    add(DEFAULTS.some((preset) => presets.includes(preset)) ? part : `${part}${OPTIONAL}`, 'rules', file, needsSeveral ? [] : affected)
  }
  const typesOf = new Map()
  const { constraintSets } = await loadTypeScript('src/schema/constraints/index.ts')
  for (const [at, file] of sources('schema/constraints').entries()) {
    const types = constraintSets[at].types.map(({ type }) => type)
    typesOf.set(file, types)
    const isOfEvery = file.startsWith('meta/')
    const affected = kinds.filter((kind) => types.some((type) => reach.get(kind).has(type)))
    if (!isOfEvery && affected.length === 0) throw new Error(`No kind has a type of ${file}`)
    add(isOfEvery ? EVERY : affected.some(runsPods) ? partOf(affected) : file.split('/')[0], 'constraints', file, affected)
  }

  const files = {}
  for (const [part, { rules: ofRules, constraints }] of parts) {
    const named = ofRules.length === 0 ? '' : "import { named } from '../engine/define-rule.ts'\n"
    files[`src/parts/${part}.ts`] = `${HEADER}${named}import type { Part } from '../part.ts'\n${imports(ofRules, '../rules')}${imports(constraints, '../schema/constraints')}
export const part: Part = {
  rules: [
${ofRules.map((file) => `  ${ruleOf(file)}`).join('')}  ],
  constraintSets: [
${constraints.map((file) => `    ${variable(file)},\n`).join('')}  ],
  constrained: ${JSON.stringify([...new Set(constraints.flatMap((file) => typesOf.get(file)))].join('\n'))},
}
`
  }
  const loaded = [...parts.keys()].filter((part) => part !== EVERY)
  files['src/parts/index.ts'] = `${HEADER}import type { Part } from '../part.ts'

export { part as everyObject } from './${EVERY}.ts'

/** By name. */
export const PARTS: Readonly<Record<string, () => Promise<{ part: Part }>>> = {
${loaded.map((part) => `  '${part}': () => import('./${part}.ts'),\n`).join('')}}

/** \`apiVersion kind: parts\`, each on a line of its own. Text, because the table of all kinds would cost every run more than to search it for a few. */
export const KIND_PARTS = \`
${[...needs].filter(([, names]) => names.size > 0).map(([kind, names]) => `${kind}: ${[...names].sort().join(' ')}\n`).join('')}\`
`
  const groups = [...new Set(rules.map(groupOf))].map((group) => `${group}: ${rules.filter((rule) => groupOf(rule) === group).map(({ id }) => id).join(' ')}`)
  files['src/parts/rule-heads.ts'] = `${HEADER}// Text, because objects would cost every run more than to read it.
/** What rules have in common, and their ids: \`category severity presets crossObject: id id\`. */
export const RULE_GROUPS = \`${groups.join('\n')}\`
`
  const options = rules.filter((rule) => rule.options !== undefined).map((rule) => `  '${rule.id}': ${JSON.stringify(rule.options)},\n`)
  files['src/parts/rule-options.ts'] = `${HEADER}import type { OptionDefinitions } from '../engine/define-rule.ts'\n\n/** By rule id. */\nexport const RULE_OPTIONS: Readonly<Record<string, OptionDefinitions>> = {\n${options.join('')}}\n\n/** By rule id: options of which one has to be set. */\nexport const RULE_NEEDS: Readonly<Record<string, readonly string[]>> = {\n${rules.filter(({ needs }) => needs !== undefined).map(({ id, needs }) => `  '${id}': ${JSON.stringify(needs)},\n`).join('')}}\n\n/** What the parser or the walk reports. */\nexport const WALKED_RULES: readonly string[] = ${JSON.stringify(rules.filter(({ visit }) => visit === undefined).map(({ id }) => id))}\n`
  const checks = Object.entries(peerChecks).map(([tool, list]) => `  '${tool}': \`${list.map((check) => check.join('\t').replaceAll(/[\\`$]/g, '\\$&')).join('\n')}\`,\n`)
  files['src/parts/peer-checks.ts'] = `${HEADER}/** By tool, a line for each check: id, \`*\` when it is made by default, why no rule is like it, title, settings that the rules need. */\nexport const PEER_CHECKS: Readonly<Record<string, string>> = {\n${checks.join('')}}\n`
  files['src/parts/more-presets.ts'] = `${HEADER}/** Ids of rules by preset: those beyond the presets that every run knows. */\nexport const MORE_PRESETS: Readonly<Record<string, string>> = {\n${Object.entries(morePresets).map(([name, ids]) => `  ${/^[a-z]+$/.test(name) ? name : `'${name}'`}: '${ids.join(' ')}',\n`).join('')}}\n`
  return files
}

function groupOf({ category, severity, presets, crossObject }) {
  return [category, severity, presets.join(), crossObject === true ? 'crossObject' : ''].join(' ').trimEnd()
}

/** Every kind of every minor → the names of the types that its objects can hold. */
async function reachOfKinds() {
  const { loadTable } = await loadTypeScript('src/schema/table.ts')
  const { MINORS } = await loadTypeScript('src/versions.ts')
  const kinds = new Map()
  for (const minor of MINORS) {
    for (const info of loadTable(minor).kinds()) {
      const name = `${info.apiVersion} ${info.kind}`
      if (!kinds.has(name)) kinds.set(name, { kind: { name, kind: info.kind, type: info.type.name }, types: new Set() })
      collect(info.type, kinds.get(name).types)
    }
  }
  return new Map([...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { kind, types }]) => [kind, types]))
}

function collect(type, into, seen = new Set()) {
  if (seen.has(type)) return
  seen.add(type)
  into.add(type.name)
  for (const { type: field } of type.fields.values()) {
    for (let at = field; at !== undefined; at = at.item) if (at.object !== undefined) collect(at.object, into, seen)
  }
}
