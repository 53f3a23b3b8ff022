/*524205c91edf6d01*/(typeof module=="object"?part=>part(exports,require,module,__filename,__dirname):part=>part)((function(exports,require,module,__filename,__dirname){"use strict";var g=Object.defineProperty;var S=Object.getOwnPropertyDescriptor;var E=Object.getOwnPropertyNames;var O=Object.prototype.hasOwnProperty;var b=(r,t)=>{for(var n in t)g(r,n,{get:t[n],enumerable:!0})},v=(r,t,n,i)=>{if(t&&typeof t=="object"||typeof t=="function")for(let e of E(t))!O.call(r,e)&&e!==n&&g(r,e,{get:()=>t[e],enumerable:!(i=S(t,e))||i.enumerable});return r};var x=r=>v(g({},"__esModule",{value:!0}),r);var T={};b(T,{default:()=>R});module.exports=x(T);var u=require("./cli.cjs")("diagnostic"),y=require("./cli.cjs")("reportersColor");var s=require("node:path");function $(r,{cwd:t,root:n=t}){return n===t?r:(0,s.relative)(n,(0,s.resolve)(t,r)).split(s.sep).join("/")}var h=require("./cli.cjs")("reportersSummary"),I=9e5,w={error:"\u{1F6D1}",warning:"\u26A0\uFE0F",info:"\u2139\uFE0F"};function R(r,t){let{diagnostics:n,summary:i}=r,e=`## podlint

${(0,h.summaryText)(i,(0,y.painter)(!1)).trimEnd().split(`
`).map(m).join(`  
`)}
`;if(n.length===0)return e;let o=u.SEVERITIES.flatMap(p=>n.filter(d=>d.severity===p)).map(p=>L(p,t)),a=Buffer.byteLength(e),f=o.findIndex(p=>(a+=Buffer.byteLength(p))>I),c=f===-1?o:o.slice(0,f),l=o.length-c.length;return`${e}
| | place | finding | rule |
|---|---|---|---|
${c.join("")}${l>0?`
${l} more are in the log.
`:""}`}function L({severity:r,file:t,start:n,message:i,rule:e,url:o,object:a},f){return`| ${w[r]} ${r} | ${m(`${$(t,f)}:${n.line}`)} | ${m(i)}${a===""?"":`<br><sub>${m(a)}</sub>`} | ${o===""?e:`[${e}](${o})`} |
`}var m=r=>r.replace(/[&<>|`*_[\]()@#\\~:!$]/g,t=>`&#${t.charCodeAt(0)};`);
}))
