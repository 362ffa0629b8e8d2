import type { ReactNode } from 'react'
import type { PanelView } from '#fhir-mappings/panel.ts'
import { dateWords, dayWords } from './date-words.ts'

type Reading = PanelView['reading']

/** What was read and what was not, under the findings: a list of findings alone does not say that it is complete. */
export function ReadingStatus({ reading }: { readonly reading: Reading }) {
  if (reading.state === 'not-fully-read' || reading.unread.length > 0) return <NotFullyRead reading={reading} />
  if (reading.state === 'reading' || reading.waiting > 0) {
    return (
      <p className="reading">
        Still reading: {documents(reading.waiting)} waiting, {reading.read} read. More findings may follow.
      </p>
    )
  }
  if (reading.read === 0) return <p className="reading">The chart holds no document to read.</p>
  return (
    <p className="reading">
      All {documents(reading.read)} read{lastRead(reading)}.
    </p>
  )
}

interface NotFullyReadProperties {
  readonly reading: Reading
  readonly children?: ReactNode
}

/** Says which documents were not read, and why, one by one. */
export function NotFullyRead({ reading, children }: NotFullyReadProperties) {
  return (
    <section className="not-fully-read" role="alert" aria-label="Not fully read">
      <h2>Not fully read</h2>
      <p>An irAE may be in what could not be read. Look at this in the chart yourself:</p>
      <UnreadList unread={reading.unread} />
      {reading.unread.length === 0 && <p>The service does not say which documents.</p>}
      <p className="fine">
        {documents(reading.read)} read{reading.waiting > 0 && `, ${reading.waiting} waiting`}
        {lastRead(reading)}.
      </p>
      {children}
    </section>
  )
}

/** Four lines fit above the findings on a narrow panel; a longer list is folded, with its length said. */
const SHOWN_AT_ONCE = 4

function UnreadList({ unread }: Pick<Reading, 'unread'>) {
  const list = (
    <ul>
      {unread.map(({ source, title, date, why }) => (
        <li key={source}>
          <strong>{title}</strong>
          {date && ` · ${dayWords(date)}`}: {whyUnread(why)}
        </li>
      ))}
    </ul>
  )
  if (unread.length <= SHOWN_AT_ONCE) return list
  return (
    <details>
      <summary>{documents(unread.length)}</summary>
      {list}
    </details>
  )
}

/** `Unreadable` of clinical-note.ts in words for a clinician; other reasons are shown as they come. */
const unreadWords: Readonly<Record<string, string>> = {
  superseded: 'replaced by a newer version',
  retracted: 'retracted in the chart',
  'no-text': 'holds no text (perhaps a scan)',
  'no-patient': 'does not say whose it is',
  'wrong-patient': 'is about another patient',
  undated: 'carries no date',
  'unknown-format': 'has a format that cannot be read',
  'too-large': 'is too large',
  damaged: 'is damaged',
  'no-value': 'carries no number',
  'no-category': 'is not filed as a laboratory result, so that it is not searched for',
  'held-back': 'the EHR says that it does not show all of them',
  'patient-unknown': 'may be about this patient; it could not be read, so that nobody knows whose it is',
  'not-fetched': 'could not be fetched from the EHR',
}

/** A failure comes as its code (errors.ts): kept, because the operator will ask for it. */
function whyUnread(why: string): string {
  if (why === 'failed' || /^[A-Z]+(_[A-Z]+)*$/.test(why)) return `could not be read (${why})`
  return unreadWords[why] ?? why
}

const documents = (count: number) => (count === 1 ? '1 document' : `${count} documents`)
const lastRead = ({ lastReadAt }: Reading) => (lastReadAt === null ? '' : `, last on ${dateWords(lastReadAt)}`)
