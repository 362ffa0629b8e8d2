import type { Bundle, Flag, Observation, Provenance, Resource, ResourceType } from '@medplum/fhirtypes'
import type { Finding } from '#fhir-mappings/finding.ts'
import { isOurs } from '#fhir-mappings/own-writing.ts'
import type { SignRequest } from '#fhir-mappings/panel.ts'
import { embeddedReader } from '#server/agents/embedded/embedded-reader.ts'
import type { Reader } from '#server/agents/reader.ts'
import { openLedger } from '#server/audit/ledger.ts'
import type { SearchParameters } from '#server/ehr/door.ts'
import { standingFindings } from '#server/episodes/standing.ts'
import { type FailureCode, SurveillanceError } from '#server/errors.ts'
import { inboxOf } from '#server/intake/inbox.ts'
import { readNotification } from '#server/intake/notification.ts'
import { abandonedArrivals } from '#server/intake/taking.ts'
import { readArrival } from '#server/intake/worker.ts'
import { readingState } from '#server/panel/reading-state.ts'
import type { Visitor } from '#server/panel/sessions.ts'
import { roomsFor } from '#server/rooms.ts'
import { sign } from '#server/sign-off/sign.ts'
import type { Store } from '#server/store/database.ts'
import { patientLease } from '#server/store/patient-lease.ts'
import { type Rooms, surveil } from '#server/surveillance.ts'
import { publisherFor } from '#server/write-back/publisher.ts'
import { type FakeChart, type FakeEhr, fakeEhr } from '#test/server/ehr/fake-ehr.ts'
import { onPembrolizumab } from './charts.ts'

interface WardChart extends FakeChart {
  readonly reader?: Reader
  /** puts something between the rooms, such as a crash */
  readonly around?: (rooms: Rooms) => Rooms
}

const visitor: Visitor = {
  site: 'fake',
  user: { reference: 'Practitioner/d1', name: 'Dr Noor Achterberg' },
  patient: 'Patient/p1',
}

/** Each look at the clock is a second later than the one before, from 1 June 2026 on. */
function clock(): () => Date {
  let at = Date.parse('2026-06-01T09:00:00Z')
  return () => {
    at += 1000
    return new Date(at)
  }
}

/** The fake EHR with one more way to be gone: at the next call of one kind. */
function failing(ehr: FakeEhr) {
  let planned: { readonly call: string; readonly code: FailureCode; readonly when: 'before' | 'after' } | undefined
  const holdingBack = new Set<ResourceType>()
  const checked = (call: string) => {
    if (planned?.call !== call) return
    ehr.failNext(planned.code, planned.when)
    planned = undefined
  }
  return {
    ...ehr,
    get written() {
      return ehr.written
    },
    search: async <T extends Resource>(type: ResourceType, parameters: SearchParameters) => {
      checked(`search ${type}`)
      const found = await ehr.search<T>(type, parameters)
      return holdingBack.has(type) ? { ...found, warnings: ['warning:business-rule:4119'] } : found
    },
    create: <T extends Resource>(resource: T, ifNoneExist?: string) => {
      checked(`create ${resource.resourceType}`)
      return ehr.create(resource, ifNoneExist)
    },
    transaction: (bundle: Bundle) => {
      checked(`transaction ${bundle.entry?.length ?? 0}`)
      return ehr.transaction(bundle)
    },
    /** S20: the EHR says from now on that it shows only some of these */
    holdBack: (type: ResourceType) => void holdingBack.add(type),
    showAll: () => holdingBack.clear(),
    failOn: (call: string, code: FailureCode, when: 'before' | 'after' = 'before') => {
      planned = { call, code, when }
    },
  }
}

