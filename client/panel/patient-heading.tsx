import type { Session } from '#fhir-mappings/panel.ts'
import { dayWords } from './date-words.ts'

interface Properties {
  readonly patient: NonNullable<Session['patient']>
  /** L17: false only when the EHR says that it shows a banner itself; the heading names the patient all the same */
  readonly banner: boolean
}

export function PatientHeading({ patient, banner }: Properties) {
  return (
    <header className="patient-heading">
      <p className="product">Immune-related adverse events</p>
      <h1>{patient.name}</h1>
      {banner && (
        <p className="banner">
          Born {dayWords(patient.birthDate) || 'on a day not charted'} · {patient.identifier || 'no identifier charted'}
        </p>
      )}
    </header>
  )
}
