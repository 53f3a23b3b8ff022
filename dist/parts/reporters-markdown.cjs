"use strict";var L=Object.create;var f=Object.defineProperty;var T=Object.getOwnPropertyDescriptor;var j=Object.getOwnPropertyNames;var A=Object.getPrototypeOf,B=Object.prototype.hasOwnProperty;var g=(r,t)=>()=>{try{return t||r((t={exports:{}}).exports,t),t.exports}catch(e){throw t=0,e}},C=(r,t)=>{for(var e in t)f(r,e,{get:t[e],enumerable:!0})},y=(r,t,e,o)=>{if(t&&typeof t=="object"||typeof t=="function")for(let n of j(t))!B.call(r,n)&&n!==e&&f(r,n,{get:()=>t[n],enumerable:!(o=T(t,n))||o.enumerable});return r};var c=(r,t,e)=>(e=r!=null?L(A(r)):{},y(t||!r||!r.__esModule?f(e,"default",{value:r,enumerable:!0}):e,r)),D=r=>y(f({},"__esModule",{value:!0}),r);var h=g((M,d)=>{d.exports=require("./cli-check.cjs").diagnostic});var x=g((N,R)=>{R.exports=require("../podlint.cjs").reportersColor});var O=g((F,E)=>{E.exports=require("../podlint.cjs").reportersSummary});var k={};C(k,{default:()=>q});module.exports=D(k);var b=c(h(),1),v=c(x(),1);var s=require("node:path");function S(r,{cwd:t,root:e=t}){return e===t?r:(0,s.relative)(e,(0,s.resolve)(t,r)).split(s.sep).join("/")}var I=c(O(),1),G=9e5,P={error:"\u{1F6D1}",warning:"\u26A0\uFE0F",info:"\u2139\uFE0F"};function q(r,t){let{diagnostics:e,summary:o}=r,n=`## podlint

${(0,I.summaryText)(o,(0,v.painter)(!1)).trimEnd().split(`
`).map(l).join(`  
`)}
`;if(e.length===0)return n;let i=b.SEVERITIES.flatMap(p=>e.filter(w=>w.severity===p)).map(p=>_(p,t)),a=Buffer.byteLength(n),m=i.findIndex(p=>(a+=Buffer.byteLength(p))>G),u=m===-1?i:i.slice(0,m),$=i.length-u.length;return`${n}
| | place | finding | rule |
|---|---|---|---|
${u.join("")}${$>0?`
${$} more are in the log.
`:""}`}function _({severity:r,file:t,start:e,message:o,rule:n,url:i,object:a},m){return`| ${P[r]} ${r} | ${l(`${S(t,m)}:${e.line}`)} | ${l(o)}${a===""?"":`<br><sub>${l(a)}</sub>`} | [${n}](${i}) |
`}var l=r=>r.replace(/[&<>|`*_[\]()@#\\~:!$]/g,t=>`&#${t.charCodeAt(0)};`);
