import type { Story } from '#server/sandbox/patients/story.ts'

/** People of this folder, in the order in which they join the cohort. */
export const storiesC: readonly Story[] = []
