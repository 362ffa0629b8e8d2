import { dateWords } from '#client/panel/date-words.ts'
import type { AuditView } from '#fhir-mappings/panel.ts'

/** Whether every row still carries the hash of the row before it. */
export function ChainState({ intact }: { readonly intact: boolean }) {
  return intact ? (
    <p className="chain" role="status">
      Chain intact: each row carries the hash of the one before it.
    </p>
  ) : (
    <p className="chain broken" role="alert">
      Chain broken: a row was changed or removed after it was written. Tell the operator.
    </p>
  )
}

/** The rows of the ledger, newest first. */
export function AuditTable({ entries }: Pick<AuditView, 'entries'>) {
  if (entries.length === 0) return <p>The ledger holds no entry that you may see.</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="ledger" tabIndex={0} aria-label="Entries">
      <table>
        <caption className="unseen">Audit entries</caption>
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">About</th>
            <th scope="col">Hash</th>
          </tr>
        </thead>
        <tbody>
          {entries
            .toSorted((a, b) => b.seq - a.seq)
            .map((entry) => (
              <tr key={entry.seq} data-outcome={entry.outcome}>
                <td>{entry.seq}</td>
                <td>{dateWords(entry.at)}</td>
                <td>{entry.who}</td>
                <td>
                  {entry.action}
                  {entry.outcome === 'failure' && ' (failed)'}
                  {entry.detail && <small>{entry.detail}</small>}
                </td>
                <td>{entry.about.join(', ')}</td>
                <td>
                  <code>{entry.hash.slice(0, 10)}</code>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}
