import { afterAll, describe, expect, test } from 'vitest'
import { RenderEngine, type ChartAnswer, type ChartRequest, type KustomizationAnswer, type Rendering } from '../../src/render/engine.ts'

const engine = new RenderEngine(undefined)
afterAll(() => engine.end())

const rendering: Rendering = { release: 'release', namespace: 'default', kubeVersion: '1.37.0', apiVersions: ['v1', 'apps/v1'] }
const CHART = 'apiVersion: v2\nname: web\nversion: 1.0.0\n'

async function render(texts: Record<string, string>, more: Partial<ChartRequest> = {}) {
  return (await engine.renderChart({ texts: { 'Chart.yaml': CHART, ...texts }, folder: '.', renderings: [rendering], ...more })) as ChartAnswer
}

const only = ({ results }: ChartAnswer) => results![0]!

describe('a chart', () => {
  test('is rendered with its values, and others over them', async () => {
    const texts = { 'values.yaml': 'a: 1\nb: {c: 2, d: 3}\n', 'templates/x.yaml': 'x: {{ .Values.a }} {{ .Values.b.c }} {{ .Values.b.d }} {{ .Release.Name }}\n', 'templates/NOTES.txt': 'Hello', 'templates/_x.tpl': '', 'README.md': 'x' }
    const { results } = await render(texts, { renderings: [rendering, { ...rendering, values: ['b: {c: 4}', 'a: 5'] }] })
    expect(results!.map(({ files }) => files)).toEqual([[{ name: 'web/templates/x.yaml', source: 'templates/x.yaml', text: 'x: 1 2 3 release\n' }], [{ name: 'web/templates/x.yaml', source: 'templates/x.yaml', text: 'x: 5 4 3 release\n' }]])
  })

  test('gets dependencies of other folders, by address or by name and version', async () => {
    const dependency = (name: string, version: string, rest: Record<string, string>) => Object.fromEntries(Object.entries({ 'Chart.yaml': `apiVersion: v2\nname: ${name}\nversion: ${version}\n`, ...rest }))
    const at = (folder: string, files: Record<string, string>) => Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]))
    const texts = {
      ...at('web', { 'Chart.yaml': `${CHART}dependencies:\n- {name: a, version: 1.x, repository: file://../libs/a}\n- {name: b, version: ^2, repository: https://example.com}\n- {name: c, version: ^2}\n`, 'templates/x.yaml': 'x: {{ include "b" . }}' }),
      ...at('libs/a', dependency('a', '1.2.0', { 'templates/a.yaml': 'a: {{ .Chart.Name }}' })),
      ...at('libs/b', dependency('b', '1.0.0', { 'templates/_b.tpl': '{{ define "b" }}old{{ end }}' })),
      ...at('new/b', dependency('b', '2.1.0', { 'templates/_b.tpl': '{{ define "b" }}new{{ end }}' })),
    }
    const answer = (await engine.renderChart({ texts, folder: 'web', local: ['libs/a', 'libs/b', 'new/b'], renderings: [rendering] })) as ChartAnswer
    expect(only(answer).files).toEqual([{ name: 'web/charts/a/templates/a.yaml', source: 'libs/a/templates/a.yaml', text: 'a: a' }, { name: 'web/templates/x.yaml', source: 'web/templates/x.yaml', text: 'x: new' }])
    expect(answer.missing).toEqual([{ by: 'web', name: 'c', version: '^2' }])
  })

  test('says where it fails', async () => {
    const helper = '{{ define "name" }}\n{{ required "A \\"name\\" is needed" .Values.name }}{{ end }}'
    const { fault } = only(await render({ 'templates/_x.tpl': helper, 'templates/x.yaml': 'a: 1\nx: {{ include "name" . }}' }))
    expect(fault).toMatchObject({ refusal: true, message: 'A "name" is needed', places: [{ source: 'templates/x.yaml', line: 2, column: 6 }, { source: 'templates/_x.tpl', line: 2, column: 3 }] })
    expect(only(await render({ 'templates/x.yaml': 'a: 1\nx: {{ .Values.a.b.c }}' })).fault).toMatchObject({ message: 'nil pointer evaluating interface {}.b', places: [{ line: 2, column: 13 }] })
    expect(only(await render({ 'templates/x.yaml': 'a: 1\n{{ if }}' })).fault).toMatchObject({ message: 'missing value for if', places: [{ line: 2, column: -1 }] })
    expect((await render({ 'Chart.yaml': 'name: [' })).error).toContain('cannot load Chart.yaml')
  })

  test('is lenient when asked', async () => {
    const answer = await render({ 'templates/x.yaml': 'x: {{ required "needed" .Values.x }}{{ fail "no" }}' }, { renderings: [{ ...rendering, lenient: true }] })
    expect(only(answer).files![0]!.text).toBe('x: ')
  })

  test('names values that its schema does not allow', async () => {
    const schema = JSON.stringify({ type: 'object', properties: { a: { type: 'object', properties: { b: { type: 'integer' } } }, c: { enum: ['x'] } } })
    expect(only(await render({ 'values.schema.json': schema, 'values.yaml': 'a: {b: text}\nc: y\n' })).invalid).toEqual([{ path: ['a', 'b'], message: 'got string, want integer' }, { path: ['c'], message: "value must be 'x'" }])
    expect(only(await render({ 'values.schema.json': '{"$ref": "https://example.com/x.json"}' })).invalid).toMatchObject([{ schema: true, message: expect.stringContaining('not fetched') as string }])
  })

  test('knows neither files, nor environment, nor network, nor time, nor cluster', async () => {
    const text = '{{ .Files.Get "/etc/passwd" }}|{{ getHostByName "example.com" }}|{{ now | date "2006-01-02" }}|{{ lookup "v1" "Secret" "" "" }}|{{ randAlphaNum 5 | len }}'
    expect(only(await render({ 'templates/x.yaml': text })).files![0]!.text).toBe('||2026-01-01|map[]|5')
    expect(only(await render({ 'templates/x.yaml': '{{ env "HOME" }}' })).fault!.message).toBe('function "env" not defined')
  })

  test('that never ends is ended, and so is one that wants all memory', async () => {
    const impatient = new RenderEngine(undefined, 2)
    const request = (text: string): ChartRequest => ({ texts: { 'Chart.yaml': CHART, 'templates/x.yaml': text }, folder: '.', renderings: [rendering] })
    expect(await impatient.renderChart(request('{{ range until 1000000000 }}{{ end }}'))).toMatchObject({ failure: expect.stringMatching(/took more than 2 seconds|no memory left/) as string })
    expect(await impatient.renderChart(request('x: 1'))).toMatchObject({ results: [{}] })
    // Files that were sent before are sent again to an engine that has lost them.
    const { renderings, ...same } = request('x: {{ repeat (int .Values.size) "x" | trunc 1 }}')
    const times = (n: number) => impatient.renderChart({ ...same, renderings: [{ ...renderings[0]!, values: [`size: ${n}`] }] })
    for (const n of [1, 2]) expect(await times(n), String(n)).toMatchObject({ results: [{ files: [{ text: 'x: x' }] }] })
    expect(await times(1_000_000_000)).toMatchObject({ failure: expect.any(String) as string })
    expect(await times(1)).toMatchObject({ results: [{ files: [{ text: 'x: x' }] }] })
    await impatient.end()
    expect(await engine.renderChart(request('{{ repeat 1000000000 "x" }}'))).toMatchObject({ failure: 'the engine has no memory left' })
  })
})

