import { expect, test } from 'vitest'
import { isPrivateAddress } from '#server/ehr/private-address.ts'
import { client, loopback, type Reply } from './loopback.ts'

const fetched = async (reply: Reply, accept = 'text/plain', maxAttachmentBytes = 1000) => {
  const server = await loopback(() => reply)
  const { bytes, mediaType } = await client(server, { maxAttachmentBytes }).ehr.attachment('Binary/b1', accept)
  return { text: Buffer.from(bytes).toString('utf8'), mediaType, asked: server.asked[0] }
}

test('D3: the raw form comes with its media type and charset, and was asked for by name', async () => {
  const got = await fetched({ headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'Übelkeit' })
  expect(got).toMatchObject({ text: 'Übelkeit', mediaType: 'text/plain; charset=utf-8' })
  expect(got.asked?.headers.accept).toBe('text/plain')
})

test('D3: a Binary in FHIR JSON is opened', async () => {
  const data = Buffer.from('colitis').toString('base64')
  const got = await fetched({ body: { resourceType: 'Binary', contentType: 'text/html', data } })
  expect(got).toMatchObject({ text: 'colitis', mediaType: 'text/html' })
})

test('D3: an OperationOutcome with status 200 is not the text of a note', async () => {
  const outcome = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'not-found' }] }
  await expect(fetched({ body: outcome })).rejects.toMatchObject({ code: 'EHR_REFUSED' })
})

test.each([
  ['announced', { 'content-length': '5000' }],
  ['unannounced', { 'transfer-encoding': 'chunked' }],
])('D2: an attachment beyond the limit (%s) is refused while it streams', async (_, headers) => {
  const reply = { headers: { 'content-type': 'text/plain', ...headers }, body: 'x'.repeat(5000) }
  await expect(fetched(reply)).rejects.toMatchObject({ code: 'ATTACHMENT_TOO_LARGE', about: { limit: 1000 } })
})

test('a note without its Binary says so', async () => {
  await expect(fetched({ status: 404 })).rejects.toMatchObject({ code: 'EHR_NOT_FOUND' })
})

test.each(['', 'http://[broken', 'data:text/plain,hello', 'file:///etc/passwd', 'javascript:alert(1)'])(
  'an attachment address like "%s" leads nowhere',
  async (url) => {
    const server = await loopback(() => ({ body: '<html>' }))
    await expect(client(server).ehr.attachment(url, 'text/plain')).rejects.toMatchObject({
      code: expect.stringMatching(/EHR_FOREIGN_ORIGIN|EHR_NOT_FHIR|EHR_REFUSED/),
    })
    expect(server.asked).toEqual([])
  },
)

test.each([
  ['127.0.0.1', true],
  ['10.20.30.40', true],
  ['172.31.0.1', true],
  ['172.32.0.1', false],
  ['192.168.1.1', true],
  ['169.254.169.254', true],
  ['[::1]', true],
  ['fd00::1', true],
  ['::ffff:10.0.0.1', true],
  ['203.0.113.9', false],
  ['2001:db8::1', false],
])('D2: %s lies in a private network: %s', (address, isPrivate) => {
  expect(isPrivateAddress(address)).toBe(isPrivate)
})
