import { setTimeout as pause } from 'node:timers/promises'
import type { Flag } from '@medplum/fhirtypes'
import { OUR_TERMS } from '#fhir-mappings/code-systems.ts'
import { openWard, type Ward } from './journey-ehr.ts'
import { admit, file, newFindings, type PlannedNote, plannedNotes } from './journey-people.ts'

/**
 * From a note stored in the EHR to its Flag found by a search of the EHR: sandbox, service, PGlite, embedded reader, over
 * HTTP as in production. Goal: p95 below one second. Run: `npm run bench:journey [-- NOTES]`.
 */
const NOTES = Number(process.argv[2] ?? 300)
const PATIENTS = 30
if (NOTES > newFindings(PATIENTS)) throw new Error(`At most ${newFindings(PATIENTS)} notes give a new Flag each.`)
const EVERY_MS = 150
const LOOK_EVERY_MS = 20
const PATIENCE_MS = 60_000
const GOAL_MS = 1000

const ward = await openWard([])
try {
  await ward.service.start()
  const patients = await admit(ward.ehr, PATIENTS, new Date())
  await warmUp(ward, patients)
  told(await measured(ward, plannedNotes(patients, NOTES)))
} finally {
  await ward.close()
}

/** The first reading of each chart belongs to the start of a day, not to a note: it is over before the clock runs. */
async function warmUp({ ehr }: Ward, patients: readonly string[]): Promise<void> {
  const text = 'Immune-related vitiligo, grade 1, due to pembrolizumab.'
  await Promise.all(
    patients.map(async (patient) => {
      const note = { patient, term: 'vitiligo', text }
      await file(ehr, note, new Date())
      await untilFlagged(ehr, note)
    }),
  )
}

async function measured({ ehr }: Ward, notes: readonly PlannedNote[]): Promise<readonly number[]> {
  const waits: Promise<number>[] = []
  for (const note of notes) {
    waits.push(timed(ehr, note))
    await pause(EVERY_MS)
  }
  return Promise.all(waits)
}

async function timed(ehr: Ward['ehr'], note: PlannedNote): Promise<number> {
  await file(ehr, note, new Date())
  const stored = performance.now()
  await untilFlagged(ehr, note)
  return performance.now() - stored
}

async function untilFlagged(ehr: Ward['ehr'], { patient, term }: PlannedNote): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  while (performance.now() < until) {
    const { matches } = await ehr.search<Flag>('Flag', { patient: patient.replace('Patient/', ''), _count: '50' })
    if (matches.some(({ code }) => code.coding?.some((one) => one.system === OUR_TERMS && one.code === term))) return
    await pause(LOOK_EVERY_MS)
  }
  throw new Error(`No Flag for ${term} after ${PATIENCE_MS / 1000} s.`)
}

function told(times: readonly number[]): void {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)
  const p95 = at(0.95)
  process.stdout.write(`${sorted.length} notes, ${PATIENTS} patients, one note every ${EVERY_MS} ms\n`)
  process.stdout.write(`note stored to Flag searchable: p50 ${at(0.5)} ms, p95 ${p95} ms, max ${at(1)} ms\n`)
  for (const [from, to] of [
    [0, 50],
    [50, 100],
    [100, 200],
    [200, 500],
    [500, 1000],
    [1000, Infinity],
  ] as const) {
    const count = sorted.filter((ms) => ms >= from && ms < to).length
    process.stdout.write(`${`${from} to ${to} ms`.padStart(20)} ${String(count).padStart(4)}\n`)
  }
  if (p95 < GOAL_MS) return
  process.stdout.write(`Goal missed: p95 is not below ${GOAL_MS} ms.\n`)
  process.exitCode = 1
}
