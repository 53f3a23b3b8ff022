import { defineRule, yaml } from '../../engine/define-rule.ts'
import { valuesAt } from '../../model/value-path.ts'

const KINDS: ReadonlySet<string> = new Set(['ClusterWorkflowTemplate', 'Workflow', 'WorkflowTemplate'])

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow steps of Argo Workflows that are tried again for ever.',
  why: 'With an empty `retryStrategy` a step that can only fail is tried until somebody stops it; with `retryPolicy: Always` and no `expression` also when what it runs is wrong.',
  howToFix: 'Set `limit`, and with `retryPolicy: Always` an `expression` that says which failures are worth another try.',
  references: ['https://argo-workflows.readthedocs.io/en/latest/retries/'],
  peers: { datree: ['ARGO_WORKFLOW_INCORRECT_RETRY_STRATEGY_VALUE_EMPTY', 'ARGO_WORKFLOW_ENSURE_RETRY_ON_BOTH_ERROR_AND_TRANSIENT_ERROR'] },
  bad: [
    {
      title: 'an empty strategy, and one that retries whatever happens',
      yaml: yaml`
        apiVersion: argoproj.io/v1alpha1
        kind: Workflow
        metadata:
          generateName: import-
        spec:
          entrypoint: fetch
          templates:
            - name: fetch
              retryStrategy: {} # ✖ retryStrategy of template "fetch" is empty, so failed steps are retried without a limit
            - name: store
              retryStrategy:
                limit: 3
                retryPolicy: Always # ✖ retryPolicy of template "store" is "Always" without an expression
      `,
    },
  ],
  good: [
    {
      title: 'a limit, and an expression',
      yaml: yaml`
        apiVersion: argoproj.io/v1alpha1
        kind: Workflow
        metadata:
          generateName: import-
        spec:
          entrypoint: fetch
          templates:
            - name: fetch
              retryStrategy:
                limit: 3
            - name: store
              retryStrategy:
                limit: 3
                retryPolicy: Always
                expression: lastRetry.status == "Error" or (lastRetry.status == "Failed" and asInt(lastRetry.exitCode) not in [0])
      `,
    },
  ],
  visit: {
    object(object, { report }) {
      if (!KINDS.has(object.kind) || !object.apiVersion.startsWith('argoproj.io/')) return
      const templates = ['spec', 'templates', '*']
      const names = valuesAt(object, [...templates, 'name'])
      const policies = valuesAt(object, [...templates, 'retryStrategy', 'retryPolicy'])
      const expressions = valuesAt(object, [...templates, 'retryStrategy', 'expression'])
      for (const [index, { isMissing, place }] of valuesAt(object, [...templates, 'retryStrategy']).entries()) {
        if (isMissing) continue
        const { node, tape } = place
        const [policy, expression] = [policies[index], expressions[index]]
        const of = `of template "${names[index]?.scalar ?? ''}"`
        if (tape.isMap(node) && tape.next(node) === node + 1) report(place, `retryStrategy ${of} is empty, so failed steps are retried without a limit`)
        else if (policy?.scalar === 'Always' && expression?.isMissing === true) report(policy.place, `retryPolicy ${of} is "Always" without an expression`)
      }
    },
  },
})
