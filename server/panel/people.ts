import type { HumanName, Practitioner, PractitionerRole } from '@medplum/fhirtypes'
import type { Ehr } from '#server/ehr/door.ts'

/** Names of the people who wrote and decided, for the screen only; they are never stored or logged. */
export type People = (reference: string) => Promise<string>

/** Remembers names for the life of the process; a name that cannot be read is shown as its reference and asked again. */
export function peopleOf(ehr: Ehr): People {
  const known = new Map<string, string>()
  return async (reference) => {
    const name = known.get(reference) ?? (await personName(ehr, reference).catch(() => undefined))
    if (name !== undefined && name !== reference) known.set(reference, name)
    return name ?? reference
  }
}

/** The name of a Practitioner, or of the one behind a PractitionerRole; the reference where there is none. */
export async function personName(ehr: Ehr, reference: string): Promise<string> {
  if (!/^(Practitioner|PractitionerRole)\//.test(reference)) return reference
  const person = await ehr.read<Practitioner | PractitionerRole>(reference)
  if (person.resourceType === 'Practitioner') return humanName(person.name) ?? reference
  const practitioner = person.practitioner?.reference
  return practitioner ? personName(ehr, practitioner) : reference
}

export function humanName(names: readonly HumanName[] | undefined): string | undefined {
  const name = names?.find(({ use }) => use === 'official') ?? names?.[0]
  if (!name) return undefined
  const spelled = [...(name.prefix ?? []), ...(name.given ?? []), name.family].filter(Boolean).join(' ')
  return name.text ?? (spelled || undefined)
}
