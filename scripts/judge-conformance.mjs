#!/usr/bin/env node
// Asks a cluster about the cases of conformance/, and compares its answers with the recorded ones.
// usage: node scripts/judge-conformance.mjs [--context NAME | --server URL] [--namespace default] [--area AREA]… [--show 20] [--out FILE] [--create]
//   --context    of your kubeconfig; the script talks to the cluster through `kubectl proxy`
//   --server     of such a proxy that runs already: http://127.0.0.1:8001
//   --out        writes the answers, in the form that scripts/import-conformance.mjs reads
//   --create     also asks what a dry run cannot: Services are created and deleted again, and so are the objects that a case needs beside it
// Everything else is a dry run: nothing is created. It needs the right to create objects of every kind. The exit code is 1 when some answer is another one.
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parseDocument } from 'yaml'
import { loadTypeScript } from './load-typescript.mjs'
import { reduceVerdict } from './reduce-verdict.mjs'

const AT_ONCE = 8
const PATIENCE = 30_000

const { values } = parseArgs({
  options: {
    context: { type: 'string' },
    server: { type: 'string' },
    namespace: { type: 'string', default: 'default' },
    area: { type: 'string', multiple: true },
    show: { type: 'string', default: '20' },
    out: { type: 'string' },
    create: { type: 'boolean', default: false },
  },
})
const { JUDGED_MINORS, areas, baseText, casesOf, textOf, verdictOf } = await loadTypeScript('conformance/run.ts')

