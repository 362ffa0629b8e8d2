import { Buffer } from 'node:buffer'
import { parse } from 'parse5'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { asCcda } from '#server/sandbox/patients/as-ccda.ts'
import { asHtml } from '#server/sandbox/patients/as-html.ts'
import { asPdf } from '#server/sandbox/patients/as-pdf.ts'
import { asPlain } from '#server/sandbox/patients/as-plain.ts'
import { asRtf } from '#server/sandbox/patients/as-rtf.ts'
import { encoded } from '#server/sandbox/patients/attachment.ts'
import { cohort } from '#server/sandbox/patients/cohort.ts'
import type { Story, StoryNote } from '#server/sandbox/patients/story.ts'

const TODAY = '2026-06-15'
const note = `# Assessment & plan
Céline has a T of 38.1° (fever) and K < 3 \\ Na "low", 5 × a day.
Second line of the paragraph.

- hold cycle 4 {today}
- call if > 6 stools

| Test | Value |
| ALT | 4.9 µkat/L |`

const words = (text: string): readonly string[] => text.split(/[\s|#]+/).filter((word) => word !== '' && word !== '-')

const notesIn = (format: StoryNote['format']): readonly (readonly [Story, StoryNote])[] =>
  cohort.flatMap((story) => story.notes.filter((each) => each.format === format).map((each) => [story, each] as const))

async function pdfText(bytes: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages = [...Array(document.numPages).keys()].map(async (page) => {
    const { items } = await (await document.getPage(page + 1)).getTextContent({ disableNormalization: true })
    return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
  })
  return (await Promise.all(pages)).join('\n')
}

/** Reads the RTF that the sandbox writes: hex and unicode escapes, line words, then drops every other control word. */
function rtfText(rtf: string): string {
  return rtf
    .replace(/\{\\(fonttbl|colortbl|\*|info)[\s\S]*?\}\s*(?=[{\\\n])/g, '')
    .replace(/\\u(-?\d+)\?/g, (_, unit) => String.fromCharCode((Number(unit) + 0x10000) % 0x10000))
    .replace(/\\'([0-9a-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\(par|line|cell|row|tab)\b ?/g, '\n')
    .replace(/\\([\\{}])/g, (_, sign) => `\u0000${sign.charCodeAt(0)};`)
    .replace(/\\[a-z]+-?\d* ?|[{}]/g, '')
    .replace(/\0(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
}

interface HtmlNode {
  readonly nodeName: string
  readonly value?: string
  readonly attrs?: readonly { readonly name: string; readonly value: string }[]
  readonly childNodes?: readonly HtmlNode[]
}

/** The visible text of the HTML that the sandbox writes. */
function htmlText(node: HtmlNode): string {
  const hidden = node.attrs?.some(({ name, value }) => name === 'style' && value.includes('none'))
  if (hidden || ['style', 'title', '#comment'].includes(node.nodeName)) return ''
  if (node.nodeName === '#text') return node.value ?? ''
  return ` ${(node.childNodes ?? []).map(htmlText).join('')} `
}

function xmlText(xml: string): string {
  const heard: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('text', (text) => heard.push(text))
  parser.write(xml).close()
  return heard.join(' ')
}

const ccda = (text: string): string =>
  asCcda(
    {
      documentId: 'd1',
      title: 'Visit <today>',
      type: { code: '11506-3', display: 'Progress note' },
      patient: { mrn: '1234567', given: 'Céline', family: 'O"Hara & sons', born: '1971-11-30' },
      gender: 'female',
      writtenAt: '2026-06-01T09:30:00Z',
      author: { id: 'oncologist', given: 'Ingrid', family: 'Vasterling' },
    },
    text,
  )

describe('each format carries every word of the note', () => {
  test('plain text keeps dashes and line breaks and parts table cells by tabs', () => {
    expect(asPlain(note)).toContain('Assessment & plan:\n\nCéline has')
    expect(asPlain(note)).toContain('- call if > 6 stools\n\nTest\tValue\nALT\t4.9 µkat/L\n')
  })

  test('HTML says what the note says, and what is hidden is not among it', () => {
    const html = asHtml('Visit', note)
    const text = htmlText(parse(html))
    expect(words(text)).toEqual(['Visit', ...words(note)])
    expect(html).toContain('K &lt; 3')
    expect(html).toContain('display:none')
  })

  test('RTF is pure ASCII, escapes its own signs, and says what the note says', () => {
    const rtf = asRtf('Visit', `${note}\n→ recheck`)
    expect(/^[\x20-\x7e\n]+$/.test(rtf)).toBe(true)
    expect(words(rtfText(rtf).replaceAll('•', ' ').replaceAll(':', ''))).toEqual(
      expect.arrayContaining([...words(note).map((word) => word.replaceAll(':', '')), '→', 'recheck']),
    )
  })

  test('C-CDA is well-formed, has a section for each heading, and says what the note says', () => {
    const xml = ccda(`Before any heading.\n\n${note}`)
    expect(words(xmlText(xml))).toEqual(expect.arrayContaining([...words(note)]))
    expect(xml).toContain('<title>Note</title>')
    expect(xml).toContain('code="51847-2"')
    expect(xml).toContain('extension="2015-08-01"')
    expect(xml).toContain('<effectiveTime value="202606010930+0000"/>')
  })

  test('PDF text comes back from a reader, also over several pages', async () => {
    const paragraphs = [...Array(90).keys()].map((line) => `Line ${line} of a long note (page overflow) \\ here.`)
    const text = `${note}\n\n${paragraphs.join('\n')}`
    const read = await pdfText(asPdf('Visit', text))
    expect(read).toContain('Page 1 of 2')
    expect(read).toContain('Page 2 of 2')
    for (const word of words(text)) expect(read).toContain(word)
  })

  test('the cross-reference table of a PDF points at its objects byte by byte', () => {
    const bytes = Buffer.from(asPdf('Visit', note))
    const file = bytes.toString('latin1')
    const start = Number(/startxref\n(\d+)/.exec(file)?.[1])
    expect(file.slice(start, start + 4)).toBe('xref')
    const offsets = [...file.slice(start).matchAll(/(\d{10}) 00000 n/g)].map(([, offset]) => Number(offset))
    expect(offsets.length).toBe(5)
    const pointed = offsets.map((offset) => file.slice(offset, offset + 7))
    expect(pointed).toEqual(offsets.map((_, index) => `${index + 1} 0 obj`))
  })
})

describe('the notes of the cohort', () => {
  test('every PDF note is read back word for word', async () => {
    const notes = notesIn('pdf')
    expect(notes.length).toBeGreaterThan(2)
    for (const [story, each] of notes) {
      const read = await pdfText(Buffer.from(encoded(story, each, 'x', TODAY).data, 'base64'))
      const missing = words(each.text).filter((word) => !read.includes(word))
      expect(missing, `${story.id}, day ${each.day}`).toEqual([])
    }
  }, 20_000)

  test('every C-CDA note is well-formed XML with its words', () => {
    for (const [story, each] of notesIn('ccda')) {
      const read = xmlText(Buffer.from(encoded(story, each, 'x', TODAY).data, 'base64').toString('utf8'))
      expect(words(each.text).filter((word) => !read.includes(word))).toEqual([])
    }
  })

  test('D4: plain notes in windows-1252 and UTF-16 say so and decode to their words', () => {
    const special = notesIn('plain').filter(([, each]) => each.charset !== undefined)
    expect(new Set(special.map(([, each]) => each.charset))).toEqual(new Set(['windows-1252', 'utf-16']))
    for (const [story, each] of special) {
      const { contentType, data } = encoded(story, each, 'x', TODAY)
      const charset = /charset=(\S+)/.exec(contentType)?.[1] ?? ''
      const read = new TextDecoder(charset).decode(Buffer.from(data, 'base64'))
      expect(words(each.text).filter((word) => !read.includes(word))).toEqual([])
    }
  })
})
