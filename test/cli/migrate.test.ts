/** From other tools: command lines as they stand in public repositories, and settings. */
import { describe, expect, test } from 'vitest'
import { parseConfig } from '../../src/config/parse-config.ts'
import { parseArguments } from '../../src/cli/arguments.ts'
import { folder, podlint } from './run-cli.ts'

const migrate = async (args: readonly string[], files: Record<string, string> = {}) => {
  const { code, stdout, stderr } = await podlint(['migrate', ...args], { cwd: folder(files) })
  return { code, stdout, notes: stderr.replace(/^podlint: /, '').trimEnd().split('\n') }
}

/** What comes out is taken by podlint itself. */
async function isTaken(stdout: string): Promise<void> {
  const [command, ...settings] = stdout.split('\n\n')
  if (command!.includes('podlint -') || command!.includes('podlint .')) expect(() => parseArguments(command!.slice(command!.indexOf('podlint ') + 8).split(/ [|>&;]/)[0]!.trim().split(' '), {})).not.toThrow()
  else settings.unshift(command!)
  for (const text of settings) await parseConfig(text, 'podlint.yaml')
}

describe('kubeconform', () => {
  test.each([
    ['kubeconform -strict -summary -ignore-missing-schemas -kubernetes-version 1.31.0 deploy/', 'podlint --preset=api-server --kubernetes-version=1.31 deploy/\n'],
    ['helm template charts/app | kubeconform -strict -verbose -output json -', 'helm template charts/app | podlint --preset=api-server --verbose --format=json --unknown-kinds=error -\n'],
    ['kustomize build . | kubeconform -ignore-missing-schemas', 'kustomize build . | podlint --preset=api-server -\n'],
    ["find . -name '*.yaml' | xargs kubeconform -ignore-missing-schemas -n 8 -cache /tmp/x", "find . -name '*.yaml' | xargs podlint --preset=api-server\n"],
    ['docker run --rm -v "$PWD:/x" ghcr.io/yannh/kubeconform:v0.6.7 -ignore-missing-schemas -ignore-filename-pattern \'.*test.*\' /x > out.txt', "podlint --preset=api-server '--ignore-filename-pattern=.*test.*' /x > out.txt\n"],
    ['kubeconform --ignore-missing-schemas=true --output=junit k8s && echo fine', 'podlint --preset=api-server --format=junit k8s && echo fine\n'],
    ['-ignore-missing-schemas -output tap .', 'podlint --preset=api-server --format=tap .\n'],
    ['kubeconform -kubernetes-version 1.18.0 -ignore-missing-schemas .', 'podlint --preset=api-server --kubernetes-version=1.28 .\n'],
    ['kubeconform -kubernetes-version master -ignore-missing-schemas .', 'podlint --preset=api-server .\n'],
  ])('%s', async (line, expected) => {
    const { code, stdout } = await migrate(['kubeconform', line])
    expect({ code, stdout }).toEqual({ code: 0, stdout: expected })
    await isTaken(stdout)
  })

  test('as words, flags and all', async () => {
    expect((await migrate(['kubeconform', '-strict', '-ignore-missing-schemas', 'a b/', '-kubernetes-version', '1.37.0'])).stdout).toBe("podlint --preset=api-server --kubernetes-version=1.37 'a b/'\n")
  })

  test('says what is not needed, and what has no equivalent', async () => {
    const { stdout, notes } = await migrate(['kubeconform', "kubeconform -strict -skip Secret,v1/ConfigMap -reject Job -schema-location default -schema-location 'https://example.com/{{ .Group }}.json' -schema-location 'schemas/{{ .ResourceKind }}.json' -kubernetes-version 1.9.0 ."])
    expect(stdout).toBe(`podlint --unknown-kinds=error .

# From a command line of kubeconform: podlint migrate kubeconform
presets: api-server
kubernetesVersions: "1.28"
rules:
  forbidden-kind: {severity: error, options: {forbid: [Job]}}
suppressions:
  - {objects: ["Secret/*", "ConfigMap/*"]}
`)
    await isTaken(stdout)
    expect(notes).toEqual([
      '-strict is not needed: unknown fields and duplicate keys are errors anyway',
      '-schema-location https://example.com/{{ .Group }}.json has no equivalent: nothing is downloaded; custom resources are held against the CustomResourceDefinitions among the files, and those of --crd PATH',
      '-schema-location schemas/{{ .ResourceKind }}.json has no equivalent: JSON schemas are not read, but CustomResourceDefinitions are: --crd PATH, and there is no schemas here',
      '-kubernetes-version 1.9.0 has no equivalent: podlint has 1.28 to 1.37, so it is 1.28',
      'kubeconform looks at schemas only, which --preset api-server is for; without it podlint also finds what breaks at run time',
      'without -ignore-missing-schemas a kind without a schema is an error: --unknown-kinds=error, with the definitions of your custom resources among the files or in --crd PATH',
    ])
  })
})

