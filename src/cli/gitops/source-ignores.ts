/** What Flux leaves out of a repository before it is applied. https://fluxcd.io/flux/components/source/gitrepositories/#excluding-files */
import { posix } from 'node:path'
import { lastMatch, readPatterns, type IgnorePattern } from '../../files/ignore-rules.ts'
import type { FileTree } from '../../model/file-tree.ts'

/** Patterns, and how many steps below the root they begin. */
interface Scoped {
  depth: number
  patterns: readonly IgnorePattern[]
}

/** One character is one byte, as git has it. */
const bytes = (text: string): string => Buffer.from(text).toString('latin1')

const OF_GIT = readPatterns('.git/\n.gitignore\n.gitmodules\n.gitattributes\n')
/** Only where nothing else is said. */
const USUAL = readPatterns('.github/\n.circleci/\n.travis.yml\n.gitlab-ci.yml\nappveyor.yml\n.drone.yml\ncloudbuild.yaml\ncodeship-services.yml\ncodeship-steps.yml\n**/.goreleaser.yml\n**/.goreleaser.yaml\n**/.sops.yaml\n**/.flux.yaml\n')

export class SourceIgnores {
  private readonly tree: FileTree
  private readonly top: string
  private readonly ofSource: readonly IgnorePattern[]
  /** By folder, from the root: what is said down to there. */
  private readonly known = new Map<string, readonly Scoped[]>()

  /** `ignore` is what the source itself says. */
  constructor(tree: FileTree, top: string, ignore = '') {
    this.tree = tree
    this.top = top
    this.ofSource = readPatterns(bytes(ignore))
  }

  /** The last pattern decides that matches the file or a folder around it: other than for git, one may take back what lies in a folder that is left out. */
  leavesOut(path: string): boolean {
    const steps = bytes(posix.relative(this.top, path)).split('/')
    const said = [...this.saidIn(posix.dirname(posix.relative(this.top, path))), { depth: 0, patterns: this.ofSource }].filter(({ patterns }) => patterns.length > 0)
    for (const { depth, patterns } of [{ depth: 0, patterns: [...OF_GIT, ...(said.length === 0 ? USUAL : [])] }, ...said].reverse()) {
      let last: IgnorePattern | undefined
      for (let end = depth + 1; end <= steps.length; end++) {
        const match = lastMatch(patterns, steps.slice(depth, end), end < steps.length)
        if (match !== undefined && (last === undefined || patterns.indexOf(match) > patterns.indexOf(last))) last = match
      }
      if (last !== undefined) return !last.negated
    }
    return false
  }

  private saidIn(folder: string): readonly Scoped[] {
    let said = this.known.get(folder)
    if (said === undefined) {
      const text = this.tree.read(posix.join(this.top, folder, '.sourceignore'))
      const own = text === undefined ? [] : [{ depth: folder === '.' ? 0 : folder.split('/').length, patterns: readPatterns(bytes(text)) }]
      this.known.set(folder, (said = [...(folder === '.' ? [] : this.saidIn(posix.dirname(folder))), ...own]))
    }
    return said
  }
}
