/** Objects that every cluster has. */
const NAMES: ReadonlyMap<string, RegExp> = new Map(Object.entries({
  ClusterRole: /^(cluster-admin|admin|edit|view|system:.*)$/,
  ConfigMap: /^(istio-ca-root-cert|kube-root-ca\.crt|openshift-service-ca\.crt|cluster-info|extension-apiserver-authentication|kubeadm-config|kubelet-config|kube-proxy|coredns|aws-auth)$/,
  PriorityClass: /^system-(cluster|node)-critical$/,
  Role: /^(system:.*|extension-apiserver-authentication-reader|kube-proxy|kubeadm:.*)$/,
  Service: /^(kubernetes|kube-dns)$/,
  ServiceAccount: /^(default|builder|deployer|coredns|kube-proxy|kube-dns|node-controller|generic-garbage-collector|persistent-volume-binder|bootstrap-signer|token-cleaner|namespace-controller)$/,
}))

export const isBuiltIn = (kind: string, name: string): boolean => NAMES.get(kind)?.test(name) === true
