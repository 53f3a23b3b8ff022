import { defineRule, yaml } from '../../engine/define-rule.ts'
import { below } from '../../model/place.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow prefixes of Gatekeeper that more registries match than are meant.',
  why: 'The list is compared as text: `registry.example.com` lets `registry.example.com.attacker.net/image` pass, and `docker.io/shop` any account that begins with it.',
  howToFix: 'End each prefix with a slash, or a whole name with a colon or an `@`.',
  references: ['https://open-policy-agent.github.io/gatekeeper-library/website/validation/allowedrepos/'],
  peers: { trivy: ['KSV-0124'] },
  fixable: 'unsafe',
  bad: [
    {
      title: 'a registry without a slash',
      yaml: yaml`
        apiVersion: constraints.gatekeeper.sh/v1beta1
        kind: K8sAllowedRepos
        metadata:
          name: registries
        spec:
          parameters:
            repos:
              - registry.example.com # ✖ "registry.example.com" matches every name that begins with it
      `,
      fixed: yaml`
        apiVersion: constraints.gatekeeper.sh/v1beta1
        kind: K8sAllowedRepos
        metadata:
          name: registries
        spec:
          parameters:
            repos:
              - registry.example.com/
      `,
    },
  ],
  good: [
    {
      title: 'a prefix that ends where a name does',
      yaml: yaml`
        apiVersion: constraints.gatekeeper.sh/v1beta1
        kind: K8sAllowedRepos
        metadata:
          name: registries
        spec:
          parameters:
            repos:
              - registry.example.com/
              - docker.io/library/nginx:1.29
      `,
    },
  ],
  visit: {
    object(object, { report }) {
      if (object.kind !== 'K8sAllowedRepos') return
      const { parameters } = (object.value['spec'] ?? {}) as { parameters?: { repos?: unknown } }
      const repos = Array.isArray(parameters?.repos) ? (parameters.repos as unknown[]) : []
      for (const [index, repo] of repos.entries()) {
        if (typeof repo !== 'string' || repo === '' || /[/:@]/.test(repo.slice(repo.lastIndexOf('/') + 1)) || repo.endsWith('/')) continue
        const place = below(object.at(), 'spec', 'parameters', 'repos', index)
        report(place, `"${repo}" matches every name that begins with it`, (fixer) => fixer.replaceText(place, `${repo}/`))
      }
    },
  },
})
