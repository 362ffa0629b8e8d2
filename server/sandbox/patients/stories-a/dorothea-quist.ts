import { ALT, CORTISOL, FREE_T4, TSH } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `ONCOLOGY HISTORY (copied forward): squamous carcinoma of the left lower lobe found after a church choir X-ray screening. Lobectomy with systematic node dissection, pT2b pN2 (station 7), margins free, PD-L1 60 percent, no EGFR or ALK. Four cycles of carboplatin and paclitaxel; from the second on numb toes. Then adjuvant atezolizumab, sixteen doses planned.`

export const dorotheaQuist: Story = {
  id: 'dorothea-quist',
  name: { given: 'Dorothea', family: 'Quist' },
  gender: 'female',
  born: '1962-01-27',
  shows:
    'Thyrotoxic phase of thyroiditis (grade 2) on adjuvant atezolizumab that ends in hypothyroidism on levothyroxine.',
  diagnosis: 'Non-small cell lung cancer, squamous, stage IIIA, resected, PD-L1 60%',
  treatments: [
    {
      agents: ['carboplatin', 'paclitaxel'],
      charted: 'text',
      text: 'carboplatin AUC 6 IV + paclitaxel 200 mg/m2 IV',
      days: [-340, -319, -298, -277],
    },
    {
      agents: ['atezolizumab'],
      charted: 'local-code',
      text: 'Tecentriq 1200 mg IV q21d',
      days: [-240, -219, -198, -177, -156, -135, -114, -93, -72, -51, -30, -9],
    },
  ],
  problems: [
    { text: 'Paclitaxel-related sensory neuropathy, toes', day: -300 },
    { text: 'Paroxysmal supraventricular tachycardia, ablated', icd10: 'I47.1', day: -4000, status: 'resolved' },
    { text: 'Hypothyroidism', icd10: 'E03.9', day: -150 },
  ],
  drugs: [
    { text: 'propranolol 20 mg PO tid', from: -198, until: -160, reason: 'thyrotoxicosis' },
    { text: 'levothyroxine 75 mcg PO daily', from: -150, until: -93, reason: 'hypothyroidism' },
    { text: 'levothyroxine 100 mcg PO daily', from: -93, reason: 'hypothyroidism' },
    { text: 'gabapentin 300 mg PO nightly', from: -290, reason: 'neuropathy' },
  ],
  laboratory: [
    {
      ...TSH,
      values: [
        [-241, 1.9],
        [-220, 1.4],
        [-199, 0.02],
        [-184, 0.01],
        [-177, 0.03],
        [-156, 14.2],
        [-150, 48.6],
        [-114, 11.7],
        [-93, 8.9],
        [-51, 3.1],
        [-10, 2.6],
      ],
    },
    {
      ...FREE_T4,
      values: [
        [-241, 1.2],
        [-199, 3.4],
        [-184, 2.9],
        [-177, 1.6],
        [-156, 0.7],
        [-150, 0.4],
        [-114, 0.9],
        [-51, 1.3],
        [-10, 1.3],
      ],
    },
    {
      ...CORTISOL,
      values: [
        [-199, 16],
        [-150, 14.4],
      ],
    },
    {
      ...ALT,
      values: [
        [-241, 24],
        [-199, 31],
        [-150, 38],
        [-93, 92, 'haemolysed'],
        [-92, 27],
        [-10, 22],
      ],
    },
  ],
  notes: [
    {
      day: -240,
      at: '09:40',
      kind: 'progress',
      title: 'Oncology clinic, first adjuvant immunotherapy',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Diagnosis
Squamous NSCLC of the left lower lobe, pT2b pN2, R0 lobectomy, four cycles of carboplatin and paclitaxel finished five weeks ago. PD-L1 60 percent. No EGFR or ALK.

# Subjective
64-year-old church organist. Numb toes since the second taxane cycle, both feet, worse at night; it does not keep her from the pedals. Appetite back, weight steady. Breath good for gardening. No autoimmune disease. One aunt "had something with the thyroid".

# Past history
SVT ablated in her fifties, no palpitations since. Never smoked a pipe but cigarettes for thirty years, stopped at 58.

# Medications
- gabapentin 300 mg at night
- vitamin D 1000 IU

# Objective
ECOG 0–1. BP 126/70, pulse 68 regular, T 36.5, SpO2 97%, weight 66.2 kg. Thoracotomy scar fine. Thyroid not enlarged, no nodule. Vibration sense reduced at the toes.

# Assessment and plan
- Start atezolizumab 1200 mg every three weeks for up to sixteen doses.
- Neuropathy grade 1, from paclitaxel, before any immunotherapy.
- Baseline TSH 1.9, free T4 1.2, cortisol 15, troponin and CK normal.
- She has read the booklet and asked about the thyroid because of the aunt; told her that thyroid trouble is the most common gland problem and is easy to treat.`,
    },
    {
      day: -219,
      at: '08:30',
      kind: 'nursing',
      title: 'Infusion nurse assessment, cycle 2',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `C2 atezo. Pt ambulatory, A&Ox3. Denies: fever, cough (beyond post op tickle), SOB, CP, diarrhea, abd pain, rash, HA, vision change. Numbness toes same. Pain 0. Port none, 20G L forearm 1 stick, brisk return. Labs released by MD: ANC 3.1, plt 244, AST 22, ALT 24, Cr 0.7, TSH 1.4. First infusion went over 60 min w/o rxn so today 30 min. VS pre 36.6 72 124/72 97%, post 36.7 70 120/70 98%. Flushed, removed, gauze. Has toxicity card in purse. Next appt given. Reminded to call for fever > 38, > 3 extra stools, new SOB.`,
    },
    {
      day: -198,
      at: '10:15',
      kind: 'progress',
      title: 'Oncology clinic, cycle 3',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Since about ten days: heart racing, esp at night, hands shake when she plays, sweating, irritable per husband, lost 2.8 kg though eating more. Stools 2/d instead of 1, formed. No neck pain, no fever, no eye symptoms. No contrast CT since January, no biotin, no thyroid tablets in the house.

# ROS
Const +wt loss. CV +palp, no syncope. Resp neg. GI as above. Neuro tremor. Psych +restless. Rest neg.

# Exam
HR 108 reg, BP 142/68, T 37.0, wt 63.4. Fine tremor. Lid lag no. Thyroid 1.5x, soft, non tender, no bruit. Skin warm/moist. Reflexes brisk. ECG: sinus tach 106, no AF, QTc ok.

# Labs
TSH 0.02 (1.4 three wk ago), FT4 3.4 (0.8–1.8), FT3 8.1. TRAb sent. ALT 31. Cortisol 16.

# A/P
Thyrotoxicosis after 2 doses of atezolizumab = most likely thyroiditis, destructive; Graves less likely pending TRAb. Symptomatic, propranolol needed, limits her playing and shopping -> G2.
- propranolol 20 mg tid
- no antithyroid drug, no steroid
- proceed with cycle 3 today, she's stable, endocrine agrees by phone
- TFT q2-3 wk, expect a swing to hypo in 4-8 wk. Told her so in writing.`,
    },
    {
      day: -184,
      at: '15:20',
      kind: 'consult',
      title: 'Endocrinology e-consult',
      format: 'ccda',
      carriage: 'inline',
      author: 'specialist',
      text: `# Reason for consult
Suppressed TSH with raised free T4 on an anti-PD-L1 antibody, question Graves or thyroiditis, question treatment.

# History of present illness
Chart reviewed, patient not examined. Symptoms began about five weeks after the first atezolizumab infusion. Symptoms milder on propranolol, resting pulse now in the eighties. No orbitopathy described. She had an iodinated contrast study nine months ago, too remote to matter.

# Results
TSH 0.01, free T4 2.9 (falling from 3.4), TRAb negative, thyroglobulin 310, CRP 4. Ultrasound read as mildly enlarged, heterogeneous, low flow.

# Assessment
Painless destructive thyroiditis related to atezolizumab in its thyrotoxic phase. Low Doppler flow and negative antibodies speak against Graves disease, so thionamide would be useless.

# Plan of care
Keep the beta blocker until pulse is below 80, then taper in two weeks. Thyroid function every two to three weeks. When TSH rises above 10 or free T4 falls below the limit, start levothyroxine at about 1.2 mcg per kg; check a morning cortisol before that. Immunotherapy need not be interrupted.`,
    },
    {
      day: -177,
      at: '09:00',
      kind: 'nursing',
      title: 'Infusion visit, cycle 4',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Cycle 4 tecentriq. HR 82 on propranolol 20 tid, BP 118/66. Tremor nearly gone, sleeping 6 h, wt 63.9 (+0.5). Still sweaty in the evening. FT4 1.6 today, TSH 0.03 - pt asked why the TSH is "still broken", explained it lags. OK to treat per Dr V. Infused 30 min. No reaction. Propranolol: may go to bid from Sunday, then stop after a week if pulse under 80, she has a cuff at home and will write it down. Toes: same numbness. TFTs again in 3 wk, lab slip given. Pt verbalises understanding.`,
    },
    {
      day: -156,
      at: '11:10',
      kind: 'progress',
      title: 'Oncology clinic, cycle 5',
      format: 'html',
      carriage: 'binary',
      author: 'oncologist',
      text: `# Interval history
Off propranolol since four days, no palpitations. Now the other way: tired, cold, wears a cardigan in June. Constipated. Weight 65.8 kg.

# Review of systems
Template: general negative, heart negative, lungs negative, bowel negative, skin negative, nerves negative.

# Examination
Pulse 62, BP 130/82. Skin dry. Thyroid small. Ankle reflexes slow. Lungs clear, scar quiet.

# Laboratory
| Date | TSH | Free T4 |
| cycle 1 | 1.9 | 1.2 |
| cycle 3 | 0.02 | 3.4 |
| cycle 4 | 0.03 | 1.6 |
| today | 14.2 | 0.7 |

# Impression
Thyroiditis from atezolizumab turning into hypothyroidism as foretold. One value is not enough for me to start on; repeat in six days with cortisol.

# Plan
Cycle 5 today. Phone her with the repeat.

# Medications
Gabapentin 300 mg at night, vitamin D. No lithium, no amiodarone, no biotin. Diet with fish twice weekly.

${HISTORY}

# Social
Plays two services on Sunday, her husband turns pages. Stairs to the gallery slower than in spring. She has stopped driving at night because she nods off.`,
    },
    {
      day: -150,
      at: '16:45',
      kind: 'telephone',
      title: 'Result call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `TSH 48.6, FT4 0.4, cortisol am 14.4 (fine). Called pt w/ results per MD. She "could sleep standing", puffy eyes in the AM, voice deep, husband drives her. Needs naps, not cooking. No CP, no confusion, temp 36.1.

New Rx levothyroxine 75 mcg, take on empty stomach w/ water, 30-60 min before breakfast, 4 h away from calcium. Teach back done. Recheck TSH/FT4 5-6 wk. Treatment goes on, no hold. Pharmacy: Linden St.`,
    },
    {
      day: -114,
      at: '10:00',
      kind: 'progress',
      title: 'Oncology clinic, cycle 7',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      charset: 'windows-1252',
      text: `# HPI
On levothyroxine 75 mcg for five weeks. Energy 70 % back. Less puffy. Bowel regular. She played a wedding last Saturday.

[copied forward from cycle 3 note] Since about ten days: heart racing, esp at night, hands shake when she plays, sweating, irritable per husband, lost 2.8 kg though eating more.

# Objective
Pulse 66, BP 128/78, weight 66.9 kg, T 36.4. Thyroid not palpable. Face less full. Lungs clear, no nodes. Toes numb to monofilament, stable.

# Data
TSH 11.7, FT4 0.9. CT chest last week: postoperative change only, no relapse.

# Assessment
1. NSCLC stage IIIA, no evidence of disease, atezolizumab cycle 7 today.
2. Hypothyroidism after immune thyroiditis, grade 2, on replacement; dose not enough yet, but rising slowly – leave, recheck in 3 wk.
3. Neuropathy from taxane, unchanged.

# Medications
Levothyroxine 75 mcg at six in the morning, gabapentin 300 mg at night, calcium with supper (four hours apart, she checked). No over-the-counter product with biotin.

${HISTORY}

# Patient questions
Whether the thyroid can recover (unlikely), whether the cancer drug must stop (no), whether hair will grow thicker (yes, in months).`,
    },
    {
      day: -92,
      at: '13:30',
      kind: 'telephone',
      title: 'Lab call, repeat sample',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Yesterday's ALT 92 was flagged by lab: specimen grossly haemolysed (difficult stick, pulled through 24G). Repeat today ALT 27, AST 24, K 4.1 = normal. No liver problem, told pt who had seen the red number on the portal and was frightened. TSH 8.9 -> levothyroxine up to 100 mcg per Dr V, new script sent. Cycle 8 was given yesterday. She has no other complaints: no itching, urine clear, no RUQ pain, appetite good.`,
    },
    {
      day: -51,
      at: '09:25',
      kind: 'progress',
      title: 'Oncology clinic, cycle 10',
      format: 'rtf',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Well. Levothyroxine 100 mcg for six weeks, no palpitations, no cold intolerance. Walks 5 km. Weight 66.0. Slight dry mouth in the evening that she blames on gabapentin. Denies cough, loose stool, rash, joint pain or headache.

# Exam
Looks ten years younger than in summer. HR 70, BP 122/74, SpO2 98%. Neck free. Chest clear. Abdomen soft. No edema.

# Results
TSH 3.1, FT4 1.3, glucose 96, creatinine 0.7, liver panel normal, Hgb 12.7.

# Plan
Hypothyroidism well replaced, lifelong, GP informed that TSH should be checked twice a year. Cycle 10 today and on. CT chest before cycle 13. Flu and pneumococcal vaccines this month at the GP.

# Medications
- levothyroxine 100 mcg on waking
- gabapentin 300 mg at night
- calcium and vitamin D with supper
- artificial saliva spray, bought by herself, twice used

${HISTORY}

# Function
Cooks, shops, plays, sings alto when the alto is ill. Numb toes as before. Sleeps seven hours. Drinks tea, no alcohol.`,
    },
    {
      day: -9,
      at: '08:50',
      kind: 'nursing',
      title: 'Infusion visit, cycle 12',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `C12 atezolizumab 1200. Tox screen: fatigue 1/10, stools 1/d, no cough/SOB, skin ok, mouth bit dry hs, mood good. TSH 2.6 FT4 1.3 on LT4 100. Took this am at 6 w/ water. VS 36.5/68/120/72/98% wt 66.1. IV R hand x1. Infused over 30 min no sx. AVS printed; next visit w/ MD + CT. Asked if she can stop the thyroid pill "now that it is fixed" - no, explained the gland does not come back usually.`,
    },
  ],
  episodes: [
    {
      term: 'hyperthyroidism',
      grade: 2,
      attribution: 'immunotherapy',
      status: 'historical',
      onsetDay: -208,
      resolvedDay: -160,
      because: 'TSH 0.02, free T4 3.4, symptoms, propranolol, "G2", thyroiditis from atezolizumab.',
    },
    {
      term: 'hypothyroidism',
      grade: 2,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -156,
      because: 'TSH 48.6, levothyroxine since then, "grade 2, on replacement".',
    },
  ],
}
