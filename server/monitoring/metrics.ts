import type { Kysely } from 'kysely'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from '#server/store/database.ts'
import { decisionMeasures } from './decision-measures.ts'
import { notProposedIn } from './not-proposed.ts'

/** Counters and distributions for Prometheus. Labels are kinds and codes; no patient, no reference, no word of a chart. */
export interface Metrics {
  readonly registry: Registry
  /** `why` is a code, never words */
  arrivalEnded(type: string, ended: string, ms: number, why?: string): void
  hook(what: string): void
  ehrRequest(method: string, status: string): void
  suspicious(): void
}

export function metricsFor(db: Kysely<Database>): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry, prefix: 'irae_' })
  const endings = new Counter({
    name: 'irae_arrivals_total',
    help: 'Arrivals by how they ended and why',
    labelNames: ['type', 'ended', 'why'],
    registers,
  })
  const seconds = new Histogram({
    name: 'irae_arrival_seconds',
    help: 'From taking an arrival to its end',
    labelNames: ['type'],
    registers,
  })
  const hooks = new Counter({
    name: 'irae_notifications_total',
    help: 'Webhook calls by what they were',
    labelNames: ['what'],
    registers,
  })
  const requests = new Counter({
    name: 'irae_ehr_requests_total',
    help: 'Requests to the EHR',
    labelNames: ['method', 'status'],
    registers,
  })
  const suspicious = new Counter({
    name: 'irae_suspicious_notes_total',
    help: 'Notes with words that instruct the reader',
    registers,
  })
  openArrivals(db, registers)
  notProposed(db, registers)
  decisions(db, registers)
  return {
    registry,
    arrivalEnded: (type, ended, ms, why) => {
      endings.inc({ type, ended, ...(why ? { why } : {}) })
      seconds.observe({ type }, ms / 1000)
    },
    hook: (what) => hooks.inc({ what }),
    ehrRequest: (method, status) => requests.inc({ method, status }),
    suspicious: () => suspicious.inc(),
  }
}

function openArrivals(db: Kysely<Database>, registers: Registry[]): void {
  new Gauge({
    name: 'irae_arrivals_open',
    help: 'Arrivals that have not ended',
    registers,
    async collect() {
      const query = db.selectFrom('arrival').select((row) => row.fn.countAll<number>().as('n'))
      this.set(Number((await query.where('state', '<>', 'ended').executeTakeFirstOrThrow()).n))
    },
  })
}

function notProposed(db: Kysely<Database>, registers: Registry[]): void {
  new Gauge({
    name: 'irae_not_proposed',
    help: 'Claims and results that the last assessment of each patient did not propose, by reason',
    labelNames: ['reason'],
    registers,
    async collect() {
      this.reset()
      for (const [reason, n] of Object.entries(await notProposedIn(db))) this.set({ reason }, n)
    },
  })
}

/** What is not known yet has no line: a share of no decisions is not zero. */
function decisions(db: Kysely<Database>, registers: Registry[]): void {
  new Gauge({
    name: 'irae_decided_share',
    help: 'Share of the decisions on proposals that changed or rejected them (overridden), and that rejected them',
    labelNames: ['what'],
    registers,
    async collect() {
      this.reset()
      const { overrideShare, rejectionShare } = await decisionMeasures(db)
      if (overrideShare !== null) this.set({ what: 'overridden' }, overrideShare)
      if (rejectionShare !== null) this.set({ what: 'rejected' }, rejectionShare)
    },
  })
  new Gauge({
    name: 'irae_median_hours',
    help: 'Median hours from the note, or from its arrival here, until a finding was proposed and first shown',
    labelNames: ['span'],
    registers,
    async collect() {
      this.reset()
      for (const [span, hours] of Object.entries((await decisionMeasures(db)).hours))
        if (hours !== null) this.set({ span }, hours)
    },
  })
}
