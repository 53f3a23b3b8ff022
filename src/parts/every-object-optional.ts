// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import bestPracticeAllowedKind from '../rules/best-practice/allowed-kind.ts'
import bestPracticeAllowedName from '../rules/best-practice/allowed-name.ts'
import bestPracticeForbiddenAnnotation from '../rules/best-practice/forbidden-annotation.ts'
import bestPracticeForbiddenField from '../rules/best-practice/forbidden-field.ts'
import bestPracticeForbiddenKind from '../rules/best-practice/forbidden-kind.ts'
import bestPracticeNoDefaultNamespace from '../rules/best-practice/no-default-namespace.ts'
import bestPracticeNoMisplacedArgoObject from '../rules/best-practice/no-misplaced-argo-object.ts'
import bestPracticeNoNamespaceMix from '../rules/best-practice/no-namespace-mix.ts'
import bestPracticeNoServerField from '../rules/best-practice/no-server-field.ts'
import bestPracticeNoTodoComment from '../rules/best-practice/no-todo-comment.ts'
import bestPracticeRequireAnnotation from '../rules/best-practice/require-annotation.ts'
import bestPracticeRequireLabel from '../rules/best-practice/require-label.ts'
import bestPracticeRequireNamespace from '../rules/best-practice/require-namespace.ts'
import bestPracticeRequireSortedKeys from '../rules/best-practice/require-sorted-keys.ts'
import bestPracticeRequiredField from '../rules/best-practice/required-field.ts'
import reliabilityNoEndlessWorkflowRetry from '../rules/reliability/no-endless-workflow-retry.ts'
import reliabilityNoIgnoredTaskFailure from '../rules/reliability/no-ignored-task-failure.ts'
import reliabilityNoRiskyRollout from '../rules/reliability/no-risky-rollout.ts'
import resourcesRequireSandboxLimit from '../rules/resources/require-sandbox-limit.ts'
import securityNoDefaultWorkflowAccount from '../rules/security/no-default-workflow-account.ts'
import securityNoHardcodedSecret from '../rules/security/no-hardcoded-secret.ts'
import securityNoOpenRepositoryPrefix from '../rules/security/no-open-repository-prefix.ts'
import securityNoOpenSandboxEgress from '../rules/security/no-open-sandbox-egress.ts'
import securityNoPrivilegedScc from '../rules/security/no-privileged-scc.ts'
import securityRequireSandboxRuntime from '../rules/security/require-sandbox-runtime.ts'
import validityValidVolumeSnapshot from '../rules/validity/valid-volume-snapshot.ts'

export const part: Part = {
  rules: [
    named(bestPracticeAllowedKind, 'best-practice', 'allowed-kind'),
    named(bestPracticeAllowedName, 'best-practice', 'allowed-name'),
    named(bestPracticeForbiddenAnnotation, 'best-practice', 'forbidden-annotation'),
    named(bestPracticeForbiddenField, 'best-practice', 'forbidden-field'),
    named(bestPracticeForbiddenKind, 'best-practice', 'forbidden-kind'),
    named(bestPracticeNoDefaultNamespace, 'best-practice', 'no-default-namespace'),
    named(bestPracticeNoMisplacedArgoObject, 'best-practice', 'no-misplaced-argo-object'),
    named(bestPracticeNoNamespaceMix, 'best-practice', 'no-namespace-mix'),
    named(bestPracticeNoServerField, 'best-practice', 'no-server-field'),
    named(bestPracticeNoTodoComment, 'best-practice', 'no-todo-comment'),
    named(bestPracticeRequireAnnotation, 'best-practice', 'require-annotation'),
    named(bestPracticeRequireLabel, 'best-practice', 'require-label'),
    named(bestPracticeRequireNamespace, 'best-practice', 'require-namespace'),
    named(bestPracticeRequireSortedKeys, 'best-practice', 'require-sorted-keys'),
    named(bestPracticeRequiredField, 'best-practice', 'required-field'),
    named(reliabilityNoEndlessWorkflowRetry, 'reliability', 'no-endless-workflow-retry'),
    named(reliabilityNoIgnoredTaskFailure, 'reliability', 'no-ignored-task-failure'),
    named(reliabilityNoRiskyRollout, 'reliability', 'no-risky-rollout'),
    named(resourcesRequireSandboxLimit, 'resources', 'require-sandbox-limit'),
    named(securityNoDefaultWorkflowAccount, 'security', 'no-default-workflow-account'),
    named(securityNoHardcodedSecret, 'security', 'no-hardcoded-secret'),
    named(securityNoOpenRepositoryPrefix, 'security', 'no-open-repository-prefix'),
    named(securityNoOpenSandboxEgress, 'security', 'no-open-sandbox-egress'),
    named(securityNoPrivilegedScc, 'security', 'no-privileged-scc'),
    named(securityRequireSandboxRuntime, 'security', 'require-sandbox-runtime'),
    named(validityValidVolumeSnapshot, 'validity', 'valid-volume-snapshot'),
  ],
  constraintSets: [
  ],
  constrained: "",
}
