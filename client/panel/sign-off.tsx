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
export function SignOff({ found, writes, signing, desk, keep }: SignOffProperties) {
  const { finding, display } = found
  const [busy, setBusy] = useState(false)
  // a second press before the answer is the same press; the button stays enabled, since disabling it would lose the focus
  const underWay = useRef(false)
  const { draft } = desk
  const acts = actsOn(finding)
  const off = signing.ended || acts.length === 0
  const effect = (act: SignRequest['decision']) => effectWords(act, writes, signing.name)

  const sign = async (request: ReturnType<typeof requestFromDraft>) => {
    if ('missing' in request) return keep({ ...desk, trouble: request.missing })
    if (underWay.current) return
    underWay.current = true
    setBusy(true)
    const refused = await signing.sign(found, request)
    underWay.current = false
    setBusy(false)
    keep(refused === undefined ? clearDesk : { draft, seen: request.version, trouble: refused })
  }
  const begin = (act: Draft['act']) =>
    keep({ draft: { ...draft, act: draft.act === act ? 'none' : act }, seen: finding.version, trouble: '' })
  const signNow = (decision: 'confirmed' | 'closed') => sign({ version: finding.version, decision })

  return (
    <section className="sign-off" aria-label={`Sign ${display}`}>
      {busy && <p role="status">Signing…</p>}
      {draft.act === 'none' && <Trouble found={found} desk={desk} />}
      {acts.includes('confirmed') && draft.act === 'none' && (
        <Button className="button primary" isDisabled={off} onPress={() => signNow('confirmed')}>
          {confirmWords(finding)} <small>{effect('confirmed')}</small>
        </Button>
      )}
      <div className="choices">
        {acts.includes('changed') && (
          <Button
            className="button"
            aria-expanded={draft.act === 'changed'}
            isDisabled={off}
            onPress={() => begin('changed')}
          >
            {finding.proposal.grade === null ? 'Set grade…' : 'Change grade…'}
          </Button>
        )}
        {acts.includes('rejected') && (
          <Button
            className="button"
            aria-expanded={draft.act === 'rejected'}
            isDisabled={off}
            onPress={() => begin('rejected')}
          >
            Reject…
          </Button>
        )}
        {acts.includes('closed') && (
          <Button className="button" isDisabled={off} onPress={() => signNow('closed')}>
            Close Flag <small>{effect('closed')}</small>
          </Button>
        )}
      </div>
      {draft.act !== 'none' && (
        <Suspense fallback={<p role="status">Opening the form…</p>}>
          <DecisionFields
            found={found}
            draft={draft}
            change={(changed) => keep({ ...desk, draft: changed, trouble: '' })}
          />
          <Trouble found={found} desk={desk} />
          <Button
            className="button primary"
            isDisabled={off}
            onPress={() => sign(requestFromDraft(draft, finding.version))}
          >
            {draft.act === 'rejected' ? 'Sign the rejection' : `Sign grade ${draft.grade ?? '…'}`}{' '}
            <small>{effect(draft.act)}</small>
          </Button>
        </Suspense>
      )}
    </section>
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
