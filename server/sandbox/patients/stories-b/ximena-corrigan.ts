import { ALP, ALT, AST, BILIRUBIN, PLATELETS } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

export const ximenaCorrigan: Story = {
  id: 'ximena-corrigan',
  name: { given: 'Ximena', family: 'Corrigan' },
  gender: 'female',
  born: '1958-11-09',
  shows:
    'Atezolizumab and bevacizumab for liver cancer: a first transaminase rise follows progression, a second one after chemoembolisation and rechallenge is immune hepatitis grade 3.',
  diagnosis: 'Hepatocellular carcinoma, BCLC C, on hepatitis C cirrhosis (cured), Child-Pugh A',
  treatments: [
    {
      agents: ['atezolizumab', 'bevacizumab'],
      charted: 'ndc',
      text: 'atezolizumab 1200 mg IV + bevacizumab-bvzr 15 mg/kg (945 mg) IV',
      days: [-290, -269, -248, -227, -206, -122, -101, -80],
    },
  ],
  problems: [
    { text: 'Cirrhosis after hepatitis C, SVR', icd10: 'K74.60' },
    { text: 'Oesophageal varices grade 1, banded', icd10: 'I85.10' },
    { text: 'Immune-mediated hepatitis', day: -59 },
  ],
  drugs: [
    { text: 'carvedilol 6.25 mg PO BID', from: -700 },
    { text: 'prednisone 60 mg PO daily, taper over 7 weeks', from: -58, until: -9, reason: 'immune hepatitis' },
    { text: 'pantoprazole 40 mg PO daily', from: -58, until: -9 },
    { text: 'atovaquone 1500 mg PO daily', from: -55, until: -20, reason: 'PJP prophylaxis' },
    { text: 'lactulose 15 mL PO prn', from: -300 },
  ],
  laboratory: [
    {
      ...ALT,
      values: [
        [-291, 41],
        [-270, 39],
        [-249, 43],
        [-228, 66],
        [-207, 118],
        [-186, 141],
        [-150, 54],
        [-123, 42],
        [-102, 44],
        [-81, 61],
        [-59, 388],
        [-56, 462],
        [-52, 301],
        [-45, 148],
        [-31, 70],
        [-10, 43],
      ],
    },
    {
      ...AST,
      values: [
        [-291, 38],
        [-228, 88],
        [-207, 171],
        [-186, 198],
        [-150, 61],
        [-123, 39],
        [-81, 58],
        [-59, 341],
        [-56, 399],
        [-45, 118],
        [-10, 38],
      ],
    },
    {
      ...BILIRUBIN,
      values: [
        [-291, 0.9],
        [-207, 1.1],
        [-186, 1.2],
        [-123, 0.9],
        [-59, 1.7],
        [-56, 2.3],
        [-45, 1.5],
        [-10, 1.0],
      ],
    },
    {
      ...ALP,
      values: [
        [-291, 118],
        [-207, 204],
        [-123, 121],
        [-59, 162],
        [-10, 120],
      ],
    },
    {
      ...PLATELETS,
      values: [
        [-291, 118],
        [-207, 109],
        [-123, 112],
        [-59, 104],
        [-10, 127],
      ],
    },
  ],
  notes: [
    {
      day: -290,
      at: '10:00',
      kind: 'progress',
      title: 'Liver tumor clinic, cycle 1',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# HPI
67F, HCV cirrhosis (SVR 2017 w/ DAA), HCC multifocal R lobe largest 6.8 cm + segmental PV thrombus, AFP 812. Child A5, no ascites, no enceph. EGD 3 wk ago: varices banded to eradication, cleared for bev. Starts atezo/bev.

# ROS
Fatigue mild, RUQ dull ache after meals. No itching. No bleeding.

# Exam
ECOG 1, 63 kg, BP 124/72. Spider nevi, liver edge 3 cm, no asterixis, no edema.

# Labs
ALT 41, AST 38, bili 0.9, alb 3.8, INR 1.1, ALP 118, plt 118, Cr 0.7, UPCR 0.1. HCV RNA undetectable. HBsAg -, anti-HBc -.

# A/P
1. HCC: atezo 1200 + bev 15/kg q3w. Note baseline LFTs are normal in spite of cirrhosis; any rise later needs the usual three questions: tumor, portal vein, immune.
2. Carvedilol cont.
3. Counselled w/ interpreter (Spanish, daughter declined as interpreter, good).
4. LFTs each cycle; AFP q6w; MRI 9 wk.

# Meds
carvedilol 6.25 bid, lactulose prn. Acetaminophen max 2 g. NO NSAIDs.

# Social
Retired seamstress from Puebla, lives w/ daughter and two grandsons. No alcohol ever. Never smoked. Transfusion 1979 = source of HCV. Interpreter in person today; prefers phone calls via daughter + interpreter together.`,
    },
    {
      day: -248,
      at: '09:10',
      kind: 'nursing',
      title: 'Infusion, cycle 3',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `C3 atezo + bev. Interp via video. No jaundice/dark urine. RUQ ache same, hot water bottle. BP 136/80 x2 ok for bev. Urine dip prot trace. No nosebleed, gums ok. BM 1-2 w/ lactulose occ. No rash/itch. ALT 43, AFP 640 (812). Atezo 30 min, bev 30 min, no rxn. Wt 62.8. MRI booked after C4. Daughter asks for FMLA form -> SW.

Meds: carvedilol 6.25 bid taken, lactulose 15 prn (2x this wk). No OTC, no teas. Asked via interp re bleeding: gums no, stool brown, no tarry. Headache none. Vision ok. Sleep reversed? no. Names the day, counts 20->1 fine. PIV R forearm. BP recheck post 132/78. Teach: BP > 150 call; belly swelling call; yellow eyes call.`,
    },
    {
      day: -207,
      at: '16:30',
      kind: 'laboratory',
      title: 'Laboratory report, chemistry',
      format: 'html',
      carriage: 'inline',
      author: 'pathologist',
      text: `# Specimen
Serum, drawn 07:40, received 08:05. Hemolysis index 0, icterus index 1.

# Results
| Test | Result | Flag | Limits | Previous |
| ALT | 118 U/L | H | 7-45 | 66 |
| AST | 171 U/L | H | 8-40 | 88 |
| ALP | 204 U/L | H | 40-130 | 118 |
| Bilirubin total | 1.1 mg/dL | | 0.2-1.2 | 0.9 |
| Albumin | 3.6 g/dL | | 3.5-5.0 | 3.8 |
| Platelets | 109 | L | 150-400 | 118 |
| AFP | 2950 ng/mL | H | 0-8 | 640 |

# Comment
AFP verified by dilution. Results outside critical limits: none. Sent electronically to the liver tumor clinic.`,
    },
    {
      day: -206,
      at: '11:15',
      kind: 'progress',
      title: 'Liver tumor clinic, cycle 5',
      format: 'rtf',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
More ache on the right, down 1.5 kg. No fever, no itch, no new drug or herbal. Daughter checked the cupboard.

# Results
ALT 43, then 66, then 118; AST 171; AFP up from 640 to 2950. Bilirubin 1.1. MRI was delayed by the scanner and is on Friday.

# Assessment
Transaminases about two and a half times the limit with AST ahead of ALT, and AFP has quadrupled in six weeks. I read this as tumor until MRI shows otherwise. Immune hepatitis is the alternative and would not bring AFP with it. HCV RNA repeated: still undetectable.

# Plan
- C5 given today as ALT is below three times the limit
- no steroid
- MRI Friday, then decide; weekly liver panel

# Review of systems
Constitutional: tired. GI: ache on the right, stool brown. GU negative. Chest negative. Skin: no rash, no itching. Neuro: sleeps at night, clear head. MSK negative.

# Physical examination
Weight 61.5 kg, BP 126/70, pulse 64. No jaundice. Liver edge 5 cm under the ribs and tender, no flap, no ascites by percussion. Ankles slim.

# Medicines
Carvedilol, lactulose when needed. Acetaminophen one gram a day for the ache. Nothing from the market stall, says the daughter, who has emptied the shelf of all that ends in "hepato".`,
    },
    {
      day: -203,
      at: '13:45',
      kind: 'imaging',
      title: 'MRI liver with gadoxetate',
      format: 'plain',
      carriage: 'binary',
      author: 'radiologist',
      alsoDocument: true,
      text: `MRI LIVER W/WO

HX: HCC on atezolizumab-bevacizumab x5, rising LFTs and AFP.

COMPARISON: MRI eleven weeks ago.

FINDINGS: Cirrhotic morphology. Segment VII/VIII mass now 8.1 x 7.4 cm (6.8 x 6.1), arterial hyperenhancement with washout and capsule. Two satellite lesions of 2.6 and 1.9 cm in segment VI, new. The bland part of the right posterior portal branch is now filled by enhancing tumor thrombus, which stops short of the main right vein. Left lobe free. Bile ducts not dilated. Hepatic veins patent. No periportal edema, no geographic enhancement to suggest hepatitis. Trace perihepatic fluid. Spleen 14 cm. No varices at the fundus.

IMPRESSION: Progression in segments VI to VIII (LI-RADS 5 and TIV). The parenchyma outside the tumor is unchanged.`,
    },
    {
      day: -185,
      at: '09:30',
      kind: 'progress',
      title: 'Liver tumor clinic, results',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Summary
Progression confined to the right posterior section. ALT 141, AST 198, bilirubin 1.2, which fit the growing tumor and its vein: the parenchyma is quiet on MRI. Not an immune-related hepatitis; no steroids were given and none are needed.

# Tumor board
Interventional radiology offers drug-eluting-bead TACE to segments VI to VIII with the posterior portal branch only partly filled. Systemic therapy paused, bevacizumab must be six weeks out.

# Plan
1. TACE in three weeks, one or two sessions.
2. Afterwards back to atezolizumab and bevacizumab if the left lobe stays clear (control outside the right lobe has been good).
3. Liver panel weekly.

# Review
No encephalopathy. Appetite fair. Weight 61.2 kg. BP 128/74. Stools dark? No, brown. Carvedilol pulse 62.

# Medicines
Carvedilol 6.25 mg twice, lactulose when needed, acetaminophen up to 2 g for the ache.

# Talk with the patient
Through the interpreter for half an hour, with the daughter listening. She wanted to know whether "la medicina" had attacked her liver. I showed her the two pictures side by side: the white ring of tumor in the vein, and the even grey of the rest. The blood values come out of the tumor. She asked what would happen if they did not fall after the procedure, which is the right question: then we think again.`,
    },
    {
      day: -122,
      at: '10:25',
      kind: 'progress',
      title: 'Liver tumor clinic, restart after TACE',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `TACE x2 (last 5 wk ago), tolerated, post-emb fever 2 d each. MRI: >80% necrosis of R lobe disease, L clear. AFP 410. ALT 42 AST 39 bili 0.9 -> back at baseline, which in retrospect proves that the winter rise was tumor. Wt 62.4. EGD repeated: no varices to band.

Restart atezo/bev today (C6). UPCR 0.15. BP 122/70. ECOG 1.

Same watch list. Daughter keeps a spreadsheet of LFTs and will mail me if the lab forgets, she is scarier than the lab. RTC 3 wk.

Meds: carvedilol 6.25 bid, lactulose prn, acetaminophen < 2 g. No statin, no abx since TACE cefazolin.

# ROS
neg incl skin, joints, lung; GI: no melena; neuro: clear.

# Exam
No icterus. Liver edge 3 cm, nontender. Groin access site healed. No asterixis. No edema.

Reviewed w/ IR: R hepatic arterial anatomy would allow another session. Post-TACE ALT peak was 310 on d3 and gone in 10 d, not in our lab (outside), so do not be surprised if someone finds it. Transfer labs scanned.

Social: grandson drives. Diet 1.2 g/kg protein, late snack taught. Vaccines hep A #1. Home BP fine. Bleeding signs taught again because of bev and varices, black stool = ED.`,
    },
    {
      day: -59,
      at: '15:20',
      kind: 'telephone',
      title: 'Critical result and triage',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Lab: pre C9 ALT 388, AST 341, bili 1.7, ALP 162. Last 61 three wks ago. INR 1.2. AFP 122 (falling!). Called pt w/ interp: tired, nausea x5 d, urine darker 2 d, no fever, no pain, no confusion, no bleeding. Acetaminophen 500 x2 last wk total. No herbs. Daughter: "no es el tumor esta vez".

Dr V: C9 cancelled. Come tomorrow AM: repeat LFT/INR, HCV RNA, HBV DNA, HEV IgM, CMV/EBV, ANA/ASMA/IgG, US doppler. ED if drowsy, bleeding, fever. No alcohol (never drinks).

Daughter's spreadsheet read out: 44 -> 61 -> 388. Interp ID noted. Meds recheck: carvedilol, lactulose; NO abx, NO statin, NO supplements; took 1 cup manzanilla. Appetite 50%. Wt home 61.9. Stool light? "normal". Itch 0. Temp 36.8. BP 118/70. Understands no infusion tmrw. Lab slot 07:30, doppler 09:00, hepatology 11:00 all booked w/ interpreter.`,
    },
    {
      day: -58,
      at: '11:40',
      kind: 'consult',
      title: 'Hepatology consultation',
      format: 'ccda',
      carriage: 'binary',
      author: 'specialist',
      text: `# Reason for consult
New hepatitis in a cirrhotic woman on atezolizumab, third dose after restart.

# History of present illness
ALT 61 on the day of the last infusion, 388 three weeks later. Nausea and dark urine for a few days. TACE was fourteen weeks ago and cannot explain this. No virus: HCV RNA undetectable, HBV DNA negative, hepatitis E IgM negative, CMV and EBV not replicating. ANA 1:80, smooth muscle negative, IgG 1490. Doppler: portal trunk and left branch patent, hepatic veins triphasic, ducts thin.

# Physical findings
Alert, no asterixis. Sclerae faintly yellow. Liver edge firm, not tender. No ascites. BP 118/70, HR 64.

# Results
ALT 388 U/L (8.6 times the limit), AST 341, bilirubin 1.7 mg/dL, INR 1.2, albumin 3.5, AFP falling to 122.

# Assessment
Immune-mediated hepatitis from atezolizumab, CTCAE grade 3 by ALT. Child-Pugh now A6. The first episode in winter was tumor; this one behaves differently in every respect: ALT above AST, tumor marker going down, parenchymal echo change.

# Recommendations
- prednisone 60 mg daily (1 mg/kg), no transjugular biopsy unless no response in five days
- liver panel and INR every 2 to 3 days; admit for INR of 1.5, bilirubin of 3 or any drowsiness
- second line mycophenolate, never infliximab
- PJP prophylaxis with atovaquone rather than TMP-SMX, pantoprazole given banded varices
- no further atezolizumab while ALT is over three times the limit; I would not resume after grade 3 in a cirrhotic liver`,
    },
    {
      day: -52,
      at: '14:50',
      kind: 'telephone',
      title: 'Lab call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `D7 pred 60. ALT 388 -> 462 (d3) -> 301 today. Bili peaked 2.3 d3. INR 1.2. Nausea gone, hungry, urine light again. Glucose 142. BMs 2 soft. No confusion, daughter does the "name the months backwards" test nightly. Mood irritable. Hepatology informed: cont 60 one more wk then down 10/wk. Labs Mon/Thu. Atovaquone started, tastes "como pintura".

Prednisone timing 08:00 w/ food. BP 134/78. Wt 62.6. Panto yes. Hep asked for BMP Thurs b/c ankle swelling. Reminded: no NSAID, no raw oysters, fever >= 38 = ED as infection risk doubled (cirrhosis + steroids). Daughter repeats back. Next call Mon after labs.`,
    },
    {
      day: -31,
      at: '09:20',
      kind: 'progress',
      title: 'Liver tumor clinic',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Week four of prednisone, now 30 mg. ALT 70, bilirubin normal. Ankles swell in the evening, sleep poor, face round. No infection. Weight 64 kg.

[copied forward from hepatology consult, four weeks ago] Immune-mediated hepatitis from atezolizumab, CTCAE grade 3 by ALT. Child-Pugh now A6.

# Today
Alert, no jaundice, trace edema, no ascites on handheld ultrasound. BP 138/80.

# Assessment and plan
- Immune hepatitis, grade 3 at worst, grade 1 today on taper; go down by 10 mg weekly to 10, then 5.
- Atezolizumab and bevacizumab stopped for good. If the tumor grows: lenvatinib.
- MRI in three weeks. DXA. Eye pressure check because of the steroid and a father with glaucoma.

# Medicines
Prednisone 30 mg since today, pantoprazole 40 mg, atovaquone 1500 mg with milk, carvedilol 6.25 mg twice, lactulose 15 mL nightly while on steroid. Calcium with vitamin D.

# Results of the month
| Day of prednisone | ALT | Bilirubin |
| 0 | 388 | 1.7 |
| 3 | 462 | 2.3 |
| 7 | 301 | |
| 14 | 148 | 1.5 |
| 27 | 70 | |

# Safety
Fasting glucose 118. Ammonia not measured because she is clear. Hepatitis C RNA repeated, undetectable. No varices due until autumn.`,
    },
    {
      day: -9,
      at: '10:30',
      kind: 'progress',
      title: 'Liver tumor clinic',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `Last pred tablet today. ALT 43 AST 38 bili 1.0, AFP 64 (lowest ever). MRI: no viable tumor in R lobe, L clear. Child A5.

Plan: observe, MRI 8 wk, LFTs q2wk x3 after steroid stop then monthly (relapse watch). AM cortisol in 2 wk. Hepatitis resolved. Listed in allergy/intolerance as "atezolizumab - immune hepatitis G3, do not rechallenge w/o hepatology". She brought tamales. Interp present throughout.

Meds: carvedilol 6.25 bid, lactulose prn, Ca/D. Panto + pred stop. Atovaquone stopped 11 d ago.

ROS neg: no itch, no melena, clear, sleeps nights, ankles slim again. Exam: ECOG 0, 62.8 kg, BP 120/70, no icterus, no flap, liver edge 2 cm. Plt 127 (best in 2 y). INR 1.1. Steroid card kept 6 more mo. Vaccines: hep A done, RSV ok.`,
    },
  ],
  episodes: [
    {
      term: 'hepatitis',
      grade: 3,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -64,
      resolvedDay: -9,
      because:
        'ALT 388 to 462 (limit 45), bilirubin 2.3, viruses and Doppler negative, "CTCAE grade 3 by ALT", prednisone.',
    },
  ],
}
