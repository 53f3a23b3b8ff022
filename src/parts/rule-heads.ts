// Made by scripts/generate.mjs.
// Text, because objects would cost every run more than to read it.
/** What rules have in common: `category severity presets crossObject`. */
export const RULE_GROUPS = `validity warning recommended,strict
validity warning api-server,recommended,strict
validity error api-server,recommended,strict
validity error api-server
validity info recommended,strict
validity error recommended,strict
validity error api-server,recommended,strict,pss-baseline,pss-restricted
reliability warning recommended,strict crossObject
reliability warning recommended,strict
reliability info strict
reliability info
reliability info recommended,strict
reliability warning strict
reliability info strict crossObject
reliability error recommended,strict
reliability info  crossObject
resources warning strict
resources info recommended,strict
security warning strict,pss-restricted
security warning strict
security error recommended,strict
security warning recommended,strict
security info strict crossObject
security info
security warning recommended,strict,pss-baseline,pss-restricted
security warning strict crossObject
security error strict
security info strict
security warning strict,pss-baseline,pss-restricted
security error recommended,strict crossObject
security warning  crossObject
security warning recommended,strict,pss-restricted
security error recommended,strict,pss-baseline,pss-restricted
security info  crossObject
security warning
networking info recommended,strict
networking warning
networking info  crossObject
networking warning strict
networking info
networking warning recommended,strict
networking warning api-server,recommended,strict
networking info strict
networking info strict crossObject
references warning recommended,strict crossObject
references error recommended,strict crossObject
deprecation warning api-server,recommended,strict
deprecation error api-server,recommended,strict
deprecation warning recommended,strict
best-practice info strict
best-practice info recommended,strict
best-practice info strict crossObject
best-practice warning strict
best-practice warning recommended,strict`
/** By category and id: `id=group`. */
export const RULE_IDS = 'no-ambiguous-key=0 no-ambiguous-scalar=0 no-decimal-file-mode=0 no-duplicate-env=1 no-duplicate-key=2 no-duplicate-list-item=0 no-implausible-quantity=0 no-lost-text=0 no-merge-override=3 no-placeholder=4 no-unknown-field=2 no-unknown-kind=2 require-field=2 require-kind=2 valid-access-review=2 valid-admission-expression=2 valid-admission-policy=2 valid-admission-policy-binding=2 valid-admission-rule=2 valid-affinity=2 valid-api-service=2 valid-certificate-signing-request=2 valid-cluster-trust-bundle=2 valid-config-map=2 valid-container=2 valid-container-port=2 valid-controller-revision=2 valid-cron-job=2 valid-csi-driver=2 valid-csi-node=2 valid-csi-storage-capacity=2 valid-custom-resource=2 valid-custom-resource-definition=2 valid-daemon-set=2 valid-deployment=2 valid-device-class=2 valid-device-configuration=2 valid-device-expression=2 valid-device-taint=2 valid-document-start=5 valid-endpoint-slice=2 valid-endpoints=2 valid-env-var=2 valid-event=2 valid-flow-schema=2 valid-horizontal-pod-autoscaler=2 valid-image-reference=5 valid-ingress=2 valid-ingress-class=2 valid-ip-address=2 valid-job=2 valid-job-spec=2 valid-label-selector=2 valid-lease=2 valid-lifecycle-hook=2 valid-limit-range=2 valid-metadata=2 valid-namespace=2 valid-network-policy=2 valid-node=2 valid-node-selector=2 valid-persistent-volume=2 valid-pod=2 valid-pod-annotation=2 valid-pod-certificate-request=2 valid-pod-disruption-budget=2 valid-pod-failure-policy=2 valid-pod-resource-claim=2 valid-pod-spec=2 valid-priority-class=2 valid-priority-level-configuration=2 valid-probe=2 valid-projected-volume=2 valid-replica-set=2 valid-replication-controller=2 valid-resource-claim=2 valid-resource-quota=2 valid-resource-slice=2 valid-resources=2 valid-role=2 valid-role-binding=2 valid-runtime-class=2 valid-secret=2 valid-security-context=2 valid-security-profile=2 valid-service=2 valid-service-account=2 valid-service-cidr=2 valid-stateful-set=2 valid-storage-class=2 valid-storage-source=2 valid-storage-version-migration=2 valid-success-policy=2 valid-token-review=2 valid-toleration=2 valid-topology-spread=2 valid-type=6 valid-validation-rule=2 valid-volume=2 valid-volume-attachment=2 valid-volume-attributes-class=2 valid-volume-claim=2 valid-volume-mount=2 valid-webhook-configuration=2 valid-windows-options=2 valid-yaml=6 no-blocking-disruption-budget=7 no-empty-autoscaler-range=8 no-end-of-life-image=8 no-endless-job-container=8 no-floating-image-tag=8 no-fragile-webhook=9 no-hard-topology-spread=10 no-identical-probes=9 no-naked-pod=11 no-odd-schedule=8 no-pinned-node=12 no-pre-stop-beyond-grace=8 no-replicas-under-autoscaler=7 no-short-starting-deadline=8 no-single-replica=13 no-single-replica-autoscaler=9 no-stale-pull-policy=12 no-static-pod-reference=14 no-suspended-job=9 no-undeclared-probe-port=8 no-utilization-without-request=7 no-volatile-selector-label=8 no-zero-replicas=13 require-anti-affinity=13 require-autoscaler=15 require-concurrency-policy=9 require-dns-option=10 require-image-digest=10 require-job-ttl=9 require-liveness-probe=11 require-node-affinity=10 require-pod-disruption-budget=13 require-pre-stop=15 require-priority-class=10 require-probe-timing=10 require-pull-always=10 require-readiness-probe=7 require-rolling-update=13 require-spread-selector=8 require-starting-deadline=9 require-topology-spread=10 require-unhealthy-eviction=9 require-cpu-request=16 require-memory-limit=17 require-memory-request=16 no-added-capability=18 no-admission-control-role=19 no-annotation-injection=20 no-anonymous-binding=21 no-automounted-token=22 no-certificate-approval-role=19 no-cleartext-url=23 no-cluster-admin-binding=21 no-config-map-changing-role=19 no-dangerous-capability=24 no-dashboard=19 no-data-access=23 no-debug-env=19 no-default-account-binding=19 no-default-account-token=19 no-default-service-account=25 no-escalating-role=21 no-event-deletion-role=19 no-exposed-admin-interface=25 no-full-control-role=21 no-git-sync-command=19 no-hardcoded-secret=26 no-host-alias=27 no-host-namespace=24 no-host-path=28 no-host-port=24 no-impersonating-role=19 no-implicit-registry=23 no-ineffective-permission=21 no-ingress-snippet=19 no-interactive-container=27 no-low-group-id=23 no-low-user-id=23 no-mount-propagation=19 no-network-changing-role=19 no-node-proxy-role=19 no-open-repository-prefix=19 no-persistent-volume-creation-role=19 no-personal-data-in-config-map=23 no-plain-password=19 no-pod-creation-role=19 no-pod-exec-role=19 no-pod-security-violation=29 no-port-forwarding-role=19 no-powerful-binding=30 no-privilege-escalation=31 no-privileged-container=32 no-privileged-port=23 no-privileged-scc=19 no-privileged-service-account=30 no-probe-host=28 no-proc-mount=24 no-restricted-volume=18 no-retired-registry=21 no-root-group=19 no-root-user=31 no-runtime-socket=20 no-secret-access-role=19 no-secret-as-env=23 no-secret-in-config-map=20 no-secret-in-env=20 no-selinux-option=24 no-sensitive-host-path=21 no-shared-service-account=33 no-skipped-tls-verification=19 no-ssh-port=19 no-sub-path=23 no-sudo=19 no-system-masters-binding=21 no-tiller=19 no-token-creation-role=19 no-unconfined-apparmor=24 no-unconfined-seccomp=24 no-unencrypted-storage-class=23 no-unlisted-registry=34 no-unsafe-sysctl=24 no-wildcard-role=19 no-windows-host-process=24 no-workload-deletion-role=34 no-writable-host-path=19 require-any-dropped-capability=23 require-apparmor-profile=23 require-dropped-capabilities=18 require-dropped-net-raw=34 require-fs-group=23 require-hardening=34 require-namespace-service-account=33 require-no-new-privileges=18 require-pod-security-label=19 require-read-only-root-filesystem=19 require-run-as-non-root=18 require-sandbox-runtime=19 require-seccomp-profile=18 require-security-context=23 require-user-namespace=23 require-windows-user=23 no-duplicate-port-name=35 no-exposed-service=36 no-exposed-workload=37 no-external-ip=38 no-lost-client-address=39 no-odd-external-name=40 no-open-network-policy=38 no-port-collision=41 no-port-number=37 no-unlisted-ingress-class=36 no-wildcard-host=42 require-default-deny=37 require-ingress-tls=38 require-network-policy=43 require-policy-selector=39 no-disruption-budget-without-pod=44 no-duplicate-object=44 no-network-peer-without-pod=44 no-network-policy-without-pod=44 no-service-without-pod=44 no-unknown-config-map=44 no-unknown-role=44 no-unknown-scale-target=44 no-unknown-secret=44 no-unknown-service=44 no-unknown-service-account=44 no-unknown-target-port=45 no-unknown-volume-claim=44 no-deprecated-api=46 no-deprecated-node-label=46 no-removed-api=47 no-upgrade-surprise=48 no-default-namespace=49 no-mixed-tiers=50 no-namespace-mix=51 no-system-namespace=52 valid-suppression=53'
