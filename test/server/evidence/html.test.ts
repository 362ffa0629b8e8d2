import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textFromHtml } from '#server/evidence/html.ts'
import { normalise } from '#server/evidence/normalise.ts'

const read = (html: string) => normalise(textFromHtml(html))

describe('D4: an HTML note', () => {
  test('keeps headings, paragraphs and line breaks apart', () =>
    expect(read('<h2>HPI</h2><p>Six stools<br>a day.</p><p>No blood.</p>')).toBe(
      'HPI\n\nSix stools\na day.\n\nNo blood.',
    ))

  test('keeps the columns of a table legible', () =>
    expect(read('<table><tr><th>Test<th>Value</tr><tr><td>ALT</td><td>312 <b>H</b></td></tr></table>')).toBe(
      'Test | Value\nALT | 312 H',
    ))

  test('marks list entries, numbers ordered ones and indents inner ones', () =>
    expect(read('<ul><li>hold<li><p>prednisone</p><ul><li>80 mg</ul></ul><ol><li>first</li><li>second</li></ol>')).toBe(
      '- hold\n- prednisone\n  - 80 mg\n\n1. first\n2. second',
    ))

  test.each([
    '<script>var x = "<p>colitis</p>"</script>seen',
    '<style>p { content: "colitis" }</style>seen',
    '<head><title>colitis</title></head>seen',
    '<div hidden>colitis</div>seen',
    '<div style="display: none">a <div>colitis</div> b</div>seen',
    '<span style="visibility:hidden">colitis</span>seen',
    '<span style="font-size:0">colitis</span>seen',
    '<p hidden>colitis<p>seen',
    '<!-- colitis -->seen',
    '<template><b>colitis</b></template>seen',
    '<svg><text>colitis</text></svg>seen',
    '<noscript>colitis</noscript>seen',
    '<textarea hidden>colitis</textarea>seen',
  ])('does not read what nobody sees: %s', (html) => expect(read(html)).toBe('seen'))

  test('a struck-out statement is no longer made, but that there was one stays visible', () =>
    expect(read('<p>On exam <s>grade 3 rash</s> skin clear</p>')).toBe('On exam [struck out] skin clear'))

  test('font-size:0.9em is small, not hidden', () => expect(read('<i style="font-size:0.9em">rash</i>')).toBe('rash'))

  test('decodes entities, keeps ticked boxes and preformatted lines', () => {
    expect(read('ALT &gt; 5 &times; ULN &amp; rising&nbsp;fast')).toBe('ALT > 5 × ULN & rising fast')
    expect(read('<input type=checkbox checked> diarrhea <input type=checkbox> rash')).toBe('[x] diarrhea [ ] rash')
    expect(read('<pre>ALT   312\nAST    98</pre>after')).toBe('ALT   312\nAST    98\n\nafter')
  })

  test('words that are split by inline markup stay one word', () =>
    expect(read('pneumo<b>nitis</b>')).toBe('pneumonitis'))

  test('XHTML with a CDATA-free body reads the same', () =>
    expect(
      read('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Rash</p></body></html>'),
    ).toBe('Rash'))

  test('elements with the names of built-in properties are only elements', () =>
    expect(read('<constructor>Rash</constructor> <toString>today')).toBe('Rash today'))

  test('no HTML makes it throw', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('<div>', '</div>', '<li>', '<td', '>', '<p hidden>', '<script>', '&', 'a', '<!--', '</'),
          {
            maxLength: 60,
          },
        ),
        (parts) => void read(parts.join('')),
      ),
    ))

  test('a hundred thousand nested elements cost time in proportion, and no stack', () => {
    const deep = (depth: number) => `${'<div><p>'.repeat(depth)}rash`
    const started = performance.now()
    expect(read(deep(100_000))).toBe('rash')
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
