#!/usr/bin/env node
// Holds reports against the judges that take them in the end: SARIF against Microsoft's validator with GitHub's rules, JUnit against the XSD of Jenkins.
// usage: validate-reports.mjs [FILE]...
//   FILE is a SARIF report, or JUnit XML when its name ends in .xml. Without any: those of fixtures/reporters, which the tests keep equal to real output.
// needs: npm install --no-save @microsoft/sarif-multitool@5.7.0 xmllint-wasm@5.3.0   (105 MB, nearly all of it the first, for Linux, macOS and Windows on x64)
// exit: 0 all valid, 1 not, 2 a judge is missing
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const fixtures = fileURLToPath(new URL('../fixtures/reporters/', import.meta.url))
const committed = ['everyday', 'clean', 'hostile'].flatMap((report) => ['sarif.json', 'junit.xml'].map((name) => join(fixtures, report, name)))
const files = process.argv.length > 2 ? process.argv.slice(2) : committed

const faults = []
for (const file of files) faults.push(...(file.endsWith('.xml') ? await junit(file) : sarif(file)).map((fault) => `${file}: ${fault}`))
for (const fault of faults) console.log(fault)
console.log(`${files.length} checked, faults: ${faults.length}`)
process.exitCode = faults.length > 0 ? 1 : 0

/** The validator's exit code is 0 whatever it finds: its own SARIF report tells. */
function sarif(file) {
  const directory = mkdtempSync(join(tmpdir(), 'sarif-'))
  const output = join(directory, 'judgement.sarif')
  const options = ['--rule-kind', 'Sarif;Ghas', '--output', output, '--log', 'ForceOverwrite']
  // It would ask for ICU libraries otherwise.
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' }
  try {
    execFileSync(multitool(), ['validate', file, ...options], { env, stdio: 'ignore' })
    const [run] = JSON.parse(readFileSync(output, 'utf8').replace(/^\ufeff/, '')).runs
    const notifications = run.invocations?.flatMap((invocation) => invocation.toolExecutionNotifications ?? []) ?? []
    const found = [...run.results, ...notifications.filter(({ level }) => level === 'error')]
    return found.map((result) => `${result.ruleId ?? 'notification'} ${JSON.stringify(result.message)}`)
  } finally {
    rmSync(directory, { recursive: true })
  }
}

function multitool() {
  const system = { linux: 'linux', darwin: 'darwin', win32: 'win32' }[process.platform]
  const folder = dirname(required(`@microsoft/sarif-multitool-${system}/package.json`))
  return join(folder, process.platform === 'win32' ? 'Sarif.Multitool.exe' : 'Sarif.Multitool')
}

async function junit(file) {
  required('xmllint-wasm')
  const { validateXML } = await import('xmllint-wasm')
  const schema = readFileSync(join(fixtures, 'schemas/jenkins-junit.xsd'), 'utf8')
  const { errors } = await validateXML({ xml: [{ fileName: 'report.xml', contents: readFileSync(file, 'utf8') }], schema: [schema] })
  return errors.map((error) => error.rawMessage)
}

function required(name) {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    console.error(`${name} is not installed: npm install --no-save @microsoft/sarif-multitool@5.7.0 xmllint-wasm@5.3.0`)
    process.exit(2)
  }
}
