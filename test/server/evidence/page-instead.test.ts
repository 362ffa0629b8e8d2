import { expect, test } from 'vitest'
import { readNote } from '#server/evidence/notes.ts'
import { fakeEhr } from '#test/server/ehr/fake-ehr.ts'

const url = 'Binary/b1'

/** What becomes of a note whose text lies behind an address that answers with this page. */
async function readingOf(contentType: string | undefined, page: string, mediaType = 'text/html; charset=utf-8') {
  const ehr = fakeEhr({ attachments: { [url]: { bytes: new TextEncoder().encode(page), mediaType } } })
  const reading = await readNote(ehr, {
    ...{ resourceType: 'DocumentReference', id: 'n1', status: 'current', date: '2026-03-02' },
    subject: { reference: 'Patient/p1' },
    content: [{ attachment: { ...(contentType ? { contentType } : {}), url } }],
  })
  return reading.readable ? reading.note.text : reading.why
}

const signIn =
  '<html><body><form method="post"><input name=u><input type="password" name="p"></form>Sign in</body></html>'
const singleSignOn =
  '<body onload="go()"><form><input type="hidden" name="SAMLRequest" value="x"></form>One moment</body>'
const errorPage = '<!doctype html><title>Sorry</title><p>The page is not available.</p>'

test.each(['text/plain', 'application/pdf', 'text/rtf'])(
  'B13: an HTML page in place of a note of type %s is not its text',
  async (type) => expect(await readingOf(type, errorPage)).toBe('not-fetched'),
)

test.each([
  ['a sign-in page', 'text/html', signIn],
  ['a page on the way to a sign-on service', 'text/html', singleSignOn],
  ['a sign-in page where no type was charted', undefined, signIn],
  ['a sign-in page in place of a C-CDA', 'application/xml', signIn],
])('B13: %s is not the text of a note', async (_, type, page) =>
  expect(await readingOf(type, page)).toBe('not-fetched'),
)

test('a note in HTML is read, also one about a password', async () =>
  expect(await readingOf('text/html', '<p>Forgot the password of her patient portal. Rash.</p>')).toBe(
    'Forgot the password of her patient portal. Rash.',
  ))

test('a plain note whose server says so is read, whatever brackets it holds', async () =>
  expect(await readingOf('text/plain', 'Platelets <20 and ALT > 5', 'text/plain')).toBe('Platelets <20 and ALT > 5'))
