import { SurveillanceError } from '#server/errors.ts'

const UNSUPPORTED: ReadonlySet<string> = new Set(['EHR_REFUSED', 'EHR_NOT_FOUND', 'EHR_FORBIDDEN'])

/**
 * For resource types that not every site has or shows: a refusal is `otherwise`, so that the other places are still
 * looked at. An EHR that does not answer is still thrown.
 */
export async function whereSupported<T>(asked: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await asked
  } catch (cause) {
    if (cause instanceof SurveillanceError && UNSUPPORTED.has(cause.code)) return otherwise
    throw cause
  }
}
