import { CREATININE, CRP, POTASSIUM } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `H&N HISTORY (copied forward): p16 positive carcinoma of the right tonsil, cT2 N2, 70 Gy with weekly cisplatin in 2021, feeding tube for eight months. Dry mouth and stiff neck since. Relapse last year in the right neck and two lung nodules, biopsy confirmed, CPS 25. Pembrolizumab alone as first line of relapse. No inflammatory bowel disease in person or family, colonoscopy 2019 with one polyp.`

export const kwameSorensen: Story = {
  id: 'kwame-sorensen',
  name: { given: 'Kwame', family: 'Sorensen' },
  gender: 'male',
  born: '1952-02-09',
  shows:
    'Hard negative: diarrhoea on pembrolizumab that is Clostridioides difficile after antibiotics, cured by vancomycin.',
  diagnosis: 'Oropharyngeal squamous cell carcinoma, p16 positive, recurrent',
  treatments: [
    {
      agents: ['pembrolizumab'],
      charted: 'hcpcs',
      text: 'pembrolizumab 200 mg IV q3w',
      days: [-190, -169, -148, -127, -106, -64, -43, -22],
    },
  ],
  problems: [
    { text: 'Clostridioides difficile colitis', icd10: 'A04.72', day: -92, status: 'resolved' },
    { text: 'Xerostomia after radiation 2021', day: -1400 },
    { text: 'Hypertension', icd10: 'I10' },
    { text: 'Percutaneous gastrostomy, removed 2022' },
  ],
  drugs: [
    { text: 'amoxicillin-clavulanate 875 mg PO bid', from: -108, until: -98, reason: 'dental abscess' },
    { text: 'vancomycin 125 mg PO qid x10 days', from: -91, until: -81, reason: 'C. difficile' },
    { text: 'pilocarpine 5 mg PO tid', from: -1300, reason: 'radiation xerostomia' },
    { text: 'amlodipine 10 mg PO daily', from: -2000 },
  ],
  laboratory: [
    {
      ...CRP,
      values: [
        [-191, 6],
        [-107, 9],
        [-92, 118],
        [-84, 21],
        [-65, 5],
      ],
    },
    {
      ...CREATININE,
      values: [
        [-191, 1.0],
        [-107, 1.0],
        [-92, 1.3],
        [-84, 1.0],
        [-23, 1.0],
      ],
    },
    {
      ...POTASSIUM,
      values: [
        [-107, 4.0],
        [-92, 3.2],
        [-84, 4.0],
      ],
    },
  ],
  notes: [
    {
      day: -190,
      at: '10:00',
      kind: 'progress',
      title: 'Head and neck clinic, pembrolizumab start',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# HPI
74M, p16+ tonsil ca treated w/ cisplatin-RT 2021, recurrence in neck level III + two lung nodules. CPS 25. First line pembro mono.

# Symptoms
Dry mouth since radiation, needs water with every bite, pilocarpine helps some. Wt stable 77 kg. Hoarse no.

# Exam
ECOG 1. Neck woody on R (fibrosis), 2.2 cm node L III. Oropharynx: no visible tumor, dry mucosa, teeth poor (#18, #19 carious). Chest clear.

# A/P
- pembro 200 q3w
- xerostomia = RT, pre-existing, grade 2, document as baseline so nobody blames pembro
- dental review: extraction risk ORN, coordinate with oral surgery before they hurt
- BP ok
- counsel irAE, wallet card, hotline

# Meds
amlodipine 10, pilocarpine 5 tid, fluoride gel. NKDA.

# Social
Retired bus driver, church cook, wife retired LPN, 4 kids. Ex smoker 20 pk-yr. No alcohol since RT. Walks 3 km. Brother w/ lung ca elsewhere. Voice fine, swallow study 2022 minimal residue. TSH 3.1 after neck RT. Weight 77.0.`,
    },
    {
      day: -148,
      at: '09:15',
      kind: 'nursing',
      title: 'Infusion visit 3',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Pembro #3. Pt in good spirits, brought plantain chips for the staff that he cannot eat himself (dry mouth). BM 1/d. No itch, no cough, no SOB. Neck node "softer". Tooth L lower aches on cold. VS 36.7/78/140/82/97. Wt 77.1. TSH 3.0, ALT 18, Cr 1.0. 30 min IV R AC, no rxn. Reminded dentist appt (has cancelled twice). Next 3 wk with CT.`,
    },
    {
      day: -108,
      at: '16:00',
      kind: 'telephone',
      title: 'Dental call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Oral surgery called: dental abscess #19, incised, started amoxicillin-clavulanate 875 bid x10 d. Extraction deferred until HBO opinion because of prior RT. They ask if pembro is a problem: no, ok to treat infusion day -2 days if afebrile. T today 37.4. Pt can eat soft. Told pt: take with food, probiotic not needed, call if rash or loose stools.`,
    },
    {
      day: -93,
      at: '08:35',
      kind: 'telephone',
      title: 'Triage, diarrhea',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Loose foul watery stools x3 d, 8 yesterday (baseline 1), 3 overnight, cramps low belly, T 38.2 at home. On pembro (#5 13 d ago). Finished Augmentin 5 d ago! No blood. No one else ill. Wife wearing gloves already (retired LPN).

Per algorithm: possible immune colitis vs C diff. To urgent clinic today for stool C diff FIRST, labs, fluids. No loperamide. No steroid until test back per Dr V. Bring sample in sealed cup.`,
    },
    {
      day: -92,
      at: '11:10',
      kind: 'progress',
      title: 'Urgent clinic',
      format: 'html',
      carriage: 'binary',
      author: 'oncologist',
      text: `# Reason
Diarrhea eight a day with fever, on pembrolizumab, recent antibiotic.

# Findings
Looks unwell, T 38.4, BP 108/64, HR 104, dry. Abdomen distended and tender in the left lower quadrant, no peritonism. Stool green, foul.

# Results
| Test | Value |
| WBC | 19.8 |
| Creatinine | 1.3 (usual 1.0) |
| K | 3.2 |
| CRP | 118 |
| C. difficile GDH | positive |
| C. difficile toxin A/B EIA | positive |
| Enteric PCR panel | otherwise negative |

# Assessment
Clostridioides difficile colitis, severe by white count, after amoxicillin-clavulanate. This is infection. Checkpoint inhibitor colitis was considered and is not supported: toxin positive, right timing after the antibiotic, leukocytosis. No steroids.

${HISTORY}

# Plan
- vancomycin 125 mg by mouth four times a day for ten days
- 1.5 L saline with potassium, home if drinks (wife is a nurse), see in 48 h
- pembrolizumab due this week postponed until well, not for toxicity
- if no better on day five: flexible sigmoidoscopy to look for immune colitis on top`,
    },
    {
      day: -89,
      at: '10:25',
      kind: 'telephone',
      title: '72 h call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Day 3 vanco PO: stools 8 -> 4 -> 2 soft, afebrile since yesterday, eating rice + broth. No blood. Wife bleaching bathroom. Told to finish all 10 d. Flex sig not needed per Dr V since prompt response, supports C diff alone. Next labs Friday.

Meds: vanco solution 125 qid (tastes bitter, mixes w/ juice), amlodipine held, pilocarpine. Intake 2 L. Urine clear. Wife: BP 126/74, T 36.8. Hands soap + water not gel. Call back in 4 d, sooner if > 4 stools or fever.`,
    },
    {
      day: -64,
      at: '09:50',
      kind: 'progress',
      title: 'Head and neck clinic, pembrolizumab 6',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
C diff cured, 1 formed BM/d for 2.5 wk after end of vancomycin. Weight back to 76.4. Tooth #19 out under HBO w/o complication, no antibiotics given.

# ROS
Dry mouth same as for 3 years. Diarrhea none. Cough none. Skin ok. Energy fair.

# Exam
Node L III 1.0 cm. Socket healing, mucosa closed. Abd soft NT. R neck fibrosis.

# Labs
WBC 6.4, CRP 5, Cr 1.0, K 4.1, TSH 3.4, ALT 20, calprotectin 38.

# A/P
1. HNSCC PR on CT; pembro #6 today after 6 wk gap.
2. Infectious colitis resolved. No irAE to date. Chart problem list corrected: somebody coded "ICI colitis" from the triage note, removed.
3. Use narrow antibiotics in future.
4. recurrence risk C diff 20%: call early.

# Meds
amlodipine 10 restarted, pilocarpine 5 tid, fluoride gel, NO antibiotics now. Dental: socket review in 4 wks, prophylaxis only if bone exposed.

${HISTORY}

# Social
Cooks again. Weight back. Wife keeps a stool diary, shows it proudly: 19 days type 4, once per day. Flu shot done. Walks 4 km.`,
    },
    {
      day: -43,
      at: '08:55',
      kind: 'nursing',
      title: 'Infusion visit 7',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `#7. No diarrhea since C diff in the autumn. BM 1/d formed. Mouth dry (RT). Eats puree + soft fish. VS 36.5/74/136/80/97 wt 77.0. Labs ok per parameters. No new meds, no antibiotics. 30 min w/o rxn. Wife asks whether the pembro caused the C diff - explained antibiotic did. Next 3 wk.

VS repeated after 10 min sitting, same. Labs Cr 1.0, K 4.1, ALT 19, TSH 3.5. Stool diary type 4. Wallet card present. Flu shot done in Oct. IV R hand 24G, slow but ok. Left with wife.`,
    },
    {
      day: -22,
      at: '10:40',
      kind: 'progress',
      title: 'Head and neck clinic, pembrolizumab 8',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Subjective
Fine. Cooks again for church suppers. Dry mouth unchanged, pilocarpine three times a day. Stool once daily. No cough or breathlessness. His brother, who has lung cancer and is on nivolumab in another town, had to stop for bad colitis last month and so Kwame is worried about his own bowel.

# Objective
Weight 77.3 kg. Neck node no longer palpable. Mucosa dry, no candida. Abdomen soft. Chest clear.

# Assessment and plan
- Recurrent oropharynx cancer in near complete response, continue.
- No immune-related toxicity in eight doses. The colitis in the story is the brother's.
- Reassured; same rule as before: more than three extra stools a day, call and bring a sample.
- Thyroid after neck radiation: TSH 3.6, follow every three months.

# Medicines
Amlodipine 10 mg, pilocarpine 5 mg three times a day, fluoride gel. No antibiotic since the tooth. Allergies none.

${HISTORY}

# Numbers
Creatinine 1.0, potassium 4.2, ALT 18, hemoglobin 12.9, cortisol 13. BP 136/78, pulse 72, saturation 97%. Weight up by half a kilo.`,
    },
  ],
  episodes: [],
}