describe('places', () => {
  async function placed(texts: Record<string, string>) {
    const answer = only(await render(texts, { renderings: [{ ...rendering, places: ['web/templates/x.yaml'] }] }))
    const { text, segments } = answer.files![0]!
    const plain = only(await render(texts)).files![0]!.text
    expect(text).toBe(plain)
    const shown = (mark: number) => {
      const [file, start, end, value] = answer.marks!.slice(mark * 4, mark * 4 + 4) as [number, number, number, number]
      const source = answer.sources![file]!
      return `${source}:${texts[source]?.slice(start, end).trim()}${value >= 0 ? ` .${answer.values![value]!.join('.')}` : ''}`
    }
    const pieces: string[] = []
    for (let at = 0; at < segments!.length; at += 3) {
      const [from, mark, frame] = segments!.slice(at, at + 3) as [number, number, number]
      const calls: string[] = []
      for (let next = frame; next !== -1; next = answer.frames![next * 2 + 1]!) calls.push(shown(answer.frames![next * 2]!))
      pieces.push([text.slice(from, segments![at + 3] ?? text.length).trim(), shown(mark), ...calls].filter((piece) => !piece.startsWith('\0')).join(' < '))
    }
    return pieces
  }

  test('are those of text and of what actions print', async () => {
    const pieces = await placed({ 'values.yaml': 'image: {tag: "1"}', 'templates/x.yaml': 'a: 1\n# ä 😀\n{{- with .Values.image }}\nb: x:{{ .tag | quote }}-y\n{{- end }}\n' })
    expect(pieces).toEqual(['a: 1 < templates/x.yaml:a: 1', '# ä 😀 < templates/x.yaml:# ä 😀', 'b: x: < templates/x.yaml:b: x:', '"1" < templates/x.yaml:{{ .tag | quote }} .image.tag', '-y < templates/x.yaml:-y'])
  })

  test('know the calls that they came through', async () => {
    const pieces = await placed({ 'templates/_x.tpl': '{{ define "labels" }}\nl: {{ .Release.Name }}{{ end }}', 'templates/x.yaml': 'm:{{ include "labels" . | nindent 2 }}\n{{ template "labels" . }}\n{{ tpl "t: {{ .Release.Name }}" . }}' })
    expect(pieces).toContain('l: < templates/_x.tpl:l: < templates/x.yaml:{{ include "labels" . | nindent 2 }}')
    expect(pieces).toContain('release < templates/_x.tpl:{{ .Release.Name }} < templates/x.yaml:{{ template "labels" . }}')
    expect(pieces).toContain('t: < :undefined < templates/x.yaml:{{ tpl "t: {{ .Release.Name }}" . }}')
  })

  test('change nothing that is looked at or computed', async () => {
    const texts = {
      'templates/_x.tpl': '{{ define "name" }}web{{ end }}{{ define "none" }} {{ end }}',
      'templates/x.yaml': 'a: {{ include "name" . | sha256sum }}\n{{ if eq (include "name" .) "web" }}b: {{ include "name" . | quote }}{{ end }}\n{{ $x := include "name" . }}{{ if not (include "none" . | trim) }}c: {{ printf "%s-%d" $x (len $x) }}{{ end }}\nd: {\n{{ if true }}e: {{ "}" }}{{ end }}',
    }
    expect((await placed(texts)).length).toBeGreaterThan(5)
  })

  test('are found where the chart itself has letters like those that mark them', async () => {
    expect(await placed({ 'templates/x.yaml': 'a: \uA000\uA48C {{ "\uA401" }}' })).toEqual(['a: \uA000\uA48C < templates/x.yaml:a: \uA000\uA48C', '\uA401 < templates/x.yaml:{{ "\uA401" }}'])
  })

  test('are found whatever bytes there are that are no text', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0]), Buffer.from('\uA400\uAC00\uB000\u3400\u3800')])
    const request: ChartRequest = { texts: { 'Chart.yaml': CHART, 'templates/x.yaml': 'a: 1' }, binaries: { 'files/x.bin': bytes.toString('base64') }, folder: '.', renderings: [{ ...rendering, places: ['web/templates/x.yaml'] }] }
    expect(only((await engine.renderChart(request)) as ChartAnswer).files).toMatchObject([{ text: 'a: 1', segments: [0, 0, -1] }])
  })
})

