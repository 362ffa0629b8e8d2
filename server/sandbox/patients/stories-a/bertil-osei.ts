import { CRP, HAEMOGLOBIN } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `ONC HX (copied forward): RUL adenocarcinoma with contralateral lung and left adrenal metastases, TTF-1 pos, PD-L1 TPS 80%, no EGFR/ALK/ROS1/KRAS G12C. EBUS and brain MRI at diagnosis. First line PD-1 antibody every three weeks; staging CT after each third dose. COPD GOLD 2 with baseline FEV1 61% and DLCO 58%, on tiotropium, 45 pack-years, oxygen never needed.`

export const bertilOsei: Story = {
  id: 'bertil-osei',
  name: { given: 'Bertil', family: 'Osei' },
  gender: 'male',
  born: '1957-08-02',
  shows: 'Grade 2 pneumonitis on pembrolizumab that resolves on steroids; rechallenge without recurrence.',
  diagnosis: 'Lung adenocarcinoma, stage IV, PD-L1 80%, no driver mutation',
  treatments: [
    {
      agents: ['pembrolizumab'],
      charted: 'ndc',
      text: 'KEYTRUDA 200 mg IV over 30 min',
      days: [-262, -241, -220, -199, -178],
    },
    {
      agents: ['pembrolizumab'],
      charted: 'ndc',
      text: 'pembrolizumab 200 mg IV (rechallenge)',
      days: [-88, -67, -46, -25, -4],
      statusOn: { [-46]: 'not-done' },
    },
  ],
  problems: [
    { text: 'COPD, GOLD 2', icd10: 'J44.9' },
    { text: 'Former smoker, 45 pack-years' },
    { text: 'Benign prostatic hyperplasia', icd10: 'N40.0' },
    { text: 'Pneumonitis due to pembrolizumab', day: -170, status: 'resolved' },
  ],
  drugs: [
    { text: 'tiotropium 18 mcg inhaled daily', from: -1500 },
    { text: 'prednisone 80 mg PO daily then taper over 6 weeks', from: -169, until: -118, reason: 'pneumonitis' },
    { text: 'tamsulosin 0.4 mg PO nightly', from: -1100 },
    { text: 'azithromycin 500 mg PO x3 days', from: -171, until: -168, reason: 'cover for atypical pneumonia' },
  ],
  laboratory: [
    {
      ...CRP,
      values: [
        [-263, 8],
        [-220, 6],
        [-170, 54],
        [-154, 9],
        [-118, 4],
        [-67, 5],
        [-5, 4],
      ],
    },
    {
      ...HAEMOGLOBIN,
      values: [
        [-263, 13.8],
        [-220, 13.5],
        [-170, 13.2],
        [-118, 14.1],
        [-5, 13.9],
      ],
    },
  ],
  notes: [
    {
      day: -262,
      at: '10:30',
      kind: 'history-and-physical',
      title: 'New patient visit, thoracic oncology',
      format: 'ccda',
      carriage: 'binary',
      author: 'oncologist',
      text: `# Reason
Start of first-line pembrolizumab for metastatic lung adenocarcinoma.

# History of present illness
68-year-old retired bus mechanic with COPD, found to have a 4.1 cm RUL mass with contralateral nodules and one adrenal metastasis. EBUS biopsy: adenocarcinoma, TTF-1 positive, PD-L1 TPS 80%, EGFR/ALK/ROS1/KRAS G12C negative. Brain MRI clear. Chronic morning cough with white sputum, walks two flights before stopping, unchanged for years.

# Medications
- tiotropium daily
- albuterol as needed, about twice weekly
- tamsulosin 0.4 mg

# Physical findings
ECOG 1. SpO2 95% on room air at rest, 92% after one flight. Breath sounds reduced, few end-expiratory wheezes, no crackles. No clubbing.

# Assessment and plan
Pembrolizumab 200 mg every three weeks. COPD makes lung toxicity harder to see, so baseline walk test and PFT (FEV1 61%, DLCO 58%) are on file. Handout given; he is to report any change of cough or breath, even if he thinks it is the COPD. Restage after 3 cycles.

# Results
Hemoglobin 13.8, creatinine 0.9, ALT 21, TSH 2.0, CRP 8, cortisol 16. ECG sinus, left axis. CT with emphysema in the upper lobes, no interstitial disease, which matters for later comparison.`,
    },
    {
      day: -241,
      at: '09:00',
      kind: 'nursing',
      title: 'Infusion visit C2',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `C2 Keytruda 200mg. Pt states no new sx. Resp: baseline cough, uses albuterol 1-2x/wk. Sat 95 RA. Stool normal. Skin ok. Labs w/in parameters to treat per RN protocol. PIV L hand. Infused 30 min no rxn. D/c ambulatory.

No new meds. Wife with him, brings own sandwich. Tiotropium technique checked, ok. BP 132/80 HR 78 T 36.5 RR 16 wt 79.6. Next appt C3 in 3 wks + labs day before. Told again to report any change in breathing.`,
    },
    {
      day: -199,
      at: '11:15',
      kind: 'progress',
      title: 'Oncology clinic C4',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
CT after three cycles: RUL mass 4.1 -> 2.4 cm, adrenal met gone. He is delighted. Cough is if anything less. No diarrhea or rash. Appetite good, +2 kg.

# Vitals
| BP | HR | SpO2 | Wt |
| 131/77 | 80 | 95% RA | 81.4 kg |

${HISTORY}

# Impression/Plan
Good PR, no immune toxicity thus far. Continue. TSH 1.9, LFT normal. Flu vaccine today in the left arm.`,
    },
    {
      day: -171,
      at: '15:48',
      kind: 'message',
      title: 'Portal message from patient',
      format: 'plain',
      carriage: 'inline',
      author: 'coordinator',
      text: `Hello nurse, Bertil here. Since about last Thursday my breath is shorter going up to the bedroom and I have a dry cough which is not my usual cough. I used the blue puffer 6 times yesterday. No fever. My granddaughter had a cold 2 wks ago. Should I still come on the 28th for the infusion? Thank you and God bless.

Forwarded to RN pool as urgent. P.H.`,
    },
    {
      day: -170,
      at: '13:05',
      kind: 'progress',
      title: 'Urgent visit',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# HPI
68M NSCLC on pembro, 5 doses, last 8 d ago. 6 days of new dry cough and DOE: stops on the first flight now, needs to sit after dressing. No sputum, no CP, no orthopnea, no fever. Started azithro by PCP yesterday.

# Exam
HR 94, RR 20, T 36.9, SpO2 93% RA rest, 88% on walking 60 m, back to 92 in a minute. Fine crackles both bases, new. JVP flat, no edema.

# Workup
Covid/flu/RSV PCR neg. proBNP 180. Trop neg. CRP 54. WBC 8.8. CTA today: no PE; new ggo, see report.

# Assessment
New pneumonitis, most likely from pembrolizumab. Symptomatic and limits housework and shopping but self care intact, no resting O2 need: G2. COPD flare less likely (no wheeze, GGO).

# Plan
- hold pembro
- pred 80 mg daily (1 mg/kg), PPI, PJP proph
- pulm for bronch tomorrow
- finish azithro
- call in 48 h. ED if sats < 90 at rest; gave him a finger oximeter

# Meds at this visit
tiotropium 18, albuterol prn (6x yest), tamsulosin, azithro d2. No amiodarone, no nitrofurantoin, no methotrexate ever. 

${HISTORY}

# Social
No birds, no mold at home, no new feather bedding. Retired from the depot 6 yr ago, brake dust exposure when young. Quit smoking 9 yr.`,
    },
    {
      day: -170,
      at: '12:10',
      kind: 'imaging',
      title: 'CT pulmonary angiogram',
      format: 'html',
      carriage: 'inline',
      author: 'radiologist',
      alsoDocument: true,
      text: `# Clinical information
Shortness of breath, lung cancer on immunotherapy, exclude embolism.

# Findings
No filling defect down to the subsegmental arteries. New patchy ground-glass opacities with fine reticulation in both lower lobes and the lingula, peripheral and peribronchovascular, roughly 20 percent of lung volume. Centrilobular emphysema as before. RUL mass 2.2 cm. No effusion. Heart size normal.

# Impression
- No pulmonary embolism.
- New bilateral ground-glass change: drug-related pneumonitis (organizing pneumonia pattern) versus atypical infection.
- Further shrinkage of the primary.

# Technique
Helical acquisition after 75 mL of contrast, 1 mm reconstructions, breath hold adequate. Comparison with the staging CT of three weeks before the fifth infusion, on which the lower lobes were clear. Airways patent. Thyroid normal. Upper abdomen in the field: left adrenal normal in size, before 1.8 cm. Bones without lesion. The result was telephoned to the oncology clinic.`,
    },
    {
      day: -169,
      at: '16:30',
      kind: 'consult',
      title: 'Pulmonology consult with bronchoscopy',
      format: 'rtf',
      carriage: 'binary',
      author: 'specialist',
      text: `# Reason
Dyspnea and ground-glass opacities on PD-1 therapy; query infection.

# Procedure note
Bronchoscopy under moderate sedation. Airways with mild bronchitis. BAL lingula 120 mL in, 55 out: 610 cells/uL, lymphocytes 48%, neutrophils 9%, eosinophils 3%. Gram stain, fungal stain, PJP PCR and galactomannan negative, cultures running. Tolerated on 2 L nasal cannula for the procedure only.

# Opinion
Lymphocytic alveolitis without evidence of infection, consistent with checkpoint inhibitor pneumonitis. Extent about one fifth of the parenchyma. Agree with prednisone 1 mg/kg and slow taper over at least 6 weeks. Repeat DLCO in a month. From the lung side, rechallenge can be discussed once imaging has cleared, not before.

# Background and examination
Ex-bus mechanic, 45 pack-years, FEV1 61 percent before treatment. Today SpO2 92 on air, fine late crackles at both bases, no clubbing, no squawks. He can talk in whole sentences. Autoimmune screen (ANA, RF, ENA, myositis panel) sent and negative on the preliminary report. Echo with normal filling pressures.`,
    },
    {
      day: -166,
      at: '10:12',
      kind: 'telephone',
      title: '48 h call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Spoke w/ wife, then Bertil. Day 3 pred. "Breath is easier, I slept flat." Sats at home 94-95 rest, lowest 91 stairs. Cough less. BG not checked. Not sleeping. BAL cultures NGTD. Continue 80 mg till seen on Tues.

Meds confirmed: pred 80 qAM w/ breakfast, omeprazole 20, TMP-SMX MWF, azithro done. Asked to buy glucometer strips w/ pharmacist. Next: clinic visit Tuesday 09:40, bring oximeter log.`,
    },
    {
      day: -154,
      at: '09:40',
      kind: 'progress',
      title: 'Follow-up pneumonitis',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      charset: 'utf-16',
      text: `Two weeks into steroids for grade 2 pembrolizumab pneumonitis. Breathing back to his COPD baseline; one flight w/o stopping. SpO2 95% RA → 93% walk. Lungs: bases clear.

CXR today: bibasal opacities much less.

Plan: pred 60 x1 wk, 40 x1 wk, 30, 20, 10, 5, stop. Continue TMP-SMX while ≥ 20 mg. CT at 6 weeks. Pembro on hold until off or ≤ 10 mg.`,
    },
    {
      day: -118,
      at: '14:00',
      kind: 'imaging',
      title: 'CT chest',
      format: 'plain',
      carriage: 'inline',
      author: 'radiologist',
      text: `CT CHEST W CONTRAST. Comparison CTA seven weeks earlier. The lower lobe and lingular ground glass has cleared completely; thin residual subpleural band at the left base, likely scar. Emphysema. Right upper lobe lesion 2.1 cm, stable. No new nodule, no adenopathy by size. Left adrenal normal. IMPRESSION: resolution of the previously seen pneumonitis. Stable disease.

TECHNIQUE: 1 mm helical with contrast. Upper abdomen: small hiatal hernia, liver and adrenals unremarkable. Skeleton: old rib fracture left sixth, unchanged. Coronary calcification moderate.`,
    },
    {
      day: -110,
      at: '10:50',
      kind: 'progress',
      title: 'Oncology clinic: decision about rechallenge',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Summary
Steroids stopped 8 days ago. The pneumonitis (grade 2 at worst, onset after 5 doses) has resolved clinically and on CT. FEV1 63%, DLCO 57%, both as before treatment.

# Discussion
Options: observe, platinum doublet, or pembrolizumab again. With a deep response and full recovery of a grade 2 event, rechallenge is reasonable; I quoted him roughly a one in four risk that the lung inflammation comes back. He would like to go on with "the one that worked". Wife worried, daughter joined by phone.

# Plan
- Restart pembrolizumab in about three weeks if oximetry stays good.
- Oximeter log, call if resting value is below 92 or new cough.
- CT 6 weeks after restart.

# Present state
Gardens two hours, stairs one flight. Cough his old one with white sputum in the morning. Weight 80.0 kg. Saturation 95 percent at rest and 93 after walking six minutes, 410 m. Chest with reduced sounds and no crackle.

${HISTORY}

# Medicines
Tiotropium, albuterol about once a week, tamsulosin. Prednisone none. Vaccinated against pneumococcus last month.`,
    },
    {
      day: -88,
      at: '09:20',
      kind: 'nursing',
      title: 'Infusion visit, pembrolizumab restart',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Restart dose #1 after break (hx pneumonitis on this drug in the spring, treated w/ steroids, resolved). Sat 95% RA, walk 93%. No cough beyond usual. Consent re-signed. Infused 30 min. VSS. Oximeter log reviewed: 94-96 all wk. F/u call d7.

Labs: Cr 0.9, ALT 20, TSH 2.1, CRP 5. Meds unchanged. Pt anxious at start ("the needle is not the problem, the lungs are"), hand held, better. Next dose 3 wk.`,
    },
    {
      day: -46,
      at: '11:25',
      kind: 'progress',
      title: 'Oncology clinic',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Due for dose 3 of rechallenge. Woke with sore throat, runny nose, T 38.0 yesterday; wife the same. Home rapid test: influenza A pos. Coughing green sputum. Sat 94 RA, 92 walking.

# Assessment
Influenza A with bronchitis on COPD. Given history we did CT today rather than guess: no ground glass, bronchial wall thickening only. No recurrence of pneumonitis.

# Plan
Oseltamivir 75 bid x5d. No infusion today. Back in 3 wk if well.

# Review
No hemoptysis, no chest pain, no orthopnea. Stool normal. No rash. Appetite less for three days. Wife has the same since Tuesday; grandson's school is closed for flu.

${HISTORY}

# Medications
Tiotropium daily, albuterol four times yesterday, tamsulosin, acetaminophen.`,
    },
    {
      day: -25,
      at: '10:05',
      kind: 'progress',
      title: 'Oncology clinic',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Subjective
Over the flu. Breath at baseline, gardening again. No diarrhea, no rash, no joint pain.

# Objective
SpO2 95%, RR 14, chest with scattered rhonchi that clear after cough. Wt 80.2 kg.

${HISTORY}

# Assessment/Plan
- NSCLC in ongoing partial response. Third rechallenge dose today.
- History of G2 pneumonitis, resolved, no signs of it now at two months after restart.
- TSH 2.4, cortisol 12, LFTs normal.`,
    },
    {
      day: -4,
      at: '09:45',
      kind: 'nursing',
      title: 'Infusion visit',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Pembro 200 given w/o incident. Oximeter 95-96 at home. Denies SOB over baseline/cough/diarrhea/itch. Asked about RSV shot -> yes via PCP. Next appt 3 wk + CT before.

VS 36.4/76/130/78/96, wt 80.6. TSH 2.3, ALT 22, Cr 0.9, CRP 4. Line L forearm, 30 min infusion, flushed, out. Meds same list. Card in wallet, yes.`,
    },
  ],
  episodes: [
    {
      term: 'pneumonitis',
      grade: 2,
      attribution: 'immunotherapy',
      status: 'historical',
      onsetDay: -176,
      resolvedDay: -118,
      because:
        'New cough and dyspnoea limiting instrumental activities, ground glass in 20 percent, BAL lymphocytosis, "G2"; cleared on CT.',
    },
  ],
}
