import { defineRule, yaml } from '../../engine/define-rule.ts'
import { commentsOf } from '../../model/comments.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow comments about what is still to do.',
  why: 'What is merged with a TODO stays with it: an issue has an owner, a comment has none.',
  howToFix: 'Do it, or open an issue and delete the comment.',
  references: ['https://yaml.org/spec/1.2.2/#66-comments'],
  peers: { sonar: ['S1135'] },
  options: {
    words: { default: ['TODO', 'FIXME', 'XXX'], description: 'The words that a comment may not have.' },
  },
  bad: [
    {
      title: 'still to do',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings # FIXME: which one? # ✖ Comment says FIXME
        data:
          a: '# TODO is no comment here'
      `,
    },
  ],
  good: [
    {
      title: 'done',
      yaml: yaml`
        # Read by the shop.
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
      `,
    },
  ],
  visit: {
    object(object, { options, report }) {
      for (const { start, text } of commentsOf(object)) {
        const word = /\b[A-Za-z]+\b/g
        for (let found = word.exec(text); found !== null; found = word.exec(text)) {
          if (!options.words.includes(found[0])) continue
          report({ ...object.at(), start: start + found.index, end: start + found.index + found[0].length }, `Comment says ${found[0]}`)
          break
        }
      }
    },
  },
})
