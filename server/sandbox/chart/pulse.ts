import type { Repository } from '#server/sandbox/repository.ts'

/** How often each chart has changed since the sandbox started; an open chart asks and fetches its tab again. */
export type Pulse = (patientId: string) => number

export function pulseOf(repository: Repository): Pulse {
  const beats = new Map<string, number>()
  repository.onChange(({ resource }) => {
    const patient = patientIdOf(resource)
    if (patient) beats.set(patient, (beats.get(patient) ?? 0) + 1)
  })
  return (patientId) => beats.get(patientId) ?? 0
}

function patientIdOf(resource: object): string | undefined {
  const named = ('subject' in resource && resource.subject) || ('patient' in resource && resource.patient)
  if (typeof named !== 'object' || named === null || !('reference' in named)) return undefined
  return typeof named.reference === 'string' ? named.reference.replace(/^.*Patient\//, '') : undefined
}
