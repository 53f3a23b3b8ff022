/** Random mistakes in texts: what editors, merges and scripts make of them. */
import type { Random } from './random.ts'

/** What has a meaning in YAML, in Markdown, in comments for podlint, or in none of them. */
const PIECES = [
  ' ', '  ', '\t', '\n', '\r\n', '\r', '\n\n', ':', ': ', '- ', '-', '#', ' # ', ',', '{', '}', '[', ']', '"', "'", '|', '>', '|2-\n', '&a ', '*a', '!', '!!str ', '<<: ', '? ', '---\n', '\n---\n', '...\n', '%YAML 1.1\n---\n',
  '\u0000', '\u0007', '\u001b[31m', '\u0085', '\u00a0', '\u2028', '\ufeff', '\ud800', '\udc00', 'é', '日本', '👩‍👩‍👧', '\u202e', '0', '-1', '1e999', '0x', '010', '99999999999999999999', 'null', 'true', 'off', '~', '.nan', '__proto__', 'constructor', 'toString', 'hasOwnProperty',
  '```', '```yaml\n', '\n```\n', '~~~yaml\n', '> ', '<!-- ', ' -->', '    ', '${A}', '${A:=1}', '{{ .Values.a }}', '{% if a %}', '@@a@@', '::error::', '##[error]',
  '# podlint-ignore ', '# podlint-ignore no-host-path', '# podlint-ignore-next-line no-host-path: why', '# podlint-ignore-start no-host-path\n', '# podlint-ignore-end\n', '# podlint-ignore-file all: why until=2020-01-01\n', '# podlint-ignore security until=2030-13-45', 'podlint.dev/ignore: "no-host-path: why"', "podlint.dev/ignore: 'all'", 'until=', 'reason', ' all ', ' * ',
  'apiVersion: v1', 'kind: Pod\n', 'kind: List\nitems:\n', 'metadata: ', 'rules:\n', 'presets: ', 'plugins: [./x.mjs]\n', 'overrides:\n', 'exclude: ', 'extends: ', 'options: ', 'severity: ', 'baseline: ', 'x'.repeat(5000), '['.repeat(300), '{a: '.repeat(200), '- '.repeat(200),
] // prettier-ignore

export function mutateText(text: string, others: readonly string[], random: Random): string {
  let mutant = text
  for (let count = 1 + random.below(4); count > 0; count--) mutant = random.of(MUTATIONS)(mutant, others, random)
  return mutant.slice(0, 200_000)
}

type Mutation = (text: string, others: readonly string[], random: Random) => string

const at = (text: string, random: Random): number => random.below(text.length + 1)
const changeLines = (text: string, change: (lines: string[]) => void): string => {
  const lines = text.split('\n')
  change(lines)
  return lines.join('\n')
}

const MUTATIONS: readonly Mutation[] = [
  function insert(text, _, random) {
    const place = at(text, random)
    return text.slice(0, place) + random.of(PIECES) + text.slice(place)
  },
  function atEndOfLine(text, _, random) {
    return changeLines(text, (lines) => void (lines[random.below(lines.length)] += random.of(PIECES)))
  },
  function cut(text, _, random) {
    const place = at(text, random)
    return text.slice(0, place) + text.slice(place + random.below(random.below(10) === 0 ? 200 : 8))
  },
  function replace(text, _, random) {
    const place = at(text, random)
    return text.slice(0, place) + random.of(PIECES) + text.slice(place + 1 + random.below(6))
  },
  function removeLine(text, _, random) {
    return changeLines(text, (lines) => void lines.splice(random.below(lines.length), 1))
  },
  function repeatLines(text, _, random) {
    return changeLines(text, (lines) => {
      const from = random.below(lines.length)
      lines.splice(random.below(lines.length + 1), 0, ...lines.slice(from, from + 1 + random.below(5)))
    })
  },
  function indent(text, _, random) {
    return changeLines(text, (lines) => {
      const line = random.below(lines.length)
      lines[line] = random.below(2) === 0 ? ` ${lines[line]}` : lines[line]!.replace(/^ /, '')
    })
  },
  function graft(text, others, random) {
    const other = random.of(others)
    const from = at(other, random)
    const place = at(text, random)
    return text.slice(0, place) + other.slice(from, from + random.below(200)) + text.slice(place)
  },
  function swap(text, _, random) {
    return changeLines(text, (lines) => {
      const [one, other] = [random.below(lines.length), random.below(lines.length)]
      ;[lines[one], lines[other]] = [lines[other]!, lines[one]!]
    })
  },
  function end(text, _, random) {
    return text.slice(0, at(text, random))
  },
  function lineBreaks(text, _, random) {
    return text.replaceAll('\n', random.of(['\r\n', '\r', '\u0085']))
  },
]
