import { ALT, FREE_T4, TSH } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

export const desmondKwan: Story = {
  id: 'desmond-kwan',
  name: { given: 'Desmond', family: 'Kwan' },
  gender: 'male',
  born: '1970-03-15',
  shows:
    'Toripalimab begun in another country and known from words only, charted here later; immune hepatitis abroad (grade 3), hypothyroidism here that neck radiation may explain as well.',
  diagnosis: 'Nasopharyngeal carcinoma, recurrent in the neck and metastatic to bone',
  treatments: [
    {
      agents: ['toripalimab'],
      charted: 'rxnorm',
      text: 'toripalimab-tpzi 240 mg IV q3w',
      days: [-105, -84, -63, -42, -21],
    },
    {
      agents: ['denosumab'],
      charted: 'text',
      text: 'denosumab 120 mg SC',
      days: [-105, -77, -49, -21],
    },
  ],
  problems: [
    { text: 'Xerostomia after radiotherapy', icd10: 'K11.7' },
    { text: 'Sensorineural hearing loss after cisplatin and radiotherapy' },
    { text: 'Hepatitis B surface antigen carrier', icd10: 'B18.1' },
    { text: 'Hypothyroidism', icd10: 'E03.9', day: -63 },
  ],
  drugs: [
    { text: 'entecavir 0.5 mg PO daily', from: -900 },
    { text: 'levothyroxine 50 mcg PO daily', from: -62, until: -21, reason: 'hypothyroidism' },
    { text: 'levothyroxine 88 mcg PO daily', from: -21, reason: 'hypothyroidism' },
    { text: 'pilocarpine 5 mg PO TID', from: -1200 },
    { text: 'calcium carbonate 1000 mg with vitamin D PO daily, evening', from: -105 },
    { text: 'hydrocortisone 2.5% cream to forearms BID', from: -84, until: -60, reason: 'rash' },
  ],
  laboratory: [
    {
      ...ALT,
      values: [
        [-119, 29],
        [-105, 31],
        [-84, 27],
        [-63, 33],
        [-42, 30],
        [-31, 30],
        [-21, 28],
      ],
    },
    {
      ...TSH,
      values: [
        [-119, 5.1],
        [-84, 8.9],
        [-63, 24.6],
        [-21, 7.4],
      ],
    },
    {
      ...FREE_T4,
      values: [
        [-119, 1.0],
        [-84, 0.8],
        [-63, 0.6],
        [-21, 1.0],
      ],
    },
  ],
  notes: [
    {
      day: -120,
      at: '10:30',
      kind: 'consult',
      title: 'New patient, head and neck oncology',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Why he comes
Ship's engineer who moved here six weeks ago to live with his daughter; wants to go on with treatment that was begun in Guangzhou. Speaks Cantonese and ship English, daughter translates by telephone from the hospital interpreter line when needed.

# Oncologic history (from a folder of papers and from memory)
Nasopharyngeal carcinoma, keratin negative, EBV positive, T3N2, seven years ago. Chemoradiation 70 Gy with weekly cisplatin. Well for five years. Last year neck node and three bone lesions (T8, left iliac, rib). Six cycles of gemcitabine with cisplatin and toripalimab, then toripalimab alone. By his count he had eleven or twelve infusions of "tripalimab", the last about seven weeks before today. We have no administration record; the hospital letter is on its way.

# What he tells of side effects
- After the fourth treatment "the liver number was high" and he got a drip of steroid for a week and tablets for a month; the antibody was paused for two months and then restarted without trouble. He is a hepatitis B carrier on entecavir and was told it was "not the virus".
- Deaf in the high tones since the first cisplatin.
- Mouth dry since radiation.
- No cough, no diarrhea.

# Examination
ECOG 1, 66 kg, BP 128/82. Neck woody, left level II node 1.6 cm. Nose crusts. Tongue dry. Abdomen normal. Skin normal. Reflexes brisk.

# Assessment and plan
1. Recurrent, metastatic nasopharyngeal carcinoma, apparently responding to toripalimab given elsewhere.
2. Past hepatitis under toripalimab, details needed before I write an order. Pharmacy to see the batch papers.
3. Hepatitis B: continue entecavir, DNA and surface antigen today.
4. Baseline TSH, cortisol, ALT, glucose, EBV DNA, MRI neck, PET.
5. Dental check before denosumab.`,
    },
    {
      day: -112,
      at: '16:20',
      kind: 'progress',
      title: 'Outside records summary',
      format: 'pdf',
      carriage: 'binary',
      author: 'coordinator',
      text: `# Outside letter, translated
Sworn translation of a discharge letter from the cancer hospital in Guangzhou, summarized for Dr Vasterling by P. Halvorsen.

# Treatment given there
Toripalimab 240 mg every 3 weeks with gemcitabine 1000 mg/m2 day 1 and 8 and cisplatin 80 mg/m2 day 1 for six cycles, then toripalimab alone, twelve doses in all. Last dose eight weeks ago.

# Adverse events reported there
- Day 21 after dose 4: ALT 287 U/L (limit 40), AST 190, bilirubin 1.1 mg/dL, no symptoms. HBV DNA below 20 IU/mL on entecavir. Ultrasound normal. Their conclusion: immune-related hepatitis, grade 3. Methylprednisolone 80 mg by vein for six days, prednisone taper for five weeks. ALT 36 at the end. Toripalimab was restarted at dose 5 after nine weeks, no recurrence in eight further doses.
- Neutropenia grade 3 from gemcitabine.
- Nausea grade 2 from cisplatin.

# Not in the letter
Thyroid tests. Batch numbers. Images (a disk will be sent).

# Medicines taken there
Entecavir 0.5 mg daily throughout. Silymarin tablets for liver protection for three months. Thymosin injections for one month. Tropisetron. Traditional decoction twice, contents not stated.

# Laboratory table of the letter
| Time | ALT | AST | Bilirubin |
| before dose 1 | 24 | 22 | 0.6 |
| dose 4, day 21 | 287 | 190 | 1.1 |
| steroid day 6 | 140 | 71 | 0.9 |
| week 5 | 36 | 30 | 0.6 |
| dose 12 | 27 | 25 | 0.6 |

# Questions sent back
Thyroid function, vaccination, cumulative cisplatin, hearing tests, the disk. The original and the translation are scanned under outside records.`,
    },
    {
      day: -105,
      at: '09:45',
      kind: 'progress',
      title: 'Head and neck oncology, first dose here',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# S
No complaints but dry mouth, high tone deafness, tired after lunch. Back T8 pain 1/10.

# O
66.2 kg, BP 126/80, neck node 1.5, rest as last wk.

# Data
ALT 31, bili 0.6, HBV DNA <10, HBsAg +, TSH 5.1 (lim 4.5), FT4 1.0, cortisol 13.8, EBV DNA 120 copies. PET: node SUV 4, bone lesions cold. MRI: no local recurrence, temporal lobes ok.

# ROS
ENT per HPI. GI, resp, skin, MSK, neuro otherwise neg.

# A/P
1. NPC: continue toripalimab 240 q3w = dose 13 overall, 1st HERE. Authorised as continuation.
2. Hx immune hepatitis G3 on torip. abroad, resolved, rechallenged OK x8 -> ALT every visit, hold at > 3x.
3. TSH 5.1 mild; neck got 70 Gy, so thyroid may simply be burnt; recheck w/ each dose. No treatment.
4. HBV entecavir lifelong while on tx.
5. Denosumab 120 + Ca/vit D; dental ok.
6. Audiology; no more cisplatin.

# Meds
entecavir 0.5, pilocarpine 5 tid, Ca/D (new). No herbals he says (daughter raises eyebrow).

# Exam detail
CN: hearing aid none yet, VII ok, XII ok (RT late effect watch). Trismus 28 mm. No ptosis. Skin no rash. Liver not palp. Reflexes brisk, gait nl.

Labs also: Hgb 12.6, plt 178, gluc 96, Cr 0.9, CK 140, Ca 9.5, lipase 30. ECG sinus. Consent form in Chinese, interpreter ID logged.`,
    },
    {
      day: -84,
      at: '10:05',
      kind: 'nursing',
      title: 'Infusion visit, second here',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Torip dose 2 here (14 total per pt calendar). Interp on phone. Itchy red small bumps both forearms + backs of hands x8 d, started after gardening w/out sleeves, ?sun ?drug. Not painful, no blisters, mouth no sores beyond dry. Estimate < 5% BSA, photos uploaded. No fever. Dr V looked: maculopapular, G1, HC cream bid, sleeves, ok to treat.

VS 36.4 / 64 / 130/84 / 98. Wt 67.0 (+0.8). ALT 27. TSH 8.9 FT4 0.8 sent after. Meds: entecavir (shows bottle), pilocarpine, Ca/D. 22G R FA, 30 min, no reaction. Daughter asks re flights: ok.`,
    },
    {
      day: -63,
      at: '09:30',
      kind: 'progress',
      title: 'Head and neck oncology, third dose here',
      format: 'rtf',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Rash of the forearms faded within ten days of hydrocortisone cream and sleeves. More tired; cold in a warm kitchen; constipated; the daughter finds him slow in answering, which is not only the hearing. Weight plus two kilograms.

# Examination
Pulse 56, BP 132/88, skin dry, face slightly puffy, ankle reflex with slow return. Thyroid not palpable in the fibrous neck. Voice as before.

# Results
TSH 24.6 (5.1, then 8.9), FT4 0.6, TPO antibodies negative. Cortisol 12.9. ALT 33. Cholesterol 261.

# Assessment
Overt hypothyroidism, symptomatic, grade 2. Two candidates: 70 Gy to the lower neck seven years ago, which reaches the thyroid in half the patients and slowly, and the antibody, in which a rise from 5 to 24 within six weeks would be typical. Negative antibodies help neither. I leave the cause open, treatment is the same.

# Plan
- levothyroxine 50 mcg in the morning, calcium in the evening and not together
- TSH in six weeks
- toripalimab continues, dose given today
- rash grade 1, over

# Medicines
Entecavir 0.5 mg, pilocarpine 5 mg three times, calcium with vitamin D in the evening.

# Review of systems
Mouth dry, needs water for rice. Swallow fair. Hearing poor. No cough, no breathlessness. Bowel every second day. Joints stiff for ten minutes. Mood flat. No headache, fields full.

# Considered
Pituitary failure: TSH would not be high. Lithium or amiodarone: none. Iodine contrast: PET only, without. Biotin: none.`,
    },
    {
      day: -42,
      at: '10:10',
      kind: 'nursing',
      title: 'Infusion visit, fourth here',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Dose 4 here. LT4 50 since 3 wk, takes 06:00 w/ hot water (not tea), Ca at supper - good. Less cold. BM q1-2d. Skin clear, sleeves on. Hearing aid fitted, complains about the price. T8 pain 0. No cough/SOB. ALT 30. VS 36.5/62/128/82/98, wt 67.8. No rxn. Jaw: no pain, dentist q3mo. Next w/ MD + TSH.

Interpreter ID on file. Pt asked nurse whether "the other liver sickness" could come back at any dose: yes possible, hence blood test each time; dark urine, yellow eyes, no appetite = call. Daughter repeated back.

Screen for hepatitis sx: appetite ok, urine pale, stool brown, eyes white. Photos for skin compare: forearms clear. Speech slower? daughter says "better but not finished". Pulse ox 98. Infusion chair talk: he misses the engine room, volunteers at the maritime museum Tues. Flu vaccine given L arm. Weight trend 66 / 67 / 67.8 -> LT4 just started.`,
    },
    {
      day: -38,
      at: '17:30',
      kind: 'telephone',
      title: 'Pharmacist call',
      format: 'plain',
      carriage: 'inline',
      author: 'coordinator',
      text: `Clinic pharmacist D. Aurell rang: local herbalist has sold pt a "liver tea" (package photo: contains he shou wu / Polygonum multiflorum, hepatotoxic). Pt drank 4 d. Advised to stop; explained that with past hepatitis + HBV this muddies everything. ALT in 1 wk: added (lab order in). Pt apologised, thought it would help. No symptoms. Interaction entecavir/LT4 none else. Documented so that any ALT rise in next 4 wks is read with this in mind.

Call repeated w/ interpreter 18:05. Pt confirmed: tea from shop on Harbor St, 2 cups/d, bag brought to pharmacy for photo. No jaundice, no itch, no nausea. No alcohol. Other OTC: none; balm for shoulder (menthol). D. Aurell to send letter to shop. Addendum one week later: ALT 30, normal. Note to Dr V.`,
    },
    {
      day: -30,
      at: '15:50',
      kind: 'message',
      title: 'Portal message',
      format: 'plain',
      carriage: 'inline',
      author: 'coordinator',
      charset: 'utf-16',
      text: `Written by the daughter for her father: "Blood test was fine they told us (liver 30). He wants to say sorry about the tea again. Three questions. 1. May he eat the liver pate from the Christmas market? 2. His friend on the same medicine from home, in Guangzhou, lost his voice and got a rash on the whole body, should we look for this? 3. He sleeps better with the thyroid tablet, can he take two?"

Answer, seen by Dr Vasterling: 1. Yes, in human amounts. 2. Tell us about any rash or lasting hoarseness, he has neither now, and what the friend had belongs to the friend. 3. No, one tablet; the blood test at the next visit decides. P. Halvorsen`,
    },
    {
      day: -21,
      at: '09:50',
      kind: 'progress',
      title: 'Head and neck oncology, fifth dose here',
      format: 'ccda',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval history
Better in every way. Answers quicker, walks along the quay. Tea stopped. Mouth dry as always. No new pain.

# Objective
Weight 66.5 kg, pulse 66, reflexes normal, skin clear, neck node 1.2 cm.

# Results
ALT 30 then 28, HBV DNA below 10, TSH 7.4, FT4 1.0, EBV DNA undetectable, calcium 9.4.

# Assessment and plan
- Nasopharyngeal carcinoma in partial response, toripalimab dose 17 by count (12 abroad and five here).
- Hypothyroidism grade 2, radiation or toripalimab, on levothyroxine; raise to 88 mcg, TSH in six weeks.
- Immune-related hepatitis grade 3 in the past, abroad, resolved, no recurrence with transaminases at each visit.
- Rash grade 1 of the forearms, past.
- Disk with images arrived; radiology imports it.

# Review of systems
Dry mouth, hearing with aid fair, no hoarseness, no cough, bowels daily now, no itch, no joint swelling, no numbness.

# Medicines
Entecavir 0.5 mg, levothyroxine 88 mcg from tomorrow, pilocarpine, calcium evening, denosumab every four weeks. No teas.

# Social
Museum volunteer two days a week. Lives with daughter and two grandchildren who translate him into the local idiom.`,
    },
    {
      day: -6,
      at: '13:15',
      kind: 'imaging',
      title: 'PET-CT',
      format: 'plain',
      carriage: 'inline',
      author: 'radiologist',
      text: `FDG PET-CT VERTEX TO THIGH

Hx: NPC recurrent, on toripalimab. Comparison: PET four months ago, outside CT of last year now available.

Neck: left level II node 11 mm, SUV max 2.6 (4.0). Nasopharynx: post-treatment asymmetry, no focal uptake. Thyroid small, diffusely low, CT density reduced, no focal uptake, consistent with treated or atrophic gland; no diffuse hot gland to suggest active thyroiditis.
Chest: no nodule, no ground glass, no hot hilar nodes.
Abdomen: liver homogeneous, normal. Colon physiologic. Adrenals normal.
Bone: T8, left iliac, rib 6 sclerotic without uptake.

IMPRESSION: Further metabolic response. No sign of immune-related inflammation in lung, liver or bowel.

TECHNIQUE: 312 MBq FDG, glucose 98, uptake 61 min, low-dose CT. Background liver SUV mean 2.3, mediastinum 1.6.

OTHER: Physiologic uptake of brain, heart, urinary tract. Muscle symmetric. Parotids low in uptake bilaterally as after radiation. Mandible without focus, dental status poor on the left, no sign of osteonecrosis. Coronary calcification.`,
    },
  ],
  episodes: [
    {
      term: 'hepatitis',
      grade: 3,
      attribution: 'immunotherapy',
      status: 'historical',
      onsetDay: -379,
      resolvedDay: -320,
      because: 'Outside letter: ALT 287 with a limit of 40, "immune-related hepatitis, grade 3", methylprednisolone.',
    },
    {
      term: 'hypothyroidism',
      grade: 2,
      attribution: 'uncertain',
      status: 'present',
      onsetDay: -84,
      because: 'TSH 24.6, free T4 0.6, "grade 2", "radiation or toripalimab".',
    },
    {
      term: 'rash-maculopapular',
      grade: 1,
      attribution: 'uncertain',
      status: 'historical',
      onsetDay: -92,
      resolvedDay: -70,
      because: '"maculopapular, G1", less than 5 percent of body surface, "?sun ?drug".',
    },
  ],
}
