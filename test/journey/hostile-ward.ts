import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { PanelView, Session } from '#fhir-mappings/panel.ts'
import { type Child, childOf, freePort } from './child.ts'
import { type HostileEhr, hostileEhr } from './hostile-ehr.ts'

const root = join(import.meta.dirname, '../..')

/** A service process in front of an EHR that sends anything. */
export interface HostileWard {
  readonly ehr: HostileEhr
  readonly service: Child
  readonly origin: string
  /** opens the panel of a patient as its clinician does */
  session(patient: string): Promise<string>
  panel(patient: string): Promise<PanelView>
  metrics(): Promise<string>
  /** the output of `irae COMMAND` beside the running service */
  irae(...words: readonly string[]): Promise<string>
  /** waits until at most `open` arrivals have not ended */
  settled(open?: number): Promise<void>
  close(): Promise<void>
}

/** Starts the EHR, lets `fill` put charts into it, and starts the service, whose first sweep finds them. */
export async function hostileWard(fill: (ehr: HostileEhr) => void): Promise<HostileWard> {
  const ehr = await hostileEhr()
  fill(ehr)
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const environment = {
    ...{ PATH: '/usr/bin:/bin', TZ: 'UTC', PORT: String(port), SERVICE_ORIGIN: origin, LOG_LEVEL: 'debug' },
    ...{ EHR_FHIR_BASE: ehr.fhirBase, EHR_SITE: 'hostile', EHR_AUTH: 'none' },
    DATA_FOLDER: mkdtempSync(join(tmpdir(), 'irae-hostile-')),
  }
  const service = childOf({
    name: 'service',
    program: join(root, 'server/main.ts'),
    environment,
    readyUrl: `${origin}/readyz`,
  })
  const sessions = new Map<string, string>()

  async function session(patient: string): Promise<string> {
    const opened = await fetch(`${origin}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        iss: ehr.fhirBase,
        accessToken: 'any',
        idToken: await ehr.idToken('irae-panel'),
        patient: `Patient/${patient}`,
      }),
    })
    if (!opened.ok) throw new Error(`No session for ${patient}: ${await opened.text()}`)
    return Session.parse(await opened.json()).session
  }

  async function panel(patient: string): Promise<PanelView> {
    const token = sessions.get(patient) ?? (await session(patient))
    sessions.set(patient, token)
    const answer = await fetch(`${origin}/api/panel`, { headers: { authorization: `Bearer ${token}` } })
    if (!answer.ok) throw new Error(`No panel of ${patient}: ${await answer.text()}`)
    return PanelView.parse(await answer.json())
  }

  const metrics = async () => (await fetch(`${origin}/metrics`)).text()
  try {
    await service.start()
  } catch (error) {
    await ehr.close()
    throw error
  }
  return {
    ...{ ehr, service, origin, session, panel, metrics },
    irae: (...words) => irae(words, environment),
    settled: (open = 0) => settled(metrics, open),
    close: async () => {
      await service.kill()
      await ehr.close()
      rmSync(environment.DATA_FOLDER, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

const SETTLED_WITHIN_MS = 60_000

async function settled(metrics: () => Promise<string>, most: number): Promise<void> {
  const until = performance.now() + SETTLED_WITHIN_MS
  let told = ''
  while (performance.now() < until) {
    told = await metrics()
    const open = Number(/^irae_arrivals_open (\d+)/m.exec(told)?.[1])
    if (told.includes('irae_arrivals_total{') && open <= most) return
    await pause(100)
  }
  throw new Error(`Arrivals are still open: ${told.match(/^irae_arrivals.*$/gm)?.join(' ')}`)
}

async function irae(words: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const program = join(root, 'server/command-line/main.ts')
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...words], { env })
  return text(child.stdout)
}
