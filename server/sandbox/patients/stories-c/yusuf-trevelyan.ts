import { CREATININE, EOSINOPHILS, GLUCOSE } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `RCC BACKGROUND (copied forward): clear cell carcinoma left kidney, nephrectomy, relapse after five years in lung and pancreas tail, IMDC intermediate. Cabozantinib first with nivolumab, cabozantinib stopped at three months for hand-foot skin reaction, nivolumab continued alone. Type 2 diabetes: linagliptin 2021 to early 2024, since then metformin and empagliflozin. Furosemide never. BPH.`

export const yusufTrevelyan: Story = {
  id: 'yusuf-trevelyan',
  name: { given: 'Yusuf', family: 'Trevelyan' },
  gender: 'male',
  born: '1949-07-07',
  shows:
    'Bullous pemphigoid (grade 2) after months of pruritus (grade 2) on nivolumab; an earlier hand-foot reaction belongs to cabozantinib and a gliptin was stopped long before.',
  diagnosis: 'Renal cell carcinoma, clear cell, metastatic to lung and pancreas',
  treatments: [
    {
      agents: ['nivolumab'],
      charted: 'ndc',
      text: 'OPDIVO 100 mg/10 mL, 480 mg IV q4w',
      days: [-355, -327, -299, -271, -243],
    },
    {
      agents: ['nivolumab-sc'],
      charted: 'rxnorm',
      text: 'Opdivo Qvantig (nivolumab and hyaluronidase-nvhy) 1200 mg SC',
      days: [-215, -187, -159, -131],
    },
    { agents: ['cabozantinib'], charted: 'text', text: 'cabozantinib 40 mg PO daily, ward dose', days: [-355] },
  ],
  problems: [
    { text: 'Type 2 diabetes', icd10: 'E11.9', day: -4400 },
    { text: 'Left nephrectomy', icd10: 'Z90.5', day: -2200 },
    { text: 'Hand-foot skin reaction, cabozantinib', icd10: 'L27.1', day: -260, status: 'resolved' },
    { text: 'Bullous pemphigoid', icd10: 'L12.0', day: -118 },
    { text: 'Benign prostatic hyperplasia', icd10: 'N40.1' },
  ],
  drugs: [
    { text: 'metformin 500 mg PO bid', from: -3800 },
    { text: 'empagliflozin 10 mg PO daily', from: -900 },
    { text: 'tamsulosin 0.4 mg PO nightly', from: -2900 },
    { text: 'cetirizine 10 mg PO daily', from: -187, until: -90, reason: 'pruritus' },
    { text: 'gabapentin 100 mg PO nightly', from: -150, until: -70, reason: 'pruritus' },
    {
      text: 'clobetasol 0.05% cream 30 g daily to whole body, then lesions only',
      from: -115,
      reason: 'bullous pemphigoid',
    },
    { text: 'doxycycline 100 mg PO bid', from: -115, reason: 'bullous pemphigoid' },
    { text: 'prednisone 40 mg PO daily, taper 6 weeks', from: -110, until: -66, reason: 'bullous pemphigoid' },
    { text: 'linagliptin 5 mg PO daily', from: -1900, until: -910, reason: 'type 2 diabetes' },
  ],
  laboratory: [
    {
      ...EOSINOPHILS,
      values: [
        [-356, 0.2],
        [-187, 0.6],
        [-131, 1.3],
        [-118, 1.8],
        [-88, 0.4],
        [-30, 0.3],
      ],
    },
    {
      ...CREATININE,
      values: [
        [-356, 1.3],
        [-187, 1.4],
        [-118, 1.4],
        [-30, 1.3],
      ],
    },
    {
      ...GLUCOSE,
      values: [
        [-356, 131],
        [-118, 142],
        [-100, 248],
        [-66, 151],
        [-30, 128],
      ],
    },
  ],
  notes: [
    {
      day: -355,
      at: '09:20',
      kind: 'progress',
      title: 'Kidney cancer clinic, start of cabozantinib and nivolumab',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `77M ret. lighthouse mechanic, solitary kidney, RCC relapse lung/pancreas tail.

Clear cell ca L kidney, nephrectomy 6 yr ago, relapse lung + pancreatic tail, IMDC int. DM2 since 2014 (linagliptin stopped 2 yr ago for cost, now empagliflozin). BPH.

Meds metformin, empagliflozin, tamsulosin. NKDA.
PE ECOG 1, 84 kg, 146/82, chest clear, skin intact, tinea pedis.
Cr 1.3 (eGFR 54), gluc 131, eos 0.2, TSH 3.3, UPCR 0.2.

Plan cabo 40 + nivo 480 q4w. Skin: two things to tell apart - hands/feet = cabo, everywhere else = nivo till proven otherwise. urea cream. BP log. C2 4 wk.

SH wife Carwen, sundials, no tob x30 y. FH none of note. ROS: DOE hills, nocturia x2, no itch (asked on purpose), stool ok, neuropathy no.
Baseline: lipase 30, CK 120, ECG nsr QTc 428, TTE 60 %, amylase nd, dental ok. UPCR .2. PSA 3.1.
Pharm: empa + cabo → volume, hold if diarrhea > 24 h; cabo + tamsulosin ok; no CYP3A4 inhibitors. Oral chemo teaching done. Emergency card ok.`,
    },
    {
      day: -260,
      at: '10:30',
      kind: 'telephone',
      title: 'Sore soles',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Reports soles + palms red, thick, sore x10 d, blister on R heel and L ball of foot, hurts to walk to mailbox. No rash elsewhere, mouth ok. Picture via app: classic HFSR at pressure points, 2 blisters 1-2 cm.

Dr V: hold cabozantinib till better, then? Pt says "I'd rather not have it back". This is cabo HFSR G2-3, nivo continues. Urea 40%, clobetasol soles bid, lidocaine. F/u 1 wk.

Further: cabo 40 since 3 mo. Stools 3-4 soft, loperamide 1. BP log 138-150/80s. Wt down 2. Mouth a bit sore w/ pepper. No itch, no hives, no fever. Shoes tight. HFSR tips emailed: gel inserts, no hot baths, file callus no. MD visit in 2 wks as planned. Pt relieved not nivo: "that one can stay".`,
    },
    {
      day: -243,
      at: '11:10',
      kind: 'progress',
      title: 'Clinic, cabozantinib stopped',
      format: 'rtf',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Soles peeled and healed within twelve days without cabozantinib. Loose stools went too. Appetite back.

# Examination
Palms pink, no blister. Remaining skin normal, dry legs. BP 132/76 without the tablets, 82 kg.

# Imaging
Lung nodules 60 percent smaller, pancreatic tail lesion 14 mm instead of 26.

# Plan
- nivolumab alone; from next time under the skin, he asked for it
- hand-foot reaction recorded as cabozantinib effect, resolved
- empagliflozin: dry feet, check for thrush

# Review
Hands fine, opens jars. Walks to the sea wall. Stool formed. Mouth healed. No cough, no itch, no hives. Thirst as ever on empagliflozin. Weight regained one kilo.

# Laboratory
Creatinine 1.4, glucose 134, ALT 24, TSH 3.0, urine protein low, lipase 34.`,
    },
    {
      day: -187,
      at: '14:05',
      kind: 'nursing',
      title: 'Injection visit, nivolumab SC #2',
      format: 'html',
      carriage: 'inline',
      author: 'nurse',
      text: `# Visit
Second Qvantig, abdomen left, 5 minutes, no swelling.

# Symptoms asked
- Itch: yes, new, forearms, trunk and thighs in waves, evenings, for three weeks; scratches until it bleeds
- Rash: none seen besides scratch marks on both forearms and flanks
- Stool, cough, thirst, joints, vision: no

# Signs
Temp 36.5, pulse 74, BP 138/80, 83 kg.

# Nurse assessment
Pruritus grade 2: widespread and intermittent, excoriations. No primary lesion, no scabies burrows between the fingers, wife does not itch. Eosinophils 0.6. Creatinine 1.4. Dr Vasterling informed.

# Advice
Cetirizine 10 mg in the evening, emollient after lukewarm shower, short nails. Send a photo of anything that looks like a blister or hive.`,
    },
    {
      day: -131,
      at: '10:45',
      kind: 'progress',
      title: 'Kidney cancer clinic',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `S: itch x11 wks, cetirizine meh, gabapentin 100 qhs some help, sleeps ~5 h. No blister. "some hives" thighs last wk.

ROS const neg, eyes neg, mouth neg, resp neg, GI neg, GU nocturia x2, neuro neg, psych "itchy".

O: 83 kg. Urticarial plaques inner thighs + flanks, fixed > 24 h per wife, excoriations arms. ~8% BSA. No vesicles, mucosa ok. Nikolsky neg.
eos 1.3. Cr stable. bili nl (not cholestatic).

A/P: 1. Pruritus G2 on nivo w/ urticarial plaques + eosinophilia - prebullous pemphigoid? send BP180/230, derm referral 2 wks (urgent). gave SC nivo today - in hindsight maybe wait, discussed. TAC 0.1. 2. RCC cont resp.

${HISTORY}

Serum sent: BP180, BP230, total IgE, tTG. Tick-offs: no new meds since spring except cetirizine/gabapentin; gliptin stopped 2 y (wife confirms from pharmacy printout); no loop diuretic; no PUVA; scabies prep neg. Sleep log: 5 h. Cr 1.4 UPCR .2. TSH 2.8 ALT 19 lip 33.
Vitals 134/78 76 36.6 97. Derm agrees w/ 2 wk slot, call earlier if blister. Info sheet: what a blister looks like.`,
    },
    {
      day: -118,
      at: '08:40',
      kind: 'consult',
      title: 'Dermatology, urgent',
      format: 'html',
      carriage: 'binary',
      author: 'specialist',
      text: `# Reason
Blisters since five days in a man on nivolumab.

# Skin
Tense clear bullae from 0.5 to 4 cm on thighs, flanks, forearms and lower abdomen, on red urticarial plaques and on plain skin, some eroded and crusted. Blistered and eroded area about 15 percent of the body. Painful where the belt rubs. Palms two vesicles, soles free (so not the old drug again). Mouth, eyes, genitals spared. Nikolsky negative. No targets, no fever.

# Drug review with pharmacy
Linagliptin was stopped more than two years ago. No furosemide, no spironolactone, no antibiotics in three months. Empagliflozin is not known for this. Cabozantinib ended 4 months ago. Nivolumab: nine doses, last two weeks ago.

# Procedures
Two punch biopsies: edge of a bulla for histology, skin next to it for immunofluorescence. Swab of an eroded spot.

# Impression
Bullous pemphigoid, most likely from PD-1 blockade. CTCAE grade 2 (15 percent, painful).

# Treatment
- clobetasol cream 30 g a day, whole body sparing the face
- doxycycline 100 mg twice
- prick large bullae, keep roofs, non-stick dressing; home nurse
- nivolumab on hold

# Course before this visit
Itch since autumn, at first without any mark, then hives that stayed more than a day, then five days ago the first blister on the left thigh after a warm bath. He counted them with his wife: four, nine, twenty, then gave up. Cetirizine and gabapentin took the edge off. Fever none. Appetite fair. Dresses himself, slowly, the trousers stick.

# Prior skin trouble
Sole and palm reaction with blisters in spring under cabozantinib, gone within two weeks. Tinea between the toes. No psoriasis, no eczema, no earlier autoimmune disease. No dementia, no stroke, no Parkinson disease, which go with pemphigoid at his age.

# Laboratory today
| Test | Value |
| Eosinophils | 1.8 |
| Creatinine | 1.4 |
| Albumin | 3.6 |
| Sodium | 137 |
| Glucose | 142 |
| CRP | 14 |`,
    },
    {
      day: -112,
      at: '16:10',
      kind: 'pathology',
      title: 'Skin biopsies with immunofluorescence',
      format: 'plain',
      carriage: 'inline',
      author: 'pathologist',
      text: `Thigh L, punch x2.

H&E: subepidermal split with intact roof; cavity full of eosinophils + fibrin; superficial dermal perivascular infiltrate w/ many eos. No necrotic keratinocytes, no acantholysis.
DIF: linear IgG (2+) and C3 (3+) along BMZ. IgA, IgM neg. Salt split: IgG on the roof.
Serology from -131: BP180 NC16A 112 U (<9), BP230 14.

Dx: bullous pemphigoid. Not hand-foot reaction, not EM/SJS. Relation to anti PD-1 is clinical.

Gross: two 4 mm punches, A roof of blister partly detached, B skin 1 cm away in transport medium.
IF table: IgG ++ linear; IgG4 predominant; C3 +++; IgA, IgM, fibrinogen neg. ELISA done at outside lab. Indirect IF titer 1:320.
Read w/ Dr Abernathy at scope.

Comment: bullous pemphigoid on anti-PD-1 is reported from weeks to over a year after start and may persist after stop. Gliptin-associated form would usually be within exposure. Photomicrographs for teaching (consented). Turnaround 6 d, prelim phoned day 2.`,
    },
    {
      day: -110,
      at: '13:50',
      kind: 'telephone',
      title: 'Results, start of prednisone',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Home RN Jess counted 11 new bullae in 3 days despite clobetasol. Wife can't apply 30 g/d any longer (back). D/w derm + Dr V: add prednisone 40 mg (0.5/kg) qAM, cont doxy + clobetasol. Hold empagliflozin while eroded + eating poorly (ketoacidosis risk), metformin ok, BG bid log → call > 300. Calcium/D. Swab MSSA light growth, no cellulitis: chlorhexidine wash. Fever/pus/mouth sores = same day visit. Remains able to dress & wash self slowly; wife helps w/ back dressings. Nivo stays off.

Supply: clobetasol 30 g tubes x14 approved. Doxy w/ full glass, sun. Pred AM. HTN watch. eye check 3 mo. Constipation no. Home RN 3x/wk. Wife given gloves. Wound photos wk. Call Mon for count.`,
    },
    {
      day: -88,
      at: '10:15',
      kind: 'consult',
      title: 'Dermatology follow-up',
      format: 'ccda',
      carriage: 'inline',
      author: 'specialist',
      text: `# Interval history
No new blister for nine days at 30 mg of prednisone. Itch 2 of 10, sleeps. Sugar 150 to 240.

# Findings
Erosions healed with brown marks and milia, four crusts left on the thighs, about 2 percent. No atrophy yet. Mouth clear.

# Results
Eosinophils 0.4.

# Assessment
Bullous pemphigoid from nivolumab, grade 2 at worst, in control.

# Plan of treatment
- prednisone minus 5 mg weekly, clobetasol to lesions
- doxycycline for three more months
- if relapse below 15 mg: omalizumab or dupilumab before anything wider
- BP180 again at the end of the taper

# Dressings and skin care
Home nurse now weekly. Bath oil, chlorhexidine ended. Wife taught to apply 10 g a day to marks only. Photographs match the numbers above.

# Bone and eye protection
Calcium with vitamin D given, density scan booked, eye pressure by the optician normal.

# Blood pressure and sugar
138 over 80. Metformin continued; empagliflozin back when prednisone is below 15 mg.`,
    },
    {
      day: -66,
      at: '11:30',
      kind: 'progress',
      title: 'Kidney cancer clinic, end of taper',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `Last pred 5 mg today. 0 blisters. Itch occasional. BG 151 fasting, empa back on.

CT: lungs stable PR, panc tail 12 mm. Off nivo 9 wks.

A/P 1. BP (immune rel) G2 → now G1, doxy/clobetasol topical only. Restart nivo? Derm: possible under cover, risk of flare maybe half. Pt: "not while it is quiet". Surveillance CT q8w. 2. DM steroid bump over. 3. HFSR from cabo in past - if PD, cabo at 20 w/ foot care is a choice; he frowned.

Copy forward, dermatology: if relapse below 15 mg: omalizumab or dupilumab before anything wider.

ROS neg resp/GI/GU; sleep 7 h; skin as above. VS 132/78 72 36.4 98 85 kg. Skin: PIH thighs/flanks, milia, no erosion. Lungs cl. Abd soft, scar L flank ok.
Labs Cr 1.4 eos 0.3 ALT 20 cortisol am 10. BP180 44 (112).
Meds: metformin, empa, tamsulosin, doxy 100 bid, clobetasol prn. off: pred, cetirizine, gabapentin.

Risk/benefit of re-treatment 15 min. Shared decision = observe. Carwen keeps a blister diary. Nurse line if ≥ 3 new in a week. Zoster recombinant #1 today.`,
    },
    {
      day: -30,
      at: '09:40',
      kind: 'progress',
      title: 'Surveillance visit',
      format: 'rtf',
      carriage: 'binary',
      author: 'oncologist',
      text: `# Subjective
Two small blisters on the left shin three weeks ago, gone with clobetasol. Otherwise well, repairs a sundial.

# Objective
ECOG 1, 84 kg. Brown marks on thighs and flanks. One crust at the shin, below 1 percent. BP180 31.

# Data
Eosinophils 0.3, creatinine 1.3, glucose 128. CT stable.

# Plan
- pemphigoid smouldering, grade 1, topical clobetasol and doxycycline
- no nivolumab; scan in two months
- wife asks about shingles vaccine: recombinant one, yes

${HISTORY}

# Review
Sleep seven hours. Thirst no. Stool daily. No cough. Joints quiet. Vision ok after cataract check. Bladder as ever. Skin care: bath oil, no wool, the wife uses gloves for the cream. Weight steady. Mood good, grandson in the workshop.

# Medicines
Metformin 500 mg twice, empagliflozin 10 mg, tamsulosin, doxycycline 100 mg twice, clobetasol to spots.`,
    },
  ],
  episodes: [
    {
      term: 'pruritus',
      grade: 2,
      attribution: 'immunotherapy',
      status: 'historical',
      onsetDay: -208,
      resolvedDay: -66,
      because: '"Pruritus grade 2: widespread and intermittent, excoriations", cetirizine and gabapentin.',
    },
    {
      term: 'bullous-dermatitis',
      grade: 2,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -123,
      because: 'Painful tense bullae on 15 percent, linear IgG and C3, BP180 112, "CTCAE grade 2".',
    },
  ],
}
