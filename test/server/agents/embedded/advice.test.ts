import { describe, expect, test } from 'vitest'
import { alerts, claimOf } from './claims-of.ts'

describe('what a patient is taught is no finding', () => {
  test.each([
    ['an order without a subject', 'Reviewed: new blisters, mouth ulcers, fever = call same day.', 'mucositis'],
    [
      'an order behind a list',
      'Weekly tablets: rash/mouth sores/cough, call, no antibiotic from others.',
      'rash-maculopapular',
    ],
    ['a threshold', 'More than three extra stools a day, call us and bring a sample.', 'diarrhea'],
    ['knowledge', 'He knows about loose stools, jaundice, breath, rash and thirst.', 'diarrhea'],
    ['a talk', 'Spoke about colitis, pneumonitis and nerve trouble with both sons.', 'pneumonitis'],
    ['teaching repeated', 'Counselling repeated: colitis, pneumonitis, endocrine trouble can come late.', 'colitis'],
    ['a risk', 'Hold the tablet while eating poorly (ketoacidosis risk), sugar log twice daily.', 'diabetes'],
    ['what may come', 'Psoriasis may flare. Elbows watched.', 'psoriasis-lichenoid-eczema'],
    ['a photograph', 'Send a photo of anything that looks like a hive.', 'rash-maculopapular'],
    [
      'a sheet that teaches',
      'NURSE TEACHING RECORD, FIRST DOSE\nLearner: patient and son.\n[x] Lungs: new cough, breathless on stairs\n[x] Bowel: diarrhea, blood',
      'diarrhea',
    ],
    [
      'a list under a warning',
      'The drug can inflame healthy organs. One by one:\n- BOWEL (colitis): many stools, blood.\n- LIVER (hepatitis): yellow eyes.\n',
      'hepatitis',
    ],
  ])('%s', (_, text, term) => {
    expect(alerts(text, term)).toBe(false)
  })

  test('a complaint with its beginning stays a complaint, though the patient is told to call', () => {
    const text = 'Loose stools eight times a day since Sunday, told to call again tomorrow.'
    expect(claimOf(text, 'diarrhea')?.status).toBe('present')
  })

  test.each([
    'Wife calls: diarrhea five times today.',
    'Pt calls, diarrhea six times a day.',
    'Toxicity call, diarrhea six times a day.',
  ])('who calls to tell it gives no order: %s', (text) => {
    expect(claimOf(text, 'diarrhea')?.status).toBe('present')
  })

  test('a call that took place is no advice', () => {
    expect(claimOf('Triage call: diarrhea six times a day for two days.', 'diarrhea')?.status).toBe('present')
  })
})
