/** `podlint kinds`: the kinds that are known, and from where. */
import { Linter } from '../lint.ts'
import { Catalogue } from '../schema/crd/catalogue.ts'
import { readDefinition, type Definition } from '../schema/crd/definition.ts'
import { loadTable } from '../schema/table.ts'
import { UsageError } from '../usage-error.ts'
import { findGiven } from './inputs.ts'
import type { Settings } from './settings.ts'

interface KnownKind {
  apiVersion: string
  kind: string
  scope: 'Namespaced' | 'Cluster'
  source: string
}

/** Of these groups, or of all. Throws a UsageError. */
export async function kindList(groups: readonly string[], settings: Settings, asJson: boolean): Promise<string> {
  const all = [...settings.kubernetesVersions.flatMap(builtIn), ...(await defined(settings)), ...(settings.catalogue ? inCatalogue() : [])]
  const kinds = groups.length === 0 ? all : all.filter(({ apiVersion }) => groups.includes(groupOf(apiVersion)))
  if (kinds.length === 0) throw new UsageError(`No kind of ${groups.join(', ')} is known`)
  if (asJson) return `[\n${kinds.map((kind) => JSON.stringify(kind)).join(',\n')}\n]\n`
  const width = (of: (kind: KnownKind) => string) => Math.max(...kinds.map((kind) => of(kind).length)) + 2
  const [versions, names] = [width(({ apiVersion }) => apiVersion), width(({ kind }) => kind)]
  return kinds.map(({ apiVersion, kind, scope, source }) => `${apiVersion.padEnd(versions)}${kind.padEnd(names)}${scope.padEnd(12)}${source}\n`).join('')
}

/** `core` stands for the group without a name. */
const groupOf = (apiVersion: string): string => (apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : 'core')

const builtIn = (minor: string): KnownKind[] =>
  loadTable(minor)
    .kinds()
    .map(({ apiVersion, kind, namespaced }) => ({ apiVersion, kind, scope: namespaced ? 'Namespaced' : 'Cluster', source: `Kubernetes ${minor}` }))

async function defined(settings: Settings): Promise<KnownKind[]> {
  return (await definitionsOf(settings)).flatMap(({ definition, source }) => kindsOf(definition, source))
}

interface Sourced {
  definition: Definition
  /** The file, or the release that the catalogue has it of. */
  source: string
}

async function definitionsOf(settings: Settings): Promise<Sourced[]> {
  const { inputs, problems } = await findGiven(settings.crds, settings)
  if (problems.length > 0) throw new UsageError(problems)
  const linter = new Linter({ kubernetesVersions: settings.kubernetesVersions, severities: settings.rules.severities })
  for (const { file, read } of inputs) await linter.addDefinitions(file, read().text)
  return linter.definitions.flatMap((object) => {
    const definition = readDefinition(object)
    return definition === undefined ? [] : [{ definition, source: object.source.file }]
  })
}

const inCatalogue = (): KnownKind[] => ofCatalogue().flatMap(({ definition, source }) => kindsOf(definition, source))

function ofCatalogue(): Sourced[] {
  const catalogue = new Catalogue()
  return [...catalogue.names].sort().flatMap((group) => catalogue.ofGroup(group).map((definition) => ({ definition, source: definition.release! })))
}

/** The definitions of a kind, in whatever case it is written; those that were given count before the catalogue. */
export async function definedKinds(settings: Settings, kind: string): Promise<Sourced[]> {
  const named = ({ definition }: Sourced): boolean => definition.kind.toLowerCase() === kind.toLowerCase()
  const given = (await definitionsOf(settings)).filter(named)
  return given.length > 0 || !settings.catalogue ? given : ofCatalogue().filter(named)
}

const kindsOf = ({ group, kind, isNamespaced, versions }: Definition, source: string): KnownKind[] =>
  versions.filter(({ isServed }) => isServed).map(({ name }) => ({ apiVersion: `${group}/${name}`, kind, scope: isNamespaced ? 'Namespaced' : 'Cluster', source }))
