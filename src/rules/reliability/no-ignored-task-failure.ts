import { defineRule, yaml } from '../../engine/define-rule.ts'
import { valuesAt } from '../../model/value-path.ts'

const KINDS: ReadonlySet<string> = new Set(['ClusterWorkflowTemplate', 'Workflow', 'WorkflowTemplate'])

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow DAGs of Argo Workflows that go on after a task has failed.',
  why: 'With `failFast: false` all other branches run to their end, though the workflow has failed already.',
  howToFix: 'Delete `failFast`, or set it to true.',
  references: ['https://argo-workflows.readthedocs.io/en/latest/walk-through/dag/'],
  peers: { datree: ['ARGO_WORKFLOW_INCORRECT_FAILFAST_VALUE_FALSE'] },
  fixable: 'unsafe',
  bad: [
    {
      title: 'all branches run',
      yaml: yaml`
        apiVersion: argoproj.io/v1alpha1
        kind: Workflow
        metadata:
          generateName: import-
        spec:
          entrypoint: all
          templates:
            - name: all
              dag:
                failFast: false # ✖ failFast of template "all" is false: the DAG goes on after a task has failed
                tasks:
                  - name: fetch
                    template: fetch
      `,
      fixed: yaml`
        apiVersion: argoproj.io/v1alpha1
        kind: Workflow
        metadata:
          generateName: import-
        spec:
          entrypoint: all
          templates:
            - name: all
              dag:
                tasks:
                  - name: fetch
                    template: fetch
      `,
    },
  ],
  good: [
    {
      title: 'the default',
      yaml: yaml`
        apiVersion: argoproj.io/v1alpha1
        kind: Workflow
        metadata:
          generateName: import-
        spec:
          entrypoint: all
          templates:
            - name: all
              dag:
                tasks:
                  - name: fetch
                    template: fetch
      `,
    },
  ],
  visit: {
    object(object, { report }) {
      if (!KINDS.has(object.kind) || !object.apiVersion.startsWith('argoproj.io/')) return
      const names = valuesAt(object, ['spec', 'templates', '*', 'name'])
      for (const [index, { place, scalar }] of valuesAt(object, ['spec', 'templates', '*', 'dag', 'failFast']).entries()) {
        if (scalar === 'false') report(place, `failFast of template "${names[index]?.scalar ?? ''}" is false: the DAG goes on after a task has failed`, (fix) => fix.removeField(place))
      }
    },
  },
})
