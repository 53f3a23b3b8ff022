/** Rules of podlint under names, severities and messages of the user's own. */
import { describe, expect, test } from 'vitest'
import { parseConfig } from '../../src/config/parse-config.ts'
import { folder, podlint } from '../cli/run-cli.ts'

const mistakes = async (text: string) => {
  try {
    return await parseConfig(text, 'podlint.yaml')
  } catch (error) {
    return (error as Error).message.split('\n')
  }
}

const SETTINGS = `presets: recommended
rules:
  team-label:
    rule: require-label
    severity: error
    message: 'Ask the platform team who owns it: {message}'
    options: {key: team, pattern: 'team-[a-z]+', kinds: [ConfigMap]}
  cost-label:
    rule: require-label
    options: {key: cost-center}
  no-floating-image-tag:
    message: Name a release
`
const OBJECT = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  labels:\n    team: me\ndata: {}\n'

const findings = async (args: readonly string[], files: Record<string, string> = { 'podlint.yaml': SETTINGS, 'a.yaml': OBJECT }) => {
  const { stdout, stderr } = await podlint(['a.yaml', '-f', 'json', ...args], { cwd: folder(files) })
  if (stderr !== '') return stderr
  return (JSON.parse(stdout) as { diagnostics: { rule: string; severity: string; message: string; url: string }[] }).diagnostics
}

describe('rules under names of one\'s own', () => {
  test('run beside each other, each with a severity, options and a message of its own', async () => {
    expect(await findings([])).toMatchObject([
      { rule: 'cost-label', severity: 'warning', message: 'ConfigMap "settings" lacks the label "cost-center"', url: expect.stringContaining('/require-label.md') as string },
      { rule: 'team-label', severity: 'error', message: 'Ask the platform team who owns it: Label "team" is "me", must match team-[a-z]+' },
    ])
  })

  test('are selected, left out and silenced by these names', async () => {
    expect(await findings(['--select', 'team-label'])).toMatchObject([{ rule: 'team-label' }])
    expect(await findings(['--ignore', 'team-label', '--error', 'cost-label'])).toMatchObject([{ rule: 'cost-label', severity: 'error' }])
    const silenced = OBJECT.replace('team: me', 'team: me # podlint-ignore team-label: moved soon').replace('  name: settings', '  # podlint-ignore cost-label\n  name: settings')
    expect(await findings([], { 'podlint.yaml': SETTINGS, 'a.yaml': silenced })).toEqual([])
    expect(await findings([], { 'podlint.yaml': SETTINGS.replace('severity: error', 'severity: off'), 'a.yaml': OBJECT })).toMatchObject([{ rule: 'cost-label' }])
  })

  test('may look at several objects, and at pods', async () => {
    const settings = 'presets: api-server\nrules:\n  two: {rule: no-single-replica-autoscaler, options: {min: 3}}\n  alone: {rule: require-autoscaler}\n  ours: {rule: allowed-registry, options: {allow: [example.com]}}\n'
    const objects = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  selector: {matchLabels: {a: b}}\n  template:\n    metadata: {labels: {a: b}}\n    spec:\n      containers: [{name: web, image: "nginx:1"}]\n'
    expect(await findings([], { 'podlint.yaml': settings, 'a.yaml': objects })).toMatchObject([{ rule: 'alone' }, { rule: 'ours' }])
  })

  test('are described in reports', async () => {
    const { stdout } = await podlint(['a.yaml', '-f', 'sarif'], { cwd: folder({ 'podlint.yaml': SETTINGS, 'a.yaml': OBJECT }) })
    const [run] = (JSON.parse(stdout) as { runs: { tool: { driver: { rules: { id: string; helpUri: string }[] } } }[] }).runs
    expect(run!.tool.driver.rules.map(({ id }) => id)).toEqual(['cost-label', 'team-label'])
    expect(run!.tool.driver.rules[0]!.helpUri).toContain('/require-label.md')
  })

  test('are listed and explained', async () => {
    const cwd = folder({ 'podlint.yaml': SETTINGS })
    const { stdout } = await podlint(['rules'], { cwd })
    expect(stdout).toContain('podlint.yaml:\n  team-label  error    require-label with key: "team", pattern: "team-[a-z]+", kinds: ["ConfigMap"]\n  cost-label  warning  require-label with key: "cost-center"\n')
    expect((await podlint(['rule', 'team-label'], { cwd })).stdout).toContain('team-label of podlint.yaml is require-label with key: "team"')
    const listed = JSON.parse((await podlint(['rules', '--json'], { cwd })).stdout) as { id: string; rule?: string }[]
    expect(listed.find(({ id }) => id === 'cost-label')).toMatchObject({ rule: 'require-label', severity: 'warning', summary: 'Require a label of your choice.' })
  })
})

