// The presets that go by other tools and by guidelines: the rules that cover their checks, found by the ids in `peers`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const { tools: PEER_CHECKS, guidelines: GUIDELINES } = JSON.parse(readFileSync(join(import.meta.dirname, 'peer-checks.json'), 'utf8'))

/** Kubescape answers for the guidelines with controls of its own, and looks for some of them at labels of namespaces alone: what a manifest itself says of these. */
const BESIDES = {
  nsa: ['no-host-path', 'no-added-capability', 'no-dangerous-capability', 'no-root-user', 'no-default-service-account', 'no-secret-in-env', 'no-secret-in-config-map', 'require-memory-limit', 'require-seccomp-profile', 'no-unconfined-seccomp', 'no-unconfined-apparmor', 'no-selinux-option', 'require-pod-security-label'],
  cis: ['no-privileged-container', 'no-host-namespace', 'require-no-new-privileges', 'no-privilege-escalation', 'require-run-as-non-root', 'no-root-user', 'require-dropped-capabilities', 'no-added-capability', 'no-windows-host-process', 'no-host-path', 'no-host-port', 'require-seccomp-profile', 'no-default-namespace', 'no-default-service-account', 'no-dangerous-capability', 'no-unconfined-seccomp'],
}

/** The ids of rules by preset. */
export function peerPresets(rules) {
  const covering = (tool, ids) => rules.filter(({ peers }) => peers[tool]?.some((id) => ids.has(id))).map(({ id }) => id)
  // What cannot be read is said in any case.
  const always = ['valid-yaml']
  const presets = {}
  for (const [tool, checks] of Object.entries(PEER_CHECKS)) {
    const defaults = new Set(checks.filter(([, , isDefault]) => isDefault).map(([id]) => id))
    if (defaults.size === 0) continue
    // What a rule cannot say without options, the tool would not say by default either.
    presets[tool] = unique([...always, ...covering(tool, defaults).filter((id) => rules.find((rule) => rule.id === id).needs === undefined)])
  }
  for (const [guideline, controls] of Object.entries(GUIDELINES)) {
    const besides = BESIDES[guideline].filter((id) => rules.some((rule) => rule.id === id))
    presets[guideline] = unique([...always, ...covering('kubescape', new Set(controls.map(([id]) => id))).filter((id) => rules.find((rule) => rule.id === id).needs === undefined), ...besides])
  }
  return presets
}

const unique = (list) => [...new Set(list)].sort()
