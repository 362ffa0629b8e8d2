import type { Service } from '#client/service.ts'
import type { PanelFinding, SignRequest } from '#fhir-mappings/panel.ts'
import { gradeWords } from './grade-words.ts'

/** The power to sign, as a card sees it. */
export interface Signing {
  /** whose name the chart will carry */
  readonly name: string
  /** nothing can be signed any more in this session; typed input stays */
  readonly ended: boolean
  /** signs and gives nothing back, or the sentence that says why it was not signed */
  readonly sign: (found: PanelFinding, request: SignRequest) => Promise<string | undefined>
}

interface Panel {
  readonly signed: (finding: PanelFinding, said: string) => void
  readonly askNow: () => Promise<void>
}

/** Sends one decision. After SIGN_OFF_STALE the newest state is fetched before the person is told. */
export async function signFinding(
  service: Pick<Service, 'sign'>,
  panel: Panel,
  found: PanelFinding,
  request: SignRequest,
): Promise<string | undefined> {
  const answer = await service.sign(found.finding.id, request)
  if (answer.ok) {
    panel.signed(answer.value, `Signed: ${answer.value.display}, ${gradeWords(answer.value.finding)}.`)
    return undefined
  }
  if (answer.why === 'unreachable')
    return 'Not known whether this was signed: the service did not answer. Look again before you sign again.'
  if (answer.why === 'ended') {
    await panel.askNow()
    return 'Not signed: the session has ended. Open the panel again from the chart.'
  }
  if (answer.code === 'SIGN_OFF_STALE') {
    await panel.askNow()
    return 'Not signed: the finding changed after it was shown to you.'
  }
  return `Not signed. ${answer.text}`
}