test.each([
  ['team-label: error', ['podlint.yaml:2:3: Unknown rule "team-label"']],
  ['requier-label: error', ['podlint.yaml:2:3: Unknown rule "requier-label", did you mean "require-label"?']],
  ['team-label: {severity: error}', ['podlint.yaml:2:3: Unknown rule "team-label"']],
  ['team-label: {rule: requier-label}', ['podlint.yaml:2:22: Unknown rule "requier-label", did you mean "require-label"?']],
  ['team-label: {rule: valid-yaml}', ['podlint.yaml:2:22: The rule "valid-yaml" cannot have another name']],
  ['team-label: {rule: require-label, options: {kye: team}}', ['podlint.yaml:2:47: The rule "team-label" has no option "kye", did you mean "key"?']],
  ['team-label: {rule: require-label, options: {key: 1}}', ['podlint.yaml:2:47: "key" must be a string']],
  ['team-label: {rule: require-label, level: error}', ['podlint.yaml:2:37: A rule has "severity" and "suppressible" and "rule" and "message" and "options", not "level"']],
  ['team-label: {rule: require-label}', ['podlint.yaml:2:3: The rule "team-label" needs the option "key"']],
  ['require-label: warning', ['podlint.yaml:2:3: The rule "require-label" needs the option "key"']],
  ['require-label: {rule: require-annotation}', ['podlint.yaml:2:19: "require-label" is the name of a rule already: choose another one for yours']],
  ['Team_Label: {rule: require-label, options: {key: a}}', ['podlint.yaml:2:3: The name of a rule has lower case letters, digits and single hyphens, not "Team_Label"']],
  ['security: {rule: require-label, options: {key: a}}', ['podlint.yaml:2:3: "security" stands for several rules: choose another name']],
  ['a: {rule: require-label, options: {key: a, pattern: "a(?=b)"}}', ['podlint.yaml:2:55: "pattern" must be a regular expression as Go reads it: "(?=b" is not known: it has no look-around and no back references']],
  ['a: {rule: required-field, options: {path: "spec..a"}}', ['podlint.yaml:2:45: "path" must be a way to a field such as spec.replicas, metadata.labels[example.com/team] or pod.spec.containers[*].image']],
  ['a: {rule: allowed-resource-range, options: {min: 1GB}}', ['podlint.yaml:2:52: "min" must be an amount such as 500m or 64Mi, not "1GB"']],
  ['a: {rule: require-label, message: "", options: {key: a}}', ['podlint.yaml:2:37: "message" must not be empty, and has one line only']],
  ['no-cpu-limit: info\n  require-cpu-limit: info', ['podlint.yaml:3:3: The rules "no-cpu-limit" and "require-cpu-limit" ask for opposite things: choose one of them']],
  ['valid-yaml: {message: no}', ['podlint.yaml:2:16: The rule "valid-yaml" has messages of its own only']],
])('%s is refused with the place', async (text, expected) => {
  expect(await mistakes(`rules:\n  ${text}\n`)).toEqual(expected)
})

test('a rule that needs an option is refused by name, and left out among many', async () => {
  const cwd = folder({ 'a.yaml': OBJECT })
  expect((await podlint(['a.yaml', '--select', 'require-label'], { cwd })).stderr).toBe('podlint: The rule "require-label" needs the option "key" in podlint.yaml\n')
  expect((await podlint(['a.yaml', '--select', 'best-practice', '--exit-zero'], { cwd })).stderr).toBe('')
  expect((await podlint(['a.yaml', '--select', 'all', '--exit-zero'], { cwd })).stderr).toBe('')
})

test('options without anything are none', async () => {
  expect(await mistakes('rules:\n  no-host-path:\n    severity: off\n  no-single-replica:\n    options:\n')).toEqual({ rules: { 'no-host-path': { severity: false }, 'no-single-replica': {} } })
})
