/** Lint a text in a test, with the rules that matter there. */
import type { Report } from '../src/diagnostic.ts'
import { posix } from 'node:path'
import { afterAll } from 'vitest'
import { buildKustomizations } from '../src/cli/built-kustomizations.ts'
import { withFailures } from '../src/cli/failed-kustomizations.ts'
import { ExpressionEngine } from '../src/expression-engine.ts'
import { Linter } from '../src/lint.ts'
import type { LintOptions } from '../src/lint-options.ts'
import type { FileTree } from '../src/model/file-tree.ts'
import { RenderEngine } from '../src/render/engine.ts'
import { allRules } from '../src/rules.ts'

/** One for all tests of a file, as a run has one for all its files: starting one takes longer than most tests. */
const engine = new ExpressionEngine()
const renderEngine = new RenderEngine(undefined)
afterAll(async () => {
  await engine.end()
  renderEngine.end()
})

export interface TestOptions {
  /** Only these rules; all of the preset `recommended` without it. */
  rules?: readonly string[]
  kubernetesVersions?: readonly string[]
  isUpgrade?: boolean
  options?: Readonly<Record<string, unknown>>
  file?: string
  /** Files around it, by path. */
  files?: Readonly<Record<string, string>> | undefined
}

export async function lintText(text: string, { rules, kubernetesVersions = ['1.37'], isUpgrade = false, options, files, file = files === undefined ? 'test.yaml' : 'kustomization.yaml' }: TestOptions = {}): Promise<Report> {
  const wanted = new Set(rules)
  const chosen = allRules().filter((rule) => (rules === undefined ? rule.presets.includes('recommended') : wanted.has(rule.id)))
  if (rules !== undefined && chosen.length !== rules.length) throw new Error(`no such rule among ${rules.join(', ')}`)
  const tree = files === undefined ? undefined : treeOf({ ...files, [file]: text })
  const lintOptions: LintOptions = {
    kubernetesVersions,
    isUpgrade,
    engine,
    severities: new Map(chosen.map((rule) => [rule.id, rule.severity])),
    ...(tree === undefined ? {} : { tree: () => tree }),
    ...(options === undefined ? {} : { options: new Map(chosen.map((rule) => [rule.id, options])) }),
  }
  const linter = new Linter(lintOptions)
  await linter.add({ file, text, named: true })
  const report = await linter.finish()
  // What only a build can find.
  if (tree === undefined || rules?.includes('no-failed-kustomization') !== true) return report
  const builds = await buildKustomizations([{ file, resources: [], generated: [], isOpen: false, namePrefix: '', nameSuffix: '' }], tree, renderEngine)
  return withFailures(report, builds.failed, lintOptions, tree, new Set([file]))
}

/** Files in memory, in a repository of their own. */
export function treeOf(files: Readonly<Record<string, string>>): FileTree {
  const has = (path: string) => Object.hasOwn(files, path)
  const below = (path: string) => Object.keys(files).filter((file) => path === '.' || file.startsWith(`${path}/`))
  return {
    kindOf: (path) => (has(path) ? 'file' : below(path.replace(/\/$/, '')).length > 0 ? 'folder' : undefined),
    read: (path) => (has(path) ? files[path] : undefined),
    namesIn: (path) => below(path).map((file) => posix.relative(path, file).split('/')[0]!),
    isIgnored: async () => false,
    rootOf: () => '.',
    remotesOf: () => [],
  }
}
