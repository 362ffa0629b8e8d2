import { CREATININE, TSH } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

export const lorcanHollister: Story = {
  id: 'lorcan-hollister',
  name: { given: 'Lorcan', family: 'Hollister' },
  gender: 'male',
  born: '1953-08-16',
  shows:
    'Infusion-related reaction grade 2 at the first avelumab, continued with premedication and slow rate, nothing after it but a urinary infection.',
  diagnosis: 'Urothelial carcinoma of the bladder, metastatic to nodes, maintenance after gemcitabine and carboplatin',
  treatments: [
    {
      agents: ['avelumab'],
      charted: 'hcpcs',
      text: 'BAVENCIO (avelumab) 800 mg IV over 60 min q2w',
      days: [-182, -168, -154, -140, -126, -112, -98, -70, -56, -42, -28, -14],
    },
    {
      agents: ['gemcitabine', 'carboplatin'],
      charted: 'text',
      text: 'gemcitabine 1000 mg/m2 (1900 mg) IV + carboplatin AUC 4.5 (320 mg) IV',
      days: [-308, -287, -266, -245],
    },
  ],
  problems: [
    { text: 'Chronic kidney disease stage 3b', icd10: 'N18.32' },
    { text: 'Ileal conduit', day: -560 },
    { text: 'Infusion-related reaction to avelumab', icd10: 'T80.89XA', day: -182, status: 'resolved' },
  ],
  drugs: [
    { text: 'acetaminophen 650 mg PO before avelumab', from: -182, until: -112, reason: 'premedication' },
    { text: 'diphenhydramine 25 mg IV before avelumab', from: -182, until: -112, reason: 'premedication' },
    { text: 'sodium bicarbonate 650 mg PO BID', from: -500 },
    { text: 'ciprofloxacin 250 mg PO BID', from: -86, until: -79, reason: 'urinary infection' },
    { text: 'atorvastatin 20 mg PO daily', from: -2500 },
  ],
  laboratory: [
    {
      ...CREATININE,
      values: [
        [-309, 1.8],
        [-183, 1.9],
        [-127, 1.8],
        [-86, 2.2],
        [-71, 1.9],
        [-15, 1.8],
      ],
    },
    {
      ...TSH,
      values: [
        [-183, 3.3],
        [-127, 3.6],
        [-71, 3.1],
        [-15, 3.4],
      ],
    },
  ],
  notes: [
    {
      day: -190,
      at: '11:10',
      kind: 'progress',
      title: 'Bladder cancer clinic, after chemotherapy',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `73M, cystectomy + ileal conduit 1.5 y ago, pelvic/RP node relapse, gem/carbo x4 (CKD 3b, Cr 1.8 his usual) -> PR, largest node 1.1 cm. Now avelumab maintenance q2w.

Left from chemo: fatigue G1, hearing not affected, plt recovered 162, Hgb 10.8. Conduit drains well, bag changes by self. BP 142/78. No edema.

Consent avelumab. Infusion reactions in up to 1/4, mostly first dose(s): APAP + benadryl before first 4. Infection of conduit can look like a reaction (rigors) so UA/culture low threshold, baseline culture sent: mixed flora as expected.

Other irAE teaching done w/ wife. Cr 1.9 baseline noted so nobody calls nephritis at 1.9.

Exam: ECOG 1, 80.5 kg, chest clear, abdomen soft, stoma budded and pink, no parastomal hernia, legs slim. ROS: appetite ok, no cough, no rash, BM daily, no neuropathy to speak of, sleep ok. Meds: bicarb 650 bid, atorvastatin 20. Allergies: none, no previous drug reaction, tolerated contrast. Social: retired seedsman, wife, garden 1 acre.

Labs: TSH 3.3 (normal), ALT 16, glucose 102, K 4.8, bicarb 21, cortisol 13.

ECG NSR 74. Echo not needed. Chair time booked for first dose 4 h. Advance directive on file. Wife has our number on the greenhouse door.`,
    },
    {
      day: -182,
      at: '13:30',
      kind: 'nursing',
      title: 'Infusion nursing note, avelumab 1',
      format: 'html',
      carriage: 'inline',
      author: 'nurse',
      text: `# Before
Acetaminophen 650 mg and diphenhydramine 25 mg IV at 09:30. VS 36.6, HR 76, BP 140/80, SpO2 97%. PIV 22G left forearm.

# Event
| Time | What |
| 10:05 | avelumab 800 mg started, 60 min rate |
| 10:38 | chills, flushed face and neck, back pain 5/10, T 38.3, HR 104, BP 158/90, SpO2 96% |
| 10:39 | INFUSION STOPPED, saline open, Dr Vasterling called to chair |
| 10:43 | diphenhydramine 25 mg IV again, acetaminophen not due, meperidine 12.5 mg IV for rigors, hydrocortisone not given |
| 10:58 | shaking gone, back pain 1/10, T 37.9, HR 90, BP 144/82 |
| 11:20 | no symptoms; restarted at half rate |
| 12:16 | infusion complete, no return of symptoms |

No wheeze, no stridor, no hives, no hypotension at any time. Chest clear. Conduit urine clear, culture sent.

# After
Observed until 13:25. VS 37.2, 84, 138/78, 97%. Wife drives. Card with reaction details given, 24 h number.

# Communication
Reaction form sent to pharmacy with lot number. Dr Vasterling's addendum to follow. Patient says that it felt "like the flu in fast forward".`,
    },
    {
      day: -182,
      at: '15:05',
      kind: 'progress',
      title: 'Addendum by physician',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `Called to chair 10:39. Chills, flush, back pain, T 38.3 33 min into first avelumab. Stopped; antihistamine + 1 opioid dose; symptom free in 20 min; completed at half rate. Infusion related reaction CTCAE grade 2. Not anaphylaxis (no airway, skin or BP involvement, tryptase 6.1 nl), not sepsis (quick offset, UA bland).

Next: same premeds 30-60 min before + famotidine 20 IV, half rate for doses 2-3 then full rate if clean. No steroid premed for now.

Spoke w/ pt + wife at chair and again at discharge. They would like to go on. Pharmacy alerted, order set changed (rate, famotidine). Allergy field: entered as "infusion reaction, not allergy". Photos of flush not taken. IgE not measured. Troponin/ECG done because of back pain: normal, no change.`,
    },
    {
      day: -181,
      at: '09:15',
      kind: 'telephone',
      title: 'Next-day call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `24 h after reaction. Slept 10 h (benadryl). T 36.8. No chills, rash, SOB, back pain. Eating porridge. Conduit ok. Culture pending. Anxious re next dose, explained reactions usually only first 1-2 and we run slow. Wife asks if other pts get this: yes often w/ this drug.

Meds taken: bicarb, atorva, APAP 650 at bedtime. Eating/drinking normal, bag output clear 900 overnight. BP home 136/78 pulse 74. No dizziness. IV site ok. Next dose 13 d. Given: call for T > 38, chills, rash, dyspnea any time in next 48 h. Lives 25 min away.`,
    },
    {
      day: -168,
      at: '12:20',
      kind: 'nursing',
      title: 'Infusion nursing note, avelumab 2',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Ave #2. APAP 650, diphenhydramine 25 IV, famotidine 20 IV at 09:20. Half rate (120 min). q15 VS all stable: T max 36.9, HR 72-80, BP 132-142/76-80. Slight warm face at 40 min, no intervention, passed in 5 min. Nil else. Completed 12:02. Culture from D1: mixed flora, no dominant. Pt slept thru w/ mouth open, wife knitting. Next same slow rate.`,
    },
    {
      day: -126,
      at: '10:40',
      kind: 'progress',
      title: 'Bladder cancer clinic, avelumab 5',
      format: 'rtf',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Four infusions after the first reaction, none with more than a warm face. Full rate since the fourth. Energy fair, gardening. Conduit fine. No cough, stool normal, no itching.

# Exam
ECOG 1. 81 kg. BP 138/76. Stoma pink. No edema, no rash.

# Results
Creatinine 1.8 (his usual), TSH 3.6, ALT 17, hemoglobin 11.9. CT: nodes 0.9 cm.

# Assessment and plan
1. Urothelial cancer in continued response.
2. Infusion-related reaction with avelumab, grade 2 at dose 1, not recurred. Premedication with acetaminophen and diphenhydramine until the sixth infusion, then stop.
3. Kidney disease stable.
4. No immune-related organ toxicity.

# Review of systems
No headache, no eye trouble, no cough, no breathlessness, stool once a day, joints as befits a gardener, no pins and needles. Sleeps with one turn at night to empty the bag.

# Medicines
Sodium bicarbonate 650 mg twice, atorvastatin 20 mg, premedication on infusion days only.

# Talk
He asked how long. As long as it works and does not hurt him, I said. He has ordered seed for two seasons.

# Next
CT in ten weeks, clinic with every second infusion, thyroid tests with every fourth.`,
    },
    {
      day: -86,
      at: '22:10',
      kind: 'emergency',
      title: 'ED note',
      format: 'plain',
      carriage: 'inline',
      author: 'emergency-physician',
      text: `73M ileal conduit, urothelial ca on avelumab (last 12 d ago, #7). Rigors 39.1 tonight, R flank ache, cloudy bag urine. Wife worried "the reaction is back".

PE 38.9 HR 108 BP 124/70 RR 20 97%. R CVA tender. Stoma pink. No rash, lungs clear.

WBC 15.1, Cr 2.2 (1.8-1.9 base), lactate 1.5, UA from fresh catheterized stoma: WBC TNTC nitrite +. US: mild R hydro unchanged from last US. Not an infusion reaction: 12 d out. Not nephritis: pyuria w/ nitrite, fever, flank pain; Cr bump 0.3 w/ fever.

Dx: R pyelonephritis, conduit. Ceftriaxone 1 g, LR 1 L. Well after, wants home. Cipro 250 bid (renal) x7 d, cx f/u. ECG QTc 428. Tendon/QT warning given. Onc msg.`,
    },
    {
      day: -84,
      at: '10:30',
      kind: 'message',
      title: 'Portal exchange',
      format: 'plain',
      carriage: 'inline',
      author: 'coordinator',
      text: `Wife: "He is much better since the drip, no fever today. The man in the next chair said Bavencio ruined his kidneys. Should L. stop it?"

Reply: Culture grew E. coli, the tablet he has works for it. His creatinine rose a little with the fever and we check again Thursday. Other patients' stories are theirs; so far his kidneys show no inflammation from avelumab. The dose of this week is skipped so that he finishes the antibiotic. P.H. / reviewed by Dr Vasterling`,
    },
    {
      day: -70,
      at: '09:55',
      kind: 'progress',
      title: 'Bladder cancer clinic, avelumab 8',
      format: 'ccda',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval history
Pyelonephritis of the right side two weeks ago, E. coli, ciprofloxacin finished. No fever since. Appetite back.

# Objective
T 36.5, BP 136/78, no flank tenderness, stoma healthy.

# Results
Creatinine 1.9 (2.2 with fever), urine sediment bland for a conduit, no eosinophils in blood, TSH 3.1.

# Assessment and plan
Avelumab 8 today without premedication, which he has not needed since number six. Kidney value back at his old baseline, so that nephritis from immunotherapy is not a question. Urology to look at the right ureteral anastomosis.

# Review of systems
Energy returning, stool normal, no cough, no itch, no joint pain.

# Medicines
Bicarbonate, atorvastatin. Ciprofloxacin ended two weeks ago; no tendon pain.

# Comment
The front sheet of the emergency visit proposed "nephritis" as a code. I have asked for its removal.`,
    },
    {
      day: -14,
      at: '11:35',
      kind: 'nursing',
      title: 'Infusion nursing note, avelumab 12',
      format: 'plain',
      carriage: 'binary',
      author: 'nurse',
      text: `#12, full rate, no premed. 36.5/74/134/76/98. No chills/flush/back pain. 60 min complete 11:10. Urine in bag clear yellow. Cr 1.8 TSH 3.4. Denies D, rash, cough, HA. Seeds catalog in lap, plans for broad beans. Hx IRR G2 dose #1 stays on chart banner. Next 2 wk, CT wk after.

PIV R hand 22G. Tox screen x14 negative. Bag changed this AM, skin around stoma ok. Meds: bicarb, atorva. No abx since spring. BP home ok. Wife reports good appetite, naps 1 h. Teach: fever/chills any time = call (conduit infection vs late reaction). Port not needed. Flu + covid given last wk, fine.`,
    },
  ],
  episodes: [
    {
      term: 'infusion-reaction',
      grade: 2,
      attribution: 'immunotherapy',
      status: 'historical',
      onsetDay: -182,
      resolvedDay: -182,
      because: 'Infusion stopped, diphenhydramine and meperidine, quick response, "CTCAE grade 2".',
    },
  ],
}
