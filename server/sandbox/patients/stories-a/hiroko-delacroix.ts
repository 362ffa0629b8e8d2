import { ALT, CREATININE, EOSINOPHILS, POTASSIUM } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `BREAST HISTORY (copied forward): right triple-negative ductal carcinoma, 3.4 cm, cN1 by needle, Ki-67 70 percent, no BRCA1/2 variant. Neoadjuvant pembrolizumab with weekly paclitaxel and carboplatin, anthracycline part left out at her wish. Kidneys normal at the start with creatinine 0.7. Reflux for years, knee osteoarthritis, menopause at fifty, nickel allergy. Lives with her sister.`

export const hirokoDelacroix: Story = {
  id: 'hiroko-delacroix',
  name: { given: 'Hiroko', family: 'Delacroix' },
  gender: 'female',
  born: '1958-12-03',
  shows:
    'Acute tubulointerstitial nephritis (grade 3) on pembrolizumab with a proton pump inhibitor, recovery on prednisone.',
  diagnosis: 'Triple-negative breast cancer, stage II, neoadjuvant and adjuvant pembrolizumab',
  treatments: [
    {
      agents: ['carboplatin', 'paclitaxel'],
      charted: 'text',
      text: 'carboplatin AUC 1.5 IV + paclitaxel 80 mg/m2 IV weekly',
      days: [-300, -293, -286, -279, -272, -265],
    },
    {
      agents: ['pembrolizumab'],
      charted: 'contained',
      text: 'pembrolizumab 200 mg IV q3w',
      days: [-300, -279, -258, -237, -216, -195, -130, -109],
    },
  ],
  problems: [
    { text: 'Gastro-oesophageal reflux disease', icd10: 'K21.9' },
    { text: 'Osteoarthritis of both knees', icd10: 'M17.0' },
    { text: 'Acute interstitial nephritis', icd10: 'N10', day: -88, status: 'resolved' },
  ],
  drugs: [
    { text: 'omeprazole 20 mg PO daily', from: -900, until: -88, reason: 'reflux' },
    { text: 'famotidine 20 mg PO nightly', from: -88, reason: 'reflux' },
    { text: 'prednisone 60 mg PO daily, taper over 8 weeks', from: -86, until: -28, reason: 'nephritis' },
    { text: 'ibuprofen 400 mg PO prn', from: -600, until: -151, reason: 'knee pain' },
  ],
  laboratory: [
    {
      ...CREATININE,
      values: [
        [-301, 0.7],
        [-258, 0.7],
        [-195, 0.8],
        [-131, 0.8],
        [-110, 1.0],
        [-88, 3.0],
        [-86, 3.4],
        [-84, 3.1],
        [-79, 2.0],
        [-65, 1.3],
        [-44, 1.0],
        [-20, 0.9],
      ],
    },
    {
      ...POTASSIUM,
      values: [
        [-131, 4.2],
        [-88, 5.3],
        [-84, 4.9],
        [-65, 4.2],
      ],
    },
    {
      ...EOSINOPHILS,
      values: [
        [-131, 0.2],
        [-88, 0.7],
        [-65, 0.0],
      ],
    },
    {
      ...ALT,
      values: [
        [-301, 18],
        [-195, 44],
        [-131, 21],
        [-88, 20],
        [-20, 19],
      ],
    },
  ],
  notes: [
    {
      day: -300,
      at: '08:50',
      kind: 'nursing',
      title: 'Chemotherapy suite, day 1',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `First day of neoadjuvant chemoimmunotherapy: pembrolizumab 200 mg first, then paclitaxel 80 mg/m2, carboplatin AUC 1.5. Premeds dexamethasone 10 mg, famotidine 20 IV, diphenhydramine 25. Port R chest accessed, blood return good. VS 36.5/74/122/70/98%. Pembro over 30 min no rxn; paclitaxel started slow, flush of face at 5 min, no dyspnea, rate halved then ok. Pt teaching: fever line, neuropathy, hair, and separate sheet for immunotherapy. Takes omeprazole for reflux and ibuprofen for knees most evenings - asked MD re ibuprofen w/ platinum: prefer acetaminophen. Pt nodded. Discharged w/ sister.`,
    },
    {
      day: -258,
      at: '10:00',
      kind: 'progress',
      title: 'Breast oncology, week 7',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Status
Tumor in the right breast, upper outer quadrant, was 3.4 cm by ultrasound and is 1.6 cm by my ruler. Hair gone since week three. Fingertips tingle a little, buttons fine. Two days of constipation after each chemo day. Reflux quiet with omeprazole.

# Examination
ECOG 1, weight 54.6 kg, BP 118/68. Axilla now empty to touch. Lungs, heart, abdomen without finding. Skin dry, nails ridged. No mouth sores.

# Counts
ANC 1.4, Hgb 10.2, platelets 122. Creatinine 0.7. ALT 25. TSH 2.4. Morning cortisol 14 before the steroid premedication.

# Plan
- Continue weekly taxane with platinum at the same dose; pembrolizumab number three today.
- Anemia and neutropenia from chemotherapy, no growth factor yet.
- Neuropathy grade 1, paclitaxel.
- Genetics: no BRCA variant.

# Home medication
Omeprazole 20 mg each morning, acetaminophen for the knees (ibuprofen now and then, advised against), ondansetron after chemotherapy, senna. Lives with her sister, a pharmacist, who counts the pills.

# Other
Wig fits. Works from home as a proof reader. Menopause at fifty. No fever since start.`,
    },
    {
      day: -195,
      at: '09:30',
      kind: 'progress',
      title: 'Breast oncology, before surgery',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Finished taxane/platinum, anthracycline part skipped at patient wish after long talk (small tumor, good response). Pembro #6 today then surgery in 3-4 wk.

# ROS
Fatigue mod. No fever. No cough/dyspnea. Bowels back to normal. Urine normal color and volume. Skin dry. Knees hurt, takes ibuprofen "now and then" = 4 evenings/wk.

# PE
54.0 kg, BP 116/70, HR 78. R breast: thickening only. No edema. No CVA tenderness.

# Labs
Cr 0.8, K 4.0, ALT 44 (45), AST 33, Hgb 10.9, TSH 2.2.

# A/P
TNBC, clinical CR. Lumpectomy + SLNB planned. Adjuvant pembro to complete 1 y. ALT at upper limit, watch. Advised again to swap ibuprofen for acetaminophen ≤ 2 g. Anesth consult.

# Meds
omeprazole 20, ondansetron prn (not used for 3 wks), ibuprofen as above, vit B complex. Allergy: nickel.

${HISTORY}

# Tox by organ
Skin 0, bowel 0, lung 0, liver see above, thyroid 0, kidney 0, joints = OA, nerves G1 fingertips. Adrenal: cortisol 12. ECG normal before anesthesia. Sister took notes. Surgery date the 14th, labs three days before incl. creatinine + cortisol.`,
    },
    {
      day: -165,
      at: '12:00',
      kind: 'pathology',
      title: 'Surgical pathology, right breast',
      format: 'html',
      carriage: 'inline',
      author: 'pathologist',
      alsoDocument: true,
      text: `# Specimen
Right lumpectomy with wire, 28 g. Sentinel nodes x3.

# Gross
Fibrous tumor bed 1.4 cm around the clip, entirely embedded in nine blocks. Margins inked.

# Microscopy
Tumor bed with fibrosis, foamy macrophages, hemosiderin and a moderate lymphocytic infiltrate. There is no residual invasive carcinoma and no carcinoma in situ on levels and keratin stain. The three lymph nodes are free of tumor, one with a small fibrous scar.

# Diagnosis
Complete pathological response, ypT0 ypN0 (0/3), residual cancer burden class 0.`,
    },
    {
      day: -130,
      at: '11:15',
      kind: 'progress',
      title: 'Breast oncology, adjuvant pembrolizumab',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# S
pCR, overjoyed. Wound healed. Radiation 15 fractions finishes this Friday, mild erythema in the field only, no blisters. Restart pembro (#7) today.

# O
ECOG 0, BP 120/72. R breast pink, sharply bordered by the tangents. Lungs clear. Knees w/ crepitus and small cool effusion L, as always, OA.

# L
Cr 0.8 eos 0.2 K 4.2 ALT 21 Hgb 12.1 TSH 2.5 cort 12.

# A/P
- adjuvant pembro q3w x9 total
- erythema = radiation dermatitis G1, aloe
- knees: OA, acetaminophen; was again taking ibuprofen over holidays, last 3 wk ago
- reflux: omeprazole 20 since yrs, ok
- RTC 3 wk

# Meds
omeprazole 20 mg, acetaminophen 1 g prn, aloe gel, vitamin D. NSAID none for 3 wks.

${HISTORY}

# Other
Works half time. Sister asks for PPI alternatives "because of bones"; told it is no problem for the moment, to be reviewed by the GP. Mood good. Sleeps 7 h. Arm measures equal, no lymphedema. Flu shot left deltoid.`,
    },
    {
      day: -109,
      at: '09:00',
      kind: 'nursing',
      title: 'Infusion visit',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Pembro #8 (2nd adjuvant). Pt says fine, some less appetite x1 wk and "funny taste", no N/V. Urinates normally, no burning. No diarrhea, rash, cough. VS 36.7/76/132/80 (a bit up for her), 99%, wt 54.9. Labs: Cr 1.0 (usual 0.7-0.8, within parameters < 1.2 so treated per protocol, forwarded to MD as FYI), K 4.5, ALT 22. Port accessed, infused over 30 min, no reaction, deaccessed. Encouraged to drink 1.5-2 L. Denies ibuprofen since new year. Next in 3 wk.`,
    },
    {
      day: -88,
      at: '08:30',
      kind: 'progress',
      title: 'Breast oncology, abnormal kidney function',
      format: 'html',
      carriage: 'binary',
      author: 'oncologist',
      text: `# Reason
Came for pembrolizumab number nine; laboratory called with creatinine 3.0.

# History
Two weeks of poor appetite, nausea without vomiting, tired. Passes urine as usual, perhaps more at night. No flank pain, no visible blood, no fever, no rash. No contrast study since winter. No ibuprofen for three months (asked twice, sister agrees). Omeprazole daily for years.

# Objective
BP 148/86, HR 82, T 37.1, weight 55.3. No edema, lungs clear, no rub. Bladder scan 40 mL after voiding.

# Results
| Test | Today | Three weeks ago | Baseline |
| Creatinine | 3.0 | 1.0 | 0.7 |
| Urea nitrogen | 41 | 17 | 14 |
| Potassium | 5.3 | 4.5 | 4.2 |
| Eosinophils | 0.7 | – | 0.2 |
Urine: leukocytes 2+, protein 1+, blood trace, white cell casts seen by the technician, culture sent. Protein/creatinine 0.6 g/g. Renal ultrasound by my request at noon: normal size, bright cortex, no obstruction.

# Assessment and plan
- Acute kidney injury, creatinine more than four times baseline (grade 3). Sterile pyuria without obstruction: interstitial nephritis, from pembrolizumab, with omeprazole as possible partner.
- HOLD pembrolizumab. STOP omeprazole, famotidine instead.
- Admit for nephrology and biopsy. Low potassium diet.`,
    },
    {
      day: -86,
      at: '14:00',
      kind: 'consult',
      title: 'Nephrology consult',
      format: 'rtf',
      carriage: 'inline',
      author: 'specialist',
      text: `# Reason
AKI on checkpoint inhibitor.

# Findings
Creatinine 3.4 today despite two litres of saline, urine 1.6 L per day, FeNa 2.8 percent. Complement normal, ANA and ANCA negative, urine culture sterile. Blood pressure 150/84. No uremic signs, no asterixis.

# Biopsy (yesterday, left lower pole, two cores)
Preliminary by phone: 22 glomeruli without proliferation, diffuse interstitial edema with lymphocytes and scattered eosinophils, marked tubulitis, tubular injury. Immunofluorescence negative.

# Opinion
Acute tubulointerstitial nephritis, immune checkpoint inhibitor associated; PPI exposure is a recognized co-factor and must not be resumed. KDIGO stage 3 by creatinine multiple; no need of dialysis.

# Recommendations
- Prednisone 60 mg daily (1 mg/kg) today, same dose until creatinine is below 1.5, then taper over six to eight weeks
- TMP-SMX raises creatinine and potassium: use atovaquone
- Potassium, creatinine every other day
- Dialysis only for potassium above 6.5, acidosis or fluid
- Rechallenge: could be discussed after recovery to within 30 percent of baseline, but with pCR what for?`,
    },
    {
      day: -79,
      at: '13:00',
      kind: 'discharge',
      title: 'Discharge summary',
      format: 'pdf',
      carriage: 'inline',
      author: 'hospitalist',
      text: `# Diagnosis
Biopsy-proven acute tubulointerstitial nephritis under pembrolizumab (and omeprazole), grade 3, peak creatinine 3.4 mg/dL from a baseline of 0.7.

# Course
Nine days in hospital. Fluids made no difference; creatinine turned on the third day of prednisone 60 mg. Potassium never exceeded 5.3. Blood pressure needed amlodipine 5 mg for a week. A small hematoma after biopsy was followed by ultrasound and went. Glucose up to 190 after lunch, diet only. She was never oliguric and never near dialysis.

# Laboratory at discharge
Creatinine 2.0, potassium 4.4, bicarbonate 23, hemoglobin 10.8.

# Medications
- prednisone 60 mg daily, nephrology clinic steers the taper
- atovaquone 1500 mg daily
- famotidine 20 mg at night (renal dose)
- amlodipine 5 mg
- STOPPED: omeprazole, all NSAIDs

# Follow-up
Nephrology Thursday with laboratory tests. Breast oncology in two weeks. Pembrolizumab stopped.

# Other findings
Final biopsy report: severe acute tubulointerstitial nephritis, eosinophils scattered, no granuloma, IF negative, interstitial fibrosis below ten percent. Autoimmune panel negative. Hepatitis B core antibody negative, safe for steroids. Renal diet leaflet given in Japanese and English. Sister present at the discharge talk.`,
    },
    {
      day: -65,
      at: '10:20',
      kind: 'telephone',
      title: 'Follow-up call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Cr 1.3 yesterday (2.0 at d/c). Pt feels "awake again", eating, BP at home 118-126. On pred 40. Complains of insomnia, face round, hunger at night. Urine 6-7x/d normal. No fever. Reflux is back since omeprazole was stopped, famotidine helps half way; asked GP for "the old pill" - told her NO PPI, explained why, added to allergy/intolerance list as kidney inflammation. Raise head of bed, small suppers, alginate ok. Sister has list. Labs again in 1 wk.`,
    },
    {
      day: -20,
      at: '09:15',
      kind: 'progress',
      title: 'Breast oncology follow-up',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      charset: 'windows-1252',
      text: `# Interval
Prednisone finished eight days ago after two months. No nausea. Creatinine 0.9, urine bland, BP 122/74 off amlodipine. Knees ache more since steroids stopped – bilateral, mechanical, worse on stairs, no morning stiffness, cool: OA, not arthritis from immunotherapy.

# Exam
ECOG 0, weight 56.2 kg. Breast and axilla quiet. Cushingoid face resolving. No edema.

# Assessment
1. TNBC, pCR, no evidence of disease. Eight of seventeen pembrolizumab doses, we stop here; she agrees, nephrology agrees.
2. Immune-related nephritis grade 3, resolved; creatinine 0.9 against 0.7 before.
3. OA: physio, topical capsaicin, acetaminophen. No NSAIDs for life, no PPI.

Mammogram in March. TSH + cortisol once more in 6 wk.

# Medicines
Famotidine 20 mg at night, calcium with D, capsaicin cream, acetaminophen up to 2 g. Atovaquone finished with the steroid. Amlodipine stopped a month ago.

${HISTORY}

# Rest
Sleeps again, weight going down. Port removed last week, wound dry. Proof-reads a cookbook. Sister on holiday, first visit alone.`,
    },
  ],
  episodes: [
    {
      term: 'nephritis',
      grade: 3,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -102,
      resolvedDay: -44,
      because: 'Creatinine 0.7 to 3.4, biopsy with tubulitis, "grade 3", prednisone 60 mg.',
    },
  ],
}
