import { GLUCOSE, SODIUM, TSH } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `LUNG CA HX (copied forward): squamous cell carcinoma RUL, stage IVA with pleural effusion, PD-L1 TPS 70%, no driver alteration on tissue or plasma. MRI brain at diagnosis clear. First line pembrolizumab alone 200 mg q3w. 38 pack-years, quit at diagnosis. COPD GOLD 2, hypothyroid after radioiodine in her thirties (long before any immunotherapy), osteopenia.`

export const rosalindMwangi: Story = {
  id: 'rosalind-mwangi',
  name: { given: 'Rosalind', family: 'Mwangi' },
  gender: 'female',
  born: '1959-08-22',
  shows:
    'Immune encephalitis (grade 3) on pembrolizumab after infection, metastases and paraneoplasia are excluded; later steroid insomnia and hyperglycaemia that are no irAE.',
  diagnosis: 'Squamous cell carcinoma of the lung, stage IVA, PD-L1 70%',
  treatments: [
    {
      agents: ['pembrolizumab'],
      charted: 'ndc',
      text: 'KEYTRUDA 100 mg/4 mL, 200 mg IV over 30 min',
      days: [-211, -190, -169, -148, -127],
    },
  ],
  problems: [
    { text: 'Hypothyroidism after radioiodine', icd10: 'E89.0', day: -9800 },
    { text: 'COPD', icd10: 'J44.9' },
    { text: 'Autoimmune encephalitis, drug related', day: -108, status: 'resolved' },
    { text: 'Malignant pleural effusion, drained', icd10: 'J91.0', day: -225, status: 'resolved' },
  ],
  drugs: [
    { text: 'levothyroxine 112 mcg PO daily', from: -9800, reason: 'hypothyroidism after radioiodine' },
    { text: 'tiotropium/olodaterol inhaler 2 puffs daily', from: -1500, reason: 'COPD' },
    { text: 'methylprednisolone 1000 mg IV daily x5', from: -106, until: -102, reason: 'encephalitis' },
    { text: 'acyclovir 10 mg/kg IV q8h until HSV PCR negative', from: -108, until: -105 },
    { text: 'levetiracetam 500 mg PO bid', from: -107, reason: 'seizure with encephalitis' },
    { text: 'prednisone 60 mg PO daily, taper over 10 weeks', from: -101, until: -32, reason: 'encephalitis' },
    { text: 'insulin NPH 8 units with morning prednisone', from: -98, until: -45, reason: 'steroid hyperglycaemia' },
  ],
  laboratory: [
    {
      ...SODIUM,
      values: [
        [-212, 138],
        [-148, 137],
        [-108, 133],
        [-104, 136],
        [-60, 139],
      ],
    },
    {
      ...TSH,
      values: [
        [-212, 2.2],
        [-148, 1.8],
        [-108, 2.4],
        [-31, 2.0],
      ],
    },
    {
      ...GLUCOSE,
      values: [
        [-212, 94],
        [-108, 118],
        [-104, 271],
        [-90, 214],
        [-60, 156],
        [-31, 97],
      ],
    },
  ],
  notes: [
    {
      day: -211,
      at: '11:10',
      kind: 'history-and-physical',
      title: 'Thoracic oncology, start of pembrolizumab',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Why she is here
Cycle 1 of pembrolizumab for squamous lung cancer that drowned her right pleura two months ago.

# Background
67-year-old school secretary, lives with her husband Titus and one very old cat. 1.4 litres drained by the chest surgeons, catheter out again. Short of breath on the second flight only. Appetite fair, lost 4 kg. No headache, no numbness, mood "as to be expected".

${HISTORY}

# Examination
ECOG 1, 58.2 kg, BP 132/76, pulse 84, SpO2 94 % on air. Dull at the right base. Oriented, serial sevens without a slip, gait brisk, no tremor.

# Results
Na 138, glucose 94, TSH 2.2 on 112 mcg levothyroxine, creatinine 0.8, ALT 16. MR brain: no metastasis.

# Plan
- pembrolizumab 200 mg today, every three weeks, CT after four
- TSH every six weeks, remembering that her gland is already gone and a rise would mean missed tablets first
- consent signed; spoke about lung, bowel, liver, skin, hormone, nerve and heart inflammation; Titus wrote it all down

# Medicines at home
- levothyroxine 112 micrograms, empty stomach
- tiotropium with olodaterol, two puffs
- salbutamol when needed, about once a week
- calcium with vitamin D, and alendronate on Sundays, which she forgets

# Social and family
Two grown children in other towns. Does the books for the parish. Father died of a stroke at 81, mother had rheumatism "of the wet kind". No family member with autoimmune disease that she knows of. Wine at feasts. Advance directive names Titus.

# Review of systems
Constitutional: four kilos lost. Eyes, ears, mouth: dry mouth in the morning. Heart: no pain, no palpitation. Lungs: as above. Gut: no loose stool. Urinary: nothing. Bones: back after gardening. Skin: nothing. Nerves: no headache, no tingling, no memory complaint by her or by Titus. Sleep: up once.`,
    },
    {
      day: -169,
      at: '09:50',
      kind: 'nursing',
      title: 'Infusion note C3',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `C3D1 Keytruda. Wt 58.8. T 36.7 HR 80 BP 128/70 RR 16 94% RA.

Toxicity checklist: diarrhea N, rash N, itch N, cough usual/unchanged, SOB better, HA N, vision N, numbness N, joint N, thirst N, mood ok. Fatigue mild, naps after lunch. Forgot reading glasses at home.

Labs reviewed w/ parameters -> OK to treat. 22g L hand, infused 30 min, no rxn. Titus asks can she have flu + shingles shot (non live) -> yes both per Dr Vasterling. AVS given, knows hotline no. Next appt 3 wks + CT before.

Line/site: no redness, removed intact, gauze + coban. Falls risk low. Pain 0. Distress thermometer 2 (bills). Weight trend 58.2 / 58.5 / 58.8. Next dose labs: CBC CMP TSH already in. Copay card for inhaler faxed. Dr V notified of nap pattern -> "wk 6, watch, cortisol w/ next TSH" added.`,
    },
    {
      day: -130,
      at: '16:30',
      kind: 'imaging',
      title: 'CT chest and abdomen after four cycles',
      format: 'rtf',
      carriage: 'inline',
      author: 'radiologist',
      text: `# Indication
Squamous cancer of the right upper lobe on PD-1 antibody, first restaging.

# Technique
Portal venous phase, 1 mm, compared with the CT before treatment.

# Findings
Right upper lobe mass 2.9 x 2.4 cm, formerly 4.6 x 4.1. Hilar node 9 mm, formerly 17. Pleura: thin rim of fluid, no nodules. Centrilobular emphysema as before. No ground glass, no consolidation. Liver, adrenals, spleen and pancreas without lesion. Colon not thickened. Old wedge deformity of T12.

# Impression
- Partial response.
- No sign of drug-related lung or bowel disease.

# Measurements
| Lesion | Before | Now |
| Right upper lobe mass, long axis | 46 mm | 29 mm |
| Right hilar node, short axis | 17 mm | 9 mm |
| Pleural fluid, depth | 54 mm | 8 mm |

Sum of target lesions minus 40 percent. Coronary calcium moderate. Small hiatal hernia. Bones osteopenic without lytic or blastic focus.`,
    },
    {
      day: -113,
      at: '15:05',
      kind: 'telephone',
      title: 'Husband calls: "she is not herself"',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Incoming from husband Titus. 2 wk after C5. Since abt 4 d wife is "slow and odd": put the cat food in the oven, twice asked who was coming for Xmas (it's not Xmas), sleeps 14 h. HA frontal, tylenol. T 37.4 at home. No fall. No slurred speech, no droop, moves all 4 per husband. BMs normal. Takes levothyroxine, no new meds, no sleepers, no opioid, ETOH none.

She on the phone: pleasant, gave month wrong, repeated my question.

D/w on call: not waiting till clinic Thurs. ED today - they prefer tomorrow am because of the snow; told 911 if seizure, fever, more drowsy. HOLD C6. Message to Dr V. Titus verbalized understanding, sounded scared.

Addendum 1620, T. Oyelaran RN: charge MD asked re stroke sx again on callback - face equal per husband via video, both arms up, speech clear but content odd. Glucose meter of neighbor 109. Med box checked on camera: levo taken daily, nothing extra, no zolpidem, no gabapentin left over from her brother in law. UTI sx none. Cat food oven story verified w/ photo lol (then not so funny). Husband will sleep in same room.`,
    },
    {
      day: -108,
      at: '21:40',
      kind: 'emergency',
      title: 'ED: seizure and confusion',
      format: 'plain',
      carriage: 'inline',
      author: 'emergency-physician',
      text: `CC: seizure.

HPI: 67F sq cell lung ca on pembro (last ~19 d ago), EMS for witnessed GTC 2 min at dinner. Confused x 9 d getting worse, was told to come days ago, snowed in. Headache. Low grade T. No trauma. No neck pain. No ETOH/benzo. Post-ictal on EMS arrival, BG 121, midaz 5 IM x1.

PMH COPD, hypothyroid s/p RAI. Meds levothyroxine, Stiolto.

ROS: unable, pt encephalopathic. All other systems per husband negative except as above.

PE: T 38.0 HR 104 BP 158/88 RR 20 SpO2 93 RA. GCS 13 (E3 V4 M6). Oriented to self. Perseverates. PERRL, EOMI, no nystagmus. Neck supple. Tongue bite L. Moves x4, mild action tremor, DTR 3+ sym, toes down. Chest ↓ R base. No rash.

Data: Na 133, gluc 118, Ca 9.2, NH3 28, TSH 2.4, cortisol 19, WBC 9.1, lact 3.8 -> 1.4, tox neg, UA neg, CXR no PNA. CT head no bleed no mass. LP done 22:50: OP 17, WBC 41 (92% L), RBC 3, prot 88, gluc 62 (serum 118). BioFire pending.

MDM: ddx HSV enceph, immune encephalitis from checkpoint inh, leptomeningeal dz, paraneoplastic, NCSE. Cover: acyclovir 10/kg, CTX + vanc + amp till cx. Keppra load 2 g. No steroids till HSV back per neuro UNLESS deteriorates.

Dispo neuro step-down, guarded.

Re-eval 2330: more awake, picks at lines, says "the choir is late". No further sz. T 37.8. Neuro at bedside, agrees. Husband updated.

PMH/PSH/FH/SH per chart reviewed. Allergies: none. Immunizations: flu this fall. Home O2: none.
Critical care 45 min exclusive of procedures. LP by me, L4/5, 1 pass, consent by husband, clear fluid, no complications.
Sepsis screen: SIRS + by HR/RR, lactate from sz (cleared), abx given 2205 w/in 1 h, 30 cc/kg not indicated.`,
    },
    {
      day: -107,
      at: '10:20',
      kind: 'consult',
      title: 'Neurology consultation',
      format: 'ccda',
      carriage: 'binary',
      author: 'specialist',
      text: `# Question
New confusion and one convulsion in a woman on pembrolizumab: immune or infectious?

# Story from the husband
Nine days of forgetfulness, sleep in daytime, wrong words; then the seizure. No travel, no ticks, no cold sores. Five infusions, last nineteen days before.

# Examination today
Awake, attention span of a few seconds, month and place wrong, recalls 0 of 3. MoCA 9 of 30. Fluent but empty speech with paraphasias. No neglect. Fine tremor of both hands, brisk reflexes, stance broad. Needs to be told how to use the spoon; two nurses for washing.

# Studies
| Test | Result |
| MR brain with gadolinium | FLAIR bright in both medial temporal lobes, left more; no enhancement, no metastasis |
| EEG | left temporal slowing with two electrographic seizures, none after levetiracetam |
| CSF | 41 cells, lymphocytes; protein 88; cytology negative for tumor cells |
| HSV-1/2, VZV, enterovirus PCR | negative |
| Cryptococcal antigen, cultures | negative so far |

# Impression
Limbic encephalitis with seizures, most probably caused by the PD-1 inhibitor. Paraneoplastic antibodies (Hu, Ma2, CRMP5, amphiphysin, LGI1, CASPR2, NMDA, GABA-B, AMPA) are sent from serum and fluid because squamous cancer does not exclude them. Severe: in hospital, cannot care for herself.

# Recommendations
- second HSV PCR on a new tap at 72 hours before acyclovir ends
- methylprednisolone 1 g daily for five days from tomorrow if the first PCR stays negative; immunoglobulin if no gain by day five
- levetiracetam 500 mg twice, watch mood
- no further pembrolizumab`,
    },
    {
      day: -104,
      at: '08:35',
      kind: 'progress',
      title: 'Neuro ward, hospital day 5',
      format: 'plain',
      carriage: 'inline',
      author: 'hospitalist',
      text: `HD5. MP 1 g D3/5.

Overnight: pulled IV, climbed out of bed, sitter. This am knows husband, knows "hospital", not date. Follows 2 step. No sz since admit. Afebrile 48 h.

Vitals 36.9 / 88 / 146/80 / 18 / 93 RA. Lungs same. Tremor less. Abd soft. Skin ok.

Labs: Na 136, gluc 271 (steroid), K 3.9, Cr 0.8, WBC 14 (steroid). LP #2 yesterday: WBC 18, prot 61, HSV PCR neg x2 → acyclovir stopped. Cx NGTD → abx off. Paraneo panel pend at reference lab.

A/P
# Encephalitis, ICI related, G3. Improving on pulse. Cont to 5 g then pred 1 mg/kg. PJP ppx, PPI, Ca/D (osteopenia).
# Sz: LEV 500 bid
# Hyperglycemia from steroids: SSI, NPH in am. A1c 5.5, so not ICI diabetes
# Hypothyroid: OLD, RAI. home levo. TSH nl 2.4
# Lung ca: onc following, PR on last CT. Pembro off for good

${HISTORY}

Lines: PIV x2. Foley out HD3. Diet: soft, SLP cleared. VTE: enox 40. Code: full. Lives w/ husband.
I/O 1900/1650. BM x1 HD4 formed.
Meds sched: MP 1 g IV daily (D3), LEV 500 bid, levothyroxine 112, tio/olo, pantop 40, enox 40, SSI + NPH 8 qAM, Ca/D. PRN: APAP, haldol 0.5 x1 given 0240 (QTc 431).
Consults: neuro, onc, SLP, PT/OT. OT: needs cueing for spoon + toothbrush, 1 person assist for wash, MoCA-blind not done.
Dispo: not before pulse finished + safe; ?acute rehab vs home w/ 24 h husband.`,
    },
    {
      day: -96,
      at: '13:15',
      kind: 'discharge',
      title: 'Discharge summary, neurology',
      format: 'pdf',
      carriage: 'binary',
      author: 'hospitalist',
      text: `DISCHARGE SUMMARY - NEUROLOGY

Stay: thirteen days. Discharged to: home with husband, outpatient cognitive therapy twice a week.

DIAGNOSES
1. Immune checkpoint inhibitor associated limbic encephalitis, CTCAE grade 3
2. Focal seizures with one bilateral convulsion, due to 1
3. Hyperglycaemia under glucocorticoids
4. Squamous cell lung cancer in partial remission; COPD; hypothyroidism after radioiodine

COURSE
Mrs Mwangi was brought in after a convulsion that ended nine days of confusion. Spinal fluid showed 41 lymphocytes and protein of 88 without tumor cells. Herpes PCR was negative on two samples three days apart, cultures stayed sterile. MRI showed signal change of both medial temporal lobes and no metastasis. Serum and fluid were searched for eleven neuronal antibodies; none was found (report arrived on the day before discharge). Low sodium of 133 on arrival corrected without treatment.

After five grams of methylprednisolone she woke up: MoCA 9 on day two, 17 on day eight, 23 on day twelve. The second MRI on day eleven shows the temporal signal fading. She washes and dresses alone again, cooks with supervision. Immunoglobulin was kept in reserve and not needed.

MEDICATION AT DISCHARGE
- prednisone 60 mg each morning, minus 10 mg every 10 days to 20 mg, then minus 5 mg
- levetiracetam 500 mg twice a day, to be reviewed at three months
- NPH insulin 8 units with the prednisone; stop when fasting glucose is below 110 on 20 mg
- trimethoprim-sulfamethoxazole 3 x a week, pantoprazole 40 mg, calcium with vitamin D
- levothyroxine 112 micrograms and the inhaler as before

NOT ANY MORE: pembrolizumab or any drug of its class. No driving for six months.

FOLLOW-UP: neurology in four weeks, oncology in two, MRI in three months.

REASON FOR ADMISSION IN DETAIL
The husband first noticed on a Thursday that she set the table for people who have died. Over the following days she slept through the afternoon, lost words, repeated questions and could no longer follow the news. He telephoned the cancer clinic, who advised the emergency department the next day; the road was closed by snow for four days. On the evening of admission she stiffened at the table, cried out, fell to the right and jerked for two minutes. She had had five infusions of pembrolizumab, the last of them nineteen days before, without any earlier side effect.

EXAMINATION ON ADMISSION
Temperature 38.0, pulse 104, pressure 158 over 88, saturation 93 percent without oxygen, which is her usual. Eyes open to voice, knows her name, not the place or the year. Bite mark on the left of the tongue. No stiffness of the neck. Pupils equal. No weakness of one side. Fine tremor, brisk reflexes. Lungs dull at the right base as known.

TESTS, IN SHORT
- Fluid one: 41 cells, mostly lymphocytes, protein 88, glucose 62, no tumor cells, cultures without growth
- Fluid two after three days: 18 cells, protein 61, herpes PCR negative again
- Blood: sodium 133, ammonia 28, TSH 2.4, cortisol 19, B12 and folate normal, syphilis and HIV negative
- Electroencephalogram: two subclinical seizures over the left temporal region on the first record, none on the second and third
- Magnetic resonance: swelling of both hippocampi on day one, clearly less on day eleven
- Neuronal antibodies, eleven of them, serum and fluid: none
- CT of chest and belly: cancer smaller than in autumn, no new disease

TREATMENT
Acyclovir and three antibiotics until infection was excluded. Levetiracetam from the first hour. Methylprednisolone one gram on five mornings, then prednisone 60 mg, which is one milligram per kilogram. A sitter for four nights, haloperidol once. She needed help with washing, dressing and eating until the seventh day.

WHAT WAS CONSIDERED AND DROPPED
Herpes encephalitis: two negative PCR tests, course. Metastases or disease of the meninges: MRI and two cytologies. Paraneoplastic disease: antibodies negative, recovery under steroids, cancer shrinking; not excluded with certainty and to be thought of again should it return. Hyponatremia of 133 is too mild. Thyroid: old, replaced, TSH in range. Steroid psychosis came later and was short.

TALK WITH THE COUPLE
They know that the drug will not be given again, that the cancer may stay quiet without it, and that memory may improve for a year. She asks that nobody tells the parish about the oven.`,
    },
    {
      day: -88,
      at: '10:05',
      kind: 'message',
      title: 'Portal: sleep and prednisone',
      format: 'plain',
      carriage: 'inline',
      author: 'coordinator',
      text: `From: R. Mwangi via Titus
Dear nurse, Rosalind does not sleep at all since she is home. At 3 in the night she sorts buttons and talks a lot, she is cheerful, knows everything, remembers the names of the grandchildren. Is the brain thing coming back? Sugar this morning 168. Titus

Reply: Dear Mr and Mrs Mwangi, talked to Dr V. and neurology: oriented, cheerful and wide awake on 50 mg is most likely the prednisone. Take it before 8 am, all at once. If she is again muddled, has headache, fever or a fit call 911. We moved the neuro visit to Wednesday to be safe. Keep sugar diary. Kind regards, Priya

Added after neurology visit on Wednesday: seen by Dr Abernathy, MoCA 24, no aphasia, no tremor, hyper but oriented, EEG without seizure activity. Opinion: steroid-induced insomnia with elated mood, not a relapse. Prednisone step moved forward by three days, trazodone 25 mg for one week, sugar checks twice daily. Titus sleeps again and thanks everybody.`,
    },
    {
      day: -31,
      at: '14:25',
      kind: 'progress',
      title: 'Thoracic oncology, three months off treatment',
      format: 'html',
      carriage: 'binary',
      author: 'oncologist',
      text: `# Interval
Prednisone ended yesterday. Remembers nothing between the first snow and the second week in hospital. MoCA 27 with neurology last week, levetiracetam to be tapered from next month. No headache, no seizure, sleeps seven hours. Insulin stopped two weeks into the 20 mg step. Morning cortisol 11.

# Exam
ECOG 1. BP 126/74, SpO2 95 %, weight 61 kg (steroid appetite). Oriented in all respects, gait normal, tremor gone.

# Results
TSH 2.0, glucose 97, sodium 139. CT: right upper lobe 2.1 cm, still shrinking without drug. MR brain: small left hippocampus, no signal change.

# Assessment
Encephalitis grade 3 from pembrolizumab, resolved, with a gap in memory. Tumor in continuing partial response.

# Plan
- observation, CT in eight weeks
- if it grows: carboplatin with paclitaxel, no PD-1, PD-L1 or CTLA-4
- allergy list carries the drug class with the reason
- dexamethasone as antiemetic would be allowed

# Medicines today
Levothyroxine 112 micrograms, levetiracetam 500 mg twice until neurology says, inhaler, calcium with vitamin D. Prednisone, co-trimoxazole, insulin and pantoprazole crossed out with Titus, who kept the list on the refrigerator in four colours.

# Function
Does the parish books again with a calculator that she did not need before. Does not drive. Cognitive therapy twice weekly. Breathlessness as before the illness, second flight of stairs.`,
    },
  ],
  episodes: [
    {
      term: 'encephalitis',
      grade: 3,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -117,
      resolvedDay: -31,
      because: 'CSF 41 lymphocytes, MRI temporal signal, seizure, HSV PCR negative twice, "CTCAE grade 3".',
    },
  ],
}
