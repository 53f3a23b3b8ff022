/** How the page of `html` looks, in light and in dark. */
export const STYLE = `
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
`
