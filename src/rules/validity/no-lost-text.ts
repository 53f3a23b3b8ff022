import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { KubernetesObject } from '../../model/object.ts'
import type { Place } from '../../model/place.ts'
import { pathTo } from '../../model/way.ts'
import { Flag, Kind } from '../../parser/tape.ts'

/** Whether there is anything to look at: hardly any manifest has it. */
const CANDIDATE = /[:-][ \t]+(?:[!&>|~]|#\S)|[ \t]#\S|"[A-Za-z]:\\/
/** Maps whose values are strings that anybody may choose. */
const STRING_MAPS: readonly string[] = ['annotations', 'data', 'labels', 'stringData']
const SECRET = /pass(?:word|wd|phrase)?$|secret|token|api[-_]?key|credential/i
/** To the end of the line an anchor, or a comment of one word right after the sign, as a value would be and a remark is not. Sticky: a line can be as long as the file. */
const ANCHOR = /[ \t]*(&[\w-]+)[ \t\r]*(?=\n|$)/y
const GLUED_COMMENT = /[ \t]*(#[^\s#]\S*)[^\S\n]*(?=\n|$)/y
/** Whole base64: nothing goes on behind its padding. */
const PADDED = /^[A-Za-z0-9+/]{6,}={1,2}$/
const REMARK = /^#(?:[@!-]|todo|fixme|xxx|optional|required|default|empty|none|null|no[a-z]+)/i

interface LostText {
  node: number
  /** The node of its key, or -1. */
  key: number
  start: number
  end: number
  message: string
}

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow values that YAML takes for something else and drops.',
  why: 'A value that begins with `!`, `&`, `#` or `>` is a tag, an anchor, a comment or the head of a block to YAML: the manifest applies, and a password in it is empty. Nothing says so before the program fails.',
  howToFix: "Put the value in single quotes. Write `|` instead of `>` where line breaks matter, and a space after `#` where a comment is meant.",
  references: ['https://yaml.org/spec/1.2.2/#53-indicator-characters'],
  peers: {},
  bad: [
    {
      title: 'passwords that begin with a sign of YAML',
      yaml: yaml`
        apiVersion: v1
        kind: Secret
        metadata:
          name: passwords
        stringData:
          admin: !S3cret # ✖ "!S3cret" is read as a tag, so the value is empty
          backup: &S3cret # ✖ "&S3cret" is read as an anchor, so the value is empty
          home: ~ # ✖ "~" is read as null, so the value is empty
          folded: > # ✖ ">" is read as an empty block of text
          piped: | # ✖ "|" is read as an empty block of text
          file: "C:\new\temp" # ✖ "\n" in a path is read as a line break
      `,
    },
    {
      title: 'lines of a certificate joined to one',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: trust
        data:
          ca.crt: > # ✖ ">" joins the lines of the PEM block
            -----BEGIN CERTIFICATE-----
            RVhBTVBMRQ==
            -----END CERTIFICATE-----
      `,
    },
  ],
  good: [
    {
      title: 'a remark behind base64',
      yaml: yaml`
        apiVersion: v1
        kind: Secret
        metadata:
          name: azure
        data:
          ClientID: bXktc2VydmljZS1wcmluY2lwbGU= #client
          ClientSecret: bXktc2VydmljZS1zZWNyZXQ= #secret
      `,
    },
    {
      title: 'values in quotes, and comments with a space',
      yaml: yaml`
        apiVersion: v1
        kind: Secret
        metadata:
          name: passwords
          annotations: &notes
            example.com/color: "#fff"
            example.com/owner: # nobody yet
        stringData:
          admin: '!S3cret'
          backup: "&S3cret" # since May
          motd: >
            Hello.
      `,
    },
  ],
  visit: {
    object(object, { report }) {
      for (const lost of lostTexts(object)) report(placeOf(object, lost), lost.message)
    },
  },
})

function placeOf({ source, tape, root, prefix }: KubernetesObject, { node, key, start, end }: LostText): Place {
  return { source, tape, node, key, parent: node, path: pathTo(tape, root, prefix, node), start, end }
}

function lostTexts({ tape, root, kind }: KubernetesObject): LostText[] {
  const found: LostText[] = []
  const { text } = tape
  // In block style the comment behind the last value counts, too.
  const end = tape.has(root, Flag.flow) ? tape.end(root) : text.indexOf('\n', tape.end(root))
  if (!CANDIDATE.test(text.slice(tape.start(root), end === -1 ? text.length : end))) return found
  const strings = new Set<number>()
  const look = (node: number, key: number, isString: boolean) => {
    if (!tape.isScalar(node) || tape.has(node, Flag.shared | Flag.hidden)) return
    const start = tape.start(node)
    const end = tape.end(node)
    const add = (message: string, from: number, to: number) => found.push({ node, key, start: from, end: to, message })
    const source = text.slice(start, end)
    if (tape.kind(node) === Kind.explicit && /^![^!\s]\S*$/.test(source)) return add(`"${source}" is read as a tag, so the value is empty`, start, end)
    // Whoever means nothing writes nothing, or null.
    if (isString && source === '~') return add('"~" is read as null, so the value is empty', start, end)
    const isEmptyBlock = isString && (tape.kind(node) === Kind.folded || tape.kind(node) === Kind.literal) && tape.scalar(node) === ''
    if (isEmptyBlock || tape.kind(node) === Kind.folded) {
      if (isEmptyBlock) add(`"${source[0]}" is read as an empty block of text`, start, start + 1)
      else if (source.includes('-----BEGIN ')) add('">" joins the lines of the PEM block', start, start + 1)
      return
    }
    const path = tape.kind(node) === Kind.doubleQuoted ? /^"[A-Za-z]:(\\[abefnrtv0])/.exec(source) : null
    if (path !== null) return add(`"${path[1]}" in a path is read as ${CONTROLS.get(path[1]!) ?? 'a control character'}`, start + 3, start + 5)
    if (tape.kind(node) !== Kind.plain && start !== end && !isString) return
    const before = start === end && key !== -1 ? tape.end(key) + 1 : end
    const matchAt = (pattern: RegExp) => {
      pattern.lastIndex = before
      return pattern.exec(text)
    }
    const anchor = start === end ? matchAt(ANCHOR) : null
    const lost = anchor ?? (isString ? matchAt(GLUED_COMMENT) : null)
    if (lost === null) return
    const [whole, word] = lost as unknown as [string, string]
    const from = before + whole.indexOf(word)
    if (anchor !== null) {
      if (!aliasesOf(text).has(word.slice(1))) add(`"${word}" is read as an anchor, so the value is empty`, from, from + word.length)
    } else if (!REMARK.test(word) && !PADDED.test(source)) {
      if (start === end) add(`"${word}" is read as a comment, so the value is empty`, from, from + word.length)
      else if (kind === 'Secret' || (key !== -1 && SECRET.test(tape.key(key)))) add(`"${word}" is read as a comment, and is not part of the value`, from, from + word.length)
    }
  }
  for (let node = root, end = tape.next(root); node < end; node++) {
    if (tape.isSequence(node)) for (let item = node + 1; item < tape.next(node); item = tape.next(item)) look(item, -1, false)
    if (!tape.isMap(node)) continue
    const isEnv = tape.count(node) <= 2 && tape.find(node, 'name') !== -1
    for (let key = node + 1; key < tape.next(node); key = tape.next(key + 1)) {
      if (tape.isMap(key + 1) && STRING_MAPS.includes(tape.key(key))) strings.add(key + 1)
      look(key + 1, key, strings.has(node) || (isEnv && tape.key(key) === 'value'))
    }
  }
  return found
}

const CONTROLS = new Map([['\\n', 'a line break'], ['\\t', 'a tab'], ['\\r', 'a carriage return'], ['\\b', 'a backspace']]) // prettier-ignore

let known: { text: string; aliases: ReadonlySet<string> } | undefined

/** Of one text they are asked for again and again. */
function aliasesOf(text: string): ReadonlySet<string> {
  if (known?.text !== text) known = { text, aliases: new Set(text.match(/(?<=\*)[\w-]+/g)) }
  return known.aliases
}
