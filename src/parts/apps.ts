// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import appsControllerRevision from '../schema/constraints/apps/controller-revision.ts'
import appsDaemonSet from '../schema/constraints/apps/daemon-set.ts'
import appsReplicaSet from '../schema/constraints/apps/replica-set.ts'
import appsStatefulSet from '../schema/constraints/apps/stateful-set.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    appsControllerRevision,
    appsDaemonSet,
    appsReplicaSet,
    appsStatefulSet,
  ],
  constrained: "apps/v1 ControllerRevision\napps/v1 DaemonSetSpec\napps/v1 RollingUpdateDaemonSet\napps/v1 DaemonSet\napps/v1 ReplicaSetSpec\napps/v1 StatefulSetSpec\napps/v1 RollingUpdateStatefulSetStrategy\napps/v1 StatefulSetPersistentVolumeClaimRetentionPolicy\napps/v1 StatefulSetOrdinals",
}
