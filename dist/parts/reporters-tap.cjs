/*562adbd7a14da3dc*/(typeof module=="object"?part=>part(exports,require,module,__filename,__dirname):part=>part)((function(exports,require,module,__filename,__dirname){"use strict";var c=Object.defineProperty;var j=Object.getOwnPropertyDescriptor;var A=Object.getOwnPropertyNames;var T=Object.prototype.hasOwnProperty;var b=(n,o)=>{for(var i in o)c(n,i,{get:o[i],enumerable:!0})},v=(n,o,i,t)=>{if(o&&typeof o=="object"||typeof o=="function")for(let e of A(o))!T.call(n,e)&&e!==i&&c(n,e,{get:()=>o[e],enumerable:!(t=j(o,e))||t.enumerable});return n};var D=n=>v(c({},"__esModule",{value:!0}),n);var x={};b(x,{default:()=>$});module.exports=D(x);var u=require("./cli.cjs")("reportersClean"),p=require("./cli.cjs")("reportersPlural");function $({diagnostics:n,summary:o}){return n.length>0?`TAP version 14
1..${n.length}
${n.map(R).join("")}`:o.resources===0?`TAP version 14
1..0 # SKIP nothing was checked
`:`TAP version 14
1..1
ok 1 - no findings in ${(0,p.plural)(o.resources,"resource")}
`}function R({severity:n,rule:o,file:i,origin:t,start:e,end:s,object:l,path:m,message:f,url:g},d){let a=w([`${i}:${e.line}:${e.column}`,o,l].filter(r=>r!=="").join(" ")),k={severity:n,message:f,rule:o,file:i,line:e.line,column:e.column,endLine:s.line,endColumn:s.column,object:l,path:m,...t!==void 0&&{origin:t},url:g},P=Object.entries(k).map(([r,h])=>`  ${r}: ${(0,u.toJson)(h)}
`).join("");return`${n==="info"?"ok":"not ok"} ${d+1} - ${a}
  ---
${P}  ...
`}var w=n=>n.replace(/[\\#]/g,"\\$&");
}))
