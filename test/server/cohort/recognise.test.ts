import type { Coding } from '@medplum/fhirtypes'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ATC, HCPCS, NDC, RXNORM } from '#fhir-mappings/code-systems.ts'
import {
  checkpointInhibitorById,
  checkpointInhibitors,
  notCheckpointInhibitors,
} from '#server/cohort/checkpoint-inhibitors.ts'
import { recognise } from '#server/cohort/recognise.ts'

const code = (system: string, value: string): Coding[] => [{ system, code: value }]

describe('the drug set', () => {
  test('holds 36 checkpoint inhibitors, each with a name and no code twice', () => {
    expect(new Set(checkpointInhibitors.map(({ id }) => id)).size).toBe(36)
    const codes = checkpointInhibitors.flatMap(({ codes: { rxnorm = [], hcpcs = [], ndc = [], atc = [] } }) => [
      ...rxnorm,
      ...hcpcs,
      ...ndc,
      ...atc,
    ])
    expect(new Set(codes).size).toBe(codes.length)
  })

  test.each(checkpointInhibitors.map(({ id }) => id))('%s is recognised by each of its names', (id) => {
    const agent = checkpointInhibitorById(id)
    for (const name of [agent?.display ?? '', ...(agent?.names ?? []), ...(agent?.brands ?? [])])
      expect(recognise([], name)?.agents, name).toEqual([id])
  })

  test.each(notCheckpointInhibitors)('%s is none', (name) => expect(recognise([], `${name} 100 mg IV`)).toBeUndefined())
})

describe('M1: recognised by code', () => {
  test.each([
    [RXNORM, '1547545', 'pembrolizumab'],
    [RXNORM, '2596778', 'nivolumab-relatlimab'],
    ['urn:oid:2.16.840.1.113883.6.88', '1597876', 'nivolumab'],
    [HCPCS, 'J9271', 'pembrolizumab'],
    [HCPCS, 'j9299', 'nivolumab'],
    [ATC, 'L01FX04', 'ipilimumab'],
    [RXNORM, 'OMOP5166614', 'tislelizumab'],
  ])('%s %s is %s', (system, value, id) =>
    expect(recognise(code(system, value))).toEqual({ agents: [id], recognisedBy: 'code' }),
  )

  test.each(['0006-3026-02', '00006-3026-02', '00006302602', '0006302602', '0006-3026'])(
    'NDC %s is pembrolizumab, with ten or eleven digits, with dashes or without',
    (ndc) => expect(recognise(code(NDC, ndc))?.agents).toEqual(['pembrolizumab']),
  )

  test.each(['50242-917-01', '50242091701', '5024291701'])('NDC %s (5-3-2) is atezolizumab', (ndc) =>
    expect(recognise(code(NDC, ndc))?.agents).toEqual(['atezolizumab']),
  )

  test.each(['63323023710', '0006-0001-01', '12', 'Keytruda', ''])('NDC "%s" is none', (ndc) =>
    expect(recognise(code(NDC, ndc))).toBeUndefined(),
  )

  test('public lists err: the wrong RxNorm codes that circulate for pembrolizumab and ipilimumab are not taken', () => {
    expect(recognise(code(RXNORM, '1734104'))).toBeUndefined()
    expect(recognise(code(RXNORM, '1657797'))).toBeUndefined()
  })

  test('a right code in a foreign system is no code', () => expect(recognise(code('urn:x', '1547545'))).toBeUndefined())

  test('the words name the form more exactly than the ingredient code', () =>
    expect(recognise(code(RXNORM, '1597876'), 'Opdivo Qvantig 600 mg SC')).toEqual({
      agents: ['nivolumab-sc'],
      recognisedBy: 'code',
    }))
})

describe('M1: recognised by words, as a candidate', () => {
  test.each([
    ['pembrolizumab-xxxx 200 mg IV', ['pembrolizumab']],
    ['KEYTRUDA 100 mg/4 mL', ['pembrolizumab']],
    ['Keytruda Qlex 395 mg', ['pembrolizumab-sc']],
    ['cemiplimab-rwlc', ['cemiplimab']],
    ['nivolumab-relatlimab 480-160 mg', ['nivolumab-relatlimab']],
    ['nivolumab and relatlimab-rmbw', ['nivolumab-relatlimab']],
    ['nivolumab 3 mg/kg + ipilimumab 1 mg/kg', ['ipilimumab', 'nivolumab']],
    ['nivolumab-hyaluronidase-nvhy', ['nivolumab-sc']],
    ['Pembrolizimab infusion', ['pembrolizumab']],
    ['MK-3475 200 mg (study drug)', ['pembrolizumab']],
    ['atezo 1200 mg', ['atezolizumab']],
  ])('"%s" is %j', (text, agents) => expect(recognise([], text)).toEqual({ agents, recognisedBy: 'text' }))

  test.each([
    'pem 500 mg/m2',
    'sunitinib 50 mg',
    'pemetrexed 500 mg',
    'sodium chloride 0.9 % flush after nivolumab',
    'diphenhydramine 25 mg premedication before pembrolizumab',
    'ipilimumabish',
    'Avenue 5',
    '',
  ])('"%s" is none', (text) => expect(recognise([], text)).toBeUndefined())

  test('the display of a local code is words', () =>
    expect(recognise([{ system: 'urn:local', code: '1', display: 'Nivolumab 240 mg' }])).toEqual({
      agents: ['nivolumab'],
      recognisedBy: 'text',
    }))
})

test('whatever stands in codes and words, it never throws and names only drugs of the set', () =>
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(NDC, RXNORM, HCPCS, 'x'), fc.string(), (value, system, text) => {
      for (const id of recognise(code(system, value), text)?.agents ?? [])
        expect(checkpointInhibitorById(id)).toBeDefined()
    }),
  ))
