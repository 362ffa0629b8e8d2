import type { Observation } from '@medplum/fhirtypes'
import { INTERPRETATION, LOINC, OBSERVATION_CATEGORY, UCUM } from '#fhir-mappings/code-systems.ts'
import { instantOf, ordinal } from './days.ts'
import type { Story, StorySeries } from './story.ts'

type Value = StorySeries['values'][number]

const DRAWN_AT = '07:40'
const REPORTED_AT = '09:15'

/** Every value of every series as a laboratory Observation with its unit, its limits and what the laboratory says of it. */
export function resultsFromStory(story: Story, today: string): readonly (Observation & { id: string })[] {
  return story.laboratory.flatMap((series, position) =>
    series.values.map((value, draw) =>
      resultFrom(series, value, {
        id: `${story.id}-lab-${ordinal(position)}-${series.analyte}-${ordinal(draw)}`,
        patient: `Patient/${story.id}`,
        today,
      }),
    ),
  )
}

function resultFrom(
  series: StorySeries,
  [day, value, special]: Value,
  of: { readonly id: string; readonly patient: string; readonly today: string },
): Observation & { id: string } {
  return {
    resourceType: 'Observation',
    id: of.id,
    status: special === 'corrected' || special === 'entered-in-error' ? special : 'final',
    category: [{ coding: [{ system: OBSERVATION_CATEGORY, code: 'laboratory' }] }],
    code: { coding: [{ system: LOINC, code: series.loinc, display: series.display }], text: series.display },
    subject: { reference: of.patient },
    effectiveDateTime: instantOf(of.today, day, DRAWN_AT),
    issued: instantOf(of.today, day, REPORTED_AT),
    valueQuantity: { value, unit: series.unit, system: UCUM, code: series.unit },
    interpretation: [{ coding: [{ system: INTERPRETATION, code: interpretationOf(series, value) }] }],
    ...limitsOf(series),
    ...(special === 'haemolysed' ? HAEMOLYSED : {}),
  }
}

const HAEMOLYSED = { note: [{ text: 'Specimen haemolysed: result may be falsely raised. Please repeat.' }] }

function interpretationOf({ low, high }: StorySeries, value: number): 'L' | 'N' | 'H' {
  if (high !== undefined && value > high) return 'H'
  return low !== undefined && value < low ? 'L' : 'N'
}

function limitsOf({ low, high, unit }: StorySeries): Pick<Observation, 'referenceRange'> {
  if (low === undefined && high === undefined) return {}
  const quantity = (value: number) => ({ value, unit, system: UCUM, code: unit })
  return {
    referenceRange: [
      { ...(low === undefined ? {} : { low: quantity(low) }), ...(high === undefined ? {} : { high: quantity(high) }) },
    ],
  }
}
