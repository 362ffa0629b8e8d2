import type { Organ } from './lexicon/term-words.ts'

/** Signs that mean little alone and a term together (issue: "new O2 requirement with ground-glass opacities"). */
export interface SignMeaning {
  readonly channel: 'sign'
  readonly sign: string
}

const signWords: Readonly<Record<string, readonly string[]>> = {
  dyspnea: [
    'dyspnea',
    'shortness of breath',
    'short of breath',
    'sob',
    'breathless',
    'breathlessness',
    'out of breath',
    'doe',
    'winded',
    'dyspnoea',
    'trouble breathing',
    'difficulty breathing',
    'hard to breathe',
    'exertional dyspnea',
    'dyspneic',
  ],
  cough: ['cough', 'dry cough', 'nonproductive cough', 'coughing'],
  'ground glass': [
    'ground glass',
    'ggo',
    'ggos',
    'ground glass opacity|opacities|opacification|attenuation',
    'bilateral infiltrate',
    'bilateral opacity',
    'patchy opacity',
    'interstitial opacity|infiltrate|change',
    'bilateral patchy opacity',
    'new opacity|opacities|infiltrate',
    'reticular opacity',
    'patchy infiltrate',
    'diffuse infiltrate',
    'multifocal opacity',
  ],
  hypoxia: [
    'hypoxia',
    'hypoxic',
    'hypoxemia',
    'hypoxemic',
    'desaturation',
    'desaturated',
    'new oxygen requirement',
    'new o2 requirement',
    'oxygen requirement',
    'o2 requirement',
  ],
  diplopia: ['diplopia', 'double vision', 'seeing double'],
  bulbar: [
    'dysphagia',
    'dysarthria',
    'trouble swallowing',
    'difficulty swallowing',
    'slurred speech',
    'difficulty chewing',
    'nasal voice',
    'dysphonia',
    'hard to swallow',
  ],
  confusion: [
    'confusion',
    'confused',
    'altered mental status',
    'ams',
    'disoriented',
    'memory impairment',
    'personality change',
    'not himself',
    'not herself',
    'encephalopathic',
    'memory loss',
  ],
  seizure: ['seizure', 'convulsion', 'generalized tonic clonic'],
  'temporal lesion': [
    'temporal lobe hyperintensity',
    'medial temporal lobe',
    'limbic hyperintensity',
    'temporal t2 hyperintensity',
    'mesial temporal',
  ],
  pleocytosis: ['pleocytosis', 'lymphocytic pleocytosis', 'csf lymphocytosis', 'csf wbc'],
  headache: ['headache', 'worst headache', 'neck stiffness', 'stiff neck', 'photophobia'],
  'low cortisol': [
    'low cortisol',
    'undetectable cortisol',
    'cortisol undetectable',
    'low acth',
    'low tsh and low free t4',
  ],
  'troponin up': [
    'elevated troponin',
    'troponin elevation',
    'raised troponin',
    'troponin elevated',
    'rising troponin',
    'troponin positive',
  ],
  'weak heart': [
    'reduced ejection fraction',
    'ejection fraction reduced',
    'reduced ef',
    'wall motion abnormality',
    'global hypokinesis',
    'hypokinesis',
    'complete heart block',
    'late gadolinium enhancement',
    'myocardial edema',
    'new heart block',
    'ventricular tachycardia',
  ],
  polyuria: [
    'polyuria',
    'peeing all the time',
    'urinating frequently',
    'urinary frequency and thirst',
    'peeing constantly',
  ],
  polydipsia: [
    'polydipsia',
    'very thirsty',
    'excessive thirst',
    'always thirsty',
    'thirsty all the time',
    'constant thirst',
  ],
  'morning stiffness': ['morning stiffness', 'stiff in the morning', 'stiffness in the morning'],
  'joint pain': ['joint pain', 'arthralgia', 'painful joint', 'hand pain', 'knee pain', 'wrist pain', 'shoulder pain'],
}

export interface Composite {
  readonly term: string
  readonly organ: Organ
  /** one sign of each group must be affirmed close together */
  readonly needs: readonly (readonly string[])[]
  /** words of something new or worse are asked for as well */
  readonly mustBeNew?: true
}

export const composites: readonly Composite[] = [
  { term: 'pneumonitis', organ: 'lung', needs: [['ground glass'], ['dyspnea', 'cough', 'hypoxia']] },
  { term: 'pneumonitis', organ: 'lung', needs: [['dyspnea', 'hypoxia'], ['cough']], mustBeNew: true },
  { term: 'myasthenia-gravis', organ: 'nerve', needs: [['diplopia'], ['bulbar']] },
  {
    term: 'encephalitis',
    organ: 'brain',
    needs: [
      ['confusion', 'seizure'],
      ['pleocytosis', 'temporal lesion'],
    ],
  },
  { term: 'aseptic-meningitis', organ: 'brain', needs: [['headache'], ['pleocytosis']] },
  { term: 'hypophysitis', organ: 'pituitary', needs: [['headache'], ['low cortisol']] },
  { term: 'myocarditis', organ: 'heart', needs: [['troponin up'], ['weak heart']] },
  { term: 'diabetes', organ: 'glucose', needs: [['polyuria'], ['polydipsia']], mustBeNew: true },
  { term: 'arthritis', organ: 'joint', needs: [['morning stiffness'], ['joint pain']] },
]

export function* signPhrases(): Generator<{ words: string; meaning: SignMeaning }> {
  for (const [sign, phrases] of Object.entries(signWords)) {
    const meaning: SignMeaning = { channel: 'sign', sign }
    for (const words of phrases) yield { words, meaning }
  }
}
