"use strict";var Rs=Object.create;var et=Object.defineProperty;var As=Object.getOwnPropertyDescriptor;var Is=Object.getOwnPropertyNames;var Ts=Object.getPrototypeOf,Ns=Object.prototype.hasOwnProperty;var w=(e,t)=>()=>{try{return t||e((t={exports:{}}).exports,t),t.exports}catch(a){throw t=0,a}},Es=(e,t)=>{for(var a in t)et(e,a,{get:t[a],enumerable:!0})},fa=(e,t,a,o)=>{if(t&&typeof t=="object"||typeof t=="function")for(let n of Is(t))!Ns.call(e,n)&&n!==a&&et(e,n,{get:()=>t[n],enumerable:!(o=As(t,n))||o.enumerable});return e};var m=(e,t,a)=>(a=e!=null?Rs(Ts(e)):{},fa(t||!e||!e.__esModule?et(a,"default",{value:e,enumerable:!0}):a,e)),Vs=e=>fa(et({},"__esModule",{value:!0}),e);var f=w((gr,ha)=>{ha.exports=require("./cli-check.cjs").engineDefineRule});var Q=w((kr,ba)=>{ba.exports=require("./cli-check.cjs").schemaFormatsImage});var Aa=w((xr,Ra)=>{Ra.exports=require("./cli-check.cjs").schemaRemoved});var Ee=w((Ar,Na)=>{Na.exports=require("./cli-check.cjs").modelPlace});var Rt=w((Vr,Oa)=>{Oa.exports=require("../podlint.cjs").modelNearest});var At=w(($r,_a)=>{_a.exports=require("./cli-check.cjs").modelServiceSelector});var It=w((qr,Ka)=>{Ka.exports=require("./cli-check.cjs").modelTargetPort});var Tt=w((Mr,Ya)=>{Ya.exports=require("./cli-check.cjs").modelStaticPod});var ce=w((Gr,oo)=>{oo.exports=require("./cli-check.cjs").schemaFormatsSelector});var nt=w((Hr,mo)=>{mo.exports=require("./cli-check.cjs").modelResources});var _=w((Xr,bo)=>{bo.exports=require("./cli-check.cjs").modelSecurityContext});var Nt=w((ic,To)=>{To.exports=require("./cli-check.cjs").modelHostPath});var Et=w((cc,Vo)=>{Vo.exports=require("./cli-check.cjs").modelSecretValue});var Lt=w((yc,Wo)=>{Wo.exports=require("./cli-check.cjs").modelFields});var Yo=w((vc,Jo)=>{Jo.exports=require("./cli-check.cjs").parserTape});var rt=w((xc,nn)=>{nn.exports=require("./cli-check.cjs").schemaFormatsQuantity});var J=w((Em,bn)=>{bn.exports=require("./cli-check.cjs").schemaWorkload});var V=w((Fm,Pn)=>{Pn.exports=require("./cli-check.cjs").schemaFormatsNames});var ht=w((Um,In)=>{In.exports=require("./cli-check.cjs").schemaFormatsPorts});var _n=w((Ym,On)=>{On.exports=require("./cli-check.cjs").schemaFormatsPaths});var gt=w((il,Hn)=>{Hn.exports=require("./cli-check.cjs").schemaFormatsIp});var ns=w((dl,os)=>{os.exports=require("./cli-check.cjs").schemaResourceAmounts});var ws=w((Cl,ks)=>{ks.exports=require("./cli-check.cjs").schemaFormatsPercent});var yr={};Es(yr,{documentedRules:()=>hr});module.exports=Vs(yr);var da=m(f());var Ie=m(f()),$s=["Service kubernetes","ServiceAccount default","Endpoints kubernetes","EndpointSlice kubernetes"],ya=(0,Ie.defineRule)({severity:"info",presets:["strict"],since:"0.1.0",summary:'Disallow the namespace "default".',why:"Everybody who names no namespace ends up there, so its quotas, network policies and permissions fit nobody.",howToFix:"Give the application a namespace of its own. An object without a namespace is left alone: Helm, Kustomize and `kubectl -n` fill it in.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"],peers:{"kube-linter":["use-namespace"],trivy:["KSV-0110"],checkov:["CKV_K8S_21"],kubescape:["C-0061","C-0212"],kics:["Using Default Namespace"],datree:["WORKLOAD_INCORRECT_NAMESPACE_VALUE_DEFAULT"],clusterlint:["default-namespace"],kyverno:["disallow-default-namespace"]},bad:[{title:"a ConfigMap in the default namespace",yaml:Ie.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          namespace: default # ✖ ConfigMap "settings" is in the namespace "default"
        data: {}
      `}],good:[{title:"a namespace of its own, or one that is filled in later",yaml:Ie.yaml`
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
      `}],visit:{object(e,{report:t}){!e.namespaced||e.namespace!=="default"||$s.includes(`${e.kind} ${e.name}`)||t(e.at("metadata","namespace"),`${e.kind} "${e.name}" is in the namespace "default"`)}}});var Te=m(f()),va=m(Q()),Ls=["cassandra","cockroach","couchdb","mariadb","mongo","mongodb","mongodb-community-server","mssql/server","mysql","mysql-server","postgis","postgres","postgresql"],qs=["apache","caddy","drupal","ghost","httpd","jetty","joomla","nextcloud","nginx","nginx-unprivileged","node","php","tomcat","wordpress"],ga=(e,t)=>{let a=(0,va.parseImage)(t??"");return typeof a!="string"&&e.some(o=>`/${a.repository}`.endsWith(`/${o}`))},ka=(0,Te.defineRule)({severity:"info",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow a web server and a database in one pod.",why:"Both restart, move and scale together: a second replica of the site brings a second, empty database.",howToFix:"Run the database in a StatefulSet of its own, and let the site reach it through a Service.",references:["https://kubernetes.io/docs/concepts/workloads/pods/#how-pods-manage-multiple-containers"],peers:{},longRunningOnly:!0,bad:[{title:"a blog with its database in the same pod",yaml:Te.yaml`
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
      `}],good:[{title:"a database with its exporter, and a cache beside an app",yaml:Te.yaml`
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
      `}],visit:{podSpec(e,{report:t}){let a=e.containers.filter(({role:s})=>s==="main"),o=a.find(({value:s})=>ga(qs,s.image)),n=a.find(({value:s})=>ga(Ls,s.image));o===void 0||n===void 0||t(n.at(),`Container "${n.name}" is a database in the pod of the web server "${o.name}"`,void 0,{related:[{place:o.at(),message:"the web server"}]})}}});var Ne=m(f()),wa=(0,Ne.defineRule)({severity:"info",presets:["strict"],since:"0.1.0",summary:"Disallow a file in which most objects name their namespace and some do not.",why:"`kubectl apply` puts those without one into the namespace of whoever applies them, apart from the objects that they belong to.",howToFix:"Write the namespace into every object of the file, or into none and set it when the file is applied.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"],peers:{},crossObject:!0,bad:[{title:"a forgotten namespace",yaml:Ne.yaml`
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
      `}],good:[{title:"objects of two namespaces, and one that belongs to neither",yaml:Ne.yaml`
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
      `}],visit:{object(e,{index:t,report:a}){if(!e.namespaced||e.namespace!=="")return;let o=t.inFile(e.source.file).filter(({namespaced:r})=>r),n=o.filter(({namespace:r})=>r!==""),s=n[0];if(s===void 0||n.length*2<=o.length||n.some(({namespace:r})=>r!==s.namespace))return;let i=[{place:s.at("metadata","namespace"),message:"named here"}];a(e.at("metadata","name"),`${e.kind} "${e.name}" names no namespace, while the other objects of this file are in "${s.namespace}"`,void 0,{related:i})}}});var ee=m(f());function y(e,t){return{rule:e,types:t}}function u(e,t){return{type:e,...t}}var $=(...e)=>[{describes:"required",required:!0},...e];function R(e,t,a={}){let o=a.code??"Invalid";return{describes:e,test(n){if(typeof n!="string"||n===""&&a.empty!==!0)return;let s=t(n);if(s!==void 0)return typeof s=="string"?{code:o,message:s}:s.map(i=>({code:o,message:i}))}}}var T=(...e)=>Pa(e,!1),tt=(...e)=>Pa(e,!0);function Pa(e,t){let a=e.map(o=>`"${o}"`).join(", ");return{describes:`one of ${a}`,test:o=>typeof o!="string"||e.includes(o)||o===""&&!t?void 0:{code:"NotSupported",message:`must be one of ${a}`}}}var Sa=e=>typeof e=="number"||typeof e=="bigint",j=e=>({describes:`at least ${e}`,test:t=>Sa(t)&&t<e?{code:"Invalid",message:`must be at least ${e}`}:void 0}),xa=(e,t)=>({describes:`${e} to ${t}`,test:a=>Sa(a)&&(a<e||a>t)?{code:"Invalid",message:`must be between ${e} and ${t}`}:void 0});var Ca=e=>({...e,describes:`each ${e.describes}`,test:(t,a)=>Array.isArray(t)?t.flatMap((o,n)=>Ds(n,e.test?.(o,a))):void 0});var xt=(e,t)=>({...t,since:Z(e)}),Ct=(e,t)=>({...t,until:Z(e)}),Z=e=>Number(e.slice(e.indexOf(".")+1));function Ds(e,t){return t===void 0?[]:[t].flat().map(a=>({...a,steps:[e,...a.steps??[]]}))}var Ia=m(Aa()),Ta=(0,ee.defineRule)({severity:"warning",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow API versions that are deprecated in the targeted Kubernetes.",why:"They still work, and the API server answers with a warning; after an upgrade of the cluster to the version that the message names they do not work any more.",howToFix:"Move to the API version that the message names, if there is one, before the cluster is upgraded.",references:["https://kubernetes.io/docs/reference/using-api/deprecation-guide/","https://kubernetes.io/docs/reference/using-api/deprecation-policy/"],peers:{"kube-score":["stable-version"],trivy:["KSV-0107"],kics:["Object Is Using A Deprecated API Version"],datree:["K8S_DEPRECATED_APIVERSION_1.16","K8S_DEPRECATED_APIVERSION_1.17","K8S_DEPRECATED_APIVERSION_1.19","K8S_DEPRECATED_APIVERSION_1.21","K8S_DEPRECATED_APIVERSION_1.22","K8S_DEPRECATED_APIVERSION_1.23","K8S_DEPRECATED_APIVERSION_1.24"],sonar:["S1874"],monokle:["K8S002"],pluto:["deprecated"],kubent:["deprecated"]},bad:[{title:"a beta version that is on its way out",yaml:ee.yaml`
        apiVersion: certificates.k8s.io/v1beta1 # ✖ certificates.k8s.io/v1beta1 ClusterTrustBundle is deprecated since Kubernetes 1.37 and removed in 1.40; use certificates.k8s.io/v1
        kind: ClusterTrustBundle
        metadata:
          name: ca
        spec:
          trustBundle: ''
      `},{title:"a kind with a successor, which nobody plans to remove",yaml:ee.yaml`
        apiVersion: v1 # ✖ v1 Endpoints is deprecated since Kubernetes 1.33; use discovery.k8s.io/v1 EndpointSlice
        kind: Endpoints
        metadata:
          name: database
      `}],good:[{title:"a stable version",yaml:ee.yaml`
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: database
        addressType: IPv4
        endpoints: []
      `}],visit:{object(e,{kubernetesVersions:t,report:a}){let o=(0,Ia.removedApi)(e.apiVersion,e.kind);if(o?.deprecatedIn===void 0)return;let n=Z(t.at(-1));if(n<Z(o.deprecatedIn)||o.removedIn!==void 0&&n>=Z(o.removedIn))return;let s=o.removedIn===void 0?"":` and removed in ${o.removedIn}`,i=o.replacement===void 0?"":`; use ${o.replacement}`;a(e.at("apiVersion"),`${e.apiVersion} ${e.kind} is deprecated since Kubernetes ${o.deprecatedIn}${s}${i}`)}}});var q=m(f()),ot=m(Ee()),at={"beta.kubernetes.io/arch":"kubernetes.io/arch","beta.kubernetes.io/os":"kubernetes.io/os","beta.kubernetes.io/instance-type":"node.kubernetes.io/instance-type","failure-domain.beta.kubernetes.io/region":"topology.kubernetes.io/region","failure-domain.beta.kubernetes.io/zone":"topology.kubernetes.io/zone"},te={"node-role.kubernetes.io/master":"node-role.kubernetes.io/control-plane"},Va=(0,q.defineRule)({severity:"warning",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow deprecated labels of nodes.",why:"New nodes may come without the old label, and then the pod stays pending; the API server warns about it.",howToFix:'Use the label without "beta": nodes have had both, with the same value, since Kubernetes 1.17.',references:["https://kubernetes.io/docs/reference/labels-annotations-taints/"],peers:{},fixable:"safe",bad:[{title:"the beta label of the operating system",yaml:q.yaml`
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
      `,fixed:q.yaml`
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
      `},{title:"the label of control plane nodes",yaml:q.yaml`
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
      `},{title:"both labels: the old one goes",yaml:q.yaml`
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
      `,fixed:q.yaml`
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
      `}],good:[{title:"the stable label",yaml:q.yaml`
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
      `}],visit:{podSpec(e,{report:t}){let{nodeSelector:a={},affinity:o={},topologySpreadConstraints:n=[]}=e.value;for(let[c,d]of Object.entries(a)){let p=at[c]??te[c];if(p===void 0)continue;let h=e.at("nodeSelector",c);t((0,ot.atKey)(h),Ea(c),b=>{if(!(c in te))return p in a?a[p]===d?b.removeField(h):void 0:b.renameKey(h,p)})}let s=(c,d)=>{c!==void 0&&(c in at||c in te)&&t(d(),Ea(c),p=>c in te?void 0:p.replaceText(d(),at[c]))};for(let[c,{topologyKey:d}]of n.entries())s(d,()=>e.at("topologySpreadConstraints",c,"topologyKey"));let{requiredDuringSchedulingIgnoredDuringExecution:i,preferredDuringSchedulingIgnoredDuringExecution:r=[]}=o.nodeAffinity??{},l=[...(i?.nodeSelectorTerms??[]).map((c,d)=>({term:c,place:()=>e.at("affinity","nodeAffinity","requiredDuringSchedulingIgnoredDuringExecution","nodeSelectorTerms",d)})),...r.map(({preference:c},d)=>({term:c,place:()=>e.at("affinity","nodeAffinity","preferredDuringSchedulingIgnoredDuringExecution",d,"preference")}))];for(let{term:c,place:d}of l)for(let[p,{key:h}]of(c?.matchExpressions??[]).entries())s(h,()=>(0,ot.below)(d(),"matchExpressions",p,"key"))}}}),Ea=e=>e in te?`Node label "${e}" is deprecated; nodes have "${te[e]}" in its place`:`Node label "${e}" is deprecated; "${at[e]}" has the same value`;var Ve=m(f()),$a=(0,Ve.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow API versions that the targeted Kubernetes no longer serves.",why:'The API server answers "no matches for kind": nothing is created, and an upgrade of the cluster breaks the deployment.',howToFix:"Move to the API version that the message names; its fields may differ.",references:["https://kubernetes.io/docs/reference/using-api/deprecation-guide/"],peers:{pluto:["removed"],kubent:["removed"],"kube-score":["stable-version"],"kube-linter":["no-extensions-v1beta"]},bad:[{title:"an Ingress of 1.21",yaml:Ve.yaml`
        apiVersion: extensions/v1beta1 # ✖ extensions/v1beta1 Ingress was removed in Kubernetes 1.22; use networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
      `}],good:[{title:"the version that is served",yaml:Ve.yaml`
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: web
      `}]});var $e=m(f()),La=(0,$e.defineRule)({severity:"info",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow the same port name in two containers of a pod.",why:"A Service that names the port reaches only the first of them; the API server warns about it since 1.33.",howToFix:"Give each port of the pod a name of its own, such as `app-metrics` and `proxy-metrics`.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports"],peers:{"kube-score":["container-ports-check"]},bad:[{title:"two ports with the name metrics",yaml:$e.yaml`
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
      `}],good:[{title:"a name for each port",yaml:$e.yaml`
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
      `}],visit:{podSpec(e,{report:t}){let a=new Map;for(let o of e.containers)if(o.longRunning)for(let[n,{name:s=""}]of(o.value.ports??[]).entries()){let i=a.get(s);if(!(s===""||i?.container===o))if(i===void 0)a.set(s,{container:o,index:n});else{let r=[{place:i.container.at("ports",i.index,"name"),message:"first here"}];t(o.at("ports",n,"name"),`Port name "${s}" is in container "${i.container.name}" and in container "${o.name}"`,void 0,{related:r})}}}}});var ae=m(f()),qa=["","0.0.0.0","::"],Os=(e,t)=>e===t||qa.includes(e)||qa.includes(t),Da=(0,ae.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow two containers of a pod on the same port.",why:'The containers of a pod share one network: the second program that binds the port fails with "address already in use", and its container restarts for ever.',howToFix:"Let one of the programs listen on another port, or delete the port from the container that does not listen on it.",references:["https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking"],peers:{},bad:[{title:"a sidecar on the port of the app",yaml:ae.yaml`
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
      `},{title:"a host port that two addresses share",yaml:ae.yaml`
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
      `}],good:[{title:"TCP and UDP, and an init container that is done by then",yaml:ae.yaml`
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
      `}],visit:{podSpec(e,{report:t}){let a=new Map,o=new Map,n=e.value.hostNetwork===!0&&e.object.kind==="Pod";for(let s of e.containers)if(s.longRunning)for(let[i,{containerPort:r=0,protocol:l="TCP",...c}]of(s.value.ports??[]).entries()){let d={container:s,place:s.at("ports",i,"containerPort"),hostPort:c.hostPort||(n?r:0),hostIP:c.hostIP??""},p=`${r}/${l}`,h=d.hostPort===0?[]:o.get(`${d.hostPort}/${l}`)??[];d.hostPort!==0&&o.set(`${d.hostPort}/${l}`,[...h,d]);let b=a.get(p);if(b===void 0&&a.set(p,d),h.some(C=>_s(C,d)))continue;if(b!==void 0&&b.container!==s){t(d.place,`Container "${s.name}" declares port ${p}, as container "${b.container.name}" does`,void 0,{related:[{place:b.place,message:"declared here"}]});continue}let k=h.find(({hostIP:C})=>Os(C,d.hostIP));if(k===void 0)continue;let x=s.at("ports",i,"hostPort");t(x,`Container "${s.name}" takes host port ${d.hostPort}/${l}, as container "${k.container.name}" does`,void 0,{related:[{place:k.place,message:"taken here"}]})}}}}),_s=(e,t)=>e.hostIP===t.hostIP&&(e.container===t.container||e.container.role==="main"&&t.container.role==="main");var oe=m(f()),Ma=m(Rt()),O=m(At()),Fa=(0,oe.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow a Service whose selector just misses every pod.",why:"The Service exists, but has no endpoints: every connection to it is refused or times out.",howToFix:"Make the selector equal to labels of the pod template. A Service whose pods are not among the linted files is left alone.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service","https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/"],peers:{"kube-linter":["dangling-service"],"kube-score":["service-targets-pod"],kubescape:["C-0293"],popeye:["1100","1105"],kics:["Service Does Not Target Pod"],kubevious:["service-selector-ref"],monokle:["LNK001"]},crossObject:!0,bad:[{title:"a label with another value",yaml:oe.yaml`
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
      `}],good:[{title:"a Service for pods that are not here, and one without a selector",yaml:oe.yaml`
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
      `},{title:"labels that a StatefulSet and a database give their pods while they run",yaml:oe.yaml`
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
      `}],visit:{Service(e,{index:t,report:a}){let o=Object.entries((0,O.wantedLabels)(e));if(o.length===0||t.podsAnywhereOf(e).length>0)return;let n=({labels:d})=>o.filter(([p,h])=>d[p]!==h&&(p in d||!(0,O.isRuntimeLabel)(p))),s=d=>{if(!(0,O.isBeside)(e,d)||!(0,O.mayShareNamespace)(e.namespace,d.object.namespace))return!1;if(d.object.name===e.name)return!0;let[p,...h]=n(d);return p!==void 0&&h.length===0&&Ms(d.labels[p[0]],p[1])},i=[...t.podsNamed(e.name),...o.flatMap(([d,p])=>t.podsLabelled(d,p))].find(s),r=i===void 0?void 0:n(i)[0];if(i===void 0||r===void 0)return;let[l]=r,c=l in i.labels?`has "${l}: ${i.labels[l]}"`:`has no label "${l}"`;a(e.at("spec","selector",l),`Service "${e.name}" selects no pod: ${i.object.kind} "${i.object.name}" ${c}`,void 0,{related:[{place:i.atMetadata("labels"),message:"labels of the nearest pod"}]})}}});function Ms(e,t){return e===void 0||e.includes(t)||t.includes(e)?!0:(0,Ma.nearest)(t,[e])!==void 0&&e.replace(/\d/g,"")!==t.replace(/\d/g,"")}var ne=m(f()),ja=m(Rt()),Wa=m(It()),Ga=(0,ne.defineRule)({severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow a target port of a Service that its pods do not declare.",why:"A name that no container declares leads nowhere: the Service has no endpoints for this port, and every connection is refused.",howToFix:"Write the name of a port that a container of the pods declares, of the same protocol, or its number.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports"],peers:{popeye:["1101","1106"],kubevious:["service-selector-ref"]},fixable:"unsafe",crossObject:!0,options:{numeric:{default:!1,description:"Report numbers that no container declares, too. They work all the same: to declare a port is only information."}},bad:[{title:"a misspelt port name",yaml:ne.yaml`
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
      `,fixed:ne.yaml`
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
      `}],good:[{title:"a declared name, and a number that nobody declares",yaml:ne.yaml`
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
      `}],visit:{Service(e,{index:t,options:a,report:o}){let n=e.value.spec?.ports??[];if(!n.some(({targetPort:r})=>typeof r=="string")&&!a.numeric)return;let s=t.podsOf(e),i=s[0];if(i!==void 0)for(let[r,{port:l=0,targetPort:c=l,protocol:d="TCP"}]of n.entries()){if(typeof c=="number"&&!a.numeric||s.some(I=>(0,Wa.containerOfPort)(I,c,d)!==void 0))continue;let p=e.at("spec","ports",r,"targetPort"),h=s.flatMap(I=>I.containers.flatMap(({longRunning:A,value:X})=>A?X.ports??[]:[])).filter(I=>(I.protocol??"TCP")===d),b=typeof c=="string"?(0,ja.nearest)(c,h.flatMap(({name:I})=>I??[])):void 0,k=s.length===1?"":` or of the ${s.length-1} other${s.length===2?"":"s"} that it selects`,x=`Target port ${JSON.stringify(c)} of Service "${e.name}" is no ${d} port of ${i.object.kind} "${i.object.name}"${k}`,C=[{place:i.at("containers"),message:"ports are declared here"}];o(p,b===void 0?x:`${x}; did you mean "${b}"?`,b===void 0?void 0:I=>I.replaceText(p,b),{related:C})}}}});var Le=m(f()),Ba=m(Q()),Fs=`
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
`,Ks=/^(?:docker\.io|mirror\.gcr\.io|public\.ecr\.aws\/docker)\/library\//,Ua;function js({registry:e,repository:t,tag:a=""}){return Ua??=new Map(Fs.trim().split(`
`).map(o=>o.split(": ")).map(([o,n])=>[o,n.split(", ").map(s=>s.split(" "))])),Ua.get(`${e}/${t}`.replace(Ks,""))?.find(([o])=>o==="*"||a===o||a.startsWith(o)&&/[.-]/.test(a[o.length]))?.[1]}var Ha=(0,Le.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow well-known images that get no more fixes.",why:"Every vulnerability that is found in it from now on stays open, in a program that is well known to attackers too.",howToFix:"Move to a release line that is maintained. podlint has a short list of common images and can be out of date: silence does not mean that an image is maintained.",references:["https://kubernetes.io/docs/concepts/containers/images/","https://endoflife.date/"],peers:{kubescape:["C-0081","C-0090","C-0091","C-0292"]},bad:[{title:"release lines that have ended",yaml:Le.yaml`
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
      `}],good:[{title:"maintained lines, and images that are not known",yaml:Le.yaml`
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
      `}],visit:{container(e,{report:t}){let a=e.value.image,o=a===void 0?"":(0,Ba.parseImage)(a),n=typeof o=="string"?void 0:js(o);n!==void 0&&t(e.at("image"),`Image "${a}" gets no fixes since ${n}`)}}});var qe=m(f()),za=m(Q()),Ws=new Set("canary current dev devel develop development edge head latest lts main mainline master nightly rolling snapshot stable staging trunk unstable".split(" ")),Gs=/^(?:[a-z]{2,}|(?:alpine|amd|arm|cpu|cu|cuda|debian|gpu|jdk|jre|node|py|python|ubuntu|x)[\d.]+)$/,Us=/^[0-9a-f]{7,40}$/;function Bs(e){let t=e.toLowerCase().split(/[-_]/);return t.some(a=>Ws.has(a))&&t.every(a=>Gs.test(a)&&!Us.test(a))}var Ja=(0,qe.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow images without a tag, or with a tag that moves.",why:"What runs is what the tag pointed to when the node pulled it: two pods of one Deployment may run different code, and a rollback has nothing to go back to.",howToFix:"Name a release (`nginx:1.29.3`) or a digest (`nginx@sha256:\u2026`); a bot such as Renovate keeps either current.",references:["https://kubernetes.io/docs/concepts/containers/images/#image-names"],peers:{"kube-linter":["latest-tag"],"kube-score":["container-image-tag"],polaris:["tagNotSpecified"],trivy:["KSV-0013"],checkov:["CKV_K8S_14"],kubescape:["C-0304"],datree:["CONTAINERS_MISSING_IMAGE_VALUE_VERSION"],kyverno:["disallow-latest-tag"]},options:{allow:{default:[],description:"Tags that are fine although they move, such as `stable`."}},bad:[{title:"tags that move, and none",yaml:qe.yaml`
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
      `}],good:[{title:"a release, a digest, a branch with a commit or date",yaml:qe.yaml`
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
      `}],visit:{container(e,{options:t,report:a}){let o=e.value.image,n=o===void 0?"":(0,za.parseImage)(o);typeof n=="string"||n.digest!==void 0||(n.tag===void 0?a(e.at("image"),`Image "${o}" has no tag`):Bs(n.tag)&&!t.allow.includes(n.tag)&&a(e.at("image"),`Image "${o}" has the moving tag "${n.tag}"`))}}});var se=m(f()),Xa=m(Tt()),Qa=(0,se.defineRule)({severity:"info",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow long-running pods that no controller owns.",why:"When its node fails or is drained, such a pod is gone for good: nothing starts it anywhere else.",howToFix:"Put the pod into the template of a Deployment; with `restartPolicy: Never` it is taken for one that is meant to end.",references:["https://kubernetes.io/docs/concepts/configuration/overview/#naked-pods-vs-replicasets-deployments-and-jobs"],peers:{kubescape:["C-0073"],datree:["K8S_INCORRECT_KIND_VALUE_POD"],popeye:["208"],clusterlint:["bare-pods"],kyverno:["prevent-bare-pods"]},longRunningOnly:!0,bad:[{title:"a server in a Pod of its own",yaml:se.yaml`
        apiVersion: v1
        kind: Pod # ✖ Pod "web" belongs to no controller
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `}],good:[{title:"a pod that runs to completion",yaml:se.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: debug
        spec:
          restartPolicy: Never
          containers:
            - name: shell
              image: example.com/shell:1.0
      `},{title:"a static pod",yaml:se.yaml`
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
      `}],visit:{Pod(e,{report:t}){(e.value.metadata?.ownerReferences??[]).length>0||(0,Xa.isStaticPod)(e)||t(e.at("kind"),`Pod "${e.name}" belongs to no controller`)}}});var ie=m(f()),Za=(0,ie.defineRule)({severity:"info",presets:["strict"],since:"0.1.0",summary:"Disallow a single replica behind a Service.",why:"While the only pod moves to another node, crashes or is evicted, nobody answers.",howToFix:"Set `replicas` to 2 or more, or let a HorizontalPodAutoscaler choose. Strategy `Recreate` says that there may only be one, and is left alone.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#replicas"],peers:{"kube-linter":["minimum-three-replicas"],"kube-score":["deployment-replicas"],polaris:["deploymentMissingReplicas"],datree:["DEPLOYMENT_INCORRECT_REPLICAS_VALUE"],kubevious:["replica-count-check"],gatekeeper:["replicalimits"],kyverno:["require-deployments-have-multiple-replicas"],popeye:["1109"]},crossObject:!0,bad:[{title:"a Service with one pod behind it",yaml:ie.yaml`
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
      `}],good:[{title:"an autoscaler in charge",yaml:ie.yaml`
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
      `},{title:"a worker that no Service needs",yaml:ie.yaml`
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
      `}],visit:{Deployment(e,{index:t,report:a}){let{pod:o}=e,{replicas:n=1,strategy:s}=e.value.spec??{};if(o===void 0||n!==1||s?.type==="Recreate"||t.isAutoscaled(e))return;let i=t.servicesOf(o)[0];i!==void 0&&a(e.at("spec","replicas"),`Deployment "${e.name}" has one replica behind Service "${i.name}"`)}}});var De=m(f()),eo=m(Tt()),to=(0,De.defineRule)({severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow references to API objects in static pods.",why:"A kubelet runs a static pod from a file, without the API server: such references never resolve, and since Kubernetes 1.34 the kubelet refuses the pod.",howToFix:"Mount files of the node with `hostPath`, or write the value into the manifest. What needs a ConfigMap or a Secret is better run by a DaemonSet.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/"],peers:{},bad:[{title:"a static pod that mounts a Secret",yaml:De.yaml`
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
      `}],good:[{title:"a static pod with files of its node; another pod with a Secret",yaml:De.yaml`
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
      `}],visit:{Pod(e,{report:t}){let{pod:a}=e;if(a===void 0||!(0,eo.isStaticPod)(e))return;let o=(n,s,i)=>{s!==void 0&&s!==""&&t(i,`Static pod "${e.name}" refers to ${n} "${s}"`)};o("ServiceAccount",a.value.serviceAccountName,a.at("serviceAccountName"));for(let[n,{name:s}]of(a.value.imagePullSecrets??[]).entries())o("Secret",s,a.at("imagePullSecrets",n,"name"));for(let[n,{configMap:s,secret:i,persistentVolumeClaim:r,projected:l}]of(a.value.volumes??[]).entries()){o("ConfigMap",s?.name,a.at("volumes",n,"configMap","name")),o("Secret",i?.secretName,a.at("volumes",n,"secret","secretName")),o("PersistentVolumeClaim",r?.claimName,a.at("volumes",n,"persistentVolumeClaim","claimName"));for(let[c,d]of(l?.sources??[]).entries())o("ConfigMap",d.configMap?.name,a.at("volumes",n,"projected","sources",c,"configMap")),o("Secret",d.secret?.name,a.at("volumes",n,"projected","sources",c,"secret"))}for(let n of a.containers){for(let[s,{configMapRef:i,secretRef:r}]of(n.value.envFrom??[]).entries())o("ConfigMap",i?.name,n.at("envFrom",s,"configMapRef","name")),o("Secret",r?.name,n.at("envFrom",s,"secretRef","name"));for(let[s,{valueFrom:i}]of(n.value.env??[]).entries())o("ConfigMap",i?.configMapKeyRef?.name,n.at("env",s,"valueFrom","configMapKeyRef","name")),o("Secret",i?.secretKeyRef?.name,n.at("env",s,"valueFrom","secretKeyRef","name"))}}}});var re=m(f()),ao=(0,re.defineRule)({severity:"info",presets:["recommended","strict"],since:"0.1.0",summary:"Require a liveness probe for containers that run for long.",why:"A program that hangs without exiting stays broken until somebody restarts it by hand.",howToFix:"Add a `livenessProbe` that fails only when a restart helps: not when a database is away. A crash alone needs no probe, the container restarts anyway.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],peers:{"kube-linter":["no-liveness-probe"],"kube-score":["pod-probes"],polaris:["livenessProbeMissing"],checkov:["CKV_K8S_8"],kubescape:["C-0056"],popeye:["102","103"],datree:["CONTAINERS_MISSING_LIVENESSPROBE_KEY"],gatekeeper:["requiredprobes"],kyverno:["require-probes"]},longRunningOnly:!0,bad:[{title:"a server without a liveness probe",yaml:re.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app # ✖ Container "app" has no liveness probe
              image: example.com/app:1.0
      `}],good:[{title:"a liveness probe; an init container that runs to completion",yaml:re.yaml`
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
      `},{title:"a pod that runs to completion",yaml:re.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: task
        spec:
          restartPolicy: OnFailure
          containers:
            - name: task
              image: example.com/task:1.0
      `}],visit:{container(e,{report:t}){!e.longRunning||e.value.livenessProbe!==void 0||t(e.at("livenessProbe"),`Container "${e.name}" has no liveness probe`)}}});var Oe=m(f()),no=m(At()),so=m(ce()),io=(0,Oe.defineRule)({severity:"info",presets:["strict"],since:"0.1.0",summary:"Require a PodDisruptionBudget for workloads with several replicas.",why:"Without a budget, draining nodes for an upgrade may evict all replicas at once.",howToFix:"Add a PodDisruptionBudget whose selector matches the pods, with `maxUnavailable: 1` for a start.",references:["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],peers:{"kube-score":["deployment-has-poddisruptionbudget","statefulset-has-poddisruptionbudget"],polaris:["missingPodDisruptionBudget"],popeye:["206"],kics:["Deployment Without PodDisruptionBudget","StatefulSet Without PodDisruptionBudget"],kyverno:["require-pdb"]},crossObject:!0,bad:[{title:"three replicas that may all be evicted together",yaml:Oe.yaml`
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
      `}],good:[{title:"with a budget",yaml:Oe.yaml`
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
      `}],visit:{podSpec({object:e,labels:t},{index:a,report:o}){let n=e.at("metadata","name");if(!e.is("Deployment")&&!e.is("StatefulSet"))return;let s=e.value.spec?.replicas??1;if(s<2)return;a.ofKind("PodDisruptionBudget").some(r=>(0,no.mayShareNamespace)(r.namespace,e.namespace)&&(0,so.selectorMatches)(r.value.spec?.selector,t)===!0)||o(n,`${e.kind} "${e.name}" has ${s} replicas and no PodDisruptionBudget`)}}});var _e=m(f()),ro=m(It()),co=(0,_e.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Require a readiness probe for containers that a Service sends traffic to.",why:"Without it a pod gets requests as soon as its process starts, so every rollout answers some of them with errors.",howToFix:"Add a `readinessProbe` that asks the port of the Service. One container of the pod with such a probe is enough: the pod is ready when all of its probes say so.",references:["https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe"],peers:{"kube-linter":["no-readiness-probe"],"kube-score":["pod-probes"],polaris:["readinessProbeMissing"],checkov:["CKV_K8S_9"],kubescape:["C-0018"],popeye:["102","104"],datree:["CONTAINERS_MISSING_READINESSPROBE_KEY"],gatekeeper:["requiredprobes"],kyverno:["require-probes"]},crossObject:!0,longRunningOnly:!0,options:{everyPort:{default:!1,description:"Also ask for containers with a port that no Service of the run sends traffic to."}},bad:[{title:"a Service in front of a container without a readiness probe",yaml:_e.yaml`
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
      `}],good:[{title:"a readiness probe, and a worker that nobody talks to",yaml:_e.yaml`
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
      `}],visit:{podSpec(e,{index:t,options:a,report:o}){if(e.containers.some(({value:s})=>s.readinessProbe!==void 0))return;let n=(0,ro.containersBehind)(e,t);for(let s of e.containers){let i=n.get(s);if(i!==void 0){let r=[{place:i.at("metadata","name"),message:"sends the traffic"}];o(s.at("readinessProbe"),`Container "${s.name}" gets traffic from Service "${i.name}" and has no readiness probe`,void 0,{related:r})}else a.everyPort&&s.longRunning&&(s.value.ports??[]).length>0&&o(s.at("readinessProbe"),`Container "${s.name}" has a port and no readiness probe`)}}}});var me=m(f()),lo=m(nt()),po=(0,me.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require a CPU request on every container that stays.",why:"When the node is busy the container gets next to no CPU time, and an autoscaler that scales on CPU use has nothing to compare with.",howToFix:"Set `resources.requests.cpu` to what the program needs under usual load, such as `50m`. A CPU limit is not needed.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{"kube-linter":["unset-cpu-requirements"],"kube-score":["container-resources"],polaris:["cpuRequestsMissing"],trivy:["KSV-0015"],checkov:["CKV_K8S_10"],kubescape:["C-0050","C-0268"],kubesec:["RequestsCPU"],datree:["CONTAINERS_MISSING_CPU_REQUEST_KEY"],kyverno:["require-pod-requests-limits","require-qos-burstable"]},bad:[{title:"memory only",yaml:me.yaml`
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
      `}],good:[{title:"a request; init containers may do without",yaml:me.yaml`
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
      `},{title:"a request for the pod as a whole (since Kubernetes 1.34)",yaml:me.yaml`
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
      `}],visit:{container(e,{kubernetesVersions:t,report:a}){!e.longRunning||e.partial||e.pod.hook||(0,lo.hasRequest)(e,"cpu",t)||a(e.at("resources","requests"),`Container "${e.name}" sets no CPU request`)}}});var le=m(f()),uo=m(nt()),fo=(0,le.defineRule)({severity:"info",presets:["recommended","strict"],since:"0.1.0",summary:"Require a memory limit on every container that stays.",why:"A leak in it takes the memory of the whole node, and the kernel then kills whichever program it likes, often one that is innocent.",howToFix:"Set `resources.limits.memory` a little above the most that the program has ever used. Where a LimitRange of the namespace does that, switch this rule off.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{"kube-linter":["unset-memory-requirements"],"kube-score":["container-resources"],polaris:["memoryLimitsMissing"],trivy:["KSV-0018"],checkov:["CKV_K8S_13"],kubescape:["C-0004","C-0009","C-0271"],kubesec:["LimitsMemory"],datree:["CONTAINERS_MISSING_MEMORY_LIMIT_KEY"],kyverno:["require-pod-requests-limits"]},bad:[{title:"only a request",yaml:le.yaml`
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
      `}],good:[{title:"a limit; init containers may do without",yaml:le.yaml`
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
      `},{title:"a limit for the pod as a whole (since Kubernetes 1.34)",yaml:le.yaml`
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
      `}],visit:{container(e,{kubernetesVersions:t,report:a}){!e.longRunning||e.partial||e.pod.hook||(0,uo.hasLimit)(e,"memory",t)||a(e.at("resources","limits"),`Container "${e.name}" sets no memory limit`)}}});var de=m(f()),ho=m(nt()),yo=(0,de.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require a memory request on every container that stays.",why:"The scheduler takes it for a container that needs none, packs the node too full, and under memory pressure such pods are the first to be evicted.",howToFix:"Set `resources.requests.memory` to what the program usually needs; a limit alone counts as a request of the same size.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{"kube-score":["container-resources"],polaris:["memoryRequestsMissing"],trivy:["KSV-0016"],checkov:["CKV_K8S_12"],kubescape:["C-0004","C-0269"],kubesec:["RequestsMemory"],datree:["CONTAINERS_MISSING_MEMORY_REQUEST_KEY"],kyverno:["require-pod-requests-limits"]},bad:[{title:"a request for CPU only",yaml:de.yaml`
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
      `}],good:[{title:"a request; init containers may do without",yaml:de.yaml`
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
      `},{title:"a limit, which is the request too",yaml:de.yaml`
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
      `}],visit:{container(e,{kubernetesVersions:t,report:a}){!e.longRunning||e.partial||e.pod.hook||(0,ho.hasRequest)(e,"memory",t)||a(e.at("resources","requests"),`Container "${e.name}" sets no memory request`)}}});var W=m(f()),go=m(_()),Hs=new Set("AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT".split(" ")),vo=(0,W.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow capabilities beyond those that the baseline of the Pod Security Standards allows.",why:"Most of them reach out of the container: SYS_ADMIN and ALL are as good as root on the node, NET_ADMIN and NET_RAW let it rewrite or forge network traffic.",howToFix:"Delete what the program does not need. For a port below 1024, NET_BIND_SERVICE is enough.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline","https://man7.org/linux/man-pages/man7/capabilities.7.html"],peers:{polaris:["dangerousCapabilities"],trivy:["KSV-0005","KSV-0022","KSV-0120"],checkov:["CKV_K8S_25","CKV_K8S_39"],kubescape:["C-0046"],kubesec:["CapSysAdmin"],"pod-security-admission":["capabilities_baseline"],datree:["CONTAINERS_INVALID_CAPABILITIES_VALUE"],kyverno:["disallow-capabilities"]},options:{allow:{default:[],description:"Capabilities that may be added all the same, without `CAP_`: `IPC_LOCK`."}},fixable:"unsafe",bad:[{title:"more than the baseline",yaml:W.yaml`
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
                capabilities:
                  add:
                    - NET_BIND_SERVICE
      `}],good:[{title:"what runtimes give anyway",yaml:W.yaml`
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
      `},{title:"a privileged container, which has them all: another rule reports it",yaml:W.yaml`
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
      `}],visit:{container(e,{options:t,report:a}){let{securityContext:o}=e.value,n=o?.capabilities?.add??[];if(!(o?.privileged===!0||(0,go.isWindows)(e.pod)))for(let[s,i]of n.entries()){let r=i.replace(/^CAP_/,"");if(r===""||Hs.has(r)||t.allow.includes(r))continue;let l=e.at("securityContext","capabilities","add",s);a(l,`Container "${e.name}" adds the capability "${i}"`,c=>n.length>1?c.removeItem(l):void 0)}}}});var pe=m(f()),ko=(0,pe.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:'Disallow pods that carry the token of the service account "default".',why:"All pods of a namespace share that account, so a permission that one of them is given is given to all, and to whoever breaks into any.",howToFix:"Set `automountServiceAccountToken: false` when the program does not talk to the API server; else give it a ServiceAccount of its own.",references:["https://kubernetes.io/docs/concepts/security/service-accounts/","https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/"],peers:{"kube-linter":["default-service-account"],kubesec:["ServiceAccountName"],popeye:["300","308"],kyverno:["restrict-service-account"]},crossObject:!0,bad:[{title:"no service account named",yaml:pe.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec: # ✖ The pod carries the token of service account "default"
          containers:
            - name: app
              image: example.com/app:1.0
      `}],good:[{title:"an account of its own",yaml:pe.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          serviceAccountName: web
          containers:
            - name: app
              image: example.com/app:1.0
      `},{title:"no token, by the pod or by the account",yaml:pe.yaml`
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
      `}],visit:{podSpec(e,{index:t,report:a}){let{value:o,object:n}=e;if((o.serviceAccountName??o.serviceAccount??"default")!=="default"||e.containers.every(i=>i.partial))return;(o.automountServiceAccountToken??t.find("ServiceAccount",n.namespace,"default")?.value.automountServiceAccountToken??!0)&&a(e.at("serviceAccountName"),'The pod carries the token of service account "default"')}}});var ue=m(f()),zs={hostNetwork:"network",hostPID:"processes",hostIPC:"inter-process communication"},wo=(0,ue.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow pods in the node's network, process or IPC namespace.",why:"With `hostNetwork` a pod hears the traffic of the node and stands outside every NetworkPolicy; with `hostPID` it sees the environment of all processes, secrets included.",howToFix:"Delete the field. An agent that is there to watch or wire up the node needs it: say so with a podlint-ignore comment.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline"],peers:{"kube-linter":["host-ipc","host-network","host-pid"],polaris:["hostIPCSet","hostNetworkSet","hostPIDSet"],trivy:["KSV-0008","KSV-0009","KSV-0010"],checkov:["CKV_K8S_17","CKV_K8S_18","CKV_K8S_19"],kubescape:["C-0038","C-0041","C-0275","C-0276"],kubesec:["HostIPC","HostNetwork","HostPID"],"pod-security-admission":["hostNamespaces"],datree:["CONTAINERS_INCORRECT_HOSTIPC_VALUE_TRUE","CONTAINERS_INCORRECT_HOSTNETWORK_VALUE_TRUE","CONTAINERS_INCORRECT_HOSTPID_VALUE_TRUE"],kyverno:["disallow-host-namespaces"]},options:{allow:{default:[],description:"Fields that are fine: `hostNetwork`, `hostPID`, `hostIPC`."}},fixable:"unsafe",bad:[{title:"two namespaces of the node",yaml:ue.yaml`
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
      `,fixed:ue.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `}],good:[{title:"namespaces that its own containers share",yaml:ue.yaml`
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
      `}],visit:{podSpec(e,{options:t,report:a}){for(let[o,n]of Object.entries(zs)){if(e.value[o]!==!0||t.allow.includes(o))continue;let s=e.at(o);a(s,`"${o}" shares the node's ${n} with the pod`,i=>i.removeField(s))}}}});var Me=m(f()),Po=(0,Me.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:"Disallow volumes that are directories of the node.",why:"The pod depends on what lies on that node and is bound to it, and what it may read or write there is the node's, not its own.",howToFix:"Use an `emptyDir` for scratch space, a PersistentVolumeClaim for data, a ConfigMap or Secret for files.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{polaris:["hostPathSet"],trivy:["KSV-0023"],kubescape:["C-0048"],"pod-security-admission":["hostPathVolumes","restrictedVolumes"],datree:["CONTAINERS_INCORRECT_KEY_HOSTPATH"],kyverno:["disallow-host-path"]},options:{allow:{default:[],description:"Directories that may be used, with all that is in them: `/var/log`."}},bad:[{title:"data on the node",yaml:Me.yaml`
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
      `}],good:[{title:"scratch space",yaml:Me.yaml`
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
      `}],visit:{podSpec(e,{options:t,report:a}){for(let[o,{name:n,hostPath:s}]of(e.value.volumes??[]).entries()){let i=s?.path;i===void 0||t.allow.some(r=>`${i}/`.startsWith(r.endsWith("/")?r:`${r}/`))||a(e.at("volumes",o,"hostPath","path"),`Volume "${n}" is "${i}" of the node`)}}}});var fe=m(f()),st=m(_()),So=(0,fe.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow `allowPrivilegeEscalation: true`.",why:"A program in it can become root through any setuid file of the image, whichever user it starts as.",howToFix:"Write `allowPrivilegeEscalation: false`. Hardly a program needs it; `sudo` and `ping` in old images do.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["privilege-escalation-container"],polaris:["privilegeEscalationAllowed"],trivy:["KSV-0001"],checkov:["CKV_K8S_20"],kubescape:["C-0016","C-0211"],kubesec:["AllowPrivilegeEscalation"],"pod-security-admission":["allowPrivilegeEscalation"],datree:["CONTAINERS_MISSING_KEY_ALLOWPRIVILEGEESCALATION"],kyverno:["disallow-privilege-escalation"]},fixable:"unsafe",bad:[{title:"escalation that is allowed in so many words",yaml:fe.yaml`
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
                allowPrivilegeEscalation: false
      `}],good:[{title:"not allowed, and a privileged container, which has another rule",yaml:fe.yaml`
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
      `}],visit:{container(e,{report:t}){if(e.value.securityContext?.allowPrivilegeEscalation!==!0||(0,st.isAllPowerful)(e)||(0,st.isWindows)(e.pod))return;let a=e.at("securityContext","allowPrivilegeEscalation");t(a,`Container "${e.name}" allows privilege escalation`,o=>o.replaceValue(a,"false"))}}});var he=m(f()),xo=(0,he.defineRule)({severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow privileged containers.",why:"A privileged container sees every device of its node and runs without the usual confinement, so breaking out of it takes one command.",howToFix:"Delete `privileged` and add only the capabilities that the program needs.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline"],peers:{"kube-linter":["privileged-container"],trivy:["KSV-0017"],checkov:["CKV_K8S_16"],kubescape:["C-0057"],polaris:["runAsPrivileged"],datree:["CONTAINERS_INCORRECT_PRIVILEGED_VALUE_TRUE"]},fixable:"unsafe",bad:[{title:"a privileged container",yaml:he.yaml`
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
      `,fixed:he.yaml`
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
      `}],good:[{title:"one added capability",yaml:he.yaml`
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
      `}],visit:{container(e,{report:t}){if(e.value.securityContext?.privileged!==!0)return;let a=e.at("securityContext","privileged");t(a,`Container "${e.name}" is privileged`,o=>o.replaceValue(a,"false"))}}});var G=m(f()),Ro=m(Q()),Js=[{prefix:"k8s.gcr.io/",fate:"is frozen since 2023-04; registry.k8s.io has the same images",mirror:"registry.k8s.io/"},{prefix:"gcr.io/google-containers/",fate:"gets no updates; Kubernetes publishes to registry.k8s.io"},{prefix:"gcr.io/google_containers/",fate:"gets no updates; Kubernetes publishes to registry.k8s.io"},{prefix:"gcr.io/kubebuilder/",fate:"is closed since 2025-03; kube-rbac-proxy is in quay.io/brancz"},{prefix:"docker.pkg.github.com/",fate:"is replaced by ghcr.io"},{prefix:"docker.io/bitnamilegacy/",fate:"gets no updates since 2025-09"},{prefix:"quay.io/coreos/configmap-reload",fate:"is replaced by ghcr.io/jimmidyson/configmap-reload"},{prefix:"quay.io/coreos/flannel",fate:"is replaced by ghcr.io/flannel-io/flannel"},{prefix:"quay.io/coreos/kube-rbac-proxy",fate:"is replaced by quay.io/brancz/kube-rbac-proxy"},{prefix:"quay.io/coreos/kube-state-metrics",fate:"is replaced by registry.k8s.io/kube-state-metrics/kube-state-metrics"},{prefix:"quay.io/coreos/prometheus-operator",fate:"is replaced by quay.io/prometheus-operator/prometheus-operator"},{prefix:"quay.io/kubernetes-ingress-controller/nginx-ingress-controller",fate:"is replaced by registry.k8s.io/ingress-nginx/controller"}],Co={prefix:"docker.io/bitnami/",fate:"has no versioned images since 2025-09; docker.io/bitnamilegacy keeps the last ones without updates"};function Ys(e){let t=(0,Ro.parseImage)(e);if(typeof t=="string")return;let a=`${t.registry}/${t.repository}`;return a.startsWith(Co.prefix)?/^\d/.test(t.tag??"")&&t.digest===void 0?Co:void 0:Js.find(({prefix:o})=>o.endsWith("/")?a.startsWith(o):a===o)}var Ao=(0,G.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow images from registries that are frozen or closed.",why:"Nothing new is published there, fixes for vulnerabilities least of all, and one day the pull fails: on the next node that the pod moves to.",howToFix:"Pull from the registry that the message names, or copy the image to one of your own.",references:["https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/","https://github.com/bitnami/containers/issues/83267"],peers:{kubescape:["C-0253"],kyverno:["restrict-deprecated-registry"],clusterlint:["docker-pkg-github-com-registry"]},fixable:"safe",bad:[{title:"the former registry of Kubernetes",yaml:G.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: metrics
        spec:
          containers:
            - name: metrics
              image: "k8s.gcr.io/metrics-server/metrics-server:v0.6.1" # ✖ "k8s.gcr.io" is frozen since 2023-04; registry.k8s.io has the same images
      `,fixed:G.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: metrics
        spec:
          containers:
            - name: metrics
              image: "registry.k8s.io/metrics-server/metrics-server:v0.6.1"
      `},{title:"a version from Bitnami",yaml:G.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: cache
        spec:
          containers:
            - name: cache
              image: bitnami/redis:7.2.4 # ✖ "docker.io/bitnami" has no versioned images since 2025-09; docker.io/bitnamilegacy keeps the last ones without updates
      `}],good:[{title:"its successor, and a mirror of one",yaml:G.yaml`
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
      `}],visit:{container(e,{report:t}){let a=e.value.image,o=a===void 0?void 0:Ys(a);if(o===void 0)return;let{prefix:n,fate:s,mirror:i}=o,r=e.at("image");t(r,`"${n.replace(/\/$/,"")}" ${s}`,l=>i===void 0?void 0:l.replaceValue(r,r.tape.source(r.node).replace(n,i)))}}});var U=m(f()),M=m(_()),Io=(0,U.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow `runAsUser: 0`.",why:"User 0 in the container is user 0 on the node: a mounted host file or a kernel bug is all that it takes to own it.",howToFix:"Give the number of the user that the image is made for. What only root can do at the start belongs into an init container, or into `fsGroup` when it is about a volume.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["run-as-non-root"],trivy:["KSV-0105"],"pod-security-admission":["runAsUser"],kyverno:["require-run-as-non-root-user"]},bad:[{title:"root for one container",yaml:U.yaml`
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
      `},{title:"a container that can never start",yaml:U.yaml`
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
      `}],good:[{title:"root for an init container that prepares a volume",yaml:U.yaml`
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
              securityContext:
                runAsUser: 0
      `}],visit:{container(e,{kubernetesVersions:t,report:a}){Number((0,M.effective)(e,"runAsUser")??-1)===0&&((0,M.effective)(e,"runAsNonRoot")===!0?a((0,M.effectivePlace)(e,"runAsUser"),`Container "${e.name}" runs as root, which its "runAsNonRoot" forbids: it cannot start`):e.role!=="init"&&e.value.securityContext?.privileged!==!0&&!(0,M.hasOwnUsers)(e.pod,t)&&a((0,M.effectivePlace)(e,"runAsUser"),`Container "${e.name}" runs as root`))}}});var Fe=m(f()),No=m(Nt()),Xs=/\/(?:docker|containerd|crio|cri-dockerd|podman|dockershim|frakti)\.sock$|^(?:\/var)?\/run\/(?:containerd|crio|docker|podman|k3s|k3s\/containerd|k0s)$/,Eo=(0,Fe.defineRule)({severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow mounts of the container runtime's socket.",why:"Whoever can talk to the runtime can start a privileged container that mounts the whole node: it is root access, whatever else the pod forbids, and read-only does not help.",howToFix:"Build images with a tool that needs no runtime (BuildKit rootless, Kaniko, Buildah); read metrics and logs from the kubelet.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{"kube-linter":["docker-sock"],trivy:["KSV-0006"],checkov:["CKV_K8S_27"],kubescape:["C-0074"],kubesec:["DockerSock"],datree:["CONTAINERS_INCORRECT_PATH_VALUE_DOCKERSOCKET"],kyverno:["disallow-cri-sock-mount","docker-socket-requires-label"],semgrep:["exposing-docker-socket-hostpath"]},bad:[{title:"Docker's socket, and the directory of containerd's",yaml:Fe.yaml`
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
      `}],good:[{title:"the socket of another program",yaml:Fe.yaml`
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
      `}],visit:{podSpec(e,{report:t}){for(let{path:a,place:o}of(0,No.hostPathsOf)(e))Xs.test(a)&&t(o,`"${a}" of the node is mounted: it gives root access to the node`)}}});var Ke=m(f()),Vt=m(Et()),Qs=/^[ \t]*(?:export )?["']?([\w.-]{1,100})["']?[ \t]*[:=][ \t]*["']?([^\s"',;]{1,500})["']?[ \t,;]*$/gm;function Zs(e,t){let a=(0,Vt.secretIn)(e,t);if(a!==void 0||!e.includes(`
`))return a;for(let[,o,n]of e.matchAll(Qs)){let s=(0,Vt.secretIn)(n,o);if(s!==void 0)return s}}var $o=(0,Ke.defineRule)({severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow ConfigMaps that hold a secret.",why:"ConfigMaps are readable by far more people and programs than Secrets, are not encrypted in etcd, and are printed without second thoughts.",howToFix:"Revoke it and put the new one into a Secret; a file that mixes both can become a Secret as a whole.",references:["https://kubernetes.io/docs/concepts/configuration/configmap/","https://kubernetes.io/docs/concepts/security/secrets-good-practices/"],peers:{polaris:["sensitiveConfigmapContent"],trivy:["KSV-0109"],kubescape:["C-0012"]},bad:[{title:"a random value with a telling name, and a token in a file",yaml:Ke.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          db-password: q7Rk2ZpX9vLm4TsW # ✖ "db-password" holds a secret
          app.properties: | # ✖ "app.properties" holds an AWS access key
            url=https://example.com
            bucket.user=AKIAQ3EGRT5ZJ7XWLM4P
      `}],good:[{title:"a certificate, a checksum, a password that comes from the environment, code about passwords",yaml:Ke.yaml`
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
      `}],visit:{ConfigMap(e,{report:t}){for(let[a,o]of Object.entries(e.value.data??{})){let n=Zs(o??"",a);n!==void 0&&t(e.at("data",a),`"${a}" holds ${n}`)}}}});var je=m(f()),$t=m(Et()),Lo=(0,je.defineRule)({severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow environment variables, arguments and commands that hold a secret as plain text.",why:"Everyone who can read the repository, or get the pod from the cluster, has the secret; it stays in the history of both.",howToFix:"Revoke it, put the new one into a Secret (better: let an operator fetch it from a vault) and take it with `valueFrom.secretKeyRef`.",references:["https://kubernetes.io/docs/tasks/inject-data-application/distribute-credentials-secure/"],peers:{"kube-linter":["env-var-secret"],polaris:["sensitiveContainerEnvVar"],kubescape:["C-0012","C-0259"],datree:["ALL_EXPOSED_SECRET_AWS","ALL_EXPOSED_SECRET_GITHUB","ALL_EXPOSED_SECRET_JWT","ALL_EXPOSED_SECRET_PRIVATEKEY"]},bad:[{title:"a token of a known form, and a random value with a telling name",yaml:je.yaml`
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
      `}],good:[{title:"a Secret, a stand-in, and names that only sound like secrets",yaml:je.yaml`
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
      `}],visit:{container(e,{report:t}){let{env:a,args:o,command:n}=e.value;for(let[s,{name:i="",value:r=""}]of(a??[]).entries()){let l=(0,$t.secretIn)(r,i);l!==void 0&&t(e.at("env",s,"value"),`"${i}" of container "${e.name}" holds ${l}`)}for(let[s,i]of[["command",n],["args",o]])for(let[r,l]of(i??[]).entries()){let[,c="",d=l]=/^--?([\w-]+)=(.*)$/s.exec(l)??[],p=(0,$t.secretIn)(d,c);p!==void 0&&t(e.at(s,r),`An argument of container "${e.name}" holds ${p}`)}}}});var We=m(f()),qo=m(Nt()),ei=new Set(["/","/etc","/home","/proc","/root","/run","/var","/var/lib","/var/lib/containerd","/var/lib/containers","/var/lib/docker","/var/lib/kubelet","/var/run"]),ti=["/etc/kubernetes/manifests","/etc/kubernetes/pki","/etc/shadow","/etc/ssh","/etc/sudoers","/root/.kube","/root/.ssh","/var/lib/etcd","/var/lib/kubelet/pki"],ai=/^\/etc\/kubernetes(?:\/[^/]+\.(?:conf|config|json|kubeconfig))?$/,oi=new Set(["/bin","/boot","/lib","/lib64","/sbin","/sys","/usr","/usr/bin","/usr/lib","/usr/local","/usr/local/bin","/usr/sbin"]),ni=({path:e,writable:t})=>ei.has(e)||ai.test(e)||ti.some(a=>e===a||e.startsWith(`${a}/`))||t&&oi.has(e),Do=(0,We.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow mounts of the node's system directories.",why:"They hold the keys of the kubelet, the secrets of all pods on the node and the programs that root runs: who breaks into the pod has the node, often the cluster.",howToFix:"Mount the one file or directory that is needed, read-only. An agent that watches the node needs more: say so with a podlint-ignore comment.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{"kube-linter":["sensitive-host-mounts"],trivy:["KSV-0121"],kubesec:["ProcMount"],kubeaudit:["SensitivePathsMounted"],sonar:["S6433"]},bad:[{title:"all of the node, and its credentials",yaml:We.yaml`
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
      `}],good:[{title:"single files, a read-only /sys, and what nobody mounts",yaml:We.yaml`
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
      `}],visit:{podSpec(e,{report:t}){for(let a of(0,qo.hostPathsOf)(e))ni(a)&&t(a.place,`"${a.path}" of the node is mounted`)}}});var ye=m(f()),Oo=m(_()),_o=(0,ye.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require containers to drop all capabilities.",why:"A container starts with about a dozen powers of root, such as to change the owner of any file or to forge packets; few programs use one of them.",howToFix:"Write `drop: [ALL]`, in capitals as the Pod Security Standards know it, and add back what the program turns out to need.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{polaris:["insecureCapabilities"],trivy:["KSV-0003","KSV-0106"],checkov:["CKV_K8S_37"],kubescape:["C-0211"],kubesec:["CapDropAll"],"pod-security-admission":["capabilities_restricted"],kyverno:["disallow-capabilities-strict","require-drop-all"]},fixable:"unsafe",bad:[{title:"nothing dropped, and not all",yaml:ye.yaml`
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
      `,fixed:ye.yaml`
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
      `}],good:[{title:"all dropped, one added",yaml:ye.yaml`
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
      `}],visit:{container(e,{report:t}){let{securityContext:a}=e.value;a?.capabilities?.drop?.includes("ALL")||a?.privileged===!0||e.partial||(0,Oo.isWindows)(e.pod)||t(e.at("securityContext","capabilities","drop"),`Container "${e.name}" does not drop all capabilities`,o=>o.insertBelow(e.at(),["securityContext","capabilities","drop"],"[ALL]"))}}});var B=m(f()),it=m(_()),Mo=(0,B.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require `allowPrivilegeEscalation: false`.",why:"Left out, it is true: a program can become root through any setuid file of the image, whichever user it starts as.",howToFix:"Add `allowPrivilegeEscalation: false` to the `securityContext` of the container; a pod has no such field.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{polaris:["privilegeEscalationAllowed"],trivy:["KSV-0001"],checkov:["CKV_K8S_20"],kubescape:["C-0016","C-0211"],kubesec:["AllowPrivilegeEscalation"],"pod-security-admission":["allowPrivilegeEscalation"],datree:["CONTAINERS_MISSING_KEY_ALLOWPRIVILEGEESCALATION"],kyverno:["disallow-privilege-escalation"]},fixable:"unsafe",bad:[{title:"containers that leave it to the default",yaml:B.yaml`
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
      `,fixed:B.yaml`
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
      `}],good:[{title:"forbidden",yaml:B.yaml`
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
      `},{title:"a Windows pod, which has no such thing",yaml:B.yaml`
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
      `}],visit:{container(e,{report:t}){e.value.securityContext?.allowPrivilegeEscalation!==void 0||e.partial||(0,it.isAllPowerful)(e)||(0,it.isWindows)(e.pod)||t(e.at("securityContext","allowPrivilegeEscalation"),`Container "${e.name}" does not forbid privilege escalation`,a=>a.insertBelow(e.at(),["securityContext","allowPrivilegeEscalation"],"false"))}}});var be=m(f()),Fo=m(_()),Ko=(0,be.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require containers to have a read-only root file system.",why:"An attacker who gets in can put tools beside the program and change it; with a read-only file system there is nowhere to write.",howToFix:"Set `readOnlyRootFilesystem: true` for the container and mount an `emptyDir` where the program writes, often `/tmp`.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["no-read-only-root-fs"],"kube-score":["container-security-context-readonlyrootfilesystem"],polaris:["notReadOnlyRootFilesystem"],trivy:["KSV-0014"],checkov:["CKV_K8S_22"],kubescape:["C-0017","C-0211"],kubesec:["ReadOnlyRootFilesystem"],datree:["CONTAINERS_INCORRECT_READONLYROOTFILESYSTEM_VALUE"],kyverno:["require-ro-rootfs"]},fixable:"unsafe",bad:[{title:"a root file system that is writable by default, and one on purpose",yaml:be.yaml`
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
      `,fixed:be.yaml`
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
      `}],good:[{title:"read-only, with a place for temporary files",yaml:be.yaml`
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
      `}],visit:{container(e,{report:t}){if(e.value.securityContext?.readOnlyRootFilesystem===!0||e.partial||(0,Fo.isWindows)(e.pod))return;let a=e.at("securityContext","readOnlyRootFilesystem");t(a,`Container "${e.name}" has a writable root file system`,o=>a.node===-1?o.insertBelow(e.at(),["securityContext","readOnlyRootFilesystem"],"true"):o.replaceValue(a,"true"))}}});var H=m(f()),E=m(_());function si(e){if((0,E.effective)(e,"runAsNonRoot")===!0||Number((0,E.effective)(e,"runAsUser")??0)>0)return!0;let t=(0,E.effective)(e,"windowsOptions")?.runAsUserName;return(0,E.isWindows)(e.pod)&&t!==void 0&&t!=="ContainerAdministrator"}var jo=(0,H.defineRule)({severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require containers to run as another user than root.",why:"Without it the image decides, and most images run as root: whoever breaks into the program is one kernel bug away from the node.",howToFix:"Set `runAsNonRoot: true` for the pod: the kubelet then refuses to start an image that would be root. An image whose user is a name needs `runAsUser` too.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{"kube-linter":["run-as-non-root"],polaris:["runAsRootAllowed"],trivy:["KSV-0012"],checkov:["CKV_K8S_23"],kubescape:["C-0013","C-0211"],kubesec:["RunAsNonRoot"],"pod-security-admission":["runAsNonRoot"],datree:["CONTAINERS_INCORRECT_RUNASNONROOT_VALUE"],kyverno:["require-run-as-nonroot"]},fixable:"unsafe",bad:[{title:"a container that overrides its pod, and one that says nothing",yaml:H.yaml`
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
      `,fixed:H.yaml`
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
      `}],good:[{title:"said once for the pod",yaml:H.yaml`
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
      `},{title:"a user namespace: root in the pod is nobody on the node",yaml:H.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostUsers: false
          containers:
            - name: app
              image: example.com/app:1.0
      `}],visit:{container(e,{kubernetesVersions:t,report:a}){if(e.partial||si(e)||(0,E.hasOwnUsers)(e.pod,t)||Number((0,E.effective)(e,"runAsUser"))===0)return;let o=(0,E.effectivePlace)(e,"runAsNonRoot");a(o,`Container "${e.name}" may run as root`,n=>o.node===-1?n.insertBelow(e.at(),["securityContext","runAsNonRoot"],"true"):n.replaceValue(o,"true"))}}});var ge=m(f()),Go=m(Lt()),Uo=m(Ee()),Bo=(0,ge.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow keys that kubectl reads as something else than what is written.",why:'For kubectl `on`, `yes` and `1.10` are booleans and numbers even as keys, so a file of a ConfigMap ends up with the name "true" or "1.1".',howToFix:"Put the key in quotes.",references:["https://kubernetes.io/docs/concepts/configuration/configmap/","https://yaml.org/type/bool.html"],peers:{},fixable:"unsafe",bad:[{title:"names of files that are words and numbers to YAML",yaml:ge.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: flags
        data:
          on: all the lamps # ✖ Key "on" is read as "true"
          1.10: notes # ✖ Key "1.10" is read as "1.1"
      `,fixed:ge.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: flags
        data:
          "on": all the lamps
          "1.10": notes
      `}],good:[{title:"in quotes, and a number that stays what it is",yaml:ge.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: flags
        data:
          "on": all the lamps
          8080: web
      `}],visit:{object(e,{report:t}){for(let{written:a,node:o,isKey:n,place:s}of(0,Go.reinterpretedScalars)(e))n&&t((0,Uo.atKey)(s),`Key "${a}" is read as "${e.tape.key(o)}"`,i=>i.renameKey(s,`"${a}"`))}}});var ve=m(f()),Ho=m(Lt()),ii=/^(y|yes|n|no|on|off)$/i,ri=/^[-+]?(0[0-7_]+|0b[01_]+|0x[0-9a-f]*_[0-9a-f_]*|[0-9]+_[0-9_]*)$/i,ci=["mode","defaultMode"],zo=(0,ve.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow values that YAML 1.1 and YAML 1.2 read differently.",why:"To kubectl and Helm `yes` is true and `010` is 8. Tools for YAML 1.2 read a text and 10, so what they show, check or generate is not what is applied.",howToFix:"Write `true`, `false` or a decimal number, or put the value in quotes where a text is meant.",references:["https://yaml.org/type/bool.html","https://yaml.org/spec/1.2.2/#103-core-schema"],peers:{},fixable:"safe",bad:[{title:"a word and an octal number",yaml:ve.yaml`
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
      `,fixed:ve.yaml`
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
      `}],good:[{title:"texts in quotes, and a file mode",yaml:ve.yaml`
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
      `}],visit:{object(e,{report:t}){let{tape:a}=e;for(let{written:o,node:n,isKey:s,place:i}of(0,Ho.reinterpretedScalars)(e)){let r=ri.test(o);if(s||!(r||ii.test(o)))continue;let l=a.scalar(n);if(i.key!==-1&&ci.includes(a.key(i.key)))continue;let c=r&&/^[-+]?[0-9]+$/.test(o)?Number(o):"a text";c!==l&&t(i,`Value "${o}" is ${l} to kubectl and ${c} to YAML 1.2`,d=>d.replaceValue(i,String(l)))}}}});var ke=m(f()),Xo=m(Ee()),Qo=m(Yo()),mi=["configMap","secret","downwardAPI","projected"],li=["configMap","secret","downwardAPI"];function di(e){if(!/^[4-7][04-7][04-7]$/.test(e))return!1;let[t,a,o]=[...e].map(Number);return(t&a)===a&&(a&o)===o}var Zo=(0,ke.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow file modes that look octal but are decimal.",why:"Without its leading zero, `400` is the mode 0620: the group may write the key, and its owner is not alone. Above 511 the API server refuses the number.",howToFix:"Write the leading zero, `0400`; in JSON, which has no octal numbers, the decimal value, 256.",references:["https://kubernetes.io/docs/concepts/configuration/secret/#secret-files-permissions"],peers:{},fixable:"unsafe",bad:[{title:"a mode without its zero",yaml:ke.yaml`
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
      `,fixed:ke.yaml`
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
      `}],good:[{title:"octal, or the decimal number of a sensible mode",yaml:ke.yaml`
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
      `}],visit:{podSpec(e,{report:t}){let a=(o,n)=>{if(o===void 0||!di(String(o)))return;let s=n();if(s.tape.kind(s.node)!==Qo.Kind.plain||s.tape.source(s.node)!==String(o))return;let i=s.source.file.endsWith(".json")?String(parseInt(String(o),8)):`0${o}`;t(s,`File mode ${o} is decimal and means 0${o.toString(8)}`,r=>r.replaceValue(s,i))};for(let[o,n]of(e.value.volumes??[]).entries()){for(let s of mi)if(a(n[s]?.defaultMode,()=>e.at("volumes",o,s,"defaultMode")),s!=="projected")for(let[i,{mode:r}]of(n[s]?.items??[]).entries())a(r,()=>e.at("volumes",o,s,"items",i,"mode"));for(let[s,i]of(n.projected?.sources??[]).entries())for(let r of li)for(let[l,{mode:c}]of(i[r]?.items??[]).entries())a(c,()=>(0,Xo.below)(e.at("volumes",o,"projected","sources",s),r,"items",l,"mode"))}}}});var en=require("node:util"),z=m(f()),tn=(0,z.defineRule)({severity:"warning",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow setting an environment variable of a container twice.",why:"The last one wins. Server-side apply refuses the object, and a client-side apply may drop one of the two, not always the same.",howToFix:"Delete the value that is out of date.",references:["https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/"],peers:{"kube-linter":["duplicate-env-var"],"kube-score":["environment-variable-key-duplication"],kubescape:["C-0295"],sonar:["S6907"]},fixable:"safe",bad:[{title:"the same value twice",yaml:z.yaml`
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
      `,fixed:z.yaml`
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
      `},{title:"two values, of which the last one counts",yaml:z.yaml`
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
      `}],good:[{title:"a value that extends the one before",yaml:z.yaml`
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
      `}],visit:{container(e,{report:t}){let a=e.value.env??[],o=new Map;for(let[n,{name:s,value:i,valueFrom:r}]of a.entries()){if(s===void 0)continue;let l=o.get(s);if(o.set(s,n),l===void 0||i!==void 0&&i!==`$(${s})`&&i.includes(`$(${s})`))continue;let c=(0,en.isDeepStrictEqual)([i,r],[a[l].value,a[l].valueFrom]),d=[{place:e.at("env",l,"name"),message:"first here"}],p=c&&i?.includes("$(")!==!0,h=`Environment variable "${s}" of container "${e.name}" is set twice${c?"":", to different values"}`;t(e.at("env",n,"name"),h,p?b=>b.removeItem(e.at("env",n)):void 0,{related:d})}}}});var Ge=m(f()),an=(0,Ge.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow the same key twice in one map.",why:"Only the last value counts, so what stands above it is silently lost; with strict validation the API server refuses the object.",howToFix:"Delete the key that is not meant, or merge the two values.",references:["https://yaml.org/spec/1.2.2/#3213-node-comparison"],peers:{monokle:["YML010"],kubeconform:["-strict"],yamllint:["key-duplicates"]},bad:[{title:"a label twice",yaml:Ge.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          labels:
            app: web
            app: shop # ✖ Key "app" is set twice in the same map
      `}],good:[{title:"two labels",yaml:Ge.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          labels:
            app: web
            part-of: shop
      `}]});var Ue=m(f()),on=(0,Ue.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow two items of a list that the API tells apart by the same key.",why:"Server-side apply refuses the object, and a client-side apply merges the two into one.",howToFix:"Give each item a key of its own, or delete one of them.",references:["https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy"],peers:{kubeconform:["(none)"],"flux-schema":["(list map)"]},bad:[{title:"two conditions for one gate",yaml:Ue.yaml`
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
      `}],good:[{title:"an item for each key",yaml:Ue.yaml`
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
      `}]});var F=m(f()),sn=m(Ee()),mt=m(rt()),qt=1000000000n,pi=1000000n*qt,ui=["memory","ephemeral-storage","storage"];function fi(e,t,a){let o=(0,mt.parseQuantity)(t);if(o===void 0||o.nanos<=0n)return;let n=String(t).trim(),s=/^[0-9.]+/.exec(n)?.[0]??"",i=n.slice(s.length);if(e==="cpu"){if(o.nanos<=BigInt(a)*qt)return;let r=`is ${o.nanos/qt} cores`;return["","Mi","M"].includes(i)?{reason:r,meant:`${s}m`}:{reason:r}}if(!(0,mt.isInteger)(o))return{reason:"is a fraction of a byte",...i==="m"&&{meant:`${s}Mi`}};if(!(o.nanos>=pi))return{reason:"is less than 1M",...i===""&&{meant:`${s}${e==="memory"?"Mi":"Gi"}`}}}var rn=(0,F.defineRule)({severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow amounts of memory, storage and CPU that nobody means.",why:"The API server takes them, but no node has 500 cores to spare, and no program fits into half a byte of memory: the pod stays pending, or its container never starts.",howToFix:"Mind the units: `m` is a thousandth and belongs to CPU, `Mi` and `Gi` belong to memory and storage, and a bare number is bytes or whole cores.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#resource-units-in-kubernetes"],peers:{},fixable:"unsafe",options:{maxCores:{default:128,description:"The most cores of CPU that a container may plausibly ask for."}},bad:[{title:"bytes in place of gibibytes",yaml:F.yaml`
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
      `,fixed:F.yaml`
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
      `},{title:"units of the other resource",yaml:F.yaml`
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
      `,fixed:F.yaml`
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
      `}],good:[{title:"thousandths of a core, and bytes in powers of two",yaml:F.yaml`
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
      `}],visit:{container(e,{options:t,report:a}){for(let o of["requests","limits"])for(let[n,s]of Object.entries(e.value.resources?.[o]??{}))s!==void 0&&ct(n,s,t.maxCores,()=>e.at("resources",o,n),a)},podSpec(e,{options:t,report:a}){for(let[o,{emptyDir:n}]of(e.value.volumes??[]).entries())n?.sizeLimit!==void 0&&ct("storage",n.sizeLimit,t.maxCores,()=>e.at("volumes",o,"emptyDir","sizeLimit"),a)},PersistentVolumeClaim(e,{options:t,report:a}){let o=e.value.spec?.resources?.requests?.storage;o!==void 0&&ct("storage",o,t.maxCores,()=>e.at("spec","resources","requests","storage"),a)},StatefulSet(e,{options:t,report:a}){for(let[o,n]of(e.value.spec?.volumeClaimTemplates??[]).entries()){let s=n.spec?.resources?.requests?.storage;s!==void 0&&ct("storage",s,t.maxCores,()=>(0,sn.below)(e.at("spec","volumeClaimTemplates",o),"spec","resources","requests","storage"),a)}}}});function ct(e,t,a,o,n){if(e!=="cpu"&&!ui.includes(e))return;let s=fi(e,t,a);if(s===void 0)return;let i=o(),{meant:r}=s;n(i,`"${e}" ${t} ${s.reason}`,r===void 0?void 0:l=>l.replaceText(i,r))}var we=m(f()),cn=(0,we.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow fields that the type does not have.",why:"The API server refuses the object, or drops the field without a word, so what it should set is never set.",howToFix:"Write the field as the API reference spells it, at the level where it belongs.",references:["https://kubernetes.io/docs/reference/using-api/api-concepts/#validation-for-unrecognized-or-duplicate-fields"],peers:{kubeconform:["-strict"],"kubectl-validate":["(default)"],monokle:["K8S001"]},fixable:"unsafe",bad:[{title:"resource instead of resources",yaml:we.yaml`
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
      `,fixed:we.yaml`
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
      `}],good:[{title:"the right name",yaml:we.yaml`
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
      `}]});var Be=m(f()),mn=(0,Be.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow kinds that the groups of Kubernetes do not have.",why:'The API server answers "no matches for kind": the name is misspelt, or the object is in another group or version.',howToFix:"Write the kind and apiVersion that the message proposes.",references:["https://kubernetes.io/docs/reference/kubernetes-api/"],peers:{monokle:["K8S004"],kubeconform:["(missing schema)"]},bad:[{title:"a misspelt kind",yaml:Be.yaml`
        apiVersion: apps/v1
        kind: Deploymnet # ✖ apps/v1 of Kubernetes 1.37 has no kind "Deploymnet", did you mean "Deployment"?
        metadata:
          name: web
      `}],good:[{title:"a custom resource",yaml:Be.yaml`
        apiVersion: example.com/v1
        kind: Widget
        metadata:
          name: web
      `}]});var He=m(f()),ln=(0,He.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Require the fields that the API needs.",why:"The API server refuses an object that lacks them.",howToFix:"Add the field that the message names.",references:["https://kubernetes.io/docs/reference/kubernetes-api/"],peers:{kubeconform:["(schema)"],"kubectl-validate":["(schema)"]},bad:[{title:"a role binding without a role",yaml:He.yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding # ✖ RoleBinding needs "roleRef"
        metadata:
          name: readers
        subjects:
          - kind: User
            name: jane
            apiGroup: rbac.authorization.k8s.io
      `}],good:[{title:"all that it needs",yaml:He.yaml`
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
      `}]});var ze=m(f()),dn=(0,ze.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Require apiVersion and kind in every object.",why:"Without them nobody can tell what the object is, and kubectl refuses it.",howToFix:'Write both fields at the top of the document, for example "apiVersion: v1" and "kind: ConfigMap".',references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields"],peers:{kubeval:["(missing kind)"]},bad:[{title:"an object without apiVersion",yaml:ze.yaml`
        kind: ConfigMap # ✖ The object has no "apiVersion"
        metadata:
          name: settings
      `}],good:[{title:"both fields",yaml:ze.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
      `}]});var Pe=m(f()),pn=m(Q()),hi=/\{\{.*?\}\}|\$?\{[^{}]*\}|\$\([^()]*\)|\$[A-Za-z_]\w*|<[^<>]+>|%[A-Za-z_]\w*%|__[A-Z_]+__/,un=(0,Pe.defineRule)({severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Require image references that a container runtime can read.",why:"The API server takes any text for an image, so the mistake only shows on the node: the pod stays in `InvalidImageName`.",howToFix:"Write `registry/repository:tag`, all lower case before the tag. When something fills in the placeholder before it is applied, lint its output instead.",references:["https://kubernetes.io/docs/concepts/containers/images/#image-names"],peers:{polaris:["tagNotSpecified"]},options:{allowPlaceholders:{default:!1,description:"Say nothing about placeholders such as `${TAG}`, because Flux or another tool fills them in."}},bad:[{title:"capitals, a scheme, a template that nobody filled in",yaml:Pe.yaml`
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
      `}],good:[{title:"a registry with a port, a tag and a digest",yaml:Pe.yaml`
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
      `},{title:"a Go package that ko builds and replaces by its image",yaml:Pe.yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: ko://example.com/Team/cmd/web
      `}],visit:{container(e,{options:t,report:a}){let o=e.value.image;if(o===void 0||o===""||o!==o.trim()||o.startsWith("ko://"))return;let n=hi.exec(o);if(n!==null){t.allowPlaceholders||a(e.at("image"),`Image "${o}" still has the placeholder "${n[0]}"`);return}let s=(0,pn.parseImage)(o);typeof s=="string"&&a(e.at("image"),`Image "${o}" ${s}`)}}});var Je=m(f()),fn=(0,Je.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow values of a type that the field does not take.",why:"The API server cannot decode the object and refuses it as a whole, whatever else it says.",howToFix:"Quote text that looks like a number or a boolean; write numbers and booleans without quotes.",references:["https://kubernetes.io/docs/reference/using-api/api-concepts/"],peers:{kubeconform:["(schema)"],"kubectl-validate":["(schema)"],monokle:["K8S001"]},bad:[{title:"text for a number",yaml:Je.yaml`
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
      `}],good:[{title:"a number",yaml:Je.yaml`
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
      `}]});var Ye=m(f()),hn=(0,Ye.defineRule)({severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow text that is not YAML as kubectl reads it.",why:"The API server refuses the whole document, and nothing in it can be checked.",howToFix:"Mend the text at the place that the message names: mostly indentation, a missing quote or a tab.",references:["https://yaml.org/spec/1.1/"],peers:{kubeconform:["(parse error)"],monokle:["YML001"],yamllint:["syntax"]},bad:[{title:"a quote that is never closed",yaml:Ye.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          motd: "hello # ✖ The quote is never closed
      `}],good:[{title:"a quoted text",yaml:Ye.yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          motd: "hello"
      `}]});var yn=[{...ya,category:"best-practice",id:"no-default-namespace"},{...ka,category:"best-practice",id:"no-mixed-tiers"},{...wa,category:"best-practice",id:"no-namespace-mix"},{...Ta,category:"deprecation",id:"no-deprecated-api"},{...Va,category:"deprecation",id:"no-deprecated-node-label"},{...$a,category:"deprecation",id:"no-removed-api"},{...La,category:"networking",id:"no-duplicate-port-name"},{...Da,category:"networking",id:"no-port-collision"},{...Fa,category:"references",id:"no-service-without-pod"},{...Ga,category:"references",id:"no-unknown-target-port"},{...Ha,category:"reliability",id:"no-end-of-life-image"},{...Ja,category:"reliability",id:"no-floating-image-tag"},{...Qa,category:"reliability",id:"no-naked-pod"},{...Za,category:"reliability",id:"no-single-replica"},{...to,category:"reliability",id:"no-static-pod-reference"},{...ao,category:"reliability",id:"require-liveness-probe"},{...io,category:"reliability",id:"require-pod-disruption-budget"},{...co,category:"reliability",id:"require-readiness-probe"},{...po,category:"resources",id:"require-cpu-request"},{...fo,category:"resources",id:"require-memory-limit"},{...yo,category:"resources",id:"require-memory-request"},{...vo,category:"security",id:"no-dangerous-capability"},{...ko,category:"security",id:"no-default-service-account"},{...wo,category:"security",id:"no-host-namespace"},{...Po,category:"security",id:"no-host-path"},{...So,category:"security",id:"no-privilege-escalation"},{...xo,category:"security",id:"no-privileged-container"},{...Ao,category:"security",id:"no-retired-registry"},{...Io,category:"security",id:"no-root-user"},{...Eo,category:"security",id:"no-runtime-socket"},{...$o,category:"security",id:"no-secret-in-config-map"},{...Lo,category:"security",id:"no-secret-in-env"},{...Do,category:"security",id:"no-sensitive-host-path"},{..._o,category:"security",id:"require-dropped-capabilities"},{...Mo,category:"security",id:"require-no-new-privileges"},{...Ko,category:"security",id:"require-read-only-root-filesystem"},{...jo,category:"security",id:"require-run-as-non-root"},{...Bo,category:"validity",id:"no-ambiguous-key"},{...zo,category:"validity",id:"no-ambiguous-scalar"},{...Zo,category:"validity",id:"no-decimal-file-mode"},{...tn,category:"validity",id:"no-duplicate-env"},{...an,category:"validity",id:"no-duplicate-key"},{...on,category:"validity",id:"no-duplicate-list-item"},{...rn,category:"validity",id:"no-implausible-quantity"},{...cn,category:"validity",id:"no-unknown-field"},{...mn,category:"validity",id:"no-unknown-kind"},{...ln,category:"validity",id:"require-field"},{...dn,category:"validity",id:"require-kind"},{...un,category:"validity",id:"valid-image-reference"},{...fn,category:"validity",id:"valid-type"},{...hn,category:"validity",id:"valid-yaml"}];var Dt=m(f());var lt=m(ce()),Se=m(J()),gn=y({id:"valid-daemon-set",since:"0.1.0",summary:"Require a DaemonSet whose selector matches its pod template.",why:"The API server refuses a DaemonSet that would not select its own pods, and the selector cannot be changed later.",howToFix:"Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#pod-selector"],bad:[{title:"labels that the selector does not match",yaml:Dt.yaml`
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
        `}],good:[{title:"the selector matches the labels",yaml:Dt.yaml`
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
        `}]},[u("apps/v1 DaemonSetSpec",{fields:{selector:[]},check(e,t){let a=e;a.selector!==void 0&&(0,lt.isEmptySelector)(a.selector)&&t.report(["selector"],"Invalid","must not be empty, since it would select every pod"),(0,lt.selectorMatches)(a.selector,(0,Se.templateLabels)(a))===!1&&(0,Se.reportMismatch)(t),(0,Se.checkAlwaysRuns)(a,t)}})]);var Ot=m(f());var dt=m(J()),vn=y({id:"valid-deployment",since:"0.1.0",summary:"Require a Deployment whose selector matches its pod template.",why:"The API server refuses a Deployment that would not select its own pods, and the selector cannot be changed later.",howToFix:"Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector"],bad:[{title:"labels that the selector does not match",yaml:Ot.yaml`
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
        `}],good:[{title:"the selector matches the labels",yaml:Ot.yaml`
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
        `}]},[u("apps/v1 DeploymentSpec",{fields:{selector:[]},check(e,t){(0,dt.checkSelector)(e,t),(0,dt.checkAlwaysRuns)(e,t)}})]);var _t=m(f());var pt=m(J()),kn=y({id:"valid-replica-set",since:"0.1.0",summary:"Require a ReplicaSet whose selector matches its pod template.",why:"The API server refuses a ReplicaSet that would not select its own pods, and the selector cannot be changed later.",howToFix:"Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/replicaset/#pod-selector"],bad:[{title:"labels that the selector does not match",yaml:_t.yaml`
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
        `}],good:[{title:"the selector matches the labels",yaml:_t.yaml`
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
        `}]},[u("apps/v1 ReplicaSetSpec",{fields:{selector:[]},check(e,t){(0,pt.checkSelector)(e,t),(0,pt.checkAlwaysRuns)(e,t)}})]);var Mt=m(f());var ut=m(J()),wn=y({id:"valid-stateful-set",since:"0.1.0",summary:"Require a StatefulSet whose selector matches its pod template.",why:"The API server refuses a StatefulSet that would not select its own pods, and the selector cannot be changed later.",howToFix:"Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-selector"],bad:[{title:"labels that the selector does not match",yaml:Mt.yaml`
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
        `}],good:[{title:"the selector matches the labels",yaml:Mt.yaml`
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
        `}]},[u("apps/v1 StatefulSetSpec",{fields:{selector:[]},check(e,t){(0,ut.checkSelector)(e,t),(0,ut.checkAlwaysRuns)(e,t)}})]);var jt=m(f());var Y=m(V()),ft=m(ce()),Xe=m(J()),Ft=["job-name","batch.kubernetes.io/job-name"],Kt=["controller-uid","batch.kubernetes.io/controller-uid"],Sn=52,xn="00000000-0000-0000-0000-000000000000",xe=["spec","template","metadata","labels"];function yi(e,t,a,{minor:o,report:n}){let s=e.metadata?.generateName??"",i=e.metadata?.name??"",r=i===""&&s!==""?(0,Y.generatedName)(s):i,l={};for(let h of Ft)l[h]=r;for(let h of Kt)l[h]=xn;for(let h of Ft)a[h]!==void 0&&a[h]!==r&&n([...xe,h],"Invalid",`Label "${h}" must be the name of the Job, or left to the API server`,{path:`spec.template.metadata.labels[${h}]`});for(let h of Kt)a[h]!==void 0&&n([...xe,h],"Invalid",`Label "${h}" must be left to the API server`,{path:`spec.template.metadata.labels[${h}]`});let c=i===""?"generateName":"name",d=Ft.filter(h=>a[h]===void 0);for(let h of o>=37?d.slice(0,1):d)for(let b of(0,Y.labelValue)(r)??[])n(["metadata",c],"Invalid",`The name of the Job becomes the label "${h}" of its pods, which ${b}`,{path:"spec.template.labels"});let p={...t,matchLabels:{[Kt[1]]:xn,...t.matchLabels}};(0,ft.selectorMatches)(p,l)===!1&&n(["spec","selector"],"Invalid",'must be left to the API server unless "manualSelector" is true'),(0,ft.selectorMatches)(p,{...l,...a})===!1&&n(xe,"Invalid",'must match "selector"')}function bi(e,t){let{spec:a}=e;if(a===void 0)return;let o=a.selector,n=(0,Xe.templateLabels)(a);a.manualSelector!==!0?yi(e,o??{},n,t):o===void 0?(t.report(["spec","selector"],"Required",'is required where "manualSelector" is true'),t.report(xe,"Invalid","cannot match a selector that is missing")):(0,ft.selectorMatches)(o,n)===!1&&t.report(xe,"Invalid",'must match "selector"')}function gi({metadata:e,spec:t},{report:a}){let o=t?.completions??(t?.parallelism===void 0?1:0),n=e?.name??"";if(!(t?.completionMode!=="Indexed"||o<=0||n===""))for(let s of(0,Y.dnsLabel)(`${n}-${o-1}`)??[])a(["metadata","name"],"Invalid",`"${n}" makes the pod name "${n}-${o-1}", which ${s}`)}var Cn=y({id:"valid-job",since:"0.1.0",summary:"Require a Job that leaves its selector to the API server, and a name that its pods can have.",why:"The API server selects the pods of a Job by labels of its own, and refuses a selector or labels that disagree with them.",howToFix:"Delete `selector` and the labels `job-name` and `controller-uid`, and keep the name of the Job at 63 characters.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/job/#specifying-your-own-pod-selector"],bad:[{title:"a selector of its own",yaml:jt.yaml`
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
        `}],good:[{title:"no selector",yaml:jt.yaml`
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
        `}]},[u("batch/v1 Job",{check(e,t){(0,Xe.reportLabelsOfObject)(e.metadata?.labels,(0,Xe.templateLabels)(e.spec??{}),xe,t),bi(e,t),gi(e,t)}}),u("batch/v1 CronJob",{check({metadata:e,spec:t},{report:a}){let[o,n]=(e?.name??"")===""?["generateName",(0,Y.generatedName)(e?.generateName??"")]:["name",e.name];n.length>Sn&&a(["metadata",o],"Invalid",`makes names of Jobs that are too long: a CronJob can have at most ${Sn} characters`,{path:"metadata.name"});let s=t?.jobTemplate?.spec;s?.selector!==void 0&&a(["spec","jobTemplate","spec","selector"],"Invalid","must be left to the API server"),s?.manualSelector===!0&&a(["spec","jobTemplate","spec","manualSelector"],"NotSupported","may not be true in a CronJob")}})]);var Wt=m(f());var Rn=m(V()),Qe=1048576,Gt=e=>{if(typeof e!="string")return e.length;let t=e.replace(/[\r\n=]/g,"").length;return Math.floor(t*3/4)},An=y({id:"valid-config-map",since:"0.1.0",summary:"Require ConfigMaps whose keys can be file names, and which are not too large.",why:"Keys become names of files and variables; a key that cannot be one, or more than 1 MiB of values, makes the API server refuse the object.",howToFix:'Use letters, digits, "-", "_" and "." in keys, and split what is larger than 1 MiB into several ConfigMaps or put it into an image.',references:["https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-object"],bad:[{title:"a path as a key",yaml:Wt.yaml`
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: settings
          data:
            etc/app.conf: "" # ✖ Key "etc/app.conf" must consist of letters, digits, "-", "_" and "."
        `}],good:[{title:"a file name as a key",yaml:Wt.yaml`
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: settings
          data:
            app.conf: ""
        `}]},[u("core/v1 ConfigMap",{check({data:e={},binaryData:t={}},{report:a}){let o=0;for(let[n,s]of[["data",e],["binaryData",t]])for(let[i,r]of Object.entries(s)){for(let l of(0,Rn.configMapKey)(i)??[])a([n,i],"Invalid",`Key "${i}" ${l}`,{path:`${n}[${i}]`});o+=n==="data"?Buffer.byteLength(r??""):Gt(r??"")}for(let n of Object.keys(t))n in e&&a(["data",n],"Invalid",`Key "${n}" is in "binaryData" too`,{path:`data[${n}]`});o>Qe&&a([],"TooLong",`ConfigMap has ${o} bytes of values, and may have ${Qe}`,{path:"[]"})}})]);var Ut=m(f());var Ae=m(ht()),Tn=()=>({describes:"1 to 65535",test(e){let t=typeof e=="number"&&e!==0?(0,Ae.portNumber)(e):void 0;return t===void 0?void 0:{code:"Invalid",message:t}}}),Ce=({protocol:e=""})=>e===""?"TCP":e;function Re({hostPort:e=0,containerPort:t=0},{pod:a}){return e===0&&a?.spec.hostNetwork===!0&&!a.template?t:e}function vi(e,t){let a=(s,i,r,l,c,d)=>t.report([s,i,"ports",r,"hostPort"],l,c,d===void 0?{}:{path:`${t.path}.${d}`}),o=new Set,n=(s,i)=>{let r=Re(i,t),l=`${Ce(i)}/${i.hostIP??""}/${r}`;return r===0||!s.has(l)?(s.add(l),!0):!1};for(let[s,{ports:i=[]}]of(e.containers??[]).entries())for(let[r,l]of i.entries()){let c=Re(l,t);n(o,l)||a("containers",s,r,"Duplicate",`Host port ${c}/${Ce(l)} is taken by another port of the pod`),e.hostNetwork===!0&&c!==0&&c!==(l.containerPort??0)&&a("containers",s,r,"Invalid",'must equal "containerPort" in the network of the host')}for(let[s,{ports:i=[]}]of(e.initContainers??[]).entries()){let r=new Set;for(let[l,c]of i.entries())n(r,c)||a("initContainers",s,l,"Duplicate",`Host port ${Re(c,t)}/${Ce(c)} is taken by another port of the container`,`initContainers[0].ports[${l}].hostPort`)}}function ki(e,t){let{minor:a,warn:o}=t,n=[],s=new Map,i=(r,l)=>{for(let[c,d]of l.entries())for(let[p,h]of(d.ports??[]).entries()){let b=[r,c,"ports",p],k=Re(h,t),{hostIP:x="",name:C=""}=h;x!==""&&k===0&&o(b,`Port ${h.containerPort} has a "hostIP" without "hostPort"`);let I=s.get(C);a>=33&&C!==""&&I!==void 0&&I!==`${r}[${c}]`?o([...b,"name"],`Port name "${C}" is used by another container: whoever looks for it finds only that one`):C!==""&&s.set(C,`${r}[${c}]`);for(let A of n){if(A.port.containerPort!==h.containerPort||Ce(A.port)!==Ce(h))continue;let X=A.port.hostIP??"",pa=A.hostPort===k&&X===x?"is defined twice":A.hostPort===0||k===0?"is defined with and without a host port":void 0,ua=A.hostPort===k&&X===""!=(x==="")?"is defined for one host address and for all":void 0;if((pa??ua)!==void 0){o(b,`Port ${h.containerPort}/${Ce(h)} ${pa??ua}`);break}}n.push({port:h,hostPort:k})}};i("initContainers",e.initContainers??[]),i("containers",e.containers??[])}var Nn=y({id:"valid-container-port",since:"0.1.0",summary:"Require ports that the API server takes, and host ports that do not collide.",why:"The API server refuses a pod with a port out of range, an unknown protocol, a malformed or repeated name, or a host port twice.",howToFix:'Use numbers from 1 to 65535, the protocols TCP, UDP and SCTP in capitals, and names of at most 15 lower case letters, digits and "-".',references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports"],bad:[{title:"a name that is too long, a protocol in lower case, a host port twice",yaml:Ut.yaml`
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
        `}],good:[{title:"one host port for each protocol",yaml:Ut.yaml`
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
        `}]},[u("core/v1 ContainerPort",{fields:{name:R("a port name",Ae.portName),containerPort:$(Tn()),hostPort:Tn(),protocol:T("TCP","UDP","SCTP")},check(e,t){if((e.hostPort??0)!==0||Re(e,t)===0||!/\.(?:initC|c)ontainers\[/.test(t.path))return;let a=(0,Ae.portNumber)(Re(e,t));a!==void 0&&t.report(["hostPort"],"Invalid",`which equals "containerPort" in the network of the host, ${a}`)}}),u("core/v1 Container",{unique:{ports:{key:"name",of:({name:e})=>e!==void 0&&(0,Ae.portName)(e)===void 0?e:void 0}}}),u("core/v1 PodSpec",{check(e,t){vi(e,t),ki(e,t)}})]);var Bt=m(f());var Ht=m(V()),En=["Always","IfNotPresent","Never"],Vn=["File","FallbackToLogsOnError"],$n=["Always","Never","OnFailure"],Ln=e=>e.map(t=>`"${t}"`).join(", ");function Ze({path:e,pod:t}){let a=/\.initContainers\[(\d+)\]/.exec(e)?.[1];return a!==void 0&&t?.spec.initContainers?.[Number(a)]?.restartPolicy!=="Always"}function wi(e,{minor:t,field:a,report:o}){let{restartPolicy:n,restartPolicyRules:s=[]}=e,i=a==="initContainers";if(t>=35?n!==void 0&&!$n.includes(n)&&o(["restartPolicy"],"NotSupported",`must be one of ${Ln($n)}`):n!==void 0&&!i?o(["restartPolicy"],"Forbidden","may be set on init containers only"):n!==void 0&&n!=="Always"&&t>=29&&o(["restartPolicy"],"NotSupported",'must be "Always", which makes a sidecar'),t<35)return;s.length>0&&n===void 0&&o(["restartPolicy"],"Required",'is required beside "restartPolicyRules"'),s.length>20&&o(["restartPolicyRules"],t===35?"TooLong":"TooMany","must have at most 20 items"),t===35&&i&&n==="Always"&&s.length>0&&o(["restartPolicyRules"],"Forbidden","may not be set on a sidecar");let r=t>=36?["Restart","RestartAllContainers"]:["Restart"];for(let[l,{action:c="",exitCodes:d}]of s.entries()){let p=["restartPolicyRules",l];if(r.includes(c)||o([...p,"action"],"NotSupported",`must be one of ${Ln(r)}`),d===void 0){o([...p,"exitCodes"],"Required","is required");continue}d.operator!=="In"&&d.operator!=="NotIn"&&o([...p,"exitCodes","operator"],"NotSupported",'must be one of "In", "NotIn"'),(d.values?.length??0)>255&&o([...p,"exitCodes","values"],t===35?"TooLong":"TooMany","must have at most 255 items")}}var Pi=["ports","resources","livenessProbe","readinessProbe","startupProbe","lifecycle","resizePolicy","restartPolicy","restartPolicyRules"],Si=["lifecycle","livenessProbe","readinessProbe","startupProbe"],xi=e=>Object.keys(e).join()==="stopSignal";function qn(e,{pod:t,report:a}){e!==void 0&&e!==""&&t?.template!==!0&&e!==e.trim()&&a(["image"],"Invalid","must not begin or end with white space")}var Dn=y({id:"valid-container",since:"0.1.0",summary:"Require containers that the API server takes: a name, an image, known policies.",why:"The API server refuses a pod with a container that lacks its name or image, or whose name is taken or no DNS label.",howToFix:'Give every container an image and a name of its own, of lower case letters, digits and "-".',references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container"],bad:[{title:"a malformed name, a name twice, no image, an unknown policy",yaml:Bt.yaml`
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
        `}],good:[{title:"names, images and policies that exist",yaml:Bt.yaml`
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
        `}]},[u("core/v1 PodSpec",{fields:{containers:$()},check({containers:e=[],initContainers:t=[],ephemeralContainers:a=[]},{report:o}){let n=new Set;for(let[s,i]of[["containers",e],["initContainers",t],["ephemeralContainers",a]])for(let[r,{name:l=""}]of i.entries())n.has(l)&&o([s,r,"name"],"Duplicate","is the name of another container"),n.add(l);a.length>0&&o(["ephemeralContainers"],"Forbidden","are added to a running pod, and may not be there before")}}),u("core/v1 Container",{fields:{name:$(R("a DNS label",Ht.dnsLabel)),image:$(),imagePullPolicy:T(...En),terminationMessagePolicy:T(...Vn)},check(e,t){if(qn(e.image,t),wi(e,t),!!Ze(t))for(let a of Si)e[a]!==void 0&&!xi(e[a])&&t.report([a],"Forbidden","may be set on an init container only when it always restarts")}}),u("core/v1 ContainerRestartRule",{fields:{action:[]}}),u("core/v1 ContainerRestartRuleOnExitCodes",{fields:{operator:[]}}),u("core/v1 EphemeralContainer",{fields:{name:$(R("a DNS label",Ht.dnsLabel)),image:$(),imagePullPolicy:T(...En),terminationMessagePolicy:T(...Vn)},check(e,t){let{pod:a,report:o}=t;qn(e.image,t);let n=[...a?.spec.containers??[],...a?.spec.initContainers??[]],s=e.targetContainerName??"";s!==""&&!n.some(({name:i})=>i===s)&&o(["targetContainerName"],"NotFound","names no container of the pod");for(let[i,r]of(e.volumeMounts??[]).entries())for(let l of["subPath","subPathExpr"])(r[l]??"")!==""&&o(["volumeMounts",i,l],"Forbidden","may not be set on an ephemeral container");for(let i of Pi){let r=e[i];r===void 0||r===""||i==="resources"&&Object.keys(r).length===0||o([i],"Forbidden","may not be set on an ephemeral container")}}})]);var zt=m(f());var P=m(V()),Jt=m(_n()),yt=m(rt()),Mn=["fieldRef","resourceFieldRef","configMapKeyRef","secretKeyRef","fileKeyRef"],Ci=new Set(["metadata.annotations","metadata.labels","metadata.name","metadata.namespace","metadata.uid","spec.nodeName","spec.host","spec.restartPolicy","spec.serviceAccountName","spec.schedulerName","status.phase","status.hostIP","status.hostIPs","status.podIP","status.podIPs"]),Fn=new Set(["metadata.name","metadata.namespace","metadata.uid","spec.nodeName","spec.host","spec.serviceAccountName","status.hostIP","status.hostIPs","status.podIP","status.podIPs"]),Kn=new Set(["limits.cpu","limits.memory","limits.ephemeral-storage","requests.cpu","requests.memory","requests.ephemeral-storage"]),Ri=["1m","1"],Ai=["1","1k","1M","1G","1T","1P","1E","1Ki","1Mi","1Gi","1Ti","1Pi","1Ei"],Ii=e=>{let t=/^(metadata\.(?:labels|annotations))\['(.*)'\]$/s.exec(e);return t===null?void 0:{map:t[1],key:t[2]}};function Ti({apiVersion:e,fieldPath:t=""},{minor:a,report:o}){let n=["valueFrom","fieldRef"];if(t==="")return o([...n,"fieldPath"],"Required","is required");let s=Ii(t),i=s!==void 0||Ci.has(t)&&!(t==="status.hostIPs"&&a<28);if(e!==void 0&&e!==""&&e!=="v1"||!i)return o([...n,"fieldPath"],"Invalid","must be a field of the pod that the downward API has");if(s!==void 0)for(let r of(s.map==="metadata.labels"?(0,P.qualifiedName)(s.key):(0,P.annotationKey)(s.key))??[])o([...n,"fieldPath"],"Invalid",`Key "${s.key}" ${r}`);else t==="status.hostIPs"&&a<29?o([...n,"fieldPath"],"Forbidden","may be used only since 1.29"):Fn.has(t)||o([...n,"fieldPath"],"NotSupported",`must be one of ${[...Fn].join(", ")}`)}function Ni({resource:e="",divisor:t},{report:a}){let o=["valueFrom","resourceFieldRef"];if(e==="")return a([...o,"resource"],"Required","is required");let n=/^(requests|limits)\.hugepages-/.test(e);if(!Kn.has(e)&&!n)return a([...o,"resource"],"NotSupported",`must be one of ${[...Kn].join(", ")}`);let s=t===void 0?void 0:(0,yt.parseQuantity)(t);if(s===void 0||s.nanos===0n)return;let i=e.endsWith(".cpu")?Ri:Ai;i.includes((0,yt.canonicalQuantity)(s))||a([...o,"divisor"],"Invalid",`must be one of ${i.join(", ")}`)}function Ei(e,{name:t="",key:a=""},{report:o}){let n=s=>["valueFrom",e,s];for(let s of(0,P.dnsSubdomain)(t)??[])o(n("name"),"Invalid",s);if(a==="")o(n("key"),"Required","is required");else for(let s of(0,P.configMapKey)(a)??[])o(n("key"),"Invalid",s)}function Vi({key:e="",volumeName:t="",path:a=""},{pod:o,report:n}){let s=r=>["valueFrom","fileKeyRef",r];if(e===""?n(s("key"),"Required","is required"):(0,P.envVarNameRelaxed)(e)!==void 0&&n(s("key"),"Invalid",(0,P.envVarNameRelaxed)(e)),a===""?n(s("path"),"Required","is required"):(0,Jt.withoutBacksteps)(a)!==void 0&&n(s("path"),"Invalid",(0,Jt.withoutBacksteps)(a)),t==="")return n(s("volumeName"),"Required","is required");for(let r of(0,P.dnsLabel)(t)??[])n(s("volumeName"),"Invalid",r);let i=o?.spec.volumes?.find(r=>r.name===t);i===void 0?n(s("volumeName"),"NotFound","is no volume of this pod"):i.emptyDir===void 0&&Object.keys(i).length>1&&n(s("volumeName"),"Invalid","must be an emptyDir")}var jn=y({id:"valid-env-var",since:"0.1.0",summary:"Require environment variables with a name and one source.",why:"The API server refuses a variable without a name, with a value and a source at once, or whose source cannot exist.",howToFix:"Give every variable a name, and either `value` or exactly one source below `valueFrom`.",references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables"],bad:[{title:"a value beside a source, a field that no variable can take",yaml:zt.yaml`
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
        `}],good:[{title:"a value or a source",yaml:zt.yaml`
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
        `}]},[u("core/v1 EnvVar",{fields:{name:$(Ct("1.31",R('a variable name of letters, digits, "_", "-" and "."',P.envVarNameStrict)),xt("1.32",R('printable ASCII without "="',P.envVarNameRelaxed)))},check({value:e,valueFrom:t},a){if(t===void 0)return;let{report:o}=a,n=Mn.filter(i=>t[i]!==void 0);n.length===0?o(["valueFrom"],"Invalid",`must have one of ${Mn.map(i=>`"${i}"`).join(", ")}`):e!==void 0&&e!==""&&o(["valueFrom"],"Invalid","may not be set beside a value"),n.length>1&&o(["valueFrom"],"Invalid",`may have only one of ${n.map(i=>`"${i}"`).join(", ")}`),t.fieldRef!==void 0&&Ti(t.fieldRef,a),t.resourceFieldRef!==void 0&&Ni(t.resourceFieldRef,a);let{fileKeyRef:s}=t;s!==void 0&&a.minor>=35&&Vi(s,a);for(let i of["configMapKeyRef","secretKeyRef"])t[i]!==void 0&&Ei(i,t[i],a)}}),u("core/v1 EnvFromSource",{fields:{prefix:[Ct("1.31",R("a variable name",P.envVarNameStrict)),xt("1.32",R('printable ASCII without "="',P.envVarNameRelaxed))]},check({configMapRef:e,secretRef:t},{report:a,path:o}){let n=o.replace(/\[\d+\]$/,"");e===void 0&&t===void 0&&a([],"Invalid",'Source must have "configMapRef" or "secretRef"',{path:n}),e!==void 0&&t!==void 0&&a(["secretRef"],"Invalid",'may not be set beside "configMapRef"',{path:n});for(let[s,i]of[["configMapRef",e],["secretRef",t]])if(i!==void 0)if(i.name===void 0||i.name==="")a([s,"name"],"Required","is required");else for(let r of(0,P.asPrefix)(P.dnsSubdomain)(i.name)??[])a([s,"name"],"Invalid",r)}}),u("core/v1 ObjectFieldSelector",{fields:{fieldPath:[]}}),u("core/v1 ResourceFieldSelector",{fields:{resource:[]}}),u("core/v1 ConfigMapKeySelector",{fields:{key:[]}}),u("core/v1 SecretKeySelector",{fields:{key:[]}}),u("core/v1 FileKeySelector",{fields:{key:[],path:[],volumeName:[]}})]);var Zt=m(f());var Yt=m(f());var Gn=m(V()),bt=m(ht());var $i=["exec","httpGet","tcpSocket","grpc","sleep"];function Xt(e){return $i.find(t=>e[t]!==void 0)}function Qt(e,{path:t,report:a}){let o=(n,s,i)=>{let r=i?(0,bt.portNumberOrName)(s??0):(0,bt.portNumber)(Number(s??0));for(let l of r===void 0?[]:[r].flat())a([n,"port"],"Invalid",l)};switch(Xt(e)){case"exec":(e.exec.command?.length??0)===0&&a(["exec","command"],"Required","is required");return;case"httpGet":{let{port:n,scheme:s="",httpHeaders:i=[]}=e.httpGet;o("httpGet",n,!0),s!==""&&s!=="HTTP"&&s!=="HTTPS"&&a(["httpGet","scheme"],"NotSupported",'must be one of "HTTP", "HTTPS"');for(let[r,{name:l=""}]of i.entries()){let c=(0,Gn.httpHeaderName)(l);c!==void 0&&a(["httpGet","httpHeaders",r,"name"],"Invalid",`Header name "${l}" ${c}`,{path:`${t}.httpGet.httpHeaders`})}return}case"tcpSocket":return o("tcpSocket",e.tcpSocket.port,!0);case"grpc":return o("grpc",e.grpc.port,!1)}}var Wn={describes:"1",test:e=>typeof e=="number"&&e!==0&&e!==1?{code:"Invalid",message:"must be 1 for this probe"}:void 0},Un=y({id:"valid-probe",since:"0.1.0",summary:"Require probes with exactly one handler and sensible timings.",why:"The API server refuses a probe with no handler or with several, with a port that is none, or with a threshold that has no meaning for it.",howToFix:"Keep one of `exec`, `grpc`, `httpGet` and `tcpSocket`. A port is a number or the name of a container port; a number in quotes is neither.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],bad:[{title:"no handler, two handlers, a port in quotes",yaml:Yt.yaml`
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
        `}],good:[{title:"one handler each",yaml:Yt.yaml`
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
        `}]},[u("core/v1 Probe",{fields:{initialDelaySeconds:j(0),timeoutSeconds:j(0),periodSeconds:j(0),successThreshold:j(0),failureThreshold:j(0),terminationGracePeriodSeconds:j(1)},exactlyOneOf:["exec","httpGet","tcpSocket","grpc"],check(e,t){Ze(t)||(Qt(e,t),t.field==="readinessProbe"&&e.terminationGracePeriodSeconds!==void 0&&t.report(["terminationGracePeriodSeconds"],"Invalid","may not be set on a readiness probe, which stops nothing"))}}),u("core/v1 Container",{fields:{livenessProbe:{successThreshold:Wn},startupProbe:{successThreshold:Wn}}}),u("core/v1 ExecAction",{fields:{command:[]}}),u("core/v1 HTTPGetAction",{fields:{port:[]}}),u("core/v1 HTTPHeader",{fields:{name:[],value:[]}}),u("core/v1 TCPSocketAction",{fields:{port:[]}}),u("core/v1 GRPCAction",{fields:{port:[]}})]);var Li=30,Bn=y({id:"valid-lifecycle-hook",since:"0.1.0",summary:"Require lifecycle hooks with exactly one handler that can end in time.",why:"The API server refuses a hook with no handler or with several, and a sleep that is longer than the time in which the pod must stop.",howToFix:"Keep one of `exec`, `httpGet` and `sleep`, and raise `terminationGracePeriodSeconds` above the sleep.",references:["https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/"],bad:[{title:"a sleep beyond the grace period, and two handlers",yaml:Zt.yaml`
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
        `}],good:[{title:"a sleep within the grace period",yaml:Zt.yaml`
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
        `}]},[u("core/v1 LifecycleHandler",{exactlyOneOf:["exec","httpGet","tcpSocket","sleep"],check(e,t){let{minor:a,pod:o,report:n}=t;if(Ze(t)||(Qt(e,t),Xt(e)!=="sleep"||a<30))return;let s=e.sleep?.seconds??0,i=o?.spec.terminationGracePeriodSeconds??Li,r=i<0&&o?.template!==!0?1:i;s<0||s===0&&a<33?n(["sleep"],"Invalid",`must be at least ${a<33?1:0} seconds`):s>r&&n(["sleep"],"Invalid",`must be at most the grace period of ${r} seconds`)}}),u("core/v1 SleepAction",{fields:{seconds:[]}})]);var ea=m(f());var L=m(gt()),S=m(V()),zn=3,Jn=32,Yn=2048,Xn=64;function Zn(e,t,{minor:a,report:o,warn:n}){let s=a>=36?(0,L.strictIp)(t):(0,L.legacyIp)(t);s!==void 0?o(e,"Invalid",s):a>=33&&(0,L.canonicalIpText)(t)!==void 0&&n(e,`Address "${t}" is not in canonical form: write "${(0,L.canonicalIp)((0,L.parseIp)(t))}"`)}function qi({dnsPolicy:e,dnsConfig:t},a){let{minor:o,report:n}=a,{nameservers:s=[],searches:i=[],options:r=[]}=t??{};if(e==="None"&&s.length===0){n(t===void 0?["dnsConfig"]:["dnsConfig","nameservers"],"Required",'is required where "dnsPolicy" is None');return}s.length>zn&&n(["dnsConfig","nameservers"],"Invalid",`must have at most ${zn} items`);for(let[l,c]of s.entries())Zn(["dnsConfig","nameservers",l],c,a);i.length>Jn&&n(["dnsConfig","searches"],"Invalid",`must have at most ${Jn} items`),i.join(" ").length>Yn&&n(["dnsConfig","searches"],"Invalid",`must have at most ${Yn} characters together`);for(let[l,c]of i.entries()){if(o>=33&&c===".")continue;let d=c.endsWith(".")?c.slice(0,-1):c;for(let p of(o>=33?S.dnsSubdomainWithUnderscore:S.dnsSubdomain)(d)??[])n(["dnsConfig","searches",l],"Invalid",p)}for(let[l,{name:c=""}]of r.entries())c===""&&n(["dnsConfig","options",l],"Required",'must have a "name"')}function Di(e,t){let a=new Set;for(let[o,{ip:n="",hostnames:s=[]}]of e.entries()){Zn(["hostAliases",o,"ip"],n,t),a.has(n)&&t.warn(["hostAliases",o,"ip"],`Address "${n}" has two entries`),a.add(n);for(let[i,r]of s.entries())for(let l of(0,S.dnsSubdomain)(r)??[])t.report(["hostAliases",o,"hostnames",i],"Invalid",l)}}function Oi(e,{path:t,report:a}){let o={path:`${t}.nodeSelector`};for(let[n,s=""]of Object.entries(e)){for(let i of(0,S.qualifiedName)(n)??[])a(["nodeSelector",n],"Invalid",`Node label key "${n}" ${i}`,o);for(let i of(0,S.labelValue)(s)??[])a(["nodeSelector",n],"Invalid",`Node label "${n}" has the value "${s}", which ${i}`,o)}}function _i({schedulingGates:e=[],nodeName:t=""},{pod:a,report:o}){let n=new Set;for(let[s,{name:i=""}]of e.entries()){for(let r of(0,S.qualifiedName)(i)??[])o(["schedulingGates",s],"Invalid",`Gate "${i}" ${r}`);n.has(i)&&o(["schedulingGates",s],"Duplicate",`Gate "${i}" is listed twice`),n.add(i)}e.length>0&&t!==""&&a?.template===!1&&o(["nodeName"],"Forbidden",'may not be set while "schedulingGates" hold the pod back')}function Mi(e,{minor:t,report:a}){let{hostnameOverride:o}=e;if(o===void 0||t<35)return;let n=["hostnameOverride"];e.setHostnameAsFQDN===!0&&a(n,"Forbidden",'may not be set beside "setHostnameAsFQDN"'),e.hostNetwork===!0&&a(n,"Forbidden",'may not be set beside "hostNetwork"'),Buffer.byteLength(o)>Xn&&a(n,"TooLong",`must be at most ${Xn} bytes`);for(let s of(0,S.dnsSubdomain)(o)??[])a(n,"Invalid",s)}function Fi({terminationGracePeriodSeconds:e=0,imagePullSecrets:t=[]},{pod:a,warn:o}){e<0&&a?.template===!0&&o(["terminationGracePeriodSeconds"],'"terminationGracePeriodSeconds" is negative, which counts as 1');let n=new Set;for(let[s,{name:i=""}]of t.entries())i===""?o(["imagePullSecrets",s,"name"],"Pull secret has an empty name"):n.has(i)&&o(["imagePullSecrets",s,"name"],`Pull secret "${i}" is listed twice`),n.add(i)}var Qn=e=>({...e,test:(t,a)=>a.kind==="StatefulSet"?void 0:e.test?.(t,a)}),es=y({id:"valid-pod-spec",since:"0.1.0",summary:"Require policies, names and addresses of a pod that the API server takes.",why:"The API server refuses a pod with an unknown policy, a malformed host name, node label or address, or DNS settings that leave nothing to ask.",howToFix:'Write policies as the documentation spells them, and names in lower case letters, digits and "-".',references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec"],bad:[{title:"policies in lower case, no name server, a host name with a dot",yaml:ea.yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            restartPolicy: always # ✖ "restartPolicy" "always" must be one of "Always", "OnFailure", "Never"
            dnsPolicy: None
            dnsConfig: # ✖ "nameservers" is required where "dnsPolicy" is None
              searches:
                - example.com
            hostname: web.example # ✖ "hostname" "web.example" must consist of lower case letters, digits and "-"
            hostAliases:
              - ip: localhost # ✖ "ip" "localhost" must be an IP address such as 10.9.8.7 or 2001:db8::ffff
                hostnames:
                  - web
            containers:
              - name: app
                image: nginx:1.27
        `}],good:[{title:"a name server of its own",yaml:ea.yaml`
          apiVersion: v1
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
        `}]},[u("core/v1 PodSpec",{fields:{restartPolicy:T("Always","OnFailure","Never"),dnsPolicy:T("ClusterFirstWithHostNet","ClusterFirst","Default","None"),serviceAccountName:R("a DNS subdomain",S.dnsSubdomain),nodeName:R("a DNS subdomain",S.dnsSubdomain),hostname:Qn(R("a DNS label",S.dnsLabel)),subdomain:Qn(R("a DNS label",S.dnsLabel)),priorityClassName:R("a DNS subdomain",S.dnsSubdomain),runtimeClassName:R("a DNS subdomain",S.dnsSubdomain,{empty:!0}),activeDeadlineSeconds:xa(1,2**31-1)},check(e,t){let{report:a}=t;if(e.preemptionPolicy===""?a(["preemptionPolicy"],"Required","is required"):e.preemptionPolicy!==void 0&&e.preemptionPolicy!=="PreemptLowerPriority"&&e.preemptionPolicy!=="Never"&&a(["preemptionPolicy"],"NotSupported",'must be one of "PreemptLowerPriority", "Never"'),e.os!==void 0){let o=e.os.name??"";o===""?a(["os","name"],"Required","is required"):o!=="linux"&&o!=="windows"&&a(["os"],"NotSupported",`Operating system "${o}" must be "linux" or "windows"`)}e.nodeSelector!==void 0&&Oi(e.nodeSelector,t),e.hostAliases!==void 0&&Di(e.hostAliases,t);for(let[o,{conditionType:n=""}]of(e.readinessGates??[]).entries())for(let s of(0,S.qualifiedName)(n)??[])a(["readinessGates",o,"conditionType"],"Invalid",s);qi(e,t),_i(e,t),Mi(e,t),Fi(e,t)}}),u("core/v1 HostAlias",{fields:{ip:[]}}),u("core/v1 PodReadinessGate",{fields:{conditionType:[]}}),u("core/v1 PodSchedulingGate",{fields:{name:[]}}),u("core/v1 PodOS",{fields:{name:[]}})]);var ta=m(f());var ts=m(ce()),D=m(J()),as=y({id:"valid-replication-controller",since:"0.1.0",summary:"Require a ReplicationController whose selector matches its pod template.",why:"The API server refuses a ReplicationController that would not select its own pods.",howToFix:"Repeat the labels of `selector` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/replicationcontroller/#pod-selector"],bad:[{title:"labels that the selector does not match",yaml:ta.yaml`
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
        `}],good:[{title:"the selector matches the labels",yaml:ta.yaml`
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
        `}]},[u("core/v1 ReplicationController",{check({metadata:e,spec:t},a){let o=(0,D.templateLabels)({template:t?.template});(0,D.reportLabelsOfObject)(e?.labels,o,["spec","template","metadata","labels"],a)}}),u("core/v1 ReplicationControllerSpec",{check({selector:e={},template:t},a){let o=(0,D.templateLabels)({template:t}),n=Object.keys(e).length>0;t===void 0&&a.report(["template"],"Required","is required"),!n&&Object.keys(o).length===0&&a.report(["selector"],"Required","is required where the template has no labels"),n&&t!==void 0&&!(0,ts.labelsMatch)(e,o)&&(0,D.reportMismatch)(a),(0,D.checkAlwaysRuns)({template:t},a)}})]);var aa=m(f());var ss=m(V()),K=m(rt()),v=m(ns());function is({limits:e,requests:t,defaulted:a},o,{path:n,report:s}){let i=r=>({path:`${n}.resources.${r}`});for(let[r,l]of[["limits",e],["requests",t]])for(let[c,d]of l){let p=r==="requests"&&a.has(c),h=(k,x)=>s(["resources",p?"limits":r,c],k,`${p?"The request made of the limit":"Resource"} "${c}" ${x}`,i(`${r}[${c}]`));for(let{code:k,message:x}of(0,v.amountReasons)(c,d,o))h(k,x);if(r==="limits")continue;let b=e.get(c);b===void 0?(0,v.isOvercommittable)(c)||s(["resources","limits"],"Required",`Resource "${c}" cannot be overcommitted, so it needs a limit like its request`):(0,v.isOvercommittable)(c)?(0,K.compareQuantities)(d,b)>0&&s(["resources","requests",c],"Invalid",`The request of "${c}" is above its limit`,i("requests")):(0,K.compareQuantities)(d,b)!==0&&s(["resources","requests",c],"Invalid",`Resource "${c}" cannot be overcommitted, so its request must equal its limit`,i("requests"))}(0,v.needsMore)([...e.keys(),...t.keys()])&&s(["resources"],"Forbidden",v.NEEDS_MORE)}function Ki({limits:e,requests:t,defaulted:a},{warn:o}){for(let[n,s]of[["limits",e],["requests",t]])for(let i of["memory","ephemeral-storage"]){let r=s.get(i);r===void 0||(0,K.isInteger)(r)||n==="requests"&&a.has(i)||o(["resources",n,i],`Resource "${i}" is a fraction of a byte: the unit "m" means thousandths`)}}function ji(e,{pod:t,report:a}){let o=new Set((t?.spec.resourceClaims??[]).map(s=>s.name)),n=new Map;for(let[s,{name:i="",request:r=""}]of e.entries()){let l=["resources","claims",s];if(i===""){a(l,"Required",'must have a "name"');continue}let c=n.get(i);c!==void 0&&(r===""||c.has("")||c.has(r))&&a(l,"Duplicate",`Claim "${i}" is listed twice`),c===void 0?n.set(i,new Set([r])):c.add(r);for(let d of r===""?[]:(0,ss.dnsLabel)(r)??[])a([...l,"request"],"Invalid",d);o.has(i)||a(l,"NotFound",`Claim "${i}" is not among the "resourceClaims" of the pod`)}}function Wi(e,t,{minor:a,field:o,path:n,pod:s,report:i}){let r={path:`${n}.resizePolicy`},l=new Set;for(let[c,{resourceName:d="",restartPolicy:p=""}]of e.entries()){let h=["resizePolicy",c];l.has(d)&&i(h,"Duplicate",`Resource "${d}" has two policies`),l.add(d),d===""?i([...h,"resourceName"],"Required","is required",r):d!=="cpu"&&d!=="memory"&&i([...h,"resourceName"],"NotSupported",'must be one of "cpu", "memory"',r),p===""?i([...h,"restartPolicy"],"Required","is required",r):p!=="NotRequired"&&p!=="RestartContainer"&&i([...h,"restartPolicy"],"NotSupported",'must be one of "NotRequired", "RestartContainer"',r),s?.spec.restartPolicy==="Never"&&p!=="NotRequired"&&i([...h,"restartPolicy"],"Invalid",'must be "NotRequired" in a pod that never restarts',r),a>=36&&o==="initContainers"&&t.restartPolicy!=="Always"&&p==="RestartContainer"&&i([...h,"restartPolicy"],"Invalid",'may be "RestartContainer" only for containers that go on running')}}function Gi(e,t,a,o){let n=(0,v.sidesOf)(e,!1);if(!o||n.limits.size===0&&n.requests.size===0)return n;for(let[i,r]of a)(0,v.isHugePages)(i)&&!n.limits.has(i)&&n.limits.set(i,r);let s=new Set;for(let[i,r]of[...t,...n.limits])n.requests.has(i)||!(0,v.isForPods)(i)||(n.requests.set(i,(0,v.isHugePages)(i)?n.limits.get(i)??r:r),s.add(i));return{...n,defaulted:s}}function Ui(e,{path:t,report:a}){let o=(0,v.amountsOf)(e);for(let[n,s]of o)for(let i of(0,v.amountReasons)(n,s,!1))a(["overhead",n],i.code,`Resource "${n}" ${i.message}`,{path:`${t}.overhead.limits[${n}]`});(0,v.needsMore)([...o.keys()])&&a(["overhead"],"Forbidden",v.NEEDS_MORE)}function Bi(e,t){let a=e.resources;if(a===void 0||t.minor<34)return;let{pod:o,path:n,report:s}=t,i=o?.template!==!0;e.os?.name==="windows"&&s(["resources"],"Forbidden","may not be set for Windows"),a.claims!==void 0&&s(["resources","claims"],"Forbidden","may not be set for a pod");let r=(0,v.aggregate)(e,"requests",i),l=(0,v.aggregate)(e,"limits",i),c=Gi(a,r,l,i);is(c,!0,t);let d=p=>({path:`${n}.resources.${p}`});for(let[p,h]of c.requests){let b=r.get(p);b!==void 0&&(0,K.compareQuantities)(h,b)<0&&s(["resources","requests",p],"Invalid",`The request of "${p}" is below what the containers request together`,d(`requests[${p}]`))}for(let[p,h]of c.limits){let b=l.get(p);(0,v.isHugePages)(p)&&b!==void 0&&(0,K.compareQuantities)(h,b)<0&&s(["resources","limits",p],"Invalid",`The limit of "${p}" is below that of the containers together`,d(`limits[${p}]`));for(let[k,x]of(e.containers??[]).entries()){let C=(0,v.amountsOf)(x.resources?.limits).get(p);C===void 0||(0,K.compareQuantities)(C,h)<=0||s(["containers",k,"resources","limits",p],"Invalid",`The limit of "${p}" is above that of the pod`,d(`containers[${k}][${p}].limits`))}}}var rs=y({id:"valid-resources",since:"0.1.0",summary:"Require resources that exist, in amounts that make sense, with requests within limits.",why:"The API server refuses a pod with an unknown resource, a negative or fractional amount, or a request above its limit.",howToFix:"Use cpu, memory, ephemeral-storage, hugepages-<size> or a prefixed resource of a device, and keep each request at or below its limit.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],bad:[{title:"a request above its limit, an unknown resource, half a device",yaml:aa.yaml`
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
        `}],good:[{title:"requests within limits",yaml:aa.yaml`
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
        `}]},[u("core/v1 Container",{check(e,t){let{resources:a,resizePolicy:o}=e;if(o!==void 0&&t.minor>=33&&Wi(o,e,t),a===void 0)return;let n=(0,v.sidesOf)(a,t.pod?.template!==!0);is(n,!1,t),Ki(n,t),a.claims!==void 0&&t.minor>=34&&ji(a.claims,t)}}),u("core/v1 PodSpec",{check(e,t){e.overhead!==void 0&&Ui(e.overhead,t),Bi(e,t)}}),u("core/v1 ResourceClaim",{fields:{name:[]}}),u("core/v1 ContainerResizePolicy",{fields:{resourceName:[],restartPolicy:[]}})]);var na=m(f());var cs=m(V());var Hi={"kubernetes.io/dockercfg":[".dockercfg"],"kubernetes.io/dockerconfigjson":[".dockerconfigjson"],"kubernetes.io/ssh-auth":["ssh-privatekey"],"kubernetes.io/tls":["tls.crt","tls.key"]},zi=["kubernetes.io/dockercfg","kubernetes.io/dockerconfigjson"],oa="kubernetes.io/service-account.name";function Ji(e){try{let t=JSON.parse(e);return t===null||typeof t=="object"&&!Array.isArray(t)}catch{return!1}}var ms=y({id:"valid-secret",since:"0.1.0",summary:"Require Secrets that have what their type needs.",why:"The API server refuses a Secret that lacks the keys of its type, has a key that cannot be a file name, or has more than 1 MiB of values.",howToFix:"Add the key that the message names, or leave `type` away: `Opaque` needs nothing.",references:["https://kubernetes.io/docs/concepts/configuration/secret/#secret-types"],bad:[{title:"a certificate without its key",yaml:na.yaml`
          apiVersion: v1
          kind: Secret
          metadata:
            name: web-tls
          type: kubernetes.io/tls
          data: # ✖ Secret of type kubernetes.io/tls needs the key "tls.key"
            tls.crt: Y2VydA==
        `}],good:[{title:"both keys",yaml:na.yaml`
          apiVersion: v1
          kind: Secret
          metadata:
            name: web-tls
          type: kubernetes.io/tls
          data:
            tls.crt: Y2VydA==
            tls.key: a2V5
        `}]},[u("core/v1 Secret",{check({data:e={},stringData:t={},type:a="",metadata:o},{report:n}){let s=c=>c in e||c in t,i=c=>t[c]??Buffer.from(e[c]??"","base64").toString(),r=Object.keys(e).length>0||Object.keys(t).length===0?"data":"stringData",l=0;for(let[c,d]of[["data",e],["stringData",t]])for(let[p,h]of Object.entries(d))if(!(c==="data"&&p in t)){for(let b of(0,cs.configMapKey)(p)??[])n([c,p],"Invalid",`Key "${p}" ${b}`,{path:`data[${p}]`});l+=c==="data"?Gt(h??""):Buffer.byteLength(h??"")}l>Qe&&n([r],"TooLong",`Secret has ${l} bytes of values, and may have ${Qe}`,{path:"data"}),a==="kubernetes.io/service-account-token"&&!o?.annotations?.[oa]&&n(["metadata","annotations"],"Required",`Secret of type ${a} needs the annotation "${oa}"`,{path:`metadata.annotations[${oa}]`});for(let c of Hi[a]??[])!s(c)||c==="ssh-privatekey"&&i(c)===""?n([r],"Required",`Secret of type ${a} needs the key "${c}"`,{path:`data[${c}]`}):zi.includes(a)&&!Ji(i(c))&&n([c in t?"stringData":"data",c],"Invalid",`Key "${c}" must hold a JSON object`,{path:`data[${c}]`});if(a==="kubernetes.io/basic-auth"&&!s("username")&&!s("password"))for(let c of["username","password"])n([r],"Required",`Secret of type ${a} needs the key "username" or "password"`,{path:`data[${c}]`})}})]);var sa=m(f());var vt=m(V()),ls=y({id:"valid-service",since:"0.1.0",summary:"Require a Service whose selector consists of labels.",why:"The API server refuses a selector with keys or values that no pod can have as labels.",howToFix:"Copy the labels of the pods that the Service is for.",references:["https://kubernetes.io/docs/concepts/services-networking/service/"],bad:[{title:"a malformed value",yaml:sa.yaml`
          apiVersion: v1
          kind: Service
          metadata:
            name: web
          spec:
            selector:
              app: web,api # ✖ Value "web,api" of the selector must consist of letters, digits, "-", "_" and "."
            ports:
              - port: 80
        `}],good:[{title:"labels of pods",yaml:sa.yaml`
          apiVersion: v1
          kind: Service
          metadata:
            name: web
          spec:
            selector:
              app.kubernetes.io/name: web
            ports:
              - port: 80
        `}]},[u("core/v1 ServiceSpec",{check({selector:e={}},{path:t,report:a}){let o={path:`${t}.selector`};for(let[n,s=""]of Object.entries(e)){for(let i of(0,vt.qualifiedName)(n)??[])a(["selector",n],"Invalid",`Key "${n}" of the selector ${i}`,o);for(let i of(0,vt.labelValue)(s)??[])a(["selector",n],"Invalid",`Value "${s}" of the selector ${i}`,o)}}})]);var ia=m(f());var ds=m(ce()),Yi=/^spec\.metrics\[\d+\]\.\w+\.metric\.selector$/,Xi=/\.topologySpreadConstraints\[\d+\]\.labelSelector$/,ps=y({id:"valid-label-selector",since:"0.1.0",summary:"Require label selectors that the API server can read.",why:"The API server refuses a selector with malformed keys or values, or with an operator that does not go with its values.",howToFix:"Use the operators In and NotIn with `values`, Exists and DoesNotExist without, and keys and values that labels can have.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors"],bad:[{title:"an operator without its values, and one that does not exist",yaml:ia.yaml`
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
        `}],good:[{title:"labels and expressions",yaml:ia.yaml`
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
        `}]},[u("meta/v1 LabelSelector",{check(e,{path:t,report:a}){if(!Yi.test(t))for(let{code:o,steps:n,value:s,reason:i}of(0,ds.selectorProblems)(e,{anyValues:Xi.test(t)})){let r=n[0]==="matchLabels",l=r?`${s===n[1]?"Key":"Value"} "${s}" of the selector ${i}`:i;a(n,o,l,r?{path:`${t}.matchLabels`}:{})}}}),u("meta/v1 LabelSelectorRequirement",{fields:{key:[],operator:[]}})]);var kt=m(f());var fs=m(gt()),g=m(V()),hs=e=>{let t=(0,fs.canonicalIpText)(e);return typeof t=="string"?[t]:t},Qi={"/Namespace":g.dnsLabel,"apps/StatefulSet":g.dnsLabel,"networking.k8s.io/IPAddress":hs,"coordination.k8s.io/LeaseCandidate":g.configMapKey,"/Event":g.pathSegmentName,"policy/PodDisruptionBudget":g.pathSegmentName,"certificates.k8s.io/CertificateSigningRequest":g.pathSegmentName,"rbac.authorization.k8s.io/Role":g.pathSegmentName,"rbac.authorization.k8s.io/ClusterRole":g.pathSegmentName,"rbac.authorization.k8s.io/RoleBinding":g.pathSegmentName,"rbac.authorization.k8s.io/ClusterRoleBinding":g.pathSegmentName,"certificates.k8s.io/ClusterTrustBundle":g.pathSegmentName,"internal.apiserver.k8s.io/StorageVersion":g.pathSegmentName},Zi={"/ReplicationController":35,"resource.k8s.io/DeviceClass":36},er=new Set(["/Pod","/ReplicationController","apps/Deployment","apps/ReplicaSet","batch/Job","batch/CronJob"]),tr=new Set(["authentication.k8s.io/TokenReview","authentication.k8s.io/SelfSubjectReview","authentication.k8s.io/TokenRequest","authorization.k8s.io/SelfSubjectRulesReview","/Binding","/Status","policy/Eviction","autoscaling/Scale"]),ar=new Set(["authorization.k8s.io/SubjectAccessReview","authorization.k8s.io/SelfSubjectAccessReview","authorization.k8s.io/LocalSubjectAccessReview"]),us={"/Pod":31,"/PodTemplate":0,"/ReplicationController":0,"apps/Deployment":0,"apps/ReplicaSet":0,"apps/DaemonSet":0,"apps/StatefulSet":0,"batch/":0,"autoscaling/HorizontalPodAutoscaler":37,"policy/PodDisruptionBudget":0,"discovery.k8s.io/EndpointSlice":0,"networking.k8s.io/Ingress":0,"networking.k8s.io/IngressClass":0,"networking.k8s.io/NetworkPolicy":0,"scheduling.k8s.io/PriorityClass":0,"resource.k8s.io/DeviceClass":0,"resource.k8s.io/ResourceSlice":0,"flowcontrol.apiserver.k8s.io/":0,"apiextensions.k8s.io/":0,"admissionregistration.k8s.io/":0},or=["kubernetes","orphan","foregroundDeletion"],nr=new Set(["node.k8s.io","coordination.k8s.io","admissionregistration.k8s.io","apiextensions.k8s.io","apiregistration.k8s.io","policy"]),ca=e=>!e.includes(".")||e.endsWith(".k8s.io"),ra=256*1024;function ys({apiVersion:e}){let t=e.indexOf("/");return t===-1?"":e.slice(0,t)}function sr(e,t){return e==="/Service"?t>=36?g.dnsLabel:g.dns1035Label:Qi[e]??g.dnsSubdomain}function ir(e,t,a){let{report:o,warn:n,minor:s}=a,{name:i="",generateName:r=""}=e,l=sr(t,s);if(r!==""){let d=t.startsWith("rbac."),p=s>=(Zi[t]??1/0)||!ca(ys(a)),h=d||l===hs?l:(0,g.asPrefix)(p?g.pathSegmentName:l),b=i===""?l((0,g.generatedName)(r)):void 0;if(!p||b===void 0)for(let k of h(r)??[])o(["metadata","generateName"],"Invalid",k);for(let k of b??[])o(["metadata","generateName"],"Invalid",`makes a name that ${k}`,{path:"metadata.name"})}else i===""&&t!=="/LimitRange"&&o(["metadata","name"],"Required","is required");for(let d of(i===""?void 0:l(i))??[])o(["metadata","name"],"Invalid",d);if(t==="/Namespace")for(let d of(0,g.labelValue)(i)??[])o(["metadata","name"],"Invalid",`"${i}" becomes the value of a label, which ${d}`,{path:"metadata.labels"});if(!er.has(t)||i===""&&r==="")return;let[c]=(0,g.dnsLabel)(i===""?(0,g.generatedName)(r):i)??[];c!==void 0&&n(["metadata",i===""?"generateName":"name"],`The name becomes part of host names, for which it ${c}`)}function rr(e,{minor:t,report:a,warn:o}){let n=new Set,s=0;for(let[i,r]of e.entries()){let{apiVersion:l="",kind:c="",name:d="",uid:p="",controller:h=!1,blockOwnerDeletion:b}=r,k=JSON.stringify([l,c,d,p,h,b]);if(n.has(k)){o(["metadata","ownerReferences",i],`Owner "${d}" is listed twice`);continue}n.add(k);let x=A=>["metadata","ownerReferences",i,A],C=A=>t>=37?{}:{path:`metadata.ownerReferences.${A}`};(l.split("/").length-1>1||l.endsWith("/"))&&a(x("apiVersion"),"Invalid","must be a version, or a group and a version: apps/v1",C("apiVersion"));for(let[A,X]of Object.entries({apiVersion:l,kind:c,name:d,uid:p}))X===""&&a(x(A),t>=37?"Required":"Invalid","is required",C(A));l==="v1"&&c==="Event"&&a(["metadata","ownerReferences",i],"Invalid",`Owner "${d}" is an Event, which can own nothing`,t>=37?{}:{path:"metadata.ownerReferences"}),h&&(s++,(s===2||s>2&&t<37)&&a(["metadata","ownerReferences",i,"controller"],"Invalid",`Owner "${d}" is a second controller, and an object can have one`,{path:"metadata.ownerReferences"}))}}function cr(e,{report:t},a){let o={path:"metadata.finalizers"};for(let[s,i]of e.entries()){let r=["metadata","finalizers",s];for(let l of(0,g.qualifiedName)(i)??[])t(r,"Invalid",`Finalizer "${i}" ${l}`,o);i.includes("/")||or.includes(i)||a||t(r,"Invalid",`Finalizer "${i}" is none of Kubernetes, so it needs a prefix: example.com/${i}`)}let n=e.indexOf("orphan");n!==-1&&e.includes("foregroundDeletion")&&t(["metadata","finalizers",n],"Invalid",'Finalizer "orphan" excludes "foregroundDeletion"',o)}function bs({labels:e={},annotations:t={}},a,{report:o}){for(let i in e){let r=e[i];for(let l of(0,g.qualifiedName)(i)??[])o(["metadata","labels",i],"Invalid",`Label key "${i}" ${l}`,{path:`${a}labels`});for(let l of(0,g.labelValue)(r)??[])o(["metadata","labels",i],"Invalid",`Label "${i}" has the value "${r}", which ${l}`,{path:`${a}labels`})}let n=0;for(let i in t){for(let r of(0,g.annotationKey)(i)??[])o(["metadata","annotations",i],"Invalid",`Annotation key "${i}" ${r}`,{path:`${a}annotations`});n+=i.length+t[i].length}if(n*3<=ra)return;Object.entries(t).reduce((i,[r,l])=>i+Buffer.byteLength(r)+Buffer.byteLength(l),0)>ra&&o(["metadata","annotations"],"TooLong",`must be at most ${ra} bytes in all`,{path:`${a}annotations`})}function mr(e,t,a){return a<(us[e]??us[`${t}/`]??(ca(t)?1/0:0))}function lr(e,t){let a=ys(t),o=`${a}/${t.kind}`;if(tr.has(o))return;let n=e.metadata??{};if(ar.has(o)){let{namespace:s,managedFields:i,...r}=n;Object.values(r).some(c=>c!==""&&!(typeof c=="object"&&Object.keys(c).length===0))&&t.report(["metadata"],"Invalid","must be empty, but for the namespace");return}ir(n,o,t),bs(n,"metadata.",t),n.ownerReferences!==void 0&&rr(n.ownerReferences,t),n.finalizers!==void 0&&cr(n.finalizers,t,nr.has(a)||o==="/Event"||!ca(a)),n.generation!==void 0&&n.generation<0&&mr(o,a,t.minor)&&t.report(["metadata","generation"],"Invalid","must be at least 0")}var gs=y({id:"valid-metadata",since:"0.1.0",summary:"Require names, labels, annotations, owners and finalizers that the API server takes.",why:"The API server refuses an object whose metadata break its grammars: most names are DNS names, because they end up in host names and URLs.",howToFix:'Use lower case letters, digits and "-" in names, at most 63 characters in label values, and a prefix such as `example.com/` for keys of your own.',references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/names/","https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/"],bad:[{title:"a name with capitals and a label with a blank",yaml:kt.yaml`
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: My-Settings # ✖ "name" "My-Settings" must consist of lower case letters, digits, "-" and "."
            labels:
              team: blue sky # ✖ Label "team" has the value "blue sky", which must consist of letters, digits, "-", "_" and "."
        `},{title:"no name",yaml:kt.yaml`
          apiVersion: v1
          kind: ConfigMap
          metadata: # ✖ "name" is required
            labels:
              app: web
        `}],good:[{title:"names and labels of the right form",yaml:kt.yaml`
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: my-settings
            labels:
              example.com/team: blue-sky
        `}]},[u("meta/v1 Object",{check:lr}),u("core/v1 PodTemplateSpec",{check({metadata:e},t){e!==void 0&&bs(e,`${t.path}.`,t)}}),u("meta/v1 OwnerReference",{fields:{apiVersion:[],kind:[],name:[],uid:[]}})]);var ma=m(f());var N=m(gt()),wt=m(ht()),la=e=>e===void 0?[]:[e].flat();function dr(e,t){if(e.ip.family!==t.ip.family||e.prefixLength>=t.prefixLength)return!1;let a=BigInt((e.ip.family===4?32:128)-e.prefixLength);return e.ip.value>>a===t.ip.value>>a}function pr({cidr:e="",except:t=[]},{minor:a,report:o,warn:n}){let s=(r,l)=>{for(let d of la(a>=36?(0,N.strictCidr)(l):(0,N.legacyCidr)(l)))o(r,"Invalid",d);let c=(0,N.parseCidr)(l);return c!==void 0&&a>=33&&a<36&&(0,N.strictCidr)(l)!==void 0?n(r,`Range "${l}" is ambiguous: write "${(0,N.canonicalCidr)(c)}"`):c!==void 0&&a>=33&&(0,N.strictCidr)(l)===void 0&&(0,N.canonicalCidr)(c)!==l&&n(r,`Range "${l}" is not in canonical form: write "${(0,N.canonicalCidr)(c)}"`),c};e===""&&o(["cidr"],"Required","is required");let i=e===""?void 0:s(["cidr"],e);for(let[r,l]of t.entries()){let c=s(["except",r],l);i!==void 0&&c!==void 0&&!dr(i,c)&&o(["except",r],"Invalid",`must be a part of ${e}`)}}function ur({port:e,endPort:t},{report:a}){for(let o of e===void 0?[]:la((0,wt.portNumberOrName)(e)))a(["port"],"Invalid",o);if(t!==void 0)if(e===void 0)a(["endPort"],"Invalid",'may not be set without "port"');else if(typeof e=="string")a(["endPort"],"Invalid","may not be set beside a named port");else{t<e&&a(["endPort"],"Invalid",'must be at least "port"');for(let o of la((0,wt.portNumber)(t)))a(["endPort"],"Invalid",o)}}var vs=y({id:"valid-network-policy",since:"0.1.0",summary:"Require a NetworkPolicy whose peers, ranges and ports the API server can read.",why:"The API server refuses a peer that names nothing, a range that is none, and ports that do not exist.",howToFix:"Give each peer an `ipBlock` or selectors, each range a prefix length, and each port a number or a name of a container port.",references:["https://kubernetes.io/docs/concepts/services-networking/network-policies/"],bad:[{title:"a range without prefix length, a peer of two kinds, a protocol in lower case",yaml:ma.yaml`
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata:
            name: web
          spec:
            podSelector: {}
            ingress:
              - from:
                  - ipBlock:
                      cidr: 10.0.0.0 # ✖ "cidr" "10.0.0.0" must be a range of IP addresses such as 10.9.8.0/24 or 2001:db8::/64
                  - ipBlock: # ✖ "ipBlock" may not be set beside a selector
                      cidr: 10.0.0.0/8
                      except:
                        - 192.168.0.0/16 # ✖ "except[0]" "192.168.0.0/16" must be a part of 10.0.0.0/8
                    podSelector: {}
                ports:
                  - port: 80
                    protocol: tcp # ✖ "protocol" "tcp" must be one of "TCP", "UDP", "SCTP"
        `}],good:[{title:"a range with an exception",yaml:ma.yaml`
          apiVersion: networking.k8s.io/v1
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
        `}]},[u("networking/v1 NetworkPolicySpec",{fields:{policyTypes:[Ca(tt("Ingress","Egress"))]},check({policyTypes:e=[]},{report:t}){e.length>2&&t(["policyTypes"],"Invalid","must have at most two items")}}),u("networking/v1 NetworkPolicyPort",{fields:{protocol:T("TCP","UDP","SCTP")},check:ur}),u("networking/v1 NetworkPolicyPeer",{check({ipBlock:e,podSelector:t,namespaceSelector:a},{report:o}){let n=t!==void 0||a!==void 0;e===void 0&&!n&&o([],"Required",'Peer must have an "ipBlock", a "podSelector" or a "namespaceSelector"'),e!==void 0&&n&&o(["ipBlock"],"Forbidden","may not be set beside a selector")}}),u("networking/v1 IPBlock",{fields:{cidr:[]},check:pr})]);var Pt=m(f());var St=m(ws()),Ps={describes:"at least 0, or 0% to 100%",test(e){if(typeof e=="number")return e<0?{code:"Invalid",message:"must be at least 0"}:void 0;let t=typeof e=="string"?(0,St.percent)(e):void 0;return t!==void 0?{code:"Invalid",message:t}:typeof e=="string"&&(0,St.percentValue)(e)>100?{code:"Invalid",message:"must be at most 100%"}:void 0}},Ss=y({id:"valid-pod-disruption-budget",since:"0.1.0",summary:"Require a PodDisruptionBudget with one limit, as a number or a percentage.",why:"The API server refuses a budget with both limits, or with one that is neither a number nor a percentage up to 100%.",howToFix:"Keep `minAvailable` or `maxUnavailable`, and write numbers without quotes.",references:["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],bad:[{title:"a number in quotes",yaml:Pt.yaml`
          apiVersion: policy/v1
          kind: PodDisruptionBudget
          metadata:
            name: web
          spec:
            minAvailable: "1" # ✖ "minAvailable" "1" must be digits followed by "%"
            selector:
              matchLabels:
                app: web
        `},{title:"both limits",yaml:Pt.yaml`
          apiVersion: policy/v1
          kind: PodDisruptionBudget
          metadata:
            name: web
          spec: # ✖ "spec" must have "minAvailable" or "maxUnavailable", not both
            minAvailable: 1
            maxUnavailable: 50%
            selector:
              matchLabels:
                app: web
        `}],good:[{title:"a percentage",yaml:Pt.yaml`
          apiVersion: policy/v1
          kind: PodDisruptionBudget
          metadata:
            name: web
          spec:
            maxUnavailable: 50%
            selector:
              matchLabels:
                app: web
        `}]},[u("policy/v1 PodDisruptionBudgetSpec",{fields:{minAvailable:[Ps],maxUnavailable:[Ps],unhealthyPodEvictionPolicy:tt("IfHealthyBudget","AlwaysAllow")},check({minAvailable:e,maxUnavailable:t},{report:a}){e!==void 0&&t!==void 0&&a([],"Invalid",'must have "minAvailable" or "maxUnavailable", not both')}})]);var xs=[gn,vn,kn,wn,Cn,An,Nn,Dn,jn,Bn,es,Un,as,rs,ms,ls,ps,gs,vs,Ss];function Cs(){return fr}var fr=[...yn,...xs.map(({rule:e})=>({...e,category:"validity",severity:"error",presets:["api-server","recommended","strict"],peers:{}}))].sort((e,t)=>da.CATEGORIES.indexOf(e.category)-da.CATEGORIES.indexOf(t.category)||(e.id<t.id?-1:1));var hr=()=>Cs();0&&(module.exports={documentedRules});
