import type { Practitioner, Reference } from '@medplum/fhirtypes'
import type { Repository } from '#server/sandbox/repository.ts'
import { printedName } from '#server/sandbox/smart/users.ts'
import { idIn } from './wording.ts'

/** The name behind an author or performer; a Device by its type, somebody unknown by the reference. */
export function personNamed(repository: Repository, reference: Reference | undefined): string {
  if (!reference?.reference) return reference?.display ?? 'author not recorded'
  const [type] = reference.reference.split('/')
  if (type === 'Device') return 'a device (AI)'
  if (type !== 'Practitioner') return reference.display ?? reference.reference
  try {
    return printedName(repository.read<Practitioner>('Practitioner', idIn(reference) ?? '').name)
  } catch {
    return reference.reference
  }
}