describe('a kustomization', () => {
  test('is built, and each object says where it stems from', async () => {
    const texts = { 'base/kustomization.yaml': 'resources: [a.yaml]\n', 'base/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n', 'over/kustomization.yaml': 'resources: [../base]\nnamePrefix: x-\n', 'bad/kustomization.yaml': 'resources: [none.yaml]\n' }
    const { built } = (await engine.buildKustomizations({ texts, roots: ['over', 'bad', 'base'], origins: true })) as KustomizationAnswer
    expect(built[0]!.text).toBe('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  annotations:\n    config.kubernetes.io/origin: |\n      path: ../base/a.yaml\n  name: x-a\n')
    expect(built[1]!.error).toContain('none.yaml')
    expect(built[2]!.text).toContain('name: a')
  })

  test('fetches nothing and runs nothing', async () => {
    const texts = { 'a/kustomization.yaml': 'resources: [https://example.com/x.yaml]\n', 'b/kustomization.yaml': 'resources: ["https://github.com/a/b?ref=c"]\n', 'c/kustomization.yaml': 'helmCharts: [{name: x, repo: https://example.com}]\n' }
    const { built } = (await engine.buildKustomizations({ texts, roots: ['a', 'b', 'c'] })) as KustomizationAnswer
    for (const { error } of built) expect(error).toBeDefined()
  })
})

test('many questions at a time are each answered, by as many threads as it takes', async () => {
  const large = Array.from({ length: 400 }, (_, index) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m-${index}}\n`).join('---\n')
  const builds = Array.from({ length: 12 }, async (_, index) => {
    const texts = { 'a/kustomization.yaml': `resources: [x.yaml]\nnamePrefix: p${index}-\n`, 'a/x.yaml': large }
    const { built, milliseconds } = (await engine.buildKustomizations({ texts, roots: ['a'] })) as KustomizationAnswer & { milliseconds: number }
    expect(built[0]!.text).toContain(`name: p${index}-m-399\n`)
    expect(milliseconds).toBeGreaterThan(0)
  })
  // Each thread has the files of one chart, and is asked for the others in between.
  const charts = Array.from({ length: 3 }, async (_, chart) => {
    const texts = { 'Chart.yaml': CHART, 'templates/x.yaml': `x: ${chart} {{ .Values.name }}` }
    for (const name of ['a', 'b', 'c']) {
      const answer = (await engine.renderChart({ texts, folder: '.', renderings: [{ ...rendering, values: [`name: ${name}`] }] })) as ChartAnswer
      expect(only(answer).files![0]!.text).toBe(`x: ${chart} ${name}`)
    }
  })
  await Promise.all([...builds, ...charts])
})
