import { z } from 'zod'

const origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin)
const list = z.string().transform((words) =>
  words
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean),
)
const flag = z.enum(['true', 'false']).transform((word) => word === 'true')

/** The embedded sandbox: what the default run speaks to. */
const SANDBOX_FHIR_BASE = 'http://localhost:4004/fhir'

const Role = z.enum(['api', 'worker', 'scheduler'])
export type Role = z.infer<typeof Role>

/** Every setting of the service. `docs/settings.md` explains each; a test holds the two together. */
export const Settings = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65535).default(4005),
    HOST: z.string().min(1).default('127.0.0.1'),
    SERVICE_ORIGIN: origin.optional(),
    DATA_FOLDER: z.string().min(1).default('./data'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' }).optional(),
    ROLES: list.pipe(z.array(Role).min(1)).default(['api', 'worker', 'scheduler']),
    WORKERS: z.coerce.number().int().min(1).max(32).default(2),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    EHR_SITE: z
      .string()
      .regex(/^[a-z0-9-]{1,32}$/, 'must be a short name of a-z, 0-9 and -')
      .optional(),
    EHR_FHIR_BASE: z
      .url({ protocol: /^https?$/ })
      .transform((url) => url.replace(/\/+$/, ''))
      .default(SANDBOX_FHIR_BASE),
    EHR_AUTH: z.enum(['backend-services', 'none']).default('backend-services'),
    EHR_CLIENT_ID: z.string().min(1).default('irae-service'),
    EHR_SCOPE: z.string().min(1).default('system/*.cruds'),
    EHR_TOKEN_URL: z.url().optional(),
    EHR_WRITE: z.enum(['none', 'after-signature', 'before-signature']).optional(),
    EHR_SUBSCRIPTIONS: flag.default(true),
    EHR_ATOMIC_TRANSACTIONS: flag.optional(),
    EHR_CROSS_PATIENT_SEARCH: flag.default(true),
    EHR_ORIGINS: list.default([]),
    EHR_ATTACHMENT_ORIGINS: list.default([]),
    PANEL_CLIENT_ID: z.string().min(1).default('irae-panel'),
    PANEL_SCOPE: z.string().min(1).default('launch openid fhirUser patient/Patient.read'),
    AUDIT_READERS: list
      .pipe(
        z.array(
          z.string().regex(/^(\*|(Practitioner|PractitionerRole)\/[A-Za-z0-9\-.]{1,64})$/, 'must name Practitioner/ID'),
        ),
      )
      .optional(),
    TIME_ZONE: z.string().refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin').optional(),
    SWEEP_AT: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM')
      .default('05:00'),
    COHORT_MONTHS: z.coerce.number().int().min(1).max(120).default(12),
    CTCAE_VERSION: z.enum(['5.0', '6.0']).default('5.0'),
  })
  .refine((s) => s.DATABASE_URL !== undefined || new Set(s.ROLES).size === Role.options.length, {
    path: ['ROLES'],
    error: 'can be split over processes only with DATABASE_URL set: the embedded store belongs to one process',
  })
  .refine((s) => s.EHR_CROSS_PATIENT_SEARCH || s.EHR_SUBSCRIPTIONS, {
    path: ['EHR_CROSS_PATIENT_SEARCH'],
    error: 'can be false only with EHR_SUBSCRIPTIONS=true: without either nobody would ever be found on the drugs',
  })
export type Settings = z.infer<typeof Settings>

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}

/** Reads the settings from an environment, complaining about everything at once. An empty value is an absent one. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Settings.safeParse(given)
  if (parsed.success) return Object.freeze(parsed.data)
  throw new Error(`Settings are not usable:\n${z.prettifyError(parsed.error)}`)
}

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** A hospital may call its test system "sandbox" too: ours answers on this machine only. */
function isEmbeddedSandbox({ EHR_FHIR_BASE, EHR_SITE }: Settings): boolean {
  if (EHR_FHIR_BASE === SANDBOX_FHIR_BASE) return EHR_SITE === undefined || EHR_SITE === 'sandbox'
  return EHR_SITE === 'sandbox' && LOOPBACK.has(new URL(EHR_FHIR_BASE).hostname)
}

/** Who may see the audit ledger of all patients: in the sandbox every clinician, elsewhere those an operator named. */
export function auditReaders(settings: Settings): (user: string) => boolean {
  const named = settings.AUDIT_READERS ?? (isEmbeddedSandbox(settings) ? ['*'] : [])
  return (user) => named.includes('*') || named.includes(user)
}

/** W1: the embedded sandbox is written to at once; any other EHR only when an operator has chosen so. */
export function siteFromSettings(settings: Settings) {
  const isSandbox = isEmbeddedSandbox(settings)
  return {
    id: settings.EHR_SITE ?? (isSandbox ? 'sandbox' : 'ehr'),
    fhirBase: settings.EHR_FHIR_BASE,
    write: settings.EHR_WRITE ?? (isSandbox ? 'before-signature' : 'none'),
    subscriptions: settings.EHR_SUBSCRIPTIONS,
    atomicTransactions: settings.EHR_ATOMIC_TRANSACTIONS ?? isSandbox,
    crossPatientSearch: settings.EHR_CROSS_PATIENT_SEARCH,
    timeZone: settings.TIME_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  } as const
}
