/** Before all files of tests: a folder for what is made once for all of them. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    sharedFolder: string
  }
}

export default function prepare(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'podlint-shared-'))
  const forget = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  project.provide('sharedFolder', folder)
  // Somebody has changed the sources.
  project.onTestsRerun(() => {
    forget()
    mkdirSync(folder)
  })
  return forget
}
