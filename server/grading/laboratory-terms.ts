import type { IraeTermId } from '#fhir-mappings/irae-terms.ts'

/** The irAE terms that a laboratory value alone can raise, and the analytes they look at. */
export const analytesOf: { readonly [term in IraeTermId]?: readonly string[] } = {
  'alt-increased': ['alt'],
  'ast-increased': ['ast'],
  'bilirubin-increased': ['bilirubin-total'],
  'alp-increased': ['alp'],
  'ggt-increased': ['ggt'],
  'lipase-increased': ['lipase'],
  'amylase-increased': ['amylase'],
  'tsh-increased': ['tsh'],
  'troponin-increased': ['troponin-i', 'troponin-t'],
  'cpk-increased': ['ck'],
  'creatinine-increased': ['creatinine'],
  anemia: ['hemoglobin'],
  'immune-thrombocytopenia': ['platelets'],
  neutropenia: ['anc'],
}

/** The laboratory terms, in the order of the table. */
export const laboratoryTerms = Object.keys(analytesOf) as readonly IraeTermId[]

interface Syndrome {
  /** terms that are its evidence once it stands, and no findings of their own */
  readonly explains: readonly IraeTermId[]
  /**
   * The laboratory terms whose grade may be the grade of the syndrome. Only where CTCAE v5 has no term of its own and
   * asks to report the laboratory terms beside "Other, specify", or where the laboratory value is the criterion.
   * Pancreatitis is not graded by lipase, myositis not by CK, myocarditis not by troponin.
   */
  readonly gradedBy?: readonly IraeTermId[]
}

const LIVER: readonly IraeTermId[] = [
  'alt-increased',
  'ast-increased',
  'bilirubin-increased',
  'alp-increased',
  'ggt-increased',
]

const BOWEL: Syndrome = { explains: ['diarrhea'] }

/** Which terms a syndrome explains: muscle carries ALT and AST, haemolysis bilirubin, a bullous disease its rash. */
export const syndromes: { readonly [term in IraeTermId]?: Syndrome } = {
  hepatitis: { explains: LIVER, gradedBy: LIVER },
  cholangitis: { explains: LIVER, gradedBy: LIVER },
  'hepatic-failure': { explains: LIVER },
  colitis: BOWEL,
  enterocolitis: BOWEL,
  pancreatitis: { explains: ['lipase-increased', 'amylase-increased'] },
  hypothyroidism: { explains: ['tsh-increased'] },
  myocarditis: { explains: ['troponin-increased', 'cpk-increased'] },
  pericarditis: { explains: ['troponin-increased'] },
  myositis: { explains: ['cpk-increased', 'alt-increased', 'ast-increased', 'arthralgia'] },
  arthritis: { explains: ['arthralgia'] },
  polymyalgia: { explains: ['arthralgia'] },
  'myasthenia-gravis': { explains: ['facial-palsy'] },
  'guillain-barre': { explains: ['facial-palsy'] },
  uveitis: { explains: ['keratitis-conjunctivitis'] },
  'psoriasis-lichenoid-eczema': { explains: ['rash-maculopapular'] },
  'bullous-dermatitis': { explains: ['rash-maculopapular'] },
  sjs: { explains: ['rash-maculopapular', 'mucositis'] },
  ten: { explains: ['rash-maculopapular', 'mucositis'] },
  dress: { explains: ['rash-maculopapular'] },
  nephritis: { explains: ['creatinine-increased', 'aki'], gradedBy: ['creatinine-increased'] },
  aki: { explains: ['creatinine-increased'], gradedBy: ['creatinine-increased'] },
  'hemolytic-anemia': { explains: ['anemia', 'bilirubin-increased'], gradedBy: ['anemia'] },
  'aplastic-anemia': { explains: ['anemia', 'immune-thrombocytopenia', 'neutropenia'] },
  hlh: { explains: ['anemia', 'immune-thrombocytopenia', 'neutropenia'] },
  ttp: { explains: ['anemia', 'immune-thrombocytopenia'] },
}

/** The laboratory terms whose grade may stand for this term: its own, or those that grade the syndrome. */
export function gradingTerms(term: IraeTermId): readonly IraeTermId[] {
  return analytesOf[term] ? [term] : (syndromes[term]?.gradedBy ?? [])
}
