import type { AuditEvent, AuditEventAgent } from '@medplum/fhirtypes'

/** What the hospital wants to know of one act (A1): who, what, about whom, how it ended. No word from a chart. */
export interface Act {
  readonly action: 'read' | 'search' | 'create' | 'update' | 'execute'
  /** our own short name: `note-read`, `finding-published`, `panel-viewed`, `finding-confirmed`, `login-refused` … */
  readonly subtype: string
  readonly outcome: 'success' | 'failure'
  /** `Practitioner/ID` verified by the EHR, or `Device/…` for the service itself */
  readonly who: string
  readonly patient?: string | undefined
  /** references with versions: what was read, claimed from, written or decided */
  readonly about: readonly string[]
  /** codes, versions and request ids only */
  readonly detail?: Readonly<Record<string, string>>
}

const DCM = 'http://dicom.nema.org/resources/ontology/DCM'
const AUDIT_TYPE = 'http://terminology.hl7.org/CodeSystem/audit-event-type'
const RESTFUL = 'http://hl7.org/fhir/restful-interaction'
const ENTITY_TYPE = 'http://terminology.hl7.org/CodeSystem/audit-entity-type'
const OBJECT_ROLE = 'http://terminology.hl7.org/CodeSystem/object-role'
const OUR_ACTS = 'https://irae-agent.org/fhir/CodeSystem/act'

const actionCode = { read: 'R', search: 'E', create: 'C', update: 'U', execute: 'E' } as const
const interaction = {
  read: 'read',
  search: 'search-type',
  create: 'create',
  update: 'update',
  execute: 'operation',
} as const

/** The act as an AuditEvent in the shape of IHE BALP: type rest, interaction, agents, data and patient entities. */
export function auditEventFromAct(act: Act, recorded: string): AuditEvent {
  return {
    resourceType: 'AuditEvent',
    type: { system: AUDIT_TYPE, code: 'rest' },
    subtype: [
      { system: RESTFUL, code: interaction[act.action] },
      { system: OUR_ACTS, code: act.subtype },
    ],
    action: actionCode[act.action],
    recorded,
    outcome: act.outcome === 'success' ? '0' : '4',
    agent: [agentOf(act.who)],
    source: { observer: { display: 'irAE Agent' } },
    entity: [...act.about.map(dataEntity), ...patientEntity(act.patient), ...detailEntity(act.detail)],
  }
}

const agentOf = (who: string): AuditEventAgent => ({
  type: who.startsWith('Device/')
    ? { coding: [{ system: DCM, code: '110150', display: 'Application' }] }
    : { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType', code: 'IRCP' }] },
  who: who.includes('/') && !who.startsWith('Device/') ? { reference: who } : { display: who },
  requestor: !who.startsWith('Device/'),
})

const dataEntity = (reference: string) => ({
  what: { reference },
  type: { system: ENTITY_TYPE, code: '2', display: 'System Object' },
  role: { system: OBJECT_ROLE, code: '4', display: 'Domain Resource' },
})

const patientEntity = (patient: string | undefined) =>
  patient
    ? [
        {
          what: { reference: patient },
          type: { system: ENTITY_TYPE, code: '1', display: 'Person' },
          role: { system: OBJECT_ROLE, code: '1', display: 'Patient' },
        },
      ]
    : []

const detailEntity = (detail: Act['detail']) =>
  detail
    ? [
        {
          type: { system: ENTITY_TYPE, code: '4', display: 'Other' },
          detail: Object.entries(detail).map(([type, valueString]) => ({ type, valueString })),
        },
      ]
    : []
