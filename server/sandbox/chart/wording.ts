import type { CodeableConcept, Patient } from '@medplum/fhirtypes'

/** The words of a concept: its text, else the first display, else the first code. */
export const conceptText = (concept: CodeableConcept | undefined): string | undefined =>
  concept?.text ?? concept?.coding?.find(({ display }) => display)?.display ?? concept?.coding?.[0]?.code

/** `2026-03-01 09:15` or `2026-03-01`: the sandbox hospital keeps UTC, so an instant is cut, not converted. */
export function printedTime(dateTime: string | undefined): string {
  if (!dateTime) return 'undated'
  return dateTime.length > 10 ? `${dateTime.slice(0, 10)} ${dateTime.slice(11, 16)}` : dateTime
}

export const printedDay = (dateTime: string | undefined): string => dateTime?.slice(0, 10) ?? 'undated'

/** Whole years between two days (YYYY-MM-DD). */
export function ageOn(today: string, born: string | undefined): number | undefined {
  if (!born) return undefined
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4))
  return today.slice(5) < born.padEnd(10, '0').slice(5) ? years - 1 : years
}

export const hospitalNumber = (patient: Patient): string => patient.identifier?.[0]?.value ?? '–'
