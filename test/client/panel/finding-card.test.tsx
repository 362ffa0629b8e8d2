import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { clearDesk, emptyDraft } from '#client/panel/decision-form.ts'
import { FindingCard } from '#client/panel/finding-card.tsx'
import { FindingList } from '#client/panel/finding-list.tsx'
import { MarkedText } from '#client/panel/marked-text.tsx'
import { Trouble } from '#client/panel/sign-off.tsx'
import { ValueTable } from '#client/panel/value-table.tsx'
import type { PanelFinding } from '#fhir-mappings/panel.ts'
import {
  alt,
  colitis,
  hepatitisFromLaboratory,
  rejectedAsInfection,
  signing,
  user,
  viewOf,
} from '#test/client/panel/stories.ts'

const loadNote = async () => ({ ok: false, why: 'unreachable', code: 'NO_ANSWER', text: '' }) as const
const constant = {
  writes: 'before-signature',
  me: user.reference,
  loadNote,
  desk: clearDesk,
  keep: () => undefined,
} as const
const card = (found: PanelFinding, more: object = { signing }) =>
  renderToStaticMarkup(<FindingCard found={found} {...constant} {...more} />)
/** the text that a reader hears, without tags */
const spoken = (markup: string) => markup.replaceAll(/<[^>]+>/g, '').replaceAll('&quot;', '"')

test('a card shows grade, certainty, attribution, reporter, rule, words, date and author', () => {
  const shown = spoken(card(colitis()))
  for (const words of [
    'Grade 2 · proposed',
    'gastrointestinal · suspected · attributed to immunotherapy · reported by the patient',
    'Derived from the notes (CTCAE 5.0): Six loose stools',
    'six loose stools per day',
    'Progress note · 2 Mar 2026',
    'Dr. Tom Berger',
    'embedded 1.2.3',
  ]) {
    expect(shown).toContain(words)
  }
})

test('a grade that is open names the facts that would settle it', () => {
  const shown = spoken(
    card(colitis({}, { grade: null, range: [1, 3], gradeBasis: null, missing: ['Number of stools'] })),
  )
  expect(shown).toContain('Grade 1 to 3 · proposed')
  expect(shown).toContain('Would settle the grade:Number of stools')
})

test('a finding that came back says that it was rejected before, and why', () => {
  const shown = spoken(card(colitis({ earlier: [rejectedAsInfection] })))
  expect(shown).toContain('Rejected before. It is proposed again because there is new evidence.')
  expect(shown).toContain('Another cause explains it')
})

test('a laboratory finding shows the result, its reference and the value before treatment', () => {
  expect(spoken(card(hepatitisFromLaboratory()))).toContain(
    '271 U/L on 1 Mar 2026, reference 7 to 45, before treatment 24 U/L',
  )
})

test('a person who may not sign sees the finding and no button that signs', () => {
  const shown = card(colitis(), {})
  expect(shown).toContain('six loose stools per day')
  expect(shown).not.toContain('Confirm')
  expect(shown).not.toContain('Reject')
})

test('a withdrawn finding says why and offers nothing to sign', () => {
  const shown = spoken(card(colitis({ withdrawn: 'The note was retracted.' })))
  expect(shown).toContain('Withdrawn: The note was retracted.')
  expect(shown).not.toContain('Confirm grade')
})

test('input that was begun stays on the screen when the finding is withdrawn meanwhile', () => {
  const desk = { ...clearDesk, draft: { ...emptyDraft, act: 'rejected' as const, note: 'CMV' }, seen: 1 }
  const shown = card(colitis({ version: 2, withdrawn: 'The note was retracted.' }), { signing, desk })
  expect(shown).toContain('Sign Colitis')
  expect(spoken(renderToStaticMarkup(<Trouble found={colitis({ version: 2, withdrawn: 'x' })} desk={desk} />))).toBe(
    'The finding changed while you were deciding. It was withdrawn in the meantime, because what it rested on changed in the chart.',
  )
})

test('closing the Flag is proposed with its reason and stays a person’s act', () => {
  const shown = spoken(card(colitis({ review: 'confirmed', proposeClosing: 'Resolved for four weeks.' })))
  expect(shown).toContain('Closing the Flag is proposed: Resolved for four weeks.')
  expect(shown).toContain('Close Flag Sets the Flag in the chart to inactive · in the name of Dr. Maria Weber')
})

test('a note is shown as text: markup in it is words, not markup', () => {
  const text = '<img src=x onerror=alert(1)> diarrhea'
  const note = { text, quotes: [{ start: text.indexOf('diarrhea'), end: text.length, valid: true }] }
  const shown = renderToStaticMarkup(<MarkedText note={note} />)
  expect(shown).toContain('<mark>diarrhea</mark>')
  expect(shown).not.toContain('<img')
})

test('the values behind the chart are a table, newest first, and say which led to the grade', () => {
  const results = [alt(24, '2026-01-05'), alt(271, '2026-03-01')]
  const shown = renderToStaticMarkup(
    <ValueTable display="ALT" results={results} led={new Set(['Observation/alt-2026-03-01'])} />,
  )
  expect(shown).toContain('271 U/L (high, led to the grade)')
  expect(shown.indexOf('1 Mar 2026')).toBeLessThan(shown.indexOf('5 Jan 2026'))
})

test('several findings begin with an overview, what is over is folded at the end', () => {
  const view = viewOf([
    colitis(),
    hepatitisFromLaboratory(),
    {
      ...colitis({ id: `irae-${'3'.repeat(24)}`, review: 'rejected', decision: rejectedAsInfection }),
      display: 'Rash',
    },
  ])
  const shown = spoken(
    renderToStaticMarkup(<FindingList view={view} me={user.reference} loadNote={loadNote} signing={signing} />),
  )
  expect(shown.startsWith('To sign (2)Hepatitis Grade 3 · proposedColitis Grade 2 · proposed')).toBe(true)
  expect(shown).toContain('Rejected, withdrawn or closed (1)')
})

test('R1: the model card is one click away from each finding: its link is not folded into anything', () => {
  const shown = card(colitis())
  const link = shown.indexOf('href="/panel/model-card.html"')
  expect(link).toBeGreaterThan(0)
  const before = shown.slice(0, link)
  expect(before.split('<details').length).toBe(before.split('</details>').length)
})

test('R3: a clinician can check each finding without the software: quotes, dates, values, rule text and what is open', () => {
  const stated = spoken(card(colitis({}, { missing: ['Number of stools before treatment'] })))
  expect(stated).toContain('six loose stools per day')
  expect(stated).toContain('2 Mar 2026')
  expect(stated).toContain('CTCAE 5.0): Six loose stools a day above the usual number is grade 2.')
  expect(stated).toContain('Would settle the grade:Number of stools before treatment')
  const measured = spoken(card(hepatitisFromLaboratory()))
  expect(measured).toContain('271 U/L on 1 Mar 2026, reference 7 to 45, before treatment 24 U/L')
  expect(measured).toContain('CTCAE 5.0')
})

test('R3: no button of a finding orders a drug or a dose, and each says in whose name it acts', () => {
  const buttons = card(colitis({ review: 'confirmed' })).match(/<button[\s\S]*?<\/button>/g) ?? []
  const words = [...buttons, ...(card(colitis()).match(/<button[\s\S]*?<\/button>/g) ?? [])].map(spoken)
  expect(words.length).toBeGreaterThan(3)
  for (const said of words) expect(said).not.toMatch(/order|dose|hold|prednis|stop/i)
  expect(words.filter((said) => /^(Confirm|Close)/.test(said)).every((said) => said.includes(user.name))).toBe(true)
})
