import type { Subscription } from '@medplum/fhirtypes'
import { OUR_WRITES } from '#fhir-mappings/code-systems.ts'
import type { Ehr } from '#server/ehr/door.ts'
import { SurveillanceError } from '#server/errors.ts'
import { SECRET_HEADER } from './signature.ts'
import type { HeldSubscription, SubscriptionBook } from './subscription-book.ts'

/** What we want to be told of, in R4 criteria (S12). */
const criteria = [
  'DocumentReference?',
  'DiagnosticReport?',
  'MedicationAdministration?',
  'Observation?category=laboratory',
] as const

/** S3: Medplum reads its signing secret from either, depending on its version. */
const MEDPLUM_SECRETS = [
  'https://www.medplum.com/fhir/StructureDefinition/subscription-secret',
  'https://medplum.com/fhir/StructureDefinition/subscription-secret',
]

type Held = NonNullable<Awaited<ReturnType<SubscriptionBook['find']>>>

export interface Watch {
  readonly ehr: Ehr
  readonly book: SubscriptionBook
  /** `https://…/hooks/SITE` */
  readonly endpoint: string
  readonly now: () => Date
  readonly newSecret: () => string
  /** since when calls could be heard; absent: always */
  readonly listeningSince?: Date
  readonly criteria?: readonly string[]
}

/** What the watcher found for one subscription; all but `alive` mean a time of silence that a sweep must look over. */
export interface Watched {
  readonly criteria: string
  readonly was: 'alive' | 'missing' | 'error' | 'off' | 'expired' | 'changed' | 'unheard' | 'unreachable'
}

/** S11: creates what is missing and revives what is off, in error or expired. When `silent`, sweep and tell the operator. */
export async function watchSubscriptions(
  watch: Watch,
): Promise<{ readonly silent: boolean; readonly each: readonly Watched[] }> {
  const each: Watched[] = []
  for (const one of watch.criteria ?? criteria) each.push({ criteria: one, was: await keepAlive(watch, one) })
  return { silent: each.some(({ was }) => was !== 'alive'), each }
}

async function keepAlive(watch: Watch, wanted: string): Promise<Watched['was']> {
  const held: Held = (await watch.book.find(watch.ehr.site.id, wanted)) ?? (await begin(watch, wanted))
  try {
    const there = await lookUp(watch.ehr, held)
    const was = there === undefined ? 'missing' : stateOf(there, held, watch)
    if (was === 'alive' && there)
      await watch.book.keep({ ...held, reference: `Subscription/${there.id}`, state: there.status })
    else await revive(watch, held, there)
    return was
  } catch (error) {
    if (!(error instanceof SurveillanceError)) throw error
    await watch.book.keep({ ...held, state: error.code })
    return 'unreachable'
  }
}

/** The secret is durable before the EHR hears of it, so that a crash in between leaves no subscription that nobody believes. */
async function begin({ ehr, book, newSecret }: Watch, wanted: string): Promise<HeldSubscription> {
  const planned = { site: ehr.site.id, criteria: wanted, reference: '', secret: newSecret(), state: 'planned' }
  await book.keep(planned)
  return planned
}

async function lookUp(ehr: Ehr, held: HeldSubscription): Promise<Subscription | undefined> {
  if (held.reference === '') {
    const { matches } = await ehr.search<Subscription>('Subscription', { _tag: `${OUR_WRITES}|${tagOf(held)}` })
    return matches[0]
  }
  return ehr.read<Subscription>(held.reference).catch((error: unknown) => {
    if (error instanceof SurveillanceError && error.code === 'EHR_NOT_FOUND') return undefined
    throw error
  })
}

function stateOf(there: Subscription, held: Held, watch: Watch): Watched['was'] {
  const { endpoint, now } = watch
  if (there.status === 'error' || there.status === 'off') return there.status
  if (there.end !== undefined && new Date(there.end) <= now()) return 'expired'
  if (there.channel.endpoint !== endpoint || there.criteria !== held.criteria) return 'changed'
  return isUnheard(held, watch) ? 'unheard' : 'alive'
}

/** Our own look comes once a minute, so that no shorter period can be told. */
const SHORTEST_BEAT_MS = 60_000

/** S6: heartbeats came, and then nothing for twice their period, although the EHR calls the subscription alive. */
function isUnheard({ lastHeardAt, beatMs }: Held, { now, listeningSince = new Date(0) }: Watch): boolean {
  if (!lastHeardAt || !beatMs) return false
  const since = Math.max(lastHeardAt.getTime(), listeningSince.getTime())
  return now().getTime() - since > 2 * Math.max(beatMs, SHORTEST_BEAT_MS)
}

async function revive(
  { ehr, book, endpoint }: Watch,
  held: HeldSubscription,
  there: Subscription | undefined,
): Promise<void> {
  const wanted = subscriptionFor(held, endpoint)
  const written = there?.id
    ? await ehr.update({ ...wanted, id: there.id }, there.meta?.versionId)
    : await ehr.create(wanted)
  await book.keep({ ...held, reference: written.reference, state: 'requested' })
}

/** One criteria, one payload type, one secret that serves nothing else (S12); the header value holds no colon (S3). */
function subscriptionFor(held: HeldSubscription, endpoint: string): Subscription {
  return {
    resourceType: 'Subscription',
    meta: { tag: [{ system: OUR_WRITES, code: tagOf(held) }] },
    extension: MEDPLUM_SECRETS.map((url) => ({ url, valueString: held.secret })),
    status: 'requested',
    reason: 'irAE Agent reads new notes, doses and laboratory results',
    criteria: held.criteria,
    channel: {
      type: 'rest-hook',
      endpoint,
      payload: 'application/fhir+json',
      header: [`${SECRET_HEADER}: ${held.secret}`],
    },
  }
}

const tagOf = ({ site, criteria: wanted }: HeldSubscription): string =>
  `subscription-${site}-${wanted.replace(/[^A-Za-z]+/g, '-')}`.replace(/-$/, '')
