import { CK, TSH } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

export const rosalindGreenhalgh: Story = {
  id: 'rosalind-greenhalgh',
  name: { given: 'Rosalind', family: 'Greenhalgh' },
  gender: 'female',
  born: '1956-04-30',
  shows:
    'Guillain-Barré syndrome on dostarlimab, grade 3 on the ward and grade 4 in intensive care, with an older paclitaxel neuropathy that confuses.',
  diagnosis: 'Endometrial carcinoma, mismatch repair deficient, stage IIIC2 with recurrence',
  treatments: [
    {
      agents: ['dostarlimab'],
      charted: 'reference',
      text: 'JEMPERLI (dostarlimab-gxly) 500 mg IV',
      days: [-206, -185, -164, -143],
    },
    {
      agents: ['carboplatin', 'paclitaxel'],
      charted: 'text',
      text: 'carboplatin AUC 5 (460 mg) IV + paclitaxel 175 mg/m2 (310 mg) IV',
      days: [-206, -185, -164, -143],
    },
  ],
  problems: [
    { text: 'Guillain-Barré syndrome, immune checkpoint inhibitor', icd10: 'G61.0', day: -128 },
    { text: 'Peripheral sensory neuropathy from paclitaxel', icd10: 'G62.0', day: -170 },
    { text: 'Type 2 diabetes, diet controlled', icd10: 'E11.9' },
  ],
  drugs: [
    {
      text: 'immune globulin 10% 0.4 g/kg (28 g) IV daily x5',
      from: -124,
      until: -120,
      reason: 'Guillain-Barré syndrome',
    },
    { text: 'methylprednisolone 1 g IV daily x5', from: -122, until: -118, reason: 'immune-related Guillain-Barré' },
    {
      text: 'prednisone 60 mg PO daily, taper over 6 weeks',
      from: -117,
      until: -74,
      reason: 'immune-related Guillain-Barré',
    },
    { text: 'gabapentin 300 mg PO TID', from: -121, reason: 'neuropathic pain' },
    { text: 'enoxaparin 40 mg SC daily', from: -124, until: -84 },
    { text: 'insulin correction scale', from: -121, until: -84, reason: 'steroid hyperglycaemia' },
  ],
  laboratory: [
    {
      ...CK,
      values: [
        [-207, 61],
        [-125, 88],
        [-121, 74],
      ],
    },
    {
      ...TSH,
      values: [
        [-207, 1.9],
        [-144, 2.3],
        [-125, 2.0],
        [-40, 2.2],
      ],
    },
  ],
  notes: [
    {
      day: -206,
      at: '10:15',
      kind: 'progress',
      title: 'Gynecologic oncology, cycle 1',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Summary
Seventy-year-old retired cartographer. Endometrioid carcinoma grade 2, dMMR (MLH1 promoter methylated), operated, radiated to the pelvis; para-aortic and omental recurrence after fourteen months. Starts carboplatin, paclitaxel and dostarlimab.

# Before we start
Feet: sensation to 10 g filament full, ankle jerks present, vibration 6/8 both great toes (diabetes, diet only, HbA1c 6.2). Strength 5/5. She walks 6 km with a stick for balance in mud, not for need.

# Labs
CK 61, TSH 1.9, creatinine 0.8, ALT 20.

# Plan
- dostarlimab 500 mg with chemotherapy every three weeks for six, afterwards 1000 mg every six weeks alone
- dexamethasone 20 mg is premedication for paclitaxel only
- neuropathy score each cycle; write down what is from which drug while we still know

# Examination
ECOG 0, 70.4 kg, BP 132/76. Abdomen soft, midline scar, no ascites. Groins free. Lymphedema of the left ankle since radiation. Lungs clear. Mood steady, sense of humor dry.

# Medicines
None but vitamin D. Glucose by diet. Allergies: nickel.

# Consent
The nurse and I went through the printed list of immune effects line by line, which took half an hour because she corrected the map of the body on page three.`,
    },
    {
      day: -164,
      at: '09:00',
      kind: 'progress',
      title: 'Gynecologic oncology, cycle 3',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# S
Toes numb since ~1 wk after C2, both feet to the ball, symmetric, pins. Fingers ok. No weakness, stairs fine. Bone ache 2 d post taxol. No back pain. BM 1. No rash.

# O
Filament missed 3/10 toes, vib 4/8, ankle jerks present. Strength 5/5 toe + heel walk ok. Romberg neg.

# A/P
1. C3 today all 3 drugs.
2. CIPN from paclitaxel G1 (sensory, stocking, length-dependent, reflexes kept). Paclitaxel stays 175, drop to 135 if G2. Not dostarlimab.
3. Alopecia. wig.
4. CT after C3.

# Labs
ANC 2.2, plt 168, Hgb 11.0, Cr 0.8, gluc 142 (dex), TSH 2.1, ALT 24.

# ROS
No HA, no vision sx, no ptosis or swallowing trouble, no dyspnea. BMs reg w/ senna. Sleep poor night of dex. Back no.

# Meds
senna, ondansetron prn, vit D, dex per protocol. B12 580 checked bc of feet.`,
    },
    {
      day: -136,
      at: '15:10',
      kind: 'telephone',
      title: 'Toxicity call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Day 7 post C4. Numbness "up to the ankles now", legs heavy on stairs, low back ache between shoulder blades + lumbar since 2 d. Thinks it is the taxol. No bowel/bladder issue. No fever, had a cold? no, no diarrhea illness. Told: taxol makes numb, not heavy -> seen Mon, earlier if cannot climb stairs. Neuro checks by husband: can stand from chair w/o arms yes.

Asked: eyelids ok, swallowing ok, speech ok, breathing ok lying flat. Pins in fingertips new since yesterday. Pain 4/10, APAP helps some. Bladder emptied this morning normal. Gluc home 128. Husband: she holds the banister now. Snow forecast for Mon noted, transport offered, they have a 4x4. Told: any trouble climbing, breathing, swallowing -> ambulance not clinic. Message to Dr V sent 15:30, no reply by end of shift, handed to evening RN.`,
    },
    {
      day: -125,
      at: '21:30',
      kind: 'emergency',
      title: 'ED note',
      format: 'rtf',
      carriage: 'inline',
      author: 'emergency-physician',
      text: `# CC
Cannot walk.

# HPI
70 F, endometrial ca, carbo/taxol/dostarlimab cycle 4 eighteen days ago. Missed her Monday visit because of snow. Over ten days numb feet to knees then hands, heavy legs; since yesterday cannot rise from a chair, today fell twice, husband carried her to the car and has fed her since her hands shake and drop the spoon. Back pain 6/10. Swallows fine, voice normal. No incontinence. No preceding infection or vaccine.

# Exam
T 36.6 HR 102 BP 158/94, swings to 118/70. RR 18, SpO2 97 RA. CN intact incl. no ptosis, no diplopia. Strength: hip flexion 2/5 bilat, knee ext 3-, ankle DF 2, deltoid 4-, grip 3+. Reflexes absent knees and ankles, trace biceps. Stocking glove loss to knees/wrists. No sensory level. Rectal tone normal. FVC 2.1 L (63% pred), NIF -42.

# Data
CK 88, TSH 2.0, glucose 134, Mg nl, trop neg, B12 610. MRI whole spine: no cord compression; cauda equina roots enhance.

# Impression
Ascending areflexic weakness over < 4 wk. GBS, likely checkpoint inhibitor related. Not CIPN (motor, arms, autonomic, pace). Neuro at bedside, LP done. Step-down w/ FVC q4h.

# Past history
Type 2 diabetes on diet, stage IIIC2 endometrial carcinoma, pelvic radiation, mild toe numbness from paclitaxel known since cycle 2 (chart). No steroids beyond premedication.

# Medicines
Vitamin D, senna, ondansetron. No statin. No aminoglycoside or magnesium given here.

# LP
L3/4, one pass, opening pressure 14, clear. Tubes to chemistry, cytology, cultures, two frozen.

# Reassessment
22:50 FVC 2.0, NIF -40, speech full. BP 172/98 then 124/72 in ten minutes with no drug. Pain after acetaminophen 4/10. Bladder scan 480 mL, catheter placed. Nursed with bed head up, call bell she can press with her elbow.`,
    },
    {
      day: -124,
      at: '10:00',
      kind: 'consult',
      title: 'Neurology consultation',
      format: 'html',
      carriage: 'binary',
      author: 'specialist',
      text: `# Question
Rapid weakness in a woman on dostarlimab, carboplatin and paclitaxel.

# Course so far
Sensory symptoms of the toes since cycle 2 are one thing (paclitaxel, mild, stable for a month). The second thing began about day minus eight to ten: ascending numbness, back pain, then proximal and distal weakness with loss of reflexes. Maximum not yet reached. Blood pressure labile.

# Examination this morning
Bedbound. Hip flexors 2, quadriceps 2+, tibialis anterior 1, deltoids 3+, grip 3. Areflexia throughout. Vibration absent to the iliac crest. Facial strength mildly reduced on both sides since the night. Neck flexors 4. Bulbar function normal. Single breath count 21. Fed, washed and turned by nurses.

# Investigations
- CSF: 4 cells, protein 138, glucose 71, cytology negative
- MRI: smooth enhancement of lumbar roots, no nodules
- Nerve conduction: prolonged distal latencies, absent F waves in tibial and peroneal nerves, conduction block right ulnar; sural spared
- Acetylcholine receptor antibodies and anti-ganglioside panel sent; CK and troponin normal, so no myositis and no myocarditis

# Opinion
Guillain-Barré syndrome, demyelinating, related to dostarlimab. CTCAE grade 3 today: severe, self care lost. Hughes score 4. At risk of ventilation (facial weakness, FVC 63 percent, pace).

# Recommendation
1. IVIG 0.4 g/kg daily for five days, start now. IgA level sent, not waited for.
2. Unlike classical disease, in the checkpoint inhibitor form I add methylprednisolone if there is no arrest in 48 hours.
3. FVC and NIF every four hours. ICU if FVC under 20 mL/kg (1.4 L), NIF weaker than -30, or trouble swallowing.
4. Telemetry. No beta blocker for pressure peaks. Gabapentin for pain. DVT prophylaxis.
5. Stop dostarlimab for life. No more paclitaxel.

# What was considered and put aside
Paclitaxel neuropathy: sensory, distal, slow, keeps the arms and the breathing; it accounts for the toes of last month only. Leptomeningeal carcinomatosis: roots enhance, but smoothly, protein without cells, cytology negative, and a dMMR endometrial cancer in response would be an odd host; second tap if she does not follow the expected course. Cord compression: excluded by MRI. Myasthenia and myositis: eyes and lids normal, CK 88, fatigability absent, decrement absent on repetitive stimulation; troponin normal, so the triad is not here. Critical hypokalemia, hypophosphatemia, porphyria: laboratory negative. Vasculitic neuropathy: too symmetrical. Botulism: sensory loss speaks against it. West Nile: wrong season and no fever.

# Prognosis and talk
I told Mrs Greenhalgh and her husband that this is usually a wave: it rises for up to four weeks, stands, and falls over months. Age and the speed count against her, the early treatment and the demyelinating type for her. She asked if she would draw again. I said that I expect so and that it will take longer than she would like. She asked next whether the cancer would use the time. Dr Vasterling will answer that.

# Logistics
Spoken with Dr Threlfall, with ICU triage and with pharmacy (28 g from one lot, rate per protocol, hydration, creatinine 0.8). Physiotherapy passive today, boots for both feet. Swallow screen every shift. Pain plan: gabapentin from tonight, low dose, because of sedation and CO2. I come twice a day.`,
    },
    {
      day: -122,
      at: '04:15',
      kind: 'progress',
      title: 'ICU acceptance note',
      format: 'plain',
      carriage: 'inline',
      author: 'hospitalist',
      text: `ICU ACCEPT 04:15. GBS (ICI), IVIG d3. FVC 2.1 -> 1.6 -> 1.2 L over night, NIF -24, RR 28, weak cough, pooled secretions, SpO2 91 on 3 L, pCO2 49. Bifacial weakness, neck flex 3/5.

Life-threatening resp failure evolving -> BiPAP 12/6 started 04:30 as urgent bridge, intubation kit at bed, anesth aware; NO sux. Talked with pt (nods) + husband: full code, wants tube if needed.

Methylpred 1 g IV d1/5 per neuro on call. IVIG continues. HR 60-130 swings, BP 90-190 systolic, short acting agents only. NPO, NG after BiPAP settles. Abx none (CXR basal atelectasis). Foley. Enox 40. Glucose 211 -> scale.

Grade 4 event as of tonight in my book (neuro had G3 two days ago).`,
    },
    {
      day: -119,
      at: '09:40',
      kind: 'progress',
      title: 'ICU progress note',
      format: 'plain',
      carriage: 'inline',
      author: 'hospitalist',
      text: `ICU D4. BiPAP now nights only, 2 L NC days. FVC 1.2 -> 1.5 -> 1.8. Never tubed. NIF -36. Swallow: SLP puree ok from today. IVIG 5/5 finished yesterday. MP d4 of 5 then pred 60.

[unchanged from ICU acceptance 3 days ago] Life-threatening resp failure evolving, BiPAP started as urgent bridge, intubation kit at bed, anesth aware.

Strength: deltoid 4-, grip 4-, hip flex 2, quads 3-, TA 1. Reflexes 0. Face better, can whistle a bit. BP 130-150, no brady 24 h.

P: transfer step-down if night off BiPAP ok. Gluc 160-240 on scale, A1c pending. Bowel regimen. PT/OT in bed, boots against foot drop. CK 74. Husband sleeping in car -> given room.

Meds: MP 1 g d4, gabapentin 300 tid, enox 40, panto 40 IV, SSI, senna/miralax, artificial tears + tape at night (bifacial). Lines PIV x2, Foley d5 (remove if transfers), art line out. Skin intact, heels floated. Neuro: AChR/MuSK neg prelim. CSF cx neg. CXR basal atelectasis better. Cough peak flow 180. Mood: spells words w/ letter board faster than I read. Goals unchanged.`,
    },
    {
      day: -108,
      at: '11:00',
      kind: 'discharge',
      title: 'Discharge to inpatient rehabilitation',
      format: 'pdf',
      carriage: 'binary',
      author: 'hospitalist',
      text: `# Principal diagnosis
Guillain-Barré syndrome, acute inflammatory demyelinating, caused by dostarlimab (immune-related). Worst CTCAE grade 4 (respiratory failure with urgent noninvasive ventilation), at discharge grade 3.

# Other diagnoses
- Sensory neuropathy of the feet from paclitaxel, grade 1, known before
- Endometrial carcinoma, dMMR, partial response after three cycles
- Steroid hyperglycemia on diet-controlled diabetes

# Course in short
Seventeen hospital days, six of them in intensive care. Immune globulin 140 g in five days, methylprednisolone 5 g in five days, prednisone 60 mg since then. Lowest vital capacity 1.2 L, now 2.3 L. Autonomic swings ended on day 9. Antibodies to gangliosides and acetylcholine receptor negative. No infection found.

# Function today
Sits on the edge of the bed with one helper. Hip flexors 3, knee extensors 3+, ankle dorsiflexors 2, hands 4. Feeds herself with thick handles. Transfers by lift.

# Medicines
Prednisone 60 mg, minus 10 mg per week; gabapentin 300 mg three times; enoxaparin 40 mg until walking; pantoprazole; TMP-SMX three times a week; correction insulin.

# Never again
Dostarlimab or another PD-1 or PD-L1 antibody; taxane to be avoided. Entered as intolerance.

# Examination on leaving
T 36.7, BP 134/80, HR 84, RR 16, SpO2 96% on air. Facial strength normal but for weak whistling. Neck flexors 5. Proximal arms 4 plus. Reflexes absent throughout. Vibration from the knees upward. Skin intact, heels healed. Weight 66.1 kg.

# Nutrition and swallow
Soft diet and thin fluids since hospital day 12.

# Rehabilitation goals set by the patient
To sit without a helper by the end of the month, to hold a pencil, to get home before the tulips.

# Open results
Second cerebrospinal cytology negative. Ganglioside panel negative. Nerve conduction repeat in six months.

# Warning signs for the rehabilitation team
New weakness, vital capacity below 1.5 L, falling pressure on standing, trouble swallowing: phone neurology at once, since relapse during the steroid taper is possible.`,
    },
    {
      day: -74,
      at: '14:20',
      kind: 'consult',
      title: 'Neurology follow-up in rehabilitation',
      format: 'ccda',
      carriage: 'inline',
      author: 'specialist',
      text: `# Reason for visit
Nine weeks from onset, steroid taper ends this week.

# Interval history
No treatment-related fluctuation. Walks 40 meters on a rollator with ankle braces. Dresses herself except stockings. Pain 2 out of 10. No dizziness on standing.

# Physical findings
Hip flexors 4, quadriceps 4+, tibialis anterior 3, hands 5-. Reflexes trace at biceps, absent below. Vibration absent toes, present knees. FVC 2.9 L.

# Assessment
Recovering Guillain-Barré from dostarlimab, now grade 2. The residual toe numbness is a mixture with paclitaxel and cannot be divided any more.

# Plan
Prednisone out. Gabapentin down in a month. Repeat conduction studies at six months. No objection to influenza vaccine later; no live vaccine.`,
    },
    {
      day: -40,
      at: '10:50',
      kind: 'progress',
      title: 'Gynecologic oncology',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# S
Home 3 wk. Rollator indoors, wheelchair for distance. Cooks sitting. Off pred 5 wk. Toes numb. No new weakness. Draws maps again w/ fat pencil.

# O
ECOG 2. Up from chair w/o arms on 2nd try. AFO both. Abd soft. Lungs clear.

# Data
CT: PR holds (nodes 0.9, omentum clear) 15 wk after last dose. TSH 2.2. CA-125 11.

# A/P
1. Endometrial ca: no therapy now. If PD: carbo mono or lenvatinib talk; NO ICI.
2. GBS from dostarlimab, was G4, now G2, improving.
3. CIPN G1.
4. DM: A1c 6.9 post steroid.
5. Handicap placard signed.

# ROS
Resp neg, swallow ok, bladder ok, bowel slow on gabapentin, skin neg, mood ok, sleep ok.

# Meds
gabapentin 300 bid (down), vit D, senna. No steroid. TMP-SMX stopped. Gluc home 110-130.

# Social
Stair lift going in. Husband retired early "to drive the pencil". Tulips still in the ground, so she won.

# Equipment
Rollator, AFO x2, shower chair, raised seat. Drives no more for now. Home PT 3/wk, OT 1/wk. Reflexes still absent in legs. FVC 3.0 L at PT last week.`,
    },
  ],
  episodes: [
    {
      term: 'guillain-barre',
      grade: 4,
      range: [3, 4],
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -136,
      because:
        'Ascending areflexic weakness, urgent BiPAP, "worst CTCAE grade 4", neurology "grade 3" two days before.',
    },
  ],
}
