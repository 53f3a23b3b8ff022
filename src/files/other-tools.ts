/** Files that somebody names beside manifests, as `podlint *` does, and that clearly belong to another tool: they are left alone. What is left should be a manifest. */
import { posix } from 'node:path'
import type { Tape } from '../parser/tape.ts'

/** By what follows the last slash; the first that matches. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(docker-|podman-)?compose([._-].*)?\.ya?ml$/i, 'compose file'],
  [/^(values([._-].*)?|.*[._-]values)\.ya?ml$/i, 'helm values'],
  [/^Chart\.ya?ml$/, 'helm chart'],
  [/^(package(-lock)?|[tj]sconfig(\..*)?|composer|renovate|deno)\.json$/i, 'configuration of another tool'],
  [/^(\.gitlab-ci|azure-pipelines|bitbucket-pipelines|appveyor|cloudbuild|buildspec|codecov|mkdocs|pubspec|dependabot|pnpm-lock|pnpm-workspace|action)([._-].*)?\.ya?ml$/i, 'configuration of another tool'],
  // Such as `.pre-commit-config.yaml`.
  [/^\../, 'configuration of another tool'],
  [/^[A-Z][A-Za-z]*file$|^[A-Z]{3,}(\.txt)?$/, 'not YAML or JSON'],
]
/** Of a manifest or of something that becomes one: YAML, JSON, Markdown; a template; nothing at all, as of a pipe. */
const ENDINGS = /\.(ya?ml|json|md|markdown|tmpl|tpl|j2|gotmpl|tftpl|in|dist|example|sample|bak|orig|k8s)$/i

/** What a file is by its name alone, unless it is a manifest all the same; undefined for what may be one. */
export function foreignName(file: string): string | undefined {
  const name = posix.basename(file)
  if (/(^|\/)\.(github|circleci)\//.test(file)) return 'configuration of another tool'
  const known = NAMES.find(([pattern]) => pattern.test(name))
  if (known !== undefined) return known[1]
  return name.includes('.') && !ENDINGS.test(name) ? 'not YAML or JSON' : undefined
}

/** The same, by the name and by what the document at `root` (-1 for none) holds, which is no Kubernetes object. */
export function otherTool(file: string, tape: Tape, root: number): string | undefined {
  return foreignName(file) ?? (root === -1 ? undefined : contentOf(tape, root))
}

function contentOf(tape: Tape, root: number): string | undefined {
  if (tape.isSequence(root)) {
    const first = tape.count(root) === 0 ? -1 : root + 1
    const has = (...keys: readonly string[]) => first !== -1 && keys.every((key) => tape.find(first, key) !== -1)
    if (has('op', 'path')) return 'JSON patch'
    return has('hosts') || has('import_playbook') ? 'Ansible playbook' : undefined
  }
  const isMap = (key: string) => {
    const node = tape.find(root, key)
    return node !== -1 && tape.isMap(node)
  }
  const has = (key: string) => tape.find(root, key) !== -1
  // A part of a manifest, or one whose head is forgotten.
  if (has('apiVersion') || has('kind') || has('metadata') || has('spec')) return undefined
  if (isMap('services')) return 'compose file'
  // Of a key `on`, YAML makes true.
  if (isMap('jobs') && (has('on') || has('true'))) return 'workflow'
  if (has('openapi') || has('swagger') || has('asyncapi')) return 'API description'
  if (has('$schema')) return 'configuration of another tool'
  return undefined
}
