import { CREATININE, HAEMOGLOBIN, TSH } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `CX CANCER HX (copied forward): squamous carcinoma of the cervix IIIC1, chemoradiation with cisplatin and brachytherapy 2022, relapse in para-aortic and left neck nodes, CPS 5. Rheumatoid arthritis since her forties, seropositive, erosive, on methotrexate and hydroxychloroquine, abatacept until the relapse. Hashimoto thyroiditis, levothyroxine since 2009. Radiation proctitis with argon therapy 2024.`

export const philippaYarrow: Story = {
  id: 'philippa-yarrow',
  name: { given: 'Philippa', family: 'Yarrow' },
  gender: 'female',
  born: '1966-06-16',
  shows:
    'Not in the cohort: pembrolizumab is planned, ordered and refused; one dose charted in error belongs to somebody else. Arthritis, thyroiditis and proctitis are old diseases.',
  diagnosis: 'Squamous cell carcinoma of the cervix, recurrent in nodes, CPS 5',
  treatments: [
    {
      agents: ['pembrolizumab'],
      charted: 'rxnorm',
      text: 'pembrolizumab 200 mg IV',
      days: [-121, -100],
      status: 'not-done',
      statusOn: { [-100]: 'entered-in-error' },
    },
    {
      agents: ['carboplatin', 'paclitaxel', 'bevacizumab'],
      charted: 'text',
      text: 'carboplatin AUC 5 IV + paclitaxel 175 mg/m2 IV + bevacizumab 15 mg/kg IV',
      days: [-121, -100],
    },
    {
      agents: ['carboplatin', 'paclitaxel'],
      charted: 'text',
      text: 'carboplatin AUC 5 IV + paclitaxel 175 mg/m2 IV',
      days: [-79, -58],
    },
  ],
  problems: [
    { text: 'Seropositive rheumatoid arthritis', icd10: 'M05.79', day: -5200 },
    { text: 'Autoimmune thyroiditis', icd10: 'E06.3', day: -6000 },
    { text: 'Radiation proctitis', icd10: 'K62.7', day: -700 },
    { text: 'Procedure not carried out because of patient decision', icd10: 'Z53.20', day: -121 },
  ],
  drugs: [
    { text: 'levothyroxine 75 mcg PO daily', from: -6000, reason: 'autoimmune thyroiditis' },
    { text: 'methotrexate 15 mg SC weekly', from: -3000, until: -135, reason: 'rheumatoid arthritis' },
    { text: 'hydroxychloroquine 200 mg PO bid', from: -3000, reason: 'rheumatoid arthritis' },
    { text: 'prednisone 7.5 mg PO daily', from: -70, reason: 'rheumatoid arthritis flare' },
    { text: 'folic acid 1 mg PO daily', from: -3000 },
    { text: 'sucralfate enema 2 g PR daily', from: -88, until: -60, reason: 'radiation proctitis' },
  ],
  laboratory: [
    {
      ...TSH,
      values: [
        [-140, 2.9],
        [-79, 3.3],
        [-15, 3.0],
      ],
    },
    {
      ...HAEMOGLOBIN,
      values: [
        [-140, 11.6],
        [-79, 9.8],
        [-15, 10.7],
      ],
    },
    {
      ...CREATININE,
      values: [
        [-140, 0.8],
        [-79, 0.8],
        [-15, 0.9],
      ],
    },
  ],
  notes: [
    {
      day: -140,
      at: '10:15',
      kind: 'consult',
      title: 'Gyn oncology, relapse',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Problem
Relapse of cervical cancer in neck and para-aortic nodes.

# History
Sixty-year-old harp teacher. Found the node herself while tuning. No bleeding. Hands stiff for an hour, worse since abatacept was stopped by us last month. Rectal spotting once a week since radiation, known.

${HISTORY}

# Examination
ECOG 1, 59 kg. Left supraclavicular node 2 cm. Ulnar deviation, synovitis of two MCP joints. Abdomen soft.

# Discussion
Carboplatin, paclitaxel, bevacizumab, and pembrolizumab as CPS is 5. Her rheumatoid arthritis may flare under pembrolizumab (roughly half of such patients, mostly manageable), thyroid is gone already. Fistula risk of bevacizumab after pelvic radiation mentioned. She wants to talk to rheumatology and to her sons.

# Plan
Order set prepared with all four drugs for cycle one in about three weeks. Baseline TSH 2.9, hemoglobin 11.6. Methotrexate to stop before chemotherapy.

# Review of systems
Weight down two kilos. Mouth dry. Eyes checked for hydroxychloroquine in spring, fine. Heart, lungs no. Bowel: daily, spotting, urge after meals since radiation. Bladder small. Joints: wrists and knuckles, stiff for an hour. Skin: nodules at the elbows, soft. Numbness none. Lymph swelling of the left leg since surgery of nodes.

# Family and life
Divorced, two sons, Idris and Tom. Teaches eleven pupils. A cousin in Leeds had a colostomy after "some immuno drug" for melanoma, which colours the talk.

# Drugs
Levothyroxine 75 micrograms, methotrexate 15 mg weekly, folic acid, hydroxychloroquine 200 mg twice. No painkiller besides acetaminophen.`,
    },
    {
      day: -133,
      at: '14:30',
      kind: 'consult',
      title: 'Rheumatology opinion',
      format: 'rtf',
      carriage: 'inline',
      author: 'specialist',
      text: `# Question
Can she have a PD-1 inhibitor with erosive rheumatoid arthritis?

# Findings
DAS28 3.6, two swollen and five tender joints. Anti-CCP 240. X-ray with old erosions of both wrists, no progress. Lungs: CT of staging without interstitial disease.

# Opinion
No absolute bar. Expect a flare; would then give prednisone up to 10 mg, later tocilizumab rather than TNF blocker. Hydroxychloroquine may go on. Abatacept works against the purpose of the drug and stays off. She should be allowed to decide what her hands are worth: she teaches the harp.

# History of the joints
Onset at forty-two with swollen wrists, rheumatoid factor 180. Leflunomide not tolerated, adalimumab lost effect, abatacept good for six years until the relapse of the cancer. Steroids seldom. No lung, eye or vessel involvement.

# Evidence told to her in plain words
Of ten people with rheumatoid arthritis who get such a drug, five or six have a flare and perhaps three a new side effect; most can go on. Nobody can promise her hands.`,
    },
    {
      day: -121,
      at: '09:40',
      kind: 'progress',
      title: 'Cycle 1, pembrolizumab declined',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `Long talk (40 min) w/ pt and son Idris. She DECLINES pembrolizumab. Reasons: fear of losing hands, cousin w/ bad colitis on "some immuno drug", proctitis already. Understands the survival figures, repeated them to me better than I did. Decision-capable. Chemo + bev accepted.

Pembro order d/c'd in Beacon, MAR will show not done. Door stays open, may reconsider at CT.

ECOG 1 VS ok UPCR neg. Joints as before. 
C1 carbo/pac/bev today. Premed dex 20 for paclitaxel (not tx of anything immune).

ROS per intake no change, hands same. Meds: levo, HCQ, folic; MTX last taken 14 d ago. 
PE: L SCV node 2 cm, chest clear, abd soft, wrists boggy. 138/78 - 82 - 36.6 - 98 - 58.9.
Lab ANC 4.9 Hgb 11.4 plt 288 Cr 0.8 UPCR <.2 TSH 2.9.
Alternatives offered: pembro later at maintenance; TV as 2nd line. Palliative care intro accepted. Consent chemo + bev signed, pembro section struck out & initialed by both.`,
    },
    {
      day: -100,
      at: '16:45',
      kind: 'nursing',
      title: 'Correction of the administration record',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Late entry. MAR for today shows pembrolizumab 200 mg "given" at 1000 in chair 9. NOT this pt: bag + barcode belonged to chair 8, scanned under the wrong open chart by float RN, caught at 1120 when pharmacy counted. Bag was infused to the correct person (chair 8), checked by 2 RNs w/ wristband. Ms Yarrow got carbo/pac/bev only, lines + empty bags verified.

Entry marked as error. Safety report filed #. Pt + Dr Vasterling informed, pt "glad I still have only three". No checkpoint inhibitor has been given at any time.

Follow up 1730: pharmacist reconciled vial counts (2 x 100 mg pembro dispensed to chair 8, 0 to chair 9). Pump log printed, attached to safety report, not to chart. Pt's own VS during visit 138/80 80 36.5 98, no reaction to paclitaxel, BSA 1.63, carbo 470 mg. Open charts on the cart now time out after 2 min. Pt has copy of this note on request. Labs: nothing extra needed.`,
    },
    {
      day: -88,
      at: '10:25',
      kind: 'telephone',
      title: 'Blood in stool',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Calls: rectal bleeding more, bright red, w/ every BM x4 d, 2 BM/d formed, urge. No cramps, no fever, no diarrhea. On bev + known radiation proctitis. Covering MD: hold bev next cycle unless settled, flex sig by GI (saw telangiectasia 2024), CBC. Sucralfate enema qd. Triage pool had tagged "immunotherapy colitis pathway" off the order set → removed, she's not on ICI.

Callback 1500: BP at pharmacy 134/82, pulse 80. Stool x1 since am, streaks only. CBC booked tomorrow. No NSAID. No fever. Eats soft. GI slot in 4 d. Advised barrier cream, no straining, senna hold. If clots, faint or > 1 cup → ED and say bevacizumab + pelvic radiation. Sons informed by her.`,
    },
    {
      day: -84,
      at: '13:20',
      kind: 'consult',
      title: 'Flexible sigmoidoscopy report',
      format: 'pdf',
      carriage: 'inline',
      author: 'specialist',
      text: `ENDOSCOPY REPORT

Procedure: flexible sigmoidoscopy to 50 cm without sedation.

Indication: more rectal bleeding under bevacizumab, proctitis after pelvic radiation. The request form offered "rule out checkpoint inhibitor colitis"; the patient did not receive such a drug.

Findings: lower 8 cm of the anterior rectal wall pale with many telangiectasias, contact bleeding, no ulcer. Sharp border at 10 cm. Sigmoid and descending colon with normal vessels and normal folds. Two biopsies above the border, none from the radiated wall.

Treatment: argon plasma coagulation of six spots, 30 watts, no complication.

Conclusion: chronic radiation proctitis, bleeding. No colitis.

Advice: sucralfate enemas four weeks, stool softener. No hurry with bevacizumab, at least three weeks after coagulation.

Biopsies (added later): colon mucosa without inflammation.

Preparation and tolerance: one phosphate enema, clean. Blood pressure 136 over 80, pulse 78, no sedation, pain 2 of 10 during coagulation. Digital examination without mass; vaginal vault not inspected here.

Medicines considered: hydroxychloroquine, levothyroxine and folic acid play no part; bevacizumab slows healing and was last given two weeks ago. No anticoagulant, no aspirin.`,
    },
    {
      day: -79,
      at: '10:30',
      kind: 'progress',
      title: 'Cycle 3',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `S: bleeding much less. Tingling toes since C2 (paclitaxel), buttoning ok. Hair gone. Hands stiffer 2 h, both wrists + MCPs swollen since MTX + abatacept off.

O: ECOG 1, 58 kg. Synovitis 6 joints. Monofil ↓ toes. Node L neck 1.2.
Hgb 9.8 (chemo + bleeding), TSH 3.3, Cr .8, plt 160.

A/P: cx ca responding by feel. carbo/pac only today, no bev. Neuropathy G1 pac. Anemia G2 chemo/bleed, ferritin 40 → iron PO. RA flare from withdrawal of DMARDs: rheum → pred 7.5. Not ICI arthritis, she has had none (declined).

${HISTORY}

ROS: fatigue 2 d after chemo, nausea G1, no mouth sores, no fever, stools 1-2 formed, urine ok, L leg sleeve. Hair wig "Dolly". 
Vitals 142/84 (bev off so ok) 84 36.5 98%. CV reg, lungs cl, abd soft NT, wrist swelling R>L, MCP 2/3. Nodules elbows.
Meds: levo 75, HCQ, folic, pred start 7.5 per rheum, iron, sucralfate enema, senna hold.
Chemo order verified by pharm: dose reduce pac 135 next if neuropathy ≥ 2.`,
    },
    {
      day: -36,
      at: '15:10',
      kind: 'message',
      title: 'Second thoughts',
      format: 'plain',
      carriage: 'inline',
      author: 'coordinator',
      text: `Patient P. Yarrow: my CT was good, thank you all. A friend says that I was foolish without the antibody. Would it still be possible, and would Dr V. take it badly? My wrists are calm on the small prednisone. I play 20 min a day again.

Reply for Dr Vasterling: nobody takes anything badly. It is possible now or at a later relapse. With a good scan after chemotherapy there is no rush. We keep a slot to talk on the 15th, bring Idris if you want. P. Halvorsen

Slot confirmed w/ Idris by phone, ride arranged. For the visit please have: CT report, joint count from rheum (DAS28 now 2.9 per letter), TSH, list of side effects in large print, and the page on what happens to people who already have RA. Patient also asks if she may swim: yes, port heals, not in public pool the week after bev.`,
    },
    {
      day: -15,
      at: '11:45',
      kind: 'progress',
      title: 'After cycle 4: talk about maintenance',
      format: 'ccda',
      carriage: 'binary',
      author: 'oncologist',
      text: `# Interval history
Feels stronger, no bleeding for three weeks. Morning stiffness 30 minutes on 7.5 mg of prednisone.

# Results
CT: neck node 7 mm, para-aortic nodes 8 mm. TSH 3.0, hemoglobin 10.7.

# Discussion
Pembrolizumab offered again as maintenance. She listened, thanked, and declined for the second time. If the cancer returns she would think about it once more.

# Assessment
Relapsed cervical cancer with partial response to chemotherapy. Rheumatoid arthritis on low prednisone. Autoimmune thyroiditis, old and replaced. Radiation proctitis quiet. Never exposed to immune checkpoint inhibitors.

# Plan of treatment
Bevacizumab restarts every three weeks if the rectum stays dry. CT in nine weeks. Rheumatology to consider methotrexate.

# Review of systems
Hands as told. Toes tingle, buttons work. Bowel formed. No cough, no rash, no itch. Hair returns. Sleep fine. Appetite good, weight 60 kg.

# Medicines
Levothyroxine 75 micrograms, hydroxychloroquine 200 mg twice, prednisone 7.5 mg, folic acid 1 mg, iron every other day.`,
    },
  ],
  episodes: [],
}
