import { pino } from 'pino'
import { complaintAbout } from './complaint.ts'
import { startService } from './service.ts'
import { readSettings } from './settings.ts'

try {
  const settings = readSettings(process.env)
  const log = pino({ level: settings.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime })
  const service = await startService(settings, log, () => new Date())
  let isStopping = false
  // Ctrl-C reaches the whole group, and `npm start` passes it on besides: one order, given several times
  const stop = () => {
    if (isStopping) return
    isStopping = true
    void service.stop().then(() => process.exit(0))
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop)
} catch (error) {
  const why = complaintAbout(error) ?? (error instanceof Error ? error.message : String(error))
  process.stderr.write(`The service did not start. ${why}\n`)
  process.exit(1)
}
