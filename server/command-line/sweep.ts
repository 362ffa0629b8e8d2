import type { SweepReport } from '#server/intake/sweep.ts'
import type { Settings } from '#server/settings.ts'
import { folderHolder } from '#server/store/folder-lock.ts'
import { type Command, Complaint, noFiles, wordsOf } from './command.ts'
import type { OneSweep } from './one-sweep.ts'
import { askService } from './running-service.ts'
import { settingsFor } from './store-at-hand.ts'

export const sweep: Command = {
  name: 'sweep',
  usage: '--once [--json]',
  summary: 'look once over everything that changed in the EHR since the last sweep',
  help: `Searches the EHR for notes, results and infusions that changed since the last complete sweep, and for what
vanished; what is new goes through the whole journey, write-back included. The settings are those of the service.

While a service holds the data folder, that service does it. Without one, the command works on the folder itself
until everything it found is read. With DATABASE_URL the command searches and the running workers read.

Options
  --once   needed: a daily sweep is part of the service (SWEEP_AT)
  --json   the run's report as JSON

Exit code: 0 complete, 1 some searches or readings failed and are tried again by the next sweep, 2 could not begin.`,
  run: async (words, terminal) => {
    const { values, positionals } = wordsOf(words, { once: { type: 'boolean' }, json: { type: 'boolean' } })
    noFiles(positionals)
    if (!values.once) throw new Complaint('Add --once: the daily sweep is part of the service (SWEEP_AT).')
    const { report, stillWaiting } = await sweptBy(settingsFor(terminal), terminal.now)
    await terminal.print(values.json ? `${JSON.stringify(report)}\n` : reportInWords(report))
    if (stillWaiting > 0) terminal.complain(`${stillWaiting} arrivals could not be read yet and stay in the inbox.`)
    return report.complete && stillWaiting === 0 ? 0 : 1
  },
}

async function sweptBy(settings: Settings, now: () => Date): Promise<OneSweep> {
  const holder = settings.DATABASE_URL === undefined ? folderHolder(settings.DATA_FOLDER) : undefined
  if (holder) return { report: (await askService(holder, 'sweep')) as SweepReport, stillWaiting: 0 }
  // the whole service, loaded only when it is needed: other commands begin a second sooner
  const { sweepAndRead, sweepForWorkers } = await import('./one-sweep.ts')
  return settings.DATABASE_URL === undefined ? sweepAndRead(settings, now) : sweepForWorkers(settings, now)
}

function reportInWords({ site, durationMs, complete, parts, failures, vanished }: SweepReport): string {
  const row = (name: string, value: string) => `  ${name.padEnd(26)} ${value}\n`
  return [
    `${complete ? 'complete' : 'not complete'}: ${site} in ${(durationMs / 1000).toFixed(1)} s\n`,
    ...parts.map(({ type, seen, added, unusable }) =>
      row(type, `${seen} seen, ${added} new${unusable ? `, ${unusable} without an id or of another type` : ''}`),
    ),
    row('vanished', String(vanished)),
    ...failures.map(({ type, code }) => row(type, `failed: ${code}`)),
  ].join('')
}
