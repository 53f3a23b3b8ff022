/*3984107d65e079d2*/(typeof module=="object"?part=>part(exports,require,module,__filename,__dirname):part=>part)((function(exports,require,module,__filename,__dirname){"use strict";var x=Object.defineProperty;var R=Object.getOwnPropertyDescriptor;var S=Object.getOwnPropertyNames;var b=Object.prototype.hasOwnProperty;var N=(n,o)=>{for(var e in o)x(n,e,{get:o[e],enumerable:!0})},J=(n,o,e,r)=>{if(o&&typeof o=="object"||typeof o=="function")for(let t of S(o))!b.call(n,t)&&t!==e&&x(n,t,{get:()=>o[t],enumerable:!(r=R(o,t))||r.enumerable});return n};var v=n=>J(x({},"__esModule",{value:!0}),n);var U={};N(U,{ruleJson:()=>z,ruleList:()=>A,rulePage:()=>H});module.exports=v(U);var E=require("./cli.cjs").engineDefineRule,y=require("./cli.cjs").project,d=require("./cli.cjs").usageError;function A(n){let o=Math.max(...n.map(({id:t})=>t.length))+2,e=({id:t,severity:s,fixable:p,summary:i})=>`  ${t.padEnd(o)}${s.padEnd(9)}${(p===void 0?"":"fix").padEnd(5)}${i}`;return`${[...new Set(n.map(({category:t})=>t))].map(t=>[`${t}:`,...n.filter(s=>s.category===t).map(e),""].join(`
`)).join(`
`)}
${n.length} rules; podlint rule NAME explains one
`}function z(n){return`[
${n.map(({id:e,category:r,severity:t,presets:s,since:p,summary:i,why:$,howToFix:f,fixable:c=null,options:g={},references:m,peers:u})=>({id:e,category:r,severity:t,presets:s,since:p,summary:i,why:$,howToFix:f,fixable:c,options:g,references:m,peers:u,url:(0,y.ruleUrl)(e)})).map(e=>JSON.stringify(e)).join(`,
`)}
]
`}function H(n,o){let e=o.find(({id:i})=>i===n);if(e!==void 0)return O(e);let r=o.flatMap(i=>L(i).flatMap(({tool:$,id:f})=>w(f)===w(n)?{rule:i,tool:$}:[])),[t]=r;if(t===void 0)throw new d.UsageError(`There is no rule "${n}"${(0,d.didYouMean)(n,o.map(({id:i})=>i))||"; see podlint rules"}`);let s=`${n} of ${[...new Set(r.map(({tool:i})=>i))].join(" and ")} is`,p=[...new Set(r.map(({rule:i})=>i))];return p.length===1?`${s} ${t.rule.id} here.

${O(t.rule)}`:`${s} several rules here; podlint rule NAME explains one:
${p.map(({id:i,summary:$})=>`  ${i}: ${$}
`).join("")}`}var L=({peers:n})=>Object.entries(n).flatMap(([o,e])=>e.map(r=>({tool:o,id:r}))),w=n=>n.toLowerCase().replace(/^avd-/,"").replaceAll(/[-_.\s]/g,"").replace(/([a-z])0+(?=\d)/,"$1");function O({id:n,category:o,severity:e,presets:r,fixable:t,summary:s,why:p,howToFix:i,options:$={},bad:f,good:c,references:g,peers:m}){let u=a=>a.map(l=>`  ${l}
`).join(""),j=a=>(0,E.exampleText)(a).trimEnd().split(`
`).map(l=>l===""?`
`:`  ${l}
`).join(""),h=Object.entries($);return[`${n}: ${s}
`,`Severity ${e}; category ${o}; ${r.length===0?"in no preset: switch it on by name":`in the presets ${r.join(", ")}`}; ${t===void 0?"no fix":`fixed by ${t==="safe"?"--fix":"--fix --unsafe-fixes"}`}
`,`Why:
  ${p}
`,`How to fix:
  ${i}
`,...f.slice(0,1).map(({title:a,yaml:l})=>`Wrong, ${a}:
${j(l)}`),...c.slice(0,1).map(({title:a,yaml:l})=>`Right, ${a}:
${j(l)}`),`How to switch it ${r.length===0?"on or off":"off"}:
${T([...r.length===0?[[`podlint --${e==="error"?"error":"warn"} ${n}`,"for a run"]]:[],[`# podlint-ignore ${n}: the reason`,"at the end of a line of a manifest, or on the line above it"],[`podlint --ignore ${n}`,"for a run"],[`rules: {${n}: off}`,"in podlint.yaml"]])}`,h.length>0&&`Options:
${u(h.map(([a,{default:l,description:M}])=>`${a}: ${M} Default: ${JSON.stringify(l)}`))}
Options in podlint.yaml:
  rules:
    ${n}:
      options: {${h.map(([a,{default:l}])=>`${a}: ${JSON.stringify(l)}`).join(", ")}}
`,`See also:
${u([...g,...Object.entries(m).map(([a,l])=>`${a}: ${l.join(", ")}`),(0,y.ruleUrl)(n)])}`].filter(a=>a!==!1).join(`
`)}function T(n){let o=Math.max(...n.map(([e])=>e.length))+2;return n.map(([e,r])=>`  ${e.padEnd(o)}${r}
`).join("")}0&&(module.exports={ruleJson,ruleList,rulePage});
}))
