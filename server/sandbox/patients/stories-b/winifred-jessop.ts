import { CRP, POTASSIUM, TSH } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

export const winifredJessop: Story = {
  id: 'winifred-jessop',
  name: { given: 'Winifred', family: 'Jessop' },
  gender: 'female',
  born: '1954-12-02',
  shows:
    'Hard negative now: severe colitis on adjuvant ipilimumab years ago is told again and again while nivolumab for the relapse does nothing to the bowel.',
  diagnosis: 'Melanoma of the right heel, stage IIIC years ago, now in-transit and groin relapse',
  treatments: [
    {
      agents: ['ipilimumab'],
      charted: 'hcpcs',
      text: 'ipilimumab 10 mg/kg (660 mg) IV',
      days: [-3180, -3159, -3138],
    },
    {
      agents: ['nivolumab'],
      charted: 'ndc',
      text: 'nivolumab 480 mg IV q4w',
      days: [-174, -146, -118, -90, -62, -34],
    },
  ],
  problems: [
    { text: 'Immune-mediated colitis (ipilimumab), resolved', day: -3125, status: 'resolved' },
    { text: 'Irritable bowel syndrome', icd10: 'K58.9' },
    { text: 'Osteoporosis', icd10: 'M81.0' },
  ],
  drugs: [
    { text: 'alendronate 70 mg PO weekly', from: -1400 },
    { text: 'psyllium husk 1 sachet daily', from: -2000 },
    { text: 'prednisone 80 mg PO daily, long taper', from: -3122, until: -3010, reason: 'colitis' },
    { text: 'infliximab 5 mg/kg IV, two doses', from: -3115, until: -3100, reason: 'steroid refractory colitis' },
  ],
  laboratory: [
    {
      ...CRP,
      values: [
        [-3116, 164],
        [-3060, 5],
        [-175, 3],
        [-91, 2],
        [-58, 9],
        [-35, 3],
      ],
    },
    {
      ...TSH,
      values: [
        [-175, 2.4],
        [-91, 2.2],
        [-35, 2.6],
      ],
    },
    {
      ...POTASSIUM,
      values: [
        [-3116, 2.8],
        [-175, 4.2],
        [-58, 4.0],
      ],
    },
  ],
  notes: [
    {
      day: -3096,
      at: '12:10',
      kind: 'discharge',
      title: 'Discharge summary (archive)',
      format: 'plain',
      carriage: 'inline',
      charset: 'windows-1252',
      author: 'hospitalist',
      text: `DISCHARGE SUMMARY – scanned index, retyped

Dx: immune mediated colitis, grade 3, from adjuvant ipilimumab 10 mg/kg (3 doses for stage IIIC melanoma R heel).

Course: 11 stools/d with blood, K 2.8, CRP 164, admitted HD 1 on methylpred 2 mg/kg. Colonoscopy: pancolitis with ulcers to hepatic flexure. CMV neg. No response day 5, infliximab 5 mg/kg x2 two weeks apart, brisk response. No perforation, no surgery. TPN 6 d.

D/c stools 2/d. Pred 60 taper over 3 months. PJP ppx. Ipilimumab permanently stopped. Wt 58 kg (66 before). Follow up GI 3 wk, oncology 2 wk.

Patient and sister taught about steroid, infection, bone. DXA ordered. Prepared by M. Threlfall, who was then a resident and apologises for the abbreviations.

Meds at d/c: prednisone 60, pantoprazole, TMP/SMX, Ca/vit D, loperamide NOT to be used. Diet: low residue, protein drinks. Labs last day: K 4.0, alb 2.9, Hgb 10.2, CRP 11. Pending: QuantiFERON was neg before infliximab. Wound heel healed. Activity: walks the hall with a frame.

Copies: GI, oncology, family practice. Code status full. Condition on leaving: weak, eating, in good spirits given the circumstances, accompanied by her sister.`,
    },
    {
      day: -174,
      at: '10:20',
      kind: 'history-and-physical',
      title: 'Melanoma clinic, relapse and new treatment',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Reason for visit
Relapse after more than eight years: four in-transit nodules of the right calf and a 2.4 cm groin node; start of nivolumab.

# Oncologic history
Acral melanoma of the right heel, 3.4 mm, ulcerated, two positive nodes, excised and dissected. Adjuvant ipilimumab 10 mg/kg, three doses. She had severe colitis after the third: eleven bloody stools, two weeks in hospital, steroids that failed, infliximab twice, feeding by vein for six days. It healed completely; colonoscopy a year later was normal with a few post-inflammatory polyps, another one three years ago was normal. She has been in follow-up without therapy since then.

# Bowel now
Irritable bowel since her thirties: alternating, two soft stools on a usual day, four on a bad day before a bridge tournament, bloating, never at night, never blood. Psyllium. Calprotectin today 19.

# Other history
Osteoporosis after the long steroid course, alendronate weekly. Cataract surgery both eyes at 63, also blamed on steroid. No autoimmune disease. Sister with rheumatoid arthritis.

# Exam
ECOG 0, 64.8 kg, BP 126/74. Calf: four blue papules, largest 9 mm, along the shin scar. Groin node 2.4 cm, mobile. Lymphedema grade 1 of the leg. Abdomen soft, no scar. Skin otherwise clear.

# Results
BRAF and NRAS wild type, KIT wild type. PET without visceral disease. TSH 2.4, cortisol 11.8, ALT 18, K 4.2, CRP 3.

# Discussion
Nivolumab alone and not with ipilimumab, because of the earlier colitis. After CTLA-4 colitis the risk of bowel inflammation on PD-1 alone is perhaps one in four or five and mostly milder; onset can be early. She knows what colitis feels like and will not wait. Gastroenterology (Dr Abernathy) was asked by telephone: no prophylactic steroid or budesonide, calprotectin every four weeks for the first half year, flexible sigmoidoscopy at the first doubt, vedolizumab in reserve.

# Plan
- nivolumab 480 mg every four weeks, first today
- count of stools from today as baseline: 2, on bad days 4
- calprotectin, CRP with each infusion
- PET in twelve weeks
- allergies: penicillin as a child, never tested`,
    },
    {
      day: -146,
      at: '09:15',
      kind: 'nursing',
      title: 'Infusion visit, nivolumab 2',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Nivo #2. Hx: G3 ipi colitis 2018ish w/ infliximab -- see alert banner. TODAY bowel diary: 2,2,1,2,3,2,2 / wk, soft, no blood, no noct. No cramps. Calpro last 19, today sent. Denies rash, cough, SOB, HA. In-transit lesions paler, one itchy. Leg stocking on. VS 36.5/70/124/72/98. Wt 65.0.

Psyllium + alendronate, no NSAID, no abx. PIV L hand. 30 min. No rxn. Anxious: "every rumble I think here we go". Gave direct line again, reviewed: 3 more than usual = call. Bridge tourney next wk. Labs CBC/CMP ok to treat. CRP nl. Left 11:20 w/ sister.

Weight stable, appetite good. Sleep ok. Mood: worried, PHQ2 1. Lymph leg 39 cm calf (L 36), same. Vaccines: zoster recombinant 1/2 done. Asked what is budesonide, friend takes it: explained not needed now. Temp chart none. Next calpro kit handed out w/ label. MD aware of anxiety, GI preventive visit booked.`,
    },
    {
      day: -118,
      at: '11:05',
      kind: 'consult',
      title: 'Gastroenterology, preventive visit',
      format: 'ccda',
      carriage: 'inline',
      author: 'specialist',
      text: `# Reason for consult
Follow closely: nivolumab after ipilimumab colitis.

# History of present illness
Third infusion today. Stools 2 daily, formed or soft. Historical immune-mediated colitis of grade 3 eight and a half years ago, infliximab twice, mucosa healed on two later colonoscopies. Currently no diarrhea, blood, mucus, urgency or weight loss. Calprotectin 19, then 24.

# Physical findings
Well nourished, abdomen soft and not tender, bowel sounds usual. No perianal disease.

# Assessment
No active colitis. Irritable bowel syndrome by Rome criteria, older than any immunotherapy. The earlier event must be carried as history only; please do not enter it as a current toxicity.

# Plan
- calprotectin with each infusion until month six, then with symptoms
- threshold for scope: calprotectin over 150, blood, night stools, or 4 over usual for two days
- keep psyllium; peppermint oil is fine
- hepatitis B and tuberculosis screen done in advance so that a biologic would not be delayed: both negative
- return if needed

# Medicines
Psyllium, alendronate weekly, vitamin D. No antibiotic, no NSAID, no proton pump inhibitor.

# Endoscopic history
Year 1 after the event: normal mucosa, inflammatory polyps of the sigmoid, biopsies quiet. Year 6: normal, one hyperplastic polyp of the rectum.

# Discussion
Twenty minutes on what she fears. She prefers numbers, so we agreed upon three: the stool count, the calprotectin, and my telephone extension.`,
    },
    {
      day: -90,
      at: '09:50',
      kind: 'progress',
      title: 'Melanoma clinic, nivolumab 4',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# HPI
[Copied forward from visit of 12 wk ago: "She had severe colitis after the third: eleven bloody stools, two weeks in hospital, steroids that failed, infliximab twice, feeding by vein for six days."] - that was ipilimumab, history.

NOW: 2 BM/d, no blood. PET yesterday: calf lesions metabolically silent, groin node 1.1 cm SUV 2.1 from 9.8. Feels well, won the pairs.

# ROS
Gen neg / Eyes neg / ENT neg / CV neg / Resp neg / GI: see HPI, baseline IBS / GU neg / MSK: hand stiffness 5 min AM, old / Skin neg / Neuro neg / Endo neg.

# Exam
ECOG 0. 65.4 kg. BP 128/76. Abd soft, nontender. Calf: flat gray macules. Node barely felt. Skin: no vitiligo. Lungs clear. R leg lymphedema unchanged 2 cm > L.

# Labs
Calpro 22, CRP 2, TSH 2.2, ALT 17, Cr 0.7, glucose 94, cortisol 12.6.

# A/P
1. Melanoma relapse, metabolic CR/near CR. nivo #4 480.
2. Hx ipi colitis G3: no recurrence on PD-1 at 12 wk. Continue calpro.
3. IBS stable.
4. Osteoporosis: DXA T -2.4 stable, alendronate yr 4, ask PCP about holiday.
5. RTC 4 wk.`,
    },
    {
      day: -59,
      at: '08:20',
      kind: 'telephone',
      title: 'Triage call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Calls 08:20, crying. Since midnight vomited x3, 5 loose stools, cramps, T 37.9. Last nivo (#5) 3 d ago. "It is the colitis again." Sister + 6 of 8 bridge guests ill since same night, all ate the oyster stew. No blood. Voids ok. Drinks tea.

Told: same-night outbreak = food/norovirus more likely, but w/ her hx we do not guess. Stool PCR + C diff + calpro today (sister's son drives), CMP tomorrow, call 16:00. ED if blood, > 8, dizzy. Do not start leftover prednisone at home (she asked, has old tabs -> discard). MD Vasterling + GI informed.

Hx noted for covering staff: the severe colitis in the chart is from ipilimumab > 8 yrs ago. Meds: alendronate (skip this wk while vomiting), psyllium (stop till better). Wt home 64.3. HR 88 by her watch. Temp 37.9 oral. Urine pale. Sips ORS 50 mL q10 min w/o vomiting x1 h before call ended. Called 16:00: vomited 0 since 11, stools 7 total, no blood, T 37.6.

Callback number confirmed. GI fellow agrees: no budesonide, no steroid, wait for PCR. Told sister to keep own distance + bleach.`,
    },
    {
      day: -58,
      at: '15:40',
      kind: 'progress',
      title: 'Urgent visit',
      format: 'html',
      carriage: 'binary',
      author: 'oncologist',
      text: `# Interval
Day two. Vomiting ended last evening. Stools yesterday 7, today 3 so far, watery, no blood, none during the night. Temperature normal. Eats toast. The whole bridge table was ill.

# Examination
BP 118/70 without postural drop, HR 82, mucosae moist, abdomen soft with gurgling, tender nowhere.

# Results
| Test | Value | Comment |
| Norovirus GII PCR | positive | |
| C. difficile | negative | |
| Calprotectin | 88 | modest, as in any gastroenteritis |
| CRP | 9 | |
| K | 4.0 | |

# Assessment and plan
Norovirus gastroenteritis, going away. Not immune-mediated colitis: point-source outbreak, positive PCR, better on day two without treatment. Her historical ipilimumab colitis does not change that, only our vigilance. Fluids, no loperamide, no steroid, stool count to us by phone tomorrow and on Friday. Calprotectin repeated with the next infusion; sigmoidoscopy only if she is not back to two a day in a week. Nivolumab on schedule.

# Medicines
Oral rehydration, psyllium paused, alendronate paused this week. No antibiotic, no loperamide, no steroid in the house since the old tablets went to the pharmacy bin.`,
    },
    {
      day: -55,
      at: '10:00',
      kind: 'telephone',
      title: 'Follow-up call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `D4: 2 BM yesterday, 1 so far, soft. Eats all. Wt 64.1 home scale. Fully back to usual. Sister fine as well. Sigmoidoscopy not needed. Says she slept for the first time since Sunday. Next nivo on schedule. Bowel diary continues, she bought a nicer notebook. Reminded: hand wash w/ soap, bleach toilet x48 h more.

Calpro kit for next infusion in the post. Potassium ok, no IV needed. Meds: psyllium back from tomorrow, alendronate Sunday upright w/ water. Sister better too. Told kitchen hygiene. No fever x48 h. Asked one more time: blood? none. Mucus? none. Nights? slept through. So closed.`,
    },
    {
      day: -34,
      at: '10:10',
      kind: 'progress',
      title: 'Melanoma clinic, nivolumab 6',
      format: 'rtf',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval history
Back to two soft stools since three weeks. Calprotectin 21 (88 in the norovirus week). No skin, lung, joint or endocrine complaint. Walks the dike every morning. Sister was diagnosed with shingles; vaccine discussed, recombinant type is allowed.

# Examination
ECOG 0, 65.2 kg, BP 124/72. Calf macules grey and flat. Groin without node. Abdomen soft. Thyroid normal. Skin without pallid patches.

# Results
TSH 2.6, CRP 3, ALT 16, creatinine 0.7, cortisol 10.9, hemoglobin 13.2.

# Assessment and plan
- Melanoma relapse: clinical complete response. Nivolumab 6 given. Total of one year planned.
- Ipilimumab colitis eight and a half years ago, resolved, no recurrence under nivolumab in five months.
- No immune-related adverse event under the current drug.
- Norovirus resolved.
- Dentist before any change of alendronate. Next visit four weeks.

# Review of systems
Bowel two per day, no urgency. Chest free. Skin free of new marks. Joints: thumbs. Energy good. Sleep fair. Vision good with glasses. Weight steady.

# Medicines
Psyllium, alendronate on Sundays, vitamin D. Recombinant zoster vaccine second dose given last month.

# Copy of the alert banner
"Ipilimumab colitis with infliximab, years ago. Any diarrhea: same-day call, C. difficile, PCR, calprotectin, gastroenterology. Not a current problem."`,
    },
    {
      day: -12,
      at: '14:25',
      kind: 'message',
      title: 'Portal message',
      format: 'plain',
      carriage: 'inline',
      author: 'coordinator',
      text: `From W. Jessop: "Four soft ones today and I have the semi-final tomorrow, so it is nerves as always before cards. No blood, no night. Writing only because I promised. Shall I still come on the 9th?"

Answer: Thank you for keeping the promise. Four before a tournament is on your own list of usual. Tell us on Monday how it went; if it is still four, or if there is blood, mucus, pain or a night stool, call the same day. Yes, the 9th stands. Good cards. P. Halvorsen, read by RN Oyelaran who agrees, IBS pattern, calpro 21 last time.`,
    },
  ],
  episodes: [
    {
      term: 'colitis',
      grade: 3,
      attribution: 'immunotherapy',
      status: 'historical',
      onsetDay: -3125,
      resolvedDay: -3010,
      because: 'Archive discharge summary: grade 3 colitis on ipilimumab years ago; nothing under nivolumab.',
    },
  ],
}
