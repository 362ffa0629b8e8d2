import type { Organ } from './lexicon/term-words.ts'

/** A laboratory analyte as notes write it. `uln` is the textbook limit and only serves to tell a signal from noise. */
export interface AnalyteMeaning {
  readonly channel: 'analyte'
  readonly analyte: string
  readonly organ: Organ
  readonly uln?: number
  /** raises a claim of `term` when the value is this many times the limit, or lies below `below` */
  readonly signal?: {
    readonly term: string
    readonly times?: number
    readonly below?: number
    readonly needsLink?: true
  }
}

const analytes: readonly (Omit<AnalyteMeaning, 'channel'> & { readonly words: readonly string[] })[] = [
  {
    analyte: 'alt',
    organ: 'liver',
    uln: 40,
    signal: { term: 'alt-increased', times: 3 },
    words: [
      'alt',
      'sgpt',
      'alanine aminotransferase',
      'lft',
      'lfts',
      'transaminase',
      'transaminitis',
      'liver enzyme',
      'alat',
    ],
  },
  {
    analyte: 'ast',
    organ: 'liver',
    uln: 40,
    signal: { term: 'ast-increased', times: 3 },
    words: ['ast', 'sgot', 'aspartate aminotransferase', 'asat'],
  },
  {
    analyte: 'bilirubin-total',
    organ: 'liver',
    uln: 1.2,
    words: ['bilirubin', 'total bilirubin', 'tbili', 't bili', 'bili', 'tbil'],
  },
  { analyte: 'alp', organ: 'liver', uln: 130, words: ['alp', 'alk phos', 'alkaline phosphatase', 'alkphos'] },
  { analyte: 'ggt', organ: 'liver', uln: 60, words: ['ggt', 'gamma gt'] },
  { analyte: 'lipase', organ: 'pancreas', uln: 60, signal: { term: 'lipase-increased', times: 3 }, words: ['lipase'] },
  {
    analyte: 'amylase',
    organ: 'pancreas',
    uln: 110,
    signal: { term: 'amylase-increased', times: 3 },
    words: ['amylase'],
  },
  {
    analyte: 'tsh',
    organ: 'thyroid',
    uln: 4.5,
    signal: { term: 'tsh-increased', times: 2.2 },
    words: ['tsh', 'thyroid stimulating hormone', 'thyrotropin'],
  },
  { analyte: 'ft4', organ: 'thyroid', words: ['ft4', 'free t4', 'free thyroxine'] },
  {
    analyte: 'cortisol',
    organ: 'pituitary',
    signal: { term: 'adrenal-insufficiency', below: 3 },
    words: ['cortisol', 'am cortisol', 'morning cortisol', '8 am cortisol'],
  },
  {
    analyte: 'glucose',
    organ: 'glucose',
    uln: 99,
    signal: { term: 'diabetes', times: 4, needsLink: true },
    words: ['glucose', 'blood sugar', 'fsbg', 'blood glucose', 'bg'],
  },
  {
    analyte: 'ck',
    organ: 'muscle',
    uln: 200,
    signal: { term: 'cpk-increased', times: 5 },
    words: ['ck', 'cpk', 'creatine kinase', 'creatine phosphokinase'],
  },
  {
    analyte: 'troponin-i',
    organ: 'heart',
    words: ['troponin', 'troponin i', 'trop', 'hs troponin', 'hstni', 'tni', 'high sensitivity troponin'],
  },
  { analyte: 'troponin-t', organ: 'heart', words: ['troponin t', 'hstnt', 'tnt'] },
  { analyte: 'creatinine', organ: 'kidney', uln: 1.2, words: ['creatinine', 'cr', 'scr', 'creat', 'serum creatinine'] },
  { analyte: 'hemoglobin', organ: 'blood', words: ['hemoglobin', 'hgb', 'hb'] },
  {
    analyte: 'platelets',
    organ: 'blood',
    signal: { term: 'immune-thrombocytopenia', below: 30 },
    words: ['platelet', 'plt', 'plts', 'platelet count'],
  },
  {
    analyte: 'anc',
    organ: 'blood',
    words: ['anc', 'absolute neutrophil', 'absolute neutrophil count', 'neutrophil', 'neutrophil count'],
  },
  { analyte: 'calcium', organ: 'calcium', words: ['calcium', 'corrected calcium'] },
]

export function* analytePhrases(): Generator<{ words: string; meaning: AnalyteMeaning }> {
  for (const { words, ...analyte } of analytes) {
    const meaning: AnalyteMeaning = { channel: 'analyte', ...analyte }
    for (const phrase of words) yield { words: phrase, meaning }
  }
}
