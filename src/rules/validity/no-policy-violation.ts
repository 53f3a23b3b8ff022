import { defineRule, yaml } from '../../engine/define-rule.ts'

// Found at the end of a run, when all policies are known: see cel/policies.
export default defineRule({
  severity: 'error',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Hold objects against the ValidatingAdmissionPolicies among the files, and those of `--policy`.',
  why: 'The API server asks every ValidatingAdmissionPolicy that is bound about an object before it stores it, and refuses what a validation is false for. The same expressions are evaluated here by the same code, on the object as the server would store it.',
  howToFix:
    'Change the object so that the policy allows it, or the policy. What the binding does decides how severe it is: `Deny` is an error, `Warn` a warning, `Audit` an info. A policy for pods is held against the templates of workloads, too, and is a warning there at most: the workload is stored, and gets no pods. What needs a cluster, such as the user or the labels of a namespace that is not among the files, is said once for each policy. See [docs/policies.md](../policies.md).',
  references: ['https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/'],
  peers: { kyverno: ['(ValidatingAdmissionPolicy)'] },
  bad: [
    {
      title: 'more replicas than the policy allows',
      yaml: yaml`
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata:
          name: replica-limit
        spec:
          matchConstraints:
            resourceRules:
              - operations: [CREATE, UPDATE]
                apiGroups: [apps]
                apiVersions: [v1]
                resources: [deployments]
          validations:
            - expression: object.spec.replicas <= 5
              messageExpression: "'at most 5 replicas, not ' + string(object.spec.replicas)"
        ---
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicyBinding
        metadata:
          name: replica-limit
        spec:
          policyName: replica-limit
          validationActions: [Deny]
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 6 # ✖ replicas breaks policy "replica-limit": at most 5 replicas, not 6
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: nginx:1.27
      `,
    },
    {
      title: 'pods of a workload that a policy for pods refuses',
      yaml: yaml`
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata:
          name: no-latest
        spec:
          matchConstraints:
            resourceRules:
              - operations: [CREATE]
                apiGroups: [""]
                apiVersions: [v1]
                resources: [pods]
          validations:
            - expression: object.spec.containers.all(c, !c.image.endsWith(':latest'))
              message: pin the image
        ---
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicyBinding
        metadata:
          name: no-latest
        spec:
          policyName: no-latest
          validationActions: [Deny]
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: nginx:latest # ✖ image breaks policy "no-latest", so this Deployment gets no pods: pin the image
      `,
    },
    {
      title: 'a policy that reads what only a cluster knows, and one that nothing binds',
      yaml: yaml`
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata:
          name: by-name
        spec:
          matchConstraints:
            resourceRules:
              - operations: [CREATE]
                apiGroups: [""]
                apiVersions: [v1]
                resources: [configmaps]
          validations:
            - expression: request.userInfo.username == object.metadata.name # ✖ Policy "by-name" is undecided for an object: without a cluster, nobody knows request.userInfo
        ---
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicyBinding
        metadata:
          name: by-name
        spec:
          policyName: by-name
          validationActions: [Deny]
        ---
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata:
          name: unbound # ✖ Policy "unbound" has no binding among the files, so it has no effect
        spec:
          matchConstraints:
            resourceRules:
              - operations: [CREATE]
                apiGroups: [""]
                apiVersions: [v1]
                resources: [configmaps]
          validations:
            - expression: has(object.data)
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
      `,
    },
  ],
  good: [
    {
      title: 'one that the server fills in',
      yaml: yaml`
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata:
          name: replica-limit
        spec:
          matchConstraints:
            resourceRules:
              - operations: [CREATE, UPDATE]
                apiGroups: [apps]
                apiVersions: [v1]
                resources: [deployments]
          validations:
            - expression: object.spec.replicas <= 5
        ---
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicyBinding
        metadata:
          name: replica-limit
        spec:
          policyName: replica-limit
          validationActions: [Deny]
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: nginx:1.27
      `,
    },
  ],
})
