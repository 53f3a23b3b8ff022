/*16987b023fb366c5*/(typeof module=="object"?part=>part(exports,require,module,__filename,__dirname):part=>part)((function(exports,require,module,__filename,__dirname){"use strict";var S=Object.defineProperty;var C=Object.getOwnPropertyDescriptor;var D=Object.getOwnPropertyNames;var I=Object.prototype.hasOwnProperty;var Y=(n,e)=>{for(var t in e)S(n,t,{get:e[t],enumerable:!0})},_=(n,e,t,r)=>{if(e&&typeof e=="object"||typeof e=="function")for(let i of D(e))!I.call(n,i)&&i!==t&&S(n,i,{get:()=>e[i],enumerable:!(r=C(e,i))||r.enumerable});return n};var q=n=>_(S({},"__esModule",{value:!0}),n);var T={};Y(T,{PLAIN:()=>L,hasRule:()=>K,normalized:()=>m,ruleJson:()=>G,ruleList:()=>B,rulePage:()=>Q});module.exports=q(T);var A=require("./cli.cjs")("engineDefineRule"),h=require("./cli.cjs")("project"),y=require("./cli.cjs")("reportersColor"),x=require("./cli.cjs")("usageError"),b=require("./cli-own-rules.cjs"),L={paint:(0,y.painter)(!1),link:(0,y.linker)(!1)};function B(n,e=[],{paint:t,link:r}=L){let i=Math.max(...n.map(({id:o})=>o.length))+2,f=({id:o,severity:s,fixable:u,summary:l,url:d=(0,h.ruleUrl)(o)})=>`  ${r(d,o)}${" ".repeat(i-o.length)}${t(s,s.padEnd(9))}${(u===void 0?"":"fix").padEnd(5)}${l}`;return`${[...new Set(n.map(({category:o})=>o))].map(o=>[t("bold",`${o}:`),...n.filter(s=>s.category===o).map(f),""].join(`
`)).join(`
`)}
${e.length===0?"":`${e[0].file}:
${W(e.map(o=>[`${o.id.padEnd(Math.max(...e.map(({id:s})=>s.length)))}  ${o.severity}`,(0,b.inWords)(o)]))}
`}${n.length} rules; podlint rule NAME explains one
`}function G(n,e=[]){let t=n.map(P),r=e.map(({id:i,base:f,severity:p,options:o,message:s})=>({...P(f),id:i,rule:f.id,severity:p,presets:[],options:o,...s===void 0?{}:{message:s}}));return`[
${[...t,...r].map(i=>JSON.stringify(i)).join(`,
`)}
]
`}function P({id:n,category:e,severity:t,presets:r,since:i,summary:f,why:p,howToFix:o,fixable:s,options:u={},references:l,peers:d,url:g=(0,h.ruleUrl)(n)}){return{id:n,category:e,severity:t,presets:r,since:i,summary:f,why:p,howToFix:o,fixable:s??null,options:u,references:l,peers:d,url:g}}var K=(n,e)=>e.some(t=>t.id===n||U(t).some(({id:r})=>m(r)===m(n)));function Q(n,e,t=[],r=L){let i=t.find(({id:l})=>l===n);if(i!==void 0)return`${n} of ${i.file} is ${(0,b.inWords)(i)}${i.message===void 0?"":`, and says: ${i.message}`}.

${O(i.base,r)}`;let f=e.find(({id:l})=>l===n);if(f!==void 0)return O(f,r);let p=e.flatMap(l=>U(l).flatMap(({tool:d,id:g})=>m(g)===m(n)?{rule:l,tool:d}:[])),[o]=p;if(o===void 0)throw new x.UsageError(`Unknown rule "${n}"${(0,x.didYouMean)(n,e.map(({id:l})=>l))||"; see podlint rules"}`);let s=`${n} of ${[...new Set(p.map(({tool:l})=>l))].join(" and ")} is`,u=[...new Set(p.map(({rule:l})=>l))];return u.length===1?`${s} ${o.rule.id} here.

${O(o.rule,r)}`:`${s} several rules here; podlint rule NAME explains one:
${u.map(({id:l,summary:d})=>`  ${l}: ${d}
`).join("")}`}var U=({peers:n})=>Object.entries(n).flatMap(([e,t])=>t.map(r=>({tool:e,id:r}))),m=n=>n.toLowerCase().replace(/^avd-/,"").replaceAll(/[-_.\s]/g,"").replace(/([a-z])0+(?=\d)/,"$1");function O({id:n,category:e,severity:t,presets:r,fixable:i,summary:f,why:p,howToFix:o,options:s={},bad:u,good:l,references:d,peers:g,plugin:v,isAlwaysOn:M,url:k=(0,h.ruleUrl)(n)},{paint:j,link:z}){let c=a=>j("bold",a),w=a=>a.map($=>`  ${$}
`).join(""),E=a=>(0,A.exampleText)(a).trimEnd().split(`
`).map($=>$===""?`
`:`  ${$}
`).join(""),R=Object.entries(s),N=[...d,...Object.entries(g).map(([a,$])=>`${a}: ${$.join(", ")}`),k].filter(a=>a!==""),J=r.length>0||M===!0;return[`${j("bold",z(k,n))}: ${f}
`,`Severity ${j(t,t)}; category ${e}; ${M===!0?`from ${v}`:r.length===0?"in no preset: switch it on by name":`in the presets ${r.join(", ")}`}; ${i===void 0?"no fix":`fixed by ${i==="safe"?"--fix":"--fix --unsafe-fixes"}`}
`,p!==f&&`${c("Why:")}
  ${p}
`,o!==""&&`${c("How to fix:")}
  ${o}
`,...u.slice(0,1).map(({title:a,yaml:$})=>`${c(`Wrong, ${a}:`)}
${E($)}`),...l.slice(0,1).map(({title:a,yaml:$})=>`${c(`Right, ${a}:`)}
${E($)}`),`${c(`How to switch it ${J?"off":"on or off"}:`)}
${W([...J?[]:[[`podlint --${t==="error"?"error":"warn"} ${n}`,"for a run"]],[`# podlint-ignore ${n}: the reason`,"at the end of a line of a manifest, or on the line above it"],[`podlint --ignore ${n}`,"for a run"],[`rules: {${n}: off}`,"in podlint.yaml"]])}`,R.length>0&&`${c("Options:")}
${w(R.map(([a,{default:$,description:H}])=>`${a}: ${H} Default: ${JSON.stringify($)}`))}
${c("Options in podlint.yaml:")}
  rules:
    ${n}:
      options: {${R.map(([a,{default:$}])=>`${a}: ${JSON.stringify($)}`).join(", ")}}
`,N.length>0&&`${c("See also:")}
${w(N)}`].filter(a=>a!==!1).join(`
`)}function W(n){let e=Math.max(...n.map(([t])=>t.length))+2;return n.map(([t,r])=>`  ${t.padEnd(e)}${r}
`).join("")}0&&(module.exports={PLAIN,hasRule,normalized,ruleJson,ruleList,rulePage});
}))
