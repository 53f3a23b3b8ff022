/** What `helm template` says of where a finding comes from is in every format that a machine reads. */
import { expect, test } from 'vitest'
import { loadReporter } from '../../src/reporters/index.ts'
import { everyday } from './reports.ts'

const ORIGIN = 'shop/templates/web.yaml'

test.each(['json', 'sarif', 'junit', 'gitlab', 'github', 'checkstyle', 'rdjson'])('%s', async (format) => {
  const reporter = await loadReporter(format, process.cwd())
  const print = async (origin: string | undefined) => {
    const report = everyday()
    return reporter!({ ...report, diagnostics: report.diagnostics.slice(0, 1).map((diagnostic) => ({ ...diagnostic, ...(origin !== undefined && { origin }) })) }, { color: false, cwd: process.cwd(), quiet: false })
  }
  expect(await print(ORIGIN)).toContain(ORIGIN)
  expect(await print(undefined)).not.toContain('rendered from')
})
