import { expect, test } from 'vitest'
import { ctcaeTerm, iraeTerm, iraeTerms, isIraeTermId } from '#fhir-mappings/irae-terms.ts'

test('there are 69 irAE terms, each with its own id and its own name on the screen', () => {
  expect(iraeTerms).toHaveLength(69)
  expect(new Set(iraeTerms.map(({ id }) => id)).size).toBe(69)
  expect(new Set(iraeTerms.map(({ name }) => name)).size).toBe(69)
})

test('every term has a CTCAE v5 term with an eight-digit MedDRA code', () => {
  for (const term of iraeTerms) expect(term.v5.meddra, term.id).toMatch(/^100\d{5}$/)
})

test('a term of its own in CTCAE v5 has an NCIt code, "Other, specify" has none', () => {
  for (const { v5, id } of iraeTerms) expect(v5.ncit !== null, id).toBe(v5.exact)
  expect(iraeTerm('hepatitis')?.v5).toMatchObject({ term: 'Hepatobiliary disorders - Other, specify', ncit: null })
})

test('CTCAE v6 dropped exactly two of our terms: troponin and CK', () => {
  expect(iraeTerms.filter(({ v6 }) => v6 === null).map(({ id }) => id)).toEqual(['troponin-increased', 'cpk-increased'])
})

test('thrombocytopenia is reported under another name in v5 and in v6', () => {
  const term = iraeTerm('immune-thrombocytopenia')
  expect(term && ctcaeTerm(term, '5.0')?.term).toBe('Platelet count decreased')
  expect(term && ctcaeTerm(term, '6.0')?.term).toBe('Thrombocytopenia')
})

test('a SNOMED code stands only where it means the event itself, not a measurement or a neighbour', () => {
  expect(iraeTerm('colitis')?.snomed).toEqual({ code: '64226004', display: 'Colitis' })
  expect(iraeTerm('alt-increased')?.snomed).toBeNull()
  for (const { snomed, id } of iraeTerms) expect(snomed?.display ?? '', id).not.toMatch(/measurement/i)
})

test('an id that is not ours is unknown, inherited names of objects included', () => {
  for (const id of ['hypoxia', 'Colitis', '', 'toString']) {
    expect(iraeTerm(id)).toBeUndefined()
    expect(isIraeTermId(id)).toBe(false)
  }
})
