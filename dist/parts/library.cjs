"use strict";var Xg=Object.create;var vs=Object.defineProperty;var ey=Object.getOwnPropertyDescriptor;var ty=Object.getOwnPropertyNames;var ny=Object.getPrototypeOf,sy=Object.prototype.hasOwnProperty;var v=(t,e,n)=>()=>{if(n)throw n[0];try{return t&&(e=t(t=0)),e}catch(s){throw n=[s],s}};var P=(t,e)=>()=>{try{return e||t((e={exports:{}}).exports,e),e.exports}catch(n){throw e=0,n}},gn=(t,e)=>{for(var n in e)vs(t,n,{get:e[n],enumerable:!0})},zc=(t,e,n,s)=>{if(e&&typeof e=="object"||typeof e=="function")for(let i of ty(e))!sy.call(t,i)&&i!==n&&vs(t,i,{get:()=>e[i],enumerable:!(s=ey(e,i))||s.enumerable});return t};var iy=(t,e,n)=>(n=t!=null?Xg(ny(t)):{},zc(e||!t||!t.__esModule?vs(n,"default",{value:t,enumerable:!0}):n,t)),ry=t=>zc(vs({},"__esModule",{value:!0}),t);function O(t){return t}var Yc,Ge,f,x=v(()=>{"use strict";Yc=["api-server","recommended","strict"],Ge=["validity","reliability","resources","security","networking","references","deprecation","best-practice"];f=t=>t.raw[0]});var be,yn,bn=v(()=>{"use strict";be=t=>t.length===0?void 0:t,yn=(t,e)=>e.length>t||e.length*3>t&&Buffer.byteLength(e)>t});function gt({longest:t=1/0,shape:e,letters:[n,s],otherwise:i}){return r=>{let o=e.test(r);if(o&&r.length<=t)return;let a=[];return yn(t,r)&&a.push(`must be at most ${t} characters`),o||a.push(r===""?"must not be empty":n.test(r)?i:`must consist of ${s}`),be(a)}}function W(t){if(Xc.test(t))return;let e=t.indexOf("/");if(e!==t.lastIndexOf("/"))return['must have at most one "/", between a prefix and a name'];let n=[];if(e===0)n.push('must not have an empty prefix before the "/"');else if(e>0)for(let i of ne(t.slice(0,e))??[])n.push(`${i} in its prefix`);let s=t.slice(e+1);if(s==="")n.push(e===-1?"must not be empty":'must have a name after the "/"',ks);else for(let i of cy(s)??[])n.push(e===-1?i:`${i} after the "/"`);return be(n)}function xs(t){if(!Xc.test(t))return W(t.replaceAll("\u0130","i").toLowerCase())}function el(t){let e=[];return t.includes("/")&&e.push('must not contain "/"'),t.includes("%")&&e.push('must not contain "%"'),be(e)}function Cs(t){return t===ce?el:e=>{let n=e.length>1&&e.endsWith("-")&&e.charCodeAt(e.length-2)<128;return t(n?`${e.slice(0,-2)}a`:e)}}function tl(t){return t==="."?'must not be "."':t.startsWith("..")?'must not begin with ".."':void 0}function ze(t){let e=[];yn(253,t)&&e.push("must be at most 253 characters"),ay.test(t)||e.push(t===""?"must not be empty":`must consist of ${Ss[1]}`);let n=tl(t);return n!==void 0&&e.push(n),be(e)}function Ir(t){let e=[];/^[A-Za-z_.-][A-Za-z0-9_.-]*$/.test(t)||e.push(`must consist of ${Ss[1]}, and not begin with a digit`);let n=tl(t);return n!==void 0&&e.push(n),be(e)}var ks,Jc,oy,Ss,ay,X,Qc,ne,Zc,Jx,cy,Xc,ie,ce,$t,vn,nl,se=v(()=>{"use strict";bn();ks="must begin and end with a letter or digit",Jc=[/^[a-z0-9-]*$/,'lower case letters, digits and "-"'],oy=[/^[a-z0-9.-]*$/,'lower case letters, digits, "-" and "."'],Ss=[/^[A-Za-z0-9_.-]*$/,'letters, digits, "-", "_" and "."'],ay=/^[A-Za-z0-9_.-]+$/,X=gt({longest:63,shape:/^[a-z0-9]+(?:-+[a-z0-9]+)*$/,letters:Jc,otherwise:ks}),Qc=gt({longest:63,shape:/^[a-z][a-z0-9]*(?:-+[a-z0-9]+)*$/,letters:Jc,otherwise:"must begin with a letter and end with a letter or digit"}),ne=gt({longest:253,shape:/^[a-z0-9]+(?:(?:-+|\.)[a-z0-9]+)*$/,letters:oy,otherwise:"must begin and end every part between dots with a letter or digit"}),Zc=gt({longest:253,shape:/^_?[a-z0-9]+(?:[-_]+[a-z0-9]+)*(?:\._?[a-z0-9]+(?:[-_]+[a-z0-9]+)*)*$/,letters:[/^[a-z0-9_.-]*$/,'lower case letters, digits, "-", "_" and "."'],otherwise:'must begin every part between dots with a letter, a digit or one "_", and end it with a letter or digit'}),Jx=gt({longest:253,shape:/^\*\.[a-z0-9]+(?:(?:-+|\.)[a-z0-9]+)*$/,letters:[/^[a-z0-9.*-]*$/,'"*." and then lower case letters, digits, "-" and "."'],otherwise:'must begin with "*.", and begin and end every part after it with a letter or digit'}),cy=gt({longest:63,shape:/^[A-Za-z0-9]+(?:[-_.]+[A-Za-z0-9]+)*$/,letters:Ss,otherwise:ks}),Xc=/^(?:(?=[^/]{1,253}\/)[a-z0-9]+(?:(?:-+|\.)[a-z0-9]+)*\/)?(?=[^/]{1,63}$)[A-Za-z0-9]+(?:[-_.]+[A-Za-z0-9]+)*$/;ie=gt({longest:63,shape:/^(?:[A-Za-z0-9]+(?:[-_.]+[A-Za-z0-9]+)*)?$/,letters:Ss,otherwise:ks});ce=t=>t==="."||t===".."?['must not be "." or ".."']:el(t);$t=t=>`${t.slice(0,58)}xxxxx`;vn=t=>/^[ -<>-~]+$/.test(t)?void 0:t===""?"must not be empty":'must consist of printable ASCII characters other than "="',nl=t=>/^[A-Za-z0-9-]+$/.test(t)?void 0:'must consist of letters, digits and "-"'});function Or(t,{anyValues:e=!1}={}){let n=[];for(let[s,i]of Object.entries(t.matchLabels??{})){for(let r of W(s)??[])n.push({code:"Invalid",steps:["matchLabels",s],value:s,reason:r});for(let r of ie(i)??[])n.push({code:"Invalid",steps:["matchLabels",s],value:i,reason:r})}for(let[s,{key:i="",operator:r="",values:o=[]}]of(t.matchExpressions??[]).entries()){let a=(...c)=>["matchExpressions",s,...c];r==="In"||r==="NotIn"?o.length===0&&n.push({code:"Required",steps:a("values"),reason:`must not be empty for the operator ${r}`}):r==="Exists"||r==="DoesNotExist"?o.length>0&&n.push({code:"Forbidden",steps:a("values"),reason:`must be absent for the operator ${r}`}):n.push({code:"Invalid",steps:a("operator"),value:r,reason:`must be one of ${ly.join(", ")}`});for(let c of W(i)??[])n.push({code:"Invalid",steps:a("key"),value:i,reason:c});if(!e)for(let[c,l]of o.entries())for(let d of ie(l)??[])n.push({code:"Invalid",steps:a("values",c),value:l,reason:d})}return n}function le(t,e){if(t===void 0)return!1;if(Or(t).length>0)return;let n=s=>Object.hasOwn(e,s);for(let[s,i]of Object.entries(t.matchLabels??{}))if(!n(s)||e[s]!==i)return!1;for(let{key:s="",operator:i,values:r=[]}of t.matchExpressions??[])if(!(i==="In"?n(s)&&r.includes(e[s]):i==="NotIn"?!n(s)||!r.includes(e[s]):n(s)===(i==="Exists")))return!1;return!0}var ly,Ps,sl,Ye=v(()=>{"use strict";se();ly=["In","NotIn","Exists","DoesNotExist"];Ps=t=>Object.keys(t.matchLabels??{}).length===0&&(t.matchExpressions?.length??0)===0;sl=(t,e)=>{let n=Object.entries(t);return n.length>0&&n.every(([s,i])=>Object.hasOwn(e,s)&&e[s]===i)}});function wn(t){let{type:e,selector:n}=t.value.spec??{};return e==="ExternalName"?{}:n??{}}function rl(t,e){if(!kn(t.namespace,e.object.namespace))return!1;let n=!1;for(let[s,i]of Object.entries(wn(t)))if(e.labels[s]===i)n=!0;else if(s in e.labels||!$r(s))return!1;return n}var dy,uy,$r,kn,As,il,Ts=v(()=>{"use strict";dy=new Set(["statefulset.kubernetes.io/pod-name","apps.kubernetes.io/pod-index","controller-revision-hash","pod-template-hash","pod-template-generation","job-name","controller-uid","batch.kubernetes.io/job-name","batch.kubernetes.io/controller-uid","batch.kubernetes.io/job-completion-index"]),uy=/(role|leader|primary|master|active)$/i,$r=t=>dy.has(t)||uy.test(t);kn=(t,e)=>t===e||t===""||e==="";As=(t,e)=>il(t.source.file)===il(e.object.source.file),il=t=>t.slice(0,t.lastIndexOf("/")+1)});var A,q,Lr=v(()=>{"use strict";A={map:1,sequence:2,plain:3,singleQuoted:4,doubleQuoted:5,literal:6,folded:7,explicit:8},q={flow:16,encoded:32,shared:64,hidden:128}});function Je(t,e,n,s,i,r){switch(e){case A.plain:return n?cl(t.slice(s,i)):t.slice(s,i);case A.singleQuoted:return n?cl(t.slice(s+1,i-1)).replaceAll("''","'"):t.slice(s+1,i-1);case A.doubleQuoted:return n?gy(t.slice(s+1,i-1)):t.slice(s+1,i-1);default:return by(t,e===A.literal,s,i,r)}}function ll(t,e){let n=e===""?"":(e.match(He)??[]).map(Sn).join("");return t!==`
`?t+n:n===""?" ":n}function gy(t){return t.replace(hy,(e,n,s,i,r,o,a,c)=>{let l=n??s;return l!==void 0?String.fromCharCode(parseInt(l,16)):i!==void 0?yy(parseInt(i,16)):r!==void 0?(r.match(He)??[]).map(Sn).join(""):o!==void 0?my[o]??e:ll(Sn(a),c)})}function by(t,e,n,s,i){let r=i>>2,o=i&3,a="",c="",l="",d=!1;He.lastIndex=n;let u=He.exec(t),p=u===null?t.length:He.lastIndex;for(;p<s;){He.lastIndex=p,u=He.exec(t);let m=u===null?t.length:u.index,y=p;for(;y<m&&y-p<r&&t.charCodeAt(y)===32;)y++;p=u===null?t.length:He.lastIndex;let h=u===null?"":Sn(u[0]);if(y===m){l+=h;continue}let b=t[y]===" "||t[y]==="	";!e&&c===`
`&&!d&&!b?l===""&&(a+=" "):a+=c,a+=l+t.slice(y,m),l="",c=h,d=b}return o!==qe.strip&&(a+=c),o===qe.keep&&(a+=l),a}function de(t){if(t==="")return null;let e=t.charCodeAt(0);if(e>=48&&e<=57||e===43||e===45)return Sy(t)??Mt[t]??t;if(e===46)return Mt[t]??xy(t)??t;if(t.length>5)return t;let n=Object.hasOwn(xn,t)?xn[t]:void 0;return n===void 0?t:n}function Sy(t){let e=t.includes("_")?t.replaceAll("_",""):t,n=dl(e);if(n!==void 0)return n;if(!vy.test(e))return;let s=Number(e);return Number.isFinite(s)?s:void 0}function xy(t){if(!wy.test(t))return;let e=Number(t.replaceAll("_",""));return Number.isFinite(e)?e:void 0}function dl(t){let e=Cy.exec(t);if(e===null)return;let[,n,s,i,r,o,a,c]=e;if(s!==void 0&&s.length<=15)return n==="-"?0-Number(s):Number(s);if(c!==void 0&&n!=="")return;let l=BigInt(s??(i!==void 0?"0x"+i:r!==void 0?"0o"+r:o??"0b"+c)),d=n==="-"||a==="-";if(d?l>qr+1n:l>(n===""&&a!=="+"?ky:qr))return;let u=d?-l:l,p=Number(u);return Number.isSafeInteger(p)?p:u}function Dt(t,e){return typeof t=="string"?{text:t,identity:'"'+t}:t===null?"null":typeof t=="boolean"?{text:String(t),identity:String(t)}:typeof t=="bigint"?t>qr?"uint64":{text:String(t),identity:String(t)}:e?{text:Py(t),identity:"float "+t}:{text:String(t),identity:String(t)}}function Py(t){if(Number.isNaN(t))return".nan";let e=Math.fround(t);if(!Number.isFinite(e))return e>0?".inf":"-.inf";if(e===0)return Object.is(t,-0)||t<0?"-0":"0";let n=1;for(;n<9&&Math.fround(Number(e.toExponential(n-1)))!==e;)n++;let[s,i]=e.toExponential(n-1).split("e"),r=Number(i);if(r>=-4&&r<6)return Ay(s,r);let o=Math.abs(r);return`${s}e${r<0?"-":"+"}${o<10?"0":""}${o}`}function Ay(t,e){let n=t.startsWith("-")?"-":"",s=t.replace(/[-.]/g,"");if(e<0)return`${n}0.${"0".repeat(-e-1)}${s}`;let i=s.padEnd(e+1,"0"),r=i.slice(e+1);return n+i.slice(0,e+1)+(r===""?"":"."+r)}var qe,fy,He,Sn,cl,my,hy,yy,xn,Mt,vy,wy,qr,ky,Cy,Qe,Ze=v(()=>{"use strict";Lr();qe={clip:0,strip:1,keep:2};fy=/[ \t]*(\r\n|[\n\r\u0085\u2028\u2029])((?:[ \t]*(?:\r\n|[\n\r\u0085\u2028\u2029]))*)[ \t]*/g,He=/\r\n|[\n\r\u0085\u2028\u2029]/g,Sn=t=>t==="\u2028"||t==="\u2029"?t:`
`,cl=t=>t.replace(fy,(e,n,s)=>ll(Sn(n),s));my={0:"\0",a:"\x07",b:"\b",t:"	","	":"	",n:`
`,v:"\v",f:"\f",r:"\r",e:"\x1B"," ":" ",'"':'"',"'":"'","\\":"\\","/":"/",N:"\x85",_:"\xA0",L:"\u2028",P:"\u2029"},hy=/\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(?:\r\n|[\n\r\u0085\u2028\u2029])((?:[ \t]*(?:\r\n|[\n\r\u0085\u2028\u2029]))*)[ \t]*|(.))|[ \t]*(\r\n|[\n\r\u0085\u2028\u2029])((?:[ \t]*(?:\r\n|[\n\r\u0085\u2028\u2029]))*)[ \t]*/gs;yy=t=>t<=1114111?String.fromCodePoint(t):"\uFFFD";xn={"":null,"~":null};for(let t of["null","Null","NULL"])xn[t]=null;for(let t of["y","Y","yes","Yes","YES","true","True","TRUE","on","On","ON"])xn[t]=!0;for(let t of["n","N","no","No","NO","false","False","FALSE","off","Off","OFF"])xn[t]=!1;Mt={};for(let t of[".inf",".Inf",".INF"])Mt[t]=Mt["+"+t]=1/0,Mt["-"+t]=-1/0;for(let t of[".nan",".NaN",".NAN"])Mt[t]=NaN;vy=/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/,wy=/^\.\d+(?:_\d+)*(?:[eE][-+]?\d+(?:_\d+)*)?$/,qr=2n**63n-1n,ky=2n**64n-1n;Cy=/^([-+]?)(?:(0|[1-9][0-9]*)|0[xX]([0-9a-fA-F]+)|0[oO]?([0-7]+)|(0[bB][01]+)|0b([-+]?)([01]+))$/;Qe=t=>dl(t.replaceAll("_",""))===void 0});function Me(t){let e=0;for(let n=0;n<t.length;n++)e=Dr(e,t.charCodeAt(n));return _r(t,0,t.length,e)}function _r(t,e,n,s){let i=Ne.length-1,r=(s^s>>>15)&i;for(let c=Ne[r];c!==0;c=Ne[r]){if(Mr[c-1]===s&&Ty(_t[c-1],t,e,n))return c-1;r=r+1&i}let o=_t.length,a=t.slice(e,n);return _t.push(a.length<13?a:Buffer.from(a,"utf16le").toString("utf16le")),Mr.push(s),Ne[r]=o+1,_t.length*2>Ne.length&&Ny(),o}function Ty(t,e,n,s){if(t.length!==s-n)return!1;for(let i=0;i<t.length;i++)if(t.charCodeAt(i)!==e.charCodeAt(n+i))return!1;return!0}function Ny(){Ne=new Int32Array(Ne.length*4);let t=Ne.length-1;Mr.forEach((e,n)=>{let s=(e^e>>>15)&t;for(;Ne[s]!==0;)s=s+1&t;Ne[s]=n+1})}function ul(t){return Ry[t]??=Ey(t)}function Ey(t){let e=_t[t];if(e==="<<")return-1;let n=de(e);if(n===e)return t;let s=Dt(n,typeof n=="number"&&Qe(e));return typeof s=="string"?-1:Me(s.text)}var _t,Mr,Ne,Dr,Ns,Ry,yt=v(()=>{"use strict";Ze();_t=[],Mr=[],Ne=new Int32Array(4096),Dr=(t,e)=>Math.imul(t,31)+e|0;Ns=t=>_t[t],Ry=[]});var Xe,Rs,ve=v(()=>{"use strict";yt();Lr();Ze();Xe=15,Rs=class t{text="";data;size=0;values=[];plain=new Map;constructor(e=new Int32Array(16384)){this.data=e}reset(e){this.text=e,this.size=0,this.values=[],this.plain=new Map}detach(){let e=new t(this.data.slice(0,this.size*4));return e.text=this.text,e.size=this.size,e.values=this.values,e.plain=this.plain,e}grow(){let e=new Int32Array(this.data.length*2);e.set(this.data),this.data=e}kind(e){return this.data[e*4]&Xe}isMap(e){return(this.data[e*4]&Xe)===A.map}isSequence(e){return(this.data[e*4]&Xe)===A.sequence}isScalar(e){return(this.data[e*4]&Xe)>A.sequence}has(e,n){return(this.data[e*4]&n)!==0}mark(e,n){this.data[e*4]|=n}count(e){return this.data[e*4]>>>8}start(e){return this.data[e*4+1]}end(e){return this.data[e*4+2]}next(e){return(this.data[e*4]&Xe)<=A.sequence?this.data[e*4+3]:e+1}keyId(e){return this.data[e*4+3]}key(e){return Ns(this.data[e*4+3])}scalar(e){let n=e*4,s=this.data[n],i=s&Xe,r=this.data[n+3];if(i===A.explicit)return this.values[r];let o=Je(this.text,i,(s&q.encoded)!==0,this.data[n+1],this.data[n+2],r);return i===A.plain?de(o):o}source(e){return this.text.slice(this.start(e),this.end(e))}isNull(e){let n=this.data[e*4]&Xe;if(n===A.explicit)return this.scalar(e)===null;if(n!==A.plain)return!1;let s=this.data[e*4+2]-this.data[e*4+1];return s===0||(s===1||s===4)&&this.scalar(e)===null}find(e,n){let s=-1;if(e===-1||!this.isMap(e))return s;for(let i=e+1,r=this.next(e);i<r;i=this.next(i+1))this.key(i)===n&&(s=i+1);return s}findId(e,n){let s=-1;if(e===-1||!this.isMap(e))return s;for(let i=e+1,r=this.next(e);i<r;i=this.next(i+1))this.data[i*4+3]===n&&(s=i+1);return s}item(e,n){if(e===-1||!this.isSequence(e))return-1;let s=e+1;for(let i=this.next(e);s<i;s=this.next(s))if(n--===0)return s;return-1}toJS(e){let n=this.plain.get(e);if(n!==void 0)return n;let s=this.data,i=s[e*4]&Xe;if(i===A.map){let r={};for(let o=e+1,a=s[e*4+3];o<a;o=this.next(o+1)){if((s[(o+1)*4]&q.hidden)!==0)continue;let c=this.toJS(o+1);if(c===null)continue;let l=this.key(o);l==="__proto__"?Object.defineProperty(r,l,{value:c,enumerable:!0,configurable:!0,writable:!0}):r[l]=c}return this.plain.set(e,r),r}if(i===A.sequence){let r=[];for(let o=e+1,a=s[e*4+3];o<a;o=this.next(o))r.push((s[o*4]&q.hidden)!==0?"":this.toJS(o)??"");return this.plain.set(e,r),r}return this.scalar(e)}}});function ae(t,e){return typeof e=="number"?`${t}[${e}]`:/^[A-Za-z_$][\w$-]*$/.test(e)?t===""?e:`${t}.${e}`:`${t}[${e}]`}var Ft=v(()=>{"use strict"});function ue(t,e,n,s,i,r){let o=n,a=s,c=i,l=n,d={node:n,key:s};for(let m of r){if(c=ae(c,m),o===-1)continue;let y=-1,h=-1;typeof m=="number"?y=e.item(o,m):e.isMap(o)&&(y=e.find(o,m),y!==-1&&(h=y-1)),y!==-1&&(l=y,d={node:y,key:h}),o=y,a=h}let[u,p]=De(e,d.node,d.key);return{source:t,tape:e,node:o,key:a,parent:l,path:c,start:u,end:p}}function De(t,e,n){if(t.isScalar(e)){let s=t.start(e),i=t.end(e);if(s===i&&n!==-1)return[t.start(n),t.end(n)];let r=t.text.indexOf(`
`,s);return[s,r!==-1&&r<i?r-(t.text.charCodeAt(r-1)===13?1:0):i]}if(n!==-1)return[t.start(n),t.end(n)];for(let s of["name","kind"]){let i=t.find(e,s);if(i!==-1&&t.isScalar(i)&&t.end(i)>t.start(i))return[t.start(i),t.end(i)]}if(t.count(e)>0){let s=e+1;return De(t,s,-1)}return[t.start(e),t.end(e)]}var Vt,$s,we=v(()=>{"use strict";Ft();Vt=({source:t,tape:e,node:n,key:s,path:i},...r)=>ue(t,e,n,s,i,r),$s=t=>t.key===-1?t:{...t,start:t.tape.start(t.key),end:t.tape.end(t.key)}});function wl(t){return Ky.test(t)?t.replace(/\r(?!\n)|[\x85\u2028\u2029]/g,`
`).replace(jy,"x"):t}var Kr,Ky,jy,jr=v(()=>{"use strict";Kr=/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/,Ky=/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]|\r(?!\n)/,jy=new RegExp(Kr,"g")});var T,bt=v(()=>{"use strict";T=class{code;start;end;constructor(e,n,s){this.code=e,this.start=n,this.end=s}}});function Ms(t,e,n,s){let i=e+1,r=qe.clip,o=0;for(let m=0;m<2;m++){let y=t.charCodeAt(i);if((y===43||y===45)&&r===qe.clip)r=y===43?qe.keep:qe.strip;else if(y>=49&&y<=57&&o===0)o=y-48;else break;i++}let a=i;for(;i<s&&kl(t.charCodeAt(i));)i++;if(t.charCodeAt(i)===35)for(;i<s&&!An(t.charCodeAt(i));)i++;if(i<s&&!An(t.charCodeAt(i))){let m=i;for(;m<s&&!kl(t.charCodeAt(m))&&!An(t.charCodeAt(m));)m++;throw new T("block-header",i,m)}i=i<s?Br(t,i):s;let c=Math.max(n+1,1),l=o===0?0:Math.max(n,0)+o,d=0,u=a,p=!0;for(;;){let m=i,y=0,h=l===0?1/0:l;for(;;){for(;i<s&&y<h&&t.charCodeAt(i)===32;)i++,y++;y>d&&(d=y);let b=i<s?t.charCodeAt(i):NaN;if(b===9&&y<h)throw new T("block-tab",i,i+1);if(!An(b))break;i=Br(t,i),r===qe.keep&&(u=i),m=i,y=0}if(p&&(p=!1,l===0&&(l=Math.max(d,c))),y!==l||i>=s)return{end:u,header:l<<2|r,next:i>=s?s:m};for(;i<s&&!An(t.charCodeAt(i));)i++;u=i,i<s&&(i=Br(t,i)),r===qe.keep&&(u=i)}}var kl,An,Br,Ur=v(()=>{"use strict";bt();Ze();kl=t=>t===32||t===9,An=t=>t===10||t===13||t===133||t===8232||t===8233,Br=(t,e)=>t.charCodeAt(e)===13&&t.charCodeAt(e+1)===10?e+2:e+1});var _=P(ee=>{"use strict";var so=Symbol.for("yaml.alias"),Ll=Symbol.for("yaml.document"),zs=Symbol.for("yaml.map"),ql=Symbol.for("yaml.pair"),io=Symbol.for("yaml.scalar"),Ys=Symbol.for("yaml.seq"),Ve=Symbol.for("yaml.node.type"),fb=t=>!!t&&typeof t=="object"&&t[Ve]===so,mb=t=>!!t&&typeof t=="object"&&t[Ve]===Ll,hb=t=>!!t&&typeof t=="object"&&t[Ve]===zs,gb=t=>!!t&&typeof t=="object"&&t[Ve]===ql,Ml=t=>!!t&&typeof t=="object"&&t[Ve]===io,yb=t=>!!t&&typeof t=="object"&&t[Ve]===Ys;function Dl(t){if(t&&typeof t=="object")switch(t[Ve]){case zs:case Ys:return!0}return!1}function bb(t){if(t&&typeof t=="object")switch(t[Ve]){case so:case zs:case io:case Ys:return!0}return!1}var vb=t=>(Ml(t)||Dl(t))&&!!t.anchor;ee.ALIAS=so;ee.DOC=Ll;ee.MAP=zs;ee.NODE_TYPE=Ve;ee.PAIR=ql;ee.SCALAR=io;ee.SEQ=Ys;ee.hasAnchor=vb;ee.isAlias=fb;ee.isCollection=Dl;ee.isDocument=mb;ee.isMap=hb;ee.isNode=bb;ee.isPair=gb;ee.isScalar=Ml;ee.isSeq=yb});var On=P(ro=>{"use strict";var Q=_(),re=Symbol("break visit"),_l=Symbol("skip children"),Ee=Symbol("remove node");function Hs(t,e){let n=Fl(e);Q.isDocument(t)?Yt(null,t.contents,n,Object.freeze([t]))===Ee&&(t.contents=null):Yt(null,t,n,Object.freeze([]))}Hs.BREAK=re;Hs.SKIP=_l;Hs.REMOVE=Ee;function Yt(t,e,n,s){let i=Vl(t,e,n,s);if(Q.isNode(i)||Q.isPair(i))return Kl(t,s,i),Yt(t,i,n,s);if(typeof i!="symbol"){if(Q.isCollection(e)){s=Object.freeze(s.concat(e));for(let r=0;r<e.items.length;++r){let o=Yt(r,e.items[r],n,s);if(typeof o=="number")r=o-1;else{if(o===re)return re;o===Ee&&(e.items.splice(r,1),r-=1)}}}else if(Q.isPair(e)){s=Object.freeze(s.concat(e));let r=Yt("key",e.key,n,s);if(r===re)return re;r===Ee&&(e.key=null);let o=Yt("value",e.value,n,s);if(o===re)return re;o===Ee&&(e.value=null)}}return i}async function Js(t,e){let n=Fl(e);Q.isDocument(t)?await Ht(null,t.contents,n,Object.freeze([t]))===Ee&&(t.contents=null):await Ht(null,t,n,Object.freeze([]))}Js.BREAK=re;Js.SKIP=_l;Js.REMOVE=Ee;async function Ht(t,e,n,s){let i=await Vl(t,e,n,s);if(Q.isNode(i)||Q.isPair(i))return Kl(t,s,i),Ht(t,i,n,s);if(typeof i!="symbol"){if(Q.isCollection(e)){s=Object.freeze(s.concat(e));for(let r=0;r<e.items.length;++r){let o=await Ht(r,e.items[r],n,s);if(typeof o=="number")r=o-1;else{if(o===re)return re;o===Ee&&(e.items.splice(r,1),r-=1)}}}else if(Q.isPair(e)){s=Object.freeze(s.concat(e));let r=await Ht("key",e.key,n,s);if(r===re)return re;r===Ee&&(e.key=null);let o=await Ht("value",e.value,n,s);if(o===re)return re;o===Ee&&(e.value=null)}}return i}function Fl(t){return typeof t=="object"&&(t.Collection||t.Node||t.Value)?Object.assign({Alias:t.Node,Map:t.Node,Scalar:t.Node,Seq:t.Node},t.Value&&{Map:t.Value,Scalar:t.Value,Seq:t.Value},t.Collection&&{Map:t.Collection,Seq:t.Collection},t):t}function Vl(t,e,n,s){if(typeof n=="function")return n(t,e,s);if(Q.isMap(e))return n.Map?.(t,e,s);if(Q.isSeq(e))return n.Seq?.(t,e,s);if(Q.isPair(e))return n.Pair?.(t,e,s);if(Q.isScalar(e))return n.Scalar?.(t,e,s);if(Q.isAlias(e))return n.Alias?.(t,e,s)}function Kl(t,e,n){let s=e[e.length-1];if(Q.isCollection(s))s.items[t]=n;else if(Q.isPair(s))t==="key"?s.key=n:s.value=n;else if(Q.isDocument(s))s.contents=n;else{let i=Q.isAlias(s)?"alias":"scalar";throw new Error(`Cannot replace node with ${i} parent`)}}ro.visit=Hs;ro.visitAsync=Js});var oo=P(Bl=>{"use strict";var jl=_(),wb=On(),kb={"!":"%21",",":"%2C","[":"%5B","]":"%5D","{":"%7B","}":"%7D"},Sb=t=>t.replace(/[!,[\]{}]/g,e=>kb[e]),$n=class t{constructor(e,n){this.docStart=null,this.docEnd=!1,this.yaml=Object.assign({},t.defaultYaml,e),this.tags=Object.assign({},t.defaultTags,n)}clone(){let e=new t(this.yaml,this.tags);return e.docStart=this.docStart,e}atDocument(){let e=new t(this.yaml,this.tags);switch(this.yaml.version){case"1.1":this.atNextDocument=!0;break;case"1.2":this.atNextDocument=!1,this.yaml={explicit:t.defaultYaml.explicit,version:"1.2"},this.tags=Object.assign({},t.defaultTags);break}return e}add(e,n){this.atNextDocument&&(this.yaml={explicit:t.defaultYaml.explicit,version:"1.1"},this.tags=Object.assign({},t.defaultTags),this.atNextDocument=!1);let s=e.trim().split(/[ \t]+/),i=s.shift();switch(i){case"%TAG":{if(s.length!==2&&(n(0,"%TAG directive should contain exactly two parts"),s.length<2))return!1;let[r,o]=s;return this.tags[r]=o,!0}case"%YAML":{if(this.yaml.explicit=!0,s.length!==1)return n(0,"%YAML directive should contain exactly one part"),!1;let[r]=s;if(r==="1.1"||r==="1.2")return this.yaml.version=r,!0;{let o=/^\d+\.\d+$/.test(r);return n(6,`Unsupported YAML version ${r}`,o),!1}}default:return n(0,`Unknown directive ${i}`,!0),!1}}tagName(e,n){if(e==="!")return"!";if(e[0]!=="!")return n(`Not a valid tag: ${e}`),null;if(e[1]==="<"){let o=e.slice(2,-1);return o==="!"||o==="!!"?(n(`Verbatim tags aren't resolved, so ${e} is invalid.`),null):(e[e.length-1]!==">"&&n("Verbatim tags must end with a >"),o)}let[,s,i]=e.match(/^(.*!)([^!]*)$/s);i||n(`The ${e} tag has no suffix`);let r=this.tags[s];if(r)try{return r+decodeURIComponent(i)}catch(o){return n(String(o)),null}return s==="!"?e:(n(`Could not resolve tag: ${e}`),null)}tagString(e){for(let[n,s]of Object.entries(this.tags))if(e.startsWith(s))return n+Sb(e.substring(s.length));return e[0]==="!"?e:`!<${e}>`}toString(e){let n=this.yaml.explicit?[`%YAML ${this.yaml.version||"1.2"}`]:[],s=Object.entries(this.tags),i;if(e&&s.length>0&&jl.isNode(e.contents)){let r={};wb.visit(e.contents,(o,a)=>{jl.isNode(a)&&a.tag&&(r[a.tag]=!0)}),i=Object.keys(r)}else i=[];for(let[r,o]of s)r==="!!"&&o==="tag:yaml.org,2002:"||(!e||i.some(a=>a.startsWith(o)))&&n.push(`%TAG ${r} ${o}`);return n.join(`
`)}};$n.defaultYaml={explicit:!1,version:"1.2"};$n.defaultTags={"!!":"tag:yaml.org,2002:"};Bl.Directives=$n});var Qs=P(Ln=>{"use strict";var Ul=_(),xb=On();function Cb(t){if(/[\x00-\x19\s,[\]{}]/.test(t)){let n=`Anchor must not contain whitespace or control characters: ${JSON.stringify(t)}`;throw new Error(n)}return!0}function Wl(t){let e=new Set;return xb.visit(t,{Value(n,s){s.anchor&&e.add(s.anchor)}}),e}function Gl(t,e){for(let n=1;;++n){let s=`${t}${n}`;if(!e.has(s))return s}}function Pb(t,e){let n=[],s=new Map,i=null;return{onAnchor:r=>{n.push(r),i??(i=Wl(t));let o=Gl(e,i);return i.add(o),o},setAnchors:()=>{for(let r of n){let o=s.get(r);if(typeof o=="object"&&o.anchor&&(Ul.isScalar(o.node)||Ul.isCollection(o.node)))o.node.anchor=o.anchor;else{let a=new Error("Failed to resolve repeated object (this should not happen)");throw a.source=r,a}}},sourceObjects:s}}Ln.anchorIsValid=Cb;Ln.anchorNames=Wl;Ln.createNodeAnchors=Pb;Ln.findNewAnchor=Gl});var ao=P(zl=>{"use strict";function qn(t,e,n,s){if(s&&typeof s=="object")if(Array.isArray(s))for(let i=0,r=s.length;i<r;++i){let o=s[i],a=qn(t,s,String(i),o);a===void 0?delete s[i]:a!==o&&(s[i]=a)}else if(s instanceof Map)for(let i of Array.from(s.keys())){let r=s.get(i),o=qn(t,s,i,r);o===void 0?s.delete(i):o!==r&&s.set(i,o)}else if(s instanceof Set)for(let i of Array.from(s)){let r=qn(t,s,i,i);r===void 0?s.delete(i):r!==i&&(s.delete(i),s.add(r))}else for(let[i,r]of Object.entries(s)){let o=qn(t,s,i,r);o===void 0?delete s[i]:o!==r&&(s[i]=o)}return t.call(e,n,s)}zl.applyReviver=qn});var et=P(Hl=>{"use strict";var Ab=_();function Yl(t,e,n){if(Array.isArray(t))return t.map((s,i)=>Yl(s,String(i),n));if(t&&typeof t.toJSON=="function"){if(!n||!Ab.hasAnchor(t))return t.toJSON(e,n);let s={aliasCount:0,count:1,res:void 0};n.anchors.set(t,s),n.onCreate=r=>{s.res=r,delete n.onCreate};let i=t.toJSON(e,n);return n.onCreate&&n.onCreate(i),i}return typeof t=="bigint"&&!n?.keep?Number(t):t}Hl.toJS=Yl});var Zs=P(Ql=>{"use strict";var Tb=ao(),Jl=_(),Nb=et(),co=class{constructor(e){Object.defineProperty(this,Jl.NODE_TYPE,{value:e})}clone(){let e=Object.create(Object.getPrototypeOf(this),Object.getOwnPropertyDescriptors(this));return this.range&&(e.range=this.range.slice()),e}toJS(e,{mapAsMap:n,maxAliasCount:s,onAnchor:i,reviver:r}={}){if(!Jl.isDocument(e))throw new TypeError("A document argument is required");let o={anchors:new Map,doc:e,keep:!0,mapAsMap:n===!0,mapKeyWarned:!1,maxAliasCount:typeof s=="number"?s:100},a=Nb.toJS(this,"",o);if(typeof i=="function")for(let{count:c,res:l}of o.anchors.values())i(l,c);return typeof r=="function"?Tb.applyReviver(r,{"":a},"",a):a}};Ql.NodeBase=co});var Mn=P(Zl=>{"use strict";var Rb=Qs(),Eb=On(),Jt=_(),Ib=Zs(),Ob=et(),lo=class extends Ib.NodeBase{constructor(e){super(Jt.ALIAS),this.source=e,Object.defineProperty(this,"tag",{set(){throw new Error("Alias nodes cannot have tags")}})}resolve(e,n){if(n?.maxAliasCount===0)throw new ReferenceError("Alias resolution is disabled");let s;n?.aliasResolveCache?s=n.aliasResolveCache:(s=[],Eb.visit(e,{Node:(r,o)=>{(Jt.isAlias(o)||Jt.hasAnchor(o))&&s.push(o)}}),n&&(n.aliasResolveCache=s));let i;for(let r of s){if(r===this)break;r.anchor===this.source&&(i=r)}if(i&&n){let{anchors:r,doc:o,maxAliasCount:a}=n,c=r.get(i);if(c||(Ob.toJS(i,null,n),c=r.get(i)),c?.res===void 0){let l="This should not happen: Alias anchor was not resolved?";throw new ReferenceError(l)}if(a>=0&&(c.count+=1,c.aliasCount===0&&(c.aliasCount=Xs(o,i,r)),c.count*c.aliasCount>a)){let l="Excessive alias count indicates a resource exhaustion attack";throw new ReferenceError(l)}}return i}toJSON(e,n){if(!n)return{source:this.source};let s=this.resolve(n.doc,n);if(!s){let i=`Unresolved alias (the anchor must be set before the alias): ${this.source}`;throw new ReferenceError(i)}return n.anchors.get(s).res}toString(e,n,s){let i=`*${this.source}`;if(e){if(Rb.anchorIsValid(this.source),e.options.verifyAliasOrder&&!e.anchors.has(this.source)){let r=`Unresolved alias (the anchor must be set before the alias): ${this.source}`;throw new Error(r)}if(e.implicitKey)return`${i} `}return i}};function Xs(t,e,n){if(Jt.isAlias(e)){let s=e.resolve(t),i=n&&s&&n.get(s);return i?i.count*i.aliasCount:0}else if(Jt.isCollection(e)){let s=0;for(let i of e.items){let r=Xs(t,i,n);r>s&&(s=r)}return s}else if(Jt.isPair(e)){let s=Xs(t,e.key,n),i=Xs(t,e.value,n);return Math.max(s,i)}return 1}Zl.Alias=lo});var Y=P(uo=>{"use strict";var $b=_(),Lb=Zs(),qb=et(),Mb=t=>!t||typeof t!="function"&&typeof t!="object",tt=class extends Lb.NodeBase{constructor(e){super($b.SCALAR),this.value=e}toJSON(e,n){return n?.keep?this.value:qb.toJS(this.value,e,n)}toString(){return String(this.value)}};tt.BLOCK_FOLDED="BLOCK_FOLDED";tt.BLOCK_LITERAL="BLOCK_LITERAL";tt.PLAIN="PLAIN";tt.QUOTE_DOUBLE="QUOTE_DOUBLE";tt.QUOTE_SINGLE="QUOTE_SINGLE";uo.Scalar=tt;uo.isScalarValue=Mb});var Dn=P(ed=>{"use strict";var Db=Mn(),wt=_(),Xl=Y(),_b="tag:yaml.org,2002:";function Fb(t,e,n){if(e){let s=n.filter(r=>r.tag===e),i=s.find(r=>!r.format)??s[0];if(!i)throw new Error(`Tag ${e} not found`);return i}return n.find(s=>s.identify?.(t)&&!s.format)}function Vb(t,e,n){if(wt.isDocument(t)&&(t=t.contents),wt.isNode(t))return t;if(wt.isPair(t)){let u=n.schema[wt.MAP].createNode?.(n.schema,null,n);return u.items.push(t),u}(t instanceof String||t instanceof Number||t instanceof Boolean||typeof BigInt<"u"&&t instanceof BigInt)&&(t=t.valueOf());let{aliasDuplicateObjects:s,onAnchor:i,onTagObj:r,schema:o,sourceObjects:a}=n,c;if(s&&t&&typeof t=="object"){if(c=a.get(t),c)return c.anchor??(c.anchor=i(t)),new Db.Alias(c.anchor);c={anchor:null,node:null},a.set(t,c)}e?.startsWith("!!")&&(e=_b+e.slice(2));let l=Fb(t,e,o.tags);if(!l){if(t&&typeof t.toJSON=="function"&&(t=t.toJSON()),!t||typeof t!="object"){let u=new Xl.Scalar(t);return c&&(c.node=u),u}l=t instanceof Map?o[wt.MAP]:Symbol.iterator in Object(t)?o[wt.SEQ]:o[wt.MAP]}r&&(r(l),delete n.onTagObj);let d=l?.createNode?l.createNode(n.schema,t,n):typeof l?.nodeClass?.from=="function"?l.nodeClass.from(n.schema,t,n):new Xl.Scalar(t);return e?d.tag=e:l.default||(d.tag=l.tag),c&&(c.node=d),d}ed.createNode=Vb});var ti=P(ei=>{"use strict";var Kb=Dn(),Ie=_(),jb=Zs();function po(t,e,n){let s=n;for(let i=e.length-1;i>=0;--i){let r=e[i];if(typeof r=="number"&&Number.isInteger(r)&&r>=0){let o=[];o[r]=s,s=o}else s=new Map([[r,s]])}return Kb.createNode(s,void 0,{aliasDuplicateObjects:!1,keepUndefined:!1,onAnchor:()=>{throw new Error("This should not happen, please report a bug.")},schema:t,sourceObjects:new Map})}var td=t=>t==null||typeof t=="object"&&!!t[Symbol.iterator]().next().done,fo=class extends jb.NodeBase{constructor(e,n){super(e),Object.defineProperty(this,"schema",{value:n,configurable:!0,enumerable:!1,writable:!0})}clone(e){let n=Object.create(Object.getPrototypeOf(this),Object.getOwnPropertyDescriptors(this));return e&&(n.schema=e),n.items=n.items.map(s=>Ie.isNode(s)||Ie.isPair(s)?s.clone(e):s),this.range&&(n.range=this.range.slice()),n}addIn(e,n){if(td(e))this.add(n);else{let[s,...i]=e,r=this.get(s,!0);if(Ie.isCollection(r))r.addIn(i,n);else if(r===void 0&&this.schema)this.set(s,po(this.schema,i,n));else throw new Error(`Expected YAML collection at ${s}. Remaining path: ${i}`)}}deleteIn(e){let[n,...s]=e;if(s.length===0)return this.delete(n);let i=this.get(n,!0);if(Ie.isCollection(i))return i.deleteIn(s);throw new Error(`Expected YAML collection at ${n}. Remaining path: ${s}`)}getIn(e,n){let[s,...i]=e,r=this.get(s,!0);return i.length===0?!n&&Ie.isScalar(r)?r.value:r:Ie.isCollection(r)?r.getIn(i,n):void 0}hasAllNullValues(e){return this.items.every(n=>{if(!Ie.isPair(n))return!1;let s=n.value;return s==null||e&&Ie.isScalar(s)&&s.value==null&&!s.commentBefore&&!s.comment&&!s.tag})}hasIn(e){let[n,...s]=e;if(s.length===0)return this.has(n);let i=this.get(n,!0);return Ie.isCollection(i)?i.hasIn(s):!1}setIn(e,n){let[s,...i]=e;if(i.length===0)this.set(s,n);else{let r=this.get(s,!0);if(Ie.isCollection(r))r.setIn(i,n);else if(r===void 0&&this.schema)this.set(s,po(this.schema,i,n));else throw new Error(`Expected YAML collection at ${s}. Remaining path: ${i}`)}}};ei.Collection=fo;ei.collectionFromPath=po;ei.isEmptyPath=td});var _n=P(ni=>{"use strict";var Bb=t=>t.replace(/^(?!$)(?: $)?/gm,"#");function mo(t,e){return/^\n+$/.test(t)?t.substring(1):e?t.replace(/^(?! *$)/gm,e):t}var Ub=(t,e,n)=>t.endsWith(`
`)?mo(n,e):n.includes(`
`)?`
`+mo(n,e):(t.endsWith(" ")?"":" ")+n;ni.indentComment=mo;ni.lineComment=Ub;ni.stringifyComment=Bb});var sd=P(Fn=>{"use strict";var Wb="flow",ho="block",si="quoted";function Gb(t,e,n="flow",{indentAtStart:s,lineWidth:i=80,minContentWidth:r=20,onFold:o,onOverflow:a}={}){if(!i||i<0)return t;i<r&&(r=0);let c=Math.max(1+r,1+i-e.length);if(t.length<=c)return t;let l=[],d={},u=i-e.length;typeof s=="number"&&(s>i-Math.max(2,r)?l.push(0):u=i-s);let p,m,y=!1,h=-1,b=-1,S=-1;n===ho&&(h=nd(t,h,e.length),h!==-1&&(u=h+c));for(let E;E=t[h+=1];){if(n===si&&E==="\\"){switch(b=h,t[h+1]){case"x":h+=3;break;case"u":h+=5;break;case"U":h+=9;break;default:h+=1}S=h}if(E===`
`)n===ho&&(h=nd(t,h,e.length)),u=h+e.length+c,p=void 0;else{if(E===" "&&m&&m!==" "&&m!==`
`&&m!=="	"){let I=t[h+1];I&&I!==" "&&I!==`
`&&I!=="	"&&(p=h)}if(h>=u)if(p)l.push(p),u=p+c,p=void 0;else if(n===si){for(;m===" "||m==="	";)m=E,E=t[h+=1],y=!0;let I=h>S+1?h-2:b-1;if(d[I])return t;l.push(I),d[I]=!0,u=I+c,p=void 0}else y=!0}m=E}if(y&&a&&a(),l.length===0)return t;o&&o();let w=t.slice(0,l[0]);for(let E=0;E<l.length;++E){let I=l[E],$=l[E+1]||t.length;I===0?w=`
${e}${t.slice(0,$)}`:(n===si&&d[I]&&(w+=`${t[I]}\\`),w+=`
${e}${t.slice(I+1,$)}`)}return w}function nd(t,e,n){let s=e,i=e+1,r=t[i];for(;r===" "||r==="	";)if(e<i+n)r=t[++e];else{do r=t[++e];while(r&&r!==`
`);s=e,i=e+1,r=t[i]}return s}Fn.FOLD_BLOCK=ho;Fn.FOLD_FLOW=Wb;Fn.FOLD_QUOTED=si;Fn.foldFlowLines=Gb});var Kn=P(id=>{"use strict";var Ce=Y(),nt=sd(),ri=(t,e)=>({indentAtStart:e?t.indent.length:t.indentAtStart,lineWidth:t.options.lineWidth,minContentWidth:t.options.minContentWidth}),oi=t=>/^(%|---|\.\.\.)/m.test(t);function zb(t,e,n){if(!e||e<0)return!1;let s=e-n,i=t.length;if(i<=s)return!1;for(let r=0,o=0;r<i;++r)if(t[r]===`
`){if(r-o>s)return!0;if(o=r+1,i-o<=s)return!1}return!0}function Vn(t,e){let n=JSON.stringify(t);if(e.options.doubleQuotedAsJSON)return n;let{implicitKey:s}=e,i=e.options.doubleQuotedMinMultiLineLength,r=e.indent||(oi(t)?"  ":""),o="",a=0;for(let c=0,l=n[c];l;l=n[++c])if(l===" "&&n[c+1]==="\\"&&n[c+2]==="n"&&(o+=n.slice(a,c)+"\\ ",c+=1,a=c,l="\\"),l==="\\")switch(n[c+1]){case"u":{o+=n.slice(a,c);let d=n.substr(c+2,4);switch(d){case"0000":o+="\\0";break;case"0007":o+="\\a";break;case"000b":o+="\\v";break;case"001b":o+="\\e";break;case"0085":o+="\\N";break;case"00a0":o+="\\_";break;case"2028":o+="\\L";break;case"2029":o+="\\P";break;default:d.substr(0,2)==="00"?o+="\\x"+d.substr(2):o+=n.substr(c,6)}c+=5,a=c+1}break;case"n":if(s||n[c+2]==='"'||n.length<i)c+=1;else{for(o+=n.slice(a,c)+`

`;n[c+2]==="\\"&&n[c+3]==="n"&&n[c+4]!=='"';)o+=`
`,c+=2;o+=r,n[c+2]===" "&&(o+="\\"),c+=1,a=c+1}break;default:c+=1}return o=a?o+n.slice(a):n,s?o:nt.foldFlowLines(o,r,nt.FOLD_QUOTED,ri(e,!1))}function go(t,e){if(e.options.singleQuote===!1||e.implicitKey&&t.includes(`
`)||/[ \t]\n|\n[ \t]/.test(t))return Vn(t,e);let n=e.indent||(oi(t)?"  ":""),s="'"+t.replace(/'/g,"''").replace(/\n+/g,`$&
${n}`)+"'";return e.implicitKey?s:nt.foldFlowLines(s,n,nt.FOLD_FLOW,ri(e,!1))}function Qt(t,e){let{singleQuote:n}=e.options,s;if(n===!1)s=Vn;else{let i=t.includes('"'),r=t.includes("'");i&&!r?s=go:r&&!i?s=Vn:s=n?go:Vn}return s(t,e)}var yo;try{yo=new RegExp(`(^|(?<!
))
+(?!
|$)`,"g")}catch{yo=/\n+(?!\n|$)/g}function ii({comment:t,type:e,value:n},s,i,r){let{blockQuote:o,commentString:a,lineWidth:c}=s.options;if(!o||/\n[\t ]+$/.test(n))return Qt(n,s);let l=s.indent||(s.forceBlockIndent||oi(n)?"  ":""),d=o==="literal"?!0:o==="folded"||e===Ce.Scalar.BLOCK_FOLDED?!1:e===Ce.Scalar.BLOCK_LITERAL?!0:!zb(n,c,l.length);if(!n)return d?`|
`:`>
`;let u,p;for(p=n.length;p>0;--p){let $=n[p-1];if($!==`
`&&$!=="	"&&$!==" ")break}let m=n.substring(p),y=m.indexOf(`
`);y===-1?u="-":n===m||y!==m.length-1?(u="+",r&&r()):u="",m&&(n=n.slice(0,-m.length),m[m.length-1]===`
`&&(m=m.slice(0,-1)),m=m.replace(yo,`$&${l}`));let h=!1,b,S=-1;for(b=0;b<n.length;++b){let $=n[b];if($===" ")h=!0;else if($===`
`)S=b;else break}let w=n.substring(0,S<b?S+1:b);w&&(n=n.substring(w.length),w=w.replace(/\n+/g,`$&${l}`));let I=(h?l?"2":"1":"")+u;if(t&&(I+=" "+a(t.replace(/ ?[\r\n]+/g," ")),i&&i()),!d){let $=n.replace(/\n+/g,`
$&`).replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g,"$1$2").replace(/\n+/g,`$&${l}`),L=!1,K=ri(s,!0);o!=="folded"&&e!==Ce.Scalar.BLOCK_FOLDED&&(K.onOverflow=()=>{L=!0});let R=nt.foldFlowLines(`${w}${$}${m}`,l,nt.FOLD_BLOCK,K);if(!L)return`>${I}
${l}${R}`}return n=n.replace(/\n+/g,`$&${l}`),`|${I}
${l}${w}${n}${m}`}function Yb(t,e,n,s){let{type:i,value:r}=t,{actualString:o,implicitKey:a,indent:c,indentStep:l,inFlow:d}=e;if(a&&r.includes(`
`)||d&&/[[\]{},]/.test(r))return Qt(r,e);if(/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(r))return a||d||!r.includes(`
`)?Qt(r,e):ii(t,e,n,s);if(!a&&!d&&i!==Ce.Scalar.PLAIN&&r.includes(`
`))return ii(t,e,n,s);if(oi(r)){if(c==="")return e.forceBlockIndent=!0,ii(t,e,n,s);if(a&&c===l)return Qt(r,e)}let u=r.replace(/\n+/g,`$&
${c}`);if(o){let p=h=>h.default&&h.tag!=="tag:yaml.org,2002:str"&&h.test?.test(u),{compat:m,tags:y}=e.doc.schema;if(y.some(p)||m?.some(p))return Qt(r,e)}return a?u:nt.foldFlowLines(u,c,nt.FOLD_FLOW,ri(e,!1))}function Hb(t,e,n,s){let{implicitKey:i,inFlow:r}=e,o=typeof t.value=="string"?t:Object.assign({},t,{value:String(t.value)}),{type:a}=t;a!==Ce.Scalar.QUOTE_DOUBLE&&/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(o.value)&&(a=Ce.Scalar.QUOTE_DOUBLE);let c=d=>{switch(d){case Ce.Scalar.BLOCK_FOLDED:case Ce.Scalar.BLOCK_LITERAL:return i||r?Qt(o.value,e):ii(o,e,n,s);case Ce.Scalar.QUOTE_DOUBLE:return Vn(o.value,e);case Ce.Scalar.QUOTE_SINGLE:return go(o.value,e);case Ce.Scalar.PLAIN:return Yb(o,e,n,s);default:return null}},l=c(a);if(l===null){let{defaultKeyType:d,defaultStringType:u}=e.options,p=i&&d||u;if(l=c(p),l===null)throw new Error(`Unsupported default string type ${p}`)}return l}id.stringifyString=Hb});var jn=P(bo=>{"use strict";var Jb=Qs(),st=_(),Qb=_n(),Zb=Kn();function Xb(t,e){let n=Object.assign({blockQuote:!0,commentString:Qb.stringifyComment,defaultKeyType:null,defaultStringType:"PLAIN",directives:null,doubleQuotedAsJSON:!1,doubleQuotedMinMultiLineLength:40,falseStr:"false",flowCollectionPadding:!0,indentSeq:!0,lineWidth:80,minContentWidth:20,nullStr:"null",simpleKeys:!1,singleQuote:null,trailingComma:!1,trueStr:"true",verifyAliasOrder:!0},t.schema.toStringOptions,e),s;switch(n.collectionStyle){case"block":s=!1;break;case"flow":s=!0;break;default:s=null}return{anchors:new Set,doc:t,flowCollectionPadding:n.flowCollectionPadding?" ":"",indent:"",indentStep:typeof n.indent=="number"?" ".repeat(n.indent):"  ",inFlow:s,options:n}}function ev(t,e){if(e.tag){let i=t.filter(r=>r.tag===e.tag);if(i.length>0)return i.find(r=>r.format===e.format)??i[0]}let n,s;if(st.isScalar(e)){s=e.value;let i=t.filter(r=>r.identify?.(s));if(i.length>1){let r=i.filter(o=>o.test);r.length>0&&(i=r)}n=i.find(r=>r.format===e.format)??i.find(r=>!r.format)}else s=e,n=t.find(i=>i.nodeClass&&s instanceof i.nodeClass);if(!n){let i=s?.constructor?.name??(s===null?"null":typeof s);throw new Error(`Tag not resolved for ${i} value`)}return n}function tv(t,e,{anchors:n,doc:s}){if(!s.directives)return"";let i=[],r=(st.isScalar(t)||st.isCollection(t))&&t.anchor;r&&Jb.anchorIsValid(r)&&(n.add(r),i.push(`&${r}`));let o=t.tag??(e.default?null:e.tag);return o&&i.push(s.directives.tagString(o)),i.join(" ")}function nv(t,e,n,s){if(st.isPair(t))return t.toString(e,n,s);if(st.isAlias(t)){if(e.doc.directives)return t.toString(e);if(e.resolvedAliases?.has(t))throw new TypeError("Cannot stringify circular structure without alias nodes");e.resolvedAliases?e.resolvedAliases.add(t):e.resolvedAliases=new Set([t]),t=t.resolve(e.doc)}let i,r=st.isNode(t)?t:e.doc.createNode(t,{onTagObj:c=>i=c});i??(i=ev(e.doc.schema.tags,r));let o=tv(r,i,e);o.length>0&&(e.indentAtStart=(e.indentAtStart??0)+o.length+1);let a=typeof i.stringify=="function"?i.stringify(r,e,n,s):st.isScalar(r)?Zb.stringifyString(r,e,n,s):r.toString(e,n,s);return o?st.isScalar(r)||a[0]==="{"||a[0]==="["?`${o} ${a}`:`${o}
${e.indent}${a}`:a}bo.createStringifyContext=Xb;bo.stringify=nv});var cd=P(ad=>{"use strict";var Ke=_(),rd=Y(),od=jn(),Bn=_n();function sv({key:t,value:e},n,s,i){let{allNullValues:r,doc:o,indent:a,indentStep:c,options:{commentString:l,indentSeq:d,simpleKeys:u}}=n,p=Ke.isNode(t)&&t.comment||null;if(u){if(p)throw new Error("With simple keys, key nodes cannot have comments");if(Ke.isCollection(t)||!Ke.isNode(t)&&typeof t=="object"){let K="With simple keys, collection cannot be used as a key value";throw new Error(K)}}let m=!u&&(!t||p&&e==null&&!n.inFlow||Ke.isCollection(t)||(Ke.isScalar(t)?t.type===rd.Scalar.BLOCK_FOLDED||t.type===rd.Scalar.BLOCK_LITERAL:typeof t=="object"));n=Object.assign({},n,{allNullValues:!1,implicitKey:!m&&(u||!r),indent:a+c});let y=!1,h=!1,b=od.stringify(t,n,()=>y=!0,()=>h=!0);if(!m&&!n.inFlow&&b.length>1024){if(u)throw new Error("With simple keys, single line scalar must not span more than 1024 characters");m=!0}if(n.inFlow){if(r||e==null)return y&&s&&s(),b===""?"?":m?`? ${b}`:b}else if(r&&!u||e==null&&m)return b=`? ${b}`,p&&!y?b+=Bn.lineComment(b,n.indent,l(p)):h&&i&&i(),b;y&&(p=null),m?(p&&(b+=Bn.lineComment(b,n.indent,l(p))),b=`? ${b}
${a}:`):(b=`${b}:`,p&&(b+=Bn.lineComment(b,n.indent,l(p))));let S,w,E;Ke.isNode(e)?(S=!!e.spaceBefore,w=e.commentBefore,E=e.comment):(S=!1,w=null,E=null,e&&typeof e=="object"&&(e=o.createNode(e))),n.implicitKey=!1,!m&&!p&&Ke.isScalar(e)&&(n.indentAtStart=b.length+1),h=!1,!d&&c.length>=2&&!n.inFlow&&!m&&Ke.isSeq(e)&&!e.flow&&!e.tag&&!e.anchor&&(n.indent=n.indent.substring(2));let I=!1,$=od.stringify(e,n,()=>I=!0,()=>h=!0),L=" ";if(p||S||w){if(L=S?`
`:"",w){let K=l(w);L+=`
${Bn.indentComment(K,n.indent)}`}$===""&&!n.inFlow?L===`
`&&E&&(L=`

`):L+=`
${n.indent}`}else if(!m&&Ke.isCollection(e)){let K=$[0],R=$.indexOf(`
`),H=R!==-1,We=n.inFlow??e.flow??e.items.length===0;if(H||!We){let Ot=!1;if(H&&(K==="&"||K==="!")){let J=$.indexOf(" ");K==="&"&&J!==-1&&J<R&&$[J+1]==="!"&&(J=$.indexOf(" ",J+1)),(J===-1||R<J)&&(Ot=!0)}Ot||(L=`
${n.indent}`)}}else($===""||$[0]===`
`)&&(L="");return b+=L+$,n.inFlow?I&&s&&s():E&&!I?b+=Bn.lineComment(b,n.indent,l(E)):h&&i&&i(),b}ad.stringifyPair=sv});var wo=P(vo=>{"use strict";var ld=require("process");function iv(t,...e){t==="debug"&&console.log(...e)}function rv(t,e){(t==="debug"||t==="warn")&&(typeof ld.emitWarning=="function"?ld.emitWarning(e):console.warn(e))}vo.debug=iv;vo.warn=rv});var ui=P(di=>{"use strict";var li=_(),dd=Y(),ai="<<",ci={identify:t=>t===ai||typeof t=="symbol"&&t.description===ai,default:"key",tag:"tag:yaml.org,2002:merge",test:/^<<$/,resolve:()=>Object.assign(new dd.Scalar(Symbol(ai)),{addToJSMap:ud}),stringify:()=>ai},ov=(t,e)=>(ci.identify(e)||li.isScalar(e)&&(!e.type||e.type===dd.Scalar.PLAIN)&&ci.identify(e.value))&&t?.doc.schema.tags.some(n=>n.tag===ci.tag&&n.default);function ud(t,e,n){let s=pd(t,n);if(li.isSeq(s))for(let i of s.items)ko(t,e,i);else if(Array.isArray(s))for(let i of s)ko(t,e,i);else ko(t,e,s)}function ko(t,e,n){let s=pd(t,n);if(!li.isMap(s))throw new Error("Merge sources must be maps or map aliases");let i=s.toJSON(null,t,Map);for(let[r,o]of i)e instanceof Map?e.has(r)||e.set(r,o):e instanceof Set?e.add(r):Object.prototype.hasOwnProperty.call(e,r)||Object.defineProperty(e,r,{value:o,writable:!0,enumerable:!0,configurable:!0});return e}function pd(t,e){return t&&li.isAlias(e)?e.resolve(t.doc,t):e}di.addMergeToJSMap=ud;di.isMergeKey=ov;di.merge=ci});var xo=P(hd=>{"use strict";var av=wo(),fd=ui(),cv=jn(),md=_(),So=et();function lv(t,e,{key:n,value:s}){if(md.isNode(n)&&n.addToJSMap)n.addToJSMap(t,e,s);else if(fd.isMergeKey(t,n))fd.addMergeToJSMap(t,e,s);else{let i=So.toJS(n,"",t);if(e instanceof Map)e.set(i,So.toJS(s,i,t));else if(e instanceof Set)e.add(i);else{let r=dv(n,i,t),o=So.toJS(s,r,t);r in e?Object.defineProperty(e,r,{value:o,writable:!0,enumerable:!0,configurable:!0}):e[r]=o}}return e}function dv(t,e,n){if(e===null)return"";if(typeof e!="object")return String(e);if(md.isNode(t)&&n?.doc){let s=cv.createStringifyContext(n.doc,{});s.anchors=new Set;for(let r of n.anchors.keys())s.anchors.add(r.anchor);s.inFlow=!0,s.inStringifyKey=!0;let i=t.toString(s);if(!n.mapKeyWarned){let r=JSON.stringify(i);r.length>40&&(r=r.substring(0,36)+'..."'),av.warn(n.doc.options.logLevel,`Keys with collection values will be stringified due to JS Object restrictions: ${r}. Set mapAsMap: true to use object keys.`),n.mapKeyWarned=!0}return i}return JSON.stringify(e)}hd.addPairToJSMap=lv});var it=P(Co=>{"use strict";var gd=Dn(),uv=cd(),pv=xo(),pi=_();function fv(t,e,n){let s=gd.createNode(t,void 0,n),i=gd.createNode(e,void 0,n);return new fi(s,i)}var fi=class t{constructor(e,n=null){Object.defineProperty(this,pi.NODE_TYPE,{value:pi.PAIR}),this.key=e,this.value=n}clone(e){let{key:n,value:s}=this;return pi.isNode(n)&&(n=n.clone(e)),pi.isNode(s)&&(s=s.clone(e)),new t(n,s)}toJSON(e,n){let s=n?.mapAsMap?new Map:{};return pv.addPairToJSMap(n,s,this)}toString(e,n,s){return e?.doc?uv.stringifyPair(this,e,n,s):JSON.stringify(this)}};Co.Pair=fi;Co.createPair=fv});var Po=P(bd=>{"use strict";var kt=_(),yd=jn(),mi=_n();function mv(t,e,n){return(e.inFlow??t.flow?gv:hv)(t,e,n)}function hv({comment:t,items:e},n,{blockItemPrefix:s,flowChars:i,itemIndent:r,onChompKeep:o,onComment:a}){let{indent:c,options:{commentString:l}}=n,d=Object.assign({},n,{indent:r,type:null}),u=!1,p=[];for(let y=0;y<e.length;++y){let h=e[y],b=null;if(kt.isNode(h))!u&&h.spaceBefore&&p.push(""),hi(n,p,h.commentBefore,u),h.comment&&(b=h.comment);else if(kt.isPair(h)){let w=kt.isNode(h.key)?h.key:null;w&&(!u&&w.spaceBefore&&p.push(""),hi(n,p,w.commentBefore,u))}u=!1;let S=yd.stringify(h,d,()=>b=null,()=>u=!0);b&&(S+=mi.lineComment(S,r,l(b))),u&&b&&(u=!1),p.push(s+S)}let m;if(p.length===0)m=i.start+i.end;else{m=p[0];for(let y=1;y<p.length;++y){let h=p[y];m+=h?`
${c}${h}`:`
`}}return t?(m+=`
`+mi.indentComment(l(t),c),a&&a()):u&&o&&o(),m}function gv({items:t},e,{flowChars:n,itemIndent:s}){let{indent:i,indentStep:r,flowCollectionPadding:o,options:{commentString:a}}=e;s+=r;let c=Object.assign({},e,{indent:s,inFlow:!0,type:null}),l=!1,d=0,u=[];for(let y=0;y<t.length;++y){let h=t[y],b=null;if(kt.isNode(h))h.spaceBefore&&u.push(""),hi(e,u,h.commentBefore,!1),h.comment&&(b=h.comment);else if(kt.isPair(h)){let w=kt.isNode(h.key)?h.key:null;w&&(w.spaceBefore&&u.push(""),hi(e,u,w.commentBefore,!1),w.comment&&(l=!0));let E=kt.isNode(h.value)?h.value:null;E?(E.comment&&(b=E.comment),E.commentBefore&&(l=!0)):h.value==null&&w?.comment&&(b=w.comment)}b&&(l=!0);let S=yd.stringify(h,c,()=>b=null);l||(l=u.length>d||S.includes(`
`)),y<t.length-1?S+=",":e.options.trailingComma&&(e.options.lineWidth>0&&(l||(l=u.reduce((w,E)=>w+E.length+2,2)+(S.length+2)>e.options.lineWidth)),l&&(S+=",")),b&&(S+=mi.lineComment(S,s,a(b))),u.push(S),d=u.length}let{start:p,end:m}=n;if(u.length===0)return p+m;if(!l){let y=u.reduce((h,b)=>h+b.length+2,2);l=e.options.lineWidth>0&&y>e.options.lineWidth}if(l){let y=p;for(let h of u)y+=h?`
${r}${i}${h}`:`
`;return`${y}
${i}${m}`}else return`${p}${o}${u.join(" ")}${o}${m}`}function hi({indent:t,options:{commentString:e}},n,s,i){if(s&&i&&(s=s.replace(/^\n+/,"")),s){let r=mi.indentComment(e(s),t);n.push(r.trimStart())}}bd.stringifyCollection=mv});var ot=P(To=>{"use strict";var yv=Po(),bv=xo(),vv=ti(),rt=_(),gi=it(),wv=Y();function Un(t,e){let n=rt.isScalar(e)?e.value:e;for(let s of t)if(rt.isPair(s)&&(s.key===e||s.key===n||rt.isScalar(s.key)&&s.key.value===n))return s}var Ao=class extends vv.Collection{static get tagName(){return"tag:yaml.org,2002:map"}constructor(e){super(rt.MAP,e),this.items=[]}static from(e,n,s){let{keepUndefined:i,replacer:r}=s,o=new this(e),a=(c,l)=>{if(typeof r=="function")l=r.call(n,c,l);else if(Array.isArray(r)&&!r.includes(c))return;(l!==void 0||i)&&o.items.push(gi.createPair(c,l,s))};if(n instanceof Map)for(let[c,l]of n)a(c,l);else if(n&&typeof n=="object")for(let c of Object.keys(n))a(c,n[c]);return typeof e.sortMapEntries=="function"&&o.items.sort(e.sortMapEntries),o}add(e,n){let s;rt.isPair(e)?s=e:!e||typeof e!="object"||!("key"in e)?s=new gi.Pair(e,e?.value):s=new gi.Pair(e.key,e.value);let i=Un(this.items,s.key),r=this.schema?.sortMapEntries;if(i){if(!n)throw new Error(`Key ${s.key} already set`);rt.isScalar(i.value)&&wv.isScalarValue(s.value)?i.value.value=s.value:i.value=s.value}else if(r){let o=this.items.findIndex(a=>r(s,a)<0);o===-1?this.items.push(s):this.items.splice(o,0,s)}else this.items.push(s)}delete(e){let n=Un(this.items,e);return n?this.items.splice(this.items.indexOf(n),1).length>0:!1}get(e,n){let i=Un(this.items,e)?.value;return(!n&&rt.isScalar(i)?i.value:i)??void 0}has(e){return!!Un(this.items,e)}set(e,n){this.add(new gi.Pair(e,n),!0)}toJSON(e,n,s){let i=s?new s:n?.mapAsMap?new Map:{};n?.onCreate&&n.onCreate(i);for(let r of this.items)bv.addPairToJSMap(n,i,r);return i}toString(e,n,s){if(!e)return JSON.stringify(this);for(let i of this.items)if(!rt.isPair(i))throw new Error(`Map items must all be pairs; found ${JSON.stringify(i)} instead`);return!e.allNullValues&&this.hasAllNullValues(!1)&&(e=Object.assign({},e,{allNullValues:!0})),yv.stringifyCollection(this,e,{blockItemPrefix:"",flowChars:{start:"{",end:"}"},itemIndent:e.indent||"",onChompKeep:s,onComment:n})}};To.YAMLMap=Ao;To.findPair=Un});var Zt=P(wd=>{"use strict";var kv=_(),vd=ot(),Sv={collection:"map",default:!0,nodeClass:vd.YAMLMap,tag:"tag:yaml.org,2002:map",resolve(t,e){return kv.isMap(t)||e("Expected a mapping for this tag"),t},createNode:(t,e,n)=>vd.YAMLMap.from(t,e,n)};wd.map=Sv});var at=P(kd=>{"use strict";var xv=Dn(),Cv=Po(),Pv=ti(),bi=_(),Av=Y(),Tv=et(),No=class extends Pv.Collection{static get tagName(){return"tag:yaml.org,2002:seq"}constructor(e){super(bi.SEQ,e),this.items=[]}add(e){this.items.push(e)}delete(e){let n=yi(e);return typeof n!="number"?!1:this.items.splice(n,1).length>0}get(e,n){let s=yi(e);if(typeof s!="number")return;let i=this.items[s];return!n&&bi.isScalar(i)?i.value:i}has(e){let n=yi(e);return typeof n=="number"&&n<this.items.length}set(e,n){let s=yi(e);if(typeof s!="number")throw new Error(`Expected a valid index, not ${e}.`);let i=this.items[s];bi.isScalar(i)&&Av.isScalarValue(n)?i.value=n:this.items[s]=n}toJSON(e,n){let s=[];n?.onCreate&&n.onCreate(s);let i=0;for(let r of this.items)s.push(Tv.toJS(r,String(i++),n));return s}toString(e,n,s){return e?Cv.stringifyCollection(this,e,{blockItemPrefix:"- ",flowChars:{start:"[",end:"]"},itemIndent:(e.indent||"")+"  ",onChompKeep:s,onComment:n}):JSON.stringify(this)}static from(e,n,s){let{replacer:i}=s,r=new this(e);if(n&&Symbol.iterator in Object(n)){let o=0;for(let a of n){if(typeof i=="function"){let c=n instanceof Set?a:String(o++);a=i.call(n,c,a)}r.items.push(xv.createNode(a,void 0,s))}}return r}};function yi(t){let e=bi.isScalar(t)?t.value:t;return e&&typeof e=="string"&&(e=Number(e)),typeof e=="number"&&Number.isInteger(e)&&e>=0?e:null}kd.YAMLSeq=No});var Xt=P(xd=>{"use strict";var Nv=_(),Sd=at(),Rv={collection:"seq",default:!0,nodeClass:Sd.YAMLSeq,tag:"tag:yaml.org,2002:seq",resolve(t,e){return Nv.isSeq(t)||e("Expected a sequence for this tag"),t},createNode:(t,e,n)=>Sd.YAMLSeq.from(t,e,n)};xd.seq=Rv});var Wn=P(Cd=>{"use strict";var Ev=Kn(),Iv={identify:t=>typeof t=="string",default:!0,tag:"tag:yaml.org,2002:str",resolve:t=>t,stringify(t,e,n,s){return e=Object.assign({actualString:!0},e),Ev.stringifyString(t,e,n,s)}};Cd.string=Iv});var vi=P(Td=>{"use strict";var Pd=Y(),Ad={identify:t=>t==null,createNode:()=>new Pd.Scalar(null),default:!0,tag:"tag:yaml.org,2002:null",test:/^(?:~|[Nn]ull|NULL)?$/,resolve:()=>new Pd.Scalar(null),stringify:({source:t},e)=>typeof t=="string"&&Ad.test.test(t)?t:e.options.nullStr};Td.nullTag=Ad});var Ro=P(Rd=>{"use strict";var Ov=Y(),Nd={identify:t=>typeof t=="boolean",default:!0,tag:"tag:yaml.org,2002:bool",test:/^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,resolve:t=>new Ov.Scalar(t[0]==="t"||t[0]==="T"),stringify({source:t,value:e},n){if(t&&Nd.test.test(t)){let s=t[0]==="t"||t[0]==="T";if(e===s)return t}return e?n.options.trueStr:n.options.falseStr}};Rd.boolTag=Nd});var en=P(Ed=>{"use strict";function $v({format:t,minFractionDigits:e,tag:n,value:s}){if(typeof s=="bigint")return String(s);let i=typeof s=="number"?s:Number(s);if(!isFinite(i))return isNaN(i)?".nan":i<0?"-.inf":".inf";let r=Object.is(s,-0)?"-0":JSON.stringify(s);if(!t&&e&&(!n||n==="tag:yaml.org,2002:float")&&/^-?\d/.test(r)&&!r.includes("e")){let o=r.indexOf(".");o<0&&(o=r.length,r+=".");let a=e-(r.length-o-1);for(;a-- >0;)r+="0"}return r}Ed.stringifyNumber=$v});var Io=P(wi=>{"use strict";var Lv=Y(),Eo=en(),qv={identify:t=>typeof t=="number",default:!0,tag:"tag:yaml.org,2002:float",test:/^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,resolve:t=>t.slice(-3).toLowerCase()==="nan"?NaN:t[0]==="-"?Number.NEGATIVE_INFINITY:Number.POSITIVE_INFINITY,stringify:Eo.stringifyNumber},Mv={identify:t=>typeof t=="number",default:!0,tag:"tag:yaml.org,2002:float",format:"EXP",test:/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,resolve:t=>parseFloat(t),stringify(t){let e=Number(t.value);return isFinite(e)?e.toExponential():Eo.stringifyNumber(t)}},Dv={identify:t=>typeof t=="number",default:!0,tag:"tag:yaml.org,2002:float",test:/^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,resolve(t){let e=new Lv.Scalar(parseFloat(t)),n=t.indexOf(".");return n!==-1&&t[t.length-1]==="0"&&(e.minFractionDigits=t.length-n-1),e},stringify:Eo.stringifyNumber};wi.float=Dv;wi.floatExp=Mv;wi.floatNaN=qv});var $o=P(Si=>{"use strict";var Id=en(),ki=t=>typeof t=="bigint"||Number.isInteger(t),Oo=(t,e,n,{intAsBigInt:s})=>s?BigInt(t):parseInt(t.substring(e),n);function Od(t,e,n){let{value:s}=t;return ki(s)&&s>=0?n+s.toString(e):Id.stringifyNumber(t)}var _v={identify:t=>ki(t)&&t>=0,default:!0,tag:"tag:yaml.org,2002:int",format:"OCT",test:/^0o[0-7]+$/,resolve:(t,e,n)=>Oo(t,2,8,n),stringify:t=>Od(t,8,"0o")},Fv={identify:ki,default:!0,tag:"tag:yaml.org,2002:int",test:/^[-+]?[0-9]+$/,resolve:(t,e,n)=>Oo(t,0,10,n),stringify:Id.stringifyNumber},Vv={identify:t=>ki(t)&&t>=0,default:!0,tag:"tag:yaml.org,2002:int",format:"HEX",test:/^0x[0-9a-fA-F]+$/,resolve:(t,e,n)=>Oo(t,2,16,n),stringify:t=>Od(t,16,"0x")};Si.int=Fv;Si.intHex=Vv;Si.intOct=_v});var Ld=P($d=>{"use strict";var Kv=Zt(),jv=vi(),Bv=Xt(),Uv=Wn(),Wv=Ro(),Lo=Io(),qo=$o(),Gv=[Kv.map,Bv.seq,Uv.string,jv.nullTag,Wv.boolTag,qo.intOct,qo.int,qo.intHex,Lo.floatNaN,Lo.floatExp,Lo.float];$d.schema=Gv});var Dd=P(Md=>{"use strict";var zv=Y(),Yv=Zt(),Hv=Xt();function qd(t){return typeof t=="bigint"||Number.isInteger(t)}var xi=({value:t})=>JSON.stringify(t),Jv=[{identify:t=>typeof t=="string",default:!0,tag:"tag:yaml.org,2002:str",resolve:t=>t,stringify:xi},{identify:t=>t==null,createNode:()=>new zv.Scalar(null),default:!0,tag:"tag:yaml.org,2002:null",test:/^null$/,resolve:()=>null,stringify:xi},{identify:t=>typeof t=="boolean",default:!0,tag:"tag:yaml.org,2002:bool",test:/^true$|^false$/,resolve:t=>t==="true",stringify:xi},{identify:qd,default:!0,tag:"tag:yaml.org,2002:int",test:/^-?(?:0|[1-9][0-9]*)$/,resolve:(t,e,{intAsBigInt:n})=>n?BigInt(t):parseInt(t,10),stringify:({value:t})=>qd(t)?t.toString():JSON.stringify(t)},{identify:t=>typeof t=="number",default:!0,tag:"tag:yaml.org,2002:float",test:/^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,resolve:t=>parseFloat(t),stringify:xi}],Qv={default:!0,tag:"",test:/^/,resolve(t,e){return e(`Unresolved plain scalar ${JSON.stringify(t)}`),t}},Zv=[Yv.map,Hv.seq].concat(Jv,Qv);Md.schema=Zv});var Do=P(_d=>{"use strict";var Gn=require("buffer"),Mo=Y(),Xv=Kn(),ew={identify:t=>t instanceof Uint8Array,default:!1,tag:"tag:yaml.org,2002:binary",resolve(t,e){if(typeof Gn.Buffer=="function")return Gn.Buffer.from(t,"base64");if(typeof atob=="function"){let n=atob(t.replace(/[\n\r]/g,"")),s=new Uint8Array(n.length);for(let i=0;i<n.length;++i)s[i]=n.charCodeAt(i);return s}else return e("This environment does not support reading binary tags; either Buffer or atob is required"),t},stringify({comment:t,type:e,value:n},s,i,r){if(!n)return"";let o=n,a;if(typeof Gn.Buffer=="function")a=o instanceof Gn.Buffer?o.toString("base64"):Gn.Buffer.from(o.buffer).toString("base64");else if(typeof btoa=="function"){let c="";for(let l=0;l<o.length;++l)c+=String.fromCharCode(o[l]);a=btoa(c)}else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");if(e??(e=Mo.Scalar.BLOCK_LITERAL),e!==Mo.Scalar.QUOTE_DOUBLE){let c=Math.max(s.options.lineWidth-s.indent.length,s.options.minContentWidth),l=Math.ceil(a.length/c),d=new Array(l);for(let u=0,p=0;u<l;++u,p+=c)d[u]=a.substr(p,c);a=d.join(e===Mo.Scalar.BLOCK_LITERAL?`
`:" ")}return Xv.stringifyString({comment:t,type:e,value:a},s,i,r)}};_d.binary=ew});var Ai=P(Pi=>{"use strict";var Ci=_(),_o=it(),tw=Y(),nw=at();function Fd(t,e){if(Ci.isSeq(t))for(let n=0;n<t.items.length;++n){let s=t.items[n];if(!Ci.isPair(s)){if(Ci.isMap(s)){s.items.length>1&&e("Each pair must have its own sequence indicator");let i=s.items[0]||new _o.Pair(new tw.Scalar(null));if(s.commentBefore&&(i.key.commentBefore=i.key.commentBefore?`${s.commentBefore}
${i.key.commentBefore}`:s.commentBefore),s.comment){let r=i.value??i.key;r.comment=r.comment?`${s.comment}
${r.comment}`:s.comment}s=i}t.items[n]=Ci.isPair(s)?s:new _o.Pair(s)}}else e("Expected a sequence for this tag");return t}function Vd(t,e,n){let{replacer:s}=n,i=new nw.YAMLSeq(t);i.tag="tag:yaml.org,2002:pairs";let r=0;if(e&&Symbol.iterator in Object(e))for(let o of e){typeof s=="function"&&(o=s.call(e,String(r++),o));let a,c;if(Array.isArray(o))if(o.length===2)a=o[0],c=o[1];else throw new TypeError(`Expected [key, value] tuple: ${o}`);else if(o&&o instanceof Object){let l=Object.keys(o);if(l.length===1)a=l[0],c=o[a];else throw new TypeError(`Expected tuple with one key, not ${l.length} keys`)}else a=o;i.items.push(_o.createPair(a,c,n))}return i}var sw={collection:"seq",default:!1,tag:"tag:yaml.org,2002:pairs",resolve:Fd,createNode:Vd};Pi.createPairs=Vd;Pi.pairs=sw;Pi.resolvePairs=Fd});var Ko=P(Vo=>{"use strict";var Kd=_(),Fo=et(),zn=ot(),iw=at(),jd=Ai(),St=class t extends iw.YAMLSeq{constructor(){super(),this.add=zn.YAMLMap.prototype.add.bind(this),this.delete=zn.YAMLMap.prototype.delete.bind(this),this.get=zn.YAMLMap.prototype.get.bind(this),this.has=zn.YAMLMap.prototype.has.bind(this),this.set=zn.YAMLMap.prototype.set.bind(this),this.tag=t.tag}toJSON(e,n){if(!n)return super.toJSON(e);let s=new Map;n?.onCreate&&n.onCreate(s);for(let i of this.items){let r,o;if(Kd.isPair(i)?(r=Fo.toJS(i.key,"",n),o=Fo.toJS(i.value,r,n)):r=Fo.toJS(i,"",n),s.has(r))throw new Error("Ordered maps must not include duplicate keys");s.set(r,o)}return s}static from(e,n,s){let i=jd.createPairs(e,n,s),r=new this;return r.items=i.items,r}};St.tag="tag:yaml.org,2002:omap";var rw={collection:"seq",identify:t=>t instanceof Map,nodeClass:St,default:!1,tag:"tag:yaml.org,2002:omap",resolve(t,e){let n=jd.resolvePairs(t,e),s=[];for(let{key:i}of n.items)Kd.isScalar(i)&&(s.includes(i.value)?e(`Ordered maps must not include duplicate keys: ${i.value}`):s.push(i.value));return Object.assign(new St,n)},createNode:(t,e,n)=>St.from(t,e,n)};Vo.YAMLOMap=St;Vo.omap=rw});var zd=P(jo=>{"use strict";var Bd=Y();function Ud({value:t,source:e},n){return e&&(t?Wd:Gd).test.test(e)?e:t?n.options.trueStr:n.options.falseStr}var Wd={identify:t=>t===!0,default:!0,tag:"tag:yaml.org,2002:bool",test:/^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,resolve:()=>new Bd.Scalar(!0),stringify:Ud},Gd={identify:t=>t===!1,default:!0,tag:"tag:yaml.org,2002:bool",test:/^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,resolve:()=>new Bd.Scalar(!1),stringify:Ud};jo.falseTag=Gd;jo.trueTag=Wd});var Yd=P(Ti=>{"use strict";var ow=Y(),Bo=en(),aw={identify:t=>typeof t=="number",default:!0,tag:"tag:yaml.org,2002:float",test:/^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,resolve:t=>t.slice(-3).toLowerCase()==="nan"?NaN:t[0]==="-"?Number.NEGATIVE_INFINITY:Number.POSITIVE_INFINITY,stringify:Bo.stringifyNumber},cw={identify:t=>typeof t=="number",default:!0,tag:"tag:yaml.org,2002:float",format:"EXP",test:/^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,resolve:t=>parseFloat(t.replace(/_/g,"")),stringify(t){let e=Number(t.value);return isFinite(e)?e.toExponential():Bo.stringifyNumber(t)}},lw={identify:t=>typeof t=="number",default:!0,tag:"tag:yaml.org,2002:float",test:/^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,resolve(t){let e=new ow.Scalar(parseFloat(t.replace(/_/g,""))),n=t.indexOf(".");if(n!==-1){let s=t.substring(n+1).replace(/_/g,"");s[s.length-1]==="0"&&(e.minFractionDigits=s.length)}return e},stringify:Bo.stringifyNumber};Ti.float=lw;Ti.floatExp=cw;Ti.floatNaN=aw});var Jd=P(Hn=>{"use strict";var Hd=en(),Yn=t=>typeof t=="bigint"||Number.isInteger(t);function Ni(t,e,n,{intAsBigInt:s}){let i=t[0];if((i==="-"||i==="+")&&(e+=1),t=t.substring(e).replace(/_/g,""),s){switch(n){case 2:t=`0b${t}`;break;case 8:t=`0o${t}`;break;case 16:t=`0x${t}`;break}let o=BigInt(t);return i==="-"?BigInt(-1)*o:o}let r=parseInt(t,n);return i==="-"?-1*r:r}function Uo(t,e,n){let{value:s}=t;if(Yn(s)){let i=s.toString(e);return s<0?"-"+n+i.substr(1):n+i}return Hd.stringifyNumber(t)}var dw={identify:Yn,default:!0,tag:"tag:yaml.org,2002:int",format:"BIN",test:/^[-+]?0b[0-1_]+$/,resolve:(t,e,n)=>Ni(t,2,2,n),stringify:t=>Uo(t,2,"0b")},uw={identify:Yn,default:!0,tag:"tag:yaml.org,2002:int",format:"OCT",test:/^[-+]?0[0-7_]+$/,resolve:(t,e,n)=>Ni(t,1,8,n),stringify:t=>Uo(t,8,"0")},pw={identify:Yn,default:!0,tag:"tag:yaml.org,2002:int",test:/^[-+]?[0-9][0-9_]*$/,resolve:(t,e,n)=>Ni(t,0,10,n),stringify:Hd.stringifyNumber},fw={identify:Yn,default:!0,tag:"tag:yaml.org,2002:int",format:"HEX",test:/^[-+]?0x[0-9a-fA-F_]+$/,resolve:(t,e,n)=>Ni(t,2,16,n),stringify:t=>Uo(t,16,"0x")};Hn.int=pw;Hn.intBin=dw;Hn.intHex=fw;Hn.intOct=uw});var Go=P(Wo=>{"use strict";var Ii=_(),Ri=it(),Ei=ot(),xt=class t extends Ei.YAMLMap{constructor(e){super(e),this.tag=t.tag}add(e){let n;Ii.isPair(e)?n=e:e&&typeof e=="object"&&"key"in e&&"value"in e&&e.value===null?n=new Ri.Pair(e.key,null):n=new Ri.Pair(e,null),Ei.findPair(this.items,n.key)||this.items.push(n)}get(e,n){let s=Ei.findPair(this.items,e);return!n&&Ii.isPair(s)?Ii.isScalar(s.key)?s.key.value:s.key:s}set(e,n){if(typeof n!="boolean")throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof n}`);let s=Ei.findPair(this.items,e);s&&!n?this.items.splice(this.items.indexOf(s),1):!s&&n&&this.items.push(new Ri.Pair(e))}toJSON(e,n){return super.toJSON(e,n,Set)}toString(e,n,s){if(!e)return JSON.stringify(this);if(this.hasAllNullValues(!0))return super.toString(Object.assign({},e,{allNullValues:!0}),n,s);throw new Error("Set items must all have null values")}static from(e,n,s){let{replacer:i}=s,r=new this(e);if(n&&Symbol.iterator in Object(n))for(let o of n)typeof i=="function"&&(o=i.call(n,o,o)),r.items.push(Ri.createPair(o,null,s));return r}};xt.tag="tag:yaml.org,2002:set";var mw={collection:"map",identify:t=>t instanceof Set,nodeClass:xt,default:!1,tag:"tag:yaml.org,2002:set",createNode:(t,e,n)=>xt.from(t,e,n),resolve(t,e){if(Ii.isMap(t)){if(t.hasAllNullValues(!0))return Object.assign(new xt,t);e("Set items must all have null values")}else e("Expected a mapping for this tag");return t}};Wo.YAMLSet=xt;Wo.set=mw});var Yo=P(Oi=>{"use strict";var hw=en();function zo(t,e){let n=t[0],s=n==="-"||n==="+"?t.substring(1):t,i=o=>e?BigInt(o):Number(o),r=s.replace(/_/g,"").split(":").reduce((o,a)=>o*i(60)+i(a),i(0));return n==="-"?i(-1)*r:r}function Qd(t){let{value:e}=t,n=o=>o;if(typeof e=="bigint")n=o=>BigInt(o);else if(isNaN(e)||!isFinite(e))return hw.stringifyNumber(t);let s="";e<0&&(s="-",e*=n(-1));let i=n(60),r=[e%i];return e<60?r.unshift(0):(e=(e-r[0])/i,r.unshift(e%i),e>=60&&(e=(e-r[0])/i,r.unshift(e))),s+r.map(o=>String(o).padStart(2,"0")).join(":").replace(/000000\d*$/,"")}var gw={identify:t=>typeof t=="bigint"||Number.isInteger(t),default:!0,tag:"tag:yaml.org,2002:int",format:"TIME",test:/^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,resolve:(t,e,{intAsBigInt:n})=>zo(t,n),stringify:Qd},yw={identify:t=>typeof t=="number",default:!0,tag:"tag:yaml.org,2002:float",format:"TIME",test:/^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,resolve:t=>zo(t,!1),stringify:Qd},Zd={identify:t=>t instanceof Date,default:!0,tag:"tag:yaml.org,2002:timestamp",test:RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),resolve(t){let e=t.match(Zd.test);if(!e)throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");let[,n,s,i,r,o,a]=e.map(Number),c=e[7]?Number((e[7]+"00").substr(1,3)):0,l=Date.UTC(n,s-1,i,r||0,o||0,a||0,c),d=e[8];if(d&&d!=="Z"){let u=zo(d,!1);Math.abs(u)<30&&(u*=60),l-=6e4*u}return new Date(l)},stringify:({value:t})=>t?.toISOString().replace(/(T00:00:00)?\.000Z$/,"")??""};Oi.floatTime=yw;Oi.intTime=gw;Oi.timestamp=Zd});var tu=P(eu=>{"use strict";var bw=Zt(),vw=vi(),ww=Xt(),kw=Wn(),Sw=Do(),Xd=zd(),Ho=Yd(),$i=Jd(),xw=ui(),Cw=Ko(),Pw=Ai(),Aw=Go(),Jo=Yo(),Tw=[bw.map,ww.seq,kw.string,vw.nullTag,Xd.trueTag,Xd.falseTag,$i.intBin,$i.intOct,$i.int,$i.intHex,Ho.floatNaN,Ho.floatExp,Ho.float,Sw.binary,xw.merge,Cw.omap,Pw.pairs,Aw.set,Jo.intTime,Jo.floatTime,Jo.timestamp];eu.schema=Tw});var uu=P(Xo=>{"use strict";var ru=Zt(),Nw=vi(),ou=Xt(),Rw=Wn(),Ew=Ro(),Qo=Io(),Zo=$o(),Iw=Ld(),Ow=Dd(),au=Do(),Jn=ui(),cu=Ko(),lu=Ai(),nu=tu(),du=Go(),Li=Yo(),su=new Map([["core",Iw.schema],["failsafe",[ru.map,ou.seq,Rw.string]],["json",Ow.schema],["yaml11",nu.schema],["yaml-1.1",nu.schema]]),iu={binary:au.binary,bool:Ew.boolTag,float:Qo.float,floatExp:Qo.floatExp,floatNaN:Qo.floatNaN,floatTime:Li.floatTime,int:Zo.int,intHex:Zo.intHex,intOct:Zo.intOct,intTime:Li.intTime,map:ru.map,merge:Jn.merge,null:Nw.nullTag,omap:cu.omap,pairs:lu.pairs,seq:ou.seq,set:du.set,timestamp:Li.timestamp},$w={"tag:yaml.org,2002:binary":au.binary,"tag:yaml.org,2002:merge":Jn.merge,"tag:yaml.org,2002:omap":cu.omap,"tag:yaml.org,2002:pairs":lu.pairs,"tag:yaml.org,2002:set":du.set,"tag:yaml.org,2002:timestamp":Li.timestamp};function Lw(t,e,n){let s=su.get(e);if(s&&!t)return n&&!s.includes(Jn.merge)?s.concat(Jn.merge):s.slice();let i=s;if(!i)if(Array.isArray(t))i=[];else{let r=Array.from(su.keys()).filter(o=>o!=="yaml11").map(o=>JSON.stringify(o)).join(", ");throw new Error(`Unknown schema "${e}"; use one of ${r} or define customTags array`)}if(Array.isArray(t))for(let r of t)i=i.concat(r);else typeof t=="function"&&(i=t(i.slice()));return n&&(i=i.concat(Jn.merge)),i.reduce((r,o)=>{let a=typeof o=="string"?iu[o]:o;if(!a){let c=JSON.stringify(o),l=Object.keys(iu).map(d=>JSON.stringify(d)).join(", ");throw new Error(`Unknown custom tag ${c}; use one of ${l}`)}return r.includes(a)||r.push(a),r},[])}Xo.coreKnownTags=$w;Xo.getTags=Lw});var na=P(pu=>{"use strict";var ea=_(),qw=Zt(),Mw=Xt(),Dw=Wn(),qi=uu(),_w=(t,e)=>t.key<e.key?-1:t.key>e.key?1:0,ta=class t{constructor({compat:e,customTags:n,merge:s,resolveKnownTags:i,schema:r,sortMapEntries:o,toStringDefaults:a}){this.compat=Array.isArray(e)?qi.getTags(e,"compat"):e?qi.getTags(null,e):null,this.name=typeof r=="string"&&r||"core",this.knownTags=i?qi.coreKnownTags:{},this.tags=qi.getTags(n,this.name,s),this.toStringOptions=a??null,Object.defineProperty(this,ea.MAP,{value:qw.map}),Object.defineProperty(this,ea.SCALAR,{value:Dw.string}),Object.defineProperty(this,ea.SEQ,{value:Mw.seq}),this.sortMapEntries=typeof o=="function"?o:o===!0?_w:null}clone(){let e=Object.create(t.prototype,Object.getOwnPropertyDescriptors(this));return e.tags=this.tags.slice(),e}};pu.Schema=ta});var mu=P(fu=>{"use strict";var Fw=_(),sa=jn(),Qn=_n();function Vw(t,e){let n=[],s=e.directives===!0;if(e.directives!==!1&&t.directives){let c=t.directives.toString(t);c?(n.push(c),s=!0):t.directives.docStart&&(s=!0)}s&&n.push("---");let i=sa.createStringifyContext(t,e),{commentString:r}=i.options;if(t.commentBefore){n.length!==1&&n.unshift("");let c=r(t.commentBefore);n.unshift(Qn.indentComment(c,""))}let o=!1,a=null;if(t.contents){if(Fw.isNode(t.contents)){if(t.contents.spaceBefore&&s&&n.push(""),t.contents.commentBefore){let d=r(t.contents.commentBefore);n.push(Qn.indentComment(d,""))}i.forceBlockIndent=!!t.comment,a=t.contents.comment}let c=a?void 0:()=>o=!0,l=sa.stringify(t.contents,i,()=>a=null,c);a&&(l+=Qn.lineComment(l,"",r(a))),(l[0]==="|"||l[0]===">")&&n[n.length-1]==="---"?n[n.length-1]=`--- ${l}`:n.push(l)}else n.push(sa.stringify(t.contents,i));if(t.directives?.docEnd)if(t.comment){let c=r(t.comment);c.includes(`
`)?(n.push("..."),n.push(Qn.indentComment(c,""))):n.push(`... ${c}`)}else n.push("...");else{let c=t.comment;c&&o&&(c=c.replace(/^\n+/,"")),c&&((!o||a)&&n[n.length-1]!==""&&n.push(""),n.push(Qn.indentComment(r(c),"")))}return n.join(`
`)+`
`}fu.stringifyDocument=Vw});var Zn=P(hu=>{"use strict";var Kw=Mn(),tn=ti(),me=_(),jw=it(),Bw=et(),Uw=na(),Ww=mu(),ia=Qs(),Gw=ao(),zw=Dn(),ra=oo(),oa=class t{constructor(e,n,s){this.commentBefore=null,this.comment=null,this.errors=[],this.warnings=[],Object.defineProperty(this,me.NODE_TYPE,{value:me.DOC});let i=null;typeof n=="function"||Array.isArray(n)?i=n:s===void 0&&n&&(s=n,n=void 0);let r=Object.assign({intAsBigInt:!1,keepSourceTokens:!1,logLevel:"warn",prettyErrors:!0,strict:!0,stringKeys:!1,uniqueKeys:!0,version:"1.2"},s);this.options=r;let{version:o}=r;s?._directives?(this.directives=s._directives.atDocument(),this.directives.yaml.explicit&&(o=this.directives.yaml.version)):this.directives=new ra.Directives({version:o}),this.setSchema(o,s),this.contents=e===void 0?null:this.createNode(e,i,s)}clone(){let e=Object.create(t.prototype,{[me.NODE_TYPE]:{value:me.DOC}});return e.commentBefore=this.commentBefore,e.comment=this.comment,e.errors=this.errors.slice(),e.warnings=this.warnings.slice(),e.options=Object.assign({},this.options),this.directives&&(e.directives=this.directives.clone()),e.schema=this.schema.clone(),e.contents=me.isNode(this.contents)?this.contents.clone(e.schema):this.contents,this.range&&(e.range=this.range.slice()),e}add(e){nn(this.contents)&&this.contents.add(e)}addIn(e,n){nn(this.contents)&&this.contents.addIn(e,n)}createAlias(e,n){if(!e.anchor){let s=ia.anchorNames(this);e.anchor=!n||s.has(n)?ia.findNewAnchor(n||"a",s):n}return new Kw.Alias(e.anchor)}createNode(e,n,s){let i;if(typeof n=="function")e=n.call({"":e},"",e),i=n;else if(Array.isArray(n)){let b=w=>typeof w=="number"||w instanceof String||w instanceof Number,S=n.filter(b).map(String);S.length>0&&(n=n.concat(S)),i=n}else s===void 0&&n&&(s=n,n=void 0);let{aliasDuplicateObjects:r,anchorPrefix:o,flow:a,keepUndefined:c,onTagObj:l,tag:d}=s??{},{onAnchor:u,setAnchors:p,sourceObjects:m}=ia.createNodeAnchors(this,o||"a"),y={aliasDuplicateObjects:r??!0,keepUndefined:c??!1,onAnchor:u,onTagObj:l,replacer:i,schema:this.schema,sourceObjects:m},h=zw.createNode(e,d,y);return a&&me.isCollection(h)&&(h.flow=!0),p(),h}createPair(e,n,s={}){let i=this.createNode(e,null,s),r=this.createNode(n,null,s);return new jw.Pair(i,r)}delete(e){return nn(this.contents)?this.contents.delete(e):!1}deleteIn(e){return tn.isEmptyPath(e)?this.contents==null?!1:(this.contents=null,!0):nn(this.contents)?this.contents.deleteIn(e):!1}get(e,n){return me.isCollection(this.contents)?this.contents.get(e,n):void 0}getIn(e,n){return tn.isEmptyPath(e)?!n&&me.isScalar(this.contents)?this.contents.value:this.contents:me.isCollection(this.contents)?this.contents.getIn(e,n):void 0}has(e){return me.isCollection(this.contents)?this.contents.has(e):!1}hasIn(e){return tn.isEmptyPath(e)?this.contents!==void 0:me.isCollection(this.contents)?this.contents.hasIn(e):!1}set(e,n){this.contents==null?this.contents=tn.collectionFromPath(this.schema,[e],n):nn(this.contents)&&this.contents.set(e,n)}setIn(e,n){tn.isEmptyPath(e)?this.contents=n:this.contents==null?this.contents=tn.collectionFromPath(this.schema,Array.from(e),n):nn(this.contents)&&this.contents.setIn(e,n)}setSchema(e,n={}){typeof e=="number"&&(e=String(e));let s;switch(e){case"1.1":this.directives?this.directives.yaml.version="1.1":this.directives=new ra.Directives({version:"1.1"}),s={resolveKnownTags:!1,schema:"yaml-1.1"};break;case"1.2":case"next":this.directives?this.directives.yaml.version=e:this.directives=new ra.Directives({version:e}),s={resolveKnownTags:!0,schema:"core"};break;case null:this.directives&&delete this.directives,s=null;break;default:{let i=JSON.stringify(e);throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${i}`)}}if(n.schema instanceof Object)this.schema=n.schema;else if(s)this.schema=new Uw.Schema(Object.assign(s,n));else throw new Error("With a null YAML version, the { schema: Schema } option is required")}toJS({json:e,jsonArg:n,mapAsMap:s,maxAliasCount:i,onAnchor:r,reviver:o}={}){let a={anchors:new Map,doc:this,keep:!e,mapAsMap:s===!0,mapKeyWarned:!1,maxAliasCount:typeof i=="number"?i:100},c=Bw.toJS(this.contents,n??"",a);if(typeof r=="function")for(let{count:l,res:d}of a.anchors.values())r(d,l);return typeof o=="function"?Gw.applyReviver(o,{"":c},"",c):c}toJSON(e,n){return this.toJS({json:!0,jsonArg:e,mapAsMap:!1,onAnchor:n})}toString(e={}){if(this.errors.length>0)throw new Error("Document with errors cannot be stringified");if("indent"in e&&(!Number.isInteger(e.indent)||Number(e.indent)<=0)){let n=JSON.stringify(e.indent);throw new Error(`"indent" option must be a positive integer, not ${n}`)}return Ww.stringifyDocument(this,e)}};function nn(t){if(me.isCollection(t))return!0;throw new Error("Expected a YAML collection as document contents")}hu.Document=oa});var ts=P(es=>{"use strict";var Xn=class extends Error{constructor(e,n,s,i){super(),this.name=e,this.code=s,this.message=i,this.pos=n}},aa=class extends Xn{constructor(e,n,s){super("YAMLParseError",e,n,s)}},ca=class extends Xn{constructor(e,n,s){super("YAMLWarning",e,n,s)}},Yw=(t,e)=>n=>{if(n.pos[0]===-1)return;n.linePos=n.pos.map(a=>e.linePos(a));let{line:s,col:i}=n.linePos[0];n.message+=` at line ${s}, column ${i}`;let r=i-1,o=t.substring(e.lineStarts[s-1],e.lineStarts[s]).replace(/[\n\r]+$/,"");if(r>=60&&o.length>80){let a=Math.min(r-39,o.length-79);o="\u2026"+o.substring(a),r-=a-1}if(o.length>80&&(o=o.substring(0,79)+"\u2026"),s>1&&/^ *$/.test(o.substring(0,r))){let a=t.substring(e.lineStarts[s-2],e.lineStarts[s-1]);a.length>80&&(a=a.substring(0,79)+`\u2026
`),o=a+o}if(/[^ ]/.test(o)){let a=1,c=n.linePos[1];c?.line===s&&c.col>i&&(a=Math.max(1,Math.min(c.col-i,80-r)));let l=" ".repeat(r)+"^".repeat(a);n.message+=`:

${o}
${l}
`}};es.YAMLError=Xn;es.YAMLParseError=aa;es.YAMLWarning=ca;es.prettifyError=Yw});var ns=P(gu=>{"use strict";function Hw(t,{flow:e,indicator:n,next:s,offset:i,onError:r,parentIndent:o,startOnNewline:a}){let c=!1,l=a,d=a,u="",p="",m=!1,y=!1,h=null,b=null,S=null,w=null,E=null,I=null,$=null;for(let R of t)switch(y&&(R.type!=="space"&&R.type!=="newline"&&R.type!=="comma"&&r(R.offset,"MISSING_CHAR","Tags and anchors must be separated from the next token by white space"),y=!1),h&&(l&&R.type!=="comment"&&R.type!=="newline"&&r(h,"TAB_AS_INDENT","Tabs are not allowed as indentation"),h=null),R.type){case"space":!e&&(n!=="doc-start"||s?.type!=="flow-collection")&&R.source.includes("	")&&(h=R),d=!0;break;case"comment":{d||r(R,"MISSING_CHAR","Comments must be separated from other tokens by white space characters");let H=R.source.substring(1)||" ";u?u+=p+H:u=H,p="",l=!1;break}case"newline":l?u?u+=R.source:(!I||n!=="seq-item-ind")&&(c=!0):p+=R.source,l=!0,m=!0,(b||S)&&(w=R),d=!0;break;case"anchor":b&&r(R,"MULTIPLE_ANCHORS","A node can have at most one anchor"),R.source.endsWith(":")&&r(R.offset+R.source.length-1,"BAD_ALIAS","Anchor ending in : is ambiguous",!0),b=R,$??($=R.offset),l=!1,d=!1,y=!0;break;case"tag":{S&&r(R,"MULTIPLE_TAGS","A node can have at most one tag"),S=R,$??($=R.offset),l=!1,d=!1,y=!0;break}case n:(b||S)&&r(R,"BAD_PROP_ORDER",`Anchors and tags must be after the ${R.source} indicator`),I&&r(R,"UNEXPECTED_TOKEN",`Unexpected ${R.source} in ${e??"collection"}`),I=R,l=n==="seq-item-ind"||n==="explicit-key-ind",d=!1;break;case"comma":if(e){E&&r(R,"UNEXPECTED_TOKEN",`Unexpected , in ${e}`),E=R,l=!1,d=!1;break}default:r(R,"UNEXPECTED_TOKEN",`Unexpected ${R.type} token`),l=!1,d=!1}let L=t[t.length-1],K=L?L.offset+L.source.length:i;return y&&s&&s.type!=="space"&&s.type!=="newline"&&s.type!=="comma"&&(s.type!=="scalar"||s.source!=="")&&r(s.offset,"MISSING_CHAR","Tags and anchors must be separated from the next token by white space"),h&&(l&&h.indent<=o||s?.type==="block-map"||s?.type==="block-seq")&&r(h,"TAB_AS_INDENT","Tabs are not allowed as indentation"),{comma:E,found:I,spaceBefore:c,comment:u,hasNewline:m,anchor:b,tag:S,newlineAfterProp:w,end:K,start:$??K}}gu.resolveProps=Hw});var Mi=P(yu=>{"use strict";function la(t){if(!t)return null;switch(t.type){case"alias":case"scalar":case"double-quoted-scalar":case"single-quoted-scalar":if(t.source.includes(`
`))return!0;if(t.end){for(let e of t.end)if(e.type==="newline")return!0}return!1;case"flow-collection":for(let e of t.items){for(let n of e.start)if(n.type==="newline")return!0;if(e.sep){for(let n of e.sep)if(n.type==="newline")return!0}if(la(e.key)||la(e.value))return!0}return!1;default:return!0}}yu.containsNewline=la});var da=P(bu=>{"use strict";var Jw=Mi();function Qw(t,e,n){if(e?.type==="flow-collection"){let s=e.end[0];s.indent===t&&(s.source==="]"||s.source==="}")&&Jw.containsNewline(e)&&n(s,"BAD_INDENT","Flow end indicator should be more indented than parent",!0)}}bu.flowIndentCheck=Qw});var ua=P(wu=>{"use strict";var vu=_();function Zw(t,e,n){let{uniqueKeys:s}=t.options;if(s===!1)return!1;let i=typeof s=="function"?s:(r,o)=>r===o||vu.isScalar(r)&&vu.isScalar(o)&&r.value===o.value;return e.some(r=>i(r.key,n))}wu.mapIncludes=Zw});var Au=P(Pu=>{"use strict";var ku=it(),Xw=ot(),Su=ns(),e0=Mi(),xu=da(),t0=ua(),Cu="All mapping items must start at the same column";function n0({composeNode:t,composeEmptyNode:e},n,s,i,r){let o=r?.nodeClass??Xw.YAMLMap,a=new o(n.schema);n.atRoot&&(n.atRoot=!1);let c=s.offset,l=null;for(let d of s.items){let{start:u,key:p,sep:m,value:y}=d,h=Su.resolveProps(u,{indicator:"explicit-key-ind",next:p??m?.[0],offset:c,onError:i,parentIndent:s.indent,startOnNewline:!0}),b=!h.found;if(b){if(p&&(p.type==="block-seq"?i(c,"BLOCK_AS_IMPLICIT_KEY","A block sequence may not be used as an implicit map key"):"indent"in p&&p.indent!==s.indent&&i(c,"BAD_INDENT",Cu)),!h.anchor&&!h.tag&&!m){l=h.end,h.comment&&(a.comment?a.comment+=`
`+h.comment:a.comment=h.comment);continue}(h.newlineAfterProp||e0.containsNewline(p))&&i(p??u[u.length-1],"MULTILINE_IMPLICIT_KEY","Implicit keys need to be on a single line")}else h.found?.indent!==s.indent&&i(c,"BAD_INDENT",Cu);n.atKey=!0;let S=h.end,w=p?t(n,p,h,i):e(n,S,u,null,h,i);n.schema.compat&&xu.flowIndentCheck(s.indent,p,i),n.atKey=!1,t0.mapIncludes(n,a.items,w)&&i(S,"DUPLICATE_KEY","Map keys must be unique");let E=Su.resolveProps(m??[],{indicator:"map-value-ind",next:y,offset:w.range[2],onError:i,parentIndent:s.indent,startOnNewline:!p||p.type==="block-scalar"});if(c=E.end,E.found){b&&(y?.type==="block-map"&&!E.hasNewline&&i(c,"BLOCK_AS_IMPLICIT_KEY","Nested mappings are not allowed in compact mappings"),n.options.strict&&h.start<E.found.offset-1024&&i(w.range,"KEY_OVER_1024_CHARS","The : indicator must be at most 1024 chars after the start of an implicit block mapping key"));let I=y?t(n,y,E,i):e(n,c,m,null,E,i);n.schema.compat&&xu.flowIndentCheck(s.indent,y,i),c=I.range[2];let $=new ku.Pair(w,I);n.options.keepSourceTokens&&($.srcToken=d),a.items.push($)}else{b&&i(w.range,"MISSING_CHAR","Implicit map keys need to be followed by map values"),E.comment&&(w.comment?w.comment+=`
`+E.comment:w.comment=E.comment);let I=new ku.Pair(w);n.options.keepSourceTokens&&(I.srcToken=d),a.items.push(I)}}return l&&l<c&&i(l,"IMPOSSIBLE","Map comment with trailing content"),a.range=[s.offset,c,l??c],a}Pu.resolveBlockMap=n0});var Nu=P(Tu=>{"use strict";var s0=at(),i0=ns(),r0=da();function o0({composeNode:t,composeEmptyNode:e},n,s,i,r){let o=r?.nodeClass??s0.YAMLSeq,a=new o(n.schema);n.atRoot&&(n.atRoot=!1),n.atKey&&(n.atKey=!1);let c=s.offset,l=null;for(let{start:d,value:u}of s.items){let p=i0.resolveProps(d,{indicator:"seq-item-ind",next:u,offset:c,onError:i,parentIndent:s.indent,startOnNewline:!0});if(!p.found)if(p.anchor||p.tag||u)u?.type==="block-seq"?i(p.end,"BAD_INDENT","All sequence items must start at the same column"):i(c,"MISSING_CHAR","Sequence item without - indicator");else{l=p.end,p.comment&&(a.comment=p.comment);continue}let m=u?t(n,u,p,i):e(n,p.end,d,null,p,i);n.schema.compat&&r0.flowIndentCheck(s.indent,u,i),c=m.range[2],a.items.push(m)}return a.range=[s.offset,c,l??c],a}Tu.resolveBlockSeq=o0});var sn=P(Ru=>{"use strict";function a0(t,e,n,s){let i="";if(t){let r=!1,o="";for(let a of t){let{source:c,type:l}=a;switch(l){case"space":r=!0;break;case"comment":{n&&!r&&s(a,"MISSING_CHAR","Comments must be separated from other tokens by white space characters");let d=c.substring(1)||" ";i?i+=o+d:i=d,o="";break}case"newline":i&&(o+=c),r=!0;break;default:s(a,"UNEXPECTED_TOKEN",`Unexpected ${l} at node end`)}e+=c.length}}return{comment:i,offset:e}}Ru.resolveEnd=a0});var $u=P(Ou=>{"use strict";var c0=_(),l0=it(),Eu=ot(),d0=at(),u0=sn(),Iu=ns(),p0=Mi(),f0=ua(),pa="Block collections are not allowed within flow collections",fa=t=>t&&(t.type==="block-map"||t.type==="block-seq");function m0({composeNode:t,composeEmptyNode:e},n,s,i,r){let o=s.start.source==="{",a=o?"flow map":"flow sequence",c=r?.nodeClass??(o?Eu.YAMLMap:d0.YAMLSeq),l=new c(n.schema);l.flow=!0;let d=n.atRoot;d&&(n.atRoot=!1),n.atKey&&(n.atKey=!1);let u=s.offset+s.start.source.length;for(let b=0;b<s.items.length;++b){let S=s.items[b],{start:w,key:E,sep:I,value:$}=S,L=Iu.resolveProps(w,{flow:a,indicator:"explicit-key-ind",next:E??I?.[0],offset:u,onError:i,parentIndent:s.indent,startOnNewline:!1});if(!L.found){if(!L.anchor&&!L.tag&&!I&&!$){b===0&&L.comma?i(L.comma,"UNEXPECTED_TOKEN",`Unexpected , in ${a}`):b<s.items.length-1&&i(L.start,"UNEXPECTED_TOKEN",`Unexpected empty item in ${a}`),L.comment&&(l.comment?l.comment+=`
`+L.comment:l.comment=L.comment),u=L.end;continue}!o&&n.options.strict&&p0.containsNewline(E)&&i(E,"MULTILINE_IMPLICIT_KEY","Implicit keys of flow sequence pairs need to be on a single line")}if(b===0)L.comma&&i(L.comma,"UNEXPECTED_TOKEN",`Unexpected , in ${a}`);else if(L.comma||i(L.start,"MISSING_CHAR",`Missing , between ${a} items`),L.comment){let K="";e:for(let R of w)switch(R.type){case"comma":case"space":break;case"comment":K=R.source.substring(1);break e;default:break e}if(K){let R=l.items[l.items.length-1];c0.isPair(R)&&(R=R.value??R.key),R.comment?R.comment+=`
`+K:R.comment=K,L.comment=L.comment.substring(K.length+1)}}if(!o&&!I&&!L.found){let K=$?t(n,$,L,i):e(n,L.end,I,null,L,i);l.items.push(K),u=K.range[2],fa($)&&i(K.range,"BLOCK_IN_FLOW",pa)}else{n.atKey=!0;let K=L.end,R=E?t(n,E,L,i):e(n,K,w,null,L,i);fa(E)&&i(R.range,"BLOCK_IN_FLOW",pa),n.atKey=!1;let H=Iu.resolveProps(I??[],{flow:a,indicator:"map-value-ind",next:$,offset:R.range[2],onError:i,parentIndent:s.indent,startOnNewline:!1});if(H.found){if(!o&&!L.found&&n.options.strict){if(I)for(let J of I){if(J===H.found)break;if(J.type==="newline"){i(J,"MULTILINE_IMPLICIT_KEY","Implicit keys of flow sequence pairs need to be on a single line");break}}L.start<H.found.offset-1024&&i(H.found,"KEY_OVER_1024_CHARS","The : indicator must be at most 1024 chars after the start of an implicit flow sequence key")}}else $&&("source"in $&&$.source?.[0]===":"?i($,"MISSING_CHAR",`Missing space after : in ${a}`):i(H.start,"MISSING_CHAR",`Missing , or : between ${a} items`));let We=$?t(n,$,H,i):H.found?e(n,H.end,I,null,H,i):null;We?fa($)&&i(We.range,"BLOCK_IN_FLOW",pa):H.comment&&(R.comment?R.comment+=`
`+H.comment:R.comment=H.comment);let Ot=new l0.Pair(R,We);if(n.options.keepSourceTokens&&(Ot.srcToken=S),o){let J=l;f0.mapIncludes(n,J.items,R)&&i(K,"DUPLICATE_KEY","Map keys must be unique"),J.items.push(Ot)}else{let J=new Eu.YAMLMap(n.schema);J.flow=!0,J.items.push(Ot);let Gc=(We??R).range;J.range=[R.range[0],Gc[1],Gc[2]],l.items.push(J)}u=We?We.range[2]:H.end}}let p=o?"}":"]",[m,...y]=s.end,h=u;if(m?.source===p)h=m.offset+m.source.length;else{let b=a[0].toUpperCase()+a.substring(1),S=d?`${b} must end with a ${p}`:`${b} in block collection must be sufficiently indented and end with a ${p}`;i(u,d?"MISSING_CHAR":"BAD_INDENT",S),m&&m.source.length!==1&&y.unshift(m)}if(y.length>0){let b=u0.resolveEnd(y,h,n.options.strict,i);b.comment&&(l.comment?l.comment+=`
`+b.comment:l.comment=b.comment),l.range=[s.offset,h,b.offset]}else l.range=[s.offset,h,h];return l}Ou.resolveFlowCollection=m0});var qu=P(Lu=>{"use strict";var h0=_(),g0=Y(),y0=ot(),b0=at(),v0=Au(),w0=Nu(),k0=$u();function ma(t,e,n,s,i,r){let o=n.type==="block-map"?v0.resolveBlockMap(t,e,n,s,r):n.type==="block-seq"?w0.resolveBlockSeq(t,e,n,s,r):k0.resolveFlowCollection(t,e,n,s,r),a=o.constructor;return i==="!"||i===a.tagName?(o.tag=a.tagName,o):(i&&(o.tag=i),o)}function S0(t,e,n,s,i){let r=s.tag,o=r?e.directives.tagName(r.source,p=>i(r,"TAG_RESOLVE_FAILED",p)):null;if(n.type==="block-seq"){let{anchor:p,newlineAfterProp:m}=s,y=p&&r?p.offset>r.offset?p:r:p??r;y&&(!m||m.offset<y.offset)&&i(y,"MISSING_CHAR","Missing newline after block sequence props")}let a=n.type==="block-map"?"map":n.type==="block-seq"?"seq":n.start.source==="{"?"map":"seq";if(!r||!o||o==="!"||o===y0.YAMLMap.tagName&&a==="map"||o===b0.YAMLSeq.tagName&&a==="seq")return ma(t,e,n,i,o);let c=e.schema.tags.find(p=>p.tag===o&&p.collection===a);if(!c){let p=e.schema.knownTags[o];if(p?.collection===a)e.schema.tags.push(Object.assign({},p,{default:!1})),c=p;else return p?i(r,"BAD_COLLECTION_TYPE",`${p.tag} used for ${a} collection, but expects ${p.collection??"scalar"}`,!0):i(r,"TAG_RESOLVE_FAILED",`Unresolved tag: ${o}`,!0),ma(t,e,n,i,o)}let l=ma(t,e,n,i,o,c),d=c.resolve?.(l,p=>i(r,"TAG_RESOLVE_FAILED",p),e.options)??l,u=h0.isNode(d)?d:new g0.Scalar(d);return u.range=l.range,u.tag=o,c?.format&&(u.format=c.format),u}Lu.composeCollection=S0});var ga=P(Mu=>{"use strict";var ha=Y();function x0(t,e,n){let s=e.offset,i=C0(e,t.options.strict,n);if(!i)return{value:"",type:null,comment:"",range:[s,s,s]};let r=i.mode===">"?ha.Scalar.BLOCK_FOLDED:ha.Scalar.BLOCK_LITERAL,o=e.source?P0(e.source):[],a=o.length;for(let h=o.length-1;h>=0;--h){let b=o[h][1];if(b===""||b==="\r")a=h;else break}if(a===0){let h=i.chomp==="+"&&o.length>0?`
`.repeat(Math.max(1,o.length-1)):"",b=s+i.length;return e.source&&(b+=e.source.length),{value:h,type:r,comment:i.comment,range:[s,b,b]}}let c=e.indent+i.indent,l=e.offset+i.length,d=0;for(let h=0;h<a;++h){let[b,S]=o[h];if(S===""||S==="\r")i.indent===0&&b.length>c&&(c=b.length);else{b.length<c&&n(l+b.length,"MISSING_CHAR","Block scalars with more-indented leading empty lines must use an explicit indentation indicator"),i.indent===0&&(c=b.length),d=h,c===0&&!t.atRoot&&n(l,"BAD_INDENT","Block scalar values in collections must be indented");break}l+=b.length+S.length+1}for(let h=o.length-1;h>=a;--h)o[h][0].length>c&&(a=h+1);let u="",p="",m=!1;for(let h=0;h<d;++h)u+=o[h][0].slice(c)+`
`;for(let h=d;h<a;++h){let[b,S]=o[h];l+=b.length+S.length+1;let w=S[S.length-1]==="\r";if(w&&(S=S.slice(0,-1)),S&&b.length<c){let I=`Block scalar lines must not be less indented than their ${i.indent?"explicit indentation indicator":"first line"}`;n(l-S.length-(w?2:1),"BAD_INDENT",I),b=""}r===ha.Scalar.BLOCK_LITERAL?(u+=p+b.slice(c)+S,p=`
`):b.length>c||S[0]==="	"?(p===" "?p=`
`:!m&&p===`
`&&(p=`

`),u+=p+b.slice(c)+S,p=`
`,m=!0):S===""?p===`
`?u+=`
`:p=`
`:(u+=p+S,p=" ",m=!1)}switch(i.chomp){case"-":break;case"+":for(let h=a;h<o.length;++h)u+=`
`+o[h][0].slice(c);u[u.length-1]!==`
`&&(u+=`
`);break;default:u+=`
`}let y=s+i.length+e.source.length;return{value:u,type:r,comment:i.comment,range:[s,y,y]}}function C0({offset:t,props:e},n,s){if(e[0].type!=="block-scalar-header")return s(e[0],"IMPOSSIBLE","Block scalar header not found"),null;let{source:i}=e[0],r=i[0],o=0,a="",c=-1;for(let p=1;p<i.length;++p){let m=i[p];if(!a&&(m==="-"||m==="+"))a=m;else{let y=Number(m);!o&&y?o=y:c===-1&&(c=t+p)}}c!==-1&&s(c,"UNEXPECTED_TOKEN",`Block scalar header includes extra characters: ${i}`);let l=!1,d="",u=i.length;for(let p=1;p<e.length;++p){let m=e[p];switch(m.type){case"space":l=!0;case"newline":u+=m.source.length;break;case"comment":n&&!l&&s(m,"MISSING_CHAR","Comments must be separated from other tokens by white space characters"),u+=m.source.length,d=m.source.substring(1);break;case"error":s(m,"UNEXPECTED_TOKEN",m.message),u+=m.source.length;break;default:{let y=`Unexpected token in block scalar header: ${m.type}`;s(m,"UNEXPECTED_TOKEN",y);let h=m.source;h&&typeof h=="string"&&(u+=h.length)}}}return{mode:r,indent:o,chomp:a,comment:d,length:u}}function P0(t){let e=t.split(/\n( *)/),n=e[0],s=n.match(/^( *)/),r=[s?.[1]?[s[1],n.slice(s[1].length)]:["",n]];for(let o=1;o<e.length;o+=2)r.push([e[o],e[o+1]]);return r}Mu.resolveBlockScalar=x0});var ba=P(_u=>{"use strict";var ya=Y(),A0=sn();function T0(t,e,n){let{offset:s,type:i,source:r,end:o}=t,a,c,l=(p,m,y)=>n(s+p,m,y);switch(i){case"scalar":a=ya.Scalar.PLAIN,c=N0(r,l);break;case"single-quoted-scalar":a=ya.Scalar.QUOTE_SINGLE,c=R0(r,l);break;case"double-quoted-scalar":a=ya.Scalar.QUOTE_DOUBLE,c=E0(r,l);break;default:return n(t,"UNEXPECTED_TOKEN",`Expected a flow scalar value, but found: ${i}`),{value:"",type:null,comment:"",range:[s,s+r.length,s+r.length]}}let d=s+r.length,u=A0.resolveEnd(o,d,e,n);return{value:c,type:a,comment:u.comment,range:[s,d,u.offset]}}function N0(t,e){let n="";switch(t[0]){case"	":n="a tab character";break;case",":n="flow indicator character ,";break;case"%":n="directive indicator character %";break;case"|":case">":{n=`block scalar indicator ${t[0]}`;break}case"@":case"`":{n=`reserved character ${t[0]}`;break}}return n&&e(0,"BAD_SCALAR_START",`Plain value cannot start with ${n}`),Du(t)}function R0(t,e){return(t[t.length-1]!=="'"||t.length===1)&&e(t.length,"MISSING_CHAR","Missing closing 'quote"),Du(t.slice(1,-1)).replace(/''/g,"'")}function Du(t){let e=/(.*?)\r?\n/sy,n=e.exec(t);if(!n)return t;let s,i;try{s=new RegExp("(?<![ 	])[ 	]+$"),i=new RegExp("^[ 	]+|(?<![ 	])[ 	]+$","g")}catch{s=/[ \t]+$/,i=/^[ \t]+|[ \t]+$/g}let r=n[1].replace(s,""),o=" ",a=e.lastIndex;for(;n=e.exec(t);){let l=n[1].replace(i,"");l===""?o===`
`?r+=o:o=`
`:(r+=o+l,o=" "),a=e.lastIndex}let c=/[ \t]*(.*)/sy;return c.lastIndex=a,n=c.exec(t),r+o+(n?.[1]??"")}function E0(t,e){let n="";for(let s=1;s<t.length-1;++s){let i=t[s];if(!(i==="\r"&&t[s+1]===`
`))if(i===`
`){let{fold:r,offset:o}=I0(t,s);n+=r,s=o}else if(i==="\\"){let r=t[++s],o=O0[r];if(o)n+=o;else if(r===`
`)for(r=t[s+1];r===" "||r==="	";)r=t[++s+1];else if(r==="\r"&&t[s+1]===`
`)for(r=t[++s+1];r===" "||r==="	";)r=t[++s+1];else if(r==="x"||r==="u"||r==="U"){let a=r==="x"?2:r==="u"?4:8;n+=$0(t,s+1,a,e),s+=a}else{let a=t.substr(s-1,2);e(s-1,"BAD_DQ_ESCAPE",`Invalid escape sequence ${a}`),n+=a}}else if(i===" "||i==="	"){let r=s,o=t[s+1];for(;o===" "||o==="	";)o=t[++s+1];o!==`
`&&!(o==="\r"&&t[s+2]===`
`)&&(n+=s>r?t.slice(r,s+1):i)}else n+=i}return(t[t.length-1]!=='"'||t.length===1)&&e(t.length,"MISSING_CHAR",'Missing closing "quote'),n}function I0(t,e){let n="",s=t[e+1];for(;(s===" "||s==="	"||s===`
`||s==="\r")&&!(s==="\r"&&t[e+2]!==`
`);)s===`
`&&(n+=`
`),e+=1,s=t[e+1];return n||(n=" "),{fold:n,offset:e}}var O0={0:"\0",a:"\x07",b:"\b",e:"\x1B",f:"\f",n:`
`,r:"\r",t:"	",v:"\v",N:"\x85",_:"\xA0",L:"\u2028",P:"\u2029"," ":" ",'"':'"',"/":"/","\\":"\\","	":"	"};function $0(t,e,n,s){let i=t.substr(e,n),o=i.length===n&&/^[0-9a-fA-F]+$/.test(i)?parseInt(i,16):NaN;try{return String.fromCodePoint(o)}catch{let a=t.substr(e-2,n+2);return s(e-2,"BAD_DQ_ESCAPE",`Invalid escape sequence ${a}`),a}}_u.resolveFlowScalar=T0});var Ku=P(Vu=>{"use strict";var Ct=_(),Fu=Y(),L0=ga(),q0=ba();function M0(t,e,n,s){let{value:i,type:r,comment:o,range:a}=e.type==="block-scalar"?L0.resolveBlockScalar(t,e,s):q0.resolveFlowScalar(e,t.options.strict,s),c=n?t.directives.tagName(n.source,u=>s(n,"TAG_RESOLVE_FAILED",u)):null,l;t.options.stringKeys&&t.atKey?l=t.schema[Ct.SCALAR]:c?l=D0(t.schema,i,c,n,s):e.type==="scalar"?l=_0(t,i,e,s):l=t.schema[Ct.SCALAR];let d;try{let u=l.resolve(i,p=>s(n??e,"TAG_RESOLVE_FAILED",p),t.options);d=Ct.isScalar(u)?u:new Fu.Scalar(u)}catch(u){let p=u instanceof Error?u.message:String(u);s(n??e,"TAG_RESOLVE_FAILED",p),d=new Fu.Scalar(i)}return d.range=a,d.source=i,r&&(d.type=r),c&&(d.tag=c),l.format&&(d.format=l.format),o&&(d.comment=o),d}function D0(t,e,n,s,i){if(n==="!")return t[Ct.SCALAR];let r=[];for(let a of t.tags)if(!a.collection&&a.tag===n)if(a.default&&a.test)r.push(a);else return a;for(let a of r)if(a.test?.test(e))return a;let o=t.knownTags[n];return o&&!o.collection?(t.tags.push(Object.assign({},o,{default:!1,test:void 0})),o):(i(s,"TAG_RESOLVE_FAILED",`Unresolved tag: ${n}`,n!=="tag:yaml.org,2002:str"),t[Ct.SCALAR])}function _0({atKey:t,directives:e,schema:n},s,i,r){let o=n.tags.find(a=>(a.default===!0||t&&a.default==="key")&&a.test?.test(s))||n[Ct.SCALAR];if(n.compat){let a=n.compat.find(c=>c.default&&c.test?.test(s))??n[Ct.SCALAR];if(o.tag!==a.tag){let c=e.tagString(o.tag),l=e.tagString(a.tag),d=`Value may be parsed as either ${c} or ${l}`;r(i,"TAG_RESOLVE_FAILED",d,!0)}}return o}Vu.composeScalar=M0});var Bu=P(ju=>{"use strict";function F0(t,e,n){if(e){n??(n=e.length);for(let s=n-1;s>=0;--s){let i=e[s];switch(i.type){case"space":case"comment":case"newline":t-=i.source.length;continue}for(i=e[++s];i?.type==="space";)t+=i.source.length,i=e[++s];break}}return t}ju.emptyScalarPosition=F0});var Gu=P(wa=>{"use strict";var V0=Mn(),K0=_(),j0=qu(),Uu=Ku(),B0=sn(),U0=Bu(),W0={composeNode:Wu,composeEmptyNode:va};function Wu(t,e,n,s){let i=t.atKey,{spaceBefore:r,comment:o,anchor:a,tag:c}=n,l,d=!0;switch(e.type){case"alias":l=G0(t,e,s),(a||c)&&s(e,"ALIAS_PROPS","An alias node must not specify any properties");break;case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":case"block-scalar":l=Uu.composeScalar(t,e,c,s),a&&(l.anchor=a.source.substring(1));break;case"block-map":case"block-seq":case"flow-collection":try{l=j0.composeCollection(W0,t,e,n,s),a&&(l.anchor=a.source.substring(1))}catch(u){let p=u instanceof Error?u.message:String(u);s(e,"RESOURCE_EXHAUSTION",p)}break;default:{let u=e.type==="error"?e.message:`Unsupported token (type: ${e.type})`;s(e,"UNEXPECTED_TOKEN",u),d=!1}}return l??(l=va(t,e.offset,void 0,null,n,s)),a&&l.anchor===""&&s(a,"BAD_ALIAS","Anchor cannot be an empty string"),i&&t.options.stringKeys&&(!K0.isScalar(l)||typeof l.value!="string"||l.tag&&l.tag!=="tag:yaml.org,2002:str")&&s(c??e,"NON_STRING_KEY","With stringKeys, all keys must be strings"),r&&(l.spaceBefore=!0),o&&(e.type==="scalar"&&e.source===""?l.comment=o:l.commentBefore=o),t.options.keepSourceTokens&&d&&(l.srcToken=e),l}function va(t,e,n,s,{spaceBefore:i,comment:r,anchor:o,tag:a,end:c},l){let d={type:"scalar",offset:U0.emptyScalarPosition(e,n,s),indent:-1,source:""},u=Uu.composeScalar(t,d,a,l);return o&&(u.anchor=o.source.substring(1),u.anchor===""&&l(o,"BAD_ALIAS","Anchor cannot be an empty string")),i&&(u.spaceBefore=!0),r&&(u.comment=r,u.range[2]=c),u}function G0({options:t},{offset:e,source:n,end:s},i){let r=new V0.Alias(n.substring(1));r.source===""&&i(e,"BAD_ALIAS","Alias cannot be an empty string"),r.source.endsWith(":")&&i(e+n.length-1,"BAD_ALIAS","Alias ending in : is ambiguous",!0);let o=e+n.length,a=B0.resolveEnd(s,o,t.strict,i);return r.range=[e,o,a.offset],a.comment&&(r.comment=a.comment),r}wa.composeEmptyNode=va;wa.composeNode=Wu});var Hu=P(Yu=>{"use strict";var z0=Zn(),zu=Gu(),Y0=sn(),H0=ns();function J0(t,e,{offset:n,start:s,value:i,end:r},o){let a=Object.assign({_directives:e},t),c=new z0.Document(void 0,a),l={atKey:!1,atRoot:!0,directives:c.directives,options:c.options,schema:c.schema},d=H0.resolveProps(s,{indicator:"doc-start",next:i??r?.[0],offset:n,onError:o,parentIndent:0,startOnNewline:!0});d.found&&(c.directives.docStart=!0,i&&(i.type==="block-map"||i.type==="block-seq")&&!d.hasNewline&&o(d.end,"MISSING_CHAR","Block collection cannot start on same line with directives-end marker")),c.contents=i?zu.composeNode(l,i,d,o):zu.composeEmptyNode(l,d.end,s,null,d,o);let u=c.contents.range[2],p=Y0.resolveEnd(r,u,!1,o);return p.comment&&(c.comment=p.comment),c.range=[n,u,p.offset],c}Yu.composeDoc=J0});var Sa=P(Zu=>{"use strict";var Q0=require("process"),Z0=oo(),X0=Zn(),ss=ts(),Ju=_(),e1=Hu(),t1=sn();function is(t){if(typeof t=="number")return[t,t+1];if(Array.isArray(t))return t.length===2?t:[t[0],t[1]];let{offset:e,source:n}=t;return[e,e+(typeof n=="string"?n.length:1)]}function Qu(t){let e="",n=!1,s=!1;for(let i=0;i<t.length;++i){let r=t[i];switch(r[0]){case"#":e+=(e===""?"":s?`

`:`
`)+(r.substring(1)||" "),n=!0,s=!1;break;case"%":t[i+1]?.[0]!=="#"&&(i+=1),n=!1;break;default:n||(s=!0),n=!1}}return{comment:e,afterEmptyLine:s}}var ka=class{constructor(e={}){this.doc=null,this.atDirectives=!1,this.prelude=[],this.errors=[],this.warnings=[],this.onError=(n,s,i,r)=>{let o=is(n);r?this.warnings.push(new ss.YAMLWarning(o,s,i)):this.errors.push(new ss.YAMLParseError(o,s,i))},this.directives=new Z0.Directives({version:e.version||"1.2"}),this.options=e}decorate(e,n){let{comment:s,afterEmptyLine:i}=Qu(this.prelude);if(s){let r=e.contents;if(n)e.comment=e.comment?`${e.comment}
${s}`:s;else if(i||e.directives.docStart||!r)e.commentBefore=s;else if(Ju.isCollection(r)&&!r.flow&&r.items.length>0){let o=r.items[0];Ju.isPair(o)&&(o=o.key);let a=o.commentBefore;o.commentBefore=a?`${s}
${a}`:s}else{let o=r.commentBefore;r.commentBefore=o?`${s}
${o}`:s}}if(n){for(let r=0;r<this.errors.length;++r)e.errors.push(this.errors[r]);for(let r=0;r<this.warnings.length;++r)e.warnings.push(this.warnings[r])}else e.errors=this.errors,e.warnings=this.warnings;this.prelude=[],this.errors=[],this.warnings=[]}streamInfo(){return{comment:Qu(this.prelude).comment,directives:this.directives,errors:this.errors,warnings:this.warnings}}*compose(e,n=!1,s=-1){for(let i of e)yield*this.next(i);yield*this.end(n,s)}*next(e){switch(Q0.env.LOG_STREAM&&console.dir(e,{depth:null}),e.type){case"directive":this.directives.add(e.source,(n,s,i)=>{let r=is(e);r[0]+=n,this.onError(r,"BAD_DIRECTIVE",s,i)}),this.prelude.push(e.source),this.atDirectives=!0;break;case"document":{let n=e1.composeDoc(this.options,this.directives,e,this.onError);this.atDirectives&&!n.directives.docStart&&this.onError(e,"MISSING_CHAR","Missing directives-end/doc-start indicator line"),this.decorate(n,!1),this.doc&&(yield this.doc),this.doc=n,this.atDirectives=!1;break}case"byte-order-mark":case"space":break;case"comment":case"newline":this.prelude.push(e.source);break;case"error":{let n=e.source?`${e.message}: ${JSON.stringify(e.source)}`:e.message,s=new ss.YAMLParseError(is(e),"UNEXPECTED_TOKEN",n);this.atDirectives||!this.doc?this.errors.push(s):this.doc.errors.push(s);break}case"doc-end":{if(!this.doc){let s="Unexpected doc-end without preceding document";this.errors.push(new ss.YAMLParseError(is(e),"UNEXPECTED_TOKEN",s));break}this.doc.directives.docEnd=!0;let n=t1.resolveEnd(e.end,e.offset+e.source.length,this.doc.options.strict,this.onError);if(this.decorate(this.doc,!0),n.comment){let s=this.doc.comment;this.doc.comment=s?`${s}
${n.comment}`:n.comment}this.doc.range[2]=n.offset;break}default:this.errors.push(new ss.YAMLParseError(is(e),"UNEXPECTED_TOKEN",`Unsupported token ${e.type}`))}}*end(e=!1,n=-1){if(this.doc)this.decorate(this.doc,!0),yield this.doc,this.doc=null;else if(e){let s=Object.assign({_directives:this.directives},this.options),i=new X0.Document(void 0,s);this.atDirectives&&this.onError(n,"MISSING_CHAR","Missing directives-end indicator line"),i.range=[0,n,n],this.decorate(i,!1),yield i}}};Zu.Composer=ka});var tp=P(Di=>{"use strict";var n1=ga(),s1=ba(),i1=ts(),Xu=Kn();function r1(t,e=!0,n){if(t){let s=(i,r,o)=>{let a=typeof i=="number"?i:Array.isArray(i)?i[0]:i.offset;if(n)n(a,r,o);else throw new i1.YAMLParseError([a,a+1],r,o)};switch(t.type){case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":return s1.resolveFlowScalar(t,e,s);case"block-scalar":return n1.resolveBlockScalar({options:{strict:e}},t,s)}}return null}function o1(t,e){let{implicitKey:n=!1,indent:s,inFlow:i=!1,offset:r=-1,type:o="PLAIN"}=e,a=Xu.stringifyString({type:o,value:t},{implicitKey:n,indent:s>0?" ".repeat(s):"",inFlow:i,options:{blockQuote:!0,lineWidth:-1}}),c=e.end??[{type:"newline",offset:-1,indent:s,source:`
`}];switch(a[0]){case"|":case">":{let l=a.indexOf(`
`),d=a.substring(0,l),u=a.substring(l+1)+`
`,p=[{type:"block-scalar-header",offset:r,indent:s,source:d}];return ep(p,c)||p.push({type:"newline",offset:-1,indent:s,source:`
`}),{type:"block-scalar",offset:r,indent:s,props:p,source:u}}case'"':return{type:"double-quoted-scalar",offset:r,indent:s,source:a,end:c};case"'":return{type:"single-quoted-scalar",offset:r,indent:s,source:a,end:c};default:return{type:"scalar",offset:r,indent:s,source:a,end:c}}}function a1(t,e,n={}){let{afterKey:s=!1,implicitKey:i=!1,inFlow:r=!1,type:o}=n,a="indent"in t?t.indent:null;if(s&&typeof a=="number"&&(a+=2),!o)switch(t.type){case"single-quoted-scalar":o="QUOTE_SINGLE";break;case"double-quoted-scalar":o="QUOTE_DOUBLE";break;case"block-scalar":{let l=t.props[0];if(l.type!=="block-scalar-header")throw new Error("Invalid block scalar header");o=l.source[0]===">"?"BLOCK_FOLDED":"BLOCK_LITERAL";break}default:o="PLAIN"}let c=Xu.stringifyString({type:o,value:e},{implicitKey:i||a===null,indent:a!==null&&a>0?" ".repeat(a):"",inFlow:r,options:{blockQuote:!0,lineWidth:-1}});switch(c[0]){case"|":case">":c1(t,c);break;case'"':xa(t,c,"double-quoted-scalar");break;case"'":xa(t,c,"single-quoted-scalar");break;default:xa(t,c,"scalar")}}function c1(t,e){let n=e.indexOf(`
`),s=e.substring(0,n),i=e.substring(n+1)+`
`;if(t.type==="block-scalar"){let r=t.props[0];if(r.type!=="block-scalar-header")throw new Error("Invalid block scalar header");r.source=s,t.source=i}else{let{offset:r}=t,o="indent"in t?t.indent:-1,a=[{type:"block-scalar-header",offset:r,indent:o,source:s}];ep(a,"end"in t?t.end:void 0)||a.push({type:"newline",offset:-1,indent:o,source:`
`});for(let c of Object.keys(t))c!=="type"&&c!=="offset"&&delete t[c];Object.assign(t,{type:"block-scalar",indent:o,props:a,source:i})}}function ep(t,e){if(e)for(let n of e)switch(n.type){case"space":case"comment":t.push(n);break;case"newline":return t.push(n),!0}return!1}function xa(t,e,n){switch(t.type){case"scalar":case"double-quoted-scalar":case"single-quoted-scalar":t.type=n,t.source=e;break;case"block-scalar":{let s=t.props.slice(1),i=e.length;t.props[0].type==="block-scalar-header"&&(i-=t.props[0].source.length);for(let r of s)r.offset+=i;delete t.props,Object.assign(t,{type:n,source:e,end:s});break}case"block-map":case"block-seq":{let i={type:"newline",offset:t.offset+e.length,indent:t.indent,source:`
`};delete t.items,Object.assign(t,{type:n,source:e,end:[i]});break}default:{let s="indent"in t?t.indent:-1,i="end"in t&&Array.isArray(t.end)?t.end.filter(r=>r.type==="space"||r.type==="comment"||r.type==="newline"):[];for(let r of Object.keys(t))r!=="type"&&r!=="offset"&&delete t[r];Object.assign(t,{type:n,indent:s,source:e,end:i})}}}Di.createScalarToken=o1;Di.resolveAsScalar=r1;Di.setScalarValue=a1});var sp=P(np=>{"use strict";var l1=t=>"type"in t?Fi(t):_i(t);function Fi(t){switch(t.type){case"block-scalar":{let e="";for(let n of t.props)e+=Fi(n);return e+t.source}case"block-map":case"block-seq":{let e="";for(let n of t.items)e+=_i(n);return e}case"flow-collection":{let e=t.start.source;for(let n of t.items)e+=_i(n);for(let n of t.end)e+=n.source;return e}case"document":{let e=_i(t);if(t.end)for(let n of t.end)e+=n.source;return e}default:{let e=t.source;if("end"in t&&t.end)for(let n of t.end)e+=n.source;return e}}}function _i({start:t,key:e,sep:n,value:s}){let i="";for(let r of t)i+=r.source;if(e&&(i+=Fi(e)),n)for(let r of n)i+=r.source;return s&&(i+=Fi(s)),i}np.stringify=l1});var ap=P(op=>{"use strict";var Ca=Symbol("break visit"),d1=Symbol("skip children"),ip=Symbol("remove item");function Pt(t,e){"type"in t&&t.type==="document"&&(t={start:t.start,value:t.value}),rp(Object.freeze([]),t,e)}Pt.BREAK=Ca;Pt.SKIP=d1;Pt.REMOVE=ip;Pt.itemAtPath=(t,e)=>{let n=t;for(let[s,i]of e){let r=n?.[s];if(r&&"items"in r)n=r.items[i];else return}return n};Pt.parentCollection=(t,e)=>{let n=Pt.itemAtPath(t,e.slice(0,-1)),s=e[e.length-1][0],i=n?.[s];if(i&&"items"in i)return i;throw new Error("Parent collection not found")};function rp(t,e,n){let s=n(e,t);if(typeof s=="symbol")return s;for(let i of["key","value"]){let r=e[i];if(r&&"items"in r){for(let o=0;o<r.items.length;++o){let a=rp(Object.freeze(t.concat([[i,o]])),r.items[o],n);if(typeof a=="number")o=a-1;else{if(a===Ca)return Ca;a===ip&&(r.items.splice(o,1),o-=1)}}typeof s=="function"&&i==="key"&&(s=s(e,t))}}return typeof s=="function"?s(e,t):s}op.visit=Pt});var Vi=P(oe=>{"use strict";var Pa=tp(),u1=sp(),p1=ap(),Aa="\uFEFF",Ta="",Na="",Ra="",f1=t=>!!t&&"items"in t,m1=t=>!!t&&(t.type==="scalar"||t.type==="single-quoted-scalar"||t.type==="double-quoted-scalar"||t.type==="block-scalar");function h1(t){switch(t){case Aa:return"<BOM>";case Ta:return"<DOC>";case Na:return"<FLOW_END>";case Ra:return"<SCALAR>";default:return JSON.stringify(t)}}function g1(t){switch(t){case Aa:return"byte-order-mark";case Ta:return"doc-mode";case Na:return"flow-error-end";case Ra:return"scalar";case"---":return"doc-start";case"...":return"doc-end";case"":case`
`:case`\r
`:return"newline";case"-":return"seq-item-ind";case"?":return"explicit-key-ind";case":":return"map-value-ind";case"{":return"flow-map-start";case"}":return"flow-map-end";case"[":return"flow-seq-start";case"]":return"flow-seq-end";case",":return"comma"}switch(t[0]){case" ":case"	":return"space";case"#":return"comment";case"%":return"directive-line";case"*":return"alias";case"&":return"anchor";case"!":return"tag";case"'":return"single-quoted-scalar";case'"':return"double-quoted-scalar";case"|":case">":return"block-scalar-header"}return null}oe.createScalarToken=Pa.createScalarToken;oe.resolveAsScalar=Pa.resolveAsScalar;oe.setScalarValue=Pa.setScalarValue;oe.stringify=u1.stringify;oe.visit=p1.visit;oe.BOM=Aa;oe.DOCUMENT=Ta;oe.FLOW_END=Na;oe.SCALAR=Ra;oe.isCollection=f1;oe.isScalar=m1;oe.prettyToken=h1;oe.tokenType=g1});var Oa=P(lp=>{"use strict";var rs=Vi();function Pe(t){switch(t){case void 0:case" ":case`
`:case"\r":case"	":return!0;default:return!1}}var cp=new Set("0123456789ABCDEFabcdef"),y1=new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()"),Ki=new Set(",[]{}"),b1=new Set(` ,[]{}
\r	`),Ea=t=>!t||b1.has(t),Ia=class{constructor(){this.atEnd=!1,this.blockScalarIndent=-1,this.blockScalarKeep=!1,this.buffer="",this.flowKey=!1,this.flowLevel=0,this.indentNext=0,this.indentValue=0,this.lineEndPos=null,this.next=null,this.pos=0}*lex(e,n=!1){if(e){if(typeof e!="string")throw TypeError("source is not a string");this.buffer=this.buffer?this.buffer+e:e,this.lineEndPos=null}this.atEnd=!n;let s=this.next??"stream";for(;s&&(n||this.hasChars(1));)s=yield*this.parseNext(s)}atLineEnd(){let e=this.pos,n=this.buffer[e];for(;n===" "||n==="	";)n=this.buffer[++e];return!n||n==="#"||n===`
`?!0:n==="\r"?this.buffer[e+1]===`
`:!1}charAt(e){return this.buffer[this.pos+e]}continueScalar(e){let n=this.buffer[e];if(this.indentNext>0){let s=0;for(;n===" ";)n=this.buffer[++s+e];if(n==="\r"){let i=this.buffer[s+e+1];if(i===`
`||!i&&!this.atEnd)return e+s+1}return n===`
`||s>=this.indentNext||!n&&!this.atEnd?e+s:-1}if(n==="-"||n==="."){let s=this.buffer.substr(e,3);if((s==="---"||s==="...")&&Pe(this.buffer[e+3]))return-1}return e}getLine(){let e=this.lineEndPos;return(typeof e!="number"||e!==-1&&e<this.pos)&&(e=this.buffer.indexOf(`
`,this.pos),this.lineEndPos=e),e===-1?this.atEnd?this.buffer.substring(this.pos):null:(this.buffer[e-1]==="\r"&&(e-=1),this.buffer.substring(this.pos,e))}hasChars(e){return this.pos+e<=this.buffer.length}setNext(e){return this.buffer=this.buffer.substring(this.pos),this.pos=0,this.lineEndPos=null,this.next=e,null}peek(e){return this.buffer.substr(this.pos,e)}*parseNext(e){switch(e){case"stream":return yield*this.parseStream();case"line-start":return yield*this.parseLineStart();case"block-start":return yield*this.parseBlockStart();case"doc":return yield*this.parseDocument();case"flow":return yield*this.parseFlowCollection();case"quoted-scalar":return yield*this.parseQuotedScalar();case"block-scalar":return yield*this.parseBlockScalar();case"plain-scalar":return yield*this.parsePlainScalar()}}*parseStream(){let e=this.getLine();if(e===null)return this.setNext("stream");if(e[0]===rs.BOM&&(yield*this.pushCount(1),e=e.substring(1)),e[0]==="%"){let n=e.length,s=e.indexOf("#");for(;s!==-1;){let r=e[s-1];if(r===" "||r==="	"){n=s-1;break}else s=e.indexOf("#",s+1)}for(;;){let r=e[n-1];if(r===" "||r==="	")n-=1;else break}let i=(yield*this.pushCount(n))+(yield*this.pushSpaces(!0));return yield*this.pushCount(e.length-i),this.pushNewline(),"stream"}if(this.atLineEnd()){let n=yield*this.pushSpaces(!0);return yield*this.pushCount(e.length-n),yield*this.pushNewline(),"stream"}return yield rs.DOCUMENT,yield*this.parseLineStart()}*parseLineStart(){let e=this.charAt(0);if(!e&&!this.atEnd)return this.setNext("line-start");if(e==="-"||e==="."){if(!this.atEnd&&!this.hasChars(4))return this.setNext("line-start");let n=this.peek(3);if((n==="---"||n==="...")&&Pe(this.charAt(3)))return yield*this.pushCount(3),this.indentValue=0,this.indentNext=0,n==="---"?"doc":"stream"}return this.indentValue=yield*this.pushSpaces(!1),this.indentNext>this.indentValue&&!Pe(this.charAt(1))&&(this.indentNext=this.indentValue),yield*this.parseBlockStart()}*parseBlockStart(){let[e,n]=this.peek(2);if(!n&&!this.atEnd)return this.setNext("block-start");if((e==="-"||e==="?"||e===":")&&Pe(n)){let s=(yield*this.pushCount(1))+(yield*this.pushSpaces(!0));return this.indentNext=this.indentValue+1,this.indentValue+=s,"block-start"}return"doc"}*parseDocument(){yield*this.pushSpaces(!0);let e=this.getLine();if(e===null)return this.setNext("doc");let n=yield*this.pushIndicators();switch(e[n]){case"#":yield*this.pushCount(e.length-n);case void 0:return yield*this.pushNewline(),yield*this.parseLineStart();case"{":case"[":return yield*this.pushCount(1),this.flowKey=!1,this.flowLevel=1,"flow";case"}":case"]":return yield*this.pushCount(1),"doc";case"*":return yield*this.pushUntil(Ea),"doc";case'"':case"'":return yield*this.parseQuotedScalar();case"|":case">":return n+=yield*this.parseBlockScalarHeader(),n+=yield*this.pushSpaces(!0),yield*this.pushCount(e.length-n),yield*this.pushNewline(),yield*this.parseBlockScalar();default:return yield*this.parsePlainScalar()}}*parseFlowCollection(){let e,n,s=-1;do e=yield*this.pushNewline(),e>0?(n=yield*this.pushSpaces(!1),this.indentValue=s=n):n=0,n+=yield*this.pushSpaces(!0);while(e+n>0);let i=this.getLine();if(i===null)return this.setNext("flow");if((s!==-1&&s<this.indentNext&&i[0]!=="#"||s===0&&(i.startsWith("---")||i.startsWith("..."))&&Pe(i[3]))&&!(s===this.indentNext-1&&this.flowLevel===1&&(i[0]==="]"||i[0]==="}")))return this.flowLevel=0,yield rs.FLOW_END,yield*this.parseLineStart();let r=0;for(;i[r]===",";)r+=yield*this.pushCount(1),r+=yield*this.pushSpaces(!0),this.flowKey=!1;switch(r+=yield*this.pushIndicators(),i[r]){case void 0:return"flow";case"#":return yield*this.pushCount(i.length-r),"flow";case"{":case"[":return yield*this.pushCount(1),this.flowKey=!1,this.flowLevel+=1,"flow";case"}":case"]":return yield*this.pushCount(1),this.flowKey=!0,this.flowLevel-=1,this.flowLevel?"flow":"doc";case"*":return yield*this.pushUntil(Ea),"flow";case'"':case"'":return this.flowKey=!0,yield*this.parseQuotedScalar();case":":{let o=this.charAt(1);if(this.flowKey||Pe(o)||o===",")return this.flowKey=!1,yield*this.pushCount(1),yield*this.pushSpaces(!0),"flow"}default:return this.flowKey=!1,yield*this.parsePlainScalar()}}*parseQuotedScalar(){let e=this.charAt(0),n=this.buffer.indexOf(e,this.pos+1);if(e==="'")for(;n!==-1&&this.buffer[n+1]==="'";)n=this.buffer.indexOf("'",n+2);else for(;n!==-1;){let r=0;for(;this.buffer[n-1-r]==="\\";)r+=1;if(r%2===0)break;n=this.buffer.indexOf('"',n+1)}let s=this.buffer.substring(0,n),i=s.indexOf(`
`,this.pos);if(i!==-1){for(;i!==-1;){let r=this.continueScalar(i+1);if(r===-1)break;i=s.indexOf(`
`,r)}i!==-1&&(n=i-(s[i-1]==="\r"?2:1))}if(n===-1){if(!this.atEnd)return this.setNext("quoted-scalar");n=this.buffer.length}return yield*this.pushToIndex(n+1,!1),this.flowLevel?"flow":"doc"}*parseBlockScalarHeader(){this.blockScalarIndent=-1,this.blockScalarKeep=!1;let e=this.pos;for(;;){let n=this.buffer[++e];if(n==="+")this.blockScalarKeep=!0;else if(n>"0"&&n<="9")this.blockScalarIndent=Number(n)-1;else if(n!=="-")break}return yield*this.pushUntil(n=>Pe(n)||n==="#")}*parseBlockScalar(){let e=this.pos-1,n=0,s;e:for(let r=this.pos;s=this.buffer[r];++r)switch(s){case" ":n+=1;break;case`
`:e=r,n=0;break;case"\r":{let o=this.buffer[r+1];if(!o&&!this.atEnd)return this.setNext("block-scalar");if(o===`
`)break}default:break e}if(!s&&!this.atEnd)return this.setNext("block-scalar");if(n>=this.indentNext){this.blockScalarIndent===-1?this.indentNext=n:this.indentNext=this.blockScalarIndent+(this.indentNext===0?1:this.indentNext);do{let r=this.continueScalar(e+1);if(r===-1)break;e=this.buffer.indexOf(`
`,r)}while(e!==-1);if(e===-1){if(!this.atEnd)return this.setNext("block-scalar");e=this.buffer.length}}let i=e+1;for(s=this.buffer[i];s===" ";)s=this.buffer[++i];if(s==="	"){for(;s==="	"||s===" "||s==="\r"||s===`
`;)s=this.buffer[++i];e=i-1}else if(!this.blockScalarKeep)do{let r=e-1,o=this.buffer[r];o==="\r"&&(o=this.buffer[--r]);let a=r;for(;o===" ";)o=this.buffer[--r];if(o===`
`&&r>=this.pos&&r+1+n>a)e=r;else break}while(!0);return yield rs.SCALAR,yield*this.pushToIndex(e+1,!0),yield*this.parseLineStart()}*parsePlainScalar(){let e=this.flowLevel>0,n=this.pos-1,s=this.pos-1,i;for(;i=this.buffer[++s];)if(i===":"){let r=this.buffer[s+1];if(Pe(r)||e&&Ki.has(r))break;n=s}else if(Pe(i)){let r=this.buffer[s+1];if(i==="\r"&&(r===`
`?(s+=1,i=`
`,r=this.buffer[s+1]):n=s),r==="#"||e&&Ki.has(r))break;if(i===`
`){let o=this.continueScalar(s+1);if(o===-1)break;s=Math.max(s,o-2)}}else{if(e&&Ki.has(i))break;n=s}return!i&&!this.atEnd?this.setNext("plain-scalar"):(yield rs.SCALAR,yield*this.pushToIndex(n+1,!0),e?"flow":"doc")}*pushCount(e){return e>0?(yield this.buffer.substr(this.pos,e),this.pos+=e,e):0}*pushToIndex(e,n){let s=this.buffer.slice(this.pos,e);return s?(yield s,this.pos+=s.length,s.length):(n&&(yield""),0)}*pushIndicators(){let e=0;e:for(;;){switch(this.charAt(0)){case"!":e+=yield*this.pushTag(),e+=yield*this.pushSpaces(!0);continue e;case"&":e+=yield*this.pushUntil(Ea),e+=yield*this.pushSpaces(!0);continue e;case"-":case"?":case":":{let n=this.flowLevel>0,s=this.charAt(1);if(Pe(s)||n&&Ki.has(s)){n?this.flowKey&&(this.flowKey=!1):this.indentNext=this.indentValue+1,e+=yield*this.pushCount(1),e+=yield*this.pushSpaces(!0);continue e}}}break e}return e}*pushTag(){if(this.charAt(1)==="<"){let e=this.pos+2,n=this.buffer[e];for(;!Pe(n)&&n!==">";)n=this.buffer[++e];return yield*this.pushToIndex(n===">"?e+1:e,!1)}else{let e=this.pos+1,n=this.buffer[e];for(;n;)if(y1.has(n))n=this.buffer[++e];else if(n==="%"&&cp.has(this.buffer[e+1])&&cp.has(this.buffer[e+2]))n=this.buffer[e+=3];else break;return yield*this.pushToIndex(e,!1)}}*pushNewline(){let e=this.buffer[this.pos];return e===`
`?yield*this.pushCount(1):e==="\r"&&this.charAt(1)===`
`?yield*this.pushCount(2):0}*pushSpaces(e){let n=this.pos-1,s;do s=this.buffer[++n];while(s===" "||e&&s==="	");let i=n-this.pos;return i>0&&(yield this.buffer.substr(this.pos,i),this.pos=n),i}*pushUntil(e){let n=this.pos,s=this.buffer[n];for(;!e(s);)s=this.buffer[++n];return yield*this.pushToIndex(n,!1)}};lp.Lexer=Ia});var La=P(dp=>{"use strict";var $a=class{constructor(){this.lineStarts=[],this.addNewLine=e=>this.lineStarts.push(e),this.linePos=e=>{let n=0,s=this.lineStarts.length;for(;n<s;){let r=n+s>>1;this.lineStarts[r]<e?n=r+1:s=r}if(this.lineStarts[n]===e)return{line:n+1,col:1};if(n===0)return{line:0,col:e};let i=this.lineStarts[n-1];return{line:n,col:e-i+1}}}};dp.LineCounter=$a});var Ma=P(hp=>{"use strict";var v1=require("process"),up=Vi(),w1=Oa();function ct(t,e){for(let n=0;n<t.length;++n)if(t[n].type===e)return!0;return!1}function pp(t){for(let e=0;e<t.length;++e)switch(t[e].type){case"space":case"comment":case"newline":break;default:return e}return-1}function mp(t){switch(t?.type){case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":case"flow-collection":return!0;default:return!1}}function ji(t){switch(t.type){case"document":return t.start;case"block-map":{let e=t.items[t.items.length-1];return e.sep??e.start}case"block-seq":return t.items[t.items.length-1].start;default:return[]}}function rn(t){if(t.length===0)return[];let e=t.length;e:for(;--e>=0;)switch(t[e].type){case"doc-start":case"explicit-key-ind":case"map-value-ind":case"seq-item-ind":case"newline":break e}for(;t[++e]?.type==="space";);return t.splice(e,t.length)}function Bi(t,e){if(e.length<1e5)Array.prototype.push.apply(t,e);else for(let n=0;n<e.length;++n)t.push(e[n])}function fp(t){if(t.start.type==="flow-seq-start")for(let e of t.items)e.sep&&!e.value&&!ct(e.start,"explicit-key-ind")&&!ct(e.sep,"map-value-ind")&&(e.key&&(e.value=e.key),delete e.key,mp(e.value)?e.value.end?Bi(e.value.end,e.sep):e.value.end=e.sep:Bi(e.start,e.sep),delete e.sep)}var qa=class{constructor(e){this.atNewLine=!0,this.atScalar=!1,this.indent=0,this.offset=0,this.onKeyLine=!1,this.stack=[],this.source="",this.type="",this.lexer=new w1.Lexer,this.onNewLine=e}*parse(e,n=!1){this.onNewLine&&this.offset===0&&this.onNewLine(0);for(let s of this.lexer.lex(e,n))yield*this.next(s);n||(yield*this.end())}*next(e){if(this.source=e,v1.env.LOG_TOKENS&&console.log("|",up.prettyToken(e)),this.atScalar){this.atScalar=!1,yield*this.step(),this.offset+=e.length;return}let n=up.tokenType(e);if(n)if(n==="scalar")this.atNewLine=!1,this.atScalar=!0,this.type="scalar";else{switch(this.type=n,yield*this.step(),n){case"newline":this.atNewLine=!0,this.indent=0,this.onNewLine&&this.onNewLine(this.offset+e.length);break;case"space":this.atNewLine&&e[0]===" "&&(this.indent+=e.length);break;case"explicit-key-ind":case"map-value-ind":case"seq-item-ind":this.atNewLine&&(this.indent+=e.length);break;case"doc-mode":case"flow-error-end":return;default:this.atNewLine=!1}this.offset+=e.length}else{let s=`Not a YAML token: ${e}`;yield*this.pop({type:"error",offset:this.offset,message:s,source:e}),this.offset+=e.length}}*end(){for(;this.stack.length>0;)yield*this.pop()}get sourceToken(){return{type:this.type,offset:this.offset,indent:this.indent,source:this.source}}*step(){let e=this.peek(1);if(this.type==="doc-end"&&e?.type!=="doc-end"){for(;this.stack.length>0;)yield*this.pop();this.stack.push({type:"doc-end",offset:this.offset,source:this.source});return}if(!e)return yield*this.stream();switch(e.type){case"document":return yield*this.document(e);case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":return yield*this.scalar(e);case"block-scalar":return yield*this.blockScalar(e);case"block-map":return yield*this.blockMap(e);case"block-seq":return yield*this.blockSequence(e);case"flow-collection":return yield*this.flowCollection(e);case"doc-end":return yield*this.documentEnd(e)}yield*this.pop()}peek(e){return this.stack[this.stack.length-e]}*pop(e){let n=e??this.stack.pop();if(!n)yield{type:"error",offset:this.offset,source:"",message:"Tried to pop an empty stack"};else if(this.stack.length===0)yield n;else{let s=this.peek(1);switch(n.type==="block-scalar"?n.indent="indent"in s?s.indent:0:n.type==="flow-collection"&&s.type==="document"&&(n.indent=0),n.type==="flow-collection"&&fp(n),s.type){case"document":s.value=n;break;case"block-scalar":s.props.push(n);break;case"block-map":{let i=s.items[s.items.length-1];if(i.value){s.items.push({start:[],key:n,sep:[]}),this.onKeyLine=!0;return}else if(i.sep)i.value=n;else{Object.assign(i,{key:n,sep:[]}),this.onKeyLine=!i.explicitKey;return}break}case"block-seq":{let i=s.items[s.items.length-1];i.value?s.items.push({start:[],value:n}):i.value=n;break}case"flow-collection":{let i=s.items[s.items.length-1];!i||i.value?s.items.push({start:[],key:n,sep:[]}):i.sep?i.value=n:Object.assign(i,{key:n,sep:[]});return}default:yield*this.pop(),yield*this.pop(n)}if((s.type==="document"||s.type==="block-map"||s.type==="block-seq")&&(n.type==="block-map"||n.type==="block-seq")){let i=n.items[n.items.length-1];i&&!i.sep&&!i.value&&i.start.length>0&&pp(i.start)===-1&&(n.indent===0||i.start.every(r=>r.type!=="comment"||r.indent<n.indent))&&(s.type==="document"?s.end=i.start:s.items.push({start:i.start}),n.items.splice(-1,1))}}}*stream(){switch(this.type){case"directive-line":yield{type:"directive",offset:this.offset,source:this.source};return;case"byte-order-mark":case"space":case"comment":case"newline":yield this.sourceToken;return;case"doc-mode":case"doc-start":{let e={type:"document",offset:this.offset,start:[]};this.type==="doc-start"&&e.start.push(this.sourceToken),this.stack.push(e);return}}yield{type:"error",offset:this.offset,message:`Unexpected ${this.type} token in YAML stream`,source:this.source}}*document(e){if(e.value)return yield*this.lineEnd(e);switch(this.type){case"doc-start":{pp(e.start)!==-1?(yield*this.pop(),yield*this.step()):e.start.push(this.sourceToken);return}case"anchor":case"tag":case"space":case"comment":case"newline":e.start.push(this.sourceToken);return}let n=this.startBlockValue(e);n?this.stack.push(n):yield{type:"error",offset:this.offset,message:`Unexpected ${this.type} token in YAML document`,source:this.source}}*scalar(e){if(this.type==="map-value-ind"){let n=ji(this.peek(2)),s=rn(n),i;e.end?(i=e.end,i.push(this.sourceToken),delete e.end):i=[this.sourceToken];let r={type:"block-map",offset:e.offset,indent:e.indent,items:[{start:s,key:e,sep:i}]};this.onKeyLine=!0,this.stack[this.stack.length-1]=r}else yield*this.lineEnd(e)}*blockScalar(e){switch(this.type){case"space":case"comment":case"newline":e.props.push(this.sourceToken);return;case"scalar":if(e.source=this.source,this.atNewLine=!0,this.indent=0,this.onNewLine){let n=this.source.indexOf(`
`)+1;for(;n!==0;)this.onNewLine(this.offset+n),n=this.source.indexOf(`
`,n)+1}yield*this.pop();break;default:yield*this.pop(),yield*this.step()}}*blockMap(e){let n=e.items[e.items.length-1];switch(this.type){case"newline":if(this.onKeyLine=!1,n.value){let s="end"in n.value?n.value.end:void 0;(Array.isArray(s)?s[s.length-1]:void 0)?.type==="comment"?s?.push(this.sourceToken):e.items.push({start:[this.sourceToken]})}else n.sep?n.sep.push(this.sourceToken):n.start.push(this.sourceToken);return;case"space":case"comment":if(n.value)e.items.push({start:[this.sourceToken]});else if(n.sep)n.sep.push(this.sourceToken);else{if(this.atIndentedComment(n.start,e.indent)){let i=e.items[e.items.length-2]?.value?.end;if(Array.isArray(i)){Bi(i,n.start),i.push(this.sourceToken),e.items.pop();return}}n.start.push(this.sourceToken)}return}if(this.indent>=e.indent){let s=!this.onKeyLine&&this.indent===e.indent,i=s&&(n.sep||n.explicitKey)&&this.type!=="seq-item-ind",r=[];if(i&&n.sep&&!n.value){let o=[];for(let a=0;a<n.sep.length;++a){let c=n.sep[a];switch(c.type){case"newline":o.push(a);break;case"space":break;case"comment":c.indent>e.indent&&(o.length=0);break;default:o.length=0}}o.length>=2&&(r=n.sep.splice(o[1]))}switch(this.type){case"anchor":case"tag":i||n.value?(r.push(this.sourceToken),e.items.push({start:r}),this.onKeyLine=!0):n.sep?n.sep.push(this.sourceToken):n.start.push(this.sourceToken);return;case"explicit-key-ind":!n.sep&&!n.explicitKey?(n.start.push(this.sourceToken),n.explicitKey=!0):i||n.value?(r.push(this.sourceToken),e.items.push({start:r,explicitKey:!0})):this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:[this.sourceToken],explicitKey:!0}]}),this.onKeyLine=!0;return;case"map-value-ind":if(n.explicitKey)if(n.sep)if(n.value)e.items.push({start:[],key:null,sep:[this.sourceToken]});else if(ct(n.sep,"map-value-ind"))this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:r,key:null,sep:[this.sourceToken]}]});else if(mp(n.key)&&!ct(n.sep,"newline")){let o=rn(n.start),a=n.key,c=n.sep;c.push(this.sourceToken),delete n.key,delete n.sep,this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:o,key:a,sep:c}]})}else r.length>0?n.sep=n.sep.concat(r,this.sourceToken):n.sep.push(this.sourceToken);else if(ct(n.start,"newline"))Object.assign(n,{key:null,sep:[this.sourceToken]});else{let o=rn(n.start);this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:o,key:null,sep:[this.sourceToken]}]})}else n.sep?n.value||i?e.items.push({start:r,key:null,sep:[this.sourceToken]}):ct(n.sep,"map-value-ind")?this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:[],key:null,sep:[this.sourceToken]}]}):n.sep.push(this.sourceToken):Object.assign(n,{key:null,sep:[this.sourceToken]});this.onKeyLine=!0;return;case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":{let o=this.flowScalar(this.type);i||n.value?(e.items.push({start:r,key:o,sep:[]}),this.onKeyLine=!0):n.sep?this.stack.push(o):(Object.assign(n,{key:o,sep:[]}),this.onKeyLine=!0);return}default:{let o=this.startBlockValue(e);if(o){if(o.type==="block-seq"){if(!n.explicitKey&&n.sep&&!ct(n.sep,"newline")){yield*this.pop({type:"error",offset:this.offset,message:"Unexpected block-seq-ind on same line with key",source:this.source});return}}else s&&e.items.push({start:r});this.stack.push(o);return}}}}yield*this.pop(),yield*this.step()}*blockSequence(e){let n=e.items[e.items.length-1];switch(this.type){case"newline":if(n.value){let s="end"in n.value?n.value.end:void 0;(Array.isArray(s)?s[s.length-1]:void 0)?.type==="comment"?s?.push(this.sourceToken):e.items.push({start:[this.sourceToken]})}else n.start.push(this.sourceToken);return;case"space":case"comment":if(n.value)e.items.push({start:[this.sourceToken]});else{if(this.atIndentedComment(n.start,e.indent)){let i=e.items[e.items.length-2]?.value?.end;if(Array.isArray(i)){Bi(i,n.start),i.push(this.sourceToken),e.items.pop();return}}n.start.push(this.sourceToken)}return;case"anchor":case"tag":if(n.value||this.indent<=e.indent)break;n.start.push(this.sourceToken);return;case"seq-item-ind":if(this.indent!==e.indent)break;n.value||ct(n.start,"seq-item-ind")?e.items.push({start:[this.sourceToken]}):n.start.push(this.sourceToken);return}if(this.indent>e.indent){let s=this.startBlockValue(e);if(s){this.stack.push(s);return}}yield*this.pop(),yield*this.step()}*flowCollection(e){let n=e.items[e.items.length-1];if(this.type==="flow-error-end"){let s;do yield*this.pop(),s=this.peek(1);while(s?.type==="flow-collection")}else if(e.end.length===0){switch(this.type){case"comma":case"explicit-key-ind":!n||n.sep?e.items.push({start:[this.sourceToken]}):n.start.push(this.sourceToken);return;case"map-value-ind":!n||n.value?e.items.push({start:[],key:null,sep:[this.sourceToken]}):n.sep?n.sep.push(this.sourceToken):Object.assign(n,{key:null,sep:[this.sourceToken]});return;case"space":case"comment":case"newline":case"anchor":case"tag":!n||n.value?e.items.push({start:[this.sourceToken]}):n.sep?n.sep.push(this.sourceToken):n.start.push(this.sourceToken);return;case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":{let i=this.flowScalar(this.type);!n||n.value?e.items.push({start:[],key:i,sep:[]}):n.sep?this.stack.push(i):Object.assign(n,{key:i,sep:[]});return}case"flow-map-end":case"flow-seq-end":e.end.push(this.sourceToken);return}let s=this.startBlockValue(e);s?this.stack.push(s):(yield*this.pop(),yield*this.step())}else{let s=this.peek(2);if(s.type==="block-map"&&(this.type==="map-value-ind"&&s.indent===e.indent||this.type==="newline"&&!s.items[s.items.length-1].sep))yield*this.pop(),yield*this.step();else if(this.type==="map-value-ind"&&s.type!=="flow-collection"){let i=ji(s),r=rn(i);fp(e);let o=e.end.splice(1,e.end.length);o.push(this.sourceToken);let a={type:"block-map",offset:e.offset,indent:e.indent,items:[{start:r,key:e,sep:o}]};this.onKeyLine=!0,this.stack[this.stack.length-1]=a}else yield*this.lineEnd(e)}}flowScalar(e){if(this.onNewLine){let n=this.source.indexOf(`
`)+1;for(;n!==0;)this.onNewLine(this.offset+n),n=this.source.indexOf(`
`,n)+1}return{type:e,offset:this.offset,indent:this.indent,source:this.source}}startBlockValue(e){switch(this.type){case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":return this.flowScalar(this.type);case"block-scalar-header":return{type:"block-scalar",offset:this.offset,indent:this.indent,props:[this.sourceToken],source:""};case"flow-map-start":case"flow-seq-start":return{type:"flow-collection",offset:this.offset,indent:this.indent,start:this.sourceToken,items:[],end:[]};case"seq-item-ind":return{type:"block-seq",offset:this.offset,indent:this.indent,items:[{start:[this.sourceToken]}]};case"explicit-key-ind":{this.onKeyLine=!0;let n=ji(e),s=rn(n);return s.push(this.sourceToken),{type:"block-map",offset:this.offset,indent:this.indent,items:[{start:s,explicitKey:!0}]}}case"map-value-ind":{this.onKeyLine=!0;let n=ji(e),s=rn(n);return{type:"block-map",offset:this.offset,indent:this.indent,items:[{start:s,key:null,sep:[this.sourceToken]}]}}}return null}atIndentedComment(e,n){return this.type!=="comment"||this.indent<=n?!1:e.every(s=>s.type==="newline"||s.type==="space")}*documentEnd(e){this.type!=="doc-mode"&&(e.end?e.end.push(this.sourceToken):e.end=[this.sourceToken],this.type==="newline"&&(yield*this.pop()))}*lineEnd(e){switch(this.type){case"comma":case"doc-start":case"doc-end":case"flow-seq-end":case"flow-map-end":case"map-value-ind":yield*this.pop(),yield*this.step();break;case"newline":this.onKeyLine=!1;default:e.end?e.end.push(this.sourceToken):e.end=[this.sourceToken],this.type==="newline"&&(yield*this.pop())}}};hp.Parser=qa});var wp=P(as=>{"use strict";var gp=Sa(),k1=Zn(),os=ts(),S1=wo(),x1=_(),C1=La(),yp=Ma();function bp(t){let e=t.prettyErrors!==!1;return{lineCounter:t.lineCounter||e&&new C1.LineCounter||null,prettyErrors:e}}function P1(t,e={}){let{lineCounter:n,prettyErrors:s}=bp(e),i=new yp.Parser(n?.addNewLine),r=new gp.Composer(e),o=Array.from(r.compose(i.parse(t)));if(s&&n)for(let a of o)a.errors.forEach(os.prettifyError(t,n)),a.warnings.forEach(os.prettifyError(t,n));return o.length>0?o:Object.assign([],{empty:!0},r.streamInfo())}function vp(t,e={}){let{lineCounter:n,prettyErrors:s}=bp(e),i=new yp.Parser(n?.addNewLine),r=new gp.Composer(e),o=null;for(let a of r.compose(i.parse(t),!0,t.length))if(!o)o=a;else if(o.options.logLevel!=="silent"){o.errors.push(new os.YAMLParseError(a.range.slice(0,2),"MULTIPLE_DOCS","Source contains multiple documents; please use YAML.parseAllDocuments()"));break}return s&&n&&(o.errors.forEach(os.prettifyError(t,n)),o.warnings.forEach(os.prettifyError(t,n))),o}function A1(t,e,n){let s;typeof e=="function"?s=e:n===void 0&&e&&typeof e=="object"&&(n=e);let i=vp(t,n);if(!i)return null;if(i.warnings.forEach(r=>S1.warn(i.options.logLevel,r)),i.errors.length>0){if(i.options.logLevel!=="silent")throw i.errors[0];i.errors=[]}return i.toJS(Object.assign({reviver:s},n))}function T1(t,e,n){let s=null;if(typeof e=="function"||Array.isArray(e)?s=e:n===void 0&&e&&(n=e),typeof n=="string"&&(n=n.length),typeof n=="number"){let i=Math.round(n);n=i<1?void 0:i>8?{indent:8}:{indent:i}}if(t===void 0){let{keepUndefined:i}=n??e??{};if(!i)return}return x1.isDocument(t)&&!s?t.toString(n):new k1.Document(t,s,n).toString(n)}as.parse=A1;as.parseAllDocuments=P1;as.parseDocument=vp;as.stringify=T1});var Sp=P(F=>{"use strict";var N1=Sa(),R1=Zn(),E1=na(),Da=ts(),I1=Mn(),lt=_(),O1=it(),$1=Y(),L1=ot(),q1=at(),M1=Vi(),D1=Oa(),_1=La(),F1=Ma(),Ui=wp(),kp=On();F.Composer=N1.Composer;F.Document=R1.Document;F.Schema=E1.Schema;F.YAMLError=Da.YAMLError;F.YAMLParseError=Da.YAMLParseError;F.YAMLWarning=Da.YAMLWarning;F.Alias=I1.Alias;F.isAlias=lt.isAlias;F.isCollection=lt.isCollection;F.isDocument=lt.isDocument;F.isMap=lt.isMap;F.isNode=lt.isNode;F.isPair=lt.isPair;F.isScalar=lt.isScalar;F.isSeq=lt.isSeq;F.Pair=O1.Pair;F.Scalar=$1.Scalar;F.YAMLMap=L1.YAMLMap;F.YAMLSeq=q1.YAMLSeq;F.CST=M1;F.Lexer=D1.Lexer;F.LineCounter=_1.LineCounter;F.Parser=F1.Parser;F.parse=Ui.parse;F.parseAllDocuments=Ui.parseAllDocuments;F.parseDocument=Ui.parseDocument;F.stringify=Ui.stringify;F.visit=kp.visit;F.visitAsync=kp.visitAsync});function Cp(t,e){try{U1(t,e)}catch(n){if(n instanceof T)return n;throw n}}function U1(t,e){let n=!1;for(let s of t)if(s.type==="directive"){let i=s.source.startsWith("%YAML");if(!(i?V1:K1).test(s.source)||i&&n)throw new T("directive",s.offset,s.offset+s.source.length);n||=i}else s.type==="document"&&(Wi(s.start,!1,e),_a(s.value,!1,e))}function _a(t,e,n){switch(t?.type){case"alias":Pp(t,n);break;case"scalar":e&&W1(/^:|\?/,t,"bad-start");break;case"single-quoted-scalar":case"double-quoted-scalar":if(t.source.length===1||!t.source.endsWith(t.source[0]))throw new T("unclosed-quote",t.offset,t.offset+1);t.type==="double-quoted-scalar"&&z1(t);break;case"block-map":case"block-seq":case"flow-collection":{let s=t.type==="flow-collection";for(let i of t.items)Wi(i.start,s,n),_a(i.key,s,n),i.sep!==void 0&&(Wi(i.sep,s,n),s&&i.key?.type==="scalar"&&G1(i.sep,n)),_a(i.value,s,n);if(s&&!/^[\]}]/.test(t.end[0]?.source??""))throw new T("unclosed",t.offset,t.offset+1)}}!e&&t!==null&&t!==void 0&&"end"in t&&t.end!==void 0&&t.type!=="scalar"&&Wi(t.end,!1,n)}function W1(t,e,n){let s=e.source.search(t);if(s!==-1)throw new T(n,e.offset+s,e.offset+s+1)}function Wi(t,e,n){let s=!1;for(let i of t){if(i.type==="space"){let r=i.source.indexOf("	");if(r!==-1&&s&&!e)throw new T("tab",i.offset+r,i.offset+r+1);continue}if(s=i.type==="newline"||i.type==="seq-item-ind"||i.type==="explicit-key-ind",i.type==="anchor"&&Pp(i,n),i.type==="tag"&&!xp.test(n.slice(i.offset+i.source.length,i.offset+i.source.length+1)))throw new T("after-tag",i.offset,i.offset+i.source.length)}}function Pp(t,e){let n=t.offset+t.source.length;if(!j1.test(t.source)||!B1.test(e.slice(n,n+1)))throw new T("anchor",t.offset,n)}function G1(t,e){let n=t[0];if(n?.type==="map-value-ind"&&!xp.test(e.slice(n.offset+1,n.offset+2)))throw new T("flow-colon",n.offset,n.offset+1)}function z1(t){for(let e of t.source.matchAll(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|.)/gs)){let n=t.offset+e.index,s=parseInt(e[1]??e[2]??"0",16);if(e[0]==="\\/")throw new T("bad-escape",n,n+2);if(s>1114111||s>=55296&&s<=57343)throw new T("bad-code-point",n,n+e[0].length)}}var V1,K1,j1,B1,xp,Ap=v(()=>{"use strict";bt();V1=/^%YAML[ \t]+0*1\.0*1[ \t]*(?:#.*)?$/,K1=/^%TAG[ \t]+![A-Za-z0-9_-]*!?[ \t]+[^ \t]+[ \t]*(?:#.*)?$/,j1=/^[&*][A-Za-z0-9_-]+$/,B1=/^(?:[ \t\r\n?:,\]}%@`]|$)/,xp=/^(?:[ \t\r\n]|$)/});function Gi(t,e){Fa.lastIndex=e;let n=!0;for(let s=Fa.exec(t);s!==null;s=Fa.exec(t)){if(s[0]==="..."){let i=t.indexOf(`
`,s.index),r=i===-1?t.length:i+1;return{end:H1.test(t.slice(r))?t.length:r,contentEnd:s.index}}if(n&&Y1.test(t.slice(e,s.index)))n=!1;else return{end:s.index,contentEnd:s.index}}return{end:t.length,contentEnd:t.length}}var Fa,Y1,H1,Va=v(()=>{"use strict";Fa=/^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm,Y1=/^(?:(?:[ \t]*(?:#[^\n]*)?|%[^\n]*)\r?(?:\n|$))*$/,H1=/^(?:[ \t]*(?:#[^\n]*)?\r?(?:\n|$))*$/});var Tp={};gn(Tp,{duplicateKey:()=>zi,findDuplicateKeys:()=>J1});function zi(t,e,n,s,i){return{kind:"duplicate-key",message:`Key "${t}" is set twice in the same map${i?", by a merge":""}`,start:e,end:n,related:{message:"Set here before",start:s.start,end:s.end}}}function J1(t,e){let n=[];for(let s=e;s<t.next(e);s++){if(!t.isMap(s)||t.has(s,q.shared))continue;let i=new Map;for(let r=s+1;r<t.next(s);r=t.next(r+1)){let o={start:t.start(r),end:t.end(r)},a=Q1(t,r),c=i.get(a);c!==void 0&&n.push(zi(t.key(r),o.start,o.end,c,!1)),i.set(a,o)}}return n.sort((s,i)=>s.start-i.start)}function Q1(t,e){if(t.kind(e)!==A.plain)return'"'+t.key(e);let n=Je(t.text,A.plain,t.has(e,q.encoded),t.start(e),t.end(e),0),s=de(n),i=Dt(s,typeof s=="number"&&Qe(n));return typeof i=="string"?n:i.identity}var Ka=v(()=>{"use strict";Ze();ve()});var Ba={};gn(Ba,{refuseControlCharacters:()=>ek,refusedDocument:()=>X1,toFault:()=>ja,wordFault:()=>cs});function cs(t,e){let{code:n,start:s}=t,i=e.startsWith("{{",s)?s:e.startsWith("{{",s-1)?s-1:-1;if(i>=0)return{kind:"syntax",message:"A template expression is no YAML",start:i,end:i+2};let r=t.end>s?t.end:s+(/^[^ \t\r\n]*/.exec(e.slice(s,s+80))[0].length||1);return{kind:n==="too-deep"?"too-deep":"syntax",message:Z1[n].replace("{}",()=>e.slice(s,r)),start:s,end:Math.min(r,e.length)}}function X1(t,e,n){return{root:-1,start:e,end:Gi(t,e).end,problems:[cs(n,t)]}}function ek(t,e){let n=t.slice(e.start,e.end).search(Kr);if(n===-1)return;let s=e.start+n,i=t.charCodeAt(s).toString(16).toUpperCase().padStart(4,"0");e.root=-1,e.problems=[{kind:"syntax",message:`Control character U+${i} is not allowed`,start:s,end:s+1}]}function ja(t){let e=tk[t.code]??nk.find(([n])=>t.message.startsWith(n))?.[1]??"unexpected";return new T(e,t.pos[0],e==="unexpected"?t.pos[0]:t.pos[1])}var Z1,tk,nk,Yi=v(()=>{"use strict";jr();Va();bt();Z1={"after-end":'kubectl does not read what follows "..." without a line "---"',"after-tag":"A tag needs a blank after it","after-value":"Unexpected text after a value",anchor:'The anchor "{}" has characters other than letters, digits, "-" and "_"',"bad-code-point":'The escape "{}" stands for no character',"bad-escape":'Unknown escape "{}" in a double-quoted text',"bad-hex":'The escape "{}" lacks hexadecimal digits',"bad-start":'A plain value cannot start with "{}"',"block-header":'Unexpected "{}" in the first line of a block of text',"block-in-flow":"Brackets cannot contain a map or list without brackets","block-indent":"An empty line of a block of text is indented more than its first line","block-tab":"A tab stands in the indentation of a block of text","byte-order-mark":"A second byte order mark makes the text unreadable for kubectl","complex-key":"A map or a list cannot be a key","dash-in-flow":"A list item with a dash cannot stand inside brackets",directive:'kubectl does not know the directive "{}"',"empty-item":"A comma without a value before it","flow-colon":"A colon needs a blank after it",indentation:"The indentation fits no level above","long-key":"A key is longer than 1024 characters","marker-in-flow":"The document ends inside brackets","marker-in-quotes":"The document ends inside a quoted text","multiline-key":"A key and its colon are not on one line","nested-list":"A list cannot begin on the line of its key","nested-map":"A second colon makes this line ambiguous: a map cannot begin on the line of its key","no-colon":"A key needs a colon and a blank after it","no-comma":"A comma is missing","no-key":"A colon without a key before it","no-marker":'A directive needs a line "---" after it',"nothing-to-end":'There is no document for "..." to end',properties:"An anchor or a tag does not fit here","stray-bracket":'Unexpected "{}"',tab:"A tab stands in the indentation",tag:'The tag "{}" is not declared',"too-deep":"Maps and lists are nested more than 10,000 levels deep",unclosed:'The "{}" is never closed',"unclosed-quote":"The quote is never closed",unexpected:'Unexpected "{}"',"wrong-bracket":'"{}" does not close the bracket that is open'};tk={ALIAS_PROPS:"properties",BAD_ALIAS:"anchor",BAD_DIRECTIVE:"directive",BAD_DQ_ESCAPE:"bad-escape",BAD_INDENT:"indentation",BAD_PROP_ORDER:"properties",BAD_SCALAR_START:"bad-start",BLOCK_AS_IMPLICIT_KEY:"nested-map",BLOCK_IN_FLOW:"block-in-flow",KEY_OVER_1024_CHARS:"long-key",MULTILINE_IMPLICIT_KEY:"multiline-key",MULTIPLE_ANCHORS:"properties",MULTIPLE_TAGS:"properties",RESOURCE_EXHAUSTION:"too-deep",TAB_AS_INDENT:"tab",TAG_RESOLVE_FAILED:"tag"},nk=[["Block collection","nested-map"],["Block scalars","block-indent"],["Flow","unclosed"],["Implicit map keys","no-colon"],["Missing ,","no-comma"],["Missing closing","unclosed-quote"],["Missing directives-end","no-marker"],["Missing newline","nested-list"],["Missing space","flow-colon"],["Sequence item","indentation"],["Tags and anchors","after-tag"]]});function Ep(t,e){let n=t.startsWith(Np)?t.slice(Np.length):"",s={message:`"${e}" is no value of the type !!${n}`};switch(n){case"binary":return ik(e);case"timestamp":return Rp(e)?{value:e,float:!1}:s;case"null":case"bool":case"int":case"float":{let i=Rp(e)?e:de(e),r=typeof i=="number"||typeof i=="bigint",o=typeof i=="number"&&(!Number.isFinite(i)||Qe(e));return(n==="null"?i===null:n==="bool"?typeof i=="boolean":n==="int"?r&&!o:o)?{value:i,float:o}:n==="float"&&r&&i<2n**63n?{value:Number(i),float:!0}:s}default:return{value:e,float:!1}}}function ik(t){let e=t.replace(/[\r\n]/g,"");return sk.test(e)?{value:Buffer.from(e,"base64").toString("utf8"),float:!1}:{message:"A !!binary value is no valid base64"}}function Rp(t){let e=rk.exec(t);if(e===null)return!1;let[n,s,i]=e.slice(1,4).map(Number),[r,o,a]=[e[4]??e[7]??0,e[5]??e[8]??0,e[6]??e[9]??0].map(Number);return s>=1&&s<=12&&i>=1&&i<=new Date(Date.UTC(n,s,0)).getUTCDate()&&r<24&&o<60&&a<60}var Np,sk,rk,Ip=v(()=>{"use strict";Ze();Np="tag:yaml.org,2002:";sk=/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;rk=/^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(?:Z|[+-]\d\d:\d\d))|(?: +(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?))?$/});var $p={};gn($p,{readDocument:()=>ok});function ok(t,e,n){let{end:s,contentEnd:i}=Gi(e,n),r={root:-1,start:n,end:s,problems:[]},o=t.size;try{r.root=new Wa(t,r,e,i).read()}catch(a){if(t.size=o,a instanceof T)r.problems=[cs(a,e)];else if(a instanceof Hi)r.problems=[a.problem];else if(a instanceof RangeError)r.problems=[cs(new T("too-deep",n,Math.min(n+1,s)),e)];else throw a}return r.problems.sort((a,c)=>a.start-c.start),r}function Ua(t){return(0,V.isScalar)(t)&&t.range[0]===t.range[1]&&t.type==="PLAIN"}function ak(t,e){return!(0,V.isScalar)(t)||t.source!=="<<"?!1:t.tag==="!"||t.tag==="tag:yaml.org,2002:merge"||t.tag===void 0&&e==="<<"}function ck(t,e){return t.code==="MISSING_CHAR"?t.message.startsWith("Comments must be separated"):t.code==="BAD_DQ_ESCAPE"&&e.startsWith("\\'",t.pos[0])}var V,Hi,Op,Wa,Lp=v(()=>{"use strict";V=iy(Sp(),1);Ur();Ap();Va();Ka();bt();yt();Ze();Yi();Ip();ve();Hi=class extends Error{problem;constructor(e){super(e.message),this.problem=e}},Op={PLAIN:A.plain,QUOTE_SINGLE:A.singleQuoted,QUOTE_DOUBLE:A.doubleQuoted,BLOCK_LITERAL:A.literal,BLOCK_FOLDED:A.folded},Wa=class{tape;text;document;base;source;contentEnd;anchors=new Map;expanding=new Set;aliasDepth=0;decoded=0;decodedByAlias=0;constructor(e,n,s,i){this.tape=e,this.text=e.text,this.document=n,this.source=s,this.base=n.start,this.contentEnd=i}read(){let e=this.source.slice(this.base,this.contentEnd).replaceAll("\uFEFF","x"),n=new V.Composer({schema:"failsafe",resolveKnownTags:!1,uniqueKeys:!1,keepSourceTokens:!0,strict:!0,version:"1.2"}),s=[...new V.Parser().parse(e)],i=[...n.compose(s,!0,e.length)],o=i.flatMap(d=>d.errors).filter(d=>!ck(d,e)).map(ja),a=Cp(s,e);if(a!==void 0&&o.unshift(a),o.length>0){let d=o.reduce((u,p)=>p.start<u.start?p:u);throw new T(d.code,d.start+this.base,d.end+this.base)}let c=i[0]?.contents;if(c==null||Ua(c)&&c.tag===void 0&&c.anchor===void 0)return-1;this.resolveAliases(c);let l=this.tape.size;return this.write(c,!1,0),l}refuse(e,n,s,i="syntax"){throw new Hi({kind:i,message:s,start:e,end:Math.max(n,e)})}resolveAliases(e){if(!this.text.includes("*",this.base))return;let n=new Map,s=i=>{if((0,V.isAlias)(i)){let r=n.get(i.source),[o,a]=this.span(i);r===void 0&&this.refuse(o,a,`Alias "${i.source}" has no anchor before it`),this.anchors.set(i,r);return}if(!(!(0,V.isScalar)(i)&&!(0,V.isMap)(i)&&!(0,V.isSeq)(i))){if(i.anchor!==void 0&&n.set(i.anchor,i),(0,V.isMap)(i))for(let r of i.items)s(r.key),s(r.value);else if((0,V.isSeq)(i))for(let r of i.items)s(r)}};s(e)}span(e){let n=e.range;return[n[0]+this.base,n[1]+this.base]}add(e,n,s,i){let r=this.tape,o=r.size++;return o*4>=r.data.length&&r.grow(),r.data[o*4]=e,r.data[o*4+1]=n,r.data[o*4+2]=s,r.data[o*4+3]=i,o}count(e){if(this.decoded++,this.aliasDepth>0&&this.decodedByAlias++,this.decodedByAlias<=100||this.decoded<=1e3)return;let n=Math.min(Math.max((this.decoded-4e5)/36e5,0),1);if(this.decodedByAlias/this.decoded<=.99-.89*n)return;let[s,i]=this.span(e);this.refuse(s,i,"Aliases expand this document far too much","alias-expansion")}follow(e,n){let s=this.anchors.get(e);if(this.expanding.has(s)){let[i,r]=this.span(e);this.refuse(i,r,`Alias "${e.source}" stands inside the value that it repeats`)}this.count(e),this.aliasDepth++,n(s),this.aliasDepth--}write(e,n,s){if((0,V.isAlias)(e))return this.follow(e,i=>this.write(i,!0,i.range[0]+this.base));this.count(e),(0,V.isMap)(e)?this.writeMap(e,n):(0,V.isSeq)(e)?this.writeSequence(e,n):this.writeScalar(e,n,s)}writeMap(e,n){let[s,i]=this.span(e),r=this.add(0,s,i,0);this.expanding.add(e);let o={keys:new Map,count:0};this.writeEntries(e,o,n,void 0),this.expanding.delete(e);let a=this.tape.data;if(e.srcToken?.type!=="flow-collection"){let l=e.items[0],d=e.items.at(-1);l!==void 0&&d!==void 0&&(a[r*4+1]=this.pairStart(l),a[r*4+2]=this.pairEnd(d))}a[r*4]=A.map|(e.flow===!0?q.flow:0)|(n?q.shared:0)|o.count<<8,a[r*4+3]=this.tape.size}pairStart(e){return e.key.range[0]+this.base}pairEnd(e){return this.endOf(e.value,this.missingAt(e))}endOf(e,n){return e===null||Ua(e)?n:(0,V.isMap)(e)&&e.flow!==!0&&e.items.length>0?this.pairEnd(e.items.at(-1)):(0,V.isSeq)(e)&&e.flow!==!0&&e.items.length>0?this.endOf(e.items.at(-1),this.dashes(e).at(-1)??e.range[0]+this.base):(0,V.isScalar)(e)&&e.srcToken?.type==="block-scalar"?this.blockExtent(e).end:e.range[1]+this.base}missingAt(e){let s=e.srcToken?.sep?.find(i=>i.type==="map-value-ind");return s===void 0?e.key.range[1]+this.base:s.offset+1+this.base}dashes(e){let n=e.srcToken;if(n?.type!=="block-seq")return[];let s=[];for(let i of n.items){let r=i.start.find(o=>o.type==="seq-item-ind");r!==void 0&&s.push(r.offset+1+this.base)}return s}writeEntries(e,n,s,i){for(let r of e.items)ak(r.key,this.sourceOf(r.key))?this.merge(r,n,i??r.key):this.writeEntry(r,n,s,i)}sourceOf(e){return this.text.slice(...this.span(e))}merge(e,n,s){let i=e.value;if(i===null)return this.refuseMerge(e.key);let r=(0,V.isAlias)(i)?this.anchors.get(i):i;if((0,V.isMap)(r))return this.mergeMap(i,n,s);if(!(0,V.isSeq)(i))return this.refuseMerge(i);for(let o of i.items.toReversed()){let a=(0,V.isAlias)(o)?this.anchors.get(o):o;if(!(0,V.isMap)(a))return this.refuseMerge(o);this.mergeMap(o,n,s)}}refuseMerge(e){let[n,s]=this.span(e);return this.refuse(n,s,'Only maps can be merged with "<<"')}mergeMap(e,n,s){let i=r=>{this.count(r),this.expanding.add(r),this.writeEntries(r,n,!0,s),this.expanding.delete(r)};(0,V.isAlias)(e)?this.follow(e,i):i(e)}writeEntry(e,n,s,i){let r=this.tape.size,o=this.writeKey(e.key,n,s,i);if(e.value===null){let a=this.missingAt(e);this.add(A.plain|(s?q.shared:0),a,a,0)}else this.write(e.value,s,this.missingAt(e));o?n.count++:this.tape.size=r}writeKey(e,n,s,i){if((0,V.isAlias)(e)){let y=!1;return this.follow(e,h=>y=this.writeKey(h,n,!0,i??e)),y}this.count(e);let[r,o]=this.span(e);if(!(0,V.isScalar)(e))return this.report(r,o,"A map or a list cannot be a key"),!1;let a=Op[e.type??"PLAIN"],c=this.decode(e,a,!0);if(c===void 0)return!1;let l=Dt(c.value,c.float);if(typeof l=="string")return this.report(r,o,l==="null"?"A key cannot be empty or null":`Key "${this.sourceOf(e)}" is too large a number`),!1;this.add(a|(s?q.shared:0)|(this.isEncoded(a,r,o)?q.encoded:0),r,o,Me(l.text));let d=i===void 0?e:i,[u,p]=this.span(d),m=n.keys.get(l.identity);return m!==void 0&&(this.aliasDepth===0||i!==void 0)&&this.reportDuplicate(l.text,u,p,m,i!==void 0),n.keys.set(l.identity,{start:u,end:p}),!0}reportDuplicate(e,n,s,i,r){let o=zi(e,n,s,i,r),a=this.document.problems;a.some(c=>c.start===n&&c.message===o.message)||a.push(o)}report(e,n,s){this.document.problems.some(i=>i.start===e&&i.message===s)||this.document.problems.push({kind:"syntax",message:s,start:e,end:n})}writeSequence(e,n){let[s]=this.span(e),i=this.add(0,s,this.endOf(e,s),0);this.expanding.add(e);let r=this.dashes(e),o=e.items;o.forEach((c,l)=>this.write(c,n,r[l]??c.range[0]+this.base)),this.expanding.delete(e);let a=this.tape.data;a[i*4]=A.sequence|(e.flow===!0?q.flow:0)|(n?q.shared:0)|o.length<<8,a[i*4+3]=this.tape.size}writeScalar(e,n,s){let i=Op[e.type??"PLAIN"],r=n?q.shared:0,[o,a]=this.span(e);if(Ua(e)&&(o=a=s),e.tag===void 0&&(i===A.literal||i===A.folded)){let l=this.blockExtent(e);this.add(i|r,o,l.end,l.header);return}let c=this.decode(e,i);if(c===void 0){this.add(A.plain|r|q.hidden|(this.isEncoded(i,o,a)?q.encoded:0),o,a,0);return}e.tag===void 0?this.add(i|r|(this.isEncoded(i,o,a)?q.encoded:0),o,a,0):this.add(A.explicit|r,o,a,this.tape.values.push(c.value)-1)}blockExtent(e){let n=e.srcToken,s=e.range[0]+this.base;return Ms(this.source,s,n.indent,this.contentEnd)}isEncoded(e,n,s){let i=this.text.slice(n,s);return e===A.doubleQuoted?/[\\\n\r\u0085\u2028\u2029]/.test(i):e===A.singleQuoted?/''|[\n\r\u0085\u2028\u2029]/.test(i.slice(1,-1)):/[\n\r\u0085\u2028\u2029]/.test(i)}decode(e,n,s=!1){let i=n===A.literal||n===A.folded?this.blockExtent(e):void 0,[r,o]=this.span(e),a=i?.end??o,c=Je(this.text,n,this.isEncoded(n,r,a),r,a,i?.header??0);if(e.tag!==void 0){let d=Ep(e.tag,c);if("message"in d)this.report(r,a,d.message);else if(s||this.isFinite(d.value,r,a))return d;return}if(n!==A.plain)return{value:c,float:!1};let l=de(c);if(!(!s&&!this.isFinite(l,r,a)))return{value:l,float:typeof l=="number"&&Qe(c)}}isFinite(e,n,s){return typeof e!="number"||Number.isFinite(e)?!0:(this.report(n,s,`"${this.text.slice(n,s)}" is no number that JSON can carry`),!1)}}});var dk,Mp,Dp=v(()=>{"use strict";x();dk=["Service kubernetes","ServiceAccount default","Endpoints kubernetes","EndpointSlice kubernetes"],Mp={severity:"info",presets:["strict"],since:"0.1.0",summary:'Disallow the namespace "default".',why:"Everybody who names no namespace ends up there, so its quotas, network policies and permissions fit nobody.",howToFix:"Give the application a namespace of its own. An object without a namespace is left alone: Helm, Kustomize and `kubectl -n` fill it in.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"],peers:{"kube-linter":["use-namespace"],trivy:["KSV-0110"],checkov:["CKV_K8S_21"],kubescape:["C-0061","C-0212"],kics:["Using Default Namespace"],datree:["WORKLOAD_INCORRECT_NAMESPACE_VALUE_DEFAULT"],clusterlint:["default-namespace"],kyverno:["disallow-default-namespace"]},bad:[{title:"a ConfigMap in the default namespace",yaml:f`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          namespace: default # ✖ ConfigMap "settings" is in the namespace "default"
        data: {}
      `}],good:[{title:"a namespace of its own, or one that is filled in later",yaml:f`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          namespace: shop
        data: {}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data: {}
      `}],visit:{object(t,{report:e}){!t.namespaced||t.namespace!=="default"||dk.includes(`${t.kind} ${t.name}`)||e(t.at("metadata","namespace"),`${t.kind} "${t.name}" is in the namespace "default"`)}}}});function hk(t){let[e,n]=t.split(":"),s=mk[e];return s===void 0?`has a digest of the unknown algorithm "${e}"`:n?.length===s&&/^[0-9a-f]+$/.test(n)&&t.indexOf(":")===t.lastIndexOf(":")?void 0:`has a digest that is not ${e}: and ${s} lower case hexadecimal digits`}function Oe(t){let e=_p.get(t);return e===void 0&&_p.set(t,e=gk(t)),e}function gk(t){if(t==="")return"must not be empty";if(/\s/.test(t))return"must not contain white space";if(/^[a-z][a-z0-9+.-]*:\/\//.test(t))return'must not begin with a scheme such as "https://"';let e=t.indexOf("@"),n=e===-1?void 0:t.slice(e+1),s=e===-1?t:t.slice(0,e),i=s.indexOf(":",s.lastIndexOf("/")+1),r=i===-1?void 0:s.slice(i+1),o=i===-1?s:s.slice(0,i),a=o.indexOf("/"),c=o.slice(0,Math.max(a,0)),l=a!==-1&&(/[.:A-Z]/.test(c)||c==="localhost"),d=l?o.slice(a+1):o,u=!l||c==="index.docker.io"?"docker.io":c,p=u==="docker.io"&&!d.includes("/")?`library/${d}`:d;if(l&&!uk.test(c))return`has the malformed registry "${c}"`;if(d==="")return"has no repository";if(/[A-Z]/.test(d))return`has capitals in its repository "${d}"`;for(let y of d.split("/")){if(y==="")return"has an empty part between slashes";if(!pk.test(y))return`has the malformed part "${y}" in its repository`}if(a===-1&&/^[a-f0-9]{64}$/.test(d))return"is the id of an image, not its name";if(u.length+1+p.length>255)return"has a registry and repository of more than 255 characters";if(r==="")return"has an empty tag";if(r!==void 0&&!fk.test(r))return`has the malformed tag "${r}"`;let m=n===void 0?void 0:hk(n);return m!==void 0?m:{registry:u,repository:p,...r!==void 0&&{tag:r},...n!==void 0&&{digest:n}}}var uk,pk,fk,mk,_p,on=v(()=>{"use strict";uk=/^(?:(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(?:\.(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[0-9a-fA-F:]+\])(?::\d+)?$/,pk=/^[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*$/,fk=/^\w[\w.-]{0,127}$/,mk={sha256:64,sha384:96,sha512:128};_p=new Map});var yk,bk,Fp,Vp,Kp=v(()=>{"use strict";x();on();yk=["cassandra","cockroach","couchdb","mariadb","mongo","mongodb","mongodb-community-server","mssql/server","mysql","mysql-server","postgis","postgres","postgresql"],bk=["apache","caddy","drupal","ghost","httpd","jetty","joomla","nextcloud","nginx","nginx-unprivileged","node","php","tomcat","wordpress"],Fp=(t,e)=>{let n=Oe(e??"");return typeof n!="string"&&t.some(s=>`/${n.repository}`.endsWith(`/${s}`))},Vp={severity:"info",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow a web server and a database in one pod.",why:"Both restart, move and scale together: a second replica of the site brings a second, empty database.",howToFix:"Run the database in a StatefulSet of its own, and let the site reach it through a Service.",references:["https://kubernetes.io/docs/concepts/workloads/pods/#how-pods-manage-multiple-containers"],peers:{},longRunningOnly:!0,bad:[{title:"a blog with its database in the same pod",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: blog
        spec:
          containers:
            - name: site
              image: wordpress:6.8
            - name: database # ✖ Container "database" is a database in the pod of the web server "site"
              image: mysql:8.4
      `}],good:[{title:"a database with its exporter, and a cache beside an app",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: database
        spec:
          containers:
            - name: database
              image: postgres:17
            - name: exporter
              image: prometheuscommunity/postgres-exporter:v0.17.0
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: site
        spec:
          containers:
            - name: site
              image: nginx:1.29
            - name: cache
              image: redis:8
      `}],visit:{podSpec(t,{report:e}){let n=t.containers.filter(({role:r})=>r==="main"),s=n.find(({value:r})=>Fp(bk,r.image)),i=n.find(({value:r})=>Fp(yk,r.image));s===void 0||i===void 0||e(i.at(),`Container "${i.name}" is a database in the pod of the web server "${s.name}"`,void 0,{related:[{place:s.at(),message:"the web server"}]})}}}});var jp,Bp=v(()=>{"use strict";x();jp={severity:"info",presets:["strict"],since:"0.1.0",summary:"Disallow a file in which most objects name their namespace and some do not.",why:"`kubectl apply` puts those without one into the namespace of whoever applies them, apart from the objects that they belong to.",howToFix:"Write the namespace into every object of the file, or into none and set it when the file is applied.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"],peers:{},crossObject:!0,bad:[{title:"a forgotten namespace",yaml:f`
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: web
          namespace: shop
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: shop
        spec:
          ports:
            - port: 80
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: batch # ✖ ServiceAccount "batch" names no namespace, while the other objects of this file are in "shop"
      `}],good:[{title:"objects of two namespaces, and one that belongs to neither",yaml:f`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: web
          namespace: shop
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: web
          namespace: bank
      `}],visit:{object(t,{index:e,report:n}){if(!t.namespaced||t.namespace!=="")return;let s=e.inFile(t.source.file).filter(({namespaced:a})=>a),i=s.filter(({namespace:a})=>a!==""),r=i[0];if(r===void 0||i.length*2<=s.length||i.some(({namespace:a})=>a!==r.namespace))return;let o=[{place:r.at("metadata","namespace"),message:"named here"}];n(t.at("metadata","name"),`${t.kind} "${t.name}" names no namespace, while the other objects of this file are in "${r.namespace}"`,void 0,{related:o})}}}});function M(t,e){return{rule:t,types:e}}function C(t,e){return{type:t,...e}}function te(t,e,n={}){let s=n.code??"Invalid";return{describes:t,test(i){if(typeof i!="string"||i===""&&n.empty!==!0)return;let r=e(i);if(r!==void 0)return typeof r=="string"?{code:s,message:r}:r.map(o=>({code:s,message:o}))}}}function Up(t,e){let n=t.map(s=>`"${s}"`).join(", ");return{describes:`one of ${n}`,test:s=>typeof s!="string"||t.includes(s)||s===""&&!e?void 0:{code:"NotSupported",message:`must be one of ${n}`}}}function vk(t,e){return e===void 0?[]:[e].flat().map(n=>({...n,steps:[t,...n.steps??[]]}))}var $e,he,Qi,Wp,At,Gp,zp,za,Ya,dt,U=v(()=>{"use strict";$e=(...t)=>[{describes:"required",required:!0},...t];he=(...t)=>Up(t,!1),Qi=(...t)=>Up(t,!0);Wp=t=>typeof t=="number"||typeof t=="bigint",At=t=>({describes:`at least ${t}`,test:e=>Wp(e)&&e<t?{code:"Invalid",message:`must be at least ${t}`}:void 0}),Gp=(t,e)=>({describes:`${t} to ${e}`,test:n=>Wp(n)&&(n<t||n>e)?{code:"Invalid",message:`must be between ${t} and ${e}`}:void 0}),zp=t=>({...t,describes:`each ${t.describes}`,test:(e,n)=>Array.isArray(e)?e.flatMap((s,i)=>vk(i,t.test?.(s,n))):void 0}),za=(t,e)=>({...e,since:dt(t)}),Ya=(t,e)=>({...e,until:dt(t)}),dt=t=>Number(t.slice(t.indexOf(".")+1))});function kk(){if(ls!==void 0)return ls;ls=new Map;for(let t of wk.trim().split(`
`)){let[e,n,s,i,r]=t.split("|"),o={};s!=="-"&&(o.deprecatedIn=s),i!=="-"&&(o.removedIn=i),r!=="-"&&(o.replacement=r);for(let a of n.split(" "))ls.set(`${e} ${a}`,o)}return ls}var wk,ls,Zi,Ha=v(()=>{"use strict";wk=`
v1|ComponentStatus|1.19|-|-
v1|Endpoints|1.33|-|discovery.k8s.io/v1 EndpointSlice
admission.k8s.io/v1beta1|AdmissionReview|1.19|1.22|admission.k8s.io/v1
admissionregistration.k8s.io/v1alpha1|InitializerConfiguration|-|1.14|-
admissionregistration.k8s.io/v1alpha1|MutatingAdmissionPolicy MutatingAdmissionPolicyBinding|1.35|1.38|admissionregistration.k8s.io/v1
admissionregistration.k8s.io/v1alpha1|ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding|1.29|1.32|admissionregistration.k8s.io/v1
admissionregistration.k8s.io/v1beta1|MutatingAdmissionPolicy MutatingAdmissionPolicyBinding|1.37|1.40|admissionregistration.k8s.io/v1
admissionregistration.k8s.io/v1beta1|MutatingWebhookConfiguration ValidatingWebhookConfiguration|1.16|1.22|admissionregistration.k8s.io/v1
admissionregistration.k8s.io/v1beta1|ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding|1.31|1.34|admissionregistration.k8s.io/v1
apiextensions.k8s.io/v1beta1|CustomResourceDefinition|1.16|1.22|apiextensions.k8s.io/v1
apiregistration.k8s.io/v1beta1|APIService|1.19|1.22|apiregistration.k8s.io/v1
apps/v1beta1|ControllerRevision Deployment StatefulSet|1.8|1.16|apps/v1
apps/v1beta1|DeploymentRollback|1.8|1.16|-
apps/v1beta1|Scale|1.8|1.16|autoscaling/v1
apps/v1beta2|ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet|1.9|1.16|apps/v1
apps/v1beta2|Scale|1.9|1.16|autoscaling/v1
authentication.k8s.io/v1alpha1|SelfSubjectReview|1.29|1.32|authentication.k8s.io/v1
authentication.k8s.io/v1beta1|SelfSubjectReview|1.30|1.33|authentication.k8s.io/v1
authentication.k8s.io/v1beta1|TokenReview|1.19|1.22|authentication.k8s.io/v1
authorization.k8s.io/v1beta1|LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview|1.19|1.22|authorization.k8s.io/v1
autoscaling/v2beta1|HorizontalPodAutoscaler|1.22|1.25|autoscaling/v2
autoscaling/v2beta2|HorizontalPodAutoscaler|1.23|1.26|autoscaling/v2
batch/v1beta1|CronJob|1.21|1.25|batch/v1
batch/v2alpha1|CronJob|-|1.21|batch/v1
certificates.k8s.io/v1alpha1|ClusterTrustBundle|1.34|1.37|certificates.k8s.io/v1
certificates.k8s.io/v1alpha1|PodCertificateRequest|-|1.35|certificates.k8s.io/v1
certificates.k8s.io/v1beta1|CertificateSigningRequest|1.19|1.22|certificates.k8s.io/v1
certificates.k8s.io/v1beta1|ClusterTrustBundle PodCertificateRequest|1.37|1.40|certificates.k8s.io/v1
coordination.k8s.io/v1alpha1|LeaseCandidate|-|1.32|coordination.k8s.io/v1beta1
coordination.k8s.io/v1alpha2|LeaseCandidate|1.35|1.38|coordination.k8s.io/v1beta1
coordination.k8s.io/v1beta1|Lease|1.19|1.22|coordination.k8s.io/v1
coordination.k8s.io/v1beta1|LeaseCandidate|1.36|1.39|-
discovery.k8s.io/v1alpha1|EndpointSlice|-|1.21|discovery.k8s.io/v1
discovery.k8s.io/v1beta1|EndpointSlice|1.21|1.25|discovery.k8s.io/v1
events.k8s.io/v1beta1|Event|1.22|1.25|events.k8s.io/v1
extensions/v1beta1|DaemonSet Deployment ReplicaSet|1.8|1.16|apps/v1
extensions/v1beta1|DeploymentRollback|1.8|1.16|-
extensions/v1beta1|Ingress|1.14|1.22|networking.k8s.io/v1
extensions/v1beta1|NetworkPolicy|1.9|1.16|networking.k8s.io/v1
extensions/v1beta1|PodSecurityPolicy|1.11|1.16|-
extensions/v1beta1|Scale|1.2|1.16|autoscaling/v1
flowcontrol.apiserver.k8s.io/v1alpha1|FlowSchema PriorityLevelConfiguration|1.20|1.21|flowcontrol.apiserver.k8s.io/v1
flowcontrol.apiserver.k8s.io/v1beta1|FlowSchema PriorityLevelConfiguration|1.23|1.26|flowcontrol.apiserver.k8s.io/v1
flowcontrol.apiserver.k8s.io/v1beta2|FlowSchema PriorityLevelConfiguration|1.26|1.29|flowcontrol.apiserver.k8s.io/v1
flowcontrol.apiserver.k8s.io/v1beta3|FlowSchema PriorityLevelConfiguration|1.29|1.32|flowcontrol.apiserver.k8s.io/v1
lifecycle.k8s.io/v1alpha1|Eviction EvictionRequest|1.40|1.43|-
networking.k8s.io/v1alpha1|ClusterCIDR|-|1.29|-
networking.k8s.io/v1alpha1|IPAddress ServiceCIDR|-|1.31|networking.k8s.io/v1
networking.k8s.io/v1beta1|IPAddress ServiceCIDR|1.34|1.37|networking.k8s.io/v1
networking.k8s.io/v1beta1|Ingress IngressClass|1.19|1.22|networking.k8s.io/v1
node.k8s.io/v1alpha1|RuntimeClass|-|1.24|node.k8s.io/v1
node.k8s.io/v1beta1|RuntimeClass|1.22|1.25|node.k8s.io/v1
policy/v1beta1|Eviction|1.22|1.25|policy/v1
policy/v1beta1|PodDisruptionBudget|1.21|1.25|policy/v1
policy/v1beta1|PodSecurityPolicy|1.21|1.25|-
rbac.authorization.k8s.io/v1alpha1|ClusterRole ClusterRoleBinding Role RoleBinding|1.17|1.22|rbac.authorization.k8s.io/v1
rbac.authorization.k8s.io/v1beta1|ClusterRole ClusterRoleBinding Role RoleBinding|1.17|1.22|rbac.authorization.k8s.io/v1
resource.k8s.io/v1alpha1|PodScheduling ResourceClaim ResourceClaimTemplate ResourceClass|-|1.27|-
resource.k8s.io/v1alpha2|PodSchedulingContext ResourceClaimParameters ResourceClass ResourceClassParameters|-|1.31|-
resource.k8s.io/v1alpha2|ResourceClaim ResourceClaimTemplate ResourceSlice|-|1.31|resource.k8s.io/v1
resource.k8s.io/v1alpha3|DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice|-|1.34|resource.k8s.io/v1
resource.k8s.io/v1alpha3|DeviceTaintRule|1.36|1.39|resource.k8s.io/v1
resource.k8s.io/v1alpha3|PodSchedulingContext|-|1.32|-
resource.k8s.io/v1alpha3|ResourcePoolStatusRequest|1.39|1.42|-
resource.k8s.io/v1beta1|DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice|1.35|1.38|resource.k8s.io/v1
resource.k8s.io/v1beta2|DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice|1.36|1.39|resource.k8s.io/v1
resource.k8s.io/v1beta2|DeviceTaintRule|1.39|1.42|resource.k8s.io/v1
scheduling.k8s.io/v1alpha1|PriorityClass|1.14|1.22|scheduling.k8s.io/v1
scheduling.k8s.io/v1alpha1|Workload|-|1.36|scheduling.k8s.io/v1beta1
scheduling.k8s.io/v1alpha2|PodGroup Workload|-|1.37|scheduling.k8s.io/v1beta1
scheduling.k8s.io/v1beta1|PodGroup Workload|1.40|1.43|-
scheduling.k8s.io/v1beta1|PriorityClass|1.14|1.22|scheduling.k8s.io/v1
settings.k8s.io/v1alpha1|PodPreset|-|1.20|-
storage.k8s.io/v1alpha1|CSIStorageCapacity|1.21|1.24|storage.k8s.io/v1
storage.k8s.io/v1alpha1|VolumeAttachment|1.21|1.24|storage.k8s.io/v1
storage.k8s.io/v1alpha1|VolumeAttributesClass|1.32|1.35|storage.k8s.io/v1
storage.k8s.io/v1beta1|CSIDriver|1.19|1.22|storage.k8s.io/v1
storage.k8s.io/v1beta1|CSINode|1.17|1.22|storage.k8s.io/v1
storage.k8s.io/v1beta1|CSIStorageCapacity|1.24|1.27|storage.k8s.io/v1
storage.k8s.io/v1beta1|StorageClass VolumeAttachment|1.19|1.22|storage.k8s.io/v1
storage.k8s.io/v1beta1|VolumeAttributesClass|1.34|1.37|storage.k8s.io/v1
storagemigration.k8s.io/v1alpha1|StorageVersionMigration|-|1.35|storagemigration.k8s.io/v1
storagemigration.k8s.io/v1beta1|StorageVersionMigration|1.37|1.40|storagemigration.k8s.io/v1
`;Zi=(t,e)=>kk().get(`${t} ${e}`)});var Yp,Hp=v(()=>{"use strict";x();U();Ha();Yp={severity:"warning",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow API versions that are deprecated in the targeted Kubernetes.",why:"They still work, and the API server answers with a warning; after an upgrade of the cluster to the version that the message names they do not work any more.",howToFix:"Move to the API version that the message names, if there is one, before the cluster is upgraded.",references:["https://kubernetes.io/docs/reference/using-api/deprecation-guide/","https://kubernetes.io/docs/reference/using-api/deprecation-policy/"],peers:{"kube-score":["stable-version"],trivy:["KSV-0107"],kics:["Object Is Using A Deprecated API Version"],datree:["K8S_DEPRECATED_APIVERSION_1.16","K8S_DEPRECATED_APIVERSION_1.17","K8S_DEPRECATED_APIVERSION_1.19","K8S_DEPRECATED_APIVERSION_1.21","K8S_DEPRECATED_APIVERSION_1.22","K8S_DEPRECATED_APIVERSION_1.23","K8S_DEPRECATED_APIVERSION_1.24"],sonar:["S1874"],monokle:["K8S002"],pluto:["deprecated"],kubent:["deprecated"]},bad:[{title:"a beta version that is on its way out",yaml:f`
        apiVersion: certificates.k8s.io/v1beta1 # ✖ certificates.k8s.io/v1beta1 ClusterTrustBundle is deprecated since Kubernetes 1.37 and removed in 1.40; use certificates.k8s.io/v1
        kind: ClusterTrustBundle
        metadata:
          name: ca
        spec:
          trustBundle: ''
      `},{title:"a kind with a successor, which nobody plans to remove",yaml:f`
        apiVersion: v1 # ✖ v1 Endpoints is deprecated since Kubernetes 1.33; use discovery.k8s.io/v1 EndpointSlice
        kind: Endpoints
        metadata:
          name: database
      `}],good:[{title:"a stable version",yaml:f`
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: database
        addressType: IPv4
        endpoints: []
      `}],visit:{object(t,{kubernetesVersions:e,report:n}){let s=Zi(t.apiVersion,t.kind);if(s?.deprecatedIn===void 0)return;let i=dt(e.at(-1));if(i<dt(s.deprecatedIn)||s.removedIn!==void 0&&i>=dt(s.removedIn))return;let r=s.removedIn===void 0?"":` and removed in ${s.removedIn}`,o=s.replacement===void 0?"":`; use ${s.replacement}`;n(t.at("apiVersion"),`${t.apiVersion} ${t.kind} is deprecated since Kubernetes ${s.deprecatedIn}${r}${o}`)}}}});var Xi,an,Qp,Jp,Zp=v(()=>{"use strict";x();we();Xi={"beta.kubernetes.io/arch":"kubernetes.io/arch","beta.kubernetes.io/os":"kubernetes.io/os","beta.kubernetes.io/instance-type":"node.kubernetes.io/instance-type","failure-domain.beta.kubernetes.io/region":"topology.kubernetes.io/region","failure-domain.beta.kubernetes.io/zone":"topology.kubernetes.io/zone"},an={"node-role.kubernetes.io/master":"node-role.kubernetes.io/control-plane"},Qp={severity:"warning",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow deprecated labels of nodes.",why:"New nodes may come without the old label, and then the pod stays pending; the API server warns about it.",howToFix:'Use the label without "beta": nodes have had both, with the same value, since Kubernetes 1.17.',references:["https://kubernetes.io/docs/reference/labels-annotations-taints/"],peers:{},fixable:"safe",bad:[{title:"the beta label of the operating system",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          nodeSelector:
            beta.kubernetes.io/os: linux # ✖ Node label "beta.kubernetes.io/os" is deprecated; "kubernetes.io/os" has the same value
          topologySpreadConstraints:
            - maxSkew: 1
              topologyKey: failure-domain.beta.kubernetes.io/zone # ✖ Node label "failure-domain.beta.kubernetes.io/zone" is deprecated; "topology.kubernetes.io/zone" has the same value
              whenUnsatisfiable: ScheduleAnyway
              labelSelector: {}
          containers:
            - name: app
              image: example.com/app:1.0
      `,fixed:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          nodeSelector:
            kubernetes.io/os: linux
          topologySpreadConstraints:
            - maxSkew: 1
              topologyKey: topology.kubernetes.io/zone
              whenUnsatisfiable: ScheduleAnyway
              labelSelector: {}
          containers:
            - name: app
              image: example.com/app:1.0
      `},{title:"the label of control plane nodes",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: agent
        spec:
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                  - matchExpressions:
                      - key: node-role.kubernetes.io/master # ✖ Node label "node-role.kubernetes.io/master" is deprecated; nodes have "node-role.kubernetes.io/control-plane" in its place
                        operator: Exists
          containers:
            - name: agent
              image: example.com/agent:1.0
      `},{title:"both labels: the old one goes",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          nodeSelector:
            beta.kubernetes.io/os: linux # ✖ Node label "beta.kubernetes.io/os" is deprecated; "kubernetes.io/os" has the same value
            kubernetes.io/os: linux
          containers:
            - name: app
              image: example.com/app:1.0
      `,fixed:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          nodeSelector:
            kubernetes.io/os: linux
          containers:
            - name: app
              image: example.com/app:1.0
      `}],good:[{title:"the stable label",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          nodeSelector:
            kubernetes.io/os: linux
          containers:
            - name: app
              image: example.com/app:1.0
      `}],visit:{podSpec(t,{report:e}){let{nodeSelector:n={},affinity:s={},topologySpreadConstraints:i=[]}=t.value;for(let[l,d]of Object.entries(n)){let u=Xi[l]??an[l];if(u===void 0)continue;let p=t.at("nodeSelector",l);e($s(p),Jp(l),m=>{if(!(l in an))return u in n?n[u]===d?m.removeField(p):void 0:m.renameKey(p,u)})}let r=(l,d)=>{l!==void 0&&(l in Xi||l in an)&&e(d(),Jp(l),u=>l in an?void 0:u.replaceText(d(),Xi[l]))};for(let[l,{topologyKey:d}]of i.entries())r(d,()=>t.at("topologySpreadConstraints",l,"topologyKey"));let{requiredDuringSchedulingIgnoredDuringExecution:o,preferredDuringSchedulingIgnoredDuringExecution:a=[]}=s.nodeAffinity??{},c=[...(o?.nodeSelectorTerms??[]).map((l,d)=>({term:l,place:()=>t.at("affinity","nodeAffinity","requiredDuringSchedulingIgnoredDuringExecution","nodeSelectorTerms",d)})),...a.map(({preference:l},d)=>({term:l,place:()=>t.at("affinity","nodeAffinity","preferredDuringSchedulingIgnoredDuringExecution",d,"preference")}))];for(let{term:l,place:d}of c)for(let[u,{key:p}]of(l?.matchExpressions??[]).entries())r(p,()=>Vt(d(),"matchExpressions",u,"key"))}}},Jp=t=>t in an?`Node label "${t}" is deprecated; nodes have "${an[t]}" in its place`:`Node label "${t}" is deprecated; "${Xi[t]}" has the same value`});var Xp,ef=v(()=>{"use strict";x();Xp={severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow API versions that the targeted Kubernetes no longer serves.",why:'The API server answers "no matches for kind": nothing is created, and an upgrade of the cluster breaks the deployment.',howToFix:"Move to the API version that the message names; its fields may differ.",references:["https://kubernetes.io/docs/reference/using-api/deprecation-guide/"],peers:{pluto:["removed"],kubent:["removed"],"kube-score":["stable-version"],"kube-linter":["no-extensions-v1beta"]},bad:[{title:"an Ingress of 1.21",yaml:f`
        apiVersion: extensions/v1beta1 # ✖ extensions/v1beta1 Ingress was removed in Kubernetes 1.22; use networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
      `}],good:[{title:"the version that is served",yaml:f`
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: web
      `}]}});var tf,nf=v(()=>{"use strict";x();tf={severity:"info",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow the same port name in two containers of a pod.",why:"A Service that names the port reaches only the first of them; the API server warns about it since 1.33.",howToFix:"Give each port of the pod a name of its own, such as `app-metrics` and `proxy-metrics`.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports"],peers:{"kube-score":["container-ports-check"]},bad:[{title:"two ports with the name metrics",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              ports:
                - name: metrics
                  containerPort: 9090
            - name: proxy
              image: example.com/proxy:1.0
              ports:
                - name: metrics # ✖ Port name "metrics" is in container "app" and in container "proxy"
                  containerPort: 9091
      `}],good:[{title:"a name for each port",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              ports:
                - name: metrics
                  containerPort: 9090
            - name: proxy
              image: example.com/proxy:1.0
              ports:
                - name: proxy-metrics
                  containerPort: 9091
      `}],visit:{podSpec(t,{report:e}){let n=new Map;for(let s of t.containers)if(s.longRunning)for(let[i,{name:r=""}]of(s.value.ports??[]).entries()){let o=n.get(r);if(!(r===""||o?.container===s))if(o===void 0)n.set(r,{container:s,index:i});else{let a=[{place:o.container.at("ports",o.index,"name"),message:"first here"}];e(s.at("ports",i,"name"),`Port name "${r}" is in container "${o.container.name}" and in container "${s.name}"`,void 0,{related:a})}}}}}});var sf,Sk,rf,xk,of=v(()=>{"use strict";x();sf=["","0.0.0.0","::"],Sk=(t,e)=>t===e||sf.includes(t)||sf.includes(e),rf={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow two containers of a pod on the same port.",why:'The containers of a pod share one network: the second program that binds the port fails with "address already in use", and its container restarts for ever.',howToFix:"Let one of the programs listen on another port, or delete the port from the container that does not listen on it.",references:["https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking"],peers:{},bad:[{title:"a sidecar on the port of the app",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              ports:
                - containerPort: 8080
            - name: proxy
              image: example.com/proxy:1.0
              ports:
                - containerPort: 8080 # ✖ Container "proxy" declares port 8080/TCP, as container "app" does
      `},{title:"a host port that two addresses share",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              ports:
                - containerPort: 8080
                  hostPort: 80
            - name: proxy
              image: example.com/proxy:1.0
              ports:
                - containerPort: 8081
                  hostPort: 80 # ✖ Container "proxy" takes host port 80/TCP, as container "app" does
                  hostIP: 10.0.0.1
      `}],good:[{title:"TCP and UDP, and an init container that is done by then",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: dns
        spec:
          initContainers:
            - name: probe
              image: example.com/probe:1.0
              ports:
                - containerPort: 53
          containers:
            - name: udp
              image: example.com/dns:1.0
              ports:
                - containerPort: 53
                  protocol: UDP
            - name: tcp
              image: example.com/dns:1.0
              ports:
                - containerPort: 53
      `}],visit:{podSpec(t,{report:e}){let n=new Map,s=new Map,i=t.value.hostNetwork===!0&&t.object.kind==="Pod";for(let r of t.containers)if(r.longRunning)for(let[o,{containerPort:a=0,protocol:c="TCP",...l}]of(r.value.ports??[]).entries()){let d={container:r,place:r.at("ports",o,"containerPort"),hostPort:l.hostPort||(i?a:0),hostIP:l.hostIP??""},u=`${a}/${c}`,p=d.hostPort===0?[]:s.get(`${d.hostPort}/${c}`)??[];d.hostPort!==0&&s.set(`${d.hostPort}/${c}`,[...p,d]);let m=n.get(u);if(m===void 0&&n.set(u,d),p.some(b=>xk(b,d)))continue;if(m!==void 0&&m.container!==r){e(d.place,`Container "${r.name}" declares port ${u}, as container "${m.container.name}" does`,void 0,{related:[{place:m.place,message:"declared here"}]});continue}let y=p.find(({hostIP:b})=>Sk(b,d.hostIP));if(y===void 0)continue;let h=r.at("ports",o,"hostPort");e(h,`Container "${r.name}" takes host port ${d.hostPort}/${c}, as container "${y.container.name}" does`,void 0,{related:[{place:y.place,message:"taken here"}]})}}}},xk=(t,e)=>t.hostIP===e.hostIP&&(t.container===e.container||t.container.role==="main"&&e.container.role==="main")});function Ck(t,e,n){if(Math.abs(t.length-e.length)>n)return n+1;let s=[],i=Array.from({length:e.length+1},(r,o)=>o);for(let r=1;r<=t.length;r++){let o=[r],a=r;for(let c=1;c<=e.length;c++){let l=t[r-1]===e[c-1],d=Math.min(i[c]+1,o[c-1]+1,i[c-1]+(l?0:1));!l&&r>1&&c>1&&t[r-1]===e[c-2]&&t[r-2]===e[c-1]&&(d=Math.min(d,s[c-2]+1)),o.push(d),d<a&&(a=d)}if(a>n)return n+1;s=i,i=o}return Math.min(i[e.length],n+1)}function Ae(t,e){let n=t.toLowerCase(),s,i=Math.ceil(n.length/3);for(let r of e){let o=Ck(n,r.toLowerCase(),i);if(!(o>i||o>=Math.max(n.length,r.length))){if(s=r,o===0)break;i=o-1}}return s}var ds=v(()=>{"use strict"});function Pk(t,e){return t===void 0||t.includes(e)||e.includes(t)?!0:Ae(e,[t])!==void 0&&t.replace(/\d/g,"")!==e.replace(/\d/g,"")}var af,cf=v(()=>{"use strict";x();ds();Ts();af={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow a Service whose selector just misses every pod.",why:"The Service exists, but has no endpoints: every connection to it is refused or times out.",howToFix:"Make the selector equal to labels of the pod template. A Service whose pods are not among the linted files is left alone.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service","https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/"],peers:{"kube-linter":["dangling-service"],"kube-score":["service-targets-pod"],kubescape:["C-0293"],popeye:["1100","1105"],kics:["Service Does Not Target Pod"],kubevious:["service-selector-ref"],monokle:["LNK001"]},crossObject:!0,bad:[{title:"a label with another value",yaml:f`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
            tier: front # ✖ Service "web" selects no pod: Deployment "web" has "tier: frontend"
          ports:
            - port: 80
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
                tier: frontend
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
      `}],good:[{title:"a Service for pods that are not here, and one without a selector",yaml:f`
        apiVersion: v1
        kind: Service
        metadata:
          name: database
        spec:
          selector:
            app: database
          ports:
            - port: 5432
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: outside
        spec:
          ports:
            - port: 80
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
      `},{title:"labels that a StatefulSet and a database give their pods while they run",yaml:f`
        apiVersion: v1
        kind: Service
        metadata:
          name: primary
        spec:
          selector:
            app: database
            role: primary
            statefulset.kubernetes.io/pod-name: database-0
          ports:
            - port: 5432
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: database
        spec:
          selector:
            matchLabels:
              app: database
          template:
            metadata:
              labels:
                app: database
            spec:
              containers:
                - name: database
                  image: example.com/database:1.0
      `}],visit:{Service(t,{index:e,report:n}){let s=Object.entries(wn(t));if(s.length===0||e.podsAnywhereOf(t).length>0)return;let i=({labels:d})=>s.filter(([u,p])=>d[u]!==p&&(u in d||!$r(u))),r=d=>{if(!As(t,d)||!kn(t.namespace,d.object.namespace))return!1;if(d.object.name===t.name)return!0;let[u,...p]=i(d);return u!==void 0&&p.length===0&&Pk(d.labels[u[0]],u[1])},o=[...e.podsNamed(t.name),...s.flatMap(([d,u])=>e.podsLabelled(d,u))].find(r),a=o===void 0?void 0:i(o)[0];if(o===void 0||a===void 0)return;let[c]=a,l=c in o.labels?`has "${c}: ${o.labels[c]}"`:`has no label "${c}"`;n(t.at("spec","selector",c),`Service "${t.name}" selects no pod: ${o.object.kind} "${o.object.name}" ${l}`,void 0,{related:[{place:o.atMetadata("labels"),message:"labels of the nearest pod"}]})}}}});function Ja(t,e,n){return t.containers.find(s=>s.longRunning&&(s.value.ports??[]).some(i=>(typeof e=="string"?i.name===e:i.containerPort===e)&&(i.protocol??"TCP")===n))}function lf(t,e){let n=new Map,s=t.containers.filter(({role:i})=>i==="main");for(let i of e.servicesOf(t)){let{ports:r=[],publishNotReadyAddresses:o}=i.value.spec??{};if(o!==!0)for(let{port:a=0,targetPort:c=a,protocol:l="TCP"}of r){let d=Ja(t,c,l)??(s.length===1&&typeof c=="number"?s[0]:void 0);d!==void 0&&!n.has(d)&&n.set(d,i)}}return n}var Qa=v(()=>{"use strict"});var df,uf=v(()=>{"use strict";x();ds();Qa();df={severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow a target port of a Service that its pods do not declare.",why:"A name that no container declares leads nowhere: the Service has no endpoints for this port, and every connection is refused.",howToFix:"Write the name of a port that a container of the pods declares, of the same protocol, or its number.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports"],peers:{popeye:["1101","1106"],kubevious:["service-selector-ref"]},fixable:"unsafe",crossObject:!0,options:{numeric:{default:!1,description:"Report numbers that no container declares, too. They work all the same: to declare a port is only information."}},bad:[{title:"a misspelt port name",yaml:f`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - port: 80
              targetPort: htpp # ✖ Target port "htpp" of Service "web" is no TCP port of Pod "web"; did you mean "http"?
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            app: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              ports:
                - name: http
                  containerPort: 8080
      `,fixed:f`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - port: 80
              targetPort: http
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            app: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              ports:
                - name: http
                  containerPort: 8080
      `}],good:[{title:"a declared name, and a number that nobody declares",yaml:f`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - name: http
              port: 80
              targetPort: http
            - name: metrics
              port: 9090
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            app: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              ports:
                - name: http
                  containerPort: 8080
      `}],visit:{Service(t,{index:e,options:n,report:s}){let i=t.value.spec?.ports??[];if(!i.some(({targetPort:a})=>typeof a=="string")&&!n.numeric)return;let r=e.podsOf(t),o=r[0];if(o!==void 0)for(let[a,{port:c=0,targetPort:l=c,protocol:d="TCP"}]of i.entries()){if(typeof l=="number"&&!n.numeric||r.some(S=>Ja(S,l,d)!==void 0))continue;let u=t.at("spec","ports",a,"targetPort"),p=r.flatMap(S=>S.containers.flatMap(({longRunning:w,value:E})=>w?E.ports??[]:[])).filter(S=>(S.protocol??"TCP")===d),m=typeof l=="string"?Ae(l,p.flatMap(({name:S})=>S??[])):void 0,y=r.length===1?"":` or of the ${r.length-1} other${r.length===2?"":"s"} that it selects`,h=`Target port ${JSON.stringify(l)} of Service "${t.name}" is no ${d} port of ${o.object.kind} "${o.object.name}"${y}`,b=[{place:o.at("containers"),message:"ports are declared here"}];s(u,m===void 0?h:`${h}; did you mean "${m}"?`,m===void 0?void 0:S=>S.replaceText(u,m),{related:b})}}}}});function Nk({registry:t,repository:e,tag:n=""}){return pf??=new Map(Ak.trim().split(`
`).map(s=>s.split(": ")).map(([s,i])=>[s,i.split(", ").map(r=>r.split(" "))])),pf.get(`${t}/${e}`.replace(Tk,""))?.find(([s])=>s==="*"||n===s||n.startsWith(s)&&/[.-]/.test(n[s.length]))?.[1]}var Ak,Tk,pf,ff,mf=v(()=>{"use strict";x();on();Ak=`
alpine: 3.9 2020-11, 3.10 2021-05, 3.11 2021-11, 3.12 2022-05, 3.13 2022-11, 3.14 2023-05, 3.15 2023-11, 3.16 2024-05, 3.17 2024-11, 3.18 2025-05, 3.19 2025-11, 3.20 2026-04
centos: * 2024-06
debian: 8 2020-06, jessie 2020-06, 9 2022-07, stretch 2022-07, 10 2024-06, buster 2024-06
elasticsearch: 5 2019-03, 6 2022-02, 7 2026-01
fedora: 35 2022-12, 36 2023-05, 37 2023-12, 38 2024-05, 39 2024-11, 40 2025-05, 41 2025-12, 42 2026-05
httpd: 2.2 2017-07
java: * 2016-12
kibana: 5 2019-03, 6 2022-02, 7 2026-01
mariadb: 5 2020-04, 10.0 2019-03, 10.1 2020-10, 10.2 2022-05, 10.3 2023-05, 10.4 2024-06, 10.5 2025-07
mongo: 3 2021-04, 4.0 2022-04, 4.2 2023-04, 4 2024-02, 5 2024-10, 6 2025-07
mysql: 5.5 2018-12, 5.6 2021-02, 5 2023-10, 8.0 2026-04
nginx: 1.14 2019-04, 1.15 2019-05, 1.16 2020-04, 1.17 2020-05, 1.18 2021-04, 1.19 2021-05, 1.20 2022-05, 1.21 2022-06, 1.22 2023-04, 1.23 2023-05, 1.24 2024-04, 1.25 2024-05, 1.26 2025-04, 1.27 2025-06, 1.28 2026-04, 1.29 2026-05
node: 4 2018-04, 6 2019-04, 8 2019-12, 10 2021-04, 11 2019-06, 12 2022-04, 13 2020-06, 14 2023-04, 15 2021-06, 16 2023-09, 17 2022-06, 18 2025-04, 19 2023-06, 20 2026-04, 21 2024-06, 23 2025-06, 25 2026-06
openjdk: 7 2022-07, 8 2022-07, 11 2022-07, 16 2022-07, 17 2022-07, 18 2022-07
php: 5 2018-12, 7.0 2019-01, 7.1 2019-12, 7.2 2020-11, 7.3 2021-12, 7 2022-11, 8.0 2023-11, 8.1 2025-12
postgres: 9 2021-11, 10 2022-11, 11 2023-11, 12 2024-11, 13 2025-11
python: 2 2020-01, 3.4 2019-03, 3.5 2020-09, 3.6 2021-12, 3.7 2023-06, 3.8 2024-10, 3.9 2025-10
redis: 3 2018-10, 4 2020-04, 5 2022-04, 6.0 2022-05, 7.0 2024-07
ruby: 2.4 2020-03, 2.5 2021-03, 2.6 2022-03, 2 2023-03, 3.0 2024-04, 3.1 2025-03, 3.2 2026-03
tomcat: 7 2021-03, 8.0 2018-06, 8 2024-03, 10.0 2022-10
ubuntu: 14.04 2019-04, trusty 2019-04, 16.04 2021-04, xenial 2021-04, 18.04 2023-05, bionic 2023-05, 20.04 2025-05, focal 2025-05, 24.10 2025-07, oracular 2025-07, 25.04 2026-01, plucky 2026-01
docker.elastic.co/elasticsearch/elasticsearch: 5 2019-03, 6 2022-02, 7 2026-01
docker.elastic.co/kibana/kibana: 5 2019-03, 6 2022-02, 7 2026-01
registry.k8s.io/ingress-nginx/controller: * 2026-03
`,Tk=/^(?:docker\.io|mirror\.gcr\.io|public\.ecr\.aws\/docker)\/library\//;ff={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow well-known images that get no more fixes.",why:"Every vulnerability that is found in it from now on stays open, in a program that is well known to attackers too.",howToFix:"Move to a release line that is maintained. podlint has a short list of common images and can be out of date: silence does not mean that an image is maintained.",references:["https://kubernetes.io/docs/concepts/containers/images/","https://endoflife.date/"],peers:{kubescape:["C-0081","C-0090","C-0091","C-0292"]},bad:[{title:"release lines that have ended",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: node:16.20-alpine # ✖ Image "node:16.20-alpine" gets no fixes since 2023-09
            - name: database
              image: mirror.gcr.io/library/mongo:4.2 # ✖ Image "mirror.gcr.io/library/mongo:4.2" gets no fixes since 2023-04
            - name: tools
              image: centos # ✖ Image "centos" gets no fixes since 2024-06
      `}],good:[{title:"maintained lines, and images that are not known",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: node:24-alpine
            - name: cache
              image: redis:6
            - name: database
              image: postgres:17.10
            - name: tools
              image: registry.example.com/library/centos:7
      `}],visit:{container(t,{report:e}){let n=t.value.image,s=n===void 0?"":Oe(n),i=typeof s=="string"?void 0:Nk(s);i!==void 0&&e(t.at("image"),`Image "${n}" gets no fixes since ${i}`)}}}});function Ok(t){let e=t.toLowerCase().split(/[-_]/);return e.some(n=>Rk.has(n))&&e.every(n=>Ek.test(n)&&!Ik.test(n))}var Rk,Ek,Ik,hf,gf=v(()=>{"use strict";x();on();Rk=new Set("canary current dev devel develop development edge head latest lts main mainline master nightly rolling snapshot stable staging trunk unstable".split(" ")),Ek=/^(?:[a-z]{2,}|(?:alpine|amd|arm|cpu|cu|cuda|debian|gpu|jdk|jre|node|py|python|ubuntu|x)[\d.]+)$/,Ik=/^[0-9a-f]{7,40}$/;hf={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow images without a tag, or with a tag that moves.",why:"What runs is what the tag pointed to when the node pulled it: two pods of one Deployment may run different code, and a rollback has nothing to go back to.",howToFix:"Name a release (`nginx:1.29.3`) or a digest (`nginx@sha256:\u2026`); a bot such as Renovate keeps either current.",references:["https://kubernetes.io/docs/concepts/containers/images/#image-names"],peers:{"kube-linter":["latest-tag"],"kube-score":["container-image-tag"],polaris:["tagNotSpecified"],trivy:["KSV-0013"],checkov:["CKV_K8S_14"],kubescape:["C-0304"],datree:["CONTAINERS_MISSING_IMAGE_VALUE_VERSION"],kyverno:["disallow-latest-tag"]},options:{allow:{default:[],description:"Tags that are fine although they move, such as `stable`."}},bad:[{title:"tags that move, and none",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          initContainers:
            - name: migrate
              image: registry.example.com:5000/migrate # ✖ Image "registry.example.com:5000/migrate" has no tag
          containers:
            - name: web
              image: nginx:latest # ✖ Image "nginx:latest" has the moving tag "latest"
            - name: proxy
              image: example.com/proxy:stable-alpine # ✖ Image "example.com/proxy:stable-alpine" has the moving tag "stable-alpine"
      `}],good:[{title:"a release, a digest, a branch with a commit or date",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: nginx:1.29.3-alpine
            - name: proxy
              image: example.com/proxy:latest@sha256:94a00394bc5a8ef503fb59db0a7d0ae9e1110866e8aee8ba40cd864cea69ea1a
            - name: worker
              image: example.com/worker:main-4f1a5b1
            - name: base
              image: debian:stable-20251117-slim
      `}],visit:{container(t,{options:e,report:n}){let s=t.value.image,i=s===void 0?"":Oe(s);typeof i=="string"||i.digest!==void 0||(i.tag===void 0?n(t.at("image"),`Image "${s}" has no tag`):Ok(i.tag)&&!e.allow.includes(i.tag)&&n(t.at("image"),`Image "${s}" has the moving tag "${i.tag}"`))}}}});function er(t){let e=t.value.metadata?.annotations??{};return e["kubernetes.io/config.source"]==="api"?!1:$k.some(n=>n in e)||Object.keys(e).some(n=>n.startsWith("kubeadm.kubernetes.io/"))||Lk.test(t.source.file)}var $k,Lk,Za=v(()=>{"use strict";$k=["kubernetes.io/config.mirror","kubernetes.io/config.source","kubernetes.io/config.hash"],Lk=/(^|\/)(etc\/kubernetes\/manifests|static-?pods?)\//});var yf,bf=v(()=>{"use strict";x();Za();yf={severity:"info",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow long-running pods that no controller owns.",why:"When its node fails or is drained, such a pod is gone for good: nothing starts it anywhere else.",howToFix:"Put the pod into the template of a Deployment; with `restartPolicy: Never` it is taken for one that is meant to end.",references:["https://kubernetes.io/docs/concepts/configuration/overview/#naked-pods-vs-replicasets-deployments-and-jobs"],peers:{kubescape:["C-0073"],datree:["K8S_INCORRECT_KIND_VALUE_POD"],popeye:["208"],clusterlint:["bare-pods"],kyverno:["prevent-bare-pods"]},longRunningOnly:!0,bad:[{title:"a server in a Pod of its own",yaml:f`
        apiVersion: v1
        kind: Pod # ✖ Pod "web" belongs to no controller
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `}],good:[{title:"a pod that runs to completion",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: debug
        spec:
          restartPolicy: Never
          containers:
            - name: shell
              image: example.com/shell:1.0
      `},{title:"a static pod",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: etcd
          namespace: kube-system
          annotations:
            kubeadm.kubernetes.io/etcd.advertise-client-urls: https://10.0.0.1:2379
        spec:
          hostNetwork: true
          containers:
            - name: etcd
              image: registry.k8s.io/etcd:3.6.0
      `}],visit:{Pod(t,{report:e}){(t.value.metadata?.ownerReferences??[]).length>0||er(t)||e(t.at("kind"),`Pod "${t.name}" belongs to no controller`)}}}});var vf,wf=v(()=>{"use strict";x();vf={severity:"info",presets:["strict"],since:"0.1.0",summary:"Disallow a single replica behind a Service.",why:"While the only pod moves to another node, crashes or is evicted, nobody answers.",howToFix:"Set `replicas` to 2 or more, or let a HorizontalPodAutoscaler choose. Strategy `Recreate` says that there may only be one, and is left alone.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#replicas"],peers:{"kube-linter":["minimum-three-replicas"],"kube-score":["deployment-replicas"],polaris:["deploymentMissingReplicas"],datree:["DEPLOYMENT_INCORRECT_REPLICAS_VALUE"],kubevious:["replica-count-check"],gatekeeper:["replicalimits"],kyverno:["require-deployments-have-multiple-replicas"],popeye:["1109"]},crossObject:!0,bad:[{title:"a Service with one pod behind it",yaml:f`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - port: 80
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 1 # ✖ Deployment "web" has one replica behind Service "web"
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
      `}],good:[{title:"an autoscaler in charge",yaml:f`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - port: 80
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 5
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
      `},{title:"a worker that no Service needs",yaml:f`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          selector:
            matchLabels:
              app: worker
          template:
            metadata:
              labels:
                app: worker
            spec:
              containers:
                - name: worker
                  image: example.com/worker:1.0
      `}],visit:{Deployment(t,{index:e,report:n}){let{pod:s}=t,{replicas:i=1,strategy:r}=t.value.spec??{};if(s===void 0||i!==1||r?.type==="Recreate"||e.isAutoscaled(t))return;let o=e.servicesOf(s)[0];o!==void 0&&n(t.at("spec","replicas"),`Deployment "${t.name}" has one replica behind Service "${o.name}"`)}}}});var kf,Sf=v(()=>{"use strict";x();Za();kf={severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow references to API objects in static pods.",why:"A kubelet runs a static pod from a file, without the API server: such references never resolve, and since Kubernetes 1.34 the kubelet refuses the pod.",howToFix:"Mount files of the node with `hostPath`, or write the value into the manifest. What needs a ConfigMap or a Secret is better run by a DaemonSet.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/"],peers:{},bad:[{title:"a static pod that mounts a Secret",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: etcd
          namespace: kube-system
          annotations:
            kubeadm.kubernetes.io/etcd.advertise-client-urls: https://10.0.0.1:2379
        spec:
          containers:
            - name: etcd
              image: registry.k8s.io/etcd:3.6.0
              envFrom:
                - configMapRef:
                    name: etcd # ✖ Static pod "etcd" refers to ConfigMap "etcd"
              volumeMounts:
                - name: certs
                  mountPath: /certs
          volumes:
            - name: certs
              secret:
                secretName: etcd-certs # ✖ Static pod "etcd" refers to Secret "etcd-certs"
      `}],good:[{title:"a static pod with files of its node; another pod with a Secret",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: etcd
          namespace: kube-system
          annotations:
            kubeadm.kubernetes.io/etcd.advertise-client-urls: https://10.0.0.1:2379
        spec:
          priorityClassName: system-node-critical
          containers:
            - name: etcd
              image: registry.k8s.io/etcd:3.6.0
          volumes:
            - name: certs
              hostPath:
                path: /etc/kubernetes/pki
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
          volumes:
            - name: certs
              secret:
                secretName: web
      `}],visit:{Pod(t,{report:e}){let{pod:n}=t;if(n===void 0||!er(t))return;let s=(i,r,o)=>{r!==void 0&&r!==""&&e(o,`Static pod "${t.name}" refers to ${i} "${r}"`)};s("ServiceAccount",n.value.serviceAccountName,n.at("serviceAccountName"));for(let[i,{name:r}]of(n.value.imagePullSecrets??[]).entries())s("Secret",r,n.at("imagePullSecrets",i,"name"));for(let[i,{configMap:r,secret:o,persistentVolumeClaim:a,projected:c}]of(n.value.volumes??[]).entries()){s("ConfigMap",r?.name,n.at("volumes",i,"configMap","name")),s("Secret",o?.secretName,n.at("volumes",i,"secret","secretName")),s("PersistentVolumeClaim",a?.claimName,n.at("volumes",i,"persistentVolumeClaim","claimName"));for(let[l,d]of(c?.sources??[]).entries())s("ConfigMap",d.configMap?.name,n.at("volumes",i,"projected","sources",l,"configMap")),s("Secret",d.secret?.name,n.at("volumes",i,"projected","sources",l,"secret"))}for(let i of n.containers){for(let[r,{configMapRef:o,secretRef:a}]of(i.value.envFrom??[]).entries())s("ConfigMap",o?.name,i.at("envFrom",r,"configMapRef","name")),s("Secret",a?.name,i.at("envFrom",r,"secretRef","name"));for(let[r,{valueFrom:o}]of(i.value.env??[]).entries())s("ConfigMap",o?.configMapKeyRef?.name,i.at("env",r,"valueFrom","configMapKeyRef","name")),s("Secret",o?.secretKeyRef?.name,i.at("env",r,"valueFrom","secretKeyRef","name"))}}}}});var xf,Cf=v(()=>{"use strict";x();xf={severity:"info",presets:["recommended","strict"],since:"0.1.0",summary:"Require a liveness probe for containers that run for long.",why:"A program that hangs without exiting stays broken until somebody restarts it by hand.",howToFix:"Add a `livenessProbe` that fails only when a restart helps: not when a database is away. A crash alone needs no probe, the container restarts anyway.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],peers:{"kube-linter":["no-liveness-probe"],"kube-score":["pod-probes"],polaris:["livenessProbeMissing"],checkov:["CKV_K8S_8"],kubescape:["C-0056"],popeye:["102","103"],datree:["CONTAINERS_MISSING_LIVENESSPROBE_KEY"],gatekeeper:["requiredprobes"],kyverno:["require-probes"]},longRunningOnly:!0,bad:[{title:"a server without a liveness probe",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app # ✖ Container "app" has no liveness probe
              image: example.com/app:1.0
      `}],good:[{title:"a liveness probe; an init container that runs to completion",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          initContainers:
            - name: migrate
              image: example.com/app:1.0
          containers:
            - name: app
              image: example.com/app:1.0
              livenessProbe:
                httpGet:
                  path: /healthz
                  port: 8080
      `},{title:"a pod that runs to completion",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: task
        spec:
          restartPolicy: OnFailure
          containers:
            - name: task
              image: example.com/task:1.0
      `}],visit:{container(t,{report:e}){!t.longRunning||t.value.livenessProbe!==void 0||e(t.at("livenessProbe"),`Container "${t.name}" has no liveness probe`)}}}});var Pf,Af=v(()=>{"use strict";x();Ts();Ye();Pf={severity:"info",presets:["strict"],since:"0.1.0",summary:"Require a PodDisruptionBudget for workloads with several replicas.",why:"Without a budget, draining nodes for an upgrade may evict all replicas at once.",howToFix:"Add a PodDisruptionBudget whose selector matches the pods, with `maxUnavailable: 1` for a start.",references:["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],peers:{"kube-score":["deployment-has-poddisruptionbudget","statefulset-has-poddisruptionbudget"],polaris:["missingPodDisruptionBudget"],popeye:["206"],kics:["Deployment Without PodDisruptionBudget","StatefulSet Without PodDisruptionBudget"],kyverno:["require-pdb"]},crossObject:!0,bad:[{title:"three replicas that may all be evicted together",yaml:f`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web # ✖ Deployment "web" has 3 replicas and no PodDisruptionBudget
        spec:
          replicas: 3
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
      `}],good:[{title:"with a budget",yaml:f`
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: web
        spec:
          maxUnavailable: 1
          selector:
            matchLabels:
              app: web
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 3
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
      `}],visit:{podSpec({object:t,labels:e},{index:n,report:s}){let i=t.at("metadata","name");if(!t.is("Deployment")&&!t.is("StatefulSet"))return;let r=t.value.spec?.replicas??1;if(r<2)return;n.ofKind("PodDisruptionBudget").some(a=>kn(a.namespace,t.namespace)&&le(a.value.spec?.selector,e)===!0)||s(i,`${t.kind} "${t.name}" has ${r} replicas and no PodDisruptionBudget`)}}}});var Tf,Nf=v(()=>{"use strict";x();Qa();Tf={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Require a readiness probe for containers that a Service sends traffic to.",why:"Without it a pod gets requests as soon as its process starts, so every rollout answers some of them with errors.",howToFix:"Add a `readinessProbe` that asks the port of the Service. One container of the pod with such a probe is enough: the pod is ready when all of its probes say so.",references:["https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe"],peers:{"kube-linter":["no-readiness-probe"],"kube-score":["pod-probes"],polaris:["readinessProbeMissing"],checkov:["CKV_K8S_9"],kubescape:["C-0018"],popeye:["102","104"],datree:["CONTAINERS_MISSING_READINESSPROBE_KEY"],gatekeeper:["requiredprobes"],kyverno:["require-probes"]},crossObject:!0,longRunningOnly:!0,options:{everyPort:{default:!1,description:"Also ask for containers with a port that no Service of the run sends traffic to."}},bad:[{title:"a Service in front of a container without a readiness probe",yaml:f`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - port: 80
              targetPort: 8080
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app # ✖ Container "app" gets traffic from Service "web" and has no readiness probe
                  image: example.com/app:1.0
                  ports:
                    - containerPort: 8080
      `}],good:[{title:"a readiness probe, and a worker that nobody talks to",yaml:f`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - port: 80
              targetPort: http
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            app: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              ports:
                - name: http
                  containerPort: 8080
              readinessProbe:
                httpGet:
                  path: /ready
                  port: http
            - name: logs
              image: example.com/logs:1.0
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
          labels:
            app: worker
        spec:
          containers:
            - name: worker
              image: example.com/worker:1.0
      `}],visit:{podSpec(t,{index:e,options:n,report:s}){if(t.containers.some(({value:r})=>r.readinessProbe!==void 0))return;let i=lf(t,e);for(let r of t.containers){let o=i.get(r);if(o!==void 0){let a=[{place:o.at("metadata","name"),message:"sends the traffic"}];s(r.at("readinessProbe"),`Container "${r.name}" gets traffic from Service "${o.name}" and has no readiness probe`,void 0,{related:a})}else n.everyPort&&r.longRunning&&(r.value.ports??[]).length>0&&s(r.at("readinessProbe"),`Container "${r.name}" has a port and no readiness probe`)}}}}});function Rf(t){if(t==="latest"||t==="master")return Xa;let e=/^v?(1\.\d+)(?:\.\d+(?:[-+][\w.+-]+)?)?$/.exec(t)?.[1];return Te.find(n=>n===e)}var Te,Xa,us=v(()=>{"use strict";Te=["1.28","1.29","1.30","1.31","1.32","1.33","1.34","1.35","1.36","1.37"],Xa="1.37"});function ec({value:t,pod:e},n,s){return t.resources?.limits?.[n]!==void 0||Ef(s)&&e.value.resources?.limits?.[n]!==void 0}function tr(t,e,n){let{value:s,pod:i}=t;return s.resources?.requests?.[e]!==void 0||ec(t,e,n)?!0:Ef(n)&&i.value.resources?.requests?.[e]!==void 0}var Ef,nr=v(()=>{"use strict";us();Ef=t=>Te.findIndex(e=>e===t[0])>=Te.indexOf("1.34")});var If,Of=v(()=>{"use strict";x();nr();If={severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require a CPU request on every container that stays.",why:"When the node is busy the container gets next to no CPU time, and an autoscaler that scales on CPU use has nothing to compare with.",howToFix:"Set `resources.requests.cpu` to what the program needs under usual load, such as `50m`. A CPU limit is not needed.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{"kube-linter":["unset-cpu-requirements"],"kube-score":["container-resources"],polaris:["cpuRequestsMissing"],trivy:["KSV-0015"],checkov:["CKV_K8S_10"],kubescape:["C-0050","C-0268"],kubesec:["RequestsCPU"],datree:["CONTAINERS_MISSING_CPU_REQUEST_KEY"],kyverno:["require-pod-requests-limits","require-qos-burstable"]},bad:[{title:"memory only",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources: # ✖ Container "app" sets no CPU request
                limits:
                  memory: 128Mi
      `}],good:[{title:"a request; init containers may do without",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          initContainers:
            - name: migrate
              image: example.com/migrate:1.0
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                requests:
                  cpu: 50m
      `},{title:"a request for the pod as a whole (since Kubernetes 1.34)",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          resources:
            requests:
              cpu: 100m
          containers:
            - name: app
              image: example.com/app:1.0
      `}],visit:{container(t,{kubernetesVersions:e,report:n}){!t.longRunning||t.partial||t.pod.hook||tr(t,"cpu",e)||n(t.at("resources","requests"),`Container "${t.name}" sets no CPU request`)}}}});var $f,Lf=v(()=>{"use strict";x();nr();$f={severity:"info",presets:["recommended","strict"],since:"0.1.0",summary:"Require a memory limit on every container that stays.",why:"A leak in it takes the memory of the whole node, and the kernel then kills whichever program it likes, often one that is innocent.",howToFix:"Set `resources.limits.memory` a little above the most that the program has ever used. Where a LimitRange of the namespace does that, switch this rule off.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{"kube-linter":["unset-memory-requirements"],"kube-score":["container-resources"],polaris:["memoryLimitsMissing"],trivy:["KSV-0018"],checkov:["CKV_K8S_13"],kubescape:["C-0004","C-0009","C-0271"],kubesec:["LimitsMemory"],datree:["CONTAINERS_MISSING_MEMORY_LIMIT_KEY"],kyverno:["require-pod-requests-limits"]},bad:[{title:"only a request",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources: # ✖ Container "app" sets no memory limit
                requests:
                  memory: 64Mi
      `}],good:[{title:"a limit; init containers may do without",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          initContainers:
            - name: migrate
              image: example.com/migrate:1.0
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                limits:
                  memory: 128Mi
      `},{title:"a limit for the pod as a whole (since Kubernetes 1.34)",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          resources:
            limits:
              memory: 256Mi
          containers:
            - name: app
              image: example.com/app:1.0
      `}],visit:{container(t,{kubernetesVersions:e,report:n}){!t.longRunning||t.partial||t.pod.hook||ec(t,"memory",e)||n(t.at("resources","limits"),`Container "${t.name}" sets no memory limit`)}}}});var qf,Mf=v(()=>{"use strict";x();nr();qf={severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require a memory request on every container that stays.",why:"The scheduler takes it for a container that needs none, packs the node too full, and under memory pressure such pods are the first to be evicted.",howToFix:"Set `resources.requests.memory` to what the program usually needs; a limit alone counts as a request of the same size.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{"kube-score":["container-resources"],polaris:["memoryRequestsMissing"],trivy:["KSV-0016"],checkov:["CKV_K8S_12"],kubescape:["C-0004","C-0269"],kubesec:["RequestsMemory"],datree:["CONTAINERS_MISSING_MEMORY_REQUEST_KEY"],kyverno:["require-pod-requests-limits"]},bad:[{title:"a request for CPU only",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                requests: # ✖ Container "app" sets no memory request
                  cpu: 50m
      `}],good:[{title:"a request; init containers may do without",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          initContainers:
            - name: migrate
              image: example.com/migrate:1.0
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                requests:
                  memory: 64Mi
      `},{title:"a limit, which is the request too",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                limits:
                  memory: 128Mi
      `}],visit:{container(t,{kubernetesVersions:e,report:n}){!t.longRunning||t.partial||t.pod.hook||tr(t,"memory",e)||n(t.at("resources","requests"),`Container "${t.name}" sets no memory request`)}}}});function ut({value:t,pod:e},n){return t.securityContext?.[n]??e.value.securityContext?.[n]}function ps({value:t,pod:e,at:n},s){return t.securityContext?.[s]!==void 0||e.value.securityContext?.[s]===void 0?n("securityContext",s):e.at("securityContext",s)}var ge,sr,ir,pt=v(()=>{"use strict";us();ge=({value:t})=>t.os?.name==="windows"||t.nodeSelector?.["kubernetes.io/os"]==="windows",sr=({value:t},e)=>t.hostUsers===!1&&Te.findIndex(n=>n===e[0])>=Te.indexOf("1.35"),ir=({value:t})=>t.securityContext?.privileged===!0||(t.securityContext?.capabilities?.add??[]).some(e=>/^(CAP_)?SYS_ADMIN$/.test(e))});var qk,Df,_f=v(()=>{"use strict";x();pt();qk=new Set("AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT".split(" ")),Df={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow capabilities beyond those that the baseline of the Pod Security Standards allows.",why:"Most of them reach out of the container: SYS_ADMIN and ALL are as good as root on the node, NET_ADMIN and NET_RAW let it rewrite or forge network traffic.",howToFix:"Delete what the program does not need. For a port below 1024, NET_BIND_SERVICE is enough.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline","https://man7.org/linux/man-pages/man7/capabilities.7.html"],peers:{polaris:["dangerousCapabilities"],trivy:["KSV-0005","KSV-0022","KSV-0120"],checkov:["CKV_K8S_25","CKV_K8S_39"],kubescape:["C-0046"],kubesec:["CapSysAdmin"],"pod-security-admission":["capabilities_baseline"],datree:["CONTAINERS_INVALID_CAPABILITIES_VALUE"],kyverno:["disallow-capabilities"]},options:{allow:{default:[],description:"Capabilities that may be added all the same, without `CAP_`: `IPC_LOCK`."}},fixable:"unsafe",bad:[{title:"more than the baseline",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                capabilities:
                  add:
                    - NET_BIND_SERVICE
                    - CAP_NET_ADMIN # ✖ Container "app" adds the capability "CAP_NET_ADMIN"
                    - ALL # ✖ Container "app" adds the capability "ALL"
      `,fixed:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                capabilities:
                  add:
                    - NET_BIND_SERVICE
      `}],good:[{title:"what runtimes give anyway",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                capabilities:
                  drop: [ALL]
                  add: [NET_BIND_SERVICE, CHOWN]
      `},{title:"a privileged container, which has them all: another rule reports it",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                privileged: true
                capabilities:
                  add: [SYS_ADMIN]
      `}],visit:{container(t,{options:e,report:n}){let{securityContext:s}=t.value,i=s?.capabilities?.add??[];if(!(s?.privileged===!0||ge(t.pod)))for(let[r,o]of i.entries()){let a=o.replace(/^CAP_/,"");if(a===""||qk.has(a)||e.allow.includes(a))continue;let c=t.at("securityContext","capabilities","add",r);n(c,`Container "${t.name}" adds the capability "${o}"`,l=>i.length>1?l.removeItem(c):void 0)}}}}});var Ff,Vf=v(()=>{"use strict";x();Ff={severity:"warning",presets:["strict"],since:"0.1.0",summary:'Disallow pods that carry the token of the service account "default".',why:"All pods of a namespace share that account, so a permission that one of them is given is given to all, and to whoever breaks into any.",howToFix:"Set `automountServiceAccountToken: false` when the program does not talk to the API server; else give it a ServiceAccount of its own.",references:["https://kubernetes.io/docs/concepts/security/service-accounts/","https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/"],peers:{"kube-linter":["default-service-account"],kubesec:["ServiceAccountName"],popeye:["300","308"],kyverno:["restrict-service-account"]},crossObject:!0,bad:[{title:"no service account named",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec: # ✖ The pod carries the token of service account "default"
          containers:
            - name: app
              image: example.com/app:1.0
      `}],good:[{title:"an account of its own",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          serviceAccountName: web
          containers:
            - name: app
              image: example.com/app:1.0
      `},{title:"no token, by the pod or by the account",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          automountServiceAccountToken: false
          containers:
            - name: app
              image: example.com/app:1.0
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: api
          namespace: shop
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: default
          namespace: shop
        automountServiceAccountToken: false
      `}],visit:{podSpec(t,{index:e,report:n}){let{value:s,object:i}=t;if((s.serviceAccountName??s.serviceAccount??"default")!=="default"||t.containers.every(o=>o.partial))return;(s.automountServiceAccountToken??e.find("ServiceAccount",i.namespace,"default")?.value.automountServiceAccountToken??!0)&&n(t.at("serviceAccountName"),'The pod carries the token of service account "default"')}}}});var Mk,Kf,jf=v(()=>{"use strict";x();Mk={hostNetwork:"network",hostPID:"processes",hostIPC:"inter-process communication"},Kf={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow pods in the node's network, process or IPC namespace.",why:"With `hostNetwork` a pod hears the traffic of the node and stands outside every NetworkPolicy; with `hostPID` it sees the environment of all processes, secrets included.",howToFix:"Delete the field. An agent that is there to watch or wire up the node needs it: say so with a podlint-ignore comment.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline"],peers:{"kube-linter":["host-ipc","host-network","host-pid"],polaris:["hostIPCSet","hostNetworkSet","hostPIDSet"],trivy:["KSV-0008","KSV-0009","KSV-0010"],checkov:["CKV_K8S_17","CKV_K8S_18","CKV_K8S_19"],kubescape:["C-0038","C-0041","C-0275","C-0276"],kubesec:["HostIPC","HostNetwork","HostPID"],"pod-security-admission":["hostNamespaces"],datree:["CONTAINERS_INCORRECT_HOSTIPC_VALUE_TRUE","CONTAINERS_INCORRECT_HOSTNETWORK_VALUE_TRUE","CONTAINERS_INCORRECT_HOSTPID_VALUE_TRUE"],kyverno:["disallow-host-namespaces"]},options:{allow:{default:[],description:"Fields that are fine: `hostNetwork`, `hostPID`, `hostIPC`."}},fixable:"unsafe",bad:[{title:"two namespaces of the node",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostNetwork: true # ✖ "hostNetwork" shares the node's network with the pod
          hostPID: true # ✖ "hostPID" shares the node's processes with the pod
          containers:
            - name: app
              image: example.com/app:1.0
      `,fixed:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `}],good:[{title:"namespaces that its own containers share",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostNetwork: false
          shareProcessNamespace: true
          containers:
            - name: app
              image: example.com/app:1.0
      `}],visit:{podSpec(t,{options:e,report:n}){for(let[s,i]of Object.entries(Mk)){if(t.value[s]!==!0||e.allow.includes(s))continue;let r=t.at(s);n(r,`"${s}" shares the node's ${i} with the pod`,o=>o.removeField(r))}}}}});var Bf,Uf=v(()=>{"use strict";x();Bf={severity:"warning",presets:["strict"],since:"0.1.0",summary:"Disallow volumes that are directories of the node.",why:"The pod depends on what lies on that node and is bound to it, and what it may read or write there is the node's, not its own.",howToFix:"Use an `emptyDir` for scratch space, a PersistentVolumeClaim for data, a ConfigMap or Secret for files.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{polaris:["hostPathSet"],trivy:["KSV-0023"],kubescape:["C-0048"],"pod-security-admission":["hostPathVolumes","restrictedVolumes"],datree:["CONTAINERS_INCORRECT_KEY_HOSTPATH"],kyverno:["disallow-host-path"]},options:{allow:{default:[],description:"Directories that may be used, with all that is in them: `/var/log`."}},bad:[{title:"data on the node",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
          volumes:
            - name: data
              hostPath:
                path: /srv/data # ✖ Volume "data" is "/srv/data" of the node
      `}],good:[{title:"scratch space",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
          volumes:
            - name: data
              emptyDir: {}
      `}],visit:{podSpec(t,{options:e,report:n}){for(let[s,{name:i,hostPath:r}]of(t.value.volumes??[]).entries()){let o=r?.path;o===void 0||e.allow.some(a=>`${o}/`.startsWith(a.endsWith("/")?a:`${a}/`))||n(t.at("volumes",s,"hostPath","path"),`Volume "${i}" is "${o}" of the node`)}}}}});var Wf,Gf=v(()=>{"use strict";x();pt();Wf={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow `allowPrivilegeEscalation: true`.",why:"A program in it can become root through any setuid file of the image, whichever user it starts as.",howToFix:"Write `allowPrivilegeEscalation: false`. Hardly a program needs it; `sudo` and `ping` in old images do.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["privilege-escalation-container"],polaris:["privilegeEscalationAllowed"],trivy:["KSV-0001"],checkov:["CKV_K8S_20"],kubescape:["C-0016","C-0211"],kubesec:["AllowPrivilegeEscalation"],"pod-security-admission":["allowPrivilegeEscalation"],datree:["CONTAINERS_MISSING_KEY_ALLOWPRIVILEGEESCALATION"],kyverno:["disallow-privilege-escalation"]},fixable:"unsafe",bad:[{title:"escalation that is allowed in so many words",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                allowPrivilegeEscalation: true # ✖ Container "app" allows privilege escalation
      `,fixed:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                allowPrivilegeEscalation: false
      `}],good:[{title:"not allowed, and a privileged container, which has another rule",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                allowPrivilegeEscalation: false
            - name: agent
              image: example.com/agent:1.0
              securityContext:
                privileged: true
                allowPrivilegeEscalation: true
      `}],visit:{container(t,{report:e}){if(t.value.securityContext?.allowPrivilegeEscalation!==!0||ir(t)||ge(t.pod))return;let n=t.at("securityContext","allowPrivilegeEscalation");e(n,`Container "${t.name}" allows privilege escalation`,s=>s.replaceValue(n,"false"))}}}});var zf,Yf=v(()=>{"use strict";x();zf={severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow privileged containers.",why:"A privileged container sees every device of its node and runs without the usual confinement, so breaking out of it takes one command.",howToFix:"Delete `privileged` and add only the capabilities that the program needs.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline"],peers:{"kube-linter":["privileged-container"],trivy:["KSV-0017"],checkov:["CKV_K8S_16"],kubescape:["C-0057"],polaris:["runAsPrivileged"],datree:["CONTAINERS_INCORRECT_PRIVILEGED_VALUE_TRUE"]},fixable:"unsafe",bad:[{title:"a privileged container",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                privileged: true # ✖ Container "app" is privileged
      `,fixed:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                privileged: false
      `}],good:[{title:"one added capability",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                capabilities:
                  add: [NET_BIND_SERVICE]
      `}],visit:{container(t,{report:e}){if(t.value.securityContext?.privileged!==!0)return;let n=t.at("securityContext","privileged");e(n,`Container "${t.name}" is privileged`,s=>s.replaceValue(n,"false"))}}}});function _k(t){let e=Oe(t);if(typeof e=="string")return;let n=`${e.registry}/${e.repository}`;return n.startsWith(Hf.prefix)?/^\d/.test(e.tag??"")&&e.digest===void 0?Hf:void 0:Dk.find(({prefix:s})=>s.endsWith("/")?n.startsWith(s):n===s)}var Dk,Hf,Jf,Qf=v(()=>{"use strict";x();on();Dk=[{prefix:"k8s.gcr.io/",fate:"is frozen since 2023-04; registry.k8s.io has the same images",mirror:"registry.k8s.io/"},{prefix:"gcr.io/google-containers/",fate:"gets no updates; Kubernetes publishes to registry.k8s.io"},{prefix:"gcr.io/google_containers/",fate:"gets no updates; Kubernetes publishes to registry.k8s.io"},{prefix:"gcr.io/kubebuilder/",fate:"is closed since 2025-03; kube-rbac-proxy is in quay.io/brancz"},{prefix:"docker.pkg.github.com/",fate:"is replaced by ghcr.io"},{prefix:"docker.io/bitnamilegacy/",fate:"gets no updates since 2025-09"},{prefix:"quay.io/coreos/configmap-reload",fate:"is replaced by ghcr.io/jimmidyson/configmap-reload"},{prefix:"quay.io/coreos/flannel",fate:"is replaced by ghcr.io/flannel-io/flannel"},{prefix:"quay.io/coreos/kube-rbac-proxy",fate:"is replaced by quay.io/brancz/kube-rbac-proxy"},{prefix:"quay.io/coreos/kube-state-metrics",fate:"is replaced by registry.k8s.io/kube-state-metrics/kube-state-metrics"},{prefix:"quay.io/coreos/prometheus-operator",fate:"is replaced by quay.io/prometheus-operator/prometheus-operator"},{prefix:"quay.io/kubernetes-ingress-controller/nginx-ingress-controller",fate:"is replaced by registry.k8s.io/ingress-nginx/controller"}],Hf={prefix:"docker.io/bitnami/",fate:"has no versioned images since 2025-09; docker.io/bitnamilegacy keeps the last ones without updates"};Jf={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow images from registries that are frozen or closed.",why:"Nothing new is published there, fixes for vulnerabilities least of all, and one day the pull fails: on the next node that the pod moves to.",howToFix:"Pull from the registry that the message names, or copy the image to one of your own.",references:["https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/","https://github.com/bitnami/containers/issues/83267"],peers:{kubescape:["C-0253"],kyverno:["restrict-deprecated-registry"],clusterlint:["docker-pkg-github-com-registry"]},fixable:"safe",bad:[{title:"the former registry of Kubernetes",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: metrics
        spec:
          containers:
            - name: metrics
              image: "k8s.gcr.io/metrics-server/metrics-server:v0.6.1" # ✖ "k8s.gcr.io" is frozen since 2023-04; registry.k8s.io has the same images
      `,fixed:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: metrics
        spec:
          containers:
            - name: metrics
              image: "registry.k8s.io/metrics-server/metrics-server:v0.6.1"
      `},{title:"a version from Bitnami",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: cache
        spec:
          containers:
            - name: cache
              image: bitnami/redis:7.2.4 # ✖ "docker.io/bitnami" has no versioned images since 2025-09; docker.io/bitnamilegacy keeps the last ones without updates
      `}],good:[{title:"its successor, and a mirror of one",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: metrics
        spec:
          containers:
            - name: metrics
              image: registry.k8s.io/metrics-server/metrics-server:v0.8.0
            - name: cache
              image: mirror.example.com/bitnami/redis:7.2.4
      `}],visit:{container(t,{report:e}){let n=t.value.image,s=n===void 0?void 0:_k(n);if(s===void 0)return;let{prefix:i,fate:r,mirror:o}=s,a=t.at("image");e(a,`"${i.replace(/\/$/,"")}" ${r}`,c=>o===void 0?void 0:c.replaceValue(a,a.tape.source(a.node).replace(i,o)))}}}});var Zf,Xf=v(()=>{"use strict";x();pt();Zf={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow `runAsUser: 0`.",why:"User 0 in the container is user 0 on the node: a mounted host file or a kernel bug is all that it takes to own it.",howToFix:"Give the number of the user that the image is made for. What only root can do at the start belongs into an init container, or into `fsGroup` when it is about a volume.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["run-as-non-root"],trivy:["KSV-0105"],"pod-security-admission":["runAsUser"],kyverno:["require-run-as-non-root-user"]},bad:[{title:"root for one container",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            runAsUser: 1000
          containers:
            - name: app
              image: example.com/app:1.0
            - name: agent
              image: example.com/agent:1.0
              securityContext:
                runAsUser: 0 # ✖ Container "agent" runs as root
      `},{title:"a container that can never start",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            runAsNonRoot: true
            runAsUser: 0 # ✖ Container "app" runs as root, which its "runAsNonRoot" forbids: it cannot start
          containers:
            - name: app
              image: example.com/app:1.0
      `}],good:[{title:"root for an init container that prepares a volume",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          initContainers:
            - name: own-volume
              image: example.com/setup:1.0
              securityContext:
                runAsUser: 0
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                runAsUser: 1000
      `},{title:"a user namespace: root in the pod is nobody on the node",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostUsers: false
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                runAsUser: 0
      `}],visit:{container(t,{kubernetesVersions:e,report:n}){Number(ut(t,"runAsUser")??-1)===0&&(ut(t,"runAsNonRoot")===!0?n(ps(t,"runAsUser"),`Container "${t.name}" runs as root, which its "runAsNonRoot" forbids: it cannot start`):t.role!=="init"&&t.value.securityContext?.privileged!==!0&&!sr(t.pod,e)&&n(ps(t,"runAsUser"),`Container "${t.name}" runs as root`))}}}});function rr(t){let e=[];for(let[n,s]of(t.value.volumes??[]).entries()){let i=s.hostPath?.path;if(i===void 0)continue;let r=t.containers.flatMap(o=>(o.value.volumeMounts??[]).filter(a=>a.name===s.name));r.length!==0&&e.push({path:em.posix.resolve("/",i),writable:r.some(o=>o.readOnly!==!0),place:t.at("volumes",n,"hostPath","path")})}return e}var em,tc=v(()=>{"use strict";em=require("node:path")});var Fk,tm,nm=v(()=>{"use strict";x();tc();Fk=/\/(?:docker|containerd|crio|cri-dockerd|podman|dockershim|frakti)\.sock$|^(?:\/var)?\/run\/(?:containerd|crio|docker|podman|k3s|k3s\/containerd|k0s)$/,tm={severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow mounts of the container runtime's socket.",why:"Whoever can talk to the runtime can start a privileged container that mounts the whole node: it is root access, whatever else the pod forbids, and read-only does not help.",howToFix:"Build images with a tool that needs no runtime (BuildKit rootless, Kaniko, Buildah); read metrics and logs from the kubelet.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{"kube-linter":["docker-sock"],trivy:["KSV-0006"],checkov:["CKV_K8S_27"],kubescape:["C-0074"],kubesec:["DockerSock"],datree:["CONTAINERS_INCORRECT_PATH_VALUE_DOCKERSOCKET"],kyverno:["disallow-cri-sock-mount","docker-socket-requires-label"],semgrep:["exposing-docker-socket-hostpath"]},bad:[{title:"Docker's socket, and the directory of containerd's",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: builder
        spec:
          containers:
            - name: builder
              image: example.com/builder:1.0
              volumeMounts:
                - name: docker
                  mountPath: /var/run/docker.sock
                - name: containerd
                  mountPath: /run/containerd
                  readOnly: true
          volumes:
            - name: docker
              hostPath:
                path: /var/run/docker.sock # ✖ "/var/run/docker.sock" of the node is mounted: it gives root access to the node
            - name: containerd
              hostPath:
                path: /run/containerd # ✖ "/run/containerd" of the node is mounted: it gives root access to the node
      `}],good:[{title:"the socket of another program",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: builder
        spec:
          containers:
            - name: builder
              image: example.com/builder:1.0
              volumeMounts:
                - name: spire
                  mountPath: /run/spire/sockets
          volumes:
            - name: spire
              hostPath:
                path: /run/spire/sockets
      `}],visit:{podSpec(t,{report:e}){for(let{path:n,place:s}of rr(t))Fk.test(n)&&e(s,`"${n}" of the node is mounted: it gives root access to the node`)}}}});function cn(t,e){let n=Vk.exec(t);if(n!==null&&!rm.test(n[0].replace(/^-----BEGIN [A-Z0-9 ]+-----/,"").trim()))return im[n.findIndex((i,r)=>r>0&&i!==void 0)-1][0];if(Kk.test(e.toLowerCase().replace(/[^a-z]/g,""))&&sm(t))return"a secret";let s=/^[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{0,100}:([^\s/@]{16,200})@/.exec(t);return s!==null&&sm(s[1])?"a password":void 0}function sm(t){return t.length<16||t.length>500||rm.test(t)||t.split(/[^A-Za-z0-9]+/).every(n=>/^(?:[A-Za-z]*\d*|\d+[A-Za-z]{0,2})$/.test(n))?!1:jk(t)>=(/^[0-9a-f-]+$/i.test(t)?3:3.5)}function jk(t){let e=new Map;for(let s of t)e.set(s,(e.get(s)??0)+1);let n=0;for(let s of e.values())n-=s/t.length*Math.log2(s/t.length);return n}var im,Vk,Kk,rm,nc=v(()=>{"use strict";im=[["a private key",/-----BEGIN (?:[A-Z0-9]{1,10} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:\s|\\n)*[A-Za-z0-9+/=]{40}/],["an AWS access key",/\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/],["a GitHub token",/\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{82})/],["a GitLab token",/\bgl(?:pat|dt|rt)-[\w-]{20}/],["a Slack token",/\bxox[abeprs]-\d[\w-]{20}/],["a Slack webhook",/\bhooks\.slack\.com\/services\/T[A-Z0-9]{8,12}\/B[A-Z0-9]{8,12}\/[A-Za-z0-9]{20}/],["a Google API key",/\bAIza[\w-]{35}(?![\w-])/],["a Stripe key",/\b[rs]k_live_[A-Za-z0-9]{24}/],["an OpenAI key",/\bsk-(?:(?:proj|svcacct)-[\w-]{40}|[A-Za-z0-9]{20}T3BlbkFJ)/],["an Anthropic key",/\bsk-ant-[\w-]{40}/],["an npm token",/\bnpm_[A-Za-z0-9]{36}\b/],["a PyPI token",/\bpypi-AgEIcHlwaS5vcmc[\w-]{50}/],["a SendGrid key",/\bSG\.[\w-]{22}\.[\w-]{43}/],["a Hugging Face token",/\bhf_[A-Za-z]{34}\b/],["a DigitalOcean token",/\bdo[opr]_v1_[a-f0-9]{64}/],["a Vault token",/\bhv[bs]\.[\w-]{24}/],["a JSON web token",/\beyJ[\w-]{10,1000}\.eyJ[\w-]{10,4000}\.[\w-]{20}/]],Vk=new RegExp(im.map(([,t])=>`(${t.source})`).join("|")),Kk=/(?:password|passwd|passphrase|pwd|secret|token|credentials?|(?:access|api|auth|encryption|private|secret|signing)key)$/,rm=/example|change.?me|replace|placeholder|dummy|your|redacted|xxxx|0000|1234567|abcdef|\$[({]|\{\{|[<>*\s]|:\/\/|^(?:ENC\[|arn:|\/)|-[bcdfghkmt2456789]{10}$/i});function Uk(t,e){let n=cn(t,e);if(n!==void 0||!t.includes(`
`))return n;for(let[,s,i]of t.matchAll(Bk)){let r=cn(i,s);if(r!==void 0)return r}}var Bk,om,am=v(()=>{"use strict";x();nc();Bk=/^[ \t]*(?:export )?["']?([\w.-]{1,100})["']?[ \t]*[:=][ \t]*["']?([^\s"',;]{1,500})["']?[ \t,;]*$/gm;om={severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow ConfigMaps that hold a secret.",why:"ConfigMaps are readable by far more people and programs than Secrets, are not encrypted in etcd, and are printed without second thoughts.",howToFix:"Revoke it and put the new one into a Secret; a file that mixes both can become a Secret as a whole.",references:["https://kubernetes.io/docs/concepts/configuration/configmap/","https://kubernetes.io/docs/concepts/security/secrets-good-practices/"],peers:{polaris:["sensitiveConfigmapContent"],trivy:["KSV-0109"],kubescape:["C-0012"]},bad:[{title:"a random value with a telling name, and a token in a file",yaml:f`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          db-password: q7Rk2ZpX9vLm4TsW # ✖ "db-password" holds a secret
          app.properties: | # ✖ "app.properties" holds an AWS access key
            url=https://example.com
            bucket.user=AKIAQ3EGRT5ZJ7XWLM4P
      `}],good:[{title:"a certificate, a checksum, a password that comes from the environment, code about passwords",yaml:f`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          checksum: 94a00394bc5a8ef503fb59db0a7d0ae9e1110866e8aee8ba40cd864cea69ea1a
          ca.crt: |
            -----BEGIN CERTIFICATE-----
            MIIBszCCAVmgAwIBAgIUQ3EGRT5ZJ7XWLM4PQ3EGRT5ZJ7XWLM4PQ3EGRT5ZJ7XW
            -----END CERTIFICATE-----
          app.properties: |
            db.password=\${DB_PASSWORD}
          password_validation.py: |
            password = read_password(minimum_length=12)
      `}],visit:{ConfigMap(t,{report:e}){for(let[n,s]of Object.entries(t.value.data??{})){let i=Uk(s??"",n);i!==void 0&&e(t.at("data",n),`"${n}" holds ${i}`)}}}}});var cm,lm=v(()=>{"use strict";x();nc();cm={severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow environment variables, arguments and commands that hold a secret as plain text.",why:"Everyone who can read the repository, or get the pod from the cluster, has the secret; it stays in the history of both.",howToFix:"Revoke it, put the new one into a Secret (better: let an operator fetch it from a vault) and take it with `valueFrom.secretKeyRef`.",references:["https://kubernetes.io/docs/tasks/inject-data-application/distribute-credentials-secure/"],peers:{"kube-linter":["env-var-secret"],polaris:["sensitiveContainerEnvVar"],kubescape:["C-0012","C-0259"],datree:["ALL_EXPOSED_SECRET_AWS","ALL_EXPOSED_SECRET_GITHUB","ALL_EXPOSED_SECRET_JWT","ALL_EXPOSED_SECRET_PRIVATEKEY"]},bad:[{title:"a token of a known form, and a random value with a telling name",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              args:
                - --upload-key=AKIAQ3EGRT5ZJ7XWLM4P # ✖ An argument of container "app" holds an AWS access key
              env:
                - name: LOGIN
                  value: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ3ZWIifQ.q7Rk2ZpX9vLm4TsWq7Rk2ZpX9vLm4TsW # ✖ "LOGIN" of container "app" holds a JSON web token
                - name: DB_PASSWORD
                  value: q7Rk2ZpX9vLm4TsW # ✖ "DB_PASSWORD" of container "app" holds a secret
                - name: DATABASE_URL
                  value: postgres://web:q7Rk2ZpX9vLm4TsW@db/web # ✖ "DATABASE_URL" of container "app" holds a password
      `}],good:[{title:"a Secret, a stand-in, and names that only sound like secrets",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              env:
                - name: DB_PASSWORD
                  valueFrom:
                    secretKeyRef:
                      name: database
                      key: password
                - name: API_TOKEN
                  value: change-me-9sX2mVq7LrTz4KcW
                - name: DATABASE_URL
                  value: postgres://web:$(DB_PASSWORD)@db/web
                - name: TLS_SECRET
                  value: web-certificate-tls-h5k9t2b7gm
                - name: TOKEN_FILE
                  value: /var/run/secrets/tokens/q7Rk2ZpX9vLm4TsW
      `}],visit:{container(t,{report:e}){let{env:n,args:s,command:i}=t.value;for(let[r,{name:o="",value:a=""}]of(n??[]).entries()){let c=cn(a,o);c!==void 0&&e(t.at("env",r,"value"),`"${o}" of container "${t.name}" holds ${c}`)}for(let[r,o]of[["command",i],["args",s]])for(let[a,c]of(o??[]).entries()){let[,l="",d=c]=/^--?([\w-]+)=(.*)$/s.exec(c)??[],u=cn(d,l);u!==void 0&&e(t.at(r,a),`An argument of container "${t.name}" holds ${u}`)}}}}});var Wk,Gk,zk,Yk,Hk,dm,um=v(()=>{"use strict";x();tc();Wk=new Set(["/","/etc","/home","/proc","/root","/run","/var","/var/lib","/var/lib/containerd","/var/lib/containers","/var/lib/docker","/var/lib/kubelet","/var/run"]),Gk=["/etc/kubernetes/manifests","/etc/kubernetes/pki","/etc/shadow","/etc/ssh","/etc/sudoers","/root/.kube","/root/.ssh","/var/lib/etcd","/var/lib/kubelet/pki"],zk=/^\/etc\/kubernetes(?:\/[^/]+\.(?:conf|config|json|kubeconfig))?$/,Yk=new Set(["/bin","/boot","/lib","/lib64","/sbin","/sys","/usr","/usr/bin","/usr/lib","/usr/local","/usr/local/bin","/usr/sbin"]),Hk=({path:t,writable:e})=>Wk.has(t)||zk.test(t)||Gk.some(n=>t===n||t.startsWith(`${n}/`))||e&&Yk.has(t),dm={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow mounts of the node's system directories.",why:"They hold the keys of the kubelet, the secrets of all pods on the node and the programs that root runs: who breaks into the pod has the node, often the cluster.",howToFix:"Mount the one file or directory that is needed, read-only. An agent that watches the node needs more: say so with a podlint-ignore comment.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{"kube-linter":["sensitive-host-mounts"],trivy:["KSV-0121"],kubesec:["ProcMount"],kubeaudit:["SensitivePathsMounted"],sonar:["S6433"]},bad:[{title:"all of the node, and its credentials",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: agent
        spec:
          containers:
            - name: agent
              image: example.com/agent:1.0
              volumeMounts:
                - name: host
                  mountPath: /host
                  readOnly: true
                - name: pki
                  mountPath: /pki
          volumes:
            - name: host
              hostPath:
                path: / # ✖ "/" of the node is mounted
            - name: pki
              hostPath:
                path: /etc/kubernetes/pki/ # ✖ "/etc/kubernetes/pki" of the node is mounted
      `}],good:[{title:"single files, a read-only /sys, and what nobody mounts",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: agent
        spec:
          containers:
            - name: agent
              image: example.com/agent:1.0
              volumeMounts:
                - name: time
                  mountPath: /etc/localtime
                - name: sys
                  mountPath: /host/sys
                  readOnly: true
          volumes:
            - name: time
              hostPath:
                path: /etc/localtime
            - name: sys
              hostPath:
                path: /sys
            - name: unused
              hostPath:
                path: /
      `}],visit:{podSpec(t,{report:e}){for(let n of rr(t))Hk(n)&&e(n.place,`"${n.path}" of the node is mounted`)}}}});var pm,fm=v(()=>{"use strict";x();pt();pm={severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require containers to drop all capabilities.",why:"A container starts with about a dozen powers of root, such as to change the owner of any file or to forge packets; few programs use one of them.",howToFix:"Write `drop: [ALL]`, in capitals as the Pod Security Standards know it, and add back what the program turns out to need.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{polaris:["insecureCapabilities"],trivy:["KSV-0003","KSV-0106"],checkov:["CKV_K8S_37"],kubescape:["C-0211"],kubesec:["CapDropAll"],"pod-security-admission":["capabilities_restricted"],kyverno:["disallow-capabilities-strict","require-drop-all"]},fixable:"unsafe",bad:[{title:"nothing dropped, and not all",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app # ✖ Container "app" does not drop all capabilities
              image: example.com/app:1.0
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                capabilities:
                  drop: [NET_RAW] # ✖ Container "proxy" does not drop all capabilities
      `,fixed:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                capabilities:
                  drop: [ALL]
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                capabilities:
                  drop: [NET_RAW]
      `}],good:[{title:"all dropped, one added",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                capabilities:
                  drop: [ALL]
                  add: [NET_BIND_SERVICE]
      `}],visit:{container(t,{report:e}){let{securityContext:n}=t.value;n?.capabilities?.drop?.includes("ALL")||n?.privileged===!0||t.partial||ge(t.pod)||e(t.at("securityContext","capabilities","drop"),`Container "${t.name}" does not drop all capabilities`,s=>s.insertBelow(t.at(),["securityContext","capabilities","drop"],"[ALL]"))}}}});var mm,hm=v(()=>{"use strict";x();pt();mm={severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require `allowPrivilegeEscalation: false`.",why:"Left out, it is true: a program can become root through any setuid file of the image, whichever user it starts as.",howToFix:"Add `allowPrivilegeEscalation: false` to the `securityContext` of the container; a pod has no such field.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{polaris:["privilegeEscalationAllowed"],trivy:["KSV-0001"],checkov:["CKV_K8S_20"],kubescape:["C-0016","C-0211"],kubesec:["AllowPrivilegeEscalation"],"pod-security-admission":["allowPrivilegeEscalation"],datree:["CONTAINERS_MISSING_KEY_ALLOWPRIVILEGEESCALATION"],kyverno:["disallow-privilege-escalation"]},fixable:"unsafe",bad:[{title:"containers that leave it to the default",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app # ✖ Container "app" does not forbid privilege escalation
              image: example.com/app:1.0
            - name: proxy
              image: example.com/proxy:1.0
              securityContext: # ✖ Container "proxy" does not forbid privilege escalation
                runAsNonRoot: true
      `,fixed:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                allowPrivilegeEscalation: false
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                runAsNonRoot: true
                allowPrivilegeEscalation: false
      `}],good:[{title:"forbidden",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                allowPrivilegeEscalation: false
      `},{title:"a Windows pod, which has no such thing",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          os:
            name: windows
          containers:
            - name: app
              image: example.com/app:1.0
      `}],visit:{container(t,{report:e}){t.value.securityContext?.allowPrivilegeEscalation!==void 0||t.partial||ir(t)||ge(t.pod)||e(t.at("securityContext","allowPrivilegeEscalation"),`Container "${t.name}" does not forbid privilege escalation`,n=>n.insertBelow(t.at(),["securityContext","allowPrivilegeEscalation"],"false"))}}}});var gm,ym=v(()=>{"use strict";x();pt();gm={severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require containers to have a read-only root file system.",why:"An attacker who gets in can put tools beside the program and change it; with a read-only file system there is nowhere to write.",howToFix:"Set `readOnlyRootFilesystem: true` for the container and mount an `emptyDir` where the program writes, often `/tmp`.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["no-read-only-root-fs"],"kube-score":["container-security-context-readonlyrootfilesystem"],polaris:["notReadOnlyRootFilesystem"],trivy:["KSV-0014"],checkov:["CKV_K8S_22"],kubescape:["C-0017","C-0211"],kubesec:["ReadOnlyRootFilesystem"],datree:["CONTAINERS_INCORRECT_READONLYROOTFILESYSTEM_VALUE"],kyverno:["require-ro-rootfs"]},fixable:"unsafe",bad:[{title:"a root file system that is writable by default, and one on purpose",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app # ✖ Container "app" has a writable root file system
              image: example.com/app:1.0
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                readOnlyRootFilesystem: false # ✖ Container "proxy" has a writable root file system
      `,fixed:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                readOnlyRootFilesystem: true
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                readOnlyRootFilesystem: true
      `}],good:[{title:"read-only, with a place for temporary files",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                readOnlyRootFilesystem: true
              volumeMounts:
                - name: tmp
                  mountPath: /tmp
          volumes:
            - name: tmp
              emptyDir: {}
      `}],visit:{container(t,{report:e}){if(t.value.securityContext?.readOnlyRootFilesystem===!0||t.partial||ge(t.pod))return;let n=t.at("securityContext","readOnlyRootFilesystem");e(n,`Container "${t.name}" has a writable root file system`,s=>n.node===-1?s.insertBelow(t.at(),["securityContext","readOnlyRootFilesystem"],"true"):s.replaceValue(n,"true"))}}}});function Jk(t){if(ut(t,"runAsNonRoot")===!0||Number(ut(t,"runAsUser")??0)>0)return!0;let e=ut(t,"windowsOptions")?.runAsUserName;return ge(t.pod)&&e!==void 0&&e!=="ContainerAdministrator"}var bm,vm=v(()=>{"use strict";x();pt();bm={severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require containers to run as another user than root.",why:"Without it the image decides, and most images run as root: whoever breaks into the program is one kernel bug away from the node.",howToFix:"Set `runAsNonRoot: true` for the pod: the kubelet then refuses to start an image that would be root. An image whose user is a name needs `runAsUser` too.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{"kube-linter":["run-as-non-root"],polaris:["runAsRootAllowed"],trivy:["KSV-0012"],checkov:["CKV_K8S_23"],kubescape:["C-0013","C-0211"],kubesec:["RunAsNonRoot"],"pod-security-admission":["runAsNonRoot"],datree:["CONTAINERS_INCORRECT_RUNASNONROOT_VALUE"],kyverno:["require-run-as-nonroot"]},fixable:"unsafe",bad:[{title:"a container that overrides its pod, and one that says nothing",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          initContainers:
            - name: setup
              image: example.com/setup:1.0
              securityContext:
                runAsUser: 1000
                runAsNonRoot: false
          containers:
            - name: app # ✖ Container "app" may run as root
              image: example.com/app:1.0
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                runAsNonRoot: false # ✖ Container "proxy" may run as root
      `,fixed:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          initContainers:
            - name: setup
              image: example.com/setup:1.0
              securityContext:
                runAsUser: 1000
                runAsNonRoot: false
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                runAsNonRoot: true
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                runAsNonRoot: true
      `}],good:[{title:"said once for the pod",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            runAsNonRoot: true
          containers:
            - name: app
              image: example.com/app:1.0
      `},{title:"a user namespace: root in the pod is nobody on the node",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostUsers: false
          containers:
            - name: app
              image: example.com/app:1.0
      `}],visit:{container(t,{kubernetesVersions:e,report:n}){if(t.partial||Jk(t)||sr(t.pod,e)||Number(ut(t,"runAsUser"))===0)return;let s=ps(t,"runAsNonRoot");n(s,`Container "${t.name}" may run as root`,i=>s.node===-1?i.insertBelow(t.at(),["securityContext","runAsNonRoot"],"true"):i.replaceValue(s,"true"))}}}});function*or(t){let{tape:e,root:n}=t,{text:s}=e;for(let i=n,r=e.next(n);i<r;i++){if(e.kind(i)!==A.plain||e.has(i,q.encoded))continue;let o=e.start(i);if(!Qk(s,o,e.end(i)))continue;let a=e.source(i),c=e.scalar(i);if(c===null||String(c)===a)continue;let l=Zk(t,i);l!==void 0&&(yield{written:a,node:i,...l})}}function Qk(t,e,n){let s=t.charCodeAt(e);if(s>=49&&s<=57){for(let r=e+1;r<n;r++)if(t.charCodeAt(r)<48||t.charCodeAt(r)>57)return!0;return!1}if(s===48||s===43||s===45||s===46)return n-e>1;if(n-e>3)return!1;let i=s|32;return i===121||i===110||i===111}function Zk({tape:t,source:e,root:n,prefix:s},i){let r=[],o=n,a=!1;for(;o!==i&&!a;){let c=o+1;if(t.isMap(o)){for(;t.next(c+1)<=i;)c=t.next(c+1);a=c===i,r.push(t.key(c)),o=c+1}else{let l=0;for(;t.next(c)<=i;l++)c=t.next(c);r.push(l),o=c}if(t.has(o,q.hidden|q.shared))return}return{isKey:a,place:ue(e,t,n,-1,s,r)}}var sc=v(()=>{"use strict";ve();we()});var wm,km=v(()=>{"use strict";x();sc();we();wm={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow keys that kubectl reads as something else than what is written.",why:'For kubectl `on`, `yes` and `1.10` are booleans and numbers even as keys, so a file of a ConfigMap ends up with the name "true" or "1.1".',howToFix:"Put the key in quotes.",references:["https://kubernetes.io/docs/concepts/configuration/configmap/","https://yaml.org/type/bool.html"],peers:{},fixable:"unsafe",bad:[{title:"names of files that are words and numbers to YAML",yaml:f`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: flags
        data:
          on: all the lamps # ✖ Key "on" is read as "true"
          1.10: notes # ✖ Key "1.10" is read as "1.1"
      `,fixed:f`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: flags
        data:
          "on": all the lamps
          "1.10": notes
      `}],good:[{title:"in quotes, and a number that stays what it is",yaml:f`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: flags
        data:
          "on": all the lamps
          8080: web
      `}],visit:{object(t,{report:e}){for(let{written:n,node:s,isKey:i,place:r}of or(t))i&&e($s(r),`Key "${n}" is read as "${t.tape.key(s)}"`,o=>o.renameKey(r,`"${n}"`))}}}});var Xk,eS,tS,Sm,xm=v(()=>{"use strict";x();sc();Xk=/^(y|yes|n|no|on|off)$/i,eS=/^[-+]?(0[0-7_]+|0b[01_]+|0x[0-9a-f]*_[0-9a-f_]*|[0-9]+_[0-9_]*)$/i,tS=["mode","defaultMode"],Sm={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow values that YAML 1.1 and YAML 1.2 read differently.",why:"To kubectl and Helm `yes` is true and `010` is 8. Tools for YAML 1.2 read a text and 10, so what they show, check or generate is not what is applied.",howToFix:"Write `true`, `false` or a decimal number, or put the value in quotes where a text is meant.",references:["https://yaml.org/type/bool.html","https://yaml.org/spec/1.2.2/#103-core-schema"],peers:{},fixable:"safe",bad:[{title:"a word and an octal number",yaml:f`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 010 # ✖ Value "010" is 8 to kubectl and 10 to YAML 1.2
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              hostNetwork: no # ✖ Value "no" is false to kubectl and a text to YAML 1.2
              containers:
                - name: app
                  image: example.com/app:1.0
      `,fixed:f`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 8
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              hostNetwork: false
              containers:
                - name: app
                  image: example.com/app:1.0
      `}],good:[{title:"texts in quotes, and a file mode",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            canary: "no"
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              env:
                - name: VERBOSE
                  value: "yes"
          volumes:
            - name: keys
              secret:
                secretName: keys
                defaultMode: 0400
      `}],visit:{object(t,{report:e}){let{tape:n}=t;for(let{written:s,node:i,isKey:r,place:o}of or(t)){let a=eS.test(s);if(r||!(a||Xk.test(s)))continue;let c=n.scalar(i);if(o.key!==-1&&tS.includes(n.key(o.key)))continue;let l=a&&/^[-+]?[0-9]+$/.test(s)?Number(s):"a text";l!==c&&e(o,`Value "${s}" is ${c} to kubectl and ${l} to YAML 1.2`,d=>d.replaceValue(o,String(c)))}}}}});function iS(t){if(!/^[4-7][04-7][04-7]$/.test(t))return!1;let[e,n,s]=[...t].map(Number);return(e&n)===n&&(n&s)===s}var nS,sS,Cm,Pm=v(()=>{"use strict";x();we();ve();nS=["configMap","secret","downwardAPI","projected"],sS=["configMap","secret","downwardAPI"];Cm={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow file modes that look octal but are decimal.",why:"Without its leading zero, `400` is the mode 0620: the group may write the key, and its owner is not alone. Above 511 the API server refuses the number.",howToFix:"Write the leading zero, `0400`; in JSON, which has no octal numbers, the decimal value, 256.",references:["https://kubernetes.io/docs/concepts/configuration/secret/#secret-files-permissions"],peers:{},fixable:"unsafe",bad:[{title:"a mode without its zero",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
          volumes:
            - name: keys
              secret:
                secretName: keys
                defaultMode: 400 # ✖ File mode 400 is decimal and means 0620
                items:
                  - key: public
                    path: public
                    mode: 644 # ✖ File mode 644 is decimal and means 01204
      `,fixed:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
          volumes:
            - name: keys
              secret:
                secretName: keys
                defaultMode: 0400
                items:
                  - key: public
                    path: public
                    mode: 0644
      `}],good:[{title:"octal, or the decimal number of a sensible mode",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
          volumes:
            - name: keys
              secret:
                secretName: keys
                defaultMode: 0400
            - name: settings
              configMap:
                name: settings
                defaultMode: 420
      `}],visit:{podSpec(t,{report:e}){let n=(s,i)=>{if(s===void 0||!iS(String(s)))return;let r=i();if(r.tape.kind(r.node)!==A.plain||r.tape.source(r.node)!==String(s))return;let o=r.source.file.endsWith(".json")?String(parseInt(String(s),8)):`0${s}`;e(r,`File mode ${s} is decimal and means 0${s.toString(8)}`,a=>a.replaceValue(r,o))};for(let[s,i]of(t.value.volumes??[]).entries()){for(let r of nS)if(n(i[r]?.defaultMode,()=>t.at("volumes",s,r,"defaultMode")),r!=="projected")for(let[o,{mode:a}]of(i[r]?.items??[]).entries())n(a,()=>t.at("volumes",s,r,"items",o,"mode"));for(let[r,o]of(i.projected?.sources??[]).entries())for(let a of sS)for(let[c,{mode:l}]of(o[a]?.items??[]).entries())n(l,()=>Vt(t.at("volumes",s,"projected","sources",r),a,"items",c,"mode"))}}}}});var Am,Tm,Nm=v(()=>{"use strict";Am=require("node:util");x();Tm={severity:"warning",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow setting an environment variable of a container twice.",why:"The last one wins. Server-side apply refuses the object, and a client-side apply may drop one of the two, not always the same.",howToFix:"Delete the value that is out of date.",references:["https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/"],peers:{"kube-linter":["duplicate-env-var"],"kube-score":["environment-variable-key-duplication"],kubescape:["C-0295"],sonar:["S6907"]},fixable:"safe",bad:[{title:"the same value twice",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              env:
                - name: LOG_LEVEL
                  value: info
                - name: LOG_LEVEL # ✖ Environment variable "LOG_LEVEL" of container "app" is set twice
                  value: info
      `,fixed:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              env:
                - name: LOG_LEVEL
                  value: info
      `},{title:"two values, of which the last one counts",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              env:
                - name: LOG_LEVEL
                  value: info
                - name: LOG_LEVEL # ✖ Environment variable "LOG_LEVEL" of container "app" is set twice, to different values
                  value: debug
      `}],good:[{title:"a value that extends the one before",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              env:
                - name: FLAGS
                  value: --verbose
                - name: FLAGS
                  value: $(FLAGS) --color
      `}],visit:{container(t,{report:e}){let n=t.value.env??[],s=new Map;for(let[i,{name:r,value:o,valueFrom:a}]of n.entries()){if(r===void 0)continue;let c=s.get(r);if(s.set(r,i),c===void 0||o!==void 0&&o!==`$(${r})`&&o.includes(`$(${r})`))continue;let l=(0,Am.isDeepStrictEqual)([o,a],[n[c].value,n[c].valueFrom]),d=[{place:t.at("env",c,"name"),message:"first here"}],u=l&&o?.includes("$(")!==!0,p=`Environment variable "${r}" of container "${t.name}" is set twice${l?"":", to different values"}`;e(t.at("env",i,"name"),p,u?m=>m.removeItem(t.at("env",i)):void 0,{related:d})}}}}});var Rm,Em=v(()=>{"use strict";x();Rm={severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow the same key twice in one map.",why:"Only the last value counts, so what stands above it is silently lost; with strict validation the API server refuses the object.",howToFix:"Delete the key that is not meant, or merge the two values.",references:["https://yaml.org/spec/1.2.2/#3213-node-comparison"],peers:{monokle:["YML010"],kubeconform:["-strict"],yamllint:["key-duplicates"]},bad:[{title:"a label twice",yaml:f`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          labels:
            app: web
            app: shop # ✖ Key "app" is set twice in the same map
      `}],good:[{title:"two labels",yaml:f`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          labels:
            app: web
            part-of: shop
      `}]}});var Im,Om=v(()=>{"use strict";x();Im={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow two items of a list that the API tells apart by the same key.",why:"Server-side apply refuses the object, and a client-side apply merges the two into one.",howToFix:"Give each item a key of its own, or delete one of them.",references:["https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy"],peers:{kubeconform:["(none)"],"flux-schema":["(list map)"]},bad:[{title:"two conditions for one gate",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostAliases:
            - ip: 10.0.0.1
              hostnames: [a.example]
            - ip: 10.0.0.1 # ✖ "hostAliases" has the same ip "10.0.0.1" twice
              hostnames: [b.example]
          containers:
            - name: app
              image: example.com/app:1.0
      `}],good:[{title:"an item for each key",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostAliases:
            - ip: 10.0.0.1
              hostnames: [a.example, b.example]
          containers:
            - name: app
              image: example.com/app:1.0
      `}]}});var ic,rS,c2,$m,Lm=v(()=>{"use strict";ic="(?:(?!\\uFEFF)\\s|\\x85)+",rS=new RegExp(`^${ic}|${ic}$`,"g"),c2=new RegExp(ic),$m=t=>t.replace(rS,"")});function Mm(t){let e=rc[t];if(e!==void 0)return{form:"DecimalSI",exponent:e};let n=oc[t];if(n!==void 0)return{form:"BinarySI",exponent:n};if(!/^[eE][+-]?[0-9]+$/.test(t))return;let s=BigInt(t.replace(/^.\+?/,""));if(!(s>ar||s<-ar-1n))return{form:"DecimalExponent",exponent:Number(BigInt.asIntN(32,s))}}function Dm(t){let e=typeof t=="string"?$m(t):String(t),n=oS.exec(e);if(n===null||e===""||typeof t=="string"&&/[\t-\r\u2028\u2029]/.test(t))return qm(e);let[,s,i="",r="",o=""]=n,a=Mm(o);return a===void 0?qm(e):cS(a)&&!/^[+-]?\.?[0-9]/.test(e)?"must have a number before its unit":{negative:s==="-",whole:i,fraction:r,unit:a}}function qm(t){let e=/^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)? ?([A-Za-z]+[+-]?[0-9]*)$/.exec(t)?.[1];return e===void 0?"must be a number, with an optional unit such as m, k, Mi or Gi":Mm(e)===void 0?`has the unknown unit "${e}"`:`must not have a blank before its unit "${e}"`}function Nt(t){let e=Dm(t);if(typeof e=="string")return;let{negative:n,whole:s,fraction:i,unit:r}=e,o=BigInt(s+i),a,c=r.form;if(c==="BinarySI")a=Tt((o<<BigInt(r.exponent))*je,10n**BigInt(i.length)),a>ar*je&&(a=ar*je),a>0n&&a<je&&(c="DecimalSI");else{let l=Math.max(Math.min(r.exponent,aS)+9-i.length,-(s.length+i.length+1));a=l>=0?o*10n**BigInt(l):Tt(o,10n**BigInt(-l))}return{nanos:n?-a:a,form:c}}function cc({nanos:t,form:e}){let n=1000000n;return{nanos:(t<0n?-Tt(-t,n):Tt(t,n))*n,form:e}}function Fm({nanos:t,form:e}){if(t===0n)return"0";let n=t<0n?"-":"",s=t<0n?-t:t;if(e==="BinarySI"&&s>=1024n*je){let a=Tt(s,je),c=0;for(;a%1024n===0n&&c<60;)a/=1024n,c+=10;return`${n}${a}${Object.keys(oc).find(l=>oc[l]===c)??""}`}let i=s,r=-9,o=e==="DecimalExponent"?1/0:18;for(;i%1000n===0n&&r<o;)i/=1000n,r+=3;return e==="DecimalExponent"?r===0?`${n}${i}`:`${n}${i}e${r}`:`${n}${i}${Object.keys(rc).find(a=>rc[a]===r)??""}`}var je,oS,rc,oc,ar,aS,cS,lS,_m,Tt,ln,Rt,ac,dn=v(()=>{"use strict";Lm();je=1000000000n,oS=/^([+-]?)([0-9]*)(?:\.([0-9]*))?((?:[eEinumkKMGTP]+[-+]?[0-9]*|[-+][0-9]*)?)$/,rc={n:-9,u:-6,m:-3,"":0,k:3,M:6,G:9,T:12,P:15,E:18},oc={Ki:10,Mi:20,Gi:30,Ti:40,Pi:50,Ei:60},ar=2n**63n-1n,aS=1e3;cS=({form:t,exponent:e})=>t==="BinarySI"?e>=50:e<-9;lS=/^[0-9]+(?:\.[0-9]+)?(?:m|k|[MGTPE]|[KMGTPE]i)?$/,_m=t=>{if(typeof t=="string"&&lS.test(t))return;let e=Dm(t);return typeof e=="string"?e:void 0},Tt=(t,e)=>(t+e-1n)/e;ln=(t,e)=>t.nanos<e.nanos?-1:t.nanos>e.nanos?1:0,Rt=({nanos:t})=>t%je===0n,ac=({nanos:t})=>t<0n?-Tt(-t,je):Tt(t,je)});function pS(t,e,n){let s=Nt(e);if(s===void 0||s.nanos<=0n)return;let i=String(e).trim(),r=/^[0-9.]+/.exec(i)?.[0]??"",o=i.slice(r.length);if(t==="cpu"){if(s.nanos<=BigInt(n)*lc)return;let a=`is ${s.nanos/lc} cores`;return["","Mi","M"].includes(o)?{reason:a,meant:`${r}m`}:{reason:a}}if(!Rt(s))return{reason:"is a fraction of a byte",...o==="m"&&{meant:`${r}Mi`}};if(!(s.nanos>=dS))return{reason:"is less than 1M",...o===""&&{meant:`${r}${t==="memory"?"Mi":"Gi"}`}}}function cr(t,e,n,s,i){if(t!=="cpu"&&!uS.includes(t))return;let r=pS(t,e,n);if(r===void 0)return;let o=s(),{meant:a}=r;i(o,`"${t}" ${e} ${r.reason}`,a===void 0?void 0:c=>c.replaceText(o,a))}var lc,dS,uS,Vm,Km=v(()=>{"use strict";x();we();dn();lc=1000000000n,dS=1000000n*lc,uS=["memory","ephemeral-storage","storage"];Vm={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow amounts of memory, storage and CPU that nobody means.",why:"The API server takes them, but no node has 500 cores to spare, and no program fits into half a byte of memory: the pod stays pending, or its container never starts.",howToFix:"Mind the units: `m` is a thousandth and belongs to CPU, `Mi` and `Gi` belong to memory and storage, and a bare number is bytes or whole cores.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#resource-units-in-kubernetes"],peers:{},fixable:"unsafe",options:{maxCores:{default:128,description:"The most cores of CPU that a container may plausibly ask for."}},bad:[{title:"bytes in place of gibibytes",yaml:f`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: database
        spec:
          serviceName: database
          selector:
            matchLabels:
              app: database
          template:
            metadata:
              labels:
                app: database
            spec:
              containers:
                - name: database
                  image: example.com/database:1.0
          volumeClaimTemplates:
            - metadata:
                name: data
              spec:
                accessModes: [ReadWriteOnce]
                resources:
                  requests:
                    storage: 10 # ✖ "storage" 10 is less than 1M
      `,fixed:f`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: database
        spec:
          serviceName: database
          selector:
            matchLabels:
              app: database
          template:
            metadata:
              labels:
                app: database
            spec:
              containers:
                - name: database
                  image: example.com/database:1.0
          volumeClaimTemplates:
            - metadata:
                name: data
              spec:
                accessModes: [ReadWriteOnce]
                resources:
                  requests:
                    storage: 10Gi
      `},{title:"units of the other resource",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                requests:
                  cpu: 100Mi # ✖ "cpu" 100Mi is 104857600 cores
                  memory: "128" # ✖ "memory" 128 is less than 1M
                limits:
                  cpu: 500 # ✖ "cpu" 500 is 500 cores
                  memory: 500m # ✖ "memory" 500m is a fraction of a byte
      `,fixed:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                requests:
                  cpu: 100m
                  memory: "128Mi"
                limits:
                  cpu: 500m
                  memory: 500Mi
      `}],good:[{title:"thousandths of a core, and bytes in powers of two",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                requests:
                  cpu: 100m
                  memory: 128Mi
                limits:
                  cpu: 2
                  memory: 1e9
      `}],visit:{container(t,{options:e,report:n}){for(let s of["requests","limits"])for(let[i,r]of Object.entries(t.value.resources?.[s]??{}))r!==void 0&&cr(i,r,e.maxCores,()=>t.at("resources",s,i),n)},podSpec(t,{options:e,report:n}){for(let[s,{emptyDir:i}]of(t.value.volumes??[]).entries())i?.sizeLimit!==void 0&&cr("storage",i.sizeLimit,e.maxCores,()=>t.at("volumes",s,"emptyDir","sizeLimit"),n)},PersistentVolumeClaim(t,{options:e,report:n}){let s=t.value.spec?.resources?.requests?.storage;s!==void 0&&cr("storage",s,e.maxCores,()=>t.at("spec","resources","requests","storage"),n)},StatefulSet(t,{options:e,report:n}){for(let[s,i]of(t.value.spec?.volumeClaimTemplates??[]).entries()){let r=i.spec?.resources?.requests?.storage;r!==void 0&&cr("storage",r,e.maxCores,()=>Vt(t.at("spec","volumeClaimTemplates",s),"spec","resources","requests","storage"),n)}}}}});var jm,Bm=v(()=>{"use strict";x();jm={severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow fields that the type does not have.",why:"The API server refuses the object, or drops the field without a word, so what it should set is never set.",howToFix:"Write the field as the API reference spells it, at the level where it belongs.",references:["https://kubernetes.io/docs/reference/using-api/api-concepts/#validation-for-unrecognized-or-duplicate-fields"],peers:{kubeconform:["-strict"],"kubectl-validate":["(default)"],monokle:["K8S001"]},fixable:"unsafe",bad:[{title:"resource instead of resources",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resource: # ✖ Container has no field "resource", did you mean "resources"?
                limits:
                  memory: 500Mi
      `,fixed:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                limits:
                  memory: 500Mi
      `}],good:[{title:"the right name",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              resources:
                limits:
                  memory: 500Mi
      `}]}});var Um,Wm=v(()=>{"use strict";x();Um={severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow kinds that the groups of Kubernetes do not have.",why:'The API server answers "no matches for kind": the name is misspelt, or the object is in another group or version.',howToFix:"Write the kind and apiVersion that the message proposes.",references:["https://kubernetes.io/docs/reference/kubernetes-api/"],peers:{monokle:["K8S004"],kubeconform:["(missing schema)"]},bad:[{title:"a misspelt kind",yaml:f`
        apiVersion: apps/v1
        kind: Deploymnet # ✖ apps/v1 of Kubernetes 1.37 has no kind "Deploymnet", did you mean "Deployment"?
        metadata:
          name: web
      `}],good:[{title:"a custom resource",yaml:f`
        apiVersion: example.com/v1
        kind: Widget
        metadata:
          name: web
      `}]}});var Gm,zm=v(()=>{"use strict";x();Gm={severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Require the fields that the API needs.",why:"The API server refuses an object that lacks them.",howToFix:"Add the field that the message names.",references:["https://kubernetes.io/docs/reference/kubernetes-api/"],peers:{kubeconform:["(schema)"],"kubectl-validate":["(schema)"]},bad:[{title:"a role binding without a role",yaml:f`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding # ✖ RoleBinding needs "roleRef"
        metadata:
          name: readers
        subjects:
          - kind: User
            name: jane
            apiGroup: rbac.authorization.k8s.io
      `}],good:[{title:"all that it needs",yaml:f`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: readers
        subjects:
          - kind: User
            name: jane
            apiGroup: rbac.authorization.k8s.io
        roleRef:
          kind: Role
          name: reader
          apiGroup: rbac.authorization.k8s.io
      `}]}});var Ym,Hm=v(()=>{"use strict";x();Ym={severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Require apiVersion and kind in every object.",why:"Without them nobody can tell what the object is, and kubectl refuses it.",howToFix:'Write both fields at the top of the document, for example "apiVersion: v1" and "kind: ConfigMap".',references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields"],peers:{kubeval:["(missing kind)"]},bad:[{title:"an object without apiVersion",yaml:f`
        kind: ConfigMap # ✖ The object has no "apiVersion"
        metadata:
          name: settings
      `}],good:[{title:"both fields",yaml:f`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
      `}]}});var fS,Jm,Qm=v(()=>{"use strict";x();on();fS=/\{\{.*?\}\}|\$?\{[^{}]*\}|\$\([^()]*\)|\$[A-Za-z_]\w*|<[^<>]+>|%[A-Za-z_]\w*%|__[A-Z_]+__/,Jm={severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Require image references that a container runtime can read.",why:"The API server takes any text for an image, so the mistake only shows on the node: the pod stays in `InvalidImageName`.",howToFix:"Write `registry/repository:tag`, all lower case before the tag. When something fills in the placeholder before it is applied, lint its output instead.",references:["https://kubernetes.io/docs/concepts/containers/images/#image-names"],peers:{polaris:["tagNotSpecified"]},options:{allowPlaceholders:{default:!1,description:"Say nothing about placeholders such as `${TAG}`, because Flux or another tool fills them in."}},bad:[{title:"capitals, a scheme, a template that nobody filled in",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: example.com/Web:1.0 # ✖ Image "example.com/Web:1.0" has capitals in its repository "Web"
            - name: proxy
              image: https://example.com/proxy:1.0 # ✖ Image "https://example.com/proxy:1.0" must not begin with a scheme such as "https://"
            - name: worker
              image: "example.com/worker:{{ .Values.tag }}" # ✖ Image "example.com/worker:{{ .Values.tag }}" still has the placeholder "{{ .Values.tag }}"
      `}],good:[{title:"a registry with a port, a tag and a digest",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: example.com:5000/team/web:v1.0_RC1@sha256:94a00394bc5a8ef503fb59db0a7d0ae9e1110866e8aee8ba40cd864cea69ea1a
            - name: proxy
              image: nginx
      `},{title:"a Go package that ko builds and replaces by its image",yaml:f`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: ko://example.com/Team/cmd/web
      `}],visit:{container(t,{options:e,report:n}){let s=t.value.image;if(s===void 0||s===""||s!==s.trim()||s.startsWith("ko://"))return;let i=fS.exec(s);if(i!==null){e.allowPlaceholders||n(t.at("image"),`Image "${s}" still has the placeholder "${i[0]}"`);return}let r=Oe(s);typeof r=="string"&&n(t.at("image"),`Image "${s}" ${r}`)}}}});var Zm,Xm=v(()=>{"use strict";x();Zm={severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow values of a type that the field does not take.",why:"The API server cannot decode the object and refuses it as a whole, whatever else it says.",howToFix:"Quote text that looks like a number or a boolean; write numbers and booleans without quotes.",references:["https://kubernetes.io/docs/reference/using-api/api-concepts/"],peers:{kubeconform:["(schema)"],"kubectl-validate":["(schema)"],monokle:["K8S001"]},bad:[{title:"text for a number",yaml:f`
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: web
        spec:
          replicas: "3" # ✖ "replicas" must be an integer of 32 bits, not the text "3": leave out the quotes
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
      `}],good:[{title:"a number",yaml:f`
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: web
        spec:
          replicas: 3
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
      `}]}});var eh,th=v(()=>{"use strict";x();eh={severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow text that is not YAML as kubectl reads it.",why:"The API server refuses the whole document, and nothing in it can be checked.",howToFix:"Mend the text at the place that the message names: mostly indentation, a missing quote or a tab.",references:["https://yaml.org/spec/1.1/"],peers:{kubeconform:["(parse error)"],monokle:["YML001"],yamllint:["syntax"]},bad:[{title:"a quote that is never closed",yaml:f`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          motd: "hello # ✖ The quote is never closed
      `}],good:[{title:"a quoted text",yaml:f`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          motd: "hello"
      `}]}});var nh,sh=v(()=>{"use strict";Dp();Kp();Bp();Hp();Zp();ef();nf();of();cf();uf();mf();gf();bf();wf();Sf();Cf();Af();Nf();Of();Lf();Mf();_f();Vf();jf();Uf();Gf();Yf();Qf();Xf();nm();am();lm();um();fm();hm();ym();vm();km();xm();Pm();Nm();Em();Om();Km();Bm();Wm();zm();Hm();Qm();Xm();th();nh=[{...Mp,category:"best-practice",id:"no-default-namespace"},{...Vp,category:"best-practice",id:"no-mixed-tiers"},{...jp,category:"best-practice",id:"no-namespace-mix"},{...Yp,category:"deprecation",id:"no-deprecated-api"},{...Qp,category:"deprecation",id:"no-deprecated-node-label"},{...Xp,category:"deprecation",id:"no-removed-api"},{...tf,category:"networking",id:"no-duplicate-port-name"},{...rf,category:"networking",id:"no-port-collision"},{...af,category:"references",id:"no-service-without-pod"},{...df,category:"references",id:"no-unknown-target-port"},{...ff,category:"reliability",id:"no-end-of-life-image"},{...hf,category:"reliability",id:"no-floating-image-tag"},{...yf,category:"reliability",id:"no-naked-pod"},{...vf,category:"reliability",id:"no-single-replica"},{...kf,category:"reliability",id:"no-static-pod-reference"},{...xf,category:"reliability",id:"require-liveness-probe"},{...Pf,category:"reliability",id:"require-pod-disruption-budget"},{...Tf,category:"reliability",id:"require-readiness-probe"},{...If,category:"resources",id:"require-cpu-request"},{...$f,category:"resources",id:"require-memory-limit"},{...qf,category:"resources",id:"require-memory-request"},{...Df,category:"security",id:"no-dangerous-capability"},{...Ff,category:"security",id:"no-default-service-account"},{...Kf,category:"security",id:"no-host-namespace"},{...Bf,category:"security",id:"no-host-path"},{...Wf,category:"security",id:"no-privilege-escalation"},{...zf,category:"security",id:"no-privileged-container"},{...Jf,category:"security",id:"no-retired-registry"},{...Zf,category:"security",id:"no-root-user"},{...tm,category:"security",id:"no-runtime-socket"},{...om,category:"security",id:"no-secret-in-config-map"},{...cm,category:"security",id:"no-secret-in-env"},{...dm,category:"security",id:"no-sensitive-host-path"},{...pm,category:"security",id:"require-dropped-capabilities"},{...mm,category:"security",id:"require-no-new-privileges"},{...gm,category:"security",id:"require-read-only-root-filesystem"},{...bm,category:"security",id:"require-run-as-non-root"},{...wm,category:"validity",id:"no-ambiguous-key"},{...Sm,category:"validity",id:"no-ambiguous-scalar"},{...Cm,category:"validity",id:"no-decimal-file-mode"},{...Tm,category:"validity",id:"no-duplicate-env"},{...Rm,category:"validity",id:"no-duplicate-key"},{...Im,category:"validity",id:"no-duplicate-list-item"},{...Vm,category:"validity",id:"no-implausible-quantity"},{...jm,category:"validity",id:"no-unknown-field"},{...Um,category:"validity",id:"no-unknown-kind"},{...Gm,category:"validity",id:"require-field"},{...Ym,category:"validity",id:"require-kind"},{...Jm,category:"validity",id:"valid-image-reference"},{...Zm,category:"validity",id:"valid-type"},{...eh,category:"validity",id:"valid-yaml"}]});function fs({report:t}){t(["template","metadata","labels"],"Invalid",'must match "selector", or the workload cannot own its pods')}function Le({template:t},{report:e}){let{restartPolicy:n="",activeDeadlineSeconds:s}=t?.spec??{};n!==""&&n!=="Always"&&e(["template","spec","restartPolicy"],"NotSupported",'must be "Always" in this kind of workload'),s!==void 0&&e(["template","spec","activeDeadlineSeconds"],"Forbidden","may not be set in this kind of workload")}function un(t,e){let{selector:n}=t,s=le(n,Be(t));n===void 0?e.report(["selector"],"Required","is required"):Ps(n)&&e.report(["selector"],"Invalid","must not be empty, since it would select every pod"),s===void 0&&e.report(["selector"],"Invalid","must be a selector that can be read"),s===!1&&fs(e)}function lr(t,e,n,{report:s}){if(!(Object.keys(t??{}).length>0))for(let[i,r]of Object.entries(e))for(let o of[...W(i)??[],...ie(r)??[]])s([...n,i],"Invalid",`Label "${i}" is given to the object as well, where it ${o}`,{path:"metadata.labels"})}var Be,Et=v(()=>{"use strict";se();Ye();Be=({template:t})=>t?.metadata?.labels??{}});var ih,rh=v(()=>{"use strict";x();U();Ye();Et();ih=M({id:"valid-daemon-set",since:"0.1.0",summary:"Require a DaemonSet whose selector matches its pod template.",why:"The API server refuses a DaemonSet that would not select its own pods, and the selector cannot be changed later.",howToFix:"Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#pod-selector"],bad:[{title:"labels that the selector does not match",yaml:f`
          apiVersion: apps/v1
          kind: DaemonSet
          metadata:
            name: web
          spec:
            selector:
              matchLabels:
                app: web
            template:
              metadata:
                labels: # ✖ "labels" must match "selector", or the workload cannot own its pods
                  app: website
              spec:
                containers:
                  - name: app
                    image: nginx:1.27
        `}],good:[{title:"the selector matches the labels",yaml:f`
          apiVersion: apps/v1
          kind: DaemonSet
          metadata:
            name: web
          spec:
            selector:
              matchLabels:
                app: web
            template:
              metadata:
                labels:
                  app: web
                  version: '2'
              spec:
                containers:
                  - name: app
                    image: nginx:1.27
        `}]},[C("apps/v1 DaemonSetSpec",{fields:{selector:[]},check(t,e){let n=t;n.selector!==void 0&&Ps(n.selector)&&e.report(["selector"],"Invalid","must not be empty, since it would select every pod"),le(n.selector,Be(n))===!1&&fs(e),Le(n,e)}})])});var oh,ah=v(()=>{"use strict";x();U();Et();oh=M({id:"valid-deployment",since:"0.1.0",summary:"Require a Deployment whose selector matches its pod template.",why:"The API server refuses a Deployment that would not select its own pods, and the selector cannot be changed later.",howToFix:"Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector"],bad:[{title:"labels that the selector does not match",yaml:f`
          apiVersion: apps/v1
          kind: Deployment
          metadata:
            name: web
          spec:
            selector:
              matchLabels:
                app: web
            template:
              metadata:
                labels: # ✖ "labels" must match "selector", or the workload cannot own its pods
                  app: website
              spec:
                containers:
                  - name: app
                    image: nginx:1.27
        `}],good:[{title:"the selector matches the labels",yaml:f`
          apiVersion: apps/v1
          kind: Deployment
          metadata:
            name: web
          spec:
            selector:
              matchLabels:
                app: web
            template:
              metadata:
                labels:
                  app: web
                  version: '2'
              spec:
                containers:
                  - name: app
                    image: nginx:1.27
        `}]},[C("apps/v1 DeploymentSpec",{fields:{selector:[]},check(t,e){un(t,e),Le(t,e)}})])});var ch,lh=v(()=>{"use strict";x();U();Et();ch=M({id:"valid-replica-set",since:"0.1.0",summary:"Require a ReplicaSet whose selector matches its pod template.",why:"The API server refuses a ReplicaSet that would not select its own pods, and the selector cannot be changed later.",howToFix:"Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/replicaset/#pod-selector"],bad:[{title:"labels that the selector does not match",yaml:f`
          apiVersion: apps/v1
          kind: ReplicaSet
          metadata:
            name: web
          spec:
            selector:
              matchLabels:
                app: web
            template:
              metadata:
                labels: # ✖ "labels" must match "selector", or the workload cannot own its pods
                  app: website
              spec:
                containers:
                  - name: app
                    image: nginx:1.27
        `}],good:[{title:"the selector matches the labels",yaml:f`
          apiVersion: apps/v1
          kind: ReplicaSet
          metadata:
            name: web
          spec:
            selector:
              matchLabels:
                app: web
            template:
              metadata:
                labels:
                  app: web
                  version: '2'
              spec:
                containers:
                  - name: app
                    image: nginx:1.27
        `}]},[C("apps/v1 ReplicaSetSpec",{fields:{selector:[]},check(t,e){un(t,e),Le(t,e)}})])});var dh,uh=v(()=>{"use strict";x();U();Et();dh=M({id:"valid-stateful-set",since:"0.1.0",summary:"Require a StatefulSet whose selector matches its pod template.",why:"The API server refuses a StatefulSet that would not select its own pods, and the selector cannot be changed later.",howToFix:"Repeat the labels of `selector.matchLabels` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-selector"],bad:[{title:"labels that the selector does not match",yaml:f`
          apiVersion: apps/v1
          kind: StatefulSet
          metadata:
            name: web
          spec:
            serviceName: web
            selector:
              matchLabels:
                app: web
            template:
              metadata:
                labels: # ✖ "labels" must match "selector", or the workload cannot own its pods
                  app: website
              spec:
                containers:
                  - name: app
                    image: nginx:1.27
        `}],good:[{title:"the selector matches the labels",yaml:f`
          apiVersion: apps/v1
          kind: StatefulSet
          metadata:
            name: web
          spec:
            serviceName: web
            selector:
              matchLabels:
                app: web
            template:
              metadata:
                labels:
                  app: web
                  version: '2'
              spec:
                containers:
                  - name: app
                    image: nginx:1.27
        `}]},[C("apps/v1 StatefulSetSpec",{fields:{selector:[]},check(t,e){un(t,e),Le(t,e)}})])});function mS(t,e,n,{minor:s,report:i}){let r=t.metadata?.generateName??"",o=t.metadata?.name??"",a=o===""&&r!==""?$t(r):o,c={};for(let p of dc)c[p]=a;for(let p of uc)c[p]=fh;for(let p of dc)n[p]!==void 0&&n[p]!==a&&i([...pn,p],"Invalid",`Label "${p}" must be the name of the Job, or left to the API server`,{path:`spec.template.metadata.labels[${p}]`});for(let p of uc)n[p]!==void 0&&i([...pn,p],"Invalid",`Label "${p}" must be left to the API server`,{path:`spec.template.metadata.labels[${p}]`});let l=o===""?"generateName":"name",d=dc.filter(p=>n[p]===void 0);for(let p of s>=37?d.slice(0,1):d)for(let m of ie(a)??[])i(["metadata",l],"Invalid",`The name of the Job becomes the label "${p}" of its pods, which ${m}`,{path:"spec.template.labels"});let u={...e,matchLabels:{[uc[1]]:fh,...e.matchLabels}};le(u,c)===!1&&i(["spec","selector"],"Invalid",'must be left to the API server unless "manualSelector" is true'),le(u,{...c,...n})===!1&&i(pn,"Invalid",'must match "selector"')}function hS(t,e){let{spec:n}=t;if(n===void 0)return;let s=n.selector,i=Be(n);n.manualSelector!==!0?mS(t,s??{},i,e):s===void 0?(e.report(["spec","selector"],"Required",'is required where "manualSelector" is true'),e.report(pn,"Invalid","cannot match a selector that is missing")):le(s,i)===!1&&e.report(pn,"Invalid",'must match "selector"')}function gS({metadata:t,spec:e},{report:n}){let s=e?.completions??(e?.parallelism===void 0?1:0),i=t?.name??"";if(!(e?.completionMode!=="Indexed"||s<=0||i===""))for(let r of X(`${i}-${s-1}`)??[])n(["metadata","name"],"Invalid",`"${i}" makes the pod name "${i}-${s-1}", which ${r}`)}var dc,uc,ph,fh,pn,mh,hh=v(()=>{"use strict";x();U();se();Ye();Et();dc=["job-name","batch.kubernetes.io/job-name"],uc=["controller-uid","batch.kubernetes.io/controller-uid"],ph=52,fh="00000000-0000-0000-0000-000000000000",pn=["spec","template","metadata","labels"];mh=M({id:"valid-job",since:"0.1.0",summary:"Require a Job that leaves its selector to the API server, and a name that its pods can have.",why:"The API server selects the pods of a Job by labels of its own, and refuses a selector or labels that disagree with them.",howToFix:"Delete `selector` and the labels `job-name` and `controller-uid`, and keep the name of the Job at 63 characters.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/job/#specifying-your-own-pod-selector"],bad:[{title:"a selector of its own",yaml:f`
          apiVersion: batch/v1
          kind: Job
          metadata:
            name: migrate
          spec:
            selector: # ✖ "selector" must be left to the API server unless "manualSelector" is true
              matchLabels:
                app: migrate
            template:
              metadata:
                labels:
                  app: migrate
                  job-name: other # ✖ Label "job-name" must be the name of the Job, or left to the API server
              spec:
                restartPolicy: Never
                containers:
                  - name: app
                    image: migrate:2
        `}],good:[{title:"no selector",yaml:f`
          apiVersion: batch/v1
          kind: Job
          metadata:
            name: migrate
          spec:
            template:
              spec:
                restartPolicy: Never
                containers:
                  - name: app
                    image: migrate:2
        `}]},[C("batch/v1 Job",{check(t,e){lr(t.metadata?.labels,Be(t.spec??{}),pn,e),hS(t,e),gS(t,e)}}),C("batch/v1 CronJob",{check({metadata:t,spec:e},{report:n}){let[s,i]=(t?.name??"")===""?["generateName",$t(t?.generateName??"")]:["name",t.name];i.length>ph&&n(["metadata",s],"Invalid",`makes names of Jobs that are too long: a CronJob can have at most ${ph} characters`,{path:"metadata.name"});let r=e?.jobTemplate?.spec;r?.selector!==void 0&&n(["spec","jobTemplate","spec","selector"],"Invalid","must be left to the API server"),r?.manualSelector===!0&&n(["spec","jobTemplate","spec","manualSelector"],"NotSupported","may not be true in a CronJob")}})])});var ms,pc,gh,fc=v(()=>{"use strict";x();U();se();ms=1048576,pc=t=>{if(typeof t!="string")return t.length;let e=t.replace(/[\r\n=]/g,"").length;return Math.floor(e*3/4)},gh=M({id:"valid-config-map",since:"0.1.0",summary:"Require ConfigMaps whose keys can be file names, and which are not too large.",why:"Keys become names of files and variables; a key that cannot be one, or more than 1 MiB of values, makes the API server refuse the object.",howToFix:'Use letters, digits, "-", "_" and "." in keys, and split what is larger than 1 MiB into several ConfigMaps or put it into an image.',references:["https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-object"],bad:[{title:"a path as a key",yaml:f`
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: settings
          data:
            etc/app.conf: "" # ✖ Key "etc/app.conf" must consist of letters, digits, "-", "_" and "."
        `}],good:[{title:"a file name as a key",yaml:f`
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: settings
          data:
            app.conf: ""
        `}]},[C("core/v1 ConfigMap",{check({data:t={},binaryData:e={}},{report:n}){let s=0;for(let[i,r]of[["data",t],["binaryData",e]])for(let[o,a]of Object.entries(r)){for(let c of ze(o)??[])n([i,o],"Invalid",`Key "${o}" ${c}`,{path:`${i}[${o}]`});s+=i==="data"?Buffer.byteLength(a??""):pc(a??"")}for(let i of Object.keys(e))i in t&&n(["data",i],"Invalid",`Key "${i}" is in "binaryData" too`,{path:`data[${i}]`});s>ms&&n([],"TooLong",`ConfigMap has ${s} bytes of values, and may have ${ms}`,{path:"[]"})}})])});function dr(t){if(yS.test(t))return;let e=[];return yn(15,t)&&e.push("must be at most 15 characters"),/^[a-z0-9-]+$/.test(t)||e.push(t===""?"must not be empty":'must consist of lower case letters, digits and "-"'),/[a-z]/.test(t)||e.push("must contain a letter"),t.includes("--")&&e.push('must not contain "--"'),(t.startsWith("-")||t.endsWith("-"))&&e.push('must not begin or end with "-"'),be(e)}var ft,yS,ur,pr=v(()=>{"use strict";bn();ft=t=>t>=1&&t<=65535?void 0:"must be between 1 and 65535",yS=/^(?=[^a-z]*[a-z])(?!.*--)[a-z0-9](?:[a-z0-9-]{0,13}[a-z0-9])?$/;ur=t=>typeof t=="string"?dr(t):ft(t)});function mn({hostPort:t=0,containerPort:e=0},{pod:n}){return t===0&&n?.spec.hostNetwork===!0&&!n.template?e:t}function bS(t,e){let n=(r,o,a,c,l,d)=>e.report([r,o,"ports",a,"hostPort"],c,l,d===void 0?{}:{path:`${e.path}.${d}`}),s=new Set,i=(r,o)=>{let a=mn(o,e),c=`${fn(o)}/${o.hostIP??""}/${a}`;return a===0||!r.has(c)?(r.add(c),!0):!1};for(let[r,{ports:o=[]}]of(t.containers??[]).entries())for(let[a,c]of o.entries()){let l=mn(c,e);i(s,c)||n("containers",r,a,"Duplicate",`Host port ${l}/${fn(c)} is taken by another port of the pod`),t.hostNetwork===!0&&l!==0&&l!==(c.containerPort??0)&&n("containers",r,a,"Invalid",'must equal "containerPort" in the network of the host')}for(let[r,{ports:o=[]}]of(t.initContainers??[]).entries()){let a=new Set;for(let[c,l]of o.entries())i(a,l)||n("initContainers",r,c,"Duplicate",`Host port ${mn(l,e)}/${fn(l)} is taken by another port of the container`,`initContainers[0].ports[${c}].hostPort`)}}function vS(t,e){let{minor:n,warn:s}=e,i=[],r=new Map,o=(a,c)=>{for(let[l,d]of c.entries())for(let[u,p]of(d.ports??[]).entries()){let m=[a,l,"ports",u],y=mn(p,e),{hostIP:h="",name:b=""}=p;h!==""&&y===0&&s(m,`Port ${p.containerPort} has a "hostIP" without "hostPort"`);let S=r.get(b);n>=33&&b!==""&&S!==void 0&&S!==`${a}[${l}]`?s([...m,"name"],`Port name "${b}" is used by another container: whoever looks for it finds only that one`):b!==""&&r.set(b,`${a}[${l}]`);for(let w of i){if(w.port.containerPort!==p.containerPort||fn(w.port)!==fn(p))continue;let E=w.port.hostIP??"",I=w.hostPort===y&&E===h?"is defined twice":w.hostPort===0||y===0?"is defined with and without a host port":void 0,$=w.hostPort===y&&E===""!=(h==="")?"is defined for one host address and for all":void 0;if((I??$)!==void 0){s(m,`Port ${p.containerPort}/${fn(p)} ${I??$}`);break}}i.push({port:p,hostPort:y})}};o("initContainers",t.initContainers??[]),o("containers",t.containers??[])}var yh,fn,bh,vh=v(()=>{"use strict";x();U();pr();yh=()=>({describes:"1 to 65535",test(t){let e=typeof t=="number"&&t!==0?ft(t):void 0;return e===void 0?void 0:{code:"Invalid",message:e}}}),fn=({protocol:t=""})=>t===""?"TCP":t;bh=M({id:"valid-container-port",since:"0.1.0",summary:"Require ports that the API server takes, and host ports that do not collide.",why:"The API server refuses a pod with a port out of range, an unknown protocol, a malformed or repeated name, or a host port twice.",howToFix:'Use numbers from 1 to 65535, the protocols TCP, UDP and SCTP in capitals, and names of at most 15 lower case letters, digits and "-".',references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports"],bad:[{title:"a name that is too long, a protocol in lower case, a host port twice",yaml:f`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: nginx:1.27
                ports:
                  - name: application-http # ✖ "name" "application-http" must be at most 15 characters
                    containerPort: 8080
                    hostPort: 80
                  - name: dns
                    containerPort: 53
                    protocol: udp # ✖ "protocol" "udp" must be one of "TCP", "UDP", "SCTP"
                  - name: other
                    containerPort: 8081
                    hostPort: 80 # ✖ Host port 80/TCP is taken by another port of the pod
        `}],good:[{title:"one host port for each protocol",yaml:f`
          apiVersion: v1
          kind: Pod
          metadata:
            name: dns
          spec:
            containers:
              - name: app
                image: coredns:1.12
                ports:
                  - name: dns
                    containerPort: 53
                    hostPort: 53
                    protocol: UDP
                  - name: dns-tcp
                    containerPort: 53
                    hostPort: 53
                    protocol: TCP
        `}]},[C("core/v1 ContainerPort",{fields:{name:te("a port name",dr),containerPort:$e(yh()),hostPort:yh(),protocol:he("TCP","UDP","SCTP")},check(t,e){if((t.hostPort??0)!==0||mn(t,e)===0||!/\.(?:initC|c)ontainers\[/.test(e.path))return;let n=ft(mn(t,e));n!==void 0&&e.report(["hostPort"],"Invalid",`which equals "containerPort" in the network of the host, ${n}`)}}),C("core/v1 Container",{unique:{ports:{key:"name",of:({name:t})=>t!==void 0&&dr(t)===void 0?t:void 0}}}),C("core/v1 PodSpec",{check(t,e){bS(t,e),vS(t,e)}})])});function hs({path:t,pod:e}){let n=/\.initContainers\[(\d+)\]/.exec(t)?.[1];return n!==void 0&&e?.spec.initContainers?.[Number(n)]?.restartPolicy!=="Always"}function wS(t,{minor:e,field:n,report:s}){let{restartPolicy:i,restartPolicyRules:r=[]}=t,o=n==="initContainers";if(e>=35?i!==void 0&&!Sh.includes(i)&&s(["restartPolicy"],"NotSupported",`must be one of ${xh(Sh)}`):i!==void 0&&!o?s(["restartPolicy"],"Forbidden","may be set on init containers only"):i!==void 0&&i!=="Always"&&e>=29&&s(["restartPolicy"],"NotSupported",'must be "Always", which makes a sidecar'),e<35)return;r.length>0&&i===void 0&&s(["restartPolicy"],"Required",'is required beside "restartPolicyRules"'),r.length>20&&s(["restartPolicyRules"],e===35?"TooLong":"TooMany","must have at most 20 items"),e===35&&o&&i==="Always"&&r.length>0&&s(["restartPolicyRules"],"Forbidden","may not be set on a sidecar");let a=e>=36?["Restart","RestartAllContainers"]:["Restart"];for(let[c,{action:l="",exitCodes:d}]of r.entries()){let u=["restartPolicyRules",c];if(a.includes(l)||s([...u,"action"],"NotSupported",`must be one of ${xh(a)}`),d===void 0){s([...u,"exitCodes"],"Required","is required");continue}d.operator!=="In"&&d.operator!=="NotIn"&&s([...u,"exitCodes","operator"],"NotSupported",'must be one of "In", "NotIn"'),(d.values?.length??0)>255&&s([...u,"exitCodes","values"],e===35?"TooLong":"TooMany","must have at most 255 items")}}function Ch(t,{pod:e,report:n}){t!==void 0&&t!==""&&e?.template!==!0&&t!==t.trim()&&n(["image"],"Invalid","must not begin or end with white space")}var wh,kh,Sh,xh,kS,SS,xS,Ph,fr=v(()=>{"use strict";x();U();se();wh=["Always","IfNotPresent","Never"],kh=["File","FallbackToLogsOnError"],Sh=["Always","Never","OnFailure"],xh=t=>t.map(e=>`"${e}"`).join(", ");kS=["ports","resources","livenessProbe","readinessProbe","startupProbe","lifecycle","resizePolicy","restartPolicy","restartPolicyRules"],SS=["lifecycle","livenessProbe","readinessProbe","startupProbe"],xS=t=>Object.keys(t).join()==="stopSignal";Ph=M({id:"valid-container",since:"0.1.0",summary:"Require containers that the API server takes: a name, an image, known policies.",why:"The API server refuses a pod with a container that lacks its name or image, or whose name is taken or no DNS label.",howToFix:'Give every container an image and a name of its own, of lower case letters, digits and "-".',references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container"],bad:[{title:"a malformed name, a name twice, no image, an unknown policy",yaml:f`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            initContainers:
              - name: init-myService # ✖ "name" "init-myService" must consist of lower case letters, digits and "-"
                image: busybox:1.37
              - name: app # ✖ "name" "app" is the name of another container
                image: busybox:1.37
            containers:
              - name: app
                image: nginx:1.27
                imagePullPolicy: always # ✖ "imagePullPolicy" "always" must be one of "Always", "IfNotPresent", "Never"
              - name: side # ✖ "image" is required
        `}],good:[{title:"names, images and policies that exist",yaml:f`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            initContainers:
              - name: init-my-service
                image: busybox:1.37
            containers:
              - name: app
                image: nginx:1.27
                imagePullPolicy: IfNotPresent
        `}]},[C("core/v1 PodSpec",{fields:{containers:$e()},check({containers:t=[],initContainers:e=[],ephemeralContainers:n=[]},{report:s}){let i=new Set;for(let[r,o]of[["containers",t],["initContainers",e],["ephemeralContainers",n]])for(let[a,{name:c=""}]of o.entries())i.has(c)&&s([r,a,"name"],"Duplicate","is the name of another container"),i.add(c);n.length>0&&s(["ephemeralContainers"],"Forbidden","are added to a running pod, and may not be there before")}}),C("core/v1 Container",{fields:{name:$e(te("a DNS label",X)),image:$e(),imagePullPolicy:he(...wh),terminationMessagePolicy:he(...kh)},check(t,e){if(Ch(t.image,e),wS(t,e),!!hs(e))for(let n of SS)t[n]!==void 0&&!xS(t[n])&&e.report([n],"Forbidden","may be set on an init container only when it always restarts")}}),C("core/v1 ContainerRestartRule",{fields:{action:[]}}),C("core/v1 ContainerRestartRuleOnExitCodes",{fields:{operator:[]}}),C("core/v1 EphemeralContainer",{fields:{name:$e(te("a DNS label",X)),image:$e(),imagePullPolicy:he(...wh),terminationMessagePolicy:he(...kh)},check(t,e){let{pod:n,report:s}=e;Ch(t.image,e);let i=[...n?.spec.containers??[],...n?.spec.initContainers??[]],r=t.targetContainerName??"";r!==""&&!i.some(({name:o})=>o===r)&&s(["targetContainerName"],"NotFound","names no container of the pod");for(let[o,a]of(t.volumeMounts??[]).entries())for(let c of["subPath","subPathExpr"])(a[c]??"")!==""&&s(["volumeMounts",o,c],"Forbidden","may not be set on an ephemeral container");for(let o of kS){let a=t[o];a===void 0||a===""||o==="resources"&&Object.keys(a).length===0||s([o],"Forbidden","may not be set on an ephemeral container")}}})])});var mc,Ah=v(()=>{"use strict";bn();se();mc=t=>t.includes("..")&&t.split("/").includes("..")?'must not contain ".." as an element':void 0});function NS({apiVersion:t,fieldPath:e=""},{minor:n,report:s}){let i=["valueFrom","fieldRef"];if(e==="")return s([...i,"fieldPath"],"Required","is required");let r=TS(e),o=r!==void 0||CS.has(e)&&!(e==="status.hostIPs"&&n<28);if(t!==void 0&&t!==""&&t!=="v1"||!o)return s([...i,"fieldPath"],"Invalid","must be a field of the pod that the downward API has");if(r!==void 0)for(let a of(r.map==="metadata.labels"?W(r.key):xs(r.key))??[])s([...i,"fieldPath"],"Invalid",`Key "${r.key}" ${a}`);else e==="status.hostIPs"&&n<29?s([...i,"fieldPath"],"Forbidden","may be used only since 1.29"):Nh.has(e)||s([...i,"fieldPath"],"NotSupported",`must be one of ${[...Nh].join(", ")}`)}function RS({resource:t="",divisor:e},{report:n}){let s=["valueFrom","resourceFieldRef"];if(t==="")return n([...s,"resource"],"Required","is required");let i=/^(requests|limits)\.hugepages-/.test(t);if(!Rh.has(t)&&!i)return n([...s,"resource"],"NotSupported",`must be one of ${[...Rh].join(", ")}`);let r=e===void 0?void 0:Nt(e);if(r===void 0||r.nanos===0n)return;let o=t.endsWith(".cpu")?PS:AS;o.includes(Fm(r))||n([...s,"divisor"],"Invalid",`must be one of ${o.join(", ")}`)}function ES(t,{name:e="",key:n=""},{report:s}){let i=r=>["valueFrom",t,r];for(let r of ne(e)??[])s(i("name"),"Invalid",r);if(n==="")s(i("key"),"Required","is required");else for(let r of ze(n)??[])s(i("key"),"Invalid",r)}function IS({key:t="",volumeName:e="",path:n=""},{pod:s,report:i}){let r=a=>["valueFrom","fileKeyRef",a];if(t===""?i(r("key"),"Required","is required"):vn(t)!==void 0&&i(r("key"),"Invalid",vn(t)),n===""?i(r("path"),"Required","is required"):mc(n)!==void 0&&i(r("path"),"Invalid",mc(n)),e==="")return i(r("volumeName"),"Required","is required");for(let a of X(e)??[])i(r("volumeName"),"Invalid",a);let o=s?.spec.volumes?.find(a=>a.name===e);o===void 0?i(r("volumeName"),"NotFound","is no volume of this pod"):o.emptyDir===void 0&&Object.keys(o).length>1&&i(r("volumeName"),"Invalid","must be an emptyDir")}var Th,CS,Nh,Rh,PS,AS,TS,Eh,Ih=v(()=>{"use strict";x();U();se();Ah();dn();Th=["fieldRef","resourceFieldRef","configMapKeyRef","secretKeyRef","fileKeyRef"],CS=new Set(["metadata.annotations","metadata.labels","metadata.name","metadata.namespace","metadata.uid","spec.nodeName","spec.host","spec.restartPolicy","spec.serviceAccountName","spec.schedulerName","status.phase","status.hostIP","status.hostIPs","status.podIP","status.podIPs"]),Nh=new Set(["metadata.name","metadata.namespace","metadata.uid","spec.nodeName","spec.host","spec.serviceAccountName","status.hostIP","status.hostIPs","status.podIP","status.podIPs"]),Rh=new Set(["limits.cpu","limits.memory","limits.ephemeral-storage","requests.cpu","requests.memory","requests.ephemeral-storage"]),PS=["1m","1"],AS=["1","1k","1M","1G","1T","1P","1E","1Ki","1Mi","1Gi","1Ti","1Pi","1Ei"],TS=t=>{let e=/^(metadata\.(?:labels|annotations))\['(.*)'\]$/s.exec(t);return e===null?void 0:{map:e[1],key:e[2]}};Eh=M({id:"valid-env-var",since:"0.1.0",summary:"Require environment variables with a name and one source.",why:"The API server refuses a variable without a name, with a value and a source at once, or whose source cannot exist.",howToFix:"Give every variable a name, and either `value` or exactly one source below `valueFrom`.",references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables"],bad:[{title:"a value beside a source, a field that no variable can take",yaml:f`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: example.com/app:1.0
                env:
                  - name: MODE
                    value: fast
                    valueFrom: # ✖ "valueFrom" may not be set beside a value
                      configMapKeyRef:
                        name: settings
                        key: mode
                  - name: LABELS
                    valueFrom:
                      fieldRef:
                        fieldPath: spec.volumes # ✖ "fieldPath" "spec.volumes" must be a field of the pod that the downward API has
        `}],good:[{title:"a value or a source",yaml:f`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: example.com/app:1.0
                env:
                  - name: MODE
                    valueFrom:
                      configMapKeyRef:
                        name: settings
                        key: mode
                  - name: NODE
                    valueFrom:
                      fieldRef:
                        fieldPath: spec.nodeName
        `}]},[C("core/v1 EnvVar",{fields:{name:$e(Ya("1.31",te('a variable name of letters, digits, "_", "-" and "."',Ir)),za("1.32",te('printable ASCII without "="',vn)))},check({value:t,valueFrom:e},n){if(e===void 0)return;let{report:s}=n,i=Th.filter(o=>e[o]!==void 0);i.length===0?s(["valueFrom"],"Invalid",`must have one of ${Th.map(o=>`"${o}"`).join(", ")}`):t!==void 0&&t!==""&&s(["valueFrom"],"Invalid","may not be set beside a value"),i.length>1&&s(["valueFrom"],"Invalid",`may have only one of ${i.map(o=>`"${o}"`).join(", ")}`),e.fieldRef!==void 0&&NS(e.fieldRef,n),e.resourceFieldRef!==void 0&&RS(e.resourceFieldRef,n);let{fileKeyRef:r}=e;r!==void 0&&n.minor>=35&&IS(r,n);for(let o of["configMapKeyRef","secretKeyRef"])e[o]!==void 0&&ES(o,e[o],n)}}),C("core/v1 EnvFromSource",{fields:{prefix:[Ya("1.31",te("a variable name",Ir)),za("1.32",te('printable ASCII without "="',vn))]},check({configMapRef:t,secretRef:e},{report:n,path:s}){let i=s.replace(/\[\d+\]$/,"");t===void 0&&e===void 0&&n([],"Invalid",'Source must have "configMapRef" or "secretRef"',{path:i}),t!==void 0&&e!==void 0&&n(["secretRef"],"Invalid",'may not be set beside "configMapRef"',{path:i});for(let[r,o]of[["configMapRef",t],["secretRef",e]])if(o!==void 0)if(o.name===void 0||o.name==="")n([r,"name"],"Required","is required");else for(let a of Cs(ne)(o.name)??[])n([r,"name"],"Invalid",a)}}),C("core/v1 ObjectFieldSelector",{fields:{fieldPath:[]}}),C("core/v1 ResourceFieldSelector",{fields:{resource:[]}}),C("core/v1 ConfigMapKeySelector",{fields:{key:[]}}),C("core/v1 SecretKeySelector",{fields:{key:[]}}),C("core/v1 FileKeySelector",{fields:{key:[],path:[],volumeName:[]}})])});function hc(t){return OS.find(e=>t[e]!==void 0)}function gc(t,{path:e,report:n}){let s=(i,r,o)=>{let a=o?ur(r??0):ft(Number(r??0));for(let c of a===void 0?[]:[a].flat())n([i,"port"],"Invalid",c)};switch(hc(t)){case"exec":(t.exec.command?.length??0)===0&&n(["exec","command"],"Required","is required");return;case"httpGet":{let{port:i,scheme:r="",httpHeaders:o=[]}=t.httpGet;s("httpGet",i,!0),r!==""&&r!=="HTTP"&&r!=="HTTPS"&&n(["httpGet","scheme"],"NotSupported",'must be one of "HTTP", "HTTPS"');for(let[a,{name:c=""}]of o.entries()){let l=nl(c);l!==void 0&&n(["httpGet","httpHeaders",a,"name"],"Invalid",`Header name "${c}" ${l}`,{path:`${e}.httpGet.httpHeaders`})}return}case"tcpSocket":return s("tcpSocket",t.tcpSocket.port,!0);case"grpc":return s("grpc",t.grpc.port,!1)}}var OS,Oh,$h,yc=v(()=>{"use strict";x();U();se();pr();fr();OS=["exec","httpGet","tcpSocket","grpc","sleep"];Oh={describes:"1",test:t=>typeof t=="number"&&t!==0&&t!==1?{code:"Invalid",message:"must be 1 for this probe"}:void 0},$h=M({id:"valid-probe",since:"0.1.0",summary:"Require probes with exactly one handler and sensible timings.",why:"The API server refuses a probe with no handler or with several, with a port that is none, or with a threshold that has no meaning for it.",howToFix:"Keep one of `exec`, `grpc`, `httpGet` and `tcpSocket`. A port is a number or the name of a container port; a number in quotes is neither.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],bad:[{title:"no handler, two handlers, a port in quotes",yaml:f`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: nginx:1.27
                startupProbe: # ✖ "startupProbe" must have one of "exec", "httpGet", "tcpSocket", "grpc"
                  periodSeconds: 5
                livenessProbe:
                  successThreshold: 2 # ✖ "successThreshold" "2" must be 1 for this probe
                  httpGet:
                    port: "8080" # ✖ "port" "8080" must contain a letter
                readinessProbe:
                  exec:
                    command: ['true']
                  tcpSocket: # ✖ "tcpSocket" may not be set beside "exec"
                    port: 80
        `}],good:[{title:"one handler each",yaml:f`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: nginx:1.27
                livenessProbe:
                  httpGet:
                    path: /healthz
                    port: http
                readinessProbe:
                  successThreshold: 2
                  tcpSocket:
                    port: 80
        `}]},[C("core/v1 Probe",{fields:{initialDelaySeconds:At(0),timeoutSeconds:At(0),periodSeconds:At(0),successThreshold:At(0),failureThreshold:At(0),terminationGracePeriodSeconds:At(1)},exactlyOneOf:["exec","httpGet","tcpSocket","grpc"],check(t,e){hs(e)||(gc(t,e),e.field==="readinessProbe"&&t.terminationGracePeriodSeconds!==void 0&&e.report(["terminationGracePeriodSeconds"],"Invalid","may not be set on a readiness probe, which stops nothing"))}}),C("core/v1 Container",{fields:{livenessProbe:{successThreshold:Oh},startupProbe:{successThreshold:Oh}}}),C("core/v1 ExecAction",{fields:{command:[]}}),C("core/v1 HTTPGetAction",{fields:{port:[]}}),C("core/v1 HTTPHeader",{fields:{name:[],value:[]}}),C("core/v1 TCPSocketAction",{fields:{port:[]}}),C("core/v1 GRPCAction",{fields:{port:[]}})])});var $S,Lh,qh=v(()=>{"use strict";x();U();yc();fr();$S=30,Lh=M({id:"valid-lifecycle-hook",since:"0.1.0",summary:"Require lifecycle hooks with exactly one handler that can end in time.",why:"The API server refuses a hook with no handler or with several, and a sleep that is longer than the time in which the pod must stop.",howToFix:"Keep one of `exec`, `httpGet` and `sleep`, and raise `terminationGracePeriodSeconds` above the sleep.",references:["https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/"],bad:[{title:"a sleep beyond the grace period, and two handlers",yaml:f`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: nginx:1.27
                lifecycle:
                  postStart:
                    exec:
                      command: ['true']
                    httpGet: # ✖ "httpGet" may not be set beside "exec"
                      port: 80
                  preStop:
                    sleep: # ✖ "sleep" must be at most the grace period of 30 seconds
                      seconds: 60
        `}],good:[{title:"a sleep within the grace period",yaml:f`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            terminationGracePeriodSeconds: 90
            containers:
              - name: app
                image: nginx:1.27
                lifecycle:
                  preStop:
                    sleep:
                      seconds: 60
        `}]},[C("core/v1 LifecycleHandler",{exactlyOneOf:["exec","httpGet","tcpSocket","sleep"],check(t,e){let{minor:n,pod:s,report:i}=e;if(hs(e)||(gc(t,e),hc(t)!=="sleep"||n<30))return;let r=t.sleep?.seconds??0,o=s?.spec.terminationGracePeriodSeconds??$S,a=o<0&&s?.template!==!0?1:o;r<0||r===0&&n<33?i(["sleep"],"Invalid",`must be at least ${n<33?1:0} seconds`):r>a&&i(["sleep"],"Invalid",`must be at most the grace period of ${a} seconds`)}}),C("core/v1 SleepAction",{fields:{seconds:[]}})])});function It(t){if(!t.includes(":")){let m=Mh(t);return m&&{family:4,mapped:!1,...m}}let e=t,n;if(t.includes(".")){let m=t.lastIndexOf(":")+1;if(n=Mh(t.slice(m)),n===void 0)return;e=`${t.slice(0,m)}0:0`}let[s,i,r]=e.split("::");if(r!==void 0)return;let o=Dh(s),a=i===void 0?[]:Dh(i),c=8-o.length-a.length;if(i===void 0?c!==0:c<1)return;let l=[...o,...Array(c).fill("0"),...a];if(!l.every(m=>/^[0-9a-fA-F]+$/.test(m)&&Number.parseInt(m,16)<=65535))return;let d=l.reduce((m,y)=>m*65536n+BigInt(`0x${y}`),0n)+(n?.value??0n),u=n?.leadingZeros===!0||l.some(m=>m.length>4),p=d>>32n===0xffffn;return p?{family:4,value:d&0xffffffffn,mapped:p,leadingZeros:u}:{family:6,value:d,mapped:p,leadingZeros:u}}function mr(t){let e=t.indexOf("/");if(e===-1)return;let n=It(t.slice(0,e)),s=t.slice(e+1);if(n===void 0||!/^[0-9]+$/.test(s)||Number(s)>_h(n))return;let i=_h(n)-Number(s),r=n.mapped?0xffffn<<32n|n.value:n.value;return{ip:n,prefixLength:Number(s),leadingZeros:n.leadingZeros||/^0[0-9]/.test(s),hostBits:(r&(1n<<BigInt(i))-1n)!==0n}}function gs({family:t,value:e}){if(t===4)return[24n,16n,8n,0n].map(i=>e>>i&255n).join(".");let n=Array.from({length:8},(i,r)=>(e>>BigInt(112-16*r)&0xffffn).toString(16)),s={at:-1,length:1};for(let i=0;i<8;i++){let r=0;for(;n[i+r]==="0";)r++;r>s.length&&(s={at:i,length:r})}return s.at===-1?n.join(":"):`${n.slice(0,s.at).join(":")}::${n.slice(s.at+s.length).join(":")}`}function hr({ip:t,prefixLength:e}){let n=t.mapped?Math.max(e-96,0):e,s=BigInt((t.family===4?32:128)-n);return`${gs({...t,value:t.value>>s<<s})}/${n}`}function yr(t){let e=mr(t);if(e===void 0)return[Vh];if(e.leadingZeros)return["must not have leading zeros"];let n=[];return e.ip.mapped&&n.push("must not be an IPv4 range written as IPv6"),e.hostBits&&n.push("must not have bits set beyond its prefix length"),be(n)}var Mh,Dh,_h,Fh,Vh,Kh,bc,gr,jh,br=v(()=>{"use strict";bn();Mh=t=>{let e=t.split(".");if(!(e.length!==4||!e.every(n=>/^[0-9]+$/.test(n)&&Number(n)<=255)))return{value:e.reduce((n,s)=>n*256n+BigInt(s),0n),leadingZeros:e.some(n=>/^0[0-9]/.test(n))}},Dh=t=>t===""?[]:t.split(":");_h=t=>t.family===4&&!t.mapped?32:128;Fh="must be an IP address such as 10.9.8.7 or 2001:db8::ffff",Vh="must be a range of IP addresses such as 10.9.8.0/24 or 2001:db8::/64",Kh=t=>It(t)===void 0?Fh:void 0,bc=t=>{let e=It(t);return e===void 0?Fh:e.leadingZeros?"must not have leading zeros":e.mapped?"must not be an IPv4 address written as IPv6":void 0},gr=t=>bc(t)??(gs(It(t))===t?void 0:`must be in canonical form ("${gs(It(t))}")`),jh=t=>mr(t)===void 0?Vh:void 0});function Yh(t,e,{minor:n,report:s,warn:i}){let r=n>=36?bc(e):Kh(e);r!==void 0?s(t,"Invalid",r):n>=33&&gr(e)!==void 0&&i(t,`Address "${e}" is not in canonical form: write "${gs(It(e))}"`)}function LS({dnsPolicy:t,dnsConfig:e},n){let{minor:s,report:i}=n,{nameservers:r=[],searches:o=[],options:a=[]}=e??{};if(t==="None"&&r.length===0){i(e===void 0?["dnsConfig"]:["dnsConfig","nameservers"],"Required",'is required where "dnsPolicy" is None');return}r.length>Bh&&i(["dnsConfig","nameservers"],"Invalid",`must have at most ${Bh} items`);for(let[c,l]of r.entries())Yh(["dnsConfig","nameservers",c],l,n);o.length>Uh&&i(["dnsConfig","searches"],"Invalid",`must have at most ${Uh} items`),o.join(" ").length>Wh&&i(["dnsConfig","searches"],"Invalid",`must have at most ${Wh} characters together`);for(let[c,l]of o.entries()){if(s>=33&&l===".")continue;let d=l.endsWith(".")?l.slice(0,-1):l;for(let u of(s>=33?Zc:ne)(d)??[])i(["dnsConfig","searches",c],"Invalid",u)}for(let[c,{name:l=""}]of a.entries())l===""&&i(["dnsConfig","options",c],"Required",'must have a "name"')}function qS(t,e){let n=new Set;for(let[s,{ip:i="",hostnames:r=[]}]of t.entries()){Yh(["hostAliases",s,"ip"],i,e),n.has(i)&&e.warn(["hostAliases",s,"ip"],`Address "${i}" has two entries`),n.add(i);for(let[o,a]of r.entries())for(let c of ne(a)??[])e.report(["hostAliases",s,"hostnames",o],"Invalid",c)}}function MS(t,{path:e,report:n}){let s={path:`${e}.nodeSelector`};for(let[i,r=""]of Object.entries(t)){for(let o of W(i)??[])n(["nodeSelector",i],"Invalid",`Node label key "${i}" ${o}`,s);for(let o of ie(r)??[])n(["nodeSelector",i],"Invalid",`Node label "${i}" has the value "${r}", which ${o}`,s)}}function DS({schedulingGates:t=[],nodeName:e=""},{pod:n,report:s}){let i=new Set;for(let[r,{name:o=""}]of t.entries()){for(let a of W(o)??[])s(["schedulingGates",r],"Invalid",`Gate "${o}" ${a}`);i.has(o)&&s(["schedulingGates",r],"Duplicate",`Gate "${o}" is listed twice`),i.add(o)}t.length>0&&e!==""&&n?.template===!1&&s(["nodeName"],"Forbidden",'may not be set while "schedulingGates" hold the pod back')}function _S(t,{minor:e,report:n}){let{hostnameOverride:s}=t;if(s===void 0||e<35)return;let i=["hostnameOverride"];t.setHostnameAsFQDN===!0&&n(i,"Forbidden",'may not be set beside "setHostnameAsFQDN"'),t.hostNetwork===!0&&n(i,"Forbidden",'may not be set beside "hostNetwork"'),Buffer.byteLength(s)>Gh&&n(i,"TooLong",`must be at most ${Gh} bytes`);for(let r of ne(s)??[])n(i,"Invalid",r)}function FS({terminationGracePeriodSeconds:t=0,imagePullSecrets:e=[]},{pod:n,warn:s}){t<0&&n?.template===!0&&s(["terminationGracePeriodSeconds"],'"terminationGracePeriodSeconds" is negative, which counts as 1');let i=new Set;for(let[r,{name:o=""}]of e.entries())o===""?s(["imagePullSecrets",r,"name"],"Pull secret has an empty name"):i.has(o)&&s(["imagePullSecrets",r,"name"],`Pull secret "${o}" is listed twice`),i.add(o)}var Bh,Uh,Wh,Gh,zh,Hh,Jh=v(()=>{"use strict";x();U();br();se();Bh=3,Uh=32,Wh=2048,Gh=64;zh=t=>({...t,test:(e,n)=>n.kind==="StatefulSet"?void 0:t.test?.(e,n)}),Hh=M({id:"valid-pod-spec",since:"0.1.0",summary:"Require policies, names and addresses of a pod that the API server takes.",why:"The API server refuses a pod with an unknown policy, a malformed host name, node label or address, or DNS settings that leave nothing to ask.",howToFix:'Write policies as the documentation spells them, and names in lower case letters, digits and "-".',references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec"],bad:[{title:"policies in lower case, no name server, a host name with a dot",yaml:f`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            restartPolicy: always # ✖ "restartPolicy" "always" must be one of "Always", "OnFailure", "Never"
            dnsPolicy: None
            dnsConfig: # ✖ "nameservers" is required where "dnsPolicy" is None
              searches:
                - example.com
            hostname: web.example # ✖ "hostname" "web.example" must consist of lower case letters, digits and "-"
            hostAliases:
              - ip: localhost # ✖ "ip" "localhost" must be an IP address such as 10.9.8.7 or 2001:db8::ffff
                hostnames:
                  - web
            containers:
              - name: app
                image: nginx:1.27
        `}],good:[{title:"a name server of its own",yaml:f`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            restartPolicy: Always
            dnsPolicy: None
            dnsConfig:
              nameservers:
                - 10.0.0.10
            containers:
              - name: app
                image: nginx:1.27
        `}]},[C("core/v1 PodSpec",{fields:{restartPolicy:he("Always","OnFailure","Never"),dnsPolicy:he("ClusterFirstWithHostNet","ClusterFirst","Default","None"),serviceAccountName:te("a DNS subdomain",ne),nodeName:te("a DNS subdomain",ne),hostname:zh(te("a DNS label",X)),subdomain:zh(te("a DNS label",X)),priorityClassName:te("a DNS subdomain",ne),runtimeClassName:te("a DNS subdomain",ne,{empty:!0}),activeDeadlineSeconds:Gp(1,2**31-1)},check(t,e){let{report:n}=e;if(t.preemptionPolicy===""?n(["preemptionPolicy"],"Required","is required"):t.preemptionPolicy!==void 0&&t.preemptionPolicy!=="PreemptLowerPriority"&&t.preemptionPolicy!=="Never"&&n(["preemptionPolicy"],"NotSupported",'must be one of "PreemptLowerPriority", "Never"'),t.os!==void 0){let s=t.os.name??"";s===""?n(["os","name"],"Required","is required"):s!=="linux"&&s!=="windows"&&n(["os"],"NotSupported",`Operating system "${s}" must be "linux" or "windows"`)}t.nodeSelector!==void 0&&MS(t.nodeSelector,e),t.hostAliases!==void 0&&qS(t.hostAliases,e);for(let[s,{conditionType:i=""}]of(t.readinessGates??[]).entries())for(let r of W(i)??[])n(["readinessGates",s,"conditionType"],"Invalid",r);LS(t,e),DS(t,e),_S(t,e),FS(t,e)}}),C("core/v1 HostAlias",{fields:{ip:[]}}),C("core/v1 PodReadinessGate",{fields:{conditionType:[]}}),C("core/v1 PodSchedulingGate",{fields:{name:[]}}),C("core/v1 PodOS",{fields:{name:[]}})])});var Qh,Zh=v(()=>{"use strict";x();U();Ye();Et();Qh=M({id:"valid-replication-controller",since:"0.1.0",summary:"Require a ReplicationController whose selector matches its pod template.",why:"The API server refuses a ReplicationController that would not select its own pods.",howToFix:"Repeat the labels of `selector` in `template.metadata.labels`.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/replicationcontroller/#pod-selector"],bad:[{title:"labels that the selector does not match",yaml:f`
          apiVersion: v1
          kind: ReplicationController
          metadata:
            name: web
          spec:
            selector:
              app: web
            template:
              metadata:
                labels: # ✖ "labels" must match "selector", or the workload cannot own its pods
                  app: website
              spec:
                containers:
                  - name: app
                    image: nginx:1.27
        `}],good:[{title:"the selector matches the labels",yaml:f`
          apiVersion: v1
          kind: ReplicationController
          metadata:
            name: web
          spec:
            selector:
              app: web
            template:
              metadata:
                labels:
                  app: web
                  version: '2'
              spec:
                containers:
                  - name: app
                    image: nginx:1.27
        `}]},[C("core/v1 ReplicationController",{check({metadata:t,spec:e},n){let s=Be({template:e?.template});lr(t?.labels,s,["spec","template","metadata","labels"],n)}}),C("core/v1 ReplicationControllerSpec",{check({selector:t={},template:e},n){let s=Be({template:e}),i=Object.keys(t).length>0;e===void 0&&n.report(["template"],"Required","is required"),!i&&Object.keys(s).length===0&&n.report(["selector"],"Required","is required where the template has no labels"),i&&e!==void 0&&!sl(t,s)&&fs(n),Le({template:e},n)}})])});function VS(t){let e=[...W(t)??[]],n=Xh.includes(t)||Ue(t),s=n||tg.includes(t)||t.startsWith("requests.hugepages-");return e.length===0&&!t.includes("/")&&!s&&e.push("is no resource of Kubernetes, and has no prefix such as example.com/"),t.includes("/")?!kc(t)&&!ng(t)&&e.push("is no name of an extended resource"):n||e.push("is no resource that a container can have"),e}function KS(t){let e=W(t)?.[0];return e!==void 0?{code:"Invalid",message:e}:xc(t)?void 0:t.includes("/")||Xh.includes(t)||tg.includes(t)||t.startsWith("requests.hugepages-")?{code:"NotSupported",message:"can be set for containers only"}:{code:"Invalid",message:"is no resource of Kubernetes"}}function ys(t){let e=new Map;for(let[n,s]of Object.entries(t??{})){let i=s===void 0?void 0:Nt(s);i!==void 0&&e.set(n,cc(i))}return e}function jS(t,e){let n=Nt(t.slice(10));return n===void 0||n.nanos<=0n||!Rt(cc(n))?"has no size in its name, such as hugepages-2Mi":ac(e)%ac(n)===0n?void 0:"must be a multiple of its page size"}function Cc(t,e,n){let s=o=>({code:"Invalid",message:o}),i=n?[KS(t)].filter(o=>o!==void 0):VS(t).map(s);e.nanos<0n&&i.push(s("must not be negative")),(ng(t)||eg.includes(t))&&!Rt(e)&&i.push(s("must be a whole number"));let r=Ue(t)?jS(t,e):void 0;return r!==void 0&&i.push(s(r)),i}function vr({limits:t,requests:e},n){let s={limits:ys(t),requests:ys(e),defaulted:new Set};if(n)for(let[i,r]of s.limits)s.requests.has(i)||(s.requests.set(i,r),s.defaulted.add(i));return s}function Tc(t,e,n){let s=o=>vr(o.resources??{},n)[e],i=new Map,r=new Map;for(let o of t.initContainers??[])o.restartPolicy==="Always"?(i=vc(i,s(o)),r=wc(r,i)):r=wc(r,vc(i,s(o)));for(let o of t.containers??[])i=vc(i,s(o));return wc(i,r)}var Xh,eg,tg,Ue,kc,ng,Sc,xc,Pc,Ac,vc,wc,sg=v(()=>{"use strict";se();dn();Xh=["cpu","memory","ephemeral-storage"],eg=["pods","resourcequotas","services","replicationcontrollers","secrets","configmaps","persistentvolumeclaims","services.nodeports","services.loadbalancers"],tg=[...eg,"storage","requests.cpu","requests.memory","requests.ephemeral-storage","requests.storage","limits.cpu","limits.memory","limits.ephemeral-storage"],Ue=t=>t.startsWith("hugepages-"),kc=t=>!t.includes("/")||t.includes("kubernetes.io/"),ng=t=>!kc(t)&&!t.startsWith("requests.")&&W(`requests.${t}`)===void 0,Sc=t=>kc(t)&&!Ue(t),xc=t=>t==="cpu"||t==="memory"||Ue(t);Pc=t=>t.some(Ue)&&!t.includes("cpu")&&!t.includes("memory"),Ac="must have cpu or memory beside huge pages";vc=(t,e)=>{let n=new Map(t);for(let[s,i]of e)n.set(s,{...i,nanos:i.nanos+(n.get(s)?.nanos??0n)});return n},wc=(t,e)=>{let n=new Map(t);for(let[s,i]of e)(n.get(s)?.nanos??-1n)<i.nanos&&n.set(s,i);return n}});function ig({limits:t,requests:e,defaulted:n},s,{path:i,report:r}){let o=a=>({path:`${i}.resources.${a}`});for(let[a,c]of[["limits",t],["requests",e]])for(let[l,d]of c){let u=a==="requests"&&n.has(l),p=(y,h)=>r(["resources",u?"limits":a,l],y,`${u?"The request made of the limit":"Resource"} "${l}" ${h}`,o(`${a}[${l}]`));for(let{code:y,message:h}of Cc(l,d,s))p(y,h);if(a==="limits")continue;let m=t.get(l);m===void 0?Sc(l)||r(["resources","limits"],"Required",`Resource "${l}" cannot be overcommitted, so it needs a limit like its request`):Sc(l)?ln(d,m)>0&&r(["resources","requests",l],"Invalid",`The request of "${l}" is above its limit`,o("requests")):ln(d,m)!==0&&r(["resources","requests",l],"Invalid",`Resource "${l}" cannot be overcommitted, so its request must equal its limit`,o("requests"))}Pc([...t.keys(),...e.keys()])&&r(["resources"],"Forbidden",Ac)}function BS({limits:t,requests:e,defaulted:n},{warn:s}){for(let[i,r]of[["limits",t],["requests",e]])for(let o of["memory","ephemeral-storage"]){let a=r.get(o);a===void 0||Rt(a)||i==="requests"&&n.has(o)||s(["resources",i,o],`Resource "${o}" is a fraction of a byte: the unit "m" means thousandths`)}}function US(t,{pod:e,report:n}){let s=new Set((e?.spec.resourceClaims??[]).map(r=>r.name)),i=new Map;for(let[r,{name:o="",request:a=""}]of t.entries()){let c=["resources","claims",r];if(o===""){n(c,"Required",'must have a "name"');continue}let l=i.get(o);l!==void 0&&(a===""||l.has("")||l.has(a))&&n(c,"Duplicate",`Claim "${o}" is listed twice`),l===void 0?i.set(o,new Set([a])):l.add(a);for(let d of a===""?[]:X(a)??[])n([...c,"request"],"Invalid",d);s.has(o)||n(c,"NotFound",`Claim "${o}" is not among the "resourceClaims" of the pod`)}}function WS(t,e,{minor:n,field:s,path:i,pod:r,report:o}){let a={path:`${i}.resizePolicy`},c=new Set;for(let[l,{resourceName:d="",restartPolicy:u=""}]of t.entries()){let p=["resizePolicy",l];c.has(d)&&o(p,"Duplicate",`Resource "${d}" has two policies`),c.add(d),d===""?o([...p,"resourceName"],"Required","is required",a):d!=="cpu"&&d!=="memory"&&o([...p,"resourceName"],"NotSupported",'must be one of "cpu", "memory"',a),u===""?o([...p,"restartPolicy"],"Required","is required",a):u!=="NotRequired"&&u!=="RestartContainer"&&o([...p,"restartPolicy"],"NotSupported",'must be one of "NotRequired", "RestartContainer"',a),r?.spec.restartPolicy==="Never"&&u!=="NotRequired"&&o([...p,"restartPolicy"],"Invalid",'must be "NotRequired" in a pod that never restarts',a),n>=36&&s==="initContainers"&&e.restartPolicy!=="Always"&&u==="RestartContainer"&&o([...p,"restartPolicy"],"Invalid",'may be "RestartContainer" only for containers that go on running')}}function GS(t,e,n,s){let i=vr(t,!1);if(!s||i.limits.size===0&&i.requests.size===0)return i;for(let[o,a]of n)Ue(o)&&!i.limits.has(o)&&i.limits.set(o,a);let r=new Set;for(let[o,a]of[...e,...i.limits])i.requests.has(o)||!xc(o)||(i.requests.set(o,Ue(o)?i.limits.get(o)??a:a),r.add(o));return{...i,defaulted:r}}function zS(t,{path:e,report:n}){let s=ys(t);for(let[i,r]of s)for(let o of Cc(i,r,!1))n(["overhead",i],o.code,`Resource "${i}" ${o.message}`,{path:`${e}.overhead.limits[${i}]`});Pc([...s.keys()])&&n(["overhead"],"Forbidden",Ac)}function YS(t,e){let n=t.resources;if(n===void 0||e.minor<34)return;let{pod:s,path:i,report:r}=e,o=s?.template!==!0;t.os?.name==="windows"&&r(["resources"],"Forbidden","may not be set for Windows"),n.claims!==void 0&&r(["resources","claims"],"Forbidden","may not be set for a pod");let a=Tc(t,"requests",o),c=Tc(t,"limits",o),l=GS(n,a,c,o);ig(l,!0,e);let d=u=>({path:`${i}.resources.${u}`});for(let[u,p]of l.requests){let m=a.get(u);m!==void 0&&ln(p,m)<0&&r(["resources","requests",u],"Invalid",`The request of "${u}" is below what the containers request together`,d(`requests[${u}]`))}for(let[u,p]of l.limits){let m=c.get(u);Ue(u)&&m!==void 0&&ln(p,m)<0&&r(["resources","limits",u],"Invalid",`The limit of "${u}" is below that of the containers together`,d(`limits[${u}]`));for(let[y,h]of(t.containers??[]).entries()){let b=ys(h.resources?.limits).get(u);b===void 0||ln(b,p)<=0||r(["containers",y,"resources","limits",u],"Invalid",`The limit of "${u}" is above that of the pod`,d(`containers[${y}][${u}].limits`))}}}var rg,og=v(()=>{"use strict";x();U();se();dn();sg();rg=M({id:"valid-resources",since:"0.1.0",summary:"Require resources that exist, in amounts that make sense, with requests within limits.",why:"The API server refuses a pod with an unknown resource, a negative or fractional amount, or a request above its limit.",howToFix:"Use cpu, memory, ephemeral-storage, hugepages-<size> or a prefixed resource of a device, and keep each request at or below its limit.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],bad:[{title:"a request above its limit, an unknown resource, half a device",yaml:f`
          apiVersion: apps/v1
          kind: Deployment
          metadata:
            name: web
          spec:
            selector:
              matchLabels:
                app: web
            template:
              metadata:
                labels:
                  app: web
              spec:
                containers:
                  - name: app
                    image: nginx:1.27
                    resources:
                      requests:
                        memory: 1Gi # ✖ The request of "memory" is above its limit
                      limits:
                        memory: 1G
                        requests.cpu: 1 # ✖ Resource "requests.cpu" is no resource that a container can have
                        nvidia.com/gpu: 500m # ✖ Resource "nvidia.com/gpu" must be a whole number
        `}],good:[{title:"requests within limits",yaml:f`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: nginx:1.27
                resources:
                  requests:
                    cpu: 100m
                    memory: 512Mi
                  limits:
                    memory: 1Gi
                    nvidia.com/gpu: 1
        `}]},[C("core/v1 Container",{check(t,e){let{resources:n,resizePolicy:s}=t;if(s!==void 0&&e.minor>=33&&WS(s,t,e),n===void 0)return;let i=vr(n,e.pod?.template!==!0);ig(i,!1,e),BS(i,e),n.claims!==void 0&&e.minor>=34&&US(n.claims,e)}}),C("core/v1 PodSpec",{check(t,e){t.overhead!==void 0&&zS(t.overhead,e),YS(t,e)}}),C("core/v1 ResourceClaim",{fields:{name:[]}}),C("core/v1 ContainerResizePolicy",{fields:{resourceName:[],restartPolicy:[]}})])});function QS(t){try{let e=JSON.parse(t);return e===null||typeof e=="object"&&!Array.isArray(e)}catch{return!1}}var HS,JS,Nc,ag,cg=v(()=>{"use strict";x();U();se();fc();HS={"kubernetes.io/dockercfg":[".dockercfg"],"kubernetes.io/dockerconfigjson":[".dockerconfigjson"],"kubernetes.io/ssh-auth":["ssh-privatekey"],"kubernetes.io/tls":["tls.crt","tls.key"]},JS=["kubernetes.io/dockercfg","kubernetes.io/dockerconfigjson"],Nc="kubernetes.io/service-account.name";ag=M({id:"valid-secret",since:"0.1.0",summary:"Require Secrets that have what their type needs.",why:"The API server refuses a Secret that lacks the keys of its type, has a key that cannot be a file name, or has more than 1 MiB of values.",howToFix:"Add the key that the message names, or leave `type` away: `Opaque` needs nothing.",references:["https://kubernetes.io/docs/concepts/configuration/secret/#secret-types"],bad:[{title:"a certificate without its key",yaml:f`
          apiVersion: v1
          kind: Secret
          metadata:
            name: web-tls
          type: kubernetes.io/tls
          data: # ✖ Secret of type kubernetes.io/tls needs the key "tls.key"
            tls.crt: Y2VydA==
        `}],good:[{title:"both keys",yaml:f`
          apiVersion: v1
          kind: Secret
          metadata:
            name: web-tls
          type: kubernetes.io/tls
          data:
            tls.crt: Y2VydA==
            tls.key: a2V5
        `}]},[C("core/v1 Secret",{check({data:t={},stringData:e={},type:n="",metadata:s},{report:i}){let r=l=>l in t||l in e,o=l=>e[l]??Buffer.from(t[l]??"","base64").toString(),a=Object.keys(t).length>0||Object.keys(e).length===0?"data":"stringData",c=0;for(let[l,d]of[["data",t],["stringData",e]])for(let[u,p]of Object.entries(d))if(!(l==="data"&&u in e)){for(let m of ze(u)??[])i([l,u],"Invalid",`Key "${u}" ${m}`,{path:`data[${u}]`});c+=l==="data"?pc(p??""):Buffer.byteLength(p??"")}c>ms&&i([a],"TooLong",`Secret has ${c} bytes of values, and may have ${ms}`,{path:"data"}),n==="kubernetes.io/service-account-token"&&!s?.annotations?.[Nc]&&i(["metadata","annotations"],"Required",`Secret of type ${n} needs the annotation "${Nc}"`,{path:`metadata.annotations[${Nc}]`});for(let l of HS[n]??[])!r(l)||l==="ssh-privatekey"&&o(l)===""?i([a],"Required",`Secret of type ${n} needs the key "${l}"`,{path:`data[${l}]`}):JS.includes(n)&&!QS(o(l))&&i([l in e?"stringData":"data",l],"Invalid",`Key "${l}" must hold a JSON object`,{path:`data[${l}]`});if(n==="kubernetes.io/basic-auth"&&!r("username")&&!r("password"))for(let l of["username","password"])i([a],"Required",`Secret of type ${n} needs the key "username" or "password"`,{path:`data[${l}]`})}})])});var lg,dg=v(()=>{"use strict";x();U();se();lg=M({id:"valid-service",since:"0.1.0",summary:"Require a Service whose selector consists of labels.",why:"The API server refuses a selector with keys or values that no pod can have as labels.",howToFix:"Copy the labels of the pods that the Service is for.",references:["https://kubernetes.io/docs/concepts/services-networking/service/"],bad:[{title:"a malformed value",yaml:f`
          apiVersion: v1
          kind: Service
          metadata:
            name: web
          spec:
            selector:
              app: web,api # ✖ Value "web,api" of the selector must consist of letters, digits, "-", "_" and "."
            ports:
              - port: 80
        `}],good:[{title:"labels of pods",yaml:f`
          apiVersion: v1
          kind: Service
          metadata:
            name: web
          spec:
            selector:
              app.kubernetes.io/name: web
            ports:
              - port: 80
        `}]},[C("core/v1 ServiceSpec",{check({selector:t={}},{path:e,report:n}){let s={path:`${e}.selector`};for(let[i,r=""]of Object.entries(t)){for(let o of W(i)??[])n(["selector",i],"Invalid",`Key "${i}" of the selector ${o}`,s);for(let o of ie(r)??[])n(["selector",i],"Invalid",`Value "${r}" of the selector ${o}`,s)}}})])});var ZS,XS,ug,pg=v(()=>{"use strict";x();U();Ye();ZS=/^spec\.metrics\[\d+\]\.\w+\.metric\.selector$/,XS=/\.topologySpreadConstraints\[\d+\]\.labelSelector$/,ug=M({id:"valid-label-selector",since:"0.1.0",summary:"Require label selectors that the API server can read.",why:"The API server refuses a selector with malformed keys or values, or with an operator that does not go with its values.",howToFix:"Use the operators In and NotIn with `values`, Exists and DoesNotExist without, and keys and values that labels can have.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors"],bad:[{title:"an operator without its values, and one that does not exist",yaml:f`
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata:
            name: deny
          spec:
            podSelector:
              matchExpressions:
                - key: app # ✖ "values" must not be empty for the operator In
                  operator: In
                - key: tier
                  operator: Equals # ✖ "operator" "Equals" must be one of In, NotIn, Exists, DoesNotExist
                  values: [web]
        `}],good:[{title:"labels and expressions",yaml:f`
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata:
            name: deny
          spec:
            podSelector:
              matchLabels:
                app: web
              matchExpressions:
                - key: tier
                  operator: NotIn
                  values: [cache]
        `}]},[C("meta/v1 LabelSelector",{check(t,{path:e,report:n}){if(!ZS.test(e))for(let{code:s,steps:i,value:r,reason:o}of Or(t,{anyValues:XS.test(e)})){let a=i[0]==="matchLabels",c=a?`${r===i[1]?"Key":"Value"} "${r}" of the selector ${o}`:o;n(i,s,c,a?{path:`${e}.matchLabels`}:{})}}}),C("meta/v1 LabelSelectorRequirement",{fields:{key:[],operator:[]}})])});function hg({apiVersion:t}){let e=t.indexOf("/");return e===-1?"":t.slice(0,e)}function ax(t,e){return t==="/Service"?e>=36?X:Qc:ex[t]??ne}function cx(t,e,n){let{report:s,warn:i,minor:r}=n,{name:o="",generateName:a=""}=t,c=ax(e,r);if(a!==""){let d=e.startsWith("rbac."),u=r>=(tx[e]??1/0)||!Ec(hg(n)),p=d||c===mg?c:Cs(u?ce:c),m=o===""?c($t(a)):void 0;if(!u||m===void 0)for(let y of p(a)??[])s(["metadata","generateName"],"Invalid",y);for(let y of m??[])s(["metadata","generateName"],"Invalid",`makes a name that ${y}`,{path:"metadata.name"})}else o===""&&e!=="/LimitRange"&&s(["metadata","name"],"Required","is required");for(let d of(o===""?void 0:c(o))??[])s(["metadata","name"],"Invalid",d);if(e==="/Namespace")for(let d of ie(o)??[])s(["metadata","name"],"Invalid",`"${o}" becomes the value of a label, which ${d}`,{path:"metadata.labels"});if(!nx.has(e)||o===""&&a==="")return;let[l]=X(o===""?$t(a):o)??[];l!==void 0&&i(["metadata",o===""?"generateName":"name"],`The name becomes part of host names, for which it ${l}`)}function lx(t,{minor:e,report:n,warn:s}){let i=new Set,r=0;for(let[o,a]of t.entries()){let{apiVersion:c="",kind:l="",name:d="",uid:u="",controller:p=!1,blockOwnerDeletion:m}=a,y=JSON.stringify([c,l,d,u,p,m]);if(i.has(y)){s(["metadata","ownerReferences",o],`Owner "${d}" is listed twice`);continue}i.add(y);let h=w=>["metadata","ownerReferences",o,w],b=w=>e>=37?{}:{path:`metadata.ownerReferences.${w}`};(c.split("/").length-1>1||c.endsWith("/"))&&n(h("apiVersion"),"Invalid","must be a version, or a group and a version: apps/v1",b("apiVersion"));for(let[w,E]of Object.entries({apiVersion:c,kind:l,name:d,uid:u}))E===""&&n(h(w),e>=37?"Required":"Invalid","is required",b(w));c==="v1"&&l==="Event"&&n(["metadata","ownerReferences",o],"Invalid",`Owner "${d}" is an Event, which can own nothing`,e>=37?{}:{path:"metadata.ownerReferences"}),p&&(r++,(r===2||r>2&&e<37)&&n(["metadata","ownerReferences",o,"controller"],"Invalid",`Owner "${d}" is a second controller, and an object can have one`,{path:"metadata.ownerReferences"}))}}function dx(t,{report:e},n){let s={path:"metadata.finalizers"};for(let[r,o]of t.entries()){let a=["metadata","finalizers",r];for(let c of W(o)??[])e(a,"Invalid",`Finalizer "${o}" ${c}`,s);o.includes("/")||rx.includes(o)||n||e(a,"Invalid",`Finalizer "${o}" is none of Kubernetes, so it needs a prefix: example.com/${o}`)}let i=t.indexOf("orphan");i!==-1&&t.includes("foregroundDeletion")&&e(["metadata","finalizers",i],"Invalid",'Finalizer "orphan" excludes "foregroundDeletion"',s)}function gg({labels:t={},annotations:e={}},n,{report:s}){for(let o in t){let a=t[o];for(let c of W(o)??[])s(["metadata","labels",o],"Invalid",`Label key "${o}" ${c}`,{path:`${n}labels`});for(let c of ie(a)??[])s(["metadata","labels",o],"Invalid",`Label "${o}" has the value "${a}", which ${c}`,{path:`${n}labels`})}let i=0;for(let o in e){for(let a of xs(o)??[])s(["metadata","annotations",o],"Invalid",`Annotation key "${o}" ${a}`,{path:`${n}annotations`});i+=o.length+e[o].length}if(i*3<=Rc)return;Object.entries(e).reduce((o,[a,c])=>o+Buffer.byteLength(a)+Buffer.byteLength(c),0)>Rc&&s(["metadata","annotations"],"TooLong",`must be at most ${Rc} bytes in all`,{path:`${n}annotations`})}function ux(t,e,n){return n<(fg[t]??fg[`${e}/`]??(Ec(e)?1/0:0))}function px(t,e){let n=hg(e),s=`${n}/${e.kind}`;if(sx.has(s))return;let i=t.metadata??{};if(ix.has(s)){let{namespace:r,managedFields:o,...a}=i;Object.values(a).some(l=>l!==""&&!(typeof l=="object"&&Object.keys(l).length===0))&&e.report(["metadata"],"Invalid","must be empty, but for the namespace");return}cx(i,s,e),gg(i,"metadata.",e),i.ownerReferences!==void 0&&lx(i.ownerReferences,e),i.finalizers!==void 0&&dx(i.finalizers,e,ox.has(n)||s==="/Event"||!Ec(n)),i.generation!==void 0&&i.generation<0&&ux(s,n,e.minor)&&e.report(["metadata","generation"],"Invalid","must be at least 0")}var mg,ex,tx,nx,sx,ix,fg,rx,ox,Ec,Rc,yg,bg=v(()=>{"use strict";x();U();br();se();mg=t=>{let e=gr(t);return typeof e=="string"?[e]:e},ex={"/Namespace":X,"apps/StatefulSet":X,"networking.k8s.io/IPAddress":mg,"coordination.k8s.io/LeaseCandidate":ze,"/Event":ce,"policy/PodDisruptionBudget":ce,"certificates.k8s.io/CertificateSigningRequest":ce,"rbac.authorization.k8s.io/Role":ce,"rbac.authorization.k8s.io/ClusterRole":ce,"rbac.authorization.k8s.io/RoleBinding":ce,"rbac.authorization.k8s.io/ClusterRoleBinding":ce,"certificates.k8s.io/ClusterTrustBundle":ce,"internal.apiserver.k8s.io/StorageVersion":ce},tx={"/ReplicationController":35,"resource.k8s.io/DeviceClass":36},nx=new Set(["/Pod","/ReplicationController","apps/Deployment","apps/ReplicaSet","batch/Job","batch/CronJob"]),sx=new Set(["authentication.k8s.io/TokenReview","authentication.k8s.io/SelfSubjectReview","authentication.k8s.io/TokenRequest","authorization.k8s.io/SelfSubjectRulesReview","/Binding","/Status","policy/Eviction","autoscaling/Scale"]),ix=new Set(["authorization.k8s.io/SubjectAccessReview","authorization.k8s.io/SelfSubjectAccessReview","authorization.k8s.io/LocalSubjectAccessReview"]),fg={"/Pod":31,"/PodTemplate":0,"/ReplicationController":0,"apps/Deployment":0,"apps/ReplicaSet":0,"apps/DaemonSet":0,"apps/StatefulSet":0,"batch/":0,"autoscaling/HorizontalPodAutoscaler":37,"policy/PodDisruptionBudget":0,"discovery.k8s.io/EndpointSlice":0,"networking.k8s.io/Ingress":0,"networking.k8s.io/IngressClass":0,"networking.k8s.io/NetworkPolicy":0,"scheduling.k8s.io/PriorityClass":0,"resource.k8s.io/DeviceClass":0,"resource.k8s.io/ResourceSlice":0,"flowcontrol.apiserver.k8s.io/":0,"apiextensions.k8s.io/":0,"admissionregistration.k8s.io/":0},rx=["kubernetes","orphan","foregroundDeletion"],ox=new Set(["node.k8s.io","coordination.k8s.io","admissionregistration.k8s.io","apiextensions.k8s.io","apiregistration.k8s.io","policy"]),Ec=t=>!t.includes(".")||t.endsWith(".k8s.io"),Rc=256*1024;yg=M({id:"valid-metadata",since:"0.1.0",summary:"Require names, labels, annotations, owners and finalizers that the API server takes.",why:"The API server refuses an object whose metadata break its grammars: most names are DNS names, because they end up in host names and URLs.",howToFix:'Use lower case letters, digits and "-" in names, at most 63 characters in label values, and a prefix such as `example.com/` for keys of your own.',references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/names/","https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/"],bad:[{title:"a name with capitals and a label with a blank",yaml:f`
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: My-Settings # ✖ "name" "My-Settings" must consist of lower case letters, digits, "-" and "."
            labels:
              team: blue sky # ✖ Label "team" has the value "blue sky", which must consist of letters, digits, "-", "_" and "."
        `},{title:"no name",yaml:f`
          apiVersion: v1
          kind: ConfigMap
          metadata: # ✖ "name" is required
            labels:
              app: web
        `}],good:[{title:"names and labels of the right form",yaml:f`
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: my-settings
            labels:
              example.com/team: blue-sky
        `}]},[C("meta/v1 Object",{check:px}),C("core/v1 PodTemplateSpec",{check({metadata:t},e){t!==void 0&&gg(t,`${e.path}.`,e)}}),C("meta/v1 OwnerReference",{fields:{apiVersion:[],kind:[],name:[],uid:[]}})])});function fx(t,e){if(t.ip.family!==e.ip.family||t.prefixLength>=e.prefixLength)return!1;let n=BigInt((t.ip.family===4?32:128)-t.prefixLength);return t.ip.value>>n===e.ip.value>>n}function mx({cidr:t="",except:e=[]},{minor:n,report:s,warn:i}){let r=(a,c)=>{for(let d of Ic(n>=36?yr(c):jh(c)))s(a,"Invalid",d);let l=mr(c);return l!==void 0&&n>=33&&n<36&&yr(c)!==void 0?i(a,`Range "${c}" is ambiguous: write "${hr(l)}"`):l!==void 0&&n>=33&&yr(c)===void 0&&hr(l)!==c&&i(a,`Range "${c}" is not in canonical form: write "${hr(l)}"`),l};t===""&&s(["cidr"],"Required","is required");let o=t===""?void 0:r(["cidr"],t);for(let[a,c]of e.entries()){let l=r(["except",a],c);o!==void 0&&l!==void 0&&!fx(o,l)&&s(["except",a],"Invalid",`must be a part of ${t}`)}}function hx({port:t,endPort:e},{report:n}){for(let s of t===void 0?[]:Ic(ur(t)))n(["port"],"Invalid",s);if(e!==void 0)if(t===void 0)n(["endPort"],"Invalid",'may not be set without "port"');else if(typeof t=="string")n(["endPort"],"Invalid","may not be set beside a named port");else{e<t&&n(["endPort"],"Invalid",'must be at least "port"');for(let s of Ic(ft(e)))n(["endPort"],"Invalid",s)}}var Ic,vg,wg=v(()=>{"use strict";x();U();br();pr();Ic=t=>t===void 0?[]:[t].flat();vg=M({id:"valid-network-policy",since:"0.1.0",summary:"Require a NetworkPolicy whose peers, ranges and ports the API server can read.",why:"The API server refuses a peer that names nothing, a range that is none, and ports that do not exist.",howToFix:"Give each peer an `ipBlock` or selectors, each range a prefix length, and each port a number or a name of a container port.",references:["https://kubernetes.io/docs/concepts/services-networking/network-policies/"],bad:[{title:"a range without prefix length, a peer of two kinds, a protocol in lower case",yaml:f`
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata:
            name: web
          spec:
            podSelector: {}
            ingress:
              - from:
                  - ipBlock:
                      cidr: 10.0.0.0 # ✖ "cidr" "10.0.0.0" must be a range of IP addresses such as 10.9.8.0/24 or 2001:db8::/64
                  - ipBlock: # ✖ "ipBlock" may not be set beside a selector
                      cidr: 10.0.0.0/8
                      except:
                        - 192.168.0.0/16 # ✖ "except[0]" "192.168.0.0/16" must be a part of 10.0.0.0/8
                    podSelector: {}
                ports:
                  - port: 80
                    protocol: tcp # ✖ "protocol" "tcp" must be one of "TCP", "UDP", "SCTP"
        `}],good:[{title:"a range with an exception",yaml:f`
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata:
            name: web
          spec:
            podSelector: {}
            ingress:
              - from:
                  - ipBlock:
                      cidr: 10.0.0.0/8
                      except:
                        - 10.1.0.0/16
                ports:
                  - port: 8000
                    endPort: 8080
        `}]},[C("networking/v1 NetworkPolicySpec",{fields:{policyTypes:[zp(Qi("Ingress","Egress"))]},check({policyTypes:t=[]},{report:e}){t.length>2&&e(["policyTypes"],"Invalid","must have at most two items")}}),C("networking/v1 NetworkPolicyPort",{fields:{protocol:he("TCP","UDP","SCTP")},check:hx}),C("networking/v1 NetworkPolicyPeer",{check({ipBlock:t,podSelector:e,namespaceSelector:n},{report:s}){let i=e!==void 0||n!==void 0;t===void 0&&!i&&s([],"Required",'Peer must have an "ipBlock", a "podSelector" or a "namespaceSelector"'),t!==void 0&&i&&s(["ipBlock"],"Forbidden","may not be set beside a selector")}}),C("networking/v1 IPBlock",{fields:{cidr:[]},check:mx})])});var kg,Sg,xg=v(()=>{"use strict";kg=t=>/^[0-9]+%$/.test(t)?void 0:'must be digits followed by "%"',Sg=t=>Number(t.slice(0,-1))});var Cg,Pg,Ag=v(()=>{"use strict";x();U();xg();Cg={describes:"at least 0, or 0% to 100%",test(t){if(typeof t=="number")return t<0?{code:"Invalid",message:"must be at least 0"}:void 0;let e=typeof t=="string"?kg(t):void 0;return e!==void 0?{code:"Invalid",message:e}:typeof t=="string"&&Sg(t)>100?{code:"Invalid",message:"must be at most 100%"}:void 0}},Pg=M({id:"valid-pod-disruption-budget",since:"0.1.0",summary:"Require a PodDisruptionBudget with one limit, as a number or a percentage.",why:"The API server refuses a budget with both limits, or with one that is neither a number nor a percentage up to 100%.",howToFix:"Keep `minAvailable` or `maxUnavailable`, and write numbers without quotes.",references:["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],bad:[{title:"a number in quotes",yaml:f`
          apiVersion: policy/v1
          kind: PodDisruptionBudget
          metadata:
            name: web
          spec:
            minAvailable: "1" # ✖ "minAvailable" "1" must be digits followed by "%"
            selector:
              matchLabels:
                app: web
        `},{title:"both limits",yaml:f`
          apiVersion: policy/v1
          kind: PodDisruptionBudget
          metadata:
            name: web
          spec: # ✖ "spec" must have "minAvailable" or "maxUnavailable", not both
            minAvailable: 1
            maxUnavailable: 50%
            selector:
              matchLabels:
                app: web
        `}],good:[{title:"a percentage",yaml:f`
          apiVersion: policy/v1
          kind: PodDisruptionBudget
          metadata:
            name: web
          spec:
            maxUnavailable: 50%
            selector:
              matchLabels:
                app: web
        `}]},[C("policy/v1 PodDisruptionBudgetSpec",{fields:{minAvailable:[Cg],maxUnavailable:[Cg],unhealthyPodEvictionPolicy:Qi("IfHealthyBudget","AlwaysAllow")},check({minAvailable:t,maxUnavailable:e},{report:n}){t!==void 0&&e!==void 0&&n([],"Invalid",'must have "minAvailable" or "maxUnavailable", not both')}})])});var wr,Oc=v(()=>{"use strict";rh();ah();lh();uh();hh();fc();vh();fr();Ih();qh();Jh();yc();Zh();og();cg();dg();pg();bg();wg();Ag();wr=[ih,oh,ch,dh,mh,gh,bh,Ph,Eh,Lh,Hh,$h,Qh,rg,ag,lg,ug,yg,vg,Pg]});function hn(){return gx}var gx,kr=v(()=>{"use strict";x();sh();Oc();gx=[...nh,...wr.map(({rule:t})=>({...t,category:"validity",severity:"error",presets:["api-server","recommended","strict"],peers:{}}))].sort((t,e)=>Ge.indexOf(t.category)-Ge.indexOf(e.category)||(t.id<e.id?-1:1))});var Yg={};gn(Yg,{documentedRules:()=>Vx});var Vx,Hg=v(()=>{"use strict";kr();Vx=()=>hn()});var Bx={};gn(Bx,{CATEGORIES:()=>Ge,MINORS:()=>Te,PRESETS:()=>Yc,VERSION:()=>Ji,applyFixes:()=>Zg,defineRule:()=>O,lint:()=>Qg,yaml:()=>f});module.exports=ry(Bx);x();var ws=(t,e)=>t<e?-1:t>e?1:0;function Er(t,e){return ws(t.file,e.file)||t.start.offset-e.start.offset||t.end.offset-e.end.offset||ws(t.rule,e.rule)||ws(t.message,e.message)||ws(t.path,e.path)}function Hc(t,e){let{source:n}=t,s=n.position(t.start),i={rule:t.rule,severity:t.severity,message:t.message,file:n.file,start:s,end:n.position(t.end),object:t.object,path:t.path,edits:(t.edits??[]).map(r=>({start:n.position(r.start),end:n.position(r.end),text:r.text})),url:e,sourceLine:n.line(s.line)};return t.code!==void 0&&(i.code=t.code),i.edits.length>0&&t.fix!==void 0&&(i.fix=t.fix),t.related!==void 0&&t.related.length>0&&(i.related=t.related.map(r=>({message:r.message,file:r.source.file,start:r.source.position(r.start),end:r.source.position(r.end)}))),i}Ye();Ts();var py=new Set(["CronJob","DaemonSet","Deployment","HorizontalPodAutoscaler","Ingress","Job","Namespace","NetworkPolicy","Pod","PodDisruptionBudget","PodTemplate","ReplicaSet","ReplicationController","Service","ServiceAccount","StatefulSet"]),ol="ScaledObject",al=({builtin:t,kind:e})=>t?py.has(e):e===ol,qt=class{objects;byKind;byFile;podsByNamespace;podsByLabel;podsByName;servicesByPod;autoscaled;constructor(e){this.objects=e}ofKind(e){return this.byKind??=Lt(this.objects,n=>n.builtin?[n.kind]:[]),this.byKind.get(e)??[]}inFile(e){return this.byFile??=Lt(this.objects,n=>[n.source.file]),this.byFile.get(e)??[]}find(e,n,s){return this.ofKind(e).find(i=>i.name===s&&i.namespace===n)}podsMatching(e,n){return this.pods(e).filter(s=>le(n,s.labels)===!0)}pods(e){return this.podsByNamespace??=Lt(this.allPods(),n=>[n.object.namespace]),this.podsByNamespace.get(e)??[]}podsLabelled(e,n){return this.podsByLabel??=Lt(this.allPods(),({labels:s})=>Object.entries(s).map(([i,r])=>`${i}=${r}`)),this.podsByLabel.get(`${e}=${n}`)??[]}podsNamed(e){return this.podsByName??=Lt(this.allPods(),n=>[n.object.name]),this.podsByName.get(e)??[]}podsAnywhereOf(e){let[n,...s]=Object.entries(wn(e)).map(([r,o])=>this.podsLabelled(r,o));return n===void 0?[]:s.reduce((r,o)=>o.length>0&&(r.length===0||o.length<r.length)?o:r,n).filter(r=>rl(e,r))}podsOf(e){let n=this.podsAnywhereOf(e).filter(i=>As(e,i)),s=n.filter(i=>i.object.source.file===e.source.file);return s.length>0?s:n}servicesOf(e){if(this.servicesByPod===void 0){let n=this.ofKind("Service").flatMap(s=>this.podsOf(s).map(i=>({service:s,target:i})));this.servicesByPod=new Map([...Lt(n,({target:s})=>[s])].map(([s,i])=>[s,i.map(({service:r})=>r)]))}return this.servicesByPod.get(e)??[]}isAutoscaled(e){return this.autoscaled??=new Set(this.objects.filter(({kind:n})=>n==="HorizontalPodAutoscaler"||n===ol).map(n=>{let{scaleTargetRef:s}=n.value.spec??{};return`${n.namespace} ${s?.kind??"Deployment"} ${s?.name}`})),this.autoscaled.has(`${e.namespace} ${e.kind} ${e.name}`)}allPods(){return this.objects.flatMap(e=>e.pod??[])}};function Lt(t,e){let n=new Map;for(let s of t)for(let i of e(s)){let r=n.get(i);r===void 0?n.set(i,[s]):r.push(s)}return n}ve();ve();var Es=class{replaceValue(e,n){let{tape:s,node:i}=e,r=s.start(i);return{start:r,end:s.end(i),text:s.text[r-1]===":"&&s.start(i)===s.end(i)?` ${n}`:n}}replaceText(e,n){let s=pl(e.tape,e.node);return this.replaceValue(e,s+n+s)}renameKey(e,n){let{tape:s,key:i}=e,r=pl(s,i);return{start:s.start(i),end:s.end(i),text:r+n+r}}removeField(e){let{tape:n,key:s,node:i}=e;if(s!==-1)return fl(n,s)?Oy(n,s,i):Iy(n,s,i)}removeItem(e){let{tape:n,node:s}=e,i=n.text,r=i.lastIndexOf("-",n.start(s)-1);if(r===-1||i.slice(r+1,n.start(s)).trim()!=="")return;let o=i.lastIndexOf(`
`,r)+1;if(i.slice(o,r).trim()==="")return{start:o,end:Fr(i,n.end(s)),text:""}}insertField(e,...n){let{tape:s,node:i}=e;if(i===-1||!s.isMap(i)||s.count(i)===0||fl(s,i+1))return;let r=s.text,o=s.start(i+1),a=" ".repeat(o-(r.lastIndexOf(`
`,o-1)+1)),c=Fr(r,s.end(i)),l=r.includes(`\r
`)?`\r
`:`
`,d=n.map(u=>a+u).join(l);return c>0&&r[c-1]===`
`?{start:c,end:c,text:d+l}:{start:c,end:c,text:l+d}}insertBelow(e,n,s){let{tape:i}=e,r=e.node,o=0;for(let c=i.find(r,n[0]);c!==-1;c=i.find(r,n[o]))if(r=c,++o===n.length)return;let a=n.slice(o);return this.insertField({...e,node:r},...a.map((c,l)=>`${"  ".repeat(l)}${c}:${l===a.length-1?` ${s}`:""}`))}},pl=(t,e)=>t.kind(e)===A.doubleQuoted?'"':t.kind(e)===A.singleQuoted?"'":"";function fl(t,e){let n=t.text,s=t.start(e)-1;for(;s>=0&&(n[s]===" "||n[s]==="	"||n[s]===`
`||n[s]==="\r");)s--;return n[s]==="{"||n[s]===","}function Iy(t,e,n){let s=t.text,i=t.start(e),r=s.lastIndexOf(`
`,i-1)+1,o=s.slice(r,i),a=Fr(s,Math.max(t.end(n),t.end(e)));if(o.trim()==="")return{start:r,end:a,text:""};if(!/^\s*(- +)+$/.test(o))return;let c=s.slice(a).match(/^[ ]*/)[0].length;return c===o.length?{start:i,end:a+c,text:""}:void 0}function Oy(t,e,n){let s=t.text,i=Math.max(t.end(n),t.end(e)),r=t.start(e),o=s.slice(i).match(/^\s*,\s*/);return o!==null?i+=o[0].length:r-=s.slice(0,r).match(/,?\s*$/)[0].length,{start:r,end:i,text:""}}function Fr(t,e){if(e>0&&t[e-1]===`
`)return e;let n=t.indexOf(`
`,e);return n===-1?t.length:n+1}var Cn=class extends Error{constructor(e,n,s,i){super(`internal error in rule ${e} at ${s} in ${n}: ${i instanceof Error?i.message:String(i)}`,{cause:i})}},Os=class{needsIndex;alone={object:[],podSpec:[],container:[],kinds:new Map};together={object:[],podSpec:[],container:[],kinds:new Map};contexts=[];constructor(e,n,s){for(let i of e){let r=n.severities.get(i.id);if(r===void 0||i.visit===void 0)continue;let o=new Vr(i,r,n,s);this.contexts.push(o);let a=i.crossObject===!0?this.together:this.alone,{object:c,podSpec:l,container:d,...u}=i.visit;c!==void 0&&a.object.push({rule:i,visit:c,context:o}),l!==void 0&&a.podSpec.push({rule:i,visit:l,context:o}),d!==void 0&&a.container.push({rule:i,visit:d,context:o});for(let[p,m]of Object.entries(u)){let y={rule:i,visit:m,context:o},h=a.kinds.get(p);h===void 0?a.kinds.set(p,[y]):h.push(y)}}this.needsIndex=this.contexts.some(i=>i.rule.crossObject===!0)}run(e){ml(this.alone,e)}runCrossObject(e,n){for(let s of this.contexts)s.index=n;ml(this.together,e)}};function ml(t,e){if(Is(t.object,e,e),!e.builtin)return;let n=t.kinds.get(e.kind);if(n!==void 0&&Is(n,e,e),t.podSpec.length===0&&t.container.length===0)return;let{pod:s}=e;if(s!==void 0){Is(t.podSpec,s,e);for(let i of s.containers)Is(t.container,i,e)}}function Is(t,e,n){for(let{rule:s,visit:i,context:r}of t)if(!(s.longRunningOnly===!0&&(n.pod===void 0||!n.pod.longRunning||n.pod.hook))){r.object=n;try{i(e,r)}catch(o){throw new Cn(s.id,n.source.file,n.label,o)}}}var $y=new qt([]),Ly=new Es,Vr=class{rule;options;kubernetesVersions;index=$y;object;severity;emit;constructor(e,n,s,i){this.rule=e,this.severity=n,this.emit=i,this.kubernetesVersions=s.kubernetesVersions;let r=Object.entries(e.options??{}).map(([o,a])=>[o,a.default]);this.options={...Object.fromEntries(r),...s.options?.get(e.id)}}report=(e,n,s,i)=>{let r={rule:this.rule.id,severity:this.severity,message:n,source:e.source,start:e.start,end:e.end,object:this.object.label,path:e.path};if(i?.related!==void 0&&(r.related=i.related.map(o=>({source:o.place.source,start:o.place.start,end:o.place.end,message:o.message}))),s!==void 0&&this.rule.fixable!==void 0&&!e.tape.has(e.parent,q.shared)){let o=s(Ly);o!==void 0&&(r.edits=[o].flat(),r.fix=this.rule.fixable)}this.emit(r)}};var qy=/(?:^|\s)#\s*podlint-ignore\s+([^:\n]+?)\s*(?::|$)/;function gl(t,e){let{line:n}=t.start;if(hl(t.sourceLine,t.rule))return!0;if(n===1)return!1;let s=e.line(n-1);return s.trimStart().startsWith("#")&&hl(s,t.rule)}function hl(t,e){let n=qy.exec(t);return n!==null&&n[1].split(",").some(s=>s.trim()===e)}function yl(t){let e=[],n;for(let s=0;s<t.length;){let i=t.indexOf(`
`,s),r=i===-1?t.length:i+1,o=t.slice(s,r),a=/^\s*(?:[-*>] *)*(`{3,}|~{3,})\s*([\w-]*)/.exec(o);n===void 0?a!==null&&(n={mark:a[1],start:r,wanted:/^(ya?ml|json)$/i.test(a[2])}):a!==null&&a[2]===""&&a[1][0]===n.mark[0]&&a[1].length>=n.mark.length&&(n.wanted&&e.push({start:n.start,end:s}),n=void 0),s=r}return n?.wanted===!0&&e.push({start:n.start,end:t.length}),e}we();we();Ft();var My={Pod:[],PodTemplate:["template"],ReplicationController:["spec","template"],ReplicaSet:["spec","template"],Deployment:["spec","template"],StatefulSet:["spec","template"],DaemonSet:["spec","template"],Job:["spec","template"],CronJob:["spec","jobTemplate","spec","template"]},Dy=["helm.sh/hook","argocd.argoproj.io/hook"],_y=["initContainers","containers","ephemeralContainers"];function vl(t){let e=My[t.kind];if(e===void 0)return;let{tape:n,source:s}=t,i=t.root;for(let h of e)i=n.find(i,h);let r=n.find(i,"spec");if(r===-1||!n.isMap(r))return;let o=n.toJS(r),a=n.find(i,"metadata"),c=a!==-1&&n.isMap(a)?n.toJS(a):{},l=e.reduce(ae,t.prefix),d=ae(l,"spec"),u=t.value.metadata?.annotations??{},p=bl(c.annotations),m={object:t,value:o,metadata:c,labels:bl(c.labels),annotations:p,containers:[],longRunning:!["Job","CronJob"].includes(t.kind)&&(t.kind!=="Pod"||(o.restartPolicy??"Always")==="Always"),hook:Dy.some(h=>h in u||h in p),at:((...h)=>ue(s,n,r,r-1,d,h)),atMetadata:((...h)=>ue(s,n,i,e.length===0?-1:i-1,l,["metadata",...h]))},y=m.containers;for(let h of _y){let b=n.find(r,h);if(b===-1||!n.isSequence(b))continue;let S=0;for(let w=b+1,E=n.next(b);w<E;w=n.next(w),S++){if(!n.isMap(w))continue;let I=n.toJS(w),$=h==="containers"?"main":h==="ephemeralContainers"?"ephemeral":Fy(I)?"sidecar":"init",L=w,K=`${d}.${h}[${S}]`;y.push({value:I,name:typeof I.name=="string"&&I.name!==""?I.name:String(S),role:$,longRunning:$==="main"||$==="sidecar",partial:I.image===void 0,pod:m,at:((...R)=>ue(s,n,L,-1,K,R))})}}return m}var Fy=t=>t.restartPolicy==="Always";function bl(t){return typeof t!="object"||t===null?{}:Object.fromEntries(Object.entries(t).filter(e=>typeof e[1]=="string"))}var Ls=class t{source;tape;root;apiVersion;kind;builtin;namespaced;prefix;podView=null;constructor(e,n,s,i){this.source=e,this.tape=n,this.root=s,this.apiVersion=i.apiVersion,this.kind=i.kind,this.builtin=i.builtin,this.namespaced=i.namespaced,this.prefix=i.prefix}detach(e){return new t(this.source,e,this.root,this)}get value(){return this.tape.toJS(this.root)}get name(){return this.text("metadata","name")}get namespace(){return this.text("metadata","namespace")}get label(){let e=this.name===""?this.text("metadata","generateName"):"",n=e===""?this.name:`${e}*`;return`${this.kind} ${this.namespace===""?"":`${this.namespace}/`}${n}`.trimEnd()}get pod(){return this.podView===null&&(this.podView=this.builtin?vl(this):void 0),this.podView}at=((...e)=>ue(this.source,this.tape,this.root,-1,this.prefix,e));is(e){return this.builtin&&this.kind===e}text(...e){let n=this.tape.find(this.tape.find(this.root,e[0]),e[1]),s=n===-1||!this.tape.isScalar(n)?null:this.tape.scalar(n);return typeof s=="string"?s:""}};var Vy=/\r\n|\n|\r/g,qs=class{source;starts;constructor(e){this.source=e}position(e){let n=this.lineStarts(),s=Math.max(0,Math.min(e,this.source.length)),i=0,r=n.length-1;for(;i<r;){let o=i+r+1>>1;n[o]<=s?i=o:r=o-1}return{line:i+1,column:Math.max(s-n[i],0)+1,offset:s}}text(e){let n=this.lineStarts(),s=n[e-1];return s===void 0?"":this.source.slice(s,n[e]??this.source.length).replace(/(?:\r\n|\n|\r)$/,"")}lineStarts(){if(this.starts===void 0){this.starts=[this.source.charCodeAt(0)===65279?1:0];for(let e of this.source.matchAll(Vy))this.starts.push(e.index+e[0].length)}return this.starts}};var Pn=class t{file;text;base;lines;constructor(e,n,s=0,i=new qs(n)){this.file=e,this.text=n,this.base=s,this.lines=i}part(e){return new t(this.file,this.text,e,this.lines)}position(e){return this.lines.position(this.base+e)}line(e){return this.lines.text(e)}};jr();bt();Ur();bt();yt();Ze();ve();var G=Symbol("declined"),By=1e4,Tl=1024,Ks=0,Uy=1,Nl=2,Bt=3,Ut=4,Wy=5,Rl=new Uint8Array(128);for(let t of",?[]{}")Rl[t.charCodeAt(0)]=1;var Nn=new Uint8Array(128).fill(255);for(let t of`0abt	nvfre "'\\N_LP`)Nn[t.charCodeAt(0)]=0;Nn[120]=2;Nn[117]=4;Nn[85]=8;var js,N="",z=new Int32Array(0),Se=0,g=0,Z=0,j=!0,B=-1,Rn=0,ke=0,Fe=0,vt=!1,Tn,_e="",Zr=-1,Bs,Fs=0,Gr=!1,D=0,pe=new Uint8Array(256),Wt=new Int32Array(256),Gt=new Int32Array(256),xe=new Int32Array(256),Kt=new Int32Array(4096),Gy=0;function El(t,e,n){js=t,N=e,z=t.data,Se=t.size,g=Z=n,D=0,n<=1&&(Tn=void 0);try{let s=zy(n);return t.size=Se,s}catch(s){if(s instanceof T)return s;if(s===G)return;throw s}}var En=t=>t===32||t===9,fe=t=>!(t>32)&&(t===32||t===10||t===13||t===9||t!==t);function In(t){let e=N.charCodeAt(t);return(e===45||e===46)&&N.charCodeAt(t+1)===e&&N.charCodeAt(t+2)===e&&fe(N.charCodeAt(t+3))}function zy(t){if(j=!0,B=-1,_e="",Zr=-1,Bs=void 0,Fs=0,Gr=!1,t===1&&N.charCodeAt(1)===65279)throw new T("byte-order-mark",1,2);if(zr(),g===Z&&N.charCodeAt(g)===37)throw G;let e=!1;if(g===Z&&In(g)){if(e=N.charCodeAt(g)===45,e)g+=3,j=!1,zr();else if(!Sl(N,t))throw new T("nothing-to-end",g,g+3)}if(!e&&g<N.length&&Sl(N,t))throw new T("after-end",g,Us(g));let n=Se;if(B=g,Hy(),_e!=="")throw G;return{root:Se>n?n:-1,end:N.charCodeAt(g)===46?Yy(g):g,hasDuplicates:Gr}}function Sl(t,e){return e>3&&t.startsWith("...",t.lastIndexOf(`
`,e-2)+1)}function Yy(t){g=t+3,j=!1;let e=Us(g);for(;En(N.charCodeAt(g));)g++;let n=N.charCodeAt(g);if(n!==35&&!fe(n))throw new T("after-end",g,e);g=Math.min(e+1,N.length);let s=g;return xl.lastIndex=g,xl.test(N)?N.length:s}var xl=/(?:[ \t\r]*(?:#[^\n]*)?(?:\n|$))*$/y;function Us(t){let e=N.indexOf(`
`,t);return e===-1?N.length:e}function zr(){for(;;){let t=N.charCodeAt(g);if(t===32||t===13)g++;else if(t===10)Z=++g,j=!0;else if(t===35)g=Us(g);else if(t===9){if(j)throw new T("tab",g,g+1);g++}else return}}function Hy(){for(;;){zr();let t=N.charCodeAt(g);if(t!==t)break;let e=g-Z;if(e===0&&(t===45||t===46)&&In(g))break;for(;D>0&&Wt[D-1]>e;)Yr();let n=D>0?Wt[D-1]:-1;if(t===45&&fe(N.charCodeAt(g+1))){if(!j)throw new T("nested-list",g,g+1);Zy(e,n);continue}Xy(t,e,n)}for(;D>0;)Yr()}function zt(t,e,n,s){let i=Se++;return i*4>=z.length&&(js.grow(),z=js.data),z[i*4]=t,z[i*4+1]=e,z[i*4+2]=n,z[i*4+3]=s,Rn=n,i}function Ws(t,e,n){if(D>=By)throw new T("too-deep",n,n+1);D>=pe.length&&Jy(),pe[D]=t,Wt[D]=e,xe[D]=0;let s=zt(0,n,n,0);Gt[D]=s,D++,to(s)}function Jy(){let t=(e,n)=>(n.set(e),n);pe=t(pe,new Uint8Array(pe.length*2)),Wt=t(Wt,new Int32Array(Wt.length*2)),Gt=t(Gt,new Int32Array(Gt.length*2)),xe=t(xe,new Int32Array(xe.length*2))}function Yr(){B>=0&&Gs(),D--,Xr(D,Rn,0)}function Gs(){if(_e!=="")throw G;zt(A.plain,B,B,0),B=-1}function Xr(t,e,n){let s=Gt[t],i=pe[t],r=xe[t],o=i===Ks||i===Bt||i===Ut;z[s*4]=(o?A.map:A.sequence)|n|r<<8,z[s*4+2]=Rn=e,z[s*4+3]=Se,o&&r>1&&Qy(s)}function Qy(t){let e=++Gy;for(let n=t+1;n<Se;){let s=z[n*4+3];if(s>=Kt.length){let r=new Int32Array(Math.max(Kt.length*2,s+1));r.set(Kt),Kt=r}Kt[s]===e&&(Gr=!0),Kt[s]=e;let i=n+1;n=(z[i*4]&15)<=A.sequence?z[i*4+3]:i+1}}function Zy(t,e){let n=D>0?pe[D-1]:-1;if(t===e&&n!==Ks)B>=0&&Gs();else{if(B<0)throw new T("indentation",g,g+1);Ws(t===e?Nl:Uy,t,g)}xe[D-1]++,B=++g,j=!0}function Xy(t,e,n){let s=g,i=j,r;switch(t){case 34:$l(),r=A.doubleQuoted;break;case 39:Ol(),r=A.singleQuoted;break;case 91:case 123:Jr(s,e,n,i),cb(n),sb(s);return;case 124:case 62:ob(t,n);return;case 38:ib(e,n);return;case 42:rb(e,n);return;case 33:throw G;case 37:case 64:case 96:throw new T("bad-start",s,s+1);case 44:case 93:case 125:throw new T("stray-bracket",s,s+1);case 63:if(fe(N.charCodeAt(g+1)))throw G;Vs(n+1,!1),r=A.plain;break;case 58:if(fe(N.charCodeAt(g+1)))throw new T(i?"no-key":"nested-map",s,s+1);Vs(n+1,!1),r=A.plain;break;default:Vs(n+1,!1),r=A.plain}let o=ke;if(!j){for(;En(N.charCodeAt(g));)g++;if(N.charCodeAt(g)===58&&fe(N.charCodeAt(g+1))){eb(r,s,o,e,n,i);return}}Jr(s,e,n,i),Qr(r,s,o)}function eb(t,e,n,s,i,r){if(!r)throw Zr===Z?G:new T("nested-map",g,g+1);if(vt)throw new T("multiline-key",e,n);if(g-e>Tl)throw new T("long-key",e,n);if(D>0&&pe[D-1]===Nl&&s===i&&Yr(),D>0&&pe[D-1]===Ks&&s===i)B>=0&&Gs();else{if(B<0||s<=i)throw new T("indentation",e,n);Ws(Ks,s,e)}Hr(t,e,n),xe[D-1]++,B=++g,j=!1}function Hr(t,e,n){zt(t|Fe,e,n,tb(t,e,n))}function tb(t,e,n){if(Fe!==0)return Me(Je(js.text,t,!0,e,n,0));let s=t===A.plain?0:1,i=e+s,r=n-s,o=0;for(let l=i;l<r;l++)o=Dr(o,N.charCodeAt(l));let a=_r(N,i,r,o);if(s===1)return a;let c=ul(a);if(c===-1)throw G;return c}function Jr(t,e,n,s){if(B<0)throw new T(s?"no-colon":"after-value",t,t);if(s&&e<=n)throw new T("no-colon",t,t);B=-1}function Qr(t,e,n){if(t===A.plain){let s=N.charCodeAt(e);if(s<=46&&n-e<=5&&(s===46||s===45||s===43)&&!nb(de(N.slice(e,n))))throw G}to(zt(t|Fe,e,n,0))}var nb=t=>typeof t!="number"||Number.isFinite(t);function sb(t){let e=g;for(;En(N.charCodeAt(g));)g++;if(N.charCodeAt(g)===58&&fe(N.charCodeAt(g+1)))throw new T("complex-key",t,e)}function eo(){let t=++g;for(;;){let e=N.charCodeAt(g);if(!(e>=97&&e<=122||e>=65&&e<=90||e>=48&&e<=57||e===45||e===95))break;g++}if(g===t)throw G;return N.slice(t,g)}function ib(t,e){if(B<0||_e!==""||j&&t<=e||(j&&(Zr=Z),_e=eo(),!fe(N.charCodeAt(g))))throw G;j=!1}function to(t){_e!==""&&(Bs??=new Map,Bs.set(_e,t),_e="")}function rb(t,e){let n=g,s=eo(),i=g;if(!fe(N.charCodeAt(g)))throw G;for(;En(N.charCodeAt(g));)g++;if(N.charCodeAt(g)===58)throw G;Jr(n,t,e,j),j=!1,Il(s,i)}function Il(t,e){let n=Bs?.get(t);if(n===void 0||_e!=="")throw G;let s=z[n*4]&15;if(s===0)throw G;let i=s<=A.sequence?z[n*4+3]:n+1;if(Fs+=i-n,Fs>100&&Se+i-n>1e3&&Fs>(Se+i-n)*(Se>3e5?.1:.9))throw G;let r=Se-n;for(let o=n;o<i;o++){let a=z[o*4],c=z[o*4+3];zt(a|q.shared,z[o*4+1],z[o*4+2],(a&15)<=A.sequence?c+r:c)}Rn=e}function ob(t,e){if(B<0)throw new T(j?"no-colon":"after-value",g,g);let{end:n,header:s,next:i}=Ms(N,g,e,N.length);to(zt(t===124?A.literal:A.folded,g,n,s)),B=-1,g=Z=i,j=!0}function Vs(t,e){let n=g,s=g,i=Z,r=Z;for(j=!1;;){let o=g;for(;;){let c=N.charCodeAt(g);if(!(c>32))break;if(c===58){if(fe(N.charCodeAt(g+1)))break}else if(e&&c<128&&Rl[c]===1)break;g++}g>o&&(s=g,i=Z,j=!1);let a=N.charCodeAt(g);if(a>32||a!==a)break;for(;a===32||a===9;)a=N.charCodeAt(++g);for(;a===10||a===13;)for(a===13&&g++,Z=++g,j=!0,a=N.charCodeAt(g);a===32||a===9;){if(a===9&&g-Z<t)throw new T("tab",g,g+1);a=N.charCodeAt(++g)}if(a===35||a!==a||j&&(!e&&g-Z<t||g===Z&&In(g)))break}if(ke=s,vt=i!==r,Fe=vt?q.encoded:0,s===n)throw new T("bad-start",n,n+1)}function Ol(){let t=g++;for(Fe=0,vt=!1;;){let e=N.charCodeAt(g);if(e===39){if(N.charCodeAt(g+1)!==39)break;Fe=q.encoded,g+=2}else if(e===10)no(t);else{if(e!==e)throw new T("unclosed-quote",t,t+1);g++}}ke=++g,j=!1}function no(t){if(Z=++g,vt=!0,Fe=q.encoded,In(g))throw new T("marker-in-quotes",t,t+1)}function $l(){let t=g++;for(Fe=0,vt=!1;;){let e=N.charCodeAt(g);if(e===34)break;if(e===92)ab(t);else if(e===10)no(t);else{if(e!==e)throw new T("unclosed-quote",t,t+1);g++}}ke=++g,j=!1}function ab(t){Fe=q.encoded;let e=N.charCodeAt(g+1);if(e===10||e===13&&N.charCodeAt(g+2)===10){g+=e===10?1:2,no(t);return}let n=e<128?Nn[e]:255;if(n===255&&!(e===47&&Cl()))throw new T("bad-escape",g,Math.min(g+2,N.length));if(n===255||n===0){g+=2;return}let s=N.slice(g+2,g+2+n);if(s.length<n||/[^0-9A-Fa-f]/.test(s))throw new T("bad-hex",g,Math.min(g+2+n,N.length));let i=parseInt(s,16);if(i>1114111||i>=55296&&i<=57343&&!Cl())throw new T("bad-code-point",g,g+2+n);g+=2+n}function Cl(){if(Tn===void 0&&(Tn=!1,/^\ufeff?\s*\{/.test(N)))try{JSON.parse(N.replace("\uFEFF","")),Tn=!0}catch{}return Tn}var Re=0,Wr=1,Ds=2,jt=3;function cb(t){let e=D;Pl();let n=Re;for(;D>e;){pb();let s=N.charCodeAt(g);if(s!==s){let r=z[Gt[D-1]*4+1];throw new T("unclosed",r,r+1)}if(g===Z&&In(g))throw new T("marker-in-flow",g,g+3);let i=pe[D-1];if(s===44||s===93||s===125)if((n===Wr||n===Ds)&&(Gs(),n=jt,i===Bt&&_s()),s===44){if(n===Re)throw new T("empty-item",g,g+1);n=Re,g++}else lb(s),n=jt,D>e&&pe[D-1]===Bt&&_s();else{if(n===jt)throw new T(s===58?"nested-map":"no-comma",g,g+1);if(n===Wr)throw new T(s===58?"multiline-key":"no-comma",g,g+1);if(s===91||s===123){if(n===Re&&i===Ut)throw new T("complex-key",g,g+1);n===Re&&xe[D-1]++,B=-1,Pl(),n=Re}else if(s===42){let r=eo(),o=g,a=N.charCodeAt(g);if(!fe(a)&&a!==44&&a!==93&&a!==125)throw G;if(j=!1,n===Re){if(i===Ut||Al())throw G;xe[D-1]++}B=-1,Il(r,o),n=jt,i===Bt&&_s()}else{let r=g,o=ub(s,t,n),a=n===Re&&Al();if(a&&db(r),n===Ds){B=-1,Qr(o,r,ke),n=jt,i===Bt&&_s();continue}xe[D-1]++,i===Ut?(B=a?g+1:ke,Hr(o,r,ke),n=a?Ds:Wr):a?(Ws(Bt,0,r),xe[D-1]=1,B=g+1,Hr(o,r,ke),n=Ds):(Qr(o,r,ke),n=jt),a&&g++}}}j=!1,B=-1}function Pl(){Ws(N.charCodeAt(g)===123?Ut:Wy,0,g),g++}function lb(t){if(t===125!=(pe[D-1]===Ut))throw new T("wrong-bracket",g,g+1);g++,Xr(--D,g,q.flow)}function _s(){Xr(--D,Rn,q.flow)}function Al(){if(j)return!1;for(;En(N.charCodeAt(g));)g++;return N.charCodeAt(g)===58}function db(t){if(vt)throw new T("multiline-key",t,ke);if(g-t>Tl)throw new T("long-key",t,ke)}function ub(t,e,n){switch(t){case 34:return $l(),A.doubleQuoted;case 39:return Ol(),A.singleQuoted;case 38:case 33:throw G;case 63:throw n===Re?G:new T("no-comma",g,g+1);case 58:throw new T(n===Re?"no-key":"nested-map",g,g+1);case 37:case 64:case 96:case 124:case 62:throw new T("bad-start",g,g+1);case 45:if(fe(N.charCodeAt(g+1)))throw new T("dash-in-flow",g,g+1)}return Vs(e+1,!0),A.plain}function pb(){for(;;){let t=N.charCodeAt(g);if(t===32||t===13||t===9)g++;else if(t===10)Z=++g;else if(t===35)g=Us(g);else return}}async function qp(t,e){e.reset(t);let n=wl(t),s=[],i=t.charCodeAt(0)===65279?1:0;do{let r=El(e,n,i),o;r===void 0?o=(await Promise.resolve().then(()=>(Lp(),$p))).readDocument(e,n,i):r instanceof T?o=(await Promise.resolve().then(()=>(Yi(),Ba))).refusedDocument(n,i,r):(o={root:r.root,start:i,end:r.end,problems:[]},r.hasDuplicates&&(o.problems=(await Promise.resolve().then(()=>(Ka(),Tp))).findDuplicateKeys(e,r.root))),n!==t&&(await Promise.resolve().then(()=>(Yi(),Ba))).refuseControlCharacters(t,o),s.push(o),i=o.end}while(i<t.length);return s}ve();var Ji="0.1.0",lk="https://github.com/podlint/podlint",Ga=t=>`${lk}/blob/main/docs/rules/${t}.md`;kr();Ft();function $c(t,e,n=""){let s=t.find(e,"items");if(Sr(t,e,"kind")?.endsWith("List")!==!0||s===-1||!t.isSequence(s)||Sr(t,e,"apiVersion")===void 0)return[{root:e,prefix:n,looksLikeManifest:yx(t,e)}];let r=[],o=ae(n,"items"),a=0;for(let c=s+1,l=t.next(s);c<l;c=t.next(c),a++)r.push(...$c(t,c,`${o}[${a}]`));return r}function yx(t,e){let n=t.find(e,"apiVersion")!==-1,s=t.find(e,"kind")!==-1;return n&&s||(n||s)&&t.find(e,"metadata")!==-1}function Tg(t,e){let n=Sr(t,e,"apiVersion"),s=Sr(t,e,"kind");return n===void 0||s===void 0?void 0:{apiVersion:n.replace(/^\//,""),kind:s}}function Sr(t,e,n){let s=t.find(e,n),i=s===-1||!t.isScalar(s)?void 0:t.scalar(s);return typeof i=="string"&&i!==""?i:void 0}we();yt();Oc();var Lc=class{fields=new Map;required=[];sets=[];decided=new Set;covers(e){return this.decided.has(e)}add(e,{fields:n,exactlyOneOf:s,atMostOneOf:i,unique:r,check:o},a){for(let[d,u]of Object.entries(n??{}))this.addField(e,[d],u,a);let c=s??i??[],l=Object.entries(r??{}).map(([d,{key:u,of:p}])=>({list:d,key:u,of:p}));(c.length>0||l.length>0||o!==void 0)&&this.sets.push({rule:e,oneOf:c,isOneNeeded:s!==void 0,unique:l,check:o})}addField(e,n,s,i){if(Array.isArray(s)){n.length===1&&this.decided.add(n[0]);for(let c of s)this.addField(e,n,c,i);return}if(!bx(s)){for(let[c,l]of Object.entries(s))this.addField(e,[...n,c],l,i);return}if(n.length===1&&this.decided.add(n[0]),i<(s.since??0)||i>(s.until??1/0))return;let r=Me(n[0]);if(s.required===!0&&this.required.push({rule:e,key:r,steps:n}),s.test===void 0)return;let o={rule:e,check:s,steps:n.slice(1)},a=this.fields.get(r);a===void 0?this.fields.set(r,[o]):a.push(o)}},xr=class{minor;isOn;sources=new Map;compiled=new Map;constructor(e,n){this.minor=e,this.isOn=n;for(let{rule:s,types:i}of wr)for(let r of i){let o=this.sources.get(r.type);o===void 0?this.sources.set(r.type,[{rule:s.id,constraints:r}]):o.push({rule:s.id,constraints:r})}}get(e){let n=this.compiled.get(e);if(n!==void 0)return n;let s=this.sources.get(e);if(s===void 0)return;let i=new Lc;for(let{rule:r,constraints:o}of s)this.isOn(r)&&i.add(r,o,this.minor);return this.compiled.set(e,i),i}},bx=t=>typeof t=="object"&&t!==null&&"describes"in t;U();var Rg=require("node:fs"),Eg=require("node:path");yt();var k={string:1,boolean:2,int32:3,int64:4,number:5,quantity:6,intOrString:7,time:8,microTime:9,bytes:10,free:11,any:12,object:13,list:14,map:15,objectOrList:16,objectOrBoolean:17,objectOrStrings:18},Cr=class{name;read;byKey;byName;requiredFields;constructor(e,n){this.name=e,this.read=n}get fieldsById(){return this.byKey??=new Map(this.read().map(e=>[e.key,e]))}get fields(){return this.byName??=new Map([...this.fieldsById.values()].map(e=>[e.name,e]))}get required(){return this.requiredFields??=[...this.fieldsById.values()].filter(e=>e.required)}},mt=class{code;item;listKeys;set;find;found=void 0;constructor(e,n,s,i=[],r=!1){this.code=e,this.item=s,this.listKeys=i,this.set=r,this.find=n}get object(){return this.found??=this.find?.()}},ye=t=>new mt(t),Fc=t=>new mt(k.object,()=>t),qc={"":ye(k.string),b:ye(k.boolean),i:ye(k.int32),l:ye(k.int64),n:ye(k.number),q:ye(k.quantity),x:ye(k.intOrString),t:ye(k.time),m:ye(k.microTime),y:ye(k.bytes),f:ye(k.free),a:ye(k.any)},vx={"[":k.objectOrList,b:k.objectOrBoolean,s:k.objectOrStrings},Mc=(t,e,n)=>({name:t,key:Me(t),type:e,required:n}),wx=()=>[Mc("apiVersion",qc[""],!1),Mc("kind",qc[""],!1)],Dc=class{table;name;apiVersion;text;entries=new Map;constructor(e,n,s,i){this.table=e,this.name=n,this.apiVersion=s,this.text=i}type(e){return this.entry(e)?.type}kind(e){return this.entry(e)?.kind}names(){return[...this.text.matchAll(/\n(\w+)\t/g)].map(e=>e[1])}entry(e){let n=this.entries.get(e);if(n===void 0){let s=this.text.indexOf(`
${e}	`);if(s===-1)return;n=this.read(e,this.text.slice(s+e.length+2,this.text.indexOf(`
`,s+1))),this.entries.set(e,n)}return n}read(e,n){let s=n.indexOf("	"),i=n.slice(s+1);if(s===-1)return{type:new Cr(`${this.name} ${e}`,()=>this.fields(i,e)),kind:void 0,body:i};let r=new Cr(`${this.name} ${e}`,()=>[...wx(),...this.fields(i,e)]),[o,a=`${e.toLowerCase()}s`]=n.slice(0,s).split(" "),c=this.apiVersion.indexOf("/"),l=c===-1?"":this.apiVersion.slice(0,c),d={apiVersion:this.apiVersion,group:l,version:this.apiVersion.slice(c+1),kind:e,plural:a,namespaced:o==="n",type:r};return{type:r,kind:d,body:i}}fields(e,n){return e[0]==="="&&(e=this.table.sibling(this.name,e.slice(1)).entry(n).body),e===""?[]:e.split(",").map(s=>{let i=s.indexOf(":"),r=i===-1?s:s.slice(0,i),o=r.endsWith("!");return Mc(o?r.slice(0,-1):r,this.fieldType(i===-1?"":s.slice(i+1)),o)})}fieldType(e){let n=qc[e];if(n!==void 0)return n;if(e[0]==="["){let s=e[1]==="=",i=e.slice(s?2:1).split(";"),r=this.fieldType(i.pop());return new mt(k.list,void 0,r,i,s)}return e[0]==="{"?new mt(k.map,void 0,this.fieldType(e.slice(1))):e[0]==="?"?new mt(vx[e[1]],()=>this.object(e.slice(2))):new mt(k.object,()=>this.object(e))}object(e){let n=e.includes(" ")?this.table.type(e):this.type(e);if(n===void 0)throw new Error(`The schema table has no type ${e} for package ${this.name}`);return n}},_c=class{byName=new Map;byApiVersion=new Map;constructor(e){for(let n of e.split(`

`)){let s=n.indexOf(`
`),i=n.indexOf(" "),r=n.slice(0,i),o=n.slice(i+1,s),a=new Dc(this,r,o,`${n.slice(s)}
`);this.byName.set(r,a),o!==""&&this.byApiVersion.set(o,a)}}kind(e,n){return this.byApiVersion.get(e)?.kind(n)}serves(e){return this.byApiVersion.has(e)}kinds(){return[...this.byApiVersion.values()].flatMap(e=>e.names().flatMap(n=>e.kind(n)??[]))}type(e){let n=e.indexOf(" ");return this.byName.get(e.slice(0,n))?.type(e.slice(n+1))}types(){return[...this.byName.values()].flatMap(e=>e.names().map(n=>e.type(n)))}sibling(e,n){return this.byName.get(e.slice(0,e.indexOf("/")+1)+n)}},Ng=new Map;function Ig(t){let e=Ng.get(t);return e===void 0&&(e=new _c((0,Rg.readFileSync)((0,Eg.join)(__dirname,"tables",`${t}.txt`),"utf8")),Ng.set(t,e)),e}ds();Ha();var kx=/^(.*\.config\.k8s\.io|kubeadm\.k8s\.io|audit\.k8s\.io|client\.authentication\.k8s\.io|admission\.k8s\.io|imagepolicy\.k8s\.io|apiserver\.k8s\.io|kind\.x-k8s\.io)\//,Lg=(t,e)=>kx.test(t)||t==="v1"&&e==="Config";function qg(t,e,n,s){let i=Zi(n,s);if(i?.removedIn!==void 0&&$g(i.removedIn)<=$g(e)){let d=i.replacement===void 0?"":`; use ${i.replacement}`;return{rule:"no-removed-api",field:"apiVersion",message:`${n} ${s} was removed in Kubernetes ${i.removedIn}${d}`}}let r=t.kinds(),o=r.filter(d=>d.kind===s).map(d=>d.apiVersion),a=Og(n);if(!r.some(d=>d.group===a)||!Sx.test(xx(n))){if(o.length===0)return;let d=Ae(n,o)??o[0];return!a.includes(".")||n.split("/").length!==2||a.endsWith(".k8s.io")&&Ae(n,o)!==void 0?{field:"apiVersion",message:`There is no API version "${n}" for ${s}, did you mean "${d}"?`}:void 0}if(o.length>0){let d=o.filter(p=>Og(p)===a),u=(d.length>0?d:o).join(" or ");return{field:"apiVersion",message:`Kubernetes ${e} has no ${s} in ${n}: its API version is ${u}`}}let c=r.filter(d=>d.apiVersion===n).map(d=>d.kind),l=Ae(s,c)??Ae(s,r.filter(d=>d.group===a).map(d=>d.kind));if(c.length===0){let d=[...new Set(r.filter(u=>u.group===a).map(u=>u.apiVersion))];return{field:"apiVersion",message:`Kubernetes ${e} has no API version "${n}", only ${d.join(" and ")}`}}return{field:"kind",message:`${n} of Kubernetes ${e} has no kind "${s}"${l===void 0?"":`, did you mean "${l}"?`}`}}var Sx=/^v\d+((alpha|beta)\d+)?$/,xx=t=>t.slice(t.lastIndexOf("/")+1),Og=t=>t.includes("/")?t.slice(0,t.indexOf("/")):"",$g=t=>Number(t.split(".")[1]);Ft();we();yt();ve();Ft();we();ve();var Pr=class{minor;field="";emit;owner;tape;pending;rule="";constructor(e,n){this.minor=e,this.emit=n}check(e,n){this.owner=e,this.tape=e.tape;for(let s of n){if(this.pending=s,s.absent!==void 0){this.missAll(s.compiled,s.absent);continue}this.checkFields(s),this.checkRequired(s),this.checkSets(s)}}get kind(){return this.owner.kind}get apiVersion(){return this.owner.apiVersion}get object(){return this.owner.value}get pod(){let{pod:e}=this.pending;return e&&{spec:this.tape.toJS(e.node),template:e.template}}get path(){return this.pending.steps.reduce(ae,this.owner.prefix)}report=(e,n,s,i)=>this.fault(e,n,s,i);warn=(e,n)=>this.fault(e,void 0,n,{severity:"warning"});checkFields({node:e,compiled:n}){let{tape:s}=this;if(!(n.fields.size===0||!s.isMap(e)))for(let i=e+1,r=s.next(e);i<r;i=s.next(i+1)){let o=n.fields.get(s.keyId(i));if(o===void 0)continue;let a=s.key(i);for(let{rule:c,check:l,steps:d}of o){let u=i+1;for(let m of d)u=s.find(u,m);if(u===-1||s.has(u,q.hidden)||s.isNull(u))continue;this.rule=c,this.field=d.at(-1)??a;let p=l.test(s.toJS(u),this);if(p!==void 0)for(let m of[p].flat())this.fault([a,...d,...m.steps??[]],m.code,m.message)}}}checkRequired({node:e,key:n,compiled:s}){let{tape:i}=this;for(let{rule:r,key:o,steps:a}of s.required){let c=i.findId(e,o);for(let l=1;l<a.length;l++)c=i.find(c,a[l]);c!==-1&&i.has(c,q.hidden)||bs(i,c)&&!Px(i,c)||a.length>1&&ue(this.owner.source,i,e,n,"",a.slice(0,-1)).node===-1||(this.rule=r,this.fault(a,"Required","is required"))}}missAll({required:e},n){for(let{rule:s,steps:i}of e)i.length>1||(this.rule=s,this.fault([...n,...i],"Required","is required"))}checkSets(e){let{compiled:n,node:s,steps:i}=e;if(n.sets.length!==0){this.field=Cx(i);for(let r of n.sets)if(this.rule=r.rule,r.oneOf.length>0&&this.checkOneOf(s,r),!!this.tape.isMap(s)){for(let o of r.unique)this.checkUnique(s,o);r.check?.(e.value??this.tape.toJS(s),this)}}}checkOneOf(e,{oneOf:n,isOneNeeded:s}){let{tape:i}=this,r=n.filter(o=>bs(i,i.find(e,o)));r.length===0&&s&&this.fault([],"Required",`must have one of ${n.map(o=>`"${o}"`).join(", ")}`);for(let o of r.slice(1))this.fault([o],"Forbidden",`may not be set beside "${r[0]}"`)}checkUnique(e,{list:n,key:s,of:i}){let{tape:r}=this,o=r.find(e,n);if(o===-1||!r.isSequence(o)||r.count(o)<2)return;let a=new Set,c=0;for(let l=o+1,d=r.next(o);l<d;l=r.next(l),c++){let u=r.isMap(l)||r.isScalar(l)?i(r.toJS(l)??""):void 0;u===void 0||u===""||(a.has(u)?this.fault([n,c,...s===""?[]:[s]],"Duplicate","is there twice"):a.add(u))}}fault(e,n,s,i){let{tape:r,owner:o,pending:a}=this,c=ue(o.source,r,a.node,a.key,this.path,e);if(r.has(c.parent,q.hidden))return;let l={rule:this.rule,message:this.sentence(c.node,c.path,s),start:c.start,end:c.end,path:i?.path??c.path};n!==void 0&&(l.code=n);let d=i?.severity??(Vc(this.minor,o.kind,c.path)?"warning":void 0);d!==void 0&&(l.severity=d),this.emit(l)}sentence(e,n,s){if(/^[A-Z"]/.test(s))return s;let i=n.slice(n.lastIndexOf(".")+1),r=e!==-1&&this.tape.isScalar(e)?this.tape.scalar(e):null,o=r===null||typeof r=="boolean"?"":` ${Ar(String(r))}`;return`"${i}"${o} ${s}`}},Vc=(t,e,n)=>t<34&&e==="StatefulSet"&&/(?:^|\.)spec\.template\.spec(?!\.(?:restartPolicy|activeDeadlineSeconds)$)(?:\.|$)/.test(n),Cx=t=>t.findLast(e=>typeof e=="string")??"",bs=(t,e)=>e!==-1&&!t.isNull(e),Px=(t,e)=>t.isScalar(e)?t.scalar(e)===""||t.scalar(e)===0:t.count(e)===0,Ar=t=>JSON.stringify(t.length>60?`${t.slice(0,57)}\u2026`:t);var Mg=/^[A-Za-z0-9+/]*={0,2}$/,Dg=t=>{if(t.length%4===0&&Mg.test(t))return;let e=t.replace(/[\r\n]/g,""),n=/[^A-Za-z0-9+/=]/.exec(e);return n!==null?`must be base64, which has no "${n[0]}"`:Mg.test(e)?e.length%4===0?void 0:'must be base64, padded with "=" to a multiple of four characters':'must be base64, with "=" only as padding at its end'};dn();var Ax=/^(\d{4})-(0[1-9]|1[0-2])-(\d{2})T(?:[01]?\d|2[0-3]):[0-5]\d:[0-5]\d(?:[.,](\d+))?(?:Z|[+-](?:[01]\d|2[0-4]):(?:[0-5]\d|60))$/;function _g(t){let e=Ax.exec(t);if(e===null)return;let[,n,s,i,r]=e,o=Number(n)%4===0&&(Number(n)%100!==0||Number(n)%400===0),a=s==="02"?o?29:28:["04","06","09","11"].includes(s)?30:31;return Number(i)>=1&&Number(i)<=a?{fraction:r}:void 0}var Fg=t=>_g(t)===void 0?"must be a time such as 2026-01-31T08:30:00Z":void 0,Vg=t=>_g(t)?.fraction?.length===6?void 0:"must be a time with six digits of a second, such as 2026-01-31T08:30:00.000000Z";function Kg(t,e){switch(t){case k.boolean:return typeof e=="boolean"?void 0:`must be true or false, not ${ht(e)}`;case k.int32:return Kc(e,2n**31n,"an integer of 32 bits");case k.int64:return Kc(e,2n**63n,"an integer of 64 bits");case k.number:return typeof e=="number"||typeof e=="bigint"?void 0:`must be a number, not ${ht(e)}`;case k.intOrString:return typeof e=="string"?void 0:Kc(e,2n**31n,"an integer of 32 bits or a text");case k.quantity:return typeof e=="boolean"?`must be a quantity such as 500m or 1Gi, not ${ht(e)}`:jg(_m,e);case k.time:return jc(Fg,e);case k.microTime:return jc(Vg,e);case k.bytes:return jc(Dg,e);default:return`must be ${Bg[t]}, not ${ht(e)}`}}function Kc(t,e,n){if(typeof t=="string")return`must be ${n}, not the text ${ht(t)}${/^[+-]?\d+$/.test(t)?": leave out the quotes":""}`;if(typeof t=="boolean")return`must be ${n}, not ${ht(t)}`;if(typeof t=="number"&&!Number.isInteger(t))return`must be ${n}, not ${t}`;let s=typeof t=="number"&&Math.abs(t)>=1e21?e:BigInt(String(t));return s>=-e&&s<e?void 0:`must be ${n}, and ${t} is too large`}var jc=(t,e)=>typeof e!="string"?`must be text, not ${ht(e)}`:jg(t,e);function jg(t,e){let n=t(e);return n===void 0?void 0:`${ht(e)} ${typeof n=="string"?n:n[0]}`}var ht=t=>typeof t!="string"?String(t):JSON.stringify(t.length>60?`${t.slice(0,57)}\u2026`:t),Bg={[k.string]:"text",[k.boolean]:"true or false",[k.int32]:"an integer",[k.int64]:"an integer",[k.number]:"a number",[k.quantity]:"a quantity such as 500m or 1Gi",[k.intOrString]:"an integer or text",[k.time]:"a time",[k.microTime]:"a time with microseconds",[k.bytes]:"base64",[k.free]:"an object",[k.any]:"anything",[k.object]:"an object",[k.list]:"a list",[k.map]:"an object",[k.objectOrList]:"an object or a list of objects",[k.objectOrBoolean]:"an object, true or false",[k.objectOrStrings]:"an object or a list of texts"};function Ug(t){return t.code===k.list&&t.item.code===k.object?"a list of objects":Bg[t.code]}ds();function Wg(t,e,n,s){let i=t.key(n),r=[...s.fields.values()].filter(c=>t.find(e,c.name)===-1&&Tx(c.type,t,n+1)).map(c=>c.name),o=Ae(i,r);if(o!==void 0)return{hint:`, did you mean "${o}"?`,rename:o};let a=Nx(s,i);if(a!==void 0)return{hint:`: it belongs in "${a}"`}}function Tx(t,e,n){if(e.isNull(n))return!0;switch(t.code){case k.object:case k.map:case k.free:return e.isMap(n);case k.list:return e.isSequence(n);case k.any:case k.objectOrBoolean:case k.objectOrList:case k.objectOrStrings:return!0;default:return e.isScalar(n)}}function Nx(t,e){let n=[];for(let s of t.fields.values()){let[i,r]=Bc(s.type,s.name);i===void 0||s.name==="status"||i.fields.has(e)&&n.push(r)}if(n.length===0)for(let s of t.fields.values()){let[i,r]=Bc(s.type,s.name);if(!(i===void 0||s.name==="status"))for(let o of i.fields.values()){let[a,c]=Bc(o.type,o.name);a?.fields.has(e)===!0&&n.push(`${r}.${c}`)}}return n.length===1?n[0]:n.find(s=>s.endsWith("containers[]"))}var Bc=(t,e)=>t.code===k.list?[t.item.object,`${e}[]`]:[t.code===k.object?t.object:void 0,e];var Rx="no-unknown-field",Ex="valid-type",Ix="require-field",Ox="no-duplicate-list-item",$x="meta/v1 Object",Tr=class{minor;constraints;emit;object;tape;prefix="";steps=[];pod;pending=[];validating=!0;strict=!0;checker;needed=new Map;constructor(e,n,s){this.minor=e,this.constraints=n,this.emit=s,this.checker=new Pr(e,s)}walk(e,n){this.start(e),this.map(e.root,n,-1);let s=this.constraints.get($x);if(s!==void 0){let i=this.tape.find(e.root,"metadata"),r=i===-1||this.tape.has(i,q.hidden)?{}:{metadata:this.tape.toJS(i)??{}};this.pending.push({node:e.root,key:-1,compiled:s,steps:[],pod:void 0,value:r})}this.checkAll()}walkMetadata(e,n){this.start(e);let s=this.tape.find(e.root,"metadata");s===-1||this.tape.isNull(s)||(this.steps.push("metadata"),this.strict=!1,this.value(s,s-1,Fc(n)),this.steps.pop(),this.checkAll())}start(e){this.object=e,this.tape=e.tape,this.prefix=e.prefix,this.steps=[],this.pod=void 0,this.validating=!0,this.strict=!0}checkAll(){let{pending:e}=this;e.length!==0&&(this.pending=[],this.checker.check(this.object,e))}path(){return this.steps.reduce(ae,this.prefix)}value(e,n,s){let{tape:i}=this;switch(s.code){case k.object:i.isMap(e)?this.map(e,s.object,n):this.wrongType(e,n,s);return;case k.list:i.isSequence(e)?this.list(e,s):this.wrongType(e,n,s);return;case k.map:i.isMap(e)?this.mapOf(e,s.item):this.wrongType(e,n,s);return;case k.any:return;case k.free:i.isMap(e)||this.wrongType(e,n,s);return;case k.objectOrList:i.isSequence(e)?this.items(e,Fc(s.object)):i.isMap(e)?this.map(e,s.object,n):this.wrongType(e,n,s);return;case k.objectOrBoolean:i.isMap(e)?this.map(e,s.object,n):(!i.isScalar(e)||typeof i.scalar(e)!="boolean")&&this.wrongType(e,n,s);return;case k.objectOrStrings:i.isMap(e)?this.map(e,s.object,n):i.isSequence(e)||this.wrongType(e,n,s);return;case k.string:{let r=i.kind(e);if(r===A.singleQuoted||r===A.doubleQuoted||r===A.literal||r===A.folded)return;if(r===A.map||r===A.sequence)return this.wrongType(e,n,s);let o=i.scalar(e);typeof o!="string"&&o!==null&&this.wrongType(e,n,s);return}default:{if(!i.isScalar(e)){(s.code!==k.bytes||!i.isSequence(e))&&this.wrongType(e,n,s);return}let r=i.scalar(e);if(r===null)return;let o=Kg(s.code,r);o!==void 0&&this.wrongType(e,n,s,o)}}}map(e,n,s){let{tape:i,steps:r}=this,o=this.validating?this.constraints.get(n.name):void 0,a=this.pod;n.name==="core/v1 PodSpec"&&(this.pod={node:e,template:r.length>1});let c=n.fieldsById;for(let l=e+1,d=i.next(e);l<d;l=i.next(l+1)){let u=l+1,p=c.get(i.keyId(l));if(p===void 0){this.strict&&this.unknownField(e,l,n);continue}if(i.isNull(u))continue;let m=this.validating&&p.name==="status"&&r.length===0;m&&(this.validating=!1),r.push(p.name),this.value(u,l,p.type),m&&(this.validating=!0),r.pop()}this.validating&&this.missing(e,s,n,o),o!==void 0&&this.pending.push({node:e,key:s,compiled:o,steps:r.slice(),pod:this.pod}),this.pod=a}list(e,n){this.items(e,n.item),n.listKeys.length>0&&this.validating&&n.item.object?.name!=="core/v1 EnvVar"&&this.duplicateItems(e,n.listKeys)}items(e,n){let{tape:s,steps:i}=this,r=0;for(let o=e+1,a=s.next(e);o<a;o=s.next(o)){if(i.push(r++),s.isNull(o)){if(n.code===k.object&&this.validating){let c=this.constraints.get(n.object.name);this.missing(o,-1,n.object,c),c!==void 0&&this.pending.push({node:o,key:-1,compiled:c,steps:i.slice(),pod:this.pod})}}else this.value(o,-1,n);i.pop()}}mapOf(e,n){let{tape:s,steps:i}=this;for(let r=e+1,o=s.next(e);r<o;r=s.next(r+1))s.isNull(r+1)||(i.push(Ns(s.keyId(r))),this.value(r+1,r,n),i.pop())}wrongType(e,n,s,i){let{tape:r}=this;r.mark(e,q.hidden);let[o,a]=De(r,e,n),c=this.steps.at(-1),l=typeof c=="number"?`Item ${c} of "${String(this.steps.at(-2)??"")}"`:`"${c}"`;this.emit({rule:Ex,code:"Decode",message:`${l} ${i??`must be ${Ug(s)}, not ${qx(r,e)}`}`,start:o,end:a,path:this.path()})}unknownField(e,n,s){let{tape:i}=this,r=i.key(n),o=Wg(i,e,n,s),a=ae(this.path(),r),c=this.steps.length===0?this.object.kind:Gg(s),l={rule:Rx,code:"Decode",message:`${c} has no field "${r}"${o?.hint??""}`,start:i.start(n),end:i.end(n),path:a};o?.rename!==void 0&&i.find(e,o.rename)===-1&&!i.has(n+1,q.shared)&&(l.edits=[{start:i.start(n),end:i.end(n),text:o.rename}]),this.emit(l)}missing(e,n,s,i){let{tape:r}=this;for(let o of this.neededFields(s)){let a=Uc(o);if(r.isMap(e)&&bs(r,r.find(e,o.name))||a&&this.missingStruct(e,n,[o.name],o.type.object)||!o.required||i?.covers(o.name)===!0||!this.isEnforced(s,o))continue;let[c,l]=De(r,e,n),d=ae(this.path(),o.name),u={rule:Ix,code:"Required",message:`${this.nameOf(s)} needs "${o.name}"`,start:c,end:l,path:d};Vc(this.minor,this.object.kind,d)&&(u.severity="warning"),this.emit(u)}}missingStruct(e,n,s,i){let r=this.constraints.get(i.name),o=r!==void 0&&r.required.length>0;o&&this.pending.push({node:e,key:n,compiled:r,steps:this.steps.slice(),pod:this.pod,absent:s});for(let a of this.neededFields(i))Uc(a)&&this.missingStruct(e,n,[...s,a.name],a.type.object)&&(o=!0);return o}neededFields(e){let n=this.needed.get(e);return n===void 0&&this.needed.set(e,n=[...e.fieldsById.values()].filter(s=>s.required||Uc(s))),n}isEnforced(e,n){let{code:s}=n.type;return s===k.int32||s===k.int64||s===k.number||s===k.boolean||e.name==="meta/v1 OwnerReference"&&this.steps[0]!=="metadata"?!1:!Lx.has(`${e.name}.${n.name}`)}nameOf(e){if(this.steps.length===0)return this.object.kind;let n=this.steps.at(-1);return typeof n=="number"?Gg(e):`"${n}"`}duplicateItems(e,n){let{tape:s}=this;if(s.count(e)<2)return;let i=new Map,r=0;for(let o=e+1,a=s.next(e);o<a;o=s.next(o),r++){let c="";for(let h of n)c+=`${this.keyValue(o,h)}
`;if(c.length===n.length)continue;let l=i.get(c);if(l===void 0){i.set(c,o);continue}let[d,u]=De(s,o,-1),[p,m]=De(s,l,-1),y=this.steps.at(-1);this.emit({rule:Ox,message:`"${y}" has the same ${n.map(h=>`${h} ${JSON.stringify(this.keyValue(o,h))}`).join(" and ")} twice`,start:d,end:u,path:`${this.path()}[${r}]`,related:{start:p,end:m,message:"first here"}})}}keyValue(e,n){let{tape:s}=this,i=s.find(e,n);return bs(s,i)&&s.isScalar(i)?String(s.scalar(i)):n==="protocol"?"TCP":""}},Uc=t=>t.type.code===k.object&&(t.name==="spec"||t.name==="template"),Lx=new Set(["apiextensions/v1 WebhookConversion.conversionReviewVersions","batch/v1 PodFailurePolicy.rules","core/v1 LimitRangeSpec.limits","storage/v1 CSINode.spec"]),Gg=t=>t.name.slice(t.name.indexOf(" ")+1);function qx(t,e){if(t.isMap(e))return"an object";if(t.isSequence(e))return"a list";let n=t.scalar(e);return typeof n=="boolean"?`a boolean (${Ar(t.source(e))})`:typeof n=="string"?`the text ${Ar(n)}`:`the number ${t.source(e)}`}var Mx="valid-yaml",Dx="no-duplicate-key",Wc="require-kind",_x="no-unknown-kind",zg=["info","warning","error"],Nr=class{versions;severities;report;walkFindings=[];constructor(e,n,s){this.severities=n,this.report=s;let i=r=>this.walkFindings.push(r);this.versions=e.map(r=>{let o=dt(r);return{minor:r,table:Ig(r),walk:new Tr(o,new xr(o,a=>n.has(a)),i),unknown:new Map}})}problems(e,n){for(let{kind:s,message:i,start:r,end:o,related:a}of n.problems){let c={rule:s==="duplicate-key"?Dx:Mx,code:"Decode",message:i,start:r,end:o,path:""};this.emit(e,"",a===void 0?c:{...c,related:a})}}unidentified(e,n,{root:s,prefix:i}){if(n.isNull(s))return;let[r,o]=De(n,s,-1);if(!n.isMap(s)){this.emit(e,"",{rule:Wc,code:"Decode",message:`A Kubernetes object must be a map, not ${n.isSequence(s)?"a list":"a scalar"}`,start:r,end:o,path:i});return}for(let a of["apiVersion","kind"]){let c=n.find(s,a);c!==-1&&n.isScalar(c)&&n.scalar(c)!==null&&n.scalar(c)!==""?typeof n.scalar(c)!="string"&&this.emit(e,"",{rule:Wc,code:"Decode",message:`"${a}" must be text, not ${n.source(c)}`,start:n.start(c),end:n.end(c),path:a}):this.emit(e,"",{rule:Wc,code:"Decode",message:`The object has no "${a}"`,start:r,end:o,path:a})}}lookUp({apiVersion:e,kind:n}){for(let s=this.versions.length-1;s>=0;s--){let i=this.versions[s].table.kind(e,n);if(i!==void 0)return i}return Lg(e,n)?"other configuration":void 0}walk(e){let n=this.versions.map(i=>{this.walkFindings=[];let r=this.walkVersion(i,e);return{minor:i.minor,known:r,findings:this.walkFindings}}),s=n.length===1?n[0].findings:Fx(n);if(s.length>0){let{label:i}=e;for(let r of s)this.emit(e.source,i,r)}return n.some(i=>i.known)}walkVersion({minor:e,table:n,walk:s,unknown:i},r){let o=n.kind(r.apiVersion,r.kind);if(o!==void 0){try{s.walk(r,o.type)}catch(l){throw new Cn(`of ${o.type.name}`,r.source.file,r.label,l)}return!0}let a=`${r.apiVersion}/${r.kind}`,c=i.has(a)?i.get(a):qg(n,e,r.apiVersion,r.kind);if(i.set(a,c),c!==void 0){let l=r.at(c.field);return this.walkFindings.push({rule:c.rule??_x,code:"Decode",message:c.message,start:l.start,end:l.end,path:l.path}),!0}return s.walkMetadata(r,n.type("meta/v1 ObjectMeta")),!1}emit(e,n,s){let i=this.severities.get(s.rule);if(i===void 0)return;let r=s.severity!==void 0&&zg.indexOf(s.severity)<zg.indexOf(i)?s.severity:i,{rule:o,message:a,start:c,end:l,path:d,code:u,edits:p,related:m}=s,y={rule:o,severity:r,message:a,source:e,start:c,end:l,object:n,path:d};u!==void 0&&(y.code=u),p!==void 0&&(y.edits=p,y.fix="unsafe"),m!==void 0&&(y.related=[{source:e,...m}]),this.report(y)}};function Fx(t){let e=new Map;for(let{minor:n,findings:s}of t)for(let i of s){let r=[i.rule,i.code,i.start,i.end,i.path,i.message].join(`
`),o=e.get(r);o===void 0?e.set(r,{finding:i,minors:[n]}):o.minors.at(-1)!==n&&o.minors.push(n)}return[...e.values()].map(({finding:n,minors:s})=>s.length===t.length?n:{...n,message:`${n.message} (in ${s.join(", ")})`})}var Rr=class{options;rules;runner;schema;tape=new Rs;kept=[];context=new Set;diagnostics=[];summary=Jg();findings=[];constructor(e,n=hn()){this.options=e,this.rules=new Map(n.map(i=>[i.id,i]));let s=i=>this.findings.push(i);this.schema=new Nr(e.kubernetesVersions,e.severities,s),this.runner=new Os([...this.rules.values()],e,s)}async add({file:e,text:n,named:s}){this.summary.files++;let i=new Pn(e,n);await this.lintFile(i,n,s),this.flush(i)}get wantsContext(){return this.kept.length>0}async addContext(e,n){let{summary:s}=this;this.summary=Jg(),this.context.add(e),await this.lintFile(new Pn(e,n),n,!1),this.findings=[],this.summary=s}async finish(){this.kept.sort((r,o)=>r.source.file<o.source.file?-1:r.source.file>o.source.file?1:0);let e=new qt(this.kept);for(let r of this.kept)this.context.has(r.source.file)||this.runner.runCrossObject(r,e);let n=this.findings;for(let r of n)this.findings=[r],this.flush(r.source);let s=this.diagnostics.sort(Er).filter((r,o,a)=>o===0||Er(r,a[o-1])!==0),{summary:i}=this;for(let{severity:r,fix:o}of s)r==="error"?i.errors++:r==="warning"?i.warnings++:i.infos++,o==="safe"&&i.fixable++;return{version:Ji,diagnostics:s,summary:i,rules:this.options.describe===!1?new Map:await this.describe(new Set(s.map(r=>r.rule)))}}async lintFile(e,n,s){if(/\.(md|markdown)$/i.test(e.file))for(let i of yl(n))await this.lintText(e.part(i.start),n.slice(i.start,i.end),!1);else await this.lintText(e,n,s)}async lintText(e,n,s){let r=(await qp(n,this.tape)).flatMap(c=>this.lintDocument(e,c,s)),o=this.runner.needsIndex?r.filter(al):[];if(o.length===0)return;let a=this.tape.detach();for(let c of o)this.kept.push(c.detach(a))}lintDocument(e,n,s){let{tape:i}=this,r=n.root===-1?[]:$c(i,n.root);return s||r.some(a=>a.looksLikeManifest)||n.root===-1&&/(^|[{,])\s*["']?(apiVersion|kind)["']?\s*:/m.test(i.text.slice(n.start,n.end))?(this.summary.documents++,this.schema.problems(e,n),r.flatMap(a=>this.lintObject(e,a)??[])):((n.root!==-1||n.problems.length>0)&&this.leaveAlone("not a Kubernetes manifest"),[])}lintObject(e,n){let s=Tg(this.tape,n.root);if(s===void 0){this.schema.unidentified(e,this.tape,n);return}let i=this.schema.lookUp(s);if(i==="other configuration"){this.leaveAlone(i);return}let r=new Ls(e,this.tape,n.root,{...s,prefix:n.prefix,builtin:i!==void 0,namespaced:i?.namespaced??!0});if(this.summary.resources++,!this.schema.walk(r)){let o=`${s.apiVersion}/${s.kind}`;this.summary.unknownKinds[o]=(this.summary.unknownKinds[o]??0)+1}return this.runner.run(r),r}leaveAlone(e){this.summary.leftAlone[e]=(this.summary.leftAlone[e]??0)+1}flush(e){let{findings:n}=this;if(n.length===0)return;this.findings=[];let s=e.text.includes("podlint-ignore");for(let i of n){let r=Hc(i,Ga(i.rule));s&&gl(r,e)?this.summary.suppressed++:this.diagnostics.push(r)}}async describe(e){let{documentedRules:n}=await Promise.resolve().then(()=>(Hg(),Yg)),s=new Map(n().map(r=>[r.id,r])),i=new Map;for(let r of[...e].sort()){let o=s.get(r)??this.rules.get(r),{category:a,summary:c,why:l,howToFix:d,references:u}=o;i.set(r,{id:r,category:a,severity:this.options.severities.get(r)??o.severity,summary:c,why:l,howToFix:d,references:u,url:Ga(r)})}return i}},Jg=()=>({files:0,documents:0,resources:0,unknownKinds:{},leftAlone:{},errors:0,warnings:0,infos:0,fixable:0,suppressed:0});kr();us();async function Qg(t,e={}){let n=Object.entries(e.customRules??{}).map(([c,l])=>Kx(c,l)),s=[...hn(),...n],i=e.preset??"recommended",r=new Map(s.filter(c=>n.includes(c)||c.presets.includes(i)).map(c=>[c.id,c.severity]));for(let[c,l]of Object.entries(e.rules??{})){if(!s.some(d=>d.id===c))throw new TypeError(`There is no rule "${c}"`);l==="off"?r.delete(c):r.set(c,l)}let o=(e.kubernetesVersions??[Xa]).map(c=>{let l=Rf(c);if(l===void 0)throw new TypeError(`Kubernetes ${c} is not known; known are ${Te.join(", ")}`);return l}),a=new Rr({kubernetesVersions:o,severities:r,options:new Map(Object.entries(e.options??{}))},s);for(let{file:c,text:l,named:d=!0}of t)await a.add({file:c,text:l,named:d});return a.finish()}function Kx(t,e){let[n,s]=t.split("/");if(!Ge.includes(n)||s===void 0)throw new TypeError(`The name of a custom rule is category/id, with a category of ${Ge.join(", ")}, not "${t}"`);return{...e,category:n,id:s}}x();function Zg(t,e){let n=[],s=0;for(let o of e)o.length===0||o.some(a=>n.some(c=>jx(a,c)))||(n.push(...o),s++);n.sort((o,a)=>o.start.offset-a.start.offset);let i="",r=0;for(let o of n)i+=t.slice(r,o.start.offset)+o.text,r=o.end.offset;return{text:i+t.slice(r),count:s}}function jx(t,e){return t.start.offset===e.start.offset?!0:t.start.offset<e.end.offset&&e.start.offset<t.end.offset}us();0&&(module.exports={CATEGORIES,MINORS,PRESETS,VERSION,applyFixes,defineRule,lint,yaml});
