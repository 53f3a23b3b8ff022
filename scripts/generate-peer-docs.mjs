// docs/rules/peers.md: the checks of other tools, with the rules that cover them, or why none does.
import { GUIDELINES, PEER_CHECKS, peerPresets } from './peer-presets.mjs'
import { settingsText } from './peer-settings.mjs'

const NAMES = { 'kube-linter': 'KubeLinter', 'kube-score': 'kube-score', polaris: 'Polaris', trivy: 'Trivy', checkov: 'Checkov', kubescape: 'Kubescape', datree: 'Datree', kyverno: 'Kyverno' }

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
const IMAGE = 'needs the image itself, or a registry'
const CLUSTER = 'needs a cluster'
/** The same for policies of Kyverno, by their names. */
const POLICY_REASONS = [
  [/^(?:allowed-base-images|block-(?:images-with-volumes|large-images|stale-images)|check-nvidia-gpu|only-trustworthy-registries-set-root|require-(?:base-image|image-source)|verify-manifest-integrity)$/, IMAGE],
  [/^block-(?:kubectl-cp|pod-exec-.*)$/, 'looks at commands that somebody runs in a pod'],
  [/^(?:allowed-label-changes|block-updates-deletes|protect-node-taints|restrict-(?:node-label-changes|pod-controller-serviceaccount-updates|scale)|application-prevent-updates-project)$/, 'looks at how objects change'],
  [/^(?:block-cluster-admin-from-ns|block-tekton-task-runs|check-serviceaccount|check-subjectaccessreview|inspect-csr|limit-configmap-for-sa|namespace-protection|record-creation-details)$/, 'looks at who asks the API server'],
  [/^(?:check-node-for-cve-2022-0185|ensure-production-matches-staging|exclude-namespaces-dynamically|namespace-inventory-check|nfs-subdir-external-provisioner-storage-path|require-unique-external-dns|require-unique-uid-per-workload)$/, CLUSTER],
  [/^restrict-(?:pod-count-per-node|secrets-by-label|service-account)$/, CLUSTER],
  [/^(?:resource-creation-updating-denied|time-bound-policy)$/, 'goes by the time of day'],
  [/^policy-for-exceptions$/, 'is about objects of Kyverno itself'],
  [/^docker-socket-requires-label$/, 'lets a label allow what no-runtime-socket finds in every pod'],
  [/^restrict-ingress-host$/, 'forbids a second Ingress for a host, though its paths may differ; no-duplicate-route finds the same path'],
  [/^podsecurity-subrule-baseline$/, 'is the preset pss-baseline'],
  [/^restricted-(?:latest|exclude-.*)$/, 'is the preset pss-restricted, with exceptions in podlint-ignore comments'],
]
/** By what a check is instead of one of files. */
const SCOPE_REASONS = {
  cluster: CLUSTER,
  mutate: 'changes objects, and checks none',
  generate: 'makes objects, and checks none',
  verifyImages: IMAGE,
  ImageValidatingPolicy: IMAGE,
  ClusterCleanupPolicy: 'deletes objects of a cluster',
}

export function reasonFor(tool, [id, title, , scope]) {
  const reasons = tool === 'kyverno' ? POLICY_REASONS : REASONS
  const byScope = scope === undefined ? undefined : (SCOPE_REASONS[scope] ?? `is about what ${scope} brings, and no part of Kubernetes`)
  return reasons.find(([pattern]) => pattern.test(id) || (tool !== 'kyverno' && pattern.test(title)))?.[1] ?? byScope
}

/** By tool: id, mark, reason, title and settings of each check. */
export const checkLines = () => Object.fromEntries(Object.entries(PEER_CHECKS).map(([tool, checks]) => [tool, checks.map((check) => [check[0], check[2] ? '*' : '', reasonFor(tool, check) ?? '', check[1].replaceAll(/\s+/g, ' ').trim(), settingsText(tool, check[0]) ?? ''])]))

const escaped = (text) => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').replaceAll('<', '&lt;').trim()

const settingsOf = (tool, id) => (settingsText(tool, id) === undefined ? '' : ` with \`${escaped(settingsText(tool, id))}\``)

export function peerPage(rules) {
  const presets = peerPresets(rules)
  const coverOf = (tool, id) => rules.filter(({ peers }) => peers[tool]?.includes(id)).map((rule) => `[${rule.id}](${rule.id}.md)`)
  const table = ([tool, checks]) => {
    const rows = checks.map((check) => {
      const [id, title, isDefault] = check
      const cover = coverOf(tool, id)
      return { isCovered: cover.length > 0, text: `| \`${id}\` | ${escaped(title)} | ${isDefault ? '✔' : ''} | ${cover.length > 0 ? cover.join(', ') + settingsOf(tool, id) : (reasonFor(tool, check) === undefined ? '' : `none: it ${reasonFor(tool, check)}`)} |` }
    })
    const covered = rows.filter(({ isCovered }) => isCovered).length
    return `## ${NAMES[tool]}\n\n${covered} of ${rows.length} checks have a rule here. ${tool in presets ? `\`--preset ${tool}\` runs the rules that cover those which ${NAMES[tool]} checks by default (✔).` : 'None is on by default.'}\n\n| check | | default | rules |\n|---|---|---|---|\n${rows.map(({ text }) => text).join('\n')}\n`
  }
  const guidelines = Object.entries(GUIDELINES).map(([name, controls]) => `- \`--preset ${name}\`: ${name === 'cis' ? 'chapter 5 of the CIS Kubernetes Benchmark' : 'the Kubernetes Hardening Guidance of NSA and CISA'}, ${controls.length} controls of Kubescape\n`).join('')
  return `<!-- Made by scripts/generate.mjs from the rules and scripts/peer-checks.json. -->\n\n# Checks of other tools\n\nWho comes from another tool finds here the rule for each of its checks. \`podlint rule NAME\` takes the names of these checks, too.\n\nGuidelines have presets as well:\n\n${guidelines}\n${Object.entries(PEER_CHECKS).map(table).join('\n')}`
}
