import { describe, expect, test } from 'vitest'
import { alerts, claimOf } from './claims-of.ts'

describe('a common complaint named in passing raises nothing', () => {
  test.each([
    ['Itch, no pain of the skin.', 'pruritus'],
    ['Nodules paler, one itchy.', 'pruritus'],
    ['Slept badly; dry mouth, deaf on the left, tired after lunch.', 'dry-mouth'],
    ['Fever, vomiting, diarrhea, weak', 'diarrhea'],
    ['Loose stool one morning, single time.', 'diarrhea'],
  ])('%s', (text, term) => {
    expect(alerts(text, term)).toBe(false)
  })

  test.each([
    ['Itch for three weeks, scratches at night.', 'pruritus'],
    ['She has a rash on both arms.', 'rash-maculopapular'],
    ['Diarrhea x5 days.', 'diarrhea'],
    ['Assessment:\n1. Diarrhea, stool tests sent', 'diarrhea'],
    ['Reports fatigue, joint pain and rash.', 'rash-maculopapular'],
  ])('a statement, a measure or a diagnosis makes it one: %s', (text, term) => {
    expect(alerts(text, term)).toBe(true)
  })
})

describe('an entry of a differential with what speaks against it', () => {
  test.each([
    ['Vasculitic neuropathy: too symmetrical.', 'vasculitis'],
    ['Myasthenia and myositis: lids normal, CK 90, decrement absent on stimulation.', 'myositis'],
    ['Pituitary failure: TSH would not be high.', 'hypophysitis'],
  ])('%s', (text, term) => {
    expect(alerts(text, term)).toBe(false)
  })

  test('a course behind the colon is no refutation', () => {
    expect(claimOf('Colitis: no blood any more, prednisone taper goes on.', 'colitis')?.status).toBe('present')
  })
})

describe('words about words and questions are no findings', () => {
  test.each([
    ['The word colitis appears in a coding suggestion of last spring.', 'colitis'],
    ['The front sheet of the emergency visit proposed "nephritis" as a code.', 'nephritis'],
    ['OSH label of immune meningitis withdrawn.', 'aseptic-meningitis'],
    ['Indication: cough on pembrolizumab, rule out pneumonitis.\nFindings: lungs clear.', 'pneumonitis'],
    ['Consulted to rule out myocarditis. Echo and troponin normal. No myocarditis.', 'myocarditis'],
    ['IMDC intermediate risk, nephrectomy six years ago.', 'colitis'],
    ['Abdomen soft, left sided TTP without rebound.', 'ttp'],
    ['Myositis panel sent, still open.', 'myositis'],
  ])('%s', (text, term) => {
    expect(alerts(text, term)).toBe(false)
  })

  test('a glued question mark asks and does not say', () => {
    expect(claimOf('Cramps on nivolumab, ?colitis, sigmoidoscopy tomorrow.', 'colitis')?.status).toBe('suspected')
  })
})
