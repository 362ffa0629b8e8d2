/** Coded reasons of a rejection, in the order in which the panel offers them. */
export const rejectionReasons = {
  'other-cause': 'Another cause explains it',
  'not-present': 'The patient does not have it',
  historical: 'An earlier episode, over',
  'wrong-patient': 'The words are about someone else',
  misread: 'The text was misread',
  duplicate: 'Already recorded',
} as const
export type RejectionReason = keyof typeof rejectionReasons
