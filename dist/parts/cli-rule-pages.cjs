"use strict";var U=Object.create;var u=Object.defineProperty;var W=Object.getOwnPropertyDescriptor;var k=Object.getOwnPropertyNames;var A=Object.getPrototypeOf,F=Object.prototype.hasOwnProperty;var y=(e,n)=>()=>{try{return n||e((n={exports:{}}).exports,n),n.exports}catch(t){throw n=0,t}},H=(e,n)=>{for(var t in n)u(e,t,{get:n[t],enumerable:!0})},E=(e,n,t,s)=>{if(n&&typeof n=="object"||typeof n=="function")for(let r of k(n))!F.call(e,r)&&r!==t&&u(e,r,{get:()=>n[r],enumerable:!(s=W(n,r))||s.enumerable});return e};var h=(e,n,t)=>(t=e!=null?U(A(e)):{},E(n||!e||!e.__esModule?u(t,"default",{value:e,enumerable:!0}):t,e)),L=e=>E(u({},"__esModule",{value:!0}),e);var O=y((I,R)=>{R.exports=require("./cli-check.cjs").engineDefineRule});var q=y((K,S)=>{S.exports=require("../podlint.cjs").project});var M=y((Q,J)=>{J.exports=require("../podlint.cjs").usageError});var B={};H(B,{ruleJson:()=>Y,ruleList:()=>P,rulePage:()=>z});module.exports=L(B);var N=h(O(),1),j=h(q(),1),f=h(M(),1);function P(e){let n=Math.max(...e.map(({id:r})=>r.length))+2,t=({id:r,severity:a,fixable:p,summary:l})=>`  ${r.padEnd(n)}${a.padEnd(9)}${(p===void 0?"":"fix").padEnd(5)}${l}`;return`${[...new Set(e.map(({category:r})=>r))].map(r=>[`${r}:`,...e.filter(a=>a.category===r).map(t),""].join(`
`)).join(`
`)}
${e.length} rules; podlint rule NAME explains one
`}function Y(e){return`[
${e.map(({id:t,category:s,severity:r,presets:a,since:p,summary:l,why:d,howToFix:m,fixable:c=null,options:$={},references:g,peers:x})=>({id:t,category:s,severity:r,presets:a,since:p,summary:l,why:d,howToFix:m,fixable:c,options:$,references:g,peers:x,url:(0,j.ruleUrl)(t)})).map(t=>JSON.stringify(t)).join(`,
`)}
]
`}function z(e,n){let t=n.find(({id:i})=>i===e);if(t===void 0)throw new f.UsageError(`There is no rule "${e}"${(0,f.didYouMean)(e,n.map(({id:i})=>i))||"; see podlint rules"}`);let{id:s,category:r,severity:a,presets:p,fixable:l,summary:d,why:m,howToFix:c,options:$={},bad:g,good:x,references:T,peers:v}=t,w=i=>i.map(o=>`  ${o}
`).join(""),b=i=>(0,N.exampleText)(i).trimEnd().split(`
`).map(o=>o===""?`
`:`  ${o}
`).join("");return[`${s}: ${d}
`,`Severity ${a}; category ${r}; ${p.length===0?"in no preset: switch it on by name":`in the presets ${p.join(", ")}`}; ${l===void 0?"no fix":`mended by ${l==="safe"?"--fix":"--fix --unsafe-fixes"}`}
`,`Why:
  ${m}
`,`How to fix:
  ${c}
`,Object.keys($).length>0&&`Options:
${w(Object.entries($).map(([i,{default:o,description:D}])=>`${i}: ${D} Default: ${JSON.stringify(o)}`))}`,...g.slice(0,1).map(({title:i,yaml:o})=>`Wrong, ${i}:
${b(o)}`),...x.slice(0,1).map(({title:i,yaml:o})=>`Right, ${i}:
${b(o)}`),`See also:
${w([...T,...Object.entries(v).map(([i,o])=>`${i}: ${o.join(", ")}`),(0,j.ruleUrl)(s)])}`].filter(i=>i!==!1).join(`
`)}0&&(module.exports={ruleJson,ruleList,rulePage});
