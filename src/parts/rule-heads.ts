// Made by scripts/generate.mjs.
// Text, because objects would cost every run more than to read it.
/** What rules have in common: `category severity presets crossObject`. */
export const RULE_GROUPS = `validity warning recommended,strict
validity warning api-server,recommended,strict
validity error api-server,recommended,strict
validity error api-server
validity info recommended,strict
validity info
validity error recommended,strict
validity error api-server,recommended,strict,pss-baseline,pss-restricted
validity error strict
reliability warning
reliability warning recommended,strict crossObject
reliability warning recommended,strict
reliability info strict
reliability info
reliability info recommended,strict
reliability warning strict
reliability info strict crossObject
reliability error recommended,strict
reliability info  crossObject
resources warning
resources info
resources warning strict
resources info strict
resources info recommended,strict
security error
security warning
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
security warning recommended,strict crossObject
security error recommended,strict crossObject
security warning  crossObject
security warning recommended,strict,pss-restricted
security error recommended,strict,pss-baseline,pss-restricted
security info  crossObject
networking warning
networking info recommended,strict
networking info  crossObject
networking warning strict
networking info
networking warning recommended,strict
networking warning api-server,recommended,strict
networking info strict
networking info strict crossObject
references warning recommended,strict crossObject
references info strict crossObject
references error recommended,strict crossObject
references info  crossObject
deprecation warning api-server,recommended,strict
deprecation warning recommended,strict
deprecation error api-server,recommended,strict
best-practice error
best-practice warning
best-practice info
best-practice info strict
best-practice info recommended,strict
best-practice info strict crossObject
best-practice warning strict
best-practice warning recommended,strict`
/** By category and id: `id=group`. */
export const RULE_IDS = 'no-ambiguous-key=0 no-ambiguous-scalar=0 no-decimal-file-mode=0 no-duplicate-env=1 no-duplicate-key=2 no-duplicate-list-item=0 no-implausible-quantity=0 no-lost-text=0 no-merge-override=3 no-placeholder=4 no-unknown-field=2 no-unknown-kind=2 require-field=2 require-kind=2 require-storage-class=5 valid-access-review=2 valid-admission-expression=2 valid-admission-policy=2 valid-admission-policy-binding=2 valid-admission-rule=2 valid-affinity=2 valid-api-service=2 valid-certificate-signing-request=2 valid-cluster-trust-bundle=2 valid-config-map=2 valid-container=2 valid-container-port=2 valid-controller-revision=2 valid-cron-job=2 valid-csi-driver=2 valid-csi-node=2 valid-csi-storage-capacity=2 valid-custom-resource=2 valid-custom-resource-definition=2 valid-daemon-set=2 valid-deployment=2 valid-device-class=2 valid-device-configuration=2 valid-device-expression=2 valid-device-taint=2 valid-document-start=6 valid-endpoint-slice=2 valid-endpoints=2 valid-env-var=2 valid-event=2 valid-flow-schema=2 valid-horizontal-pod-autoscaler=2 valid-image-reference=6 valid-ingress=2 valid-ingress-class=2 valid-ip-address=2 valid-job=2 valid-job-spec=2 valid-label-selector=2 valid-lease=2 valid-lifecycle-hook=2 valid-limit-range=2 valid-metadata=2 valid-namespace=2 valid-network-policy=2 valid-node=2 valid-node-selector=2 valid-persistent-volume=2 valid-pod=2 valid-pod-annotation=2 valid-pod-certificate-request=2 valid-pod-disruption-budget=2 valid-pod-failure-policy=2 valid-pod-resource-claim=2 valid-pod-spec=2 valid-priority-class=2 valid-priority-level-configuration=2 valid-probe=2 valid-projected-volume=2 valid-replica-set=2 valid-replication-controller=2 valid-resource-claim=2 valid-resource-quota=2 valid-resource-slice=2 valid-resources=2 valid-role=2 valid-role-binding=2 valid-runtime-class=2 valid-secret=2 valid-security-context=2 valid-security-profile=2 valid-service=2 valid-service-account=2 valid-service-cidr=2 valid-stateful-set=2 valid-storage-class=2 valid-storage-source=2 valid-storage-version-migration=2 valid-success-policy=2 valid-token-review=2 valid-toleration=2 valid-topology-spread=2 valid-type=7 valid-validation-rule=2 valid-volume=2 valid-volume-attachment=2 valid-volume-attributes-class=2 valid-volume-claim=2 valid-volume-mount=2 valid-volume-snapshot=8 valid-webhook-configuration=2 valid-windows-options=2 valid-yaml=7 allowed-priority-class=9 no-blocking-disruption-budget=10 no-empty-autoscaler-range=11 no-end-of-life-image=11 no-endless-job-container=11 no-floating-image-tag=11 no-fragile-webhook=12 no-hard-topology-spread=13 no-identical-probes=13 no-naked-pod=14 no-odd-schedule=11 no-pinned-node=15 no-pre-stop-beyond-grace=11 no-replicas-under-autoscaler=10 no-short-starting-deadline=11 no-single-replica=16 no-single-replica-autoscaler=12 no-stale-pull-policy=15 no-static-pod-reference=17 no-suspended-job=12 no-undeclared-probe-port=11 no-utilization-without-request=10 no-volatile-selector-label=11 no-zero-replicas=16 require-anti-affinity=16 require-autoscaler=18 require-concurrency-policy=12 require-dns-option=13 require-image-digest=13 require-job-ttl=12 require-liveness-probe=14 require-node-affinity=13 require-pod-disruption-budget=16 require-pre-stop=18 require-priority-class=13 require-probe-timing=13 require-pull-always=13 require-readiness-probe=10 require-rolling-update=16 require-spread-selector=11 require-starting-deadline=12 require-topology-spread=13 require-unhealthy-eviction=12 allowed-access-mode=19 allowed-resource-range=19 no-cpu-limit=20 no-overcommitted-limit=20 require-cpu-limit=20 require-cpu-request=21 require-empty-dir-limit=22 require-ephemeral-storage=20 require-equal-request=20 require-limit-range-default=22 require-memory-limit=23 require-memory-request=21 require-quota-resource=22 allowed-capability=24 allowed-host-path=24 allowed-registry=25 no-added-capability=26 no-admission-control-role=27 no-annotation-injection=28 no-anonymous-binding=29 no-authenticated-binding=27 no-automounted-token=30 no-certificate-approval-role=27 no-cleartext-url=31 no-cluster-admin-binding=27 no-cluster-admin-user=27 no-config-map-changing-role=27 no-dangerous-capability=32 no-dashboard=27 no-data-access=31 no-debug-env=27 no-default-account-binding=27 no-default-account-token=27 no-default-service-account=33 no-escalating-role=29 no-event-deletion-role=27 no-exposed-admin-interface=33 no-full-control-role=29 no-git-sync-command=27 no-hardcoded-secret=34 no-host-alias=35 no-host-namespace=32 no-host-path=36 no-host-port=32 no-impersonating-role=27 no-implicit-registry=31 no-ineffective-permission=37 no-ingress-snippet=27 no-interactive-container=35 no-low-group-id=31 no-low-user-id=31 no-mount-propagation=27 no-network-changing-role=27 no-node-proxy-role=27 no-open-repository-prefix=27 no-persistent-volume-creation-role=27 no-personal-data-in-config-map=31 no-plain-password=27 no-pod-creation-role=27 no-pod-exec-role=27 no-pod-security-violation=38 no-port-forwarding-role=27 no-powerful-binding=39 no-privilege-escalation=40 no-privileged-container=41 no-privileged-port=31 no-privileged-scc=27 no-privileged-service-account=39 no-probe-host=36 no-proc-mount=32 no-restricted-volume=26 no-retired-registry=29 no-root-group=27 no-root-user=40 no-runtime-socket=28 no-secret-access-role=27 no-secret-as-env=31 no-secret-in-config-map=28 no-secret-in-env=28 no-selinux-option=32 no-sensitive-host-path=29 no-shared-service-account=42 no-skipped-tls-verification=27 no-ssh-port=27 no-sub-path=31 no-sudo=27 no-system-masters-binding=29 no-tiller=27 no-token-creation-role=27 no-unconfined-apparmor=32 no-unconfined-seccomp=32 no-unencrypted-storage-class=31 no-unsafe-sysctl=32 no-wildcard-role=27 no-windows-host-process=32 no-workload-deletion-role=25 no-writable-host-path=27 require-any-dropped-capability=31 require-apparmor-profile=31 require-dropped-capabilities=26 require-dropped-net-raw=25 require-fs-group=31 require-hardening=25 require-namespace-service-account=42 require-no-new-privileges=26 require-pod-security-label=27 require-read-only-root-filesystem=27 require-run-as-non-root=26 require-sandbox-runtime=27 require-seccomp-profile=26 require-security-context=31 require-user-namespace=31 require-windows-user=31 allowed-service-type=43 no-duplicate-port-name=44 no-exposed-workload=45 no-external-ip=46 no-lost-client-address=47 no-odd-external-name=48 no-open-network-policy=46 no-port-collision=49 no-port-number=45 no-unlisted-ingress-class=43 no-unlisted-tls-host=48 no-wildcard-host=50 require-default-deny=45 require-ingress-tls=46 require-network-policy=51 require-policy-selector=47 no-disruption-budget-without-pod=52 no-duplicate-autoscaler=52 no-duplicate-object=52 no-duplicate-route=52 no-duplicate-service-selector=53 no-monitor-without-target=52 no-network-peer-without-pod=52 no-network-policy-without-pod=52 no-overlapping-disruption-budget=52 no-second-default-class=52 no-service-without-pod=52 no-shared-selector=52 no-stateful-set-without-service=52 no-unknown-class=52 no-unknown-config-map=52 no-unknown-gateway=52 no-unknown-issuer=52 no-unknown-role=52 no-unknown-scale-target=52 no-unknown-secret=52 no-unknown-service=52 no-unknown-service-account=52 no-unknown-target-port=54 no-unknown-volume-claim=52 no-unused-object=55 no-deprecated-api=56 no-deprecated-node-label=56 no-deprecated-service-account=57 no-removed-api=58 no-upgrade-surprise=57 allowed-kind=59 allowed-name=60 forbidden-annotation=60 forbidden-field=60 forbidden-kind=59 no-crowded-pod=61 no-default-namespace=62 no-heavy-exec-probe=61 no-instance-label-mismatch=61 no-mixed-tiers=63 no-namespace-mix=64 no-server-field=62 no-system-namespace=65 no-todo-comment=61 require-annotation=60 require-label=60 require-namespace=61 require-recommended-label=61 require-sorted-keys=61 required-field=60 valid-suppression=66'
