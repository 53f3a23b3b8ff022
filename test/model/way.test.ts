import { expect, test } from 'vitest'
import { below, placeAt, placeOf } from '../../src/model/place.ts'
import { Source } from '../../src/model/source.ts'
import { stepsTo, pathTo } from '../../src/model/way.ts'
import { parse } from '../../src/parser/parse.ts'
import { Tape } from '../../src/parser/tape.ts'

const TEXT = `kind: Custom
metadata: {name: a}
narrow: {a: [1, {b: 2}], on: off}
wide:
${Array.from({ length: 200 }, (_, i) => `  k${i}: ${i}\n`).join('')}list:
${Array.from({ length: 200 }, (_, i) => `- item${i}: [${i}, {deep: ${i}}]\n`).join('')}`

test('the way up from a node leads down to it again, in narrow and wide maps and lists', async () => {
  const tape = new Tape()
  const [document] = await parse(TEXT, tape)
  const { root } = document!
  const source = new Source('a.yaml', TEXT)
  const start = placeAt(source, tape, root, -1, '', [])
  let values = 0
  for (let node = root + 1; node < tape.next(root); node++) {
    if (tape.parentsBelow(root).isKey(node)) continue
    values++
    const place = below(start, ...stepsTo(tape, root, node))
    expect(place.node).toBe(node)
    expect(placeOf({ source, tape, root, prefix: '' }, node)).toEqual(place)
    expect(pathTo(tape, root, '', node)).toBe(place.path)
  }
  expect(values).toBeGreaterThan(1000)
})

test('what is missing in a wide map or list is missing', async () => {
  const tape = new Tape()
  const [document] = await parse(TEXT, tape)
  const at = (...steps: (string | number)[]) => placeAt(new Source('a.yaml', TEXT), tape, document!.root, -1, '', steps).node
  expect([at('wide', 'k200'), at('list', 200), at('list', -1), at('list', 'a'), at('wide', 0)]).toEqual([-1, -1, -1, -1, -1])
})

test('another text on the same tape has its own fields', async () => {
  const tape = new Tape()
  const wide = (value: string) => `wide:\n${Array.from({ length: 200 }, (_, i) => `  ${value}${i}: 0\n`).join('')}`
  for (const name of ['a', 'b']) {
    const [document] = await parse(wide(name), tape)
    const map = tape.find(document!.root, 'wide')
    expect(tape.find(map, `${name}7`)).not.toBe(-1)
    expect(tape.find(map, name === 'a' ? 'b7' : 'a7')).toBe(-1)
    expect(stepsTo(tape, document!.root, map + 2)).toEqual(['wide', `${name}0`])
  }
})
