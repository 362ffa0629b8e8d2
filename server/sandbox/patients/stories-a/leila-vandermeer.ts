import { CRP } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `LUNG HISTORY (copied forward): adenocarcinoma of the right upper lobe, cT3 N2, PD-L1 30 percent, no driver. Concurrent chemoradiation, 60 Gy in 30 fractions to the right upper lobe, hilum and mediastinum, V20 29 percent, cisplatin and etoposide twice. Esophagitis during treatment, healed. Durvalumab for up to a year after. Asthma as a child, never smoker, passive smoke at home.`

export const leilaVandermeer: Story = {
  id: 'leila-vandermeer',
  name: { given: 'Leila', family: 'Vandermeer' },
  gender: 'female',
  born: '1963-09-25',
  shows: 'Hard negative: radiation pneumonitis along the field edge in a woman on consolidation durvalumab.',
  diagnosis: 'Non-small cell lung cancer, stage IIIB, after concurrent chemoradiation',
  treatments: [
    {
      agents: ['cisplatin', 'etoposide'],
      charted: 'text',
      text: 'cisplatin 50 mg/m2 IV + etoposide 50 mg/m2 IV',
      days: [-250, -243, -222, -215],
    },
    {
      agents: ['durvalumab'],
      charted: 'rxnorm',
      text: 'durvalumab 10 mg/kg (620 mg) IV q2w',
      days: [-190, -176, -162, -148, -106, -92, -78, -64, -50, -36, -22, -8],
    },
  ],
  problems: [
    { text: 'Radiation pneumonitis, right upper lobe', icd10: 'J70.0', day: -140, status: 'resolved' },
    { text: 'Radiation oesophagitis', day: -205, status: 'resolved' },
    { text: 'Asthma in childhood' },
  ],
  drugs: [
    { text: 'prednisone 40 mg PO daily, taper over 5 weeks', from: -136, until: -100, reason: 'radiation pneumonitis' },
    { text: 'albuterol HFA prn', from: -140 },
    { text: 'lidocaine-antacid mouthwash prn', from: -215, until: -185, reason: 'oesophagitis' },
  ],
  laboratory: [
    {
      ...CRP,
      values: [
        [-191, 12],
        [-149, 9],
        [-137, 24],
        [-106, 4],
        [-36, 3],
      ],
    },
  ],
  notes: [
    {
      day: -205,
      at: '14:00',
      kind: 'progress',
      title: 'Radiation oncology, end of treatment',
      format: 'html',
      carriage: 'inline',
      author: 'specialist',
      text: `# Course
60 Gy in 30 fractions to the right upper lobe mass, hilum and ipsilateral mediastinum, with two cycles of cisplatin and etoposide. V20 of both lungs 29 percent, mean lung dose 17.4 Gy. No break.

# Toxicity
Esophagitis: pain on swallowing solids since fraction 18, lost 3 kg, liquid food, mouthwash with lidocaine. Skin of the back slightly red. Cough dry, mild. Nausea with cisplatin, controlled.

# Assessment
Completed as planned. Acute esophagitis from radiation, improving is expected in two to four weeks.

# Plan
CT in three weeks; if no progression, Dr Vasterling starts durvalumab. I told her about radiation pneumonitis, which typically shows one to six months from now with cough and fever.

# Examination
Weight 60.9 kg. Temperature 36.8. Saturation 97%. Back with faint erythema in a square between the shoulder blades on the right. Mouth clean, no thrush. Lungs clear. Voice normal.

# Medicines
Lidocaine mouthwash before meals, pantoprazole, ondansetron if needed, nutrition drinks twice a day. Childhood asthma, no inhaler since twenty.`,
    },
    {
      day: -190,
      at: '10:15',
      kind: 'progress',
      title: 'Thoracic oncology, first durvalumab',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# HPI
62F, stage IIIB adeno RUL, chemoRT finished 2+ wk ago. CT: partial response, no mets, minimal hazy density around R hilum. PD-L1 30%, EGFR/ALK neg. Swallow OK again for soft food.

# ROS
Cough few times/day dry, no dyspnea on flat. No fever. Wt 61.8. No diarrhea or rash. Childhood asthma.

# Exam
ECOG 1, SpO2 97 RA, lungs clear, R upper back tanned square.

# Labs
CRP 12, ALT 20, TSH 1.4.

# A/P
- durvalumab 10 mg/kg q2w up to 1 y
- baseline: cough G1 from RT; keep in mind RT pneumonitis AND drug pneumonitis look alike for next 6 mo; field map in PACS for comparison
- walk test today 96->95%

# Meds
pantoprazole 40, nutrition drinks. No inhaler.

# Social
Primary school teacher, on leave. Husband has an oximeter from his own heart failure clinic and is "a man of spreadsheets", will keep a log. Daughter lives nearby. Never smoker; passive smoke at home as a child. Flu + covid vaccines done.`,
    },
    {
      day: -162,
      at: '09:05',
      kind: 'nursing',
      title: 'Infusion visit 3',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Durva #3. Denies new sx. Cough same. Eats normal food since 1 wk, esophagitis gone. No loose stools, rash, itch, HA. VS 36.6/76/118/70/97 RA. Wt 62.4. 22 G R FA. 60 min infusion no rxn. Labs: TSH 1.6 ALT 22 gluc 94. Back at part-time teaching, asked to avoid kids w/ colds.

Meds: pantoprazole only. Choir has started, sits in the last row because of cough. Weight up 0.6. IV flushed. AVS in hand. Next visit with MD. Knows the triage number by heart now.`,
    },
    {
      day: -140,
      at: '15:25',
      kind: 'telephone',
      title: 'Triage call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `More cough x1 wk, dry, fits at night, low grade temp 37.8, winded on 2nd flight (was 3rd). No CP, no hemoptysis, no sputum. Home covid neg x2. Durva #4 8 d ago, RT ended 9+ wk ago. Sat on husband's oximeter 95.

MD: albuterol trial, CT chest + see Fri. Hold #5. ED if sat < 92.

Meds: none new; no ACE inhibitor. Pupils have had colds. HR by oximeter 88. Speaks full sentences on the phone. Husband will take temp twice daily and text the log.`,
    },
    {
      day: -137,
      at: '11:00',
      kind: 'imaging',
      title: 'CT chest with contrast',
      format: 'plain',
      carriage: 'inline',
      author: 'radiologist',
      alsoDocument: true,
      text: `CT CHEST WITH CONTRAST

CLINICAL: lung cancer after chemoradiation, on durvalumab, cough. Pneumonitis? Field or drug?

COMPARISON: CT two months ago; radiation plan fused.

FINDINGS: New consolidation and ground glass with air bronchograms in the right upper lobe and superior segment of the right lower lobe. The border is straight, does not respect the fissure and follows the 20 Gy isodose line to within a centimetre. Nothing in the left lung, right middle lobe or right base. Traction of the hilum has begun. The mass is 2.4 cm, before 2.7 cm. No pulmonary embolism. No effusion, no adenopathy.

IMPRESSION:
1. Changes confined to the treated volume, sharply marginated: radiation pneumonitis.
2. No opacity outside the field; drug-induced pneumonitis is not suggested.
3. Slight further decrease of tumor.

TECHNIQUE: 80 mL contrast, 1 mm slices, fused rigidly with the planning CT in the radiation viewer. Thyroid normal. Upper abdomen: hepatic cyst 9 mm, unchanged. No suspicious bone lesion; T5 end plate with radiation marrow change. Discussed with Dr Vasterling the next morning at the viewing station.`,
    },
    {
      day: -136,
      at: '10:30',
      kind: 'progress',
      title: 'Thoracic oncology, cough',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Worse cough for ten days, temperature to 37.9, short of breath on two flights. CT reviewed with Dr Kowalczuk and the radiation oncologist at the screen.

# Examination
SpO2 96% at rest, 93% after walking. Crackles right upper back only. RR 18. No wheeze. No edema.

# Tests
Respiratory PCR panel negative. CRP 24, procalcitonin 0.06, WBC 7.9.

# Assessment
Radiation pneumonitis, grade 2 (symptomatic, steroids, limits stairs and shopping). Three reasons: inside the isodose, ten weeks after the last fraction, nothing elsewhere. We do not count this as a durvalumab effect.

# Plan
- prednisone 40 mg for one week, then down over four more
- durvalumab paused while above 10 mg prednisone, not stopped
- new CT in five weeks; if anything appears outside the field we think again
- codeine at night

# Medicines
Albuterol four puffs yesterday with no gain, pantoprazole stopped in spring, no nitrofurantoin, no amiodarone. Vaccinated. No pets save a tortoise.

${HISTORY}

# Other organs
Bowel normal, skin with the old square only, thyroid tests normal, no joint pain, no headache.`,
    },
    {
      day: -122,
      at: '13:50',
      kind: 'telephone',
      title: 'Follow-up call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `2 wk pred: cough 80% better, no temp, 3 flights w/ one stop. Sat 97. Pred 30 now. Hungry, sleeps badly. BS ok. No new sx otherwise: BM normal, skin normal. CT booked. Teaching again mornings. Knows to call if worse on taper since RT pneumonitis may rebound.

Log read by phone: 96-98 rest, 94 lowest on stairs. Gluc at pharmacy 118. BP 122/76. Codeine last used 5 d ago. Wt 64.0. TMP-SMX MWF taken. Next step 20 mg from Monday.`,
    },
    {
      day: -106,
      at: '09:35',
      kind: 'progress',
      title: 'Thoracic oncology, durvalumab resumed',
      format: 'plain',
      carriage: 'binary',
      author: 'oncologist',
      text: `# Interval
On pred 5, last day Sunday. No dyspnea, cough rare. CT yesterday: consolidation in field shrinking and becoming fibrotic, no new opacities anywhere, mass 2.2.

# Exam
SpO2 97/96 walk. R apex bronchial breathing. Rest normal.

${HISTORY}

# A/P
1. NSCLC III: resume durva #5 today.
2. RT pneumonitis, resolved to fibrosis. Attribution discussed at tumor board: radiation. Documented so the pharmacy does not flag durvalumab as contraindicated.
3. Oximeter at home for the next 2 months since combined injury possible.
4. CRP 4, TSH 1.9, ALT 24.`,
    },
    {
      day: -64,
      at: '10:00',
      kind: 'progress',
      title: 'Thoracic oncology',
      format: 'rtf',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Eighth durvalumab. Steroids ended six weeks ago. Cough only in cold air. Three flights without a stop. Saturation log 96 to 98. Bowels, skin and energy normal. She sleeps, sings in the choir again.

# Review of systems
Constitutional negative. Eyes negative. Chest as above. Abdomen negative. Joints negative. Nerves: mild ringing in the ears since cisplatin.

# Examination
ECOG 0. Lungs: bronchial breathing right apex. Heart regular. No rash, no edema.

# Assessment and plan
- Stage IIIB lung cancer under consolidation, no progression.
- Radiation fibrosis right upper lobe, stable, no pneumonitis now.
- Tinnitus from cisplatin, hearing test done.
- Continue every two weeks; CT in ten weeks.

# Results
CRP 3 next month due; today ALT 22, creatinine 0.7, TSH 1.8, cortisol 12.5, hemoglobin 12.6. Spirometry FEV1 88 percent, DLCO 71 percent, which is two points better than in winter.

${HISTORY}

# Medicines
None regularly. Albuterol not used since June.`,
    },
    {
      day: -8,
      at: '09:10',
      kind: 'nursing',
      title: 'Infusion visit 12',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Durva #12. No cough to speak of, no SOB, sat log 97 avg. Denies diarrhea, rash, joint pain, HA. Wt 63.9. VS 36.5/72/116/72/98. TSH 2.0, LFT nl. Infused 60 min, fine. Asks re RSV + covid boosters: both ok, different arm. CT in 2 wk. Daughter expecting, happy.

Meds none. IV L FA 22G. Wallet card + oximeter log in bag. Choir concert on the 20th, solo of eight bars. Cr 0.7, ALT 21, CRP 3. No c/o at end of infusion, left 11:15.`,
    },
  ],
  episodes: [],
}