/** `kubectl proxy` on a free port; it has the credentials, so that this script needs none. */
function startProxy() {
  return new Promise((resolve, reject) => {
    const proxy = spawn('kubectl', ['proxy', '--port=0', ...(values.context === undefined ? [] : [`--context=${values.context}`])], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    const listen = (chunk) => {
      said += chunk
      const address = /Starting to serve on (\S+)/.exec(said)?.[1]
      if (address !== undefined) resolve({ url: `http://${address}`, stop: () => proxy.kill() })
    }
    proxy.stdout.on('data', listen)
    proxy.stderr.on('data', listen)
    proxy.on('error', (error) => reject(new Error(`Cannot run kubectl: ${error.message}`)))
    proxy.on('exit', (code) => reject(new Error(`kubectl proxy ended with ${code}: ${said.trim()}`)))
  })
}

let base = ''

/** A body that is no JSON, or none at all, is what a server says that breaks off. */
async function ask(method, path, body) {
  try {
    const response = await fetch(base + path, { method, signal: AbortSignal.timeout(PATIENCE), ...(body !== undefined && { body, headers: { 'Content-Type': 'application/yaml' } }) })
    const text = await response.text()
    let status = {}
    try {
      status = JSON.parse(text)
    } catch {
      status = { message: text.slice(0, 500) }
    }
    return { code: response.status, status, warnings: response.headers.get('warning') === null ? 0 : response.headers.get('warning').split(/,(?= ?299 )/).length }
  } catch (error) {
    return { code: 0, status: { message: String(error.cause?.message ?? error.message) }, warnings: 0 }
  }
}

const resources = new Map()

/** Where objects of a kind go: undefined when the server does not serve it. */
async function resourceOf(apiVersion, kind) {
  // The server reads /v1 as v1.
  const groupVersion = apiVersion.replace(/^\//, '')
  const root = groupVersion.includes('/') ? `/apis/${groupVersion}` : `/api/${groupVersion}`
  if (!resources.has(root)) {
    const { code, status } = await ask('GET', root)
    resources.set(root, (code === 200 && status.resources) || [])
  }
  const found = resources.get(root).find((each) => each.kind === kind && !each.name.includes('/'))
  return found && { root, ...found }
}

/** What tells where to send a text, also where a decoder would refuse it. */
function identityOf(text) {
  let object
  try {
    object = parseDocument(text, { version: '1.1', uniqueKeys: false, logLevel: 'silent' }).toJS({ maxAliasCount: 1000 })
  } catch {
    // The server is to say so.
  }
  const read = (value, field) => (typeof value === 'string' ? value : new RegExp(`^["{\\s]*${field}"?\\s*:\\s*["']?([\\w./-]+)`, 'm').exec(text)?.[1])
  return { apiVersion: read(object?.apiVersion, 'apiVersion'), kind: read(object?.kind, 'kind'), namespace: typeof object?.metadata?.namespace === 'string' ? object.metadata.namespace : undefined }
}

/** A dry run gives it no addresses and no ports. */
const isService = ({ apiVersion, kind }) => kind === 'Service' && apiVersion === 'v1'

let last = Promise.resolve()

/** For what takes a name or a port for as long as it is there. */
const oneAfterAnother = (work) => (last = last.then(work))

/** The answer in the form of the recorded ones; undefined for a text that no request can be made of. */
async function judge(text) {
  const { apiVersion, kind, namespace } = identityOf(text)
  if (apiVersion === undefined || kind === undefined) return undefined
  const resource = await resourceOf(apiVersion, kind)
  if (resource === undefined) return { code: 404, reason: 'NoKind', causes: [] }
  const collection = `${resource.root}${resource.namespaced ? `/namespaces/${encodeURIComponent(namespace || values.namespace)}` : ''}/${resource.name}`
  const isReal = values.create && isService({ apiVersion, kind })
  const post = () => ask('POST', `${collection}?fieldValidation=Strict${isReal ? '' : '&dryRun=All'}`, text)
  const { code, status, warnings } = await (isReal ? oneAfterAnother(async () => {
    const answer = await post()
    if (answer.code === 201) await ask('DELETE', `${collection}/${answer.status.metadata.name}`)
    return answer
  }) : post())
  return { code, reason: status.reason, message: status.message, causes: (status.details?.causes ?? []).map(({ field, reason }) => ({ field, reason })), ...(warnings > 0 && { warnings }) }
}

/** Creates what a case needs beside it. */
async function create(id, minor) {
  const text = baseText(id, minor)
  const { apiVersion, kind, namespace = values.namespace } = identityOf(text)
  const resource = await resourceOf(apiVersion, kind)
  const collection = `${resource.root}${resource.namespaced ? `/namespaces/${namespace}` : ''}/${resource.name}`
  const { code, status } = await ask('POST', collection, text)
  if (code !== 201) throw new Error(`Cannot create ${id}: ${status.message}`)
  // A new kind is served a moment later.
  for (let tries = kind === 'CustomResourceDefinition' ? 50 : 0; tries > 0; tries--) {
    const { status: made } = await ask('GET', `${collection}/${status.metadata.name}`)
    if (made.status?.conditions?.some(({ type, status: is }) => type === 'Established' && is === 'True')) break
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  resources.clear()
  return () => ask('DELETE', `${collection}/${status.metadata.name}`)
}

async function run() {
  const { code, status } = await ask('GET', '/version')
  if (code !== 200) throw new Error(`The server does not tell its version: ${status.message ?? code}`)
  const version = `1.${Number.parseInt(status.minor, 10)}`
  const minor = JUDGED_MINORS.includes(version) ? version : JUDGED_MINORS.at(-1)
  console.log(`Kubernetes ${status.gitVersion ?? version}, compared with the answers of ${minor}`)
  const answers = {}
  const differences = []
  const skipped = { 'needs --create': 0, 'has no place to be sent to': 0, 'hangs on the cluster': 0 }
  for (const area of values.area ?? areas()) {
    const cases = casesOf(area)
    const needed = new Set(cases.flatMap((each) => each.with ?? []))
    const undo = []
    if (values.create) for (const id of needed) undo.push(await create(id, minor))
    let next = 0
    const worker = async () => {
      for (let each = cases[next++]; each !== undefined; each = cases[next++]) {
        const text = textOf(each, minor)
        if (!values.create && (each.with?.length > 0 || isService(identityOf(text)))) {
          skipped['needs --create']++
          continue
        }
        const answer = await judge(text)
        if (answer === undefined) {
          skipped['has no place to be sent to']++
          continue
        }
        answers[each.id] = answer
        const now = reduceVerdict(answer)
        const then = verdictOf(each, minor)
        if (now === null || then === null) skipped['hangs on the cluster']++
        else if (JSON.stringify(sorted(now)) !== JSON.stringify(sorted(then))) differences.push(`${each.id}: ${[then].flat().join(', ')} → ${[now].flat().join(', ')}`)
      }
    }
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, worker))
    } finally {
      for (const each of undo) await each()
    }
  }
  if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(answers, null, 1)}\n`)
  for (const line of differences.slice(0, Number(values.show))) console.log(line)
  console.log(`${Object.keys(answers).length} asked, ${differences.length} with another answer; left out: ${Object.entries(skipped).map(([why, count]) => `${count} ${why}`).join(', ')}`)
  return differences.length > 0 ? 1 : 0
}

/** The server gives causes in no certain order. */
const sorted = (verdict) => (Array.isArray(verdict) ? [verdict[0], ...verdict.slice(1).sort()] : [verdict])

let proxy
try {
  proxy = values.server === undefined ? await startProxy() : { url: values.server.replace(/\/$/, ''), stop: () => {} }
  base = proxy.url
  process.exitCode = await run()
} catch (error) {
  console.error(error.message)
  process.exitCode = 2
} finally {
  proxy?.stop()
}
