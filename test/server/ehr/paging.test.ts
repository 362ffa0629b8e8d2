import { expect, test } from 'vitest'
import { client, loopback, note, page } from './loopback.ts'

const search = (ehr: ReturnType<typeof client>['ehr']) => ehr.search('DocumentReference', { patient: 'a', _count: '2' })
const ids = (outcome: { matches: readonly { id?: string }[] }) => outcome.matches.map(({ id }) => id)

test('B11: a HAPI link at the base with _getpages is followed as it is, and its end is the end', async () => {
  const server = await loopback(({ url, headers }) => {
    const base = `http://${headers.host}/fhir`
    if (url.includes('_getpagesoffset=2')) return { body: page([note('n3')]) }
    return { body: page([note('n1'), note('n2')], `${base}?_getpages=x7&_getpagesoffset=2&_count=2`) }
  })
  expect(ids(await search(client(server).ehr))).toEqual(['n1', 'n2', 'n3'])
  expect(server.asked.map(({ url }) => url)).toEqual([
    '/fhir/DocumentReference?patient=a&_count=2',
    '/fhir?_getpages=x7&_getpagesoffset=2&_count=2',
  ])
  expect(server.asked[0]?.headers['cache-control']).toBe('no-cache')
})

test('B11: a link with the page in its path is followed, and a relative one too', async () => {
  const server = await loopback(({ url }) =>
    url.includes('/pages/2') ? { body: page([note('n2')]) } : { body: page([note('n1')], 'pages/2') },
  )
  expect(ids(await search(client(server).ehr))).toEqual(['n1', 'n2'])
})

test('S19: a next link after the last full page ends with an empty page', async () => {
  const server = await loopback(({ url }) =>
    url.includes('p=2') ? { body: page([]) } : { body: page([note('n1')], 'DocumentReference?p=2') },
  )
  expect(ids(await search(client(server).ehr))).toEqual(['n1'])
})

test('S19: a note repeated on two pages is one note, in its newest version', async () => {
  const old = note('n1', { meta: { versionId: '1', lastUpdated: '2026-01-01T00:00:00Z' } })
  const young = note('n1', { meta: { versionId: '2', lastUpdated: '2026-01-02T00:00:00Z' } })
  const server = await loopback(({ url }) =>
    url.includes('p=2') ? { body: page([old, note('n2')]) } : { body: page([young], 'DocumentReference?p=2') },
  )
  const { matches } = await search(client(server).ehr)
  expect(matches.map((one) => `${one.id}/${one.meta?.versionId}`)).toEqual(['n1/2', 'n2/undefined'])
})

test('B11: a link that repeats is an error, not silence and not an endless loop', async () => {
  const server = await loopback(() => ({ body: page([note('n1')], 'DocumentReference?p=2') }))
  await expect(search(client(server).ehr)).rejects.toMatchObject({
    code: 'EHR_PAGING',
    about: { reason: 'repeated-link' },
  })
})

test('B11: pages without end are an error', async () => {
  let n = 0
  const server = await loopback(() => {
    n += 1
    return { body: page([note(`n${n}`)], `DocumentReference?p=${n}`) }
  })
  await expect(search(client(server, { maxPages: 5 }).ehr)).rejects.toMatchObject({
    code: 'EHR_PAGING',
    about: { reason: 'endless' },
  })
})

test('S19: a page that expires half-way restarts the search once', async () => {
  let expired = true
  const server = await loopback(({ url }) => {
    if (!url.includes('p=2')) return { body: page([note('n1')], 'DocumentReference?p=2') }
    if (!expired) return { body: page([note('n2')]) }
    expired = false
    return { status: 410 }
  })
  expect(ids(await search(client(server).ehr))).toEqual(['n1', 'n2'])
  const never = await loopback(({ url }) =>
    url.includes('p=2') ? { status: 404 } : { body: page([note('n1')], 'DocumentReference?p=2') },
  )
  await expect(search(client(never).ehr)).rejects.toMatchObject({ code: 'EHR_PAGING' })
})

test('S20: an OperationOutcome among the results is a warning in codes, not a note', async () => {
  const outcome = {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'warning', code: 'incomplete', details: { coding: [{ code: '4119' }], text: 'more exist' } }],
  }
  const server = await loopback(() => ({
    body: {
      resourceType: 'Bundle',
      type: 'searchset',
      entry: [{ resource: note('n1') }, { resource: outcome, search: { mode: 'outcome' } }],
    },
  }))
  const found = await search(client(server).ehr)
  expect(ids(found)).toEqual(['n1'])
  expect(found.warnings).toEqual(['warning:incomplete:4119'])
})

test('B12: a note of another patient in the answer stops the reading of this patient', async () => {
  const server = await loopback(() => ({
    body: page([note('n1'), note('n2', { subject: { reference: 'Patient/b' } })]),
  }))
  await expect(search(client(server).ehr)).rejects.toMatchObject({
    code: 'WRONG_PATIENT',
    about: { asked: 'Patient/a', received: 'DocumentReference/n2' },
  })
})

test('B12: the same patient under an absolute reference is the same patient; a cross-patient search has no such check', async () => {
  const server = await loopback(({ headers }) => ({
    body: page([note('n1', { subject: { reference: `http://${headers.host}/fhir/Patient/a` } })]),
  }))
  expect(ids(await search(client(server).ehr))).toEqual(['n1'])
  const two = await loopback(() => ({ body: page([note('n1'), note('n2', { subject: { reference: 'Patient/b' } })]) }))
  expect(ids(await client(two).ehr.search('DocumentReference', { _lastUpdated: 'ge2026' }))).toEqual(['n1', 'n2'])
})

test('B12: a read of one patient that answers with another is refused', async () => {
  const server = await loopback(() => ({ body: { resourceType: 'Patient', id: 'b' } }))
  await expect(client(server).ehr.read('Patient/a')).rejects.toMatchObject({ code: 'WRONG_PATIENT' })
})

test('S16: the server time of the first page comes from its Date header', async () => {
  const server = await loopback(() => ({ headers: { date: 'Mon, 01 Jun 2026 03:00:00 GMT' }, body: page([]) }))
  expect((await search(client(server).ehr)).serverTime).toBe('2026-06-01T03:00:00.000Z')
})

test('a parameter with two values is sent twice, in order', async () => {
  const server = await loopback(() => ({ body: page([]) }))
  await client(server).ehr.search('Observation', { patient: 'a', date: ['ge2026-01-01', 'le2026-02-01'] })
  expect(server.asked[0]?.url).toBe('/fhir/Observation?patient=a&date=ge2026-01-01&date=le2026-02-01')
})

test('B13: a search that is answered with something other than a bundle is not "nothing found"', async () => {
  const server = await loopback(() => ({ body: { resourceType: 'OperationOutcome', issue: [] } }))
  await expect(search(client(server).ehr)).rejects.toMatchObject({ code: 'EHR_NOT_FHIR' })
})
