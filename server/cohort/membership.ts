import { addMonths, daysBetween } from '#fhir-mappings/fhir-dates.ts'
import type { Infusion } from '#fhir-mappings/infusion.ts'

type MembershipReason = 'infusion-in-window' | 'window-passed' | 'only-ordered' | 'no-infusion'

/** Whether a patient is watched, and why. Days are YYYY-MM-DD in the site's time zone. */
export interface Membership {
  readonly patient: string
  readonly inCohort: boolean
  readonly why: MembershipReason
  readonly firstInfusionOn: string | undefined
  readonly lastInfusionOn: string | undefined
  /** every checkpoint inhibitor given so far, ids sorted */
  readonly agents: readonly string[]
}

export interface Window {
  /** YYYY-MM-DD in the site's time zone */
  readonly today: string
  readonly windowMonths: number
}

/** Tomorrow may already have begun where the dose was charted; a dose further ahead is a plan, not an exposure. */
const DAYS_AHEAD = 1

/** A patient belongs to the cohort while the last dose lies at most `windowMonths` back; an order alone never counts. */
export function membership(patient: string, infusions: readonly Infusion[], window: Window): Membership {
  const own = infusions.filter(
    (infusion) => infusion.patient === patient && daysBetween(window.today, infusion.givenOn) <= DAYS_AHEAD,
  )
  const given = own.filter(({ exposure }) => exposure !== 'ordered')
  const days = given.map(({ givenOn }) => givenOn).sort()
  const lastInfusionOn = days.at(-1)
  const why = reasonFor(lastInfusionOn, own.length, window)
  return {
    patient,
    inCohort: why === 'infusion-in-window',
    why,
    firstInfusionOn: days[0],
    lastInfusionOn,
    agents: [...new Set(given.flatMap(({ agents }) => agents))].sort(),
  }
}

function reasonFor(lastInfusionOn: string | undefined, seen: number, window: Window): MembershipReason {
  if (lastInfusionOn === undefined) return seen > 0 ? 'only-ordered' : 'no-infusion'
  /** an infusion on the first day of the window is the last that still counts */
  const firstDay = addMonths(window.today, -window.windowMonths)
  return lastInfusionOn >= firstDay ? 'infusion-in-window' : 'window-passed'
}
