// docs/rules/peers.md: the checks of other tools, with the rules that cover them, or why none does.
import { GUIDELINES, PEER_CHECKS } from './peer-presets.mjs'

const NAMES = { 'kube-linter': 'KubeLinter', 'kube-score': 'kube-score', polaris: 'Polaris', trivy: 'Trivy', checkov: 'Checkov', kubescape: 'Kubescape', datree: 'Datree' }

/** Why a check has no rule: the first that matches its id or title. */
const REASONS = [
  [/^KCV-/, 'looks at the flags and files of control plane components'],
  [/--[a-z]|kubelet|etcd\b|API ?server|controller.?manager|scheduler|admission control plugin|audit log|peer-|-ca-file|encryption provider/i, 'looks at the flags and files of control plane components'],
  [/^CONTAINERS_.*IMAGE_CVE|CVE-/, 'needs to know what runs in the cluster'],
  [/EXPOSED_SECRET|secrets? (?:is|are) (?:not )?exposed/i, 'is what no-secret-in-env and no-secret-in-config-map find by their values'],
  [/eks|aks\b|gke|azure|aws|gcp|cloud|Security ?Center|Workload Identity|node pool/i, 'looks at the account of a cloud'],
  [/Outdated Kubernetes version/i, 'needs a cluster'],
  [/^(?:CKV_K8S_(?:[1-7]|24|32)|C-021[4-9])$|PSP|Pod ?Security ?Polic/i, 'is about PodSecurityPolicy, which is gone'],
  [/image registry|vulnerab|malware|signature|signed/i, 'needs the image itself, or a registry'],
]
const ELSEWHERE = 'needs a cluster'

export function reasonFor([id, title, , scope]) {
  return REASONS.find(([pattern]) => pattern.test(id) || pattern.test(title))?.[1] ?? (scope === 'cluster' ? ELSEWHERE : undefined)
}

/** By tool: id, mark, reason and title of each check. */
export const checkLines = () => Object.fromEntries(Object.entries(PEER_CHECKS).map(([tool, checks]) => [tool, checks.map((check) => [check[0], check[2] ? '*' : '', reasonFor(check) ?? '', check[1].replaceAll(/\s+/g, ' ').trim()])]))

const escaped = (text) => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').replaceAll('<', '&lt;').trim()

export function peerPage(rules) {
  const coverOf = (tool, id) => rules.filter(({ peers }) => peers[tool]?.includes(id)).map((rule) => `[${rule.id}](${rule.id}.md)`)
  const table = ([tool, checks]) => {
    const rows = checks.map((check) => {
      const [id, title, isDefault] = check
      const cover = coverOf(tool, id)
      return { isCovered: cover.length > 0, text: `| \`${id}\` | ${escaped(title)} | ${isDefault ? '✔' : ''} | ${cover.join(', ') || (reasonFor(check) === undefined ? '' : `none: it ${reasonFor(check)}`)} |` }
    })
    const covered = rows.filter(({ isCovered }) => isCovered).length
    return `## ${NAMES[tool]}\n\n${covered} of ${rows.length} checks have a rule here. \`--preset ${tool}\` runs the rules that cover those which ${NAMES[tool]} checks by default (✔).\n\n| check | | default | rules |\n|---|---|---|---|\n${rows.map(({ text }) => text).join('\n')}\n`
  }
  const guidelines = Object.entries(GUIDELINES).map(([name, controls]) => `- \`--preset ${name}\`: ${name === 'cis' ? 'chapter 5 of the CIS Kubernetes Benchmark' : 'the Kubernetes Hardening Guidance of NSA and CISA'}, ${controls.length} controls of Kubescape\n`).join('')
  return `<!-- Made by scripts/generate.mjs from the rules and scripts/peer-checks.json. -->\n\n# Checks of other tools\n\nWho comes from another tool finds here the rule for each of its checks. \`podlint rule NAME\` takes the names of these checks, too.\n\nGuidelines have presets as well:\n\n${guidelines}\n${Object.entries(PEER_CHECKS).map(table).join('\n')}`
}
