import type { Device } from '@medplum/fhirtypes'
import { OUR_DEVICES } from './code-systems.ts'

/** AI Transparency on FHIR (R4, ballot 2026): the code for a device that is an AI system. */
const AI_DEVICE_TYPE = 'http://hl7.org/fhir/uv/aitransparency/CodeSystem/AIdeviceTypeCS'

/** T2: what makes one version of the system. A new reader, rule set or CTCAE version is a new Device. */
export interface SystemVersion {
  readonly product: string
  readonly reader: { readonly name: string; readonly version: string }
  readonly ctcae: string
  /** page of the model card, absolute */
  readonly modelCard: string
}

export const systemKey = ({ product, reader, ctcae }: SystemVersion): string =>
  `irae-agent-${product}+${reader.name}-${reader.version}+ctcae-${ctcae}`

export function deviceFromSystem(system: SystemVersion): Device {
  return {
    resourceType: 'Device',
    identifier: [{ system: OUR_DEVICES, value: systemKey(system) }],
    status: 'active',
    type: { coding: [{ system: AI_DEVICE_TYPE, code: 'Artificial-Intelligence' }] },
    deviceName: [{ name: 'irAE Agent', type: 'user-friendly-name' }],
    manufacturer: 'irAE Agent open-source project',
    modelNumber: `${system.reader.name} ${system.reader.version}`,
    version: [
      { type: { text: 'product' }, value: system.product },
      { type: { text: 'reader' }, value: `${system.reader.name} ${system.reader.version}` },
      { type: { text: 'CTCAE' }, value: system.ctcae },
    ],
    url: system.modelCard,
    note: [{ text: 'Research and decision support. A clinician signs every finding; unsigned ones are preliminary.' }],
  }
}
