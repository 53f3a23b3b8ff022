// What one gets from putting `yaml` and `ajv` together in the obvious way, for podlint to be compared with: every document is parsed by
// `yaml` and validated by ajv against the schema of its kind, compiled when the kind is first met; errors have their line.
//
//   node baseline.mjs SCHEMAS PATH      SCHEMAS is the folder that bench/kubeconform-schemas.mjs makes
//   node baseline.mjs - PATH            parses only
//
// bench/run.mjs makes one bundle of it, so that nobody's start-up is slower for being many files.

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { LineCounter, parseAllDocuments } from 'yaml'

const [schemas, target] = process.argv.slice(2)
const validators = new Map()
const lines = []

function validatorOf(ajv, { apiVersion, kind }) {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : [undefined, apiVersion]
  const suffix = group === undefined ? version : `${group.split('.')[0]}-${version}`
  const file = join(schemas, `${kind}-${suffix}.json`.toLowerCase())
  if (!validators.has(file)) validators.set(file, existsSync(file) ? ajv.compile(JSON.parse(readFileSync(file, 'utf8'))) : undefined)
  return validators.get(file)
}

/** `ajv` is undefined for parsing only. */
function checkFile(path, ajv) {
  const lineCounter = new LineCounter()
  for (const document of parseAllDocuments(readFileSync(path, 'utf8'), { lineCounter })) {
    for (const error of document.errors) lines.push(`${path}:${lineCounter.linePos(error.pos[0]).line}: ${error.code}`)
    if (document.errors.length > 0) continue
    const value = document.toJS()
    if (ajv === undefined || typeof value?.apiVersion !== 'string' || typeof value.kind !== 'string') continue
    const validate = validatorOf(ajv, value)
    if (validate === undefined || validate(value)) continue
    for (const { instancePath, message } of validate.errors) {
      const node = document.getIn(instancePath.split('/').slice(1), true)
      const line = lineCounter.linePos(node?.range?.[0] ?? document.range[0]).line
      lines.push(`${path}:${line}: ${instancePath} ${message}`)
    }
  }
}

async function main() {
  const ajv = schemas === '-' ? undefined : new (await import('ajv')).Ajv({ allErrors: true, strict: false, logger: false })
  const paths = statSync(target).isDirectory()
    ? readdirSync(target, { recursive: true }).filter((path) => /\.ya?ml$/.test(path)).sort().map((path) => join(target, path))
    : [target]
  for (const path of paths) checkFile(path, ajv)
  process.stdout.write(lines.map((line) => `${line}\n`).join(''))
  process.exitCode = lines.length > 0 ? 1 : 0
}

void main()
