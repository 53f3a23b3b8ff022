import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow another program instead of git in git-sync.',
  why: '`GITSYNC_GIT` names the program that git-sync runs: whoever may set it runs what they like, with the keys of the repository.',
  howToFix: 'Delete the variable. An image with another git has it in the path.',
  references: ['https://github.com/kubernetes/git-sync#manual'],
  peers: {
    checkov: ['CKV_K8S_159'],
  },
  fixable: 'unsafe',
  bad: [
    {
      title: 'a program of its own',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: sync
              image: registry.k8s.io/git-sync/git-sync:v4.4.0
              env:
                - name: GITSYNC_REPO
                  value: https://example.com/repo.git
                - name: GITSYNC_GIT # ✖ Container "sync" runs "/tmp/git" instead of git
                  value: /tmp/git
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: sync
              image: registry.k8s.io/git-sync/git-sync:v4.4.0
              env:
                - name: GITSYNC_REPO
                  value: https://example.com/repo.git
      `,
    },
  ],
  good: [
    {
      title: 'git itself',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: sync
              image: registry.k8s.io/git-sync/git-sync:v4.4.0
              env:
                - name: GITSYNC_REPO
                  value: https://example.com/repo.git
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      const index = (container.value.env ?? []).findIndex(({ name }) => name === 'GITSYNC_GIT')
      if (index === -1) return
      const { value } = container.value.env![index]!
      report(container.at('env', index), `Container "${container.name}" runs ${value === undefined ? 'another program' : `"${value}"`} instead of git`, (fixer) => fixer.removeItem(container.at('env', index)))
    },
  },
})
