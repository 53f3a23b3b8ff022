import { defineRule, yaml } from '../../engine/define-rule.ts'
import { placeOf } from '../../model/place.ts'
import { MARK, placeholders } from '../../model/placeholder.ts'

export default defineRule({
  severity: 'info',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow placeholders that something still has to fill in.',
  why: 'What comes in place of `${APP}` or `{{ name }}` cannot be checked, and a manifest that is applied as it is has the placeholder for a name, an image or a number.',
  howToFix: 'Lint the output of the tool that fills it in, such as `envsubst`, `flux build` or `helm template`. Switch the rule off when the files are never applied as they are.',
  references: ['https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution', 'https://www.gnu.org/software/gettext/manual/html_node/envsubst-Invocation.html'],
  peers: {},
  bad: [
    {
      title: 'variables of Flux or envsubst, each reported once',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: \${APP} # ✖ "\${APP}" is a placeholder that is not filled in
        spec:
          replicas: \${REPLICAS:=2} # ✖ "\${REPLICAS:=2}" is a placeholder that is not filled in
          selector:
            matchLabels:
              app: \${APP}
          template:
            metadata:
              labels:
                app: \${APP}
            spec:
              containers:
                - name: app
                  image: example.com/app:\${TAG} # ✖ "\${TAG}" is a placeholder that is not filled in
      `,
    },
  ],
  good: [
    {
      title: 'variables of a shell, which is to see them',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: nginx:1.27
              command: [sh, -c, 'echo \${HOME}']
      `,
    },
  ],
  visit: {
    object(object, { report }) {
      const { builtin, kind, root, tape } = object
      if (!builtin || !tape.hasPlaceholders) return
      const known = new Set<string>()
      for (const { node, text } of placeholders(tape, root, kind === 'Secret')) {
        // Whoever has told of placeholders knows them.
        if (known.has(text) || text.startsWith(MARK)) continue
        known.add(text)
        report(placeOf(object, node), `"${text}" is a placeholder that is not filled in`)
      }
    },
  },
})
