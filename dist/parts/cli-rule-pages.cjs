"use strict";var ks=Object.create;var Ze=Object.defineProperty;var ws=Object.getOwnPropertyDescriptor;var xs=Object.getOwnPropertyNames;var Ss=Object.getPrototypeOf,Ps=Object.prototype.hasOwnProperty;var w=(e,t)=>()=>{try{return t||e((t={exports:{}}).exports,t),t.exports}catch(a){throw t=0,a}},Cs=(e,t)=>{for(var a in t)Ze(e,a,{get:t[a],enumerable:!0})},ma=(e,t,a,o)=>{if(t&&typeof t=="object"||typeof t=="function")for(let n of xs(t))!Ps.call(e,n)&&n!==a&&Ze(e,n,{get:()=>t[n],enumerable:!(o=ws(t,n))||o.enumerable});return e};var c=(e,t,a)=>(a=e!=null?ks(Ss(e)):{},ma(t||!e||!e.__esModule?Ze(a,"default",{value:e,enumerable:!0}):a,e)),Rs=e=>ma(Ze({},"__esModule",{value:!0}),e);var f=w((cr,la)=>{la.exports=require("./cli-check.cjs").engineDefineRule});var pa=w((mr,da)=>{da.exports=require("../podlint.cjs").project});var J=w((dr,fa)=>{fa.exports=require("./cli-check.cjs").schemaFormatsImage});var ka=w((hr,va)=>{va.exports=require("./cli-check.cjs").schemaRemoved});var Te=w((gr,Sa)=>{Sa.exports=require("./cli-check.cjs").modelPlace});var kt=w((Sr,Na)=>{Na.exports=require("../podlint.cjs").modelNearest});var wt=w((Pr,Ea)=>{Ea.exports=require("./cli-check.cjs").modelServiceSelector});var xt=w((Rr,qa)=>{qa.exports=require("./cli-check.cjs").modelTargetPort});var St=w((Nr,Wa)=>{Wa.exports=require("./cli-check.cjs").modelStaticPod});var se=w((Lr,Ya)=>{Ya.exports=require("./cli-check.cjs").schemaFormatsSelector});var at=w((_r,ao)=>{ao.exports=require("./cli-check.cjs").modelResources});var q=w((jr,mo)=>{mo.exports=require("./cli-check.cjs").modelSecurityContext});var Pt=w((Qr,xo)=>{xo.exports=require("./cli-check.cjs").modelHostPath});var Ct=w((Zr,Co)=>{Co.exports=require("./cli-check.cjs").modelSecretValue});var Tt=w((rc,Oo)=>{Oo.exports=require("./cli-check.cjs").modelFields});var Wo=w((lc,jo)=>{jo.exports=require("./cli-check.cjs").parserTape});var st=w((hc,Qo)=>{Qo.exports=require("./cli-check.cjs").schemaFormatsQuantity});var B=w((xm,ln)=>{ln.exports=require("./cli-check.cjs").schemaWorkloadSelector});var E=w((Em,gn)=>{gn.exports=require("./cli-check.cjs").schemaFormatsNames});var Mt=w((Om,Pn)=>{Pn.exports=require("./cli-check.cjs").schemaFormatsPorts});var qn=w((Km,$n)=>{$n.exports=require("./cli-check.cjs").schemaFormatsPaths});var ms=w((cl,cs)=>{cs.exports=require("./cli-check.cjs").schemaFormatsIp});var gs=w((Vl,bs)=>{bs.exports=require("../podlint.cjs").usageError});var ir={};Cs(ir,{ruleJson:()=>nr,ruleList:()=>or,rulePage:()=>sr});module.exports=Rs(ir);var vs=c(f(),1),ra=c(pa(),1);var ia=c(f());var Ce=c(f()),As=["Service kubernetes","ServiceAccount default","Endpoints kubernetes","EndpointSlice kubernetes"],ua=(0,Ce.defineRule)({severity:"info",presets:["strict"],since:"0.1.0",summary:'Disallow the namespace "default".',why:"Everybody who names no namespace ends up there, so its quotas, network policies and permissions fit nobody.",howToFix:"Give the application a namespace of its own. An object without a namespace is left alone: Helm, Kustomize and `kubectl -n` fill it in.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"],peers:{"kube-linter":["use-namespace"],trivy:["KSV-0110"],checkov:["CKV_K8S_21"],kubescape:["C-0061","C-0212"],kics:["Using Default Namespace"],datree:["WORKLOAD_INCORRECT_NAMESPACE_VALUE_DEFAULT"],clusterlint:["default-namespace"],kyverno:["disallow-default-namespace"]},bad:[{title:"a ConfigMap in the default namespace",yaml:Ce.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          namespace: default # ✖ ConfigMap "settings" is in the namespace "default"
        data: {}
      `}],good:[{title:"a namespace of its own, or one that is filled in later",yaml:Ce.yaml`
        apiVersion: v1
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
      `}],visit:{object(e,{report:t}){!e.namespaced||e.namespace!=="default"||As.includes(`${e.kind} ${e.name}`)||t(e.at("metadata","namespace"),`${e.kind} "${e.name}" is in the namespace "default"`)}}});var Re=c(f()),ya=c(J()),Ts=["cassandra","cockroach","couchdb","mariadb","mongo","mongodb","mongodb-community-server","mssql/server","mysql","mysql-server","postgis","postgres","postgresql"],Is=["apache","caddy","drupal","ghost","httpd","jetty","joomla","nextcloud","nginx","nginx-unprivileged","node","php","tomcat","wordpress"],ha=(e,t)=>{let a=(0,ya.parseImage)(t??"");return typeof a!="string"&&e.some(o=>`/${a.repository}`.endsWith(`/${o}`))},ba=(0,Re.defineRule)({severity:"info",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow a web server and a database in one pod.",why:"Both restart, move and scale together: a second replica of the site brings a second, empty database.",howToFix:"Run the database in a StatefulSet of its own, and let the site reach it through a Service.",references:["https://kubernetes.io/docs/concepts/workloads/pods/#how-pods-manage-multiple-containers"],peers:{},longRunningOnly:!0,bad:[{title:"a blog with its database in the same pod",yaml:Re.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: blog
        spec:
          containers:
            - name: site
              image: wordpress:6.8
            - name: database # ✖ Container "database" is a database in the pod of the web server "site"
              image: mysql:8.4
      `}],good:[{title:"a database with its exporter, and a cache beside an app",yaml:Re.yaml`
        apiVersion: v1
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
      `}],visit:{podSpec(e,{report:t}){let a=e.containers.filter(({role:s})=>s==="main"),o=a.find(({value:s})=>ha(Is,s.image)),n=a.find(({value:s})=>ha(Ts,s.image));o===void 0||n===void 0||t(n.at(),`Container "${n.name}" is a database in the pod of the web server "${o.name}"`,void 0,{related:[{place:o.at(),message:"the web server"}]})}}});var Ae=c(f()),ga=(0,Ae.defineRule)({severity:"info",presets:["strict"],since:"0.1.0",summary:"Disallow a file in which most objects name their namespace and some do not.",why:"`kubectl apply` puts those without one into the namespace of whoever applies them, apart from the objects that they belong to.",howToFix:"Write the namespace into every object of the file, or into none and set it when the file is applied.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"],peers:{},crossObject:!0,bad:[{title:"a forgotten namespace",yaml:Ae.yaml`
        apiVersion: v1
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
          name: batch # ✖ ServiceAccount "batch" names no namespace, while the other objects of this file are in "shop"
      `}],good:[{title:"objects of two namespaces, and one that belongs to neither",yaml:Ae.yaml`
        apiVersion: v1
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
      `}],visit:{object(e,{index:t,report:a}){if(!e.namespaced||e.namespace!=="")return;let o=t.inFile(e.source.file).filter(({namespaced:r})=>r),n=o.filter(({namespace:r})=>r!==""),s=n[0];if(s===void 0||n.length*2<=o.length||n.some(({namespace:r})=>r!==s.namespace))return;let i=[{place:s.at("metadata","namespace"),message:"named here"}];a(e.at("metadata","name"),`${e.kind} "${e.name}" names no namespace, while the other objects of this file are in "${s.namespace}"`,void 0,{related:i})}}});var Q=c(f());function g(e,t){return{rule:e,types:t}}function h(e,t){return{type:e,...t}}var I=(...e)=>[{describes:"required",required:!0},...e];function N(e,t,a={}){let o=a.code??"Invalid";return{describes:e,test(n){if(typeof n!="string"||n===""&&a.empty!==!0)return;let s=t(n);if(s!==void 0)return typeof s=="string"?{code:o,message:s}:s.map(i=>({code:o,message:i}))}}}var _=(...e)=>Ns(e,!1);function Ns(e,t){let a=e.map(o=>`"${o}"`).join(", ");return{describes:`one of ${a}`,test:o=>typeof o!="string"||e.includes(o)||o===""&&!t?void 0:{code:"NotSupported",message:`must be one of ${a}`}}}var Es=e=>typeof e=="number"||typeof e=="bigint",M=e=>({describes:`at least ${e}`,test:t=>Es(t)&&t<e?{code:"Invalid",message:`must be at least ${e}`}:void 0});var gt=(e,t)=>({...t,since:Y(e)}),vt=(e,t)=>({...t,until:Y(e)}),Y=e=>Number(e.slice(e.indexOf(".")+1));var wa=c(ka()),xa=(0,Q.defineRule)({severity:"warning",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow API versions that are deprecated in the targeted Kubernetes.",why:"They still work, and the API server answers with a warning; after an upgrade of the cluster to the version that the message names they do not work any more.",howToFix:"Move to the API version that the message names, if there is one, before the cluster is upgraded.",references:["https://kubernetes.io/docs/reference/using-api/deprecation-guide/","https://kubernetes.io/docs/reference/using-api/deprecation-policy/"],peers:{"kube-score":["stable-version"],trivy:["KSV-0107"],kics:["Object Is Using A Deprecated API Version"],datree:["K8S_DEPRECATED_APIVERSION_1.16","K8S_DEPRECATED_APIVERSION_1.17","K8S_DEPRECATED_APIVERSION_1.19","K8S_DEPRECATED_APIVERSION_1.21","K8S_DEPRECATED_APIVERSION_1.22","K8S_DEPRECATED_APIVERSION_1.23","K8S_DEPRECATED_APIVERSION_1.24"],sonar:["S1874"],monokle:["K8S002"],pluto:["deprecated"],kubent:["deprecated"]},bad:[{title:"a beta version that is on its way out",yaml:Q.yaml`
        apiVersion: certificates.k8s.io/v1beta1 # ✖ certificates.k8s.io/v1beta1 ClusterTrustBundle is deprecated since Kubernetes 1.37 and removed in 1.40; use certificates.k8s.io/v1
        kind: ClusterTrustBundle
        metadata:
          name: ca
        spec:
          trustBundle: ''
      `},{title:"a kind with a successor, which nobody plans to remove",yaml:Q.yaml`
        apiVersion: v1 # ✖ v1 Endpoints is deprecated since Kubernetes 1.33; use discovery.k8s.io/v1 EndpointSlice
        kind: Endpoints
        metadata:
          name: database
      `}],good:[{title:"a stable version",yaml:Q.yaml`
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: database
        addressType: IPv4
        endpoints: []
      `}],visit:{object(e,{kubernetesVersions:t,report:a}){let o=(0,wa.removedApi)(e.apiVersion,e.kind);if(o?.deprecatedIn===void 0)return;let n=Y(t.at(-1));if(n<Y(o.deprecatedIn)||o.removedIn!==void 0&&n>=Y(o.removedIn))return;let s=o.removedIn===void 0?"":` and removed in ${o.removedIn}`,i=o.replacement===void 0?"":`; use ${o.replacement}`;a(e.at("apiVersion"),`${e.apiVersion} ${e.kind} is deprecated since Kubernetes ${o.deprecatedIn}${s}${i}`)}}});var V=c(f()),tt=c(Te()),et={"beta.kubernetes.io/arch":"kubernetes.io/arch","beta.kubernetes.io/os":"kubernetes.io/os","beta.kubernetes.io/instance-type":"node.kubernetes.io/instance-type","failure-domain.beta.kubernetes.io/region":"topology.kubernetes.io/region","failure-domain.beta.kubernetes.io/zone":"topology.kubernetes.io/zone"},X={"node-role.kubernetes.io/master":"node-role.kubernetes.io/control-plane"},Ca=(0,V.defineRule)({severity:"warning",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow deprecated labels of nodes.",why:"New nodes may come without the old label, and then the pod stays pending; the API server warns about it.",howToFix:'Use the label without "beta": nodes have had both, with the same value, since Kubernetes 1.17.',references:["https://kubernetes.io/docs/reference/labels-annotations-taints/"],peers:{},fixable:"safe",bad:[{title:"the beta label of the operating system",yaml:V.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          nodeSelector:
            beta.kubernetes.io/os: linux # ✖ Node label "beta.kubernetes.io/os" is deprecated; "kubernetes.io/os" has the same value
          topologySpreadConstraints:
            - maxSkew: 1
              topologyKey: failure-domain.beta.kubernetes.io/zone # ✖ Node label "failure-domain.beta.kubernetes.io/zone" is deprecated; "topology.kubernetes.io/zone" has the same value
              whenUnsatisfiable: ScheduleAnyway
              labelSelector: {}
          containers:
            - name: app
              image: example.com/app:1.0
      `,fixed:V.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          nodeSelector:
            kubernetes.io/os: linux
          topologySpreadConstraints:
            - maxSkew: 1
              topologyKey: topology.kubernetes.io/zone
              whenUnsatisfiable: ScheduleAnyway
              labelSelector: {}
          containers:
            - name: app
              image: example.com/app:1.0
      `},{title:"the label of control plane nodes",yaml:V.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: agent
        spec:
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                  - matchExpressions:
                      - key: node-role.kubernetes.io/master # ✖ Node label "node-role.kubernetes.io/master" is deprecated; nodes have "node-role.kubernetes.io/control-plane" in its place
                        operator: Exists
          containers:
            - name: agent
              image: example.com/agent:1.0
      `},{title:"both labels: the old one goes",yaml:V.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          nodeSelector:
            beta.kubernetes.io/os: linux # ✖ Node label "beta.kubernetes.io/os" is deprecated; "kubernetes.io/os" has the same value
            kubernetes.io/os: linux
          containers:
            - name: app
              image: example.com/app:1.0
      `,fixed:V.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          nodeSelector:
            kubernetes.io/os: linux
          containers:
            - name: app
              image: example.com/app:1.0
      `}],good:[{title:"the stable label",yaml:V.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          nodeSelector:
            kubernetes.io/os: linux
          containers:
            - name: app
              image: example.com/app:1.0
      `}],visit:{podSpec(e,{report:t}){let{nodeSelector:a={},affinity:o={},topologySpreadConstraints:n=[]}=e.value;for(let[m,d]of Object.entries(a)){let p=et[m]??X[m];if(p===void 0)continue;let u=e.at("nodeSelector",m);t((0,tt.atKey)(u),Pa(m),y=>{if(!(m in X))return p in a?a[p]===d?y.removeField(u):void 0:y.renameKey(u,p)})}let s=(m,d)=>{m!==void 0&&(m in et||m in X)&&t(d(),Pa(m),p=>m in X?void 0:p.replaceText(d(),et[m]))};for(let[m,{topologyKey:d}]of n.entries())s(d,()=>e.at("topologySpreadConstraints",m,"topologyKey"));let{requiredDuringSchedulingIgnoredDuringExecution:i,preferredDuringSchedulingIgnoredDuringExecution:r=[]}=o.nodeAffinity??{},l=[...(i?.nodeSelectorTerms??[]).map((m,d)=>({term:m,place:()=>e.at("affinity","nodeAffinity","requiredDuringSchedulingIgnoredDuringExecution","nodeSelectorTerms",d)})),...r.map(({preference:m},d)=>({term:m,place:()=>e.at("affinity","nodeAffinity","preferredDuringSchedulingIgnoredDuringExecution",d,"preference")}))];for(let{term:m,place:d}of l)for(let[p,{key:u}]of(m?.matchExpressions??[]).entries())s(u,()=>(0,tt.below)(d(),"matchExpressions",p,"key"))}}}),Pa=e=>e in X?`Node label "${e}" is deprecated; nodes have "${X[e]}" in its place`:`Node label "${e}" is deprecated; "${et[e]}" has the same value`;var Ie=c(f()),Ra=(0,Ie.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow API versions that the targeted Kubernetes no longer serves.",why:'The API server answers "no matches for kind": nothing is created, and an upgrade of the cluster breaks the deployment.',howToFix:"Move to the API version that the message names; its fields may differ.",references:["https://kubernetes.io/docs/reference/using-api/deprecation-guide/"],peers:{pluto:["removed"],kubent:["removed"],"kube-score":["stable-version"],"kube-linter":["no-extensions-v1beta"]},bad:[{title:"an Ingress of 1.21",yaml:Ie.yaml`
        apiVersion: extensions/v1beta1 # ✖ extensions/v1beta1 Ingress was removed in Kubernetes 1.22; use networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
      `}],good:[{title:"the version that is served",yaml:Ie.yaml`
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: web
      `}]});var Ne=c(f()),Aa=(0,Ne.defineRule)({severity:"info",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow the same port name in two containers of a pod.",why:"A Service that names the port reaches only the first of them; the API server warns about it since 1.33.",howToFix:"Give each port of the pod a name of its own, such as `app-metrics` and `proxy-metrics`.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports"],peers:{"kube-score":["container-ports-check"]},bad:[{title:"two ports with the name metrics",yaml:Ne.yaml`
        apiVersion: v1
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
                - name: metrics # ✖ Port name "metrics" is in container "app" and in container "proxy"
                  containerPort: 9091
      `}],good:[{title:"a name for each port",yaml:Ne.yaml`
        apiVersion: v1
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
      `}],visit:{podSpec(e,{report:t}){let a=new Map;for(let o of e.containers)if(o.longRunning)for(let[n,{name:s=""}]of(o.value.ports??[]).entries()){let i=a.get(s);if(!(s===""||i?.container===o))if(i===void 0)a.set(s,{container:o,index:n});else{let r=[{place:i.container.at("ports",i.index,"name"),message:"first here"}];t(o.at("ports",n,"name"),`Port name "${s}" is in container "${i.container.name}" and in container "${o.name}"`,void 0,{related:r})}}}}});var Z=c(f()),Ta=["","0.0.0.0","::"],Vs=(e,t)=>e===t||Ta.includes(e)||Ta.includes(t),Ia=(0,Z.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow two containers of a pod on the same port.",why:'The containers of a pod share one network: the second program that binds the port fails with "address already in use", and its container restarts for ever.',howToFix:"Let one of the programs listen on another port, or delete the port from the container that does not listen on it.",references:["https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking"],peers:{},bad:[{title:"a sidecar on the port of the app",yaml:Z.yaml`
        apiVersion: v1
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
                - containerPort: 8080 # ✖ Container "proxy" declares port 8080/TCP, as container "app" does
      `},{title:"a host port that two addresses share",yaml:Z.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              ports:
                - containerPort: 8080
                  hostPort: 80
            - name: proxy
              image: example.com/proxy:1.0
              ports:
                - containerPort: 8081
                  hostPort: 80 # ✖ Container "proxy" takes host port 80/TCP, as container "app" does
                  hostIP: 10.0.0.1
      `}],good:[{title:"TCP and UDP, and an init container that is done by then",yaml:Z.yaml`
        apiVersion: v1
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
      `}],visit:{podSpec(e,{report:t}){let a=new Map,o=new Map,n=e.value.hostNetwork===!0&&e.object.kind==="Pod";for(let s of e.containers)if(s.longRunning)for(let[i,{containerPort:r=0,protocol:l="TCP",...m}]of(s.value.ports??[]).entries()){let d={container:s,place:s.at("ports",i,"containerPort"),hostPort:m.hostPort||(n?r:0),hostIP:m.hostIP??""},p=`${r}/${l}`,u=d.hostPort===0?[]:o.get(`${d.hostPort}/${l}`)??[];d.hostPort!==0&&o.set(`${d.hostPort}/${l}`,[...u,d]);let y=a.get(p);if(y===void 0&&a.set(p,d),u.some(P=>$s(P,d)))continue;if(y!==void 0&&y.container!==s){t(d.place,`Container "${s.name}" declares port ${p}, as container "${y.container.name}" does`,void 0,{related:[{place:y.place,message:"declared here"}]});continue}let k=u.find(({hostIP:P})=>Vs(P,d.hostIP));if(k===void 0)continue;let S=s.at("ports",i,"hostPort");t(S,`Container "${s.name}" takes host port ${d.hostPort}/${l}, as container "${k.container.name}" does`,void 0,{related:[{place:k.place,message:"taken here"}]})}}}}),$s=(e,t)=>e.hostIP===t.hostIP&&(e.container===t.container||e.container.role==="main"&&t.container.role==="main");var ee=c(f()),Va=c(kt()),$=c(wt()),$a=(0,ee.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow a Service whose selector just misses every pod.",why:"The Service exists, but has no endpoints: every connection to it is refused or times out.",howToFix:"Make the selector equal to labels of the pod template. A Service whose pods are not among the linted files is left alone.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service","https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/"],peers:{"kube-linter":["dangling-service"],"kube-score":["service-targets-pod"],kubescape:["C-0293"],popeye:["1100","1105"],kics:["Service Does Not Target Pod"],kubevious:["service-selector-ref"],monokle:["LNK001"]},crossObject:!0,bad:[{title:"a label with another value",yaml:ee.yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
            tier: front # ✖ Service "web" selects no pod: Deployment "web" has "tier: frontend"
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
      `}],good:[{title:"a Service for pods that are not here, and one without a selector",yaml:ee.yaml`
        apiVersion: v1
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
      `},{title:"labels that a StatefulSet and a database give their pods while they run",yaml:ee.yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: primary
        spec:
          selector:
            app: database
            role: primary
            statefulset.kubernetes.io/pod-name: database-0
          ports:
            - port: 5432
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: database
        spec:
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
      `}],visit:{Service(e,{index:t,report:a}){let o=Object.entries((0,$.wantedLabels)(e));if(o.length===0||t.podsAnywhereOf(e).length>0)return;let n=({labels:d})=>o.filter(([p,u])=>d[p]!==u&&(p in d||!(0,$.isRuntimeLabel)(p))),s=d=>{if(!(0,$.isBeside)(e,d)||!(0,$.mayShareNamespace)(e.namespace,d.object.namespace))return!1;if(d.object.name===e.name)return!0;let[p,...u]=n(d);return p!==void 0&&u.length===0&&qs(d.labels[p[0]],p[1])},i=[...t.podsNamed(e.name),...o.flatMap(([d,p])=>t.podsLabelled(d,p))].find(s),r=i===void 0?void 0:n(i)[0];if(i===void 0||r===void 0)return;let[l]=r,m=l in i.labels?`has "${l}: ${i.labels[l]}"`:`has no label "${l}"`;a(e.at("spec","selector",l),`Service "${e.name}" selects no pod: ${i.object.kind} "${i.object.name}" ${m}`,void 0,{related:[{place:i.atMetadata("labels"),message:"labels of the nearest pod"}]})}}});function qs(e,t){return e===void 0||e.includes(t)||t.includes(e)?!0:(0,Va.nearest)(t,[e])!==void 0&&e.replace(/\d/g,"")!==t.replace(/\d/g,"")}var te=c(f()),La=c(kt()),Oa=c(xt()),Da=(0,te.defineRule)({severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow a target port of a Service that its pods do not declare.",why:"A name that no container declares leads nowhere: the Service has no endpoints for this port, and every connection is refused.",howToFix:"Write the name of a port that a container of the pods declares, of the same protocol, or its number.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports"],peers:{popeye:["1101","1106"],kubevious:["service-selector-ref"]},fixable:"unsafe",crossObject:!0,options:{numeric:{default:!1,description:"Report numbers that no container declares, too. They work all the same: to declare a port is only information."}},bad:[{title:"a misspelt port name",yaml:te.yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - port: 80
              targetPort: htpp # ✖ Target port "htpp" of Service "web" is no TCP port of Pod "web"; did you mean "http"?
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
      `,fixed:te.yaml`
        apiVersion: v1
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
      `}],good:[{title:"a declared name, and a number that nobody declares",yaml:te.yaml`
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
      `}],visit:{Service(e,{index:t,options:a,report:o}){let n=e.value.spec?.ports??[];if(!n.some(({targetPort:r})=>typeof r=="string")&&!a.numeric)return;let s=t.podsOf(e),i=s[0];if(i!==void 0)for(let[r,{port:l=0,targetPort:m=l,protocol:d="TCP"}]of n.entries()){if(typeof m=="number"&&!a.numeric||s.some(A=>(0,Oa.containerOfPort)(A,m,d)!==void 0))continue;let p=e.at("spec","ports",r,"targetPort"),u=s.flatMap(A=>A.containers.flatMap(({longRunning:v,value:C})=>v?C.ports??[]:[])).filter(A=>(A.protocol??"TCP")===d),y=typeof m=="string"?(0,La.nearest)(m,u.flatMap(({name:A})=>A??[])):void 0,k=s.length===1?"":` or of the ${s.length-1} other${s.length===2?"":"s"} that it selects`,S=`Target port ${JSON.stringify(m)} of Service "${e.name}" is no ${d} port of ${i.object.kind} "${i.object.name}"${k}`,P=[{place:i.at("containers"),message:"ports are declared here"}];o(p,y===void 0?S:`${S}; did you mean "${y}"?`,y===void 0?void 0:A=>A.replaceText(p,y),{related:P})}}}});var Ee=c(f()),Ma=c(J()),Ls=`
alpine: 3.9 2020-11, 3.10 2021-05, 3.11 2021-11, 3.12 2022-05, 3.13 2022-11, 3.14 2023-05, 3.15 2023-11, 3.16 2024-05, 3.17 2024-11, 3.18 2025-05, 3.19 2025-11, 3.20 2026-04
centos: * 2024-06
debian: 8 2020-06, jessie 2020-06, 9 2022-07, stretch 2022-07, 10 2024-06, buster 2024-06
elasticsearch: 5 2019-03, 6 2022-02, 7 2026-01
fedora: 35 2022-12, 36 2023-05, 37 2023-12, 38 2024-05, 39 2024-11, 40 2025-05, 41 2025-12, 42 2026-05
httpd: 2.2 2017-07
java: * 2016-12
kibana: 5 2019-03, 6 2022-02, 7 2026-01
mariadb: 5 2020-04, 10.0 2019-03, 10.1 2020-10, 10.2 2022-05, 10.3 2023-05, 10.4 2024-06, 10.5 2025-07
mongo: 3 2021-04, 4.0 2022-04, 4.2 2023-04, 4 2024-02, 5 2024-10, 6 2025-07
mysql: 5.5 2018-12, 5.6 2021-02, 5 2023-10, 8.0 2026-04
nginx: 1.14 2019-04, 1.15 2019-05, 1.16 2020-04, 1.17 2020-05, 1.18 2021-04, 1.19 2021-05, 1.20 2022-05, 1.21 2022-06, 1.22 2023-04, 1.23 2023-05, 1.24 2024-04, 1.25 2024-05, 1.26 2025-04, 1.27 2025-06, 1.28 2026-04, 1.29 2026-05
node: 4 2018-04, 6 2019-04, 8 2019-12, 10 2021-04, 11 2019-06, 12 2022-04, 13 2020-06, 14 2023-04, 15 2021-06, 16 2023-09, 17 2022-06, 18 2025-04, 19 2023-06, 20 2026-04, 21 2024-06, 23 2025-06, 25 2026-06
openjdk: 7 2022-07, 8 2022-07, 11 2022-07, 16 2022-07, 17 2022-07, 18 2022-07
php: 5 2018-12, 7.0 2019-01, 7.1 2019-12, 7.2 2020-11, 7.3 2021-12, 7 2022-11, 8.0 2023-11, 8.1 2025-12
postgres: 9 2021-11, 10 2022-11, 11 2023-11, 12 2024-11, 13 2025-11
python: 2 2020-01, 3.4 2019-03, 3.5 2020-09, 3.6 2021-12, 3.7 2023-06, 3.8 2024-10, 3.9 2025-10
redis: 3 2018-10, 4 2020-04, 5 2022-04, 6.0 2022-05, 7.0 2024-07
ruby: 2.4 2020-03, 2.5 2021-03, 2.6 2022-03, 2 2023-03, 3.0 2024-04, 3.1 2025-03, 3.2 2026-03
tomcat: 7 2021-03, 8.0 2018-06, 8 2024-03, 10.0 2022-10
ubuntu: 14.04 2019-04, trusty 2019-04, 16.04 2021-04, xenial 2021-04, 18.04 2023-05, bionic 2023-05, 20.04 2025-05, focal 2025-05, 24.10 2025-07, oracular 2025-07, 25.04 2026-01, plucky 2026-01
docker.elastic.co/elasticsearch/elasticsearch: 5 2019-03, 6 2022-02, 7 2026-01
docker.elastic.co/kibana/kibana: 5 2019-03, 6 2022-02, 7 2026-01
registry.k8s.io/ingress-nginx/controller: * 2026-03
`,Os=/^(?:docker\.io|mirror\.gcr\.io|public\.ecr\.aws\/docker)\/library\//,_a;function Ds({registry:e,repository:t,tag:a=""}){return _a??=new Map(Ls.trim().split(`
`).map(o=>o.split(": ")).map(([o,n])=>[o,n.split(", ").map(s=>s.split(" "))])),_a.get(`${e}/${t}`.replace(Os,""))?.find(([o])=>o==="*"||a===o||a.startsWith(o)&&/[.-]/.test(a[o.length]))?.[1]}var Fa=(0,Ee.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow well-known images that get no more fixes.",why:"Every vulnerability that is found in it from now on stays open, in a program that is well known to attackers too.",howToFix:"Move to a release line that is maintained. podlint has a short list of common images and can be out of date: silence does not mean that an image is maintained.",references:["https://kubernetes.io/docs/concepts/containers/images/","https://endoflife.date/"],peers:{kubescape:["C-0081","C-0090","C-0091","C-0292"]},bad:[{title:"release lines that have ended",yaml:Ee.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: node:16.20-alpine # ✖ Image "node:16.20-alpine" gets no fixes since 2023-09
            - name: database
              image: mirror.gcr.io/library/mongo:4.2 # ✖ Image "mirror.gcr.io/library/mongo:4.2" gets no fixes since 2023-04
            - name: tools
              image: centos # ✖ Image "centos" gets no fixes since 2024-06
      `}],good:[{title:"maintained lines, and images that are not known",yaml:Ee.yaml`
        apiVersion: v1
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
      `}],visit:{container(e,{report:t}){let a=e.value.image,o=a===void 0?"":(0,Ma.parseImage)(a),n=typeof o=="string"?void 0:Ds(o);n!==void 0&&t(e.at("image"),`Image "${a}" gets no fixes since ${n}`)}}});var Ve=c(f()),Ka=c(J()),_s=new Set("canary current dev devel develop development edge head latest lts main mainline master nightly rolling snapshot stable staging trunk unstable".split(" ")),Ms=/^(?:[a-z]{2,}|(?:alpine|amd|arm|cpu|cu|cuda|debian|gpu|jdk|jre|node|py|python|ubuntu|x)[\d.]+)$/,Fs=/^[0-9a-f]{7,40}$/;function Ks(e){let t=e.toLowerCase().split(/[-_]/);return t.some(a=>_s.has(a))&&t.every(a=>Ms.test(a)&&!Fs.test(a))}var ja=(0,Ve.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow images without a tag, or with a tag that moves.",why:"What runs is what the tag pointed to when the node pulled it: two pods of one Deployment may run different code, and a rollback has nothing to go back to.",howToFix:"Name a release (`nginx:1.29.3`) or a digest (`nginx@sha256:\u2026`); a bot such as Renovate keeps either current.",references:["https://kubernetes.io/docs/concepts/containers/images/#image-names"],peers:{"kube-linter":["latest-tag"],"kube-score":["container-image-tag"],polaris:["tagNotSpecified"],trivy:["KSV-0013"],checkov:["CKV_K8S_14"],kubescape:["C-0304"],datree:["CONTAINERS_MISSING_IMAGE_VALUE_VERSION"],kyverno:["disallow-latest-tag"]},options:{allow:{default:[],description:"Tags that are fine although they move, such as `stable`."}},bad:[{title:"tags that move, and none",yaml:Ve.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          initContainers:
            - name: migrate
              image: registry.example.com:5000/migrate # ✖ Image "registry.example.com:5000/migrate" has no tag
          containers:
            - name: web
              image: nginx:latest # ✖ Image "nginx:latest" has the moving tag "latest"
            - name: proxy
              image: example.com/proxy:stable-alpine # ✖ Image "example.com/proxy:stable-alpine" has the moving tag "stable-alpine"
      `}],good:[{title:"a release, a digest, a branch with a commit or date",yaml:Ve.yaml`
        apiVersion: v1
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
      `}],visit:{container(e,{options:t,report:a}){let o=e.value.image,n=o===void 0?"":(0,Ka.parseImage)(o);typeof n=="string"||n.digest!==void 0||(n.tag===void 0?a(e.at("image"),`Image "${o}" has no tag`):Ks(n.tag)&&!t.allow.includes(n.tag)&&a(e.at("image"),`Image "${o}" has the moving tag "${n.tag}"`))}}});var ae=c(f()),Ua=c(St()),Ga=(0,ae.defineRule)({severity:"info",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow long-running pods that no controller owns.",why:"When its node fails or is drained, such a pod is gone for good: nothing starts it anywhere else.",howToFix:"Put the pod into the template of a Deployment; with `restartPolicy: Never` it is taken for one that is meant to end.",references:["https://kubernetes.io/docs/concepts/configuration/overview/#naked-pods-vs-replicasets-deployments-and-jobs"],peers:{kubescape:["C-0073"],datree:["K8S_INCORRECT_KIND_VALUE_POD"],popeye:["208"],clusterlint:["bare-pods"],kyverno:["prevent-bare-pods"]},longRunningOnly:!0,bad:[{title:"a server in a Pod of its own",yaml:ae.yaml`
        apiVersion: v1
        kind: Pod # ✖ Pod "web" belongs to no controller
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `}],good:[{title:"a pod that runs to completion",yaml:ae.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: debug
        spec:
          restartPolicy: Never
          containers:
            - name: shell
              image: example.com/shell:1.0
      `},{title:"a static pod",yaml:ae.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: etcd
          namespace: kube-system
          annotations:
            kubeadm.kubernetes.io/etcd.advertise-client-urls: https://10.0.0.1:2379
        spec:
          hostNetwork: true
          containers:
            - name: etcd
              image: registry.k8s.io/etcd:3.6.0
      `}],visit:{Pod(e,{report:t}){(e.value.metadata?.ownerReferences??[]).length>0||(0,Ua.isStaticPod)(e)||t(e.at("kind"),`Pod "${e.name}" belongs to no controller`)}}});var oe=c(f()),Ba=(0,oe.defineRule)({severity:"info",presets:["strict"],since:"0.1.0",summary:"Disallow a single replica behind a Service.",why:"While the only pod moves to another node, crashes or is evicted, nobody answers.",howToFix:"Set `replicas` to 2 or more, or let a HorizontalPodAutoscaler choose. Strategy `Recreate` says that there may only be one, and is left alone.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#replicas"],peers:{"kube-linter":["minimum-three-replicas"],"kube-score":["deployment-replicas"],polaris:["deploymentMissingReplicas"],datree:["DEPLOYMENT_INCORRECT_REPLICAS_VALUE"],kubevious:["replica-count-check"],gatekeeper:["replicalimits"],kyverno:["require-deployments-have-multiple-replicas"],popeye:["1109"]},crossObject:!0,bad:[{title:"a Service with one pod behind it",yaml:oe.yaml`
        apiVersion: v1
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
          replicas: 1 # ✖ Deployment "web" has one replica behind Service "web"
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
      `}],good:[{title:"an autoscaler in charge",yaml:oe.yaml`
        apiVersion: v1
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
      `},{title:"a worker that no Service needs",yaml:oe.yaml`
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
                - name: worker
                  image: example.com/worker:1.0
      `}],visit:{Deployment(e,{index:t,report:a}){let{pod:o}=e,{replicas:n=1,strategy:s}=e.value.spec??{};if(o===void 0||n!==1||s?.type==="Recreate"||t.isAutoscaled(e))return;let i=t.servicesOf(o)[0];i!==void 0&&a(e.at("spec","replicas"),`Deployment "${e.name}" has one replica behind Service "${i.name}"`)}}});var $e=c(f()),Ha=c(St()),za=(0,$e.defineRule)({severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow references to API objects in static pods.",why:"A kubelet runs a static pod from a file, without the API server: such references never resolve, and since Kubernetes 1.34 the kubelet refuses the pod.",howToFix:"Mount files of the node with `hostPath`, or write the value into the manifest. What needs a ConfigMap or a Secret is better run by a DaemonSet.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/"],peers:{},bad:[{title:"a static pod that mounts a Secret",yaml:$e.yaml`
        apiVersion: v1
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
                    name: etcd # ✖ Static pod "etcd" refers to ConfigMap "etcd"
              volumeMounts:
                - name: certs
                  mountPath: /certs
          volumes:
            - name: certs
              secret:
                secretName: etcd-certs # ✖ Static pod "etcd" refers to Secret "etcd-certs"
      `}],good:[{title:"a static pod with files of its node; another pod with a Secret",yaml:$e.yaml`
        apiVersion: v1
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
      `}],visit:{Pod(e,{report:t}){let{pod:a}=e;if(a===void 0||!(0,Ha.isStaticPod)(e))return;let o=(n,s,i)=>{s!==void 0&&s!==""&&t(i,`Static pod "${e.name}" refers to ${n} "${s}"`)};o("ServiceAccount",a.value.serviceAccountName,a.at("serviceAccountName"));for(let[n,{name:s}]of(a.value.imagePullSecrets??[]).entries())o("Secret",s,a.at("imagePullSecrets",n,"name"));for(let[n,{configMap:s,secret:i,persistentVolumeClaim:r,projected:l}]of(a.value.volumes??[]).entries()){o("ConfigMap",s?.name,a.at("volumes",n,"configMap","name")),o("Secret",i?.secretName,a.at("volumes",n,"secret","secretName")),o("PersistentVolumeClaim",r?.claimName,a.at("volumes",n,"persistentVolumeClaim","claimName"));for(let[m,d]of(l?.sources??[]).entries())o("ConfigMap",d.configMap?.name,a.at("volumes",n,"projected","sources",m,"configMap")),o("Secret",d.secret?.name,a.at("volumes",n,"projected","sources",m,"secret"))}for(let n of a.containers){for(let[s,{configMapRef:i,secretRef:r}]of(n.value.envFrom??[]).entries())o("ConfigMap",i?.name,n.at("envFrom",s,"configMapRef","name")),o("Secret",r?.name,n.at("envFrom",s,"secretRef","name"));for(let[s,{valueFrom:i}]of(n.value.env??[]).entries())o("ConfigMap",i?.configMapKeyRef?.name,n.at("env",s,"valueFrom","configMapKeyRef","name")),o("Secret",i?.secretKeyRef?.name,n.at("env",s,"valueFrom","secretKeyRef","name"))}}}});var ne=c(f()),Ja=(0,ne.defineRule)({severity:"info",presets:["recommended","strict"],since:"0.1.0",summary:"Require a liveness probe for containers that run for long.",why:"A program that hangs without exiting stays broken until somebody restarts it by hand.",howToFix:"Add a `livenessProbe` that fails only when a restart helps: not when a database is away. A crash alone needs no probe, the container restarts anyway.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],peers:{"kube-linter":["no-liveness-probe"],"kube-score":["pod-probes"],polaris:["livenessProbeMissing"],checkov:["CKV_K8S_8"],kubescape:["C-0056"],popeye:["102","103"],datree:["CONTAINERS_MISSING_LIVENESSPROBE_KEY"],gatekeeper:["requiredprobes"],kyverno:["require-probes"]},longRunningOnly:!0,bad:[{title:"a server without a liveness probe",yaml:ne.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app # ✖ Container "app" has no liveness probe
              image: example.com/app:1.0
      `}],good:[{title:"a liveness probe; an init container that runs to completion",yaml:ne.yaml`
        apiVersion: v1
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
      `},{title:"a pod that runs to completion",yaml:ne.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: task
        spec:
          restartPolicy: OnFailure
          containers:
            - name: task
              image: example.com/task:1.0
      `}],visit:{container(e,{report:t}){!e.longRunning||e.value.livenessProbe!==void 0||t(e.at("livenessProbe"),`Container "${e.name}" has no liveness probe`)}}});var qe=c(f()),Qa=c(wt()),Xa=c(se()),Za=(0,qe.defineRule)({severity:"info",presets:["strict"],since:"0.1.0",summary:"Require a PodDisruptionBudget for workloads with several replicas.",why:"Without a budget, draining nodes for an upgrade may evict all replicas at once.",howToFix:"Add a PodDisruptionBudget whose selector matches the pods, with `maxUnavailable: 1` for a start.",references:["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],peers:{"kube-score":["deployment-has-poddisruptionbudget","statefulset-has-poddisruptionbudget"],polaris:["missingPodDisruptionBudget"],popeye:["206"],kics:["Deployment Without PodDisruptionBudget","StatefulSet Without PodDisruptionBudget"],kyverno:["require-pdb"]},crossObject:!0,bad:[{title:"three replicas that may all be evicted together",yaml:qe.yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web # ✖ Deployment "web" has 3 replicas and no PodDisruptionBudget
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
      `}],good:[{title:"with a budget",yaml:qe.yaml`
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
      `}],visit:{podSpec({object:e,labels:t},{index:a,report:o}){let n=e.at("metadata","name");if(!e.is("Deployment")&&!e.is("StatefulSet"))return;let s=e.value.spec?.replicas??1;if(s<2)return;a.ofKind("PodDisruptionBudget").some(r=>(0,Qa.mayShareNamespace)(r.namespace,e.namespace)&&(0,Xa.selectorMatches)(r.value.spec?.selector,t)===!0)||o(n,`${e.kind} "${e.name}" has ${s} replicas and no PodDisruptionBudget`)}}});var Le=c(f()),eo=c(xt()),to=(0,Le.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Require a readiness probe for containers that a Service sends traffic to.",why:"Without it a pod gets requests as soon as its process starts, so every rollout answers some of them with errors.",howToFix:"Add a `readinessProbe` that asks the port of the Service. One container of the pod with such a probe is enough: the pod is ready when all of its probes say so.",references:["https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe"],peers:{"kube-linter":["no-readiness-probe"],"kube-score":["pod-probes"],polaris:["readinessProbeMissing"],checkov:["CKV_K8S_9"],kubescape:["C-0018"],popeye:["102","104"],datree:["CONTAINERS_MISSING_READINESSPROBE_KEY"],gatekeeper:["requiredprobes"],kyverno:["require-probes"]},crossObject:!0,longRunningOnly:!0,options:{everyPort:{default:!1,description:"Also ask for containers with a port that no Service of the run sends traffic to."}},bad:[{title:"a Service in front of a container without a readiness probe",yaml:Le.yaml`
        apiVersion: v1
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
                - name: app # ✖ Container "app" gets traffic from Service "web" and has no readiness probe
                  image: example.com/app:1.0
                  ports:
                    - containerPort: 8080
      `}],good:[{title:"a readiness probe, and a worker that nobody talks to",yaml:Le.yaml`
        apiVersion: v1
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
      `}],visit:{podSpec(e,{index:t,options:a,report:o}){if(e.containers.some(({value:s})=>s.readinessProbe!==void 0))return;let n=(0,eo.containersBehind)(e,t);for(let s of e.containers){let i=n.get(s);if(i!==void 0){let r=[{place:i.at("metadata","name"),message:"sends the traffic"}];o(s.at("readinessProbe"),`Container "${s.name}" gets traffic from Service "${i.name}" and has no readiness probe`,void 0,{related:r})}else a.everyPort&&s.longRunning&&(s.value.ports??[]).length>0&&o(s.at("readinessProbe"),`Container "${s.name}" has a port and no readiness probe`)}}}});var ie=c(f()),oo=c(at()),no=(0,ie.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require a CPU request on every container that stays.",why:"When the node is busy the container gets next to no CPU time, and an autoscaler that scales on CPU use has nothing to compare with.",howToFix:"Set `resources.requests.cpu` to what the program needs under usual load, such as `50m`. A CPU limit is not needed.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{"kube-linter":["unset-cpu-requirements"],"kube-score":["container-resources"],polaris:["cpuRequestsMissing"],trivy:["KSV-0015"],checkov:["CKV_K8S_10"],kubescape:["C-0050","C-0268"],kubesec:["RequestsCPU"],datree:["CONTAINERS_MISSING_CPU_REQUEST_KEY"],kyverno:["require-pod-requests-limits","require-qos-burstable"]},bad:[{title:"memory only",yaml:ie.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources: # ✖ Container "app" sets no CPU request
                limits:
                  memory: 128Mi
      `}],good:[{title:"a request; init containers may do without",yaml:ie.yaml`
        apiVersion: v1
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
      `},{title:"a request for the pod as a whole (since Kubernetes 1.34)",yaml:ie.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          resources:
            requests:
              cpu: 100m
          containers:
            - name: app
              image: example.com/app:1.0
      `}],visit:{container(e,{kubernetesVersions:t,report:a}){!e.longRunning||e.partial||e.pod.hook||(0,oo.hasRequest)(e,"cpu",t)||a(e.at("resources","requests"),`Container "${e.name}" sets no CPU request`)}}});var re=c(f()),so=c(at()),io=(0,re.defineRule)({severity:"info",presets:["recommended","strict"],since:"0.1.0",summary:"Require a memory limit on every container that stays.",why:"A leak in it takes the memory of the whole node, and the kernel then kills whichever program it likes, often one that is innocent.",howToFix:"Set `resources.limits.memory` a little above the most that the program has ever used. Where a LimitRange of the namespace does that, switch this rule off.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{"kube-linter":["unset-memory-requirements"],"kube-score":["container-resources"],polaris:["memoryLimitsMissing"],trivy:["KSV-0018"],checkov:["CKV_K8S_13"],kubescape:["C-0004","C-0009","C-0271"],kubesec:["LimitsMemory"],datree:["CONTAINERS_MISSING_MEMORY_LIMIT_KEY"],kyverno:["require-pod-requests-limits"]},bad:[{title:"only a request",yaml:re.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources: # ✖ Container "app" sets no memory limit
                requests:
                  memory: 64Mi
      `}],good:[{title:"a limit; init containers may do without",yaml:re.yaml`
        apiVersion: v1
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
      `},{title:"a limit for the pod as a whole (since Kubernetes 1.34)",yaml:re.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          resources:
            limits:
              memory: 256Mi
          containers:
            - name: app
              image: example.com/app:1.0
      `}],visit:{container(e,{kubernetesVersions:t,report:a}){!e.longRunning||e.partial||e.pod.hook||(0,so.hasLimit)(e,"memory",t)||a(e.at("resources","limits"),`Container "${e.name}" sets no memory limit`)}}});var ce=c(f()),ro=c(at()),co=(0,ce.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require a memory request on every container that stays.",why:"The scheduler takes it for a container that needs none, packs the node too full, and under memory pressure such pods are the first to be evicted.",howToFix:"Set `resources.requests.memory` to what the program usually needs; a limit alone counts as a request of the same size.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{"kube-score":["container-resources"],polaris:["memoryRequestsMissing"],trivy:["KSV-0016"],checkov:["CKV_K8S_12"],kubescape:["C-0004","C-0269"],kubesec:["RequestsMemory"],datree:["CONTAINERS_MISSING_MEMORY_REQUEST_KEY"],kyverno:["require-pod-requests-limits"]},bad:[{title:"a request for CPU only",yaml:ce.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                requests: # ✖ Container "app" sets no memory request
                  cpu: 50m
      `}],good:[{title:"a request; init containers may do without",yaml:ce.yaml`
        apiVersion: v1
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
      `},{title:"a limit, which is the request too",yaml:ce.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                limits:
                  memory: 128Mi
      `}],visit:{container(e,{kubernetesVersions:t,report:a}){!e.longRunning||e.partial||e.pod.hook||(0,ro.hasRequest)(e,"memory",t)||a(e.at("resources","requests"),`Container "${e.name}" sets no memory request`)}}});var F=c(f()),lo=c(q()),js=new Set("AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT".split(" ")),po=(0,F.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow capabilities beyond those that the baseline of the Pod Security Standards allows.",why:"Most of them reach out of the container: SYS_ADMIN and ALL are as good as root on the node, NET_ADMIN and NET_RAW let it rewrite or forge network traffic.",howToFix:"Delete what the program does not need. For a port below 1024, NET_BIND_SERVICE is enough.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline","https://man7.org/linux/man-pages/man7/capabilities.7.html"],peers:{polaris:["dangerousCapabilities"],trivy:["KSV-0005","KSV-0022","KSV-0120"],checkov:["CKV_K8S_25","CKV_K8S_39"],kubescape:["C-0046"],kubesec:["CapSysAdmin"],"pod-security-admission":["capabilities_baseline"],datree:["CONTAINERS_INVALID_CAPABILITIES_VALUE"],kyverno:["disallow-capabilities"]},options:{allow:{default:[],description:"Capabilities that may be added all the same, without `CAP_`: `IPC_LOCK`."}},fixable:"unsafe",bad:[{title:"more than the baseline",yaml:F.yaml`
        apiVersion: v1
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
                    - CAP_NET_ADMIN # ✖ Container "app" adds the capability "CAP_NET_ADMIN"
                    - ALL # ✖ Container "app" adds the capability "ALL"
      `,fixed:F.yaml`
        apiVersion: v1
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
      `}],good:[{title:"what runtimes give anyway",yaml:F.yaml`
        apiVersion: v1
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
      `},{title:"a privileged container, which has them all: another rule reports it",yaml:F.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                privileged: true
                capabilities:
                  add: [SYS_ADMIN]
      `}],visit:{container(e,{options:t,report:a}){let{securityContext:o}=e.value,n=o?.capabilities?.add??[];if(!(o?.privileged===!0||(0,lo.isWindows)(e.pod)))for(let[s,i]of n.entries()){let r=i.replace(/^CAP_/,"");if(r===""||js.has(r)||t.allow.includes(r))continue;let l=e.at("securityContext","capabilities","add",s);a(l,`Container "${e.name}" adds the capability "${i}"`,m=>n.length>1?m.removeItem(l):void 0)}}}});var me=c(f()),uo=(0,me.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:'Disallow pods that carry the token of the service account "default".',why:"All pods of a namespace share that account, so a permission that one of them is given is given to all, and to whoever breaks into any.",howToFix:"Set `automountServiceAccountToken: false` when the program does not talk to the API server; else give it a ServiceAccount of its own.",references:["https://kubernetes.io/docs/concepts/security/service-accounts/","https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/"],peers:{"kube-linter":["default-service-account"],kubesec:["ServiceAccountName"],popeye:["300","308"],kyverno:["restrict-service-account"]},crossObject:!0,bad:[{title:"no service account named",yaml:me.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec: # ✖ The pod carries the token of service account "default"
          containers:
            - name: app
              image: example.com/app:1.0
      `}],good:[{title:"an account of its own",yaml:me.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          serviceAccountName: web
          containers:
            - name: app
              image: example.com/app:1.0
      `},{title:"no token, by the pod or by the account",yaml:me.yaml`
        apiVersion: v1
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
          name: api
          namespace: shop
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: default
          namespace: shop
        automountServiceAccountToken: false
      `}],visit:{podSpec(e,{index:t,report:a}){let{value:o,object:n}=e;if((o.serviceAccountName??o.serviceAccount??"default")!=="default"||e.containers.every(i=>i.partial))return;(o.automountServiceAccountToken??t.find("ServiceAccount",n.namespace,"default")?.value.automountServiceAccountToken??!0)&&a(e.at("serviceAccountName"),'The pod carries the token of service account "default"')}}});var le=c(f()),Ws={hostNetwork:"network",hostPID:"processes",hostIPC:"inter-process communication"},fo=(0,le.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow pods in the node's network, process or IPC namespace.",why:"With `hostNetwork` a pod hears the traffic of the node and stands outside every NetworkPolicy; with `hostPID` it sees the environment of all processes, secrets included.",howToFix:"Delete the field. An agent that is there to watch or wire up the node needs it: say so with a podlint-ignore comment.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline"],peers:{"kube-linter":["host-ipc","host-network","host-pid"],polaris:["hostIPCSet","hostNetworkSet","hostPIDSet"],trivy:["KSV-0008","KSV-0009","KSV-0010"],checkov:["CKV_K8S_17","CKV_K8S_18","CKV_K8S_19"],kubescape:["C-0038","C-0041","C-0275","C-0276"],kubesec:["HostIPC","HostNetwork","HostPID"],"pod-security-admission":["hostNamespaces"],datree:["CONTAINERS_INCORRECT_HOSTIPC_VALUE_TRUE","CONTAINERS_INCORRECT_HOSTNETWORK_VALUE_TRUE","CONTAINERS_INCORRECT_HOSTPID_VALUE_TRUE"],kyverno:["disallow-host-namespaces"]},options:{allow:{default:[],description:"Fields that are fine: `hostNetwork`, `hostPID`, `hostIPC`."}},fixable:"unsafe",bad:[{title:"two namespaces of the node",yaml:le.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostNetwork: true # ✖ "hostNetwork" shares the node's network with the pod
          hostPID: true # ✖ "hostPID" shares the node's processes with the pod
          containers:
            - name: app
              image: example.com/app:1.0
      `,fixed:le.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `}],good:[{title:"namespaces that its own containers share",yaml:le.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostNetwork: false
          shareProcessNamespace: true
          containers:
            - name: app
              image: example.com/app:1.0
      `}],visit:{podSpec(e,{options:t,report:a}){for(let[o,n]of Object.entries(Ws)){if(e.value[o]!==!0||t.allow.includes(o))continue;let s=e.at(o);a(s,`"${o}" shares the node's ${n} with the pod`,i=>i.removeField(s))}}}});var Oe=c(f()),ho=(0,Oe.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:"Disallow volumes that are directories of the node.",why:"The pod depends on what lies on that node and is bound to it, and what it may read or write there is the node's, not its own.",howToFix:"Use an `emptyDir` for scratch space, a PersistentVolumeClaim for data, a ConfigMap or Secret for files.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{polaris:["hostPathSet"],trivy:["KSV-0023"],kubescape:["C-0048"],"pod-security-admission":["hostPathVolumes","restrictedVolumes"],datree:["CONTAINERS_INCORRECT_KEY_HOSTPATH"],kyverno:["disallow-host-path"]},options:{allow:{default:[],description:"Directories that may be used, with all that is in them: `/var/log`."}},bad:[{title:"data on the node",yaml:Oe.yaml`
        apiVersion: v1
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
                path: /srv/data # ✖ Volume "data" is "/srv/data" of the node
      `}],good:[{title:"scratch space",yaml:Oe.yaml`
        apiVersion: v1
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
      `}],visit:{podSpec(e,{options:t,report:a}){for(let[o,{name:n,hostPath:s}]of(e.value.volumes??[]).entries()){let i=s?.path;i===void 0||t.allow.some(r=>`${i}/`.startsWith(r.endsWith("/")?r:`${r}/`))||a(e.at("volumes",o,"hostPath","path"),`Volume "${n}" is "${i}" of the node`)}}}});var de=c(f()),ot=c(q()),yo=(0,de.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow `allowPrivilegeEscalation: true`.",why:"A program in it can become root through any setuid file of the image, whichever user it starts as.",howToFix:"Write `allowPrivilegeEscalation: false`. Hardly a program needs it; `sudo` and `ping` in old images do.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["privilege-escalation-container"],polaris:["privilegeEscalationAllowed"],trivy:["KSV-0001"],checkov:["CKV_K8S_20"],kubescape:["C-0016","C-0211"],kubesec:["AllowPrivilegeEscalation"],"pod-security-admission":["allowPrivilegeEscalation"],datree:["CONTAINERS_MISSING_KEY_ALLOWPRIVILEGEESCALATION"],kyverno:["disallow-privilege-escalation"]},fixable:"unsafe",bad:[{title:"escalation that is allowed in so many words",yaml:de.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                allowPrivilegeEscalation: true # ✖ Container "app" allows privilege escalation
      `,fixed:de.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                allowPrivilegeEscalation: false
      `}],good:[{title:"not allowed, and a privileged container, which has another rule",yaml:de.yaml`
        apiVersion: v1
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
      `}],visit:{container(e,{report:t}){if(e.value.securityContext?.allowPrivilegeEscalation!==!0||(0,ot.isAllPowerful)(e)||(0,ot.isWindows)(e.pod))return;let a=e.at("securityContext","allowPrivilegeEscalation");t(a,`Container "${e.name}" allows privilege escalation`,o=>o.replaceValue(a,"false"))}}});var pe=c(f()),bo=(0,pe.defineRule)({severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow privileged containers.",why:"A privileged container sees every device of its node and runs without the usual confinement, so breaking out of it takes one command.",howToFix:"Delete `privileged` and add only the capabilities that the program needs.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline"],peers:{"kube-linter":["privileged-container"],trivy:["KSV-0017"],checkov:["CKV_K8S_16"],kubescape:["C-0057"],polaris:["runAsPrivileged"],datree:["CONTAINERS_INCORRECT_PRIVILEGED_VALUE_TRUE"]},fixable:"unsafe",bad:[{title:"a privileged container",yaml:pe.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                privileged: true # ✖ Container "app" is privileged
      `,fixed:pe.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                privileged: false
      `}],good:[{title:"one added capability",yaml:pe.yaml`
        apiVersion: v1
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
      `}],visit:{container(e,{report:t}){if(e.value.securityContext?.privileged!==!0)return;let a=e.at("securityContext","privileged");t(a,`Container "${e.name}" is privileged`,o=>o.replaceValue(a,"false"))}}});var K=c(f()),vo=c(J()),Us=[{prefix:"k8s.gcr.io/",fate:"is frozen since 2023-04; registry.k8s.io has the same images",mirror:"registry.k8s.io/"},{prefix:"gcr.io/google-containers/",fate:"gets no updates; Kubernetes publishes to registry.k8s.io"},{prefix:"gcr.io/google_containers/",fate:"gets no updates; Kubernetes publishes to registry.k8s.io"},{prefix:"gcr.io/kubebuilder/",fate:"is closed since 2025-03; kube-rbac-proxy is in quay.io/brancz"},{prefix:"docker.pkg.github.com/",fate:"is replaced by ghcr.io"},{prefix:"docker.io/bitnamilegacy/",fate:"gets no updates since 2025-09"},{prefix:"quay.io/coreos/configmap-reload",fate:"is replaced by ghcr.io/jimmidyson/configmap-reload"},{prefix:"quay.io/coreos/flannel",fate:"is replaced by ghcr.io/flannel-io/flannel"},{prefix:"quay.io/coreos/kube-rbac-proxy",fate:"is replaced by quay.io/brancz/kube-rbac-proxy"},{prefix:"quay.io/coreos/kube-state-metrics",fate:"is replaced by registry.k8s.io/kube-state-metrics/kube-state-metrics"},{prefix:"quay.io/coreos/prometheus-operator",fate:"is replaced by quay.io/prometheus-operator/prometheus-operator"},{prefix:"quay.io/kubernetes-ingress-controller/nginx-ingress-controller",fate:"is replaced by registry.k8s.io/ingress-nginx/controller"}],go={prefix:"docker.io/bitnami/",fate:"has no versioned images since 2025-09; docker.io/bitnamilegacy keeps the last ones without updates"};function Gs(e){let t=(0,vo.parseImage)(e);if(typeof t=="string")return;let a=`${t.registry}/${t.repository}`;return a.startsWith(go.prefix)?/^\d/.test(t.tag??"")&&t.digest===void 0?go:void 0:Us.find(({prefix:o})=>o.endsWith("/")?a.startsWith(o):a===o)}var ko=(0,K.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow images from registries that are frozen or closed.",why:"Nothing new is published there, fixes for vulnerabilities least of all, and one day the pull fails: on the next node that the pod moves to.",howToFix:"Pull from the registry that the message names, or copy the image to one of your own.",references:["https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/","https://github.com/bitnami/containers/issues/83267"],peers:{kubescape:["C-0253"],kyverno:["restrict-deprecated-registry"],clusterlint:["docker-pkg-github-com-registry"]},fixable:"safe",bad:[{title:"the former registry of Kubernetes",yaml:K.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: metrics
        spec:
          containers:
            - name: metrics
              image: "k8s.gcr.io/metrics-server/metrics-server:v0.6.1" # ✖ "k8s.gcr.io" is frozen since 2023-04; registry.k8s.io has the same images
      `,fixed:K.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: metrics
        spec:
          containers:
            - name: metrics
              image: "registry.k8s.io/metrics-server/metrics-server:v0.6.1"
      `},{title:"a version from Bitnami",yaml:K.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: cache
        spec:
          containers:
            - name: cache
              image: bitnami/redis:7.2.4 # ✖ "docker.io/bitnami" has no versioned images since 2025-09; docker.io/bitnamilegacy keeps the last ones without updates
      `}],good:[{title:"its successor, and a mirror of one",yaml:K.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: metrics
        spec:
          containers:
            - name: metrics
              image: registry.k8s.io/metrics-server/metrics-server:v0.8.0
            - name: cache
              image: mirror.example.com/bitnami/redis:7.2.4
      `}],visit:{container(e,{report:t}){let a=e.value.image,o=a===void 0?void 0:Gs(a);if(o===void 0)return;let{prefix:n,fate:s,mirror:i}=o,r=e.at("image");t(r,`"${n.replace(/\/$/,"")}" ${s}`,l=>i===void 0?void 0:l.replaceValue(r,r.tape.source(r.node).replace(n,i)))}}});var j=c(f()),L=c(q()),wo=(0,j.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow `runAsUser: 0`.",why:"User 0 in the container is user 0 on the node: a mounted host file or a kernel bug is all that it takes to own it.",howToFix:"Give the number of the user that the image is made for. What only root can do at the start belongs into an init container, or into `fsGroup` when it is about a volume.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["run-as-non-root"],trivy:["KSV-0105"],"pod-security-admission":["runAsUser"],kyverno:["require-run-as-non-root-user"]},bad:[{title:"root for one container",yaml:j.yaml`
        apiVersion: v1
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
                runAsUser: 0 # ✖ Container "agent" runs as root
      `},{title:"a container that can never start",yaml:j.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            runAsNonRoot: true
            runAsUser: 0 # ✖ Container "app" runs as root, which its "runAsNonRoot" forbids: it cannot start
          containers:
            - name: app
              image: example.com/app:1.0
      `}],good:[{title:"root for an init container that prepares a volume",yaml:j.yaml`
        apiVersion: v1
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
      `},{title:"a user namespace: root in the pod is nobody on the node",yaml:j.yaml`
        apiVersion: v1
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
      `}],visit:{container(e,{kubernetesVersions:t,report:a}){Number((0,L.effective)(e,"runAsUser")??-1)===0&&((0,L.effective)(e,"runAsNonRoot")===!0?a((0,L.effectivePlace)(e,"runAsUser"),`Container "${e.name}" runs as root, which its "runAsNonRoot" forbids: it cannot start`):e.role!=="init"&&e.value.securityContext?.privileged!==!0&&!(0,L.hasOwnUsers)(e.pod,t)&&a((0,L.effectivePlace)(e,"runAsUser"),`Container "${e.name}" runs as root`))}}});var De=c(f()),So=c(Pt()),Bs=/\/(?:docker|containerd|crio|cri-dockerd|podman|dockershim|frakti)\.sock$|^(?:\/var)?\/run\/(?:containerd|crio|docker|podman|k3s|k3s\/containerd|k0s)$/,Po=(0,De.defineRule)({severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow mounts of the container runtime's socket.",why:"Whoever can talk to the runtime can start a privileged container that mounts the whole node: it is root access, whatever else the pod forbids, and read-only does not help.",howToFix:"Build images with a tool that needs no runtime (BuildKit rootless, Kaniko, Buildah); read metrics and logs from the kubelet.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{"kube-linter":["docker-sock"],trivy:["KSV-0006"],checkov:["CKV_K8S_27"],kubescape:["C-0074"],kubesec:["DockerSock"],datree:["CONTAINERS_INCORRECT_PATH_VALUE_DOCKERSOCKET"],kyverno:["disallow-cri-sock-mount","docker-socket-requires-label"],semgrep:["exposing-docker-socket-hostpath"]},bad:[{title:"Docker's socket, and the directory of containerd's",yaml:De.yaml`
        apiVersion: v1
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
                path: /var/run/docker.sock # ✖ "/var/run/docker.sock" of the node is mounted: it gives root access to the node
            - name: containerd
              hostPath:
                path: /run/containerd # ✖ "/run/containerd" of the node is mounted: it gives root access to the node
      `}],good:[{title:"the socket of another program",yaml:De.yaml`
        apiVersion: v1
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
      `}],visit:{podSpec(e,{report:t}){for(let{path:a,place:o}of(0,So.hostPathsOf)(e))Bs.test(a)&&t(o,`"${a}" of the node is mounted: it gives root access to the node`)}}});var _e=c(f()),Rt=c(Ct()),Hs=/^[ \t]*(?:export )?["']?([\w.-]{1,100})["']?[ \t]*[:=][ \t]*["']?([^\s"',;]{1,500})["']?[ \t,;]*$/gm;function zs(e,t){let a=(0,Rt.secretIn)(e,t);if(a!==void 0||!e.includes(`
`))return a;for(let[,o,n]of e.matchAll(Hs)){let s=(0,Rt.secretIn)(n,o);if(s!==void 0)return s}}var Ro=(0,_e.defineRule)({severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow ConfigMaps that hold a secret.",why:"ConfigMaps are readable by far more people and programs than Secrets, are not encrypted in etcd, and are printed without second thoughts.",howToFix:"Revoke it and put the new one into a Secret; a file that mixes both can become a Secret as a whole.",references:["https://kubernetes.io/docs/concepts/configuration/configmap/","https://kubernetes.io/docs/concepts/security/secrets-good-practices/"],peers:{polaris:["sensitiveConfigmapContent"],trivy:["KSV-0109"],kubescape:["C-0012"]},bad:[{title:"a random value with a telling name, and a token in a file",yaml:_e.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          db-password: q7Rk2ZpX9vLm4TsW # ✖ "db-password" holds a secret
          app.properties: | # ✖ "app.properties" holds an AWS access key
            url=https://example.com
            bucket.user=AKIAQ3EGRT5ZJ7XWLM4P
      `}],good:[{title:"a certificate, a checksum, a password that comes from the environment, code about passwords",yaml:_e.yaml`
        apiVersion: v1
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
      `}],visit:{ConfigMap(e,{report:t}){for(let[a,o]of Object.entries(e.value.data??{})){let n=zs(o??"",a);n!==void 0&&t(e.at("data",a),`"${a}" holds ${n}`)}}}});var Me=c(f()),At=c(Ct()),Ao=(0,Me.defineRule)({severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow environment variables, arguments and commands that hold a secret as plain text.",why:"Everyone who can read the repository, or get the pod from the cluster, has the secret; it stays in the history of both.",howToFix:"Revoke it, put the new one into a Secret (better: let an operator fetch it from a vault) and take it with `valueFrom.secretKeyRef`.",references:["https://kubernetes.io/docs/tasks/inject-data-application/distribute-credentials-secure/"],peers:{"kube-linter":["env-var-secret"],polaris:["sensitiveContainerEnvVar"],kubescape:["C-0012","C-0259"],datree:["ALL_EXPOSED_SECRET_AWS","ALL_EXPOSED_SECRET_GITHUB","ALL_EXPOSED_SECRET_JWT","ALL_EXPOSED_SECRET_PRIVATEKEY"]},bad:[{title:"a token of a known form, and a random value with a telling name",yaml:Me.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              args:
                - --upload-key=AKIAQ3EGRT5ZJ7XWLM4P # ✖ An argument of container "app" holds an AWS access key
              env:
                - name: LOGIN
                  value: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ3ZWIifQ.q7Rk2ZpX9vLm4TsWq7Rk2ZpX9vLm4TsW # ✖ "LOGIN" of container "app" holds a JSON web token
                - name: DB_PASSWORD
                  value: q7Rk2ZpX9vLm4TsW # ✖ "DB_PASSWORD" of container "app" holds a secret
                - name: DATABASE_URL
                  value: postgres://web:q7Rk2ZpX9vLm4TsW@db/web # ✖ "DATABASE_URL" of container "app" holds a password
      `}],good:[{title:"a Secret, a stand-in, and names that only sound like secrets",yaml:Me.yaml`
        apiVersion: v1
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
      `}],visit:{container(e,{report:t}){let{env:a,args:o,command:n}=e.value;for(let[s,{name:i="",value:r=""}]of(a??[]).entries()){let l=(0,At.secretIn)(r,i);l!==void 0&&t(e.at("env",s,"value"),`"${i}" of container "${e.name}" holds ${l}`)}for(let[s,i]of[["command",n],["args",o]])for(let[r,l]of(i??[]).entries()){let[,m="",d=l]=/^--?([\w-]+)=(.*)$/s.exec(l)??[],p=(0,At.secretIn)(d,m);p!==void 0&&t(e.at(s,r),`An argument of container "${e.name}" holds ${p}`)}}}});var Fe=c(f()),To=c(Pt()),Js=new Set(["/","/etc","/home","/proc","/root","/run","/var","/var/lib","/var/lib/containerd","/var/lib/containers","/var/lib/docker","/var/lib/kubelet","/var/run"]),Ys=["/etc/kubernetes/manifests","/etc/kubernetes/pki","/etc/shadow","/etc/ssh","/etc/sudoers","/root/.kube","/root/.ssh","/var/lib/etcd","/var/lib/kubelet/pki"],Qs=/^\/etc\/kubernetes(?:\/[^/]+\.(?:conf|config|json|kubeconfig))?$/,Xs=new Set(["/bin","/boot","/lib","/lib64","/sbin","/sys","/usr","/usr/bin","/usr/lib","/usr/local","/usr/local/bin","/usr/sbin"]),Zs=({path:e,writable:t})=>Js.has(e)||Qs.test(e)||Ys.some(a=>e===a||e.startsWith(`${a}/`))||t&&Xs.has(e),Io=(0,Fe.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow mounts of the node's system directories.",why:"They hold the keys of the kubelet, the secrets of all pods on the node and the programs that root runs: who breaks into the pod has the node, often the cluster.",howToFix:"Mount the one file or directory that is needed, read-only. An agent that watches the node needs more: say so with a podlint-ignore comment.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{"kube-linter":["sensitive-host-mounts"],trivy:["KSV-0121"],kubesec:["ProcMount"],kubeaudit:["SensitivePathsMounted"],sonar:["S6433"]},bad:[{title:"all of the node, and its credentials",yaml:Fe.yaml`
        apiVersion: v1
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
                path: / # ✖ "/" of the node is mounted
            - name: pki
              hostPath:
                path: /etc/kubernetes/pki/ # ✖ "/etc/kubernetes/pki" of the node is mounted
      `}],good:[{title:"single files, a read-only /sys, and what nobody mounts",yaml:Fe.yaml`
        apiVersion: v1
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
      `}],visit:{podSpec(e,{report:t}){for(let a of(0,To.hostPathsOf)(e))Zs(a)&&t(a.place,`"${a.path}" of the node is mounted`)}}});var ue=c(f()),No=c(q()),Eo=(0,ue.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require containers to drop all capabilities.",why:"A container starts with about a dozen powers of root, such as to change the owner of any file or to forge packets; few programs use one of them.",howToFix:"Write `drop: [ALL]`, in capitals as the Pod Security Standards know it, and add back what the program turns out to need.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{polaris:["insecureCapabilities"],trivy:["KSV-0003","KSV-0106"],checkov:["CKV_K8S_37"],kubescape:["C-0211"],kubesec:["CapDropAll"],"pod-security-admission":["capabilities_restricted"],kyverno:["disallow-capabilities-strict","require-drop-all"]},fixable:"unsafe",bad:[{title:"nothing dropped, and not all",yaml:ue.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app # ✖ Container "app" does not drop all capabilities
              image: example.com/app:1.0
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                capabilities:
                  drop: [NET_RAW] # ✖ Container "proxy" does not drop all capabilities
      `,fixed:ue.yaml`
        apiVersion: v1
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
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                capabilities:
                  drop: [NET_RAW]
      `}],good:[{title:"all dropped, one added",yaml:ue.yaml`
        apiVersion: v1
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
      `}],visit:{container(e,{report:t}){let{securityContext:a}=e.value;a?.capabilities?.drop?.includes("ALL")||a?.privileged===!0||e.partial||(0,No.isWindows)(e.pod)||t(e.at("securityContext","capabilities","drop"),`Container "${e.name}" does not drop all capabilities`,o=>o.insertBelow(e.at(),["securityContext","capabilities","drop"],"[ALL]"))}}});var W=c(f()),nt=c(q()),Vo=(0,W.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require `allowPrivilegeEscalation: false`.",why:"Left out, it is true: a program can become root through any setuid file of the image, whichever user it starts as.",howToFix:"Add `allowPrivilegeEscalation: false` to the `securityContext` of the container; a pod has no such field.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{polaris:["privilegeEscalationAllowed"],trivy:["KSV-0001"],checkov:["CKV_K8S_20"],kubescape:["C-0016","C-0211"],kubesec:["AllowPrivilegeEscalation"],"pod-security-admission":["allowPrivilegeEscalation"],datree:["CONTAINERS_MISSING_KEY_ALLOWPRIVILEGEESCALATION"],kyverno:["disallow-privilege-escalation"]},fixable:"unsafe",bad:[{title:"containers that leave it to the default",yaml:W.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app # ✖ Container "app" does not forbid privilege escalation
              image: example.com/app:1.0
            - name: proxy
              image: example.com/proxy:1.0
              securityContext: # ✖ Container "proxy" does not forbid privilege escalation
                runAsNonRoot: true
      `,fixed:W.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                allowPrivilegeEscalation: false
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                runAsNonRoot: true
                allowPrivilegeEscalation: false
      `}],good:[{title:"forbidden",yaml:W.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                allowPrivilegeEscalation: false
      `},{title:"a Windows pod, which has no such thing",yaml:W.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          os:
            name: windows
          containers:
            - name: app
              image: example.com/app:1.0
      `}],visit:{container(e,{report:t}){e.value.securityContext?.allowPrivilegeEscalation!==void 0||e.partial||(0,nt.isAllPowerful)(e)||(0,nt.isWindows)(e.pod)||t(e.at("securityContext","allowPrivilegeEscalation"),`Container "${e.name}" does not forbid privilege escalation`,a=>a.insertBelow(e.at(),["securityContext","allowPrivilegeEscalation"],"false"))}}});var fe=c(f()),$o=c(q()),qo=(0,fe.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require containers to have a read-only root file system.",why:"An attacker who gets in can put tools beside the program and change it; with a read-only file system there is nowhere to write.",howToFix:"Set `readOnlyRootFilesystem: true` for the container and mount an `emptyDir` where the program writes, often `/tmp`.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["no-read-only-root-fs"],"kube-score":["container-security-context-readonlyrootfilesystem"],polaris:["notReadOnlyRootFilesystem"],trivy:["KSV-0014"],checkov:["CKV_K8S_22"],kubescape:["C-0017","C-0211"],kubesec:["ReadOnlyRootFilesystem"],datree:["CONTAINERS_INCORRECT_READONLYROOTFILESYSTEM_VALUE"],kyverno:["require-ro-rootfs"]},fixable:"unsafe",bad:[{title:"a root file system that is writable by default, and one on purpose",yaml:fe.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app # ✖ Container "app" has a writable root file system
              image: example.com/app:1.0
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                readOnlyRootFilesystem: false # ✖ Container "proxy" has a writable root file system
      `,fixed:fe.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                readOnlyRootFilesystem: true
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                readOnlyRootFilesystem: true
      `}],good:[{title:"read-only, with a place for temporary files",yaml:fe.yaml`
        apiVersion: v1
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
      `}],visit:{container(e,{report:t}){if(e.value.securityContext?.readOnlyRootFilesystem===!0||e.partial||(0,$o.isWindows)(e.pod))return;let a=e.at("securityContext","readOnlyRootFilesystem");t(a,`Container "${e.name}" has a writable root file system`,o=>a.node===-1?o.insertBelow(e.at(),["securityContext","readOnlyRootFilesystem"],"true"):o.replaceValue(a,"true"))}}});var U=c(f()),T=c(q());function ei(e){if((0,T.effective)(e,"runAsNonRoot")===!0||Number((0,T.effective)(e,"runAsUser")??0)>0)return!0;let t=(0,T.effective)(e,"windowsOptions")?.runAsUserName;return(0,T.isWindows)(e.pod)&&t!==void 0&&t!=="ContainerAdministrator"}var Lo=(0,U.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require containers to run as another user than root.",why:"Without it the image decides, and most images run as root: whoever breaks into the program is one kernel bug away from the node.",howToFix:"Set `runAsNonRoot: true` for the pod: the kubelet then refuses to start an image that would be root. An image whose user is a name needs `runAsUser` too.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{"kube-linter":["run-as-non-root"],polaris:["runAsRootAllowed"],trivy:["KSV-0012"],checkov:["CKV_K8S_23"],kubescape:["C-0013","C-0211"],kubesec:["RunAsNonRoot"],"pod-security-admission":["runAsNonRoot"],datree:["CONTAINERS_INCORRECT_RUNASNONROOT_VALUE"],kyverno:["require-run-as-nonroot"]},fixable:"unsafe",bad:[{title:"a container that overrides its pod, and one that says nothing",yaml:U.yaml`
        apiVersion: v1
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
            - name: app # ✖ Container "app" may run as root
              image: example.com/app:1.0
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                runAsNonRoot: false # ✖ Container "proxy" may run as root
      `,fixed:U.yaml`
        apiVersion: v1
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
            - name: app
              image: example.com/app:1.0
              securityContext:
                runAsNonRoot: true
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                runAsNonRoot: true
      `}],good:[{title:"said once for the pod",yaml:U.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            runAsNonRoot: true
          containers:
            - name: app
              image: example.com/app:1.0
      `},{title:"a user namespace: root in the pod is nobody on the node",yaml:U.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostUsers: false
          containers:
            - name: app
              image: example.com/app:1.0
      `}],visit:{container(e,{kubernetesVersions:t,report:a}){if(e.partial||ei(e)||(0,T.hasOwnUsers)(e.pod,t)||Number((0,T.effective)(e,"runAsUser"))===0)return;let o=(0,T.effectivePlace)(e,"runAsNonRoot");a(o,`Container "${e.name}" may run as root`,n=>o.node===-1?n.insertBelow(e.at(),["securityContext","runAsNonRoot"],"true"):n.replaceValue(o,"true"))}}});var he=c(f()),Do=c(Tt()),_o=c(Te()),Mo=(0,he.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow keys that kubectl reads as something else than what is written.",why:'For kubectl `on`, `yes` and `1.10` are booleans and numbers even as keys, so a file of a ConfigMap ends up with the name "true" or "1.1".',howToFix:"Put the key in quotes.",references:["https://kubernetes.io/docs/concepts/configuration/configmap/","https://yaml.org/type/bool.html"],peers:{},fixable:"unsafe",bad:[{title:"names of files that are words and numbers to YAML",yaml:he.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: flags
        data:
          on: all the lamps # ✖ Key "on" is read as "true"
          1.10: notes # ✖ Key "1.10" is read as "1.1"
      `,fixed:he.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: flags
        data:
          "on": all the lamps
          "1.10": notes
      `}],good:[{title:"in quotes, and a number that stays what it is",yaml:he.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: flags
        data:
          "on": all the lamps
          8080: web
      `}],visit:{object(e,{report:t}){for(let{written:a,node:o,isKey:n,place:s}of(0,Do.reinterpretedScalars)(e))n&&t((0,_o.atKey)(s),`Key "${a}" is read as "${e.tape.key(o)}"`,i=>i.renameKey(s,`"${a}"`))}}});var ye=c(f()),Fo=c(Tt()),ti=/^(y|yes|n|no|on|off)$/i,ai=/^[-+]?(0[0-7_]+|0b[01_]+|0x[0-9a-f]*_[0-9a-f_]*|[0-9]+_[0-9_]*)$/i,oi=["mode","defaultMode"],Ko=(0,ye.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow values that YAML 1.1 and YAML 1.2 read differently.",why:"To kubectl and Helm `yes` is true and `010` is 8. Tools for YAML 1.2 read a text and 10, so what they show, check or generate is not what is applied.",howToFix:"Write `true`, `false` or a decimal number, or put the value in quotes where a text is meant.",references:["https://yaml.org/type/bool.html","https://yaml.org/spec/1.2.2/#103-core-schema"],peers:{},fixable:"safe",bad:[{title:"a word and an octal number",yaml:ye.yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 010 # ✖ Value "010" is 8 to kubectl and 10 to YAML 1.2
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              hostNetwork: no # ✖ Value "no" is false to kubectl and a text to YAML 1.2
              containers:
                - name: app
                  image: example.com/app:1.0
      `,fixed:ye.yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 8
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              hostNetwork: false
              containers:
                - name: app
                  image: example.com/app:1.0
      `}],good:[{title:"texts in quotes, and a file mode",yaml:ye.yaml`
        apiVersion: v1
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
      `}],visit:{object(e,{report:t}){let{tape:a}=e;for(let{written:o,node:n,isKey:s,place:i}of(0,Fo.reinterpretedScalars)(e)){let r=ai.test(o);if(s||!(r||ti.test(o)))continue;let l=a.scalar(n);if(i.key!==-1&&oi.includes(a.key(i.key)))continue;let m=r&&/^[-+]?[0-9]+$/.test(o)?Number(o):"a text";m!==l&&t(i,`Value "${o}" is ${l} to kubectl and ${m} to YAML 1.2`,d=>d.replaceValue(i,String(l)))}}}});var be=c(f()),Uo=c(Te()),Go=c(Wo()),ni=["configMap","secret","downwardAPI","projected"],si=["configMap","secret","downwardAPI"];function ii(e){if(!/^[4-7][04-7][04-7]$/.test(e))return!1;let[t,a,o]=[...e].map(Number);return(t&a)===a&&(a&o)===o}var Bo=(0,be.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow file modes that look octal but are decimal.",why:"Without its leading zero, `400` is the mode 0620: the group may write the key, and its owner is not alone. Above 511 the API server refuses the number.",howToFix:"Write the leading zero, `0400`; in JSON, which has no octal numbers, the decimal value, 256.",references:["https://kubernetes.io/docs/concepts/configuration/secret/#secret-files-permissions"],peers:{},fixable:"unsafe",bad:[{title:"a mode without its zero",yaml:be.yaml`
        apiVersion: v1
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
                defaultMode: 400 # ✖ File mode 400 is decimal and means 0620
                items:
                  - key: public
                    path: public
                    mode: 644 # ✖ File mode 644 is decimal and means 01204
      `,fixed:be.yaml`
        apiVersion: v1
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
                items:
                  - key: public
                    path: public
                    mode: 0644
      `}],good:[{title:"octal, or the decimal number of a sensible mode",yaml:be.yaml`
        apiVersion: v1
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
      `}],visit:{podSpec(e,{report:t}){let a=(o,n)=>{if(o===void 0||!ii(String(o)))return;let s=n();if(s.tape.kind(s.node)!==Go.Kind.plain||s.tape.source(s.node)!==String(o))return;let i=s.source.file.endsWith(".json")?String(parseInt(String(o),8)):`0${o}`;t(s,`File mode ${o} is decimal and means 0${o.toString(8)}`,r=>r.replaceValue(s,i))};for(let[o,n]of(e.value.volumes??[]).entries()){for(let s of ni)if(a(n[s]?.defaultMode,()=>e.at("volumes",o,s,"defaultMode")),s!=="projected")for(let[i,{mode:r}]of(n[s]?.items??[]).entries())a(r,()=>e.at("volumes",o,s,"items",i,"mode"));for(let[s,i]of(n.projected?.sources??[]).entries())for(let r of si)for(let[l,{mode:m}]of(i[r]?.items??[]).entries())a(m,()=>(0,Uo.below)(e.at("volumes",o,"projected","sources",s),r,"items",l,"mode"))}}}});var Ho=require("node:util"),G=c(f()),zo=(0,G.defineRule)({severity:"warning",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow setting an environment variable of a container twice.",why:"The last one wins. Server-side apply refuses the object, and a client-side apply may drop one of the two, not always the same.",howToFix:"Delete the value that is out of date.",references:["https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/"],peers:{"kube-linter":["duplicate-env-var"],"kube-score":["environment-variable-key-duplication"],kubescape:["C-0295"],sonar:["S6907"]},fixable:"safe",bad:[{title:"the same value twice",yaml:G.yaml`
        apiVersion: v1
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
                - name: LOG_LEVEL # ✖ Environment variable "LOG_LEVEL" of container "app" is set twice
                  value: info
      `,fixed:G.yaml`
        apiVersion: v1
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
      `},{title:"two values, of which the last one counts",yaml:G.yaml`
        apiVersion: v1
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
                - name: LOG_LEVEL # ✖ Environment variable "LOG_LEVEL" of container "app" is set twice, to different values
                  value: debug
      `}],good:[{title:"a value that extends the one before",yaml:G.yaml`
        apiVersion: v1
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
      `}],visit:{container(e,{report:t}){let a=e.value.env??[],o=new Map;for(let[n,{name:s,value:i,valueFrom:r}]of a.entries()){if(s===void 0)continue;let l=o.get(s);if(o.set(s,n),l===void 0||i!==void 0&&i!==`$(${s})`&&i.includes(`$(${s})`))continue;let m=(0,Ho.isDeepStrictEqual)([i,r],[a[l].value,a[l].valueFrom]),d=[{place:e.at("env",l,"name"),message:"first here"}],p=m&&i?.includes("$(")!==!0,u=`Environment variable "${s}" of container "${e.name}" is set twice${m?"":", to different values"}`;t(e.at("env",n,"name"),u,p?y=>y.removeItem(e.at("env",n)):void 0,{related:d})}}}});var Ke=c(f()),Jo=(0,Ke.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow the same key twice in one map.",why:"Only the last value counts, so what stands above it is silently lost; with strict validation the API server refuses the object.",howToFix:"Delete the key that is not meant, or merge the two values.",references:["https://yaml.org/spec/1.2.2/#3213-node-comparison"],peers:{monokle:["YML010"],kubeconform:["-strict"],yamllint:["key-duplicates"]},bad:[{title:"a label twice",yaml:Ke.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          labels:
            app: web
            app: shop # ✖ Key "app" is set twice in the same map
      `}],good:[{title:"two labels",yaml:Ke.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          labels:
            app: web
            part-of: shop
      `}]});var je=c(f()),Yo=(0,je.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow two items of a list that the API tells apart by the same key.",why:"Server-side apply refuses the object, and a client-side apply merges the two into one.",howToFix:"Give each item a key of its own, or delete one of them.",references:["https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy"],peers:{kubeconform:["(none)"],"flux-schema":["(list map)"]},bad:[{title:"two conditions for one gate",yaml:je.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostAliases:
            - ip: 10.0.0.1
              hostnames: [a.example]
            - ip: 10.0.0.1 # ✖ "hostAliases" has the same ip "10.0.0.1" twice
              hostnames: [b.example]
          containers:
            - name: app
              image: example.com/app:1.0
      `}],good:[{title:"an item for each key",yaml:je.yaml`
        apiVersion: v1
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
      `}]});var O=c(f()),Xo=c(Te()),rt=c(st()),It=1000000000n,ri=1000000n*It,ci=["memory","ephemeral-storage","storage"];function mi(e,t,a){let o=(0,rt.parseQuantity)(t);if(o===void 0||o.nanos<=0n)return;let n=String(t).trim(),s=/^[0-9.]+/.exec(n)?.[0]??"",i=n.slice(s.length);if(e==="cpu"){if(o.nanos<=BigInt(a)*It)return;let r=`is ${o.nanos/It} cores`;return["","Mi","M"].includes(i)?{reason:r,meant:`${s}m`}:{reason:r}}if(!(0,rt.isInteger)(o))return{reason:"is a fraction of a byte",...i==="m"&&{meant:`${s}Mi`}};if(!(o.nanos>=ri))return{reason:"is less than 1M",...i===""&&{meant:`${s}${e==="memory"?"Mi":"Gi"}`}}}var Zo=(0,O.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow amounts of memory, storage and CPU that nobody means.",why:"The API server takes them, but no node has 500 cores to spare, and no program fits into half a byte of memory: the pod stays pending, or its container never starts.",howToFix:"Mind the units: `m` is a thousandth and belongs to CPU, `Mi` and `Gi` belong to memory and storage, and a bare number is bytes or whole cores.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#resource-units-in-kubernetes"],peers:{},fixable:"unsafe",options:{maxCores:{default:128,description:"The most cores of CPU that a container may plausibly ask for."}},bad:[{title:"bytes in place of gibibytes",yaml:O.yaml`
        apiVersion: apps/v1
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
                    storage: 10 # ✖ "storage" 10 is less than 1M
      `,fixed:O.yaml`
        apiVersion: apps/v1
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
                    storage: 10Gi
      `},{title:"units of the other resource",yaml:O.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                requests:
                  cpu: 100Mi # ✖ "cpu" 100Mi is 104857600 cores
                  memory: "128" # ✖ "memory" 128 is less than 1M
                limits:
                  cpu: 500 # ✖ "cpu" 500 is 500 cores
                  memory: 500m # ✖ "memory" 500m is a fraction of a byte
      `,fixed:O.yaml`
        apiVersion: v1
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
                  memory: "128Mi"
                limits:
                  cpu: 500m
                  memory: 500Mi
      `}],good:[{title:"thousandths of a core, and bytes in powers of two",yaml:O.yaml`
        apiVersion: v1
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
      `}],visit:{container(e,{options:t,report:a}){for(let o of["requests","limits"])for(let[n,s]of Object.entries(e.value.resources?.[o]??{}))s!==void 0&&it(n,s,t.maxCores,()=>e.at("resources",o,n),a)},podSpec(e,{options:t,report:a}){for(let[o,{emptyDir:n}]of(e.value.volumes??[]).entries())n?.sizeLimit!==void 0&&it("storage",n.sizeLimit,t.maxCores,()=>e.at("volumes",o,"emptyDir","sizeLimit"),a)},PersistentVolumeClaim(e,{options:t,report:a}){let o=e.value.spec?.resources?.requests?.storage;o!==void 0&&it("storage",o,t.maxCores,()=>e.at("spec","resources","requests","storage"),a)},StatefulSet(e,{options:t,report:a}){for(let[o,n]of(e.value.spec?.volumeClaimTemplates??[]).entries()){let s=n.spec?.resources?.requests?.storage;s!==void 0&&it("storage",s,t.maxCores,()=>(0,Xo.below)(e.at("spec","volumeClaimTemplates",o),"spec","resources","requests","storage"),a)}}}});function it(e,t,a,o,n){if(e!=="cpu"&&!ci.includes(e))return;let s=mi(e,t,a);if(s===void 0)return;let i=o(),{meant:r}=s;n(i,`"${e}" ${t} ${s.reason}`,r===void 0?void 0:l=>l.replaceText(i,r))}var ge=c(f()),en=(0,ge.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow fields that the type does not have.",why:"The API server refuses the object, or drops the field without a word, so what it should set is never set.",howToFix:"Write the field as the API reference spells it, at the level where it belongs.",references:["https://kubernetes.io/docs/reference/using-api/api-concepts/#validation-for-unrecognized-or-duplicate-fields"],peers:{kubeconform:["-strict"],"kubectl-validate":["(default)"],monokle:["K8S001"]},fixable:"unsafe",bad:[{title:"resource instead of resources",yaml:ge.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resource: # ✖ Container has no field "resource", did you mean "resources"?
                limits:
                  memory: 500Mi
      `,fixed:ge.yaml`
        apiVersion: v1
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
      `}],good:[{title:"the right name",yaml:ge.yaml`
        apiVersion: v1
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
      `}]});var We=c(f()),tn=(0,We.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow kinds that the groups of Kubernetes do not have.",why:'The API server answers "no matches for kind": the name is misspelt, or the object is in another group or version.',howToFix:"Write the kind and apiVersion that the message proposes.",references:["https://kubernetes.io/docs/reference/kubernetes-api/"],peers:{monokle:["K8S004"],kubeconform:["(missing schema)"]},bad:[{title:"a misspelt kind",yaml:We.yaml`
        apiVersion: apps/v1
        kind: Deploymnet # ✖ apps/v1 of Kubernetes 1.37 has no kind "Deploymnet", did you mean "Deployment"?
        metadata:
          name: web
      `}],good:[{title:"a custom resource",yaml:We.yaml`
        apiVersion: example.com/v1
        kind: Widget
        metadata:
          name: web
      `}]});var Ue=c(f()),an=(0,Ue.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Require the fields that the API needs.",why:"The API server refuses an object that lacks them.",howToFix:"Add the field that the message names.",references:["https://kubernetes.io/docs/reference/kubernetes-api/"],peers:{kubeconform:["(schema)"],"kubectl-validate":["(schema)"]},bad:[{title:"a role binding without a role",yaml:Ue.yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding # ✖ RoleBinding needs "roleRef"
        metadata:
          name: readers
        subjects:
          - kind: User
            name: jane
            apiGroup: rbac.authorization.k8s.io
      `}],good:[{title:"all that it needs",yaml:Ue.yaml`
        apiVersion: rbac.authorization.k8s.io/v1
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
      `}]});var Ge=c(f()),on=(0,Ge.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Require apiVersion and kind in every object.",why:"Without them nobody can tell what the object is, and kubectl refuses it.",howToFix:'Write both fields at the top of the document, for example "apiVersion: v1" and "kind: ConfigMap".',references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields"],peers:{kubeval:["(missing kind)"]},bad:[{title:"an object without apiVersion",yaml:Ge.yaml`
        kind: ConfigMap # ✖ The object has no "apiVersion"
        metadata:
          name: settings
      `}],good:[{title:"both fields",yaml:Ge.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
      `}]});var ve=c(f()),nn=c(J()),li=/\{\{.*?\}\}|\$?\{[^{}]*\}|\$\([^()]*\)|\$[A-Za-z_]\w*|<[^<>]+>|%[A-Za-z_]\w*%|__[A-Z_]+__/,sn=(0,ve.defineRule)({severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Require image references that a container runtime can read.",why:"The API server takes any text for an image, so the mistake only shows on the node: the pod stays in `InvalidImageName`.",howToFix:"Write `registry/repository:tag`, all lower case before the tag. When something fills in the placeholder before it is applied, lint its output instead.",references:["https://kubernetes.io/docs/concepts/containers/images/#image-names"],peers:{polaris:["tagNotSpecified"]},options:{allowPlaceholders:{default:!1,description:"Say nothing about placeholders such as `${TAG}`, because Flux or another tool fills them in."}},bad:[{title:"capitals, a scheme, a template that nobody filled in",yaml:ve.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: example.com/Web:1.0 # ✖ Image "example.com/Web:1.0" has capitals in its repository "Web"
            - name: proxy
              image: https://example.com/proxy:1.0 # ✖ Image "https://example.com/proxy:1.0" must not begin with a scheme such as "https://"
            - name: worker
              image: "example.com/worker:{{ .Values.tag }}" # ✖ Image "example.com/worker:{{ .Values.tag }}" still has the placeholder "{{ .Values.tag }}"
      `}],good:[{title:"a registry with a port, a tag and a digest",yaml:ve.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: example.com:5000/team/web:v1.0_RC1@sha256:94a00394bc5a8ef503fb59db0a7d0ae9e1110866e8aee8ba40cd864cea69ea1a
            - name: proxy
              image: nginx
      `},{title:"a Go package that ko builds and replaces by its image",yaml:ve.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: ko://example.com/Team/cmd/web
      `}],visit:{container(e,{options:t,report:a}){let o=e.value.image;if(o===void 0||o===""||o!==o.trim()||o.startsWith("ko://"))return;let n=li.exec(o);if(n!==null){t.allowPlaceholders||a(e.at("image"),`Image "${o}" still has the placeholder "${n[0]}"`);return}let s=(0,nn.parseImage)(o);typeof s=="string"&&a(e.at("image"),`Image "${o}" ${s}`)}}});var Be=c(f()),rn=(0,Be.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow values of a type that the field does not take.",why:"The API server cannot decode the object and refuses it as a whole, whatever else it says.",howToFix:"Quote text that looks like a number or a boolean; write numbers and booleans without quotes.",references:["https://kubernetes.io/docs/reference/using-api/api-concepts/"],peers:{kubeconform:["(schema)"],"kubectl-validate":["(schema)"],monokle:["K8S001"]},bad:[{title:"text for a number",yaml:Be.yaml`
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: web
        spec:
          replicas: "3" # ✖ "replicas" must be an integer of 32 bits, not the text "3": leave out the quotes
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
      `}],good:[{title:"a number",yaml:Be.yaml`
        apiVersion: apps/v1
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
      `}]});var He=c(f()),cn=(0,He.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow text that is not YAML as kubectl reads it.",why:"The API server refuses the whole document, and nothing in it can be checked.",howToFix:"Mend the text at the place that the message names: mostly indentation, a missing quote or a tab.",references:["https://yaml.org/spec/1.1/"],peers:{kubeconform:["(parse error)"],monokle:["YML001"],yamllint:["syntax"]},bad:[{title:"a quote that is never closed",yaml:He.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          motd: "hello # ✖ The quote is never closed
      `}],good:[{title:"a quoted text",yaml:He.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          motd: "hello"
      `}]});var mn=[{...ua,category:"best-practice",id:"no-default-namespace"},{...ba,category:"best-practice",id:"no-mixed-tiers"},{...ga,category:"best-practice",id:"no-namespace-mix"},{...xa,category:"deprecation",id:"no-deprecated-api"},{...Ca,category:"deprecation",id:"no-deprecated-node-label"},{...Ra,category:"deprecation",id:"no-removed-api"},{...Aa,category:"networking",id:"no-duplicate-port-name"},{...Ia,category:"networking",id:"no-port-collision"},{...$a,category:"references",id:"no-service-without-pod"},{...Da,category:"references",id:"no-unknown-target-port"},{...Fa,category:"reliability",id:"no-end-of-life-image"},{...ja,category:"reliability",id:"no-floating-image-tag"},{...Ga,category:"reliability",id:"no-naked-pod"},{...Ba,category:"reliability",id:"no-single-replica"},{...za,category:"reliability",id:"no-static-pod-reference"},{...Ja,category:"reliability",id:"require-liveness-probe"},{...Za,category:"reliability",id:"require-pod-disruption-budget"},{...to,category:"reliability",id:"require-readiness-probe"},{...no,category:"resources",id:"require-cpu-request"},{...io,category:"resources",id:"require-memory-limit"},{...co,category:"resources",id:"require-memory-request"},{...po,category:"security",id:"no-dangerous-capability"},{...uo,category:"security",id:"no-default-service-account"},{...fo,category:"security",id:"no-host-namespace"},{...ho,category:"security",id:"no-host-path"},{...yo,category:"security",id:"no-privilege-escalation"},{...bo,category:"security",id:"no-privileged-container"},{...ko,category:"security",id:"no-retired-registry"},{...wo,category:"security",id:"no-root-user"},{...Po,category:"security",id:"no-runtime-socket"},{...Ro,category:"security",id:"no-secret-in-config-map"},{...Ao,category:"security",id:"no-secret-in-env"},{...Io,category:"security",id:"no-sensitive-host-path"},{...Eo,category:"security",id:"require-dropped-capabilities"},{...Vo,category:"security",id:"require-no-new-privileges"},{...qo,category:"security",id:"require-read-only-root-filesystem"},{...Lo,category:"security",id:"require-run-as-non-root"},{...Mo,category:"validity",id:"no-ambiguous-key"},{...Ko,category:"validity",id:"no-ambiguous-scalar"},{...Bo,category:"validity",id:"no-decimal-file-mode"},{...zo,category:"validity",id:"no-duplicate-env"},{...Jo,category:"validity",id:"no-duplicate-key"},{...Yo,category:"validity",id:"no-duplicate-list-item"},{...Zo,category:"validity",id:"no-implausible-quantity"},{...en,category:"validity",id:"no-unknown-field"},{...tn,category:"validity",id:"no-unknown-kind"},{...an,category:"validity",id:"require-field"},{...on,category:"validity",id:"require-kind"},{...sn,category:"validity",id:"valid-image-reference"},{...rn,category:"validity",id:"valid-type"},{...cn,category:"validity",id:"valid-yaml"}];var Nt=c(f());var ct=c(se()),mt=c(B()),dn=g({id:"valid-daemon-set",since:"0.1.0",summary:"Require a DaemonSet whose selector matches its pod template.",why:"The API server refuses a DaemonSet that would not select its own pods, and the selector cannot be changed later.",howToFix:"Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#pod-selector"],bad:[{title:"labels that the selector does not match",yaml:Nt.yaml`
          apiVersion: apps/v1
          kind: DaemonSet
          metadata:
            name: web
          spec:
            selector:
              matchLabels:
                app: web
            template:
              metadata:
                labels: # ✖ "labels" must match "selector", or the workload cannot own its pods
                  app: website
              spec:
                containers:
                  - name: app
                    image: nginx:1.27
        `}],good:[{title:"the selector matches the labels",yaml:Nt.yaml`
          apiVersion: apps/v1
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
        `}]},[h("apps/v1 DaemonSetSpec",{fields:{selector:[]},check(e,t){let a=e;a.selector!==void 0&&(0,ct.isEmptySelector)(a.selector)&&t.report(["selector"],"Invalid","must not be empty, since it would select every pod"),(0,ct.selectorMatches)(a.selector,(0,mt.templateLabels)(a))===!1&&(0,mt.reportMismatch)(t)}})]);var Et=c(f());var pn=c(B()),un=g({id:"valid-deployment",since:"0.1.0",summary:"Require a Deployment whose selector matches its pod template.",why:"The API server refuses a Deployment that would not select its own pods, and the selector cannot be changed later.",howToFix:"Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector"],bad:[{title:"labels that the selector does not match",yaml:Et.yaml`
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
                labels: # ✖ "labels" must match "selector", or the workload cannot own its pods
                  app: website
              spec:
                containers:
                  - name: app
                    image: nginx:1.27
        `}],good:[{title:"the selector matches the labels",yaml:Et.yaml`
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
                  version: '2'
              spec:
                containers:
                  - name: app
                    image: nginx:1.27
        `}]},[h("apps/v1 DeploymentSpec",{fields:{selector:[]},check:pn.checkSelector})]);var Vt=c(f());var fn=c(B()),hn=g({id:"valid-replica-set",since:"0.1.0",summary:"Require a ReplicaSet whose selector matches its pod template.",why:"The API server refuses a ReplicaSet that would not select its own pods, and the selector cannot be changed later.",howToFix:"Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/replicaset/#pod-selector"],bad:[{title:"labels that the selector does not match",yaml:Vt.yaml`
          apiVersion: apps/v1
          kind: ReplicaSet
          metadata:
            name: web
          spec:
            selector:
              matchLabels:
                app: web
            template:
              metadata:
                labels: # ✖ "labels" must match "selector", or the workload cannot own its pods
                  app: website
              spec:
                containers:
                  - name: app
                    image: nginx:1.27
        `}],good:[{title:"the selector matches the labels",yaml:Vt.yaml`
          apiVersion: apps/v1
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
        `}]},[h("apps/v1 ReplicaSetSpec",{fields:{selector:[]},check:fn.checkSelector})]);var $t=c(f());var yn=c(B()),bn=g({id:"valid-stateful-set",since:"0.1.0",summary:"Require a StatefulSet whose selector matches its pod template.",why:"The API server refuses a StatefulSet that would not select its own pods, and the selector cannot be changed later.",howToFix:"Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-selector"],bad:[{title:"labels that the selector does not match",yaml:$t.yaml`
          apiVersion: apps/v1
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
                labels: # ✖ "labels" must match "selector", or the workload cannot own its pods
                  app: website
              spec:
                containers:
                  - name: app
                    image: nginx:1.27
        `}],good:[{title:"the selector matches the labels",yaml:$t.yaml`
          apiVersion: apps/v1
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
        `}]},[h("apps/v1 StatefulSetSpec",{fields:{selector:[]},check:yn.checkSelector})]);var Ot=c(f());var H=c(E()),lt=c(se()),ze=c(B()),qt=["job-name","batch.kubernetes.io/job-name"],Lt=["controller-uid","batch.kubernetes.io/controller-uid"],vn=52,kn="00000000-0000-0000-0000-000000000000",ke=["spec","template","metadata","labels"];function di(e,t,a,{minor:o,report:n}){let s=e.metadata?.generateName??"",i=e.metadata?.name??"",r=i===""&&s!==""?(0,H.generatedName)(s):i,l={};for(let u of qt)l[u]=r;for(let u of Lt)l[u]=kn;for(let u of qt)a[u]!==void 0&&a[u]!==r&&n([...ke,u],"Invalid",`Label "${u}" must be the name of the Job, or left to the API server`,{path:`spec.template.metadata.labels[${u}]`});for(let u of Lt)a[u]!==void 0&&n([...ke,u],"Invalid",`Label "${u}" must be left to the API server`,{path:`spec.template.metadata.labels[${u}]`});let m=i===""?"generateName":"name",d=qt.filter(u=>a[u]===void 0);for(let u of o>=37?d.slice(0,1):d)for(let y of(0,H.labelValue)(r)??[])n(["metadata",m],"Invalid",`The name of the Job becomes the label "${u}" of its pods, which ${y}`,{path:"spec.template.labels"});let p={...t,matchLabels:{[Lt[1]]:kn,...t.matchLabels}};(0,lt.selectorMatches)(p,l)===!1&&n(["spec","selector"],"Invalid",'must be left to the API server unless "manualSelector" is true'),(0,lt.selectorMatches)(p,{...l,...a})===!1&&n(ke,"Invalid",'must match "selector"')}function pi(e,t){let{spec:a}=e;if(a===void 0)return;let o=a.selector,n=(0,ze.templateLabels)(a);a.manualSelector!==!0?di(e,o??{},n,t):o===void 0?(t.report(["spec","selector"],"Required",'is required where "manualSelector" is true'),t.report(ke,"Invalid","cannot match a selector that is missing")):(0,lt.selectorMatches)(o,n)===!1&&t.report(ke,"Invalid",'must match "selector"')}function ui({metadata:e,spec:t},{report:a}){let o=t?.completions??(t?.parallelism===void 0?1:0),n=e?.name??"";if(!(t?.completionMode!=="Indexed"||o<=0||n===""))for(let s of(0,H.dnsLabel)(`${n}-${o-1}`)??[])a(["metadata","name"],"Invalid",`"${n}" makes the pod name "${n}-${o-1}", which ${s}`)}var wn=g({id:"valid-job",since:"0.1.0",summary:"Require a Job that leaves its selector to the API server, and a name that its pods can have.",why:"The API server selects the pods of a Job by labels of its own, and refuses a selector or labels that disagree with them.",howToFix:"Delete `selector` and the labels `job-name` and `controller-uid`, and keep the name of the Job at 63 characters.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/job/#specifying-your-own-pod-selector"],bad:[{title:"a selector of its own",yaml:Ot.yaml`
          apiVersion: batch/v1
          kind: Job
          metadata:
            name: migrate
          spec:
            selector: # ✖ "selector" must be left to the API server unless "manualSelector" is true
              matchLabels:
                app: migrate
            template:
              metadata:
                labels:
                  app: migrate
                  job-name: other # ✖ Label "job-name" must be the name of the Job, or left to the API server
              spec:
                restartPolicy: Never
                containers:
                  - name: app
                    image: migrate:2
        `}],good:[{title:"no selector",yaml:Ot.yaml`
          apiVersion: batch/v1
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
        `}]},[h("batch/v1 Job",{check(e,t){(0,ze.reportLabelsOfObject)(e.metadata?.labels,(0,ze.templateLabels)(e.spec??{}),ke,t),pi(e,t),ui(e,t)}}),h("batch/v1 CronJob",{check({metadata:e,spec:t},{report:a}){let[o,n]=(e?.name??"")===""?["generateName",(0,H.generatedName)(e?.generateName??"")]:["name",e.name];n.length>vn&&a(["metadata",o],"Invalid",`makes names of Jobs that are too long: a CronJob can have at most ${vn} characters`,{path:"metadata.name"});let s=t?.jobTemplate?.spec;s?.selector!==void 0&&a(["spec","jobTemplate","spec","selector"],"Invalid","must be left to the API server"),s?.manualSelector===!0&&a(["spec","jobTemplate","spec","manualSelector"],"NotSupported","may not be true in a CronJob")}})]);var Dt=c(f());var xn=c(E()),Je=1048576,_t=e=>{if(typeof e!="string")return e.length;let t=e.replace(/[\r\n=]/g,"").length;return Math.floor(t*3/4)},Sn=g({id:"valid-config-map",since:"0.1.0",summary:"Require ConfigMaps whose keys can be file names, and which are not too large.",why:"Keys become names of files and variables; a key that cannot be one, or more than 1 MiB of values, makes the API server refuse the object.",howToFix:'Use letters, digits, "-", "_" and "." in keys, and split what is larger than 1 MiB into several ConfigMaps or put it into an image.',references:["https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-object"],bad:[{title:"a path as a key",yaml:Dt.yaml`
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: settings
          data:
            etc/app.conf: "" # ✖ Key "etc/app.conf" must consist of letters, digits, "-", "_" and "."
        `}],good:[{title:"a file name as a key",yaml:Dt.yaml`
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: settings
          data:
            app.conf: ""
        `}]},[h("core/v1 ConfigMap",{check({data:e={},binaryData:t={}},{report:a}){let o=0;for(let[n,s]of[["data",e],["binaryData",t]])for(let[i,r]of Object.entries(s)){for(let l of(0,xn.configMapKey)(i)??[])a([n,i],"Invalid",`Key "${i}" ${l}`,{path:`${n}[${i}]`});o+=n==="data"?Buffer.byteLength(r??""):_t(r??"")}for(let n of Object.keys(t))n in e&&a(["data",n],"Invalid",`Key "${n}" is in "binaryData" too`,{path:`data[${n}]`});o>Je&&a([],"TooLong",`ConfigMap has ${o} bytes of values, and may have ${Je}`,{path:"[]"})}})]);var Ft=c(f());var Se=c(Mt()),Cn=()=>({describes:"1 to 65535",test(e){let t=typeof e=="number"&&e!==0?(0,Se.portNumber)(e):void 0;return t===void 0?void 0:{code:"Invalid",message:t}}}),we=({protocol:e=""})=>e===""?"TCP":e;function xe({hostPort:e=0,containerPort:t=0},{pod:a}){return e===0&&a?.spec.hostNetwork===!0&&!a.template?t:e}function fi(e,t){let a=(s,i,r,l,m,d)=>t.report([s,i,"ports",r,"hostPort"],l,m,d===void 0?{}:{path:`${t.path}.${d}`}),o=new Set,n=(s,i)=>{let r=xe(i,t),l=`${we(i)}/${i.hostIP??""}/${r}`;return r===0||!s.has(l)?(s.add(l),!0):!1};for(let[s,{ports:i=[]}]of(e.containers??[]).entries())for(let[r,l]of i.entries()){let m=xe(l,t);n(o,l)||a("containers",s,r,"Duplicate",`Host port ${m}/${we(l)} is taken by another port of the pod`),e.hostNetwork===!0&&m!==0&&m!==(l.containerPort??0)&&a("containers",s,r,"Invalid",'must equal "containerPort" in the network of the host')}for(let[s,{ports:i=[]}]of(e.initContainers??[]).entries()){let r=new Set;for(let[l,m]of i.entries())n(r,m)||a("initContainers",s,l,"Duplicate",`Host port ${xe(m,t)}/${we(m)} is taken by another port of the container`,`initContainers[0].ports[${l}].hostPort`)}}function hi(e,t){let{minor:a,warn:o}=t,n=[],s=new Map,i=(r,l)=>{for(let[m,d]of l.entries())for(let[p,u]of(d.ports??[]).entries()){let y=[r,m,"ports",p],k=xe(u,t),{hostIP:S="",name:P=""}=u;S!==""&&k===0&&o(y,`Port ${u.containerPort} has a "hostIP" without "hostPort"`);let A=s.get(P);a>=33&&P!==""&&A!==void 0&&A!==`${r}[${m}]`?o([...y,"name"],`Port name "${P}" is used by another container: whoever looks for it finds only that one`):P!==""&&s.set(P,`${r}[${m}]`);for(let v of n){if(v.port.containerPort!==u.containerPort||we(v.port)!==we(u))continue;let C=v.port.hostIP??"",Xe=v.hostPort===k&&C===S?"is defined twice":v.hostPort===0||k===0?"is defined with and without a host port":void 0,ca=v.hostPort===k&&C===""!=(S==="")?"is defined for one host address and for all":void 0;if((Xe??ca)!==void 0){o(y,`Port ${u.containerPort}/${we(u)} ${Xe??ca}`);break}}n.push({port:u,hostPort:k})}};i("initContainers",e.initContainers??[]),i("containers",e.containers??[])}var Rn=g({id:"valid-container-port",since:"0.1.0",summary:"Require ports that the API server takes, and host ports that do not collide.",why:"The API server refuses a pod with a port out of range, an unknown protocol, a malformed or repeated name, or a host port twice.",howToFix:'Use numbers from 1 to 65535, the protocols TCP, UDP and SCTP in capitals, and names of at most 15 lower case letters, digits and "-".',references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports"],bad:[{title:"a name that is too long, a protocol in lower case, a host port twice",yaml:Ft.yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: nginx:1.27
                ports:
                  - name: application-http # ✖ "name" "application-http" must be at most 15 characters
                    containerPort: 8080
                    hostPort: 80
                  - name: dns
                    containerPort: 53
                    protocol: udp # ✖ "protocol" "udp" must be one of "TCP", "UDP", "SCTP"
                  - name: other
                    containerPort: 8081
                    hostPort: 80 # ✖ Host port 80/TCP is taken by another port of the pod
        `}],good:[{title:"one host port for each protocol",yaml:Ft.yaml`
          apiVersion: v1
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
        `}]},[h("core/v1 ContainerPort",{fields:{name:N("a port name",Se.portName),containerPort:I(Cn()),hostPort:Cn(),protocol:_("TCP","UDP","SCTP")},check(e,t){if((e.hostPort??0)!==0||xe(e,t)===0||!/\.(?:initC|c)ontainers\[/.test(t.path))return;let a=(0,Se.portNumber)(xe(e,t));a!==void 0&&t.report(["hostPort"],"Invalid",`which equals "containerPort" in the network of the host, ${a}`)}}),h("core/v1 Container",{unique:{ports:{key:"name",of:({name:e})=>e!==void 0&&(0,Se.portName)(e)===void 0?e:void 0}}}),h("core/v1 PodSpec",{check(e,t){fi(e,t),hi(e,t)}})]);var Kt=c(f());var jt=c(E()),An=["Always","IfNotPresent","Never"],Tn=["File","FallbackToLogsOnError"],In=["Always","Never","OnFailure"],Nn=e=>e.map(t=>`"${t}"`).join(", ");function Ye({path:e,pod:t}){let a=/\.initContainers\[(\d+)\]/.exec(e)?.[1];return a!==void 0&&t?.spec.initContainers?.[Number(a)]?.restartPolicy!=="Always"}function yi(e,{minor:t,field:a,report:o}){let{restartPolicy:n,restartPolicyRules:s=[]}=e,i=a==="initContainers";if(t>=35?n!==void 0&&!In.includes(n)&&o(["restartPolicy"],"NotSupported",`must be one of ${Nn(In)}`):n!==void 0&&!i?o(["restartPolicy"],"Forbidden","may be set on init containers only"):n!==void 0&&n!=="Always"&&t>=29&&o(["restartPolicy"],"NotSupported",'must be "Always", which makes a sidecar'),t<35)return;s.length>0&&n===void 0&&o(["restartPolicy"],"Required",'is required beside "restartPolicyRules"'),s.length>20&&o(["restartPolicyRules"],t===35?"TooLong":"TooMany","must have at most 20 items"),t===35&&i&&n==="Always"&&s.length>0&&o(["restartPolicyRules"],"Forbidden","may not be set on a sidecar");let r=t>=36?["Restart","RestartAllContainers"]:["Restart"];for(let[l,{action:m="",exitCodes:d}]of s.entries()){let p=["restartPolicyRules",l];if(r.includes(m)||o([...p,"action"],"NotSupported",`must be one of ${Nn(r)}`),d===void 0){o([...p,"exitCodes"],"Required","is required");continue}d.operator!=="In"&&d.operator!=="NotIn"&&o([...p,"exitCodes","operator"],"NotSupported",'must be one of "In", "NotIn"'),(d.values?.length??0)>255&&o([...p,"exitCodes","values"],t===35?"TooLong":"TooMany","must have at most 255 items")}}var bi=["ports","resources","livenessProbe","readinessProbe","startupProbe","lifecycle","resizePolicy","restartPolicy","restartPolicyRules"],gi=["lifecycle","livenessProbe","readinessProbe","startupProbe"],vi=e=>Object.keys(e).join()==="stopSignal";function En(e,{pod:t,report:a}){e!==void 0&&e!==""&&t?.template!==!0&&e!==e.trim()&&a(["image"],"Invalid","must not begin or end with white space")}var Vn=g({id:"valid-container",since:"0.1.0",summary:"Require containers that the API server takes: a name, an image, known policies.",why:"The API server refuses a pod with a container that lacks its name or image, or whose name is taken or no DNS label.",howToFix:'Give every container an image and a name of its own, of lower case letters, digits and "-".',references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container"],bad:[{title:"a malformed name, a name twice, no image, an unknown policy",yaml:Kt.yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            initContainers:
              - name: init-myService # ✖ "name" "init-myService" must consist of lower case letters, digits and "-"
                image: busybox:1.37
              - name: app # ✖ "name" "app" is the name of another container
                image: busybox:1.37
            containers:
              - name: app
                image: nginx:1.27
                imagePullPolicy: always # ✖ "imagePullPolicy" "always" must be one of "Always", "IfNotPresent", "Never"
              - name: side # ✖ "image" is required
        `}],good:[{title:"names, images and policies that exist",yaml:Kt.yaml`
          apiVersion: v1
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
        `}]},[h("core/v1 PodSpec",{fields:{containers:I()},check({containers:e=[],initContainers:t=[],ephemeralContainers:a=[]},{report:o}){let n=new Set;for(let[s,i]of[["containers",e],["initContainers",t],["ephemeralContainers",a]])for(let[r,{name:l=""}]of i.entries())n.has(l)&&o([s,r,"name"],"Duplicate","is the name of another container"),n.add(l);a.length>0&&o(["ephemeralContainers"],"Forbidden","are added to a running pod, and may not be there before")}}),h("core/v1 Container",{fields:{name:I(N("a DNS label",jt.dnsLabel)),image:I(),imagePullPolicy:_(...An),terminationMessagePolicy:_(...Tn)},check(e,t){if(En(e.image,t),yi(e,t),!!Ye(t))for(let a of gi)e[a]!==void 0&&!vi(e[a])&&t.report([a],"Forbidden","may be set on an init container only when it always restarts")}}),h("core/v1 ContainerRestartRule",{fields:{action:[]}}),h("core/v1 ContainerRestartRuleOnExitCodes",{fields:{operator:[]}}),h("core/v1 EphemeralContainer",{fields:{name:I(N("a DNS label",jt.dnsLabel)),image:I(),imagePullPolicy:_(...An),terminationMessagePolicy:_(...Tn)},check(e,t){let{pod:a,report:o}=t;En(e.image,t);let n=[...a?.spec.containers??[],...a?.spec.initContainers??[]],s=e.targetContainerName??"";s!==""&&!n.some(({name:i})=>i===s)&&o(["targetContainerName"],"NotFound","names no container of the pod");for(let[i,r]of(e.volumeMounts??[]).entries())for(let l of["subPath","subPathExpr"])(r[l]??"")!==""&&o(["volumeMounts",i,l],"Forbidden","may not be set on an ephemeral container");for(let i of bi){let r=e[i];r===void 0||r===""||i==="resources"&&Object.keys(r).length===0||o([i],"Forbidden","may not be set on an ephemeral container")}}})]);var Wt=c(f());var x=c(E()),Ut=c(qn()),dt=c(st()),Ln=["fieldRef","resourceFieldRef","configMapKeyRef","secretKeyRef","fileKeyRef"],ki=new Set(["metadata.annotations","metadata.labels","metadata.name","metadata.namespace","metadata.uid","spec.nodeName","spec.host","spec.restartPolicy","spec.serviceAccountName","spec.schedulerName","status.phase","status.hostIP","status.hostIPs","status.podIP","status.podIPs"]),On=new Set(["metadata.name","metadata.namespace","metadata.uid","spec.nodeName","spec.host","spec.serviceAccountName","status.hostIP","status.hostIPs","status.podIP","status.podIPs"]),Dn=new Set(["limits.cpu","limits.memory","limits.ephemeral-storage","requests.cpu","requests.memory","requests.ephemeral-storage"]),wi=["1m","1"],xi=["1","1k","1M","1G","1T","1P","1E","1Ki","1Mi","1Gi","1Ti","1Pi","1Ei"],Si=e=>{let t=/^(metadata\.(?:labels|annotations))\['(.*)'\]$/s.exec(e);return t===null?void 0:{map:t[1],key:t[2]}};function Pi({apiVersion:e,fieldPath:t=""},{minor:a,report:o}){let n=["valueFrom","fieldRef"];if(t==="")return o([...n,"fieldPath"],"Required","is required");let s=Si(t),i=s!==void 0||ki.has(t)&&!(t==="status.hostIPs"&&a<28);if(e!==void 0&&e!==""&&e!=="v1"||!i)return o([...n,"fieldPath"],"Invalid","must be a field of the pod that the downward API has");if(s!==void 0)for(let r of(s.map==="metadata.labels"?(0,x.qualifiedName)(s.key):(0,x.annotationKey)(s.key))??[])o([...n,"fieldPath"],"Invalid",`Key "${s.key}" ${r}`);else t==="status.hostIPs"&&a<29?o([...n,"fieldPath"],"Forbidden","may be used only since 1.29"):On.has(t)||o([...n,"fieldPath"],"NotSupported",`must be one of ${[...On].join(", ")}`)}function Ci({resource:e="",divisor:t},{report:a}){let o=["valueFrom","resourceFieldRef"];if(e==="")return a([...o,"resource"],"Required","is required");let n=/^(requests|limits)\.hugepages-/.test(e);if(!Dn.has(e)&&!n)return a([...o,"resource"],"NotSupported",`must be one of ${[...Dn].join(", ")}`);let s=t===void 0?void 0:(0,dt.parseQuantity)(t);if(s===void 0||s.nanos===0n)return;let i=e.endsWith(".cpu")?wi:xi;i.includes((0,dt.canonicalQuantity)(s))||a([...o,"divisor"],"Invalid",`must be one of ${i.join(", ")}`)}function Ri(e,{name:t="",key:a=""},{report:o}){let n=s=>["valueFrom",e,s];for(let s of(0,x.dnsSubdomain)(t)??[])o(n("name"),"Invalid",s);if(a==="")o(n("key"),"Required","is required");else for(let s of(0,x.configMapKey)(a)??[])o(n("key"),"Invalid",s)}function Ai({key:e="",volumeName:t="",path:a=""},{pod:o,report:n}){let s=r=>["valueFrom","fileKeyRef",r];if(e===""?n(s("key"),"Required","is required"):(0,x.envVarNameRelaxed)(e)!==void 0&&n(s("key"),"Invalid",(0,x.envVarNameRelaxed)(e)),a===""?n(s("path"),"Required","is required"):(0,Ut.withoutBacksteps)(a)!==void 0&&n(s("path"),"Invalid",(0,Ut.withoutBacksteps)(a)),t==="")return n(s("volumeName"),"Required","is required");for(let r of(0,x.dnsLabel)(t)??[])n(s("volumeName"),"Invalid",r);let i=o?.spec.volumes?.find(r=>r.name===t);i===void 0?n(s("volumeName"),"NotFound","is no volume of this pod"):i.emptyDir===void 0&&Object.keys(i).length>1&&n(s("volumeName"),"Invalid","must be an emptyDir")}var _n=g({id:"valid-env-var",since:"0.1.0",summary:"Require environment variables with a name and one source.",why:"The API server refuses a variable without a name, with a value and a source at once, or whose source cannot exist.",howToFix:"Give every variable a name, and either `value` or exactly one source below `valueFrom`.",references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables"],bad:[{title:"a value beside a source, a field that no variable can take",yaml:Wt.yaml`
          apiVersion: v1
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
                    valueFrom: # ✖ "valueFrom" may not be set beside a value
                      configMapKeyRef:
                        name: settings
                        key: mode
                  - name: LABELS
                    valueFrom:
                      fieldRef:
                        fieldPath: spec.volumes # ✖ "fieldPath" "spec.volumes" must be a field of the pod that the downward API has
        `}],good:[{title:"a value or a source",yaml:Wt.yaml`
          apiVersion: v1
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
        `}]},[h("core/v1 EnvVar",{fields:{name:I(vt("1.31",N('a variable name of letters, digits, "_", "-" and "."',x.envVarNameStrict)),gt("1.32",N('printable ASCII without "="',x.envVarNameRelaxed)))},check({value:e,valueFrom:t},a){if(t===void 0)return;let{report:o}=a,n=Ln.filter(i=>t[i]!==void 0);n.length===0?o(["valueFrom"],"Invalid",`must have one of ${Ln.map(i=>`"${i}"`).join(", ")}`):e!==void 0&&e!==""&&o(["valueFrom"],"Invalid","may not be set beside a value"),n.length>1&&o(["valueFrom"],"Invalid",`may have only one of ${n.map(i=>`"${i}"`).join(", ")}`),t.fieldRef!==void 0&&Pi(t.fieldRef,a),t.resourceFieldRef!==void 0&&Ci(t.resourceFieldRef,a);let{fileKeyRef:s}=t;s!==void 0&&a.minor>=35&&Ai(s,a);for(let i of["configMapKeyRef","secretKeyRef"])t[i]!==void 0&&Ri(i,t[i],a)}}),h("core/v1 EnvFromSource",{fields:{prefix:[vt("1.31",N("a variable name",x.envVarNameStrict)),gt("1.32",N('printable ASCII without "="',x.envVarNameRelaxed))]},check({configMapRef:e,secretRef:t},{report:a,path:o}){let n=o.replace(/\[\d+\]$/,"");e===void 0&&t===void 0&&a([],"Invalid",'Source must have "configMapRef" or "secretRef"',{path:n}),e!==void 0&&t!==void 0&&a(["secretRef"],"Invalid",'may not be set beside "configMapRef"',{path:n});for(let[s,i]of[["configMapRef",e],["secretRef",t]])if(i!==void 0)if(i.name===void 0||i.name==="")a([s,"name"],"Required","is required");else for(let r of(0,x.asPrefix)(x.dnsSubdomain)(i.name)??[])a([s,"name"],"Invalid",r)}}),h("core/v1 ObjectFieldSelector",{fields:{fieldPath:[]}}),h("core/v1 ResourceFieldSelector",{fields:{resource:[]}}),h("core/v1 ConfigMapKeySelector",{fields:{key:[]}}),h("core/v1 SecretKeySelector",{fields:{key:[]}}),h("core/v1 FileKeySelector",{fields:{key:[],path:[],volumeName:[]}})]);var zt=c(f());var Gt=c(f());var Fn=c(E()),pt=c(Mt());var Ti=["exec","httpGet","tcpSocket","grpc","sleep"];function Bt(e){return Ti.find(t=>e[t]!==void 0)}function Ht(e,{path:t,report:a}){let o=(n,s,i)=>{let r=i?(0,pt.portNumberOrName)(s??0):(0,pt.portNumber)(Number(s??0));for(let l of r===void 0?[]:[r].flat())a([n,"port"],"Invalid",l)};switch(Bt(e)){case"exec":(e.exec.command?.length??0)===0&&a(["exec","command"],"Required","is required");return;case"httpGet":{let{port:n,scheme:s="",httpHeaders:i=[]}=e.httpGet;o("httpGet",n,!0),s!==""&&s!=="HTTP"&&s!=="HTTPS"&&a(["httpGet","scheme"],"NotSupported",'must be one of "HTTP", "HTTPS"');for(let[r,{name:l=""}]of i.entries()){let m=(0,Fn.httpHeaderName)(l);m!==void 0&&a(["httpGet","httpHeaders",r,"name"],"Invalid",`Header name "${l}" ${m}`,{path:`${t}.httpGet.httpHeaders`})}return}case"tcpSocket":return o("tcpSocket",e.tcpSocket.port,!0);case"grpc":return o("grpc",e.grpc.port,!1)}}var Mn={describes:"1",test:e=>typeof e=="number"&&e!==0&&e!==1?{code:"Invalid",message:"must be 1 for this probe"}:void 0},Kn=g({id:"valid-probe",since:"0.1.0",summary:"Require probes with exactly one handler and sensible timings.",why:"The API server refuses a probe with no handler or with several, with a port that is none, or with a threshold that has no meaning for it.",howToFix:"Keep one of `exec`, `grpc`, `httpGet` and `tcpSocket`. A port is a number or the name of a container port; a number in quotes is neither.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],bad:[{title:"no handler, two handlers, a port in quotes",yaml:Gt.yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: nginx:1.27
                startupProbe: # ✖ "startupProbe" must have one of "exec", "httpGet", "tcpSocket", "grpc"
                  periodSeconds: 5
                livenessProbe:
                  successThreshold: 2 # ✖ "successThreshold" "2" must be 1 for this probe
                  httpGet:
                    port: "8080" # ✖ "port" "8080" must contain a letter
                readinessProbe:
                  exec:
                    command: ['true']
                  tcpSocket: # ✖ "tcpSocket" may not be set beside "exec"
                    port: 80
        `}],good:[{title:"one handler each",yaml:Gt.yaml`
          apiVersion: v1
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
        `}]},[h("core/v1 Probe",{fields:{initialDelaySeconds:M(0),timeoutSeconds:M(0),periodSeconds:M(0),successThreshold:M(0),failureThreshold:M(0),terminationGracePeriodSeconds:M(1)},exactlyOneOf:["exec","httpGet","tcpSocket","grpc"],check(e,t){Ye(t)||(Ht(e,t),t.field==="readinessProbe"&&e.terminationGracePeriodSeconds!==void 0&&t.report(["terminationGracePeriodSeconds"],"Invalid","may not be set on a readiness probe, which stops nothing"))}}),h("core/v1 Container",{fields:{livenessProbe:{successThreshold:Mn},startupProbe:{successThreshold:Mn}}}),h("core/v1 ExecAction",{fields:{command:[]}}),h("core/v1 HTTPGetAction",{fields:{port:[]}}),h("core/v1 HTTPHeader",{fields:{name:[],value:[]}}),h("core/v1 TCPSocketAction",{fields:{port:[]}}),h("core/v1 GRPCAction",{fields:{port:[]}})]);var Ii=30,jn=g({id:"valid-lifecycle-hook",since:"0.1.0",summary:"Require lifecycle hooks with exactly one handler that can end in time.",why:"The API server refuses a hook with no handler or with several, and a sleep that is longer than the time in which the pod must stop.",howToFix:"Keep one of `exec`, `httpGet` and `sleep`, and raise `terminationGracePeriodSeconds` above the sleep.",references:["https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/"],bad:[{title:"a sleep beyond the grace period, and two handlers",yaml:zt.yaml`
          apiVersion: v1
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
                    httpGet: # ✖ "httpGet" may not be set beside "exec"
                      port: 80
                  preStop:
                    sleep: # ✖ "sleep" must be at most the grace period of 30 seconds
                      seconds: 60
        `}],good:[{title:"a sleep within the grace period",yaml:zt.yaml`
          apiVersion: v1
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
        `}]},[h("core/v1 LifecycleHandler",{exactlyOneOf:["exec","httpGet","tcpSocket","sleep"],check(e,t){let{minor:a,pod:o,report:n}=t;if(Ye(t)||(Ht(e,t),Bt(e)!=="sleep"||a<30))return;let s=e.sleep?.seconds??0,i=o?.spec.terminationGracePeriodSeconds??Ii,r=i<0&&o?.template!==!0?1:i;s<0||s===0&&a<33?n(["sleep"],"Invalid",`must be at least ${a<33?1:0} seconds`):s>r&&n(["sleep"],"Invalid",`must be at most the grace period of ${r} seconds`)}}),h("core/v1 SleepAction",{fields:{seconds:[]}})]);var Jt=c(f());var Wn=c(se()),z=c(B()),Un=g({id:"valid-replication-controller",since:"0.1.0",summary:"Require a ReplicationController whose selector matches its pod template.",why:"The API server refuses a ReplicationController that would not select its own pods.",howToFix:"Repeat the labels of `selector` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/replicationcontroller/#pod-selector"],bad:[{title:"labels that the selector does not match",yaml:Jt.yaml`
          apiVersion: v1
          kind: ReplicationController
          metadata:
            name: web
          spec:
            selector:
              app: web
            template:
              metadata:
                labels: # ✖ "labels" must match "selector", or the workload cannot own its pods
                  app: website
              spec:
                containers:
                  - name: app
                    image: nginx:1.27
        `}],good:[{title:"the selector matches the labels",yaml:Jt.yaml`
          apiVersion: v1
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
        `}]},[h("core/v1 ReplicationController",{check({metadata:e,spec:t},a){let o=(0,z.templateLabels)({template:t?.template});(0,z.reportLabelsOfObject)(e?.labels,o,["spec","template","metadata","labels"],a)}}),h("core/v1 ReplicationControllerSpec",{check({selector:e={},template:t},a){let o=(0,z.templateLabels)({template:t}),n=Object.keys(e).length>0;t===void 0&&a.report(["template"],"Required","is required"),!n&&Object.keys(o).length===0&&a.report(["selector"],"Required","is required where the template has no labels"),n&&t!==void 0&&!(0,Wn.labelsMatch)(e,o)&&(0,z.reportMismatch)(a)}})]);var Xt=c(f());var Pe=c(E()),R=c(st()),Hn=["cpu","memory","ephemeral-storage"],zn=["pods","resourcequotas","services","replicationcontrollers","secrets","configmaps","persistentvolumeclaims","services.nodeports","services.loadbalancers"],Jn=[...zn,"storage","requests.cpu","requests.memory","requests.ephemeral-storage","requests.storage","limits.cpu","limits.memory","limits.ephemeral-storage"],D=e=>e.startsWith("hugepages-"),Zt=e=>!e.includes("/")||e.includes("kubernetes.io/"),Yn=e=>!Zt(e)&&!e.startsWith("requests.")&&(0,Pe.qualifiedName)(`requests.${e}`)===void 0,Gn=e=>Zt(e)&&!D(e),Qn=e=>e==="cpu"||e==="memory"||D(e);function Ni(e){let t=[...(0,Pe.qualifiedName)(e)??[]],a=Hn.includes(e)||D(e),o=a||Jn.includes(e)||e.startsWith("requests.hugepages-");return t.length===0&&!e.includes("/")&&!o&&t.push("is no resource of Kubernetes, and has no prefix such as example.com/"),e.includes("/")?!Zt(e)&&!Yn(e)&&t.push("is no name of an extended resource"):a||t.push("is no resource that a container can have"),t}function Ei(e){let t=(0,Pe.qualifiedName)(e)?.[0];return t!==void 0?{code:"Invalid",message:t}:Qn(e)?void 0:e.includes("/")||Hn.includes(e)||Jn.includes(e)||e.startsWith("requests.hugepages-")?{code:"NotSupported",message:"can be set for containers only"}:{code:"Invalid",message:"is no resource of Kubernetes"}}function ut(e){let t=new Map;for(let[a,o]of Object.entries(e??{})){let n=o===void 0?void 0:(0,R.parseQuantity)(o);n!==void 0&&t.set(a,(0,R.roundToMilli)(n))}return t}function Vi(e,t){let a=(0,R.parseQuantity)(e.slice(10));return a===void 0||a.nanos<=0n||!(0,R.isInteger)((0,R.roundToMilli)(a))?"has no size in its name, such as hugepages-2Mi":(0,R.wholeUnits)(t)%(0,R.wholeUnits)(a)===0n?void 0:"must be a multiple of its page size"}function Xn(e,t,a){let o=i=>({code:"Invalid",message:i}),n=a?[Ei(e)].filter(i=>i!==void 0):Ni(e).map(o);t.nanos<0n&&n.push(o("must not be negative")),(Yn(e)||zn.includes(e))&&!(0,R.isInteger)(t)&&n.push(o("must be a whole number"));let s=D(e)?Vi(e,t):void 0;return s!==void 0&&n.push(o(s)),n}var Zn=e=>e.some(D)&&!e.includes("cpu")&&!e.includes("memory"),es="must have cpu or memory beside huge pages";function ea({limits:e,requests:t},a){let o={limits:ut(e),requests:ut(t),defaulted:new Set};if(a)for(let[n,s]of o.limits)o.requests.has(n)||(o.requests.set(n,s),o.defaulted.add(n));return o}function ts({limits:e,requests:t,defaulted:a},o,{path:n,report:s}){let i=r=>({path:`${n}.resources.${r}`});for(let[r,l]of[["limits",e],["requests",t]])for(let[m,d]of l){let p=r==="requests"&&a.has(m),u=(k,S)=>s(["resources",p?"limits":r,m],k,`${p?"The request made of the limit":"Resource"} "${m}" ${S}`,i(`${r}[${m}]`));for(let{code:k,message:S}of Xn(m,d,o))u(k,S);if(r==="limits")continue;let y=e.get(m);y===void 0?Gn(m)||s(["resources","limits"],"Required",`Resource "${m}" cannot be overcommitted, so it needs a limit like its request`):Gn(m)?(0,R.compareQuantities)(d,y)>0&&s(["resources","requests",m],"Invalid",`The request of "${m}" is above its limit`,i("requests")):(0,R.compareQuantities)(d,y)!==0&&s(["resources","requests",m],"Invalid",`Resource "${m}" cannot be overcommitted, so its request must equal its limit`,i("requests"))}Zn([...e.keys(),...t.keys()])&&s(["resources"],"Forbidden",es)}function $i({limits:e,requests:t,defaulted:a},{warn:o}){for(let[n,s]of[["limits",e],["requests",t]])for(let i of["memory","ephemeral-storage"]){let r=s.get(i);r===void 0||(0,R.isInteger)(r)||n==="requests"&&a.has(i)||o(["resources",n,i],`Resource "${i}" is a fraction of a byte: the unit "m" means thousandths`)}}function qi(e,{pod:t,report:a}){let o=new Set((t?.spec.resourceClaims??[]).map(s=>s.name)),n=new Map;for(let[s,{name:i="",request:r=""}]of e.entries()){let l=["resources","claims",s];if(i===""){a(l,"Required",'must have a "name"');continue}let m=n.get(i);m!==void 0&&(r===""||m.has("")||m.has(r))&&a(l,"Duplicate",`Claim "${i}" is listed twice`),m===void 0?n.set(i,new Set([r])):m.add(r);for(let d of r===""?[]:(0,Pe.dnsLabel)(r)??[])a([...l,"request"],"Invalid",d);o.has(i)||a(l,"NotFound",`Claim "${i}" is not among the "resourceClaims" of the pod`)}}function Li(e,t,{minor:a,field:o,path:n,pod:s,report:i}){let r={path:`${n}.resizePolicy`},l=new Set;for(let[m,{resourceName:d="",restartPolicy:p=""}]of e.entries()){let u=["resizePolicy",m];l.has(d)&&i(u,"Duplicate",`Resource "${d}" has two policies`),l.add(d),d===""?i([...u,"resourceName"],"Required","is required",r):d!=="cpu"&&d!=="memory"&&i([...u,"resourceName"],"NotSupported",'must be one of "cpu", "memory"',r),p===""?i([...u,"restartPolicy"],"Required","is required",r):p!=="NotRequired"&&p!=="RestartContainer"&&i([...u,"restartPolicy"],"NotSupported",'must be one of "NotRequired", "RestartContainer"',r),s?.spec.restartPolicy==="Never"&&p!=="NotRequired"&&i([...u,"restartPolicy"],"Invalid",'must be "NotRequired" in a pod that never restarts',r),a>=36&&o==="initContainers"&&t.restartPolicy!=="Always"&&p==="RestartContainer"&&i([...u,"restartPolicy"],"Invalid",'may be "RestartContainer" only for containers that go on running')}}var Yt=(e,t)=>{let a=new Map(e);for(let[o,n]of t)a.set(o,{...n,nanos:n.nanos+(a.get(o)?.nanos??0n)});return a},Qt=(e,t)=>{let a=new Map(e);for(let[o,n]of t)(a.get(o)?.nanos??-1n)<n.nanos&&a.set(o,n);return a};function Bn(e,t,a){let o=i=>ea(i.resources??{},a)[t],n=new Map,s=new Map;for(let i of e.initContainers??[])i.restartPolicy==="Always"?(n=Yt(n,o(i)),s=Qt(s,n)):s=Qt(s,Yt(n,o(i)));for(let i of e.containers??[])n=Yt(n,o(i));return Qt(n,s)}function Oi(e,t,a,o){let n=ea(e,!1);if(!o||n.limits.size===0&&n.requests.size===0)return n;for(let[i,r]of a)D(i)&&!n.limits.has(i)&&n.limits.set(i,r);let s=new Set;for(let[i,r]of[...t,...n.limits])n.requests.has(i)||!Qn(i)||(n.requests.set(i,D(i)?n.limits.get(i)??r:r),s.add(i));return{...n,defaulted:s}}function Di(e,{path:t,report:a}){let o=ut(e);for(let[n,s]of o)for(let i of Xn(n,s,!1))a(["overhead",n],i.code,`Resource "${n}" ${i.message}`,{path:`${t}.overhead.limits[${n}]`});Zn([...o.keys()])&&a(["overhead"],"Forbidden",es)}function _i(e,t){let a=e.resources;if(a===void 0||t.minor<34)return;let{pod:o,path:n,report:s}=t,i=o?.template!==!0;e.os?.name==="windows"&&s(["resources"],"Forbidden","may not be set for Windows"),a.claims!==void 0&&s(["resources","claims"],"Forbidden","may not be set for a pod");let r=Bn(e,"requests",i),l=Bn(e,"limits",i),m=Oi(a,r,l,i);ts(m,!0,t);let d=p=>({path:`${n}.resources.${p}`});for(let[p,u]of m.requests){let y=r.get(p);y!==void 0&&(0,R.compareQuantities)(u,y)<0&&s(["resources","requests",p],"Invalid",`The request of "${p}" is below what the containers request together`,d(`requests[${p}]`))}for(let[p,u]of m.limits){let y=l.get(p);D(p)&&y!==void 0&&(0,R.compareQuantities)(u,y)<0&&s(["resources","limits",p],"Invalid",`The limit of "${p}" is below that of the containers together`,d(`limits[${p}]`));for(let[k,S]of(e.containers??[]).entries()){let P=ut(S.resources?.limits).get(p);P===void 0||(0,R.compareQuantities)(P,u)<=0||s(["containers",k,"resources","limits",p],"Invalid",`The limit of "${p}" is above that of the pod`,d(`containers[${k}][${p}].limits`))}}}var as=g({id:"valid-resources",since:"0.1.0",summary:"Require resources that exist, in amounts that make sense, with requests within limits.",why:"The API server refuses a pod with an unknown resource, a negative or fractional amount, or a request above its limit.",howToFix:"Use cpu, memory, ephemeral-storage, hugepages-<size> or a prefixed resource of a device, and keep each request at or below its limit.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],bad:[{title:"a request above its limit, an unknown resource, half a device",yaml:Xt.yaml`
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
                    resources:
                      requests:
                        memory: 1Gi # ✖ The request of "memory" is above its limit
                      limits:
                        memory: 1G
                        requests.cpu: 1 # ✖ Resource "requests.cpu" is no resource that a container can have
                        nvidia.com/gpu: 500m # ✖ Resource "nvidia.com/gpu" must be a whole number
        `}],good:[{title:"requests within limits",yaml:Xt.yaml`
          apiVersion: v1
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
        `}]},[h("core/v1 Container",{check(e,t){let{resources:a,resizePolicy:o}=e;if(o!==void 0&&t.minor>=33&&Li(o,e,t),a===void 0)return;let n=ea(a,t.pod?.template!==!0);ts(n,!1,t),$i(n,t),a.claims!==void 0&&t.minor>=34&&qi(a.claims,t)}}),h("core/v1 PodSpec",{check(e,t){e.overhead!==void 0&&Di(e.overhead,t),_i(e,t)}}),h("core/v1 ResourceClaim",{fields:{name:[]}}),h("core/v1 ContainerResizePolicy",{fields:{resourceName:[],restartPolicy:[]}})]);var aa=c(f());var os=c(E());var Mi={"kubernetes.io/dockercfg":[".dockercfg"],"kubernetes.io/dockerconfigjson":[".dockerconfigjson"],"kubernetes.io/ssh-auth":["ssh-privatekey"],"kubernetes.io/tls":["tls.crt","tls.key"]},Fi=["kubernetes.io/dockercfg","kubernetes.io/dockerconfigjson"],ta="kubernetes.io/service-account.name";function Ki(e){try{let t=JSON.parse(e);return t===null||typeof t=="object"&&!Array.isArray(t)}catch{return!1}}var ns=g({id:"valid-secret",since:"0.1.0",summary:"Require Secrets that have what their type needs.",why:"The API server refuses a Secret that lacks the keys of its type, has a key that cannot be a file name, or has more than 1 MiB of values.",howToFix:"Add the key that the message names, or leave `type` away: `Opaque` needs nothing.",references:["https://kubernetes.io/docs/concepts/configuration/secret/#secret-types"],bad:[{title:"a certificate without its key",yaml:aa.yaml`
          apiVersion: v1
          kind: Secret
          metadata:
            name: web-tls
          type: kubernetes.io/tls
          data: # ✖ Secret of type kubernetes.io/tls needs the key "tls.key"
            tls.crt: Y2VydA==
        `}],good:[{title:"both keys",yaml:aa.yaml`
          apiVersion: v1
          kind: Secret
          metadata:
            name: web-tls
          type: kubernetes.io/tls
          data:
            tls.crt: Y2VydA==
            tls.key: a2V5
        `}]},[h("core/v1 Secret",{check({data:e={},stringData:t={},type:a="",metadata:o},{report:n}){let s=m=>m in e||m in t,i=m=>t[m]??Buffer.from(e[m]??"","base64").toString(),r=Object.keys(e).length>0||Object.keys(t).length===0?"data":"stringData",l=0;for(let[m,d]of[["data",e],["stringData",t]])for(let[p,u]of Object.entries(d))if(!(m==="data"&&p in t)){for(let y of(0,os.configMapKey)(p)??[])n([m,p],"Invalid",`Key "${p}" ${y}`,{path:`data[${p}]`});l+=m==="data"?_t(u??""):Buffer.byteLength(u??"")}l>Je&&n([r],"TooLong",`Secret has ${l} bytes of values, and may have ${Je}`,{path:"data"}),a==="kubernetes.io/service-account-token"&&!o?.annotations?.[ta]&&n(["metadata","annotations"],"Required",`Secret of type ${a} needs the annotation "${ta}"`,{path:`metadata.annotations[${ta}]`});for(let m of Mi[a]??[])!s(m)||m==="ssh-privatekey"&&i(m)===""?n([r],"Required",`Secret of type ${a} needs the key "${m}"`,{path:`data[${m}]`}):Fi.includes(a)&&!Ki(i(m))&&n([m in t?"stringData":"data",m],"Invalid",`Key "${m}" must hold a JSON object`,{path:`data[${m}]`});if(a==="kubernetes.io/basic-auth"&&!s("username")&&!s("password"))for(let m of["username","password"])n([r],"Required",`Secret of type ${a} needs the key "username" or "password"`,{path:`data[${m}]`})}})]);var oa=c(f());var ft=c(E()),ss=g({id:"valid-service",since:"0.1.0",summary:"Require a Service whose selector consists of labels.",why:"The API server refuses a selector with keys or values that no pod can have as labels.",howToFix:"Copy the labels of the pods that the Service is for.",references:["https://kubernetes.io/docs/concepts/services-networking/service/"],bad:[{title:"a malformed value",yaml:oa.yaml`
          apiVersion: v1
          kind: Service
          metadata:
            name: web
          spec:
            selector:
              app: web,api # ✖ Value "web,api" of the selector must consist of letters, digits, "-", "_" and "."
            ports:
              - port: 80
        `}],good:[{title:"labels of pods",yaml:oa.yaml`
          apiVersion: v1
          kind: Service
          metadata:
            name: web
          spec:
            selector:
              app.kubernetes.io/name: web
            ports:
              - port: 80
        `}]},[h("core/v1 ServiceSpec",{check({selector:e={}},{path:t,report:a}){let o={path:`${t}.selector`};for(let[n,s=""]of Object.entries(e)){for(let i of(0,ft.qualifiedName)(n)??[])a(["selector",n],"Invalid",`Key "${n}" of the selector ${i}`,o);for(let i of(0,ft.labelValue)(s)??[])a(["selector",n],"Invalid",`Value "${s}" of the selector ${i}`,o)}}})]);var na=c(f());var is=c(se()),ji=/^spec\.metrics\[\d+\]\.\w+\.metric\.selector$/,Wi=/\.topologySpreadConstraints\[\d+\]\.labelSelector$/,rs=g({id:"valid-label-selector",since:"0.1.0",summary:"Require label selectors that the API server can read.",why:"The API server refuses a selector with malformed keys or values, or with an operator that does not go with its values.",howToFix:"Use the operators In and NotIn with `values`, Exists and DoesNotExist without, and keys and values that labels can have.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors"],bad:[{title:"an operator without its values, and one that does not exist",yaml:na.yaml`
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata:
            name: deny
          spec:
            podSelector:
              matchExpressions:
                - key: app # ✖ "values" must not be empty for the operator In
                  operator: In
                - key: tier
                  operator: Equals # ✖ "operator" "Equals" must be one of In, NotIn, Exists, DoesNotExist
                  values: [web]
        `}],good:[{title:"labels and expressions",yaml:na.yaml`
          apiVersion: networking.k8s.io/v1
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
        `}]},[h("meta/v1 LabelSelector",{check(e,{path:t,report:a}){if(!ji.test(t))for(let{code:o,steps:n,value:s,reason:i}of(0,is.selectorProblems)(e,{anyValues:Wi.test(t)})){let r=n[0]==="matchLabels",l=r?`${s===n[1]?"Key":"Value"} "${s}" of the selector ${i}`:i;a(n,o,l,r?{path:`${t}.matchLabels`}:{})}}}),h("meta/v1 LabelSelectorRequirement",{fields:{key:[],operator:[]}})]);var yt=c(f());var ds=c(ms()),b=c(E()),ps=e=>{let t=(0,ds.canonicalIpText)(e);return typeof t=="string"?[t]:t},Ui={"/Namespace":b.dnsLabel,"apps/StatefulSet":b.dnsLabel,"networking.k8s.io/IPAddress":ps,"coordination.k8s.io/LeaseCandidate":b.configMapKey,"/Event":b.pathSegmentName,"policy/PodDisruptionBudget":b.pathSegmentName,"certificates.k8s.io/CertificateSigningRequest":b.pathSegmentName,"rbac.authorization.k8s.io/Role":b.pathSegmentName,"rbac.authorization.k8s.io/ClusterRole":b.pathSegmentName,"rbac.authorization.k8s.io/RoleBinding":b.pathSegmentName,"rbac.authorization.k8s.io/ClusterRoleBinding":b.pathSegmentName,"certificates.k8s.io/ClusterTrustBundle":b.pathSegmentName,"internal.apiserver.k8s.io/StorageVersion":b.pathSegmentName},Gi={"/ReplicationController":35,"resource.k8s.io/DeviceClass":36},Bi=new Set(["/Pod","/ReplicationController","apps/Deployment","apps/ReplicaSet","batch/Job","batch/CronJob"]),Hi=new Set(["authentication.k8s.io/TokenReview","authentication.k8s.io/SelfSubjectReview","authentication.k8s.io/TokenRequest","authorization.k8s.io/SelfSubjectRulesReview","/Binding","/Status","policy/Eviction","autoscaling/Scale"]),zi=new Set(["authorization.k8s.io/SubjectAccessReview","authorization.k8s.io/SelfSubjectAccessReview","authorization.k8s.io/LocalSubjectAccessReview"]),ls={"/Pod":31,"/PodTemplate":0,"/ReplicationController":0,"apps/Deployment":0,"apps/ReplicaSet":0,"apps/DaemonSet":0,"apps/StatefulSet":0,"batch/":0,"autoscaling/HorizontalPodAutoscaler":37,"policy/PodDisruptionBudget":0,"discovery.k8s.io/EndpointSlice":0,"networking.k8s.io/Ingress":0,"networking.k8s.io/IngressClass":0,"networking.k8s.io/NetworkPolicy":0,"scheduling.k8s.io/PriorityClass":0,"resource.k8s.io/DeviceClass":0,"resource.k8s.io/ResourceSlice":0,"flowcontrol.apiserver.k8s.io/":0,"apiextensions.k8s.io/":0,"admissionregistration.k8s.io/":0},Ji=["kubernetes","orphan","foregroundDeletion"],Yi=new Set(["node.k8s.io","coordination.k8s.io","admissionregistration.k8s.io","apiextensions.k8s.io","apiregistration.k8s.io","policy"]),sa=e=>!e.includes(".")||e.endsWith(".k8s.io"),ht=256*1024;function us({apiVersion:e}){let t=e.indexOf("/");return t===-1?"":e.slice(0,t)}function Qi(e,t){return e==="/Service"?t>=36?b.dnsLabel:b.dns1035Label:Ui[e]??b.dnsSubdomain}function Xi(e,t,a){let{report:o,warn:n,minor:s}=a,{name:i="",generateName:r=""}=e,l=Qi(t,s);if(r!==""){let d=t.startsWith("rbac."),p=s>=(Gi[t]??1/0)||!sa(us(a)),u=d||l===ps?l:(0,b.asPrefix)(p?b.pathSegmentName:l),y=i===""?l((0,b.generatedName)(r)):void 0;if(!p||y===void 0)for(let k of u(r)??[])o(["metadata","generateName"],"Invalid",k);for(let k of y??[])o(["metadata","generateName"],"Invalid",`makes a name that ${k}`,{path:"metadata.name"})}else i===""&&t!=="/LimitRange"&&o(["metadata","name"],"Required","is required");for(let d of(i===""?void 0:l(i))??[])o(["metadata","name"],"Invalid",d);if(t==="/Namespace")for(let d of(0,b.labelValue)(i)??[])o(["metadata","name"],"Invalid",`"${i}" becomes the value of a label, which ${d}`,{path:"metadata.labels"});if(!Bi.has(t)||i===""&&r==="")return;let[m]=(0,b.dnsLabel)(i===""?(0,b.generatedName)(r):i)??[];m!==void 0&&n(["metadata",i===""?"generateName":"name"],`The name becomes part of host names, for which it ${m}`)}function Zi(e,{minor:t,report:a,warn:o}){let n=new Set,s=0;for(let[i,r]of e.entries()){let{apiVersion:l="",kind:m="",name:d="",uid:p="",controller:u=!1,blockOwnerDeletion:y}=r,k=JSON.stringify([l,m,d,p,u,y]);if(n.has(k)){o(["metadata","ownerReferences",i],`Owner "${d}" is listed twice`);continue}n.add(k);let S=v=>["metadata","ownerReferences",i,v],P=v=>t>=37?{}:{path:`metadata.ownerReferences.${v}`};(l.split("/").length-1>1||l.endsWith("/"))&&a(S("apiVersion"),"Invalid","must be a version, or a group and a version: apps/v1",P("apiVersion"));for(let[v,C]of Object.entries({apiVersion:l,kind:m,name:d,uid:p}))C===""&&a(S(v),t>=37?"Required":"Invalid","is required",P(v));l==="v1"&&m==="Event"&&a(["metadata","ownerReferences",i],"Invalid",`Owner "${d}" is an Event, which can own nothing`,t>=37?{}:{path:"metadata.ownerReferences"}),u&&(s++,(s===2||s>2&&t<37)&&a(["metadata","ownerReferences",i,"controller"],"Invalid",`Owner "${d}" is a second controller, and an object can have one`,{path:"metadata.ownerReferences"}))}}function er(e,{report:t},a){let o={path:"metadata.finalizers"};for(let[s,i]of e.entries()){let r=["metadata","finalizers",s];for(let l of(0,b.qualifiedName)(i)??[])t(r,"Invalid",`Finalizer "${i}" ${l}`,o);i.includes("/")||Ji.includes(i)||a||t(r,"Invalid",`Finalizer "${i}" is none of Kubernetes, so it needs a prefix: example.com/${i}`)}let n=e.indexOf("orphan");n!==-1&&e.includes("foregroundDeletion")&&t(["metadata","finalizers",n],"Invalid",'Finalizer "orphan" excludes "foregroundDeletion"',o)}function fs(e,t,a,{report:o}){for(let[i,r]of Object.entries(e.labels??{})){for(let l of(0,b.qualifiedName)(i)??[])o([...t,"labels",i],"Invalid",`Label key "${i}" ${l}`,{path:`${a}labels`});for(let l of(0,b.labelValue)(r)??[])o([...t,"labels",i],"Invalid",`Label "${i}" has the value "${r}", which ${l}`,{path:`${a}labels`})}let n=0;for(let[i,r]of Object.entries(e.annotations??{})){for(let l of(0,b.annotationKey)(i)??[])o([...t,"annotations",i],"Invalid",`Annotation key "${i}" ${l}`,{path:`${a}annotations`});n+=i.length+r.length>ht/8?Buffer.byteLength(i)+Buffer.byteLength(r):3*(i.length+r.length)}if(n<=ht)return;Object.entries(e.annotations??{}).reduce((i,[r,l])=>i+Buffer.byteLength(r)+Buffer.byteLength(l),0)>ht&&o([...t,"annotations"],"TooLong",`must be at most ${ht} bytes in all`,{path:`${a}annotations`})}function tr(e,t){let a=us(t),o=`${a}/${t.kind}`;if(Hi.has(o))return;let n=e.metadata??{};if(zi.has(o)){let{namespace:i,managedFields:r,...l}=n;Object.values(l).some(d=>d!==""&&!(typeof d=="object"&&Object.keys(d).length===0))&&t.report(["metadata"],"Invalid","must be empty, but for the namespace");return}Xi(n,o,t),fs(n,["metadata"],"metadata.",t),n.ownerReferences!==void 0&&Zi(n.ownerReferences,t),n.finalizers!==void 0&&er(n.finalizers,t,Yi.has(a)||o==="/Event"||!sa(a));let s=ls[o]??ls[`${a}/`]??(sa(a)?1/0:0);n.generation!==void 0&&n.generation<0&&t.minor<s&&t.report(["metadata","generation"],"Invalid","must be at least 0")}var hs=g({id:"valid-metadata",since:"0.1.0",summary:"Require names, labels, annotations, owners and finalizers that the API server takes.",why:"The API server refuses an object whose metadata break its grammars: most names are DNS names, because they end up in host names and URLs.",howToFix:'Use lower case letters, digits and "-" in names, at most 63 characters in label values, and a prefix such as `example.com/` for keys of your own.',references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/names/","https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/"],bad:[{title:"a name with capitals and a label with a blank",yaml:yt.yaml`
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: My-Settings # ✖ "name" "My-Settings" must consist of lower case letters, digits, "-" and "."
            labels:
              team: blue sky # ✖ Label "team" has the value "blue sky", which must consist of letters, digits, "-", "_" and "."
        `},{title:"no name",yaml:yt.yaml`
          apiVersion: v1
          kind: ConfigMap
          metadata: # ✖ "name" is required
            labels:
              app: web
        `}],good:[{title:"names and labels of the right form",yaml:yt.yaml`
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: my-settings
            labels:
              example.com/team: blue-sky
        `}]},[h("meta/v1 Object",{check:tr}),h("core/v1 PodTemplateSpec",{check({metadata:e},t){e!==void 0&&fs(e,["metadata"],`${t.path}.`,t)}}),h("meta/v1 OwnerReference",{fields:{apiVersion:[],kind:[],name:[],uid:[]}})]);var ys=[dn,un,hn,bn,wn,Sn,Rn,Vn,_n,jn,Kn,Un,as,ns,ss,rs,hs];function Qe(){return ar}var ar=[...mn,...ys.map(({rule:e})=>({...e,category:"validity",severity:"error",presets:["api-server","recommended","strict"],peers:{}}))].sort((e,t)=>ia.CATEGORIES.indexOf(e.category)-ia.CATEGORIES.indexOf(t.category)||(e.id<t.id?-1:1));var bt=c(gs(),1);function or(){let e=Qe(),t=Math.max(...e.map(({id:n})=>n.length))+2,a=({id:n,severity:s,fixable:i,summary:r})=>`  ${n.padEnd(t)}${s.padEnd(9)}${(i===void 0?"":"fix").padEnd(5)}${r}`;return`${[...new Set(e.map(({category:n})=>n))].map(n=>[`${n}:`,...e.filter(s=>s.category===n).map(a),""].join(`
`)).join(`
`)}
${e.length} rules; podlint rule NAME explains one
`}function nr(){return`[
${Qe().map(({id:t,category:a,severity:o,presets:n,since:s,summary:i,why:r,howToFix:l,fixable:m=null,options:d={},references:p,peers:u})=>({id:t,category:a,severity:o,presets:n,since:s,summary:i,why:r,howToFix:l,fixable:m,options:d,references:p,peers:u,url:(0,ra.ruleUrl)(t)})).map(t=>JSON.stringify(t)).join(`,
`)}
]
`}function sr(e){let t=Qe().find(({id:v})=>v===e);if(t===void 0)throw new bt.UsageError(`There is no rule "${e}"${(0,bt.didYouMean)(e,Qe().map(({id:v})=>v))||"; see podlint rules"}`);let{id:a,category:o,severity:n,presets:s,fixable:i,summary:r,why:l,howToFix:m,options:d={},bad:p,good:u,references:y,peers:k}=t,S=v=>v.map(C=>`  ${C}
`).join(""),P=v=>(0,vs.exampleText)(v).trimEnd().split(`
`).map(C=>C===""?`
`:`  ${C}
`).join("");return[`${a}: ${r}
`,`Severity ${n}; category ${o}; ${s.length===0?"in no preset: switch it on by name":`in the presets ${s.join(", ")}`}; ${i===void 0?"no fix":`mended by ${i==="safe"?"--fix":"--fix --unsafe-fixes"}`}
`,`Why:
  ${l}
`,`How to fix:
  ${m}
`,Object.keys(d).length>0&&`Options:
${S(Object.entries(d).map(([v,{default:C,description:Xe}])=>`${v}: ${Xe} Default: ${JSON.stringify(C)}`))}`,...p.slice(0,1).map(({title:v,yaml:C})=>`Wrong, ${v}:
${P(C)}`),...u.slice(0,1).map(({title:v,yaml:C})=>`Right, ${v}:
${P(C)}`),`See also:
${S([...y,...Object.entries(k).map(([v,C])=>`${v}: ${C.join(", ")}`),(0,ra.ruleUrl)(a)])}`].filter(v=>v!==!1).join(`
`)}0&&(module.exports={ruleJson,ruleList,rulePage});
