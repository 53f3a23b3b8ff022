/*c5b98a8405192475*/(typeof module=="object"?part=>part(exports,require,module,__filename,__dirname):part=>part)((function(exports,require,module,__filename,__dirname){"use strict";var l=Object.defineProperty;var S=Object.getOwnPropertyDescriptor;var E=Object.getOwnPropertyNames;var O=Object.prototype.hasOwnProperty;var b=(r,t)=>{for(var e in t)l(r,e,{get:t[e],enumerable:!0})},v=(r,t,e,o)=>{if(t&&typeof t=="object"||typeof t=="function")for(let n of E(t))!O.call(r,n)&&n!==e&&l(r,n,{get:()=>t[n],enumerable:!(o=S(t,n))||o.enumerable});return r};var x=r=>v(l({},"__esModule",{value:!0}),r);var T={};b(T,{default:()=>R});module.exports=x(T);var u=require("./cli.cjs").diagnostic,y=require("./cli.cjs").reportersColor;var s=require("node:path");function $(r,{cwd:t,root:e=t}){return e===t?r:(0,s.relative)(e,(0,s.resolve)(t,r)).split(s.sep).join("/")}var h=require("./cli.cjs").reportersSummary,I=9e5,w={error:"\u{1F6D1}",warning:"\u26A0\uFE0F",info:"\u2139\uFE0F"};function R(r,t){let{diagnostics:e,summary:o}=r,n=`## podlint

${(0,h.summaryText)(o,(0,y.painter)(!1)).trimEnd().split(`
`).map(m).join(`  
`)}
`;if(e.length===0)return n;let i=u.SEVERITIES.flatMap(p=>e.filter(d=>d.severity===p)).map(p=>L(p,t)),a=Buffer.byteLength(n),f=i.findIndex(p=>(a+=Buffer.byteLength(p))>I),g=f===-1?i:i.slice(0,f),c=i.length-g.length;return`${n}
| | place | finding | rule |
|---|---|---|---|
${g.join("")}${c>0?`
${c} more are in the log.
`:""}`}function L({severity:r,file:t,start:e,message:o,rule:n,url:i,object:a},f){return`| ${w[r]} ${r} | ${m(`${$(t,f)}:${e.line}`)} | ${m(o)}${a===""?"":`<br><sub>${m(a)}</sub>`} | [${n}](${i}) |
`}var m=r=>r.replace(/[&<>|`*_[\]()@#\\~:!$]/g,t=>`&#${t.charCodeAt(0)};`);
}))
