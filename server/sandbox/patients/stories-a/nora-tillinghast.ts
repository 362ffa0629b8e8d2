import { ALT, CREATININE, TSH } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `GYN HISTORY (copied forward): Lynch syndrome with MSH6 variant, hysterectomy and salpingo-oophorectomy two years ago for endometrial carcinoma stage IB grade 2. Vault recurrence of 3.2 cm and two pelvic nodes this spring, mismatch repair deficient. Radiation declined. Elbow psoriasis for thirty years, mild. Mother with Hashimoto disease and vitiligo, brother with Crohn disease, aunt with type 1 diabetes.`

export const noraTillinghast: Story = {
  id: 'nora-tillinghast',
  name: { given: 'Nora', family: 'Tillinghast' },
  gender: 'female',
  born: '1970-02-17',
  shows:
    'Nothing happens: dostarlimab without toxicity, long counselling that names every irAE, a family full of autoimmune disease.',
  diagnosis: 'Endometrial carcinoma, mismatch repair deficient, recurrent',
  treatments: [
    {
      agents: ['dostarlimab'],
      charted: 'rxnorm',
      text: 'dostarlimab-gxly 500 mg IV q3w, then 1000 mg q6w',
      days: [-170, -149, -128, -107, -86, -44, -2],
    },
  ],
  problems: [
    { text: 'Lynch syndrome (MSH6)', icd10: 'Z15.09' },
    { text: 'Surgical menopause', day: -700 },
    { text: 'Psoriasis of the elbows, mild, since 1990', icd10: 'L40.0', day: -12000 },
  ],
  drugs: [
    { text: 'calcipotriol ointment to elbows prn', from: -5000, reason: 'psoriasis' },
    { text: 'venlafaxine 37.5 mg PO daily', from: -600, reason: 'hot flushes' },
  ],
  laboratory: [
    {
      ...ALT,
      values: [
        [-171, 17],
        [-150, 19],
        [-129, 16],
        [-108, 21],
        [-87, 18],
        [-45, 20],
        [-3, 19],
      ],
    },
    {
      ...TSH,
      values: [
        [-171, 2.2],
        [-129, 2.0],
        [-87, 2.4],
        [-45, 2.3],
        [-3, 2.1],
      ],
    },
    {
      ...CREATININE,
      values: [
        [-171, 0.7],
        [-108, 0.7],
        [-45, 0.8],
        [-3, 0.7],
      ],
    },
  ],
  notes: [
    {
      day: -172,
      at: '13:00',
      kind: 'consult',
      title: 'Immunotherapy teaching visit',
      format: 'html',
      carriage: 'inline',
      author: 'nurse',
      text: `# Purpose of the visit
One-hour lesson before the first dostarlimab. Present: Nora, her wife Beth, nurse Oyelaran. Language English, no interpreter. Learning style: likes lists. Barriers: none, reading glasses.

# How the medicine works
We explained with the drawing on page two that the medicine does not attack the tumor itself but releases a brake on the body's own defence, and that the same freed defence may turn on healthy organs. This may begin within days or only after many months, and it may even begin after the last dose, which is why we want to hear from you for at least a year afterwards.

# What may be affected (read together, page 3 to 7)
- Bowel: colitis shows as loose stool, more trips than usual, cramps, blood or slime. Rarely the bowel can perforate.
- Lung: pneumonitis shows as a new dry cough, short breath or chest tightness.
- Liver: hepatitis shows as yellow eyes, dark urine, nausea, bruises, pain under the right ribs.
- Hormone glands: thyroid too fast or too slow, hypophysitis with headache and tiredness, adrenal insufficiency with dizziness and vomiting, diabetes with thirst and much urine.
- Skin: rash, itching, blisters, white patches; very rarely Stevens-Johnson syndrome with peeling and sores in the mouth.
- Kidney: nephritis with less urine, swelling, blood in urine.
- Heart and muscle: myocarditis with chest pain or fainting, myositis with weak thighs.
- Nerves: myasthenia with drooping lids, Guillain-Barre with rising weakness, encephalitis with confusion.
- Joints: arthritis with swollen hands and stiff mornings.
- Eyes: uveitis with red painful eye or blurred sight.
- Blood: low platelets, anemia.
- During the infusion: fever, chills, flushing, short breath.

# What would happen then
Mild trouble is watched. Moderate trouble means that the infusion waits and prednisone is started. Severe trouble means hospital, steroids into the vein, and sometimes infliximab or other medicines, and the treatment is usually not given again. Steroids have their own side effects, page 9.

# When to call
Fever of 38 or more; four or more extra stools in a day; any blood; new cough or breathlessness; rash over more than a forearm; headache that is not usual; vision change; weakness; fainting. Day line 8 to 5, night line through the operator. If breath is short at rest, or in case of chest pain or fainting: 911, and show the wallet card.

# Today
She has none of these symptoms. Elbow psoriasis is old and mild and may flare; she will send a photo if it spreads. Beth's father had colitis after ipilimumab years ago and recovered, so they know the word.

# Teach-back
Both named five warning signs without looking. Booklet, card, thermometer and the blue folder handed over. Vaccines: flu done. Contraception not needed after hysterectomy. Signed form scanned.`,
    },
    {
      day: -170,
      at: '09:30',
      kind: 'progress',
      title: 'Gynaecologic oncology, dostarlimab 1',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# HPI
56F, Lynch (MSH6). Endometrial ca stage IB gr2, hyst/BSO 2 y ago, no adjuvant. Vaginal bleeding in spring: vault recurrence 3.2 cm + two pelvic nodes, dMMR. RT declined after talk (prior sigmoid surgery). Start dostarlimab 500 q3w x4 then 1000 q6w.

# FHx
Mother: Hashimoto + vitiligo. Brother: Crohn disease. Mat. aunt: type 1 diabetes. Grandfather: RA. She herself: psoriasis elbows since her 20s, calcipotriol only.

# ROS
Hot flushes on venlafaxine. Spotting. BM 1/d. Skin: elbows. All else neg.

# Exam
ECOG 0, 68 kg, BP 122/76. Elbows: two coin-size plaques each side, as in old photos. Vault: friable nodule. Lungs clear.

# A/P
- dostarlimab #1. Autoimmune FHx noted; not a contraindication. Psoriasis may flare.
- see teaching note
- labs q cycle: LFT, Cr, TSH, glucose, cortisol q2
- CT 12 wk; colonoscopy up to date (Lynch)

# Meds
venlafaxine 37.5, calcipotriol prn, multivitamin. Turmeric stopped after teaching. NKDA.

# Social
Landscape gardener, wife Beth, two rabbits. No tobacco. Cider now and then. ECOG 0. Hikes. Last colonoscopy 8 mo ago clean (Lynch).`,
    },
    {
      day: -149,
      at: '08:45',
      kind: 'nursing',
      title: 'Infusion visit 2',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Dostarlimab 500 mg #2. Toxicity checklist all 0: stool 1/d formed, cough 0, SOB 0, rash 0 (elbows same), itch 0, headache 0, thirst 0, joint 0, vision 0, weakness 0, fatigue 1/10. Spotting less. VS 36.5/70/118/72/99% wt 68.2. ALT 19, Cr 0.7, glucose 91. PIV L FA. 30 min, no reaction, obs 15 min. Brought her list: may take multivitamin yes, turmeric capsules rather not. Knows number. Next 3 wk.`,
    },
    {
      day: -107,
      at: '09:00',
      kind: 'progress',
      title: 'Gynaecologic oncology, dostarlimab 4',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval history
Feels entirely normal and asks, half joking, whether there is anything in the bag. No bleeding for four weeks. Had a cold in the second week, over in five days, no cough left. No stool change although her brother's Crohn disease is in flare at the moment and they share a kitchen.

# Examination
ECOG 0, weight 68.8 kg. Vault smooth, nodule 1 cm. Elbow plaques unchanged to the ruler. Lungs clear, abdomen soft, joints free, reflexes normal, no lid lag, no rash.

# Results
ALT 21, creatinine 0.7, glucose 94, cortisol 14, TSH 2.0 last cycle. CT: vault lesion 3.2 to 1.1 cm, nodes 1.8 to 0.9 cm.

# Toxicity
None of any grade attributable to treatment. Negative for rash, colitis, hepatitis, pneumonitis, endocrinopathy.

# Plan
Dose four today; from the next one 1000 mg every six weeks. Printed booklet again, because longer gaps mean that she has to be her own watchman.

${HISTORY}

# Medicines
Venlafaxine 37.5 mg, calcipotriol now and then, multivitamin. Vaccines complete.`,
    },
    {
      day: -86,
      at: '10:10',
      kind: 'telephone',
      title: 'Nurse call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Pt called: red, itchy eyes both, watery, since mowing the lawn on Sunday; every May. Took OTC ketotifen drops, better in an hr. No pain, no light sensitivity, no blurred vision, sees the newspaper fine. Contact lenses no.

Seasonal allergic conjunctivitis, had it since school. Discussed what would be different (pain, photophobia, vision loss = uveitis, same-day eye doctor). She agrees. First 1000 mg dose this afternoon as planned. MD informed, nothing further.`,
    },
    {
      day: -44,
      at: '09:25',
      kind: 'progress',
      title: 'Gynaecologic oncology, dostarlimab 6',
      format: 'ccda',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Six weeks since the last dose. No new symptoms. Went hiking, one blister on the heel from boots. Hot flushes four a day. Sleep fair.

# Review of systems
- No fever, weight loss or night sweats beyond flushes
- No diarrhea, blood, cramps
- No cough, dyspnea, chest pain, palpitations
- No rash or itch beyond the elbows
- No headache, double vision, weakness
- No polyuria or thirst

# Physical findings
Well. BP 120/74, pulse 68, SpO2 98%. Heel blister dry, friction. Elbows as always. Vault smooth without visible tumor.

# Results
ALT 20, creatinine 0.8, TSH 2.3, glucose 90, cortisol 12.8, blood count normal.

# Assessment and plan
Recurrent dMMR endometrial carcinoma in partial response, probably complete by examination. Continue 1000 mg every six weeks. Should any severe immune side effect occur the treatment would be stopped for good; so far there has been none. CT in six weeks.

${HISTORY}

# Medications
Venlafaxine, ketotifen drops in the hay season, calcipotriol. Nothing new. She has given up the turmeric for good.`,
    },
    {
      day: -3,
      at: '12:30',
      kind: 'laboratory',
      title: 'Laboratory report, pre-treatment panel',
      format: 'plain',
      carriage: 'inline',
      author: 'pathologist',
      text: `PRE-IMMUNOTHERAPY PANEL, serum and EDTA, collected 07:40, received in good condition.

ALT 19 U/L (7-45), AST 20 U/L (8-40), ALP 71 U/L (40-130), bilirubin 0.5 mg/dL (0.2-1.2), creatinine 0.7 mg/dL (0.6-1.2), glucose 92 mg/dL, sodium 140, potassium 4.3, calcium 9.4, TSH 2.1 mIU/L (0.4-4.5), cortisol AM 13.1 ug/dL (5-25), CK 66 U/L (30-200), lipase 28 U/L (< 60), WBC 6.1, ANC 3.6, hemoglobin 13.3, platelets 251, eosinophils 0.2.

Comment: no result outside reference limits. No hemolysis, icterus or lipemia index. Reviewed automatically.`,
    },
    {
      day: -2,
      at: '09:40',
      kind: 'nursing',
      title: 'Infusion visit 7',
      format: 'rtf',
      carriage: 'inline',
      author: 'nurse',
      text: `# Assessment
Dose 7 of dostarlimab (1000 mg). Nora came with a cake for the team: half a year since the first infusion. Checklist: stool, skin, lungs, head, eyes, joints, thirst, strength all without change. Fatigue 0. Weight 69.1 kg. Vital signs 36.4, 66, 118/70, 99%.

# Infusion
Peripheral line left hand, one attempt. 30 minutes, no reaction, 15 minutes of watching.

# Teaching
We repeated the rule of four stools and the night number. She asked what "prednisone 1 mg/kg" in her booklet means; explained that this is only what would be given if one of the listed problems came up. No such need.

# Medicines and plans
Venlafaxine and vitamins only. A trip to Iceland with Beth in three weeks; letter for customs and list of hospitals printed. Insurance informed. Next visit with CT in six weeks; she may move it by a week for the trip.`,
    },
  ],
  episodes: [],
}
