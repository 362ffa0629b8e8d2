import { createHash, randomBytes } from 'node:crypto'
import type { Bundle, Resource } from '@medplum/fhirtypes'
import { z } from 'zod'
import type { Product } from './product.ts'

/** A person at the sandbox EHR who writes by its forms and reads by its FHIR server, as any SMART app would. */
export interface Clinician {
  /** signs a progress note; answers when the EHR has stored it */
  writeNote(patient: string, text: string): Promise<void>
  /** `analyte` is an id of `fhir-mappings/analytes.ts`, the value is in its conventional unit */
  enterResult(patient: string, analyte: string, value: number): Promise<void>
  /** every match of a FHIR search, all pages: `search('Flag', 'patient=p1')` */
  search<T extends Resource>(type: T['resourceType'], query: string): Promise<readonly T[]>
}

const PROGRESS_NOTE = '11506-3'
const Token = z.object({ access_token: z.string() })

/** Logs a person in; `user` is `Practitioner/ID` or `Patient/ID`. */
export async function loggedIn(
  { ehr, fhirBase, serviceOrigin }: Pick<Product, 'ehr' | 'fhirBase' | 'serviceOrigin'>,
  user = 'Practitioner/oncologist',
): Promise<Clinician> {
  const answer = await posted(`${ehr}/login`, { user }, '')
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  if (cookie === '') throw new Error(`${user} could not log in: ${answer.status}`)
  let token: string | undefined

  async function write(patient: string, form: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const written = await posted(`${ehr}/chart/${patient}/write/${form}`, fields, cookie)
    if (written.status !== 303) throw new Error(`The chart refused a ${form}: ${written.status}`)
  }

  async function search<T extends Resource>(type: T['resourceType'], query: string): Promise<readonly T[]> {
    token ??= await standaloneToken({ ehr, fhirBase, serviceOrigin }, cookie)
    const found: T[] = []
    let url: string | undefined = `${fhirBase}/${type}?${query}`
    while (url) {
      const page: Response = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
      if (!page.ok) throw new Error(`The search for ${type} ended with ${page.status}: ${await page.text()}`)
      const bundle = (await page.json()) as Bundle<T>
      found.push(...(bundle.entry ?? []).flatMap(({ resource }) => (resource?.resourceType === type ? [resource] : [])))
      url = bundle.link?.find(({ relation }) => relation === 'next')?.url
    }
    return found
  }

  return {
    writeNote: (patient, text) => write(patient, 'note', { kind: PROGRESS_NOTE, text }),
    enterResult: (patient, analyte, value) => write(patient, 'result', { analyte, value: String(value) }),
    search,
  }
}

const posted = (url: string, fields: Readonly<Record<string, string>>, cookie: string): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { cookie }, body: new URLSearchParams(fields), redirect: 'manual' })

/** A standalone SMART launch without a browser: the EHR needs no password, so the code comes at once. */
async function standaloneToken(
  { ehr, fhirBase, serviceOrigin }: Pick<Product, 'ehr' | 'fhirBase' | 'serviceOrigin'>,
  cookie: string,
): Promise<string> {
  const verifier = randomBytes(32).toString('base64url')
  const redirect_uri = `${serviceOrigin}/panel/index.html`
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: 'irae-panel',
    redirect_uri,
    scope: 'openid fhirUser user/*.rs',
    state: 'test',
    aud: fhirBase,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })
  const sent = await fetch(`${ehr}/issuer/authorize?${asked}`, { headers: { cookie }, redirect: 'manual' })
  const code = new URL(sent.headers.get('location') ?? ehr).searchParams.get('code') ?? ''
  const grant = {
    grant_type: 'authorization_code',
    code,
    redirect_uri,
    client_id: 'irae-panel',
    code_verifier: verifier,
  }
  const given = await posted(`${ehr}/issuer/token`, grant, '')
  if (!given.ok) throw new Error(`The EHR gave no token: ${await given.text()}`)
  return Token.parse(await given.json()).access_token
}
