import { describe, expect, test } from 'vitest'
import { analyteById } from '#fhir-mappings/analytes.ts'
import { ctcaeTerm, iraeTerms } from '#fhir-mappings/irae-terms.ts'
import { criteriaOf } from '#server/grading/criteria/criteria-of.ts'
import type { Criterion } from '#server/grading/criteria/criterion.ts'
import { gradeExists, gradesOf } from '#server/grading/grades-of.ts'
import { limitsOf } from '#server/grading/laboratory-limits/limits-of.ts'
import { analytesOf, laboratoryTerms, syndromes } from '#server/grading/laboratory-terms.ts'

const versions = ['5.0', '6.0'] as const

describe('grades that do not exist are not offered', () => {
  test.each([
    ['pancreatitis', '5.0', 1],
    ['myocarditis', '5.0', 1],
    ['aki', '5.0', 1],
    ['sjs', '5.0', 1],
    ['rash-maculopapular', '5.0', 4],
    ['pruritus', '5.0', 4],
    ['arthritis', '5.0', 4],
    ['fatigue', '5.0', 4],
    ['alt-increased', '5.0', 5],
    ['uveitis', '5.0', 5],
    ['alp-increased', '6.0', 2],
  ] as const)('%s in CTCAE %s has no grade %d', (term, version, grade) => {
    expect(gradeExists(term, version, grade)).toBe(false)
    expect(gradesOf(term, version).map((one) => one.grade)).not.toContain(grade)
  })

  test('v6 adds grade 1 to myocarditis and grade 4 to maculopapular rash', () => {
    expect(gradeExists('myocarditis', '6.0', 1)).toBe(true)
    expect(gradeExists('rash-maculopapular', '6.0', 4)).toBe(true)
  })

  test('v6 has no grades at all for troponin and CK', () => {
    expect(gradesOf('troponin-increased', '6.0')).toEqual([])
    expect(gradesOf('cpk-increased', '6.0')).toEqual([])
  })
})

test.each(versions)('every term of CTCAE %s has at least one grade, each with words for the screen', (version) => {
  for (const term of iraeTerms.filter((one) => ctcaeTerm(one, version))) {
    const grades = gradesOf(term.id, version)
    expect(grades.length, term.id).toBeGreaterThan(0)
    for (const { text } of grades) expect(text, term.id).toMatch(/^[A-Z0-9].*\.$/)
  }
})

test('grade 5 is a death and nothing else', () => {
  for (const version of versions)
    for (const { id } of iraeTerms) {
      const fifth = criteriaOf(id, version)?.[5]
      if (fifth) expect(fifth.when, id).toEqual({ type: 'death' })
    }
})

test('only laboratory terms are graded by laboratory limits, and those under the name CTCAE prints', () => {
  const asksLaboratory = (criterion: Criterion): boolean => {
    if ('any' in criterion) return criterion.any.some(asksLaboratory)
    if ('all' in criterion) return criterion.all.some(asksLaboratory)
    return criterion.type === 'laboratory'
  }
  for (const version of versions)
    for (const term of iraeTerms) {
      const asks = Object.values(criteriaOf(term.id, version) ?? {}).some(({ when }) => asksLaboratory(when))
      const analyte = analytesOf[term.id]?.[0]
      if (!asks) continue
      expect(analyte, term.id).toBeDefined()
      expect(limitsOf(analyte ?? '', version)?.term, term.id).toBe(ctcaeTerm(term, version)?.term)
    }
})

test('the grades of a laboratory term are those that its limits can give, or that a clinical fact can', () => {
  for (const term of laboratoryTerms) {
    const limits = limitsOf(analytesOf[term]?.[0] ?? '', '5.0')
    for (const grade of Object.keys(limits?.grades ?? {}))
      expect(criteriaOf(term, '5.0')?.[Number(grade) as 1], term).toBeDefined()
  }
})

test('every analyte that raises a term is one of ours, and a syndrome is graded by none but the laboratory terms it explains', () => {
  for (const term of laboratoryTerms)
    for (const analyte of analytesOf[term] ?? []) expect(analyteById(analyte)).toBeDefined()
  for (const syndrome of Object.values(syndromes))
    for (const term of syndrome.gradedBy ?? []) {
      expect(laboratoryTerms).toContain(term)
      expect(syndrome.explains).toContain(term)
    }
})
