import type { Resource } from '@medplum/fhirtypes'
import { administrationsFromStory } from './administrations.ts'
import { medicationsFromStory } from './medications.ts'
import { notesFromStory } from './notes.ts'
import { conditionsFromStory, patientFromStory } from './person.ts'
import { resultsFromStory } from './results.ts'
import type { Story } from './story.ts'

/**
 * A story as the FHIR chart it stands for, seen from `today` (YYYY-MM-DD). Ids follow from the story's id and the
 * position of each thing in it and never from the day, so a chart seeded tomorrow has the same ids.
 */
export function resourcesFromStory(story: Story, today: string): readonly (Resource & { id: string })[] {
  return [
    patientFromStory(story),
    ...conditionsFromStory(story, today),
    ...administrationsFromStory(story, today),
    ...medicationsFromStory(story, today),
    ...resultsFromStory(story, today),
    ...notesFromStory(story, today),
  ]
}
