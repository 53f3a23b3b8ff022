/** What the project says of itself. */

/** Kept equal to package.json by a test. */
export const VERSION = '0.1.0'

export const HOMEPAGE = 'https://github.com/podlint/podlint'

/** The documentation page of a rule. */
export const ruleUrl = (id: string): string => `${HOMEPAGE}/blob/main/docs/rules/${id}.md`
