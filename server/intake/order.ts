/** A version of a resource as a store or an EHR knows it. */
export interface KnownVersion {
  readonly versionId: string | undefined
  readonly lastUpdated: string | Date | null | undefined
}

/**
 * S8: how a version that was just read stands to the one that we hold. `older` never replaces; `same` needs no second
 * evaluation. Times decide, then numeric version ids; what cannot be ordered counts as newer, so that nothing is lost.
 */
export function compareVersions(read: KnownVersion, held: KnownVersion | undefined): 'newer' | 'same' | 'older' {
  if (!held) return 'newer'
  if (read.versionId !== undefined && read.versionId === held.versionId) return 'same'
  const [readAt, heldAt] = [timeOf(read), timeOf(held)]
  if (readAt !== heldAt && !Number.isNaN(readAt) && !Number.isNaN(heldAt)) return readAt < heldAt ? 'older' : 'newer'
  const [readNumber, heldNumber] = [Number(read.versionId), Number(held.versionId)]
  return readNumber < heldNumber ? 'older' : 'newer'
}

const timeOf = ({ lastUpdated }: KnownVersion): number => (lastUpdated ? new Date(lastUpdated).getTime() : Number.NaN)
