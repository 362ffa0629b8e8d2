import type { SearchOutcome } from './door.ts'

/** S20: Epic's 4119 says that more exists than was returned; whoever rests on the search does not see the whole chart. */
export const isHeldBack = ({ warnings }: Pick<SearchOutcome<never>, 'warnings'>): boolean =>
  warnings.some((warning) => warning.split(':').includes('4119'))
