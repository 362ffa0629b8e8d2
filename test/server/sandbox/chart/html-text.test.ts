import { expect, test } from 'vitest'
import { textFromHtml } from '#server/sandbox/chart/html-text.ts'
import { html } from '#server/sandbox/smart/markup.ts'

test('D4: tables and lists stay legible', () => {
  const table = '<table><tr><th>Test</th><th>Value</th></tr><tr><td>ALT</td><td>240</td></tr></table>'
  expect(textFromHtml(`<h1>Labs</h1>${table}<ol><li>Hold drug</li><li>Call</li></ol>`)).toBe(
    'Labs\n\nTest Value\nALT 240\n\n• Hold drug\n• Call',
  )
})

test('D4: what a browser would hide is not shown', () => {
  expect(textFromHtml('<p style="display: none">template</p><p hidden>v4</p><p>Seen</p>')).toBe('Seen')
})

test('words of a broken page are kept', () => {
  expect(textFromHtml('<p>one<p>two<b>three')).toBe('one\n\ntwothree')
})

test('nothing that could run or load remains', () => {
  expect(
    textFromHtml('<svg onload=x()>a</svg><img src=x onerror=y()><iframe src=z>b</iframe><script>c</script>seen'),
  ).toBe('seen')
})

test('whatever is put into a page is escaped, what was made as markup is not', () => {
  const name = `<img src=x onerror="a('b')">`
  expect(html`<p title="${name}">${html`<b>${name}</b>`}${undefined}${false}${3}</p>`.markup).toBe(
    '<p title="&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt;"><b>&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt;</b>3</p>',
  )
})
