import type { Encounter } from '@medplum/fhirtypes'
import { panelLaunchUrl } from '#server/sandbox/smart/clients.ts'
import { matches } from '#server/sandbox/smart/matches.ts'
import type { ChartDesk, OpenChart } from './desk.ts'

const LAUNCH_LIFE_SECONDS = 300

/**
 * The address that opens the panel in this chart: an EHR launch whose token is bound to patient, last encounter and
 * user. The chart shows its own banner, so the panel need not (L17).
 */
export function launchOf(desk: Omit<ChartDesk, 'pulse'>, { user, patient }: OpenChart): string {
  const reference = `Patient/${patient.id}`
  const encounter = lastEncounter(desk, reference)
  const token = desk.vault.seal(
    {
      kind: 'launch',
      user: user.reference,
      patient: reference,
      needPatientBanner: false,
      ...(encounter ? { encounter } : {}),
    },
    LAUNCH_LIFE_SECONDS,
  )
  const query = new URLSearchParams({ iss: desk.addresses.fhirBase, launch: token })
  return `${panelLaunchUrl(desk.serviceOrigin)}?${query}`
}

function lastEncounter({ repository }: Pick<ChartDesk, 'repository'>, patient: string): string | undefined {
  const encounters = matches<Encounter>(repository, 'Encounter', `patient=${patient}&_count=200`)
  const last = encounters.toSorted((a, b) => (b.period?.start ?? '').localeCompare(a.period?.start ?? ''))[0]
  return last && `Encounter/${last.id}`
}
