/** The script that asks a cluster about the cases, against a server that stands in for one. */
import { spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const script = join(import.meta.dirname, '../../scripts/judge-conformance.mjs')
const posted: string[] = []
let answer: (body: string) => { code: number; body: unknown; warning?: string }

/** Services that are there at the same time. */
let services = 0
let servicesAtMost = 0

/** Serves PodDisruptionBudgets, and Services. */
function serve(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const url = new URL(request.url!, 'http://localhost')
    const send = (code: number, body: unknown, warning?: string) => {
      response.writeHead(code, { 'Content-Type': 'application/json', ...(warning !== undefined && { Warning: warning }) })
      response.end(typeof body === 'string' ? body : JSON.stringify(body))
    }
    if (url.pathname === '/version') return send(200, { major: '1', minor: '37+', gitVersion: 'v1.37.0-test' })
    if (url.pathname === '/api/v1') return send(200, { resources: [{ name: 'services', kind: 'Service', namespaced: true }] })
    if (/\/services\b/.test(url.pathname)) {
      services += request.method === 'DELETE' ? -1 : 1
      servicesAtMost = Math.max(servicesAtMost, services)
      posted.push(`${request.method} ${url.pathname}${url.search}`)
      return setTimeout(() => send(request.method === 'DELETE' ? 200 : 201, { metadata: { name: 'web' } }), 1)
    }
    // The server has no resources at the root of all groups.
    if (url.pathname === '/apis/') return send(200, { groups: [] })
    if (request.method === 'GET') return url.pathname === '/apis/policy/v1' ? send(200, { resources: [{ name: 'poddisruptionbudgets', kind: 'PodDisruptionBudget', namespaced: true }] }) : send(404, {})
    posted.push(`${request.method} ${url.pathname}${url.search} ${request.headers['content-type']}`)
    const { code, body, warning } = answer(Buffer.concat(chunks).toString())
    send(code, body, warning)
  })
}

const server = createServer(serve)
beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)))
afterAll(() => new Promise((done) => server.close(done)))

function judge(...args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [script, '--server', `http://127.0.0.1:${(server.address() as AddressInfo).port}`, ...args])
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('exit', (code) => done({ code, output }))
  })
}

const AREA = ['--area', 'workloads-poddisruptionbudget']

describe('a cluster is asked about the cases', () => {
  test('with dry runs and strict validation, and its other answers are told', async () => {
    answer = () => ({ code: 201, body: { kind: 'PodDisruptionBudget' } })
    const { code, output } = await judge(...AREA, '--show', '2')
    expect(output).toMatch(/^Kubernetes v1\.37\.0-test, compared with the answers of 1\.37\n\S+: refuse, .* → accept\n\S+: refuse, .* → accept\n\d+ asked, \d+ with another answer; left out: /)
    expect(code).toBe(1)
    expect(posted.length).toBeGreaterThan(50)
    expect(new Set(posted.map((line) => line.replace(/namespaces\/[^/]+/, 'namespaces/…')))).toEqual(new Set(['POST /apis/policy/v1/namespaces/…/poddisruptionbudgets?fieldValidation=Strict&dryRun=All application/yaml']))
  })

  test('whatever a server answers, or does not', async () => {
    answer = () => ({ code: 500, body: 'no JSON at all' })
    const { code, output } = await judge(...AREA)
    expect(output).toMatch(/\d+ asked, 0 with another answer; left out: .*\d+ hangs on the cluster/)
    expect(code).toBe(0)
  })

  test('Services only on demand, since they are created: one after another, for they may ask for the same port', async () => {
    posted.length = 0
    answer = () => ({ code: 500, body: {} })
    await judge('--area', 'services')
    expect(posted.filter((line) => line.includes('/services'))).toEqual([])
    const { output } = await judge('--area', 'services', '--create')
    expect(output).toMatch(/\d+ asked, \d+ with another answer; left out: 0 needs --create/)
    expect([services, servicesAtMost]).toEqual([0, 1])
    expect(new Set(posted.filter((line) => line.includes('/services')))).toEqual(new Set(['POST /api/v1/namespaces/default/services?fieldValidation=Strict', 'DELETE /api/v1/namespaces/default/services/web']))
  })

  test('and one that is not there is said', async () => {
    const child = spawn(process.execPath, [script, '--server', 'http://127.0.0.1:1'])
    let said = ''
    child.stderr.on('data', (chunk) => (said += chunk))
    const code = await new Promise((done) => child.on('exit', done))
    expect([code, said]).toEqual([2, expect.stringMatching(/^The server does not tell its version: .+\n$/)])
  })
})
