import { defineRule, yaml } from '../../engine/define-rule.ts'
import { valuesAt } from '../../model/value-path.ts'

const KINDS: ReadonlySet<string> = new Set(['ClusterWorkflowTemplate', 'Workflow', 'WorkflowTemplate'])

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow Argo Workflows that run as service account "default".',
  why: 'Every step needs some permissions to report its result; given to "default", they are those of every pod in the namespace.',
  howToFix: 'Make a ServiceAccount for workflows, and name it in `serviceAccountName`.',
  references: ['https://argo-workflows.readthedocs.io/en/latest/service-accounts/'],
  peers: { datree: ['ARGO_WORKFLOW_INCORRECT_SERVICE_ACCOUNT_NAME_VALUE_DEFAULT'] },
  bad: [
    {
      title: 'none, and the default by its name',
      yaml: yaml`
        apiVersion: argoproj.io/v1alpha1
        kind: Workflow
        metadata:
          name: import
        spec: # ✖ Workflow "import" runs as service account "default"
          entrypoint: fetch
        ---
        apiVersion: argoproj.io/v1alpha1
        kind: WorkflowTemplate
        metadata:
          name: export
        spec:
          serviceAccountName: default # ✖ WorkflowTemplate "export" runs as service account "default"
          entrypoint: fetch
      `,
    },
  ],
  good: [
    {
      title: 'its own',
      yaml: yaml`
        apiVersion: argoproj.io/v1alpha1
        kind: Workflow
        metadata:
          name: import
        spec:
          serviceAccountName: importer
          entrypoint: fetch
      `,
    },
  ],
  visit: {
    object(object, { report }) {
      if (!KINDS.has(object.kind) || !object.apiVersion.startsWith('argoproj.io/')) return
      // A workflow made from a template runs as the account of that.
      const [template] = valuesAt(object, ['spec', 'workflowTemplateRef'])
      const [account] = valuesAt(object, ['spec', 'serviceAccountName'])
      if (account !== undefined && (account.scalar === 'default' || (account.isMissing && template?.isMissing === true))) report(account.place, `${object.kind}${object.name === '' ? '' : ` "${object.name}"`} runs as service account "default"`)
    },
  },
})
