import { CREATININE, FREE_T4, TSH } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

export const philippaEastgate: Story = {
  id: 'philippa-eastgate',
  name: { given: 'Philippa', family: 'Eastgate' },
  gender: 'female',
  born: '1963-01-27',
  shows:
    'Pembrolizumab with axitinib: diarrhoea that comes and goes with axitinib (hard negative), thyroiditis and then hypothyroidism (grade 2) that is real.',
  diagnosis: 'Clear cell renal cell carcinoma, metastatic to lung, intermediate risk',
  treatments: [
    {
      agents: ['pembrolizumab'],
      charted: 'ndc',
      text: 'pembrolizumab 200 mg IV',
      days: [-231, -210, -189, -168, -147, -126, -105, -84, -63, -42, -21],
    },
  ],
  problems: [
    { text: 'Status post left nephrectomy', day: -900 },
    { text: 'Hypertension, worse under axitinib', icd10: 'I10' },
    { text: 'Hypothyroidism due to immunotherapy', icd10: 'E03.2', day: -126 },
  ],
  drugs: [
    { text: 'axitinib 5 mg PO BID', from: -231, until: -99, reason: 'renal cell carcinoma' },
    { text: 'axitinib 3 mg PO BID', from: -92, reason: 'renal cell carcinoma' },
    { text: 'amlodipine 10 mg PO daily', from: -215 },
    { text: 'levothyroxine 75 mcg PO daily', from: -126, until: -84, reason: 'hypothyroidism' },
    { text: 'levothyroxine 100 mcg PO daily', from: -84, reason: 'hypothyroidism' },
    { text: 'loperamide 2 mg PO prn', from: -160 },
    { text: 'urea 10% cream to palms and soles', from: -190 },
  ],
  laboratory: [
    {
      ...TSH,
      values: [
        [-232, 2.1],
        [-190, 1.4],
        [-169, 0.05],
        [-148, 3.9],
        [-127, 38.4],
        [-85, 9.7],
        [-43, 3.2],
        [-22, 2.6],
      ],
    },
    {
      ...FREE_T4,
      values: [
        [-232, 1.2],
        [-169, 1.9],
        [-148, 0.9],
        [-127, 0.4],
        [-85, 1.0],
        [-43, 1.3],
        [-22, 1.3],
      ],
    },
    {
      ...CREATININE,
      values: [
        [-232, 1.1],
        [-148, 1.1],
        [-100, 1.3],
        [-85, 1.1],
        [-22, 1.1],
      ],
    },
  ],
  notes: [
    {
      day: -231,
      at: '10:30',
      kind: 'progress',
      title: 'Kidney cancer clinic, start',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# History
Sixty-three, piano tuner. Left nephrectomy two and a half years ago for a 9 cm clear cell tumor. Surveillance CT: seven lung nodules up to 1.8 cm, growing. IMDC intermediate (anemia). Starts pembrolizumab with axitinib.

# Exam
ECOG 0. BP 136/84 on nothing. 68 kg. Flank scar. Ears as sharp as ever, she says.

# Labs
Creatinine 1.1 (single kidney), TSH 2.1, FT4 1.2, ALT 16, hemoglobin 11.6, urine protein negative.

# Plan
- pembrolizumab 200 mg every three weeks, axitinib 5 mg twice daily from tonight
- blood pressure at home twice daily, amlodipine if above 140
- who does what, told in plain words: loose stools, hoarse voice, sore palms, pressure are mostly the tablet; the infusion can inflame anything. With diarrhea she stops the TABLET first and calls the same day, because three days without it tell the two apart.
- thyroid tests every infusion: both drugs hit it

# Medicines and allergies
None regular, ibuprofen for the wrists now and then (stop it: one kidney). Contrast once gave hives, premedicated since.

# Family and social
Mother on thyroid tablets after the change of life. Husband restores harpsichords. Never smoked, cider at weekends. Walks the dog morning and night.`,
    },
    {
      day: -189,
      at: '09:05',
      kind: 'nursing',
      title: 'Infusion visit, pembrolizumab 3',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Pembro #3 + axi cont 5 bid. Home BP log 128-142/80s on amlodipine 10. Voice hoarse since wk 2 (axi). Palms tender, no blister, urea cream. BM 1-2 soft. No rash. No cough. Tired slightly. VS 36.7/74/138/82/98 wt 67.6. TSH 1.4. UA prot trace. 24G R hand. 30 min, no rxn. Tuned the day-room piano while waiting for pharmacy.

Screen: D no, mucositis no, taste off for meat, HA no, CP no, leg swelling no. BP cuff validated against ours (+3). Meds: axi 5 bid (pill count ok, 1 missed), amlodipine 10, urea cream. Knows: no grapefruit w/ axi?? says "nobody told me", leaflet given + highlighted. Next 3 wk w/ MD.`,
    },
    {
      day: -168,
      at: '09:30',
      kind: 'progress',
      title: 'Kidney cancer clinic, pembrolizumab 4',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `Interval: feels "a bit caffeinated" maybe, but no tremor, no palps, no wt loss beyond 0.4 kg, sleeps 7 h. Palms G1. Voice hoarse G1.

Exam HR 84 reg, BP 134/80, no tremor, thyroid not enlarged not tender, eyes nl.

Labs TSH 0.05 (1.4), FT4 1.9 (lim 1.8), Cr 1.1, ALT 19. TRAb negative, TPO ab 310 (pos).

A/P
1. mRCC: C4 pembro, axi 5 bid. CT after C5.
2. Thyroiditis, thyrotoxic phase, asymptomatic, G1 - no beta blocker, no treatment, recheck 3 wks. Expect hypothyroid next. TPO pos + toxic phase w/in 9 wks favours pembro over axi, which as a rule goes straight to hypo.
3. HTN controlled on amlodipine.
4. HFS G1 urea.

ROS: eyes no grit/double, GI 1-2 soft BM, GU nl, MSK nl, skin palms only, neuro nl, psych "bright". Meds: axi 5 bid, amlodipine 10, urea cream, no biotin (asked, as it fools the assay), no amiodarone, no contrast since staging. CT 9 wk ago. ECG sinus 82. Neck US not needed. Told her which symptoms mean earlier call: pulse > 110 at rest, tremor, weight falling, eye trouble.`,
    },
    {
      day: -158,
      at: '13:40',
      kind: 'telephone',
      title: 'Triage call, loose stools',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `3-4 loose stools/d x4 d (usual 1), after breakfast + after each axi dose, urgent, no blood/mucus, no night stools, no fever, no pain. Eating. No abx. No travel. On pembro #4 + axi.

Per plan: hold axi x3 d, no loperamide for first 24 h so we can see. Stool C diff + enteric PCR + calprotectin drop-off. Pembro not due for 11 d. Call Fri. If > 6/d or blood -> same day visit.

Detail: last axi 08:00 today. Amlodipine yes. Water 2 L. Weight home 67.5. No one ill in the house. No magnesium, no sorbitol gum. Stool form Bristol 6. Pulse 80. Told NOT to start any leftover prednisone (none in house). Diary: time of tablet / time of stool. Sample pot at front desk. RN will call Thurs + Fri.`,
    },
    {
      day: -155,
      at: '11:00',
      kind: 'telephone',
      title: 'Follow-up call, loose stools',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Off axi since Tues evening. Stools yesterday 1 soft, today 1 formed. So gone within 48 h w/o any other Rx. C diff neg, PCR neg, calprotectin 28. Dr V: axitinib diarrhea G1, not immune. Restart axi 5 bid tonight, loperamide 2 mg prn ok. Keep diary. Steroids not indicated. Pt pleased w/ "the experiment".

BP off axi 124/76. Palms better too. Wt same. Reminded to ring if loose stools persist > 24 h in spite of stopping axi at any later time: then the infusion comes under suspicion and we scope. Pembro date unchanged. Loperamide max 8 mg/d. Diary emailed to pharmD for the file. Voice: hoarse.`,
    },
    {
      day: -126,
      at: '09:45',
      kind: 'progress',
      title: 'Kidney cancer clinic, pembrolizumab 6',
      format: 'rtf',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Cold all the time, constipated for once, hair in the brush, fell asleep at a concert. Weight plus 2.8 kg. Voice lower still. Works, but tunes one piano a day in place of three.

# Exam
HR 58, skin dry, slow relaxing ankle jerks, mild puffiness of the lids. Thyroid small. No effusion clinically.

# Results
TSH 38.4 (3.9 three weeks ago), FT4 0.4. Cortisol 13.1, so the pituitary side is fine. CT after five: nodules minus 38 percent.

# Assessment and plan
- Hypothyroidism after thyroiditis from pembrolizumab, symptomatic, grade 2. Levothyroxine 75 mcg daily on an empty stomach, TSH in six weeks. Cortisol checked before starting. Not a reason to hold anything.
- Renal cell cancer, partial response, continue both drugs.
- Loose stools quiet on 5 mg twice daily with a loperamide every other day.

# Review of systems
Skin dry, eyebrows thin at the outer third. Chest free. Heart: no pain. Bowel every second day. Joints: stiff hands in the morning for ten minutes, carpal tunnel tingling at night. Mood slow, no despair.

# Medicines
Axitinib 5 mg twice, amlodipine 10 mg, urea cream, loperamide seldom. From tomorrow levothyroxine 75 mcg.

# Reasoning about dose
Weight 70.8 kg and a healthy heart would allow 112 mcg; she is started lower since axitinib changes TSH as well and pulls the need up and down.`,
    },
    {
      day: -99,
      at: '13:10',
      kind: 'progress',
      title: 'Urgent clinic visit, diarrhea (first version)',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      standing: 'superseded',
      text: `# Reason
Seven stools yesterday, on pembrolizumab and axitinib. Written before results, in a hurry, between two rooms.

# Impression, provisional
Possible immune-mediated colitis, grade 2, versus axitinib. If calprotectin is high: prednisone 60 mg tonight and sigmoidoscopy on Thursday. Hold both drugs until then.

# To do
- calprotectin, C. difficile, PCR, CRP, creatinine
- see again at three when results are there, then rewrite this note`,
    },
    {
      day: -99,
      at: '15:30',
      kind: 'progress',
      title: 'Urgent clinic visit, diarrhea',
      format: 'html',
      carriage: 'binary',
      author: 'oncologist',
      replaces: 6,
      text: `# Reason
Seven stools yesterday, 5 to 6 over her usual, six days after the seventh pembrolizumab.

# Story
Began when she took axitinib with grapefruit marmalade every morning at her sister's (she read the leaflet only afterwards). Watery, after meals, none at night, no blood, slight cramps, no fever. Loperamide 4 to 6 mg a day. Palms sore again, BP at home 158/94. She had no antibiotics. Drinks well.

# Examination
T 36.7, HR 78, BP 152/92, no postural drop, abdomen soft and not tender, bowel sounds lively. Palms red with two blisters.

# Results
| Test | Value |
| Calprotectin | 41 |
| C. difficile | negative |
| Enteric panel | negative |
| CRP | 4 |
| Creatinine | 1.3, usual 1.1 |
| Albumin | 4.0 |

# Assessment
Diarrhea grade 2 by count from axitinib, exposure raised by grapefruit: hand-foot reaction and pressure rose in the same week. Colitis from pembrolizumab is possible on paper and is not supported by a calprotectin of 41, no nocturnal stools, no pain. No sigmoidoscopy unless she still has it after 3 to 5 days without the tablet. No steroid.

# Plan
1. STOP axitinib, restart at 3 mg twice daily when stools are back to normal.
2. Oral rehydration, creatinine on Friday.
3. Pembrolizumab continues as planned in two weeks, only if settled.
4. No grapefruit, no Seville orange. Pharmacist called: no other CYP3A4 inhibitor on her list.`,
    },
    {
      day: -95,
      at: '10:10',
      kind: 'telephone',
      title: 'Day 4 call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Axi off 4 d: stools 7 -> 4 -> 2 -> 1 formed this AM. No loperamide since yesterday noon. BP 138/84. Palms peeling, less sore. Cr 1.2. Confirms dechallenge positive for axi, second time. Restart 3 bid in 3 d (Mon) if still 1-2/d. MD + pharmD agree. Sister has been told about the marmalade.

Meds today: axi 0, amlodipine 10, LT4 75, ORS 500. Intake 2.4 L. No fever 36.6. Sister's kitchen cleared of marmalade ("a whole shelf of Seville"). PharmD note: naringin/furanocoumarins inhibit gut CYP3A4 for up to 3 d, so effect may drag. Calprotectin repeat not needed as settled. No steroid was given at any time in this episode.`,
    },
    {
      day: -84,
      at: '09:20',
      kind: 'progress',
      title: 'Kidney cancer clinic, pembrolizumab 8',
      format: 'plain',
      carriage: 'binary',
      author: 'oncologist',
      text: `S: Stools 1/d since restart at 3 bid (8 d). Pembro #8 due, NO gap in pembro throughout -> diarrhea gone while pembro continued. Less cold, hair still thin, two pianos/d. 75 mcg LT4 taken w/ coffee?! -> told water, 30-60 min before.

O: BP 132/80 HR 66 wt 69.4. Ankle jerks brisker. Palms healed.

Labs: TSH 9.7 (38.4), FT4 1.0, Cr 1.1.

A/P: 1) RCC PR. 2) axitinib diarrhea resolved, dose 3 bid stays. Not an irAE, chart so. 3) hypothyroid on LT4, up to 100 mcg, recheck 6 wk. 4) HTN ok.

ROS: GI as above. Skin palms peeling, no rash. Resp no cough. Eyes ok. Neuro: tingling hands at night better w/ LT4. CV no palps. Wt see above.
Meds: pembro, axi 3 bid, LT4 75 -> 100, amlodipine 10, urea. 
CT next wk. Echo last mo EF 62, on TKI. UPCR 0.2. Dental cleaning ok. Ordered: TSH/FT4 6 wk, CMP 3 wk, lipase not needed. Husband brings harpsichord kit to clinic concert.

TFT trend on one line: 2.1 / 1.4 / 0.05 / 3.9 / 38.4 / 9.7. Next dose change only by TSH at 6 wk.`,
    },
    {
      day: -42,
      at: '09:30',
      kind: 'nursing',
      title: 'Infusion visit, pembrolizumab 10',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `#10. LT4 100 on empty stomach now (clock radio trick). Energy 8/10. TSH 3.2, FT4 1.3. Axi 3 bid, BM 1/d, loperamide last used > 5 wks ago. Voice hoarse, sings alto instead. No palms issue. BP 130/78. Denies rash, cough, SOB, joint pain, HA. Wt 68.5. 22G L FA, 30 min, uneventful. CT in 2 wk.

Screen neg: HA, vision, CP, SOB, edema, rash, D, joint. Sleep 7 h. Hair returning. Labs Cr 1.1, ALT 18, gluc 96, UPCR 0.2. LT4 name/brand same bottle. Axi pill count ok. Flu shot today R arm. Port n/a. Wallet card in purse. Reminded TSH w/ every 2nd visit.`,
    },
    {
      day: -21,
      at: '09:40',
      kind: 'progress',
      title: 'Kidney cancer clinic, pembrolizumab 11',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Today
CT: five of seven nodules gone, the other two below 6 mm. She tunes four pianos a day and reports one formed stool.

# Problems
- Hypothyroidism, immune-related, grade 2, stable on levothyroxine 100 mcg (TSH 2.6).
- Axitinib: hoarseness grade 1, pressure on amlodipine, diarrhea on 5 mg twice (two positive dechallenges), none on 3 mg twice.
- No other immune-related event to date.

# Plan
Carry on. Thyroid tests every six weeks now. Dental visit allowed, stop axitinib two days before extractions. Next CT in twelve weeks.

# Medicines
Axitinib 3 mg twice daily, amlodipine 10 mg, levothyroxine 100 mcg on waking with water, urea cream.

# Examination
ECOG 0. BP 128/78. Pulse 68. 68.2 kg. Palms smooth. Thyroid not palpable. Lungs clear. Flank scar without hernia.

# Note for the file
The word colitis appears in a coding suggestion of last spring for this patient. It was rejected then and should stay rejected: calprotectin 28 and 41, no scope needed, two dechallenges.

# Family
The mother's thyroid tablets, the husband's harpsichord and the sister's marmalade were all asked about; only the marmalade was ever relevant to us.`,
    },
  ],
  episodes: [
    {
      term: 'hyperthyroidism',
      grade: 1,
      attribution: 'immunotherapy',
      status: 'historical',
      onsetDay: -169,
      resolvedDay: -148,
      because: 'TSH 0.05, free T4 1.9, "thyrotoxic phase, asymptomatic, G1".',
    },
    {
      term: 'hypothyroidism',
      grade: 2,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -127,
      because: 'TSH 38.4, free T4 0.4, cold and slow, "symptomatic, grade 2", levothyroxine.',
    },
  ],
}
