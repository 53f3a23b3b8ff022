// Made by scripts/generate.mjs.
// Text, because objects would cost every run more than to read it.
/** What rules have in common, and their ids: `category severity presets crossObject: id id`. */
export const RULE_GROUPS = `validity warning recommended,strict: no-ambiguous-key no-ambiguous-scalar no-decimal-file-mode no-duplicate-list-item no-implausible-quantity no-lost-text no-stale-setting
validity warning api-server,recommended,strict: no-duplicate-env
validity error api-server,recommended,strict: no-duplicate-key no-unknown-field no-unknown-kind require-field require-kind valid-access-review valid-admission-expression valid-admission-policy valid-admission-policy-binding valid-admission-rule valid-affinity valid-api-service valid-certificate-signing-request valid-cluster-trust-bundle valid-config-map valid-container valid-container-port valid-controller-revision valid-cron-job valid-csi-driver valid-csi-node valid-csi-storage-capacity valid-custom-resource valid-custom-resource-definition valid-daemon-set valid-deployment valid-device-class valid-device-configuration valid-device-expression valid-device-taint valid-endpoint-slice valid-endpoints valid-env-var valid-event valid-flow-schema valid-horizontal-pod-autoscaler valid-ingress valid-ingress-class valid-ip-address valid-job valid-job-spec valid-label-selector valid-lease valid-lease-candidate valid-lifecycle-hook valid-limit-range valid-metadata valid-namespace valid-network-policy valid-node valid-node-selector valid-persistent-volume valid-pod valid-pod-annotation valid-pod-certificate-request valid-pod-disruption-budget valid-pod-failure-policy valid-pod-resource-claim valid-pod-spec valid-priority-class valid-priority-level-configuration valid-probe valid-projected-volume valid-replica-set valid-replication-controller valid-resource-claim valid-resource-pool-status-request valid-resource-quota valid-resource-slice valid-resources valid-role valid-role-binding valid-runtime-class valid-secret valid-security-context valid-security-profile valid-service valid-service-account valid-service-cidr valid-stateful-set valid-storage-class valid-storage-source valid-storage-version-migration valid-success-policy valid-token-review valid-toleration valid-topology-spread valid-validation-rule valid-volume valid-volume-attachment valid-volume-attributes-class valid-volume-claim valid-volume-mount valid-webhook-configuration valid-windows-options
validity error recommended,strict: no-failed-kustomization no-policy-violation valid-chart valid-document-start valid-image-reference valid-kustomization
validity error api-server: no-merge-override
validity info recommended,strict: no-newline-in-secret no-placeholder
validity info: require-storage-class
validity error api-server,recommended,strict,pss-baseline,pss-restricted: valid-type valid-yaml
validity error strict: valid-volume-snapshot
reliability warning: allowed-priority-class no-endless-workflow-retry no-ignored-task-failure no-risky-rollout
reliability warning recommended,strict crossObject: no-blocking-disruption-budget no-replicas-under-autoscaler no-utilization-without-request
reliability warning recommended,strict: no-empty-autoscaler-range no-end-of-life-image no-endless-job-container no-odd-schedule no-pre-stop-beyond-grace no-short-starting-deadline no-undeclared-probe-port no-unexpanded-variable no-unknown-storage-medium no-unmatched-node-term no-unscalable-target no-unsplit-command no-unusable-mount-path no-volatile-selector-label require-spread-selector
reliability warning strict: no-floating-image-tag no-pinned-node no-stale-pull-policy
reliability info strict: no-fragile-webhook no-single-replica-autoscaler no-suspended-job require-concurrency-policy require-job-ttl require-liveness-probe require-starting-deadline require-unhealthy-eviction
reliability info: no-hard-topology-spread no-identical-probes require-dns-option require-image-digest require-node-affinity require-priority-class require-probe-timing require-pull-always require-topology-spread
reliability info recommended,strict: no-naked-pod
reliability info strict crossObject: no-single-replica no-zero-replicas require-anti-affinity require-pod-disruption-budget require-rolling-update
reliability error recommended,strict: no-static-pod-reference
reliability info  crossObject: require-autoscaler require-pre-stop require-pull-secret
reliability warning strict crossObject: require-readiness-probe
resources warning: allowed-access-mode allowed-resource-range
resources info: no-cpu-limit no-overcommitted-limit require-cpu-limit require-ephemeral-storage require-equal-request
resources warning strict: require-cpu-request require-memory-request require-sandbox-limit
resources info strict: require-empty-dir-limit require-limit-range-default require-memory-limit require-quota-resource
security error: allowed-capability allowed-host-path
security warning: allowed-registry no-default-workflow-account no-workload-deletion-role require-dropped-net-raw require-hardening
security warning strict,pss-restricted: no-added-capability no-restricted-volume require-dropped-capabilities require-no-new-privileges require-run-as-non-root require-seccomp-profile
security warning strict: no-admission-control-role no-authenticated-binding no-certificate-approval-role no-cluster-admin-binding no-cluster-admin-user no-config-map-changing-role no-dashboard no-debug-env no-default-account-binding no-default-account-token no-event-deletion-role no-git-sync-command no-impersonating-role no-ingress-snippet no-mount-propagation no-network-changing-role no-node-proxy-role no-open-repository-prefix no-open-sandbox-egress no-persistent-volume-creation-role no-plain-password no-pod-creation-role no-pod-exec-role no-port-forwarding-role no-privileged-scc no-root-group no-secret-access-role no-skipped-tls-verification no-ssh-port no-sudo no-tiller no-token-creation-role no-wildcard-role no-writable-host-path require-pod-security-label require-read-only-root-filesystem require-sandbox-runtime
security error recommended,strict: no-annotation-injection no-runtime-socket no-secret-in-config-map no-secret-in-env no-sysctl-injection
security warning recommended,strict: no-anonymous-binding no-escalating-role no-full-control-role no-retired-registry no-sensitive-host-path no-system-masters-binding
security info strict crossObject: no-automounted-token
security info: no-cleartext-url no-data-access no-implicit-registry no-low-group-id no-low-user-id no-personal-data-in-config-map no-privileged-port no-secret-as-env no-sub-path no-unencrypted-storage-class require-any-dropped-capability require-apparmor-profile require-fs-group require-security-context require-user-namespace require-windows-user
security warning recommended,strict,pss-baseline,pss-restricted: no-dangerous-capability no-host-namespace no-host-port no-proc-mount no-selinux-option no-unconfined-apparmor no-unconfined-seccomp no-unsafe-sysctl no-windows-host-process
security warning strict crossObject: no-default-service-account no-exposed-admin-interface
security error strict: no-hardcoded-secret
security info strict: no-host-alias no-interactive-container
security warning strict,pss-baseline,pss-restricted: no-host-path no-probe-host
security warning recommended,strict crossObject: no-ineffective-permission
security error recommended,strict crossObject: no-pod-security-violation
security warning  crossObject: no-powerful-binding no-privileged-service-account
security warning recommended,strict,pss-restricted: no-privilege-escalation no-root-user
security error recommended,strict,pss-baseline,pss-restricted: no-privileged-container
security info  crossObject: no-shared-service-account require-namespace-service-account
networking warning: allowed-service-type no-unlisted-ingress-class
networking error recommended,strict crossObject: no-duplicate-listener
networking info recommended,strict: no-duplicate-port-name
networking info  crossObject: no-exposed-workload no-port-number require-default-deny
networking warning strict: no-external-ip no-open-network-policy require-ingress-tls
networking warning recommended,strict: no-ignored-network-rule no-odd-external-name no-unlisted-tls-host
networking info: no-lost-client-address require-policy-selector
networking warning api-server,recommended,strict: no-port-collision
networking info strict: no-wildcard-host
networking info strict crossObject: require-network-policy
references warning recommended,strict crossObject: no-disruption-budget-without-pod no-duplicate-application no-duplicate-autoscaler no-duplicate-node-port no-duplicate-object no-duplicate-route no-monitor-without-target no-network-peer-without-pod no-network-policy-without-pod no-overlapping-disruption-budget no-second-default-class no-service-without-pod no-shared-claim no-shared-selector no-stateful-set-without-service no-unbindable-claim no-ungranted-reference no-unknown-class no-unknown-config-map no-unknown-gateway no-unknown-issuer no-unknown-namespace no-unknown-role no-unknown-scale-target no-unknown-secret no-unknown-service no-unknown-service-account no-unknown-volume-claim
references error recommended,strict: no-duplicate-kustomization-resource no-missing-kustomization-file no-patch-without-target
references info strict crossObject: no-duplicate-service-selector
references error recommended,strict crossObject: no-missing-source-path no-unknown-source-ref no-unknown-target-port
references warning recommended,strict: no-unused-kustomization-entry
references info  crossObject: no-unused-object
deprecation warning api-server,recommended,strict: no-deprecated-api no-deprecated-node-label
deprecation warning recommended,strict: no-deprecated-kustomization-field no-deprecated-service-account no-retired-taint no-upgrade-surprise
deprecation error api-server,recommended,strict: no-removed-api
best-practice error: allowed-kind forbidden-kind
best-practice warning: allowed-name forbidden-annotation forbidden-field no-misplaced-argo-object require-annotation require-label required-field
best-practice info: no-crowded-pod no-heavy-exec-probe no-instance-label-mismatch no-todo-comment require-namespace require-recommended-label require-sorted-keys
best-practice info strict: no-default-namespace no-server-field no-unused-chart-value no-unused-volume require-chart-icon
best-practice info recommended,strict: no-mixed-tiers
best-practice info strict crossObject: no-namespace-mix
best-practice warning strict: no-system-namespace
best-practice warning recommended,strict: no-unknown-chart-value valid-suppression`
