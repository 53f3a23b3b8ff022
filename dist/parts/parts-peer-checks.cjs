/*0303aaa7cfb7eda7*/(typeof module=="object"?part=>part(exports,require,module,__filename,__dirname):part=>part)((function(exports,require,module,__filename,__dirname){"use strict";var n=Object.defineProperty;var r=Object.getOwnPropertyDescriptor;var i=Object.getOwnPropertyNames;var l=Object.prototype.hasOwnProperty;var c=(t,e)=>{for(var o in e)n(t,o,{get:e[o],enumerable:!0})},d=(t,e,o,a)=>{if(e&&typeof e=="object"||typeof e=="function")for(let s of i(e))!l.call(t,s)&&s!==o&&n(t,s,{get:()=>e[s],enumerable:!(a=r(e,s))||a.enumerable});return t};var u=t=>d(n({},"__esModule",{value:!0}),t);var h={};c(h,{PEER_CHECKS:()=>p});module.exports=u(h);var p={"kube-linter":`access-to-create-pods				
access-to-secrets				
cluster-admin-role-binding				
dangling-horizontalpodautoscaler				
dangling-ingress				
dangling-networkpolicy				
dangling-networkpolicypeer-podselector		looks at the flags and files of control plane components		
dangling-service	*			
dangling-servicemonitor				
default-service-account				
deprecated-service-account-field	*			
dnsconfig-options				
docker-sock	*			
drop-net-raw-capability	*			
duplicate-env-var	*			
env-value-from				
env-var-secret	*			
exposed-services				
host-ipc	*			
host-network	*			
host-pid	*			
hpa-minimum-three-replicas				
invalid-target-ports	*			
job-ttl-seconds-after-finished	*			
latest-tag	*			
liveness-port	*			
minimum-three-replicas				
mismatching-selector	*			
no-anti-affinity	*			
no-extensions-v1beta	*			
no-liveness-probe				
no-node-affinity				
no-read-only-root-fs	*			
no-readiness-probe				
no-rolling-update-strategy				
non-existent-service-account	*			
non-isolated-pod				
pdb-max-unavailable	*			
pdb-min-available	*			
pdb-unhealthy-pod-eviction-policy	*			
priority-class-name				
privilege-escalation-container	*			
privileged-container	*			
privileged-ports				
read-secret-from-env-var				
readiness-port	*			
required-annotation-email				
required-label-owner				
restart-policy				
run-as-non-root	*			
scc-deny-privileged-container				
schema-validation				
sensitive-host-mounts	*			
sorted-keys				
ssh-port	*			
startup-port	*			
unsafe-proc-mount				
unsafe-sysctls	*			
unset-cpu-requirements	*			
unset-memory-requirements	*			
use-namespace				
wildcard-in-rules				
writable-host-mount				`,"kube-score":`container-cpu-requests-equal-limits			Makes sure that all pods have the same CPU requests as limits set.	
container-ephemeral-storage-request-and-limit	*		Makes sure all pods have ephemeral-storage requests and limits set	
container-ephemeral-storage-request-equals-limit			Make sure all pods have matching ephemeral-storage requests and limits	
container-image-pull-policy	*		Makes sure that the pullPolicy is set to Always. This makes sure that imagePullSecrets are always validated.	
container-image-tag	*		Makes sure that a explicit non-latest tag is used	
container-memory-requests-equal-limits			Makes sure that all pods have the same memory requests as limits set.	
container-ports-check			Container Ports Checks	
container-resource-requests-equal-limits			Makes sure that all pods have the same requests as limits on resources set.	
container-resources	*	looks at the flags and files of control plane components	Makes sure that all pods have resource limits and requests set. The --ignore-container-cpu-limit flag can be used to disable the requirement of having a CPU limit	
container-seccomp-profile			Makes sure that all pods have at a seccomp policy configured.	
container-security-context-privileged	*		Makes sure that all pods have a unprivileged security context set	
container-security-context-readonlyrootfilesystem	*		Makes sure that all pods have a security context with read only filesystem set	
container-security-context-user-group-id	*		Makes sure that all pods have a security context with valid UID and GID set	
cronjob-has-deadline	*		Makes sure that all CronJobs has a configured deadline	
cronjob-restartpolicy	*		Makes sure CronJobs have a valid RestartPolicy	
deployment-has-host-podantiaffinity	*		Makes sure that a podAntiAffinity has been set that prevents multiple pods from being scheduled on the same node. https://kubernetes.io/docs/concepts/configuration/assign-pod-node/	
deployment-has-poddisruptionbudget	*		Makes sure that all Deployments are targeted by a PDB	
deployment-pod-selector-labels-match-template-metadata-labels	*		Ensure the StatefulSet selector labels match the template metadata labels.	
deployment-replicas	*		Makes sure that Deployment has multiple replicas	
deployment-strategy	*		Makes sure that all Deployments targeted by service use RollingUpdate strategy	
deployment-targeted-by-hpa-does-not-have-replicas-configured	*		Makes sure that Deployments using a HorizontalPodAutoscaler doesn't have a statically configured replica count set	
environment-variable-key-duplication	*		Makes sure that duplicated environment variable keys are not duplicated	
horizontalpodautoscaler-has-target	*		Makes sure that the HPA targets a valid object	
horizontalpodautoscaler-replicas	*		Makes sure that the HPA has multiple replicas	
ingress-targets-service	*		Makes sure that the Ingress targets a Service	
label-values	*		Validates label values	
networkpolicy-targets-pod	*		Makes sure that all NetworkPolicies targets at least one Pod	
pod-networkpolicy	*		Makes sure that all Pods are targeted by a NetworkPolicy	
pod-probes	*		Makes sure that all Pods have safe probe configurations	
pod-probes-identical	*		Container has the same readiness and liveness probe	
pod-topology-spread-constraints	*		Pod Topology Spread Constraints	
poddisruptionbudget-has-policy	*		Makes sure that PodDisruptionBudgets specify minAvailable or maxUnavailable	
service-targets-pod	*		Makes sure that all Services targets a Pod	
service-type	*		Makes sure that the Service type is not NodePort	
stable-version	*		Checks if the object is using a deprecated apiVersion	
statefulset-has-host-podantiaffinity	*		Makes sure that a podAntiAffinity has been set that prevents multiple pods from being scheduled on the same node. https://kubernetes.io/docs/concepts/configuration/assign-pod-node/	
statefulset-has-poddisruptionbudget	*		Makes sure that all StatefulSets are targeted by a PDB	
statefulset-has-servicename	*		Makes sure that StatefulSets have an existing headless serviceName.	
statefulset-pod-selector-labels-match-template-metadata-labels	*		Ensure the StatefulSet selector labels match the template metadata labels.	`,polaris:`automountServiceAccountToken	*		The ServiceAccount will be automounted	
clusterrolebindingClusterAdmin	*		The ClusterRoleBinding references the default cluster-admin ClusterRole or one with wildcard permissions	
clusterrolebindingPodExecAttach	*		The ClusterRoleBinding references a ClusterRole that allows Pods/exec, allows pods/attach, or that does not exist	
clusterrolePodExecAttach	*		The ClusterRole allows Pods/exec or pods/attach	
cpuLimitsMissing	*		CPU limits should be set	
cpuRequestsMissing	*		CPU requests should be set	
dangerousCapabilities	*		Container should not have dangerous capabilities	
deploymentMissingReplicas	*		Only one replica is scheduled	
hostIPCSet	*		Host IPC should not be configured	
hostNetworkSet	*		Host network should not be configured	
hostPathSet	*		HostPath volumes must be forbidden	
hostPIDSet	*		Host PID should not be configured	
hostPortSet	*		Host port should not be configured	
hostProcess	*		Privileged access to the host is disallowed	
hpaMaxAvailability	*		HPA maxReplicas and minReplicas should be different	
hpaMinAvailability	*		HPA minReplicas should be 2 or more	
insecureCapabilities	*		Container should not have insecure capabilities	
linuxHardening	*			
livenessProbeMissing	*		Liveness probe should be configured	
memoryLimitsMissing	*		Memory limits should be set	
memoryRequestsMissing	*		Memory requests should be set	
metadataAndInstanceMismatched	*		Label app.kubernetes.io/instance must match metadata.name	
missingNetworkPolicy	*		A NetworkPolicy should match pod labels and contain applied egress and ingress rules	
missingPodDisruptionBudget	*		Should have a PodDisruptionBudget	
notReadOnlyRootFilesystem	*		Filesystem should be read only	
pdbDisruptionsIsZero	*		Voluntary evictions are not possible	
pdbMinAvailableGreaterThanHPAMinReplicas	*		PDB minAvailable is greater than HPA minReplicas	
priorityClassNotSet	*		Priority class should be set	
privilegeEscalationAllowed	*		Privilege escalation should not be allowed	
procMount	*		Proc mount must not be changed from the default	
pullPolicyNotAlways	*		Image pull policy should be "Always	
readinessProbeMissing	*		Readiness probe should be configured	
rolebindingClusterAdminClusterRole	*		The RoleBinding references the default cluster-admin ClusterRole or one with wildcard permissions	
rolebindingClusterAdminRole	*		The RoleBinding references a Role with wildcard permissions	
rolebindingClusterRolePodExecAttach	*		The RoleBinding references a ClusterRole that allows Pods/exec, allows pods/attach, or that does not exist	
rolebindingRolePodExecAttach	*		The RoleBinding references a Role that allows Pods/exec, allows pods/attach, or that does not exist	
rolePodExecAttach	*		The Role allows Pods/exec or pods/attach	
runAsPrivileged	*		Should not be running as privileged	
runAsRootAllowed	*		Should not be allowed to run as root	
sensitiveConfigmapContent	*		Potentially sensitive content is detected in the ConfigMap keys or values	
sensitiveContainerEnvVar	*		The container sets potentially sensitive environment variables	
tagNotSpecified	*		Image tag should be specified	
tlsSettingsMissing	*		Ingress does not have TLS configured	
topologySpreadConstraint	*		Pod should be configured with a valid topology spread constraint	`,trivy:`KCV-0001	*	looks at the flags and files of control plane components	Ensure that the --anonymous-auth argument is set to false	
KCV-0002	*	looks at the flags and files of control plane components	Ensure that the --token-auth-file parameter is not set	
KCV-0003	*	looks at the flags and files of control plane components	Ensure that the --DenyServiceExternalIPs is not set	
KCV-0004	*	looks at the flags and files of control plane components	Ensure that the --kubelet-https argument is set to true	
KCV-0005	*	looks at the flags and files of control plane components	Ensure that the --kubelet-client-certificate and --kubelet-client-key arguments are set as appropriate	
KCV-0006	*	looks at the flags and files of control plane components	Ensure that the --kubelet-certificate-authority argument is set as appropriate	
KCV-0007	*	looks at the flags and files of control plane components	Ensure that the --authorization-mode argument is not set to AlwaysAllow	
KCV-0008	*	looks at the flags and files of control plane components	Ensure that the --authorization-mode argument includes Node	
KCV-0009	*	looks at the flags and files of control plane components	Ensure that the --authorization-mode argument includes RBAC	
KCV-0010	*	looks at the flags and files of control plane components	Ensure that the admission control plugin EventRateLimit is set	
KCV-0011	*	looks at the flags and files of control plane components	Ensure that the admission control plugin AlwaysAdmit is not set	
KCV-0012	*	looks at the flags and files of control plane components	Ensure that the admission control plugin AlwaysPullImages is set	
KCV-0013	*	looks at the flags and files of control plane components	Ensure that the admission control plugin SecurityContextDeny is set if PodSecurityPolicy is not used	
KCV-0014	*	looks at the flags and files of control plane components	Ensure that the admission control plugin ServiceAccount is set	
KCV-0015	*	looks at the flags and files of control plane components	Ensure that the admission control plugin NamespaceLifecycle is set	
KCV-0016	*	looks at the flags and files of control plane components	Ensure that the admission control plugin NodeRestriction is set	
KCV-0017	*	looks at the flags and files of control plane components	Ensure that the --secure-port argument is not set to 0	
KCV-0018	*	looks at the flags and files of control plane components	Ensure that the --profiling argument is set to false	
KCV-0019	*	looks at the flags and files of control plane components	Ensure that the --audit-log-path argument is set	
KCV-0020	*	looks at the flags and files of control plane components	Ensure that the --audit-log-maxage argument is set to 30 or as appropriate	
KCV-0021	*	looks at the flags and files of control plane components	Ensure that the --audit-log-maxbackup argument is set to 10 or as appropriate	
KCV-0022	*	looks at the flags and files of control plane components	Ensure that the --audit-log-maxsize argument is set to 100 or as appropriate	
KCV-0024	*	looks at the flags and files of control plane components	Ensure that the --service-account-lookup argument is set to true	
KCV-0025	*	looks at the flags and files of control plane components	Ensure that the --service-account-key-file argument is set as appropriate	
KCV-0026	*	looks at the flags and files of control plane components	Ensure that the --etcd-certfile and --etcd-keyfile arguments are set as appropriate	
KCV-0027	*	looks at the flags and files of control plane components	Ensure that the --tls-cert-file and --tls-private-key-file arguments are set as appropriate	
KCV-0028	*	looks at the flags and files of control plane components	Ensure that the --client-ca-file argument is set as appropriate	
KCV-0029	*	looks at the flags and files of control plane components	Ensure that the --etcd-cafile argument is set as appropriate	
KCV-0030	*	looks at the flags and files of control plane components	Ensure that the --encryption-provider-config argument is set as appropriate	
KCV-0033	*	looks at the flags and files of control plane components	Ensure that the --terminated-pod-gc-threshold argument is set as appropriate	
KCV-0034	*	looks at the flags and files of control plane components	Ensure that the --profiling argument is set to false	
KCV-0035	*	looks at the flags and files of control plane components	Ensure that the --use-service-account-credentials argument is set to true	
KCV-0036	*	looks at the flags and files of control plane components	Ensure that the --service-account-private-key-file argument is set as appropriate	
KCV-0037	*	looks at the flags and files of control plane components	Ensure that the --root-ca-file argument is set as appropriate	
KCV-0038	*	looks at the flags and files of control plane components	Ensure that the RotateKubeletServerCertificate argument is set to true	
KCV-0039	*	looks at the flags and files of control plane components	Ensure that the --bind-address argument is set to 127.0.0.1	
KCV-0040	*	looks at the flags and files of control plane components	Ensure that the --profiling argument is set to false	
KCV-0041	*	looks at the flags and files of control plane components	Ensure that the --bind-address argument is set to 127.0.0.1	
KCV-0042	*	looks at the flags and files of control plane components	Ensure that the --cert-file and --key-file arguments are set as appropriate	
KCV-0043	*	looks at the flags and files of control plane components	Ensure that the --client-cert-auth argument is set to true	
KCV-0044	*	looks at the flags and files of control plane components	Ensure that the --auto-tls argument is not set to true	
KCV-0045	*	looks at the flags and files of control plane components	Ensure that the --peer-cert-file and --peer-key-file arguments are set as appropriate	
KCV-0046	*	looks at the flags and files of control plane components	Ensure that the --peer-client-cert-auth argument is set to true	
KCV-0047	*	looks at the flags and files of control plane components	Ensure that the --peer-auto-tls argument is not set to true	
KCV-0048	*	looks at the flags and files of control plane components	Ensure that the API server pod specification file permissions are set to 600 or more restrictive	
KCV-0049	*	looks at the flags and files of control plane components	Ensure that the API server pod specification file ownership is set to root:root	
KCV-0050	*	looks at the flags and files of control plane components	Ensure that the controller manager pod specification file permissions are set to 600 or more restrictive	
KCV-0051	*	looks at the flags and files of control plane components	Ensure that the controller manager pod specification file ownership is set to root:root	
KCV-0052	*	looks at the flags and files of control plane components	Ensure that the scheduler pod specification file permissions are set to 600 or more restrictive	
KCV-0053	*	looks at the flags and files of control plane components	Ensure that the scheduler pod specification file ownership is set to root:root	
KCV-0054	*	looks at the flags and files of control plane components	Ensure that the etcd pod specification file permissions are set to 600 or more restrictive	
KCV-0055	*	looks at the flags and files of control plane components	Ensure that the etcd pod specification file ownership is set to root:root	
KCV-0056	*	looks at the flags and files of control plane components	Ensure that the container network interface file permissions are set to 600 or more restrictive	
KCV-0057	*	looks at the flags and files of control plane components	Ensure that the container network interface file ownership is set to root:root	
KCV-0058	*	looks at the flags and files of control plane components	Ensure that the etcd data directory permissions are set to 700 or more restrictive	
KCV-0059	*	looks at the flags and files of control plane components	Ensure that the etcd data directory ownership is set to etcd:etcd	
KCV-0060	*	looks at the flags and files of control plane components	Ensure that the admin config file permissions are set to 600 or more restrictive	
KCV-0061	*	looks at the flags and files of control plane components	Ensure that the admin config file ownership is set to root:root	
KCV-0062	*	looks at the flags and files of control plane components	Ensure that the scheduler config file permissions are set to 600 or more restrictive	
KCV-0063	*	looks at the flags and files of control plane components	Ensure that the scheduler config file ownership is set to root:root	
KCV-0064	*	looks at the flags and files of control plane components	Ensure that the controller-manager config file permissions are set to 600 or more restrictive	
KCV-0065	*	looks at the flags and files of control plane components	Ensure that the controller-manager config file ownership is set to root:root	
KCV-0066	*	looks at the flags and files of control plane components	Ensure that the Kubernetes PKI directory and file file ownership is set to root:root	
KCV-0067	*	looks at the flags and files of control plane components	Ensure that the Kubernetes PKI key file permission is set to 600	
KCV-0068	*	looks at the flags and files of control plane components	Ensure that the Kubernetes PKI certificate file permission is set to 600	
KCV-0069	*	looks at the flags and files of control plane components	Ensure that the kubelet service file permissions are set to 600 or more restrictive	
KCV-0070	*	looks at the flags and files of control plane components	Ensure that the kubelet service file ownership is set to root:root	
KCV-0071	*	looks at the flags and files of control plane components	If proxy kubeconfig file exists ensure permissions are set to 600 or more restrictive	
KCV-0072	*	looks at the flags and files of control plane components	if proxy kubeconfig file exists ensure ownership is set to root:root	
KCV-0073	*	looks at the flags and files of control plane components	Ensure that the --kubeconfig kubelet.conf file permissions are set to 600 or more restrictive	
KCV-0074	*	looks at the flags and files of control plane components	Ensure that the --kubeconfig kubelet.conf file ownership is set to root:root	
KCV-0075	*	looks at the flags and files of control plane components	Ensure that the certificate authorities file permissions are set to 600 or more restrictive	
KCV-0076	*	looks at the flags and files of control plane components	Ensure that the client certificate authorities file ownership is set to root:root	
KCV-0077	*	looks at the flags and files of control plane components	If the kubelet config.yaml configuration file is being used validate permissions set to 600 or more restrictive	
KCV-0078	*	looks at the flags and files of control plane components	If the kubelet config.yaml configuration file is being used validate file ownership is set to root:root	
KCV-0079	*	looks at the flags and files of control plane components	Ensure that the --anonymous-auth argument is set to false	
KCV-0080	*	looks at the flags and files of control plane components	Ensure that the --authorization-mode argument is not set to AlwaysAllow	
KCV-0081	*	looks at the flags and files of control plane components	Ensure that the --client-ca-file argument is set as appropriate	
KCV-0082	*	looks at the flags and files of control plane components	Verify that the --read-only-port argument is set to 0	
KCV-0083	*	looks at the flags and files of control plane components	Ensure that the --protect-kernel-defaults is set to true	
KCV-0084	*	looks at the flags and files of control plane components	Ensure that the --make-iptables-util-chains argument is set to true	
KCV-0085	*	looks at the flags and files of control plane components	Ensure that the --streaming-connection-idle-timeout argument is not set to 0	
KCV-0086	*	looks at the flags and files of control plane components	Ensure that the --hostname-override argument is not set	
KCV-0087	*	looks at the flags and files of control plane components	Ensure that the --event-qps argument is set to 0 or a level which ensures appropriate event capture	
KCV-0088	*	looks at the flags and files of control plane components	Ensure that the --tls-cert-file argument are set as appropriate	
KCV-0089	*	looks at the flags and files of control plane components	Ensure that the --tls-key-file argument are set as appropriate	
KCV-0090	*	looks at the flags and files of control plane components	Ensure that the --rotate-certificates argument is not set to false	
KCV-0091	*	looks at the flags and files of control plane components	Verify that the RotateKubeletServerCertificate argument is set to true	
KCV-0092	*	looks at the flags and files of control plane components	Ensure that the Kubelet only makes use of Strong Cryptographic Ciphers	
KCV-0093	*	looks at the flags and files of control plane components	Ensure ingress-nginx annotations are secure	
KSV-0001	*		Can elevate its own privileges	
KSV-0002	*		Runtime/Default AppArmor profile not set	
KSV-0003	*		Default capabilities: some containers do not drop all	
KSV-0004	*		Default capabilities: some containers do not drop any	
KSV-0005	*		SYS_ADMIN capability added	
KSV-0006	*		hostPath volume mounted with docker.sock	
KSV-0007	*		Manages /etc/hosts	
KSV-0008	*		Access to host IPC namespace	
KSV-0009	*		Access to host network	
KSV-0010	*		Access to host PID	
KSV-0011	*		CPU not limited	
KSV-0012	*		Runs as root user	
KSV-0013	*		Image tag \\":latest\\" used	
KSV-0014	*		Root file system is not read-only	
KSV-0015	*		CPU requests not specified	
KSV-0016	*		Memory requests not specified	
KSV-0017	*		Privileged	
KSV-0018	*		Memory not limited	
KSV-0020	*		Runs with UID <= 10000	
KSV-0021	*		Runs with GID <= 10000	
KSV-0022	*		Specific capabilities added	
KSV-0023	*		hostPath volumes mounted	
KSV-0024	*		Access to host ports	
KSV-0025	*		SELinux custom options set	
KSV-0026	*		Unsafe sysctl options set	
KSV-0027	*		Non-default /proc masks set	
KSV-0028	*		Non-core volume types used.	
KSV-0030	*		Runtime/Default Seccomp profile not set	
KSV-0036	*		Protecting Pod service account tokens	
KSV-0037	*		User resources should not be placed in kube-system namespace	
KSV-0038	*		Selector usage in network policies	
KSV-0039	*		limit range usage	
KSV-0040	*		resource quota usage	
KSV-0041	*		Manage secrets	
KSV-0042	*		Delete pod logs	
KSV-0043	*		Do not allow impersonation of privileged groups	
KSV-0044	*		No wildcard verb and resource roles	
KSV-0045	*		No wildcard verb roles	
KSV-0046	*		Manage all resources	
KSV-0047	*		Do not allow privilege escalation from node proxy	
KSV-0048	*		Manage Kubernetes workloads and pods	
KSV-0049	*		Manage configmaps	
KSV-0050	*		Do not allow privilege escalation via RBAC resources	
KSV-0051	*		Do not allow role binding creation and association with privileged role/clusterrole	
KSV-0052	*		Do not allow role to create ClusterRoleBindings and association with privileged role	
KSV-0053	*		Exec into Pods	
KSV-0054	*		Do not allow attaching to shell on pods	
KSV-0055	*		Do not allow users in a rolebinding to add other users to their rolebindings	
KSV-0056	*		Manage Kubernetes networking	
KSV-0102	*		Tiller Is Deployed	
KSV-0103	*		Access to host process	
KSV-0104	*		Seccomp policies disabled	
KSV-0105	*		Containers must not set runAsUser to 0	
KSV-0106	*		Container capabilities must only include NET_BIND_SERVICE	
KSV-0107	*		The deprecated 'apiVersion' and 'kind' should not be used	
KSV-0108	*		Service with External IP	
KSV-0109	*		ConfigMap with secrets	
KSV-0110	*		Workloads in the default namespace	
KSV-0111	*		User with admin access	
KSV-0112	*		Manage all resources at the namespace	
KSV-0113	*		Manage namespace secrets	
KSV-0114	*		Manage webhookconfigurations	
KSV-0115	*	looks at the account of a cloud	Manage EKS IAM Auth ConfigMap	
KSV-0116	*		Runs with a root primary or supplementary GID	
KSV-0117	*		Prevent binding to privileged ports	
KSV-0118	*		Default security context configured	
KSV-0119	*		NET_RAW capability added	
KSV-0120	*		SYS_MODULE capability added	
KSV-0121	*		Kubernetes resource with disallowed volumes mounted	
KSV-0122	*		Anonymous user access binding	
KSV-0123	*		system:masters group access binding	
KSV-0124	*		Gatekeeper repo reference is ambiguously open-ended	
KSV-0125	*		Restrict container images to trusted registries	
KSV-01010	*		ConfigMap with sensitive content	
KSV-01011	*		system:authenticate group access binding	`,checkov:`CKV_K8S_1	*	is about PodSecurityPolicy, which is gone	Do not admit containers wishing to share the host process ID namespace	
CKV_K8S_2	*	is about PodSecurityPolicy, which is gone	Do not admit privileged containers	
CKV_K8S_3	*	is about PodSecurityPolicy, which is gone	Do not admit containers wishing to share the host IPC namespace	
CKV_K8S_4	*	is about PodSecurityPolicy, which is gone	Do not admit containers wishing to share the host network namespace	
CKV_K8S_5	*	is about PodSecurityPolicy, which is gone	Containers should not run with allowPrivilegeEscalation	
CKV_K8S_6	*	is about PodSecurityPolicy, which is gone	Do not admit root containers	
CKV_K8S_7	*	is about PodSecurityPolicy, which is gone	Do not admit containers with the NET_RAW capability	
CKV_K8S_8	*		Liveness Probe Should be Configured	
CKV_K8S_9	*		Readiness Probe Should be Configured	
CKV_K8S_10	*		CPU requests should be set	
CKV_K8S_11	*		CPU limits should be set	
CKV_K8S_12	*		Memory requests should be set	
CKV_K8S_13	*		Memory limits should be set	
CKV_K8S_14	*		Image Tag should be fixed - not latest or blank	
CKV_K8S_15	*		Image Pull Policy should be Always	
CKV_K8S_16	*		Container should not be privileged	
CKV_K8S_17	*		Containers should not share the host process ID namespace	
CKV_K8S_18	*		Containers should not share the host IPC namespace	
CKV_K8S_19	*		Containers should not share the host network namespace	
CKV_K8S_20	*		Containers should not run with allowPrivilegeEscalation	
CKV_K8S_21	*		The default namespace should not be used	
CKV_K8S_22	*		Use read-only filesystem for containers where possible	
CKV_K8S_23	*		Minimize the admission of root containers	
CKV_K8S_24	*	is about PodSecurityPolicy, which is gone	Do not allow containers with added capability	
CKV_K8S_25	*		Minimize the admission of containers with added capability	
CKV_K8S_26	*		Do not specify hostPort unless absolutely necessary	
CKV_K8S_27	*		Do not expose the docker daemon socket to containers	
CKV_K8S_28	*		Minimize the admission of containers with the NET_RAW capability	
CKV_K8S_29	*		Apply security context to your pods and containers	
CKV_K8S_30	*		Apply security context to your containers	
CKV_K8S_31	*		Ensure that the seccomp profile is set to docker/default or runtime/default	
CKV_K8S_32	*	is about PodSecurityPolicy, which is gone	Ensure default seccomp profile set to docker/default or runtime/default	
CKV_K8S_33	*		Ensure the Kubernetes dashboard is not deployed	
CKV_K8S_34	*		Ensure that Tiller (Helm v2) is not deployed	
CKV_K8S_35	*		Prefer using secrets as files over secrets as environment variables	
CKV_K8S_36	*	needs the image itself, or a registry	Minimize the admission of containers with capabilities assigned	
CKV_K8S_37	*	needs the image itself, or a registry	Minimize the admission of containers with capabilities assigned	
CKV_K8S_38	*		Ensure that Service Account Tokens are only mounted where necessary	
CKV_K8S_39	*		Do not use the CAP_SYS_ADMIN linux capability	
CKV_K8S_40	*		Containers should run as a high UID to avoid host conflict	
CKV_K8S_41	*		Ensure that default service accounts are not actively used	
CKV_K8S_42	*		Ensure that default service accounts are not actively used	
CKV_K8S_43	*		Image should use digest	
CKV_K8S_44	*		Ensure that the Tiller Service (Helm v2) is deleted	
CKV_K8S_45	*		Ensure the Tiller Deployment (Helm V2) is not accessible from within the cluster	
CKV_K8S_49	*		Minimize wildcard use in Roles and ClusterRoles	
CKV_K8S_68	*	looks at the flags and files of control plane components	Ensure that the --anonymous-auth argument is set to false	
CKV_K8S_69	*	looks at the flags and files of control plane components	Ensure that the --basic-auth-file argument is not set	
CKV_K8S_70	*	looks at the flags and files of control plane components	Ensure that the --token-auth-file argument is not set	
CKV_K8S_71	*	looks at the flags and files of control plane components	Ensure that the --kubelet-https argument is set to true	
CKV_K8S_72	*	looks at the flags and files of control plane components	Ensure that the --kubelet-client-certificate and --kubelet-client-key arguments are set as appropriate	
CKV_K8S_73	*	looks at the flags and files of control plane components	Ensure that the --kubelet-certificate-authority argument is set as appropriate	
CKV_K8S_74	*	looks at the flags and files of control plane components	Ensure that the --authorization-mode argument is not set to AlwaysAllow	
CKV_K8S_75	*	looks at the flags and files of control plane components	Ensure that the --authorization-mode argument includes Node	
CKV_K8S_77	*	looks at the flags and files of control plane components	Ensure that the --authorization-mode argument includes RBAC	
CKV_K8S_78	*	looks at the flags and files of control plane components	Ensure that the admission control plugin EventRateLimit is set	
CKV_K8S_79	*	looks at the flags and files of control plane components	Ensure that the admission control plugin AlwaysAdmit is not set	
CKV_K8S_80	*	looks at the flags and files of control plane components	Ensure that the admission control plugin AlwaysPullImages is set	
CKV_K8S_81	*	looks at the flags and files of control plane components	Ensure that the admission control plugin SecurityContextDeny is set if PodSecurityPolicy is not used	
CKV_K8S_82	*	looks at the flags and files of control plane components	Ensure that the admission control plugin ServiceAccount is set	
CKV_K8S_83	*	looks at the flags and files of control plane components	Ensure that the admission control plugin NamespaceLifecycle is set	
CKV_K8S_84	*	looks at the flags and files of control plane components	Ensure that the admission control plugin PodSecurityPolicy is set	
CKV_K8S_85	*	looks at the flags and files of control plane components	Ensure that the admission control plugin NodeRestriction is set	
CKV_K8S_86	*	looks at the flags and files of control plane components	Ensure that the --insecure-bind-address argument is not set	
CKV_K8S_88	*	looks at the flags and files of control plane components	Ensure that the --insecure-port argument is set to 0	
CKV_K8S_89	*	looks at the flags and files of control plane components	Ensure that the --secure-port argument is not set to 0	
CKV_K8S_90	*	looks at the flags and files of control plane components	Ensure that the --profiling argument is set to false	
CKV_K8S_91	*	looks at the flags and files of control plane components	Ensure that the --audit-log-path argument is set	
CKV_K8S_92	*	looks at the flags and files of control plane components	Ensure that the --audit-log-maxage argument is set to 30 or as appropriate	
CKV_K8S_93	*	looks at the flags and files of control plane components	Ensure that the --audit-log-maxbackup argument is set to 10 or as appropriate	
CKV_K8S_94	*	looks at the flags and files of control plane components	Ensure that the --audit-log-maxsize argument is set to 100 or as appropriate	
CKV_K8S_95	*	looks at the flags and files of control plane components	Ensure that the --request-timeout argument is set as appropriate	
CKV_K8S_96	*	looks at the flags and files of control plane components	Ensure that the --service-account-lookup argument is set to true	
CKV_K8S_97	*	looks at the flags and files of control plane components	Ensure that the --service-account-key-file argument is set as appropriate	
CKV_K8S_99	*	looks at the flags and files of control plane components	Ensure that the --etcd-certfile and --etcd-keyfile arguments are set as appropriate	
CKV_K8S_100	*	looks at the flags and files of control plane components	Ensure that the --tls-cert-file and --tls-private-key-file arguments are set as appropriate	
CKV_K8S_102	*	looks at the flags and files of control plane components	Ensure that the --etcd-cafile argument is set as appropriate	
CKV_K8S_104	*	looks at the flags and files of control plane components	Ensure that encryption providers are appropriately configured	
CKV_K8S_105	*	looks at the flags and files of control plane components	Ensure that the API Server only makes use of Strong Cryptographic Ciphers	
CKV_K8S_106	*	looks at the flags and files of control plane components	Ensure that the --terminated-pod-gc-threshold argument is set as appropriate	
CKV_K8S_107	*	looks at the flags and files of control plane components	Ensure that the --profiling argument is set to false	
CKV_K8S_108	*	looks at the flags and files of control plane components	Ensure that the --use-service-account-credentials argument is set to true	
CKV_K8S_110	*	looks at the flags and files of control plane components	Ensure that the --service-account-private-key-file argument is set as appropriate	
CKV_K8S_111	*	looks at the flags and files of control plane components	Ensure that the --root-ca-file argument is set as appropriate	
CKV_K8S_112	*	looks at the flags and files of control plane components	Ensure that the RotateKubeletServerCertificate argument is set to true	
CKV_K8S_113	*	looks at the flags and files of control plane components	Ensure that the --bind-address argument is set to 127.0.0.1	
CKV_K8S_114	*	looks at the flags and files of control plane components	Ensure that the --profiling argument is set to false	
CKV_K8S_115	*	looks at the flags and files of control plane components	Ensure that the --bind-address argument is set to 127.0.0.1	
CKV_K8S_116	*	looks at the flags and files of control plane components	Ensure that the --cert-file and --key-file arguments are set as appropriate	
CKV_K8S_117	*	looks at the flags and files of control plane components	Ensure that the --client-cert-auth argument is set to true	
CKV_K8S_118	*	looks at the flags and files of control plane components	Ensure that the --auto-tls argument is not set to true	
CKV_K8S_119	*	looks at the flags and files of control plane components	Ensure that the --peer-cert-file and --peer-key-file arguments are set as appropriate	
CKV_K8S_121	*	looks at the flags and files of control plane components	Ensure that the --peer-client-cert-auth argument is set to true	
CKV_K8S_138	*	looks at the flags and files of control plane components	Ensure that the --anonymous-auth argument is set to false	
CKV_K8S_139	*	looks at the flags and files of control plane components	Ensure that the --authorization-mode argument is not set to AlwaysAllow	
CKV_K8S_140	*	looks at the flags and files of control plane components	Ensure that the --client-ca-file argument is set as appropriate	
CKV_K8S_141	*	looks at the flags and files of control plane components	Ensure that the --read-only-port argument is set to 0	
CKV_K8S_143	*	looks at the flags and files of control plane components	Ensure that the --streaming-connection-idle-timeout argument is not set to 0	
CKV_K8S_144	*	looks at the flags and files of control plane components	Ensure that the --protect-kernel-defaults argument is set to true	
CKV_K8S_145	*	looks at the flags and files of control plane components	Ensure that the --make-iptables-util-chains argument is set to true	
CKV_K8S_146	*	looks at the flags and files of control plane components	Ensure that the --hostname-override argument is not set	
CKV_K8S_147	*	looks at the flags and files of control plane components	Ensure that the --event-qps argument is set to 0 or a level which ensures appropriate event capture	
CKV_K8S_148	*	looks at the flags and files of control plane components	Ensure that the --tls-cert-file and --tls-private-key-file arguments are set as appropriate	
CKV_K8S_149	*	looks at the flags and files of control plane components	Ensure that the --rotate-certificates argument is not set to false	
CKV_K8S_151	*	looks at the flags and files of control plane components	Ensure that the Kubelet only makes use of Strong Cryptographic Ciphers	
CKV_K8S_152	*	needs to know what runs in the cluster	Prevent NGINX Ingress annotation snippets which contain LUA code execution. See CVE-2021-25742	
CKV_K8S_153	*	needs to know what runs in the cluster	Prevent All NGINX Ingress annotation snippets. See CVE-2021-25742	
CKV_K8S_154	*	needs to know what runs in the cluster	Prevent NGINX Ingress annotation snippets which contain alias statements See CVE-2021-25742	
CKV_K8S_155	*		Minimize ClusterRoles that grant control over validating or mutating admission webhook configurations	
CKV_K8S_156	*		Minimize ClusterRoles that grant permissions to approve CertificateSigningRequests	
CKV_K8S_157	*		Minimize Roles and ClusterRoles that grant permissions to bind RoleBindings or ClusterRoleBindings	
CKV_K8S_158	*		Minimize Roles and ClusterRoles that grant permissions to escalate Roles or ClusterRoles	
CKV_K8S_159	*		Limit the use of git-sync to prevent code injection	
CKV2_K8S_1	*		RoleBinding should not allow privilege escalation to a ServiceAccount or Node on other RoleBinding	
CKV2_K8S_2	*		Granting \`create\` permissions to \`nodes/proxy\` or \`pods/exec\` sub resources allows potential privilege escalation	
CKV2_K8S_3	*		No ServiceAccount/Node should have \`impersonate\` permissions for groups/users/service-accounts	
CKV2_K8S_4	*		ServiceAccounts and nodes that can modify services/status may set the \`status.loadBalancer.ingress.ip\` field to exploit	
CKV2_K8S_5	*		No ServiceAccount/Node should be able to read all secrets	
CKV2_K8S_6	*		Minimize the admission of pods which lack an associated NetworkPolicy	`,kubescape:`C-0001			Forbidden Container Registries	
C-0002	*		Prevent containers from allowing command execution	
C-0004			Resources memory limit and request	
C-0005	*	looks at the flags and files of control plane components	API server insecure port is enabled	
C-0007	*		Roles with delete capabilities	
C-0009			Resource limits	
C-0012	*		Applications credentials in configuration files	
C-0013	*		Non-root containers	
C-0014	*		Access Kubernetes dashboard	
C-0015	*		List Kubernetes secrets	
C-0016	*		Allow privilege escalation	
C-0017	*		Immutable container filesystem	
C-0018			Configured readiness probe	
C-0020	*		Mount service principal	
C-0021	*	needs a cluster	Exposed sensitive interfaces	
C-0026	*	needs a cluster	Kubernetes CronJob	
C-0030	*		Ingress and Egress blocked	
C-0031	*		Delete Kubernetes events	
C-0034	*		Automatic mapping of service account	
C-0035	*		Administrative Roles	
C-0036	*	needs a cluster	Validate admission controller (validating)	
C-0037	*		CoreDNS poisoning	
C-0038	*		Host PID/IPC privileges	
C-0039	*	needs a cluster	Validate admission controller (mutating)	
C-0041	*		HostNetwork access	
C-0042	*		SSH server running inside container	
C-0044	*		Container hostPort	
C-0045	*		Writable hostPath mount	
C-0046	*		Insecure capabilities	
C-0048	*		HostPath mount	
C-0049			Network mapping	
C-0050			Resources CPU limit and request	
C-0052	*	needs a cluster	Instance Metadata API	
C-0053	*		Access container service account	
C-0054	*		Cluster internal networking	
C-0055	*		Linux hardening	
C-0056			Configured liveness probe	
C-0057	*		Privileged container	
C-0058	*	needs to know what runs in the cluster	CVE-2021-25741 - Using symlink for arbitrary host file system access.	
C-0059	*	needs to know what runs in the cluster	CVE-2021-25742-nginx-ingress-snippet-annotation-vulnerability	
C-0061			Pods in default namespace	
C-0062			Sudo in container entrypoint	
C-0063	*		Portforwarding privileges	
C-0065			No impersonation	
C-0066	*	looks at the flags and files of control plane components	Secret/etcd encryption enabled	
C-0067	*	looks at the flags and files of control plane components	Audit logs enabled	
C-0068	*	is about PodSecurityPolicy, which is gone	PSP enabled	
C-0069	*	looks at the flags and files of control plane components	Disable anonymous access to Kubelet service	
C-0070	*	looks at the flags and files of control plane components	Enforce Kubelet client TLS authentication	
C-0073			Naked pods	
C-0074			Container runtime socket mounted	
C-0075			Image pull policy on latest tag	
C-0076			Label usage for resources	
C-0077			K8s common labels usage	
C-0078	*		Images from allowed registry	
C-0079		needs to know what runs in the cluster	CVE-2022-0185-linux-kernel-container-escape	
C-0081		needs to know what runs in the cluster	CVE-2022-24348-argocddirtraversal	
C-0083		needs the image itself, or a registry	Workloads with Critical vulnerabilities exposed to external traffic	
C-0084		needs the image itself, or a registry	Workloads with RCE vulnerabilities exposed to external traffic	
C-0085		needs the image itself, or a registry	Workloads with excessive amount of vulnerabilities	
C-0087		needs to know what runs in the cluster	CVE-2022-23648-containerd-fs-escape	
C-0088	*	needs a cluster	RBAC enabled	
C-0089		needs to know what runs in the cluster	CVE-2022-3172-aggregated-API-server-redirect	
C-0090		needs to know what runs in the cluster	CVE-2022-39328-grafana-auth-bypass	
C-0091		needs to know what runs in the cluster	CVE-2022-47633-kyverno-signature-bypass	
C-0092		looks at the flags and files of control plane components	Ensure that the API server pod specification file permissions are set to 600 or more restrictive	
C-0093		looks at the flags and files of control plane components	Ensure that the API server pod specification file ownership is set to root:root	
C-0094		looks at the flags and files of control plane components	Ensure that the controller manager pod specification file permissions are set to 600 or more restrictive	
C-0095		looks at the flags and files of control plane components	Ensure that the controller manager pod specification file ownership is set to root:root	
C-0096		looks at the flags and files of control plane components	Ensure that the scheduler pod specification file permissions are set to 600 or more restrictive	
C-0097		looks at the flags and files of control plane components	Ensure that the scheduler pod specification file ownership is set to root:root	
C-0098		looks at the flags and files of control plane components	Ensure that the etcd pod specification file permissions are set to 600 or more restrictive	
C-0099		looks at the flags and files of control plane components	Ensure that the etcd pod specification file ownership is set to root:root	
C-0100		needs a cluster	Ensure that the Container Network Interface file permissions are set to 600 or more restrictive	
C-0101		needs a cluster	Ensure that the Container Network Interface file ownership is set to root:root	
C-0102		looks at the flags and files of control plane components	Ensure that the etcd data directory permissions are set to 700 or more restrictive	
C-0103		looks at the flags and files of control plane components	Ensure that the etcd data directory ownership is set to etcd:etcd	
C-0104		needs a cluster	Ensure that the admin.conf file permissions are set to 600	
C-0105		needs a cluster	Ensure that the admin.conf file ownership is set to root:root	
C-0106		looks at the flags and files of control plane components	Ensure that the scheduler.conf file permissions are set to 600 or more restrictive	
C-0107		looks at the flags and files of control plane components	Ensure that the scheduler.conf file ownership is set to root:root	
C-0108		looks at the flags and files of control plane components	Ensure that the controller-manager.conf file permissions are set to 600 or more restrictive	
C-0109		looks at the flags and files of control plane components	Ensure that the controller-manager.conf file ownership is set to root:root	
C-0110		needs a cluster	Ensure that the Kubernetes PKI directory and file ownership is set to root:root	
C-0111		needs a cluster	Ensure that the Kubernetes PKI certificate file permissions are set to 600 or more restrictive	
C-0112		needs a cluster	Ensure that the Kubernetes PKI key file permissions are set to 600	
C-0113		looks at the flags and files of control plane components	Ensure that the API Server --anonymous-auth argument is set to false	
C-0114		looks at the flags and files of control plane components	Ensure that the API Server --token-auth-file parameter is not set	
C-0115		looks at the flags and files of control plane components	Ensure that the API Server --DenyServiceExternalIPs is not set	
C-0116		looks at the flags and files of control plane components	Ensure that the API Server --kubelet-client-certificate and --kubelet-client-key arguments are set as appropriate	
C-0117		looks at the flags and files of control plane components	Ensure that the API Server --kubelet-certificate-authority argument is set as appropriate	
C-0118		looks at the flags and files of control plane components	Ensure that the API Server --authorization-mode argument is not set to AlwaysAllow	
C-0119		looks at the flags and files of control plane components	Ensure that the API Server --authorization-mode argument includes Node	
C-0120		looks at the flags and files of control plane components	Ensure that the API Server --authorization-mode argument includes RBAC	
C-0121		looks at the flags and files of control plane components	Ensure that the admission control plugin EventRateLimit is set	
C-0122		looks at the flags and files of control plane components	Ensure that the admission control plugin AlwaysAdmit is not set	
C-0123		looks at the flags and files of control plane components	Ensure that the admission control plugin AlwaysPullImages is set	
C-0124		looks at the flags and files of control plane components	Ensure that the admission control plugin SecurityContextDeny is set if PodSecurityPolicy is not used	
C-0125		looks at the flags and files of control plane components	Ensure that the admission control plugin ServiceAccount is set	
C-0126		looks at the flags and files of control plane components	Ensure that the admission control plugin NamespaceLifecycle is set	
C-0127		looks at the flags and files of control plane components	Ensure that the admission control plugin NodeRestriction is set	
C-0128		looks at the flags and files of control plane components	Ensure that the API Server --secure-port argument is not set to 0	
C-0129		looks at the flags and files of control plane components	Ensure that the API Server --profiling argument is set to false	
C-0130		looks at the flags and files of control plane components	Ensure that the API Server --audit-log-path argument is set	
C-0131		looks at the flags and files of control plane components	Ensure that the API Server --audit-log-maxage argument is set to 30 or as appropriate	
C-0132		looks at the flags and files of control plane components	Ensure that the API Server --audit-log-maxbackup argument is set to 10 or as appropriate	
C-0133		looks at the flags and files of control plane components	Ensure that the API Server --audit-log-maxsize argument is set to 100 or as appropriate	
C-0134		looks at the flags and files of control plane components	Ensure that the API Server --request-timeout argument is set as appropriate	
C-0135		looks at the flags and files of control plane components	Ensure that the API Server --service-account-lookup argument is set to true	
C-0136		looks at the flags and files of control plane components	Ensure that the API Server --service-account-key-file argument is set as appropriate	
C-0137		looks at the flags and files of control plane components	Ensure that the API Server --etcd-certfile and --etcd-keyfile arguments are set as appropriate	
C-0138		looks at the flags and files of control plane components	Ensure that the API Server --tls-cert-file and --tls-private-key-file arguments are set as appropriate	
C-0139		looks at the flags and files of control plane components	Ensure that the API Server --client-ca-file argument is set as appropriate	
C-0140		looks at the flags and files of control plane components	Ensure that the API Server --etcd-cafile argument is set as appropriate	
C-0141		looks at the flags and files of control plane components	Ensure that the API Server --encryption-provider-config argument is set as appropriate	
C-0142		looks at the flags and files of control plane components	Ensure that encryption providers are appropriately configured	
C-0143		looks at the flags and files of control plane components	Ensure that the API Server only makes use of Strong Cryptographic Ciphers	
C-0144		looks at the flags and files of control plane components	Ensure that the Controller Manager --terminated-pod-gc-threshold argument is set as appropriate	
C-0145		looks at the flags and files of control plane components	Ensure that the Controller Manager --profiling argument is set to false	
C-0146		looks at the flags and files of control plane components	Ensure that the Controller Manager --use-service-account-credentials argument is set to true	
C-0147		looks at the flags and files of control plane components	Ensure that the Controller Manager --service-account-private-key-file argument is set as appropriate	
C-0148		looks at the flags and files of control plane components	Ensure that the Controller Manager --root-ca-file argument is set as appropriate	
C-0149		looks at the flags and files of control plane components	Ensure that the Controller Manager RotateKubeletServerCertificate argument is set to true	
C-0150		looks at the flags and files of control plane components	Ensure that the Controller Manager --bind-address argument is set to 127.0.0.1	
C-0151		looks at the flags and files of control plane components	Ensure that the Scheduler --profiling argument is set to false	
C-0152		looks at the flags and files of control plane components	Ensure that the Scheduler --bind-address argument is set to 127.0.0.1	
C-0153		looks at the flags and files of control plane components	Ensure that the --cert-file and --key-file arguments are set as appropriate	
C-0154		looks at the flags and files of control plane components	Ensure that the --client-cert-auth argument is set to true	
C-0155		looks at the flags and files of control plane components	Ensure that the --auto-tls argument is not set to true	
C-0156		looks at the flags and files of control plane components	Ensure that the --peer-cert-file and --peer-key-file arguments are set as appropriate	
C-0157		looks at the flags and files of control plane components	Ensure that the --peer-client-cert-auth argument is set to true	
C-0158		looks at the flags and files of control plane components	Ensure that the --peer-auto-tls argument is not set to true	
C-0159		looks at the flags and files of control plane components	Ensure that a unique Certificate Authority is used for etcd	
C-0160		needs a cluster	Ensure that a minimal audit policy is created	
C-0161		needs a cluster	Ensure that the audit policy covers key security concerns	
C-0162		looks at the flags and files of control plane components	Ensure that the kubelet service file permissions are set to 600 or more restrictive	
C-0163		looks at the flags and files of control plane components	Ensure that the kubelet service file ownership is set to root:root	
C-0164		needs a cluster	If proxy kubeconfig file exists ensure permissions are set to 600 or more restrictive	
C-0165		needs a cluster	If proxy kubeconfig file exists ensure ownership is set to root:root	
C-0166		looks at the flags and files of control plane components	Ensure that the --kubeconfig kubelet.conf file permissions are set to 600 or more restrictive	
C-0167		looks at the flags and files of control plane components	Ensure that the --kubeconfig kubelet.conf file ownership is set to root:root	
C-0168		needs a cluster	Ensure that the certificate authorities file permissions are set to 600 or more restrictive	
C-0169		needs a cluster	Ensure that the client certificate authorities file ownership is set to root:root	
C-0170		looks at the flags and files of control plane components	If the kubelet config.yaml configuration file is being used validate permissions set to 600 or more restrictive	
C-0171		looks at the flags and files of control plane components	If the kubelet config.yaml configuration file is being used validate file ownership is set to root:root	
C-0172		looks at the flags and files of control plane components	Ensure that the --anonymous-auth argument is set to false	
C-0173		looks at the flags and files of control plane components	Ensure that the --authorization-mode argument is not set to AlwaysAllow	
C-0174		looks at the flags and files of control plane components	Ensure that the --client-ca-file argument is set as appropriate	
C-0175		looks at the flags and files of control plane components	Verify that the --read-only-port argument is set to 0	
C-0176		looks at the flags and files of control plane components	Ensure that the --streaming-connection-idle-timeout argument is not set to 0	
C-0177		looks at the flags and files of control plane components	Ensure that the --protect-kernel-defaults argument is set to true	
C-0178		looks at the flags and files of control plane components	Ensure that the --make-iptables-util-chains argument is set to true	
C-0179		looks at the flags and files of control plane components	Ensure that the --hostname-override argument is not set	
C-0180		looks at the flags and files of control plane components	Ensure that the --event-qps argument is set to 0 or a level which ensures appropriate event capture	
C-0181		looks at the flags and files of control plane components	Ensure that the --tls-cert-file and --tls-private-key-file arguments are set as appropriate	
C-0182		looks at the flags and files of control plane components	Ensure that the --rotate-certificates argument is not set to false	
C-0183		looks at the flags and files of control plane components	Verify that the RotateKubeletServerCertificate argument is set to true	
C-0184		looks at the flags and files of control plane components	Ensure that the Kubelet only makes use of Strong Cryptographic Ciphers	
C-0185		needs a cluster	Ensure that the cluster-admin role is only used where required	
C-0186			Minimize access to secrets	
C-0187	*		Minimize wildcard use in Roles and ClusterRoles	
C-0188	*		Minimize access to create pods	
C-0189			Ensure that default service accounts are not actively used	
C-0190			Ensure that Service Account Tokens are only mounted where necessary	
C-0191			Limit use of the Bind, Impersonate and Escalate permissions in the Kubernetes cluster	
C-0192			Ensure that the cluster has at least one active policy control mechanism in place	
C-0193			Minimize the admission of privileged containers	
C-0194			Minimize the admission of containers wishing to share the host process ID namespace	
C-0195			Minimize the admission of containers wishing to share the host IPC namespace	
C-0196			Minimize the admission of containers wishing to share the host network namespace	
C-0197			Minimize the admission of containers with allowPrivilegeEscalation	
C-0198			Minimize the admission of root containers	
C-0199			Minimize the admission of containers with the NET_RAW capability	
C-0200			Minimize the admission of containers with added capabilities	
C-0201		needs the image itself, or a registry	Minimize the admission of containers with capabilities assigned	
C-0202			Minimize the admission of Windows HostProcess Containers	
C-0203			Minimize the admission of HostPath volumes	
C-0204			Minimize the admission of containers which use HostPorts	
C-0205		needs a cluster	Ensure that the CNI in use supports Network Policies	
C-0206			Ensure that all Namespaces have Network Policies defined	
C-0207	*		Prefer using secrets as files over secrets as environment variables	
C-0208		needs a cluster	Consider external secret storage	
C-0209		needs a cluster	Create administrative boundaries between resources using namespaces	
C-0210			Ensure that the seccomp profile is set to docker/default in your pod definitions	
C-0211			Apply Security Context to Your Pods and Containers	
C-0212		needs a cluster	The default namespace should not be used	
C-0213		needs a cluster	Minimize the admission of privileged containers	
C-0214		is about PodSecurityPolicy, which is gone	Minimize the admission of containers wishing to share the host process ID namespace	
C-0215		is about PodSecurityPolicy, which is gone	Minimize the admission of containers wishing to share the host IPC namespace	
C-0216		is about PodSecurityPolicy, which is gone	Minimize the admission of containers wishing to share the host network namespace	
C-0217		is about PodSecurityPolicy, which is gone	Minimize the admission of containers with allowPrivilegeEscalation	
C-0218		is about PodSecurityPolicy, which is gone	Minimize the admission of root containers	
C-0219		is about PodSecurityPolicy, which is gone	Minimize the admission of containers with added capabilities	
C-0220		needs the image itself, or a registry	Minimize the admission of containers with capabilities assigned	
C-0221		needs the image itself, or a registry	Ensure Image Vulnerability Scanning using Amazon ECR image scanning or a third party provider	
C-0222		needs a cluster	Minimize user access to Amazon ECR	
C-0223		needs a cluster	Minimize cluster access to read-only for Amazon ECR	
C-0225		looks at the account of a cloud	Prefer using dedicated EKS Service Accounts	
C-0226		needs a cluster	Prefer using a container-optimized OS when possible	
C-0227		needs a cluster	Restrict Access to the Control Plane Endpoint	
C-0228		needs a cluster	Ensure clusters are created with Private Endpoint Enabled and Public Access Disabled	
C-0229		needs a cluster	Ensure clusters are created with Private Nodes	
C-0230		needs a cluster	Ensure Network Policy is Enabled and set as appropriate	
C-0231		needs a cluster	Encrypt traffic to HTTPS load balancers with TLS certificates	
C-0232		looks at the account of a cloud	Manage Kubernetes RBAC users with AWS IAM Authenticator for Kubernetes or Upgrade to AWS CLI v1.16.156	
C-0233		needs a cluster	Consider Fargate for running untrusted workloads	
C-0234		needs a cluster	Consider external secret storage	
C-0235		looks at the flags and files of control plane components	Ensure that the kubelet configuration file has permissions set to 644 or more restrictive	
C-0236		needs the image itself, or a registry	Verify image signature	
C-0237		needs the image itself, or a registry	Check if signature exists	
C-0238		needs a cluster	Ensure that the kubeconfig file permissions are set to 644 or more restrictive	
C-0239		looks at the account of a cloud	Prefer using dedicated AKS Service Accounts	
C-0240		needs a cluster	Ensure Network Policy is Enabled and set as appropriate	
C-0241		looks at the account of a cloud	Use Azure RBAC for Kubernetes Authorization.	
C-0242		needs a cluster	Hostile multi-tenant workloads	
C-0243		looks at the account of a cloud	Ensure Image Vulnerability Scanning using Azure Defender image scanning or a third party provider	
C-0244		needs a cluster	Ensure Kubernetes Secrets are encrypted	
C-0245		needs a cluster	Encrypt traffic to HTTPS load balancers with TLS certificates	
C-0246		needs a cluster	Avoid use of system:masters group	
C-0247		needs a cluster	Restrict Access to the Control Plane Endpoint	
C-0248		needs a cluster	Ensure clusters are created with Private Nodes	
C-0249		needs a cluster	Restrict untrusted workloads	
C-0250		looks at the account of a cloud	Minimize cluster access to read-only for Azure Container Registry (ACR)	
C-0251		looks at the account of a cloud	Minimize user access to Azure Container Registry (ACR)	
C-0252		needs a cluster	Ensure clusters are created with Private Endpoint Enabled and Public Access Disabled	
C-0253		needs the image itself, or a registry	Deprecated Kubernetes image registry	
C-0254		looks at the flags and files of control plane components	Enable audit Logs	
C-0255			Workload with secret access	
C-0256	*	needs a cluster	External facing	
C-0257	*		Workload with PVC access	
C-0258			Workload with ConfigMap access	
C-0259			Workload with credential access	
C-0260	*		Missing network policy	
C-0261			ServiceAccount token mounted	
C-0262	*		Anonymous user has RoleBinding	
C-0263			Ingress uses TLS	
C-0264		needs a cluster	PersistentVolume without encyption	
C-0265	*	needs a cluster	system:authenticated user has elevated roles	
C-0266		needs a cluster	Exposure to internet via Gateway API or Istio Ingress	
C-0267			Workload with cluster takeover roles	
C-0268			Ensure CPU requests are set	
C-0269			Ensure memory requests are set	
C-0270	*		Ensure CPU limits are set	
C-0271	*		Ensure memory limits are set	
C-0272			Workload with administrative roles	
C-0273		needs a cluster	Outdated Kubernetes version	
C-0274		needs a cluster	Verify Authenticated Service	
C-0275			Minimize the admission of containers wishing to share the host process ID namespace	
C-0276			Minimize the admission of containers wishing to share the host IPC namespace	
C-0277		looks at the flags and files of control plane components	Ensure that the API Server only makes use of Strong Cryptographic Ciphers	
C-0278			Minimize access to create persistent volumes	
C-0279			Minimize access to the proxy sub-resource of nodes	
C-0280			Minimize access to the approval sub-resource of certificatesigningrequests objects	
C-0281			Minimize access to webhook configuration objects	
C-0282			Minimize access to the service account token creation	
C-0283		looks at the flags and files of control plane components	Ensure that the API Server --DenyServiceExternalIPs is set	
C-0284		looks at the flags and files of control plane components	Ensure that the Kubelet is configured to limit pod PIDS	
C-0285		looks at the account of a cloud	Cluster Access Manager API to streamline and enhance the management of access controls within EKS clusters	
C-0286		needs a cluster	Client certificate authentication should not be used for users	
C-0287		needs a cluster	Service account token authentication should not be used for users	
C-0288		needs a cluster	Bootstrap token authentication should not be used for users	
C-0289		needs a cluster	Configure Image Provenance using ImagePolicyWebhook admission controller	
C-0290		looks at the flags and files of control plane components	Ensure that the --service-account-extend-token-expiration parameter is set to false	
C-0291		needs a cluster	Ensure that the kube-proxy metrics service is bound to localhost	
C-0292	*		Nginx Ingress Controller End of Life	
C-0293			Service with no workload	
C-0294			Deprecated serviceAccount field	
C-0295			Duplicate environment variable	
C-0296			Mismatching selector	
C-0297			Agent Sandbox hardened runtime class	
C-0298			Dangling Ingress backend	
C-0299			Dangling NetworkPolicy	
C-0300			Dangling HPA target	
C-0301			Agent Sandbox egress policy enforcement	
C-0302			Dangling Gateway API backend	
C-0303			Agent Sandbox resource ceilings	
C-0304			Agent Sandbox image provenance	
C-0305			No rolling update strategy	
C-0306			Images not pinned to digest	
C-0307			Non-existent service account	
C-0308		looks at the account of a cloud	Minimize user access to GCP Artifact Registry	`,datree:`ALL_EXPOSED_SECRET_AWS		is what no-secret-in-env and no-secret-in-config-map find by their values	Prevent exposed AWS secrets in objects	
ALL_EXPOSED_SECRET_BITBUCKET		is what no-secret-in-env and no-secret-in-config-map find by their values	Prevent exposed BitBucket secrets in objects	
ALL_EXPOSED_SECRET_DATADOG		is what no-secret-in-env and no-secret-in-config-map find by their values	Prevent exposed Datadog secrets in objects	
ALL_EXPOSED_SECRET_GCP		is what no-secret-in-env and no-secret-in-config-map find by their values	Prevent exposed GCP secrets in objects	
ALL_EXPOSED_SECRET_GITHUB		is what no-secret-in-env and no-secret-in-config-map find by their values	Prevent exposed GitHub secrets in objects	
ALL_EXPOSED_SECRET_GITLAB		is what no-secret-in-env and no-secret-in-config-map find by their values	Prevent exposed GitLab secrets in objects	
ALL_EXPOSED_SECRET_HEROKU		is what no-secret-in-env and no-secret-in-config-map find by their values	Prevent exposed Heroku secrets in objects	
ALL_EXPOSED_SECRET_JWT		is what no-secret-in-env and no-secret-in-config-map find by their values	Prevent exposed JWT secrets in objects	
ALL_EXPOSED_SECRET_LAUNCHDARKLY		is what no-secret-in-env and no-secret-in-config-map find by their values	Prevent exposed LaunchDarkly secrets in objects	
ALL_EXPOSED_SECRET_NEWRELIC		is what no-secret-in-env and no-secret-in-config-map find by their values	Prevent exposed New Relic secrets in objects	
ALL_EXPOSED_SECRET_NPM		is what no-secret-in-env and no-secret-in-config-map find by their values	Prevent exposed npm secrets in objects	
ALL_EXPOSED_SECRET_OKTA		is what no-secret-in-env and no-secret-in-config-map find by their values	Prevent exposed Okta secrets in objects	
ALL_EXPOSED_SECRET_PRIVATEKEY		is what no-secret-in-env and no-secret-in-config-map find by their values	Prevent exposed private keys in objects	
ALL_EXPOSED_SECRET_STRIPE		is what no-secret-in-env and no-secret-in-config-map find by their values	Prevent exposed Stripe secrets in objects	
ALL_EXPOSED_SECRET_SUMOLOGIC		is what no-secret-in-env and no-secret-in-config-map find by their values	Prevent exposed SumoLogic secrets in objects	
ALL_EXPOSED_SECRET_TERRAFORM		is what no-secret-in-env and no-secret-in-config-map find by their values	Prevent exposed Terraform secrets in objects	
ALL_EXPOSED_SECRET_TWILIO		is what no-secret-in-env and no-secret-in-config-map find by their values	Prevent exposed Twilio secrets in objects	
ALL_EXPOSED_SECRET_VAULT		is what no-secret-in-env and no-secret-in-config-map find by their values	Prevent exposed Vault secrets in objects	
ARGO_APP_PROJECT_INCORRECT_NAMESPACE_VALUE			Ensure Application and AppProject are part of the argocd namespace	
ARGO_CONFIGMAP_MISSING_PART_OF_LABEL_VALUE_ARGOCD			Ensure ConfigMap is recognized by ArgoCD	
ARGO_ROLLOUT_INCORRECT_PROGRESS_DEADLINE_ABORT_VALUE_FALSE			Ensure Rollout that is marked as degraded scales down ReplicaSet	
ARGO_ROLLOUT_INCORRECT_SCALE_DOWN_DELAY_VALUE_BELOW_30			Ensure Rollout allows broadcasting IP table changes	
ARGO_ROLLOUT_MISSING_PAUSE_DURATION			Ensure Rollout pause step has a configured duration	
ARGO_WORKFLOW_ENSURE_RETRY_ON_BOTH_ERROR_AND_TRANSIENT_ERROR			Ensure Workflow retry policy catches relevant errors only	
ARGO_WORKFLOW_INCORRECT_FAILFAST_VALUE_FALSE			Ensure Workflow DAG fail-fast on node failure	
ARGO_WORKFLOW_INCORRECT_RETRY_STRATEGY_VALUE_EMPTY			Prevent Workflow from having an empty retry strategy	
ARGO_WORKFLOW_INCORRECT_REVISION_HISTORY_LIMIT_VALUE_0			Ensure Rollout has revision history set	
ARGO_WORKFLOW_INCORRECT_SERVICE_ACCOUNT_NAME_VALUE_DEFAULT			Prevent Workflow pods from using the default service account	
CIS_INVALID_KEY_SECRETKEYREF_SECRETREF			Prevent use of secrets as environment variables	
CIS_INVALID_ROLE_CLUSTER_ADMIN			Prevent use of the \`cluster-admin\` role	
CIS_INVALID_VALUE_AUTOMOUNTSERVICEACCOUNTTOKEN			Ensure that default service accounts are not actively used	
CIS_INVALID_VALUE_BIND_IMPERSONATE_ESCALATE			Prevent role privilege escalation	
CIS_INVALID_VALUE_CREATE_POD			Prevent access to create pods	
CIS_INVALID_VALUE_SECCOMP_PROFILE			Ensure seccomp profile is set to docker/default or runtime/default	
CIS_INVALID_VALUE_SYSTEM_MASTERS			Prevent use of the system:masters group	
CIS_INVALID_VERB_SECRETS			Prevent access to secrets	
CIS_INVALID_WILDCARD_ROLE			Prevent use of wildcards in Roles and ClusterRoles	
CIS_MISSING_KEY_SECURITYCONTEXT			Ensure containers and pods have a configured security context	
CIS_MISSING_VALUE_DROP_NET_RAW			Prevent the admission of containers with the NET_RAW capability	
CONFIGMAP_CVE2021_25742_INCORRECT_SNIPPET_ANNOTATIONS_VALUE		needs to know what runs in the cluster	Prevent ConfigMap security vulnerability (CVE-2021-25742)	
CONTAINER_CVE2021_25741_INCORRECT_SUBPATH_KEY		needs to know what runs in the cluster	Prevent container security vulnerability (CVE-2021-25741)	
CONTAINERS_INCORRECT_FAILURETHRESHOLD_VALUE			Ensure each container probe has a configured failure threshold	
CONTAINERS_INCORRECT_HOSTIPC_VALUE_TRUE			Prevent containers from sharing the host\`s IPC namespace	
CONTAINERS_INCORRECT_HOSTNETWORK_VALUE_TRUE			Prevent containers from sharing the host's network namespace	
CONTAINERS_INCORRECT_HOSTPID_VALUE_TRUE			Prevent containers from sharing the host's PID namespace	
CONTAINERS_INCORRECT_INITIALDELAYSECONDS_VALUE			Ensure each container probe has an initial delay configured	
CONTAINERS_INCORRECT_KEY_HOSTPATH			Prevent containers from accessing underlying host	
CONTAINERS_INCORRECT_KEY_HOSTPORT			Prevent containers from insecurely exposing workload	
CONTAINERS_INCORRECT_PATH_VALUE_DOCKERSOCKET			Prevent containers from mounting Docker socket	
CONTAINERS_INCORRECT_PERIODSECONDS_VALUE			Ensure each container probe has a configured frequency	
CONTAINERS_INCORRECT_PRIVILEGED_VALUE_TRUE	*		Prevent containers from having root access capabilities	
CONTAINERS_INCORRECT_READONLYROOTFILESYSTEM_VALUE			Ensure each container has a read-only root filesystem	
CONTAINERS_INCORRECT_RESOURCES_VERBS_VALUE			Prevent containers from allowing command execution	
CONTAINERS_INCORRECT_RUNASGROUP_VALUE_LOWGID			Prevent containers from accessing host files by using high GIDs	
CONTAINERS_INCORRECT_RUNASNONROOT_VALUE			Prevent container from running with root privileges	
CONTAINERS_INCORRECT_RUNASUSER_VALUE_LOWUID			Prevent containers from accessing host files by using high UIDs	
CONTAINERS_INCORRECT_SECCOMP_PROFILE			Prevent containers from having unnecessary system call privileges	
CONTAINERS_INCORRECT_SUCCESSTHRESHOLD_VALUE			Ensure each container probe has a configured minimum success threshold	
CONTAINERS_INCORRECT_TIMEOUTSECONDS_VALUE			Ensure each container probe has a configured timeout	
CONTAINERS_INVALID_CAPABILITIES_VALUE			Prevent containers from having insecure capabilities	
CONTAINERS_MISSING_CPU_LIMIT_KEY	*		Ensure each container has a configured CPU limit	
CONTAINERS_MISSING_CPU_REQUEST_KEY	*		Ensure each container has a configured CPU request	
CONTAINERS_MISSING_IMAGE_VALUE_DIGEST			Ensure each container image has a digest tag	
CONTAINERS_MISSING_IMAGE_VALUE_VERSION	*		Ensure each container image has a pinned (tag) version	
CONTAINERS_MISSING_KEY_ALLOWPRIVILEGEESCALATION			Prevent containers from escalating privileges	
CONTAINERS_MISSING_LIVENESSPROBE_KEY	*		Ensure each container has a configured liveness probe	
CONTAINERS_MISSING_MEMORY_LIMIT_KEY	*		Ensure each container has a configured memory limit	
CONTAINERS_MISSING_MEMORY_REQUEST_KEY	*		Ensure each container has a configured memory request	
CONTAINERS_MISSING_PRESTOP_KEY			Ensure each container has a configured pre-stop hook	
CONTAINERS_MISSING_READINESSPROBE_KEY	*		Ensure each container has a configured readiness probe	
CRONJOB_INVALID_SCHEDULE_VALUE	*	looks at the flags and files of control plane components	Ensure CronJob scheduler is valid	
CRONJOB_MISSING_CONCURRENCYPOLICY_KEY	*		Prevent CronJob from executing jobs concurrently	
CRONJOB_MISSING_STARTINGDEADLINESECOND_KEY	*		Ensure CronJob has a configured deadline	
DEPLOYMENT_INCORRECT_REPLICAS_VALUE	*		Ensure Deployment has more than one replica configured	
DEPLOYMENT_MISSING_LABEL_ENV_VALUE			Ensure Deployment has a configured \`env\` label	
EKS_INVALID_CAPABILITIES_EKS		looks at the account of a cloud	Ensure containers have limited capabilities	
EKS_INVALID_CPU_LIMIT		looks at the account of a cloud	Ensure each container fully utilizes CPU with no limitations	
EKS_INVALID_HOSTPATH_MOUNT_READONLY_VALUE		looks at the account of a cloud	Ensure hostPath volume mounts are read-only	
EKS_INVALID_HOSTPROCESS_VALUE		looks at the account of a cloud	Prevent Windows containers from running with unnecessary privileges	
EKS_INVALID_MEMORY_REQUEST_LIMIT		looks at the account of a cloud	Ensure container memory request and memory limit are equal	
EKS_INVALID_SELINUXOPTIONS_ROLE_VALUE		looks at the account of a cloud	Prevent SELinux containers from setting a role	
EKS_INVALID_SELINUXOPTIONS_TYPE_VALUE		looks at the account of a cloud	Prevent SELinux containers from running with unnecessary privileges	
EKS_INVALID_SELINUXOPTIONS_USER_VALUE		looks at the account of a cloud	Prevent SELinux containers from setting a user	
EKS_INVALID_VALUE_DONOOTSCHEDULE		looks at the account of a cloud	Prevent pods from becoming unschedulable	
EKS_MISSING_KEY_TOPOLOGYKEY		looks at the account of a cloud	Ensure multiple replicas run on different nodes	
ENDPOINTSLICE_CVE2021_25373_INCORRECT_ADDRESSES_VALUE		needs to know what runs in the cluster	Prevent EndpointSlice security vulnerability (CVE-2021-25737)	
HPA_MISSING_MAXREPLICAS_KEY			Ensure HPA has maximum replicas configured	
HPA_MISSING_MINREPLICAS_KEY	*		Ensure HPA has minimum replicas configured	
INGRESS_CVE2021_25742_INCORRECT_SERVER_SNIPPET_KEY		needs to know what runs in the cluster	Prevent Ingress security vulnerability (CVE-2021-25742)	
INGRESS_INCORRECT_HOST_VALUE_PERMISSIVE	*		Prevent Ingress from forwarding all traffic to a single container	
K8S_DEPRECATED_APIVERSION_1.16	*		Prevent deprecated APIs in Kubernetes v1.16	
K8S_DEPRECATED_APIVERSION_1.17	*		Prevent deprecated APIs in Kubernetes v1.17	
K8S_DEPRECATED_APIVERSION_1.19			Prevent deprecated APIs in Kubernetes v1.19	
K8S_DEPRECATED_APIVERSION_1.21			Prevent deprecated APIs in Kubernetes v1.21	
K8S_DEPRECATED_APIVERSION_1.22			Prevent deprecated APIs in Kubernetes v1.22	
K8S_DEPRECATED_APIVERSION_1.23			Prevent deprecated APIs in Kubernetes v1.23	
K8S_DEPRECATED_APIVERSION_1.24			Prevent deprecated APIs in Kubernetes v1.24	
K8S_INCORRECT_KIND_VALUE_POD			Prevent deploying naked pods	
K8S_REMOVED_APIVERSION_1.22			Prevent removed APIs in Kubernetes v1.22	
K8S_REMOVED_APIVERSION_1.23			Prevent removed APIs in Kubernetes v1.23	
K8S_REMOVED_APIVERSION_1.24			Prevent removed APIs in Kubernetes v1.24	
K8S_REMOVED_APIVERSION_1.25			Prevent removed APIs in Kubernetes v1.25	
K8S_REMOVED_APIVERSION_1.26			Prevent removed APIs in Kubernetes v1.26	
K8S_REMOVED_APIVERSION_1.27			Prevent removed APIs in Kubernetes v1.27	
RESOURCE_MISSING_NAME	*		Ensure resource has a valid configured name	
SERVICE_INCORRECT_TYPE_VALUE_NODEPORT	*		Prevent Service from exposing node port	
SRVACC_INCORRECT_AUTOMOUNTSERVICEACCOUNTTOKEN_VALUE			Prevent service account token auto-mounting on pods	
WORKLOAD_INCORRECT_NAMESPACE_VALUE_DEFAULT	*		Prevent workload from using the default namespace	
WORKLOAD_INCORRECT_RESTARTPOLICY_VALUE_ALWAYS	*		Ensure deployment-like resource is using a valid restart policy	
WORKLOAD_INVALID_LABELS_VALUE	*		Ensure workload has valid label values	
WORKLOAD_MISSING_LABEL_OWNER_VALUE			Ensure workload has a configured \`owner\` label	`,kyverno:`add-ambient-mode-namespace		changes objects, and checks none	Add Istio Ambient Mode	
add-apparmor		changes objects, and checks none	Add AppArmor Annotations	
add-capabilities		changes objects, and checks none	Add Capabilities	
add-castai-removal-disabled		changes objects, and checks none	Add CAST AI Removal Disabled	
add-certificates-volume		changes objects, and checks none	Add Certificates as a Volume	
add-default-resources		changes objects, and checks none	Add Default Resources	
add-default-securitycontext		changes objects, and checks none	Add Default securityContext	
add-emptydir-sizelimit		changes objects, and checks none	Add emptyDir sizeLimit	
add-env-vars-from-cm		changes objects, and checks none	Add Environment Variables from ConfigMap	
add-external-secret-prefix		changes objects, and checks none	Add prefix to external secret	
add-image-as-env-var		changes objects, and checks none	Add Image as Environment Variable	
add-imagepullsecrets		changes objects, and checks none	Add imagePullSecrets	
add-imagepullsecrets-for-containers-and-initcontainers		changes objects, and checks none	Add imagePullSecrets for Containers and InitContainers	
add-karpenter-daemonset-priority-class		changes objects, and checks none	Add priority class for DaemonSets to help Karpenter.	
add-karpenter-donot-evict		changes objects, and checks none	Add Karpenter Do Not Evict	
add-karpenter-nodeselector		changes objects, and checks none	Add Karpenter nodeSelector	
add-labels		changes objects, and checks none	Add Labels	
add-linkerd-mesh-injection		changes objects, and checks none	Add Linkerd Mesh Injection	
add-linkerd-policy-annotation		changes objects, and checks none	Add Linkerd Policy Annotation	
add-ndots		changes objects, and checks none	Add ndots	
add-network-policy		makes objects, and checks none	Add Network Policy	
add-networkpolicy-dns		makes objects, and checks none	Add Network Policy for DNS	
add-node-affinity		changes objects, and checks none	Add Node Affinity	
add-node-labels-pod		changes objects, and checks none	Add scheduled Node's labels to a Pod	
add-nodeSelector		changes objects, and checks none	Add nodeSelector	
add-ns-quota		makes objects, and checks none	Add Quota	
add-pod-priorityclassname		changes objects, and checks none	Add Pod priorityClassName	
add-pod-proxies		changes objects, and checks none	Add Pod Proxies	
add-privileged-existing-namespaces		changes objects, and checks none	Add Privileged Label to Existing Namespaces	
add-psa-labels		changes objects, and checks none	Add PSA Labels	
add-psa-namespace-reporting			Add PSA Namespace Reporting	
add-rolebinding		makes objects, and checks none	Add RoleBinding	
add-runtimeClassName		changes objects, and checks none	Add runtimeClassName	
add-safe-to-evict		changes objects, and checks none	Add Safe To Evict	
add-services		makes objects, and checks none	Add Services	
add-sidecar-injection-namespace		changes objects, and checks none	Add Istio Sidecar Injection	
add-tolerations		changes objects, and checks none	Add Tolerations	
add-ttl-jobs		changes objects, and checks none	Add TTL to Jobs	
add-volume-deployment		changes objects, and checks none	Add Volume to Deployment	
advanced-restrict-image-registries			Advanced Restrict Image Registries	
advertise-node-extended-resources		changes objects, and checks none	Advertise Node Extended Resources	
allowed-annotations			Allowed Annotations	forbidden-annotation: { key: 'fluxcd\\.io/.*', allow: [fluxcd.io/cow, fluxcd.io/dog] }
allowed-base-images		needs the image itself, or a registry	Allowed Base Images	
allowed-image-repos			Allowed Image Repositories	
allowed-label-changes		looks at how objects change	Allowed Label Changes	
allowed-pod-priorities			Allowed Pod Priorities	
always-pull-images		changes objects, and checks none	Always Pull Images	
annotate-base-images		changes objects, and checks none	Annotate Base Images	
application-field-validation		is about what argo brings, and no part of Kubernetes	Application Field Validation	
application-prevent-default-project		is about what argo brings, and no part of Kubernetes	Prevent Use of Default Project	forbidden-field: { path: spec.project, values: [default], kinds: [Application] }
application-prevent-updates-project		looks at how objects change	Prevent Updates to Project	
applicationset-name-matches-project		is about what argo brings, and no part of Kubernetes	Ensure ApplicationSet Name Matches Project	
apply-pss-restricted-profile		changes objects, and checks none	Apply PSS Restricted Profile	
appproject-clusterresourceblacklist		is about what argo brings, and no part of Kubernetes	Enforce AppProject with clusterResourceBlacklist	
argo-cluster-generation-from-rancher-capi		makes objects, and checks none	Argo Cluster Secret Generation From Rancher CAPI Secret	
audit-event-on-delete		makes objects, and checks none	Audit Event on Delete	
audit-event-on-exec		makes objects, and checks none	Audit Event on Pod Exec	
backup-all-volumes		changes objects, and checks none	Backup All Volumes	
block-cluster-admin-from-ns		looks at who asks the API server	Block cluster-admin from modifying any object in a Namespace	
block-ephemeral-containers			Block Ephemeral Containers	
block-images-with-volumes		needs the image itself, or a registry	Block Images with Volumes	
block-kubectl-cp		looks at commands that somebody runs in a pod	Block kubectl cp command by Pod Label	
block-large-images		needs the image itself, or a registry	Block Large Images	
block-pod-exec-by-namespace		looks at commands that somebody runs in a pod	Block Pod Exec by Namespace Name	
block-pod-exec-by-namespace-label		looks at commands that somebody runs in a pod	Block Pod Exec by Namespace Label	
block-pod-exec-by-pod-and-container		looks at commands that somebody runs in a pod	Block Pod Exec by Pod and Container	
block-pod-exec-by-pod-label		looks at commands that somebody runs in a pod	Block Pod Exec by Pod Label	
block-pod-exec-by-pod-name		looks at commands that somebody runs in a pod	Block Pod Exec by Pod Name	
block-stale-images		needs the image itself, or a registry	Block Stale Images	
block-tekton-task-runs		looks at who asks the API server	Block Tekton TaskRun	
block-updates-deletes		looks at how objects change	Block Updates and Deletes	
block-velero-restore		is about what velero brings, and no part of Kubernetes	Block Velero Restore to Protected Namespace	
check-deprecated-apis			Check deprecated APIs	
check-env-vars			Check Environment Variables	forbidden-field: { path: 'pod.spec.containers[*].env[name=DISABLE_OPA].value', values: ['true'] }
check-hpa-exists			Ensure HPA for Deployments	
check-ingress-nginx-controller-version-and-annotation-policy			Ensure Valid Ingress NGINX Controller and Annotations	
check-linkerd-authorizationpolicy		is about what linkerd brings, and no part of Kubernetes	Check Linkerd AuthorizationPolicy	
check-node-for-cve-2022-0185		needs a cluster	Check Node for CVE-2022-0185	
check-nvidia-gpu		needs the image itself, or a registry	Check NVIDIA GPUs	
check-routes		is about what openshift brings, and no part of Kubernetes	Require TLS routes in OpenShift	required-field: { path: spec.tls, kinds: [route.openshift.io/Route] }
check-serviceaccount		looks at who asks the API server	Check ServiceAccount	
check-subjectaccessreview		looks at who asks the API server	Check SubjectAccessReview	
check-supplemental-groups			Check supplementalGroups	required-field: { path: 'pod.spec.securityContext.supplementalGroups[*]', onlyIfPresent: true, pattern: '1[0-9]{2}|200|5[0-9]{2}|600' }
cleanup-bare-pods		deletes objects of a cluster	Cleanup Bare Pods	
cleanup-empty-replicasets		deletes objects of a cluster	Cleanup Empty ReplicaSets	
concatenate-configmaps		changes objects, and checks none	Concatenate ConfigMaps	
config-syncer-secret-generation-from-rancher-capi		makes objects, and checks none	Kubeops Config Syncer Secret Generation From Rancher CAPI Secret	
copy-namespace-labels		changes objects, and checks none	Copy Namespace Labels	
cordon-and-drain-node		changes objects, and checks none	Cordon and Drain Node	
create-authorizationpolicy		makes objects, and checks none	Create Istio Deny AuthorizationPolicy	
create-default-pdb		makes objects, and checks none	Add Pod Disruption Budget	
create-pod-antiaffinity		changes objects, and checks none	Add Pod Anti-Affinity	
deny-commands-in-exec-probe			Deny Commands in Exec Probe	
deny-privileged-profile			Deny Privileged Profile	
disable-automountserviceaccounttoken		changes objects, and checks none	Disable automountServiceAccountToken	
disable-service-discovery		changes objects, and checks none	Disable Service Discovery	
disallow-all-secrets			Disallow all Secrets	
disallow-capabilities			Disallow Capabilities	
disallow-capabilities-strict			Disallow Capabilities (Strict)	
disallow-cri-sock-mount			Disallow CRI socket mounts	
disallow-default-namespace			Disallow Default Namespace	
disallow-default-tlsoptions		is about what traefik brings, and no part of Kubernetes	Disallow Default TLSOptions	forbidden-field: { path: metadata.name, values: [default], kinds: [TLSOption] }
disallow-deprecated-apis		is about what openshift brings, and no part of Kubernetes	Disallow deprecated APIs	
disallow-empty-ingress-host			Disallow empty Ingress host	
disallow-helm-tiller			Disallow Helm Tiller	
disallow-host-namespaces			Disallow Host Namespaces	
disallow-host-path			Disallow hostPath	
disallow-host-ports			Disallow hostPorts	
disallow-host-ports-range			Disallow hostPorts Range (Alternate)	required-field: { path: 'pod.spec.containers[*].ports[*].hostPort', onlyIfPresent: true, pattern: '0|5[0-9]{3}|6000' }, { path: 'pod.spec.initContainers[*].ports[*].hostPort', onlyIfPresent: true, pattern: '0|5[0-9]{3}|6000' }
disallow-host-process			Disallow hostProcess	
disallow-ingress-nginx-custom-snippets			Disallow Custom Snippets	
disallow-jenkins-pipeline-strategy		is about what openshift brings, and no part of Kubernetes	Disallow OpenShift Jenkins Pipeline Build Strategy	forbidden-field: { path: spec.strategy.jenkinsPipelineStrategy, kinds: [BuildConfig] }
disallow-latest-tag			Disallow Latest Tag	
disallow-localhost-services			Disallow Localhost ExternalName Services	
disallow-privilege-escalation			Disallow Privilege Escalation	
disallow-privileged-containers			Disallow Privileged Containers	
disallow-proc-mount			Disallow procMount	
disallow-secrets-from-env-vars			Disallow Secrets from Env Vars	
disallow-security-context-constraint-anyuid		is about what openshift brings, and no part of Kubernetes	Disallow use of the SecurityContextConstraint (SCC) anyuid	forbidden-field: { path: 'rules[*].resourceNames[*]', values: [anyuid], kinds: [Role, ClusterRole] }, { path: roleRef.name, values: ['system:openshift:scc:anyuid'] }
disallow-self-provisioner-binding		is about what openshift brings, and no part of Kubernetes	Disallow binding to self-provisioner cluster role in OpenShift	forbidden-field: { path: roleRef.name, values: [self-provisioner], kinds: [ClusterRoleBinding] }
disallow-selinux			Disallow SELinux	
dns-policy-and-dns-config		changes objects, and checks none	Change DNS Config and Policy	
docker-socket-requires-label		lets a label allow what no-runtime-socket finds in every pod	Docker Socket Requires Label	
enable-kubecost-continuous-rightsizing		changes objects, and checks none	Enable Kubecost Continuous Rightsizing	
enforce-ambient-mode-namespace		is about what istio brings, and no part of Kubernetes	Enforce Istio Ambient Mode	require-label: { key: istio.io/dataplane-mode, pattern: ambient, kinds: [Namespace] }
enforce-etcd-encryption		is about what openshift brings, and no part of Kubernetes	Enforce etcd encryption in OpenShift	required-field: { path: spec.encryption, kinds: [config.openshift.io/APIServer] }
enforce-instancetype		is about what kubevirt brings, and no part of Kubernetes	Enforce instanceTypes	required-field: { path: spec.instancetype.name, kinds: [VirtualMachine] }, { path: spec.preference.name, kinds: [VirtualMachine] }
enforce-min-tls-version		is about what consul brings, and no part of Kubernetes	Enforce Consul min TLS version	required-field: { path: spec.tls.incoming.tlsMinVersion, values: [TLSv1_2], kinds: [Mesh] }
enforce-pod-duration			Enforce pod duration	forbidden-annotation: { key: 'pod\\.kubernetes\\.io/lifetime', pattern: '(8h.*[1-9].*|(9|[1-9][0-9]+)h.*)' }
enforce-readwriteonce-pod			Enforce ReadWriteOncePod	
enforce-resources-as-ratio			Enforce Resources as Ratio	
enforce-sidecar-injection-namespace		is about what istio brings, and no part of Kubernetes	Enforce Istio Sidecar Injection	require-label: { key: istio-injection, pattern: enabled, kinds: [Namespace] }
enforce-strict-mtls		is about what istio brings, and no part of Kubernetes	Enforce Istio Strict mTLS	required-field: { path: spec.mtls.mode, onlyIfPresent: true, values: [UNSET, STRICT], kinds: [PeerAuthentication] }
enforce-tls-hosts-host-subnets		is about what istio brings, and no part of Kubernetes	Enforce Istio TLS on Hosts and Host Subnets	forbidden-field: { path: spec.trafficPolicy.tls.mode, values: [DISABLE], kinds: [DestinationRule] }
ensure-probes-different			Validate Probes	
ensure-production-matches-staging		needs a cluster	Ensure Production Matches staging	
ensure-readonly-hostpath			Ensure Read Only hostPath	
exclude-namespaces-dynamically		needs a cluster	Exclude Namespaces Dynamically	
expiration-for-policyexceptions		makes objects, and checks none	Expiration for PolicyExceptions	
forbid-cpu-limits			Forbid CPU Limits	
generate-flux-multi-tenant-resources		makes objects, and checks none	Generate Flux Multi-Tenant Resources	
generate-networkpolicy-existing		makes objects, and checks none	Generate NetworkPolicy to Existing Namespaces	
get-debug-information		makes objects, and checks none	Collect Debug Information for Pods in CrashLoopBackOff	
imagepullpolicy-always			Require imagePullPolicy Always	
ingress-host-match-tls			Ingress Host Match TLS	
inject-env-var-from-image-label		changes objects, and checks none	Inject Env Var from Image Label	
inject-infrastructurename		changes objects, and checks none	Inject Infrastructure Name	
inject-sidecar-deployment		changes objects, and checks none	Inject Sidecar Container	
inspect-csr		looks at who asks the API server	Inspect CertificateSigningRequest	
kasten-3-2-1-backup		is about what kasten brings, and no part of Kubernetes	Check Kasten 3-2-1 Backup Policy	
kasten-data-protection-by-label		is about what kasten brings, and no part of Kubernetes	Check Data Protection By Label	
kasten-generate-example-backup-policy		makes objects, and checks none	Generate Kasten Backup Policy Based on Resource Label	
kasten-generate-policy-by-preset-label		makes objects, and checks none	Generate Kasten Policy from Preset	
kasten-hourly-rpo		is about what kasten brings, and no part of Kubernetes	Check Kasten Policy RPO based on Namespace Label	
kasten-immutable-location-profile		is about what kasten brings, and no part of Kubernetes	Check Kasten Location Profile is Immutable	
kasten-minimum-retention		changes objects, and checks none	Set Kasten Policy Minimum Backup Retention	
kasten-validate-ns-by-preset-label		is about what kasten brings, and no part of Kubernetes	Validate Data Protection with Kasten Preset Label	
kubecost-proactive-cost-control		is about what kubecost brings, and no part of Kubernetes	Kubecost Proactive Cost Control	
kubernetes-version-check		changes objects, and checks none	Kubernetes Version Check	
label-existing-namespaces		changes objects, and checks none	Label Existing Namespaces	
label-nodes-cri		changes objects, and checks none	Label Nodes with CRI Runtime	
limit-configmap-for-sa		looks at who asks the API server	Limit ConfigMap to ServiceAccounts for a User	
limit-containers-per-pod			Limit Containers per Pod	
limit-dnsnames		is about what cert-manager brings, and no part of Kubernetes	Limit dnsNames	
limit-duration		is about what cert-manager brings, and no part of Kubernetes	Certificate max duration 100 days	
limit-hostpath-type-pv			Limit hostPath PersistentVolumes to Specific Directories	allowed-host-path: { allow: [/data] }
limit-hostpath-vols			Limit hostPath Volumes to Specific Directories	allowed-host-path: { allow: [/data] }
memory-requests-equal-limits			Memory Requests Equal Limits	
metadata-match-regex			Metadata Matches Regex	
mitigate-log4shell		changes objects, and checks none	Log4Shell Mitigation	
mutate-large-termination-gps		changes objects, and checks none	Mutate termination Grace Periods Seconds	
mutate-pod-binding		changes objects, and checks none	Mutate Pod Binding	
namespace-inventory-check		needs a cluster	Namespace Inventory Check	
namespace-protection		looks at who asks the API server	Namespace Protection	
nfs-subdir-external-provisioner-storage-path		needs a cluster	NFS Subdirectory External Provisioner Enforce Storage Path	
nginx-ingress/restrict-annotations			Restrict NGINX Ingress annotation values	
only-trustworthy-registries-set-root		needs the image itself, or a registry	Only Trustworthy Registries Set Root	
pdb-maxunavailable			PodDisruptionBudget maxUnavailable Non-Zero	
pdb-minavailable			Check PodDisruptionBudget minAvailable	
podsecurity-subrule-baseline		is the preset pss-baseline	Baseline Pod Security Standards	
policy-for-exceptions		is about objects of Kyverno itself	Policy for PolicyExceptions	
prepend-image-registry		changes objects, and checks none	Prepend Image Registry	
prevent-bare-pods			Prevent Bare Pods	
prevent-cr8escape			Prevent cr8escape (CVE-2022-0811)	
prevent-disabling-injection-pods		is about what istio brings, and no part of Kubernetes	Prevent Disabling Istio Sidecar Injection	forbidden-annotation: { key: 'sidecar\\.istio\\.io/inject', pattern: 'false' }
prevent-duplicate-hpa			Prevent Duplicate HorizontalPodAutoscalers	
prevent-duplicate-vpa			Prevent Duplicate VerticalPodAutoscalers	
prevent-linkerd-pod-injection-override		is about what linkerd brings, and no part of Kubernetes	Prevent Linkerd Pod Injection Override	forbidden-annotation: { key: 'linkerd\\.io/inject', pattern: disabled }
prevent-linkerd-port-skipping		is about what linkerd brings, and no part of Kubernetes	Prevent Linkerd Port Skipping	forbidden-annotation: { key: 'config\\.linkerd\\.io/skip-(in|out)bound-ports' }
protect-node-taints		looks at how objects change	Protect Node Taints	
record-creation-details		looks at who asks the API server	Record Creation Details	
refresh-env-var-in-pod		changes objects, and checks none	Refresh Environment Variables in Pods	
refresh-volumes-in-pods		changes objects, and checks none	Refresh Volumes in Pods	
remove-hostpath-volumes		changes objects, and checks none	Remove hostPath Volumes	
remove-serviceaccount-token		changes objects, and checks none	Remove ServiceAccount Token	
replace-image-registry		changes objects, and checks none	Replace Image Registry	
replace-image-registry-with-harbor		changes objects, and checks none	Replace Image Registry With Harbor	
replace-ingress-hosts		changes objects, and checks none	Replace Ingress Hosts	
require-annotations			Require Annotations	
require-authorizationpolicy		is about what istio brings, and no part of Kubernetes	Require Istio AuthorizationPolicies	
require-aws-node-irsa		is about what aws brings, and no part of Kubernetes	Require aws-node DaemonSet use IRSA	
require-base-image		needs the image itself, or a registry	Check Image Base	
require-container-port-names			Require Container Port Names	
require-cpu-limits			Require CPU Limits	
require-deployments-have-multiple-replicas			Require Multiple Replicas	
require-drop-all			Drop All Capabilities	
require-drop-cap-net-raw			Drop CAP_NET_RAW	
require-emptydir-requests-limits			Require Requests and Limits for emptyDir	
require-encryption-aws-loadbalancers		is about what aws brings, and no part of Kubernetes	Require Encryption with AWS LoadBalancers	
require-image-checksum			Require Images Use Checksums	
require-image-source		needs the image itself, or a registry	Require Image Source	
require-imagepullsecrets			Require imagePullSecrets	require-pull-secret: { public: [ghcr.io, quay.io] }
require-ingress-https			Require Ingress HTTPS	
require-kubecost-labels		is about what kubecost brings, and no part of Kubernetes	Require Kubecost Labels	require-label: { key: owner, pattern: '.+', kinds: [Pod] }, { key: team, pattern: '.+', kinds: [Pod] }, { key: department, pattern: '.+', kinds: [Pod] }, { key: app, pattern: '.+', kinds: [Pod] }, { key: env, pattern: '.+', kinds: [Pod] }
require-labels			Require Labels	
require-linkerd-mesh-injection		is about what linkerd brings, and no part of Kubernetes	Require Linkerd Mesh Injection	require-annotation: { key: linkerd.io/inject, pattern: enabled, kinds: [Namespace] }
require-linkerd-server		is about what linkerd brings, and no part of Kubernetes	Require Linkerd Server	
require-netpol			Require NetworkPolicy	
require-non-root-groups			Require Non-Root Groups	
require-pdb			Require PodDisruptionBudget	
require-pod-priorityclassname			Require Pod priorityClassName	
require-pod-requests-limits			Require Limits and Requests	
require-probes			Require Pod Probes	
require-qos-burstable			Require QoS Burstable	
require-qos-guaranteed			Require QoS Guaranteed	
require-ro-rootfs			Require Read-Only Root Filesystem	
require-run-as-containeruser			Require Run As ContainerUser (Windows)	
require-run-as-non-root-user			Require Run As Non-Root User	
require-run-as-nonroot			Require runAsNonRoot	
require-storageclass			Require StorageClass	
require-tekton-bundle		is about what tekton brings, and no part of Kubernetes	Require Tekton Bundle	
require-tekton-namespace-pipelinerun		is about what tekton brings, and no part of Kubernetes	Require Namespace for Tekton PipelineRun	forbidden-field: { path: metadata.namespace, values: [default], kinds: [PipelineRun] }
require-tekton-securitycontext		is about what tekton brings, and no part of Kubernetes	Require securityContext for Tekton TaskRun	
require-unique-external-dns		needs a cluster	Require Unique External DNS Services	
require-unique-service-selector			Require Unique Service Selector	
require-unique-uid-per-workload		needs a cluster	Require Unique UID per Workload	
require-vulnerability-scan		needs the image itself, or a registry	Require Image Vulnerability Scans	
resolve-image-to-digest		changes objects, and checks none	Resolve Image to Digest	
resource-creation-updating-denied		goes by the time of day	Deny Creation and Updating of Resources	
restart-deployment-on-secret-change		changes objects, and checks none	Restart Deployment On Secret Change	
restrict-adding-capabilities			Restrict Adding Capabilities	allowed-capability: { allow: [NET_BIND_SERVICE, CAP_CHOWN] }
restrict-annotations			Restrict Annotations	
restrict-apparmor-profiles			Restrict AppArmor	
restrict-automount-sa-token			Restrict Auto-Mount of Service Account Tokens	
restrict-binding-clusteradmin			Restrict Binding to Cluster-Admin	
restrict-binding-system-groups			Restrict Binding System Groups	
restrict-clusterrole-mutating-validating-admission-webhooks			Restrict Clusterrole for Mutating and Validating Admission Webhooks	
restrict-clusterrole-nodesproxy			Restrict ClusterRole with Nodes Proxy	
restrict-controlplane-scheduling			Restrict control plane scheduling	forbidden-field: { path: 'pod.spec.tolerations[*].key', values: [node-role.kubernetes.io/master, node-role.kubernetes.io/control-plane] }
restrict-deprecated-registry			Restrict Deprecated Registry	
restrict-edit-for-endpoints			Restrict Edit for Endpoints CVE-2021-25740	
restrict-escalation-verbs-roles			Restrict Escalation Verbs in Roles	
restrict-image-registries			Restrict Image Registries	
restrict-ingress-classes			Restrict Ingress Classes	
restrict-ingress-defaultbackend			Restrict Ingress defaultBackend	
restrict-ingress-host		forbids a second Ingress for a host, though its paths may differ; no-duplicate-route finds the same path	Unique Ingress Host	
restrict-ingress-paths			Restrict NGINX Ingress path values	
restrict-ingress-wildcard			Restrict Ingress Host with Wildcards	
restrict-issuer		is about what cert-manager brings, and no part of Kubernetes	Restrict issuer	
restrict-jobs			Restrict Jobs	
restrict-loadbalancer			Disallow Service Type LoadBalancer	
restrict-networkpolicy-empty-podselector			Restrict NetworkPolicy with Empty podSelector	require-policy-selector: { always: true }
restrict-node-affinity			Restrict Node Affinity	forbidden-field: { path: pod.spec.affinity.nodeAffinity }
restrict-node-label-changes		looks at how objects change	Restrict node label changes	
restrict-node-label-creation			Restrict node label creation	forbidden-field: { path: metadata.labels.foo, kinds: [Node] }
restrict-node-port			Disallow NodePort	
restrict-node-selection			Restrict node selection	
restrict-pod-controller-serviceaccount-updates		looks at how objects change	Restrict Pod Controller ServiceAccount Updates	
restrict-pod-count-per-node		needs a cluster	Restrict Pod Count per Node	
restrict-runtimeClassName			Restrict runtimeClass	required-field: { path: pod.spec.runtimeClassName, onlyIfPresent: true, values: [prodclass, expclass] }
restrict-scale		looks at how objects change	Restrict Scale	
restrict-seccomp			Restrict Seccomp	
restrict-seccomp-strict			Restrict Seccomp (Strict)	
restrict-secret-role-verbs			Restrict Secret Verbs in Roles	
restrict-secrets-by-label		needs a cluster	Restrict Secrets by Label	
restrict-secrets-by-name			Restrict Secrets by Name	required-field: { path: 'pod.spec.volumes[*].secret.secretName', onlyIfPresent: true, pattern: 'safe-.*' }, { path: 'pod.spec.containers[*].env[*].valueFrom.secretKeyRef.name', onlyIfPresent: true, pattern: 'safe-.*' }, { path: 'pod.spec.containers[*].envFrom[*].secretRef.name', onlyIfPresent: true, pattern: 'safe-.*' }, { path: 'pod.spec.initContainers[*].env[*].valueFrom.secretKeyRef.name', onlyIfPresent: true, pattern: 'safe-.*' }, { path: 'pod.spec.initContainers[*].envFrom[*].secretRef.name', onlyIfPresent: true, pattern: 'safe-.*' }
restrict-service-account		needs a cluster	Restrict Service Account	
restrict-service-external-ips			Restrict External IPs	
restrict-service-port-range			Restrict Service Port Range	required-field: { path: 'spec.ports[*].port', pattern: '32[0-9]{3}|33000', kinds: [Service] }
restrict-storageclass			Restrict StorageClass	
restrict-sysctls			Restrict sysctls	
restrict-usergroup-fsgroup-id			Validate User ID, Group ID, and FS Group	required-field: { path: pod.spec.securityContext.runAsUser, values: ['1000'] }, { path: pod.spec.securityContext.runAsGroup, values: ['3000'] }, { path: pod.spec.securityContext.fsGroup, values: ['2000'] }
restrict-virtual-service-wildcard		is about what istio brings, and no part of Kubernetes	Restrict Virtual Service Host with Wildcards	forbidden-field: { path: 'spec.hosts[*]', pattern: '.*\\*.*', kinds: [VirtualService] }
restrict-volume-types			Restrict Volume Types	
restrict-wildcard-resources			Restrict Wildcards in Resources	
restrict-wildcard-verbs			Restrict Wildcard in Verbs	
restricted-exclude-capabilities		is the preset pss-restricted, with exceptions in podlint-ignore comments	Restricted Pod Security Standards with Container-Level Control Exemption	
restricted-exclude-seccomp		is the preset pss-restricted, with exceptions in podlint-ignore comments	Restricted Pod Security Standards with Spec and Container-Level Control Exemption	
restricted-latest		is the preset pss-restricted, with exceptions in podlint-ignore comments	Restricted Pod Security Standards	
scale-deployment-zero		changes objects, and checks none	Scale Deployment to Zero	
service-mesh-disallow-capabilities		is about what istio brings, and no part of Kubernetes	Service Mesh Disallow Capabilities	
service-mesh-require-run-as-nonroot		is about what istio brings, and no part of Kubernetes	Service Mesh Require runAsNonRoot	
set-karpenter-non-cpu-limits		changes objects, and checks none	Set non-CPU limits for pods to work well with Karpenter.	
spread-pods-across-topology		changes objects, and checks none	Spread Pods Across Nodes	
sync-secrets		makes objects, and checks none	Sync Secrets	
team-validate-ns-name		is about what openshift brings, and no part of Kubernetes	Validate Team Namespace Schema	
time-bound-policy		goes by the time of day	Time-Bound Policy	
topologyspreadconstraints-policy			Spread Pods Across Nodes & Zones	
unique-ingress-host-and-path			Unique Ingress Host and Path	
unique-ingress-paths			Unique Ingress Path	
unique-routes		is about what openshift brings, and no part of Kubernetes	Require unique host names in OpenShift routes	
update-image-tag		changes objects, and checks none	Update Image Tag	
validate-cron-schedule		is about what velero brings, and no part of Kubernetes	Validate Schedule	
verify-flux-images		needs the image itself, or a registry	Verify Flux Images	
verify-flux-sources		is about what flux brings, and no part of Kubernetes	Verify Flux Sources	
verify-git-repositories		is about what flux brings, and no part of Kubernetes	Verify Git Repositories	required-field: { path: spec.url, pattern: '(https://github\\.com/|ssh://git@github\\.com:)fluxcd/.+', kinds: [GitRepository] }
verify-image		needs the image itself, or a registry	Verify Image	
verify-image-cve-2022-42889		needs the image itself, or a registry	Verify Image Check CVE-2022-42889	
verify-image-gcpkms		needs the image itself, or a registry	Verify Image GCP KMS	
verify-image-ivpol		needs the image itself, or a registry	Verify Image	
verify-image-slsa		needs the image itself, or a registry	Verify SLSA Provenance (Keyless)	
verify-image-with-multi-keys		needs the image itself, or a registry	Verify Image with Multiple Keys	
verify-manifest-integrity		needs the image itself, or a registry	Verify Manifest Integrity	
verify-sbom-cyclonedx		needs the image itself, or a registry	Verify CycloneDX SBOM (Keyless)	
verify-tekton-pipeline-bundle-signatures		needs the image itself, or a registry	Require Signed Tekton Pipeline	
verify-tekton-taskrun-signatures		needs the image itself, or a registry	Require Signed Tekton Task	
verify-tekton-taskrun-vuln-scan		needs the image itself, or a registry	Check Tekton TaskRun Vulnerability Scan	
verify-vpa-target			Verify VerticalPodAutoscaler Target	`};0&&(module.exports={PEER_CHECKS});
}))