/** The product around one EHR and one store, without web server and queue: what is heard is read at once. */
export function ward(store: Store, { reader = embeddedReader(), around = (rooms) => rooms, ...chart }: WardChart = {}) {
  const { db } = store
  const now = clock()
  const ehr = failing(fakeEhr({ resources: onPembrolizumab, now, ...chart }))
  const site = ehr.site.id
  const ledger = openLedger(db, { keep: () => undefined, kept: () => undefined }, now)
  const lease = patientLease(db)
  const inbox = inboxOf(db, now)
  const systemOf = ({ proposal }: Finding) => ({
    product: '0.1.0',
    reader: proposal.reader,
    ctcae: proposal.ctcaeVersion,
    modelCard: 'https://irae.example/panel/model-card.html',
  })
  const publisher = publisherFor({ ehr, db, ledger, systemOf, now })
  const waiting: number[] = []
  const onArrival = (ids: readonly number[]) => void waiting.push(...ids)
  const counted: string[] = []
  const metrics = { suspicious: () => void counted.push('suspicious') }
  const doors = { ehr, db, reader, ledger, inbox, publisher, lease, metrics, now, onArrival }
  const rooms = around(roomsFor({ ...doors, windowMonths: 12, ctcae: '5.0' }))
  const endings: string[] = []
  const failures: string[] = []
  const worker = {
    db,
    now,
    surveil: (arrival: Parameters<typeof surveil>[0]) => surveil(arrival, rooms),
    ended: ({ arrival, ending }: { arrival: { type: string }; ending: { ended: string; why?: string } }) =>
      void endings.push(`${arrival.type} ${ending.ended}${ending.why ? ` ${ending.why}` : ''}`),
  }

  /** Reads everything that waits, as the queue would; an arrival that failed for now stays in `failures`. */
  const readAll = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      await readArrival(id, worker).catch((error: unknown) => {
        if (!(error instanceof SurveillanceError)) throw error
        failures.push(error.code)
      })
    }
  }
  const tell = async (resource: Resource): Promise<void> => {
    const raw = Buffer.from(JSON.stringify(resource))
    const told = readNotification({ method: 'POST', path: undefined, headers: {}, raw })
    if (told.kind !== 'event') return
    const events = told.references.map(({ type, id, versionId }) => ({
      ...{ site, type, id, versionId: versionId ?? '' },
      reason: 'notification' as const,
    }))
    onArrival(await inbox.receive(events))
  }
  const ours = <T extends Observation | Flag | Provenance>(type: T['resourceType']) =>
    ehr.all<T>(type).filter((resource) => isOurs(resource))
  const findings = async () => (await standingFindings(db, site, 'Patient/p1')).map(({ finding }) => finding)

  return {
    ehr,
    db,
    ledger,
    inbox,
    publisher,
    lease,
    windowMonths: 12,
    counted,
    now,
    endings,
    failures,
    onArrival,
    readAll,
    /** the queue calls again for everything that nobody reads */
    again: async () => {
      onArrival(await abandonedArrivals(db, true))
      await readAll()
    },
    tell,
    findings,
    /** somebody charts something, the EHR tells of it, and it is read */
    charted: async (...resources: readonly Resource[]) => {
      for (const resource of resources) await tell(ehr.chart(resource))
      await readAll()
    },
    /** somebody deletes something, the EHR tells of it, and what rested on it is weighed again */
    deleted: async (type: string, id: string) => {
      ehr.remove(`${type}/${id}`)
      onArrival(await inbox.receive([{ site, type, id, versionId: '', reason: 'deleted' }]))
      await readAll()
    },
    /** the one finding of the patient */
    finding: async (): Promise<Finding> => {
      const [finding, second] = await findings()
      if (!finding || second) throw new Error('this patient does not have exactly one finding')
      return finding
    },
    signed: async (asked: Omit<SignRequest, 'version'>, who: Visitor = visitor): Promise<Finding> => {
      const [finding] = (await findings()).toReversed()
      if (!finding) throw new Error('there is nothing to sign')
      const desk = { db, ledger, lease, publisher, site, now }
      return sign(finding.id, { ...asked, version: finding.version }, who, desk)
    },
    reading: () => readingState(db, site, 'Patient/p1', now()),
    observations: () => ours<Observation>('Observation'),
    flags: () => ours<Flag>('Flag'),
    provenances: () => ours<Provenance>('Provenance'),
    /** the states of the chart in one line: `preliminary/active` */
    standing: () => {
      const observation = ours<Observation>('Observation').map(({ status }) => status)
      const flag = ours<Flag>('Flag').map(({ status }) => status)
      return `${observation.join('+') || 'none'}/${flag.join('+') || 'none'}`
    },
    /** the acts of the audit ledger, oldest first */
    acts: async (): Promise<readonly string[]> => {
      const rows = await db.selectFrom('audit_entry').select('event').orderBy('seq').execute()
      return rows.map(({ event }) => event.subtype?.[1]?.code ?? '')
    },
    /** state and reason of the writes, oldest version first */
    writes: async (): Promise<readonly string[]> => {
      const rows = await db.selectFrom('publication').select(['state', 'why']).orderBy('finding_version').execute()
      return rows.map(({ state, why }) => (why ? `${state} ${why}` : state))
    },
  }
}
export type Ward = ReturnType<typeof ward>
