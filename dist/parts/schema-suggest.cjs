/*9c627eaa36f466de*/(typeof module=="object"?part=>part(exports,require,module,__filename,__dirname):part=>part)((function(exports,require,module,__filename,__dirname){"use strict";var v=Object.defineProperty;var k=Object.getOwnPropertyDescriptor;var j=Object.getOwnPropertyNames;var E=Object.prototype.hasOwnProperty;var O=(e,n)=>{for(var t in n)v(e,t,{get:n[t],enumerable:!0})},A=(e,n,t,r)=>{if(n&&typeof n=="object"||typeof n=="function")for(let o of j(n))!E.call(e,o)&&o!==t&&v(e,o,{get:()=>n[o],enumerable:!(r=k(n,o))||r.enumerable});return e};var B=e=>A(v({},"__esModule",{value:!0}),e);var Q={};O(Q,{fieldSince:()=>W,fieldSuggestion:()=>U,placeAbove:()=>K});module.exports=B(Q);var L=require("./cli.cjs")("modelNearest"),N=require("./cli.cjs")("versions");var D=`
networking/v1 IngressBackend|serviceName|service.name
networking/v1 IngressBackend|servicePort|service.port.number
networking/v1 IngressSpec|backend|defaultBackend
autoscaling/v2 HorizontalPodAutoscalerSpec|targetCPUUtilizationPercentage|metrics[].resource.target.averageUtilization
autoscaling/v2 ResourceMetricSource|targetAverageUtilization|target.averageUtilization
autoscaling/v2 ResourceMetricSource|targetAverageValue|target.averageValue
autoscaling/v2 PodsMetricSource|metricName|metric.name
autoscaling/v2 PodsMetricSource|targetAverageValue|target.averageValue
autoscaling/v2 ObjectMetricSource|metricName|metric.name
autoscaling/v2 ObjectMetricSource|targetValue|target.value
autoscaling/v2 ExternalMetricSource|metricName|metric.name
autoscaling/v2 ExternalMetricSource|metricSelector|metric.selector
autoscaling/v2 ExternalMetricSource|targetValue|target.value
autoscaling/v2 ExternalMetricSource|targetAverageValue|target.averageValue
apiextensions/v1 CustomResourceDefinitionSpec|validation|versions[].schema
apiextensions/v1 CustomResourceDefinitionSpec|version|versions[].name
apiextensions/v1 CustomResourceDefinitionSpec|subresources|versions[].subresources
apiextensions/v1 CustomResourceDefinitionSpec|additionalPrinterColumns|versions[].additionalPrinterColumns
apiextensions/v1 CustomResourceColumnDefinition|JSONPath|jsonPath
core/v1 SecretVolumeSource|name|secretName
core/v1 ConfigMapVolumeSource|configMapName|name
core/v1 ConfigMapVolumeSource|secretName|name
core/v1 PersistentVolumeClaimVolumeSource|name|claimName
core/v1 Volume|pvc|persistentVolumeClaim
core/v1 Volume|persistentVolume|persistentVolumeClaim
core/v1 Volume|configmap|configMap
core/v1 VolumeMount|path|mountPath
core/v1 VolumeMount|volume|name
core/v1 EnvVar|secretKeyRef|valueFrom.secretKeyRef
core/v1 EnvVar|configMapKeyRef|valueFrom.configMapKeyRef
core/v1 EnvVar|fieldRef|valueFrom.fieldRef
core/v1 EnvVar|resourceFieldRef|valueFrom.resourceFieldRef
core/v1 Container|environment|env
core/v1 Container|entrypoint|command
core/v1 Container|cmd|args
core/v1 Container|volumes|volumeMounts
core/v1 ContainerPort|port|containerPort
core/v1 PodSpec|restart|restartPolicy
core/v1 ServicePort|containerPort|targetPort
networking/v1 NetworkPolicyPeer|cidr|ipBlock.cidr
rbac/v1 PolicyRule|apiGroup|apiGroups
*|replicaCount|replicas
`,z=()=>D.trim().split(`
`).map(e=>e.split("|")),P;function C(e,n){P??=I();let t=P.get(n);return(t?.find(([r])=>r===e)??t?.find(([r])=>r==="*"))?.[1]}function I(){let e=new Map;for(let[n="",t="",r=""]of z())e.set(t,[...e.get(t)??[],[n,r]]);return e}var u=require("./cli.cjs")("schemaTable"),F=24;function U(e,n,t,r,o){let i=e.key(t),{type:s}=r,d=m=>e.find(n,m)===-1&&g(s.fields.get(m).type,e,t+1),l=y(s).byLetters.get(i.toLowerCase())?.find(d);if(l!==void 0)return b(l);if(s.name==="meta/v1 LabelSelector"&&e.isScalar(t+1))return{hint:': it belongs in "matchLabels"',meant:[["matchLabels"]]};let c=C(s.name,i);if(c!==void 0)return s.fields.has(c)&&g(s.fields.get(c).type,e,t+1)?b(c):{hint:`: it is "${c}"`,meant:[h(c)]};if(r.above!==void 0&&r.way.endsWith("[]")){o.has(n)||o.set(n,G(e,n,r.above.type));let m=o.get(n);if(m!==void 0)return{hint:`: the item belongs in "${m}"`,meant:[],misplaced:!0}}if(T(e,t+1,s))return{hint:`: what is in it belongs in ${r.way===""?"the object itself":`"${r.way}"`}`,meant:$(e,t+1).map(m=>[m])};let a=(0,L.nearest)(i,y(s).names,d),f=S(e,t,s,a===void 0?2:1);if(f!==void 0)return{hint:`: it belongs in "${f}"`,meant:[[...h(f),i]]};let M=H(e,t,r,a!==void 0);if(M!==void 0)return{hint:`: it belongs in "${M}"`,meant:[]};let p=a===void 0?S(e,t,s,w):void 0;return p!==void 0?{hint:`: it belongs in "${p}"`,meant:[[...h(p),i]]}:a===void 0?void 0:b(a)}var b=e=>({hint:`, did you mean "${e}"?`,rename:e,meant:[[e]]}),h=e=>e.slice(0,/\[|$/.exec(e).index).split(".");function K(e,n){for(let t=n;t!==void 0;t=t.above)if(t.type.fields.has(e))return t.way}function W(e,n,t){let r=`${e} ${n}`,o=V.get(r);return o===void 0&&V.set(r,o=N.MINORS.filter(i=>Number(i.split(".")[1])>e).map(i=>[i,(0,u.loadTable)(i).type(n)])),o.find(([,i])=>i?.fields.has(t)===!0)?.[0]}var V=new Map;function g(e,n,t){if(n.isNull(t))return!0;switch(e.code){case u.Code.object:case u.Code.map:case u.Code.free:return n.isMap(t);case u.Code.list:return n.isSequence(t);case u.Code.any:case u.Code.objectOrBoolean:case u.Code.objectOrList:case u.Code.objectOrStrings:return!0;default:return n.isScalar(t)}}function G(e,n,t){if(e.count(n)<2)return;let r=[...t.fields.values()].filter(({type:o})=>o.code===u.Code.list&&o.item.object!==void 0&&T(e,n,o.item.object));return r.length===1?r[0].name:void 0}function $(e,n){let t=[];for(let r=n+1,o=e.next(n);r<o;r=e.next(r+1))t.push(e.key(r));return t}function T(e,n,t){return!e.isMap(n)||e.count(n)===0?!1:$(e,n).every(r=>t.fields.has(r))}var S=(e,n,t,r)=>q(J(t).get(e.key(n)),e,n+1,r);function H(e,n,{above:t},r){let o=!1;for(let i=t,s=1;i!==void 0&&s<F&&!o;i=i.above,s++)o=y(i.type).holdsSources;for(let i=t,s=1;i!==void 0&&s<F;i=i.above,s++){let{type:d,way:l}=i,c=d.fields.get(e.key(n));if(c!==void 0&&g(c.type,e,n+1))return l===""?void 0:l;if(o)continue;let a=S(e,n,d,r?1:w-1);if(a!==void 0)return l===""?a:`${l}.${a}`}}var R=new WeakMap;function y(e){let n=R.get(e);if(n===void 0){let t=[...e.fields.keys()],r=new Map;for(let i of t)r.set(i.toLowerCase(),[...r.get(i.toLowerCase())??[],i]);let o=[...e.fields.values()].filter(({type:{object:i}})=>i?.name.endsWith("Source")===!0);R.set(e,n={names:t,byLetters:r,holdsSources:o.length>3})}return n}function q(e=[],n,t,r){let o=e.filter(({field:s,depth:d})=>d<=r&&g(s,n,t)),i=o.length>1?o.filter(({way:s})=>!/(?:initC|ephemeralC)ontainers\[\]/.test(s)):o;return i.length===1?i[0].way:void 0}var x=new Map,w=6;function J(e){let n=x.get(e);if(n!==void 0)return n;let t=new Map;x.set(e,t);let r=new Set([e]),o=[{type:e,way:""}];for(let i=1;i<=w&&o.length>0;i++){let s=[];for(let{type:d,way:l}of o)for(let{name:c,type:a}of d.fields.values()){let f=a.code===u.Code.list?a.item.object:a.code===u.Code.object?a.object:void 0;f===void 0||r.has(f)||c==="status"||s.push({type:f,way:`${l===""?"":`${l}.`}${c}${a.code===u.Code.list?"[]":""}`})}for(let{type:d,way:l}of s){r.add(d);for(let c of d.fields.values()){let a=t.get(c.name);a===void 0?t.set(c.name,[{way:l,field:c.type,depth:i}]):a[0].depth===i&&a.push({way:l,field:c.type,depth:i})}}o=s}return t}0&&(module.exports={fieldSince,fieldSuggestion,placeAbove});
}))
