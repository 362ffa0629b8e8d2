import { describe, expect, test } from 'vitest'
import { analyteById, analyteByLoinc, analyteByName, analytes } from '#fhir-mappings/analytes.ts'
import { toUnit } from '#fhir-mappings/units.ts'

describe('analytes', () => {
  test('there are 49, each with its own id, and no LOINC code belongs to two', () => {
    const codes = analytes.flatMap(({ loinc }) => loinc.map(({ code }) => code))
    expect(new Set(analytes.map(({ id }) => id)).size).toBe(49)
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('every LOINC code has the form of one, with a check digit that fits', () => {
    for (const { code } of analytes.flatMap(({ loinc }) => loinc)) expect(checkDigit(code), code).toBe(code.at(-1))
  })

  test('every code says where it was seen', () => {
    for (const { code, source } of analytes.flatMap(({ loinc }) => loinc)) expect(source, code).not.toBe('')
  })

  test('a result in the unit of its code can be said in the conventional unit, unless it is another measure', () => {
    for (const { id, conventional, loinc } of analytes) {
      for (const { code, unit, otherMeasure } of loinc) {
        if (conventional && unit && !otherMeasure && code !== '2890-2')
          expect(toUnit(1, unit, conventional, id), `${id} ${code}`).toBeDefined()
      }
    }
  })

  test('textbook limits are in order', () => {
    for (const { id, textbook } of analytes)
      if (textbook?.low !== undefined && textbook.high !== undefined)
        expect(textbook.low, id).toBeLessThan(textbook.high)
  })

  test('they are found by code, id and exact name, and unknown ones are not guessed', () => {
    expect(analyteByLoinc('1742-6')?.id).toBe('alt')
    expect(analyteById('tsh')?.name).toContain('TSH')
    expect(analyteByName('Total Bilirubin')?.id).toBe('bilirubin-total')
    expect(analyteByName('free t4')?.id).toBe('ft4')
    expect(analyteByName('Urine creatinine')).toBeUndefined()
    expect(analyteByLoinc('0000-0')).toBeUndefined()
  })
})

/** LOINC check digit: Luhn's modulo 10 over the digits before the dash. */
function checkDigit(code: string): string {
  const digits = [...(code.split('-')[0] ?? '')].reverse().map(Number)
  const sum = digits.reduce((total, digit, place) => {
    const doubled = place % 2 === 0 ? digit * 2 : digit
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}
