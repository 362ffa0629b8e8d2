import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from '#server/evidence/normalise.ts'
import { textFromRtf } from '#server/evidence/rtf.ts'

const bytes = (rtf: string) => Uint8Array.from(Buffer.from(rtf, 'latin1'))
const read = (body: string) => normalise(textFromRtf(bytes(`{\\rtf1\\ansi\\ansicpg1252 ${body}}`)) ?? 'not RTF')

describe('D4: an RTF note', () => {
  test.each([
    ['paragraphs', 'Six stools\\par No blood\\line today', 'Six stools\nNo blood\ntoday'],
    ['code page characters', "38 \\'b0C, \\'93ok\\'94", '38 °C, “ok”'],
    ['unicode with a fallback', "\\u8805? 7 stools, \\uc2\\u176\\'c2\\'b0C", '≥ 7 stools, °C'],
    ['negative unicode', '\\u-3913?', '\uf0b7'],
    ['surrogate pairs', '\\u-10179?\\u-9114?', '👦'],
    ['signs', 'pt\\rquote s rash \\emdash  mild\\~today', 'pt’s rash — mild today'],
    ['escaped braces', 'a \\{b\\} \\\\ c', 'a {b} \\ c'],
    ['table rows', 'ALT\\cell 312\\cell\\row AST\\cell 98\\cell\\row', 'ALT | 312\nAST | 98'],
    ['field results', '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt guideline}}', 'guideline'],
    ['list signs', "{\\listtext\\'b7\\tab}hold pembrolizumab", '·  hold pembrolizumab'],
  ])('keeps %s', (_, body, expected) => expect(read(body)).toBe(expected))

  test.each([
    ['fonts and colours', '{\\fonttbl{\\f0 colitis;}}{\\colortbl;\\red0;}seen'],
    ['pictures', '{\\pict\\pngblip 89504e47 colitis}seen'],
    ['binary data, braces and all', '{\\pict\\bin6 }}}{{{}seen'],
    ['unknown destinations', '{\\*\\secret colitis}seen'],
    ['properties', '{\\info{\\title colitis}}seen'],
    ['headers and footers', '{\\header Colitis clinic}seen'],
    ['hidden text', '{\\v colitis}seen'],
    ['comments', '{\\annotation colitis}seen'],
  ])('does not read %s', (_, body) => expect(read(body)).toBe('seen'))

  test('a struck-out statement is no longer made, but that there was one stays visible', () =>
    expect(read('{\\strike grade 3 rash} skin clear')).toBe('[struck out] skin clear'))

  test('a Japanese code page is read two bytes at a time', () =>
    expect(normalise(textFromRtf(bytes("{\\rtf1\\ansi\\ansicpg932 \\'94\\'e7\\'90\\'5d}")) ?? '')).toBe('皮疹'))

  test('what is no RTF, or nests without reason, is refused', () => {
    expect(textFromRtf(bytes('Dear colleague'))).toBeUndefined()
    expect(textFromRtf(bytes(`{\\rtf1 ${'{'.repeat(20_000)}x`))).toBeUndefined()
  })

  test('no sequence of tokens makes it throw', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '{',
            '}',
            '\\',
            "\\'",
            '\\u',
            '\\u300',
            '\\bin9',
            '\\*',
            'a',
            '\\v',
            '\\strike',
            '\n',
            '\\uc0',
          ),
          {
            maxLength: 60,
          },
        ),
        (parts) => void read(parts.join('')),
      ),
    ))

  test('ten times the text takes about ten times as long', () => {
    const timeOf = (rows: number) => {
      const started = performance.now()
      read("line \\'e9 with \\b bold\\b0\\par ".repeat(rows))
      return performance.now() - started
    }
    timeOf(5_000)
    expect(timeOf(50_000)).toBeLessThan(Math.max(20, timeOf(5_000)) * 40)
  })
})
