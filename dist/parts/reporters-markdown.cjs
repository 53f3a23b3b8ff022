/*d986d8f9ffd515b5*/(typeof module=="object"?part=>part(exports,require,module,__filename,__dirname):part=>part)((function(exports,require,module,__filename,__dirname){"use strict";var l=Object.defineProperty;var S=Object.getOwnPropertyDescriptor;var x=Object.getOwnPropertyNames;var E=Object.prototype.hasOwnProperty;var O=(n,t)=>{for(var r in t)l(n,r,{get:t[r],enumerable:!0})},b=(n,t,r,o)=>{if(t&&typeof t=="object"||typeof t=="function")for(let e of x(t))!E.call(n,e)&&e!==r&&l(n,e,{get:()=>t[e],enumerable:!(o=S(t,e))||o.enumerable});return n};var v=n=>b(l({},"__esModule",{value:!0}),n);var T={};O(T,{default:()=>h});module.exports=v(T);var u=require("./cli.cjs").diagnostic,y=require("./cli.cjs").reportersColor;var s=require("node:path");function $(n,{cwd:t,root:r=t}){return r===t?n:(0,s.relative)(r,(0,s.resolve)(t,n)).split(s.sep).join("/")}var d=require("./cli.cjs").reportersSummary,I=9e5,w={error:"\u{1F6D1}",warning:"\u26A0\uFE0F",info:"\u2139\uFE0F"};function h(n,t){let{diagnostics:r,summary:o}=n,e=`## podlint

${(0,d.summaryText)(o,(0,y.painter)(!1)).trimEnd().split(`
`).map(m).join(`  
`)}
`;if(r.length===0)return e;let i=u.SEVERITIES.flatMap(p=>r.filter(R=>R.severity===p)).map(p=>L(p,t)),a=Buffer.byteLength(e),f=i.findIndex(p=>(a+=Buffer.byteLength(p))>I),g=f===-1?i:i.slice(0,f),c=i.length-g.length;return`${e}
| | place | finding | rule |
|---|---|---|---|
${g.join("")}${c>0?`
${c} more are in the log.
`:""}`}function L({severity:n,file:t,start:r,message:o,rule:e,url:i,object:a},f){return`| ${w[n]} ${n} | ${m(`${$(t,f)}:${r.line}`)} | ${m(o)}${a===""?"":`<br><sub>${m(a)}</sub>`} | [${e}](${i}) |
`}var m=n=>n.replace(/[&<>|`*_[\]()@#\\~:!$]/g,t=>`&#${t.charCodeAt(0)};`);
}))
