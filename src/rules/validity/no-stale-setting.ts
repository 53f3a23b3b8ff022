import { defineRule, yaml } from '../../engine/define-rule.ts'

// Found once everything is linted: see cli/stale.ts.
export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow entries of a baseline and settings that do nothing any more.',
  why: 'What is left in a baseline or in the settings after its reason is gone hides the next mistake of the same kind, and nobody dares to delete it later.',
  howToFix: 'Delete it; `podlint baseline prune` does that for a baseline.',
  references: [],
  peers: {},
  bad: [
    {
      title: 'a finding that is fixed',
      settings: 'podlint-baseline.json',
      yaml: yaml`
        {
          "files": {
            "web.yaml": {
              "Pod shop/web": {
                "no-host-namespace": {
                  "spec.hostPID": 1 # ✖ no-host-namespace finds nothing here any more: podlint baseline prune
                }
              }
            }
          }
        }
      `,
    },
  ],
  good: [
    {
      title: 'a baseline with nothing in it',
      settings: 'podlint-baseline.json',
      yaml: yaml`
        {
          "files": {}
        }
      `,
    },
  ],
})
