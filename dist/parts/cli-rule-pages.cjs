"use strict";var __create=Object.create;var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __getProtoOf=Object.getPrototypeOf,__hasOwnProp=Object.prototype.hasOwnProperty;var __commonJS=(cb,mod)=>function(){try{return mod||(0,cb[__getOwnPropNames(cb)[0]])((mod={exports:{}}).exports,mod),mod.exports}catch(e){throw mod=0,e}};var __export=(target,all)=>{for(var name in all)__defProp(target,name,{get:all[name],enumerable:!0})},__copyProps=(to,from,except,desc)=>{if(from&&typeof from=="object"||typeof from=="function")for(let key of __getOwnPropNames(from))!__hasOwnProp.call(to,key)&&key!==except&&__defProp(to,key,{get:()=>from[key],enumerable:!(desc=__getOwnPropDesc(from,key))||desc.enumerable});return to};var __toESM=(mod,isNodeMode,target)=>(target=mod!=null?__create(__getProtoOf(mod)):{},__copyProps(isNodeMode||!mod||!mod.__esModule?__defProp(target,"default",{value:mod,enumerable:!0}):target,mod)),__toCommonJS=mod=>__copyProps(__defProp({},"__esModule",{value:!0}),mod);var require_define_rule=__commonJS({"shared:/work/main/src/engine/define-rule.ts"(exports2,module2){module2.exports=require("./cli-check.cjs").engineDefineRule}});var require_project=__commonJS({"shared:/work/main/src/project.ts"(exports2,module2){module2.exports=require("../podlint.cjs").project}});var require_rules=__commonJS({"shared:/work/main/src/rules.ts"(exports2,module2){module2.exports=require("./cli-check.cjs").rules}});var require_usage_error=__commonJS({"shared:/work/main/src/usage-error.ts"(exports2,module2){module2.exports=require("../podlint.cjs").usageError}});var rule_pages_exports={};__export(rule_pages_exports,{ruleJson:()=>ruleJson,ruleList:()=>ruleList,rulePage:()=>rulePage});module.exports=__toCommonJS(rule_pages_exports);var import_define_rule=__toESM(require_define_rule(),1),import_project=__toESM(require_project(),1),import_rules=__toESM(require_rules(),1),import_usage_error=__toESM(require_usage_error(),1);function ruleList(){let rules=(0,import_rules.allRules)(),width=Math.max(...rules.map(({id})=>id.length))+2,line=({id,severity,fixable,summary})=>`  ${id.padEnd(width)}${severity.padEnd(9)}${(fixable===void 0?"":"fix").padEnd(5)}${summary}`;return`${[...new Set(rules.map(({category})=>category))].map(category=>[`${category}:`,...rules.filter(rule=>rule.category===category).map(line),""].join(`
`)).join(`
`)}
${rules.length} rules; podlint rule NAME explains one
`}function ruleJson(){return`[
${(0,import_rules.allRules)().map(({id,category,severity,presets,since,summary,why,howToFix,fixable,options,references,peers})=>({id,category,severity,presets,since,summary,why,howToFix,fixable:fixable??null,options:options??{},references,peers,url:(0,import_project.ruleUrl)(id)})).map(entry=>JSON.stringify(entry)).join(`,
`)}
]
`}function rulePage(name){let rule=(0,import_rules.allRules)().find(({id:id2})=>id2===name);if(rule===void 0)throw new import_usage_error.UsageError(`There is no rule "${name}"${(0,import_usage_error.didYouMean)(name,(0,import_rules.allRules)().map(({id:id2})=>id2))||"; see podlint rules"}`);let{id,category,severity,presets,fixable,summary,why,howToFix,options={},bad,good,references,peers}=rule,list=items=>items.map(item=>`  ${item}
`).join(""),example=text=>(0,import_define_rule.exampleText)(text).trimEnd().split(`
`).map(line=>line===""?`
`:`  ${line}
`).join("");return[`${id}: ${summary}
`,`Severity ${severity}; category ${category}; ${presets.length===0?"in no preset: switch it on by name":`in the presets ${presets.join(", ")}`}; ${fixable===void 0?"no fix":`mended by ${fixable==="safe"?"--fix":"--fix --unsafe-fixes"}`}
`,`Why:
  ${why}
`,`How to fix:
  ${howToFix}
`,Object.keys(options).length>0&&`Options:
${list(Object.entries(options).map(([option,{default:value,description}])=>`${option}: ${description} Default: ${JSON.stringify(value)}`))}`,...bad.slice(0,1).map(({title,yaml})=>`Wrong, ${title}:
${example(yaml)}`),...good.slice(0,1).map(({title,yaml})=>`Right, ${title}:
${example(yaml)}`),`See also:
${list([...references,...Object.entries(peers).map(([tool,ids])=>`${tool}: ${ids.join(", ")}`),(0,import_project.ruleUrl)(id)])}`].filter(part=>part!==!1).join(`
`)}0&&(module.exports={ruleJson,ruleList,rulePage});
