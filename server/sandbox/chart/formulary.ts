import type { CodeableConcept } from '@medplum/fhirtypes'
import { codingOf } from '#server/sandbox/patients/drug-codes.ts'

interface Drug {
  readonly id: string
  readonly name: string
  readonly usualDose: string
}

/** What can be charted as an infusion: checkpoint inhibitors with a code, and other drugs in words only. */
export const formulary: readonly Drug[] = [
  { id: 'pembrolizumab', name: 'pembrolizumab', usualDose: '200 mg IV' },
  { id: 'nivolumab', name: 'nivolumab', usualDose: '240 mg IV' },
  { id: 'ipilimumab', name: 'ipilimumab', usualDose: '3 mg/kg IV' },
  { id: 'nivolumab-relatlimab', name: 'nivolumab and relatlimab-rmbw', usualDose: '480 mg / 160 mg IV' },
  { id: 'atezolizumab', name: 'atezolizumab', usualDose: '1200 mg IV' },
  { id: 'durvalumab', name: 'durvalumab', usualDose: '1500 mg IV' },
  { id: 'avelumab', name: 'avelumab', usualDose: '800 mg IV' },
  { id: 'cemiplimab', name: 'cemiplimab-rwlc', usualDose: '350 mg IV' },
  { id: 'dostarlimab', name: 'dostarlimab-gxly', usualDose: '500 mg IV' },
  { id: 'tremelimumab', name: 'tremelimumab-actl', usualDose: '300 mg IV' },
  { id: 'paclitaxel', name: 'paclitaxel', usualDose: '80 mg/m2 IV' },
  { id: 'carboplatin', name: 'carboplatin', usualDose: 'AUC 5 IV' },
]

export function medicationOf(drug: Drug, dose: string): CodeableConcept {
  const coding = codingOf(drug.id, 'rxnorm', 0)
  return { ...(coding ? { coding: [coding] } : {}), text: `${drug.name} ${dose}` }
}
