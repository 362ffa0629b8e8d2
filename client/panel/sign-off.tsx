import { lazy, Suspense, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { PanelFinding, PanelView, SignRequest } from '#fhir-mappings/panel.ts'
import { type Draft, emptyDraft, requestFromDraft } from './decision-form.ts'
import { confirmWords, effectWords, staleWords } from './sign-off-words.ts'
import type { Signing } from './signing.ts'

const DecisionFields = lazy(() => import('./decision-fields.tsx'))

interface Properties {
  readonly found: PanelFinding
  readonly writes: PanelView['writes']
  readonly signing: Signing
}

/** Confirm, change the grade, or reject. What is typed stays through new versions, refusals and lost connections. */
export function SignOff({ found, writes, signing }: Properties) {
  const { finding, display } = found
  const [draft, setDraft] = useState<Draft>(emptyDraft)
  const [seen, setSeen] = useState(finding.version)
  const [trouble, setTrouble] = useState('')
  const [busy, setBusy] = useState(false)
  const overtaken = seen !== finding.version && (draft.act !== 'none' || trouble !== '')
  const effect = (act: SignRequest['decision']) => effectWords(act, writes, signing.name)

  const sign = async (request: ReturnType<typeof requestFromDraft>) => {
    if ('missing' in request) return setTrouble(request.missing)
    setSeen(finding.version)
    setBusy(true)
    const refused = await signing.sign(found, request)
    setBusy(false)
    setTrouble(refused ?? '')
    if (refused === undefined) setDraft(emptyDraft)
  }
  const begin = (act: Draft['act']) => {
    setSeen(finding.version)
    setTrouble('')
    setDraft({ ...draft, act: draft.act === act ? 'none' : act })
  }
  const off = busy || signing.ended

  return (
    <section className="sign-off" aria-label={`Sign ${display}`}>
      {(trouble !== '' || overtaken) && (
        <p className="trouble" role="alert">
          {trouble} {overtaken && `The finding changed while you were deciding. ${staleWords(finding)}`}
        </p>
      )}
      {finding.review === 'awaiting' && (
        <Button
          className="button primary"
          isDisabled={off}
          onPress={() => sign({ version: finding.version, decision: 'confirmed' })}
        >
          {confirmWords(finding)} <small>{effect('confirmed')}</small>
        </Button>
      )}
      <div className="choices">
        <Button
          className="button"
          aria-expanded={draft.act === 'changed'}
          isDisabled={off}
          onPress={() => begin('changed')}
        >
          Change grade…
        </Button>
        <Button
          className="button"
          aria-expanded={draft.act === 'rejected'}
          isDisabled={off}
          onPress={() => begin('rejected')}
        >
          Reject…
        </Button>
        {finding.review !== 'awaiting' && !finding.closed && (
          <Button
            className="button"
            isDisabled={off}
            onPress={() => sign({ version: finding.version, decision: 'closed' })}
          >
            Close Flag <small>{effect('closed')}</small>
          </Button>
        )}
      </div>
      {draft.act !== 'none' && (
        <Suspense fallback={<p role="status">Opening the form…</p>}>
          <DecisionFields found={found} draft={draft} change={setDraft} />
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
