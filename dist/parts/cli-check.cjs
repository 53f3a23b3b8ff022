var __create=Object.create;var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __getProtoOf=Object.getPrototypeOf,__hasOwnProp=Object.prototype.hasOwnProperty;var __commonJS=(cb,mod)=>function(){try{return mod||(0,cb[__getOwnPropNames(cb)[0]])((mod={exports:{}}).exports,mod),mod.exports}catch(e){throw mod=0,e}};var __export=(target,all2)=>{for(var name in all2)__defProp(target,name,{get:all2[name],enumerable:!0})},__copyProps=(to,from,except,desc)=>{if(from&&typeof from=="object"||typeof from=="function")for(let key of __getOwnPropNames(from))!__hasOwnProp.call(to,key)&&key!==except&&__defProp(to,key,{get:()=>from[key],enumerable:!(desc=__getOwnPropDesc(from,key))||desc.enumerable});return to};var __toESM=(mod,isNodeMode,target)=>(target=mod!=null?__create(__getProtoOf(mod)):{},__copyProps(isNodeMode||!mod||!mod.__esModule?__defProp(target,"default",{value:mod,enumerable:!0}):target,mod)),__toCommonJS=mod=>__copyProps(__defProp({},"__esModule",{value:!0}),mod);var require_nearest=__commonJS({"shared:/work/main/src/model/nearest.ts"(exports2,module2){module2.exports=require("../podlint.cjs").modelNearest}});var require_project=__commonJS({"shared:/work/main/src/project.ts"(exports2,module2){module2.exports=require("../podlint.cjs").project}});var require_reporters=__commonJS({"shared:/work/main/src/reporters/index.ts"(exports2,module2){module2.exports=require("../podlint.cjs").reportersIndex}});var require_usage_error=__commonJS({"shared:/work/main/src/usage-error.ts"(exports2,module2){module2.exports=require("../podlint.cjs").usageError}});var stdin_exports={};__export(stdin_exports,{check:()=>check3,configUnknownVersion:()=>unknown_version_exports,diagnostic:()=>diagnostic_exports,engineDefineRule:()=>define_rule_exports,filesRead:()=>read_exports,filesSystemError:()=>system_error_exports,parserBlockScalar:()=>block_scalar_exports,parserCharacters:()=>characters_exports,parserFault:()=>fault_exports,parserKeys:()=>keys_exports,parserLines:()=>lines_exports,parserParse:()=>parse_exports,parserScalar:()=>scalar_exports,parserTape:()=>tape_exports,reportersPlural:()=>plural_exports,rules:()=>rules_exports,schemaVersions:()=>versions_exports});module.exports=__toCommonJS(stdin_exports);var unknown_version_exports={};__export(unknown_version_exports,{unknownVersion:()=>unknownVersion});var versions_exports={};__export(versions_exports,{LATEST:()=>LATEST,MINORS:()=>MINORS,parseVersion:()=>parseVersion});var MINORS=["1.28","1.29","1.30","1.31","1.32","1.33","1.34","1.35","1.36","1.37"],LATEST="1.37";function parseVersion(text2){if(text2==="latest"||text2==="master")return LATEST;let minor=/^v?(1\.\d+)(?:\.\d+(?:[-+][\w.+-]+)?)?$/.exec(text2)?.[1];return MINORS.find(known2=>known2===minor)}var unknownVersion=text2=>`There is no schema for Kubernetes "${text2}", only for ${MINORS[0]} to ${MINORS.at(-1)}`;var diagnostic_exports={};__export(diagnostic_exports,{SEVERITIES:()=>SEVERITIES,compareDiagnostics:()=>compareDiagnostics});var SEVERITIES=["error","warning","info"],byText=(a,b)=>a<b?-1:a>b?1:0;function compareDiagnostics(a,b){return byText(a.file,b.file)||a.start.offset-b.start.offset||a.end.offset-b.end.offset||byText(a.rule,b.rule)||byText(a.message,b.message)||byText(a.path,b.path)}var define_rule_exports={};__export(define_rule_exports,{CATEGORIES:()=>CATEGORIES,PRESETS:()=>PRESETS,defineRule:()=>defineRule,exampleText:()=>exampleText,yaml:()=>yaml});var PRESETS=["api-server","recommended","strict"],CATEGORIES=["validity","reliability","resources","security","networking","references","deprecation","best-practice"];function defineRule(definition){return definition}var yaml=strings=>strings.raw[0];function exampleText(raw){let lines=raw.replace(/^\n/,"").replace(/\n[ \t]*$/,`
`).replaceAll("\\`","`").replaceAll("\\${","${").split(`
`),indentOf=line=>line.length-line.trimStart().length,indent=Math.min(...lines.filter(line=>line.trim()!=="").map(indentOf));return lines.map(line=>line.slice(Math.min(indent,indentOf(line)))).join(`
`)}var read_exports={};__export(read_exports,{UnreadableText:()=>UnreadableText,decode:()=>decode,encode:()=>encode,readText:()=>readText});var import_node_buffer=require("node:buffer"),import_node_fs=require("node:fs"),UnreadableText=class extends Error{},buffer=Buffer.allocUnsafe(65536);function readText(path){let descriptor=(0,import_node_fs.openSync)(path,"r");try{let size2=0;for(;;){let read2=(0,import_node_fs.readSync)(descriptor,buffer,size2,buffer.length-size2,null);if(read2===0)break;size2+=read2,size2===buffer.length&&(buffer=Buffer.concat([buffer],buffer.length*4))}return decode(buffer.subarray(0,size2))}finally{(0,import_node_fs.closeSync)(descriptor)}}function decode(bytes){if(bytes[0]===255&&bytes[1]===254)return{text:bytes.toString("utf16le"),encoding:"utf-16le"};if(bytes[0]===254&&bytes[1]===255)return{text:swapped(bytes).toString("utf16le"),encoding:"utf-16be"};let text2=bytes.toString("utf8");if(text2.includes("\0"))throw new UnreadableText("is a binary file");if(text2.includes("\uFFFD")&&!(0,import_node_buffer.isUtf8)(bytes))throw new UnreadableText(`is not valid UTF-8 (${placeOf(firstInvalid(bytes,text2),bytes)})`);return{text:text2,encoding:"utf-8"}}function encode({text:text2,encoding}){if(encoding==="utf-8")return Buffer.from(text2);let bytes=Buffer.from(text2,"utf16le");return encoding==="utf-16le"?bytes:swapped(bytes)}var swapped=bytes=>Buffer.from(bytes.subarray(0,bytes.length&-2)).swap16();function firstInvalid(bytes,text2){for(let at2=text2.indexOf("\uFFFD");at2!==-1;at2=text2.indexOf("\uFFFD",at2+1)){let offset=Buffer.byteLength(text2.slice(0,at2));if(bytes[offset]!==239||bytes[offset+1]!==191||bytes[offset+2]!==189)return offset}return 0}function placeOf(offset,bytes){let before=bytes.toString("latin1",0,offset),line=before.split(`
`).length;return`byte 0x${bytes[offset].toString(16)} in line ${line}, column ${offset-before.lastIndexOf(`
`)}`}var system_error_exports={};__export(system_error_exports,{systemReason:()=>systemReason});var REASONS={EACCES:"permission denied",EEXIST:"it exists already",EISDIR:"it is a folder",ELOOP:"its symbolic links go round in circles",EMFILE:"too many open files",ENAMETOOLONG:"the name is too long",ENOENT:"no such file or folder",ENOSPC:"no space left on the disk",ENOTDIR:"a part of the path is not a folder",EPERM:"permission denied",EROFS:"the file system is read-only"};function systemReason(error){let{code,message}=error;if(typeof code!="string")throw error;return REASONS[code]??message.split(",")[0]??code}var block_scalar_exports={};__export(block_scalar_exports,{readBlockScalar:()=>readBlockScalar});var fault_exports={};__export(fault_exports,{Fault:()=>Fault});var Fault=class{code;start;end;constructor(code,start,end){this.code=code,this.start=start,this.end=end}};var scalar_exports={};__export(scalar_exports,{Chomp:()=>Chomp,decodeScalar:()=>decodeScalar,isFloatText:()=>isFloatText,resolveKey:()=>resolveKey,resolvePlain:()=>resolvePlain,scalarText:()=>scalarText});var tape_exports={};__export(tape_exports,{Flag:()=>Flag,Kind:()=>Kind,Tape:()=>Tape});var keys_exports={};__export(keys_exports,{hashStep:()=>hashStep,internKey:()=>internKey,internSlice:()=>internSlice,keyText:()=>keyText,plainKey:()=>plainKey});var texts=[],hashes=[],slots=new Int32Array(4096),hashStep=(hash,code)=>Math.imul(hash,31)+code|0;function internKey(text2){let hash=0;for(let i=0;i<text2.length;i++)hash=hashStep(hash,text2.charCodeAt(i));return internSlice(text2,0,text2.length,hash)}function internSlice(source,start,end,hash){let mask=slots.length-1,slot=(hash^hash>>>15)&mask;for(let entry=slots[slot];entry!==0;entry=slots[slot]){if(hashes[entry-1]===hash&&isSame(texts[entry-1],source,start,end))return entry-1;slot=slot+1&mask}let id=texts.length;return texts.push(Buffer.from(source.slice(start,end),"utf16le").toString("utf16le")),hashes.push(hash),slots[slot]=id+1,texts.length*2>slots.length&&rehash(),id}function isSame(text2,source,start,end){if(text2.length!==end-start)return!1;for(let i=0;i<text2.length;i++)if(text2.charCodeAt(i)!==source.charCodeAt(start+i))return!1;return!0}function rehash(){slots=new Int32Array(slots.length*4);let mask=slots.length-1;hashes.forEach((hash,id)=>{let slot=(hash^hash>>>15)&mask;for(;slots[slot]!==0;)slot=slot+1&mask;slots[slot]=id+1})}var keyText=id=>texts[id],plainKeys=[];function plainKey(id){return plainKeys[id]??=resolvePlainKey(id)}function resolvePlainKey(id){let text2=texts[id];if(text2==="<<")return-1;let value=resolvePlain(text2);if(value===text2)return id;let key=resolveKey(value,typeof value=="number"&&isFloatText(text2));return typeof key=="string"?-1:internKey(key.text)}var Kind={map:1,sequence:2,plain:3,singleQuoted:4,doubleQuoted:5,literal:6,folded:7,explicit:8},Flag={flow:16,encoded:32,shared:64,hidden:128},KIND_MASK=15,Tape=class _Tape{text="";data;size=0;values=[];plain=new Map;constructor(data2=new Int32Array(16384)){this.data=data2}reset(text2){this.text=text2,this.size=0,this.values=[],this.plain=new Map}detach(){let copy=new _Tape(this.data.slice(0,this.size*4));return copy.text=this.text,copy.size=this.size,copy.values=this.values,copy.plain=this.plain,copy}grow(){let larger=new Int32Array(this.data.length*2);larger.set(this.data),this.data=larger}kind(node){return this.data[node*4]&KIND_MASK}isMap(node){return(this.data[node*4]&KIND_MASK)===Kind.map}isSequence(node){return(this.data[node*4]&KIND_MASK)===Kind.sequence}isScalar(node){return(this.data[node*4]&KIND_MASK)>Kind.sequence}has(node,flag){return(this.data[node*4]&flag)!==0}mark(node,flag){this.data[node*4]|=flag}count(node){return this.data[node*4]>>>8}start(node){return this.data[node*4+1]}end(node){return this.data[node*4+2]}next(node){return(this.data[node*4]&KIND_MASK)<=Kind.sequence?this.data[node*4+3]:node+1}keyId(key){return this.data[key*4+3]}key(key){return keyText(this.data[key*4+3])}scalar(node){return decodeScalar(this,node)}source(node){return this.text.slice(this.start(node),this.end(node))}isNull(node){let kind=this.data[node*4]&KIND_MASK;if(kind===Kind.explicit)return this.scalar(node)===null;if(kind!==Kind.plain)return!1;let length=this.data[node*4+2]-this.data[node*4+1];return length===0||(length===1||length===4)&&this.scalar(node)===null}find(map,key){let found=-1;if(map===-1||!this.isMap(map))return found;for(let k=map+1,end=this.next(map);k<end;k=this.next(k+1))this.key(k)===key&&(found=k+1);return found}item(sequence,index){if(sequence===-1||!this.isSequence(sequence))return-1;let node=sequence+1;for(let end=this.next(sequence);node<end;node=this.next(node))if(index--===0)return node;return-1}toJS(node){let made=this.plain.get(node);if(made!==void 0)return made;let data2=this.data,kind=data2[node*4]&KIND_MASK;if(kind===Kind.map){let object={};for(let k=node+1,end=data2[node*4+3];k<end;k=this.next(k+1)){if((data2[(k+1)*4]&Flag.hidden)!==0)continue;let value=this.toJS(k+1);if(value===null)continue;let key=this.key(k);key==="__proto__"?Object.defineProperty(object,key,{value,enumerable:!0,configurable:!0,writable:!0}):object[key]=value}return this.plain.set(node,object),object}if(kind===Kind.sequence){let list2=[];for(let item=node+1,end=data2[node*4+3];item<end;item=this.next(item))list2.push((data2[item*4]&Flag.hidden)!==0?"":this.toJS(item)??"");return this.plain.set(node,list2),list2}return this.scalar(node)}};var Chomp={clip:0,strip:1,keep:2};function decodeScalar(tape2,node){let at2=node*4,head=tape2.data[at2],start=tape2.data[at2+1],end=tape2.data[at2+2],kind=head&15;if(kind===Kind.explicit)return tape2.values[tape2.data[at2+3]];let text2=scalarText(tape2.text,kind,(head&Flag.encoded)!==0,start,end,tape2.data[at2+3]);return kind===Kind.plain?resolvePlain(text2):text2}function scalarText(text2,kind,encoded,start,end,header){switch(kind){case Kind.plain:return encoded?foldLines(text2.slice(start,end)):text2.slice(start,end);case Kind.singleQuoted:return encoded?foldLines(text2.slice(start+1,end-1)).replaceAll("''","'"):text2.slice(start+1,end-1);case Kind.doubleQuoted:return encoded?decodeDoubleQuoted(text2.slice(start+1,end-1)):text2.slice(start+1,end-1);default:return decodeBlock(text2,kind===Kind.literal,start,end,header)}}var BREAKS=/[ \t]*(\r\n|[\n\r\u0085\u2028\u2029])((?:[ \t]*(?:\r\n|[\n\r\u0085\u2028\u2029]))*)[ \t]*/g,BREAK=/\r\n|[\n\r\u0085\u2028\u2029]/g,breakText=source=>source==="\u2028"||source==="\u2029"?source:`
`,foldLines=source=>source.replace(BREAKS,(_,first,rest)=>foldBreaks(breakText(first),rest));function foldBreaks(first,rest){let kept=rest===""?"":(rest.match(BREAK)??[]).map(breakText).join("");return first!==`
`?first+kept:kept===""?" ":kept}var ESCAPES={0:"\0",a:"\x07",b:"\b",t:"	","	":"	",n:`
`,v:"\v",f:"\f",r:"\r",e:"\x1B"," ":" ",'"':'"',"'":"'","\\":"\\","/":"/",N:"\x85",_:"\xA0",L:"\u2028",P:"\u2029"},ESCAPE_OR_BREAK=/\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(?:\r\n|[\n\r\u0085\u2028\u2029])((?:[ \t]*(?:\r\n|[\n\r\u0085\u2028\u2029]))*)[ \t]*|(.))|[ \t]*(\r\n|[\n\r\u0085\u2028\u2029])((?:[ \t]*(?:\r\n|[\n\r\u0085\u2028\u2029]))*)[ \t]*/gs;function decodeDoubleQuoted(source){return source.replace(ESCAPE_OR_BREAK,(whole,x,u,long,joined,char,first,rest)=>{let hex=x??u;return hex!==void 0?String.fromCharCode(parseInt(hex,16)):long!==void 0?codePoint(parseInt(long,16)):joined!==void 0?(joined.match(BREAK)??[]).map(breakText).join(""):char!==void 0?ESCAPES[char]??whole:foldBreaks(breakText(first),rest)})}var codePoint=code=>code<=1114111?String.fromCodePoint(code):"\uFFFD";function decodeBlock(text2,literal,start,end,header){let indent=header>>2,chomp=header&3,value="",lineBreak="",emptyLines="",afterBlank=!1;BREAK.lastIndex=start;let found=BREAK.exec(text2),at2=found===null?text2.length:BREAK.lastIndex;for(;at2<end;){BREAK.lastIndex=at2,found=BREAK.exec(text2);let lineEnd3=found===null?text2.length:found.index,from=at2;for(;from<lineEnd3&&from-at2<indent&&text2.charCodeAt(from)===32;)from++;at2=found===null?text2.length:BREAK.lastIndex;let thisBreak=found===null?"":breakText(found[0]);if(from===lineEnd3){emptyLines+=thisBreak;continue}let blank=text2[from]===" "||text2[from]==="	";!literal&&lineBreak===`
`&&!afterBlank&&!blank?emptyLines===""&&(value+=" "):value+=lineBreak,value+=emptyLines+text2.slice(from,lineEnd3),emptyLines="",lineBreak=thisBreak,afterBlank=blank}return chomp!==Chomp.strip&&(value+=lineBreak),chomp===Chomp.keep&&(value+=emptyLines),value}var WORDS={"":null,"~":null};for(let word of["null","Null","NULL"])WORDS[word]=null;for(let word of["y","Y","yes","Yes","YES","true","True","TRUE","on","On","ON"])WORDS[word]=!0;for(let word of["n","N","no","No","NO","false","False","FALSE","off","Off","OFF"])WORDS[word]=!1;var SPECIAL_FLOATS={};for(let word of[".inf",".Inf",".INF"])SPECIAL_FLOATS[word]=SPECIAL_FLOATS["+"+word]=1/0,SPECIAL_FLOATS["-"+word]=-1/0;for(let word of[".nan",".NaN",".NAN"])SPECIAL_FLOATS[word]=NaN;function resolvePlain(text2){if(text2==="")return null;let first=text2.charCodeAt(0);if(first>=48&&first<=57||first===43||first===45)return resolveNumber(text2)??SPECIAL_FLOATS[text2]??text2;if(first===46)return SPECIAL_FLOATS[text2]??resolvePointFloat(text2)??text2;if(text2.length>5)return text2;let word=Object.hasOwn(WORDS,text2)?WORDS[text2]:void 0;return word===void 0?text2:word}var FLOAT=/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/,POINT_FLOAT=/^\.\d+(?:_\d+)*(?:[eE][-+]?\d+(?:_\d+)*)?$/,MAX_INT64=2n**63n-1n,MAX_UINT64=2n**64n-1n;function resolveNumber(text2){let plain=text2.includes("_")?text2.replaceAll("_",""):text2,integer=resolveInteger(plain);if(integer!==void 0)return integer;if(!FLOAT.test(plain))return;let float=Number(plain);return Number.isFinite(float)?float:void 0}function resolvePointFloat(text2){if(!POINT_FLOAT.test(text2))return;let float=Number(text2.replaceAll("_",""));return Number.isFinite(float)?float:void 0}var INTEGER=/^([-+]?)(?:(0|[1-9][0-9]*)|0[xX]([0-9a-fA-F]+)|0[oO]?([0-7]+)|(0[bB][01]+)|0b([-+]?)([01]+))$/;function resolveInteger(plain){let match=INTEGER.exec(plain);if(match===null)return;let[,sign,decimal,hex,octal,binary,innerSign,innerBinary]=match;if(decimal!==void 0&&decimal.length<=15)return sign==="-"?0-Number(decimal):Number(decimal);if(innerBinary!==void 0&&sign!=="")return;let size2=BigInt(decimal??(hex!==void 0?"0x"+hex:octal!==void 0?"0o"+octal:binary??"0b"+innerBinary)),negative=sign==="-"||innerSign==="-";if(negative?size2>MAX_INT64+1n:size2>(sign===""&&innerSign!=="+"?MAX_UINT64:MAX_INT64))return;let value=negative?-size2:size2,number2=Number(value);return Number.isSafeInteger(number2)?number2:value}function resolveKey(value,isFloat){return typeof value=="string"?{text:value,identity:'"'+value}:value===null?"null":typeof value=="boolean"?{text:String(value),identity:String(value)}:typeof value=="bigint"?value>MAX_INT64?"uint64":{text:String(value),identity:String(value)}:isFloat?{text:formatFloat(value),identity:"float "+value}:{text:String(value),identity:String(value)}}var isFloatText=text2=>resolveInteger(text2.replaceAll("_",""))===void 0;function formatFloat(value){if(Number.isNaN(value))return".nan";let single=Math.fround(value);if(!Number.isFinite(single))return single>0?".inf":"-.inf";if(single===0)return Object.is(value,-0)||value<0?"-0":"0";let digits=1;for(;digits<9&&Math.fround(Number(single.toExponential(digits-1)))!==single;)digits++;let[mantissa,exponentText]=single.toExponential(digits-1).split("e"),exponent=Number(exponentText);if(exponent>=-4&&exponent<6)return fixed(mantissa,exponent);let size2=Math.abs(exponent);return`${mantissa}e${exponent<0?"-":"+"}${size2<10?"0":""}${size2}`}function fixed(mantissa,exponent){let sign=mantissa.startsWith("-")?"-":"",digits=mantissa.replace(/[-.]/g,"");if(exponent<0)return`${sign}0.${"0".repeat(-exponent-1)}${digits}`;let whole=digits.padEnd(exponent+1,"0"),fraction=whole.slice(exponent+1);return sign+whole.slice(0,exponent+1)+(fraction===""?"":"."+fraction)}var isBlank=code=>code===32||code===9,isBreak=code=>code===10||code===13||code===133||code===8232||code===8233,afterBreak=(text2,at2)=>text2.charCodeAt(at2)===13&&text2.charCodeAt(at2+1)===10?at2+2:at2+1;function readBlockScalar(text2,start,parentIndent,limit){let at2=start+1,chomp=Chomp.clip,increment=0;for(let i=0;i<2;i++){let code=text2.charCodeAt(at2);if((code===43||code===45)&&chomp===Chomp.clip)chomp=code===43?Chomp.keep:Chomp.strip;else if(code>=49&&code<=57&&increment===0)increment=code-48;else break;at2++}let headerEnd=at2;for(;at2<limit&&isBlank(text2.charCodeAt(at2));)at2++;if(text2.charCodeAt(at2)===35)for(;at2<limit&&!isBreak(text2.charCodeAt(at2));)at2++;if(at2<limit&&!isBreak(text2.charCodeAt(at2))){let end2=at2;for(;end2<limit&&!isBlank(text2.charCodeAt(end2))&&!isBreak(text2.charCodeAt(end2));)end2++;throw new Fault("block-header",at2,end2)}at2=at2<limit?afterBreak(text2,at2):limit;let least=Math.max(parentIndent+1,1),indent=increment===0?0:Math.max(parentIndent,0)+increment,widest=0,end=headerEnd,first=!0;for(;;){let lineStart2=at2,column=0;for(;;){for(;at2<limit&&text2.charCodeAt(at2)===32&&(indent===0||column<indent);)at2++,column++;column>widest&&(widest=column);let code=at2<limit?text2.charCodeAt(at2):NaN;if(code===9&&(indent===0||column<indent))throw new Fault("block-tab",at2,at2+1);if(!isBreak(code))break;at2=afterBreak(text2,at2),chomp===Chomp.keep&&(end=at2),lineStart2=at2,column=0}if(first&&(first=!1,indent===0&&(indent=Math.max(widest,least))),column!==indent||at2>=limit)return{end,header:indent<<2|chomp,next:at2>=limit?limit:lineStart2};for(;at2<limit&&!isBreak(text2.charCodeAt(at2));)at2++;end=at2,at2<limit&&(at2=afterBreak(text2,at2)),chomp===Chomp.keep&&(end=at2)}}var characters_exports={};__export(characters_exports,{CONTROL_CHARACTER:()=>CONTROL_CHARACTER,plainSource:()=>plainSource});var CONTROL_CHARACTER=/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/,PECULIAR=/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]|\r(?!\n)/,EVERY_CONTROL_CHARACTER=new RegExp(CONTROL_CHARACTER,"g");function plainSource(text2){return PECULIAR.test(text2)?text2.replace(/\r(?!\n)|[\x85\u2028\u2029]/g,`
`).replace(EVERY_CONTROL_CHARACTER,"x"):text2}var lines_exports={};__export(lines_exports,{LineIndex:()=>LineIndex});var LINE_BREAK=/\r\n|\n|\r/g,LineIndex=class{source;starts;constructor(source){this.source=source}position(offset){let starts=this.lineStarts(),at2=Math.max(0,Math.min(offset,this.source.length)),low=0,high=starts.length-1;for(;low<high;){let middle=low+high+1>>1;starts[middle]<=at2?low=middle:high=middle-1}return{line:low+1,column:Math.max(at2-starts[low],0)+1,offset:at2}}text(line){let starts=this.lineStarts(),start=starts[line-1];return start===void 0?"":this.source.slice(start,starts[line]??this.source.length).replace(/(?:\r\n|\n|\r)$/,"")}lineStarts(){if(this.starts===void 0){this.starts=[this.source.charCodeAt(0)===65279?1:0];for(let match of this.source.matchAll(LINE_BREAK))this.starts.push(match.index+match[0].length)}return this.starts}};var parse_exports={};__export(parse_exports,{parse:()=>parse});var DECLINED=Symbol("declined"),MAX_DEPTH=1e4,MAX_KEY=1024,MAP=0,SEQUENCE=1,INDENTLESS=2,PAIR=3,FLOW_MAP=4,FLOW_SEQUENCE=5,flowIndicators=new Uint8Array(128);for(let char of",?[]{}")flowIndicators[char.charCodeAt(0)]=1;var escapes=new Uint8Array(128).fill(255);for(let char of`0abt	nvfre "'\\N_LP`)escapes[char.charCodeAt(0)]=0;escapes[120]=2;escapes[117]=4;escapes[85]=8;var tape,text="",data=new Int32Array(0),size=0,at=0,lineStart=0,fresh=!0,pending=-1,lastEnd=0,scalarEnd=0,scalarFlags=0,isMultiline=!1,isJson,anchor="",anchorLine=-1,anchors,aliased=0,depth=0,kinds=new Uint8Array(256),columns=new Int32Array(256),nodes=new Int32Array(256),counts=new Int32Array(256),seen=new Int32Array(4096),mapSerial=0;function scanDocument(target,source,start){tape=target,text=source,data=target.data,size=target.size,at=lineStart=start,depth=0,start<=1&&(isJson=void 0);try{let scanned=scan(start);return target.size=size,scanned}catch(error){if(error instanceof Fault)return error;if(error===DECLINED)return;throw error}}var isBlank2=code=>code===32||code===9,isGap=code=>!(code>32)&&(code===32||code===10||code===13||code===9||code!==code);function isMarker(offset){let code=text.charCodeAt(offset);return(code===45||code===46)&&text.charCodeAt(offset+1)===code&&text.charCodeAt(offset+2)===code&&isGap(text.charCodeAt(offset+3))}function scan(start){if(fresh=!0,pending=-1,anchor="",anchorLine=-1,anchors=void 0,aliased=0,skip(),at===lineStart&&text.charCodeAt(at)===37)throw DECLINED;let isExplicit=!1;if(at===lineStart&&isMarker(at)){if(isExplicit=text.charCodeAt(at)===45,isExplicit)at+=3,fresh=!1,skip();else if(!isClosedBefore(text,start))throw new Fault("nothing-to-end",at,at+3)}if(!isExplicit&&at<text.length&&isClosedBefore(text,start))throw new Fault("after-end",at,lineEnd(at));let root=size;if(pending=at,scanBlock(),anchor!=="")throw DECLINED;return{root:size>root?root:-1,end:text.charCodeAt(at)===46?afterClose(at):at}}function isClosedBefore(source,start){return start>3&&source.startsWith("...",source.lastIndexOf(`
`,start-2)+1)}function afterClose(offset){at=offset+3,fresh=!1;let next=lineEnd(at);for(;isBlank2(text.charCodeAt(at));)at++;let code=text.charCodeAt(at);if(code!==35&&!isGap(code))throw new Fault("after-end",at,next);at=Math.min(next+1,text.length);let end=at;return COMMENTS.lastIndex=at,COMMENTS.test(text)?text.length:end}var COMMENTS=/(?:[ \t\r]*(?:#[^\n]*)?(?:\n|$))*$/y;function lineEnd(offset){let next=text.indexOf(`
`,offset);return next===-1?text.length:next}function skip(){for(;;){let code=text.charCodeAt(at);if(code===32||code===13)at++;else if(code===10)lineStart=++at,fresh=!0;else if(code===35)at=lineEnd(at);else if(code===9){if(fresh)throw new Fault("tab",at,at+1);at++}else return}}function scanBlock(){for(;;){skip();let code=text.charCodeAt(at);if(code!==code)break;let column=at-lineStart;if(column===0&&(code===45||code===46)&&isMarker(at))break;for(;depth>0&&columns[depth-1]>column;)close();let indent=depth>0?columns[depth-1]:-1;if(code===45&&isGap(text.charCodeAt(at+1))){if(!fresh)throw new Fault("nested-list",at,at+1);startItem(column,indent);continue}scanNode(code,column,indent)}for(;depth>0;)close()}function put(head,start,end,link){let node=size++;return node*4>=data.length&&(tape.grow(),data=tape.data),data[node*4]=head,data[node*4+1]=start,data[node*4+2]=end,data[node*4+3]=link,lastEnd=end,node}function open(kind,column,start){if(depth>=MAX_DEPTH)throw new Fault("too-deep",start,start+1);depth>=kinds.length&&growFrames(),kinds[depth]=kind,columns[depth]=column,counts[depth]=0;let node=put(0,start,start,0);nodes[depth]=node,depth++,nameNode(node)}function growFrames(){let larger=(from,to)=>(to.set(from),to);kinds=larger(kinds,new Uint8Array(kinds.length*2)),columns=larger(columns,new Int32Array(columns.length*2)),nodes=larger(nodes,new Int32Array(nodes.length*2)),counts=larger(counts,new Int32Array(counts.length*2))}function close(){pending>=0&&putMissing(),depth--,finish(depth,lastEnd,0)}function putMissing(){if(anchor!=="")throw DECLINED;put(Kind.plain,pending,pending,0),pending=-1}function finish(frame,end,flags){let node=nodes[frame],kind=kinds[frame],count=counts[frame],isMap=kind===MAP||kind===PAIR||kind===FLOW_MAP;data[node*4]=(isMap?Kind.map:Kind.sequence)|flags|count<<8,data[node*4+2]=lastEnd=end,data[node*4+3]=size,isMap&&count>1&&refuseDuplicates(node)}function refuseDuplicates(map){let serial=++mapSerial;for(let key=map+1;key<size;){let id=data[key*4+3];if(id>=seen.length){let larger=new Int32Array(Math.max(seen.length*2,id+1));larger.set(seen),seen=larger}if(seen[id]===serial)throw DECLINED;seen[id]=serial;let value=key+1;key=(data[value*4]&15)<=Kind.sequence?data[value*4+3]:value+1}}function startItem(column,indent){let kind=depth>0?kinds[depth-1]:-1;if(column===indent&&kind!==MAP)pending>=0&&putMissing();else{if(pending<0)throw new Fault("indentation",at,at+1);open(column===indent?INDENTLESS:SEQUENCE,column,at)}counts[depth-1]++,pending=++at,fresh=!0}function scanNode(code,column,indent){let start=at,isFresh=fresh,kind;switch(code){case 34:scanDoubleQuoted(),kind=Kind.doubleQuoted;break;case 39:scanSingleQuoted(),kind=Kind.singleQuoted;break;case 91:case 123:awaitValue(start,column,indent,isFresh),scanFlow(indent),refuseFlowKey(start);return;case 124:case 62:scanBlockScalar(code,indent);return;case 38:scanAnchor(column,indent);return;case 42:scanBlockAlias(column,indent);return;case 33:throw DECLINED;case 37:case 64:case 96:throw new Fault("bad-start",start,start+1);case 44:case 93:case 125:throw new Fault("stray-bracket",start,start+1);case 63:if(isGap(text.charCodeAt(at+1)))throw DECLINED;scanPlain(indent+1,!1),kind=Kind.plain;break;case 58:if(isGap(text.charCodeAt(at+1)))throw new Fault(isFresh?"no-key":"nested-map",start,start+1);scanPlain(indent+1,!1),kind=Kind.plain;break;default:scanPlain(indent+1,!1),kind=Kind.plain}let end=scalarEnd;if(!fresh){for(;isBlank2(text.charCodeAt(at));)at++;if(text.charCodeAt(at)===58&&isGap(text.charCodeAt(at+1))){startEntry(kind,start,end,column,indent,isFresh);return}}awaitValue(start,column,indent,isFresh),putScalar(kind,start,end)}function startEntry(kind,start,end,column,indent,isFresh){if(!isFresh)throw anchorLine===lineStart?DECLINED:new Fault("nested-map",at,at+1);if(isMultiline)throw new Fault("multiline-key",start,end);if(at-start>MAX_KEY)throw new Fault("long-key",start,end);if(depth>0&&kinds[depth-1]===INDENTLESS&&column===indent&&close(),depth>0&&kinds[depth-1]===MAP&&column===indent)pending>=0&&putMissing();else{if(pending<0||column<=indent)throw new Fault("indentation",start,end);open(MAP,column,start)}putKey(kind,start,end),counts[depth-1]++,pending=++at,fresh=!1}function putKey(kind,start,end){put(kind|scalarFlags,start,end,keyId(kind,start,end))}function keyId(kind,start,end){if(scalarFlags!==0)return internKey(scalarText(tape.text,kind,!0,start,end,0));let quote=kind===Kind.plain?0:1,from=start+quote,to=end-quote,hash=0;for(let i=from;i<to;i++)hash=hashStep(hash,text.charCodeAt(i));let id=internSlice(text,from,to,hash);if(quote===1)return id;let resolved=plainKey(id);if(resolved===-1)throw DECLINED;return resolved}function awaitValue(start,column,indent,isFresh){if(pending<0)throw new Fault(isFresh?"no-colon":"after-value",start,start);if(isFresh&&column<=indent)throw new Fault("no-colon",start,start);pending=-1}function putScalar(kind,start,end){if(kind===Kind.plain){let first=text.charCodeAt(start);if(first<=46&&end-start<=5&&(first===46||first===45||first===43)&&!isFinite(resolvePlain(text.slice(start,end))))throw DECLINED}nameNode(put(kind|scalarFlags,start,end,0))}var isFinite=value=>typeof value!="number"||Number.isFinite(value);function refuseFlowKey(start){let end=at;for(;isBlank2(text.charCodeAt(at));)at++;if(text.charCodeAt(at)===58&&isGap(text.charCodeAt(at+1)))throw new Fault("complex-key",start,end)}function scanName(){let start=++at;for(;;){let code=text.charCodeAt(at);if(!(code>=97&&code<=122||code>=65&&code<=90||code>=48&&code<=57||code===45||code===95))break;at++}if(at===start)throw DECLINED;return text.slice(start,at)}function scanAnchor(column,indent){if(pending<0||anchor!==""||fresh&&column<=indent||(fresh&&(anchorLine=lineStart),anchor=scanName(),!isGap(text.charCodeAt(at))))throw DECLINED;fresh=!1}function nameNode(node){anchor!==""&&(anchors??=new Map,anchors.set(anchor,node),anchor="")}function scanBlockAlias(column,indent){let start=at,name=scanName(),end=at;if(!isGap(text.charCodeAt(at)))throw DECLINED;for(;isBlank2(text.charCodeAt(at));)at++;if(text.charCodeAt(at)===58)throw DECLINED;awaitValue(start,column,indent,fresh),fresh=!1,putAlias(name,end)}function putAlias(name,end){let from=anchors?.get(name);if(from===void 0||anchor!=="")throw DECLINED;let kind=data[from*4]&15;if(kind===0)throw DECLINED;let to=kind<=Kind.sequence?data[from*4+3]:from+1;if(aliased+=to-from,aliased>100&&size+to-from>1e3&&aliased>(size+to-from)*(size>3e5?.1:.9))throw DECLINED;let shift=size-from;for(let node=from;node<to;node++){let head=data[node*4],link=data[node*4+3];put(head|Flag.shared,data[node*4+1],data[node*4+2],(head&15)<=Kind.sequence?link+shift:link)}lastEnd=end}function scanBlockScalar(code,indent){if(pending<0)throw new Fault(fresh?"no-colon":"after-value",at,at);let{end,header,next}=readBlockScalar(text,at,indent,text.length);nameNode(put(code===124?Kind.literal:Kind.folded,at,end,header)),pending=-1,at=lineStart=next,fresh=!0}function scanPlain(minColumn,inFlow){let start=at,end=at,endLine=lineStart,firstLine=lineStart;for(fresh=!1;;){let from=at;for(;;){let code2=text.charCodeAt(at);if(!(code2>32))break;if(code2===58){if(isGap(text.charCodeAt(at+1)))break}else if(inFlow&&code2<128&&flowIndicators[code2]===1)break;at++}at>from&&(end=at,endLine=lineStart,fresh=!1);let code=text.charCodeAt(at);if(code>32||code!==code)break;for(;code===32||code===9;)code=text.charCodeAt(++at);for(;code===10||code===13;)for(code===13&&at++,lineStart=++at,fresh=!0,code=text.charCodeAt(at);code===32||code===9;){if(code===9&&at-lineStart<minColumn)throw new Fault("tab",at,at+1);code=text.charCodeAt(++at)}if(code===35||code!==code||fresh&&(!inFlow&&at-lineStart<minColumn||at===lineStart&&isMarker(at)))break}if(scalarEnd=end,isMultiline=endLine!==firstLine,scalarFlags=isMultiline?Flag.encoded:0,end===start)throw new Fault("bad-start",start,start+1)}function scanSingleQuoted(){let start=at++;for(scalarFlags=0,isMultiline=!1;;){let code=text.charCodeAt(at);if(code===39){if(text.charCodeAt(at+1)!==39)break;scalarFlags=Flag.encoded,at+=2}else if(code===10)nextQuotedLine(start);else{if(code!==code)throw new Fault("unclosed-quote",start,start+1);at++}}scalarEnd=++at,fresh=!1}function nextQuotedLine(start){if(lineStart=++at,isMultiline=!0,scalarFlags=Flag.encoded,isMarker(at))throw new Fault("marker-in-quotes",start,start+1)}function scanDoubleQuoted(){let start=at++;for(scalarFlags=0,isMultiline=!1;;){let code=text.charCodeAt(at);if(code===34)break;if(code===92)scanEscape(start);else if(code===10)nextQuotedLine(start);else{if(code!==code)throw new Fault("unclosed-quote",start,start+1);at++}}scalarEnd=++at,fresh=!1}function scanEscape(start){scalarFlags=Flag.encoded;let letter=text.charCodeAt(at+1);if(letter===10||letter===13&&text.charCodeAt(at+2)===10){at+=letter===10?1:2,nextQuotedLine(start);return}let digits=letter<128?escapes[letter]:255;if(digits===255&&!(letter===47&&isWholeJson()))throw new Fault("bad-escape",at,Math.min(at+2,text.length));if(digits===255||digits===0){at+=2;return}let hex=text.slice(at+2,at+2+digits);if(hex.length<digits||/[^0-9A-Fa-f]/.test(hex))throw new Fault("bad-hex",at,Math.min(at+2+digits,text.length));let value=parseInt(hex,16);if(value>1114111||value>=55296&&value<=57343&&!isWholeJson())throw new Fault("bad-code-point",at,at+2+digits);at+=2+digits}function isWholeJson(){if(isJson===void 0&&(isJson=!1,/^\ufeff?\s*\{/.test(text)))try{JSON.parse(text.replace("\uFEFF","")),isJson=!0}catch{}return isJson}var ITEM=0,AFTER_KEY=1,VALUE=2,AFTER_VALUE=3;function scanFlow(indent){let base=depth;openFlow();let state=ITEM;for(;depth>base;){skipFlow();let code=text.charCodeAt(at);if(code!==code){let start=data[nodes[depth-1]*4+1];throw new Fault("unclosed",start,start+1)}if(at===lineStart&&isMarker(at))throw new Fault("marker-in-flow",at,at+3);let kind=kinds[depth-1];if(code===44||code===93||code===125)if((state===AFTER_KEY||state===VALUE)&&(putMissing(),state=AFTER_VALUE,kind===PAIR&&closePair()),code===44){if(state===ITEM)throw new Fault("empty-item",at,at+1);state=ITEM,at++}else closeFlow(code),state=AFTER_VALUE,depth>base&&kinds[depth-1]===PAIR&&closePair();else{if(state===AFTER_VALUE)throw new Fault(code===58?"nested-map":"no-comma",at,at+1);if(state===AFTER_KEY)throw new Fault(code===58?"multiline-key":"no-comma",at,at+1);if(code===91||code===123){if(state===ITEM&&kind===FLOW_MAP)throw new Fault("complex-key",at,at+1);state===ITEM&&counts[depth-1]++,pending=-1,openFlow(),state=ITEM}else if(code===42){let name=scanName(),end=at,after=text.charCodeAt(at);if(!isGap(after)&&after!==44&&after!==93&&after!==125)throw DECLINED;if(fresh=!1,state===ITEM){if(kind===FLOW_MAP||isColon())throw DECLINED;counts[depth-1]++}pending=-1,putAlias(name,end),state=AFTER_VALUE,kind===PAIR&&closePair()}else{let start=at,scalar=scanFlowScalar(code,indent,state),isKey=state===ITEM&&isColon();if(isKey&&refuseLongKey(start),state===VALUE){pending=-1,putScalar(scalar,start,scalarEnd),state=AFTER_VALUE,kind===PAIR&&closePair();continue}counts[depth-1]++,kind===FLOW_MAP?(pending=isKey?at+1:scalarEnd,putKey(scalar,start,scalarEnd),state=isKey?VALUE:AFTER_KEY):isKey?(open(PAIR,0,start),counts[depth-1]=1,pending=at+1,putKey(scalar,start,scalarEnd),state=VALUE):(putScalar(scalar,start,scalarEnd),state=AFTER_VALUE),isKey&&at++}}}fresh=!1,pending=-1}function openFlow(){open(text.charCodeAt(at)===123?FLOW_MAP:FLOW_SEQUENCE,0,at),at++}function closeFlow(bracket){if(bracket===125!=(kinds[depth-1]===FLOW_MAP))throw new Fault("wrong-bracket",at,at+1);at++,finish(--depth,at,Flag.flow)}function closePair(){finish(--depth,lastEnd,Flag.flow)}function isColon(){if(fresh)return!1;for(;isBlank2(text.charCodeAt(at));)at++;return text.charCodeAt(at)===58}function refuseLongKey(start){if(isMultiline)throw new Fault("multiline-key",start,scalarEnd);if(at-start>MAX_KEY)throw new Fault("long-key",start,scalarEnd)}function scanFlowScalar(code,indent,state){switch(code){case 34:return scanDoubleQuoted(),Kind.doubleQuoted;case 39:return scanSingleQuoted(),Kind.singleQuoted;case 38:case 33:throw DECLINED;case 63:throw state===ITEM?DECLINED:new Fault("no-comma",at,at+1);case 58:throw new Fault(state===ITEM?"no-key":"nested-map",at,at+1);case 37:case 64:case 96:case 124:case 62:throw new Fault("bad-start",at,at+1);case 45:if(isGap(text.charCodeAt(at+1)))throw new Fault("dash-in-flow",at,at+1)}return scanPlain(indent+1,!0),Kind.plain}function skipFlow(){for(;;){let code=text.charCodeAt(at);if(code===32||code===13||code===9)at++;else if(code===10)lineStart=++at;else if(code===35)at=lineEnd(at);else return}}async function parse(text2,tape2){tape2.reset(text2);let source=plainSource(text2),isPeculiar=source!==text2,documents=[],at2=text2.charCodeAt(0)===65279?1:0;do{let scanned=scanDocument(tape2,source,at2),document;if(scanned===void 0||scanned instanceof Fault||isPeculiar){let fallback=await Promise.resolve().then(()=>require("./parser-fallback.cjs"));document=scanned!==void 0&&!(scanned instanceof Fault)?{root:scanned.root,start:at2,end:scanned.end,problems:[]}:fallback.readDocument(tape2,source,at2,scanned),isPeculiar&&fallback.refuseControlCharacters(text2,document)}else document={root:scanned.root,start:at2,end:scanned.end,problems:[]};documents.push(document),at2=document.end}while(at2<text2.length);return documents}var plural_exports={};__export(plural_exports,{plural:()=>plural});var plural=(count,noun)=>`${count} ${noun}${count===1?"":"s"}`;var rules_exports={};__export(rules_exports,{allRules:()=>allRules});var EXEMPT=["Service kubernetes","ServiceAccount default","Endpoints kubernetes","EndpointSlice kubernetes"],no_default_namespace_default={severity:"info",presets:["strict"],since:"0.1.0",summary:'Disallow the namespace "default".',why:"Everybody who names no namespace ends up there, so its quotas, network policies and permissions fit nobody.",howToFix:"Give the application a namespace of its own. An object without a namespace is left alone: Helm, Kustomize and `kubectl -n` fill it in.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"],peers:{"kube-linter":["use-namespace"],trivy:["KSV-0110"],checkov:["CKV_K8S_21"],kubescape:["C-0061","C-0212"],kics:["Using Default Namespace"],datree:["WORKLOAD_INCORRECT_NAMESPACE_VALUE_DEFAULT"],clusterlint:["default-namespace"],kyverno:["disallow-default-namespace"]},bad:[{title:"a ConfigMap in the default namespace",yaml:yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          namespace: default # ✖ ConfigMap "settings" is in the namespace "default"
        data: {}
      `}],good:[{title:"a namespace of its own, or one that is filled in later",yaml:yaml`
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
      `}],visit:{object(object,{report}){!object.namespaced||object.namespace!=="default"||EXEMPT.includes(`${object.kind} ${object.name}`)||report(object.at("metadata","namespace"),`${object.kind} "${object.name}" is in the namespace "default"`)}}};var REGISTRY=/^(?:(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(?:\.(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[0-9a-fA-F:]+\])(?::\d+)?$/,COMPONENT=/^[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*$/,TAG=/^\w[\w.-]{0,127}$/,HEX_DIGITS={sha256:64,sha384:96,sha512:128};function brokenDigest(digest){let[algorithm,hex]=digest.split(":"),length=HEX_DIGITS[algorithm];return length===void 0?`has a digest of the unknown algorithm "${algorithm}"`:hex?.length===length&&/^[0-9a-f]+$/.test(hex)&&digest.indexOf(":")===digest.lastIndexOf(":")?void 0:`has a digest that is not ${algorithm}: and ${length} lower case hexadecimal digits`}function parseImage(text2){if(text2==="")return"must not be empty";if(/\s/.test(text2))return"must not contain white space";if(/^[a-z][a-z0-9+.-]*:\/\//.test(text2))return'must not begin with a scheme such as "https://"';let at2=text2.indexOf("@"),digest=at2===-1?void 0:text2.slice(at2+1),named2=at2===-1?text2:text2.slice(0,at2),colon=named2.indexOf(":",named2.lastIndexOf("/")+1),tag=colon===-1?void 0:named2.slice(colon+1),name=colon===-1?named2:named2.slice(0,colon),slash=name.indexOf("/"),first=name.slice(0,Math.max(slash,0)),hasRegistry=slash!==-1&&(/[.:A-Z]/.test(first)||first==="localhost"),path=hasRegistry?name.slice(slash+1):name,registry=!hasRegistry||first==="index.docker.io"?"docker.io":first,repository=registry==="docker.io"&&!path.includes("/")?`library/${path}`:path;if(hasRegistry&&!REGISTRY.test(first))return`has the malformed registry "${first}"`;if(path==="")return"has no repository";if(/[A-Z]/.test(path))return`has capitals in its repository "${path}"`;for(let component of path.split("/")){if(component==="")return"has an empty part between slashes";if(!COMPONENT.test(component))return`has the malformed part "${component}" in its repository`}if(slash===-1&&/^[a-f0-9]{64}$/.test(path))return"is the id of an image, not its name";if(registry.length+1+repository.length>255)return"has a registry and repository of more than 255 characters";if(tag==="")return"has an empty tag";if(tag!==void 0&&!TAG.test(tag))return`has the malformed tag "${tag}"`;let broken=digest===void 0?void 0:brokenDigest(digest);return broken!==void 0?broken:{registry,repository,...tag!==void 0&&{tag},...digest!==void 0&&{digest}}}var DATABASES=["cassandra","cockroach","couchdb","mariadb","mongo","mongodb","mongodb-community-server","mssql/server","mysql","mysql-server","postgis","postgres","postgresql"],WEB_SERVERS=["apache","caddy","drupal","ghost","httpd","jetty","joomla","nextcloud","nginx","nginx-unprivileged","node","php","tomcat","wordpress"],isOneOf=(images,image)=>{let reference=parseImage(image??"");return typeof reference!="string"&&images.some(end=>`/${reference.repository}`.endsWith(`/${end}`))},no_mixed_tiers_default={severity:"info",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow a web server and a database in one pod.",why:"Both restart, move and scale together: a second replica of the site brings a second, empty database.",howToFix:"Run the database in a StatefulSet of its own, and let the site reach it through a Service.",references:["https://kubernetes.io/docs/concepts/workloads/pods/#how-pods-manage-multiple-containers"],peers:{},longRunningOnly:!0,bad:[{title:"a blog with its database in the same pod",yaml:yaml`
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
      `}],good:[{title:"a database with its exporter, and a cache beside an app",yaml:yaml`
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
      `}],visit:{podSpec(pod,{report}){let main=pod.containers.filter(({role})=>role==="main"),web=main.find(({value})=>isOneOf(WEB_SERVERS,value.image)),database=main.find(({value})=>isOneOf(DATABASES,value.image));web===void 0||database===void 0||report(database.at(),`Container "${database.name}" is a database in the pod of the web server "${web.name}"`,void 0,{related:[{place:web.at(),message:"the web server"}]})}}};var no_namespace_mix_default={severity:"info",presets:["strict"],since:"0.1.0",summary:"Disallow a file in which most objects name their namespace and some do not.",why:"`kubectl apply` puts those without one into the namespace of whoever applies them, apart from the objects that they belong to.",howToFix:"Write the namespace into every object of the file, or into none and set it when the file is applied.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"],peers:{},crossObject:!0,bad:[{title:"a forgotten namespace",yaml:yaml`
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
      `}],good:[{title:"objects of two namespaces, and one that belongs to neither",yaml:yaml`
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
      `}],visit:{object(object,{index,report}){if(!object.namespaced||object.namespace!=="")return;let others=index.inFile(object.source.file).filter(({namespaced})=>namespaced),placed=others.filter(({namespace})=>namespace!==""),first=placed[0];if(first===void 0||placed.length*2<=others.length||placed.some(({namespace})=>namespace!==first.namespace))return;let related=[{place:first.at("metadata","namespace"),message:"named here"}];report(object.at("metadata","name"),`${object.kind} "${object.name}" names no namespace, while the other objects of this file are in "${first.namespace}"`,void 0,{related})}}};function constraints(rule,types){return{rule,types}}function on(type,rest){return{type,...rest}}var required=(...checks)=>[{describes:"required",required:!0},...checks];function format(describes,reason,options={}){let code=options.code??"Invalid";return{describes,test(value){if(typeof value!="string"||value===""&&options.empty!==!0)return;let message=reason(value);if(message!==void 0)return typeof message=="string"?{code,message}:message.map(each2=>({code,message:each2}))}}}var oneOf=(...values)=>enumeration(values,!1);function enumeration(values,empty){let list2=values.map(value=>`"${value}"`).join(", ");return{describes:`one of ${list2}`,test:value=>typeof value!="string"||values.includes(value)||value===""&&!empty?void 0:{code:"NotSupported",message:`must be one of ${list2}`}}}var numeric=value=>typeof value=="number"||typeof value=="bigint",atLeast=least=>({describes:`at least ${least}`,test:value=>numeric(value)&&value<least?{code:"Invalid",message:`must be at least ${least}`}:void 0});var minorNumber=version=>Number(version.slice(version.indexOf(".")+1));var LIFECYCLES=`
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
`,apis;function removedApis(){if(apis!==void 0)return apis;apis=new Map;for(let line of LIFECYCLES.trim().split(`
`)){let[apiVersion,kinds2,deprecatedIn,removedIn,replacement]=line.split("|"),api={};deprecatedIn!=="-"&&(api.deprecatedIn=deprecatedIn),removedIn!=="-"&&(api.removedIn=removedIn),replacement!=="-"&&(api.replacement=replacement);for(let kind of kinds2.split(" "))apis.set(`${apiVersion} ${kind}`,api)}return apis}var removedApi=(apiVersion,kind)=>removedApis().get(`${apiVersion} ${kind}`);var no_deprecated_api_default={severity:"warning",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow API versions that are deprecated in the targeted Kubernetes.",why:"They still work, and the API server answers with a warning; after an upgrade of the cluster to the version that the message names they do not work any more.",howToFix:"Move to the API version that the message names, if there is one, before the cluster is upgraded.",references:["https://kubernetes.io/docs/reference/using-api/deprecation-guide/","https://kubernetes.io/docs/reference/using-api/deprecation-policy/"],peers:{"kube-score":["stable-version"],trivy:["KSV-0107"],kics:["Object Is Using A Deprecated API Version"],datree:["K8S_DEPRECATED_APIVERSION_1.16","K8S_DEPRECATED_APIVERSION_1.17","K8S_DEPRECATED_APIVERSION_1.19","K8S_DEPRECATED_APIVERSION_1.21","K8S_DEPRECATED_APIVERSION_1.22","K8S_DEPRECATED_APIVERSION_1.23","K8S_DEPRECATED_APIVERSION_1.24"],sonar:["S1874"],monokle:["K8S002"],pluto:["deprecated"],kubent:["deprecated"]},bad:[{title:"a beta version that is on its way out",yaml:yaml`
        apiVersion: certificates.k8s.io/v1beta1 # ✖ certificates.k8s.io/v1beta1 ClusterTrustBundle is deprecated since Kubernetes 1.37 and removed in 1.40; use certificates.k8s.io/v1
        kind: ClusterTrustBundle
        metadata:
          name: ca
        spec:
          trustBundle: ''
      `},{title:"a kind with a successor, which nobody plans to remove",yaml:yaml`
        apiVersion: v1 # ✖ v1 Endpoints is deprecated since Kubernetes 1.33; use discovery.k8s.io/v1 EndpointSlice
        kind: Endpoints
        metadata:
          name: database
      `}],good:[{title:"a stable version",yaml:yaml`
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: database
        addressType: IPv4
        endpoints: []
      `}],visit:{object(object,{kubernetesVersions,report}){let api=removedApi(object.apiVersion,object.kind);if(api?.deprecatedIn===void 0)return;let newest=minorNumber(kubernetesVersions.at(-1));if(newest<minorNumber(api.deprecatedIn)||api.removedIn!==void 0&&newest>=minorNumber(api.removedIn))return;let removed=api.removedIn===void 0?"":` and removed in ${api.removedIn}`,use=api.replacement===void 0?"":`; use ${api.replacement}`;report(object.at("apiVersion"),`${object.apiVersion} ${object.kind} is deprecated since Kubernetes ${api.deprecatedIn}${removed}${use}`)}}};function appendStep(path,step){return typeof step=="number"?`${path}[${step}]`:/^[A-Za-z_$][\w$-]*$/.test(step)?path===""?step:`${path}.${step}`:`${path}[${step}]`}function placeAt(source,tape2,root,rootKey,rootPath,steps){let node=root,key=rootKey,path=rootPath,parent=root,shown2={node:root,key:rootKey};for(let step of steps){if(path=appendStep(path,step),node===-1)continue;let child=-1,childKey=-1;typeof step=="number"?child=tape2.item(node,step):tape2.isMap(node)&&(child=tape2.find(node,step),child!==-1&&(childKey=child-1)),child!==-1&&(parent=child,shown2={node:child,key:childKey}),node=child,key=childKey}let[start,end]=rangeOf(tape2,shown2.node,shown2.key);return{source,tape:tape2,node,key,parent,path,start,end}}var below=({source,tape:tape2,node,key,path},...steps)=>placeAt(source,tape2,node,key,path,steps),atKey=place=>place.key===-1?place:{...place,start:place.tape.start(place.key),end:place.tape.end(place.key)};function rangeOf(tape2,node,key){if(tape2.isScalar(node)){let start=tape2.start(node),end=tape2.end(node);if(start===end&&key!==-1)return[tape2.start(key),tape2.end(key)];let lineBreak=tape2.text.indexOf(`
`,start);return[start,lineBreak!==-1&&lineBreak<end?lineBreak-(tape2.text.charCodeAt(lineBreak-1)===13?1:0):end]}if(key!==-1)return[tape2.start(key),tape2.end(key)];for(let field2 of["name","kind"]){let named2=tape2.find(node,field2);if(named2!==-1&&tape2.isScalar(named2)&&tape2.end(named2)>tape2.start(named2))return[tape2.start(named2),tape2.end(named2)]}if(tape2.count(node)>0){let first=node+1;return rangeOf(tape2,first,-1)}return[tape2.start(node),tape2.end(node)]}var SUCCESSORS={"beta.kubernetes.io/arch":"kubernetes.io/arch","beta.kubernetes.io/os":"kubernetes.io/os","beta.kubernetes.io/instance-type":"node.kubernetes.io/instance-type","failure-domain.beta.kubernetes.io/region":"topology.kubernetes.io/region","failure-domain.beta.kubernetes.io/zone":"topology.kubernetes.io/zone"},MASTER={"node-role.kubernetes.io/master":"node-role.kubernetes.io/control-plane"},no_deprecated_node_label_default={severity:"warning",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow deprecated labels of nodes.",why:"New nodes may come without the old label, and then the pod stays pending; the API server warns about it.",howToFix:'Use the label without "beta": nodes have had both, with the same value, since Kubernetes 1.17.',references:["https://kubernetes.io/docs/reference/labels-annotations-taints/"],peers:{},fixable:"safe",bad:[{title:"the beta label of the operating system",yaml:yaml`
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
      `,fixed:yaml`
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
      `},{title:"the label of control plane nodes",yaml:yaml`
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
      `},{title:"both labels: the old one goes",yaml:yaml`
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
      `,fixed:yaml`
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
      `}],good:[{title:"the stable label",yaml:yaml`
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
      `}],visit:{podSpec(pod,{report}){let{nodeSelector={},affinity={},topologySpreadConstraints=[]}=pod.value;for(let[label,text2]of Object.entries(nodeSelector)){let successor=SUCCESSORS[label]??MASTER[label];if(successor===void 0)continue;let place=pod.at("nodeSelector",label);report(atKey(place),messageFor(label),fixer2=>{if(!(label in MASTER))return successor in nodeSelector?nodeSelector[successor]===text2?fixer2.removeField(place):void 0:fixer2.renameKey(place,successor)})}let check4=(label,place)=>{label!==void 0&&(label in SUCCESSORS||label in MASTER)&&report(place(),messageFor(label),fixer2=>label in MASTER?void 0:fixer2.replaceValue(place(),SUCCESSORS[label]))};for(let[i,{topologyKey}]of topologySpreadConstraints.entries())check4(topologyKey,()=>pod.at("topologySpreadConstraints",i,"topologyKey"));let{requiredDuringSchedulingIgnoredDuringExecution:required2,preferredDuringSchedulingIgnoredDuringExecution:preferred=[]}=affinity.nodeAffinity??{},terms=[...(required2?.nodeSelectorTerms??[]).map((term,i)=>({term,place:()=>pod.at("affinity","nodeAffinity","requiredDuringSchedulingIgnoredDuringExecution","nodeSelectorTerms",i)})),...preferred.map(({preference},i)=>({term:preference,place:()=>pod.at("affinity","nodeAffinity","preferredDuringSchedulingIgnoredDuringExecution",i,"preference")}))];for(let{term,place}of terms)for(let[i,{key}]of(term?.matchExpressions??[]).entries())check4(key,()=>below(place(),"matchExpressions",i,"key"))}}},messageFor=label=>label in MASTER?`Node label "${label}" is deprecated; nodes have "${MASTER[label]}" in its place`:`Node label "${label}" is deprecated; "${SUCCESSORS[label]}" has the same value`;var no_removed_api_default={severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow API versions that the targeted Kubernetes no longer serves.",why:'The API server answers "no matches for kind": nothing is created, and an upgrade of the cluster breaks the deployment.',howToFix:"Move to the API version that the message names; its fields may differ.",references:["https://kubernetes.io/docs/reference/using-api/deprecation-guide/"],peers:{pluto:["removed"],kubent:["removed"],"kube-score":["stable-version"],"kube-linter":["no-extensions-v1beta"]},bad:[{title:"an Ingress of 1.21",yaml:yaml`
        apiVersion: extensions/v1beta1 # ✖ extensions/v1beta1 Ingress was removed in Kubernetes 1.22; use networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
      `}],good:[{title:"the version that is served",yaml:yaml`
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: web
      `}]};var no_duplicate_port_name_default={severity:"info",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow the same port name in two containers of a pod.",why:"A Service that names the port reaches only the first of them; the API server warns about it since 1.33.",howToFix:"Give each port of the pod a name of its own, such as `app-metrics` and `proxy-metrics`.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports"],peers:{"kube-score":["container-ports-check"]},bad:[{title:"two ports with the name metrics",yaml:yaml`
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
      `}],good:[{title:"a name for each port",yaml:yaml`
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
      `}],visit:{podSpec(pod,{report}){let owners=new Map;for(let container of pod.containers)if(container.longRunning)for(let[index,{name=""}]of(container.value.ports??[]).entries()){let owner=owners.get(name);if(!(name===""||owner?.container===container))if(owner===void 0)owners.set(name,{container,index});else{let related=[{place:owner.container.at("ports",owner.index,"name"),message:"first here"}];report(container.at("ports",index,"name"),`Port name "${name}" is in container "${owner.container.name}" and in container "${container.name}"`,void 0,{related})}}}}};var ANY_ADDRESS=["","0.0.0.0","::"],overlap=(a,b)=>a===b||ANY_ADDRESS.includes(a)||ANY_ADDRESS.includes(b),no_port_collision_default={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow two containers of a pod on the same port.",why:'The containers of a pod share one network: the second program that binds the port fails with "address already in use", and its container restarts for ever.',howToFix:"Let one of the programs listen on another port, or delete the port from the container that does not listen on it.",references:["https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking"],peers:{},bad:[{title:"a sidecar on the port of the app",yaml:yaml`
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
      `},{title:"a host port that two addresses share",yaml:yaml`
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
      `}],good:[{title:"TCP and UDP, and an init container that is done by then",yaml:yaml`
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
      `}],visit:{podSpec(pod,{report}){let byPort=new Map,byHostPort=new Map,onHost=pod.value.hostNetwork===!0&&pod.object.kind==="Pod";for(let container of pod.containers)if(container.longRunning)for(let[index,{containerPort=0,protocol="TCP",...port}]of(container.value.ports??[]).entries()){let listener={container,place:container.at("ports",index,"containerPort"),hostPort:port.hostPort||(onHost?containerPort:0),hostIP:port.hostIP??""},name=`${containerPort}/${protocol}`,sharers=listener.hostPort===0?[]:byHostPort.get(`${listener.hostPort}/${protocol}`)??[];listener.hostPort!==0&&byHostPort.set(`${listener.hostPort}/${protocol}`,[...sharers,listener]);let other=byPort.get(name);if(other===void 0&&byPort.set(name,listener),sharers.some(sharer2=>isRefused(sharer2,listener)))continue;if(other!==void 0&&other.container!==container){report(listener.place,`Container "${container.name}" declares port ${name}, as container "${other.container.name}" does`,void 0,{related:[{place:other.place,message:"declared here"}]});continue}let sharer=sharers.find(({hostIP})=>overlap(hostIP,listener.hostIP));if(sharer===void 0)continue;let place=container.at("ports",index,"hostPort");report(place,`Container "${container.name}" takes host port ${listener.hostPort}/${protocol}, as container "${sharer.container.name}" does`,void 0,{related:[{place:sharer.place,message:"taken here"}]})}}}},isRefused=(a,b)=>a.hostIP===b.hostIP&&(a.container===b.container||a.container.role==="main"&&b.container.role==="main");var SET_BY_CONTROLLERS=new Set(["statefulset.kubernetes.io/pod-name","apps.kubernetes.io/pod-index","controller-revision-hash","pod-template-hash","pod-template-generation","job-name","controller-uid","batch.kubernetes.io/job-name","batch.kubernetes.io/controller-uid","batch.kubernetes.io/job-completion-index"]),SET_BY_PROGRAMS=/(role|leader|primary|master|active)$/i,isRuntimeLabel=key=>SET_BY_CONTROLLERS.has(key)||SET_BY_PROGRAMS.test(key);function wantedLabels(service){let{type,selector}=service.value.spec??{};return type==="ExternalName"?{}:selector??{}}var mayShareNamespace=(a,b)=>a===b||a===""||b==="";function sendsTrafficTo(service,pod){if(!mayShareNamespace(service.namespace,pod.object.namespace))return!1;let found=!1;for(let[key,value]of Object.entries(wantedLabels(service)))if(pod.labels[key]===value)found=!0;else if(key in pod.labels||!isRuntimeLabel(key))return!1;return found}var no_service_without_pod_default={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow a Service whose selector just misses every pod.",why:"The Service exists, but has no endpoints: every connection to it is refused or times out.",howToFix:"Make the selector equal to labels of the pod template. A Service whose pods are not among the linted files is left alone.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service","https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/"],peers:{"kube-linter":["dangling-service"],"kube-score":["service-targets-pod"],kubescape:["C-0293"],popeye:["1100","1105"],kics:["Service Does Not Target Pod"],kubevious:["service-selector-ref"],monokle:["LNK001"]},crossObject:!0,bad:[{title:"a label with another value",yaml:yaml`
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
      `}],good:[{title:"a Service for pods that are not here, and one without a selector",yaml:yaml`
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
      `},{title:"labels that a StatefulSet and a database give their pods while they run",yaml:yaml`
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
      `}],visit:{Service(service,{index,report}){let wanted=Object.entries(wantedLabels(service));if(wanted.length===0||index.podsOf(service).length>0)return;let shared=new Map;for(let[key2,value]of wanted)for(let pod of index.podsLabelled(key2,value))mayShareNamespace(service.namespace,pod.object.namespace)&&shared.set(pod,(shared.get(pod)??0)+1);let near;for(let[pod,count]of shared)(near===void 0||count>shared.get(near))&&(near=pod);if(near===void 0)return;let[key]=wanted.find(([name,value])=>near.labels[name]!==value&&(name in near.labels||!isRuntimeLabel(name))),has=key in near.labels?`has "${key}: ${near.labels[key]}"`:`has no label "${key}"`,labels=near.atMetadata("labels");report(service.at("spec","selector",key),`Service "${service.name}" selects no pod: ${near.object.kind} "${near.object.name}" ${has}`,void 0,{related:[{place:labels,message:"labels of the nearest pod"}]})}}};var import_nearest=__toESM(require_nearest());function containerOfPort(pod,target,protocol){return pod.containers.find(container=>container.longRunning&&(container.value.ports??[]).some(port=>(typeof target=="string"?port.name===target:port.containerPort===target)&&(port.protocol??"TCP")===protocol))}function containersBehind(pod,index){let behind=new Map,main=pod.containers.filter(({role})=>role==="main");for(let service of index.servicesOf(pod)){let{ports=[],publishNotReadyAddresses}=service.value.spec??{};if(publishNotReadyAddresses!==!0)for(let{port=0,targetPort=port,protocol="TCP"}of ports){let container=containerOfPort(pod,targetPort,protocol)??(main.length===1&&typeof targetPort=="number"?main[0]:void 0);container!==void 0&&!behind.has(container)&&behind.set(container,service)}}return behind}var no_unknown_target_port_default={severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow a target port of a Service that its pods do not declare.",why:"A name that no container declares leads nowhere: the Service has no endpoints for this port, and every connection is refused.",howToFix:"Write the name of a port that a container of the pods declares, of the same protocol, or its number.",references:["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports"],peers:{popeye:["1101","1106"],kubevious:["service-selector-ref"]},fixable:"unsafe",crossObject:!0,options:{numeric:{default:!1,description:"Report numbers that no container declares, too. They work all the same: to declare a port is only information."}},bad:[{title:"a misspelt port name",yaml:yaml`
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
      `,fixed:yaml`
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
      `}],good:[{title:"a declared name, and a number that nobody declares",yaml:yaml`
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
      `}],visit:{Service(service,{index,options,report}){let ports=service.value.spec?.ports??[];if(!ports.some(({targetPort})=>typeof targetPort=="string")&&!options.numeric)return;let pods=index.podsOf(service),first=pods[0];if(first!==void 0)for(let[at2,{port=0,targetPort=port,protocol="TCP"}]of ports.entries()){if(typeof targetPort=="number"&&!options.numeric||pods.some(pod=>containerOfPort(pod,targetPort,protocol)!==void 0))continue;let place=service.at("spec","ports",at2,"targetPort"),declared=pods.flatMap(pod=>pod.containers.flatMap(({longRunning,value})=>longRunning?value.ports??[]:[])).filter(each2=>(each2.protocol??"TCP")===protocol),meant=typeof targetPort=="string"?(0,import_nearest.nearest)(targetPort,declared.flatMap(({name})=>name??[])):void 0,others=pods.length===1?"":` or of the ${pods.length-1} other${pods.length===2?"":"s"} that it selects`,message=`Target port ${JSON.stringify(targetPort)} of Service "${service.name}" is no ${protocol} port of ${first.object.kind} "${first.object.name}"${others}`,related=[{place:first.at("containers"),message:"ports are declared here"}];report(place,meant===void 0?message:`${message}; did you mean "${meant}"?`,meant===void 0?void 0:fixer2=>fixer2.replaceValue(place,meant),{related})}}}};var ENDED=`
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
`,OFFICIAL=/^(?:docker\.io|mirror\.gcr\.io|public\.ecr\.aws\/docker)\/library\//,table;function endOf({registry,repository,tag=""}){return table??=new Map(ENDED.trim().split(`
`).map(row=>row.split(": ")).map(([image,lines])=>[image,lines.split(", ").map(line=>line.split(" "))])),table.get(`${registry}/${repository}`.replace(OFFICIAL,""))?.find(([line])=>line==="*"||tag===line||tag.startsWith(line)&&/[.-]/.test(tag[line.length]))?.[1]}var no_end_of_life_image_default={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow well-known images that get no more fixes.",why:"Every vulnerability that is found in it from now on stays open, in a program that is well known to attackers too.",howToFix:"Move to a release line that is maintained. podlint has a short list of common images and can be out of date: silence does not mean that an image is maintained.",references:["https://kubernetes.io/docs/concepts/containers/images/","https://endoflife.date/"],peers:{kubescape:["C-0081","C-0090","C-0091","C-0292"]},bad:[{title:"release lines that have ended",yaml:yaml`
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
      `}],good:[{title:"maintained lines, and images that are not known",yaml:yaml`
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
      `}],visit:{container(container,{report}){let text2=container.value.image,image=text2===void 0?"":parseImage(text2),end=typeof image=="string"?void 0:endOf(image);end!==void 0&&report(container.at("image"),`Image "${text2}" gets no fixes since ${end}`)}}};var MOVING=new Set("canary current dev devel develop development edge head lastest latest lts main mainline master nightly rolling snapshot stable staging trunk unstable".split(" ")),VARIANT=/^(?:[a-z]{2,}|(?:alpine|amd|arm|cpu|cu|cuda|debian|gpu|jdk|jre|node|py|python|ubuntu|x)[\d.]+)$/,COMMIT=/^[0-9a-f]{7,40}$/;function isFloating(tag){let parts=tag.toLowerCase().split(/[-_]/);return parts.some(part=>MOVING.has(part))&&parts.every(part=>VARIANT.test(part)&&!COMMIT.test(part))}var no_floating_image_tag_default={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow images without a tag, or with a tag that moves.",why:"What runs is what the tag pointed to when the node pulled it: two pods of one Deployment may run different code, and a rollback has nothing to go back to.",howToFix:"Name a release (`nginx:1.29.3`) or a digest (`nginx@sha256:\u2026`); a bot such as Renovate keeps either current.",references:["https://kubernetes.io/docs/concepts/containers/images/#image-names"],peers:{"kube-linter":["latest-tag"],"kube-score":["container-image-tag"],polaris:["tagNotSpecified"],trivy:["KSV-0013"],checkov:["CKV_K8S_14"],kubescape:["C-0304"],datree:["CONTAINERS_MISSING_IMAGE_VALUE_VERSION"],kyverno:["disallow-latest-tag"]},options:{allow:{default:[],description:"Tags that are fine although they move, such as `stable`."}},bad:[{title:"tags that move, and none",yaml:yaml`
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
      `}],good:[{title:"a release, a digest, a branch with a commit or date",yaml:yaml`
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
      `}],visit:{container(container,{options,report}){let text2=container.value.image,image=text2===void 0?"":parseImage(text2);typeof image=="string"||image.digest!==void 0||(image.tag===void 0?report(container.at("image"),`Image "${text2}" has no tag`):isFloating(image.tag)&&!options.allow.includes(image.tag)&&report(container.at("image"),`Image "${text2}" has the moving tag "${image.tag}"`))}}};var MARKS=["kubernetes.io/config.mirror","kubernetes.io/config.source","kubernetes.io/config.hash"],FOLDER=/(^|\/)(etc\/kubernetes\/manifests|static-?pods?)\//;function isStaticPod(object){let annotations=object.value.metadata?.annotations??{};return annotations["kubernetes.io/config.source"]==="api"?!1:MARKS.some(mark=>mark in annotations)||Object.keys(annotations).some(name=>name.startsWith("kubeadm.kubernetes.io/"))||FOLDER.test(object.source.file)}var no_naked_pod_default={severity:"info",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow long-running pods that no controller owns.",why:"When its node fails or is drained, such a pod is gone for good: nothing starts it anywhere else.",howToFix:"Put the pod into the template of a Deployment; with `restartPolicy: Never` it is taken for one that is meant to end.",references:["https://kubernetes.io/docs/concepts/configuration/overview/#naked-pods-vs-replicasets-deployments-and-jobs"],peers:{kubescape:["C-0073"],datree:["K8S_INCORRECT_KIND_VALUE_POD"],popeye:["208"],clusterlint:["bare-pods"],kyverno:["prevent-bare-pods"]},longRunningOnly:!0,bad:[{title:"a server in a Pod of its own",yaml:yaml`
        apiVersion: v1
        kind: Pod # ✖ Pod "web" belongs to no controller
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `}],good:[{title:"a pod that runs to completion",yaml:yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: debug
        spec:
          restartPolicy: Never
          containers:
            - name: shell
              image: example.com/shell:1.0
      `},{title:"a static pod",yaml:yaml`
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
      `}],visit:{Pod(pod,{report}){(pod.value.metadata?.ownerReferences??[]).length>0||isStaticPod(pod)||report(pod.at("kind"),`Pod "${pod.name}" belongs to no controller`)}}};var no_single_replica_default={severity:"info",presets:["strict"],since:"0.1.0",summary:"Disallow a single replica behind a Service.",why:"While the only pod moves to another node, crashes or is evicted, nobody answers.",howToFix:"Set `replicas` to 2 or more, or let a HorizontalPodAutoscaler choose. Strategy `Recreate` says that there may only be one, and is left alone.",references:["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#replicas"],peers:{"kube-linter":["minimum-three-replicas"],"kube-score":["deployment-replicas"],polaris:["deploymentMissingReplicas"],datree:["DEPLOYMENT_INCORRECT_REPLICAS_VALUE"],kubevious:["replica-count-check"],gatekeeper:["replicalimits"],kyverno:["require-deployments-have-multiple-replicas"],popeye:["1109"]},crossObject:!0,bad:[{title:"a Service with one pod behind it",yaml:yaml`
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
      `}],good:[{title:"an autoscaler in charge",yaml:yaml`
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
      `},{title:"a worker that no Service needs",yaml:yaml`
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
      `}],visit:{Deployment(deployment,{index,report}){let{pod}=deployment,{replicas=1,strategy}=deployment.value.spec??{};if(pod===void 0||replicas!==1||strategy?.type==="Recreate"||index.isAutoscaled(deployment))return;let service=index.servicesOf(pod)[0];service!==void 0&&report(deployment.at("spec","replicas"),`Deployment "${deployment.name}" has one replica behind Service "${service.name}"`)}}};var no_static_pod_reference_default={severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow references to API objects in static pods.",why:"A kubelet runs a static pod from a file, without the API server: such references never resolve, and since Kubernetes 1.34 the kubelet refuses the pod.",howToFix:"Mount files of the node with `hostPath`, or write the value into the manifest. What needs a ConfigMap or a Secret is better run by a DaemonSet.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/"],peers:{},bad:[{title:"a static pod that mounts a Secret",yaml:yaml`
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
      `}],good:[{title:"a static pod with files of its node; another pod with a Secret",yaml:yaml`
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
      `}],visit:{Pod(object,{report}){let{pod}=object;if(pod===void 0||!isStaticPod(object))return;let refer=(kind,name,place)=>{name!==void 0&&name!==""&&report(place,`Static pod "${object.name}" refers to ${kind} "${name}"`)};refer("ServiceAccount",pod.value.serviceAccountName,pod.at("serviceAccountName"));for(let[index,{name}]of(pod.value.imagePullSecrets??[]).entries())refer("Secret",name,pod.at("imagePullSecrets",index,"name"));for(let[index,{configMap,secret,persistentVolumeClaim,projected}]of(pod.value.volumes??[]).entries()){refer("ConfigMap",configMap?.name,pod.at("volumes",index,"configMap","name")),refer("Secret",secret?.secretName,pod.at("volumes",index,"secret","secretName")),refer("PersistentVolumeClaim",persistentVolumeClaim?.claimName,pod.at("volumes",index,"persistentVolumeClaim","claimName"));for(let[at2,source]of(projected?.sources??[]).entries())refer("ConfigMap",source.configMap?.name,pod.at("volumes",index,"projected","sources",at2,"configMap")),refer("Secret",source.secret?.name,pod.at("volumes",index,"projected","sources",at2,"secret"))}for(let container of pod.containers){for(let[index,{configMapRef,secretRef}]of(container.value.envFrom??[]).entries())refer("ConfigMap",configMapRef?.name,container.at("envFrom",index,"configMapRef","name")),refer("Secret",secretRef?.name,container.at("envFrom",index,"secretRef","name"));for(let[index,{valueFrom}]of(container.value.env??[]).entries())refer("ConfigMap",valueFrom?.configMapKeyRef?.name,container.at("env",index,"valueFrom","configMapKeyRef","name")),refer("Secret",valueFrom?.secretKeyRef?.name,container.at("env",index,"valueFrom","secretKeyRef","name"))}}}};var require_liveness_probe_default={severity:"info",presets:["strict"],since:"0.1.0",summary:"Require a liveness probe for containers that run for long.",why:"A program that hangs without exiting stays broken until somebody restarts it by hand.",howToFix:"Add a `livenessProbe` that fails only when a restart helps: not when a database is away. A crash alone needs no probe, the container restarts anyway.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],peers:{"kube-linter":["no-liveness-probe"],"kube-score":["pod-probes"],polaris:["livenessProbeMissing"],checkov:["CKV_K8S_8"],kubescape:["C-0056"],popeye:["102","103"],datree:["CONTAINERS_MISSING_LIVENESSPROBE_KEY"],gatekeeper:["requiredprobes"],kyverno:["require-probes"]},longRunningOnly:!0,bad:[{title:"a server without a liveness probe",yaml:yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app # ✖ Container "app" has no liveness probe
              image: example.com/app:1.0
      `}],good:[{title:"a liveness probe; an init container that runs to completion",yaml:yaml`
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
      `},{title:"a pod that runs to completion",yaml:yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: task
        spec:
          restartPolicy: OnFailure
          containers:
            - name: task
              image: example.com/task:1.0
      `}],visit:{container(container,{report}){!container.longRunning||container.value.livenessProbe!==void 0||report(container.at("livenessProbe"),`Container "${container.name}" has no liveness probe`)}}};var orNothing=reasons=>reasons.length===0?void 0:reasons,longerThan=(limit,value)=>value.length>limit||value.length*3>limit&&Buffer.byteLength(value)>limit;function grammar({longest=1/0,shape,letters:[allowed,inWords],otherwise}){return value=>{let right=shape.test(value);if(right&&value.length<=longest)return;let reasons=[];return longerThan(longest,value)&&reasons.push(`must be at most ${longest} characters`),right||reasons.push(value===""?"must not be empty":allowed.test(value)?otherwise:`must consist of ${inWords}`),orNothing(reasons)}}var BOTH_ENDS="must begin and end with a letter or digit",LOWER_CASE_AND_DASH=[/^[a-z0-9-]*$/,'lower case letters, digits and "-"'],LOWER_CASE_DASH_AND_DOT=[/^[a-z0-9.-]*$/,'lower case letters, digits, "-" and "."'],KEY_LETTERS=[/^[A-Za-z0-9_.-]*$/,'letters, digits, "-", "_" and "."'],FILE_LETTERS=/^[A-Za-z0-9_.-]+$/,dnsLabel=grammar({longest:63,shape:/^[a-z0-9]+(?:-+[a-z0-9]+)*$/,letters:LOWER_CASE_AND_DASH,otherwise:BOTH_ENDS}),dns1035Label=grammar({longest:63,shape:/^[a-z][a-z0-9]*(?:-+[a-z0-9]+)*$/,letters:LOWER_CASE_AND_DASH,otherwise:"must begin with a letter and end with a letter or digit"}),dnsSubdomain=grammar({longest:253,shape:/^[a-z0-9]+(?:(?:-+|\.)[a-z0-9]+)*$/,letters:LOWER_CASE_DASH_AND_DOT,otherwise:"must begin and end every part between dots with a letter or digit"});var dnsSubdomainWithUnderscore=grammar({longest:253,shape:/^_?[a-z0-9]+(?:[-_]+[a-z0-9]+)*(?:\._?[a-z0-9]+(?:[-_]+[a-z0-9]+)*)*$/,letters:[/^[a-z0-9_.-]*$/,'lower case letters, digits, "-", "_" and "."'],otherwise:'must begin every part between dots with a letter, a digit or one "_", and end it with a letter or digit'}),wildcardDnsSubdomain=grammar({longest:253,shape:/^\*\.[a-z0-9]+(?:(?:-+|\.)[a-z0-9]+)*$/,letters:[/^[a-z0-9.*-]*$/,'"*." and then lower case letters, digits, "-" and "."'],otherwise:'must begin with "*.", and begin and end every part after it with a letter or digit'});var namePart=grammar({longest:63,shape:/^[A-Za-z0-9]+(?:[-_.]+[A-Za-z0-9]+)*$/,letters:KEY_LETTERS,otherwise:BOTH_ENDS}),QUALIFIED_NAME=/^(?:(?=[^/]{1,253}\/)[a-z0-9]+(?:(?:-+|\.)[a-z0-9]+)*\/)?(?=[^/]{1,63}$)[A-Za-z0-9]+(?:[-_.]+[A-Za-z0-9]+)*$/;function qualifiedName(value){if(QUALIFIED_NAME.test(value))return;let slash=value.indexOf("/");if(slash!==value.lastIndexOf("/"))return['must have at most one "/", between a prefix and a name'];let reasons=[];if(slash===0)reasons.push('must not have an empty prefix before the "/"');else if(slash>0)for(let reason of dnsSubdomain(value.slice(0,slash))??[])reasons.push(`${reason} in its prefix`);let name=value.slice(slash+1);if(name==="")reasons.push(slash===-1?"must not be empty":'must have a name after the "/"',BOTH_ENDS);else for(let reason of namePart(name)??[])reasons.push(slash===-1?reason:`${reason} after the "/"`);return orNothing(reasons)}function annotationKey(value){if(!QUALIFIED_NAME.test(value))return qualifiedName(value.replaceAll("\u0130","i").toLowerCase())}var labelValue=grammar({longest:63,shape:/^(?:[A-Za-z0-9]+(?:[-_.]+[A-Za-z0-9]+)*)?$/,letters:KEY_LETTERS,otherwise:BOTH_ENDS});function withoutSlashAndPercent(value){let reasons=[];return value.includes("/")&&reasons.push('must not contain "/"'),value.includes("%")&&reasons.push('must not contain "%"'),orNothing(reasons)}var pathSegmentName=value=>value==="."||value===".."?['must not be "." or ".."']:withoutSlashAndPercent(value);function asPrefix(name){return name===pathSegmentName?withoutSlashAndPercent:value=>{let masked=value.length>1&&value.endsWith("-")&&value.charCodeAt(value.length-2)<128;return name(masked?`${value.slice(0,-2)}a`:value)}}function leavesDirectory(value){return value==="."?'must not be "."':value.startsWith("..")?'must not begin with ".."':void 0}function configMapKey(value){let reasons=[];longerThan(253,value)&&reasons.push("must be at most 253 characters"),FILE_LETTERS.test(value)||reasons.push(value===""?"must not be empty":`must consist of ${KEY_LETTERS[1]}`);let leaving=leavesDirectory(value);return leaving!==void 0&&reasons.push(leaving),orNothing(reasons)}var httpHeaderName=value=>/^[A-Za-z0-9-]+$/.test(value)?void 0:'must consist of letters, digits and "-"';var SELECTOR_OPERATORS=["In","NotIn","Exists","DoesNotExist"];function selectorProblems(selector,{anyValues=!1}={}){let problems=[];for(let[key,value]of Object.entries(selector.matchLabels??{})){for(let reason of qualifiedName(key)??[])problems.push({code:"Invalid",steps:["matchLabels",key],value:key,reason});for(let reason of labelValue(value)??[])problems.push({code:"Invalid",steps:["matchLabels",key],value,reason})}for(let[index,{key="",operator="",values=[]}]of(selector.matchExpressions??[]).entries()){let at2=(...steps)=>["matchExpressions",index,...steps];operator==="In"||operator==="NotIn"?values.length===0&&problems.push({code:"Required",steps:at2("values"),reason:`must not be empty for the operator ${operator}`}):operator==="Exists"||operator==="DoesNotExist"?values.length>0&&problems.push({code:"Forbidden",steps:at2("values"),reason:`must be absent for the operator ${operator}`}):problems.push({code:"Invalid",steps:at2("operator"),value:operator,reason:`must be one of ${SELECTOR_OPERATORS.join(", ")}`});for(let reason of qualifiedName(key)??[])problems.push({code:"Invalid",steps:at2("key"),value:key,reason});if(!anyValues)for(let[j,value]of values.entries())for(let reason of labelValue(value)??[])problems.push({code:"Invalid",steps:at2("values",j),value,reason})}return problems}function selectorMatches(selector,labels){if(selector===void 0)return!1;if(selectorProblems(selector).length>0)return;let has=key=>Object.hasOwn(labels,key);for(let[key,value]of Object.entries(selector.matchLabels??{}))if(!has(key)||labels[key]!==value)return!1;for(let{key="",operator,values=[]}of selector.matchExpressions??[])if(!(operator==="In"?has(key)&&values.includes(labels[key]):operator==="NotIn"?!has(key)||!values.includes(labels[key]):has(key)===(operator==="Exists")))return!1;return!0}var require_pod_disruption_budget_default={severity:"info",presets:["strict"],since:"0.1.0",summary:"Require a PodDisruptionBudget for workloads with several replicas.",why:"Without a budget, draining nodes for an upgrade may evict all replicas at once.",howToFix:"Add a PodDisruptionBudget whose selector matches the pods, with `maxUnavailable: 1` for a start.",references:["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],peers:{"kube-score":["deployment-has-poddisruptionbudget","statefulset-has-poddisruptionbudget"],polaris:["missingPodDisruptionBudget"],popeye:["206"],kics:["Deployment Without PodDisruptionBudget","StatefulSet Without PodDisruptionBudget"],kyverno:["require-pdb"]},crossObject:!0,bad:[{title:"three replicas that may all be evicted together",yaml:yaml`
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
      `}],good:[{title:"with a budget",yaml:yaml`
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
      `}],visit:{podSpec({object,labels},{index,report}){let place=object.at("metadata","name");if(!object.is("Deployment")&&!object.is("StatefulSet"))return;let replicas=object.value.spec?.replicas??1;if(replicas<2)return;index.ofKind("PodDisruptionBudget").some(budget=>mayShareNamespace(budget.namespace,object.namespace)&&selectorMatches(budget.value.spec?.selector,labels)===!0)||report(place,`${object.kind} "${object.name}" has ${replicas} replicas and no PodDisruptionBudget`)}}};var require_readiness_probe_default={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Require a readiness probe for containers that a Service sends traffic to.",why:"Without it a pod gets requests as soon as its process starts, so every rollout answers some of them with errors.",howToFix:"Add a `readinessProbe` that asks the port of the Service. One container of the pod with such a probe is enough: the pod is ready when all of its probes say so.",references:["https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe"],peers:{"kube-linter":["no-readiness-probe"],"kube-score":["pod-probes"],polaris:["readinessProbeMissing"],checkov:["CKV_K8S_9"],kubescape:["C-0018"],popeye:["102","104"],datree:["CONTAINERS_MISSING_READINESSPROBE_KEY"],gatekeeper:["requiredprobes"],kyverno:["require-probes"]},crossObject:!0,longRunningOnly:!0,options:{everyPort:{default:!1,description:"Also ask for containers with a port that no Service of the run sends traffic to."}},bad:[{title:"a Service in front of a container without a readiness probe",yaml:yaml`
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
      `}],good:[{title:"a readiness probe, and a worker that nobody talks to",yaml:yaml`
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
      `}],visit:{podSpec(pod,{index,options,report}){if(pod.containers.some(({value})=>value.readinessProbe!==void 0))return;let behind=containersBehind(pod,index);for(let container of pod.containers){let service=behind.get(container);if(service!==void 0){let related=[{place:service.at("metadata","name"),message:"sends the traffic"}];report(container.at("readinessProbe"),`Container "${container.name}" gets traffic from Service "${service.name}" and has no readiness probe`,void 0,{related})}else options.everyPort&&container.longRunning&&(container.value.ports??[]).length>0&&report(container.at("readinessProbe"),`Container "${container.name}" has a port and no readiness probe`)}}}};function hasLimit({value,pod},resource,kubernetesVersions){return value.resources?.limits?.[resource]!==void 0||knowsPodResources(kubernetesVersions)&&pod.value.resources?.limits?.[resource]!==void 0}function hasRequest(container,resource,kubernetesVersions){let{value,pod}=container;return value.resources?.requests?.[resource]!==void 0||hasLimit(container,resource,kubernetesVersions)?!0:knowsPodResources(kubernetesVersions)&&pod.value.resources?.requests?.[resource]!==void 0}var knowsPodResources=kubernetesVersions=>MINORS.findIndex(minor=>minor===kubernetesVersions[0])>=MINORS.indexOf("1.34");var require_cpu_request_default={severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require a CPU request on every container that stays.",why:"When the node is busy the container gets next to no CPU time, and an autoscaler that scales on CPU use has nothing to compare with.",howToFix:"Set `resources.requests.cpu` to what the program needs under usual load, such as `50m`. A CPU limit is not needed.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{"kube-linter":["unset-cpu-requirements"],"kube-score":["container-resources"],polaris:["cpuRequestsMissing"],trivy:["KSV-0015"],checkov:["CKV_K8S_10"],kubescape:["C-0050","C-0268"],kubesec:["RequestsCPU"],datree:["CONTAINERS_MISSING_CPU_REQUEST_KEY"],kyverno:["require-pod-requests-limits","require-qos-burstable"]},bad:[{title:"memory only",yaml:yaml`
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
      `}],good:[{title:"a request; init containers may do without",yaml:yaml`
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
      `},{title:"a request for the pod as a whole (since Kubernetes 1.34)",yaml:yaml`
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
      `}],visit:{container(container,{kubernetesVersions,report}){!container.longRunning||container.partial||container.pod.hook||hasRequest(container,"cpu",kubernetesVersions)||report(container.at("resources","requests"),`Container "${container.name}" sets no CPU request`)}}};var require_memory_limit_default={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Require a memory limit on every container that stays.",why:"A leak in it takes the memory of the whole node, and the kernel then kills whichever program it likes, often one that is innocent.",howToFix:"Set `resources.limits.memory` a little above the most that the program has ever used. Where a LimitRange of the namespace does that, switch this rule off.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{"kube-linter":["unset-memory-requirements"],"kube-score":["container-resources"],polaris:["memoryLimitsMissing"],trivy:["KSV-0018"],checkov:["CKV_K8S_13"],kubescape:["C-0004","C-0009","C-0271"],kubesec:["LimitsMemory"],datree:["CONTAINERS_MISSING_MEMORY_LIMIT_KEY"],kyverno:["require-pod-requests-limits"]},bad:[{title:"only a request",yaml:yaml`
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
      `}],good:[{title:"a limit; init containers may do without",yaml:yaml`
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
      `},{title:"a limit for the pod as a whole (since Kubernetes 1.34)",yaml:yaml`
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
      `}],visit:{container(container,{kubernetesVersions,report}){!container.longRunning||container.partial||container.pod.hook||hasLimit(container,"memory",kubernetesVersions)||report(container.at("resources","limits"),`Container "${container.name}" sets no memory limit`)}}};var require_memory_request_default={severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require a memory request on every container that stays.",why:"The scheduler takes it for a container that needs none, packs the node too full, and under memory pressure such pods are the first to be evicted.",howToFix:"Set `resources.requests.memory` to what the program usually needs; a limit alone counts as a request of the same size.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],peers:{"kube-score":["container-resources"],polaris:["memoryRequestsMissing"],trivy:["KSV-0016"],checkov:["CKV_K8S_12"],kubescape:["C-0004","C-0269"],kubesec:["RequestsMemory"],datree:["CONTAINERS_MISSING_MEMORY_REQUEST_KEY"],kyverno:["require-pod-requests-limits"]},bad:[{title:"a request for CPU only",yaml:yaml`
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
      `}],good:[{title:"a request; init containers may do without",yaml:yaml`
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
      `},{title:"a limit, which is the request too",yaml:yaml`
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
      `}],visit:{container(container,{kubernetesVersions,report}){!container.longRunning||container.partial||container.pod.hook||hasRequest(container,"memory",kubernetesVersions)||report(container.at("resources","requests"),`Container "${container.name}" sets no memory request`)}}};function effective({value,pod},field2){return value.securityContext?.[field2]??pod.value.securityContext?.[field2]}function effectivePlace({value,pod,at:at2},field2){return value.securityContext?.[field2]!==void 0||pod.value.securityContext?.[field2]===void 0?at2("securityContext",field2):pod.at("securityContext",field2)}var isWindows=({value})=>value.os?.name==="windows"||value.nodeSelector?.["kubernetes.io/os"]==="windows",hasOwnUsers=({value},kubernetesVersions)=>value.hostUsers===!1&&MINORS.findIndex(minor=>minor===kubernetesVersions[0])>=MINORS.indexOf("1.35"),isAllPowerful=({value})=>value.securityContext?.privileged===!0||(value.securityContext?.capabilities?.add??[]).some(name=>/^(CAP_)?SYS_ADMIN$/.test(name));var HARMLESS=new Set("AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT".split(" ")),no_dangerous_capability_default={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow capabilities beyond those that the baseline of the Pod Security Standards allows.",why:"Most of them reach out of the container: SYS_ADMIN and ALL are as good as root on the node, NET_ADMIN and NET_RAW let it rewrite or forge network traffic.",howToFix:"Delete what the program does not need. For a port below 1024, NET_BIND_SERVICE is enough.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline","https://man7.org/linux/man-pages/man7/capabilities.7.html"],peers:{polaris:["dangerousCapabilities"],trivy:["KSV-0005","KSV-0022","KSV-0120"],checkov:["CKV_K8S_25","CKV_K8S_39"],kubescape:["C-0046"],kubesec:["CapSysAdmin"],"pod-security-admission":["capabilities_baseline"],datree:["CONTAINERS_INVALID_CAPABILITIES_VALUE"],kyverno:["disallow-capabilities"]},options:{allow:{default:[],description:"Capabilities that may be added all the same, without `CAP_`: `IPC_LOCK`."}},fixable:"unsafe",bad:[{title:"more than the baseline",yaml:yaml`
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
      `,fixed:yaml`
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
      `}],good:[{title:"what runtimes give anyway",yaml:yaml`
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
      `},{title:"a privileged container, which has them all: another rule reports it",yaml:yaml`
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
      `}],visit:{container(container,{options,report}){let{securityContext}=container.value,added=securityContext?.capabilities?.add??[];if(!(securityContext?.privileged===!0||isWindows(container.pod)))for(let[index,name]of added.entries()){let bare=name.replace(/^CAP_/,"");if(bare===""||HARMLESS.has(bare)||options.allow.includes(bare))continue;let place=container.at("securityContext","capabilities","add",index);report(place,`Container "${container.name}" adds the capability "${name}"`,fixer2=>added.length>1?fixer2.removeItem(place):void 0)}}}};var no_default_service_account_default={severity:"warning",presets:["strict"],since:"0.1.0",summary:'Disallow pods that carry the token of the service account "default".',why:"All pods of a namespace share that account, so a permission that one of them is given is given to all, and to whoever breaks into any.",howToFix:"Set `automountServiceAccountToken: false` when the program does not talk to the API server; else give it a ServiceAccount of its own.",references:["https://kubernetes.io/docs/concepts/security/service-accounts/","https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/"],peers:{"kube-linter":["default-service-account"],kubesec:["ServiceAccountName"],popeye:["300","308"],kyverno:["restrict-service-account"]},crossObject:!0,bad:[{title:"no service account named",yaml:yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec: # ✖ The pod carries the token of service account "default"
          containers:
            - name: app
              image: example.com/app:1.0
      `}],good:[{title:"an account of its own",yaml:yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          serviceAccountName: web
          containers:
            - name: app
              image: example.com/app:1.0
      `},{title:"no token, by the pod or by the account",yaml:yaml`
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
      `}],visit:{podSpec(pod,{index,report}){let{value,object}=pod;if((value.serviceAccountName??value.serviceAccount??"default")!=="default"||pod.containers.every(container=>container.partial))return;(value.automountServiceAccountToken??index.find("ServiceAccount",object.namespace,"default")?.value.automountServiceAccountToken??!0)&&report(pod.at("serviceAccountName"),'The pod carries the token of service account "default"')}}};var SHARED={hostNetwork:"network",hostPID:"processes",hostIPC:"inter-process communication"},no_host_namespace_default={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow pods in the node's network, process or IPC namespace.",why:"With `hostNetwork` a pod hears the traffic of the node and stands outside every NetworkPolicy; with `hostPID` it sees the environment of all processes, secrets included.",howToFix:"Delete the field. An agent that is there to watch or wire up the node needs it: say so with a podlint-ignore comment.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline"],peers:{"kube-linter":["host-ipc","host-network","host-pid"],polaris:["hostIPCSet","hostNetworkSet","hostPIDSet"],trivy:["KSV-0008","KSV-0009","KSV-0010"],checkov:["CKV_K8S_17","CKV_K8S_18","CKV_K8S_19"],kubescape:["C-0038","C-0041","C-0275","C-0276"],kubesec:["HostIPC","HostNetwork","HostPID"],"pod-security-admission":["hostNamespaces"],datree:["CONTAINERS_INCORRECT_HOSTIPC_VALUE_TRUE","CONTAINERS_INCORRECT_HOSTNETWORK_VALUE_TRUE","CONTAINERS_INCORRECT_HOSTPID_VALUE_TRUE"],kyverno:["disallow-host-namespaces"]},options:{allow:{default:[],description:"Fields that are fine: `hostNetwork`, `hostPID`, `hostIPC`."}},fixable:"unsafe",bad:[{title:"two namespaces of the node",yaml:yaml`
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
      `,fixed:yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `}],good:[{title:"namespaces that its own containers share",yaml:yaml`
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
      `}],visit:{podSpec(pod,{options,report}){for(let[field2,what]of Object.entries(SHARED)){if(pod.value[field2]!==!0||options.allow.includes(field2))continue;let place=pod.at(field2);report(place,`"${field2}" shares the node's ${what} with the pod`,fixer2=>fixer2.removeField(place))}}}};var no_host_path_default={severity:"warning",presets:["strict"],since:"0.1.0",summary:"Disallow volumes that are directories of the node.",why:"The pod depends on what lies on that node and is bound to it, and what it may read or write there is the node's, not its own.",howToFix:"Use an `emptyDir` for scratch space, a PersistentVolumeClaim for data, a ConfigMap or Secret for files.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{polaris:["hostPathSet"],trivy:["KSV-0023"],kubescape:["C-0048"],"pod-security-admission":["hostPathVolumes","restrictedVolumes"],datree:["CONTAINERS_INCORRECT_KEY_HOSTPATH"],kyverno:["disallow-host-path"]},options:{allow:{default:[],description:"Directories that may be used, with all that is in them: `/var/log`."}},bad:[{title:"data on the node",yaml:yaml`
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
      `}],good:[{title:"scratch space",yaml:yaml`
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
      `}],visit:{podSpec(pod,{options,report}){for(let[index,{name,hostPath}]of(pod.value.volumes??[]).entries()){let path=hostPath?.path;path===void 0||options.allow.some(folder=>`${path}/`.startsWith(folder.endsWith("/")?folder:`${folder}/`))||report(pod.at("volumes",index,"hostPath","path"),`Volume "${name}" is "${path}" of the node`)}}}};var no_privilege_escalation_default={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow `allowPrivilegeEscalation: true`.",why:"A program in it can become root through any setuid file of the image, whichever user it starts as.",howToFix:"Write `allowPrivilegeEscalation: false`. Hardly a program needs it; `sudo` and `ping` in old images do.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["privilege-escalation-container"],polaris:["privilegeEscalationAllowed"],trivy:["KSV-0001"],checkov:["CKV_K8S_20"],kubescape:["C-0016","C-0211"],kubesec:["AllowPrivilegeEscalation"],"pod-security-admission":["allowPrivilegeEscalation"],datree:["CONTAINERS_MISSING_KEY_ALLOWPRIVILEGEESCALATION"],kyverno:["disallow-privilege-escalation"]},fixable:"unsafe",bad:[{title:"escalation that is allowed in so many words",yaml:yaml`
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
      `,fixed:yaml`
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
      `}],good:[{title:"not allowed, and a privileged container, which has another rule",yaml:yaml`
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
      `}],visit:{container(container,{report}){if(container.value.securityContext?.allowPrivilegeEscalation!==!0||isAllPowerful(container)||isWindows(container.pod))return;let place=container.at("securityContext","allowPrivilegeEscalation");report(place,`Container "${container.name}" allows privilege escalation`,fixer2=>fixer2.replaceValue(place,"false"))}}};var no_privileged_container_default={severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow privileged containers.",why:"A privileged container sees every device of its node and runs without the usual confinement, so breaking out of it takes one command.",howToFix:"Delete `privileged` and add only the capabilities that the program needs.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline"],peers:{"kube-linter":["privileged-container"],trivy:["KSV-0017"],checkov:["CKV_K8S_16"],kubescape:["C-0057"],polaris:["runAsPrivileged"],datree:["CONTAINERS_INCORRECT_PRIVILEGED_VALUE_TRUE"]},fixable:"unsafe",bad:[{title:"a privileged container",yaml:yaml`
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
      `,fixed:yaml`
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
      `}],good:[{title:"one added capability",yaml:yaml`
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
      `}],visit:{container(container,{report}){if(container.value.securityContext?.privileged!==!0)return;let place=container.at("securityContext","privileged");report(place,`Container "${container.name}" is privileged`,fixer2=>fixer2.replaceValue(place,"false"))}}};var RETIRED=[{prefix:"k8s.gcr.io/",fate:"is frozen since 2023-04; registry.k8s.io has the same images",mirror:"registry.k8s.io/"},{prefix:"gcr.io/google-containers/",fate:"gets no updates; Kubernetes publishes to registry.k8s.io"},{prefix:"gcr.io/google_containers/",fate:"gets no updates; Kubernetes publishes to registry.k8s.io"},{prefix:"gcr.io/kubebuilder/",fate:"is closed since 2025-03; kube-rbac-proxy is in quay.io/brancz"},{prefix:"docker.pkg.github.com/",fate:"is replaced by ghcr.io"},{prefix:"docker.io/bitnamilegacy/",fate:"gets no updates since 2025-09"},{prefix:"quay.io/coreos/configmap-reload",fate:"is replaced by ghcr.io/jimmidyson/configmap-reload"},{prefix:"quay.io/coreos/flannel",fate:"is replaced by ghcr.io/flannel-io/flannel"},{prefix:"quay.io/coreos/kube-rbac-proxy",fate:"is replaced by quay.io/brancz/kube-rbac-proxy"},{prefix:"quay.io/coreos/kube-state-metrics",fate:"is replaced by registry.k8s.io/kube-state-metrics/kube-state-metrics"},{prefix:"quay.io/coreos/prometheus-operator",fate:"is replaced by quay.io/prometheus-operator/prometheus-operator"},{prefix:"quay.io/kubernetes-ingress-controller/nginx-ingress-controller",fate:"is replaced by registry.k8s.io/ingress-nginx/controller"}],BITNAMI={prefix:"docker.io/bitnami/",fate:"has no versioned images since 2025-09; docker.io/bitnamilegacy keeps the last ones without updates"};function retirementOf(text2){let image=parseImage(text2);if(typeof image=="string")return;let name=`${image.registry}/${image.repository}`;return name.startsWith(BITNAMI.prefix)?/^\d/.test(image.tag??"")&&image.digest===void 0?BITNAMI:void 0:RETIRED.find(({prefix})=>prefix.endsWith("/")?name.startsWith(prefix):name===prefix)}var no_retired_registry_default={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow images from registries that are frozen or closed.",why:"Nothing new is published there, fixes for vulnerabilities least of all, and one day the pull fails: on the next node that the pod moves to.",howToFix:"Pull from the registry that the message names, or copy the image to one of your own.",references:["https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/","https://github.com/bitnami/containers/issues/83267"],peers:{kubescape:["C-0253"],kyverno:["restrict-deprecated-registry"],clusterlint:["docker-pkg-github-com-registry"]},fixable:"safe",bad:[{title:"the former registry of Kubernetes",yaml:yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: metrics
        spec:
          containers:
            - name: metrics
              image: "k8s.gcr.io/metrics-server/metrics-server:v0.6.1" # ✖ "k8s.gcr.io" is frozen since 2023-04; registry.k8s.io has the same images
      `,fixed:yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: metrics
        spec:
          containers:
            - name: metrics
              image: "registry.k8s.io/metrics-server/metrics-server:v0.6.1"
      `},{title:"a version from Bitnami",yaml:yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: cache
        spec:
          containers:
            - name: cache
              image: bitnami/redis:7.2.4 # ✖ "docker.io/bitnami" has no versioned images since 2025-09; docker.io/bitnamilegacy keeps the last ones without updates
      `}],good:[{title:"its successor, and a mirror of one",yaml:yaml`
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
      `}],visit:{container(container,{report}){let text2=container.value.image,retired=text2===void 0?void 0:retirementOf(text2);if(retired===void 0)return;let{prefix,fate,mirror}=retired,place=container.at("image");report(place,`"${prefix.replace(/\/$/,"")}" ${fate}`,fixer2=>mirror===void 0?void 0:fixer2.replaceValue(place,place.tape.source(place.node).replace(prefix,mirror)))}}};var no_root_user_default={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow `runAsUser: 0`.",why:"User 0 in the container is user 0 on the node: a mounted host file or a kernel bug is all that it takes to own it.",howToFix:"Give the number of the user that the image is made for. What only root can do at the start belongs into an init container, or into `fsGroup` when it is about a volume.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["run-as-non-root"],trivy:["KSV-0105"],"pod-security-admission":["runAsUser"],kyverno:["require-run-as-non-root-user"]},bad:[{title:"root for one container",yaml:yaml`
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
      `},{title:"a container that can never start",yaml:yaml`
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
      `}],good:[{title:"root for an init container that prepares a volume",yaml:yaml`
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
      `},{title:"a user namespace: root in the pod is nobody on the node",yaml:yaml`
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
      `}],visit:{container(container,{kubernetesVersions,report}){Number(effective(container,"runAsUser")??-1)===0&&(effective(container,"runAsNonRoot")===!0?report(effectivePlace(container,"runAsUser"),`Container "${container.name}" runs as root, which its "runAsNonRoot" forbids: it cannot start`):container.role!=="init"&&container.value.securityContext?.privileged!==!0&&!hasOwnUsers(container.pod,kubernetesVersions)&&report(effectivePlace(container,"runAsUser"),`Container "${container.name}" runs as root`))}}};var import_node_path=require("node:path");function hostPathsOf(pod){let found=[];for(let[index,volume]of(pod.value.volumes??[]).entries()){let path=volume.hostPath?.path;if(path===void 0)continue;let mounts=pod.containers.flatMap(container=>(container.value.volumeMounts??[]).filter(mount=>mount.name===volume.name));mounts.length!==0&&found.push({path:import_node_path.posix.resolve("/",path),writable:mounts.some(mount=>mount.readOnly!==!0),place:pod.at("volumes",index,"hostPath","path")})}return found}var SOCKET=/\/(?:docker|containerd|crio|cri-dockerd|podman|dockershim|frakti)\.sock$|^\/run(?:\/(?:containerd|crio|docker|podman|k3s|k3s\/containerd|k0s))?$/,no_runtime_socket_default={severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow mounts of the container runtime's socket.",why:"Whoever can talk to the runtime can start a privileged container that mounts the whole node: it is root access, whatever else the pod forbids, and read-only does not help.",howToFix:"Build images with a tool that needs no runtime (BuildKit rootless, Kaniko, Buildah); read metrics and logs from the kubelet.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{"kube-linter":["docker-sock"],trivy:["KSV-0006"],checkov:["CKV_K8S_27"],kubescape:["C-0074"],kubesec:["DockerSock"],datree:["CONTAINERS_INCORRECT_PATH_VALUE_DOCKERSOCKET"],kyverno:["disallow-cri-sock-mount","docker-socket-requires-label"],semgrep:["exposing-docker-socket-hostpath"]},bad:[{title:"Docker's socket, and the directory of containerd's",yaml:yaml`
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
      `}],good:[{title:"the socket of another program",yaml:yaml`
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
      `}],visit:{podSpec(pod,{report}){for(let{path,place}of hostPathsOf(pod))SOCKET.test(path.replace(/^\/var\/run(?=\/|$)/,"/run"))&&report(place,`"${path}" of the node is mounted: it gives root access to the node`)}}};var FORMS=[["a private key",/-----BEGIN (?:[A-Z0-9]{1,10} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:\s|\\n)*[A-Za-z0-9+/=]{40}/],["an AWS access key",/\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/],["a GitHub token",/\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{82})/],["a GitLab token",/\bgl(?:pat|dt|rt)-[\w-]{20}/],["a Slack token",/\bxox[abeprs]-\d[\w-]{20}/],["a Slack webhook",/\bhooks\.slack\.com\/services\/T[A-Z0-9]{8,12}\/B[A-Z0-9]{8,12}\/[A-Za-z0-9]{20}/],["a Google API key",/\bAIza[\w-]{35}(?![\w-])/],["a Stripe key",/\b[rs]k_live_[A-Za-z0-9]{24}/],["an OpenAI key",/\bsk-(?:(?:proj|svcacct)-[\w-]{40}|[A-Za-z0-9]{20}T3BlbkFJ)/],["an Anthropic key",/\bsk-ant-[\w-]{40}/],["an npm token",/\bnpm_[A-Za-z0-9]{36}\b/],["a PyPI token",/\bpypi-AgEIcHlwaS5vcmc[\w-]{50}/],["a SendGrid key",/\bSG\.[\w-]{22}\.[\w-]{43}/],["a Hugging Face token",/\bhf_[A-Za-z]{34}\b/],["a DigitalOcean token",/\bdo[opr]_v1_[a-f0-9]{64}/],["a Vault token",/\bhv[bs]\.[\w-]{24}/],["a JSON web token",/\beyJ[\w-]{10,1000}\.eyJ[\w-]{10,4000}\.[\w-]{20}/]],ANY_FORM=new RegExp(FORMS.map(([,form])=>`(${form.source})`).join("|")),NAME=/(?:password|passwd|passphrase|pwd|secret|token|credentials?|(?:access|api|auth|encryption|private|secret|signing)key)$/,STAND_IN=/example|change.?me|replace|placeholder|dummy|your|redacted|xxxx|0000|1234567|abcdef|\$[({]|\{\{|[<>*\s]|:\/\/|^(?:ENC\[|arn:|\/)|-[bcdfghkmt2456789]{10}$/i;function secretIn(text2,name){let match=ANY_FORM.exec(text2);if(match!==null&&!STAND_IN.test(match[0].replace(/^-----BEGIN [A-Z0-9 ]+-----/,"").trim()))return FORMS[match.findIndex((group2,at2)=>at2>0&&group2!==void 0)-1][0];if(NAME.test(name.toLowerCase().replace(/[^a-z]/g,""))&&isRandom(text2))return"a secret";let login=/^[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{0,100}:([^\s/@]{16,200})@/.exec(text2);return login!==null&&isRandom(login[1])?"a password":void 0}function isRandom(text2){return text2.length<16||text2.length>500||STAND_IN.test(text2)||text2.split(/[^A-Za-z0-9]+/).every(part=>/^(?:[A-Za-z]*\d*|\d+[A-Za-z]{0,2})$/.test(part))?!1:entropy(text2)>=(/^[0-9a-f-]+$/i.test(text2)?3:3.5)}function entropy(text2){let counts2=new Map;for(let character of text2)counts2.set(character,(counts2.get(character)??0)+1);let bits=0;for(let count of counts2.values())bits-=count/text2.length*Math.log2(count/text2.length);return bits}var SETTING=/^[ \t]*(?:export )?["']?([\w.-]{1,100})["']?[ \t]*[:=][ \t]*["']?([^\s"',;]{1,500})["']?[ \t,;]*$/gm;function secretInFile(text2,key){let found=secretIn(text2,key);if(found!==void 0||!text2.includes(`
`))return found;for(let[,name,value]of text2.matchAll(SETTING)){let inLine=secretIn(value,name);if(inLine!==void 0)return inLine}}var no_secret_in_config_map_default={severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow ConfigMaps that hold a secret.",why:"ConfigMaps are readable by far more people and programs than Secrets, are not encrypted in etcd, and are printed without second thoughts.",howToFix:"Revoke it and put the new one into a Secret; a file that mixes both can become a Secret as a whole.",references:["https://kubernetes.io/docs/concepts/configuration/configmap/","https://kubernetes.io/docs/concepts/security/secrets-good-practices/"],peers:{polaris:["sensitiveConfigmapContent"],trivy:["KSV-0109"],kubescape:["C-0012"]},bad:[{title:"a random value with a telling name, and a token in a file",yaml:yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          db-password: q7Rk2ZpX9vLm4TsW # ✖ "db-password" holds a secret
          app.properties: | # ✖ "app.properties" holds a GitLab token
            url=https://example.com
            registry=glpat-9sX2mVq7LrTz4KcWb8Yh
      `}],good:[{title:"a certificate, a checksum, a password that comes from the environment, code about passwords",yaml:yaml`
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
      `}],visit:{ConfigMap(configMap,{report}){for(let[key,text2]of Object.entries(configMap.value.data??{})){let found=secretInFile(text2??"",key);found!==void 0&&report(configMap.at("data",key),`"${key}" holds ${found}`)}}}};var no_secret_in_env_default={severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow environment variables, arguments and commands that hold a secret as plain text.",why:"Everyone who can read the repository, or get the pod from the cluster, has the secret; it stays in the history of both.",howToFix:"Revoke it, put the new one into a Secret (better: let an operator fetch it from a vault) and take it with `valueFrom.secretKeyRef`.",references:["https://kubernetes.io/docs/tasks/inject-data-application/distribute-credentials-secure/"],peers:{"kube-linter":["env-var-secret"],polaris:["sensitiveContainerEnvVar"],kubescape:["C-0012","C-0259"],datree:["ALL_EXPOSED_SECRET_AWS","ALL_EXPOSED_SECRET_GITHUB","ALL_EXPOSED_SECRET_JWT","ALL_EXPOSED_SECRET_PRIVATEKEY"]},bad:[{title:"a token of a known form, and a random value with a telling name",yaml:yaml`
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
                - name: REGISTRY
                  value: glpat-9sX2mVq7LrTz4KcWb8Yh # ✖ "REGISTRY" of container "app" holds a GitLab token
                - name: DB_PASSWORD
                  value: q7Rk2ZpX9vLm4TsW # ✖ "DB_PASSWORD" of container "app" holds a secret
                - name: DATABASE_URL
                  value: postgres://web:q7Rk2ZpX9vLm4TsW@db/web # ✖ "DATABASE_URL" of container "app" holds a password
      `}],good:[{title:"a Secret, a stand-in, and names that only sound like secrets",yaml:yaml`
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
      `}],visit:{container(container,{report}){let{env,args,command}=container.value;for(let[index,{name="",value=""}]of(env??[]).entries()){let found=secretIn(value,name);found!==void 0&&report(container.at("env",index,"value"),`"${name}" of container "${container.name}" holds ${found}`)}for(let[field2,list2]of[["command",command],["args",args]])for(let[index,text2]of(list2??[]).entries()){let[,name="",value=text2]=/^--?([\w-]+)=(.*)$/s.exec(text2)??[],found=secretIn(value,name);found!==void 0&&report(container.at(field2,index),`An argument of container "${container.name}" holds ${found}`)}}}};var SECRET=new Set(["/","/dev","/etc","/home","/proc","/root","/var","/var/lib","/var/lib/containerd","/var/lib/containers","/var/lib/docker","/var/lib/kubelet"]),SECRET_TREES=["/etc/kubernetes","/etc/shadow","/etc/ssh","/etc/sudoers","/root/.kube","/root/.ssh","/var/lib/etcd","/var/lib/kubelet/pki"],PROGRAMS=new Set(["/bin","/boot","/lib","/lib64","/sbin","/sys","/usr","/usr/bin","/usr/lib","/usr/local","/usr/local/bin","/usr/sbin"]),isSensitive=({path,writable})=>SECRET.has(path)||SECRET_TREES.some(tree=>path===tree||path.startsWith(`${tree}/`))||writable&&PROGRAMS.has(path),no_sensitive_host_path_default={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow mounts of the node's system directories.",why:"They hold the keys of the kubelet, the secrets of all pods on the node and the programs that root runs: who breaks into the pod has the node, often the cluster.",howToFix:"Mount the one file or directory that is needed, read-only. An agent that watches the node needs more: say so with a podlint-ignore comment.",references:["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],peers:{"kube-linter":["sensitive-host-mounts"],trivy:["KSV-0121"],kubesec:["ProcMount"],kubeaudit:["SensitivePathsMounted"],sonar:["S6433"]},bad:[{title:"all of the node, and its credentials",yaml:yaml`
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
      `}],good:[{title:"single files, a read-only /sys, and what nobody mounts",yaml:yaml`
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
      `}],visit:{podSpec(pod,{report}){for(let hostPath of hostPathsOf(pod))isSensitive(hostPath)&&report(hostPath.place,`"${hostPath.path}" of the node is mounted`)}}};var require_dropped_capabilities_default={severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require containers to drop all capabilities.",why:"A container starts with about a dozen powers of root, such as to change the owner of any file or to forge packets; few programs use one of them.",howToFix:"Write `drop: [ALL]`, in capitals as the Pod Security Standards know it, and add back what the program turns out to need.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{polaris:["insecureCapabilities"],trivy:["KSV-0003","KSV-0106"],checkov:["CKV_K8S_37"],kubescape:["C-0211"],kubesec:["CapDropAll"],"pod-security-admission":["capabilities_restricted"],kyverno:["disallow-capabilities-strict","require-drop-all"]},fixable:"unsafe",bad:[{title:"nothing dropped, and not all",yaml:yaml`
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
      `,fixed:yaml`
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
      `}],good:[{title:"all dropped, one added",yaml:yaml`
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
      `}],visit:{container(container,{report}){let{securityContext}=container.value;securityContext?.capabilities?.drop?.includes("ALL")||securityContext?.privileged===!0||container.partial||isWindows(container.pod)||report(container.at("securityContext","capabilities","drop"),`Container "${container.name}" does not drop all capabilities`,fixer2=>fixer2.insertBelow(container.at(),["securityContext","capabilities","drop"],"[ALL]"))}}};var require_no_new_privileges_default={severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require `allowPrivilegeEscalation: false`.",why:"Left out, it is true: a program can become root through any setuid file of the image, whichever user it starts as.",howToFix:"Add `allowPrivilegeEscalation: false` to the `securityContext` of the container; a pod has no such field.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{polaris:["privilegeEscalationAllowed"],trivy:["KSV-0001"],checkov:["CKV_K8S_20"],kubescape:["C-0016","C-0211"],kubesec:["AllowPrivilegeEscalation"],"pod-security-admission":["allowPrivilegeEscalation"],datree:["CONTAINERS_MISSING_KEY_ALLOWPRIVILEGEESCALATION"],kyverno:["disallow-privilege-escalation"]},fixable:"unsafe",bad:[{title:"containers that leave it to the default",yaml:yaml`
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
      `,fixed:yaml`
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
      `}],good:[{title:"forbidden",yaml:yaml`
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
      `},{title:"a Windows pod, which has no such thing",yaml:yaml`
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
      `}],visit:{container(container,{report}){container.value.securityContext?.allowPrivilegeEscalation!==void 0||container.partial||isAllPowerful(container)||isWindows(container.pod)||report(container.at("securityContext","allowPrivilegeEscalation"),`Container "${container.name}" does not forbid privilege escalation`,fixer2=>fixer2.insertBelow(container.at(),["securityContext","allowPrivilegeEscalation"],"false"))}}};var require_read_only_root_filesystem_default={severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require containers to have a read-only root file system.",why:"An attacker who gets in can put tools beside the program and change it; with a read-only file system there is nowhere to write.",howToFix:"Set `readOnlyRootFilesystem: true` for the container and mount an `emptyDir` where the program writes, often `/tmp`.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],peers:{"kube-linter":["no-read-only-root-fs"],"kube-score":["container-security-context-readonlyrootfilesystem"],polaris:["notReadOnlyRootFilesystem"],trivy:["KSV-0014"],checkov:["CKV_K8S_22"],kubescape:["C-0017","C-0211"],kubesec:["ReadOnlyRootFilesystem"],datree:["CONTAINERS_INCORRECT_READONLYROOTFILESYSTEM_VALUE"],kyverno:["require-ro-rootfs"]},fixable:"unsafe",bad:[{title:"a root file system that is writable by default, and one on purpose",yaml:yaml`
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
      `,fixed:yaml`
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
      `}],good:[{title:"read-only, with a place for temporary files",yaml:yaml`
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
      `}],visit:{container(container,{report}){if(container.value.securityContext?.readOnlyRootFilesystem===!0||container.partial||isWindows(container.pod))return;let place=container.at("securityContext","readOnlyRootFilesystem");report(place,`Container "${container.name}" has a writable root file system`,fixer2=>place.node===-1?fixer2.insertBelow(container.at(),["securityContext","readOnlyRootFilesystem"],"true"):fixer2.replaceValue(place,"true"))}}};function isNonRoot(container){if(effective(container,"runAsNonRoot")===!0||Number(effective(container,"runAsUser")??0)>0)return!0;let name=effective(container,"windowsOptions")?.runAsUserName;return isWindows(container.pod)&&name!==void 0&&name!=="ContainerAdministrator"}var require_run_as_non_root_default={severity:"warning",presets:["strict"],since:"0.1.0",summary:"Require containers to run as another user than root.",why:"Without it the image decides, and most images run as root: whoever breaks into the program is one kernel bug away from the node.",howToFix:"Set `runAsNonRoot: true` for the pod: the kubelet then refuses to start an image that would be root. An image whose user is a name needs `runAsUser` too.",references:["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],peers:{"kube-linter":["run-as-non-root"],polaris:["runAsRootAllowed"],trivy:["KSV-0012"],checkov:["CKV_K8S_23"],kubescape:["C-0013","C-0211"],kubesec:["RunAsNonRoot"],"pod-security-admission":["runAsNonRoot"],datree:["CONTAINERS_INCORRECT_RUNASNONROOT_VALUE"],kyverno:["require-run-as-nonroot"]},fixable:"unsafe",bad:[{title:"a container that overrides its pod, and one that says nothing",yaml:yaml`
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
      `,fixed:yaml`
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
      `}],good:[{title:"said once for the pod",yaml:yaml`
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
      `},{title:"a user namespace: root in the pod is nobody on the node",yaml:yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostUsers: false
          containers:
            - name: app
              image: example.com/app:1.0
      `}],visit:{container(container,{kubernetesVersions,report}){if(container.partial||isNonRoot(container)||hasOwnUsers(container.pod,kubernetesVersions)||Number(effective(container,"runAsUser"))===0)return;let place=effectivePlace(container,"runAsNonRoot");report(place,`Container "${container.name}" may run as root`,fixer2=>place.node===-1?fixer2.insertBelow(container.at(),["securityContext","runAsNonRoot"],"true"):fixer2.replaceValue(place,"true"))}}};function eachField(object,visit){let{tape:tape2,source,root,prefix}=object,steps=[],place=()=>placeAt(source,tape2,root,-1,prefix,steps),one=(node,key,step)=>{tape2.has(node,Flag.hidden|Flag.shared)||(steps.push(step),visit(node,key,place),down(node),steps.pop())},down=node=>{if(tape2.isScalar(node))return;let end=tape2.next(node);if(tape2.isMap(node))for(let key=node+1;key<end;key=tape2.next(key+1))one(key+1,key,tape2.key(key));else for(let item=node+1,index=0;item<end;item=tape2.next(item),index++)one(item,-1,index)};down(root)}var no_ambiguous_key_default={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow keys that kubectl reads as something else than what is written.",why:'For kubectl `on`, `yes` and `1.10` are booleans and numbers even as keys, so a file of a ConfigMap ends up with the name "true" or "1.1".',howToFix:"Put the key in quotes.",references:["https://kubernetes.io/docs/concepts/configuration/configmap/","https://yaml.org/type/bool.html"],peers:{},fixable:"unsafe",bad:[{title:"names of files that are words and numbers to YAML",yaml:yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: flags
        data:
          on: all the lamps # ✖ Key "on" is read as "true"
          1.10: notes # ✖ Key "1.10" is read as "1.1"
      `,fixed:yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: flags
        data:
          "on": all the lamps
          "1.10": notes
      `}],good:[{title:"in quotes, and a number that stays what it is",yaml:yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: flags
        data:
          "on": all the lamps
          8080: web
      `}],visit:{object(object,{report}){let{tape:tape2}=object;eachField(object,(_,key,place)=>{if(key===-1||tape2.kind(key)!==Kind.plain||tape2.has(key,Flag.encoded))return;let name=tape2.key(key),start=tape2.start(key);if(name.length===tape2.end(key)-start&&tape2.text.startsWith(name,start))return;let written=tape2.source(key);written!=="<<"&&report(atKey(place()),`Key "${written}" is read as "${name}"`,fixer2=>fixer2.renameKey(place(),`"${written}"`))})}}};var WORD=/^(y|yes|n|no|on|off)$/i,NUMBER=/^[-+]?(0[0-7_]+|0b[01_]+|0x[0-9a-f]*_[0-9a-f_]*|[0-9]+_[0-9_]*)$/i,MODES=["mode","defaultMode"],no_ambiguous_scalar_default={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow values that YAML 1.1 and YAML 1.2 read differently.",why:"To kubectl and Helm `yes` is true and `010` is 8. Tools for YAML 1.2 read a text and 10, so what they show, check or generate is not what is applied.",howToFix:"Write `true`, `false` or a decimal number, or put the value in quotes where a text is meant.",references:["https://yaml.org/type/bool.html","https://yaml.org/spec/1.2.2/#103-core-schema"],peers:{},fixable:"safe",bad:[{title:"a word and an octal number",yaml:yaml`
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
      `,fixed:yaml`
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
      `}],good:[{title:"texts in quotes, and a file mode",yaml:yaml`
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
      `}],visit:{object(object,{report}){let{tape:tape2}=object;eachField(object,(node,key,place)=>{if(tape2.kind(node)!==Kind.plain)return;let code=tape2.text.charCodeAt(tape2.start(node)),isNumber=code>=48&&code<=57||code===43||code===45;if(!isNumber&&tape2.end(node)-tape2.start(node)>3)return;let written=tape2.source(node);if(!(isNumber?NUMBER:WORD).test(written))return;let value=tape2.scalar(node);if(typeof value=="string"||key!==-1&&MODES.includes(tape2.key(key)))return;let other=isNumber&&/^[-+]?[0-9]+$/.test(written)?Number(written):"a text";other!==value&&report(place(),`Value "${written}" is ${value} to kubectl and ${other} to YAML 1.2`,fixer2=>fixer2.replaceValue(place(),String(value)))})}}};var MODES2=["configMap","secret","downwardAPI","projected"],SOURCES=["configMap","secret","downwardAPI"];function looksOctal(text2){if(!/^[4-7][04-7][04-7]$/.test(text2))return!1;let[owner,group2,others]=[...text2].map(Number);return(owner&group2)===group2&&(group2&others)===others}var no_decimal_file_mode_default={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow file modes that look octal but are decimal.",why:"Without its leading zero, `400` is the mode 0620: the group may write the key, and its owner is not alone. Above 511 the API server refuses the number.",howToFix:"Write the leading zero, `0400`; in JSON, which has no octal numbers, the decimal value, 256.",references:["https://kubernetes.io/docs/concepts/configuration/secret/#secret-files-permissions"],peers:{},fixable:"unsafe",bad:[{title:"a mode without its zero",yaml:yaml`
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
      `,fixed:yaml`
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
      `}],good:[{title:"octal, or the decimal number of a sensible mode",yaml:yaml`
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
      `}],visit:{podSpec(pod,{report}){let check4=(value,place)=>{if(value===void 0||!looksOctal(String(value)))return;let at2=place();if(at2.tape.kind(at2.node)!==Kind.plain||at2.tape.source(at2.node)!==String(value))return;let octal=at2.source.file.endsWith(".json")?String(parseInt(String(value),8)):`0${value}`;report(at2,`File mode ${value} is decimal and means 0${value.toString(8)}`,fixer2=>fixer2.replaceValue(at2,octal))};for(let[i,volume]of(pod.value.volumes??[]).entries()){for(let type of MODES2)if(check4(volume[type]?.defaultMode,()=>pod.at("volumes",i,type,"defaultMode")),type!=="projected")for(let[j,{mode}]of(volume[type]?.items??[]).entries())check4(mode,()=>pod.at("volumes",i,type,"items",j,"mode"));for(let[j,source]of(volume.projected?.sources??[]).entries())for(let type of SOURCES)for(let[k,{mode}]of(source[type]?.items??[]).entries())check4(mode,()=>below(pod.at("volumes",i,"projected","sources",j),type,"items",k,"mode"))}}}};var import_node_util=require("node:util");var no_duplicate_env_default={severity:"warning",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow setting an environment variable of a container twice.",why:"The last one wins. Server-side apply refuses the object, and a client-side apply may drop one of the two, not always the same.",howToFix:"Delete the value that is out of date.",references:["https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/"],peers:{"kube-linter":["duplicate-env-var"],"kube-score":["environment-variable-key-duplication"],kubescape:["C-0295"],sonar:["S6907"]},fixable:"safe",bad:[{title:"the same value twice",yaml:yaml`
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
      `,fixed:yaml`
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
      `},{title:"two values, of which the last one counts",yaml:yaml`
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
      `}],good:[{title:"a value that extends the one before",yaml:yaml`
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
      `}],visit:{container(container,{report}){let env=container.value.env??[],last=new Map;for(let[index,{name,value,valueFrom}]of env.entries()){if(name===void 0)continue;let before=last.get(name);if(last.set(name,index),before===void 0||value!==void 0&&value!==`$(${name})`&&value.includes(`$(${name})`))continue;let same=(0,import_node_util.isDeepStrictEqual)([value,valueFrom],[env[before].value,env[before].valueFrom]),related=[{place:container.at("env",before,"name"),message:"first here"}],fixable=same&&value?.includes("$(")!==!0,message=`Environment variable "${name}" of container "${container.name}" is set twice${same?"":", to different values"}`;report(container.at("env",index,"name"),message,fixable?fixer2=>fixer2.removeItem(container.at("env",index)):void 0,{related})}}}};var no_duplicate_key_default={severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow the same key twice in one map.",why:"Only the last value counts, so what stands above it is silently lost; with strict validation the API server refuses the object.",howToFix:"Delete the key that is not meant, or merge the two values.",references:["https://yaml.org/spec/1.2.2/#3213-node-comparison"],peers:{monokle:["YML010"],kubeconform:["-strict"],yamllint:["key-duplicates"]},bad:[{title:"a label twice",yaml:yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          labels:
            app: web
            app: shop # ✖ Key "app" is set twice in the same map
      `}],good:[{title:"two labels",yaml:yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          labels:
            app: web
            part-of: shop
      `}]};var no_duplicate_list_item_default={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow two items of a list that the API tells apart by the same key.",why:"Server-side apply refuses the object, and a client-side apply merges the two into one.",howToFix:"Give each item a key of its own, or delete one of them.",references:["https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy"],peers:{kubeconform:["(none)"],"flux-schema":["(list map)"]},bad:[{title:"two conditions for one gate",yaml:yaml`
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
      `}],good:[{title:"an item for each key",yaml:yaml`
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
      `}]};var SPACES="(?:(?!\\uFEFF)\\s|\\x85)+",AT_ENDS=new RegExp(`^${SPACES}|${SPACES}$`,"g"),BETWEEN=new RegExp(SPACES),trimSpace=text2=>text2.replace(AT_ENDS,"");var NANOS=1000000000n,GRAMMAR=/^([+-]?)([0-9]*)(?:\.([0-9]*))?((?:[eEinumkKMGTP]+[-+]?[0-9]*|[-+][0-9]*)?)$/,DECIMAL_SUFFIXES={n:-9,u:-6,m:-3,"":0,k:3,M:6,G:9,T:12,P:15,E:18},BINARY_SUFFIXES={Ki:10,Mi:20,Gi:30,Ti:40,Pi:50,Ei:60},INT64_MAX=2n**63n-1n,LARGEST_EXPONENT=1e3;function unitOf(suffix){let decimal=DECIMAL_SUFFIXES[suffix];if(decimal!==void 0)return{form:"DecimalSI",exponent:decimal};let binary=BINARY_SUFFIXES[suffix];if(binary!==void 0)return{form:"BinarySI",exponent:binary};if(!/^[eE][+-]?[0-9]+$/.test(suffix))return;let exponent=BigInt(suffix.replace(/^.\+?/,""));if(!(exponent>INT64_MAX||exponent<-INT64_MAX-1n))return{form:"DecimalExponent",exponent:Number(BigInt.asIntN(32,exponent))}}var needsDigits=({form,exponent})=>form==="BinarySI"?exponent>=50:exponent<-9;function split(value){let text2=typeof value=="string"?trimSpace(value):String(value),match=GRAMMAR.exec(text2);if(match===null||text2===""||typeof value=="string"&&/[\t-\r\u2028\u2029]/.test(value))return malformed(text2);let[,sign,whole="",fraction="",suffix=""]=match,unit=unitOf(suffix);return unit===void 0?malformed(text2):needsDigits(unit)&&!/^[+-]?\.?[0-9]/.test(text2)?"must have a number before its unit":{negative:sign==="-",whole,fraction,unit}}function malformed(text2){let unit=/^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)? ?([A-Za-z]+[+-]?[0-9]*)$/.exec(text2)?.[1];return unit===void 0?"must be a number, with an optional unit such as m, k, Mi or Gi":unitOf(unit)===void 0?`has the unknown unit "${unit}"`:`must not have a blank before its unit "${unit}"`}var PLAIN=/^[0-9]+(?:\.[0-9]+)?(?:m|k|[MGTPE]|[KMGTPE]i)?$/,quantity=value=>{if(typeof value=="string"&&PLAIN.test(value))return;let parts=split(value);return typeof parts=="string"?parts:void 0},divideUp=(value,by)=>(value+by-1n)/by;function parseQuantity(value){let parts=split(value);if(typeof parts=="string")return;let{negative,whole,fraction,unit}=parts,digits=BigInt(whole+fraction),nanos,form=unit.form;if(form==="BinarySI")nanos=divideUp((digits<<BigInt(unit.exponent))*NANOS,10n**BigInt(fraction.length)),nanos>INT64_MAX*NANOS&&(nanos=INT64_MAX*NANOS),nanos>0n&&nanos<NANOS&&(form="DecimalSI");else{let exponent=Math.max(Math.min(unit.exponent,LARGEST_EXPONENT)+9-fraction.length,-(whole.length+fraction.length+1));nanos=exponent>=0?digits*10n**BigInt(exponent):divideUp(digits,10n**BigInt(-exponent))}return{nanos:negative?-nanos:nanos,form}}var isInteger=({nanos})=>nanos%NANOS===0n;var ONE=1000000000n,MEBI=1024n*1024n*ONE,BYTES=["memory","ephemeral-storage","storage"];function suspicion(resource,amount,maxCores){let quantity2=parseQuantity(amount);if(quantity2===void 0||quantity2.nanos<=0n)return;let text2=String(amount).trim(),number2=/^[0-9.]+/.exec(text2)?.[0]??"",unit=text2.slice(number2.length);if(resource==="cpu"){if(quantity2.nanos<=BigInt(maxCores)*ONE)return;let reason=`is ${quantity2.nanos/ONE} cores`;return["","Mi","M"].includes(unit)?{reason,meant:`${number2}m`}:{reason}}if(!isInteger(quantity2))return{reason:"is a fraction of a byte",...unit==="m"&&{meant:`${number2}Mi`}};if(!(quantity2.nanos>=MEBI))return{reason:"is less than 1Mi",...unit===""&&{meant:`${number2}Mi`}}}var no_implausible_quantity_default={severity:"warning",presets:["recommended","strict"],since:"0.1.0",summary:"Disallow amounts of memory, storage and CPU that nobody means.",why:"The API server takes them, but no node has 500 cores to spare, and no program fits into half a byte of memory: the pod stays pending, or its container never starts.",howToFix:"Mind the units: `m` is a thousandth and belongs to CPU, `Mi` and `Gi` belong to memory and storage, and a bare number is bytes or whole cores.",references:["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#resource-units-in-kubernetes"],peers:{},fixable:"unsafe",options:{maxCores:{default:128,description:"The most cores of CPU that a container may plausibly ask for."}},bad:[{title:"units of the other resource",yaml:yaml`
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
                  memory: "128" # ✖ "memory" 128 is less than 1Mi
                limits:
                  cpu: 500 # ✖ "cpu" 500 is 500 cores
                  memory: 500m # ✖ "memory" 500m is a fraction of a byte
      `,fixed:yaml`
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
      `}],good:[{title:"thousandths of a core, and bytes in powers of two",yaml:yaml`
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
      `}],visit:{container(container,{options,report}){for(let list2 of["requests","limits"])for(let[resource,amount]of Object.entries(container.value.resources?.[list2]??{}))amount!==void 0&&check(resource,amount,options.maxCores,()=>container.at("resources",list2,resource),report)},podSpec(pod,{options,report}){for(let[i,{emptyDir}]of(pod.value.volumes??[]).entries())emptyDir?.sizeLimit!==void 0&&check("storage",emptyDir.sizeLimit,options.maxCores,()=>pod.at("volumes",i,"emptyDir","sizeLimit"),report)},PersistentVolumeClaim(claim,{options,report}){let storage=claim.value.spec?.resources?.requests?.storage;storage!==void 0&&check("storage",storage,options.maxCores,()=>claim.at("spec","resources","requests","storage"),report)}}};function check(resource,amount,maxCores,placeOf2,report){if(resource!=="cpu"&&!BYTES.includes(resource))return;let found=suspicion(resource,amount,maxCores);if(found===void 0)return;let place=placeOf2(),quote=/^["']/.exec(place.tape.source(place.node))?.[0]??"",{meant}=found;report(place,`"${resource}" ${amount} ${found.reason}`,meant===void 0?void 0:fixer2=>fixer2.replaceValue(place,quote+meant+quote))}var no_unknown_field_default={severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow fields that the type does not have.",why:"The API server refuses the object, or drops the field without a word, so what it should set is never set.",howToFix:"Write the field as the API reference spells it, at the level where it belongs.",references:["https://kubernetes.io/docs/reference/using-api/api-concepts/#validation-for-unrecognized-or-duplicate-fields"],peers:{kubeconform:["-strict"],"kubectl-validate":["(default)"],monokle:["K8S001"]},fixable:"unsafe",bad:[{title:"resource instead of resources",yaml:yaml`
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
      `,fixed:yaml`
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
      `}],good:[{title:"the right name",yaml:yaml`
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
      `}]};var no_unknown_kind_default={severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow kinds that the groups of Kubernetes do not have.",why:'The API server answers "no matches for kind": the name is misspelt, or the object is in another group or version.',howToFix:"Write the kind and apiVersion that the message proposes.",references:["https://kubernetes.io/docs/reference/kubernetes-api/"],peers:{monokle:["K8S004"],kubeconform:["(missing schema)"]},bad:[{title:"a misspelt kind",yaml:yaml`
        apiVersion: apps/v1
        kind: Deploymnet # ✖ apps/v1 of Kubernetes 1.37 has no kind "Deploymnet", did you mean "Deployment"?
        metadata:
          name: web
      `}],good:[{title:"a custom resource",yaml:yaml`
        apiVersion: example.com/v1
        kind: Widget
        metadata:
          name: web
      `}]};var require_field_default={severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Require the fields that the API needs.",why:"The API server refuses an object that lacks them.",howToFix:"Add the field that the message names.",references:["https://kubernetes.io/docs/reference/kubernetes-api/"],peers:{kubeconform:["(schema)"],"kubectl-validate":["(schema)"]},bad:[{title:"a role binding without a role",yaml:yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding # ✖ RoleBinding needs "roleRef"
        metadata:
          name: readers
        subjects:
          - kind: User
            name: jane
            apiGroup: rbac.authorization.k8s.io
      `}],good:[{title:"all that it needs",yaml:yaml`
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
      `}]};var require_kind_default={severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Require apiVersion and kind in every object.",why:"Without them nobody can tell what the object is, and kubectl refuses it.",howToFix:'Write both fields at the top of the document, for example "apiVersion: v1" and "kind: ConfigMap".',references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields"],peers:{kubeval:["(missing kind)"]},bad:[{title:"an object without apiVersion",yaml:yaml`
        kind: ConfigMap # ✖ The object has no "apiVersion"
        metadata:
          name: settings
      `}],good:[{title:"both fields",yaml:yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
      `}]};var PLACEHOLDER=/\{\{.*?\}\}|\$\{[^}]*\}|\$\([^)]*\)|\$[A-Za-z_]\w*|<[^<>]+>|%[A-Za-z_]\w*%|__[A-Z_]+__/,valid_image_reference_default={severity:"error",presets:["recommended","strict"],since:"0.1.0",summary:"Require image references that a container runtime can read.",why:"The API server takes any text for an image, so the mistake only shows on the node: the pod stays in `InvalidImageName`.",howToFix:"Write `registry/repository:tag`, all lower case before the tag. When something fills in the placeholder before it is applied, lint its output instead.",references:["https://kubernetes.io/docs/concepts/containers/images/#image-names"],peers:{polaris:["tagNotSpecified"]},options:{allowPlaceholders:{default:!1,description:"Say nothing about placeholders such as `${TAG}`, because Flux or another tool fills them in."}},bad:[{title:"capitals, a scheme, a template that nobody filled in",yaml:yaml`
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
      `}],good:[{title:"a registry with a port, a tag and a digest",yaml:yaml`
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
      `},{title:"a Go package that ko builds and replaces by its image",yaml:yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: ko://example.com/Team/cmd/web
      `}],visit:{container(container,{options,report}){let text2=container.value.image;if(text2===void 0||text2===""||text2!==text2.trim()||text2.startsWith("ko://"))return;let placeholder=PLACEHOLDER.exec(text2);if(placeholder!==null){options.allowPlaceholders||report(container.at("image"),`Image "${text2}" still has the placeholder "${placeholder[0]}"`);return}let image=parseImage(text2);typeof image=="string"&&report(container.at("image"),`Image "${text2}" ${image}`)}}};var valid_type_default={severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow values of a type that the field does not take.",why:"The API server cannot decode the object and refuses it as a whole, whatever else it says.",howToFix:"Quote text that looks like a number or a boolean; write numbers and booleans without quotes.",references:["https://kubernetes.io/docs/reference/using-api/api-concepts/"],peers:{kubeconform:["(schema)"],"kubectl-validate":["(schema)"],monokle:["K8S001"]},bad:[{title:"text for a number",yaml:yaml`
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
      `}],good:[{title:"a number",yaml:yaml`
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
      `}]};var valid_yaml_default={severity:"error",presets:["api-server","recommended","strict"],since:"0.1.0",summary:"Disallow text that is not YAML as kubectl reads it.",why:"The API server refuses the whole document, and nothing in it can be checked.",howToFix:"Mend the text at the place that the message names: mostly indentation, a missing quote or a tab.",references:["https://yaml.org/spec/1.1/"],peers:{kubeconform:["(parse error)"],monokle:["YML001"],yamllint:["syntax"]},bad:[{title:"a quote that is never closed",yaml:yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          motd: "hello # ✖ The quote is never closed
      `}],good:[{title:"a quoted text",yaml:yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          motd: "hello"
      `}]};var rules=[{...no_default_namespace_default,category:"best-practice",id:"no-default-namespace"},{...no_mixed_tiers_default,category:"best-practice",id:"no-mixed-tiers"},{...no_namespace_mix_default,category:"best-practice",id:"no-namespace-mix"},{...no_deprecated_api_default,category:"deprecation",id:"no-deprecated-api"},{...no_deprecated_node_label_default,category:"deprecation",id:"no-deprecated-node-label"},{...no_removed_api_default,category:"deprecation",id:"no-removed-api"},{...no_duplicate_port_name_default,category:"networking",id:"no-duplicate-port-name"},{...no_port_collision_default,category:"networking",id:"no-port-collision"},{...no_service_without_pod_default,category:"references",id:"no-service-without-pod"},{...no_unknown_target_port_default,category:"references",id:"no-unknown-target-port"},{...no_end_of_life_image_default,category:"reliability",id:"no-end-of-life-image"},{...no_floating_image_tag_default,category:"reliability",id:"no-floating-image-tag"},{...no_naked_pod_default,category:"reliability",id:"no-naked-pod"},{...no_single_replica_default,category:"reliability",id:"no-single-replica"},{...no_static_pod_reference_default,category:"reliability",id:"no-static-pod-reference"},{...require_liveness_probe_default,category:"reliability",id:"require-liveness-probe"},{...require_pod_disruption_budget_default,category:"reliability",id:"require-pod-disruption-budget"},{...require_readiness_probe_default,category:"reliability",id:"require-readiness-probe"},{...require_cpu_request_default,category:"resources",id:"require-cpu-request"},{...require_memory_limit_default,category:"resources",id:"require-memory-limit"},{...require_memory_request_default,category:"resources",id:"require-memory-request"},{...no_dangerous_capability_default,category:"security",id:"no-dangerous-capability"},{...no_default_service_account_default,category:"security",id:"no-default-service-account"},{...no_host_namespace_default,category:"security",id:"no-host-namespace"},{...no_host_path_default,category:"security",id:"no-host-path"},{...no_privilege_escalation_default,category:"security",id:"no-privilege-escalation"},{...no_privileged_container_default,category:"security",id:"no-privileged-container"},{...no_retired_registry_default,category:"security",id:"no-retired-registry"},{...no_root_user_default,category:"security",id:"no-root-user"},{...no_runtime_socket_default,category:"security",id:"no-runtime-socket"},{...no_secret_in_config_map_default,category:"security",id:"no-secret-in-config-map"},{...no_secret_in_env_default,category:"security",id:"no-secret-in-env"},{...no_sensitive_host_path_default,category:"security",id:"no-sensitive-host-path"},{...require_dropped_capabilities_default,category:"security",id:"require-dropped-capabilities"},{...require_no_new_privileges_default,category:"security",id:"require-no-new-privileges"},{...require_read_only_root_filesystem_default,category:"security",id:"require-read-only-root-filesystem"},{...require_run_as_non_root_default,category:"security",id:"require-run-as-non-root"},{...no_ambiguous_key_default,category:"validity",id:"no-ambiguous-key"},{...no_ambiguous_scalar_default,category:"validity",id:"no-ambiguous-scalar"},{...no_decimal_file_mode_default,category:"validity",id:"no-decimal-file-mode"},{...no_duplicate_env_default,category:"validity",id:"no-duplicate-env"},{...no_duplicate_key_default,category:"validity",id:"no-duplicate-key"},{...no_duplicate_list_item_default,category:"validity",id:"no-duplicate-list-item"},{...no_implausible_quantity_default,category:"validity",id:"no-implausible-quantity"},{...no_unknown_field_default,category:"validity",id:"no-unknown-field"},{...no_unknown_kind_default,category:"validity",id:"no-unknown-kind"},{...require_field_default,category:"validity",id:"require-field"},{...require_kind_default,category:"validity",id:"require-kind"},{...valid_image_reference_default,category:"validity",id:"valid-image-reference"},{...valid_type_default,category:"validity",id:"valid-type"},{...valid_yaml_default,category:"validity",id:"valid-yaml"}];var portNumber=value=>value>=1&&value<=65535?void 0:"must be between 1 and 65535",PORT_NAME=/^(?=[^a-z]*[a-z])(?!.*--)[a-z0-9](?:[a-z0-9-]{0,13}[a-z0-9])?$/;function portName(value){if(PORT_NAME.test(value))return;let reasons=[];return longerThan(15,value)&&reasons.push("must be at most 15 characters"),/^[a-z0-9-]+$/.test(value)||reasons.push(value===""?"must not be empty":'must consist of lower case letters, digits and "-"'),/[a-z]/.test(value)||reasons.push("must contain a letter"),value.includes("--")&&reasons.push('must not contain "--"'),(value.startsWith("-")||value.endsWith("-"))&&reasons.push('must not begin or end with "-"'),orNothing(reasons)}var portNumberOrName=value=>typeof value=="string"?portName(value):portNumber(value);var number=()=>({describes:"1 to 65535",test(value){let reason=typeof value=="number"&&value!==0?portNumber(value):void 0;return reason===void 0?void 0:{code:"Invalid",message:reason}}}),protocolOf=({protocol=""})=>protocol===""?"TCP":protocol;function hostPortOf({hostPort=0,containerPort=0},{pod}){return hostPort===0&&pod?.spec.hostNetwork===!0&&!pod.template?containerPort:hostPort}function checkHostPorts(spec,context){let report=(field2,index,at2,code,message,path)=>context.report([field2,index,"ports",at2,"hostPort"],code,message,path===void 0?{}:{path:`${context.path}.${path}`}),taken=new Set,claim=(into,port)=>{let hostPort=hostPortOf(port,context),identity=`${protocolOf(port)}/${port.hostIP??""}/${hostPort}`;return hostPort===0||!into.has(identity)?(into.add(identity),!0):!1};for(let[index,{ports=[]}]of(spec.containers??[]).entries())for(let[at2,port]of ports.entries()){let hostPort=hostPortOf(port,context);claim(taken,port)||report("containers",index,at2,"Duplicate",`Host port ${hostPort}/${protocolOf(port)} is taken by another port of the pod`),spec.hostNetwork===!0&&hostPort!==0&&hostPort!==(port.containerPort??0)&&report("containers",index,at2,"Invalid",'must equal "containerPort" in the network of the host')}for(let[index,{ports=[]}]of(spec.initContainers??[]).entries()){let own=new Set;for(let[at2,port]of ports.entries())claim(own,port)||report("initContainers",index,at2,"Duplicate",`Host port ${hostPortOf(port,context)}/${protocolOf(port)} is taken by another port of the container`,`initContainers[0].ports[${at2}].hostPort`)}}function warnOfPorts(spec,{minor,warn,...context}){let seen2=[],names2=new Map,visit=(field2,containers)=>{for(let[index,container]of containers.entries())for(let[at2,port]of(container.ports??[]).entries()){let steps=[field2,index,"ports",at2],hostPort=hostPortOf(port,context),{hostIP="",name=""}=port;hostIP!==""&&hostPort===0&&warn(steps,`Port ${port.containerPort} has a "hostIP" without "hostPort"`);let owner=names2.get(name);minor>=33&&name!==""&&owner!==void 0&&owner!==`${field2}[${index}]`?warn([...steps,"name"],`Port name "${name}" is used by another container: whoever looks for it finds only that one`):name!==""&&names2.set(name,`${field2}[${index}]`);for(let other of seen2){if(other.port.containerPort!==port.containerPort||protocolOf(other.port)!==protocolOf(port))continue;let otherIp=other.port.hostIP??"",what=other.hostPort===hostPort&&otherIp===hostIP?"is defined twice":other.hostPort===0||hostPort===0?"is defined with and without a host port":void 0,ambiguous=other.hostPort===hostPort&&otherIp===""!=(hostIP==="")?"is defined for one host address and for all":void 0;if((what??ambiguous)!==void 0){warn(steps,`Port ${port.containerPort}/${protocolOf(port)} ${what??ambiguous}`);break}}seen2.push({port,hostPort})}};visit("initContainers",spec.initContainers??[]),visit("containers",spec.containers??[])}var container_port_default=constraints({id:"valid-container-port",since:"0.1.0",summary:"Require ports that the API server takes, and host ports that do not collide.",why:"The API server refuses a pod with a port out of range, an unknown protocol, a malformed or repeated name, or a host port twice.",howToFix:'Use numbers from 1 to 65535, the protocols TCP, UDP and SCTP in capitals, and names of at most 15 lower case letters, digits and "-".',references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports"],bad:[{title:"a name that is too long, a protocol in lower case, a host port twice",yaml:yaml`
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
        `}],good:[{title:"one host port for each protocol",yaml:yaml`
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
        `}]},[on("core/v1 ContainerPort",{fields:{name:format("a port name",portName),containerPort:required(number()),hostPort:number(),protocol:oneOf("TCP","UDP","SCTP")},check(port,context){if((port.hostPort??0)!==0||hostPortOf(port,context)===0||!/\.(?:initC|c)ontainers\[/.test(context.path))return;let reason=portNumber(hostPortOf(port,context));reason!==void 0&&context.report(["hostPort"],"Invalid",`which equals "containerPort" in the network of the host, ${reason}`)}}),...["core/v1 Container"].map(type=>on(type,{unique:{ports:{key:"name",of:({name})=>name!==void 0&&portName(name)===void 0?name:void 0}}})),on("core/v1 PodSpec",{check(spec,context){checkHostPorts(spec,context),warnOfPorts(spec,context)}})]);var PULL_POLICIES=["Always","IfNotPresent","Never"],MESSAGE_POLICIES=["File","FallbackToLogsOnError"],RESTART_POLICIES=["Always","Never","OnFailure"],list=values=>values.map(value=>`"${value}"`).join(", ");function inPlainInitContainer({path,pod}){let index=/\.initContainers\[(\d+)\]/.exec(path)?.[1];return index!==void 0&&pod?.spec.initContainers?.[Number(index)]?.restartPolicy!=="Always"}function checkRestart(container,{minor,field:field2,report}){let{restartPolicy,restartPolicyRules=[]}=container,init=field2==="initContainers";if(minor>=35?restartPolicy!==void 0&&!RESTART_POLICIES.includes(restartPolicy)&&report(["restartPolicy"],"NotSupported",`must be one of ${list(RESTART_POLICIES)}`):restartPolicy!==void 0&&!init?report(["restartPolicy"],"Forbidden","may be set on init containers only"):restartPolicy!==void 0&&restartPolicy!=="Always"&&minor>=29&&report(["restartPolicy"],"NotSupported",'must be "Always", which makes a sidecar'),minor<35)return;restartPolicyRules.length>0&&restartPolicy===void 0&&report(["restartPolicy"],"Required",'is required beside "restartPolicyRules"'),restartPolicyRules.length>20&&report(["restartPolicyRules"],minor===35?"TooLong":"TooMany","must have at most 20 items"),minor===35&&init&&restartPolicy==="Always"&&restartPolicyRules.length>0&&report(["restartPolicyRules"],"Forbidden","may not be set on a sidecar");let actions=minor>=36?["Restart","RestartAllContainers"]:["Restart"];for(let[index,{action="",exitCodes}]of restartPolicyRules.entries()){let at2=["restartPolicyRules",index];if(actions.includes(action)||report([...at2,"action"],"NotSupported",`must be one of ${list(actions)}`),exitCodes===void 0){report([...at2,"exitCodes"],"Required","is required");continue}exitCodes.operator!=="In"&&exitCodes.operator!=="NotIn"&&report([...at2,"exitCodes","operator"],"NotSupported",'must be one of "In", "NotIn"'),(exitCodes.values?.length??0)>255&&report([...at2,"exitCodes","values"],minor===35?"TooLong":"TooMany","must have at most 255 items")}}var NOT_EPHEMERAL=["ports","resources","livenessProbe","readinessProbe","startupProbe","lifecycle","resizePolicy","restartPolicy","restartPolicyRules"],NOT_PLAIN_INIT=["lifecycle","livenessProbe","readinessProbe","startupProbe"],isZero=value=>value===""||typeof value=="object"&&value!==null&&Object.keys(value).length===0;function checkImage(image,{pod,report}){image!==void 0&&image!==""&&pod?.template!==!0&&image!==image.trim()&&report(["image"],"Invalid","must not begin or end with white space")}var container_default=constraints({id:"valid-container",since:"0.1.0",summary:"Require containers that the API server takes: a name, an image, known policies.",why:"The API server refuses a pod with a container that lacks its name or image, or whose name is taken or no DNS label.",howToFix:'Give every container an image and a name of its own, of lower case letters, digits and "-".',references:["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container"],bad:[{title:"a malformed name, a name twice, no image, an unknown policy",yaml:yaml`
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
        `}],good:[{title:"names, images and policies that exist",yaml:yaml`
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
        `}]},[on("core/v1 PodSpec",{fields:{containers:required()},check({containers=[],initContainers=[]},{report}){let names2=new Set;for(let[field2,all2]of[["containers",containers],["initContainers",initContainers]])for(let[index,{name=""}]of all2.entries())name!==""&&(names2.has(name)&&report([field2,index,"name"],"Duplicate","is the name of another container"),names2.add(name))}}),on("core/v1 Container",{fields:{name:required(format("a DNS label",dnsLabel)),image:required(),imagePullPolicy:oneOf(...PULL_POLICIES),terminationMessagePolicy:oneOf(...MESSAGE_POLICIES)},check(container,context){if(checkImage(container.image,context),checkRestart(container,context),!!inPlainInitContainer(context))for(let field2 of NOT_PLAIN_INIT)container[field2]!==void 0&&context.report([field2],"Forbidden","may be set on an init container only when it always restarts")}}),on("core/v1 EphemeralContainer",{fields:{name:required(format("a DNS label",dnsLabel)),image:required(),imagePullPolicy:oneOf(...PULL_POLICIES),terminationMessagePolicy:oneOf(...MESSAGE_POLICIES)},check(container,context){let{pod,report}=context;checkImage(container.image,context);let others=[...pod?.spec.containers??[],...pod?.spec.initContainers??[]],target=container.targetContainerName??"";target!==""&&!others.some(({name})=>name===target)&&report(["targetContainerName"],"NotFound","names no container of the pod");for(let field2 of NOT_EPHEMERAL){let value=container[field2];value!==void 0&&!isZero(value)&&report([field2],"Forbidden","may not be set on an ephemeral container")}}})]);var HANDLERS=["exec","httpGet","tcpSocket","grpc","sleep"];function firstHandler(handler){return HANDLERS.find(name=>handler[name]!==void 0)}function checkHandler(handler,{report}){let checkPort=(name,port,textAllowed)=>{let reasons=textAllowed?portNumberOrName(port??0):portNumber(Number(port??0));for(let reason of reasons===void 0?[]:[reasons].flat())report([name,"port"],"Invalid",reason)};switch(firstHandler(handler)){case"exec":(handler.exec.command?.length??0)===0&&report(["exec","command"],"Required","is required");return;case"httpGet":{let{port,scheme="",httpHeaders=[]}=handler.httpGet;checkPort("httpGet",port,!0),scheme!==""&&scheme!=="HTTP"&&scheme!=="HTTPS"&&report(["httpGet","scheme"],"NotSupported",'must be one of "HTTP", "HTTPS"');for(let[index,{name=""}]of httpHeaders.entries()){let reason=httpHeaderName(name);reason!==void 0&&report(["httpGet","httpHeaders",index,"name"],"Invalid",`Header name "${name}" ${reason}`)}return}case"tcpSocket":return checkPort("tcpSocket",handler.tcpSocket.port,!0);case"grpc":return checkPort("grpc",handler.grpc.port,!1)}}var onlyOne={describes:"1",test:value=>typeof value=="number"&&value!==0&&value!==1?{code:"Invalid",message:"must be 1 for this probe"}:void 0},probe_default=constraints({id:"valid-probe",since:"0.1.0",summary:"Require probes with exactly one handler and sensible timings.",why:"The API server refuses a probe with no handler or with several, with a port that is none, or with a threshold that has no meaning for it.",howToFix:"Keep one of `exec`, `grpc`, `httpGet` and `tcpSocket`. A port is a number or the name of a container port; a number in quotes is neither.",references:["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],bad:[{title:"no handler, two handlers, a port in quotes",yaml:yaml`
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
        `}],good:[{title:"one handler each",yaml:yaml`
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
        `}]},[on("core/v1 Probe",{fields:{initialDelaySeconds:atLeast(0),timeoutSeconds:atLeast(0),periodSeconds:atLeast(0),successThreshold:atLeast(0),failureThreshold:atLeast(0),terminationGracePeriodSeconds:atLeast(1)},exactlyOneOf:["exec","httpGet","tcpSocket","grpc"],check(probe,context){inPlainInitContainer(context)||(checkHandler(probe,context),context.field==="readinessProbe"&&probe.terminationGracePeriodSeconds!==void 0&&context.report(["terminationGracePeriodSeconds"],"Invalid","may not be set on a readiness probe, which stops nothing"))}}),on("core/v1 Container",{fields:{livenessProbe:{successThreshold:onlyOne},startupProbe:{successThreshold:onlyOne}}}),on("core/v1 ExecAction",{fields:{command:[]}}),on("core/v1 HTTPGetAction",{fields:{port:[]}}),on("core/v1 HTTPHeader",{fields:{name:[],value:[]}}),on("core/v1 TCPSocketAction",{fields:{port:[]}}),on("core/v1 GRPCAction",{fields:{port:[]}})]);var DEFAULT_GRACE_SECONDS=30,lifecycle_handler_default=constraints({id:"valid-lifecycle-hook",since:"0.1.0",summary:"Require lifecycle hooks with exactly one handler that can end in time.",why:"The API server refuses a hook with no handler or with several, and a sleep that is longer than the time in which the pod must stop.",howToFix:"Keep one of `exec`, `httpGet` and `sleep`, and raise `terminationGracePeriodSeconds` above the sleep.",references:["https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/"],bad:[{title:"a sleep beyond the grace period, and two handlers",yaml:yaml`
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
        `}],good:[{title:"a sleep within the grace period",yaml:yaml`
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
        `}]},[on("core/v1 LifecycleHandler",{exactlyOneOf:["exec","httpGet","tcpSocket","sleep"],check(handler,context){let{minor,pod,report}=context;if(inPlainInitContainer(context)||(checkHandler(handler,context),firstHandler(handler)!=="sleep"||minor<30))return;let seconds=handler.sleep?.seconds??0,written=pod?.spec.terminationGracePeriodSeconds??DEFAULT_GRACE_SECONDS,grace=written<0&&pod?.template!==!0?1:written;seconds<0||seconds===0&&minor<33?report(["sleep"],"Invalid",`must be at least ${minor<33?1:0} seconds`):seconds>grace&&report(["sleep"],"Invalid",`must be at most the grace period of ${grace} seconds`)}}),on("core/v1 SleepAction",{fields:{seconds:[]}})]);var UNCHECKED=/^spec\.metrics\[\d+\]\.\w+\.metric\.selector$/,ANY_VALUES=/\.topologySpreadConstraints\[\d+\]\.labelSelector$/,label_selector_default=constraints({id:"valid-label-selector",since:"0.1.0",summary:"Require label selectors that the API server can read.",why:"The API server refuses a selector with malformed keys or values, or with an operator that does not go with its values.",howToFix:"Use the operators In and NotIn with `values`, Exists and DoesNotExist without, and keys and values that labels can have.",references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors"],bad:[{title:"an operator without its values, and one that does not exist",yaml:yaml`
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
        `}],good:[{title:"labels and expressions",yaml:yaml`
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
        `}]},[on("meta/v1 LabelSelector",{check(selector,{path,report}){if(!UNCHECKED.test(path))for(let{code,steps,value,reason}of selectorProblems(selector,{anyValues:ANY_VALUES.test(path)})){let inLabels=steps[0]==="matchLabels",message=inLabels?`${value===steps[1]?"Key":"Value"} "${value}" of the selector ${reason}`:reason;report(steps,code,message,inLabels?{path:`${path}.matchLabels`}:{})}}}),on("meta/v1 LabelSelectorRequirement",{fields:{key:[],operator:[]}})]);var octets=text2=>{let parts=text2.split(".");if(!(parts.length!==4||!parts.every(part=>/^[0-9]+$/.test(part)&&Number(part)<=255)))return{value:parts.reduce((sum,part)=>sum*256n+BigInt(part),0n),leadingZeros:parts.some(part=>/^0[0-9]/.test(part))}},groupsOf=text2=>text2===""?[]:text2.split(":");function parseIp(text2){if(!text2.includes(":")){let v4=octets(text2);return v4&&{family:4,mapped:!1,...v4}}let rest=text2,tail;if(text2.includes(".")){let cut=text2.lastIndexOf(":")+1;if(tail=octets(text2.slice(cut)),tail===void 0)return;rest=`${text2.slice(0,cut)}0:0`}let[before,after,more]=rest.split("::");if(more!==void 0)return;let left=groupsOf(before),right=after===void 0?[]:groupsOf(after),missing=8-left.length-right.length;if(after===void 0?missing!==0:missing<1)return;let groups=[...left,...Array(missing).fill("0"),...right];if(!groups.every(group2=>/^[0-9a-fA-F]+$/.test(group2)&&Number.parseInt(group2,16)<=65535))return;let value=groups.reduce((sum,group2)=>sum*65536n+BigInt(`0x${group2}`),0n)+(tail?.value??0n),leadingZeros=tail?.leadingZeros===!0||groups.some(group2=>group2.length>4),mapped=value>>32n===0xffffn;return mapped?{family:4,value:value&0xffffffffn,mapped,leadingZeros}:{family:6,value,mapped,leadingZeros}}function canonicalIp({family,value}){if(family===4)return[24n,16n,8n,0n].map(shift=>value>>shift&255n).join(".");let groups=Array.from({length:8},(_,i)=>(value>>BigInt(112-16*i)&0xffffn).toString(16)),longest={at:-1,length:1};for(let at2=0;at2<8;at2++){let length=0;for(;groups[at2+length]==="0";)length++;length>longest.length&&(longest={at:at2,length})}return longest.at===-1?groups.join(":"):`${groups.slice(0,longest.at).join(":")}::${groups.slice(longest.at+longest.length).join(":")}`}var NOT_AN_IP="must be an IP address such as 10.9.8.7 or 2001:db8::ffff";var strictIp=value=>{let ip=parseIp(value);return ip===void 0?NOT_AN_IP:ip.leadingZeros?"must not have leading zeros":ip.mapped?"must not be an IPv4 address written as IPv6":void 0},canonicalIpText=value=>strictIp(value)??(canonicalIp(parseIp(value))===value?void 0:`must be in canonical form ("${canonicalIp(parseIp(value))}")`);var ipName=name=>{let reason=canonicalIpText(name);return typeof reason=="string"?[reason]:reason},NAMES={"/Namespace":dnsLabel,"apps/StatefulSet":dnsLabel,"networking.k8s.io/IPAddress":ipName,"coordination.k8s.io/LeaseCandidate":configMapKey,"/Event":pathSegmentName,"policy/PodDisruptionBudget":pathSegmentName,"certificates.k8s.io/CertificateSigningRequest":pathSegmentName,"rbac.authorization.k8s.io/Role":pathSegmentName,"rbac.authorization.k8s.io/ClusterRole":pathSegmentName,"rbac.authorization.k8s.io/RoleBinding":pathSegmentName,"rbac.authorization.k8s.io/ClusterRoleBinding":pathSegmentName,"certificates.k8s.io/ClusterTrustBundle":pathSegmentName,"internal.apiserver.k8s.io/StorageVersion":pathSegmentName},ONLY_GENERATED={"/ReplicationController":35,"resource.k8s.io/DeviceClass":36},UNCHECKED2=new Set(["authentication.k8s.io/TokenReview","authentication.k8s.io/SelfSubjectReview","authentication.k8s.io/TokenRequest","authorization.k8s.io/SelfSubjectRulesReview","/Binding","/Status","policy/Eviction","autoscaling/Scale"]),MUST_BE_EMPTY=new Set(["authorization.k8s.io/SubjectAccessReview","authorization.k8s.io/SelfSubjectAccessReview","authorization.k8s.io/LocalSubjectAccessReview"]),OWN_GENERATION={"/Pod":31,"/PodTemplate":0,"/ReplicationController":0,"apps/Deployment":0,"apps/ReplicaSet":0,"apps/DaemonSet":0,"apps/StatefulSet":0,"batch/":0,"autoscaling/HorizontalPodAutoscaler":37,"policy/PodDisruptionBudget":0,"discovery.k8s.io/EndpointSlice":0,"networking.k8s.io/Ingress":0,"networking.k8s.io/IngressClass":0,"networking.k8s.io/NetworkPolicy":0,"scheduling.k8s.io/PriorityClass":0,"resource.k8s.io/DeviceClass":0,"resource.k8s.io/ResourceSlice":0,"flowcontrol.apiserver.k8s.io/":0,"apiextensions.k8s.io/":0,"admissionregistration.k8s.io/":0},STANDARD_FINALIZERS=["kubernetes","orphan","foregroundDeletion"],ANY_FINALIZER=new Set(["node.k8s.io","coordination.k8s.io","admissionregistration.k8s.io","apiextensions.k8s.io","apiregistration.k8s.io","policy"]),isBuiltIn=group2=>!group2.includes(".")||group2.endsWith(".k8s.io"),MAX_ANNOTATION_BYTES=256*1024,LONGEST_PREFIX=58;function groupOf({apiVersion}){let slash=apiVersion.indexOf("/");return slash===-1?"":apiVersion.slice(0,slash)}function nameFormat(key,minor){return key==="/Service"?minor>=36?dnsLabel:dns1035Label:NAMES[key]??dnsSubdomain}function checkNames(metadata,key,context){let{report,minor}=context,{name="",generateName=""}=metadata,format2=nameFormat(key,minor);if(generateName!==""){let rbac=key.startsWith("rbac."),onlyGenerated=minor>=(ONLY_GENERATED[key]??1/0)||!isBuiltIn(groupOf(context)),prefixFormat=rbac||format2===ipName?format2:asPrefix(onlyGenerated?pathSegmentName:format2),generated=name===""?format2(`${generateName.slice(0,LONGEST_PREFIX)}xxxxx`):void 0;if(!onlyGenerated||generated===void 0)for(let reason of prefixFormat(generateName)??[])report(["metadata","generateName"],"Invalid",reason);for(let reason of generated??[])report(["metadata","generateName"],"Invalid",`makes a name that ${reason}`,{path:"metadata.name"})}else name===""&&key!=="/LimitRange"&&report(["metadata","name"],"Required","is required");if(name!=="")for(let reason of format2(name)??[])report(["metadata","name"],"Invalid",reason)}function checkOwners(owners,{minor,report,warn}){let seen2=new Set,controllers=0;for(let[index,owner]of owners.entries()){let{apiVersion="",kind="",name="",uid="",controller=!1,blockOwnerDeletion}=owner,identity=JSON.stringify([apiVersion,kind,name,uid,controller,blockOwnerDeletion]);if(seen2.has(identity)){warn(["metadata","ownerReferences",index],`Owner "${name}" is listed twice`);continue}seen2.add(identity);let at2=field2=>["metadata","ownerReferences",index,field2],printed=field2=>minor>=37?{}:{path:`metadata.ownerReferences.${field2}`};(apiVersion.split("/").length-1>1||apiVersion.endsWith("/"))&&report(at2("apiVersion"),"Invalid","must be a version, or a group and a version: apps/v1",printed("apiVersion"));for(let[field2,value]of Object.entries({apiVersion,kind,name,uid}))value===""&&report(at2(field2),minor>=37?"Required":"Invalid","is required",printed(field2));apiVersion==="v1"&&kind==="Event"&&report(["metadata","ownerReferences",index],"Invalid",`Owner "${name}" is an Event, which can own nothing`,minor>=37?{}:{path:"metadata.ownerReferences"}),controller&&(controllers++,(controllers===2||controllers>2&&minor<37)&&report(["metadata","ownerReferences",index,"controller"],"Invalid",`Owner "${name}" is a second controller, and an object can have one`,{path:"metadata.ownerReferences"}))}}function checkFinalizers(finalizers,{apiVersion,report},group2){let printed={path:"metadata.finalizers"};for(let[index,finalizer]of finalizers.entries()){let at2=["metadata","finalizers",index];for(let reason of qualifiedName(finalizer)??[])report(at2,"Invalid",`Finalizer "${finalizer}" ${reason}`,printed);finalizer.includes("/")||STANDARD_FINALIZERS.includes(finalizer)||ANY_FINALIZER.has(group2)||!isBuiltIn(group2)||report(at2,"Invalid",`Finalizer "${finalizer}" is none of Kubernetes, so it needs a prefix: example.com/${finalizer}`)}let orphan=finalizers.indexOf("orphan");orphan!==-1&&finalizers.includes("foregroundDeletion")&&report(["metadata","finalizers",orphan],"Invalid",'Finalizer "orphan" excludes "foregroundDeletion"',printed)}function checkLabelsAndAnnotations(metadata,steps,printed,{report}){for(let[key,value]of Object.entries(metadata.labels??{})){for(let reason of qualifiedName(key)??[])report([...steps,"labels",key],"Invalid",`Label key "${key}" ${reason}`,{path:`${printed}labels`});for(let reason of labelValue(value)??[])report([...steps,"labels",key],"Invalid",`Label "${key}" has the value "${value}", which ${reason}`,{path:`${printed}labels`})}let bytes=0;for(let[key,value]of Object.entries(metadata.annotations??{})){for(let reason of annotationKey(key)??[])report([...steps,"annotations",key],"Invalid",`Annotation key "${key}" ${reason}`,{path:`${printed}annotations`});bytes+=key.length+value.length>MAX_ANNOTATION_BYTES/8?Buffer.byteLength(key)+Buffer.byteLength(value):3*(key.length+value.length)}if(bytes<=MAX_ANNOTATION_BYTES)return;Object.entries(metadata.annotations??{}).reduce((sum,[key,value])=>sum+Buffer.byteLength(key)+Buffer.byteLength(value),0)>MAX_ANNOTATION_BYTES&&report([...steps,"annotations"],"TooLong",`must be at most ${MAX_ANNOTATION_BYTES} bytes in all`,{path:`${printed}annotations`})}function check2(object,context){let group2=groupOf(context),key=`${group2}/${context.kind}`;if(UNCHECKED2.has(key))return;let metadata=object.metadata??{};if(MUST_BE_EMPTY.has(key)){let{namespace,managedFields,...rest}=metadata;Object.values(rest).some(value=>value!==""&&!(typeof value=="object"&&Object.keys(value).length===0))&&context.report(["metadata"],"Invalid","must be empty, but for the namespace");return}checkNames(metadata,key,context),checkLabelsAndAnnotations(metadata,["metadata"],"metadata.",context),metadata.ownerReferences!==void 0&&checkOwners(metadata.ownerReferences,context),metadata.finalizers!==void 0&&checkFinalizers(metadata.finalizers,context,group2);let generationSince=OWN_GENERATION[key]??OWN_GENERATION[`${group2}/`]??(isBuiltIn(group2)?1/0:0);metadata.generation!==void 0&&metadata.generation<0&&context.minor<generationSince&&context.report(["metadata","generation"],"Invalid","must be at least 0")}var object_meta_default=constraints({id:"valid-metadata",since:"0.1.0",summary:"Require names, labels, annotations, owners and finalizers that the API server takes.",why:"The API server refuses an object whose metadata break its grammars: most names are DNS names, because they end up in host names and URLs.",howToFix:'Use lower case letters, digits and "-" in names, at most 63 characters in label values, and a prefix such as `example.com/` for keys of your own.',references:["https://kubernetes.io/docs/concepts/overview/working-with-objects/names/","https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/"],bad:[{title:"a name with capitals and a label with a blank",yaml:yaml`
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: My-Settings # ✖ "name" "My-Settings" must consist of lower case letters, digits, "-" and "."
            labels:
              team: blue sky # ✖ Label "team" has the value "blue sky", which must consist of letters, digits, "-", "_" and "."
        `},{title:"no name",yaml:yaml`
          apiVersion: v1
          kind: ConfigMap
          metadata: # ✖ "name" is required
            labels:
              app: web
        `}],good:[{title:"names and labels of the right form",yaml:yaml`
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: my-settings
            labels:
              example.com/team: blue-sky
        `}]},[on("meta/v1 Object",{check:check2}),on("meta/v1 OwnerReference",{fields:{apiVersion:[],kind:[],name:[],uid:[]}})]);var constraintSets=[container_port_default,container_default,lifecycle_handler_default,probe_default,label_selector_default,object_meta_default];function allRules(){return all}var all=[...rules,...constraintSets.map(({rule})=>({...rule,category:"validity",severity:"error",presets:["api-server","recommended","strict"],peers:{}}))].sort((a,b)=>CATEGORIES.indexOf(a.category)-CATEGORIES.indexOf(b.category)||(a.id<b.id?-1:1));var import_node_fs8=require("node:fs"),import_node_path11=require("node:path");var import_node_fs2=require("node:fs"),import_node_path2=require("node:path"),known=new Map;function repositoryRoot(folder){if(known.has(folder))return known.get(folder);let parent=(0,import_node_path2.dirname)(folder),root=(0,import_node_fs2.existsSync)((0,import_node_path2.join)(folder,".git"))?folder:parent===folder?void 0:repositoryRoot(parent);return known.set(folder,root),root}function toDiagnostic(finding,url){let{source}=finding,start=source.position(finding.start),diagnostic={rule:finding.rule,severity:finding.severity,message:finding.message,file:source.file,start,end:source.position(finding.end),object:finding.object,path:finding.path,edits:(finding.edits??[]).map(edit=>({start:source.position(edit.start),end:source.position(edit.end),text:edit.text})),url,sourceLine:source.line(start.line)};return finding.code!==void 0&&(diagnostic.code=finding.code),diagnostic.edits.length>0&&finding.fix!==void 0&&(diagnostic.fix=finding.fix),finding.related!==void 0&&finding.related.length>0&&(diagnostic.related=finding.related.map(other=>({message:other.message,file:other.source.file,start:other.source.position(other.start),end:other.source.position(other.end)}))),diagnostic}var INDEXED_KINDS=new Set(["CronJob","DaemonSet","Deployment","HorizontalPodAutoscaler","Ingress","Job","Namespace","NetworkPolicy","Pod","PodDisruptionBudget","PodTemplate","ReplicaSet","ReplicationController","Service","ServiceAccount","StatefulSet"]),SCALED_OBJECT="ScaledObject",isIndexed=({builtin,kind})=>builtin?INDEXED_KINDS.has(kind):kind===SCALED_OBJECT,RunIndex=class{objects;byKind;byFile;podsByNamespace;podsByLabel;servicesByPod;autoscaled;constructor(objects){this.objects=objects}ofKind(kind){return this.byKind??=group(this.objects,object=>object.builtin?[object.kind]:[]),this.byKind.get(kind)??[]}inFile(file){return this.byFile??=group(this.objects,object=>[object.source.file]),this.byFile.get(file)??[]}find(kind,namespace,name){return this.ofKind(kind).find(object=>object.name===name&&object.namespace===namespace)}podsMatching(namespace,selector){return this.pods(namespace).filter(pod=>selectorMatches(selector,pod.labels)===!0)}pods(namespace){return this.podsByNamespace??=group(this.allPods(),pod=>[pod.object.namespace]),this.podsByNamespace.get(namespace)??[]}podsLabelled(key,value){return this.podsByLabel??=group(this.allPods(),({labels})=>Object.entries(labels).map(([name,text2])=>`${name}=${text2}`)),this.podsByLabel.get(`${key}=${value}`)??[]}podsOf(service){let[first,...others]=Object.entries(wantedLabels(service)).map(([key,value])=>this.podsLabelled(key,value));if(first===void 0)return[];let pods=others.reduce((least,list2)=>list2.length>0&&(least.length===0||list2.length<least.length)?list2:least,first).filter(pod=>sendsTrafficTo(service,pod)),{file}=service.source,nearest4=pods.filter(pod=>pod.object.source.file===file);if(nearest4.length>0)return nearest4;let near=pods.filter(pod=>folderOf(pod.object.source.file)===folderOf(file));return near.length>0?near:pods}servicesOf(pod){if(this.servicesByPod===void 0){let targets=this.ofKind("Service").flatMap(service=>this.podsOf(service).map(target=>({service,target})));this.servicesByPod=new Map([...group(targets,({target})=>[target])].map(([target,list2])=>[target,list2.map(({service})=>service)]))}return this.servicesByPod.get(pod)??[]}isAutoscaled(object){return this.autoscaled??=new Set(this.objects.filter(({kind})=>kind==="HorizontalPodAutoscaler"||kind===SCALED_OBJECT).map(autoscaler=>{let{scaleTargetRef}=autoscaler.value.spec??{};return`${autoscaler.namespace} ${scaleTargetRef?.kind??"Deployment"} ${scaleTargetRef?.name}`})),this.autoscaled.has(`${object.namespace} ${object.kind} ${object.name}`)}allPods(){return this.objects.flatMap(object=>object.pod??[])}},folderOf=file=>file.slice(0,file.lastIndexOf("/")+1);function group(items,keysOf){let groups=new Map;for(let item of items)for(let key of keysOf(item)){let list2=groups.get(key);list2===void 0?groups.set(key,[item]):list2.push(item)}return groups}var Fixer=class{replaceValue(place,text2){let{tape:tape2,node}=place,start=tape2.start(node);return{start,end:tape2.end(node),text:tape2.text[start-1]===":"&&tape2.start(node)===tape2.end(node)?` ${text2}`:text2}}renameKey(place,name){let{tape:tape2,key}=place;return{start:tape2.start(key),end:tape2.end(key),text:name}}removeField(place){let{tape:tape2,key,node}=place;if(key!==-1)return isFlow(tape2,key)?removeFlow(tape2,key,node):removeLines(tape2,key,node)}removeItem(place){let{tape:tape2,node}=place,text2=tape2.text,dash=text2.lastIndexOf("-",tape2.start(node)-1);if(dash===-1||text2.slice(dash+1,tape2.start(node)).trim()!=="")return;let lineStart2=text2.lastIndexOf(`
`,dash)+1;if(text2.slice(lineStart2,dash).trim()==="")return{start:lineStart2,end:lineEnd2(text2,tape2.end(node)),text:""}}insertField(place,...lines){let{tape:tape2,node}=place;if(node===-1||!tape2.isMap(node)||tape2.count(node)===0||isFlow(tape2,node+1))return;let text2=tape2.text,first=tape2.start(node+1),indent=" ".repeat(first-(text2.lastIndexOf(`
`,first-1)+1)),end=lineEnd2(text2,tape2.end(node)),newline=text2.includes(`\r
`)?`\r
`:`
`,body=lines.map(line=>indent+line).join(newline);return end>0&&text2[end-1]===`
`?{start:end,end,text:body+newline}:{start:end,end,text:newline+body}}insertBelow(place,steps,value){let{tape:tape2}=place,node=place.node,depth2=0;for(let child=tape2.find(node,steps[0]);child!==-1;child=tape2.find(node,steps[depth2]))if(node=child,++depth2===steps.length)return;let missing=steps.slice(depth2);return this.insertField({...place,node},...missing.map((step,at2)=>`${"  ".repeat(at2)}${step}:${at2===missing.length-1?` ${value}`:""}`))}};function isFlow(tape2,key){let text2=tape2.text,at2=tape2.start(key)-1;for(;at2>=0&&(text2[at2]===" "||text2[at2]==="	"||text2[at2]===`
`||text2[at2]==="\r");)at2--;return text2[at2]==="{"||text2[at2]===","}function removeLines(tape2,key,node){let text2=tape2.text,start=tape2.start(key),lineStart2=text2.lastIndexOf(`
`,start-1)+1,before=text2.slice(lineStart2,start),end=lineEnd2(text2,Math.max(tape2.end(node),tape2.end(key)));if(before.trim()==="")return{start:lineStart2,end,text:""};if(!/^\s*(- +)+$/.test(before))return;let next=text2.slice(end).match(/^[ ]*/)[0].length;return next===before.length?{start,end:end+next,text:""}:void 0}function removeFlow(tape2,key,node){let text2=tape2.text,end=Math.max(tape2.end(node),tape2.end(key)),start=tape2.start(key),after=text2.slice(end).match(/^\s*,\s*/);return after!==null?end+=after[0].length:start-=text2.slice(0,start).match(/,?\s*$/)[0].length,{start,end,text:""}}function lineEnd2(text2,offset){if(offset>0&&text2[offset-1]===`
`)return offset;let lineBreak=text2.indexOf(`
`,offset);return lineBreak===-1?text2.length:lineBreak+1}var RuleError=class extends Error{constructor(rule,file,object,cause){super(`internal error in rule ${rule} at ${object} in ${file}: ${cause instanceof Error?cause.message:String(cause)}`,{cause})}},RuleRunner=class{needsIndex;alone={object:[],podSpec:[],container:[],kinds:new Map};together={object:[],podSpec:[],container:[],kinds:new Map};contexts=[];constructor(rules3,options,report){for(let rule of rules3){let severity=options.severities.get(rule.id);if(severity===void 0||rule.visit===void 0)continue;let context=new RuleContext(rule,severity,options,report);this.contexts.push(context);let phase=rule.crossObject===!0?this.together:this.alone,{object,podSpec,container,...kinds2}=rule.visit;object!==void 0&&phase.object.push({rule,visit:object,context}),podSpec!==void 0&&phase.podSpec.push({rule,visit:podSpec,context}),container!==void 0&&phase.container.push({rule,visit:container,context});for(let[name,visit]of Object.entries(kinds2)){let bound={rule,visit,context},list2=phase.kinds.get(name);list2===void 0?phase.kinds.set(name,[bound]):list2.push(bound)}}this.needsIndex=this.contexts.some(context=>context.rule.crossObject===!0)}run(object){visitAll(this.alone,object)}runCrossObject(object,index){for(let context of this.contexts)context.index=index;visitAll(this.together,object)}};function visitAll(phase,object){if(each(phase.object,object,object),!object.builtin)return;let byKind=phase.kinds.get(object.kind);if(byKind!==void 0&&each(byKind,object,object),phase.podSpec.length===0&&phase.container.length===0)return;let{pod}=object;if(pod!==void 0){each(phase.podSpec,pod,object);for(let container of pod.containers)each(phase.container,container,object)}}function each(bounds,subject,object){for(let{rule,visit,context}of bounds)if(!(rule.longRunningOnly===!0&&(object.pod===void 0||!object.pod.longRunning||object.pod.hook))){context.object=object;try{visit(subject,context)}catch(cause){throw new RuleError(rule.id,object.source.file,object.label,cause)}}}var NOTHING=new RunIndex([]),fixer=new Fixer,RuleContext=class{rule;options;kubernetesVersions;index=NOTHING;object;severity;emit;constructor(rule,severity,options,emit){this.rule=rule,this.severity=severity,this.emit=emit,this.kubernetesVersions=options.kubernetesVersions;let defaults=Object.entries(rule.options??{}).map(([name,option])=>[name,option.default]);this.options={...Object.fromEntries(defaults),...options.options?.get(rule.id)}}report=(place,message,fix,more)=>{let finding={rule:this.rule.id,severity:this.severity,message,source:place.source,start:place.start,end:place.end,object:this.object.label,path:place.path};if(more?.related!==void 0&&(finding.related=more.related.map(other=>({source:other.place.source,start:other.place.start,end:other.place.end,message:other.message}))),fix!==void 0&&this.rule.fixable!==void 0&&!place.tape.has(place.parent,Flag.shared)){let edits=fix(fixer);edits!==void 0&&(finding.edits=[edits].flat(),finding.fix=this.rule.fixable)}this.emit(finding)}};var COMMENT=/(?:^|\s)#\s*podlint-ignore\s+([^:\n]+?)\s*(?::|$)/;function isSuppressed(diagnostic,source){let{line}=diagnostic.start;if(names(diagnostic.sourceLine,diagnostic.rule))return!0;if(line===1)return!1;let above=source.line(line-1);return above.trimStart().startsWith("#")&&names(above,diagnostic.rule)}function names(line,rule){let match=COMMENT.exec(line);return match!==null&&match[1].split(",").some(name=>name.trim()===rule)}function markdownFences(text2){let fences=[],open2;for(let at2=0;at2<text2.length;){let lineBreak=text2.indexOf(`
`,at2),next=lineBreak===-1?text2.length:lineBreak+1,line=text2.slice(at2,next),fence=/^\s*(?:[-*>] *)*(`{3,}|~{3,})\s*([\w-]*)/.exec(line);open2===void 0?fence!==null&&(open2={mark:fence[1],start:next,wanted:/^(ya?ml|json)$/i.test(fence[2])}):fence!==null&&fence[2]===""&&fence[1][0]===open2.mark[0]&&fence[1].length>=open2.mark.length&&(open2.wanted&&fences.push({start:open2.start,end:at2}),open2=void 0),at2=next}return open2?.wanted===!0&&fences.push({start:open2.start,end:text2.length}),fences}var POD_TEMPLATES={Pod:[],PodTemplate:["template"],ReplicationController:["spec","template"],ReplicaSet:["spec","template"],Deployment:["spec","template"],StatefulSet:["spec","template"],DaemonSet:["spec","template"],Job:["spec","template"],CronJob:["spec","jobTemplate","spec","template"]},LISTS=["initContainers","containers","ephemeralContainers"];function podOf(object){let way=POD_TEMPLATES[object.kind];if(way===void 0)return;let{tape:tape2,source}=object,holder=object.root;for(let step of way)holder=tape2.find(holder,step);let spec=tape2.find(holder,"spec");if(spec===-1||!tape2.isMap(spec))return;let value=tape2.toJS(spec),metadataNode=tape2.find(holder,"metadata"),metadata=metadataNode!==-1&&tape2.isMap(metadataNode)?tape2.toJS(metadataNode):{},prefix=way.reduce(appendStep,object.prefix),specPath=appendStep(prefix,"spec"),objectAnnotations=object.value.metadata?.annotations??{},annotations=texts2(metadata.annotations),pod={object,value,metadata,labels:texts2(metadata.labels),annotations,containers:[],longRunning:!["Job","CronJob"].includes(object.kind)&&(object.kind!=="Pod"||(value.restartPolicy??"Always")==="Always"),hook:"helm.sh/hook"in objectAnnotations||"helm.sh/hook"in annotations,at:((...steps)=>placeAt(source,tape2,spec,spec-1,specPath,steps)),atMetadata:((...steps)=>placeAt(source,tape2,holder,way.length===0?-1:holder-1,prefix,["metadata",...steps]))},containers=pod.containers;for(let list2 of LISTS){let node=tape2.find(spec,list2);if(node===-1||!tape2.isSequence(node))continue;let index=0;for(let item=node+1,end=tape2.next(node);item<end;item=tape2.next(item),index++){if(!tape2.isMap(item))continue;let container=tape2.toJS(item),role=list2==="containers"?"main":list2==="ephemeralContainers"?"ephemeral":restartsAlways(container)?"sidecar":"init",at2=item,itemPath=`${specPath}.${list2}[${index}]`;containers.push({value:container,name:typeof container.name=="string"&&container.name!==""?container.name:String(index),role,longRunning:role==="main"||role==="sidecar",partial:container.image===void 0,pod,at:((...steps)=>placeAt(source,tape2,at2,-1,itemPath,steps))})}}return pod}var restartsAlways=container=>container.restartPolicy==="Always";function texts2(map){return typeof map!="object"||map===null?{}:Object.fromEntries(Object.entries(map).filter(entry=>typeof entry[1]=="string"))}var KubernetesObject=class _KubernetesObject{source;tape;root;apiVersion;kind;builtin;namespaced;prefix;podView=null;constructor(source,tape2,root,identity){this.source=source,this.tape=tape2,this.root=root,this.apiVersion=identity.apiVersion,this.kind=identity.kind,this.builtin=identity.builtin,this.namespaced=identity.namespaced,this.prefix=identity.prefix}detach(tape2){return new _KubernetesObject(this.source,tape2,this.root,this)}get value(){return this.tape.toJS(this.root)}get name(){return this.text("metadata","name")}get namespace(){return this.text("metadata","namespace")}get label(){let generated=this.name===""?this.text("metadata","generateName"):"",name=generated===""?this.name:`${generated}*`;return`${this.kind} ${this.namespace===""?"":`${this.namespace}/`}${name}`.trimEnd()}get pod(){return this.podView===null&&(this.podView=this.builtin?podOf(this):void 0),this.podView}at=((...steps)=>placeAt(this.source,this.tape,this.root,-1,this.prefix,steps));is(kind){return this.builtin&&this.kind===kind}text(...steps){let node=this.tape.find(this.tape.find(this.root,steps[0]),steps[1]),value=node===-1||!this.tape.isScalar(node)?null:this.tape.scalar(node);return typeof value=="string"?value:""}};var Source=class _Source{file;text;base;lines;constructor(file,text2,base=0,lines=new LineIndex(text2)){this.file=file,this.text=text2,this.base=base,this.lines=lines}part(base){return new _Source(this.file,this.text,base,this.lines)}position(offset){return this.lines.position(this.base+offset)}line(number2){return this.lines.text(number2)}};var import_project=__toESM(require_project());function objectsOf(tape2,root,prefix=""){let items=tape2.find(root,"items");if(textAt(tape2,root,"kind")?.endsWith("List")!==!0||items===-1||!tape2.isSequence(items)||textAt(tape2,root,"apiVersion")===void 0)return[{root,prefix,looksLikeManifest:looksLikeManifest(tape2,root)}];let located=[],path=appendStep(prefix,"items"),index=0;for(let item=items+1,end=tape2.next(items);item<end;item=tape2.next(item),index++)located.push(...objectsOf(tape2,item,`${path}[${index}]`));return located}function looksLikeManifest(tape2,root){let apiVersion=tape2.find(root,"apiVersion")!==-1,kind=tape2.find(root,"kind")!==-1;return apiVersion&&kind||(apiVersion||kind)&&tape2.find(root,"metadata")!==-1}function identify(tape2,root){let apiVersion=textAt(tape2,root,"apiVersion"),kind=textAt(tape2,root,"kind");return apiVersion===void 0||kind===void 0?void 0:{apiVersion:apiVersion.replace(/^\//,""),kind}}function textAt(tape2,map,key){let node=tape2.find(map,key),value=node===-1||!tape2.isScalar(node)?void 0:tape2.scalar(node);return typeof value=="string"&&value!==""?value:void 0}var CompiledType=class{fields=new Map;required=[];sets=[];decided=new Set;covers(field2){return this.decided.has(field2)}add(rule,constraints2,minor){for(let[name,checks]of Object.entries(constraints2.fields??{}))this.addField(rule,[name],checks,minor);(constraints2.exactlyOneOf!==void 0||constraints2.atMostOneOf!==void 0||constraints2.unique!==void 0||constraints2.check!==void 0)&&this.sets.push({rule,constraints:constraints2})}addField(rule,steps,checks,minor){if(Array.isArray(checks)){steps.length===1&&this.decided.add(steps[0]);for(let each2 of checks)this.addField(rule,steps,each2,minor);return}if(!isCheck(checks)){for(let[name,below3]of Object.entries(checks))this.addField(rule,[...steps,name],below3,minor);return}if(steps.length===1&&this.decided.add(steps[0]),minor<(checks.since??0)||minor>(checks.until??1/0)||(checks.required===!0&&this.required.push({rule,steps}),checks.test===void 0))return;let[field2,...below2]=steps,list2=this.fields.get(field2);list2===void 0?this.fields.set(field2,[{rule,check:checks,steps:below2}]):list2.push({rule,check:checks,steps:below2})}};function compileConstraints(minor,isOn){let table2=new Map;for(let{rule,types}of constraintSets)for(let constraints2 of types){let compiled=table2.get(constraints2.type);compiled===void 0&&table2.set(constraints2.type,compiled=new CompiledType),isOn(rule.id)&&compiled.add(rule.id,constraints2,minor)}return table2}var isCheck=checks=>typeof checks=="object"&&checks!==null&&"describes"in checks;var import_node_fs3=require("node:fs"),import_node_path3=require("node:path");var Code={string:1,boolean:2,int32:3,int64:4,number:5,quantity:6,intOrString:7,time:8,microTime:9,bytes:10,free:11,any:12,object:13,list:14,map:15,objectOrList:16,objectOrBoolean:17,objectOrStrings:18},Type=class{name;read;byKey;byName;requiredFields;constructor(name,read2){this.name=name,this.read=read2}get fieldsById(){return this.byKey??=new Map(this.read().map(field2=>[field2.key,field2]))}get fields(){return this.byName??=new Map([...this.fieldsById.values()].map(field2=>[field2.name,field2]))}get required(){return this.requiredFields??=[...this.fieldsById.values()].filter(field2=>field2.required)}},simple=code=>({code,object:void 0,item:void 0,listKeys:[],set:!1}),SIMPLE={"":simple(Code.string),b:simple(Code.boolean),i:simple(Code.int32),l:simple(Code.int64),n:simple(Code.number),q:simple(Code.quantity),x:simple(Code.intOrString),t:simple(Code.time),m:simple(Code.microTime),y:simple(Code.bytes),f:simple(Code.free),a:simple(Code.any)},ALTERNATIVES={"[":Code.objectOrList,b:Code.objectOrBoolean,s:Code.objectOrStrings},field=(name,type,required2)=>({name,key:internKey(name),type,required:required2}),typeMeta=()=>[field("apiVersion",SIMPLE[""],!1),field("kind",SIMPLE[""],!1)],Package=class{table;name;apiVersion;text;entries=new Map;constructor(table2,name,apiVersion,text2){this.table=table2,this.name=name,this.apiVersion=apiVersion,this.text=text2}type(name){return this.entry(name)?.type}kind(name){return this.entry(name)?.kind}names(){return[...this.text.matchAll(/\n(\w+)\t/g)].map(match=>match[1])}entry(name){let entry=this.entries.get(name);if(entry===void 0){let start=this.text.indexOf(`
${name}	`);if(start===-1)return;entry=this.read(name,this.text.slice(start+name.length+2,this.text.indexOf(`
`,start+1))),this.entries.set(name,entry)}return entry}read(name,line){let tab=line.indexOf("	"),body=line.slice(tab+1);if(tab===-1)return{type:new Type(`${this.name} ${name}`,()=>this.fields(body,name)),kind:void 0,body};let type=new Type(`${this.name} ${name}`,()=>[...typeMeta(),...this.fields(body,name)]),[scope,plural2=`${name.toLowerCase()}s`]=line.slice(0,tab).split(" "),slash=this.apiVersion.indexOf("/"),group2=slash===-1?"":this.apiVersion.slice(0,slash),kind={apiVersion:this.apiVersion,group:group2,version:this.apiVersion.slice(slash+1),kind:name,plural:plural2,namespaced:scope==="n",type};return{type,kind,body}}fields(body,name){return body[0]==="="&&(body=this.table.sibling(this.name,body.slice(1)).entry(name).body),body===""?[]:body.split(",").map(text2=>{let colon=text2.indexOf(":"),left=colon===-1?text2:text2.slice(0,colon),required2=left.endsWith("!");return field(required2?left.slice(0,-1):left,this.fieldType(colon===-1?"":text2.slice(colon+1)),required2)})}fieldType(code){let known2=SIMPLE[code];if(known2!==void 0)return known2;if(code[0]==="["){let set=code[1]==="=",parts=code.slice(set?2:1).split(";");return{code:Code.list,object:void 0,item:this.fieldType(parts.pop()),listKeys:parts,set}}return code[0]==="{"?{code:Code.map,object:void 0,item:this.fieldType(code.slice(1)),listKeys:[],set:!1}:code[0]==="?"?{code:ALTERNATIVES[code[1]],object:this.object(code.slice(2)),item:void 0,listKeys:[],set:!1}:{code:Code.object,object:this.object(code),item:void 0,listKeys:[],set:!1}}object(name){let type=name.includes(" ")?this.table.type(name):this.type(name);if(type===void 0)throw new Error(`The schema table has no type ${name} for package ${this.name}`);return type}},SchemaTable=class{byName=new Map;byApiVersion=new Map;constructor(text2){for(let section of text2.split(`

`)){let end=section.indexOf(`
`),blank=section.indexOf(" "),name=section.slice(0,blank),apiVersion=section.slice(blank+1,end),made=new Package(this,name,apiVersion,`${section.slice(end)}
`);this.byName.set(name,made),apiVersion!==""&&this.byApiVersion.set(apiVersion,made)}}kind(apiVersion,kind){return this.byApiVersion.get(apiVersion)?.kind(kind)}serves(apiVersion){return this.byApiVersion.has(apiVersion)}kinds(){return[...this.byApiVersion.values()].flatMap(each2=>each2.names().flatMap(name=>each2.kind(name)??[]))}type(name){let blank=name.indexOf(" ");return this.byName.get(name.slice(0,blank))?.type(name.slice(blank+1))}types(){return[...this.byName.values()].flatMap(each2=>each2.names().map(name=>each2.type(name)))}sibling(packageName,version){return this.byName.get(packageName.slice(0,packageName.indexOf("/")+1)+version)}},tables=new Map;function loadTable(minor){let table2=tables.get(minor);return table2===void 0&&(table2=new SchemaTable((0,import_node_fs3.readFileSync)((0,import_node_path3.join)(__dirname,"tables",`${minor}.txt`),"utf8")),tables.set(minor,table2)),table2}var import_nearest2=__toESM(require_nearest());var OTHER_CONFIGURATION=/^(.*\.config\.k8s\.io|kubeadm\.k8s\.io|audit\.k8s\.io|client\.authentication\.k8s\.io|admission\.k8s\.io|imagepolicy\.k8s\.io|apiserver\.k8s\.io|kind\.x-k8s\.io)\//,isOtherConfiguration=(apiVersion,kind)=>OTHER_CONFIGURATION.test(apiVersion)||apiVersion==="v1"&&kind==="Config";function unknownKind(table2,minor,apiVersion,kind){let removed=removedApi(apiVersion,kind);if(removed?.removedIn!==void 0&&minorOf(removed.removedIn)<=minorOf(minor)){let instead=removed.replacement===void 0?"":`; use ${removed.replacement}`;return{rule:"no-removed-api",field:"apiVersion",message:`${apiVersion} ${kind} was removed in Kubernetes ${removed.removedIn}${instead}`}}let kinds2=table2.kinds(),elsewhere=kinds2.filter(info=>info.kind===kind).map(info=>info.apiVersion),group2=groupOf2(apiVersion);if(!kinds2.some(info=>info.group===group2)||!VERSION.test(versionOf(apiVersion))){if(elsewhere.length===0)return;let meant2=(0,import_nearest2.nearest)(apiVersion,elsewhere)??elsewhere[0];return!group2.includes(".")||apiVersion.split("/").length!==2||group2.endsWith(".k8s.io")&&(0,import_nearest2.nearest)(apiVersion,elsewhere)!==void 0?{field:"apiVersion",message:`There is no API version "${apiVersion}" for ${kind}, did you mean "${meant2}"?`}:void 0}if(elsewhere.length>0){let same=elsewhere.filter(each2=>groupOf2(each2)===group2),right=(same.length>0?same:elsewhere).join(" or ");return{field:"apiVersion",message:`Kubernetes ${minor} has no ${kind} in ${apiVersion}: its API version is ${right}`}}let here=kinds2.filter(info=>info.apiVersion===apiVersion).map(info=>info.kind),meant=(0,import_nearest2.nearest)(kind,here)??(0,import_nearest2.nearest)(kind,kinds2.filter(info=>info.group===group2).map(info=>info.kind));if(here.length===0){let versions=[...new Set(kinds2.filter(info=>info.group===group2).map(info=>info.apiVersion))];return{field:"apiVersion",message:`Kubernetes ${minor} has no API version "${apiVersion}", only ${versions.join(" and ")}`}}return{field:"kind",message:`${apiVersion} of Kubernetes ${minor} has no kind "${kind}"${meant===void 0?"":`, did you mean "${meant}"?`}`}}var VERSION=/^v\d+((alpha|beta)\d+)?$/,versionOf=apiVersion=>apiVersion.slice(apiVersion.lastIndexOf("/")+1),groupOf2=apiVersion=>apiVersion.includes("/")?apiVersion.slice(0,apiVersion.indexOf("/")):"",minorOf=version=>Number(version.split(".")[1]);var NodeContext=class{minor;field;steps;owner;podNode;emit;constructor(minor,owner,field2,steps,podNode,emit){this.minor=minor,this.owner=owner,this.field=field2,this.steps=steps,this.podNode=podNode,this.emit=emit}get path(){return this.steps.reduce(appendStep,this.owner.prefix)}get kind(){return this.owner.kind}get apiVersion(){return this.owner.apiVersion}get object(){return this.owner.value}get pod(){return this.podNode&&{spec:this.owner.tape.toJS(this.podNode.node),template:this.podNode.template}}report=(steps,code,message,options)=>this.emit(steps,code,message,options);warn=(steps,message)=>this.emit(steps,void 0,message,{severity:"warning"})};var CLEAN=/^[A-Za-z0-9+/]*={0,2}$/,base64=value=>{if(value.length%4===0&&CLEAN.test(value))return;let text2=value.replace(/[\r\n]/g,""),illegal=/[^A-Za-z0-9+/=]/.exec(text2);return illegal!==null?`must be base64, which has no "${illegal[0]}"`:CLEAN.test(text2)?text2.length%4===0?void 0:'must be base64, padded with "=" to a multiple of four characters':'must be base64, with "=" only as padding at its end'};var RFC_3339=/^(\d{4})-(0[1-9]|1[0-2])-(\d{2})T(?:[01]?\d|2[0-3]):[0-5]\d:[0-5]\d(?:[.,](\d+))?(?:Z|[+-](?:[01]\d|2[0-4]):(?:[0-5]\d|60))$/;function read(value){let parts=RFC_3339.exec(value);if(parts===null)return;let[,year,month,day,fraction]=parts,leap=Number(year)%4===0&&(Number(year)%100!==0||Number(year)%400===0),days=month==="02"?leap?29:28:["04","06","09","11"].includes(month)?30:31;return Number(day)>=1&&Number(day)<=days?{fraction}:void 0}var time=value=>read(value)===void 0?"must be a time such as 2026-01-31T08:30:00Z":void 0,microTime=value=>read(value)?.fraction?.length===6?void 0:"must be a time with six digits of a second, such as 2026-01-31T08:30:00.000000Z";function decodeFault(code,value){switch(code){case Code.boolean:return typeof value=="boolean"?void 0:`must be true or false, not ${shown(value)}`;case Code.int32:return integerFault(value,2n**31n,"an integer of 32 bits");case Code.int64:return integerFault(value,2n**63n,"an integer of 64 bits");case Code.number:return typeof value=="number"||typeof value=="bigint"?void 0:`must be a number, not ${shown(value)}`;case Code.intOrString:return typeof value=="string"?void 0:integerFault(value,2n**31n,"an integer of 32 bits or a text");case Code.quantity:return typeof value=="boolean"?`must be a quantity such as 500m or 1Gi, not ${shown(value)}`:formatFault(quantity,value);case Code.time:return textFault(time,value);case Code.microTime:return textFault(microTime,value);case Code.bytes:return textFault(base64,value);default:return`must be ${TAKES[code]}, not ${shown(value)}`}}function integerFault(value,limit,what){if(typeof value=="string")return`must be ${what}, not the text ${shown(value)}${/^[+-]?\d+$/.test(value)?": leave out the quotes":""}`;if(typeof value=="boolean")return`must be ${what}, not ${shown(value)}`;if(typeof value=="number"&&!Number.isInteger(value))return`must be ${what}, not ${value}`;let exact=typeof value=="number"&&Math.abs(value)>=1e21?limit:BigInt(String(value));return exact>=-limit&&exact<limit?void 0:`must be ${what}, and ${value} is too large`}var textFault=(format2,value)=>typeof value!="string"?`must be text, not ${shown(value)}`:formatFault(format2,value);function formatFault(format2,value){let reason=format2(value);return reason===void 0?void 0:`${shown(value)} ${typeof reason=="string"?reason:reason[0]}`}var shown=value=>typeof value!="string"?String(value):JSON.stringify(value.length>60?`${value.slice(0,57)}\u2026`:value),TAKES={[Code.string]:"text",[Code.boolean]:"true or false",[Code.int32]:"an integer",[Code.int64]:"an integer",[Code.number]:"a number",[Code.quantity]:"a quantity such as 500m or 1Gi",[Code.intOrString]:"an integer or text",[Code.time]:"a time",[Code.microTime]:"a time with microseconds",[Code.bytes]:"base64",[Code.free]:"an object",[Code.any]:"anything",[Code.object]:"an object",[Code.list]:"a list",[Code.map]:"an object",[Code.objectOrList]:"an object or a list of objects",[Code.objectOrBoolean]:"an object, true or false",[Code.objectOrStrings]:"an object or a list of texts"};function describeType(type){return type.code===Code.list&&type.item.code===Code.object?"a list of objects":TAKES[type.code]}var import_nearest3=__toESM(require_nearest());function fieldSuggestion(tape2,node,key,type){let name=tape2.key(key),candidates=[...type.fields.values()].filter(field2=>tape2.find(node,field2.name)===-1&&takes(field2.type,tape2,key+1)).map(field2=>field2.name),near=(0,import_nearest3.nearest)(name,candidates);if(near!==void 0)return{hint:`, did you mean "${near}"?`,rename:near};let below2=findBelow(type,name);if(below2!==void 0)return{hint:`: it belongs in "${below2}"`}}function takes(type,tape2,node){if(tape2.isNull(node))return!0;switch(type.code){case Code.object:case Code.map:case Code.free:return tape2.isMap(node);case Code.list:return tape2.isSequence(node);case Code.any:case Code.objectOrBoolean:case Code.objectOrList:case Code.objectOrStrings:return!0;default:return tape2.isScalar(node)}}function findBelow(type,name){let found=[];for(let field2 of type.fields.values()){let[target,way]=targetOf(field2.type,field2.name);target===void 0||field2.name==="status"||target.fields.has(name)&&found.push(way)}if(found.length===0)for(let field2 of type.fields.values()){let[target,way]=targetOf(field2.type,field2.name);if(!(target===void 0||field2.name==="status"))for(let inner of target.fields.values()){let[deeper,innerWay]=targetOf(inner.type,inner.name);deeper?.fields.has(name)===!0&&found.push(`${way}.${innerWay}`)}}return found.length===1?found[0]:found.find(way=>way.endsWith("containers[]"))}var targetOf=(type,name)=>type.code===Code.list?[type.item.object,`${name}[]`]:[type.code===Code.object?type.object:void 0,name];var UNKNOWN_FIELD="no-unknown-field",WRONG_TYPE="valid-type",MISSING_FIELD="require-field",DUPLICATE_ITEM="no-duplicate-list-item",ANY_OBJECT="meta/v1 Object",Walk=class{minor;constraints;emit;object;tape;prefix="";steps=[];pod;pending=[];validating=!0;strict=!0;needed=new Map;constructor(minor,constraints2,emit){this.minor=minor,this.constraints=constraints2,this.emit=emit}walk(object,type){this.start(object),this.map(object.root,type,-1);let compiled=this.constraints.get(ANY_OBJECT);compiled!==void 0&&this.pending.push({node:object.root,key:-1,compiled,steps:[],pod:void 0}),this.checkAll()}walkMetadata(object,type){this.start(object);let metadata=this.tape.find(object.root,"metadata");metadata===-1||this.tape.isNull(metadata)||(this.steps.push("metadata"),this.strict=!1,this.value(metadata,metadata-1,{code:Code.object,object:type,item:void 0,listKeys:[],set:!1}),this.steps.pop(),this.checkAll())}start(object){this.object=object,this.tape=object.tape,this.prefix=object.prefix,this.steps=[],this.pod=void 0,this.validating=!0,this.strict=!0}path(){return this.steps.reduce(appendStep,this.prefix)}value(node,key,type){let{tape:tape2}=this;switch(type.code){case Code.object:tape2.isMap(node)?this.map(node,type.object,key):this.wrongType(node,key,type);return;case Code.list:tape2.isSequence(node)?this.list(node,type):this.wrongType(node,key,type);return;case Code.map:tape2.isMap(node)?this.mapOf(node,type.item):this.wrongType(node,key,type);return;case Code.any:return;case Code.free:tape2.isMap(node)||this.wrongType(node,key,type);return;case Code.objectOrList:tape2.isSequence(node)?this.items(node,{...type,code:Code.object}):tape2.isMap(node)?this.map(node,type.object,key):this.wrongType(node,key,type);return;case Code.objectOrBoolean:tape2.isMap(node)?this.map(node,type.object,key):(!tape2.isScalar(node)||typeof tape2.scalar(node)!="boolean")&&this.wrongType(node,key,type);return;case Code.objectOrStrings:tape2.isMap(node)?this.map(node,type.object,key):tape2.isSequence(node)||this.wrongType(node,key,type);return;case Code.string:{let kind=tape2.kind(node);if(kind===Kind.singleQuoted||kind===Kind.doubleQuoted||kind===Kind.literal||kind===Kind.folded)return;if(kind===Kind.map||kind===Kind.sequence)return this.wrongType(node,key,type);let value=tape2.scalar(node);typeof value!="string"&&value!==null&&this.wrongType(node,key,type);return}default:{if(!tape2.isScalar(node)){(type.code!==Code.bytes||!tape2.isSequence(node))&&this.wrongType(node,key,type);return}let value=tape2.scalar(node);if(value===null)return;let fault=decodeFault(type.code,value);fault!==void 0&&this.wrongType(node,key,type,fault)}}}map(node,type,ownKey){let{tape:tape2,steps}=this,compiled=this.validating?this.constraints.get(type.name):void 0,outer=this.pod;type.name==="core/v1 PodSpec"&&(this.pod={node,template:steps.length>1});let fields=type.fieldsById;for(let key=node+1,end=tape2.next(node);key<end;key=tape2.next(key+1)){let value=key+1,field2=fields.get(tape2.keyId(key));if(field2===void 0){this.strict&&this.unknownField(node,key,type);continue}if(tape2.isNull(value))continue;let leavesValidation=this.validating&&field2.name==="status"&&steps.length===0;leavesValidation&&(this.validating=!1),steps.push(field2.name),this.value(value,key,field2.type),leavesValidation&&(this.validating=!0),steps.pop()}this.validating&&this.missing(node,ownKey,type,compiled),compiled!==void 0&&this.pending.push({node,key:ownKey,compiled,steps:steps.slice(),pod:this.pod}),this.pod=outer}list(node,type){this.items(node,type.item),type.listKeys.length>0&&this.validating&&type.item.object?.name!=="core/v1 EnvVar"&&this.duplicateItems(node,type.listKeys)}items(node,item){let{tape:tape2,steps}=this,index=0;for(let child=node+1,end=tape2.next(node);child<end;child=tape2.next(child)){if(steps.push(index++),tape2.isNull(child)){if(item.code===Code.object&&this.validating){let compiled=this.constraints.get(item.object.name);this.missing(child,-1,item.object,compiled),compiled!==void 0&&this.pending.push({node:child,key:-1,compiled,steps:steps.slice(),pod:this.pod})}}else this.value(child,-1,item);steps.pop()}}mapOf(node,item){let{tape:tape2,steps}=this;for(let key=node+1,end=tape2.next(node);key<end;key=tape2.next(key+1))tape2.isNull(key+1)||(steps.push(keyText(tape2.keyId(key))),this.value(key+1,key,item),steps.pop())}wrongType(node,key,type,reason){let{tape:tape2}=this;tape2.mark(node,Flag.hidden);let[start,end]=rangeOf(tape2,node,key),last=this.steps.at(-1),name=typeof last=="number"?`Item ${last} of "${String(this.steps.at(-2)??"")}"`:`"${last}"`;this.emit({rule:WRONG_TYPE,code:"Decode",message:`${name} ${reason??`must be ${describeType(type)}, not ${describeNode(tape2,node)}`}`,start,end,path:this.path()})}unknownField(node,key,type){let{tape:tape2}=this,name=tape2.key(key),suggestion=fieldSuggestion(tape2,node,key,type),path=appendStep(this.path(),name),owner=this.steps.length===0?this.object.kind:shortName(type),finding={rule:UNKNOWN_FIELD,code:"Decode",message:`${owner} has no field "${name}"${suggestion?.hint??""}`,start:tape2.start(key),end:tape2.end(key),path};suggestion?.rename!==void 0&&tape2.find(node,suggestion.rename)===-1&&!tape2.has(key+1,Flag.shared)&&(finding.edits=[{start:tape2.start(key),end:tape2.end(key),text:suggestion.rename}]),this.emit(finding)}missing(node,ownKey,type,compiled){let{tape:tape2}=this;for(let field2 of this.neededFields(type)){let isStruct=isEmbedded(field2);if(tape2.isMap(node)&&isPresent(tape2,tape2.find(node,field2.name))||isStruct&&this.missingStruct(node,ownKey,[field2.name],field2.type.object)||!field2.required||compiled?.covers(field2.name)===!0||!this.isEnforced(type,field2))continue;let[start,end]=rangeOf(tape2,node,ownKey);this.emit({rule:MISSING_FIELD,code:"Required",message:`${this.nameOf(type)} needs "${field2.name}"`,start,end,path:appendStep(this.path(),field2.name)})}}missingStruct(node,ownKey,steps,type){let found=!1;for(let{rule,steps:below2}of this.constraints.get(type.name)?.required??[])below2.length>1||(this.fault(rule,node,ownKey,[...steps,...below2],"Required","is required"),found=!0);for(let field2 of this.neededFields(type))isEmbedded(field2)&&this.missingStruct(node,ownKey,[...steps,field2.name],field2.type.object)&&(found=!0);return found}neededFields(type){let fields=this.needed.get(type);return fields===void 0&&this.needed.set(type,fields=[...type.fieldsById.values()].filter(field2=>field2.required||isEmbedded(field2))),fields}isEnforced(type,field2){let{code}=field2.type;return code===Code.int32||code===Code.int64||code===Code.number||code===Code.boolean||type.name==="meta/v1 OwnerReference"&&this.steps[0]!=="metadata"?!1:!NOT_ENFORCED.has(`${type.name}.${field2.name}`)}nameOf(type){if(this.steps.length===0)return this.object.kind;let last=this.steps.at(-1);return typeof last=="number"?shortName(type):`"${last}"`}duplicateItems(node,listKeys){let{tape:tape2}=this,seen2=new Map,index=0;for(let item=node+1,end=tape2.next(node);item<end;item=tape2.next(item),index++){let parts=listKeys.map(name=>{let value=tape2.find(item,name);return isPresent(tape2,value)&&tape2.isScalar(value)?String(tape2.scalar(value)):name==="protocol"?"TCP":""});if(parts.every(part=>part===""))continue;let identity=parts.join(`
`),first=seen2.get(identity);if(first===void 0){seen2.set(identity,item);continue}let[start,stop]=rangeOf(tape2,item,-1),[firstStart,firstEnd]=rangeOf(tape2,first,-1),last=this.steps.at(-1);this.emit({rule:DUPLICATE_ITEM,message:`"${last}" has the same ${listKeys.map((name,at2)=>`${name} ${JSON.stringify(parts[at2])}`).join(" and ")} twice`,start,end:stop,path:`${this.path()}[${index}]`,related:{start:firstStart,end:firstEnd,message:"first here"}})}}checkAll(){let{pending:pending2}=this;this.pending=[];for(let each2 of pending2)this.steps=each2.steps,this.checkFields(each2),this.checkType(each2)}context({node,key,pod},rule,field2){let own=this.steps.findLast(step=>typeof step=="string")??"";return new NodeContext(this.minor,this.object,field2??own,this.steps,pod,(steps,code,message,options)=>this.fault(rule,node,key,steps,code,message,options))}checkFields(pending2){let{tape:tape2}=this,{node,key,compiled}=pending2;for(let[name,checks]of compiled.fields){let field2=tape2.find(node,name);if(field2!==-1)for(let{rule,check:check4,steps}of checks){let at2=field2;for(let step of steps)at2=tape2.find(at2,step);if(at2===-1||tape2.has(at2,Flag.hidden)||tape2.isNull(at2))continue;let faults=check4.test?.(tape2.toJS(at2),this.context(pending2,rule,steps.at(-1)??name));for(let fault of faults===void 0?[]:[faults].flat())this.fault(rule,node,key,[name,...steps,...fault.steps??[]],fault.code,fault.message)}}}fault(rule,root,rootKey,steps,code,message,options){let here=this.path(),place=placeAt(this.object.source,this.tape,root,rootKey,here,steps);if(this.tape.has(place.parent,Flag.hidden))return;let finding={rule,message:this.sentence(place.node,place.path,message),start:place.start,end:place.end,path:options?.path??place.path};code!==void 0&&(finding.code=code),options?.severity!==void 0&&(finding.severity=options.severity),this.emit(finding)}sentence(node,path,message){if(/^[A-Z"]/.test(message))return message;let name=path.slice(path.lastIndexOf(".")+1),value=node!==-1&&this.tape.isScalar(node)?this.tape.toJS(node):void 0,shown2=typeof value=="string"||typeof value=="number"||typeof value=="bigint"?` ${shorten(String(value))}`:"";return`"${name}"${shown2} ${message}`}checkType(pending2){let{tape:tape2}=this,{node,key,compiled}=pending2;for(let{rule,steps}of compiled.required){let at2=node;for(let step of steps)at2=at2===-1?-1:tape2.find(at2,step);if(at2!==-1&&tape2.has(at2,Flag.hidden)||isPresent(tape2,at2)&&!isEmpty(tape2,at2))continue;let holder=steps.slice(0,-1);holder.length>0&&placeAt(this.object.source,tape2,node,key,"",holder).node===-1||this.fault(rule,node,key,steps,"Required","is required")}for(let{rule,constraints:constraints2}of compiled.sets){if(constraints2.exactlyOneOf!==void 0||constraints2.atMostOneOf!==void 0){let alternatives=constraints2.exactlyOneOf??constraints2.atMostOneOf,present=alternatives.filter(name=>isPresent(tape2,tape2.find(node,name)));present.length===0&&constraints2.exactlyOneOf!==void 0&&this.fault(rule,node,key,[],"Required",`must have one of ${alternatives.map(name=>`"${name}"`).join(", ")}`);for(let second of present.slice(1))this.fault(rule,node,key,[second],"Forbidden",`may not be set beside "${present[0]}"`)}if(tape2.isMap(node)){for(let[list2,unique]of Object.entries(constraints2.unique??{}))this.uniqueItems(rule,node,key,list2,unique);constraints2.check!==void 0&&constraints2.check(tape2.toJS(node),this.context(pending2,rule))}}}uniqueItems(rule,node,key,list2,unique){let{tape:tape2}=this,sequence=tape2.find(node,list2);if(sequence===-1||!tape2.isSequence(sequence))return;let seen2=new Set,index=0;for(let item=sequence+1,end=tape2.next(sequence);item<end;item=tape2.next(item),index++){let identity=tape2.isMap(item)||tape2.isScalar(item)?unique.of(tape2.toJS(item)):void 0;identity===void 0||identity===""||(seen2.has(identity)?this.fault(rule,node,key,[list2,index,...unique.key===""?[]:[unique.key]],"Duplicate","is there twice"):seen2.add(identity))}}},isEmbedded=field2=>field2.type.code===Code.object&&(field2.name==="spec"||field2.name==="template"),NOT_ENFORCED=new Set(["apiextensions/v1 WebhookConversion.conversionReviewVersions","batch/v1 PodFailurePolicy.rules","core/v1 LimitRangeSpec.limits","storage/v1 CSINode.spec"]),isPresent=(tape2,node)=>node!==-1&&!tape2.isNull(node),isEmpty=(tape2,node)=>tape2.isScalar(node)?tape2.scalar(node)===""||tape2.scalar(node)===0:tape2.count(node)===0,shortName=type=>type.name.slice(type.name.indexOf(" ")+1),shorten=text2=>JSON.stringify(text2.length>60?`${text2.slice(0,57)}\u2026`:text2);function describeNode(tape2,node){if(tape2.isMap(node))return"an object";if(tape2.isSequence(node))return"a list";let value=tape2.scalar(node);return typeof value=="boolean"?`a boolean (${shorten(tape2.source(node))})`:typeof value=="string"?`the text ${shorten(value)}`:`the number ${tape2.source(node)}`}var SYNTAX="valid-yaml",DUPLICATE_KEY="no-duplicate-key",KIND_MISSING="require-kind",UNKNOWN_KIND="no-unknown-kind",SEVERITY_ORDER=["info","warning","error"],SchemaLayer=class{versions;severities;report;walkFindings=[];constructor(minors,severities,report){this.severities=severities,this.report=report;let emit=finding=>this.walkFindings.push(finding);this.versions=minors.map(minor=>{let number2=minorNumber(minor);return{minor,table:loadTable(minor),walk:new Walk(number2,compileConstraints(number2,rule=>severities.has(rule)),emit)}})}problems(source,document){for(let{kind,message,start,end,related}of document.problems){let finding={rule:kind==="duplicate-key"?DUPLICATE_KEY:SYNTAX,code:"Decode",message,start,end,path:""};this.emit(source,"",related===void 0?finding:{...finding,related})}}unidentified(source,tape2,{root,prefix}){if(tape2.isNull(root))return;let[start,end]=rangeOf(tape2,root,-1);if(!tape2.isMap(root)){this.emit(source,"",{rule:KIND_MISSING,code:"Decode",message:`A Kubernetes object must be a map, not ${tape2.isSequence(root)?"a list":"a scalar"}`,start,end,path:prefix});return}for(let field2 of["apiVersion","kind"]){let node=tape2.find(root,field2);node!==-1&&tape2.isScalar(node)&&tape2.scalar(node)!==null&&tape2.scalar(node)!==""?typeof tape2.scalar(node)!="string"&&this.emit(source,"",{rule:KIND_MISSING,code:"Decode",message:`"${field2}" must be text, not ${tape2.source(node)}`,start:tape2.start(node),end:tape2.end(node),path:field2}):this.emit(source,"",{rule:KIND_MISSING,code:"Decode",message:`The object has no "${field2}"`,start,end,path:field2})}}lookUp({apiVersion,kind}){for(let i=this.versions.length-1;i>=0;i--){let info=this.versions[i].table.kind(apiVersion,kind);if(info!==void 0)return info}return isOtherConfiguration(apiVersion,kind)?"other configuration":void 0}walk(object){let results=this.versions.map(version=>{this.walkFindings=[];let known2=this.walkVersion(version,object);return{minor:version.minor,known:known2,findings:this.walkFindings}}),label=object.label;if(results.length===1)for(let finding of results[0].findings)this.emit(object.source,label,finding);else for(let finding of merge(results))this.emit(object.source,label,finding);return results.some(result=>result.known)}walkVersion({minor,table:table2,walk},object){let info=table2.kind(object.apiVersion,object.kind);if(info!==void 0)return walk.walk(object,info.type),!0;let problem=unknownKind(table2,minor,object.apiVersion,object.kind);if(problem!==void 0){let field2=object.at(problem.field);return this.walkFindings.push({rule:problem.rule??UNKNOWN_KIND,code:"Decode",message:problem.message,start:field2.start,end:field2.end,path:field2.path}),!0}return walk.walkMetadata(object,table2.type("meta/v1 ObjectMeta")),!1}emit(source,object,finding){let configured=this.severities.get(finding.rule);if(configured===void 0)return;let severity=finding.severity!==void 0&&SEVERITY_ORDER.indexOf(finding.severity)<SEVERITY_ORDER.indexOf(configured)?finding.severity:configured,{rule,message,start,end,path,code,edits,related}=finding,made={rule,severity,message,source,start,end,object,path};code!==void 0&&(made.code=code),edits!==void 0&&(made.edits=edits,made.fix="unsafe"),related!==void 0&&(made.related=[{source,...related}]),this.report(made)}};function merge(results){let merged=new Map;for(let{minor,findings}of results)for(let finding of findings){let key=[finding.rule,finding.code,finding.start,finding.end,finding.path,finding.message].join(`
`),known2=merged.get(key);known2===void 0?merged.set(key,{finding,minors:[minor]}):known2.minors.at(-1)!==minor&&known2.minors.push(minor)}return[...merged.values()].map(({finding,minors})=>minors.length===results.length?finding:{...finding,message:`${finding.message} (in ${minors.join(", ")})`})}var Linter=class{options;rules;runner;schema;tape=new Tape;kept=[];diagnostics=[];summary={files:0,documents:0,resources:0,unknownKinds:{},leftAlone:{},errors:0,warnings:0,infos:0,fixable:0,suppressed:0};findings=[];constructor(options){this.options=options,this.rules=new Map(allRules().map(rule=>[rule.id,rule]));let report=finding=>this.findings.push(finding);this.schema=new SchemaLayer(options.kubernetesVersions,options.severities,report),this.runner=new RuleRunner([...this.rules.values()],options,report)}async add({file,text:text2,named:named2}){this.summary.files++;let source=new Source(file,text2);if(/\.(md|markdown)$/i.test(file))for(let fence of markdownFences(text2))await this.lintText(source.part(fence.start),text2.slice(fence.start,fence.end),!1);else await this.lintText(source,text2,named2);this.flush(source)}finish(){let index=new RunIndex(this.kept);for(let object of this.kept)this.runner.runCrossObject(object,index);let findings=this.findings;for(let finding of findings)this.findings=[finding],this.flush(finding.source);let diagnostics=this.diagnostics.sort(compareDiagnostics).filter((diagnostic,at2,all2)=>at2===0||compareDiagnostics(diagnostic,all2[at2-1])!==0),{summary}=this;for(let{severity,fix}of diagnostics)severity==="error"?summary.errors++:severity==="warning"?summary.warnings++:summary.infos++,fix==="safe"&&summary.fixable++;return{version:import_project.VERSION,diagnostics,summary,rules:this.infoOf(new Set(diagnostics.map(diagnostic=>diagnostic.rule)))}}async lintText(source,text2,named2){let found=(await parse(text2,this.tape)).flatMap(document=>this.lintDocument(source,document,named2)),kept=this.runner.needsIndex?found.filter(isIndexed):[];if(kept.length===0)return;let detached=this.tape.detach();for(let object of kept)this.kept.push(object.detach(detached))}lintDocument(source,document,named2){let{tape:tape2}=this,located=document.root===-1?[]:objectsOf(tape2,document.root);return named2||located.some(each2=>each2.looksLikeManifest)||document.root===-1&&/(^|[{,])\s*["']?(apiVersion|kind)["']?\s*:/m.test(tape2.text.slice(document.start,document.end))?(this.summary.documents++,this.schema.problems(source,document),located.flatMap(each2=>this.lintObject(source,each2)??[])):((document.root!==-1||document.problems.length>0)&&this.leaveAlone("not a Kubernetes manifest"),[])}lintObject(source,located){let identity=identify(this.tape,located.root);if(identity===void 0){this.schema.unidentified(source,this.tape,located);return}let known2=this.schema.lookUp(identity);if(known2==="other configuration"){this.leaveAlone(known2);return}let object=new KubernetesObject(source,this.tape,located.root,{...identity,prefix:located.prefix,builtin:known2!==void 0,namespaced:known2?.namespaced??!0});if(this.summary.resources++,!this.schema.walk(object)){let name=`${identity.apiVersion}/${identity.kind}`;this.summary.unknownKinds[name]=(this.summary.unknownKinds[name]??0)+1}return this.runner.run(object),object}leaveAlone(reason){this.summary.leftAlone[reason]=(this.summary.leftAlone[reason]??0)+1}flush(source){let{findings}=this;if(findings.length===0)return;this.findings=[];let mayBeSuppressed=source.text.includes("podlint-ignore");for(let finding of findings){let diagnostic=toDiagnostic(finding,(0,import_project.ruleUrl)(finding.rule));mayBeSuppressed&&isSuppressed(diagnostic,source)?this.summary.suppressed++:this.diagnostics.push(diagnostic)}}infoOf(ids){let infos=new Map;for(let id of[...ids].sort()){let rule=this.rules.get(id),{category,summary,why,howToFix,references}=rule;infos.set(id,{id,category,severity:this.options.severities.get(id)??rule.severity,summary,why,howToFix,references,url:(0,import_project.ruleUrl)(id)})}return infos}};var import_reporters2=__toESM(require_reporters());var import_usage_error6=__toESM(require_usage_error());function exitCode({errors,warnings,infos},{failOn,maxWarnings,exitZero}){return exitZero?0:{error:errors,warning:errors+warnings,info:errors+warnings+infos,never:0}[failOn]>0||warnings>maxWarnings?1:0}var import_node_path8=require("node:path");var import_node_fs6=require("node:fs"),import_node_path7=require("node:path");var import_node_fs4=require("node:fs"),import_node_path4=require("node:path"),import_usage_error=__toESM(require_usage_error());var KINDS=[".gitignore",".podlintignore","exclude"],rules2,Scope=class{byKind;constructor(byKind){this.byKind=byKind}reason(name,isFolder){return KINDS[this.byKind.findIndex(patterns=>patterns.length>0&&rules2.isIgnored(patterns,name,isFolder))]}},HAS_PATTERN=/^[ \t]*[^#\s]/m,IgnoreTree=class{options;scopes=new Map;constructor(options){this.options=options}async scopeOf(folder,entries){let known2=this.scopes.get(folder);if(known2!==void 0)return known2;let parent=(0,import_node_path4.dirname)(folder),outer=this.scopes.get(parent)??(folder===this.topOf(folder)?void 0:await this.scopeOf(parent)),byKind=[];for(let[index,kind]of KINDS.entries()){let texts3=this.patternsIn(folder,kind,entries).filter(({text:text2})=>HAS_PATTERN.test(text2));texts3.length>0&&(rules2??=await Promise.resolve().then(()=>require("./files-ignore-rules.cjs")));let inherited=outer?.byKind[index]??[],patterns=inherited.length===0?[]:rules2.descend(inherited,(0,import_node_path4.basename)(folder));for(let{text:text2,prefix}of texts3)patterns.push({matcher:rules2.readPatterns(text2),prefix});byKind.push(patterns)}let scope=new Scope(byKind);return this.scopes.set(folder,scope),scope}async reasonForPath(path,top=this.topOf((0,import_node_path4.dirname)(path))){let folder=top,steps=(0,import_node_path4.relative)(top,path).split(import_node_path4.sep);for(let[index,name]of steps.entries()){let reason=(await this.scopeOf(folder)).reason(name,index<steps.length-1);if(reason!==void 0)return reason;folder=(0,import_node_path4.join)(folder,name)}}topOf(folder){let{cwd}=this.options;return repositoryRoot(folder)??(folder===cwd||folder.startsWith(cwd+import_node_path4.sep)?cwd:folder)}patternsIn(folder,kind,entries){if(kind!=="exclude"){if(kind===".gitignore"&&!this.options.gitignore)return[];let file=(0,import_node_path4.join)(folder,kind);return(entries===void 0?(0,import_node_fs4.existsSync)(file):entries.has(kind))?[{text:readIgnoreFile(file),prefix:""}]:[]}let isTop=!this.scopes.has((0,import_node_path4.dirname)(folder));return this.options.excludes.filter(({base})=>base===folder||isTop&&folder.startsWith(base===import_node_path4.sep?import_node_path4.sep:base+import_node_path4.sep)).map(({base,patterns})=>({text:patterns.join(`
`),prefix:base===folder?"":`${(0,import_node_path4.relative)(base,folder).split(import_node_path4.sep).join("/")}/`}))}};function readIgnoreFile(file){try{return(0,import_node_fs4.readFileSync)(file,"utf8")}catch(error){throw new import_usage_error.UsageError(`Cannot read ${file}: ${systemReason(error)}`)}}var import_node_fs5=require("node:fs"),import_node_path6=require("node:path");var import_node_path5=require("node:path");var KUSTOMIZATION_NAMES=["kustomization.yaml","kustomization.yml","Kustomization"],FIELDS={patches:"kustomize patch",patchesStrategicMerge:"kustomize patch",patchesJson6902:"kustomize patch",replacements:"kustomize configuration",transformers:"kustomize configuration",generators:"kustomize configuration",validators:"kustomize configuration",configurations:"kustomize configuration"};async function readKustomization(file){let tape2=new Tape,documents;try{documents=await parse(readText(file).text,tape2)}catch{return}if(documents.some(document=>document.problems.length>0))return;let reasons=new Map;for(let{root}of documents)if(!(root===-1||!tape2.isMap(root)))for(let[field2,reason]of Object.entries(FIELDS)){let list2=tape2.find(root,field2);if(!(list2===-1||!tape2.isSequence(list2)))for(let item=list2+1,end=tape2.next(list2);item<end;item=tape2.next(item)){let node=tape2.isMap(item)?tape2.find(item,"path"):item,path=node===-1||!tape2.isScalar(node)?null:tape2.scalar(node);typeof path=="string"&&path!==""&&!path.includes(`
`)&&reasons.set((0,import_node_path5.resolve)((0,import_node_path5.dirname)(file),path),reason)}}return reasons}var VALUES=/^values([.-].*)?\.ya?ml$/,NOTHING2={isChart:!1,inTemplates:!1},NotManifests=class{folders=new Map;unread=[];kustomized=new Map;meet(folder,entries){let known2=this.folders.get(folder);if(known2!==void 0)return known2;let has=name=>entries===void 0?(0,import_node_fs5.existsSync)((0,import_node_path6.join)(folder,name)):entries.has(name),parent=(0,import_node_path6.dirname)(folder),above=this.folders.get(parent)??(parent===folder||repositoryRoot(folder)===folder?NOTHING2:this.meet(parent)),found={isChart:has("Chart.yaml"),inTemplates:above.inTemplates||above.isChart&&(0,import_node_path6.basename)(folder)==="templates"};this.folders.set(folder,found);for(let name of KUSTOMIZATION_NAMES)has(name)&&this.unread.push((0,import_node_path6.join)(folder,name));return found}async readKustomizations(){for(let kustomization=this.unread.pop();kustomization!==void 0;kustomization=this.unread.pop()){let reasons=await readKustomization(kustomization);if(reasons!==void 0){this.kustomized.set(kustomization,"kustomization");for(let[path,reason]of reasons)this.kustomized.set(path,reason)}}}reason(file){let slash=file.lastIndexOf(import_node_path6.sep),{isChart,inTemplates}=this.folders.get(slash===0?import_node_path6.sep:file.slice(0,slash))??NOTHING2;if(inTemplates)return"helm template";if(isChart){let name=file.slice(slash+1);if(name==="Chart.yaml")return"helm chart";if(VALUES.test(name))return"helm values"}return this.kustomized.get(file)}};var MANIFEST=/\.(ya?ml|json)$/i,MARKDOWN=/\.(md|markdown)$/i,NAMES_MARKDOWN=/\b(md|markdown)\b[^/]*$/i,GLOB=/[*?[\]{}]/,SKIPPED_FOLDERS=new Set([".git",".hg",".svn","node_modules"]);async function findFiles(paths,options){let finder=new Finder(options);for(let path of paths)await finder.add(path);return finder.finish()}var shownPath=(path,cwd)=>(0,import_node_path7.relative)(cwd,path).split(import_node_path7.sep).join("/")||".";async function notManifestReason(path){let notManifests=new NotManifests;return notManifests.meet((0,import_node_path7.dirname)(path)),await notManifests.readKustomizations(),notManifests.reason(path)}var Finder=class{options;ignores;notManifests=new NotManifests;files=new Map;links=[];walked=new Set;real;leftAlone=new Map;problems=[];constructor(options){this.options=options,this.ignores=new IgnoreTree(options)}async add(named2){let{cwd,forceExclude}=this.options,path=(0,import_node_path7.resolve)(cwd,named2),stats;try{stats=(0,import_node_fs6.statSync)(path)}catch(error){GLOB.test(named2)?await this.addGlob(named2):this.problems.push(`Cannot read ${named2}: ${systemReason(error)}`);return}let left=forceExclude&&path!==cwd?await this.ignores.reasonForPath(path):void 0;left!==void 0?this.leftAlone.set(shownPath(path,cwd),`left out by ${left}`):stats.isDirectory()?await this.walk(path):this.addFile(path,!forceExclude)}async finish(){await this.followLinks(),await this.notManifests.readKustomizations();let files=[];for(let found of this.files.values()){let reason=this.notManifests.reason(found.path);reason===void 0?files.push(found):this.leftAlone.set(found.file,reason)}return{files,leftAlone:this.leftAlone,problems:this.problems}}async addGlob(pattern){let{cwd}=this.options,{expandGlob}=await Promise.resolve().then(()=>require("./files-globs.cjs")),steps=pattern.split("/"),base=(0,import_node_path7.resolve)(cwd,steps.slice(0,steps.findIndex(step=>GLOB.test(step))).join("/")||(pattern.startsWith("/")?"/":".")),matches=0;for(let path of await expandGlob(pattern,cwd))!this.isWanted(path)&&!(MARKDOWN.test(path)&&NAMES_MARKDOWN.test(pattern))||(matches++,await this.ignores.reasonForPath(path,base)===void 0&&this.addFile(path,!1));matches===0&&this.problems.push(`No YAML or JSON file matches ${pattern}`)}isWanted(name){return MANIFEST.test(name)||this.options.includeMarkdown&&MARKDOWN.test(name)}addFile(path,named2){this.notManifests.meet((0,import_node_path7.dirname)(path)),(named2||!this.files.has(path))&&this.files.set(path,{path,file:shownPath(path,this.options.cwd),named:named2})}async walk(folder){if(this.walked.has(folder)||this.real!==void 0&&!this.isNew((0,import_node_fs6.realpathSync)(folder)))return;this.walked.add(folder);let entries;try{entries=(0,import_node_fs6.readdirSync)(folder,{withFileTypes:!0})}catch(error){this.problems.push(`Cannot read ${shownPath(folder,this.options.cwd)}: ${systemReason(error)}`);return}entries.sort((a,b)=>a.name<b.name?-1:1);let names2=new Set(entries.map(entry=>entry.name));this.notManifests.meet(folder,names2);let scope=await this.ignores.scopeOf(folder,names2),shown2=folder===this.options.cwd?"":`${shownPath(folder,this.options.cwd)}/`,inside=folder.endsWith(import_node_path7.sep)?folder:folder+import_node_path7.sep;for(let entry of entries){let{name}=entry,isFolder=entry.isDirectory();if((isFolder?SKIPPED_FOLDERS.has(name):!this.isWanted(name)&&!entry.isSymbolicLink())||scope.reason(name,isFolder)!==void 0)continue;let path=inside+name;isFolder?await this.walk(path):entry.isSymbolicLink()?this.links.push(path):entry.isFile()&&!this.files.has(path)&&this.files.set(path,{path,file:shown2+name,named:!1})}}async followLinks(){if(this.links.length!==0){this.real=new Set([...this.files.keys(),...this.walked].map(path=>(0,import_node_fs6.realpathSync)(path)));for(let link=this.links.shift();link!==void 0;link=this.links.shift()){let stats=statOf(link);stats===void 0?this.isWanted(link)&&this.leftAlone.set(shownPath(link,this.options.cwd),"broken link"):stats.isDirectory()?await this.walk(link):stats.isFile()&&this.isWanted(link)&&this.isNew((0,import_node_fs6.realpathSync)(link))&&this.addFile(link,!1)}}}isNew(path){let{real}=this;return real!==void 0&&!real.has(path)&&real.add(path)!==void 0}};function statOf(path){try{return(0,import_node_fs6.statSync)(path)}catch{return}}var import_usage_error2=__toESM(require_usage_error()),InputError=class extends import_usage_error2.UsageError{};async function findInputs(operands,stdinName,{find,ignoredNames},host){if(operands.includes("-")||stdinName!==void 0&&operands.length===0){if(operands.length>1)throw new import_usage_error2.UsageError('Standard input ("-") cannot be linted together with files');return stdin(stdinName,host)}if(stdinName!==void 0)throw new import_usage_error2.UsageError("--stdin-filename is for standard input: podlint --stdin-filename NAME -");let{files,leftAlone,problems}=await findFiles(operands.length===0?["."]:operands,find),inputs=[];for(let{file,path,named:named2}of files)ignoredNames.some(pattern=>pattern.test(file))?leftAlone.set(file,"left out by --ignore-filename-pattern"):inputs.push({file,path,named:named2,read:()=>attempt(file,()=>readText(path))});return{inputs,leftAlone,problems}}async function stdin(name,host){let leftAlone=new Map,reason=name===void 0?void 0:await notManifestReason((0,import_node_path8.join)(host.cwd,name));name!==void 0&&reason!==void 0&&leftAlone.set(name,reason);let file=name??"<stdin>",text2;return{inputs:reason===void 0?[{file,named:!0,read:()=>text2??=attempt("standard input",()=>decode(host.readStdin()))}]:[],leftAlone,problems:[]}}function attempt(name,read2){try{return read2()}catch(error){throw new InputError(error instanceof UnreadableText?`${name} ${error.message}`:`Cannot read ${name}: ${systemReason(error)}`)}}var Progress=class{stream;count=0;next=performance.now()+1e3;isShown=!1;constructor(stream){this.stream=stream}tick(){this.count++,!(!this.stream.isTerminal||performance.now()<this.next)&&(this.next=performance.now()+200,this.isShown=!0,this.stream.write(`\rLinting: ${this.count} files`))}end(){this.isShown&&this.stream.write("\r\x1B[K")}};var import_node_path10=require("node:path");var import_node_fs7=require("node:fs"),import_node_path9=require("node:path");var import_usage_error3=__toESM(require_usage_error()),NAMES2=["podlint.yaml","podlint.yml"];function findConfig(folder){let top=repositoryRoot(folder);for(let at2=folder;;at2=(0,import_node_path9.dirname)(at2)){for(let name of NAMES2)if((0,import_node_fs7.existsSync)((0,import_node_path9.join)(at2,name)))return(0,import_node_path9.join)(at2,name);if(at2===top||at2===(0,import_node_path9.dirname)(at2))return}}async function readConfig(path,shown2){let text2;try{text2=readText(path).text}catch(error){throw new import_usage_error3.UsageError(`Cannot read ${shown2}: ${error instanceof UnreadableText?`it ${error.message}`:systemReason(error)}`)}let{parseConfig}=await Promise.resolve().then(()=>require("./config-parse-config.cjs"));return parseConfig(text2,shown2)}var import_usage_error4=__toESM(require_usage_error());function selectRules(rules3,settings,choice){let severities=new Map,options=new Map,{select}=choice,wanted=new Set(select.length>0?[...select,"valid-yaml"].flatMap(name=>named(rules3,name)):choice.presets.flatMap(name=>ofPreset(rules3,name)));for(let rule of rules3){let setting=settings[rule.id],{severity:level,options:ruleOptions}=typeof setting=="object"?setting:setting===void 0?{}:{severity:setting};ruleOptions!==void 0&&options.set(rule.id,ruleOptions);let isOff=level==="off"||level===!1;(select.length>0?wanted.has(rule):!isOff&&(level!==void 0||wanted.has(rule)))&&severities.set(rule.id,isOff?rule.severity:level??rule.severity)}for(let severity of["error","warn"])for(let name of choice[severity])for(let{id}of named(rules3,name))severities.set(id,severity==="warn"?"warning":severity);for(let name of[...choice.ignore,...choice.off])for(let{id}of named(rules3,name))severities.delete(id);return{severities,options}}function named(rules3,name){if(name==="all")return rules3;let found=rules3.filter(rule=>rule.id===name||rule.category===name);if(found.length===0&&!CATEGORIES.includes(name))throw new import_usage_error4.UsageError(`There is no rule or category "${name}"${(0,import_usage_error4.didYouMean)(name,[...rules3.map(({id})=>id),...CATEGORIES])}`);return found}function ofPreset(rules3,name){let level=PRESETS.indexOf(name);if(level===-1)throw new import_usage_error4.UsageError(`There is no preset "${name}", only ${PRESETS.slice(0,-1).join(", ")} and ${PRESETS.at(-1)}${(0,import_usage_error4.didYouMean)(name,PRESETS)}`);return rules3.filter(rule=>rule.presets.some(preset=>PRESETS.indexOf(preset)<=level))}var import_reporters=__toESM(require_reporters());var import_usage_error5=__toESM(require_usage_error());async function readSettings(flags,{cwd,env,stdout}){let path=flags["no-config"]===!0?void 0:flags.config===void 0?findConfig(cwd):(0,import_node_path10.resolve)(cwd,flags.config),configFile=path===void 0?void 0:shownPath(path,cwd),config=path===void 0||configFile===void 0?{}:await readConfig(path,configFile),{select=[],ignore=[],error=[],warn=[],off=[]}=flags;return{...configFile===void 0?{}:{configFile},kubernetesVersions:readVersions(flags["kubernetes-version"])??config.kubernetesVersions??[LATEST],rules:selectRules(allRules(),config.rules??{},{presets:flags.preset??config.presets??["recommended"],select,ignore,error,warn,off}),find:{cwd,gitignore:flags["no-gitignore"]!==!0,excludes:[{base:path===void 0?cwd:(0,import_node_path10.dirname)(path),patterns:config.exclude??[]},{base:cwd,patterns:readExcludes(flags.exclude??[])}],forceExclude:flags["force-exclude"]===!0,includeMarkdown:flags["include-markdown"]===!0},ignoredNames:(flags["ignore-filename-pattern"]??[]).map(readRegExp),outputs:readOutputs(flags,config.format,env),color:wantsColor(flags.color,env,stdout.isTerminal),failWhen:{failOn:flags["fail-on"]??config.failOn??"error",maxWarnings:readCount(flags["max-warnings"]),exitZero:flags["exit-zero"]===!0}}}function readVersions(versions){if(versions!==void 0)return[...new Set(versions.map(text2=>{let minor=parseVersion(text2);if(minor===void 0)throw new import_usage_error5.UsageError(unknownVersion(text2));return minor}))]}function readExcludes(patterns){let rule=patterns.find(pattern=>allRules().some(({id})=>id===pattern));if(rule!==void 0)throw new import_usage_error5.UsageError(`--exclude leaves out files; to leave out the rule: --ignore ${rule}`);return patterns}function readRegExp(text2){try{return new RegExp(text2)}catch{throw new import_usage_error5.UsageError(`--ignore-filename-pattern: "${text2}" is no regular expression`)}}function readCount(text2){if(text2===void 0)return Number.POSITIVE_INFINITY;if(!/^\d+$/.test(text2))throw new import_usage_error5.UsageError(`--max-warnings is a number, not "${text2}"`);return Number(text2)}function readOutputs(flags,configured,env){let{output,"schema-location":locations=[],"output-file":file}=flags;if(output!==void 0&&!Object.hasOwn(import_reporters.FORMATS,output))throw new import_usage_error5.UsageError(`--output takes a format, and "${output}" is none; --output-file ${output} prints into a file`);let elsewhere=locations.find(location=>location!=="default");if(elsewhere!==void 0)throw new import_usage_error5.UsageError(`--schema-location "${elsewhere}" has no equivalent: the schemas of Kubernetes are built in, and kinds without one are skipped`);let onGitHub=env.GITHUB_ACTIONS==="true",outputs=(flags.format??(output===void 0?void 0:[output])??configured??(onGitHub&&file===void 0?["text","github"]:["text"])).map(readOutput);if(file===void 0)return outputs;let open2=outputs.filter(each2=>each2.file===void 0);if(open2.length!==1)throw new import_usage_error5.UsageError(`--output-file is for one format; with several: ${outputs.map(({format:format2})=>`--format ${format2}:FILE`).join(" ")}`);return open2[0].file=file,outputs}function readOutput(text2){let colon=text2.indexOf(":",2);if(colon===-1)return{format:text2};if(colon===text2.length-1)throw new import_usage_error5.UsageError(`--format ${text2} lacks the name of the file`);return{format:text2.slice(0,colon),file:text2.slice(colon+1)}}var unknownFormat=name=>new import_usage_error5.UsageError(`There is no format "${name}", only ${Object.keys(import_reporters.FORMATS).join(", ")}, and ESLint formatters that are installed${(0,import_usage_error5.didYouMean)(name,Object.keys(import_reporters.FORMATS))}`);function wantsColor(when,env,isTerminal){if(when==="always"||when==="never")return when==="always";if(env.NO_COLOR!==void 0&&env.NO_COLOR!=="")return!1;let force=env.FORCE_COLOR;return force!==void 0&&force!==""?force!=="0"&&force!=="false":isTerminal&&env.TERM!=="dumb"}async function check3({operands,flags},host){let isFixing=flags.fix===!0||flags.diff===!0;if(flags["unsafe-fixes"]===!0&&!isFixing)throw new import_usage_error6.UsageError("--unsafe-fixes needs --fix or --diff");let settings=await readSettings(flags,host),reporters=await loadReporters(settings.outputs,host.cwd),tell=line=>host.stderr.write(`podlint: ${line}
`);operands.length===0&&flags["stdin-filename"]===void 0&&host.isStdinPiped()&&tell("standard input is not read; to lint it: podlint -");let{inputs,leftAlone,problems}=await findInputs(operands,flags["stdin-filename"],settings,host);if(flags.verbose===!0){tell(`settings: ${settings.configFile??"none"}; Kubernetes ${settings.kubernetesVersions.join(", ")}; ${settings.rules.severities.size} rules`);for(let[file,reason]of leftAlone)tell(`${file}: left alone, ${reason}`)}let progress=new Progress(host.stderr),lint=texts3=>lintAll(inputs,texts3,settings,problems,progress),report=await lint(new Map),isStdoutTaken=!1,patched=0;if(isFixing){let{fixAll,deliver}=await Promise.resolve().then(()=>require("./cli-fix.cjs")),fixed2=await fixAll(report,lint,inputs,flags["unsafe-fixes"]===!0);report=fixed2.report;let delivered=deliver(fixed2.texts,inputs,flags.diff===!0);problems.push(...delivered.problems),host.stdout.write(delivered.output),isStdoutTaken=flags.diff===!0||inputs.some(input=>input.path===void 0),patched=fixed2.texts.size,fixed2.count>0&&tell(`${flags.diff===!0?"would fix":"fixed"} ${plural(fixed2.count,"finding")} in ${plural(patched,"file")}`)}progress.end();for(let reason of leftAlone.values())report.summary.leftAlone[reason]=(report.summary.leftAlone[reason]??0)+1;flags.diff!==!0&&problems.push(...await print(report,reporters,settings,host,isStdoutTaken,flags.quiet===!0)),report.summary.resources===0&&report.diagnostics.length===0&&problems.length===0&&flags["allow-empty"]!==!0&&problems.push(nothingFound(operands,report));for(let problem of problems)tell(problem);return problems.length>0?2:flags.diff===!0?patched>0&&flags["exit-zero"]!==!0?1:0:exitCode(report.summary,settings.failWhen)}async function loadReporters(outputs,cwd){let loaded=[];for(let output of outputs){let reporter=await(0,import_reporters2.loadReporter)(output.format,cwd);if(reporter===void 0)throw unknownFormat(output.format);loaded.push([output,reporter])}return loaded}async function lintAll(inputs,texts3,settings,problems,progress){let linter=new Linter({kubernetesVersions:settings.kubernetesVersions,severities:settings.rules.severities,options:settings.rules.options}),unreadable=new Set;for(let input of inputs){let{file,named:named2}=input,text2=texts3.get(file);try{text2??=input.read().text}catch(error){if(!(error instanceof InputError))throw error;problems.push(error.message),unreadable.add(input);continue}await linter.add({file,text:text2,named:named2}),progress.tick()}return unreadable.size>0&&inputs.splice(0,inputs.length,...inputs.filter(input=>!unreadable.has(input))),linter.finish()}async function print(full,reporters,{color},host,isStdoutTaken,quiet){let report=quiet?{...full,diagnostics:full.diagnostics.filter(({severity})=>severity==="error")}:full,root=repositoryRoot(host.cwd),problems=[];for(let[{file},reporter]of reporters){let text2=await reporter(report,{color:color&&file===void 0,cwd:host.cwd,...root===void 0?{}:{root},quiet});if(file===void 0)(isStdoutTaken?host.stderr:host.stdout).write(text2);else try{(0,import_node_fs8.writeFileSync)((0,import_node_path11.resolve)(host.cwd,file),text2)}catch(error){problems.push(`Cannot write ${file}: ${systemReason(error)}`)}}return problems}function nothingFound(operands,{summary}){return operands[0]==="-"&&summary.documents===0?"Nothing to lint: standard input holds no manifest (fine with --allow-empty)":`Nothing to lint: no Kubernetes manifest ${operands.length===0?"here":`in ${operands.join(" ")}`} (fine with --allow-empty)`}0&&(module.exports={check,configUnknownVersion,diagnostic,engineDefineRule,filesRead,filesSystemError,parserBlockScalar,parserCharacters,parserFault,parserKeys,parserLines,parserParse,parserScalar,parserTape,reportersPlural,rules,schemaVersions});
