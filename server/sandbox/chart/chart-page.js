// Swaps the parts of an open chart without loading the page, and with it the panel, again. Without this script every
// link and form still works as a whole page.
const PARTS = { headers: { 'x-chart-parts': '1' } }
const ASK_EVERY_MS = 1000

/** The newest request wins: an answer that comes after the user has gone elsewhere is dropped. */
let newest = 0
let waiting = 0

async function swap(address, request = {}, record = true) {
  newest += 1
  const mine = newest
  waiting += 1
  const answer = await fetch(address, { ...PARTS, ...request }).finally(() => {
    waiting -= 1
  })
  const parts = new DOMParser().parseFromString(await answer.text(), 'text/html')
  if (mine !== newest) return
  if (!parts.getElementById('work')) {
    location.assign(answer.url)
    return
  }
  for (const part of parts.querySelectorAll('body > [id]')) document.getElementById(part.id)?.replaceWith(part)
  if (!record) return
  if (answer.url !== location.href) history.pushState(null, '', answer.url)
  moveFocus(document.getElementById('work'))
}

/** Keyboard and screen reader go on where the new work begins: the first field of a form, else its head. */
function moveFocus(work) {
  const field = work.querySelector('textarea, select, input')
  if (field) field.focus()
  else work.focus({ preventScroll: true })
  if (work.getBoundingClientRect().top < 0) work.scrollIntoView()
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-swap]')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
  event.preventDefault()
  swap(link.href).catch(() => location.assign(link.href))
})

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!form.hasAttribute('data-swap')) return
  event.preventDefault()
  const buttons = form.querySelectorAll('button')
  for (const button of buttons) button.disabled = true
  swap(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) }).catch(() => {
    for (const button of buttons) button.disabled = false
    warn(form, 'The chart did not answer. See whether it was stored before you try again.')
  })
})

function warn(form, sentence) {
  const alert = Object.assign(document.createElement('p'), { textContent: sentence })
  alert.setAttribute('role', 'alert')
  form.prepend(alert)
}

addEventListener('popstate', () => swap(location.href, {}, false))

let beat
async function listen() {
  const work = document.getElementById('work')
  if (!work) return
  try {
    if (document.visibilityState === 'visible') {
      const answer = await fetch(`${work.dataset.chart}/pulse`)
      if (answer.ok) await refresh((await answer.json()).beat)
    }
  } finally {
    setTimeout(listen, ASK_EVERY_MS)
  }
}

/** A form in work is left alone: only what shows the chart is fetched again. */
async function refresh(newBeat) {
  if (waiting > 0) return
  const changed = beat !== undefined && newBeat !== beat
  beat = newBeat
  const work = document.getElementById('work')
  if (!changed || !work.hasAttribute('data-live')) return
  const focused = work.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null
  await swap(location.href, {}, false)
  if (focused) document.querySelector(`#work a[href="${CSS.escape(focused)}"]`)?.focus()
}

listen().catch(() => {})
