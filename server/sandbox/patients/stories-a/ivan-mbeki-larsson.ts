import { CREATININE, EOSINOPHILS, GLUCOSE } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `HISTORY OF TUMOR (copied forward): cutaneous squamous carcinoma of the left temple, 5.2 cm, fixed to bone, not resectable without loss of the orbit, radiation declined. Brow palsy from the tumor since before treatment. PD-1 antibody every three weeks. CLL Rai 0 under observation for nine years, lymphocytes between 14 and 19. Four earlier skin cancers removed. Type 2 diabetes on metformin, essential tremor since his sixties.`

export const ivanMbekiLarsson: Story = {
  id: 'ivan-mbeki-larsson',
  name: { given: 'Ivan', family: 'Mbeki-Larsson' },
  gender: 'male',
  born: '1945-09-11',
  shows: 'Grade 2 maculopapular rash and pruritus on cemiplimab, half a year later grade 3 bullous pemphigoid.',
  diagnosis: 'Locally advanced cutaneous squamous cell carcinoma of the temple',
  treatments: [
    {
      agents: ['cemiplimab'],
      charted: 'rxnorm',
      text: 'LIBTAYO 350 mg IV q3w',
      days: [-290, -269, -248, -227, -206, -185, -164, -143, -122, -101],
      statusOn: { [-248]: 'stopped' },
    },
  ],
  problems: [
    { text: 'Chronic lymphocytic leukaemia, Rai 0, watch and wait', icd10: 'C91.10' },
    { text: 'Type 2 diabetes mellitus', icd10: 'E11.9' },
    { text: 'Essential tremor' },
  ],
  drugs: [
    { text: 'metformin 850 mg PO bid', from: -3000 },
    { text: 'triamcinolone 0.1% ointment bid', from: -242, until: -200, reason: 'rash' },
    { text: 'cetirizine 10 mg PO daily', from: -242, until: -180, reason: 'pruritus' },
    { text: 'clobetasol 0.05% ointment bid to trunk and limbs', from: -86, reason: 'bullous pemphigoid' },
    { text: 'prednisone 60 mg PO daily, then taper', from: -84, until: -30, reason: 'bullous pemphigoid' },
    { text: 'doxycycline 100 mg PO bid', from: -84, reason: 'bullous pemphigoid' },
    { text: 'dupilumab 600 mg SC then 300 mg q2w', from: -70, reason: 'bullous pemphigoid' },
  ],
  laboratory: [
    {
      ...EOSINOPHILS,
      values: [
        [-291, 0.3],
        [-242, 0.8],
        [-185, 0.4],
        [-86, 2.1],
        [-58, 0.6],
        [-15, 0.4],
      ],
    },
    {
      ...GLUCOSE,
      values: [
        [-291, 138],
        [-185, 144],
        [-76, 263],
        [-58, 228],
        [-15, 151],
      ],
    },
    {
      ...CREATININE,
      values: [
        [-291, 1.1],
        [-185, 1.1],
        [-86, 1.2],
        [-15, 1.1],
      ],
    },
  ],
  notes: [
    {
      day: -290,
      at: '10:30',
      kind: 'consult',
      title: 'Head and neck oncology, first visit',
      format: 'ccda',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Reason for consult
Unresectable squamous carcinoma of the skin, left temple, for systemic therapy.

# History of present illness
Eighty-year-old former merchant sailor, much sun, four earlier skin cancers cut out. The present one grew over a year to 5.2 cm, fixed to the bone, with facial nerve branch weakness of the left brow from the tumor. He also has chronic lymphocytic leukemia, never treated. No transplants. Skin otherwise: seborrheic keratoses, solar damage, no eczema or psoriasis ever.

# Medications
- metformin 850 mg twice a day
- no new tablets in the last year

# Physical findings
ECOG 1, fine tremor of the hands, left temple ulcer 5.2 by 4.0 cm with rolled edge, foul. Left brow does not lift. No cervical nodes. Spleen tip not felt. Arms with purpura from age.

# Results
Lymphocytes 18, hemoglobin 12.9, platelets 170, creatinine 1.1, eosinophils 0.3, HbA1c 7.2.

# Assessment and plan
Cemiplimab 350 mg every three weeks. Brow weakness is tumor, not treatment, recorded with photograph. Wound care twice weekly. CLL does not forbid it.`,
    },
    {
      day: -248,
      at: '13:20',
      kind: 'nursing',
      title: 'Infusion visit, third dose interrupted',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Cemiplimab #3. Started 1300. At 10 min pt felt hot, chills, back ache. T 37.9, BP 156/88, HR 104, SpO2 97%, no wheeze, no hives, no lip swelling. Infusion STOPPED at approx 60 mL (about 40% given). Given acetaminophen 650, diphenhydramine 25 IV, meperidine not needed. Settled in 35 min, VS 37.2/132/76/84. MD at chairside: infusion reaction, mild to moderate, do not restart today. Next time premedicate + slow rate. Observed 1 h, home w/ daughter. Wound on temple visibly flatter. Also mentions arms itch since 2 days, few red bumps on forearms seen, photo in chart.`,
    },
    {
      day: -242,
      at: '09:50',
      kind: 'progress',
      title: 'Toxicity clinic, rash',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Complaint
Itchy rash for eight days, started on the forearms, now trunk and thighs. The itch comes and goes, worst in the evening; he sleeps. Scratches with a back brush.

# Skin examination
Symmetric erythematous macules and papules, in part confluent, on chest, back, upper arms and thighs: estimated 20 percent of body surface by palms. No vesicle, no blister, Nikolsky negative, mouth and eyes free, palms and soles free. Excoriations on both shoulders. Afebrile.

# Other
No new drug, no new detergent, no scabies burrows, wife without itch. Eosinophils 0.8. Liver tests normal.

# Assessment
Maculopapular eruption from cemiplimab after three doses, CTCAE grade 2 by area, with pruritus grade 2 (widespread, intermittent, excoriations).

# Plan
- triamcinolone 0.1 percent ointment twice daily, thick emollient, cetirizine 10 mg
- carry on with cemiplimab in time, with premedication because of last week's infusion reaction
- no oral steroid for now; come back at once if blisters or sores in the mouth

# Medication list at this visit
Metformin 850 mg twice daily for years. No antibiotics, no allopurinol, no hydrochlorothiazide. Emollient from the supermarket with perfume, changed today to plain petrolatum base.

# Social
Widower's flat shared with the daughter since spring. Sailor's tattoos on both arms, the rash spares the ink. Washes with curd soap.`,
    },
    {
      day: -227,
      at: '11:00',
      kind: 'progress',
      title: 'Oncology, dose 4',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Rash better by 70%, fades to brown. Itch 3/10. Using triamcinolone once daily now. No fever. Infusion today with acetaminophen + diphenhydramine, over 60 min, tolerated well, no chills.

# Exam
Brownish macules on trunk, few pink papules L flank (< 5% BSA). Temple lesion 3.1 x 2.6 cm, clean base, smells no more. Brow paresis same. Nodes neg. 

# Labs
Eos 0.5, Cr 1.1, ALT 22, gluc 149, TSH 2.8, lymph 17.

# A/P
- cSCC responding
- rash now G1, continue topical until clear, then stop
- IRR at dose 3 G2 (interrupted, responded promptly): premeds each time
- tremor: old, essential
- CLL stable

# Meds
metformin 850 bid, triamcinolone qd, cetirizine 10 qhs, emollient. None new.

${HISTORY}

# Wound
Dressing by home nurse 2x/wk, silver alginate, no odor, no maggots this summer ("last year I had guests"). Daughter changes in between. Pain 1/10, acetaminophen rarely. Sleeps on R side.`,
    },
    {
      day: -164,
      at: '10:10',
      kind: 'progress',
      title: 'Oncology, dose 7',
      format: 'html',
      carriage: 'binary',
      author: 'oncologist',
      text: `# Course
Skin clear since dose five. No antihistamine for two weeks. Eats well, walks to the harbour every day with the dog. Bowel daily. No cough.

# Response
| Date | Size in cm |
| start | 5.2 x 4.0 |
| dose 4 | 3.1 x 2.6 |
| today | 1.0 x 0.8, flat, crust |
Brow lifts a few millimetres again.

# Findings
ECOG 1. BP 138/74. Skin without eruption, residual pigment on the back. Tremor as ever. No nodes.

# Plan
Dose seven. MRI of the face before dose nine. Premedication can be cut to acetaminophen only, he gets sleepy from the diphenhydramine and drives a scooter, which I do not like.

# Medication
Metformin, emollient. Premedication as above. HbA1c 7.1. Lymphocytes 16, spleen not felt, no infections this year. Shingles vaccine second dose given in September.

${HISTORY}

# Social
The scooter was tested, he keeps the licence. Plays cards on Thursdays. Daughter Miriam moved in for good.`,
    },
    {
      day: -101,
      at: '09:40',
      kind: 'nursing',
      title: 'Infusion visit, dose 10',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `#10 cemiplimab. Daughter along. Says legs itch again x1-2 wk "like mosquito bites", 5-6 urticarial looking red patches on shins and inner thighs, no open areas, no blisters seen. Otherwise ROS neg. MD shown photo: resume triamcinolone, treat. VS 36.6/72/136/74. Acetaminophen premed. 30 min, no rxn. Temple: scar only. Gluc 144. Instructed: call if blisters.

Meds: metformin 850 bid, none new, no gliptin. Dog well, no fleas per daughter (vet checked). Wt 79. Temple photo taken. MRI date given. Next infusion in 3 wk if skin ok.`,
    },
    {
      day: -86,
      at: '14:30',
      kind: 'telephone',
      title: 'Call from daughter',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Daughter: blisters since 4 days, now "everywhere", size of grapes, clear fluid, some burst and weep through the pajamas. Arms, belly, thighs, first ones on feet. Very itchy, not sleeping. One sore inside L cheek. No fever. Eats. No new medication except the cream; metformin for years, no gliptin (asked because of BP), no furosemide.

Photo via portal: tense bullae on red base on thigh + flank. Dr V: same day derm + our clinic, no infusion next week. Do not pop. Clean sheets, nonstick pads. Clobetasol can start tonight. Appt tmrw 08:30 derm.`,
    },
    {
      day: -85,
      at: '08:45',
      kind: 'consult',
      title: 'Dermatology consult',
      format: 'plain',
      carriage: 'inline',
      author: 'specialist',
      text: `# HPI
80M on cemiplimab x10 for cSCC. Prodromal urticarial plaques 3 wk, tense blisters 5 d. Prior MP rash in spring (g2) resolved w/ topicals.

# Exam
>60 tense bullae 0.5-4 cm on erythematous and normal skin, trunk, flexor arms, inner thighs, dorsa of feet. Erosions from ruptured ones. Approx 35% BSA involved. Buccal erosion 6 mm L. Conjunctivae clear. Nikolsky negative. No targetoid lesions. No fever, lymph nodes neg.

# Procedures
Punch x2 R thigh: lesional H&E + perilesional DIF. Serum BP180/BP230.

# Assessment
Bullous pemphigoid, checkpoint-inhibitor induced. Ddx: linear IgA, TEN no (tense, negative Nikolsky, one mucosal spot), bullous impetigo no. CTCAE bullous dermatitis G3 (>30% BSA, limits washing and dressing).

# Plan
1. Pred 60 mg (0.75 mg/kg). T2DM: glucose plan by PCP - call today
2. doxycycline 100 bid + nicotinamide 500 tid
3. clobetasol whole body bid
4. dupilumab if no control in 2 wk, prefer over rituximab w/ CLL? (rituximab would treat both, discuss w/ heme)
5. Stop cemiplimab
6. Wound nurse; swab if pus`,
    },
    {
      day: -81,
      at: '16:00',
      kind: 'pathology',
      title: 'Skin biopsies with immunofluorescence',
      format: 'rtf',
      carriage: 'inline',
      author: 'pathologist',
      text: `# Specimens
A: right thigh, blister edge, 4 mm punch. B: perilesional skin in Michel medium.

# Microscopy
A: Subepidermal cleft filled with fibrin and many eosinophils. The roof is viable epidermis without necrotic keratinocytes. The papillary dermis is edematous with eosinophils and lymphocytes, eosinophilic spongiosis at the shoulder. PAS negative for fungi.
B: Direct immunofluorescence shows linear IgG (2+) and C3 (3+) along the basement membrane zone; IgA and IgM negative. On salt-split skin IgG binds to the roof.

# Serology (added)
Anti-BP180 NC16A 148 U/mL (limit 9), anti-BP230 12 U/mL.

# Diagnosis
Bullous pemphigoid.`,
    },
    {
      day: -70,
      at: '09:00',
      kind: 'progress',
      title: 'Toxicity clinic, pemphigoid',
      format: 'plain',
      carriage: 'binary',
      author: 'oncologist',
      charset: 'utf-16',
      text: `# Interval
Two weeks pred 60 + clobetasol + doxy. New blisters still 3-5/d (was 10+). Old ones crusting. Itch 5/10. Glucose 220–300, glipizide added by PCP. Sleeps 5 h. Mood irritable on pred, wife "would like the other Ivan back".

# Exam
Erosions healing pink; ~12 tense bullae; BSA involved about 15 %. Mouth healed. No infection. Temple: scar.

# A/P
- BP, was grade 3, now improving → grade 2, steroid dependent: dupilumab 600 mg today then 300 q2w (insurance ok)
- pred 60 → 50 → 40 weekly
- cemiplimab permanently off; MRI shows no tumor. 10 doses were enough, I hope
- PJP prophylaxis: with CLL + pred yes, atovaquone
- bone: Ca/D

# Meds
prednisone 60, doxycycline 100 bid, nicotinamide 500 tid, clobetasol ~60 g/day by home nurse, metformin 850 bid, glipizide 5, atovaquone, Ca/D. 

${HISTORY}

# Nursing
Two home visits daily, non-adherent silicone dressings, chlorhexidine wash. Weight 77.8 (–1.2). Albumin 3.1. Eats porridge with cream. Daughter needs respite, social work informed. Temperature 36.7, no pus, swab skin flora.`,
    },
    {
      day: -44,
      at: '13:10',
      kind: 'message',
      title: 'Portal message from daughter',
      format: 'plain',
      carriage: 'inline',
      author: 'coordinator',
      text: `Message: "Dear team, Dad has had no new blister since last Tuesday, only brown marks and dry skin. He does the dupilumab shot himself in the belly. The prednisone is at 20. His sugar is 140-190 now. He asks whether he may swim in the sea again and whether he still needs the antibiotic capsules because they make him burn in the sun. Greetings, Miriam"

Forwarded to derm RN and Dr V. Answer derm: swimming ok if no open skin; doxycycline stays 4 more wks, use hat and sunscreen (he needs them anyway). P.H.`,
    },
    {
      day: -15,
      at: '10:00',
      kind: 'progress',
      title: 'Oncology and dermatology follow-up',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Off prednisone for two weeks. Dupilumab every two weeks goes on. Two small blisters on the ankle a week ago, clobetasol, gone. Itch 1 of 10. HbA1c 7.9 after the steroids.

# Examination
Hyperpigmented macules, milia on the thighs, no erosion, no bulla. Mouth clean. Temple scar soft. Left brow lifts fully. No nodes.

# Assessment
- Bullous pemphigoid from cemiplimab, controlled (grade 1) on dupilumab and topical steroid, not yet over.
- Squamous carcinoma: complete response, off treatment for three months.
- CLL: lymphocytes 15, nothing to do.
- Diabetes: glipizide can stop, metformin alone.

# Plan
Photos every clinic. If tumor returns: radiation before another PD-1 antibody. Dermatology in eight weeks.

# Medicines
Dupilumab 300 mg every two weeks, clobetasol to single spots, metformin 850 mg twice daily, doxycycline stopped last week, calcium and vitamin D, atovaquone stopped with prednisone.

${HISTORY}

# Home
Swims with the harbour club, short and early because of the sun. Sleeps seven hours. Home nursing ended.`,
    },
  ],
  episodes: [
    {
      term: 'rash-maculopapular',
      grade: 2,
      attribution: 'immunotherapy',
      status: 'historical',
      onsetDay: -250,
      resolvedDay: -206,
      because: '20 percent of body surface, "CTCAE grade 2 by area".',
    },
    {
      term: 'pruritus',
      grade: 2,
      attribution: 'immunotherapy',
      status: 'historical',
      onsetDay: -250,
      resolvedDay: -180,
      because: '"Pruritus grade 2 (widespread, intermittent, excoriations)."',
    },
    {
      term: 'infusion-reaction',
      grade: 2,
      attribution: 'immunotherapy',
      status: 'historical',
      onsetDay: -248,
      resolvedDay: -248,
      because: 'Infusion stopped for chills, settled promptly; "IRR at dose 3 G2".',
    },
    {
      term: 'bullous-dermatitis',
      grade: 3,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -90,
      because: 'Tense bullae on 35 percent of the skin, biopsy, BP180 148, "G3".',
    },
  ],
}
