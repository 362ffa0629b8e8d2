import { CRP, ESR, TSH } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

export const berniceHolloway: Story = {
  id: 'bernice-holloway',
  name: { given: 'Bernice', family: 'Holloway' },
  gender: 'female',
  born: '1961-05-22',
  shows:
    'Rheumatoid arthritis, quiet for six years, flares on pembrolizumab (arthritis grade 3): the flare of an old disease counts; one dose held, then treatment goes on.',
  diagnosis: 'Non-small cell lung cancer, adenocarcinoma, stage IV, PD-L1 90%',
  treatments: [
    {
      agents: ['pembrolizumab'],
      charted: 'local-code',
      text: 'pembrolizumab 200 mg IV q3w',
      days: [-217, -196, -175, -154, -112, -91, -70, -49, -28],
    },
    {
      agents: ['pembrolizumab'],
      charted: 'text',
      text: 'pembrolizumab 200 mg IV, cycle 5 on hold for arthritis',
      days: [-133],
      status: 'on-hold',
    },
  ],
  problems: [
    { text: 'Seropositive rheumatoid arthritis', icd10: 'M05.79', day: -4400 },
    { text: 'Rheumatoid arthritis flare on immunotherapy', day: -152 },
    { text: 'Raynaud phenomenon', icd10: 'I73.00' },
  ],
  drugs: [
    { text: 'hydroxychloroquine 200 mg PO BID', from: -2300 },
    { text: 'methotrexate 15 mg PO weekly', from: -4300, until: -2200, reason: 'rheumatoid arthritis' },
    { text: 'prednisone 20 mg PO daily', from: -146, until: -134, reason: 'rheumatoid flare' },
    {
      text: 'prednisone 40 mg PO daily, taper over 8 weeks to 5 mg',
      from: -134,
      until: -76,
      reason: 'rheumatoid flare',
    },
    { text: 'prednisone 5 mg PO daily', from: -76, reason: 'rheumatoid arthritis' },
    {
      text: 'methotrexate 15 mg PO weekly with folic acid 5 mg weekly (restarted)',
      from: -127,
      reason: 'rheumatoid flare',
    },
    { text: 'naproxen 250 mg PO BID prn', from: -152, until: -146 },
    { text: 'atovaquone 1500 mg PO daily', from: -130, until: -98 },
  ],
  laboratory: [
    {
      ...CRP,
      values: [
        [-218, 7],
        [-155, 11],
        [-146, 58],
        [-134, 94],
        [-113, 14],
        [-71, 6],
        [-29, 5],
      ],
    },
    {
      ...ESR,
      values: [
        [-218, 22],
        [-146, 64],
        [-134, 88],
        [-71, 24],
      ],
    },
    {
      ...TSH,
      values: [
        [-218, 2.0],
        [-134, 2.1],
        [-29, 2.3],
      ],
    },
  ],
  notes: [
    {
      day: -217,
      at: '09:20',
      kind: 'progress',
      title: 'Thoracic oncology, pembrolizumab 1',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# HPI
65-year-old seamstress, retired last year. Adenocarcinoma of the left upper lobe with contralateral nodules and a rib lesion, PD-L1 90 percent, no driver. First-line pembrolizumab.

# Autoimmune history
Seropositive rheumatoid arthritis since 2014, anti-CCP over 200. Methotrexate for years, stopped six years ago in remission, hydroxychloroquine since. Last swollen joint in 2020. Minimal ulnar drift, no nodules. Raynaud in winter. Rheumatology (Dr Abernathy's partner) was asked before: go ahead, expect a flare in one of two, keep hydroxychloroquine, no steroid in advance.

# Joints today
No swelling in 28 joints, no tenderness, morning stiffness 5 minutes. HAQ 0.25. She threads a needle for me to prove it.

# Exam
ECOG 0. 62 kg. Chest clear. Rib 6 left tender.

# Results
CRP 7, ESR 22, RF 86, TSH 2.0, ALT 14, creatinine 0.7, QuantiFERON negative, hepatitis serology negative. Eye check for hydroxychloroquine done in spring.

# Plan
- pembrolizumab 200 mg every three weeks
- 28-joint count at each visit so that a flare is seen early and has a baseline
- naproxen only short, methotrexate is the next step for joints, prednisone at 10 mg or less if it must be`,
    },
    {
      day: -175,
      at: '10:40',
      kind: 'nursing',
      title: 'Infusion visit, pembrolizumab 3',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `#3 Keytruda. SOB less, rib pain 2 (was 5). Hands: "a bit thick in the AM", 15 min, rings still on. No swelling to my eye, MCPs not tender to squeeze. BM 1, no rash. VS 36.6/74/122/70/97. Wt 62.3. HCQ 200 bid taken. 24G L hand warm pack (Raynaud). 30 min. Told to note stiffness minutes daily, chart sheet given. MD informed re 15 min: watch.

Screen: HA no, vision ok, cough less, D no, itch no. Joints L wrist "knows the weather". Temp ok. Fingers white in cold ward, blanket. Meds: HCQ, amlodipine no. Naproxen 0. Wt stable. CXR not due. Next 3 wk. Stiffness sheet: 10, 10, 15, 15, 15 min.`,
    },
    {
      day: -152,
      at: '14:45',
      kind: 'telephone',
      title: 'Nurse line, joints',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `2 d after #4. Knuckles both hands + wrists swollen, R knee warm. AM stiffness 2 h. Cannot hold a mug w/ one hand. Pain 6/10. No fever, no cuts, no new meds. "My old arthritis is back with a vengeance."

Naproxen 250 bid w/ food started by her yesterday, some help. Dr V: ok few days, Cr fine, no DOAC. Joint visit this wk, CRP/ESR/CK, x-ray hands. No pred until seen. If fever or one joint hot & red -> same day (septic).

Fever 36.9. Meds: HCQ 200 bid, naproxen since yest, none else. Eats ok. No rash, eyes ok, mouth ok, bowels ok. Grip: cannot open pill bottle, son fills box. Raynaud no ulcers. Never had septic joint, no prosthesis. Sexual hx n/a. Labs tomorrow 07:40. Told to rest, cold packs, no ring (taken off).`,
    },
    {
      day: -146,
      at: '11:15',
      kind: 'progress',
      title: 'Immunotoxicity clinic',
      format: 'plain',
      carriage: 'binary',
      author: 'oncologist',
      text: `# S
Arthritis x8 d after 4th pembro. Hands, wrists, R knee, now both feet MTPs. Stiff till 10-11 am. Cannot button, cut bread w/ electric knife, shopping by son. Washes + dresses slowly but alone. Naproxen no longer enough, dyspepsia.

# O
T 36.8. SJC28 9, TJC28 14. MCP 2-3 bilat, PIP 2-4, wrists boggy, R knee effusion 1+. No enthesitis, no dactylitis. No rash, no psoriasis. Strength prox 5/5. Lungs clear, SpO2 97.

# Data
CRP 58, ESR 64, CK 52, RF 112, CCP > 200, uric acid 4.4. XR hands: old erosion R MCP2, nil new. R knee tap 18 mL straw: WBC 11,900 (78% N), no crystals, Gram neg.

# A/P
1. Flare of pre-existing seropositive RA triggered by pembrolizumab. It IS an immune-related AE although the disease was there first: 6 y remission, then 10 wk into ICI. Arthritis G2 today (limits instrumental ADL).
2. Prednisone 20 daily, PPI; stop naproxen. HCQ on.
3. Rheum urgent.
4. Cycle 5 in 13 d: decide then.

# ROS
No dry eye/mouth, no oral ulcers, no Raynaud change, no CP, no cough; BM 1; no urethritis; no back pain; no jaw claudication, temporal arteries not tender; strength ok, CK nl so not myositis/PMR only.

# Meds
HCQ 200 bid, naproxen 250 bid (stop), pred 20 from today, pantoprazole 40, vit D.

# Social
Lives w/ son (bus mechanic). Upstairs bedroom -> sofa for now. No help from outside yet, SW offers meals.

Patient asks if this is "the cancer coming in the joints" - no; rib lesion is the only bone site, films clean.`,
    },
    {
      day: -134,
      at: '10:10',
      kind: 'consult',
      title: 'Rheumatology consultation',
      format: 'ccda',
      carriage: 'inline',
      author: 'specialist',
      text: `# Reason for consult
Polyarthritis on pembrolizumab in known rheumatoid arthritis, not controlled by prednisone 20 mg.

# History of present illness
Remission for six years on hydroxychloroquine. After the fourth infusion symmetrical arthritis of hands, wrists, feet and right knee. Twelve days of prednisone 20 mg brought perhaps a third. For the last four days her son has dressed her, cut her food and helped her from the toilet; she sleeps in a chair. Pain 8 out of 10. No fever, no eye symptoms, no mouth ulcers.

# Physical findings
Swollen joints 14, tender 22 of 28. Grip 40 mmHg both sides. Knee effusion right, wrists with marked tenosynovitis of the extensors. DAS28-CRP 6.9. Skin, eyes and lungs normal.

# Results
CRP 94 mg/L, ESR 88. Ultrasound: power Doppler grade 3 in both wrists and MCP 2, effusion in the knee, no new erosion.

# Assessment
Immune checkpoint inhibitor induced flare of seropositive rheumatoid arthritis. CTCAE arthritis grade 3: severe pain with inflammation and loss of self care. No infection: culture of the fluid sterile.

# Recommendations
- prednisone 40 mg for one week, minus 5 to 10 mg weekly to 10 mg, then slow to 5 mg
- methotrexate 15 mg once a WEEK, day fixed as Thursday, with folic acid 5 mg on Mondays; liver and blood count every two weeks. No co-trimoxazole with it
- tocilizumab if prednisone cannot go under 10 mg in eight weeks, bowel history permitting
- hold the next infusion; may go on as soon as she is at grade 1 with 10 to 15 mg of prednisone
- knee injected with triamcinolone 40 mg today
- calcium, vitamin D; atovaquone while on 20 mg or more`,
    },
    {
      day: -133,
      at: '09:00',
      kind: 'progress',
      title: 'Thoracic oncology, cycle 5 held',
      format: 'rtf',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Decision
Cycle 5 of pembrolizumab on HOLD because of arthritis grade 3 (see rheumatology of yesterday). CT after four cycles: primary 1.9 cm from 4.1, nodules gone, rib sclerotic. There is room to wait.

# Today
In a wheelchair with her son. Knee better after the injection, hands as yesterday. Prednisone 40 mg begun. Blood pressure 128/74, glucose 132, TSH 2.1.

# Review of systems
Skin negative. Bowel negative. Chest negative. Eyes negative. Joints negative.

# Comment on the line above
The review of systems is the template and the joints are obviously not negative.

# Plan
See in three weeks. If grade 1 and at most 15 mg of prednisone: cycle 5. Methotrexate starts Thursday; son has the weekly box. No alcohol. Contraception not relevant.

# Medicines
Prednisone 40 mg, pantoprazole 40 mg, hydroxychloroquine 200 mg twice, vitamin D and calcium; methotrexate from Thursday.

# Examination
ECOG 3 for the joints and not for the lung. SpO2 97, chest clear. Fourteen swollen joints by the count of the rheumatologist, which I do not repeat.

# Imaging
CT two weeks ago, compared with the start: see above. No pneumonitis, no adenopathy. The hands were filmed last week, no new erosion.`,
    },
    {
      day: -127,
      at: '13:20',
      kind: 'telephone',
      title: 'Pharmacist and nurse call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Joint call w/ pharmD re MTX. Label at retail pharmacy read "15 mg DAILY" -> caught by son!! Corrected w/ pharmacy: 15 mg (6 x 2.5 mg) ONCE WEEKLY, THURSDAYS, folate 5 mg MON. Pt has taken one dose only (today, right day). Teach-back x2, note on fridge. Safety report filed.

Joints: pain 4/10, d7 of pred 40. Dresses herself again except bra. Stiffness 45 min. Glucose 140-170. Sleep 4 h. Mood ok. No mouth sores, no fever. Labs in 2 wk: CBC, ALT, Cr.

Grip improved: opens bottle w/ rubber. Pred 40 at 08:00. BP 138/80. No infection sx. Knee dry since injection. Walks to bathroom alone x4 d. HCQ cont. Vaccines: not live. Alcohol none. MTX teaching points: weekly only, rash/mouth sores/cough/fever call, no TMP-SMX from any doctor (card in purse). PCP + retail pharmacy phoned and faxed.`,
    },
    {
      day: -112,
      at: '09:35',
      kind: 'progress',
      title: 'Thoracic oncology, pembrolizumab resumed',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# S
Pred 15, MTX wk 3. Stiff 20 min. Buttons ok. Sews 1 h. Rib no pain. Walks 2 km.

# O
SJC28 2, TJC28 3. R wrist mild. Knee dry. ECOG 1. SpO2 97. Face round. No oral ulcers.

# Labs
CRP 14, ALT 22, WBC 8.8, plt 288, Cr 0.7, TSH nl.

# ROS (template)
Constitutional neg, CV neg, Resp neg, GI neg, Skin neg, Neuro neg, MSK see S.

# A/P
1. NSCLC PR. Pembro #5 today (6 wk since #4).
2. RA flare / ICI arthritis: was G3, now G1, on pred 15 + MTX 15 weekly + HCQ. Taper 2.5/wk to 7.5.
3. Data on steroid & ICI efficacy discussed; dose is falling.
4. Labs MTX q2wk x3 then monthly. CXR/CT for MTX lung vs ICI lung: baseline CT clean, so will we know? keep in mind.
5. Flu + pneumococcal vaccines given.

# Meds
pred 15, MTX 15 Thurs, folate 5 Mon, HCQ 200 bid, atovaquone 1500 (till pred < 15), panto 40, Ca/D.

# Function
Stairs w/ rail. Cooks. No help in dressing since wk 1. Cane for outdoor.

Rheum letter received, agrees w/ resume. Written plan if flare: pred up to 20, call, no skip of MTX.`,
    },
    {
      day: -70,
      at: '10:05',
      kind: 'progress',
      title: 'Thoracic oncology, pembrolizumab 7',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Two more infusions without a new flare. Prednisone 5 mg since last week, methotrexate 15 mg on Thursdays, hydroxychloroquine. Stiffness ten minutes. She has taken up mending for the neighbors again. A cold two weeks ago passed.

# Joint count
| Visit | Swollen | Tender | CRP | Prednisone |
| start | 0 | 0 | 7 | 0 |
| after 4 | 9 | 14 | 58 | 20 mg |
| worst | 14 | 22 | 94 | 40 mg |
| after 5 | 2 | 3 | 14 | 15 mg |
| today | 0 | 1 | 6 | 5 mg |

# Assessment and plan
- Lung cancer: continued response, CT in six weeks.
- Rheumatoid arthritis flare by pembrolizumab, grade 3 at worst, now grade 1 on low doses. Keep prednisone 5 mg for the duration, rheumatology agrees.
- Liver and counts fine on methotrexate.
- No cough, no lung change.`,
    },
    {
      day: -28,
      at: '09:50',
      kind: 'nursing',
      title: 'Infusion visit, pembrolizumab 9',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `#9. AM stiffness 10 min, rings on, opens own jar. Pred 5, MTX Thurs (box checked: correct), folate Mon, HCQ. No mouth sores, cough, D, rash. VS 36.5/72/120/72/98. Wt 64.1. CRP 5 ALT 24 TSH 2.3 CBC ok. Warm pack, 24G, 30 min, no rxn. Eye exam HCQ due in spring, referral placed. Made new curtains for infusion bay 4, thanked!

Tox screen neg x15 (incl cough/SOB as on MTX + ICI). Gluc 108. PIV 2nd attempt. BP home 120s. Pred never below 5 per plan. Wallet card + MTX card both seen. Shoes w/ soft toe box. Flu vac done. CT in 3 wk. Asks when HCQ can stop: never w/o rheum. Left 11:40 w/ son.`,
    },
  ],
  episodes: [
    {
      term: 'arthritis',
      grade: 3,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -154,
      because:
        '14 swollen joints, son dresses her, "CTCAE arthritis grade 3", prednisone 40 mg, methotrexate; cycle held.',
    },
  ],
}
