import { expect, test } from 'vitest'
import { client } from './loopback.ts'

/** A client of a server that answers every search with these entries, as they are written here. */
function searching(...entries: readonly string[]) {
  const body = `{"resourceType": "Bundle", "type": "searchset", "entry": [${entries.join(',')}]}`
  const reply: typeof fetch = async () => new Response(body, { headers: { 'content-type': 'application/fhir+json' } })
  const { ehr } = client({ origin: 'http://127.0.0.1:9', asked: [] }, { fetch: reply })
  return ehr.search('DocumentReference', { patient: 'a' })
}

const note = '{"resource": {"resourceType": "DocumentReference", "id": "n1"}, "search": {"mode": "match"}}'

test.each([
  ['without an id', 'entry-without-id', '{"resource": {"resourceType": "DocumentReference"}}'],
  ['that is null', 'entry-without-id', '{"resource": null, "search": {"mode": "match"}}'],
  ['without a type', 'entry-of-another-type', '{"resource": {"id": "x"}, "search": {"mode": "match"}}'],
  [
    'of another type',
    'entry-of-another-type',
    '{"resource": {"resourceType": "Patient", "id": "a"}, "search": {"mode": "match"}}',
  ],
  ['whose type is a number', 'entry-of-another-type', '{"resource": {"resourceType": 5, "id": "x"}}'],
])('B13: an entry %s is told as "%s", and the others are found', async (_, warning, entry) => {
  const { matches, warnings } = await searching(entry, note)
  expect(matches.map(({ id }) => id)).toEqual(['n1'])
  expect(warnings).toEqual([warning])
})

test('B13: characters that no store takes are replaced at the door; whole emoji and backslashes stay', async () => {
  const description = String.raw`a\u0000b\ud800c \ud83d\ude00 \\u0000`
  const entry = `{"resource": {"resourceType": "DocumentReference", "id": "n1", "description": "${description}"}}`
  const { matches } = await searching(entry)
  expect(matches).toMatchObject([{ description: 'a\ufffdb\ufffdc 😀 \\u0000' }])
})
