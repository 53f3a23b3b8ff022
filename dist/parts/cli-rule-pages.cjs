/*b7dc71992ca045e6*/(typeof module=="object"?part=>part(exports,require,module,__filename,__dirname):part=>part)((function(exports,require,module,__filename,__dirname){"use strict";var j=Object.defineProperty;var V=Object.getOwnPropertyDescriptor;var C=Object.getOwnPropertyNames;var D=Object.prototype.hasOwnProperty;var F=(e,n)=>{for(var t in n)j(e,t,{get:n[t],enumerable:!0})},I=(e,n,t,r)=>{if(n&&typeof n=="object"||typeof n=="function")for(let i of C(n))!D.call(e,i)&&i!==t&&j(e,i,{get:()=>n[i],enumerable:!(r=V(n,i))||r.enumerable});return e};var Y=e=>I(j({},"__esModule",{value:!0}),e);var T={};F(T,{PLAIN:()=>b,hasRule:()=>K,normalized:()=>m,ruleJson:()=>G,ruleList:()=>B,rulePage:()=>Q});module.exports=Y(T);var J=require("./cli.cjs")("engineDefineRule"),y=require("./cli.cjs")("project"),h=require("./cli.cjs")("reportersColor"),R=require("./cli.cjs")("usageError");var _=require("./cli.cjs")("cliAnswers"),q=require("./cli.cjs")("cliSettings");function O({base:e,options:n}){let t=Object.entries(n).map(([r,i])=>`${r}: ${JSON.stringify(i)}`);return t.length===0?e.id:`${e.id} with ${t.join(", ")}`}var b={paint:(0,h.painter)(!1),link:(0,h.linker)(!1)};function B(e,n=[],{paint:t,link:r}=b){let i=Math.max(...e.map(({id:o})=>o.length))+2,p=({id:o,severity:a,fixable:$,summary:s,url:u=(0,y.ruleUrl)(o)})=>`  ${r(u,o)}${" ".repeat(i-o.length)}${t(a,a.padEnd(9))}${($===void 0?"":"fix").padEnd(5)}${s}`;return`${[...new Set(e.map(({category:o})=>o))].map(o=>[t("bold",`${o}:`),...e.filter(a=>a.category===o).map(p),""].join(`
`)).join(`
`)}
${n.length===0?"":`${n[0].file}:
${W(n.map(o=>[`${o.id.padEnd(Math.max(...n.map(({id:a})=>a.length)))}  ${o.severity}`,O(o)]))}
`}${e.length} rules; podlint rule NAME explains one
`}function G(e,n=[]){let t=e.map(P),r=n.map(({id:i,base:p,severity:d,options:o,message:a})=>({...P(p),id:i,rule:p.id,severity:d,presets:[],options:o,...a===void 0?{}:{message:a}}));return`[
${[...t,...r].map(i=>JSON.stringify(i)).join(`,
`)}
]
`}function P({id:e,category:n,severity:t,presets:r,since:i,summary:p,why:d,howToFix:o,fixable:a,options:$={},references:s,peers:u,url:g=(0,y.ruleUrl)(e)}){return{id:e,category:n,severity:t,presets:r,since:i,summary:p,why:d,howToFix:o,fixable:a??null,options:$,references:s,peers:u,url:g}}var K=(e,n)=>n.some(t=>t.id===e||H(t).some(({id:r})=>m(r)===m(e)));function Q(e,n,t=[],r=b){let i=t.find(({id:s})=>s===e);if(i!==void 0)return`${e} of ${i.file} is ${O(i)}${i.message===void 0?"":`, and says: ${i.message}`}.

${w(i.base,r)}`;let p=n.find(({id:s})=>s===e);if(p!==void 0)return w(p,r);let d=n.flatMap(s=>H(s).flatMap(({tool:u,id:g})=>m(g)===m(e)?{rule:s,tool:u}:[])),[o]=d;if(o===void 0)throw new R.UsageError(`Unknown rule "${e}"${(0,R.didYouMean)(e,n.map(({id:s})=>s))||"; see podlint rules"}`);let a=`${e} of ${[...new Set(d.map(({tool:s})=>s))].join(" and ")} is`,$=[...new Set(d.map(({rule:s})=>s))];return $.length===1?`${a} ${o.rule.id} here.

${w(o.rule,r)}`:`${a} several rules here; podlint rule NAME explains one:
${$.map(({id:s,summary:u})=>`  ${s}: ${u}
`).join("")}`}var H=({peers:e})=>Object.entries(e).flatMap(([n,t])=>t.map(r=>({tool:n,id:r}))),m=e=>e.toLowerCase().replace(/^avd-/,"").replaceAll(/[-_.\s]/g,"").replace(/([a-z])0+(?=\d)/,"$1");function w({id:e,category:n,severity:t,presets:r,fixable:i,summary:p,why:d,howToFix:o,options:a={},bad:$,good:s,references:u,peers:g,plugin:A,isAlwaysOn:k,url:L=(0,y.ruleUrl)(e)},{paint:x,link:U}){let c=l=>x("bold",l),M=l=>l.map(f=>`  ${f}
`).join(""),v=l=>(0,J.exampleText)(l).trimEnd().split(`
`).map(f=>f===""?`
`:`  ${f}
`).join(""),S=Object.entries(a),E=[...u,...Object.entries(g).map(([l,f])=>`${l}: ${f.join(", ")}`),L].filter(l=>l!==""),N=r.length>0||k===!0;return[`${x("bold",U(L,e))}: ${p}
`,`Severity ${x(t,t)}; category ${n}; ${k===!0?`from ${A}`:r.length===0?"in no preset: switch it on by name":`in the presets ${r.join(", ")}`}; ${i===void 0?"no fix":`fixed by ${i==="safe"?"--fix":"--fix --unsafe-fixes"}`}
`,d!==p&&`${c("Why:")}
  ${d}
`,o!==""&&`${c("How to fix:")}
  ${o}
`,...$.slice(0,1).map(({title:l,yaml:f})=>`${c(`Wrong, ${l}:`)}
${v(f)}`),...s.slice(0,1).map(({title:l,yaml:f})=>`${c(`Right, ${l}:`)}
${v(f)}`),`${c(`How to switch it ${N?"off":"on or off"}:`)}
${W([...N?[]:[[`podlint --${t==="error"?"error":"warn"} ${e}`,"for a run"]],[`# podlint-ignore ${e}: the reason`,"at the end of a line of a manifest, or on the line above it"],[`podlint --ignore ${e}`,"for a run"],[`rules: {${e}: off}`,"in podlint.yaml"]])}`,S.length>0&&`${c("Options:")}
${M(S.map(([l,{default:f,description:z}])=>`${l}: ${z} Default: ${JSON.stringify(f)}`))}
${c("Options in podlint.yaml:")}
  rules:
    ${e}:
      options: {${S.map(([l,{default:f}])=>`${l}: ${JSON.stringify(f)}`).join(", ")}}
`,E.length>0&&`${c("See also:")}
${M(E)}`].filter(l=>l!==!1).join(`
`)}function W(e){let n=Math.max(...e.map(([t])=>t.length))+2;return e.map(([t,r])=>`  ${t.padEnd(n)}${r}
`).join("")}0&&(module.exports={PLAIN,hasRule,normalized,ruleJson,ruleList,rulePage});
}))
