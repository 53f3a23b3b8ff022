/** Fixes of what the API server refuses most often: in YAML and JSON, and only where what was meant is certain. */
import { describe, expect, test } from 'vitest'
import { podlint } from './run-cli.ts'

async function fixed(text: string, file = 'a.yaml'): Promise<string> {
  return (await podlint(['--fix', '--stdin-filename', file, '-f', 'concise'], { stdin: text })).stdout
}

const map = (data: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop}\ndata: ${data}\n`
const scaled = (replicas: string) => `apiVersion: coordination.k8s.io/v1\nkind: Lease\nmetadata: {name: a, namespace: shop}\nspec: {leaseDurationSeconds: ${replicas}}\n`
const secret = (immutable: string) => `apiVersion: v1\nkind: Secret\nmetadata: {name: a, namespace: shop}\nimmutable: ${immutable}\n`

describe('a number or a boolean for a string gets quotes', () => {
  test.each(['8080', '2.10', '1e3', '0x1F', '010', '1_000', 'yes', 'True', 'off', '-1'])('%s', async (text) => {
    expect(await fixed(map(`{a: ${text}}`))).toBe(map(`{a: "${text}"}`))
    expect(await fixed(map(`\n  a: ${text} # why`))).toBe(map(`\n  a: "${text}" # why`))
  })

  test('in JSON', async () => {
    const json = (value: string) => `{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a", "namespace": "shop"}, "data": {"a": ${value}}}\n`
    expect(await fixed(json('1.50'), 'a.json')).toBe(json('"1.50"'))
  })

  test('but not a value that an alias reads, too', async () => {
    const text = scaled('&n 3').replace('{name: a,', '{name: a, labels: {n: *n},')
    expect(await fixed(text)).toBe(text)
  })
})

describe('quotes that are in the way go', () => {
  test.each([
    ['"3"', '3'],
    ["'3'", '3'],
    ['"-1"', '-1'],
  ])('%s', async (before, after) => expect(await fixed(scaled(before))).toBe(scaled(after)))

  test.each([
    ['"true"', 'true'],
    ['"yes"', 'true'],
    ["'Off'", 'false'],
  ])('%s', async (before, after) => expect(await fixed(secret(before))).toBe(secret(after)))

  test.each(['"010"', '"0x10"', '"1_0"', '"1.5"', '"3000000000"', '"three"', '""', '"3 "'])('%s stays', async (text) => {
    expect(await fixed(scaled(text))).toBe(scaled(text))
  })

  test('in JSON', async () => {
    const json = (value: string) => `{"apiVersion": "coordination.k8s.io/v1", "kind": "Lease", "metadata": {"name": "a", "namespace": "shop"}, "spec": {"leaseDurationSeconds": ${value}}}\n`
    expect(await fixed(json('"3"'), 'a.json')).toBe(json('3'))
  })
})

describe('a word in another case', () => {
  const service = (type: string, protocol: string) => `apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: shop}\nspec:\n  type: ${type}\n  selector: {app: a}\n  ports: [{port: 80, protocol: ${protocol}}]\n`

  test('is put right, in the quotes that it has', async () => {
    expect(await fixed(service('ClusterIp', "'tcp'"))).toBe(service('ClusterIP', "'TCP'"))
  })

  test('another word is not', async () => {
    expect(await fixed(service('Cluster', 'TPC'))).toBe(service('Cluster', 'TPC'))
  })
})
