/** What an application of Argo CD does to what is built from a folder. https://argo-cd.readthedocs.io/en/stable/user-guide/kustomize/ */
import { posix } from 'node:path'
import { isMap, listOf, mapOf } from '../../model/untyped.ts'
import type { Surroundings } from './objects.ts'
import type { Way } from './deployment.ts'

export function wayOf(kustomize: Record<string, unknown>, folder: string, outer: Way['outer'], { tree }: Surroundings): Way {
  const fields: Record<string, unknown> = {}
  const texts: Record<string, string> = {}
  for (const field of ['namePrefix', 'nameSuffix', 'namespace', 'commonAnnotations'] as const) if (kustomize[field] !== undefined) fields[field] = kustomize[field]
  const { commonLabels, labelWithoutSelector, labelIncludeTemplates } = kustomize
  if (isMap(commonLabels)) fields['labels'] = [{ pairs: commonLabels, includeSelectors: labelWithoutSelector !== true, ...(labelWithoutSelector === true && { includeTemplates: labelIncludeTemplates === true }) }]
  const images = listOf(kustomize['images']).flatMap((image) => (typeof image === 'string' ? [imageOf(image)] : []))
  if (images.length > 0) fields['images'] = images
  const replicas = listOf(kustomize['replicas']).map(mapOf).map(({ name, count }) => ({ name, count: Number(count) }))
  if (replicas.length > 0) fields['replicas'] = replicas
  const patches = listOf(kustomize['patches']).map(mapOf).flatMap((patch, index) => {
    const { path } = patch
    if (typeof path !== 'string') return [patch]
    const text = tree.read(posix.join(folder, path))
    if (text === undefined) return []
    texts[`${index}.yaml`] = text
    return [{ ...patch, path: `${index}.yaml` }]
  })
  if (patches.length > 0) fields['patches'] = patches
  const components = listOf(kustomize['components']).filter((each) => typeof each === 'string').map((each) => posix.join(folder, each))
  return { fields, components, texts, outer }
}

/** `name=other:tag`, or `name:tag`, or with a digest. */
function imageOf(text: string): Record<string, string> {
  const [, name, written] = /^(?:([^=]+)=)?(.+)$/.exec(text) ?? []
  const [, image, tag, digest] = /^(.+?)(?::([\w.-]+))?(?:@(sha256:\w+))?$/.exec(written ?? '') ?? []
  return { name: name ?? image ?? text, ...(name !== undefined && { newName: image ?? '' }), ...(tag !== undefined && { newTag: tag }), ...(digest !== undefined && { digest }) }
}
