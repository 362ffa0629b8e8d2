import { killAgainAndAgain } from './kills-run.ts'

/**
 * `kill -9` of the service, again and again, while notes arrive. Goal: nothing lost, nothing twice, nothing left open.
 * Run: `npm run bench:kills [-- KILLS NOTES]`.
 */
const [kills = 50, notes = 500] = process.argv.slice(2).map(Number)

const report = await killAgainAndAgain({ kills, notes, patients: Math.ceil(notes / 20), longestLifeMs: 1500 })
const { wrong, seconds, ...figures } = report
process.stdout.write(
  `${kills} kills (${figures.duringStart} during the start), ${notes} notes, ${seconds.toFixed(0)} s\n`,
)
process.stdout.write(`notes by ending: ${JSON.stringify(figures.endings)}\n`)
process.stdout.write(`writes by state: ${JSON.stringify(figures.writes)}\n`)
process.stdout.write(`in the EHR: ${figures.flags} Flags, ${figures.provenances} Provenances\n`)
process.stdout.write(`audit ledger: ${figures.auditIntact ? 'intact' : 'BROKEN'}, ${figures.auditEntries} entries\n`)
process.stdout.write(`lost, twice or open: ${wrong.length}\n${wrong.map((one) => `  ${one}\n`).join('')}`)
if (wrong.length > 0 || !figures.auditIntact) process.exitCode = 1
