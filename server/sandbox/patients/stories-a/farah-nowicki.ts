import { ALT, AST, CK, TROPONIN_T } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `ONC SUMMARY (copied forward): scalp melanoma two years ago, Breslow 3.8 mm, excision with split skin graft; relapse with in-transit nodules around the graft and two liver metastases, NRAS Q61R. One dose of a PD-1/LAG-3 combination given as first line. Before that dose troponin, CK, ECG and echo were normal (LVEF 62 percent). Hypertension, statin for nine years without muscle complaints, cataract surgery right.`

export const farahNowicki: Story = {
  id: 'farah-nowicki',
  name: { given: 'Farah', family: 'Nowicki' },
  gender: 'female',
  born: '1954-01-14',
  shows: 'Overlap of myocarditis (grade 4), myositis and myasthenia gravis after one dose of nivolumab and relatlimab.',
  diagnosis: 'Cutaneous melanoma of the scalp, stage IV, NRAS mutated',
  treatments: [
    {
      agents: ['nivolumab-relatlimab'],
      charted: 'rxnorm',
      text: 'Opdualag (nivolumab 480 mg / relatlimab-rmbw 160 mg) IV',
      days: [-64],
    },
    { agents: ['abatacept'], charted: 'text', text: 'abatacept 20 mg/kg IV, compassionate', days: [-36] },
  ],
  problems: [
    { text: 'Hypertension', icd10: 'I10' },
    { text: 'Hyperlipidaemia, on a statin for nine years', icd10: 'E78.5' },
    { text: 'Right cataract surgery' },
  ],
  drugs: [
    { text: 'rosuvastatin 10 mg PO daily', from: -3300, until: -44 },
    { text: 'lisinopril 10 mg PO daily', from: -2000 },
    { text: 'methylprednisolone 1000 mg IV daily x5', from: -43, until: -38, reason: 'myocarditis' },
    { text: 'immune globulin 0.4 g/kg IV daily x5', from: -42, until: -37, reason: 'myasthenia gravis' },
    { text: 'pyridostigmine 30 mg PO tid', from: -42, reason: 'myasthenia gravis' },
    {
      text: 'prednisone 80 mg PO daily, taper by 10 mg weekly',
      from: -38,
      reason: 'myocarditis, myositis, myasthenia',
    },
  ],
  laboratory: [
    {
      ...TROPONIN_T,
      values: [
        [-65, 11],
        [-44, 412],
        [-43, 986],
        [-42, 1340],
        [-40, 1105],
        [-37, 760],
        [-33, 310],
        [-26, 96],
        [-12, 31],
      ],
    },
    {
      ...CK,
      values: [
        [-65, 88],
        [-44, 4820],
        [-43, 6110],
        [-40, 3950],
        [-33, 890],
        [-26, 240],
        [-12, 71],
      ],
    },
    {
      ...AST,
      values: [
        [-65, 21],
        [-44, 198],
        [-40, 171],
        [-26, 44],
        [-12, 25],
      ],
    },
    {
      ...ALT,
      values: [
        [-65, 19],
        [-44, 121],
        [-40, 130],
        [-26, 52],
        [-12, 30],
      ],
    },
  ],
  notes: [
    {
      day: -64,
      at: '10:20',
      kind: 'progress',
      title: 'Melanoma clinic, first Opdualag',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Subjective
72 yo retired translator. Scalp melanoma 2 yrs ago (Breslow 3.8), now in-transit lesions and two liver mets. Feels fine, swims 3 times a week. Here for first dose of nivo/rela. Lives alone, daughter 20 min away.

# Meds
rosuvastatin 10, lisinopril 10, ASA none, eye drops prn.

# Objective
ECOG 0. BP 144/78 HR 70 SpO2 97 T 36.6 Wt 61 kg. Scalp: 5 bluish nodules up to 6 mm around graft. Lids normal, no ptosis. Strength 5/5 prox + distal. Heart regular, no rub. Chest clear. Liver not felt.

# Baseline
ECG NSR, PR 164, no block. hs-TnT 11 (<14). CK 88. AST 21 ALT 19 TSH 2.0 cortisol 13. TTE LVEF 62%.

# A/P
Stage IV melanoma -> Opdualag q4w. Prefer over ipi/nivo given age. Side effects discussed with daughter on speaker: gut, lung, glands, liver, and the rare but dangerous heart and muscle inflammation. Told them: new chest pain, short breath, double vision, hanging eyelids or trouble swallowing = emergency room the same day, show card. Repeat troponin + CK at week 3 as per our protocol. C2 in 4 wk.`,
    },
    {
      day: -47,
      at: '11:15',
      kind: 'telephone',
      title: 'Symptom call day 17',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Pt called w/ "stiff neck and sore thighs" x3 d, thinks she overdid the swimming. Tylenol helps some. Harder to lift kettle. No dyspnea, no CP, no palpitations. Eyes "tired" in evening, no double vision on asking. No rash. Drinking/eating ok. On statin for yrs.

Plan: moved labs up to this Thurs (CK, trop, LFT). Stop rosuvastatin till then per on-call MD. Avoid exercise. ED precautions reviewed: SOB, CP, syncope, diplopia, dysphagia. She repeated them back.`,
    },
    {
      day: -44,
      at: '17:50',
      kind: 'emergency',
      title: 'ED note',
      format: 'html',
      carriage: 'inline',
      author: 'emergency-physician',
      text: `# Chief complaint
Abnormal troponin from clinic labs, droopy eyelids, weakness.

# History
Seventy-two-year-old woman twenty days after a single dose of nivolumab/relatlimab for melanoma. Five days of neck and thigh aching, two days of double vision in the evening, eyelids hang, today cannot lift her head from the pillow, soup came out of her nose at lunch. Slightly short of breath lying flat. No chest pain. Outpatient labs: CK 4820, troponin T 412.

# Examination
| BP | HR | RR | SpO2 | T |
| 108/64 | 58 | 22 | 94% RA | 36.9 |
Bilateral ptosis, left worse, fatigable on upgaze at 20 seconds. Neck flexion 2/5, deltoids 3/5, hips 3/5, grip 4+/5. Nasal voice. Shallow breathing, counts to 17 on one breath. Heart regular then grouped beats. Lungs clear. No rash.

# Data
ECG: sinus, new right bundle branch block, PR 240, runs of Wenckebach. Troponin T 412 -> 604 in two hours. CK 4820, AST 198, ALT 121 (muscle). proBNP 2100. Potassium 4.3. NIF -28, FVC 1.4 L.

# Medical decision making
Checkpoint inhibitor myocarditis with myositis and myasthenic features until proven otherwise – the dangerous triad. Type 1 infarct unlikely, no pain and no ST change, cath per cardiology. Methylprednisolone 1 g IV given in the department at 18:30. Avoid beta blocker, magnesium, fluoroquinolone, macrolide.

# Disposition
Cardiac ICU. Pacer pads on. Daughter at bedside, full code.`,
    },
    {
      day: -43,
      at: '09:30',
      kind: 'consult',
      title: 'Cardiology consult',
      format: 'ccda',
      carriage: 'binary',
      author: 'specialist',
      text: `# Reason for consult
Conduction disease and rising troponin after immune checkpoint blockade.

# History of present illness
As in the emergency note. During the night two pauses of 4 and 6 seconds with near-syncope, complete heart block at 03:10 with ventricular escape of 34. A transvenous wire was placed through the right jugular vein, pacing at 60. Norepinephrine 0.05 for four hours, now off.

# Physical findings
Paced, BP 112/60, JVP 9 cm, no rub, cool toes. Ptosis. Oxygen 2 L by cannula.

# Results
- Troponin T 986, still rising; CK 6110; CK-MB 241
- Echo: LVEF 46 percent (62 at baseline), global strain -11, small effusion without tamponade
- Coronary angiography: no obstructive disease
- Right ventricular biopsy, four pieces, sent

# Assessment
Fulminant immune myocarditis, CTCAE grade 4 (life-threatening heart block, temporary pacing, brief vasopressor). Concurrent myositis and myasthenia gravis.

# Plan of care
Methylprednisolone 1 g daily for five days. If troponin has not fallen by half on day three: abatacept 20 mg/kg, with ruxolitinib as the pharmacy can get it. Wire stays. No infliximab. Permanent discontinuation of all checkpoint inhibitors. Daily ECG, troponin every 12 hours, echo every other day.`,
    },
    {
      day: -42,
      at: '11:00',
      kind: 'consult',
      title: 'Neurology consult',
      format: 'plain',
      carriage: 'inline',
      author: 'specialist',
      text: `Asked for: ptosis, bulbar weakness, resp reserve, ? MG.

Exam (in ICU, paced, 2 L NC, FVC 1.2 L, NIF -24): fatigable ptosis bilat; partial ophthalmoparesis not respecting a nerve; facial weakness; nasal speech; neck flexors 2/5, prox limbs 3/5, distal 4+, reflexes kept; sensation normal. Ice pack improves L lid by 3 mm.

Labs: AChR binding Ab 1.9 (pos > 0.5), anti striated muscle Ab positive, MuSK neg. CK 6110. EMG bedside: decrement 18% at 3 Hz orbicularis oculi, myopathic units w/ fibrillations in deltoid. MR brain no.

Imp: ICI-induced myasthenia gravis (bulbar + respiratory involvement, MGFA IVb) w/ myositis and myocarditis. In CTCAE language MG G4 if she needs the tube, at the moment G3: severe, limiting self care, no ventilation so far. Myositis G3.

Rec: IVIG 0.4 g/kg/d x5 start today (watch volume w/ EF 46) or PLEX if worse. Pyridostigmine 30 tid, carefully, bradycardia is covered by the pacer. FVC/NIF q6h; intubate if FVC < 900 ml or NIF weaker than -20. NPO, NG feeds, speech path. Avoid list posted at bedside. Steroids are needed for the heart anyway - we know they can dip MG in week 1.

${HISTORY}`,
    },
    {
      day: -40,
      at: '15:00',
      kind: 'pathology',
      title: 'Endomyocardial biopsy',
      format: 'plain',
      carriage: 'inline',
      author: 'pathologist',
      text: `SPECIMEN: right ventricular septum, endomyocardial biopsy, 4 fragments, one day transport in formalin.

MICROSCOPIC DESCRIPTION: all four fragments show interstitial infiltrates of lymphocytes and macrophages with multifocal myocyte necrosis. Immunostains: CD3 and CD8 positive T cells dominate, CD68 positive macrophages numerous, CD20 rare. No giant cells, few eosinophils. PD-L1 is expressed on injured myocytes. Congo red negative. No viral inclusion; PCR for enterovirus, adenovirus, parvovirus B19 and HHV-6 not detected.

DIAGNOSIS: acute lymphocytic myocarditis with myocyte necrosis (Dallas criteria positive), high grade. In a patient treated with immune checkpoint inhibition the findings are those of treatment-related myocarditis. Dr Vasterling informed by phone.

COMMENT: tissue adequate (four of four with myocardium). Fibrosis is not seen, which speaks for a young process. Electron microscopy not requested. One fragment frozen for research under consent held at the heart center. No melanoma cells with SOX10. Slides shown at the interdisciplinary conference on Wednesday; cardiology and oncology present.`,
    },
    {
      day: -37,
      at: '08:15',
      kind: 'progress',
      title: 'ICU progress note, day 8',
      format: 'plain',
      carriage: 'inline',
      author: 'hospitalist',
      text: `ICU D8. Myocarditis G4 / myositis / MG.

Neuro: ptosis still, diplopia, speech a touch clearer after IVIG 5/5 yesterday. FVC 1.3, NIF -30. CV: own rhythm since yesterday AM, 1st deg AVB 230 + RBBB, wire at back up 40. TnT 1340 (peak, HD3) > 1105 > 760, slow. EF 48. no pressor since HD2. Resp: 1 L, never tubed. GI: NG feeds at goal, stool 1/d. Renal ok. ID: afeb, TMP/SMX (MG ok), no quinolones. Endo: gluc 160-240 on insulin SS, steroid. Heme: hgb 11.

A/P
- Trop fell but not by half on d3 -> abatacept planned tomorrow 20 mg/kg (ethics/pharmacy approved).
- methylpred 1 g done x5, now pred 80 PO per NG
- LFT AST 171/ALT 130 = muscle, GGT normal, do not call hepatitis
- PT in bed, SLP q day
- goals: daughter Lena HCP, full tx
Copied forward from ICU D5: Methylprednisolone 1 g daily for five days, wire stays, no infliximab, permanent discontinuation of all checkpoint inhibitors, daily ECG, troponin every 12 hours.

${HISTORY}`,
    },
    {
      day: -26,
      at: '14:00',
      kind: 'discharge',
      title: 'Discharge summary to rehabilitation',
      format: 'html',
      carriage: 'binary',
      author: 'hospitalist',
      text: `# Principal diagnosis
Immune checkpoint inhibitor myocarditis, grade 4, biopsy proven.

# Further diagnoses
- Myositis, grade 3 (peak CK 6110)
- Myasthenia gravis, AChR antibody positive, grade 3
- Steroid hyperglycaemia
- Metastatic melanoma, off treatment

# Summary of the stay
Mrs Nowicki was admitted twenty days after her first and only dose of nivolumab/relatlimab. Complete heart block on the first night was bridged by a temporary pacing wire for seven days; conduction came back to first-degree block and a permanent device was not needed. She received five grams of methylprednisolone, five days of immunoglobulin and one dose of abatacept. She never needed a ventilator, with lowest vital capacity of 1.2 litres. She swallows minced food since day 14. Ejection fraction 54 percent at discharge.

# Function
Walks 20 m with frame, needs help to wash and dress.

# Discharge medicines
Prednisone 70 mg falling by 10 mg weekly with troponin before each step; pyridostigmine 30 mg three times daily; lisinopril 5 mg; pantoprazole; co-trimoxazole; insulin glargine 8 units.

# Never again
Checkpoint inhibitors of any class. Also avoid fluoroquinolones, macrolides, magnesium IV, beta blockers. Statin stays off.

# Course by system
Heart. Troponin T went from 412 to a peak of 1340 on the third day and down to 96 at discharge, by half only after abatacept. Rhythm: right bundle branch block and Wenckebach on arrival, complete block with escape of 34 in the first night, wire through the right jugular vein, own conduction back on the sixth hospital day, wire out after seven days. Two short runs of non-sustained ventricular tachycardia on day two, none since. Ejection fraction 46, 48, 51 and 54 percent on serial echo. Coronary arteries were free of obstruction. No amiodarone was given. Diuretic needed for four days after immunoglobulin, which brought two litres of fluid.

Nerve and muscle. Neck flexion 2 of 5 on arrival, 4 minus today; deltoids 3 to 4 minus. Lids stay up until late afternoon. Double vision on far left gaze only. Vital capacity 1.2 litres at worst and 2.0 today, inspiratory force -28, -24 and now -46. She was watched in a bed with ventilator beside it for nine days, without needing it. Nasogastric feeding for twelve days, then thickened fluids, then minced food. Pyridostigmine gave mild belly cramps that went with a smaller dose at noon.

Liver tests. AST and ALT up to 198 and 130 with normal GGT and bilirubin ran in parallel with CK and were taken as muscle; ultrasound of the liver showed the known metastases, smaller. There is no hepatitis.

Infection. One day of fever of 38.3 on day ten, urine grew E. coli, treated with five days of ceftriaxone (safe in myasthenia). Lines out. No pneumonia on film.

Glucose. Up to 290 on the gram doses, insulin infusion for two days, then basal insulin. HbA1c before was 5.6 so this is from steroids and should go with them.

Mind. Frightened in the first week, hallucinated cats on the steroid pulse, settled. She asked many times whether she had done something wrong with the swimming. She had not.

# For the rehabilitation clinic
Daily vital capacity for another week; call us below 1.4 litres. Troponin and CK twice weekly and before each steroid step; a rise of troponin by more than half means stop the taper and ring the cardio-oncology line. No strenuous training of the arms; heart rate below 110. Swallowing therapist daily. Watch the lids at five in the afternoon, before the last pyridostigmine. Vaccines not now. Feet up, stockings, low salt.

# Family and wishes
Daughter Lena is health care proxy. Full treatment. They are told that the drug will not be given again and that the melanoma will be looked at by CT in two weeks, since one dose can be enough.`,
    },
    {
      day: -12,
      at: '10:30',
      kind: 'progress',
      title: 'Cardio-oncology and melanoma joint clinic',
      format: 'rtf',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
From rehab with daughter. Prednisone 50 mg. Climbs eight stairs. No double vision since last week, lids good until evening. Swallows bread again. No syncope, no dyspnea lying flat. Glucose 130 to 180.

# Exam
BP 126/72, HR 74 regular, SpO2 97%. Neck flexion 4/5, deltoid 4/5, hips 4 minus. Mild left ptosis after 60 seconds of upgaze. No edema. Scalp nodules flat and brown, smaller.

# Results
Troponin T 31, CK 71, AST 25, ALT 30. Echo LVEF 57%. Holter: first-degree block, no pause. MRI heart: late enhancement of the inferolateral wall, edema gone. CT: liver metastases 40 percent smaller after the single dose.

# Plan
- Myocarditis recovering, still on taper, next step 40 mg with troponin on Friday.
- Myositis and myasthenia improving; pyridostigmine to twice daily next month if neurology agrees.
- Melanoma responds; observation only. No further immunotherapy.

# Medicines
Prednisone 50 mg, pyridostigmine 30 mg three times, lisinopril 5 mg, pantoprazole, co-trimoxazole, glargine 8 units. Rosuvastatin stays off.

${HISTORY}

# Home
Lives with the daughter for now. Swimming is forbidden until the Holter at three months. She reads again, one eye closed in the evening out of habit.`,
    },
  ],
  episodes: [
    {
      term: 'myocarditis',
      grade: 4,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -44,
      because: 'Troponin 1340, complete heart block, pacing wire, biopsy, "CTCAE grade 4".',
    },
    {
      term: 'myositis',
      grade: 3,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -50,
      because: 'CK 6110, proximal weakness 3/5, "Myositis G3".',
    },
    {
      term: 'myasthenia-gravis',
      grade: 3,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -46,
      because: 'Ptosis, bulbar weakness, AChR antibody, "G3: severe, limiting self care".',
    },
  ],
}
