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
  readonly explains: readonly IraeTermId[]
  /**
   * Whether the laboratory grade may be the grade of the syndrome. Only where CTCAE v5 has no term of its own and asks
   * to report the laboratory terms beside "Other, specify", or where the laboratory value is the criterion. Pancreatitis
   * is not graded by lipase, myositis not by CK, myocarditis not by troponin.
   */
  readonly carriesGrade: boolean
}

const LIVER: readonly IraeTermId[] = [
  'alt-increased',
  'ast-increased',
  'bilirubin-increased',
  'alp-increased',
  'ggt-increased',
]

/** Which laboratory terms a syndrome explains: then they are its evidence and no findings of their own. */
export const syndromes: { readonly [term in IraeTermId]?: Syndrome } = {
  hepatitis: { explains: LIVER, carriesGrade: true },
  cholangitis: { explains: LIVER, carriesGrade: true },
  'hepatic-failure': { explains: LIVER, carriesGrade: false },
  pancreatitis: { explains: ['lipase-increased', 'amylase-increased'], carriesGrade: false },
  hypothyroidism: { explains: ['tsh-increased'], carriesGrade: false },
  myocarditis: { explains: ['troponin-increased', 'cpk-increased'], carriesGrade: false },
  pericarditis: { explains: ['troponin-increased'], carriesGrade: false },
  myositis: { explains: ['cpk-increased'], carriesGrade: false },
  nephritis: { explains: ['creatinine-increased'], carriesGrade: true },
  aki: { explains: ['creatinine-increased'], carriesGrade: true },
  'hemolytic-anemia': { explains: ['anemia'], carriesGrade: true },
  'aplastic-anemia': { explains: ['anemia', 'immune-thrombocytopenia', 'neutropenia'], carriesGrade: false },
  hlh: { explains: ['anemia', 'immune-thrombocytopenia', 'neutropenia'], carriesGrade: false },
  ttp: { explains: ['anemia', 'immune-thrombocytopenia'], carriesGrade: false },
}

/** The laboratory terms whose grade may stand for this term: its own, or those of a syndrome that carries them. */
export function gradingTerms(term: IraeTermId): readonly IraeTermId[] {
  if (analytesOf[term]) return [term]
  const syndrome = syndromes[term]
  return syndrome?.carriesGrade ? syndrome.explains : []
}
