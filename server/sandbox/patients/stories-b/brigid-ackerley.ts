import { EOSINOPHILS, TSH } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

export const brigidAckerley: Story = {
  id: 'brigid-ackerley',
  name: { given: 'Brigid', family: 'Ackerley' },
  gender: 'female',
  born: '1951-02-04',
  shows:
    'Lichenoid and psoriasiform eruption (grade 2) with itch on cemiplimab, held for one dose, settled by clobetasol, phototherapy and acitretin.',
  diagnosis: 'Cutaneous squamous cell carcinoma of the left cheek, locally advanced, with parotid node',
  treatments: [
    {
      agents: ['cemiplimab'],
      charted: 'hcpcs',
      text: 'LIBTAYO (cemiplimab-rwlc) 350 mg IV over 30 min',
      days: [-252, -231, -210, -189, -168, -147, -126, -63, -42, -21],
    },
    {
      agents: ['cemiplimab'],
      charted: 'text',
      text: 'cemiplimab 350 mg IV, dose held for skin',
      days: [-105],
      status: 'not-done',
    },
  ],
  problems: [
    { text: 'Actinic keratoses, multiple', icd10: 'L57.0' },
    { text: 'Lichenoid drug eruption, PD-1 inhibitor', day: -112 },
    { text: 'Essential hypertension', icd10: 'I10' },
  ],
  drugs: [
    { text: 'lisinopril 10 mg PO daily', from: -2000 },
    { text: 'clobetasol 0.05% ointment BID to body plaques', from: -119, until: -30, reason: 'lichenoid eruption' },
    { text: 'triamcinolone 0.1% dental paste TID', from: -112, until: -60, reason: 'oral lichenoid change' },
    { text: 'hydroxyzine 10 mg PO qHS prn itch', from: -119, until: -50, reason: 'pruritus' },
    { text: 'acitretin 10 mg PO daily', from: -98, reason: 'psoriasiform and lichenoid eruption' },
  ],
  laboratory: [
    {
      ...EOSINOPHILS,
      values: [
        [-253, 0.2],
        [-190, 0.3],
        [-127, 0.6],
        [-98, 0.5],
        [-42, 0.3],
      ],
    },
    {
      ...TSH,
      values: [
        [-253, 2.6],
        [-169, 2.9],
        [-106, 2.4],
        [-42, 2.7],
      ],
    },
  ],
  notes: [
    {
      day: -252,
      at: '09:20',
      kind: 'history-and-physical',
      title: 'Skin cancer clinic, start of systemic therapy',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Reason for visit
First cemiplimab for an inoperable squamous cancer of the left cheek.

# History
Retired ferry purser in her mid seventies, 45 summers on deck without a hat. Two years ago Mohs for a 2 cm lesion of the left cheek; regrowth last autumn with a firm parotid node. Surgeons see no way without the facial nerve and she will not hear of radiation after what her sister went through. Tumor board: cemiplimab.

Past: hypertension on lisinopril for six years, hip replacement, more keratoses frozen than she can count. Skin otherwise has always been "leather". No psoriasis, no lichen planus, no eczema. Nephew with celiac disease.

# Exam
ECOG 1, 63.4 kg. Cheek: 4.1 x 3.6 cm ulcerated nodule, rolled edge. Parotid node 2.3 cm. Facial nerve intact. Field damage of scalp, forearms and hands. Mouth clean, upper denture. Nails normal. Joints: Heberden nodes only.

# Labs
Eos 0.2, TSH 2.6, ALT 17, creatinine 0.9, LDH 201. HBV, HCV, HIV negative.

# Plan
- cemiplimab 350 mg every 3 weeks, scan after 4
- photographs of the whole skin today as a baseline, since so much is there already
- emollient daily, hat
- counselled on skin, bowel, lung, liver and hormone effects; hotline card handed over`,
    },
    {
      day: -210,
      at: '10:05',
      kind: 'nursing',
      title: 'Infusion visit, cycle 3',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `C3 Libtayo 350. Dressing to L cheek changed: crust dry, smaller, less smell, pt delighted ("can wear my scarf again"). Denies itch, rash, loose BM, cough, SOB, joint pain. Eats well w/ denture. VS 36.5 / 72 / 134/78 / 97% RA, wt 63.9. PIV L FA x1 attempt. NS flush, 30 min inf, no rxn, obs 15 min ok.

Meds rev: lisinopril only. Emollient bid "when I remember". Labs ok to treat per RN parameters. Next 3 wk w/ MD + photo.

Sx screen by list: fatigue 1/10, appetite ok, nausea 0, stools 1 formed, urine ok, no fever. Eyes not dry. Fall risk low, walks with her sister's old umbrella. Wound nurse comes Tues/Fri, dressing paraffin gauze + foam. Last TSH on file ok, next due C5.`,
    },
    {
      day: -168,
      at: '09:40',
      kind: 'progress',
      title: 'Skin cancer clinic, C5',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      text: `S: Cheek flat now, she touches it all day and is told not to. Slight itch of shins after showers since ~2 wk, no rash that she sees. Appetite good. No GI/resp c/o.

O: ECOG 0-1. Cheek scar-like plaque 1.4 cm, node 0.8. Shins xerotic, fine scale, few excoriations none. Mouth nl. CT neck after 4: PR (sum 6.4 -> 2.1 cm).

ROS template: constitutional neg, eyes neg, ENT neg, CV neg, GI neg, GU neg, MSK neg, neuro neg, psych neg, skin per HPI.

A/P
1. cSCC PR. C5 today.
2. Dry skin w/ itch, winter heating, elderly skin. Emollient, lukewarm showers. Not calling it anything yet.
3. AKs: several on scalp inflamed & regressing - field effect of PD-1? cosmetically a bonus.
TSH 2.9. RTC 3 wk.

# Meds reviewed
lisinopril 10, vit D. No thiazide (asked because of skin), no beta blocker, no herbal.

# Social
Lives above the chandlery with one cat. Widow. Niece drives. Sings alto. Alcohol: one sherry on Sundays. Former smoker, stopped at 40. She has knitted a cap for the cheek dressing, which pharmacy admired.

Imaging detail: CT neck w/ contrast 9 wk: cheek 4.1 -> 1.5, parotid node 2.3 -> 0.6, no new nodes, lungs clear, thyroid unremarkable.`,
    },
    {
      day: -119,
      at: '11:30',
      kind: 'telephone',
      title: 'Nurse triage',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Pt calls 1 wk after C7. "Purple bumps" both wrists and ankles x 10 d, now shins and small of back, very itchy, wakes up 1-2x/night. Used OTC HC 1% no help. No blisters, no fever, no facial swelling, no sore eyes. Mouth "rough" on left cheek inside, can eat. No new drugs or soaps (lisinopril yrs). Sent 4 photos via portal -> shiny flat topped papules wrists.

D/w Dr V: clobetasol oint bid, hydroxyzine 10 hs prn, derm slot this wk. Falls caution w/ hydroxyzine in her 70s, start w/ half. C8 decision after derm. Call/ED if blisters, skin pain, mouth/eye sores, fever.

Asked re mouth: rough patch not painful, hot tea ok, denture sits fine. Genital skin no c/o. Joints ok. BM 1. Temp 36.6. Photo review w/ Dr V 12:10. Derm desk called, slot Fri 14:00 confirmed w/ niece. Written plan sent to portal in large print. Call time 14 min.`,
    },
    {
      day: -115,
      at: '14:10',
      kind: 'consult',
      title: 'Dermatology consultation',
      format: 'ccda',
      carriage: 'inline',
      author: 'specialist',
      text: `# Reason for consult
Itchy papules after seven doses of a PD-1 antibody; please advise and biopsy.

# History of present illness
About two weeks of violaceous papules that began at the wrists and spread to ankles, shins and lumbar skin. Itch 6 out of 10, sleep broken. In the last days thicker scaly plaques on elbows and along the hairline. No antimalarial, no thiazide, no beta blocker; lisinopril for more than five years. She never had psoriasis, neither has her family.

# Physical findings
Polygonal flat-topped violaceous papules with fine white lines on volar wrists, ankles, shins and sacrum; well-demarcated erythematous plaques with silvery scale on both elbows and the frontal hairline. Together about 14 percent of body surface. Left buccal mucosa with a lacy white network, no erosion. Vulva declined. Nikolsky negative. Nails: two with fine pits, new.

# Procedure
Punch 4 mm right shin and left elbow, lidocaine with epinephrine, one suture each. A third punch for direct immunofluorescence from perilesional skin.

# Assessment
Lichenoid eruption with psoriasiform plaques, drug-induced, from cemiplimab. Moderate: more than topical emollient is required, sleep is affected. CTCAE grade 2. No sign of pemphigoid or SJS.

# Recommendations
- clobetasol ointment twice daily to body, desonide in folds, triamcinolone dental paste
- narrow-band UVB is awkward in somebody with this much sun damage; if used, shield the face and keep the count low
- avoid systemic steroid if we can: rebound of psoriasis, and she responds so well to the antibody
- acitretin 10 mg if topical fails after 2 to 3 weeks (also helps her keratoses); lipids first
- treat C8 late rather than never`,
    },
    {
      day: -112,
      at: '08:30',
      kind: 'pathology',
      title: 'Skin biopsies, right shin and left elbow',
      format: 'plain',
      carriage: 'inline',
      author: 'pathologist',
      text: `A. SKIN, R SHIN, PUNCH: Hyperkeratosis with focal parakeratosis, wedge hypergranulosis, saw-toothed rete. Band-like lymphocytic infiltrate hugging the junction, basal vacuolar change with numerous colloid bodies, some high in the epidermis. Scattered eosinophils. No subepidermal split.
Dx: lichenoid interface dermatitis; eosinophils and parakeratosis favour a drug cause over idiopathic lichen planus.

B. SKIN, L ELBOW, PUNCH: Regular acanthosis, thinned suprapapillary plates, confluent parakeratosis with neutrophils, diminished granular layer; patchy basal vacuolization at one edge.
Dx: psoriasiform dermatitis with focal interface change, overlap pattern. PAS negative for fungi.

C. DIF, PERILESIONAL: IgG, IgA, IgM, C3 negative at the basement membrane. Fibrin shaggy at junction. No evidence of pemphigoid.

Comment: the combination is described with PD-1 blockade. Clinical correlation. R. Lindqvist

CLINICAL INFORMATION SUPPLIED: PD-1 antibody since five months, violaceous papules and scaly plaques, rule out lichen planus, bullous pemphigoid, psoriasis.

GROSS: three punches 4 mm each, A and B in formalin bisected, C in Michel medium. Levels x3 examined for A.`,
    },
    {
      day: -105,
      at: '10:20',
      kind: 'progress',
      title: 'Skin cancer clinic, C8 visit',
      format: 'rtf',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Two weeks of clobetasol. Wrists flatter, elbows not. New lesions on thighs and under the breasts. Itch 5/10, hydroxyzine half tablet makes her "stupid until ten". Mouth stings with citrus. She can button and cook, has stopped the choir because of the hairline.

# Examination
Roughly 18 percent of body surface by palm count. Violaceous papules and scaly plaques as the dermatologist describes. Buccal lace both sides, no ulcer. No blister. Cheek scar soft, node not palpable.

# Results
Eosinophils 0.6 three weeks ago, TSH 2.4, ALT 19, lipids fine. Biopsy: lichenoid interface dermatitis and psoriasiform dermatitis, immunofluorescence negative.

# Assessment and plan
1. Lichenoid/psoriasiform dermatitis from cemiplimab, grade 2, still spreading. HOLD C8 today, one cycle at a time.
2. Acitretin 10 mg daily from next week when pharmacy has it (no alcohol, dry lips explained). Stop hydroxyzine if foggy; cetirizine 10 mg in the morning instead.
3. Pruritus grade 2.
4. No prednisone. Tumor responds; we can afford to wait.
5. Dermatology every two weeks, UVB twice a week with face shield.

# Current medicines
Lisinopril 10 mg, clobetasol ointment, triamcinolone paste, hydroxyzine half tablet, emollient by the bucket.

# Other organs
No cough, bowel once a day, no joint swelling, no dry eyes, no weight loss. ECOG 1. Weight 63.1 kg, BP 132/78. The heel and the soles are free. No vulvar soreness when asked directly, and she still declines examination.

# Pharmacist's remark
Acitretin: no tetracyclines with it (pressure in the head), lipids and transaminases at two and six weeks, sun sensitivity together with UVB. Dose to stay at 10 mg given her age and a creatinine clearance of 52.`,
    },
    {
      day: -91,
      at: '13:05',
      kind: 'message',
      title: 'Portal message',
      format: 'plain',
      carriage: 'inline',
      author: 'coordinator',
      text: `Patient writes: "Dear all, the light box is warm and boring but I think the legs are fading to brown. Lips crack from the new capsule. My friend from the choir had the same cancer drug and says it gave her a bad bowel for months, will I get that too? I go once a day as ever. B. Ackerley"

Reply (P. Halvorsen for RN): glad legs are better. Cracked lips are expected from acitretin, use plain petrolatum, tell us if nosebleeds. Bowel trouble is possible w/ any of these medicines but you have no sign of it; call if more than 3 extra stools per day. Reminder blood test (fats + liver) before next derm visit.`,
    },
    {
      day: -63,
      at: '09:15',
      kind: 'progress',
      title: 'Skin cancer clinic, restart',
      format: 'html',
      carriage: 'binary',
      author: 'oncologist',
      text: `# Interval history
Nine weeks since the last infusion. Fourteen sessions of UVB, acitretin 10 mg, clobetasol now only at weekends. Itch 1/10, sleeps through. Mouth no longer sore, paste stopped. Back in the choir, second row.

# Objective
| Area | Now | Worst |
| Papules and plaques | 3 percent, mostly brown marks | 18 percent |
| Mouth | faint lines left | lace both sides |
| Nails | pits growing out | pits |

Cheek scar, node not palpable. Weight 64.0 kg. Triglycerides 148, ALT 22.

# Assessment and plan
- Squamous cancer: near complete response that held through the gap.
- Lichenoid and psoriasiform dermatitis from cemiplimab: grade 2 at worst, now grade 1. Restart cemiplimab at the usual dose with acitretin as cover.
- Itch gone to grade 1, antihistamine only as needed.
- Hold again if more than 10 percent or mouth erosions. Photographs today beside those of the baseline.

# Medicines
Acitretin 10 mg, lisinopril 10 mg, clobetasol at weekends, petrolatum for the lips. Cetirizine box unopened for a month. No retinol or vitamin A products, confirmed with the niece on the phone.`,
    },
    {
      day: -21,
      at: '10:40',
      kind: 'nursing',
      title: 'Infusion visit, third after restart',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Libtayo #10 overall (3rd since restart). Skin check top to toe w/ pt consent: brown macules shins + wrists, no active papules, elbows dry w/ 1 cm scale R. Mouth: fine lines L cheek, no sores. Itch 0-1. Stools 1/d, no cough, no joint sx, no eye sx. Lips dry (acitretin), petrolatum. VS 36.4/70/130/76/98. Wt 64.6.

PIV R hand 22G. 30 min no rxn. Clobetasol not used for 9 d. UVB ended last mo (22 sessions). Labs: eos 0.3 last time, TSH 2.7. Sunscreen + hat talk; she came w/o the hat, "it was raining". Next 3 wk, CT due after.

C/o none at end. Skin photos x6 uploaded next to baseline set. Fluids ok. Reviewed: new blisters, mouth ulcers, fever = call same day. Acitretin supply 4 wk left, refill msg to derm. Lipids due w/ next draw. BP cuff at home 128-134. Flu shot L arm 2 wk ago no local rxn.

Pharmacist phoned re lisinopril refill, unchanged. Gait steady. Pain 0. Appetite good, weighs up. Niece collects at 11:40; next dressing none needed, cheek closed since spring.`,
    },
  ],
  episodes: [
    {
      term: 'psoriasis-lichenoid-eczema',
      grade: 2,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -129,
      because:
        'Biopsy-proven lichenoid/psoriasiform dermatitis, 18 percent of body surface, "grade 2"; dose held; now grade 1.',
    },
    {
      term: 'pruritus',
      grade: 2,
      attribution: 'immunotherapy',
      status: 'present',
      onsetDay: -129,
      resolvedDay: -63,
      because: '"Pruritus grade 2", wakes at night, hydroxyzine and cetirizine.',
    },
  ],
}
