#!/usr/bin/env node
// Starts a rule, and has the generator find it. usage: node scripts/new-rule.mjs CATEGORY/ID      such as security/no-something
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadTypeScript } from './load-typescript.mjs'

const root = join(import.meta.dirname, '..')
const [category, id, ...rest] = (process.argv[2] ?? '').split('/')
const { CATEGORIES } = await loadTypeScript('src/engine/define-rule.ts')
const { VERSION } = await loadTypeScript('src/project.ts')
const fail = (message) => {
  console.error(message)
  process.exit(2)
}
if (!CATEGORIES.includes(category) || rest.length > 0 || !/^(no|require|valid|allowed|forbidden|required)-[a-z]+(-[a-z]+)*$/.test(id ?? '')) {
  fail(`usage: npm run new-rule -- CATEGORY/ID\ncategories: ${CATEGORIES.join(', ')}\nids: no-<bad thing>, require-<missing thing>, valid-<format>; for what the settings say: allowed-<thing>, forbidden-<thing>, required-<thing>`)
}
const file = `src/rules/${category}/${id}.ts`
if (existsSync(join(root, file))) fail(`${file} is there already`)

writeFileSync(
  join(root, file),
  `import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '${VERSION}',
  summary: 'Disallow …',
  why: 'It …',
  howToFix: 'Set …',
  references: ['https://kubernetes.io/docs/…'],
  peers: {},
  bad: [
    {
      title: 'the wrong thing',
      yaml: yaml\`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/wrong:1.0 # ✖ Container "app" does something wrong
      \`,
    },
  ],
  good: [
    {
      title: 'the nearest right thing',
      yaml: yaml\`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      \`,
    },
  ],
  visit: {
    container(container, { report }) {
      if (!container.value.image?.includes('wrong')) return
      report(container.at('image'), \`Container "\${container.name}" does something wrong\`)
    },
  },
})
`,
)
await import('./generate.mjs')
console.log(`${file} is there. Write its examples and texts in the place of …, then: npx vitest run test/rules.test.ts -t ${id}`)
