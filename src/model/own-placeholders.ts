/** Placeholders of the user's own, such as `@@NAME@@` or `<name>`: replaced before the text is read, by letters that nothing else has, as many as there were. Offsets stay what they are. */

import { markOf } from './placeholder.ts'

/** Why a pattern makes no sense, or undefined. */
export function placeholderProblem(pattern: string): string | undefined {
  const parts = pattern.split('*')
  if (parts.length !== 2) return `A placeholder has one * for the name in it, such as @@*@@, not "${pattern}"`
  if (/\s/.test(pattern)) return `A placeholder has no spaces, unlike "${pattern}"`
  if (parts[0] === '' || /^[\w.-]*$/.test(parts[0]!)) return `"${pattern}" must begin with a sign that no name has, such as @@*@@ or <*>`
  return undefined
}

/** Puts marks in place of all of them. */
export function ownPlaceholders(patterns: readonly string[]): (text: string) => string {
  const escaped = (text: string) => text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
  const expression = new RegExp(patterns.map((pattern) => pattern.split('*').map(escaped).join('[A-Za-z0-9_.:/ -]{1,100}?')).join('|'), 'g')
  return (text) => text.replace(expression, markOf)
}
