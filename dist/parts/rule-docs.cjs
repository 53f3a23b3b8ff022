/*0b4ea679079b65da*/(typeof module=="object"?part=>part(exports,require,module,__filename,__dirname):part=>part)((function(exports,require,module,__filename,__dirname){"use strict";var o=Object.defineProperty;var r=Object.getOwnPropertyDescriptor;var p=Object.getOwnPropertyNames;var m=Object.prototype.hasOwnProperty;var c=(n,e)=>{for(var t in e)o(n,t,{get:e[t],enumerable:!0})},l=(n,e,t,s)=>{if(e&&typeof e=="object"||typeof e=="function")for(let a of p(e))!m.call(n,a)&&a!==t&&o(n,a,{get:()=>e[a],enumerable:!(s=r(e,a))||s.enumerable});return n};var d=n=>l(o({},"__esModule",{value:!0}),n);var b={};c(b,{documentedRules:()=>u});module.exports=d(b);var i=require("./cli.cjs").rules,h=[{summary:"Disallow keys that kubectl reads as something else than what is written.",why:'For kubectl `on`, `yes` and `1.10` are booleans and numbers even as keys, so a file of a ConfigMap ends up with the name "true" or "1.1".',howToFix:"Put the key in quotes.",references:["https://kubernetes.io/docs/concepts/configuration/configmap/","https://yaml.org/type/bool.html"],peers:{},bad:[{title:"names of files that are words and numbers to YAML",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow values that YAML 1.1 and YAML 1.2 read differently.",why:"To kubectl and Helm `yes` is true and `010` is 8. Tools for YAML 1.2 read a text and 10, so what they show, check or generate is not what is applied.",howToFix:"Write `true`, `false` or a decimal number, or put the value in quotes where a text is meant.",references:["https://yaml.org/type/bool.html","https://yaml.org/spec/1.2.2/#103-core-schema"],peers:{},bad:[{title:"a word and an octal number",yaml:`apiVersion: apps/v1
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
      hostNetwork: no # \u2716 Value "no" is false to kubectl and a text to YAML 1.2
      containers:
        - name: app
          image: example.com/app:1.0
`}],good:[{title:"texts in quotes, and a file mode",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow file modes that look octal but are decimal.",why:"Without its leading zero, `400` is the mode 0620: the group may write the key, and its owner is not alone. Above 511 the API server refuses the number.",howToFix:"Write the leading zero, `0400`; in JSON, which has no octal numbers, the decimal value, 256.",references:["https://kubernetes.io/docs/concepts/configuration/secret/#secret-files-permissions"],peers:{},bad:[{title:"a mode without its zero",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow setting an environment variable of a container twice.",why:"The last one wins. Server-side apply refuses the object, and a client-side apply may drop one of the two, not always the same.",howToFix:"Delete the value that is out of date.",references:["https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/"],peers:{"kube-linter":["duplicate-env-var"],"kube-score":["environment-variable-key-duplication"],kubescape:["C-0295"],sonar:["S6907"]},bad:[{title:"the same value twice",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow the same key twice in one map.",why:"Only the last value counts, so what stands above it is silently lost; with strict validation the API server refuses the object.",howToFix:"Delete the key that is not meant, or merge the two values.",references:["https://yaml.org/spec/1.2.2/#3213-node-comparison"],peers:{monokle:["YML010"],kubeconform:["-strict"],yamllint:["key-duplicates"]},bad:[{title:"a label twice",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow two items of a list that the API tells apart by the same key.",why:"Server-side apply refuses the object, and a client-side apply merges the two into one.",howToFix:"Give each item a key of its own, or delete one of them.",references:["https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy"],peers:{kubeconform:["(none)"],"flux-schema":["(list map)"]},bad:[{title:"two conditions for one gate",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostAliases:
    - ip: 10.0.0.1
      hostnames: [a.example]
    - ip: 10.0.0.1 # \u2716 "hostAliases" has the same ip "10.0.0.1" twice
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
`}]},{summary:"Disallow amounts of memory, storage and CPU that nobody means.",why:"The API server takes them, but no node has 500 cores to spare, and no program fits into half a byte of memory: the pod stays pending, or its container never starts.",howToFix:"Mind the units: `m` is a thousandth and belongs to CPU, `Mi` and `Gi` belong to memory and storage, and a bare number is bytes or whole cores.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#resource-units-in-kubernetes"],peers:{},bad:[{title:"bytes in place of gibibytes",yaml:`apiVersion: apps/v1
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
            storage: 10 # \u2716 "storage" 10 is less than 1M
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
`}]},{summary:"Disallow fields that the type does not have.",why:"The API server refuses the object, or drops the field without a word, so what it should set is never set.",howToFix:"Write the field as the API reference spells it, at the level where it belongs.",references:["https://kubernetes.io/docs/reference/using-api/api-concepts/#validation-for-unrecognized-or-duplicate-fields"],peers:{kubeconform:["-strict"],"kubectl-validate":["(default)"],monokle:["K8S001"]},bad:[{title:"resource instead of resources",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow kinds that the groups of Kubernetes do not have.",why:'The API server answers "no matches for kind": the name is misspelt, or the object is in another group or version.',howToFix:"Write the kind and apiVersion that the message proposes.",references:["https://kubernetes.io/docs/reference/kubernetes-api/"],peers:{monokle:["K8S004"],kubeconform:["(missing schema)"]},bad:[{title:"a misspelt kind",yaml:`apiVersion: apps/v1
kind: Deploymnet # \u2716 apps/v1 of Kubernetes 1.37 has no kind "Deploymnet", did you mean "Deployment"?
metadata:
  name: web
`}],good:[{title:"a custom resource",yaml:`apiVersion: example.com/v1
kind: Widget
metadata:
  name: web
`}]},{summary:"Require the fields that the API needs.",why:"The API server refuses an object that lacks them.",howToFix:"Add the field that the message names.",references:["https://kubernetes.io/docs/reference/kubernetes-api/"],peers:{kubeconform:["(schema)"],"kubectl-validate":["(schema)"]},bad:[{title:"a role binding without a role",yaml:`apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding # \u2716 RoleBinding needs "roleRef"
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
`}]},{summary:"Require apiVersion and kind in every object.",why:"Without them nobody can tell what the object is, and kubectl refuses it.",howToFix:'Write both fields at the top of the document, for example "apiVersion: v1" and "kind: ConfigMap".',references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields"],peers:{kubeval:["(missing kind)"]},bad:[{title:"an object without apiVersion",yaml:`kind: ConfigMap # \u2716 The object has no "apiVersion"
metadata:
  name: settings
`}],good:[{title:"both fields",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
`}]},{summary:"Require ConfigMaps whose keys can be file names, and which are not too large.",why:"Keys become names of files and variables; a key that cannot be one, or more than 1 MiB of values, makes the API server refuse the object.",howToFix:'Use letters, digits, "-", "_" and "." in keys, and split what is larger than 1 MiB into several ConfigMaps or put it into an image.',references:["https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-object"],peers:{},bad:[{title:"a path as a key",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  etc/app.conf: "" # \u2716 Key "etc/app.conf" must consist of letters, digits, "-", "_" and "."
`}],good:[{title:"a file name as a key",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  app.conf: ""
`}]},{summary:"Require containers that the API server takes: a name, an image, known policies.",why:"The API server refuses a pod with a container that lacks its name or image, or whose name is taken or no DNS label.",howToFix:'Give every container an image and a name of its own, of lower case letters, digits and "-".',references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container"],peers:{},bad:[{title:"a malformed name, a name twice, no image, an unknown policy",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: init-myService # \u2716 "name" "init-myService" must consist of lower case letters, digits and "-"
      image: busybox:1.37
    - name: app # \u2716 "name" "app" is the name of another container
      image: busybox:1.37
  containers:
    - name: app
      image: nginx:1.27
      imagePullPolicy: always # \u2716 "imagePullPolicy" "always" must be one of "Always", "IfNotPresent", "Never"
    - name: side # \u2716 "image" is required
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
`}]},{summary:"Require ports that the API server takes, and host ports that do not collide.",why:"The API server refuses a pod with a port out of range, an unknown protocol, a malformed or repeated name, or a host port twice.",howToFix:'Use numbers from 1 to 65535, the protocols TCP, UDP and SCTP in capitals, and names of at most 15 lower case letters, digits and "-".',references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports"],peers:{},bad:[{title:"a name that is too long, a protocol in lower case, a host port twice",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.27
      ports:
        - name: application-http # \u2716 "name" "application-http" must be at most 15 characters
          containerPort: 8080
          hostPort: 80
        - name: dns
          containerPort: 53
          protocol: udp # \u2716 "protocol" "udp" must be one of "TCP", "UDP", "SCTP"
        - name: other
          containerPort: 8081
          hostPort: 80 # \u2716 Host port 80/TCP is taken by another port of the pod
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
`}]},{summary:"Require schedules and restart policies that jobs can have.",why:"The API server refuses a CronJob whose schedule no clock meets, and a job whose pods would restart for ever: `Always` is the default that a pod template has without a policy.",howToFix:"Write five fields (minute, hour, day of month, month, day of week) and name the time zone in `timeZone`; set `restartPolicy` to `OnFailure` or `Never`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#writing-a-cronjob-spec","https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-template"],peers:{},bad:[{title:"an hour that no clock has, and pods that never end",yaml:`apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: 0 25 * * 1 # \u2716 "schedule" "0 25 * * 1" has "25" for the hour, which is outside 0\u201323
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Always # \u2716 "restartPolicy" "Always" must be "OnFailure" or "Never"
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
`}]},{summary:"Require a DaemonSet whose selector matches its pod template.",why:"The API server refuses a DaemonSet that would not select its own pods, and the selector cannot be changed later.",howToFix:"Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#pod-selector"],peers:{},bad:[{title:"labels that the selector does not match",yaml:`apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels: # \u2716 "labels" must match "selector", or the workload cannot own its pods
        app: website
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
`}]},{summary:"Require a Deployment whose selector matches its pod template.",why:"The API server refuses a Deployment that would not select its own pods, and the selector cannot be changed later.",howToFix:"Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector"],peers:{},bad:[{title:"labels that the selector does not match",yaml:`apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels: # \u2716 "labels" must match "selector", or the workload cannot own its pods
        app: website
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
`}]},{summary:"Require environment variables with a name and one source.",why:"The API server refuses a variable without a name, with a value and a source at once, or whose source cannot exist.",howToFix:"Give every variable a name, and either `value` or exactly one source below `valueFrom`.",references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables"],peers:{},bad:[{title:"a value beside a source, a field that no variable can take",yaml:`apiVersion: v1
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
          valueFrom: # \u2716 "valueFrom" may not be set beside a value
            configMapKeyRef:
              name: settings
              key: mode
        - name: LABELS
          valueFrom:
            fieldRef:
              fieldPath: spec.volumes # \u2716 "fieldPath" "spec.volumes" must be a field of the pod that the downward API has
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
`}]},{summary:"Require image references that a container runtime can read.",why:"The API server takes any text for an image, so the mistake only shows on the node: the pod stays in `InvalidImageName`.",howToFix:"Write `registry/repository:tag`, all lower case before the tag. When something fills in the placeholder before it is applied, lint its output instead.",references:["https://kubernetes.io/docs/concepts/containers/images/#image-names"],peers:{polaris:["tagNotSpecified"]},bad:[{title:"capitals, a scheme, a template that nobody filled in",yaml:`apiVersion: v1
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
      image: "example.com/worker:{{ .Values.tag }}" # \u2716 Image "example.com/worker:{{ .Values.tag }}" still has the placeholder "{{ .Values.tag }}"
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
`}]},{summary:"Require a Job that leaves its selector to the API server, and a name that its pods can have.",why:"The API server selects the pods of a Job by labels of its own, and refuses a selector or labels that disagree with them.",howToFix:"Delete `selector` and the labels `job-name` and `controller-uid`, and keep the name of the Job at 63 characters.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/job/#specifying-your-own-pod-selector"],peers:{},bad:[{title:"a selector of its own",yaml:`apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
spec:
  selector: # \u2716 "selector" must be left to the API server unless "manualSelector" is true
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
`}]},{summary:"Require label selectors that the API server can read.",why:"The API server refuses a selector with malformed keys or values, or with an operator that does not go with its values.",howToFix:"Use the operators In and NotIn with `values`, Exists and DoesNotExist without, and keys and values that labels can have.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors"],peers:{},bad:[{title:"an operator without its values, and one that does not exist",yaml:`apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: deny
spec:
  podSelector:
    matchExpressions:
      - key: app # \u2716 "values" must not be empty for the operator In
        operator: In
      - key: tier
        operator: Equals # \u2716 "operator" "Equals" must be one of In, NotIn, Exists, DoesNotExist
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
`}]},{summary:"Require lifecycle hooks with exactly one handler that can end in time.",why:"The API server refuses a hook with no handler or with several, and a sleep that is longer than the time in which the pod must stop.",howToFix:"Keep one of `exec`, `httpGet` and `sleep`, and raise `terminationGracePeriodSeconds` above the sleep.",references:["https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/"],peers:{},bad:[{title:"a sleep beyond the grace period, and two handlers",yaml:`apiVersion: v1
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
          httpGet: # \u2716 "httpGet" may not be set beside "exec"
            port: 80
        preStop:
          sleep: # \u2716 "sleep" must be at most the grace period of 30 seconds
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
`}]},{summary:"Require names, labels, annotations, owners and finalizers that the API server takes.",why:"The API server refuses an object whose metadata break its grammars: most names are DNS names, because they end up in host names and URLs.",howToFix:'Use lower case letters, digits and "-" in names, at most 63 characters in label values, and a prefix such as `example.com/` for keys of your own.',references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/names/","https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/"],peers:{},bad:[{title:"a name with capitals and a label with a blank",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: My-Settings # \u2716 "name" "My-Settings" must consist of lower case letters, digits, "-" and "."
  labels:
    team: blue sky # \u2716 Label "team" has the value "blue sky", which must consist of letters, digits, "-", "_" and "."
`}],good:[{title:"names and labels of the right form",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: my-settings
  labels:
    example.com/team: blue-sky
`}]},{summary:"Require a NetworkPolicy whose peers, ranges and ports the API server can read.",why:"The API server refuses a peer that names nothing, a range that is none, and ports that do not exist.",howToFix:"Give each peer an `ipBlock` or selectors, each range a prefix length, and each port a number or a name of a container port.",references:["https://kubernetes.io/docs/concepts/services-networking/network-policies/"],peers:{},bad:[{title:"a range without prefix length, a peer of two kinds, a protocol in lower case",yaml:`apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector: {}
  ingress:
    - from:
        - ipBlock:
            cidr: 10.0.0.0 # \u2716 "cidr" "10.0.0.0" must be a range of IP addresses such as 10.9.8.0/24 or 2001:db8::/64
        - ipBlock: # \u2716 "ipBlock" may not be set beside a selector
            cidr: 10.0.0.0/8
            except:
              - 192.168.0.0/16 # \u2716 "except[0]" "192.168.0.0/16" must be a part of 10.0.0.0/8
          podSelector: {}
      ports:
        - port: 80
          protocol: tcp # \u2716 "protocol" "tcp" must be one of "TCP", "UDP", "SCTP"
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
`}]},{summary:"Require a PodDisruptionBudget with one limit, as a number or a percentage.",why:"The API server refuses a budget with both limits, or with one that is neither a number nor a percentage up to 100%.",howToFix:"Keep `minAvailable` or `maxUnavailable`, and write numbers without quotes.",references:["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],peers:{},bad:[{title:"a number in quotes",yaml:`apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  minAvailable: "1" # \u2716 "minAvailable" "1" must be digits followed by "%"
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
`}]},{summary:"Require policies, names and addresses of a pod that the API server takes.",why:"The API server refuses a pod with an unknown policy, a malformed host name, node label or address, or DNS settings that leave nothing to ask.",howToFix:'Write policies as the documentation spells them, and names in lower case letters, digits and "-".',references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec"],peers:{},bad:[{title:"policies in lower case, no name server, a host name with a dot",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  restartPolicy: always # \u2716 "restartPolicy" "always" must be one of "Always", "OnFailure", "Never"
  dnsPolicy: None
  dnsConfig: # \u2716 "nameservers" is required where "dnsPolicy" is None
    searches:
      - example.com
  hostname: web.example # \u2716 "hostname" "web.example" must consist of lower case letters, digits and "-"
  hostAliases:
    - ip: localhost # \u2716 "ip" "localhost" must be an IP address such as 10.9.8.7 or 2001:db8::ffff
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
`}]},{summary:"Require probes with exactly one handler and sensible timings.",why:"The API server refuses a probe with no handler or with several, with a port that is none, or with a threshold that has no meaning for it.",howToFix:"Keep one of `exec`, `grpc`, `httpGet` and `tcpSocket`. A port is a number or the name of a container port; a number in quotes is neither.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],peers:{},bad:[{title:"no handler, two handlers, a port in quotes",yaml:`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.27
      startupProbe: # \u2716 "startupProbe" must have one of "exec", "httpGet", "tcpSocket", "grpc"
        periodSeconds: 5
      livenessProbe:
        successThreshold: 2 # \u2716 "successThreshold" "2" must be 1 for this probe
        httpGet:
          port: "8080" # \u2716 "port" "8080" must contain a letter
      readinessProbe:
        exec:
          command: ['true']
        tcpSocket: # \u2716 "tcpSocket" may not be set beside "exec"
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
`}]},{summary:"Require a ReplicaSet whose selector matches its pod template.",why:"The API server refuses a ReplicaSet that would not select its own pods, and the selector cannot be changed later.",howToFix:"Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/replicaset/#pod-selector"],peers:{},bad:[{title:"labels that the selector does not match",yaml:`apiVersion: apps/v1
kind: ReplicaSet
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels: # \u2716 "labels" must match "selector", or the workload cannot own its pods
        app: website
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
`}]},{summary:"Require a ReplicationController whose selector matches its pod template.",why:"The API server refuses a ReplicationController that would not select its own pods.",howToFix:"Repeat the labels of `selector` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/replicationcontroller/#pod-selector"],peers:{},bad:[{title:"labels that the selector does not match",yaml:`apiVersion: v1
kind: ReplicationController
metadata:
  name: web
spec:
  selector:
    app: web
  template:
    metadata:
      labels: # \u2716 "labels" must match "selector", or the workload cannot own its pods
        app: website
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
`}]},{summary:"Require resources that exist, in amounts that make sense, with requests within limits.",why:"The API server refuses a pod with an unknown resource, a negative or fractional amount, or a request above its limit.",howToFix:"Use cpu, memory, ephemeral-storage, hugepages-<size> or a prefixed resource of a device, and keep each request at or below its limit.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{},bad:[{title:"a request above its limit, an unknown resource, half a device",yaml:`apiVersion: apps/v1
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
              memory: 1Gi # \u2716 The request of "memory" is above its limit
            limits:
              memory: 1G
              requests.cpu: 1 # \u2716 Resource "requests.cpu" is no resource that a container can have
              nvidia.com/gpu: 500m # \u2716 Resource "nvidia.com/gpu" must be a whole number
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
`}]},{summary:"Require Secrets that have what their type needs.",why:"The API server refuses a Secret that lacks the keys of its type, has a key that cannot be a file name, or has more than 1 MiB of values.",howToFix:"Add the key that the message names, or leave `type` away: `Opaque` needs nothing.",references:["https://kubernetes.io/docs/concepts/configuration/secret/#secret-types"],peers:{},bad:[{title:"a certificate without its key",yaml:`apiVersion: v1
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
  tls.crt: Y2VydA==
  tls.key: a2V5
`}]},{summary:"Require a Service whose selector consists of labels.",why:"The API server refuses a selector with keys or values that no pod can have as labels.",howToFix:"Copy the labels of the pods that the Service is for.",references:["https://kubernetes.io/docs/concepts/services-networking/service/"],peers:{},bad:[{title:"a malformed value",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web,api # \u2716 Value "web,api" of the selector must consist of letters, digits, "-", "_" and "."
  ports:
    - port: 80
`}],good:[{title:"labels of pods",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app.kubernetes.io/name: web
  ports:
    - port: 80
`}]},{summary:"Require a StatefulSet whose selector matches its pod template.",why:"The API server refuses a StatefulSet that would not select its own pods, and the selector cannot be changed later.",howToFix:"Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-selector"],peers:{},bad:[{title:"labels that the selector does not match",yaml:`apiVersion: apps/v1
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
      labels: # \u2716 "labels" must match "selector", or the workload cannot own its pods
        app: website
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
`}]},{summary:"Disallow values of a type that the field does not take.",why:"The API server cannot decode the object and refuses it as a whole, whatever else it says.",howToFix:"Quote text that looks like a number or a boolean; write numbers and booleans without quotes.",references:["https://kubernetes.io/docs/reference/using-api/api-concepts/"],peers:{kubeconform:["(schema)"],"kubectl-validate":["(schema)"],monokle:["K8S001"]},bad:[{title:"text for a number",yaml:`apiVersion: apps/v1
kind: ReplicaSet
metadata:
  name: web
spec:
  replicas: "3" # \u2716 "replicas" must be an integer of 32 bits, not the text "3": leave out the quotes
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
`}]},{summary:"Disallow text that is not YAML as kubectl reads it.",why:"The API server refuses the whole document, and nothing in it can be checked.",howToFix:"Mend the text at the place that the message names: mostly indentation, a missing quote or a tab.",references:["https://yaml.org/spec/1.1/"],peers:{kubeconform:["(parse error)"],monokle:["YML001"],yamllint:["syntax"]},bad:[{title:"a quote that is never closed",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  motd: "hello # \u2716 The quote is never closed
`}],good:[{title:"a quoted text",yaml:`apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  motd: "hello"
`}]},{summary:"Disallow well-known images that get no more fixes.",why:"Every vulnerability that is found in it from now on stays open, in a program that is well known to attackers too.",howToFix:"Move to a release line that is maintained. podlint has a short list of common images and can be out of date: silence does not mean that an image is maintained.",references:["https://kubernetes.io/docs/concepts/containers/images/","https://endoflife.date/"],peers:{kubescape:["C-0081","C-0090","C-0091","C-0292"]},bad:[{title:"release lines that have ended",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow images without a tag, or with a tag that moves.",why:"What runs is what the tag pointed to when the node pulled it: two pods of one Deployment may run different code, and a rollback has nothing to go back to.",howToFix:"Name a release (`nginx:1.29.3`) or a digest (`nginx@sha256:\u2026`); a bot such as Renovate keeps either current.",references:["https://kubernetes.io/docs/concepts/containers/images/#image-names"],peers:{"kube-linter":["latest-tag"],"kube-score":["container-image-tag"],polaris:["tagNotSpecified"],trivy:["KSV-0013"],checkov:["CKV_K8S_14"],kubescape:["C-0304"],datree:["CONTAINERS_MISSING_IMAGE_VALUE_VERSION"],kyverno:["disallow-latest-tag"]},bad:[{title:"tags that move, and none",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow long-running pods that no controller owns.",why:"When its node fails or is drained, such a pod is gone for good: nothing starts it anywhere else.",howToFix:"Put the pod into the template of a Deployment; with `restartPolicy: Never` it is taken for one that is meant to end.",references:["https://kubernetes.io/docs/concepts/configuration/overview/#naked-pods-vs-replicasets-deployments-and-jobs"],peers:{kubescape:["C-0073"],datree:["K8S_INCORRECT_KIND_VALUE_POD"],popeye:["208"],clusterlint:["bare-pods"],kyverno:["prevent-bare-pods"]},bad:[{title:"a server in a Pod of its own",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow a single replica behind a Service.",why:"While the only pod moves to another node, crashes or is evicted, nobody answers.",howToFix:"Set `replicas` to 2 or more, or let a HorizontalPodAutoscaler choose. Strategy `Recreate` says that there may only be one, and is left alone.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#replicas"],peers:{"kube-linter":["minimum-three-replicas"],"kube-score":["deployment-replicas"],polaris:["deploymentMissingReplicas"],datree:["DEPLOYMENT_INCORRECT_REPLICAS_VALUE"],kubevious:["replica-count-check"],gatekeeper:["replicalimits"],kyverno:["require-deployments-have-multiple-replicas"],popeye:["1109"]},bad:[{title:"a Service with one pod behind it",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow references to API objects in static pods.",why:"A kubelet runs a static pod from a file, without the API server: such references never resolve, and since Kubernetes 1.34 the kubelet refuses the pod.",howToFix:"Mount files of the node with `hostPath`, or write the value into the manifest. What needs a ConfigMap or a Secret is better run by a DaemonSet.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/"],peers:{},bad:[{title:"a static pod that mounts a Secret",yaml:`apiVersion: v1
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
`}]},{summary:"Require a liveness probe for containers that run for long.",why:"A program that hangs without exiting stays broken until somebody restarts it by hand.",howToFix:"Add a `livenessProbe` that fails only when a restart helps: not when a database is away. A crash alone needs no probe, the container restarts anyway.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],peers:{"kube-linter":["no-liveness-probe"],"kube-score":["pod-probes"],polaris:["livenessProbeMissing"],checkov:["CKV_K8S_8"],kubescape:["C-0056"],popeye:["102","103"],datree:["CONTAINERS_MISSING_LIVENESSPROBE_KEY"],gatekeeper:["requiredprobes"],kyverno:["require-probes"]},bad:[{title:"a server without a liveness probe",yaml:`apiVersion: v1
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
`}]},{summary:"Require a PodDisruptionBudget for workloads with several replicas.",why:"Without a budget, draining nodes for an upgrade may evict all replicas at once.",howToFix:"Add a PodDisruptionBudget whose selector matches the pods, with `maxUnavailable: 1` for a start.",references:["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],peers:{"kube-score":["deployment-has-poddisruptionbudget","statefulset-has-poddisruptionbudget"],polaris:["missingPodDisruptionBudget"],popeye:["206"],kics:["Deployment Without PodDisruptionBudget","StatefulSet Without PodDisruptionBudget"],kyverno:["require-pdb"]},bad:[{title:"three replicas that may all be evicted together",yaml:`apiVersion: apps/v1
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
`}]},{summary:"Require a readiness probe for containers that a Service sends traffic to.",why:"Without it a pod gets requests as soon as its process starts, so every rollout answers some of them with errors.",howToFix:"Add a `readinessProbe` that asks the port of the Service. One container of the pod with such a probe is enough: the pod is ready when all of its probes say so.",references:["https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe"],peers:{"kube-linter":["no-readiness-probe"],"kube-score":["pod-probes"],polaris:["readinessProbeMissing"],checkov:["CKV_K8S_9"],kubescape:["C-0018"],popeye:["102","104"],datree:["CONTAINERS_MISSING_READINESSPROBE_KEY"],gatekeeper:["requiredprobes"],kyverno:["require-probes"]},bad:[{title:"a Service in front of a container without a readiness probe",yaml:`apiVersion: v1
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
`}]},{summary:"Require a CPU request on every container that stays.",why:"When the node is busy the container gets next to no CPU time, and an autoscaler that scales on CPU use has nothing to compare with.",howToFix:"Set `resources.requests.cpu` to what the program needs under usual load, such as `50m`. A CPU limit is not needed.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{"kube-linter":["unset-cpu-requirements"],"kube-score":["container-resources"],polaris:["cpuRequestsMissing"],trivy:["KSV-0015"],checkov:["CKV_K8S_10"],kubescape:["C-0050","C-0268"],kubesec:["RequestsCPU"],datree:["CONTAINERS_MISSING_CPU_REQUEST_KEY"],kyverno:["require-pod-requests-limits","require-qos-burstable"]},bad:[{title:"memory only",yaml:`apiVersion: v1
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
`}]},{summary:"Require a memory limit on every container that stays.",why:"A leak in it takes the memory of the whole node, and the kernel then kills whichever program it likes, often one that is innocent.",howToFix:"Set `resources.limits.memory` a little above the most that the program has ever used. Where a LimitRange of the namespace does that, switch this rule off.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{"kube-linter":["unset-memory-requirements"],"kube-score":["container-resources"],polaris:["memoryLimitsMissing"],trivy:["KSV-0018"],checkov:["CKV_K8S_13"],kubescape:["C-0004","C-0009","C-0271"],kubesec:["LimitsMemory"],datree:["CONTAINERS_MISSING_MEMORY_LIMIT_KEY"],kyverno:["require-pod-requests-limits"]},bad:[{title:"only a request",yaml:`apiVersion: v1
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
`}]},{summary:"Require a memory request on every container that stays.",why:"The scheduler takes it for a container that needs none, packs the node too full, and under memory pressure such pods are the first to be evicted.",howToFix:"Set `resources.requests.memory` to what the program usually needs; a limit alone counts as a request of the same size.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{"kube-score":["container-resources"],polaris:["memoryRequestsMissing"],trivy:["KSV-0016"],checkov:["CKV_K8S_12"],kubescape:["C-0004","C-0269"],kubesec:["RequestsMemory"],datree:["CONTAINERS_MISSING_MEMORY_REQUEST_KEY"],kyverno:["require-pod-requests-limits"]},bad:[{title:"a request for CPU only",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow capabilities beyond those that the baseline of the Pod Security Standards allows.",why:"Most of them reach out of the container: SYS_ADMIN and ALL are as good as root on the node, NET_ADMIN and NET_RAW let it rewrite or forge network traffic.",howToFix:"Delete what the program does not need. For a port below 1024, NET_BIND_SERVICE is enough.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline","https://man7.org/linux/man-pages/man7/capabilities.7.html"],peers:{polaris:["dangerousCapabilities"],trivy:["KSV-0005","KSV-0022","KSV-0120"],checkov:["CKV_K8S_25","CKV_K8S_39"],kubescape:["C-0046"],kubesec:["CapSysAdmin"],"pod-security-admission":["capabilities_baseline"],datree:["CONTAINERS_INVALID_CAPABILITIES_VALUE"],kyverno:["disallow-capabilities"]},bad:[{title:"more than the baseline",yaml:`apiVersion: v1
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
`}]},{summary:'Disallow pods that carry the token of the service account "default".',why:"All pods of a namespace share that account, so a permission that one of them is given is given to all, and to whoever breaks into any.",howToFix:"Set `automountServiceAccountToken: false` when the program does not talk to the API server; else give it a ServiceAccount of its own.",references:["https://kubernetes.io/docs/concepts/security/service-accounts/","https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/"],peers:{"kube-linter":["default-service-account"],kubesec:["ServiceAccountName"],popeye:["300","308"],kyverno:["restrict-service-account"]},bad:[{title:"no service account named",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow pods in the node's network, process or IPC namespace.",why:"With `hostNetwork` a pod hears the traffic of the node and stands outside every NetworkPolicy; with `hostPID` it sees the environment of all processes, secrets included.",howToFix:"Delete the field. An agent that is there to watch or wire up the node needs it: say so with a podlint-ignore comment.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline"],peers:{"kube-linter":["host-ipc","host-network","host-pid"],polaris:["hostIPCSet","hostNetworkSet","hostPIDSet"],trivy:["KSV-0008","KSV-0009","KSV-0010"],checkov:["CKV_K8S_17","CKV_K8S_18","CKV_K8S_19"],kubescape:["C-0038","C-0041","C-0275","C-0276"],kubesec:["HostIPC","HostNetwork","HostPID"],"pod-security-admission":["hostNamespaces"],datree:["CONTAINERS_INCORRECT_HOSTIPC_VALUE_TRUE","CONTAINERS_INCORRECT_HOSTNETWORK_VALUE_TRUE","CONTAINERS_INCORRECT_HOSTPID_VALUE_TRUE"],kyverno:["disallow-host-namespaces"]},bad:[{title:"two namespaces of the node",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow volumes that are directories of the node.",why:"The pod depends on what lies on that node and is bound to it, and what it may read or write there is the node's, not its own.",howToFix:"Use an `emptyDir` for scratch space, a PersistentVolumeClaim for data, a ConfigMap or Secret for files.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{polaris:["hostPathSet"],trivy:["KSV-0023"],kubescape:["C-0048"],"pod-security-admission":["hostPathVolumes","restrictedVolumes"],datree:["CONTAINERS_INCORRECT_KEY_HOSTPATH"],kyverno:["disallow-host-path"]},bad:[{title:"data on the node",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow `allowPrivilegeEscalation: true`.",why:"A program in it can become root through any setuid file of the image, whichever user it starts as.",howToFix:"Write `allowPrivilegeEscalation: false`. Hardly a program needs it; `sudo` and `ping` in old images do.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["privilege-escalation-container"],polaris:["privilegeEscalationAllowed"],trivy:["KSV-0001"],checkov:["CKV_K8S_20"],kubescape:["C-0016","C-0211"],kubesec:["AllowPrivilegeEscalation"],"pod-security-admission":["allowPrivilegeEscalation"],datree:["CONTAINERS_MISSING_KEY_ALLOWPRIVILEGEESCALATION"],kyverno:["disallow-privilege-escalation"]},bad:[{title:"escalation that is allowed in so many words",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow privileged containers.",why:"A privileged container sees every device of its node and runs without the usual confinement, so breaking out of it takes one command.",howToFix:"Delete `privileged` and add only the capabilities that the program needs.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline"],peers:{"kube-linter":["privileged-container"],trivy:["KSV-0017"],checkov:["CKV_K8S_16"],kubescape:["C-0057"],polaris:["runAsPrivileged"],datree:["CONTAINERS_INCORRECT_PRIVILEGED_VALUE_TRUE"]},bad:[{title:"a privileged container",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow images from registries that are frozen or closed.",why:"Nothing new is published there, fixes for vulnerabilities least of all, and one day the pull fails: on the next node that the pod moves to.",howToFix:"Pull from the registry that the message names, or copy the image to one of your own.",references:["https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/","https://github.com/bitnami/containers/issues/83267"],peers:{kubescape:["C-0253"],kyverno:["restrict-deprecated-registry"],clusterlint:["docker-pkg-github-com-registry"]},bad:[{title:"the former registry of Kubernetes",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow `runAsUser: 0`.",why:"User 0 in the container is user 0 on the node: a mounted host file or a kernel bug is all that it takes to own it.",howToFix:"Give the number of the user that the image is made for. What only root can do at the start belongs into an init container, or into `fsGroup` when it is about a volume.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["run-as-non-root"],trivy:["KSV-0105"],"pod-security-admission":["runAsUser"],kyverno:["require-run-as-non-root-user"]},bad:[{title:"root for one container",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow mounts of the container runtime's socket.",why:"Whoever can talk to the runtime can start a privileged container that mounts the whole node: it is root access, whatever else the pod forbids, and read-only does not help.",howToFix:"Build images with a tool that needs no runtime (BuildKit rootless, Kaniko, Buildah); read metrics and logs from the kubelet.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{"kube-linter":["docker-sock"],trivy:["KSV-0006"],checkov:["CKV_K8S_27"],kubescape:["C-0074"],kubesec:["DockerSock"],datree:["CONTAINERS_INCORRECT_PATH_VALUE_DOCKERSOCKET"],kyverno:["disallow-cri-sock-mount","docker-socket-requires-label"],semgrep:["exposing-docker-socket-hostpath"]},bad:[{title:"Docker's socket, and the directory of containerd's",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow ConfigMaps that hold a secret.",why:"ConfigMaps are readable by far more people and programs than Secrets, are not encrypted in etcd, and are printed without second thoughts.",howToFix:"Revoke it and put the new one into a Secret; a file that mixes both can become a Secret as a whole.",references:["https://kubernetes.io/docs/concepts/configuration/configmap/","https://kubernetes.io/docs/concepts/security/secrets-good-practices/"],peers:{polaris:["sensitiveConfigmapContent"],trivy:["KSV-0109"],kubescape:["C-0012"]},bad:[{title:"a random value with a telling name, and a token in a file",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow environment variables, arguments and commands that hold a secret as plain text.",why:"Everyone who can read the repository, or get the pod from the cluster, has the secret; it stays in the history of both.",howToFix:"Revoke it, put the new one into a Secret (better: let an operator fetch it from a vault) and take it with `valueFrom.secretKeyRef`.",references:["https://kubernetes.io/docs/tasks/inject-data-application/distribute-credentials-secure/"],peers:{"kube-linter":["env-var-secret"],polaris:["sensitiveContainerEnvVar"],kubescape:["C-0012","C-0259"],datree:["ALL_EXPOSED_SECRET_AWS","ALL_EXPOSED_SECRET_GITHUB","ALL_EXPOSED_SECRET_JWT","ALL_EXPOSED_SECRET_PRIVATEKEY"]},bad:[{title:"a token of a known form, and a random value with a telling name",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow mounts of the node's system directories.",why:"They hold the keys of the kubelet, the secrets of all pods on the node and the programs that root runs: who breaks into the pod has the node, often the cluster.",howToFix:"Mount the one file or directory that is needed, read-only. An agent that watches the node needs more: say so with a podlint-ignore comment.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{"kube-linter":["sensitive-host-mounts"],trivy:["KSV-0121"],kubesec:["ProcMount"],kubeaudit:["SensitivePathsMounted"],sonar:["S6433"]},bad:[{title:"all of the node, and its credentials",yaml:`apiVersion: v1
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
`}]},{summary:"Require containers to drop all capabilities.",why:"A container starts with about a dozen powers of root, such as to change the owner of any file or to forge packets; few programs use one of them.",howToFix:"Write `drop: [ALL]`, in capitals as the Pod Security Standards know it, and add back what the program turns out to need.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{polaris:["insecureCapabilities"],trivy:["KSV-0003","KSV-0106"],checkov:["CKV_K8S_37"],kubescape:["C-0211"],kubesec:["CapDropAll"],"pod-security-admission":["capabilities_restricted"],kyverno:["disallow-capabilities-strict","require-drop-all"]},bad:[{title:"nothing dropped, and not all",yaml:`apiVersion: v1
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
`}]},{summary:"Require `allowPrivilegeEscalation: false`.",why:"Left out, it is true: a program can become root through any setuid file of the image, whichever user it starts as.",howToFix:"Add `allowPrivilegeEscalation: false` to the `securityContext` of the container; a pod has no such field.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{polaris:["privilegeEscalationAllowed"],trivy:["KSV-0001"],checkov:["CKV_K8S_20"],kubescape:["C-0016","C-0211"],kubesec:["AllowPrivilegeEscalation"],"pod-security-admission":["allowPrivilegeEscalation"],datree:["CONTAINERS_MISSING_KEY_ALLOWPRIVILEGEESCALATION"],kyverno:["disallow-privilege-escalation"]},bad:[{title:"containers that leave it to the default",yaml:`apiVersion: v1
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
`}]},{summary:"Require containers to have a read-only root file system.",why:"An attacker who gets in can put tools beside the program and change it; with a read-only file system there is nowhere to write.",howToFix:"Set `readOnlyRootFilesystem: true` for the container and mount an `emptyDir` where the program writes, often `/tmp`.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["no-read-only-root-fs"],"kube-score":["container-security-context-readonlyrootfilesystem"],polaris:["notReadOnlyRootFilesystem"],trivy:["KSV-0014"],checkov:["CKV_K8S_22"],kubescape:["C-0017","C-0211"],kubesec:["ReadOnlyRootFilesystem"],datree:["CONTAINERS_INCORRECT_READONLYROOTFILESYSTEM_VALUE"],kyverno:["require-ro-rootfs"]},bad:[{title:"a root file system that is writable by default, and one on purpose",yaml:`apiVersion: v1
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
`}]},{summary:"Require containers to run as another user than root.",why:"Without it the image decides, and most images run as root: whoever breaks into the program is one kernel bug away from the node.",howToFix:"Set `runAsNonRoot: true` for the pod: the kubelet then refuses to start an image that would be root. An image whose user is a name needs `runAsUser` too.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{"kube-linter":["run-as-non-root"],polaris:["runAsRootAllowed"],trivy:["KSV-0012"],checkov:["CKV_K8S_23"],kubescape:["C-0013","C-0211"],kubesec:["RunAsNonRoot"],"pod-security-admission":["runAsNonRoot"],datree:["CONTAINERS_INCORRECT_RUNASNONROOT_VALUE"],kyverno:["require-run-as-nonroot"]},bad:[{title:"a container that overrides its pod, and one that says nothing",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow the same port name in two containers of a pod.",why:"A Service that names the port reaches only the first of them; the API server warns about it since 1.33.",howToFix:"Give each port of the pod a name of its own, such as `app-metrics` and `proxy-metrics`.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports"],peers:{"kube-score":["container-ports-check"]},bad:[{title:"two ports with the name metrics",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow two containers of a pod on the same port.",why:'The containers of a pod share one network: the second program that binds the port fails with "address already in use", and its container restarts for ever.',howToFix:"Let one of the programs listen on another port, or delete the port from the container that does not listen on it.",references:["https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking"],peers:{},bad:[{title:"a sidecar on the port of the app",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow a Service whose selector just misses every pod.",why:"The Service exists, but has no endpoints: every connection to it is refused or times out.",howToFix:"Make the selector equal to labels of the pod template. A Service whose pods are not among the linted files is left alone.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service","https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/"],peers:{"kube-linter":["dangling-service"],"kube-score":["service-targets-pod"],kubescape:["C-0293"],popeye:["1100","1105"],kics:["Service Does Not Target Pod"],kubevious:["service-selector-ref"],monokle:["LNK001"]},bad:[{title:"a label with another value",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow a target port of a Service that its pods do not declare.",why:"A name that no container declares leads nowhere: the Service has no endpoints for this port, and every connection is refused.",howToFix:"Write the name of a port that a container of the pods declares, of the same protocol, or its number.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports"],peers:{popeye:["1101","1106"],kubevious:["service-selector-ref"]},bad:[{title:"a misspelt port name",yaml:`apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: htpp # \u2716 Target port "htpp" of Service "web" is no TCP port of Pod "web"; did you mean "http"?
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
`}]},{summary:"Disallow API versions that are deprecated in the targeted Kubernetes.",why:"They still work, and the API server answers with a warning; after an upgrade of the cluster to the version that the message names they do not work any more.",howToFix:"Move to the API version that the message names, if there is one, before the cluster is upgraded.",references:["https://kubernetes.io/docs/reference/using-api/deprecation-guide/","https://kubernetes.io/docs/reference/using-api/deprecation-policy/"],peers:{"kube-score":["stable-version"],trivy:["KSV-0107"],kics:["Object Is Using A Deprecated API Version"],datree:["K8S_DEPRECATED_APIVERSION_1.16","K8S_DEPRECATED_APIVERSION_1.17","K8S_DEPRECATED_APIVERSION_1.19","K8S_DEPRECATED_APIVERSION_1.21","K8S_DEPRECATED_APIVERSION_1.22","K8S_DEPRECATED_APIVERSION_1.23","K8S_DEPRECATED_APIVERSION_1.24"],sonar:["S1874"],monokle:["K8S002"],pluto:["deprecated"],kubent:["deprecated"]},bad:[{title:"a beta version that is on its way out",yaml:`apiVersion: certificates.k8s.io/v1beta1 # \u2716 certificates.k8s.io/v1beta1 ClusterTrustBundle is deprecated since Kubernetes 1.37 and removed in 1.40; use certificates.k8s.io/v1
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
`}]},{summary:"Disallow deprecated labels of nodes.",why:"New nodes may come without the old label, and then the pod stays pending; the API server warns about it.",howToFix:'Use the label without "beta": nodes have had both, with the same value, since Kubernetes 1.17.',references:["https://kubernetes.io/docs/reference/labels-annotations-taints/"],peers:{},bad:[{title:"the beta label of the operating system",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow API versions that the targeted Kubernetes no longer serves.",why:'The API server answers "no matches for kind": nothing is created, and an upgrade of the cluster breaks the deployment.',howToFix:"Move to the API version that the message names; its fields may differ.",references:["https://kubernetes.io/docs/reference/using-api/deprecation-guide/"],peers:{pluto:["removed"],kubent:["removed"],"kube-score":["stable-version"],"kube-linter":["no-extensions-v1beta"]},bad:[{title:"an Ingress of 1.21",yaml:`apiVersion: extensions/v1beta1 # \u2716 extensions/v1beta1 Ingress was removed in Kubernetes 1.22; use networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
`}],good:[{title:"the version that is served",yaml:`apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: web
`}]},{summary:'Disallow the namespace "default".',why:"Everybody who names no namespace ends up there, so its quotas, network policies and permissions fit nobody.",howToFix:"Give the application a namespace of its own. An object without a namespace is left alone: Helm, Kustomize and `kubectl -n` fill it in.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"],peers:{"kube-linter":["use-namespace"],trivy:["KSV-0110"],checkov:["CKV_K8S_21"],kubescape:["C-0061","C-0212"],kics:["Using Default Namespace"],datree:["WORKLOAD_INCORRECT_NAMESPACE_VALUE_DEFAULT"],clusterlint:["default-namespace"],kyverno:["disallow-default-namespace"]},bad:[{title:"a ConfigMap in the default namespace",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow a web server and a database in one pod.",why:"Both restart, move and scale together: a second replica of the site brings a second, empty database.",howToFix:"Run the database in a StatefulSet of its own, and let the site reach it through a Service.",references:["https://kubernetes.io/docs/concepts/workloads/pods/#how-pods-manage-multiple-containers"],peers:{},bad:[{title:"a blog with its database in the same pod",yaml:`apiVersion: v1
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
`}]},{summary:"Disallow a file in which most objects name their namespace and some do not.",why:"`kubectl apply` puts those without one into the namespace of whoever applies them, apart from the objects that they belong to.",howToFix:"Write the namespace into every object of the file, or into none and set it when the file is applied.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"],peers:{},bad:[{title:"a forgotten namespace",yaml:`apiVersion: v1
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
`}]}],u=()=>(0,i.allRules)().map((n,e)=>({...n,...h[e]}));0&&(module.exports={documentedRules});
}))
