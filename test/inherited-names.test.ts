/** Names that every object of JavaScript has are names like any other in a manifest. */
import { describe, expect, test } from 'vitest'
import { lintText } from './lint-text.ts'

const pod = (spec: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec:\n${spec}`

const TEXTS: Record<string, (name: string) => string> = {
  'a type of Secret': (name) => `apiVersion: v1\nkind: Secret\nmetadata: {name: a, namespace: shop}\ntype: ${name}\n`,
  'keys of a Secret and a ConfigMap': (name) => `apiVersion: v1\nkind: Secret\nmetadata: {name: a, namespace: shop}\ndata: {${name}: "?"}\nstringData: {b: x}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: b, namespace: shop}\ndata: {b: x}\nbinaryData: {${name}: YQ==}\n`,
  'labels of nodes': (name) => pod(`  nodeSelector: {${name}: a}\n  topologySpreadConstraints: [{maxSkew: 1, topologyKey: ${name}, whenUnsatisfiable: DoNotSchedule, labelSelector: {}}]\n  containers: [{name: a, image: "a:1"}]\n`),
  'an algorithm and a unit': (name) => pod(`  containers: [{name: a, image: "a@${name}:00", resources: {requests: {memory: 1${name}}}}]\n`),
  'labels that a Service selects by': (name) => `apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: shop}\nspec: {selector: {app: a, ${name}: b}, ports: [{port: 80}]}\n---\n${pod('  containers: [{name: a, image: "a:1"}]\n').replace('namespace: shop', 'namespace: shop, labels: {app: a}')}`,
  'kinds and API versions': (name) => ['v1', 'apps/v1', name, `${name}/v1`].map((version) => `apiVersion: ${version}\nkind: ${name}\nmetadata: {name: a}\n`).join('---\n'),
}

describe.each(Object.entries(TEXTS))('%s', (_, text) => {
  test.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', '__proto__'])('%s', async (name) => {
    const said = async (other: string) => (await lintText(text(other))).diagnostics.map(({ rule, start, message }) => [rule, start.line, start.column, message.replaceAll(other, name).replace(/,? did you mean.*/, '')])
    // A name of as many letters, of the same kinds.
    expect(await said(name)).toEqual(await said(name.replace(/[a-z]/g, (letter) => (letter === 'z' ? 'y' : 'z'))))
  })
})
