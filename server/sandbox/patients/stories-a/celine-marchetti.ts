import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `TUMOUR HISTORY (copied forward): left nephrectomy for clear cell carcinoma, pT3a, grade 3 by nucleoli, last year; after eleven months three lung nodules and mediastinal nodes, histology by EBUS. IMDC intermediate because of the short interval. Combined ipilimumab and nivolumab from then on. Solitary right kidney with stable creatinine, no proteinuria, no previous liver disease.`

export const celineMarchetti: Story = {
  id: 'celine-marchetti',
  name: { given: 'Céline', family: 'Marchetti' },
  gender: 'female',
  born: '1972-11-30',
  shows:
    'Grade 3 immune hepatitis after nivolumab and ipilimumab, results in SI units (µkat/L, µmol/L), mycophenolate added.',
  diagnosis: 'Clear cell renal cell carcinoma, stage IV, intermediate risk',
  treatments: [
    {
      agents: ['nivolumab', 'ipilimumab'],
      charted: 'hcpcs',
      text: 'nivolumab 3 mg/kg IV + ipilimumab 1 mg/kg IV',
      days: [-160, -139, -118],
    },
  ],
  problems: [
    { text: 'Left nephrectomy', day: -400 },
    { text: 'Migraine without aura', icd10: 'G43.009' },
  ],
  drugs: [
    { text: 'prednisolone 60 mg PO daily', from: -96, until: -92, reason: 'hepatitis' },
    { text: 'methylprednisolone 120 mg IV daily', from: -92, until: -87, reason: 'hepatitis' },
    { text: 'mycophenolate mofetil 1 g PO bid', from: -88, until: -40, reason: 'steroid-refractory hepatitis' },
    { text: 'prednisolone taper from 100 mg', from: -87, until: -30, reason: 'hepatitis' },
  ],
  laboratory: [
    {
      analyte: 'alt',
      loinc: '1742-6',
      display: 'ALT',
      unit: 'ukat/L',
      low: 0.15,
      high: 0.75,
      values: [
        [-161, 0.38],
        [-140, 0.41],
        [-119, 0.62],
        [-97, 4.9],
        [-94, 8.2],
        [-92, 9.6],
        [-89, 9.9],
        [-86, 6.1],
        [-80, 2.9],
        [-66, 1.1],
        [-45, 0.6],
        [-14, 0.44],
      ],
    },
    {
      analyte: 'ast',
      loinc: '1920-8',
      display: 'AST',
      unit: 'ukat/L',
      low: 0.15,
      high: 0.6,
      values: [
        [-161, 0.35],
        [-119, 0.5],
        [-97, 3.8],
        [-92, 7.0],
        [-86, 3.7],
        [-66, 0.8],
        [-14, 0.4],
      ],
    },
    {
      analyte: 'bilirubin-total',
      loinc: '14631-6',
      display: 'Bilirubin, total',
      unit: 'umol/L',
      low: 3,
      high: 21,
      values: [
        [-161, 9],
        [-119, 11],
        [-97, 18],
        [-92, 29],
        [-89, 34],
        [-80, 19],
        [-66, 12],
        [-14, 9],
      ],
    },
    {
      analyte: 'creatinine',
      loinc: '14682-9',
      display: 'Creatinine',
      unit: 'umol/L',
      low: 45,
      high: 90,
      values: [
        [-161, 98],
        [-119, 101],
        [-92, 99],
        [-14, 100],
      ],
    },
  ],
  notes: [
    {
      day: -160,
      at: '10:00',
      kind: 'progress',
      title: 'Oncology: start of treatment',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      charset: 'windows-1252',
      text: `53 y woman, ccRCC, left nephrectomy last year, now lung + mediastinal relapse. IMDC intermediate (time to systemic therapy < 1 y). Café owner, works full time. Drinks a glass of wine at weekends. No herbal products. Paracetamol for migraine perhaps twice a month.

Exam normal, ECOG 0, 64 kg. HBsAg neg, anti-HBc neg, HCV Ab neg. Baseline ALAT 0.38 µkat/L (ref < 0.75), bili 9 µmol/L, creat 98 (single kidney).

Plan: nivo 3 mg/kg + ipi 1 mg/kg every 3 weeks ×4, then nivo. Liver tests before every dose. Written information handed over, next of kin present.`,
    },
    {
      day: -139,
      at: '08:45',
      kind: 'nursing',
      title: 'Day unit, cycle 2',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Cycle 2 given. Symptom sheet: fatigue 2/10, itch 0, stool 0, cough 0. Labs ok to treat (ALT 0.41, bili 10, creat 99). No reaction. Next date given.

Medicines: paracetamol 1 g once last week for migraine, none else. Blood pressure 118/74, pulse 68, temp 36.6, weight 64.2 kg. Infusion order nivolumab then ipilimumab, each by filter, 30 min apart. Left at 12:10 with her sister.`,
    },
    {
      day: -118,
      at: '09:15',
      kind: 'progress',
      title: 'Oncology clinic, cycle 3',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Status
Tired but working. Two migraines last month, paracetamol 1 g each time. Nothing from bowel, skin or lung.

# Results
| Test | Today | Before | Ref |
| ALAT µkat/L | 0.62 | 0.41 | < 0.75 |
| Bilirubin µmol/L | 11 | 10 | < 21 |
| TSH mIU/L | 2.1 | 1.8 | 0.4–4.5 |

${HISTORY}

# Plan
Cycle 3 today. CT before cycle 5. Nothing that stops treatment.`,
    },
    {
      day: -97,
      at: '13:30',
      kind: 'telephone',
      title: 'Call about laboratory results',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Pre-cycle 4 labs back: ALAT 4.9 µkat/L (limit 0.75 -> 6.5x), ASAT 3.8, ALP 1.9, bili 18. Patient phoned, feels "flu-like without flu" since the weekend, off her food, urine a bit darker, no itch, no fever, no abdominal pain. Took paracetamol 3 g in total last week. No new medicines, no mushrooms, no supplements.

Dr V informed: cycle 4 cancelled, stop paracetamol, come tomorrow morning 8:00 for full liver screen.`,
    },
    {
      day: -96,
      at: '09:00',
      kind: 'progress',
      title: 'Urgent review, liver',
      format: 'plain',
      carriage: 'binary',
      author: 'oncologist',
      text: `# Findings
Alert, not jaundiced, no asterixis. Liver edge not felt, no stigmata. T 36.8, BP 118/70.

# Assessment
New hepatocellular injury three weeks after third ipi/nivo. R value 9. ALAT 6.5 × ULN, so CTCAE grade 3 hepatitis, checkpoint inhibitor by far most likely. Paracetamol dose too low to explain it. Virus serology (A, B, C, E, CMV, EBV), ANA, SMA, IgG sent; ultrasound with Doppler today.

# Plan
Both drugs stopped. Prednisolone 60 mg (1 mg/kg). Liver tests every second day. INR 1.0 today. If bilirubin passes 2 × limit, INR rises or ALAT still climbs after 3 days → admit for IV.

${HISTORY}

# History in short
Drug list: paracetamol as said, sumatriptan twice this month, no statin, no antibiotics since nephrectomy. Travel: none. Transfusions: none. Family: no liver disease. Ate no raw seafood. Café staff healthy. Urine dark since Sunday, stool normal color. Sleeps more than usual but wakes fresh.`,
    },
    {
      day: -96,
      at: '14:10',
      kind: 'imaging',
      title: 'Ultrasound liver with Doppler',
      format: 'plain',
      carriage: 'inline',
      author: 'radiologist',
      text: `US LIVER. Question: rising transaminases, metastases? vessels? Liver of normal size, slightly hypoechoic with bright portal tracts ("starry sky"). No focal lesion. Gallbladder wall 5 mm oedematous, no stones. Common duct 4 mm. Portal and hepatic veins patent with normal direction. Spleen 11 cm. Status after left nephrectomy. Conclusion: pattern of acute hepatitis, no metastasis, no obstruction.

Performed at the bedside of the day unit, good view. No ascites. Right kidney 12.4 cm, compensatory hypertrophy, no stasis. Pancreas seen in part, normal. Compared with CT two months earlier.`,
    },
    {
      day: -92,
      at: '11:40',
      kind: 'history-and-physical',
      title: 'Admission note, medicine',
      format: 'rtf',
      carriage: 'inline',
      author: 'hospitalist',
      text: `# Presenting problem
Worsening immune hepatitis despite four days of prednisolone 60 mg.

# History
Woman of 53 with kidney cancer, three doses of nivolumab/ipilimumab. ALAT 4.9 then 8.2 then 9.6 µkat/L, bilirubin up to 29. Nausea, sleeps a lot. No bleeding, no confusion, no pruritus.

# Examination
Sclerae just yellow. Abdomen soft, tender under the right ribs. No flap. Neurology intact.

# Tests
INR 1.1. Hepatitis A IgM, HBsAg, HBV DNA, HCV RNA, HEV RNA, CMV and EBV PCR all negative. ANA 1:80, SMA neg, IgG 11 g/L. Paracetamol level nil.

# Plan
Methylprednisolone 2 mg/kg (120 mg) IV. Hepatology asked about biopsy. No infliximab in liver injury. Pantoprazole, co-trimoxazole, glucose checks. Daily INR.

# Background
Left nephrectomy last year, single kidney, creatinine about 100. Migraine. Allergies none. Lives with her partner above the café. Alcohol none since diagnosis of the liver problem. Medicines at home: prednisolone 60 mg, sumatriptan not used, lansoprazole. Weight 62.8 kg, was 64.2. Blood pressure 122/76, pulse 84, temperature 37.2, saturation 99 on air.`,
    },
    {
      day: -90,
      at: '16:20',
      kind: 'pathology',
      title: 'Liver biopsy',
      format: 'pdf',
      carriage: 'inline',
      author: 'pathologist',
      text: `# Material
Percutaneous liver biopsy, two cores, 24 mm together, 13 portal tracts.

# Microscopy
Lobular hepatitis with spotty and in zone 3 confluent necrosis, many acidophil bodies. Infiltrate mostly of CD8 positive T cells with histiocytes; plasma cells sparse. Mild portal inflammation, endotheliitis of a central vein. Bile ducts present and quiet. No steatosis worth mentioning, no fibrosis. No tumour.

# Diagnosis
Acute panlobular hepatitis of moderate to marked activity. Under the given treatment with CTLA-4 and PD-1 antibodies the picture fits immune-mediated drug injury; classical autoimmune hepatitis is less likely.`,
    },
    {
      day: -88,
      at: '10:30',
      kind: 'consult',
      title: 'Hepatology consult',
      format: 'plain',
      carriage: 'inline',
      author: 'specialist',
      text: `Asked to see for steroid-refractory ICI hepatitis. ALAT plateau at 9.9 after 4 days of 2 mg/kg (13 × ULN), bili 34, INR 1.2, no encephalopathy. So grade 3, not 4: neither transaminase over 20 × nor liver failure.

Suggest: add mycophenolate 1 g bid today, keep methylpred 2 more days then prednisolone 100. If no fall in 5 days consider tacrolimus. NAC has no place. Expect slow curve. I would never re-expose her to ipilimumab; PD-1 alone is a decision for another year.

Seen at the bedside with partner. Awake, yellow sclerae, spider nevi none, liver span 12 cm by percussion, spleen not felt, no flap, Trail test 34 s. Histology discussed with pathology: panlobular, CD8 rich, few plasma cells, so not classical AIH. Drug chart clean of other hepatotoxins apart from 1 g paracetamol on day 1, stopped. Factor V 71 %. Ammonia 38. Will follow daily until the curve bends; transplant unit not contacted, no need at present.

${HISTORY}`,
    },
    {
      day: -79,
      at: '12:50',
      kind: 'discharge',
      title: 'Discharge letter',
      format: 'html',
      carriage: 'binary',
      author: 'hospitalist',
      text: `# Diagnoses
- Immune-mediated hepatitis grade 3 (CTCAE v5) after three cycles of ipilimumab/nivolumab, biopsy confirmed, steroid-refractory
- Metastatic clear cell renal carcinoma
- Single kidney, creatinine stable about 100 µmol/L

# Course
Thirteen days in hospital. Transaminases rose under oral prednisolone and did not move under methylprednisolone 2 mg/kg; with mycophenolate from the fifth day they fell by a third within two days and by two thirds within eight. Peak ALAT 9.9 µkat/L, peak bilirubin 34 µmol/L, INR never above 1.2. One night of steroid psychosis-like agitation, quetiapine 25 mg twice, gone.

# Values at discharge
ALAT 2.9, bilirubin 19, INR 1.0.

# Medicines
Prednisolone 80 mg falling by 10 mg a week, mycophenolate 1 g twice daily, pantoprazole, co-trimoxazole, calcium/D3.

# To do
Liver tests twice weekly by the GP, results to oncology. No paracetamol over 1 g per day. Immunotherapy is ended for good as far as ipilimumab is concerned.

# Social and function
Goes home to her partner, climbs one floor. Sick-listed for six weeks. Driving not before prednisolone is under 40 mg and sleep is back. She has the telephone number of the day unit and of the liver nurse.`,
    },
    {
      day: -66,
      at: '09:30',
      kind: 'telephone',
      title: 'Lab call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `ALAT 1.1, ASAT 0.8, bili 12. Told pt the good news. She is hungry, moon face, knees weak on the stairs. Pred 60 -> 50 from Mon. MMF goes on. Next labs Thurs at GP.

Blood sugar 6.8 fasting. BP at GP 134/82. No fever, no cough, mouth clean (looked in mirror for thrush). Walks to the harbour. Partner cooks. Co-trimoxazole and lansoprazole taken. Knows to call for yellow eyes, fever.`,
    },
    {
      day: -45,
      at: '10:10',
      kind: 'progress',
      title: 'Oncology clinic',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `ALAT 0.60 = normal for the first time since the hepatitis began. Pred 20, MMF 1 g bid -> stop in five days if still normal. CT: lung nodules half the size, nodes stable. RCC: PR, no therapy at present, tumour board next week. Hepatitis: recovered biochemically, steroid taper running.

Exam: weight 66 kg, moon face, no icterus, thigh weakness 4+ from steroids. BP 128/80. ASAT 0.52, ALP 1.4, bili 10, INR 1.0, glucose 5.9. Medicines as listed plus alendronate weekly. Back in four weeks, labs weekly at GP.

${HISTORY}`,
    },
    {
      day: -14,
      at: '09:50',
      kind: 'progress',
      title: 'Oncology clinic',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Today
Off prednisolone for 16 days and off mycophenolate for nearly four weeks. Feels herself again, back in the café mornings. Morning cortisol 310 nmol/L, fine.

# Liver
ALAT 0.44 µkat/L, bilirubin 9 µmol/L. Immune hepatitis has resolved; no relapse after stopping.

# Tumour
Observation; next CT in eight weeks. If growth: cabozantinib rather than nivolumab.

${HISTORY}

# Rest
Weight 64.9 kg, blood pressure 120/76. Climbs stairs again. One migraine, sumatriptan helped. Thyroid and blood count normal, creatinine 100. Alendronate stops with the steroid.`,
    },
  ],
  episodes: [
    {
      term: 'hepatitis',
      grade: 3,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -97,
      resolvedDay: -45,
      because: 'ALT 6.5 then 13 times the limit, bilirubin 1.6 times, biopsy, "CTCAE grade 3", mycophenolate.',
    },
  ],
}
