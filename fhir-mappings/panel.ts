import { z } from 'zod'
import { Finding } from './finding.ts'
import { Grade } from './grade.ts'
import { LaboratoryResult } from './laboratory-result.ts'

/**
 * What the panel and the service say to each other. All calls but `openSession` carry `Authorization: Bearer SESSION`;
 * every answer that is not 2xx is a `PanelError`. No patient id, token or note text stands in a URL (L29).
 *
 * POST /api/session                     OpenSession      -> Session
 * GET  /api/panel?after=VERSION         (long poll, up to 20 s; without `after` at once) -> PanelView
 * GET  /api/findings/ID/notes/N?version=V -> QuotedNote  (N: place in `quotedSources` of the finding in version V; SIGN_OFF_STALE later)
 * POST /api/findings/ID/decision        SignRequest      -> PanelFinding
 * GET  /api/audit                       -> AuditView     (a session with a patient: that patient only)
 * GET  /panel-config.json               -> PanelConfig   (no session; only what every visitor may know)
 */
export const OpenSession = z.object({
  iss: z.url(),
  accessToken: z.string().min(1),
  idToken: z.string().min(1),
  /** `Patient/ID` of the launch; absent for a launch without patient (audit page) */
  patient: z.string().optional(),
})
export type OpenSession = z.infer<typeof OpenSession>

export const Session = z.object({
  session: z.string(),
  expiresAt: z.string(),
  user: z.object({ reference: z.string(), name: z.string() }),
  /** our banner (L17); null for a launch without patient */
  patient: z
    .object({ reference: z.string(), name: z.string(), birthDate: z.string(), identifier: z.string() })
    .nullable(),
})
export type Session = z.infer<typeof Session>

export const PanelFinding = z.object({
  finding: Finding,
  /** words for the screen: "Colitis" and "gastrointestinal" */
  display: z.string(),
  organSystem: z.string(),
  /** grades that exist for this term in this CTCAE version, with our own words for each: what "change grade" offers */
  grades: z.array(z.object({ grade: Grade, text: z.string() })),
  /** the notes that are quoted, newest first */
  notes: z.array(
    z.object({ source: z.string(), title: z.string(), authoredAt: z.string(), author: z.string().nullable() }),
  ),
  /** for each analyte behind the grade its whole course, oldest first */
  series: z.array(z.object({ analyte: z.string(), display: z.string(), results: z.array(LaboratoryResult) })),
  /** state of the write to the EHR (W3, W15), for "written to the chart" and "not written: …" */
  written: z.enum(['none', 'planned', 'sent', 'confirmed', 'rejected', 'unknown']),
  /** why it was not written, as a code (`changed-by-person`, `EHR_FORBIDDEN` …) */
  writtenWhy: z.string().optional(),
  /** names of those who decided, by their reference; for the screen only */
  people: z.record(z.string(), z.string()).optional(),
})
export type PanelFinding = z.infer<typeof PanelFinding>

/** What else stood in the chart at the last assessment: drugs that may mask or explain, and the problem list. */
export const ChartContext = z.object({
  drugs: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['steroid', 'immunosuppressant', 'hormone-replacement']),
      from: z.string().nullable(),
      until: z.string().nullable(),
    }),
  ),
  problems: z.array(z.object({ text: z.string(), onset: z.string().nullable() })),
  /** entries beyond what is kept here; the chart holds them */
  more: z.int(),
})
export type ChartContext = z.infer<typeof ChartContext>

export const PanelView = z.object({
  version: z.string(),
  patient: z.string(),
  /** why the patient is watched, or is not */
  membership: z.object({
    inCohort: z.boolean(),
    why: z.string(),
    lastInfusionOn: z.string().nullable(),
    agents: z.array(z.string()),
  }),
  /** "nothing found" may be said only when `state` is `all-read` */
  reading: z.object({
    state: z.enum(['all-read', 'reading', 'not-fully-read']),
    read: z.int(),
    waiting: z.int(),
    unread: z.array(z.object({ source: z.string(), title: z.string(), date: z.string().nullable(), why: z.string() })),
    lastReadAt: z.string().nullable(),
    /** notes with words that try to instruct the software, with those words; they were not followed (H-9) */
    suspicious: z
      .array(
        z.object({ source: z.string(), title: z.string(), date: z.string().nullable(), words: z.array(z.string()) }),
      )
      .optional(),
  }),
  findings: z.array(PanelFinding),
  /** for weighing other causes; absent before the first assessment */
  chart: ChartContext.optional(),
  /** decisions this user may take here; empty when signing is switched off */
  maySign: z.boolean(),
  /** what confirming will do to the chart, said on the button */
  writes: z.enum(['none', 'after-signature', 'before-signature']),
  /** set when the operator wants findings written and the EHR does not allow it: then `writes` is `none` (W1) */
  writesWhy: z.literal('not-allowed-by-ehr').optional(),
})
export type PanelView = z.infer<typeof PanelView>

export const QuotedNote = z.object({
  source: z.string(),
  title: z.string(),
  authoredAt: z.string(),
  author: z.string().nullable(),
  preliminary: z.boolean(),
  text: z.string(),
  /** verified again when shown; an invalid one is marked, not hidden */
  quotes: z.array(z.object({ start: z.int(), end: z.int(), valid: z.boolean() })),
})
export type QuotedNote = z.infer<typeof QuotedNote>

export const SignRequest = z.object({
  /** the version the person saw; another one is refused with SIGN_OFF_STALE */
  version: z.int().positive(),
  decision: z.enum(['confirmed', 'changed', 'rejected', 'closed']),
  grade: Grade.optional(),
  /** a key of `rejectionReasons`; required to reject */
  reason: z.string().optional(),
  note: z.string().max(1000).optional(),
})
export type SignRequest = z.infer<typeof SignRequest>

export const AuditView = z.object({
  entries: z.array(
    z.object({
      seq: z.int(),
      at: z.string(),
      action: z.string(),
      outcome: z.enum(['success', 'failure']),
      who: z.string(),
      about: z.array(z.string()),
      detail: z.string().optional(),
      hash: z.string(),
    }),
  ),
  intact: z.boolean(),
})
export type AuditView = z.infer<typeof AuditView>

/** One EHR that may launch the panel. `iss` is compared character for character (L1), `scope` is a per-site string (L20). */
export const LaunchSite = z.object({
  iss: z.url(),
  clientId: z.string().min(1),
  scope: z.string().min(1),
  pkce: z.literal('required'),
})
export type LaunchSite = z.infer<typeof LaunchSite>

export const PanelConfig = z.object({
  sites: z.array(LaunchSite),
  /** origin of the service; empty when it serves the panel itself */
  service: z.string(),
})
export type PanelConfig = z.infer<typeof PanelConfig>

export const PanelError = z.object({ code: z.string(), text: z.string() })
export type PanelError = z.infer<typeof PanelError>
