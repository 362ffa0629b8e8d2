import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Ledger } from '#client/audit/audit-ledger.tsx'
import type { AuditView } from '#fhir-mappings/panel.ts'

const entry = (seq: number, more: Partial<AuditView['entries'][number]> = {}) => ({
  seq,
  at: '2026-03-02T09:30:00Z',
  action: 'finding-confirmed',
  outcome: 'success' as const,
  who: 'Practitioner/weber',
  about: ['Patient/anna'],
  hash: `${seq}bcdef0123456789`,
  ...more,
})
const shown = (value: AuditView) => renderToStaticMarkup(<Ledger answer={{ ok: true, value }} />)

test('the ledger says who did what about whom, newest first, and that its chain is whole', () => {
  const page = shown({ intact: true, entries: [entry(1), entry(2, { action: 'note-read' })] })
  expect(page).toContain('Chain intact')
  expect(page.indexOf('note-read')).toBeLessThan(page.indexOf('finding-confirmed'))
  expect(page).toContain('Practitioner/weber')
})

test('a broken chain is an alert and its rows are still shown', () => {
  const page = shown({ intact: false, entries: [entry(1)] })
  expect(page).toMatch(/role="alert"[^>]*>\s*Chain broken/)
  expect(page).toContain('finding-confirmed')
})

test('a failed act says that it failed', () => {
  expect(shown({ intact: true, entries: [entry(1, { outcome: 'failure' })] })).toContain('finding-confirmed (failed)')
})

test('loading and unreachable are not an empty ledger', () => {
  expect(renderToStaticMarkup(<Ledger answer={null} />)).toContain('Reading the ledger')
  const lost = { ok: false, why: 'unreachable', code: 'NO_ANSWER', text: 'No answer.' } as const
  expect(renderToStaticMarkup(<Ledger answer={lost} />)).toContain('role="alert"')
})
