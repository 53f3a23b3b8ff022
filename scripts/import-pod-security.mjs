#!/usr/bin/env node
// Writes fixtures/pod-security/pods.jsonl from the test data of the Go module k8s.io/pod-security-admission: each pod once, with the versions of the policy that allow or forbid it.
// usage: node scripts/import-pod-security.mjs FOLDER      such as "$(go mod download -json k8s.io/pod-security-admission@latest | jq -r .Dir)/test/testdata"
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const folder = process.argv[2]
if (folder === undefined) {
  console.error('usage: node scripts/import-pod-security.mjs FOLDER')
  process.exit(2)
}
/** The pod and its verdict → the minors of the policy. */
const minors = new Map()
for (const level of ['baseline', 'restricted']) {
  for (const version of readdirSync(join(folder, level))) {
    for (const verdict of ['pass', 'fail']) {
      for (const file of readdirSync(join(folder, level, version, verdict))) {
        const { metadata, spec } = parse(readFileSync(join(folder, level, version, verdict, file), 'utf8'))
        const { annotations } = metadata
        const key = JSON.stringify({ level, check: file.replace(/\d*\.yaml$/, ''), verdict, pod: { metadata: { name: 'pod', annotations }, spec } })
        minors.set(key, [...(minors.get(key) ?? []), Number(version.slice('v1.'.length))])
      }
    }
  }
}

/** `0-18 22` */
function ranges(numbers) {
  const found = []
  for (const number of numbers.sort((a, b) => a - b)) {
    const last = found.at(-1)
    if (last?.[1] === number - 1) last[1] = number
    else found.push([number, number])
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(' ')
}

const lines = [...minors].map(([key, of]) => JSON.stringify({ minors: ranges(of), ...JSON.parse(key) }))
writeFileSync(join(import.meta.dirname, '../fixtures/pod-security/pods.jsonl'), `${lines.join('\n')}\n`)
console.log(`${lines.length} pods`)
