import { CREATININE, CRP, HAEMOGLOBIN, POTASSIUM } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `ONCOLOGIC HISTORY (copied forward from the first visit): 2021 melanoma of the left calf, Breslow 2.4 mm, wide excision and one negative sentinel node. Last winter cough, CT with bilateral lung nodules and a left iliac node, core biopsy of the node melanoma, BRAF wild type, LDH just above the limit, brain MRI clear. Decision of the tumor board for combined CTLA-4 and PD-1 blockade, four doses planned.`

export const adaBrandvold: Story = {
  id: 'ada-brandvold',
  name: { given: 'Ada', family: 'Brandvold' },
  gender: 'female',
  born: '1969-03-19',
  shows: 'Grade 3 colitis after two cycles of ipilimumab and nivolumab, refractory to steroids, settled by infliximab.',
  diagnosis: 'Stage IV melanoma, BRAF wild type, lung and nodal metastases',
  treatments: [
    {
      agents: ['nivolumab', 'ipilimumab'],
      charted: 'rxnorm',
      text: 'nivolumab 1 mg/kg (72 mg) IV + ipilimumab 3 mg/kg (216 mg) IV',
      days: [-118, -97],
    },
    { agents: ['infliximab'], charted: 'text', text: 'infliximab-dyyb 5 mg/kg (350 mg) IV', days: [-67, -53] },
  ],
  problems: [{ text: 'Hypertension', icd10: 'I10' }, { text: 'Osteopenia' }],
  drugs: [
    { text: 'amlodipine 5 mg PO daily', from: -900 },
    { text: 'prednisone 70 mg PO daily, then taper over 6 weeks', from: -75, until: -22, reason: 'colitis' },
    { text: 'methylprednisolone 70 mg IV q12h', from: -72, until: -64, reason: 'colitis' },
    { text: 'trimethoprim-sulfamethoxazole DS 1 tab Mon/Wed/Fri', from: -68, until: -20, reason: 'PJP prophylaxis' },
  ],
  laboratory: [
    {
      ...CRP,
      values: [
        [-119, 3],
        [-98, 4],
        [-76, 88],
        [-72, 141],
        [-66, 97],
        [-62, 31],
        [-45, 6],
        [-20, 3],
      ],
    },
    {
      ...POTASSIUM,
      values: [
        [-119, 4.2],
        [-98, 4.1],
        [-76, 3.3],
        [-72, 2.9],
        [-70, 3.4],
        [-62, 4.0],
        [-20, 4.3],
      ],
    },
    {
      ...CREATININE,
      values: [
        [-119, 0.8],
        [-98, 0.8],
        [-76, 1.1],
        [-72, 1.2],
        [-62, 0.8],
        [-20, 0.8],
      ],
    },
    {
      ...HAEMOGLOBIN,
      values: [
        [-119, 13.1],
        [-98, 12.9],
        [-76, 12.2],
        [-72, 11.4],
        [-62, 10.9],
        [-20, 12.4],
      ],
    },
  ],
  notes: [
    {
      day: -118,
      at: '09:10',
      kind: 'progress',
      title: 'Oncology clinic, C1D1',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# HPI
57 y/o woman, BRAF WT melanoma of the L calf (2021, WLE + SLNB), now multiple bilateral lung nodules up to 1.9 cm and a 2.6 cm L external iliac node, bx proven. Here to start ipi/nivo. Feels well, walks her dog 4 km a day. One formed BM daily.

# Past history
HTN on amlodipine. Osteopenia. No autoimmune disease that she knows of. Her mother had ulcerative colitis and died of something else at 81.

# Exam
ECOG 0. Wt 72.1 kg. BP 138/82, HR 71, T 36.6, SpO2 98% RA. Chest clear. Abd soft. WLE scar well healed. Small L inguinal fullness.

# Labs
| Test | Value |
| Hgb | 13.1 |
| Cr | 0.8 |
| ALT | 19 |
| TSH | 1.7 |
| LDH | 244 |

# A/P
- Stage IV melanoma: start nivolumab 1 mg/kg + ipilimumab 3 mg/kg q3w x4 then nivo maintenance.
- Consent signed. We went over bowel, liver, lung, skin and hormone side effects at length; she has the wallet card. If more than 4 stools over her usual in a day she is to call, not wait.
- Baseline cortisol and troponin drawn.
- RTC 3 wk for C2.

# Medications and allergies
- amlodipine 5 mg daily
- cetirizine as needed in pollen time
- penicillin: hives as a child`,
    },
    {
      day: -110,
      at: '14:22',
      kind: 'telephone',
      title: 'Telephone encounter',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Day 8 toxicity call. Pt reports being tired the first 2 days, otherwise "nothing to write home about". No rash, no cough, no loose stool. Eating ok. Reminded about the 24h number. No action needed.

Med list reviewed: amlodipine only, no OTC. Next contact: C2 visit in 13 days. Symptom diary explained again, she keeps it on the fridge door. Call time 6 min.`,
    },
    {
      day: -97,
      at: '08:55',
      kind: 'progress',
      title: 'Oncology clinic, C2D1',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      charset: 'windows-1252',
      text: `# Interval
C2 of ipi/nivo today. Mild itch on both shins for a week, no visible rash, moisturiser helps. Bowels unchanged. Energy fair. Denies dyspnea, HA, visual change.

# ROS
Gen: neg. HEENT: neg. CV: neg. Resp: neg. GI: neg. GU: neg. MSK: neg. Neuro: neg. Skin: see above.

# Exam
ECOG 0, wt 72.4 kg, afebrile. Skin dry, no eruption, no excoriation – just xerosis. Lungs clear.

# Assessment
1. Melanoma: proceed with C2, full dose.
2. Pruritus G1, emollient, cetirizine prn. Could be xerosis of winter, could be drug.
3. Labs ok: ALT 22, Cr 0.8, TSH 1.5, Hgb 12.9.

C3 in 21 d with CT after C4.

# Medications reviewed
Amlodipine 5 mg, cetirizine 10 mg prn, vitamin D. No NSAID, no herbal tea, no antibiotic.

# Social
Runs a small bookbinding shop with her husband, glue fumes, good ventilation. Two grown sons. Wine at weekends. Never smoked. Will go to the cottage between C2 and C3, 90 min drive to us, has the night number and a cooler bag for stool samples "just in case", as she put it.`,
    },
    {
      day: -78,
      at: '10:41',
      kind: 'telephone',
      title: 'Triage call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Incoming call from pt. Loose stools since Saturday (3 days). Started w/ 3/d, yesterday 5, baseline is 1. Watery, no blood seen. Crampy but eating. No fever by her thermometer. No sick contacts, no abx last 3 mo, no travel, ate same chicken as husband and he is fine.

Advised per diarrhea pathway: push fluids, hold loperamide until seen, bring stool sample. Dr Vasterling paged -> wants her seen within 24-48h, labs + stool C diff, culture, calprotectin. Booked. Told her C3 (due in 2 days) will most likely not happen.

${HISTORY}`,
    },
    {
      day: -76,
      at: '11:30',
      kind: 'progress',
      title: 'Urgent visit, immunotoxicity clinic',
      format: 'html',
      carriage: 'binary',
      author: 'oncologist',
      text: `# Reason for visit
Diarrhea day 5, after 2 doses of ipilimumab + nivolumab (last 3 weeks ago).

# HPI
Stool count now 6 per day over baseline of 1, one of them at night. Watery with some mucus since this morning, no frank blood. Lower abdominal cramping 4/10 before each BM that eases afterwards. Able to drink. Lightheaded when standing this AM. Wt down 2.3 kg.

# Exam
T 37.4, BP 112/70 lying and 98/64 standing, HR 96. Abdomen: soft, tender LLQ without guarding or rebound. Bowel sounds brisk. Skin warm, mucosae dry-ish.

# Results
- C. difficile PCR negative
- Enteric pathogen panel negative
- Calprotectin pending, CRP 88 (was 4)
- K 3.3, Cr 1.1 (baseline 0.8), Hgb 12.2

${HISTORY}

# Assessment and plan
57F with new immune-mediated colitis, clinically grade 2 today and moving in the wrong direction. Infection excluded as far as quick tests go.
- Start prednisone 70 mg (1 mg/kg) daily today, PPI, calcium/vit D.
- HOLD C3. Ipilimumab will probably not be restarted.
- 1 L LR and 40 mEq KCl in clinic.
- Flex sig requested this week, GI aware (Dr Abernathy).
- Phone call daily. If >= 7 stools, blood, fever or cannot drink: admit.`,
    },
    {
      day: -74,
      at: '16:05',
      kind: 'telephone',
      title: 'Daily toxicity call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Day 3 of pred 70. Pt "no better, maybe worse". 8 BMs since this time yesterday, 2 at night, saw streaks of blood on paper x1. Drinking ~1.5 L. No vomiting. Temp 37.6. I asked her to come in tonight, she declines, wants to wait for the scope tomorrow AM, husband will stay home. Understands to go to ED if dizzy/blood. Informed on-call MD.`,
    },
    {
      day: -72,
      at: '01:47',
      kind: 'emergency',
      title: 'ED provider note',
      format: 'rtf',
      carriage: 'inline',
      author: 'emergency-physician',
      text: `# Chief complaint
Bloody diarrhea, abd pain.

# HPI
57 yo F hx metastatic melanoma on immunotherapy (ipi/nivo, last dose 25 days ago) sent by oncology. On prednisone 70 mg x4 days for suspected immune colitis. Tonight 10 liquid stools in 12 h with dark red blood mixed in, cramping 7/10, cannot keep the tablets down since supper. Fecal urgency with two accidents. No syncope.

# Physical exam
T 38.1 HR 112 BP 101/62 RR 18 SpO2 97% RA. Uncomfortable, dry lips. Abd distended mild, diffusely tender, worse L side, voluntary guarding, no rigidity. Rectal: maroon liquid stool.

# Data
WBC 14.2, Hgb 11.4, plt 402, Na 133, K 2.9, Cr 1.2, lactate 1.6, CRP 141, alb 2.9. AXR no free air, transverse colon 4.8 cm. CT abd/pelvis with contrast: see radiology, diffuse colonic wall thickening, no perforation, no megacolon.

# MDM
DDx: immune mediated colitis (favoured), infectious incl CMV, ischemic, perforation (CT neg). Surgery informed. 2 L LR, KCl 40 IV, methylpred 70 mg IV given per onc. Held abx for now, blood cx sent.

# Disposition
Admit medicine, onc + GI to follow. Condition guarded.`,
    },
    {
      day: -72,
      at: '02:20',
      kind: 'imaging',
      title: 'CT abdomen and pelvis with contrast',
      format: 'pdf',
      carriage: 'binary',
      author: 'radiologist',
      alsoDocument: true,
      text: `# Indication
Metastatic melanoma, checkpoint inhibitor therapy, bloody diarrhea.

# Technique
Portal venous phase, 100 mL iodinated contrast, no oral contrast. Comparison: staging CT four months ago.

# Findings
Liver, spleen, pancreas, adrenals and kidneys unremarkable. Continuous mural thickening of the colon from cecum to rectum, up to 11 mm in the sigmoid, with mucosal hyperenhancement, engorged mesenteric vessels and mild pericolic stranding. Terminal ileum normal. No pneumatosis, no free air, no abscess. Trace pelvic fluid. The left external iliac node now measures 1.4 cm, before 2.6 cm. Lung bases: the nodules that are included are smaller.

# Impression
1. Pancolitis. Given the clinical setting immune-mediated colitis is favored; infection cannot be separated by imaging.
2. Response of nodal disease.

The ascending colon shows the same thickening, 8 mm, with preserved haustra proximally. The appendix is normal. No hydronephrosis. Bones: degenerative change L4/5, no lytic lesion. Findings were phoned to the emergency physician at 02:35 and read back. Reconstructions in three planes were stored; the dose is in the system report.`,
    },
    {
      day: -71,
      at: '15:40',
      kind: 'consult',
      title: 'Gastroenterology consult',
      format: 'ccda',
      carriage: 'inline',
      author: 'specialist',
      text: `# Reason for consult
Severe diarrhea under CTLA-4/PD-1 blockade, for endoscopy.

# History of present illness
Patient seen with husband at bedside. Nine days of diarrhea, now 9 to 10 liquid bloody motions daily over a baseline of one. Four days of oral prednisone did not touch it. NSAIDs: none. No personal history of IBD; mother had UC. QuantiFERON and hepatitis B core antibody were drawn yesterday.

# Procedure
Flexible sigmoidoscopy to 45 cm, unsedated. Mucosa from rectum upward confluently erythematous, friable, loss of vascular pattern, several shallow and three deep (> 2 mm) ulcers in the sigmoid. Six biopsies, CMV stain requested.

# Assessment
Immune-mediated colitis with high-risk endoscopic features (ulceration). CTCAE grade 3. Deep ulcers predict steroid failure, so I would not wait a full week.

# Recommendations
- Methylprednisolone 1 mg/kg IV bid, day 3 decision.
- Infliximab 5 mg/kg as soon as TB and HBV tests are back, repeat at 2 weeks. Vedolizumab is the alternative if liver enzymes rise.
- VTE prophylaxis; low residue diet; daily abdominal film if distension grows.
- No opioids, no loperamide now.`,
    },
    {
      day: -69,
      at: '12:15',
      kind: 'pathology',
      title: 'Surgical pathology, sigmoid biopsies',
      format: 'plain',
      carriage: 'inline',
      author: 'pathologist',
      text: `SPECIMEN: colon, sigmoid, endoscopic biopsies x6.

MICROSCOPIC: The lamina propria is expanded by lymphocytes, plasma cells and eosinophils. There is neutrophilic cryptitis with scattered crypt abscesses, crypt epithelial apoptosis (up to 4 bodies per crypt) and focal ulcer slough. Crypt architecture is largely kept. Granulomas are absent. Immunostain for CMV is negative, controls fine.

DIAGNOSIS: Active colitis with increased apoptosis and ulceration, compatible with checkpoint inhibitor injury in the right clinical context. Negative for CMV, negative for dysplasia.`,
    },
    {
      day: -67,
      at: '07:50',
      kind: 'progress',
      title: 'Hospital medicine progress note, HD 6',
      format: 'plain',
      carriage: 'inline',
      author: 'hospitalist',
      text: `HD#6 immune colitis G3. On solumedrol 70 q12 day 5. Overnight 8 BM, 3 bloody. Pain better w/ heat pack, 5/10. AF >24h. Tol clears.

[copied from HD 3] Immune-mediated colitis with high-risk endoscopic features, CTCAE grade 3, biopsy pending, GI following, C diff neg, CMV pending.

VS 37.1 84 118/70 97RA. Abd soft, L sided TTP no rebound. K 3.6 after repletion. Hgb 10.8. Quant gold neg, HBcAb neg, HIV neg.

PLAN
- steroid refractory -> infliximab #1 350 mg today at 10:00 (GI + onc agree)
- cont IV steroid, then PO 70 when BM <4
- TMP/SMX for PJP, PPI, heparin SQ
- nutrition: low residue, supplements
- melanoma: responding on CT, no further ipi

I/O 2.9 / 2.1 L + stool ~1.6 L by chart. Wt 68.4. Lines: PIV x2. Meds: methylpred 70 IV q12, pantoprazole 40 IV, heparin 5000 SQ q8, KCl per protocol, acetaminophen prn. Code: full. Husband updated at bedside 08:10; both ask if "the cancer drug will be given again" – told no ipi, rest later in clinic. Dispo: earliest 3-4 d after infliximab if stools < 3.`,
    },
    {
      day: -63,
      at: '13:20',
      kind: 'discharge',
      title: 'Discharge summary',
      format: 'pdf',
      carriage: 'binary',
      author: 'hospitalist',
      text: `# Admission diagnosis
Bloody diarrhea, hypokalemia, volume depletion.

# Discharge diagnosis
Steroid-refractory immune-mediated colitis, grade 3, from ipilimumab/nivolumab.

# Hospital course
Mrs Brandvold was admitted through the ED after four days of failing oral prednisone for presumed checkpoint inhibitor colitis. Infectious work up was negative (C. difficile PCR, enteric panel, CMV stain, blood cultures). Sigmoidoscopy on hospital day 2 showed confluent inflammation with deep sigmoid ulcers, and the biopsies showed active colitis with apoptosis. After five days of IV methylprednisolone 2 mg/kg/day she still had eight stools a day, so that infliximab 5 mg/kg was given on hospital day 6. Response was brisk: four stools the next day, two semi-formed on the day of discharge, no blood for 72 h. Potassium was replaced, lowest 2.9. Hemoglobin drifted to 10.8 without need of transfusion. CT by the way showed shrinking disease.

# Medications at discharge
- prednisone 70 mg daily, go down by 10 mg each week
- pantoprazole 40 mg daily
- TMP-SMX DS three times a week while on 20 mg or more
- calcium and vitamin D
- amlodipine 5 mg, restart when BP above 130

# Follow-up
Infliximab second dose in 14 days in the infusion center. Oncology in one week. Ipilimumab is permanently discontinued; whether nivolumab alone can be tried later is left to Dr Vasterling.

# Condition
Stable, walking in the hall, weight 67.9 kg.

# Course by problem
Colitis. On arrival ten to twelve liquid stools in half a day with dark blood, voluntary guarding, temperature 38.1, CRP 141. Surgery saw her twice in the first 24 hours and signed off when the film of day two showed the transverse colon at 4.5 cm. She was kept on clear liquids until day four and on low residue food since. Stool charts: day one 11, day two 9, day three 10, day four 9, day five 8, day six 8 (infliximab at ten in the morning), day seven 4, day eight 3, day nine 2. Calprotectin sent from clinic came back above the measuring range (> 1800). The drop after one infusion was discussed with Dr Abernathy, who still wants the second dose at two weeks because of the deep ulcers.

Infection. Blood cultures from the emergency department without growth after five days. C. difficile PCR was repeated on day four since the count had not fallen, again negative. CMV stain negative on six biopsies, plasma CMV PCR not detected. No antibiotic was given at any time. QuantiFERON, hepatitis B core antibody, hepatitis C antibody and HIV test negative before infliximab.

Fluids and electrolytes. Six liters of balanced crystalloid in the first two days. Potassium 2.9 at the lowest, replaced by vein and then by mouth; magnesium 1.5, replaced once. Creatinine went from 1.2 to 0.8. She leaves four kilos below her usual weight and with albumin of 2.6; the dietitian's supplements (two bottles a day) go home with her.

Steroid effects. Glucose between 140 and 210 after meals, covered by sliding scale, no insulin at discharge. Poor sleep, a little tearful on day three, better when the morning dose was given at six. No thrush. Bone protection started because of known osteopenia.

Blood. Hemoglobin 11.4 on arrival, 10.8 at the lowest, 10.9 today, without transfusion. Iron studies suggest inflammation rather than loss alone. Platelets were never low. Heparin by subcutaneous injection throughout, no sign of thrombosis, to be stopped at discharge as she walks the corridor.

Melanoma. CT on admission, done for the belly, shows the left external iliac node at 1.4 cm (was 2.6) and smaller nodules in the lung bases. This was told to the couple, who took it as the one good thing of the week. Oncology will restage in six weeks.

# Instructions given in plain words
Take the prednisone in the morning with food and do not stop it by yourself. Count your stools on the sheet. Come back or call at once with more than three stools above your usual in a day, any blood, fever of 38 or more, belly that is hard or swollen, vomiting that keeps the tablets out, or black-out on standing. No ibuprofen or naproxen. No loperamide unless we say so. Raw salads and seeds only after the second infusion. You may walk as much as you like. The night number is on the card.

# Pending at discharge
Vitamin D level. Formal report of the repeat calprotectin. Insurance approval of the second infliximab was obtained this morning.`,
    },
    {
      day: -53,
      at: '10:20',
      kind: 'nursing',
      title: 'Infusion nursing note',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Here for infliximab-dyyb #2 350 mg. Pre-meds: acetaminophen 650, diphenhydramine 25 PO. VS before 36.7/78/124/76. 22G R FA, good return. Infused over 2 h w/o reaction. Stools 1-2/d formed, nocturnal none. On pred 50. Mood: "wired", sleeping 4 h. Ankles a bit puffy. Taught steroid timing in the AM. Next pred step 40 on Monday.

Lab draw from PIV before: Hgb 11.6, K 4.2, CRP 9. No s/sx infection: afebrile, no cough, no dysuria, no sick contact. TB test neg on file. Weekly pred calendar gone through line by line, wife/husband has photo of it. Next infusion: none planned (2 of 2) unless GI says otherwise.`,
    },
    {
      day: -45,
      at: '09:35',
      kind: 'progress',
      title: 'Oncology follow-up',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval history
Three and a half weeks out of hospital for severe ipi/nivo colitis. Back to one or two formed stools, no blood, no urgency. Prednisone 40 mg. Complains of proximal leg weakness getting out of the bath – steroid myopathy likely, CK 64. Sugars 110–150.

# Objective
Wt 69.0 kg. BP 142/86. Cushingoid cheeks. Abd non-tender. CRP 6.

# Assessment and plan
- Colitis: grade 3 at worst, now grade 0–1 on taper. Continue by 10 mg a week to 10, then 5 mg steps.
- Melanoma: partial response after two doses. Watch and wait; restage in 5 weeks. No immunotherapy while on steroids.
- Bone: DXA, vitamin D level. PJP prophylaxis goes on until under 20 mg.

# Review of systems
Sleep four hours. Appetite huge. No fever, cough, dysuria, thrush. Mood up and down. Skin thin, bruises. No headache. Joints free.

${HISTORY}

# Current medicines
Prednisone 40 mg, pantoprazole 40 mg, calcium carbonate with D, co-trimoxazole three times weekly, amlodipine 5 mg restarted last week because of the blood pressure at home.`,
    },
    {
      day: -20,
      at: '09:05',
      kind: 'progress',
      title: 'Oncology follow-up',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `Off pred 2 days ago, full 7 wk taper done. BMs x1 formed. Repeat calprotectin 41 (was > 1800). Colitis resolved. Wt 71.2.

CT c/a/p yesterday: near CR, residual 5 mm RLL nodule, node 8 mm.

Discussed options: (1) observation, (2) nivo mono q4w with colitis in mind. Literature on PD-1 after CTLA-4 colitis reviewed w/ pt, recurrence maybe 1 in 5 to 1 in 3. She prefers to watch. Agree. TSH 2.2, AM cortisol 11.3 2 d off steroids, repeat in a month.

RTC 6 wk w/ labs, CT 12 wk. TMP-SMX stop.

${HISTORY}`,
    },
  ],
  episodes: [
    {
      term: 'colitis',
      grade: 3,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -81,
      resolvedDay: -20,
      because:
        'Up to 10 bloody stools a day over baseline 1, admission, deep ulcers, "CTCAE grade 3", steroid-refractory, infliximab.',
    },
    {
      term: 'pruritus',
      grade: 1,
      attribution: 'uncertain',
      status: 'present',
      onsetDay: -104,
      because: '"Pruritus G1 … could be xerosis of winter, could be drug."',
    },
  ],
}
