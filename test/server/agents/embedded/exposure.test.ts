import { describe, expect, test } from 'vitest'
import { embeddedReader, readText } from '#server/agents/embedded/embedded-reader.ts'

const exposureOf = (text: string) => readText({ text }).exposure

describe('exposure', () => {
  test('what the chart knows comes first', () => {
    expect(readText({ text: 'No drugs named.', ici: { agents: ['nivolumab'] } }).exposure).toBe('given')
  })

  test.each([
    'Here for cycle 4 of pembrolizumab.',
    'C7 Keytruda today.',
    'On ipi/nivo for melanoma.',
    'Lung cancer on immunotherapy since May.',
    'Treated with an anti-PD-1 antibody at another hospital.',
    'Received two doses of ketruda.',
    'Randomised to pembrolizumab or placebo, week 6.',
    'Last dose of atezo four months ago.',
    'She was treated with the PD-L1 inhibitor durvalumab.',
    'A 60-year-old man developed colitis after nivolumab.',
  ])('"%s" says that the patient gets or got one', (text) => {
    expect(exposureOf(text)).toBe('text')
  })

  test.each([
    'Will start durvalumab after radiation.',
    'She declined pembrolizumab.',
    'Never received nivolumab.',
    'Her husband is on nivolumab.',
    'We discussed pembrolizumab as an option.',
    'Allergen immunotherapy for ragweed.',
    'Renal cell cancer on sunitinib.',
    'PD-L1 expression 80 %, EGFR negative.',
    'Recovered fully with immunotherapy for autoimmune encephalitis.',
    'Chemotherapy with pemetrexed.',
    'Candidate for cemiplimab.',
    'Intravesical BCG immunotherapy for bladder cancer.',
  ])('"%s" says nothing of the kind', (text) => {
    expect(exposureOf(text)).toBe('none')
  })

  test('without exposure every attribution is another cause', () => {
    const { claims } = readText({
      text: 'Ulcerative colitis flare with bloody stools. New rash. Autoimmune hepatitis.',
    })
    expect(claims.length).toBeGreaterThan(1)
    expect(new Set(claims.map(({ attribution }) => attribution))).toEqual(new Set(['other']))
  })
})

describe('the reader', () => {
  const note = 'Hepatitis, grade 3, immune-related, ALT 512. Denies rash. PMH: asthma.'

  test('gives the same answer for the same text and for the same text in capitals', async () => {
    const reader = embeddedReader()
    const once = await reader.read({ text: note })
    expect(await reader.read({ text: note })).toEqual(once)
    const shouted = await reader.read({ text: note.toUpperCase() })
    const gist = (claims: typeof once.claims) =>
      claims.map(({ term, status, attribution, stated }) => [term, status, attribution, stated?.grade])
    expect(gist(shouted.claims)).toEqual(gist(once.claims))
  })

  test('every claim has quotes that stand in the text, at most 300 characters, and says why', () => {
    const text = `On nivolumab. ${'He told a long story without a full stop '.repeat(20)} and then developed colitis ${'and went on about it '.repeat(20)}`
    const { claims } = readText({ text })
    expect(claims.map(({ term }) => term)).toContain('colitis')
    for (const claim of claims) {
      expect(claim.why.length).toBeGreaterThan(0)
      for (const quote of claim.quotes) {
        expect(text.slice(quote.start, quote.end)).toBe(quote.text)
        expect(quote.text.length).toBeLessThanOrEqual(300)
      }
    }
  })

  test('empty text, white space and binary noise are read without an error', () => {
    for (const text of ['', ' \n\t ', '\u0000\uFFFD\uD800', '((((', '"'.repeat(50)])
      expect(readText({ text }).claims).toEqual([])
  })

  test('a megabyte of trigger words in one line is read within seconds', { timeout: 20_000 }, () => {
    const began = performance.now()
    readText({ text: 'no evidence of colitis grade 3 due to nivolumab if '.repeat(4000) })
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})

describe('absorption', () => {
  const termsOf = (text: string) =>
    readText({ text, ici: { agents: ['nivolumab'] } })
      .claims.filter(({ status }) => status === 'present' || status === 'suspected')
      .map(({ term }) => term)

  test('enzymes that a syndrome explains are its evidence', () => {
    expect(termsOf('Immune hepatitis with elevated ALT and AST elevation.')).toEqual(['hepatitis'])
    expect(termsOf('Myocarditis with elevated troponin.')).toEqual(['myocarditis'])
    expect(termsOf('Transaminitis since cycle 3.')).toEqual(['alt-increased'])
  })

  test('dry eye without keratitis is a dry mouth, with keratitis it is keratitis', () => {
    expect(termsOf('New dry eyes since cycle 2.')).toEqual(['dry-mouth'])
    expect(termsOf('New keratitis since cycle 2.')).toEqual(['keratitis-conjunctivitis'])
  })

  test('an unnamed immune toxicity stands only when nothing else does', () => {
    expect(termsOf('He had an irAE and was treated with steroids.')).toEqual(['autoimmune-other'])
    expect(termsOf('He had an irAE, namely colitis.')).toEqual(['colitis'])
  })
})
