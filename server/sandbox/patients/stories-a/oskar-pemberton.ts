import { ALT, CREATININE, HAEMOGLOBIN } from '#server/sandbox/patients/laboratory.ts'
import type { Story } from '#server/sandbox/patients/story.ts'

/** Carried from visit to visit, as such paragraphs are. */
const HISTORY = `HISTORY (copied forward): upper tract urothelial carcinoma, left nephroureterectomy three years ago, nodal relapse, four cycles of gemcitabine with cisplatin, partial response, high-tone hearing loss. Maintenance avelumab every two weeks. Ulcerative colitis since 1998, no flare since 2009. Giant cell arteritis 2016, steroids ended 2018. Solitary kidney with creatinine 1.7 to 1.9 for years.`

export const oskarPemberton: Story = {
  id: 'oskar-pemberton',
  name: { given: 'Oskar', family: 'Pemberton' },
  gender: 'male',
  born: '1949-08-19',
  shows:
    'Nothing happens: avelumab maintenance, old diseases that look like irAEs, a mistaken note that is withdrawn and replaced.',
  diagnosis: 'Urothelial carcinoma of the renal pelvis, metastatic, maintenance after chemotherapy',
  treatments: [
    {
      agents: ['cisplatin', 'gemcitabine'],
      charted: 'text',
      text: 'cisplatin 70 mg/m2 IV + gemcitabine 1000 mg/m2 IV',
      days: [-300, -279, -258, -237],
    },
    {
      agents: ['avelumab'],
      charted: 'text',
      text: 'Bavencio (avelumab) 800 mg IV q2w',
      days: [-150, -136, -122, -108, -94, -80, -66, -52, -38, -24, -10],
    },
  ],
  problems: [
    { text: 'Chronic kidney disease stage 3b, solitary kidney', icd10: 'N18.32', day: -1000 },
    { text: 'Ulcerative colitis, in remission since 2009 on mesalamine', icd10: 'K51.90', day: -9500 },
    { text: 'Giant cell arteritis 2016', status: 'resolved' },
    { text: 'Hearing loss after cisplatin', day: -240 },
  ],
  drugs: [
    { text: 'mesalamine 2.4 g PO daily', from: -5000, reason: 'ulcerative colitis' },
    { text: 'diphenhydramine 25 mg and acetaminophen 650 mg before avelumab', from: -150, reason: 'premedication' },
    { text: 'tamsulosin 0.4 mg PO nightly', from: -900 },
  ],
  laboratory: [
    {
      ...CREATININE,
      values: [
        [-301, 1.7],
        [-238, 1.9],
        [-151, 1.8],
        [-108, 1.8],
        [-66, 1.9],
        [-11, 1.8],
      ],
    },
    {
      ...ALT,
      values: [
        [-151, 22],
        [-108, 19],
        [-66, 24],
        [-11, 21],
      ],
    },
    {
      ...HAEMOGLOBIN,
      values: [
        [-238, 9.4],
        [-151, 11.2],
        [-66, 11.6],
        [-11, 11.5],
      ],
    },
  ],
  notes: [
    {
      day: -152,
      at: '10:30',
      kind: 'progress',
      title: 'GU oncology, maintenance discussion',
      format: 'pdf',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Summary
Seventy-six-year-old retired organ builder. Left nephroureterectomy three years ago for upper tract urothelial carcinoma. Relapse in retroperitoneal nodes last year, four cycles of gemcitabine and cisplatin with hydration because of the single kidney, partial response, hearing loss of the high tones as the price. Now the question of avelumab maintenance.

# Past history that matters
- Ulcerative colitis since 1998, left-sided, no flare since 2009, mesalamine daily. Last colonoscopy eighteen months ago quiet.
- Giant cell arteritis 2016, two years of prednisone, none since 2018.
- Creatinine 1.7 to 1.9 as his normal value.

# Counselling
I spoke for forty minutes with Mr Pemberton and his son about the balance. Avelumab prolongs survival when given after a response to chemotherapy. Against it stands his immune history: an old inflammatory bowel disease may flare in perhaps one of three or four persons, in most of them manageable with steroids, in a few with infliximab or vedolizumab, in very few with surgery. Arteritis may come back with headache, jaw pain or loss of vision, which would be an emergency. In addition each of the usual inflammations can occur: bowel, lung, liver, thyroid, pituitary, adrenal, kidney, skin, joints, heart, muscle, nerves. His kidney has no twin, so that nephritis would be serious and we will look at the creatinine every two weeks. The first four infusions may bring chills and fever and are given with premedication.

We went through what he would notice, organ by organ, and whom to call at which hour. He knows that three extra stools are to be reported on the same day, since a flare of his own colitis and an immune colitis cannot be told apart at home. His gastroenterologist, informed by letter, has no objection and offers a calprotectin every six weeks. We also discussed not treating, with CT every eight weeks, as an honorable choice.

# Decision
He wishes to try. "I have tuned worse instruments." Consent signed with the son as witness.

# Plan
- Avelumab 800 mg every two weeks, premedication for doses one to four
- Baseline calprotectin, ESR, CRP, cortisol, TSH, troponin, ECG
- Creatinine and urinalysis every visit
- Gastroenterology and ophthalmology know`,
    },
    {
      day: -150,
      at: '08:40',
      kind: 'nursing',
      title: 'Infusion visit 1',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `Avelumab 800 #1 w/ premeds (diphenhydramine 25 PO, APAP 650). Hard of hearing, used amplifier. VS 36.4/70/138/76/97. Started 60 min, at 30 and 60 min VS same, no chills, no flushing, no back pain. Observed 2 h after. Stool 1-2/d formed as usual on mesalamine. No headache/jaw pain. Calprotectin sample delivered. Son drives. Next 2 wk. Booklet XL print given since he left the first one at home.`,
    },
    {
      day: -122,
      at: '09:50',
      kind: 'progress',
      title: 'GU oncology, dose 3',
      format: 'html',
      carriage: 'inline',
      author: 'oncologist',
      text: `# Interval
Three doses in. Bowels one to two a day, formed. No headache, chews steak. Hearing as poor as after cisplatin. Mild tiredness on the day of the infusion from the antihistamine.

# Numbers
| Test | Before | Today |
| Creatinine | 1.8 | 1.8 |
| Calprotectin | 44 | 51 |
| ESR | 26 | 24 |
| ALT | 22 | 20 |

# Examination
ECOG 1, BP 140/78. Temporal arteries soft. Abdomen soft. Skin with old keratoses. No edema.

# Assessment and plan
No flare of ulcerative colitis, no return of arteritis, kidney at its own level. Anemia 11.2 is left over from chemotherapy. Go on. CT after dose five.

# Medicines
Mesalamine 2.4 g, tamsulosin 0.4 mg, premedication on infusion days. No NSAID because of the kidney.

${HISTORY}

# Home
The son set up a large-button telephone. He practises one hour daily, pedals included. Two pounds up since the end of chemotherapy. Vaccinated against shingles.`,
    },
    {
      day: -95,
      at: '17:20',
      kind: 'telephone',
      title: 'Telephone encounter',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      standing: 'entered-in-error',
      text: `Pt reports 7 loose stools daily with blood since Friday on avelumab, hx UC. Cramping. Advised to come to ED tonight, prednisone to be discussed by on-call. Suspect immune colitis grade 3. Son not reachable, message left on mailbox at home number.`,
    },
    {
      day: -95,
      at: '18:05',
      kind: 'telephone',
      title: 'Telephone encounter, correction',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      replaces: 3,
      text: `CORRECTION: the call documented at 17:20 was taken from another patient with the same family name and has been filed in this chart by mistake; that entry is withdrawn. Mr O. Pemberton was reached at 17:55: he did not call today, is well, BM 1-2/d formed, no blood, no cramps, was about to go to choir practice. Apologised. No action for this patient. The right chart has been corrected, on-call MD informed, event form filed.`,
    },
    {
      day: -66,
      at: '10:15',
      kind: 'progress',
      title: 'GU oncology, dose 7',
      format: 'plain',
      carriage: 'inline',
      author: 'oncologist',
      charset: 'windows-1252',
      text: `# S
Good. Two-day cold. Bowel 1–2/d. A little more short of breath on the organ loft stairs (64 steps) – he says "age and Hgb". No cough.

# O
SpO2 97% rest, 97% after our stairs. Lungs clear. BP 136/74. No edema. Temporal arteries ok.

# Data
CT c/a/p 5 d ago: nodes stable (1.2, 1.0 cm), lungs without ground glass, kidney normal contrast. Cr 1.9 (1.7–1.9 for 3 yrs), UA bland, no pyuria. Hgb 11.6. Calpro 39. TSH 2.9. NT-proBNP 210.

# A/P
SD on maintenance. Dyspnea: anemia/deconditioning, CT no pneumonitis. CKD 3b stable – creatinine is chronic, not an irAE. Hearing aids fitted. Next visit w/ MD 6 wk, RN in between.

# Meds
mesalamine 2.4 g, tamsulosin 0.4, iron qod, APAP prn. No PPI, no NSAID.

${HISTORY}

# Social/function
Lives alone, son Sundays. Stairs with rail. Drives no more at dusk. Falls 0. Appetite good – roast on Sundays. Sleep 6–7 h, nocturia 2x from prostate as for years.`,
    },
    {
      day: -24,
      at: '09:00',
      kind: 'nursing',
      title: 'Infusion visit 10',
      format: 'plain',
      carriage: 'inline',
      author: 'nurse',
      text: `#10 avelumab. No premeds since #5. Hearing aids now, phone easier. Stools 1/d, no blood. No HA, jaw or eye sx. No rash; scratch on shin from organ pipe, clean, healing. Cr 1.8. VS 36.5/68/134/74/98 wt 79.4. 60 min, no rxn. Nocturia x2 as always (prostate). Calprotectin due, kit given. Next 2 wk.

Meds: mesalamine, tamsulosin, iron qod. Urine dip neg. Fluid 1.8 L. Wallet card XL print. Next visit with MD in 2 wk, calprotectin kit back by then. Son waits in the cafeteria.`,
    },
    {
      day: -10,
      at: '10:00',
      kind: 'progress',
      title: 'GU oncology, dose 11 (draft)',
      format: 'html',
      carriage: 'binary',
      author: 'oncologist',
      standing: 'preliminary',
      text: `# Interval
Draft, not yet signed, dictated between patients. Eleven doses. He plays services on Sundays again. No complaint from bowel, head, joints, skin or breath.

# Examination
ECOG 1. BP 136/76. Abdomen soft, no tenderness. Temporal arteries palpable, soft. Lungs clear.

# Results
Creatinine 1.8, ALT 21, hemoglobin 11.5, calprotectin 47, ESR 22.

# Assessment
Stable disease on avelumab. Ulcerative colitis remains in remission on mesalamine; giant cell arteritis remains historical. Chronic kidney disease unchanged. No immune-related adverse event up to now.

# Plan
Continue, CT in eight weeks. To add after talking to radiology: size of the left para-aortic node.

# Medicines
Mesalamine 2.4 g daily, tamsulosin, iron every other day. Hearing aids charged at night. No new prescription since summer.

${HISTORY}

# Talk
He asked how long this goes on: as long as it holds and he tolerates it. Content with that. Son to be phoned when signed.`,
    },
  ],
  episodes: [],
}
