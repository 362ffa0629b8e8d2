import type { Resource } from '@medplum/fhirtypes'
import { practitioners } from './practitioners.ts'
import { resourcesFromStory } from './resources-from-story.ts'
import { storiesA } from './stories-a/index.ts'
import { storiesB } from './stories-b/index.ts'
import { storiesC } from './stories-c/index.ts'
import type { Story } from './story.ts'

/** Everybody in the sandbox. Synthetic people: a demonstration and a regression net, never evidence of accuracy. */
export const cohort: readonly Story[] = [...storiesA, ...storiesB, ...storiesC]

/** Everybody's chart as seen on `today` (YYYY-MM-DD), and the practitioners who wrote in it. */
export function cohortResources(today: string): readonly (Resource & { id: string })[] {
  return [...practitioners, ...cohort.flatMap((story) => resourcesFromStory(story, today))]
}
