import { CRP, TSH } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

export const conradBellweather: Story = {
  id: 'conrad-bellweather',
  name: { given: 'Conrad', family: 'Bellweather' },
  gender: 'male',
  born: '1960-07-21',
  shows:
    'Lung opacities in and outside the radiation field on durvalumab: radiation or checkpoint inhibitor pneumonitis is left open, grade 3 for oxygen.',
  diagnosis: 'Squamous cell lung cancer, stage IIIA, after concurrent chemoradiation',
  treatments: [
    {
      agents: ['carboplatin', 'paclitaxel'],
      charted: 'text',
      text: 'carboplatin AUC 2 (230 mg) IV + paclitaxel 45 mg/m2 (85 mg) IV',
      days: [-236, -229, -222, -215, -208, -201],
    },
    {
      agents: ['durvalumab'],
      charted: 'contained',
      text: 'durvalumab 1500 mg IV q4w',
      days: [-165, -137, -109],
    },
  ],
  problems: [
    { text: 'COPD, GOLD 2', icd10: 'J44.9' },
    { text: 'Pneumonitis, radiation versus immune checkpoint inhibitor', day: -92 },
    { text: 'Steroid-induced hyperglycaemia', day: -80, status: 'resolved' },
  ],
  drugs: [
    { text: 'umeclidinium-vilanterol 62.5-25 mcg inhaled daily', from: -1500 },
    { text: 'albuterol HFA 2 puffs q4h prn', from: -1500 },
    { text: 'methylprednisolone 80 mg IV q12h', from: -91, until: -88, reason: 'pneumonitis' },
    { text: 'prednisone 80 mg PO daily, taper over 8 weeks', from: -88, until: -30, reason: 'pneumonitis' },
    { text: 'atovaquone 1500 mg PO daily (sulfa allergy)', from: -88, until: -36, reason: 'PJP prophylaxis' },
    { text: 'piperacillin-tazobactam 4.5 g IV q6h', from: -92, until: -89 },
  ],
  laboratory: [
    {
      ...CRP,
      values: [
        [-166, 9],
        [-110, 14],
        [-92, 126],
        [-88, 41],
        [-60, 7],
        [-25, 6],
      ],
    },
    {
      ...TSH,
      values: [
        [-166, 1.2],
        [-110, 1.4],
        [-25, 1.5],
      ],
    },
  ],
  notes: [
    {
      day: -190,
      at: '15:00',
      kind: 'progress',
      title: 'Radiation oncology, completion note',
      format: 'plain',
      carriage: 'inline',
      author: 'specialist',
      text: `COMPLETION OF THERAPY. 60 Gy / 30 fx VMAT to L hilum, LLL primary, stations 5, 7, 10L. Weekly carbo/taxol x6, none omitted. V20 34% (accepted, tumor board aware), MLD 19.1 Gy, V5 61%. COPD w/ FEV1 64% pre.

Acute tox: esophagitis G2 from wk 4 (lidocaine, tramadol), fatigue G1, cough G1. Skin erythema post L chest, no break.

He is at higher than usual risk for radiation pneumonitis given V20, lower lobe, and COPD: window 4 wk to 6 mo. This was explained; so was that the antibody he may get afterwards (durvalumab) can do the same thing. Return 1 mo.

Allergy: sulfa (hives). Still 4 cig/day, has patches.

Meds at end: umeclidinium-vilanterol, albuterol prn, tramadol 50 prn, lidocaine swish, omeprazole 20, patches 21 mg. Wt 77.4 (start 81). Swallow: liquids + eggs. KPS 80. Labs last wk: WBC 3.1, ANC 2.0, plt 141, Hgb 11.2. No fever. Skin care sheet given. Cone beam logs reviewed, no replans. Total elapsed 42 d.

Follow-up instructions: dry cough, fever or new breathlessness at any time in the coming half year = phone first, chest image second, antibiotics not by reflex. Dietitian 2 wk. Durvalumab decision belongs to Dr Vasterling after CT at 4-5 wk.`,
    },
    {
      day: -165,
      at: '09:45',
      kind: 'progress',
      title: 'Thoracic oncology, consolidation start',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# HPI
66-year-old retired lock keeper, squamous cancer of the left lower lobe, IIIA (N2). Five weeks after chemoradiation. CT: partial response, no new lesion. PD-L1 15 percent. He swallows everything again except toast.

# Respiratory baseline
Morning cough with a spoon of white phlegm, stops once on two flights, albuterol twice a week. SpO2 95% at rest, 92% after six minutes. FEV1 62%, DLCO 54%.

# Exam
ECOG 1. 79 kg. Prolonged expiration, no crackles. Back: tanned square on the left.

# Plan
1. Durvalumab 1500 mg every four weeks for up to a year.
2. Baseline walk test and DLCO on file because we may need them.
3. Oximeter prescribed; call at 90% or below or when he needs albuterol daily.
4. Tobacco: patches 21 mg, set a date.
5. Thyroid, liver, glucose each dose. TSH 1.2, ALT 24, CRP 9.

# Medicines
Umeclidinium-vilanterol, albuterol when needed, omeprazole 20 mg, nicotine patch. Sulfa allergy (hives at 30).

# Social
Lives by the old lock with his wife. Two sons on barges.`,
    },
    {
      day: -109,
      at: '09:30',
      kind: 'nursing',
      title: 'Infusion visit, durvalumab 3',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Durva #3 1500. Pt "chesty" since weekend but says every November is like that. Cough baseline +, phlegm white. Alb 1/d this wk (was 2/wk). No fever. SOB on 2 flights same as before he says, wife shakes her head behind him. SpO2 94 rest, 91 after walking hall 3 min. RR 18. Wt 78.6. Told MD -> saw pt briefly, chest no crackles, ok to treat, CT moved up by 2 wk.

CRP 14, TSH 1.4, ALT 22. Infused 60 min, no reaction. Wife given direct number. Cigs 2-3/d.

Infusion screen: rash no, D no, HA no, edema no, joint no. Meds same. Tramadol stopped. Eats toast again! Mood fine. Home oximeter arrived but still in its box, showed both how to use (warm finger, wait 30 s, write it down w/ pulse). Advised to bring log. CT appt confirmed for 2 wk. MD will phone if CRP up.`,
    },
    {
      day: -92,
      at: '18:50',
      kind: 'emergency',
      title: 'ED physician note',
      format: 'rtf',
      carriage: 'inline',
      author: 'emergency-physician',
      text: `# Chief complaint
Short of breath, sats 84 at home.

# HPI
66 M, stage III lung ca s/p chemoXRT (ended 14 wk ago), on durvalumab, last dose 17 d ago. One week of dry cough different from his usual, 3 days cannot walk to the bathroom without stopping, wife has to help him dress. Low grade fevers 37.8-38.2. No sputum change, no hemoptysis, no leg swelling, no chest pain. No sick contacts. Albuterol q2h no benefit. Home oximeter 84-86.

# PMH
COPD, sulfa allergy. Never on home O2.

# Exam
T 38.0, HR 114, BP 128/74, RR 28, SpO2 85% RA -> 93% on 4 L NC. Speaks in short phrases. Crackles left base to mid zone and also right base. No wheeze. JVP flat, no edema.

# Data
WBC 11.8 (N 82%), lactate 1.4, CRP 126, procalcitonin 0.14, BNP 61, hs-trop 9. ABG on 4 L: 7.45/34/66. Flu/COVID/RSV neg. CXR: L basal consolidation, hazy R base. CTPA: no PE, see report.

# MDM
PNA vs radiation pneumonitis vs ICI pneumonitis. Not a COPD flare by exam. Pip-tazo given + cultures; spoke w/ onc on call, methylpred 1 mg/kg IV q12 started after cultures. Admit medicine step-down.

# Impression
Acute hypoxic respiratory failure, pneumonitis suspected.

# Medications
Umeclidinium-vilanterol daily, albuterol every two hours today, nicotine patch, omeprazole. No amiodarone, no nitrofurantoin, no methotrexate. Never on home steroids.

# Family and social
Retired lock keeper, wife at bedside. Two to three cigarettes a day until last week. Asbestos gaskets in the seventies. Budgerigar died in spring, no other bird.

# Reassessment 20:40
HR 102, RR 24, SpO2 94% on 4 L, talks longer. Lungs as before. Onc on call: treat as high grade pneumonitis, bronchoscopy in the morning if stable, keep antibiotics until cultures are 72 h old. Goals of care: full treatment, intubation for a trial if it comes to that, says so himself with wife as witness.`,
    },
    {
      day: -92,
      at: '19:40',
      kind: 'imaging',
      title: 'CT pulmonary angiogram',
      format: 'pdf',
      carriage: 'binary',
      author: 'radiologist',
      alsoDocument: true,
      text: `# Clinical information
Hypoxia. Lung cancer after chemoradiation, on durvalumab. PE? Pneumonitis?

# Technique
CT angiography after 70 mL contrast, 1 mm sections. Comparison: restaging CT four weeks before the first durvalumab; planning isodoses loaded.

# Findings
No filling defect to subsegmental level. Dense consolidation with air bronchograms and volume loss in the left lower lobe and lingula; on its medial and superior side it stops at the 20 Gy line with a straight edge. In addition there is patchy ground-glass opacity and fine reticulation in the RIGHT lower lobe and right middle lobe, subpleural and peribronchovascular, 5 to 7 cm away from the 5 Gy line, and a few centrilobular areas at the left apex. Emphysema. Treated mass 2.2 cm, before 3.0 cm. No effusion. Nodes small.

# Impression
1. No pulmonary embolism.
2. Two patterns. The left-sided change is confined to the field: radiation pneumonitis. The right-sided ground glass lies outside the field: drug-related pneumonitis is possible, atypical infection or radiation-associated organizing pneumonia beyond the field cannot be told apart from it on CT.
3. Tumor smaller.

Phoned to the emergency physician at 19:55.

Reconstructions in lung kernel with the isodose overlay were stored for conference. Heart size normal, right ventricle to left ventricle ratio 0.8, coronary calcium. Upper abdomen: adrenals slim, liver without lesion, small hiatal hernia. Bones: radiation change T6 to T8 left costovertebral, no fracture. The extent outside of the field is estimated at 15 percent of the right lung, inside the field at 45 percent of the left.`,
    },
    {
      day: -90,
      at: '11:20',
      kind: 'consult',
      title: 'Pulmonary consult',
      format: 'plain',
      carriage: 'inline',
      author: 'specialist',
      text: `PULM CONSULT. Asked: is this RT or durvalumab? Can he have it again?

HD 3. On 4 -> 3 L NC, methylpred 80 q12 (2 mg/kg/d) since admit. Feels 50% better. Tmax 37.3.

Bronch yesterday on HFNC for the procedure (weaned back same evening): airways inflamed L, no pus. BAL from RML (outside field): 420 cells, lymph 38%, neut 22%, eos 2%, macrophages 38%. Gram stain neg, bact cx neg at 24 h, PJP PCR neg, galactomannan 0.2, viral panel neg, AFB smear neg. No TBBx (hypoxia).

IMPRESSION
- G3 pneumonitis (needs O2, was dependent for dressing).
- L lung: in field, timing 3+ mo post RT, V20 34% -> radiation, hardly disputable.
- R lung: out of field, lymphocytic BAL, 11 wk after 1st durva. Either ICI pneumonitis, or RT-triggered OP / recall by ICI. I cannot separate these and neither can anyone else with certainty. Would code as "pneumonitis, RT and/or ICI, uncertain".
- Infection unlikely. PCT low, BAL clean. Stop pip-tazo at 72 h if cx neg.

REC: pred 1 mg/kg when < 2 L, taper 8 wk not faster, atovaquone (sulfa hives), PPI, vit D. DLCO at 6 wk. Durva: hold; rechallenge is a tumor board matter.

# meds in hospital
methylpred 80 q12, pip-tazo d3, umec-vil, alb nebs prn, enox 40, panto 40, SSI (gluc 180-241).

# Exam today
RR 20, 95% 3 L, crackles L to mid, R base few. No clubbing. No rash, no synovitis, no myositis signs (prox 5/5, CK 61), so no overlap syndrome. Echo EF 60, no RV strain.

Talked 20 min w/ pt and wife about "which of the two treatments did it". Answer: may be both, and we may never know.`,
    },
    {
      day: -86,
      at: '12:30',
      kind: 'discharge',
      title: 'Discharge summary',
      format: 'ccda',
      carriage: 'inline',
      author: 'hospitalist',
      text: `# Reason for admission
Acute hypoxic respiratory failure, six hospital days.

# Assessment
Pneumonitis, CTCAE grade 3. Cause not settled: radiation pneumonitis on the left; on the right immune checkpoint inhibitor pneumonitis from durvalumab versus organizing pneumonia after radiation. COPD without exacerbation. Steroid hyperglycemia to 241, managed with correction insulin, none at home.

# Hospital course
Mr Bellweather needed four liters of oxygen on arrival and none at rest on day six. CT showed opacities inside and outside the radiation field. Bronchoscopy did not show infection and piperacillin-tazobactam was stopped after three days. Methylprednisolone 2 mg/kg/day for four days, then prednisone 80 mg. He walks 120 meters with a saturation of 90 on room air, so that portable oxygen 2 L was arranged for exertion only.

# Medications
- prednisone 80 mg for one week, then minus 10 mg each week
- atovaquone 1500 mg daily with food, because sulfa gives him hives
- pantoprazole 40 mg, calcium with vitamin D
- umeclidinium-vilanterol daily, albuterol as needed
- nicotine patch 21 mg; he has not smoked for six days

# Plan
Durvalumab on hold. Thoracic clinic in one week, pulmonary in three with DLCO. Return for resting saturation of 88 or lower, fever, or glucose above 300.`,
    },
    {
      day: -79,
      at: '14:35',
      kind: 'telephone',
      title: 'Steroid follow-up call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `1 wk after d/c. Spoke to wife first then pt. Sat 94-95 rest RA, 90-91 after stairs w/ O2 2 L. Cough 70% less. Pred 70 as of today. Glucose fasting 118, evening 204. Sleeps 3-4 h, cleaned the boat shed at 2 am. No thrush, no fever, no leg swelling, BM nl. Takes atovaquone w/ yogurt (told: needs fat, ok). No cigs 13 d!!

Reinforced: do not skip pred, no faster taper on own. Call if sat drop 3 pts. Next: clinic Thurs.

Wife reads log: rest 94, 95, 94, 95, 95; stairs 90, 91, 90, 91, 91, pulse 96-108. BP 144/82. Wt 79.8. Reviewed pred bottle: 10 mg tabs x7, with breakfast. Panto yes. Ca/D forgot, will start. Inhaler technique fine by her description. O2 vendor brought backpack unit. Denies mood change, "just energetic".`,
    },
    {
      day: -60,
      at: '10:15',
      kind: 'progress',
      title: 'Thoracic oncology follow-up',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Prednisone 40 mg, week five. No oxygen since twelve days. Two flights with one stop, as before all this. Cough once in the morning. Cushingoid, thighs weak. CRP 7.

# Data
SpO2 95%, walk 92%. DLCO 41% (54% before). CT last week: right-sided ground glass gone; left lower lobe contracting into scar along the field. Mass 2.0 cm.

# Tumor board
Discussed with radiology, pulmonary and radiation oncology. Views differed: radiology favors two processes, pulmonary one process (radiation with spread beyond the field), I lean to durvalumab for the right lung. No test will settle it. Recorded as pneumonitis of uncertain cause, grade 3.

# Plan
- complete the taper, not below 10 mg before week eight
- durvalumab: not resumed now. A grade 3 event would end it if it is the drug; if radiation, we could go on. With three doses and a response we choose safety: permanently stopped unless relapse leaves no choice
- walking program, quadriceps; DXA
- CT every three months

# Medicines
Prednisone 40 mg, atovaquone 1500 mg, pantoprazole 40 mg, calcium with vitamin D, umeclidinium-vilanterol, albuterol less than daily. Correction insulin never needed at home.

# Other systems
Bowel normal, skin thin with bruises on the forearms, no joint pain, TSH not due. Sleep four hours. Eyes: no halos. Mood: his wife says he has repainted the kitchen twice.

# Function
Six-minute walk 390 m, before treatment 440 m. Dresses and showers alone since the third week at home.`,
    },
    {
      day: -47,
      at: '16:10',
      kind: 'consult',
      title: 'Pulmonary clinic, dictated',
      format: 'plain',
      carriage: 'inline',
      author: 'specialist',
      text: `DICTATED WITH SPEECH RECOGNITION, NOT READ

Mister Bell weather comes six weeks after discharge for what we call pneumo night is of mixed cause. He is on pred nice own thirty milligram, going down ten a week. No oxygen. He climbs two flights with one stop. Cough in the morning, a spoon of flem. No fever. He has not smoked, comma, his wife confirms.

Saturation ninety five, after walking ninety one to ninety two. Left base bronchial breath sounds, right clear. FEV one sixty percent, dee el see oh forty four percent, before treatment fifty four, at five weeks forty one.

Impression. Recovering new moan itis, left radiation, right radiation or durable lamb, stays undecided, grade three at its worst, now grade one. No relapse on taper so far. Steroid muscles.

Plan. Continue taper, do not stop early. A tova quone until under twenty. Pulmonary rehab twice a week. I would not give durable lamb again but I will not fight about it. Bone density. See in three months with function tests. If the sats fall by three or more during taper, CT before steroids are raised.`,
    },
    {
      day: -25,
      at: '09:50',
      kind: 'progress',
      title: 'Thoracic oncology follow-up',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# S
Off pred 5 d. Breath at baseline, 2 flights slow. Cough am. No fever. Sleeps again. Not smoking 10 wk. Asks if he lost his chance by stopping immunotherapy.

# O
SpO2 95/92. Wt 83.1 (+4). L base bronchial BS, R clear. Glucose 101. CRP 6, TSH 1.5. AM cortisol 8.9.

# A/P
1. NSCLC IIIA, no progression, surveillance CT 3 mo. No durva.
2. Pneumonitis RT vs ICI (undetermined), was G3, resolved; residual RT fibrosis LLL. DLCO pending, repeat in 8 wk.
3. COPD stable, inhaler technique fine. RSV + pneumococcal vaccine now that off steroid.
4. Atovaquone stopped. Cortisol borderline low after 8 wk steroid: repeat 4 wk, sick day advice given, call if dizzy.
5. explained that 3 doses are not nothing, and that being able to breathe counts.

ROS: HEENT neg, CV neg, GI neg, GU nocturia x2, Skin bruises fading, Neuro neg, MSK thighs weak but climbing, Endo see cortisol. Meds: umec-vil, alb prn, Ca/D. No O2 (vendor picked up). 6MWT 415 m. CT 3 d ago: LLL fibrosis in field w/ traction, no GGO either lung, mass 1.9 cm scar-like, no new nodules.`,
    },
  ],
  episodes: [
    {
      term: 'pneumonitis',
      grade: 3,
      attribution: 'uncertain',
      status: 'historical',
      onsetDay: -99,
      resolvedDay: -25,
      because:
        'Opacities inside and outside the field, 4 L oxygen, help with dressing, "pneumonitis of uncertain cause, grade 3".',
    },
  ],
}
