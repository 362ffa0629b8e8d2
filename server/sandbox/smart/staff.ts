import type { Organization, Practitioner, PractitionerRole } from '@medplum/fhirtypes'
import { practitioners } from '#server/sandbox/patients/practitioners.ts'

interface StaffMember {
  readonly id: string
  readonly role: string
  /** whether the login page offers this person; the others only write notes */
  readonly logsIn: boolean
}

/** What the people of the sandbox hospital do; their names stand in `patients/practitioners.ts`. */
export const staff: readonly StaffMember[] = [
  { id: 'oncologist', role: 'Medical oncologist', logsIn: true },
  { id: 'nurse', role: 'Immunotoxicity nurse', logsIn: true },
  { id: 'coordinator', role: 'Research coordinator', logsIn: true },
  { id: 'hospitalist', role: 'Hospitalist', logsIn: false },
  { id: 'emergency-physician', role: 'Emergency physician', logsIn: false },
  { id: 'radiologist', role: 'Radiologist', logsIn: false },
  { id: 'specialist', role: 'Consulting specialist', logsIn: false },
  { id: 'pathologist', role: 'Pathologist', logsIn: false },
]

export const HOSPITAL = 'Organization/sandbox-hospital'

/** Hospital, people and their roles as FHIR, for an empty store. */
export function staffResources(): readonly ((Organization | Practitioner | PractitionerRole) & { id: string })[] {
  const hospital: Organization & { id: string } = {
    resourceType: 'Organization',
    id: 'sandbox-hospital',
    active: true,
    name: 'Sandbox Hospital',
  }
  return [hospital, ...practitioners, ...staff.map(practitionerRole)]
}

function practitionerRole(member: StaffMember): PractitionerRole & { id: string } {
  return {
    resourceType: 'PractitionerRole',
    id: `${member.id}-role`,
    active: true,
    practitioner: { reference: `Practitioner/${member.id}` },
    organization: { reference: HOSPITAL },
    code: [{ text: member.role }],
  }
}
