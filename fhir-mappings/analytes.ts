/**
 * The laboratory analytes that can grade or explain an irAE. LOINC codes carry where they were seen (`unverified`: from
 * general knowledge); units, factors and textbook limits are textbook values, and the limits sent with a result win.
 * Textbook limits are in the conventional unit; where men and women differ, the wider interval stands.
 */
export interface Analyte {
  readonly id: string
  readonly name: string
  readonly synonyms: readonly string[]
  readonly loinc: readonly AnalyteCode[]
  /** UCUM; absent where results are words */
  readonly conventional?: string
  /** UCUM, where it differs from the conventional unit */
  readonly si?: string
  /** conventional × factor = SI */
  readonly factor?: number
  readonly textbook?: { readonly low?: number; readonly high?: number }
}

interface AnalyteCode {
  readonly code: string
  readonly unit?: string
  readonly source: string
  /** another quantity under the same id (total for free, ratio for mass): textbook limits do not apply to it */
  readonly otherMeasure?: true
}

export const analytes: readonly Analyte[] = [
  {
    id: 'alt',
    name: 'Alanine aminotransferase (ALT, SGPT)',
    synonyms: ['ALT', 'SGPT', 'ALAT', 'alanine transaminase'],
    loinc: [
      { code: '1742-6', unit: 'U/L', source: 'mimic-loinc' },
      { code: '1743-4', unit: 'U/L', source: 'unverified' },
      { code: '76625-3', unit: 'U/L', source: 'unverified' },
    ],
    conventional: 'U/L',
    si: 'ukat/L',
    factor: 1 / 60,
    textbook: { low: 7, high: 40 },
  },
  {
    id: 'ast',
    name: 'Aspartate aminotransferase (AST, SGOT)',
    synonyms: ['AST', 'SGOT', 'ASAT'],
    loinc: [
      { code: '1920-8', unit: 'U/L', source: 'mimic-loinc' },
      { code: '30239-8', unit: 'U/L', source: 'unverified' },
      { code: '88112-8', unit: 'U/L', source: 'unverified' },
    ],
    conventional: 'U/L',
    si: 'ukat/L',
    factor: 1 / 60,
    textbook: { low: 8, high: 40 },
  },
  {
    id: 'alp',
    name: 'Alkaline phosphatase',
    synonyms: ['ALP', 'alk phos', 'AP'],
    loinc: [
      { code: '6768-6', unit: 'U/L', source: 'mimic-loinc' },
      { code: '77141-0', unit: 'U/L', source: 'unverified' },
    ],
    conventional: 'U/L',
    si: 'ukat/L',
    factor: 1 / 60,
    textbook: { low: 40, high: 130 },
  },
  {
    id: 'ggt',
    name: 'Gamma-glutamyl transferase',
    synonyms: ['GGT', 'gamma GT'],
    loinc: [{ code: '2324-2', unit: 'U/L', source: 'mimic-loinc' }],
    conventional: 'U/L',
    si: 'ukat/L',
    factor: 1 / 60,
    textbook: { low: 5, high: 60 },
  },
  {
    id: 'bilirubin-total',
    name: 'Bilirubin, total',
    synonyms: ['T bili', 'total bilirubin', 'TBIL', 'bili'],
    loinc: [
      { code: '1975-2', unit: 'mg/dL', source: 'mimic-loinc' },
      { code: '14631-6', unit: 'umol/L', source: 'unverified' },
      { code: '42719-5', unit: 'mg/dL', source: 'unverified' },
    ],
    conventional: 'mg/dL',
    si: 'umol/L',
    factor: 17.104,
    textbook: { low: 0.2, high: 1.2 },
  },
  {
    id: 'bilirubin-direct',
    name: 'Bilirubin, direct',
    synonyms: ['D bili', 'conjugated bilirubin'],
    loinc: [{ code: '1968-7', unit: 'mg/dL', source: 'mimic-loinc' }],
    conventional: 'mg/dL',
    si: 'umol/L',
    factor: 17.104,
    textbook: { low: 0, high: 0.3 },
  },
  {
    id: 'albumin',
    name: 'Albumin',
    synonyms: ['alb'],
    loinc: [
      { code: '1751-7', unit: 'g/dL', source: 'mimic-loinc' },
      { code: '61151-7', unit: 'g/dL', source: 'unverified' },
    ],
    conventional: 'g/dL',
    si: 'g/L',
    factor: 10,
    textbook: { low: 3.5, high: 5 },
  },
  {
    id: 'inr',
    name: 'International normalised ratio',
    synonyms: ['INR'],
    loinc: [
      { code: '6301-6', source: 'mimic-loinc' },
      { code: '34714-6', source: 'exists: loinc2hpo' },
    ],
    conventional: '1',
    textbook: { low: 0.9, high: 1.1 },
  },
  {
    id: 'aptt',
    name: 'Activated partial thromboplastin time',
    synonyms: ['aPTT', 'PTT'],
    loinc: [
      { code: '14979-9', unit: 's', source: 'mimic-loinc' },
      { code: '3173-2', unit: 's', source: 'mimic-loinc' },
    ],
    conventional: 's',
    textbook: { low: 25, high: 35 },
  },
  {
    id: 'creatinine',
    name: 'Creatinine',
    synonyms: ['Cr', 'SCr', 'creat'],
    loinc: [
      { code: '2160-0', unit: 'mg/dL', source: 'mimic-loinc' },
      { code: '14682-9', unit: 'umol/L', source: 'unverified' },
      { code: '38483-4', unit: 'mg/dL', source: 'mimic-loinc' },
    ],
    conventional: 'mg/dL',
    si: 'umol/L',
    factor: 88.42,
    textbook: { low: 0.6, high: 1.2 },
  },
  {
    id: 'egfr',
    name: 'Estimated GFR / creatinine clearance',
    synonyms: ['eGFR', 'GFR', 'CrCl'],
    loinc: [
      { code: '62238-1', unit: 'mL/min/{1.73_m2}', source: 'unverified' },
      { code: '98979-8', unit: 'mL/min/{1.73_m2}', source: 'unverified' },
      { code: '33914-3', unit: 'mL/min/{1.73_m2}', source: 'exists: loinc2hpo' },
      { code: '2164-2', unit: 'mL/min', source: 'mimic-loinc' },
    ],
    conventional: 'mL/min/{1.73_m2}',
    si: 'mL/s/{1.73_m2}',
    factor: 1 / 60,
    textbook: { low: 60 },
  },
  {
    id: 'urine-protein',
    name: 'Protein in urine',
    synonyms: ['proteinuria', 'UPCR'],
    loinc: [
      { code: '2889-4', unit: 'mg/(24.h)', source: 'mimic-loinc' },
      { code: '2890-2', unit: 'mg/mg', source: 'mimic-loinc' },
      { code: '2888-6', unit: 'mg/dL', source: 'mimic-loinc', otherMeasure: true },
      { code: '20454-5', source: 'mimic-loinc', otherMeasure: true },
    ],
    conventional: 'g/(24.h)',
    textbook: { high: 0.15 },
  },
  {
    id: 'lipase',
    name: 'Lipase',
    synonyms: ['lipase'],
    loinc: [{ code: '3040-3', unit: 'U/L', source: 'mimic-loinc' }],
    conventional: 'U/L',
    si: 'ukat/L',
    factor: 1 / 60,
    textbook: { high: 60 },
  },
  {
    id: 'amylase',
    name: 'Amylase',
    synonyms: ['amylase'],
    loinc: [
      { code: '1798-8', unit: 'U/L', source: 'mimic-loinc' },
      { code: '77148-5', unit: 'U/L', source: 'unverified' },
    ],
    conventional: 'U/L',
    si: 'ukat/L',
    factor: 1 / 60,
    textbook: { low: 30, high: 110 },
  },
  {
    id: 'tsh',
    name: 'Thyrotropin (TSH)',
    synonyms: ['TSH'],
    loinc: [
      { code: '3016-3', unit: 'm[IU]/L', source: 'mimic-loinc' },
      { code: '11579-0', unit: 'm[IU]/L', source: 'sample-ccdas' },
      { code: '11580-8', unit: 'm[IU]/L', source: 'unverified' },
    ],
    conventional: 'm[IU]/L',
    textbook: { low: 0.4, high: 4.5 },
  },
  {
    id: 'ft4',
    name: 'Thyroxine, free (free T4)',
    synonyms: ['FT4', 'free T4', 'T4 free'],
    loinc: [
      { code: '3024-7', unit: 'ng/dL', source: 'mimic-loinc' },
      { code: '14920-3', unit: 'pmol/L', source: 'unverified' },
    ],
    conventional: 'ng/dL',
    si: 'pmol/L',
    factor: 12.871,
    textbook: { low: 0.8, high: 1.8 },
  },
  {
    id: 'ft3',
    name: 'Triiodothyronine, free or total',
    synonyms: ['FT3', 'T3'],
    loinc: [
      { code: '3051-0', unit: 'pg/mL', source: 'exists: loinc2hpo' },
      { code: '3053-6', unit: 'ng/dL', source: 'mimic-loinc', otherMeasure: true },
    ],
    conventional: 'pg/mL',
    si: 'pmol/L',
    factor: 1.536,
    textbook: { low: 2.3, high: 4.2 },
  },
  {
    id: 'cortisol',
    name: 'Cortisol',
    synonyms: ['AM cortisol', 'serum cortisol'],
    loinc: [
      { code: '2143-6', unit: 'ug/dL', source: 'mimic-loinc' },
      { code: '9813-7', unit: 'ug/dL', source: 'exists: loinc2hpo' },
      { code: '14675-3', unit: 'nmol/L', source: 'unverified' },
    ],
    conventional: 'ug/dL',
    si: 'nmol/L',
    factor: 27.59,
    textbook: { low: 5, high: 25 },
  },
  {
    id: 'acth',
    name: 'Corticotropin (ACTH)',
    synonyms: ['ACTH'],
    loinc: [
      { code: '2141-0', unit: 'pg/mL', source: 'exists: loinc2hpo' },
      { code: '14674-6', unit: 'pmol/L', source: 'exists: loinc2hpo' },
    ],
    conventional: 'pg/mL',
    si: 'pmol/L',
    factor: 0.2202,
    textbook: { low: 10, high: 60 },
  },
  {
    id: 'glucose',
    name: 'Glucose',
    synonyms: ['BG', 'glc', 'FBG', 'random glucose', 'fasting glucose', 'POC glucose'],
    loinc: [
      { code: '2345-7', unit: 'mg/dL', source: 'mimic-loinc' },
      { code: '1558-6', unit: 'mg/dL', source: 'exists: loinc2hpo' },
      { code: '14771-0', unit: 'mmol/L', source: 'exists: loinc2hpo' },
      { code: '14749-6', unit: 'mmol/L', source: 'exists: loinc2hpo' },
      { code: '2339-0', unit: 'mg/dL', source: 'mimic-loinc' },
      { code: '41653-7', unit: 'mg/dL', source: 'exists: loinc2hpo' },
    ],
    conventional: 'mg/dL',
    si: 'mmol/L',
    factor: 0.0555,
    textbook: { low: 70, high: 99 },
  },
  {
    id: 'hba1c',
    name: 'Hemoglobin A1c',
    synonyms: ['A1c', 'HbA1c'],
    loinc: [
      { code: '4548-4', unit: '%', source: 'mimic-loinc' },
      { code: '17856-6', unit: '%', source: 'ohdsi-phenotype' },
      { code: '59261-8', unit: 'mmol/mol', source: 'ohdsi-phenotype' },
    ],
    conventional: '%',
    si: 'mmol/mol',
    textbook: { high: 5.7 },
  },
  {
    id: 'ketones',
    name: 'Beta-hydroxybutyrate',
    synonyms: ['BHB', 'ketones'],
    loinc: [{ code: '6873-4', unit: 'mmol/L', source: 'mimic-loinc' }],
    conventional: 'mmol/L',
    textbook: { high: 0.3 },
  },
  {
    id: 'ph',
    name: 'Blood pH',
    synonyms: ['pH', 'ABG pH', 'VBG pH'],
    loinc: [
      { code: '2744-1', unit: '[pH]', source: 'mimic-loinc' },
      { code: '2746-6', unit: '[pH]', source: 'exists: loinc2hpo' },
      { code: '11558-4', unit: '[pH]', source: 'mimic-loinc' },
    ],
    conventional: '[pH]',
    textbook: { low: 7.35, high: 7.45 },
  },
  {
    id: 'bicarbonate',
    name: 'Bicarbonate / total CO2',
    synonyms: ['HCO3', 'CO2', 'bicarb'],
    loinc: [
      { code: '1963-8', unit: 'mmol/L', source: 'mimic-loinc' },
      { code: '2028-9', unit: 'mmol/L', source: 'mimic-loinc' },
    ],
    conventional: 'meq/L',
    si: 'mmol/L',
    factor: 1,
    textbook: { low: 22, high: 29 },
  },
  {
    id: 'ck',
    name: 'Creatine kinase',
    synonyms: ['CK', 'CPK'],
    loinc: [{ code: '2157-6', unit: 'U/L', source: 'mimic-loinc' }],
    conventional: 'U/L',
    si: 'ukat/L',
    factor: 1 / 60,
    textbook: { low: 30, high: 200 },
  },
  {
    id: 'ck-mb',
    name: 'Creatine kinase MB',
    synonyms: ['CK-MB', 'CKMB'],
    loinc: [
      { code: '13969-1', unit: 'ng/mL', source: 'mimic-loinc' },
      { code: '49136-5', source: 'mimic-loinc', otherMeasure: true },
    ],
    conventional: 'ng/mL',
    si: 'ug/L',
    factor: 1,
    textbook: { high: 5 },
  },
  {
    id: 'troponin-i',
    name: 'Troponin I, cardiac',
    synonyms: ['TnI', 'trop I', 'hs-TnI', 'troponin'],
    loinc: [
      { code: '10839-9', unit: 'ng/mL', source: 'mimic-loinc' },
      { code: '89579-7', unit: 'ng/L', source: 'unverified' },
      { code: '42757-5', unit: 'ng/mL', source: 'exists: loinc2hpo' },
      { code: '49563-0', unit: 'ng/mL', source: 'exists: loinc2hpo' },
    ],
    conventional: 'ng/mL',
    si: 'ng/L',
    factor: 1000,
  },
  {
    id: 'troponin-t',
    name: 'Troponin T, cardiac',
    synonyms: ['TnT', 'trop T', 'hs-TnT'],
    loinc: [
      { code: '6598-7', unit: 'ng/mL', source: 'mimic-loinc' },
      { code: '67151-1', unit: 'ng/L', source: 'exists: loinc2hpo' },
      { code: '48425-3', unit: 'ng/mL', source: 'exists: loinc2hpo' },
    ],
    conventional: 'ng/mL',
    si: 'ng/L',
    factor: 1000,
  },
  {
    id: 'bnp',
    name: 'Natriuretic peptides',
    synonyms: ['BNP', 'NT-proBNP'],
    loinc: [
      { code: '33762-6', unit: 'pg/mL', source: 'mimic-loinc', otherMeasure: true },
      { code: '30934-4', unit: 'pg/mL', source: 'exists: loinc2hpo' },
      { code: '42637-9', unit: 'pg/mL', source: 'hl7-ccda-examples' },
    ],
    conventional: 'pg/mL',
    si: 'ng/L',
    factor: 1,
  },
  {
    id: 'platelets',
    name: 'Platelet count',
    synonyms: ['PLT', 'platelets', 'thrombocytes'],
    loinc: [
      { code: '777-3', unit: '10*3/uL', source: 'mimic-loinc' },
      { code: '26515-7', unit: '10*3/uL', source: 'ohdsi-phenotype' },
      { code: '778-1', unit: '10*3/uL', source: 'exists: loinc2hpo' },
      { code: '49497-1', unit: '10*3/uL', source: 'ohdsi-phenotype' },
    ],
    conventional: '10*3/uL',
    si: '10*9/L',
    factor: 1,
    textbook: { low: 150, high: 400 },
  },
  {
    id: 'hemoglobin',
    name: 'Hemoglobin',
    synonyms: ['Hgb', 'Hb', 'HGB'],
    loinc: [
      { code: '718-7', unit: 'g/dL', source: 'mimic-loinc' },
      { code: '20509-6', unit: 'g/dL', source: 'mimic-loinc' },
      { code: '30313-1', unit: 'g/dL', source: 'hl7-ccda-examples' },
      { code: '59260-0', unit: 'mmol/L', source: 'unverified' },
    ],
    conventional: 'g/dL',
    si: 'g/L',
    factor: 10,
    textbook: { low: 12, high: 17.5 },
  },
  {
    id: 'anc',
    name: 'Absolute neutrophil count',
    synonyms: ['ANC', 'neut abs', 'neutrophils'],
    loinc: [
      { code: '751-8', unit: '10*3/uL', source: 'mimic-loinc' },
      { code: '26499-4', unit: '10*3/uL', source: 'ohdsi-phenotype' },
      { code: '753-4', unit: '10*3/uL', source: 'ohdsi-phenotype' },
    ],
    conventional: '10*3/uL',
    si: '10*9/L',
    factor: 1,
    textbook: { low: 1.8, high: 7.5 },
  },
  {
    id: 'wbc',
    name: 'White blood cell count',
    synonyms: ['WBC', 'leukocytes'],
    loinc: [
      { code: '6690-2', unit: '10*3/uL', source: 'mimic-loinc' },
      { code: '26464-8', unit: '10*3/uL', source: 'mcode-ig' },
      { code: '804-5', unit: '10*3/uL', source: 'hl7-ccda-examples' },
    ],
    conventional: '10*3/uL',
    si: '10*9/L',
    factor: 1,
    textbook: { low: 4, high: 11 },
  },
  {
    id: 'lymphocytes',
    name: 'Absolute lymphocyte count',
    synonyms: ['ALC', 'lymphs abs'],
    loinc: [
      { code: '731-0', unit: '10*3/uL', source: 'mimic-loinc' },
      { code: '26474-7', unit: '10*3/uL', source: 'exists: loinc2hpo' },
    ],
    conventional: '10*3/uL',
    si: '10*9/L',
    factor: 1,
    textbook: { low: 1, high: 4 },
  },
  {
    id: 'eosinophils',
    name: 'Absolute eosinophil count',
    synonyms: ['AEC', 'eos abs'],
    loinc: [
      { code: '711-2', unit: '10*3/uL', source: 'mimic-loinc' },
      { code: '26449-9', unit: '10*3/uL', source: 'exists: loinc2hpo' },
    ],
    conventional: '10*3/uL',
    si: '10*9/L',
    factor: 1,
    textbook: { high: 0.5 },
  },
  {
    id: 'haptoglobin',
    name: 'Haptoglobin',
    synonyms: ['hapto'],
    loinc: [{ code: '4542-7', unit: 'mg/dL', source: 'mimic-loinc' }],
    conventional: 'mg/dL',
    si: 'g/L',
    factor: 0.01,
    textbook: { low: 30, high: 200 },
  },
  {
    id: 'ldh',
    name: 'Lactate dehydrogenase',
    synonyms: ['LDH', 'LD'],
    loinc: [
      { code: '2532-0', unit: 'U/L', source: 'mimic-loinc' },
      { code: '14804-9', unit: 'U/L', source: 'mcode-ig' },
    ],
    conventional: 'U/L',
    si: 'ukat/L',
    factor: 1 / 60,
    textbook: { low: 120, high: 250 },
  },
  {
    id: 'fibrinogen',
    name: 'Fibrinogen',
    synonyms: ['fibrinogen'],
    loinc: [{ code: '3255-7', unit: 'mg/dL', source: 'mimic-loinc' }],
    conventional: 'mg/dL',
    si: 'g/L',
    factor: 0.01,
    textbook: { low: 200, high: 400 },
  },
  {
    id: 'ferritin',
    name: 'Ferritin',
    synonyms: ['ferritin'],
    loinc: [{ code: '2276-4', unit: 'ng/mL', source: 'mimic-loinc' }],
    conventional: 'ng/mL',
    si: 'ug/L',
    factor: 1,
    textbook: { low: 20, high: 300 },
  },
  {
    id: 'crp',
    name: 'C-reactive protein',
    synonyms: ['CRP', 'hs-CRP'],
    loinc: [
      { code: '1988-5', unit: 'mg/L', source: 'mimic-loinc' },
      { code: '30522-7', unit: 'mg/L', source: 'mimic-loinc' },
    ],
    conventional: 'mg/dL',
    si: 'mg/L',
    factor: 10,
    textbook: { high: 1 },
  },
  {
    id: 'esr',
    name: 'Erythrocyte sedimentation rate',
    synonyms: ['ESR', 'sed rate'],
    loinc: [
      { code: '4537-7', unit: 'mm/h', source: 'mimic-loinc' },
      { code: '30341-2', unit: 'mm/h', source: 'exists: loinc2hpo' },
    ],
    conventional: 'mm/h',
    textbook: { high: 30 },
  },
  {
    id: 'sodium',
    name: 'Sodium',
    synonyms: ['Na'],
    loinc: [
      { code: '2951-2', unit: 'mmol/L', source: 'mimic-loinc' },
      { code: '2947-0', unit: 'mmol/L', source: 'mimic-loinc' },
      { code: '77139-4', unit: 'mmol/L', source: 'unverified' },
    ],
    conventional: 'meq/L',
    si: 'mmol/L',
    factor: 1,
    textbook: { low: 135, high: 145 },
  },
  {
    id: 'potassium',
    name: 'Potassium',
    synonyms: ['K'],
    loinc: [
      { code: '2823-3', unit: 'mmol/L', source: 'mimic-loinc' },
      { code: '6298-4', unit: 'mmol/L', source: 'mimic-loinc' },
      { code: '77142-8', unit: 'mmol/L', source: 'unverified' },
    ],
    conventional: 'meq/L',
    si: 'mmol/L',
    factor: 1,
    textbook: { low: 3.5, high: 5 },
  },
  {
    id: 'calcium',
    name: 'Calcium, total (albumin corrected)',
    synonyms: ['Ca', 'corrected calcium'],
    loinc: [
      { code: '17861-6', unit: 'mg/dL', source: 'mimic-loinc' },
      { code: '2000-8', unit: 'mmol/L', source: 'exists: loinc2hpo' },
      { code: '29265-6', unit: 'mmol/L', source: 'exists: loinc2hpo' },
    ],
    conventional: 'mg/dL',
    si: 'mmol/L',
    factor: 0.2495,
    textbook: { low: 8.5, high: 10.5 },
  },
  {
    id: 'calcium-ionized',
    name: 'Calcium, ionized',
    synonyms: ['iCa', 'ionized calcium'],
    loinc: [
      { code: '1994-3', unit: 'mmol/L', source: 'mimic-loinc' },
      { code: '1995-0', unit: 'mmol/L', source: 'exists: loinc2hpo' },
      { code: '17863-2', unit: 'mg/dL', source: 'exists: loinc2hpo' },
    ],
    conventional: 'mg/dL',
    si: 'mmol/L',
    factor: 0.2495,
    textbook: { low: 4.5, high: 5.3 },
  },
  {
    id: 'magnesium',
    name: 'Magnesium',
    synonyms: ['Mg'],
    loinc: [
      { code: '19123-9', unit: 'mg/dL', source: 'mimic-loinc' },
      { code: '2601-3', unit: 'mmol/L', source: 'exists: loinc2hpo' },
    ],
    conventional: 'mg/dL',
    si: 'mmol/L',
    factor: 0.4114,
    textbook: { low: 1.7, high: 2.4 },
  },
  {
    id: 'spo2',
    name: 'Oxygen saturation',
    synonyms: ['SpO2', 'O2 sat', 'pulse ox'],
    loinc: [
      { code: '59408-5', unit: '%', source: 'exists: loinc2hpo' },
      { code: '2708-6', unit: '%', source: 'exists: loinc2hpo' },
    ],
    conventional: '%',
    si: '1',
    factor: 0.01,
    textbook: { low: 95, high: 100 },
  },
  {
    id: 'lvef',
    name: 'Left ventricular ejection fraction',
    synonyms: ['LVEF', 'EF'],
    loinc: [
      { code: '10230-1', unit: '%', source: 'unverified' },
      { code: '8806-2', unit: '%', source: 'unverified' },
    ],
    conventional: '%',
    si: '1',
    factor: 0.01,
    textbook: { low: 55, high: 70 },
  },
  {
    id: 'antibodies-and-hemolysis',
    name: 'Antibody tests that support or refute an irAE',
    synonyms: [
      'AChR antibody',
      'anti-striational antibody',
      'TPO antibody',
      'TRAb',
      'GAD65',
      'ANA',
      'RF',
      'anti-CCP',
      'direct antiglobulin test',
    ],
    loinc: [
      { code: '1007-4', source: 'exists: loinc2hpo', otherMeasure: true },
      { code: '17849-1', unit: '%', source: 'exists: loinc2hpo', otherMeasure: true },
    ],
  },
]

const byId = new Map(analytes.map((analyte) => [analyte.id, analyte]))
const byCode = new Map(analytes.flatMap((analyte) => analyte.loinc.map(({ code }) => [code, analyte] as const)))
const byName = new Map(
  analytes.flatMap((analyte) =>
    [analyte.id, analyte.name, ...analyte.synonyms].map((name) => [plain(name), analyte] as const),
  ),
)

export const analyteById = (id: string): Analyte | undefined => byId.get(id)

/** Undefined when the code is not one of ours: an unknown code is never guessed from its words. */
export const analyteByLoinc = (code: string): Analyte | undefined => byCode.get(code)

/** The analyte that goes by exactly this name ("ALT", "Total bilirubin"); for results that carry local codes only. */
export const analyteByName = (name: string): Analyte | undefined => byName.get(plain(name).replace(/ level$/, ''))

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
