import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textFromAttachment, textFromFile } from '#server/evidence/attachment.ts'
import { defaultLimits } from '#server/evidence/limits.ts'

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64')
const read = async (content: string | Uint8Array, type: string) => {
  const found = await textFromAttachment(typeof content === 'string' ? bytes(content) : content, type)
  return found.readable ? found.text : found.why
}
const cda = (body: string, head = '') =>
  `<?xml version="1.0"?>${head}<ClinicalDocument xmlns="urn:hl7-org:v3"><title>Oncology note</title><component>${body}</component></ClinicalDocument>`
const narrative = (section: string) =>
  cda(`<structuredBody><component><section>${section}</section></component></structuredBody>`)

describe('D4: a C-CDA note', () => {
  test('is read by its narrative: titles, tables, lists, paragraphs', async () =>
    expect(
      await read(
        narrative(
          '<title>Results</title><text><table><thead><tr><th>Test</th><th>Value</th></tr></thead><tbody><tr><td>ALT</td><td>312</td></tr></tbody></table><list listType="ordered"><item>Hold <content styleCode="Bold">nivolumab</content></item><item><paragraph>Call GI</paragraph></item></list><paragraph>End<br/>here &amp; now</paragraph></text><entry><observation><value value="999"/><text>structured</text></observation></entry>',
        ),
        'text/xml',
      ),
    ).toBe('Oncology note\n\nResults\n\nTest | Value\nALT | 312\n\n1. Hold nivolumab\n2. Call GI\n\nEnd\nhere & now'))

  test('a deleted statement is not read', async () =>
    expect(
      await read(
        narrative('<title>Exam</title><text>Skin <content revised="delete">grade 3 rash</content>clear</text>'),
        'text/xml',
      ),
    ).toBe('Oncology note\n\nExam\nSkin clear'))

  test.each([
    ['text/plain', base64('Six loose stools'), 'Six loose stools'],
    ['text/rtf', base64('{\\rtf1 Six loose stools}'), 'Six loose stools'],
    ['text/html', base64('<p>Six loose stools</p>'), 'Six loose stools'],
    ['image/png', base64('\x89PNG....'), 'unknown-format'],
    ['text/plain', '', 'no-text'],
    ['text/xml', base64(narrative('<title>x</title>')), 'Oncology note\n\nx'],
  ])('an embedded body of type %s is read as that', async (type, data, expected) =>
    expect(
      await read(
        cda(`<nonXMLBody><text mediaType="${type}" representation="B64">${data}</text></nonXMLBody>`),
        'text/xml',
      ),
    ).toBe(expected),
  )

  test('a document in a document in a document is made to exhaust a reader', async () => {
    const embed = (inner: string) =>
      cda(`<nonXMLBody><text mediaType="text/xml" representation="B64">${base64(inner)}</text></nonXMLBody>`)
    expect(await read(embed(embed(cda('<x/>'))), 'text/xml')).toBe('damaged')
  })

  test.each([
    ['an entity bomb', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'],
    ['an external entity', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
    ['an external document type', '<!DOCTYPE ClinicalDocument SYSTEM "http://evil.example/x.dtd">'],
  ])('%s is refused as damaged before anything is expanded or fetched', async (_, head) =>
    expect(await read(cda('<x>&b;</x>', head), 'application/xml')).toBe('damaged'),
  )

  test('an unknown entity, an unclosed tag and absurd depth are damage', async () => {
    expect(await read(narrative('<text>&nope;</text>'), 'text/xml')).toBe('damaged')
    expect(await read('<ClinicalDocument><title>x', 'text/xml')).toBe('damaged')
    expect(await read(cda('<a>'.repeat(50_000)), 'text/xml')).toBe('damaged')
  })

  test('XML that is no clinical document is an unknown format; XHTML under that name is HTML', async () => {
    expect(await read('<invoice><text>colitis</text></invoice>', 'text/xml')).toBe('unknown-format')
    const doctype =
      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'
    expect(await read(`<?xml version="1.0"?>${doctype}<html><body><p>Rash</p></body></html>`, 'text/plain')).toBe(
      'Rash',
    )
    expect(await read('<?xml version="1.0"?><html xmlns="x"><body><p>Rash</p></body></html>', 'application/xml')).toBe(
      'Rash',
    )
  })
})

/** A one-page PDF with the given content stream. */
function pdf(content: string, filter = ''): Uint8Array {
  const stream = filter === '' ? content : deflateSync(Buffer.from(content, 'latin1')).toString('latin1')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<<${filter}/Length ${stream.length}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ]
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')
  return bytes(`%PDF-1.4\n${body}trailer<</Root 1 0 R/Size 6>>\n%%EOF`)
}
const LINES =
  'BT /F1 11 Tf 1 0 0 1 50 700 Tm (Impression:) Tj 1 0 0 1 50 686 Tm (Grade 2 colitis, six stools a day.) Tj 1 0 0 1 50 650 Tm (Hold pembrolizumab.) Tj ET'

describe('D4: a PDF', () => {
  test('keeps its lines, and a taller gap parts paragraphs', async () =>
    expect(await read(pdf(LINES), 'application/pdf')).toBe(
      'Impression:\nGrade 2 colitis, six stools a day.\n\nHold pembrolizumab.',
    ))

  test('with compressed streams reads the same', async () =>
    expect(await read(pdf(LINES, '/Filter/FlateDecode'), 'application/pdf')).toContain('Hold pembrolizumab.'))

  test('a scan has no text, and is never "nothing found"', async () =>
    expect(await read(pdf('0 0 612 792 re f'), 'application/pdf')).toBe('no-text'))

  test('the word stream inside its sentences is no stream', async () => {
    const sentence = `BT /F1 11 Tf 1 0 0 1 50 700 Tm (No bloodstream infection ${'and so on '.repeat(60)}) Tj ET`
    expect(await read(pdf(sentence), 'application/pdf')).toContain('No bloodstream infection')
  })

  test('a file that only repeats the keyword is refused quickly', async () => {
    const started = performance.now()
    expect(await read(`%PDF-1.4\n${'1 0 obj <<>> stream\n'.repeat(100_000)}`, 'application/pdf')).toBe('too-large')
    expect(performance.now() - started).toBeLessThan(3_000)
  })

  test('broken files are damaged', async () => {
    expect(await read('%PDF-1.7 and then nothing', 'application/pdf')).toBe('damaged')
  })

  test('a stream that would inflate beyond the limit is refused before it is read', async () => {
    const bomb = pdf(' '.repeat(2_000_000), '/Filter/FlateDecode')
    const limits = { ...defaultLimits, maxInflatedBytes: 1_000_000 }
    expect(bomb.byteLength).toBeLessThan(10_000)
    expect(await textFromAttachment(bomb, 'application/pdf', limits)).toEqual({ readable: false, why: 'too-large' })
    expect(await read(pdf(LINES, '/Filter[/FlateDecode/FlateDecode]'), 'application/pdf')).toBe('too-large')
  })
})

describe('what an attachment is', () => {
  test.each([
    ['{\\rtf1 Rash}', 'text/plain', 'Rash'],
    ['<html><body>Rash</body></html>', 'text/plain', 'Rash'],
    [narrative('<title>HPI</title><text>Rash</text>'), 'application/octet-stream', 'Oncology note\n\nHPI\nRash'],
    ['Chest x-ray: clear', 'application/octet-stream', 'Chest x-ray: clear'],
    ['Rash < 10 % BSA', '', 'Rash < 10 % BSA'],
    ['Rash', 'text/plain; charset=utf-8', 'Rash'],
    ['Rash', 'TEXT/PLAIN', 'Rash'],
  ])('%s called "%s" is read for what it is', async (content, type, expected) =>
    expect(await read(content, type)).toBe(expected),
  )

  test.each([
    ['\x89PNG\r\n', 'image/png', 'unknown-format'],
    ['\x89PNG\r\n', 'text/plain', 'unknown-format'],
    ['PK\x03\x04', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'unknown-format'],
    ['\xd0\xcf\x11\xe0', 'application/msword', 'unknown-format'],
    ['Rash', 'application/msword', 'unknown-format'],
    ['Rash', 'constructor', 'unknown-format'],
    ['', 'text/plain', 'no-text'],
    ['  \n\n -- ', 'text/plain', 'no-text'],
    ['<p></p>', 'text/html', 'no-text'],
    ['Dear colleague', 'application/rtf', 'damaged'],
    ['\x00\x01\x02\x03\x04'.repeat(20), 'application/octet-stream', 'unknown-format'],
  ])('%j called "%s" has no text: %s', async (content, type, why) => expect(await read(content, type)).toBe(why))

  test('30 MB are too large, and so is a text beyond the limit', async () => {
    expect(await read(new Uint8Array(30 * 1024 * 1024), 'text/plain')).toBe('too-large')
    const limits = { ...defaultLimits, maxTextLength: 10 }
    expect(await textFromAttachment(bytes('Rash on both arms'), 'text/plain', limits)).toEqual({
      readable: false,
      why: 'too-large',
    })
  })

  test('the command line prints the text that would be stored and quoted', async () =>
    expect(await textFromFile(bytes('<p>Rash \n today</p>'), 'text/html')).toEqual({
      readable: true,
      text: 'Rash today',
    }))

  test('no bytes under any name make it throw', async () => {
    const types = ['text/plain', 'text/html', 'text/rtf', 'text/xml', 'application/pdf', 'application/octet-stream', '']
    const starts = ['', '{\\rtf1 ', '<html>', '%PDF-1.4\n', '<ClinicalDocument>', '<?xml version="1.0"?>']
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...types),
        fc.constantFrom(...starts),
        fc.uint8Array({ maxLength: 300 }),
        async (type, start, rest) => {
          const found = await textFromAttachment(Buffer.concat([Buffer.from(start, 'latin1'), rest]), type)
          expect(typeof found.readable).toBe('boolean')
        },
      ),
      { numRuns: 150 },
    )
  })
})