describe('kube-linter', () => {
  test.each([
    ['kube-linter lint --fail-if-no-objects-found deploy', 'podlint --preset=kube-linter --fail-on=info deploy\n'],
    ['kube-linter lint . --exclude latest-tag --include run-as-non-root --format sarif --output out.sarif', /^podlint --preset=kube-linter --fail-on=info --ignore=no-floating-image-tag --format=sarif:out\.sarif --allow-empty \.\n$/],
    ['kube-linter lint --do-not-auto-add-defaults --include privileged-container --ignore-paths vendor .', /^podlint --preset=kube-linter --fail-on=info --exclude=vendor --ignore=[a-z,-]+ --allow-empty \.\n$/],
  ])('%s', async (line, expected) => {
    const { stdout } = await migrate(['kube-linter', line])
    if (typeof expected === 'string') expect(stdout).toBe(expected)
    else expect(stdout).toMatch(expected)
    await isTaken(stdout)
  })

  const SETTINGS = `checks:
  addAllBuiltIn: false
  include: [no-extensions-v1beta, exposed-services]
  exclude: [unset-cpu-requirements, latest-tag, dnsconfig-options]
  ignorePaths: ['~/code/vendor/**', 'tmp']
customChecks:
  - name: required-label-app
    template: required-label
    description: Objects need an owner
    params: {key: owner, value: '[a-z]+'}
    scope: {objectKinds: [Deployment]}
  - name: three
    template: minimum-replicas
    params: {minReplicas: 3}
  - name: no-cron
    template: disallowed-api-obj
    params: {group: '^batch$', version: '.+', kind: ^CronJob$}
  - name: ours
    template: cel-expression
    params: {check: 'true'}
`
  test('settings', async () => {
    const { stdout, notes } = await migrate(['kube-linter'], { '.kube-linter.yaml': SETTINGS })
    expect(stdout).toMatch(/^# From \.kube-linter\.yaml of kube-linter: podlint migrate kube-linter\npresets: kube-linter\nfailOn: info\nexclude:\n {2}- "code\/vendor\/\*\*"\n {2}- tmp\nrules:\n/)
    for (const line of [
      'required-label-app: {rule: require-label, severity: error, message: "Objects need an owner: {message}", options: {key: owner, pattern: "[a-z]+", kinds: [Deployment]}}',
      'three: {rule: no-single-replica, severity: error, options: {min: 3, everyDeployment: true}}',
      'no-cron: {rule: forbidden-kind, severity: error, options: {forbid: ["batch/*/CronJob"]}}',
      'no-floating-image-tag: off',
    ]) expect(stdout).toContain(`  ${line}\n`)
    expect(notes).toContain('the custom check ours (cel-expression) has no equivalent: a rule of your own can say it: docs/writing-rules.md')
    await isTaken(stdout)
  })

  test('a rule stays on while a check that is still made needs it', async () => {
    // unset-cpu-requirements and unset-memory-requirements have rules of their own, run-as-non-root shares its one with nobody.
    const { stdout } = await migrate(['kube-linter', '.kube-linter.yaml'], { '.kube-linter.yaml': 'checks: {exclude: [unset-cpu-requirements]}\n' })
    expect(stdout).toContain('require-cpu-request: off')
    expect(stdout).not.toContain('memory')
  })
})

describe('kube-score, Polaris, Checkov, Trivy', () => {
  test.each([
    ['kube-score', 'helm template . | kube-score score --ignore-test container-image-pull-policy --exit-one-on-warning --output-format ci -', /^helm template \. \| podlint --preset=kube-score --fail-on=warning --ignore=[a-z,-]*require-pull-always[a-z,-]* --format=concise -\n$/],
    ['kube-score', 'kube-score score --ignore-container-cpu-limit --kubernetes-version v1.30 a.yaml', 'podlint --preset=kube-score --ignore=require-cpu-limit --kubernetes-version=1.30 a.yaml\n'],
    ['polaris', 'polaris audit --audit-path . --set-exit-code-on-danger --format pretty --only-show-failed-tests', 'podlint --preset=polaris .\n'],
    ['polaris', 'polaris audit --audit-path k8s --format=json', 'podlint --preset=polaris --fail-on=never --format=json k8s\n'],
    ['checkov', 'checkov -d . --framework kubernetes --skip-check CKV_K8S_43,CKV_K8S_40 --compact --quiet', /^podlint --preset=checkov --fail-on=info --ignore=[a-z,-]+ \.\n$/],
    ['checkov', 'checkov --directory deploy --check CKV_K8S_16 --soft-fail -o junitxml', /^podlint --preset=checkov --fail-on=info --ignore=[a-z,-]+ --exit-zero --format=junit deploy\n$/],
    ['trivy', 'trivy config --exit-code 1 --severity HIGH,CRITICAL --skip-dirs vendor,tmp .', 'podlint --preset=trivy --fail-on=info --exclude=vendor --exclude=tmp --min-severity=error .\n'],
    ['trivy', 'trivy conf --compliance k8s-pss-restricted-0.1 .', 'podlint --preset=pss-restricted --fail-on=never .\n'],
  ])('%s: %s', async (tool, line, expected) => {
    const { code, stdout } = await migrate([tool, line])
    expect(code).toBe(0)
    if (typeof expected === 'string') expect(stdout).toBe(expected)
    else expect(stdout).toMatch(expected)
    await isTaken(stdout)
  })

  test('settings of Polaris, with exemptions', async () => {
    const { stdout, notes } = await migrate(['polaris', 'config.yaml'], { 'config.yaml': 'checks:\n  runAsPrivileged: danger\n  tagNotSpecified: warning\n  livenessProbeMissing: ignore\n  ours: danger\ncustomChecks: {ours: {}}\nexemptions:\n- {namespace: kube-system, controllerNames: [dns], rules: [runAsPrivileged]}\n' })
    expect(stdout).toContain('  no-privileged-container: error\n')
    expect(stdout).toContain('  no-floating-image-tag: warning\n')
    expect(stdout).toContain('  require-liveness-probe: off\n')
    expect(stdout).toContain('suppressions:\n  - {rules: [no-privileged-container], objects: ["*/kube-system/dns*"]}\n')
    expect(notes).toEqual(['the custom check ours has no equivalent: a rule with options can say much of it: docs/rules-of-your-own.md, and one in JavaScript the rest: docs/writing-rules.md'])
    await isTaken(stdout)
  })

  test('settings of Checkov', async () => {
    const { stdout, notes } = await migrate(['checkov'], { '.checkov.yaml': 'compact: true\nskip-check: [CKV_K8S_43, CKV_AWS_1]\nskip-path: [^vendor]\nsoft-fail: true\n' })
    expect(stdout).toContain('exclude:\n  - vendor\n')
    expect(notes).toContain('the check CKV_AWS_1 has no equivalent: it is not about Kubernetes')
    expect(notes).toContain('on the command line: podlint --exit-zero')
    await isTaken(stdout)
  })

  test('settings and ignore files of Trivy', async () => {
    const { stdout, notes } = await migrate(['trivy'], { 'trivy.yaml': 'severity: [HIGH]\nexit-code: 1\nscan: {skip-dirs: [vendor]}\ncache: {dir: /tmp}\n', '.trivyignore': '# why\nAVD-KSV-0017\nKSV001 exp:2030-01-01\nCVE-2020-1\n' })
    expect(stdout).toContain('presets: trivy\nfailOn: info\nexclude:\n  - vendor\nrules:\n')
    expect(stdout).toContain('  no-privileged-container: off\n')
    expect(notes).toContain('CVE-2020-1 has no equivalent: it is not about manifests')
    expect(stdout).toMatch(/suppressions:\n {2}- \{rules: \[.*\], objects: \["\*\/\*"\], until: "2030-01-01"\}\n/)
    await isTaken(stdout)
  })
})

describe('what cannot be rewritten is said, and is 2', () => {
  test.each<[string[], Record<string, string>, string]>([
    [['kubecnform', '.'], {}, 'There is no way from "kubecnform", only from kubeconform, kube-linter, kube-score, polaris, checkov and trivy, did you mean "kubeconform"?'],
    [[], {}, 'podlint migrate kubeconform|kube-linter|kube-score|polaris|checkov|trivy [FILE | COMMAND LINE]'],
    [['kubeconform', 'kubeconform -stict .'], {}, 'kubeconform has no flag "-stict" that podlint knows of, did you mean "strict"?'],
    [['kubeconform', 'kubeconform -output'], {}, '-output needs a value'],
    [['kubeconform', 'make lint'], {}, '"make lint" does not run kubeconform'],
    [['kubeconform', "kubeconform 'a"], {}, "The command line has a ' that does not end"],
    [['kubeconform'], {}, "It has no settings file; for a command line: podlint migrate TOOL 'COMMAND LINE'"],
    [['kube-linter'], {}, "There is no .kube-linter.yaml, .kube-linter.yml here; for a command line: podlint migrate TOOL 'COMMAND LINE'"],
    [['kube-linter', 'a.yaml'], { 'a.yaml': 'a: b: c\n' }, 'a.yaml cannot be read: '],
    [['kube-linter', 'a.yaml'], { 'a.yaml': '- a\n' }, 'a.yaml has no settings: it must be a map'],
    [['kube-linter', 'kube-linter lint --config nothing.yaml .'], {}, 'Cannot read nothing.yaml: no such file or folder'],
  ])('%j', async (args, files, message) => {
    const { code, stdout, notes } = await migrate(args, files)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(notes[0]!.startsWith(message), notes[0]).toBe(true)
  })
})
