/**
 * What a kustomization may hold, as `api/types` of Kustomize has it. A line is a type, with `field:type`; `s` is a string, `b` a boolean, `i` an integer, `m` a map of strings, `a` a map of
 * anything, `[…]` a list. Text, because it is read only where there is a kustomization.
 */
const TYPES = `
Kustomization apiVersion:s kind:s metadata:ObjectMeta openapi:m namePrefix:s nameSuffix:s namespace:s commonLabels:m labels:[Label] commonAnnotations:m patchesStrategicMerge:[s] patchesJson6902:[Patch] patches:[Patch] images:[Image] imageTags:[Image] replacements:[ReplacementField] replicas:[Replica] vars:[Var] sortOptions:SortOptions resources:[s] components:[s] crds:[s] bases:[s] configMapGenerator:[ConfigMapArgs] secretGenerator:[SecretArgs] helmGlobals:HelmGlobals helmCharts:[HelmChart] helmChartInflationGenerator:[HelmChartArgs] generatorOptions:GeneratorOptions configurations:[s] generators:[s] transformers:[s] validators:[s] buildMetadata:[s]
ObjectMeta name:s namespace:s labels:m annotations:m
Label pairs:m includeSelectors:b includeTemplates:b includeVolumeClaimTemplates:b fields:[FieldSpec]
FieldSpec group:s version:s kind:s path:s create:b
Patch path:s patch:s target:Selector options:PatchArgs
PatchArgs allowNameChange:b allowKindChange:b
Selector group:s version:s kind:s name:s namespace:s annotationSelector:s labelSelector:s
Image name:s newName:s tagSuffix:s newTag:s digest:s
ReplacementField source:SourceSelector targets:[TargetSelector] sourceValue:s path:s
SourceSelector group:s version:s kind:s name:s namespace:s fieldPath:s options:FieldOptions
TargetSelector select:Selector reject:[Selector] fieldPaths:[s] options:FieldOptions
FieldOptions delimiter:s index:i encoding:s create:b
Replica name:s count:i
Var name:s objref:Target fieldref:FieldSelector
Target apiVersion:s group:s version:s kind:s name:s namespace:s
FieldSelector fieldPath:s fieldpath:s
SortOptions order:s legacySortOptions:LegacySortOptions
LegacySortOptions orderFirst:[s] orderLast:[s]
ConfigMapArgs namespace:s name:s behavior:s literals:[s] files:[s] envs:[s] env:s options:GeneratorOptions
SecretArgs namespace:s name:s behavior:s literals:[s] files:[s] envs:[s] env:s options:GeneratorOptions type:s
GeneratorOptions labels:m annotations:m disableNameSuffixHash:b immutable:b
HelmGlobals chartHome:s configHome:s
HelmChart name:s version:s repo:s releaseName:s namespace:s additionalValuesFiles:[s] valuesFile:s valuesInline:a valuesMerge:s includeCRDs:b skipHooks:b apiVersions:[s] kubeVersion:s nameTemplate:s skipTests:b debug:b devel:b
HelmChartArgs chartName:s chartVersion:s chartRepoUrl:s chartHome:s chartRepoName:s helmBin:s helmHome:s values:s valuesLocal:a valuesMerge:s releaseName:s releaseNamespace:s extraArgs:[s]
`

/** What a field of a type is: another type, or one of the letters; `list` when it is a list of these. */
export interface KustomizeField {
  name: string
  type: string
  isList: boolean
}

const types = new Map<string, ReadonlyMap<string, KustomizeField>>()

/** The fields of a type by name in lower case: Kustomize does not look at the case of letters. Undefined for what is not a type with fields. */
export function fieldsOf(type: string): ReadonlyMap<string, KustomizeField> | undefined {
  if (types.size === 0) for (const line of TYPES.trim().split('\n')) readType(line)
  return types.get(type)
}

function readType(line: string): void {
  const [type, ...fields] = line.split(' ') as [string, ...string[]]
  types.set(type, new Map(fields.map((field) => {
    const [name, written] = field.split(':') as [string, string]
    const isList = written.startsWith('[')
    return [name.toLowerCase(), { name, type: isList ? written.slice(1, -1) : written, isList }]
  })))
}

/** Fields that take one of a few values. */
export const KUSTOMIZE_VALUES: ReadonlyMap<string, readonly string[]> = new Map(Object.entries({
  'Kustomization.buildMetadata': ['originAnnotations', 'transformerAnnotations', 'managedByLabel'],
  'SortOptions.order': ['legacy', 'fifo'],
  'ConfigMapArgs.behavior': ['create', 'replace', 'merge'],
  'SecretArgs.behavior': ['create', 'replace', 'merge'],
  'HelmChart.valuesMerge': ['merge', 'override', 'replace'],
}))
