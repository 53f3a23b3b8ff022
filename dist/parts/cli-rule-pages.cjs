/*1e456ec6f8c979d9*/(typeof module=="object"?part=>part(exports,require,module,__filename,__dirname):part=>part)((function(exports,require,module,__filename,__dirname){"use strict";var y=Object.defineProperty;var L=Object.getOwnPropertyDescriptor;var N=Object.getOwnPropertyNames;var J=Object.prototype.hasOwnProperty;var H=(e,n)=>{for(var i in n)y(e,i,{get:n[i],enumerable:!0})},W=(e,n,i,t)=>{if(n&&typeof n=="object"||typeof n=="function")for(let r of N(n))!J.call(e,r)&&r!==i&&y(e,r,{get:()=>n[r],enumerable:!(t=L(n,r))||t.enumerable});return e};var k=e=>W(y({},"__esModule",{value:!0}),e);var U={};H(U,{hasRule:()=>F,ruleJson:()=>z,ruleList:()=>P,rulePage:()=>T});module.exports=k(U);var S=require("./cli.cjs").engineDefineRule,x=require("./cli.cjs").project,m=require("./cli.cjs").usageError;var A=require("./cli.cjs").cliSettings;function h({base:e,options:n}){let i=Object.entries(n).map(([t,r])=>`${t}: ${JSON.stringify(r)}`);return i.length===0?e.id:`${e.id} with ${i.join(", ")}`}function P(e,n=[]){let i=Math.max(...e.map(({id:o})=>o.length))+2,t=({id:o,severity:a,fixable:p,summary:d})=>`  ${o.padEnd(i)}${a.padEnd(9)}${(p===void 0?"":"fix").padEnd(5)}${d}`;return`${[...new Set(e.map(({category:o})=>o))].map(o=>[`${o}:`,...e.filter(a=>a.category===o).map(t),""].join(`
`)).join(`
`)}
${n.length===0?"":`${n[0].file}:
${v(n.map(o=>[`${o.id.padEnd(Math.max(...n.map(({id:a})=>a.length)))}  ${o.severity}`,h(o)]))}
`}${e.length} rules; podlint rule NAME explains one
`}function z(e,n=[]){let i=e.map(O),t=n.map(({id:r,base:o,severity:a,options:p,message:d})=>({...O(o),id:r,rule:o.id,severity:a,presets:[],options:p,...d===void 0?{}:{message:d}}));return`[
${[...i,...t].map(r=>JSON.stringify(r)).join(`,
`)}
]
`}function O({id:e,category:n,severity:i,presets:t,since:r,summary:o,why:a,howToFix:p,fixable:d,options:s={},references:u,peers:$}){return{id:e,category:n,severity:i,presets:t,since:r,summary:o,why:a,howToFix:p,fixable:d??null,options:s,references:u,peers:$,url:(0,x.ruleUrl)(e)}}var F=(e,n)=>n.some(i=>i.id===e||b(i).some(({id:t})=>c(t)===c(e)));function T(e,n,i=[]){let t=i.find(({id:s})=>s===e);if(t!==void 0)return`${e} of ${t.file} is ${h(t)}${t.message===void 0?"":`, and says: ${t.message}`}.

${R(t.base)}`;let r=n.find(({id:s})=>s===e);if(r!==void 0)return R(r);let o=n.flatMap(s=>b(s).flatMap(({tool:u,id:$})=>c($)===c(e)?{rule:s,tool:u}:[])),[a]=o;if(a===void 0)throw new m.UsageError(`There is no rule "${e}"${(0,m.didYouMean)(e,n.map(({id:s})=>s))||"; see podlint rules"}`);let p=`${e} of ${[...new Set(o.map(({tool:s})=>s))].join(" and ")} is`,d=[...new Set(o.map(({rule:s})=>s))];return d.length===1?`${p} ${a.rule.id} here.

${R(a.rule)}`:`${p} several rules here; podlint rule NAME explains one:
${d.map(({id:s,summary:u})=>`  ${s}: ${u}
`).join("")}`}var b=({peers:e})=>Object.entries(e).flatMap(([n,i])=>i.map(t=>({tool:n,id:t}))),c=e=>e.toLowerCase().replace(/^avd-/,"").replaceAll(/[-_.\s]/g,"").replace(/([a-z])0+(?=\d)/,"$1");function R({id:e,category:n,severity:i,presets:t,fixable:r,summary:o,why:a,howToFix:p,options:d={},bad:s,good:u,references:$,peers:M}){let j=l=>l.map(f=>`  ${f}
`).join(""),w=l=>(0,S.exampleText)(l).trimEnd().split(`
`).map(f=>f===""?`
`:`  ${f}
`).join(""),g=Object.entries(d);return[`${e}: ${o}
`,`Severity ${i}; category ${n}; ${t.length===0?"in no preset: switch it on by name":`in the presets ${t.join(", ")}`}; ${r===void 0?"no fix":`fixed by ${r==="safe"?"--fix":"--fix --unsafe-fixes"}`}
`,`Why:
  ${a}
`,`How to fix:
  ${p}
`,...s.slice(0,1).map(({title:l,yaml:f})=>`Wrong, ${l}:
${w(f)}`),...u.slice(0,1).map(({title:l,yaml:f})=>`Right, ${l}:
${w(f)}`),`How to switch it ${t.length===0?"on or off":"off"}:
${v([...t.length===0?[[`podlint --${i==="error"?"error":"warn"} ${e}`,"for a run"]]:[],[`# podlint-ignore ${e}: the reason`,"at the end of a line of a manifest, or on the line above it"],[`podlint --ignore ${e}`,"for a run"],[`rules: {${e}: off}`,"in podlint.yaml"]])}`,g.length>0&&`Options:
${j(g.map(([l,{default:f,description:E}])=>`${l}: ${E} Default: ${JSON.stringify(f)}`))}
Options in podlint.yaml:
  rules:
    ${e}:
      options: {${g.map(([l,{default:f}])=>`${l}: ${JSON.stringify(f)}`).join(", ")}}
`,`See also:
${j([...$,...Object.entries(M).map(([l,f])=>`${l}: ${f.join(", ")}`),(0,x.ruleUrl)(e)])}`].filter(l=>l!==!1).join(`
`)}function v(e){let n=Math.max(...e.map(([i])=>i.length))+2;return e.map(([i,t])=>`  ${i.padEnd(n)}${t}
`).join("")}0&&(module.exports={hasRule,ruleJson,ruleList,rulePage});
}))
