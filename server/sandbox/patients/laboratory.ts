import type { StorySeries } from './story.ts'

type Analyte = Omit<StorySeries, 'values'>

/** What the sandbox's laboratory measures: code, unit and limits as printed with each result. Stories add the values. */
export const ALT: Analyte = { analyte: 'alt', loinc: '1742-6', display: 'ALT', unit: 'U/L', low: 7, high: 45 }
export const AST: Analyte = { analyte: 'ast', loinc: '1920-8', display: 'AST', unit: 'U/L', low: 8, high: 40 }
export const ALP: Analyte = {
  analyte: 'alp',
  loinc: '6768-6',
  display: 'Alkaline phosphatase',
  unit: 'U/L',
  low: 40,
  high: 130,
}
export const BILIRUBIN: Analyte = {
  analyte: 'bilirubin-total',
  loinc: '1975-2',
  display: 'Bilirubin, total',
  unit: 'mg/dL',
  low: 0.2,
  high: 1.2,
}
export const CREATININE: Analyte = {
  analyte: 'creatinine',
  loinc: '2160-0',
  display: 'Creatinine',
  unit: 'mg/dL',
  low: 0.6,
  high: 1.2,
}
export const TSH: Analyte = { analyte: 'tsh', loinc: '3016-3', display: 'TSH', unit: 'm[IU]/L', low: 0.4, high: 4.5 }
export const FREE_T4: Analyte = {
  analyte: 'ft4',
  loinc: '3024-7',
  display: 'Thyroxine, free',
  unit: 'ng/dL',
  low: 0.8,
  high: 1.8,
}
export const CORTISOL: Analyte = {
  analyte: 'cortisol',
  loinc: '2143-6',
  display: 'Cortisol, morning',
  unit: 'ug/dL',
  low: 5,
  high: 25,
}
export const ACTH: Analyte = { analyte: 'acth', loinc: '2141-0', display: 'ACTH', unit: 'pg/mL', low: 10, high: 60 }
export const SODIUM: Analyte = {
  analyte: 'sodium',
  loinc: '2951-2',
  display: 'Sodium',
  unit: 'mmol/L',
  low: 135,
  high: 145,
}
export const POTASSIUM: Analyte = {
  analyte: 'potassium',
  loinc: '2823-3',
  display: 'Potassium',
  unit: 'mmol/L',
  low: 3.5,
  high: 5,
}
export const GLUCOSE: Analyte = {
  analyte: 'glucose',
  loinc: '2345-7',
  display: 'Glucose',
  unit: 'mg/dL',
  low: 70,
  high: 99,
}
export const HBA1C: Analyte = {
  analyte: 'hba1c',
  loinc: '4548-4',
  display: 'Haemoglobin A1c',
  unit: '%',
  high: 5.7,
}
export const BICARBONATE: Analyte = {
  analyte: 'bicarbonate',
  loinc: '1963-8',
  display: 'Bicarbonate',
  unit: 'mmol/L',
  low: 22,
  high: 29,
}
export const LIPASE: Analyte = { analyte: 'lipase', loinc: '3040-3', display: 'Lipase', unit: 'U/L', high: 60 }
export const CK: Analyte = {
  analyte: 'ck',
  loinc: '2157-6',
  display: 'Creatine kinase',
  unit: 'U/L',
  low: 30,
  high: 200,
}
export const TROPONIN_T: Analyte = {
  analyte: 'troponin-t',
  loinc: '67151-1',
  display: 'Troponin T, high sensitivity',
  unit: 'ng/L',
  high: 14,
}
export const HAEMOGLOBIN: Analyte = {
  analyte: 'hemoglobin',
  loinc: '718-7',
  display: 'Haemoglobin',
  unit: 'g/dL',
  low: 12,
  high: 16,
}
export const PLATELETS: Analyte = {
  analyte: 'platelets',
  loinc: '777-3',
  display: 'Platelets',
  unit: '10*3/uL',
  low: 150,
  high: 400,
}
export const EOSINOPHILS: Analyte = {
  analyte: 'eosinophils',
  loinc: '711-2',
  display: 'Eosinophils',
  unit: '10*3/uL',
  high: 0.5,
}
export const CRP: Analyte = { analyte: 'crp', loinc: '1988-5', display: 'C-reactive protein', unit: 'mg/L', high: 5 }
export const ESR: Analyte = { analyte: 'esr', loinc: '4537-7', display: 'ESR', unit: 'mm/h', high: 30 }
