import { lazy, Suspense, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { PanelFinding, PanelView, SignRequest } from '#fhir-mappings/panel.ts'
import { actsOn, clearDesk, type Desk, type Draft, isOvertaken, requestFromDraft } from './decision-form.ts'
import { confirmWords, effectWords, staleWords } from './sign-off-words.ts'
import type { Signing } from './signing.ts'

const DecisionFields = lazy(() => import('./decision-fields.tsx'))

export interface SignOffProperties {
  readonly found: PanelFinding
  readonly writes: PanelView['writes']
  readonly signing: Signing
  readonly desk: Desk
  readonly keep: (desk: Desk) => void
}

/** Confirm, change the grade, reject, or close the Flag: whatever this finding allows now. */
export function SignOff(properties: SignOffProperties) {
  const { found, desk, keep } = properties
  const { finding } = found
  const { draft } = desk
  const { busy, sign } = useSignature(properties)
  const hands = handsOf(properties, sign)
  const begin = (act: Draft['act']) =>
    keep({ draft: { ...draft, act: draft.act === act ? 'none' : act }, seen: finding.version, trouble: '' })
  return (
    <section className="sign-off" aria-label={`Sign ${found.display}`}>
      {busy && <p role="status">Signing…</p>}
      {draft.act === 'none' && <Trouble found={found} desk={desk} />}
      {hands.may('confirmed') && draft.act === 'none' && (
        <Button className="button primary" isDisabled={hands.off} onPress={() => hands.signNow('confirmed')}>
          {confirmWords(finding)} <small>{hands.effect('confirmed')}</small>
        </Button>
      )}
      <Choices finding={finding} act={draft.act} hands={hands} begin={begin} />
      {draft.act !== 'none' && <DecisionForm found={found} desk={desk} keep={keep} hands={hands} sign={sign} />}
    </section>
  )
}

type Sign = (request: ReturnType<typeof requestFromDraft>) => Promise<void>

/** Signs once: a second press before the answer is the same press; the button stays enabled, since disabling it would lose the focus. */
function useSignature({ found, signing, desk, keep }: SignOffProperties): { busy: boolean; sign: Sign } {
  const [busy, setBusy] = useState(false)
  const underWay = useRef(false)
  const sign: Sign = async (request) => {
    if ('missing' in request) return keep({ ...desk, trouble: request.missing })
    if (underWay.current) return
    underWay.current = true
    setBusy(true)
    const refused = await signing.sign(found, request)
    underWay.current = false
    setBusy(false)
    keep(refused === undefined ? clearDesk : { draft: desk.draft, seen: request.version, trouble: refused })
  }
  return { busy, sign }
}

/** What this person may do with the finding now, and what each act does to the chart. */
function handsOf({ found, writes, signing }: SignOffProperties, sign: Sign) {
  const acts = actsOn(found.finding)
  return {
    off: signing.ended || acts.length === 0,
    may: (act: SignRequest['decision']) => acts.includes(act),
    effect: (act: SignRequest['decision']) => effectWords(act, writes, signing.name),
    signNow: (decision: 'confirmed' | 'closed') => sign({ version: found.finding.version, decision }),
  }
}

type Hands = ReturnType<typeof handsOf>

interface ChoicesProperties extends Pick<PanelFinding, 'finding'> {
  readonly act: Draft['act']
  readonly hands: Hands
  readonly begin: (act: Draft['act']) => void
}

function Choices({ finding, act, hands, begin }: ChoicesProperties) {
  const opens = (wanted: 'changed' | 'rejected', words: string) => (
    <Button className="button" aria-expanded={act === wanted} isDisabled={hands.off} onPress={() => begin(wanted)}>
      {words}
    </Button>
  )
  return (
    <div className="choices">
      {hands.may('changed') && opens('changed', finding.proposal.grade === null ? 'Set grade…' : 'Change grade…')}
      {hands.may('rejected') && opens('rejected', 'Reject…')}
      {hands.may('closed') && (
        <Button className="button" isDisabled={hands.off} onPress={() => hands.signNow('closed')}>
          Close Flag <small>{hands.effect('closed')}</small>
        </Button>
      )}
    </div>
  )
}

interface FormProperties extends Pick<SignOffProperties, 'found' | 'desk' | 'keep'> {
  readonly hands: Hands
  readonly sign: Sign
}

function DecisionForm({ found, desk, keep, hands, sign }: FormProperties) {
  const { draft } = desk
  if (draft.act === 'none') return null
  return (
    <Suspense fallback={<p role="status">Opening the form…</p>}>
      <DecisionFields
        found={found}
        draft={draft}
        change={(changed) => keep({ ...desk, draft: changed, trouble: '' })}
      />
      <Trouble found={found} desk={desk} />
      <Button
        className="button primary"
        isDisabled={hands.off}
        onPress={() => sign(requestFromDraft(draft, found.finding.version))}
      >
        {draft.act === 'rejected' ? 'Sign the rejection' : `Sign grade ${draft.grade ?? '…'}`}{' '}
        <small>{hands.effect(draft.act)}</small>
      </Button>
    </Suspense>
  )
}

/** Beside the button that was pressed: what went wrong, and what changed under the person's hands. */
export function Trouble({ found, desk }: Pick<SignOffProperties, 'found' | 'desk'>) {
  const overtaken = isOvertaken(desk, found.finding)
  if (desk.trouble === '' && !overtaken) return null
  return (
    <p className="trouble" role="alert">
      {desk.trouble || 'The finding changed while you were deciding.'} {overtaken && staleWords(found.finding)}
    </p>
  )
}
