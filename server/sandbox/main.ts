import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { z } from 'zod'
import { buildSandbox } from './app.ts'
import { cohortResources } from './patients/cohort.ts'

const origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin)

const Settings = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(1).max(65535).default(4004),
  SANDBOX_HOST: z.string().min(1).default('127.0.0.1'),
  SANDBOX_ORIGIN: origin.optional(),
  SERVICE_ORIGIN: origin.default('http://localhost:4005'),
  /** the sandbox keeps its charts and keys in `sandbox` under it */
  DATA_FOLDER: z.string().min(1).default('./data'),
  SANDBOX_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
})

/** Reads the settings (an empty one is an absent one) and starts the sandbox EHR; `--fresh` forgets the charts first. */
async function start(environment: NodeJS.ProcessEnv, words: readonly string[]): Promise<void> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Settings.safeParse(given)
  if (!parsed.success) throw new Error(`Settings are not usable:\n${z.prettifyError(parsed.error)}`)
  const settings = parsed.data
  const ehrOrigin = settings.SANDBOX_ORIGIN ?? `http://localhost:${settings.SANDBOX_PORT}`
  const dataFolder = join(settings.DATA_FOLDER, 'sandbox')
  if (words.includes('--fresh')) rmSync(dataFolder, { recursive: true, force: true })

  const now = () => new Date()
  const sandbox = await buildSandbox({
    dataFolder,
    ehrOrigin,
    serviceOrigin: settings.SERVICE_ORIGIN,
    now,
    people: cohortResources(now().toISOString().slice(0, 10)),
    logger: pino({ level: settings.SANDBOX_LOG_LEVEL }),
  })
  await sandbox.app.listen({ port: settings.SANDBOX_PORT, host: settings.SANDBOX_HOST })
  process.stdout.write(`${JSON.stringify({ listening: 'sandbox', url: `${ehrOrigin}/`, fhir: `${ehrOrigin}/fhir` })}\n`)
  let isStopping = false
  // Ctrl-C reaches the whole group, and `npm start` passes it on besides: one order, given several times
  const stop = () => {
    if (isStopping) return
    isStopping = true
    void sandbox.close().then(() => process.exit(0))
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop)
}

try {
  await start(process.env, process.argv.slice(2))
} catch (cause) {
  process.stderr.write(`The sandbox did not start: ${cause instanceof Error ? cause.message : String(cause)}\n`)
  process.exit(1)
}
