import { describe, expect, test } from 'vitest'
import { alerts, claimOf } from './claims-of.ts'

const status = (text: string, term: string) => claimOf(text, term)?.status

describe('a checklist answers, and the answer is read', () => {
  test.each([
    ['a minus behind the item', 'ROS: fever -, cough -, diarrhea -, eye grit +.', 'diarrhea'],
    ['a minus behind the item, with a remark', 'cough -, rash - (old scar only), fatigue +', 'rash-maculopapular'],
    ['a sign in brackets', 'Nausea (-), diarrhea (-), rash (+)', 'diarrhea'],
    ['minuses glued to their words', 'ROS -fever -rash -diarrhea -cough', 'rash-maculopapular'],
    ['plus and minus in turn', 'ROS: + tired, + warm. - chest pain - rash - diarrhea - headache.', 'diarrhea'],
    [
      'a minus that opens a list',
      'ROS + tired, dark urine. - fever, cough, rash, joint pain, diarrhea.',
      'rash-maculopapular',
    ],
    ['a zero', 'Sheet: fatigue 2/10, itch 0, stool 0, cough 0.', 'pruritus'],
    ['a zero of ten', 'Itch 0/10, pain 3/10.', 'pruritus'],
    ['a zero behind a row of dots', 'Joint .......... 0\nItch ........... 0   (lotion at home)', 'pruritus'],
    ['a no behind the item', 'Dry mouth no. Joints: as ever.', 'dry-mouth'],
    ['a no behind each item', 'Diarrhea no, rash no, itch no, vision no.', 'rash-maculopapular'],
    ['items and answers without commas', 'Tox card: diarrhea NO rash NO itch NO cough NO joints "stiff"', 'pruritus'],
    ['a list under a no', 'Screen neg: headache, vision, edema, rash, joint pain.', 'rash-maculopapular'],
    [
      'a list in brackets behind a no',
      'Tox check neg x9 items (stool rash cough thirst joints mouth fever).',
      'rash-maculopapular',
    ],
    ['a checklist that is all zero', 'Checklist all 0: cough, rash, itch, headache.', 'pruritus'],
  ])('%s', (_, text, term) => {
    expect(alerts(text, term)).toBe(false)
  })

  test('a plus behind the item affirms it, whatever stands around it', () => {
    expect(status('No fever. cough -, diarrhea +, rash -', 'diarrhea')).toBe('present')
    expect(status('cough -, diarrhea +, rash -', 'rash-maculopapular')).toBe('negated')
  })

  test('a plus alone makes a complaint of a word', () => {
    expect(alerts('ROS: + diarrhea, + rash. - fever - chills - cough.', 'diarrhea')).toBe(true)
  })

  test('the answer of the last item is not the answer of the first', () => {
    expect(status('Screen positive: diarrhea 4x/d, rash no, cough no.', 'diarrhea')).toBe('present')
  })

  test('a list under a no ends where something else is said', () => {
    expect(status('ROS negative except diarrhea six times a day since Friday.', 'diarrhea')).toBe('present')
  })

  test('a dash is no minus and a bullet is no minus', () => {
    expect(status('Diarrhea - six stools a day since Monday, started prednisone.', 'diarrhea')).toBe('present')
    expect(status('Problems:\n- new diarrhea, 5 stools a day\n- hypertension', 'diarrhea')).toBe('present')
  })

  test('"no" behind a heading is still a negation of what follows', () => {
    expect(status('Eyes: no pain. Skin: no rash. Mind: sleeps well.', 'rash-maculopapular')).toBe('negated')
  })
})
