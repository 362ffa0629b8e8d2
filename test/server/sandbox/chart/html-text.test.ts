import { expect, test } from 'vitest'
import { textFromCcda, textFromHtml } from '#server/sandbox/chart/html-text.ts'
import { textFromRtf } from '#server/sandbox/chart/rtf-text.ts'
import { html } from '#server/sandbox/smart/markup.ts'

test('D4: tables and lists stay legible', () => {
  const table = '<table><tr><th>Test</th><th>Value</th></tr><tr><td>ALT</td><td>240</td></tr></table>'
  expect(textFromHtml(`<h1>Labs</h1>${table}<ol><li>Hold drug</li><li>Call</li></ol>`)).toBe(
    'Labs\n\nTest Value\nALT 240\n\n• Hold drug\n• Call',
  )
})

test('D4: what a browser would hide is not shown', () => {
  const style = '<style>.tech { color: red; display: none } .note { color: blue }</style>'
  const note = '<p style="display: none">a</p><p hidden>b</p><i class="x tech">c</i><p class="note">Seen</p>'
  expect(textFromHtml(style + note)).toBe('Seen')
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

test('D4: a C-CDA note shows its narrative and not its header, and resolves no entity', () => {
  const note = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><ClinicalDocument>
<recordTarget><name><given>Header</given></name></recordTarget><component><structuredBody><component><section>
<code code="10164-2"/><title>Interval history</title><text><paragraph>6 stools &amp; cramps &e;</paragraph>
<list><item>Hold drug</item><item>Call</item></list></text></section></component></structuredBody></component></ClinicalDocument>`
  expect(textFromCcda(note)).toBe('Interval history\n\n6 stools & cramps &e;\n\n• Hold drug\n• Call')
})

test('D4: an RTF note shows its words: signs in hex and Unicode, tables, no fonts and no hidden groups', () => {
  const note = String.raw`{\rtf1\ansi\uc1{\fonttbl{\f0 Arial;}}{\*\generator X;}{\b Plan}\par
Stop \'fcberall \u8211? hold \{drug\}\par\trowd ALT\cell 240\cell\row {\pict 0102}Done}`
  expect(textFromRtf(note)).toBe('Plan\nStop überall – hold {drug}\nALT   240\nDone')
})
