/** References to container images: the grammar of OCI registries, and Docker's habit of leaving parts out. https://github.com/distribution/reference */

export interface ImageReference {
  /** `docker.io` when the reference has none. */
  registry: string
  /** Without the registry; `library/nginx` for `nginx`. */
  repository: string
  tag?: string
  /** `sha256:…` */
  digest?: string
}

const REGISTRY = /^(?:(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(?:\.(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[0-9a-fA-F:]+\])(?::\d+)?$/
const COMPONENT = /^[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*$/
const TAG = /^\w[\w.-]{0,127}$/
const HEX_DIGITS: ReadonlyMap<string, number> = new Map(Object.entries({ sha256: 64, sha384: 96, sha512: 128 }))

function brokenDigest(digest: string): string | undefined {
  const [algorithm, hex] = digest.split(':')
  const length = HEX_DIGITS.get(algorithm!)
  if (length === undefined) return `has a digest of the unknown algorithm "${algorithm}"`
  return hex?.length === length && /^[0-9a-f]+$/.test(hex) && digest.indexOf(':') === digest.lastIndexOf(':')
    ? undefined
    : `has a digest that is not ${algorithm}: and ${length} lower case hexadecimal digits`
}

/** Several rules look at each image, and a run has few different ones. */
const parsed = new Map<string, ImageReference | string>()

/** The parts of a reference, or why it is malformed, as the rest of a sentence that starts with it. */
export function parseImage(text: string): ImageReference | string {
  let result = parsed.get(text)
  if (result === undefined) parsed.set(text, (result = parse(text)))
  return result
}

function parse(text: string): ImageReference | string {
  if (text === '') return 'must not be empty'
  if (/\s/.test(text)) return 'must not contain white space'
  if (/^[a-z][a-z0-9+.-]*:\/\//.test(text)) return 'must not begin with a scheme such as "https://"'
  const at = text.indexOf('@')
  const digest = at === -1 ? undefined : text.slice(at + 1)
  const named = at === -1 ? text : text.slice(0, at)
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1)
  const tag = colon === -1 ? undefined : named.slice(colon + 1)
  const name = colon === -1 ? named : named.slice(0, colon)

  const slash = name.indexOf('/')
  const first = name.slice(0, Math.max(slash, 0))
  const hasRegistry = slash !== -1 && (/[.:A-Z]/.test(first) || first === 'localhost')
  const path = hasRegistry ? name.slice(slash + 1) : name
  const registry = !hasRegistry || first === 'index.docker.io' ? 'docker.io' : first
  const repository = registry === 'docker.io' && !path.includes('/') ? `library/${path}` : path

  if (hasRegistry && !REGISTRY.test(first)) return `has the malformed registry "${first}"`
  if (path === '') return 'has no repository'
  if (/[A-Z]/.test(path)) return `has capitals in its repository "${path}"`
  for (const component of path.split('/')) {
    if (component === '') return 'has an empty part between slashes'
    if (!COMPONENT.test(component)) return `has the malformed part "${component}" in its repository`
  }
  if (slash === -1 && /^[a-f0-9]{64}$/.test(path)) return 'is the id of an image, not its name'
  if (registry.length + 1 + repository.length > 255) return 'has a registry and repository of more than 255 characters'
  if (tag === '') return 'has an empty tag'
  if (tag !== undefined && !TAG.test(tag)) return `has the malformed tag "${tag}"`
  const broken = digest === undefined ? undefined : brokenDigest(digest)
  if (broken !== undefined) return broken
  return { registry, repository, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) }
}
