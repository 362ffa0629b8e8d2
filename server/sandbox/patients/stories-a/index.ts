import type { Story } from '#server/sandbox/patients/story.ts'
import { adaBrandvold } from './ada-brandvold.ts'
import { bertilOsei } from './bertil-osei.ts'
import { celineMarchetti } from './celine-marchetti.ts'

/** People of this folder, in the order in which they join the cohort. */
export const storiesA: readonly Story[] = [adaBrandvold, bertilOsei, celineMarchetti]
