import { FREE_T4, TSH } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

export const gideonArmitage: Story = {
  id: 'gideon-armitage',
  name: { given: 'Gideon', family: 'Armitage' },
  gender: 'male',
  born: '1959-06-06',
  shows:
    'Left the cohort: last nivolumab fifteen months ago (a later dose is entered in error). Hypothyroidism from that time persists; a new TSH rise now comes from calcium and iron taken with levothyroxine.',
  diagnosis: 'Melanoma of the scalp, stage IIIC, adjuvant nivolumab completed',
  treatments: [
    {
      agents: ['nivolumab'],
      charted: 'contained',
      text: 'nivolumab 480 mg IV q4w',
      days: [-792, -764, -736, -708, -680, -652, -624, -596, -568, -540, -512, -484, -456],
    },
    {
      agents: ['nivolumab'],
      charted: 'text',
      text: 'nivolumab 480 mg IV, charted for the wrong patient',
      days: [-92],
      status: 'entered-in-error',
    },
  ],
  problems: [
    { text: 'Hypothyroidism after nivolumab thyroiditis', icd10: 'E03.2', day: -652 },
    { text: 'Iron deficiency, colon polyp removed', icd10: 'D50.9', day: -120 },
    { text: 'Osteopenia', icd10: 'M85.80' },
  ],
  drugs: [
    { text: 'levothyroxine 100 mcg PO daily', from: -640, until: -600, reason: 'hypothyroidism' },
    { text: 'levothyroxine 125 mcg PO daily', from: -600, reason: 'hypothyroidism' },
    { text: 'ferrous sulfate 325 mg PO daily', from: -118, until: -30, reason: 'iron deficiency' },
    { text: 'calcium carbonate 1250 mg with vitamin D PO daily', from: -118 },
  ],
  laboratory: [
    {
      ...TSH,
      values: [
        [-793, 1.7],
        [-709, 0.02],
        [-681, 1.1],
        [-653, 44.7],
        [-601, 8.2],
        [-541, 2.4],
        [-457, 2.1],
        [-300, 2.3],
        [-150, 2.0],
        [-62, 14.8],
        [-14, 2.7],
      ],
    },
    {
      ...FREE_T4,
      values: [
        [-793, 1.2],
        [-709, 2.3],
        [-653, 0.5],
        [-541, 1.4],
        [-300, 1.3],
        [-62, 0.9],
        [-14, 1.3],
      ],
    },
  ],
  notes: [
    {
      day: -792,
      at: '10:00',
      kind: 'progress',
      title: 'Melanoma clinic, adjuvant start',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# HPI
Melanoma of the scalp 4.1 mm ulcerated, 3 nodes pos, WLE + graft + neck dissection 7 wk ago. Adjuvant nivo 480 q4w x 1 y (13 doses). Retired organ builder. Healthy. No AI disease, FH mother goiter.

# Exam
Graft 100% take. Neck scar supple. ECOG 0. Thyroid normal. BP 132/78, HR 68.

# Labs
TSH 1.7, FT4 1.2, cortisol 14.4, ALT 21, glucose 97.

# A/P
Start. irAE talk, card. Thyroid tests q4wk. CT/MRI q3mo. Sunscreen, hat with neck flap, no organ lofts in summer w/o water.

# Meds
none. NKDA. Alcohol 1 glass wine. Lives w/ wife, 2 cats.`,
    },
    {
      day: -708,
      at: '09:30',
      kind: 'progress',
      title: 'Melanoma clinic, nivolumab 4',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Palpitations on the stairs for two weeks, sweats, lost 3 kg with good appetite, sleeps badly. No eye symptoms, no neck pain, stool twice daily.

# Exam
HR 104 regular, BP 142/70, fine tremor, warm hands, thyroid normal size and not tender, no lid lag.

# Results
TSH 0.02, FT4 2.3 (limit 1.8), TRAb negative, CRP 4. ECG sinus tachycardia.

# Assessment and plan
- Thyroiditis from nivolumab, thyrotoxic phase, grade 2 because of symptoms. Metoprolol 25 mg twice daily until the pulse is under 90. No thionamide, no steroid.
- Nivolumab given today, hold not needed.
- TSH and FT4 every two to four weeks, hypothyroidism expected next.

# Medicines
None until today. No biotin, no kelp, no amiodarone. Contrast CT three weeks ago, before the symptoms.

# Other systems
Chest free, skin without rash, joints free, headache none, cortisol 15.0. Weight 81 kg. He still climbs organ lofts for friends, asked to stay on the ground until the pulse is slower.

# Instruction
Pulse over 110 at rest, chest pain or fever: same day. Otherwise labs in two weeks and with the fifth infusion.`,
    },
    {
      day: -652,
      at: '09:15',
      kind: 'progress',
      title: 'Melanoma clinic, nivolumab 6',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `S: tired, cold, constipated, cramps calves, gained 4 kg. Off metoprolol 5 wk.

O: HR 56, dry skin, delayed ankle jerks. BP 138/88.

Labs: TSH 44.7, FT4 0.5, cortisol 12.2, CK 310, LDL 188.

A/P: 1) Hypothyroidism post thyroiditis on nivo, G2, start LT4 100 (has 84 kg, no CAD), TSH 6 wk. 2) nivo #6 given. 3) CK up from hypothyroid, no weakness, recheck w/ TSH. 4) LDL recheck when euthyroid.

ROS: eyes neg, resp neg, GI as above, skin dry, MSK cramps, neuro neg.

Meds: none now (metoprolol stopped by PCP when TSH came up), vit D. Weight 88. Shoulder stiff. Exam: periorbital puffiness mild, no goiter, proximal strength 5/5, hoarse. Skin graft fine, neck neg. CT next month. PCP letter sent re LT4 & lipids. Taught: empty stomach, water, 30-60 min before food, 4 h apart from iron/calcium/antacid (he takes none).`,
    },
    {
      day: -540,
      at: '10:10',
      kind: 'nursing',
      title: 'Infusion visit, nivolumab 10',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Nivo #10 480. TSH 2.4 FT4 1.4 on LT4 125, feels "tuned". HR 66 BP 130/78 wt 83.2 T 36.4 SpO2 98. Itch forearms on + off since spring, no rash seen, emollient, G1. D no, cough no, SOB no, HA no, joint no. Meds LT4 125, vit D. Graft skin check: dry, no new pigment.

PIV L AC 22G x1. Infused 30 min, no reaction. Next 4 wks. CT/MRI booked before #11. Teach: LT4 alone on empty stomach. Organ concert tickets for staff handed out, third row. Wife collects 11:15.`,
    },
    {
      day: -456,
      at: '10:20',
      kind: 'progress',
      title: 'Melanoma clinic, last adjuvant dose',
      format: 'rtf',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Today
Thirteenth and last nivolumab. No relapse on CT and MRI. Feels well on levothyroxine 125 mcg, TSH 2.1 for half a year in a row, CK and LDL back to normal.

# Toxicity summary of the year
- thyroiditis grade 2, followed by hypothyroidism grade 2, permanent
- itch grade 1 in spring, gone
- nothing else

# Plan
Visits every three months for two years. Thyroid tests twice a year with the family doctor, for life. Late effects can come after the end of treatment: he keeps the wallet card for a year and a half and calls with unusual tiredness, breathlessness, diarrhea or yellow eyes.

# Examination
ECOG 0, 83 kg, pulse 66, BP 134/80. Scalp graft closed, neck scar soft, no nodes. Skin check by dermatology last month. Lungs and abdomen normal.

# Medicines
Levothyroxine 125 mcg in the morning. Vitamin D.

# Numbers of the last visit
TSH 2.1, cortisol 13.0, creatinine 0.9, ALT 20, glucose 98, hemoglobin 14.1.

# Farewell
He brought a small wooden pipe in D for the infusion room and asked that it be blown at the last dose of each patient.`,
    },
    {
      day: -300,
      at: '11:00',
      kind: 'progress',
      title: 'Melanoma follow-up',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `5 mo post nivo. NED on CT. Builds a chest organ for grandson. TSH 2.3 on LT4 125. No late irAE. Skin check w/ derm: 2 AKs frozen. Neck nodes neg. BP 134/80. Weight 82. RTC 3 mo.

Meds: levothyroxine 125 before breakfast, nothing else. No fatigue. ROS all neg incl. GI/resp/MSK/neuro/endocrine. Asked re shingles vaccine: yes. Hat worn. Wife well. US neck every 6 mo alternating w/ CT.

Labs: FT4 1.3, CBC nl, Cr 0.9, ALT 19. CT c/a/p + MRI brain: no recurrence. Exam: graft pale, hat line visible, nodes neg x4 basins, lungs clear. Wallet card still in purse, valid to 18 mo. Plan: visit 3 mo, labs at PCP. Told late effects = still call.`,
    },
    {
      day: -120,
      at: '13:40',
      kind: 'consult',
      title: 'Gastroenterology, colonoscopy report letter',
      format: 'ccda',
      carriage: 'inline',
      author: 'specialist',
      text: `# Reason for consult
Ferritin 9 found at a check-up, hemoglobin 11.9, no visible bleeding, adjuvant nivolumab ended eleven months ago.

# History of present illness
No diarrhea, no pain, no weight loss. One formed stool daily. No NSAID.

# Procedure
Complete colonoscopy, terminal ileum seen. 22 mm pedunculated polyp of the sigmoid with friable surface, removed with loop and clip. Mucosa elsewhere normal, stepwise biopsies taken because of previous immunotherapy: normal, no microscopic colitis. Gastroscopy: small hiatal hernia, biopsies negative for celiac disease and for autoimmune gastritis.

# Assessment
Iron deficiency from a bleeding polyp (tubulovillous adenoma, low grade). No immune-related colitis.

# Plan
Ferrous sulfate 325 mg daily for three months. Control colonoscopy in three years. Bone density showed osteopenia: family doctor begins calcium with vitamin D.`,
    },
    {
      day: -62,
      at: '16:50',
      kind: 'telephone',
      title: 'Result call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `PCP labs forwarded: TSH 14.8 (2.0 in spring), FT4 0.9. Pt tired, gained 2 kg. On LT4 125 x yrs. Last nivo 13 mo ago. Late thyroid hit again? Dr V: thyroid is long gone, cannot fail twice; ask about pills.

Pt: takes LT4 + iron + calcium TOGETHER w/ breakfast milk since 8 wks ("wife sorted them in one box"). That's it. -> LT4 alone on waking w/ water, breakfast 45 min later, calcium w/ supper, iron at bedtime or >= 4 h apart. No dose change. TSH 6-8 wk at PCP. PCP informed by letter.

BP 136/78 home, HR 58. No constipation, cold mild. Not SOB. No depression. Meds list by phone: LT4 125, FeSO4 325, CaCO3/D, nothing else, no PPI. Never missed doses (pill count 0 left over). So absorption. Wife was on the line, apologises to the thyroid. Cortisol 12 last month by PCP: fine. Not an irAE, do not add to list. Written schedule mailed.

Asked about mood, sleep, hair: ok. Neck swelling no. Swallow fine. Muscle cramps 1x. Weight 84.`,
    },
    {
      day: -50,
      at: '10:15',
      kind: 'progress',
      title: 'Melanoma follow-up',
      format: 'html',
      carriage: 'binary',
      author: 'oncologist',
      text: `# Interval
More than thirteen months after the last nivolumab. No relapse. Tired until the tablets were parted two weeks ago, already warmer. Iron taken at bedtime, hemoglobin 13.1.

# Examination
Scalp graft and neck unremarkable. HR 64. Reflexes normal. No edema. Weight 84 kg.

# Assessment and plan
- Melanoma stage IIIC, no evidence of disease two years and more after surgery.
- Hypothyroidism since nivolumab; the present TSH of 14.8 is malabsorption of levothyroxine by calcium and iron and not a new immune event.
- Iron deficiency from the polyp.
- Next CT in three months.

# Review of systems
Energy better by half. Bowel daily. No palpitations, no cough, no headache, no rash. Stool dark from iron.

# Medicines
Levothyroxine 125 mcg at six, calcium at supper, iron at bedtime for two more weeks.

# Exposure
Nivolumab ended more than a year ago; he is no longer on the immunotoxicity list, and visits are for the melanoma.

# Note on an error
A dose of nivolumab was charted for him on the infusion list about six weeks ago; it belonged to a namesake, was never given to him and has been withdrawn by pharmacy.`,
    },
    {
      day: -14,
      at: '09:05',
      kind: 'laboratory',
      title: 'Laboratory report from family practice',
      format: 'plain',
      carriage: 'inline',
      author: 'pathologist',
      text: `EXTERNAL RESULT, FAMILY PRACTICE

TSH 2.7 mIU/L (0.4-4.5), previous 14.8
FT4 1.3 ng/dL (0.8-1.8), previous 0.9
Ferritin 41 ng/mL (20-300)
Hemoglobin 13.4 g/dL

Comment of the practice: levothyroxine 125 mcg unchanged, taken apart from minerals. Iron stopped after three months, ferritin to be repeated in half a year. Patient well. Copy to melanoma clinic.`,
    },
  ],
  episodes: [
    {
      term: 'hyperthyroidism',
      grade: 2,
      attribution: 'immunotherapy',
      status: 'historical',
      onsetDay: -722,
      resolvedDay: -681,
      because: 'TSH 0.02, free T4 2.3, palpitations, metoprolol, "grade 2"; before the window.',
    },
    {
      term: 'hypothyroidism',
      grade: 2,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -653,
      because: 'TSH 44.7, levothyroxine since; the patient left the cohort three months ago.',
    },
  ],
}
