import { type Status, statusOf } from '#server/monitoring/status.ts'
import { type Command, noFiles, wordsOf } from './command.ts'
import { settingsFor, withStore } from './store-at-hand.ts'

export const status: Command = {
  name: 'status',
  usage: '[--json]',
  summary: 'counts by state, and how long the oldest arrival has waited',
  help: `Prints what the store holds: arrivals by state or ending, notes, findings, writes to the EHR, the last sweep.
Counts and times only, no patient.

Asks the running service while it holds the data folder; reads the folder, or DATABASE_URL, else.

Options
  --json   the same as JSON

Exit code: 0 printed, 2 could not be read.`,
  run: async (words, terminal) => {
    const { values, positionals } = wordsOf(words, { json: { type: 'boolean' } })
    noFiles(positionals)
    const found = await withStore<Status>(settingsFor(terminal), 'status', ({ db }) => statusOf(db))
    await terminal.print(values.json ? `${JSON.stringify(found)}\n` : statusInWords(found, terminal.now()))
    return 0
  },
}

function statusInWords(found: Status, now: Date): string {
  const { oldestWaitingAt, lastSweep, watched, notes } = found
  const rows: readonly (readonly [string, string])[] = [
    ['arrivals', counts(found.arrivals)],
    ...reasons(found.reasons ?? {}),
    ['oldest waiting', oldestWaitingAt ? `${oldestWaitingAt} (${ago(oldestWaitingAt, now)})` : 'none'],
    ...Object.entries(found.ehr ?? {}).map(([site, missing]) => ['ehr', `${site}: ${capability(missing)}`] as const),
    ['patients watched', String(watched)],
    ['notes', `${notes.read} read, ${notes.unread} not readable`],
    ['findings', counts(found.findings)],
    ['not proposed', counts(found.notProposed ?? {})],
    ...decisionRows(found.decisions),
    ['writes to the EHR', counts(found.publications)],
    ['last sweep', lastSweep ? `${lastSweep.startedAt} (${ago(lastSweep.startedAt, now)})` : 'none yet'],
    ...[...funnel(lastSweep), ...troubles(lastSweep)].map((line) => ['', line] as const),
  ]
  return rows.map(([name, value]) => `${name.padEnd(18)} ${value}\n`).join('')
}

/** One row for each ending: why, and how often. */
function reasons(found: Readonly<Record<string, number>>): readonly (readonly [string, string])[] {
  const rows = Object.entries(found).map(([name, n]) => [...name.split(' ', 2), n] as [string, string, number])
  const byEnding = [...Map.groupBy(rows, ([ending]) => ending)].toSorted(([one], [other]) => one.localeCompare(other))
  return byEnding.map(([ending, whys]) => [
    `  ${ending}`,
    counts(Object.fromEntries(whys.map(([, why, n]) => [why, n]))),
  ])
}

const capability = (missing: readonly string[]): string =>
  missing.length > 0 ? `nothing is written, the EHR does not allow ${missing.join(', ')}` : 'answers'

function decisionRows(of: Status['decisions']): readonly (readonly [string, string])[] {
  if (!of) return []
  const { decided, overrideShare, rejectionShare, hours } = of
  const shares = `, ${percent(overrideShare)} changed or rejected, ${percent(rejectionShare)} rejected`
  const spans = Object.entries(hours).flatMap(([span, median]) =>
    median === null ? [] : [`${span.replaceAll('-', ' ')} ${median.toFixed(median < 1 ? 3 : 1)}`],
  )
  return [
    ['decisions', `${decided}${decided > 0 ? shares : ''}`],
    ['median hours', spans.length > 0 ? spans.join(', ') : 'none yet'],
  ]
}

const percent = (share: number | null): string => (share === null ? '–' : `${Math.round(share * 100)} %`)

/** How far what the last sweep found came; known when its last arrival has ended. */
function funnel(lastSweep: Status['lastSweep']): readonly string[] {
  const found = lastSweep?.report.funnel
  if (!found) return []
  const { arrivals, inCohort, read, claims, supported = 0, published, signed = 0 } = found
  return [
    `${arrivals} arrivals, ${inCohort} in the cohort, ${read} notes read, ${claims} claims, ${supported} findings rest on them, ${published} arrivals changed findings, ${signed} findings signed`,
  ]
}

/** What the last sweep could not search, and what it found that nobody can read. */
function troubles(lastSweep: Status['lastSweep']): readonly string[] {
  const { failures = [], parts = [] } = lastSweep?.report ?? {}
  const failed = Map.groupBy(failures, ({ type, code }) => `${type}: ${code}`)
  return [
    ...[...failed].map(([what, { length: n }]) => `not complete, ${what}${n > 1 ? ` (${n} searches)` : ''}`),
    ...parts.flatMap(({ type, unusable }) =>
      unusable ? [`${type}: ${unusable} entries without an id or of another type were left out`] : [],
    ),
  ]
}

const counts = (of: Readonly<Record<string, number>>): string =>
  Object.keys(of).length === 0
    ? 'none'
    : Object.entries(of)
        .toSorted(([one], [other]) => one.localeCompare(other))
        .map(([name, n]) => `${n} ${name}`)
        .join(', ')

function ago(at: string, now: Date): string {
  const seconds = Math.max(0, Math.round((now.getTime() - Date.parse(at)) / 1000))
  if (seconds < 120) return `${seconds} s ago`
  return seconds < 7200 ? `${Math.round(seconds / 60)} min ago` : `${Math.round(seconds / 3600)} h ago`
}
