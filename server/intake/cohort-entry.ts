import type { DiagnosticReport, DocumentReference, Observation, Resource } from '@medplum/fhirtypes'
import { calendarDay } from '#fhir-mappings/fhir-dates.ts'
import type { Ehr } from '#server/ehr/door.ts'
import { isHeldBack } from '#server/ehr/held-back.ts'
import type { ArrivalEvent, Inbox } from './inbox.ts'
import { versionOf } from './version.ts'
import { isForeign } from './watched.ts'

export interface CohortEntry {
  readonly ehr: Ehr
  readonly inbox: Inbox
  /** `Patient/ID` */
  readonly patient: string
  /** calendar day in the site's time zone, YYYY-MM-DD */
  readonly firstInfusionOn: string
}

interface Entered {
  /** ids, to wake workers for */
  readonly arrivals: readonly number[]
  /** types of which the EHR held back some (S20) */
  readonly incomplete: readonly string[]
}

/**
 * An infusion that brings a patient into the cohort makes the notes, reports and results since the first infusion matter: they
 * are put into the inbox again, whatever became of them before (S23). What is undated is included.
 */
export async function enterCohort({ ehr, inbox, patient, firstInfusionOn }: CohortEntry): Promise<Entered> {
  const asked = { patient: patient.replace('Patient/', ''), _count: '200' }
  const notes = await ehr.search<DocumentReference>('DocumentReference', asked)
  const reports = await ehr.search<DiagnosticReport>('DiagnosticReport', asked)
  const results = await ehr.search<Observation>('Observation', { ...asked, category: 'laboratory' })
  const since = (resource: Resource): boolean => {
    const day = latestDay(resource, ehr.site.timeZone)
    return day === undefined || day >= firstInfusionOn
  }
  const matter = [...notes.matches, ...reports.matches, ...results.matches].filter(isForeign).filter(since)
  const arrivals = await inbox.receive(matter.map((resource) => arrivalOf(ehr.site.id, patient, resource)))
  // not the results: each assessment searches their whole course again
  const found = { DocumentReference: notes, DiagnosticReport: reports }
  return { arrivals, incomplete: Object.entries(found).flatMap(([type, one]) => (isHeldBack(one) ? [type] : [])) }
}

/** A note has several dates; the latest one decides, so that a late addendum to an early note is read. */
function latestDay(resource: Resource, timeZone: string): string | undefined {
  const { date, context, effectiveDateTime, effectivePeriod, issued } = resource as Partial<DocumentReference> &
    Pick<Partial<Observation>, 'effectiveDateTime' | 'effectivePeriod' | 'issued'>
  const dates = [date, context?.period?.end, context?.period?.start, effectiveDateTime, effectivePeriod?.end, issued]
  const days = dates.map((one) => calendarDay(one, timeZone)).filter((day) => day !== undefined)
  return days.sort().at(-1)
}

const arrivalOf = (site: string, patient: string, resource: Resource): ArrivalEvent => ({
  site,
  type: resource.resourceType,
  id: resource.id ?? '',
  versionId: versionOf(resource),
  reason: 'cohort',
  patient,
})
