/*29a07165c8aaa0e2*/(typeof module=="object"?part=>part(exports,require,module,__filename,__dirname):part=>part)((function(exports,require,module,__filename,__dirname){"use strict";var o=Object.defineProperty;var r=Object.getOwnPropertyDescriptor;var c=Object.getOwnPropertyNames;var p=Object.prototype.hasOwnProperty;var l=(n,e)=>{for(var t in e)o(n,t,{get:e[t],enumerable:!0})},m=(n,e,t,s)=>{if(e&&typeof e=="object"||typeof e=="function")for(let a of c(e))!p.call(n,a)&&a!==t&&o(n,a,{get:()=>e[a],enumerable:!(s=r(e,a))||s.enumerable});return n};var d=n=>m(o({},"__esModule",{value:!0}),n);var b={};l(b,{documentedRules:()=>u});module.exports=d(b);var i=require("./cli.cjs")("rules"),h=[{since:"0.1.0",summary:"Disallow keys that kubectl reads as something else than what is written.",why:'For kubectl `on`, `yes` and `1.10` are booleans and numbers even as keys, so a file of a ConfigMap ends up with the name "true" or "1.1".',howToFix:"Put the key in quotes.",references:["https://kubernetes.io/docs/concepts/configuration/configmap/","https://yaml.org/type/bool.html"],peers:{},fixable:"unsafe",bad:[{title:"names of files that are words and numbers to YAML",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Disallow values that YAML 1.1 and YAML 1.2 read differently.",why:"To kubectl and Helm `yes` is true and `010` is 8. Tools for YAML 1.2 read a string and 10, so what they show, check or generate is not what is applied.",howToFix:"Write `true`, `false` or a decimal number, or put the value in quotes where a string is meant.",references:["https://yaml.org/type/bool.html","https://yaml.org/spec/1.2.2/#103-core-schema"],peers:{},fixable:"safe",bad:[{title:"a word and an octal number",yaml:`apiVersion: apps/v1
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
`}]},{since:"0.1.0",summary:"Disallow file modes that look octal but are decimal.",why:"Without its leading zero, `400` is the mode 0620: the group may write the key, and its owner is not alone. Above 511 the API server refuses the number.",howToFix:"Write the leading zero, `0400`; in JSON, which has no octal numbers, the decimal value, 256.",references:["https://kubernetes.io/docs/concepts/configuration/secret/#secret-files-permissions"],peers:{},fixable:"unsafe",bad:[{title:"a mode without its zero",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Disallow setting an environment variable of a container twice.",why:"The last one wins. Server-side apply refuses the object, and a client-side apply may drop one of the two, not always the same.",howToFix:"Delete the value that is out of date.",references:["https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/"],peers:{"kube-linter":["duplicate-env-var"],"kube-score":["environment-variable-key-duplication"],kubescape:["C-0295"],sonar:["S6907"]},fixable:"safe",bad:[{title:"the same value twice",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Disallow the same key twice in one map.",why:"Only the last value counts, so what stands above it is silently lost; with strict validation the API server refuses the object.",howToFix:"Delete the key that is not meant, or merge the two values.",references:["https://yaml.org/spec/1.2.2/#3213-node-comparison"],peers:{monokle:["YML010"],kubeconform:["-strict"],yamllint:["key-duplicates"]},fixable:"safe",bad:[{title:"a label twice",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Disallow a kustomization that Kustomize cannot build.",why:"Nothing of it gets to the cluster: `kubectl apply -k`, Argo CD and Flux stop at the same error.",howToFix:"The message is what Kustomize says, which builds the folder in memory, at the entry or patch that it speaks of. Where another rule has named the cause already, it is not said twice. What needs the network, Helm or a plugin is not built, and nothing is said of it.",references:["https://kubectl.docs.kubernetes.io/references/kustomize/"],peers:{},bad:[{title:"a patch that removes what is not there",yaml:`apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - deployment.yaml
patches:
  - target:
      kind: Deployment
    patch: |-
      - op: remove
        path: /spec/replicas # \u2716 Kustomize cannot build this folder: a patch has "remove" for /spec/replicas, which is not there
`}],good:[{title:"one that can be built",yaml:`apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - settings.yaml
`}]},{since:"0.1.0",summary:"Disallow amounts of memory, storage and CPU that nobody means.",why:"The API server takes them, but no node has 500 cores to spare, and no program fits into half a byte of memory: the pod stays pending, or its container never starts.",howToFix:"Mind the units: `m` is a thousandth and belongs to CPU, `Mi` and `Gi` belong to memory and storage, and a bare number is bytes or whole cores.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#resource-units-in-kubernetes"],peers:{},fixable:"unsafe",options:{maxCores:{default:64,description:"The most cores of CPU that a container may plausibly ask for."}},bad:[{title:"bytes in place of gibibytes",yaml:`apiVersion: apps/v1
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
            storage: 10 # \u2716 storage of 10 is only 10 bytes: a unit such as Mi or Gi is missing
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
  home: ~ # \u2716 "~" is read as null, so the value is empty
  folded: > # \u2716 ">" is read as an empty block of text
  piped: | # \u2716 "|" is read as an empty block of text
  file: "C:\\new\\temp" # \u2716 "\\n" in a path is read as a line break
`}],good:[{title:"a remark behind base64",yaml:`apiVersion: v1
kind: Secret
metadata:
  name: azure
data:
  ClientID: bXktc2VydmljZS1wcmluY2lwbGU= #client
  ClientSecret: bXktc2VydmljZS1zZWNyZXQ= #secret
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
`}]},{since:"0.1.0",summary:"Disallow passwords and tokens in a Secret that end in a line break.",why:"Made with `echo password | base64` the value has a line break that nobody sees: whoever compares it, or sends it in a header, fails.",howToFix:"Encode with `echo -n` or `printf %s`, or write the value as it is under `stringData`.",references:["https://kubernetes.io/docs/tasks/configmap-secret/managing-secret-using-config-file/"],peers:{},fixable:"unsafe",bad:[{title:"a line break at the end of a password",yaml:`apiVersion: v1
kind: Secret
metadata:
  name: database
data:
  password: c2VjcmV0Cg== # \u2716 data[password] ends in a line break, as "echo" without "-n" makes it
`}],good:[{title:"no line break, or a file",yaml:`apiVersion: v1
kind: Secret
metadata:
  name: database
data:
  password: c2VjcmV0
  users.htpasswd: YQpiCg==
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
`}]},{since:"0.1.0",summary:"Hold objects against the ValidatingAdmissionPolicies among the files, and those of `--policy`.",why:"The API server asks every ValidatingAdmissionPolicy that is bound about an object before it stores it, and refuses what a validation is false for. The same expressions are evaluated here by the same code, on the object as the server would store it.",howToFix:"Change the object so that the policy allows it, or the policy. What the binding does decides how severe it is: `Deny` is an error, `Warn` a warning, `Audit` an info. A policy for pods is held against the templates of workloads, too, and is a warning there at most: the workload is stored, and gets no pods. What needs a cluster, such as the user or the labels of a namespace that is not among the files, is said once for each policy. See [docs/policies.md](../policies.md).",references:["https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/"],peers:{kyverno:["(ValidatingAdmissionPolicy)"]},bad:[{title:"more replicas than the policy allows",yaml:`apiVersion: admissionregistration.k8s.io/v1
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
  replicas: 6 # \u2716 replicas breaks policy "replica-limit": at most 5 replicas, not 6
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
`}],good:[{title:"one that the server fills in",yaml:`apiVersion: admissionregistration.k8s.io/v1
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
`}]},{since:"0.1.0",summary:"Disallow entries of a baseline and settings that do nothing any more.",why:"What is left in a baseline or in the settings after its reason is gone hides the next mistake of the same kind, and nobody dares to delete it later.",howToFix:"Delete it; `podlint baseline prune` does that for a baseline.",references:[],peers:{},bad:[{title:"a finding that is fixed",yaml:`{
  "files": {
    "web.yaml": {
      "Pod shop/web": {
        "no-host-namespace": {
          "spec.hostPID": 1 # \u2716 no-host-namespace finds nothing here any more: podlint baseline prune
        }
      }
    }
  }
}
`}],good:[{title:"a baseline with nothing in it",yaml:`{
  "files": {}
}
`}]},{since:"0.1.0",summary:"Disallow fields that the type does not have.",why:"The API server refuses the object, or drops the field without a word, so what it should set is never set.",howToFix:"Write the field as the API reference spells it, at the level where it belongs.",references:["https://kubernetes.io/docs/reference/using-api/api-concepts/#validation-for-unrecognized-or-duplicate-fields"],peers:{"kube-linter":["schema-validation"],kubeconform:["-strict"],"kubectl-validate":["(default)"],monokle:["K8S001"]},fixable:"unsafe",bad:[{title:"resource instead of resources",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Require the fields that the API needs.",why:"The API server refuses an object that lacks them.",howToFix:"Add the field that the message names.",references:["https://kubernetes.io/docs/reference/kubernetes-api/"],peers:{"kube-linter":["schema-validation"],datree:["HPA_MISSING_MAXREPLICAS_KEY"],kubeconform:["(schema)"],"kubectl-validate":["(schema)"]},bad:[{title:"a role binding without a role",yaml:`apiVersion: rbac.authorization.k8s.io/v1
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
`}]},{since:"0.1.0",summary:"Require claims to name a storage class.",why:"Without `storageClassName` a claim gets whatever the cluster has as its default: elsewhere that is another kind of disk, or none, and the claim stays pending.",howToFix:"Set `storageClassName`.",references:["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#class-1"],peers:{gatekeeper:["storageclass"],kyverno:["require-storageclass","restrict-storageclass"]},options:{allow:{default:[],description:"The classes that are fine; empty for any."}},bad:[{title:"the default of the cluster",yaml:`apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
spec:
  serviceName: db
  selector:
    matchLabels:
      app: db
  template:
    metadata:
      labels:
        app: db
    spec:
      containers:
        - name: db
          image: example.com/db:1.0
  volumeClaimTemplates:
    - metadata:
        name: data
      spec: # \u2716 Claim "data" names no storage class
        accessModes: [ReadWriteOnce]
        resources:
          requests:
            storage: 1Gi
`}],good:[{title:"a class",yaml:`apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
spec:
  serviceName: db
  selector:
    matchLabels:
      app: db
  template:
    metadata:
      labels:
        app: db
    spec:
      containers:
        - name: db
          image: example.com/db:1.0
  volumeClaimTemplates:
    - metadata:
        name: data
      spec:
        storageClassName: fast
        accessModes: [ReadWriteOnce]
        resources:
          requests:
            storage: 1Gi
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
`}]},{since:"0.1.0",summary:"Require expressions in admission policies and webhooks that compile.",why:"The API server compiles every expression when a policy is created, and refuses what has a mistake in it: a variable that is not declared, a field that a request does not have, a result of the wrong type.",howToFix:"Read `object`, `oldObject`, `request`, `params` (with a `paramKind`), `namespaceObject`, `authorizer` and, after their declaration, `variables`. Validations and match conditions must result in a bool, messages in a string.",references:["https://kubernetes.io/docs/reference/using-api/cel/","https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/#validation-expression"],peers:{},bad:[{title:"a variable that is not declared, a message that is a number",yaml:`apiVersion: admissionregistration.k8s.io/v1
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
  variables:
    - name: replicas
      expression: object.spec.replicas
  validations:
    - expression: >-
        variables.replicas <= 5 &&
        variables.replica > 0 # \u2716 Field "replica" does not exist
      messageExpression: variables.replicas + 1 # \u2716 The result must be string, not int
    - expression: object.spec.replicas = 5 # \u2716 Syntax error: "=" is not expected here
`}],good:[{title:"variables, declared before they are read",yaml:`apiVersion: admissionregistration.k8s.io/v1
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
  variables:
    - name: replicas
      expression: object.spec.replicas
  validations:
    - expression: variables.replicas <= 5
      messageExpression: "'at most 5 replicas, not ' + string(variables.replicas)"
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
`}]},{since:"0.1.0",summary:"Require rules of webhooks and admission policies that say which requests they are for.",why:'The API server refuses a rule without operations, groups, versions or resources, and one in which a name stands beside the "*" that covers it.',howToFix:'Give each rule `operations` in capitals, `apiGroups` ("" for Pods, Services and the like), `apiVersions` and `resources`, and let "*" stand alone. Name each match condition and write its `expression`.',references:["https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#matching-requests-rules"],peers:{},fixable:"safe",bad:[{title:"operations in lower case, a name beside what covers it, a blank condition",yaml:`apiVersion: admissionregistration.k8s.io/v1
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
        apiGroups: ["*", apps] # \u2716 apiGroups cannot have anything else with "*"
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
`}]},{since:"0.1.0",summary:"Require a Helm chart that can be rendered, with a `Chart.yaml` that says what Helm wants to know.",why:"Helm refuses a chart without a name or a version, one whose templates have mistakes, and values that `values.schema.json` does not allow. Fields that it does not know it passes over in silence.",howToFix:"Correct what the finding names. A chart that cannot do without some values gets them for linting in `ci/NAME-values.yaml` or from `charts` in the settings.",references:["https://helm.sh/docs/topics/charts/#the-chartyaml-file","https://helm.sh/docs/helm/helm_lint/"],peers:{},fixable:"unsafe",bad:[{title:"misspelled fields, and a number for a version",yaml:`apiVersion: v2
name: web
version: 1.2.3
maintainer: [] # \u2716 Unknown field "maintainer", did you mean "maintainers"?
appVersion: 1.10 # \u2716 appVersion is the number 1.10, must be a string: add quotes
dependencies:
  - name: redis
    version: 22.x.x
    repo: https://charts.example.com # \u2716 Unknown field "repo", did you mean "repository"?
`}],good:[{title:"a chart",yaml:`apiVersion: v2
name: web
version: 1.2.3
appVersion: "4.5"
dependencies:
  - name: redis
    version: 22.x.x
    repository: https://charts.example.com
    condition: redis.enabled
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
`}]},{since:"0.1.0",summary:"Require containers that the API server takes: a name, an image, known policies.",why:"The API server refuses a pod with a container that lacks its name or image, or whose name is taken or no DNS label.",howToFix:'Give every container an image and a name of its own, of lower case letters, digits and "-".',references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container"],peers:{kyverno:["block-ephemeral-containers"]},fixable:"safe",bad:[{title:"a malformed name, a name twice, no image, an unknown policy",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Require ports that the API server takes, and host ports that do not collide.",why:"The API server refuses a pod with a port out of range, an unknown protocol, a malformed or repeated name, or a host port twice.",howToFix:'Use numbers from 1 to 65535, the protocols TCP, UDP and SCTP in capitals, and names of at most 15 lower case letters, digits and "-".',references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports"],peers:{"kube-score":["container-ports-check"],"kube-linter":["invalid-target-ports"]},fixable:"safe",bad:[{title:"a name that is too long, a protocol in lower case, a host port twice",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Require schedules that a clock can meet.",why:"The API server refuses a CronJob whose schedule no clock meets.",howToFix:"Write five fields (minute, hour, day of month, month, day of week) and name the time zone in `timeZone`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#writing-a-cronjob-spec"],peers:{"kube-linter":["mismatching-selector"],"kube-score":["deployment-pod-selector-labels-match-template-metadata-labels","statefulset-pod-selector-labels-match-template-metadata-labels","cronjob-restartpolicy"],kubescape:["C-0296"],popeye:["508"],datree:["CRONJOB_INVALID_SCHEDULE_VALUE"]},fixable:"safe",bad:[{title:"an hour that no clock has",yaml:`apiVersion: batch/v1
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
`}]},{since:"0.1.0",summary:"Require values of custom resources that their CustomResourceDefinition allows.",why:"The API server holds every custom resource against the schema of its definition and the rules in it, and refuses what has a value that these do not allow.",howToFix:"Write a value that the message names; what the schema asks for is in the definition, and in the documentation of the operator that brings it.",references:["https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation"],peers:{kubeconform:["(schema)"],"kubectl-validate":["(schema)"]},fixable:"safe",bad:[{title:"values that the definition beside it does not allow",yaml:`apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: caches.example.com
spec:
  group: example.com
  scope: Namespaced
  names:
    plural: caches
    kind: Cache
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
                size:
                  type: integer
                  minimum: 1
                eviction:
                  type: string
                  enum: [Oldest, Random]
                zones:
                  type: array
                  x-kubernetes-list-type: set
                  items:
                    type: string
---
apiVersion: example.com/v1
kind: Cache
metadata:
  name: sessions
spec:
  size: 0 # \u2716 size is 0, must be at least 1
  eviction: Last # \u2716 eviction is "Last", must be "Oldest" or "Random"
  zones:
    - a
    - a # \u2716 zones[1] "a" is already in the list at index 0
`}],good:[{title:"values that it allows",yaml:`apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: caches.example.com
spec:
  group: example.com
  scope: Namespaced
  names:
    plural: caches
    kind: Cache
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
                size:
                  type: integer
                  minimum: 1
---
apiVersion: example.com/v1
kind: Cache
metadata:
  name: sessions
spec:
  size: 3
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
`}]},{since:"0.1.0",summary:"Require a DaemonSet whose selector matches its pod template.",why:"The API server refuses a DaemonSet that would not select its own pods, and the selector cannot be changed later.",howToFix:"Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#pod-selector"],peers:{"kube-linter":["mismatching-selector","restart-policy"],"kube-score":["deployment-pod-selector-labels-match-template-metadata-labels","statefulset-pod-selector-labels-match-template-metadata-labels"],kubescape:["C-0296"],popeye:["508"],datree:["WORKLOAD_INCORRECT_RESTARTPOLICY_VALUE_ALWAYS"]},fixable:"safe",bad:[{title:"labels that the selector does not match",yaml:`apiVersion: apps/v1
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
`}]},{since:"0.1.0",summary:"Require a Deployment whose selector matches its pod template, and a strategy that can make progress.",why:"The API server refuses a Deployment that would not select its own pods, and the selector cannot be changed later; and one that could neither stop an old pod nor start a new one.",howToFix:"Repeat the labels of `selector.matchLabels` in `template.metadata.labels`, and keep `maxUnavailable` or `maxSurge` above 0.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector"],peers:{"kube-linter":["mismatching-selector","restart-policy"],"kube-score":["deployment-pod-selector-labels-match-template-metadata-labels","statefulset-pod-selector-labels-match-template-metadata-labels"],kubescape:["C-0296"],popeye:["508"],datree:["WORKLOAD_INCORRECT_RESTARTPOLICY_VALUE_ALWAYS"]},fixable:"safe",bad:[{title:"labels that the selector does not match",yaml:`apiVersion: apps/v1
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
`}]},{since:"0.1.0",summary:"Require selectors of devices that compile.",why:"The API server compiles the expression of every selector, and refuses one that has a mistake in it or could cost too much.",howToFix:'Read `device.driver`, `device.attributes["<domain>"].<name>` and `device.capacity["<domain>"].<name>`; the result must be a bool.',references:["https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/","https://kubernetes.io/docs/reference/using-api/cel/"],peers:{},bad:[{title:"a field that devices do not have",yaml:`apiVersion: resource.k8s.io/v1
kind: DeviceClass
metadata:
  name: gpu.example.com
spec:
  selectors:
    - cel:
        expression: device.name == "gpu-0" # \u2716 Field "name" does not exist
    - cel:
        expression: device.driver # \u2716 The result must be bool or an attribute, not string
`}],good:[{title:"a driver and one of its attributes",yaml:`apiVersion: resource.k8s.io/v1
kind: DeviceClass
metadata:
  name: gpu.example.com
spec:
  selectors:
    - cel:
        expression: device.driver == "gpu.example.com" && device.attributes["gpu.example.com"].model == "a100"
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
`}]},{since:"0.1.0",summary:"Require an EndpointSlice whose addresses are all of its type and can be reached.",why:"The API server refuses a slice with an address of another type, with an endpoint without addresses, or with more than it may hold.",howToFix:"Set `addressType` to IPv4, IPv6 or FQDN, make a slice for each of them, and give each port a name of its own.",references:["https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/"],peers:{datree:["ENDPOINTSLICE_CVE2021_25373_INCORRECT_ADDRESSES_VALUE"]},fixable:"safe",bad:[{title:"an address of another type, an endpoint without addresses",yaml:`apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: database
addressType: IPv4
endpoints:
  - addresses:
      - 2001:db8::1 # \u2716 addresses[0] is "2001:db8::1", must be an IPv4 address
  - hostname: second # \u2716 endpoints[1].addresses is required but missing; is the dash of endpoints[1] too many?
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
          apiGroups: ["*", batch] # \u2716 apiGroups cannot have anything else with "*"
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
`}]},{since:"0.1.0",summary:"Require a HorizontalPodAutoscaler with a target, sensible numbers of pods, and metrics that can be measured.",why:"The API server refuses an autoscaler without `maxReplicas` or with less than `minReplicas`, with a target that cannot exist, and a metric without its source or its target.",howToFix:"Set `maxReplicas`, name the kind, name and API group of what is scaled, and give each metric the one source that its `type` says, with a `target`.",references:["https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/"],peers:{datree:["HPA_MISSING_MAXREPLICAS_KEY"]},fixable:"safe",bad:[{title:"a target without its API group, a metric of another source",yaml:`apiVersion: autoscaling/v2
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
`}]},{since:"0.1.0",summary:"Require image references that a container runtime can read.",why:"The API server takes any text for an image, so the mistake only shows on the node: the pod stays in `InvalidImageName`.",howToFix:"Write `registry/repository:tag`, all lower case before the tag. When something fills in the placeholder before it is applied, lint its output instead.",references:["https://kubernetes.io/docs/concepts/containers/images/#image-names"],peers:{polaris:["tagNotSpecified"]},options:{allowPlaceholders:{default:!1,description:"Say nothing about placeholders such as `<tag>` or `$(TAG)`, because a tool fills them in. Those of the form `${TAG}` or `{{ tag }}` are those of the rule no-placeholder."}},bad:[{title:"capitals, a scheme, a template that nobody filled in",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Require an Ingress whose hosts, paths and backends the API server can read.",why:"The API server refuses a path without a type, a host that is no DNS name, and a backend without a Service or a port.",howToFix:"Give each path a `pathType` of Exact, Prefix or ImplementationSpecific, and each backend a Service with the name or number of one of its ports.",references:["https://kubernetes.io/docs/concepts/services-networking/ingress/"],peers:{popeye:["1404"]},fixable:"safe",bad:[{title:"a path type in lower case, a path that is not absolute, a backend without a port",yaml:`apiVersion: networking.k8s.io/v1
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
`}]},{since:"0.1.0",summary:"Require a Job whose numbers, mode and policies go together, and whose pods end.",why:"The API server refuses a Job with a negative number, with a limit for indexes that it does not have, or whose pods would restart for ever: `Always` is the default of a pod.",howToFix:"Set `restartPolicy` to `OnFailure` or `Never`, and `completionMode` to Indexed where limits count by index.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/job/"],peers:{},fixable:"safe",bad:[{title:"a negative limit, a limit by index without indexes, no restart policy",yaml:`apiVersion: batch/v1
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
`}]},{since:"0.1.0",summary:"Require a `kustomization.yaml` that Kustomize can read.",why:"Kustomize reads its file strictly: one unknown field, or a number where a string belongs, and it builds nothing.",howToFix:"Write the field as Kustomize knows it. Values such as tags and labels are strings: put numbers in quotes.",references:["https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/"],peers:{},fixable:"unsafe",bad:[{title:"misspelled fields",yaml:`apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resource: # \u2716 Unknown field "resource", did you mean "resources"?
  - deployment.yaml
images:
  - name: example.com/web
    tag: "1.2" # \u2716 Unknown field "tag", did you mean "newTag"?
`}],good:[{title:"fields that there are",yaml:`apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - deployment.yaml
images:
  - name: example.com/web
    newTag: "1.2"
`}]},{since:"0.1.0",summary:"Require label selectors that the API server can read.",why:"The API server refuses a selector with malformed keys or values, or with an operator that does not go with its values.",howToFix:"Use the operators In and NotIn with `values`, Exists and DoesNotExist without, and keys and values that labels can have.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors"],peers:{},fixable:"safe",bad:[{title:"an operator without its values, and one that does not exist",yaml:`apiVersion: networking.k8s.io/v1
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
`}]},{since:"0.1.0",summary:"Require a LeaseCandidate that says which versions it runs, and by which strategy a leader is chosen.",why:"The API server refuses a candidate without a lease, a version or a strategy, since it could not be compared with the others.",howToFix:"Set `leaseName`, `binaryVersion` and `emulationVersion` to full versions such as 1.37.0, and `strategy` to OldestEmulationVersion.",references:["https://kubernetes.io/docs/concepts/cluster-administration/coordinated-leader-election/"],peers:{},bad:[{title:"a version without its last number, and another that is newer than it",yaml:`apiVersion: coordination.k8s.io/v1beta1
kind: LeaseCandidate
metadata:
  name: scheduler-1
spec:
  leaseName: scheduler
  binaryVersion: "1.37" # \u2716 binaryVersion is "1.37", must be a version such as 1.2.3 or 1.2.3-rc.1
  emulationVersion: v1.37.0 # \u2716 emulationVersion is "v1.37.0", must be a version such as 1.2.3 or 1.2.3-rc.1
  strategy: Oldest # \u2716 strategy is "Oldest", must be "OldestEmulationVersion", or a name with a domain
`}],good:[{title:"a candidate",yaml:`apiVersion: coordination.k8s.io/v1beta1
kind: LeaseCandidate
metadata:
  name: scheduler-1
spec:
  leaseName: scheduler
  binaryVersion: 1.37.0
  emulationVersion: 1.36.0
  strategy: OldestEmulationVersion
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
`}]},{since:"0.1.0",summary:"Require a LimitRange whose limits are of resources that exist, and in order.",why:"The API server refuses a minimum above its maximum, a default outside of both, and resources that a container cannot have.",howToFix:"Keep `min` \u2264 `defaultRequest` \u2264 `default` \u2264 `max`, and write one item for each of Container, Pod and PersistentVolumeClaim.",references:["https://kubernetes.io/docs/concepts/policy/limit-range/"],peers:{},fixable:"safe",bad:[{title:"a default above its maximum, a type in lower case",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Require a NetworkPolicy whose peers, ranges and ports the API server can read.",why:"The API server refuses a peer that names nothing, a malformed range, and ports that do not exist.",howToFix:"Give each peer an `ipBlock` or selectors, each range a prefix length, and each port a number or a name of a container port.",references:["https://kubernetes.io/docs/concepts/services-networking/network-policies/"],peers:{},fixable:"safe",bad:[{title:"a range without prefix length, a peer of two kinds, a protocol in lower case",yaml:`apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector: {}
  ingress:
    - from:
        - ipBlock:
            cidr: 10.0.0.0 # \u2716 cidr is "10.0.0.0", must be a range of IP addresses: 10.0.0.0/32 is this address alone
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
`}]},{since:"0.1.0",summary:"Require a Node whose taints, pod ranges and resources are valid.",why:"The API server refuses a taint without an effect or set twice, a malformed range, and a fraction of a pod.",howToFix:"Give each taint a key and one of the effects NoSchedule, PreferNoSchedule and NoExecute.",references:["https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/node-v1/"],peers:{},bad:[{title:"a taint without an effect, and one with an unknown effect",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Require terms that labels and names of nodes can meet.",why:"The API server refuses a term with an unknown operator, with an operator that does not go with its values, or with keys and values that no node can have.",howToFix:"Use In and NotIn with values, Exists and DoesNotExist without, Gt and Lt with one number, and `metadata.name` in `matchFields`.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-affinity"],peers:{},fixable:"safe",bad:[{title:"an operator without its values, an unknown operator, an unknown field",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Require volumes of a cluster with one source, a capacity and an access mode.",why:"The API server refuses a PersistentVolume that does not say where its data are, how much it holds and how it is accessed.",howToFix:"Set one source, `capacity.storage` and `accessModes`, and `nodeAffinity` for a local volume.",references:["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistent-volumes"],peers:{},fixable:"safe",bad:[{title:"a local volume that does not say where it is, without an access mode",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Require a PodDisruptionBudget with one limit, as a number or a percentage.",why:"The API server refuses a budget with both limits, or with one that is neither a number nor a percentage up to 100%.",howToFix:"Keep `minAvailable` or `maxUnavailable`, and write numbers without quotes.",references:["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],peers:{"kube-score":["poddisruptionbudget-has-policy"]},fixable:"safe",bad:[{title:"a number in quotes",yaml:`apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  minAvailable: "1" # \u2716 minAvailable is "1", must be a number or a percentage: remove the quotes, or add "%"
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
`}]},{since:"0.1.0",summary:"Require rules for failed pods with an action, and exit codes or conditions that can occur.",why:"The API server refuses a rule without an action, one that waits for nothing, and exit codes out of order.",howToFix:"Give every rule an `action` and either `onExitCodes` or `onPodConditions`, with exit codes in ascending order.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy"],peers:{},fixable:"safe",bad:[{title:"an action in lower case, codes out of order, a container that is not there",yaml:`apiVersion: batch/v1
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
`}]},{since:"0.1.0",summary:"Require policies, names and addresses of a pod that the API server takes.",why:"The API server refuses a pod with an unknown policy, a malformed host name, node label or address, or DNS settings that leave nothing to ask.",howToFix:'Write policies as the documentation spells them, and names in lower case letters, digits and "-".',references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec"],peers:{},fixable:"safe",bad:[{title:"policies in lower case, no name server, a host name with a dot",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  restartPolicy: always # \u2716 restartPolicy is "always", must be "Always", "OnFailure" or "Never"; did you mean "Always"?
  dnsPolicy: None
  dnsConfig: # \u2716 nameservers is missing, but required when dnsPolicy is "None"
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
`}]},{since:"0.1.0",summary:"Require a PriorityClass below those of Kubernetes itself.",why:"The API server refuses values above a billion and names that begin with `system-`: they belong to the pods that keep a cluster alive.",howToFix:"Choose a value up to 1000000000 and another name.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/#priorityclass"],peers:{},fixable:"safe",bad:[{title:"a name of Kubernetes, an unknown policy",yaml:`apiVersion: scheduling.k8s.io/v1
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
`}]},{since:"0.1.0",summary:"Require probes with exactly one handler and sensible timings.",why:"The API server refuses a probe with no handler or with several, with an invalid port, or with a threshold that has no meaning for it.",howToFix:"Keep one of `exec`, `grpc`, `httpGet` and `tcpSocket`. A port is a number or the name of a container port; a number in quotes is neither.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],peers:{},fixable:"safe",bad:[{title:"no handler, two handlers, a port in quotes",yaml:`apiVersion: v1
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
          port: "8080" # \u2716 port is "8080", must be a number: remove the quotes
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
`}]},{since:"0.1.0",summary:"Require a ResourcePoolStatusRequest that names a driver.",why:"The API server refuses a request about the pools of no driver, about a pool that cannot be, and about more than 1000 of them.",howToFix:"Set `driver`, and `limit` to 1000 at most.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/"],peers:{},bad:[{title:"no driver, and too many pools",yaml:`apiVersion: resource.k8s.io/v1alpha3
kind: ResourcePoolStatusRequest
metadata:
  name: gpus
spec: # \u2716 driver is required but missing
  limit: 5000 # \u2716 limit is 5000, must be between 1 and 1000
`}],good:[{title:"the pools of a driver",yaml:`apiVersion: resource.k8s.io/v1alpha3
kind: ResourcePoolStatusRequest
metadata:
  name: gpus
spec:
  driver: gpu.example.com
  limit: 10
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
  - resources: [pods] # \u2716 rules[0].apiGroups is missing, but required together with resources
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
`}]},{since:"0.1.0",summary:"Require role bindings that name one role and whom it is for.",why:"The API server refuses a binding whose role or subjects cannot exist. A ServiceAccount has a namespace, a User and a Group have an API group.",howToFix:"Use the kinds ServiceAccount, User and Group, give a ServiceAccount its `namespace` and no `apiGroup`, and set `kind` and `name` of `roleRef`.",references:["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding"],peers:{},fixable:"safe",bad:[{title:"a ServiceAccount without a namespace, a role of a namespace",yaml:`apiVersion: rbac.authorization.k8s.io/v1
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
`}]},{since:"0.1.0",summary:"Require security contexts that the API server takes.",why:"The API server refuses a pod with a user or group out of range, an unknown policy, kernel parameters of the host, or settings that contradict each other.",howToFix:"Use ids from 0 to 2147483647 and the policies of the documentation, and drop one of two settings that exclude each other.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/","https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/"],peers:{},fixable:"safe",bad:[{title:"a group out of range, a policy in lower case, a privileged container that may not gain privileges",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Require seccomp and AppArmor profiles of a known type, with a path or name where the type needs one.",why:"The API server refuses a profile of an unknown type, and a localhost profile of another type or without its path.",howToFix:"Use the types RuntimeDefault and Unconfined alone, and Localhost with `localhostProfile`.",references:["https://kubernetes.io/docs/tutorials/security/seccomp/","https://kubernetes.io/docs/tutorials/security/apparmor/"],peers:{kubeaudit:["SeccompDeprecatedAnnotations","AppArmorInvalidAnnotation"]},fixable:"safe",bad:[{title:"the name of the annotation of old, and a profile without its path",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Require a Service whose ports, selector, addresses and policies go with its type.",why:"The API server refuses a Service without ports, with ports or addresses that do not exist, or with fields that another type of Service has.",howToFix:"Give each port a number and, with several ports, a name; use the types ClusterIP, NodePort, LoadBalancer and ExternalName with the fields that each has.",references:["https://kubernetes.io/docs/concepts/services-networking/service/"],peers:{"kube-linter":["invalid-target-ports"]},fixable:"safe",options:{firstNodePort:{default:3e4,description:"The first port of `--service-node-port-range` of the API server."},lastNodePort:{default:32767,description:"The last port of that range."}},bad:[{title:"a malformed value of the selector, an unknown protocol, a port without a name",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Require a StatefulSet whose selector matches its pod template.",why:"The API server refuses a StatefulSet that would not select its own pods, and the selector cannot be changed later.",howToFix:"Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-selector"],peers:{"kube-linter":["mismatching-selector","restart-policy"],"kube-score":["deployment-pod-selector-labels-match-template-metadata-labels","statefulset-pod-selector-labels-match-template-metadata-labels"],kubescape:["C-0296"],popeye:["508"],datree:["WORKLOAD_INCORRECT_RESTARTPOLICY_VALUE_ALWAYS"]},fixable:"safe",bad:[{title:"labels that the selector does not match",yaml:`apiVersion: apps/v1
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
`}]},{since:"0.1.0",summary:"Require storage classes with a provisioner, known policies and topologies of their own.",why:"The API server refuses a class that does not say who makes its volumes, or with a policy or mode that does not exist.",howToFix:"Set `provisioner`, and write policies and modes as the documentation spells them.",references:["https://kubernetes.io/docs/concepts/storage/storage-classes/"],peers:{},fixable:"safe",bad:[{title:"no provisioner, a mode in lower case",yaml:`apiVersion: storage.k8s.io/v1
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
`}]},{since:"0.1.0",summary:"Require tolerations that taints can match.",why:"The API server refuses a toleration with an unknown operator or effect, or with a key and value that no taint can have.",howToFix:"Use the operator Equal with a value or Exists without, and one of the effects NoSchedule, PreferNoSchedule and NoExecute, or none for all.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/"],peers:{},fixable:"safe",bad:[{title:"a value for Exists, an unknown effect, no key",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Require constraints on the spread of pods with a skew, a topology and an action.",why:"The API server refuses a constraint that does not say by how much pods may be skewed, over what, and what happens when they are.",howToFix:"Set `maxSkew` to 1 or more, `topologyKey` to a label of nodes, and `whenUnsatisfiable` to DoNotSchedule or ScheduleAnyway.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/"],peers:{"kube-score":["pod-topology-spread-constraints"]},fixable:"safe",bad:[{title:"an unknown action, a number of domains that has no effect, a topology twice",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Disallow values of a type that the field does not take.",why:"The API server cannot decode the object and refuses it as a whole, whatever else it says.",howToFix:"Quote text that looks like a number or a boolean; write numbers and booleans without quotes.",references:["https://kubernetes.io/docs/reference/using-api/api-concepts/"],peers:{"kube-linter":["schema-validation"],kubeconform:["(schema)"],"kubectl-validate":["(schema)"],monokle:["K8S001"]},fixable:"safe",bad:[{title:"text for a number",yaml:`apiVersion: apps/v1
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
`}]},{since:"0.1.0",summary:"Require rules in the schemas of custom resources that compile and cannot cost too much.",why:"The API server compiles every rule of `x-kubernetes-validations` with the types of its schema when a definition is created. It refuses one that reads a field the schema does not have, and one that could take too long because nothing limits the lists and strings that it goes through.",howToFix:"Read fields of `self` that the schema declares, and set `maxItems`, `maxProperties` and `maxLength` where rules go through lists, maps and strings.",references:["https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules","https://kubernetes.io/docs/reference/using-api/cel/"],peers:{},bad:[{title:"a field that the schema does not have, a rule whose cost nothing limits",yaml:`apiVersion: apiextensions.k8s.io/v1
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
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              x-kubernetes-validations:
                - rule: self.min <= self.maximum # \u2716 Field "maximum" does not exist
                - rule: self.names.all(a, self.names.exists_one(b, a == b)) # \u2716 The expression may cost more than 100x what the API server allows: limit what it goes through with maxItems, maxProperties and maxLength
              properties:
                min:
                  type: integer
                max:
                  type: integer
                names:
                  type: array
                  items:
                    type: string
`}],good:[{title:"limits for what rules go through",yaml:`apiVersion: apiextensions.k8s.io/v1
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
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              x-kubernetes-validations:
                - rule: self.min <= self.max
                  messageExpression: "self.max < 0 ? 'max must not be negative' : 'min must be at most max'"
                - rule: self.names.all(a, self.names.exists_one(b, a == b))
                  message: names must differ
              properties:
                min:
                  type: integer
                max:
                  type: integer
                names:
                  type: array
                  maxItems: 20
                  items:
                    type: string
                    maxLength: 63
`}]},{since:"0.1.0",summary:"Require volumes with a name of their own and one source that the API server takes.",why:"The API server refuses a pod with a volume of two sources, with a name that is taken or malformed, or whose source lacks what it needs.",howToFix:'Give every volume a name of lower case letters, digits and "-", and one source with its fields.',references:["https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume/"],peers:{},fixable:"safe",bad:[{title:"two sources, a name twice, a Secret without its name, a path upwards",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Require claims of volumes with an access mode and an amount of storage.",why:"The API server refuses a claim that does not say how it is accessed and how large it must be, or whose data cannot come from where it says.",howToFix:"Set `accessModes` and `resources.requests.storage`, and an `apiGroup` for data from anything but another claim.",references:["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistentvolumeclaims"],peers:{kubesec:["VolumeClaimRequestsStorage"],kics:["StatefulSet Requests Storage"]},fixable:"safe",bad:[{title:"an abbreviated mode, no amount, a snapshot without its group",yaml:`apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  accessModes:
    - RWO # \u2716 accessModes[0] is "RWO", must be "ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany" or "ReadWriteOncePod"
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
`}]},{since:"0.1.0",summary:"Require mounts and devices of volumes that the pod has, at paths of their own.",why:"The API server refuses a pod with a container that mounts a volume which the pod does not have, two volumes at one path, or a path that leaves its volume.",howToFix:"Add the volume to `volumes`, or mount one that is there, at a path that no other mount of the container has.",references:["https://kubernetes.io/docs/concepts/storage/volumes/"],peers:{kubevious:["volume-mount-ref"]},bad:[{title:"a volume that is not there, a path twice, a path upwards",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Require VolumeSnapshots with exactly one source.",why:"The definition of the kind refuses a snapshot of nothing, or of two things.",howToFix:"Set `source.persistentVolumeClaimName` for a new snapshot, or `source.volumeSnapshotContentName` for one that there is; for a VolumeSnapshotContent `source.volumeHandle` or `source.snapshotHandle`.",references:["https://kubernetes.io/docs/concepts/storage/volume-snapshots/"],peers:{clusterlint:["invalid-volume-snapshot","invalid-volume-snapshot-content"]},bad:[{title:"two sources",yaml:`apiVersion: snapshot.storage.k8s.io/v1
kind: VolumeSnapshot
metadata:
  name: backup
spec:
  source: # \u2716 VolumeSnapshot "backup" has 2 sources, must have exactly one of persistentVolumeClaimName and volumeSnapshotContentName
    persistentVolumeClaimName: data
    volumeSnapshotContentName: old
`}],good:[{title:"one",yaml:`apiVersion: snapshot.storage.k8s.io/v1
kind: VolumeSnapshot
metadata:
  name: backup
spec:
  source:
    persistentVolumeClaimName: data
`}]},{since:"0.1.0",summary:"Require admission webhooks with a name, an address, and what the API server has to know of them.",why:"The API server refuses a webhook that it could not call: one without a URL or a Service, without a version of AdmissionReview that it speaks, or that does not say whether it has side effects.",howToFix:'Give each webhook a name of at least three parts, `sideEffects: None` or `NoneOnDryRun`, `admissionReviewVersions: [v1]`, and a `clientConfig` with a `url` that begins with "https://" or a `service`.',references:["https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/"],peers:{},fixable:"safe",bad:[{title:"a short name, a time that is too long, a URL without encryption",yaml:`apiVersion: admissionregistration.k8s.io/v1
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
`}]},{since:"0.1.0",summary:"Allow some priority classes only.",why:"A pod of a high priority evicts others, and `system-cluster-critical` even the network: who may use which class is a matter of policy.",howToFix:"Choose one of the classes that are allowed.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/"],peers:{"kube-linter":["priority-class-name"],kyverno:["allowed-pod-priorities"]},options:{allow:{default:[],description:"Names of PriorityClasses."}},bad:[{title:"a class of the system",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  priorityClassName: system-node-critical # \u2716 Priority class "system-node-critical" is not allowed, must be "shop" or "batch"
  containers:
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"one of ours",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  priorityClassName: shop
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Disallow a PodDisruptionBudget that allows no eviction at all.",why:"A node with such a pod cannot be drained: upgrades of the cluster wait until somebody deletes the pod or the budget by hand.",howToFix:"Write `maxUnavailable: 1`, and run more replicas than `minAvailable` asks for.",references:["https://kubernetes.io/docs/tasks/run-application/configure-pdb/#specifying-a-poddisruptionbudget"],peers:{"kube-score":["poddisruptionbudget-has-policy"],"kube-linter":["pdb-max-unavailable","pdb-min-available"],polaris:["pdbDisruptionsIsZero","pdbMinAvailableGreaterThanHPAMinReplicas"],popeye:["901"],gatekeeper:["poddisruptionbudget"],kyverno:["pdb-maxunavailable","pdb-maxunavailable-with-deployments","pdb-minavailable","deployment-replicas-higher-than-pdb","require-reasonable-pdbs","require-replicas-allow-disruption"]},bad:[{title:"as many pods as there are",yaml:`apiVersion: policy/v1
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
`}]},{since:"0.1.0",summary:"Disallow autoscalers with nowhere to go.",why:"With `maxReplicas` equal to `minReplicas` the autoscaler can never scale: under load, the pods that there are have to do.",howToFix:"Raise `maxReplicas` above `minReplicas` (1 unless said otherwise), or delete the autoscaler and set `replicas`.",references:["https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/"],peers:{polaris:["hpaMaxAvailability"],gatekeeper:["horizontalpodautoscaler"]},options:{minSpread:{default:1,description:"By how much `maxReplicas` has to be above `minReplicas`."}},bad:[{title:"from three to three",yaml:`apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  minReplicas: 3
  maxReplicas: 3 # \u2716 HorizontalPodAutoscaler "web" can never scale: minReplicas and maxReplicas are 3
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
`}],good:[{title:"from three to six",yaml:`apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  minReplicas: 3
  maxReplicas: 6
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
`}]},{since:"0.1.0",summary:"Disallow well-known images that get no more fixes.",why:"Every vulnerability that is found in it from now on stays open, in a program that is well known to attackers too.",howToFix:"Move to a release line that is maintained. podlint has a short list of common images and can be out of date: silence does not mean that an image is maintained.",references:["https://kubernetes.io/docs/concepts/containers/images/","https://endoflife.date/"],peers:{kubescape:["C-0081","C-0090","C-0091","C-0292"],kyverno:["check-ingress-nginx-controller-version-and-annotation-policy"]},bad:[{title:"release lines that have ended",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: node:16.20-alpine # \u2716 Image "node:16.20-alpine" has had no fixes since 2023-09
    - name: database
      image: mirror.gcr.io/library/mongo:4.2 # \u2716 Image "mirror.gcr.io/library/mongo:4.2" has had no fixes since 2023-04
    - name: tools
      image: centos # \u2716 Image "centos" has had no fixes since 2024-06
    - name: dashboards
      image: grafana/grafana:9.2.3 # \u2716 Image "grafana/grafana:9.2.3" has had no fixes since 2023-02
    - name: delivery
      image: quay.io/argoproj/argocd:v2.2.3 # \u2716 Image "quay.io/argoproj/argocd:v2.2.3" has had no fixes since 2022-10
    - name: policies
      image: ghcr.io/kyverno/kyverno:v1.8.3 # \u2716 Image "ghcr.io/kyverno/kyverno:v1.8.3" has had no fixes since 2023-11
    - name: ingress
      image: quay.io/kubernetes-ingress-controller/nginx-ingress-controller:0.32.0 # \u2716 Image "quay.io/kubernetes-ingress-controller/nginx-ingress-controller:0.32.0" has had no fixes since 2026-03
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
`}]},{since:"0.1.0",summary:"Disallow containers in a Job that never end.",why:"A Job is complete when all its containers have ended. Beside a proxy or log shipper that goes on, the work is done and the Job runs for ever.",howToFix:"Make it a sidecar, which ends with the others: move it to `initContainers` and give it `restartPolicy: Always` (since Kubernetes 1.29).",references:["https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#jobs-with-sidecar-containers"],peers:{},options:{images:{default:["istio/proxyv2","linkerd/proxy","cloudsql-docker/gce-proxy","cloud-sql-connectors/cloud-sql-proxy","envoyproxy/envoy","fluent/fluent-bit","fluent/fluentd","otel/opentelemetry-collector","otel/opentelemetry-collector-contrib","grafana/promtail","grafana/alloy","hashicorp/vault-agent","datadog/agent"],description:"The ends of repositories whose programs never end by themselves."}},bad:[{title:"a proxy that goes on",yaml:`apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: 0 3 * * *
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: report
              image: example.com/report:1.0
            - name: proxy # \u2716 Container "proxy" never ends, so the Job is never complete
              image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
`}],good:[{title:"a sidecar",yaml:`apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: 0 3 * * *
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          initContainers:
            - name: proxy
              image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
              restartPolicy: Always
          containers:
            - name: report
              image: example.com/report:1.0
`}]},{since:"0.1.0",summary:"Disallow steps of Argo Workflows that are tried again for ever.",why:"With an empty `retryStrategy` a step that can only fail is tried until somebody stops it; with `retryPolicy: Always` and no `expression` also when what it runs is wrong.",howToFix:"Set `limit`, and with `retryPolicy: Always` an `expression` that says which failures are worth another try.",references:["https://argo-workflows.readthedocs.io/en/latest/retries/"],peers:{datree:["ARGO_WORKFLOW_INCORRECT_RETRY_STRATEGY_VALUE_EMPTY","ARGO_WORKFLOW_ENSURE_RETRY_ON_BOTH_ERROR_AND_TRANSIENT_ERROR"]},bad:[{title:"an empty strategy, and one that retries whatever happens",yaml:`apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: import-
spec:
  entrypoint: fetch
  templates:
    - name: fetch
      retryStrategy: {} # \u2716 retryStrategy of template "fetch" is empty, so failed steps are retried without a limit
    - name: store
      retryStrategy:
        limit: 3
        retryPolicy: Always # \u2716 retryPolicy of template "store" is "Always" without an expression
`}],good:[{title:"a limit, and an expression",yaml:`apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: import-
spec:
  entrypoint: fetch
  templates:
    - name: fetch
      retryStrategy:
        limit: 3
    - name: store
      retryStrategy:
        limit: 3
        retryPolicy: Always
        expression: lastRetry.status == "Error" or (lastRetry.status == "Failed" and asInt(lastRetry.exitCode) not in [0])
`}]},{since:"0.1.0",summary:"Disallow images without a tag, or with a tag that moves.",why:"What runs is what the tag pointed to when the node pulled it: two pods of one Deployment may run different code, and a rollback has nothing to go back to.",howToFix:"Name a release (`nginx:1.29.3`) or a digest (`nginx@sha256:\u2026`); a bot such as Renovate keeps either current.",references:["https://kubernetes.io/docs/concepts/containers/images/#image-names"],peers:{"kube-linter":["latest-tag"],"kube-score":["container-image-tag"],polaris:["tagNotSpecified"],trivy:["KSV-0013"],checkov:["CKV_K8S_14"],kubescape:["C-0304"],datree:["CONTAINERS_MISSING_IMAGE_VALUE_VERSION"],kyverno:["disallow-latest-tag"]},options:{allow:{default:[],description:"Tags that are fine although they move, such as `stable`."}},bad:[{title:"tags that move, and none",yaml:`apiVersion: v1
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
    - name: api
      image: example.com/api:1.4.0-SNAPSHOT # \u2716 Image "example.com/api:1.4.0-SNAPSHOT" has the moving tag "1.4.0-SNAPSHOT"
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
`}]},{since:"0.1.0",summary:"Disallow webhooks that can stop the cluster from healing itself.",why:"When its own pods are gone, a webhook with `failurePolicy: Fail` that is also asked about pods of kube-system keeps the network and DNS from coming back, and so itself.",howToFix:"Leave out `kube-system` with a `namespaceSelector` (`kubernetes.io/metadata.name NotIn (kube-system)`), or set `failurePolicy: Ignore`, and keep `timeoutSeconds` small.",references:["https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/"],peers:{kubescape:["C-0036","C-0039"],clusterlint:["admission-controller-webhook","admission-controller-webhook-replacement","admission-controller-webhook-timeout"]},options:{maxTimeout:{default:29,description:"The most seconds that a webhook may take."},namespaces:{default:["kube-system"],description:"Namespaces that a webhook which fails closed must leave out."}},bad:[{title:"asked about every pod",yaml:`apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: policy
webhooks:
  - name: pods.example.com # \u2716 Webhook "pods.example.com" fails closed for pods of kube-system
    admissionReviewVersions: [v1]
    sideEffects: None
    clientConfig:
      service:
        name: policy
        namespace: policy
    rules:
      - apiGroups: ['']
        apiVersions: [v1]
        operations: [CREATE]
        resources: [pods]
`}],good:[{title:"not asked about kube-system",yaml:`apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: policy
webhooks:
  - name: pods.example.com
    admissionReviewVersions: [v1]
    sideEffects: None
    clientConfig:
      service:
        name: policy
        namespace: policy
    rules:
      - apiGroups: ['']
        apiVersions: [v1]
        operations: [CREATE]
        resources: [pods]
    namespaceSelector:
      matchExpressions:
        - key: kubernetes.io/metadata.name
          operator: NotIn
          values: [kube-system]
`}]},{since:"0.1.0",summary:"Disallow spread constraints that keep pods from starting.",why:"With `DoNotSchedule`, pods stay pending when a zone is full or gone, just when they are needed.",howToFix:"Set `whenUnsatisfiable: ScheduleAnyway`.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/"],peers:{datree:["EKS_INVALID_VALUE_DONOOTSCHEDULE"]},fixable:"unsafe",bad:[{title:"rather no pod",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: topology.kubernetes.io/zone
      whenUnsatisfiable: DoNotSchedule # \u2716 Pods stay pending where they cannot be spread over topology.kubernetes.io/zone
      labelSelector:
        matchLabels:
          app: web
  containers:
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"rather a pod in the wrong zone",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: topology.kubernetes.io/zone
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          app: web
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Disallow a liveness probe that asks the same as the readiness probe, and gives up no later.",why:"When the program is merely busy, the pod should only get no traffic for a while; with the same probe for both it is killed as well, and the others get its load.",howToFix:"Let the liveness probe ask something that fails only when a restart helps, give it a larger `failureThreshold`, or leave it out.",references:["https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/"],peers:{"kube-score":["pod-probes-identical"],kyverno:["ensure-probes-different"]},longRunningOnly:!0,bad:[{title:"both ask for the same page",yaml:`apiVersion: v1
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
      livenessProbe: # \u2716 Container "app" has the same liveness and readiness probe
        httpGet:
          path: /health
          port: http
      readinessProbe:
        httpGet:
          path: /health
          port: 8080
`}],good:[{title:"the liveness probe is more patient",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      livenessProbe:
        failureThreshold: 10
        httpGet:
          path: /health
          port: 8080
      readinessProbe:
        httpGet:
          path: /health
          port: 8080
`}]},{since:"0.1.0",summary:"Disallow DAGs of Argo Workflows that go on after a task has failed.",why:"With `failFast: false` all other branches run to their end, though the workflow has failed already.",howToFix:"Delete `failFast`, or set it to true.",references:["https://argo-workflows.readthedocs.io/en/latest/walk-through/dag/"],peers:{datree:["ARGO_WORKFLOW_INCORRECT_FAILFAST_VALUE_FALSE"]},fixable:"unsafe",bad:[{title:"all branches run",yaml:`apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: import-
spec:
  entrypoint: all
  templates:
    - name: all
      dag:
        failFast: false # \u2716 failFast of template "all" is false: the DAG goes on after a task has failed
        tasks:
          - name: fetch
            template: fetch
`}],good:[{title:"the default",yaml:`apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: import-
spec:
  entrypoint: all
  templates:
    - name: all
      dag:
        tasks:
          - name: fetch
            template: fetch
`}]},{since:"0.1.0",summary:"Disallow long-running pods that no controller owns.",why:"When its node fails or is drained, such a pod is gone for good: nothing starts it anywhere else.",howToFix:"Put the pod into the template of a Deployment; with `restartPolicy: Never` it is taken for one that is meant to end.",references:["https://kubernetes.io/docs/concepts/configuration/overview/#naked-pods-vs-replicasets-deployments-and-jobs"],peers:{kubescape:["C-0073"],datree:["K8S_INCORRECT_KIND_VALUE_POD"],popeye:["208"],clusterlint:["bare-pods"],kyverno:["prevent-bare-pods"]},longRunningOnly:!0,bad:[{title:"a server in a Pod of its own",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Disallow schedules that never come or come more often than they look, and steps that are larger than their range.",why:"The API server takes `0 0 31 2 *`, and the job never runs; `*/60` for the minute runs once an hour, not every 60 minutes from now; `0 3 1-7 * 1` runs on seven days of the month and on every Monday, not on the first Monday.",howToFix:"Name a day that the month has. Write `0` in place of a step that is too large, and put the step into the next field: every other hour is `0 */2 * * *`. Let the job itself look at one of the two kinds of days.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax"],peers:{},bad:[{title:"days of the month and of the week, which is meant for both and holds for either",yaml:`apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: 0 3 1-7 * 1 # \u2716 Schedule "0 3 1-7 * 1" runs on the days "1-7" of the month, and also on the days "1" of the week: either is enough
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
`}]},{since:"0.1.0",summary:"Disallow pods that can run on one node only.",why:"When that node is gone or full, the pod cannot run elsewhere. With `nodeName` not even the scheduler looks at it, nor at taints and free memory.",howToFix:"Select nodes by what they have: a label for the disk, the zone or the architecture.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#nodename"],peers:{clusterlint:["node-name-pod-selector"],kyverno:["restrict-node-selection"]},bad:[{title:"one node by its name",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  nodeName: worker-1 # \u2716 Pod can run on node "worker-1" only
  containers:
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"any node with such a disk",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  nodeSelector:
    example.com/disk: ssd
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Disallow a preStop hook that takes all the time that a pod has to end.",why:"The hook counts into `terminationGracePeriodSeconds` (30 unless said otherwise). When it sleeps that long, the program is killed without ever being told to stop.",howToFix:"Sleep less, or raise `terminationGracePeriodSeconds` to the sleep plus the time that the program needs.",references:["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination"],peers:{},bad:[{title:"half a minute of half a minute",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      lifecycle:
        preStop:
          exec:
            command: [sh, -c, sleep 30 && nginx -s quit] # \u2716 preStop of container "app" sleeps for 30 of 30 seconds that the pod has to end
`}],good:[{title:"time is left",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  terminationGracePeriodSeconds: 60
  containers:
    - name: app
      image: example.com/app:1.0
      lifecycle:
        preStop:
          exec:
            command: [sleep, '30']
`}]},{since:"0.1.0",summary:"Disallow `replicas` on a workload that an autoscaler scales.",why:"Each time the manifest is applied, the number of pods goes back to `replicas`, in the middle of the load that the autoscaler had scaled up for.",howToFix:"Delete `replicas`. Where the workload runs already, do that with `kubectl apply edit-last-applied` or server-side apply, else it falls to one pod for a moment.",references:["https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling"],peers:{"kube-score":["deployment-targeted-by-hpa-does-not-have-replicas-configured"],kics:["HPA Targeted Deployments With Configured Replica Count"]},fixable:"unsafe",bad:[{title:"two that decide",yaml:`apiVersion: autoscaling/v2
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
  replicas: 3 # \u2716 Deployment "web" sets replicas, HorizontalPodAutoscaler "web" scales it
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
`}],good:[{title:"the autoscaler decides",yaml:`apiVersion: autoscaling/v2
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
`}]},{since:"0.1.0",summary:"Disallow Argo Rollouts that wait for ever, cannot go back, or stop pods too early.",why:"A pause without a duration waits until somebody comes; without revisions there is nothing to go back to; pods that stop within 30 seconds still get traffic.",howToFix:"Set `duration` of each pause, `revisionHistoryLimit` to at least 1, `scaleDownDelaySeconds` to at least 30, and `progressDeadlineAbort` where there is a deadline.",references:["https://argo-rollouts.readthedocs.io/en/stable/features/specification/"],peers:{datree:["ARGO_ROLLOUT_MISSING_PAUSE_DURATION","ARGO_WORKFLOW_INCORRECT_REVISION_HISTORY_LIMIT_VALUE_0","ARGO_ROLLOUT_INCORRECT_SCALE_DOWN_DELAY_VALUE_BELOW_30","ARGO_ROLLOUT_INCORRECT_PROGRESS_DEADLINE_ABORT_VALUE_FALSE"]},bad:[{title:"a pause without an end, and a deadline without consequences",yaml:`apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: web
spec:
  revisionHistoryLimit: 0 # \u2716 revisionHistoryLimit is 0, so no rollback is possible
  progressDeadlineSeconds: 600 # \u2716 Rollout "web" is retried after its deadline: progressDeadlineAbort is not true
  strategy:
    canary:
      steps:
        - setWeight: 20
        - pause: {} # \u2716 steps[1].pause sets no duration, so it waits until somebody resumes it
`}],good:[{title:"an hour, and the defaults",yaml:`apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: web
spec:
  progressDeadlineSeconds: 600
  progressDeadlineAbort: true
  strategy:
    canary:
      steps:
        - setWeight: 20
        - pause:
            duration: 1h
`}]},{since:"0.1.0",summary:"Disallow deadlines that the CronJob controller cannot keep.",why:"The controller looks at its CronJobs every 10 seconds: with a shorter deadline, runs are skipped at random.",howToFix:"Set `startingDeadlineSeconds` to 10 or more; it is how late a run is still of use.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#starting-deadline"],peers:{},options:{min:{default:10,description:"The fewest seconds that are fine."}},bad:[{title:"five seconds",yaml:`apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: 0 3 * * *
  startingDeadlineSeconds: 5 # \u2716 startingDeadlineSeconds is 5, below 10 runs are skipped at random
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: report
              image: example.com/report:1.0
`}],good:[{title:"a minute",yaml:`apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: 0 3 * * *
  startingDeadlineSeconds: 60
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: report
              image: example.com/report:1.0
`}]},{since:"0.1.0",summary:"Disallow a single replica behind a Service.",why:"While the only pod moves to another node, crashes or is evicted, nobody answers.",howToFix:"Set `replicas` to 2 or more, or let a HorizontalPodAutoscaler choose. Strategy `Recreate` says that there may only be one, and is left alone.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#replicas"],peers:{"kube-linter":["minimum-three-replicas"],"kube-score":["deployment-replicas"],polaris:["deploymentMissingReplicas"],datree:["DEPLOYMENT_INCORRECT_REPLICAS_VALUE"],kubevious:["replica-count-check"],gatekeeper:["replicalimits"],kyverno:["require-deployments-have-multiple-replicas"],popeye:["1109"]},options:{min:{default:2,description:"The fewest replicas that are fine."},everyDeployment:{default:!1,description:"Also without a Service in front."}},bad:[{title:"a Service with one pod behind it",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Disallow autoscalers that go down to a single replica.",why:"In a quiet hour there is one pod; while that one moves to another node, crashes or is evicted, nobody answers.",howToFix:"Set `minReplicas` to 2 or more.",references:["https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/"],peers:{"kube-linter":["hpa-minimum-three-replicas"],"kube-score":["horizontalpodautoscaler-replicas"],polaris:["hpaMinAvailability"],datree:["HPA_MISSING_MINREPLICAS_KEY"],kubevious:["replica-count-check"],gatekeeper:["horizontalpodautoscaler"]},fixable:"unsafe",options:{min:{default:2,description:"The least that `minReplicas` may be; without the field it is 1."}},bad:[{title:"the default",yaml:`apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web # \u2716 HorizontalPodAutoscaler "web" goes down to 1 replica
spec:
  maxReplicas: 5
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
`}],good:[{title:"two",yaml:`apiVersion: autoscaling/v2
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
`}]},{since:"0.1.0",summary:"Disallow nodes that keep an old image of a tag that moves.",why:"With `IfNotPresent`, a node that once pulled `latest` never looks again: new pods there run the old program, next to others that run the new one.",howToFix:"Name a release instead of a tag that moves, or delete `imagePullPolicy`: for `latest` the default is `Always`.",references:["https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy"],peers:{kubescape:["C-0075"],kyverno:["imagepullpolicy-always"],"kube-linter":["image-pull-policy"]},fixable:"unsafe",bad:[{title:"latest, but never again",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:latest
      imagePullPolicy: IfNotPresent # \u2716 Image "nginx:latest" moves, and imagePullPolicy IfNotPresent keeps the old one
`}],good:[{title:"a release",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.29.3
      imagePullPolicy: IfNotPresent
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
`}]},{since:"0.1.0",summary:"Disallow Jobs and CronJobs that are suspended.",why:"Often it is left over from an incident, and nobody notices that the backup has not run since.",howToFix:"Delete `suspend`, or the whole Job. A queue such as Kueue suspends Jobs on purpose: switch the rule off there.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-suspension"],peers:{popeye:["1500"]},bad:[{title:"never runs",yaml:`apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: 0 3 * * *
  suspend: true # \u2716 CronJob "report" is suspended
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: report
              image: example.com/report:1.0
`}],good:[{title:"runs",yaml:`apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: 0 3 * * *
  suspend: false
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: report
              image: example.com/report:1.0
`}]},{since:"0.1.0",summary:"Disallow probes on a port that their container does not have.",why:"The probe never succeeds: the container is restarted again and again, or never gets traffic.",howToFix:"Probe a port that the container declares, by its name or its number.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#use-a-named-port"],peers:{"kube-linter":["liveness-port","readiness-port","startup-port"]},fixable:"unsafe",bad:[{title:"a misspelt name",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Disallow environment variables where Kubernetes does not fill them in.",why:"Kubernetes fills in `$(NAME)` in commands, arguments, `subPathExpr` and the values of variables that come later. Anywhere else, and before the variable is defined, the text stays as it is: a volume gets a folder that is called `$(POD_NAME)`.",howToFix:"Use `subPathExpr` instead of `subPath`, and define a variable before those that refer to it.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath-expanded-environment","https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/"],peers:{},fixable:"unsafe",bad:[{title:"a variable in a subPath",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      env:
        - name: POD_NAME
          valueFrom:
            fieldRef:
              fieldPath: metadata.name
      volumeMounts:
        - name: logs
          mountPath: /logs
          subPath: $(POD_NAME) # \u2716 "$(POD_NAME)" is not filled in here: use subPathExpr
  volumes:
    - name: logs
      emptyDir: {}
`}],good:[{title:"variables that are defined before",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      env:
        - name: HOST
          value: db
        - name: URL
          value: http://$(HOST):80
        - name: PRICE
          value: $$(TAX)
        - name: TAX
          value: "7"
      volumeMounts:
        - name: logs
          mountPath: /logs
          subPathExpr: $(HOST)
  volumes:
    - name: logs
      emptyDir: {}
`}]},{since:"0.1.0",summary:"Disallow an emptyDir on a medium that no kubelet knows.",why:'The API server takes any text; the kubelet fails with "unknown storage medium", and the pod waits in ContainerCreating.',howToFix:"Write `Memory` or `HugePages`, with these capitals, or leave `medium` out for the disk of the node.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#emptydir"],peers:{},fixable:"unsafe",bad:[{title:"in lower case",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
  volumes:
    - name: cache
      emptyDir:
        medium: memory # \u2716 medium is "memory", must be "Memory", "HugePages" or "HugePages-<size>"; did you mean "Memory"?
`}],good:[{title:"memory, huge pages, and the disk",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
  volumes:
    - name: cache
      emptyDir:
        medium: Memory
    - name: pages
      emptyDir:
        medium: HugePages-2Mi
    - name: scratch
      emptyDir:
        medium: ""
`}]},{since:"0.1.0",summary:"Disallow comparing labels of nodes with what is not an integer.",why:"The API server takes any word for the operators `Gt` and `Lt`, but the scheduler compares integers: no node fits, and with a required term the pod stays pending.",howToFix:'Write an integer in quotes, such as `"8"`, or use `In` for words.',references:["https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#operators"],peers:{},bad:[{title:"a word, and an amount with a unit",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  affinity:
    nodeAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        nodeSelectorTerms:
          - matchExpressions:
              - key: example.com/memory
                operator: Gt
                values:
                  - 16Gi # \u2716 "16Gi" is not an integer, so no node fits: Gt compares integers
  containers:
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"an integer",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  affinity:
    nodeAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        nodeSelectorTerms:
          - matchExpressions:
              - key: example.com/cores
                operator: Gt
                values:
                  - "8"
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Disallow autoscalers of kinds that cannot be scaled.",why:"The API server takes any target, but only a Deployment, StatefulSet, ReplicaSet or ReplicationController has a number of replicas to change: the autoscaler never does anything, and says so only in its status.",howToFix:"Name a workload that has replicas. A DaemonSet runs one pod on each node, which the cluster autoscaler decides; Jobs are scaled by a ScaledJob of KEDA.",references:["https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/"],peers:{},bad:[{title:"a DaemonSet",yaml:`apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: agent
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: DaemonSet # \u2716 A DaemonSet has no replicas that could be scaled
    name: agent
  maxReplicas: 3
`}],good:[{title:"a Deployment",yaml:`apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  maxReplicas: 3
`}]},{since:"0.1.0",summary:"Disallow commands that have a program and its arguments in one string.",why:'No shell reads the list: its first item is the name of the program, spaces and all. The container fails with "executable file not found", and so does a probe.',howToFix:'Make each argument an item of its own, `[sleep, "3600"]`, or let a shell read the line: `[sh, -c, "sleep 3600 && echo done"]`.',references:["https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/"],peers:{},bad:[{title:"a line for a shell where there is none",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      command:
        - sleep 3600 # \u2716 "sleep 3600" is looked for as the name of a program: make each argument an item of its own
      readinessProbe:
        exec:
          command: ["cat /tmp/ready"] # \u2716 "cat /tmp/ready" is looked for as the name of a program: make each argument an item of its own
`}],good:[{title:"an item for each argument, and a line for a shell",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      command: [sleep, "3600"]
      readinessProbe:
        exec:
          command: [sh, -c, cat /tmp/ready]
`}]},{since:"0.1.0",summary:"Disallow mount paths that hide the whole image, or that have the options of Docker.",why:"The API server takes any path. A volume at `/` leaves the container without its own program, and it does not start; of `/data:ro` the options become part of the name, so that nothing is at `/data`.",howToFix:"Mount the volume at a folder of its own, and write `readOnly: true` for `:ro`.",references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#volumes-1"],peers:{},bad:[{title:"options as Docker writes them",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      volumeMounts:
        - name: data
          mountPath: /data:ro # \u2716 mountPath "/data:ro" must not have a colon: write readOnly: true instead of ":ro"
        - name: data
          mountPath: / # \u2716 mountPath "/" hides all files of the image, so that the container cannot start
  volumes:
    - name: data
      emptyDir: {}
`}],good:[{title:"a folder, and one of Windows",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      volumeMounts:
        - name: data
          mountPath: /data
          readOnly: true
        - name: data
          mountPath: C:\\data
  volumes:
    - name: data
      emptyDir: {}
`}]},{since:"0.1.0",summary:"Disallow autoscaling by utilization of a resource that a container does not request.",why:"Utilization is a share of the request: without one the autoscaler cannot work it out, and never scales.",howToFix:"Request the resource in every container of the pod, or scale by `AverageValue`.",references:["https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#how-does-a-horizontalpodautoscaler-work"],peers:{},bad:[{title:"no CPU request",yaml:`apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  maxReplicas: 3
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 70 # \u2716 HorizontalPodAutoscaler "web" scales by CPU utilization, but container "app" of Deployment "web" requests no CPU
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
`}],good:[{title:"a CPU request",yaml:`apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  maxReplicas: 3
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 70
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
          resources:
            requests:
              cpu: 100m
`}]},{since:"0.1.0",summary:"Disallow labels in a selector that change with every release.",why:"The selector of a workload cannot be changed: with the version in it, the next release is refused, and somebody has to delete the workload by hand.",howToFix:"Select by what stays the same, such as `app.kubernetes.io/name` and `app.kubernetes.io/instance`; the label itself may stay in the template.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#label-selector-updates"],peers:{},options:{labels:{default:["app.kubernetes.io/version","helm.sh/chart","chart","pod-template-hash","controller-revision-hash"],description:"Labels that change."}},bad:[{title:"the version",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app.kubernetes.io/version: '1.0' # \u2716 Label "app.kubernetes.io/version" changes with every release, the selector cannot
  template:
    metadata:
      labels:
        app.kubernetes.io/version: '1.0'
    spec:
      containers:
        - name: app
          image: example.com/app:1.0
`}],good:[{title:"the name",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app.kubernetes.io/name: web
  template:
    metadata:
      labels:
        app.kubernetes.io/name: web
    spec:
      containers:
        - name: app
          image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Disallow workloads that are scaled to nothing.",why:"Often it is left over from an incident: the next time the manifest is applied, the pods that somebody started again are gone.",howToFix:"Set `replicas` to what shall run, or delete the workload. Where an autoscaler starts the first pod, leave `replicas` out.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#scaling-a-deployment"],peers:{popeye:["500"]},bad:[{title:"none",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 0 # \u2716 Deployment "web" runs no pod: replicas is 0
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
`}],good:[{title:"one",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 1
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
`}]},{since:"0.1.0",summary:"Require replicas that are kept apart from each other.",why:"Nothing keeps the scheduler from putting all replicas on one node: when it goes, all of them go.",howToFix:"Add a `topologySpreadConstraints` item, or a `podAntiAffinity` term, over `kubernetes.io/hostname` with the labels of the pod.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/"],peers:{"kube-linter":["no-anti-affinity"],"kube-score":["deployment-has-host-podantiaffinity","statefulset-has-host-podantiaffinity"],kics:["Deployment Has No PodAntiAffinity","StatefulSet Has No PodAntiAffinity"],datree:["EKS_MISSING_KEY_TOPOLOGYKEY"],kyverno:["spread-pods-across-topology"]},options:{minReplicas:{default:2,description:"From how many replicas on."},topologyKeys:{default:["kubernetes.io/hostname","topology.kubernetes.io/zone","topology.kubernetes.io/region"],description:"Labels of nodes that keep pods apart; empty for any."},acceptTopologySpread:{default:!0,description:"Whether `topologySpreadConstraints` count as well as `podAntiAffinity`."}},bad:[{title:"three replicas, perhaps on one node",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: web # \u2716 Deployment "web" has 3 replicas, and nothing keeps them apart
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
`}],good:[{title:"spread over nodes",yaml:`apiVersion: apps/v1
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
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              app: web
      containers:
        - name: app
          image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Require an autoscaler for every Deployment.",why:"A fixed number of pods is too small at the peak, or too large the rest of the day.",howToFix:"Add a HorizontalPodAutoscaler whose `scaleTargetRef` names the workload, and delete its `replicas`.",references:["https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/"],peers:{kyverno:["check-hpa-exists"]},options:{kinds:{default:["Deployment"],description:"The kinds that need one: Deployment, StatefulSet."}},bad:[{title:"no autoscaler",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: web # \u2716 Deployment "web" has no autoscaler
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
`}],good:[{title:"with one",yaml:`apiVersion: autoscaling/v2
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
`}]},{since:"0.1.0",summary:"Require CronJobs to say what happens when a run is not over before the next one.",why:"By default the next run starts beside it: slow runs pile up until they take the node or lock each other out.",howToFix:"Set `concurrencyPolicy: Forbid` to skip the next run, or `Replace` to end the old one.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#concurrency-policy"],peers:{datree:["CRONJOB_MISSING_CONCURRENCYPOLICY_KEY"],clusterlint:["cronjob-concurrency"]},fixable:"unsafe",options:{allow:{default:["Forbid","Replace"],description:"The policies that are fine."}},bad:[{title:"the default",yaml:`apiVersion: batch/v1
kind: CronJob
metadata:
  name: report # \u2716 CronJob "report" runs more than once at a time: concurrencyPolicy is Allow
spec:
  schedule: 0 3 * * *
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: report
              image: example.com/report:1.0
`}],good:[{title:"one at a time",yaml:`apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: 0 3 * * *
  concurrencyPolicy: Forbid
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: report
              image: example.com/report:1.0
`}]},{since:"0.1.0",summary:"Require an option of the resolver, such as `ndots`.",why:"With the default `ndots` of 5, a name such as `api.example.com` is looked up in every search domain of the cluster first: five questions in place of one.",howToFix:"Set `dnsConfig.options` to `name: ndots` and a `value` of 2.",references:["https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-dns-config"],peers:{"kube-linter":["dnsconfig-options"],kyverno:["add-ndots"]},options:{name:{default:"ndots",description:"The option of resolv.conf."},value:{default:"2",description:"What it has to be; empty for any."}},bad:[{title:"no option",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers: # \u2716 Pod sets no dnsConfig option ndots of 2
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"two dots",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  dnsConfig:
    options:
      - name: ndots
        value: '2'
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Require images by digest.",why:"Anybody who may push to the registry can set a tag anew, so what runs tomorrow need not be what was reviewed today. A digest names the content itself.",howToFix:"Add the digest behind the tag: `nginx:1.29.3@sha256:\u2026`. `crane digest IMAGE` prints it; a bot such as Renovate keeps both current.",references:["https://kubernetes.io/docs/concepts/containers/images/#image-names"],peers:{checkov:["CKV_K8S_43"],kubescape:["C-0306"],datree:["CONTAINERS_MISSING_IMAGE_VALUE_DIGEST"],kics:["Image Without Digest"],gatekeeper:["imagedigests"],kyverno:["require-image-checksum"]},options:{except:{default:[],description:"Beginnings of images that need none, such as `registry.example.com/`."}},bad:[{title:"only a tag",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.29.3 # \u2716 Image "nginx:1.29.3" has no digest
`}],good:[{title:"tag and digest",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.29.3@sha256:94a00394bc5a8ef503fb59db0a7d0ae9e1110866e8aee8ba40cd864cea69ea1a
`}]},{since:"0.1.0",summary:"Require Jobs that are deleted after they finished.",why:"A finished Job stays with its pods until somebody deletes it: they fill up the API server, and the next Job of that name is refused.",howToFix:"Set `ttlSecondsAfterFinished`. A CronJob cleans up by itself, with `successfulJobsHistoryLimit` and `failedJobsHistoryLimit`; there it would delete what those keep.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/"],peers:{"kube-linter":["job-ttl-seconds-after-finished"]},fixable:"unsafe",options:{seconds:{default:86400,description:"What the fix writes."},forbidInCronJob:{default:!0,description:"Whether the Jobs of a CronJob may not have it."}},bad:[{title:"stays for ever",yaml:`apiVersion: batch/v1
kind: Job
metadata:
  name: migrate # \u2716 Job "migrate" stays after it finished: it sets no ttlSecondsAfterFinished
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: example.com/migrate:1.0
`}],good:[{title:"gone after an hour",yaml:`apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
spec:
  ttlSecondsAfterFinished: 3600
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: example.com/migrate:1.0
`}]},{since:"0.1.0",summary:"Require a liveness probe for containers that run for long.",why:"A program that hangs without exiting stays broken until somebody restarts it by hand.",howToFix:"Add a `livenessProbe` that fails only when a restart helps: not when a database is away. A crash alone needs no probe, the container restarts anyway.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],peers:{"kube-linter":["no-liveness-probe"],"kube-score":["pod-probes"],polaris:["livenessProbeMissing"],checkov:["CKV_K8S_8"],kubescape:["C-0056"],popeye:["102","103"],datree:["CONTAINERS_MISSING_LIVENESSPROBE_KEY"],gatekeeper:["requiredprobes"],kyverno:["require-probes"]},longRunningOnly:!0,bad:[{title:"a server without a liveness probe",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Require pods to say on which nodes they may run.",why:"Without a choice, pods run on whatever node has room: of another architecture, or set apart for other work.",howToFix:"Add `affinity.nodeAffinity`, or a `nodeSelector`.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/"],peers:{"kube-linter":["no-node-affinity"]},options:{acceptNodeSelector:{default:!0,description:"Whether a `nodeSelector` is enough."}},bad:[{title:"any node",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers: # \u2716 Pod may run on any node: it has no nodeAffinity
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"a label of the node",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  nodeSelector:
    kubernetes.io/arch: amd64
  containers:
    - name: app
      image: example.com/app:1.0
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
`}]},{since:"0.1.0",summary:"Require a preStop hook on containers behind a Service.",why:"A pod that ends is told so while other nodes still send traffic to it for a moment: a program that stops at once drops those requests.",howToFix:"Let the container wait a few seconds before it is told to stop: `lifecycle.preStop.sleep.seconds: 5`, since Kubernetes 1.30. A program that goes on serving after SIGTERM needs none.",references:["https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/"],peers:{datree:["CONTAINERS_MISSING_PRESTOP_KEY"]},fixable:"unsafe",options:{onlyBehindService:{default:!0,description:"Only where a Service of the run sends traffic to a port of the container; else every container that stays."}},bad:[{title:"stops at once",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: web
spec:
  containers:
    - name: app # \u2716 Container "app" gets traffic and has no preStop hook
      image: example.com/app:1.0
      ports:
        - containerPort: 80
`}],good:[{title:"waits first",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
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
        - containerPort: 80
      lifecycle:
        preStop:
          exec:
            command: [sleep, '5']
`}]},{since:"0.1.0",summary:"Require a priority class on every pod.",why:"When nodes are full, the scheduler evicts by priority; pods without a class all have the same, so the shop goes as soon as the nightly report.",howToFix:"Define a few PriorityClasses for the cluster, and set `priorityClassName`.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/"],peers:{polaris:["priorityClassNotSet"],kyverno:["require-pod-priorityclassname"]},bad:[{title:"no class",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers: # \u2716 Pod sets no priorityClassName
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"a class",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  priorityClassName: shop
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Require probes that say how often and how long they ask.",why:"The defaults (a second to answer, three tries ten seconds apart) suit few programs, and nobody reading the manifest sees them.",howToFix:"Write the fields out, also where the default is right.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes"],peers:{datree:["CONTAINERS_INCORRECT_INITIALDELAYSECONDS_VALUE","CONTAINERS_INCORRECT_PERIODSECONDS_VALUE","CONTAINERS_INCORRECT_TIMEOUTSECONDS_VALUE","CONTAINERS_INCORRECT_SUCCESSTHRESHOLD_VALUE","CONTAINERS_INCORRECT_FAILURETHRESHOLD_VALUE"]},options:{fields:{default:["initialDelaySeconds","periodSeconds","timeoutSeconds","successThreshold","failureThreshold"],description:"The fields that every probe has to have."}},longRunningOnly:!0,bad:[{title:"only some of them",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      readinessProbe: # \u2716 readinessProbe of container "app" leaves timeoutSeconds, successThreshold to the default
        initialDelaySeconds: 5
        periodSeconds: 10
        failureThreshold: 3
        tcpSocket:
          port: 8080
`}],good:[{title:"all of them",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      readinessProbe:
        initialDelaySeconds: 5
        periodSeconds: 10
        timeoutSeconds: 2
        successThreshold: 1
        failureThreshold: 3
        tcpSocket:
          port: 8080
`}]},{since:"0.1.0",summary:"Require images to be asked for at every start.",why:"With `Always` the registry is asked each time, so a pod needs the right to pull the image even where the node has it, and a tag that was set anew is noticed.",howToFix:"Set `imagePullPolicy: Always`. The layers come from the node as long as they are the same.",references:["https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy"],peers:{"kube-score":["container-image-pull-policy"],polaris:["pullPolicyNotAlways"],checkov:["CKV_K8S_15"],kics:["Image Pull Policy Of The Container Is Not Set To Always"],kyverno:["always-pull-images","imagepullpolicy-always"]},fixable:"unsafe",options:{acceptDigest:{default:!0,description:"Whether an image by digest needs none, as it cannot change."}},bad:[{title:"the default of a tag",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.29.3 # \u2716 Image "nginx:1.29.3" is pulled with IfNotPresent, not Always
`}],good:[{title:"always",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.29.3
      imagePullPolicy: Always
`}]},{since:"0.1.0",summary:"Require `imagePullSecrets` for images of private registries.",why:"Without credentials of its own the pod depends on what its node has cached or may read; a registry that asks for a password answers with an error, and the pod hangs in `ImagePullBackOff`.",howToFix:"Name a Secret of type `kubernetes.io/dockerconfigjson` in `imagePullSecrets` of the pod or of its ServiceAccount. Name registries that need none, such as that of the cloud which the nodes are in, in `public`.",references:["https://kubernetes.io/docs/concepts/containers/images/#specifying-imagepullsecrets-on-a-pod"],peers:{kyverno:["require-imagepullsecrets"]},options:{public:{default:["docker.io","ghcr.io","quay.io","registry.k8s.io","gcr.io","k8s.gcr.io","mcr.microsoft.com","public.ecr.aws","nvcr.io"],description:"Registries that need no credentials."}},bad:[{title:"an image of a private registry",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec: # \u2716 The pod has no imagePullSecrets for images of corp.example.com
  containers:
    - name: app
      image: corp.example.com/app:1.0
    - name: proxy
      image: docker.io/library/nginx:1.29
`}],good:[{title:"a secret",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  imagePullSecrets:
    - name: corp
  containers:
    - name: app
      image: corp.example.com/app:1.0
`}]},{since:"0.1.0",summary:"Require a readiness probe for containers that a Service sends traffic to.",why:"Without it a pod gets requests as soon as its process starts, so every rollout answers some of them with errors.",howToFix:"Add a `readinessProbe` that asks the port of the Service. One container of the pod with such a probe is enough: the pod is ready when all of its probes say so.",references:["https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe"],peers:{"kube-linter":["no-readiness-probe"],"kube-score":["pod-probes"],polaris:["readinessProbeMissing"],checkov:["CKV_K8S_9"],kubescape:["C-0018"],popeye:["102","104"],datree:["CONTAINERS_MISSING_READINESSPROBE_KEY"],gatekeeper:["requiredprobes"],kyverno:["require-probes"]},options:{everyPort:{default:!1,description:"Also ask for containers with a port that no Service of the run sends traffic to."}},longRunningOnly:!0,bad:[{title:"a Service in front of a container without a readiness probe",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Require rolling updates for workloads behind a Service.",why:"With `Recreate` all pods stop before the first new one starts, and with `OnDelete` new ones start only when somebody deletes the old: in between nobody answers, or the old version does.",howToFix:"Delete `strategy`, or set its type to `RollingUpdate`. Pods with a volume that only one of them may mount need `Recreate`, and are left alone.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy"],peers:{"kube-linter":["no-rolling-update-strategy"],"kube-score":["deployment-strategy"],kubescape:["C-0305"]},options:{everyWorkload:{default:!1,description:"Also without a Service in front."}},bad:[{title:"all stop at once",yaml:`apiVersion: v1
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
  strategy:
    type: Recreate # \u2716 Deployment "web" behind Service "web" is updated with Recreate
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
`}],good:[{title:"the default",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Require spread constraints and affinity terms to select the pods that they are about.",why:"A topology spread constraint without `labelSelector` counts no pods at all, and one with labels that the pod itself does not have counts others: either way it spreads nothing.",howToFix:"Write the labels of the pod template into `labelSelector`.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/#topologyspreadconstraints-field"],peers:{"kube-score":["pod-topology-spread-constraints"]},bad:[{title:"no labels, and those of something else",yaml:`apiVersion: apps/v1
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
      topologySpreadConstraints:
        - maxSkew: 1 # \u2716 topologySpreadConstraints[0] selects no pods: labelSelector is missing
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: # \u2716 topologySpreadConstraints[1] does not select the pod that it is for
            matchLabels:
              app: website
      containers:
        - name: app
          image: example.com/app:1.0
`}],good:[{title:"the labels of the pod",yaml:`apiVersion: apps/v1
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
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              app: web
      containers:
        - name: app
          image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Require CronJobs to say until when a missed run may be made up for.",why:"Without `startingDeadlineSeconds`, a CronJob that was suspended, or whose controller was away, starts late at any hour; after 100 missed runs it says nothing but an error.",howToFix:"Set `startingDeadlineSeconds` to how late a run is still of use, not below 10.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#starting-deadline"],peers:{"kube-score":["cronjob-has-deadline"],datree:["CRONJOB_MISSING_STARTINGDEADLINESECOND_KEY"],kics:["CronJob Deadline Not Configured"]},fixable:"unsafe",options:{suggested:{default:200,description:"The seconds that the fix writes."}},bad:[{title:"no deadline",yaml:`apiVersion: batch/v1
kind: CronJob
metadata:
  name: report # \u2716 CronJob "report" sets no startingDeadlineSeconds
spec:
  schedule: 0 3 * * *
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: report
              image: example.com/report:1.0
`}],good:[{title:"an hour late is fine",yaml:`apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: 0 3 * * *
  startingDeadlineSeconds: 3600
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: report
              image: example.com/report:1.0
`}]},{since:"0.1.0",summary:"Require topology spread constraints on workloads of several replicas.",why:"Without them the scheduler may put all replicas into one zone, which then takes the whole service down with it.",howToFix:"Add `topologySpreadConstraints` over `topology.kubernetes.io/zone`, with the labels of the pod.",references:["https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/"],peers:{polaris:["topologySpreadConstraint"],kyverno:["topologyspreadconstraints-policy"]},options:{minReplicas:{default:2,description:"From how many replicas on."}},bad:[{title:"three replicas, perhaps in one zone",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: web # \u2716 Deployment "web" has 3 replicas and no topologySpreadConstraints
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
`}],good:[{title:"spread",yaml:`apiVersion: apps/v1
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
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              app: web
      containers:
        - name: app
          image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Require budgets that let go of pods which never became ready.",why:"By default a PodDisruptionBudget guards running pods that are not ready, too, once too few are healthy: a node with a crashing pod cannot be drained until somebody repairs it.",howToFix:"Set `unhealthyPodEvictionPolicy: AlwaysAllow`.",references:["https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy"],peers:{"kube-linter":["pdb-unhealthy-pod-eviction-policy"]},fixable:"unsafe",bad:[{title:"the default",yaml:`apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web # \u2716 PodDisruptionBudget "web" protects pods that are not ready from eviction
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: web
`}],good:[{title:"unhealthy pods may go",yaml:`apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  maxUnavailable: 1
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      app: web
`}]},{since:"0.1.0",summary:"Allow some access modes of volumes only.",why:"A volume that several nodes write to needs a file system made for it; where the cluster has none, the claim stays pending, or the data are damaged.",howToFix:"Choose an access mode that is allowed.",references:["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes"],peers:{kubesec:["VolumeClaimAccessModeReadWriteOnce"],kics:["Incorrect Volume Claim Access Mode ReadWriteOnce"],kyverno:["enforce-readwriteonce-pod"]},options:{allow:{default:["ReadWriteOnce","ReadWriteOncePod"],description:"The modes that are fine."}},bad:[{title:"many writers",yaml:`apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
spec:
  serviceName: db
  selector:
    matchLabels:
      app: db
  template:
    metadata:
      labels:
        app: db
    spec:
      containers:
        - name: db
          image: example.com/db:1.0
  volumeClaimTemplates:
    - metadata:
        name: data
      spec:
        accessModes: [ReadWriteMany] # \u2716 Access mode "ReadWriteMany" is not allowed, must be "ReadWriteOnce" or "ReadWriteOncePod"
        resources:
          requests:
            storage: 1Gi
`}],good:[{title:"one node",yaml:`apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
spec:
  serviceName: db
  selector:
    matchLabels:
      app: db
  template:
    metadata:
      labels:
        app: db
    spec:
      containers:
        - name: db
          image: example.com/db:1.0
  volumeClaimTemplates:
    - metadata:
        name: data
      spec:
        accessModes: [ReadWriteOnce]
        resources:
          requests:
            storage: 1Gi
`}]},{since:"0.1.0",summary:"Allow requests and limits within a range only.",why:"A container that asks for more than any node has stays pending, and one that asks for a trifle by mistake is killed: a team knows which amounts make sense for it.",howToFix:"Choose an amount within the range, or ask for an exception.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{"kube-linter":["cpu-requirements","memory-requirements"],kubescape:["C-0004","C-0050"],kubeaudit:["LimitsCPUExceeded","LimitsMemoryExceeded"],gatekeeper:["containerlimits","containerrequests"]},options:{resource:{default:"memory",description:"Such as memory, cpu or ephemeral-storage."},in:{default:["requests","limits"],description:"Where the amount is looked for."},min:{default:"",format:"quantity",description:"The least: an amount such as 64Mi; empty for no bound."},max:{default:"",format:"quantity",description:"The most."}},bad:[{title:"more than there may be",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      resources:
        limits:
          memory: 8Gi # \u2716 Container "app" has a memory limit of 8Gi, must be at most 4Gi
`}],good:[{title:"within",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      resources:
        limits:
          memory: 2Gi
`}]},{since:"0.1.0",summary:"Disallow CPU limits.",why:"The kernel stops a container that has used up its share of a tenth of a second, also when the rest of the node is idle: requests get slow, and nobody sees why. The request already guards the neighbors.",howToFix:"Delete `limits.cpu`, and keep `requests.cpu`. Teams that want every node to be predictable choose `require-cpu-limit` instead.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{datree:["EKS_INVALID_CPU_LIMIT"],kyverno:["forbid-cpu-limits"],semgrep:["no-fractional-cpu-limits"]},fixable:"unsafe",options:{onlyFractional:{default:!1,description:"Only limits that are a fraction of a core."}},bad:[{title:"a limit",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      resources:
        limits:
          cpu: 500m # \u2716 Container "app" is held back by a CPU limit of 500m
          memory: 128Mi
`}],good:[{title:"only a request",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      resources:
        requests:
          cpu: 500m
        limits:
          memory: 128Mi
`}]},{since:"0.1.0",summary:"Disallow limits that are many times the request.",why:"The scheduler counts requests alone: when the containers of a node use what their limits allow, there is not enough for all.",howToFix:"Raise the request, or lower the limit.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{gatekeeper:["containerresourceratios"],kyverno:["enforce-resources-as-ratio"]},options:{maxRatio:{default:4,description:"How many times the request the limit may be."},resources:{default:["cpu","memory"],description:"The resources that are compared."}},bad:[{title:"sixteen times",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      resources:
        requests:
          memory: 64Mi
        limits:
          memory: 1Gi # \u2716 Container "app" has a memory limit of 1Gi, more than 4 times its request of 64Mi
`}],good:[{title:"twice",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      resources:
        requests:
          memory: 64Mi
        limits:
          memory: 128Mi
`}]},{since:"0.1.0",summary:"Require a CPU limit on every container that stays.",why:"Without one a container may use all of its node that nobody else asked for, and how fast it is depends on who its neighbors are. Many teams set none on purpose: a limit slows programs down while the node is idle.",howToFix:"Set `resources.limits.cpu`, or choose `no-cpu-limit` in place of this rule.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{"kube-score":["container-resources"],polaris:["cpuLimitsMissing"],trivy:["KSV-0011"],checkov:["CKV_K8S_11"],kubescape:["C-0009","C-0050","C-0270"],kubesec:["LimitsCPU"],datree:["CONTAINERS_MISSING_CPU_LIMIT_KEY"],popeye:["107"],kics:["CPU Limits Not Set"],sonar:["S6869"],kyverno:["require-cpu-limits"]},options:{initContainers:{default:!1,description:"Whether init containers need one, too."}},bad:[{title:"only a request",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      resources: # \u2716 Container "app" sets no CPU limit
        requests:
          cpu: 100m
`}],good:[{title:"a limit",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      resources:
        limits:
          cpu: '1'
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
`}]},{since:"0.1.0",summary:"Require a size limit on emptyDir volumes.",why:"Such a volume may fill the disk of its node, or its memory where the medium is Memory, and then other pods are evicted for it.",howToFix:"Set `sizeLimit`: the pod alone is evicted when it writes more.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#emptydir"],peers:{kyverno:["require-emptydir-requests-limits"]},options:{onlyMemory:{default:!1,description:"Only volumes in memory."}},bad:[{title:"as large as the disk",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: cache # \u2716 Volume "cache" may fill its node: emptyDir sets no sizeLimit
      emptyDir: {}
  containers:
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"at most a gigabyte",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: cache
      emptyDir:
        sizeLimit: 1Gi
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Require containers to say how much of the disk they use.",why:"Logs, caches and files in the container fill the disk of the node; then the kubelet evicts pods, first those that use more than they asked for.",howToFix:"Set `ephemeral-storage` in `resources.requests` and `resources.limits`.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#local-ephemeral-storage"],peers:{"kube-score":["container-ephemeral-storage-request-and-limit"],sonar:["S6870","S6897"],gatekeeper:["ephemeralstoragelimit"]},options:{request:{default:!0,description:"Whether a request is wanted; a limit counts as one."},limit:{default:!0,description:"Whether a limit is wanted."}},bad:[{title:"only memory",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      resources:
        limits: # \u2716 Container "app" sets no ephemeral-storage limit
          memory: 128Mi
`}],good:[{title:"a limit, which is the request as well",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      resources:
        limits:
          ephemeral-storage: 1Gi
`}]},{since:"0.1.0",summary:"Require requests that equal the limits.",why:"Memory between request and limit is promised, but not kept free: when pods on a node ask for it together, the kernel kills some of them.",howToFix:"Set the request to the limit. When all requests and limits of a pod are equal, it is of the class Guaranteed, and evicted last.",references:["https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/"],peers:{"kube-score":["container-resource-requests-equal-limits","container-cpu-requests-equal-limits","container-memory-requests-equal-limits","container-ephemeral-storage-request-equals-limit"],datree:["EKS_INVALID_MEMORY_REQUEST_LIMIT"],kics:["Container Memory Requests Not Equal Limits","Container CPU Requests Not Equal Limits","Container Requests Not Equal Limits"],kyverno:["memory-requests-equal-limits","require-qos-guaranteed"]},fixable:"unsafe",options:{resources:{default:["memory"],description:"The resources that have to be equal: memory, cpu, ephemeral-storage."},requireBoth:{default:!1,description:"Also of a container that sets neither."}},bad:[{title:"half of it",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      resources:
        requests:
          memory: 64Mi # \u2716 Container "app" requests 64Mi of memory, its limit is 128Mi
        limits:
          memory: 128Mi
`}],good:[{title:"the same amount, and a request that is taken from the limit",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      resources:
        requests:
          memory: 1024Mi
        limits:
          memory: 1Gi
    - name: proxy
      image: example.com/proxy:1.0
      resources:
        limits:
          memory: 64Mi
`}]},{since:"0.1.0",summary:"Require LimitRanges that bound containers and fill in what they leave out.",why:"A LimitRange with only a maximum refuses containers that set no limit, and one with only defaults lets anybody ask for everything.",howToFix:"Set `default`, `defaultRequest`, `min` and `max` for the type Container.",references:["https://kubernetes.io/docs/concepts/policy/limit-range/"],peers:{trivy:["KSV-0039"]},options:{fields:{default:["default","defaultRequest","max","min"],description:"What an item of type Container has to set."}},bad:[{title:"only a maximum",yaml:`apiVersion: v1
kind: LimitRange
metadata:
  name: sizes
spec:
  limits:
    - type: Container # \u2716 LimitRange "sizes" sets no default, defaultRequest, min for containers
      max:
        memory: 1Gi
`}],good:[{title:"all of them",yaml:`apiVersion: v1
kind: LimitRange
metadata:
  name: sizes
spec:
  limits:
    - type: Container
      default:
        memory: 256Mi
      defaultRequest:
        memory: 128Mi
      max:
        memory: 1Gi
      min:
        memory: 16Mi
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
`}]},{since:"0.1.0",summary:"Require ResourceQuotas that bound CPU and memory, requests and limits.",why:"A quota for some of them leaves a way around it: with limits alone, pods that request nothing pile up on the nodes.",howToFix:"Add what is missing to `hard`. Quotas that only count objects are left alone.",references:["https://kubernetes.io/docs/concepts/policy/resource-quotas/"],peers:{trivy:["KSV-0040"],kyverno:["add-ns-quota"]},options:{resources:{default:["requests.cpu","requests.memory","limits.cpu","limits.memory"],description:"What `hard` has to bound."}},bad:[{title:"only requests",yaml:`apiVersion: v1
kind: ResourceQuota
metadata:
  name: team
spec:
  hard: # \u2716 ResourceQuota "team" does not bound limits.cpu, limits.memory
    requests.cpu: '10'
    requests.memory: 20Gi
`}],good:[{title:"all of them, or a count",yaml:`apiVersion: v1
kind: ResourceQuota
metadata:
  name: team
spec:
  hard:
    cpu: '10'
    memory: 20Gi
    limits.cpu: '20'
    limits.memory: 40Gi
---
apiVersion: v1
kind: ResourceQuota
metadata:
  name: count
spec:
  hard:
    pods: '50'
`}]},{since:"0.1.0",summary:"Require limits for CPU and memory on the containers of a sandbox for agents.",why:"Code that nobody has read can take all of a node, on purpose or not, and what runs beside it goes without.",howToFix:"Set `resources.limits.cpu` and `resources.limits.memory`; the options say how much a sandbox may have.",references:["https://agent-sandbox.sigs.k8s.io/","https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{kubescape:["C-0303"]},options:{maxCpu:{default:"",format:"quantity",description:"The highest limit for CPU; empty for any."},maxMemory:{default:"",format:"quantity",description:"The highest limit for memory; empty for any."}},bad:[{title:"only one limit, and that one too high",yaml:`apiVersion: extensions.agents.x-k8s.io/v1beta1
kind: SandboxTemplate
metadata:
  name: python
spec:
  podTemplate:
    spec:
      containers:
        - name: python
          image: example.com/python:3.13
          resources:
            limits: # \u2716 Container "python" of SandboxTemplate "python" sets no CPU limit
              memory: 64Gi # \u2716 Container "python" of SandboxTemplate "python" has a memory limit of 64Gi, must be at most 4Gi
`}],good:[{title:"both",yaml:`apiVersion: extensions.agents.x-k8s.io/v1beta1
kind: SandboxTemplate
metadata:
  name: python
spec:
  podTemplate:
    spec:
      containers:
        - name: python
          image: example.com/python:3.13
          resources:
            limits:
              cpu: "1"
              memory: 1Gi
`}]},{since:"0.1.0",summary:"Allow some capabilities only.",why:"Each capability is a part of what root may do: a team knows which of them its programs need.",howToFix:"Delete the capability, or ask for it to be allowed.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-capabilities-for-a-container"],peers:{gatekeeper:["capabilities"],kyverno:["restrict-adding-capabilities"]},options:{allow:{default:[],description:"Names such as NET_BIND_SERVICE."}},bad:[{title:"one that is not on the list",yaml:`apiVersion: v1
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
            - NET_RAW # \u2716 Capability "NET_RAW" is not allowed
`}],good:[{title:"on the list",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Allow some paths of the node only.",why:"A volume of the node gives the pod what everybody else on that node has there.",howToFix:"Use another volume, or one of the paths that are allowed.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{kyverno:["ensure-readonly-hostpath","limit-hostpath-vols","limit-hostpath-type-pv"],gatekeeper:["host-filesystem"]},options:{allow:{default:[],description:"Paths, with all below them: `/var/log`."},readOnly:{default:!1,description:"Whether they may only be mounted with `readOnly: true`."}},bad:[{title:"a path that is not on the list",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: logs
      hostPath:
        path: /var/log/pods
    - name: logins
      hostPath:
        path: /var/logins # \u2716 Path "/var/logins" of the node is not allowed
  containers:
    - name: app
      image: example.com/app:1.0
      volumeMounts:
        - name: logs
          mountPath: /logs # \u2716 Container "app" mounts "/var/log/pods" of the node without readOnly
`}],good:[{title:"on the list",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: logs
      hostPath:
        path: /var/log/pods
  containers:
    - name: app
      image: example.com/app:1.0
      volumeMounts:
        - name: logs
          mountPath: /logs
          readOnly: true
`}]},{since:"0.1.0",summary:"Allow images from some registries only.",why:"An image from anywhere is a program of anybody: where only some registries are allowed, their scans and access rights hold for all that runs.",howToFix:"Copy the image to a registry that is allowed, and name it from there.",references:["https://kubernetes.io/docs/concepts/containers/images/"],peers:{trivy:["KSV-0125","KSV-0032","KSV-0033","KSV-0034","KSV-0035"],kubescape:["C-0001","C-0078","C-0304"],popeye:["113"],gatekeeper:["allowedrepos","allowedreposv2","disallowedrepos"],kyverno:["restrict-image-registries","allowed-image-repos","advanced-restrict-image-registries"]},options:{allow:{default:[],description:"Registries, with the beginning of a path or without: `registry.example.com`, `ghcr.io/acme`, `*.dkr.ecr.eu-west-1.amazonaws.com`. An image without a registry is of `docker.io`, and one without a path of `docker.io/library`."},forbid:{default:[],description:"Registries that are not allowed, written in the same way."}},bad:[{title:"from anywhere",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29.3 # \u2716 Image "nginx:1.29.3" is from docker.io/library, which is not allowed
    - name: tool
      image: ghcr.io/acme-inc/tool:1.0 # \u2716 Image "ghcr.io/acme-inc/tool:1.0" is from ghcr.io/acme-inc, which is not allowed
`}],good:[{title:"from the list",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/nginx:1.29.3
    - name: tool
      image: ghcr.io/acme/tool:1.0
    - name: other
      image: eu.example.org/a/b:1.0
`}]},{since:"0.1.0",summary:"Disallow capabilities but NET_BIND_SERVICE.",why:"Even those that container runtimes give by default are powers of root: to read any file of the container, to become any user, to make devices.",howToFix:"Delete what the program does not need. What has to change owners can often do so in an init container, or through `fsGroup`.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted","https://man7.org/linux/man-pages/man7/capabilities.7.html"],peers:{trivy:["KSV-0022","KSV-0106"],checkov:["CKV_K8S_25"],kubescape:["C-0211"],kubeaudit:["CapabilityAdded"],sonar:["S5849"],"pod-security-admission":["capabilities_restricted"],kyverno:["disallow-capabilities-strict"]},fixable:"unsafe",options:{allow:{default:[],description:"Capabilities that may be added all the same: `CHOWN`."}},bad:[{title:"more than the level restricted allows",yaml:`apiVersion: v1
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
          add:
            - NET_BIND_SERVICE
            - CHOWN # \u2716 Container "app" adds the capability "CHOWN"
`}],good:[{title:"ports below 1024",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Disallow roles that can change webhooks and admission policies.",why:"A mutating webhook sees and changes every object that it asks for, Secrets too; without the validating ones no policy holds any more.",howToFix:"Name the configurations in `resourceNames`. A program that fills in its own `caBundle` needs `get`, `update` or `patch` of that one alone.",references:["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#control-admission-webhooks"],peers:{trivy:["KSV-0114"],checkov:["CKV_K8S_155"],kubescape:["C-0281"],kyverno:["restrict-clusterrole-mutating-validating-admission-webhooks"]},bad:[{title:"all webhooks",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: operator
rules:
  - apiGroups: [admissionregistration.k8s.io]
    resources: [mutatingwebhookconfigurations] # \u2716 ClusterRole "operator" can change admission control
    verbs: [get, patch]
`}],good:[{title:"its own one",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: operator
rules:
  - apiGroups: [admissionregistration.k8s.io]
    resources: [mutatingwebhookconfigurations]
    resourceNames: [shop-operator]
    verbs: [get, patch]
`}]},{since:"0.1.0",summary:"Disallow annotations of ingress-nginx that break out of their value.",why:"Before 1.11.5 and 1.12.1, ingress-nginx writes these values into its configuration as they are. A quote, a brace or a line break begins configuration of its own, which runs code in the controller (CVE-2025-24514, CVE-2025-1097, CVE-2025-1098).",howToFix:"Write a plain URL, host or name, and update the controller.",references:["https://kubernetes.io/blog/2025/03/24/ingress-nginx-cve-2025-1974/","https://github.com/kubernetes/kubernetes/issues/131006"],peers:{trivy:["KCV-0093"]},bad:[{title:"a brace that ends the block around the URL",yaml:`apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    nginx.ingress.kubernetes.io/auth-url: "http://example.com/#;}}} ssl_engine /proc/1/fd/9;" # \u2716 "nginx.ingress.kubernetes.io/auth-url" holds ";", which begins configuration of its own
spec:
  ingressClassName: nginx
  defaultBackend:
    service:
      name: web
      port:
        number: 80
`}],good:[{title:"a URL with variables of nginx, a pattern for names",yaml:`apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    nginx.ingress.kubernetes.io/auth-url: https://$host/oauth2/auth?rd=$scheme://$host$escaped_request_uri
    nginx.ingress.kubernetes.io/auth-tls-match-cn: CN=(web|api)
spec:
  ingressClassName: nginx
  defaultBackend:
    service:
      name: web
      port:
        number: 80
`}]},{since:"0.1.0",summary:"Disallow bindings for anonymous users.",why:"Everybody who reaches the API server has the role then: without a login, from wherever it can be reached.",howToFix:"Bind the role to a group, user or service account that you know. What everybody may know, the roles `system:public-info-viewer` and `system:discovery` show already.",references:["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#discovery-roles","https://kubernetes.io/docs/concepts/security/rbac-good-practices/#hardening"],peers:{trivy:["KSV-0122"],kubescape:["C-0262"],kubesec:["BindingsToSystemAnonymous"],gatekeeper:["disallowanonymous"],kyverno:["restrict-binding-system-groups"]},options:{roles:{default:["system:basic-user","system:discovery","system:public-info-viewer","system:service-account-issuer-discovery"],description:"Roles that everybody may have."}},bad:[{title:"a role for whoever comes along",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: dashboard
subjects:
  - kind: User
    name: system:anonymous # \u2716 ClusterRoleBinding "dashboard" gives "view" to everybody, even without a login
    apiGroup: rbac.authorization.k8s.io
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
`}],good:[{title:"the keys by which tokens are checked, and a group of people",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: issuer-discovery
subjects:
  - kind: Group
    name: system:unauthenticated
    apiGroup: rbac.authorization.k8s.io
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: system:service-account-issuer-discovery
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: dashboard
subjects:
  - kind: Group
    name: developers
    apiGroup: rbac.authorization.k8s.io
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
`}]},{since:"0.1.0",summary:"Disallow bindings for everybody who is logged in.",why:"Every user and every service account has the role then, so whoever breaks into any pod, and on some clouds whoever has an account of the provider.",howToFix:"Bind the role to a group, user or service account that you know. What everybody may know, the roles `system:public-info-viewer` and `system:discovery` show already.",references:["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#discovery-roles","https://kubernetes.io/docs/concepts/security/rbac-good-practices/#hardening"],peers:{trivy:["KSV-01011"],kubescape:["C-0265"]},options:{roles:{default:["system:basic-user","system:discovery","system:public-info-viewer","system:service-account-issuer-discovery"],description:"Roles that everybody may have."}},bad:[{title:"a role for whoever has a login",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: dashboard
subjects:
  - kind: Group
    name: system:authenticated # \u2716 ClusterRoleBinding "dashboard" gives "view" to every user and every service account
    apiGroup: rbac.authorization.k8s.io
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
`}],good:[{title:"the keys by which tokens are checked, and a group of people",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: issuer-discovery
subjects:
  - kind: Group
    name: system:authenticated
    apiGroup: rbac.authorization.k8s.io
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: system:service-account-issuer-discovery
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: dashboard
subjects:
  - kind: Group
    name: developers
    apiGroup: rbac.authorization.k8s.io
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
`}]},{since:"0.1.0",summary:"Disallow pods that carry the token of their service account without need.",why:"The token is in a file of every container. Whoever breaks into one of them can talk to the API server with it.",howToFix:"Set `automountServiceAccountToken: false` in the pod, or in the ServiceAccount for all of its pods. Where a program needs the token, and the bindings of its account are not among the linted files, write `# podlint-ignore no-automounted-token`.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting"],peers:{polaris:["automountServiceAccountToken"],trivy:["KSV-0036"],checkov:["CKV_K8S_38"],kubescape:["C-0034","C-0190","C-0261"],kubesec:["AutomountServiceAccountToken"],popeye:["301","303"],kics:["Service Account Token Automount Not Disabled"],datree:["SRVACC_INCORRECT_AUTOMOUNTSERVICEACCOUNTTOKEN_VALUE"],sonar:["S6865"],monokle:["KBP106"],gatekeeper:["automount-serviceaccount-token"],kyverno:["restrict-automount-sa-token","restrict-sa-automount-sa-token"]},fixable:"unsafe",options:{always:{default:!1,description:"Also where a binding among the files gives the account a role."}},bad:[{title:"a token that nobody asked for",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec: # \u2716 The pod carries the token of service account "web"
  serviceAccountName: web
  containers:
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"none, and one of an account that has a role",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  automountServiceAccountToken: false
  containers:
    - name: app
      image: example.com/app:1.0
---
apiVersion: v1
kind: Pod
metadata:
  name: operator
spec:
  serviceAccountName: operator
  containers:
    - name: app
      image: example.com/app:1.0
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: operator
subjects:
  - kind: ServiceAccount
    name: operator
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: operator
`}]},{since:"0.1.0",summary:"Disallow roles that can approve certificate signing requests.",why:"A certificate for the group system:masters cannot be denied anything, nor revoked. Whoever may approve requests can get it.",howToFix:"Name the signers that are meant in `resourceNames` of the resource `signers`, and let the controller of Kubernetes approve the certificates of kubelets.",references:["https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/#authorization","https://kubernetes.io/docs/concepts/security/rbac-good-practices/#csrs-and-certificate-issuing"],peers:{checkov:["CKV_K8S_156"],kubescape:["C-0280"],kyverno:["restrict-clusterrole-csr"]},bad:[{title:"every request may be approved",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: approver
rules:
  - apiGroups: [certificates.k8s.io]
    resources: [certificatesigningrequests/approval] # \u2716 ClusterRole "approver" can approve certificates
    verbs: [update]
`}],good:[{title:"requests only",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: requester
rules:
  - apiGroups: [certificates.k8s.io]
    resources: [certificatesigningrequests]
    verbs: [create, get, watch]
`}]},{since:"0.1.0",summary:"Disallow URLs without encryption to other hosts.",why:"What is sent over HTTP, FTP or Telnet can be read and changed by everybody on the way, passwords included.",howToFix:"Write `https://`, or the like. Within the cluster a service mesh may encrypt: such hosts can be allowed.",references:["https://cwe.mitre.org/data/definitions/319.html"],peers:{sonar:["S5332"]},options:{allow:{default:["localhost","localhost.localdomain"],description:"Hosts that may be called, and ends of names: `.svc.cluster.local`."}},bad:[{title:"in a variable and in an argument",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      args: [--registry, "http://registry.example.com"] # \u2716 "http://registry.example.com" is not encrypted
      env:
        - name: UPLOADS
          value: ftp://files.example.com/in # \u2716 "ftp://files.example.com/in" is not encrypted
`}],good:[{title:"the container itself, services of the cluster, and an encrypted one",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      env:
        - name: SELF
          value: http://127.0.0.1:8080
        - name: API
          value: http://api.shop
        - name: REGISTRY
          value: https://registry.example.com
`}]},{since:"0.1.0",summary:"Disallow programs that are cluster-admin.",why:"A program that may do everything hands the cluster to whoever breaks into it.",howToFix:"Give the service account a role with what the program does. Of users and groups of people, no-cluster-admin-user speaks.",references:["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles","https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege"],peers:{"kube-linter":["cluster-admin-role-binding"],polaris:["clusterrolebindingClusterAdmin","rolebindingClusterAdminClusterRole"],trivy:["KSV-0111"],kubescape:["C-0035","C-0185"],datree:["CIS_INVALID_ROLE_CLUSTER_ADMIN"],kics:["Cluster Admin Rolebinding With Superuser Permissions"],kyverno:["restrict-binding-clusteradmin"]},options:{roles:{default:["cluster-admin"],description:"ClusterRoles that nobody should be bound to, such as `admin` and `edit`."}},bad:[{title:"an account that may do everything everywhere, and all accounts of a namespace",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: ci
subjects:
  - kind: ServiceAccount
    name: ci
    namespace: tools
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin # \u2716 ClusterRoleBinding "ci" binds cluster-admin in the whole cluster
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: tools
  namespace: shop
subjects:
  - kind: Group
    name: system:serviceaccounts:tools
    apiGroup: rbac.authorization.k8s.io
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin # \u2716 RoleBinding "tools" binds cluster-admin in its namespace
`}],good:[{title:"a role that lists what it allows, and the binding that every cluster has",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: ci
subjects:
  - kind: ServiceAccount
    name: ci
    namespace: tools
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: deployer
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: cluster-admin
  labels:
    kubernetes.io/bootstrapping: rbac-defaults
subjects:
  - kind: Group
    name: system:masters
    apiGroup: rbac.authorization.k8s.io
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
`}]},{since:"0.1.0",summary:"Disallow users and groups that are cluster-admin.",why:"Whoever gets at the key of one of them has the cluster, and a slip of the hand deletes what nobody meant.",howToFix:"Give people roles with what they do, such as `edit` in their namespaces. Bind cluster-admin where they need it in an emergency, outside of what is deployed every day.",references:["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles","https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege"],peers:{"kube-linter":["cluster-admin-role-binding"],polaris:["clusterrolebindingClusterAdmin","rolebindingClusterAdminClusterRole"],trivy:["KSV-0111"],kubescape:["C-0035","C-0185"],datree:["CIS_INVALID_ROLE_CLUSTER_ADMIN"],kics:["Cluster Admin Rolebinding With Superuser Permissions"],kyverno:["restrict-binding-clusteradmin"]},options:{roles:{default:["cluster-admin"],description:"ClusterRoles that nobody should be bound to, such as `admin` and `edit`."}},bad:[{title:"a group that may do everything in one namespace",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: developers
  namespace: shop
subjects:
  - kind: Group
    name: developers
    apiGroup: rbac.authorization.k8s.io
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin # \u2716 RoleBinding "developers" binds cluster-admin in its namespace
`}],good:[{title:"a service account, of which no-cluster-admin-binding speaks, and the binding that every cluster has",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: ci
subjects:
  - kind: ServiceAccount
    name: ci
    namespace: tools
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: cluster-admin
  labels:
    kubernetes.io/bootstrapping: rbac-defaults
subjects:
  - kind: Group
    name: system:masters
    apiGroup: rbac.authorization.k8s.io
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
`}]},{since:"0.1.0",summary:"Disallow roles that can change all ConfigMaps, or those on which the cluster depends.",why:'The ConfigMap "coredns" decides where every name in the cluster leads, and "aws-auth" who is an administrator; the others configure whatever runs beside.',howToFix:"Name the ConfigMaps that are meant in `resourceNames`, and give `create` a rule of its own.",references:["https://kubernetes.io/docs/concepts/security/rbac-good-practices/","https://coredns.io/manual/configuration/"],peers:{trivy:["KSV-0049","KSV-0115"],kubescape:["C-0037"]},options:{names:{default:["coredns","aws-auth"],description:"ConfigMaps that nobody should be allowed to change by name either."}},bad:[{title:"all of them, and the one of CoreDNS",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: editor
rules:
  - apiGroups: [""]
    resources: [configmaps] # \u2716 Role "editor" can change all ConfigMaps
    verbs: [get, update]
  - apiGroups: [""]
    resources: [configmaps]
    resourceNames: [coredns] # \u2716 Role "editor" can change the ConfigMap "coredns"
    verbs: [update]
`}],good:[{title:"one of its own, reading, and making new ones",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: editor
rules:
  - apiGroups: [""]
    resources: [configmaps]
    resourceNames: [leader]
    verbs: [update]
  - apiGroups: [""]
    resources: [configmaps]
    verbs: [get, create]
`}]},{since:"0.1.0",summary:"Disallow capabilities beyond those that the baseline of the Pod Security Standards allows.",why:"Most of them reach out of the container: SYS_ADMIN and ALL are as good as root on the node, NET_ADMIN and NET_RAW let it rewrite or forge network traffic.",howToFix:"Delete what the program does not need. For a port below 1024, NET_BIND_SERVICE is enough.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline","https://man7.org/linux/man-pages/man7/capabilities.7.html"],peers:{polaris:["dangerousCapabilities"],trivy:["KSV-0005","KSV-0022","KSV-0106","KSV-0120"],checkov:["CKV_K8S_25","CKV_K8S_39"],kubescape:["C-0046"],kubesec:["CapSysAdmin"],"pod-security-admission":["capabilities_baseline","capabilities_restricted"],datree:["CONTAINERS_INVALID_CAPABILITIES_VALUE","EKS_INVALID_CAPABILITIES_EKS"],kyverno:["disallow-capabilities","service-mesh-disallow-capabilities"]},fixable:"unsafe",options:{allow:{default:[],description:"Capabilities that may be added all the same, without `CAP_`: `IPC_LOCK`."}},bad:[{title:"more than the baseline",yaml:`apiVersion: v1
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
            - CAP_CHOWN # \u2716 Container "app" adds the capability "CAP_CHOWN"; its name is "CHOWN"
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
`}]},{since:"0.1.0",summary:"Disallow the Kubernetes Dashboard, and other pods with its service account.",why:"The Dashboard is a page from which one can do whatever its service account may. It has been the door into clusters again and again, and is not maintained any more since 2026.",howToFix:"Use `kubectl`, or a program that runs on your own computer with your own rights, such as Headlamp.",references:["https://kubernetes.io/docs/tasks/access-application-cluster/web-ui-dashboard/"],peers:{checkov:["CKV_K8S_33"],kubescape:["C-0014"],kics:["Dashboard Is Enabled"]},bad:[{title:"the Dashboard, and a pod that borrows its account",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: dashboard
spec:
  containers:
    - name: app
      image: kubernetesui/dashboard:v2.7.0 # \u2716 Container "app" is the Kubernetes Dashboard
`}],good:[{title:"the dashboard of something else",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/sales-dashboard:1.0
`}]},{since:"0.1.0",summary:"Disallow volumes with the data of Secrets, ConfigMaps or PersistentVolumeClaims.",why:"An inventory for reviews: it lists what each workload can read.",howToFix:"Switch it on to learn who reads what; it is not meant to be silent.",references:["https://kubernetes.io/docs/concepts/storage/volumes/"],peers:{kubescape:["C-0255","C-0257","C-0258"]},options:{kinds:{default:["Secret","ConfigMap","PersistentVolumeClaim"],description:"What is listed."}},bad:[{title:"a Secret",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
  volumes:
    - name: database
      secret:
        secretName: database # \u2716 The pod reads the Secret "database"
`}],good:[{title:"no data of anybody",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
  volumes:
    - name: cache
      emptyDir: {}
`}]},{since:"0.1.0",summary:"Disallow variables that switch on a debugger.",why:"What they switch on is made for the desk of a developer: it shows the source and the environment to whoever provokes an error, and some run any code that is sent to them.",howToFix:"Delete the variable here, and set it where you develop.",references:["https://flask.palletsprojects.com/en/stable/debugging/","https://nodejs.org/en/learn/getting-started/debugging"],peers:{semgrep:["flask-debugging-enabled"]},bad:[{title:"the debugger of Flask",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      env:
        - name: FLASK_DEBUG
          value: "1" # \u2716 FLASK_DEBUG of container "app" switches on a debugger
`}],good:[{title:"switched off, and a level of logging",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      env:
        - name: FLASK_DEBUG
          value: "0"
        - name: LOG_LEVEL
          value: debug
`}]},{since:"0.1.0",summary:'Disallow roles for the service account "default".',why:"Every pod of the namespace that names no account runs as that one, so all of them have the role, and whoever breaks into any.",howToFix:"Give the program a ServiceAccount of its own, name it in `serviceAccountName`, and bind the role to that.",references:["https://kubernetes.io/docs/concepts/security/service-accounts/#default-service-accounts"],peers:{checkov:["CKV_K8S_42"],kubescape:["C-0225","C-0239"],kics:["Role Binding To Default Service Account"]},bad:[{title:"a role for all pods of a namespace",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: shop
  namespace: shop
subjects:
  - kind: ServiceAccount
    name: default # \u2716 RoleBinding "shop" gives "reader" to the service account "default"
    namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: reader
`}],good:[{title:"an account of its own",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: shop
  namespace: shop
subjects:
  - kind: ServiceAccount
    name: shop
    namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: reader
`}]},{since:"0.1.0",summary:'Disallow a service account "default" that gives its token to pods.',why:"Every pod of the namespace that names no account gets it, whether it talks to the API server or not.",howToFix:"Set `automountServiceAccountToken: false`, and give programs that need a token a ServiceAccount of their own.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting"],peers:{checkov:["CKV_K8S_41"],kubescape:["C-0189","C-0225"],kics:["Default Service Account In Use"],datree:["CIS_INVALID_VALUE_AUTOMOUNTSERVICEACCOUNTTOKEN"]},fixable:"unsafe",bad:[{title:"a token for all pods",yaml:`apiVersion: v1
kind: ServiceAccount
metadata:
  name: default # \u2716 The service account "default" gives its token to pods
  namespace: shop
`}],good:[{title:"no token",yaml:`apiVersion: v1
kind: ServiceAccount
metadata:
  name: default
  namespace: shop
automountServiceAccountToken: false
`}]},{since:"0.1.0",summary:'Disallow pods that carry the token of the service account "default".',why:"All pods of a namespace share that account, so a permission that one of them is given is given to all, and to whoever breaks into any.",howToFix:"Set `automountServiceAccountToken: false` when the program does not talk to the API server; else give it a ServiceAccount of its own.",references:["https://kubernetes.io/docs/concepts/security/service-accounts/","https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/"],peers:{"kube-linter":["default-service-account"],polaris:["automountServiceAccountToken"],trivy:["KSV-0036"],checkov:["CKV_K8S_38"],kubescape:["C-0034","C-0190","C-0261"],kubesec:["ServiceAccountName","AutomountServiceAccountToken"],popeye:["300","308"],kyverno:["restrict-automount-sa-token"]},bad:[{title:"no service account named",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:'Disallow Argo Workflows that run as service account "default".',why:'Every step needs some permissions to report its result; given to "default", they are those of every pod in the namespace.',howToFix:"Make a ServiceAccount for workflows, and name it in `serviceAccountName`.",references:["https://argo-workflows.readthedocs.io/en/latest/service-accounts/"],peers:{datree:["ARGO_WORKFLOW_INCORRECT_SERVICE_ACCOUNT_NAME_VALUE_DEFAULT"]},bad:[{title:"none, and the default by its name",yaml:`apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  name: import
spec: # \u2716 Workflow "import" runs as service account "default"
  entrypoint: fetch
---
apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: export
spec:
  serviceAccountName: default # \u2716 WorkflowTemplate "export" runs as service account "default"
  entrypoint: fetch
`}],good:[{title:"its own",yaml:`apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  name: import
spec:
  serviceAccountName: importer
  entrypoint: fetch
`}]},{since:"0.1.0",summary:"Disallow roles that can escalate or bind roles.",why:"Kubernetes keeps everybody from granting more than they have. The verbs `escalate` and `bind` lift that: whoever has them on all roles can make themselves cluster-admin.",howToFix:"Name the roles that may be handed out in `resourceNames`, or give the subject what it hands out.",references:["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#privilege-escalation-prevention-and-bootstrapping","https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb"],peers:{trivy:["KSV-0050","KSV-0051","KSV-0052","KSV-0055"],checkov:["CKV_K8S_157","CKV_K8S_158","CKV2_K8S_1"],kubescape:["C-0191"],datree:["CIS_INVALID_VALUE_BIND_IMPERSONATE_ESCALATE"],kyverno:["restrict-escalation-verbs-roles"]},bad:[{title:"any ClusterRole may be bound",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: operator
rules:
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [clusterroles] # \u2716 ClusterRole "operator" can hand out permissions that it does not have
    verbs: [get, bind]
`}],good:[{title:"one role that may be bound",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: operator
rules:
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [clusterroles]
    resourceNames: [shop-viewer]
    verbs: [bind]
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [roles, rolebindings]
    verbs: [get, create, patch]
`}]},{since:"0.1.0",summary:"Disallow roles that can delete events.",why:"Events show what happened in a namespace and when; an attacker deletes them first.",howToFix:"Grant `create` and `patch`, which is what controllers need to record events. They go by themselves after an hour.",references:["https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/","https://kubernetes.io/docs/concepts/security/rbac-good-practices/"],peers:{trivy:["KSV-0042"],kubescape:["C-0031"]},bad:[{title:"events that may be deleted",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: recorder
rules:
  - apiGroups: [""]
    resources: [events] # \u2716 Role "recorder" can delete the traces of an attack
    verbs: [create, delete]
`}],good:[{title:"recording",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: recorder
rules:
  - apiGroups: [""]
    resources: [events]
    verbs: [create, patch]
`}]},{since:"0.1.0",summary:"Disallow pages for administrators that are reached from outside the cluster.",why:"Whoever finds them can run code: these programs are made for that, many of them without a login, and scanners look for them all day.",howToFix:"Leave the Service at type ClusterIP and use `kubectl port-forward`, or put a login and a list of addresses in front. What is meant to be reached goes into `allow`.",references:["https://kubernetes.io/docs/concepts/security/","https://attack.mitre.org/techniques/T1133/"],peers:{kubescape:["C-0021"]},options:{interfaces:{default:["argo-server","argocd-server","bentoml","jenkins","jupyterhub","kubeflow","kubernetes-dashboard","mlflow","nifi","ollama","phpmyadmin","pgadmin","prometheus","ray-dashboard","ray-head","seldon","tritonserver","vllm","weave-scope-app"],description:"Names of programs, as they stand in the name of the workload or of its image."},allow:{default:[],description:"Workloads that may be reached."}},bad:[{title:"a build server",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: jenkins # \u2716 Deployment "jenkins" runs "jenkins", which Service "jenkins" of type LoadBalancer makes reachable from outside
  namespace: shop
spec:
  selector:
    matchLabels:
      app: jenkins
  template:
    metadata:
      labels:
        app: jenkins
    spec:
      containers:
        - name: app
          image: jenkins/jenkins:2.516.3
---
apiVersion: v1
kind: Service
metadata:
  name: jenkins
  namespace: shop
spec:
  type: LoadBalancer
  selector:
    app: jenkins
  ports:
    - port: 80
`}],good:[{title:"reached from inside",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: jenkins
  namespace: shop
spec:
  selector:
    matchLabels:
      app: jenkins
  template:
    metadata:
      labels:
        app: jenkins
    spec:
      containers:
        - name: app
          image: jenkins/jenkins:2.516.3
---
apiVersion: v1
kind: Service
metadata:
  name: jenkins
  namespace: shop
spec:
  selector:
    app: jenkins
  ports:
    - port: 80
`}]},{since:"0.1.0",summary:"Disallow roles that allow everything.",why:"Whoever breaks into a program with such a role has the whole cluster, or its whole namespace, and the role shows nobody what the program needs.",howToFix:"List the API groups, resources and verbs that are used; the audit log, or a tool such as audit2rbac, tells which.",references:["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege"],peers:{"kube-linter":["wildcard-in-rules"],polaris:["clusterrolebindingClusterAdmin","rolebindingClusterAdminClusterRole","rolebindingClusterAdminRole"],trivy:["KSV-0044","KSV-0045","KSV-0046","KSV-0112"],checkov:["CKV_K8S_49"],kubescape:["C-0187"],datree:["CIS_INVALID_WILDCARD_ROLE"],sonar:["S6867"],kics:["RBAC Wildcard In Rule"],kyverno:["restrict-wildcard-resources","restrict-wildcard-verbs"],semgrep:["legacy-api-clusterrole-excessive-permissions"]},bad:[{title:"every verb on every resource",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: operator
rules:
  - apiGroups: ["*"]
    resources: ["*"] # \u2716 ClusterRole "operator" allows everything in the whole cluster
    verbs: ["*"]
`}],good:[{title:"all resources, to be read alone",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: auditor
rules:
  - apiGroups: ["*"]
    resources: ["*"]
    verbs: [get, list]
`}]},{since:"0.1.0",summary:"Disallow another program instead of git in git-sync.",why:"`GITSYNC_GIT` names the program that git-sync runs: whoever may set it runs what they like, with the keys of the repository.",howToFix:"Delete the variable. An image with another git has it in the path.",references:["https://github.com/kubernetes/git-sync#manual"],peers:{checkov:["CKV_K8S_159"]},fixable:"unsafe",bad:[{title:"a program of its own",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: sync
      image: registry.k8s.io/git-sync/git-sync:v4.4.0
      env:
        - name: GITSYNC_REPO
          value: https://example.com/repo.git
        - name: GITSYNC_GIT # \u2716 Container "sync" runs "/tmp/git" instead of git
          value: /tmp/git
`}],good:[{title:"git itself",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: sync
      image: registry.k8s.io/git-sync/git-sync:v4.4.0
      env:
        - name: GITSYNC_REPO
          value: https://example.com/repo.git
`}]},{since:"0.1.0",summary:"Disallow keys and tokens of known forms anywhere in an object.",why:"Annotations and custom resources are as readable as a ConfigMap. Whoever has the repository has the key.",howToFix:"Revoke it, put the new one into a Secret, and name that in its place.",references:["https://kubernetes.io/docs/concepts/security/secrets-good-practices/"],peers:{datree:["ALL_EXPOSED_SECRET_BITBUCKET","ALL_EXPOSED_SECRET_GCP","ALL_EXPOSED_SECRET_AWS","ALL_EXPOSED_SECRET_GITHUB","ALL_EXPOSED_SECRET_GITLAB","ALL_EXPOSED_SECRET_TERRAFORM","ALL_EXPOSED_SECRET_HEROKU","ALL_EXPOSED_SECRET_JWT","ALL_EXPOSED_SECRET_LAUNCHDARKLY","ALL_EXPOSED_SECRET_NEWRELIC","ALL_EXPOSED_SECRET_NPM","ALL_EXPOSED_SECRET_STRIPE","ALL_EXPOSED_SECRET_TWILIO","ALL_EXPOSED_SECRET_VAULT","ALL_EXPOSED_SECRET_PRIVATEKEY"],sonar:["S6418"],semgrep:["secrets-in-config-file"]},bad:[{title:"in an annotation and in a custom resource",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
  annotations:
    example.com/upload-key: AKIAQ3EGRT5ZJ7XWLM4P # \u2716 Service "web" holds an AWS access key
spec:
  selector:
    app: web
---
apiVersion: shop.example.com/v1
kind: Order
metadata:
  name: first
spec:
  key: AKIAQ3EGRT5ZJ7XWLM4P # \u2716 Order "first" holds an AWS access key
`}],good:[{title:"a Secret is the place for it",yaml:`apiVersion: v1
kind: Secret
metadata:
  name: upload
stringData:
  key: AKIAQ3EGRT5ZJ7XWLM4P
`}]},{since:"0.1.0",summary:"Disallow `hostAliases`.",why:"Names that only this pod knows lead it somewhere else than all others, past the DNS of the cluster: nobody who looks for the reason looks there.",howToFix:"Have the DNS know the name, or make a Service of type ExternalName.",references:["https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/"],peers:{trivy:["KSV-0007"],kubesec:["HostAliases"]},bad:[{title:"a name of its own",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostAliases: # \u2716 hostAliases adds entries to /etc/hosts of the pod
    - ip: 10.1.2.3
      hostnames: [db.example.com]
  containers:
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"names from the DNS",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Disallow pods in the node's network, process or IPC namespace.",why:"With `hostNetwork` a pod hears the traffic of the node and stands outside every NetworkPolicy; with `hostPID` it sees the environment of all processes, secrets included.",howToFix:"Delete the field. An agent that is there to watch or wire up the node needs it: say so with a podlint-ignore comment.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline"],peers:{"kube-linter":["host-ipc","host-network","host-pid"],polaris:["hostIPCSet","hostNetworkSet","hostPIDSet"],trivy:["KSV-0008","KSV-0009","KSV-0010"],checkov:["CKV_K8S_17","CKV_K8S_18","CKV_K8S_19"],kubescape:["C-0038","C-0041","C-0275","C-0276"],kubesec:["HostIPC","HostNetwork","HostPID"],"pod-security-admission":["hostNamespaces"],datree:["CONTAINERS_INCORRECT_HOSTIPC_VALUE_TRUE","CONTAINERS_INCORRECT_HOSTNETWORK_VALUE_TRUE","CONTAINERS_INCORRECT_HOSTPID_VALUE_TRUE"],kyverno:["disallow-host-namespaces"]},fixable:"unsafe",options:{allow:{default:[],description:"Fields that are fine: `hostNetwork`, `hostPID`, `hostIPC`."}},bad:[{title:"two namespaces of the node",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Disallow volumes that are directories of the node.",why:"The pod depends on what lies on that node and is bound to it, and what it may read or write there is the node's, not its own.",howToFix:"Use an `emptyDir` for scratch space, a PersistentVolumeClaim for data, a ConfigMap or Secret for files.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{polaris:["hostPathSet"],trivy:["KSV-0023"],kubescape:["C-0048"],"pod-security-admission":["hostPathVolumes","restrictedVolumes"],datree:["CONTAINERS_INCORRECT_KEY_HOSTPATH"],kyverno:["disallow-host-path"]},options:{allow:{default:[],description:"Directories that may be used, with all that is in them: `/var/log`."}},bad:[{title:"data on the node",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Disallow ports of the node.",why:"Two such pods cannot share a node, and what listens on an address of the node is reached past every Service and, with most network plugins, every NetworkPolicy.",howToFix:"Delete `hostPort` and put a Service in front of the pod: of type NodePort or LoadBalancer for what has to be reached from outside.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline","https://kubernetes.io/docs/concepts/configuration/overview/#services"],peers:{polaris:["hostPortSet"],trivy:["KSV-0024"],checkov:["CKV_K8S_26"],kubescape:["C-0044"],"pod-security-admission":["hostPorts"],datree:["CONTAINERS_INCORRECT_KEY_HOSTPORT"],kyverno:["disallow-host-ports"]},fixable:"unsafe",options:{allow:{default:[],description:'Ports of the node that may be taken: `["9100"]`.'}},bad:[{title:"a port of the node",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      ports:
        - containerPort: 8080
          hostPort: 80 # \u2716 Container "app" takes port 80 of the node
`}],good:[{title:"a port of the pod",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      ports:
        - containerPort: 8080
          hostPort: 0
`}]},{since:"0.1.0",summary:"Disallow roles that can impersonate users, groups or service accounts.",why:"Whoever may impersonate anybody is anybody: also a cluster administrator, or a member of system:masters, whom nothing is denied.",howToFix:"Name those who may be impersonated in `resourceNames`.",references:["https://kubernetes.io/docs/reference/access-authn-authz/authentication/#user-impersonation","https://kubernetes.io/docs/concepts/security/rbac-good-practices/#impersonate-verb"],peers:{trivy:["KSV-0043"],checkov:["CKV2_K8S_3"],kubescape:["C-0065","C-0191"],datree:["CIS_INVALID_VALUE_BIND_IMPERSONATE_ESCALATE"],kyverno:["restrict-escalation-verbs-roles"]},bad:[{title:"all users and groups",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: proxy
rules:
  - apiGroups: [""]
    resources: [users, groups] # \u2716 ClusterRole "proxy" can act as somebody else
    verbs: [impersonate]
`}],good:[{title:"one service account",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: proxy
rules:
  - apiGroups: [""]
    resources: [serviceaccounts]
    resourceNames: [auditor]
    verbs: [impersonate]
`}]},{since:"0.1.0",summary:"Disallow images without a registry.",why:"The node decides where the image comes from: Docker Hub, a mirror, or the first of several registries that has one of this name.",howToFix:"Write the registry: `docker.io/library/nginx`.",references:["https://kubernetes.io/docs/concepts/containers/images/#image-names"],peers:{clusterlint:["fully-qualified-image"]},fixable:"safe",bad:[{title:"an image of Docker",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.29.3 # \u2716 Image "nginx:1.29.3" has no registry
`}],good:[{title:"with one",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: registry.example.com/nginx:1.29.3
`}]},{since:"0.1.0",summary:"Disallow permissions that allow nothing.",why:'The API server takes any text for a group, a resource and a verb. What does not exist allows nothing, and whoever relies on it gets "forbidden" at run time.',howToFix:'Write groups without a version (`apps`, and `""` for Pods, Services and the like), resources in the plural and lower case (`deployments`), and verbs such as `get`, `list` and `watch`. Give `create` a rule without `resourceNames`, and what belongs to no namespace a ClusterRole. `kubectl api-resources` lists groups and resources.',references:["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources","https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb"],peers:{},fixable:"unsafe",bad:[{title:"a version, a kind, the singular, another group, a verb that is misspelled",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
rules:
  - apiGroups: [apps/v1] # \u2716 "apps/v1" is not an API group: the group is "apps"
    resources: [Deployment] # \u2716 "Deployment" is a kind: the resource is "deployments"
    verbs: [get]
  - apiGroups: [""]
    resources: [pod] # \u2716 Resource "pod" does not exist in the core group; did you mean "pods"?
    verbs: [get, lists] # \u2716 Verb "lists" does not exist; did you mean "list"?
  - apiGroups: [""] # \u2716 "replicasets" are not in the core group, but in the group "apps"
    resources: [replicasets]
    verbs: [get]
`}],good:[{title:"what exists, and what only some clusters have",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: reader
rules:
  - apiGroups: ["", apps]
    resources: [pods, pods/log, componentstatuses, deployments/finalizers, deployments/scale]
    verbs: [get, list, watch]
  - apiGroups: [extensions, apps]
    resources: [deployments]
    verbs: [get]
  - apiGroups: [shop.example.com]
    resources: [orders/cancel]
    verbs: [approve, pay]
  - apiGroups: [certificates.k8s.io]
    resources: [signers]
    resourceNames: [example.com/shop]
    verbs: [sign]
  - nonResourceURLs: [/metrics]
    verbs: [get]
`}]},{since:"0.1.0",summary:"Disallow snippets of nginx configuration in annotations, paths to files of the controller, and the setting that allows snippets.",why:"A snippet becomes part of the configuration of the shared controller: whoever may write an Ingress reads the Secrets of all namespaces with it.",howToFix:"Use the annotations that exist for the purpose, and leave `allow-snippet-annotations` of the controller at `false`, which is the default since 1.9.",references:["https://github.com/kubernetes/kubernetes/issues/126811","https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations-risk/"],peers:{checkov:["CKV_K8S_152","CKV_K8S_153","CKV_K8S_154"],kubescape:["C-0059"],datree:["INGRESS_CVE2021_25742_INCORRECT_SERVER_SNIPPET_KEY","CONFIGMAP_CVE2021_25742_INCORRECT_SNIPPET_ANNOTATIONS_VALUE"],kyverno:["disallow-ingress-nginx-custom-snippets","nginx-ingress/restrict-annotations","restrict-ingress-paths","check-ingress-nginx-controller-version-and-annotation-policy"]},bad:[{title:"a snippet",yaml:`apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    nginx.ingress.kubernetes.io/server-snippet: | # \u2716 "nginx.ingress.kubernetes.io/server-snippet" is part of the configuration of the shared controller
      location /private { deny all; }
spec:
  ingressClassName: nginx
  defaultBackend:
    service:
      name: web
      port:
        number: 80
`}],good:[{title:"annotations that do one thing",yaml:`apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    nginx.ingress.kubernetes.io/denylist-source-range: 10.0.0.0/8
spec:
  ingressClassName: nginx
  defaultBackend:
    service:
      name: web
      port:
        number: 80
`}]},{since:"0.1.0",summary:"Disallow containers that wait for somebody at a terminal.",why:"`stdin` and `tty` are for a shell that a person uses: whoever may attach to the pod types into what it runs.",howToFix:"Delete them. To look into a running pod use `kubectl debug` or `kubectl exec`.",references:["https://kubernetes.io/docs/tasks/debug/debug-application/debug-running-pod/"],peers:{gatekeeper:["disallowinteractive"]},fixable:"unsafe",bad:[{title:"a terminal",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      stdin: true # \u2716 Container "app" waits for input at a terminal
`}],good:[{title:"neither",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      tty: false
`}]},{since:"0.1.0",summary:"Disallow numbers of groups that the node may have too.",why:"A group of the container with the number of one of the node has its rights to files that the two share. On OpenShift, which gives each namespace numbers of its own, a number in the manifest is refused.",howToFix:"Set `runAsGroup` to 10000 or more.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-score":["container-security-context-user-group-id"],trivy:["KSV-0021"],kubesec:["RunAsGroup"],datree:["CONTAINERS_INCORRECT_RUNASGROUP_VALUE_LOWGID"]},options:{min:{default:1e4,description:"The lowest number that is fine."},unset:{default:!0,description:"Whether a container without a number, which runs as the group of its image, is reported."}},bad:[{title:"no number, and a low one",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app # \u2716 Container "app" sets no runAsGroup
      image: example.com/app:1.0
    - name: proxy
      image: example.com/proxy:1.0
      securityContext:
        runAsGroup: 1000 # \u2716 runAsGroup of container "proxy" is 1000, should be at least 10000
`}],good:[{title:"a high number, said once for the pod",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsGroup: 10001
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Disallow numbers of users that the node may have too.",why:"A user of the container with the number of one of the node has its rights to files that the two share. On OpenShift, which gives each namespace numbers of its own, a number in the manifest is refused.",howToFix:"Set `runAsUser` to 10000 or more.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-score":["container-security-context-user-group-id"],trivy:["KSV-0020"],checkov:["CKV_K8S_40"],kubesec:["RunAsUser"],datree:["CONTAINERS_INCORRECT_RUNASUSER_VALUE_LOWUID"]},options:{min:{default:1e4,description:"The lowest number that is fine."},unset:{default:!0,description:"Whether a container without a number, which runs as the user of its image, is reported."}},bad:[{title:"no number, and a low one",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app # \u2716 Container "app" sets no runAsUser
      image: example.com/app:1.0
    - name: proxy
      image: example.com/proxy:1.0
      securityContext:
        runAsUser: 1000 # \u2716 runAsUser of container "proxy" is 1000, should be at least 10000
`}],good:[{title:"a high number, said once for the pod",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsUser: 10001
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Disallow mounts that reach the node.",why:"With `Bidirectional`, what the container mounts is mounted on the node, too, and stays there when it is gone; only privileged containers can.",howToFix:"Delete it. `HostToContainer` is enough to see what others mount. A driver of a storage system needs it: say so with a podlint-ignore comment.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#mount-propagation"],peers:{monokle:["KBP115"]},bad:[{title:"a mount in both directions",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        privileged: true
      volumeMounts:
        - name: logs
          mountPath: /mnt
          mountPropagation: Bidirectional # \u2716 What container "app" mounts below "/mnt" is mounted on the node too
  volumes:
    - name: logs
      hostPath:
        path: /var/log/app
`}],good:[{title:"a mount in one direction",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      volumeMounts:
        - name: logs
          mountPath: /mnt
          mountPropagation: HostToContainer
  volumes:
    - name: logs
      hostPath:
        path: /var/log/app
`}]},{since:"0.1.0",summary:"Disallow roles that can change Services, endpoints, Ingresses or network policies.",why:"Whoever may change them sends requests for one application, passwords included, to another pod, or opens ports that a network policy keeps closed.",howToFix:"Leave it to deployment tools and to controllers that do just that, such as a controller for Ingresses, and name objects in `resourceNames` where they are known.",references:["https://github.com/kubernetes/kubernetes/issues/103675","https://kubernetes.io/docs/concepts/security/rbac-good-practices/"],peers:{trivy:["KSV-0056"],checkov:["CKV2_K8S_4"],kyverno:["restrict-edit-for-endpoints"],gatekeeper:["block-endpoint-edit-default-role"]},bad:[{title:"Services and endpoints",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: publisher
rules:
  - apiGroups: [""]
    resources: [services, endpoints] # \u2716 Role "publisher" can redirect traffic
    verbs: [get, update]
`}],good:[{title:"reading",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: publisher
rules:
  - apiGroups: [""]
    resources: [services]
    verbs: [get, list, watch]
`}]},{since:"0.1.0",summary:"Disallow roles that can use the proxy of nodes.",why:"It leads to the kubelet itself, which runs commands in every pod of the node. The verb `get` is enough for that, and neither admission control nor the audit log sees it.",howToFix:"Grant `nodes/metrics`, `nodes/stats`, `nodes/log` or `nodes/healthz`, of which monitoring needs one or two.",references:["https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/","https://kubernetes.io/docs/concepts/security/rbac-good-practices/#access-to-proxy-subresource-of-nodes"],peers:{trivy:["KSV-0047"],checkov:["CKV2_K8S_2"],kubescape:["C-0279"],kyverno:["restrict-clusterrole-nodesproxy"]},bad:[{title:"the kubelet of every node",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: monitoring
rules:
  - apiGroups: [""]
    resources: [nodes, nodes/proxy] # \u2716 ClusterRole "monitoring" can run commands in all pods of a node
    verbs: [get]
`}],good:[{title:"metrics",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: monitoring
rules:
  - apiGroups: [""]
    resources: [nodes, nodes/metrics]
    verbs: [get]
`}]},{since:"0.1.0",summary:"Disallow prefixes of Gatekeeper that more registries match than are meant.",why:"The list is compared as text: `registry.example.com` lets `registry.example.com.attacker.net/image` pass, and `docker.io/shop` any account that begins with it.",howToFix:"End each prefix with a slash, or a whole name with a colon or an `@`.",references:["https://open-policy-agent.github.io/gatekeeper-library/website/validation/allowedrepos/"],peers:{trivy:["KSV-0124"]},fixable:"unsafe",bad:[{title:"a registry without a slash",yaml:`apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sAllowedRepos
metadata:
  name: registries
spec:
  parameters:
    repos:
      - registry.example.com # \u2716 "registry.example.com" matches every name that begins with it
`}],good:[{title:"a prefix that ends where a name does",yaml:`apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sAllowedRepos
metadata:
  name: registries
spec:
  parameters:
    repos:
      - registry.example.com/
      - docker.io/library/nginx:1.29
`}]},{since:"0.1.0",summary:"Disallow sandboxes of agents that may reach every address.",why:"Code that nobody has read can send what it finds to anywhere, and fetch from anywhere what it runs next.",howToFix:"Set `networkPolicy` with an `egress` rule for each destination that is needed, or an empty `egress` for none.",references:["https://agent-sandbox.sigs.k8s.io/","https://kubernetes.io/docs/concepts/services-networking/network-policies/"],peers:{kubescape:["C-0301"]},bad:[{title:"any destination, all of IPv4, and nothing that manages it",yaml:`apiVersion: extensions.agents.x-k8s.io/v1beta1
kind: SandboxTemplate
metadata:
  name: python
spec:
  networkPolicy:
    egress:
      - ports: # \u2716 SandboxTemplate "python" allows egress to every address
          - port: 443
---
apiVersion: extensions.agents.x-k8s.io/v1beta1
kind: SandboxTemplate
metadata:
  name: node
spec:
  networkPolicy:
    egress:
      - to:
          - ipBlock:
              cidr: 0.0.0.0/0 # \u2716 SandboxTemplate "node" allows egress to every address
---
apiVersion: extensions.agents.x-k8s.io/v1beta1
kind: SandboxTemplate
metadata:
  name: go
spec:
  networkPolicyManagement: Unmanaged # \u2716 networkPolicyManagement of SandboxTemplate "go" is "Unmanaged", must be "Managed"
`}],good:[{title:"the proxy alone, and nothing at all",yaml:`apiVersion: extensions.agents.x-k8s.io/v1beta1
kind: SandboxTemplate
metadata:
  name: python
spec:
  networkPolicy:
    egress:
      - to:
          - podSelector:
              matchLabels:
                app: proxy
---
apiVersion: extensions.agents.x-k8s.io/v1beta1
kind: SandboxTemplate
metadata:
  name: node
spec:
  networkPolicy:
    egress: []
`}]},{since:"0.1.0",summary:"Disallow roles that can create PersistentVolumes.",why:"A PersistentVolume of type `hostPath` gives any folder of the node to a pod that pod security would never let mount it.",howToFix:"Leave it to drivers for storage; programs and people create PersistentVolumeClaims.",references:["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#persistent-volume-creation"],peers:{kubescape:["C-0278"]},bad:[{title:"PersistentVolumes of any kind",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: storage
rules:
  - apiGroups: [""]
    resources: [persistentvolumes] # \u2716 ClusterRole "storage" can create PersistentVolumes
    verbs: [get, create]
`}],good:[{title:"claims",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: storage
rules:
  - apiGroups: [""]
    resources: [persistentvolumeclaims]
    verbs: [get, create]
`}]},{since:"0.1.0",summary:"Disallow ConfigMaps with personal data: email addresses and bank accounts.",why:"Who may read the ConfigMap reads them, and so does everybody with a copy of the repository.",howToFix:"Keep them where access to them is limited and logged. Addresses that everybody may know, such as those of a company, go into `allow`.",references:["https://kubernetes.io/docs/concepts/configuration/configmap/"],peers:{trivy:["KSV-01010"]},options:{allow:{default:[],description:"Ends of addresses that are fine: `@shop.example`."}},bad:[{title:"an address",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  owner: jane.roe@shop.test # \u2716 "owner" holds an email address
`}],good:[{title:"what only documentation uses",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  owner: jane.roe@example.com
  host: git@github.com:example/app.git
`}]},{since:"0.1.0",summary:"Disallow passwords in plain text, known by their names.",why:"Everybody who can read the repository, the ConfigMap or the pod has it, and short passwords are used in more than one place.",howToFix:"Put it into a Secret and take it with `valueFrom.secretKeyRef`. Names that only sound like a password go into `allow`.",references:["https://kubernetes.io/docs/concepts/configuration/secret/","https://kubernetes.io/docs/tasks/inject-data-application/distribute-credentials-secure/"],peers:{"kube-linter":["env-var-secret"],polaris:["sensitiveContainerEnvVar","sensitiveConfigmapContent"],trivy:["KSV-0109"],kubescape:["C-0012","C-0259"],sonar:["S2068"],monokle:["KBP111"]},options:{allow:{default:[],description:"Names that are no secrets, such as `PUBLIC_TOKEN`."}},bad:[{title:"in the environment, in arguments and in a URL",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      args:
        - --admin-password=hunter2 # \u2716 An argument of container "app" sets "admin-password" in plain text
        - --db-password
        - hunter2 # \u2716 An argument of container "app" sets "db-password" in plain text
      env:
        - name: DB_PASSWORD
          value: hunter2 # \u2716 "DB_PASSWORD" of container "app" is set in plain text
        - name: DATABASE_URL
          value: postgres://web:hunter2@db/web # \u2716 "DATABASE_URL" of container "app" holds a password in plain text
`}],good:[{title:"references, stand-ins, paths, URLs without a login, words and switches",yaml:`apiVersion: v1
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
        - name: REDIS_PASSWORD
          value: $(DB_PASSWORD)
        - name: ADMIN_PASSWORD
          value: changeme
        - name: PASSWORD
          value: /etc/secrets/password
        - name: TOKEN
          value: https://example.com/token
        - name: TLS_SECRET
          value: web-certificate
        - name: USE_TOKEN
          value: "true"
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  app.properties: |
    db.password=\${DB_PASSWORD}
    db.url=postgres://db/web
  login.json: |
    { "password": "Password", "token": "string" }
`}]},{since:"0.1.0",summary:"Disallow roles that can create pods, or what creates pods.",why:"A pod can mount every Secret of its namespace and use every service account of it, so whoever may create one has all of their permissions.",howToFix:"Leave it to deployment tools and operators, in namespaces of their own; others need `get`, `list` and `watch`, or `patch` on a scale subresource.",references:["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation"],peers:{"kube-linter":["access-to-create-pods"],trivy:["KSV-0048"],kubescape:["C-0188"],kics:["Permissive Access to Create Pods"],datree:["CIS_INVALID_VALUE_CREATE_POD"],monokle:["KBP107"]},bad:[{title:"Deployments that may be created",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: deployer
rules:
  - apiGroups: [apps]
    resources: [deployments] # \u2716 Role "deployer" can start pods
    verbs: [create, patch]
`}],good:[{title:"reading and scaling",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: scaler
rules:
  - apiGroups: [apps]
    resources: [deployments]
    verbs: [get, list]
  - apiGroups: [apps]
    resources: [deployments/scale]
    verbs: [patch]
`}]},{since:"0.1.0",summary:"Disallow roles that can run commands in pods, or attach to them.",why:"Whoever may do so reads the Secrets that the pod has mounted, uses the token of its service account and changes what it does, without a trace in any manifest.",howToFix:"Give it to people for as long as they debug something. Programs rarely need it: `pods/log` shows what a pod writes.",references:["https://kubernetes.io/docs/concepts/security/rbac-good-practices/","https://kubernetes.io/docs/tasks/debug/debug-application/get-shell-running-container/"],peers:{polaris:["clusterrolePodExecAttach","rolePodExecAttach"],trivy:["KSV-0053","KSV-0054"],checkov:["CKV2_K8S_2"],kubescape:["C-0002"],datree:["CONTAINERS_INCORRECT_RESOURCES_VERBS_VALUE"],sonar:["S6868"],monokle:["KBP108"]},bad:[{title:"a shell in every pod",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: debugger
rules:
  - apiGroups: [""]
    resources: [pods/exec] # \u2716 Role "debugger" can run commands in pods
    verbs: [create]
`}],good:[{title:"logs",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
rules:
  - apiGroups: [""]
    resources: [pods, pods/log]
    verbs: [get, list]
`}]},{since:"0.1.0",summary:"Disallow pods that their namespace forbids by the Pod Security Standards.",why:"A Deployment whose pods are forbidden is taken, but no pod ever starts: the reason stands only in the events of its ReplicaSet.",howToFix:"Change the pod, or move it into a namespace of its own whose labels allow it. What a namespace only warns about or audits is reported as a warning or an info.",references:["https://kubernetes.io/docs/concepts/security/pod-security-admission/","https://kubernetes.io/docs/concepts/security/pod-security-standards/"],peers:{kyverno:["psa"]},fixable:"unsafe",options:{exemptNamespaces:{default:[],description:"Namespaces that the configuration of the admission plugin exempts."},exemptRuntimeClasses:{default:[],description:"Runtime classes that the configuration of the admission plugin exempts."}},bad:[{title:"a namespace that refuses the pods, and warns about more",yaml:`apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: baseline
    pod-security.kubernetes.io/warn: restricted
    pod-security.kubernetes.io/warn-version: v1.20
---
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
      securityContext:
        runAsNonRoot: true
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: app # \u2716 Container "app" does not forbid privilege escalation; namespace "shop" warns below restricted
          image: example.com/app:1.0
          ports:
            - containerPort: 8080
              hostPort: 80 # \u2716 Container "app" takes port 80 of the node; namespace "shop" enforces baseline
`}],good:[{title:"a pod as its namespace wants it, and one of another namespace",yaml:`apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: baseline
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: app
      image: example.com/app:1.0
---
apiVersion: v1
kind: Pod
metadata:
  name: agent
  namespace: nodes
spec:
  hostPID: true
  containers:
    - name: agent
      image: example.com/agent:1.0
`}]},{since:"0.1.0",summary:"Disallow roles that can forward ports into pods.",why:"The connection comes from inside the pod, past every network policy and every login page in front of it: databases and admin ports are open to it.",howToFix:"Give it to people for as long as they debug something, and to no program.",references:["https://kubernetes.io/docs/concepts/security/rbac-good-practices/","https://kubernetes.io/docs/tasks/access-application-cluster/port-forward-access-application-cluster/"],peers:{kubescape:["C-0063"]},bad:[{title:"connections to every pod",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: debugger
rules:
  - apiGroups: [""]
    resources: [pods/portforward] # \u2716 Role "debugger" can open connections into pods
    verbs: [create]
`}],good:[{title:"reading pods",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
rules:
  - apiGroups: [""]
    resources: [pods]
    verbs: [get, list]
`}]},{since:"0.1.0",summary:"Disallow bindings to roles that can take over the cluster.",why:"Where several roles are bound to many subjects, the binding is what a review looks at: it says who has the permission.",howToFix:"Bind a role with what the subject does. The roles themselves have rules of their own; switch this one on to see who has them.",references:["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks"],peers:{"kube-linter":["access-to-secrets","access-to-create-pods"],polaris:["clusterrolebindingPodExecAttach","rolebindingClusterRolePodExecAttach","rolebindingRolePodExecAttach"],kubescape:["C-0002","C-0015","C-0188"]},options:{permissions:{default:["bindRoles","changeWebhooks","createPods","createTokens","enterPods","impersonate","readSecrets","useNodeProxy"],description:"What is reported: `bindRoles`, `changeWebhooks`, `createPods`, `createTokens`, `enterPods`, `impersonate`, `readSecrets`, `useNodeProxy` and others."}},bad:[{title:"a role of the same files",yaml:`apiVersion: rbac.authorization.k8s.io/v1
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
  name: reader # \u2716 RoleBinding "web" lets its subjects read all Secrets
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: reader
rules:
  - apiGroups: [""]
    resources: [secrets]
    verbs: [get, list]
`}],good:[{title:"a role that reads Services, and one that nobody knows",yaml:`apiVersion: rbac.authorization.k8s.io/v1
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
  name: viewer
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: viewer
rules:
  - apiGroups: [""]
    resources: [services]
    verbs: [get, list]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: other
  namespace: shop
subjects:
  - kind: ServiceAccount
    name: web
    namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: other
`}]},{since:"0.1.0",summary:"Disallow `allowPrivilegeEscalation: true`.",why:"A program in it can become root through any setuid file of the image, whichever user it starts as.",howToFix:"Write `allowPrivilegeEscalation: false`. Hardly a program needs it; `sudo` and `ping` in old images do.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["privilege-escalation-container"],polaris:["privilegeEscalationAllowed"],trivy:["KSV-0001"],checkov:["CKV_K8S_20"],kubescape:["C-0016","C-0211"],kubesec:["AllowPrivilegeEscalation"],"pod-security-admission":["allowPrivilegeEscalation"],datree:["CONTAINERS_MISSING_KEY_ALLOWPRIVILEGEESCALATION"],kyverno:["disallow-privilege-escalation"]},fixable:"unsafe",bad:[{title:"escalation that is allowed in so many words",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Disallow privileged containers.",why:"A privileged container sees every device of its node and runs without the usual confinement, so breaking out of it takes one command.",howToFix:"Delete `privileged` and add only the capabilities that the program needs.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline"],peers:{"kube-linter":["privileged-container"],"kube-score":["container-security-context-privileged"],trivy:["KSV-0017"],checkov:["CKV_K8S_16"],kubescape:["C-0057"],polaris:["runAsPrivileged"],"pod-security-admission":["privileged"],datree:["CONTAINERS_INCORRECT_PRIVILEGED_VALUE_TRUE"],kyverno:["disallow-privileged-containers"]},fixable:"unsafe",bad:[{title:"a privileged container",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Disallow ports below 1024.",why:"Only root, or a program with the capability NET_BIND_SERVICE, can listen there, unless the runtime allows it to all, as containerd and CRI-O of today do.",howToFix:"Listen on a port above 1023; the Service can have the usual one.",references:["https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/"],peers:{"kube-linter":["privileged-ports"],trivy:["KSV-0117"],monokle:["KBP113"]},options:{allow:{default:[],description:'Ports that are fine: `["80", "443"]`.'}},bad:[{title:"port 80",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      ports:
        - containerPort: 80 # \u2716 Container "app" has port 80, which only root may open
`}],good:[{title:"a high port",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      ports:
        - containerPort: 8080
`}]},{since:"0.1.0",summary:"Disallow security context constraints for privileged containers.",why:"Whoever may use them gets all devices of the node, and with them the node.",howToFix:"Set `allowPrivilegedContainer: false` and list the capabilities that are needed.",references:["https://docs.redhat.com/en/documentation/openshift_container_platform/4.19/html/authentication_and_authorization/managing-pod-security-policies"],peers:{"kube-linter":["scc-deny-privileged-container"]},bad:[{title:"constraints that allow it",yaml:`apiVersion: security.openshift.io/v1
kind: SecurityContextConstraints
metadata:
  name: builder
allowPrivilegedContainer: true # \u2716 SecurityContextConstraints "builder" allows privileged containers
`}],good:[{title:"constraints that do not",yaml:`apiVersion: security.openshift.io/v1
kind: SecurityContextConstraints
metadata:
  name: builder
allowPrivilegedContainer: false
`}]},{since:"0.1.0",summary:"Disallow pods whose service account can take over the cluster.",why:"Whoever breaks into the program has what its account may do: read all Secrets, start pods, or give itself more.",howToFix:"Give the account a role with what the program does, or set `automountServiceAccountToken: false` where it does nothing with the API server.",references:["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks"],peers:{kubescape:["C-0267","C-0272","C-0053"]},options:{permissions:{default:["bindRoles","changeWebhooks","createPods","createTokens","enterPods","impersonate","readSecrets","useNodeProxy"],description:"Permissions that no pod should have: `bindRoles`, `changeWebhooks`, `createPods`, `createTokens`, `enterPods`, `impersonate`, `readSecrets`, `useNodeProxy` and others."}},bad:[{title:"by a role of the same files, and by one of Kubernetes",yaml:`apiVersion: apps/v1
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
      serviceAccountName: web # \u2716 Service account "web" can read all Secrets, by ClusterRole "reader" through ClusterRoleBinding "web"
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
`}],good:[{title:"a role that reads Services, and no token",yaml:`apiVersion: apps/v1
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
`}]},{since:"0.1.0",summary:"Disallow probes and hooks that call another host.",why:"It is the kubelet that calls: whoever may write pods can have it knock at addresses that only the node reaches. And a probe of another host says nothing about this pod.",howToFix:"Delete `host`: the kubelet then calls the pod. For another name in the request write a `Host` header in `httpHeaders`.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline","https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes"],peers:{"pod-security-admission":["hostProbesAndHostLifecycle"],gatekeeper:["host-probes-lifecycle"]},fixable:"unsafe",options:{allow:{default:[],description:"Hosts that may be called: `127.0.0.1`, for what listens there in the network of the node."}},bad:[{title:"a probe and a hook",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      readinessProbe:
        httpGet:
          host: 10.0.0.1 # \u2716 readinessProbe of container "app" calls the host "10.0.0.1" instead of the pod
          path: /ready
          port: 8080
      lifecycle:
        preStop:
          httpGet:
            host: queue.example.com # \u2716 preStop of container "app" calls the host "queue.example.com" instead of the pod
            port: 80
`}],good:[{title:"the pod, under another name",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      readinessProbe:
        httpGet:
          path: /ready
          port: 8080
          httpHeaders:
            - name: Host
              value: shop.example.com
`}]},{since:"0.1.0",summary:"Disallow containers that see all of `/proc`.",why:"By default the runtime hides the parts of `/proc` that tell about the node and that change its kernel. Only containers that start containers themselves need them.",howToFix:"Delete `procMount`. In a pod with user namespaces of its own (`hostUsers: false`) the baseline allows it from 1.35 on.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline","https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#proc-access"],peers:{"kube-linter":["unsafe-proc-mount"],polaris:["procMount"],trivy:["KSV-0027"],kubescape:["C-0211"],"pod-security-admission":["procMount","procMount_restricted"],kyverno:["disallow-proc-mount"]},fixable:"unsafe",bad:[{title:"all of /proc",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: true
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        procMount: Unmasked # \u2716 procMount of container "app" is "Unmasked", must be "Default"
`}],good:[{title:"the default",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        procMount: Default
`}]},{since:"0.1.0",summary:"Disallow volumes of types that only a PersistentVolume should have.",why:"Such a volume names a server, a disk or a driver in the pod itself: whoever may write pods may then mount whatever the nodes reach, and most of these drivers are gone from Kubernetes.",howToFix:"Have a PersistentVolume say what it is, and claim it with a PersistentVolumeClaim.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted","https://kubernetes.io/docs/concepts/storage/volumes/"],peers:{trivy:["KSV-0028"],"pod-security-admission":["restrictedVolumes"],kyverno:["restrict-volume-types"]},options:{allow:{default:[],description:"Types that may be used all the same: `nfs`."}},bad:[{title:"a server in the pod",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
  volumes:
    - name: data
      nfs: # \u2716 Volume "data" has the restricted type "nfs"
        server: nfs.example.com
        path: /srv
`}],good:[{title:"a claim, and a path of the node, of which another rule speaks",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: data
    - name: logs
      hostPath:
        path: /var/log
`}]},{since:"0.1.0",summary:"Disallow images from registries that are frozen or closed.",why:"Nothing new is published there, fixes for vulnerabilities least of all, and one day the pull fails: on the next node that the pod moves to.",howToFix:"Pull from the registry that the message names, or copy the image to one of your own.",references:["https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/","https://github.com/bitnami/containers/issues/83267"],peers:{kubescape:["C-0253"],kyverno:["restrict-deprecated-registry"],clusterlint:["docker-pkg-github-com-registry"]},fixable:"safe",bad:[{title:"the former registry of Kubernetes",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Disallow the group 0.",why:"Files that belong to the group of root, on the node and in most images, can be read by its members, and often changed.",howToFix:"Give another number: of the group that the image is made for, or any above 1000.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["run-as-non-root"],"kube-score":["container-security-context-user-group-id"],trivy:["KSV-0021","KSV-0116"],kubescape:["C-0013","C-0211"],kyverno:["require-non-root-groups"]},bad:[{title:"in the pod and in a container",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    fsGroup: 0 # \u2716 fsGroup is 0, the group of root
    supplementalGroups: [1000, 0] # \u2716 supplementalGroups[1] is 0, the group of root
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        runAsGroup: 0 # \u2716 runAsGroup of container "app" is 0, the group of root
`}],good:[{title:"a group of its own",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsGroup: 1000
    fsGroup: 2000
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Disallow `runAsUser: 0`.",why:"User 0 in the container is user 0 on the node: a mounted host file or a kernel bug is all that it takes to own it.",howToFix:"Give the number of the user that the image is made for. What root has to do at the start is mostly about the owner of a volume, for which there is `fsGroup`.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["run-as-non-root"],"kube-score":["container-security-context-user-group-id"],trivy:["KSV-0020","KSV-0105"],checkov:["CKV_K8S_23","CKV_K8S_40"],kubescape:["C-0013"],"pod-security-admission":["runAsUser"],kyverno:["require-run-as-non-root-user"]},bad:[{title:"root for one container",yaml:`apiVersion: v1
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
`}],good:[{title:"a user namespace: root in the pod is nobody on the node",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: false
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        runAsUser: 0
`}]},{since:"0.1.0",summary:"Disallow mounts of the container runtime's socket.",why:"Whoever can talk to the runtime can start a privileged container that mounts the whole node: it is root access, whatever else the pod forbids, and read-only does not help.",howToFix:"Build images with a tool that needs no runtime (BuildKit rootless, Kaniko, Buildah); read metrics and logs from the kubelet.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{"kube-linter":["docker-sock"],trivy:["KSV-0006","KSV-0023"],checkov:["CKV_K8S_27"],kubescape:["C-0048","C-0074"],polaris:["hostPathSet"],kubesec:["DockerSock"],datree:["CONTAINERS_INCORRECT_KEY_HOSTPATH","CONTAINERS_INCORRECT_PATH_VALUE_DOCKERSOCKET"],kyverno:["disallow-cri-sock-mount","disallow-host-path"],semgrep:["exposing-docker-socket-hostpath"]},bad:[{title:"Docker's socket, and the directory of containerd's",yaml:`apiVersion: v1
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
    - name: unused
      hostPath:
        path: /run/crio/crio.sock # \u2716 "/run/crio/crio.sock" of the node can be mounted: it gives root access to the node
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
`}]},{since:"0.1.0",summary:"Disallow roles that can read or change all Secrets.",why:"Whoever may get, list or watch Secrets has every password and token of the namespace, those of service accounts with more permissions among them. Whoever may change them puts their own in the place of those.",howToFix:"Name the Secrets that are needed in `resourceNames`, with the verb `get` alone: `list` and `watch` show the contents of all of them, too.",references:["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets"],peers:{"kube-linter":["access-to-secrets"],trivy:["KSV-0041","KSV-0113"],checkov:["CKV2_K8S_5"],kubescape:["C-0015","C-0186"],kics:["RBAC Roles with Read Secrets Permissions","ServiceAccount Allows Access Secrets"],datree:["CIS_INVALID_VERB_SECRETS"],kyverno:["restrict-secret-role-verbs"]},bad:[{title:"Secrets without their names",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: reader
rules:
  - apiGroups: [""]
    resources: [secrets] # \u2716 ClusterRole "reader" can read all Secrets
    verbs: [get, list]
`}],good:[{title:"one Secret",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
rules:
  - apiGroups: [""]
    resources: [secrets]
    resourceNames: [database]
    verbs: [get]
`}]},{since:"0.1.0",summary:"Disallow Secrets in environment variables.",why:"The environment is inherited by every process that the program starts, and written into logs and crash reports; a file is neither, and follows when the Secret changes.",howToFix:"Mount the Secret as a volume, and read the file.",references:["https://kubernetes.io/docs/concepts/security/secrets-good-practices/","https://kubernetes.io/docs/concepts/configuration/secret/#using-secrets-as-files-from-a-pod"],peers:{"kube-linter":["read-secret-from-env-var"],checkov:["CKV_K8S_35"],kubescape:["C-0207"],kubesec:["SecretsAsEnvironmentVariables"],kics:["Secrets As Environment Variables"],datree:["CIS_INVALID_KEY_SECRETKEYREF_SECRETREF"],monokle:["KBP112"],kyverno:["disallow-secrets-from-env-vars","disallow-all-secrets"]},options:{allow:{default:[],description:"Names of Secrets that may be read from the environment."}},bad:[{title:"one key, and a Secret as a whole",yaml:`apiVersion: v1
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
            secretKeyRef: # \u2716 "DB_PASSWORD" of container "app" comes from a Secret
              name: database
              key: password
      envFrom:
        - secretRef: # \u2716 Variables of container "app" come from the Secret "database"
            name: database
`}],good:[{title:"a volume",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      volumeMounts:
        - name: database
          mountPath: /etc/database
  volumes:
    - name: database
      secret:
        secretName: database
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
`}]},{since:"0.1.0",summary:"Disallow SELinux types, users and roles of its own.",why:"On nodes with SELinux the type decides what a container may touch: `spc_t` and most others may touch all of the node.",howToFix:"Delete it. `container_t`, `container_init_t`, `container_kvm_t` and, from 1.31 on, `container_engine_t` are types for containers; `level` may be set.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline","https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#assign-selinux-labels-to-a-container"],peers:{trivy:["KSV-0025"],"pod-security-admission":["seLinuxOptions"],datree:["EKS_INVALID_SELINUXOPTIONS_TYPE_VALUE","EKS_INVALID_SELINUXOPTIONS_USER_VALUE","EKS_INVALID_SELINUXOPTIONS_ROLE_VALUE"],kyverno:["disallow-selinux"]},fixable:"unsafe",options:{allow:{default:[],description:"Types, users and roles that the nodes have for containers."}},bad:[{title:"a type and a role",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        seLinuxOptions:
          level: s0:c123,c456
          type: spc_t # \u2716 SELinux type of container "app" is "spc_t", must be "container_t", "container_init_t", "container_kvm_t" or "container_engine_t"
          role: sysadm_r # \u2716 SELinux role of container "app" is "sysadm_r", must not be set
`}],good:[{title:"a level, and a type for containers",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    seLinuxOptions:
      level: s0:c123,c456
      type: container_t
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Disallow mounts of the node's system directories.",why:"They hold the keys of the kubelet, the secrets of all pods on the node and the programs that root runs: who breaks into the pod has the node, often the cluster.",howToFix:"Mount the one file or directory that is needed, read-only. An agent that watches the node needs more: say so with a podlint-ignore comment.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{"kube-linter":["sensitive-host-mounts"],polaris:["hostPathSet"],trivy:["KSV-0023","KSV-0121"],kubescape:["C-0020","C-0048"],datree:["CONTAINERS_INCORRECT_KEY_HOSTPATH"],kyverno:["disallow-host-path"],kubesec:["ProcMount"],kubeaudit:["SensitivePathsMounted"],sonar:["S6433"]},bad:[{title:"all of the node, and its credentials",yaml:`apiVersion: v1
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
    - name: unused
      hostPath:
        path: /root/.aws # \u2716 "/root/.aws" of the node can be mounted
`}],good:[{title:"a folder of its own for a volume of the cluster",yaml:`apiVersion: v1
kind: PersistentVolume
metadata:
  name: data
spec:
  capacity:
    storage: 1Gi
  accessModes: [ReadWriteOnce]
  hostPath:
    path: /mnt/data
`}]},{since:"0.1.0",summary:"Disallow workloads that share a service account.",why:"A permission that one of them needs, all of them have, and the audit log does not tell which of them did something.",howToFix:"Give each workload a ServiceAccount of its own.",references:["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege"],peers:{kics:["Shared Service Account"]},bad:[{title:"two Pods",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: shop
  containers:
    - name: app
      image: example.com/app:1.0
---
apiVersion: v1
kind: Pod
metadata:
  name: worker
spec:
  serviceAccountName: shop # \u2716 Service account "shop" is that of Pod "web", too
  containers:
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"an account for each",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: web
  containers:
    - name: app
      image: example.com/app:1.0
---
apiVersion: v1
kind: Pod
metadata:
  name: worker
spec:
  serviceAccountName: worker
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Disallow APIServices whose certificate nobody checks.",why:"The API server sends the requests, with the name and the groups of who makes them, to whoever answers at the address.",howToFix:"Put the certificate authority into `caBundle`; cert-manager fills it in by the annotation `cert-manager.io/inject-ca-from`.",references:["https://kubernetes.io/docs/tasks/extend-kubernetes/setup-extension-api-server/"],peers:{semgrep:["skip-tls-verify-service","skip-tls-verify-cluster"]},bad:[{title:"a server that may be anybody",yaml:`apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata:
  name: v1beta1.metrics.k8s.io
spec:
  group: metrics.k8s.io
  version: v1beta1
  groupPriorityMinimum: 100
  versionPriority: 100
  insecureSkipTLSVerify: true # \u2716 APIService "v1beta1.metrics.k8s.io" takes any certificate
  service:
    name: metrics-server
    namespace: kube-system
`}],good:[{title:"a certificate that cert-manager vouches for",yaml:`apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata:
  name: v1beta1.metrics.k8s.io
  annotations:
    cert-manager.io/inject-ca-from: kube-system/metrics-server
spec:
  group: metrics.k8s.io
  version: v1beta1
  groupPriorityMinimum: 100
  versionPriority: 100
  service:
    name: metrics-server
    namespace: kube-system
`}]},{since:"0.1.0",summary:"Disallow ports for logging in.",why:"Who needs to get into a pod has `kubectl exec`, which asks for rights and is logged. A server for SSH, Telnet or remote desktops in it is one more door, with keys of its own.",howToFix:"Delete the port and the server behind it. A service that is about SSH, such as git, can say so in `allow`.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],peers:{"kube-linter":["ssh-port"],kubescape:["C-0042"],sonar:["S6473"],monokle:["KBP110"]},options:{ports:{default:["22","23","3389","5800","5900"],description:"Ports for logging in."}},bad:[{title:"SSH",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      ports:
        - containerPort: 22 # \u2716 Container "app" has port 22, which is for logging in
`}],good:[{title:"another port",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      ports:
        - containerPort: 8022
`}]},{since:"0.1.0",summary:"Disallow mounts of a part of a volume.",why:"What is mounted with `subPath` is never updated when its ConfigMap or Secret changes, and kubelets before 1.22 could be led out of the volume through it (CVE-2021-25741).",howToFix:"Mount the whole volume, or choose files with `items`.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath","https://github.com/kubernetes/kubernetes/issues/104980"],peers:{kubescape:["C-0058"],datree:["CONTAINER_CVE2021_25741_INCORRECT_SUBPATH_KEY"]},bad:[{title:"one file of a volume",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      volumeMounts:
        - name: data
          mountPath: /etc/app.conf
          subPath: app.conf # \u2716 Container "app" mounts a part of volume "data"
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: data
`}],good:[{title:"the whole volume",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      volumeMounts:
        - name: data
          mountPath: /data
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: data
`}]},{since:"0.1.0",summary:"Disallow `sudo` in commands.",why:"A container that becomes root by `sudo` needs privilege escalation, a setuid file and rights for everybody in it: it is root with more steps.",howToFix:"Run the one container that has to as the user that it needs, and the others as another.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{kubescape:["C-0062"]},bad:[{title:"as a command, and in a script",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      command: [sudo, -E, /app] # \u2716 Container "app" runs sudo
`}],good:[{title:"another word",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      command: [/app, --sudoers=/etc/sudoers]
`}]},{since:"0.1.0",summary:"Disallow values of sysctls that set others.",why:"CRI-O 1.19 to 1.23.1 passes `+` and `=` in a value on as further sysctls (CVE-2022-0811): a value of a safe one sets `kernel.core_pattern`, and with it runs a program as root on the node.",howToFix:'Write the value alone, such as `"1"`. No sysctl has a `+` or `=` in its value.',references:["https://nvd.nist.gov/vuln/detail/CVE-2022-0811","https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/"],peers:{kyverno:["prevent-cr8escape"]},bad:[{title:"another sysctl behind the value",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    sysctls:
      - name: kernel.shm_rmid_forced
        value: "1+kernel.core_pattern=|/tmp/dump.sh" # \u2716 The value of sysctl "kernel.shm_rmid_forced" sets another sysctl
  containers:
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"a value",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    sysctls:
      - name: net.ipv4.ip_local_port_range
        value: "32768 60999"
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Disallow bindings for the group system:masters.",why:"Its members may do everything whatever is bound to them, past RBAC and past every webhook for authorization, and nobody can take it from them but by new keys for the cluster. A binding shows that somebody counts on it.",howToFix:"Bind a group of your own. Keep certificates of system:masters for the emergency in which nothing else gets in.",references:["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege","https://blog.aquasec.com/kubernetes-authorization"],peers:{trivy:["KSV-0123"],kubescape:["C-0246"],datree:["CIS_INVALID_VALUE_SYSTEM_MASTERS"],kyverno:["restrict-binding-system-groups"]},bad:[{title:"a role for those who have all rights already",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: admins
subjects:
  - kind: Group
    name: system:masters # \u2716 ClusterRoleBinding "admins" is for system:masters, which may do everything anyway
    apiGroup: rbac.authorization.k8s.io
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: edit
`}],good:[{title:"a group of its own",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: admins
subjects:
  - kind: Group
    name: example:admins
    apiGroup: rbac.authorization.k8s.io
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: edit
`}]},{since:"0.1.0",summary:"Disallow Tiller, the server of Helm 2.",why:"It does what anybody in the cluster asks it to, with rights to everything, and has had no fixes since November 2020.",howToFix:"Move to Helm 3, which needs no server, with the plugin helm-2to3, and delete Tiller.",references:["https://helm.sh/docs/topics/v2_v3_migration/"],peers:{trivy:["KSV-0102"],checkov:["CKV_K8S_34","CKV_K8S_44","CKV_K8S_45"],kics:["Tiller (Helm v2) Is Deployed","Tiller Service Is Not Deleted","Tiller Deployment Is Accessible From Within The Cluster"],kyverno:["disallow-helm-tiller"]},bad:[{title:"its image",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: helm
spec:
  containers:
    - name: app
      image: ghcr.io/helm/tiller:v2.17.0 # \u2716 Container "app" is Tiller, the server of Helm 2
`}],good:[{title:"something else of Helm",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: exporter
spec:
  containers:
    - name: app
      image: example.com/tiller-exporter:1.0
`}]},{since:"0.1.0",summary:"Disallow roles that can create tokens of service accounts.",why:"A token is all it takes to be a service account: whoever may create them has the permissions of every service account of the namespace.",howToFix:"Name the service accounts that are meant in `resourceNames`.",references:["https://kubernetes.io/docs/concepts/security/rbac-good-practices/#token-request"],peers:{kubescape:["C-0282"]},bad:[{title:"tokens of any account",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: issuer
rules:
  - apiGroups: [""]
    resources: [serviceaccounts/token] # \u2716 Role "issuer" can create tokens of service accounts
    verbs: [create]
`}],good:[{title:"of one account",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: issuer
rules:
  - apiGroups: [""]
    resources: [serviceaccounts/token]
    resourceNames: [builder]
    verbs: [create]
`}]},{since:"0.1.0",summary:"Disallow AppArmor profiles that confine nothing.",why:"On nodes with AppArmor the profile of the runtime keeps containers from mounting, from `/proc` and from `/sys`; without it the kernel has one guard less.",howToFix:"Delete the profile, or write `RuntimeDefault`, or `Localhost` with a profile that the nodes have.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline","https://kubernetes.io/docs/tutorials/security/apparmor/"],peers:{trivy:["KSV-0002"],kubesec:["ApparmorUnconfined"],kubeaudit:["AppArmorDisabled","AppArmorBadValue"],"pod-security-admission":["appArmorProfile"],kyverno:["restrict-apparmor-profiles"]},fixable:"unsafe",bad:[{title:"the field",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        appArmorProfile:
          type: Unconfined # \u2716 appArmorProfile.type of container "app" is "Unconfined", must be "RuntimeDefault" or "Localhost"
`}],good:[{title:"profiles of the runtime and of the node",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    appArmorProfile:
      type: RuntimeDefault
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        appArmorProfile:
          type: Localhost
          localhostProfile: app
`}]},{since:"0.1.0",summary:"Disallow `seccompProfile` `Unconfined`.",why:"The profile of the runtime keeps some 60 of the calls of the kernel away from programs that do not need them: most holes in the kernel through which containers were left are behind those.",howToFix:"Write `RuntimeDefault`. A program that needs more calls can have a profile of its own: `Localhost`.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline","https://kubernetes.io/docs/tutorials/security/seccomp/"],peers:{trivy:["KSV-0030","KSV-0104"],kubesec:["SeccompUnconfined"],kubeaudit:["SeccompDisabledContainer","SeccompDisabledPod"],"pod-security-admission":["seccompProfile_baseline","seccompProfile_restricted"],datree:["CONTAINERS_INCORRECT_SECCOMP_PROFILE"],kyverno:["restrict-seccomp","restrict-seccomp-strict"],semgrep:["seccomp-confinement-disabled"]},fixable:"unsafe",bad:[{title:"a pod and a container",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    seccompProfile:
      type: Unconfined # \u2716 seccompProfile.type of the pod is "Unconfined", must be "RuntimeDefault" or "Localhost"
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        seccompProfile:
          type: Unconfined # \u2716 seccompProfile.type of container "app" is "Unconfined", must be "RuntimeDefault" or "Localhost"
`}],good:[{title:"a profile of its own",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        seccompProfile:
          type: Localhost
          localhostProfile: profiles/app.json
`}]},{since:"0.1.0",summary:"Disallow storage classes that do not encrypt their disks.",why:"Whoever gets at the disk, a copy of it or a disk that was thrown away reads the data.",howToFix:'Set the parameter that switches encryption on, such as `encrypted: "true"` for Amazon EBS. Accounts that encrypt all disks by default can leave the rule off.',references:["https://kubernetes.io/docs/concepts/storage/storage-classes/"],peers:{kubescape:["C-0264"]},bad:[{title:"disks of Amazon",yaml:`apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: fast
provisioner: ebs.csi.aws.com # \u2716 StorageClass "fast" does not encrypt: the parameter "encrypted" is not "true"
parameters:
  type: gp3
`}],good:[{title:"encrypted ones, and those of a cloud that always encrypts",yaml:`apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: fast
provisioner: ebs.csi.aws.com
parameters:
  type: gp3
  encrypted: "true"
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: balanced
provisioner: pd.csi.storage.gke.io
`}]},{since:"0.1.0",summary:"Disallow sysctls that are not safe.",why:"A sysctl that is not kept apart for each pod changes the kernel for all pods of the node; the kubelet refuses it unless it was started with `--allowed-unsafe-sysctls`.",howToFix:"Delete it, or set it for the node, by whoever sets up the node. The list of safe ones grows with the versions of Kubernetes.",references:["https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/#safe-and-unsafe-sysctls","https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline"],peers:{"kube-linter":["unsafe-sysctls"],trivy:["KSV-0026"],kubescape:["C-0211"],"pod-security-admission":["sysctls"],kyverno:["restrict-sysctls"]},fixable:"unsafe",options:{allow:{default:[],description:"Sysctls that the nodes allow: `net.core.somaxconn`."}},bad:[{title:"one of the node, and one that is safe only later",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    sysctls:
      - name: net.ipv4.tcp_syncookies
        value: "1"
      - name: kernel.msgmax # \u2716 Sysctl "kernel.msgmax" is not on the list of safe ones
        value: "65536"
  containers:
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"safe ones",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    sysctls:
      - name: net.ipv4.ip_unprivileged_port_start
        value: "0"
      - name: net.ipv4.tcp_rmem
        value: 4096 87380 6291456
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Disallow wildcards in roles.",why:"A star allows what exists today and everything that will be added: Secrets, subresources such as `pods/exec`, the resources of the next operator.",howToFix:"List the API groups, resources and verbs that are used.",references:["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources","https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege"],peers:{"kube-linter":["wildcard-in-rules"],trivy:["KSV-0044","KSV-0045","KSV-0046","KSV-0112"],checkov:["CKV_K8S_49"],kubescape:["C-0187"],datree:["CIS_INVALID_WILDCARD_ROLE"],sonar:["S6867"],kics:["RBAC Wildcard In Rule"],kyverno:["restrict-wildcard-resources","restrict-wildcard-verbs"]},options:{fields:{default:["resources","nonResourceURLs","verbs","apiGroups"],description:"Fields of a rule that must not be `*`."}},bad:[{title:"every verb, every resource, a part of every resource",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: operator
rules:
  - apiGroups: [apps]
    resources: [deployments]
    verbs: ["*"] # \u2716 ClusterRole "operator" allows every verb
  - apiGroups: [""]
    resources: ["*"] # \u2716 ClusterRole "operator" allows every resource
    verbs: [get]
  - apiGroups: ["*"]
    resources: ["*/scale"] # \u2716 ClusterRole "operator" allows "*/scale" in every API group
    verbs: [update]
  - nonResourceURLs: ["*"] # \u2716 ClusterRole "operator" allows every verb on every URL
    verbs: ["*"]
`}],good:[{title:"groups, resources and verbs by their names, and the URLs below one",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: operator
rules:
  - apiGroups: [apps]
    resources: [deployments, deployments/scale]
    verbs: [get, update]
  - nonResourceURLs: [/healthz/*]
    verbs: [get]
`}]},{since:"0.1.0",summary:"Disallow host processes on Windows nodes.",why:"A host process of Windows is no container at all: it runs on the node itself, with the rights of the user that it names, usually the system.",howToFix:"Delete `hostProcess`. An agent that sets up the node needs it: say so with a podlint-ignore comment.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline","https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/"],peers:{polaris:["hostProcess"],trivy:["KSV-0103"],kubescape:["C-0211"],"pod-security-admission":["windowsHostProcess"],datree:["EKS_INVALID_HOSTPROCESS_VALUE"],kyverno:["disallow-host-process"]},fixable:"unsafe",bad:[{title:"a whole pod, and one container",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: true
  securityContext:
    windowsOptions:
      hostProcess: true # \u2716 Pod runs as processes of the Windows node
      runAsUserName: 'NT AUTHORITY\\\\SYSTEM'
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        windowsOptions:
          hostProcess: true # \u2716 Container "app" runs as a process of the Windows node
`}],good:[{title:"a container of Windows",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  os:
    name: windows
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        windowsOptions:
          runAsUserName: ContainerUser
`}]},{since:"0.1.0",summary:"Disallow roles that can delete workloads, Services, Secrets or namespaces.",why:"One command, or one stolen token, takes an application down, and a deleted claim takes its data along.",howToFix:"Leave deletion to deployment tools and operators, and name what they own in `resourceNames` where that is known.",references:["https://kubernetes.io/docs/concepts/security/rbac-good-practices/"],peers:{kubescape:["C-0007"]},bad:[{title:"Deployments that may be deleted",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: cleaner
rules:
  - apiGroups: [apps]
    resources: [deployments] # \u2716 Role "cleaner" can delete workloads
    verbs: [delete, deletecollection]
`}],good:[{title:"one that is named",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: cleaner
rules:
  - apiGroups: [apps]
    resources: [deployments]
    resourceNames: [preview]
    verbs: [delete]
`}]},{since:"0.1.0",summary:"Disallow writable mounts of the node's files.",why:"Whoever breaks into the container can change what programs of the node read, and fill its disk.",howToFix:"Mount it with `readOnly: true`, or keep data in a PersistentVolumeClaim.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{"kube-linter":["writable-host-mount"],kubescape:["C-0045"],datree:["EKS_INVALID_HOSTPATH_MOUNT_READONLY_VALUE"],kyverno:["ensure-readonly-hostpath"]},fixable:"unsafe",options:{allow:{default:[],description:"Directories that may be written to, with all that is in them: `/var/lib/app`."}},bad:[{title:"a mount that does not say so",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      volumeMounts:
        - name: logs # \u2716 Container "app" can write to "/var/log/app" of the node
          mountPath: /logs
  volumes:
    - name: logs
      hostPath:
        path: /var/log/app
`}],good:[{title:"a read-only mount",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      volumeMounts:
        - name: logs
          mountPath: /logs
          readOnly: true
  volumes:
    - name: logs
      hostPath:
        path: /var/log/app
`}]},{since:"0.1.0",summary:"Require containers to drop some capability.",why:"A container starts with about a dozen powers of root, and few programs use one of them.",howToFix:"Write `drop: [ALL]`, for which there is require-dropped-capabilities.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{trivy:["KSV-0004"],kubesec:["CapDropAny"],kubeaudit:["CapabilityOrSecurityContextMissing"]},bad:[{title:"nothing dropped",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app # \u2716 Container "app" drops no capability
      image: example.com/app:1.0
`}],good:[{title:"one of them",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        capabilities:
          drop: [MKNOD]
`}]},{since:"0.1.0",summary:"Require an AppArmor profile.",why:"A node with AppArmor gives containers the profile of its runtime anyway; who wants to be sure says so. A node without it refuses pods that ask for one.",howToFix:"Set `appArmorProfile.type: RuntimeDefault` in the `securityContext` of the pod.",references:["https://kubernetes.io/docs/tutorials/security/apparmor/"],peers:{kubesec:["ApparmorAny"],kubeaudit:["AppArmorAnnotationMissing"]},bad:[{title:"no profile",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app # \u2716 Container "app" sets no AppArmor profile
      image: example.com/app:1.0
`}],good:[{title:"said once for the pod",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    appArmorProfile:
      type: RuntimeDefault
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Require containers to drop all capabilities.",why:"A container starts with about a dozen powers of root, such as to change the owner of any file or to forge packets; few programs use one of them.",howToFix:"Write `drop: [ALL]`, in capitals as the Pod Security Standards know it, and add back what the program turns out to need.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{polaris:["insecureCapabilities"],trivy:["KSV-0003","KSV-0106"],checkov:["CKV_K8S_37"],kubescape:["C-0211"],kubesec:["CapDropAll"],"pod-security-admission":["capabilities_restricted"],kyverno:["disallow-capabilities-strict","require-drop-all"]},fixable:"unsafe",bad:[{title:"nothing dropped, and not all",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Require containers to drop NET_RAW.",why:"With this capability, which runtimes give by default, a container can forge packets: pretend to be another pod, or answer for the DNS of the cluster.",howToFix:"Write `drop: [NET_RAW]`, or better `drop: [ALL]`, for which there is require-dropped-capabilities.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{"kube-linter":["drop-net-raw-capability"],trivy:["KSV-0119"],checkov:["CKV_K8S_28"],kubescape:["C-0211"],datree:["CIS_MISSING_VALUE_DROP_NET_RAW"],kyverno:["require-drop-cap-net-raw"]},fixable:"unsafe",bad:[{title:"nothing dropped",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app # \u2716 Container "app" does not drop the capability NET_RAW
      image: example.com/app:1.0
`}],good:[{title:"all dropped",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Require `fsGroup` and `fsGroupChangePolicy` for pods with a PersistentVolumeClaim.",why:"Without `fsGroup`, a new volume belongs to root and a program that is not root cannot write to it. Without `OnRootMismatch`, the owners of all files are changed at each start, which takes minutes for millions.",howToFix:"Set `fsGroup` to the group of the program, and `fsGroupChangePolicy: OnRootMismatch`.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#configure-volume-permission-and-ownership-change-policy-for-pods"],peers:{kubescape:["C-0211"],gatekeeper:["fsgroup"]},fixable:"unsafe",bad:[{title:"neither of them",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext: # \u2716 The pod mounts a PersistentVolumeClaim and sets no fsGroup
    runAsNonRoot: true
  containers:
    - name: app
      image: example.com/app:1.0
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: data
`}],good:[{title:"both",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    fsGroup: 2000
    fsGroupChangePolicy: OnRootMismatch
  containers:
    - name: app
      image: example.com/app:1.0
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: data
`}]},{since:"0.1.0",summary:"Require containers to use at least one of the means of Linux to confine them.",why:"Without a seccomp or AppArmor profile, SELinux options or dropped capabilities a container has all that its runtime gives by default.",howToFix:"Start with `seccompProfile.type: RuntimeDefault` for the pod and `capabilities.drop: [ALL]` for the container. The rules for each of them ask for more.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{polaris:["linuxHardening"],kubescape:["C-0055"]},bad:[{title:"none of them",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app # \u2716 Container "app" uses no seccomp or AppArmor profile, no SELinux options, and drops no capabilities
      image: example.com/app:1.0
`}],good:[{title:"one of them",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        capabilities:
          drop: [NET_RAW]
`}]},{since:"0.1.0",summary:'Require a service account other than "default" in each namespace.',why:'Where there is none, all programs of the namespace run as "default", and share its permissions.',howToFix:"Add a ServiceAccount for each program.",references:["https://kubernetes.io/docs/concepts/security/service-accounts/"],peers:{kubescape:["C-0189"]},bad:[{title:"none",yaml:`apiVersion: v1
kind: Namespace
metadata:
  name: shop # \u2716 Namespace "shop" has no service account of its own
`}],good:[{title:"one",yaml:`apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
  namespace: shop
`}]},{since:"0.1.0",summary:"Require `allowPrivilegeEscalation: false`.",why:"Left out, it is true: a program can become root through any setuid file of the image, whichever user it starts as.",howToFix:"Add `allowPrivilegeEscalation: false` to the `securityContext` of the container; a pod has no such field.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{polaris:["privilegeEscalationAllowed"],trivy:["KSV-0001"],checkov:["CKV_K8S_20"],kubescape:["C-0016","C-0211"],kubesec:["AllowPrivilegeEscalation"],"pod-security-admission":["allowPrivilegeEscalation"],datree:["CONTAINERS_MISSING_KEY_ALLOWPRIVILEGEESCALATION"],kyverno:["disallow-privilege-escalation"]},fixable:"unsafe",bad:[{title:"containers that leave it to the default",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Require namespaces that say which pods they take.",why:"Without the label the namespace takes privileged pods, unless the cluster has another default.",howToFix:"Set `pod-security.kubernetes.io/enforce` to `restricted`, or to `baseline` where programs need more. `kubectl label --dry-run=server` shows which pods would be refused.",references:["https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces"],peers:{kubescape:["C-0192","C-0193","C-0194","C-0195","C-0196","C-0197","C-0198","C-0199","C-0200","C-0201","C-0202","C-0203","C-0204"],kyverno:["psa","deny-privileged-profile","add-psa-namespace-reporting"]},options:{level:{default:"baseline",description:"The lowest level that is fine: `privileged`, `baseline` or `restricted`."},exempt:{default:["kube-system","kube-public","kube-node-lease","default"],description:"Namespaces that are left alone."}},bad:[{title:"no label, and one that allows everything",yaml:`apiVersion: v1
kind: Namespace
metadata:
  name: shop # \u2716 Namespace "shop" takes every pod: the label "pod-security.kubernetes.io/enforce" is missing
---
apiVersion: v1
kind: Namespace
metadata:
  name: tools
  labels:
    pod-security.kubernetes.io/enforce: privileged # \u2716 Namespace "tools" takes pods that are privileged, must be at least "baseline"
`}],good:[{title:"the baseline, and the namespace of the cluster itself",yaml:`apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: baseline
---
apiVersion: v1
kind: Namespace
metadata:
  name: kube-system
`}]},{since:"0.1.0",summary:"Require containers to have a read-only root file system.",why:"An attacker who gets in can put tools beside the program and change it; with a read-only file system there is nowhere to write.",howToFix:"Set `readOnlyRootFilesystem: true` for the container and mount an `emptyDir` where the program writes, often `/tmp`.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["no-read-only-root-fs"],"kube-score":["container-security-context-readonlyrootfilesystem"],polaris:["notReadOnlyRootFilesystem"],trivy:["KSV-0014"],checkov:["CKV_K8S_22"],kubescape:["C-0017","C-0211"],kubesec:["ReadOnlyRootFilesystem"],datree:["CONTAINERS_INCORRECT_READONLYROOTFILESYSTEM_VALUE"],kyverno:["require-ro-rootfs"]},fixable:"unsafe",bad:[{title:"a root file system that is writable by default, and one on purpose",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Require containers to run as another user than root.",why:"Without it the image decides, and most images run as root: whoever breaks into the program is one kernel bug away from the node.",howToFix:"Set `runAsNonRoot: true` for the pod: the kubelet then refuses to start an image that would be root. An image whose user is a name needs `runAsUser` too.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{"kube-linter":["run-as-non-root"],polaris:["runAsRootAllowed"],trivy:["KSV-0012"],checkov:["CKV_K8S_23"],kubescape:["C-0013","C-0211"],kubesec:["RunAsNonRoot"],"pod-security-admission":["runAsNonRoot"],datree:["CONTAINERS_INCORRECT_RUNASNONROOT_VALUE"],kyverno:["require-run-as-nonroot","service-mesh-require-run-as-nonroot"]},fixable:"unsafe",bad:[{title:"a container that overrides its pod, and one that says nothing",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Require a sandbox of agents to run in a hardened runtime.",why:"A SandboxTemplate is for code that nobody has read, such as that of an AI agent. In an ordinary container one hole in the kernel is enough to leave it.",howToFix:"Set `runtimeClassName` to a class that stands for gVisor, Kata Containers or the like, and name your own in `allow`.",references:["https://agent-sandbox.sigs.k8s.io/","https://kubernetes.io/docs/concepts/containers/runtime-class/"],peers:{kubescape:["C-0297"]},options:{allow:{default:["gvisor","runsc","kata","kata-qemu","kata-clh","kata-fc","kata-containers"],description:"Runtime classes that are hardened."}},bad:[{title:"the usual runtime",yaml:`apiVersion: extensions.agents.x-k8s.io/v1beta1
kind: SandboxTemplate
metadata:
  name: python
spec:
  podTemplate:
    spec:
      runtimeClassName: runc # \u2716 Runtime class "runc" of SandboxTemplate "python" is not known to be hardened
      containers:
        - name: python
          image: example.com/python:3.13
`}],good:[{title:"gVisor",yaml:`apiVersion: extensions.agents.x-k8s.io/v1beta1
kind: SandboxTemplate
metadata:
  name: python
spec:
  podTemplate:
    spec:
      runtimeClassName: gvisor
      containers:
        - name: python
          image: example.com/python:3.13
`}]},{since:"0.1.0",summary:"Require a seccomp profile.",why:"Without one the kubelet runs containers unconfined, unless it was started with `--seccomp-default`: they can make every call of the kernel, and most of its holes are behind those that hardly a program makes.",howToFix:"Set `seccompProfile.type: RuntimeDefault` in the `securityContext` of the pod.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted","https://kubernetes.io/docs/tutorials/security/seccomp/"],peers:{"kube-score":["container-seccomp-profile"],trivy:["KSV-0030"],checkov:["CKV_K8S_31"],kubescape:["C-0210","C-0211"],kubesec:["SeccompAny"],kubeaudit:["SeccompProfileMissing"],"pod-security-admission":["seccompProfile_restricted"],datree:["CONTAINERS_INCORRECT_SECCOMP_PROFILE","CIS_INVALID_VALUE_SECCOMP_PROFILE"],kyverno:["restrict-seccomp-strict"]},fixable:"unsafe",bad:[{title:"a pod without one",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext: # \u2716 Pod sets no seccomp profile
    runAsNonRoot: true
  containers:
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"said once for the pod",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Require a security context.",why:"Without any, everything is left to the image and the node. The rules for single fields say more: this one is for those who want only to see that somebody thought of it.",howToFix:"Add `securityContext` with what the program needs, or switch on the rules for its fields.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{trivy:["KSV-0118"],checkov:["CKV_K8S_29","CKV_K8S_30"],kubescape:["C-0211"],datree:["CIS_MISSING_KEY_SECURITYCONTEXT"]},bad:[{title:"neither in the pod nor in the container",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app # \u2716 Container "app" has no security context
      image: example.com/app:1.0
`}],good:[{title:"in the container",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      securityContext:
        allowPrivilegeEscalation: false
`}]},{since:"0.1.0",summary:"Require user namespaces of its own for each pod.",why:"With `hostUsers: false`, root in the pod is nobody on the node: most ways out of a container lead nowhere then. It needs Kubernetes 1.33, a recent kernel, and file systems that can do it.",howToFix:"Set `hostUsers: false` in the pod.",references:["https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/"],peers:{kubesec:["HostUsers"]},fixable:"unsafe",bad:[{title:"the node's users",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: true # \u2716 The pod shares the user namespace of the node
  containers:
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"users of its own",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: false
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Require a user for containers on Windows.",why:"Without one the image decides, and many Windows images run as ContainerAdministrator, who may do everything in the container.",howToFix:"Set `windowsOptions.runAsUserName: ContainerUser`, or the user that the image is made for.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/configure-runasusername/"],peers:{kubescape:["C-0211"],kyverno:["require-run-as-containeruser"]},options:{gmsa:{default:!1,description:"Whether a group-managed service account (`gmsaCredentialSpecName`) is required too."}},bad:[{title:"a container of Windows without a user",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  os:
    name: windows
  containers:
    - name: app # \u2716 Container "app" sets no Windows user
      image: example.com/app:1.0
`}],good:[{title:"a user for the pod",yaml:`apiVersion: v1
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
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Allow some types of Services only.",why:"A Service of type NodePort opens a port on every node, and one of type LoadBalancer costs money and may be open to the internet.",howToFix:"Leave the type out, which makes it ClusterIP, and let an Ingress or Gateway in front of it take traffic from outside.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types"],peers:{"kube-linter":["exposed-services"],"kube-score":["service-type"],kubescape:["C-0256"],datree:["SERVICE_INCORRECT_TYPE_VALUE_NODEPORT"],kics:["Service Type is NodePort","Service With External Load Balance"],popeye:["1103","1104"],monokle:["KBP114"],gatekeeper:["block-nodeport-services","block-loadbalancer-services"],kyverno:["restrict-node-port","restrict-loadbalancer"]},options:{allow:{default:["ClusterIP","ExternalName"],description:"The types that are fine."},allowInternal:{default:!0,description:"Whether a load balancer with an annotation that keeps it inside is fine."}},bad:[{title:"a port on every node",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort # \u2716 Service "web" is of type NodePort, must be ClusterIP or ExternalName
  selector:
    app: web
  ports:
    - port: 80
`}],good:[{title:"the default",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
`}]},{since:"0.1.0",summary:"Disallow two listeners of a Gateway with the same name, or for the same traffic.",why:"A route names a listener by its name, and the Gateway picks one by port, protocol and host: the definition of the kind refuses two that cannot be told apart.",howToFix:"Give each listener a name of its own, and a port, protocol or `hostname` that no other one has.",references:["https://gateway-api.sigs.k8s.io/reference/spec/#gatewayspec"],peers:{kubevious:["gateway/unique-listeners"]},bad:[{title:"a name twice",yaml:`apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: public
spec:
  gatewayClassName: example
  listeners:
    - name: web
      protocol: HTTP
      port: 80
    - name: web # \u2716 Listener "web" has the same name as listeners[0]
      protocol: HTTPS
      port: 443
---
apiVersion: v1
kind: Namespace
metadata:
  name: shop
`}],good:[{title:"two hosts on one port",yaml:`apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: public
spec:
  gatewayClassName: example
  listeners:
    - name: web
      protocol: HTTP
      port: 80
      hostname: www.example.com
    - name: shop
      protocol: HTTP
      port: 80
      hostname: shop.example.com
---
apiVersion: v1
kind: Namespace
metadata:
  name: shop
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
`}]},{since:"0.1.0",summary:"Disallow workloads that are reached from outside the cluster.",why:"An inventory for reviews: it lists what is reached through a load balancer, a node port or an Ingress.",howToFix:"Switch it on to learn what is reachable; it is not meant to be silent.",references:["https://kubernetes.io/docs/concepts/services-networking/"],peers:{kubescape:["C-0256","C-0266"],kics:["Ingress Controller Exposes Workload"]},bad:[{title:"through a node port",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: web # \u2716 Deployment "web" is reached through Service "web" of type NodePort
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
      containers:
        - name: app
          image: example.com/app:1.0
---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  type: NodePort
  selector:
    app: web
  ports:
    - port: 80
`}],good:[{title:"reached from inside",yaml:`apiVersion: apps/v1
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
      containers:
        - name: app
          image: example.com/app:1.0
---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector:
    app: web
  ports:
    - port: 80
`}]},{since:"0.1.0",summary:"Disallow Services that claim external IP addresses.",why:"Whoever may create such a Service gets the traffic of the whole cluster to that address, be it that of a payment provider (CVE-2020-8554). The field is deprecated since Kubernetes 1.36.",howToFix:"Use type LoadBalancer, or a Gateway. Addresses that are your own go into `allow`.",references:["https://github.com/kubernetes/kubernetes/issues/97076","https://kubernetes.io/docs/concepts/services-networking/service/#external-ips"],peers:{trivy:["KSV-0108"],gatekeeper:["externalip"],kyverno:["restrict-service-external-ips"]},options:{allow:{default:[],description:"Addresses that a Service may claim."}},bad:[{title:"somebody else's address",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 443
  externalIPs:
    - 203.0.113.10 # \u2716 Service "web" takes the traffic to 203.0.113.10
`}],good:[{title:"no such address",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 443
`}]},{since:"0.1.0",summary:"Disallow rules of a NetworkPolicy for a direction that its policyTypes leave out.",why:"The policy applies only to the directions that `policyTypes` lists: rules for the other one are stored and never looked at, and that traffic stays as open as before.",howToFix:"Add `Ingress` or `Egress` to `policyTypes`, or remove the rules that are not meant.",references:["https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource"],peers:{},bad:[{title:"rules for connections to the outside in a policy for those from it",yaml:`apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector:
    matchLabels:
      app: web
  policyTypes:
    - Ingress
  ingress:
    - from:
        - podSelector: {}
  egress: # \u2716 egress has no effect, since policyTypes does not list "Egress"
    - to:
        - podSelector: {}
`}],good:[{title:"both directions",yaml:`apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector:
    matchLabels:
      app: web
  policyTypes:
    - Ingress
    - Egress
  ingress:
    - from:
        - podSelector: {}
  egress:
    - to:
        - podSelector: {}
`}]},{since:"0.1.0",summary:"Disallow load balancers that hide who connects, and node ports that answer on some nodes alone.",why:"With the policy Cluster a node may pass the connection on to another one, and the program sees the address of that node: logs and limits by address are worth nothing. A NodePort with the policy Local refuses connections on nodes without a pod, and clients do not know which those are.",howToFix:"Set `externalTrafficPolicy: Local` for a LoadBalancer, which sends nothing to nodes without a pod, and `Cluster` for a NodePort.",references:["https://kubernetes.io/docs/tutorials/services/source-ip/"],peers:{popeye:["1107","1108"]},bad:[{title:"both",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: LoadBalancer # \u2716 Service "web" hides the addresses of clients
  selector:
    app: web
  ports:
    - port: 80
---
apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  type: NodePort
  externalTrafficPolicy: Local # \u2716 Service "api" refuses connections on nodes without a pod
  selector:
    app: api
  ports:
    - port: 80
`}],good:[{title:"addresses that are kept",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: LoadBalancer
  externalTrafficPolicy: Local
  selector:
    app: web
  ports:
    - port: 80
`}]},{since:"0.1.0",summary:"Disallow an external name that is an IP address, or leads back to the pod.",why:'DNS answers with the name as an alias. An alias of an IP address is not resolved by anybody, and "localhost" is the pod that asks: what it should not reach from outside it then reaches by a detour.',howToFix:"Name a host. For an IP address leave out `type` and `externalName`, and add an EndpointSlice with the address.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#externalname","https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors"],peers:{kyverno:["disallow-localhost-services"]},bad:[{title:"an address, and the pod itself",yaml:`apiVersion: v1
kind: Service
metadata:
  name: database
spec:
  type: ExternalName
  externalName: 10.0.0.12 # \u2716 externalName is the IP address 10.0.0.12, must be the name of a host
---
apiVersion: v1
kind: Service
metadata:
  name: cache
spec:
  type: ExternalName
  externalName: localhost # \u2716 externalName is "localhost", which is the pod itself
`}],good:[{title:"a host",yaml:`apiVersion: v1
kind: Service
metadata:
  name: database
spec:
  type: ExternalName
  externalName: database.example.com
`}]},{since:"0.1.0",summary:"Disallow network policies that allow every connection.",why:"Policies add up: one that allows everything takes the effect from all others for its pods.",howToFix:"Name the pods, namespaces or addresses that may connect. Ports alone are fine: they limit what is open to everybody.",references:["https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-policies"],peers:{kubeaudit:["AllowAllIngressNetworkPolicyExists","AllowAllEgressNetworkPolicyExists"],popeye:["1203"]},options:{directions:{default:["ingress","egress"],description:"Directions that are looked at: `ingress`, `egress`."}},bad:[{title:"everything in, and everything out",yaml:`apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: open
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
  ingress:
    - {} # \u2716 NetworkPolicy "open" allows connections from everywhere
  egress:
    - to:
        - ipBlock:
            cidr: 0.0.0.0/0 # \u2716 NetworkPolicy "open" allows connections to everywhere
`}],good:[{title:"nothing, some pods, one port, and the internet without the network inside",yaml:`apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: closed
spec:
  podSelector:
    matchLabels:
      app: web
  policyTypes: [Ingress, Egress]
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: proxy
    - ports:
        - port: 8080
  egress:
    - to:
        - ipBlock:
            cidr: 0.0.0.0/0
            except: [10.0.0.0/8]
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
`}]},{since:"0.1.0",summary:"Disallow port numbers where the port has a name.",why:"A number has to be changed in every place at once; a name is defined in one.",howToFix:"Write the name of the port.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports"],peers:{popeye:["105","108","1102","1403"],kyverno:["require-container-port-names"]},fixable:"safe",options:{where:{default:["probe","service","ingress","container"],description:"Where names are wanted: `probe`, `service`, `ingress`, and `container` for container ports without one."}},bad:[{title:"the target of a Service, and a probe",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector:
    app: web
  ports:
    - name: web
      port: 80
      targetPort: 8080 # \u2716 targetPort is 8080, which is called "http"
---
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
      containers:
        - name: app
          image: example.com/app:1.0
          ports:
            - name: http
              containerPort: 8080
          readinessProbe:
            httpGet:
              path: /ready
              port: 8080 # \u2716 port is 8080, which is called "http"
`}],good:[{title:"names",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector:
    app: web
  ports:
    - name: web
      port: 80
      targetPort: http
---
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
`}]},{since:"0.1.0",summary:"Disallow Ingress classes that are not on a list.",why:"The class decides who serves the Ingress: an internal controller, or one that the whole internet reaches.",howToFix:"Use one of the classes in `allow`.",references:["https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class"],peers:{kyverno:["restrict-ingress-classes"]},options:{allow:{default:[],description:"The classes that an Ingress may have."}},bad:[{title:"a class that nobody listed",yaml:`apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: public # \u2716 Ingress class "public" is not allowed
  defaultBackend:
    service:
      name: web
      port:
        number: 80
`}],good:[{title:"no class: the cluster has a default",yaml:`apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  defaultBackend:
    service:
      name: web
      port:
        number: 80
`}]},{since:"0.1.0",summary:"Disallow a host of an Ingress with TLS that no entry of `tls` lists.",why:"For this host the controller answers with its own certificate, which browsers refuse, or without encryption.",howToFix:"Add the host to `hosts` of an entry of `tls`. An entry without `hosts` is for all of them.",references:["https://kubernetes.io/docs/concepts/services-networking/ingress/#tls"],peers:{kyverno:["ingress-host-match-tls"],kubevious:["ingress-tls-rule-domain-match"]},bad:[{title:"a host that is missing",yaml:`apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  tls:
    - secretName: web-tls
      hosts:
        - www.example.com
  rules:
    - host: www.example.com
    - host: shop.example.com # \u2716 Host "shop.example.com" is missing from tls
`}],good:[{title:"a wildcard",yaml:`apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  tls:
    - secretName: web-tls
      hosts:
        - "*.example.com"
  rules:
    - host: www.example.com
`}]},{since:"0.1.0",summary:"Disallow Ingresses for every host.",why:"It gets the requests for all names that nothing else claims, and for those that somebody else in the cluster means to claim.",howToFix:"Name the hosts. A wildcard that is meant, such as one for each tenant, goes into `allow`.",references:["https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards"],peers:{datree:["INGRESS_INCORRECT_HOST_VALUE_PERMISSIVE"],gatekeeper:["block-wildcard-ingress"],kyverno:["restrict-ingress-wildcard","disallow-empty-ingress-host","restrict-ingress-defaultbackend"]},options:{allow:{default:[],description:"Hosts with a wildcard that are fine, such as `*.example.com`."}},bad:[{title:"no host",yaml:`apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  rules:
    - http: # \u2716 Ingress "web" is for every host
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web
                port:
                  number: 80
    - host: "*.example.com" # \u2716 Ingress "web" is for every host in "example.com"
`}],good:[{title:"a host",yaml:`apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  rules:
    - host: web.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web
                port:
                  number: 80
`}]},{since:"0.1.0",summary:"Require a network policy for each namespace that denies what no other allows.",why:"Without it each new pod is open to the whole cluster until somebody thinks of a policy for it.",howToFix:"Add a NetworkPolicy with `podSelector: {}`, `policyTypes: [Ingress, Egress]` and no rules; then allow what is needed, DNS first.",references:["https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-policies"],peers:{kubescape:["C-0049","C-0054","C-0206"],kubeaudit:["MissingDefaultDenyEgressNetworkPolicy","MissingDefaultDenyIngressNetworkPolicy","MissingDefaultDenyIngressAndEgressNetworkPolicy"],kyverno:["add-network-policy"]},options:{directions:{default:["ingress","egress"],description:"Directions that have to be denied: `ingress`, `egress`."},exempt:{default:["kube-system","kube-public","kube-node-lease","default"],description:"Namespaces that are left alone."}},bad:[{title:"no policy",yaml:`apiVersion: v1
kind: Namespace
metadata:
  name: shop # \u2716 Namespace "shop" has no network policy that denies connections to its pods by default
`}],good:[{title:"one for both directions",yaml:`apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: deny
  namespace: shop
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
`}]},{since:"0.1.0",summary:"Require TLS for Ingresses.",why:"Without it everybody on the way can read and change what is sent, passwords and cookies included.",howToFix:"Add `tls` with the hosts and the Secret of their certificate; cert-manager makes and renews it. Where a load balancer in front ends TLS, name the class in `classes`.",references:["https://kubernetes.io/docs/concepts/services-networking/ingress/#tls"],peers:{polaris:["tlsSettingsMissing"],kubescape:["C-0263"],gatekeeper:["httpsonly"],kics:["Ingress Without TLS(newer list)"],kyverno:["require-ingress-https"]},options:{classes:{default:[],description:"Ingress classes for which something else ends TLS."}},bad:[{title:"a host without a certificate",yaml:`apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec: # \u2716 Ingress "web" has no TLS
  rules:
    - host: web.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web
                port:
                  number: 80
`}],good:[{title:"with one",yaml:`apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  tls:
    - hosts: [web.example.com]
      secretName: web-tls
  rules:
    - host: web.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web
                port:
                  number: 80
`}]},{since:"0.1.0",summary:"Require a network policy for each pod, where there are any.",why:"A pod that no policy selects takes connections from every pod of the cluster, and may open them to everywhere.",howToFix:"Add a NetworkPolicy that selects the pod, or one that denies everything to all pods of the namespace. Where no policy is in the namespace of the pod, or beside it in its folder, the rule is silent, unless `always` is set.",references:["https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation"],peers:{"kube-linter":["non-isolated-pod"],"kube-score":["pod-networkpolicy"],polaris:["missingNetworkPolicy"],checkov:["CKV2_K8S_6"],kubescape:["C-0030","C-0260"],popeye:["1204","1205"],kics:["Pod Misconfigured NetworkPolicy"],kyverno:["require-netpol"]},options:{directions:{default:[],description:"Directions that have to be limited, `ingress` and `egress`; any one is enough when none is named."},always:{default:!1,description:"Also where there is no NetworkPolicy in the namespace or the folder."}},bad:[{title:"one pod with a policy, one without",yaml:`apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector:
    matchLabels:
      app: web
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
---
apiVersion: v1
kind: Pod
metadata:
  name: worker # \u2716 Pod "worker" is selected by no NetworkPolicy
  labels:
    app: worker
spec:
  containers:
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"a policy for all",yaml:`apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: deny
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
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
`}]},{since:"0.1.0",summary:"Require network policies that select pods or namespaces by their labels.",why:"A policy of addresses alone holds until the first pod gets another address, and says nothing about who is meant.",howToFix:"Use `podSelector` and `namespaceSelector`, and `ipBlock` only for what is outside the cluster.",references:["https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors"],peers:{trivy:["KSV-0038"],kyverno:["restrict-networkpolicy-empty-podselector"]},options:{always:{default:!1,description:"Whether a policy has to select pods even when its rules do. One that denies everything may be for all pods in any case."}},bad:[{title:"all pods, with `always`",yaml:`apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector: {} # \u2716 NetworkPolicy "web" selects all pods of its namespace
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: proxy
`}],good:[{title:"pods that may connect, and a policy that denies everything",yaml:`apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector: {}
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: proxy
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: deny
spec:
  podSelector: {}
  policyTypes: [Ingress]
`}]},{since:"0.1.0",summary:"Disallow a PodDisruptionBudget that selects no pod.",why:"The budget protects nothing: draining nodes may stop all pods at once.",howToFix:"Make the selector equal to labels of the pod template, in the same namespace. For pods that live elsewhere write the setting `external`: `Pod/shop/*`.",references:["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],peers:{popeye:["900"]},options:{references:{default:"near",values:["off","near","unit","strict"],description:"When to report what is not among the linted files. `near`: only where something almost like it is in the same unit, or the same in another namespace. `unit`: also where the unit has other objects of the kind. `strict`: always. `off`: never. A unit is a folder, or all that a kustomization builds; the setting `external` names what lives elsewhere."}},bad:[{title:"a misspelled label",yaml:`apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: wbe # \u2716 PodDisruptionBudget "web" selects no pod: Deployment "web" has "app: web"
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
`}],good:[{title:"the label of a pod",yaml:`apiVersion: policy/v1
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
`}]},{since:"0.1.0",summary:"Disallow two applications of Argo CD, or Kustomizations of Flux, that apply the same folder to the same place.",why:"Both own the same objects: each undoes what the other one does, and when one of them is deleted, it takes the objects of the other along.",howToFix:"Delete one of them, or write another path or namespace. Those with values, patches or parameters of their own are not compared, for they may make other objects. Objects of different folders are compared with `references: strict`: they may be for different clusters.",references:["https://argo-cd.readthedocs.io/en/stable/user-guide/diffing/","https://fluxcd.io/flux/components/kustomize/kustomizations/"],peers:{},options:{references:{default:"near",values:["off","near","unit","strict"],description:"What is compared. `near`: the objects of one file, and those of the files that one kustomization lists. `unit`: also those of one folder, and all that a kustomization builds. `strict`: all that are linted. `off`: nothing."}},bad:[{title:"a copy with the old path",yaml:`apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop
  namespace: argocd
spec:
  project: default
  source:
    repoURL: https://git.example.com/org/deploy.git
    path: apps/shop
  destination:
    server: https://kubernetes.default.svc
    namespace: shop
---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: mail
  namespace: argocd
spec:
  project: default
  source:
    repoURL: https://git.example.com/org/deploy.git
    path: apps/shop # \u2716 Application "shop" applies the same folder to the same place
  destination:
    server: https://kubernetes.default.svc
    namespace: shop
`}],good:[{title:"another namespace",yaml:`apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop
  namespace: argocd
spec:
  project: default
  source:
    repoURL: https://git.example.com/org/deploy.git
    path: apps/shop
  destination:
    server: https://kubernetes.default.svc
    namespace: shop
---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop-test
  namespace: argocd
spec:
  project: default
  source:
    repoURL: https://git.example.com/org/deploy.git
    path: apps/shop
  destination:
    server: https://kubernetes.default.svc
    namespace: shop-test
`}]},{since:"0.1.0",summary:"Disallow two autoscalers for one workload.",why:"Each undoes what the other does: the number of replicas goes up and down.",howToFix:"Write all metrics into one autoscaler, and delete the other one.",references:["https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/"],peers:{kyverno:["prevent-duplicate-hpa","prevent-duplicate-vpa"]},options:{references:{default:"near",values:["off","near","unit","strict"],description:"What is compared. `near`: the objects of one file, and those of the files that one kustomization lists. `unit`: also those of one folder, and all that a kustomization builds. `strict`: all that are linted. `off`: nothing."}},bad:[{title:"two for one Deployment",yaml:`apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  maxReplicas: 3
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web-2
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web # \u2716 Deployment "web" is already scaled by HorizontalPodAutoscaler "web"
  maxReplicas: 3
`}],good:[{title:"one for each",yaml:`apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  maxReplicas: 3
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: api
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: api
  maxReplicas: 3
`}]},{since:"0.1.0",summary:"Disallow the same file or folder twice among the resources of a kustomization.",why:"Kustomize builds nothing then: each object may be there once.",howToFix:"Delete one of both entries.",references:["https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/resource/"],peers:{},fixable:"safe",bad:[{title:"a file that is listed twice",yaml:`apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - deployment.yaml
  - service.yaml
  - ./deployment.yaml # \u2716 resources[2] is already in line 4
`}],good:[{title:"each file once",yaml:`apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - deployment.yaml
  - service.yaml
`}]},{since:"0.1.0",summary:"Disallow two Services with the same port of the nodes.",why:'Every node has each of its ports once: the API server refuses the second Service with "provided port is already allocated".',howToFix:"Choose another `nodePort`, or leave it out to have one assigned.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport"],peers:{},options:{references:{default:"near",values:["off","near","unit","strict"],description:"What is compared. `near`: the objects of one file, and those of the files that one kustomization lists. `unit`: also those of one folder, and all that a kustomization builds. `strict`: all that are linted. `off`: nothing."}},bad:[{title:"one port for two Services",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort
  selector:
    app: web
  ports:
    - port: 80
      nodePort: 30080
---
apiVersion: v1
kind: Service
metadata:
  name: admin
spec:
  type: NodePort
  selector:
    app: admin
  ports:
    - port: 80
      nodePort: 30080 # \u2716 nodePort 30080/TCP is already used by Service "web"
`}],good:[{title:"a port for each, and one by two protocols",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort
  selector:
    app: web
  ports:
    - port: 80
      nodePort: 30080
---
apiVersion: v1
kind: Service
metadata:
  name: admin
spec:
  type: NodePort
  selector:
    app: admin
  ports:
    - port: 80
      protocol: UDP
      nodePort: 30080
---
apiVersion: v1
kind: Service
metadata:
  name: inside
spec:
  selector:
    app: web
  ports:
    - port: 80
      nodePort: 30080
`}]},{since:"0.1.0",summary:"Disallow two objects of the same kind and name.",why:"The second one overwrites the first: half of what was written is lost, and nobody says so.",howToFix:"Delete one of them, or give it another name or namespace. Two files are compared when one kustomization lists both; with `references: unit` also those of one folder.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/names/"],peers:{kubevious:["cli-duplicate-manifest"]},options:{references:{default:"near",values:["off","near","unit","strict"],description:"What is compared. `near`: the objects of one file, and those of the files that one kustomization lists. `unit`: also those of one folder, and all that a kustomization builds. `strict`: all that are linted. `off`: nothing."}},bad:[{title:"a name that is there twice",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  level: info
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings # \u2716 ConfigMap "settings" is already in line 4
data:
  level: debug
`}],good:[{title:"the same name in two namespaces",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: a
data:
  level: info
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: b
data:
  level: info
`}]},{since:"0.1.0",summary:"Disallow two Ingresses that send the same host and path to different Services.",why:"Which of them wins depends on the controller and on which is older: requests go where nobody expects them.",howToFix:"Give each path one Ingress, or the Ingresses different classes.",references:["https://kubernetes.io/docs/concepts/services-networking/ingress/#multiple-matches"],peers:{kubevious:["ingress-unique-route-rules"],gatekeeper:["uniqueingresshost"],kyverno:["unique-ingress-host-and-path","unique-ingress-paths"]},options:{references:{default:"near",values:["off","near","unit","strict"],description:"What is compared. `near`: the objects of one file, and those of the files that one kustomization lists. `unit`: also those of one folder, and all that a kustomization builds. `strict`: all that are linted. `off`: nothing."}},bad:[{title:"one path for two Services",yaml:`apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  rules:
    - host: web.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web
                port:
                  number: 80
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  rules:
    - host: web.example.com
      http:
        paths:
          - path: / # \u2716 Path "/" of host "web.example.com" already leads to Service "web" by Ingress "web"
            pathType: Prefix
            backend:
              service:
                name: shop
                port:
                  number: 80
`}],good:[{title:"two hosts",yaml:`apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  rules:
    - host: web.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web
                port:
                  number: 80
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: shop
                port:
                  number: 80
`}]},{since:"0.1.0",summary:"Disallow two Services with the same selector and port.",why:"One of them is often left over from a change of names, and clients go on using it.",howToFix:"Delete one of them. A headless Service beside one with an address is fine, and so are Services of different types, or those of an Argo Rollout.",references:["https://kubernetes.io/docs/concepts/services-networking/service/"],peers:{gatekeeper:["uniqueserviceselector"],kyverno:["require-unique-service-selector"]},options:{references:{default:"unit",values:["off","near","unit","strict"],description:"What is compared. `near`: the objects of one file, and those of the files that one kustomization lists. `unit`: also those of one folder, and all that a kustomization builds. `strict`: all that are linted. `off`: nothing."}},bad:[{title:"a second name for the same pods",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - name: http
      port: 80
---
apiVersion: v1
kind: Service
metadata:
  name: shop
spec:
  selector: # \u2716 Service "web" has the same selector
    app: web
  ports:
    - name: http
      port: 80
`}],good:[{title:"a headless one beside another",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - name: http
      port: 80
---
apiVersion: v1
kind: Service
metadata:
  name: web-peers
spec:
  clusterIP: None
  selector:
    app: web
  ports:
    - name: http
      port: 80
`}]},{since:"0.1.0",summary:"Disallow files and folders in a `kustomization.yaml` that do not exist.",why:"Kustomize builds nothing when one of the files that it names is missing.",howToFix:"Write the path relative to the folder of the `kustomization.yaml`, or delete the entry. A file that git ignores may be made by whoever builds, so nothing is said about it; neither about addresses of other repositories.",references:["https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/resource/"],peers:{},bad:[{title:"a file that has another name, and a folder without a kustomization",yaml:`apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - deploymnet.yaml # \u2716 resources[0] is "deploymnet.yaml", which does not exist; did you mean "deployment.yaml"?
  - base # \u2716 resources[1] is the folder "base", which has no kustomization.yaml
patches:
  - path: patches/replicas.yaml # \u2716 patches[0].path is "patches/replicas.yaml", which does not exist
`}],good:[{title:"files that are there",yaml:`apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - deployment.yaml
  - base
  - https://example.com/crds.yaml
`}]},{since:"0.1.0",summary:"Disallow objects of Argo CD and Flux that point at a folder or a file of values of this repository that does not exist.",why:"Argo CD shows an error in place of the application, and Flux applies nothing more of it: the cluster stays as it was, and hardly anybody is told.",howToFix:"Write the path from the root of the repository; files of values from the folder of the chart. Only what certainly points into this repository is looked at: the address is one that git knows for it, or two other objects with the same address, or with the same `GitRepository` of Flux, have paths of at least two steps that exist, and most of them do. A tag or another branch than main or master may have other files, and placeholders any.",references:["https://argo-cd.readthedocs.io/en/stable/user-guide/application-specification/","https://fluxcd.io/flux/components/kustomize/kustomizations/#path"],peers:{},bad:[{title:"a folder that was moved",yaml:`apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: shop
  namespace: flux-system
spec:
  interval: 1h
  path: ./apps/shop
  prune: true
  sourceRef:
    kind: GitRepository
    name: flux-system
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: mail
  namespace: flux-system
spec:
  interval: 1h
  path: ./apps/mail
  prune: true
  sourceRef:
    kind: GitRepository
    name: flux-system
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: search
  namespace: flux-system
spec:
  interval: 1h
  path: ./apps/serach # \u2716 path is "./apps/serach", which does not exist in this repository; did you mean "./apps/search"?
  prune: true
  sourceRef:
    kind: GitRepository
    name: flux-system
`}],good:[{title:"a path of another repository",yaml:`apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: guestbook
  namespace: argocd
spec:
  project: default
  source:
    repoURL: https://github.com/argoproj/argocd-example-apps.git
    targetRevision: HEAD
    path: guestbook
  destination:
    server: https://kubernetes.default.svc
    namespace: guestbook
`}]},{since:"0.1.0",summary:"Disallow a ServiceMonitor or PodMonitor that just misses what it is to watch.",why:"Prometheus scrapes nothing, and alerts on the missing metrics never fire.",howToFix:"Make the selector equal to labels of the Service itself, for a PodMonitor to those of the pod template. For what lives elsewhere write the setting `external`: `Service/shop/*`, `Pod/shop/*`.",references:["https://prometheus-operator.dev/docs/developer/getting-started/#using-servicemonitors"],peers:{"kube-linter":["dangling-servicemonitor"]},options:{references:{default:"near",values:["off","near","unit","strict"],description:"When to report what is not among the linted files. `near`: only where something almost like it is in the same unit, or the same in another namespace. `unit`: also where the unit has other objects of the kind. `strict`: always. `off`: never. A unit is a folder, or all that a kustomization builds; the setting `external` names what lives elsewhere."}},bad:[{title:"a misspelled label",yaml:`apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: wbe # \u2716 ServiceMonitor "web" selects no Service: Service "web" has "app: web"
  endpoints:
    - port: http
---
apiVersion: v1
kind: Service
metadata:
  name: web
  labels:
    app: web
spec:
  selector:
    app: web
  ports:
    - name: http
      port: 80
`}],good:[{title:"the label of a Service",yaml:`apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  endpoints:
    - port: http
---
apiVersion: v1
kind: Service
metadata:
  name: web
  labels:
    app: web
spec:
  selector:
    app: web
  ports:
    - name: http
      port: 80
`}]},{since:"0.1.0",summary:"Disallow a peer of a NetworkPolicy that matches no pod.",why:"Whoever was meant to get through does not: the policy lets nobody in, or out, by this peer.",howToFix:"Make the selector equal to labels of the pod template, in the same namespace, or add a `namespaceSelector`. For pods that live elsewhere write the setting `external`: `Pod/shop/*`.",references:["https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors"],peers:{"kube-linter":["dangling-networkpolicypeer-podselector"],popeye:["1201","1202","1206","1207","1208"]},options:{references:{default:"near",values:["off","near","unit","strict"],description:"When to report what is not among the linted files. `near`: only where something almost like it is in the same unit, or the same in another namespace. `unit`: also where the unit has other objects of the kind. `strict`: always. `off`: never. A unit is a folder, or all that a kustomization builds; the setting `external` names what lives elsewhere."}},bad:[{title:"a misspelled label",yaml:`apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: guard
spec:
  podSelector: {}
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: wbe # \u2716 Peer of NetworkPolicy "guard" selects no pod: Deployment "web" has "app: web"
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
`}],good:[{title:"the label of a pod",yaml:`apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: guard
spec:
  podSelector: {}
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: web
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
`}]},{since:"0.1.0",summary:"Disallow a NetworkPolicy that selects no pod.",why:"The policy protects nothing: traffic that it was written against goes on.",howToFix:"Make the selector equal to labels of the pod template, in the same namespace. For pods that live elsewhere write the setting `external`: `Pod/shop/*`.",references:["https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource"],peers:{"kube-linter":["dangling-networkpolicy"],"kube-score":["networkpolicy-targets-pod"],kubescape:["C-0299"],popeye:["1200"],kics:["Network Policy Is Not Targeting Any Pod"],kubevious:["network-policy-pod-selector-ref"]},options:{references:{default:"near",values:["off","near","unit","strict"],description:"When to report what is not among the linted files. `near`: only where something almost like it is in the same unit, or the same in another namespace. `unit`: also where the unit has other objects of the kind. `strict`: always. `off`: never. A unit is a folder, or all that a kustomization builds; the setting `external` names what lives elsewhere."}},bad:[{title:"a misspelled label",yaml:`apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: guard
spec:
  podSelector:
    matchLabels:
      app: wbe # \u2716 NetworkPolicy "guard" selects no pod: Deployment "web" has "app: web"
  policyTypes:
    - Ingress
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
`}],good:[{title:"the label of a pod",yaml:`apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: guard
spec:
  podSelector:
    matchLabels:
      app: web
  policyTypes:
    - Ingress
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
`}]},{since:"0.1.0",summary:"Disallow two PodDisruptionBudgets for one pod.",why:"The eviction API refuses to evict a pod that several budgets select: its node cannot be drained.",howToFix:"Make the selectors so narrow that each pod has one budget.",references:["https://kubernetes.io/docs/tasks/run-application/configure-pdb/#arbitrary-controllers-and-selectors"],peers:{popeye:["209"]},bad:[{title:"one by name, one for all",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: web # \u2716 Deployment "web" has two PodDisruptionBudgets, "all" and "web": its pods cannot be evicted
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
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: web
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: all
spec:
  maxUnavailable: 1
  selector: {}
`}],good:[{title:"one budget",yaml:`apiVersion: apps/v1
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
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: web
`}]},{since:"0.1.0",summary:"Disallow patches of Kustomize for an object that the kustomization does not have.",why:"Kustomize refuses a patch that names such an object, and leaves out one whose target matches nothing: the change that somebody wrote down is never made.",howToFix:"Write the kind and the name of the object as its file has them, or delete the patch. A kustomization that also builds what is not in this checkout is not looked at, and neither is a component: only those that use it have its objects.",references:["https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/patches/"],peers:{},bad:[{title:"a misspelled name",yaml:`apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - deployment.yaml
patches:
  - path: replicas.yaml # \u2716 This patch is for Deployment "wbe", which is not among the resources; did you mean "web"?
  - target: # \u2716 This patch is for StatefulSet "web", which matches none of the resources
      kind: StatefulSet
      name: web
    patch: |-
      - op: remove
        path: /spec/replicas
`}],good:[{title:"an object that is there",yaml:`apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namePrefix: shop-
resources:
  - deployment.yaml
patches:
  - target:
      kind: Deployment
    patch: |-
      - op: remove
        path: /spec/replicas
`}]},{since:"0.1.0",summary:"Disallow two default classes of storage or Ingress.",why:"Which of two StorageClasses a claim gets depends on their age, and with two default IngressClasses no Ingress without a class is accepted.",howToFix:'Annotate only one class with `is-default-class: "true"`.',references:["https://kubernetes.io/docs/concepts/storage/storage-classes/#default-storageclass","https://kubernetes.io/docs/concepts/services-networking/ingress/#default-ingress-class"],peers:{kubevious:["multiple-default-ingress-classes"]},options:{references:{default:"unit",values:["off","near","unit","strict"],description:"What is compared. `near`: the objects of one file, and those of the files that one kustomization lists. `unit`: also those of one folder, and all that a kustomization builds. `strict`: all that are linted. `off`: nothing."}},bad:[{title:"two default StorageClasses",yaml:`apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: fast
  annotations:
    storageclass.kubernetes.io/is-default-class: "true"
provisioner: example.com/disk
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: slow
  annotations:
    storageclass.kubernetes.io/is-default-class: "true" # \u2716 StorageClass "fast" is also the default
provisioner: example.com/disk
`}],good:[{title:"one default",yaml:`apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: fast
  annotations:
    storageclass.kubernetes.io/is-default-class: "true"
provisioner: example.com/disk
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: slow
  annotations:
    storageclass.kubernetes.io/is-default-class: "false"
provisioner: example.com/disk
`}]},{since:"0.1.0",summary:"Disallow a Service whose selector just misses every pod.",why:"The Service exists, but has no endpoints: every connection to it is refused or times out.",howToFix:"Make the selector equal to labels of the pod template. A Service whose pods are not among the linted files is left alone. For a label that a program gives its own pod while it runs, such as a leader, write `# podlint-ignore no-service-without-pod`.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service","https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/"],peers:{"kube-linter":["dangling-service"],"kube-score":["service-targets-pod"],kubescape:["C-0293"],popeye:["1100","1105"],kics:["Service Does Not Target Pod"],kubevious:["service-selector-ref"],monokle:["LNK001"]},options:{references:{default:"near",values:["off","near","unit","strict"],description:"When to report what is not among the linted files. `near`: only where something almost like it is in the same unit, or the same in another namespace. `unit`: also where the unit has other objects of the kind. `strict`: always. `off`: never. A unit is a folder, or all that a kustomization builds; the setting `external` names what lives elsewhere."}},bad:[{title:"a misspelled label",yaml:`apiVersion: v1
kind: Service
metadata:
  name: entrance
spec:
  selector:
    app: fronted # \u2716 Service "entrance" selects no pod: Deployment "web" has "app: frontend"
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
      app: frontend
  template:
    metadata:
      labels:
        app: frontend
    spec:
      containers:
        - name: app
          image: example.com/app:1.0
`}],good:[{title:"a label that the elected leader gets",yaml:`apiVersion: v1
kind: Service
metadata:
  name: operator
spec:
  selector:
    name: operator
    operator: leader
  ports:
    - port: 4221
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: operator
spec:
  selector:
    matchLabels:
      name: operator
  template:
    metadata:
      labels:
        name: operator
    spec:
      containers:
        - name: operator
          image: example.com/operator:1.0
`}]},{since:"0.1.0",summary:"Disallow several pods on a claim that only one node, or one pod, can have.",why:'With ReadWriteOnce, pods on any other node wait for the volume ("Multi-Attach error"); with ReadWriteOncePod all but one stay pending.',howToFix:"Run one replica, use `accessModes: [ReadWriteMany]` with a class that has it, or a StatefulSet with `volumeClaimTemplates`, which gives each pod a claim of its own.",references:["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes"],peers:{},bad:[{title:"three pods",yaml:`apiVersion: apps/v1
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
          volumeMounts:
            - name: data
              mountPath: /data
      volumes:
        - name: data
          persistentVolumeClaim:
            claimName: data # \u2716 PersistentVolumeClaim "data" is ReadWriteOnce, for one node: the 3 replicas of Deployment "web" may be on several
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  accessModes: [ReadWriteOnce]
  resources:
    requests:
      storage: 1Gi
`}],good:[{title:"one pod",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 1
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
          volumeMounts:
            - name: data
              mountPath: /data
      volumes:
        - name: data
          persistentVolumeClaim:
            claimName: data
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  accessModes: [ReadWriteOnce]
  resources:
    requests:
      storage: 1Gi
`}]},{since:"0.1.0",summary:"Disallow two workloads of one namespace with the same selector.",why:"Each takes the pods of the other for its own: Services send traffic to both, and autoscalers and rollouts count the wrong pods.",howToFix:"Give each workload a label of its own, in selector and template.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector"],peers:{},options:{references:{default:"near",values:["off","near","unit","strict"],description:"What is compared. `near`: the objects of one file, and those of the files that one kustomization lists. `unit`: also those of one folder, and all that a kustomization builds. `strict`: all that are linted. `off`: nothing."}},bad:[{title:"a copy with another name",yaml:`apiVersion: apps/v1
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
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: worker
spec:
  selector:
    matchLabels: # \u2716 Deployment "web" has the same selector: each takes the pods of the other for its own
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: app
          image: example.com/app:1.0
`}],good:[{title:"a label of its own",yaml:`apiVersion: apps/v1
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
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: worker
spec:
  selector:
    matchLabels:
      app: worker
  template:
    metadata:
      labels:
        app: worker
    spec:
      containers:
        - name: app
          image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Disallow a StatefulSet whose Service is not there, or does not give its pods names.",why:"Its pods get their host names, such as `web-0.web`, from that headless Service: without it, peers do not find each other.",howToFix:"Write in `serviceName` the name of a Service with `clusterIP: None` that selects the pods of the StatefulSet. What lives elsewhere can be named in the setting `external`: `Service/shop/*`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id"],peers:{"kube-score":["statefulset-has-servicename"],kics:["StatefulSets Without Service Name"]},fixable:"unsafe",options:{references:{default:"unit",values:["off","near","unit","strict"],description:"When to report what is not among the linted files. `near`: only where something almost like it is in the same unit, or the same in another namespace. `unit`: also where the unit has other objects of the kind. `strict`: always. `off`: never. A unit is a folder, or all that a kustomization builds; the setting `external` names what lives elsewhere."}},bad:[{title:"a misspelled name",yaml:`apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: web
spec:
  serviceName: wbe # \u2716 Service "wbe" is not in these manifests; did you mean "web"?
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
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  clusterIP: None
  selector:
    app: web
  ports:
    - name: http
      port: 80
`}],good:[{title:"a headless Service",yaml:`apiVersion: apps/v1
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
          image: example.com/app:1.0
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  clusterIP: None
  selector:
    app: web
  ports:
    - name: http
      port: 80
`}]},{since:"0.1.0",summary:"Disallow claims that cannot have the volume that they name.",why:"The API server takes both, and the claim stays pending, as do the pods that use it: the volume is too small, or of another class, mode or way of access.",howToFix:'Ask for no more than the volume has, and for its `storageClassName`, `volumeMode` and `accessModes`. A claim without a `storageClassName` gets that of the default class: write `""` for none.',references:["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume"],peers:{},bad:[{title:"more than there is",yaml:`apiVersion: v1
kind: PersistentVolume
metadata:
  name: disk
spec:
  capacity:
    storage: 5Gi
  accessModes: [ReadWriteOnce]
  storageClassName: manual
  nfs:
    server: nfs.example.com
    path: /srv
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  volumeName: disk
  storageClassName: fast # \u2716 storageClassName is "fast", that of PersistentVolume "disk" is "manual"
  accessModes:
    - ReadWriteMany # \u2716 PersistentVolume "disk" does not have the access mode "ReadWriteMany", only "ReadWriteOnce"
  resources:
    requests:
      storage: 10Gi # \u2716 Request of 10Gi is more than the 5Gi of PersistentVolume "disk"
`}],good:[{title:"no more than there is, in the same way",yaml:`apiVersion: v1
kind: PersistentVolume
metadata:
  name: disk
spec:
  capacity:
    storage: 5Gi
  accessModes: [ReadWriteOnce, ReadWriteMany]
  storageClassName: manual
  nfs:
    server: nfs.example.com
    path: /srv
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  volumeName: disk
  storageClassName: manual
  accessModes: [ReadWriteMany]
  resources:
    requests:
      storage: 5Gi
`}]},{since:"0.1.0",summary:"Disallow a Gateway or route that uses what another namespace does not grant.",why:"Without a ReferenceGrant in the other namespace the reference is refused (`RefNotPermitted`): a route answers with 500, a listener gets no certificate.",howToFix:"Add a ReferenceGrant to the namespace of what is used, with the kind and namespace of what uses it. A grant that lives elsewhere can be named in the setting `external`: `ReferenceGrant/shop/*`.",references:["https://gateway-api.sigs.k8s.io/api-types/referencegrant/"],peers:{},bad:[{title:"a Service of another namespace, granted to another one",yaml:`apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
  namespace: front
spec:
  rules:
    - backendRefs:
        - name: shop # \u2716 Service "shop" is in namespace "back", where no ReferenceGrant allows HTTPRoutes of namespace "front" to use it
          namespace: back
          port: 80
---
apiVersion: v1
kind: Service
metadata:
  name: shop
  namespace: back
spec:
  selector:
    app: shop
  ports:
    - port: 80
---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata:
  name: routes
  namespace: back
spec:
  from:
    - group: gateway.networking.k8s.io
      kind: HTTPRoute
      namespace: test
  to:
    - group: ""
      kind: Service
`}],good:[{title:"a grant",yaml:`apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
  namespace: front
spec:
  rules:
    - backendRefs:
        - name: shop
          namespace: back
          port: 80
---
apiVersion: v1
kind: Service
metadata:
  name: shop
  namespace: back
spec:
  selector:
    app: shop
  ports:
    - port: 80
---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata:
  name: routes
  namespace: back
spec:
  from:
    - group: gateway.networking.k8s.io
      kind: HTTPRoute
      namespace: front
  to:
    - group: ""
      kind: Service
      name: shop
`}]},{since:"0.1.0",summary:"Disallow a class of storage, priority, runtime, Ingress or Gateway whose name is a slip.",why:"A pod with a missing PriorityClass or RuntimeClass is refused, a claim with a missing StorageClass waits forever, and no controller looks at an Ingress or Gateway with a missing class.",howToFix:"Write the name of the class. Classes belong to the cluster and are seldom among the manifests, so that only a near miss is reported; with `references: strict` every missing one is.",references:["https://kubernetes.io/docs/concepts/storage/storage-classes/","https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/"],peers:{kubevious:["gateway/gateway-class-ref"],monokle:["LNK001"]},fixable:"unsafe",options:{references:{default:"near",values:["off","near","unit","strict"],description:"When to report what is not among the linted files. `near`: only where something almost like it is in the same unit, or the same in another namespace. `unit`: also where the unit has other objects of the kind. `strict`: always. `off`: never. A unit is a folder, or all that a kustomization builds; the setting `external` names what lives elsewhere."}},bad:[{title:"a misspelled class",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  priorityClassName: importnat # \u2716 PriorityClass "importnat" is not in these manifests; did you mean "important"?
  containers:
    - name: app
      image: example.com/app:1.0
---
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata:
  name: important
value: 1000
`}],good:[{title:"a class that is there, and one of the cluster",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  priorityClassName: important
  containers:
    - name: app
      image: example.com/app:1.0
---
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata:
  name: important
value: 1000
---
apiVersion: v1
kind: Pod
metadata:
  name: agent
spec:
  priorityClassName: system-node-critical
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Disallow a ConfigMap, or a key of it, that is not there.",why:"The container does not start: the pod waits in CreateContainerConfigError or ContainerCreating until somebody makes it.",howToFix:"Write the name and a key of a ConfigMap in the same namespace, or `optional: true`. What lives elsewhere can be named in the setting `external`: `ConfigMap/shop/*`.",references:["https://kubernetes.io/docs/concepts/configuration/configmap/#configmaps-and-pods"],peers:{"kube-linter":["env-value-from"],popeye:["304","407","401"],kubevious:["env-config-map-ref","env-from-config-map-ref","volume-config-map-ref"],monokle:["LNK001","LNK002"]},fixable:"unsafe",options:{references:{default:"unit",values:["off","near","unit","strict"],description:"When to report what is not among the linted files. `near`: only where something almost like it is in the same unit, or the same in another namespace. `unit`: also where the unit has other objects of the kind. `strict`: always. `off`: never. A unit is a folder, or all that a kustomization builds; the setting `external` names what lives elsewhere."}},bad:[{title:"a misspelled name",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      env:
        - name: LEVEL
          valueFrom:
            configMapKeyRef:
              name: setings # \u2716 ConfigMap "setings" is not in these manifests; did you mean "settings"?
              key: level
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  level: info
`}],good:[{title:"a key that is there",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      env:
        - name: LEVEL
          valueFrom:
            configMapKeyRef:
              name: settings
              key: level
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  level: info
`}]},{since:"0.1.0",summary:"Disallow a route whose Gateway, or listener, is not there.",why:"The route is accepted, and no traffic ever reaches it.",howToFix:"Write the name of a Gateway and one of its listeners. What lives elsewhere can be named in the setting `external`: `Gateway/infra/*`.",references:["https://gateway-api.sigs.k8s.io/reference/spec/#parentreference"],peers:{kubevious:["http-route/gateway-ref"]},fixable:"unsafe",options:{references:{default:"near",values:["off","near","unit","strict"],description:"When to report what is not among the linted files. `near`: only where something almost like it is in the same unit, or the same in another namespace. `unit`: also where the unit has other objects of the kind. `strict`: always. `off`: never. A unit is a folder, or all that a kustomization builds; the setting `external` names what lives elsewhere."}},bad:[{title:"a misspelled name",yaml:`apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
spec:
  parentRefs:
    - name: pubilc # \u2716 Gateway "pubilc" is not in these manifests; did you mean "public"?
      sectionName: https
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: public
spec:
  gatewayClassName: example
  listeners:
    - name: https
      protocol: HTTPS
      port: 443
`}],good:[{title:"a listener of the Gateway",yaml:`apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
spec:
  parentRefs:
    - name: public
      sectionName: https
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: public
spec:
  gatewayClassName: example
  listeners:
    - name: https
      protocol: HTTPS
      port: 443
`}]},{since:"0.1.0",summary:"Disallow a Certificate, or an Ingress, whose issuer is not there.",why:"The certificate is never issued: cert-manager waits for the issuer.",howToFix:"Write the name of an Issuer in the same namespace, or of a ClusterIssuer with `kind: ClusterIssuer`. What lives elsewhere can be named in the setting `external`: `Issuer/shop/*`.",references:["https://cert-manager.io/docs/usage/certificate/"],peers:{kubevious:["certificate-to-issuer-ref","ingress-to-cert-issuer-ref"]},fixable:"unsafe",options:{references:{default:"unit",values:["off","near","unit","strict"],description:"When to report what is not among the linted files. `near`: only where something almost like it is in the same unit, or the same in another namespace. `unit`: also where the unit has other objects of the kind. `strict`: always. `off`: never. A unit is a folder, or all that a kustomization builds; the setting `external` names what lives elsewhere."}},bad:[{title:"a misspelled name",yaml:`apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: shop
spec:
  secretName: shop-tls
  issuerRef:
    name: letsencyrpt # \u2716 Issuer "letsencyrpt" is not in these manifests; did you mean "letsencrypt"?
---
apiVersion: cert-manager.io/v1
kind: Issuer
metadata:
  name: letsencrypt
spec:
  selfSigned: {}
`}],good:[{title:"an Issuer that is there",yaml:`apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: shop
spec:
  secretName: shop-tls
  issuerRef:
    name: letsencrypt
---
apiVersion: cert-manager.io/v1
kind: Issuer
metadata:
  name: letsencrypt
spec:
  selfSigned: {}
`}]},{since:"0.1.0",summary:"Disallow objects in a namespace that is not there.",why:"The API server refuses an object whose namespace does not exist.",howToFix:"Write the name of the Namespace. One that lives elsewhere can be named in the setting `external`: `Namespace/shop`.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"],peers:{},fixable:"unsafe",options:{references:{default:"near",values:["off","near","unit","strict"],description:"When to report what is not among the linted files. `near`: only where something almost like it is in the same unit, or the same in another namespace. `unit`: also where the unit has other objects of the kind. `strict`: always. `off`: never. A unit is a folder, or all that a kustomization builds; the setting `external` names what lives elsewhere."}},bad:[{title:"a misspelled name",yaml:`apiVersion: v1
kind: Namespace
metadata:
  name: payments
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
  namespace: paymnets # \u2716 Namespace "paymnets" is not in these manifests; did you mean "payments"?
`}],good:[{title:"one that is there, or elsewhere",yaml:`apiVersion: v1
kind: Namespace
metadata:
  name: payments
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
  namespace: payments
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
  namespace: shop
`}]},{since:"0.1.0",summary:"Disallow a binding to a Role or ClusterRole that is not there.",why:"The binding is accepted, and grants nothing.",howToFix:"Write the name of a Role in the namespace of the binding, or of a ClusterRole. What lives elsewhere can be named in the setting `external`: `ClusterRole/*`.",references:["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding"],peers:{"kube-linter":["access-to-secrets"],polaris:["clusterrolebindingPodExecAttach","rolebindingClusterRolePodExecAttach","rolebindingRolePodExecAttach"],popeye:["1300"],kubevious:["role-binding-role-ref"]},fixable:"unsafe",options:{references:{default:"unit",values:["off","near","unit","strict"],description:"When to report what is not among the linted files. `near`: only where something almost like it is in the same unit, or the same in another namespace. `unit`: also where the unit has other objects of the kind. `strict`: always. `off`: never. A unit is a folder, or all that a kustomization builds; the setting `external` names what lives elsewhere."}},bad:[{title:"a misspelled name",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: web
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: config-raeder # \u2716 Role "config-raeder" is not in these manifests; did you mean "config-reader"?
subjects:
  - kind: User
    apiGroup: rbac.authorization.k8s.io
    name: jane
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: config-reader
rules:
  - apiGroups: [""]
    resources: ["configmaps"]
    verbs: ["get"]
`}],good:[{title:"a role that is there",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: web
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: config-reader
subjects:
  - kind: User
    apiGroup: rbac.authorization.k8s.io
    name: jane
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: config-reader
rules:
  - apiGroups: [""]
    resources: ["configmaps"]
    verbs: ["get"]
`}]},{since:"0.1.0",summary:"Disallow an autoscaler whose target is not there.",why:"The autoscaler does nothing: it only reports that it cannot get the scale of its target.",howToFix:"Write kind and name of a workload in the same namespace. What lives elsewhere can be named in the setting `external`: `Deployment/shop/*`.",references:["https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/"],peers:{"kube-linter":["dangling-horizontalpodautoscaler"],"kube-score":["horizontalpodautoscaler-has-target"],kubescape:["C-0300"],popeye:["600"],kics:["HPA Targets Invalid Object"],kubevious:["hpa-scale-target-ref"],gatekeeper:["horizontalpodautoscaler"],kyverno:["verify-vpa-target"]},fixable:"unsafe",options:{references:{default:"unit",values:["off","near","unit","strict"],description:"When to report what is not among the linted files. `near`: only where something almost like it is in the same unit, or the same in another namespace. `unit`: also where the unit has other objects of the kind. `strict`: always. `off`: never. A unit is a folder, or all that a kustomization builds; the setting `external` names what lives elsewhere."}},bad:[{title:"a misspelled name",yaml:`apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: wbe # \u2716 Deployment "wbe" is not in these manifests; did you mean "web"?
  maxReplicas: 3
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
`}],good:[{title:"a workload that is there",yaml:`apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  maxReplicas: 3
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
`}]},{since:"0.1.0",summary:"Disallow a Secret, or a key of it, that is not there.",why:"The container does not start, the image cannot be pulled, or the Ingress answers with the certificate of another host.",howToFix:"Write the name and a key of a Secret in the same namespace, or `optional: true`. What lives elsewhere can be named in the setting `external`: `Secret/*-tls`. What cert-manager, External Secrets, Sealed Secrets and other controllers make counts as being there.",references:["https://kubernetes.io/docs/concepts/configuration/secret/#using-a-secret"],peers:{"kube-linter":["env-value-from"],popeye:["304","305","407","401"],kubevious:["env-secret-ref","env-from-secret-ref","volume-secret-ref","gateway/certificate-ref"],monokle:["LNK001","LNK002"]},fixable:"unsafe",options:{references:{default:"near",values:["off","near","unit","strict"],description:"When to report what is not among the linted files. `near`: only where something almost like it is in the same unit, or the same in another namespace. `unit`: also where the unit has other objects of the kind. `strict`: always. `off`: never. A unit is a folder, or all that a kustomization builds; the setting `external` names what lives elsewhere."}},bad:[{title:"a misspelled name",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      env:
        - name: LEVEL
          valueFrom:
            secretKeyRef:
              name: db-credentails # \u2716 Secret "db-credentails" is not in these manifests; did you mean "db-credentials"?
              key: user
---
apiVersion: v1
kind: Secret
metadata:
  name: db-credentials
stringData:
  user: web
`}],good:[{title:"a key that is there",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      env:
        - name: LEVEL
          valueFrom:
            secretKeyRef:
              name: db-credentials
              key: user
---
apiVersion: v1
kind: Secret
metadata:
  name: db-credentials
stringData:
  user: web
`}]},{since:"0.1.0",summary:"Disallow traffic to a Service, or to a port of it, that is not there.",why:"The Ingress, route or webhook is accepted, but answers every request with 503 or an error: nothing stands behind it.",howToFix:"Write the name and a port of a Service in the same namespace. What lives elsewhere can be named in the setting `external`: `Service/shop/*`.",references:["https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource","https://gateway-api.sigs.k8s.io/reference/spec/#backendref"],peers:{"kube-linter":["dangling-ingress"],"kube-score":["ingress-targets-service"],kubescape:["C-0298","C-0302"],popeye:["1401","1402"],kubevious:["ingress-service-ref","ingress-ext-service-ref","http-route/backend-ref"],monokle:["LNK001"]},fixable:"unsafe",options:{references:{default:"unit",values:["off","near","unit","strict"],description:"When to report what is not among the linted files. `near`: only where something almost like it is in the same unit, or the same in another namespace. `unit`: also where the unit has other objects of the kind. `strict`: always. `off`: never. A unit is a folder, or all that a kustomization builds; the setting `external` names what lives elsewhere."}},bad:[{title:"a misspelled name",yaml:`apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  rules:
    - host: web.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: wbe # \u2716 Service "wbe" is not in these manifests; did you mean "web"?
                port:
                  number: 80
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - name: http
      port: 80
`}],good:[{title:"a port by its name",yaml:`apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  rules:
    - host: web.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web
                port:
                  name: http
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - name: http
      port: 80
`}]},{since:"0.1.0",summary:"Disallow a ServiceAccount that is not there.",why:"No pod is made as long as its ServiceAccount is missing, and a binding to a missing one grants nothing to whoever was meant.",howToFix:"Write the name of a ServiceAccount, in the namespace of the pod. What lives elsewhere can be named in the setting `external`: `ServiceAccount/shop/*`.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/","https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects"],peers:{"kube-linter":["non-existent-service-account"],kubescape:["C-0307"],popeye:["307","507","1300"],kubevious:["service-account-ref","role-binding-service-account-ref"],monokle:["LNK001"]},fixable:"unsafe",options:{references:{default:"unit",values:["off","near","unit","strict"],description:"When to report what is not among the linted files. `near`: only where something almost like it is in the same unit, or the same in another namespace. `unit`: also where the unit has other objects of the kind. `strict`: always. `off`: never. A unit is a folder, or all that a kustomization builds; the setting `external` names what lives elsewhere."}},bad:[{title:"a pod of another account",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: wbe # \u2716 ServiceAccount "wbe" is not in these manifests; did you mean "web"?
  containers:
    - name: app
      image: example.com/app:1.0
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
`}],good:[{title:"the account of the pod",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: web
  containers:
    - name: app
      image: example.com/app:1.0
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
`}]},{since:"0.1.0",summary:"Disallow a `$ref` in the value files of an Argo CD application that none of its sources has.",why:"Argo CD cannot tell where the file is, and does not render the chart.",howToFix:"Give the source with the files a `ref` of that name, or write the name of one that is there. A `$ref` needs `sources`, also for a single chart.",references:["https://argo-cd.readthedocs.io/en/stable/user-guide/multiple_sources/#helm-value-files-from-external-git-repository"],peers:{},fixable:"unsafe",bad:[{title:"a ref by another name",yaml:`apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: prometheus
  namespace: argocd
spec:
  project: default
  destination:
    server: https://kubernetes.default.svc
    namespace: monitoring
  sources:
    - repoURL: https://prometheus-community.github.io/helm-charts
      chart: prometheus
      targetRevision: 27.0.0
      helm:
        valueFiles:
          - $value/prometheus.yaml # \u2716 "$value" is the ref of none of the sources; did you mean "$values"?
    - repoURL: https://git.example.com/org/value-files.git
      targetRevision: main
      ref: values
`}],good:[{title:"a ref that is there",yaml:`apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: prometheus
  namespace: argocd
spec:
  project: default
  destination:
    server: https://kubernetes.default.svc
    namespace: monitoring
  sources:
    - repoURL: https://prometheus-community.github.io/helm-charts
      chart: prometheus
      targetRevision: 27.0.0
      helm:
        valueFiles:
          - $values/prometheus.yaml
    - repoURL: https://git.example.com/org/value-files.git
      targetRevision: main
      ref: values
`}]},{since:"0.1.0",summary:"Disallow a target port of a Service that its pods do not declare.",why:"A name that no container declares leads nowhere: the Service has no endpoints for this port, and every connection is refused.",howToFix:"Write the name of a port that a container of the pods declares, of the same protocol, or its number.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports"],peers:{popeye:["1101","1106"],kubevious:["service-selector-ref"]},fixable:"unsafe",options:{numeric:{default:!1,description:"Report numbers that no container declares, too. They work all the same: to declare a port is only information."}},bad:[{title:"a misspelt port name",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Disallow a PersistentVolumeClaim that is not there.",why:"The pod stays pending: the scheduler waits for the claim.",howToFix:"Write the name of a PersistentVolumeClaim in the same namespace. What lives elsewhere can be named in the setting `external`: `PersistentVolumeClaim/shop/*`.",references:["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#claims-as-volumes"],peers:{kubevious:["volume-pvc-ref"],monokle:["LNK001"]},fixable:"unsafe",options:{references:{default:"unit",values:["off","near","unit","strict"],description:"When to report what is not among the linted files. `near`: only where something almost like it is in the same unit, or the same in another namespace. `unit`: also where the unit has other objects of the kind. `strict`: always. `off`: never. A unit is a folder, or all that a kustomization builds; the setting `external` names what lives elsewhere."}},bad:[{title:"two letters that are swapped",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: dtaa # \u2716 PersistentVolumeClaim "dtaa" is not in these manifests; did you mean "data"?
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 1Gi
`}],good:[{title:"a claim that is elsewhere",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: data
`}]},{since:"0.1.0",summary:"Disallow entries of `images` and `replicas` that nothing uses.",why:"Kustomize says nothing about an image that is nowhere in the resources: the tag that somebody set there never reaches the cluster. For replicas of an object that does not exist it builds nothing.",howToFix:"Write the image as the resources have it, without its tag, or delete the entry. A kustomization that also builds what is not in this checkout is not looked at.",references:["https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/"],peers:{},bad:[{title:"an image by another name",yaml:`apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - deployment.yaml
images:
  - name: example/web # \u2716 Image "example/web" is nowhere in the resources
    newTag: "1.1"
replicas:
  - name: api # \u2716 Nothing among the resources is called "api"
    count: 2
`}],good:[{title:"the image as the resources have it",yaml:`apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - deployment.yaml
images:
  - name: ghcr.io/example/web
    newTag: "1.1"
replicas:
  - name: web
    count: 2
`}]},{since:"0.1.0",summary:"Disallow a ConfigMap, Secret, ServiceAccount or PersistentVolumeClaim that nothing uses.",why:"What nobody uses is in the way of whoever reads the manifests, and a Secret that nobody uses can still be stolen.",howToFix:"Delete it, or name in `ignore` what is used by programs, or by what is not among the files.",references:["https://kubernetes.io/docs/concepts/configuration/"],peers:{popeye:["400","401"],clusterlint:["unused-config-map","unused-secret","unused-pvc"]},options:{kinds:{default:["ConfigMap","PersistentVolumeClaim","Secret","ServiceAccount"],description:"The kinds that are looked at."},ignore:{default:[],description:"What is used all the same: `KIND/NAME` or `KIND/NAMESPACE/NAME`, with `*` for any letters."}},bad:[{title:"a ConfigMap that no pod mounts",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings # \u2716 ConfigMap "settings" is not used by anything here
data:
  level: info
`}],good:[{title:"a ConfigMap that a pod reads",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      env:
        - name: LEVEL
          valueFrom:
            configMapKeyRef:
              name: settings
              key: level
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  level: info
`}]},{since:"0.1.0",summary:"Disallow API versions that are deprecated in the targeted Kubernetes.",why:"They still work, and the API server answers with a warning; after an upgrade of the cluster to the version that the message names they do not work any more.",howToFix:"Move to the API version that the message names, if there is one, before the cluster is upgraded.",references:["https://kubernetes.io/docs/reference/using-api/deprecation-guide/","https://kubernetes.io/docs/reference/using-api/deprecation-policy/"],peers:{"kube-score":["stable-version"],trivy:["KSV-0107"],kics:["Object Is Using A Deprecated API Version"],datree:["K8S_DEPRECATED_APIVERSION_1.16","K8S_DEPRECATED_APIVERSION_1.17","K8S_DEPRECATED_APIVERSION_1.19","K8S_DEPRECATED_APIVERSION_1.21","K8S_DEPRECATED_APIVERSION_1.22","K8S_DEPRECATED_APIVERSION_1.23","K8S_DEPRECATED_APIVERSION_1.24"],sonar:["S1874"],monokle:["K8S002"],pluto:["deprecated"],kubent:["deprecated"],kyverno:["check-deprecated-apis"]},bad:[{title:"a beta version that is on its way out",yaml:`apiVersion: certificates.k8s.io/v1beta1 # \u2716 certificates.k8s.io/v1beta1 ClusterTrustBundle is deprecated since Kubernetes 1.37 and removed in 1.40; use certificates.k8s.io/v1
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
`}]},{since:"0.1.0",summary:"Disallow fields of `kustomization.yaml` that Kustomize has given up.",why:"Kustomize warns about them in every build, and a future version no longer reads them.",howToFix:"Write the new field. `--fix` does it where the meaning stays the same: not for `vars`, which `replacements` do differently, not for a field that is there beside its successor, and not for `patchesJson6902` together with labels, prefixes or a namespace, which are applied before it and after `patches`.",references:["https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/","https://github.com/kubernetes-sigs/kustomize/blob/master/api/types/kustomization.go"],peers:{},fixable:"safe",bad:[{title:"fields of older versions",yaml:`apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
bases: # \u2716 bases is deprecated: it is "resources" now
  - ../base
commonLabels: # \u2716 commonLabels is deprecated: it is "labels" with "includeSelectors: true" now
  app: web
  team: shop
patchesStrategicMerge: # \u2716 patchesStrategicMerge is deprecated: it is "patches" with a "path" now
  - replicas.yaml
  - |-
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: web
imageTags: # \u2716 imageTags is deprecated: it is "images" now
  - name: example.com/web
    newTag: "1.2"
configMapGenerator:
  - name: settings
    env: settings.env # \u2716 env is deprecated: it is a list "envs" now
`}],good:[{title:"fields of today",yaml:`apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - ../base
labels:
  - includeSelectors: true
    pairs:
      app: web
patches:
  - path: replicas.yaml
`}]},{since:"0.1.0",summary:"Disallow deprecated labels of nodes.",why:"New nodes may come without the old label, and then the pod stays pending; the API server warns about it.",howToFix:'Use the label without "beta": nodes have had both, with the same value, since Kubernetes 1.17.',references:["https://kubernetes.io/docs/reference/labels-annotations-taints/"],peers:{},fixable:"safe",bad:[{title:"the beta label of the operating system",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Disallow the old field `serviceAccount`.",why:"It is an alias of `serviceAccountName` that is there for old clients only. Where both are set the new one counts, and whoever reads the other is misled.",howToFix:"Rename it to `serviceAccountName`.",references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec"],peers:{"kube-linter":["deprecated-service-account-field"],kubescape:["C-0294"],kubeaudit:["AutomountServiceAccountTokenDeprecated"]},fixable:"safe",bad:[{title:"the old name",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccount: shop # \u2716 serviceAccount is deprecated: serviceAccountName takes its place
  containers:
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"the new name",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: shop
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Disallow API versions that the targeted Kubernetes no longer serves.",why:'The API server answers "no matches for kind": nothing is created, and an upgrade of the cluster breaks the deployment.',howToFix:"Move to the API version that the message names; its fields may differ. Where they do not, `--fix` does it, and `--fix --unsafe-fixes` where a field that is not set then means something else.",references:["https://kubernetes.io/docs/reference/using-api/deprecation-guide/"],peers:{datree:["K8S_DEPRECATED_APIVERSION_1.16","K8S_DEPRECATED_APIVERSION_1.17","K8S_DEPRECATED_APIVERSION_1.19","K8S_DEPRECATED_APIVERSION_1.21","K8S_DEPRECATED_APIVERSION_1.22","K8S_DEPRECATED_APIVERSION_1.23","K8S_DEPRECATED_APIVERSION_1.24","K8S_REMOVED_APIVERSION_1.22","K8S_REMOVED_APIVERSION_1.23","K8S_REMOVED_APIVERSION_1.24","K8S_REMOVED_APIVERSION_1.25","K8S_REMOVED_APIVERSION_1.26","K8S_REMOVED_APIVERSION_1.27"],pluto:["removed"],kubent:["removed"],"kube-score":["stable-version"],"kube-linter":["no-extensions-v1beta"],kyverno:["check-deprecated-apis"]},fixable:"safe",bad:[{title:"an Ingress of 1.21",yaml:`apiVersion: extensions/v1beta1 # \u2716 extensions/v1beta1 Ingress was removed in Kubernetes 1.22; use networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
`}],good:[{title:"the version that is served",yaml:`apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: web
`}]},{since:"0.1.0",summary:"Disallow tolerating only the taint that nodes of the control plane do not have any more.",why:'Since Kubernetes 1.25 these nodes have the taint "node-role.kubernetes.io/control-plane": a pod that tolerates only the old one does not run there, and nothing says so.',howToFix:"Tolerate `node-role.kubernetes.io/control-plane`, beside the old taint as long as there are older nodes.",references:["https://kubernetes.io/docs/reference/labels-annotations-taints/#node-role-kubernetes-io-control-plane-taint"],peers:{},fixable:"unsafe",bad:[{title:"the old taint alone",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  tolerations:
    - key: node-role.kubernetes.io/master # \u2716 Taint "node-role.kubernetes.io/master" is gone since Kubernetes 1.25; "node-role.kubernetes.io/control-plane" took its place
      operator: Exists
      effect: NoSchedule
  containers:
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"both",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  tolerations:
    - key: node-role.kubernetes.io/control-plane
      operator: Exists
      effect: NoSchedule
    - key: node-role.kubernetes.io/master
      operator: Exists
      effect: NoSchedule
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Point out what means something else after an upgrade of the cluster: reported only with `--upgrade-to`.",why:"The API server takes a field whose feature is switched off, and forgets it. When an upgrade switches the feature on, a manifest that nobody has touched does something new; and a few fields change what they mean.",howToFix:"Decide whether you want what the message says. If not, delete the field, or set it to what the cluster does today, before the upgrade.",references:["https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/","https://kubernetes.io/docs/concepts/security/pod-security-standards/"],peers:{},bad:[{title:"from 1.31 to 1.38: a user namespace that the old cluster has never made",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: false # \u2716 hostUsers takes effect since Kubernetes 1.33: older API servers drop it
  containers:
    - name: app
      image: nginx:1.27
  volumes:
    - name: source
      gitRepo: # \u2716 gitRepo volumes are off by default since 1.33: a pod with one does not start
        repository: https://example.com/app.git
`}],good:[{title:"from 1.33 to 1.38: the old cluster does it already",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: false
  containers:
    - name: app
      image: nginx:1.27
`}]},{since:"0.1.0",summary:"Allow objects of some kinds only.",why:"A repository of one team should hold what that team may apply, and nothing for the whole cluster.",howToFix:"Move the object to where such kinds belong, or add the kind to the option `allow`.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/"],peers:{},options:{allow:{default:[],description:"Kinds such as Deployment, apps/Deployment, apps/v1/Deployment or batch/*."}},bad:[{title:"a kind that is not on the list",yaml:`apiVersion: v1
kind: Namespace # \u2716 Kind "Namespace" is not allowed
metadata:
  name: shop
`}],good:[{title:"kinds on the list",yaml:`apiVersion: apps/v1
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
`}]},{since:"0.1.0",summary:"Require names after a pattern.",why:"Where names follow a convention, everybody knows what an object is for and whose it is.",howToFix:"Rename the object, and what refers to it.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/names/"],peers:{kyverno:["metadata-match-regex"]},options:{pattern:{default:"",format:"pattern",description:"What the whole name has to match, a regular expression of RE2; empty for any."},kinds:{default:[],description:"Only of these kinds, such as Deployment, apps/Deployment or batch/*; empty for all."}},bad:[{title:"a team that is missing",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: web # \u2716 Name "web" must match (?:shop|pay)-[a-z-]+
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
`}],good:[{title:"the team first",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop-web
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
`}]},{since:"0.1.0",summary:"Forbid an annotation of your choice.",why:"An annotation can switch off what protects the cluster: the injection of a sidecar, a policy, the shutdown by the autoscaler.",howToFix:"Delete the annotation.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/"],peers:{"kube-linter":["forbidden-annotation"],kyverno:["restrict-annotations","allowed-annotations","enforce-pod-duration","prevent-disabling-injection-pods","prevent-linkerd-pod-injection-override","prevent-linkerd-port-skipping"]},fixable:"unsafe",options:{key:{default:"",format:"pattern",description:"The whole key, a regular expression of RE2."},allow:{default:[],description:"Keys that are fine even if they match."},pattern:{default:"",format:"pattern",description:"Only with a value that matches as a whole; empty for any."},kinds:{default:[],description:"Only of these kinds, such as Deployment, apps/Deployment or batch/*; empty for all."}},bad:[{title:"a mesh that is switched off",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    note: shop
    sidecar.istio.io/inject: 'false' # \u2716 Annotation "sidecar.istio.io/inject" is not allowed
spec:
  containers:
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"another value",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    sidecar.istio.io/inject: 'true'
spec:
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Forbid a field of your choice, or some of its values.",why:"What a team has agreed not to use comes back with the next example that somebody copies.",howToFix:"Delete the field, or give it another value.",references:["https://kubernetes.io/docs/reference/kubernetes-api/"],peers:{kyverno:["application-prevent-default-project","check-env-vars","disallow-default-tlsoptions","disallow-jenkins-pipeline-strategy","disallow-security-context-constraint-anyuid","disallow-self-provisioner-binding","enforce-tls-hosts-host-subnets","require-tekton-namespace-pipelinerun","restrict-controlplane-scheduling","restrict-node-affinity","restrict-node-label-creation","restrict-virtual-service-wildcard"]},fixable:"unsafe",options:{path:{default:"",format:"path",description:"The way to the field: `spec.externalIPs`, `pod.spec.containers[*].tty`; `pod` is the pod of any kind that runs one, `[*]` each item of a list, `[name=web]` the one of that name."},values:{default:[],description:"Only with these values; empty for any."},pattern:{default:"",format:"pattern",description:"Only with a value that matches as a whole, a regular expression of RE2; empty for any."},kinds:{default:[],description:"Only of these kinds, such as Deployment, apps/Deployment or batch/*; empty for all."}},bad:[{title:"a field",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      tty: true # \u2716 spec.containers[0].tty is not allowed to be true
`}],good:[{title:"another value",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      tty: false
`}]},{since:"0.1.0",summary:"Forbid objects of some kinds.",why:"Some kinds have a better one in their place (ReplicationController), and some are for the administrators of the cluster alone.",howToFix:"Use the kind that takes its place, or ask the administrators.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/"],peers:{"kube-linter":["disallowed-api-obj"],kubescape:["C-0026"],kyverno:["restrict-jobs"]},options:{forbid:{default:[],description:"Kinds such as CronJob, batch/Job, extensions/v1beta1/* or rbac.authorization.k8s.io/*."}},bad:[{title:"an old kind",yaml:`apiVersion: v1
kind: ReplicationController # \u2716 Kind "ReplicationController" is not allowed
metadata:
  name: web
spec:
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: app
          image: example.com/app:1.0
`}],good:[{title:"the kind in its place",yaml:`apiVersion: apps/v1
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
`}]},{since:"0.1.0",summary:"Disallow pods of many containers.",why:"All of them start, move and scale together, and one that fails keeps the whole pod from being ready.",howToFix:"Give what can live alone a workload of its own.",references:["https://kubernetes.io/docs/concepts/workloads/pods/#how-pods-manage-multiple-containers"],peers:{kyverno:["limit-containers-per-pod"]},options:{max:{default:4,description:"The most containers that a pod may have beside those that end before it starts."}},bad:[{title:"five",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers: # \u2716 Pod has 5 containers, must have at most 4
    - name: a
      image: example.com/a:1.0
    - name: b
      image: example.com/b:1.0
    - name: c
      image: example.com/c:1.0
    - name: d
      image: example.com/d:1.0
    - name: e
      image: example.com/e:1.0
`}],good:[{title:"two",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: a
      image: example.com/a:1.0
    - name: b
      image: example.com/b:1.0
`}]},{since:"0.1.0",summary:'Disallow the namespace "default".',why:"Everybody who names no namespace ends up there, so its quotas, network policies and permissions fit nobody.",howToFix:"Give the application a namespace of its own. An object without a namespace is left alone: Helm, Kustomize and `kubectl -n` fill it in.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"],peers:{"kube-linter":["use-namespace"],trivy:["KSV-0110"],checkov:["CKV_K8S_21"],kubescape:["C-0061","C-0212"],kics:["Using Default Namespace"],datree:["WORKLOAD_INCORRECT_NAMESPACE_VALUE_DEFAULT"],clusterlint:["default-namespace"],kyverno:["disallow-default-namespace"]},options:{kinds:{default:[],description:"Kinds that are looked at; all when none is named."},unsetMeansDefault:{default:!1,description:'Whether an object without a namespace is in "default", too, because nothing fills it in.'}},bad:[{title:"a ConfigMap in the default namespace",yaml:`apiVersion: v1
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
`}]},{since:"0.1.0",summary:"Disallow probes that run a heavy command, or one that says nothing.",why:"A command is started anew every few seconds: `jcmd` takes seconds of CPU, and `ls` or `ps` only tells that the container is there.",howToFix:"Ask the program itself: `httpGet`, `grpc` or `tcpSocket`.",references:["https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/"],peers:{kyverno:["deny-commands-in-exec-probe"]},options:{commands:{default:["jcmd","jps","jstack","ps","ls","top","echo","true"],description:"The programs that are disallowed."}},bad:[{title:"a list of processes",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      livenessProbe:
        exec:
          command: [sh, -c, ps aux | grep app] # \u2716 livenessProbe of container "app" runs "ps"
`}],good:[{title:"a question to the program",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      livenessProbe:
        httpGet:
          path: /health
          port: 8080
`}]},{since:"0.1.0",summary:"Disallow an instance label that is not the name of the object.",why:"Where every instance is one object, a label that differs from the name is a copy that nobody adapted. With Helm it is the name of the release, so this rule is in no preset.",howToFix:"Set `app.kubernetes.io/instance` to `metadata.name`.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/"],peers:{polaris:["metadataAndInstanceMismatched"]},options:{requirePresent:{default:!1,description:"Whether the label has to be there."}},bad:[{title:"the name of another",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels:
    app.kubernetes.io/instance: shop # \u2716 Label "app.kubernetes.io/instance" is "shop", the name is "web"
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
`}],good:[{title:"its own name",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels:
    app.kubernetes.io/instance: web
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
`}]},{since:"0.1.0",summary:"Disallow objects for Argo CD that it does not look at.",why:"Argo CD reads Applications and AppProjects of its own namespace, and settings with its label: others do nothing, and nobody says so.",howToFix:"Set `namespace` to that of Argo CD, which the option `namespaces` names, and the label `app.kubernetes.io/part-of: argocd` on its ConfigMaps.",references:["https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/"],peers:{datree:["ARGO_APP_PROJECT_INCORRECT_NAMESPACE_VALUE","ARGO_CONFIGMAP_MISSING_PART_OF_LABEL_VALUE_ARGOCD"]},options:{namespaces:{default:["argocd"],description:"Where Argo CD looks for Applications and AppProjects."}},bad:[{title:"another namespace, and another label",yaml:`apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop
  namespace: shop # \u2716 Application "shop" is in namespace "shop", Argo CD looks in "argocd"
spec:
  project: default
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: argocd-cm
  labels:
    app.kubernetes.io/part-of: argo # \u2716 Label "app.kubernetes.io/part-of" is "argo", Argo CD wants "argocd"
data:
  url: https://argocd.example.com
`}],good:[{title:"where it looks",yaml:`apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop
  namespace: argocd
spec:
  project: default
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: argocd-cm
  labels:
    app.kubernetes.io/part-of: argocd
data:
  url: https://argocd.example.com
`}]},{since:"0.1.0",summary:"Disallow a web server and a database in one pod.",why:"Both restart, move and scale together: a second replica of the site brings a second, empty database.",howToFix:"Run the database in a StatefulSet of its own, and let the site reach it through a Service.",references:["https://kubernetes.io/docs/concepts/workloads/pods/#how-pods-manage-multiple-containers"],peers:{},longRunningOnly:!0,bad:[{title:"a blog with its database in the same pod",yaml:`apiVersion: v1
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
  name: batch # \u2716 ServiceAccount "batch" names no namespace, while others beside it are in "shop"
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
`}]},{since:"0.1.0",summary:"Disallow fields that only the API server writes.",why:"They were copied out of a cluster: an owner that does not exist there has the object deleted by the garbage collector, and an old `resourceVersion` has it refused.",howToFix:"Delete them.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/owners-dependents/"],peers:{monokle:["LNK003"]},fixable:"safe",bad:[{title:"an object out of a cluster",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  uid: 7d9f7e1a-8f3f-4a0c-9b5e-1f2a3b4c5d6e
  resourceVersion: "4711" # \u2716 metadata.resourceVersion and metadata.uid are set by the API server
data:
  level: info
`}],good:[{title:"what somebody wrote",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  level: info
`}]},{since:"0.1.0",summary:"Disallow applications in the namespaces of Kubernetes.",why:"What runs in kube-system is left out of most policies, webhooks and quotas, may use the highest priorities, and has the Secrets of the cluster beside it.",howToFix:"Give it a namespace of its own. Parts of the cluster itself, such as drivers and DNS, go into `allow`.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces"],peers:{trivy:["KSV-0037"]},options:{namespaces:{default:["kube-system","kube-public","kube-node-lease"],description:"Namespaces of Kubernetes."},allow:{default:["aws-node","calico","canal","cilium","cluster-autoscaler","coredns","csi","ebs-csi","efs-csi","etcd","hubble","istio-cni","kindnet","kube","kube-dns","konnectivity-agent","local-path-provisioner","metrics-server","node-local-dns","node-problem-detector","nvidia","snapshot-controller","tigera-operator","weave-net"],description:"Workloads that may be there, with those whose names begin with one of these and a hyphen."}},bad:[{title:"a web server beside the DNS of the cluster",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: kube-system # \u2716 Pod "web" runs in the namespace "kube-system"
spec:
  containers:
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"a namespace of its own, and a part of the cluster",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: app
      image: example.com/app:1.0
---
apiVersion: v1
kind: Pod
metadata:
  name: coredns
  namespace: kube-system
spec:
  containers:
    - name: coredns
      image: registry.k8s.io/coredns/coredns:v1.12.1
`}]},{since:"0.1.0",summary:"Disallow comments about what is still to do.",why:"What is merged with a TODO stays with it: an issue has an owner, a comment has none.",howToFix:"Do it, or open an issue and delete the comment.",references:["https://yaml.org/spec/1.2.2/#66-comments"],peers:{sonar:["S1135"]},options:{words:{default:["TODO","FIXME","XXX"],description:"The words that a comment may not have."}},bad:[{title:"still to do",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings # FIXME: which one? # \u2716 Comment says FIXME
data:
  a: '# TODO is no comment here'
`}],good:[{title:"done",yaml:`# Read by the shop.
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
`}]},{since:"0.1.0",summary:"Disallow templates of a Helm chart that read a misspelled value.",why:"A value that nobody sets is nothing, without an error: what `values.yaml` says under the right name does not get to the cluster.",howToFix:"Correct the name in the template. Only what is one slip away from a value in `values.yaml` is reported, and nothing that a comment there names, or another file of values sets.",references:["https://helm.sh/docs/chart_template_guide/values_files/"],peers:{},bad:[{title:"a letter too many",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  timeout: {{ .Values.server.timeoutt | quote }} # \u2716 Value server.timeoutt is not set anywhere, did you mean server.timeout?
`}],good:[{title:"a value that is there, and one that may be set",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  timeout: {{ .Values.server.timeout | quote }}
  timeouts: {{ .Values.server.timeouts | default "none" }}
`}]},{since:"0.1.0",summary:"Disallow values of a Helm chart that no template reads.",why:"Whoever sets such a value believes that it does something. Often the template reads it under another name, or no longer.",howToFix:"Delete the value, or have a template read it. Nothing is said of values that may be read in a way that cannot be followed: below one that is handed on as a whole (`toYaml`, `with`, `range`), of a chart that hands on all of `.Values`, and of one with dependencies that are packed or missing.",references:["https://helm.sh/docs/chart_best_practices/values/"],peers:{},bad:[{title:"a value that a template read once",yaml:`server:
  url: https://example.com
  timeout: 30 # \u2716 No template reads the value server.timeout
debug: false # \u2716 No template reads the value debug
`}],good:[{title:"values that are read, and those of a dependency",yaml:`data:
  url: https://example.com
withDatabase: true
db:
  user: web
global:
  region: eu
`}]},{since:"0.1.0",summary:"Disallow volumes of a pod that no container mounts.",why:"The pod waits for the volume and does nothing with it. Often it is the mount that was forgotten, or written into the wrong container.",howToFix:"Mount the volume with `volumeMounts`, or remove it.",references:["https://kubernetes.io/docs/concepts/storage/volumes/"],peers:{},bad:[{title:"a volume that nothing mounts",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
  volumes:
    - name: settings # \u2716 No container mounts volume "settings"
      configMap:
        name: settings
`}],good:[{title:"one that is mounted",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: example.com/app:1.0
      volumeMounts:
        - name: settings
          mountPath: /etc/settings
  volumes:
    - name: settings
      configMap:
        name: settings
`}]},{since:"0.1.0",summary:"Require an annotation of your choice.",why:"Programs and people look up in annotations whom to ask, and what to do: an object without them is one that nobody finds.",howToFix:"Add the annotation to `metadata.annotations`.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/"],peers:{"kube-linter":["required-annotation-email","required-annotation"],gatekeeper:["requiredannotations"],kyverno:["require-annotations","require-linkerd-mesh-injection"],monokle:["MTD-custom-annotations"]},options:{key:{default:"",description:"The key of the annotation."},pattern:{default:"",format:"pattern",description:"What the whole value has to match, a regular expression of RE2; empty for any."},kinds:{default:[],description:"Only of these kinds, such as Deployment, apps/Deployment or batch/*; empty for all."},template:{default:!1,description:"Whether the annotation is wanted on the pods, that is in the metadata of the template."}},bad:[{title:"no address",yaml:`apiVersion: v1
kind: Namespace
metadata:
  name: shop
  annotations:
    example.com/contact: the shop # \u2716 Annotation "example.com/contact" is "the shop", must match \\S+@\\S+
`}],good:[{title:"an address",yaml:`apiVersion: v1
kind: Namespace
metadata:
  name: shop
  annotations:
    example.com/contact: shop@example.com
`}]},{since:"0.1.0",summary:"Require an icon for a Helm chart.",why:"Catalogs such as Artifact Hub show it beside the name, and `helm lint` asks for it.",howToFix:"Set `icon` to the address of an SVG or PNG file.",references:["https://helm.sh/docs/topics/charts/#the-chartyaml-file"],peers:{},bad:[{title:"a chart without an icon",yaml:`apiVersion: v2
name: web # \u2716 The chart has no icon
version: 1.2.3
`}],good:[{title:"a chart with one",yaml:`apiVersion: v2
name: web
version: 1.2.3
icon: https://example.com/web.svg
`}]},{since:"0.1.0",summary:"Require a label of your choice.",why:"Who owns a workload, and what it costs, is known of labels that every object has: one without them belongs to nobody.",howToFix:"Add the label to `metadata.labels`.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/"],peers:{"kube-linter":["required-label-owner","required-label"],kubescape:["C-0076"],datree:["WORKLOAD_MISSING_LABEL_OWNER_VALUE","DEPLOYMENT_MISSING_LABEL_ENV_VALUE"],gatekeeper:["requiredlabels"],kyverno:["require-labels","enforce-ambient-mode-namespace","enforce-sidecar-injection-namespace","require-kubecost-labels"],monokle:["MTD-custom-labels"]},options:{key:{default:"",description:"The key of the label."},pattern:{default:"",format:"pattern",description:"What the whole value has to match, a regular expression of RE2; empty for any."},kinds:{default:[],description:"Only of these kinds, such as Deployment, apps/Deployment or batch/*; empty for all."},template:{default:!1,description:"Whether the label is wanted on the pods, that is in the metadata of the template."}},bad:[{title:"no owner, and one with another name",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: web # \u2716 Deployment "web" lacks the label "owner"
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
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  labels:
    owner: me # \u2716 Label "owner" is "me", must match team-[a-z]+
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
`}],good:[{title:"a team",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels:
    owner: team-shop
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
`}]},{since:"0.1.0",summary:"Require a namespace on every object that belongs into one.",why:"Without it the object lands in the namespace that happens to be the current one. Helm, Kustomize and Argo CD fill it in, so this rule is in no preset.",howToFix:"Set `metadata.namespace`.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"],peers:{kubescape:["C-0209"]},options:{kinds:{default:[],description:"Only these kinds; empty for all."}},bad:[{title:"anywhere",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings # \u2716 ConfigMap "settings" sets no namespace
`}],good:[{title:"in the shop",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: shop
---
apiVersion: v1
kind: Namespace
metadata:
  name: shop
`}]},{since:"0.1.0",summary:"Require the recommended labels on workloads.",why:"Dashboards and tools group what belongs together by `app.kubernetes.io/\u2026`; a workload without them is on no list.",howToFix:"Add the labels that are missing to `metadata.labels`.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/"],peers:{kubescape:["C-0077"],monokle:["MTD-recommended-labels"]},options:{labels:{default:["app.kubernetes.io/name","app.kubernetes.io/instance"],description:"The labels that are wanted; there are also version, component, part-of and managed-by."}},bad:[{title:"a label of its own",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: web # \u2716 Deployment "web" lacks the labels app.kubernetes.io/name, app.kubernetes.io/instance
  labels:
    app: web
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
`}],good:[{title:"with labels",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels:
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web-shop
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
`}]},{since:"0.1.0",summary:"Require the keys of every map in alphabetical order.",why:"Where everybody sorts them, two versions of a manifest differ only in what was meant to change.",howToFix:"Sort the keys. Option `first` names keys that come before all others, such as `apiVersion`, `kind`, `metadata`.",references:["https://kubernetes.io/docs/concepts/configuration/overview/"],peers:{"kube-linter":["sorted-keys"]},options:{first:{default:[],description:"Keys that come first, in this order."},recursive:{default:!0,description:"Whether maps within the object are sorted, too."}},bad:[{title:"metadata too late",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  namespace: shop
  name: settings # \u2716 Key "name" comes after "namespace"
data: # \u2716 Key "data" comes after "metadata"
  a: '1'
`}],good:[{title:"sorted",yaml:`apiVersion: v1
data:
  a: '1'
kind: ConfigMap
metadata:
  name: settings
  namespace: shop
`}]},{since:"0.1.0",summary:"Require a field of your choice, with a value of your choice.",why:"What a team has agreed on is kept only where something looks after it.",howToFix:"Add the field, or give it a value that is allowed.",references:["https://kubernetes.io/docs/reference/kubernetes-api/"],peers:{"kube-linter":["statefulset-volumeclaimtemplate-annotation"],kyverno:["check-routes","check-supplemental-groups","disallow-host-ports-range","enforce-etcd-encryption","enforce-instancetype","enforce-min-tls-version","enforce-strict-mtls","restrict-runtimeClassName","restrict-secrets-by-name","restrict-service-port-range","restrict-usergroup-fsgroup-id","verify-git-repositories"]},options:{path:{default:"",format:"path",description:"The way to the field: `spec.replicas`, `metadata.annotations[example.com/owner]`, `pod.spec.containers[*].resources`; `pod` is the pod of any kind that runs one, `[*]` each item of a list, `[name=web]` the one of that name."},onlyIfPresent:{default:!1,description:"Whether the field may be missing, and only its value counts."},values:{default:[],description:"The values that are allowed; empty for any."},pattern:{default:"",format:"pattern",description:"What the whole value has to match, a regular expression of RE2; empty for any."},kinds:{default:[],description:"Only of these kinds, such as Deployment, apps/Deployment or batch/*; empty for all."}},bad:[{title:"a scheduler of its own",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  schedulerName: other # \u2716 spec.schedulerName is "other", must be "shop-scheduler"
  containers:
    - name: app
      image: example.com/app:1.0
---
apiVersion: v1
kind: Pod
metadata:
  name: api # \u2716 Pod "api" lacks spec.schedulerName
spec:
  containers:
    - name: app
      image: example.com/app:1.0
`}],good:[{title:"the right one",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  schedulerName: shop-scheduler
  containers:
    - name: app
      image: example.com/app:1.0
`}]},{since:"0.1.0",summary:"Require comments and annotations that ignore findings to name rules that exist, and that find something there.",why:"A comment with a misspelled name ignores nothing, and one whose rule finds nothing there any more stays behind, misleads the reader, and hides the next mistake.",howToFix:"Write `# podlint-ignore rule-a, rule-b: the reason`, at the end of the line or on a line of its own above the field. Delete what is not needed any more; `--fix` does. Where a date (`until=2027-01-31`) is over, fix what was ignored, or give a later one.",references:[],peers:{ruff:["RUF102","PGH004"]},fixable:"safe",bad:[{title:"a misspelled name, all rules, and names without a comma",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  # podlint-ignore no-host-namespaces: the agent looks at the node's processes # \u2716 Unknown rule "no-host-namespaces", did you mean "no-host-namespace"?
  hostPID: true
  # podlint-ignore all # \u2716 "all" is not a rule: name each rule or category to ignore
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
  # podlint-ignore no-host-namespace, reliability until=2999-12-31: the agent looks at the node's processes
  hostPID: true
  containers:
    - name: app
      image: example.com/app:1.0
`}]}],u=()=>(0,i.allRules)().map((n,e)=>({...n,...h[e]}));0&&(module.exports={documentedRules});
}))
