import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Those that take half a minute and more: begun last, they would keep all others waiting. */
const LONG = ['fuzz/fuzz', 'schema/unreadable', 'schema/misspelt', 'integrations/pre-commit', 'cli/bundle', 'integrations/snippets', 'integrations/action'].map((name) => `test/${name}.test.ts`)

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((name) => moduleId.endsWith(name))
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/shared-folder.ts'],
    setupFiles: ['test/environment.ts'],
    reporters: ['default', './test/left-out.ts'],
    // Without this, a machine with two processors would have one of them wait.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // A machine may be slow, or busy with something else: a limit is only there to end what hangs.
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
})
