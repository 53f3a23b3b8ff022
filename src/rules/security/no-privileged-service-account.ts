import { defineRule, yaml } from '../../engine/define-rule.ts'
import { accountOf } from '../../model/bindings.ts'
import { PERMISSIONS, TAKE_OVER } from '../../model/rbac.ts'
import { placeInBinding } from '../../model/role-binding.ts'

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow pods whose service account can take over the cluster.',
  why: 'Whoever breaks into the program has what its account may do: read all Secrets, start pods, or give itself more.',
  howToFix: 'Give the account a role with what the program does, or set `automountServiceAccountToken: false` where it does nothing with the API server.',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks'],
  peers: { kubescape: ['C-0267', 'C-0272', 'C-0053'] },
  crossObject: true,
  options: {
    permissions: { default: TAKE_OVER, description: 'Permissions that no pod should have: `bindRoles`, `changeWebhooks`, `createPods`, `createTokens`, `enterPods`, `impersonate`, `readSecrets`, `useNodeProxy` and others.' },
  },
  bad: [
    {
      title: 'by a role of the same files, and by one of Kubernetes',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              serviceAccountName: web # ✖ Service account "web" can read all Secrets, by ClusterRole "reader" through ClusterRoleBinding "web"
              containers:
                - name: app
                  image: example.com/app:1.0
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: reader
        rules:
          - apiGroups: [""]
            resources: [secrets]
            verbs: [get, list]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: web
        subjects:
          - kind: ServiceAccount
            name: web
            namespace: shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: reader
      `,
    },
    {
      title: 'by a role that is made of others',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              serviceAccountName: web # ✖ Service account "web" can run commands in pods, by ClusterRole "all" through RoleBinding "web"
              containers:
                - name: app
                  image: example.com/app:1.0
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: all
        aggregationRule:
          clusterRoleSelectors:
            - matchLabels:
                example.com/part-of: all
        rules: []
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: part
          labels:
            example.com/part-of: all
        rules:
          - apiGroups: [""]
            resources: [pods/exec]
            verbs: [create]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: web
          namespace: shop
        subjects:
          - kind: ServiceAccount
            name: web
            namespace: shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: all
      `,
    },
  ],
  good: [
    {
      title: 'a role that reads Services, and no token',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              serviceAccountName: web
              containers:
                - name: app
                  image: example.com/app:1.0
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: reader
        rules:
          - apiGroups: [""]
            resources: [services]
            verbs: [get, list]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: web
        subjects:
          - kind: ServiceAccount
            name: web
            namespace: shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: reader
      `,
    },
  ],
  visit: {
    podSpec(pod, { index, options, report }) {
      const account = accountOf(pod)
      if (!index.mountsToken(pod)) return
      for (const binding of index.bindings.of(pod.object.namespace, account)) {
        const { all, permissions } = index.bindings.rightsOf(binding)
        const can = all ? 'do everything' : permissions.filter((name) => options.permissions.includes(name)).map((name) => PERMISSIONS[name].can)[0]
        if (can === undefined) continue
        const { kind = '', name = '' } = binding.value.roleRef ?? {}
        report(pod.at('serviceAccountName'), `Service account "${account}" can ${can}, by ${kind} "${name}" through ${binding.kind} "${binding.name}"`, undefined, {
          related: [{ place: placeInBinding(binding, 'roleRef', 'name'), message: 'bound here' }],
        })
        return
      }
    },
  },
})
