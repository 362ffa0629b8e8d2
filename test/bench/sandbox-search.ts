import type { Observation } from '@medplum/fhirtypes'
import { openRepository } from '#server/sandbox/fhir/open-repository.ts'

/** Searches of the sandbox over 50,000 Observations: p50 and p95 of each, in ms. Run: `node test/bench/sandbox-search.ts`. */
const OBSERVATIONS = 50_000
const PATIENTS = 250
const CODES = 20
const TURNS = 60

const BASE = 'http://sandbox.test/fhir'
const repository = openRepository({ file: ':memory:', now: () => new Date(), base: BASE })

function observation(index: number): Observation & { id: string } {
  const at = new Date(Date.UTC(2024, 0, 1) + ((index * 7_919_000) % 63_072_000) * 1000)
  return {
    resourceType: 'Observation',
    id: `o-${index}`,
    status: 'final',
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] },
    ],
    code: { coding: [{ system: 'http://loinc.org', code: `code-${Math.floor(index / PATIENTS) % CODES}` }] },
    subject: { reference: `Patient/p-${index % PATIENTS}` },
    effectiveDateTime: at.toISOString(),
    valueQuantity: { value: index % 97, unit: 'U/L', system: 'http://unitsofmeasure.org', code: 'U/L' },
    referenceRange: [{ low: { value: 7 }, high: { value: 56 } }],
  }
}

function seed(): void {
  const patients = Array.from({ length: PATIENTS }, (_, index) => ({
    resourceType: 'Patient' as const,
    id: `p-${index}`,
  }))
  repository.seed([...patients, ...Array.from({ length: OBSERVATIONS }, (_, index) => observation(index))])
}

function measured(name: string, query: (turn: number) => string): void {
  const times: number[] = []
  let total = 0
  for (let turn = 0; turn < TURNS; turn++) {
    const start = performance.now()
    total = repository.search('Observation', query(turn), BASE).total ?? 0
    times.push(performance.now() - start)
  }
  times.sort((one, other) => one - other)
  const at = (share: number) => (times[Math.floor(share * TURNS)] ?? 0).toFixed(1)
  process.stdout.write(`${name.padEnd(44)} p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  (${total} matches)\n`)
}

const start = performance.now()
seed()
process.stdout.write(`${OBSERVATIONS} Observations stored in ${((performance.now() - start) / 1000).toFixed(1)} s\n`)
measured('patient, newest first', (turn) => `patient=Patient/p-${turn}&_sort=-date&_count=50`)
measured('code, newest first', (turn) => `code=http://loinc.org|code-${turn % CODES}&_sort=-date&_count=50`)
measured(
  'date in one month, newest first',
  (turn) => `date=ge2024-${month(turn)}-01&date=lt2024-${month(turn)}-28&_sort=-date`,
)
measured(
  'patient, code and date, newest first',
  (turn) => `patient=p-${turn}&code=code-${turn % CODES}&date=ge2025&_sort=-date`,
)
measured('date in one year, oldest first', () => 'date=ge2025-01-01&_sort=date')
measured('everything, newest first', () => '_sort=-date')
measured('everything, last written first', () => '_sort=-_lastUpdated')
repository.close()

function month(turn: number): string {
  return String((turn % 12) + 1).padStart(2, '0')
}
