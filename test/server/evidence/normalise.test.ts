import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from '#server/evidence/charset.ts'
import { normalise, sha256Of } from '#server/evidence/normalise.ts'

const messy = fc.string({
  unit: fc.constantFrom(
    'a',
    'é',
    'e\u0301',
    ' ',
    '\t',
    '\r',
    '\n',
    '\u00a0',
    '\u200b',
    '\0',
    '\ud800',
    '💊',
    '\f',
    '.',
  ),
  maxLength: 200,
})

describe('the normalised text', () => {
  test('doing it twice is doing it once', () =>
    fc.assert(fc.property(messy, (text) => void expect(normalise(normalise(text))).toBe(normalise(text)))))

  test('holds no carriage return, tab, invisible or trailing space, nor three blank lines', () =>
    fc.assert(
      fc.property(messy, (text) => {
        const done = normalise(text)
        expect(done).not.toMatch(/[\r\t\u00a0\u200b\0\f]| $| \n|\n{4}|^\n|\n$/)
        expect(done.isWellFormed()).toBe(true)
      }),
    ))

  test('keeps words, indentation and single blank lines', () =>
    expect(normalise('A/P:\r\n\r\n  - hold nivolumab \r\n\r\n\r\n\r\n\r\nRTC 1\u00a0wk')).toBe(
      'A/P:\n\n  - hold nivolumab\n\n\nRTC 1 wk',
    ))

  test('a letter with a combining accent and the composed letter are one text with one hash', () =>
    expect(sha256Of(normalise('Ménière'))).toBe(sha256Of(normalise('Me\u0301nie\u0300re'))))

  test('a million spaces before a word are no burden', () => {
    const started = performance.now()
    expect(normalise(`${' '.repeat(1_000_000)}x`)).toHaveLength(1_000_001)
    expect(performance.now() - started).toBeLessThan(500)
  })
})

describe('D4: the charset of plain text', () => {
  const text = 'Übelkeit, 6 stools — “watery”, 38 °C'
  const utf16 = (littleEndian: boolean, mark: boolean) => {
    const words = mark ? `\ufeff${text}` : text
    const bytes = new DataView(new ArrayBuffer(words.length * 2))
    for (let at = 0; at < words.length; at += 1) bytes.setUint16(at * 2, words.charCodeAt(at), littleEndian)
    return new Uint8Array(bytes.buffer)
  }
  const latin = Uint8Array.from([0xdc, 0x62, 0x65, 0x6c, 0x20, 0x96, 0x20, 0x93, 0x78, 0x94])

  test.each([
    ['UTF-8 without a word about it', new TextEncoder().encode(text), 'text/plain', text],
    ['UTF-8 called Latin-1', new TextEncoder().encode(text), 'text/plain; charset=iso-8859-1', text],
    ['UTF-16 with a byte order mark', utf16(true, true), 'text/plain', text],
    ['UTF-16 big-endian with a mark', utf16(false, true), 'text/plain', text],
    ['UTF-16 without a mark', utf16(true, false), 'text/plain', text],
    ['UTF-16 big-endian without a mark, called UTF-8', utf16(false, false), 'text/plain; charset=utf-8', text],
    ['windows-1252 without a word about it', latin, 'text/plain', 'Übel – “x”'],
    ['windows-1252 called UTF-8', latin, 'text/plain;charset=UTF-8', 'Übel – “x”'],
    ['an unknown label', latin, 'text/plain; charset=klingon', 'Übel – “x”'],
    ['ISO-8859-2 by label', Uint8Array.from([0xbf, 0x6c]), 'text/plain; charset="iso-8859-2"', 'żl'],
  ])('%s', (_, bytes, contentType, expected) => expect(decodeText(bytes, contentType)).toBe(expected))

  test('no bytes and no label make it throw', () =>
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (bytes, label) => void decodeText(bytes, `x; charset=${label}`)),
    ))
})
