// Made by scripts/generate.mjs.
// Text, because objects would cost every run more than to read it.
/** What rules have in common: `category severity presets crossObject`. */
export const RULE_GROUPS = `validity warning recommended,strict
validity warning api-server,recommended,strict
validity error api-server,recommended,strict
validity error recommended,strict
validity error api-server
validity info recommended,strict
validity info
validity error api-server,recommended,strict,pss-baseline,pss-restricted
validity error strict
reliability warning
reliability warning recommended,strict crossObject
reliability warning recommended,strict
reliability warning strict
reliability info strict
reliability info
reliability info recommended,strict
reliability info strict crossObject
reliability error recommended,strict
reliability info  crossObject
reliability warning strict crossObject
resources warning
resources info
resources warning strict
resources info strict
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
networking error recommended,strict crossObject
networking info recommended,strict
networking info  crossObject
networking warning strict
networking info
networking warning recommended,strict
networking warning api-server,recommended,strict
networking info strict
networking info strict crossObject
references warning recommended,strict crossObject
references error recommended,strict
references info strict crossObject
references error recommended,strict crossObject
references warning recommended,strict
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
export const RULE_IDS = 'no-ambiguous-key=0 no-ambiguous-scalar=0 no-decimal-file-mode=0 no-duplicate-env=1 no-duplicate-key=2 no-duplicate-list-item=0 no-failed-kustomization=3 no-implausible-quantity=0 no-lost-text=0 no-merge-override=4 no-placeholder=5 no-policy-violation=3 no-stale-setting=0 no-unknown-field=2 no-unknown-kind=2 require-field=2 require-kind=2 require-storage-class=6 valid-access-review=2 valid-admission-expression=2 valid-admission-policy=2 valid-admission-policy-binding=2 valid-admission-rule=2 valid-affinity=2 valid-api-service=2 valid-certificate-signing-request=2 valid-chart=3 valid-cluster-trust-bundle=2 valid-config-map=2 valid-container=2 valid-container-port=2 valid-controller-revision=2 valid-cron-job=2 valid-csi-driver=2 valid-csi-node=2 valid-csi-storage-capacity=2 valid-custom-resource=2 valid-custom-resource-definition=2 valid-daemon-set=2 valid-deployment=2 valid-device-class=2 valid-device-configuration=2 valid-device-expression=2 valid-device-taint=2 valid-document-start=3 valid-endpoint-slice=2 valid-endpoints=2 valid-env-var=2 valid-event=2 valid-flow-schema=2 valid-horizontal-pod-autoscaler=2 valid-image-reference=3 valid-ingress=2 valid-ingress-class=2 valid-ip-address=2 valid-job=2 valid-job-spec=2 valid-kustomization=3 valid-label-selector=2 valid-lease=2 valid-lifecycle-hook=2 valid-limit-range=2 valid-metadata=2 valid-namespace=2 valid-network-policy=2 valid-node=2 valid-node-selector=2 valid-persistent-volume=2 valid-pod=2 valid-pod-annotation=2 valid-pod-certificate-request=2 valid-pod-disruption-budget=2 valid-pod-failure-policy=2 valid-pod-resource-claim=2 valid-pod-spec=2 valid-priority-class=2 valid-priority-level-configuration=2 valid-probe=2 valid-projected-volume=2 valid-replica-set=2 valid-replication-controller=2 valid-resource-claim=2 valid-resource-quota=2 valid-resource-slice=2 valid-resources=2 valid-role=2 valid-role-binding=2 valid-runtime-class=2 valid-secret=2 valid-security-context=2 valid-security-profile=2 valid-service=2 valid-service-account=2 valid-service-cidr=2 valid-stateful-set=2 valid-storage-class=2 valid-storage-source=2 valid-storage-version-migration=2 valid-success-policy=2 valid-token-review=2 valid-toleration=2 valid-topology-spread=2 valid-type=7 valid-validation-rule=2 valid-volume=2 valid-volume-attachment=2 valid-volume-attributes-class=2 valid-volume-claim=2 valid-volume-mount=2 valid-volume-snapshot=8 valid-webhook-configuration=2 valid-windows-options=2 valid-yaml=7 allowed-priority-class=9 no-blocking-disruption-budget=10 no-empty-autoscaler-range=11 no-end-of-life-image=11 no-endless-job-container=11 no-endless-workflow-retry=9 no-floating-image-tag=12 no-fragile-webhook=13 no-hard-topology-spread=14 no-identical-probes=14 no-ignored-task-failure=9 no-naked-pod=15 no-odd-schedule=11 no-pinned-node=12 no-pre-stop-beyond-grace=11 no-replicas-under-autoscaler=10 no-risky-rollout=9 no-short-starting-deadline=11 no-single-replica=16 no-single-replica-autoscaler=13 no-stale-pull-policy=12 no-static-pod-reference=17 no-suspended-job=13 no-undeclared-probe-port=11 no-utilization-without-request=10 no-volatile-selector-label=11 no-zero-replicas=16 require-anti-affinity=16 require-autoscaler=18 require-concurrency-policy=13 require-dns-option=14 require-image-digest=14 require-job-ttl=13 require-liveness-probe=13 require-node-affinity=14 require-pod-disruption-budget=16 require-pre-stop=18 require-priority-class=14 require-probe-timing=14 require-pull-always=14 require-pull-secret=18 require-readiness-probe=19 require-rolling-update=16 require-spread-selector=11 require-starting-deadline=13 require-topology-spread=14 require-unhealthy-eviction=13 allowed-access-mode=20 allowed-resource-range=20 no-cpu-limit=21 no-overcommitted-limit=21 require-cpu-limit=21 require-cpu-request=22 require-empty-dir-limit=23 require-ephemeral-storage=21 require-equal-request=21 require-limit-range-default=23 require-memory-limit=23 require-memory-request=22 require-quota-resource=23 require-sandbox-limit=22 allowed-capability=24 allowed-host-path=24 allowed-registry=25 no-added-capability=26 no-admission-control-role=27 no-annotation-injection=28 no-anonymous-binding=29 no-authenticated-binding=27 no-automounted-token=30 no-certificate-approval-role=27 no-cleartext-url=31 no-cluster-admin-binding=27 no-cluster-admin-user=27 no-config-map-changing-role=27 no-dangerous-capability=32 no-dashboard=27 no-data-access=31 no-debug-env=27 no-default-account-binding=27 no-default-account-token=27 no-default-service-account=33 no-default-workflow-account=25 no-escalating-role=29 no-event-deletion-role=27 no-exposed-admin-interface=33 no-full-control-role=29 no-git-sync-command=27 no-hardcoded-secret=34 no-host-alias=35 no-host-namespace=32 no-host-path=36 no-host-port=32 no-impersonating-role=27 no-implicit-registry=31 no-ineffective-permission=37 no-ingress-snippet=27 no-interactive-container=35 no-low-group-id=31 no-low-user-id=31 no-mount-propagation=27 no-network-changing-role=27 no-node-proxy-role=27 no-open-repository-prefix=27 no-open-sandbox-egress=27 no-persistent-volume-creation-role=27 no-personal-data-in-config-map=31 no-plain-password=27 no-pod-creation-role=27 no-pod-exec-role=27 no-pod-security-violation=38 no-port-forwarding-role=27 no-powerful-binding=39 no-privilege-escalation=40 no-privileged-container=41 no-privileged-port=31 no-privileged-scc=27 no-privileged-service-account=39 no-probe-host=36 no-proc-mount=32 no-restricted-volume=26 no-retired-registry=29 no-root-group=27 no-root-user=40 no-runtime-socket=28 no-secret-access-role=27 no-secret-as-env=31 no-secret-in-config-map=28 no-secret-in-env=28 no-selinux-option=32 no-sensitive-host-path=29 no-shared-service-account=42 no-skipped-tls-verification=27 no-ssh-port=27 no-sub-path=31 no-sudo=27 no-sysctl-injection=28 no-system-masters-binding=29 no-tiller=27 no-token-creation-role=27 no-unconfined-apparmor=32 no-unconfined-seccomp=32 no-unencrypted-storage-class=31 no-unsafe-sysctl=32 no-wildcard-role=27 no-windows-host-process=32 no-workload-deletion-role=25 no-writable-host-path=27 require-any-dropped-capability=31 require-apparmor-profile=31 require-dropped-capabilities=26 require-dropped-net-raw=25 require-fs-group=31 require-hardening=25 require-namespace-service-account=42 require-no-new-privileges=26 require-pod-security-label=27 require-read-only-root-filesystem=27 require-run-as-non-root=26 require-sandbox-runtime=27 require-seccomp-profile=26 require-security-context=31 require-user-namespace=31 require-windows-user=31 allowed-service-type=43 no-duplicate-listener=44 no-duplicate-port-name=45 no-exposed-workload=46 no-external-ip=47 no-lost-client-address=48 no-odd-external-name=49 no-open-network-policy=47 no-port-collision=50 no-port-number=46 no-unlisted-ingress-class=43 no-unlisted-tls-host=49 no-wildcard-host=51 require-default-deny=46 require-ingress-tls=47 require-network-policy=52 require-policy-selector=48 no-disruption-budget-without-pod=53 no-duplicate-application=53 no-duplicate-autoscaler=53 no-duplicate-kustomization-resource=54 no-duplicate-object=53 no-duplicate-route=53 no-duplicate-service-selector=55 no-missing-kustomization-file=54 no-missing-source-path=56 no-monitor-without-target=53 no-network-peer-without-pod=53 no-network-policy-without-pod=53 no-overlapping-disruption-budget=53 no-patch-without-target=54 no-second-default-class=53 no-service-without-pod=53 no-shared-selector=53 no-stateful-set-without-service=53 no-ungranted-reference=53 no-unknown-class=53 no-unknown-config-map=53 no-unknown-gateway=53 no-unknown-issuer=53 no-unknown-role=53 no-unknown-scale-target=53 no-unknown-secret=53 no-unknown-service=53 no-unknown-service-account=53 no-unknown-source-ref=56 no-unknown-target-port=56 no-unknown-volume-claim=53 no-unused-kustomization-entry=57 no-unused-object=58 no-deprecated-api=59 no-deprecated-kustomization-field=60 no-deprecated-node-label=59 no-deprecated-service-account=60 no-removed-api=61 no-upgrade-surprise=60 allowed-kind=62 allowed-name=63 forbidden-annotation=63 forbidden-field=63 forbidden-kind=62 no-crowded-pod=64 no-default-namespace=65 no-heavy-exec-probe=64 no-instance-label-mismatch=64 no-misplaced-argo-object=63 no-mixed-tiers=66 no-namespace-mix=67 no-server-field=65 no-system-namespace=68 no-todo-comment=64 no-unknown-chart-value=69 no-unused-chart-value=65 require-annotation=63 require-chart-icon=65 require-label=63 require-namespace=64 require-recommended-label=64 require-sorted-keys=64 required-field=63 valid-suppression=69'
