/*91bc3fac57a91e04*/(typeof module=="object"?part=>part(exports,require,module,__filename,__dirname):part=>part)((function(exports,require,module,__filename,__dirname){"use strict";var s=Object.defineProperty;var r=Object.getOwnPropertyDescriptor;var c=Object.getOwnPropertyNames;var m=Object.prototype.hasOwnProperty;var p=(n,e)=>{for(var t in e)s(n,t,{get:e[t],enumerable:!0})},l=(n,e,t,o)=>{if(e&&typeof e=="object"||typeof e=="function")for(let a of c(e))!m.call(n,a)&&a!==t&&s(n,a,{get:()=>e[a],enumerable:!(o=r(e,a))||o.enumerable});return n};var d=n=>l(s({},"__esModule",{value:!0}),n);var b={};p(b,{documentedRules:()=>u});module.exports=d(b);var i=require("./cli.cjs").rules,h=[{since:"0.1.0",summary:"Disallow keys that kubectl reads as something else than what is written.",why:'For kubectl `on`, `yes` and `1.10` are booleans and numbers even as keys, so a file of a ConfigMap ends up with the name "true" or "1.1".',howToFix:"Put the key in quotes.",references:["https://kubernetes.io/docs/concepts/configuration/configmap/","https://yaml.org/type/bool.html"],peers:{},bad:[{title:"names of files that are words and numbers to YAML",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: flags
data:
  on: all the lamps # \u2716 Key "on" is read as "true"
  1.10: notes # \u2716 Key "1.10" is read as "1.1"
`}],good:[{title:"in quotes, and a number that stays what it is",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: flags
data:
  "on": all the lamps
  8080: web
`}]},{since:"0.1.0",summary:"Disallow values that YAML 1.1 and YAML 1.2 read differently.",why:"To kubectl and Helm `yes` is true and `010` is 8. Tools for YAML 1.2 read a string and 10, so what they show, check or generate is not what is applied.",howToFix:"Write `true`, `false` or a decimal number, or put the value in quotes where a string is meant.",references:["https://yaml.org/type/bool.html","https://yaml.org/spec/1.2.2/#103-core-schema"],peers:{},bad:[{title:"a word and an octal number",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 010 # \u2716 Value "010" is 8 to kubectl and 10 to YAML 1.2
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      hostNetwork: no # \u2716 Value "no" is false to kubectl and a string to YAML 1.2
      containers:
        - name: app
          image: example.com/app:1.0
`}],good:[{title:"strings in quotes, and a file mode",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    canary: "no"
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      env:
        - name: VERBOSE
          value: "yes"
  volumes:
    - name: keys
      secret:
        secretName: keys
        defaultMode: 0400
`}]},{since:"0.1.0",summary:"Disallow file modes that look octal but are decimal.",why:"Without its leading zero, `400` is the mode 0620: the group may write the key, and its owner is not alone. Above 511 the API server refuses the number.",howToFix:"Write the leading zero, `0400`; in JSON, which has no octal numbers, the decimal value, 256.",references:["https://kubernetes.io/docs/concepts/configuration/secret/#secret-files-permissions"],peers:{},bad:[{title:"a mode without its zero",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
  volumes:
    - name: keys
      secret:
        secretName: keys
        defaultMode: 400 # \u2716 File mode 400 is decimal and means 0620
        items:
          - key: public
            path: public
            mode: 644 # \u2716 File mode 644 is decimal and means 01204
`}],good:[{title:"octal, or the decimal number of a sensible mode",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
  volumes:
    - name: keys
      secret:
        secretName: keys
        defaultMode: 0400
    - name: settings
      configMap:
        name: settings
        defaultMode: 420
`}]},{since:"0.1.0",summary:"Disallow setting an environment variable of a container twice.",why:"The last one wins. Server-side apply refuses the object, and a client-side apply may drop one of the two, not always the same.",howToFix:"Delete the value that is out of date.",references:["https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/"],peers:{"kube-linter":["duplicate-env-var"],"kube-score":["environment-variable-key-duplication"],kubescape:["C-0295"],sonar:["S6907"]},bad:[{title:"the same value twice",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      env:
        - name: LOG_LEVEL
          value: info
        - name: LOG_LEVEL # \u2716 Environment variable "LOG_LEVEL" of container "app" is set twice
          value: info
`}],good:[{title:"a value that extends the one before",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      env:
        - name: FLAGS
          value: --verbose
        - name: FLAGS
          value: $(FLAGS) --color
`}]},{since:"0.1.0",summary:"Disallow the same key twice in one map.",why:"Only the last value counts, so what stands above it is silently lost; with strict validation the API server refuses the object.",howToFix:"Delete the key that is not meant, or merge the two values.",references:["https://yaml.org/spec/1.2.2/#3213-node-comparison"],peers:{monokle:["YML010"],kubeconform:["-strict"],yamllint:["key-duplicates"]},bad:[{title:"a label twice",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  labels:
    app: web
    app: shop # \u2716 Key "app" is set twice in the same map
`}],good:[{title:"two labels",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  labels:
    app: web
    part-of: shop
`}]},{since:"0.1.0",summary:"Disallow two items of a list that the API tells apart by the same key.",why:"Server-side apply refuses the object, and a client-side apply merges the two into one.",howToFix:"Give each item a key of its own, or delete one of them.",references:["https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy"],peers:{kubeconform:["(none)"],"flux-schema":["(list map)"]},bad:[{title:"two conditions for one gate",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostAliases:
    - ip: 10.0.0.1
      hostnames: [a.example]
    - ip: 10.0.0.1 # \u2716 hostAliases[1] has the same ip "10.0.0.1" as hostAliases[0]
      hostnames: [b.example]
  containers:
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"an item for each key",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostAliases:
    - ip: 10.0.0.1
      hostnames: [a.example, b.example]
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Disallow amounts of memory, storage and CPU that nobody means.",why:"The API server takes them, but no node has 500 cores to spare, and no program fits into half a byte of memory: the pod stays pending, or its container never starts.",howToFix:"Mind the units: `m` is a thousandth and belongs to CPU, `Mi` and `Gi` belong to memory and storage, and a bare number is bytes or whole cores.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#resource-units-in-kubernetes"],peers:{},bad:[{title:"bytes in place of gibibytes",yaml:`apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: database
spec:
  serviceName: database
  selector:
    matchLabels:
      app: database
  template:
    metadata:
      labels:
        app: database
    spec:
      containers:
        - name: database
          image: example.com/database:1.0
  volumeClaimTemplates:
    - metadata:
        name: data
      spec:
        accessModes: [ReadWriteOnce]
        resources:
          requests:
            storage: 10 # \u2716 storage of 10 is less than 1M
`}],good:[{title:"thousandths of a core, and bytes in powers of two",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      resources:
        requests:
          cpu: 100m
          memory: 128Mi
        limits:
          cpu: 2
          memory: 1e9
`}]},{since:"0.1.0",summary:"Disallow values that YAML takes for something else and drops.",why:"A value that begins with `!`, `&`, `#` or `>` is a tag, an anchor, a comment or the head of a block to YAML: the manifest applies, and a password in it is empty. Nothing says so before the program fails.",howToFix:"Put the value in single quotes. Write `|` instead of `>` where line breaks matter, and a space after `#` where a comment is meant.",references:["https://yaml.org/spec/1.2.2/#53-indicator-characters"],peers:{},bad:[{title:"passwords that begin with a sign of YAML",yaml:`apiVersion: v1
kind: Secret
metadata:
  name: passwords
stringData:
  admin: !S3cret # \u2716 "!S3cret" is read as a tag, so the value is empty
  backup: &S3cret # \u2716 "&S3cret" is read as an anchor, so the value is empty
  folded: > # \u2716 ">" is read as an empty block of text
  file: "C:\\new\\temp" # \u2716 "\\n" in a path is read as a line break
`}],good:[{title:"values in quotes, and comments with a space",yaml:`apiVersion: v1
kind: Secret
metadata:
  name: passwords
  annotations: &notes
    example.com/color: "#fff"
    example.com/owner: # nobody yet
stringData:
  admin: '!S3cret'
  backup: "&S3cret" # since May
  motd: >
    Hello.
`}]},{since:"0.1.0",summary:"Disallow keys that override what a merge has set.",why:"Helm, kubectl, Argo CD and Flux take the later value, which is what merges are for. Only an API server that gets the YAML itself, with strict validation, refuses the object.",howToFix:"Leave the rule off unless the manifest is sent to the API server as it is. Else take the key out of the map that is merged, and write it where it is used.",references:["https://yaml.org/type/merge.html"],peers:{},bad:[{title:"a merged key set again",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  <<: {level: info, color: blue}
  level: debug # \u2716 Key "level" is set twice in the same map, by a merge
`}],good:[{title:"a merge beside other keys",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  <<: {level: info}
  color: blue
`}]},{since:"0.1.0",summary:"Disallow placeholders that something still has to fill in.",why:"What comes in place of `${APP}` or `{{ name }}` cannot be checked, and a manifest that is applied as it is has the placeholder for a name, an image or a number.",howToFix:"Lint the output of the tool that fills it in, such as `envsubst`, `flux build` or `helm template`. Switch the rule off when the files are never applied as they are.",references:["https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution","https://www.gnu.org/software/gettext/manual/html_node/envsubst-Invocation.html"],peers:{},bad:[{title:"variables of Flux or envsubst, each reported once",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: \${APP} # \u2716 "\${APP}" is a placeholder that is not filled in
spec:
  replicas: \${REPLICAS:=2} # \u2716 "\${REPLICAS:=2}" is a placeholder that is not filled in
  selector:
    matchLabels:
      app: \${APP}
  template:
    metadata:
      labels:
        app: \${APP}
    spec:
      containers:
        - name: app
          image: example.com/app:\${TAG} # \u2716 "\${TAG}" is a placeholder that is not filled in
`}],good:[{title:"variables of a shell, which is to see them",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27
      command: [sh, -c, 'echo \${HOME}']
`}]},{since:"0.1.0",summary:"Disallow fields that the type does not have.",why:"The API server refuses the object, or drops the field without a word, so what it should set is never set.",howToFix:"Write the field as the API reference spells it, at the level where it belongs.",references:["https://kubernetes.io/docs/reference/using-api/api-concepts/#validation-for-unrecognized-or-duplicate-fields"],peers:{kubeconform:["-strict"],"kubectl-validate":["(default)"],monokle:["K8S001"]},bad:[{title:"resource instead of resources",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      resource: # \u2716 Container has no field "resource", did you mean "resources"?
        limits:
          memory: 500Mi
`}],good:[{title:"the right name",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      resources:
        limits:
          memory: 500Mi
`}]},{since:"0.1.0",summary:"Disallow kinds that the groups of Kubernetes do not have.",why:'The API server answers "no matches for kind": the name is misspelt, or the object is in another group or version.',howToFix:"Write the kind and apiVersion that the message proposes.",references:["https://kubernetes.io/docs/reference/kubernetes-api/"],peers:{monokle:["K8S004"],kubeconform:["(missing schema)"]},bad:[{title:"a misspelt kind",yaml:`apiVersion: apps/v1
kind: Deploymnet # \u2716 apps/v1 of Kubernetes 1.37 has no kind "Deploymnet", did you mean "Deployment"?
metadata:
  name: web
`}],good:[{title:"a custom resource",yaml:`apiVersion: example.com/v1
kind: Widget
metadata:
  name: web
`}]},{since:"0.1.0",summary:"Require the fields that the API needs.",why:"The API server refuses an object that lacks them.",howToFix:"Add the field that the message names.",references:["https://kubernetes.io/docs/reference/kubernetes-api/"],peers:{kubeconform:["(schema)"],"kubectl-validate":["(schema)"]},bad:[{title:"a role binding without a role",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding # \u2716 roleRef is required but missing
metadata:
  name: readers
subjects:
  - kind: User
    name: jane
    apiGroup: rbac.authorization.k8s.io
`}],good:[{title:"all that it needs",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: readers
subjects:
  - kind: User
    name: jane
    apiGroup: rbac.authorization.k8s.io
roleRef:
  kind: Role
  name: reader
  apiGroup: rbac.authorization.k8s.io
`}]},{since:"0.1.0",summary:"Require apiVersion and kind in every object.",why:"Without them nobody can tell what the object is, and kubectl refuses it.",howToFix:'Write both fields at the top of the document, for example "apiVersion: v1" and "kind: ConfigMap".',references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields"],peers:{kubeval:["(missing kind)"]},bad:[{title:"an object without apiVersion",yaml:`kind: ConfigMap # \u2716 The object has no apiVersion, did you mean "apiVersion: v1"?
metadata:
  name: settings
`}],good:[{title:"both fields",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
`}]},{since:"0.1.0",summary:"Require access reviews that ask one question about somebody.",why:"The API server refuses a review that asks about a resource and a URL at once, or about nobody.",howToFix:"Set `resourceAttributes` or `nonResourceAttributes`, and for others than oneself `user` or `groups`.",references:["https://kubernetes.io/docs/reference/access-authn-authz/authorization/#checking-api-access"],peers:{},bad:[{title:"a review about nobody",yaml:`apiVersion: authorization.k8s.io/v1
kind: SubjectAccessReview
spec: # \u2716 spec must have a user or groups
  resourceAttributes:
    resource: pods
    verb: get
`}],good:[{title:"a review about a user",yaml:`apiVersion: authorization.k8s.io/v1
kind: SubjectAccessReview
spec:
  user: jane
  resourceAttributes:
    resource: pods
    verb: get
`}]},{since:"0.1.0",summary:"Require admission policies that say for which requests they are, and what they check or change.",why:"The API server refuses a policy without rules for resources, without validations or mutations, and one with a blank expression or a name that expressions cannot use.",howToFix:"Set `matchConstraints.resourceRules`, and write at least one entry of `validations`, `auditAnnotations` or `mutations`, each with its expression.",references:["https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/","https://kubernetes.io/docs/reference/access-authn-authz/mutating-admission-policy/"],peers:{},bad:[{title:"a reason that does not exist, a variable with a reserved name",yaml:`apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata:
  name: replicas
spec: # \u2716 matchConstraints is required but missing
  variables:
    - name: namespace # \u2716 name is "namespace", must not be a reserved word of CEL
      expression: object.metadata.namespace
  validations:
    - expression: object.spec.replicas <= 5
      reason: TooMany # \u2716 reason is "TooMany", must be "Forbidden", "Invalid" or "RequestEntityTooLarge"
`}],good:[{title:"a limit for Deployments",yaml:`apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata:
  name: replicas
spec:
  matchConstraints:
    resourceRules:
      - operations: [CREATE, UPDATE]
        apiGroups: [apps]
        apiVersions: [v1]
        resources: [deployments]
  validations:
    - expression: object.spec.replicas <= 5
      message: at most five replicas
`}]},{since:"0.1.0",summary:"Require bindings of admission policies that name a policy and what follows from it.",why:"The API server refuses a binding without a policy, without actions, or with parameters that are found by a name and by a selector.",howToFix:"Set `policyName` and, for a ValidatingAdmissionPolicyBinding, `validationActions` to Deny or Warn, and Audit. Parameters need `name` or `selector`, and `parameterNotFoundAction`.",references:["https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/#getting-started-with-validating-admission-policy"],peers:{},bad:[{title:"two actions that say the same, parameters without an action",yaml:`apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata:
  name: replicas
spec:
  policyName: replicas
  validationActions: [Deny, Warn] # \u2716 validationActions cannot have both "Deny" and "Warn", which say the same
  paramRef: # \u2716 parameterNotFoundAction is required but missing
    name: limits
`}],good:[{title:"deny, and note in the audit log",yaml:`apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata:
  name: replicas
spec:
  policyName: replicas
  validationActions: [Deny, Audit]
  paramRef:
    name: limits
    parameterNotFoundAction: Deny
`}]},{since:"0.1.0",summary:"Require rules of webhooks and admission policies that say which requests they are for.",why:'The API server refuses a rule without operations, groups, versions or resources, and one in which a name stands beside the "*" that covers it.',howToFix:'Give each rule `operations` in capitals, `apiGroups` ("" for Pods, Services and the like), `apiVersions` and `resources`, and let "*" stand alone. Name each match condition and write its `expression`.',references:["https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#matching-requests-rules"],peers:{},bad:[{title:"operations in lower case, a name beside what covers it, a blank condition",yaml:`apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: images
webhooks:
  - name: images.example.com
    admissionReviewVersions: [v1]
    sideEffects: None
    clientConfig:
      url: https://images.example.com/validate
    rules:
      - operations: [create] # \u2716 operations[0] is "create", must be "CREATE", "UPDATE", "DELETE", "CONNECT" or "*"; did you mean "CREATE"?
        apiGroups: ["*", apps] # \u2716 apiGroups must have nothing beside "*"
        apiVersions: [v1]
        resources: ["pods/*", pods/log] # \u2716 resources[1] is "pods/log", already covered by "pods/*"
    matchConditions:
      - name: not-system
        expression: " " # \u2716 expression is " ", must not consist of spaces only
`}],good:[{title:"Pods and their logs",yaml:`apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: images
webhooks:
  - name: images.example.com
    admissionReviewVersions: [v1]
    sideEffects: None
    clientConfig:
      url: https://images.example.com/validate
    rules:
      - operations: [CREATE, UPDATE]
        apiGroups: [""]
        apiVersions: [v1]
        resources: [pods, pods/log]
    matchConditions:
      - name: not-system
        expression: request.namespace != "kube-system"
`}]},{since:"0.1.0",summary:"Require affinities with a weight, a topology and namespaces that the API server takes.",why:"The API server refuses an affinity with a weight out of range, or one to pods that does not say over which topology it reaches.",howToFix:"Use weights from 1 to 100, and set `topologyKey` to a label of nodes such as kubernetes.io/hostname.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#affinity-and-anti-affinity"],peers:{},bad:[{title:"no topology, no weight",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  affinity:
    podAntiAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        - labelSelector: # \u2716 requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey is required but missing
            matchLabels:
              app: web
      preferredDuringSchedulingIgnoredDuringExecution:
        - podAffinityTerm: # \u2716 preferredDuringSchedulingIgnoredDuringExecution[0].weight is missing, must be between 1 and 100
            topologyKey: topology.kubernetes.io/zone
            labelSelector:
              matchLabels:
                app: web
  containers:
    - name: app
      image: nginx:1.27
`}],good:[{title:"a weight and a topology",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  affinity:
    podAntiAffinity:
      preferredDuringSchedulingIgnoredDuringExecution:
        - weight: 100
          podAffinityTerm:
            topologyKey: topology.kubernetes.io/zone
            labelSelector:
              matchLabels:
                app: web
  containers:
    - name: app
      image: nginx:1.27
`}]},{since:"0.1.0",summary:"Require an APIService that is named after its version and group, with priorities and a Service.",why:"The API server refuses an APIService of another name, without priorities, or whose Service has no name or namespace.",howToFix:"Name it `<version>.<group>`, and set `groupPriorityMinimum`, `versionPriority` and, for a server of your own, `service`.",references:["https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/api-service-v1/"],peers:{},bad:[{title:"a name without the version, a Service without a namespace",yaml:`apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata:
  name: metrics.k8s.io # \u2716 name is "metrics.k8s.io", must be "v1beta1.metrics.k8s.io", its version and group
spec:
  group: metrics.k8s.io
  version: v1beta1
  groupPriorityMinimum: 100
  versionPriority: 100
  service: # \u2716 namespace is required but missing
    name: metrics-server
`}],good:[{title:"a Service",yaml:`apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata:
  name: v1beta1.metrics.k8s.io
spec:
  group: metrics.k8s.io
  version: v1beta1
  groupPriorityMinimum: 100
  versionPriority: 100
  service:
    name: metrics-server
    namespace: kube-system
`}]},{since:"0.1.0",summary:"Require a CertificateSigningRequest with a signed request, a signer and usages.",why:"The API server refuses a request that it cannot read, a signer without a domain, and usages that do not exist.",howToFix:"Put the PEM text of the request into `request` as base64, name the signer as `domain/name`, and use the usages of Kubernetes: `client auth`, `digital signature`.",references:["https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/"],peers:{},bad:[{title:"no request at all, a signer without a domain, a usage of OpenSSL",yaml:`apiVersion: certificates.k8s.io/v1
kind: CertificateSigningRequest
metadata:
  name: jane
spec:
  request: aGVsbG8= # \u2716 request is "aGVsbG8=", must be a PEM block "CERTIFICATE REQUEST"
  signerName: kube-apiserver-client # \u2716 signerName is "kube-apiserver-client", must have the form domain/name, with exactly one "/"
  usages:
    - client auth
    - clientAuth # \u2716 usages[1] "clientAuth" is not a usage that Kubernetes knows, such as "client auth"
`}],good:[{title:"a client certificate",yaml:`apiVersion: certificates.k8s.io/v1
kind: CertificateSigningRequest
metadata:
  name: jane
spec:
  request: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlIZE1JR0RBZ0VBTUNFeEVEQU9CZ05WQkFvTUIyVjRZVzF3YkdVeERUQUxCZ05WQkFNTUJHcGhibVV3V1RBVApCZ2NxaGtqT1BRSUJCZ2dxaGtqT1BRTUJCd05DQUFTQTBTOFJzcGVyUWRwbHh3bEZaZ0pvZnpxbEVab0VrdUw1Ck5tVVkrcmRCOTdYSHFiVTVkYndsRzJpekRyTWY4Q0xJem9acHkzUUNhTmVXZHpjeWs3NU9vQUF3Q2dZSUtvWkkKemowRUF3SURTUUF3UmdJaEFPSTd2OThGcGI2bkR2ZllrZjVPM2xiUk05c3RxSkRXcmFzMGI4Z3piWFY5QWlFQQozK1ZiQVVydURlN0dadFFIZzI5TUtTd1haZkRRa3dkOWZYYi9rdnF5bGNVPQotLS0tLUVORCBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0K
  signerName: kubernetes.io/kube-apiserver-client
  expirationSeconds: 86400
  usages:
    - client auth
`}]},{since:"0.1.0",summary:"Require a ClusterTrustBundle of authorities that is named after its signer.",why:"The API server refuses a bundle without certificates, one with keys or certificates of servers, and a name that is not that of its signer.",howToFix:"Put only the certificates of authorities into `trustBundle`, and name it `<domain>:<name>:<text>` after `signerName`.",references:["https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/#cluster-trust-bundles"],peers:{},bad:[{title:"no certificate, and a name without the signer",yaml:`apiVersion: certificates.k8s.io/v1
kind: ClusterTrustBundle
metadata:
  name: roots # \u2716 name is "roots", must begin with "example.com:internal:", its signer
spec:
  signerName: example.com/internal
  trustBundle: "" # \u2716 Trust bundle must have a certificate in PEM
`}],good:[{title:"an authority",yaml:`apiVersion: certificates.k8s.io/v1
kind: ClusterTrustBundle
metadata:
  name: example.com:internal:roots
spec:
  signerName: example.com/internal
  trustBundle: |
    -----BEGIN CERTIFICATE-----
    MIIBbzCCARWgAwIBAgIUUhznC9TpQmCIdXyKHkMTj30jDbswCgYIKoZIzj0EAwIw
    DDEKMAgGA1UEAwwBYTAgFw0yNjExMjgxNDAzMjRaGA8yMTI2MTEwNDE0MDMyNFow
    DDEKMAgGA1UEAwwBYTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABHIAvgA1oEOa
    eIyXbiRsR8YsUtcWJAcawCi6RNLI9LYyvIi+w5slo5gO8mtInC6hz7iDRuz7JSXi
    XHweoCwnvyWjUzBRMB0GA1UdDgQWBBSaZsyX0OPUEghqLlofWxRlF+LS7zAfBgNV
    HSMEGDAWgBSaZsyX0OPUEghqLlofWxRlF+LS7zAPBgNVHRMBAf8EBTADAQH/MAoG
    CCqGSM49BAMCA0gAMEUCIQC7D4l/86z9cbsa6FiJNjh8uPtT5Eb1Dy29lZXeEEWe
    3wIgK3cAGmae2y5dxkSo1aPHVot9xj5cFrqcLRK1uCD5fFY=
    -----END CERTIFICATE-----
`}]},{since:"0.1.0",summary:"Require ConfigMaps whose keys can be file names, and which are not too large.",why:"Keys become names of files and variables; a key that cannot be one, or more than 1 MiB of values, makes the API server refuse the object.",howToFix:'Use letters, digits, "-", "_" and "." in keys, and split what is larger than 1 MiB into several ConfigMaps or put it into an image.',references:["https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-object"],peers:{},bad:[{title:"a path as a key",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  etc/app.conf: "" # \u2716 Key "etc/app.conf" of data must consist of letters, digits, "-", "_" and "."
`}],good:[{title:"a file name as a key",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  app.conf: ""
`}]},{since:"0.1.0",summary:"Require containers that the API server takes: a name, an image, known policies.",why:"The API server refuses a pod with a container that lacks its name or image, or whose name is taken or no DNS label.",howToFix:'Give every container an image and a name of its own, of lower case letters, digits and "-".',references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container"],peers:{},bad:[{title:"a malformed name, a name twice, no image, an unknown policy",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: init-myService # \u2716 name is "init-myService", must consist of lower case letters, digits and "-"
      image: busybox:1.37
    - name: app # \u2716 name is "app", already used by containers[0]
      image: busybox:1.37
  containers:
    - name: app
      image: nginx:1.27
      imagePullPolicy: always # \u2716 imagePullPolicy is "always", must be "Always", "IfNotPresent" or "Never"; did you mean "Always"?
    - name: side # \u2716 containers[1].image is required but missing
`}],good:[{title:"names, images and policies that exist",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: init-my-service
      image: busybox:1.37
  containers:
    - name: app
      image: nginx:1.27
      imagePullPolicy: IfNotPresent
`}]},{since:"0.1.0",summary:"Require ports that the API server takes, and host ports that do not collide.",why:"The API server refuses a pod with a port out of range, an unknown protocol, a malformed or repeated name, or a host port twice.",howToFix:'Use numbers from 1 to 65535, the protocols TCP, UDP and SCTP in capitals, and names of at most 15 lower case letters, digits and "-".',references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports"],peers:{"kube-score":["container-ports-check"],"kube-linter":["invalid-target-ports"]},bad:[{title:"a name that is too long, a protocol in lower case, a host port twice",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.27
      ports:
        - name: application-http # \u2716 name is "application-http", must be at most 15 characters
          containerPort: 8080
          hostPort: 80
        - name: dns
          containerPort: 53
          protocol: udp # \u2716 protocol is "udp", must be "TCP", "UDP" or "SCTP"; did you mean "UDP"?
        - name: other
          containerPort: 8081
          hostPort: 80 # \u2716 Host port 80/TCP is already used by ports[0]
`}],good:[{title:"one host port for each protocol",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: dns
spec:
  containers:
    - name: app
      image: coredns:1.12
      ports:
        - name: dns
          containerPort: 53
          hostPort: 53
          protocol: UDP
        - name: dns-tcp
          containerPort: 53
          hostPort: 53
          protocol: TCP
`}]},{since:"0.1.0",summary:"Require a revision with data.",why:"The API server refuses a revision that holds nothing to go back to.",howToFix:"Let the controller write this object.",references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/controller-revision-v1/"],peers:{},bad:[{title:"no data",yaml:`apiVersion: apps/v1
kind: ControllerRevision # \u2716 data is required but missing
metadata:
  name: web-1
revision: -1 # \u2716 revision is -1, must be at least 0
`}],good:[{title:"a template",yaml:`apiVersion: apps/v1
kind: ControllerRevision
metadata:
  name: web-1
revision: 1
data:
  spec: {}
`}]},{since:"0.1.0",summary:"Require schedules that a clock can meet.",why:"The API server refuses a CronJob whose schedule no clock meets.",howToFix:"Write five fields (minute, hour, day of month, month, day of week) and name the time zone in `timeZone`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#writing-a-cronjob-spec"],peers:{"kube-linter":["mismatching-selector"],"kube-score":["deployment-pod-selector-labels-match-template-metadata-labels","statefulset-pod-selector-labels-match-template-metadata-labels","cronjob-restartpolicy"],kubescape:["C-0296"],popeye:["508"],datree:["CRONJOB_INVALID_SCHEDULE_VALUE"]},bad:[{title:"an hour that no clock has",yaml:`apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: 0 25 * * 1 # \u2716 schedule "0 25 * * 1" has "25" for the hour, which is outside 0\u201323
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: report
              image: example.com/report:1.0
`}],good:[{title:"one o\u2019clock on Mondays",yaml:`apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: 0 1 * * 1
  timeZone: Europe/Berlin
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: report
              image: example.com/report:1.0
`}]},{since:"0.1.0",summary:"Require CSI drivers with known policies and modes.",why:"The API server refuses a driver with a policy or mode that does not exist, or with tokens that end too soon.",howToFix:"Write policies and modes as the documentation spells them, and ask for one token for each audience.",references:["https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/csi-driver-v1/"],peers:{},bad:[{title:"an unknown mode, an audience twice",yaml:`apiVersion: storage.k8s.io/v1
kind: CSIDriver
metadata:
  name: secrets.example.com
spec:
  volumeLifecycleModes:
    - Inline # \u2716 volumeLifecycleModes[0] is "Inline", must be "Persistent" or "Ephemeral"
  serviceAccountTokenInSecrets: true
  tokenRequests:
    - audience: vault
    - audience: vault # \u2716 audience "vault" is the audience of another request
`}],good:[{title:"volumes that live as long as their pod",yaml:`apiVersion: storage.k8s.io/v1
kind: CSIDriver
metadata:
  name: secrets.example.com
spec:
  podInfoOnMount: true
  volumeLifecycleModes:
    - Ephemeral
`}]},{since:"0.1.0",summary:"Require drivers of a node with a name and an id of the node.",why:"The API server refuses a node with a driver twice, or with one that does not know the node by an id.",howToFix:"Let the kubelet write this object, or set `name` and `nodeID` of every driver.",references:["https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/csi-node-v1/"],peers:{},bad:[{title:"no id of the node",yaml:`apiVersion: storage.k8s.io/v1
kind: CSINode
metadata:
  name: node-1
spec:
  drivers:
    - name: ebs.csi.aws.com # \u2716 drivers[0].nodeID is required but missing
`}],good:[{title:"a driver",yaml:`apiVersion: storage.k8s.io/v1
kind: CSINode
metadata:
  name: node-1
spec:
  drivers:
    - name: ebs.csi.aws.com
      nodeID: i-0123456789abcdef0
      topologyKeys: [topology.ebs.csi.aws.com/zone]
`}]},{since:"0.1.0",summary:"Require a storage class, and a capacity that is not negative.",why:"The API server refuses a capacity that belongs to no storage class.",howToFix:"Set `storageClassName` to the name of a StorageClass.",references:["https://kubernetes.io/docs/concepts/storage/storage-capacity/"],peers:{},bad:[{title:"a name with capitals, and less than nothing",yaml:`apiVersion: storage.k8s.io/v1
kind: CSIStorageCapacity
metadata:
  name: fast-zone-a
storageClassName: Fast # \u2716 storageClassName is "Fast", must consist of lower case letters, digits, "-" and "."
capacity: -1Gi # \u2716 capacity is "-1Gi", must be at least 0
`}],good:[{title:"what is left",yaml:`apiVersion: storage.k8s.io/v1
kind: CSIStorageCapacity
metadata:
  name: fast-zone-a
storageClassName: fast
capacity: 100Gi
`}]},{since:"0.1.0",summary:"Require a CustomResourceDefinition with names, versions and structural schemas that the API server takes.",why:"The API server refuses a definition whose name is not made of its plural and group, that stores no version or several, or whose schemas it cannot prune and default by.",howToFix:"Name it `<plural>.<group>`, store exactly one version, and give every field in every schema a type; keep what `anyOf`, `oneOf`, `allOf` and `not` say to values.",references:["https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/","https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema"],peers:{},bad:[{title:"the name of another group, a field without a type, a regular expression that Go does not know",yaml:`apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: widgets.example.org # \u2716 name is "widgets.example.org", must be "widgets.example.com", its plural and group
spec:
  group: example.com
  scope: Namespaced
  names:
    plural: widgets
    kind: Widget
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                size: # \u2716 type is required but missing
                  minimum: 1
                code:
                  type: string
                  pattern: ^(?!test).* # \u2716 pattern is "^(?!test).*", must be a regular expression as Go reads it: "(?!t" is not known: it has no look-around and no back references
`}],good:[{title:"a structural schema",yaml:`apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: widgets.example.com
spec:
  group: example.com
  scope: Namespaced
  names:
    plural: widgets
    kind: Widget
  versions:
    - name: v1
      served: true
      storage: true
      subresources:
        status: {}
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                size:
                  type: integer
                  minimum: 1
                port:
                  x-kubernetes-int-or-string: true
            status:
              type: object
              x-kubernetes-preserve-unknown-fields: true
`}]},{since:"0.1.0",summary:"Require a DaemonSet whose selector matches its pod template.",why:"The API server refuses a DaemonSet that would not select its own pods, and the selector cannot be changed later.",howToFix:"Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#pod-selector"],peers:{"kube-linter":["mismatching-selector","restart-policy"],"kube-score":["deployment-pod-selector-labels-match-template-metadata-labels","statefulset-pod-selector-labels-match-template-metadata-labels"],kubescape:["C-0296"],popeye:["508"],datree:["WORKLOAD_INCORRECT_RESTARTPOLICY_VALUE_ALWAYS"]},bad:[{title:"labels that the selector does not match",yaml:`apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: website # \u2716 Label "app" is "website", the selector wants "web"
    spec:
      containers:
        - name: app
          image: nginx:1.27
`}],good:[{title:"the selector matches the labels",yaml:`apiVersion: apps/v1
kind: DaemonSet
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
        version: '2'
    spec:
      containers:
        - name: app
          image: nginx:1.27
`}]},{since:"0.1.0",summary:"Require a Deployment whose selector matches its pod template, and a strategy that can make progress.",why:"The API server refuses a Deployment that would not select its own pods, and the selector cannot be changed later; and one that could neither stop an old pod nor start a new one.",howToFix:"Repeat the labels of `selector.matchLabels` in `template.metadata.labels`, and keep `maxUnavailable` or `maxSurge` above 0.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector"],peers:{"kube-linter":["mismatching-selector","restart-policy"],"kube-score":["deployment-pod-selector-labels-match-template-metadata-labels","statefulset-pod-selector-labels-match-template-metadata-labels"],kubescape:["C-0296"],popeye:["508"],datree:["WORKLOAD_INCORRECT_RESTARTPOLICY_VALUE_ALWAYS"]},bad:[{title:"labels that the selector does not match",yaml:`apiVersion: apps/v1
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
        app: website # \u2716 Label "app" is "website", the selector wants "web"
    spec:
      containers:
        - name: app
          image: nginx:1.27
`}],good:[{title:"the selector matches the labels",yaml:`apiVersion: apps/v1
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
        version: '2'
    spec:
      containers:
        - name: app
          image: nginx:1.27
`}]},{since:"0.1.0",summary:"Require device classes with at most 32 selectors, and an extended resource that can be one.",why:"The API server refuses a class whose `extendedResourceName` pods could not request among their resources.",howToFix:"Give `extendedResourceName` a domain of your own, not one of kubernetes.io: `example.com/gpu`.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/#extended-resource"],peers:{},bad:[{title:"a name without a domain",yaml:`apiVersion: resource.k8s.io/v1
kind: DeviceClass
metadata:
  name: gpu.example.com
spec:
  extendedResourceName: gpu # \u2716 extendedResourceName is "gpu", must have a domain: example.com/gpu
`}],good:[{title:"a resource of its own",yaml:`apiVersion: resource.k8s.io/v1
kind: DeviceClass
metadata:
  name: gpu.example.com
spec:
  extendedResourceName: example.com/gpu
`}]},{since:"0.1.0",summary:"Require selectors, tolerations and parameters of devices that a driver can use.",why:"The API server refuses a selector without an expression, a toleration whose operator and value do not go together, and parameters that are not an object for a named driver.",howToFix:"Write `cel.expression` in each selector, and `driver` and `parameters` in each `opaque`.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/"],peers:{},bad:[{title:"a selector without an expression, parameters in a list",yaml:`apiVersion: resource.k8s.io/v1
kind: DeviceClass
metadata:
  name: gpu.example.com
spec:
  selectors:
    - cel:
        expression: "" # \u2716 expression is "", must not be empty
  config:
    - opaque:
        driver: gpu_example # \u2716 driver is "gpu_example", must consist of lower case letters, digits, "-" and "."
        parameters: [shared] # \u2716 parameters must be an object
`}],good:[{title:"devices of one driver, with parameters",yaml:`apiVersion: resource.k8s.io/v1
kind: DeviceClass
metadata:
  name: gpu.example.com
spec:
  selectors:
    - cel:
        expression: device.driver == "gpu.example.com"
  config:
    - opaque:
        driver: gpu.example.com
        parameters:
          sharing: time
`}]},{since:"0.1.0",summary:"Require taints of devices with a key and an effect, and rules that say which devices they are for.",why:"The API server refuses a taint without an effect, and one with a key or value that no toleration could have.",howToFix:"Use the effects NoSchedule, NoExecute and None.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/#device-taints-and-tolerations"],peers:{},bad:[{title:"an effect that nodes have",yaml:`apiVersion: resource.k8s.io/v1
kind: DeviceTaintRule
metadata:
  name: broken
spec:
  deviceSelector:
    driver: gpu.example.com
  taint:
    key: example.com/broken
    effect: PreferNoSchedule # \u2716 effect is "PreferNoSchedule", must be "NoSchedule", "NoExecute" or "None"; did you mean "NoSchedule"?
`}],good:[{title:"no new pods on devices of a pool",yaml:`apiVersion: resource.k8s.io/v1
kind: DeviceTaintRule
metadata:
  name: broken
spec:
  deviceSelector:
    driver: gpu.example.com
    pool: rack-1
  taint:
    key: example.com/broken
    effect: NoSchedule
`}]},{since:"0.1.0",summary:"Require `---` alone on its line, without directives before it.",why:"Before it reads any YAML, kubectl splits a file at lines that begin with `---`, so it refuses what stands beside the dashes, and a directive that is cut off from its document.",howToFix:"Move what follows `---` to a line of its own; delete lines such as `%YAML 1.1`.",references:["https://kubernetes.io/docs/concepts/workloads/management/#organizing-resource-configurations"],peers:{},bad:[{title:"an object beside the dashes",yaml:`# all in one line
--- {apiVersion: v1, kind: Namespace, metadata: {name: shop}} # \u2716 kubectl needs "---" alone on its line
`}],good:[{title:"two documents",yaml:`apiVersion: v1
kind: Namespace
metadata:
  name: shop
--- # the second
apiVersion: v1
kind: Namespace
metadata:
  name: tools
`}]},{since:"0.1.0",summary:"Require an EndpointSlice whose addresses are all of its type and can be reached.",why:"The API server refuses a slice with an address of another type, with an endpoint without addresses, or with more than it may hold.",howToFix:"Set `addressType` to IPv4, IPv6 or FQDN, make a slice for each of them, and give each port a name of its own.",references:["https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/"],peers:{},bad:[{title:"an address of another type, an endpoint without addresses",yaml:`apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: database
addressType: IPv4
endpoints:
  - addresses:
      - 2001:db8::1 # \u2716 addresses[0] is "2001:db8::1", must be an IPv4 address
  - hostname: second # \u2716 endpoints[1].addresses is required but missing
`}],good:[{title:"addresses of one type",yaml:`apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: database
addressType: IPv4
endpoints:
  - addresses:
      - 192.0.2.42
ports:
  - name: sql
    port: 5432
`}]},{since:"0.1.0",summary:"Require Endpoints whose addresses can be reached and whose ports exist.",why:"The API server refuses a subset without addresses, an address of the machine itself or of its link, and a port that does not exist.",howToFix:"Give each subset an address that others can reach, and each port a number and, beside others, a name.",references:["https://kubernetes.io/docs/reference/kubernetes-api/service-resources/endpoints-v1/"],peers:{},bad:[{title:"the address of the machine itself, a subset without addresses",yaml:`apiVersion: v1
kind: Endpoints
metadata:
  name: database
subsets:
  - addresses:
      - ip: 127.0.0.1 # \u2716 ip is "127.0.0.1", must not be a loopback address
    ports:
      - port: 5432
  - ports: # \u2716 Subset must have addresses or notReadyAddresses
      - port: 5432
`}],good:[{title:"an address that others can reach",yaml:`apiVersion: v1
kind: Endpoints
metadata:
  name: database
subsets:
  - addresses:
      - ip: 192.0.2.42
    ports:
      - port: 5432
`}]},{since:"0.1.0",summary:"Require environment variables with a name and one source.",why:"The API server refuses a variable without a name, with a value and a source at once, or whose source cannot exist.",howToFix:"Give every variable a name, and either `value` or exactly one source below `valueFrom`.",references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables"],peers:{},bad:[{title:"a value beside a source, a field that no variable can take",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      env:
        - name: MODE
          value: fast
          valueFrom: # \u2716 valueFrom cannot be set together with a value
            configMapKeyRef:
              name: settings
              key: mode
        - name: LABELS
          valueFrom:
            fieldRef:
              fieldPath: spec.volumes # \u2716 fieldPath is "spec.volumes", must be "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName", "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs", "metadata.labels['KEY']" or "metadata.annotations['KEY']"
`}],good:[{title:"a value or a source",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      env:
        - name: MODE
          valueFrom:
            configMapKeyRef:
              name: settings
              key: mode
        - name: NODE
          valueFrom:
            fieldRef:
              fieldPath: spec.nodeName
`}]},{since:"0.1.0",summary:"Require an Event that says who reports what about which object.",why:"The API server refuses an event of another namespace than its object, and one without its time, reporter, action or reason.",howToFix:"Give the event the namespace of its object, and set `eventTime`, `reportingController`, `reportingInstance`, `action`, `reason` and `type`.",references:["https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/"],peers:{},bad:[{title:"an event of an unknown type, and of another namespace than its object",yaml:`apiVersion: events.k8s.io/v1
kind: Event
metadata:
  name: started
  namespace: shop
eventTime: "2026-01-02T03:04:05.000000Z"
reportingController: example.com/controller
action: Start
reason: Started
type: Info # \u2716 type is "Info", must be "Normal" or "Warning"
reportingInstance: controller-0
regarding: # \u2716 namespace is missing, must be that of the event, "shop"
  kind: Pod
  name: web
`}],good:[{title:"an event",yaml:`apiVersion: events.k8s.io/v1
kind: Event
metadata:
  name: started
  namespace: shop
eventTime: "2026-01-02T03:04:05.000000Z"
reportingController: example.com/controller
reportingInstance: controller-0
action: Start
reason: Started
type: Normal
regarding:
  kind: Pod
  name: web
  namespace: shop
`}]},{since:"0.1.0",summary:"Require a FlowSchema with a priority level, and with rules that say whose requests it takes.",why:"The API server refuses a FlowSchema without a priority level, a rule without subjects, and a subject that is not of its kind.",howToFix:'Name a PriorityLevelConfiguration, and give each rule subjects and `resourceRules` or `nonResourceRules`; "*" stands alone in a list.',references:["https://kubernetes.io/docs/concepts/cluster-administration/flow-control/#flowschema"],peers:{},bad:[{title:'a subject that is not of its kind, a list with "*" and others',yaml:`apiVersion: flowcontrol.apiserver.k8s.io/v1
kind: FlowSchema
metadata:
  name: batch
spec:
  priorityLevelConfiguration:
    name: workload-low
  rules:
    - subjects:
        - kind: Group # \u2716 subjects[0].group is missing, but required for a Group
      resourceRules:
        - verbs: ["*"]
          apiGroups: ["*", batch] # \u2716 apiGroups must have nothing beside "*"
          resources: [jobs]
          namespaces: ["*"]
`}],good:[{title:"jobs of a service account",yaml:`apiVersion: flowcontrol.apiserver.k8s.io/v1
kind: FlowSchema
metadata:
  name: batch
spec:
  priorityLevelConfiguration:
    name: workload-low
  rules:
    - subjects:
        - kind: ServiceAccount
          serviceAccount:
            name: runner
            namespace: ci
      resourceRules:
        - verbs: ["*"]
          apiGroups: [batch]
          resources: [jobs]
          namespaces: ["*"]
`}]},{since:"0.1.0",summary:"Require a HorizontalPodAutoscaler with a target, sensible numbers of pods, and metrics that can be measured.",why:"The API server refuses an autoscaler without `maxReplicas` or with less than `minReplicas`, with a target that cannot exist, and a metric without its source or its target.",howToFix:"Set `maxReplicas`, name the kind, name and API group of what is scaled, and give each metric the one source that its `type` says, with a `target`.",references:["https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/"],peers:{},bad:[{title:"a target without its API group, a metric of another source",yaml:`apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: v1 # \u2716 apiVersion is "v1", must have an API group: apps/v1
    kind: Deployment
    name: web
  maxReplicas: 10
  metrics:
    - type: Pods # \u2716 metrics[0].pods is missing, but required for a metric of the type Pods
      resource:
        name: cpu
        target:
          type: Percent # \u2716 type is "Percent", must be "Utilization", "Value" or "AverageValue"
          averageUtilization: 80
`}],good:[{title:"a target for the use of CPU",yaml:`apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  minReplicas: 2
  maxReplicas: 10
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 80
`}]},{since:"0.1.0",summary:"Require image references that a container runtime can read.",why:"The API server takes any text for an image, so the mistake only shows on the node: the pod stays in `InvalidImageName`.",howToFix:"Write `registry/repository:tag`, all lower case before the tag. When something fills in the placeholder before it is applied, lint its output instead.",references:["https://kubernetes.io/docs/concepts/containers/images/#image-names"],peers:{polaris:["tagNotSpecified"]},bad:[{title:"capitals, a scheme, a template that nobody filled in",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: example.com/Web:1.0 # \u2716 Image "example.com/Web:1.0" has capitals in its repository "Web"
    - name: proxy
      image: https://example.com/proxy:1.0 # \u2716 Image "https://example.com/proxy:1.0" must not begin with a scheme such as "https://"
    - name: worker
      image: example.com/worker:<tag> # \u2716 Image "example.com/worker:<tag>" still has the placeholder "<tag>"
`}],good:[{title:"a registry with a port, a tag and a digest",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: example.com:5000/team/web:v1.0_RC1@sha256:94a00394bc5a8ef503fb59db0a7d0ae9e1110866e8aee8ba40cd864cea69ea1a
    - name: proxy
      image: nginx
`}]},{since:"0.1.0",summary:"Require an Ingress whose hosts, paths and backends the API server can read.",why:"The API server refuses a path without a type, a host that is no DNS name, and a backend without a Service or a port.",howToFix:"Give each path a `pathType` of Exact, Prefix or ImplementationSpecific, and each backend a Service with the name or number of one of its ports.",references:["https://kubernetes.io/docs/concepts/services-networking/ingress/"],peers:{},bad:[{title:"a path type in lower case, a path that is not absolute, a backend without a port",yaml:`apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  rules:
    - host: http://web.example.com # \u2716 host is "http://web.example.com", must consist of lower case letters, digits, "-" and "."
      http:
        paths:
          - path: /
            pathType: prefix # \u2716 pathType is "prefix", must be "Exact", "Prefix" or "ImplementationSpecific"; did you mean "Prefix"?
            backend:
              service:
                name: web
                port:
                  number: 80
          - path: api # \u2716 path is "api", must begin with "/"
            pathType: Prefix
            backend:
              service: # \u2716 port is missing, must have a name or a number
                name: api
`}],good:[{title:"a wildcard host and a path of each type",yaml:`apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: nginx
  rules:
    - host: "*.example.com"
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web
                port:
                  number: 80
          - path: /health
            pathType: Exact
            backend:
              service:
                name: web
                port:
                  name: http
`}]},{since:"0.1.0",summary:"Require an IngressClass with a controller, and parameters that can be found.",why:"The API server refuses a class whose controller is not a domain and a path, and parameters without a kind, a name or the namespace that they are in.",howToFix:"Copy the name of the controller from its documentation, and set `namespace` for parameters of the scope Namespace only.",references:["https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class"],peers:{},bad:[{title:"a controller without a domain, parameters without their namespace",yaml:`apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: internal
spec:
  controller: nginx # \u2716 controller is "nginx", must be a domain and a path, such as example.com/name
  parameters: # \u2716 namespace is missing, but required in the scope "Namespace"
    apiGroup: example.com
    kind: IngressParameters
    name: internal
    scope: Namespace
`}],good:[{title:"parameters of the cluster",yaml:`apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: internal
spec:
  controller: example.com/ingress-controller
  parameters:
    apiGroup: example.com
    kind: IngressParameters
    name: internal
`}]},{since:"0.1.0",summary:"Require an IPAddress with the object that uses it.",why:"The API server refuses an address whose user has no resource or name: it could never be released.",howToFix:"Set `resource` and `name` of `parentRef`, for a Service also its `namespace`.",references:["https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/ip-address-v1/"],peers:{},bad:[{title:"a user without a name",yaml:`apiVersion: networking.k8s.io/v1
kind: IPAddress
metadata:
  name: 192.0.2.42
spec:
  parentRef: # \u2716 name is required but missing
    resource: services
    namespace: shop
`}],good:[{title:"an address of a Service",yaml:`apiVersion: networking.k8s.io/v1
kind: IPAddress
metadata:
  name: 192.0.2.42
spec:
  parentRef:
    resource: services
    namespace: shop
    name: web
`}]},{since:"0.1.0",summary:"Require a Job that leaves its selector to the API server, and a name that its pods can have.",why:"The API server selects the pods of a Job by labels of its own, and refuses a selector or labels that disagree with them.",howToFix:"Delete `selector` and the labels `job-name` and `controller-uid`, and keep the name of the Job at 63 characters.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/job/#specifying-your-own-pod-selector"],peers:{"kube-linter":["mismatching-selector"],"kube-score":["deployment-pod-selector-labels-match-template-metadata-labels","statefulset-pod-selector-labels-match-template-metadata-labels","cronjob-restartpolicy"],kubescape:["C-0296"],popeye:["508"]},bad:[{title:"a selector of its own",yaml:`apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
spec:
  selector: # \u2716 selector must be left to the API server unless manualSelector is true
    matchLabels:
      app: migrate
  template:
    metadata:
      labels:
        app: migrate
        job-name: other # \u2716 Label "job-name" must be the name of the Job, or left to the API server
    spec:
      restartPolicy: Never
      containers:
        - name: app
          image: migrate:2
`}],good:[{title:"no selector",yaml:`apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: app
          image: migrate:2
`}]},{since:"0.1.0",summary:"Require a Job whose numbers, mode and policies go together, and whose pods end.",why:"The API server refuses a Job with a negative number, with a limit for indexes that it does not have, or whose pods would restart for ever: `Always` is the default of a pod.",howToFix:"Set `restartPolicy` to `OnFailure` or `Never`, and `completionMode` to Indexed where limits count by index.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/job/"],peers:{},bad:[{title:"a negative limit, a limit by index without indexes, no restart policy",yaml:`apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  ttlSecondsAfterFinished: -1 # \u2716 ttlSecondsAfterFinished is -1, must be at least 0
  backoffLimitPerIndex: 2 # \u2716 backoffLimitPerIndex 2 can be set only where completionMode is Indexed
  template:
    spec: # \u2716 restartPolicy is missing, must be "OnFailure" or "Never"
      containers:
        - name: report
          image: example.com/report:1.0
`}],good:[{title:"three indexes, two tries each",yaml:`apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  completions: 3
  completionMode: Indexed
  backoffLimitPerIndex: 2
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: example.com/report:1.0
`}]},{since:"0.1.0",summary:"Require label selectors that the API server can read.",why:"The API server refuses a selector with malformed keys or values, or with an operator that does not go with its values.",howToFix:"Use the operators In and NotIn with `values`, Exists and DoesNotExist without, and keys and values that labels can have.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors"],peers:{},bad:[{title:"an operator without its values, and one that does not exist",yaml:`apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: deny
spec:
  podSelector:
    matchExpressions:
      - key: app # \u2716 matchExpressions[0].values is missing, must not be empty for the operator In
        operator: In
      - key: tier
        operator: Equals # \u2716 operator is "Equals", must be "In", "NotIn", "Exists" or "DoesNotExist"
        values: [web]
`}],good:[{title:"labels and expressions",yaml:`apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: deny
spec:
  podSelector:
    matchLabels:
      app: web
    matchExpressions:
      - key: tier
        operator: NotIn
        values: [cache]
`}]},{since:"0.1.0",summary:"Require a Lease that lasts for some time.",why:"The API server refuses a Lease of no seconds, and one that was handed on less than never.",howToFix:"Set `leaseDurationSeconds` to 1 or more.",references:["https://kubernetes.io/docs/concepts/architecture/leases/"],peers:{},bad:[{title:"a negative duration",yaml:`apiVersion: coordination.k8s.io/v1
kind: Lease
metadata:
  name: leader
spec:
  leaseDurationSeconds: -1 # \u2716 leaseDurationSeconds is -1, must be at least 1
`}],good:[{title:"fifteen seconds",yaml:`apiVersion: coordination.k8s.io/v1
kind: Lease
metadata:
  name: leader
spec:
  holderIdentity: web-0
  leaseDurationSeconds: 15
`}]},{since:"0.1.0",summary:"Require lifecycle hooks with exactly one handler that can end in time.",why:"The API server refuses a hook with no handler or with several, and a sleep that is longer than the time in which the pod must stop.",howToFix:"Keep one of `exec`, `httpGet` and `sleep`, and raise `terminationGracePeriodSeconds` above the sleep.",references:["https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/"],peers:{},bad:[{title:"a sleep beyond the grace period, and two handlers",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.27
      lifecycle:
        postStart:
          exec:
            command: ['true']
          httpGet: # \u2716 httpGet cannot be set together with exec
            port: 80
        preStop:
          sleep: # \u2716 sleep must be at most the grace period of 30 seconds
            seconds: 60
`}],good:[{title:"a sleep within the grace period",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  terminationGracePeriodSeconds: 90
  containers:
    - name: app
      image: nginx:1.27
      lifecycle:
        preStop:
          sleep:
            seconds: 60
`}]},{since:"0.1.0",summary:"Require a LimitRange whose limits are of resources that exist, and in order.",why:"The API server refuses a minimum above its maximum, a default outside of both, and resources that a container cannot have.",howToFix:"Keep `min` \u2264 `defaultRequest` \u2264 `default` \u2264 `max`, and write one item for each of Container, Pod and PersistentVolumeClaim.",references:["https://kubernetes.io/docs/concepts/policy/limit-range/"],peers:{},bad:[{title:"a default above its maximum, a type in lower case",yaml:`apiVersion: v1
kind: LimitRange
metadata:
  name: limits
spec:
  limits:
    - type: Container
      max:
        memory: 1Gi
      default:
        memory: 2Gi # \u2716 "default" of "memory" is above its max
      defaultRequest:
        memory: 512Mi
    - type: pod # \u2716 type is "pod", must be one of "Pod", "Container", "PersistentVolumeClaim", or have a prefix such as example.com/
      max:
        memory: 4Gi
`}],good:[{title:"limits in order",yaml:`apiVersion: v1
kind: LimitRange
metadata:
  name: limits
spec:
  limits:
    - type: Container
      min:
        memory: 64Mi
      defaultRequest:
        memory: 128Mi
      default:
        memory: 512Mi
      max:
        memory: 1Gi
`}]},{since:"0.1.0",summary:"Require names, labels, annotations, owners and finalizers that the API server takes.",why:"The API server refuses an object whose metadata break its grammars: most names are DNS names, because they end up in host names and URLs.",howToFix:'Use lower case letters, digits and "-" in names, at most 63 characters in label values, and a prefix such as `example.com/` for keys of your own.',references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/names/","https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/"],peers:{datree:["RESOURCE_MISSING_NAME","WORKLOAD_INVALID_LABELS_VALUE"],"kube-score":["label-values"],kics:["Metadata Label Is Invalid"]},bad:[{title:"a name with capitals and a label with a blank",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: My-Settings # \u2716 name is "My-Settings", must consist of lower case letters, digits, "-" and "."
  labels:
    team: blue sky # \u2716 Label "team" is "blue sky", must consist of letters, digits, "-", "_" and "."
`}],good:[{title:"names and labels of the right form",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: my-settings
  labels:
    example.com/team: blue-sky
`}]},{since:"0.1.0",summary:"Require a Namespace whose Pod Security labels and finalizers mean something.",why:"The API server refuses a level or a version of the Pod Security Standards that does not exist, and a finalizer that nobody can remove.",howToFix:"Use the levels privileged, baseline and restricted, and versions such as `v1.37` or `latest`.",references:["https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces"],peers:{},bad:[{title:"a level that does not exist, a version without its v",yaml:`apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: strict # \u2716 Label "pod-security.kubernetes.io/enforce" must be "privileged", "baseline" or "restricted"
    pod-security.kubernetes.io/enforce-version: "1.30" # \u2716 Label "pod-security.kubernetes.io/enforce-version" must be latest, or a version such as v1.30
`}],good:[{title:"a level and its version",yaml:`apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: restricted
    pod-security.kubernetes.io/enforce-version: v1.30
`}]},{since:"0.1.0",summary:"Require a NetworkPolicy whose peers, ranges and ports the API server can read.",why:"The API server refuses a peer that names nothing, a range that is none, and ports that do not exist.",howToFix:"Give each peer an `ipBlock` or selectors, each range a prefix length, and each port a number or a name of a container port.",references:["https://kubernetes.io/docs/concepts/services-networking/network-policies/"],peers:{},bad:[{title:"a range without prefix length, a peer of two kinds, a protocol in lower case",yaml:`apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector: {}
  ingress:
    - from:
        - ipBlock:
            cidr: 10.0.0.0 # \u2716 cidr is "10.0.0.0", must be a range of IP addresses such as 10.9.8.0/24 or 2001:db8::/64
        - ipBlock: # \u2716 ipBlock cannot be set together with a selector
            cidr: 10.0.0.0/8
            except:
              - 192.168.0.0/16 # \u2716 except[0] is "192.168.0.0/16", must be a part of 10.0.0.0/8
          podSelector: {}
      ports:
        - port: 80
          protocol: tcp # \u2716 protocol is "tcp", must be "TCP", "UDP" or "SCTP"; did you mean "TCP"?
`}],good:[{title:"a range with an exception",yaml:`apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector: {}
  ingress:
    - from:
        - ipBlock:
            cidr: 10.0.0.0/8
            except:
              - 10.1.0.0/16
      ports:
        - port: 8000
          endPort: 8080
`}]},{since:"0.1.0",summary:"Require a Node whose taints, ranges of pods and resources can be.",why:"The API server refuses a taint without an effect or twice, a range that is none, and half a pod.",howToFix:"Give each taint a key and one of the effects NoSchedule, PreferNoSchedule and NoExecute.",references:["https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/node-v1/"],peers:{},bad:[{title:"a taint without an effect, and one with an unknown effect",yaml:`apiVersion: v1
kind: Node
metadata:
  name: worker
spec:
  taints:
    - key: dedicated # \u2716 Taint "dedicated" must have an effect
      value: batch
    - key: gpu
      effect: noSchedule # \u2716 Effect "noSchedule" of the taint must be "NoSchedule", "PreferNoSchedule" or "NoExecute"; did you mean "NoSchedule"?
`}],good:[{title:"a taint",yaml:`apiVersion: v1
kind: Node
metadata:
  name: worker
spec:
  taints:
    - key: dedicated
      value: batch
      effect: NoSchedule
`}]},{since:"0.1.0",summary:"Require terms that labels and names of nodes can meet.",why:"The API server refuses a term with an unknown operator, with an operator that does not go with its values, or with keys and values that no node can have.",howToFix:"Use In and NotIn with values, Exists and DoesNotExist without, Gt and Lt with one number, and `metadata.name` in `matchFields`.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-affinity"],peers:{},bad:[{title:"an operator without its values, an unknown operator, an unknown field",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  affinity:
    nodeAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        nodeSelectorTerms:
          - matchExpressions:
              - key: disk # \u2716 matchExpressions[0].values is missing, must not be empty for the operator In
                operator: In
              - key: cores
                operator: Gte # \u2716 operator is "Gte", must be "In", "NotIn", "Exists", "DoesNotExist", "Gt" or "Lt"; did you mean "Gt"?
                values: ['4']
            matchFields:
              - key: spec.nodeName # \u2716 key is "spec.nodeName", must be "metadata.name"
                operator: In
                values: [node-1]
  containers:
    - name: app
      image: nginx:1.27
`}],good:[{title:"a label, a number and a name",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  affinity:
    nodeAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        nodeSelectorTerms:
          - matchExpressions:
              - key: disk
                operator: In
                values: [ssd]
              - key: cores
                operator: Gt
                values: ['4']
            matchFields:
              - key: metadata.name
                operator: In
                values: [node-1]
  containers:
    - name: app
      image: nginx:1.27
`}]},{since:"0.1.0",summary:"Require volumes of a cluster with one source, a capacity and an access mode.",why:"The API server refuses a PersistentVolume that does not say where its data are, how much it holds and how it is accessed.",howToFix:"Set one source, `capacity.storage` and `accessModes`, and `nodeAffinity` for a local volume.",references:["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistent-volumes"],peers:{},bad:[{title:"a local volume that does not say where it is, without an access mode",yaml:`apiVersion: v1
kind: PersistentVolume
metadata:
  name: disk-1
spec: # \u2716 accessModes is required but missing \u2716 nodeAffinity is missing, but required for a local volume
  capacity: # \u2716 capacity must have storage and nothing else
    memory: 10Gi
  volumeMode: filesystem # \u2716 volumeMode is "filesystem", must be "Block" or "Filesystem"; did you mean "Filesystem"?
  local: # \u2716 local cannot be set together with nfs
    path: /mnt/disks/1
  nfs:
    server: nfs.example.com
    path: /
`}],good:[{title:"an export",yaml:`apiVersion: v1
kind: PersistentVolume
metadata:
  name: export
spec:
  capacity:
    storage: 10Gi
  accessModes:
    - ReadWriteMany
  nfs:
    server: nfs.example.com
    path: /exports/data
`}]},{since:"0.1.0",summary:"Require Pods that the admission of every cluster lets in.",why:"The API server gives a Pod the priority of its class and the overhead of its runtime class, and refuses one that brings others.",howToFix:"Leave out `priority`, `preemptionPolicy` and `overhead`, and name the class.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/","https://kubernetes.io/docs/concepts/scheduling-eviction/pod-overhead/"],peers:{},bad:[{title:"another priority than that of its class, and an overhead of nothing",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  priorityClassName: system-node-critical
  priority: 1000 # \u2716 priority is 1000, must be 2000001000, that of the class "system-node-critical"
  overhead: # \u2716 overhead can be set only together with runtimeClassName
    memory: 100Mi
  containers:
    - name: app
      image: nginx:1.27
`}],good:[{title:"the class alone",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  priorityClassName: system-node-critical
  containers:
    - name: app
      image: nginx:1.27
`}]},{since:"0.1.0",summary:"Require annotations of pods whose values Kubernetes can read.",why:"The API server refuses a pod with an annotation of its own that holds something else than it should.",howToFix:"Write what the annotation takes, or delete it.",references:["https://kubernetes.io/docs/reference/labels-annotations-taints/"],peers:{},bad:[{title:"a cost that is not a number",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    controller.kubernetes.io/pod-deletion-cost: low # \u2716 Annotation "controller.kubernetes.io/pod-deletion-cost" must be an integer of 32 bits, not "low"
spec:
  containers:
    - name: app
      image: nginx:1.27
`}],good:[{title:"a cost",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    controller.kubernetes.io/pod-deletion-cost: '-100'
spec:
  containers:
    - name: app
      image: nginx:1.27
`}]},{since:"0.1.0",summary:"Require a PodCertificateRequest that names its pod, its node and its signer.",why:"The API server refuses a request that does not say for whom it is. The kubelet makes such requests, and hardly anybody else.",howToFix:"Let a projected volume of the pod ask for the certificate: the kubelet then makes the request.",references:["https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/#pod-certificate-requests"],peers:{},bad:[{title:"a request for half an hour, without a signer",yaml:`apiVersion: certificates.k8s.io/v1
kind: PodCertificateRequest
metadata:
  name: web
spec: # \u2716 signerName is required but missing
  podName: web
  podUID: 7d0ac0b8-5bd5-4b3f-8f61-3a0de4a1d3c6
  serviceAccountName: web
  serviceAccountUID: 0e0b9f5e-7d44-4b7b-a1a5-0b0c6a4b7c11
  nodeName: worker
  nodeUID: 3b5a4c2e-52a8-4a1c-9f49-6d8f5c1b2a77
  maxExpirationSeconds: 1800 # \u2716 maxExpirationSeconds is 1800, must be between 3600 and 7862400
  stubPKCS10Request: MIHdMIGDAgEAMCExEDAOBgNVBAoMB2V4YW1wbGUxDTALBgNVBAMMBGphbmUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASA0S8RsperQdplxwlFZgJofzqlEZoEkuL5NmUY+rdB97XHqbU5dbwlG2izDrMf8CLIzoZpy3QCaNeWdzcyk75OoAAwCgYIKoZIzj0EAwIDSQAwRgIhAOI7v98Fpb6nDvfYkf5O3lbRM9stqJDWras0b8gzbXV9AiEA3+VbAUruDe7GZtQHg29MKSwXZfDQkwd9fXb/kvqylcU=
`}],good:[{title:"a request for an hour",yaml:`apiVersion: certificates.k8s.io/v1
kind: PodCertificateRequest
metadata:
  name: web
spec:
  signerName: example.com/internal
  podName: web
  podUID: 7d0ac0b8-5bd5-4b3f-8f61-3a0de4a1d3c6
  serviceAccountName: web
  serviceAccountUID: 0e0b9f5e-7d44-4b7b-a1a5-0b0c6a4b7c11
  nodeName: worker
  nodeUID: 3b5a4c2e-52a8-4a1c-9f49-6d8f5c1b2a77
  maxExpirationSeconds: 3600
  stubPKCS10Request: MIHdMIGDAgEAMCExEDAOBgNVBAoMB2V4YW1wbGUxDTALBgNVBAMMBGphbmUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASA0S8RsperQdplxwlFZgJofzqlEZoEkuL5NmUY+rdB97XHqbU5dbwlG2izDrMf8CLIzoZpy3QCaNeWdzcyk75OoAAwCgYIKoZIzj0EAwIDSQAwRgIhAOI7v98Fpb6nDvfYkf5O3lbRM9stqJDWras0b8gzbXV9AiEA3+VbAUruDe7GZtQHg29MKSwXZfDQkwd9fXb/kvqylcU=
`}]},{since:"0.1.0",summary:"Require a PodDisruptionBudget with one limit, as a number or a percentage.",why:"The API server refuses a budget with both limits, or with one that is neither a number nor a percentage up to 100%.",howToFix:"Keep `minAvailable` or `maxUnavailable`, and write numbers without quotes.",references:["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],peers:{"kube-score":["poddisruptionbudget-has-policy"]},bad:[{title:"a number in quotes",yaml:`apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  minAvailable: "1" # \u2716 minAvailable is "1", must be digits followed by "%"
  selector:
    matchLabels:
      app: web
`}],good:[{title:"a percentage",yaml:`apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  maxUnavailable: 50%
  selector:
    matchLabels:
      app: web
`}]},{since:"0.1.0",summary:"Require rules for failed pods with an action, and exit codes or conditions that can occur.",why:"The API server refuses a rule without an action, one that waits for nothing, and exit codes out of order.",howToFix:"Give every rule an `action` and either `onExitCodes` or `onPodConditions`, with exit codes in ascending order.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy"],peers:{},bad:[{title:"an action in lower case, codes out of order, a container that is not there",yaml:`apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  podFailurePolicy:
    rules:
      - action: failJob # \u2716 action is "failJob", must be "Count", "FailIndex", "FailJob" or "Ignore"; did you mean "FailJob"?
        onExitCodes:
          containerName: reports # \u2716 containerName "reports" is not a container of the pod
          operator: In
          values: [42, 1] # \u2716 values must be in ascending order
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: example.com/report:1.0
`}],good:[{title:"an exit code that nothing can mend",yaml:`apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  podFailurePolicy:
    rules:
      - action: FailJob
        onExitCodes:
          containerName: report
          operator: In
          values: [1, 42]
      - action: Ignore
        onPodConditions:
          - type: DisruptionTarget
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: example.com/report:1.0
`}]},{since:"0.1.0",summary:"Require claims on devices with a name and one source.",why:"The API server refuses a pod with a claim that names neither a ResourceClaim nor a template of one, or both.",howToFix:"Set `resourceClaimName` or `resourceClaimTemplateName`, and a name that is used once.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/"],peers:{},bad:[{title:"no source, and a name twice",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  resourceClaims:
    - name: gpu # \u2716 Claim must have resourceClaimName or resourceClaimTemplateName
    - name: gpu # \u2716 name is "gpu", already used by resourceClaims[0]
      resourceClaimTemplateName: gpu
  containers:
    - name: app
      image: nginx:1.27
`}],good:[{title:"a claim of a template",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  resourceClaims:
    - name: gpu
      resourceClaimTemplateName: gpu
  containers:
    - name: app
      image: nginx:1.27
`}]},{since:"0.1.0",summary:"Require policies, names and addresses of a pod that the API server takes.",why:"The API server refuses a pod with an unknown policy, a malformed host name, node label or address, or DNS settings that leave nothing to ask.",howToFix:'Write policies as the documentation spells them, and names in lower case letters, digits and "-".',references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec"],peers:{},bad:[{title:"policies in lower case, no name server, a host name with a dot",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  restartPolicy: always # \u2716 restartPolicy is "always", must be "Always", "OnFailure" or "Never"; did you mean "Always"?
  dnsPolicy: None
  dnsConfig: # \u2716 nameservers is missing, but required where dnsPolicy is None
    searches:
      - example.com
  hostname: web.example # \u2716 hostname is "web.example", must consist of lower case letters, digits and "-"
  hostAliases:
    - ip: localhost # \u2716 ip is "localhost", must be an IP address such as 10.9.8.7 or 2001:db8::ffff
      hostnames:
        - web
  containers:
    - name: app
      image: nginx:1.27
`}],good:[{title:"a name server of its own",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  restartPolicy: Always
  dnsPolicy: None
  dnsConfig:
    nameservers:
      - 10.0.0.10
  containers:
    - name: app
      image: nginx:1.27
`}]},{since:"0.1.0",summary:"Require a PriorityClass below those of Kubernetes itself.",why:"The API server refuses values above a billion and names that begin with `system-`: they belong to the pods that keep a cluster alive.",howToFix:"Choose a value up to 1000000000 and another name.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/#priorityclass"],peers:{},bad:[{title:"a name of Kubernetes, an unknown policy",yaml:`apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata:
  name: system-web # \u2716 name "system-web" begins with "system-", which is reserved for Kubernetes itself
value: 1000
preemptionPolicy: never # \u2716 preemptionPolicy is "never", must be "PreemptLowerPriority" or "Never"; did you mean "Never"?
`}],good:[{title:"a class of one's own",yaml:`apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata:
  name: web
value: 1000
preemptionPolicy: Never
`}]},{since:"0.1.0",summary:"Require a PriorityLevelConfiguration whose limits and queues go together.",why:"The API server refuses a limited level without limits, queues for a level that rejects, and more queues for a flow than its hash can deal.",howToFix:"Set `limited` for the type Limited, `queuing` for the response Queue, and `handSize` well below `queues`.",references:["https://kubernetes.io/docs/concepts/cluster-administration/flow-control/#prioritylevelconfiguration"],peers:{},bad:[{title:"queues for a level that rejects",yaml:`apiVersion: flowcontrol.apiserver.k8s.io/v1
kind: PriorityLevelConfiguration
metadata:
  name: batch
spec:
  type: Limited
  limited:
    limitResponse:
      type: Reject
      queuing: # \u2716 queuing can be set only for the type "Queue"
        queues: 16
`}],good:[{title:"a level with queues",yaml:`apiVersion: flowcontrol.apiserver.k8s.io/v1
kind: PriorityLevelConfiguration
metadata:
  name: batch
spec:
  type: Limited
  limited:
    nominalConcurrencyShares: 20
    limitResponse:
      type: Queue
      queuing:
        queues: 64
        handSize: 6
`}]},{since:"0.1.0",summary:"Require probes with exactly one handler and sensible timings.",why:"The API server refuses a probe with no handler or with several, with a port that is none, or with a threshold that has no meaning for it.",howToFix:"Keep one of `exec`, `grpc`, `httpGet` and `tcpSocket`. A port is a number or the name of a container port; a number in quotes is neither.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],peers:{},bad:[{title:"no handler, two handlers, a port in quotes",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.27
      startupProbe: # \u2716 startupProbe must have exec, httpGet, tcpSocket or grpc
        periodSeconds: 5
      livenessProbe:
        successThreshold: 2 # \u2716 successThreshold is 2, must be 1 for this probe
        httpGet:
          port: "8080" # \u2716 port is "8080", must contain a letter
      readinessProbe:
        exec:
          command: ['true']
        tcpSocket: # \u2716 tcpSocket cannot be set together with exec
          port: 80
`}],good:[{title:"one handler each",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.27
      livenessProbe:
        httpGet:
          path: /healthz
          port: http
      readinessProbe:
        successThreshold: 2
        tcpSocket:
          port: 80
`}]},{since:"0.1.0",summary:"Require files of a projected volume, or of the downward API, whose source and path the API server takes.",why:"The API server refuses a file without a source, with a path that leaves the volume, or at a path that another file has.",howToFix:"Give every source one member, and every file a relative path of its own.",references:["https://kubernetes.io/docs/concepts/storage/projected-volumes/","https://kubernetes.io/docs/concepts/workloads/pods/downward-api/"],peers:{},bad:[{title:"a path twice, a token that ends too soon, a field that no file can have",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.27
  volumes:
    - name: all
      projected:
        sources:
          - secret:
              name: web
              items:
                - key: user
                  path: user
          - configMap:
              name: web
              items:
                - key: user
                  path: user # \u2716 Path "user" is already used by sources[0].secret.items[0]
          - serviceAccountToken:
              path: token
              expirationSeconds: 60 # \u2716 expirationSeconds is 60, must be between 600 and 4294967296
          - downwardAPI:
              items:
                - path: node
                  fieldRef:
                    fieldPath: spec.nodeName # \u2716 fieldPath is "spec.nodeName", must be "metadata.name", "metadata.namespace", "metadata.labels", "metadata.annotations", "metadata.uid", "metadata.labels['KEY']" or "metadata.annotations['KEY']"
`}],good:[{title:"a token and the labels of the pod",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.27
  volumes:
    - name: all
      projected:
        sources:
          - serviceAccountToken:
              path: token
              expirationSeconds: 600
          - downwardAPI:
              items:
                - path: labels
                  fieldRef:
                    fieldPath: metadata.labels
`}]},{since:"0.1.0",summary:"Require a ReplicaSet whose selector matches its pod template.",why:"The API server refuses a ReplicaSet that would not select its own pods, and the selector cannot be changed later.",howToFix:"Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/replicaset/#pod-selector"],peers:{"kube-linter":["mismatching-selector","restart-policy"],"kube-score":["deployment-pod-selector-labels-match-template-metadata-labels","statefulset-pod-selector-labels-match-template-metadata-labels"],kubescape:["C-0296"],popeye:["508"],datree:["WORKLOAD_INCORRECT_RESTARTPOLICY_VALUE_ALWAYS"]},bad:[{title:"labels that the selector does not match",yaml:`apiVersion: apps/v1
kind: ReplicaSet
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: website # \u2716 Label "app" is "website", the selector wants "web"
    spec:
      containers:
        - name: app
          image: nginx:1.27
`}],good:[{title:"the selector matches the labels",yaml:`apiVersion: apps/v1
kind: ReplicaSet
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
        version: '2'
    spec:
      containers:
        - name: app
          image: nginx:1.27
`}]},{since:"0.1.0",summary:"Require a ReplicationController whose selector matches its pod template.",why:"The API server refuses a ReplicationController that would not select its own pods.",howToFix:"Repeat the labels of `selector` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/replicationcontroller/#pod-selector"],peers:{"kube-linter":["mismatching-selector","restart-policy"],"kube-score":["deployment-pod-selector-labels-match-template-metadata-labels","statefulset-pod-selector-labels-match-template-metadata-labels"],kubescape:["C-0296"],popeye:["508"],datree:["WORKLOAD_INCORRECT_RESTARTPOLICY_VALUE_ALWAYS"]},bad:[{title:"labels that the selector does not match",yaml:`apiVersion: v1
kind: ReplicationController
metadata:
  name: web
spec:
  selector:
    app: web
  template:
    metadata:
      labels:
        app: website # \u2716 Label "app" is "website", the selector wants "web"
    spec:
      containers:
        - name: app
          image: nginx:1.27
`}],good:[{title:"the selector matches the labels",yaml:`apiVersion: v1
kind: ReplicationController
metadata:
  name: web
spec:
  selector:
    app: web
  template:
    metadata:
      labels:
        app: web
        version: '2'
    spec:
      containers:
        - name: app
          image: nginx:1.27
`}]},{since:"0.1.0",summary:"Require claims on devices whose requests name a class, and whose constraints name requests.",why:"The API server refuses a request that is neither exact nor a list of alternatives, and a constraint or configuration for a request that the claim does not have.",howToFix:"Give each request a name and `exactly` with a `deviceClassName`, or `firstAvailable` with such alternatives. Write attributes with their domain: `gpu.example.com/model`.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/#resourceclaims-templates"],peers:{},bad:[{title:"no device class, a constraint for a request that is not there",yaml:`apiVersion: resource.k8s.io/v1
kind: ResourceClaim
metadata:
  name: gpu
spec:
  devices:
    requests:
      - name: gpu
        exactly: # \u2716 deviceClassName is required but missing
          allocationMode: all # \u2716 allocationMode is "all", must be "ExactCount" or "All"; did you mean "All"?
    constraints:
      - matchAttribute: numa # \u2716 matchAttribute is "numa", must have a domain and a name: gpu.example.com/model
        requests: [gpus] # \u2716 requests[0] is "gpus", must be the name of a request of this claim, or that and one of its alternatives: gpu/large
`}],good:[{title:"one of two classes",yaml:`apiVersion: resource.k8s.io/v1
kind: ResourceClaim
metadata:
  name: gpu
spec:
  devices:
    requests:
      - name: gpu
        firstAvailable:
          - name: large
            deviceClassName: large-gpu
          - name: small
            deviceClassName: small-gpu
            count: 2
    constraints:
      - matchAttribute: gpu.example.com/numa
        requests: [gpu]
`}]},{since:"0.1.0",summary:"Require a ResourceQuota of resources that can be counted, within scopes that have them.",why:"The API server refuses a quota of a resource that does not exist, of half an object, and scopes that exclude each other or have nothing of the resource.",howToFix:"Use `requests.cpu`, `limits.memory`, `pods` and the like, `count/<resource>.<group>` for other kinds, and scopes that go with them.",references:["https://kubernetes.io/docs/concepts/policy/resource-quotas/"],peers:{},bad:[{title:"a resource of claims without its prefix, a scope that has no storage",yaml:`apiVersion: v1
kind: ResourceQuota
metadata:
  name: batch
spec:
  hard:
    storage: 10Gi # \u2716 Resource "storage" is not a resource that a quota can limit
    requests.storage: 10Gi
  scopes:
    - Terminating # \u2716 Scope "Terminating" does not go with the resource "requests.storage"
`}],good:[{title:"amounts, and numbers of objects",yaml:`apiVersion: v1
kind: ResourceQuota
metadata:
  name: batch
spec:
  hard:
    requests.cpu: 10
    limits.memory: 20Gi
    pods: 50
    count/deployments.apps: 10
    requests.nvidia.com/gpu: 4
`}]},{since:"0.1.0",summary:"Require resource slices that say on which nodes their devices are, and describe each with well-formed names and values.",why:"The API server refuses a slice without a driver, a pool or nodes, and devices whose attributes, capacities or counters it could not compare.",howToFix:"Set `driver`, `pool` and exactly one of `nodeName`, `nodeSelector`, `allNodes` and `perDeviceNodeSelection`. Give each attribute exactly one value.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/#resourceslice"],peers:{},bad:[{title:"two ways to choose nodes, an attribute with two values",yaml:`apiVersion: resource.k8s.io/v1
kind: ResourceSlice
metadata:
  name: node-1-gpu
spec: # \u2716 spec must have only one of nodeName, allNodes
  driver: gpu.example.com
  pool:
    name: node-1
    generation: 1
    resourceSliceCount: 0 # \u2716 resourceSliceCount is 0, must be at least 1
  nodeName: node-1
  allNodes: true
  devices:
    - name: gpu_0 # \u2716 name is "gpu_0", must consist of lower case letters, digits and "-"
      attributes:
        model: # \u2716 Attribute must have only one of string, version
          string: a100
          version: 1.0.0
`}],good:[{title:"the devices of a node",yaml:`apiVersion: resource.k8s.io/v1
kind: ResourceSlice
metadata:
  name: node-1-gpu
spec:
  driver: gpu.example.com
  pool:
    name: node-1
    generation: 1
    resourceSliceCount: 1
  nodeName: node-1
  devices:
    - name: gpu-0
      attributes:
        model:
          string: a100
        driverVersion:
          version: 1.0.0
      capacity:
        memory:
          value: 40Gi
`}]},{since:"0.1.0",summary:"Require resources that exist, in amounts that make sense, with requests within limits.",why:"The API server refuses a pod with an unknown resource, a negative or fractional amount, or a request above its limit.",howToFix:"Use cpu, memory, ephemeral-storage, hugepages-<size> or a prefixed resource of a device, and keep each request at or below its limit.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{kubevious:["resource-request-limit-check"]},bad:[{title:"a request above its limit, an unknown resource, half a device",yaml:`apiVersion: apps/v1
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
          resources:
            requests:
              memory: 1Gi # \u2716 Request of 1Gi for memory is above the limit of 1G
            limits:
              memory: 1G
              requests.cpu: 1 # \u2716 Resource "requests.cpu" is not a resource that a container can have
              nvidia.com/gpu: 500m # \u2716 Resource "nvidia.com/gpu" is 500m, must be a whole number
`}],good:[{title:"requests within limits",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.27
      resources:
        requests:
          cpu: 100m
          memory: 512Mi
        limits:
          memory: 1Gi
          nvidia.com/gpu: 1
`}]},{since:"0.1.0",summary:"Require roles whose rules say what may be done with which resources.",why:"The API server refuses a rule without verbs, without API groups or resources, and one for URLs in a Role, which has only its namespace.",howToFix:'Give each rule `verbs`, `apiGroups` ("" for Pods, Services and the like) and `resources`, or in a ClusterRole `verbs` and `nonResourceURLs`.',references:["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#role-and-clusterrole"],peers:{},bad:[{title:"a rule without API groups, and URLs in a Role",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
rules:
  - resources: [pods] # \u2716 rules[0].apiGroups is missing, but required beside resources
    verbs: [get, list]
  - nonResourceURLs: [/metrics] # \u2716 nonResourceURLs can be set only in a ClusterRole
    verbs: [get]
`}],good:[{title:"resources and URLs in a ClusterRole",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: reader
rules:
  - apiGroups: [""]
    resources: [pods]
    verbs: [get, list]
  - nonResourceURLs: [/metrics]
    verbs: [get]
`}]},{since:"0.1.0",summary:"Require role bindings that name one role and whom it is for.",why:"The API server refuses a binding whose role or subjects cannot exist. A ServiceAccount has a namespace, a User and a Group have an API group.",howToFix:"Use the kinds ServiceAccount, User and Group, give a ServiceAccount its `namespace` and no `apiGroup`, and set `kind` and `name` of `roleRef`.",references:["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding"],peers:{},bad:[{title:"a ServiceAccount without a namespace, a role of a namespace",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: readers
subjects:
  - kind: ServiceAccount
    name: builder # \u2716 subjects[0].namespace is missing, but required for a ServiceAccount in a ClusterRoleBinding
  - kind: user # \u2716 kind is "user", must be "ServiceAccount", "User" or "Group"; did you mean "User"?
    name: jane
roleRef:
  kind: Role # \u2716 kind is "Role", must be "ClusterRole"
  name: reader
  apiGroup: rbac.authorization.k8s.io
`}],good:[{title:"a ServiceAccount and a user",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: readers
subjects:
  - kind: ServiceAccount
    name: builder
    namespace: ci
  - kind: User
    name: jane
    apiGroup: rbac.authorization.k8s.io
roleRef:
  kind: ClusterRole
  name: reader
  apiGroup: rbac.authorization.k8s.io
`}]},{since:"0.1.0",summary:"Require a RuntimeClass with a handler, and an overhead of resources that exist.",why:"The API server refuses a class without a handler, and an overhead or a selector of nodes that no pod can have.",howToFix:"Set `handler` to a name that the container runtime of the nodes is configured with.",references:["https://kubernetes.io/docs/concepts/containers/runtime-class/"],peers:{},bad:[{title:"a handler that is no DNS label, an unknown resource",yaml:`apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: gvisor
handler: gVisor # \u2716 handler is "gVisor", must consist of lower case letters, digits and "-"
overhead:
  podFixed:
    requests.cpu: 250m # \u2716 Resource "requests.cpu" is not a resource that a container can have
`}],good:[{title:"a handler and its overhead",yaml:`apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: gvisor
handler: runsc
overhead:
  podFixed:
    cpu: 250m
    memory: 120Mi
`}]},{since:"0.1.0",summary:"Require Secrets that have what their type needs.",why:"The API server refuses a Secret that lacks the keys of its type, has a key that cannot be a file name, or has more than 1 MiB of values.",howToFix:"Add the key that the message names, or leave `type` away: `Opaque` needs nothing.",references:["https://kubernetes.io/docs/concepts/configuration/secret/#secret-types"],peers:{},bad:[{title:"a certificate without its key",yaml:`apiVersion: v1
kind: Secret
metadata:
  name: web-tls
type: kubernetes.io/tls
data: # \u2716 Secret of type kubernetes.io/tls needs the key "tls.key"
  tls.crt: Y2VydA==
`}],good:[{title:"both keys",yaml:`apiVersion: v1
kind: Secret
metadata:
  name: web-tls
type: kubernetes.io/tls
data:
  tls.crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJiekNDQVJXZ0F3SUJBZ0lVVWh6bkM5VHBRbUNJZFh5S0hrTVRqMzBqRGJzd0NnWUlLb1pJemowRUF3SXcKRERFS01BZ0dBMVVFQXd3QllUQWdGdzB5TmpFeE1qZ3hOREF6TWpSYUdBOHlNVEkyTVRFd05ERTBNRE15TkZvdwpEREVLTUFnR0ExVUVBd3dCWVRCWk1CTUdCeXFHU000OUFnRUdDQ3FHU000OUF3RUhBMElBQkhJQXZnQTFvRU9hCmVJeVhiaVJzUjhZc1V0Y1dKQWNhd0NpNlJOTEk5TFl5dklpK3c1c2xvNWdPOG10SW5DNmh6N2lEUnV6N0pTWGkKWEh3ZW9Dd252eVdqVXpCUk1CMEdBMVVkRGdRV0JCU2Fac3lYME9QVUVnaHFMbG9mV3hSbEYrTFM3ekFmQmdOVgpIU01FR0RBV2dCU2Fac3lYME9QVUVnaHFMbG9mV3hSbEYrTFM3ekFQQmdOVkhSTUJBZjhFQlRBREFRSC9NQW9HCkNDcUdTTTQ5QkFNQ0EwZ0FNRVVDSVFDN0Q0bC84Nno5Y2JzYTZGaUpOamg4dVB0VDVFYjFEeTI5bFpYZUVFV2UKM3dJZ0szY0FHbWFlMnk1ZHhrU28xYVBIVm90OXhqNWNGcnFjTFJLMXVDRDVmRlk9Ci0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0K
  tls.key: LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCk1JR0hBZ0VBTUJNR0J5cUdTTTQ5QWdFR0NDcUdTTTQ5QXdFSEJHMHdhd0lCQVFRZ3hrNW5ZS3RPQ2lVNytqb2wKUllybWtpaDZpS0Q0aWtPZ1ZSTDZZL1dwRlllaFJBTkNBQVJ5QUw0QU5hQkRtbmlNbDI0a2JFZkdMRkxYRmlRSApHc0FvdWtUU3lQUzJNcnlJdnNPYkphT1lEdkpyU0p3dW9jKzRnMGJzK3lVbDRseDhIcUFzSjc4bAotLS0tLUVORCBQUklWQVRFIEtFWS0tLS0tCg==
`}]},{since:"0.1.0",summary:"Require security contexts that the API server takes.",why:"The API server refuses a pod with a user or group out of range, an unknown policy, kernel parameters of the host, or settings that contradict each other.",howToFix:"Use ids from 0 to 2147483647 and the policies of the documentation, and drop one of two settings that exclude each other.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/","https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/"],peers:{},bad:[{title:"a group out of range, a policy in lower case, a privileged container that may not gain privileges",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: true
  securityContext:
    fsGroup: -1 # \u2716 fsGroup is -1, must be between 0 and 2147483647
    fsGroupChangePolicy: always # \u2716 fsGroupChangePolicy is "always", must be "OnRootMismatch" or "Always"; did you mean "Always"?
    sysctls:
      - name: net.core.somaxconn # \u2716 name "net.core.somaxconn" belongs to the network, which is that of the host
        value: '1024'
  containers:
    - name: app
      image: nginx:1.27
      securityContext:
        privileged: true
        allowPrivilegeEscalation: false # \u2716 allowPrivilegeEscalation cannot be false in a privileged container
`}],good:[{title:"a user of its own",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsUser: 10001
    fsGroup: 10001
    fsGroupChangePolicy: OnRootMismatch
  containers:
    - name: app
      image: nginx:1.27
      securityContext:
        allowPrivilegeEscalation: false
`}]},{since:"0.1.0",summary:"Require seccomp and AppArmor profiles of a known type, with a path or name where the type needs one.",why:"The API server refuses a profile of an unknown type, and a localhost profile of another type or without its path.",howToFix:"Use the types RuntimeDefault and Unconfined alone, and Localhost with `localhostProfile`.",references:["https://kubernetes.io/docs/tutorials/security/seccomp/","https://kubernetes.io/docs/tutorials/security/apparmor/"],peers:{},bad:[{title:"the name of the annotation of old, and a profile without its path",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    seccompProfile:
      type: runtime/default # \u2716 type is "runtime/default", must be "Localhost", "RuntimeDefault" or "Unconfined"; did you mean "RuntimeDefault"?
  containers:
    - name: app
      image: nginx:1.27
      securityContext:
        appArmorProfile: # \u2716 localhostProfile is missing, but required for the type Localhost
          type: Localhost
`}],good:[{title:"the profile of the runtime, and one of the node",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: app
      image: nginx:1.27
      securityContext:
        appArmorProfile:
          type: Localhost
          localhostProfile: nginx
`}]},{since:"0.1.0",summary:"Require a Service whose ports, selector, addresses and policies go with its type.",why:"The API server refuses a Service without ports, with ports or addresses that do not exist, or with fields that another type of Service has.",howToFix:"Give each port a number and, beside others, a name; use the types ClusterIP, NodePort, LoadBalancer and ExternalName with the fields that each has.",references:["https://kubernetes.io/docs/concepts/services-networking/service/"],peers:{},bad:[{title:"a malformed value of the selector, an unknown protocol, a port without a name",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web,api # \u2716 Value "web,api" of the selector must consist of letters, digits, "-", "_" and "."
  ports:
    - name: http
      port: 80
      protocol: http # \u2716 protocol is "http", must be "TCP", "UDP" or "SCTP"; did you mean "TCP"?
    - port: 443 # \u2716 ports[1].name is missing, but required in a Service with several ports
`}],good:[{title:"labels of pods, and named ports",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app.kubernetes.io/name: web
  ports:
    - name: http
      port: 80
      targetPort: http
    - name: metrics
      port: 9090
`}]},{since:"0.1.0",summary:"Disallow the annotation that limits which Secrets the pods of a ServiceAccount mount.",why:"The annotation is deprecated since 1.32: it never kept a pod from reading other Secrets of its namespace.",howToFix:"Delete the annotation, and keep Secrets that others must not read in a namespace of their own.",references:["https://kubernetes.io/docs/concepts/security/service-accounts/#enforce-mountable-secrets"],peers:{},bad:[{title:"the annotation",yaml:`apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
  annotations:
    kubernetes.io/enforce-mountable-secrets: "true" # \u2716 Annotation "kubernetes.io/enforce-mountable-secrets" is deprecated since 1.32
`}],good:[{title:"a ServiceAccount",yaml:`apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
`}]},{since:"0.1.0",summary:"Require a ServiceCIDR with one range for each IP family.",why:"The API server refuses ranges that are not in canonical form, and two ranges of one family.",howToFix:"Write one IPv4 range, one IPv6 range or one of each, with all bits beyond the prefix at 0.",references:["https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/service-cidr-v1/"],peers:{},bad:[{title:"an address in place of a range",yaml:`apiVersion: networking.k8s.io/v1
kind: ServiceCIDR
metadata:
  name: more
spec:
  cidrs:
    - 10.96.0.1/24 # \u2716 cidrs[0] is "10.96.0.1/24", must not have bits set beyond its prefix length
`}],good:[{title:"a range of each family",yaml:`apiVersion: networking.k8s.io/v1
kind: ServiceCIDR
metadata:
  name: more
spec:
  cidrs:
    - 10.96.0.0/24
    - 2001:db8::/64
`}]},{since:"0.1.0",summary:"Require a StatefulSet whose selector matches its pod template.",why:"The API server refuses a StatefulSet that would not select its own pods, and the selector cannot be changed later.",howToFix:"Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-selector"],peers:{"kube-linter":["mismatching-selector","restart-policy"],"kube-score":["deployment-pod-selector-labels-match-template-metadata-labels","statefulset-pod-selector-labels-match-template-metadata-labels"],kubescape:["C-0296"],popeye:["508"],datree:["WORKLOAD_INCORRECT_RESTARTPOLICY_VALUE_ALWAYS"]},bad:[{title:"labels that the selector does not match",yaml:`apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: web
spec:
  serviceName: web
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: website # \u2716 Label "app" is "website", the selector wants "web"
    spec:
      containers:
        - name: app
          image: nginx:1.27
`}],good:[{title:"the selector matches the labels",yaml:`apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: web
spec:
  serviceName: web
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
        version: '2'
    spec:
      containers:
        - name: app
          image: nginx:1.27
`}]},{since:"0.1.0",summary:"Require storage classes with a provisioner, known policies and topologies of their own.",why:"The API server refuses a class that does not say who makes its volumes, or with a policy or mode that does not exist.",howToFix:"Set `provisioner`, and write policies and modes as the documentation spells them.",references:["https://kubernetes.io/docs/concepts/storage/storage-classes/"],peers:{},bad:[{title:"no provisioner, a mode in lower case",yaml:`apiVersion: storage.k8s.io/v1
kind: StorageClass # \u2716 provisioner is required but missing
metadata:
  name: fast
reclaimPolicy: Recycle # \u2716 reclaimPolicy is "Recycle", must be "Delete" or "Retain"
volumeBindingMode: immediate # \u2716 volumeBindingMode is "immediate", must be "Immediate" or "WaitForFirstConsumer"; did you mean "Immediate"?
`}],good:[{title:"a class of one zone",yaml:`apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: fast
provisioner: ebs.csi.aws.com
volumeBindingMode: WaitForFirstConsumer
allowedTopologies:
  - matchLabelExpressions:
      - key: topology.kubernetes.io/zone
        values: [eu-central-1a]
`}]},{since:"0.1.0",summary:"Require disks and shares that the API server takes, in a pod and in a PersistentVolume.",why:"The API server refuses a volume whose disk or share is not named, or named in a way that its storage does not have.",howToFix:"Set the fields that name the disk or share, in the form that the documentation of the volume type shows.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#volume-types"],peers:{},bad:[{title:"a relative path of an export, a malformed iSCSI name, a disk without its name",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.27
  volumes:
    - name: export
      nfs:
        server: nfs.example.com
        path: exports/web # \u2716 path is "exports/web", must be an absolute path
    - name: disk
      iscsi:
        targetPortal: 10.0.2.15:3260
        iqn: com.example:disk # \u2716 iqn is "com.example:disk", must begin with iqn, eui or naa
        lun: 0
    - name: cloud
      gcePersistentDisk: # \u2716 pdName is required but missing
        fsType: ext4
`}],good:[{title:"an export and a disk",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.27
  volumes:
    - name: export
      nfs:
        server: nfs.example.com
        path: /exports/web
    - name: disk
      iscsi:
        targetPortal: 10.0.2.15:3260
        iqn: iqn.2001-04.com.example:storage.disk
        lun: 0
`}]},{since:"0.1.0",summary:"Require a StorageVersionMigration of a resource.",why:"The API server refuses a migration that does not say what is to be stored anew.",howToFix:"Set `spec.resource.resource` to the plural name of the kind, and `group` for all but those of `v1`.",references:["https://kubernetes.io/docs/tasks/manage-kubernetes-objects/storage-version-migration/"],peers:{},bad:[{title:"a kind in place of a resource",yaml:`apiVersion: storagemigration.k8s.io/v1
kind: StorageVersionMigration
metadata:
  name: secrets
spec:
  resource:
    resource: Secret # \u2716 resource is "Secret", must consist of lower case letters, digits and "-"
`}],good:[{title:"all Secrets",yaml:`apiVersion: storagemigration.k8s.io/v1
kind: StorageVersionMigration
metadata:
  name: secrets
spec:
  resource:
    resource: secrets
`}]},{since:"0.1.0",summary:"Require rules for the success of an Indexed Job that its indexes can meet.",why:"The API server refuses a rule that no index can meet, and breaks off without an answer where there is no number of completions.",howToFix:"Set `completionMode` to Indexed and `completions`, and list indexes below that in ascending order: 1,3-5.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/job/#success-policy"],peers:{},bad:[{title:"indexes that are not there",yaml:`apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  completions: 3
  completionMode: Indexed
  successPolicy:
    rules:
      - succeededIndexes: 0-3 # \u2716 succeededIndexes is "0-3", must have only indexes below the 3 completions
      - {} # \u2716 Rule must have succeededCount or succeededIndexes
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: example.com/report:1.0
`}],good:[{title:"two of three",yaml:`apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  completions: 3
  completionMode: Indexed
  successPolicy:
    rules:
      - succeededIndexes: 0-2
        succeededCount: 2
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: example.com/report:1.0
`}]},{since:"0.1.0",summary:"Require a TokenReview with a token.",why:"The API server refuses a review of nothing.",howToFix:"Set `spec.token`.",references:["https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/token-review-v1/"],peers:{},bad:[{title:"no token",yaml:`apiVersion: authentication.k8s.io/v1
kind: TokenReview
spec: # \u2716 token is required but missing
  audiences: [https://kubernetes.default.svc]
`}],good:[{title:"a token",yaml:`apiVersion: authentication.k8s.io/v1
kind: TokenReview
spec:
  token: abc
`}]},{since:"0.1.0",summary:"Require tolerations that taints can match.",why:"The API server refuses a toleration with an unknown operator or effect, or with a key and value that no taint can have.",howToFix:"Use the operator Equal with a value or Exists without, and one of the effects NoSchedule, PreferNoSchedule and NoExecute, or none for all.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/"],peers:{},bad:[{title:"a value for Exists, an unknown effect, no key",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  tolerations:
    - key: dedicated
      operator: Exists
      value: web # \u2716 value is "web", must be empty for the operator Exists
    - key: gpu
      effect: NoRun # \u2716 effect is "NoRun", must be "NoSchedule", "PreferNoSchedule" or "NoExecute"
    - effect: NoSchedule # \u2716 tolerations[2].operator is missing, must be "Exists" without a key
  containers:
    - name: app
      image: nginx:1.27
`}],good:[{title:"a taint by its value, and every taint",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  tolerations:
    - key: dedicated
      value: web
      effect: NoSchedule
    - operator: Exists
  containers:
    - name: app
      image: nginx:1.27
`}]},{since:"0.1.0",summary:"Require constraints on the spread of pods with a skew, a topology and an action.",why:"The API server refuses a constraint that does not say by how much pods may be skewed, over what, and what happens when they are.",howToFix:"Set `maxSkew` to 1 or more, `topologyKey` to a label of nodes, and `whenUnsatisfiable` to DoNotSchedule or ScheduleAnyway.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/"],peers:{},bad:[{title:"an unknown action, a number of domains that has no effect, a topology twice",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: kubernetes.io/hostname
      whenUnsatisfiable: Ignore # \u2716 whenUnsatisfiable is "Ignore", must be "DoNotSchedule" or "ScheduleAnyway"
      labelSelector: {}
    - topologyKey: topology.kubernetes.io/zone # \u2716 topologySpreadConstraints[1].maxSkew is missing, must be at least 1
      whenUnsatisfiable: DoNotSchedule
      labelSelector: {}
    - maxSkew: 1
      topologyKey: topology.kubernetes.io/zone # \u2716 topologyKey "topology.kubernetes.io/zone" is spread over by another constraint with "DoNotSchedule"
      whenUnsatisfiable: DoNotSchedule
      labelSelector: {}
  containers:
    - name: app
      image: nginx:1.27
`}],good:[{title:"over zones for sure, over nodes if possible",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: web
spec:
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: topology.kubernetes.io/zone
      whenUnsatisfiable: DoNotSchedule
      minDomains: 3
      labelSelector:
        matchLabels:
          app: web
    - maxSkew: 1
      topologyKey: kubernetes.io/hostname
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          app: web
  containers:
    - name: app
      image: nginx:1.27
`}]},{since:"0.1.0",summary:"Disallow values of a type that the field does not take.",why:"The API server cannot decode the object and refuses it as a whole, whatever else it says.",howToFix:"Quote text that looks like a number or a boolean; write numbers and booleans without quotes.",references:["https://kubernetes.io/docs/reference/using-api/api-concepts/"],peers:{kubeconform:["(schema)"],"kubectl-validate":["(schema)"],monokle:["K8S001"]},bad:[{title:"text for a number",yaml:`apiVersion: apps/v1
kind: ReplicaSet
metadata:
  name: web
spec:
  replicas: "3" # \u2716 replicas is the string "3", must be an integer: remove the quotes
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
          image: example.com/app:1.0
`}],good:[{title:"a number",yaml:`apiVersion: apps/v1
kind: ReplicaSet
metadata:
  name: web
spec:
  replicas: 3
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
          image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Require volumes with a name of their own and one source that the API server takes.",why:"The API server refuses a pod with a volume of two sources, with a name that is taken or malformed, or whose source lacks what it needs.",howToFix:'Give every volume a name of lower case letters, digits and "-", and one source with its fields.',references:["https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume/"],peers:{},bad:[{title:"two sources, a name twice, a Secret without its name, a path upwards",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.27
  volumes:
    - name: data
      emptyDir: {}
      persistentVolumeClaim: # \u2716 persistentVolumeClaim cannot be set together with emptyDir
        claimName: data
    - name: data # \u2716 name is "data", already used by volumes[0]
      hostPath:
        path: /var/log
        type: directory # \u2716 type is "directory", must be "DirectoryOrCreate", "Directory", "FileOrCreate", "File", "Socket", "CharDevice" or "BlockDevice"; did you mean "Directory"?
    - name: tls
      secret: # \u2716 secretName is required but missing
        defaultMode: 1777 # \u2716 defaultMode is 1777, must be between 0 and 511 (octal 0777)
        items:
          - key: tls.crt
            path: ../tls.crt # \u2716 path is "../tls.crt", must not contain ".." as an element
`}],good:[{title:"one source each",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.27
  volumes:
    - name: scratch
      emptyDir:
        sizeLimit: 1Gi
    - name: data
      persistentVolumeClaim:
        claimName: data
    - name: tls
      secret:
        secretName: web-tls
        defaultMode: 0400
`}]},{since:"0.1.0",summary:"Require attachments of one volume to one node by a driver.",why:"The API server refuses an attachment that does not say what is attached, where and by whom.",howToFix:"Set `attacher`, `nodeName`, and either `persistentVolumeName` or `inlineVolumeSpec`.",references:["https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume-attachment-v1/"],peers:{},bad:[{title:"no volume, and a node that cannot be",yaml:`apiVersion: storage.k8s.io/v1
kind: VolumeAttachment
metadata:
  name: csi-1
spec:
  attacher: ebs.csi.aws.com
  nodeName: Node_1 # \u2716 nodeName is "Node_1", must consist of lower case letters, digits, "-" and "."
  source: {} # \u2716 Source must have persistentVolumeName or inlineVolumeSpec
`}],good:[{title:"a volume",yaml:`apiVersion: storage.k8s.io/v1
kind: VolumeAttachment
metadata:
  name: csi-1
spec:
  attacher: ebs.csi.aws.com
  nodeName: node-1
  source:
    persistentVolumeName: pv-1
`}]},{since:"0.1.0",summary:"Require classes of volume attributes with a driver and parameters.",why:"The API server refuses a class that does not name a driver, or that would change nothing.",howToFix:"Set `driverName` and at least one of `parameters`.",references:["https://kubernetes.io/docs/concepts/storage/volume-attributes-classes/"],peers:{},bad:[{title:"no parameters",yaml:`apiVersion: storage.k8s.io/v1
kind: VolumeAttributesClass # \u2716 parameters is required but missing
metadata:
  name: gold
driverName: ebs.csi.aws.com
`}],good:[{title:"a parameter",yaml:`apiVersion: storage.k8s.io/v1
kind: VolumeAttributesClass
metadata:
  name: gold
driverName: ebs.csi.aws.com
parameters:
  iops: '4000'
`}]},{since:"0.1.0",summary:"Require claims of volumes with an access mode and an amount of storage.",why:"The API server refuses a claim that does not say how it is accessed and how large it must be, or whose data cannot come from where it says.",howToFix:"Set `accessModes` and `resources.requests.storage`, and an `apiGroup` for data from anything but another claim.",references:["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistentvolumeclaims"],peers:{},bad:[{title:"an abbreviated mode, no amount, a snapshot without its group",yaml:`apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  accessModes:
    - RWO # \u2716 Access mode "RWO" must be one of "ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"
  resources: # \u2716 storage is missing, but required in requests
    limits:
      storage: 1Gi
  dataSourceRef: # \u2716 dataSourceRef must have an apiGroup for the kind VolumeSnapshot
    kind: VolumeSnapshot
    name: yesterday
`}],good:[{title:"a mode and an amount",yaml:`apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 1Gi
  dataSourceRef:
    apiGroup: snapshot.storage.k8s.io
    kind: VolumeSnapshot
    name: yesterday
`}]},{since:"0.1.0",summary:"Require mounts and devices of volumes that the pod has, at paths of their own.",why:"The API server refuses a pod with a container that mounts a volume which the pod does not have, two volumes at one path, or a path that leaves its volume.",howToFix:"Add the volume to `volumes`, or mount one that is there, at a path that no other mount of the container has.",references:["https://kubernetes.io/docs/concepts/storage/volumes/"],peers:{},bad:[{title:"a volume that is not there, a path twice, a path upwards",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.27
      volumeMounts:
        - name: data
          mountPath: /data
          subPath: ../data # \u2716 subPath is "../data", must not contain ".." as an element
        - name: config # \u2716 name "config" is not a volume of this pod
          mountPath: /data # \u2716 mountPath is "/data", already used by volumeMounts[0]
  volumes:
    - name: data
      emptyDir: {}
`}],good:[{title:"volumes that are there",yaml:`apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: web
spec:
  serviceName: web
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
          volumeMounts:
            - name: data
              mountPath: /data
            - name: config
              mountPath: /etc/nginx
      volumes:
        - name: config
          configMap:
            name: web
  volumeClaimTemplates:
    - metadata:
        name: data
      spec:
        accessModes: [ReadWriteOnce]
        resources:
          requests:
            storage: 1Gi
`}]},{since:"0.1.0",summary:"Require admission webhooks with a name, an address, and what the API server has to know of them.",why:"The API server refuses a webhook that it could not call: one without a URL or a Service, without a version of AdmissionReview that it speaks, or that does not say whether it has side effects.",howToFix:'Give each webhook a name of at least three parts, `sideEffects: None` or `NoneOnDryRun`, `admissionReviewVersions: [v1]`, and a `clientConfig` with a `url` that begins with "https://" or a `service`.',references:["https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/"],peers:{},bad:[{title:"a short name, a time that is too long, a URL without encryption",yaml:`apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: images
webhooks:
  - name: images # \u2716 name is "images", must have at least three parts, such as pods.example.com
    admissionReviewVersions: [v2] # \u2716 admissionReviewVersions must have "v1" or "v1beta1"
    sideEffects: Some # \u2716 sideEffects is "Some", must be "None" or "NoneOnDryRun"; did you mean "None"?
    timeoutSeconds: 60 # \u2716 timeoutSeconds is 60, must be between 1 and 30
    clientConfig:
      url: http://images.example.com # \u2716 url is "http://images.example.com", must begin with "https://"
`}],good:[{title:"a Service of the cluster",yaml:`apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: images
webhooks:
  - name: images.example.com
    admissionReviewVersions: [v1]
    sideEffects: None
    timeoutSeconds: 5
    clientConfig:
      service:
        name: images
        namespace: default
        path: /validate
`}]},{since:"0.1.0",summary:"Require options of Windows that the API server takes, and none of another operating system.",why:"The API server refuses a pod that says on which operating system it runs, and has settings that this system does not know.",howToFix:"Delete the settings of the other operating system, or correct `os.name`.",references:["https://kubernetes.io/docs/concepts/workloads/pods/#pod-os","https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/"],peers:{},bad:[{title:"a setting of Linux, a malformed user, a host process without the network of the host",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec: # \u2716 hostNetwork is missing, must be true in a pod of host processes
  os:
    name: windows
  securityContext:
    seLinuxOptions: # \u2716 seLinuxOptions cannot be set for Windows
      level: s0
    windowsOptions:
      hostProcess: true
      runAsUserName: a\\b\\c # \u2716 runAsUserName is "a\\\\b\\\\c", must have at most one backslash, between the domain and the user
  containers:
    - name: app
      image: mcr.microsoft.com/windows/servercore:ltsc2022
`}],good:[{title:"a user of Windows",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  os:
    name: windows
  securityContext:
    windowsOptions:
      runAsUserName: ContainerUser
  containers:
    - name: app
      image: mcr.microsoft.com/windows/servercore:ltsc2022
`}]},{since:"0.1.0",summary:"Disallow text that is not YAML as kubectl reads it.",why:"The API server refuses the whole document, and nothing in it can be checked.",howToFix:"Fix the text at the place that the message names: mostly indentation, a missing quote or a tab.",references:["https://yaml.org/spec/1.1/"],peers:{kubeconform:["(parse error)"],monokle:["YML001"],yamllint:["syntax"]},bad:[{title:"a quote that is never closed",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  motd: "hello # \u2716 The quote is never closed
`}],good:[{title:"a quoted string",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  motd: "hello"
`}]},{since:"0.1.0",summary:"Disallow a PodDisruptionBudget that allows no eviction at all.",why:"A node with such a pod cannot be drained: upgrades of the cluster wait until somebody deletes the pod or the budget by hand.",howToFix:"Write `maxUnavailable: 1`, and run more replicas than `minAvailable` asks for.",references:["https://kubernetes.io/docs/tasks/run-application/configure-pdb/#specifying-a-poddisruptionbudget"],peers:{"kube-linter":["pdb-max-unavailable","pdb-min-available"],polaris:["pdbDisruptionsIsZero"]},bad:[{title:"as many pods as there are",yaml:`apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  minAvailable: 3 # \u2716 PodDisruptionBudget "web" allows no eviction: Deployment "web" has 3 replicas
  selector:
    matchLabels:
      app: web
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
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
          image: example.com/app:1.0
`}],good:[{title:"one at a time",yaml:`apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: web
`}]},{since:"0.1.0",summary:"Disallow well-known images that get no more fixes.",why:"Every vulnerability that is found in it from now on stays open, in a program that is well known to attackers too.",howToFix:"Move to a release line that is maintained. podlint has a short list of common images and can be out of date: silence does not mean that an image is maintained.",references:["https://kubernetes.io/docs/concepts/containers/images/","https://endoflife.date/"],peers:{kubescape:["C-0081","C-0090","C-0091","C-0292"]},bad:[{title:"release lines that have ended",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: node:16.20-alpine # \u2716 Image "node:16.20-alpine" gets no fixes since 2023-09
    - name: database
      image: mirror.gcr.io/library/mongo:4.2 # \u2716 Image "mirror.gcr.io/library/mongo:4.2" gets no fixes since 2023-04
    - name: tools
      image: centos # \u2716 Image "centos" gets no fixes since 2024-06
`}],good:[{title:"maintained lines, and images that are not known",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: node:24-alpine
    - name: cache
      image: redis:6
    - name: database
      image: postgres:17.10
    - name: tools
      image: registry.example.com/library/centos:7
`}]},{since:"0.1.0",summary:"Disallow images without a tag, or with a tag that moves.",why:"What runs is what the tag pointed to when the node pulled it: two pods of one Deployment may run different code, and a rollback has nothing to go back to.",howToFix:"Name a release (`nginx:1.29.3`) or a digest (`nginx@sha256:\u2026`); a bot such as Renovate keeps either current.",references:["https://kubernetes.io/docs/concepts/containers/images/#image-names"],peers:{"kube-linter":["latest-tag"],"kube-score":["container-image-tag"],polaris:["tagNotSpecified"],trivy:["KSV-0013"],checkov:["CKV_K8S_14"],kubescape:["C-0304"],datree:["CONTAINERS_MISSING_IMAGE_VALUE_VERSION"],kyverno:["disallow-latest-tag"]},bad:[{title:"tags that move, and none",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: migrate
      image: registry.example.com:5000/migrate # \u2716 Image "registry.example.com:5000/migrate" has no tag
  containers:
    - name: web
      image: nginx:latest # \u2716 Image "nginx:latest" has the moving tag "latest"
    - name: proxy
      image: example.com/proxy:stable-alpine # \u2716 Image "example.com/proxy:stable-alpine" has the moving tag "stable-alpine"
`}],good:[{title:"a release, a digest, a branch with a commit or date",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29.3-alpine
    - name: proxy
      image: example.com/proxy:latest@sha256:94a00394bc5a8ef503fb59db0a7d0ae9e1110866e8aee8ba40cd864cea69ea1a
    - name: worker
      image: example.com/worker:main-4f1a5b1
    - name: base
      image: debian:stable-20251117-slim
`}]},{since:"0.1.0",summary:"Disallow long-running pods that no controller owns.",why:"When its node fails or is drained, such a pod is gone for good: nothing starts it anywhere else.",howToFix:"Put the pod into the template of a Deployment; with `restartPolicy: Never` it is taken for one that is meant to end.",references:["https://kubernetes.io/docs/concepts/configuration/overview/#naked-pods-vs-replicasets-deployments-and-jobs"],peers:{kubescape:["C-0073"],datree:["K8S_INCORRECT_KIND_VALUE_POD"],popeye:["208"],clusterlint:["bare-pods"],kyverno:["prevent-bare-pods"]},bad:[{title:"a server in a Pod of its own",yaml:`apiVersion: v1
kind: Pod # \u2716 Pod "web" belongs to no controller
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"a pod that runs to completion",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: debug
spec:
  restartPolicy: Never
  containers:
    - name: shell
      image: example.com/shell:1.0
`}]},{since:"0.1.0",summary:"Disallow schedules that never come, and steps that are larger than their range.",why:"The API server takes `0 0 31 2 *`, and the job never runs; `*/60` for the minute runs once an hour, not every 60 minutes from now.",howToFix:"Name a day that the month has. Write `0` in place of a step that is too large, and put the step into the next field: every other hour is `0 */2 * * *`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax"],peers:{},bad:[{title:"the 30th of February",yaml:`apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: 0 3 30 2 * # \u2716 Schedule "0 3 30 2 *" never comes: no month that it names has such a day
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: report
              image: example.com/report:1.0
`}],good:[{title:"the last days of some months",yaml:`apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: 0 */3 31 1,3 *
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: report
              image: example.com/report:1.0
`}]},{since:"0.1.0",summary:"Disallow a single replica behind a Service.",why:"While the only pod moves to another node, crashes or is evicted, nobody answers.",howToFix:"Set `replicas` to 2 or more, or let a HorizontalPodAutoscaler choose. Strategy `Recreate` says that there may only be one, and is left alone.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#replicas"],peers:{"kube-linter":["minimum-three-replicas"],"kube-score":["deployment-replicas"],polaris:["deploymentMissingReplicas"],datree:["DEPLOYMENT_INCORRECT_REPLICAS_VALUE"],kubevious:["replica-count-check"],gatekeeper:["replicalimits"],kyverno:["require-deployments-have-multiple-replicas"],popeye:["1109"]},bad:[{title:"a Service with one pod behind it",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 1 # \u2716 Deployment "web" has one replica behind Service "web"
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
          image: example.com/app:1.0
`}],good:[{title:"an autoscaler in charge",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  minReplicas: 2
  maxReplicas: 5
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
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
          image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Disallow references to API objects in static pods.",why:"A kubelet runs a static pod from a file, without the API server: such references never resolve, and since Kubernetes 1.34 the kubelet refuses the pod.",howToFix:"Mount files of the node with `hostPath`, or write the value into the manifest. What needs a ConfigMap or a Secret is better run by a DaemonSet.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/"],peers:{},bad:[{title:"a static pod that mounts a Secret",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: etcd
  namespace: kube-system
  annotations:
    kubeadm.kubernetes.io/etcd.advertise-client-urls: https://10.0.0.1:2379
spec:
  containers:
    - name: etcd
      image: registry.k8s.io/etcd:3.6.0
      envFrom:
        - configMapRef:
            name: etcd # \u2716 Static pod "etcd" refers to ConfigMap "etcd"
      volumeMounts:
        - name: certs
          mountPath: /certs
  volumes:
    - name: certs
      secret:
        secretName: etcd-certs # \u2716 Static pod "etcd" refers to Secret "etcd-certs"
`}],good:[{title:"a static pod with files of its node; another pod with a Secret",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: etcd
  namespace: kube-system
  annotations:
    kubeadm.kubernetes.io/etcd.advertise-client-urls: https://10.0.0.1:2379
spec:
  priorityClassName: system-node-critical
  containers:
    - name: etcd
      image: registry.k8s.io/etcd:3.6.0
  volumes:
    - name: certs
      hostPath:
        path: /etc/kubernetes/pki
---
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
  volumes:
    - name: certs
      secret:
        secretName: web
`}]},{since:"0.1.0",summary:"Disallow probes on a port that their container does not have.",why:"The probe never succeeds: the container is restarted again and again, or never gets traffic.",howToFix:"Probe a port that the container declares, by its name or its number.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#use-a-named-port"],peers:{"kube-linter":["liveness-port","readiness-port","startup-port"]},bad:[{title:"a misspelt name, and a port of another image",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      ports:
        - name: http
          containerPort: 8080
      readinessProbe:
        httpGet:
          port: htpp # \u2716 Container "app" has no port named "htpp", did you mean "http"?
    - name: proxy
      image: nginx:1.27
      ports:
        - containerPort: 80
      livenessProbe:
        tcpSocket:
          port: 8443 # \u2716 Container "proxy" is probed on port 8443, but declares port 80
`}],good:[{title:"the name of a port, and one for health checks that is not declared",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      ports:
        - name: http
          containerPort: 8080
      readinessProbe:
        httpGet:
          port: http
      livenessProbe:
        httpGet:
          port: 8081
`}]},{since:"0.1.0",summary:"Require a liveness probe for containers that run for long.",why:"A program that hangs without exiting stays broken until somebody restarts it by hand.",howToFix:"Add a `livenessProbe` that fails only when a restart helps: not when a database is away. A crash alone needs no probe, the container restarts anyway.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],peers:{"kube-linter":["no-liveness-probe"],"kube-score":["pod-probes"],polaris:["livenessProbeMissing"],checkov:["CKV_K8S_8"],kubescape:["C-0056"],popeye:["102","103"],datree:["CONTAINERS_MISSING_LIVENESSPROBE_KEY"],gatekeeper:["requiredprobes"],kyverno:["require-probes"]},bad:[{title:"a server without a liveness probe",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app # \u2716 Container "app" has no liveness probe
      image: example.com/app:1.0
`}],good:[{title:"a liveness probe; an init container that runs to completion",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: migrate
      image: example.com/app:1.0
  containers:
    - name: app
      image: example.com/app:1.0
      livenessProbe:
        httpGet:
          path: /healthz
          port: 8080
`}]},{since:"0.1.0",summary:"Require a PodDisruptionBudget for workloads with several replicas.",why:"Without a budget, draining nodes for an upgrade may evict all replicas at once.",howToFix:"Add a PodDisruptionBudget whose selector matches the pods, with `maxUnavailable: 1` for a start.",references:["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],peers:{"kube-score":["deployment-has-poddisruptionbudget","statefulset-has-poddisruptionbudget"],polaris:["missingPodDisruptionBudget"],popeye:["206"],kics:["Deployment Without PodDisruptionBudget","StatefulSet Without PodDisruptionBudget"],kyverno:["require-pdb"]},bad:[{title:"three replicas that may all be evicted together",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: web # \u2716 Deployment "web" has 3 replicas and no PodDisruptionBudget
spec:
  replicas: 3
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
          image: example.com/app:1.0
`}],good:[{title:"with a budget",yaml:`apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: web
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
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
          image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Require a readiness probe for containers that a Service sends traffic to.",why:"Without it a pod gets requests as soon as its process starts, so every rollout answers some of them with errors.",howToFix:"Add a `readinessProbe` that asks the port of the Service. One container of the pod with such a probe is enough: the pod is ready when all of its probes say so.",references:["https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe"],peers:{"kube-linter":["no-readiness-probe"],"kube-score":["pod-probes"],polaris:["readinessProbeMissing"],checkov:["CKV_K8S_9"],kubescape:["C-0018"],popeye:["102","104"],datree:["CONTAINERS_MISSING_READINESSPROBE_KEY"],gatekeeper:["requiredprobes"],kyverno:["require-probes"]},bad:[{title:"a Service in front of a container without a readiness probe",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: 8080
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
        - name: app # \u2716 Container "app" gets traffic from Service "web" and has no readiness probe
          image: example.com/app:1.0
          ports:
            - containerPort: 8080
`}],good:[{title:"a readiness probe, and a worker that nobody talks to",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: http
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      ports:
        - name: http
          containerPort: 8080
      readinessProbe:
        httpGet:
          path: /ready
          port: http
    - name: logs
      image: example.com/logs:1.0
---
apiVersion: v1
kind: Pod
metadata:
  name: worker
  labels:
    app: worker
spec:
  containers:
    - name: worker
      image: example.com/worker:1.0
`}]},{since:"0.1.0",summary:"Require a CPU request on every container that stays.",why:"When the node is busy the container gets next to no CPU time, and an autoscaler that scales on CPU use has nothing to compare with.",howToFix:"Set `resources.requests.cpu` to what the program needs under usual load, such as `50m`. A CPU limit is not needed.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{"kube-linter":["unset-cpu-requirements"],"kube-score":["container-resources"],polaris:["cpuRequestsMissing"],trivy:["KSV-0015"],checkov:["CKV_K8S_10"],kubescape:["C-0050","C-0268"],kubesec:["RequestsCPU"],datree:["CONTAINERS_MISSING_CPU_REQUEST_KEY"],kyverno:["require-pod-requests-limits","require-qos-burstable"]},bad:[{title:"memory only",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      resources: # \u2716 Container "app" sets no CPU request
        limits:
          memory: 128Mi
`}],good:[{title:"a request; init containers may do without",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: migrate
      image: example.com/migrate:1.0
  containers:
    - name: app
      image: example.com/app:1.0
      resources:
        requests:
          cpu: 50m
`}]},{since:"0.1.0",summary:"Require a memory limit on every container that stays.",why:"A leak in it takes the memory of the whole node, and the kernel then kills whichever program it likes, often one that is innocent.",howToFix:"Set `resources.limits.memory` a little above the most that the program has ever used. Where a LimitRange of the namespace does that, switch this rule off.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{"kube-linter":["unset-memory-requirements"],"kube-score":["container-resources"],polaris:["memoryLimitsMissing"],trivy:["KSV-0018"],checkov:["CKV_K8S_13"],kubescape:["C-0004","C-0009","C-0271"],kubesec:["LimitsMemory"],datree:["CONTAINERS_MISSING_MEMORY_LIMIT_KEY"],kyverno:["require-pod-requests-limits"]},bad:[{title:"only a request",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      resources: # \u2716 Container "app" sets no memory limit
        requests:
          memory: 64Mi
`}],good:[{title:"a limit; init containers may do without",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: migrate
      image: example.com/migrate:1.0
  containers:
    - name: app
      image: example.com/app:1.0
      resources:
        limits:
          memory: 128Mi
`}]},{since:"0.1.0",summary:"Require a memory request on every container that stays.",why:"The scheduler takes it for a container that needs none, packs the node too full, and under memory pressure such pods are the first to be evicted.",howToFix:"Set `resources.requests.memory` to what the program usually needs; a limit alone counts as a request of the same size.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{"kube-score":["container-resources"],polaris:["memoryRequestsMissing"],trivy:["KSV-0016"],checkov:["CKV_K8S_12"],kubescape:["C-0004","C-0269"],kubesec:["RequestsMemory"],datree:["CONTAINERS_MISSING_MEMORY_REQUEST_KEY"],kyverno:["require-pod-requests-limits"]},bad:[{title:"a request for CPU only",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      resources:
        requests: # \u2716 Container "app" sets no memory request
          cpu: 50m
`}],good:[{title:"a request; init containers may do without",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: migrate
      image: example.com/migrate:1.0
  containers:
    - name: app
      image: example.com/app:1.0
      resources:
        requests:
          memory: 64Mi
`}]},{since:"0.1.0",summary:"Disallow capabilities beyond those that the baseline of the Pod Security Standards allows.",why:"Most of them reach out of the container: SYS_ADMIN and ALL are as good as root on the node, NET_ADMIN and NET_RAW let it rewrite or forge network traffic.",howToFix:"Delete what the program does not need. For a port below 1024, NET_BIND_SERVICE is enough.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline","https://man7.org/linux/man-pages/man7/capabilities.7.html"],peers:{polaris:["dangerousCapabilities"],trivy:["KSV-0005","KSV-0022","KSV-0120"],checkov:["CKV_K8S_25","CKV_K8S_39"],kubescape:["C-0046"],kubesec:["CapSysAdmin"],"pod-security-admission":["capabilities_baseline"],datree:["CONTAINERS_INVALID_CAPABILITIES_VALUE"],kyverno:["disallow-capabilities"]},bad:[{title:"more than the baseline",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        capabilities:
          add:
            - NET_BIND_SERVICE
            - CAP_NET_ADMIN # \u2716 Container "app" adds the capability "CAP_NET_ADMIN"
            - ALL # \u2716 Container "app" adds the capability "ALL"
`}],good:[{title:"what runtimes give anyway",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        capabilities:
          drop: [ALL]
          add: [NET_BIND_SERVICE, CHOWN]
`}]},{since:"0.1.0",summary:'Disallow pods that carry the token of the service account "default".',why:"All pods of a namespace share that account, so a permission that one of them is given is given to all, and to whoever breaks into any.",howToFix:"Set `automountServiceAccountToken: false` when the program does not talk to the API server; else give it a ServiceAccount of its own.",references:["https://kubernetes.io/docs/concepts/security/service-accounts/","https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/"],peers:{"kube-linter":["default-service-account"],kubesec:["ServiceAccountName"],popeye:["300","308"],kyverno:["restrict-service-account"]},bad:[{title:"no service account named",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec: # \u2716 The pod carries the token of service account "default"
  containers:
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"an account of its own",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: web
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Disallow pods in the node's network, process or IPC namespace.",why:"With `hostNetwork` a pod hears the traffic of the node and stands outside every NetworkPolicy; with `hostPID` it sees the environment of all processes, secrets included.",howToFix:"Delete the field. An agent that is there to watch or wire up the node needs it: say so with a podlint-ignore comment.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline"],peers:{"kube-linter":["host-ipc","host-network","host-pid"],polaris:["hostIPCSet","hostNetworkSet","hostPIDSet"],trivy:["KSV-0008","KSV-0009","KSV-0010"],checkov:["CKV_K8S_17","CKV_K8S_18","CKV_K8S_19"],kubescape:["C-0038","C-0041","C-0275","C-0276"],kubesec:["HostIPC","HostNetwork","HostPID"],"pod-security-admission":["hostNamespaces"],datree:["CONTAINERS_INCORRECT_HOSTIPC_VALUE_TRUE","CONTAINERS_INCORRECT_HOSTNETWORK_VALUE_TRUE","CONTAINERS_INCORRECT_HOSTPID_VALUE_TRUE"],kyverno:["disallow-host-namespaces"]},bad:[{title:"two namespaces of the node",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: true # \u2716 "hostNetwork" shares the node's network with the pod
  hostPID: true # \u2716 "hostPID" shares the node's processes with the pod
  containers:
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"namespaces that its own containers share",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: false
  shareProcessNamespace: true
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Disallow volumes that are directories of the node.",why:"The pod depends on what lies on that node and is bound to it, and what it may read or write there is the node's, not its own.",howToFix:"Use an `emptyDir` for scratch space, a PersistentVolumeClaim for data, a ConfigMap or Secret for files.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{polaris:["hostPathSet"],trivy:["KSV-0023"],kubescape:["C-0048"],"pod-security-admission":["hostPathVolumes","restrictedVolumes"],datree:["CONTAINERS_INCORRECT_KEY_HOSTPATH"],kyverno:["disallow-host-path"]},bad:[{title:"data on the node",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
  volumes:
    - name: data
      hostPath:
        path: /srv/data # \u2716 Volume "data" is "/srv/data" of the node
`}],good:[{title:"scratch space",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
  volumes:
    - name: data
      emptyDir: {}
`}]},{since:"0.1.0",summary:"Disallow `allowPrivilegeEscalation: true`.",why:"A program in it can become root through any setuid file of the image, whichever user it starts as.",howToFix:"Write `allowPrivilegeEscalation: false`. Hardly a program needs it; `sudo` and `ping` in old images do.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["privilege-escalation-container"],polaris:["privilegeEscalationAllowed"],trivy:["KSV-0001"],checkov:["CKV_K8S_20"],kubescape:["C-0016","C-0211"],kubesec:["AllowPrivilegeEscalation"],"pod-security-admission":["allowPrivilegeEscalation"],datree:["CONTAINERS_MISSING_KEY_ALLOWPRIVILEGEESCALATION"],kyverno:["disallow-privilege-escalation"]},bad:[{title:"escalation that is allowed in so many words",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        allowPrivilegeEscalation: true # \u2716 Container "app" allows privilege escalation
`}],good:[{title:"not allowed, and a privileged container, which has another rule",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        allowPrivilegeEscalation: false
    - name: agent
      image: example.com/agent:1.0
      securityContext:
        privileged: true
        allowPrivilegeEscalation: true
`}]},{since:"0.1.0",summary:"Disallow privileged containers.",why:"A privileged container sees every device of its node and runs without the usual confinement, so breaking out of it takes one command.",howToFix:"Delete `privileged` and add only the capabilities that the program needs.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline"],peers:{"kube-linter":["privileged-container"],trivy:["KSV-0017"],checkov:["CKV_K8S_16"],kubescape:["C-0057"],polaris:["runAsPrivileged"],datree:["CONTAINERS_INCORRECT_PRIVILEGED_VALUE_TRUE"]},bad:[{title:"a privileged container",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        privileged: true # \u2716 Container "app" is privileged
`}],good:[{title:"one added capability",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        capabilities:
          add: [NET_BIND_SERVICE]
`}]},{since:"0.1.0",summary:"Disallow images from registries that are frozen or closed.",why:"Nothing new is published there, fixes for vulnerabilities least of all, and one day the pull fails: on the next node that the pod moves to.",howToFix:"Pull from the registry that the message names, or copy the image to one of your own.",references:["https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/","https://github.com/bitnami/containers/issues/83267"],peers:{kubescape:["C-0253"],kyverno:["restrict-deprecated-registry"],clusterlint:["docker-pkg-github-com-registry"]},bad:[{title:"the former registry of Kubernetes",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: metrics
spec:
  containers:
    - name: metrics
      image: "k8s.gcr.io/metrics-server/metrics-server:v0.6.1" # \u2716 "k8s.gcr.io" is frozen since 2023-04; registry.k8s.io has the same images
`}],good:[{title:"its successor, and a mirror of one",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: metrics
spec:
  containers:
    - name: metrics
      image: registry.k8s.io/metrics-server/metrics-server:v0.8.0
    - name: cache
      image: mirror.example.com/bitnami/redis:7.2.4
`}]},{since:"0.1.0",summary:"Disallow `runAsUser: 0`.",why:"User 0 in the container is user 0 on the node: a mounted host file or a kernel bug is all that it takes to own it.",howToFix:"Give the number of the user that the image is made for. What only root can do at the start belongs into an init container, or into `fsGroup` when it is about a volume.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["run-as-non-root"],trivy:["KSV-0105"],"pod-security-admission":["runAsUser"],kyverno:["require-run-as-non-root-user"]},bad:[{title:"root for one container",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsUser: 1000
  containers:
    - name: app
      image: example.com/app:1.0
    - name: agent
      image: example.com/agent:1.0
      securityContext:
        runAsUser: 0 # \u2716 Container "agent" runs as root
`}],good:[{title:"root for an init container that prepares a volume",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: own-volume
      image: example.com/setup:1.0
      securityContext:
        runAsUser: 0
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        runAsUser: 1000
`}]},{since:"0.1.0",summary:"Disallow mounts of the container runtime's socket.",why:"Whoever can talk to the runtime can start a privileged container that mounts the whole node: it is root access, whatever else the pod forbids, and read-only does not help.",howToFix:"Build images with a tool that needs no runtime (BuildKit rootless, Kaniko, Buildah); read metrics and logs from the kubelet.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{"kube-linter":["docker-sock"],trivy:["KSV-0006"],checkov:["CKV_K8S_27"],kubescape:["C-0074"],kubesec:["DockerSock"],datree:["CONTAINERS_INCORRECT_PATH_VALUE_DOCKERSOCKET"],kyverno:["disallow-cri-sock-mount","docker-socket-requires-label"],semgrep:["exposing-docker-socket-hostpath"]},bad:[{title:"Docker's socket, and the directory of containerd's",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  containers:
    - name: builder
      image: example.com/builder:1.0
      volumeMounts:
        - name: docker
          mountPath: /var/run/docker.sock
        - name: containerd
          mountPath: /run/containerd
          readOnly: true
  volumes:
    - name: docker
      hostPath:
        path: /var/run/docker.sock # \u2716 "/var/run/docker.sock" of the node is mounted: it gives root access to the node
    - name: containerd
      hostPath:
        path: /run/containerd # \u2716 "/run/containerd" of the node is mounted: it gives root access to the node
`}],good:[{title:"the socket of another program",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  containers:
    - name: builder
      image: example.com/builder:1.0
      volumeMounts:
        - name: spire
          mountPath: /run/spire/sockets
  volumes:
    - name: spire
      hostPath:
        path: /run/spire/sockets
`}]},{since:"0.1.0",summary:"Disallow ConfigMaps that hold a secret.",why:"ConfigMaps are readable by far more people and programs than Secrets, are not encrypted in etcd, and are printed without second thoughts.",howToFix:"Revoke it and put the new one into a Secret; a file that mixes both can become a Secret as a whole.",references:["https://kubernetes.io/docs/concepts/configuration/configmap/","https://kubernetes.io/docs/concepts/security/secrets-good-practices/"],peers:{polaris:["sensitiveConfigmapContent"],trivy:["KSV-0109"],kubescape:["C-0012"]},bad:[{title:"a random value with a telling name, and a token in a file",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  db-password: q7Rk2ZpX9vLm4TsW # \u2716 "db-password" holds a secret
  app.properties: | # \u2716 "app.properties" holds an AWS access key
    url=https://example.com
    bucket.user=AKIAQ3EGRT5ZJ7XWLM4P
`}],good:[{title:"a certificate, a checksum, a password that comes from the environment, code about passwords",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  checksum: 94a00394bc5a8ef503fb59db0a7d0ae9e1110866e8aee8ba40cd864cea69ea1a
  ca.crt: |
    -----BEGIN CERTIFICATE-----
    MIIBszCCAVmgAwIBAgIUQ3EGRT5ZJ7XWLM4PQ3EGRT5ZJ7XWLM4PQ3EGRT5ZJ7XW
    -----END CERTIFICATE-----
  app.properties: |
    db.password=\${DB_PASSWORD}
  password_validation.py: |
    password = read_password(minimum_length=12)
`}]},{since:"0.1.0",summary:"Disallow environment variables, arguments and commands that hold a secret as plain text.",why:"Everyone who can read the repository, or get the pod from the cluster, has the secret; it stays in the history of both.",howToFix:"Revoke it, put the new one into a Secret (better: let an operator fetch it from a vault) and take it with `valueFrom.secretKeyRef`.",references:["https://kubernetes.io/docs/tasks/inject-data-application/distribute-credentials-secure/"],peers:{"kube-linter":["env-var-secret"],polaris:["sensitiveContainerEnvVar"],kubescape:["C-0012","C-0259"],datree:["ALL_EXPOSED_SECRET_AWS","ALL_EXPOSED_SECRET_GITHUB","ALL_EXPOSED_SECRET_JWT","ALL_EXPOSED_SECRET_PRIVATEKEY"]},bad:[{title:"a token of a known form, and a random value with a telling name",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      args:
        - --upload-key=AKIAQ3EGRT5ZJ7XWLM4P # \u2716 An argument of container "app" holds an AWS access key
      env:
        - name: LOGIN
          value: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ3ZWIifQ.q7Rk2ZpX9vLm4TsWq7Rk2ZpX9vLm4TsW # \u2716 "LOGIN" of container "app" holds a JSON web token
        - name: DB_PASSWORD
          value: q7Rk2ZpX9vLm4TsW # \u2716 "DB_PASSWORD" of container "app" holds a secret
        - name: DATABASE_URL
          value: postgres://web:q7Rk2ZpX9vLm4TsW@db/web # \u2716 "DATABASE_URL" of container "app" holds a password
`}],good:[{title:"a Secret, a stand-in, and names that only sound like secrets",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      env:
        - name: DB_PASSWORD
          valueFrom:
            secretKeyRef:
              name: database
              key: password
        - name: API_TOKEN
          value: change-me-9sX2mVq7LrTz4KcW
        - name: DATABASE_URL
          value: postgres://web:$(DB_PASSWORD)@db/web
        - name: TLS_SECRET
          value: web-certificate-tls-h5k9t2b7gm
        - name: TOKEN_FILE
          value: /var/run/secrets/tokens/q7Rk2ZpX9vLm4TsW
`}]},{since:"0.1.0",summary:"Disallow mounts of the node's system directories.",why:"They hold the keys of the kubelet, the secrets of all pods on the node and the programs that root runs: who breaks into the pod has the node, often the cluster.",howToFix:"Mount the one file or directory that is needed, read-only. An agent that watches the node needs more: say so with a podlint-ignore comment.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{"kube-linter":["sensitive-host-mounts"],trivy:["KSV-0121"],kubesec:["ProcMount"],kubeaudit:["SensitivePathsMounted"],sonar:["S6433"]},bad:[{title:"all of the node, and its credentials",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: agent
spec:
  containers:
    - name: agent
      image: example.com/agent:1.0
      volumeMounts:
        - name: host
          mountPath: /host
          readOnly: true
        - name: pki
          mountPath: /pki
  volumes:
    - name: host
      hostPath:
        path: / # \u2716 "/" of the node is mounted
    - name: pki
      hostPath:
        path: /etc/kubernetes/pki/ # \u2716 "/etc/kubernetes/pki" of the node is mounted
`}],good:[{title:"single files, a read-only /sys, and what nobody mounts",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: agent
spec:
  containers:
    - name: agent
      image: example.com/agent:1.0
      volumeMounts:
        - name: time
          mountPath: /etc/localtime
        - name: sys
          mountPath: /host/sys
          readOnly: true
  volumes:
    - name: time
      hostPath:
        path: /etc/localtime
    - name: sys
      hostPath:
        path: /sys
    - name: unused
      hostPath:
        path: /
`}]},{since:"0.1.0",summary:"Require containers to drop all capabilities.",why:"A container starts with about a dozen powers of root, such as to change the owner of any file or to forge packets; few programs use one of them.",howToFix:"Write `drop: [ALL]`, in capitals as the Pod Security Standards know it, and add back what the program turns out to need.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{polaris:["insecureCapabilities"],trivy:["KSV-0003","KSV-0106"],checkov:["CKV_K8S_37"],kubescape:["C-0211"],kubesec:["CapDropAll"],"pod-security-admission":["capabilities_restricted"],kyverno:["disallow-capabilities-strict","require-drop-all"]},bad:[{title:"nothing dropped, and not all",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app # \u2716 Container "app" does not drop all capabilities
      image: example.com/app:1.0
    - name: proxy
      image: example.com/proxy:1.0
      securityContext:
        capabilities:
          drop: [NET_RAW] # \u2716 Container "proxy" does not drop all capabilities
`}],good:[{title:"all dropped, one added",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        capabilities:
          drop: [ALL]
          add: [NET_BIND_SERVICE]
`}]},{since:"0.1.0",summary:"Require `allowPrivilegeEscalation: false`.",why:"Left out, it is true: a program can become root through any setuid file of the image, whichever user it starts as.",howToFix:"Add `allowPrivilegeEscalation: false` to the `securityContext` of the container; a pod has no such field.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{polaris:["privilegeEscalationAllowed"],trivy:["KSV-0001"],checkov:["CKV_K8S_20"],kubescape:["C-0016","C-0211"],kubesec:["AllowPrivilegeEscalation"],"pod-security-admission":["allowPrivilegeEscalation"],datree:["CONTAINERS_MISSING_KEY_ALLOWPRIVILEGEESCALATION"],kyverno:["disallow-privilege-escalation"]},bad:[{title:"containers that leave it to the default",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app # \u2716 Container "app" does not forbid privilege escalation
      image: example.com/app:1.0
    - name: proxy
      image: example.com/proxy:1.0
      securityContext: # \u2716 Container "proxy" does not forbid privilege escalation
        runAsNonRoot: true
`}],good:[{title:"forbidden",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        allowPrivilegeEscalation: false
`}]},{since:"0.1.0",summary:"Require containers to have a read-only root file system.",why:"An attacker who gets in can put tools beside the program and change it; with a read-only file system there is nowhere to write.",howToFix:"Set `readOnlyRootFilesystem: true` for the container and mount an `emptyDir` where the program writes, often `/tmp`.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["no-read-only-root-fs"],"kube-score":["container-security-context-readonlyrootfilesystem"],polaris:["notReadOnlyRootFilesystem"],trivy:["KSV-0014"],checkov:["CKV_K8S_22"],kubescape:["C-0017","C-0211"],kubesec:["ReadOnlyRootFilesystem"],datree:["CONTAINERS_INCORRECT_READONLYROOTFILESYSTEM_VALUE"],kyverno:["require-ro-rootfs"]},bad:[{title:"a root file system that is writable by default, and one on purpose",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app # \u2716 Container "app" has a writable root file system
      image: example.com/app:1.0
    - name: proxy
      image: example.com/proxy:1.0
      securityContext:
        readOnlyRootFilesystem: false # \u2716 Container "proxy" has a writable root file system
`}],good:[{title:"read-only, with a place for temporary files",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        readOnlyRootFilesystem: true
      volumeMounts:
        - name: tmp
          mountPath: /tmp
  volumes:
    - name: tmp
      emptyDir: {}
`}]},{since:"0.1.0",summary:"Require containers to run as another user than root.",why:"Without it the image decides, and most images run as root: whoever breaks into the program is one kernel bug away from the node.",howToFix:"Set `runAsNonRoot: true` for the pod: the kubelet then refuses to start an image that would be root. An image whose user is a name needs `runAsUser` too.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{"kube-linter":["run-as-non-root"],polaris:["runAsRootAllowed"],trivy:["KSV-0012"],checkov:["CKV_K8S_23"],kubescape:["C-0013","C-0211"],kubesec:["RunAsNonRoot"],"pod-security-admission":["runAsNonRoot"],datree:["CONTAINERS_INCORRECT_RUNASNONROOT_VALUE"],kyverno:["require-run-as-nonroot"]},bad:[{title:"a container that overrides its pod, and one that says nothing",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: setup
      image: example.com/setup:1.0
      securityContext:
        runAsUser: 1000
        runAsNonRoot: false
  containers:
    - name: app # \u2716 Container "app" may run as root
      image: example.com/app:1.0
    - name: proxy
      image: example.com/proxy:1.0
      securityContext:
        runAsNonRoot: false # \u2716 Container "proxy" may run as root
`}],good:[{title:"said once for the pod",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsNonRoot: true
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Disallow the same port name in two containers of a pod.",why:"A Service that names the port reaches only the first of them; the API server warns about it since 1.33.",howToFix:"Give each port of the pod a name of its own, such as `app-metrics` and `proxy-metrics`.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports"],peers:{"kube-score":["container-ports-check"]},bad:[{title:"two ports with the name metrics",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      ports:
        - name: metrics
          containerPort: 9090
    - name: proxy
      image: example.com/proxy:1.0
      ports:
        - name: metrics # \u2716 Port name "metrics" is in container "app" and in container "proxy"
          containerPort: 9091
`}],good:[{title:"a name for each port",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      ports:
        - name: metrics
          containerPort: 9090
    - name: proxy
      image: example.com/proxy:1.0
      ports:
        - name: proxy-metrics
          containerPort: 9091
`}]},{since:"0.1.0",summary:"Disallow two containers of a pod on the same port.",why:'The containers of a pod share one network: the second program that binds the port fails with "address already in use", and its container restarts for ever.',howToFix:"Let one of the programs listen on another port, or delete the port from the container that does not listen on it.",references:["https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking"],peers:{},bad:[{title:"a sidecar on the port of the app",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      ports:
        - containerPort: 8080
    - name: proxy
      image: example.com/proxy:1.0
      ports:
        - containerPort: 8080 # \u2716 Container "proxy" declares port 8080/TCP, as container "app" does
`}],good:[{title:"TCP and UDP, and an init container that is done by then",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: dns
spec:
  initContainers:
    - name: probe
      image: example.com/probe:1.0
      ports:
        - containerPort: 53
  containers:
    - name: udp
      image: example.com/dns:1.0
      ports:
        - containerPort: 53
          protocol: UDP
    - name: tcp
      image: example.com/dns:1.0
      ports:
        - containerPort: 53
`}]},{since:"0.1.0",summary:"Disallow a Service whose selector just misses every pod.",why:"The Service exists, but has no endpoints: every connection to it is refused or times out.",howToFix:"Make the selector equal to labels of the pod template. A Service whose pods are not among the linted files is left alone. For a label that a program gives its own pod while it runs, such as a leader, write `# podlint-ignore no-service-without-pod`.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service","https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/"],peers:{"kube-linter":["dangling-service"],"kube-score":["service-targets-pod"],kubescape:["C-0293"],popeye:["1100","1105"],kics:["Service Does Not Target Pod"],kubevious:["service-selector-ref"],monokle:["LNK001"]},bad:[{title:"a label with another value",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
    tier: front # \u2716 Service "web" selects no pod: Deployment "web" has "tier: frontend"
  ports:
    - port: 80
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
        tier: frontend
    spec:
      containers:
        - name: app
          image: example.com/app:1.0
`}],good:[{title:"a Service for pods that are not here, and one without a selector",yaml:`apiVersion: v1
kind: Service
metadata:
  name: database
spec:
  selector:
    app: database
  ports:
    - port: 5432
---
apiVersion: v1
kind: Service
metadata:
  name: outside
spec:
  ports:
    - port: 80
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
          image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Disallow a target port of a Service that its pods do not declare.",why:"A name that no container declares leads nowhere: the Service has no endpoints for this port, and every connection is refused.",howToFix:"Write the name of a port that a container of the pods declares, of the same protocol, or its number.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports"],peers:{popeye:["1101","1106"],kubevious:["service-selector-ref"]},bad:[{title:"a misspelt port name",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: htpp # \u2716 Target port "htpp" of Service "web" is not a TCP port of Pod "web"; did you mean "http"?
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      ports:
        - name: http
          containerPort: 8080
`}],good:[{title:"a declared name, and a number that nobody declares",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - name: http
      port: 80
      targetPort: http
    - name: metrics
      port: 9090
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      ports:
        - name: http
          containerPort: 8080
`}]},{since:"0.1.0",summary:"Disallow API versions that are deprecated in the targeted Kubernetes.",why:"They still work, and the API server answers with a warning; after an upgrade of the cluster to the version that the message names they do not work any more.",howToFix:"Move to the API version that the message names, if there is one, before the cluster is upgraded.",references:["https://kubernetes.io/docs/reference/using-api/deprecation-guide/","https://kubernetes.io/docs/reference/using-api/deprecation-policy/"],peers:{"kube-score":["stable-version"],trivy:["KSV-0107"],kics:["Object Is Using A Deprecated API Version"],datree:["K8S_DEPRECATED_APIVERSION_1.16","K8S_DEPRECATED_APIVERSION_1.17","K8S_DEPRECATED_APIVERSION_1.19","K8S_DEPRECATED_APIVERSION_1.21","K8S_DEPRECATED_APIVERSION_1.22","K8S_DEPRECATED_APIVERSION_1.23","K8S_DEPRECATED_APIVERSION_1.24"],sonar:["S1874"],monokle:["K8S002"],pluto:["deprecated"],kubent:["deprecated"]},bad:[{title:"a beta version that is on its way out",yaml:`apiVersion: certificates.k8s.io/v1beta1 # \u2716 certificates.k8s.io/v1beta1 ClusterTrustBundle is deprecated since Kubernetes 1.37 and removed in 1.40; use certificates.k8s.io/v1
kind: ClusterTrustBundle
metadata:
  name: ca
spec:
  trustBundle: ''
`}],good:[{title:"a stable version",yaml:`apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: database
addressType: IPv4
endpoints: []
`}]},{since:"0.1.0",summary:"Disallow deprecated labels of nodes.",why:"New nodes may come without the old label, and then the pod stays pending; the API server warns about it.",howToFix:'Use the label without "beta": nodes have had both, with the same value, since Kubernetes 1.17.',references:["https://kubernetes.io/docs/reference/labels-annotations-taints/"],peers:{},bad:[{title:"the beta label of the operating system",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  nodeSelector:
    beta.kubernetes.io/os: linux # \u2716 Node label "beta.kubernetes.io/os" is deprecated; "kubernetes.io/os" has the same value
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: failure-domain.beta.kubernetes.io/zone # \u2716 Node label "failure-domain.beta.kubernetes.io/zone" is deprecated; "topology.kubernetes.io/zone" has the same value
      whenUnsatisfiable: ScheduleAnyway
      labelSelector: {}
  containers:
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"the stable label",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  nodeSelector:
    kubernetes.io/os: linux
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Disallow API versions that the targeted Kubernetes no longer serves.",why:'The API server answers "no matches for kind": nothing is created, and an upgrade of the cluster breaks the deployment.',howToFix:"Move to the API version that the message names; its fields may differ.",references:["https://kubernetes.io/docs/reference/using-api/deprecation-guide/"],peers:{pluto:["removed"],kubent:["removed"],"kube-score":["stable-version"],"kube-linter":["no-extensions-v1beta"]},bad:[{title:"an Ingress of 1.21",yaml:`apiVersion: extensions/v1beta1 # \u2716 extensions/v1beta1 Ingress was removed in Kubernetes 1.22; use networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
`}],good:[{title:"the version that is served",yaml:`apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: web
`}]},{since:"0.1.0",summary:'Disallow the namespace "default".',why:"Everybody who names no namespace ends up there, so its quotas, network policies and permissions fit nobody.",howToFix:"Give the application a namespace of its own. An object without a namespace is left alone: Helm, Kustomize and `kubectl -n` fill it in.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"],peers:{"kube-linter":["use-namespace"],trivy:["KSV-0110"],checkov:["CKV_K8S_21"],kubescape:["C-0061","C-0212"],kics:["Using Default Namespace"],datree:["WORKLOAD_INCORRECT_NAMESPACE_VALUE_DEFAULT"],clusterlint:["default-namespace"],kyverno:["disallow-default-namespace"]},bad:[{title:"a ConfigMap in the default namespace",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: default # \u2716 ConfigMap "settings" is in the namespace "default"
data: {}
`}],good:[{title:"a namespace of its own, or one that is filled in later",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: shop
data: {}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data: {}
`}]},{since:"0.1.0",summary:"Disallow a web server and a database in one pod.",why:"Both restart, move and scale together: a second replica of the site brings a second, empty database.",howToFix:"Run the database in a StatefulSet of its own, and let the site reach it through a Service.",references:["https://kubernetes.io/docs/concepts/workloads/pods/#how-pods-manage-multiple-containers"],peers:{},bad:[{title:"a blog with its database in the same pod",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: blog
spec:
  containers:
    - name: site
      image: wordpress:6.8
    - name: database # \u2716 Container "database" is a database in the pod of the web server "site"
      image: mysql:8.4
`}],good:[{title:"a database with its exporter, and a cache beside an app",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: database
spec:
  containers:
    - name: database
      image: postgres:17
    - name: exporter
      image: prometheuscommunity/postgres-exporter:v0.17.0
---
apiVersion: v1
kind: Pod
metadata:
  name: site
spec:
  containers:
    - name: site
      image: nginx:1.29
    - name: cache
      image: redis:8
`}]},{since:"0.1.0",summary:"Disallow a file in which most objects name their namespace and some do not.",why:"`kubectl apply` puts those without one into the namespace of whoever applies them, apart from the objects that they belong to.",howToFix:"Write the namespace into every object of the file, or into none and set it when the file is applied.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"],peers:{},bad:[{title:"a forgotten namespace",yaml:`apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
  namespace: shop
---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  ports:
    - port: 80
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: batch # \u2716 ServiceAccount "batch" names no namespace, while the other objects of this file are in "shop"
`}],good:[{title:"objects of two namespaces, and one that belongs to neither",yaml:`apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
  namespace: shop
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
  namespace: bank
`}]},{since:"0.1.0",summary:"Require comments that ignore findings to name rules that exist.",why:"A comment with a misspelled name ignores nothing, and one whose rule is gone stays behind and misleads the reader.",howToFix:"Write `# podlint-ignore rule-a, rule-b: the reason`, at the end of the line or on a line of its own above it.",references:[],peers:{ruff:["RUF102","PGH004"]},bad:[{title:"a misspelled name, a category, and names without a comma",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  # podlint-ignore no-host-namespaces: the agent looks at the node's processes # \u2716 There is no rule "no-host-namespaces", did you mean "no-host-namespace"?
  hostPID: true
  # podlint-ignore security # \u2716 "security" is a category: name each rule to ignore
  hostIPC: true
  # podlint-ignore no-host-namespace no-naked-pod # \u2716 "no-host-namespace no-naked-pod" is not a rule: put commas between rules, and a colon before the reason
  hostNetwork: true
  containers:
    - name: app
      image: example.com/app:1.0 # podlint-ignore # \u2716 "podlint-ignore" names no rule, so it ignores nothing
`}],good:[{title:"a rule that exists, with a reason",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    note: "a string # podlint-ignore is no comment"
spec:
  # podlint-ignore no-host-namespace, no-naked-pod: the agent looks at the node's processes
  hostPID: true
  containers:
    - name: app
      image: example.com/app:1.0
`}]}],u=()=>(0,i.allRules)().map((n,e)=>({...n,...h[e]}));0&&(module.exports={documentedRules});
}))
