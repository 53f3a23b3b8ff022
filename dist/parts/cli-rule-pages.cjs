/*6df7c550a85438ca*/(typeof module=="object"?part=>part(exports,require,module,__filename,__dirname):part=>part)((function(exports,require,module,__filename,__dirname){"use strict";var y=Object.defineProperty;var R=Object.getOwnPropertyDescriptor;var S=Object.getOwnPropertyNames;var J=Object.prototype.hasOwnProperty;var M=(n,i)=>{for(var r in i)y(n,r,{get:i[r],enumerable:!0})},N=(n,i,r,s)=>{if(i&&typeof i=="object"||typeof i=="function")for(let e of S(i))!J.call(n,e)&&e!==r&&y(n,e,{get:()=>i[e],enumerable:!(s=R(i,e))||s.enumerable});return n};var T=n=>N(y({},"__esModule",{value:!0}),n);var k={};M(k,{ruleJson:()=>U,ruleList:()=>v,rulePage:()=>W});module.exports=T(k);var w=require("./cli.cjs").engineDefineRule,x=require("./cli.cjs").project,d=require("./cli.cjs").usageError;function v(n){let i=Math.max(...n.map(({id:e})=>e.length))+2,r=({id:e,severity:a,fixable:l,summary:p})=>`  ${e.padEnd(i)}${a.padEnd(9)}${(l===void 0?"":"fix").padEnd(5)}${p}`;return`${[...new Set(n.map(({category:e})=>e))].map(e=>[`${e}:`,...n.filter(a=>a.category===e).map(r),""].join(`
`)).join(`
`)}
${n.length} rules; podlint rule NAME explains one
`}function U(n){return`[
${n.map(({id:r,category:s,severity:e,presets:a,since:l,summary:p,why:f,howToFix:u,fixable:m=null,options:$={},references:c,peers:g})=>({id:r,category:s,severity:e,presets:a,since:l,summary:p,why:f,howToFix:u,fixable:m,options:$,references:c,peers:g,url:(0,x.ruleUrl)(r)})).map(r=>JSON.stringify(r)).join(`,
`)}
]
`}function W(n,i){let r=i.find(({id:t})=>t===n);if(r===void 0)throw new d.UsageError(`There is no rule "${n}"${(0,d.didYouMean)(n,i.map(({id:t})=>t))||"; see podlint rules"}`);let{id:s,category:e,severity:a,presets:l,fixable:p,summary:f,why:u,howToFix:m,options:$={},bad:c,good:g,references:b,peers:E}=r,h=t=>t.map(o=>`  ${o}
`).join(""),j=t=>(0,w.exampleText)(t).trimEnd().split(`
`).map(o=>o===""?`
`:`  ${o}
`).join("");return[`${s}: ${f}
`,`Severity ${a}; category ${e}; ${l.length===0?"in no preset: switch it on by name":`in the presets ${l.join(", ")}`}; ${p===void 0?"no fix":`mended by ${p==="safe"?"--fix":"--fix --unsafe-fixes"}`}
`,`Why:
  ${u}
`,`How to fix:
  ${m}
`,Object.keys($).length>0&&`Options:
${h(Object.entries($).map(([t,{default:o,description:O}])=>`${t}: ${O} Default: ${JSON.stringify(o)}`))}`,...c.slice(0,1).map(({title:t,yaml:o})=>`Wrong, ${t}:
${j(o)}`),...g.slice(0,1).map(({title:t,yaml:o})=>`Right, ${t}:
${j(o)}`),`See also:
${h([...b,...Object.entries(E).map(([t,o])=>`${t}: ${o.join(", ")}`),(0,x.ruleUrl)(s)])}`].filter(t=>t!==!1).join(`
`)}0&&(module.exports={ruleJson,ruleList,rulePage});
}))
