import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { headFile } from '#server/audit/head-file.ts'
import { type Breach, openLedger, type Verdict } from '#server/audit/ledger.ts'
import { type Command, Complaint, noFiles, wordsOf } from './command.ts'
import { settingsFor, withStore } from './store-at-hand.ts'

const inWords: Readonly<Record<Breach, (at: number) => string>> = {
  'row-changed': (at) => `entry ${at} was changed after it was written`,
  'row-missing': (at) => `entry ${at} is missing`,
  'rows-cut-off': (at) => `entries from ${at} on were cut off`,
  'rows-replaced': (at) => `entries up to ${at} were cut off and others put in their place`,
  'head-differs': (at) => `the recorded head does not belong to entry ${at}`,
}

export const audit: Command = {
  name: 'audit',
  usage: 'verify [--json]',
  summary: 'check that no entry of the audit ledger was changed, removed or cut off',
  help: `Walks the hash chain of the audit ledger from its first entry to its newest one, and compares the newest hash
with the one kept outside the database (audit-head.json in the data folder).

Asks the running service while it holds the data folder; reads the folder, or DATABASE_URL, else.

Options
  --json   the verdict as JSON

Exit code: 0 intact, 1 broken (a line says where and how), 2 could not be checked.`,
  run: async (words, terminal) => {
    const { values, positionals } = wordsOf(words, { json: { type: 'boolean' } })
    const [act, ...rest] = positionals
    if (act !== 'verify') throw new Complaint('What about the audit ledger? Try: irae audit verify')
    noFiles(rest)
    const settings = settingsFor(terminal)
    const kept = join(settings.DATA_FOLDER, 'audit-head.json')
    const verdict = await withStore<Verdict>(settings, 'audit-verify', ({ db }) =>
      openLedger(db, headFile(kept), terminal.now).verify(),
    )
    if (!existsSync(kept))
      terminal.complain(
        `${kept} is not here: entries cut off at the end would show only if the database's own head was left.`,
      )
    await terminal.print(values.json ? `${JSON.stringify(verdict)}\n` : `${verdictInWords(verdict)}\n`)
    return verdict.intact ? 0 : 1
  },
}

function verdictInWords(verdict: Verdict): string {
  if (verdict.intact) return `intact: ${verdict.entries} entries, head ${verdict.head}`
  const before = verdict.why === 'rows-replaced' ? 'form a chain, but need not be the first ones' : 'are intact'
  return `broken: ${inWords[verdict.why](verdict.at)} (${verdict.why}); ${verdict.entries} entries before it ${before}`
}
