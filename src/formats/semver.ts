/** Versions as of https://semver.org/spec/v2.0.0.html: `1.2.3-rc.1+build`. */
import type { Format } from './format.ts'

const NUMBER = '(?:0|[1-9]\\d*)'
const PRE_RELEASE = `(?:${NUMBER}|\\d*[a-zA-Z-][0-9a-zA-Z-]*)`
const BUILD = '[0-9a-zA-Z-]+'
const VERSION = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-${PRE_RELEASE}(?:\\.${PRE_RELEASE})*)?(?:\\+${BUILD}(?:\\.${BUILD})*)?$`)

export const semver: Format = (value) => (VERSION.test(value) ? undefined : 'must be a version such as 1.2.3 or 1.2.3-rc.1')
