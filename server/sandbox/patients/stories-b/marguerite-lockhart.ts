import { ACTH, CORTISOL, FREE_T4, GLUCOSE, POTASSIUM, SODIUM, TSH } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

export const margueriteLockhart: Story = {
  id: 'marguerite-lockhart',
  name: { given: 'Marguerite', family: 'Lockhart' },
  gender: 'female',
  born: '1966-02-18',
  shows:
    'Late event: adrenal insufficiency (grade 3) eight months after the last nivolumab, taken for depression and a stomach flu before the cortisol of 1.2.',
  diagnosis: 'Gastro-oesophageal junction adenocarcinoma, resected, adjuvant nivolumab completed',
  treatments: [
    {
      agents: ['nivolumab'],
      charted: 'reference',
      text: 'OPDIVO (nivolumab) 480 mg IV q4w',
      days: [-608, -580, -552, -524, -496, -468, -440, -412, -384, -356, -328, -300, -274],
    },
  ],
  problems: [
    { text: 'Secondary adrenal insufficiency, isolated ACTH deficiency', icd10: 'E27.49', day: -34 },
    { text: 'Status post oesophagectomy', day: -700 },
    { text: 'Depressive episode', icd10: 'F32.A', day: -75 },
  ],
  drugs: [
    { text: 'hydrocortisone 100 mg IV then 50 mg IV q6h', from: -34, until: -32, reason: 'adrenal insufficiency' },
    { text: 'hydrocortisone 15 mg AM, 5 mg 14:00 PO', from: -31, reason: 'adrenal insufficiency' },
    { text: 'sertraline 50 mg PO daily', from: -75, until: -12, reason: 'depressive episode' },
    { text: 'pantoprazole 40 mg PO daily', from: -700 },
    { text: 'cyanocobalamin 1000 mcg IM monthly', from: -650 },
    { text: 'hydrocortisone sodium succinate 100 mg IM emergency kit', from: -31 },
  ],
  laboratory: [
    {
      ...SODIUM,
      values: [
        [-609, 140],
        [-301, 139],
        [-180, 138],
        [-88, 134],
        [-52, 131],
        [-34, 122],
        [-33, 128],
        [-31, 136],
        [-12, 140],
      ],
    },
    {
      ...CORTISOL,
      values: [
        [-609, 16.1],
        [-301, 12.4],
        [-34, 1.2],
      ],
    },
    { ...ACTH, values: [[-34, 5]] },
    {
      ...TSH,
      values: [
        [-609, 1.8],
        [-301, 2.0],
        [-88, 3.9],
        [-34, 5.2],
        [-12, 2.2],
      ],
    },
    {
      ...FREE_T4,
      values: [
        [-609, 1.2],
        [-34, 1.1],
        [-12, 1.2],
      ],
    },
    {
      ...POTASSIUM,
      values: [
        [-301, 4.3],
        [-34, 4.7],
        [-31, 4.1],
      ],
    },
    {
      ...GLUCOSE,
      values: [
        [-301, 92],
        [-34, 58],
        [-33, 104],
        [-12, 93],
      ],
    },
  ],
  notes: [
    {
      day: -274,
      at: '10:00',
      kind: 'progress',
      title: 'Upper GI clinic, last adjuvant nivolumab',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Status
Thirteenth nivolumab today, the year is complete. Junction adenocarcinoma ypT2N1 after chemoradiation and esophagectomy. No relapse on CT.

# Over the year
Mild dumping, grade 1 itch for a month in spring. Sodium 139, TSH 2.0, cortisol 12.4 at the last check. No steroid was ever needed.

# Exam
ECOG 0, 61 kg, BP 122/74, scar supple, chest clear, abdomen soft.

# Plan
- CT every six months, clinic every three
- vitamin B12 monthly with the family doctor, pantoprazole
- late immune effects: told, card kept. She teaches French and asks for everything twice in writing, so a letter was given.

# Review of systems
Eats six times a day, sweats after ice cream. Bowel twice. No cough. No rash now. Joints free. Sleep good. Monthly B12 in the practice.

# Medicines
Pantoprazole 40 mg, cyanocobalamin 1000 mcg monthly, vitamin D. No steroid of any kind, no inhaler, no nasal spray.

# Results of today
ALT 17, creatinine 0.7, hemoglobin 12.4, glucose 92. ECG sinus rhythm 66.

# Letter
Written for her in English and, because she insisted, corrected by her in red.`,
    },
    {
      day: -180,
      at: '11:30',
      kind: 'progress',
      title: 'Upper GI clinic, surveillance',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `3 mo after nivo. CT clean. Wt 60.5. Eats 6 small meals. Dumping if sweets. Energy 80%, back at school 60% position. No HA. BM 1-2. Na 138, CBC nl, ferritin 34, B12 ok. 

Exam: BP 120/72, nodes neg, abd soft, no edema, skin tan from summer.

A/P: NED. RTC 3 mo, CT 6 mo. Dietitian. No endocrine labs today (should have, add next time).

Meds: panto 40, B12, vit D. ROS neg save dumping, tired in PM "normal for a teacher". Sleep ok, mood ok. Labs: ALT 15, Cr 0.7, gluc 95, eos 0.2. Weight goal > 60. Vaccines: pneumo done. Alcohol rare. Partner in attendance. Card still carried.`,
    },
    {
      day: -88,
      at: '09:40',
      kind: 'progress',
      title: 'Upper GI clinic, surveillance',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# S
Tired x 5-6 wk. Weight 57.9 (-2.6). Appetite down, nausea AM, dumping? Mother died 2 mo ago. Cries easily, no interest in class. Sleeps 10 h. No HA, no visual change, no dysphagia. Aches both thighs.

# O
BP 104/66, HR 84. Abd soft. No nodes. Mood low, oriented. Strength 5/5.

# Labs
Na 134, K 4.5, Hgb 11.8, TSH 3.9, glucose 78 fasting, CRP 18, eos 0.6.

# A/P
1. Fatigue/wt loss: relapse first -> CT moved up (next wk). Grief/depression likely contributes, PCP to see.
2. Nausea: small meals, metoclopramide short.
3. Na 134 ?intake. Recheck 1 mo.

ROS template: endocrine neg.

# Meds
panto, B12, vit D, new metoclopramide 5 mg ac short course. No steroid/opioid/azole.

# Other
BP sitting 104/66, standing not measured. Skin: summer tan fading. Axillary hair "less, I shave less". Salt: puts it on everything lately, "even on apples".

CT requested c/a/p w/ contrast, EGD if neg. PHQ-2 4. Letter to PCP asking mood review. Weight curve attached. Next: after CT.

# Vitals
T 36.4, RR 14, SpO2 99. Glucose 78 before lunch. Weight loss 4% in 3 mo.`,
    },
    {
      day: -75,
      at: '14:10',
      kind: 'consult',
      title: 'Family physician letter',
      format: 'pdf',
      carriage: 'binary',
      author: 'specialist',
      text: `# Reason
Seen at the request of oncology, low mood and fatigue after bereavement.

# Findings
PHQ-9 17, no suicidal thoughts. Wakes unrefreshed, cannot get dressed before ten, lessons cancelled. Nausea most mornings. Weight 57.0 kg. Blood pressure 98/62 sitting, which I ascribe to eating little. CT of last week without recurrence, she is relieved and not better.

# Assessment
Depressive episode, moderate, reaction to loss. After esophagectomy also undernutrition.

# Treatment
Sertraline 50 mg in the morning, talk therapy waiting list. Salt and fluids. Vitamin B12 given today. Control in four weeks; sodium then, as sertraline may lower it.

# Medicines
Pantoprazole 40 mg, vitamin B12, vitamin D, metoclopramide if needed, and from today sertraline.

# Social
Lives with partner, no children. French lessons on hold, sick note four weeks. Sleeps ten hours. Two glasses of wine a week, now none. She craves salted herring.

# Copy of laboratory, yesterday
Sodium 133, potassium 4.6, TSH 4.1, hemoglobin 11.6, ferritin 31, CRP 16.

# Remark
I would be grateful for a word from oncology on whether the immune drug could do this; I have not seen such a case.`,
    },
    {
      day: -51,
      at: '10:20',
      kind: 'telephone',
      title: 'Nurse line',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Pt's partner calls: "she is fading". In bed most of day, dizzy upon standing, vomits ~ every 2nd morning, cannot keep sertraline some days. Na 131 at PCP yest, they blame sertraline. T 36.4, BP home 94/58. No HA. No diarrhea. Last nivo 7+ mo ago.

I asked re hormone labs: none since end of tx. Msg to Dr V (out today, covering onc Dr Marsh replied: "likely SSRI hyponatremia, PCP to stop sertraline, see in clinic 2 wk"). Offered ED, partner says she refuses. Advised salt broth, ED if faints.

Meds: sertraline 50 irregular, panto, B12, metoclopramide stopped. Intake 1 L/d, soup. Urine ok. Weight 56.4. No abdominal pain. Orthostatic by partner: 94/58 lying, 82/50 standing, HR 90 -> 118!. Reported this to covering MD 10:45 as well - "encourage fluids". Written here because I was not happy with it. Will call daily. T.O. RN. D+1 call: same, refuses ED; D+2: a little better on broth.

D+3 handoff: message to Dr V returned from leave: wants cortisol + sodium this wk, order placed; pt did not come to draw x2.`,
    },
    {
      day: -34,
      at: '07:15',
      kind: 'emergency',
      title: 'ED physician note',
      format: 'rtf',
      carriage: 'inline',
      author: 'emergency-physician',
      text: `# Chief complaint
Syncope, vomiting.

# HPI
60 F, esophagectomy for junction cancer, adjuvant nivolumab finished eight months ago. Vomiting and two loose stools since last night, partner had the same bug for one day and is well. Fainted in the bathroom at six. Behind this lies a story of three months of fatigue, weight loss of 6 kg, morning nausea and dizziness, treated as depression. Cannot dress alone for a week. No headache, no vision change, no steroid use of any kind, no opioids, inhalers or creams.

# Exam
T 37.6, HR 112, BP 84/50 lying, not measurable standing, RR 18, SpO2 98%. Drowsy, oriented. Skin pale, no pigment of the palms or gums. Fields full. Abdomen soft. No meningism.

# Data
Na 122, K 4.7, glucose 58, creatinine 1.1, bicarbonate 20, eosinophils 0.9, Hgb 11.0, CRP 38, lactate 2.4, troponin negative, UA clear, TSH 5.2, FT4 1.1. ECG sinus tachycardia, QTc 440. CXR clear, gastric pull-up. Cortisol and ACTH drawn BEFORE hydrocortisone.

# Course
Hydrocortisone 100 mg IV at 06:55, dextrose 25 g, saline 1 L in the first hour, second liter slower because of sodium. BP 106/64 at 08:00, awake and asking for tea. Cortisol came back as 1.2.

# Impression
Adrenal insufficiency, severe, precipitated by gastroenteritis; late checkpoint inhibitor effect likely. No relapse sought acutely. Admit. Endocrinology called.

# Past history
Junction adenocarcinoma resected two years ago, nivolumab for one year, depressive episode on sertraline (not taken for two weeks). Allergies none.

# Medicines
Pantoprazole, vitamin B12. Sertraline stopped. No steroid ever save dexamethasone with chemotherapy years ago.

# Reassessment
08:30 BP 112/68, HR 92, alert, glucose 104, urine 300 mL. Second sodium 124 at 09:00. Admitted to step-down. Partner told in plain words what was missing and that it can be replaced.`,
    },
    {
      day: -34,
      at: '10:40',
      kind: 'history-and-physical',
      title: 'Admission history and physical',
      format: 'plain',
      carriage: 'binary',
      author: 'hospitalist',
      text: `# Chief complaint
Syncope this morning, vomiting since last night, three months of "going out like a lamp".

# History of present illness
60-year-old teacher of French, partner at bedside and is the better historian at this hour. Junction adenocarcinoma, chemoradiation then esophagectomy, adjuvant nivolumab for a year, last infusion eight months ago, no evidence of disease at the CT six weeks ago.

About three months ago she began to sleep in the afternoon. Her mother had died and everybody, herself included, had an explanation. Then appetite went, mornings with nausea, sometimes a small vomit after tea, 6 kg lost in all. Standing made her see black. She put salt on everything. The family doctor measured 98/62 and a PHQ-9 of 17 and started sertraline 50 mg, of which she kept down perhaps half, and stopped two weeks ago. Sodium went 138, 134, 133, 131 over the season. Nobody was asked about cortisol as far as I can see from the chart, other than our nurse on the phone, who wrote that there were no hormone tests since the end of treatment.

Since one week she does not dress alone; the partner washes and dresses her and cuts the food. Last night vomiting four times and two loose stools; the partner had the same for one day. At six this morning she got up to use the bathroom, slid along the wall, was not responsive for "a minute", no jerks, no tongue bite. EMS: 78 systolic, glucose 61.

No headache at any time, no double vision, no loss of fields. No thirst or large urine volumes. No fever at home. No cough. No black stool. Steroids: none. Specifically no inhaler, nasal spray, joint injection, skin cream, megestrol, opioid or azole. No anticoagulant (hemorrhage of the adrenals thought of).

# Past medical and surgical history
As above. Pyloroplasty and feeding jejunostomy at the operation (removed). Iron and B12 deficiency treated. Menopause at 51, no hormones. No tuberculosis, no autoimmune disease known; a cousin with vitiligo.

# Medications before admission
- pantoprazole 40 mg
- cyanocobalamin 1000 mcg IM monthly, last two weeks ago
- vitamin D 1000 units
- sertraline 50 mg: stopped
- metoclopramide: stopped

# Allergies
None.

# Family and social history
Mother died of stroke at 86. Lives with partner in a third floor flat without lift, which has become a mountain. Never smoked. Wine rarely.

# Review of systems
As in the history. Template line for the record: cardiovascular positive for syncope, gastrointestinal positive, endocrine see below, all others negative.

# Physical examination (three hours into treatment)
T 37.2, BP 110/66, HR 90, RR 16, SpO2 98% air, weight 54.9 kg.
Thin, awake, dry wit. No pigment of creases, scars or gums; skin rather pale. No vitiligo. Pubic and axillary hair sparse. Visual fields full to red pin. Neck: thyroid not palpable. Chest: scar right, gurgle of the conduit. Heart regular. Abdomen: soft, hyperactive, not tender, no mass. Legs slim. Neuro: no focal sign, reflexes normal with normal relaxation, proximal power 4 plus with effort.

# Data
| Test | 06:50 | 09:00 | Earlier |
| Sodium | 122 | 124 | 131 |
| Potassium | 4.7 | 4.3 | 4.5 |
| Glucose | 58 | 104 | 78 |
| Creatinine | 1.1 | 0.9 | 0.7 |
| Eosinophils | 0.9 | | 0.6 |
| TSH / FT4 | 5.2 / 1.1 | | 3.9 / - |
| Cortisol | 1.2 | | 12.4 last year |
| ACTH | sent, result 5 at noon | | |

Serum osmolality 258, urine osmolality 412, urine sodium 64. Norovirus PCR positive. Blood cultures two sets. CT of six weeks ago looked at again with radiology: both adrenals slim, no hemorrhage, no metastasis.

# Assessment
1. Adrenal insufficiency, secondary, with shock physiology that turned around on 100 mg of hydrocortisone. Late effect of nivolumab until something else is shown. Trigger: norovirus.
2. Hyponatremia from cortisol deficiency (high urine osmolality, high urine sodium, no volume overload); danger is now the other way round, since water is let go as soon as cortisol is there.
3. Hypoglycemia, corrected.
4. TSH 5.2 with normal FT4: not hypothyroidism until cortisol is replaced for weeks. No levothyroxine.
5. "Depression": reserve judgement.
6. Undernutrition, refeeding risk moderate.

# Plan
- hydrocortisone 50 mg IV every 6 h, endocrinology today
- sodium every 4 h for a day; ceiling 130 tomorrow at seven; if urine exceeds 200 mL/h call, desmopressin ready
- phosphate, magnesium, thiamine 200 mg, diet in small meals
- pituitary MRI
- contact isolation, enoxaparin 40 mg
- fall precautions; partner may stay
- full code
- tell the clinic nurse that she was right`,
    },
    {
      day: -33,
      at: '11:30',
      kind: 'consult',
      title: 'Endocrinology consult',
      format: 'plain',
      carriage: 'inline',
      author: 'specialist',
      text: `ENDO CONSULT, HD 2

60F, nivo adjuvant 13 doses, last 8 mo ago (240 d). Cortisol 1.2 ug/dL, ACTH 5 in shock/hypoglycaemia = secondary AI w/out doubt. LH 31 FSH 48 (postmenopausal: appropriate), prolactin 14, IGF-1 normal, FT4 1.1 w/ TSH 5.2 (cortisol lack raises TSH; do NOT treat, repeat in 3-4 wk). K normal, renin nl -> mineralocorticoid intact. No polyuria.

MRI pituitary this AM: gland 4 mm, normal stalk, no empty sella, no met. Imaging does not exclude; isolated ACTH deficiency after PD-1 typically has normal MRI and comes late, incl. after end of treatment.

Exam: BP 112/70 on HC 50 q6, up in chair, tearful w/ relief.

Dx: isolated ACTH deficiency, immune related (nivolumab), late onset. Adrenal insufficiency CTCAE grade 3 - hospitalised, self care was lost; no pressor, no ICU.

Rec
- HC 50 q6 -> 25 q6 tomorrow -> 15 + 5 PO day after
- Na not faster than 8/24 h (122 -> 128 first 24 h ok), check q6h; HC unlocks water, watch UOP
- sick day rules; after esophagectomy vomiting = early IM. kit + partner
- bracelet
- do not restart sertraline until reassessed on HC
- permanent in nearly all. no high dose steroid.
- report as irAE even though tx ended; pharmacovigilance form filled`,
    },
    {
      day: -31,
      at: '13:10',
      kind: 'discharge',
      title: 'Discharge summary',
      format: 'html',
      carriage: 'inline',
      author: 'hospitalist',
      text: `# Diagnoses
- Secondary adrenal insufficiency from isolated ACTH deficiency, late immune-related effect of nivolumab (last dose eight months ago), CTCAE grade 3
- Viral gastroenteritis as trigger
- Hyponatremia 122, hypoglycemia 58, both corrected
- Junction adenocarcinoma without evidence of recurrence

# Hospital course
Ms Lockhart was admitted after a syncope with a pressure of 84/50. Cortisol was 1.2 with ACTH 5. Hydrocortisone and saline restored pressure in one hour and her humor in one day. Sodium rose 122, 128, 133, 136. Pituitary MRI was normal. She ate three plates of soup on the second evening, her partner took a photograph.

# Medication
| Drug | Dose | Note |
| hydrocortisone | 15 mg on waking, 5 mg at 14:00 | lifelong, never stop |
| hydrocortisone IM kit | 100 mg | taught to both |
| pantoprazole | 40 mg | unchanged |
| sertraline | stopped | mood reviewed with family doctor |

# Instructions
Fever over 38 or infection: double for two to three days. Vomiting once: repeat dose; twice: inject and come. Surgery or endoscopy under sedation: stress dose.

# Follow-up
Endocrinology in three weeks with TSH. Oncology as planned. A letter explains to all that fatigue after immunotherapy deserves a morning cortisol, also many months later.`,
    },
    {
      day: -12,
      at: '10:40',
      kind: 'progress',
      title: 'Upper GI clinic',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# S
"I was not sad, I was empty." HC 15/5. Weight 60.2. Back to class next Mon. No dizziness. No nausea. PHQ-9 4 off sertraline. Kit w/ her, partner trained.

# O
BP 118/74 lying, 116/74 standing. HR 68. Abd soft. Nodes neg.

# Labs
Na 140, gluc 93, TSH 2.2 FT4 1.2 (so no hypothyroid, was cortisol).

# A/P
1. GEJ adenoca NED 2 y.
2. Late AI (isolated ACTH def) post nivolumab, G3 at presentation, replaced. Lifelong.
3. Missed for ~3 mo: low Na, eos, low BP, glucose 78, all there. M&M presentation agreed; surveillance template now has cortisol + TSH q3mo x 18 mo after ICI.
4. ENDOSCOPY in spring: stress dose order in chart.

# Meds
HC 15 + 5, panto, B12, vit D. Sertraline off.

# ROS
Appetite big, dumping mild, no HA, no nausea, no salt craving ("herring is now just herring"), stairs ok, sleep 7 h. Hair same.

# Exam add.
Skin no hyperpigmentation, no vitiligo. Scar ok. Strength 5/5. Fields full.

# Admin
Letter to PCP, school physician, GI endoscopy unit.`,
    },
  ],
  episodes: [
    {
      term: 'adrenal-insufficiency',
      grade: 3,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -124,
      because:
        'Cortisol 1.2, ACTH 5, pressure 84/50, admission, "CTCAE grade 3", eight months after the last nivolumab.',
    },
  ],
}
