import { ALT, CREATININE, TSH } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `FAMILY AND PAST HISTORY (copied forward, reviewed with patient at intake): mother Crohn disease with ileostomy, sister multiple sclerosis on ocrelizumab, maternal aunt Graves disease, brother type 1 diabetes, father psoriasis. Patient herself: no autoimmune disease, ANA negative at screening, endoscopy at 40 because of the mother without finding. Larynx cancer treated with radiation, relapse at the stoma.`

export const zoraUlvestad: Story = {
  id: 'zora-ulvestad',
  name: { given: 'Zora', family: 'Ulvestad' },
  gender: 'female',
  born: '1961-11-03',
  shows:
    'Nothing happens: pembrolizumab for larynx cancer, a family full of autoimmune disease and long counselling that names every irAE.',
  diagnosis: 'Squamous cell carcinoma of the larynx, recurrent, CPS 40',
  treatments: [
    {
      agents: ['pembrolizumab'],
      charted: 'local-code',
      text: 'pembrolizumab 400 mg IV q6w',
      days: [-206, -164, -122, -80, -38],
    },
  ],
  problems: [
    { text: 'Laryngectomy with tracheostoma', icd10: 'Z93.0', day: -900 },
    { text: 'Hypothyroidism after neck radiation', icd10: 'E89.0', day: -1300 },
    { text: 'Family history of inflammatory bowel disease', icd10: 'Z83.79' },
    { text: 'Dysphagia after radiation', icd10: 'R13.10', day: -1400 },
  ],
  drugs: [
    { text: 'levothyroxine 88 mcg PO daily', from: -1300, reason: 'hypothyroidism after radiation' },
    { text: 'omeprazole 20 mg PO daily', from: -1500 },
    { text: 'sodium fluoride 1.1% dental gel nightly', from: -1450 },
  ],
  laboratory: [
    {
      ...TSH,
      values: [
        [-207, 3.4],
        [-122, 3.9],
        [-80, 5.6],
        [-38, 3.1],
      ],
    },
    {
      ...ALT,
      values: [
        [-207, 17],
        [-164, 19],
        [-122, 18],
        [-80, 20],
        [-38, 16],
      ],
    },
    {
      ...CREATININE,
      values: [
        [-207, 0.7],
        [-122, 0.7],
        [-38, 0.8],
      ],
    },
  ],
  notes: [
    {
      day: -208,
      at: '13:00',
      kind: 'history-and-physical',
      title: 'Head and neck oncology intake',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Reason
Relapse beside the tracheostoma, first systemic treatment.

# Present illness
Sixty-four-year-old bookbinder, total laryngectomy two and a half years ago after radiation failed. Speaks with a valve. Hard rim at eleven o'clock of the stoma since spring, biopsy squamous, CPS 40. Scan: stomal mass 2.6 cm, two nodules in the right lung. Swallows purée since radiation.

${HISTORY}

# Medicines
Levothyroxine 88 micrograms (thyroid failed after radiation, three and a half years ago), omeprazole, fluoride gel.

# Examination
ECOG 1, 54 kg. Stoma with indurated rim, no bleeding. Lungs clear. Abdomen soft, no perianal disease. Skin and nails: no psoriasis. Neurologically sound.

# Assessment
Suited for pembrolizumab alone. The relatives' diseases are no obstacle: she has none of them. Will watch bowel, thyroid and nerves a little closer.

# Plan
Baseline TSH, cortisol, glucose, lipase, CK, troponin, ECG. First dose this week.`,
    },
    {
      day: -206,
      at: '10:10',
      kind: 'nursing',
      title: 'Immunotherapy teaching, first dose',
      format: 'plain',
      carriage: 'binary',
      author: 'nurse',
      text: `TEACHING RECORD - immune checkpoint inhibitor. Learner: patient + friend Maud. Barrier: voice prosthesis, writes on tablet. Method: talk, booklet (large print), teach-back.

The drug wakes up immune cells; they can inflame healthy organs, during treatment or months after the last dose. We went through them one by one:

- BOWEL (colitis): 4 or more extra stools a day, blood, mucus, cramps. Mother had Crohn so pt knows what this looks like. Do not take loperamide before calling.
- LUNG (pneumonitis): new cough, breathless. With a stoma: more mucus is usual, new breathlessness is not. Baseline sat 97.
- LIVER (hepatitis): yellow eyes, dark urine, right sided pain.
- GLANDS: thyroid (tired, cold, racing heart), pituitary (headache, dizzy), adrenal (faint), sugar disease (thirst, urinating a lot).
- SKIN: rash, itch, blisters, peeling, mouth sores.
- KIDNEY: less urine, swelling.
- NERVES/MUSCLE: weakness, double vision, drooping lids, numbness, confusion, stiff neck. Sister has MS - pt fears this most. MS has not been shown to be "caught" by family hx, but call.
- HEART: chest pain, palpitations, fainting. 911.
- EYES: pain, redness, blur.
- JOINTS: swelling, morning stiffness.

Treatment if any: hold drug, steroids (prednisone), stronger drugs like infliximab if needed, sometimes hospital. Most settle. Some (glands) are for life.

Card in wallet + on stoma bib clip. Hotline 24/7. No live vaccines. Tell every doctor and dentist. Teach back 9/10, missed "do not wait for Monday".

Given 400 mg over 30 min. VS before 36.6 72 118/70 97%; after 36.5 70 116/68. No reaction. Today NO symptoms of any kind.`,
    },
    {
      day: -190,
      at: '09:15',
      kind: 'telephone',
      title: 'Two-week call after dose 1',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `2 wk toxicity call by text relay. Diarrhea no, rash no, itch no, SOB no, cough w/ mucus as always thru stoma, HA no, visual no, numb/tingling no (asked twice because of sister), thirst no, joints no, fatigue mild on day 2 only. Eating purée, 3 supplements. Wt 54.2 at home.

No action. Next call wk 4, labs wk 6. Patient asked whether mother's Crohn can be "activated" by drug - explained: no, hers to get would be a new colitis, call if stools change.

Also reviewed: omeprazole am not w/ levothyroxine (30 min apart), supplements 2 h apart. HME cassette supply ok. Speech: valve change due. No ER/urgent care. No new meds. Dental appt set.

Template closed 0940. Pt prefers text relay in mornings. Wallet card on bib clip confirmed by selfie. PCP letter re thyroid labs: TSH every 6 wk by us, PCP not to change dose in between. Questions answered: alcohol mouthwash no, sun ok, flu shot ok.`,
    },
    {
      day: -164,
      at: '11:20',
      kind: 'progress',
      title: 'H&N clinic, dose 2',
      format: 'ccda',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval history
No new complaint. Stoma rim feels softer to her. Bowels once a day, formed.

# Review of systems
General: weight steady. Eyes: no pain, no blur. Chest: mucus clear. Heart: no palpitations. Gut: no diarrhea, no blood. Joints: none. Nerves: no numbness, no weakness, no falls. Skin: no rash. Mind: sleeps well.

# Physical exam
ECOG 1, 54.6 kg, SpO2 97 at the stoma. Rim 1.9 cm. Abdomen soft. Reflexes even.

# Assessment
Tolerates pembrolizumab without immune-related adverse events. Early response.

# Plan of treatment
Dose 2 today, scan in five weeks.

# Results
| Test | Value |
| TSH | 3.6 |
| ALT | 19 |
| Creatinine | 0.7 |
| Glucose | 86 |
| Lipase | 21 |
| CK | 64 |
| Cortisol | 12 |

# Medicines
Levothyroxine, omeprazole, fluoride gel, three supplements a day. No new drug.

# Nursing
Valve leak small, changed by speech therapy the same day. Weight chart reviewed. Card worn. Next appointments printed large.`,
    },
    {
      day: -127,
      at: '15:40',
      kind: 'imaging',
      title: 'CT neck and chest',
      format: 'plain',
      carriage: 'inline',
      author: 'radiologist',
      text: `HX: larynx SCC s/p TLE, stomal recurrence, pembrolizumab x2. R/o progression, r/o pneumonitis.

COMP: intake CT.

FINDINGS: stomal mass 2.6 → 1.2 cm. R lung nodules 7 and 5 mm (12, 9). No ground glass, no septal thickening; NO evidence of pneumonitis. Apical radiation scarring stable since prior studies. Thyroid atrophic, post RT. Visualized colon flexures normal, no wall thickening. No adenopathy. Pituitary not in field.

IMP: partial response. No complication of immunotherapy.

TECHNIQUE: IV contrast, neck to adrenals, 1.5 mm. Free valve artifact.
DETAILS: upper abdominal organs in range unremarkable; no bowel wall abnormality seen; pancreas tail ok. Small hiatal hernia. Cervical spondylosis. Carotid plaque bilateral.
MEASURE: sum 4.7 → 2.4 cm.`,
    },
    {
      day: -122,
      at: '10:30',
      kind: 'progress',
      title: 'H&N clinic, dose 3',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `S: doing well, binding again 4 h/d. 1 BM/d. Asks abt dental extraction #19 (osteoradionecrosis risk) → OMFS.

O ECOG 0-1 55.1 kg, stoma 1.1 cm rim. Neuro nonfocal.
Lab TSH 3.9 (on levo), ALT 18, Cr 0.7, gluc 88, all wnl.

ROS template: Denies fever, chills, chest pain, palpitations, dyspnea, nausea, vomiting, diarrhea, hematochezia, rash, pruritus, arthralgia, myalgia, weakness, diplopia, headache, polyuria, polydipsia.

A/P: SCC larynx PR (RECIST -52%). Dose 3. no irAE. TSH q6w since radiated gland, dose adjust prn - old dx. RTC 6.

${HISTORY}

Vitals 112/68 74 36.5 98 % (stoma) 55.1 kg. HEENT: trismus 32 mm, caries #19, valve #3 leaks little. Neck woody. Chest cl. Abd soft. Skin: no rash, nails ok. MSK: no synovitis. Neuro CN intact, 5/5, DTR 2+ sym, Romberg neg.
Meds levo 88, omep 20, fluoride gel. Allergy: latex.
Social: bookbinding shop, friend Maud drives. No tob since dx. ETOH none.
CTCAE review by RN: all 0 except dysphagia G2 (RT, old), dry mouth G1 (RT, old), fatigue G1 d2.`,
    },
    {
      day: -92,
      at: '17:05',
      kind: 'message',
      title: 'Portal: tingling hand',
      format: 'plain',
      carriage: 'inline',
      author: 'coordinator',
      text: `Z. Ulvestad wrote: My right thumb and two fingers go to sleep at night when I have been at the sewing frame. It is gone after shaking. My sister's MS began with a hand. Must I worry?

Nurse Oyelaran answers: Thank you for writing at once. Thumb to middle finger, at night, after handwork, gone with shaking sounds like a pinched nerve at the wrist. Weakness, numb face or legs, bladder trouble, eye pain? (Patient: none of these.) Please wear the wrist splint from the pharmacy at night and tell us in a week. Dr Vasterling will look at it in clinic.

Follow-up a week later, P.H.: patient reports splint helps, five of seven nights quiet. No leg, face, bladder or eye symptom. Grip strong, sews. No change in bowel or skin. Clinic visit stays as planned. Message closed after reading by Dr Vasterling: "agree, exam at next visit".`,
    },
    {
      day: -80,
      at: '10:50',
      kind: 'progress',
      title: 'H&N clinic, dose 4',
      format: 'rtf',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Subjective
Splint has helped, hand sleeps through. No other nerve complaint. Ran out of levothyroxine for nine days over the holiday, took it again since last week.

# Objective
Weight 55.4. Tinel positive at the right wrist, thumb strength full, reflexes equal, vision and eye movements normal.

# Results
TSH 5.6, free T4 in range; ALT 20.

# Assessment and plan
- carpal tunnel from handwork, not immune neuropathy, splint
- TSH slightly up after missed tablets in a woman whose thyroid was lost to radiation: same dose, repeat in six weeks. Not a pembrolizumab effect
- dose 4 today, response goes on

# Medicines
Levothyroxine 88 micrograms (again daily), omeprazole, fluoride gel, wrist splint at night.

# Review of systems
Bowel formed daily, no blood. Skin clear. Joints fine except the thumb saddle. No cough, no breathlessness. No headache, no double vision. No thirst. Energy eight of ten.`,
    },
    {
      day: -38,
      at: '11:15',
      kind: 'progress',
      title: 'H&N clinic, dose 5',
      format: 'html',
      carriage: 'binary',
      author: 'oncologist',
      text: `# Interval
Hand symptom-free. Takes every tablet, box with days. Stool daily. No cough beyond the stoma.

# Examination
ECOG 0, 56 kg, rim of the stoma flat. Lungs clear, skin clear, gait firm.

# Results
TSH 3.1 on the unchanged 88 micrograms, ALT 16, creatinine 0.8, glucose 90, cortisol 13.

# Assessment
Eight months of pembrolizumab, no immune-related adverse event of any grade. Near complete response.

# Plan
Dose 5 today. CT in four weeks. Counselling repeated: colitis, pneumonitis, endocrine, nerve and heart inflammation can come late; the relatives' diseases do not change what to do: call.

${HISTORY}

# Review of systems
Eyes no. Mouth dry since radiation, no new ulcers. Swallowing purée. Neck stiff, massage helps. Chest no. Heart no. Bowel no change. Bladder no. Joints no. Skin no. Numbness no, and she smiles when asked. Sleep good. Weight up two kilos since the start.

# Medicines
Levothyroxine 88 micrograms, omeprazole 20 mg (asked whether still needed: reflux into the valve, yes), fluoride gel.`,
    },
  ],
  episodes: [],
}
