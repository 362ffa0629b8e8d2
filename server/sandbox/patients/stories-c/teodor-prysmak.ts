import { ALP, ALT, AST, BILIRUBIN, LIPASE } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `MESO SUMMARY (copied forward): malignant pleural mesothelioma left, sarcomatoid part 40 percent, BAP1 lost, not resectable; indwelling pleural catheter out after talc. Shipyard pipe lagger for 21 years. Ipilimumab 1 mg/kg every six weeks with nivolumab 360 mg every three weeks as first line. Gallbladder out in 2009, alcohol 2 beers on Saturdays, hepatitis B and C negative at start, ferritin 210.`

export const teodorPrysmak: Story = {
  id: 'teodor-prysmak',
  name: { given: 'Teodor', family: 'Prysmak' },
  gender: 'male',
  born: '1955-10-30',
  shows:
    'Symptom-free lipase rise that reaches grade 3 by the laboratory without pancreatitis, then immune hepatitis grade 3, on ipilimumab and nivolumab.',
  diagnosis: 'Malignant pleural mesothelioma, left, non-epithelioid',
  treatments: [
    { agents: ['nivolumab'], charted: 'hcpcs', text: 'nivolumab 360 mg IV q3w', days: [-164, -143, -122, -101] },
    { agents: ['ipilimumab'], charted: 'hcpcs', text: 'ipilimumab 1 mg/kg IV q6w', days: [-164, -122] },
    {
      agents: ['nivolumab', 'ipilimumab'],
      charted: 'text',
      text: 'nivolumab 360 mg IV + ipilimumab 1 mg/kg IV',
      days: [-80],
      status: 'not-done',
    },
  ],
  problems: [
    { text: 'Asbestos exposure', icd10: 'Z77.090' },
    { text: 'Cholecystectomy 2009', icd10: 'Z90.49' },
    { text: 'Elevated lipase', icd10: 'R74.8', day: -122 },
    { text: 'Drug-induced hepatitis, immunotherapy', day: -80 },
  ],
  drugs: [
    { text: 'oxycodone 5 mg PO q6h prn chest wall pain', from: -200 },
    { text: 'atorvastatin 20 mg PO daily', from: -2500, until: -80, reason: 'hyperlipidaemia' },
    { text: 'prednisone 90 mg PO daily (1 mg/kg), taper 6 weeks', from: -78, until: -34, reason: 'hepatitis' },
    { text: 'pantoprazole 40 mg PO daily', from: -78, until: -34 },
    { text: 'atovaquone 1500 mg PO daily', from: -66, until: -34, reason: 'PJP prophylaxis' },
    { text: 'senna 2 tabs PO nightly', from: -200 },
  ],
  laboratory: [
    {
      ...LIPASE,
      values: [
        [-165, 31],
        [-143, 48],
        [-122, 142],
        [-108, 268],
        [-101, 346],
        [-94, 301],
        [-80, 190],
        [-66, 84],
        [-34, 41],
      ],
    },
    {
      ...ALT,
      values: [
        [-165, 26],
        [-122, 31],
        [-101, 58],
        [-80, 412],
        [-78, 538],
        [-74, 396],
        [-66, 151],
        [-52, 62],
        [-34, 38],
      ],
    },
    {
      ...AST,
      values: [
        [-165, 22],
        [-101, 44],
        [-80, 298],
        [-78, 361],
        [-66, 88],
        [-34, 29],
      ],
    },
    {
      ...BILIRUBIN,
      values: [
        [-165, 0.6],
        [-80, 1.1],
        [-78, 1.6],
        [-66, 0.9],
        [-34, 0.6],
      ],
    },
    {
      ...ALP,
      values: [
        [-165, 88],
        [-80, 141],
        [-34, 97],
      ],
    },
  ],
  notes: [
    {
      day: -164,
      at: '09:15',
      kind: 'progress',
      title: 'Mesothelioma clinic, first treatment',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# History
Seventy-year-old retired lagger from the north dock. Effusion drained four times in spring, talc in June, now pain of the left chest wall and breath short on hills.

${HISTORY}

# Today
| ECOG | Weight | BP | SpO2 |
| 1 | 90.4 kg | 142/80 | 95 % air |
Left hemithorax dull to the scapula. Scar of catheter clean. Abdomen soft, liver edge not felt, cholecystectomy scars.

# Laboratory
ALT 26, AST 22, bilirubin 0.6, lipase 31 (limit 60), creatinine 0.9, TSH 1.2, cortisol 14.

# Plan
Ipilimumab 90 mg and nivolumab 360 mg. Chemistry before each dose; lipase is in the order set here although nobody feels it rise. He knows about loose stools, jaundice, breath, rash, thirst and weakness. Oxycodone with senna goes on.

# Drugs he takes
| Drug | Dose | Since |
| Atorvastatin | 20 mg at night | seven years |
| Oxycodone | 5 mg up to four a day | this summer |
| Senna | two at night | this summer |
| Multivitamin | one | his wife decides |

# Review
Weight down six kilos since last autumn. No jaundice ever. No pancreatitis, no gallstone left. Stool every second day. Sleeps on two pillows because of the pain, not for breath. Mood: dry. Skin: old tar keratoses on the forearms. No tingling.

# Asbestos claim
Papers for the fund signed today; employment from 1973 to 1994.`,
    },
    {
      day: -143,
      at: '13:40',
      kind: 'nursing',
      title: 'Infusion record, nivolumab 2',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Nivo #2 360 mg. Pt in w/ wife Halina. Wt 90.1, T 36.5, HR 76, 138/78, 95%. Pain 3/10 L chest. BM q2d formed (oxycodone). Denies N/V, abd pain, jaundice, rash, itch. Eats well, pierogi at Halina's orders.

PIV R AC. Nivo over 30 min w/ 0.2 filter. No rxn. Ipi not due till wk 6. Lipase 48. D/c amb 1420.

Ed: hydration, stool log, call # on fridge. Halina asked re grapefruit - no issue w/ the mabs, but yes w/ the atorvastatin; told to skip.

Checklist: fatigue G1, cough none, SOB hills, stool per above, rash none, HA none, visual none, numb none, joint none, thirst none. Line patent, blood return good before + after. Vesicant no. Post VS 36.5 74 132/76. Copy of ipi schedule printed for Halina, she laminates. Next: nivo + ipi wk 6 w/ MD.`,
    },
    {
      day: -122,
      at: '10:30',
      kind: 'progress',
      title: 'Mesothelioma clinic, cycle 2',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `S: feels ok. walks dog 30 min. no abd pain, no N/V, no steatorrhea, appetite good, wt +0.5. 1-2 beers Sat.

O: ECOG 1. 92 - no correct 90.6 kg. BP 136/78. Abd soft NT. Skin clear.

Lab: ALT 31 AST 24 bili 0.6. Lipase 142 (31 → 48 → 142; ULN 60). Amylase not done. Glu 98. TG 160.

A/P
- Meso: dose ipi #2 + nivo #3.
- Lipase 2.4x ULN, asymptomatic, exam neg. = lipase increased G2 (v5: up to 5x w/o sx). Not pancreatitis. No imaging for a number alone. Repeat 2 wks. No steroids. If pain/vomiting → CT panc protocol & ED.
- Cont oxycodone, senna

ROS: gen tired pm. HEENT -. CV -. Resp DOE hills same. GI: BM qod formed (opioid), NO pain after fat meals, no nausea. GU -. Skin dry. Endo no polyuria/polydipsia. Neuro -.
Meds: atorva 20, oxy 5 prn (2/d), senna. ETOH as above. No fibrate, no valproate, no steroids, no thiazide = no other reason for lipase I can find. FH pancreas ca no.
Consent for cont. given. Pharmacist (checked order): ipi 1 mg/kg = 91 mg, rounding 90.`,
    },
    {
      day: -108,
      at: '16:00',
      kind: 'telephone',
      title: 'Result call: lipase',
      format: 'plain',
      carriage: 'inline',
      author: 'coordinator',
      text: `Called pt w/ lab result. Lipase 268. He has no stomach pain, no back pain, no nausea, ate goulash yesterday, BM daily brown not greasy. Drinks nothing since last visit. No new pills, no fever.

Message to Dr V: ok to stay with plan, lipase again at C3 visit in a wk. Instructed: belly pain through to the back or vomiting = ED, say "immunotherapy + high lipase". Pt says "doctors chase numbers, I chase the dog".

Further asked per pancreatitis script: pain after fat no; pain when leaning back no; fever no; dark urine no; pale stool no; weight 91 at home. New meds/supplement: fish oil started? - no that was Halina's. Blood sugar not measured. Read back of ED advice ok. Will come by for the draw at 7 before dog walk.

Sent to MD inbox + immunotox pool w/ trend 31, 48, 142, 268 and ULN 60. Pool reply 1725 (T. Oyelaran): asymptomatic per phone, continue plan, grade by lab only, no imaging unless sx, CT is due in 1 wk anyway. Pt aware of CT time + fasting 4 h.`,
    },
    {
      day: -101,
      at: '11:20',
      kind: 'progress',
      title: 'Clinic before nivolumab 4',
      format: 'ccda',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval history
No complaint from the abdomen. Chest wall pain 2 of 10, half the oxycodone. Wants to know why he is pricked so often.

# Physical exam
Weight 91.0 kg. Abdomen soft, no epigastric tenderness, bowel sounds normal. No jaundice.

# Laboratory
| Test | Now | Limit |
| Lipase | 346 | 60 |
| Amylase | 151 | 110 |
| ALT | 58 | 45 |
| AST | 44 | 40 |
| Triglycerides | 148 | 150 |
| Glucose | 101 | 99 |

# Imaging
CT abdomen of yesterday: pancreas of normal thickness, fat planes clear, duct 2 mm, no collection. Left pleural rind 14 mm instead of 22.

# Assessment
Lipase 5.8 times the limit without symptoms or signs and with a normal pancreas on CT. By CTCAE that is grade 3 for the laboratory term only; there is no clinical or radiological pancreatitis. Practice is divided here: I treat on with close watch, he agrees. ALT barely above the limit, grade 1, watch.

# Plan of treatment
Nivolumab today. Lipase and liver panel weekly. Faecal elastase. No steroids for a laboratory value.

# Medicines
Atorvastatin 20 mg, oxycodone 5 mg about one a day, senna, multivitamin. No alcohol since last visit although nobody asked him to. No steroid, no thiazide, no valproate.`,
    },
    {
      day: -80,
      at: '10:05',
      kind: 'progress',
      title: 'Cycle 3 not given',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `Here for ipi #3/nivo #5. Tired x1 wk, naps, urine "like tea" 2 d, no itch. No fever. Tylenol 500 maybe x2/wk. Statin same dose 7 yr. No herbal, no mushrooms. No travel.

Wt 89.6. T 36.9. Sclera clear I think. Liver 1 cm below margin non tender, no stigmata, no asterixis.

LABS: ALT 412 (58 3 wks ago), AST 298, ALP 141, bili 1.1, INR 1.0, alb 3.9. Lipase down by itself 346 → 301 → 190. CK 92.

A/P
#1 Hepatitis, likely ICI. ALT 9x ULN = G3. HOLD both drugs, dose cancelled in Beacon. Hep A/B/C/E, HBV DNA, CMV/EBV PCR, ANA, ASMA, IgG, US w Doppler today. Stop atorva + tylenol. Repeat 48 h. Start pred 1 mg/kg when US and hep B back unless INR moves.
#2 Lipase G3 -> improving spontaneously, never sx.
#3 Meso PR.

Exam rest: no rash, no itch marks, spleen np, no edema, chest dull L base as before, sat 95. Neuro A&Ox3.
Full lab this am: WBC 6.4 eos 0.5 Hgb 13.1 Plt 233 Na 139 K 4.4 Cr 0.9 gluc 96 TP 7.2 alb 3.9 GGT 118 LDH 301 INR 1.0 APAP < 5.
R value ~8 = hepatocellular.
D/w hepatology on call (Dr A): agrees, no biopsy upfront, biopsy if not falling by 1 wk or bili > 2.5. Wife told to look at the whites of his eyes daily, in daylight. OK to work in garden. Ret 48 h lab.`,
    },
    {
      day: -78,
      at: '15:30',
      kind: 'imaging',
      title: 'Ultrasound liver with Doppler',
      format: 'rtf',
      carriage: 'inline',
      author: 'radiologist',
      text: `# Indication
Rising transaminases under double checkpoint blockade.

# Findings
Liver 15.2 cm, echo texture slightly coarse without focal lesion. Periportal echogenicity mildly increased. Gallbladder surgically absent. Common duct 6 mm, as expected after cholecystectomy. Portal vein hepatopetal at 22 cm/s, hepatic veins triphasic, artery patent. Pancreatic head and body unremarkable, tail covered by gas. No ascites. Small left pleural rind.

# Impression
No obstruction, no metastasis, no thrombosis. Periportal brightness fits hepatitis of whatever cause.

# Technique
Fasting, curvilinear probe, color and pulsed Doppler, elastography ten shots.

# Elastography
Median 9.8 kPa, interquartile range 1.4; acute inflammation raises stiffness, so no statement on fibrosis can be made now. Spleen 11.4 cm. Kidneys normal size.

# Communication
Told to Dr Vasterling by phone at 15:50.`,
    },
    {
      day: -78,
      at: '17:10',
      kind: 'telephone',
      title: 'Start of prednisone',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Phoned Mr + Mrs Prysmak. Rpt labs this am ALT 538 AST 361 bili 1.6 INR 1.1. HBsAg neg, core neg, HCV RNA neg, HEV IgM neg, CMV/EBV PCR neg; ANA 1:80; US no obstruction. Dr V: grade 3 immune hepatitis, outpatient as INR ok & pt well.

START prednisone 90 mg qAM today w/ food (pharmacy on Pier St has it), pantoprazole. Labs Mon + Thu. If ALT not down 3-5 d → add mycophenolate. Red flags: confusion, bleeding, yellow eyes, vomiting. No alcohol at all. No tylenol, ibuprofen ok? -> no, neither for now, use oxycodone. Read back done.

Side effects of steroid reviewed: sleep, sugar, mood, stomach, infection; take before 8 am. Glucometer? borrowed from neighbor, check 2x/d, call > 250. Stop multivitamin "liver detox tea"? denies having any. Calendar for taper to be mailed after 1st response. Halina asks diet: normal, low salt. Hepatology f/u slot Fri video.

1800 pharmacy callback: atovaquone not covered yet, PA started. Prednisone 20 mg tabs #60 picked up. Read: 4 and a half tabs. Pt weight used 90. Glucose strip rx added.`,
    },
    {
      day: -66,
      at: '09:45',
      kind: 'progress',
      title: 'Hepatitis check, day 12 of prednisone',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `Pred 90 x12 d. energy back & then some, paints the garage at night. urine light. no itch.

ALT 538 → 396 (d4) → 151. AST 88. bili 0.9. INR 1.0. lipase 84. gluc 168 postprandial.

A/P: hepatitis G3 at peak, now G2 and falling, no MMF needed. taper: 60 x1wk, 40, 30, 20, 10, off. PJP ppx not needed if < 4 wk at ≥ 20... he will be ~4.5 wk so give TMP-SMX MWF? sulfa ok, no allergy, but liver: chose atovaquone. Labs weekly.
Ipi is out forever. Nivo alone later? decide at CT, no hurry, meso quiet.

Copied from the call on the day of the ultrasound: START prednisone 90 mg qAM w/ food, pantoprazole. Labs Mon + Thu. If ALT not down 3-5 d → add mycophenolate.

VS 146/86 80 36.6 96% 91.5 kg. No icterus, no flap, liver edge ok, no edema. ROS: no abd pain, no fever, insomnia, hungry, no thrush.
Meds: pred 90, panto, oxy 2.5 prn, senna, (atorva off).
BG log fasting 96-120 post 140-180.
Halina reports garage is now very white.

Viral panel final all neg. ANA 1:80 speckled, ASMA neg, IgG 11.2, ceruloplasmin nl, A1AT nl. Hepatology video Fri: agrees w/ taper over 6 wk, no biopsy since falling. Next draws on Mon.`,
    },
    {
      day: -34,
      at: '14:10',
      kind: 'progress',
      title: 'Clinic after the taper',
      format: 'html',
      carriage: 'binary',
      author: 'oncologist',
      text: `# Course
Last prednisone tablet this morning. Weight 94 kg. Sleeps again. No pain of the belly at any time in this illness, elastase was 412 (normal).

# Results
ALT 38, AST 29, bilirubin 0.6, ALP 97, lipase 41. Glucose 104 fasting. Morning cortisol to be drawn in a week, at least a day off the steroid.

# CT
Left pleural rind 11 mm, stable against the last scan. No new lesion. Pancreas as before.

# Assessment and plan
- immune hepatitis grade 3, resolved after six and a half weeks of prednisone, no second drug
- lipase elevation grade 3 by number, never pancreatitis, resolved without treatment
- partial response of the mesothelioma; treatment pause, CT every eight weeks
- atorvastatin may start again in a month with a liver panel two weeks later
- if it grows: nivolumab alone or carboplatin-pemetrexed, to be talked through then

${HISTORY}

# Steroid harvest
Nine kilos of appetite, four kept. Glucose back to normal by itself. No infection. Blood pressure 144/82. Thin skin on the hands, one tear from the dog. Sleep restored. Bones: vitamin D started, density scan asked for.

# Talk
They ask whether the hepatitis means that the treatment worked harder. I said that nobody can promise this, that the scan is good, and that we look again in eight weeks. Halina asks for the lipase: normal, and we will not chase it any more.`,
    },
  ],
  episodes: [
    {
      term: 'lipase-increased',
      grade: 3,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -122,
      resolvedDay: -34,
      because: 'Lipase 346 at a limit of 60 (5.8 times) without symptoms and with a normal pancreas on CT.',
    },
    {
      term: 'hepatitis',
      grade: 3,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -80,
      resolvedDay: -34,
      because: 'ALT 538 at a limit of 45, viruses negative, ultrasound clear, "grade 3 immune hepatitis", prednisone.',
    },
  ],
}
