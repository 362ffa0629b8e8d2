import { keepEntered, type Member, storedMembership } from '#server/cohort/cohort.ts'
import { isRead, shelvedFor, takeOff } from '#server/evidence/note-shelf.ts'
import { type Arrival, type Charted, chartedFor } from '#server/intake/charted.ts'
import { enterCohort } from '#server/intake/cohort-entry.ts'
import { endArrival, giveBack, takeAlongside, tellPatient } from '#server/intake/taking.ts'
import { versionOf } from '#server/intake/version.ts'
import { codeOf } from '#server/intake/worker.ts'
import type { Doors } from './rooms.ts'
import type { Arrived, News, Rooms } from './surveillance.ts'

/** The first room of the journey: what an arrival is, who it is about, and what else waits for the same patient. */
export function intakeRoom(doors: Doors): Rooms['intake'] {
  const { ehr, db, inbox, onArrival } = doors
  const look = (arrival: Arrival) => lookAt(arrival, doors)
  return {
    look,
    alongside: async (patient, { attempts }) => {
      if (attempts > 1) return []
      return arrivedOf(await takeAlongside(db, ehr.site.id, patient, AT_ONCE), look, doors)
    },
    release: async (others) => {
      for (const { arrival } of others) await giveBack(db, arrival.id, 'taken-along')
      onArrival(others.map(({ arrival }) => arrival.id))
    },
    enter: async (member: Member) => {
      const { patient, firstInfusionOn } = member
      if (!firstInfusionOn) return
      const { arrivals, incomplete } = await enterCohort({ ehr, inbox, patient, firstInfusionOn })
      await keepEntered(db, ehr.site.id, member, incomplete)
      onArrival(arrivals)
    },
    isKnown: (arrived) => isKnown(arrived, doors),
  }
}

/** Notes of one patient that are read in one go; a chart of years is read in several. */
const AT_ONCE = 40

async function lookAt(arrival: Arrival, doors: Doors): Promise<Charted> {
  const { ehr, db } = doors
  const charted = await chartedFor(arrival, ehr)
  if (!charted.news) return charted
  if (charted.news === 'note') await tellFormerPatient(charted, doors)
  const { reference } = charted
  const taken =
    charted.news === 'gone' ? await takeOff(db, ehr.site.id, reference, 'retracted', charted.patient) : undefined
  const patient = charted.patient ?? taken ?? null
  if (patient) await tellPatient(db, arrival.id, patient)
  return charted.news === 'gone' ? { ...charted, patient } : charted
}

/** D12: a note that was moved to another chart takes with it what it said in the first one, which is weighed again. */
async function tellFormerPatient(
  { patient, reference, resource }: Extract<Charted, { news: 'note' }>,
  { db, ehr, inbox, onArrival }: Doors,
): Promise<void> {
  const site = ehr.site.id
  const former = await shelvedFor(db, site, reference)
  if (former === undefined || former === patient) return
  const moved = { type: resource.resourceType, id: resource.id ?? '', versionId: versionOf(resource) }
  onArrival(await inbox.receive([{ site, ...moved, reason: 'deleted', patient: former }]))
}

/** What cannot be looked at now goes back with its reason and comes again by itself; what is no news ends here. */
async function arrivedOf(
  arrivals: readonly Arrival[],
  look: (arrival: Arrival) => Promise<Charted>,
  { db, now, onArrival }: Doors,
): Promise<readonly Arrived[]> {
  const again = async (arrival: Arrival, why: string) => {
    await giveBack(db, arrival.id, why)
    onArrival([arrival.id])
    return undefined
  }
  const looked = await Promise.all(
    arrivals.map(async (arrival): Promise<Arrived | undefined> => {
      const charted = await look(arrival).catch((error: unknown) => ({ failed: codeOf(error) }))
      if ('failed' in charted) return again(arrival, charted.failed)
      if (!charted.news) {
        await endArrival(db, arrival.id, { ended: 'no-news', why: charted.why }, now())
        return undefined
      }
      if (charted.patient !== arrival.patient) return again(arrival, 'of-another-patient')
      return { arrival, news: { ...charted, patient: charted.patient } as News }
    }),
  )
  return looked.filter((one) => one !== undefined)
}

async function isKnown(
  { arrival, news }: Arrived,
  { db, ehr, reader }: Doors,
): Promise<'already-read' | 'included' | undefined> {
  const site = ehr.site.id
  if (news.news === 'gone') return undefined
  if (news.news === 'note') {
    const version = news.resource.meta?.versionId ?? ''
    return (await isRead(db, site, news.reference, version, reader.version)) ? 'already-read' : undefined
  }
  if (news.unreadable) return undefined
  const row = await storedMembership(db, site, news.patient)
  return row?.assessed_from && row.assessed_from > arrival.receivedAt ? 'included' : undefined
}
