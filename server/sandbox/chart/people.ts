import type { Device, Practitioner, Reference } from '@medplum/fhirtypes'
import type { Repository } from '#server/sandbox/repository.ts'
import { printedName } from '#server/sandbox/smart/users.ts'

/** The name behind an author or performer; somebody who is not in this store is shown as the reference. */
export function personNamed(repository: Repository, reference: Reference | undefined): string {
  if (!reference?.reference) return reference?.display ?? 'author not recorded'
  const [type, id = ''] = reference.reference.split('/')
  try {
    if (type === 'Practitioner') return printedName(repository.read<Practitioner>('Practitioner', id).name)
    if (type === 'Device') return softwareNamed(repository.read<Device>('Device', id))
  } catch {
    return reference.reference
  }
  return reference.display ?? reference.reference
}

/** What a device wrote is marked as such wherever its name stands. */
const softwareNamed = ({ deviceName }: Device): string => `${deviceName?.[0]?.name ?? 'A device'} (software)`
