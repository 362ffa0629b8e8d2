import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Foot } from '#client/panel/panel.tsx'
import { EndIsNear, untilWarning } from '#client/panel/session-end.tsx'
import { CutOff } from '#client/panel/sights.tsx'

const minutes = (n: number) => n * 60_000
const end = '2026-03-02T10:00:00Z'

test('L25: without a refresh token the end of the session is said five minutes before it comes', () => {
  const at = (before: number) => untilWarning(end, Date.parse(end) - minutes(before))
  expect(at(60)).toBe(minutes(55))
  expect(at(6)).toBe(minutes(1))
  expect(at(5)).toBe(0)
  expect(at(-1)).toBe(0)
  const shown = renderToStaticMarkup(<EndIsNear expiresAt={end} />)
  expect(shown).toContain('role="status"')
  expect(shown).toContain('Sign before that')
})

test('L25: a session that has ended loses nothing that was typed, and says so', () => {
  const shown = renderToStaticMarkup(<CutOff heardAt={end} session="ended" tryAgain={() => undefined} />)
  expect(shown).toContain('The session has ended')
  expect(shown).toContain('What you typed is still here.')
})

test('L19: the panel says that its chart is the one of the launch, and that the EHR may have moved on', () => {
  const shown = renderToStaticMarkup(<Foot name="Dr. Maria Weber" />)
  expect(shown).toContain('Shown is the chart that was open when the panel was launched')
  expect(shown).toContain('the EHR may have moved on to another one')
  expect(shown).toContain('Signed in as Dr. Maria Weber')
})
