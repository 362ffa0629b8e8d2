import { useCallback, useMemo, useState } from 'react'
import type { Service } from '#client/service.ts'
import type { PanelFinding, PanelView, Session, SignRequest } from '#fhir-mappings/panel.ts'
import { AlsoInChart } from './also-in-chart.tsx'
import { FindingList } from './finding-list.tsx'
import { PatientHeading } from './patient-heading.tsx'
import { ReadingStatus } from './reading-status.tsx'
import { SessionEnd } from './session-end.tsx'
import {
  CutOff,
  Loading,
  Membership,
  NothingFound,
  NothingInWhatWasRead,
  NotWatched,
  NotWritable,
  StillReading,
  Unreachable,
} from './sights.tsx'
import { type Signing, signFinding } from './signing.ts'
import { SuspiciousWords } from './suspicious-words.tsx'
import { useWatch } from './use-watch.ts'
import { isCutOff, type Sight, sightOf } from './watch.ts'

interface Properties {
  readonly session: Session
  readonly patient: NonNullable<Session['patient']>
  readonly banner: boolean
  readonly service: Service
}

/** The panel of one patient, for as long as its session lasts. */
export function Panel({ session, patient, banner, service }: Properties) {
  const watching = useWatch(service, patient.reference)
  const { watch, news, askNow } = watching
  const { sign, justSigned } = useSigning(service, watching)
  const ended = watch.session === 'ended'
  const signing = useMemo(() => ({ name: session.user.name, ended, sign }), [session.user.name, ended, sign])
  const sight = sightOf(watch)
  return (
    <>
      <PatientHeading patient={patient} banner={banner} />
      <p className="unseen" role="status" aria-live="polite">
        {news}
      </p>
      <main>
        <SessionEnd expiresAt={session.expiresAt} />
        {(isCutOff(watch) || ended) && <CutOff heardAt={watch.heardAt} session={watch.session} tryAgain={askNow} />}
        {sight === 'loading' && <Loading />}
        {sight === 'unreachable' && !ended && <Unreachable foreign={watch.foreign} tryAgain={askNow} />}
        {watch.view && (
          <ViewSight sight={sight} view={watch.view}>
            <FindingList
              view={watch.view}
              {...(watch.view.maySign ? { signing: signing satisfies Signing } : {})}
              me={session.user.reference}
              loadNote={service.note}
              {...(justSigned === undefined ? {} : { justSigned })}
            />
          </ViewSight>
        )}
      </main>
      <Foot name={session.user.name} />
    </>
  )
}

/** The power to sign in this session, and which finding was signed last: its card gets the focus. */
function useSigning(service: Service, { signed, askNow }: ReturnType<typeof useWatch>) {
  const [justSigned, setJustSigned] = useState<string>()
  const sign = useCallback(
    (found: PanelFinding, request: SignRequest) => {
      const arrived = (finding: PanelFinding, said: string) => {
        signed(finding, said)
        setJustSigned(finding.finding.id)
      }
      return signFinding(service, { signed: arrived, askNow }, found, request)
    },
    [service, signed, askNow],
  )
  return { sign, justSigned }
}

/** L19: who is signed in, and that the chart may have moved on since the launch. */
export function Foot({ name }: { readonly name: string }) {
  return (
    <footer className="panel-foot">
      <p>
        Signed in as {name}. Shown is the chart that was open when the panel was launched; the EHR may have moved on to
        another one.
      </p>
    </footer>
  )
}

interface ViewSightProperties {
  readonly sight: Sight
  readonly view: PanelView
  readonly children: React.ReactNode
}

/** What a view says when it is heard, and below it what is worth knowing whatever was found. */
export function ViewSight(properties: ViewSightProperties) {
  return (
    <>
      <Heard {...properties} />
      <NotWritable {...properties.view} />
      <SuspiciousWords suspicious={properties.view.reading.suspicious} />
      <AlsoInChart {...properties.view} />
    </>
  )
}

/** Findings, or one of the ways of having none. */
function Heard({ sight, view, children }: ViewSightProperties) {
  switch (sight) {
    case 'nothing-found':
      return <NothingFound view={view} />
    case 'not-watched':
      return <NotWatched view={view} />
    case 'reading':
      return <StillReading view={view} />
    case 'not-fully-read':
      return <NothingInWhatWasRead view={view} />
    default:
      return (
        <>
          <ReadingStatus reading={view.reading} />
          {children}
          <Membership membership={view.membership} />
        </>
      )
  }
}
