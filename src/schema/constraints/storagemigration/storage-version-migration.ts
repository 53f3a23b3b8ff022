import { yaml } from '../../../engine/define-rule.ts'
import { dns1035Label, dnsSubdomain } from '../../../formats/names.ts'
import { constraints, embedded, format, on, required } from '../../constraints.ts'

const VERSIONS = ['storagemigration/v1beta1', 'storagemigration/v1'] as const

/** Not in the package of types. */
interface GroupResource {
  group: string
  resource: string
}

export default constraints(
  {
    id: 'valid-storage-version-migration',
    since: '0.1.0',
    summary: 'Require a StorageVersionMigration of a resource.',
    why: 'The API server refuses a migration that does not say what is to be stored anew.',
    howToFix: 'Set `spec.resource.resource` to the plural name of the kind, and `group` for all but those of `v1`.',
    references: ['https://kubernetes.io/docs/tasks/manage-kubernetes-objects/storage-version-migration/'],
    bad: [
      {
        title: 'a kind in place of a resource',
        yaml: yaml`
          apiVersion: storagemigration.k8s.io/v1
          kind: StorageVersionMigration
          metadata:
            name: secrets
          spec:
            resource:
              resource: Secret # ✖ resource is "Secret", must consist of lower case letters, digits and "-"
        `,
      },
    ],
    good: [
      {
        title: 'all Secrets',
        yaml: yaml`
          apiVersion: storagemigration.k8s.io/v1
          kind: StorageVersionMigration
          metadata:
            name: secrets
          spec:
            resource:
              resource: secrets
        `,
      },
    ],
  },
  [
    ...VERSIONS.map((version) => on<{ resource: GroupResource }>(`${version} StorageVersionMigrationSpec`, () => ({ fields: { resource: embedded('meta/v1 GroupResource') } }))),
    on<GroupResource>('meta/v1 GroupResource', () => ({
      fields: { group: [format('a DNS subdomain', dnsSubdomain)], resource: required(format('a DNS label that begins with a letter', dns1035Label)) },
    })),
  ],
)
