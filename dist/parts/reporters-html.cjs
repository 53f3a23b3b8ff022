/*a1f35f43c0eddfe7*/(typeof module=="object"?part=>part(exports,require,module,__filename,__dirname):part=>part)((function(exports,require,module,__filename,__dirname){"use strict";var h=Object.defineProperty;var q=Object.getOwnPropertyDescriptor;var z=Object.getOwnPropertyNames;var M=Object.prototype.hasOwnProperty;var I=(e,t)=>{for(var n in t)h(e,n,{get:t[n],enumerable:!0})},L=(e,t,n,o)=>{if(t&&typeof t=="object"||typeof t=="function")for(let r of z(t))!M.call(e,r)&&r!==n&&h(e,r,{get:()=>t[r],enumerable:!(o=q(t,r))||o.enumerable});return e};var B=e=>L(h({},"__esModule",{value:!0}),e);var G={};I(G,{default:()=>D});module.exports=B(G);var T=require("node:crypto"),p=require("./cli.cjs")("diagnostic");function y(e){let t=new Map;for(let n of e){let o=t.get(n.file);o?o.push(n):t.set(n.file,[n])}return t}var A=()=>require("./reporters-code-frame.cjs"),O=require("./cli.cjs")("reportersColor");var w=({rule:e})=>e;var $=({object:e})=>e.split(" ")[0]||N,N="(no object)",S=({object:e})=>/^\S+ ([^/]+)\//.exec(e)?.[1]??"";function k(e,t){let n=new Map;for(let o of e){let r=t(o),i=n.get(r)??{name:r,findings:0,errors:0,warnings:0,infos:0,fixable:0,fixableUnsafe:0};n.set(r,i),i.findings++,i[`${o.severity}s`]++,o.fix==="safe"?i.fixable++:o.fix==="unsafe"&&i.fixableUnsafe++}return[...n.values()].sort((o,r)=>r.findings-o.findings||(o.name<r.name?-1:1))}var v=`
'use strict'
;(() => {
  const form = document.querySelector('.filters')
  if (form === null) return
  const SEVERITIES = ['error', 'warning', 'info']
  const FACETS = ['rule', 'namespace', 'kind']
  const MOST_BARS = 8
  const articles = [...document.querySelectorAll('article')]
  const findings = articles.map((element) => ({ ...element.dataset, element, text: (element.closest('section').querySelector('h2').textContent + ' ' + element.textContent).toLowerCase() }))
  const sections = [...document.querySelectorAll('.file')].map((element) => ({ element, articles: [...element.querySelectorAll('article')], count: element.querySelector('small') }))
  const field = (name) => form.elements[name]
  const boxes = [...form.querySelectorAll('[name=severity]')]

  function read() {
    const values = new URLSearchParams(location.hash.slice(1))
    const severities = values.get('severity')
    for (const box of boxes) box.checked = severities === null || severities.split(',').includes(box.value)
    for (const name of [...FACETS, 'text']) field(name).value = values.get(name) ?? ''
  }

  function write() {
    const values = new URLSearchParams()
    const checked = boxes.filter((box) => box.checked).map((box) => box.value)
    if (checked.length < boxes.length) values.set('severity', checked.join(','))
    for (const name of [...FACETS, 'text']) if (field(name).value !== '') values.set(name, field(name).value)
    history.replaceState(null, '', '#' + values)
  }

  function show() {
    const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value))
    const text = field('text').value.trim().toLowerCase()
    const wanted = Object.fromEntries(FACETS.map((name) => [name, field(name).value]))
    const misses = (finding) => [...(severities.has(finding.severity) ? [] : ['severity']), ...FACETS.filter((name) => wanted[name] !== '' && finding[name] !== wanted[name]), ...(finding.text.includes(text) ? [] : ['text'])]
    const counts = Object.fromEntries(['severity', ...FACETS].map((name) => [name, new Map()]))
    let shown = 0
    for (const finding of findings) {
      const missed = misses(finding)
      finding.element.hidden = missed.length > 0
      if (missed.length === 0) shown++
      for (const name of ['severity', ...FACETS]) {
        if (missed.some((each) => each !== name)) continue
        const count = counts[name].get(finding[name]) ?? { error: 0, warning: 0, info: 0, all: 0 }
        counts[name].set(finding[name], count)
        count[finding.severity]++
        count.all++
      }
    }
    for (const { element, articles, count } of sections) {
      const left = articles.filter((article) => !article.hidden).length
      element.hidden = left === 0
      count.textContent = left
    }
    form.querySelector('.shown').textContent = shown === findings.length ? shown + (shown === 1 ? ' finding' : ' findings') : shown + ' of ' + findings.length + ' findings'
    for (const output of form.querySelectorAll('[data-facet=severity]')) output.textContent = counts.severity.get(output.dataset.value)?.all ?? 0
    for (const chart of document.querySelectorAll('figure')) {
      const name = chart.dataset.facet
      const countOf = (bar) => counts[name].get(bar.dataset.value)?.all ?? 0
      const isChosen = (bar) => wanted[name] === bar.dataset.value
      const bars = [...chart.querySelectorAll('button')].sort((a, b) => isChosen(b) - isChosen(a) || countOf(b) - countOf(a) || (a.dataset.value < b.dataset.value ? -1 : 1))
      const left = bars.filter((bar) => isChosen(bar) || countOf(bar) > 0)
      const most = Math.max(1, ...bars.map(countOf))
      const more = chart.querySelector('p')
      more.textContent = left.length > MOST_BARS ? 'and ' + (left.length - MOST_BARS) + ' more' : ''
      for (const bar of bars) {
        bar.hidden = left.indexOf(bar) === -1 || left.indexOf(bar) >= MOST_BARS
        chart.insertBefore(bar, more)
        const count = counts[name].get(bar.dataset.value)
        bar.querySelector('b').textContent = count?.all ?? 0
        bar.setAttribute('aria-pressed', isChosen(bar))
        for (const severity of SEVERITIES) bar.querySelector('.' + severity).style.width = ((count?.[severity] ?? 0) / most) * 100 + '%'
      }
    }
  }

  const change = () => {
    write()
    show()
  }
  form.hidden = false
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('input', change)
  form.addEventListener('reset', () => setTimeout(change))
  for (const bar of document.querySelectorAll('figure button')) {
    bar.addEventListener('click', () => {
      const chosen = field(bar.closest('figure').dataset.facet)
      chosen.value = chosen.value === bar.dataset.value ? '' : bar.dataset.value
      change()
    })
  }
  // A link to a rule leads there and leaves the filters alone.
  const isFilter = () => location.hash === '' || location.hash.includes('=')
  addEventListener('hashchange', () => {
    if (!isFilter()) return
    read()
    show()
  })
  if (isFilter()) read()
  show()
})()
`;var C=`
:root{color-scheme:light dark;--bg:#fff;--card:#f6f8fa;--line:#d5dae0;--text:#1c2128;--dim:#57606a;--link:#0858c6;--error:#c62828;--warning:#b26a00;--info:#1f6feb;--mark:#ffe08a;--mark-text:#1c2128}
@media (prefers-color-scheme:dark){:root{--bg:#12161b;--card:#1b2129;--line:#343c46;--text:#e4e9ef;--dim:#9aa5b1;--link:#6cb0ff;--error:#ff7b72;--warning:#e3a23b;--info:#6cb0ff;--mark:#7a5b00;--mark-text:#fff}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:76rem;padding:1.5rem;background:var(--bg);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
h1{margin:0;font-size:1.6rem}h2{font-size:1.05rem;margin:1.6rem 0 .5rem;overflow-wrap:anywhere}h3{margin:0;font:600 .95rem ui-monospace,monospace}
small{color:var(--dim);font-weight:400}p{margin:.25rem 0}a{color:var(--link)}
code,pre{font:.85rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}code{overflow-wrap:anywhere}
header p{color:var(--dim)}header p:last-child{color:var(--text);font-size:1.05rem}
.filters{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end;margin:1rem 0;padding:.75rem 0;background:var(--bg);border-bottom:1px solid var(--line)}
.filters[hidden]{display:none}.filters label{display:flex;flex-direction:column;max-width:11rem;font-size:.8rem;color:var(--dim)}
.filters fieldset{display:flex;gap:.75rem;border:0;margin:0;padding:0}.filters legend{padding:0;font-size:.8rem;color:var(--dim)}.filters fieldset label{flex-direction:row;gap:.25rem;align-items:center;color:var(--text);font-size:.95rem;line-height:1.9rem}
select,input[type=search],button[type=reset]{height:2rem;max-width:100%;padding:0 .5rem;font:inherit;font-size:.9rem;color:var(--text);background:var(--card);border:1px solid var(--line);border-radius:6px}
.shown{margin-left:auto;line-height:2rem;font-weight:600}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:1rem}
figure{margin:0;padding:.75rem;background:var(--card);border:1px solid var(--line);border-radius:8px}figcaption{font-weight:600;margin-bottom:.35rem}figure p{color:var(--dim);font-size:.85rem}
figure button{display:grid;grid-template-columns:1fr auto;width:100%;padding:.15rem .25rem;font:inherit;font-size:.85rem;text-align:left;color:inherit;background:none;border:0;border-radius:4px;cursor:pointer}
figure button:hover,figure button[aria-pressed=true]{background:var(--line)}figure button[hidden]{display:none}figure span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}figure b{font-weight:500}
figure em{grid-column:1/-1;display:flex;height:.45rem;margin-top:.1rem}figure i{height:100%}i.error{background:var(--error)}i.warning{background:var(--warning)}i.info{background:var(--info)}
.file{content-visibility:auto;contain-intrinsic-size:auto 30rem}
article{margin:.5rem 0;padding:.5rem .75rem;background:var(--card);border:1px solid var(--line);border-left:4px solid;border-radius:6px;overflow-wrap:anywhere}
article.error{border-left-color:var(--error)}article.warning{border-left-color:var(--warning)}article.info{border-left-color:var(--info)}
article[hidden],section[hidden]{display:none}
.error strong,label.error output{color:var(--error)}.warning strong,label.warning output{color:var(--warning)}.info strong,label.info output{color:var(--info)}
.message a{font:.85rem ui-monospace,monospace}.where,.related,.fix{font-size:.85rem;color:var(--dim)}
pre{margin:.35rem 0;padding:.3rem .5rem;overflow-x:auto;background:var(--bg);border-radius:4px}pre span{display:inline-block;min-width:2.5rem;padding-right:.75rem;color:var(--dim);text-align:right;user-select:none}
mark{background:var(--mark);color:var(--mark-text);border-radius:2px}
footer{margin-top:2.5rem;border-top:1px solid var(--line)}footer section{margin:1rem 0}footer section:target{outline:2px solid var(--link);outline-offset:.5rem}
.empty{font-size:1.2rem}
@media print{.filters{display:none}article{break-inside:avoid}.file{content-visibility:visible}}
`;var x=require("./cli.cjs")("reportersPlural"),R=require("./cli.cjs")("reportersSummary");var U={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;"},d=e=>Object.entries(e).map(([t,n])=>` ${t}="${a(String(n))}"`).join(""),a=e=>e.replace(/[&<>"]/g,t=>U[t]);var j=[["rule","Rule",w],["namespace","Namespace",e=>S(e)||"(none)"],["kind","Kind",$]],E=8;function D(e){let{version:t,diagnostics:n,rules:o,summary:r}=e,i=`default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${(0,T.createHash)("sha256").update(v).digest("base64")}'; base-uri 'none'; form-action 'none'`,l=j.map(([s,u,g])=>({name:s,label:u,counts:k(n,g)})),f=p.SEVERITIES.map(s=>({severity:s,count:r[`${s}s`]}));return["<!doctype html>",'<html lang="en">',"<head>",'<meta charset="utf-8">','<meta name="viewport" content="width=device-width, initial-scale=1">',`<meta http-equiv="Content-Security-Policy" content="${i}">`,`<title>podlint: ${n.length===0?"no findings":f.filter(({count:s})=>s>0).map(({severity:s,count:u})=>(0,x.plural)(u,s)).join(", ")}</title>`,`<style>${C}</style>`,"</head>","<body>",`<header><h1>podlint <small>${a(t)}</small></h1>${(0,R.summaryText)(r,(0,O.painter)(!1)).trimEnd().split(`
`).map(s=>`<p>${a(s)}</p>`).join("")}</header>`,...n.length===0?[`<main><p class="empty">${r.resources===0?"Nothing was checked.":"No findings."}</p></main>`]:[..._(l,n),...P(l),"<main>",...[...y(n)].map(X),"</main>",...K(o)],`<script>${v}</script>`,"</body>","</html>",""].join(`
`)}function _(e,t){let n=p.SEVERITIES.map(r=>`<label class="${r}"><input type="checkbox" name="severity" value="${r}" checked> ${r} <output data-facet="severity" data-value="${r}">${t.filter(i=>i.severity===r).length}</output></label>`),o=e.map(({name:r,label:i,counts:l})=>{let f=l.map(m=>m.name).sort();return`<label>${i} <select name="${r}"><option value="">all</option>${f.map(m=>`<option${d({value:m})}>${a(m)}</option>`).join("")}</select></label>`});return['<form class="filters" hidden>',`<fieldset><legend>Severity</legend>${n.join("")}</fieldset>`,...o,'<label>Text <input type="search" name="text" placeholder="file, object, message"></label>','<button type="reset">Show all</button>',`<output class="shown">${(0,x.plural)(t.length,"finding")}</output>`,"</form>"]}function P(e){return['<section class="charts" aria-label="Charts">',...e.map(({name:t,label:n,counts:o})=>{let r=o[0].findings,i=o.length-E;return`<figure data-facet="${t}"><figcaption>${n}</figcaption>${o.map((l,f)=>V(l,r,f>=E)).join("")}<p>${i>0?`and ${i} more`:""}</p></figure>`}),"</section>"]}function V({name:e,findings:t,...n},o,r){let i=p.SEVERITIES.map(l=>`<i class="${l}" style="width:${H(n[`${l}s`],o)}"></i>`);return`<button type="button" aria-pressed="false"${d({"data-value":e,title:e})}${r?" hidden":""}><span>${a(e)}</span><b>${t}</b><em>${i.join("")}</em></button>`}var H=(e,t)=>`${Math.round(e/t*1e3)/10}%`;function X([e,t]){return`<section class="file"><h2>${a(e)} <small>${t.length}</small></h2>
${t.map(Y).join(`
`)}
</section>`}function Y(e){let{severity:t,rule:n,message:o,start:r,object:i,path:l,origin:f,related:m=[],fix:s,file:u}=e,g=Object.fromEntries([["severity",t],...j.map(([c,,b])=>[c,b(e)])].map(([c,b])=>[`data-${c}`,b])),F=[`<code>${r.line}:${r.column}</code>`,i!==""&&a(i),l!==""&&`<code>${a(l)}</code>`,f!==void 0&&`rendered from ${a(f)}`].filter(c=>c!==!1);return[`<article${d({class:t,...g})}>`,`<p class="message"><strong>${t}</strong> ${a(o)} <a${d({href:`#rule-${n}`})}>${a(n)}</a></p>`,`<p class="where">${F.join(" \xB7 ")}</p>`,...J(e),...m.map(c=>`<p class="related">${a(`${c.file===u?"":`${c.file}:`}${c.start.line}:${c.start.column} ${c.message}`)}</p>`),...s===void 0?[]:[`<p class="fix">Fixable with <code>podlint fix${s==="safe"?"":" --unsafe-fixes"}</code></p>`],"</article>"].join("")}function J(e){if(e.sourceLine.trim()==="")return[];let{head:t,marked:n,tail:o}=(0,A().markedLine)(e);return[`<pre><span>${e.start.line}</span>${a(t)}<mark>${a(n)}</mark>${a(o)}</pre>`]}function K(e){return["<footer>","<h2>Rules</h2>",...[...e.values()].map(({id:n,summary:o,why:r,howToFix:i,url:l,references:f})=>{let m=[l,...f].filter(s=>/^https?:\/\//.test(s)).map(s=>`<a${d({href:s,rel:"noreferrer"})}>${a(s)}</a>`);return`<section${d({id:`rule-${n}`})}><h3>${a(n)}</h3><p>${a(o)}</p><p>${a(r)}</p><p><b>How to fix:</b> ${a(i)}</p><p>${m.join("<br>")}</p></section>`}),"</footer>"]}
}))
