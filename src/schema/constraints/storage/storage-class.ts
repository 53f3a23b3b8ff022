import type { TopologySelectorLabelRequirement, TopologySelectorTerm } from 'kubernetes-types/core/v1'
import type { StorageClass } from 'kubernetes-types/storage/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { qualifiedName } from '../../../formats/names.ts'
import type { Loose } from '../../../model/kinds.ts'
import { constraints, format, missingAs, on, oneOf, oneOfSet, required, type TypeCheckContext } from '../../constraints.ts'
import { storageParameters } from '../../storage-parameters.ts'

type Term = Loose<TopologySelectorTerm>

/** Equal for terms that select the same, whatever their order. */
const identityOf = ({ matchLabelExpressions = [] }: Term): string =>
  JSON.stringify(Object.entries(Object.fromEntries(matchLabelExpressions.map(({ key = '', values = [] }) => [key, [...new Set(values)].sort()]))).sort())

function checkTerms(terms: readonly Term[], { report }: TypeCheckContext): void {
  const seen = new Set<string>()
  for (const [index, term] of terms.entries()) {
    const identity = identityOf(term)
    // One that selects nothing counts as a duplicate of nothing.
    if (seen.has(identity) || identity === '[]') report(['allowedTopologies', index, 'matchLabelExpressions'], 'Duplicate', identity === '[]' ? 'must not be empty' : 'selects what another term selects')
    seen.add(identity)
  }
}

export default constraints(
  {
    id: 'valid-storage-class',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require storage classes with a provisioner, known policies and topologies of their own.',
    why: 'The API server refuses a class that does not say who makes its volumes, or with a policy or mode that does not exist.',
    howToFix: 'Set `provisioner`, and write policies and modes as the documentation spells them.',
    references: ['https://kubernetes.io/docs/concepts/storage/storage-classes/'],
    bad: [
      {
        title: 'no provisioner, a mode in lower case',
        yaml: yaml`
          apiVersion: storage.k8s.io/v1
          kind: StorageClass # ✖ provisioner is required but missing
          metadata:
            name: fast
          reclaimPolicy: Recycle # ✖ reclaimPolicy is "Recycle", must be "Delete" or "Retain"
          volumeBindingMode: immediate # ✖ volumeBindingMode is "immediate", must be "Immediate" or "WaitForFirstConsumer"; did you mean "Immediate"?
        `,
      },
      {
        title: 'a word in another case',
        yaml: yaml`
          apiVersion: storage.k8s.io/v1
          kind: StorageClass
          metadata:
            name: fast
          provisioner: disk.example.com
          reclaimPolicy: delete # ✖ reclaimPolicy is "delete", must be "Delete" or "Retain"; did you mean "Delete"?
        `,
        fixed: yaml`
          apiVersion: storage.k8s.io/v1
          kind: StorageClass
          metadata:
            name: fast
          provisioner: disk.example.com
          reclaimPolicy: Delete
        `,
      },
      {
        title: 'a topology without a key',
        yaml: yaml`
          apiVersion: storage.k8s.io/v1
          kind: StorageClass
          metadata:
            name: fast
          provisioner: disk.example.com
          allowedTopologies:
            - matchLabelExpressions:
                - values: [eu-central-1a] # ✖ matchLabelExpressions[0].key is missing, must not be empty
        `,
      },
    ],
    good: [
      {
        title: 'a class of one zone',
        yaml: yaml`
          apiVersion: storage.k8s.io/v1
          kind: StorageClass
          metadata:
            name: fast
          provisioner: ebs.csi.aws.com
          volumeBindingMode: WaitForFirstConsumer
          allowedTopologies:
            - matchLabelExpressions:
                - key: topology.kubernetes.io/zone
                  values: [eu-central-1a]
        `,
      },
    ],
  },
  [
    on<StorageClass>('storage/v1 StorageClass', () => ({
      fields: {
        provisioner: required(format('a label key', (text) => qualifiedName(text.toLowerCase()))),
        parameters: storageParameters,
        reclaimPolicy: oneOf('Delete', 'Retain'),
        volumeBindingMode: oneOfSet('Immediate', 'WaitForFirstConsumer'),
      },
      check({ allowedTopologies }, context) {
        if (allowedTopologies !== undefined) checkTerms(allowedTopologies, context)
      },
    })),
    on<TopologySelectorTerm>('core/v1 TopologySelectorTerm', () => ({ unique: { matchLabelExpressions: { key: 'key', of: ({ key }) => key } } })),
    on<TopologySelectorLabelRequirement>('core/v1 TopologySelectorLabelRequirement', () => ({
      fields: { key: missingAs('', format('a label key', qualifiedName, { empty: true })), values: required() },
      unique: { values: { key: '', of: (value) => value } },
    })),
  ],
)
