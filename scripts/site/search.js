'use strict'
// Works from a folder, too: the index is a script, since a page that was opened as a file may load nothing else.
;(() => {
  const input = document.querySelector('input[type=search]')
  const list = document.querySelector('.results')
  const root = document.body.dataset.root
  let index
  const ready = () => {
    if (index !== undefined) return index
    index = new MiniSearch({ idField: 'url', fields: ['title', 'headings', 'text'], storeFields: ['title', 'text'], searchOptions: { boost: { title: 6, headings: 2 }, prefix: true, fuzzy: 0.2, combineWith: 'AND' } })
    index.addAll(window.PODLINT_PAGES)
    return index
  }
  const show = () => {
    const found = input.value.trim() === '' ? [] : ready().search(input.value).slice(0, 20)
    list.replaceChildren(
      ...found.map(({ id, title, text }, at) => {
        const item = document.createElement('li')
        if (at === 0) item.className = 'first'
        const link = document.createElement('a')
        link.href = root + id
        link.textContent = title
        const about = document.createElement('small')
        about.textContent = text
        link.append(about)
        item.append(link)
        return item
      }),
    )
    if (found.length === 0 && input.value.trim() !== '') list.replaceChildren(Object.assign(document.createElement('li'), { textContent: 'Nothing found' }))
    list.hidden = input.value.trim() === ''
  }
  input.addEventListener('input', show)
  input.form.addEventListener('submit', (event) => {
    event.preventDefault()
    const first = list.querySelector('a')
    if (first !== null) location.href = first.href
  })
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && document.activeElement !== input) {
      event.preventDefault()
      input.focus()
    }
    if (event.key === 'Escape') list.hidden = true
  })
  // `index.html?q=probe` is a search that can be passed on.
  const asked = new URLSearchParams(location.search).get('q')
  if (asked !== null) {
    input.value = asked
    show()
  }
})()
