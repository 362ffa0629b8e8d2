import { expect, test, vi } from 'vitest'
import { signFinding } from '#client/panel/signing.ts'
import type { Answer, Service } from '#client/service.ts'
import type { PanelFinding } from '#fhir-mappings/panel.ts'
import { colitis } from '#test/client/panel/stories.ts'

const refusal = (code: string): Answer<PanelFinding> => ({ ok: false, why: 'refused', code, text: 'The text.' })
const confirm = { version: 1, decision: 'confirmed' as const }

function panelWith(answer: Answer<PanelFinding>) {
  const asked: unknown[] = []
  const sign = async (...question: unknown[]) => {
    asked.push(question)
    return answer
  }
  const panel = { signed: vi.fn(), askNow: vi.fn(async () => undefined) }
  return { service: { sign } as Pick<Service, 'sign'>, panel, asked }
}

test('a signature that succeeds is shown and spoken', async () => {
  const signed = colitis({ version: 2, review: 'confirmed' })
  const { service, panel, asked } = panelWith({ ok: true, value: signed })
  expect(await signFinding(service, panel, colitis(), confirm)).toBeUndefined()
  expect(asked).toEqual([[colitis().finding.id, confirm]])
  expect(panel.signed).toHaveBeenCalledWith(signed, 'Signed: Colitis, Grade 2 · confirmed.')
})

test('SIGN_OFF_STALE brings the new state onto the screen before the person is told', async () => {
  const { service, panel } = panelWith(refusal('SIGN_OFF_STALE'))
  expect(await signFinding(service, panel, colitis(), confirm)).toContain('Not signed')
  expect(panel.askNow).toHaveBeenCalledOnce()
  expect(panel.signed).not.toHaveBeenCalled()
})

test('a refusal says what the service said', async () => {
  const { service, panel } = panelWith(refusal('SIGN_OFF_INVALID'))
  expect(await signFinding(service, panel, colitis(), confirm)).toBe('Not signed. The text.')
})

test('a service that does not answer leaves open whether it was signed, and says so', async () => {
  const { service, panel } = panelWith({ ok: false, why: 'unreachable', code: 'NO_ANSWER', text: '' })
  expect(await signFinding(service, panel, colitis(), confirm)).toContain('Not known whether this was signed')
})

test('L24: after the session has ended the person is sent to the chart', async () => {
  const { service, panel } = panelWith({ ok: false, why: 'ended', code: 'SESSION_INVALID', text: '' })
  expect(await signFinding(service, panel, colitis(), confirm)).toContain('Open the panel again from the chart')
})
