import { pino } from 'pino'
import { SurveillanceError } from './errors.ts'
import { startService } from './service.ts'
import { readSettings } from './settings.ts'

try {
  const settings = readSettings(process.env)
  const log = pino({ level: settings.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime })
  const service = await startService(settings, log, () => new Date())
  const stop = () => void service.stop().then(() => process.exit(0))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop)
} catch (error) {
  process.stderr.write(`The service did not start. ${complaint(error)}\n`)
  process.exit(1)
}

/** One line for a tired person: what is wrong and what to do. */
function complaint(error: unknown): string {
  if (!(error instanceof SurveillanceError)) return error instanceof Error ? error.message : String(error)
  if (error.code === 'STORE_LOCKED')
    return `${error.message} Process ${error.about.pid} holds it: stop it, or set DATA_FOLDER to another folder.`
  if (error.code === 'STORE_UNREACHABLE') return `${error.message} Check DATABASE_URL and that the server runs.`
  return `${error.code}: ${error.message}`
}
