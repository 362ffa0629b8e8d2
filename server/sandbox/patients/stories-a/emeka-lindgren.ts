import { ACTH, CORTISOL, FREE_T4, GLUCOSE, SODIUM, TSH } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `DIAGNOSIS IN BRIEF (copied forward): mucosal melanoma, right middle turbinate, resected endoscopically with free but close margins, wild type for BRAF, NRAS and KIT. PET with three avid lung nodules, largest 14 mm, brain MRI clear. No prior systemic therapy. Sister with Addison disease from youth, father with type 2 diabetes; he himself without autoimmune disease and without steroids.`

export const emekaLindgren: Story = {
  id: 'emeka-lindgren',
  name: { given: 'Emeka', family: 'Lindgren' },
  gender: 'male',
  born: '1976-05-08',
  shows:
    'Hypophysitis with headache and adrenal insufficiency (grade 3) after ipilimumab and nivolumab, lifelong hydrocortisone.',
  diagnosis: 'Mucosal melanoma of the nasal cavity, metastatic to lung',
  treatments: [
    {
      agents: ['ipilimumab', 'nivolumab'],
      charted: 'reference',
      text: 'ipilimumab 3 mg/kg (255 mg) IV + nivolumab 1 mg/kg (85 mg) IV',
      days: [-150, -129, -108],
    },
    { agents: ['nivolumab'], charted: 'reference', text: 'OPDIVO 480 mg IV q4w', days: [-38, -10] },
  ],
  problems: [
    { text: 'Hypopituitarism (secondary adrenal insufficiency, central hypothyroidism)', icd10: 'E23.0', day: -90 },
    { text: 'Seasonal allergic rhinitis' },
  ],
  drugs: [
    { text: 'hydrocortisone 50 mg IV q6h', from: -91, until: -88, reason: 'adrenal crisis' },
    { text: 'hydrocortisone 15 mg AM and 5 mg at 2 PM PO', from: -88, reason: 'secondary adrenal insufficiency' },
    { text: 'levothyroxine 100 mcg PO daily', from: -84, reason: 'central hypothyroidism' },
    { text: 'hydrocortisone sodium succinate 100 mg IM emergency kit', from: -87 },
    { text: 'cetirizine 10 mg PO prn', from: -800 },
  ],
  laboratory: [
    {
      ...SODIUM,
      values: [
        [-151, 140],
        [-109, 138],
        [-91, 124],
        [-90, 129],
        [-88, 136],
        [-38, 140],
      ],
    },
    {
      ...CORTISOL,
      values: [
        [-151, 15.2],
        [-109, 10.8],
        [-91, 0.9],
      ],
    },
    { ...ACTH, values: [[-91, 4]] },
    {
      ...TSH,
      values: [
        [-151, 1.8],
        [-109, 0.7],
        [-91, 0.3],
        [-38, 0.2],
      ],
    },
    {
      ...FREE_T4,
      values: [
        [-151, 1.3],
        [-109, 0.9],
        [-91, 0.5],
        [-60, 1.1],
        [-38, 1.3],
      ],
    },
    {
      ...GLUCOSE,
      values: [
        [-151, 92],
        [-91, 61],
        [-88, 101],
        [-38, 95],
      ],
    },
  ],
  notes: [
    {
      day: -150,
      at: '11:00',
      kind: 'history-and-physical',
      title: 'Melanoma clinic, new treatment',
      format: 'plain',
      carriage: 'binary',
      author: 'oncologist',
      text: `# CC
Start of ipi/nivo.

# HPI
50M, structural engineer, nosebleeds since last autumn, polypoid black lesion of the R middle turbinate, excised endoscopically: mucosal melanoma, KIT/BRAF/NRAS wild type. PET: three FDG avid lung nodules (largest 1.4 cm), nothing in the neck or brain MRI. No symptoms now save a crusty nose.

# PMH/PSH
Hay fever. Appendectomy at 12. No autoimmune disease, no steroid use, no nasal steroid for 3 mo.

# FH
Father T2DM. Sister with Addison's disease since age 19 (so he knows what hydrocortisone is).

# SH
Married, 2 teens. No tobacco. 2-3 beers on weekends.

# Exam
ECOG 0. 85 kg. BP 134/80 sitting/standing no change. HR 66. Visual fields full to confrontation. Nose: crust, no mass. Nodes neg. Lungs clear. Skin without suspicious lesion, no vitiligo.

# Labs
Na 140 K 4.1 gluc 92 ALT 24 TSH 1.8 FT4 1.3 cortisol AM 15.2 LDH nl testosterone 480.

# A/P
Metastatic mucosal melanoma. ipi 3 + nivo 1 q3w x4. Consent. Warned re combination tox, roughly half get something severe. Endocrine labs before each dose since headache/fatigue are easily overlooked. RTC c2.`,
    },
    {
      day: -129,
      at: '09:30',
      kind: 'progress',
      title: 'Melanoma clinic, cycle 2',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Since last visit
Did a half marathon the week after cycle 1 and felt it more than usual. Faint red itchy spots on the chest for three days that went with a cream from the pharmacy. Bowels normal. No headache.

# Check list
| Area | Finding |
| Skin | nothing today |
| Bowel | 1 per day, formed |
| Lung | no cough, 98% |
| Head | no headache, fields full |
| Joints | free |

# Numbers
ALT 27, creatinine 0.9, TSH 1.2, cortisol 13.9, sodium 139.

# Plan
Cycle 2 at full dose. Transient grade 1 rash, nothing needed. See in three weeks with the same bloods. He is to tell us about any headache that is not his usual (he has none usually).

${HISTORY}

# Talk
He asked if training is allowed: yes, with a day of rest after infusions. Works from home two days. Wife noticed that he is more irritable when hungry, which she says is not new. Medicines: cetirizine when the birch blooms, nothing else. Weight 85.0 kg, BP 132/78, pulse 60.`,
    },
    {
      day: -108,
      at: '10:10',
      kind: 'progress',
      title: 'Melanoma clinic, cycle 3',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# S
Tired since 1 wk, in bed by 8 pm. Mild frontal pressure in the mornings, blames hay fever, took loratadine. Libido down a bit. Eats OK. No N/V. No visual sx. BM 1-2/d.

# O
BP 118/74, HR 72, T 36.6, wt 84.1 (-0.9). Alert. Nasal mucosa pale/boggy. CN II-XII wnl. Abd benign. No rash.

# Labs
Na 138, K 4.4, TSH 0.7 (1.8 -> 1.2 -> 0.7), FT4 0.9, cortisol 10.8 at 09:45, ALT 30.

# A/P
1. Melanoma: c3 today.
2. Fatigue G1, nonspecific. TSH drifting down with a low normal FT4 - could be early central pattern?? Add ACTH/LH/testosterone next draw. Low threshold MRI pituitary if HA gets worse.
3. Rhinitis: ok to use cetirizine, avoid nasal steroid to not muddy cortisol.
Call if HA, vomiting, dizzy.

# Meds
Loratadine 10 prn, occasional ibuprofen after long runs. No steroid spray, no opioids.

${HISTORY}

# Social/other
Skipped training this week. Daughter had a cold. Alcohol 1-2 beers. Sleep 9 h and still yawns. PHQ-2 = 1. Wife on phone: "he is just not himself, like a battery at 20 percent".`,
    },
    {
      day: -94,
      at: '08:55',
      kind: 'message',
      title: 'Patient portal message',
      format: 'plain',
      carriage: 'inline',
      author: 'coordinator',
      text: `From patient: "Hi team, headache is there every day now behind the eyes, paracetamol takes the edge off. I also feel sick in the mornings and got dizzy in the shower yesterday, had to sit on the floor. My sister says it sounds like her before she was diagnosed. Not sure if this can wait until the 14th? Emeka"

Reply sent 09:20: please come to the immunotoxicity clinic today at 13:00, do not drive yourself. RN notified. Patient read the message at 15:50, answered that he was asleep, and will come tomorrow or after the weekend. Phoned x2, voicemail. P.H.`,
    },
    {
      day: -91,
      at: '06:35',
      kind: 'emergency',
      title: 'Emergency department note',
      format: 'rtf',
      carriage: 'inline',
      author: 'emergency-physician',
      text: `# Triage
Brought by wife, collapse at home, vomiting x6 overnight, headache 8/10.

# HPI
50-year-old on ipilimumab and nivolumab (third dose 17 days ago) with two weeks of worsening frontal headache, nausea, profound tiredness. Unable to stand this morning. No fever, neck stiffness, diarrhea or rash. No steroids ever. Sister has Addison disease.

# Exam
T 36.2, BP 82/48, HR 104, RR 16, SpO2 97% RA, glucose 61. GCS 14, slow answers. Pupils equal, bitemporal fields full. No meningism. Dry mucosae. Abdomen soft. Skin pale, not pigmented.

# Labs
Na 124, K 4.6, creatinine 1.1, bicarbonate 21, Hgb 13.9, eos 0.7, lactate 2.2, troponin negative, CRP 22. Random cortisol 0.9, ACTH 4, TSH 0.3, FT4 0.5.

# Course
Treated as adrenal crisis before results were back: hydrocortisone 100 mg IV, dextrose 25 g, saline 2 L. BP 108/64 within 90 minutes, headache 3/10 and the first smile. CT head without bleed or mass. MRI pituitary ordered. Oncology and endocrinology called.

# Impression
Adrenal crisis from probable immunotherapy hypophysitis. Admit step-down. Critical care time 45 min.`,
    },
    {
      day: -91,
      at: '12:25',
      kind: 'imaging',
      title: 'MRI pituitary without and with gadolinium',
      format: 'html',
      carriage: 'inline',
      author: 'radiologist',
      alsoDocument: true,
      text: `# Reason
Melanoma on checkpoint inhibitors, low cortisol, headache. Hypophysitis? Metastasis?

# Technique
Thin sagittal and coronal T1 before and after contrast, dynamic series, T2 coronal; whole brain FLAIR and diffusion.

# Findings
The gland is diffusely enlarged, 11 mm in height with convex upper margin (4 mm on the staging MRI five months ago), and enhances homogeneously. The stalk is thickened to 4 mm and stays in the midline. The suprasellar cistern is narrowed; the chiasm is approached but not displaced. Posterior bright spot preserved. No focal lesion. Brain without metastasis, ventricles normal. Postoperative change of the right nasal cavity, no recurrent mass.

# Impression
Symmetric enlargement of the pituitary with stalk thickening, typical for hypophysitis. Metastasis unlikely.

Cavernous sinuses symmetric with patent flow voids. Optic nerves normal. No leptomeningeal enhancement. Paranasal sinuses with mucosal thickening of the left maxillary antrum. The findings were discussed with the emergency physician at 12:40. A follow-up in six to eight weeks is advised to document regression.`,
    },
    {
      day: -90,
      at: '10:50',
      kind: 'consult',
      title: 'Endocrinology inpatient consult',
      format: 'plain',
      carriage: 'inline',
      author: 'specialist',
      text: `Consult requested by: hospital medicine. Question: hormone replacement, need of high dose steroids.

Brief: ipi/nivo x3, crisis yesterday w/ BP 82/48, Na 124, gluc 61. Cortisol 0.9 with ACTH 4 = secondary. FT4 0.5 with TSH 0.3 = central hypothyroid. LH 1.1, testosterone 96. Prolactin 9. No polyuria, Na corrects, posterior bright spot there, so no AVP deficiency so far.

Seen in bed, talks fluently, wife present. BP 116/70 lying, 110/68 standing. Fields full with red pin. Headache 2/10 on stress dose hydrocortisone alone.

Impression: ipilimumab hypophysitis, panhypopituitarism incl. adrenal crisis. I would call this grade 3 (hospitalised, not ventilated or on pressors) though crisis always could have been 4.

Recs:
1. HC 50 q6h today, halve tomorrow, then 15+5 mg.
2. NO levothyroxine before HC is running >48 h; then 100 mcg.
3. no high dose pred: no visual compromise, headache settled. It does not bring the axis back.
4. emergency card, IM kit, sick-day teaching to wife and teenagers.
5. testosterone recheck 8 wk.
6. PD-1 may go on once stable on replacement.`,
    },
    {
      day: -87,
      at: '14:30',
      kind: 'discharge',
      title: 'Discharge summary',
      format: 'pdf',
      carriage: 'binary',
      author: 'hospitalist',
      text: `# Reason for admission
Adrenal crisis with hypotension, hyponatremia and hypoglycemia.

# Final diagnoses
- Immune-related hypophysitis due to ipilimumab and nivolumab
- Secondary adrenal insufficiency, with crisis at presentation, CTCAE grade 3
- Central hypothyroidism, hypogonadotropic hypogonadism
- Mucosal melanoma with lung metastases

# Hospital course
Mr Lindgren came with collapse after two weeks of headache. Pressure answered within two hours to hydrocortisone and saline, no vasopressor was needed. MRI showed a pituitary of 11 mm with thick stalk. Sodium went from 124 to 136 over three days, not faster than 8 per day. Levothyroxine was started on the last hospital day after three days of hydrocortisone. Headache had gone by day two. No visual field loss on formal perimetry.

# Discharge medications
- hydrocortisone 15 mg on waking and 5 mg at 14:00, for life unless endocrinology says otherwise
- levothyroxine 100 mcg daily
- hydrocortisone 100 mg IM kit with two ampoules

# Instructions
Double dose for fever above 38, triple for vomiting or inject and come. Medical alert bracelet ordered. The patient, his wife and his sister (Addison disease since youth) all practised the injection.

# Follow-up
Endocrinology 2 weeks; melanoma clinic 10 days. Cycle 4 of ipilimumab is cancelled.`,
    },
    {
      day: -60,
      at: '15:15',
      kind: 'telephone',
      title: 'Nurse call, sick day',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Wife called: Emeka has had a stomach bug since last night like both kids (school norovirus). Vomited x2, loose stool x3, T 38.2. He already took HC 30 mg this AM and kept it down. BP at home 112/70. Alert, sipping ORS.

Per sick day plan: 40/20 today + tomorrow; if vomits within 30 min of tablet -> IM 100 mg & ED. Diarrhea here is infectious by all appearances (whole household, started same night); last ICI 7 wk ago; still told to phone tomorrow, stool test if > 3 days. FT4 1.1 last week. MD aware.

Addendum next day: no more emesis, 1 loose stool, back to 15/5 from tmrw.

Meds at home: HC 15/5, LT4 100, kit in fridge door (told: room temp is right, not the fridge). Oral intake last 6 h: 900 mL ORS, broth, crackers. Urine x3 pale. No abdominal pain between cramps, no blood. HR by watch 82. Wife will measure BP at 18 and 22.`,
    },
    {
      day: -38,
      at: '10:40',
      kind: 'progress',
      title: 'Melanoma clinic, start of nivolumab maintenance',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval history
Seven weeks since discharge. Works half days. Headaches never came back. Takes hydrocortisone 15 + 5 and levothyroxine 100 mcg faithfully; carries the kit. Skipped one afternoon dose at a wedding and felt flat, nothing worse. Libido poor, testosterone gel to be started by endocrinology.

# Imaging
CT: two of three lung nodules gone, the third 6 mm. MRI pituitary repeated: 5 mm, stalk slim, partly empty sella.

# Objective
BP 128/78 without postural drop, pulse 64, weight 86 kg, ECOG 0.

# Results
Sodium 140, potassium 4.2, glucose 95, FT4 1.3 (TSH of no use in central disease, 0.2), ALT 25.

# Assessment and plan
- Melanoma: near complete response. Nivolumab 480 mg every four weeks.
- Hypophysitis: inflammation over; secondary adrenal insufficiency and central hypothyroidism are permanent and replaced.
- Reminded that infusion days are not stress days, normal dose is enough.

${HISTORY}

# Medicines
Hydrocortisone 15 mg at 6:30 and 5 mg at 14:00, levothyroxine 100 mcg, cetirizine when needed. No opioid, no antifungal that would slow or speed hydrocortisone.`,
    },
    {
      day: -10,
      at: '09:20',
      kind: 'nursing',
      title: 'Infusion visit, nivolumab 2',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Nivo 480 #2. Feels "90 percent". HC taken 7 am, LT4 6:30. BP 126/76 sit, 124/78 stand. HR 66, T 36.4, wt 86.3. Denies HA, N/V, dizziness, vision change, polyuria, loose stools, cough, rash. Kit expiry checked 11 months left; bracelet on. Kids did a refresher w/ orange and needle, pt laughing. 30 min infusion, no reaction. Next 4 wk. Endo appt on the 22nd re testosterone gel, has questions about fertility but "that ship sailed".`,
    },
  ],
  episodes: [
    {
      term: 'hypophysitis',
      grade: 3,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -112,
      resolvedDay: -38,
      because: 'Headache, pituitary 11 mm, hospital admission, endocrinology "grade 3".',
    },
    {
      term: 'adrenal-insufficiency',
      grade: 3,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -94,
      because: 'Crisis with BP 82/48, cortisol 0.9, ACTH 4, admission, "CTCAE grade 3"; hydrocortisone for life.',
    },
    {
      term: 'hypothyroidism',
      grade: 2,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -91,
      because: 'Free T4 0.5 with TSH 0.3, levothyroxine 100 mcg.',
    },
    {
      term: 'rash-maculopapular',
      grade: 1,
      attribution: 'uncertain',
      status: 'historical',
      onsetDay: -140,
      resolvedDay: -132,
      because: '"Transient grade 1 rash, nothing needed."',
    },
  ],
}
