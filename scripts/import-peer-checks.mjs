#!/usr/bin/env node
// Writes scripts/peer-checks.json: the checks of other tools, with their titles, and which of them are on by default.
// usage: node scripts/import-peer-checks.mjs FOLDER      FOLDER has clones named kube-linter, kube-score, polaris, trivy-checks, checkov, regolibrary (Kubescape), datree and policies (Kyverno)
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, parseAllDocuments } from 'yaml'

const folder = process.argv[2]
if (folder === undefined) {
  console.error('usage: node scripts/import-peer-checks.mjs FOLDER')
  process.exit(2)
}
const read = (...path) => readFileSync(join(folder, ...path), 'utf8')
const filesIn = (path, pattern) => readdirSync(join(folder, path), { recursive: true }).map((name) => `${path}/${name}`).filter((name) => pattern.test(name)).sort()

/** What a rule of Kyverno does besides validating. */
const DOES = ['mutate', 'generate', 'verifyImages']

/** Checks as [id, title, whether it is on by default], and what they are when they are no checks of files: "cluster", or what a policy does instead, or the product that it is about. */
const TOOLS = {
  'kube-linter'() {
    const defaults = new Set([...read('kube-linter/internal/defaultchecks/default_checks.go').matchAll(/^\s+"([a-z0-9-]+)",$/gm)].map(([, id]) => id))
    return filesIn('kube-linter/pkg/builtinchecks/yamls', /\.yaml$/).map((file) => {
      // Its checks have descriptions, and no titles beside their names.
      const { name } = parse(read(file))
      return [name, '', defaults.has(name)]
    })
  },
  'kube-score'() {
    const code = filesIn('kube-score/score', /(?<!_test)\.go$/).map((file) => read(file)).join('\n')
    return [...code.matchAll(/\.Register(Optional)?\w+Check\("([^"]+)",\s*[`"]([^`"]*)[`"]/g)].map(([, optional, name, title]) => [name.toLowerCase().replaceAll(' ', '-'), title, optional === undefined])
  },
  polaris() {
    const { checks } = parse(read('polaris/pkg/config/default.yaml'))
    return filesIn('polaris/pkg/config/checks', /\.yaml$/).map((file) => {
      const id = file.replace(/^.*\/|\.yaml$/g, '')
      const message = /^failureMessage: (.*)$/m.exec(read(file))?.[1] ?? ''
      return [id, message.replace(/^["']|["']$/g, ''), (checks[id] ?? 'ignore') !== 'ignore']
    })
  },
  trivy() {
    return filesIn('trivy-checks/checks/kubernetes', /(?<!_test)\.rego$/).flatMap((file) => {
      const text = read(file)
      const id = /^#\s+id:\s*"?([A-Z0-9-]+)/m.exec(text)?.[1]
      const title = /^# title:\s*"?(.*?)"?$/m.exec(text)?.[1]
      return id === undefined || /^#\s+deprecated: true/m.test(text) ? [] : [[id, title, true]]
    })
  },
  checkov() {
    const inCode = filesIn('checkov/checkov/kubernetes/checks/resource/k8s', /\.py$/).flatMap((file) => {
      const text = read(file)
      const name = /\bname = \(?\s*["'](.*?)["']/.exec(text)?.[1] ?? ''
      // A few files have several checks in a list.
      return [...text.matchAll(/CKV_K8S_\d+/g)].map(([id]) => [id, name, true])
    })
    const inGraphs = filesIn('checkov/checkov/kubernetes/checks/graph_checks', /\.yaml$/).map((file) => {
      // Some of them are not YAML for every reader.
      const text = read(file)
      return [/^\s+id: ["']?(\w+)/m.exec(text)[1], /^\s+name: ["']?(.*?)["']?$/m.exec(text)[1], true]
    })
    return [...inCode, ...inGraphs]
  },
  kubescape() {
    // What `kubescape scan` looks at without more, for a cluster or for files.
    const frameworks = ['clusterscan', 'mitre', 'nsaframework', 'workloadscan'].map((name) => JSON.parse(read('regolibrary/frameworks', `${name}.json`)))
    const defaults = new Set(frameworks.flatMap(({ activeControls }) => activeControls.map(({ controlID }) => controlID)))
    return filesIn('regolibrary/controls', /\.json$/).map((file) => {
      const { controlID, name, scanningScope } = JSON.parse(read(file))
      return [controlID, name.trim(), defaults.has(controlID), ...(scanningScope?.matches?.includes('file') === true ? [] : ['cluster'])]
    })
  },
  datree() {
    const { rules } = parse(read('datree/pkg/defaultRules/defaultRules.yaml'), { merge: true })
    return rules.map(({ uniqueName, name, enabledByDefault }) => [uniqueName, name, enabledByDefault === true])
  },
  kyverno() {
    // The same policies in other languages (-cel, -vpol …) are in folders of their own.
    const homes = filesIn('policies', /^policies\/[^/]+(?<!-[a-z]?pol|-cel)\/.*\/artifacthub-pkg\.yml$/).map((file) => file.replace(/\/[^/]+$/, ''))
    return homes.map((home) => {
      const [, area, ...rest] = home.split('/')
      const id = rest.at(-1)
      const policies = filesIn(home, /^(?!.*\/\.)(?!.*(?:artifacthub-pkg|kustomization)\.).*\.ya?ml$/).flatMap((file) => parseAllDocuments(read(file)).map((document) => document.toJS())).filter((policy) => policy?.kind?.endsWith('Policy') === true)
      const rules = policies.flatMap(({ spec }) => spec?.rules ?? [])
      const does = rules.some((rule) => rule.validate !== undefined) ? undefined : (DOES.find((key) => rules.some((rule) => rule[key] !== undefined)) ?? policies[0]?.kind)
      const product = /^(?:best-practices|other|pod-security|psa|psp-migration|nginx-ingress|windows-security)$/.test(area) ? undefined : area
      const scope = does ?? product
      return [area === 'nginx-ingress' && id === 'restrict-annotations' ? `${area}/${id}` : id, policies[0]?.metadata?.annotations?.['policies.kyverno.io/title'] ?? '', false, ...(scope === undefined ? [] : [scope])]
    })
  },
}

const checks = {}
for (const [tool, list] of Object.entries(TOOLS)) {
  const byId = new Map(list().map((check) => [check[0], check]))
  checks[tool] = [...byId.values()].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
}
// The controls of Kubescape that stand for a guideline.
const controlsOf = (name, isWanted = () => true) => JSON.parse(read('regolibrary/frameworks', `${name}.json`)).activeControls.filter(isWanted).map(({ controlID, patch }) => [controlID, (patch?.name ?? '').replaceAll('\\', '')]).sort()
const [cis] = readdirSync(join(folder, 'regolibrary/frameworks')).filter((name) => name.startsWith('cis-v1')).sort().reverse()
const guidelines = { nsa: controlsOf('nsaframework'), cis: controlsOf(cis.replace('.json', ''), ({ patch }) => (patch?.name ?? '').startsWith('CIS-5.')) }

const lines = (map) => Object.entries(map).map(([name, list]) => `    ${JSON.stringify(name)}: [\n${list.map((entry) => `      ${JSON.stringify(entry)}`).join(',\n')}\n    ]`).join(',\n')
writeFileSync(join(import.meta.dirname, 'peer-checks.json'), `{\n  "tools": {\n${lines(checks)}\n  },\n  "guidelines": {\n${lines(guidelines)}\n  }\n}\n`)
for (const [tool, list] of Object.entries(checks)) console.log(`${tool}: ${list.length} checks, ${list.filter(([, , isDefault]) => isDefault).length} on by default`)
