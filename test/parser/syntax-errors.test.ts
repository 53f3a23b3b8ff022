/** What authors do who write a text that cannot be read, and what they are told. */
import { expect, test } from 'vitest'
import { LineIndex } from '../../src/parser/lines.ts'
import { parse } from '../../src/parser/parse.ts'
import { Tape } from '../../src/parser/tape.ts'

test.each([
  ['a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n', '2:1 <<<<<<< HEAD ▸ A merge conflict is not resolved'],
  ['a: {{ .Values.x }}\n', '1:4 {{ ▸ A template expression is not YAML'],
  ['{% if x %}\na: 1\n', '1:1 {% ▸ A template expression is not YAML'],
  ['data:\n  {% for c in l %}\n  a: 1\n', '2:3 {% ▸ A template expression is not YAML'],
  ['a: "x" {{ y }}\n', '1:8 {{ ▸ A template expression is not YAML'],
  ['{{- if .V }}\na: 1\n{{- end }}\n', '1:1 {{ ▸ A template expression is not YAML'],
  ['a: 1\n{{ include "x" . }}\n', '2:1 {{ ▸ A template expression is not YAML'],
  ['image: x:{{ .Values.t }}\nfoo: bar: baz', '2:6 bar: baz ▸ The value of "foo" has a colon and a space in it, so it needs quotes'],
  ['-name: a\n image: b\n', '1:1 -name ▸ A space is missing after the dash'],
  ['c:\n  -name: a\n   image: b\n', '2:3 -name ▸ A space is missing after the dash'],
  ['m:\n  name:web\n  x: 1\n', '2:3 name: ▸ A space is missing after the colon'],
  ['apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  a: x\n  b:y\n', '7:3 b: ▸ A space is missing after the colon'],
  ['spec:\n  ports:\n  - port:80\n    name: x\n', '3:5 port: ▸ A space is missing after the colon'],
  ['c:\n  - name: a\n    image: x\n      pull: Always\n', '4:7 pull ▸ "pull" is indented deeper than "image" above, which has a value'],
  ['a: 1\n b: 2\n', '2:2 b ▸ "b" is indented deeper than "a" above, which has a value'],
  ['a: "1"\n  b: 2\n', '2:3 b ▸ This line is indented deeper than what is above, which has a value'],
  ['c:\n  - name: a\n      image: b\n', '3:7 image ▸ "image" is indented deeper than "name" above, which has a value'],
  ['a: b: c\n', '1:4 b: c ▸ The value of "a" has a colon and a space in it, so it needs quotes'],
  ['msg: error: something went wrong\n', '1:6 error: something went wrong ▸ The value of "msg" has a colon and a space in it, so it needs quotes'],
  ['p: s3cret:\n', '1:4 s3cret: ▸ The value of "p" ends in a colon, so it needs quotes'],
  ['- a: b: c\n', '1:6 b: c ▸ The value of "a" has a colon and a space in it, so it needs quotes'],
  ['url: http://x: y\n', '1:6 http://x: y ▸ The value of "url" has a colon and a space in it, so it needs quotes'],
  ['command: echo "a: b"\n', '1:10 echo "a: b" ▸ The value of "command" has a colon and a space in it, so it needs quotes'],
  ['a: - b\n', '1:4 - ▸ A list cannot begin on the line of its key'],
  ['a:\n  b: 1\n c: 2\n', '3:2 c ▸ This line is indented by 1 space, but what is above by 0 or 2'],
  ['a:\n    b: 1\n  c: 2\n', '3:3 c ▸ This line is indented by 2 spaces, but what is above by 0 or 4'],
  ['- x\ny: z\n', '2:1 y ▸ "y" is a key among the items of a list'],
  ['a: 1\n- b\n', '2:1 - ▸ A list item cannot follow the keys of a map'],
  ['a:\n   - x\n  - y\n', '3:3 - ▸ This item is indented by 2 spaces, but what is above by 0 or 3'],
  ['env:\n - name: A\n   valueFrom:\n     ref: {name: s}\n         - name: B\n', '5:10 - ▸ This item is indented deeper than what is above, which has a value'],
  ['data:\n  x: |\n  #!/bin/sh\n  echo a\n  echo b\n', '4:3 echo ▸ The block of text of "x" must be indented further than its key'],
  ['data:\n  x: |\n  {"a": 1}\n', '3:3 {"a": ▸ The block of text of "x" must be indented further than its key'],
  ['data:\n  - x: |\n    echo a\n    y: b\n', '3:5 echo ▸ The block of text of "x" must be indented further than its key'],
  ['c:\n  – name: web\n    image: a\n', '2:3 – ▸ "–" looks like a hyphen and is another character (U+2013): write "-"'],
  ['c:\n  - name：web\n    image: a\n', '2:9 ： ▸ "：" looks like a colon and is another character (U+FF1A): write ": "'],
  ['c:\n  name：web\n  image: a\n', '2:7 ： ▸ "：" looks like a colon and is another character (U+FF1A): write ": "'],
  ['```yaml\na: b\n```\n', '1:1 ```yaml ▸ "```" is a mark of Markdown, not YAML: remove the line'],
  ['a: b\n--\nc: d\n', '2:1 -- ▸ "---" starts a document, not "--"'],
  ['a: b\n====\nc: d\n', '2:1 ==== ▸ "---" starts a document, not "===="'],
  ['{\n  "a": "b"\n  "c": "d"\n}\n', '3:3 " ▸ A comma is missing'],
  ['data:\n  x: [abc\n  y: b\n', '2:6 [ ▸ The "[" is never closed: a value that only begins with it needs quotes'],
  ['data:\n  x: {abc\n  y: b\n', '2:6 { ▸ The "{" is never closed: a value that only begins with it needs quotes'],
  ['data:\n  x: "abc"def\n', '2:11 def ▸ The value goes on after its closing quote: put all of it in quotes'],
  ['data:\n  x: ? abc\n', '2:6 ? ▸ A value that begins with "? " needs quotes'],
  ['data:\n  x: | abc\n', '2:6 | ▸ "|" begins a block of text on the next line: a value that begins with it needs quotes'],
  ['data:\n  x: |\n    line\n  more text\n', '4:3 more ▸ The block of text ends here, because this line is indented less'],
  ['data:\n  x: |\n      line\n    more: text\n', '4:5 more: ▸ The block of text ends here, because this line is indented less'],
  ['data:\n  x.sh: |\n    cat <<EOF\nfoo\nEOF\n', '4:1 foo ▸ The block of text ends here, because this line is indented less'],
  ['data:\n  x: |\n    -----BEGIN C-----\n-----END C-----\n', '4:1 -----END ▸ The block of text ends here, because this line is indented less'],
  ['data:\n  tls.crt: |\n-----BEGIN CERTIFICATE-----\nabc\n', '3:1 -----BEGIN CERTIFICATE----- ▸ A PEM block must be indented further than its key'],
  ['a: 1\n----\nb: 2\n', '2:1 ---- ▸ "---" starts a document, but not 4 dashes'],
  ['a: 1\n---apiVersion: v1\n', '2:1 --- ▸ A line break is missing after "---"'],
  ['m:\n  n: a\n  ---\nb: 1\n', '3:3 --- ▸ "---" is indented, so it starts no document'],
  ['a: 1\n--- b: 2\n', '2:1 --- b: 2 ▸ kubectl needs "---" alone on its line'],
  ['c: ["sh", "-c"\nd: 1\n', '1:4 [ ▸ The "[" is never closed'],
  ['c: ["sh", "-c"\n   image: x\n', '1:4 [ ▸ The "[" is never closed'],
  ['a: {b: 1\nc: 2\n', '1:4 { ▸ The "{" is never closed'],
  ['a: [1, 2\n---\nb: 1\n', '1:4 [ ▸ The "[" is never closed'],
  ['a: [1, 2}\n', '1:9 } ▸ "}" does not close the bracket that is open'],
  ['a: ]\n', '1:4 ] ▸ "]" has no opening bracket'],
  ["a: 'it's'\n", "1:7 ' ▸ An apostrophe in single quotes must be written twice"],
  ['a: "b\nc: "d"\n', '1:4 " ▸ The quote is never closed'],
  ['a: "b\nc: d\n', '1:4 " ▸ The quote is never closed'],
  ['a: "b" c\n', '1:8 c ▸ Unexpected text after a value'],
  ["a: 'x',\nb: 1\n", '1:7 , ▸ A comma after the value is a mistake outside brackets'],
  ['a: ,b\n', '1:4 , ▸ A value that begins with "," needs quotes'],
  ['s: @daily\n', '1:4 @daily ▸ A value that begins with "@" needs quotes'],
  ['s: */5 * * * *\n', '1:4 */5 ▸ "*/5" is read as an alias, so the value needs quotes'],
  ['h: *.example.com\n', '1:4 *.example.com ▸ "*.example.com" is read as an alias, so the value needs quotes'],
  ['h: *foo\n', '1:4 *foo ▸ "*foo" is read as an alias, but no anchor "&foo" comes before it'],
  ['p: &a.b c\n', '1:4 &a.b ▸ The anchor "&a.b" has characters other than letters, digits, "-" and "_"'],
  ['p: !x!y\n', '1:4 !x!y ▸ "!x!y" is read as a tag, so the value needs quotes'],
  ['p: `x`\n', '1:4 `x` ▸ A value that begins with "`" needs quotes'],
  ['p: %x\n', '1:4 %x ▸ A value that begins with "%" needs quotes'],
  ['p: !foo,bar}\n', '1:4 !foo,bar} ▸ "!foo,bar}" is read as a tag, so the value needs quotes'],
  ['a: |foo\n', '1:4 | ▸ "|" begins a block of text on the next line: a value that begins with it needs quotes'],
  ['a: >- x\n', '1:4 > ▸ ">" begins a block of text on the next line: a value that begins with it needs quotes'],
  ['a:\n\tb: 1\n', '2:1 \t ▸ A tab in the indentation: YAML takes only spaces'],
  ['a: |\n\tb\n', '2:1 \t ▸ A tab in the indentation of a block of text: YAML takes only spaces'],
  ['ports: [{containerPort: ${PORT}}]\n', '1:25 ${PORT} ▸ "${PORT}" needs quotes inside brackets'],
  ['key value\nb: 1\n', '1:1 key ▸ A colon is missing after "key"'],
  ['b: 1\nkey value\n', '2:1 key ▸ A colon is missing after "key"'],
  ['a: x\n  y\n z: 1\n', '3:3 : ▸ A key cannot stand here, on the line of another key'],
  ['a:\n - b\n c: d\n', '3:2 c ▸ "c" is a key among the items of "a"'],
  ['? a: b\n', '1:3 a: b ▸ A map or a list cannot be a key'],
  [': x\n', '1:1 : ▸ A colon without a key before it'],
  ['a: "\\d"\n', '1:5 \\d ▸ Unknown escape "\\d" in a double-quoted string'],
  ['a: "C:\\Users\\x"\n', '1:7 \\U ▸ The escape "\\U" needs 8 hexadecimal digits'],
  ['a: [a: b: c]\n', '1:4 [a: b: c] ▸ The value of "a" has a colon and a space in it, so it needs quotes'],
  ['a: [x y\n', '1:4 [ ▸ The "[" is never closed'],
  ['foo:\n- bar: 1\n  baz: "x\n  qux: 2\n', '3:8 " ▸ The quote is never closed'],
  ['a: b # c\n  d: e\n', '2:3 d ▸ This line is indented deeper than what is above, which has a value'],
  ['a: b\n\n   c: d\n', '3:4 c ▸ "c" is indented deeper than "a" above, which has a value'],
])('%j', async (text, expected) => {
  const problems = (await parse(text, new Tape())).flatMap((document) => document.problems)
  const said = problems.map(({ start, end, message }) => {
    const before = text.slice(0, start).split('\n')
    return `${before.length}:${before.at(-1)!.length + 1} ${text.slice(start, end)} ▸ ${message}`
  })
  expect(said).toEqual([expected])
})

/** Lines and columns are those of the same text with other line breaks. */
test.each(['a: 1\nb\n', 'a: "\\u\n', 'a:\n  b: 1\n c: 2\n', 'a: 1\n...\nb: 2\n', '!!int \n: 1\n', 'a: [b\nc: d\n'])('%j, with CRLF as with LF', async (text) => {
  const say = async (source: string) => {
    const lines = new LineIndex(source)
    const problems = (await parse(source, new Tape())).flatMap((document) => document.problems)
    return problems.map(({ start, end, message }) => [message, lines.position(start), lines.position(end)].map((part) => (typeof part === 'string' ? part : `${part.line}:${part.column}`)).join(' '))
  }
  expect(await say(text.replaceAll('\n', '\r\n'))).toEqual(await say(text))
})
