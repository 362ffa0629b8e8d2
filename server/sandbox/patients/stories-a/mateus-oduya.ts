import { ALP, ALT, AST, BILIRUBIN } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `ONC HISTORY (copied forward): right lower lobe adenocarcinoma 5 cm with mediastinal nodes and four liver metastases at diagnosis, liver biopsy TTF-1 positive, PD-L1 5%, no driver. Four cycles of carboplatin, paclitaxel, bevacizumab and atezolizumab with partial response after two. Steatosis known for years with ALT 45 to 50, hepatitis B and C negative, little alcohol. Paclitaxel neuropathy of the feet.`

export const mateusOduya: Story = {
  id: 'mateus-oduya',
  name: { given: 'Mateus', family: 'Oduya' },
  gender: 'male',
  born: '1959-03-30',
  shows: 'Hard negative: transaminases rise on atezolizumab and bevacizumab because liver metastases progress.',
  diagnosis: 'Lung adenocarcinoma, stage IV, liver metastases',
  treatments: [
    {
      agents: ['atezolizumab'],
      charted: 'ndc',
      text: 'atezolizumab 1200 mg IV q3w',
      days: [-200, -179, -158, -137, -116, -95],
    },
    {
      agents: ['bevacizumab', 'carboplatin', 'paclitaxel'],
      charted: 'text',
      text: 'bevacizumab-awwb 15 mg/kg IV + carboplatin AUC 6 IV + paclitaxel 175 mg/m2 IV',
      days: [-200, -179, -158, -137],
    },
    { agents: ['docetaxel'], charted: 'text', text: 'docetaxel 60 mg/m2 IV q3w', days: [-72, -51, -30] },
  ],
  problems: [
    { text: 'Secondary malignant neoplasm of liver', icd10: 'C78.7', day: -210 },
    { text: 'Hepatic steatosis', icd10: 'K76.0' },
    { text: 'Sensory neuropathy from paclitaxel', day: -150 },
  ],
  drugs: [
    { text: 'dexamethasone 8 mg PO bid x3 days with docetaxel', from: -73, reason: 'premedication' },
    { text: 'atorvastatin 20 mg PO daily', from: -1800, until: -92 },
    { text: 'duloxetine 30 mg PO daily', from: -140, until: -92, reason: 'neuropathy' },
    { text: 'oxycodone 5 mg PO q6h prn', from: -90, reason: 'capsular liver pain' },
  ],
  laboratory: [
    {
      ...ALT,
      values: [
        [-201, 48],
        [-180, 44],
        [-158, 41],
        [-137, 46],
        [-116, 71],
        [-95, 118],
        [-88, 149],
        [-73, 163],
        [-51, 88],
        [-30, 62],
        [-9, 97],
      ],
    },
    {
      ...AST,
      values: [
        [-201, 41],
        [-137, 39],
        [-116, 80],
        [-95, 141],
        [-73, 188],
        [-30, 66],
        [-9, 121],
      ],
    },
    {
      ...ALP,
      values: [
        [-201, 142],
        [-137, 128],
        [-116, 210],
        [-95, 388],
        [-73, 472],
        [-30, 260],
        [-9, 341],
      ],
    },
    {
      ...BILIRUBIN,
      values: [
        [-201, 0.6],
        [-95, 1.1],
        [-73, 1.6],
        [-30, 0.9],
        [-9, 1.4],
      ],
    },
  ],
  notes: [
    {
      day: -200,
      at: '11:20',
      kind: 'history-and-physical',
      title: 'Thoracic oncology, cycle 1',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Presentation
67-year-old taxi driver with weight loss of 8 kg. Right lower lobe mass 5 cm, mediastinal nodes, four liver metastases up to 3.1 cm (biopsied: adenocarcinoma, TTF-1 positive). No driver. PD-L1 5%.

# Background
Fatty liver known from ultrasound, ALT around 45 to 50 for years. Alcohol: two beers on Sunday. Hepatitis B core antibody negative, hepatitis C negative. Atorvastatin.

# Examination
ECOG 1. BP 136/80. Liver 2 cm below the ribs, firm. No ascites, no icterus. Lungs with reduced sounds right base.

# Laboratory
| Test | Value | Limit |
| ALT | 48 | 45 |
| AST | 41 | 40 |
| ALP | 142 | 130 |
| Bilirubin | 0.6 | 1.2 |

# Plan
- Carboplatin, paclitaxel, bevacizumab and atezolizumab, four cycles, then the two antibodies.
- Baseline liver tests are slightly abnormal from steatosis and metastases: multiples of baseline, not only of the limit, should guide us.
- Urine protein and BP at each visit.`,
    },
    {
      day: -179,
      at: '08:40',
      kind: 'nursing',
      title: 'Chemotherapy visit, cycle 2',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `C2 of 4. Hair thinning. Toes + fingertips tingle since day 4 of C1, can button. 3 d of aching thighs after taxol, acetaminophen. Nausea G1. BP 142/86, urine protein neg. No nosebleed. No diarrhea, itch or rash. ANC 2.2, plt 180, ALT 44. Order of infusion: atezo, bev, taxol, carbo. All tolerated, 6 h chair. Premeds dex 20/diphen/famot. Next 3 wk, CT before C3. Pt asks about grapefruit, told avoid.`,
    },
    {
      day: -158,
      at: '10:00',
      kind: 'progress',
      title: 'Thoracic oncology, cycle 3',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
CT after 2 cycles: primary 5.0 -> 3.6; liver mets 3.1 -> 2.4, others smaller. Neuropathy worse, tingling to ankles, drops coins -> G2, paclitaxel reduce to 150. Appetite better. Wt +1.

# Exam
ECOG 1. Reflex ankle absent. Liver edge 1 cm. BP 138/84.

# Labs
ALT 41, AST 36, ALP 131, TSH 2.1, ANC 1.9, Hgb 10.7.

# A/P
1. NSCLC PR. C3 with dose-reduced taxane.
2. PN G2 paclitaxel: duloxetine 30.
3. LFT lower than at baseline, metastases shrinking, consistent.
4. bev: BP ok, protein neg.

# Meds
atorvastatin 20, dexamethasone w/ taxane only, ondansetron prn, lisinopril none. BP cuff at home.

# Social
Still drives mornings, knows not to with numb feet, sold the night shift. Wife Inês, son translates where words get long. Diet: less sugar since fatty liver talk. Beer none since C1.`,
    },
    {
      day: -116,
      at: '09:30',
      kind: 'progress',
      title: 'Maintenance cycle 5',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# S
Maintenance atezo (bev held: nosebleed 40 min last week, BP 164/98). More tired since ~10 d. R flank dull ache. Appetite less. No itch, no dark urine, no fever. No new pills, duloxetine 30 since 3 wk+, atorva since yrs.

# O
Wt 68.9 (-1.6). BP 150/90. Liver 3 cm below rib, tender. No icterus. Skin clear.

# L
ALT 71 (baseline 48, ULN 45), AST 80, ALP 210, bili 0.8, LDH 410 (was 230), CEA 61 (nadir 22).

# A/P
LFT rise small, mixed pattern, ALT 1.5x baseline. Differential: progression (LDH, CEA, pain) > atezo hepatitis > duloxetine. Give atezo today (all below hold limits), CT brought forward to 2-3 wk, LFT weekly. No steroid.

# Review
Stool 1/d, pale no. Urine normal. Sleep ok. No rash, no joint pain, no cough change. Feet numb as before. Nosebleed none since bev held.

${HISTORY}

# Home BP
Average 148/88 over 7 days; amlodipine 5 added by GP yesterday. Weight chart: 70.5 two visits ago. Appetite 60 %.`,
    },
    {
      day: -95,
      at: '10:50',
      kind: 'progress',
      title: 'Cycle 6, liver tests rising',
      format: 'html',
      carriage: 'binary',
      author: 'oncologist',
      text: `# Concern
ALT 118, AST 141, ALP 388, bilirubin 1.1. Right upper belly pain 4 of 10. Weight 67.4 kg. LDH 690, CEA 118.

# Discussion
ALT is 2.5 times his baseline and less than three times the limit, alkaline phosphatase leads. I have asked myself whether this is immune hepatitis. The pattern is cholestatic-infiltrative, tumor marker doubles, the liver is larger at palpation. Ordered triphasic CT tomorrow, hepatitis panel, ANA, SMA, IgG.

# Plan
- Atezolizumab given this morning before results were back, further doses on hold until CT.
- Atorvastatin and duloxetine stopped as a precaution.
- No steroid unless CT shows a stable liver.
- Oxycodone 5 mg for pain, senna.

# Review of systems
No fever, no itch, stool brown, urine clear. Sleeps on the left side because of the ache. No bleeding. Feet numb. Mood sober: he reads the tumor marker himself.

${HISTORY}

# Examination
ECOG 1–2, BP 138/84, temperature 36.9. Liver 4 cm below the ribs, edge nodular, tender. No icterus, no flap, no ascites. Skin without rash. Lungs clear.`,
    },
    {
      day: -92,
      at: '14:20',
      kind: 'imaging',
      title: 'CT abdomen, triphasic, and chest',
      format: 'pdf',
      carriage: 'binary',
      author: 'radiologist',
      text: `# Question
Rising liver enzymes on atezolizumab. Progression or hepatitis?

# Findings
Liver enlarged to 19 cm. The four known metastases have grown: segment VII 2.4 to 4.8 cm, segment V 1.6 to 3.3 cm, segment II 1.1 to 2.9 cm, segment VI 0.9 to 2.2 cm. At least eleven new lesions in both lobes, 0.8 to 2.5 cm, rim enhancing. No periportal edema, no gallbladder wall thickening. Mild dilatation of segmental ducts behind the segment II lesion. Portal vein patent. No ascites. New portacaval node 1.9 cm. Chest: primary 3.9 cm, before 3.4 cm; no pneumonitis.

# Impression
Marked hepatic progression, known lesions doubled and many new. The laboratory changes are accounted for by tumor. No imaging sign of hepatitis.

Adrenals, pancreas, spleen and kidneys normal. No biliary stone. Gastric wall normal. Bones: new 1 cm lytic lesion of the left iliac wing. Technique: arterial, portal venous and delayed phases, 110 mL contrast. Comparison with CT eleven weeks earlier. Dr Vasterling was told by telephone at 15:05. Target measurements are stored in the tumor table.`,
    },
    {
      day: -88,
      at: '09:15',
      kind: 'progress',
      title: 'Results discussion, change of therapy',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Summary
CT = liver PD. ALT 149 today, AST 165, ALP 430, bili 1.3, INR 1.0. Hep A/B/C/E neg, ANA neg, SMA neg, IgG nl. Enzyme rise tracks w/ metastases; not immune hepatitis, no steroid trial (discussed with hepatology by phone, they agree, biopsy unnecessary).

# Discussion
With wife + son interpreting. Stop atezolizumab for progression (not for toxicity). Options docetaxel +/- ramucirumab, trial, best supportive care. He wants docetaxel; grandson's christening in 2 months is his goal.

# Plan
- docetaxel 60 mg/m2 (reduced because of LFT), G-CSF
- port placement
- palliative care intro, pain 5/10 -> oxycodone 5-10
- bili > 1.5 -> hold docetaxel

# Exam
ECOG 2, wt 66.9, BP 140/84, liver tender 4 cm. No icterus/ascites. Feet numb, Romberg slightly unsteady.

# Meds
oxycodone 5 prn (2-3/d), senna, amlodipine 5. Atorvastatin, duloxetine off since last week.

${HISTORY}

# Understanding
Patient sums up in own words: "the tumor is in the liver and grows, the old drip did not hold it". Son agrees.`,
    },
    {
      day: -72,
      at: '08:30',
      kind: 'nursing',
      title: 'Docetaxel cycle 1',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `First docetaxel 60 mg/m2. ALT 163 AST 188 ALP 472 bili 1.6 day before - MD aware, borderline, ok to give after discussion (benefit/risk, pt wish). Dex 8 bid started yesterday as premed, not for any immune problem. Port L, good return. No reaction over 60 min. Pegfilgrastim on-body applied. Pain 4/10 on oxycodone. BM q2d, senna up. Skin/sclera no icterus seen by me. Temp rules reviewed. Wife to check feet, fluid retention.`,
    },
    {
      day: -51,
      at: '10:05',
      kind: 'telephone',
      title: 'Pre-cycle call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `ALT 88, ALP 330, bili 1.1: falling on docetaxel, Dr V pleased ("proof of the pudding that it was tumor"). Neutrophils fine w/ G-CSF. Diarrhea x2 d after chemo, 3/d, stopped w/ loperamide 1 dose, likely docetaxel; last atezo 6 wk ago; none now. Mouth sore 2 d. Fatigue 6/10. Comes tomorrow? no, today 13:00 for C2.

Meds: oxycodone 5 x2/d, amlodipine, senna held during diarrhea. Eats soup + bread. Wt home 66.5. T 36.7. Stool now formed x1. Feet as before. Rinse w/ salt water.`,
    },
    {
      day: -30,
      at: '09:40',
      kind: 'progress',
      title: 'Thoracic oncology, docetaxel cycle 3',
      format: 'rtf',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Went to the christening, danced one song. Pain 2 of 10. Numb feet to mid-shin, stable, walks with a stick outside. Nails sore from docetaxel. Eats half portions. No jaundice, no itch.

# Examination
ECOG 2. Weight 66.8 kg. Liver 4 cm below the ribs, less tender. Ankles slight edema. Chest clear.

# Results
ALT 62, AST 66, ALP 260, bilirubin 0.9, CEA 74.

# Assessment and plan
- Metastatic lung cancer, biochemical response to docetaxel in the liver. Cycle three.
- Neuropathy grade 2 from taxanes.
- No immune-related event during or after atezolizumab; last dose nine weeks ago, will keep eyes open until a year has passed.
- CT in three weeks. Hospice talk begun with his son present.

# Medicines
Oxycodone 5 mg twice daily, senna, amlodipine 5 mg, dexamethasone for three days around docetaxel, pegfilgrastim next day.

${HISTORY}

# Home
Wife has a stair rail fitted. Son drives. The christening photo was shown to everybody in the infusion room.`,
    },
    {
      day: -9,
      at: '11:30',
      kind: 'telephone',
      title: 'Results call to son',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `CT: liver mixed, two lesions larger; ALT 97, AST 121, ALP 341, bili 1.4 rising again w/ CEA 139 = PD. Son informed as patient wished. Appt with Dr V + palliative Thursday. Symptoms: more RUQ pain, oxycodone 10 now, sleepy afternoons, oriented. No fever. No bleeding. Home care referral placed.

Meds oxycodone 10 q6h prn x3/d, senna 2, amlodipine. Wt 65.2. Sleeps in recliner. Wife present in background, crying; chaplain offered. Interpreter booked for Thursday. Son knows ED signs: bleeding, confusion, fever.`,
    },
  ],
  episodes: [],
}
