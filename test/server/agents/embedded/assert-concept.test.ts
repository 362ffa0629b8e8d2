import { expect, test } from 'vitest'
import { assertConcept } from '#server/agents/embedded/assert-concept.ts'

test.each([
  ['there is no sign of pleural effusion today', 'pleural effusion', 'negated'],
  ['she denies chest pain, palpitations or syncope', 'syncope', 'negated'],
  ['embolism was ruled out', 'embolism', 'negated'],
  ['culture for listeria is negative', 'listeria', 'negated'],
  ['no fever but a productive cough', 'productive cough', 'affirmed'],
  ['gram negative rods in the urine', 'rods in the urine', 'affirmed'],
  ['the leg swelling has not improved', 'leg swelling', 'affirmed'],
  ['possible fracture of the wrist', 'fracture', 'possible'],
  ['he has no acute distress', 'acute distress', 'negated'],
])('"%s": %s is %s', (sentence, concept, negation) => {
  expect(assertConcept(sentence, concept).negation).toBe(negation)
})

test.each([
  ['history of gout', 'gout', 'historical'],
  ['past medical history is significant for asthma and gout', 'gout', 'historical'],
  ['call the clinic if fever or bleeding occurs', 'bleeding', 'hypothetical'],
  ['three week history of gout', 'gout', 'recent'],
  ['gout of the left foot', 'gout', 'recent'],
])('"%s": %s is %s', (sentence, concept, temporality) => {
  expect(assertConcept(sentence, concept).temporality).toBe(temporality)
})

test('what is said of relatives and strangers is not said of the patient', () => {
  expect(assertConcept('mother had breast cancer', 'breast cancer').experiencer).toBe('family member')
  expect(assertConcept('her neighbor has influenza', 'influenza').experiencer).toBe('other')
  expect(assertConcept('he has influenza', 'influenza').experiencer).toBe('patient')
})

test('capitals change nothing', () => {
  const sentence = 'No evidence of Pulmonary Embolism.'
  expect(assertConcept(sentence.toUpperCase(), 'pulmonary embolism')).toEqual(
    assertConcept(sentence.toLowerCase(), 'PULMONARY EMBOLISM'),
  )
})
