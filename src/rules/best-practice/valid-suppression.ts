import { defineRule, yaml } from '../../engine/define-rule.ts'

// Found while the comments are read: see engine/suppressions.ts.
export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Require comments and annotations that ignore findings to name rules that exist, and that find something there.',
  why: 'A comment with a misspelled name ignores nothing, and one whose rule finds nothing there any more stays behind, misleads the reader, and hides the next mistake.',
  howToFix: 'Write `# podlint-ignore rule-a, rule-b: the reason`, at the end of the line or on a line of its own above the field. Delete what is not needed any more; `--fix` does. Where a date (`until=2027-01-31`) is over, fix what was ignored, or give a later one.',
  references: [],
  peers: { ruff: ['RUF102', 'PGH004'] },
  fixable: 'safe',
  bad: [
    {
      title: 'a misspelled name, all rules, and names without a comma',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          # podlint-ignore no-host-namespaces: the agent looks at the node's processes # ✖ Unknown rule "no-host-namespaces", did you mean "no-host-namespace"?
          hostPID: true
          # podlint-ignore all # ✖ "all" is not a rule: name each rule or category to ignore
          hostIPC: true
          # podlint-ignore no-host-namespace no-naked-pod # ✖ "no-host-namespace no-naked-pod" is not a rule: put commas between rules, and a colon before the reason
          hostNetwork: true
          containers:
            - name: app
              image: example.com/app:1.0 # podlint-ignore # ✖ "podlint-ignore" names no rule, so it ignores nothing
      `,
    },
    {
      title: 'a rule that is gone',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          # podlint-ignore xyzzy: it was too strict # ✖ Unknown rule "xyzzy"
          containers:
            - name: app
              image: example.com/app:1.0
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'a rule that exists, with a reason',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          annotations:
            note: "a string # podlint-ignore is no comment"
        spec:
          # podlint-ignore no-host-namespace, reliability until=2999-12-31: the agent looks at the node's processes
          hostPID: true
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
})
