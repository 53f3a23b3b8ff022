import type { TestContext } from 'vitest'
import { has, type Tool } from './integrations/tools.ts'

/** What the note of a test starts with that is left out; test/left-out.ts names them all at the end. */
export const WANTS = 'wants '

/** Leaves a test out, and says why, where a program that it runs is not installed. In a test, or for all of a group in `beforeEach`. */
export function want({ skip }: TestContext, ...tools: readonly Tool[]): void {
  for (const tool of tools) skip(!has(tool), `${WANTS}${tool}`)
}

/** The superuser may do what other users are refused. */
export function wantOrdinaryUser({ skip }: TestContext): void {
  skip(process.getuid?.() === 0, `${WANTS}a user other than root`)
}
