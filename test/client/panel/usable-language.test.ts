import { expect, test } from 'vitest'
import { usableLanguage } from '#client/panel/usable-language.ts'

test.each(['en-US', 'de-CH', 'pt-BR', 'zh-Hant-TW'])('%s stays as the browser says it', (named) => {
  expect(usableLanguage(named)).toBe(named)
})

test.each(['en-US@posix', 'C', 'en_US.UTF-8', ''])('"%s" draws no chart, so English is used', (named) => {
  expect(() => new Intl.NumberFormat(named)).toThrow(RangeError)
  expect(usableLanguage(named)).toBe('en')
})
