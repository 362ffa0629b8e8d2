import { createHash, randomBytes } from 'node:crypto'
import type { Patient } from '@medplum/fhirtypes'
import type { Kysely } from 'kysely'
import type { Session } from '#fhir-mappings/panel.ts'
import type { Ehr } from '#server/ehr/door.ts'
import { SurveillanceError } from '#server/errors.ts'
import type { Database } from '#server/store/database.ts'
import type { VerifiedLaunch } from './launch-check.ts'
import { humanName, personName } from './people.ts'

/** Who sits before the panel, of which patient. */
export interface Visitor {
  readonly site: string
  readonly user: { readonly reference: string; readonly name: string }
  /** `Patient/ID`, or null on the audit page */
  readonly patient: string | null
}

/** One hour, or less where the EHR ends its own token sooner. */
const SESSION_MS = 60 * 60 * 1000

export interface SessionDoors {
  readonly db: Kysely<Database>
  readonly ehr: Ehr
  readonly now: () => Date
}

/** Opens a session for a verified launch: a random token, of which only the hash is kept. */
export async function openSession(launch: VerifiedLaunch, { db, ehr, now }: SessionDoors): Promise<Session> {
  const token = randomBytes(32).toString('base64url')
  const [name, banner] = await Promise.all([
    personName(ehr, launch.user),
    launch.patient ? bannerOf(ehr, launch.patient) : null,
  ])
  const longest = now().getTime() + SESSION_MS
  const expiresAt = new Date(Math.min(longest, (launch.expiresAtSeconds ?? Number.POSITIVE_INFINITY) * 1000))
  await db.deleteFrom('session').where('expires_at', '<', now()).execute()
  await db
    .insertInto('session')
    .values({
      token_hash: hashOf(token),
      site: ehr.site.id,
      user_reference: launch.user,
      user_name: name,
      patient: launch.patient,
      banner: banner && JSON.stringify(banner),
      expires_at: expiresAt,
    })
    .execute()
  return {
    session: token,
    expiresAt: expiresAt.toISOString(),
    user: { reference: launch.user, name },
    patient: banner,
  }
}

/** The visitor behind `Authorization: Bearer …`; throws SESSION_INVALID for a missing, unknown or ended one. */
export async function visitorOf(authorization: string | undefined, { db, now }: SessionDoors): Promise<Visitor> {
  const token = /^Bearer ([A-Za-z0-9_-]{20,})$/.exec(authorization ?? '')?.[1]
  if (!token) throw new SurveillanceError('SESSION_INVALID')
  const query = db.selectFrom('session').selectAll().where('token_hash', '=', hashOf(token))
  const row = await query.where('expires_at', '>', now()).executeTakeFirst()
  if (!row) throw new SurveillanceError('SESSION_INVALID')
  return { site: row.site, user: { reference: row.user_reference, name: row.user_name }, patient: row.patient }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

async function bannerOf(ehr: Ehr, reference: string): Promise<NonNullable<Session['patient']>> {
  const patient = await ehr.read<Patient>(reference)
  const identifier = patient.identifier?.find(({ type }) => type?.coding?.some(({ code }) => code === 'MR'))
  return {
    reference,
    name: humanName(patient.name) ?? 'Name not charted',
    birthDate: patient.birthDate ?? '',
    identifier: (identifier ?? patient.identifier?.[0])?.value ?? '',
  }
}
