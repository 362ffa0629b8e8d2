import { CREATININE, GLUCOSE } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

export const imeldaFernsby: Story = {
  id: 'imelda-fernsby',
  name: { given: 'Imelda', family: 'Fernsby' },
  gender: 'female',
  born: '1968-08-29',
  shows:
    'Not in the cohort: chemotherapy only, no checkpoint inhibitor ever; neuropathy from paclitaxel, and a relative on pembrolizumab who is talked about.',
  diagnosis: 'High-grade serous ovarian carcinoma, stage IIIC, BRCA wild type, HRD negative',
  treatments: [
    {
      agents: ['carboplatin', 'paclitaxel'],
      charted: 'text',
      text: 'carboplatin AUC 5 (480 mg) IV + paclitaxel 175 mg/m2 (300 mg) IV',
      days: [-196, -175, -154, -112, -91],
    },
    {
      agents: ['carboplatin', 'docetaxel'],
      charted: 'text',
      text: 'carboplatin AUC 5 (480 mg) IV + docetaxel 75 mg/m2 (128 mg) IV',
      days: [-70],
    },
    {
      agents: ['bevacizumab'],
      charted: 'hcpcs',
      text: 'bevacizumab-awwb 15 mg/kg (930 mg) IV',
      days: [-70, -49, -28],
    },
  ],
  problems: [
    { text: 'Peripheral sensory neuropathy, paclitaxel', icd10: 'G62.0', day: -150 },
    { text: 'Hypothyroidism (Hashimoto), long-standing', icd10: 'E06.3', day: -5000 },
  ],
  drugs: [
    { text: 'levothyroxine 112 mcg PO daily', from: -5000 },
    { text: 'duloxetine 60 mg PO daily', from: -105, reason: 'chemotherapy neuropathy' },
    { text: 'ondansetron 8 mg PO prn', from: -196, until: -60 },
    { text: 'dexamethasone 20 mg IV before paclitaxel', from: -196, until: -91, reason: 'premedication' },
  ],
  laboratory: [
    {
      ...CREATININE,
      values: [
        [-197, 0.7],
        [-113, 0.7],
        [-29, 0.8],
      ],
    },
    {
      ...GLUCOSE,
      values: [
        [-197, 91],
        [-113, 104],
        [-29, 95],
      ],
    },
  ],
  notes: [
    {
      day: -196,
      at: '09:00',
      kind: 'history-and-physical',
      title: 'Gynecologic oncology, neoadjuvant cycle 1',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# History
Postmistress of fifty-eight, bloating since the summer, ascites, omental cake, CA-125 1840. Biopsy: high-grade serous carcinoma. Laparoscopy: not resectable up front (mesentery). Three cycles of carboplatin and paclitaxel, then surgery, then three more, bevacizumab after healing.

# Other
Hashimoto thyroiditis for fourteen years, levothyroxine 112 mcg, TSH 1.9 in the practice last month. No diabetes, no alcohol, no neuropathy: filament 10/10, vibration 7/8, jerks present.

# Exam
ECOG 1, 62 kg after paracentesis of 3.5 L, abdomen distended and soft, left supraclavicular fossa free.

# Questions of the patient
Her brother-in-law gets pembrolizumab for his lung and "his thyroid died of it". She asks whether she can have that drug too. Answer: not in ovarian cancer of her type outside of trials; the tumor is mismatch repair proficient and PD-L1 is negative. Not planned.

# Plan
Cycle 1 today, port next week, paracentesis as needed, antiemetics, genetic result (BRCA wild type, HRD negative).`,
    },
    {
      day: -175,
      at: '10:20',
      kind: 'nursing',
      title: 'Chemotherapy visit, cycle 2',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `C2 carbo/taxol. Belly smaller, trousers fit. Joint aches d2-4 post, APAP. Tingling toes x3 d then gone. Hair gone, turban, looks regal. N/V mild d3. BM q2d on senna. Port R good return. Dex 20 / diphenhydramine 50 / famotidine 20 IV given before taxol per protocol. Taxol 3 h: no rxn. Carbo 1 h. ANC 2.4 plt 211. CA125 612. VS ok. TSH not due. LT4 taken 06:00.

Screen: fever no, mouth ok, sleep poor D1-2 (dex). Feet: tingle gone today, buttons ok. Handgrip equal. Wt 60.8 after ascites gone. Meds: LT4 112, senna, ondansetron, lorazepam 0.5 hs prn not used. Port site clean. No neuropathy by filament 10/10. Urine clear. Teaching: numb that stays > 1 wk = tell us, as dose can be cut.`,
    },
    {
      day: -150,
      at: '15:15',
      kind: 'telephone',
      title: 'Toxicity call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `D4 post C3. Feet numb + pins to ankles, constant now, fingertips too. Dropped stamps. No weakness, stairs ok. Aches. Score for MD: toes numb, fingers tingle, ADL ok but slower w/ small coins. Surgery in 3+ wk so taxol break anyway. Advised shoes w/ firm sole, check bath water w/ elbow. No new meds.

Temp 36.7, eating. Surgery consult date given. Meds: LT4, APAP, senna. Pain 2/10 aching. Fingers: buttons slow, phone typing ok. No foot drop, no falls, no back pain, bladder ok. Balance fine w/ light on, less in dark: night light. Wears wool socks. MD reply 16:40: taxane pause by surgery; reassess C4; B12 added.`,
    },
    {
      day: -133,
      at: '14:40',
      kind: 'pathology',
      title: 'Surgical pathology, interval debulking',
      format: 'plain',
      carriage: 'binary',
      author: 'pathologist',
      text: `SPECIMENS: uterus, tubes, ovaries, omentum, peritoneal stripping R diaphragm, appendix.

Residual high-grade serous carcinoma in omentum (largest 0.7 cm), both ovaries microscopic, diaphragm peritoneum 2 mm foci. Chemotherapy response score 3 (near complete) in omentum. Tubes with STIC on the left. Uterus: benign. Appendix: fibrous obliteration.

p53 mutant pattern, WT1 positive, mismatch repair proteins retained, PD-L1 CPS < 1.

Comment: immunohistochemistry for repair proteins and PD-L1 was requested for completeness; it does not support a checkpoint inhibitor. ypT3a.`,
    },
    {
      day: -112,
      at: '09:40',
      kind: 'progress',
      title: 'Gynecologic oncology, cycle 4',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# S
3 wk post R0 debulking. Wound fine. Numb feet persist thru the break, "walking on felt", night burning 4/10. Fingertips better, sorting letters ok w/ rubber thimbles.

# O
58.5 kg. Filament missed 5/10 toes, vib 3/8 hallux, ankle jerks reduced, strength 5/5. Wound closed. Abd soft.

# Labs
CA125 21, Hgb 10.4, plt 262, Cr 0.7, gluc 104, B12 388.

# A/P
1. HGSOC IIIC, R0 - C4 carbo/taxol at 135?? - she wants full, we compromise 175 w/ stop rule.
2. Peripheral sensory neuropathy from paclitaxel, CTCAE grade 2 (limits instrumental: small change, stamps). Cause not in doubt: dose related, stocking, no other drug. Duloxetine 30 -> 60.
3. Hashimoto on LT4 112, TSH 2.2, unrelated to any of this.
4. Cold caps declined.

# ROS
No HA, no vision change, hearing ok. Mood ok. Sleep broken by burning. Bowel regular after surgery. No cough. Sweats (menopause).

# Meds
LT4 112, duloxetine 30 (titrating), enoxaparin 40 to d28 post-op, senna, vit D.

# Social
Back at post office counter mornings. Husband sorts small change for her. Brother-in-law's Keytruda stories told at length; different disease, different drug.`,
    },
    {
      day: -91,
      at: '11:10',
      kind: 'progress',
      title: 'Gynecologic oncology, cycle 5',
      format: 'rtf',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Duloxetine 60 mg since two weeks, burning at night 2 of 10, numbness the same. Fell once on the cellar stairs, no injury. Works mornings.

# Examination
Filament missed on 6 of 10 toes, vibration 2/8. Romberg sways. Power full. Fingers 2-point 6 mm.

# Assessment and plan
- Neuropathy grade 2 from paclitaxel, worse by a step. After today's cycle no more paclitaxel; cycle 6 with docetaxel 75 mg/m2.
- Physiotherapy for balance. Handrail. Driving: she feels the pedals, passed the practical test with the therapist.
- Ovarian cancer: CA-125 14. Bevacizumab with cycle 6 (nine weeks after surgery is enough).
- No steroid for the nerves, it would do nothing.

# Review of systems
Sleep better. No nausea. Bowel daily. Feet cold to touch, pulses fine. Hair stubble. No hearing loss. Weight 59.1 kg.

# Medicines
Levothyroxine 112 mcg, duloxetine 60 mg, vitamin D. Dexamethasone only as premedication of today.

# Labs
Neutrophils 1.9, platelets 188, creatinine 0.7, glucose 101, TSH 2.0 from the family practice.`,
    },
    {
      day: -74,
      at: '16:05',
      kind: 'message',
      title: 'Portal message',
      format: 'plain',
      carriage: 'inline',
      author: 'coordinator',
      text: `Patient: "My brother-in-law, who has Keytruda, was told his numb feet come from his immune system and got prednisone. Should I not have prednisone as well? His doctor said nerves can be attacked."

Reply: Your numb feet have another cause. Paclitaxel irritates the long nerves directly and you have never had an immunotherapy. Prednisone does not help that and would raise your sugar and weaken the wound. Duloxetine and the exercises are the right treatment. Please do not take any of his tablets. P. Halvorsen for Dr Vasterling`,
    },
    {
      day: -58,
      at: '12:20',
      kind: 'imaging',
      title: 'CT chest, abdomen and pelvis',
      format: 'rtf',
      carriage: 'inline',
      author: 'radiologist',
      text: `# Indication
Ovarian carcinoma after debulking and six cycles, new baseline before maintenance.

# Technique
Portal venous phase with 90 mL of contrast. Comparison: preoperative study.

# Findings
Chest: no nodule, no effusion, no ground glass. Port tip in the lower superior vena cava. Abdomen: liver 7 mm cyst, unchanged; right diaphragm smooth after stripping. Omentum absent. No ascites, no peritoneal nodularity. Spleen, pancreas, adrenals and kidneys normal. Pelvis: uterus and adnexa absent, vault regular, small lymphocele left 1.8 cm. Nodes not enlarged. Bowel normal. Bones: no lesion.

# Impression
No measurable disease. Small lymphocele left.`,
    },
    {
      day: -49,
      at: '10:30',
      kind: 'nursing',
      title: 'Infusion visit, bevacizumab maintenance',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Bev #2 15 mg/kg. BP 132/80 (home log 128-138). UPCR 0.1. No nosebleeds. Wound ok. Feet numb G2, balance class x2/wk, no falls. Nails ridged from docetaxel. Hair fuzz. LT4 112 unchanged, cold no. Port flushed. 30 min. Next 3 wk. Back full time at the counter, customers "very patient w/ the coins".

Pain 1/10 feet, duloxetine helps. Tox: no HA, no epistaxis, no GI pain, BM ok, voice ok. Dental none planned. Wt 60. Port flush ok. Urine prot neg. BP recheck post 134/80. Meds: LT4 112, duloxetine 60, vit D. Reminder: no immunotherapy in plan, pt asked again as the family talks about it at Sunday lunch.`,
    },
    {
      day: -28,
      at: '09:45',
      kind: 'progress',
      title: 'Gynecologic oncology, maintenance',
      format: 'ccda',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval history
Six weeks after the last taxane. Feet less wooden, she feels the edge of the carpet. Fingers normal. Duloxetine 60 mg.

# Objective
Filament missed on 3 of 10 toes, vibration 4/8, jerks reduced, gait steady. BP 130/78. Abdomen soft, scar firm.

# Results
CA-125 9, creatinine 0.8, glucose 95, urine protein negative. CT without disease.

# Assessment and plan
- Ovarian carcinoma in complete remission, bevacizumab 15 mg/kg every three weeks for fifteen months.
- Peripheral sensory neuropathy from paclitaxel, grade 1 to 2, improving. Keep duloxetine until summer.
- Hashimoto hypothyroidism, older than the cancer.

# Physical examination
Weight 60.4 kg, strength full, Romberg steady, heel walk possible again, fingers two-point 4 mm. Nails growing out. Port without redness.

# Medicines
Levothyroxine 112 mcg, duloxetine 60 mg, vitamin D.`,
    },
  ],
  episodes: [],
}
