import { CRP, HAEMOGLOBIN, TSH } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

export const yannickFarquharson: Story = {
  id: 'yannick-farquharson',
  name: { given: 'Yannick', family: 'Farquharson' },
  gender: 'male',
  born: '1957-10-03',
  shows:
    'Hard negative: pneumococcal pneumonia on tislelizumab (charted in words only), first suspected to be pneumonitis, cured by antibiotics.',
  diagnosis: 'Squamous cell carcinoma of the oesophagus, mid third, unresectable, liver metastasis',
  treatments: [
    {
      agents: ['tislelizumab'],
      charted: 'text',
      text: 'tislelizumab-jsgr 200 mg IV every 3 weeks',
      days: [-200, -179, -158, -137, -116, -68, -47, -26],
    },
    {
      agents: ['oxaliplatin'],
      charted: 'text',
      text: 'oxaliplatin 130 mg/m2 (220 mg) IV',
      days: [-200, -179, -158, -137],
    },
  ],
  problems: [
    { text: 'Oesophageal stent', day: -215 },
    { text: 'Pneumococcal pneumonia, right lower lobe', icd10: 'J13', day: -104, status: 'resolved' },
    { text: 'Alcohol use disorder, in remission' },
  ],
  drugs: [
    { text: 'capecitabine 1500 mg PO BID days 1-14 of 21', from: -200, until: -124, reason: 'oesophageal cancer' },
    { text: 'omeprazole 20 mg PO BID', from: -215 },
    { text: 'dexamethasone 8 mg PO days 1-3 of oxaliplatin cycles', from: -200, until: -135, reason: 'antiemetic' },
    { text: 'ceftriaxone 2 g IV q24h', from: -104, until: -101, reason: 'pneumonia' },
    { text: 'azithromycin 500 mg daily', from: -104, until: -101, reason: 'pneumonia' },
    { text: 'amoxicillin 1 g PO TID', from: -101, until: -97, reason: 'pneumonia' },
    { text: 'thiamine 100 mg PO daily', from: -400 },
  ],
  laboratory: [
    {
      ...CRP,
      values: [
        [-201, 18],
        [-117, 11],
        [-104, 287],
        [-102, 164],
        [-97, 38],
        [-69, 8],
        [-27, 6],
      ],
    },
    {
      ...TSH,
      values: [
        [-201, 1.7],
        [-138, 2.0],
        [-69, 1.9],
        [-27, 2.1],
      ],
    },
    {
      ...HAEMOGLOBIN,
      values: [
        [-201, 12.1],
        [-138, 11.2],
        [-104, 10.9],
        [-27, 12.0],
      ],
    },
  ],
  notes: [
    {
      day: -200,
      at: '09:10',
      kind: 'history-and-physical',
      title: 'Upper GI oncology, cycle 1',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# HPI
69M, dysphagia since spring, 11 kg lost. EGD: stenosing SCC 28-33 cm, stent placed 2 wk ago, eats puree. PET: primary, paraesophageal nodes, one liver met seg IVa. PD-L1 TAP 15%. Plan CAPOX + tislelizumab.

# PMH
Alcohol use disorder, dry 14 mo, thiamine. Tobacco 50 pk-y, stopped w/ diagnosis. Pneumonia 2015. No AI disease. No pneumococcal vaccine on record.

# ROS
Regurg at night. Cough when lying flat. No fever. Numb feet: no.

# Exam
ECOG 1, 58 kg, BMI 19.4. BP 118/70, SpO2 96. Cachexia mild. Few rhonchi clear w/ cough. Liver not felt.

# Labs
Hgb 12.1, ANC 5.2, Cr 0.7, ALT 31, alb 3.3, CRP 18, TSH 1.7, DPYD normal.

# A/P
1. ESCC IV: tisle 200 q3w, oxali 130, cape 1500 bid d1-14. dex 8 mg x3 d as antiemetic only.
2. Aspiration risk w/ stent across mid third: head of bed 30 deg, PPI bid, no food 3 h before bed.
3. Dietitian. PCV20 today? -> wait, given at C2.
4. irAE card in French + English.

# Meds
omeprazole 20 bid, thiamine 100, Fortisip tid, paracetamol prn. NKDA. Retired baker (flour, no asthma). Daughter lives in, interpreter not needed.`,
    },
    {
      day: -158,
      at: '10:00',
      kind: 'nursing',
      title: 'Chemotherapy visit, cycle 3',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `C3 CAPOX + tislelizumab 200. Eats soft solids! Wt 59.8. Cold tingling fingers 3 d post oxali, gone now. Hands pink. Nausea ok w/ ondansetron + dex. Cough at night once or twice. Temp 36.6 HR 82 BP 122/74 SpO2 96. Port R accessed, good return. Tisle 30 min then oxali 2 h, no reaction. Missed vaccine again (pharmacy out of stock). Diff: ANC 3.1. Next 3 wk, CT before C5.

Hand-foot G0-1, cream. Mouth ok, no thrush. Stools 1/d. Swallow: bread still no. Dietitian saw: 2100 kcal, Fortisip x3. Alcohol 0 (16 mo chip shown proudly). Premeds: palonosetron, dex 8. D1 teaching on cold. Left w/ daughter 15:20, cape calendar gone over, 14 d on 7 off, no double doses.`,
    },
    {
      day: -116,
      at: '09:50',
      kind: 'progress',
      title: 'Upper GI oncology, cycle 5',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
CT: primary and nodes smaller, liver lesion 0.8 from 2.2 cm. Tingling of the fingertips now stays between cycles, buttons ok. Hand-foot mild. Eats stew. 60.9 kg.

# Decision
Oxaliplatin dropped for neuropathy (grade 1, to protect what he has), capecitabine stopped at his wish; tislelizumab alone from today.

# Check
No breathlessness, night cough as before, stools formed, skin dry. SpO2 96. CRP 11, TSH 2.0, ALT 26.

# Plan
Tislelizumab 200 mg every three weeks, CT in nine weeks. Pneumococcal vaccine is still missing, family doctor asked by letter.

# Medicines
Omeprazole 20 mg twice, thiamine, ondansetron left over. Dexamethasone no more, as it went with oxaliplatin.

# Examination
ECOG 1, BP 120/72, T 36.5. Chest: transmitted rhonchi that clear. Abdomen soft, no liver edge. Port site clean. Feet: vibration 6/8, no loss of position.

# Discussion
He asks about the chance of a long run with the antibody alone. I showed him the curves, with their tail, and that the tail is not very wide. His daughter cried, he patted her.

# Vaccines
Influenza given in the autumn of last year. Pneumococcal: see above. COVID up to date.`,
    },
    {
      day: -105,
      at: '20:05',
      kind: 'telephone',
      title: 'After-hours triage',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Daughter calls. Fever 39.4 w/ shaking chill at 4 pm, cough w/ rusty phlegm, R side hurts on breathing. On tislelizumab, last 11 d ago. Sat unknown. RR "fast". Eating nil today. Confused? no, cross.

Could be pneumonia; pneumonitis on immunotherapy also on list. -> ED now, ambulance. Told crew: ICI card in wallet, port R chest. ED called, Dr Blackwood-Ng aware. Last chemo tabs 3 wk ago.

Meds taken today: omeprazole, thiamine, APAP 1 g at 17:00 with no effect. Last food yogurt noon. Ate lying down on Sunday per daughter ("croissant, I told him"). No hemoptysis. No chest tightness like before. No oxygen at home. Inhaler none. Lips "a bit grey". EMS ETA 12 min, stayed on line. Door code given.`,
    },
    {
      day: -104,
      at: '00:40',
      kind: 'emergency',
      title: 'ED note',
      format: 'plain',
      carriage: 'binary',
      author: 'emergency-physician',
      charset: 'windows-1252',
      text: `CC: fever, pleuritic pain

HPI 69M esophageal ca w/ stent on tislelizumab (PD-1), 1 d of rigors 39.4, rusty sputum, R pleuritic CP, SOB. Daughter says he ate a whole croissant lying down two days ago. No hemoptysis. No diarrhea/rash.

PE T 39.2 HR 118 BP 104/60 RR 26 SpO2 89% RA – 95% on 2 L. Bronchial breathing + dullness R base. L clear. Port site clean. Abd soft. Oriented.

LABS WBC 21.4 (bands 14%), Hgb 10.9, lactate 2.1, procalcitonin 14.6, CRP 287, Cr 1.0, Na 132, ALT 33. Urine pneumococcal Ag POSITIVE. Legionella neg. Flu/COVID neg. Blood cx x2.

CXR RLL lobar consolidation w/ air bronchogram.

MDM: Lobar pneumococcal pneumonia, CURB-65 2. Pneumonitis on PD-1 considered: unilobar, PCT 14, bands, rusty sputum, Ag pos = bacterial. NO steroids. Ceftriaxone 2 g + azithro 500, 1.5 L LR. Port kept.

DISPO admit med. Onc notified.

REASSESS 03:10: HR 102 BP 112/66 RR 22 96% 2 L, T 38.1, more comfortable after APAP + ketorolac x1. Lactate 1.4. Talking, asks for tea; kept upright.

PMH/meds as per onc note. Cape stopped wks ago. Allergies none. Social: lives w/ daughter. No steroid in last 5 wk. Vent bundle not needed. Code full, daughter HCP.

Differential listed for the ward: aspiration (stent, supine meal) with pneumococcus; parapneumonic effusion needs US; fistula to be excluded by CT w/ oral contrast; drug pneumonitis would be bilateral or patchy, subacute, PCT low – none of that here.`,
    },
    {
      day: -104,
      at: '09:25',
      kind: 'imaging',
      title: 'CT chest',
      format: 'html',
      carriage: 'inline',
      author: 'radiologist',
      text: `# Indication
Pneumonia on a checkpoint inhibitor, stent in the esophagus. Pneumonitis? Fistula?

# Findings
Homogeneous consolidation of the posterior basal and lateral basal segments of the right lower lobe with open bronchi, respecting the fissure. Small parapneumonic effusion, 12 mm, not loculated. The other lobes are clear: no ground glass, no septal thickening, no subpleural arcades. Stent in position, patent; oral contrast does not leave the esophagus. Mid-esophageal wall 8 mm. Liver lesion 7 mm.

# Impression
1. Lobar pneumonia of the right lower lobe, small effusion.
2. No pattern of drug-related pneumonitis.
3. No fistula.

# Technique
Helical CT with 70 mL of intravenous contrast and diluted oral contrast, supine and prone. Comparison with the staging CT of two weeks earlier, on which the right base was clear.

# Other
Coronary calcification. Emphysema mild at the apices. No embolus in the central vessels. Adrenals normal. Port tip at the atriocaval junction.`,
    },
    {
      day: -102,
      at: '08:30',
      kind: 'progress',
      title: 'Hospital medicine progress note, day 3',
      format: 'plain',
      carriage: 'inline',
      author: 'hospitalist',
      text: `HD3 CAP RLL, S. pneumoniae (urine Ag + blood cx 2/2 GPC in pairs -> S pneumo, PCN MIC 0.03).

S: afebrile 20 h. Pain less. Phlegm yellow. Ate congee. O: 37.1 88 116/70 RR 18 96% 1 L -> RA trial 93%. Crackles R base. WBC 12.2, CRP 164, PCT 6.1.

Copied from the triage call of 3 days ago: "Could be pneumonia; pneumonitis on immunotherapy also on list." -> list closed: this is bacteraemic pneumococcal pneumonia.

A/P
- de-escalate to amox PO tomorrow, total 7 d (bacteremia, fast response, no endovascular focus), azithro stop (Legionella neg)
- effusion US: 10 mm, no tap
- onc: tislelizumab not causal; delay a cycle for infection, not for toxicity
- aspiration precautions, SLP consult
- PCV20 at d/c
- DVT ppx enoxaparin 40

Meds: ceftriaxone 2 g d3, azithro d3 (last), omeprazole 20 bid, thiamine, enox 40, APAP prn, Fortisip x3. No steroid on MAR.

ROS: no D, no rash, no HA. Sleep ok. SLP at bedside: puree ok upright 90 deg. Lines: port accessed, PIV out. I/O +400. Wt 59.2. Family: daughter updated, wants to know if immunotherapy "weakened his lungs" -> discussed, germ found, lungs otherwise clean on CT. Dispo 1-2 d if RA sats ok w/ stairs.`,
    },
    {
      day: -100,
      at: '13:00',
      kind: 'discharge',
      title: 'Discharge summary',
      format: 'pdf',
      carriage: 'binary',
      author: 'hospitalist',
      text: `# Diagnoses
- Bacteremic pneumococcal pneumonia, right lower lobe
- Small parapneumonic effusion
- Esophageal squamous cell cancer with stent, on tislelizumab
- No evidence of immune-related pneumonitis

# Course
Admitted with rigors, rusty sputum and hypoxia of 89 percent. Urinary antigen and both blood cultures grew or showed Streptococcus pneumoniae, penicillin susceptible. Two liters of oxygen for a day and a half. Fever gone within 30 hours on ceftriaxone. No corticosteroid was given at any time. Swallow study: no aspiration of puree, trace penetration of thin liquid in supine position, so sit upright.

# Medicines on leaving
Amoxicillin 1 g three times daily for four more days, omeprazole 20 mg twice daily, thiamine 100 mg. Ibuprofen avoided.

# To do
1. Chest film in six weeks.
2. PCV20 given in the left deltoid on the day of discharge.
3. Oncology in four to five weeks; tislelizumab can go on when well.

# Vitals at discharge
T 36.7, HR 84, BP 122/74, RR 16, saturation 95 percent on air, 93 after one flight of stairs. Weight 59.0 kg. White cells 8.8. Crackles at the right base only.`,
    },
    {
      day: -68,
      at: '09:35',
      kind: 'progress',
      title: 'Upper GI oncology, cycle 6',
      format: 'ccda',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval history
Recovered from pneumococcal pneumonia, antibiotics finished four weeks ago. Walks to the market. Night cough as ever, sleeps on a wedge. No fever. Weight 59.4 kg.

# Objective
SpO2 97 at rest, 95 after stairs. Chest clear, right base moves well. Film yesterday: consolidation cleared, blunt costophrenic angle.

# Assessment and plan
- Esophageal cancer responding. Resume tislelizumab 200 mg today, seven weeks after the last.
- The lung event was infection, not an immune-related adverse event: clearing without steroid settles it. Problem list reads pneumonia, not pneumonitis.
- Neuropathy from oxaliplatin, grade 1, fading.
- TSH 1.9, CRP 8, ALT 24.`,
    },
    {
      day: -26,
      at: '10:05',
      kind: 'nursing',
      title: 'Infusion visit, tislelizumab 8',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Tisle #8 (2 since pneumonia... #3 w/ today). Sat 97, no SOB, no fever since the admission. Cough hs same x 1 y. BM daily, skin ok, fingertips tingle only in the freezer aisle. Wt 61.0. CRP 6, TSH 2.1, Hgb 12.0. Port flushed hep-lock. 30 min no rxn. Daughter bakes him brioche soaked in milk, "upright", she says sternly.

Asked per tox list: D no, rash no, itch no, HA no, CP no, joint no, thirst no, vision no. Appetite 80%. Dysphagia gr1 bread only. Wedge used. Omeprazole bid, thiamine. Vaccines: PCV20 done, flu done today L arm, RSV next. Film 6 wk clear (see MD note). VS 36.4/76/120/74. CT booked next wk.`,
    },
  ],
  episodes: [],
}
