import { CK, CRP, ESR } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `MELANOMA HISTORY (copied forward): right upper arm, Breslow 2.9 mm with ulceration, one of two sentinel nodes positive with a deposit of 1.8 mm, stage IIIB, wide excision, no completion dissection. Staging without distant disease. Adjuvant nivolumab for one year. Graves disease treated with radioiodine in 1998, since then levothyroxine. Heberden nodes. Left frozen shoulder 2015, healed without residue.`

export const jolantaFairweather: Story = {
  id: 'jolanta-fairweather',
  name: { given: 'Jolanta', family: 'Fairweather' },
  gender: 'female',
  born: '1956-07-16',
  shows:
    'Polymyalgia-like syndrome and inflammatory arthritis (grade 2) on adjuvant nivolumab, treatment continued on low prednisone.',
  diagnosis: 'Cutaneous melanoma, stage IIIB, resected, adjuvant therapy',
  treatments: [
    {
      agents: ['nivolumab'],
      charted: 'ndc',
      text: 'Opdivo 480 mg IV every 4 weeks',
      days: [-280, -252, -224, -196, -140, -112, -84, -56, -28],
    },
  ],
  problems: [
    { text: 'Heberden nodes, both hands', day: -3000 },
    { text: 'Hypothyroidism after radioiodine 1998, on levothyroxine', icd10: 'E89.0', day: -9000 },
    { text: 'Frozen shoulder left, 2015', status: 'resolved' },
  ],
  drugs: [
    { text: 'levothyroxine 112 mcg PO daily', from: -9000, reason: 'after radioiodine' },
    { text: 'naproxen 500 mg PO bid', from: -206, until: -196, reason: 'shoulder pain' },
    { text: 'prednisone 20 mg PO daily, slow taper', from: -192, until: -84, reason: 'polymyalgia-like syndrome' },
    { text: 'prednisone 7.5 mg PO daily', from: -84, reason: 'arthritis' },
    { text: 'hydroxychloroquine 200 mg PO bid', from: -84, reason: 'arthritis' },
  ],
  laboratory: [
    {
      ...CRP,
      values: [
        [-281, 2],
        [-224, 3],
        [-194, 62],
        [-180, 9],
        [-140, 4],
        [-90, 28],
        [-56, 7],
        [-29, 4],
      ],
    },
    {
      ...ESR,
      values: [
        [-281, 14],
        [-194, 88],
        [-180, 34],
        [-90, 46],
        [-29, 18],
      ],
    },
    {
      ...CK,
      values: [
        [-281, 74],
        [-194, 61],
        [-90, 70],
      ],
    },
  ],
  notes: [
    {
      day: -280,
      at: '09:20',
      kind: 'progress',
      title: 'Melanoma clinic, adjuvant start',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# HPI
69F, melanoma R upper arm, Breslow 2.9 ulcerated, one of two sentinel nodes positive (1.8 mm). WLE done, no completion dissection. PET/MRI clear. Adjuvant nivo 480 q4w x13 planned.

# PMH
Graves 1998 -> radioiodine -> hypothyroid on LT4 112 for 25+ years. Heberden nodes. L frozen shoulder 2015, resolved. Menopause 51.

# ROS
Thumbs stiff few minutes AM. Otherwise neg x10.

# Exam
ECOG 0. BP 132/80. 70 kg. Heberden/Bouchard bony, no synovitis. Shoulders full ROM incl L. Scar clean. No nodes.

# Labs
TSH 1.6 on LT4, CRP 2, ESR 14, CK 74, RF neg, CCP neg (taken because of hands).

# A/P
- nivo #1 today
- hypothyroidism is old and iatrogenic -> do not report as irAE, but TSH q8w, may need more LT4
- prior autoimmune thyroid disease: small added risk, she accepts
- DEXA

# Meds
LT4 112, vit D. Allergy none.

# Social
Retired headmistress, coast walker, sister next door. 1 glass wine/d. Never smoker. Sunburns in youth in Dorset. Reads the leaflet with a pencil; four written questions answered (sun, wine, vaccines, holidays).`,
    },
    {
      day: -252,
      at: '10:00',
      kind: 'nursing',
      title: 'Infusion visit 2',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Nivolumab 480 #2. No issue after #1 other than "a nap the next day". Denies rash, loose BM, cough, SOB, HA, fever. Hands: usual AM stiffness 5 min. LT4 taken. VS 36.4/68/128/76/98 wt 70.2. Labs TSH 1.9, ALT 17, Cr 0.8. 22G L hand. 30 min, tolerated. She's walking the coast path with her sister next week, wants to know about sun: hat, SPF50, long sleeves; R arm scar especially. Next in 4 wk.`,
    },
    {
      day: -206,
      at: '15:00',
      kind: 'telephone',
      title: 'Telephone encounter',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `C/o pain + stiffness both shoulders and neck x 9 d, bra and comb hurt till about 11 am but she manages, better in the PM. Thighs stiff too, "roll out of bed like a log". No swelling of joints. No HA, no scalp tenderness, no jaw pain on chewing, no vision change (asked specifically). No fever. Took sister's naproxen, helps a little. Nivo #3 was 18 d ago.

Per MD: naproxen 500 bid w/ food x10d, CK + CRP + ESR before next visit; if visual sx or jaw pain -> ED same day. Pt repeats back.`,
    },
    {
      day: -194,
      at: '11:30',
      kind: 'progress',
      title: 'Immunotoxicity clinic',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Reason for visit
Girdle pain on adjuvant nivolumab, infusion four given two days ago.

# History
Three weeks of symmetrical shoulder, neck and hip girdle pain with morning stiffness of two to three hours. Sleeves and socks take her half an hour, though she manages alone; she has given up the coast path and shopping alone. Naproxen did next to nothing. No headache, no jaw claudication, no visual symptom, no fever. No weakness: once warmed up she lifts a full kettle.

# Examination
Active abduction 80 degrees on both sides, passive free but painful. Hips painful in rotation. Strength 5/5 when pain allows. No synovitis of hands, wrists, knees. Temporal arteries soft, pulsating, not tender. No rash.

# Results
CRP 62, ESR 88, CK 61, TSH 1.7, RF and CCP negative, SPEP without band. Ultrasound of the shoulders this morning: bilateral subdeltoid bursitis and biceps tenosynovitis.

# Assessment
Polymyalgia rheumatica-like syndrome from nivolumab, grade 2 (limits instrumental activities; dresses slowly, but by herself). No sign of giant cell arteritis. Not myositis, CK normal.

${HISTORY}

# Plan
- Prednisone 20 mg in the morning, calcium/D, PPI not needed
- Hold nivolumab this month
- Rheumatology within two weeks
- Call for any visual symptom: emergency`,
    },
    {
      day: -180,
      at: '13:40',
      kind: 'consult',
      title: 'Rheumatology consult',
      format: 'ccda',
      carriage: 'binary',
      author: 'specialist',
      text: `# Reason for consult
Polymyalgia under PD-1 antibody, steroid sparing, question whether immunotherapy can be resumed.

# History of present illness
Within 48 hours of prednisone 20 mg she was, in her words, ninety percent new. Stiffness now fifteen minutes. Sleeps. Fasting sugar 101.

# Physical findings
Shoulders abduct to 160 degrees. No peripheral synovitis today. Heberden nodes, firm and cold. Temporal arteries normal; vascular ultrasound of temporal and axillary arteries done by me: no halo.

# Results
CRP 9, ESR 34. ANA 1:160 speckled, unspecific. Hepatitis serology negative, QuantiFERON negative.

# Assessment
Immune-related polymyalgia rheumatica, seronegative, excellent response, no vasculitis.

# Recommendations
Taper 20, 17.5, 15, 12.5, 10 by two-week steps, then 1 mg per month. Nivolumab may resume at 10 mg prednisone or less. If she flares above 10 mg: tocilizumab or methotrexate, with regard to her bowel and liver. Adjuvant setting: weigh benefit honestly.

# Medications
Levothyroxine 112 mcg, prednisone 20 mg, calcium with vitamin D. Naproxen stopped.

# Social
Retired teacher. Sleeps well again, sings in the car. No bowel symptom, no dry mouth, no Raynaud. Vaccinated against pneumococcus; live vaccines not while on prednisone.`,
    },
    {
      day: -140,
      at: '09:45',
      kind: 'progress',
      title: 'Melanoma clinic, nivolumab resumed',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
On pred 10. Shoulders good, stiff 10 min. Did 6 km walk. Wants to go on with nivo; we talked about 4/13 doses given, absolute benefit, chance of flare maybe 50%. She decides for it.

# Exam
ROM shoulders full. No synovitis. Skin: 3 mm depigmented halo around a back nevus (new?), photo. Nodes neg. Scar ok. BP 136/82 wt 72.

# Labs
CRP 4, TSH 2.1, ALT 20, gluc 104.

# A/P
- nivo #5 today
- PMR-like irAE G2, now G1 on pred 10, continue taper 1 mg/mo
- halo nevus: look again, derm at 3 mo
- CT/MRI due next month
- LT4 unchanged

# Meds
pred 10, LT4 112, Ca/D, no NSAID. BP at home 130s. Fasting gluc 99.

${HISTORY}

# Tox review
bowel 0, lung 0, liver 0, skin halo nevus, thyroid old, eyes 0, joints = shoulders as above, hands bony only. Energy 8/10. No headache or jaw claudication at all since the beginning. Knows the red flags for arteritis by heart and recited them to me like a poem.`,
    },
    {
      day: -90,
      at: '10:50',
      kind: 'progress',
      title: 'Urgent visit, swollen hands',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Complaint
Two weeks of swollen right wrist and knuckles, left knee since Friday. Rings had to be cut off. Prednisone was at 7.5 mg.

# Joint examination
| Joint | Right | Left |
| Wrist | swollen, warm, flexion 30 degrees | normal |
| MCP 2 and 3 | swollen | tender |
| Knee | normal | effusion, warm |
Shoulders stay good. Heberden nodes as ever. Temperature 37.0. Psoriasis none, nails normal, no enthesitis, eyes white.

# Aspiration
Left knee: 35 mL, cloudy yellow, leukocytes 14,200, 71 percent neutrophils, no crystals, Gram stain and later culture negative.

# Laboratory
CRP 28, ESR 46, RF and CCP negative again, uric acid 4.9, CK 70.

${HISTORY}

# Assessment and plan
- New inflammatory oligoarthritis on nivolumab, grade 2: cannot open jars, write or drive; washes and dresses herself. Infection and crystals excluded. Different from her osteoarthritis.
- Prednisone up to 20 mg for a week, then 15, 10, 7.5; triamcinolone 40 mg into the knee today.
- Nivolumab number seven next week only if better; rheumatology to choose a steroid sparer.`,
    },
    {
      day: -84,
      at: '14:15',
      kind: 'telephone',
      title: 'Rheumatology nurse call',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Knee dry since injection, wrist half. Grip better, opened yoghurt. Rheum started HCQ 200 bid (eye exam booked, baseline OCT), pred 7.5 after short burst went fast down because she hates the moon face (MD aware, ok if CRP falls). Nivo #7 given today per Dr V as sx G1. BP 138/84. No GI upset from HCQ. Will keep joint diary. Retina visit date 12th. Asked about MTX: not now, alcohol 1 glass wine/d + liver on nivo.`,
    },
    {
      day: -56,
      at: '09:30',
      kind: 'nursing',
      title: 'Infusion visit 8',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Nivo #8. Joint diary: AM stiffness 20 min, wrist 2/10, knee 0, shoulders 1/10. Pred 7.5, HCQ bid w/ food, no nausea. Driving again. CRP 7. No rash, GI, resp. LT4 112 TSH 2.0. VS 36.6/72/134/78 wt 72.8. Given over 30 min, no reaction. Bruise R forearm from gardening. Retina baseline fine per pt.

Meds: pred 7.5, HCQ 200 bid, LT4 112, Ca/D. Sleep ok. Mood "cautiously cheerful". Sister reports she opens jars herself. Labs ALT 20, Cr 0.8, gluc 96. Next infusion in 4 wk w/ MD visit.`,
    },
    {
      day: -28,
      at: '10:15',
      kind: 'progress',
      title: 'Melanoma clinic',
      format: 'rtf',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Ninth of thirteen doses. Joints: right wrist stiff for ten minutes, no swelling she can see. On prednisone 7.5 mg and hydroxychloroquine 200 mg twice daily. Shoulders free. Walks the coast path again. No new symptom from bowel, lung, skin.

# Examination
Right wrist with slight synovial thickening, MCP joints slim, left knee dry. Grip 24 kg right, 23 kg left. Halo nevus unchanged. No nodes, scar soft.

# Results
CRP 4, ESR 18, TSH 1.8, ALT 19, creatinine 0.8. CT without relapse.

# Assessment
1. Melanoma stage IIIB: no evidence of disease.
2. Immune-related arthritis, at worst grade 2, now grade 1 on treatment.
3. Polymyalgia-like syndrome: quiet on the same prednisone.
4. Old post-radioiodine hypothyroidism, unchanged dose.

# Plan
Nivolumab today. Prednisone 1 mg less each month. DEXA shows osteopenia, alendronate weekly.

${HISTORY}

# Medicines and habits
Prednisone 7.5 mg, hydroxychloroquine 200 mg twice daily, levothyroxine 112 mcg, calcium with D. Wine on Sundays only. Weight 72.5 kg, BP 134/80, fasting glucose 98. Ophthalmology: next retina check in a year. She has written a walking guide during the illness and left us a copy.`,
    },
  ],
  episodes: [
    {
      term: 'polymyalgia',
      grade: 2,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -215,
      because: 'Girdle pain with stiffness, CRP 62, bursitis, "grade 2"; still on prednisone.',
    },
    {
      term: 'arthritis',
      grade: 2,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -104,
      because: 'Synovitis of wrist and knee, aspirate 14,200, "grade 2"; hydroxychloroquine.',
    },
  ],
}
