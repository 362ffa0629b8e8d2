import type { Ehr, Written } from '#server/ehr/door.ts'
import { SurveillanceError } from '#server/errors.ts'

export interface Noted {
  readonly ehr: Ehr
  /** A2: the X-Request-Id of every write so far, also of those that failed; each once, in order */
  readonly requests: () => readonly string[]
}

/** The same EHR, with the request ids of its writes noted for the audit ledger. */
export function noting(ehr: Ehr): Noted {
  const requests = new Set<string>()
  const heard = async <T extends Written | readonly Written[]>(writing: Promise<T>): Promise<T> => {
    try {
      const written = await writing
      for (const { request } of [written].flat() as readonly Written[]) if (request) requests.add(request)
      return written
    } catch (error) {
      if (error instanceof SurveillanceError && error.about.request) requests.add(String(error.about.request))
      throw error
    }
  }
  return {
    ehr: {
      ...ehr,
      create: (resource, ifNoneExist) => heard(ehr.create(resource, ifNoneExist)),
      update: (resource, versionId) => heard(ehr.update(resource, versionId)),
      transaction: (bundle) => heard(ehr.transaction(bundle)),
    },
    requests: () => [...requests],
  }
}
