import { CREATININE, CRP } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `GU HISTORY (copied forward from intake): muscle-invasive urothelial carcinoma of the bladder, radical cystectomy with ileal conduit, pT3 pN1, no cisplatin because of hearing loss and CrCl 48. Recurrence in two retroperitoneal nodes and the right iliac bone, PD-L1 IC 2/3. Atezolizumab 1200 mg every three weeks. Retired organ builder. No tuberculosis contact, born in Pune, BCG scar; QuantiFERON negative at start.`

export const vikramSteensland: Story = {
  id: 'vikram-steensland',
  name: { given: 'Vikram', family: 'Steensland' },
  gender: 'male',
  born: '1951-12-11',
  shows:
    'Sarcoid-like reaction (grade 1) on atezolizumab that was read as progression; the second-line treatment was ordered and cancelled after the biopsy.',
  diagnosis: 'Urothelial carcinoma of the bladder, recurrent in nodes and bone',
  treatments: [
    {
      agents: ['atezolizumab'],
      charted: 'contained',
      text: 'Tecentriq (atezolizumab) 1200 mg IV',
      days: [-270, -249, -228, -207, -186, -165, -144, -63, -42, -21],
    },
    {
      agents: ['enfortumab vedotin'],
      charted: 'text',
      text: 'enfortumab vedotin 1.25 mg/kg IV, order cancelled before the first dose',
      days: [-109],
      status: 'not-done',
    },
  ],
  problems: [
    { text: 'Ileal conduit', icd10: 'Z93.6', day: -800 },
    { text: 'Chronic kidney disease, stage 3a', icd10: 'N18.31', day: -1200 },
    { text: 'Sarcoid-like reaction of mediastinal nodes', day: -104 },
    { text: 'Sensorineural hearing loss', icd10: 'H90.3' },
  ],
  drugs: [
    { text: 'denosumab 120 mg SC every 6 weeks', from: -265, reason: 'bone metastasis' },
    { text: 'calcium carbonate 500 mg with vitamin D 400 IU PO daily', from: -265, until: -104 },
    { text: 'sodium bicarbonate 650 mg PO bid', from: -790, reason: 'ileal conduit acidosis' },
    { text: 'amlodipine 5 mg PO daily', from: -3000 },
  ],
  laboratory: [
    {
      analyte: 'calcium',
      loinc: '17861-6',
      display: 'Calcium',
      unit: 'mg/dL',
      low: 8.6,
      high: 10.3,
      values: [
        [-271, 9.2],
        [-186, 9.4],
        [-115, 10.1],
        [-64, 9.3],
        [-22, 9.2],
      ],
    },
    {
      ...CREATININE,
      values: [
        [-271, 1.4],
        [-186, 1.4],
        [-115, 1.5],
        [-64, 1.4],
        [-22, 1.4],
      ],
    },
    {
      ...CRP,
      values: [
        [-271, 12],
        [-115, 9],
        [-22, 4],
      ],
    },
  ],
  notes: [
    {
      day: -270,
      at: '10:00',
      kind: 'history-and-physical',
      title: 'GU oncology, first atezolizumab',
      format: 'rtf',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Chief concern
First immunotherapy for relapsed bladder cancer.

# Present illness
Seventy-four-year-old who built and tuned church organs until his ears gave up. Backache led to the scan. Conduit works. Wears hearing aids, writes questions on cards.

${HISTORY}

# Examination
ECOG 1, 71 kg, BP 138/76, SpO2 97. Stoma pink. Tender right iliac crest. No skin lesion, no nodes in neck, armpits or groins. Lungs clear.

# Laboratory
Calcium 9.2, creatinine 1.4 (his usual), CRP 12, hemoglobin 11.8, TSH 2.7.

# Plan
- atezolizumab today
- denosumab every six weeks, dentist has seen him
- CT after nine weeks and then every twelve
- card with hotline number, hearing aid friendly video line arranged

# Review of systems
Weight stable. Ears as told. Eyes: cataract removed on both sides. Chest: no cough. Heart: no palpitation. Gut: stool daily. Conduit: two bag changes a week. Bones: right hip when lying on it. Skin: sun spots. Nerves: fingertips fine, he still voices pipes by touch.

# Drugs
Sodium bicarbonate 650 mg twice for the conduit, amlodipine 5 mg. From today calcium with vitamin D. No painkiller besides acetaminophen.

# Habits
Pipe tobacco until sixty. Lead and tin dust at work for forty years; beryllium he denies, alloys were old-fashioned. Dust matters little for bladder but may for lungs, so it stands here.`,
    },
    {
      day: -205,
      at: '14:50',
      kind: 'imaging',
      title: 'CT after three cycles',
      format: 'plain',
      carriage: 'inline',
      author: 'radiologist',
      text: `INDICATION: urothelial ca, s/p cystectomy, atezolizumab x3.

COMPARISON: CT before treatment.

FINDINGS: retroperitoneal nodes 11 and 9 mm in short axis (were 23 and 18). R iliac lesion with new sclerotic rim. Chest: no enlarged node. No lung nodule. Conduit patent, kidneys with mild bilat caliectasis unchanged. Liver, spleen normal size.

IMPRESSION: partial response in nodes; sclerosis of bone lesion = healing. No new lesion.

MEASUREMENTS (short axis mm, before → now): left para-aortic 23 → 11; aortocaval 18 → 9; right external iliac 8 → 6. Iliac bone 31 mm lytic → 29 mm, rim sclerotic. Mediastinum: largest node 7 mm right paratracheal, fat hilum, same as before. Lungs: minor apical scar. Spleen 11.9 cm.
Contrast given with eGFR 49 after oral hydration.`,
    },
    {
      day: -165,
      at: '09:30',
      kind: 'nursing',
      title: 'Infusion 6',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Atezo #6. Communication via cards + tablet app, hearing aids charging. Wt 72.1, 36.4, 68, 134/74, 98%. Stoma bag changed yesterday. Urine yellow, no blood.

Tox screen by card: diarrhea NO rash NO itch NO cough NO breath NO fever NO eyes NO joints "old". Energy 7/10. Treat OK, Cr 1.4 = baseline. 60 min → 30 min. No rxn. Denosumab R arm today. Ca/D taken daily yes.

Access: R FA 22g x1. BP after 130/72. Drug card swapped to large print by request. Asked when scan: booked in 7 wks w/ captioned intercom. Denosumab site ok; dentist seen in spring, no extraction. Fall risk: low, vision ok. Bag emptying independent. Pt hums pitch of pump alarm (A flat).

Care plan: hearing - written comms only; skin - intact; nutrition - ok; psychosocial - organ festival plans, travels w/ daughter in law. Med list unchanged since last visit. Labs for next visit pre-ordered (CBC, CMP, Ca, TSH). Left ambulatory 1055.`,
    },
    {
      day: -118,
      at: '16:10',
      kind: 'imaging',
      title: 'CT chest, abdomen, pelvis',
      format: 'html',
      carriage: 'inline',
      author: 'radiologist',
      alsoDocument: true,
      text: `# Clinical
Urothelial carcinoma on atezolizumab, seven doses, scheduled restaging.

# Findings
Chest: new bilateral hilar and mediastinal nodes, right paratracheal 19 mm, subcarinal 22 mm, both hila 15 to 18 mm, all new since the last study. About fifteen perilymphatic micronodules up to 5 mm in the upper lobes and along fissures, new. No effusion.
Abdomen and pelvis: retroperitoneal nodes 8 and 7 mm, again smaller. Spleen 12.8 cm, formerly 11.9, without focus. Iliac lesion fully sclerotic. Conduit unchanged.

# Impression
- New mediastinal and hilar lymph node enlargement and pulmonary nodules: progressive disease in the chest.
- Continued response below the diaphragm (mixed response).

# Technique
Portal venous phase after hydration, 1 mm reconstructions, comparison with the study after three cycles.

# Further
Heart size normal, coronary calcification. No pulmonary embolus in the main branches. Liver, adrenals and pancreas normal. Both ureters mildly wide as after conduit. No ascites. Degenerative lumbar spine.

# Recommendation
Correlation with tissue if it would change treatment.`,
    },
    {
      day: -115,
      at: '11:40',
      kind: 'progress',
      title: 'GU clinic, restaging',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `S: feels well. gained 1.5 kg. No cough, no SOB, no fever, no sweats. Sad about scan, read it on the portal before the visit (again...).

O: ECOG 0-1. 97%. lungs clear. No nodes palpable. shins: ok. eyes ok.

CT: new hilar/mediastinal nodes + lung micronodules → read as PD. RP nodes smaller. Ca 10.1, Cr 1.5.

A/P: PD in chest by report. Stop atezo. EV ordered for next wk (baseline eye, A1c, skin). Odd though: well pt, symmetric hila, response elsewhere. PET + EBUS first if it doesn't delay. Discuss TB board.

${HISTORY}

ROS by card: cough N, SOB N, fever N, sweats N, wt gain Y, rash N, eye N, palpit N, thirst N, flank N, bone pain less.
Vitals 132/70 64 36.3 97% 73.6 kg. Stoma pink. No hepatosplenomegaly I can feel. Neuro ok.
Labs CBC nl, lymph 0.9, ALP 70, LDH 178, alb 4.1, LFT nl, UA stoma useless.
Pre-EV: A1c 5.6, slit lamp booked, neuropathy none, skin none, creat cl 46 ok.
Wife † , daughter in law Solveig = contact. He'd want treatment "as long as I can read scores".`,
    },
    {
      day: -112,
      at: '08:30',
      kind: 'consult',
      title: 'Tumor board, genitourinary',
      format: 'plain',
      carriage: 'binary',
      author: 'coordinator',
      charset: 'windows-1252',
      text: `Case 4 of 9. Presented by Dr Vasterling. Present: GU onc, urology, radiology, pulmonary, rad onc, pharmacy.

Radiology re-read: symmetric hilar and right paratracheal nodes with perilymphatic nodules, "if I did not know about the bladder I would say sarcoid". PET: nodes SUV 9, lambda pattern; retroperitoneum cold; iliac bone cold. Spleen faintly hot.

Pharmacy: EV order should wait, corneal and skin risk for nothing if this is granuloma. No BCG instillation within 3 years (asked because of BCG-osis). Calcium 10.1 upper normal while taking calcium with vitamin D.

Recommendation: EBUS with mycobacterial and fungal cultures before any change of therapy. Enfortumab on hold – not cancelled. Atezolizumab paused until the pathology is in.

Discussion in brief: surgeon asks if mediastinoscopy is better, pulmonary prefers EBUS first (3 stations reachable). Rad onc: nothing to radiate. Dr Vasterling: patient without symptoms, gained weight, response elsewhere, so a delay of two weeks costs little. Palliative care not needed now.

Action list: EBUS this week (Abernathy), ACE + sIL2R + vitamin D metabolites (Vasterling), slit lamp + ECG (coordinator), patient call with captions once path is out (Vasterling). Minutes typed P. Halvorsen.`,
    },
    {
      day: -106,
      at: '15:25',
      kind: 'pathology',
      title: 'EBUS nodes and transbronchial biopsy',
      format: 'plain',
      carriage: 'inline',
      author: 'pathologist',
      text: `SPECIMENS: A node station 7, B station 4R, C transbronchial biopsy right upper lobe.

MICROSCOPY: A and B: cellular aspirates with cell blocks containing lymphocytes and many tight epithelioid granulomas with Langhans giant cells; no necrosis; occasional asteroid body. C: four pieces of alveolated lung, two with small granulomas along a septum. No carcinoma; GATA3, p63 and CK7 highlight only bronchial epithelium.

SPECIAL STAINS: Ziehl-Neelsen, auramine, Grocott negative. MTB PCR negative. Cultures running for eight weeks.

DIAGNOSIS: non-necrotizing granulomatous inflammation of lymph nodes and lung, sarcoid type. Negative for metastatic urothelial carcinoma.

COMMENT: in a patient treated with a PD-L1 antibody a drug-induced sarcoid-like reaction is the first thought; sarcoid reaction to tumor and infection to be excluded clinically.

GROSS: A six passes, B four passes, smears + clot in formalin; C four fragments to 2 mm. Rapid on-site reading: "granulomas, no malignant cells, send cultures".
FLOW: no clonal B cells, CD4/CD8 in lavage 5.8. Polarised light: no foreign material, no silica.
Second pathologist agrees. Called to Dr Vasterling and Dr Abernathy, both glad.

ADDENDUM after 8 wks: mycobacterial and fungal cultures final, no growth. Diagnosis unchanged. Slides and blocks returned to file. Requested stain for Schaumann bodies: few. IgG4 not increased. Microscopic findings cannot separate drug-induced reaction from sarcoidosis; timing under PD-L1 blockade favors the first.`,
    },
    {
      day: -104,
      at: '10:20',
      kind: 'consult',
      title: 'Pulmonary clinic',
      format: 'ccda',
      carriage: 'inline',
      author: 'specialist',
      text: `# Reason for referral
Granulomas in mediastinal nodes under atezolizumab.

# Assessment of organs
- Lungs: no symptom, vital capacity 96 percent, diffusion 84 percent of predicted, saturation 97 at rest and on exertion
- Eyes: slit lamp yesterday without cells
- Heart: ECG normal, no block
- Skin: no nodules, tattoo of a tuning fork flat
- Calcium 10.1 corrected 10.0, 25-OH vitamin D 38, 1,25-OH vitamin D 71 (upper limit 79), urine calcium normal
- ACE 88 (limit 70), soluble IL-2 receptor raised
- QuantiFERON negative again

# Assessment
Sarcoid-like reaction to the PD-L1 inhibitor of nodes and lung, without symptoms, function intact. Grade 1: observation only. Not cancer.

# Recommendations
No steroid. Stop the calcium and vitamin D tablets, denosumab next dose only with a calcium check. Sunscreen. Repeat function tests in three months. Atezolizumab can be given again from the side of the lung, watching for cough, eyes and heart rhythm.`,
    },
    {
      day: -101,
      at: '12:15',
      kind: 'telephone',
      title: 'Video call with captions: result',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `Video w/ captions, pt + daughter in law. Told: the nodes are NOT cancer, they are an immune reaction like sarcoidosis; no symptoms, needs no treatment. Chest not progression. EV cancelled (never given). He cried, then asked if he can go to Oslo for the organ festival. Yes.

Amended impression requested from radiology. Plan restart atezo after cultures at 6 wks are neg, CT then. Stop Ca/vit D. Call for eye pain, cough, palpitations, skin lumps. Time 22 min.

Qs answered: contagious? no. TB? PCR neg, culture pending, no isolation. Will it scar lungs? unlikely, PFT in 3 mo. Will the tablets (Ca/D) be missed? no, Ca high normal. Can he restart garden/organ dust? mask w/ tin dust. Daughter in law types summary for him, sent also via portal.`,
    },
    {
      day: -63,
      at: '10:35',
      kind: 'progress',
      title: 'Restart of atezolizumab',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Eleven weeks without atezolizumab. No cough. Oslo was good, eighty ranks.

# Findings
ECOG 0. Saturation 98. CT last week: mediastinal nodes 12 to 14 mm, formerly up to 22, micronodules fading. Retroperitoneal nodes 7 mm. Mycobacterial cultures negative at seven weeks.

# Laboratory
Calcium 9.3 without supplements, creatinine 1.4, ECG normal.

# Decision
The nodes shrink without cancer treatment and without steroids, which proves the point. Sarcoid-like reaction grade 1, improving. Atezolizumab restarts today. Denosumab at longer interval with calcium before each dose.

# Review by card
Cough no, breath no, fever no, sweats no, eye pain no, skin lumps no, palpitations no, thirst no, stool daily, flank pain no.

# Safety net
Spirometry and ECG every three months, slit lamp yearly, calcium before each denosumab. If breath, eyes, heart or calcium are touched: stop and steroids, with the pulmonary clinic. Radiology has a note in the indication field.`,
    },
    {
      day: -21,
      at: '09:55',
      kind: 'progress',
      title: 'GU clinic',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `#10 atezo today. Well, 73 kg. Sarcoid-like nodes on CT stable 11-13 mm on re-treatment, no sx, PFT nl, Ca 9.2. Still G1, observe. UC: RP nodes 6 mm, near CR. CKD3a Cr 1.4 stable x years - his baseline, not nephritis. CRP 4.

Note for whoever scans him next: hilar nodes = granuloma (bx proven), see EBUS, do not call PD on these alone.

RTC 3 wk, CT 12 wk, eye yearly.

Checklist cards: all NO except "tired after concert". Vit 130/72 66 36.4 98 %. Chest clear, no nodules shins/tattoo, eyes white, rhythm regular (ECG q3mo: PR 168, no block). Stoma fine. Bone: no pain.
Labs rest: Hgb 12.4 plt 201 ALT 19 TSH 2.9 gluc 92 Ca corr 9.1 25-OH D 31.
Meds: Na-bicarb, amlodipine; NO calcium/vit D on purpose, denosumab q12w w/ Ca check.`,
    },
  ],
  episodes: [
    {
      term: 'sarcoidosis',
      grade: 1,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -118,
      because: 'Non-necrotizing granulomas in hilar nodes and lung, no symptoms, "Grade 1: observation only".',
    },
  ],
}
