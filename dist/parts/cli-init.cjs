/*971ada48bfde7410*/(typeof module=="object"?part=>part(exports,require,module,__filename,__dirname):part=>part)((function(exports,require,module,__filename,__dirname){"use strict";var O=Object.create;var w=Object.defineProperty;var D=Object.getOwnPropertyDescriptor;var H=Object.getOwnPropertyNames;var W=Object.getPrototypeOf,z=Object.prototype.hasOwnProperty;var F=(e,r)=>{for(var s in r)w(e,s,{get:r[s],enumerable:!0})},E=(e,r,s,i)=>{if(r&&typeof r=="object"||typeof r=="function")for(let o of H(r))!z.call(e,o)&&o!==s&&w(e,o,{get:()=>r[o],enumerable:!(i=D(r,o))||i.enumerable});return e};var G=(e,r,s)=>(s=e!=null?O(W(e)):{},E(r||!e||!e.__esModule?w(s,"default",{value:e,enumerable:!0}):s,e)),L=e=>E(w({},"__esModule",{value:!0}),e);var B={};F(B,{init:()=>V});module.exports=L(B);var h=require("node:fs"),c=require("node:path"),j=require("./cli.cjs")("configFindConfig"),b=require("./cli.cjs")("filesSettingsNames"),g=require("./cli.cjs")("filesShownPath"),S=require("./cli.cjs")("filesSystemError"),v=()=>require("./files-write.cjs"),$=require("./cli.cjs")("project"),p=require("./cli.cjs")("reportersPlural"),u=require("./cli.cjs")("usageError"),P=require("./cli.cjs")("versions"),M=require("./cli.cjs")("cliInputs"),N=require("./cli.cjs")("cliLintInputs"),T=require("./cli.cjs")("cliProgress"),R=require("./cli.cjs")("cliSettings"),k=require("./cli.cjs")("cliTell");async function V({operands:[e=".",...r],flags:s},i){if(r.length>0)throw new u.UsageError("podlint init takes one folder");let o=(0,c.resolve)(i.cwd,e);if(!(0,h.existsSync)(o)||!(0,h.statSync)(o).isDirectory())throw new u.UsageError(`${e} is not a folder`);let d=[...b.SETTINGS_NAMES].map(t=>(0,c.join)(o,t)).find(t=>(0,h.existsSync)(t))??((0,j.findConfig)(o)===(0,c.join)(o,"package.json")?(0,c.join)(o,"package.json"):void 0);if(d!==void 0)throw new u.UsageError(`There are settings already: ${(0,g.shownPath)(d,i.cwd)}; podlint config shows what they say`);let n=(0,c.join)(o,b.SETTINGS_NAMES[0]),l=await _(e,s,i);try{(0,v().writeReport)(n,q(l))}catch(t){throw new u.UsageError(`Cannot write ${(0,g.shownPath)(n,i.cwd)}: ${(0,S.systemReason)(t)}`)}let{errors:f,warnings:m,infos:a}=l;return(0,k.tell)(i.stderr,`${(0,g.shownPath)(n,i.cwd)} is written`),f+m+a>0&&(0,k.tell)(i.stderr,`there are ${[y(f,"error"),y(m,"warning"),y(a,"info")].filter(Boolean).join(", ")}; to see them: podlint; to fix what can be fixed: podlint fix; to begin with what is new only: podlint baseline write`),0}var y=(e,r)=>e===0?"":(0,p.plural)(e,r);async function _(e,r,s){let i=await(0,R.readSettings)({...r,"no-config":!0},s),o=await(0,M.findInputs)([e],[],void 0,i,s),d=new T.Progress(s.stderr),{summary:n}=await(0,N.lintInputs)(o,new Map,i,d);d.end();for(let a of o.leftAlone.values())n.leftAlone[a]=(n.leftAlone[a]??0)+1;let l={files:n.files,resources:n.resources,errors:n.errors,warnings:n.warnings,infos:n.infos,leftAlone:Object.entries(n.leftAlone).sort(([,a],[,t])=>t-a),unknownKinds:Object.keys(n.unknownKinds).sort(),placeholders:n.placeholders,fluxes:!1,argo:!1,marks:!1,ownPlaceholders:[]},f=new Set,{PEER_MARK:m}=await Promise.resolve().then(()=>require("./engine-peer-marks.cjs"));for(let a of o.inputs){let{text:t}=a.read();l.fluxes||=t.includes("kustomize.toolkit.fluxcd.io/"),l.argo||=t.includes("argoproj.io/")&&/^kind: Application(Set)?$/m.test(t),l.marks||=m.test(t),/^[^#\n]*: *"?@@\w+@@/m.test(t)&&f.add("@@*@@"),/^[^#\n]*: *"?%%\w+%%/m.test(t)&&f.add("%%*%%"),/^[^#\n]*: *"?<[A-Za-z][\w-]*>"? *$/m.test(t)&&f.add("<*>")}return{...l,ownPlaceholders:[...f]}}function q(e){let{files:r,resources:s,leftAlone:i,unknownKinds:o,placeholders:d,ownPlaceholders:n,fluxes:l,argo:f,marks:m,errors:a,warnings:t,infos:K}=e,A=a+t+K,x=[...l?["Flux"]:[],...f?["Argo CD"]:[]];return`# yaml-language-server: $schema=${$.HOMEPAGE}/raw/main/schema/podlint.schema.json
# Settings of podlint; all keys: ${$.HOMEPAGE}/blob/main/docs/settings.md
# Found here: ${(0,p.plural)(r,"file")} with ${(0,p.plural)(s,"resource")}${x.length===0?"":`, applied by ${x.join(" and ")}`}; ${A===0?"no findings":(0,p.plural)(A,"finding")}.
${i.length===0?"":`# Left alone: ${i.map(([C,I])=>`${C} (${I})`).join(", ")}; podlint files says which and why.
`}
# The versions of your clusters; without it, the newest that podlint knows.
# kubernetesVersions: ["${P.LATEST}"]

# Which rules run: api-server (what the server refuses), recommended, strict, pss-baseline, pss-restricted, \u2026
presets: recommended

# Another severity than its own for a rule, off, or its options; podlint rules lists them.
# rules:
#   no-floating-image-tag: error
#   require-memory-limit: off

# The same for whole categories: ${["validity","reliability","resources","security","networking","references","deprecation","best-practice"].join(", ")}.
# categories:
#   best-practice: info

# Other rules for some files or objects.
# overrides:
#   - files: test/**
#     rules:
#       no-naked-pod: off

# What is not yours, or no manifest of a cluster: patterns as in .gitignore.
# exclude:
#   - vendor/

# What lives elsewhere, so that nobody misses it here: KIND/NAME or KIND/NAMESPACE/NAME.
# external:
#   - Secret/*-tls
${o.length===0?"":`
# Definitions of ${o.slice(0,3).join(", ")}${o.length>3?` and ${(0,p.plural)(o.length-3,"more kind")}`:""} would let these be checked, too.
# crds:
#   - crds/
`}${d>0?`
# Values such as \${NAME} (${d} here) are known to be filled in later, and fit any type.
`:""}${n.length>0?`
# So are these.
placeholders: ${JSON.stringify(n)}
`:""}${m?`
# Marks of other tools that ignore findings are among the manifests; they count.
compatIgnores: true
`:""}
# What is there already, so that only what is new is reported: podlint baseline write
# baseline: podlint-baseline.json

# The run fails when there is a finding this bad or worse: error, warning, info or never.
failOn: error
`}0&&(module.exports={init});
}))
