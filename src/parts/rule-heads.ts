// Made by scripts/generate.mjs.
/** `id category severity presets crossObject`, each on a line of its own. */
export const RULE_HEADS = `no-ambiguous-key validity warning recommended,strict
no-ambiguous-scalar validity warning recommended,strict
no-decimal-file-mode validity warning recommended,strict
no-duplicate-env validity warning api-server,recommended,strict
no-duplicate-key validity error api-server,recommended,strict
no-duplicate-list-item validity warning recommended,strict
no-implausible-quantity validity warning recommended,strict
no-lost-text validity warning recommended,strict
no-merge-override validity error api-server
no-placeholder validity info recommended,strict
no-unknown-field validity error api-server,recommended,strict
no-unknown-kind validity error api-server,recommended,strict
require-field validity error api-server,recommended,strict
require-kind validity error api-server,recommended,strict
valid-access-review validity error api-server,recommended,strict
valid-admission-policy validity error api-server,recommended,strict
valid-admission-policy-binding validity error api-server,recommended,strict
valid-admission-rule validity error api-server,recommended,strict
valid-affinity validity error api-server,recommended,strict
valid-api-service validity error api-server,recommended,strict
valid-certificate-signing-request validity error api-server,recommended,strict
valid-cluster-trust-bundle validity error api-server,recommended,strict
valid-config-map validity error api-server,recommended,strict
valid-container validity error api-server,recommended,strict
valid-container-port validity error api-server,recommended,strict
valid-controller-revision validity error api-server,recommended,strict
valid-cron-job validity error api-server,recommended,strict
valid-csi-driver validity error api-server,recommended,strict
valid-csi-node validity error api-server,recommended,strict
valid-csi-storage-capacity validity error api-server,recommended,strict
valid-custom-resource-definition validity error api-server,recommended,strict
valid-daemon-set validity error api-server,recommended,strict
valid-deployment validity error api-server,recommended,strict
valid-device-class validity error api-server,recommended,strict
valid-device-configuration validity error api-server,recommended,strict
valid-device-taint validity error api-server,recommended,strict
valid-document-start validity error recommended,strict
valid-endpoint-slice validity error api-server,recommended,strict
valid-endpoints validity error api-server,recommended,strict
valid-env-var validity error api-server,recommended,strict
valid-event validity error api-server,recommended,strict
valid-flow-schema validity error api-server,recommended,strict
valid-horizontal-pod-autoscaler validity error api-server,recommended,strict
valid-image-reference validity error recommended,strict
valid-ingress validity error api-server,recommended,strict
valid-ingress-class validity error api-server,recommended,strict
valid-ip-address validity error api-server,recommended,strict
valid-job validity error api-server,recommended,strict
valid-job-spec validity error api-server,recommended,strict
valid-label-selector validity error api-server,recommended,strict
valid-lease validity error api-server,recommended,strict
valid-lifecycle-hook validity error api-server,recommended,strict
valid-limit-range validity error api-server,recommended,strict
valid-metadata validity error api-server,recommended,strict
valid-namespace validity error api-server,recommended,strict
valid-network-policy validity error api-server,recommended,strict
valid-node validity error api-server,recommended,strict
valid-node-selector validity error api-server,recommended,strict
valid-persistent-volume validity error api-server,recommended,strict
valid-pod validity error api-server,recommended,strict
valid-pod-annotation validity error api-server,recommended,strict
valid-pod-certificate-request validity error api-server,recommended,strict
valid-pod-disruption-budget validity error api-server,recommended,strict
valid-pod-failure-policy validity error api-server,recommended,strict
valid-pod-resource-claim validity error api-server,recommended,strict
valid-pod-spec validity error api-server,recommended,strict
valid-priority-class validity error api-server,recommended,strict
valid-priority-level-configuration validity error api-server,recommended,strict
valid-probe validity error api-server,recommended,strict
valid-projected-volume validity error api-server,recommended,strict
valid-replica-set validity error api-server,recommended,strict
valid-replication-controller validity error api-server,recommended,strict
valid-resource-claim validity error api-server,recommended,strict
valid-resource-quota validity error api-server,recommended,strict
valid-resource-slice validity error api-server,recommended,strict
valid-resources validity error api-server,recommended,strict
valid-role validity error api-server,recommended,strict
valid-role-binding validity error api-server,recommended,strict
valid-runtime-class validity error api-server,recommended,strict
valid-secret validity error api-server,recommended,strict
valid-security-context validity error api-server,recommended,strict
valid-security-profile validity error api-server,recommended,strict
valid-service validity error api-server,recommended,strict
valid-service-account validity error api-server,recommended,strict
valid-service-cidr validity error api-server,recommended,strict
valid-stateful-set validity error api-server,recommended,strict
valid-storage-class validity error api-server,recommended,strict
valid-storage-source validity error api-server,recommended,strict
valid-storage-version-migration validity error api-server,recommended,strict
valid-success-policy validity error api-server,recommended,strict
valid-token-review validity error api-server,recommended,strict
valid-toleration validity error api-server,recommended,strict
valid-topology-spread validity error api-server,recommended,strict
valid-type validity error api-server,recommended,strict,pss-baseline,pss-restricted
valid-volume validity error api-server,recommended,strict
valid-volume-attachment validity error api-server,recommended,strict
valid-volume-attributes-class validity error api-server,recommended,strict
valid-volume-claim validity error api-server,recommended,strict
valid-volume-mount validity error api-server,recommended,strict
valid-webhook-configuration validity error api-server,recommended,strict
valid-windows-options validity error api-server,recommended,strict
valid-yaml validity error api-server,recommended,strict,pss-baseline,pss-restricted
no-blocking-disruption-budget reliability warning recommended,strict crossObject
no-empty-autoscaler-range reliability warning recommended,strict
no-end-of-life-image reliability warning recommended,strict
no-endless-job-container reliability warning recommended,strict
no-floating-image-tag reliability warning recommended,strict
no-fragile-webhook reliability info strict
no-hard-topology-spread reliability info
no-identical-probes reliability info strict
no-naked-pod reliability info recommended,strict
no-odd-schedule reliability warning recommended,strict
no-pinned-node reliability warning strict
no-pre-stop-beyond-grace reliability warning recommended,strict
no-replicas-under-autoscaler reliability warning recommended,strict crossObject
no-short-starting-deadline reliability warning recommended,strict
no-single-replica reliability info strict crossObject
no-single-replica-autoscaler reliability info strict
no-stale-pull-policy reliability warning strict
no-static-pod-reference reliability error recommended,strict
no-suspended-job reliability info strict
no-undeclared-probe-port reliability warning recommended,strict
no-volatile-selector-label reliability warning recommended,strict
no-zero-replicas reliability info strict crossObject
require-anti-affinity reliability info strict crossObject
require-autoscaler reliability info  crossObject
require-concurrency-policy reliability info strict
require-dns-option reliability info
require-image-digest reliability info
require-job-ttl reliability info strict
require-liveness-probe reliability info recommended,strict
require-node-affinity reliability info
require-pod-disruption-budget reliability info strict crossObject
require-pre-stop reliability info  crossObject
require-priority-class reliability info
require-probe-timing reliability info
require-pull-always reliability info
require-readiness-probe reliability warning recommended,strict crossObject
require-rolling-update reliability info strict crossObject
require-spread-selector reliability warning recommended,strict
require-starting-deadline reliability info strict
require-topology-spread reliability info
require-unhealthy-eviction reliability info strict
require-cpu-request resources warning strict
require-memory-limit resources info recommended,strict
require-memory-request resources warning strict
no-added-capability security warning strict,pss-restricted
no-admission-control-role security warning strict
no-annotation-injection security error recommended,strict
no-anonymous-binding security warning recommended,strict
no-automounted-token security info strict crossObject
no-certificate-approval-role security warning strict
no-cluster-admin-binding security warning recommended,strict
no-config-map-changing-role security warning strict
no-dangerous-capability security warning recommended,strict,pss-baseline,pss-restricted
no-dashboard security warning strict
no-data-access security info
no-default-account-binding security warning strict
no-default-account-token security warning strict
no-default-service-account security warning strict crossObject
no-escalating-role security warning recommended,strict
no-event-deletion-role security warning strict
no-full-control-role security warning recommended,strict
no-hardcoded-secret security error strict
no-host-namespace security warning recommended,strict,pss-baseline,pss-restricted
no-host-path security warning strict,pss-baseline,pss-restricted
no-host-port security warning recommended,strict,pss-baseline,pss-restricted
no-impersonating-role security warning strict
no-implicit-registry security info
no-ineffective-permission security warning recommended,strict
no-ingress-snippet security warning strict
no-network-changing-role security warning strict
no-node-proxy-role security warning strict
no-open-repository-prefix security warning strict
no-persistent-volume-creation-role security warning strict
no-personal-data-in-config-map security info
no-plain-password security warning strict
no-pod-creation-role security warning strict
no-pod-exec-role security warning strict
no-pod-security-violation security error recommended,strict crossObject
no-port-forwarding-role security warning strict
no-privilege-escalation security warning recommended,strict,pss-restricted
no-privileged-container security error recommended,strict,pss-baseline,pss-restricted
no-privileged-scc security warning strict
no-probe-host security warning strict,pss-baseline,pss-restricted
no-proc-mount security warning recommended,strict,pss-baseline,pss-restricted
no-restricted-volume security warning strict,pss-restricted
no-retired-registry security warning recommended,strict
no-root-user security warning recommended,strict,pss-restricted
no-runtime-socket security error recommended,strict
no-secret-as-env security info
no-secret-in-config-map security error recommended,strict
no-secret-in-env security error recommended,strict
no-secret-reading-role security warning strict
no-selinux-option security warning recommended,strict,pss-baseline,pss-restricted
no-sensitive-host-path security warning recommended,strict
no-shared-service-account security info  crossObject
no-skipped-tls-verification security warning strict
no-system-masters-binding security warning recommended,strict
no-tiller security warning strict
no-token-creation-role security warning strict
no-unconfined-apparmor security warning recommended,strict,pss-baseline,pss-restricted
no-unconfined-seccomp security warning recommended,strict,pss-baseline,pss-restricted
no-unencrypted-storage-class security info
no-unlisted-registry security warning
no-unsafe-sysctl security warning recommended,strict,pss-baseline,pss-restricted
no-wildcard-role security warning strict
no-windows-host-process security warning recommended,strict,pss-baseline,pss-restricted
no-workload-deletion-role security warning
require-dropped-capabilities security warning strict,pss-restricted
require-namespace-service-account security info  crossObject
require-no-new-privileges security warning strict,pss-restricted
require-pod-security-label security warning strict
require-read-only-root-filesystem security warning strict
require-run-as-non-root security warning strict,pss-restricted
require-seccomp-profile security warning strict,pss-restricted
no-duplicate-port-name networking info recommended,strict
no-exposed-service networking warning
no-external-ip networking warning strict
no-lost-client-address networking info
no-odd-external-name networking warning recommended,strict
no-open-network-policy networking warning strict
no-port-collision networking warning api-server,recommended,strict
no-unlisted-ingress-class networking warning
no-wildcard-host networking info strict
require-ingress-tls networking warning strict
require-policy-selector networking info
no-service-without-pod references warning recommended,strict crossObject
no-unknown-target-port references error recommended,strict crossObject
no-deprecated-api deprecation warning api-server,recommended,strict
no-deprecated-node-label deprecation warning api-server,recommended,strict
no-removed-api deprecation error api-server,recommended,strict
no-upgrade-surprise deprecation warning recommended,strict
no-default-namespace best-practice info strict
no-mixed-tiers best-practice info recommended,strict
no-namespace-mix best-practice info strict crossObject
no-system-namespace best-practice warning strict
valid-suppression best-practice warning recommended,strict`
