import { setTimeout as pause } from 'node:timers/promises'
import { headFile } from '#server/audit/head-file.ts'
import { openLedger } from '#server/audit/ledger.ts'
import { openStore } from '#server/store/database.ts'
import { openWard, type Ward } from './journey-ehr.ts'
import { admit, file, plannedNotes } from './journey-people.ts'
import { openAt } from './kills-status.ts'
import { type FiledNote, type Tally, tally } from './kills-tally.ts'

export interface KillPlan {
  readonly notes: number
  readonly patients: number
  readonly kills: number
  /** the longest time from the moment when the service is ready to the next kill */
  readonly longestLifeMs: number
}

export interface KillReport extends Tally {
  readonly seconds: number
  /** kills that came before the service was ready */
  readonly duringStart: number
  readonly auditIntact: boolean
  readonly auditEntries: number
}

/** about what a start takes */
const START_MS = 1500

const SETTLED_WITHIN_MS = 180_000

/**
 * Kills the service with SIGKILL at random moments while notes arrive, starts it again each time, lets it finish, and
 * counts what stands in the store and in the EHR. Nothing is mended by hand in between.
 */
export async function killAgainAndAgain(plan: KillPlan, random: () => number = Math.random): Promise<KillReport> {
  const ward = await openWard([])
  const began = performance.now()
  try {
    await ward.service.start()
    const patients = await admit(ward.ehr, plan.patients, new Date())
    const filing = fileAll(ward, patients, plan)
    const duringStart = await kill(ward, plan, random)
    const filed = await filing
    await untilCalm(ward, filed.length)
    await ward.service.stop()
    return { seconds: (performance.now() - began) / 1000, duringStart, ...(await counted(ward, filed)) }
  } finally {
    await ward.close()
  }
}

/** Notes come evenly over about the time that the kills take, and a little longer. */
async function fileAll({ ehr }: Ward, patients: readonly string[], plan: KillPlan): Promise<readonly FiledNote[]> {
  const everyMs = (plan.kills * (plan.longestLifeMs / 2 + START_MS)) / plan.notes
  const filed: FiledNote[] = []
  for (const note of plannedNotes(patients, plan.notes)) {
    filed.push({ ...note, reference: await file(ehr, note, new Date()) })
    await pause(everyMs)
  }
  return filed
}

/** Every fourth kill comes while the service starts, the others some time after it was ready. */
async function kill({ service }: Ward, { kills, longestLifeMs }: KillPlan, random: () => number): Promise<number> {
  let duringStart = 0
  for (let n = 1; n <= kills; n++) {
    const isEarly = n % 4 === 0
    const start = service.running ? Promise.resolve() : service.start()
    const ended = start.catch(() => undefined)
    if (isEarly) duringStart += 1
    else await start
    await pause(random() * longestLifeMs)
    await service.kill()
    await ended
  }
  await service.start()
  return duringStart
}

/** The service holds its store, so its own counts tell when nothing is open. */
async function untilCalm({ dataFolder }: Ward, notes: number): Promise<void> {
  const until = performance.now() + SETTLED_WITHIN_MS
  for (let calm = 0; calm < 5; calm = (await openAt(dataFolder, notes)) === 0 ? calm + 1 : 0) {
    if (performance.now() > until) throw new Error('After the last kill the service did not finish.')
    await pause(200)
  }
}

async function counted(ward: Ward, filed: readonly FiledNote[]) {
  const store = await openStore({ dataFolder: ward.dataFolder })
  try {
    const ledger = openLedger(store.db, headFile(`${ward.dataFolder}/audit-head.json`), () => new Date())
    const { intact, entries } = await ledger.verify()
    return { ...(await tally(store.db, ward.ehr, filed)), auditIntact: intact, auditEntries: entries }
  } finally {
    await store.close()
  }
}
