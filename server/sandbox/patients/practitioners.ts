import type { Practitioner } from '@medplum/fhirtypes'
import type { StoryNote } from './story.ts'

type Author = StoryNote['author']

const people: Readonly<Record<Author, { readonly given: string; readonly family: string; readonly title: string }>> = {
  oncologist: { given: 'Ingrid', family: 'Vasterling', title: 'MD, medical oncology' },
  nurse: { given: 'Tomasz', family: 'Oyelaran', title: 'RN, immunotoxicity clinic' },
  coordinator: { given: 'Priya', family: 'Halvorsen', title: 'Care coordinator' },
  hospitalist: { given: 'Marcus', family: 'Threlfall', title: 'MD, hospital medicine' },
  'emergency-physician': { given: 'Soraya', family: 'Blackwood-Ng', title: 'MD, emergency medicine' },
  radiologist: { given: 'Edmund', family: 'Kowalczuk', title: 'MD, radiology' },
  specialist: { given: 'Hanneke', family: 'Abernathy', title: 'MD, consulting specialist' },
  pathologist: { given: 'Rafael', family: 'Lindqvist', title: 'MD, pathology' },
}

/** Who wrote the notes: `Practitioner/oncologist`, `Practitioner/nurse` and so on, invented people. */
export const practitioners: readonly (Practitioner & { id: string })[] = Object.entries(people).map(([id, person]) => ({
  resourceType: 'Practitioner',
  id,
  active: true,
  identifier: [{ system: 'https://sandbox.example.org/staff', value: id }],
  name: [{ given: [person.given], family: person.family }],
  qualification: [{ code: { text: person.title } }],
}))

/** The name of the person behind an author role. */
export const authorNamed = (author: Author): { readonly given: string; readonly family: string } => people[author]
