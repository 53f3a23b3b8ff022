/** SARIF says whether the run did all that it was asked for, as the exit code does. */
import { expect, test } from 'vitest'
import { BAD, folder, GOOD, podlint } from './run-cli.ts'

const isSuccessful = (stdout: string): boolean => JSON.parse(stdout).runs[0].invocations[0].executionSuccessful

test.each([
  ['findings', ['a.yaml'], 1, true],
  ['a file that is not there', ['a.yaml', 'no.yaml'], 2, false],
  ['nothing to lint', ['empty'], 2, false],
  ['nothing to lint, which is fine', ['empty', '--allow-empty'], 0, true],
])('%s', async (_, argv, code, successful) => {
  const result = await podlint(['-f', 'sarif', ...argv], { cwd: folder({ 'a.yaml': BAD, 'b.yaml': GOOD, 'empty/': '' }) })
  expect({ code: result.code, successful: isSuccessful(result.stdout) }).toEqual({ code, successful })
})
