import { BICARBONATE, CREATININE, GLUCOSE, HBA1C, LIPASE, POTASSIUM } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `GU HISTORY (copied forward): muscle-invasive bladder cancer pT3 pN1, radical cystectomy with ileal conduit. Relapse in pelvic nodes ten months later. Gemcitabine and carboplatin three cycles with thrombocytopenia, then progression. Pembrolizumab every six weeks as second line. PD-L1 combined score 15. No history of diabetes before treatment, HbA1c 5.5 at the start; gout since his forties; contrast hives once.`

export const goranAshworth: Story = {
  id: 'goran-ashworth',
  name: { given: 'Goran', family: 'Ashworth' },
  gender: 'male',
  born: '1965-02-21',
  shows: 'New insulin-deficient diabetes with ketoacidosis (grade 4) on pembrolizumab.',
  diagnosis: 'Urothelial carcinoma of the bladder, metastatic to pelvic nodes',
  treatments: [
    {
      agents: ['gemcitabine', 'carboplatin'],
      charted: 'text',
      text: 'gemcitabine 1000 mg/m2 IV + carboplatin AUC 4.5 IV',
      days: [-330, -309, -288],
    },
    {
      agents: ['pembrolizumab'],
      charted: 'rxnorm',
      text: 'pembrolizumab 400 mg IV q6w',
      days: [-210, -168, -126, -84, -18],
    },
  ],
  problems: [
    { text: 'Gout', icd10: 'M10.9' },
    { text: 'Hypertension', icd10: 'I10' },
    { text: 'Diabetes mellitus due to immune checkpoint inhibitor', icd10: 'E10.9', day: -70 },
  ],
  drugs: [
    { text: 'allopurinol 300 mg PO daily', from: -1600 },
    { text: 'losartan 50 mg PO daily', from: -1600 },
    { text: 'insulin glargine 22 units SC nightly', from: -66, reason: 'diabetes' },
    { text: 'insulin lispro 1 unit per 8 g carbohydrate SC with meals', from: -66, reason: 'diabetes' },
  ],
  laboratory: [
    {
      ...GLUCOSE,
      values: [
        [-211, 101],
        [-169, 98],
        [-127, 104],
        [-85, 118],
        [-70, 612],
        [-69, 204],
        [-66, 171],
        [-19, 142],
      ],
    },
    {
      ...HBA1C,
      values: [
        [-211, 5.5],
        [-70, 7.4],
        [-19, 7.1],
      ],
    },
    {
      ...BICARBONATE,
      values: [
        [-211, 25],
        [-85, 25],
        [-70, 7],
        [-69, 18],
        [-67, 25],
      ],
    },
    {
      ...POTASSIUM,
      values: [
        [-85, 4.3],
        [-70, 5.8],
        [-69, 3.6],
        [-67, 4.1],
      ],
    },
    {
      ...CREATININE,
      values: [
        [-211, 1.1],
        [-85, 1.1],
        [-70, 1.9],
        [-67, 1.1],
      ],
    },
    { ...LIPASE, values: [[-70, 41]] },
  ],
  notes: [
    {
      day: -210,
      at: '13:00',
      kind: 'progress',
      title: 'GU oncology, start of pembrolizumab',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# HPI
61M with urothelial ca, cystectomy + ileal conduit 14 mo ago, pelvic node relapse. Gem/carbo x3 w/ grade 3 thrombocytopenia and progression on CT. Cisplatin ineligible then (GFR 48), now eGFR 68. Second line: pembro 400 mg q6w.

# PMHx
Gout, HTN. No diabetes; A1c 5.5. Brother type 2. No autoimmune dz.

# Meds
allopurinol 300, losartan 50.

# ROS
Fatigue since chemo, tingling none. Stoma working. No wt loss. 10 systems otherwise neg.

# PE
ECOG 1, 92 kg, BP 138/84, HR 74, T 36.8, SpO2 98. Abd: conduit RLQ pink, no hernia. No nodes. Legs no edema.

# Labs
Gluc 101 nonfasting, Cr 1.1, ALT 28, TSH 2.2, Hgb 11.2, plt 188.

# A/P
- pembro 400 q6w, consent signed
- counsel: call for thirst/frequent urination too, "not only the bowel"
- CT at 12 wk
- gout quiet

# Social
Ran a hardware shop, sold it. Wife Ellen does pill boxes. Two sons, one in Split. Stopped smoking at diagnosis, 30 pk-yr. Beer on match days. Walks with the neighbour's dog. Allergies: iodine contrast hives once, premed works.`,
    },
    {
      day: -168,
      at: '09:10',
      kind: 'nursing',
      title: 'Infusion center note',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Dose 2 of pembro 400. Wife w/ pt. Stoma bag changed this AM. No fever, cough, diarrhea, rash, joint swelling. Energy 6/10, better than on chemo. Appetite fair. BP 134/82, HR 72, T 36.7, 98% RA, wt 92.6. Glucose 98, Cr 1.1, AST 24, TSH 1.9. 22 ga L AC, infused 30 min, line flushed. No rxn. Next dose 6 wk; RN call at 3 wk since long gap. Pt asks if he may travel to his son in Split in between: ok per MD, take letter + card.

Stoma nurse looked in: peristomal skin intact, new plate size 35. Fluid intake about 2 L. UA from conduit always has mucus and white cells, not a UTI without fever. Pt knows. Wallet card seen. Labs for next dose ordered.`,
    },
    {
      day: -126,
      at: '14:20',
      kind: 'progress',
      title: 'GU oncology, dose 3 and restaging',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Restaging
Target nodes 3.4 -> 1.9 cm and 2.2 -> 1.1 cm. Partial response. No new lesion. Pancreas unremarkable on this scan.

# Symptoms
Travelled to Split, swam in the sea with a stoma cover, happy. One gout attack of the left big toe after grilled sardines; colchicine for three days, gone. Not immune arthritis: typical podagra in a known gout patient, uric acid 9.1.

# Objective
BP 130/80, weight 93.4 kg. Left MTP no longer red. Stoma fine. Chest clear. Skin with sun tan, no rash.

# Laboratory
Glucose 104, creatinine 1.1, ALT 31, TSH 2.0, hemoglobin 12.0.

# Plan
Go on, dose 3 today. Allopurinol was taken irregularly; told him to be strict. CT again in twelve weeks.

# Review of systems
Sleep good. Thirst normal, two litres a day on purpose for the conduit. Weight rising. No cough. Bowel daily, soft. No headache. Tingling none. Urine clear with mucus.

${HISTORY}

# Medicines
Allopurinol (again daily), losartan 50 mg, colchicine finished. Premedication for contrast worked, no hives this time.`,
    },
    {
      day: -84,
      at: '10:45',
      kind: 'progress',
      title: 'GU oncology, dose 4',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Doing well, no complaints, golf again. Wt 92.8. Random gluc 118 after a bun, not fasting – nothing to do, note for next time. Pembro dose 4 given.

# Toxicity review
Skin 0, GI 0, resp 0, hepatic 0 (ALT 26), thyroid 0 (TSH 2.3), joints 0 since gout attack, fatigue 1.

# Exam
Well. HR 70 BP 132/78. Conduit ok. No edema.

# Plan
Next dose in six weeks. Labs incl. glucose 1 wk before. He wants a letter for the travel insurance, coordinator to write. Repeat education on warning signs incl. fever, breathlessness, diarrhoea, yellow eyes, thirst.

# Meds
allopurinol 300 mg, losartan 50 mg. No OTC.

${HISTORY}

# Teaching documented by MD
Reviewed in 6 minutes with wife present. Written sheet given the third time; he keeps the first in the golf bag. Vaccines: flu yes, zoster recombinant dose 2 due. Weight trend 92 -> 92.6 -> 93.4 -> 92.8. Diet: bread and plum jam, he admits.`,
    },
    {
      day: -72,
      at: '16:40',
      kind: 'telephone',
      title: 'Call from wife',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Mrs Ashworth: for 5-6 days he drinks "like a horse", bag needs emptying every hour, up all night. Lost weight, trousers loose. Since today nausea, vomited once, tired, breathing deep. She first thought stomach flu. No fever. No steroid tablets, none ever.

Told to go to ED now, not to wait for the morning. Called ahead: on pembrolizumab, rule out new diabetes/DKA, check glucose + ketones on arrival. Dr V paged. Wife says he refuses, wants to "sleep it off"; spoke to him myself, agrees to go if not better by tomorrow. Advised strongly against waiting.`,
    },
    {
      day: -70,
      at: '04:25',
      kind: 'emergency',
      title: 'ED physician note',
      format: 'pdf',
      carriage: 'inline',
      author: 'emergency-physician',
      text: `# Presenting complaint
Vomiting, confusion, fast breathing.

# History
Man of 61 with bladder cancer on pembrolizumab (last dose 14 days ago, four in total), a week of thirst and polyuria through his conduit, since two days vomiting. Wife found him drowsy. Not known diabetic, no steroids, no SGLT2 drug, alcohol rare.

# Examination
GCS 13, Kussmaul breathing 32/min, fruity breath, BP 94/56, HR 122, T 36.1, SpO2 99% RA, dry as a bone. Abdomen diffusely tender, soft. Stoma pink. No focus of infection.

# Results
- Glucose 612 mg/dL, beta-hydroxybutyrate 8.4 mmol/L
- Venous pH 6.98, bicarbonate 7, anion gap 29
- K 5.8, Na 129 (corrected 138), creatinine 1.9, lipase 41
- HbA1c 7.4 percent, which says that this is young
- Urine culture sent, chest film clear, ECG peaked T waves

# Treatment
Two litres saline in the first hour, insulin 0.1 unit/kg/h after potassium known, central access, hourly gas.

# Assessment
Severe diabetic ketoacidosis as first presentation of diabetes, in the setting of PD-1 blockade: fulminant checkpoint inhibitor diabetes. Life-threatening. Urostomy may add some hyperchloremic acidosis but cannot explain ketones.

# Disposition
Medical ICU.`,
    },
    {
      day: -68,
      at: '11:30',
      kind: 'consult',
      title: 'Endocrinology consult',
      format: 'plain',
      carriage: 'inline',
      author: 'specialist',
      text: `# Question
New DKA on pembro, type? long term plan?

# Findings
C-peptide 0.2 ng/mL at glucose 212 (after correction of acidosis) = essentially absent. GAD65 Ab 38 (pos), IA-2 neg, ZnT8 neg. Lipase normal, CT pancreas from staging normal volume. A1c only 7.4 with gluc 612: abrupt onset. Cortisol 28 stressed, TSH 1.7. No family T1D.

# Interview
Patient awake since yesterday, shaky memory of the ride. Wife manages pills at home, good eyesight, can count carbs? "I can count gin rummy points".

# Opinion
ICI-induced autoimmune diabetes presenting w/ DKA. CTCAE: hyperglycemia with life-threatening consequences = grade 4. Beta cells will not come back, steroids don't help and would worsen glucose -> do NOT give.

# Plan
- off drip, glargine 22 at HS w/ 2 h overlap, lispro 1:8 + correction 1:40 >150
- CGM sensor before d/c, ketone strips, glucagon
- educator x3
- pembro can be resumed once glucose is controlled; it is a hormone problem now, like hypothyroid.`,
    },
    {
      day: -66,
      at: '15:10',
      kind: 'discharge',
      title: 'Discharge summary',
      format: 'ccda',
      carriage: 'inline',
      author: 'hospitalist',
      text: `# Diagnosis
Diabetic ketoacidosis, severe, first manifestation of pembrolizumab-induced autoimmune diabetes mellitus. Acute prerenal kidney injury, recovered. Metastatic urothelial cancer in partial response.

# Course
Admitted with pH 6.98 and glucose 612. Treated in the intensive care unit with fluids, insulin infusion for 26 hours, potassium replacement. Gap closed on day two. Creatinine 1.9 on arrival fell to his usual 1.1 with water alone. Urine culture grew mixed flora from the conduit and was not treated.

# Medications
- insulin glargine 22 units at bedtime
- insulin lispro with meals, ratio 1 to 8
- losartan 50 mg, held until pressure is above 120, then resume
- allopurinol 300 mg

# Plan of care
Sensor alarm at 70 and 250. Ketone test when over 300 or vomiting. Endocrine clinic in ten days, oncology in four weeks to decide on resuming pembrolizumab. Wife and patient passed the insulin lesson. No corticosteroids are needed for this complication.

# Results
Glucose before breakfast 148, potassium 4.1, bicarbonate 25, creatinine 1.1, hemoglobin 12.8. C-peptide pending on discharge was reported as 0.2 by telephone.`,
    },
    {
      day: -45,
      at: '10:00',
      kind: 'nursing',
      title: 'Diabetes educator visit',
      format: 'html',
      carriage: 'binary',
      author: 'nurse',
      text: `# Visit
Third lesson after ketoacidosis. Goran brings his phone: time in range 61%, below 70 in 3%, mean 171. Two lows at night after golf.

# Taught
- half bolus before exercise
- 15 g rule, glucagon nose spray shown to wife
- sick-day rules, never stop the long insulin
- injection sites: left and right of the stoma stay free

# Observed
Counts carbohydrates well (89 g for his pizza, I had 92). Mood low about "another disease from the treatment"; offered social worker, he will think.

# Next
Reduce glargine 22 to 20 per endocrinology. Back in six weeks. Endocrine clinic has the download.

# Download, two weeks
Average 171, standard deviation 58, estimated A1c 7.4. Overnight flat between 110 and 150. Peaks after supper to 260 when he forgot the bolus (three of fourteen evenings). Sensor worn 94 percent of the time. Pen needles 4 mm, changed each time. Hypoglycemia recognised at 62 with sweat; treats with juice box, rechecks after a quarter of an hour.`,
    },
    {
      day: -18,
      at: '13:40',
      kind: 'progress',
      title: 'GU oncology, resuming pembrolizumab',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Ten weeks after dose 4. Was in ICU w/ DKA from pembro-induced diabetes (grade 4). Now on basal-bolus, TIR 74%, A1c 7.1, no further ketosis, no hypo < 54. Feels well, wt 90.5.

# CT
Nodes 1.4 and 0.8 cm, response goes on. Pancreas slightly slimmer than before.

# Exam
BP 128/76 HR 72. Sensor L arm. Conduit ok. Feet intact w/ monofilament.

# Labs
Gluc 142, Cr 1.1, bicarb 24, ALT 29, TSH 2.6, lipase 33.

# A/P
1. UC: resume pembro 400 today, benefit clear, diabetes is permanent and replaced, continuing does not make it worse.
2. ICI diabetes: insulin dependent; endo q3 mo, eyes yearly.
3. Gout quiet.
4. Watch for further endocrine events: cortisol + TSH q6w.

# Meds
glargine 20 U HS, lispro 1:8, losartan 50 (restarted), allopurinol 300. Glucagon spray in the golf bag. No steroid of any kind; contrast premed for hives now with cetirizine alone because prednisone would upset sugars, tolerated.

${HISTORY}

# Social
Sons visited. Sleeps through with the sensor alarm at 70. Wife less afraid.`,
    },
  ],
  episodes: [
    {
      term: 'diabetes',
      grade: 4,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -78,
      because: 'Ketoacidosis pH 6.98, C-peptide 0.2, "life-threatening consequences = grade 4"; insulin since.',
    },
  ],
}
