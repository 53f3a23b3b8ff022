"use strict";var yn=Object.create;var We=Object.defineProperty;var gn=Object.getOwnPropertyDescriptor;var bn=Object.getOwnPropertyNames;var vn=Object.getPrototypeOf,kn=Object.prototype.hasOwnProperty;var w=(e,t)=>()=>{try{return t||e((t={exports:{}}).exports,t),t.exports}catch(o){throw t=0,o}},wn=(e,t)=>{for(var o in t)We(e,o,{get:t[o],enumerable:!0})},Dt=(e,t,o,a)=>{if(t&&typeof t=="object"||typeof t=="function")for(let n of bn(t))!kn.call(e,n)&&n!==o&&We(e,n,{get:()=>t[n],enumerable:!(a=gn(t,n))||a.enumerable});return e};var d=(e,t,o)=>(o=e!=null?yn(vn(e)):{},Dt(t||!e||!e.__esModule?We(o,"default",{value:e,enumerable:!0}):o,e)),xn=e=>Dt(We({},"__esModule",{value:!0}),e);var u=w((Ws,Lt)=>{Lt.exports=require("./cli-check.cjs").engineDefineRule});var Mt=w((js,Ot)=>{Ot.exports=require("../podlint.cjs").project});var K=w((Hs,Kt)=>{Kt.exports=require("./cli-check.cjs").schemaFormatsImage});var Bt=w((Xs,Ht)=>{Ht.exports=require("./cli-check.cjs").schemaRemoved});var Ge=w((Js,Xt)=>{Xt.exports=require("./cli-check.cjs").modelPlace});var nt=w((ni,ao)=>{ao.exports=require("./cli-check.cjs").modelServiceSelector});var io=w((ii,so)=>{so.exports=require("../podlint.cjs").modelNearest});var st=w((ri,ro)=>{ro.exports=require("./cli-check.cjs").modelTargetPort});var it=w((pi,go)=>{go.exports=require("./cli-check.cjs").modelStaticPod});var rt=w((yi,Co)=>{Co.exports=require("./cli-check.cjs").schemaFormatsSelector});var ze=w((vi,Eo)=>{Eo.exports=require("./cli-check.cjs").modelResources});var E=w((Pi,Lo)=>{Lo.exports=require("./cli-check.cjs").modelSecurityContext});var ct=w((Vi,Yo)=>{Yo.exports=require("./cli-check.cjs").modelHostPath});var mt=w((qi,Zo)=>{Zo.exports=require("./cli-check.cjs").modelSecretValue});var lt=w((Ui,ma)=>{ma.exports=require("./cli-check.cjs").modelFields});var Qe=w((Wi,da)=>{da.exports=require("./cli-check.cjs").parserTape});var ut=w((Xi,Ca)=>{Ca.exports=require("./cli-check.cjs").schemaFormatsQuantity});var yt=w((ac,_a)=>{_a.exports=require("./cli-check.cjs").schemaFormatsPorts});var Me=w((ic,Oa)=>{Oa.exports=require("./cli-check.cjs").schemaFormatsNames});var sn=w((kc,nn)=>{nn.exports=require("./cli-check.cjs").schemaFormatsIp});var fn=w((qc,un)=>{un.exports=require("../podlint.cjs").usageError});var Ks={};wn(Ks,{ruleJson:()=>Ms,ruleList:()=>Os,rulePage:()=>Fs});module.exports=xn(Ks);var hn=d(u(),1),qt=d(Mt(),1);var $t=d(u());var ye=d(u()),Pn=["Service kubernetes","ServiceAccount default","Endpoints kubernetes","EndpointSlice kubernetes"],Ft=(0,ye.defineRule)({severity:"info",presets:["strict"],since:"0.1.0",summary:'Disallow the namespace "default".',why:"Everybody who names no namespace ends up there, so its quotas, network policies and permissions fit nobody.",howToFix:"Give the application a namespace of its own. An object without a namespace is left alone: Helm, Kustomize and `kubectl -n` fill it in.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"],peers:{"kube-linter":["use-namespace"],trivy:["KSV-0110"],checkov:["CKV_K8S_21"],kubescape:["C-0061","C-0212"],kics:["Using Default Namespace"],datree:["WORKLOAD_INCORRECT_NAMESPACE_VALUE_DEFAULT"],clusterlint:["default-namespace"],kyverno:["disallow-default-namespace"]},bad:[{title:"a ConfigMap in the default namespace",yaml:ye.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          namespace: default # ✖ ConfigMap "settings" is in the namespace "default"
        data: {}
      `}],good:[{title:"a namespace of its own, or one that is filled in later",yaml:ye.yaml`
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
      `}],visit:{object(e,{report:t}){!e.namespaced||e.namespace!=="default"||Pn.includes(`${e.kind} ${e.name}`)||t(e.at("metadata","namespace"),`${e.kind} "${e.name}" is in the namespace "default"`)}}});var ge=d(u()),Wt=d(K()),Cn=["cassandra","cockroach","couchdb","mariadb","mongo","mongodb","mongodb-community-server","mssql/server","mysql","mysql-server","postgis","postgres","postgresql"],Sn=["apache","caddy","drupal","ghost","httpd","jetty","joomla","nextcloud","nginx","nginx-unprivileged","node","php","tomcat","wordpress"],Ut=(e,t)=>{let o=(0,Wt.parseImage)(t??"");return typeof o!="string"&&e.some(a=>`/${o.repository}`.endsWith(`/${a}`))},jt=(0,ge.defineRule)({severity:"info",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow a web server and a database in one pod.",why:"Both restart, move and scale together: a second replica of the site brings a second, empty database.",howToFix:"Run the database in a StatefulSet of its own, and let the site reach it through a Service.",references:["https://kubernetes.io/docs/concepts/workloads/pods/#how-pods-manage-multiple-containers"],peers:{},longRunningOnly:!0,bad:[{title:"a blog with its database in the same pod",yaml:ge.yaml`
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
      `}],good:[{title:"a database with its exporter, and a cache beside an app",yaml:ge.yaml`
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
      `}],visit:{podSpec(e,{report:t}){let o=e.containers.filter(({role:s})=>s==="main"),a=o.find(({value:s})=>Ut(Sn,s.image)),n=o.find(({value:s})=>Ut(Cn,s.image));a===void 0||n===void 0||t(n.at(),`Container "${n.name}" is a database in the pod of the web server "${a.name}"`,void 0,{related:[{place:a.at(),message:"the web server"}]})}}});var be=d(u()),Gt=(0,be.defineRule)({severity:"info",presets:["strict"],since:"0.1.0",summary:"Disallow a file in which most objects name their namespace and some do not.",why:"`kubectl apply` puts those without one into the namespace of whoever applies them, apart from the objects that they belong to.",howToFix:"Write the namespace into every object of the file, or into none and set it when the file is applied.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"],peers:{},crossObject:!0,bad:[{title:"a forgotten namespace",yaml:be.yaml`
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
      `}],good:[{title:"objects of two namespaces, and one that belongs to neither",yaml:be.yaml`
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
      `}],visit:{object(e,{index:t,report:o}){if(!e.namespaced||e.namespace!=="")return;let a=t.inFile(e.source.file).filter(({namespaced:r})=>r),n=a.filter(({namespace:r})=>r!==""),s=n[0];if(s===void 0||n.length*2<=a.length||n.some(({namespace:r})=>r!==s.namespace))return;let i=[{place:s.at("metadata","namespace"),message:"named here"}];o(e.at("metadata","name"),`${e.kind} "${e.name}" names no namespace, while the other objects of this file are in "${s.namespace}"`,void 0,{related:i})}}});var U=d(u());function R(e,t){return{rule:e,types:t}}function g(e,t){return{type:e,...t}}var N=(...e)=>[{describes:"required",required:!0},...e];function ve(e,t,o={}){let a=o.code??"Invalid";return{describes:e,test(n){if(typeof n!="string"||n===""&&o.empty!==!0)return;let s=t(n);if(s!==void 0)return typeof s=="string"?{code:a,message:s}:s.map(i=>({code:a,message:i}))}}}var $=(...e)=>Rn(e,!1);function Rn(e,t){let o=e.map(a=>`"${a}"`).join(", ");return{describes:`one of ${o}`,test:a=>typeof a!="string"||e.includes(a)||a===""&&!t?void 0:{code:"NotSupported",message:`must be one of ${o}`}}}var An=e=>typeof e=="number"||typeof e=="bigint",q=e=>({describes:`at least ${e}`,test:t=>An(t)&&t<e?{code:"Invalid",message:`must be at least ${e}`}:void 0});var je=e=>Number(e.slice(e.indexOf(".")+1));var zt=d(Bt()),Yt=(0,U.defineRule)({severity:"warning",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow API versions that are deprecated in the targeted Kubernetes.",why:"They still work, and the API server answers with a warning; after an upgrade of the cluster to the version that the message names they do not work any more.",howToFix:"Move to the API version that the message names, if there is one, before the cluster is upgraded.",references:["https://kubernetes.io/docs/reference/using-api/deprecation-guide/","https://kubernetes.io/docs/reference/using-api/deprecation-policy/"],peers:{"kube-score":["stable-version"],trivy:["KSV-0107"],kics:["Object Is Using A Deprecated API Version"],datree:["K8S_DEPRECATED_APIVERSION_1.16","K8S_DEPRECATED_APIVERSION_1.17","K8S_DEPRECATED_APIVERSION_1.19","K8S_DEPRECATED_APIVERSION_1.21","K8S_DEPRECATED_APIVERSION_1.22","K8S_DEPRECATED_APIVERSION_1.23","K8S_DEPRECATED_APIVERSION_1.24"],sonar:["S1874"],monokle:["K8S002"],pluto:["deprecated"],kubent:["deprecated"]},bad:[{title:"a beta version that is on its way out",yaml:U.yaml`
        apiVersion: certificates.k8s.io/v1beta1 # ✖ certificates.k8s.io/v1beta1 ClusterTrustBundle is deprecated since Kubernetes 1.37 and removed in 1.40; use certificates.k8s.io/v1
        kind: ClusterTrustBundle
        metadata:
          name: ca
        spec:
          trustBundle: ''
      `},{title:"a kind with a successor, which nobody plans to remove",yaml:U.yaml`
        apiVersion: v1 # ✖ v1 Endpoints is deprecated since Kubernetes 1.33; use discovery.k8s.io/v1 EndpointSlice
        kind: Endpoints
        metadata:
          name: database
      `}],good:[{title:"a stable version",yaml:U.yaml`
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: database
        addressType: IPv4
        endpoints: []
      `}],visit:{object(e,{kubernetesVersions:t,report:o}){let a=(0,zt.removedApi)(e.apiVersion,e.kind);if(a?.deprecatedIn===void 0)return;let n=je(t.at(-1));if(n<je(a.deprecatedIn)||a.removedIn!==void 0&&n>=je(a.removedIn))return;let s=a.removedIn===void 0?"":` and removed in ${a.removedIn}`,i=a.replacement===void 0?"":`; use ${a.replacement}`;o(e.at("apiVersion"),`${e.apiVersion} ${e.kind} is deprecated since Kubernetes ${a.deprecatedIn}${s}${i}`)}}});var T=d(u()),Be=d(Ge()),He={"beta.kubernetes.io/arch":"kubernetes.io/arch","beta.kubernetes.io/os":"kubernetes.io/os","beta.kubernetes.io/instance-type":"node.kubernetes.io/instance-type","failure-domain.beta.kubernetes.io/region":"topology.kubernetes.io/region","failure-domain.beta.kubernetes.io/zone":"topology.kubernetes.io/zone"},W={"node-role.kubernetes.io/master":"node-role.kubernetes.io/control-plane"},Zt=(0,T.defineRule)({severity:"warning",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow deprecated labels of nodes.",why:"New nodes may come without the old label, and then the pod stays pending; the API server warns about it.",howToFix:'Use the label without "beta": nodes have had both, with the same value, since Kubernetes 1.17.',references:["https://kubernetes.io/docs/reference/labels-annotations-taints/"],peers:{},fixable:"safe",bad:[{title:"the beta label of the operating system",yaml:T.yaml`
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
      `,fixed:T.yaml`
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
      `},{title:"the label of control plane nodes",yaml:T.yaml`
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
      `},{title:"both labels: the old one goes",yaml:T.yaml`
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
      `,fixed:T.yaml`
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
      `}],good:[{title:"the stable label",yaml:T.yaml`
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
      `}],visit:{podSpec(e,{report:t}){let{nodeSelector:o={},affinity:a={},topologySpreadConstraints:n=[]}=e.value;for(let[p,m]of Object.entries(o)){let l=He[p]??W[p];if(l===void 0)continue;let f=e.at("nodeSelector",p);t((0,Be.atKey)(f),Qt(p),h=>{if(!(p in W))return l in o?o[l]===m?h.removeField(f):void 0:h.renameKey(f,l)})}let s=(p,m)=>{p!==void 0&&(p in He||p in W)&&t(m(),Qt(p),l=>p in W?void 0:l.replaceValue(m(),He[p]))};for(let[p,{topologyKey:m}]of n.entries())s(m,()=>e.at("topologySpreadConstraints",p,"topologyKey"));let{requiredDuringSchedulingIgnoredDuringExecution:i,preferredDuringSchedulingIgnoredDuringExecution:r=[]}=a.nodeAffinity??{},c=[...(i?.nodeSelectorTerms??[]).map((p,m)=>({term:p,place:()=>e.at("affinity","nodeAffinity","requiredDuringSchedulingIgnoredDuringExecution","nodeSelectorTerms",m)})),...r.map(({preference:p},m)=>({term:p,place:()=>e.at("affinity","nodeAffinity","preferredDuringSchedulingIgnoredDuringExecution",m,"preference")}))];for(let{term:p,place:m}of c)for(let[l,{key:f}]of(p?.matchExpressions??[]).entries())s(f,()=>(0,Be.below)(m(),"matchExpressions",l,"key"))}}}),Qt=e=>e in W?`Node label "${e}" is deprecated; nodes have "${W[e]}" in its place`:`Node label "${e}" is deprecated; "${He[e]}" has the same value`;var ke=d(u()),Jt=(0,ke.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow API versions that the targeted Kubernetes no longer serves.",why:'The API server answers "no matches for kind": nothing is created, and an upgrade of the cluster breaks the deployment.',howToFix:"Move to the API version that the message names; its fields may differ.",references:["https://kubernetes.io/docs/reference/using-api/deprecation-guide/"],peers:{pluto:["removed"],kubent:["removed"],"kube-score":["stable-version"],"kube-linter":["no-extensions-v1beta"]},bad:[{title:"an Ingress of 1.21",yaml:ke.yaml`
        apiVersion: extensions/v1beta1 # ✖ extensions/v1beta1 Ingress was removed in Kubernetes 1.22; use networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
      `}],good:[{title:"the version that is served",yaml:ke.yaml`
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: web
      `}]});var we=d(u()),eo=(0,we.defineRule)({severity:"info",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow the same port name in two containers of a pod.",why:"A Service that names the port reaches only the first of them; the API server warns about it since 1.33.",howToFix:"Give each port of the pod a name of its own, such as `app-metrics` and `proxy-metrics`.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports"],peers:{"kube-score":["container-ports-check"]},bad:[{title:"two ports with the name metrics",yaml:we.yaml`
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
      `}],good:[{title:"a name for each port",yaml:we.yaml`
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
      `}],visit:{podSpec(e,{report:t}){let o=new Map;for(let a of e.containers)if(a.longRunning)for(let[n,{name:s=""}]of(a.value.ports??[]).entries()){let i=o.get(s);if(!(s===""||i?.container===a))if(i===void 0)o.set(s,{container:a,index:n});else{let r=[{place:i.container.at("ports",i.index,"name"),message:"first here"}];t(a.at("ports",n,"name"),`Port name "${s}" is in container "${i.container.name}" and in container "${a.name}"`,void 0,{related:r})}}}}});var j=d(u()),to=["","0.0.0.0","::"],Tn=(e,t)=>e===t||to.includes(e)||to.includes(t),oo=(0,j.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow two containers of a pod on the same port.",why:'The containers of a pod share one network: the second program that binds the port fails with "address already in use", and its container restarts for ever.',howToFix:"Let one of the programs listen on another port, or delete the port from the container that does not listen on it.",references:["https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking"],peers:{},bad:[{title:"a sidecar on the port of the app",yaml:j.yaml`
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
      `},{title:"a host port that two addresses share",yaml:j.yaml`
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
      `}],good:[{title:"TCP and UDP, and an init container that is done by then",yaml:j.yaml`
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
      `}],visit:{podSpec(e,{report:t}){let o=new Map,a=new Map,n=e.value.hostNetwork===!0&&e.object.kind==="Pod";for(let s of e.containers)if(s.longRunning)for(let[i,{containerPort:r=0,protocol:c="TCP",...p}]of(s.value.ports??[]).entries()){let m={container:s,place:s.at("ports",i,"containerPort"),hostPort:p.hostPort||(n?r:0),hostIP:p.hostIP??""},l=`${r}/${c}`,f=m.hostPort===0?[]:a.get(`${m.hostPort}/${c}`)??[];m.hostPort!==0&&a.set(`${m.hostPort}/${c}`,[...f,m]);let h=o.get(l);if(h===void 0&&o.set(l,m),f.some(v=>Nn(v,m)))continue;if(h!==void 0&&h.container!==s){t(m.place,`Container "${s.name}" declares port ${l}, as container "${h.container.name}" does`,void 0,{related:[{place:h.place,message:"declared here"}]});continue}let k=f.find(({hostIP:v})=>Tn(v,m.hostIP));if(k===void 0)continue;let x=s.at("ports",i,"hostPort");t(x,`Container "${s.name}" takes host port ${m.hostPort}/${c}, as container "${k.container.name}" does`,void 0,{related:[{place:k.place,message:"taken here"}]})}}}}),Nn=(e,t)=>e.hostIP===t.hostIP&&(e.container===t.container||e.container.role==="main"&&t.container.role==="main");var G=d(u()),H=d(nt()),no=(0,G.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow a Service whose selector just misses every pod.",why:"The Service exists, but has no endpoints: every connection to it is refused or times out.",howToFix:"Make the selector equal to labels of the pod template. A Service whose pods are not among the linted files is left alone.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service","https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/"],peers:{"kube-linter":["dangling-service"],"kube-score":["service-targets-pod"],kubescape:["C-0293"],popeye:["1100","1105"],kics:["Service Does Not Target Pod"],kubevious:["service-selector-ref"],monokle:["LNK001"]},crossObject:!0,bad:[{title:"a label with another value",yaml:G.yaml`
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
      `}],good:[{title:"a Service for pods that are not here, and one without a selector",yaml:G.yaml`
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
      `},{title:"labels that a StatefulSet and a database give their pods while they run",yaml:G.yaml`
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
      `}],visit:{Service(e,{index:t,report:o}){let a=Object.entries((0,H.wantedLabels)(e));if(a.length===0||t.podsOf(e).length>0)return;let n=new Map;for(let[p,m]of a)for(let l of t.podsLabelled(p,m))(0,H.mayShareNamespace)(e.namespace,l.object.namespace)&&n.set(l,(n.get(l)??0)+1);let s;for(let[p,m]of n)(s===void 0||m>n.get(s))&&(s=p);if(s===void 0)return;let[i]=a.find(([p,m])=>s.labels[p]!==m&&(p in s.labels||!(0,H.isRuntimeLabel)(p))),r=i in s.labels?`has "${i}: ${s.labels[i]}"`:`has no label "${i}"`,c=s.atMetadata("labels");o(e.at("spec","selector",i),`Service "${e.name}" selects no pod: ${s.object.kind} "${s.object.name}" ${r}`,void 0,{related:[{place:c,message:"labels of the nearest pod"}]})}}});var B=d(u()),co=d(io()),mo=d(st()),po=(0,B.defineRule)({severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow a target port of a Service that its pods do not declare.",why:"A name that no container declares leads nowhere: the Service has no endpoints for this port, and every connection is refused.",howToFix:"Write the name of a port that a container of the pods declares, of the same protocol, or its number.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports"],peers:{popeye:["1101","1106"],kubevious:["service-selector-ref"]},fixable:"unsafe",crossObject:!0,options:{numeric:{default:!1,description:"Report numbers that no container declares, too. They work all the same: to declare a port is only information."}},bad:[{title:"a misspelt port name",yaml:B.yaml`
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
      `,fixed:B.yaml`
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
      `}],good:[{title:"a declared name, and a number that nobody declares",yaml:B.yaml`
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
      `}],visit:{Service(e,{index:t,options:o,report:a}){let n=e.value.spec?.ports??[];if(!n.some(({targetPort:r})=>typeof r=="string")&&!o.numeric)return;let s=t.podsOf(e),i=s[0];if(i!==void 0)for(let[r,{port:c=0,targetPort:p=c,protocol:m="TCP"}]of n.entries()){if(typeof p=="number"&&!o.numeric||s.some(S=>(0,mo.containerOfPort)(S,p,m)!==void 0))continue;let l=e.at("spec","ports",r,"targetPort"),f=s.flatMap(S=>S.containers.flatMap(({longRunning:y,value:P})=>y?P.ports??[]:[])).filter(S=>(S.protocol??"TCP")===m),h=typeof p=="string"?(0,co.nearest)(p,f.flatMap(({name:S})=>S??[])):void 0,k=s.length===1?"":` or of the ${s.length-1} other${s.length===2?"":"s"} that it selects`,x=`Target port ${JSON.stringify(p)} of Service "${e.name}" is no ${m} port of ${i.object.kind} "${i.object.name}"${k}`,v=[{place:i.at("containers"),message:"ports are declared here"}];a(l,h===void 0?x:`${x}; did you mean "${h}"?`,h===void 0?void 0:S=>S.replaceValue(l,h),{related:v})}}}});var xe=d(u()),uo=d(K()),En=`
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
`,In=/^(?:docker\.io|mirror\.gcr\.io|public\.ecr\.aws\/docker)\/library\//,lo;function Vn({registry:e,repository:t,tag:o=""}){return lo??=new Map(En.trim().split(`
`).map(a=>a.split(": ")).map(([a,n])=>[a,n.split(", ").map(s=>s.split(" "))])),lo.get(`${e}/${t}`.replace(In,""))?.find(([a])=>a==="*"||o===a||o.startsWith(a)&&/[.-]/.test(o[a.length]))?.[1]}var fo=(0,xe.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow well-known images that get no more fixes.",why:"Every vulnerability that is found in it from now on stays open, in a program that is well known to attackers too.",howToFix:"Move to a release line that is maintained. podlint has a short list of common images and can be out of date: silence does not mean that an image is maintained.",references:["https://kubernetes.io/docs/concepts/containers/images/","https://endoflife.date/"],peers:{kubescape:["C-0081","C-0090","C-0091","C-0292"]},bad:[{title:"release lines that have ended",yaml:xe.yaml`
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
      `}],good:[{title:"maintained lines, and images that are not known",yaml:xe.yaml`
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
      `}],visit:{container(e,{report:t}){let o=e.value.image,a=o===void 0?"":(0,uo.parseImage)(o),n=typeof a=="string"?void 0:Vn(a);n!==void 0&&t(e.at("image"),`Image "${o}" gets no fixes since ${n}`)}}});var Pe=d(u()),ho=d(K()),$n=new Set("canary current dev devel develop development edge head latest lts main mainline master nightly rolling snapshot stable staging trunk unstable".split(" ")),qn=/^(?:[a-z]{2,}|(?:alpine|amd|arm|cpu|cu|cuda|debian|gpu|jdk|jre|node|py|python|ubuntu|x)[\d.]+)$/,_n=/^[0-9a-f]{7,40}$/;function Dn(e){let t=e.toLowerCase().split(/[-_]/);return t.some(o=>$n.has(o))&&t.every(o=>qn.test(o)&&!_n.test(o))}var yo=(0,Pe.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow images without a tag, or with a tag that moves.",why:"What runs is what the tag pointed to when the node pulled it: two pods of one Deployment may run different code, and a rollback has nothing to go back to.",howToFix:"Name a release (`nginx:1.29.3`) or a digest (`nginx@sha256:\u2026`); a bot such as Renovate keeps either current.",references:["https://kubernetes.io/docs/concepts/containers/images/#image-names"],peers:{"kube-linter":["latest-tag"],"kube-score":["container-image-tag"],polaris:["tagNotSpecified"],trivy:["KSV-0013"],checkov:["CKV_K8S_14"],kubescape:["C-0304"],datree:["CONTAINERS_MISSING_IMAGE_VALUE_VERSION"],kyverno:["disallow-latest-tag"]},options:{allow:{default:[],description:"Tags that are fine although they move, such as `stable`."}},bad:[{title:"tags that move, and none",yaml:Pe.yaml`
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
      `}],good:[{title:"a release, a digest, a branch with a commit or date",yaml:Pe.yaml`
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
      `}],visit:{container(e,{options:t,report:o}){let a=e.value.image,n=a===void 0?"":(0,ho.parseImage)(a);typeof n=="string"||n.digest!==void 0||(n.tag===void 0?o(e.at("image"),`Image "${a}" has no tag`):Dn(n.tag)&&!t.allow.includes(n.tag)&&o(e.at("image"),`Image "${a}" has the moving tag "${n.tag}"`))}}});var z=d(u()),bo=d(it()),vo=(0,z.defineRule)({severity:"info",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow long-running pods that no controller owns.",why:"When its node fails or is drained, such a pod is gone for good: nothing starts it anywhere else.",howToFix:"Put the pod into the template of a Deployment; with `restartPolicy: Never` it is taken for one that is meant to end.",references:["https://kubernetes.io/docs/concepts/configuration/overview/#naked-pods-vs-replicasets-deployments-and-jobs"],peers:{kubescape:["C-0073"],datree:["K8S_INCORRECT_KIND_VALUE_POD"],popeye:["208"],clusterlint:["bare-pods"],kyverno:["prevent-bare-pods"]},longRunningOnly:!0,bad:[{title:"a server in a Pod of its own",yaml:z.yaml`
        apiVersion: v1
        kind: Pod # ✖ Pod "web" belongs to no controller
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `}],good:[{title:"a pod that runs to completion",yaml:z.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: debug
        spec:
          restartPolicy: Never
          containers:
            - name: shell
              image: example.com/shell:1.0
      `},{title:"a static pod",yaml:z.yaml`
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
      `}],visit:{Pod(e,{report:t}){(e.value.metadata?.ownerReferences??[]).length>0||(0,bo.isStaticPod)(e)||t(e.at("kind"),`Pod "${e.name}" belongs to no controller`)}}});var Y=d(u()),ko=(0,Y.defineRule)({severity:"info",presets:["strict"],since:"0.1.0",summary:"Disallow a single replica behind a Service.",why:"While the only pod moves to another node, crashes or is evicted, nobody answers.",howToFix:"Set `replicas` to 2 or more, or let a HorizontalPodAutoscaler choose. Strategy `Recreate` says that there may only be one, and is left alone.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#replicas"],peers:{"kube-linter":["minimum-three-replicas"],"kube-score":["deployment-replicas"],polaris:["deploymentMissingReplicas"],datree:["DEPLOYMENT_INCORRECT_REPLICAS_VALUE"],kubevious:["replica-count-check"],gatekeeper:["replicalimits"],kyverno:["require-deployments-have-multiple-replicas"],popeye:["1109"]},crossObject:!0,bad:[{title:"a Service with one pod behind it",yaml:Y.yaml`
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
      `}],good:[{title:"an autoscaler in charge",yaml:Y.yaml`
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
      `},{title:"a worker that no Service needs",yaml:Y.yaml`
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
      `}],visit:{Deployment(e,{index:t,report:o}){let{pod:a}=e,{replicas:n=1,strategy:s}=e.value.spec??{};if(a===void 0||n!==1||s?.type==="Recreate"||t.isAutoscaled(e))return;let i=t.servicesOf(a)[0];i!==void 0&&o(e.at("spec","replicas"),`Deployment "${e.name}" has one replica behind Service "${i.name}"`)}}});var Ce=d(u()),wo=d(it()),xo=(0,Ce.defineRule)({severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow references to API objects in static pods.",why:"A kubelet runs a static pod from a file, without the API server: such references never resolve, and since Kubernetes 1.34 the kubelet refuses the pod.",howToFix:"Mount files of the node with `hostPath`, or write the value into the manifest. What needs a ConfigMap or a Secret is better run by a DaemonSet.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/"],peers:{},bad:[{title:"a static pod that mounts a Secret",yaml:Ce.yaml`
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
      `}],good:[{title:"a static pod with files of its node; another pod with a Secret",yaml:Ce.yaml`
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
      `}],visit:{Pod(e,{report:t}){let{pod:o}=e;if(o===void 0||!(0,wo.isStaticPod)(e))return;let a=(n,s,i)=>{s!==void 0&&s!==""&&t(i,`Static pod "${e.name}" refers to ${n} "${s}"`)};a("ServiceAccount",o.value.serviceAccountName,o.at("serviceAccountName"));for(let[n,{name:s}]of(o.value.imagePullSecrets??[]).entries())a("Secret",s,o.at("imagePullSecrets",n,"name"));for(let[n,{configMap:s,secret:i,persistentVolumeClaim:r,projected:c}]of(o.value.volumes??[]).entries()){a("ConfigMap",s?.name,o.at("volumes",n,"configMap","name")),a("Secret",i?.secretName,o.at("volumes",n,"secret","secretName")),a("PersistentVolumeClaim",r?.claimName,o.at("volumes",n,"persistentVolumeClaim","claimName"));for(let[p,m]of(c?.sources??[]).entries())a("ConfigMap",m.configMap?.name,o.at("volumes",n,"projected","sources",p,"configMap")),a("Secret",m.secret?.name,o.at("volumes",n,"projected","sources",p,"secret"))}for(let n of o.containers){for(let[s,{configMapRef:i,secretRef:r}]of(n.value.envFrom??[]).entries())a("ConfigMap",i?.name,n.at("envFrom",s,"configMapRef","name")),a("Secret",r?.name,n.at("envFrom",s,"secretRef","name"));for(let[s,{valueFrom:i}]of(n.value.env??[]).entries())a("ConfigMap",i?.configMapKeyRef?.name,n.at("env",s,"valueFrom","configMapKeyRef","name")),a("Secret",i?.secretKeyRef?.name,n.at("env",s,"valueFrom","secretKeyRef","name"))}}}});var X=d(u()),Po=(0,X.defineRule)({severity:"info",presets:["strict"],since:"0.1.0",summary:"Require a liveness probe for containers that run for long.",why:"A program that hangs without exiting stays broken until somebody restarts it by hand.",howToFix:"Add a `livenessProbe` that fails only when a restart helps: not when a database is away. A crash alone needs no probe, the container restarts anyway.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],peers:{"kube-linter":["no-liveness-probe"],"kube-score":["pod-probes"],polaris:["livenessProbeMissing"],checkov:["CKV_K8S_8"],kubescape:["C-0056"],popeye:["102","103"],datree:["CONTAINERS_MISSING_LIVENESSPROBE_KEY"],gatekeeper:["requiredprobes"],kyverno:["require-probes"]},longRunningOnly:!0,bad:[{title:"a server without a liveness probe",yaml:X.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app # ✖ Container "app" has no liveness probe
              image: example.com/app:1.0
      `}],good:[{title:"a liveness probe; an init container that runs to completion",yaml:X.yaml`
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
      `},{title:"a pod that runs to completion",yaml:X.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: task
        spec:
          restartPolicy: OnFailure
          containers:
            - name: task
              image: example.com/task:1.0
      `}],visit:{container(e,{report:t}){!e.longRunning||e.value.livenessProbe!==void 0||t(e.at("livenessProbe"),`Container "${e.name}" has no liveness probe`)}}});var Se=d(u()),So=d(nt()),Ro=d(rt()),Ao=(0,Se.defineRule)({severity:"info",presets:["strict"],since:"0.1.0",summary:"Require a PodDisruptionBudget for workloads with several replicas.",why:"Without a budget, draining nodes for an upgrade may evict all replicas at once.",howToFix:"Add a PodDisruptionBudget whose selector matches the pods, with `maxUnavailable: 1` for a start.",references:["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],peers:{"kube-score":["deployment-has-poddisruptionbudget","statefulset-has-poddisruptionbudget"],polaris:["missingPodDisruptionBudget"],popeye:["206"],kics:["Deployment Without PodDisruptionBudget","StatefulSet Without PodDisruptionBudget"],kyverno:["require-pdb"]},crossObject:!0,bad:[{title:"three replicas that may all be evicted together",yaml:Se.yaml`
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
      `}],good:[{title:"with a budget",yaml:Se.yaml`
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
      `}],visit:{podSpec({object:e,labels:t},{index:o,report:a}){let n=e.at("metadata","name");if(!e.is("Deployment")&&!e.is("StatefulSet"))return;let s=e.value.spec?.replicas??1;if(s<2)return;o.ofKind("PodDisruptionBudget").some(r=>(0,So.mayShareNamespace)(r.namespace,e.namespace)&&(0,Ro.selectorMatches)(r.value.spec?.selector,t)===!0)||a(n,`${e.kind} "${e.name}" has ${s} replicas and no PodDisruptionBudget`)}}});var Re=d(u()),To=d(st()),No=(0,Re.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Require a readiness probe for containers that a Service sends traffic to.",why:"Without it a pod gets requests as soon as its process starts, so every rollout answers some of them with errors.",howToFix:"Add a `readinessProbe` that asks the port of the Service. One container of the pod with such a probe is enough: the pod is ready when all of its probes say so.",references:["https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe"],peers:{"kube-linter":["no-readiness-probe"],"kube-score":["pod-probes"],polaris:["readinessProbeMissing"],checkov:["CKV_K8S_9"],kubescape:["C-0018"],popeye:["102","104"],datree:["CONTAINERS_MISSING_READINESSPROBE_KEY"],gatekeeper:["requiredprobes"],kyverno:["require-probes"]},crossObject:!0,longRunningOnly:!0,options:{everyPort:{default:!1,description:"Also ask for containers with a port that no Service of the run sends traffic to."}},bad:[{title:"a Service in front of a container without a readiness probe",yaml:Re.yaml`
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
      `}],good:[{title:"a readiness probe, and a worker that nobody talks to",yaml:Re.yaml`
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
      `}],visit:{podSpec(e,{index:t,options:o,report:a}){if(e.containers.some(({value:s})=>s.readinessProbe!==void 0))return;let n=(0,To.containersBehind)(e,t);for(let s of e.containers){let i=n.get(s);if(i!==void 0){let r=[{place:i.at("metadata","name"),message:"sends the traffic"}];a(s.at("readinessProbe"),`Container "${s.name}" gets traffic from Service "${i.name}" and has no readiness probe`,void 0,{related:r})}else o.everyPort&&s.longRunning&&(s.value.ports??[]).length>0&&a(s.at("readinessProbe"),`Container "${s.name}" has a port and no readiness probe`)}}}});var Q=d(u()),Io=d(ze()),Vo=(0,Q.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require a CPU request on every container that stays.",why:"When the node is busy the container gets next to no CPU time, and an autoscaler that scales on CPU use has nothing to compare with.",howToFix:"Set `resources.requests.cpu` to what the program needs under usual load, such as `50m`. A CPU limit is not needed.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{"kube-linter":["unset-cpu-requirements"],"kube-score":["container-resources"],polaris:["cpuRequestsMissing"],trivy:["KSV-0015"],checkov:["CKV_K8S_10"],kubescape:["C-0050","C-0268"],kubesec:["RequestsCPU"],datree:["CONTAINERS_MISSING_CPU_REQUEST_KEY"],kyverno:["require-pod-requests-limits","require-qos-burstable"]},bad:[{title:"memory only",yaml:Q.yaml`
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
      `}],good:[{title:"a request; init containers may do without",yaml:Q.yaml`
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
      `},{title:"a request for the pod as a whole (since Kubernetes 1.34)",yaml:Q.yaml`
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
      `}],visit:{container(e,{kubernetesVersions:t,report:o}){!e.longRunning||e.partial||e.pod.hook||(0,Io.hasRequest)(e,"cpu",t)||o(e.at("resources","requests"),`Container "${e.name}" sets no CPU request`)}}});var Z=d(u()),$o=d(ze()),qo=(0,Z.defineRule)({severity:"info",presets:["recommended","strict"],since:"0.1.0",summary:"Require a memory limit on every container that stays.",why:"A leak in it takes the memory of the whole node, and the kernel then kills whichever program it likes, often one that is innocent.",howToFix:"Set `resources.limits.memory` a little above the most that the program has ever used. Where a LimitRange of the namespace does that, switch this rule off.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{"kube-linter":["unset-memory-requirements"],"kube-score":["container-resources"],polaris:["memoryLimitsMissing"],trivy:["KSV-0018"],checkov:["CKV_K8S_13"],kubescape:["C-0004","C-0009","C-0271"],kubesec:["LimitsMemory"],datree:["CONTAINERS_MISSING_MEMORY_LIMIT_KEY"],kyverno:["require-pod-requests-limits"]},bad:[{title:"only a request",yaml:Z.yaml`
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
      `}],good:[{title:"a limit; init containers may do without",yaml:Z.yaml`
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
      `},{title:"a limit for the pod as a whole (since Kubernetes 1.34)",yaml:Z.yaml`
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
      `}],visit:{container(e,{kubernetesVersions:t,report:o}){!e.longRunning||e.partial||e.pod.hook||(0,$o.hasLimit)(e,"memory",t)||o(e.at("resources","limits"),`Container "${e.name}" sets no memory limit`)}}});var J=d(u()),_o=d(ze()),Do=(0,J.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require a memory request on every container that stays.",why:"The scheduler takes it for a container that needs none, packs the node too full, and under memory pressure such pods are the first to be evicted.",howToFix:"Set `resources.requests.memory` to what the program usually needs; a limit alone counts as a request of the same size.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{"kube-score":["container-resources"],polaris:["memoryRequestsMissing"],trivy:["KSV-0016"],checkov:["CKV_K8S_12"],kubescape:["C-0004","C-0269"],kubesec:["RequestsMemory"],datree:["CONTAINERS_MISSING_MEMORY_REQUEST_KEY"],kyverno:["require-pod-requests-limits"]},bad:[{title:"a request for CPU only",yaml:J.yaml`
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
      `}],good:[{title:"a request; init containers may do without",yaml:J.yaml`
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
      `},{title:"a limit, which is the request too",yaml:J.yaml`
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
      `}],visit:{container(e,{kubernetesVersions:t,report:o}){!e.longRunning||e.partial||e.pod.hook||(0,_o.hasRequest)(e,"memory",t)||o(e.at("resources","requests"),`Container "${e.name}" sets no memory request`)}}});var _=d(u()),Oo=d(E()),Ln=new Set("AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT".split(" ")),Mo=(0,_.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow capabilities beyond those that the baseline of the Pod Security Standards allows.",why:"Most of them reach out of the container: SYS_ADMIN and ALL are as good as root on the node, NET_ADMIN and NET_RAW let it rewrite or forge network traffic.",howToFix:"Delete what the program does not need. For a port below 1024, NET_BIND_SERVICE is enough.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline","https://man7.org/linux/man-pages/man7/capabilities.7.html"],peers:{polaris:["dangerousCapabilities"],trivy:["KSV-0005","KSV-0022","KSV-0120"],checkov:["CKV_K8S_25","CKV_K8S_39"],kubescape:["C-0046"],kubesec:["CapSysAdmin"],"pod-security-admission":["capabilities_baseline"],datree:["CONTAINERS_INVALID_CAPABILITIES_VALUE"],kyverno:["disallow-capabilities"]},options:{allow:{default:[],description:"Capabilities that may be added all the same, without `CAP_`: `IPC_LOCK`."}},fixable:"unsafe",bad:[{title:"more than the baseline",yaml:_.yaml`
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
      `,fixed:_.yaml`
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
      `}],good:[{title:"what runtimes give anyway",yaml:_.yaml`
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
      `},{title:"a privileged container, which has them all: another rule reports it",yaml:_.yaml`
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
      `}],visit:{container(e,{options:t,report:o}){let{securityContext:a}=e.value,n=a?.capabilities?.add??[];if(!(a?.privileged===!0||(0,Oo.isWindows)(e.pod)))for(let[s,i]of n.entries()){let r=i.replace(/^CAP_/,"");if(r===""||Ln.has(r)||t.allow.includes(r))continue;let c=e.at("securityContext","capabilities","add",s);o(c,`Container "${e.name}" adds the capability "${i}"`,p=>n.length>1?p.removeItem(c):void 0)}}}});var ee=d(u()),Fo=(0,ee.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:'Disallow pods that carry the token of the service account "default".',why:"All pods of a namespace share that account, so a permission that one of them is given is given to all, and to whoever breaks into any.",howToFix:"Set `automountServiceAccountToken: false` when the program does not talk to the API server; else give it a ServiceAccount of its own.",references:["https://kubernetes.io/docs/concepts/security/service-accounts/","https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/"],peers:{"kube-linter":["default-service-account"],kubesec:["ServiceAccountName"],popeye:["300","308"],kyverno:["restrict-service-account"]},crossObject:!0,bad:[{title:"no service account named",yaml:ee.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec: # ✖ The pod carries the token of service account "default"
          containers:
            - name: app
              image: example.com/app:1.0
      `}],good:[{title:"an account of its own",yaml:ee.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          serviceAccountName: web
          containers:
            - name: app
              image: example.com/app:1.0
      `},{title:"no token, by the pod or by the account",yaml:ee.yaml`
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
      `}],visit:{podSpec(e,{index:t,report:o}){let{value:a,object:n}=e;if((a.serviceAccountName??a.serviceAccount??"default")!=="default"||e.containers.every(i=>i.partial))return;(a.automountServiceAccountToken??t.find("ServiceAccount",n.namespace,"default")?.value.automountServiceAccountToken??!0)&&o(e.at("serviceAccountName"),'The pod carries the token of service account "default"')}}});var te=d(u()),On={hostNetwork:"network",hostPID:"processes",hostIPC:"inter-process communication"},Ko=(0,te.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow pods in the node's network, process or IPC namespace.",why:"With `hostNetwork` a pod hears the traffic of the node and stands outside every NetworkPolicy; with `hostPID` it sees the environment of all processes, secrets included.",howToFix:"Delete the field. An agent that is there to watch or wire up the node needs it: say so with a podlint-ignore comment.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline"],peers:{"kube-linter":["host-ipc","host-network","host-pid"],polaris:["hostIPCSet","hostNetworkSet","hostPIDSet"],trivy:["KSV-0008","KSV-0009","KSV-0010"],checkov:["CKV_K8S_17","CKV_K8S_18","CKV_K8S_19"],kubescape:["C-0038","C-0041","C-0275","C-0276"],kubesec:["HostIPC","HostNetwork","HostPID"],"pod-security-admission":["hostNamespaces"],datree:["CONTAINERS_INCORRECT_HOSTIPC_VALUE_TRUE","CONTAINERS_INCORRECT_HOSTNETWORK_VALUE_TRUE","CONTAINERS_INCORRECT_HOSTPID_VALUE_TRUE"],kyverno:["disallow-host-namespaces"]},options:{allow:{default:[],description:"Fields that are fine: `hostNetwork`, `hostPID`, `hostIPC`."}},fixable:"unsafe",bad:[{title:"two namespaces of the node",yaml:te.yaml`
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
      `,fixed:te.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `}],good:[{title:"namespaces that its own containers share",yaml:te.yaml`
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
      `}],visit:{podSpec(e,{options:t,report:o}){for(let[a,n]of Object.entries(On)){if(e.value[a]!==!0||t.allow.includes(a))continue;let s=e.at(a);o(s,`"${a}" shares the node's ${n} with the pod`,i=>i.removeField(s))}}}});var Ae=d(u()),Uo=(0,Ae.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:"Disallow volumes that are directories of the node.",why:"The pod depends on what lies on that node and is bound to it, and what it may read or write there is the node's, not its own.",howToFix:"Use an `emptyDir` for scratch space, a PersistentVolumeClaim for data, a ConfigMap or Secret for files.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{polaris:["hostPathSet"],trivy:["KSV-0023"],kubescape:["C-0048"],"pod-security-admission":["hostPathVolumes","restrictedVolumes"],datree:["CONTAINERS_INCORRECT_KEY_HOSTPATH"],kyverno:["disallow-host-path"]},options:{allow:{default:[],description:"Directories that may be used, with all that is in them: `/var/log`."}},bad:[{title:"data on the node",yaml:Ae.yaml`
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
      `}],good:[{title:"scratch space",yaml:Ae.yaml`
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
      `}],visit:{podSpec(e,{options:t,report:o}){for(let[a,{name:n,hostPath:s}]of(e.value.volumes??[]).entries()){let i=s?.path;i===void 0||t.allow.some(r=>`${i}/`.startsWith(r.endsWith("/")?r:`${r}/`))||o(e.at("volumes",a,"hostPath","path"),`Volume "${n}" is "${i}" of the node`)}}}});var oe=d(u()),Ye=d(E()),Wo=(0,oe.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow `allowPrivilegeEscalation: true`.",why:"A program in it can become root through any setuid file of the image, whichever user it starts as.",howToFix:"Write `allowPrivilegeEscalation: false`. Hardly a program needs it; `sudo` and `ping` in old images do.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["privilege-escalation-container"],polaris:["privilegeEscalationAllowed"],trivy:["KSV-0001"],checkov:["CKV_K8S_20"],kubescape:["C-0016","C-0211"],kubesec:["AllowPrivilegeEscalation"],"pod-security-admission":["allowPrivilegeEscalation"],datree:["CONTAINERS_MISSING_KEY_ALLOWPRIVILEGEESCALATION"],kyverno:["disallow-privilege-escalation"]},fixable:"unsafe",bad:[{title:"escalation that is allowed in so many words",yaml:oe.yaml`
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
      `,fixed:oe.yaml`
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
      `}],good:[{title:"not allowed, and a privileged container, which has another rule",yaml:oe.yaml`
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
      `}],visit:{container(e,{report:t}){if(e.value.securityContext?.allowPrivilegeEscalation!==!0||(0,Ye.isAllPowerful)(e)||(0,Ye.isWindows)(e.pod))return;let o=e.at("securityContext","allowPrivilegeEscalation");t(o,`Container "${e.name}" allows privilege escalation`,a=>a.replaceValue(o,"false"))}}});var ae=d(u()),jo=(0,ae.defineRule)({severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow privileged containers.",why:"A privileged container sees every device of its node and runs without the usual confinement, so breaking out of it takes one command.",howToFix:"Delete `privileged` and add only the capabilities that the program needs.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline"],peers:{"kube-linter":["privileged-container"],trivy:["KSV-0017"],checkov:["CKV_K8S_16"],kubescape:["C-0057"],polaris:["runAsPrivileged"],datree:["CONTAINERS_INCORRECT_PRIVILEGED_VALUE_TRUE"]},fixable:"unsafe",bad:[{title:"a privileged container",yaml:ae.yaml`
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
      `,fixed:ae.yaml`
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
      `}],good:[{title:"one added capability",yaml:ae.yaml`
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
      `}],visit:{container(e,{report:t}){if(e.value.securityContext?.privileged!==!0)return;let o=e.at("securityContext","privileged");t(o,`Container "${e.name}" is privileged`,a=>a.replaceValue(o,"false"))}}});var D=d(u()),Ho=d(K()),Mn=[{prefix:"k8s.gcr.io/",fate:"is frozen since 2023-04; registry.k8s.io has the same images",mirror:"registry.k8s.io/"},{prefix:"gcr.io/google-containers/",fate:"gets no updates; Kubernetes publishes to registry.k8s.io"},{prefix:"gcr.io/google_containers/",fate:"gets no updates; Kubernetes publishes to registry.k8s.io"},{prefix:"gcr.io/kubebuilder/",fate:"is closed since 2025-03; kube-rbac-proxy is in quay.io/brancz"},{prefix:"docker.pkg.github.com/",fate:"is replaced by ghcr.io"},{prefix:"docker.io/bitnamilegacy/",fate:"gets no updates since 2025-09"},{prefix:"quay.io/coreos/configmap-reload",fate:"is replaced by ghcr.io/jimmidyson/configmap-reload"},{prefix:"quay.io/coreos/flannel",fate:"is replaced by ghcr.io/flannel-io/flannel"},{prefix:"quay.io/coreos/kube-rbac-proxy",fate:"is replaced by quay.io/brancz/kube-rbac-proxy"},{prefix:"quay.io/coreos/kube-state-metrics",fate:"is replaced by registry.k8s.io/kube-state-metrics/kube-state-metrics"},{prefix:"quay.io/coreos/prometheus-operator",fate:"is replaced by quay.io/prometheus-operator/prometheus-operator"},{prefix:"quay.io/kubernetes-ingress-controller/nginx-ingress-controller",fate:"is replaced by registry.k8s.io/ingress-nginx/controller"}],Go={prefix:"docker.io/bitnami/",fate:"has no versioned images since 2025-09; docker.io/bitnamilegacy keeps the last ones without updates"};function Fn(e){let t=(0,Ho.parseImage)(e);if(typeof t=="string")return;let o=`${t.registry}/${t.repository}`;return o.startsWith(Go.prefix)?/^\d/.test(t.tag??"")&&t.digest===void 0?Go:void 0:Mn.find(({prefix:a})=>a.endsWith("/")?o.startsWith(a):o===a)}var Bo=(0,D.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow images from registries that are frozen or closed.",why:"Nothing new is published there, fixes for vulnerabilities least of all, and one day the pull fails: on the next node that the pod moves to.",howToFix:"Pull from the registry that the message names, or copy the image to one of your own.",references:["https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/","https://github.com/bitnami/containers/issues/83267"],peers:{kubescape:["C-0253"],kyverno:["restrict-deprecated-registry"],clusterlint:["docker-pkg-github-com-registry"]},fixable:"safe",bad:[{title:"the former registry of Kubernetes",yaml:D.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: metrics
        spec:
          containers:
            - name: metrics
              image: "k8s.gcr.io/metrics-server/metrics-server:v0.6.1" # ✖ "k8s.gcr.io" is frozen since 2023-04; registry.k8s.io has the same images
      `,fixed:D.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: metrics
        spec:
          containers:
            - name: metrics
              image: "registry.k8s.io/metrics-server/metrics-server:v0.6.1"
      `},{title:"a version from Bitnami",yaml:D.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: cache
        spec:
          containers:
            - name: cache
              image: bitnami/redis:7.2.4 # ✖ "docker.io/bitnami" has no versioned images since 2025-09; docker.io/bitnamilegacy keeps the last ones without updates
      `}],good:[{title:"its successor, and a mirror of one",yaml:D.yaml`
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
      `}],visit:{container(e,{report:t}){let o=e.value.image,a=o===void 0?void 0:Fn(o);if(a===void 0)return;let{prefix:n,fate:s,mirror:i}=a,r=e.at("image");t(r,`"${n.replace(/\/$/,"")}" ${s}`,c=>i===void 0?void 0:c.replaceValue(r,r.tape.source(r.node).replace(n,i)))}}});var L=d(u()),I=d(E()),zo=(0,L.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow `runAsUser: 0`.",why:"User 0 in the container is user 0 on the node: a mounted host file or a kernel bug is all that it takes to own it.",howToFix:"Give the number of the user that the image is made for. What only root can do at the start belongs into an init container, or into `fsGroup` when it is about a volume.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["run-as-non-root"],trivy:["KSV-0105"],"pod-security-admission":["runAsUser"],kyverno:["require-run-as-non-root-user"]},bad:[{title:"root for one container",yaml:L.yaml`
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
      `},{title:"a container that can never start",yaml:L.yaml`
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
      `}],good:[{title:"root for an init container that prepares a volume",yaml:L.yaml`
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
      `},{title:"a user namespace: root in the pod is nobody on the node",yaml:L.yaml`
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
      `}],visit:{container(e,{kubernetesVersions:t,report:o}){Number((0,I.effective)(e,"runAsUser")??-1)===0&&((0,I.effective)(e,"runAsNonRoot")===!0?o((0,I.effectivePlace)(e,"runAsUser"),`Container "${e.name}" runs as root, which its "runAsNonRoot" forbids: it cannot start`):e.role!=="init"&&e.value.securityContext?.privileged!==!0&&!(0,I.hasOwnUsers)(e.pod,t)&&o((0,I.effectivePlace)(e,"runAsUser"),`Container "${e.name}" runs as root`))}}});var Te=d(u()),Xo=d(ct()),Kn=/\/(?:docker|containerd|crio|cri-dockerd|podman|dockershim|frakti)\.sock$|^(?:\/var)?\/run\/(?:containerd|crio|docker|podman|k3s|k3s\/containerd|k0s)$/,Qo=(0,Te.defineRule)({severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow mounts of the container runtime's socket.",why:"Whoever can talk to the runtime can start a privileged container that mounts the whole node: it is root access, whatever else the pod forbids, and read-only does not help.",howToFix:"Build images with a tool that needs no runtime (BuildKit rootless, Kaniko, Buildah); read metrics and logs from the kubelet.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{"kube-linter":["docker-sock"],trivy:["KSV-0006"],checkov:["CKV_K8S_27"],kubescape:["C-0074"],kubesec:["DockerSock"],datree:["CONTAINERS_INCORRECT_PATH_VALUE_DOCKERSOCKET"],kyverno:["disallow-cri-sock-mount","docker-socket-requires-label"],semgrep:["exposing-docker-socket-hostpath"]},bad:[{title:"Docker's socket, and the directory of containerd's",yaml:Te.yaml`
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
      `}],good:[{title:"the socket of another program",yaml:Te.yaml`
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
      `}],visit:{podSpec(e,{report:t}){for(let{path:o,place:a}of(0,Xo.hostPathsOf)(e))Kn.test(o)&&t(a,`"${o}" of the node is mounted: it gives root access to the node`)}}});var Ne=d(u()),dt=d(mt()),Un=/^[ \t]*(?:export )?["']?([\w.-]{1,100})["']?[ \t]*[:=][ \t]*["']?([^\s"',;]{1,500})["']?[ \t,;]*$/gm;function Wn(e,t){let o=(0,dt.secretIn)(e,t);if(o!==void 0||!e.includes(`
`))return o;for(let[,a,n]of e.matchAll(Un)){let s=(0,dt.secretIn)(n,a);if(s!==void 0)return s}}var Jo=(0,Ne.defineRule)({severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow ConfigMaps that hold a secret.",why:"ConfigMaps are readable by far more people and programs than Secrets, are not encrypted in etcd, and are printed without second thoughts.",howToFix:"Revoke it and put the new one into a Secret; a file that mixes both can become a Secret as a whole.",references:["https://kubernetes.io/docs/concepts/configuration/configmap/","https://kubernetes.io/docs/concepts/security/secrets-good-practices/"],peers:{polaris:["sensitiveConfigmapContent"],trivy:["KSV-0109"],kubescape:["C-0012"]},bad:[{title:"a random value with a telling name, and a token in a file",yaml:Ne.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          db-password: q7Rk2ZpX9vLm4TsW # ✖ "db-password" holds a secret
          app.properties: | # ✖ "app.properties" holds a GitLab token
            url=https://example.com
            registry=glpat-9sX2mVq7LrTz4KcWb8Yh
      `}],good:[{title:"a certificate, a checksum, a password that comes from the environment, code about passwords",yaml:Ne.yaml`
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
      `}],visit:{ConfigMap(e,{report:t}){for(let[o,a]of Object.entries(e.value.data??{})){let n=Wn(a??"",o);n!==void 0&&t(e.at("data",o),`"${o}" holds ${n}`)}}}});var Ee=d(u()),pt=d(mt()),ea=(0,Ee.defineRule)({severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow environment variables, arguments and commands that hold a secret as plain text.",why:"Everyone who can read the repository, or get the pod from the cluster, has the secret; it stays in the history of both.",howToFix:"Revoke it, put the new one into a Secret (better: let an operator fetch it from a vault) and take it with `valueFrom.secretKeyRef`.",references:["https://kubernetes.io/docs/tasks/inject-data-application/distribute-credentials-secure/"],peers:{"kube-linter":["env-var-secret"],polaris:["sensitiveContainerEnvVar"],kubescape:["C-0012","C-0259"],datree:["ALL_EXPOSED_SECRET_AWS","ALL_EXPOSED_SECRET_GITHUB","ALL_EXPOSED_SECRET_JWT","ALL_EXPOSED_SECRET_PRIVATEKEY"]},bad:[{title:"a token of a known form, and a random value with a telling name",yaml:Ee.yaml`
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
                - name: REGISTRY
                  value: glpat-9sX2mVq7LrTz4KcWb8Yh # ✖ "REGISTRY" of container "app" holds a GitLab token
                - name: DB_PASSWORD
                  value: q7Rk2ZpX9vLm4TsW # ✖ "DB_PASSWORD" of container "app" holds a secret
                - name: DATABASE_URL
                  value: postgres://web:q7Rk2ZpX9vLm4TsW@db/web # ✖ "DATABASE_URL" of container "app" holds a password
      `}],good:[{title:"a Secret, a stand-in, and names that only sound like secrets",yaml:Ee.yaml`
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
      `}],visit:{container(e,{report:t}){let{env:o,args:a,command:n}=e.value;for(let[s,{name:i="",value:r=""}]of(o??[]).entries()){let c=(0,pt.secretIn)(r,i);c!==void 0&&t(e.at("env",s,"value"),`"${i}" of container "${e.name}" holds ${c}`)}for(let[s,i]of[["command",n],["args",a]])for(let[r,c]of(i??[]).entries()){let[,p="",m=c]=/^--?([\w-]+)=(.*)$/s.exec(c)??[],l=(0,pt.secretIn)(m,p);l!==void 0&&t(e.at(s,r),`An argument of container "${e.name}" holds ${l}`)}}}});var Ie=d(u()),ta=d(ct()),jn=new Set(["/","/etc","/home","/proc","/root","/run","/var","/var/lib","/var/lib/containerd","/var/lib/containers","/var/lib/docker","/var/lib/kubelet","/var/run"]),Gn=["/etc/kubernetes/manifests","/etc/kubernetes/pki","/etc/shadow","/etc/ssh","/etc/sudoers","/root/.kube","/root/.ssh","/var/lib/etcd","/var/lib/kubelet/pki"],Hn=/^\/etc\/kubernetes(?:\/[^/]+\.(?:conf|config|json|kubeconfig))?$/,Bn=new Set(["/bin","/boot","/lib","/lib64","/sbin","/sys","/usr","/usr/bin","/usr/lib","/usr/local","/usr/local/bin","/usr/sbin"]),zn=({path:e,writable:t})=>jn.has(e)||Hn.test(e)||Gn.some(o=>e===o||e.startsWith(`${o}/`))||t&&Bn.has(e),oa=(0,Ie.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow mounts of the node's system directories.",why:"They hold the keys of the kubelet, the secrets of all pods on the node and the programs that root runs: who breaks into the pod has the node, often the cluster.",howToFix:"Mount the one file or directory that is needed, read-only. An agent that watches the node needs more: say so with a podlint-ignore comment.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{"kube-linter":["sensitive-host-mounts"],trivy:["KSV-0121"],kubesec:["ProcMount"],kubeaudit:["SensitivePathsMounted"],sonar:["S6433"]},bad:[{title:"all of the node, and its credentials",yaml:Ie.yaml`
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
      `}],good:[{title:"single files, a read-only /sys, and what nobody mounts",yaml:Ie.yaml`
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
      `}],visit:{podSpec(e,{report:t}){for(let o of(0,ta.hostPathsOf)(e))zn(o)&&t(o.place,`"${o.path}" of the node is mounted`)}}});var ne=d(u()),aa=d(E()),na=(0,ne.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require containers to drop all capabilities.",why:"A container starts with about a dozen powers of root, such as to change the owner of any file or to forge packets; few programs use one of them.",howToFix:"Write `drop: [ALL]`, in capitals as the Pod Security Standards know it, and add back what the program turns out to need.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{polaris:["insecureCapabilities"],trivy:["KSV-0003","KSV-0106"],checkov:["CKV_K8S_37"],kubescape:["C-0211"],kubesec:["CapDropAll"],"pod-security-admission":["capabilities_restricted"],kyverno:["disallow-capabilities-strict","require-drop-all"]},fixable:"unsafe",bad:[{title:"nothing dropped, and not all",yaml:ne.yaml`
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
      `,fixed:ne.yaml`
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
      `}],good:[{title:"all dropped, one added",yaml:ne.yaml`
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
      `}],visit:{container(e,{report:t}){let{securityContext:o}=e.value;o?.capabilities?.drop?.includes("ALL")||o?.privileged===!0||e.partial||(0,aa.isWindows)(e.pod)||t(e.at("securityContext","capabilities","drop"),`Container "${e.name}" does not drop all capabilities`,a=>a.insertBelow(e.at(),["securityContext","capabilities","drop"],"[ALL]"))}}});var O=d(u()),Xe=d(E()),sa=(0,O.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require `allowPrivilegeEscalation: false`.",why:"Left out, it is true: a program can become root through any setuid file of the image, whichever user it starts as.",howToFix:"Add `allowPrivilegeEscalation: false` to the `securityContext` of the container; a pod has no such field.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{polaris:["privilegeEscalationAllowed"],trivy:["KSV-0001"],checkov:["CKV_K8S_20"],kubescape:["C-0016","C-0211"],kubesec:["AllowPrivilegeEscalation"],"pod-security-admission":["allowPrivilegeEscalation"],datree:["CONTAINERS_MISSING_KEY_ALLOWPRIVILEGEESCALATION"],kyverno:["disallow-privilege-escalation"]},fixable:"unsafe",bad:[{title:"containers that leave it to the default",yaml:O.yaml`
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
      `,fixed:O.yaml`
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
      `}],good:[{title:"forbidden",yaml:O.yaml`
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
      `},{title:"a Windows pod, which has no such thing",yaml:O.yaml`
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
      `}],visit:{container(e,{report:t}){e.value.securityContext?.allowPrivilegeEscalation!==void 0||e.partial||(0,Xe.isAllPowerful)(e)||(0,Xe.isWindows)(e.pod)||t(e.at("securityContext","allowPrivilegeEscalation"),`Container "${e.name}" does not forbid privilege escalation`,o=>o.insertBelow(e.at(),["securityContext","allowPrivilegeEscalation"],"false"))}}});var se=d(u()),ia=d(E()),ra=(0,se.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require containers to have a read-only root file system.",why:"An attacker who gets in can put tools beside the program and change it; with a read-only file system there is nowhere to write.",howToFix:"Set `readOnlyRootFilesystem: true` for the container and mount an `emptyDir` where the program writes, often `/tmp`.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["no-read-only-root-fs"],"kube-score":["container-security-context-readonlyrootfilesystem"],polaris:["notReadOnlyRootFilesystem"],trivy:["KSV-0014"],checkov:["CKV_K8S_22"],kubescape:["C-0017","C-0211"],kubesec:["ReadOnlyRootFilesystem"],datree:["CONTAINERS_INCORRECT_READONLYROOTFILESYSTEM_VALUE"],kyverno:["require-ro-rootfs"]},fixable:"unsafe",bad:[{title:"a root file system that is writable by default, and one on purpose",yaml:se.yaml`
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
      `,fixed:se.yaml`
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
      `}],good:[{title:"read-only, with a place for temporary files",yaml:se.yaml`
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
      `}],visit:{container(e,{report:t}){if(e.value.securityContext?.readOnlyRootFilesystem===!0||e.partial||(0,ia.isWindows)(e.pod))return;let o=e.at("securityContext","readOnlyRootFilesystem");t(o,`Container "${e.name}" has a writable root file system`,a=>o.node===-1?a.insertBelow(e.at(),["securityContext","readOnlyRootFilesystem"],"true"):a.replaceValue(o,"true"))}}});var M=d(u()),A=d(E());function Yn(e){if((0,A.effective)(e,"runAsNonRoot")===!0||Number((0,A.effective)(e,"runAsUser")??0)>0)return!0;let t=(0,A.effective)(e,"windowsOptions")?.runAsUserName;return(0,A.isWindows)(e.pod)&&t!==void 0&&t!=="ContainerAdministrator"}var ca=(0,M.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require containers to run as another user than root.",why:"Without it the image decides, and most images run as root: whoever breaks into the program is one kernel bug away from the node.",howToFix:"Set `runAsNonRoot: true` for the pod: the kubelet then refuses to start an image that would be root. An image whose user is a name needs `runAsUser` too.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{"kube-linter":["run-as-non-root"],polaris:["runAsRootAllowed"],trivy:["KSV-0012"],checkov:["CKV_K8S_23"],kubescape:["C-0013","C-0211"],kubesec:["RunAsNonRoot"],"pod-security-admission":["runAsNonRoot"],datree:["CONTAINERS_INCORRECT_RUNASNONROOT_VALUE"],kyverno:["require-run-as-nonroot"]},fixable:"unsafe",bad:[{title:"a container that overrides its pod, and one that says nothing",yaml:M.yaml`
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
      `,fixed:M.yaml`
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
      `}],good:[{title:"said once for the pod",yaml:M.yaml`
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
      `},{title:"a user namespace: root in the pod is nobody on the node",yaml:M.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostUsers: false
          containers:
            - name: app
              image: example.com/app:1.0
      `}],visit:{container(e,{kubernetesVersions:t,report:o}){if(e.partial||Yn(e)||(0,A.hasOwnUsers)(e.pod,t)||Number((0,A.effective)(e,"runAsUser"))===0)return;let a=(0,A.effectivePlace)(e,"runAsNonRoot");o(a,`Container "${e.name}" may run as root`,n=>a.node===-1?n.insertBelow(e.at(),["securityContext","runAsNonRoot"],"true"):n.replaceValue(a,"true"))}}});var ie=d(u()),pa=d(lt()),la=d(Ge()),Ze=d(Qe()),ua=(0,ie.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow keys that kubectl reads as something else than what is written.",why:'For kubectl `on`, `yes` and `1.10` are booleans and numbers even as keys, so a file of a ConfigMap ends up with the name "true" or "1.1".',howToFix:"Put the key in quotes.",references:["https://kubernetes.io/docs/concepts/configuration/configmap/","https://yaml.org/type/bool.html"],peers:{},fixable:"unsafe",bad:[{title:"names of files that are words and numbers to YAML",yaml:ie.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: flags
        data:
          on: all the lamps # ✖ Key "on" is read as "true"
          1.10: notes # ✖ Key "1.10" is read as "1.1"
      `,fixed:ie.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: flags
        data:
          "on": all the lamps
          "1.10": notes
      `}],good:[{title:"in quotes, and a number that stays what it is",yaml:ie.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: flags
        data:
          "on": all the lamps
          8080: web
      `}],visit:{object(e,{report:t}){let{tape:o}=e;(0,pa.eachField)(e,(a,n,s)=>{if(n===-1||o.kind(n)!==Ze.Kind.plain||o.has(n,Ze.Flag.encoded))return;let i=o.key(n),r=o.start(n);if(i.length===o.end(n)-r&&o.text.startsWith(i,r))return;let c=o.source(n);c!=="<<"&&t((0,la.atKey)(s()),`Key "${c}" is read as "${i}"`,p=>p.renameKey(s(),`"${c}"`))})}}});var re=d(u()),fa=d(lt()),ha=d(Qe()),Xn=/^(y|yes|n|no|on|off)$/i,Qn=/^[-+]?(0[0-7_]+|0b[01_]+|0x[0-9a-f]*_[0-9a-f_]*|[0-9]+_[0-9_]*)$/i,Zn=["mode","defaultMode"],ya=(0,re.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow values that YAML 1.1 and YAML 1.2 read differently.",why:"To kubectl and Helm `yes` is true and `010` is 8. Tools for YAML 1.2 read a text and 10, so what they show, check or generate is not what is applied.",howToFix:"Write `true`, `false` or a decimal number, or put the value in quotes where a text is meant.",references:["https://yaml.org/type/bool.html","https://yaml.org/spec/1.2.2/#103-core-schema"],peers:{},fixable:"safe",bad:[{title:"a word and an octal number",yaml:re.yaml`
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
      `,fixed:re.yaml`
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
      `}],good:[{title:"texts in quotes, and a file mode",yaml:re.yaml`
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
      `}],visit:{object(e,{report:t}){let{tape:o}=e;(0,fa.eachField)(e,(a,n,s)=>{if(o.kind(a)!==ha.Kind.plain)return;let i=o.text.charCodeAt(o.start(a)),r=i>=48&&i<=57||i===43||i===45;if(!r&&o.end(a)-o.start(a)>3)return;let c=o.source(a);if(!(r?Qn:Xn).test(c))return;let p=o.scalar(a);if(typeof p=="string"||n!==-1&&Zn.includes(o.key(n)))return;let m=r&&/^[-+]?[0-9]+$/.test(c)?Number(c):"a text";m!==p&&t(s(),`Value "${c}" is ${p} to kubectl and ${m} to YAML 1.2`,l=>l.replaceValue(s(),String(p)))})}}});var ce=d(u()),ga=d(Ge()),ba=d(Qe()),Jn=["configMap","secret","downwardAPI","projected"],es=["configMap","secret","downwardAPI"];function ts(e){if(!/^[4-7][04-7][04-7]$/.test(e))return!1;let[t,o,a]=[...e].map(Number);return(t&o)===o&&(o&a)===a}var va=(0,ce.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow file modes that look octal but are decimal.",why:"Without its leading zero, `400` is the mode 0620: the group may write the key, and its owner is not alone. Above 511 the API server refuses the number.",howToFix:"Write the leading zero, `0400`; in JSON, which has no octal numbers, the decimal value, 256.",references:["https://kubernetes.io/docs/concepts/configuration/secret/#secret-files-permissions"],peers:{},fixable:"unsafe",bad:[{title:"a mode without its zero",yaml:ce.yaml`
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
      `,fixed:ce.yaml`
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
      `}],good:[{title:"octal, or the decimal number of a sensible mode",yaml:ce.yaml`
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
      `}],visit:{podSpec(e,{report:t}){let o=(a,n)=>{if(a===void 0||!ts(String(a)))return;let s=n();if(s.tape.kind(s.node)!==ba.Kind.plain||s.tape.source(s.node)!==String(a))return;let i=s.source.file.endsWith(".json")?String(parseInt(String(a),8)):`0${a}`;t(s,`File mode ${a} is decimal and means 0${a.toString(8)}`,r=>r.replaceValue(s,i))};for(let[a,n]of(e.value.volumes??[]).entries()){for(let s of Jn)if(o(n[s]?.defaultMode,()=>e.at("volumes",a,s,"defaultMode")),s!=="projected")for(let[i,{mode:r}]of(n[s]?.items??[]).entries())o(r,()=>e.at("volumes",a,s,"items",i,"mode"));for(let[s,i]of(n.projected?.sources??[]).entries())for(let r of es)for(let[c,{mode:p}]of(i[r]?.items??[]).entries())o(p,()=>(0,ga.below)(e.at("volumes",a,"projected","sources",s),r,"items",c,"mode"))}}}});var ka=require("node:util"),F=d(u()),wa=(0,F.defineRule)({severity:"warning",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow setting an environment variable of a container twice.",why:"The last one wins. Server-side apply refuses the object, and a client-side apply may drop one of the two, not always the same.",howToFix:"Delete the value that is out of date.",references:["https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/"],peers:{"kube-linter":["duplicate-env-var"],"kube-score":["environment-variable-key-duplication"],kubescape:["C-0295"],sonar:["S6907"]},fixable:"safe",bad:[{title:"the same value twice",yaml:F.yaml`
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
      `,fixed:F.yaml`
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
      `},{title:"two values, of which the last one counts",yaml:F.yaml`
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
      `}],good:[{title:"a value that extends the one before",yaml:F.yaml`
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
      `}],visit:{container(e,{report:t}){let o=e.value.env??[],a=new Map;for(let[n,{name:s,value:i,valueFrom:r}]of o.entries()){if(s===void 0)continue;let c=a.get(s);if(a.set(s,n),c===void 0||i!==void 0&&i!==`$(${s})`&&i.includes(`$(${s})`))continue;let p=(0,ka.isDeepStrictEqual)([i,r],[o[c].value,o[c].valueFrom]),m=[{place:e.at("env",c,"name"),message:"first here"}],l=p&&i?.includes("$(")!==!0,f=`Environment variable "${s}" of container "${e.name}" is set twice${p?"":", to different values"}`;t(e.at("env",n,"name"),f,l?h=>h.removeItem(e.at("env",n)):void 0,{related:m})}}}});var Ve=d(u()),xa=(0,Ve.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow the same key twice in one map.",why:"Only the last value counts, so what stands above it is silently lost; with strict validation the API server refuses the object.",howToFix:"Delete the key that is not meant, or merge the two values.",references:["https://yaml.org/spec/1.2.2/#3213-node-comparison"],peers:{monokle:["YML010"],kubeconform:["-strict"],yamllint:["key-duplicates"]},bad:[{title:"a label twice",yaml:Ve.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          labels:
            app: web
            app: shop # ✖ Key "app" is set twice in the same map
      `}],good:[{title:"two labels",yaml:Ve.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          labels:
            app: web
            part-of: shop
      `}]});var $e=d(u()),Pa=(0,$e.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow two items of a list that the API tells apart by the same key.",why:"Server-side apply refuses the object, and a client-side apply merges the two into one.",howToFix:"Give each item a key of its own, or delete one of them.",references:["https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy"],peers:{kubeconform:["(none)"],"flux-schema":["(list map)"]},bad:[{title:"two conditions for one gate",yaml:$e.yaml`
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
      `}],good:[{title:"an item for each key",yaml:$e.yaml`
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
      `}]});var me=d(u()),Je=d(ut()),ht=1000000000n,os=1024n*1024n*ht,as=["memory","ephemeral-storage","storage"];function ns(e,t,o){let a=(0,Je.parseQuantity)(t);if(a===void 0||a.nanos<=0n)return;let n=String(t).trim(),s=/^[0-9.]+/.exec(n)?.[0]??"",i=n.slice(s.length);if(e==="cpu"){if(a.nanos<=BigInt(o)*ht)return;let r=`is ${a.nanos/ht} cores`;return["","Mi","M"].includes(i)?{reason:r,meant:`${s}m`}:{reason:r}}if(!(0,Je.isInteger)(a))return{reason:"is a fraction of a byte",...i==="m"&&{meant:`${s}Mi`}};if(!(a.nanos>=os))return{reason:"is less than 1Mi",...i===""&&{meant:`${s}Mi`}}}var Sa=(0,me.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow amounts of memory, storage and CPU that nobody means.",why:"The API server takes them, but no node has 500 cores to spare, and no program fits into half a byte of memory: the pod stays pending, or its container never starts.",howToFix:"Mind the units: `m` is a thousandth and belongs to CPU, `Mi` and `Gi` belong to memory and storage, and a bare number is bytes or whole cores.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#resource-units-in-kubernetes"],peers:{},fixable:"unsafe",options:{maxCores:{default:128,description:"The most cores of CPU that a container may plausibly ask for."}},bad:[{title:"units of the other resource",yaml:me.yaml`
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
                  memory: "128" # ✖ "memory" 128 is less than 1Mi
                limits:
                  cpu: 500 # ✖ "cpu" 500 is 500 cores
                  memory: 500m # ✖ "memory" 500m is a fraction of a byte
      `,fixed:me.yaml`
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
      `}],good:[{title:"thousandths of a core, and bytes in powers of two",yaml:me.yaml`
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
      `}],visit:{container(e,{options:t,report:o}){for(let a of["requests","limits"])for(let[n,s]of Object.entries(e.value.resources?.[a]??{}))s!==void 0&&ft(n,s,t.maxCores,()=>e.at("resources",a,n),o)},podSpec(e,{options:t,report:o}){for(let[a,{emptyDir:n}]of(e.value.volumes??[]).entries())n?.sizeLimit!==void 0&&ft("storage",n.sizeLimit,t.maxCores,()=>e.at("volumes",a,"emptyDir","sizeLimit"),o)},PersistentVolumeClaim(e,{options:t,report:o}){let a=e.value.spec?.resources?.requests?.storage;a!==void 0&&ft("storage",a,t.maxCores,()=>e.at("spec","resources","requests","storage"),o)}}});function ft(e,t,o,a,n){if(e!=="cpu"&&!as.includes(e))return;let s=ns(e,t,o);if(s===void 0)return;let i=a(),r=/^["']/.exec(i.tape.source(i.node))?.[0]??"",{meant:c}=s;n(i,`"${e}" ${t} ${s.reason}`,c===void 0?void 0:p=>p.replaceValue(i,r+c+r))}var de=d(u()),Ra=(0,de.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow fields that the type does not have.",why:"The API server refuses the object, or drops the field without a word, so what it should set is never set.",howToFix:"Write the field as the API reference spells it, at the level where it belongs.",references:["https://kubernetes.io/docs/reference/using-api/api-concepts/#validation-for-unrecognized-or-duplicate-fields"],peers:{kubeconform:["-strict"],"kubectl-validate":["(default)"],monokle:["K8S001"]},fixable:"unsafe",bad:[{title:"resource instead of resources",yaml:de.yaml`
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
      `,fixed:de.yaml`
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
      `}],good:[{title:"the right name",yaml:de.yaml`
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
      `}]});var qe=d(u()),Aa=(0,qe.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow kinds that the groups of Kubernetes do not have.",why:'The API server answers "no matches for kind": the name is misspelt, or the object is in another group or version.',howToFix:"Write the kind and apiVersion that the message proposes.",references:["https://kubernetes.io/docs/reference/kubernetes-api/"],peers:{monokle:["K8S004"],kubeconform:["(missing schema)"]},bad:[{title:"a misspelt kind",yaml:qe.yaml`
        apiVersion: apps/v1
        kind: Deploymnet # ✖ apps/v1 of Kubernetes 1.37 has no kind "Deploymnet", did you mean "Deployment"?
        metadata:
          name: web
      `}],good:[{title:"a custom resource",yaml:qe.yaml`
        apiVersion: example.com/v1
        kind: Widget
        metadata:
          name: web
      `}]});var _e=d(u()),Ta=(0,_e.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Require the fields that the API needs.",why:"The API server refuses an object that lacks them.",howToFix:"Add the field that the message names.",references:["https://kubernetes.io/docs/reference/kubernetes-api/"],peers:{kubeconform:["(schema)"],"kubectl-validate":["(schema)"]},bad:[{title:"a role binding without a role",yaml:_e.yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding # ✖ RoleBinding needs "roleRef"
        metadata:
          name: readers
        subjects:
          - kind: User
            name: jane
            apiGroup: rbac.authorization.k8s.io
      `}],good:[{title:"all that it needs",yaml:_e.yaml`
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
      `}]});var De=d(u()),Na=(0,De.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Require apiVersion and kind in every object.",why:"Without them nobody can tell what the object is, and kubectl refuses it.",howToFix:'Write both fields at the top of the document, for example "apiVersion: v1" and "kind: ConfigMap".',references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields"],peers:{kubeval:["(missing kind)"]},bad:[{title:"an object without apiVersion",yaml:De.yaml`
        kind: ConfigMap # ✖ The object has no "apiVersion"
        metadata:
          name: settings
      `}],good:[{title:"both fields",yaml:De.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
      `}]});var pe=d(u()),Ea=d(K()),ss=/\{\{.*?\}\}|\$?\{[^{}]*\}|\$\([^()]*\)|\$[A-Za-z_]\w*|<[^<>]+>|%[A-Za-z_]\w*%|__[A-Z_]+__/,Ia=(0,pe.defineRule)({severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Require image references that a container runtime can read.",why:"The API server takes any text for an image, so the mistake only shows on the node: the pod stays in `InvalidImageName`.",howToFix:"Write `registry/repository:tag`, all lower case before the tag. When something fills in the placeholder before it is applied, lint its output instead.",references:["https://kubernetes.io/docs/concepts/containers/images/#image-names"],peers:{polaris:["tagNotSpecified"]},options:{allowPlaceholders:{default:!1,description:"Say nothing about placeholders such as `${TAG}`, because Flux or another tool fills them in."}},bad:[{title:"capitals, a scheme, a template that nobody filled in",yaml:pe.yaml`
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
      `}],good:[{title:"a registry with a port, a tag and a digest",yaml:pe.yaml`
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
      `},{title:"a Go package that ko builds and replaces by its image",yaml:pe.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: ko://example.com/Team/cmd/web
      `}],visit:{container(e,{options:t,report:o}){let a=e.value.image;if(a===void 0||a===""||a!==a.trim()||a.startsWith("ko://"))return;let n=ss.exec(a);if(n!==null){t.allowPlaceholders||o(e.at("image"),`Image "${a}" still has the placeholder "${n[0]}"`);return}let s=(0,Ea.parseImage)(a);typeof s=="string"&&o(e.at("image"),`Image "${a}" ${s}`)}}});var Le=d(u()),Va=(0,Le.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow values of a type that the field does not take.",why:"The API server cannot decode the object and refuses it as a whole, whatever else it says.",howToFix:"Quote text that looks like a number or a boolean; write numbers and booleans without quotes.",references:["https://kubernetes.io/docs/reference/using-api/api-concepts/"],peers:{kubeconform:["(schema)"],"kubectl-validate":["(schema)"],monokle:["K8S001"]},bad:[{title:"text for a number",yaml:Le.yaml`
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
      `}],good:[{title:"a number",yaml:Le.yaml`
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
      `}]});var Oe=d(u()),$a=(0,Oe.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow text that is not YAML as kubectl reads it.",why:"The API server refuses the whole document, and nothing in it can be checked.",howToFix:"Mend the text at the place that the message names: mostly indentation, a missing quote or a tab.",references:["https://yaml.org/spec/1.1/"],peers:{kubeconform:["(parse error)"],monokle:["YML001"],yamllint:["syntax"]},bad:[{title:"a quote that is never closed",yaml:Oe.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          motd: "hello # ✖ The quote is never closed
      `}],good:[{title:"a quoted text",yaml:Oe.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          motd: "hello"
      `}]});var qa=[{...Ft,category:"best-practice",id:"no-default-namespace"},{...jt,category:"best-practice",id:"no-mixed-tiers"},{...Gt,category:"best-practice",id:"no-namespace-mix"},{...Yt,category:"deprecation",id:"no-deprecated-api"},{...Zt,category:"deprecation",id:"no-deprecated-node-label"},{...Jt,category:"deprecation",id:"no-removed-api"},{...eo,category:"networking",id:"no-duplicate-port-name"},{...oo,category:"networking",id:"no-port-collision"},{...no,category:"references",id:"no-service-without-pod"},{...po,category:"references",id:"no-unknown-target-port"},{...fo,category:"reliability",id:"no-end-of-life-image"},{...yo,category:"reliability",id:"no-floating-image-tag"},{...vo,category:"reliability",id:"no-naked-pod"},{...ko,category:"reliability",id:"no-single-replica"},{...xo,category:"reliability",id:"no-static-pod-reference"},{...Po,category:"reliability",id:"require-liveness-probe"},{...Ao,category:"reliability",id:"require-pod-disruption-budget"},{...No,category:"reliability",id:"require-readiness-probe"},{...Vo,category:"resources",id:"require-cpu-request"},{...qo,category:"resources",id:"require-memory-limit"},{...Do,category:"resources",id:"require-memory-request"},{...Mo,category:"security",id:"no-dangerous-capability"},{...Fo,category:"security",id:"no-default-service-account"},{...Ko,category:"security",id:"no-host-namespace"},{...Uo,category:"security",id:"no-host-path"},{...Wo,category:"security",id:"no-privilege-escalation"},{...jo,category:"security",id:"no-privileged-container"},{...Bo,category:"security",id:"no-retired-registry"},{...zo,category:"security",id:"no-root-user"},{...Qo,category:"security",id:"no-runtime-socket"},{...Jo,category:"security",id:"no-secret-in-config-map"},{...ea,category:"security",id:"no-secret-in-env"},{...oa,category:"security",id:"no-sensitive-host-path"},{...na,category:"security",id:"require-dropped-capabilities"},{...sa,category:"security",id:"require-no-new-privileges"},{...ra,category:"security",id:"require-read-only-root-filesystem"},{...ca,category:"security",id:"require-run-as-non-root"},{...ua,category:"validity",id:"no-ambiguous-key"},{...ya,category:"validity",id:"no-ambiguous-scalar"},{...va,category:"validity",id:"no-decimal-file-mode"},{...wa,category:"validity",id:"no-duplicate-env"},{...xa,category:"validity",id:"no-duplicate-key"},{...Pa,category:"validity",id:"no-duplicate-list-item"},{...Sa,category:"validity",id:"no-implausible-quantity"},{...Ra,category:"validity",id:"no-unknown-field"},{...Aa,category:"validity",id:"no-unknown-kind"},{...Ta,category:"validity",id:"require-field"},{...Na,category:"validity",id:"require-kind"},{...Ia,category:"validity",id:"valid-image-reference"},{...Va,category:"validity",id:"valid-type"},{...$a,category:"validity",id:"valid-yaml"}];var gt=d(u());var fe=d(yt()),Da=()=>({describes:"1 to 65535",test(e){let t=typeof e=="number"&&e!==0?(0,fe.portNumber)(e):void 0;return t===void 0?void 0:{code:"Invalid",message:t}}}),le=({protocol:e=""})=>e===""?"TCP":e;function ue({hostPort:e=0,containerPort:t=0},{pod:o}){return e===0&&o?.spec.hostNetwork===!0&&!o.template?t:e}function is(e,t){let o=(s,i,r,c,p,m)=>t.report([s,i,"ports",r,"hostPort"],c,p,m===void 0?{}:{path:`${t.path}.${m}`}),a=new Set,n=(s,i)=>{let r=ue(i,t),c=`${le(i)}/${i.hostIP??""}/${r}`;return r===0||!s.has(c)?(s.add(c),!0):!1};for(let[s,{ports:i=[]}]of(e.containers??[]).entries())for(let[r,c]of i.entries()){let p=ue(c,t);n(a,c)||o("containers",s,r,"Duplicate",`Host port ${p}/${le(c)} is taken by another port of the pod`),e.hostNetwork===!0&&p!==0&&p!==(c.containerPort??0)&&o("containers",s,r,"Invalid",'must equal "containerPort" in the network of the host')}for(let[s,{ports:i=[]}]of(e.initContainers??[]).entries()){let r=new Set;for(let[c,p]of i.entries())n(r,p)||o("initContainers",s,c,"Duplicate",`Host port ${ue(p,t)}/${le(p)} is taken by another port of the container`,`initContainers[0].ports[${c}].hostPort`)}}function rs(e,t){let{minor:o,warn:a}=t,n=[],s=new Map,i=(r,c)=>{for(let[p,m]of c.entries())for(let[l,f]of(m.ports??[]).entries()){let h=[r,p,"ports",l],k=ue(f,t),{hostIP:x="",name:v=""}=f;x!==""&&k===0&&a(h,`Port ${f.containerPort} has a "hostIP" without "hostPort"`);let S=s.get(v);o>=33&&v!==""&&S!==void 0&&S!==`${r}[${p}]`?a([...h,"name"],`Port name "${v}" is used by another container: whoever looks for it finds only that one`):v!==""&&s.set(v,`${r}[${p}]`);for(let y of n){if(y.port.containerPort!==f.containerPort||le(y.port)!==le(f))continue;let P=y.port.hostIP??"",Ue=y.hostPort===k&&P===x?"is defined twice":y.hostPort===0||k===0?"is defined with and without a host port":void 0,_t=y.hostPort===k&&P===""!=(x==="")?"is defined for one host address and for all":void 0;if((Ue??_t)!==void 0){a(h,`Port ${f.containerPort}/${le(f)} ${Ue??_t}`);break}}n.push({port:f,hostPort:k})}};i("initContainers",e.initContainers??[]),i("containers",e.containers??[])}var La=R({id:"valid-container-port",since:"0.1.0",summary:"Require ports that the API server takes, and host ports that do not collide.",why:"The API server refuses a pod with a port out of range, an unknown protocol, a malformed or repeated name, or a host port twice.",howToFix:'Use numbers from 1 to 65535, the protocols TCP, UDP and SCTP in capitals, and names of at most 15 lower case letters, digits and "-".',references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports"],bad:[{title:"a name that is too long, a protocol in lower case, a host port twice",yaml:gt.yaml`
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
        `}],good:[{title:"one host port for each protocol",yaml:gt.yaml`
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
        `}]},[g("core/v1 ContainerPort",{fields:{name:ve("a port name",fe.portName),containerPort:N(Da()),hostPort:Da(),protocol:$("TCP","UDP","SCTP")},check(e,t){if((e.hostPort??0)!==0||ue(e,t)===0||!/\.(?:initC|c)ontainers\[/.test(t.path))return;let o=(0,fe.portNumber)(ue(e,t));o!==void 0&&t.report(["hostPort"],"Invalid",`which equals "containerPort" in the network of the host, ${o}`)}}),g("core/v1 Container",{unique:{ports:{key:"name",of:({name:e})=>e!==void 0&&(0,fe.portName)(e)===void 0?e:void 0}}}),g("core/v1 PodSpec",{check(e,t){is(e,t),rs(e,t)}})]);var bt=d(u());var vt=d(Me()),Ma=["Always","IfNotPresent","Never"],Fa=["File","FallbackToLogsOnError"],Ka=["Always","Never","OnFailure"],Ua=e=>e.map(t=>`"${t}"`).join(", ");function Fe({path:e,pod:t}){let o=/\.initContainers\[(\d+)\]/.exec(e)?.[1];return o!==void 0&&t?.spec.initContainers?.[Number(o)]?.restartPolicy!=="Always"}function cs(e,{minor:t,field:o,report:a}){let{restartPolicy:n,restartPolicyRules:s=[]}=e,i=o==="initContainers";if(t>=35?n!==void 0&&!Ka.includes(n)&&a(["restartPolicy"],"NotSupported",`must be one of ${Ua(Ka)}`):n!==void 0&&!i?a(["restartPolicy"],"Forbidden","may be set on init containers only"):n!==void 0&&n!=="Always"&&t>=29&&a(["restartPolicy"],"NotSupported",'must be "Always", which makes a sidecar'),t<35)return;s.length>0&&n===void 0&&a(["restartPolicy"],"Required",'is required beside "restartPolicyRules"'),s.length>20&&a(["restartPolicyRules"],t===35?"TooLong":"TooMany","must have at most 20 items"),t===35&&i&&n==="Always"&&s.length>0&&a(["restartPolicyRules"],"Forbidden","may not be set on a sidecar");let r=t>=36?["Restart","RestartAllContainers"]:["Restart"];for(let[c,{action:p="",exitCodes:m}]of s.entries()){let l=["restartPolicyRules",c];if(r.includes(p)||a([...l,"action"],"NotSupported",`must be one of ${Ua(r)}`),m===void 0){a([...l,"exitCodes"],"Required","is required");continue}m.operator!=="In"&&m.operator!=="NotIn"&&a([...l,"exitCodes","operator"],"NotSupported",'must be one of "In", "NotIn"'),(m.values?.length??0)>255&&a([...l,"exitCodes","values"],t===35?"TooLong":"TooMany","must have at most 255 items")}}var ms=["ports","resources","livenessProbe","readinessProbe","startupProbe","lifecycle","resizePolicy","restartPolicy","restartPolicyRules"],ds=["lifecycle","livenessProbe","readinessProbe","startupProbe"],ps=e=>e===""||typeof e=="object"&&e!==null&&Object.keys(e).length===0;function Wa(e,{pod:t,report:o}){e!==void 0&&e!==""&&t?.template!==!0&&e!==e.trim()&&o(["image"],"Invalid","must not begin or end with white space")}var ja=R({id:"valid-container",since:"0.1.0",summary:"Require containers that the API server takes: a name, an image, known policies.",why:"The API server refuses a pod with a container that lacks its name or image, or whose name is taken or no DNS label.",howToFix:'Give every container an image and a name of its own, of lower case letters, digits and "-".',references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container"],bad:[{title:"a malformed name, a name twice, no image, an unknown policy",yaml:bt.yaml`
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
        `}],good:[{title:"names, images and policies that exist",yaml:bt.yaml`
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
        `}]},[g("core/v1 PodSpec",{fields:{containers:N()},check({containers:e=[],initContainers:t=[]},{report:o}){let a=new Set;for(let[n,s]of[["containers",e],["initContainers",t]])for(let[i,{name:r=""}]of s.entries())r!==""&&(a.has(r)&&o([n,i,"name"],"Duplicate","is the name of another container"),a.add(r))}}),g("core/v1 Container",{fields:{name:N(ve("a DNS label",vt.dnsLabel)),image:N(),imagePullPolicy:$(...Ma),terminationMessagePolicy:$(...Fa)},check(e,t){if(Wa(e.image,t),cs(e,t),!!Fe(t))for(let o of ds)e[o]!==void 0&&t.report([o],"Forbidden","may be set on an init container only when it always restarts")}}),g("core/v1 EphemeralContainer",{fields:{name:N(ve("a DNS label",vt.dnsLabel)),image:N(),imagePullPolicy:$(...Ma),terminationMessagePolicy:$(...Fa)},check(e,t){let{pod:o,report:a}=t;Wa(e.image,t);let n=[...o?.spec.containers??[],...o?.spec.initContainers??[]],s=e.targetContainerName??"";s!==""&&!n.some(({name:i})=>i===s)&&a(["targetContainerName"],"NotFound","names no container of the pod");for(let i of ms){let r=e[i];r!==void 0&&!ps(r)&&a([i],"Forbidden","may not be set on an ephemeral container")}}})]);var Pt=d(u());var kt=d(u());var Ha=d(Me()),et=d(yt());var ls=["exec","httpGet","tcpSocket","grpc","sleep"];function wt(e){return ls.find(t=>e[t]!==void 0)}function xt(e,{path:t,report:o}){let a=(n,s,i)=>{let r=i?(0,et.portNumberOrName)(s??0):(0,et.portNumber)(Number(s??0));for(let c of r===void 0?[]:[r].flat())o([n,"port"],"Invalid",c)};switch(wt(e)){case"exec":(e.exec.command?.length??0)===0&&o(["exec","command"],"Required","is required");return;case"httpGet":{let{port:n,scheme:s="",httpHeaders:i=[]}=e.httpGet;a("httpGet",n,!0),s!==""&&s!=="HTTP"&&s!=="HTTPS"&&o(["httpGet","scheme"],"NotSupported",'must be one of "HTTP", "HTTPS"');for(let[r,{name:c=""}]of i.entries()){let p=(0,Ha.httpHeaderName)(c);p!==void 0&&o(["httpGet","httpHeaders",r,"name"],"Invalid",`Header name "${c}" ${p}`,{path:`${t}.httpGet.httpHeaders`})}return}case"tcpSocket":return a("tcpSocket",e.tcpSocket.port,!0);case"grpc":return a("grpc",e.grpc.port,!1)}}var Ga={describes:"1",test:e=>typeof e=="number"&&e!==0&&e!==1?{code:"Invalid",message:"must be 1 for this probe"}:void 0},Ba=R({id:"valid-probe",since:"0.1.0",summary:"Require probes with exactly one handler and sensible timings.",why:"The API server refuses a probe with no handler or with several, with a port that is none, or with a threshold that has no meaning for it.",howToFix:"Keep one of `exec`, `grpc`, `httpGet` and `tcpSocket`. A port is a number or the name of a container port; a number in quotes is neither.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],bad:[{title:"no handler, two handlers, a port in quotes",yaml:kt.yaml`
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
        `}],good:[{title:"one handler each",yaml:kt.yaml`
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
        `}]},[g("core/v1 Probe",{fields:{initialDelaySeconds:q(0),timeoutSeconds:q(0),periodSeconds:q(0),successThreshold:q(0),failureThreshold:q(0),terminationGracePeriodSeconds:q(1)},exactlyOneOf:["exec","httpGet","tcpSocket","grpc"],check(e,t){Fe(t)||(xt(e,t),t.field==="readinessProbe"&&e.terminationGracePeriodSeconds!==void 0&&t.report(["terminationGracePeriodSeconds"],"Invalid","may not be set on a readiness probe, which stops nothing"))}}),g("core/v1 Container",{fields:{livenessProbe:{successThreshold:Ga},startupProbe:{successThreshold:Ga}}}),g("core/v1 ExecAction",{fields:{command:[]}}),g("core/v1 HTTPGetAction",{fields:{port:[]}}),g("core/v1 HTTPHeader",{fields:{name:[],value:[]}}),g("core/v1 TCPSocketAction",{fields:{port:[]}}),g("core/v1 GRPCAction",{fields:{port:[]}})]);var us=30,za=R({id:"valid-lifecycle-hook",since:"0.1.0",summary:"Require lifecycle hooks with exactly one handler that can end in time.",why:"The API server refuses a hook with no handler or with several, and a sleep that is longer than the time in which the pod must stop.",howToFix:"Keep one of `exec`, `httpGet` and `sleep`, and raise `terminationGracePeriodSeconds` above the sleep.",references:["https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/"],bad:[{title:"a sleep beyond the grace period, and two handlers",yaml:Pt.yaml`
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
        `}],good:[{title:"a sleep within the grace period",yaml:Pt.yaml`
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
        `}]},[g("core/v1 LifecycleHandler",{exactlyOneOf:["exec","httpGet","tcpSocket","sleep"],check(e,t){let{minor:o,pod:a,report:n}=t;if(Fe(t)||(xt(e,t),wt(e)!=="sleep"||o<30))return;let s=e.sleep?.seconds??0,i=a?.spec.terminationGracePeriodSeconds??us,r=i<0&&a?.template!==!0?1:i;s<0||s===0&&o<33?n(["sleep"],"Invalid",`must be at least ${o<33?1:0} seconds`):s>r&&n(["sleep"],"Invalid",`must be at most the grace period of ${r} seconds`)}}),g("core/v1 SleepAction",{fields:{seconds:[]}})]);var Rt=d(u());var he=d(Me()),C=d(ut()),Qa=["cpu","memory","ephemeral-storage"],Tt=["storage","requests.cpu","requests.memory","requests.ephemeral-storage","requests.storage","limits.cpu","limits.memory","limits.ephemeral-storage","pods","resourcequotas","services","replicationcontrollers","secrets","configmaps","persistentvolumeclaims","services.nodeports","services.loadbalancers"],V=e=>e.startsWith("hugepages-"),Nt=e=>!e.includes("/")||e.includes("kubernetes.io/"),Za=e=>!Nt(e)&&!e.startsWith("requests.")&&(0,he.qualifiedName)(`requests.${e}`)===void 0,Ya=e=>Nt(e)&&!V(e),Ja=e=>e==="cpu"||e==="memory"||V(e);function fs(e){let t=[...(0,he.qualifiedName)(e)??[]],o=Qa.includes(e)||V(e),a=o||Tt.includes(e)||e.startsWith("requests.hugepages-");return t.length===0&&!e.includes("/")&&!a&&t.push("is no resource of Kubernetes, and has no prefix such as example.com/"),e.includes("/")?!Nt(e)&&!Za(e)&&t.push("is no name of an extended resource"):o||t.push("is no resource that a container can have"),t}function hs(e){let t=(0,he.qualifiedName)(e)?.[0];return t!==void 0?{code:"Invalid",reason:t}:Ja(e)?void 0:e.includes("/")||Qa.includes(e)||Tt.includes(e)||e.startsWith("requests.hugepages-")?{code:"NotSupported",reason:"can be set for containers only"}:{code:"Invalid",reason:"is no resource of Kubernetes"}}function At(e){let t=new Map;for(let[o,a]of Object.entries(e??{})){let n=a===void 0?void 0:(0,C.parseQuantity)(a);n!==void 0&&t.set(o,(0,C.roundToMilli)(n))}return t}function ys(e,t){let o=(0,C.parseQuantity)(e.slice(10));return o===void 0||o.nanos<=0n||!(0,C.isInteger)((0,C.roundToMilli)(o))?"has no size in its name, such as hugepages-2Mi":(0,C.wholeUnits)(t)%(0,C.wholeUnits)(o)===0n?void 0:"must be a multiple of its page size"}function Et({limits:e,requests:t},o){let a={limits:At(e),requests:At(t),defaulted:new Set};if(o)for(let[n,s]of a.limits)a.requests.has(n)||(a.requests.set(n,s),a.defaulted.add(n));return a}function en({limits:e,requests:t,defaulted:o},a,{path:n,report:s}){let i=c=>({path:`${n}.resources.${c}`});for(let[c,p]of[["limits",e],["requests",t]])for(let[m,l]of p){let f=c==="requests"&&o.has(m),h=(v,S)=>s(["resources",f?"limits":c,m],v,`${f?"The request made of the limit":"Resource"} "${m}" ${S}`,i(`${c}[${m}]`));if(a){let v=hs(m);v!==void 0&&h(v.code,v.reason)}else for(let v of fs(m))h("Invalid",v);l.nanos<0n&&h("Invalid","must not be negative"),(Za(m)||Tt.includes(m)&&!m.includes(".")&&m!=="storage")&&!(0,C.isInteger)(l)&&h("Invalid","must be a whole number");let k=V(m)?ys(m,l):void 0;if(k!==void 0&&h("Invalid",k),c==="limits")continue;let x=e.get(m);x===void 0?Ya(m)||s(["resources","limits"],"Required",`Resource "${m}" cannot be overcommitted, so it needs a limit like its request`):Ya(m)?(0,C.compareQuantities)(l,x)>0&&s(["resources","requests",m],"Invalid",`The request of "${m}" is above its limit`,i("requests")):(0,C.compareQuantities)(l,x)!==0&&s(["resources","requests",m],"Invalid",`Resource "${m}" cannot be overcommitted, so its request must equal its limit`,i("requests"))}let r=[...e.keys(),...t.keys()];r.some(V)&&!r.includes("cpu")&&!r.includes("memory")&&s(["resources"],"Forbidden","must have cpu or memory beside huge pages")}function gs({limits:e,requests:t,defaulted:o},{warn:a}){for(let[n,s]of[["limits",e],["requests",t]])for(let i of["memory","ephemeral-storage"]){let r=s.get(i);r===void 0||(0,C.isInteger)(r)||n==="requests"&&o.has(i)||a(["resources",n,i],`Resource "${i}" is a fraction of a byte: the unit "m" means thousandths`)}}function bs(e,{minor:t,pod:o,report:a}){let n=new Set((o?.spec.resourceClaims??[]).map(i=>i.name)),s=new Map;for(let[i,{name:r="",request:c=""}]of e.entries()){let p=["resources","claims",i];if(r===""){a(p,"Required",'must have a "name"');continue}let m=s.get(r);if(m!==void 0&&(c===""||m.has("")||m.has(c))&&a(p,"Duplicate",`Claim "${r}" is listed twice`),m===void 0?s.set(r,new Set([c])):m.add(c),t>=31)for(let l of c===""?[]:(0,he.dnsLabel)(c)??[])a([...p,"request"],"Invalid",l);n.has(r)||a(p,"NotFound",`Claim "${r}" is not among the "resourceClaims" of the pod`)}}function vs(e,t,{minor:o,field:a,path:n,pod:s,report:i}){let r={path:`${n}.resizePolicy`},c=new Set;for(let[p,{resourceName:m="",restartPolicy:l=""}]of e.entries()){let f=["resizePolicy",p];c.has(m)&&i(f,"Duplicate",`Resource "${m}" has two policies`),c.add(m),m===""?i([...f,"resourceName"],"Required","is required",r):m!=="cpu"&&m!=="memory"&&i([...f,"resourceName"],"NotSupported",'must be one of "cpu", "memory"',r),l===""?i([...f,"restartPolicy"],"Required","is required",r):l!=="NotRequired"&&l!=="RestartContainer"&&i([...f,"restartPolicy"],"NotSupported",'must be one of "NotRequired", "RestartContainer"',r),s?.spec.restartPolicy==="Never"&&l!=="NotRequired"&&i([...f,"restartPolicy"],"Invalid",'must be "NotRequired" in a pod that never restarts',r),o>=36&&a==="initContainers"&&t.restartPolicy!=="Always"&&l==="RestartContainer"&&i([...f,"restartPolicy"],"Invalid",'may be "RestartContainer" only for containers that go on running')}}var Ct=(e,t)=>{let o=new Map(e);for(let[a,n]of t)o.set(a,{...n,nanos:n.nanos+(o.get(a)?.nanos??0n)});return o},St=(e,t)=>{let o=new Map(e);for(let[a,n]of t)(o.get(a)?.nanos??-1n)<n.nanos&&o.set(a,n);return o};function Xa(e,t,o){let a=i=>Et(i.resources??{},o)[t],n=new Map,s=new Map;for(let i of e.initContainers??[])i.restartPolicy==="Always"?(n=Ct(n,a(i)),s=St(s,n)):s=St(s,Ct(n,a(i)));for(let i of e.containers??[])n=Ct(n,a(i));return St(n,s)}function ks(e,t,o,a){let n=Et(e,!1);if(!a||n.limits.size===0&&n.requests.size===0)return n;for(let[i,r]of o)V(i)&&!n.limits.has(i)&&n.limits.set(i,r);let s=new Set;for(let[i,r]of[...t,...n.limits])n.requests.has(i)||!Ja(i)||(n.requests.set(i,V(i)?n.limits.get(i)??r:r),s.add(i));return{...n,defaulted:s}}function ws(e,t){let o=e.resources;if(o===void 0||t.minor<34)return;let{pod:a,path:n,report:s}=t,i=a?.template!==!0;e.os?.name==="windows"&&s(["resources"],"Forbidden","may not be set for Windows"),o.claims!==void 0&&s(["resources","claims"],"Forbidden","may not be set for a pod");let r=Xa(e,"requests",i),c=Xa(e,"limits",i),p=ks(o,r,c,i);en(p,!0,t);let m=l=>({path:`${n}.resources.${l}`});for(let[l,f]of p.requests){let h=r.get(l);h!==void 0&&(0,C.compareQuantities)(f,h)<0&&s(["resources","requests",l],"Invalid",`The request of "${l}" is below what the containers request together`,m(`requests[${l}]`))}for(let[l,f]of p.limits){let h=c.get(l);V(l)&&h!==void 0&&(0,C.compareQuantities)(f,h)<0&&s(["resources","limits",l],"Invalid",`The limit of "${l}" is below that of the containers together`,m(`limits[${l}]`));for(let[k,x]of(e.containers??[]).entries()){let v=At(x.resources?.limits).get(l);v===void 0||(0,C.compareQuantities)(v,f)<=0||s(["containers",k,"resources","limits",l],"Invalid",`The limit of "${l}" is above that of the pod`,m(`containers[${k}][${l}].limits`))}}}var tn=R({id:"valid-resources",since:"0.1.0",summary:"Require resources that exist, in amounts that make sense, with requests within limits.",why:"The API server refuses a pod with an unknown resource, a negative or fractional amount, or a request above its limit.",howToFix:"Use cpu, memory, ephemeral-storage, hugepages-<size> or a prefixed resource of a device, and keep each request at or below its limit.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],bad:[{title:"a request above its limit, an unknown resource, half a device",yaml:Rt.yaml`
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
        `}],good:[{title:"requests within limits",yaml:Rt.yaml`
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
        `}]},[g("core/v1 Container",{check(e,t){let{resources:o,resizePolicy:a}=e;if(a!==void 0&&t.minor>=33&&vs(a,e,t),o===void 0)return;let n=Et(o,t.pod?.template!==!0);en(n,!1,t),gs(n,t),o.claims!==void 0&&bs(o.claims,t)}}),g("core/v1 PodSpec",{check:ws}),g("core/v1 ResourceClaim",{fields:{name:[]}}),g("core/v1 ContainerResizePolicy",{fields:{resourceName:[],restartPolicy:[]}})]);var It=d(u());var on=d(rt()),xs=/^spec\.metrics\[\d+\]\.\w+\.metric\.selector$/,Ps=/\.topologySpreadConstraints\[\d+\]\.labelSelector$/,an=R({id:"valid-label-selector",since:"0.1.0",summary:"Require label selectors that the API server can read.",why:"The API server refuses a selector with malformed keys or values, or with an operator that does not go with its values.",howToFix:"Use the operators In and NotIn with `values`, Exists and DoesNotExist without, and keys and values that labels can have.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors"],bad:[{title:"an operator without its values, and one that does not exist",yaml:It.yaml`
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
        `}],good:[{title:"labels and expressions",yaml:It.yaml`
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
        `}]},[g("meta/v1 LabelSelector",{check(e,{path:t,report:o}){if(!xs.test(t))for(let{code:a,steps:n,value:s,reason:i}of(0,on.selectorProblems)(e,{anyValues:Ps.test(t)})){let r=n[0]==="matchLabels",c=r?`${s===n[1]?"Key":"Value"} "${s}" of the selector ${i}`:i;o(n,a,c,r?{path:`${t}.matchLabels`}:{})}}}),g("meta/v1 LabelSelectorRequirement",{fields:{key:[],operator:[]}})]);var ot=d(u());var cn=d(sn()),b=d(Me()),mn=e=>{let t=(0,cn.canonicalIpText)(e);return typeof t=="string"?[t]:t},Cs={"/Namespace":b.dnsLabel,"apps/StatefulSet":b.dnsLabel,"networking.k8s.io/IPAddress":mn,"coordination.k8s.io/LeaseCandidate":b.configMapKey,"/Event":b.pathSegmentName,"policy/PodDisruptionBudget":b.pathSegmentName,"certificates.k8s.io/CertificateSigningRequest":b.pathSegmentName,"rbac.authorization.k8s.io/Role":b.pathSegmentName,"rbac.authorization.k8s.io/ClusterRole":b.pathSegmentName,"rbac.authorization.k8s.io/RoleBinding":b.pathSegmentName,"rbac.authorization.k8s.io/ClusterRoleBinding":b.pathSegmentName,"certificates.k8s.io/ClusterTrustBundle":b.pathSegmentName,"internal.apiserver.k8s.io/StorageVersion":b.pathSegmentName},Ss={"/ReplicationController":35,"resource.k8s.io/DeviceClass":36},Rs=new Set(["authentication.k8s.io/TokenReview","authentication.k8s.io/SelfSubjectReview","authentication.k8s.io/TokenRequest","authorization.k8s.io/SelfSubjectRulesReview","/Binding","/Status","policy/Eviction","autoscaling/Scale"]),As=new Set(["authorization.k8s.io/SubjectAccessReview","authorization.k8s.io/SelfSubjectAccessReview","authorization.k8s.io/LocalSubjectAccessReview"]),rn={"/Pod":31,"/PodTemplate":0,"/ReplicationController":0,"apps/Deployment":0,"apps/ReplicaSet":0,"apps/DaemonSet":0,"apps/StatefulSet":0,"batch/":0,"autoscaling/HorizontalPodAutoscaler":37,"policy/PodDisruptionBudget":0,"discovery.k8s.io/EndpointSlice":0,"networking.k8s.io/Ingress":0,"networking.k8s.io/IngressClass":0,"networking.k8s.io/NetworkPolicy":0,"scheduling.k8s.io/PriorityClass":0,"resource.k8s.io/DeviceClass":0,"resource.k8s.io/ResourceSlice":0,"flowcontrol.apiserver.k8s.io/":0,"apiextensions.k8s.io/":0,"admissionregistration.k8s.io/":0},Ts=["kubernetes","orphan","foregroundDeletion"],Ns=new Set(["node.k8s.io","coordination.k8s.io","admissionregistration.k8s.io","apiextensions.k8s.io","apiregistration.k8s.io","policy"]),Vt=e=>!e.includes(".")||e.endsWith(".k8s.io"),tt=256*1024,Es=58;function dn({apiVersion:e}){let t=e.indexOf("/");return t===-1?"":e.slice(0,t)}function Is(e,t){return e==="/Service"?t>=36?b.dnsLabel:b.dns1035Label:Cs[e]??b.dnsSubdomain}function Vs(e,t,o){let{report:a,minor:n}=o,{name:s="",generateName:i=""}=e,r=Is(t,n);if(i!==""){let c=t.startsWith("rbac."),p=n>=(Ss[t]??1/0)||!Vt(dn(o)),m=c||r===mn?r:(0,b.asPrefix)(p?b.pathSegmentName:r),l=s===""?r(`${i.slice(0,Es)}xxxxx`):void 0;if(!p||l===void 0)for(let f of m(i)??[])a(["metadata","generateName"],"Invalid",f);for(let f of l??[])a(["metadata","generateName"],"Invalid",`makes a name that ${f}`,{path:"metadata.name"})}else s===""&&t!=="/LimitRange"&&a(["metadata","name"],"Required","is required");if(s!=="")for(let c of r(s)??[])a(["metadata","name"],"Invalid",c)}function $s(e,{minor:t,report:o,warn:a}){let n=new Set,s=0;for(let[i,r]of e.entries()){let{apiVersion:c="",kind:p="",name:m="",uid:l="",controller:f=!1,blockOwnerDeletion:h}=r,k=JSON.stringify([c,p,m,l,f,h]);if(n.has(k)){a(["metadata","ownerReferences",i],`Owner "${m}" is listed twice`);continue}n.add(k);let x=y=>["metadata","ownerReferences",i,y],v=y=>t>=37?{}:{path:`metadata.ownerReferences.${y}`};(c.split("/").length-1>1||c.endsWith("/"))&&o(x("apiVersion"),"Invalid","must be a version, or a group and a version: apps/v1",v("apiVersion"));for(let[y,P]of Object.entries({apiVersion:c,kind:p,name:m,uid:l}))P===""&&o(x(y),t>=37?"Required":"Invalid","is required",v(y));c==="v1"&&p==="Event"&&o(["metadata","ownerReferences",i],"Invalid",`Owner "${m}" is an Event, which can own nothing`,t>=37?{}:{path:"metadata.ownerReferences"}),f&&(s++,(s===2||s>2&&t<37)&&o(["metadata","ownerReferences",i,"controller"],"Invalid",`Owner "${m}" is a second controller, and an object can have one`,{path:"metadata.ownerReferences"}))}}function qs(e,{apiVersion:t,report:o},a){let n={path:"metadata.finalizers"};for(let[i,r]of e.entries()){let c=["metadata","finalizers",i];for(let p of(0,b.qualifiedName)(r)??[])o(c,"Invalid",`Finalizer "${r}" ${p}`,n);r.includes("/")||Ts.includes(r)||Ns.has(a)||!Vt(a)||o(c,"Invalid",`Finalizer "${r}" is none of Kubernetes, so it needs a prefix: example.com/${r}`)}let s=e.indexOf("orphan");s!==-1&&e.includes("foregroundDeletion")&&o(["metadata","finalizers",s],"Invalid",'Finalizer "orphan" excludes "foregroundDeletion"',n)}function _s(e,t,o,{report:a}){for(let[i,r]of Object.entries(e.labels??{})){for(let c of(0,b.qualifiedName)(i)??[])a([...t,"labels",i],"Invalid",`Label key "${i}" ${c}`,{path:`${o}labels`});for(let c of(0,b.labelValue)(r)??[])a([...t,"labels",i],"Invalid",`Label "${i}" has the value "${r}", which ${c}`,{path:`${o}labels`})}let n=0;for(let[i,r]of Object.entries(e.annotations??{})){for(let c of(0,b.annotationKey)(i)??[])a([...t,"annotations",i],"Invalid",`Annotation key "${i}" ${c}`,{path:`${o}annotations`});n+=i.length+r.length>tt/8?Buffer.byteLength(i)+Buffer.byteLength(r):3*(i.length+r.length)}if(n<=tt)return;Object.entries(e.annotations??{}).reduce((i,[r,c])=>i+Buffer.byteLength(r)+Buffer.byteLength(c),0)>tt&&a([...t,"annotations"],"TooLong",`must be at most ${tt} bytes in all`,{path:`${o}annotations`})}function Ds(e,t){let o=dn(t),a=`${o}/${t.kind}`;if(Rs.has(a))return;let n=e.metadata??{};if(As.has(a)){let{namespace:i,managedFields:r,...c}=n;Object.values(c).some(m=>m!==""&&!(typeof m=="object"&&Object.keys(m).length===0))&&t.report(["metadata"],"Invalid","must be empty, but for the namespace");return}Vs(n,a,t),_s(n,["metadata"],"metadata.",t),n.ownerReferences!==void 0&&$s(n.ownerReferences,t),n.finalizers!==void 0&&qs(n.finalizers,t,o);let s=rn[a]??rn[`${o}/`]??(Vt(o)?1/0:0);n.generation!==void 0&&n.generation<0&&t.minor<s&&t.report(["metadata","generation"],"Invalid","must be at least 0")}var pn=R({id:"valid-metadata",since:"0.1.0",summary:"Require names, labels, annotations, owners and finalizers that the API server takes.",why:"The API server refuses an object whose metadata break its grammars: most names are DNS names, because they end up in host names and URLs.",howToFix:'Use lower case letters, digits and "-" in names, at most 63 characters in label values, and a prefix such as `example.com/` for keys of your own.',references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/names/","https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/"],bad:[{title:"a name with capitals and a label with a blank",yaml:ot.yaml`
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: My-Settings # ✖ "name" "My-Settings" must consist of lower case letters, digits, "-" and "."
            labels:
              team: blue sky # ✖ Label "team" has the value "blue sky", which must consist of letters, digits, "-", "_" and "."
        `},{title:"no name",yaml:ot.yaml`
          apiVersion: v1
          kind: ConfigMap
          metadata: # ✖ "name" is required
            labels:
              app: web
        `}],good:[{title:"names and labels of the right form",yaml:ot.yaml`
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: my-settings
            labels:
              example.com/team: blue-sky
        `}]},[g("meta/v1 Object",{check:Ds}),g("meta/v1 OwnerReference",{fields:{apiVersion:[],kind:[],name:[],uid:[]}})]);var ln=[La,ja,za,Ba,tn,an,pn];function Ke(){return Ls}var Ls=[...qa,...ln.map(({rule:e})=>({...e,category:"validity",severity:"error",presets:["api-server","recommended","strict"],peers:{}}))].sort((e,t)=>$t.CATEGORIES.indexOf(e.category)-$t.CATEGORIES.indexOf(t.category)||(e.id<t.id?-1:1));var at=d(fn(),1);function Os(){let e=Ke(),t=Math.max(...e.map(({id:n})=>n.length))+2,o=({id:n,severity:s,fixable:i,summary:r})=>`  ${n.padEnd(t)}${s.padEnd(9)}${(i===void 0?"":"fix").padEnd(5)}${r}`;return`${[...new Set(e.map(({category:n})=>n))].map(n=>[`${n}:`,...e.filter(s=>s.category===n).map(o),""].join(`
`)).join(`
`)}
${e.length} rules; podlint rule NAME explains one
`}function Ms(){return`[
${Ke().map(({id:t,category:o,severity:a,presets:n,since:s,summary:i,why:r,howToFix:c,fixable:p,options:m,references:l,peers:f})=>({id:t,category:o,severity:a,presets:n,since:s,summary:i,why:r,howToFix:c,fixable:p??null,options:m??{},references:l,peers:f,url:(0,qt.ruleUrl)(t)})).map(t=>JSON.stringify(t)).join(`,
`)}
]
`}function Fs(e){let t=Ke().find(({id:y})=>y===e);if(t===void 0)throw new at.UsageError(`There is no rule "${e}"${(0,at.didYouMean)(e,Ke().map(({id:y})=>y))||"; see podlint rules"}`);let{id:o,category:a,severity:n,presets:s,fixable:i,summary:r,why:c,howToFix:p,options:m={},bad:l,good:f,references:h,peers:k}=t,x=y=>y.map(P=>`  ${P}
`).join(""),v=y=>(0,hn.exampleText)(y).trimEnd().split(`
`).map(P=>P===""?`
`:`  ${P}
`).join("");return[`${o}: ${r}
`,`Severity ${n}; category ${a}; ${s.length===0?"in no preset: switch it on by name":`in the presets ${s.join(", ")}`}; ${i===void 0?"no fix":`mended by ${i==="safe"?"--fix":"--fix --unsafe-fixes"}`}
`,`Why:
  ${c}
`,`How to fix:
  ${p}
`,Object.keys(m).length>0&&`Options:
${x(Object.entries(m).map(([y,{default:P,description:Ue}])=>`${y}: ${Ue} Default: ${JSON.stringify(P)}`))}`,...l.slice(0,1).map(({title:y,yaml:P})=>`Wrong, ${y}:
${v(P)}`),...f.slice(0,1).map(({title:y,yaml:P})=>`Right, ${y}:
${v(P)}`),`See also:
${x([...h,...Object.entries(k).map(([y,P])=>`${y}: ${P.join(", ")}`),(0,qt.ruleUrl)(o)])}`].filter(y=>y!==!1).join(`
`)}0&&(module.exports={ruleJson,ruleList,rulePage});
