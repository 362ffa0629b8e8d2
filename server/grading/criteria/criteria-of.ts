import type { CtcaeVersion } from '#fhir-mappings/grade.ts'
import type { IraeTermId } from '#fhir-mappings/irae-terms.ts'
import { cardiovascular } from './cardiovascular.ts'
import type { CriteriaOfTerm, CriteriaOfTerms } from './criterion.ts'
import { endocrine } from './endocrine.ts'
import { gastrointestinal } from './gastrointestinal.ts'
import { hematologic } from './hematologic.ts'
import { hepatobiliary } from './hepatobiliary.ts'
import { musculoskeletal } from './musculoskeletal.ts'
import { neurologic } from './neurologic.ts'
import { ocular } from './ocular.ts'
import { pancreas } from './pancreas.ts'
import { pulmonary } from './pulmonary.ts'
import { renal } from './renal.ts'
import { skin } from './skin.ts'
import { systemic } from './systemic.ts'

const criteria = {
  ...gastrointestinal,
  ...hepatobiliary,
  ...pancreas,
  ...pulmonary,
  ...endocrine,
  ...skin,
  ...neurologic,
  ...cardiovascular,
  ...musculoskeletal,
  ...renal,
  ...hematologic,
  ...ocular,
  ...systemic,
} as const satisfies Required<CriteriaOfTerms>

/** The grades of a term in this version; null where the version does not have the term (v6 troponin and CK). */
export function criteriaOf(term: IraeTermId, version: CtcaeVersion): CriteriaOfTerm | null {
  const { v5, v6 } = criteria[term]
  if (version === '5.0' || v6 === 'as-v5') return v5
  return v6
}
