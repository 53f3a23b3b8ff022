import { expect, test } from 'vitest'
import { misnamedValues, unreadKeys } from '../../src/render/unread-values.ts'
import { valuesRead } from '../../src/render/values-read.ts'
import { ValuesFile } from '../../src/render/values.ts'

async function judge(text: string, template: string) {
  const values = await ValuesFile.read(text)
  const reads = valuesRead(new Map([['x.yaml', template]]))
  if (reads === undefined) return undefined
  const unread = unreadKeys(values, reads.map(({ path }) => path), () => false)
  return { unread: unread.map(({ path }) => path.join('.')), misnamed: misnamedValues(values, reads, unread, () => false).map(({ read, meant }) => `${read.path.join('.')} → ${meant.join('.')}`) }
}

test('keys that no template reads are found, the topmost ones', async () => {
  const values = 'a: 1\nb: {c: 2, d: {e: 3}}\n'
  expect(await judge(values, '{{ .Values.b.c }}')).toMatchObject({ unread: ['a', 'b.d'] })
  expect(await judge(values, '{{/* .Values.a */}}{{ .Values.b }}')).toMatchObject({ unread: ['a'] })
  expect(await judge(values, '{{- $v := $.Values -}}{{ $v.a }}')).toMatchObject({ unread: ['b'] })
  for (const template of [
    '{{ index .Values "a" }}{{ index $.Values "b" "c" }}{{ get .Values.b "d" }}',
    '{{ .Values.a }}{{ range $k, $v := .Values.b }}{{ end }}',
    '{{ .Values.a }}{{ if hasKey .Values "b" }}{{ end }}',
    '{{ tpl "{{ .Values.a }}" . }}{{ $x := .Values.b }}',
    '{{ (index .ctx.Values "a") }}{{ $root.Values.b | toYaml }}',
    "{{ `}}` }}{{ .Values.a | replace \"}}\" '' }}{{ include \"x\" .Values.b }}",
  ]) expect(await judge(values, template), template).toMatchObject({ unread: [] })
})

test('nothing is known of templates that hand on all values', async () => {
  for (const template of ['{{ toYaml .Values }}', '{{ with .Values }}{{ .a }}{{ end }}', '{{ $v := .Values }}{{ include "x" $v }}', '{{ dict "Values" . }}', '{{ .Values.AsMap }}', '{{ index .Values $name }}']) expect(await judge('a: 1\n', template), template).toBeUndefined()
})

test('a helper that hands on all values counts when it is called', async () => {
  const helper = '{{ define "all" }}{{ range $k, $v := .Values }}{{ end }}{{ end }}{{ define "via" }}{{ include "all" . }}{{ end }}'
  expect(await judge('a: 1\n', `${helper}{{ if .Values.b }}{{ end }}`)).toMatchObject({ unread: ['a'] })
  for (const call of ['{{ include "via" . }}', '{{ template "all" . }}', '{{ include (printf "%s" "v") . }}']) expect(await judge('a: 1\n', helper + call), call).toBeUndefined()
  expect(await judge('a: 1\n', `${helper}{{ include (print $.Template.BasePath "/x.yaml") . | sha256sum }}`)).toMatchObject({ unread: ['a'] })
})

test('a value that is one slip away from what is set is misspelled', async () => {
  const values = 'image: {tag: x, port: 1}\nreplicas: 1\nname1: x\n'
  expect(await judge(values, '{{ .Values.imagee.tag }}')).toMatchObject({ misnamed: ['imagee.tag → image'] })
  expect(await judge(values, '{{ .Values.image.tags | quote }}')).toMatchObject({ misnamed: [] })
  expect(await judge(values, '{{ .Values.image.ports | quote }}{{ .Values.image.port }}')).toMatchObject({ misnamed: ['image.ports → image.port'] })
  for (const template of ['{{ .Values.image.ports | default 1 }}{{ .Values.image.port }}', '{{ if .Values.image.ports }}{{ .Values.image.ports }}{{ end }}{{ .Values.image.port }}', '{{ .Values.imagee.digest }}', '{{ .Values.name2 }}']) expect(await judge(values, template), template).toMatchObject({ misnamed: [] })
})
