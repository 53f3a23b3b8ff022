/** What lives elsewhere, as the settings say: `KIND/NAME` or `KIND/NAMESPACE/NAME`, with `*` for any letters. */
export class External {
  private readonly patterns: readonly { pattern: string; kind: RegExp; namespace: RegExp; name: RegExp }[]

  private readonly used: Set<string> | undefined

  /** `used` gets those that something was found for. */
  constructor(patterns: readonly string[], used?: Set<string>) {
    this.used = used
    this.patterns = patterns.map((pattern) => {
      const [kind = '', ...rest] = pattern.split('/')
      return { pattern, kind: globMatcher(kind), namespace: globMatcher(rest.length > 1 ? rest[0]! : '*'), name: globMatcher(rest.at(-1) ?? '') }
    })
  }

  has(kind: string, namespace: string, name: string): boolean {
    const found = this.patterns.filter((pattern) => pattern.kind.test(kind) && pattern.namespace.test(namespace) && pattern.name.test(name))
    for (const { pattern } of found) this.used?.add(pattern)
    return found.length > 0
  }
}

/** Why a pattern makes no sense, or undefined. */
export function externalProblem(pattern: string): string | undefined {
  const steps = pattern.split('/')
  if (steps.length < 2 || steps.length > 3) return `"${pattern}" is not KIND/NAME or KIND/NAMESPACE/NAME`
  if (steps.includes('')) return `"${pattern}" has an empty part; write * for any`
  return /^[A-Za-z*]+$/.test(steps[0]!) ? undefined : `"${steps[0]}" is not a kind`
}

/** Neighboring stars are one: each part is looked for once, from left to right. */
export const globMatcher = (pattern: string): RegExp => new RegExp(`^${pattern.split(/\*+/).map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')).join('[^]*')}$`)
