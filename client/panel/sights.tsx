import { Button } from 'react-aria-components/Button'
import type { PanelView } from '#fhir-mappings/panel.ts'
import { dateWords, dayWords } from './date-words.ts'
import { NotFullyRead, ReadingStatus } from './reading-status.tsx'
import type { Watch } from './watch.ts'

export function Loading() {
  return (
    <p className="sight" role="status">
      Reading the chart…
    </p>
  )
}

interface Trying {
  readonly tryAgain: () => void
}

/** Louder than an absence: nothing is known, and that is said first. */
export function Unreachable({ foreign, tryAgain }: Trying & { readonly foreign: boolean }) {
  return (
    <div className="sight loud" role="alert">
      <h2>Findings could not be loaded</h2>
      <p>
        <strong>This panel may be hiding an irAE.</strong>{' '}
        {foreign ? 'An answer for another patient came and was dropped.' : 'The irAE service does not answer.'}
      </p>
      <Relaunch tryAgain={tryAgain} />
    </div>
  )
}

/** The panel itself failed: as loud as a service that does not answer. */
export function Broken() {
  return (
    <main>
      <div className="sight loud" role="alert">
        <h1>The panel stopped working</h1>
        <p>
          <strong>This panel may be hiding an irAE.</strong> Open it again from the patient’s chart.
        </p>
      </div>
    </main>
  )
}

/** Over findings that are still shown: since when nothing newer is known. */
export function CutOff({ heardAt, session, tryAgain }: Pick<Watch, 'heardAt' | 'session'> & Trying) {
  const since = heardAt === null ? '' : ` What you see is from ${dateWords(heardAt)}.`
  return (
    <div className="sight loud" role="alert">
      <h2>{session === 'ended' ? 'The session has ended' : 'Connection lost'}</h2>
      <p>
        <strong>This panel may be hiding an irAE.</strong>
        {since} What you typed is still here.
      </p>
      {session === 'ended' ? <p>Open the panel again from the patient’s chart.</p> : <Relaunch tryAgain={tryAgain} />}
    </div>
  )
}

function Relaunch({ tryAgain }: Trying) {
  return (
    <p className="relaunch">
      <Button className="button" onPress={tryAgain}>
        Try again
      </Button>{' '}
      or open the panel again from the patient’s chart.
    </p>
  )
}

/** The one sight that says "nothing": only after everything was read, and with what "everything" was. */
export function NothingFound({ view }: { readonly view: PanelView }) {
  return (
    <div className="sight calm">
      <h2>No irAE found</h2>
      <ReadingStatus reading={view.reading} />
      <Membership membership={view.membership} />
      <p className="fine">A finding can be missed. This does not replace your own reading.</p>
    </div>
  )
}

export function NotWatched({ view }: { readonly view: PanelView }) {
  return (
    <div className="sight calm">
      <h2>{view.membership.why === NOT_YET ? 'Not looked at yet' : 'This patient is not watched'}</h2>
      <p>Nothing was looked for here, so nothing can be said about irAEs.</p>
      <Membership membership={view.membership} />
    </div>
  )
}

export function StillReading({ view }: { readonly view: PanelView }) {
  return (
    <div className="sight">
      <h2>Nothing found so far</h2>
      <ReadingStatus reading={view.reading} />
    </div>
  )
}

export function NothingInWhatWasRead({ view }: { readonly view: PanelView }) {
  return (
    <NotFullyRead reading={view.reading}>
      <p>Nothing was found in what could be read.</p>
    </NotFullyRead>
  )
}

/** W1: signing works, the chart stays as it is. */
export function NotWritable({ writesWhy }: Pick<PanelView, 'writesWhy'>) {
  if (writesWhy === undefined) return null
  return (
    <p className="fine">
      Nothing is written to the chart: the EHR does not allow it. Findings and signatures are kept here.
    </p>
  )
}

/** Why the patient is watched or not: drugs and the last infusion. */
export function Membership({ membership }: { readonly membership: PanelView['membership'] }) {
  const drugs = membership.agents.join(', ')
  const last = membership.lastInfusionOn === null ? '' : `, last infusion ${dayWords(membership.lastInfusionOn)}`
  if (membership.inCohort)
    return (
      <p className="membership">
        Watched: {drugs}
        {last}.
      </p>
    )
  return (
    <p className="membership">
      Not watched: {notWatchedWords[membership.why] ?? membership.why}
      {drugs && ` (${drugs}${last})`}.
    </p>
  )
}

/** The service knows nothing of this patient yet: neither watched nor found to be out of the cohort. */
const NOT_YET = 'not-yet-looked-at'

const notWatchedWords: Readonly<Record<string, string>> = {
  'window-passed': 'the last infusion of a checkpoint inhibitor is too long ago',
  'only-ordered': 'a checkpoint inhibitor is ordered, but no infusion is charted',
  'no-infusion': 'no infusion of a checkpoint inhibitor is charted',
  [NOT_YET]: 'the chart has not been looked at yet',
}
