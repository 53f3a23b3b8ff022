/** Reports to print: an everyday one made of real manifests, one without findings, and one from somebody who means harm. */
import { readFileSync } from 'node:fs'
import type { Diagnostic, Position, Report, RuleInfo, Severity, TextEdit } from '../../src/diagnostic.ts'

const directory = new URL('../../fixtures/reporters/manifests/', import.meta.url)
const texts = new Map(['deployment.yaml', 'service.yaml'].map((name) => [`shop/${name}`, readFileSync(new URL(name, directory), 'utf8')]))

const url = (rule: string) => `https://example.com/rules/${rule}.md`

function rule(id: string, category: string, severity: Severity, summary: string): RuleInfo {
  const howToFix = `How to mend ${id}: use \`a\` & <b>.`
  return { id, category, severity, summary, why: `Why ${id} matters.`, howToFix, url: url(id), references: ['https://kubernetes.io/docs/'] }
}
const RULES = [
  rule('ambiguous-scalar', 'validity', 'info', 'Quote scalars that other tools read in another way.'),
  rule('no-privileged-container', 'security', 'error', 'Disallow privileged containers.'),
  rule('no-unknown-field', 'validity', 'error', 'Disallow fields that the API does not have.'),
  rule('pinned-image', 'reliability', 'warning', 'Require image tags that stay.'),
  rule('service-selects-pod', 'references', 'warning', 'Require that a Service selects a pod.'),
]

/** The place of `needle`, which stands once in the file; `upTo` moves the end to that of another text. */
function range(file: string, needle: string, upTo = needle): { start: Position; end: Position } {
  const text = texts.get(file)!
  const from = text.indexOf(needle)
  if (from === -1 || text.indexOf(needle, from + 1) !== -1) throw new Error(`not once in ${file}: ${needle}`)
  const to = text.indexOf(upTo, from) + upTo.length
  return { start: position(text, from), end: position(text, to) }
}

function position(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1, offset }
}

const lineOf = (file: string, line: number) => texts.get(file)!.split('\n')[line - 1]!

type Rest = Partial<Pick<Diagnostic, 'code' | 'object' | 'path' | 'related' | 'fix'>> & { edits?: TextEdit[] }

function finding(ruleId: string, severity: Severity, message: string, file: string, place: { start: Position; end: Position }, rest: Rest = {}): Diagnostic {
  return { rule: ruleId, severity, message, file, ...place, object: '', path: '', edits: [], url: url(ruleId), sourceLine: lineOf(file, place.start.line), ...rest }
}

const DEPLOYMENT = 'shop/deployment.yaml'
const SERVICE = 'shop/service.yaml'
const pod = 'spec.template.spec.containers[0]'

export function everyday(): Report {
  const privileged = range(DEPLOYMENT, 'true')
  const resource = range(DEPLOYMENT, 'resource')
  const nginx = range(DEPLOYMENT, 'nginx')
  return {
    version: '1.2.3',
    rules: new Map(RULES.map((each) => [each.id, each])),
    summary: {
      files: 12,
      documents: 33,
      resources: 31,
      unknownKinds: { 'monitoring.coreos.com/v1/ServiceMonitor': 1, 'example.com/v1/Widget': 2 },
      leftAlone: { 'kustomize patch': 1, 'Helm template': 4 },
      errors: 2,
      warnings: 2,
      infos: 1,
      fixable: 1,
      fixableUnsafe: 1,
      suppressed: 1,
      placeholders: 0,
    },
    diagnostics: [
      finding('ambiguous-scalar', 'info', 'Annotation "team" holds more than ASCII', DEPLOYMENT, range(DEPLOYMENT, '🛒'), {
        object: 'Deployment shop/web',
        path: 'metadata.annotations[team]',
      }),
      finding('pinned-image', 'warning', 'Container "app" uses image "nginx" without a tag', DEPLOYMENT, nginx, {
        object: 'Deployment shop/web',
        path: `${pod}.image`,
        edits: [{ start: nginx.end, end: nginx.end, text: ':1.29.3' }],
        fix: 'unsafe',
      }),
      finding('no-privileged-container', 'error', 'Container "app" is privileged', DEPLOYMENT, privileged, {
        object: 'Deployment shop/web',
        path: `${pod}.securityContext.privileged`,
      }),
      finding('no-unknown-field', 'error', 'Container "app" has an unknown field "resource", did you mean "resources"?', DEPLOYMENT, resource, {
        code: 'Decode',
        object: 'Deployment shop/web',
        path: `${pod}.resource`,
        edits: [{ ...resource, text: 'resources' }],
        fix: 'safe',
      }),
      finding('service-selects-pod', 'warning', 'Service "web" selects no pod', SERVICE, range(SERVICE, 'selector', 'app: wbe'), {
        object: 'Service shop/web',
        path: 'spec.selector',
        related: [{ message: 'labels of the nearest pod', file: DEPLOYMENT, ...range(DEPLOYMENT, 'labels:\n        app: web') }],
      }),
    ],
  }
}

export function clean(): Report {
  return {
    version: '1.2.3',
    rules: new Map(),
    diagnostics: [],
    summary: { files: 1, documents: 1, resources: 1, unknownKinds: {}, leftAlone: {}, errors: 0, warnings: 0, infos: 0, fixable: 0, fixableUnsafe: 0, suppressed: 0, placeholders: 0 },
  }
}

/** What somebody may put into a manifest or a file name to break, forge or hide lines of the output. */
export const ATTACKS: readonly string[] = [
  '::error file=forged.yaml,line=1::forged',
  '  \t::set-output name=forged::forged',
  'line\n::error::forged\r\n::warning::forged\u2028::notice::forged\u0085::debug::forged',
  '##[error]forged and ##vso[task.setvariable variable=forged]x and ##teamcity[buildStop]',
  '%0A::error::forged%0D%25, a=b: c',
  '\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007 \u009b2J',
  'NUL \0 BEL \u0007 DEL \u007f backspace \b\b\b BOM \ufeff not characters \ufffe\uffff half \ud83d',
  'right to left \u202egnp.exe\u202c and \u2066isolated\u2069',
  '<b a="1" c=\'2\'>&amp; ]]> <!-- --> </failure>',
  '[click](https://evil.example) {0} `code` **bold** \\[x\\]',
  'a:1:2: error forged [forged] k.yaml:1:2-3:4: error forged [forged]',
  '   3:4  error  forged  forged',
  'x '.repeat(500_000),
]

export function hostile(): Report {
  const start = { line: 3, column: 5, offset: 20 }
  const end = { line: 3, column: 9, offset: 24 }
  const id = 'no-unknown-field'
  return {
    ...clean(),
    rules: new Map(RULES.filter((each) => each.id === id).map((each) => [id, each])),
    diagnostics: ATTACKS.map((attack) => ({
      rule: id,
      severity: 'error',
      message: attack,
      file: attack.slice(0, 200),
      start,
      end,
      object: attack,
      path: attack,
      related: [{ message: attack, file: attack.slice(0, 200), start, end }],
      edits: [{ start, end, text: attack.slice(0, 200) }],
      fix: 'safe',
      url: url(id),
      sourceLine: `    ${attack.replaceAll(/[\r\n]/g, ' ')}`,
    })),
    summary: { ...clean().summary, errors: ATTACKS.length, unknownKinds: Object.fromEntries(ATTACKS.map((attack) => [`${attack}/v1/Kind`, 1])), fixable: ATTACKS.length },
  }
}
