import { CREATININE, EOSINOPHILS, POTASSIUM } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `CSCC HISTORY (copied forward): cutaneous squamous cell carcinoma of the vertex with skull invasion, twice operated, margins positive, node level V. Retired roofer. Cemiplimab 350 mg every three weeks. Creatinine at start 1.0 mg/dL, eGFR 74. Hypertension on hydrochlorothiazide-lisinopril, gout in the left toe, lumbar stenosis for which he takes what he finds in the cupboard. No kidney disease in the family.`

export const quentinZabriskie: Story = {
  id: 'quentin-zabriskie',
  name: { given: 'Quentin', family: 'Zabriskie' },
  gender: 'male',
  born: '1950-04-25',
  shows:
    'Cemiplimab: a first creatinine rise is norovirus with naproxen and an ACE inhibitor, a second one is biopsy-proven immune nephritis (grade 3) in a man who now takes neither.',
  diagnosis: 'Cutaneous squamous cell carcinoma of the scalp, locally advanced',
  treatments: [
    {
      agents: ['cemiplimab'],
      charted: 'contained',
      text: 'Libtayo (cemiplimab-rwlc) 350 mg IV',
      days: [-290, -269, -248, -227, -185, -164, -143, -122],
    },
    {
      agents: ['cemiplimab'],
      charted: 'contained',
      text: 'Libtayo (cemiplimab-rwlc) 350 mg IV, held for creatinine',
      days: [-206],
      status: 'not-done',
    },
  ],
  problems: [
    { text: 'Hypertension', icd10: 'I10' },
    { text: 'Gout', icd10: 'M10.072' },
    { text: 'Lumbar spinal stenosis', icd10: 'M48.061' },
    { text: 'Acute kidney injury, prerenal', icd10: 'N17.9', day: -207, status: 'resolved' },
    { text: 'Acute tubulointerstitial nephritis, drug induced', icd10: 'N10', day: -101 },
  ],
  drugs: [
    { text: 'lisinopril-hydrochlorothiazide 20-12.5 mg PO daily', from: -4000, until: -207, reason: 'hypertension' },
    { text: 'naproxen 500 mg PO bid, bought without prescription', from: -216, until: -207, reason: 'back pain' },
    { text: 'amlodipine 10 mg PO daily', from: -203, reason: 'hypertension' },
    { text: 'acetaminophen 1 g PO tid', from: -203, reason: 'back pain' },
    { text: 'methylprednisolone 250 mg IV daily x3', from: -100, until: -98, reason: 'nephritis' },
    { text: 'prednisone 80 mg PO daily, taper over 10 weeks', from: -97, until: -27, reason: 'nephritis' },
    { text: 'famotidine 20 mg PO daily', from: -97, until: -27, reason: 'stomach protection without a PPI' },
    { text: 'atovaquone 1500 mg PO daily', from: -97, until: -45, reason: 'PJP prophylaxis' },
  ],
  laboratory: [
    {
      ...CREATININE,
      values: [
        [-291, 1.0],
        [-249, 1.0],
        [-227, 1.1],
        [-207, 2.1],
        [-205, 1.4],
        [-200, 1.1],
        [-186, 1.0],
        [-143, 1.1],
        [-122, 1.3],
        [-103, 2.9],
        [-101, 3.6],
        [-99, 3.8],
        [-94, 2.6],
        [-80, 1.6],
        [-52, 1.3],
        [-26, 1.2],
        [-6, 1.2],
      ],
    },
    {
      ...POTASSIUM,
      values: [
        [-291, 4.2],
        [-207, 5.3],
        [-200, 4.3],
        [-103, 5.4],
        [-99, 4.8],
        [-26, 4.1],
      ],
    },
    {
      ...EOSINOPHILS,
      values: [
        [-291, 0.2],
        [-207, 0.1],
        [-103, 0.7],
        [-26, 0.1],
      ],
    },
  ],
  notes: [
    {
      day: -290,
      at: '09:00',
      kind: 'progress',
      title: 'Skin cancer clinic, cemiplimab 1',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `76M roofer, crater on vertex 5x6 cm w/ bone showing. Not resectable w/o free flap, he won't.

${HISTORY}

PE ECOG 1 88 kg 148/84. node L lvl V 2.2 cm. Lungs clr, no edema.
Labs Cr 1.0 K 4.2 UA neg protein neg blood. TSH, LFT wnl.

P: cemi 350 q3w. Discussed irAE. NSAIDs: please no, kidneys + this drug is a bad pair; he takes "only aspirin and sometimes the blue ones" (naproxen). Photo. RTC 3.

ROS: wound smell +, bleed occ. no HA, no sz, no vision. back pain chronic w/ claudication after 200 m. nocturia x1. stool daily. toe gout last 2 y ago.
Meds per daughter Marnie: lisinopril/HCTZ 20-12.5, "blue ones" prn, aspirin 81, colchicine if toe. Allergy: none. Roofers sun 50 y, tob 20 py quit 1990, beer wkend.
CT head: outer table eroded, inner intact, no dura. Dental na.
Derm co-manages. Fall risk mod - cane.`,
    },
    {
      day: -248,
      at: '13:30',
      kind: 'nursing',
      title: 'Cemiplimab 3',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `#3 Libtayo. Scalp wound smaller, clean, dressing silver. VS 36.4 74 142/80 97% 88.1 kg. Tox check neg x12 items (stool rash cough SOB HA vision thirst urine joint numb mouth fever). Cr 1.0.
PIV L hand, 30 min, ok. Back pain 5/10: using heat, "blue ones" maybe twice this month → re-educated, Tylenol instead. D/c home w/ daughter.

Line flushed 20 ml. Post VS 36.4 72 138/78. AVS given. Wound photo uploaded, 4.4 x 4.9. Fall screen: cane, no fall. Drinks ~1.5 L. Labs drawn for next. Marnie to check cupboards.`,
    },
    {
      day: -207,
      at: '18:20',
      kind: 'emergency',
      title: 'ED: vomiting, diarrhea, weak',
      format: 'html',
      carriage: 'inline',
      author: 'emergency-physician',
      text: `# Complaint
Vomiting and watery stools for three days, dizzy.

# History
Seventy-six, on cemiplimab for scalp cancer, four doses. Whole household ill after a christening, the daughter and two children with the same. Ten watery stools a day, no blood. Kept taking his blood pressure tablet (lisinopril with hydrochlorothiazide) and naproxen 500 twice daily for nine days because of the back. Urine little and dark.

# Examination
T 37.4, pulse 112 lying and 136 standing, BP 96/58, tongue dry, skin tents. Abdomen soft, not tender. Scalp wound clean.

# Data
Creatinine 2.1 (1.1 three weeks ago), BUN 58, potassium 5.3, sodium 133, bicarbonate 19. FeNa 0.3 percent. Urine: hyaline casts, no white cells, no protein. Bladder scan 60 ml. Stool PCR: norovirus.

# Impression
Prerenal kidney injury: volume loss, ACE inhibitor with diuretic, NSAID. Norovirus enteritis, so not immune colitis either. Three litres of lactated Ringer overnight, stop all three drugs.

# Disposition
Observation. Cemiplimab due tomorrow – oncology informed, to be held.`,
    },
    {
      day: -205,
      at: '09:15',
      kind: 'discharge',
      title: 'Observation unit discharge',
      format: 'rtf',
      carriage: 'inline',
      author: 'hospitalist',
      text: `# Diagnosis
Acute kidney injury from dehydration with naproxen and lisinopril-hydrochlorothiazide, improving. Norovirus.

# Course
Creatinine 2.1 to 1.4 within forty hours of fluids, potassium 4.4. Stools two yesterday. Urine sediment bland, ultrasound with normal kidneys. Nephrology by phone: no picture of interstitial nephritis, no steroids.

# Instructions
- no naproxen, ibuprofen, diclofenac; pill box to the pharmacist
- lisinopril-hydrochlorothiazide stays off, amlodipine from the day after tomorrow if pressure above 140
- chemistry on Thursday; cemiplimab when creatinine is back to 1.1
- hand washing, three days off

# Medicines on leaving
Amlodipine 5 mg to start later, acetaminophen up to three grams, aspirin 81 mg, oral rehydration salts for two days. The combination tablet of lisinopril and hydrochlorothiazide was taken from his bag with his consent.

# Contact with the cancer clinic
Dr Vasterling agrees with holding one dose and with the view that neither kidney nor bowel is touched by cemiplimab this time. Stool culture, C. difficile and calprotectin (48) do not point to colitis.`,
    },
    {
      day: -185,
      at: '10:10',
      kind: 'progress',
      title: 'Skin cancer clinic, cemiplimab 5',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `Skipped one dose for AKI (prerenal, noro + naproxen + ACEi). Cr 2.1 → 1.4 → 1.1 → 1.0 w/ fluids only. UA neg. NOT nephritis, no rx given, not counted as irAE. Brought pill box: naproxen gone, amlodipine 10, Tylenol.

Scalp 3x3 cm granulating, node 1.1. BP 136/78.
P: resume cemi today. BMP each dose + UA. Sick-day rule card on fridge.

Vitals 136/78 72 36.6 97% 87.5. Mucosa moist, no edema, no rash, abd soft. Back SLR neg.
Labs Cr 1.0 BUN 16 K 4.3 ALT 18 TSH 2.2 UA: no leuk, no prot, SG 1.012.
ROS: diarrhea gone since 3 d after noro, no cough, no itch, urine fine.
Meds now: amlodipine 10, APAP 1 g tid, ASA 81. OFF for good: naproxen, lisinopril-HCTZ (could come back later alone, BP ok w/o).
Marnie cleaned out cupboards: 3 boxes ibuprofen, 1 diclofenac gel.

Derm measured photo 3.0 x 2.8. Node by US 11 mm, central fat back. PR. Scan next mo. Sick-day rules: vomiting/diarrhea → hold BP pill, drink, BMP within 48 h, call. Cancer f/u plus labs both on same day for ride.`,
    },
    {
      day: -122,
      at: '09:45',
      kind: 'nursing',
      title: 'Cemiplimab 8',
      format: 'html',
      carriage: 'binary',
      author: 'nurse',
      text: `# Arrival
Walks in with cane, 89 kg, T 36.9, BP 140/76, SpO2 97.

# Checklist
Stool normal, no rash, no cough. More tired this fortnight, naps. Drinks his two litres. Urine foams? no. No naproxen, daughter confirms.

# Results
Creatinine 1.3, within treatment limits of the order, eGFR 57. Last 1.1. Told Dr Vasterling's covering colleague, who accepts with a recheck in two weeks.

# Infusion
350 mg over 30 minutes without event. Recheck slot given, he has the funeral of a cousin that week and asks to come one week later.

# Medicines
Amlodipine 10 mg, acetaminophen one gram up to three times, aspirin 81 mg. No acid blocker, no antibiotic. Daughter checks the cupboard monthly.`,
    },
    {
      day: -103,
      at: '16:35',
      kind: 'telephone',
      title: 'Critical result: creatinine',
      format: 'plain',
      carriage: 'inline',
      author: 'coordinator',
      text: `Lab calls: Cr 2.9, K 5.4, BUN 41 (pre-dose labs). Tried pt x2, reached daughter. He feels tired, no appetite x1 wk, feverish twice 38, no V/D this time, drinks fine, pees ok. No NSAID - she emptied the cupboard herself in spring. No new drugs, no antibiotics, NO PPI (famotidine none). Faint rash forearms wk ago, gone.

D/w Dr V: this is not like last time. HOLD #9, direct admit tomorrow am, UA w/ micro, UPCR, renal US, nephrology. Low K diet, go to ED tonight if SOB/weak/palpitations.

Second call 1800: reached pt himself. Speaks full sentences, no CP, passed ~1.2 L today, urine "like weak tea not foamy". Temp 37.6. BP home 138/82. Ate half a banana → told no bananas/potatoes/tomatoes. Agrees to come. Bag packed by Marnie. Bed 6W confirmed, order set by Dr V: no contrast, no NSAID, no PPI, strict I/O.`,
    },
    {
      day: -101,
      at: '08:30',
      kind: 'consult',
      title: 'Nephrology consult',
      format: 'ccda',
      carriage: 'binary',
      author: 'specialist',
      text: `# Reason for consult
Second kidney injury on cemiplimab.

# Comparison of the two episodes
| | Spring | Now |
| Volume | dry, BP 96 systolic | euvolemic, BP 138/80 |
| Offending drugs | naproxen, lisinopril, thiazide | none besides cemiplimab |
| FeNa | 0.3 | 2.4 |
| Sediment | hyaline casts | 28 leukocytes, leukocyte casts, no red cell casts |
| Protein/creatinine | below 0.1 | 0.7 |
| Creatinine | 2.1, down in two days | 1.3, 2.9, 3.6, rising under fluids |

# Further results
Ultrasound: kidneys 12 cm, swollen, no obstruction. Eosinophils 0.7. ANCA, anti-GBM, ANA, complement, light chains negative. Urine culture sterile.

# Assessment
Acute tubulointerstitial nephritis from the PD-1 inhibitor suspected; the spring episode was hemodynamic. Creatinine 3.6 times his baseline, in hospital.

# Recommendations
Biopsy today (platelets 210, INR 1.0, BP controlled). Methylprednisolone 250 mg after the biopsy for three days, then prednisone 1 mg per kg. No PPI: famotidine. No contrast. Hold amlodipine if below 110.

# History
Three weeks of tiredness, one of poor appetite, two evenings of 38 degrees, a rash of the forearms for two days last week. Drinks two litres. Urine amount as always, darker. No pain of the flank. Eight doses of cemiplimab, the last three weeks ago. Took acetaminophen, amlodipine and aspirin 81 mg; daughter vouches for the cupboard. No antibiotic, no allopurinol, no acid blocker at any time, which matters since these are the usual partners of such a nephritis.

# Examination
No edema, neck veins flat at 30 degrees, lungs clear, no bruit, no purpura. Bladder empty on scan. Scalp wound clean.

# Informed consent
Told of bleeding after biopsy (one in a hundred needing anything done). He says he has fallen off higher roofs.`,
    },
    {
      day: -99,
      at: '14:45',
      kind: 'pathology',
      title: 'Kidney biopsy, preliminary',
      format: 'plain',
      carriage: 'inline',
      author: 'pathologist',
      text: `PRELIMINARY (light microscopy only). Left kidney, needle x2, 19 glomeruli, 2 global sclerosis. Dense interstitial infiltrate of lymphocytes, plasma cells, some eosinophils in ~45% of cortex, tubulitis. Glomeruli look normal. Immunofluorescence + EM pending. Prelim: acute tubulointerstitial nephritis. Called to nephrology.

Cores 14 and 11 mm, cortex 80 pct. No crescents, no thrombi, no casts of myeloma type in the PAS/trichrome. Final after IF/EM.`,
      standing: 'preliminary',
    },
    {
      day: -96,
      at: '12:00',
      kind: 'pathology',
      title: 'Kidney biopsy, final',
      format: 'rtf',
      carriage: 'inline',
      author: 'pathologist',
      text: `# Specimen
Left kidney, two cores, nineteen glomeruli for light, six for immunofluorescence, three for electron microscopy.

# Findings
Interstitium: edema and infiltrate in about 45 percent of the cortex, CD3 dominant with CD8 in tubulitis, scattered eosinophils, no granuloma. PD-L1 on tubular cells of inflamed areas. Tubules: flattened epithelium, single cell loss. Glomeruli without proliferation or crescents, two globally sclerosed. Vessels: mild hyaline of arterioles as in long hypertension. Fibrosis 10 percent.

Immunofluorescence negative for IgG, IgA, IgM, C3, C1q, kappa and lambda. No deposits by electron microscopy, foot processes preserved.

# Final diagnosis
Acute tubulointerstitial nephritis, moderate to severe, with acute tubular injury. Consistent with immune checkpoint inhibitor nephritis when other drugs have been excluded.`,
      replaces: 8,
    },
    {
      day: -93,
      at: '13:10',
      kind: 'discharge',
      title: 'Discharge summary, nephritis',
      format: 'plain',
      carriage: 'binary',
      author: 'hospitalist',
      charset: 'windows-1252',
      text: `PRINCIPAL DX: cemiplimab-associated acute tubulointerstitial nephritis, biopsy proven, CTCAE grade 3.
OTHER: cSCC scalp in PR; HTN; gout; lumbar stenosis; hx prerenal AKI (spring, resolved).

COURSE: direct admit w/ Cr 2.9, peak 3.8 HD4. Sediment WBC casts. Bx day 2: ATIN 45 % cortex, no glomerular dz. MP 250 x3 then pred 80. Cr 3.8, 3.1, 2.6 at d/c. No dialysis. K max 5.4, treated w/ diet + patiromer x2. UOP 1.8–2.4 L/d. BP 130s.

MEDS AT D/C
prednisone 80 qAM, taper by nephrology after 1st week visit
famotidine 20 (NO PPI – may cause the same thing)
atovaquone 1500 (no TMP-SMX: K, Cr, nephritis mimic)
amlodipine 10
acetaminophen prn
STOP FOREVER: naproxen & co. Cemiplimab held, likely permanent.

F/U: BMP 2x/wk, nephro 1 wk, onc 2 wk. Diet low K. Call: swelling, < 500 ml/d urine, fever, gout attack (colchicine dose must be cut, no NSAID).

Copied from nephrology: No PPI, no contrast, hold amlodipine if below 110, volume is fine, sediment tells the difference to the spring episode.

HPI: 3 wk fatigue, 1 wk anorexia, T 38 x2 evenings, transient rash forearms. Cr 1.3 at dose 8 (b/l 1.0-1.1) to recheck slipped a wk (funeral) to 2.9. No V/D, PO intake 2 L, no NSAID/PPI/abx/allopurinol/contrast.

EXAM ADM: 138/80, 82, 37.5, 97 %. euvolemic. No CVA tenderness, no purpura, no synovitis. Scalp wound 1.5 cm crust.

BY PROBLEM
1. ATIN: bx HD2 w/o bleed (Hgb 13.2 to 12.9). 3 x MP 250, pred 1 mg/kg = 80. UA at d/c: 6 leuk, no casts. UPCR .7 to .3. Nephro estimates 4-8 wk to baseline.
2. K 5.4: diet, patiromer 8.4 g x2, no ECG change. 4.8 HD4.
3. Metab acidosis HCO3 19 to 22 no bicarb needed.
4. HTN: amlodipine, ACEi not before Cr stable 3 mo.
5. Hyperglycemia steroid max 214, no insulin at d/c, glucometer given.
6. cSCC: cemi on hold, onc saw HD3; dermatology dressing q2d.
7. Gout: no attack in house. Uric 8.8.
8. Back: APAP 3 g/d max, heat, PT. Explained again about "blue ones".

NOT FELT TO BE: prerenal (contrast to spring: FeNa 2.4, no response to 2 L), obstruction (US), GN (no RBC casts, serology neg), PJP-drug, rhabdo (CK 90), contrast.

CONSULTS: nephrology, oncology, derm nurse, pharmacy, PT. CONDITION: stable, walks w/ cane 100 m. CODE: full. DAUGHTER Marnie has list.`,
    },
    {
      day: -52,
      at: '10:05',
      kind: 'progress',
      title: 'Nephrology and skin cancer joint visit',
      format: 'html',
      carriage: 'inline',
      author: 'specialist',
      text: `# Interval
Prednisone 30 mg. Gout attack of the left toe two weeks ago, treated by raising prednisone for three days. Pressure 134/80.

# Results
Creatinine 3.8, 2.6, 1.6, 1.3. Urine without leukocytes, protein ratio 0.12.

# Scalp
Scar with crust of 1.5 cm, node not felt.

# Assessment
Nephritis grade 3, recovering to near baseline. Residual eGFR 57 may be the new normal.

# Plan
- prednisone minus 5 mg weekly, chemistry before each step
- allopurinol after the taper, start at 50 mg
- no cemiplimab; if the tumor returns: radiation first

# Medicines
Prednisone 30 mg, famotidine 20 mg, amlodipine 10 mg, acetaminophen as needed, vitamin D. Atovaquone until the dose is below 20 mg. Colchicine 0.3 mg was offered and refused.

# Side effects of steroids
Swollen ankles, shaky hands, glucose 118 fasting, sleeps four hours, no infection. Eyes: pressure check in a month.

# Patient's question
Whether the first kidney trouble was the warning. It was another illness; the sediment and the quick cure say so. The chart keeps the two apart, so that nobody treats a dry kidney with steroids or an inflamed one with water.`,
    },
    {
      day: -6,
      at: '11:20',
      kind: 'progress',
      title: 'Skin cancer clinic, surveillance',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `Off pred 3 wk. Cr 1.2 & 1.2, UA bland, K 4.1. Feels himself, 90 kg. Scalp: biopsy of crust = scar, no ca. CR.

A/P: 1. cSCC CR off cemi since −4 mo, observe q6w. 2. ICI nephritis G3 resolved, slight residual (1.0 → 1.2). 3. prerenal AKI in spring: separate, NSAID/dehydration. 4. HTN amlodipine. 5. back: PT, Tylenol, injection clinic.

${HISTORY}

ROS neg: urine ok, no swelling, no rash, sleep back, back pain 4/10, toe calm (allopurinol 50 since 2 wk, no rash w/ it).
VS 136/80 76 36.4 97%. Scalp scar flat w/ 1.5 crust (bx), node lvl V np. No edema.
Labs: eos .1, Hgb 13.4, gluc 101, cortisol 8.9 (am), TSH 2.4. CT neck/chest: no disease.
Marnie asks re flu/RSV shots ok both.`,
    },
  ],
  episodes: [
    {
      term: 'nephritis',
      grade: 3,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -122,
      resolvedDay: -26,
      because: 'Creatinine 1.0 to 3.8, leukocyte casts, biopsy with tubulitis, "CTCAE grade 3", steroids.',
    },
  ],
}
