import { CREATININE, CRP, HAEMOGLOBIN, PLATELETS } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `Onc hx, copied forward from first visit: lung adenoca LLL w/ bone + pleural mets, PD-L1 20 percent, KRAS G12D, no EGFR/ALK/ROS1. Carbo AUC5 + pemetrexed 500 + pembro 200 q3w x4, then pem/pembro. Folate + B12 from 10 d before. Type 2 DM x15 yr on metformin w/ known numb toes. MGUS followed. Never smoker, passive.`

export const ullaRavensworth: Story = {
  id: 'ulla-ravensworth',
  name: { given: 'Ulla', family: 'Ravensworth' },
  gender: 'female',
  born: '1957-05-05',
  shows:
    'Chemo-immunotherapy: neutropenia, anaemia and neuropathy belong to carboplatin, pemetrexed and diabetes; the pneumonitis (grade 3) belongs to pembrolizumab.',
  diagnosis: 'Lung adenocarcinoma, stage IVB, KRAS G12D, PD-L1 20%',
  treatments: [
    {
      agents: ['carboplatin', 'pemetrexed'],
      charted: 'text',
      text: 'carboplatin AUC 5 IV + pemetrexed 500 mg/m2 IV',
      days: [-186, -165, -137, -116],
    },
    {
      agents: ['pembrolizumab'],
      charted: 'reference',
      text: 'pembrolizumab 200 mg IV',
      days: [-186, -165, -137, -116, -95],
    },
    { agents: ['pemetrexed'], charted: 'text', text: 'pemetrexed 500 mg/m2 IV maintenance', days: [-95, -25] },
  ],
  problems: [
    { text: 'Type 2 diabetes with polyneuropathy', icd10: 'E11.42', day: -5400 },
    { text: 'Monoclonal gammopathy of undetermined significance', icd10: 'D47.2' },
    { text: 'Febrile neutropenia', icd10: 'D70.1', day: -154, status: 'resolved' },
    { text: 'Pneumonitis due to pembrolizumab', icd10: 'J70.2', day: -82, status: 'resolved' },
    { text: 'Antineoplastic chemotherapy induced anemia', icd10: 'D64.81', day: -137 },
  ],
  drugs: [
    { text: 'metformin 1000 mg PO bid', from: -5000, reason: 'type 2 diabetes' },
    { text: 'folic acid 1 mg PO daily', from: -196, reason: 'pemetrexed' },
    { text: 'cyanocobalamin 1000 mcg IM every 9 weeks', from: -196, reason: 'pemetrexed' },
    { text: 'dexamethasone 4 mg PO bid the day before, of and after pemetrexed', from: -187 },
    { text: 'pegfilgrastim 6 mg SC once per cycle', from: -136, until: -114, reason: 'neutropenia prophylaxis' },
    { text: 'methylprednisolone 60 mg IV q12h', from: -82, until: -77, reason: 'pneumonitis' },
    { text: 'prednisone 60 mg PO daily, taper over 7 weeks', from: -76, until: -28, reason: 'pneumonitis' },
    { text: 'duloxetine 30 mg PO daily', from: -105, reason: 'painful neuropathy' },
    { text: 'trimethoprim-sulfamethoxazole DS PO M/W/F', from: -77, until: -28, reason: 'PJP prophylaxis' },
  ],
  laboratory: [
    {
      analyte: 'anc',
      loinc: '751-8',
      display: 'Neutrophils',
      unit: '10*3/uL',
      low: 1.8,
      high: 7.5,
      values: [
        [-187, 4.6],
        [-165, 2.1],
        [-154, 0.3],
        [-151, 1.2],
        [-137, 3.4],
        [-116, 5.9],
        [-95, 3.1],
        [-82, 6.8],
        [-25, 4.2],
      ],
    },
    {
      ...HAEMOGLOBIN,
      values: [
        [-187, 12.4],
        [-165, 11.1],
        [-154, 9.4],
        [-137, 8.9],
        [-116, 8.6],
        [-95, 9.3],
        [-82, 9.6],
        [-25, 10.8],
      ],
    },
    {
      ...PLATELETS,
      values: [
        [-187, 312],
        [-154, 71],
        [-137, 188],
        [-82, 260],
      ],
    },
    {
      ...CREATININE,
      values: [
        [-187, 0.8],
        [-137, 0.9],
        [-82, 0.9],
        [-25, 0.9],
      ],
    },
    {
      ...CRP,
      values: [
        [-154, 164],
        [-151, 70],
        [-82, 88],
        [-77, 31],
        [-30, 4],
      ],
    },
  ],
  notes: [
    {
      day: -186,
      at: '08:50',
      kind: 'progress',
      title: 'C1 carboplatin, pemetrexed, pembrolizumab',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `HPI: 69F new stage IVB adeno lung, back pain T8 controlled after RT (8 Gy x1), here C1.

${HISTORY}

Baseline neuro, so that nobody blames the new drugs later: monofilament 4/10 R, 5/10 L; vibration absent at toes; ankle jerks absent; "socks that aren't there" x6 yr. G1 sensory neuropathy pre-existing, diabetic.

PE: ECOG 1, 66 kg, BSA 1.72, 96% RA, lungs ↓ L base.
Lab: ANC 4.6 Hgb 12.4 Plt 312 Cr 0.8 (CrCl 68), A1c 7.4, TSH 1.1, B12 given 10 d ago.

Plan: carbo AUC5 (capped), pem 500, pembro 200. Premeds dex 4 bid D0-2 - antiemetic/anti rash, not for irAE. Olanz prn. Consent for all three incl. marrow (chemo) vs inflammation (pembro).

SH: quilts for the hospice, lives w/ daughter's family, grandson 4. Husband smoked, † . FH: mother breast 70.
Home meds: metformin 1000 bid, folic 1 (10 d), dex dose packs explained x2, amlodipine no longer.
ROS 12 pt neg besides: back ache, numb toes (old), nocturia x1, cough am.
ECG nsr. TTE not needed. PFT DLCO 71 % → baseline CT lungs no ILD, good to know for later.
PharmD: carbo dose calc 5 x (68+25) = 465 mg; pem 860 mg; NSAID hold 2 d around pem told (she takes none).`,
    },
    {
      day: -165,
      at: '09:35',
      kind: 'nursing',
      title: 'C2 day 1 infusion visit',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `C2D1. Wt 65.2. VS 36.6 92 124/70 96%. ANC 2.1 Hgb 11.1 plt 165 → treat.
Sx: nausea gr 1 d2-4, constip then ok. Fatigue mod. Toes numb "the usual". No cough/SOB/diarrhea/rash.
Sequence pembro 30 min → pem 10 → carbo 60. No rxn. BG 212 on dex, metformin cont. Neutropenic precautions: thermometer at home? no - given one. Fever ≥ 38.0 = call any hr. Wig rx declined.

Teach back neutropenic fever 3/3. Mouth care: soft brush, salt rinse. Dex pack for next cycle dispensed w/ calendar. Glucose plan w/ DM RN: check qid on dex days, call > 300. Folic taken daily yes (showed bottle), B12 due C4. Port no. Ride: daughter. Foot check: skin intact, small callus L MT head, no ulcer, podiatry list. Wt loss 0.8, dietitian next wk.`,
    },
    {
      day: -154,
      at: '02:15',
      kind: 'emergency',
      title: 'ED: fever in neutropenia',
      format: 'html',
      carriage: 'inline',
      author: 'emergency-physician',
      text: `# Presenting problem
Temperature 38.9 at home on day eleven of the second cycle.

# History
Sixty-nine-year-old with lung cancer, receives carboplatin, pemetrexed and pembrolizumab. Shivering since midnight, sore mouth, no cough beyond usual, no dysuria. Used the thermometer the nurses gave her.

# Examination
T 39.1, pulse 118, BP 98/56 rising to 112/64 after a litre, SpO2 95 on air. Two small ulcers of the cheek. Lungs with dull left base as known. Port none. Skin clear.

# Data
WBC 0.8, neutrophils 0.3, hemoglobin 9.4, platelets 71, CRP 164, lactate 1.9. Chest film without new shadow. Urine clean. Cultures taken twice.

# Assessment
Febrile neutropenia, MASCC 19. Timing is the nadir of carboplatin and pemetrexed; all three lines low. Not an immune cytopenia.

# Disposition
Cefepime 2 g within forty minutes. Admitted to oncology, single room.

# Medicines and allergies
Metformin, folic acid, vitamin B12 injections, dexamethasone around chemotherapy. No allergy to penicillin. Influenza vaccine this autumn.

# Review of systems
Shivers, sore mouth, tired. No cough beyond usual, no breathlessness, no loose stools, no belly pain, no burning on passing water, no headache, no stiff neck, no rash, no itch, no joint swelling. Gums bled a little when brushing.

# Reassessment at four
Pressure 118 over 66, lactate 1.1, makes urine, jokes about the thermometer.`,
    },
    {
      day: -150,
      at: '12:00',
      kind: 'discharge',
      title: 'Discharge after febrile neutropenia',
      format: 'ccda',
      carriage: 'binary',
      author: 'hospitalist',
      text: `# Hospital course
Four nights. Fever went on the second day under cefepime, cultures remained sterile, neutrophils 0.3 to 1.2 without growth factor, platelets from 71 to 104. Hemoglobin 8.8 to 9.1, no transfusion. Mouth ulcers treated with rinses. Smear: no schistocytes, no blasts, no clumps; reticulocytes low as expected after platinum; haptoglobin normal and Coombs negative, asked for because she is on pembrolizumab.

# Diagnoses
- Febrile neutropenia after chemotherapy
- Anemia and thrombocytopenia after chemotherapy
- Type 2 diabetes

# Instructions
Amoxicillin with clavulanate for three days. Next cycle with pegfilgrastim and carboplatin AUC 4, one week late. Return for fever, bleeding or breathlessness.

# Medications
Metformin, folic acid, amoxicillin-clavulanate, mouth rinse.

# Condition on leaving
Temperature 36.7, pulse 84, pressure 122 over 70, saturation 96 on air. Mouth ulcers healing. Eats soft food. Walks the corridor. Feet as before. Daughter has the thermometer and the number.`,
    },
    {
      day: -116,
      at: '10:40',
      kind: 'progress',
      title: 'C4 visit',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `S: tired. Burning feet at night, worse since C3, now fingertips too, drops needles (quilts). No weakness, no bladder. Stairs ok 1 flight. No cough.

O: ECOG 1. Monofil 2/10 R, 3/10 L. Pinprick ↓ to mid shin + fingertips sym. Power 5/5 all, no facial weakness, no ataxia eyes open. Reflexes knee 1+.
Lab ANC 5.9 (on peg), Hgb 8.6, plt 201, Cr 0.9, MCV 98, ferritin 410, B12 >1000, retic 1.1 %.
CT after 3: LLL 4.0 → 2.6, pleura better, lungs no GGO.

A/P
1. NSCLC PR. C4 = last carbo. Then pem/pembro.
2. Neuropathy G2: length dependent, sensory, platinum on top of DM. Not GBS/CIDP, no motor, no rapid change; would not stop pembro for it. Duloxetine 30. EMG if motor.
3. Anemia G2 chemo (hypoproliferative). Hemolysis labs neg in house. Transfuse < 7.5 or sx.
4. ANC fine w/ pegfilgrastim

${HISTORY}

Vit: 36.8 / 88 / 126/70 / 97% / 64.1 kg. HEENT no thrush. Lungs: L base dull, o/w clear. CV reg. Abd soft. Ext no edema. Skin no rash.
ROS: neg for diarrhea, itch, joint, HA, visual, thirst (BG 130-210 w/ dex days).
Orthostatics neg. Gait: heel walk ok, tandem wobbly. Rep chair rise 5x 14 s = unchanged vs C1 (strength).
Glove/stocking map drawn in media tab. SPEP M spike 0.4 stable (MGUS neuropathy unlikely, IgG kappa). anti-Hu not sent.
Immunizations utd. RTC 3 wk for pem/pembro.`,
    },
    {
      day: -95,
      at: '11:15',
      kind: 'progress',
      title: 'First maintenance visit',
      format: 'rtf',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Burning down to 3 of 10 with duloxetine. Quilting again with a thimble. No fever. Dry tickle in the throat for a week, grandson has a cold.

# Examination
ECOG 1, SpO2 96 percent at rest, 94 after the corridor. Chest: left base dull, no crackles.

# Results
Neutrophils 3.1, hemoglobin 9.3, platelets 230, TSH 1.4, ALT 22.

# Plan
- pemetrexed and pembrolizumab today
- cough: likely viral, but she is at the usual time for pneumonitis; phone on Friday, film if it goes on
- anemia recovering after the end of carboplatin

# Medicines
Metformin 1000 mg twice, folic acid 1 mg, duloxetine 30 mg, dexamethasone packs. B12 given today. Pegfilgrastim no more, since carboplatin has ended.

# Review of systems
Hair thin. Mouth fine. No fever. No breathlessness in the house. Stool normal. Skin dry, no rash. Feet as described, no stumbling. Sleep better with the new tablet. Sugar 120 to 200. No pain of the back.`,
    },
    {
      day: -82,
      at: '16:20',
      kind: 'emergency',
      title: 'ED: dyspnea',
      format: 'plain',
      carriage: 'inline',
      author: 'emergency-physician',
      text: `CC SOB x6 d, worse.

69F NSCLC pem + pembro (last 13 d ago, 5 pembro total). Dry cough 3 wk, now SOB walking to BR, can't dress w/o sitting. No CP, no hemoptysis. T 37.9 once. No leg swelling. Sick contact grandchild (cold). Did call Fri, no one got back?? (message found in pool, apologized)

VS T 37.6 HR 112 RR 28 BP 130/74 SpO2 84% RA → 92% on 5 L NC.
Gen speaks 4-5 words. Lungs fine crackles both mid/lower. CV tachy no m/r/g. Legs no edema.

ABG on 5 L 7.46/33/62. WBC 8.8 ANC 6.8 Hgb 9.6 CRP 88 PCT 0.09 trop <6 BNP 74. Resp viral panel neg, covid neg. BDG sent.
CTPA: NO PE. Bilat GGO + crazy paving all lobes ~50-60 %, LLL mass smaller. No lobar consol.

Dx: acute hypoxic resp failure, pneumonitis from pembrolizumab most likely. Also pem lung, PJP (dex q3wk, lymphopenia), atypicals.
Tx: solumedrol 60 IV q12, CTX/azithro until cx, pulm for bronch. Admit IMC. Full code.

PMH/meds from last onc note. All: NKDA. No amiodarone, nitrofurantoin, MTX. Never smoker. Birds at home? no. Last flu shot Oct.
ROS: + fatigue, + low grade temp. - CP - orthopnea - leg swelling - rash - diarrhea - HA - weakness new.
Reassess 1730: RR 24, 93% on 5 L, less work. BiPAP at bedside not used. Tolerated CT flat on 6 L. Lactate 1.2. Sugar 240 after steroid.
EKG sinus tach, no strain. POCUS: diffuse B lines, LV good, no effusion besides small L.
Family: daughter Agnes at bedside, HCP on file, intubation ok "for a limited time".
CC time 38 min.`,
    },
    {
      day: -81,
      at: '09:10',
      kind: 'consult',
      title: 'Pulmonary consult and bronchoscopy',
      format: 'html',
      carriage: 'binary',
      author: 'specialist',
      text: `# Reason
Diffuse ground glass with hypoxia under pembrolizumab and pemetrexed.

# Findings
Needs 5 to 6 litres by cannula, 91 to 93 percent. Crackles to the scapulae. Bronchoscopy this morning on high flow without complication: airways clean, lavage of the middle lobe 60 of 120 ml.

# Lavage
- 640 cells per microlitre, lymphocytes 58 percent, neutrophils 9, eosinophils 3
- Gram stain, Pneumocystis PCR, galactomannan, mycobacterial stain, viral PCR: negative
- cytology: no malignant cells
- serum beta-D-glucan below 31

# Opinion
Checkpoint inhibitor pneumonitis, CTCAE grade 3: oxygen needed, cannot dress without rest. Pemetrexed lung is rare and had been tolerated without steroids in between; both were running, but pattern, lavage and time favor pembrolizumab.

# Advice
- methylprednisolone 60 mg twice daily, step to prednisone once at 2 litres
- if no better after 48 to 72 hours: infliximab or immunoglobulin
- antibiotics may stop with cultures at 48 hours
- pembrolizumab should not be given again

# History
Never smoked, no birds, no mould, no dust at work. No earlier lung disease. Baseline diffusion 71 percent before treatment, CT then without interstitial change. Chest radiation none; the eight gray to the eighth thoracic vertebra passed through a narrow strip which is clear on the images.`,
    },
    {
      day: -74,
      at: '13:30',
      kind: 'discharge',
      title: 'Discharge summary, pneumonitis',
      format: 'pdf',
      carriage: 'inline',
      author: 'hospitalist',
      text: `ONCOLOGY DISCHARGE SUMMARY

Admitted from the emergency department with saturation of 84 percent on air; leaves with 94 percent on air at rest and 90 after 100 metres.

MAIN DIAGNOSIS: pneumonitis from pembrolizumab, grade 3.
OTHER: lung adenocarcinoma (partial response), anemia after chemotherapy, diabetic and platinum neuropathy, type 2 diabetes with steroid excursions.

HOSPITAL STAY: Oxygen peaked at 6 litres on the second day and was off on day seven. Never on mask ventilation. Lavage lymphocytic, no germ. Antibiotics stopped after 48 hours. Methylprednisolone 60 mg twice daily for five days, then prednisone 60 mg. Glucose up to 340, basal insulin 12 units begun. Hemoglobin 9.4 at discharge, no transfusion, no hemolysis.

FEET: pain unchanged. Power full. No bladder trouble. The ward asked whether this may be an immune neuropathy; neurology saw her once and found a symmetric sensory loss of long standing that fits diabetes and platinum. No further tests.

TABLETS: prednisone 60 mg minus 10 mg per week; trimethoprim-sulfamethoxazole three times weekly; pantoprazole; metformin; insulin glargine 12 units; duloxetine 30 mg; folic acid.

NEXT: clinic in one week with walk test, CT in six weeks. Pembrolizumab ended.

HISTORY IN MORE DETAIL
Dry cough for three weeks, taken for the grandson's cold. The telephone call agreed for Friday was made by her but the message lay in a shared mailbox. In the week before admission she stopped at each landing, then could not cross the bedroom; dressing took half an hour with pauses. One temperature of 37.9. No chest pain, no blood, no swelling of legs. Fifth pembrolizumab and first maintenance pemetrexed thirteen days before; four carboplatin before that.

ON ADMISSION
Saturation 84 percent on air, 92 on 5 litres, breathing rate 28, pulse 112. Fine crackles over both middle and lower fields. Speaks in short phrases. Heart sounds normal. No rash, joints and abdomen normal.

IMAGES
CT angiography without embolus. Ground glass and thickened septa in all five lobes, estimated at more than half of the lung; the tumor of the left lower lobe is smaller. Film on day five clearer in the upper fields. CT again in six weeks.

LUNG FLUID AND CULTURES
Lavage with 58 percent lymphocytes. Pneumocystis, mycobacteria, fungi, viruses and common bacteria absent. Cytology without tumor. Procalcitonin 0.09 and 0.07. Blood cultures sterile after five days.

DAY BY DAY
- Day 1: five litres, methylprednisolone, antibiotics
- Day 2: six litres for the night after bronchoscopy, high flow stood ready and was not used
- Day 3: four litres; antibiotics ended in the evening
- Day 4: three litres, walks to the door
- Day 5: two litres, prednisone by mouth from day six
- Day 7: room air at rest
- Day 8: stairs with the physiotherapist, 90 percent at the top

BLOOD
Hemoglobin 9.6 on arrival and 9.4 on leaving, as after the earlier carboplatin, reticulocytes low-normal, no sign of hemolysis. Neutrophils 6.8 and then 11 under steroids. Platelets normal. The low counts of the past months belong to the chemotherapy and have recovered in the expected order.

DIABETES
Metformin paused for the contrast and resumed on day three. Glargine 12 units, corrections at lunch. Aim below 180. Diabetes nurse will call twice a week; dose must fall with the prednisone.

EXPLAINED TO PATIENT AND DAUGHTER
What pneumonitis is; why pembrolizumab stops for good and pemetrexed may come back later; that a new cough during the taper means a phone call to the direct number, which is written on this page; that fever above 38 is a visit the same day; that the steroid must not be stopped at once. The lost message was reported and they have had an apology from the head nurse.`,
    },
    {
      day: -66,
      at: '15:10',
      kind: 'telephone',
      title: 'Taper call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Taper check, pred 50. Sat at home 95/93 walking. Cough nearly gone. Sleeps in bed flat. BG 140-220, glargine 14 now per diabetes RN. Mood jumpy. Thighs weak getting off toilet - since 1 wk, no pain, no dark urine; discussed w/ Dr V, steroid myopathy suspected, CK w next labs (came back 44). No fever. TMP/SMX taken. Next step 40 Mon.

CK 44 noted (nl). Rpt exercise sheet chair rises emailed. Daughter w/ good Qs re vaccines (RSV ok). Next walk test clinic in 6 d. Red flags read back 3/3.`,
    },
    {
      day: -25,
      at: '10:25',
      kind: 'progress',
      title: 'Pemetrexed alone',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `Off pred 3 d. SpO2 97% RA, walk 96. No cough. CT last wk: GGO gone, faint lines at bases. LLL 2.3 cm.

Numb toes/fingers same, G1-2, sews. Hgb 10.8 rising w/o carbo. ANC 4.2. glargine stopped. CRP 4.

A/P pneumonitis G3 RESOLVED off steroid. Pembro permanently d/c. Continue pem mono with folate/B12 - low but real risk explained, will image at 6 wks. Neuropathy chemo + DM, stable, duloxetine. Anemia chemo, improving.

${HISTORY}

Vitals 122/70 82 36.5 97 % 66.9 kg. Lungs: L base dull only, no crackles. Cushingoid a bit. Thigh strength better, gets up w/o hands x5.
Meds: metformin, folic, B12 today, duloxetine 30, dex w/ pem. Off: pred, TMP/SMX, PPI, glargine.
CrCl 64. TSH 1.6. am cortisol 9.8 3 d off, ok-ish, repeat + sick day rules.
Radiology verbal: "fibrotic strands 2 mm at bases, residual, no active".
Agnes asks if the message that got lost was looked into: yes, reported, pool now checked hourly.`,
    },
  ],
  episodes: [
    {
      term: 'pneumonitis',
      grade: 3,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -95,
      resolvedDay: -25,
      because: 'Saturation 84 percent, 5 to 6 litres of oxygen, lymphocytic lavage without germ, "CTCAE grade 3".',
    },
  ],
}
