/** Objects with mistakes that can be fixed, made of the rules' own examples: as trees of what is written, so that they can be written in another way. */
import { isMap, isScalar, isSeq, parseAllDocuments, type Node } from 'yaml'
import { exampleText } from '../../src/engine/define-rule.ts'
import { documentedRules } from '../../src/rule-docs.ts'
import type { Random } from '../random.ts'

/** As it is written: `on` is not "on". */
export interface WrittenScalar {
  text: string
  isPlain: boolean
}
export interface WrittenMap {
  entries: { key: WrittenScalar; value: Written }[]
}
export interface WrittenList {
  items: Written[]
}
export type Written = WrittenScalar | WrittenMap | WrittenList

const plain = (text: string): WrittenScalar => ({ text, isPlain: true })
const quoted = (text: string): WrittenScalar => ({ text, isPlain: false })
const map = (entries: Record<string, Written>): WrittenMap => ({ entries: Object.entries(entries).map(([key, value]) => ({ key: plain(key), value })) })
const list = (...items: Written[]): WrittenList => ({ items })

function read(node: unknown): Written {
  if (isMap(node)) return { entries: node.items.map(({ key, value }) => ({ key: read(key) as WrittenScalar, value: read(value) })) }
  if (isSeq(node)) return { items: node.items.map(read) }
  if (!isScalar(node)) return plain('')
  return node.type === 'PLAIN' ? plain(node.source ?? '') : quoted(String(node.value))
}

/** The documents of every wrong example that has a fix. */
const EXAMPLES: readonly (readonly Written[])[] = documentedRules()
  .filter(({ fixable }) => fixable !== undefined)
  .flatMap(({ bad }) => bad.filter(({ fixed }) => fixed !== undefined))
  .map(({ yaml }) => parseAllDocuments(exampleText(yaml.replace(/\s*# ✖ .*$/gm, '')), { schema: 'failsafe', uniqueKeys: false }).map((document) => read(document.contents as Node)))

/** One object with a mistake of nearly every kind. */
function richPod(random: Random): Written {
  const yes = () => plain(random.pick(['true', 'true', 'yes', 'on']))
  const container = (name: string) =>
    map({
      name: plain(name),
      image: plain(random.pick(['k8s.gcr.io/pause:3.9', 'example.com/app:1.0'])),
      env: list(...Array.from({ length: random(4) }, () => map({ name: plain(random.pick(['A', 'B'])), value: quoted('x') }))),
      securityContext: map({
        privileged: yes(),
        allowPrivilegeEscalation: yes(),
        ...(random.once(2) && { readOnlyRootFilesystem: plain(random.pick(['false', 'no', ''])) }),
        capabilities: map({ add: list(plain('SYS_ADMIN'), plain('CHOWN'), plain('NET_ADMIN')) }),
      }),
      resources: map({ requests: map({ memory: plain('128'), cpu: plain('100m') }), limits: map({ memory: plain('128') }) }),
    })
  const spec = map({
    hostPID: yes(),
    hostNetwork: yes(),
    nodeSelector: map({ 'beta.kubernetes.io/os': plain('linux'), 'kubernetes.io/os': plain('linux'), 'beta.kubernetes.io/arch': plain('amd64'), disk: plain('ssd') }),
    containers: list(container('app'), container('other')),
    initContainers: list(container('first')),
    volumes: list(map({ name: plain('keys'), secret: map({ secretName: plain('keys'), defaultMode: plain(random.pick(['400', '0400'])), items: list(map({ key: plain('a'), path: plain('a'), mode: plain('644') })) }) })),
  })
  const object = map({ apiVersion: plain('v1'), kind: plain('Pod'), metadata: map({ name: plain('web'), annotations: map({ note: quoted(random.pick(['two\nlines\n', 'a: b', '# no comment', 'k8s.gcr.io/x'])), on: quoted('x') }) }), spec })
  shuffle(random, spec.entries)
  for (const { value } of spec.entries) if ('items' in value) for (const item of value.items) if ('entries' in item) shuffle(random, item.entries)
  return object
}

/** A custom object, in which nothing but ambiguous keys and values can be wrong. */
const custom = (random: Random): Written => map({ apiVersion: plain('example.com/v1'), kind: plain('Foo'), metadata: map({ name: plain('a') }), spec: anything(random, 4) })

function anything(random: Random, depth: number): Written {
  const scalar = () => (random.once(3) ? quoted(random.pick(['yes', 'a b', '', 'x\ny\n'])) : plain(random.pick(['on', '010', '0x1F', 'text', '1.50', 'no', '1_000', 'true', '~', ''])))
  if (depth === 0 || random.once(4)) return scalar()
  if (random.once(3)) return list(...Array.from({ length: random(4) }, () => anything(random, depth - 1)))
  const keys = ['on', '1.50', 'a', 'b', 'c-d', '010', 'true', 'e', 'no']
  return map(Object.fromEntries(Array.from({ length: 1 + random(4) }, () => [random.pick(keys), anything(random, depth - 1)])))
}

/** `turn` counts up, so that every example has its turn. */
export function randomObjects(random: Random, turn: number): Written[] {
  const isExample = turn % 6 !== 0
  const documents = isExample ? (structuredClone(EXAMPLES[(turn - Math.ceil(turn / 6)) % EXAMPLES.length]) as Written[]) : [turn % 18 === 6 ? custom(random) : richPod(random)]
  // As they are at first, so that every rule fixes something; then with slips.
  if (turn > EXAMPLES.length * 3) for (const document of documents) for (let i = random(3); i > 0; i--) spoil(random, document)
  if (!random.once(8)) return documents
  return [map({ apiVersion: plain('v1'), kind: plain('List'), items: { items: documents } })]
}

/** A slip of the pen: a misspelt key, a field or an item twice. */
function spoil(random: Random, root: Written): void {
  let value = root
  for (let depth = random(8); ; depth--) {
    if ('entries' in value && value.entries.length > 0) {
      const entry = random.pick(value.entries)
      if (depth > 0 && !('text' in entry.value)) value = entry.value
      else if (random.once(8)) return void value.entries.push(structuredClone(entry))
      else {
        const { text } = entry.key
        const at = 1 + random(Math.max(text.length - 1, 1))
        entry.key.text = random.once(2) ? text.slice(0, at) + text.slice(at + 1) : text.slice(0, at) + text[at - 1] + text.slice(at)
        return
      }
    } else if ('items' in value && value.items.length > 0) {
      const item = random.pick(value.items)
      if (depth > 0 && !('text' in item)) value = item
      else return void value.items.splice(random(value.items.length + 1), 0, structuredClone(item))
    } else return
  }
}

function shuffle<T>(random: Random, list: T[]): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = random(i + 1)
    ;[list[i], list[j]] = [list[j]!, list[i]!]
  }
}
