/**
 * What the page of `html` does: filters by what is chosen, counts what is left, and keeps both in the address, so that a view can be passed on: `report.html#severity=error&kind=Deployment`. The counts of
 * a chart are those that its own filter would have to choose from.
 */
export const SCRIPT = `
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
`
