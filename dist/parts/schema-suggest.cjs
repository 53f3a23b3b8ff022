/*17e6181e991772f8*/(typeof module=="object"?part=>part(exports,require,module,__filename,__dirname):part=>part)((function(exports,require,module,__filename,__dirname){"use strict";var h=Object.defineProperty;var L=Object.getOwnPropertyDescriptor;var O=Object.getOwnPropertyNames;var E=Object.prototype.hasOwnProperty;var T=(e,n)=>{for(var t in n)h(e,t,{get:n[t],enumerable:!0})},k=(e,n,t,r)=>{if(n&&typeof n=="object"||typeof n=="function")for(let i of O(n))!E.call(e,i)&&i!==t&&h(e,i,{get:()=>n[i],enumerable:!(r=L(n,i))||r.enumerable});return e};var A=e=>k(h({},"__esModule",{value:!0}),e);var J={};T(J,{fieldSince:()=>I,fieldSuggestion:()=>D,placeAbove:()=>z});module.exports=A(J);var x=require("./cli.cjs")("modelNearest"),$=require("./cli.cjs")("versions");var b=`
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
`;function V(e,n){for(let t of[e,"*"]){let r=`
${t}|${n}|`,i=b.indexOf(r);if(i!==-1)return b.slice(i+r.length,b.indexOf(`
`,i+1))}}var c=require("./cli.cjs")("schemaTable"),B=24;function D(e,n,t,r,i,o){let a=e.key(t),u=R(r,i).slice(-B),{type:s}=u.at(-1),d=[...s.fields.values()].filter(f=>e.find(n,f.name)===-1&&p(f.type,e,t+1)).map(f=>f.name),l=d.find(f=>f.toLowerCase()===a.toLowerCase());if(l!==void 0)return y(l);if(s.name==="meta/v1 LabelSelector"&&e.isScalar(t+1))return{hint:': it belongs in "matchLabels"',meant:[["matchLabels"]]};let m=V(s.name,a);if(m!==void 0)return s.fields.has(m)&&p(s.fields.get(m).type,e,t+1)?y(m):{hint:`: it is "${m}"`,meant:[w(m)]};if(typeof i.at(-1)=="number"){o.has(n)||o.set(n,U(e,n,u.at(-2).type));let f=o.get(n);if(f!==void 0)return{hint:`: the item belongs in "${f}"`,meant:[],misplaced:!0}}if(N(e,t+1,s))return{hint:`: what is in it belongs in ${i.length===0?"the object itself":`"${u.at(-1).way}"`}`,meant:j(e,t+1).map(f=>[f])};let g=(0,x.nearest)(a,d),v=M(e,t,s,g===void 0?2:1);if(v!==void 0)return{hint:`: it belongs in "${v}"`,meant:[[...w(v),a]]};let C=K(e,t,u,g!==void 0);if(C!==void 0)return{hint:`: it belongs in "${C}"`,meant:[]};let S=g===void 0?M(e,t,s,P):void 0;return S!==void 0?{hint:`: it belongs in "${S}"`,meant:[[...w(S),a]]}:g===void 0?void 0:y(g)}var y=e=>({hint:`, did you mean "${e}"?`,rename:e,meant:[[e]]}),w=e=>e.slice(0,/\[|$/.exec(e).index).split(".");function z(e,n,t){return R(n,t).findLast(({type:i})=>i.fields.has(e))?.way}function I(e,n,t){return $.MINORS.find(r=>Number(r.split(".")[1])>e&&(0,c.loadTable)(r).type(n)?.fields.has(t)===!0)}function R(e,n){let t=[{type:e,way:""}],r,i="";for(let o of n){if(r===void 0||r.object!==void 0){let{type:a}=t.at(-1);r=a.fields.get(String(o))?.type,i=i===""?String(o):`${i}.${o}`}else i=typeof o=="number"?`${i}[]`:`${i}.${o}`,r=r.item;if(r===void 0)break;r.object!==void 0&&t.push({type:r.object,way:i})}return t}function p(e,n,t){if(n.isNull(t))return!0;switch(e.code){case c.Code.object:case c.Code.map:case c.Code.free:return n.isMap(t);case c.Code.list:return n.isSequence(t);case c.Code.any:case c.Code.objectOrBoolean:case c.Code.objectOrList:case c.Code.objectOrStrings:return!0;default:return n.isScalar(t)}}function U(e,n,t){if(e.count(n)<2)return;let r=[...t.fields.values()].filter(({type:i})=>i.code===c.Code.list&&i.item.object!==void 0&&N(e,n,i.item.object));return r.length===1?r[0].name:void 0}function j(e,n){let t=[];for(let r=n+1,i=e.next(n);r<i;r=e.next(r+1))t.push(e.key(r));return t}function N(e,n,t){return!e.isMap(n)||e.count(n)===0?!1:j(e,n).every(r=>t.fields.has(r))}var M=(e,n,t,r)=>H(q(t).get(e.key(n)),e,n+1,r);function K(e,n,t,r){let i=t.slice(0,-1).some(({type:o})=>G(o));for(let{type:o,way:a}of t.slice(0,-1).reverse()){let u=o.fields.get(e.key(n));if(u!==void 0&&p(u.type,e,n+1))return a===""?void 0:a;if(i)continue;let s=M(e,n,o,r?1:P-1);if(s!==void 0)return a===""?s:`${a}.${s}`}}var G=e=>[...e.fields.values()].filter(({type:{object:n}})=>n?.name.endsWith("Source")===!0).length>3;function H(e=[],n,t,r){let i=e.filter(({field:a,depth:u})=>u<=r&&p(a,n,t)),o=i.length>1?i.filter(({way:a})=>!/(?:initC|ephemeralC)ontainers\[\]/.test(a)):i;return o.length===1?o[0].way:void 0}var F=new Map,P=6;function q(e){let n=F.get(e);if(n!==void 0)return n;let t=new Map;F.set(e,t);let r=new Set([e]),i=[{type:e,way:""}];for(let o=1;o<=P&&i.length>0;o++){let a=[];for(let{type:u,way:s}of i)for(let{name:d,type:l}of u.fields.values()){let m=l.code===c.Code.list?l.item.object:l.code===c.Code.object?l.object:void 0;m===void 0||r.has(m)||d==="status"||a.push({type:m,way:`${s===""?"":`${s}.`}${d}${l.code===c.Code.list?"[]":""}`})}for(let{type:u,way:s}of a){r.add(u);for(let d of u.fields.values()){let l=t.get(d.name);l===void 0?t.set(d.name,[{way:s,field:d.type,depth:o}]):l[0].depth===o&&l.push({way:s,field:d.type,depth:o})}}i=a}return t}0&&(module.exports={fieldSince,fieldSuggestion,placeAbove});
}))
