import type { HumanName, Patient, Practitioner } from '@medplum/fhirtypes'
import type { Repository } from '#server/sandbox/repository.ts'
import { matches } from './matches.ts'
import { staff } from './staff.ts'

/** A person who is logged in to the sandbox. */
export interface User {
  /** `Practitioner/ID` or `Patient/ID` */
  readonly reference: string
  readonly name: string
  readonly role: string
  /** the only chart this user may see; undefined for staff */
  readonly ownChart: string | undefined
}

/** The user behind a reference; undefined when the store holds no such person or the person may not log in. */
export function userOf(repository: Repository, reference: string): User | undefined {
  const [type, id] = reference.split('/')
  if (!id) return undefined
  if (type === 'Patient') return patientUser(repository, id)
  const member = staff.find((one) => one.id === id && one.logsIn)
  const person = type === 'Practitioner' && member && found<Practitioner>(repository, 'Practitioner', id)
  if (!member || !person) return undefined
  return { reference, name: printedName(person.name), role: member.role, ownChart: undefined }
}

export const staffUsers = (repository: Repository): readonly User[] =>
  staff.flatMap((member) => userOf(repository, `Practitioner/${member.id}`) ?? [])

/** All patients by family name, for the login page and the patient picker. */
export const patientsByName = (repository: Repository): readonly (Patient & { id: string })[] =>
  matches<Patient>(repository, 'Patient', '_count=200').toSorted((a, b) =>
    sortName(a.name).localeCompare(sortName(b.name), 'en'),
  )

/** A name as a ward prints it. */
export function printedName(names: readonly HumanName[] | undefined): string {
  const name = names?.[0]
  if (!name) return 'Name not recorded'
  const parts = [...(name.prefix ?? []), ...(name.given ?? []), name.family, ...(name.suffix ?? [])]
  return parts.filter(Boolean).join(' ') || name.text || 'Name not recorded'
}

const sortName = (names: readonly HumanName[] | undefined): string =>
  `${names?.[0]?.family ?? ''} ${names?.[0]?.given?.join(' ') ?? ''}`

function patientUser(repository: Repository, id: string): User | undefined {
  const patient = found<Patient>(repository, 'Patient', id)
  if (!patient) return undefined
  const reference = `Patient/${id}`
  return { reference, name: printedName(patient.name), role: 'Patient', ownChart: reference }
}

function found<T extends Patient | Practitioner>(repository: Repository, type: string, id: string): T | undefined {
  try {
    return repository.read<T>(type, id)
  } catch {
    return undefined
  }
}
